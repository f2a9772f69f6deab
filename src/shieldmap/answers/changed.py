"""What a reader changed of a study: every field with another value than the study's own, in words.

Page, files and citation tell it from here. What counts is what the study then says, not what was
typed: the study's own number typed again is no change where it keeps its range. Which of the study's
flights is looked at is no change either; it is told beside.
"""

import math
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Final, NamedTuple

from shieldmap import archive, campaign, formats, terms, words
from shieldmap.answers.state import State, base_of, default_threat, scenario_of, threat_of
from shieldmap.campaign import AssumptionRow
from shieldmap.kept import kept
from shieldmap.results import StateChange, StateTold
from shieldmap.scenario import CountRange, DefenceRadar, Scenario, Threat
from shieldmap.terms import LANGUAGES, Assumption
from shieldmap.words import t


class _FieldChange(NamedTuple):
    """One change in the reader's language."""

    key: str
    name: str
    before: str
    after: str


def told(state: State) -> StateTold:
    """What is told beside an answer: flight, hash, today's date and what was changed."""
    made = scenario_of(state)
    looked_at = _threat_named(made, threat_of(state, base_of(state)))
    flights = {}
    for language in LANGUAGES:
        with words.using(language):
            flights[language] = flight_in_words(looked_at, made)
    return StateTold(
        query=state.to_query(),
        run_hash=archive.run_hash(made),
        computed=str(datetime.now(tz=UTC).date()),
        flight=flights["en"],
        flight_ko=flights["ko"],
        changes=changes_of(state),
    )


@kept(1_000_000)
def changes_of(state: State) -> tuple[StateChange, ...]:
    """Every field that differs from the study's own value: its name, before and after, in both languages.

    Raises
    ------
    ScenarioError : a state that cannot be, in one sentence.
    """
    base, made = base_of(state), scenario_of(state)
    rows = {}
    for language in LANGUAGES:
        with words.using(language):
            rows[language] = [row for find in _FOUND for row in find(state, base, made)]
    return tuple(
        StateChange(
            key=english.key,
            name=english.name,
            name_ko=korean.name,
            before=english.before,
            before_ko=korean.before,
            after=english.after,
            after_ko=korean.after,
        )
        for english, korean in zip(rows["en"], rows["ko"], strict=True)
    )


def flight_in_words(threat: Threat, scenario: Scenario) -> str:
    """The missile and how it is flown: ``Hwasong-7 (Nodong), minimum energy``."""
    entry = scenario.catalogue.missile(threat.missile)
    missile = words.name_of(entry.name, entry.name_ko)
    path = words.of(terms.CLASSES[threat.trajectory].short)
    if threat.apogee_km is None:
        return t("flight", missile=missile, path=path)
    height = formats.measured(threat.apogee_km, "km")
    return t("flight_to", missile=missile, path=path, height=height)


def launch_names(threat: Threat, scenario: Scenario) -> str:
    """The launch points of a flight by their short names."""
    known = {point.id: point for point in scenario.launch_points}
    points = (known[name] for name in threat.launch_points)
    return formats.listed([shortly(words.name_of(one.name, one.name_ko)) for one in points])


def shortly(name: str) -> str:
    """``Tonghae (Musudan-ri)`` -> ``Tonghae``: a name without what tells where it lies."""
    return re.split(r" ?\(|, ", name)[0]


# --- each kind of field ----------------------------------------------------------------


def _threat_named(scenario: Scenario, name: str) -> Threat:
    return next(threat for threat in scenario.threats if threat.id == name)


def _flight_changes(state: State, base: Scenario, made: Scenario) -> Iterator[_FieldChange]:
    before = _threat_named(base, state.threat or default_threat(base))
    after = _threat_named(made, threat_of(state, base))
    if _flight_key(before) != _flight_key(after):
        told = flight_in_words(before, base), flight_in_words(after, made)
        yield _FieldChange("missile", t("state_threat"), *told)
    if set(before.launch_points) != set(after.launch_points):
        told = launch_names(before, base), launch_names(after, made)
        yield _FieldChange("launch_points", t("state_launch_points"), *told)
    if after.radar_cross_section_m2 != before.radar_cross_section_m2:
        yield _section(before, after.radar_cross_section_m2, base)


def _flight_key(threat: Threat) -> tuple[str, str, float | None]:
    return threat.missile, threat.trajectory, threat.apogee_km


def _section(before: Threat, after_m2: float | None, base: Scenario) -> _FieldChange:
    term = terms.ASSUMPTIONS["radar_cross_section"]
    entry = base.catalogue.missile(before.missile)
    assert entry.reentry is not None
    known, given = entry.reentry.radar_cross_section, before.radar_cross_section_m2
    ends = (known.si, known.low_si, known.high_si) if given is None else (given,) * 3
    return _FieldChange(
        str(term.key), words.of(term.long), _ranged(*ends, "m2"), formats.measured(after_m2, "m2")
    )


def _place_changes(_state: State, base: Scenario, made: Scenario) -> Iterator[_FieldChange]:
    for what, name in (("battery", t("state_battery")), ("radar", t("state_radar"))):
        sites = (getattr(one.defence, what) for one in (base, made))
        before, after = ((site.latitude_deg, site.longitude_deg) for site in sites)
        if before != after:
            yield _FieldChange(what, name, *_told_apart(before, after))


def _told_apart(before: tuple[float, float], after: tuple[float, float]) -> tuple[str, str]:
    """Two positions, to as many decimals as tell them apart."""
    for digits in (2, 4):
        told = formats.position(*before, digits), formats.position(*after, digits)
        if told[0] != told[1]:
            break
    return told


def _choice_changes(_state: State, base: Scenario, made: Scenario) -> Iterator[_FieldChange]:
    here, there = base.defence, made.defence
    if here.radar.present != there.radar.present:
        told = (t("yes" if one.radar.present else "no") for one in (here, there))
        yield _FieldChange("radar_present", t("state_radar_present"), *told)
    if here.doctrine != there.doctrine:
        told = (words.of(terms.DOCTRINES[one.doctrine].long) for one in (here, there))
        yield _FieldChange("doctrine", t("state_doctrine"), *told)
    for key, name in (
        ("launchers", t("state_launchers")),
        ("interceptors_per_launcher", t("state_interceptors_per_launcher")),
    ):
        before, after = (getattr(one.battery, key) for one in (here, there))
        if before != after:
            yield _FieldChange(key, name, _count_told(before), _count_told(after))


def _count_told(count: CountRange) -> str:
    return _ranged(count.value, count.low, count.high, "count")


def _number_changes(state: State, base: Scenario, made: Scenario) -> Iterator[_FieldChange]:
    known, new = ({row.name: row for row in campaign.scenario_rows(one)} for one in (base, made))
    for term in terms.controls():
        value = getattr(state, str(term.key))
        if value is None or term.name == "radar_cross_section":
            continue
        before, after = known.get(term.name), new.get(term.name)
        if before is not None and after is not None and _span_of(before) == _span_of(after):
            continue
        yield _FieldChange(
            str(term.key),
            words.of(term.long),
            _own_value(term, before, base),
            formats.measured(value, term.unit),
        )


def _span_of(row: AssumptionRow) -> tuple[float, float, float]:
    return row.value, row.low, row.high


def _own_value(term: Assumption, row: AssumptionRow | None, base: Scenario) -> str:
    """A number of the study with its range; one that plays no part in it has none."""
    if row is not None:
        value, low, high = (end / term.factor for end in _span_of(row))
        if term.name == "boresight":
            value, low, high = value % 360.0, low % 360.0, high % 360.0
        return _ranged(value, low, high, term.unit)
    if term.name == "sector":
        return formats.measured(_width_deg(base.defence.radar, base), "deg")
    return formats.NONE


def _width_deg(radar: DefenceRadar, scenario: Scenario) -> float:
    entry = scenario.catalogue.radar(radar.system)
    return math.degrees(2.0 * campaign.watched_half_width(radar, entry))


def _grid_changes(_state: State, base: Scenario, made: Scenario) -> Iterator[_FieldChange]:
    told = [formats.measured(one.grid.spacing_km, "km") for one in (base, made)]
    if base.grid.spacing_km != made.grid.spacing_km:
        yield _FieldChange("spacing_km", t("spacing"), *told)


def _ranged(value: float, low: float, high: float, unit: str) -> str:
    """``200 km (150–200 km)``: a number and, where it is disputed, its range."""
    told = formats.measured(value, unit)
    if low == high:
        return told
    return f"{told} ({formats.span(formats.measured(low, unit), formats.measured(high, unit))})"


_FOUND: Final[tuple[Callable[[State, Scenario, Scenario], Iterator[_FieldChange]], ...]] = (
    _flight_changes,
    _place_changes,
    _choice_changes,
    _number_changes,
    _grid_changes,
)
"""What finds changes, in the order in which they are told."""
