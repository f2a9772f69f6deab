"""One engagement drawn: what happens when, and where it happens above the ground."""

from typing import Final

from shieldmap import formats, words
from shieldmap.archive import Run
from shieldmap.report import phrases
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    PALE,
    PURPLE,
    SECOND,
    SKY,
    VERMILION,
    Canvas,
    Fill,
    Plot,
    row_plot,
)
from shieldmap.results import DrawnEngagement, DrawnNotThreatened
from shieldmap.words import t

WIDTH_IN: Final = 4.1

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
    canvas = Canvas(WIDTH_IN, 0.95 + 0.25 * len(phases))
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
