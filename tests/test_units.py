"""Units: exact factors, round trips and one clear sentence for what is not known."""

import math

import pytest

from shieldmap import units

# One part in 10^15 or so: a product and a quotient each round once.
ROUND_TRIP = 4e-16


@pytest.mark.parametrize("name", units.UNITS)
@pytest.mark.parametrize("value", [0.0, 1.0, -3.7, 8.9e6, 1.2e-9])
def test_round_trip(name: str, value: float) -> None:
    there = units.to_si(value, name)
    assert units.from_si(there, name) == pytest.approx(value, rel=ROUND_TRIP, abs=0.0)


@pytest.mark.parametrize("name", units.UNITS)
def test_si_unit_is_a_unit_of_factor_one(name: str) -> None:
    assert units.UNITS[units.unit(name).si] == units.Unit(units.unit(name).si, 1.0)


@pytest.mark.parametrize(
    ("text", "si"),
    [
        ("35 km", 35_000.0),
        ("35km", 35_000.0),
        (" -1.5 km ", -1_500.0),
        ("2.7 km/s", 2_700.0),
        ("30 min", 1_800.0),
        ("100 ms", 0.1),
        ("2 h", 7_200.0),
        ("1.2 t", 1_200.0),
        ("180 deg", math.pi),
        ("10 GHz", 1e10),
        ("405 kW", 405_000.0),
        ("3 kN", 3_000.0),
        ("12.7 M USD", 12.7e6),
        ("2500 kg/m^2", 2_500.0),
        ("1e-2 m^2", 0.01),
        ("13 dB", 13.0),
        ("0.8", 0.8),
        ("48 count", 48.0),
        ("5 1", 5.0),
    ],
)
def test_parse(text: str, si: float) -> None:
    assert units.parse_quantity(text) == pytest.approx(si, rel=1e-15)


@pytest.mark.parametrize(
    "text", ["", "km", "thirty km", "3..5 km", "nan km", "inf s", "1e400 m", "1_0 m"]
)
def test_parse_refuses_what_is_no_number(text: str) -> None:
    with pytest.raises(units.UnitError, match="is not a number with a unit"):
        units.parse_quantity(text)


@pytest.mark.parametrize("name", ["furlong", "KM", "Mach", "", "m2"])
def test_unknown_unit_is_named(name: str) -> None:
    with pytest.raises(units.UnitError, match=f"unknown unit '{name}': the known units are m, km"):
        units.to_si(1.0, name)


def test_parse_refuses_another_kind_of_quantity() -> None:
    assert units.parse_quantity("35 km", "m") == 35_000.0
    with pytest.raises(units.UnitError, match="'35 km' is in km, but a quantity in s is needed"):
        units.parse_quantity("35 km", "s")


def test_decibels_are_a_power_ratio_only_when_asked() -> None:
    assert units.to_si(13.0, "dB") == 13.0
    assert units.db_to_ratio(10.0) == pytest.approx(10.0)
    assert units.db_to_ratio(13.0) == pytest.approx(19.953, abs=1e-3)
    assert units.ratio_to_db(units.db_to_ratio(7.25)) == pytest.approx(7.25)
    with pytest.raises(units.UnitError, match="has no decibels"):
        units.ratio_to_db(0.0)
