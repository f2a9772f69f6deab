"""The disputed numbers of a study with their ranges and sources, the scenario's before the catalogue's."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from shieldmap import radars, sensor
from shieldmap.catalog import DefenceEntry, Quantity, RadarEntry
from shieldmap.scenario import DefenceRadar, Scenario
from shieldmap.terms import ASSUMPTIONS, Assumption, Where


class AssumptionRow(NamedTuple):
    """One assumption of a study as a reader sees it, in SI units."""

    name: str
    path: str
    value: float
    low: float
    high: float
    unit: str
    basis: str
    source: str
    note: str

    def at(self, where: Where) -> float:
        """The number at a place in its range, such as the end that serves the defence badly."""
        return ASSUMPTIONS[self.name].at(where, self.value, self.low, self.high)


def assumption_rows(
    scenario: Scenario,
    defence: DefenceEntry,
    radar: RadarEntry,
    unused: frozenset[str] = frozenset(),
) -> tuple[AssumptionRow, ...]:
    """The disputed numbers of a study with their ranges and sources, in the order of the terms.

    ``unused`` names those that play no part in this study.
    """
    is_held = scenario.defence.assumptions.given("track_s") is not None
    rows: list[AssumptionRow] = []
    for term in ASSUMPTIONS.values():
        if (is_held and term.group == "track") or term.name in unused:
            continue
        rows += _own_rows(scenario, term) or _known_rows(scenario, term, defence, radar)
    return tuple(rows)


def _own_rows(scenario: Scenario, term: Assumption) -> list[AssumptionRow]:
    """What the scenario itself says of an assumption; nothing where it leaves it to the catalogue."""
    given = None if term.key is None else scenario.defence.assumptions.given(term.key)
    if given is None:
        return []
    ends = given.value * term.factor, given.low * term.factor, given.high * term.factor
    path = f"{scenario.name}.{term.key}"
    return [AssumptionRow(term.name, path, *ends, term.si, "scenario", given.source, given.note)]


def _known_rows(
    scenario: Scenario, term: Assumption, defence: DefenceEntry, radar: RadarEntry
) -> Iterator[AssumptionRow]:
    """The catalogue's number; where the radar looks is the scenario's, with the range they share."""
    part, *path = term.where.split(".")
    entry = {"defence": defence, "radar": radar}.get(part)
    if entry is None:
        if term.name == "facing":
            # Not published: the launchers face as the radar does, and are drawn for themselves.
            middle = scenario.defence.radar.boresight_deg
            yield _view_row(scenario, term, (middle, middle, middle))
        if term.name == "boresight":
            west, east = boresight_span_deg(scenario.defence.radar, radar)
            yield _view_row(scenario, term, (scenario.defence.radar.boresight_deg, west, east))
        return
    quantity = _quantity_at(entry, path, term)
    if path[0] == "field_of_regard":
        value = getattr(scenario.defence.radar, f"{term.name}_deg")
        if value is not None and not math.isclose(math.radians(value), quantity.si):
            yield _view_row(scenario, term, (value, value, value))
            return
    whole = ".".join((entry.id, *path))
    ends = quantity.si, quantity.low_si, quantity.high_si
    yield AssumptionRow(
        term.name, whole, *ends, term.si, quantity.basis, quantity.source, quantity.note
    )


def has_cone(given: DefenceRadar, radar: RadarEntry) -> bool:
    """Whether the view is the cone about a tilted face and not the wedge of azimuth."""
    limit = radar.field_of_regard.scan_max
    known = given.scan_max_deg is not None or (limit is not None and limit.si < math.pi)
    return known and given.view != "wedge"


def watched_half_width(given: DefenceRadar, radar: RadarEntry) -> float:
    """Half of the azimuths (rad) that the view has at its least elevation, by the values."""
    if not has_cone(given, radar):
        return math.radians(0.5 * given.sector_deg)
    tilt, scan = _tilt(given, radar), _scan_max(given, radar)
    # As plain Python: numba takes a third of a second to make ready for its first kernel, and the
    # process that describes a study to the page needs no other.
    half_width = getattr(sensor.half_width, "py_func", sensor.half_width)
    return float(half_width(math.radians(given.elevation_min_deg), tilt, scan))


def view_in_use(given: DefenceRadar, radar: RadarEntry) -> radars.RegardInUse:
    """The view of a defence's radar, by the values: its cone, or its wedge of azimuth."""
    is_cone = has_cone(given, radar)
    return radars.RegardInUse(
        boresight_rad=math.radians(given.boresight_deg),
        sector_rad=2.0 * math.pi if is_cone else math.radians(given.sector_deg),
        elevation_min_rad=math.radians(given.elevation_min_deg),
        elevation_max_rad=math.radians(given.elevation_max_deg),
        tilt_rad=_tilt(given, radar),
        scan_max_rad=_scan_max(given, radar) if is_cone else math.pi,
    )


def searched_width(given: DefenceRadar, radar: RadarEntry) -> float:
    """Width in azimuth (rad) of the fence that the radar searches, by the values, as the draws have it."""
    return radars.width_of(radar, view_in_use(given, radar))


def _tilt(given: DefenceRadar, radar: RadarEntry) -> float:
    if given.tilt_deg is not None:
        return math.radians(given.tilt_deg)
    return radar.field_of_regard.tilt.si


def _scan_max(given: DefenceRadar, radar: RadarEntry) -> float:
    limit = radar.field_of_regard.scan_max
    if given.scan_max_deg is not None:
        return math.radians(given.scan_max_deg)
    return math.pi if limit is None else limit.si


def boresight_span_deg(given: DefenceRadar, radar: RadarEntry) -> tuple[float, float]:
    """The directions from which the radar's view holds the launch areas, around its own.

    Ends may pass 0 or 360. Without launch areas, or with a range that the scenario gives, they are that
    range or the direction itself.
    """
    watched = given.watched_span_deg
    if watched is None:
        return given.boresight_span_deg
    half = math.degrees(watched_half_width(given, radar))
    first, last = watched[1] - half, watched[0] + half
    if last < first:
        first = last = 0.5 * (first + last)
    turn = 360.0 * round((given.boresight_deg - 0.5 * (first + last)) / 360.0)
    return min(first + turn, given.boresight_deg), max(last + turn, given.boresight_deg)


def _quantity_at(entry: object, path: list[str], term: Assumption) -> Quantity:
    """A number of an entry by its path, or the term's own where the entry says nothing of it."""
    found = entry
    for name in path:
        found = getattr(found, name, None)
    if isinstance(found, Quantity):
        return found
    assert term.default is not None, f"no value of {term.name}"
    return Quantity.model_validate(term.default)


def _view_row(
    scenario: Scenario, term: Assumption, ends_deg: tuple[float, float, float]
) -> AssumptionRow:
    given = scenario.defence.radar
    value, low, high = ends_deg
    ends = math.radians(value), math.radians(low), math.radians(high)
    path = f"{scenario.name}.{term.key}"
    return AssumptionRow(term.name, path, *ends, term.si, "scenario", given.source, given.note)
