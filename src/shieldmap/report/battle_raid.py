"""The raid in a sentence, and one as it happened: a row a missile, and the one most shot at."""

from collections.abc import Sequence
from typing import Final

from shieldmap import formats, terms, words
from shieldmap.archive import Run
from shieldmap.report import drawing, phrases
from shieldmap.report.battle_figures import StackedLayer
from shieldmap.report.battle_words import Names, counted, kept
from shieldmap.report.drawing import (
    BLACK,
    GREEN,
    GREY,
    NORMAL,
    ORANGE,
    PALE,
    PURPLE,
    SMALL,
    VERMILION,
    Box,
    Canvas,
    Plot,
    mark,
    number,
    plain_fill,
)
from shieldmap.results import Quantiles, RaidTimeline, RaidTold, RaidWave
from shieldmap.results.questions import RaidEvent, RaidMissile, RaidShot
from shieldmap.words import t

_WIDTH_IN: Final = 7.2
_LEFT: Final = 104.0
_MOST_ROWS: Final = 60
_ROW: Final = 10.0
_LANE: Final = 3.0
_HEAD: Final = 17.0
_LEAKED: Final = "#EFC27E"

_TICKS: Final = (
    ("burnout", BLACK, -1.0, 1.0),
    ("detected", GREEN, -1.0, 0.0),
    ("firm track", PURPLE, -1.0, 0.0),
    ("committed", ORANGE, 0.0, 1.0),
)
"""The beginning of an event's words, its colour, and from where to where across the bar."""


def lead(run: Run) -> str:
    """The raid in a sentence, with what parts of the battery that leave change; "" without one."""
    if run.battle is None:
        return ""
    lost = run.battle.lost
    base, *changed = lost.rows
    told = [
        t("battle_front_when", change=kept(row.change), **_median_and_band(row.drawn))
        for row in changed
    ]
    return t(
        "battle_front",
        missiles=run.battle.leakage.missiles,
        draws=lost.draws,
        **_median_and_band(base.drawn),
        value=formats.number(base.leakers.mean, 1),
        changes=formats.listed(told),
        has="changes" if told else "none",
    )


def _median_and_band(drawn: Quantiles) -> dict[str, str]:
    """Missiles that come through over the draws, in whole missiles."""
    low, middle, high = (formats.number(x or 0.0) for x in (drawn.p05, drawn.p50, drawn.p95))
    return {"leakers": middle, "band": formats.span(low, high)}


def part(
    timeline: RaidTimeline | None, leakage: RaidTold, layers: list[StackedLayer], names: Names
) -> dict[str, object] | None:
    """The section; None where no raid was written down."""
    if timeline is None or not timeline.missiles:
        return None
    missiles = timeline.missiles
    stopped = sum(one.stopped for one in missiles)
    shots = sum(len(one.shots) for one in missiles)
    last = max(one.ends_s for one in missiles)
    chosen = max(missiles, key=lambda one: len(one.shots))
    shown = missiles[:_MOST_ROWS]
    return {
        "lead": t(
            "battle_one_lead",
            trial=timeline.trial,
            seed=str(timeline.seed),
            stopped=stopped,
            missiles=len(missiles),
            leaked=len(missiles) - stopped,
            shots=shots,
            time=formats.seconds(last),
            leakers=counted(leakage.leakers),
        ),
        "chart": drawing.svg(
            raid_figure(shown, leakage.waves, layers, names),
            "gantt",
            t("battle_one_alt"),
        ),
        "hidden": len(missiles) - len(shown),
        "layers": [
            (drawing.swatch(layer.fill, f"gt{i}"), layer.fill.text)
            for i, layer in enumerate(layers)
        ],
        "missile": t(
            "battle_one_missile",
            number=chosen.id + 1,
            missile=names.threat(chosen.threat),
            start=names.point(chosen.launch_point),
            place=names.place(chosen.asset_name),
            outcome=_end(chosen),
            shots=len(chosen.shots),
        ),
        "events": [_event(event, chosen.launch_s) for event in chosen.events],
        "limits": t("battle_one_limits"),
    }


def _end(missile: RaidMissile) -> str:
    """What became of a missile."""
    if missile.stopped:
        return kept(missile.outcome)
    known = (
        words.of(one.long) for one in terms.OUTCOMES.values() if one.long.en == missile.outcome
    )
    return next(known, missile.outcome)


def _event(event: RaidEvent, launch_s: float) -> dict[str, str]:
    return {
        "event": kept(event.event),
        "time": formats.number(event.time_s),
        "since": formats.number(event.time_s - launch_s),
        "altitude": formats.number(event.altitude_m / 1e3),
    }


def _row_height(missile: RaidMissile) -> float:
    return _ROW + _LANE * len(missile.shots)


def raid_figure(
    missiles: Sequence[RaidMissile],
    waves: Sequence[RaidWave],
    layers: list[StackedLayer],
    names: Names,
) -> Canvas:
    """A row a missile, grouped by wave: its flight, what the radar knew, and the shots at it."""
    groups = list(dict.fromkeys(one.wave for one in missiles))
    height = sum(_row_height(one) for one in missiles) + _HEAD * len(groups) + 4.0
    canvas = Canvas(_WIDTH_IN, (height + 28.0 + 32.0) / drawing.INCH)
    last = max(
        [one.ends_s for one in missiles]
        + [shot.intercept_s for one in missiles for shot in one.shots]
    )
    box = Box(_LEFT, 24.0, canvas.width - _LEFT - 12.0, height)
    # Downwards in points: a row is as high as its shots need.
    plot = Plot(canvas, box, (0.0, 1.02 * last), (height, 0.0))
    plot.x_axis(t("battle_one_axis"), ticks=8)
    y = 2.0
    for group in groups:
        own = [one for one in missiles if one.wave == group]
        canvas.path(f"M4 {number(plot.y(y))}H{number(canvas.width - 6.0)}", None, PALE, 0.8)
        count = waves[group].count if group < len(waves) else len(own)
        text = t(
            "battle_one_wave" if count == len(own) else "battle_one_wave_part",
            number=group + 1,
            missile=names.threat(own[0].threat),
            shown=len(own),
            all=count,
        )
        canvas.text(4.0, plot.y(y) + 9.0, text, NORMAL, style="bold halo")
        y += _HEAD
        for one in own:
            _missile(plot, y, one, layers, names)
            y += _row_height(one)
    canvas.titles(t("battle_one_figure"))
    return canvas


def _missile(
    plot: Plot, top: float, one: RaidMissile, layers: list[StackedLayer], names: Names
) -> None:
    y = top + 4.5
    name = f"{one.id + 1} {phrases.place_short(names.place(one.asset_name))}"
    plot.canvas.text(_LEFT - 5.0, plot.y(y), name, SMALL, "end")
    colour = _stopper(one, layers)
    plot.bar((one.launch_s, one.ends_s), (y - 1.7, y + 1.7), plain_fill(colour))
    for event in one.events:
        for start, tick, above, below in _TICKS:
            if event.event.startswith(start):
                at = event.time_s
                plot.line([at, at], [y + 3.9 * above, y + 3.9 * below], tick, 1.1)
    if not one.stopped:
        plot.mark("down", one.ends_s, y, 6.0, VERMILION, BLACK, 0.5)
    for lane, shot in enumerate(one.shots):
        _shot(plot, top + _ROW + _LANE * (lane + 0.2), shot, layers)


def _stopper(one: RaidMissile, layers: list[StackedLayer]) -> str:
    """The colour of the layer that stopped a missile: the first hit on its warhead."""
    hits = [shot for shot in one.shots if shot.hit and shot.is_warhead]
    if not one.stopped:
        return _LEAKED
    first = min(hits, key=lambda shot: shot.intercept_s, default=None)
    return GREY if first is None else _colour(first, layers)


def _colour(shot: RaidShot, layers: list[StackedLayer]) -> str:
    return next((layer.fill.colour for layer in layers if shot.battery in layer.batteries), GREY)


def _shot(plot: Plot, y: float, shot: RaidShot, layers: list[StackedLayer]) -> None:
    """An interceptor from its launch to the intercept; broken where it flies at no warhead."""
    dash = () if shot.is_warhead else (2.0, 1.2)
    plot.line([shot.launch_s, shot.intercept_s], [y, y], _colour(shot, layers), 1.0, dash)
    x, at = plot.x(shot.intercept_s), plot.y(y)
    outline = mark("circle", x, at, 3.2) if shot.hit else mark("cross", x, at, 3.6)
    plot.canvas.path(outline, plain_fill(BLACK if shot.hit else VERMILION))
