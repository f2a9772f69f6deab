"""The table of published flights: complete, honest about its use, and physically possible."""

import csv
import math
import re
from pathlib import Path

import pytest

import shieldmap
from shieldmap import catalog
from tests.contracts.test_hygiene import findings

FILE = Path(shieldmap.__file__).parent / "data" / "validation" / "flight_tests.csv"
COLUMNS = [
    "missile", "date", "site", "lat", "lon", "range_km", "apogee_km", "flight_time_s",
    "other_times_s", "std_range_km", "source", "url", "confidence", "use", "catalogue_id", "fields", "fitted",
    "reason",
]  # fmt: skip
FIELDS = {
    "range": "range_km",
    "apogee": "apogee_km",
    "time": "flight_time_s",
    "standard_range": "std_range_km",
}
CLASSES = {
    "yes": {
        "lofted flight", "cut-off flight", "full-range flight", "short flight", "steep flight",
        "range flown",
    },
    "no": {
        "not ballistic", "type unknown", "type disputed", "not in the catalogue", "failure",
        "placeholder apogee", "space launcher", "no apogee", "part of a missile", "mixed path",
    },
}  # fmt: skip
PLACEHOLDERS = {"50", "100", "150"}
GM_M3_S2 = 3.986e14
RADIUS_M = 6371e3


def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


ROWS = rows()
USED = [row for row in ROWS if row["use"] == "yes"]


def name_of(row: dict[str, str]) -> str:
    return f"{row['missile']} {row['date']}"


def numbers(text: str) -> list[float]:
    """The ends of ``1250-1300``, or the one number, or none."""
    assert re.fullmatch(r"(\d+(\.\d+)?(-\d+(\.\d+)?)?)?", text), text
    return [float(part) for part in text.split("-") if part]


def least_time_s(range_km: float, apogee_km: float) -> float:
    """Time on the ellipse with this range and apogee over a still sphere without air.

    A boosted flight takes longer, because it is slower than the ellipse while it burns.
    """
    half = range_km * 1e3 / RADIUS_M / 2.0
    top = RADIUS_M + apogee_km * 1e3
    e = (top - RADIUS_M) / (top - RADIUS_M * math.cos(half))
    a = top / (1.0 + e)
    anomaly = 2.0 * math.atan(math.sqrt((1.0 - e) / (1.0 + e)) * math.tan((math.pi - half) / 2.0))
    return 2.0 * math.sqrt(a**3 / GM_M3_S2) * (math.pi - anomaly + e * math.sin(anomaly))


def test_the_table_has_its_columns_and_rows() -> None:
    assert list(ROWS[0]) == COLUMNS
    assert len(ROWS) == 172
    assert len(USED) == 25
    assert not [row for row in ROWS if None in row or None in row.values()]
    assert "\r" not in FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_every_row_says_whether_and_why(row: dict[str, str]) -> None:
    assert row["use"] in CLASSES
    kind, _, why = row["reason"].partition(": ")
    assert kind in CLASSES[row["use"]]
    assert len(why) > 20
    assert row["source"]
    assert row["url"].startswith(("http://", "https://"))
    assert row["confidence"].split()[0] in {"very", "low", "medium", "high"}
    assert row["confidence"].count("(") == row["confidence"].count(")")


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_numbers_are_numbers(row: dict[str, str]) -> None:
    for column in (*FIELDS.values(), "other_times_s"):
        assert all(value > 0.0 for value in numbers(row[column]))
    for column, most in (("lat", 90.0), ("lon", 180.0)):
        assert not row[column] or abs(float(row[column])) <= most
    assert bool(row["lat"]) == bool(row["lon"])
    assert re.fullmatch(r"\d{4}(-\d\d-\d\d)?|undated", row["date"])


@pytest.mark.parametrize("row", USED, ids=name_of)
def test_a_usable_row_can_be_flown(row: dict[str, str]) -> None:
    entry = catalog.missile(row["catalogue_id"])
    assert entry.id == row["catalogue_id"]
    assert entry.flight == "ballistic"
    assert row["lat"]
    fields = row["fields"].split()
    assert fields
    assert set(row["fitted"].split()) < set(fields), "all was fitted: nothing is left to test"
    for field in fields:
        assert numbers(row[FIELDS[field]]), field


def test_what_is_not_used_names_no_fields() -> None:
    for row in ROWS:
        if row["use"] == "no":
            assert (row["fields"], row["fitted"]) == ("", "")
        if row["catalogue_id"]:
            catalog.missile(row["catalogue_id"])


def test_no_usable_apogee_is_a_placeholder() -> None:
    # 50, 100 and 150 km stand in the database for a wide spread of ranges.
    for row in USED:
        assert "apogee" not in row["fields"] or row["apogee_km"] not in PLACEHOLDERS


@pytest.mark.parametrize(
    "row", [row for row in USED if "time" in row["fields"].split()], ids=name_of
)
def test_no_usable_time_is_below_that_of_an_arc_without_air(row: dict[str, str]) -> None:
    least = least_time_s(float(row["range_km"]), float(row["apogee_km"]))
    assert least < float(row["flight_time_s"]) < 1.25 * least


def test_the_least_time_refuses_what_it_should() -> None:
    """4052 s were announced for the arc of 24 March 2022, which takes 4075 s without a boost."""
    row = next(row for row in ROWS if row["date"] == "2022-03-24")
    least = least_time_s(float(row["range_km"]), float(row["apogee_km"]))
    assert 4052.0 < least < float(row["flight_time_s"])
    # A parabola over a flat Earth, where gravity hardly changes: 2 sqrt(2 h / g).
    assert least_time_s(10.0, 5.0) == pytest.approx(2.0 * math.sqrt(2.0 * 5e3 / 9.82), rel=2e-3)


def test_the_table_names_no_registry_and_no_machine() -> None:
    assert findings(FILE.read_text(encoding="utf-8")) == []
