"""Our atmosphere against the US Standard Atmosphere 1976."""

import numpy as np

from shieldmap import earth
from tests.against.conftest import Agree
from tests.against.groups import agree_rows

# Between its knots the kernels' spline rounds off the kinks of the layers by up to this share.
SPLINE_SHARE = 2.5e-3
# The coarse spline starts at 120 km, where the density falls fastest for its knots of 5 km; a body
# of 2,500 kg/m^2 loses less than 1 mm/s there altogether.
COARSE_SHARE = 1.5e-2
FINE_TOP_M = 120e3


def test_printed_rows(agree: Agree) -> None:
    agree_rows(agree, "atmosphere")


def test_the_kernels_spline(agree: Agree) -> None:
    altitude_m = np.arange(0.0, 1000e3, 137.0)
    wanted = earth.atmosphere(altitude_m).density_kg_m3
    tables = earth.tables()
    ours = np.array([earth.density(tables, z) for z in altitude_m])
    share = np.where(altitude_m < FINE_TOP_M, SPLINE_SHARE, COARSE_SHARE)
    agree(ours, wanted, share * wanted, "spline")
