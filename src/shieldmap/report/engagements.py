"""One engagement drawn: what happens when, and where it happens above the ground."""

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from shieldmap.archive import Run
from shieldmap.model import Floats
from shieldmap.report import words
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    PALE,
    PURPLE,
    SKY,
    VERMILION,
    new_figure,
    style,
    tidy_rows,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDTH_IN: Final = 4.4

# Phases by the events at which they begin and end: (row, from, to, colour, hatch).
_PHASES: Final = (
    ("missile burns", "missile launch", "burnout", VERMILION, ""),
    ("missile in free flight", "burnout", "impact", PALE, ""),
    ("cue on its way", "missile launch", "early-warning cue", GREY, "////"),
    ("in the radar's view", "above the radar's limits", "detection", SKY, "...."),
    ("detection to firm track", "detection", "firm track", SKY, ""),
    ("reaction", "firm track", "first launch possible", PURPLE, "\\\\\\\\"),
    ("published chain", "missile launch", "published chain ends", PURPLE, "\\\\\\\\"),
    ("interceptors may start", "first launch possible", "latest launch", GREEN, "////"),
    ("1st interceptor flies", "interceptor launch", "earliest intercept", BLUE, ""),
    ("2nd interceptor flies", "second interceptor launch", "second intercept", BLUE, "////"),
    ("intercept possible", "earliest intercept", "latest intercept", ORANGE, ""),
)


def title_of(run: Run, engagement: dict[str, Any]) -> str:
    """The place and the missile of a drawn engagement."""
    threats = {threat["id"]: threat for threat in run.summary["threats"]}
    points = {point["id"]: point["name"] for point in run.summary["launch_points"]}
    missile = words.threat_short(threats[engagement["threat"]])
    start = points.get(engagement["launch_point"], engagement["launch_point"]).split(" (")[0]
    return f"{engagement['place']}: {missile} from {start}"


def outcome(engagement: dict[str, Any]) -> str:
    """The result of an engagement in a few words."""
    if engagement["defended"]:
        return "defended"
    return f"not defended: {engagement['reason']}" if engagement["reason"] else "not defended"


def timeline_figure(run: Run, engagement: dict[str, Any]) -> "Figure":
    """The phases of one engagement in order, on one axis of time."""
    at = {event["event"]: event["time_s"] for event in engagement["timeline"]}
    phases = [
        phase
        for phase in _PHASES
        if phase[1] in at and phase[2] in at and at[phase[2]] > at[phase[1]]
    ]
    with style():
        figure = new_figure(_WIDTH_IN, 1.0 + 0.25 * len(phases))
        width, height = _WIDTH_IN, figure.get_figheight()
        axes = figure.add_axes((1.5 / width, 0.45 / height, (width - 1.68) / width,
                                (height - 0.97) / height))  # fmt: skip
        tidy_rows(axes, [phase[0] for phase in phases])
        end = at["impact"]
        for row, (_, begin, finish, colour, hatch) in enumerate(phases):
            length = at[finish] - at[begin]
            axes.barh(row, length, left=at[begin], height=0.62, color=colour, hatch=hatch or None,
                      edgecolor="white", linewidth=0.0)  # fmt: skip
            _length_label(axes, row, at[begin], at[finish], end)
        axes.axvline(end, color=BLACK, linewidth=1.2)
        axes.set_xlim(0.0, 1.02 * end)
        axes.set_xlabel("time since the missile's launch (s)")
        _two_titles(figure, title_of(run, engagement), outcome(engagement))
    return figure


def _length_label(axes: "Axes", row: int, begin: float, finish: float, end: float) -> None:
    """The length of a phase in seconds, beside its bar where there is room."""
    text = f"{finish - begin:.0f} s"
    if finish < 0.86 * end:
        axes.annotate(text, (finish, row), (3, 0), textcoords="offset points", va="center",
                      fontsize=7)  # fmt: skip
    else:
        axes.annotate(text, (begin, row), (-3, 0), textcoords="offset points", va="center",
                      ha="right", fontsize=7)  # fmt: skip


def _two_titles(figure: "Figure", first: str, second: str) -> None:
    height = figure.get_figheight()
    figure.text(0.02, 1.0 - 0.15 / height, first, fontsize=8.5, fontweight="bold", va="center")
    figure.text(0.02, 1.0 - 0.34 / height, second, fontsize=8, va="center")


# --- the side view ---------------------------------------------------------------


def side_view_figure(run: Run, engagement: dict[str, Any]) -> "Figure":
    """Altitude over distance from the battery, where slant ranges are true arcs."""
    rows = {row["name"]: row["value"] / 1e3 for row in run.summary["assumptions"]}
    floor, ceiling, reach = rows["floor"], rows["ceiling"], rows["reach"]
    altitude = np.array(engagement["altitude_m"]) / 1e3
    slant = np.array(engagement["slant_from_battery_m"]) / 1e3
    # So drawn, the distance of a point from the battery in the figure is its slant range.
    ground = np.sqrt(np.maximum(slant**2 - altitude**2, 0.0))
    right = 1.04 * max(float(ground.max()), 1.1 * reach)
    top = 1.12 * max(float(altitude.max()), ceiling)
    with style():
        panel_width = _WIDTH_IN - 0.66
        panel_height = min(panel_width * top / right, 4.2)
        figure = new_figure(_WIDTH_IN, panel_height + 1.0)
        axes = figure.add_axes((0.54 / _WIDTH_IN, 0.45 / figure.get_figheight(),
                                panel_width / _WIDTH_IN,
                                panel_height / figure.get_figheight()))  # fmt: skip
        _envelope(axes, floor, ceiling, reach)
        _target(axes, ground, altitude, slant, (floor, ceiling, reach), engagement["place"])
        _interceptors(axes, engagement)
        axes.plot(0, 0, marker="*", markersize=10, color="white", markeredgecolor=BLACK,
                  clip_on=False, zorder=6)  # fmt: skip
        axes.annotate("battery", (0, 0), (7, 4), textcoords="offset points", fontsize=7.5)
        axes.set_xlim(0.0, right)
        axes.set_ylim(0.0, top)
        axes.set_xlabel("distance from the battery over the ground (km)")
        axes.set_ylabel("altitude (km)")
        _two_titles(figure, title_of(run, engagement), outcome(engagement))
    return figure


def _envelope(axes: "Axes", floor: float, ceiling: float, reach: float) -> None:
    """The band between floor and ceiling, the reach as an arc, and what lies inside both."""
    axes.axhspan(floor, ceiling, color="#eeeeee", linewidth=0, zorder=0.4)
    for height, name in ((floor, "floor"), (ceiling, "ceiling")):
        axes.axhline(height, color=GREY, linewidth=0.7, dashes=(4, 2), zorder=0.6)
        axes.annotate(f"{name} {height:.0f} km", (0.0, height), (4, 3),
                      textcoords="offset points", fontsize=7.5)  # fmt: skip
    if floor < reach:
        top = min(ceiling, reach)
        steps = np.linspace(floor, top, 60)
        axes.fill_betweenx(steps, np.sqrt(np.maximum(reach**2 - steps**2, 0.0)), color="#cfe4f2",
                           linewidth=0, zorder=0.5)  # fmt: skip
    angle = np.linspace(0.0, 0.5 * math.pi, 90)
    axes.plot(reach * np.cos(angle), reach * np.sin(angle), color=BLUE, linewidth=0.9,
              dashes=(1, 1.5), zorder=0.7)  # fmt: skip
    label = math.asin(min(0.82 * ceiling / reach, 1.0))
    axes.annotate(f"reach {reach:.0f} km", (reach * math.cos(label), reach * math.sin(label)),
                  (5, 0), textcoords="offset points", fontsize=7.5, color=BLUE)  # fmt: skip


def _target(
    axes: "Axes", ground: Floats, altitude: Floats, slant: Floats,
    limits: tuple[float, float, float], place: str,
) -> None:  # fmt: skip
    """The target's path, thick where it lies inside the envelope."""
    floor, ceiling, reach = limits
    axes.plot(ground, altitude, color=VERMILION, linewidth=1.3, zorder=3)
    inside = (altitude >= floor) & (altitude <= ceiling) & (slant <= reach)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8)))
    for begin, end in list(pairwise(edges))[::2]:
        axes.plot(ground[begin:end], altitude[begin:end], color=VERMILION, linewidth=3.6, zorder=3,
                  alpha=0.55, solid_capstyle="butt")  # fmt: skip
    middle = int(np.argmax(altitude))
    axes.annotate("missile", (ground[middle], altitude[middle]), (0, 4), ha="center",
                  textcoords="offset points", color="#8a3c00", fontsize=7.5)  # fmt: skip
    axes.plot(ground[-1], 0.0, marker="v", markersize=5, color=BLACK, clip_on=False, zorder=6)
    # On the far side of the battery's own label.
    is_near = ground[-1] < 0.45 * float(ground.max())
    axes.annotate(place, (ground[-1], 0.0), (6 if is_near else -6, 4), fontsize=7.5,
                  textcoords="offset points", ha="left" if is_near else "right")  # fmt: skip


def _interceptors(axes: "Axes", engagement: dict[str, Any]) -> None:
    """The interceptors' paths and where they meet the target."""
    for number, shot in enumerate(engagement["interceptors"]):
        ground_km, altitude_km = (
            np.array(shot["ground_m"]) / 1e3,
            np.array(shot["altitude_m"]) / 1e3,
        )
        axes.plot(ground_km, altitude_km, color=BLUE, linewidth=1.3, zorder=4,
                  dashes=(5, 0) if number == 0 else (4, 1.5))  # fmt: skip
        axes.plot(ground_km[-1], altitude_km[-1], marker="X", markersize=6, color="white",
                  markeredgecolor=BLACK, zorder=6)  # fmt: skip
