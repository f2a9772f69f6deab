"""How far the flights can be trusted: the comparisons with what was published, as last computed.

The numbers stand in ``data/validation/results.json``, which ``design/make_validation.py`` writes
and a test compares with a fresh computation; nothing is computed here.
"""

import json
import re
from pathlib import Path
from typing import Any, Final

from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREY,
    PALE,
    VERMILION,
    Box,
    Canvas,
    Plot,
    mark,
    plain,
    row_plot,
    svg,
)
from shieldmap.report.labels import Labels

TEMPLATES: Final = Path(__file__).parent.parent / "data" / "report"
RESULTS: Final = Path(__file__).parent.parent / "data" / "validation" / "results.json"

_WIDTH_IN: Final = 4.1
_HEIGHT_IN: Final = 3.7
_MOST_TOLERANCES: Final = 3.0
_MARKS: Final = {
    "passed": ("circle", BLUE, BLUE),
    "failed": ("diamond", VERMILION, BLACK),
    "fitted": ("square", "#ffffff", GREY),
}

Rows = list[dict[str, Any]]


def read() -> dict[str, Any]:
    """The comparisons as they were last computed."""
    return dict(json.loads(RESULTS.read_text(encoding="utf-8")))


def render(results: dict[str, Any]) -> str:
    """A page of its own with every row."""
    import jinja2
    from markupsafe import Markup

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["drawn"] = Markup
    environment.filters["written"] = written
    css = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    return environment.get_template("validation.html.j2").render(
        css=Markup(css), trust=section(results), results=results
    )


def section(results: dict[str, Any]) -> dict[str, Any]:
    """What the page shows: sums by group, two figures, failures and what cannot be used."""
    times = rows_of(results, "lofted-times")
    title = "Flight tests: time beyond an arc without boost"
    text = "Our time of flight beyond that of an arc without boost, against the reported one."
    return {
        "totals": results["totals"],
        "groups": [_summary(group) for group in results["groups"]],
        "failures": failures(results),
        "unusable": results["unusable"]["count"],
        "unusable_reasons": list(results["unusable"]["by_reason"].items()),
        "times_chart": svg(parity_figure(times, title, "s"), "times", text) if times else "",
        "tolerances_chart": svg(
            tolerances_figure(results),
            "tolerances",
            "Every comparison by its difference in tolerances, a row for each kind.",
        ),
    }


def rows_of(results: dict[str, Any], group_id: str, quantity: str = "") -> Rows:
    """The rows of a group whose quantity begins so; none where the group was not computed."""
    return [
        row
        for group in results["groups"]
        if group["id"] == group_id
        for row in group["rows"]
        if row["quantity"].startswith(quantity)
    ]


def failures(results: dict[str, Any]) -> Rows:
    """Every test outside its tolerance, with its numbers as text and the reason."""
    return [
        {
            "group": group["title"],
            "name": row["name"],
            "quantity": row["quantity"],
            "ours": with_unit(row["ours"], row["unit"]),
            "published": with_unit(row["published"], row["unit"]),
            "difference": written(row["difference"]),
            "tolerance": written(row["tolerance"]),
            "known": row["known"] or "Not explained.",
        }
        for group in results["groups"]
        for row in group["rows"]
        if row["kind"] == "test" and not row["passed"]
    ]


def written(value: float | None) -> str:
    """A kept number with all its digits; what was not finite has no limit."""
    if value is None:
        return "no limit"
    return f"{value:,}".removesuffix(".0").replace("-", "−")


def with_unit(value: float | None, unit: str) -> str:
    """A number and its unit; what was not finite has none."""
    return written(value) if value is None or not unit else f"{written(value)} {unit}"


def _summary(group: dict[str, Any]) -> dict[str, Any]:
    totals = group["totals"]
    return {
        "title": group["title"],
        "authority": group["authority"],
        "tests": totals["tests"],
        "passed": totals["passed"],
        "failed": totals["tests"] - totals["passed"],
        "fitted": totals["fitted"] or "",
        "worst": f"{totals['worst']:.2f}",
    }


def state_of(row: dict[str, Any]) -> str:
    """Whether a row passed or failed, or was fitted."""
    if row["kind"] == "fitted":
        return "fitted"
    return "passed" if row["passed"] else "failed"


def parity_figure(rows: Rows, title: str, unit: str) -> Canvas:
    """Ours against published with the line of agreement and the tolerance of every point.

    Rows without a finite number are left out and counted below the title.
    """
    shown = [row for row in rows if row["ours"] is not None]
    most = 1.12 * max(max(row["ours"], row["published"]) for row in shown)
    canvas = Canvas(_WIDTH_IN, _HEIGHT_IN)
    box = Box(48.0, 34.0, canvas.width - 58.0, canvas.height - 66.0)
    plot = Plot(canvas, box, (0.0, most), (0.0, most))
    plot.x_axis(f"published ({unit})")
    plot.y_axis("")
    # Farther left than an axis puts it: five digits stand at the ticks.
    canvas.text(9.0, box.top + 0.5 * box.height, f"ours ({unit})", 8.5, "middle", turn=-90.0)
    labels = Labels(box)
    with plot.clipped():
        for row in shown:
            _allowed(plot, row)
        plot.line([0.0, most], [0.0, most], GREY, 0.8, (3.0, 2.0))
        for row in shown:
            plot.mark(
                _MARKS[state_of(row)][0],
                row["published"],
                row["ours"],
                5.0,
                *_MARKS[state_of(row)][1:],
            )
            labels.block(plot.x(row["published"]), plot.y(row["ours"]), 3.0)
    for row in sorted(shown, key=lambda row: row["passed"]):
        at = plot.x(row["published"]), plot.y(row["ours"])
        labels.put(canvas, _short(row["name"]), *at, must=not row["passed"])
    hidden = len(rows) - len(shown)
    canvas.titles(title, _legend(hidden))
    return canvas


def _allowed(plot: Plot, row: dict[str, Any]) -> None:
    """The span in which ours may lie, as an upright bar about the line of agreement."""
    at, tolerance = row["published"], row["tolerance"]
    half = 0.006 * (plot.x_limits[1] - plot.x_limits[0])
    plot.bar((at - half, at + half), (at - tolerance, at + tolerance), plain(PALE))


def _legend(hidden: int) -> str:
    text = "Grey: tolerance; diamond: outside; square: fitted"
    return text + (f"; without limit: {hidden}" if hidden else "")


def _short(name: str) -> str:
    """A name with the year instead of the date, and without it before a time of flight."""
    return re.sub(r" (\d{4})-\d\d-\d\d", r" \1", re.sub(r" \d{4}-\d\d-\d\d,", ",", name))


def tolerances_figure(results: dict[str, Any]) -> Canvas:
    """Every comparison by its difference in tolerances; beyond the last mark at the edge."""
    groups = results["groups"]
    canvas = Canvas(_WIDTH_IN, 0.95 + 0.27 * len(groups))
    names = [(_SHORT_TITLES[group["id"]], "") for group in groups]
    limits = (0.0, 1.05 * _MOST_TOLERANCES)
    plot = row_plot(canvas, names, 118.0, limits, "difference in tolerances", top=34.0)
    plot.bar((0.0, 1.0), plot.y_limits, plain(PALE), 0.6)
    for number, group in enumerate(groups):
        for state, (kind, face, edge) in _MARKS.items():
            # One outline for all marks of a kind keeps the page small.
            outlines = [
                mark(kind, plot.x(_capped(row["tolerances"])), plot.y(number), 4.2)
                for row in group["rows"]
                if state_of(row) == state
            ]
            canvas.path("".join(dict.fromkeys(outlines)), plain(face), edge, 0.5)
    canvas.titles(
        "How far every comparison lies off",
        f"Grey: inside; diamond: outside (edge: {_MOST_TOLERANCES:.0f} or more); square: fitted",
    )
    return canvas


def _capped(tolerances: float | None) -> float:
    return _MOST_TOLERANCES if tolerances is None else min(tolerances, _MOST_TOLERANCES)


_SHORT_TITLES: Final = {
    "lofted-times": "tests: time of boost",
    "standard-ranges": "tests: standard range",
    "flights": "tests: apogee, energy",
    "stage-sets": "published stage sets",
    "minimum-energy": "minimum-energy arcs",
    "bate-mueller-white": "textbook examples",
    "atmosphere": "atmosphere",
    "geodesics": "geodesics",
    "frames": "frames",
    "independent": "other propagator",
    "radar-equation": "radar equation",
    "leakage": "leakage of raids",
    "detection": "detection",
}
