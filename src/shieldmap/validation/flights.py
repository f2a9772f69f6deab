"""Published flight tests flown with the catalogue's missiles.

A lofted test is flown with the catalogue missile's boost, its published range and apogee held by
the one number that is free: the thrust cut-off where the missile has one, else the payload.
Total time proves little, since an arc without boost passes a test of 5 %; so the time in excess of
that arc is compared: the Kepler arc from launch point to impact on the rotating Earth.
"""

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import catalog, earth, fitting, threat
from shieldmap.earth import WGS84
from shieldmap.model import Event, Flights, TrajectoryClass
from shieldmap.validation import authority
from shieldmap.validation.nouns import ComparisonGroup, Kind, Row, Unusable, compare

FILE: Final = "flight_tests.csv"
BEARING_DEG: Final = 75.0
OTHER_BEARINGS_DEG: Final = (60.0, 90.0)
EXCESS_SHARE: Final = 0.25
PERFORMANCE_SHARE: Final = 0.05
APOGEE_SHARE: Final = 0.10
ENERGY: Final = (0.95, 0.05)
MINUTE_S: Final = 60.0
_SOON_S: Final = 0.05
FREE_PITCH: Final = ("short flight", "steep flight", "full-range flight")
STILL: Final = WGS84._replace(rotation_rad_s=0.0)

_AUTHORITY: Final = "Published flight tests; each row names its own source"
_TIME: Final = "time beyond the arc"
_RANGE: Final = "standard range"
_MAXIMUM: Final = "maximum range of the catalogue's missile"
_TIMES_WHY: Final = {
    _TIME: "A quarter of the reported excess: burn time and losses of a class estimate are good to "
    "some ten per cent, and times are printed to the minute, while no boost at all misses by four "
    "times as much.",
}
_RANGES_WHY: Final = {
    _RANGE: "The spread of what was published of this flight or missile; 5 % of a single figure, "
    "which is a round number.",
    _MAXIMUM: "5 % of the figure, which is a round number; it was fitted.",
}
_FLIGHTS_WHY: Final = {
    "apogee": "10 % for a flight of least energy, whose steering was free and whose apogee is "
    "rounded to 10 km or more.",
    "apogee at full burn": "5 %: payload and burn are the catalogue's, and published apogees of "
    "one type of missile are rounded to some per cent.",
    "range flown": "5 %, the target for published performance; the payload of the test is unknown.",
    "share of the burn used": "More than the full burn would be energy that the missile has not; "
    "less than nine tenths would be a missile much stronger than it was ever flown.",
}


@dataclass(frozen=True, eq=False)
class PublishedTest:
    """A usable row of the table; two are the same only if they are one, so that it can be a key."""

    row: dict[str, str]

    @property
    def name(self) -> str:
        """Missile and date; a family's name in brackets is left out."""
        return f"{self.row['missile'].split(' (')[0]} {self.row['date']}"

    @property
    def missile_id(self) -> str:
        """The missile of the catalogue that flies it."""
        return self.row["catalogue_id"]

    @property
    def source(self) -> str:
        """What the table cites."""
        return f"{self.row['source']}, {self.row['url']}"

    @property
    def kind_of_flight(self) -> str:
        """The class of the row, such as ``lofted flight``."""
        return self.row["reason"].partition(":")[0]

    def has(self, field: str) -> bool:
        """Whether this field can be compared."""
        return field in self.row["fields"].split()

    def kind(self, field: str) -> Kind:
        """``fitted`` where the catalogue's missile was solved against the field."""
        return "fitted" if field in self.row["fitted"].split() else "test"

    def bearing(self) -> tuple[float, str]:
        """The published bearing in degrees, or the assumed one with a note."""
        told = re.search(r"bearing of (\d+) deg", self.row["source"])
        if told:
            return float(told[1]), ""
        return BEARING_DEG, f"bearing taken as {BEARING_DEG:.0f} degrees"

    def seen(self, bearing_deg: float) -> fitting.Observation:
        """The flight as it was observed, on a bearing."""
        return fitting.Observation(
            math.radians(float(self.row["lat"])),
            math.radians(float(self.row["lon"])),
            math.radians(bearing_deg),
            float(self.row["range_km"]) * 1e3,
            float(self.row["apogee_km"]) * 1e3,
        )


@cache
def usable() -> tuple[PublishedTest, ...]:
    """The rows that can be compared."""
    return tuple(PublishedTest(row) for row in authority.rows(FILE) if row["use"] == "yes")


def unusable() -> tuple[Unusable, ...]:
    """The rows that cannot, each with its reason."""
    found = []
    for row in authority.rows(FILE):
        if row["use"] == "no":
            kind, _, reason = row["reason"].partition(": ")
            found.append(Unusable(f"{row['missile']} {row['date']}", kind, reason))
    return tuple(found)


# --- time of flight --------------------------------------------------------------


class Excess(NamedTuple):
    """A reading of a flight and the time of the arc without boost."""

    reading: fitting.FittedReading
    arc_s: float

    @property
    def time_s(self) -> float:
        """Our time of flight beyond that of the arc."""
        return float(self.reading.flights.event_time_s[0, Event.IMPACT]) - self.arc_s

    @property
    def held_by(self) -> str:
        """What was changed to hold range and apogee, in words."""
        reading = self.reading
        payload = f"{reading.missile.payload_kg:,.0f} kg"
        if reading.free == "payload":
            return f"held by a payload of {payload} at full burn"
        early_s = threat.last_burn_s(reading.missile)[1] - reading.cutoff_s
        if early_s < _SOON_S:
            return f"reached at full burn with {payload}"
        return f"held by a cut-off {early_s:.1f} s before full burn, with {payload}"


@cache
def flown(test: PublishedTest, bearing_deg: float) -> Excess:
    """Fly a test at its published range and apogee: by the cut-off if there is one, else payload."""
    missile = catalog.missile(test.missile_id).arrays()
    seen = test.seen(bearing_deg)
    arc_s = float(fitting.kepler_arc(seen).event_time_s[0, Event.IMPACT])
    if missile.has_cutoff:
        try:
            return Excess(fitting.fit_reading(missile, seen, "cut-off"), arc_s)
        except ValueError:
            # The catalogue's payload does not climb so high at full burn.
            pass
    return Excess(fitting.fit_reading(missile, seen, "payload"), arc_s)


def lofted_times() -> ComparisonGroup:
    """Time of flight beyond the arc without boost, for every test whose time was published."""
    rows = [row for test in usable() if test.has("time") for row in _times(test)]
    return ComparisonGroup(
        "lofted-times",
        "Flight tests: time beyond an arc without boost",
        _AUTHORITY,
        "see each row",
        _TIMES_WHY,
        tuple(rows),
    )


def _times(test: PublishedTest) -> list[Row]:
    """One row for every time published of one flight."""
    bearing, note = test.bearing()
    ours = flown(test, bearing)
    others = [flown(test, other) for other in OTHER_BEARINGS_DEG]
    moved = max(abs(other.time_s - ours.time_s) for other in others)
    arcs = max(abs(other.arc_s - ours.arc_s) for other in others)
    direction = note or f"bearing of {bearing:.0f} degrees"
    rows = []
    for column in ("flight_time_s", "other_times_s"):
        if not test.row[column]:
            continue
        total = float(test.row[column])
        reported = total - ours.arc_s
        parts = [
            f"{total:,.0f} s reported, arc {ours.arc_s:,.0f} s",
            ours.held_by,
            f"{direction}, 60 or 90 move the arc by {arcs:.1f} s and ours by {moved:.1f} s",
        ]
        if total % MINUTE_S == 0.0:
            share = 0.5 * MINUTE_S / abs(reported)
            parts.append(f"half a minute of rounding is {100.0 * share:.0f} % of the excess")
        rows.append(
            compare(
                f"{test.name}, {total:,.0f} s",
                _TIME,
                "s",
                ours.time_s,
                reported,
                EXCESS_SHARE * abs(reported),
                "; ".join(parts),
                test.source,
                test.kind("time"),
            )
        )
    return rows


# --- standard range --------------------------------------------------------------


def standard_ranges() -> ComparisonGroup:
    """The farthest flight of the missile of a test, against the spread of published estimates."""
    rows = [row for test in usable() if test.has("standard_range") for row in _range_shown(test)]
    return ComparisonGroup(
        "standard-ranges",
        "Flight tests: standard range",
        _AUTHORITY,
        "see each row",
        _RANGES_WHY,
        tuple(rows),
    )


def _range_shown(test: PublishedTest) -> list[Row]:
    """The range of the missile as the test shows it, and of the catalogue's where that was fitted."""
    middle, half = authority.middle_and_width(test.row["std_range_km"])
    tolerance = half or PERFORMANCE_SHARE * middle
    printed = f"printed as {test.row['std_range_km'].replace('-', ' to ')} km" if half else ""

    def row(ours_m: float, note: str) -> Row:
        told = "; ".join(filter(None, [printed, note]))
        return compare(test.name, _RANGE, "km", ours_m / 1e3, middle, tolerance, told, test.source)

    if test.kind_of_flight != "lofted flight":
        return [row(_farthest_m(test), "payload of the catalogue")]
    bearing = test.bearing()[0]
    reading = flown(test, bearing).reading
    ours_m = fitting.measure(reading, test.seen(bearing)).standard_range_still_m
    rows = [row(ours_m, f"with the payload of the flight, {reading.missile.payload_kg:,.0f} kg")]
    if test.kind("standard_range") == "fitted":
        rows.append(_fitted_range(test))
    return rows


def _fitted_range(test: PublishedTest) -> Row:
    """The catalogue's missile with the catalogue's payload, against what it was solved for."""
    entry = catalog.missile(test.missile_id)
    assert entry.published.range is not None
    published = entry.published.range.value
    payload = f"with the payload of the catalogue, {entry.arrays().payload_kg:,.0f} kg"
    return compare(
        test.name,
        _MAXIMUM,
        "km",
        _farthest_m(test) / 1e3,
        published,
        PERFORMANCE_SHARE * published,
        f"{payload}; fitted to this figure, so it proves nothing",
        entry.published.range.source,
        "fitted",
    )


def _farthest_m(test: PublishedTest) -> float:
    """The farthest full burn of the catalogue's missile over the still Earth."""
    missile = catalog.missile(test.missile_id).arrays()
    place = math.radians(float(test.row["lat"])), math.radians(float(test.row["lon"]))
    bearing = math.radians(test.bearing()[0])
    return threat.farthest(missile, *place, bearing, threat.last_burn_s(missile)[1], earth=STILL)


# --- range and apogee ------------------------------------------------------------


def flights() -> ComparisonGroup:
    """Apogee, range and energy of tests."""
    rows = [row for test in usable() for row in _test_flight(test)]
    return ComparisonGroup(
        "flights",
        "Flight tests: range, apogee and energy",
        _AUTHORITY,
        "see each row",
        _FLIGHTS_WHY,
        tuple(rows),
    )


def _test_flight(test: PublishedTest) -> list[Row]:
    kind = test.kind_of_flight
    if kind == "range flown":
        return [_range_flown(test)]
    if kind in FREE_PITCH:
        return [_least_energy(test)]
    if kind == "cut-off flight":
        return [_energy(test)]
    return [_full_burn(test)]


def _least_energy(test: PublishedTest) -> Row:
    """The apogee of the minimum-energy flight to the published range."""
    result = _aimed(test, TrajectoryClass.MINIMUM_ENERGY)
    return _apogee_row(test, "apogee", result, APOGEE_SHARE, "flown with least energy", "test")


def _full_burn(test: PublishedTest) -> Row:
    """The apogee of the steep full-burn flight, with the catalogue's payload or that of the test."""
    quantity, bearing = "apogee at full burn", test.bearing()[0]
    is_fitted = test.kind("apogee") == "fitted"
    if is_fitted and "payload" in test.row["reason"]:
        reading = fitting.fit_reading(
            catalog.missile(test.missile_id).arrays(), test.seen(bearing), "payload"
        )
        note = f"held by a payload of {reading.missile.payload_kg:,.0f} kg, so it proves nothing"
        return _apogee_row(test, quantity, reading.flights, PERFORMANCE_SHARE, note, "fitted")
    result = _aimed(test, TrajectoryClass.LOFTED)
    note = "fitted to this figure, so it proves nothing" if is_fitted else "full burn"
    return _apogee_row(test, quantity, result, PERFORMANCE_SHARE, note, test.kind("apogee"))


def _apogee_row(
    test: PublishedTest, quantity: str, result: Flights, share: float, note: str, kind: Kind
) -> Row:
    published = float(test.row["apogee_km"])
    ours = float(result.event_altitude_m[0, Event.APOGEE]) / 1e3
    bearing_note = test.bearing()[1]
    told = "; ".join(filter(None, [f"to {test.row['range_km']} km, {note}", bearing_note]))
    return compare(
        test.name, quantity, "km", ours, published, share * published, told, test.source, kind
    )


def _energy(test: PublishedTest) -> Row:
    """How much of the last burn the published range and apogee take."""
    bearing, note = test.bearing()
    reading = flown(test, bearing).reading
    start, end = threat.last_burn_s(reading.missile)
    share = (reading.cutoff_s - start) / (end - start)
    told = f"to {test.row['range_km']} km with an apogee of {test.row['apogee_km']} km; {note}"
    return compare(test.name, "share of the burn used", "", share, *ENERGY, told, test.source)


def _range_flown(test: PublishedTest) -> Row:
    """The farthest flight of the catalogue's missile in the direction of the test."""
    missile = catalog.missile(test.missile_id).arrays()
    lat, lon = math.radians(float(test.row["lat"])), math.radians(float(test.row["lon"]))
    bearing, note = test.bearing()
    ours = threat.farthest(missile, lat, lon, math.radians(bearing), threat.last_burn_s(missile)[1])
    published = float(test.row["range_km"])
    told = "; ".join(filter(None, ["farthest flight over the turning Earth", note]))
    return compare(
        test.name,
        "range flown",
        "km",
        ours / 1e3,
        published,
        PERFORMANCE_SHARE * published,
        told,
        test.source,
    )


def _aimed(test: PublishedTest, trajectory_class: TrajectoryClass) -> Flights:
    """The flight of one class to the published range, on the bearing of the test."""
    missile = catalog.missile(test.missile_id).arrays()
    lat, lon = math.radians(float(test.row["lat"])), math.radians(float(test.row["lon"]))
    table = threat.aim_table(missile, lat, lon, trajectory_class)
    there: Any = earth.geodesic_direct(
        np.array([lat]),
        np.array([lon]),
        np.radians([test.bearing()[0]]),
        np.array([float(test.row["range_km"]) * 1e3]),
    )
    return threat.fly_to(missile, table, *there)[1]
