"""The atmosphere against the printed rows of the US Standard Atmosphere 1976."""

from typing import Final

import numpy as np

from shieldmap import earth
from shieldmap.model import Floats
from shieldmap.validation import authority
from shieldmap.validation.nouns import ComparisonGroup, Row, compare

LAYERS_TOP_KM: Final = 86.0
EXACT_SHARE: Final = 1e-4
PRINTED_SHARE: Final = 5e-3
TEMPERATURE_K: Final = 6e-4
SOUND_M_S: Final = 0.006
HIGH_SHARE: Final = 6e-3
PRINTED_HIGH_SHARE: Final = 1e-2

_FIVE: Final = (
    "The report prints five digits; at 86 km its molar mass lies 0.05 % below that at "
    "sea level, which is left out here."
)
_THREE: Final = (
    "Three digits are printed, of which the coarsest, 1.01e5 Pa, is good to half a per cent."
)
_WHY: Final = {
    "pressure (five digits)": _FIVE,
    "density (five digits)": _FIVE,
    "density above 86 km (four digits)": "A spline through the report's own table, whose knots lie "
    "10 to 50 km apart, gives other printed heights to the third digit.",
    "temperature": "Printed to 0.001 K.",
    "speed of sound": "Printed to 0.01 m/s.",
    "pressure (three digits)": _THREE,
    "density (three digits)": _THREE,
    "density above 86 km (three digits)": "Some rows have two digits, whose half unit is 1 %.",
}


def atmosphere_rows() -> ComparisonGroup:
    """Every printed row: temperature, pressure, density and speed of sound."""
    rows = [*_exact(), *_printed_rows()]
    source, url = authority.head("us76_table.csv")
    return ComparisonGroup(
        "atmosphere",
        "US Standard Atmosphere 1976",
        source,
        url,
        _WHY,
        tuple(sorted(rows, key=_height_of)),
    )


def _height_of(row: Row) -> float:
    return float(row.name.removesuffix(" km"))


def _exact() -> list[Row]:
    table = authority.csv_columns("us76_exact.csv")
    high = table["altitude_km"] > LAYERS_TOP_KM
    air = earth.atmosphere(table["altitude_km"] * 1e3)
    where = table["altitude_km"]
    return [
        *_air_shares(
            "pressure (five digits)",
            "Pa",
            where[~high],
            air.pressure_pa[~high],
            table["pressure_pa"][~high],
            EXACT_SHARE,
        ),
        *_air_shares(
            "density (five digits)",
            "kg/m^3",
            where[~high],
            air.density_kg_m3[~high],
            table["density_kg_m3"][~high],
            EXACT_SHARE,
        ),
        *_air_shares(
            "density above 86 km (four digits)",
            "kg/m^3",
            where[high],
            air.density_kg_m3[high],
            table["density_kg_m3"][high],
            HIGH_SHARE,
        ),
    ]


def _printed_rows() -> list[Row]:
    table = authority.csv_columns("us76_table.csv")
    high = table["altitude_km"] > LAYERS_TOP_KM
    air = earth.atmosphere(table["altitude_km"] * 1e3)
    where = table["altitude_km"]
    rows = [
        compare(_at(where[i]), quantity, unit, float(ours[i]), float(theirs[i]), tolerance)
        for quantity, unit, ours, theirs, tolerance in (
            ("temperature", "K", air.temperature_k, table["temperature_k"], TEMPERATURE_K),
            ("speed of sound", "m/s", air.sound_m_s, table["sound_m_s"], SOUND_M_S),
        )
        for i in np.flatnonzero(~high)
    ]
    return [
        *rows,
        *_air_shares(
            "pressure (three digits)",
            "Pa",
            where[~high],
            air.pressure_pa[~high],
            table["pressure_pa"][~high],
            PRINTED_SHARE,
        ),
        *_air_shares(
            "density (three digits)",
            "kg/m^3",
            where[~high],
            air.density_kg_m3[~high],
            table["density_kg_m3"][~high],
            PRINTED_SHARE,
        ),
        *_air_shares(
            "density above 86 km (three digits)",
            "kg/m^3",
            where[high],
            air.density_kg_m3[high],
            table["density_kg_m3"][high],
            PRINTED_HIGH_SHARE,
        ),
    ]


def _air_shares(
    quantity: str, unit: str, altitude_km: Floats, ours: Floats, theirs: Floats, share: float
) -> list[Row]:
    return [
        compare(_at(z), quantity, unit, float(mine), float(printed), share * float(printed))
        for z, mine, printed in zip(altitude_km, ours, theirs, strict=True)
    ]


def _at(altitude_km: float) -> str:
    return f"{altitude_km:g} km"
