"""The battle on the page: what a raid does to the defence, and what it costs, in words and tables.

Nothing is computed here: the numbers are those of ``battle.json`` and ``timeline.json``. Every number
that was drawn has two intervals, which the words keep apart: the sampling interval of the trials, at
the values of the assumptions, and the parameter range from all bad ends to all good ends.
"""

from collections.abc import Iterable
from typing import Final

from shieldmap import formats, words
from shieldmap.archive import Run
from shieldmap.report import (
    battle_figures as figures,
    battle_gaps,
    battle_places,
    battle_raid,
    drawing,
    phrases,
)
from shieldmap.report.battle_words import (
    Names,
    brief,
    counted,
    ends,
    interval,
    kept,
    mean,
    millions,
    outcome,
    ranged,
    share,
    shares,
)
from shieldmap.results import (
    BatteryCost,
    CountedMean,
    Emptying,
    LayersAdded,
    Losses,
    NumberEnds,
    RaidAsset,
    RaidBattery,
    RaidTold,
    RaidWave,
    SpaceSecurity,
)
from shieldmap.results.footprint import Count
from shieldmap.results.questions import BrokenUp, EmptyingCurve, LowSatellite, RaidAgainst
from shieldmap.words import t

View = dict[str, object]
"""What the template shows of a part, by its own names."""


def section(run: Run) -> dict[str, object]:
    """Everything that the sections of the battle ask for; None without a raid."""
    battle = run.battle
    if battle is None:
        return {"battle": None}
    names = Names(run.footprint, phrases.battery(run))
    leakage = battle.leakage
    layers = figures.layers(leakage.batteries)
    parts = {
        "raid": _raid(leakage, names),
        "leakage": _leakage(leakage, layers, names),
        "lost": _lost(battle.lost, leakage),
        "worth": battle.worth and battle_gaps.worth(battle.worth, names),
        "cost": _cost(leakage),
        "empty": _empty(battle.empty, names),
        "adds": _adds(battle.adds, leakage.batteries),
        "gap": battle.gap and battle_gaps.gap(battle.gap, names),
        **battle_places.parts(battle, names, run.footprint.grid.countries),
        "one": battle_raid.part(run.timeline, leakage, layers, names),
        "space": _space(battle.space, names),
    }
    return {"battle": parts}


# --- the raid and who fights it ----------------------------------------------------------------


def _raid(leakage: RaidTold, names: Names) -> View:
    batteries = leakage.batteries
    value, bad, good = (
        formats.number(sum(counts))
        for counts in zip(*(_three(b.interceptors) for b in batteries), strict=True)
    )
    return {
        "title": kept(leakage.title),
        "note": kept(leakage.note),
        "lead": t(
            "battle_raid_lead",
            missiles=leakage.missiles,
            waves=len(leakage.waves),
            places=len(leakage.by_asset),
            batteries=len(batteries),
            stock=value,
            bad=bad,
            good=good,
        ),
        "rules": [
            t(f"battle_assignment_{leakage.assignment}"),
            t(f"battle_unsorted_{leakage.undiscriminated}"),
        ],
        "waves": [_wave(number, wave, names) for number, wave in enumerate(leakage.waves, 1)],
        "batteries": [_battery(b) for b in batteries],
        "records": _records(batteries),
        "passed_over": len(leakage.passed_over),
    }


def _three(count: Count) -> tuple[int, int, int]:
    return count.value, count.low, count.high


def _records(batteries: tuple[RaidBattery, ...]) -> list[View]:
    """Counts of hits and shots by system, with the kill probability that each would allow."""
    by_system = {b.system_name: b.records for b in batteries}
    return [
        {
            "system": system,
            "count": formats.part_of(str(record.hits), str(record.shots)),
            "kind": t(f"battle_record_{record.kind}"),
            "mean": formats.number(record.mean, 2),
            "span": interval((record.p05, record.p95), 2),
            "note": record.note,
            "keys": phrases.keys(record.source),
        }
        for system, records in by_system.items()
        for record in records
    ]


def _wave(number: int, wave: RaidWave, names: Names) -> View:
    start, spacing = formats.seconds(wave.start_s), wave.spacing_s
    return {
        "number": number,
        "missile": names.threat(wave.threat),
        "count": formats.number(wave.count),
        "when": t("battle_wave_spaced", start=start, spacing=formats.seconds(spacing))
        if spacing
        else t("battle_wave_together", start=start),
        "from": formats.listed([names.place(one) for one in wave.launch_points]),
        "at": formats.listed([names.place(one) for one in wave.targets]),
        "objects": _objects(wave),
        "note": kept(wave.note),
    }


def _objects(wave: RaidWave) -> str:
    """What comes with each missile, and how it is told from the warhead."""
    told, count = wave.discrimination, str(wave.objects)
    if wave.objects == 1 and told is None:
        return t("battle_objects_alone")
    text = t("battle_objects", count=count)
    if told is not None:
        probability = ranged(*map(formats.short, (told.value, told.low, told.high)))
        text = t("battle_objects_told", count=count, probability=probability)
    if wave.sorting_altitude_m is not None:
        altitude = formats.km(wave.sorting_altitude_m)
        text = t("battle_objects_sorted", objects=text, altitude=altitude)
    return text


def _battery(b: RaidBattery) -> View:
    salvo, looks, kill = b.salvo, b.looks, b.kill_probability
    shots = t("battle_shots", shots=salvo)
    return {
        "id": b.id,
        "system": b.system_name,
        "place": kept(b.name),
        "interceptors": ranged(*map(formats.number, _three(b.interceptors))),
        "shots": shots if looks == 1 else t("battle_shots_looks", shots=salvo, looks=looks),
        "kill": ranged(*map(formats.short, (kill.value, kill.bad, kill.good))),
        "record": t("battle_record", name=b.record) if b.record else "",
        "simultaneous": formats.number(b.simultaneous),
        "double": t("yes" if b.double_engagement else "no"),
        "common": formats.percent(b.common_mode_failure, 1),
        "reach": formats.part_of(str(b.paths_in_reach), str(b.paths)),
    }


# --- what comes through ------------------------------------------------------------------------


def _leakage(leakage: RaidTold, layers: list[figures.StackedLayer], names: Names) -> View:
    reasons = figures.reasons_shown(leakage.outcomes)
    known: set[str] = set()
    return {
        "lead": _leak_lead(leakage),
        "more": _leak_more(leakage, names),
        "chart": drawing.svg(
            figures.outcomes_figure(leakage, layers), "outcomes", t("battle_outcomes_alt"), known
        ),
        "histogram": drawing.svg(
            figures.leakers_figure(leakage), "leakers", t("battle_leakers_alt"), known
        ),
        "legend": [
            (drawing.swatch(fill, f"oc{number}"), fill.text)
            for number, fill in enumerate([*(layer.fill for layer in layers), *reasons.values()])
        ],
        "layers": [layer.name for layer in layers],
        "reasons": [t(f"battle_head_{code}") for code in reasons],
        "rows": [
            _outcome_row(row, names.place(row.name), layers, reasons) for row in leakage.by_asset
        ],
        "total": _outcome_row(leakage, t("battle_total"), layers, reasons),
        "by_battery": [
            {
                "text": outcome(row),
                "missiles": (row.missiles, formats.number(row.missiles, 2)),
            }
            for row in leakage.outcomes
        ],
        "trials": formats.number(leakage.trials),
        "limits": t(
            "battle_leakage_limits",
            interval=kept(leakage.interval),
            range=kept(leakage.parameter_range),
        ),
    }


def _leak_lead(leakage: RaidTold) -> str:
    none = leakage.none_leaks
    bad, good = none.parameter_range
    return t(
        "battle_leakage_lead",
        missiles=leakage.missiles,
        leakers=counted(leakage.leakers),
        trials=leakage.trials,
        none=share(none.share),
        sampling=shares(none.sampling_interval),
        bad=share(bad),
        good=share(good),
    )


def _leak_more(leakage: RaidTold, names: Names) -> list[str]:
    """Why missiles come through, where most do, and what was spent: a sentence each."""
    leaks = [row for row in leakage.outcomes if row.by is None and row.missiles > 0.0]
    leaks.sort(key=lambda row: -row.missiles)
    why = [f"{outcome(row)} ({formats.number(row.missiles, 1)})" for row in leaks[:3]]
    worst = max(leakage.by_asset, key=lambda row: row.leakers.mean / row.missiles)
    spent = leakage.interceptors_spent
    return [
        *([t("battle_leakage_why", reasons="; ".join(why))] if why else []),
        _worst(worst, names.place(worst.name)),
        t(
            "battle_leakage_spent",
            all=counted(spent.all),
            stopped=formats.number(spent.at_missiles_already_stopped.mean, 1),
            others=formats.number(spent.at_objects_that_were_no_warheads.mean, 1),
        ),
    ]


def _worst(row: RaidAsset, place: str) -> str:
    given = row.leakers
    told = {"place": place, "missiles": row.missiles}
    if given.mean == row.missiles:
        return t("battle_leakage_worst_all", **told)
    return t(
        "battle_leakage_worst",
        **told,
        leakers=formats.number(given.mean, 2),
        sampling=interval(given.sampling_interval, 2),
    )


def _outcome_row(
    row: RaidTold | RaidAsset,
    name: str,
    layers: list[figures.StackedLayer],
    reasons: dict[str, drawing.Fill],
) -> View:
    stopped = [figures.stopped_by(row.outcomes, layer) for layer in layers]
    leaked = [figures.leaked_by(row.outcomes, reason) for reason in reasons]
    none = row.none_leaks
    return {
        "name": name,
        "missiles": formats.number(row.missiles),
        "stopped": [(value, mean(value)) for value in stopped],
        "leaked": [(value, mean(value)) for value in leaked],
        "leakers": (row.leakers.mean, formats.number(row.leakers.mean, 2)),
        "sampling": interval(row.leakers.sampling_interval, 2),
        "none": share(none.share),
        "none_sampling": shares(none.sampling_interval),
    }


# --- how fast a raid empties the battery ---------------------------------------------------------


def _empty(empty: Emptying, names: Names) -> View:
    curves = [curve for curve in empty.curves if curve.rows]
    limits = kept(empty.limits)
    if not curves:
        lead = t("battle_empty_nothing", battery=names.battery)
        return {"lead": lead, "chart": "", "rows": [], "steps": [], "limits": limits}
    return {
        "lead": _empty_lead(empty, curves),
        "chart": drawing.svg(figures.empty_figure(empty), "empty", t("battle_empty_alt")),
        "rows": [_emptied(curve) for curve in curves],
        "steps": _steps(curves),
        "trials": formats.number(empty.trials),
        "in_reach": empty.in_reach,
        "limits": limits,
    }


def _empty_lead(empty: Emptying, curves: list[EmptyingCurve]) -> str:
    """Which raid empties the battery by which doctrine, the smallest first."""
    curves = sorted(curves, key=lambda curve: curve.empties_at or 10**9)
    stock, told = {"interceptors": empty.interceptors}, []
    smaller: list[str] = []
    if not curves[0].empties_at:
        largest = curves[0].rows[-1].missiles
        told, curves = [t("battle_empty_none", missiles=largest, **stock)], []
    for curve in curves:
        at, sizes = curve.empties_at, [row.missiles for row in curve.rows]
        doctrine = t(f"battle_doctrine_{curve.doctrine}")
        if not at:
            told.append(t("battle_empty_never", missiles=sizes[-1], doctrine=doctrine))
            continue
        row = next(row for row in curve.rows if row.missiles == at).empty
        told.append(
            t(
                "battle_empty_next" if told else "battle_empty_first",
                missiles=at,
                doctrine=doctrine,
                share=share(row.share),
                sampling=shares(row.sampling_interval),
                **stock,
            )
        )
        smaller += [str(max(size for size in sizes if size < at))] if min(sizes) < at else []
    if smaller:
        told.append(t("battle_empty_smaller", sizes=formats.listed(smaller)))
    return " ".join([*told, t("battle_empty_ends")])


def _emptied(curve: EmptyingCurve) -> View:
    """The raid at which a doctrine has emptied the battery, or the largest one that was fought."""
    at = curve.empties_at
    row = next((row for row in curve.rows if row.missiles == at), curve.rows[-1])
    return {
        "doctrine": t(f"battle_doctrine_{curve.doctrine}"),
        "size": formats.number(at) if at else t("battle_empty_none_up_to", missiles=row.missiles),
        "leakers": formats.number(row.leakers.mean, 1),
        "sampling": interval(row.leakers.sampling_interval, 1),
        "spent": formats.number(row.spent, 1),
        "empty": share(row.empty.share),
        "empty_sampling": shares(row.empty.sampling_interval),
        "when": formats.seconds(row.emptied_s),
    }


def _steps(curves: list[EmptyingCurve]) -> list[View]:
    """Every size with leakers and interceptors by doctrine."""
    return [
        {
            "missiles": row.missiles,
            "cells": [
                (
                    formats.number(curve.rows[i].leakers.mean, 1),
                    formats.number(curve.rows[i].spent, 1),
                    share(curve.rows[i].empty.share),
                )
                for curve in curves
            ],
        }
        for i, row in enumerate(curves[0].rows)
    ]


# --- layers and losses ---------------------------------------------------------------------------


_LITTLE: Final = 0.05
"""A difference of missiles that tables with one decimal tell as none."""


def _adds(adds: LayersAdded, batteries: tuple[RaidBattery, ...]) -> View:
    by_set = {row.systems: row for row in adds.rows}
    layers = _told_apart(adds, batteries)
    called = _called(adds, batteries)
    most = max(adds.added, key=lambda one: one.leakers_without_it - one.leakers_with_all)
    every = max(by_set, key=len)
    without = by_set[tuple(system for system in every if system != most.system)]
    adds_nothing = without.leakers.mean - by_set[every].leakers.mean < _LITTLE
    return {
        "lead": t(
            f"battle_adds_{'nothing' if adds_nothing else 'lead'}",
            all=counted(by_set[every].leakers),
            name=called[most.system],
            without=brief(without.leakers),
            alone=formats.number(most.leakers_alone, 1),
        ),
        "chart": drawing.svg(figures.adds_figure(adds, layers), "adds", t("battle_adds_alt")),
        "rows": [
            {
                "name": " + ".join(called[s] for s in row.systems) or t("battle_no_layer"),
                **ends(row.leakers),
                "spent": formats.number(row.spent, 1),
            }
            for row in adds.rows
        ],
        "added": [
            {
                "name": called[one.system],
                "with": formats.number(one.leakers_with_all, 1),
                "without": formats.number(one.leakers_without_it, 1),
                "alone": formats.number(one.leakers_alone, 1),
            }
            for one in adds.added
        ],
        "trials": formats.number(adds.trials),
        "limits": _outside(row.leakers for row in adds.rows),
    }


def _told_apart(
    adds: LayersAdded, batteries: tuple[RaidBattery, ...]
) -> list[figures.StackedLayer]:
    """The layers of the figure: systems, or batteries by their places where two have one system."""
    layers = figures.layers(batteries)
    if any(layer.system in adds.names for layer in layers):
        return layers
    fill = {layer.system: layer.fill for layer in layers}
    return [figures.StackedLayer(b.id, _head(b), (b.id,), fill[b.system]) for b in batteries]


def _head(b: RaidBattery) -> str:
    """A battery over a narrow column: ``Aegis Ashore Romania, Deveselu`` -> ``Deveselu``."""
    parts = kept(b.name).partition(" (")[0].split(", ")
    return min(parts, key=len)


def _called(adds: LayersAdded, batteries: tuple[RaidBattery, ...]) -> dict[str, str]:
    """What the systems or batteries that are told apart are called, by their ids."""
    told = {
        b.id: t(
            "report_battery_at",
            system=kept(b.system_name),
            place=phrases.place_short(words.inline(kept(b.name))),
        )
        for b in batteries
    }
    return {one: told.get(one, kept(name)) for one, name in adds.names.items()}


def _outside(found: Iterable[CountedMean]) -> str:
    """Says so where a value does not lie between the two ends, which it need not."""
    every = list(found)
    beyond = [
        one
        for one in every
        if not min(one.parameter_range) - 0.05 <= one.mean <= max(one.parameter_range) + 0.05
    ]
    some = [t("battle_outside_some", count=len(beyond), all=len(every))] if beyond else []
    return " ".join([t("battle_outside"), *some])


def _lost(lost: Losses, leakage: RaidTold) -> View:
    base, *changed = lost.rows
    is_same = all(abs(row.leakers.mean - base.leakers.mean) < _LITTLE for row in changed)
    told = [
        t("battle_lost_change_when", change=kept(row.change))
        if is_same
        else t("battle_lost_when", change=kept(row.change), leakers=brief(row.leakers))
        for row in changed
    ]
    names = {
        b.id: f"{b.system_name}, {phrases.place_short(kept(b.name))}" for b in leakage.batteries
    }
    return {
        "lead": t(
            f"battle_lost_{'same' if is_same else 'lead'}",
            leakers=counted(base.leakers),
            missiles=leakage.missiles,
            changes=formats.listed(told) if is_same else "; ".join(told),
        )
        if told
        else "",
        "chart": drawing.svg(figures.lost_figure(lost), "lost", t("battle_lost_alt")),
        "batteries": list(names.values()),
        "rows": [
            {
                "change": kept(row.change),
                **ends(row.leakers),
                "more": formats.NONE if row is base else _more(row, base),
                "spent": formats.number(row.spent, 1),
                "stopped": [mean(row.stopped_by.get(b, 0.0)) for b in names],
            }
            for row in lost.rows
        ],
        "missiles": leakage.missiles,
        "trials": lost.trials,
        "draws": lost.draws,
        "limits": _outside(row.leakers for row in lost.rows),
    }


def _more(row: RaidAgainst, base: RaidAgainst) -> str:
    """How many more missiles come through, with the sign."""
    more = row.leakers.mean - base.leakers.mean
    return f"{'+' if more > 0.0 else ''}{formats.number(more, 1)}"


# --- cost ----------------------------------------------------------------------------------------


def _cost(leakage: RaidTold) -> View:
    cost, spent = leakage.cost, leakage.interceptors_spent
    total, each = cost.total_usd, cost.per_missile_stopped_usd
    one, one_low, one_high = _millions(each, "none")
    value, low, high = _millions(total)
    places = {b.id: kept(b.name) for b in leakage.batteries}
    return {
        "lead": t(
            "battle_cost_lead",
            total=value,
            low=low,
            high=high,
            stopped=one,
            stopped_low=one_low,
            stopped_high=one_high,
            spent=counted(spent.all),
        ),
        "rows": [
            {
                "system": row.system,
                "place": places.get(row.battery, row.battery),
                **ends(spent.by_battery[row.battery]),
                "price": _prices(row.price_usd),
                "cost": _prices(row.cost_usd),
            }
            for row in cost.by_battery
        ],
        "total": _prices(total),
        "each": _prices(each) if each.value is not None else formats.NONE,
        "prices": _sources(cost.by_battery),
        "limits": kept(cost.limits),
    }


def _prices(given: NumberEnds) -> str:
    """Millions of dollars: value (low–high)."""
    return ranged(*_millions(given))


def _millions(given: NumberEnds, none: str = formats.NONE) -> list[str]:
    """The value and its two ends in millions."""
    return [none if usd is None else millions(usd) for usd in (given.value, given.low, given.high)]


def _sources(rows: tuple[BatteryCost, ...]) -> list[View]:
    """One row a system: its price, its source, and the rivals in print."""
    systems = {row.system: row for row in rows}
    return [
        {
            "system": name,
            "price": _prices(row.price_usd),
            "keys": phrases.keys(row.source),
            "note": row.note,
            "rivals": [
                {
                    "value": t("battle_million", value=millions(1e6 * rival.value))
                    if rival.unit == "M USD"
                    else formats.measured(rival.value, rival.unit),
                    "keys": phrases.keys(rival.source),
                    "note": rival.note,
                }
                for rival in row.rivals
            ],
        }
        for name, row in systems.items()
    ]


# --- space ---------------------------------------------------------------------------------------


def _space(space: SpaceSecurity, names: Names) -> View:
    ceiling, found = space.ceiling_m, space.intercepts
    nearest = min(space.satellites, key=lambda one: one.altitude_m)
    apart = nearest.above_ceiling_m
    return {
        "lead": t(
            "battle_space_lead",
            ceiling=formats.km(ceiling.value),
            low=formats.km(ceiling.low),
            high=formats.km(ceiling.high),
            apart=formats.km(abs(apart)),
            side="below" if apart >= 0.0 else "above",
            satellite=phrases.place_short(kept(nearest.name)),
            altitude=formats.km(nearest.altitude_m),
        ),
        "more": _fragments(space, found[-1], nearest) if found else "",
        "chart": drawing.svg(figures.space_figure(space), "space", t("battle_space_alt")),
        "satellites": [
            {
                "name": kept(one.name),
                "altitude": formats.km(one.altitude_m),
                "above": formats.km(one.above_ceiling_m),
                "keys": phrases.keys(one.source),
                "shares": [share(case.share_above[i].share) for case in found],
            }
            for i, one in enumerate(space.satellites)
        ],
        "intercepts": [kept(case.intercept) for case in found],
        "facts": _facts(found, names),
        "ceiling_keys": phrases.keys(ceiling.source),
        "least": formats.measured(100.0 * space.least_length_m, "cm"),
        "keys": space.sources,
        "limits": kept(space.limits),
    }


def _fragments(space: SpaceSecurity, case: BrokenUp, nearest: LowSatellite) -> str:
    above = next(one for one in case.share_above if one.name == nearest.name)
    down, left = case.below_100_km_s.p99, case.in_space_after_orbit
    return t(
        "battle_space_more",
        intercept=kept(case.intercept),
        altitude=formats.km(case.altitude_m),
        median=formats.km(case.highest_m.median),
        p99=formats.km(case.highest_m.p99),
        above=share(above.share),
        satellite=phrases.place_short(kept(nearest.name)),
        sampling=shares(above.sampling_interval),
        down="none" if down is None else formats.seconds(down),
        left=share(left) if left else "none",
        orbit=formats.seconds(case.orbit_s),
        left_sampling=shares(case.in_space_after_orbit_interval),
        drawn=space.samples,
        flown=case.flown,
    )


def _facts(found: tuple[BrokenUp, ...], names: Names) -> list[tuple[str, list[str]]]:
    """What is known of each intercept and its fragments: one row a fact, one column an intercept."""
    facts: dict[str, list[str]] = {}
    for case in found:
        down, highest = case.below_100_km_s.p99, case.highest_m
        masses = (
            formats.measured_text(formats.number(mass_kg), "kg")
            for mass_kg in (case.target_mass_kg, case.kill_vehicle_mass_kg)
        )
        energy = formats.number(case.energy_j_kg / 1e3)
        told = {
            t("battle_fact_missile"): names.head(case.threat),
            t("battle_fact_asset"): names.place(case.asset),
            t("battle_fact_altitude"): formats.km(case.altitude_m),
            t("battle_fact_masses"): formats.listed(list(masses)),
            t("battle_fact_closing"): formats.quantity(case.closing_speed_m_s, "m/s"),
            t("battle_fact_energy"): formats.measured_text(energy, "kJ/kg"),
            t("battle_fact_breaks"): t(
                "battle_fact_whole" if case.is_catastrophic else "battle_fact_part"
            ),
            **{
                # No more than two digits of such a count are known.
                t(
                    "battle_fact_larger", length=formats.measured(100.0 * row.length_m, "cm")
                ): formats.number(float(f"{row.fragments:.2g}"))
                for row in case.counts
            },
            t("battle_fact_median"): formats.km(highest.median),
            t("battle_fact_p99"): formats.km(highest.p99),
            t("battle_fact_most"): formats.km(highest.most),
            t("battle_fact_down"): t("battle_fact_not_down")
            if down is None
            else formats.seconds(down),
            t("battle_fact_space"): share(case.in_space_after_orbit),
            t("battle_fact_flown"): formats.number(case.flown),
        }
        for name, text in told.items():
            facts.setdefault(name, []).append(text)
    return list(facts.items())
