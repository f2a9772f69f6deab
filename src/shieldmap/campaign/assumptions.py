"""The disputed numbers of a study with their ranges and sources, the scenario's before the catalogue's."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from shieldmap.catalog import DefenceEntry, Quantity, RadarEntry
from shieldmap.scenario import Scenario
from shieldmap.terms import ASSUMPTIONS, Assumption, End


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

    def at(self, end: End) -> float:
        """The number at its value, or at the end that serves the defence badly or well."""
        return ASSUMPTIONS[self.name].at(end, self.value, self.low, self.high)


def assumption_rows(
    scenario: Scenario, defence: DefenceEntry, radar: RadarEntry
) -> tuple[AssumptionRow, ...]:
    """The disputed numbers of a study with their ranges and sources, in the order of the terms."""
    is_held = scenario.defence.assumptions.given("track_s") is not None
    rows: list[AssumptionRow] = []
    for term in ASSUMPTIONS.values():
        if is_held and term.group == "track":
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
        if term.name == "boresight":
            west, east = scenario.defence.radar.boresight_span_deg
            yield _view_row(scenario, term, (scenario.defence.radar.boresight_deg, west, east))
        return
    quantity = _quantity_at(entry, path, term)
    if path[0] == "field_of_regard":
        value = getattr(scenario.defence.radar, f"{term.name}_deg")
        if not math.isclose(math.radians(value), quantity.si):
            yield _view_row(scenario, term, (value, value, value))
            return
    whole = ".".join((entry.id, *path))
    ends = quantity.si, quantity.low_si, quantity.high_si
    yield AssumptionRow(
        term.name, whole, *ends, term.si, quantity.basis, quantity.source, quantity.note
    )


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
