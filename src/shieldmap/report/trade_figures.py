"""What each side gets as a picture: people defended over foreign flights seen, a point a setting."""

from typing import Final

from shieldmap.report.drawing import (
    BLUE,
    GREY,
    PALE,
    SKY,
    VERMILION,
    Box,
    Canvas,
    Line,
    Plot,
)
from shieldmap.results.trading import Trade, TradePoint
from shieldmap.words import t

_WIDTH_IN, _HEIGHT_IN = 6.4, 4.4
_SMALL_IN: Final = (5.6, 2.2)
_MILLION: Final = 1e-6


def trade_figure(given: Trade, *, small: bool = False) -> Canvas:
    """Points of all settings with their bands; the efficient ones joined, the present one named.

    A ``small`` one stands under a title of its page and is printed as it is drawn.
    """
    canvas = Canvas(*(_SMALL_IN if small else (_WIDTH_IN, _HEIGHT_IN)))
    top = 24.0 if small else 40.0
    box = Box(50.0, top, canvas.width - 64.0, canvas.height - top - 42.0)
    most_people = max(point.people.p95 or 0.0 for point in given.points) * _MILLION
    most_seen = max(point.seen.p95 or 0.0 for point in given.points)
    plot = Plot(
        canvas, box, (-0.02 * most_seen, 1.05 * most_seen or 1.0), (0.0, 1.06 * most_people or 1.0)
    )
    plot.x_axis(t("trade_axis_seen"))
    plot.y_axis("")
    middle = box.top + 0.5 * box.height
    axis = t("trade_axis_people_short" if small else "trade_axis_people")
    canvas.text(11.0, middle, axis, 8.5, "middle", turn=-90.0)
    order = sorted(given.points, key=lambda point: (point.is_given, point.is_efficient))
    for point in order:
        _draw_band(plot, point)
    best = sorted((p for p in given.points if p.is_efficient), key=lambda p: p.mean_seen)
    plot.line([p.mean_seen for p in best], [p.mean_people * _MILLION for p in best], BLUE, 1.2)
    for point in order:
        mark, colour = _mark_of_setting(point)
        plot.mark(mark, point.mean_seen, point.mean_people * _MILLION, 6.0, colour, colour)
    if not small:
        canvas.titles(t("trade_label"))
    x, y = 50.0, 11.0 if small else 27.0
    for mark, colour, text in (
        ("star", VERMILION, "trade_given"),
        ("circle", BLUE, "trade_efficient"),
        ("circle", GREY, "trade_other"),
    ):
        x = canvas.sample(x, y, Line(colour, mark=mark), t(text))
    return canvas


def _mark_of_setting(point: TradePoint) -> tuple[str, str]:
    if point.is_given:
        return "star", VERMILION
    return "circle", BLUE if point.is_efficient else GREY


def _draw_band(plot: Plot, point: TradePoint) -> None:
    x, y = point.mean_seen, point.mean_people * _MILLION
    colour = VERMILION if point.is_given else SKY if point.is_efficient else PALE
    width = 1.1 if point.is_given else 0.6
    plot.line([point.seen.p05 or 0.0, point.seen.p95 or 0.0], [y, y], colour, width)
    ends = [(point.people.p05 or 0.0) * _MILLION, (point.people.p95 or 0.0) * _MILLION]
    plot.line([x, x], ends, colour, width)
