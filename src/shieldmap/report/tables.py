"""Tables: every row of the page as plain texts, so that the template only lays them out."""

import math
from typing import Any, Final, NamedTuple

from shieldmap import terms, units
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
    return [_headline_row(threat, run.summary) for threat in run.summary["threats"]]


def _headline_row(threat: dict[str, Any], summary: dict[str, Any]) -> dict[str, Any]:
    share, sums = threat["share_of_people"], threat["defended"]
    sampled = threat["sampled"]
    return {
        "id": threat["id"],
        "name": threat["name"],
        "name_ko": threat["name_ko"],
        "class": words.threat_flown(threat, summary),
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
    return "na" if result["status"] == "not-threatened" else "bad"


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
    """One place against one missile: a compact cell and the full row.

    ``is_doubtful``: at least half of the draws say otherwise than the values.
    """
    kind = state(result)
    cell: dict[str, Any] = {
        "state": kind,
        "symbol": _STATE_SYMBOL[kind],
        "text": _STATE_TEXT[kind],
        "head": "",
        "short": "",
        "is_threatened": result["status"] == "threatened",
        "is_doubtful": False,
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
        short = terms.REASONS[result["reason"]].short.en
        cell["short"] = f"{short} {limit}"
    share = result["share_of_samples"]
    return cell | {
        "is_doubtful": share is not None and (share < 0.5 if kind == "yes" else share > 0.5),
        "looks": result["shots"],
        "in_hand": words.seconds(result["slack_s"]) if kind == "yes" else "",
        "failed": _failed(result) if kind == "no" else "",
        "launch_point": launch_points.get(result["launch_point"], result["launch_point"]),
        "samples": samples,
        "ends": "/".join("yes" if result[f"defended_{end}"] else "no" for end in ("bad", "good")),
        "nearest": words.km(result["closest_in_band_m"]),
        "flight": words.seconds(result["time_of_flight_s"]),
    }


def _failed(result: dict[str, Any]) -> str:
    """Every constraint that fails, with its margin."""
    found = [words.failed(part) for part in result["failed"]]
    return "; ".join(found) or "a further shot does not fit"


def standing(run: Run) -> Table:
    """What stands where: the battery, the launcher sites away from it, and the radar."""
    defence, given = run.summary["defence"], run.scenario.defence
    each = given.battery.interceptors_per_launcher.model_dump()
    places: list[Any] = [given.battery, *given.launcher_sites]
    table: Table = [
        {
            "name": place.name,
            "what": _launchers(place.launchers.model_dump(), each),
            "latitude": place.latitude_deg,
            "longitude": place.longitude_deg,
            "keys": words.keys(place.source),
            "note": place.note,
        }
        for place in places
    ]
    radar = defence["radar"]
    if radar["present"]:
        name = run.catalogue["entries"].get(radar["system"], {"name": radar["system"]})["name"]
        table.append(
            {
                "name": name,
                "what": "radar",
                "latitude": radar["latitude_deg"],
                "longitude": radar["longitude_deg"],
                "keys": words.keys(given.radar.source),
                "note": radar["note"],
            }
        )
    return table


def _launchers(launchers: dict[str, Any], each: dict[str, Any]) -> str:
    product = {end: launchers[end] * each[end] for end in ("value", "low", "high")}
    return f"{words.counted(launchers, 'launcher')}, {words.counted(product, 'interceptor')}"


def _shown(row: dict[str, Any], end: str) -> str:
    """An assumption's number; a direction east of north counts from nought again."""
    value = row[end]
    if row["name"] == "boresight" and value is not None:
        value %= 2.0 * math.pi
    return words.quantity(value, row["unit"])


_TRACK: Final = (
    "track",
    "firm_looks",
    "firm_gate",
    "commit_gate",
    "track_update",
    "angle_bias",
    "range_bias",
    "beam_width",
)
_UNUSED: Final = {"parts": ("chain",), "published": (*_TRACK, "reaction")}


def assumptions(run: Run) -> Table:
    """The disputed numbers with range, basis, source and note."""
    return [
        {
            "id": row["name"],
            "name": terms.ASSUMPTIONS[row["name"]].long.en,
            **{end: _shown(row, end) for end in ("value", "low", "high")},
            "basis": row["basis"],
            "keys": words.keys(row["source"]),
            "rivals": _rivals(run, row),
            "note": row["note"],
        }
        for row in run.summary["assumptions"]
        # A published chain replaces warning, track and reaction; only one of the two is used.
        if row["name"] not in _UNUSED[run.summary["chain"]]
    ]


def _rivals(run: Run, row: dict[str, Any]) -> Table:
    """Other published figures for an assumption, which stand in neither its low nor its high end.

    Where the scenario has a number of its own, the catalogue's is the first rival.
    """
    found = _catalogue_value(run, row)
    if found is None:
        return []
    rivals = list(found["rivals"])
    if row["basis"] == "scenario":
        rivals.insert(0, found)
    return [
        {
            "value": words.quantity(units.to_si(rival["value"], rival["unit"]), row["unit"]),
            "si": units.to_si(rival["value"], rival["unit"]),
            "keys": words.keys(rival["source"]),
            "note": rival["note"],
        }
        for rival in rivals
    ]


def _catalogue_value(run: Run, row: dict[str, Any]) -> dict[str, Any] | None:
    """The catalogue's own value of an assumption, found by its path or by its name."""
    entries = run.catalogue["entries"]
    owner, _, path = row["path"].partition(".")
    if owner in entries:
        value: dict[str, Any] | None = entries[owner]["values"].get(path)
        return value
    for entry in entries.values():
        for path, value in entry["values"].items():
            if entry["kind"] in ("defence", "radar") and path.split(".")[-1] == row["name"]:
                return value
    return None


def beyond(run: Run, name: str) -> dict[str, Any] | None:
    """The rival of an assumption farthest outside its range: why a curve goes as far as it does."""
    row = next((row for row in run.summary["assumptions"] if row["name"] == name), None)
    if row is None:
        return None
    outside = [r for r in _rivals(run, row) if not row["low"] <= r["si"] <= row["high"]]
    return max(outside, key=lambda rival: abs(rival["si"] - row["value"]), default=None)


def input_count(run: Run) -> int:
    """How many numbers of the catalogue and of the scenario the run rests on."""
    return len(_used(run)) + len(run.scenario.inputs)


def _used(run: Run) -> set[tuple[str, str]]:
    """Entry and path of every catalogue value that this run computes from.

    Left out are what the scenario replaces, and the times that the published chain replaces or is
    replaced by.
    """
    rows = {row["name"]: row["path"] for row in run.summary["assumptions"]}
    unused = _UNUSED[run.summary["chain"]]
    if "track" in rows or run.summary["chain"] == "published":
        # A constant time, or the published chain, takes the place of the track.
        unused = (*unused, *_TRACK, "update")
    return {
        (owner, path)
        for owner, entry in run.catalogue["entries"].items()
        for path in entry["inputs"]
        if not path.startswith(_ASSUMED)
        or (
            rows.get(path.partition(".")[2], f"{owner}.{path}") == f"{owner}.{path}"
            and path.partition(".")[2] not in unused
        )
    }


_ASSUMED: Final = ("envelope.", "delays.", "field_of_regard.", "fire_control.", "tracking.")


_KINDS: Final = {
    "estimate": "are estimates of this project",
    "memory": "are recalled from memory",
    "low": "rest on sources of low confidence only",
    "single": "rest on a single source, with no other figure beside it",
}


class Weak(NamedTuple):
    """One input that a reader should doubt: whose it is, its name, and its kind of weakness."""

    owner: str
    name: str
    source: str
    kind: str


def _every_weak(run: Run) -> list[Weak]:
    """The weak inputs that this run uses, the scenario's own among them."""
    entries, used = run.catalogue["entries"], _used(run)
    found = [
        Weak("Scenario", given.name, given.source, given.kind)
        for given in run.scenario.inputs
        if given.kind
    ]
    found += [
        Weak(
            entries[weak["entry_id"]]["name"],
            _value_name(weak["path"]),
            weak["source"],
            weak["kind"],
        )
        for weak in run.summary["weak_inputs"]
        if (weak["entry_id"], weak["path"]) in used
    ]
    return found


def weak_counts(run: Run) -> str:
    """How many inputs are weak in which way, in words."""
    kinds = [weak.kind for weak in _every_weak(run)]
    found = [(kinds.count(kind), text) for kind, text in _KINDS.items() if kind in kinds]
    return words.listed([f"{count} {text}" for count, text in found]) if found else ""


def weak_inputs(run: Run) -> Table:
    """Weak inputs by system, and within it by kind: names of the values joined."""
    systems: dict[str, dict[str, list[Weak]]] = {}
    for weak in _every_weak(run):
        systems.setdefault(weak.owner, {}).setdefault(weak.kind, []).append(weak)
    return [
        {
            "system": owner,
            "kinds": [
                {
                    "text": _KINDS[kind].removeprefix("are ").replace("rest on", "on"),
                    "names": ", ".join(weak.name for weak in kinds[kind]),
                    "keys": sorted({k for weak in kinds[kind] for k in words.keys(weak.source)}),
                }
                for kind in _KINDS
                if kind in kinds
            ],
        }
        for owner, kinds in systems.items()
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
