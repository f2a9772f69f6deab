"""How far the flights can be trusted: the comparisons with what was published, as last computed.

The numbers stand in ``data/validation/results.json``, which ``design/make_validation.py`` writes
and a test compares with a fresh computation; nothing is computed here.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from shieldmap import formats
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
    plain_fill,
    row_plot,
    svg,
)
from shieldmap.report.labels import Labels
from shieldmap.report.templates import filled
from shieldmap.results import Validation, ValidationGroup, ValidationRow
from shieldmap.words import t

RESULTS: Final = Path(__file__).parent.parent / "data" / "validation" / "results.json"

_WIDTH_IN: Final = 4.1
_HEIGHT_IN: Final = 3.7
_MOST_TOLERANCES: Final = 3.0
_MARKS: Final = {
    "passed": ("circle", BLUE, BLUE),
    "failed": ("diamond", VERMILION, BLACK),
    "fitted": ("square", "#ffffff", GREY),
}

Rows = Sequence[ValidationRow]


class Failure(NamedTuple):
    """A test outside its tolerance, in words."""

    name: str
    quantity: str
    ours: str
    published: str
    difference: str
    tolerance: str
    known: str


def read_validation() -> Validation:
    """The comparisons as they were last computed."""
    return Validation.model_validate_json(RESULTS.read_bytes())


def render(results: Validation) -> str:
    """A page of its own with every row."""
    groups = [
        group.model_copy(
            update={
                "title": _title(group),
                "why": {_quantity(name): why for name, why in group.why.items()},
                "rows": [
                    row.model_copy(update={"quantity": _quantity(row.quantity)})
                    for row in group.rows
                ],
            }
        )
        for group in results.groups
    ]
    unusable = [
        row.model_copy(update={"kind": _unusable(row.kind)}) for row in results.unusable.rows
    ]
    told = {"trust": section(results), "groups": groups, "unusable": unusable, "written": written}
    return filled("validation.html.j2", told)


def _title(group: ValidationGroup) -> str:
    return t(f"report_group_{group.id}")


def _quantity(name: str) -> str:
    return t(f"report_quantity_{re.sub('[^a-z0-9]+', '-', name).strip('-')}")


def _unusable(reason: str) -> str:
    return t(f"report_unusable_{reason.replace(' ', '-')}")


def section(results: Validation) -> Mapping[str, object]:
    """What the page shows: sums by group, two figures, failures and what cannot be used."""
    times = rows_of(results, "lofted-times")
    return {
        "totals": results.totals,
        "groups": [_summary(group) for group in results.groups],
        "failures": failures(results),
        "unusable": results.unusable.count,
        "unusable_reasons": [
            f"{_unusable(reason)} {count}" for reason, count in results.unusable.by_reason.items()
        ],
        "times_chart": svg(
            parity_figure(times, t("figure_times"), t("unit_s")), "times", t("figure_times_label")
        )
        if times
        else "",
        "tolerances_chart": svg(
            tolerances_figure(results),
            "tolerances",
            t("figure_tolerances_label"),
        ),
    }


def rows_of(results: Validation, group_id: str, quantity: str = "") -> Rows:
    """The rows of a group whose quantity begins so; none where the group was not computed."""
    return [
        row
        for group in results.groups
        if group.id == group_id
        for row in group.rows
        if row.quantity.startswith(quantity)
    ]


def failures(results: Validation) -> list[Failure]:
    """Every test outside its tolerance, with its numbers as text and the reason."""
    return [
        Failure(
            name=row.name,
            quantity=_quantity(row.quantity),
            ours=with_unit(row.ours, row.unit),
            published=with_unit(row.published, row.unit),
            difference=written(row.difference),
            tolerance=written(row.tolerance),
            known=row.known or t("report_not_explained"),
        )
        for group in results.groups
        for row in group.rows
        if row.kind == "test" and not row.passed
    ]


def written(value: float | None) -> str:
    """A kept number with all its digits; what was not finite has no limit."""
    if value is None:
        return t("report_no_limit")
    return formats.signed(f"{value:,}".removesuffix(".0"))


def with_unit(value: float | None, unit: str) -> str:
    """A number and its unit; what was not finite has none."""
    return written(value) if value is None or not unit else f"{written(value)} {unit}"


def _summary(group: ValidationGroup) -> dict[str, object]:
    totals = group.totals
    return {
        "title": _title(group),
        "authority": group.authority,
        "tests": totals.tests,
        "passed": totals.passed,
        "failed": totals.tests - totals.passed,
        "fitted": totals.fitted or "",
        "worst": formats.number(totals.worst or 0.0, 2),
    }


def state_of(row: ValidationRow) -> str:
    """Whether a row passed or failed, or was fitted."""
    if row.kind == "fitted":
        return "fitted"
    return "passed" if row.passed else "failed"


def parity_figure(rows: Rows, title: str, unit: str) -> Canvas:
    """Ours against published with the line of agreement and the tolerance of every point.

    Rows without a finite number are left out and counted below the title.
    """
    shown = [
        _Pair(row, row.published, row.ours)
        for row in rows
        if row.ours is not None and row.published is not None
    ]
    most = 1.12 * max(max(pair[1:]) for pair in shown)
    canvas = Canvas(_WIDTH_IN, _HEIGHT_IN)
    box = Box(48.0, 34.0, canvas.width - 58.0, canvas.height - 66.0)
    plot = Plot(canvas, box, (0.0, most), (0.0, most))
    plot.x_axis(t("figure_published", unit=unit))
    plot.y_axis("")
    # Farther left than an axis puts it: five digits stand at the ticks.
    ours = t("figure_ours", unit=unit)
    canvas.text(9.0, box.top + 0.5 * box.height, ours, 8.5, "middle", turn=-90.0)
    labels = Labels(box)
    with plot.clipped():
        for row, published, _ in shown:
            _allowed(plot, published, row.tolerance or 0.0)
        plot.line([0.0, most], [0.0, most], GREY, 0.8, (3.0, 2.0))
        for row, published, computed in shown:
            kind, face, edge = _MARKS[state_of(row)]
            plot.mark(kind, published, computed, 5.0, face, edge)
            labels.block(plot.x(published), plot.y(computed), 3.0)
    for row, published, computed in sorted(shown, key=lambda pair: pair.row.passed):
        at = plot.x(published), plot.y(computed)
        labels.put(canvas, _short(row.name), *at, must=not row.passed)
    hidden = len(rows) - len(shown)
    canvas.titles(title, _legend(hidden))
    return canvas


class _Pair(NamedTuple):
    """A row that has both numbers, with them."""

    row: ValidationRow
    published: float
    ours: float


def _allowed(plot: Plot, at: float, tolerance: float) -> None:
    """The span in which ours may lie, as an upright bar about the line of agreement."""
    half = 0.006 * (plot.x_limits[1] - plot.x_limits[0])
    plot.bar((at - half, at + half), (at - tolerance, at + tolerance), plain_fill(PALE))


def _legend(hidden: int) -> str:
    return t("figure_marks_hidden", n=hidden) if hidden else t("figure_marks")


def _short(name: str) -> str:
    """A name with the year instead of the date, and without it before a time of flight."""
    return re.sub(r" (\d{4})-\d\d-\d\d", r" \1", re.sub(r" \d{4}-\d\d-\d\d,", ",", name))


def tolerances_figure(results: Validation) -> Canvas:
    """Every comparison by its difference in tolerances; beyond the last mark at the edge."""
    groups = results.groups
    canvas = Canvas(_WIDTH_IN, 0.95 + 0.27 * len(groups))
    names = [(t(f"figure_group_{group.id}"), "") for group in groups]
    limits = (0.0, 1.05 * _MOST_TOLERANCES)
    plot = row_plot(canvas, names, 118.0, limits, t("figure_in_tolerances"), top=34.0)
    plot.bar((0.0, 1.0), plot.y_limits, plain_fill(PALE), 0.6)
    for number, group in enumerate(groups):
        for state, (kind, face, edge) in _MARKS.items():
            # One outline for all marks of a kind keeps the page small.
            outlines = [
                mark(kind, plot.x(_capped(row.tolerances)), plot.y(number), 4.2)
                for row in group.rows
                if state_of(row) == state
            ]
            canvas.path("".join(dict.fromkeys(outlines)), plain_fill(face), edge, 0.5)
    most = formats.number(_MOST_TOLERANCES)
    canvas.titles(t("figure_far"), t("figure_far_marks", most=most))
    return canvas


def _capped(tolerances: float | None) -> float:
    return _MOST_TOLERANCES if tolerances is None else min(tolerances, _MOST_TOLERANCES)
