"""Our atmosphere against the US Standard Atmosphere 1976."""

import numpy as np

from shieldmap import earth
from tests.against import authority
from tests.against.conftest import Agree

TABLE = authority.columns("us76_table.csv")
EXACT = authority.columns("us76_exact.csv")
LAYERS_TOP_KM = 86.0

# The report prints five digits, so a value is right to half a unit of the fifth; pressure and
# density at 86 km are printed for the molar mass there, 0.05 % below that at sea level, which we
# leave out below 86 km.
EXACT_SHARE = 1e-4
# Three digits: the coarsest value, 1.01e5 Pa, is right to half a percent.
PRINTED_SHARE = 5e-3
# The temperatures are printed to 0.001 K.
TEMPERATURE_K = 6e-4
# The sound speeds are printed to 0.01 m/s.
SOUND_M_S = 0.006
# Above 86 km the density is a spline through the table of the report, whose four digits and whose
# knots (some 10 km apart) reproduce other printed heights to the third digit.
HIGH_SHARE = 6e-3
# Between its knots the kernels' spline rounds off the kinks of the layers by up to this share.
SPLINE_SHARE = 2.5e-3
# The coarse spline starts at 120 km, where the density falls fastest for its knots of 5 km; a body
# of 2,500 kg/m^2 loses less than 1 mm/s there altogether.
COARSE_SHARE = 1.5e-2
FINE_TOP_M = 120e3


def test_exact_rows_below_the_top_of_the_layers(agree: Agree) -> None:
    low = EXACT["altitude_km"] <= LAYERS_TOP_KM
    air = earth.atmosphere(EXACT["altitude_km"][low] * 1e3)
    agree(air.pressure_pa, EXACT["pressure_pa"][low], EXACT_SHARE * EXACT["pressure_pa"][low], "p")
    density = EXACT["density_kg_m3"][low]
    agree(air.density_kg_m3, density, EXACT_SHARE * density, "density")


def test_exact_density_far_up(agree: Agree) -> None:
    high = EXACT["altitude_km"] > LAYERS_TOP_KM
    density = EXACT["density_kg_m3"][high]
    ours = earth.atmosphere(EXACT["altitude_km"][high] * 1e3).density_kg_m3
    agree(ours, density, HIGH_SHARE * density, "density")


def test_printed_table_below_the_top_of_the_layers(agree: Agree) -> None:
    low = TABLE["altitude_km"] <= LAYERS_TOP_KM
    air = earth.atmosphere(TABLE["altitude_km"][low] * 1e3)
    agree(air.temperature_k, TABLE["temperature_k"][low], TEMPERATURE_K, "temperature")
    agree(air.sound_m_s, TABLE["sound_m_s"][low], SOUND_M_S, "sound")
    for name in ("pressure_pa", "density_kg_m3"):
        printed = TABLE[name][low]
        agree(getattr(air, name), printed, PRINTED_SHARE * printed, name)


def test_printed_density_up_to_900_km(agree: Agree) -> None:
    high = TABLE["altitude_km"] > LAYERS_TOP_KM
    printed = TABLE["density_kg_m3"][high]
    ours = earth.atmosphere(TABLE["altitude_km"][high] * 1e3).density_kg_m3
    # 5.6e-7 and 3.2e-8 have two digits: their own half unit is the tolerance there.
    agree(ours, printed, 1e-2 * printed, "density")


def test_the_kernels_spline(agree: Agree) -> None:
    altitude_m = np.arange(0.0, 1000e3, 137.0)
    wanted = earth.atmosphere(altitude_m).density_kg_m3
    tables = earth.tables()
    ours = np.array([earth.density(tables, z) for z in altitude_m])
    share = np.where(altitude_m < FINE_TOP_M, SPLINE_SHARE, COARSE_SHARE)
    agree(ours, wanted, share * wanted, "spline")
