"""The battle on the page: what a raid does to the defence, and what it costs, in words and tables.

Nothing is computed here: the numbers are those of ``battle.json`` and ``timeline.json``. Every number
that was drawn has two intervals, which the words keep apart: the sampling interval of the trials, at
the values of the assumptions, and the parameter range from all bad ends to all good ends.
"""

from typing import Any, Final

from shieldmap import terms
from shieldmap.archive import Run
from shieldmap.report import battle_figures as figures, battle_places, battle_raid, drawing, words
from shieldmap.report.battle_words import (
    Names,
    amount,
    brief,
    counted,
    ends,
    interval,
    millions,
    share,
    single,
    two_digits,
)

Values = dict[str, Any]

SPACE: Final = ("lowest", "middle", "highest")


def section(run: Run) -> dict[str, Any]:
    """Everything that the sections of the battle ask for; None without a raid."""
    battle = run.battle
    if "leakage" not in battle:
        return {"battle": None}
    names = Names(run.summary)
    leakage = battle["leakage"]
    layers = figures.layers(leakage["batteries"])
    parts = {
        "raid": _raid(leakage, names),
        "leakage": _leakage(leakage, layers),
        "empty": _empty(battle["empty"]) if "empty" in battle else None,
        "adds": _adds(battle["adds"], layers) if "adds" in battle else None,
        "lost": _lost(battle["lost"], leakage) if "lost" in battle else None,
        "cost": _cost(leakage),
        **battle_places.parts(battle, names, run.summary["grid"]["country"]),
        "one": battle_raid.part(run.timeline, leakage, layers, names),
        "space": _space(battle["space"], names) if "space" in battle else None,
    }
    return {"battle": parts}


# --- the raid and who fights it ----------------------------------------------------------------


def _raid(leakage: Values, names: Names) -> Values:
    batteries = leakage["batteries"]
    stock = {end: sum(b["interceptors"][end] for b in batteries) for end in _ENDS}
    places = len(leakage["by_asset"])
    lead = (
        f"{leakage['missiles']:,} missiles in {_plural(len(leakage['waves']), 'wave')} at "
        f"{_plural(places, 'place')} meet {_plural(len(batteries), 'battery')} with "
        f"{stock['value']:,} interceptors (parameter range: {stock['low']:,} at the bad ends, "
        f"{stock['high']:,} at the good ends). These are inputs: nothing is drawn, and no sampling "
        "interval applies."
    )
    return {
        "title": leakage["title"],
        "note": leakage["note"],
        "lead": lead,
        "rules": _rules(leakage),
        "waves": [_wave(number, wave, names) for number, wave in enumerate(leakage["waves"], 1)],
        "batteries": [_battery(b) for b in batteries],
        "records": _records(batteries),
        "passed_over": len(leakage["passed_over"]),
    }


def _records(batteries: list[Values]) -> list[Values]:
    """Counts of hits and shots by system, with the kill probability that each would allow."""
    by_system = {b["system_name"]: b.get("records", []) for b in batteries}
    return [
        {
            "system": system,
            "count": f"{record['hits']} of {record['shots']}",
            "kind": record["kind"],
            "mean": f"{record['mean']:.2f}",
            "span": f"{record['p05']:.2f}–{record['p95']:.2f}",
            "note": record["note"],
            "keys": words.keys(record["source"]),
        }
        for system, records in by_system.items()
        for record in records
    ]


_ENDS: Final = ("value", "low", "high")

_ASSIGNMENT: Final = {
    "most-urgent": "Each battery shoots first at the missile whose last chance comes soonest.",
    "value-weighted": "Each battery shoots first at the missile aimed at the place of the greatest "
    "weight.",
    "optimal": "Each battery follows a plan made before the raid from the stocks; it knows no times, so that it can "
    "do worse than the rules.",
}
_UNSORTED: Final = {
    "waste": "Objects that are not told from warheads are shot at.",
    "gate": "Where warheads are not told from other objects, fire waits until the air sorts them.",
}


def _rules(leakage: Values) -> str:
    found = (
        _ASSIGNMENT.get(leakage["assignment"], f"Order of targets: {leakage['assignment']}."),
        _UNSORTED.get(leakage["undiscriminated"], f"Objects: {leakage['undiscriminated']}."),
    )
    return " ".join(found)


def _plural(count: int, noun: str) -> str:
    several = noun.removesuffix("y") + "ies" if noun.endswith("y") else noun + "s"
    return f"{count:,} {noun if count == 1 else several}"


def _wave(number: int, wave: Values, names: Names) -> Values:
    told = wave["discrimination"]
    objects = f"{wave['objects']} each"
    if told is not None:
        objects += (
            f", told apart with probability {told['value']:g} ({told['low']:g}–{told['high']:g})"
        )
    if wave["sorting_altitude_m"] is not None:
        objects += f"; the air sorts them below {words.km(wave['sorting_altitude_m'])}"
    spacing = wave["spacing_s"]
    return {
        "number": number,
        "missile": names.threat(wave["threat"]),
        "count": f"{wave['count']:,}",
        "when": words.seconds(wave["start_s"])
        + (f", then every {words.seconds(spacing)}" if spacing else ", all at once"),
        "from": words.listed(wave["launch_points"]),
        "at": words.listed(wave["targets"]),
        "objects": objects if wave["objects"] > 1 or told is not None else "the warhead alone",
        "note": wave["note"],
    }


def _battery(b: Values) -> Values:
    salvo, looks = b["salvo"], b["looks"]
    shots = _plural(salvo, "shot")
    kill = b["kill_probability"]
    return {
        "id": b["id"],
        "system": b["system_name"],
        "place": b["name"],
        "interceptors": single(b["interceptors"]),
        "shots": shots if looks == 1 else f"{shots} a look, at most {_plural(looks, 'look')}",
        "kill": f"{kill['value']:.3g} ({kill['bad']:.3g}–{kill['good']:.3g})",
        "record": f"posterior of the record {b['record']}" if b["record"] else "",
        "simultaneous": f"{b['simultaneous']:,}",
        "double": "yes" if b["double_engagement"] else "no",
        "common": f"{100.0 * b['common_mode_failure']:g}{words.NB}%",
        "reach": f"{b['paths_in_reach']} of {b['paths']}",
    }


# --- what comes through ------------------------------------------------------------------------


def _leakage(leakage: Values, layers: list[figures.Layer]) -> Values:
    reasons = figures.reasons_shown(leakage["outcomes"])
    known: set[str] = set()
    return {
        "lead": _leak_lead(leakage),
        "more": _leak_more(leakage),
        "chart": drawing.svg(
            figures.outcomes_figure(leakage, layers),
            "outcomes",
            "Missiles stopped by each layer and missiles that come through, by place aimed at.",
            known,
        ),
        "histogram": drawing.svg(
            figures.leakers_figure(leakage),
            "leakers",
            "Share of the trials by the number of missiles that come through.",
            known,
        ),
        "legend": [
            (drawing.swatch(fill, f"oc{number}"), fill.text)
            for number, fill in enumerate([*(layer.fill for layer in layers), *reasons.values()])
        ],
        "layers": [layer.name for layer in layers],
        "reasons": [_REASON_HEAD.get(code, fill.text) for code, fill in reasons.items()],
        "rows": [_outcome_row(row, layers, reasons) for row in leakage["by_asset"]],
        "total": _outcome_row({"name": "The whole raid", **leakage}, layers, reasons),
        "by_battery": [
            {"text": row["text"], "missiles": (row["missiles"], f"{row['missiles']:.2f}")}
            for row in leakage["outcomes"]
        ],
        "trials": f"{leakage['trials']:,}",
        "limits": _leak_limits(leakage),
    }


def _leak_lead(leakage: Values) -> str:
    none = leakage["none_leaks"]
    bad, good = none["parameter_range"]
    return (
        f"Of {leakage['missiles']:,} missiles {counted(leakage['leakers'])} come through in the mean "
        f"of {leakage['trials']:,} trials. None comes through with probability "
        f"{share(none['share'])} (95{words.NB}% sampling interval, Wilson: "
        f"{interval(none['sampling_interval'], share)}, at the values; parameter range: {share(bad)} "
        f"at the bad ends, {share(good)} at the good ends)."
    )


def _leak_more(leakage: Values) -> str:
    leaks = [row for row in leakage["outcomes"] if row["by"] is None and row["missiles"] > 0.0]
    leaks.sort(key=lambda row: -row["missiles"])
    why = [f"{row['text']} ({amount(row['missiles'], 1)})" for row in leaks[:3]]
    worst = max(leakage["by_asset"], key=lambda row: row["leakers"]["mean"] / row["missiles"])
    spent = leakage["interceptors_spent"]
    parts = [f"Why, in missiles: {'; '.join(why)}."] if why else []
    parts.append(
        f"Hit hardest: {worst['name']}, where {_worst(worst)}. Interceptors spent: "
        f"{counted(spent['all'])}; of these {amount(spent['at_missiles_already_stopped']['mean'], 1)} "
        f"at missiles already stopped and "
        f"{amount(spent['at_objects_that_were_no_warheads']['mean'], 1)} at objects that were no "
        "warheads."
    )
    return " ".join(parts)


def _worst(row: Values) -> str:
    given = row["leakers"]
    if given["mean"] == row["missiles"]:
        return f"all {row['missiles']:,} come through in every trial"
    return (
        f"{amount(given['mean'], 2)} of {row['missiles']:,} come through (95{words.NB}% sampling "
        f"interval {interval(given['sampling_interval'], lambda x: amount(x, 2))})"
    )


def _leak_limits(leakage: Values) -> str:
    return (
        f"Sampling interval: {leakage['interval']}. Parameter range: {leakage['parameter_range']}. "
        "By place and reason only the means at the values were kept, without a parameter range."
    )


def _outcome_row(
    row: Values, layers: list[figures.Layer], reasons: dict[str, drawing.Fill]
) -> Values:
    stopped = [figures.stopped_by(row["outcomes"], layer) for layer in layers]
    leaked = [figures.leaked_by(row["outcomes"], reason) for reason in reasons]
    none = row["none_leaks"]
    return {
        "name": row["name"],
        "missiles": f"{row['missiles']:,}",
        "stopped": [(value, _mean(value)) for value in stopped],
        "leaked": [(value, _mean(value)) for value in leaked],
        "leakers": (row["leakers"]["mean"], f"{row['leakers']['mean']:.2f}"),
        "sampling": interval(row["leakers"]["sampling_interval"], lambda x: amount(x, 2)),
        "none": share(none["share"]),
        "none_sampling": interval(none["sampling_interval"], share),
    }


_REASON_HEAD: Final = {
    "missed": "shots missed",
    "common-mode": "layers failed as a whole",
    "saturated": "nothing free in time",
    "no-interceptor": "none left",
    "not-sorted": "not sorted in time",
    "not-tracked": "not tracked",
    "radar-lost": "radar lost",
    "out-of-reach": "no shot fits",
}


def _mean(value: float) -> str:
    """A mean number of missiles; nothing is a dot, so that the eye finds what there is."""
    if value == 0.0:
        return "·"
    return f"{value:.2f}" if value >= 0.005 else "<0.01"


# --- how fast a raid empties the battery ---------------------------------------------------------


def _empty(empty: Values) -> Values:
    curves = [curve for curve in empty["curves"] if curve["rows"]]
    if not curves:
        return {
            "lead": "No missile of the raid comes within the battery’s reach: none empties it.",
            "chart": "",
            "rows": [],
            "steps": [],
            "limits": empty["limits"],
        }
    return {
        "lead": _empty_lead(empty, curves),
        "chart": drawing.svg(
            figures.empty_figure(empty),
            "empty",
            "Missiles that come through and interceptors spent, by size of the raid and doctrine.",
        ),
        "rows": [_emptied(curve) for curve in curves],
        "steps": _steps(curves),
        "trials": f"{empty['trials']:,}",
        "in_reach": empty["in_reach"],
        "limits": empty["limits"],
    }


def _empty_lead(empty: Values, curves: list[Values]) -> str:
    """Which raid empties the battery by which doctrine, the smallest first."""
    curves = sorted(curves, key=lambda curve: curve["empties_at"] or 10**9)
    told, smaller = [], []
    for curve in curves:
        at, sizes = curve["empties_at"], [row["missiles"] for row in curve["rows"]]
        if not at:
            told.append(f"no raid of up to {sizes[-1]:,} does with {_shots(curve)}")
            continue
        row = next(row for row in curve["rows"] if row["missiles"] == at)["empty"]
        what = "one" if told else "A raid"
        of = (
            f"{at:,} missiles empties the {empty['interceptors']:,} interceptors"
            if not told
            else at
        )
        told.append(
            f"{what} of {of} with {_shots(curve)} (in {share(row['share'])} of the trials; "
            f"95{words.NB}% sampling interval {interval(row['sampling_interval'], share)})"
        )
        smaller += [str(max(size for size in sizes if size < at))] if min(sizes) < at else []
    if not curves[0]["empties_at"]:
        largest = curves[0]["rows"][-1]["missiles"]
        text = f"No raid of up to {largest:,} missiles empties the {empty['interceptors']:,} "
        return f"{text}interceptors in half the trials, whatever the doctrine. {_EMPTY_ENDS}"
    text = words.listed(told) + "."
    if smaller:
        text += (
            f" The next smaller raids that were fought, of {words.listed(smaller)}, empty it in fewer "
            "than half of the trials."
        )
    return f"{text} {_EMPTY_ENDS}"


def _shots(curve: Values) -> str:
    return "single shots" if curve["doctrine"] == "single" else str(curve["doctrine"])


_EMPTY_ENDS: Final = "This holds at the values; the parameter range was not computed."


def _emptied(curve: Values) -> Values:
    """The raid at which a doctrine has emptied the battery, or the largest one that was fought."""
    at = curve["empties_at"]
    row = next((row for row in curve["rows"] if row["missiles"] == at), curve["rows"][-1])
    return {
        "doctrine": curve["doctrine"],
        "text": terms.DOCTRINES[curve["doctrine"]].long.en,
        "size": f"{at:,}" if at else f"none up to {row['missiles']:,}",
        "leakers": amount(row["leakers"]["mean"], 1),
        "sampling": interval(row["leakers"]["sampling_interval"], lambda x: amount(x, 1)),
        "spent": amount(row["spent"], 1),
        "empty": share(row["empty"]["share"]),
        "empty_sampling": interval(row["empty"]["sampling_interval"], share),
        "when": words.seconds(row["emptied_s"]),
    }


def _steps(curves: list[Values]) -> list[Values]:
    """Every size with leakers and interceptors by doctrine."""
    return [
        {
            "missiles": row["missiles"],
            "cells": [
                (
                    amount(curve["rows"][i]["leakers"]["mean"], 1),
                    amount(curve["rows"][i]["spent"], 1),
                    share(curve["rows"][i]["empty"]["share"]),
                )
                for curve in curves
            ],
        }
        for i, row in enumerate(curves[0]["rows"])
    ]


# --- layers and losses ---------------------------------------------------------------------------


def _adds(adds: Values, layers: list[figures.Layer]) -> Values:
    by_set = {tuple(row["systems"]): row for row in adds["rows"]}
    most = max(adds["added"], key=lambda one: one["leakers_without_it"] - one["leakers_with_all"])
    every = max(by_set, key=len)
    without = by_set[tuple(system for system in every if system != most["system"])]
    lead = (
        f"With every layer {counted(by_set[every]['leakers'])} come through. {most['name']} adds the "
        f"most to the others: without it {brief(without['leakers'])} come through, and with it "
        f"alone {amount(most['leakers_alone'], 1)}."
    )
    return {
        "lead": lead,
        "chart": drawing.svg(
            figures.adds_figure(adds, layers),
            "adds",
            "Missiles that come through by combination of layers, with both intervals.",
        ),
        "rows": [
            {
                "name": " + ".join(adds["names"][s] for s in row["systems"]) or "no layer",
                **ends(row["leakers"]),
                "spent": amount(row["spent"], 1),
            }
            for row in adds["rows"]
        ],
        "added": [
            {
                "name": one["name"],
                "with": amount(one["leakers_with_all"], 1),
                "without": amount(one["leakers_without_it"], 1),
                "alone": amount(one["leakers_alone"], 1),
            }
            for one in adds["added"]
        ],
        "trials": f"{adds['trials']:,}",
        "limits": _outside([row["leakers"] for row in adds["rows"]]),
    }


def _outside(found: list[Values]) -> str:
    """Says so where a value does not lie between the two ends, which it need not."""
    beyond = [
        one
        for one in found
        if not min(one["parameter_range"]) - 0.05
        <= one["mean"]
        <= max(one["parameter_range"]) + 0.05
    ]
    text = (
        "Bad and good ends move every assumption at once; the ends need not be the worst and the "
        "best of all mixtures."
    )
    if beyond:
        text += f" Here {len(beyond)} of {len(found)} values lie outside their two ends."
    return text


def _lost(lost: Values, leakage: Values) -> Values:
    base, *changed = lost["rows"]
    told = [
        f"when {row['change'].replace('leaves', 'is gone').replace('leave', 'are gone')}, "
        f"{brief(row['leakers'])}"
        for row in changed
    ]
    names = {
        b["id"]: f"{b['system_name']}, {words.place_short(b['name'])}" for b in leakage["batteries"]
    }
    return {
        "lead": f"As it is, {counted(base['leakers'])} of {leakage['missiles']:,} missiles come "
        f"through. They become, {'; '.join(told)}."
        if told
        else "",
        "chart": drawing.svg(
            figures.lost_figure(lost),
            "lost",
            "Missiles that come through when parts of the battery are gone, with both intervals.",
        ),
        "batteries": list(names.values()),
        "rows": [
            {
                "change": row["change"],
                **ends(row["leakers"]),
                "more": words.signed(f"{row['leakers']['mean'] - base['leakers']['mean']:+,.1f}")
                if row is not base
                else words.NONE,
                "spent": amount(row["spent"], 1),
                "stopped": [_mean(row["stopped_by"].get(b, 0.0)) for b in names],
            }
            for row in lost["rows"]
        ],
        "trials": f"{lost['trials']:,}",
        "limits": _outside([row["leakers"] for row in lost["rows"]]),
    }


# --- cost ----------------------------------------------------------------------------------------


def _cost(leakage: Values) -> Values:
    cost, spent = leakage["cost"], leakage["interceptors_spent"]
    total, each = cost["total_usd"], cost["per_missile_stopped_usd"]
    stopped = (
        f"each missile stopped takes {millions(each['value'])} million ({millions(each['low'])} to "
        f"{millions(each['high'])})"
        if each["value"] is not None
        else "none is stopped"
    )
    lead = (
        f"The interceptors spent cost {millions(total['value'])} million US dollars at public prices "
        f"({millions(total['low'])} to {millions(total['high'])} million from the lowest to the "
        f"highest price); {stopped}. These spans are of prices alone. The number of interceptors spent "
        f"has its own intervals: {counted(spent['all'])}."
    )
    places = {b["id"]: b["name"] for b in leakage["batteries"]}
    return {
        "lead": lead,
        "rows": [
            {
                "system": row["system"],
                "place": places.get(row["battery"], row["battery"]),
                **ends(spent["by_battery"][row["battery"]]),
                "price": _prices(row["price_usd"]),
                "cost": _prices(row["cost_usd"]),
            }
            for row in cost["by_battery"]
        ],
        "total": _prices(total),
        "each": _prices(each) if each["value"] is not None else words.NONE,
        "prices": _sources(cost["by_battery"]),
        "limits": cost["limits"],
    }


def _prices(given: Values) -> str:
    """Millions of dollars: value (low–high)."""
    value, low, high = (millions(given[end]) for end in _ENDS)
    return value if low == high else f"{value} ({low}–{high})"


def _sources(rows: list[Values]) -> list[Values]:
    """One row a system: its price, its source, and the rivals in print."""
    systems = {row["system"]: row for row in rows}
    return [
        {
            "system": name,
            "price": _prices(row["price_usd"]),
            "keys": words.keys(row["source"]),
            "note": row["note"],
            "rivals": [
                {
                    "value": f"{rival['value']:g}{words.NB}{rival['unit'].replace('M USD', 'million')}",
                    "keys": words.keys(rival["source"]),
                    "note": rival["note"],
                }
                for rival in row["rivals"]
            ],
        }
        for name, row in systems.items()
    ]


# --- space ---------------------------------------------------------------------------------------


def _space(space: Values, names: Names) -> Values:
    ceiling, found = space["ceiling_m"], space["intercepts"]
    nearest = min(space["satellites"], key=lambda one: one["altitude_m"])
    apart = nearest["above_ceiling_m"]
    lead = (
        f"The interceptor’s ceiling of {words.km(ceiling['value'])} (parameter range: "
        f"{words.km(ceiling['low'])} to {words.km(ceiling['high'])}) lies {words.km(abs(apart))} "
        f"{'below' if apart >= 0.0 else 'above'} the lowest satellite of the list, "
        f"{words.place_short(nearest['name'])}, at {words.km(nearest['altitude_m'])}."
    )
    return {
        "lead": lead,
        "more": _fragments(space, found[-1], nearest) if found else "",
        "chart": drawing.svg(
            figures.space_figure(space),
            "space",
            "Altitudes of the ceiling, of low satellites and of the fragments of three intercepts.",
        ),
        "satellites": [
            {
                "name": one["name"],
                "altitude": words.km(one["altitude_m"]),
                "above": words.km(one["above_ceiling_m"]),
                "keys": words.keys(one["source"]),
                "shares": [share(case["share_above"][i]["share"]) for case in found],
            }
            for i, one in enumerate(space["satellites"])
        ],
        "intercepts": [case["intercept"] for case in found],
        "facts": _facts(found, names),
        "ceiling_keys": words.keys(ceiling["source"]),
        "least": f"{100.0 * space['least_length_m']:g}{words.NB}cm",
        "keys": space["sources"],
        "limits": space["limits"],
    }


def _fragments(space: Values, case: Values, nearest: Values) -> str:
    above = next(one for one in case["share_above"] if one["name"] == nearest["name"])
    down = case["below_100_km_s"]["p99"]
    until = (
        f"99{words.NB}% are below 100{words.NB}km after {words.seconds(down)}"
        if down is not None
        else f"fewer than 99{words.NB}% come below 100{words.NB}km within the time flown"
    )
    left = case["in_space_after_orbit"]
    left = f"{share(left)} are still" if left else "none of those flown is"
    ends = [
        f"{share(low)} to {share(high)}"
        for low, high in (above["sampling_interval"], case["in_space_after_orbit_interval"])
    ]
    return (
        f"After the {case['intercept']} intercept, at {words.km(case['altitude_m'])}, half the "
        f"fragments stay below {words.km(case['highest_m']['median'])} and 99{words.NB}% below "
        f"{words.km(case['highest_m']['p99'])}; {share(above['share'])} rise above "
        f"{words.place_short(nearest['name'])} (95{words.NB}% sampling interval, Wilson: {ends[0]}), "
        f"{until}, and {left} in space after one revolution, {words.seconds(case['orbit_s'])} "
        f"({ends[1]}). Of {space['samples']:,} fragments drawn {case['flown']:,} were flown to their "
        "end. The parameter range was not computed."
    )


def _facts(found: list[Values], names: Names) -> list[tuple[str, list[str]]]:
    """What is known of each intercept and its fragments: one row a fact, one column an intercept."""
    facts: dict[str, list[str]] = {}
    for case in found:
        down = case["below_100_km_s"]["p99"]
        told = {
            "Missile": names.head(case["threat"]),
            "Aimed at": case["asset"],
            "Altitude of the intercept": words.km(case["altitude_m"]),
            "Masses of missile and kill vehicle": f"{case['target_mass_kg']:,.0f} and "
            f"{case['kill_vehicle_mass_kg']:,.0f}{words.NB}kg",
            "Closing speed": words.quantity(case["closing_speed_m_s"], "m/s"),
            "Energy by mass of the missile": f"{case['energy_j_kg'] / 1e3:,.0f}{words.NB}kJ/kg",
            "Breaks up": "as a whole" if case["is_catastrophic"] else "in part",
            **{
                f"Fragments larger than {100.0 * row['length_m']:g}{words.NB}cm": two_digits(
                    row["fragments"]
                )
                for row in case["counts"]
            },
            "Highest altitude: median": words.km(case["highest_m"]["median"]),
            f"Highest altitude: 99{words.NB}% stay below": words.km(case["highest_m"]["p99"]),
            "Highest altitude: highest of all": words.km(case["highest_m"]["most"]),
            f"99{words.NB}% are below 100{words.NB}km after": words.seconds(down)
            if down is not None
            else "more than was flown",
            "In space after one revolution": share(case["in_space_after_orbit"]),
            "Fragments flown": f"{case['flown']:,}",
        }
        for name, text in told.items():
            facts.setdefault(name, []).append(text)
    return list(facts.items())
