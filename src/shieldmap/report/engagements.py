"""One engagement drawn: what happens when, and where it happens above the ground."""

import math
from itertools import pairwise
from typing import Final

import numpy as np

from shieldmap import formats, words
from shieldmap.archive import Run
from shieldmap.model import Floats
from shieldmap.report import phrases
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
    VERMILION,
    Box,
    Canvas,
    Fill,
    Plot,
    mark,
    plain_fill,
    polyline,
    row_plot,
)
from shieldmap.results import DrawnEngagement, DrawnNotThreatened
from shieldmap.words import t

_WIDTH_IN: Final = 4.1

# Phases by the events at which they begin and end: (message, from, to, colour, hatch).
_PHASES: Final = (
    ("missile-burns", "missile launch", "burnout", VERMILION, ""),
    ("free-flight", "burnout", "impact", PALE, ""),
    ("cue", "missile launch", "early-warning cue", GREY, "////"),
    ("in-view", "inside the radar's view", "detection", SKY, "...."),
    ("to-track", "detection", "firm track", SKY, ""),
    ("reaction", "firm track", "first launch possible", PURPLE, "\\\\\\\\"),
    ("chain", "missile launch", "published chain ends", PURPLE, "\\\\\\\\"),
    ("may-start", "first launch possible", "latest launch", GREEN, "////"),
    ("first-flies", "interceptor launch", "earliest intercept", BLUE, ""),
    ("second-flies", "second interceptor launch", "second intercept", BLUE, "////"),
    ("may-meet", "earliest intercept", "latest intercept", ORANGE, ""),
)


Drawn = DrawnEngagement | DrawnNotThreatened


def title_of(run: Run, engagement: Drawn) -> str:
    """The place and the missile of a drawn engagement."""
    threats = {threat.id: threat for threat in run.footprint.threats}
    points = {point.id: phrases.name(point) for point in run.footprint.launch_points}
    threat = threats[engagement.threat]
    missile = phrases.threat_short(threat, run.footprint)
    mark = phrases.threat_mark(threat, run.footprint)
    if mark != phrases.shortened(threat.id):
        missile = missile.removesuffix(f", {mark}")  # the launch point follows anyway
    start = points.get(engagement.launch_point, engagement.launch_point).split(" (")[0]
    return t("report_engagement", place=place_of(engagement), missile=missile, start=start)


def place_of(engagement: Drawn) -> str:
    """The place fired at."""
    return words.name_of(engagement.place, engagement.place_ko)


def launcher_word(run: Run) -> str:
    """What stands at the origin of the side view: with further sites it may be one of these."""
    return t("figure_launcher" if run.footprint.defence.launcher_sites else "figure_battery")


def outcome(engagement: Drawn) -> str:
    """The result of an engagement in a few words."""
    if engagement.defended:
        return t("report_state_yes")
    if not engagement.reason:
        return t("report_state_no")
    return t("report_not_defended_because", reason=phrases.reason(engagement.reason))


def timeline_figure(run: Run, engagement: Drawn) -> Canvas:
    """The phases of one engagement in order, on one axis of time."""
    at = {event.event: event.time_s for event in engagement.timeline}
    phases = [
        phase
        for phase in _PHASES
        if phase[1] in at and phase[2] in at and at[phase[2]] > at[phase[1]]
    ]
    canvas = Canvas(_WIDTH_IN, 0.95 + 0.25 * len(phases))
    names = [(t(f"figure_{phase[0]}"), "") for phase in phases]
    end = at["impact"]
    label = t("figure_since_launch")
    plot = row_plot(canvas, names, 104.0, (0.0, 1.02 * end), label, top=36.0)
    for row, (_, begin, finish, colour, hatch) in enumerate(phases):
        fill = Fill("", colour, hatch, "#ffffff")
        plot.bar((at[begin], at[finish]), (row - 0.31, row + 0.31), fill)
        _length_label(plot, row, at[begin], at[finish], end)
    plot.line([end, end], list(plot.y_limits), BLACK, 1.2)
    canvas.titles(title_of(run, engagement), outcome(engagement))
    return canvas


def _length_label(plot: Plot, row: int, begin: float, finish: float, end: float) -> None:
    """The length of a phase in seconds, beside its bar where there is room."""
    text = formats.seconds(finish - begin)
    if finish < 0.86 * end:
        plot.text(finish, row, text, (3.0, 0.0), SECOND, style="halo")
    elif begin > 0.14 * end:
        plot.text(begin, row, text, (-3.0, 0.0), SECOND, "end", style="halo")
    else:
        plot.text(finish, row, text, (-3.0, 0.0), SECOND, "end", style="halo")


# --- the side view ---------------------------------------------------------------


def side_view_figure(run: Run, engagement: Drawn) -> Canvas:
    """Altitude over distance from the launcher that fires, where slant ranges are true arcs."""
    rows = {row.name: row.value / 1e3 for row in run.footprint.assumptions}
    limits = floor, ceiling, reach = rows["floor"], rows["ceiling"], rows["reach"]
    altitude = np.array(engagement.altitude_m) / 1e3
    slant = np.array(engagement.slant_from_battery_m) / 1e3
    # So drawn, the distance of a point from the launcher in the figure is its slant range.
    ground = np.sqrt(np.maximum(slant**2 - altitude**2, 0.0))
    right = 1.04 * max(float(ground.max()), 1.1 * reach)
    top = 1.12 * max(float(altitude.max()), ceiling)
    left, above, below = 41.0, 36.0, 32.0
    width = INCH * _WIDTH_IN - left - 9.0
    height = min(width * top / right, 300.0)
    canvas = Canvas(_WIDTH_IN, (above + height + below) / INCH)
    plot = Plot(canvas, Box(left, above, width, height), (0.0, right), (0.0, top))
    with plot.clipped():
        _envelope(plot, floor, ceiling, reach)
    launcher = launcher_word(run)
    plot.x_axis(t("figure_distance", launcher=launcher))
    plot.y_axis(t("figure_altitude"), has_zero=False)  # the battery's star stands there
    _target(plot, ground, altitude, slant, limits)
    _interceptors(plot, engagement)
    _envelope_names(plot, floor, ceiling, reach)
    _ends(plot, float(ground[-1]), float(ground.max()), launcher, place_of(engagement))
    canvas.titles(title_of(run, engagement), outcome(engagement))
    return canvas


def _envelope(plot: Plot, floor: float, ceiling: float, reach: float) -> None:
    """The band between floor and ceiling, the reach as an arc, and what lies inside both."""
    right = plot.x_limits[1]
    plot.bar((0.0, right), (floor, ceiling), plain_fill("#eeeeee"))
    if floor < reach:
        steps = np.linspace(floor, min(ceiling, reach), 60)
        edge = np.sqrt(np.maximum(reach**2 - steps**2, 0.0))
        x, y = np.concatenate([[0.0], edge, [0.0]]), np.concatenate([[floor], steps, [steps[-1]]])
        plot.canvas.path(polyline(plot.points(x, y), closed=True), plain_fill("#cfe4f2"))
    for height in (floor, ceiling):
        plot.line([0.0, right], [height, height], GREY, 0.7, (4.0, 2.0))
    angle = np.linspace(0.0, 0.5 * math.pi, 90)
    plot.line(reach * np.cos(angle), reach * np.sin(angle), BLUE, 0.9, (1.0, 1.5))


def _envelope_names(plot: Plot, floor: float, ceiling: float, reach: float) -> None:
    for height, name in ((floor, "floor"), (ceiling, "ceiling")):
        text = t(f"figure_{name}", height=formats.km(1e3 * height))
        plot.text(0.0, height, text, (5.0, -6.0), style="halo")
    angle = math.asin(min(0.82 * ceiling / reach, 1.0))
    plot.text(
        reach * math.cos(angle),
        reach * math.sin(angle),
        t("figure_reach", reach=formats.km(1e3 * reach)),
        (6.0, 0.0),
        colour="#00568a",
        style="halo",
    )


def _target(
    plot: Plot, ground: Floats, altitude: Floats, slant: Floats, limits: tuple[float, float, float]
) -> None:
    """The target's path, thick where it lies inside the envelope."""
    floor, ceiling, reach = limits
    plot.line(ground, altitude, VERMILION, 1.3)
    inside = (altitude >= floor) & (altitude <= ceiling) & (slant <= reach)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8)))
    for begin, end in list(pairwise(edges))[::2]:
        plot.line(ground[begin:end], altitude[begin:end], VERMILION, 3.6, opacity=0.55)
    middle = int(np.argmax(altitude))
    plot.text(
        float(ground[middle]),
        float(altitude[middle]),
        t("figure_missile"),
        (0.0, -7.0),
        anchor="middle",
        colour="#8a3c00",
        style="halo",
    )


def _ends(plot: Plot, impact: float, farthest: float, launcher: str, place: str) -> None:
    """The launcher and the place fired at, each with its name on its own side."""
    canvas, bottom = plot.canvas, plot.y(0.0)
    canvas.path(mark("star", plot.x(0.0), bottom, 10.0), plain_fill("#ffffff"), BLACK, 0.8)
    canvas.path(mark("down", plot.x(impact), bottom, 6.0), plain_fill(BLACK))
    is_near = impact < 0.45 * farthest
    canvas.text(plot.x(0.0) + 7.0, bottom - 7.0, launcher, NORMAL, style="halo")
    shift, anchor = (7.0, "start") if is_near else (-7.0, "end")
    canvas.text(plot.x(impact) + shift, bottom - 7.0, place, NORMAL, anchor, "halo")


def _interceptors(plot: Plot, engagement: Drawn) -> None:
    """The interceptors' paths and where they meet the target."""
    for number, shot in enumerate(engagement.interceptors):
        ground, altitude = np.array(shot.ground_m) / 1e3, np.array(shot.altitude_m) / 1e3
        plot.line(ground, altitude, BLUE, 1.3, () if number == 0 else (4.0, 1.5))
        plot.mark("cross", float(ground[-1]), float(altitude[-1]), 7.0)
