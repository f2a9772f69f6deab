"""What becomes of a raid: leakers, reasons, stocks, layers, losses and cost.

Every number has two intervals: the 95 % interval of the trials, at the values of the assumptions, and
the span between all assumptions at their bad and at their good end. They are never mixed.
"""

from collections.abc import Iterable
from itertools import combinations
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import battle, campaign, catalog, terms
from shieldmap.campaign import Interval, Prepared, Progress, Stock
from shieldmap.campaign.raids import ENDS, MAIN
from shieldmap.model import Floats, Ints, Outcome, RaidArrays, Trials
from shieldmap.questions.drawn import fight_drawn
from shieldmap.results import code_of
from shieldmap.results.footprint import Count
from shieldmap.results.questions import (
    Emptying,
    EmptyingCurve,
    EmptyingRow,
    LayersAdded,
    LayersTogether,
    Losses,
    LossOfPart,
    RaidAgainst,
    SystemAdded,
)
from shieldmap.results.raid import (
    BatteryCost,
    CountedMean,
    EndsOfNumber,
    HitRecord,
    NumberEnds,
    RaidAsset,
    RaidBattery,
    RaidCost,
    RaidOutcome,
    RaidThreat,
    RaidTold,
    RaidWave,
    RangedShare,
    RivalFigure,
    SampledMean,
    SampledShare,
    SpentInterceptors,
    ToldApart,
)
from shieldmap.scenario import LEAST_TRIALS, MOST_STEPS, raid_steps
from shieldmap.terms import End
from shieldmap.words import english

SIZES: Final = (
    1,
    2,
    3,
    4,
    5,
    6,
    8,
    10,
    12,
    14,
    16,
    18,
    20,
    22,
    24,
    26,
    28,
    30,
    35,
    40,
    45,
    50,
    60,
    70,
    80,
    90,
    100,
)
"""Raids of which it is asked how fast they empty the battery."""

_RANGE: Final = ("value", "low", "high")
_QUICK_TRIALS: Final = 2000
_LEAST_TRIALS: Final = 100
_QUICK_MISSILES: Final = 400_000
_END_TRIALS: Final = 4000
LOSSES: Final[dict[str, dict[str, Any]]] = {
    "nothing": {},
    "launchers": {"stocks": {MAIN: Stock(launchers_fewer=2)}},
    "interceptors": {"stocks": {MAIN: Stock(interceptor_share=0.5)}},
    "radar": {"without_radar": (MAIN,)},
}
"""What may leave the battery under study, as words of :func:`shieldmap.campaign.make_field`."""


class Fought(NamedTuple):
    """The raid of a scenario fought: at the values until it is known well enough, and at both ends."""

    prepared: Prepared
    trials: Trials
    ends: dict[str, Trials]


def fight_raid(prepared: Prepared, progress: Progress | None = None) -> Fought:
    """Fight the raid of a scenario as it stands."""
    given = prepared.scenario.raid
    assert given is not None
    if progress is not None:
        progress(english("doing_fight"), 0, 1)
    plan = campaign.plan_of(prepared)
    fields = {end: campaign.make_field(prepared, end, plan=plan) for end in ENDS}
    # Where an interval is asked for, a very large raid ends before it if it takes too long.
    affordable = int(MOST_STEPS / max(raid_steps(prepared.scenario), 1.0))
    trials = campaign.fight_until(
        fields[End.VALUE],
        given.half_width_missiles,
        min(given.trials_max, max(LEAST_TRIALS, affordable)),
        given.seed,
    )
    return Fought(
        prepared,
        trials,
        {
            end: battle.fight(fields[end], trials_for(prepared, _END_TRIALS), given.seed)
            for end in (End.BAD, End.GOOD)
        },
    )


def trials_for(prepared: Prepared, usual: int = _QUICK_TRIALS) -> int:
    """Trials of a comparison: the usual number, fewer of very large raids."""
    return min(usual, max(_QUICK_MISSILES // prepared.raids[0].path.size, _LEAST_TRIALS))


def told(fought: Fought) -> RaidTold:
    """What became of a raid: everything that ``shieldmap raid`` prints."""
    prepared, trials, ends = fought
    given = prepared.scenario.raid
    assert given is not None
    n = trials.leakers.size
    both = (ends[End.BAD], ends[End.GOOD])
    bad, good = (float((one.leakers == 0).mean()) for one in both)
    none = share_of(int((trials.leakers == 0).sum()), n)
    return RaidTold(
        title=given.title,
        missiles=given.missiles,
        assignment=given.assignment,
        undiscriminated=given.undiscriminated,
        note=given.note,
        waves=_waves(prepared),
        batteries=_battery_rows(prepared),
        trials=n,
        trials_max=given.trials_max,
        half_width_asked=given.half_width_missiles,
        seed=given.seed,
        leakers=counted_mean(trials.leakers, *(one.leakers for one in both), most=given.missiles),
        none_leaks=RangedShare(**dict(none), parameter_range=(bad, good)),
        leaked_weight=counted_mean(
            trials.leaked_weight,
            *(one.leaked_weight for one in both),
            most=float(prepared.raids[0].weight.sum()),
        ),
        distribution=tuple(np.bincount(trials.leakers, minlength=given.missiles + 1).tolist()),
        interceptors_spent=_spent_told(prepared, trials, ends),
        outcomes=_with_intervals(outcomes(prepared, trials.outcomes, n), trials, given.missiles),
        by_asset=_by_asset(prepared, trials, n),
        by_threat=_by_threat(prepared, trials, n),
        cost=cost(prepared, trials),
        passed_over=tuple(prepared.passed_over),
        interval=english("questions_interval"),
        parameter_range=english("questions_parameter_range"),
    )


def counted_mean(
    values: Floats | np.ndarray, low: Floats | np.ndarray, high: Floats | np.ndarray, *, most: float
) -> CountedMean:
    """A mean with its two intervals; the parameter range from the bad to the good end.

    ``most`` is what no trial can pass.
    """
    mean = campaign.mean_of(values, most)
    return CountedMean(
        mean=mean.value,
        sampling_interval=(mean.low, mean.high),
        parameter_range=(float(low.mean()), float(high.mean())),
    )


def share_of(hits: int, n: int) -> SampledShare:
    """A share of ``n`` with Wilson's interval."""
    interval = campaign.wilson(hits, n)
    return SampledShare(share=interval.value, sampling_interval=(interval.low, interval.high))


def _waves(prepared: Prepared) -> tuple[RaidWave, ...]:
    given = prepared.scenario.raid
    assert given is not None
    threats = {threat.id: threat for threat in prepared.scenario.threats}
    assets = {asset.id: asset.name for asset in prepared.scenario.assets}
    points = {point.id: point.name for point in prepared.scenario.launch_points}
    return tuple(
        RaidWave(
            threat=wave.threat,
            missile=prepared.scenario.catalogue.missile(threats[wave.threat].missile).name,
            count=wave.count,
            start_s=wave.start_s,
            spacing_s=wave.spacing_s,
            launch_points=tuple(
                points[p] for p in wave.launch_points or threats[wave.threat].launch_points
            ),
            targets=tuple(assets[t] for t in wave.targets),
            objects=wave.objects,
            discrimination=None
            if wave.discrimination is None
            else ToldApart.model_validate(wave.discrimination.model_dump(mode="json")),
            sorting_altitude_m=None
            if wave.sorting_altitude_km is None
            else 1e3 * wave.sorting_altitude_km.value,
            note=wave.note,
        )
        for wave in given.waves
    )


def _battery_rows(prepared: Prepared) -> tuple[RaidBattery, ...]:
    """What each battery is and can do, in the order in which they choose."""
    out = []
    for b in prepared.batteries:
        salvo, looks = campaign.shots_of(b)
        defence = b.study.scenario.defence
        arrays = {end: campaign.make_field(prepared, end, only=[b.id]) for end in ENDS}
        field = arrays[End.VALUE]
        own = slice(b.first_site, b.first_site + b.sites)
        reached = (prepared.opportunities[0].entry_count[:, own] > 0).any(axis=1)
        stocks = (
            int(one.launchers["loaded"].sum() + one.batteries["reloads"].sum())
            for one in arrays.values()
        )
        kills = {str(end): campaign.kill_probability(b, end) for end in ENDS}
        out.append(
            RaidBattery(
                id=b.id,
                name=b.name,
                system=b.entry.id,
                system_name=b.entry.name,
                latitude_deg=defence.battery.latitude_deg,
                longitude_deg=defence.battery.longitude_deg,
                interceptors=Count(**dict(zip(_RANGE, stocks, strict=True))),
                salvo=salvo,
                looks=looks,
                kill_probability=EndsOfNumber(**kills),
                record=b.fire.record,
                records=records_of(b.entry),
                common_mode_failure=float(field.batteries["common_mode"][0]),
                simultaneous=int(field.batteries["simultaneous"][0]),
                double_engagement=b.fire.double_engagement,
                radar=prepared.radar_owners[b.radar],
                track_budget=int(field.radars["track_budget"][b.radar]),
                paths_in_reach=int(reached.sum()),
                paths=len(prepared.paths),
            )
        )
    return tuple(out)


def trial_table(fought: Fought) -> dict[str, np.ndarray]:
    """One row for each trial, as columns by name."""
    trials = fought.trials
    columns: dict[str, np.ndarray] = {
        "trial": np.arange(trials.leakers.size),
        "leakers": trials.leakers,
        "leaked_weight": trials.leaked_weight,
        "at_objects_that_were_no_warheads": trials.at_others,
        "at_missiles_already_stopped": trials.at_stopped,
    }
    reasons = [reason.name.lower() for reason in Outcome]
    names = [*(f"stopped_by_{b.id}" for b in fought.prepared.batteries), *reasons]
    for k, name in enumerate(names):
        columns[name] = trials.by_outcome[:, k]
    for k, b in enumerate(fought.prepared.batteries):
        columns[f"spent_{b.id}"] = trials.spent[:, k]
        columns[f"emptied_s_{b.id}"] = trials.emptied_s[:, k]
    return columns


def records_of(entry: catalog.DefenceEntry) -> tuple[HitRecord, ...]:
    """The counts of hits and shots of a system, with what each allows of a kill probability."""
    out = []
    for record in catalog.records(entry):
        mean, low, high = campaign.posterior(record)
        out.append(HitRecord(**record.model_dump(mode="json"), mean=mean, p05=low, p95=high))
    return tuple(out)


def outcomes(prepared: Prepared, counts: np.ndarray, trials: int) -> tuple[RaidOutcome, ...]:
    """What becomes of the missiles, in the mean of the trials; sums to the raid.

    ``counts`` (paths, batteries + reasons) or one row of them.
    """
    summed = counts.reshape(-1, counts.shape[-1]).sum(axis=0) / trials
    stopped = (
        RaidOutcome(
            outcome="stopped",
            by=b.id,
            text=english("questions_stopped_at", system=b.entry.name, place=b.name),
            missiles=float(summed[k]),
        )
        for k, b in enumerate(prepared.batteries)
    )
    leaked = (
        RaidOutcome(
            outcome=code_of(reason),
            by=None,
            text=terms.outcome_of(reason).long.en,
            missiles=float(summed[len(prepared.batteries) + reason]),
        )
        for reason in Outcome
    )
    return (*stopped, *leaked)


def _with_intervals(
    rows: tuple[RaidOutcome, ...], trials: Trials, missiles: int
) -> tuple[RaidOutcome, ...]:
    """The outcomes with the intervals of their means over the trials."""
    out = []
    for column, row in enumerate(rows):
        interval = campaign.mean_of(trials.by_outcome[:, column], missiles)
        out.append(row.model_copy(update={"sampling_interval": (interval.low, interval.high)}))
    return tuple(out)


def _wasted(trials: Trials) -> SampledShare:
    """The share of the interceptors that met no living warhead; whole trials are drawn again."""
    spent = trials.spent.sum(axis=1)
    share = campaign.bootstrap_share(trials.at_others + trials.at_stopped, spent)
    return SampledShare(share=share.value, sampling_interval=(share.low, share.high))


def _spent_told(prepared: Prepared, trials: Trials, ends: dict[str, Trials]) -> SpentInterceptors:
    both = (ends[End.BAD], ends[End.GOOD])
    stocks = [float(_stock(prepared, b.id)) for b in prepared.batteries]
    every = sum(stocks)
    return SpentInterceptors(
        all=counted_mean(
            trials.spent.sum(axis=1), *(one.spent.sum(axis=1) for one in both), most=every
        ),
        by_battery={
            b.id: counted_mean(
                trials.spent[:, k], *(one.spent[:, k] for one in both), most=stocks[k]
            )
            for k, b in enumerate(prepared.batteries)
        },
        at_objects_that_were_no_warheads=counted_mean(
            trials.at_others, *(one.at_others for one in both), most=every
        ),
        at_missiles_already_stopped=counted_mean(
            trials.at_stopped, *(one.at_stopped for one in both), most=every
        ),
        wasted=_wasted(trials),
    )


def _stock(prepared: Prepared, battery_id: str) -> int:
    """Interceptors of a battery at the values, in its launchers and in reserve."""
    alone = campaign.make_field(prepared, only=[battery_id])
    return int(alone.launchers["loaded"].sum() + alone.batteries["reloads"].sum())


def _by_asset(prepared: Prepared, trials: Trials, n: int) -> tuple[RaidAsset, ...]:
    """Leakers at every place aimed at, with what became of the others and why they came."""
    names = {asset.id: asset.name for asset in prepared.scenario.assets}
    raid = prepared.raids[0]
    out = []
    for g, asset in enumerate(campaign.assets_of(prepared.paths)):
        own = [row for row, path in enumerate(prepared.paths) if path.asset_id == asset]
        missiles = int((raid.group == g).sum())
        # A raid may have fewer missiles than places: the last ones have no group.
        if missiles:
            total, squares, none = (int(x) for x in trials.groups[g])
            out.append(
                RaidAsset(
                    asset=asset,
                    name=names[asset],
                    missiles=missiles,
                    leakers=_sampled(campaign.mean_from_sums(total, squares, n, missiles)),
                    none_leaks=share_of(none, n),
                    outcomes=outcomes(prepared, trials.outcomes[own], n),
                )
            )
    return tuple(out)


def _by_threat(prepared: Prepared, trials: Trials, n: int) -> tuple[RaidThreat, ...]:
    out = []
    for threat in dict.fromkeys(case.threat_id for case in prepared.cases):
        own = [
            row
            for row, path in enumerate(prepared.paths)
            if prepared.cases[path.case].threat_id == threat
        ]
        counts = trials.outcomes[own]
        out.append(
            RaidThreat(
                threat=threat,
                missiles=float(counts.sum()) / n,
                leakers=float(counts[:, len(prepared.batteries) :].sum()) / n,
                outcomes=outcomes(prepared, counts, n),
            )
        )
    return tuple(out)


def cost(prepared: Prepared, trials: Trials) -> RaidCost:
    """What the interceptors that were spent cost at public prices, from low to high."""
    rows, totals = [], np.zeros(3)
    for k, b in enumerate(prepared.batteries):
        spent = float(trials.spent[:, k].mean())
        prices = np.array(b.price_usd)
        totals += spent * prices
        quantity = b.entry.cost.interceptor
        rows.append(
            BatteryCost(
                battery=b.id,
                name=b.name,
                system=b.entry.name,
                spent=spent,
                price_usd=NumberEnds(**dict(zip(_RANGE, b.price_usd, strict=True))),
                cost_usd=NumberEnds(**dict(zip(_RANGE, (spent * prices).tolist(), strict=True))),
                source=quantity.source,
                note=quantity.note,
                rivals=tuple(
                    RivalFigure.model_validate(rival.model_dump(mode="json"))
                    for rival in quantity.rivals
                ),
            )
        )
    stopped = float(trials.outcomes[:, : len(prepared.batteries)].sum()) / trials.leakers.size
    each = [value / stopped if stopped else None for value in totals.tolist()]
    return RaidCost(
        by_battery=tuple(rows),
        total_usd=NumberEnds(**dict(zip(_RANGE, totals.tolist(), strict=True))),
        per_missile_stopped_usd=NumberEnds(**dict(zip(_RANGE, each, strict=True))),
        limits=english("questions_limits_cost"),
    )


# ---------------------------------------------------------------------------------------------
# Questions


def resized(raid: RaidArrays, size: int) -> RaidArrays:
    """A raid of another size with the same mix, times and places.

    Missile i of n is missile floor(i N / n) of the N there are: a smaller raid leaves some out evenly,
    a larger one repeats them.
    """
    return taken(raid, (np.arange(size) * raid.path.size) // size)


def taken(raid: RaidArrays, rows: Ints) -> RaidArrays:
    """The missiles of some rows."""
    named = {name: getattr(raid, name)[rows] for name in RaidArrays._fields if name != "is_gated"}
    return raid._replace(**named)


def emptying(
    prepared: Prepared, sizes: Iterable[int] = SIZES, trials: int = _QUICK_TRIALS
) -> Emptying:
    """How fast raids of growing size empty the battery under study, alone, by doctrine.

    The raids are made of the missiles that it can shoot at; the others cost it nothing.
    """
    given = prepared.scenario.raid
    assert given is not None
    raid = in_reach(prepared, MAIN)
    curves = []
    for name, doctrine in terms.DOCTRINES.items():
        rows = []
        for size in sizes if raid.path.size else ():
            field = campaign.make_field(
                prepared,
                only=[MAIN],
                raid=resized(raid, size),
                shots={MAIN: (doctrine.salvo, doctrine.looks)},
            )
            out = battle.fight(field, trials, given.seed)
            empty = np.isfinite(out.emptied_s[:, 0])
            rows.append(
                EmptyingRow(
                    missiles=size,
                    leakers=_sampled(campaign.mean_of(out.leakers, size)),
                    spent=float(out.spent[:, 0].mean()),
                    empty=share_of(int(empty.sum()), trials),
                    emptied_s=float(np.median(out.emptied_s[empty, 0])) if empty.any() else None,
                    outcomes=outcomes(_only(prepared, MAIN), out.outcomes, trials),
                )
            )
        emptied = (row.missiles for row in rows if (row.empty.share or 0.0) >= 0.5)
        curves.append(
            EmptyingCurve(doctrine=name, rows=tuple(rows), empties_at=next(emptied, None))
        )
    return Emptying(
        interceptors=_stock(prepared, MAIN),
        trials=trials,
        curves=tuple(curves),
        in_reach=int(raid.path.size),
        limits=english("questions_limits_empty"),
    )


def in_reach(prepared: Prepared, battery_id: str) -> RaidArrays:
    """The missiles of the raid at which a battery can shoot, at the values."""
    b = next(b for b in prepared.batteries if b.id == battery_id)
    count = prepared.opportunities[0].entry_count[:, b.first_site : b.first_site + b.sites]
    raid = prepared.raids[0]
    return taken(raid, np.flatnonzero((count[raid.path] > 0).any(axis=1)))


def _only(prepared: Prepared, battery_id: str) -> Prepared:
    return prepared._replace(batteries=tuple(b for b in prepared.batteries if b.id == battery_id))


def _sampled(mean: Interval) -> SampledMean:
    return SampledMean(mean=mean.value, sampling_interval=(mean.low, mean.high))


_FEW_BATTERIES: Final = 4
"""Batteries of which every combination is fought: each one more doubles the battles."""


def _is_by_battery(prepared: Prepared) -> bool:
    """Whether batteries are told apart: few, and two of them with the same system."""
    count = len(prepared.batteries)
    return len({b.entry.id for b in prepared.batteries}) < count <= _FEW_BATTERIES


def layers_added(prepared: Prepared) -> LayersAdded:
    """The raid against every combination of the systems: what each adds to the others.

    Of the batteries instead where they are few and two have the same system, which would else be one.
    """
    trials = trials_for(prepared)
    is_by_battery = _is_by_battery(prepared)
    of = {b.id: b.id if is_by_battery else b.entry.id for b in prepared.batteries}
    names = {
        of[b.id]: f"{b.entry.name}: {b.name}" if is_by_battery else b.entry.name
        for b in prepared.batteries
    }
    systems = tuple(of.values()) if is_by_battery else tuple(prepared.layers)
    rows = []
    for size in range(len(systems) + 1):
        for chosen in combinations(systems, size):
            found = _fought(prepared, trials, only=[one for one in of if of[one] in chosen])
            rows.append(LayersTogether(systems=chosen, **dict(found)))
    by_set = {row.systems: row.leakers.mean for row in rows}
    added = (
        SystemAdded(
            system=system,
            name=names[system],
            leakers_with_all=by_set[systems],
            leakers_without_it=by_set[tuple(s for s in systems if s != system)],
            leakers_alone=by_set[(system,)],
        )
        for system in systems
    )
    return LayersAdded(trials=trials, names=names, rows=tuple(rows), added=tuple(added))


def losses(prepared: Prepared, progress: Progress | None = None) -> Losses:
    """What is lost when launchers, interceptors or the radar of the battery under study leave."""
    trials = trials_for(prepared)
    drawn = fight_drawn(prepared, list(LOSSES.values()), progress)
    rows = []
    for (what, choice), through in zip(LOSSES.items(), drawn.leakers, strict=True):
        found = _fought(prepared, trials, **choice)
        told = english(f"questions_lost_{what}")
        rows.append(LossOfPart(change=told, drawn=through, **dict(found)))
    return Losses(trials=trials, draws=drawn.draws, rows=tuple(rows))


def _fought(
    prepared: Prepared,
    trials: int,
    only: list[str] | None = None,
    stocks: dict[str, Stock] | None = None,
    without_radar: tuple[str, ...] = (),
) -> RaidAgainst:
    """Leakers, spent interceptors and outcomes of the raid with some batteries or stocks."""
    given = prepared.scenario.raid
    assert given is not None
    if only is not None and not only:
        everybody = float(prepared.raids[0].path.size)
        both = (everybody, everybody)
        nothing = CountedMean(mean=everybody, sampling_interval=both, parameter_range=both)
        return RaidAgainst(leakers=nothing, spent=0.0, stopped_by={})
    fought = fight_without(prepared, trials, only=only, stocks=stocks, without_radar=without_radar)
    return raid_against(prepared, fought, only)


def fight_without(prepared: Prepared, trials: int, **choice: Any) -> tuple[Trials, ...]:
    """The raid with some batteries or stocks, at the values and at both ends, each with one seed.

    ``choice`` are words of :func:`shieldmap.campaign.make_field`: only, stocks and without_radar.
    """
    given = prepared.scenario.raid
    assert given is not None
    plan = campaign.plan_of(prepared, **choice)
    return tuple(
        battle.fight(campaign.make_field(prepared, end, plan=plan, **choice), trials, given.seed)
        for end in ENDS
    )


def raid_against(
    prepared: Prepared, fought: tuple[Trials, ...], only: list[str] | None = None
) -> RaidAgainst:
    """What became of a raid that was fought at the values and at both ends."""
    value, bad, good = fought
    chosen = [b for b in prepared.batteries if only is None or b.id in only]
    stopped = value.outcomes.sum(axis=0) / value.leakers.size
    return RaidAgainst(
        leakers=counted_mean(
            value.leakers, bad.leakers, good.leakers, most=prepared.raids[0].path.size
        ),
        spent=float(value.spent.sum(axis=1).mean()),
        stopped_by={b.id: float(stopped[k]) for k, b in enumerate(chosen)},
    )
