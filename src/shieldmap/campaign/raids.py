"""A raid against a layered defence: missiles flown once, every launch that fits tabled once.

The missiles of the waves are flown to the places they aim at; every battery, with its own radar or a
shared one, is judged against every flight. What is left is arithmetic: trials, smaller stocks and
other doctrines need no geometry (:mod:`shieldmap.campaign.fields`).
"""

from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np

from shieldmap import engagement, threat
from shieldmap.campaign.studies import (
    ENDS_ONLY,
    EVERY_S,
    Case,
    Study,
    assumptions_of,
    inventory_of,
    study,
    tracker_of,
)
from shieldmap.catalog import DefenceEntry, Quantity
from shieldmap.model import (
    Engagements,
    Event,
    Flights,
    Floats,
    Ints,
    Opportunities,
    RaidArrays,
    Status,
    Trajectories,
)
from shieldmap.scenario import (
    Asset,
    Defence,
    Fire,
    Ranged,
    Scenario,
    ScenarioError,
    Wave,
)
from shieldmap.terms import End, Where

ENDS: Final = (End.VALUE, End.BAD, End.GOOD)
MAIN: Final = "defence"
"""The id of the battery under study among the layers."""

Progress = Callable[[str, int, int], None]

Reading = Callable[[str, str], Where]
"""Where in its range a number of a battery is read, by the number's name and the battery's id.

The missiles of the waves have theirs under the id :data:`WAVES`.
"""

WAVES: Final = "waves"
_Tables = list[list[Opportunities]]
"""The launches of one battery: by case, then by end."""


class Path(NamedTuple):
    """One missile in one class from one launch point to one place: a case, and a row of its flights."""

    case: int
    asset_id: str
    asset: str
    row: int


class BatteryInRaid(NamedTuple):
    """One battery of a raid; the columns of its launcher sites begin at ``first_site``."""

    id: str
    name: str
    entry: DefenceEntry
    study: Study
    fire: Fire
    layer: int
    radar: int
    first_site: int
    engagements: tuple[Engagements, ...]
    price_usd: tuple[float, float, float]

    @property
    def sites(self) -> int:
        """How many launcher sites it has."""
        return len(self.study.defence.launcher_names)


class Prepared(NamedTuple):
    """A raid with its geometry done.

    ``flown`` and ``flights`` hold one batch for each case, as :class:`Path` counts its rows;
    ``opportunities`` and ``raids`` have one entry for each of ``ENDS``.
    """

    scenario: Scenario
    cases: tuple[Case, ...]
    flights: tuple[Flights, ...]
    flown: tuple[Trajectories, ...]
    paths: tuple[Path, ...]
    batteries: tuple[BatteryInRaid, ...]
    layers: tuple[str, ...]
    radar_owners: tuple[str, ...]
    opportunities: tuple[Opportunities, ...]
    raids: tuple[RaidArrays, ...]
    wave_of: Ints
    passed_over: tuple[str, ...]


def prepare(
    scenario: Scenario, *, cases: tuple[Case, ...] | None = None, progress: Progress | None = None
) -> Prepared:
    """Fly the missiles of a scenario's raid and table every launch that fits.

    Parameters
    ----------
    cases : those of a study of the same scenario, so that they are not tabled again.

    Raises
    ------
    ScenarioError : if the scenario has no raid, or a wave reaches none of its places.
    """
    if scenario.raid is None:
        raise ScenarioError(f"{scenario.name}: raid is missing: expected a table [raid]")
    say = progress or (lambda _what, _done, _total: None)
    narrowed = _waves_alone(scenario)
    if cases is None:
        cases = study(narrowed, variants=ENDS_ONLY).cases
    wanted = {(t.id, p.id) for t, p in narrowed.pairs}
    # A class that cannot be flown from a point has no table and reaches no place.
    cases = tuple(
        case
        for case in cases
        if case.table is not None and (case.threat_id, case.launch_id) in wanted
    )
    say("flying the raid", 0, 1 + len(scenario.layers) + 1)
    paths, flights, flown = _fly(scenario, cases)
    missiles, waves, passed_over = _missiles(scenario, cases, paths)
    batteries, tables = _judged_batteries(scenario, cases, flights, flown, say)
    owners = tuple(dict.fromkeys(_radar_owner(scenario, battery.id) for battery in batteries))
    return Prepared(
        scenario=scenario,
        cases=cases,
        flights=flights,
        flown=flown,
        paths=paths,
        batteries=batteries,
        layers=tuple(dict.fromkeys(battery.entry.id for battery in batteries)),
        radar_owners=owners,
        opportunities=tuple(
            merged(tables, batteries, paths, len(owners), end) for end in range(len(ENDS))
        ),
        raids=tuple(
            raid_arrays(scenario, missiles, waves, paths, flights, at_end(end)) for end in ENDS
        ),
        wave_of=waves,
        passed_over=passed_over,
    )


def _waves_alone(scenario: Scenario) -> Scenario:
    """The scenario with the threats and launch points of its waves alone."""
    assert scenario.raid is not None
    used: dict[str, dict[str, None]] = {}
    known = {threat.id: threat for threat in scenario.threats}
    for wave in scenario.raid.waves:
        points = wave.launch_points or known[wave.threat].launch_points
        used.setdefault(wave.threat, {}).update(dict.fromkeys(points))
    threats = tuple(
        threat.model_copy(update={"launch_points": tuple(used[threat.id])})
        for threat in scenario.threats
        if threat.id in used
    )
    return scenario.model_copy(update={"threats": threats})


def targets_of(scenario: Scenario, case: Case) -> list[Asset]:
    """The places that the waves of a case's threat name, as the rows of its flights count them."""
    assert scenario.raid is not None
    assets = {asset.id: asset for asset in scenario.assets}
    named: dict[str, None] = {}
    for wave in scenario.raid.waves:
        if wave.threat == case.threat_id:
            named.update(dict.fromkeys(wave.targets))
    return [assets[name] for name in named]


def _fly(
    scenario: Scenario, cases: tuple[Case, ...]
) -> tuple[tuple[Path, ...], tuple[Flights, ...], tuple[Trajectories, ...]]:
    """Every case flown to the places that its waves name; only what arrives is a path."""
    assert scenario.raid is not None
    paths, flights, flown = [], [], []
    for number, case in enumerate(cases):
        places = targets_of(scenario, case)
        assert case.table is not None
        aims, events, sampled = threat.fly_to(
            case.missile,
            case.table,
            np.radians([place.latitude_deg for place in places]),
            np.radians([place.longitude_deg for place in places]),
            air=None,
            every_s=EVERY_S,
        )
        assert sampled is not None
        for row, place in enumerate(places):
            if aims.status[row] == Status.OK:
                paths.append(Path(number, place.id, place.name, row))
        flights.append(events)
        flown.append(sampled)
    return tuple(paths), tuple(flights), tuple(flown)


def _missiles(
    scenario: Scenario, cases: tuple[Case, ...], paths: tuple[Path, ...]
) -> tuple[Ints, Ints, tuple[str, ...]]:
    """The path and the wave of every missile, and the pairs that no missile of a wave can fly."""
    assert scenario.raid is not None
    index = {
        (cases[p.case].threat_id, cases[p.case].launch_id, p.asset_id): i
        for i, p in enumerate(paths)
    }
    known = {threat.id: threat for threat in scenario.threats}
    rows, waves, left_out = [], [], []
    for number, wave in enumerate(scenario.raid.waves):
        points = wave.launch_points or known[wave.threat].launch_points
        flyable = []
        # Every pair once: the launch points shift against the targets from round to round.
        pairs = [
            (target, points[(k + shift) % len(points)])
            for shift in range(len(points))
            for k, target in enumerate(wave.targets)
        ]
        for target, point in pairs:
            row = index.get((wave.threat, point, target))
            if row is None:
                left_out.append(f"{wave.threat} from {point} to {target}")
            else:
                flyable.append(row)
        if not flyable:
            raise ScenarioError(
                f"{scenario.name}: raid.waves[{number}].targets is {list(wave.targets)}: expected "
                f"at least one place that {wave.threat} can fly to from {', '.join(points)}"
            )
        rows += [flyable[k % len(flyable)] for k in range(wave.count)]
        waves += [number] * wave.count
    return (
        np.array(rows, dtype=np.int64),
        np.array(waves, dtype=np.int64),
        tuple(dict.fromkeys(left_out)),
    )


def at_end(end: End) -> Reading:
    """Every number at one end of its range."""
    return lambda _number, _battery: end


def assets_of(paths: tuple[Path, ...]) -> list[str]:
    """The ids of the places aimed at, in the order in which trials count their leakers."""
    return list(dict.fromkeys(path.asset_id for path in paths))


def raid_arrays(
    scenario: Scenario,
    rows: Ints,
    waves: Ints,
    paths: tuple[Path, ...],
    flights: tuple[Flights, ...],
    reading: Reading,
) -> RaidArrays:
    """The missiles as arrays, each number where it is read."""
    given = scenario.raid
    assert given is not None
    launch_s = np.concatenate(
        [wave.start_s + wave.spacing_s * np.arange(wave.count) for wave in given.waves]
    )
    arrival_s = np.array([flights[p.case].event_time_s[p.row, Event.IMPACT] for p in paths])
    places = assets_of(paths)
    weights = {weight.asset: weight.weight for weight in given.weights}
    weight = np.array([weights.get(path.asset_id, 1.0) for path in paths])

    def read(number: Ranged | None, name: str) -> float:
        return 0.0 if number is None else float(number.at(reading(name, WAVES)))

    def each(pick: Callable[[Wave], float]) -> Floats:
        return np.array([pick(given.waves[k]) for k in waves], dtype=np.float64)

    return RaidArrays(
        path=rows,
        launch_s=launch_s,
        impact_s=launch_s + arrival_s[rows],
        weight=weight[rows],
        objects=each(lambda wave: wave.objects).astype(np.int64),
        discrimination=each(lambda wave: read(wave.discrimination, "discrimination")),
        sorting_altitude_m=1e3
        * each(lambda wave: read(wave.sorting_altitude_km, "sorting_altitude")),
        is_gated=given.undiscriminated == "gate",
        group=np.array([places.index(paths[row].asset_id) for row in rows], dtype=np.int64),
    )


# ---------------------------------------------------------------------------------------------
# Batteries


def _radar_owner(scenario: Scenario, battery_id: str) -> str:
    """The id of the battery whose radar serves this one."""
    layer = next((layer for layer in scenario.layers if layer.id == battery_id), None)
    return battery_id if layer is None or layer.shares_radar is None else layer.shares_radar


def defence_of(scenario: Scenario, battery_id: str) -> Defence:
    """The battery of this id as a defence with its radar, its own or the one it shares."""
    if battery_id == MAIN:
        return scenario.defence
    layer = next(layer for layer in scenario.layers if layer.id == battery_id)
    owner = _radar_owner(scenario, battery_id)
    radar = layer.radar if owner == battery_id else defence_of(scenario, owner).radar
    assert radar is not None
    fields = {
        name: getattr(layer, name)
        for name in type(layer).model_fields
        if name in Defence.model_fields and name != "radar"
    }
    return Defence.model_construct(**fields, radar=radar)


def _with_radar(defence: Defence) -> Defence:
    """The defence with its radar in place: one that is not there fails in every trial instead.

    So a missile that comes through for want of it is told from one that nothing could reach.
    """
    present = defence.radar.model_copy(update={"present": True})
    return defence.model_copy(update={"radar": present})


def _judged_batteries(
    scenario: Scenario,
    cases: tuple[Case, ...],
    flights: tuple[Flights, ...],
    flown: tuple[Trajectories, ...],
    say: Progress,
) -> tuple[tuple[BatteryInRaid, ...], list[_Tables]]:
    """Every battery judged against every flight; those with the highest ceiling choose first."""
    ids = [MAIN, *(layer.id for layer in scenario.layers)]
    defences = {name: _with_radar(defence_of(scenario, name)) for name in ids}
    entries = {name: scenario.catalogue.defence(defences[name].system) for name in ids}
    ids.sort(key=lambda name: -entries[name].envelope.ceiling.si)
    owners = list(dict.fromkeys(_radar_owner(scenario, name) for name in ids))
    systems = list(dict.fromkeys(entries[name].id for name in ids))
    out, tables, first_site = [], [], 0
    for number, name in enumerate(ids):
        say(f"judging {name}", 1 + number, 1 + len(ids))
        own = scenario.model_copy(update={"defence": defences[name]})
        this = study(own, cases=cases, variants=ENDS_ONLY)
        judged, tabled = [], []
        for case, events, sampled in zip(cases, flights, flown, strict=True):
            result, table = _judge_case(this, case, events, sampled)
            judged.append(result)
            tabled.append(table)
        entry = entries[name]
        out.append(
            BatteryInRaid(
                id=name,
                name=defences[name].battery.name,
                entry=entry,
                study=this,
                fire=defences[name].fire or Fire(),
                layer=systems.index(entry.id),
                radar=owners.index(_radar_owner(scenario, name)),
                first_site=first_site,
                engagements=tuple(judged),
                price_usd=_three(entry.cost.interceptor),
            )
        )
        tables.append(tabled)
        first_site += out[-1].sites
    return tuple(out), tables


def _judge_case(
    this: Study, case: Case, flights: Flights, flown: Trajectories
) -> tuple[Engagements, list[Opportunities]]:
    """One battery against all flights of one case."""
    assumptions = assumptions_of(this, case)
    burnout_s = flights.event_time_s[:, Event.BURNOUT]
    defence, tracker = this.defence, tracker_of(this, assumptions)
    judged = engagement.engage(
        flown,
        burnout_s,
        defence.radar,
        defence.sites,
        inventory_of(this),
        tracker,
        assumptions,
        defence.doctrine,
    )
    tabled = engagement.opportunities(
        flown,
        burnout_s,
        defence.radar,
        defence.sites,
        tracker,
        assumptions,
    )
    return judged, tabled


def merged(
    tables: list[_Tables],
    batteries: tuple[BatteryInRaid, ...],
    paths: tuple[Path, ...],
    radar_count: int,
    end: int,
) -> Opportunities:
    """All batteries' launches by path; sites stand side by side, radars one after the other."""
    sites = sum(battery.sites for battery in batteries)
    longest = max((t[end].launch_s.shape[2] for table in tables for t in table), default=1)
    count = np.zeros((len(paths), sites), dtype=np.int64)
    entries = np.full((3, len(paths), sites, longest), np.nan)
    detected_s = np.full((len(paths), radar_count), np.nan)
    for battery_, table in zip(batteries, tables, strict=True):
        own = slice(battery_.first_site, battery_.first_site + battery_.sites)
        for row, path in enumerate(paths):
            given = table[path.case][end]
            count[row, own] = given.entry_count[path.row]
            width = given.launch_s.shape[2]
            for part, values in enumerate((given.launch_s, given.intercept_s, given.altitude_m)):
                entries[part, row, own, :width] = values[path.row]
            detected_s[row, battery_.radar] = given.detected_s[path.row]
    return Opportunities(count, entries[0], entries[1], entries[2], detected_s)


def _three(q: Quantity) -> tuple[float, float, float]:
    return q.si, q.low_si, q.high_si
