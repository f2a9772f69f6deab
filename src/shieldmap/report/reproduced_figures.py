"""The figures of reproduced analyses: altitudes over Seongju, and the chance that nothing leaks."""

from typing import Final, NamedTuple

from shieldmap.model import Floats
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    PALE,
    SECOND,
    VERMILION,
    Box,
    Canvas,
    Line,
    Plot,
    plain_fill,
)
from shieldmap.words import t

_WIDTH_IN: Final = 5.2
_HEIGHT_IN: Final = 3.4
_STYLES: Final = (Line(BLUE, 1.6), Line(VERMILION, 1.6, (5.0, 2.5)), Line(GREEN, 1.6, (1.5, 2.0)))
_BAND_KM: Final = (40.0, 150.0)
_MILITARY_KM: Final = (100.0, 150.0)
_CRITICS_KM: Final = 250.0
_CHANNEL_A_KM: Final = 550.0


class NamedCurve(NamedTuple):
    """A line with its name, and marks beside it where another method gave the same."""

    name: str
    x: Floats
    y: Floats
    marks_x: Floats
    marks_y: Floats


def raid_name(raid: int) -> str:
    """The name of a curve by the number of warheads."""
    return t("figure_reproduced_raid", raid=raid)


def route_name(start: str) -> str:
    """The name of a curve by where its flights to Busan start: ``hwangju`` or ``panghyon``."""
    return t(f"figure_reproduced_from_{start}")


def seongju_figure(curves: tuple[NamedCurve, ...]) -> Canvas:
    """The altitude over Seongju of flights to Busan against their apogee in km, and what was said of it."""
    canvas, plot = _plot((0.0, 620.0), (0.0, 400.0))
    with plot.clipped():
        plot.bar((0.0, 620.0), _BAND_KM, plain_fill(PALE), 0.6)
    plot.x_axis(t("figure_reproduced_apogee"))
    plot.y_axis(t("figure_reproduced_altitude"), ticks=5)
    plot.text(540.0, 95.0, t("figure_reproduced_band"), size=SECOND, anchor="end")
    _lines_and_marks(plot, curves)
    for at, name, row in (
        (_CRITICS_KM, t("figure_reproduced_critics"), 335.0),
        (_CHANNEL_A_KM, t("figure_reproduced_channel_a"), 172.0),
    ):
        plot.line([at, at], [0.0, 400.0], GREY, 0.8, (2.0, 2.0))
        plot.text(at, row, name, (-4.0, 0.0), SECOND, "end")
    plot.line([20.0, 20.0], list(_MILITARY_KM), BLACK, 2.4)
    plot.text(20.0, 168.0, t("figure_reproduced_military"), (-3.0, 0.0), SECOND)
    _names_below(canvas, plot, curves)
    canvas.titles(t("figure_reproduced_seongju"))
    return canvas


def leakage_figure(curves: tuple[NamedCurve, ...]) -> Canvas:
    """The probability in percent that none leaks against that of stopping one; dots are battles fought."""
    canvas, plot = _plot((80.0, 100.0), (0.0, 100.0))
    plot.x_axis(t("figure_reproduced_stopped"))
    plot.y_axis(t("figure_reproduced_none"), ticks=5)
    _lines_and_marks(plot, curves)
    _names_below(canvas, plot, curves)
    canvas.titles(t("figure_reproduced_wilkening"))
    return canvas


def _plot(x: tuple[float, float], y: tuple[float, float]) -> tuple[Canvas, Plot]:
    canvas = Canvas(_WIDTH_IN, _HEIGHT_IN)
    box = Box(48.0, 34.0, canvas.width - 62.0, canvas.height - 84.0)
    return canvas, Plot(canvas, box, x, y)


def _lines_and_marks(plot: Plot, curves: tuple[NamedCurve, ...]) -> None:
    with plot.clipped():
        for style, curve in zip(_STYLES, curves, strict=False):
            plot.line(curve.x, curve.y, style.colour, style.width, style.dash)
            for x, y in zip(curve.marks_x, curve.marks_y, strict=True):
                plot.mark("circle", float(x), float(y), 5.0, "#ffffff", style.colour, 1.2)


def _names_below(canvas: Canvas, plot: Plot, curves: tuple[NamedCurve, ...]) -> None:
    """The names of the curves at the foot, one below the other."""
    top = plot.box.top + plot.box.height + 36.0
    across = plot.box.width / len(curves)
    for number, (style, curve) in enumerate(zip(_STYLES, curves, strict=False)):
        canvas.sample(plot.box.left + number * across, top, style, curve.name)
