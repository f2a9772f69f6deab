"""A raid that can be fought: who shoots, with which stocks, and how each number is read.

The geometry is that of a prepared raid (:mod:`shieldmap.campaign.raids`); what is made here are the
arrays of its batteries, launchers and radars, at one end of every range or wherever a draw puts it.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import battle
from shieldmap.campaign.plans import best_plan
from shieldmap.campaign.raids import (
    ENDS,
    BatteryInRaid,
    Prepared,
    Reading,
    at_end,
    defence_of,
)
from shieldmap.catalog import DefenceEntry, Quantity, ShotRecord
from shieldmap.model import (
    Assignment,
    Batteries,
    Floats,
    Ints,
    Launchers,
    Opportunities,
    RadarStates,
    RaidArrays,
)
from shieldmap.scenario import (
    Battery as BatteryPlace,
    CountRange,
    Defence,
    LauncherSite,
    ScenarioError,
)
from shieldmap.terms import DOCTRINES, End, Where

_QUANTILES: Final = 1025
_ASSIGNMENTS: Final = {
    "most-urgent": Assignment.MOST_URGENT,
    "value-weighted": Assignment.VALUE_WEIGHTED,
    "optimal": Assignment.OPTIMAL,
}


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


def _beta(record: ShotRecord) -> Any:
    """What a count allows of a kill probability: Beta(1 + hits, 1 + misses), after a uniform prior."""
    from scipy import stats

    return stats.beta(1 + record.hits, 1 + record.shots - record.hits)


def posterior(record: ShotRecord) -> tuple[float, float, float]:
    """Mean, 5 % and 95 % of what a count allows."""
    beta = _beta(record)
    return float(beta.mean()), float(beta.ppf(0.05)), float(beta.ppf(0.95))


def kill_quantiles(battery_: BatteryInRaid, where: Where) -> Floats:
    """Even quantiles of the single-shot kill probability at one place in its range.

    A number is one value, and so are the ends of a record; the record itself is its posterior.
    """
    fire = battery_.fire
    if fire.record is not None and where is End.VALUE:
        beta = _beta(record_of(battery_.entry, fire.record))
        return np.asarray(beta.ppf(np.linspace(0.0, 1.0, _QUANTILES)))
    return np.full(_QUANTILES, kill_probability(battery_, where))


def kill_probability(battery_: BatteryInRaid, where: Where = End.VALUE) -> float:
    """The single-shot kill probability at one place; a record lies between its 5 % and 95 %."""
    fire = battery_.fire
    if fire.record is not None:
        return where.of(*posterior(record_of(battery_.entry, fire.record)))
    if fire.kill_probability is not None:
        return float(fire.kill_probability.at(where))
    return battery_.entry.kill_probability.single_shot.at(where)


def _count_at(given: CountRange | None, q: Quantity, where: Where) -> int:
    return round(q.at(where)) if given is None else int(given.at(where))


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
    return field_read(
        prepared,
        at_end(end),
        prepared.opportunities[number],
        prepared.raids[number] if raid is None else raid,
        only=only,
        stocks=stocks,
        without_radar=without_radar,
        shots=shots,
        plan=plan,
    )


def field_read(
    prepared: Prepared,
    reading: Reading,
    opportunities: Opportunities,
    raid: RaidArrays,
    *,
    only: Iterable[str] | None = None,
    stocks: dict[str, Stock] | None = None,
    without_radar: Iterable[str] = (),
    shots: dict[str, tuple[int, int]] | None = None,
    plan: np.ndarray | None = None,
) -> battle.Field:
    """A raid that can be fought, each number where it is read; the choices are those of :func:`make_field`."""
    chosen = [b for b in prepared.batteries if only is None or b.id in set(only)]
    given = prepared.scenario.raid
    assert given is not None
    gone = {prepared.radar_owners.index(name) for name in without_radar}
    return battle.field(
        opportunities,
        raid,
        _arrays(prepared, chosen, reading, shots or {}),
        _launcher_arrays(chosen, reading, stocks or {}),
        _radar_states(prepared, reading, gone),
        _ASSIGNMENTS[given.assignment],
        plan,
    )


def _arrays(
    prepared: Prepared,
    chosen: list[BatteryInRaid],
    reading: Reading,
    other_shots: dict[str, tuple[int, int]],
) -> Batteries:
    shots = [other_shots.get(b.id) or shots_of(b) for b in chosen]
    return Batteries(
        layer=_whole(b.layer for b in chosen),
        radar=_whole(b.radar for b in chosen),
        salvo=_whole(salvo for salvo, _ in shots),
        looks=_whole(looks for _, looks in shots),
        simultaneous=_whole(
            max(
                _count_at(
                    b.fire.simultaneous,
                    b.entry.fire_control.simultaneous,
                    reading("simultaneous", b.id),
                ),
                1,
            )
            for b in chosen
        ),
        assessment_s=_delays(chosen, "assessment", reading),
        spacing_s=_delays(chosen, "salvo_spacing", reading),
        reload_s=np.array(
            [
                b.entry.launcher.reload_time.at(reading("reload_time", b.id), bad="high")
                for b in chosen
            ]
        ),
        reloads=_whole(int(b.fire.reloads.at(reading("reloads", b.id))) for b in chosen),
        kill_quantiles=np.array(
            [kill_quantiles(b, reading("kill_probability", b.id)) for b in chosen]
        ).reshape(-1, _QUANTILES),
        common_mode=_common_mode(prepared, chosen, reading),
        may_double=np.array([b.fire.double_engagement for b in chosen], dtype=np.bool_),
    )


def _whole(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


def _delays(chosen: list[BatteryInRaid], name: str, reading: Reading) -> Floats:
    """A delay of each battery; a long one is the bad end."""
    rows = [next(row for row in b.study.rows if row.name == name) for b in chosen]
    read = [row.at(reading(name, b.id)) for row, b in zip(rows, chosen, strict=True)]
    return np.array(read, dtype=np.float64)


def _common_mode(prepared: Prepared, chosen: list[BatteryInRaid], reading: Reading) -> Floats:
    """The failure of each layer as a whole: that of its battery which fails most."""
    failure = np.zeros(len(prepared.layers))
    for b in chosen:
        where, given = reading("common_mode_failure", b.id), b.fire.common_mode_failure
        known = b.entry.kill_probability.common_mode_failure if given is None else given
        failure[b.layer] = max(failure[b.layer], known.at(where, bad="high"))
    return failure


def launchers_at(battery_: BatteryInRaid, where: Where, stock: Stock) -> list[list[int]]:
    """Interceptors in each launcher, by site; launchers leave the sites that have most."""
    return loads_of(battery_.study.scenario.defence, where, stock)


def loads_of(defence: Defence, where: Where, stock: Stock) -> list[list[int]]:
    """The same of a defence, the battery's own site first."""
    each = int(defence.battery.interceptors_per_launcher.at(where))
    groups: list[BatteryPlace | LauncherSite] = [defence.battery, *defence.launcher_sites]
    sites = [int(group.launchers.at(where)) for group in groups]
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


def _launcher_arrays(
    chosen: list[BatteryInRaid], reading: Reading, stocks: dict[str, Stock]
) -> Launchers:
    owner, site, loaded = [], [], []
    for number, battery_ in enumerate(chosen):
        stock, where = stocks.get(battery_.id, Stock()), reading("launchers", battery_.id)
        by_site = launchers_at(battery_, where, stock)
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


def _radar_states(prepared: Prepared, reading: Reading, gone: set[int]) -> RadarStates:
    budget, tracked, failure, lost = [], [], [], []
    for number, owner in enumerate(prepared.radar_owners):
        battery_ = next(b for b in prepared.batteries if b.id == owner)
        given = defence_of(prepared.scenario, owner).radar
        entry, fire = prepared.scenario.catalogue.radar(given.system), battery_.fire
        held = reading("track_budget", owner)
        budget.append(_count_at(fire.track_budget, entry.tracking.track_budget, held))
        tracked.append(
            1.0
            if fire.track_probability is None
            else fire.track_probability.at(reading("track_probability", owner))
        )
        failure.append(
            0.0
            if fire.radar_failure is None
            else fire.radar_failure.at(reading("radar_failure", owner), bad="high")
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
    reading = at_end(End.VALUE)
    raid, arrays = prepared.raids[0], _arrays(prepared, chosen, reading, {})
    launchers = _launcher_arrays(chosen, reading, stocks or {})
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
