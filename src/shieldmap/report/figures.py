"""Charts: how many people, against what assumption, and for what reason not."""

from typing import Any, Final

from shieldmap.archive import Run
from shieldmap.model import Constraint
from shieldmap.report import words
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
    plain,
    row_plot,
)
from shieldmap.report.maps import REASON_FILLS

_WIDTH_IN: Final = 4.1
_LEFT: Final = 88.0
_LEFT_MOST: Final = 140.0

_DOCTRINE_MARKS: Final = {
    "single": ("circle", "#ffffff", BLACK),
    "salvo-2": ("square", BLUE, BLUE),
    "shoot-look-shoot": ("triangle", ORANGE, "#7a5200"),
}

# What is counted: (scale, axis, title).
_COUNTED: Final = {
    "people": (1e-6, "million people defended", "People"),
    "area_m2": (1e-9, "area defended (thousand km²)", "Area"),
}

CURVES: Final = {
    "reach": ("interceptor's reach, slant range (km)", 1e-3),
    "reaction": ("reaction time: firm track to launch (s)", 1.0),
    "chain": ("missile launch to interceptor launch (s)", 1.0),
}


def _names(summary: dict[str, Any]) -> list[tuple[str, str]]:
    """The missile, and on a second line how it is flown where that is not the usual way."""
    names = [words.threat_short(threat, summary).partition(", ") for threat in summary["threats"]]
    return [(first, second) for first, _, second in names]


def _room(names: list[tuple[str, str]]) -> float:
    """Points to the left of the axis that the names need."""
    longest = max(len(line) for name in names for line in name)
    return min(max(_LEFT, 0.5 * SECOND * longest + 8.0), _LEFT_MOST)


def defended_figure(run: Run, what: str) -> Canvas:
    """Low, value and high by threat and doctrine; ``what`` is ``people`` or ``area_m2``."""
    summary = run.summary
    threats = summary["threats"]
    scale = 1e-6 if what == "people" else 1e-9
    label = "million people" if what == "people" else "area (thousand km²)"
    most = max((threat["threatened"][what] * scale for threat in threats), default=0.0)
    canvas = Canvas(_WIDTH_IN, 0.85 + 0.5 * len(threats))
    names = _names(summary)
    plot = row_plot(canvas, names, _room(names), (0.0, 1.03 * most or 1.0), label)
    for row, threat in enumerate(threats):
        _defended_row(plot, row, threat, what, scale, summary["doctrine"])
    noun = "People" if what == "people" else "Area"
    canvas.titles(f"{noun} defended: value, and from all-low to all-high")
    return canvas


def _defended_row(
    plot: Plot, row: int, threat: dict[str, Any], what: str, scale: float, headline: str
) -> None:
    if what == "people" and threat["sampled"]["samples"]:
        sampled = threat["sampled"]["people"]
        y = row + 0.24 * (list(_DOCTRINE_MARKS).index(headline) - 1)
        ends = sampled["p05"] * scale, sampled["p95"] * scale
        plot.bar(ends, (y - 0.09, y + 0.09), plain(SKY), 0.55)
    most = threat["threatened"][what] * scale
    plot.line([most, most], [row - 0.36, row + 0.36], GREY, 1.6)
    for number, (doctrine, (mark, face, edge)) in enumerate(_DOCTRINE_MARKS.items()):
        y = row + 0.24 * (number - 1)
        sums = threat["by_doctrine"][doctrine]
        low, value, high = (sums[end][what] * scale for end in ("bad", "value", "good"))
        plot.line([low, high], [y, y], edge)
        for end in (low, high):
            plot.line([end, end], [y - 0.07, y + 0.07], edge)
        plot.mark(mark, value, y, 5.0, face, edge)


def curve_figure(run: Run, curve: str, what: str = "people") -> Canvas:
    """People or area (``area_m2``) defended along one disputed number, a panel for each threat."""
    summary = run.summary
    threats = summary["threats"]
    label, scale = CURVES[curve]
    given = next((row for row in summary["assumptions"] if row["name"] == curve), None)
    rows = (len(threats) + 1) // 2
    canvas = Canvas(_WIDTH_IN, 0.95 + 1.22 * rows)
    unit, axis, noun = _COUNTED[what]
    highest = max(max(threat["curves"][curve][what]) for threat in threats) * unit
    x = [number * scale for number in threats[0]["curves"][curve]["x"]]
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
        _curve_panel(panel, threat["curves"][curve], given, scale, (what, unit))
        name = words.threat_short(threat, summary)
        # A long name, such as that of one of two twins, is set smaller.
        size = NORMAL if 0.5 * NORMAL * len(name) < width + 0.5 * gap else SMALL
        canvas.text(box.left, box.top - 7.0, name, size)
    canvas.text(left + width + 0.5 * gap, canvas.height - 9.0, label, 8.5, "middle")
    middle = top + 0.5 * (canvas.height - top - bottom)
    canvas.text(9.0, middle, axis, 8.5, "middle", turn=-90.0)
    canvas.titles(f"{noun} defended, by {label.split(':')[0].split(',')[0].split(' (')[0]}")
    return canvas


def _curve_panel(
    plot: Plot,
    curve: dict[str, Any],
    given: dict[str, Any] | None,
    scale: float,
    counted: tuple[str, float],
) -> None:
    if given is not None:
        low, value, high = (given[end] * scale for end in ("low", "value", "high"))
        low, high = max(low, plot.x_limits[0]), min(high, plot.x_limits[1])
        plot.bar((low, high), plot.y_limits, plain(PALE), 0.7)
        plot.line([value, value], list(plot.y_limits), VERMILION, 1.0, (3.0, 2.0))
    what, unit = counted
    x, counts = [at * scale for at in curve["x"]], [count * unit for count in curve[what]]
    plot.line(x, counts, BLUE, 1.4)
    for at, count in zip(x, counts, strict=True):
        plot.mark("circle", at, count, 2.6, BLUE, BLUE, 0.1)


def reasons_figure(run: Run) -> Canvas:
    """People threatened and not defended, by the first constraint that fails."""
    summary = run.summary
    threats, names = summary["threats"], _names(summary)
    sums = [sum(part["people"] for part in threat["reasons"]) / 1e6 for threat in threats]
    canvas = Canvas(_WIDTH_IN, 0.85 + 0.34 * len(threats))
    limits = (0.0, 1.12 * max(sums, default=0.0) or 1.0)
    plot = row_plot(canvas, names, _room(names), limits, "million people")
    for row, threat in enumerate(threats):
        left = 0.0
        for part in threat["reasons"]:
            fill = REASON_FILLS[Constraint[part["constraint"].upper().replace("-", "_")]]
            width = part["people"] / 1e6
            plot.bar((left, left + width), (row - 0.33, row + 0.33), fill)
            left += width
        plot.text(left, row, f"{left:.1f}", (3.0, 0.0))
    canvas.titles("People threatened and not defended, by reason")
    return canvas


def compared_figure(run: Run) -> Canvas:
    """Published apogees of missiles that are not flown, beside the band of the interceptor."""
    summary = run.summary
    missiles = [missile for missile in summary["compared"] if missile["apogee_m"]]
    rows = {row["name"]: row for row in summary["assumptions"]}
    floor_km, ceiling_km = (rows[name]["value"] / 1e3 for name in ("floor", "ceiling"))
    canvas = Canvas(_WIDTH_IN, 0.95 + 0.36 * len(missiles))
    names = [(missile["name"].split(" (")[0], "") for missile in missiles]
    plot = row_plot(canvas, names, _LEFT, (0.0, 1.08 * ceiling_km), "published apogee (km)")
    plot.bar((floor_km, ceiling_km), plot.y_limits, plain(PALE), 0.6)
    plot.line([floor_km, floor_km], list(plot.y_limits), BLACK, 1.0, (4.0, 2.0))
    plot.text(floor_km, -0.46, f"floor {floor_km:.0f} km", (3.0, 0.0))
    for row, missile in enumerate(missiles):
        low, value, high = (apogee / 1e3 for apogee in missile["apogee_m"])
        plot.bar((low, high), (row - 0.1, row + 0.1), plain(VERMILION), 0.6)
        plot.mark("diamond", value, row, 4.5)
        plot.text(high, row, f"{low:.0f}–{high:.0f} km", (5.0, 0.0))
    canvas.titles("Published apogees beside the interceptor's band")
    return canvas
