"""The side view of one engagement: altitude over distance from the launcher that fires.

Drawn so, a straight distance from the launcher is a slant range.  Where the missile passes over the
launcher, what lies beyond it is drawn on the other side.
"""

import math
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from shieldmap import formats
from shieldmap.archive import Run
from shieldmap.model import Floats
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREY,
    INCH,
    VERMILION,
    Box,
    Canvas,
    Plot,
    mark,
    plain_fill,
    polyline,
)
from shieldmap.report.engagements import WIDTH_IN, Drawn, launcher_word, outcome, place_of, title_of
from shieldmap.report.labels import Labels
from shieldmap.words import t

_OVER: Final = 0.15
"""Of the farthest distance: a missile that comes as near as this passes over the launcher."""
_AWAY_AGAIN: Final = 0.1
_FAR: Final = 3.0
"""How many times as far as it reaches the picture of a defence goes."""
_ROOM: Final = 1.6
"""How much larger a picture may be for an arc or a ceiling that nothing comes near."""
_NAME_SHARE: Final = 0.24
_FLATTEST: Final = 0.3  # height over width, below which names have no room
_TALLEST_PT: Final = 300.0
_BLUE_TEXT: Final = "#00568a"
_RED_TEXT: Final = "#8a3c00"


class DrawnBounds(NamedTuple):
    """Floor, ceiling and reach, km."""

    floor: float
    ceiling: float
    reach: float


class SidePath(NamedTuple):
    """A way in the picture, km: distance from the launcher, negative beyond it, and altitude."""

    ground: Floats
    altitude: Floats


class SideView(NamedTuple):
    """What a side view shows: the missile, the interceptors, the envelope and its edges, km."""

    missile: SidePath
    interceptors: tuple[SidePath, ...]
    envelope: DrawnBounds
    left: float
    right: float
    top: float


def is_over(engagement: Drawn) -> bool:
    """Whether the missile passes over the launcher and goes on beyond it."""
    ground = _ground_km(engagement)
    return bool(ground.min() <= _OVER * ground.max()) and _goes_away(ground)


def passes_m(engagement: Drawn) -> float | None:
    """At what distance over the ground the missile passes the launcher, if it does so far aside."""
    ground = _ground_km(engagement)
    aside = _goes_away(ground) and not is_over(engagement)
    return 1e3 * float(ground.min()) if aside else None


def _goes_away(ground: Floats) -> bool:
    return bool(ground[-1] - ground.min() > _AWAY_AGAIN * ground.max())


def _ground_km(engagement: Drawn) -> Floats:
    """So drawn, the distance of a point from the launcher in the figure is its slant range."""
    altitude, slant = np.array(engagement.altitude_m), np.array(engagement.slant_from_battery_m)
    return np.asarray(np.sqrt(np.maximum(slant**2 - altitude**2, 0.0)) / 1e3, dtype=np.float64)


def side_view(run: Run, engagement: Drawn) -> SideView:
    """What is drawn of an engagement, and how much of the air around it."""
    rows = {row.name: row.value / 1e3 for row in run.footprint.assumptions}
    envelope = DrawnBounds(rows["floor"], rows["ceiling"], rows["reach"])
    ground, time = _ground_km(engagement), np.array(engagement.time_s)
    turn = int(np.argmin(ground)) if is_over(engagement) else ground.size
    side = np.where(np.arange(ground.size) <= turn, 1.0, -1.0)
    missile = SidePath(side * ground, np.array(engagement.altitude_m) / 1e3)
    interceptors = []
    for shot in engagement.interceptors:
        # An interceptor flies to the side on which it meets the missile.
        met = float(side[min(int(np.searchsorted(time, shot.intercept_s)), side.size - 1)])
        interceptors.append(
            SidePath(met * np.array(shot.ground_m) / 1e3, np.array(shot.altitude_m) / 1e3)
        )
    return SideView(
        missile, tuple(interceptors), envelope, *_edges(missile, interceptors, envelope)
    )


def _edges(
    missile: SidePath, interceptors: list[SidePath], envelope: DrawnBounds
) -> tuple[float, float, float]:
    """Left, right and top: the missile as far as it matters, and the envelope unless it is far away."""
    met = [0.0, *(float(x) for path in interceptors for x in path.ground)]
    far = min(float(missile.ground.max()), max(_FAR * envelope.reach, *met))
    far = max(far, *met, -float(missile.ground.min()))
    right = 1.04 * max(far, 1.1 * envelope.reach if envelope.reach <= _ROOM * far else 0.0)
    beyond = -min(0.0, float(missile.ground.min()), *met)
    # What lies beyond has room for its name as well.
    left = -(1.1 * beyond + _NAME_SHARE * right) if beyond > 0.01 * right else 0.0
    seen = missile.altitude[missile.ground <= right]
    high = max(float(seen.max()), *(float(path.altitude.max()) for path in interceptors), 1.0)
    top = 1.12 * max(high, envelope.ceiling if envelope.ceiling <= _ROOM * high else 0.0)
    return left, right, max(top, 1.3 * envelope.floor, _FLATTEST * (right - left))


def side_view_figure(run: Run, engagement: Drawn) -> Canvas:
    """Altitude over distance from the launcher that fires, where slant ranges are true arcs."""
    view = side_view(run, engagement)
    left, above, below = 41.0, 36.0, 32.0
    width = INCH * WIDTH_IN - left - 9.0
    height = min(width * view.top / (view.right - view.left), _TALLEST_PT)
    canvas = Canvas(WIDTH_IN, (above + height + below) / INCH)
    plot = Plot(canvas, Box(left, above, width, height), (view.left, view.right), (0.0, view.top))
    launcher = launcher_word(run)
    with plot.clipped():
        _envelope(plot, view.envelope)
    plot.x_axis(t("figure_distance", launcher=launcher), signed=False)
    plot.y_axis(t("figure_altitude"), has_zero=view.left < 0.0)  # else the battery's star is there
    with plot.clipped():
        _missile(plot, view)
        for number, path in enumerate(view.interceptors):
            plot.line(*path, BLUE, 1.3, () if number == 0 else (4.0, 1.5))
    for path in view.interceptors:
        plot.mark("cross", float(path.ground[-1]), float(path.altitude[-1]), 7.0)
    _ends(plot, float(view.missile.ground[-1]))
    _names(plot, view, launcher, place_of(engagement))
    canvas.titles(title_of(run, engagement), outcome(engagement))
    return canvas


def _envelope(plot: Plot, envelope: DrawnBounds) -> None:
    """The band between floor and ceiling, the reach as an arc, and what lies inside both."""
    floor, ceiling, reach = envelope
    ends = list(plot.x_limits)
    plot.bar(plot.x_limits, (floor, ceiling), plain_fill("#eeeeee"))
    if floor < reach:
        steps = np.linspace(floor, min(ceiling, reach), 60)
        edge = np.sqrt(np.maximum(reach**2 - steps**2, 0.0))
        x, y = np.concatenate([-edge, edge[::-1]]), np.concatenate([steps, steps[::-1]])
        plot.canvas.path(polyline(plot.points(x, y), closed=True), plain_fill("#cfe4f2"))
    for height in (floor, ceiling):
        plot.line(ends, [height, height], GREY, 0.7, (4.0, 2.0))
    angle = np.linspace(0.0, math.pi, 180)
    plot.line(reach * np.cos(angle), reach * np.sin(angle), BLUE, 0.9, (1.0, 1.5))


def _missile(plot: Plot, view: SideView) -> None:
    """The missile's path, thick where it lies inside the envelope."""
    ground, altitude = view.missile
    floor, ceiling, reach = view.envelope
    plot.line(ground, altitude, VERMILION, 1.3)
    inside = (altitude >= floor) & (altitude <= ceiling) & (np.hypot(ground, altitude) <= reach)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8)))
    for begin, end in list(pairwise(edges))[::2]:
        plot.line(ground[begin:end], altitude[begin:end], VERMILION, 3.6, opacity=0.55)


def _ends(plot: Plot, impact: float) -> None:
    """The launcher and the place fired at."""
    canvas, bottom = plot.canvas, plot.y(0.0)
    canvas.path(mark("star", plot.x(0.0), bottom, 10.0), plain_fill("#ffffff"), BLACK, 0.8)
    canvas.path(mark("down", plot.x(impact), bottom, 6.0), plain_fill(BLACK))


# --- names -----------------------------------------------------------------------


def _names(plot: Plot, view: SideView, launcher: str, place: str) -> None:
    """Every name where no line and no other name is in its way."""
    labels = Labels(plot.box)
    _block_lines(plot, view, labels)
    bottom, here, impact = plot.y(0.0), plot.x(0.0), plot.x(float(view.missile.ground[-1]))
    labels.block(here, bottom, 5.0)
    labels.block(impact, bottom, 3.5)
    for path in view.interceptors:
        labels.block(plot.x(float(path.ground[-1])), plot.y(float(path.altitude[-1])), 3.5)
    for text, at in ((place, impact), (launcher, here)):
        labels.put_at(plot.canvas, text, _above(at, bottom), home=(at, bottom))
    floor, ceiling, reach = view.envelope
    for height, name in ((floor, "floor"), (ceiling, "ceiling")):
        outside = height > view.top
        text = t(
            f"figure_{name}_above" if outside else f"figure_{name}",
            height=formats.km(1e3 * height),
        )
        labels.put_at(plot.canvas, text, _along(plot, min(height, view.top)))
    text = t(
        "figure_reach" if reach < view.right else "figure_reach_beyond",
        reach=formats.km(1e3 * reach),
    )
    labels.put_at(plot.canvas, text, _beside_arc(plot, view), colour=_BLUE_TEXT)
    labels.put_at(plot.canvas, t("figure_missile"), _beside_path(plot, view), colour=_RED_TEXT)


Places = list[tuple[float, float, str]]


def _block_lines(plot: Plot, view: SideView, labels: Labels) -> None:
    """Keep the room of the paths free."""
    for path in (view.missile, *view.interceptors):
        points = plot.points(*path)
        steps = np.hypot(*np.diff(points, axis=0).T)
        along = np.concatenate([[0.0], np.cumsum(steps)])
        for at in np.arange(0.0, along[-1], 4.0).tolist():
            x, y = (float(np.interp(at, along, points[:, k])) for k in (0, 1))
            if plot.box.left <= x <= plot.box.left + plot.box.width and y >= plot.box.top:
                labels.block(x, y, 1.6)


def _above(x: float, bottom: float) -> Places:
    """Right and left of a mark on the ground, farther and higher where that is taken."""
    heights = [bottom - 7.0 - 10.0 * k for k in range(6)]
    shifts = [(sign * s, a) for s in (7.0, 14.0, 24.0) for sign, a in ((1, "start"), (-1, "end"))]
    return [(x + s, y, a) for y in heights for s, a in shifts]


def _along(plot: Plot, height: float) -> Places:
    """Below and above a level line, from both of its ends inwards."""
    left, right = plot.box.left + 4.0, plot.box.left + plot.box.width - 4.0
    steps = np.linspace(0.0, 0.6, 7) * plot.box.width
    ends = [(right - s, "end") for s in steps.tolist()] + [
        (left + s, "start") for s in steps.tolist()
    ]
    return [(x, plot.y(height) + shift, a) for shift in (6.0, -6.0) for x, a in ends]


def _beside_arc(plot: Plot, view: SideView) -> Places:
    """Outside and inside of the arc of reach; in the upper right corner where that is not shown."""
    reach = view.envelope.reach
    if reach >= view.right:
        right = plot.box.left + plot.box.width - 4.0
        return [(right, plot.box.top + 8.0 + 10.0 * k, "end") for k in range(8)]
    angles = np.radians(np.linspace(8.0, 85.0, 30))
    points = plot.points(reach * np.cos(angles), reach * np.sin(angles)).tolist()
    return [(x + s, y, a) for s, a in ((6.0, "start"), (-6.0, "end")) for x, y in points if y > 0.0]


def _beside_path(plot: Plot, view: SideView) -> Places:
    """Beside the missile's path, from its highest point in the picture on."""
    seen = view.missile.ground <= view.right
    points = plot.points(view.missile.ground[seen], view.missile.altitude[seen])
    first = int(np.argmin(points[:, 1]))
    order = sorted(range(0, len(points), 4), key=lambda row: abs(row - first))
    shifts = ((0.0, -7.0, "middle"), (6.0, -5.0, "start"), (-6.0, -5.0, "end"), (6.0, 5.0, "start"))
    found = [(*points[row].tolist(), shift) for row in order for shift in shifts]
    return [(x + dx, y + dy, anchor) for x, y, (dx, dy, anchor) in found]
