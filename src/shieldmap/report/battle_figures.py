"""Charts of the battle: outcomes, stocks, layers, losses, warning, sites and space.

Two intervals stand at every number that was drawn, and never look alike: a thick black bar is the
sampling interval of the trials at the values; a thin line with a filled mark at the bad and a hollow
one at the good ends is the parameter range.
"""

import math
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from shieldmap import formats
from shieldmap.report import phrases
from shieldmap.report.battle_words import Names, digits_of, interval, kept, outcome, site_name
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    INCH,
    NORMAL,
    ORANGE,
    PALE,
    PURPLE,
    SECOND,
    SKY,
    SMALL,
    VERMILION,
    Box,
    Canvas,
    Fill,
    Plot,
    broken,
    fitted,
    plain_fill,
    row_name,
    row_plot,
    width_of,
)
from shieldmap.results import (
    CountedMean,
    Emptying,
    LayersAdded,
    Losses,
    Quantiles,
    RaidAsset,
    RaidBattery,
    RaidOutcome,
    RaidTold,
    SampledMean,
    SpaceSecurity,
)
from shieldmap.results.questions import (
    BrokenUp,
    EmptyingCurve,
    RaidAgainst,
    RankedSite,
    WarnedFlight,
)
from shieldmap.words import t

MAIN: Final = "defence"
WIDTH_IN: Final = 4.1
_LEAK: Final = "#F6D08A"
_DARK: Final = "#6b4a00"
_BAR: Final = "#b9cfe0"

_LEAK_FILLS: Final = {
    "missed": (_LEAK, "////", _DARK),
    "common-mode": (_LEAK, "xxx", _DARK),
    "saturated": ("#EFC27E", "|||", _DARK),
    "no-interceptor": ("#444444",),
    "not-sorted": ("#efe6b0", "...", "#5c5410"),
    "not-tracked": ("#efe6b0", "---", "#5c5410"),
    "radar-lost": ("#bdbdbd", "xxx", "#333333"),
    "out-of-reach": (_LEAK,),
}
"""Why missiles come through, in sand; what was stopped has the colour of its layer."""

_OTHER_LAYERS: Final = (SKY, GREEN, PURPLE, "#7a6fb0", "#9aa5ad")

_DOCTRINE_MARKS: Final = {
    "single": ("circle", "#ffffff", BLACK),
    "salvo-2": ("square", BLUE, BLUE),
    "shoot-look-shoot": ("triangle", ORANGE, "#7a5200"),
}


class StackedLayer(NamedTuple):
    """One system of the defence, with its batteries and its colour."""

    system: str
    name: str
    batteries: tuple[str, ...]
    fill: Fill


def layers(batteries: tuple[RaidBattery, ...]) -> list[StackedLayer]:
    """The systems in the order in which they choose; the battery under study is always blue."""
    systems = {b.system: b.system_name for b in batteries}
    main = next((b.system for b in batteries if b.id == MAIN), None)
    others = [system for system in systems if system != main]
    colours = {s: _OTHER_LAYERS[i % len(_OTHER_LAYERS)] for i, s in enumerate(others)}
    return [
        StackedLayer(
            system,
            name,
            tuple(b.id for b in batteries if b.system == system),
            Fill(t("battle_stopped_by", name=name), BLUE if system == main else colours[system]),
        )
        for system, name in systems.items()
    ]


def stopped_by(outcomes: tuple[RaidOutcome, ...], layer: StackedLayer) -> float:
    """Missiles that the batteries of a layer stop, in the mean."""
    return float(sum(row.missiles for row in outcomes if row.by in layer.batteries))


def leaked_by(outcomes: tuple[RaidOutcome, ...], reason: str) -> float:
    """Missiles that come through for one reason, in the mean."""
    found = (row for row in outcomes if row.by is None and row.outcome == reason)
    return float(sum(row.missiles for row in found))


def reasons_shown(outcomes: tuple[RaidOutcome, ...]) -> dict[str, Fill]:
    """The reasons for which any missile comes through, with their fills."""
    return {
        row.outcome: Fill(outcome(row), *_LEAK_FILLS[row.outcome])
        for row in outcomes
        if row.by is None and row.missiles > 0.0
    }


def _short(name: str) -> str:
    return phrases.place_short(name)


# --- what comes through ------------------------------------------------------------------------


def outcomes_figure(leakage: RaidTold, found: list[StackedLayer]) -> Canvas:
    """Bars of what became of the missiles: the whole raid, then every place aimed at."""
    assets, reasons = leakage.by_asset, reasons_shown(leakage.outcomes)
    canvas = Canvas(WIDTH_IN, 1.72 + 0.27 * len(assets))
    left, right = 84.0, 50.0
    whole = Plot(
        canvas,
        Box(left, 28.0, canvas.width - left - right, 22.0),
        (0.0, leakage.missiles),
        (0.55, -0.55),
    )
    whole.x_axis(t("battle_outcomes_raid"), ticks=5)
    canvas.text(left - 5.0, whole.y(0.0), t("battle_whole_raid"), NORMAL, "end", "bold")
    most = max(row.missiles for row in assets)
    box = Box(left, 96.0, canvas.width - left - right, canvas.height - 96.0 - 31.0)
    plot = Plot(canvas, box, (0.0, most), (len(assets) - 0.45, -0.55))
    plot.x_axis(t("battle_outcomes_place"), ticks=min(most, 5))
    canvas.text(canvas.width - 3.0, 85.0, t("battle_through"), SECOND, "end", colour=GREY)
    _stacked(whole, 0, leakage, found, reasons)
    for row, asset in enumerate(assets):
        row_name(canvas, left - 5.0, plot.y(row), _short(asset.name))
        _stacked(plot, row, asset, found, reasons)
    canvas.titles(t("battle_outcomes_figure"))
    return canvas


def _stacked(
    plot: Plot,
    row: int,
    given: RaidTold | RaidAsset,
    found: list[StackedLayer],
    reasons: dict[str, Fill],
) -> None:
    """One bar: stopped by each layer, then the reasons for which the others come through."""
    parts = [(layer.fill, stopped_by(given.outcomes, layer)) for layer in found]
    parts += [(fill, leaked_by(given.outcomes, reason)) for reason, fill in reasons.items()]
    left = 0.0
    for fill, count in parts:
        if count > 0.0:
            plot.bar((left, left + count), (row - 0.36, row + 0.36), fill)
            plot.line([left, left], [row - 0.36, row + 0.36], "#ffffff", 0.5)
            left += count
    leaked = given.leakers.mean
    text = formats.number(leaked, 1) if leaked >= 0.05 or leaked == 0.0 else "<0.1"
    plot.canvas.text(plot.canvas.width - 22.0, plot.y(row), text, NORMAL, "end")


def leakers_figure(leakage: RaidTold) -> Canvas:
    """Share of the trials by leakers, and below it the mean with its two intervals."""
    counts, trials = leakage.distribution, leakage.trials
    last = max((k for k, count in enumerate(counts) if count), default=1)
    given = leakage.leakers
    far = max(last, *given.parameter_range) + 1.0
    shares = [100.0 * count / trials for count in counts]
    canvas = Canvas(WIDTH_IN, 3.1)
    box = Box(44.0, 24.0, canvas.width - 54.0, 112.0)
    plot = Plot(canvas, box, (-0.6, far), (0.0, 1.08 * max(shares)))
    plot.y_axis(t("battle_leakers_share"), ticks=4)
    lower = Plot(canvas, Box(box.left, 142.0, box.width, 48.0), plot.x_limits, (1.6, -0.7))
    lower.x_axis(t("battle_leakers_axis"), ticks=6)
    for count, height in enumerate(shares[: last + 1]):
        if height > 0.0:
            plot.bar((count - 0.42, count + 0.42), (0.0, height), Fill("", _LEAK, "", _LEAK))
    mean = given.mean
    plot.line([mean, mean], list(plot.y_limits), BLACK, 1.0, (3.0, 2.0))
    digits = digits_of(given)
    side = -1.0 if mean > 0.4 * far else 1.0
    plot.text(
        mean,
        0.95 * plot.y_limits[1],
        t("battle_leakers_mean", mean=formats.number(mean, digits)),
        (4.0 * side, 0.0),
        anchor="start" if side > 0.0 else "end",
        style="halo",
    )
    _sampling(lower, given, -0.1)
    sampling = interval(given.sampling_interval, digits)
    edge = given.sampling_interval[1 if side > 0.0 else 0]
    lower.text(
        edge,
        -0.1,
        t("battle_leakers_sampling", interval=sampling),
        (5.0 * side, 0.0),
        SECOND,
        "start" if side > 0.0 else "end",
        "halo",
    )
    _range(lower, given.parameter_range, 1.0)
    bad, good = given.parameter_range
    middle = 0.5 * (bad + good)
    lower.text(middle, 1.0, t("battle_leakers_range"), (0.0, -7.0), SECOND, "middle", "halo")
    canvas.titles(t("battle_leakers_figure", trials=trials))
    return canvas


# --- rows with two intervals -------------------------------------------------------------------


def _sampling(plot: Plot, given: SampledMean, y: float) -> None:
    """A thick black bar, never thinner than can be seen."""
    low, high = (plot.x(end) for end in given.sampling_interval)
    middle, half = 0.5 * (low + high), max(0.5 * (high - low), 0.9)
    at = plot.y(y)
    outline = f"M{middle - half:.2f} {at - 4.0:.2f}h{2 * half:.2f}v8h{-2 * half:.2f}Z"
    plot.canvas.path(outline, plain_fill(BLACK))


def _range(plot: Plot, ends: Sequence[float], y: float) -> None:
    """A thin line with a filled mark at the bad ends and a hollow one at the good ends."""
    bad, good = ends
    plot.line([bad, good], [y, y], VERMILION, 1.1)
    plot.mark("diamond", bad, y, 5.0, VERMILION, VERMILION)
    plot.mark("diamond", good, y, 5.0, "#ffffff", VERMILION, 1.0)


def _interval_row(plot: Plot, row: int, given: CountedMean) -> None:
    """A bar with its number, the sampling interval at its end, and the range below."""
    plot.bar((0.0, given.mean), (row - 0.36, row + 0.08), plain_fill(_BAR))
    _sampling(plot, given, row - 0.14)
    plot.text(
        max(given.mean, given.sampling_interval[1]),
        row - 0.14,
        formats.number(given.mean, 1),
        (5.0, 0.0),
        style="halo",
    )
    _range(plot, given.parameter_range, row + 0.27)


def _drawn_row(plot: Plot, row: int, drawn: Quantiles) -> None:
    """A bar to the median of the draws with its number, and the 5-95 % band through its end."""
    low, middle, high = (x or 0.0 for x in (drawn.p05, drawn.p50, drawn.p95))
    plot.bar((0.0, middle), (row - 0.3, row + 0.14), plain_fill(_BAR))
    plot.line([low, high], [row - 0.08, row - 0.08], BLACK, 1.4)
    band = formats.span(formats.number(low), formats.number(high))
    text = f"{formats.number(middle)} ({band})"
    plot.text(max(middle, high), row - 0.08, text, (5.0, 0.0), style="halo")


def _most(rows: Iterable[RaidAgainst]) -> float:
    found = [max(r.leakers.mean, *r.leakers.parameter_range) for r in rows]
    return float(max([*found, 1.0]))


_COLUMN: Final = 40.0


def adds_figure(adds: LayersAdded, found: list[StackedLayer]) -> Canvas:
    """Leakers by combination of layers; the dots say which layers fight."""
    rows = adds.rows
    column = min(_COLUMN, 130.0 / max(len(found), 1))
    left = column * len(found) + 6.0
    heads = _heads([layer.name for layer in found], column)
    top = 22.0 + (_HEAD_PT * max(map(len, heads)) if heads else _UPRIGHT_PT) + 4.0
    canvas = Canvas(WIDTH_IN, (top + 35.0) / INCH + 0.34 * len(rows))
    names = [("", "")] * len(rows)
    label = t("battle_leakers_axis")
    plot = row_plot(canvas, names, left, (0.0, 1.14 * _most(rows)), label, top=top)
    for number, layer in enumerate(found):
        _head(canvas, (number + 0.5) * column, top - 4.0, layer.name, heads[number:][:1])
    for number, row in enumerate(rows):
        y = plot.y(number)
        for k, layer in enumerate(found):
            x = (k + 0.5) * column
            is_in = layer.system in row.systems
            _dot(canvas, x, y, layer.fill.colour if is_in else "", 4.2 if is_in else 1.6)
        _interval_row(plot, number, row.leakers)
    canvas.titles(t("battle_adds_figure"))
    return canvas


_HEAD_PT: Final = 9.0
_UPRIGHT_PT: Final = 62.0


def _heads(names: Sequence[str], column: float) -> list[list[str]]:
    """The lines of the heads of columns; none where any word is wider than its column."""
    heads = [broken(name, (column - 2.0) / SMALL) for name in names]
    wide = any(SMALL * width_of(line) > column for lines in heads for line in lines)
    return [] if wide else heads


def _head(canvas: Canvas, x: float, bottom: float, name: str, level: list[list[str]]) -> None:
    """The head of a column, level where there is room, else upright."""
    if level:
        for up, line in enumerate(reversed(level[0])):
            canvas.text(x, bottom - _HEAD_PT * (up + 0.5), line, SMALL, "middle")
        return
    lines, size = fitted(name, _UPRIGHT_PT, (SMALL,), 2)
    for row, line in enumerate(lines):
        at = x + _HEAD_PT * (row - 0.5 * (len(lines) - 1))
        canvas.text(at, bottom, line, size, turn=-90.0)


def _dot(canvas: Canvas, x: float, y: float, colour: str, radius: float) -> None:
    outline = f"M{x - radius:.2f} {y:.2f}"
    for sign in (1, -1):
        outline += f"a{radius:.2f} {radius:.2f} 0 1 0 {sign * 2 * radius:.2f} 0"
    canvas.path(outline + "Z", plain_fill(colour or PALE), BLACK if colour else "", 0.6)


def lost_figure(lost: Losses) -> Canvas:
    """Leakers as it is, and when parts of the battery leave."""
    rows = lost.rows
    names = [(first, second) for first, second in (_halved(kept(row.change)) for row in rows)]
    canvas = Canvas(WIDTH_IN, 0.9 + 0.4 * len(rows))
    most = max([row.drawn.p95 or 0.0 for row in rows] + [1.0])
    plot = row_plot(canvas, names, 88.0, (0.0, 1.3 * most), t("battle_leakers_axis"))
    for number, row in enumerate(rows):
        _drawn_row(plot, number, row.drawn)
    canvas.titles(t("battle_lost_figure"), t("battle_lost_figure_how", draws=lost.draws))
    return canvas


def _halved(text: str) -> tuple[str, str]:
    """A name on two lines where it is long."""
    if len(text) <= 17:
        return text, ""
    cut = text.rfind(" ", 0, 18)
    return text[:cut], text[cut + 1 :]


# --- how fast a raid empties the battery ---------------------------------------------------------


def empty_figure(empty: Emptying) -> Canvas:
    """Leakers and interceptors spent against the size of the raid, a line a doctrine."""
    curves = [curve for curve in empty.curves if curve.rows]
    largest = curves[0].rows[-1].missiles
    most = max(row.leakers.sampling_interval[1] for c in curves for row in c.rows)
    canvas = Canvas(WIDTH_IN, 4.5)
    width = canvas.width - 56.0
    upper = Plot(canvas, Box(44.0, 26.0, width, 132.0), (0.0, largest), (0.0, 1.06 * most))
    lower = Plot(
        canvas,
        Box(44.0, 176.0, width, 116.0),
        (0.0, largest),
        (0.0, 1.16 * max(empty.interceptors, 1)),
    )
    upper.x_axis("", has_numbers=False)
    upper.y_axis(t("battle_leakers_axis"), ticks=5)
    lower.x_axis(t("battle_empty_axis_raid"))
    lower.y_axis(t("battle_empty_axis_spent"), ticks=4)
    upper.line(
        [0.0, min(largest, upper.y_limits[1])],
        [0.0, min(largest, upper.y_limits[1])],
        GREY,
        0.8,
        (1.0, 1.8),
    )
    lower.line([0.0, largest], [empty.interceptors] * 2, GREY, 0.8, (4.0, 2.0))
    lower.text(
        largest,
        empty.interceptors,
        t("battle_empty_all", interceptors=empty.interceptors),
        (-2.0, -5.5),
        SECOND,
        "end",
        "halo",
    )
    for curve in curves:
        _empty_curve(upper, lower, curve)
    _emptied_at(upper, lower, curves)
    canvas.titles(t("battle_empty_figure"))
    return canvas


def _empty_curve(upper: Plot, lower: Plot, curve: EmptyingCurve) -> None:
    mark, face, edge = _DOCTRINE_MARKS.get(curve.doctrine, ("diamond", PURPLE, PURPLE))
    rows = curve.rows
    x = [row.missiles for row in rows]
    for plot, y in (
        (upper, [row.leakers.mean for row in rows]),
        (lower, [row.spent for row in rows]),
    ):
        plot.line(x, y, edge, 1.2)
        # Where the points stand close, every other one is marked.
        for at, value in list(zip(x, y, strict=True))[::2]:
            plot.mark(mark, at, value, 4.0, face, edge, 0.7)


def _emptied_at(upper: Plot, lower: Plot, curves: list[EmptyingCurve]) -> None:
    """A line through both panels where half the trials are emptied, with the size."""
    sizes = sorted((curve.empties_at, curve.doctrine) for curve in curves if curve.empties_at)
    places = [*(lower.x(size) for size, _ in sizes), math.inf]
    for number, (size, doctrine) in enumerate(sizes):
        _, _, edge = _DOCTRINE_MARKS.get(doctrine, ("diamond", PURPLE, PURPLE))
        for plot in (upper, lower):
            plot.line([size, size], list(plot.y_limits), edge, 0.9, (3.0, 2.0))
        # To the left of its line where the next one is close.
        x, is_free = places[number], places[number + 1] - places[number] > 18.0
        upper.canvas.text(
            x + (2.5 if is_free else -2.5),
            upper.box.top + 6.0,
            str(size),
            NORMAL,
            "start" if is_free else "end",
            "bold halo",
            edge,
        )


# --- warning -------------------------------------------------------------------------------------


def warning_figure(rows: list[WarnedFlight], names: Names) -> Canvas:
    """Seconds to the impact from the cue and from the radar, by missile and launch point."""
    rows = sorted(rows, key=lambda row: row.time_of_flight_s)
    named = [(names.threat(row.threat), names.point(row.launch_point)) for row in rows]
    longest = max(len(line) for name in named for line in name)
    left = min(max(88.0, 0.6 * NORMAL * longest + 8.0), 140.0)
    times = [
        time for row in rows for time in (*row.after_cue_s, *row.after_radar_s) if time is not None
    ]
    # A cue that comes after the impact stands left of it.
    near, far = min([0.0, *times]), max([0.0, *times])
    canvas = Canvas(WIDTH_IN, 0.9 + 0.36 * len(rows))
    ends = (1.2 * near, 1.2 * far)
    plot = row_plot(canvas, named, left, ends, t("battle_warning_axis"))
    for number, row in enumerate(rows):
        if number:
            plot.line(list(plot.x_limits), [number - 0.5] * 2, PALE, 0.5)
        _warning_bar(plot, row.after_cue_s, number - 0.17, plain_fill(SKY))
        _warning_bar(plot, row.after_radar_s, number + 0.19, plain_fill(GREEN))
    canvas.titles(t("battle_warning_figure"))
    return canvas


def _warning_bar(plot: Plot, three: Sequence[float | None], y: float, fill: Fill) -> None:
    value, bad, good = three
    if value is None:
        plot.text(0.0, y, t("battle_not_seen"), (3.0, 0.0), SMALL)
        return
    plot.bar((0.0, value), (y - 0.15, y + 0.15), fill)
    # At a bad end at which nothing is seen there is no warning.
    low, high = bad or 0.0, value if good is None else good
    plot.line([low, high], [y, y], BLACK, 0.9)
    plot.mark("diamond", low, y, 3.4, BLACK, BLACK, 0.4)
    plot.mark("diamond", high, y, 3.4, "#ffffff", BLACK, 0.7)
    plot.text(max(value, high), y, formats.number(value), (5.0, 0.0), SMALL, style="halo")


# --- sites ---------------------------------------------------------------------------------------


def sites_figure(ranked: list[RankedSite]) -> Canvas:
    """Share of the people defended against all missiles from each site alone, low to high."""
    canvas = Canvas(WIDTH_IN, 0.9 + 0.25 * len(ranked))
    names = [(_site(row.name), "") for row in ranked]
    # Beyond 100 % there is room for the numbers.
    plot = row_plot(canvas, names, 92.0, (0.0, 114.0), t("battle_sites_axis"))
    for number, row in enumerate(ranked):
        people = row.people["all"]
        whole = people.in_range or 1.0
        value, low, high = (100.0 * end / whole for end in (people.value, people.bad, people.good))
        plot.bar((0.0, value), (number - 0.3, number + 0.3), plain_fill(_BAR))
        _range(plot, [low, high], number)
        plot.text(
            max(value, high), number, formats.percent(value / 100.0), (6.0, 0.0), style="halo"
        )
    canvas.titles(t("battle_sites_figure"))
    return canvas


def _site(name: str) -> str:
    """A named site without what stands in brackets; one of the grid by its place."""
    found = site_name(name)
    return phrases.place_short(name) if found == name else found


# --- space ---------------------------------------------------------------------------------------


def space_figure(space: SpaceSecurity) -> Canvas:
    """Altitudes of the ceiling, of satellites, and how high fragments rise."""
    found = space.intercepts
    ceiling = space.ceiling_m
    value, low, high = (end / 1e3 for end in (ceiling.value, ceiling.low, ceiling.high))
    heights = [one.altitude_m / 1e3 for one in space.satellites]
    top = 1.06 * max([high, *heights, *(c.highest_m.most / 1e3 for c in found)])
    canvas = Canvas(4.4, 4.0)
    box = Box(44.0, 24.0, 122.0, canvas.height - 24.0 - 44.0)
    plot = Plot(canvas, box, (-0.6, max(len(found), 1) - 0.4), (0.0, top))
    plot.bar(plot.x_limits, (low, high), plain_fill(PALE), 0.8)
    plot.y_axis(t("battle_space_axis"), ticks=8)
    bottom = box.top + box.height
    canvas.path(f"M{box.left} {bottom}h{box.width}", None, "#444444", 0.6)
    plot.line(list(plot.x_limits), [value] * 2, BLACK, 1.3)
    for height in heights:
        plot.line(list(plot.x_limits), [height] * 2, PURPLE, 0.9, (4.0, 2.0))
    for number, case in enumerate(found):
        _fragments(plot, number, case)
        canvas.text(plot.x(number), bottom + 9.0, kept(case.intercept), NORMAL, "middle")
        text = formats.km(case.altitude_m)
        canvas.text(plot.x(number), bottom + 18.5, text, SMALL, "middle", colour=GREY)
    canvas.text(box.left + 0.5 * box.width, bottom + 33.0, t("battle_space_below"), 8.5, "middle")
    at = formats.km(ceiling.value)
    lines = [(value, t("battle_space_ceiling", altitude=at), "bold")]
    lines += [
        (
            one.altitude_m / 1e3,
            t(
                "battle_space_level",
                altitude=formats.km(one.altitude_m),
                name=phrases.place_short(kept(one.name)),
            ),
            "",
        )
        for one in space.satellites
    ]
    _levels(plot, lines)
    canvas.titles(t("battle_space_figure"))
    return canvas


def _fragments(plot: Plot, x: int, case: BrokenUp) -> None:
    rising = case.highest_m
    median, p99, most = (height / 1e3 for height in (rising.median, rising.p99, rising.most))
    start = case.altitude_m / 1e3
    plot.line([x, x], [start, most], VERMILION, 0.8, (1.0, 1.6))
    plot.line([x, x], [start, p99], VERMILION, 2.4)
    plot.line([x - 0.1, x + 0.1], [most] * 2, VERMILION, 1.0)
    plot.mark("square", x, p99, 4.6, VERMILION, BLACK, 0.6)
    plot.mark("star", x, start, 9.0, "#ffffff", BLACK, 0.7)
    plot.mark("circle", x, median, 3.2, BLACK, BLACK, 0.4)


def _levels(plot: Plot, lines: list[tuple[float, str, str]]) -> None:
    """Names at the right of the frame, kept apart where levels lie close."""
    right = plot.box.left + plot.box.width
    last = plot.box.top + plot.box.height + 12.0
    for level, text, style in sorted(lines):
        y = min(plot.y(level), last - 10.0)
        last = y
        plot.canvas.path(
            f"M{right:.2f} {plot.y(level):.2f}L{right + 9.0:.2f} {y:.2f}", None, GREY, 0.6
        )
        plot.canvas.text(right + 11.0, y, text, SMALL, style=style)
