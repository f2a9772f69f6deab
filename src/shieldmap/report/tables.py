"""Tables: every row of the page as plain texts, so that the template only lays them out."""

import math
from typing import Any, Final

from shieldmap.archive import Run
from shieldmap.report import words

Table = list[dict[str, Any]]

_STATE_TEXT: Final = {
    "yes": "defended",
    "no": "not defended",
    "na": "not threatened",
    "bad": "not computed",
}
_STATE_SYMBOL: Final = {"yes": "●", "no": "○", "na": words.NONE, "bad": "?"}

# Events of the timeline that say something to a reader who does not know the model's words.
_EVENT_TEXT: Final = {
    "first launch possible": "first interceptor launch possible",
    "earliest intercept": "first intercept, the earliest possible",
    "latest launch": "latest useful interceptor launch",
    "latest intercept": "latest possible intercept",
}


def headline(run: Run) -> Table:
    """One row a threat: who can be reached, who is defended, how sure."""
    return [_headline_row(threat) for threat in run.summary["threats"]]


def _headline_row(threat: dict[str, Any]) -> dict[str, Any]:
    share, sums = threat["share_of_people"], threat["defended"]
    sampled = threat["sampled"]
    return {
        "id": threat["id"],
        "name": threat["name"],
        "name_ko": threat["name_ko"],
        "class": words.threat_class(threat),
        "note": threat["note"],
        "threatened": words.million(threat["threatened"]["people"]),
        "share": {end: (value, words.percent(value)) for end, value in share.items()},
        "people": {
            end: (part["people"], words.million(part["people"])) for end, part in sums.items()
        },
        "area": {end: words.area(part["area_m2"]) for end, part in sums.items()},
        "samples": sampled["samples"],
        "sampled_share": [
            (sampled["share_of_people"][q], words.percent(sampled["share_of_people"][q]))
            for q in ("p05", "p95")
        ],
        "sampled_people": words.span(
            words.people(sampled["people"]["p05"]), words.people(sampled["people"]["p95"])
        ),
        "search": words.km(threat["search_range_m"]),
        "track": words.km(threat["track_range_m"]),
        "refusals": threat["refusals"],
        "not_converged": threat["not_converged"],
    }


def state(result: dict[str, Any]) -> str:
    """``yes``, ``no``, ``na`` (not threatened) or ``bad`` (not computed)."""
    if result["status"] == "threatened":
        return "yes" if result["defended"] else "no"
    return "na" if result["status"] == "not_threatened" else "bad"


def matrix(run: Run, spots: str) -> Table:
    """Assets or towns (``spots``) with a cell for every threat."""
    summary = run.summary
    names = {point["id"]: point["name"] for point in summary["launch_points"]}
    return [
        {
            "id": spot["id"],
            "name": spot["name"],
            "name_ko": spot["name_ko"],
            "kind": spot["kind"],
            "people": words.people(spot["people"]),
            "cells": [_cell(result, names) for result in spot["by_threat"]],
        }
        for spot in summary[spots]
    ]


def _cell(result: dict[str, Any], launch_points: dict[str, str]) -> dict[str, Any]:
    """One place against one missile: a compact cell and the full row."""
    kind = state(result)
    cell: dict[str, Any] = {
        "state": kind,
        "symbol": _STATE_SYMBOL[kind],
        "text": _STATE_TEXT[kind],
        "head": "",
        "short": "",
        "is_threatened": result["status"] == "threatened",
    }
    if result["status"] != "threatened":
        return cell
    limit = words.margin(result["margin"], result["margin_unit"])
    samples = words.percent(result["share_of_samples"])
    cell["head"] = (
        f"{kind}{words.NB}· {samples}" if result["share_of_samples"] is not None else kind
    )
    if kind == "yes":
        cell["short"] = f"{words.seconds(result['slack_s'])} in hand".replace(" ", words.NB)
    elif result["reason"] is not None:
        short = words.REASON_SHORT.get(result["reason"], result["reason_text"])
        cell["short"] = f"{short} {limit}"
    return cell | {
        "shots": result["shots"],
        "margin": limit if kind == "no" else f"{words.seconds(result['slack_s'])} in hand",
        "reason": result["reason_text"] or "a further shot does not fit" if kind == "no" else "",
        "launch_point": launch_points.get(result["launch_point"], result["launch_point"]),
        "samples": samples,
        "ends": "/".join("yes" if result[f"defended_{end}"] else "no" for end in ("low", "high")),
        "nearest": words.km(result["closest_in_band_m"]),
        "flight": words.seconds(result["time_of_flight_s"]),
    }


def _shown(row: dict[str, Any], end: str) -> str:
    """An assumption's number; a direction east of north counts from nought again."""
    value = row[end]
    if row["name"] == "boresight" and value is not None:
        value %= 2.0 * math.pi
    return words.quantity(value, row["unit"])


_UNUSED: Final = {"parts": ("chain",), "published": ("track", "reaction")}


def assumptions(run: Run) -> Table:
    """The disputed numbers with range, basis, source and note."""
    return [
        {
            "id": row["name"],
            "name": words.ASSUMPTION_TEXT.get(row["name"], row["name"].replace("_", " ")),
            **{end: _shown(row, end) for end in ("value", "low", "high")},
            "basis": row["basis"],
            "keys": words.keys(row["source"]),
            "note": row["note"],
        }
        for row in run.summary["assumptions"]
        # A published chain replaces warning, track and reaction; only one of the two is used.
        if row["name"] not in _UNUSED[run.summary["chain"]]
    ]


def input_count(run: Run) -> int:
    """How many catalogue values the run rests on; published performance is only compared with."""
    count = 0
    for entry in run.catalogue["entries"].values():
        paths = list(entry["values"])
        is_flown = any(path.startswith("stages.") for path in paths)
        count += sum(1 for path in paths if not (is_flown and path.startswith("published.")))
    return count


def weak_inputs(run: Run) -> Table:
    """Weak inputs by system, and within it by reason: names of the values joined."""
    names = {key: entry["name"] for key, entry in run.catalogue["entries"].items()}
    systems: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for weak in run.summary["weak_inputs"]:
        reasons = systems.setdefault(weak["entry_id"], {})
        reasons.setdefault(weak["reason"], []).append(weak)
    return [
        {
            "system": names.get(entry, entry),
            "count": sum(len(found) for found in reasons.values()),
            "reasons": [
                {
                    "text": reason,
                    "names": ", ".join(_value_name(weak["path"]) for weak in found),
                    "keys": sorted({key for weak in found for key in words.keys(weak["source"])}),
                }
                for reason, found in reasons.items()
            ],
        }
        for entry, reasons in systems.items()
    ]


def _value_name(path: str) -> str:
    """``stages.0.dry_mass`` -> ``dry mass (stage 1)``."""
    *owner, last = path.split(".")
    name = last.replace("_", " ")
    if owner[:1] == ["stages"]:
        return f"{name} (stage {int(owner[1]) + 1})"
    return f"{name} ({' '.join(owner).replace('_', ' ')})" if owner else name


def timeline(engagement: dict[str, Any]) -> Table:
    """The events of one engagement in words."""
    return [
        {
            "event": _EVENT_TEXT.get(event["event"], event["event"]),
            "time": words.seconds(event["time_s"]),
            # Minus nought is nought.
            "altitude": f"{event['altitude_m'] / 1e3 + 0.0:.0f}".replace("-0", "0"),
            "range": f"{event['range_m'] / 1e3:,.0f}",
        }
        for event in engagement["timeline"]
    ]


def compared(run: Run) -> Table:
    """Missiles that are not flown: published ranges and apogees."""

    def three(values: list[float] | None) -> str:
        if not values:
            return words.NONE
        low, value, high = (f"{v / 1e3:,.0f}" for v in values)
        return f"{value} ({low}–{high})"

    return [
        {
            "name": missile["name"],
            "name_ko": missile["name_ko"],
            "summary": missile["summary"],
            "range": three(missile["range_m"]),
            "apogee": three(missile["apogee_m"]),
            "finding": missile["finding"],
            "keys": words.keys(missile["source"]),
        }
        for missile in run.summary["compared"]
    ]


def bibliography(run: Run) -> Table:
    """Sources in the order of their keys."""
    fields = ("title", "author", "year", "url", "howpublished", "urldate", "confidence", "note")
    return [
        {"key": source["key"], **{name: _without_tex(source.get(name, "")) for name in fields}}
        for source in sorted(run.bibliography, key=lambda source: str(source["key"]))
    ]


_TEX: Final = {
    r"\o": "ø",
    r"\&": "&",
    r"\'e": "é",
    r"\"o": "ö",
    r"\"u": "ü",
    r"\"a": "ä",
    "--": "–",
}


def _without_tex(text: str) -> str:
    """A BibTeX field as plain text: braces and the few commands that the bibliography uses."""
    if text.startswith(("http://", "https://")):
        return text
    for command, letter in _TEX.items():
        text = text.replace(command, letter)
    return text.replace("{", "").replace("}", "")
