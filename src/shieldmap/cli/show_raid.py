"""What ``raid``, ``ask`` and ``compare`` print for people."""

import math
import textwrap
from collections.abc import Callable
from typing import Any, Final

from rich.table import Table

from shieldmap.cli.show import json_object, namesakes, new_table, print_table, say
from shieldmap.results import Comparison

_WIDTH: Final = 80


def _say(text: str) -> None:
    say(textwrap.fill(text, _WIDTH))


_NO_BOUNDS: Final = (
    "bad-good: every assumption at its bad and at its good end for the defence. They are no bounds: "
    "a layer that does better can spend what another one would have needed."
)


def counted(number: dict[str, Any], digits: int = 1) -> str:
    """A mean with its sampling interval and its parameter range, which are two things."""
    low, high = number["sampling_interval"]
    text = f"{number['mean']:.{digits}f} (trials {low:.{digits + 1}f} to {high:.{digits + 1}f}"
    if "parameter_range" in number:
        bad, good = number["parameter_range"]
        text += f"; assumptions from bad {bad:.{digits}f} to good {good:.{digits}f}"
    return text + ")"


def raid(result: dict[str, Any]) -> None:
    """A raid: leakers, outcomes, places, stocks and cost."""
    _say(f"{result['title']}: {result['missiles']} missiles, {result['trials']:,} trials")
    if result["assignment"] == "optimal":
        _say("Shots follow a plan by stocks, which knows no times: it can do worse than a rule.")
    _say(f"Leakers: {counted(result['leakers'])}")
    share = result["none_leaks"]
    low, high = share["sampling_interval"]
    _say(
        f"None comes through in {_percent(share['share'])} of the trials "
        f"({_percent(low)} to {_percent(high)})"
    )
    print_table(_outcomes(result["outcomes"], result["missiles"]))
    table = new_table("aimed at", "missiles>right", "leakers>right", "no leaker>right")
    for row in result["by_asset"]:
        table.add_row(
            row["name"],
            str(row["missiles"]),
            f"{row['leakers']['mean']:.2f}",
            _percent(row["none_leaks"]["share"]),
        )
    print_table(table)
    _spent(result)
    for pair in result["passed_over"]:
        _say(f"passed over, because it cannot be flown: {pair}")
    for path in result["files"]:
        say(path)


def _spent(result: dict[str, Any]) -> None:
    spent, costs = result["interceptors_spent"], result["cost"]["by_battery"]
    table = new_table(
        "battery", "interceptors>right", "spent>right", "bad-good>right", "million USD>right"
    )
    for b, price in zip(result["batteries"], costs, strict=True):
        row = spent["by_battery"][b["id"]]
        low, high = row["parameter_range"]
        cost = price["cost_usd"]
        table.add_row(
            f"{b['system_name']}, {b['name']}",
            str(b["interceptors"]["value"]),
            f"{row['mean']:.1f}",
            f"{low:.1f}-{high:.1f}",
            f"{cost['low'] / 1e6:,.0f}-{cost['high'] / 1e6:,.0f}",
        )
    print_table(table)
    _say(_NO_BOUNDS)
    others = spent["at_objects_that_were_no_warheads"]["mean"]
    stopped = spent["at_missiles_already_stopped"]["mean"]
    _say(
        f"Of {spent['all']['mean']:.1f} interceptors {others:.1f} go to objects that are no "
        f"warheads and {stopped:.1f} to missiles stopped already."
    )
    total = result["cost"]["total_usd"]
    _say(
        f"Together {total['value'] / 1e6:,.0f} million USD ({total['low'] / 1e6:,.0f} to "
        f"{total['high'] / 1e6:,.0f}): {result['cost']['limits']}."
    )


def _outcomes(rows: list[dict[str, Any]], missiles: float) -> Table:
    table = new_table("what becomes of them", "missiles>right", "share>right")
    for row in rows:
        if row["missiles"] > 0.0:
            table.add_row(
                row["text"], f"{row['missiles']:.2f}", _percent(row["missiles"] / missiles)
            )
    table.add_row("together", f"{sum(row['missiles'] for row in rows):.2f}", "100 %")
    return table


def questions(*, as_json: bool) -> None:
    """Every question with its name."""
    from shieldmap.questions import QUESTIONS

    listed = [
        {
            "question": name,
            "text": q.long.en,
            "needs_raid": q.needs_raid,
            "needs_place": q.needs_place,
        }
        for name, q in QUESTIONS.items()
    ]
    if as_json:
        json_object({"questions": listed})
        return
    table = new_table("question", "asks")
    for row in listed:
        table.add_row(str(row["question"]), str(row["text"]))
    print_table(table)


def answer(result: dict[str, Any]) -> None:
    """One answer in words and a table."""
    _say(f"{result['text']} ({result['scenario']})")
    if result.get("others"):
        _say(namesakes(result["others"]))
    _ANSWERS[result["question"]](result)
    if "limits" in result:
        _say(f"Limits: {result['limits']}.")


def _empty(result: dict[str, Any]) -> None:
    if not any(curve["rows"] for curve in result["curves"]):
        _say("The battery can shoot at no missile of the raid.")
        return
    for curve in result["curves"]:
        at = curve["empties_at"]
        _say(
            f"{curve['doctrine']}: "
            + (
                f"a raid of {at} empties the {result['interceptors']} interceptors in at least half of "
                "the trials"
                if at
                else f"no raid up to {curve['rows'][-1]['missiles']} empties them"
            )
            + "."
        )
    table = new_table(
        "missiles>right", *(f"{c['doctrine']}: spent, leakers>right" for c in result["curves"])
    )
    for rows in zip(*(curve["rows"] for curve in result["curves"]), strict=True):
        table.add_row(
            str(rows[0]["missiles"]),
            *(f"{r['spent']:.1f}, {r['leakers']['mean']:.1f}" for r in rows),
        )
    print_table(table)


def _adds(result: dict[str, Any]) -> None:
    table = new_table("systems", "leakers>right", "bad-good>right", "spent>right")
    for row in result["rows"]:
        names = " + ".join(result["names"][s] for s in row["systems"]) or "none"
        low, high = row["leakers"]["parameter_range"]
        table.add_row(
            names, f"{row['leakers']['mean']:.1f}", f"{low:.1f}-{high:.1f}", f"{row['spent']:.1f}"
        )
    print_table(table)
    _say(_NO_BOUNDS)
    for row in result["added"]:
        change = row["leakers_without_it"] - row["leakers_with_all"]
        _say(f"{row['name']} stops {change:.1f} missiles that all the others let through.")


def _warning(result: dict[str, Any]) -> None:
    say(f"at {result['place']}")
    table = new_table(
        "threat", "from", "flight, s>right", "after the cue, s>right", "after the radar, s>right"
    )
    for row in result["rows"]:
        if row["status"] != "threatened":
            table.add_row(row["threat"], row["launch_point"], "not threatened", "", "")
            continue
        table.add_row(
            row["threat"],
            row["launch_point"],
            f"{row['time_of_flight_s']:.0f}",
            _three(row["after_cue_s"]),
            _three(row["after_radar_s"]),
        )
    print_table(table)


def _three(values: list[float | None]) -> str:
    value, bad, good = ("never" if v is None else f"{v:.0f}" for v in values)
    return value if bad == good == value else f"{value} ({bad}-{good})"


def _itself(result: dict[str, Any]) -> None:
    answer_ = "covers" if result["covers_itself"] else "does not cover"
    _say(
        f"The battery {answer_} itself against everything: {result['defended']} of "
        f"{result['threatened']} cases."
    )
    table = new_table("place", "threat", "from", "defended", "samples>right", "why not")
    for row in result["rows"]:
        if row["status"] != "threatened":
            table.add_row(
                row["place"], row["threat"], row["launch_point"], "not threatened", "", ""
            )
            continue
        table.add_row(
            row["place"],
            row["threat"],
            row["launch_point"],
            "yes" if row["defended"] else "no",
            _percent(row["share_of_samples"]),
            row["reason_text"] or "",
        )
    print_table(table)


def _launchers(result: dict[str, Any]) -> None:
    table = new_table("launchers at", "from the battery, km>right", "million people added>right")
    best = {row["site"] for row in result["best"]}
    for row in [*result["best"], *(r for r in result["named"] if r["site"] not in best)]:
        table.add_row(row["name"], f"{row['distance_m'] / 1e3:.0f}", f"{row['added'] / 1e6:.1f}")
    print_table(table)
    say("people in the mean over the threats; first the best sites, then the named ones")


def _stand(result: dict[str, Any]) -> None:
    if not result["by_threat"]:
        _say(f"No missile of the scenario reaches {result['place']}.")
        return
    _say(f"To defend {result['place']}:")
    table = new_table("against", "sites>right", "distance, km>right", "named sites")
    for row in result["by_threat"]:
        span = row["distance_m"]
        table.add_row(
            row["threat"],
            f"{row['sites']} of {row['of']}",
            "" if span is None else f"{span[0] / 1e3:.0f}-{span[1] / 1e3:.0f}",
            ", ".join(row["named"]),
        )
    print_table(table)


def _leakage(result: dict[str, Any]) -> None:
    raid({**result, "files": []})


def _lost(result: dict[str, Any]) -> None:
    table = new_table("change", "leakers>right", "bad-good>right", "spent>right")
    for row in result["rows"]:
        low, high = row["leakers"]["parameter_range"]
        table.add_row(
            row["change"],
            f"{row['leakers']['mean']:.1f}",
            f"{low:.1f}-{high:.1f}",
            f"{row['spent']:.1f}",
        )
    print_table(table)


def _cost(result: dict[str, Any]) -> None:
    table = new_table(
        "system", "spent>right", "price, million USD>right", "cost, million USD>right"
    )
    for row in result["by_battery"]:
        price, cost = row["price_usd"], row["cost_usd"]
        table.add_row(
            f"{row['system']}, {row['name']}",
            f"{row['spent']:.1f}",
            f"{price['low'] / 1e6:.1f}-{price['high'] / 1e6:.1f}",
            f"{cost['low'] / 1e6:,.0f}-{cost['high'] / 1e6:,.0f}",
        )
    print_table(table)
    total = result["total_usd"]
    _say(
        f"Together {total['value'] / 1e6:,.0f} million USD ({total['low'] / 1e6:,.0f} to "
        f"{total['high'] / 1e6:,.0f})."
    )


def _batteries(result: dict[str, Any]) -> None:
    shares = [row["share"] for row in result["needed"][0]["rows"]]
    table = new_table("batteries for", *(f"{share}>right" for share in shares), "most>right")
    for row in result["needed"]:
        cells = [
            "not reached" if r["batteries"] is None else str(r["batteries"]) for r in row["rows"]
        ]
        most = row["greatest_share"]
        table.add_row(row["threat"], *cells, "" if most is None else _percent(most))
    print_table(table)
    ranks = new_table("site", "mean share>right", "all threats, million>right")
    for row in result["named"]:
        ranks.add_row(
            row["name"], _percent(row["mean_share"]), f"{row['people']['all']['value'] / 1e6:.1f}"
        )
    print_table(ranks)


def _timeline(result: dict[str, Any]) -> None:
    table = new_table("time, s>right", "missile>right", "event", "altitude, km>right")
    for event in result["events"]:
        table.add_row(
            f"{event['time_s']:.1f}",
            str(event["missile"] + 1),
            event["event"],
            f"{event['altitude_m'] / 1e3:z.1f}",
        )
    print_table(table)


def _space(result: dict[str, Any]) -> None:
    table = new_table(
        "intercept",
        "altitude, km>right",
        "pieces larger than 1 cm>right",
        "highest 99 %, km>right",
        "in space after one orbit>right",
    )
    for row in result["intercepts"]:
        table.add_row(
            row["intercept"],
            f"{row['altitude_m'] / 1e3:.0f}",
            f"{row['counts'][0]['fragments']:,.0f}",
            f"{row['highest_m']['p99'] / 1e3:.0f}",
            _percent(row["in_space_after_orbit"]),
        )
    print_table(table)
    rising = (
        {row["name"]: row["share"] for row in result["intercepts"][-1]["share_above"]}
        if (result["intercepts"])
        else {}
    )
    for row in result["satellites"]:
        share = _percent(rising.get(row["name"]))
        say(
            f"{row['name']}: {row['altitude_m'] / 1e3:.0f} km, "
            f"{row['above_ceiling_m'] / 1e3:+.0f} km from the ceiling; of the highest intercept "
            f"{share or 'none'} of the pieces rise above it"
        )


def comparison(compared: Comparison) -> None:
    """Before and after."""
    _say(f"{compared.before.title}  ->  {compared.after.title}")
    table = new_table(
        "million people defended against", "before>right", "after>right", "change>right"
    )
    for threat in compared.threats:
        table.add_row(
            threat.id,
            f"{threat.before.value / 1e6:.1f}",
            f"{threat.after.value / 1e6:.1f}",
            f"{threat.change.value / 1e6:+z.1f}",
        )
    print_table(table)
    places = new_table("place", "against", "before", "after", "why")
    for row in compared.assets:
        places.add_row(
            row.name,
            row.threat,
            "defended" if row.before else "not",
            "defended" if row.after else "not",
            row.reason_text or "",
        )
    if compared.assets:
        print_table(places)
    if compared.raid is not None:
        for when, side in (("before", compared.raid.before), ("after", compared.raid.after)):
            _say(f"Leakers of {compared.raid.missiles} {when}: {counted(side.leakers.as_json())}")
    say(compared.page)


def _percent(share: float | None) -> str:
    if share is None or not math.isfinite(share):
        return ""
    return (
        f"{100.0 * share:.0f} %"
        if share in (0.0, 1.0) or 0.01 <= share <= 0.99
        else (f"{100.0 * share:.2f} %")
    )


_ANSWERS: Final[dict[str, Callable[[dict[str, Any]], None]]] = {
    "empty": _empty,
    "adds": _adds,
    "warning": _warning,
    "itself": _itself,
    "launchers": _launchers,
    "stand": _stand,
    "leakage": _leakage,
    "lost": _lost,
    "cost": _cost,
    "batteries": _batteries,
    "timeline": _timeline,
    "space": _space,
}
