"""Units: what does a number with a unit mean in SI?

Exact factors, and one reader of text such as ``"35 km"`` for the borders of the program.
Inside the program every quantity is SI and every angle is in radians.
Decibels stay decibels: whether 13 dB is a power ratio is said with :func:`db_to_ratio`.
Mach is no unit here, because the speed of sound depends on the altitude.
"""

import math
import re
from typing import Final, NamedTuple


class UnitError(ValueError):
    """A unit that is not known, or a text that is not a number with a unit."""


class Unit(NamedTuple):
    """One unit: its SI unit and the factor into it."""

    si: str
    factor: float


UNITS: Final[dict[str, Unit]] = {
    "m": Unit("m", 1.0),
    "km": Unit("m", 1e3),
    "s": Unit("s", 1.0),
    "ms": Unit("s", 1e-3),
    "min": Unit("s", 60.0),
    "h": Unit("s", 3600.0),
    "kg": Unit("kg", 1.0),
    "t": Unit("kg", 1e3),
    "m/s": Unit("m/s", 1.0),
    "km/s": Unit("m/s", 1e3),
    "Pa": Unit("Pa", 1.0),
    "rad": Unit("rad", 1.0),
    "deg": Unit("rad", math.pi / 180.0),
    "mrad": Unit("rad", 1e-3),
    "m^2": Unit("m^2", 1.0),
    "kg/m^2": Unit("kg/m^2", 1.0),
    "N": Unit("N", 1.0),
    "kN": Unit("N", 1e3),
    "W": Unit("W", 1.0),
    "kW": Unit("W", 1e3),
    "Hz": Unit("Hz", 1.0),
    "MHz": Unit("Hz", 1e6),
    "GHz": Unit("Hz", 1e9),
    "K": Unit("K", 1.0),
    "dB": Unit("dB", 1.0),
    "1": Unit("1", 1.0),
    "fraction": Unit("1", 1.0),
    "count": Unit("count", 1.0),
    "persons": Unit("persons", 1.0),
    "year": Unit("year", 1.0),
    "1/year": Unit("1/year", 1.0),
    "USD": Unit("USD", 1.0),
    "M USD": Unit("USD", 1e6),
}
"""Every unit that a file may use. ``year`` is a calendar year, not a duration, and a rate counts by it."""

_TEXT: Final = re.compile(
    r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*([A-Za-z].*?|(?<=\s)1)?\s*", re.ASCII
)


def unit(name: str) -> Unit:
    """Look a unit up by its exact spelling (``m`` is a metre and ``M`` is nothing)."""
    try:
        return UNITS[name]
    except KeyError:
        known = ", ".join(UNITS)
        raise UnitError(f"unknown unit '{name}': the known units are {known}") from None


def to_si(value: float, name: str) -> float:
    """Convert a value in the named unit to SI."""
    return value * unit(name).factor


def from_si(value: float, name: str) -> float:
    """Convert an SI value to the named unit."""
    return value / unit(name).factor


def parse_quantity(text: str, si: str | None = None) -> float:
    """Read a number with its unit and return SI.

    Parameters
    ----------
    text : such as ``"35 km"``; a bare number is dimensionless.
    si : the SI unit that the caller needs; another kind of quantity is refused.
    """
    match = _TEXT.fullmatch(text)
    if match is None or not math.isfinite(float(match.group(1))):
        raise UnitError(f"'{text}' is not a number with a unit, such as '35 km'")
    number, name = match.group(1), match.group(2) or "1"
    found = unit(name)
    if si is not None and found.si != si:
        raise UnitError(f"'{text}' is in {name}, but a quantity in {si} is needed")
    return float(number) * found.factor


def db_to_ratio(value_db: float) -> float:
    """Turn decibels of power into a power ratio: 13 dB is 20."""
    return float(10.0 ** (value_db / 10.0))


def ratio_to_db(ratio: float) -> float:
    """Turn a power ratio into decibels."""
    if not ratio > 0.0:
        raise UnitError(f"a power ratio of {ratio} has no decibels: it must be above zero")
    return 10.0 * math.log10(ratio)
