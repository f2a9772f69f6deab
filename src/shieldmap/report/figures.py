"""Charts: how many people, against what assumption, and for what reason not."""

from typing import Final

from shieldmap import formats
from shieldmap.archive import Run
from shieldmap.model import Constraint
from shieldmap.report import phrases
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREY,
    NORMAL,
    ORANGE,
    PALE,
    SECOND,
    SKY,
    SMALL,
    VERMILION,
    Box,
    Canvas,
    Plot,
    fitted,
    letters,
    plain_fill,
    row_plot,
    width_of,
)
from shieldmap.report.maps import reason_fills
from shieldmap.results import Curve, FootprintSummary, StudyAssumption, ThreatSummary
from shieldmap.words import t

_WIDTH_IN: Final = 4.1
_LEFT: Final = 88.0
_LEFT_MOST: Final = 140.0

_DOCTRINE_MARKS: Final = {
    "single": ("circle", "#ffffff", BLACK),
    "salvo-2": ("square", BLUE, BLUE),
    "shoot-look-shoot": ("triangle", ORANGE, "#7a5200"),
}

_MILLION: Final = 1e-6

CURVES: Final = {"reach": 1e-3, "reaction": 1.0, "chain": 1.0}
"""From SI to the unit in which a curve is drawn."""


def _names(summary: FootprintSummary) -> list[tuple[str, str]]:
    """The missile, and on a second line how it is flown where that is not the usual way."""
    names = [phrases.threat_short(threat, summary).partition(", ") for threat in summary.threats]
    return [(first, second) for first, _, second in names]


def _room(names: list[tuple[str, str]]) -> float:
    """Points to the left of the axis that the names need."""
    longest = max(width_of(line) for name in names for line in name)
    return min(max(_LEFT, SECOND * longest + 8.0), _LEFT_MOST)


def defended_figure(summary: FootprintSummary) -> Canvas:
    """People defended by threat and doctrine: bad ends, value and good ends, and the draws."""
    threats = summary.threats
    label = t("figure_million")
    most = max((threat.threatened.people * _MILLION for threat in threats), default=0.0)
    canvas = Canvas(_WIDTH_IN, 0.85 + 0.5 * len(threats))
    names = _names(summary)
    plot = row_plot(canvas, names, _room(names), (0.0, 1.03 * most or 1.0), label)
    for row, threat in enumerate(threats):
        _defended_row(plot, row, threat, summary.doctrine)
    canvas.titles(t("figure_people_defended"))
    return canvas


def _defended_row(plot: Plot, row: int, threat: ThreatSummary, headline: str) -> None:
    if threat.sampled.samples:
        sampled = threat.sampled.people
        y = row + 0.24 * (list(_DOCTRINE_MARKS).index(headline) - 1)
        ends = (sampled.p05 or 0.0) * _MILLION, (sampled.p95 or 0.0) * _MILLION
        plot.bar(ends, (y - 0.09, y + 0.09), plain_fill(SKY), 0.55)
    most = threat.threatened.people * _MILLION
    plot.line([most, most], [row - 0.36, row + 0.36], GREY, 1.6)
    for number, (doctrine, (mark, face, edge)) in enumerate(_DOCTRINE_MARKS.items()):
        y = row + 0.24 * (number - 1)
        sums = threat.by_doctrine[doctrine]
        low, value, high = (
            getattr(sums, end).people * _MILLION for end in ("bad", "value", "good")
        )
        plot.line([low, high], [y, y], edge)
        for end in (low, high):
            plot.line([end, end], [y - 0.07, y + 0.07], edge)
        plot.mark(mark, value, y, 5.0, face, edge)


def curve_figure(run: Run, curve: str) -> Canvas:
    """People defended along one disputed number, a panel for each threat."""
    summary = run.footprint
    threats = summary.threats
    scale = CURVES[curve]
    given = next((row for row in summary.assumptions if row.name == curve), None)
    rows = (len(threats) + 1) // 2
    canvas = Canvas(_WIDTH_IN, 0.95 + 1.22 * rows)
    highest = max(max(threat.curves[curve].people) for threat in threats) * _MILLION
    x = [number * scale for number in threats[0].curves[curve].x]
    gap, left, top, bottom = 24.0, 36.0, 38.0, 34.0
    width = (canvas.width - left - 7.0 - gap) / 2.0
    pitch = (canvas.height - top - bottom + 22.0) / rows
    for number, threat in enumerate(threats):
        row, column = divmod(number, 2)
        box = Box(left + column * (width + gap), top + row * pitch, width, pitch - 22.0)
        panel = Plot(canvas, box, (min(x), max(x)), (0.0, 1.06 * highest or 1.0))
        is_last = number + 2 >= len(threats)
        panel.x_axis("", has_numbers=is_last, ticks=5)
        panel.y_axis("", has_numbers=column == 0, ticks=4)
        _curve_panel(panel, threat.curves[curve], given, scale)
        # A long name, such as that of one of two twins, is set smaller, and in two lines.
        name = phrases.threat_short(threat, summary)
        lines, size = fitted(name, width + 0.5 * gap, (NORMAL, SMALL), 2)
        for up, line in enumerate(reversed(lines)):
            canvas.text(box.left, box.top - 6.0 - 8.0 * up, line, size)
    canvas.text(
        left + width + 0.5 * gap, canvas.height - 9.0, t(f"figure_curve_{curve}"), 8.5, "middle"
    )
    middle = top + 0.5 * (canvas.height - top - bottom)
    lines, size = fitted(
        t("figure_people_axis"), 2.0 * min(middle - 20.0, canvas.height - middle), (8.5, SMALL), 1
    )
    canvas.text(9.0, middle, lines[0], size, "middle", turn=-90.0)
    canvas.titles(t(f"figure_people_by_{curve}"))
    return canvas


def _curve_panel(plot: Plot, curve: Curve, given: StudyAssumption | None, scale: float) -> None:
    if given is not None:
        low, value, high = (end * scale for end in (given.low, given.value, given.high))
        low, high = max(low, plot.x_limits[0]), min(high, plot.x_limits[1])
        if low < high:
            plot.bar((low, high), plot.y_limits, plain_fill(PALE), 0.7)
        if plot.x_limits[0] <= value <= plot.x_limits[1]:
            plot.line([value, value], list(plot.y_limits), VERMILION, 1.0, (3.0, 2.0))
    x, counts = [at * scale for at in curve.x], [count * _MILLION for count in curve.people]
    plot.line(x, counts, BLUE, 1.4)
    for at, count in zip(x, counts, strict=True):
        plot.mark("circle", at, count, 2.6, BLUE, BLUE, 0.1)


def reasons_figure(run: Run) -> Canvas:
    """People threatened and not defended, by the first constraint that fails."""
    summary = run.footprint
    threats, names = summary.threats, _names(summary)
    sums = [sum(part.people for part in threat.reasons) / 1e6 for threat in threats]
    canvas = Canvas(_WIDTH_IN, 0.85 + 0.34 * len(threats))
    limits = (0.0, 1.12 * max(sums, default=0.0) or 1.0)
    plot = row_plot(canvas, names, _room(names), limits, t("figure_million"))
    fills = reason_fills()
    for row, threat in enumerate(threats):
        left = 0.0
        for part in threat.reasons:
            fill = fills[Constraint[part.constraint.upper().replace("-", "_")]]
            width = part.people / 1e6
            plot.bar((left, left + width), (row - 0.33, row + 0.33), fill)
            left += width
        plot.text(left, row, formats.number(left, 1), (3.0, 0.0))
    canvas.titles(t("figure_reasons"))
    return canvas


def compared_figure(run: Run) -> Canvas:
    """Published apogees of missiles that are not flown, beside the band of the interceptor."""
    summary = run.footprint
    known = [(missile, missile.apogee_m) for missile in summary.compared if missile.apogee_m]
    rows = {row.name: row for row in summary.assumptions}
    floor_km, ceiling_km = (rows[name].value / 1e3 for name in ("floor", "ceiling"))
    canvas = Canvas(_WIDTH_IN, 0.95 + 0.36 * len(known))
    names = [(phrases.name(missile).split(" (")[0], "") for missile, _ in known]
    longest = max((letters(name) for name, _ in names), default=0.0)
    left = max(_LEFT, 0.55 * NORMAL * longest + 8.0)
    highest = max((apogees_m[2] / 1e3 for _, apogees_m in known), default=0.0)
    # Behind the longest bar its numbers have room.
    limits = (0.0, max(1.08 * ceiling_km, 1.4 * highest))
    plot = row_plot(canvas, names, left, limits, t("figure_apogee_axis"))
    plot.bar((floor_km, ceiling_km), plot.y_limits, plain_fill(PALE), 0.6)
    plot.line([floor_km, floor_km], list(plot.y_limits), BLACK, 1.0, (4.0, 2.0))
    plot.text(floor_km, -0.46, t("figure_floor", height=formats.km(1e3 * floor_km)), (3.0, 0.0))
    for row, (_, apogees_m) in enumerate(known):
        low, value, high = (apogee_m / 1e3 for apogee_m in apogees_m)
        plot.bar((low, high), (row - 0.1, row + 0.1), plain_fill(VERMILION), 0.6)
        plot.mark("diamond", value, row, 4.5)
        ends = formats.span(formats.km(1e3 * low), formats.km(1e3 * high))
        plot.text(high, row, ends, (5.0, 0.0))
    canvas.titles(t("figure_apogees"))
    return canvas
