"""The page of a comparison: maps before and after, what is lost and won, and the raid."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from shieldmap import geodata
from shieldmap.archive import Run
from shieldmap.report import drawing, maps, page, words
from shieldmap.report.drawing import BLUE, GREEN, VERMILION, Fill
from shieldmap.results import Comparison

_CHANGE_FILLS: Final = (
    Fill("defended before and after", BLUE, "", BLUE),
    Fill("defended before, no longer", VERMILION, "////", "#4d2200"),
    Fill("defended only afterwards", GREEN, "\\\\\\\\", "#00382a"),
)
TEMPLATE: Final = "compare.html.j2"
_ENDS: Final = ("value", "bad", "good")


def comparison(before: Run, after: Run, compared: Comparison) -> str:
    """The page as text."""
    result: dict[str, Any] = compared.as_json()
    runs, cells = (before, after), (maps.read_cells(before), maps.read_cells(after))
    known: set[str] = set()
    rows = []
    for number, row in enumerate(result["threats"]):
        name = words.threat_name(_threat(before, row["id"]), before.summary)
        states = [maps.kinds(c, row["id"]) == maps.EVERY for c in cells]
        figures = [
            (maps.defended_map(run, c, _threat(run, row["id"])), f"{name}, {when}")
            for run, c, when in zip(runs, cells, ("before", "after"), strict=True)
        ]
        figures.append((_change_map(before, cells[0], row["id"], states), f"{name}: the change"))
        rows.append(
            {
                "name": name,
                **{
                    f"{when}_{end}": words.million(row[when][end])
                    for when in ("before", "after")
                    for end in _ENDS
                },
                "in_range": words.million(row["in_range"]),
                "change": words.signed(f"{row['change']['value'] / 1e6:+.1f}"),
                "maps": [
                    drawing.svg(figure, f"c{number}-{k}", text, known)
                    for k, (figure, text) in enumerate(figures)
                ],
            }
        )
    fills = [*maps.STATUS_FILLS.values(), *_CHANGE_FILLS]
    return page.filled(
        TEMPLATE,
        {
            "result": result,
            "rows": rows,
            "defences": [_defence(run) for run in runs],
            "legend": [(drawing.swatch(fill, f"k{k}"), fill.text) for k, fill in enumerate(fills)],
            "raid": None if result["raid"] is None else _raid(result["raid"]),
            "assets": _places(before, result["assets"]),
            "attribution": geodata.attribution(),
        },
    )


def _threat(run: Run, threat_id: str) -> dict[str, Any]:
    return next(dict(threat) for threat in run.summary["threats"] if threat["id"] == threat_id)


def _places(run: Run, changes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Named places with the missiles against which their answer changes, and why not defended."""
    rows: dict[str, dict[str, Any]] = {}
    for change in changes:
        row = rows.setdefault(
            change["name"], {"name": change["name"], "lost": [], "won": [], "reasons": []}
        )
        threat = words.threat_short(_threat(run, change["threat"]), run.summary)
        row["lost" if change["before"] else "won"].append(threat)
        if change["reason_text"] and change["reason_text"] not in row["reasons"]:
            row["reasons"].append(change["reason_text"])
    return list(rows.values())


def _change_map(
    run: Run, cells: maps.Cells, threat_id: str, states: Sequence[NDArray[np.bool_]]
) -> drawing.Canvas:
    """What is kept, lost and won against one missile."""
    was, now = states
    areas = list(zip((was & now, was & ~now, ~was & now), _CHANGE_FILLS, strict=True))
    lost, won = int((was & ~now).sum()), int((~was & now).sum())
    text = f"{lost} cells lost, {won} won" if lost or won else "no cell changes"
    return maps.areas_map(run, cells, _threat(run, threat_id), areas, "What changes", text)


def _defence(run: Run) -> dict[str, Any]:
    """What stands there, in words."""
    defence = run.summary["defence"]
    return {
        "title": run.summary["title"],
        "date": run.summary["date"],
        "hash": run.manifest["run_hash"],
        "launchers": words.counted(defence["launchers"], "launcher"),
        "interceptors": words.counted(defence["interceptors"], "interceptor"),
        "radar": "in place" if defence["radar"]["present"] else "not in place",
    }


def _raid(raid: dict[str, Any]) -> dict[str, Any]:
    """The raid before and after: leakers, spent interceptors, cost and outcomes, row by row."""
    both = [raid["before"], raid["after"]]
    rows = [
        ("Leakers, mean of the trials", [_number(b["leakers"]) for b in both]),
        ("Trials without a leaker", [words.percent(b["none_leaks"]["share"]) for b in both]),
        ("Interceptors spent", [_number(b["interceptors_spent"]["all"]) for b in both]),
        (
            "Their cost, million USD",
            [
                f"{b['cost']['total_usd']['low'] / 1e6:,.0f} to "
                f"{b['cost']['total_usd']['high'] / 1e6:,.0f}"
                for b in both
            ],
        ),
    ]
    outcomes = [
        (one["text"], [f"{one['missiles']:.2f}", f"{two['missiles']:.2f}"])
        for one, two in zip(both[0]["outcomes"], both[1]["outcomes"], strict=False)
        if one["text"] == two["text"] and (one["missiles"] > 0.0 or two["missiles"] > 0.0)
    ]
    return {
        "title": raid["title"],
        "missiles": raid["missiles"],
        "rows": rows,
        "outcomes": outcomes,
    }


def _number(given: dict[str, Any]) -> str:
    """A mean with its two intervals."""
    low, high = given["sampling_interval"]
    bad, good = given["parameter_range"]
    return (
        f"{given['mean']:.1f} (trials {low:.2f} to {high:.2f}; assumptions bad {bad:.1f}, "
        f"good {good:.1f})"
    )
