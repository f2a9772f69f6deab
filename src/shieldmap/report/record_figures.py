"""The figure of the record: which share of the missiles tested an upper layer could meet, by year."""

from typing import Final

from shieldmap import formats
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    NORMAL,
    SECOND,
    SKY,
    Box,
    Canvas,
    Plot,
    plain_fill,
)
from shieldmap.results import FlownGroup, MetShare, RecordOfTests
from shieldmap.words import t

SYSTEM: Final = "thaad"

_WIDTH_IN: Final = 5.2
_HEIGHT_IN: Final = 3.1
_HALF: Final = 0.32
_MARK: Final = 6.0


def of_system(one: FlownGroup, system: str) -> MetShare:
    """The share of one layer among those of a group."""
    return next(share for share in one.met if share.system == system)


def years_figure(record: RecordOfTests) -> Canvas:
    """The share of each year's missiles in THAAD's band for long enough; bars hold what is not known.

    Below each year stands how many missiles were judged, of how many.
    """
    canvas = Canvas(_WIDTH_IN, _HEIGHT_IN)
    years = [int(one.name) for one in record.years] or [record.since]
    ends = years[0] - 0.6, years[-1] + 0.6
    box = Box(44.0, 44.0, canvas.width - 54.0, canvas.height - 100.0)
    plot = Plot(canvas, box, ends, (0.0, 100.0))
    plot.y_axis(t("figure_record_axis"), ticks=5)
    for one in record.years:
        _year(plot, one)
    canvas.text(
        box.left + 0.5 * box.width, canvas.height - 26.0, t("figure_record_year"), 8.5, "middle"
    )
    _legend(canvas, box.left)
    canvas.titles(t("figure_record", seconds=formats.number(record.least_s)))
    return canvas


def _year(plot: Plot, one: FlownGroup) -> None:
    share, year = of_system(one, SYSTEM), float(one.name)
    ends = 100.0 * share.share_low, 100.0 * share.share_high
    plot.bar((year - _HALF, year + _HALF), ends, plain_fill(SKY), 0.55)
    for end in ends:
        plot.line([year - _HALF, year + _HALF], [end, end], BLUE, 0.7)
    if share.share is not None:
        plot.mark("circle", year, 100.0 * share.share, _MARK, BLUE, BLACK)
    plot.text(year, 0.0, one.name, (0.0, 10.0), NORMAL, "middle")
    counted = f"{share.missiles_judged}/{share.missiles}"
    plot.text(year, 0.0, counted, (0.0, 20.0), SECOND, "middle")


def _legend(canvas: Canvas, left: float) -> None:
    """What mark and bar mean, on one line at the foot."""
    y = canvas.height - 9.0
    key = Plot(canvas, Box(left, y - 4.0, canvas.width - left, 8.0), (0.0, 1.0), (0.0, 1.0))
    key.mark("circle", 0.01, 0.5, _MARK, BLUE, BLACK)
    key.text(0.03, 0.5, t("figure_record_judged"), size=SECOND)
    key.bar((0.31, 0.35), (0.1, 0.9), plain_fill(SKY), 0.55)
    key.text(0.37, 0.5, t("figure_record_ends"), size=SECOND)
