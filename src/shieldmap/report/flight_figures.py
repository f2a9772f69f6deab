"""The picture of one flight, or of several classes beside each other, in four panels.

Altitude over ground range, altitude and speed against time, and the ground track on a map.
Several flights differ in colour and in the style of the line; a single one is coloured by phase.
Boost is drawn thick, reentry below 100 km less so, and events have their own marks.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from shieldmap import formats
from shieldmap.model import Floats
from shieldmap.report.base_map import (
    EDGE_PT,
    AzimuthalMap,
    MapView,
    Projection,
    centred,
    view_around,
)
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    INCH,
    PURPLE,
    SMALL,
    VERMILION,
    Box,
    Canvas,
    Line,
    Plot,
)
from shieldmap.report.labels import Labels
from shieldmap.words import t

# Points: the width is that of a printed column of 17 cm.
_WIDTH_IN: Final = 6.69
_LEFT: Final = 48.0
_WIDE: Final = INCH * _WIDTH_IN - _LEFT - 10.0
_GAP: Final = 46.0  # between the two panels of time
_LABEL: Final = 36.0  # from an axis to its name
_EDGE: Final = 9.0  # of the page
_BELOW: Final = 33.0  # numbers and name of an axis
_ABOVE: Final = 24.0  # name of a panel, and room before it
_TIMES: Final = 119.0
_PROFILE: Final = (79.0, 180.0)  # least and greatest height
_MAP: Final = (158.0, 223.0)
_TEXT: Final = 7.5
_HEAD_ROOM: Final = 1.16  # of the altitude axis above the apogee
_MAP_ROOM: Final = 1.3  # of the map beside the extent of the track
_LEAST_MAP_KM: Final = 120.0

_LINES: Final = {
    "minimum-energy": Line(BLUE),
    "lofted": Line(VERMILION, 1.4, (6.0, 1.8)),
    "depressed": Line(GREEN, 1.4, (1.8, 1.5)),
}
_PHASES: Final = {
    "boost": Line(VERMILION, 2.8),
    "midcourse": Line(BLUE, 1.2),
    "reentry": Line(PURPLE, 2.2),
}
_MARKS: Final = {"burnout": "triangle", "apogee": "circle", "reentry": "down", "impact": "cross"}
_REENTRY_KM: Final = 100.0


class FlightPath(NamedTuple):
    """One flight to be drawn: samples (k,) since launch, and the rows of its events by name."""

    label: str
    trajectory_class: str
    start_name: str
    end_name: str
    time_s: Floats
    ground_m: Floats
    altitude_m: Floats
    speed_m_s: Floats
    latitude_deg: Floats
    longitude_deg: Floats
    phase: Sequence[str]
    rows: Mapping[str, int]


Paths = Sequence[FlightPath]


def flight_figure(paths: Paths, *, title: str, footer: str) -> Canvas:
    """Draw flights between the same two places; ``footer`` says how far to trust them."""
    canvas = Canvas(_WIDTH_IN, 1.0)
    canvas.text(_EDGE, 17.0, title, 10.0, style="bold")
    y = _legend(canvas, paths, 31.0) + _ABOVE
    y = _profile(canvas, paths, y) + _BELOW + _ABOVE
    half = 0.5 * (_WIDE - _GAP)
    height = [path.altitude_m / 1e3 for path in paths]
    speed = [path.speed_m_s / 1e3 for path in paths]
    plot = _time_plot(canvas, paths, Box(_LEFT, y, half, _TIMES), _top_km(paths))
    _panel(plot, t("figure_flight_altitude"), t("figure_altitude_axis"))
    _reentry_line(plot)
    _draw(plot, paths, [path.time_s for path in paths], height)
    top = 1.08 * max(float(one.max()) for one in speed)
    plot = _time_plot(canvas, paths, Box(_LEFT + half + _GAP, y, half, _TIMES), top)
    _panel(plot, t("figure_flight_speed"), t("figure_speed_axis"))
    _draw(plot, paths, [path.time_s for path in paths], speed)
    y = _map(canvas, paths, y + _TIMES + _BELOW + _ABOVE) + 28.0
    canvas.height = canvas.paragraph(_EDGE, y, footer, canvas.width - 2.0 * _EDGE) + 2.0
    return canvas


def _legend(canvas: Canvas, paths: Paths, y: float) -> float:
    """A line for each flight, then phases and events; their lower edge."""
    for path in paths:
        line = Line(GREY, 0.0) if len(paths) == 1 else _line(path)
        begin = canvas.sample(_EDGE, y, line, "", _TEXT) - 11.0
        y = (
            canvas.paragraph(begin, y, _told(path), canvas.width - begin - _EDGE, _TEXT, BLACK)
            + 0.8
        )
    y += 3.5
    used = {phase for path in paths for phase in path.phase}
    happened = {event for path in paths for event in path.rows}
    names = {"reentry": "reentry-below"}
    x = _EDGE
    for phase, line in _PHASES.items():
        if phase in used:
            line = line if len(paths) == 1 else line._replace(colour=GREY)
            x = canvas.sample(x, y, line, t(f"figure_{names.get(phase, phase)}"), _TEXT)
    names = {"reentry": "reentry-down"} | ({} if "boost" in used else {"burnout": "given"})
    for event, mark in _MARKS.items():
        if event in happened:
            text = t(f"figure_{names.get(event, event)}")
            x = canvas.sample(x, y, Line(BLACK, mark=mark), text, _TEXT)
    return y + 8.0


def _told(path: FlightPath) -> str:
    """A flight in words and numbers."""

    def at(event: str, row: int) -> str:
        speed = formats.number(path.speed_m_s[row] / 1e3, 2)
        named = t(f"figure_{event}")
        return t("figure_event_speed", event=named, speed=formats.measured_text(speed, "km/s"))

    apogee = formats.km(float(path.altitude_m.max()))
    parts = [
        t("figure_event_at", event=t("figure_apogee"), time=apogee),
        formats.seconds(float(path.time_s[-1])),
    ]
    if "burnout" in path.rows and "boost" in path.phase:
        parts.insert(0, at("burnout", path.rows["burnout"]))
    if "reentry" in path.rows:
        parts.append(at("reentry", path.rows["reentry"]))
    return f"{path.label}: {', '.join([*parts, at('impact', -1)])}"


def _line(path: FlightPath) -> Line:
    return _LINES.get(path.trajectory_class, _LINES["minimum-energy"])


def _draw(plot: Plot, paths: Paths, x: Sequence[Floats], y: Sequence[Floats]) -> None:
    """Every flight as lines by phase with the marks of its events."""
    for path, across, up in zip(paths, x, y, strict=True):
        own, phase = _line(path), np.array(path.phase)
        for name, line in _PHASES.items():
            inside = np.flatnonzero(phase == name)
            if inside.size == 0:
                continue
            # The first sample of a phase is the last of the one before.
            rows = slice(max(int(inside[0]) - 1, 0), int(inside[-1]) + 1)
            if len(paths) > 1:
                dash = () if name == "boost" else own.dash
                line = line._replace(colour=own.colour, dash=dash)
            plot.line(across[rows], up[rows], *line[:3])
        colour = BLACK if len(paths) == 1 else own.colour
        for event, mark in _MARKS.items():
            if event in path.rows:
                row = path.rows[event]
                plot.mark(mark, float(across[row]), float(up[row]), 5.5, colour, "#ffffff", 0.5)


# --- panels ----------------------------------------------------------------------


def _top_km(paths: Paths) -> float:
    return _HEAD_ROOM * max(float(path.altitude_m.max()) for path in paths) / 1e3


def _panel(plot: Plot, title: str, y_label: str) -> None:
    plot.y_axis(y_label, room=_LABEL, ticks=8)
    plot.canvas.text(plot.box.left, plot.box.top - 8.0, title, 8.5)


def _profile(canvas: Canvas, paths: Paths, top: float) -> float:
    """Altitude over ground range, to one scale where that fits the page; its lower edge."""
    top_km, ground_km = _top_km(paths), max(float(path.ground_m.max()) for path in paths) / 1e3
    # A flight straight up needs an axis of the range as well.
    end_km = 1.04 * max(ground_km, 0.25 * top_km)
    true = _WIDE * top_km / end_km
    height = min(max(true, _PROFILE[0]), _PROFILE[1])
    plot = Plot(canvas, Box(_LEFT, top, _WIDE, height), (0.0, end_km), (0.0, top_km))
    stretch = height / true
    title = t("figure_profile")
    if stretch != 1.0:
        kind = "stretched" if stretch > 1.0 else "shortened"
        title = t(f"figure_profile_{kind}", times=f"{max(stretch, 1.0 / stretch):.3g}")
    plot.x_axis(t("figure_ground_axis"), ticks=8)
    _panel(plot, title, t("figure_altitude_axis"))
    _reentry_line(plot)
    _draw(plot, paths, [p.ground_m / 1e3 for p in paths], [p.altitude_m / 1e3 for p in paths])
    if len(paths) == 1:
        _name_events(plot, paths[0])
    return top + height


def _time_plot(canvas: Canvas, paths: Paths, box: Box, top: float) -> Plot:
    last = 1.04 * max(float(path.time_s[-1]) for path in paths)
    plot = Plot(canvas, box, (0.0, last), (0.0, top))
    is_whole = any("boost" in path.phase for path in paths)
    plot.x_axis(t("figure_time_axis" if is_whole else "figure_time_axis_given"), ticks=8)
    return plot


def _reentry_line(plot: Plot) -> None:
    """A line at 100 km, where anything flies so high."""
    if plot.y_limits[1] > _HEAD_ROOM * _REENTRY_KM:
        plot.line(plot.x_limits, [_REENTRY_KM, _REENTRY_KM], GREY, 0.7, (1.0, 1.6))


def _name_events(plot: Plot, path: FlightPath) -> None:
    """The events of a single flight in words beside their marks."""
    for event, shift, anchor in (
        ("burnout", (7.0, 5.0), "start"),
        ("apogee", (0.0, -8.0), "middle"),
        ("reentry", (-7.0, 5.0), "end"),
    ):
        if event not in path.rows or (event == "burnout" and "boost" not in path.phase):
            continue
        row = path.rows[event]
        x, y = float(path.ground_m[row]) / 1e3, float(path.altitude_m[row]) / 1e3
        share = x / plot.x_limits[1]
        if event == "reentry" and (share < 0.2 or y < 0.12 * plot.y_limits[1]):
            continue  # no room between the mark and the axes
        if event == "apogee" and share < 0.12:
            shift, anchor = (7.0, 0.0), "start"  # away from the axis
        said = {"event": t(f"figure_{event}"), "time": formats.seconds(float(path.time_s[row]))}
        if event == "reentry":
            text = t("figure_event_at", **said)
        else:
            text = t("figure_event_at_height", **said, height=formats.km(1e3 * y))
        plot.text(x, y, text, shift, SMALL, anchor, "halo")


def _view(projection: Projection, x: Floats, y: Floats, width: float) -> MapView:
    """All of the tracks with room around them, in the shape that a page has room for."""
    share = float(np.ptp(y)) / max(float(np.ptp(x)), 1.0)
    aspect = min(max(_MAP_ROOM * width * share, _MAP[0]), _MAP[1]) / width
    room = 0.5 * (_MAP_ROOM - 1.0) * max(float(np.ptp(x)), float(np.ptp(y)))
    view = view_around(projection, x, y, room)
    least = max(0.0, 0.5 * (_LEAST_MAP_KM - (view.north_km - view.south_km)))
    return view.grown(least).filled(aspect)


def _map(canvas: Canvas, paths: Paths, top: float) -> float:
    """The ground tracks; the lower edge of the map."""
    projection = centred(paths[0].latitude_deg, paths[0].longitude_deg)
    points = [projection.to_map(p.latitude_deg, p.longitude_deg)[:2] for p in paths]
    x, y = (np.concatenate(parts) for parts in zip(*points, strict=True))
    # A turned or a polar map has names of lines on all sides.
    side, above = (0.0, 0.0) if projection.is_plain else (EDGE_PT, 12.0)
    width = _WIDE - side
    chart = AzimuthalMap(canvas, _view(projection, x, y, width), _LEFT, top + above, width)
    labels = Labels(chart.box)
    with chart.clipped():
        chart.draw_land()
        chart.draw_graticule()
        chart.draw_lines()
        _draw(chart, paths, [px for px, _ in points], [py for _, py in points])
        chart.draw_scale(labels, x, y)
        x, y = points[0]
        chart.mark("square", float(x[0]), float(y[0]), 5.0, BLACK, "#ffffff", 0.5)
        for row, name in ((0, paths[0].start_name), (-1, paths[0].end_name)):
            _name_place(chart, (x, y), row, name)
    chart.draw_frame()
    text = t("figure_track_turned" if projection.turn_rad else "figure_track")
    canvas.text(_LEFT, top - 8.0, text, 8.5)
    return chart.bottom


def _name_place(chart: AzimuthalMap, points: tuple[Floats, Floats], row: int, name: str) -> None:
    """A name at an end of the track: beyond a steep one, on the open side of a long level one."""
    x, y = points
    across, up = float(x[-1] - x[0]), float(y[-1] - y[0])
    is_above, shift, anchor = (up <= 0.0) == (row == 0), 0.0, "middle"
    if abs(across) > max(abs(up), 0.25 * (chart.view.east_km - chart.view.west_km)):
        is_above = float(y[y.size // 2]) < 0.5 * float(y[0] + y[-1])
        is_left = x[row] < x[-1 if row == 0 else 0]
        shift, anchor = (-4.0, "start") if is_left else (4.0, "end")
    down = -11.0 if is_above else 11.0
    chart.text(float(x[row]), float(y[row]), name, (shift, down), _TEXT, anchor, "halo")
