"""A raid against a layered defence: missiles flown once, every launch that fits tabled once.

The missiles of the waves are flown to the places they aim at; every battery, with its own radar or a
shared one, is judged against every flight. What is left is arithmetic: trials, smaller stocks and
other doctrines need no geometry.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any, Final, NamedTuple

import numpy as np
from scipy import stats

from shieldmap import battle, engagement, threat
from shieldmap.campaign.plans import best_plan
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
from shieldmap.catalog import DefenceEntry, Quantity, ShotRecord
from shieldmap.model import (
    Assignment,
    Batteries,
    Engagements,
    Event,
    Flights,
    Floats,
    Ints,
    Launchers,
    Opportunities,
    RadarStates,
    RaidArrays,
    Status,
    Trajectories,
)
from shieldmap.scenario import (
    Battery as BatteryPlace,
    CountRange,
    Defence,
    Fire,
    LauncherSite,
    Scenario,
    ScenarioError,
    Wave,
)
from shieldmap.terms import DOCTRINES, End

ENDS: Final = (End.VALUE, End.BAD, End.GOOD)
MAIN: Final = "defence"
"""The id of the battery under study among the layers."""

_QUANTILES: Final = 1025
_ASSIGNMENTS: Final = {
    "most-urgent": Assignment.MOST_URGENT,
    "value-weighted": Assignment.VALUE_WEIGHTED,
    "optimal": Assignment.OPTIMAL,
}

Progress = Callable[[str, int, int], None]
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
            _merged(tables, batteries, paths, len(owners), end) for end in range(len(ENDS))
        ),
        raids=tuple(_raid_arrays(scenario, missiles, waves, paths, flights, end) for end in ENDS),
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


def _fly(
    scenario: Scenario, cases: tuple[Case, ...]
) -> tuple[tuple[Path, ...], tuple[Flights, ...], tuple[Trajectories, ...]]:
    """Every case flown to the places that its waves name; only what arrives is a path."""
    assert scenario.raid is not None
    assets = {asset.id: asset for asset in scenario.assets}
    paths, flights, flown = [], [], []
    for number, case in enumerate(cases):
        named: dict[str, None] = {}
        for wave in scenario.raid.waves:
            if wave.threat == case.threat_id:
                named.update(dict.fromkeys(wave.targets))
        places = [assets[name] for name in named]
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


def assets_of(paths: tuple[Path, ...]) -> list[str]:
    """The ids of the places aimed at, in the order in which trials count their leakers."""
    return list(dict.fromkeys(path.asset_id for path in paths))


def _raid_arrays(
    scenario: Scenario,
    rows: Ints,
    waves: Ints,
    paths: tuple[Path, ...],
    flights: tuple[Flights, ...],
    end: End,
) -> RaidArrays:
    """The missiles as arrays at one end of the assumptions."""
    given = scenario.raid
    assert given is not None
    launch_s = np.concatenate(
        [wave.start_s + wave.spacing_s * np.arange(wave.count) for wave in given.waves]
    )
    arrival_s = np.array([flights[p.case].event_time_s[p.row, Event.IMPACT] for p in paths])
    places = assets_of(paths)
    weights = {weight.asset: weight.weight for weight in given.weights}
    weight = np.array([weights.get(path.asset_id, 1.0) for path in paths])

    def each(pick: Callable[[Wave], float]) -> Floats:
        return np.array([pick(given.waves[k]) for k in waves], dtype=np.float64)

    return RaidArrays(
        path=rows,
        launch_s=launch_s,
        impact_s=launch_s + arrival_s[rows],
        weight=weight[rows],
        objects=each(lambda wave: wave.objects).astype(np.int64),
        discrimination=each(
            lambda wave: wave.discrimination.at(end) if wave.discrimination else 0.0
        ),
        sorting_altitude_m=each(
            lambda wave: 1e3 * wave.sorting_altitude_km.at(end) if wave.sorting_altitude_km else 0.0
        ),
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


def _merged(
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


# ---------------------------------------------------------------------------------------------
# Fields: one raid, some batteries, some stocks


class Stock(NamedTuple):
    """A change to one battery's stock: fewer launchers, or a share or a number of interceptors."""

    launchers_fewer: int = 0
    interceptor_share: float = 1.0
    interceptors_fewer: int = 0


def record_of(entry: DefenceEntry, record_id: str) -> ShotRecord:
    """A count of hits and shots of a system."""
    for record in entry.kill_probability.records:
        if record.id == record_id:
            return record
    known = ", ".join(record.id for record in entry.kill_probability.records) or "none"
    raise ScenarioError(f"fire.record is '{record_id}': expected a record of {entry.id}: {known}")


def posterior(record: ShotRecord) -> tuple[float, float, float]:
    """What a count allows: mean, 5 % and 95 % of Beta(1 + hits, 1 + misses), a uniform prior."""
    beta = stats.beta(1 + record.hits, 1 + record.shots - record.hits)
    return float(beta.mean()), float(beta.ppf(0.05)), float(beta.ppf(0.95))


def kill_quantiles(battery_: BatteryInRaid, end: End) -> Floats:
    """Even quantiles of the single-shot kill probability at one end.

    A number is one value, and so are the ends of a record; the record itself is its posterior.
    """
    fire = battery_.fire
    if fire.record is not None and end is End.VALUE:
        record = record_of(battery_.entry, fire.record)
        beta = stats.beta(1 + record.hits, 1 + record.shots - record.hits)
        return np.asarray(beta.ppf(np.linspace(0.0, 1.0, _QUANTILES)))
    return np.full(_QUANTILES, kill_probability(battery_, end))


def kill_probability(battery_: BatteryInRaid, end: End = End.VALUE) -> float:
    """The single-shot kill probability at one end; of a record the mean, 5 % and 95 %."""
    fire = battery_.fire
    if fire.record is not None:
        return posterior(record_of(battery_.entry, fire.record))[ENDS.index(end)]
    if fire.kill_probability is not None:
        return float(fire.kill_probability.at(end))
    return battery_.entry.kill_probability.single_shot.at(end)


def _count_at(given: CountRange | None, q: Quantity, end: End) -> int:
    return round(q.at(end)) if given is None else int(given.at(end))


def shots_of(battery_: BatteryInRaid) -> tuple[int, int]:
    """Shots a look, and looks at most."""
    given = DOCTRINES[battery_.study.scenario.defence.doctrine]
    salvo, looks = given.salvo, given.looks
    return battery_.fire.salvo or salvo, battery_.fire.looks or looks


def make_field(
    prepared: Prepared,
    end: End = End.VALUE,
    *,
    only: Iterable[str] | None = None,
    stocks: dict[str, Stock] | None = None,
    without_radar: Iterable[str] = (),
    raid: RaidArrays | None = None,
    shots: dict[str, tuple[int, int]] | None = None,
    plan: np.ndarray | None = None,
) -> battle.Field:
    """A raid that can be fought, at one end of the assumptions.

    Parameters
    ----------
    only : ids of the batteries that fight; all of them without it.
    stocks : changed stocks by the id of a battery.
    without_radar : ids of batteries whose radar is not there.
    raid : other missiles over the same paths.
    shots : other doctrines by the id of a battery: shots a look, and looks at most.
    plan : (missiles, batteries that fight), for the assignment ``optimal``.
    """
    number = ENDS.index(end)
    chosen = [b for b in prepared.batteries if only is None or b.id in set(only)]
    given = prepared.scenario.raid
    assert given is not None
    gone = {prepared.radar_owners.index(name) for name in without_radar}
    return battle.field(
        prepared.opportunities[number],
        prepared.raids[number] if raid is None else raid,
        _arrays(prepared, chosen, end, shots or {}),
        _launcher_arrays(chosen, end, stocks or {}),
        _radar_states(prepared, end, gone),
        _ASSIGNMENTS[given.assignment],
        plan,
    )


def _arrays(
    prepared: Prepared,
    chosen: list[BatteryInRaid],
    end: End,
    other_shots: dict[str, tuple[int, int]],
) -> Batteries:
    rows = [{row.name: row for row in b.study.rows} for b in chosen]

    def delay(name: str) -> Floats:
        # A long delay is the bad end.
        return np.array([row[name].at(end) for row in rows], dtype=np.float64)

    def ints(values: list[int]) -> Ints:
        return np.array(values, dtype=np.int64)

    failure = np.zeros(len(prepared.layers))
    for b in chosen:
        given = b.fire.common_mode_failure
        own = b.entry.kill_probability.common_mode_failure.at(end, bad="high")
        failure[b.layer] = max(
            failure[b.layer], own if given is None else given.at(end, bad="high")
        )
    shots = [other_shots.get(b.id) or shots_of(b) for b in chosen]
    return Batteries(
        layer=ints([b.layer for b in chosen]),
        radar=ints([b.radar for b in chosen]),
        salvo=ints([salvo for salvo, _ in shots]),
        looks=ints([looks for _, looks in shots]),
        simultaneous=ints(
            [
                max(_count_at(b.fire.simultaneous, b.entry.fire_control.simultaneous, end), 1)
                for b in chosen
            ]
        ),
        assessment_s=delay("assessment"),
        spacing_s=delay("salvo_spacing"),
        reload_s=np.array([b.entry.launcher.reload_time.at(end, bad="high") for b in chosen]),
        reloads=ints([int(b.fire.reloads.at(end)) for b in chosen]),
        kill_quantiles=np.array([kill_quantiles(b, end) for b in chosen]).reshape(-1, _QUANTILES),
        common_mode=failure,
        may_double=np.array([b.fire.double_engagement for b in chosen], dtype=np.bool_),
    )


def launchers_at(battery_: BatteryInRaid, end: End, stock: Stock) -> list[list[int]]:
    """Interceptors in each launcher, by site; launchers leave the sites that have most."""
    return loads_of(battery_.study.scenario.defence, end, stock)


def loads_of(defence: Defence, end: End, stock: Stock) -> list[list[int]]:
    """The same of a defence, the battery's own site first."""
    each = int(defence.battery.interceptors_per_launcher.at(end))
    groups: list[BatteryPlace | LauncherSite] = [defence.battery, *defence.launcher_sites]
    sites = [int(group.launchers.at(end)) for group in groups]
    for _ in range(stock.launchers_fewer):
        most = max(range(len(sites)), key=lambda k: sites[k])
        sites[most] = max(sites[most] - 1, 0)
    vehicles = sum(sites)
    left = round(stock.interceptor_share * each * vehicles)
    left = max(left - stock.interceptors_fewer, 0)
    # A share of the interceptors is spread over the launchers, the first ones take the remainder.
    loads = [left // vehicles + (k < left % vehicles) for k in range(vehicles)]
    bounds = np.cumsum([0, *sites])
    return [loads[a:b] for a, b in pairwise(bounds)]


def _launcher_arrays(chosen: list[BatteryInRaid], end: End, stocks: dict[str, Stock]) -> Launchers:
    owner, site, loaded = [], [], []
    for number, battery_ in enumerate(chosen):
        by_site = launchers_at(battery_, end, stocks.get(battery_.id, Stock()))
        for k, vehicles in enumerate(by_site):
            # A site without launchers still has its geometry: nothing is left there.
            for interceptors in vehicles or [0]:
                owner.append(number)
                site.append(battery_.first_site + k)
                loaded.append(interceptors)
    return Launchers(
        np.array(owner, dtype=np.int64),
        np.array(site, dtype=np.int64),
        np.array(loaded, dtype=np.int64),
    )


def _radar_states(prepared: Prepared, end: End, gone: set[int]) -> RadarStates:
    budget, tracked, failure, lost = [], [], [], []
    for number, owner in enumerate(prepared.radar_owners):
        battery_ = next(b for b in prepared.batteries if b.id == owner)
        given = defence_of(prepared.scenario, owner).radar
        entry, fire = prepared.scenario.catalogue.radar(given.system), battery_.fire
        budget.append(_count_at(fire.track_budget, entry.tracking.track_budget, end))
        tracked.append(1.0 if fire.track_probability is None else fire.track_probability.at(end))
        failure.append(
            0.0 if fire.radar_failure is None else fire.radar_failure.at(end, bad="high")
        )
        lost.append(np.inf if fire.radar_lost_s is None else fire.radar_lost_s)
        if number in gone or not given.present:
            failure[-1] = 1.0
    return RadarStates(
        np.array(budget, dtype=np.int64), np.array(tracked), np.array(failure), np.array(lost)
    )


def plan_for(
    prepared: Prepared,
    *,
    only: Iterable[str] | None = None,
    stocks: dict[str, Stock] | None = None,
    without_radar: Iterable[str] = (),
) -> np.ndarray:
    """Whom the best plan lets shoot at what, at the values: (missiles, batteries that fight).

    The choices are those of :func:`make_field`: a plan knows what is there before the raid.
    """
    chosen = [b for b in prepared.batteries if only is None or b.id in set(only)]
    raid, arrays = prepared.raids[0], _arrays(prepared, chosen, End.VALUE, {})
    launchers = _launcher_arrays(chosen, End.VALUE, stocks or {})
    looks = battle.looks_that_fit(prepared.opportunities[0], raid, launchers, arrays)
    gone = set(without_radar)
    is_blind = np.array([prepared.radar_owners[b.radar] in gone for b in chosen], dtype=np.bool_)
    stock = np.bincount(launchers.battery, launchers.loaded, len(chosen)) + arrays.reloads
    # Where objects are not told apart each of them is shot at, unless fire control waits.
    others = (raid.objects - 1.0) * (1.0 - raid.discrimination) * (not raid.is_gated)
    found = best_plan(
        np.where(is_blind, 0, looks),
        raid.weight,
        1.0 + others,
        arrays.salvo,
        arrays.kill_quantiles.mean(axis=1),
        stock.astype(np.int64),
    )
    return found.allowed


def plan_of(prepared: Prepared, **choice: Any) -> np.ndarray | None:
    """The plan of a raid that is fought by one, as :func:`plan_for` makes it; none of the others."""
    given = prepared.scenario.raid
    assert given is not None
    return plan_for(prepared, **choice) if given.assignment == "optimal" else None
