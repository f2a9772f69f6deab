"""What decides the answer, on the page: the numbers of ``deciding.json`` as a figure and a table."""

from typing import Final

from shieldmap import formats, words
from shieldmap.archive import Run
from shieldmap.deciding import headline_span, headline_value, name_of_number, range_told
from shieldmap.report import drawing
from shieldmap.report.drawing import (
    BLUE,
    GREY,
    NORMAL,
    PALE,
    SKY,
    Canvas,
    Line,
    letters,
    plain_fill,
    row_plot,
)
from shieldmap.results.deciding import (
    DecidingNumber,
    DecidingNumbers,
    DisclosedNumber,
    SobolIndex,
)
from shieldmap.words import t

_WIDTH_IN: Final = 6.4
_SHOWN: Final = 10
_LEAST: Final = 0.005
"""A number whose whole index is smaller is left out of figure and table."""

View = dict[str, object]


def section(run: Run) -> dict[str, View | None]:
    """What the template shows of it; nothing where the run has none."""
    given = run.deciding
    if given is None:
        return {"deciding": None}
    rows = [row for row in given.numbers if row.total.value >= _LEAST][:_SHOWN]
    label = t("deciding_label")
    view: View = {
        "lead": words.name_of(given.sentence_en, given.sentence_ko),
        "figure": drawing.svg(deciding_figure(given), "deciding", label),
        "label": label,
        "rows": [_number_row(row, given) for row in rows],
        "disclosed": [_settled_row(one) for one in given.disclosed],
        "open": formats.people((given.people or 0.0) - (given.settled or 0.0)),
        "level": headline_value(given, given.level),
        "draws": formats.number(given.draws),
        "evaluations": formats.number(given.evaluations),
        "limits": words.said(given.limits),
    }
    return {"deciding": view}


def deciding_figure(given: DecidingNumbers) -> Canvas:
    """Shares of the spread: alone (dark) within with others (light), with the 95 % intervals."""
    rows = [row for row in given.numbers if row.total.value >= _LEAST][:_SHOWN] or given.numbers[:1]
    names = [(name_of_number(row.number), "") for row in rows]
    canvas = Canvas(_WIDTH_IN, 1.05 + 0.3 * len(rows))
    left = min(0.5 * NORMAL * max(letters(name) for name, _ in names) + 12.0, 0.5 * canvas.width)
    most = max(max(row.total.high, row.first_order.high) for row in rows)
    plot = row_plot(
        canvas, names, left, (0.0, max(1.05 * most, 0.05)), t("deciding_axis"), top=40.0
    )
    for at, row in enumerate(rows):
        for index, colour, y in ((row.total, SKY, at - 0.17), (row.first_order, BLUE, at + 0.17)):
            fill = colour if index.is_resolved else PALE
            plot.bar((0.0, index.value), (y - 0.15, y + 0.15), plain_fill(fill))
            plot.line([index.low, index.high], [y, y], GREY, 1.2)
    canvas.titles(t("deciding_label"))
    x = left
    for colour, text in ((SKY, "deciding_column_total"), (BLUE, "deciding_column_alone")):
        x = canvas.sample(x, 25.0, Line(colour, mark="square"), t(text))
    if any(not one.is_resolved for row in rows for one in (row.total, row.first_order)):
        canvas.sample(x, 25.0, Line(PALE, mark="square"), t("deciding_not_resolved"))
    return canvas


def _number_row(row: DecidingNumber, given: DecidingNumbers) -> View:
    unit = row.unit or ""
    return {
        "name": name_of_number(row.number),
        "alone": _index_view(row.first_order),
        "total": _index_view(row.total),
        "range": range_told(row),
        "ends": headline_span(given, row.at_low, row.at_high),
        "breaks": formats.NONE if row.breaks_at is None else formats.measured(row.breaks_at, unit),
    }


def _index_view(index: SobolIndex) -> View:
    band = formats.span(formats.percent(index.low), formats.percent(index.high))
    return {"value": formats.percent(index.value), "band": band, "is_resolved": index.is_resolved}


def _settled_row(one: DisclosedNumber) -> View:
    """People whose verdict one number would settle."""
    return {
        "name": name_of_number(one.number),
        "people": formats.people(one.people),
        "band": formats.span(formats.people(one.people_low), formats.people(one.people_high)),
    }
