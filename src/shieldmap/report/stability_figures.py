"""Charts of a stability study: when, for how long, in which direction and how high."""

import math
from itertools import cycle
from typing import Final

import numpy as np

from shieldmap import formats
from shieldmap.archive import Run
from shieldmap.model import Floats
from shieldmap.report import stability_words as said
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
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
    Plot,
    plain_fill,
    row_plot,
)
from shieldmap.report.stability_map import DERIVED, GROUP_COLOURS
from shieldmap.results import ReachEnvelope, SightGeometry, StabilitySummary, WatchedTrack
from shieldmap.words import t

_WIDTH_IN: Final = 4.4
_MOST_ROWS: Final = 24
_MARKS: Final = ("circle", "square", "triangle", "diamond", "down")


def group_colours(summary: StabilitySummary) -> dict[str, str]:
    """The colour of every group of radars."""
    named = [g.id for g in summary.groups if g.id not in (summary.added_radar, *DERIVED)]
    return {
        summary.added_radar: BLUE,
        **dict(zip(named, cycle(GROUP_COLOURS), strict=False)),
        "all": BLACK,
        "added": PURPLE,
    }


# --- when -------------------------------------------------------------------------


def timeline_tracks(run: Run) -> list[WatchedTrack]:
    """The flights that any radar sees at the headline cross section, the longest seen first."""
    held = [track for track in run.tracks if _longest(track) > 0.0]
    areas = [area.id for area in run.stability.launch_areas]
    cities = [city.id for city in run.stability.cities]
    held = sorted(held, key=_longest, reverse=True)[:_MOST_ROWS]
    return sorted(held, key=lambda one: (areas.index(one.launch_area), cities.index(one.city)))


def _longest(track: WatchedTrack) -> float:
    spells = track.spells["given"].values()
    return max((end - begin for found in spells for begin, end in found), default=0.0)


def timeline_figure(run: Run) -> Canvas:
    """A row a flight: bars while a group of radars sees it, marks at burnout and apogee."""
    summary, shown = run.stability, timeline_tracks(run)
    names = [said.flight(summary, track.launch_area, track.city) for track in shown]
    last = max(
        (end for track in shown for found in track.spells["given"].values() for _, end in found),
        default=600.0,
    )
    last = max(last, *(track.apogee_s for track in shown)) if shown else last
    canvas = Canvas(_WIDTH_IN, 0.86 + 0.29 * max(len(shown), 1))
    rows = [(start, t("stability_to_city", city=end)) for start, end in names]
    plot = row_plot(canvas, rows, 74.0, (0.0, 1.02 * last), t("stability_axis_time"), top=24.0)
    colours = group_colours(summary)
    groups = [g for g in summary.groups if g.id not in DERIVED]
    for row, track in enumerate(shown):
        spells = track.spells["given"]
        for number, group in enumerate(groups):
            y = row - 0.27 + 0.54 * number / max(len(groups) - 1, 1)
            for radar in group.radars:
                for begin, end in spells[radar]:
                    plot.bar((begin, end), (y - 0.11, y + 0.11), plain_fill(colours[group.id]))
        if row:
            plot.line([0.0, plot.x_limits[1]], [row - 0.5, row - 0.5], PALE, 0.5)
        for time, mark in ((track.burnout_s, "down"), (track.apogee_s, "triangle")):
            plot.line([time, time], [row - 0.4, row + 0.4], BLACK, 0.7)
            plot.mark(mark, time, row, 3.8, "#ffffff", width=0.6)
    section = said.section(summary.view.headline_cross_section_m2)
    canvas.titles(t("stability_when_figure", section=section))
    return canvas


# --- for how long -----------------------------------------------------------------


def duration_figure(run: Run, country: str) -> Canvas:
    """Flights seen, and time in view, against the radar cross section, by group of radars."""
    summary = run.stability
    rows = [row for row in summary.totals if row.country == country and row.limit == "given"]
    canvas = Canvas(_WIDTH_IN, 4.0)
    flown = max(row.flown for row in rows)
    places = list(range(len(rows)))
    upper = Plot(
        canvas, Box(40.0, 30.0, 262.0, 105.0), (-0.3, len(rows) - 0.7), (0.0, max(flown, 1))
    )
    lower = Plot(
        canvas,
        Box(40.0, 153.0, 262.0, 105.0),
        upper.x_limits,
        (0.0, max(1.06 * max(row.seconds["all"] for row in rows) / 60.0, 1.0)),
    )
    for plot, label in ((upper, t("stability_axis_seen")), (lower, t("stability_axis_minutes"))):
        plot.y_axis(label, ticks=5)
        edge = plot.box.top + plot.box.height
        canvas.path(f"M{plot.box.left} {edge}h{plot.box.width}", None, "#444444", 0.6)
    for at, row in zip(places, rows, strict=True):
        canvas.text(
            lower.x(at),
            lower.box.top + lower.box.height + 9.0,
            formats.short(row.cross_section_m2),
            NORMAL,
            "middle",
        )
    middle = lower.box.left + 0.5 * lower.box.width
    canvas.text(middle, canvas.height - 9.0, t("stability_axis_section"), 8.5, "middle")
    colours = group_colours(summary)
    groups = [g for g in [*[g.id for g in summary.groups], "added"] if g != "others"]
    for number, group in enumerate(groups):
        colour = colours.get(group, GREY)
        mark = _MARKS[number % len(_MARKS)]
        dash = (4.0, 2.0) if group == "added" else ()
        for plot, values in (
            (
                upper,
                [row.only_with_added if group == "added" else row.seen[group] for row in rows],
            ),
            (lower, [row.seconds[group] / 60.0 for row in rows]),
        ):
            plot.line(places, values, colour, 1.3, dash)
            for at, value in zip(places, values, strict=True):
                plot.mark(mark, at, value, 4.4, colour, "#ffffff", 0.5)
    canvas.titles(
        t("stability_long_figure", flown=flown, country=said.country_in_sentence(country))
    )
    return canvas


# --- in which direction -------------------------------------------------------------

_SECTION_COLOURS: Final = (SKY, GREEN, BLUE, ORANGE, VERMILION)


def turning_figure(run: Run, country: str) -> Canvas:
    """Flights that the added radar alone would see along all directions of its boresight.

    Below them, how much of what the radar is there for its sector would hold.
    """
    summary = run.stability
    turning = summary.turning
    curves = [c for c in turning.curves if c.limit == "given"]
    canvas = Canvas(_WIDTH_IN, 3.95 if turning.task else 3.0)
    most = max([1.0, *(max(c.flights(country)) for c in curves)])
    upper = Plot(canvas, Box(40.0, 30.0, 262.0, 150.0), (-180.0, 180.0), (0.0, 1.12 * most))
    plots = [upper]
    if turning.task:
        plots.append(Plot(canvas, Box(40.0, 202.0, 262.0, 48.0), upper.x_limits, (0.0, 100.0)))
    for plot in plots:
        _span_bar(plot, turning.span_deg)
    upper.y_axis(t("stability_axis_seen"), ticks=5)
    order = np.argsort([_from_north(b) for b in turning.boresight_deg])
    x = np.array([_from_north(b) for b in turning.boresight_deg])[order]
    # The broken lines come last, over those that run under them.
    for number, curve in sorted(enumerate(curves), key=lambda pair: bool(_dash(pair[0]))):
        y = np.array(curve.flights(country))[order]
        upper.line([*x, x[0] + 360.0], [*y, y[0]], section_colour(number), 1.4, _dash(number))
    given = _from_north(turning.given_deg)
    for plot in plots:
        plot.line([given, given], list(plot.y_limits), BLACK, 1.0, (3.0, 2.0))
    if turning.task:
        plots[-1].y_axis(t("stability_axis_held"), ticks=2)
        share = 100.0 * np.array(turning.task.share_held)[order]
        plots[-1].line([*x, x[0] + 360.0], [*share, share[0]], BLACK, 1.4)
        held = t("stability_turn_held", sites_of=said.sites_of(turning.task))
        canvas.text(40.0, 194.0, held, SECOND)
    for plot in plots:
        _compass(plot, has_numbers=plot is plots[-1])
    middle = upper.box.left + 0.5 * upper.box.width
    canvas.text(middle, canvas.height - 9.0, t("stability_axis_boresight"), 8.5, "middle")
    named = {"radar": said.radar_name(summary), "country": said.country_in_sentence(country)}
    canvas.titles(t("stability_turn_figure", **named))
    return canvas


def _span_bar(plot: Plot, span_deg: tuple[float, float]) -> None:
    """A band over the directions that the radar may have; two where they pass south."""
    west, east = (_from_north(end) for end in span_deg)
    ends = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
    for part in ends:
        plot.bar(part, plot.y_limits, plain_fill(PALE), 0.75)


def section_colour(number: int) -> str:
    """The colour of a cross section by its place in the list."""
    return _SECTION_COLOURS[number % len(_SECTION_COLOURS)]


def _dash(number: int) -> tuple[float, ...]:
    """Every other line is broken, so that two on top of each other both show."""
    return (4.0, 2.5) if number % 2 == 0 else ()


def _from_north(azimuth_deg: float) -> float:
    """A direction between -180 (south, by the west) and 180."""
    return (azimuth_deg + 180.0) % 360.0 - 180.0


def _compass(plot: Plot, *, has_numbers: bool) -> None:
    bottom = plot.box.top + plot.box.height
    south = t("stability_compass_south")
    west, north, east = (t(f"stability_compass_{way}") for way in ("west", "north", "east"))
    names = {-180: south, -90: west, 0: north, 90: east, 180: south}
    plot.canvas.path(f"M{plot.box.left} {bottom}h{plot.box.width}", None, "#444444", 0.6)
    for at in range(-180, 181, 30):
        plot.canvas.path(f"M{plot.x(at):.2f} {bottom}v2.5", None, "#444444", 0.6)
        if has_numbers and at in names:
            plot.canvas.tick(plot.x(at), bottom + 9.0, names[at], NORMAL)


# --- how high ---------------------------------------------------------------------


def near_limits_km(summary: StabilitySummary) -> tuple[float, float]:
    """How far and how high the figure near the battery goes: over what the fly-out gets to at all."""
    kit = summary.interceptor
    across, up = (100.0 * math.ceil(1.4 * far / 1e5) for far in (kit.farthest_m, kit.top_high_m))
    return across, up


def height_figure(run: Run, x_km: float, y_km: float, title: str) -> Canvas:
    """Altitude over distance from the added radar: flights, lines of sight, interceptor's reach."""
    summary = run.stability
    canvas = Canvas(_WIDTH_IN, 3.5)
    plot = Plot(canvas, Box(40.0, 24.0, 265.0, canvas.height - 58.0), (0.0, x_km), (0.0, y_km))
    plot.x_axis(t("stability_axis_distance", radar=said.radar_name(summary)))
    plot.y_axis(t("stability_axis_altitude"))
    geometry, reach = summary.geometry, summary.interceptor.envelope
    # The lines go by elevation; a radar that looks down to the horizon has that one alone.
    horizon = geometry.lines[0] if len(geometry.lines) > 1 else None
    heights = np.array(geometry.altitude_m) / 1e3
    with plot.clipped():
        _reach(plot, reach)
        for track in run.tracks:
            _height_track(plot, track, summary)
        for arc in geometry.arcs:
            ground = [g for g in arc.ground_m if g is not None]
            held = heights[[g is not None for g in arc.ground_m]]
            plot.line(np.array(ground) / 1e3, held, GREEN, 0.9, (1.0, 1.8))
        for line in geometry.lines:
            plot.line(
                np.array(line.ground_m) / 1e3,
                heights,
                BLACK,
                1.3,
                (5.0, 2.0) if line is horizon else (),
            )
    _height_names(plot, geometry, heights)
    canvas.titles(title)
    return canvas


def _reach(plot: Plot, reach: ReachEnvelope) -> None:
    """What the interceptor reaches: as published, and by its fly-out at the value and fast end."""
    ground = np.array(reach.ground_m) / 1e3
    for tops, dash in ((reach.top_high_m, (3.0, 2.0)), (reach.top_m, ())):
        held = np.array([height is not None for height in tops])
        if not held.any():
            continue
        top = np.array([height for height in tops if height is not None]) / 1e3
        x, y = [0.0, *ground[held], ground[held][-1]], [top[0], *top, 0.0]
        if not dash:
            points = plot.points([0.0, *x], [0.0, *y])
            outline = "M" + "L".join(f"{px:.2f} {py:.2f}" for px, py in points) + "Z"
            plot.canvas.path(outline, plain_fill(VERMILION), opacity=0.14)
        plot.line(x, y, VERMILION, 1.1, dash)
    far, ceiling = reach.reach_m / 1e3, reach.ceiling_m / 1e3
    height = np.linspace(0.0, min(ceiling, far), 40)
    across = np.sqrt(far**2 - height**2)
    points = plot.points([0.0, *across, 0.0], [0.0, *height, height[-1]])
    outline = "M" + "L".join(f"{px:.2f} {py:.2f}" for px, py in points) + "Z"
    plot.canvas.path(outline, plain_fill(VERMILION), opacity=0.45)


def _height_track(plot: Plot, track: WatchedTrack, summary: StabilitySummary) -> None:
    """One flight: grey, blue while the added radar sees it at the headline cross section."""
    time, x = np.array(track.time_s), np.array(track.from_radar_m) / 1e3
    y = np.array(track.altitude_m) / 1e3
    shown = np.flatnonzero((x < 1.05 * plot.x_limits[1]) & (y < 1.1 * plot.y_limits[1]))
    for run in np.split(shown, np.flatnonzero(np.diff(shown) > 1) + 1):
        if run.size > 1:
            plot.line(x[run], y[run], GREY, 0.5)
    for begin, end in track.spells["given"][summary.added_radar]:
        at = np.concatenate([[begin], time[(time > begin) & (time < end)], [end]])
        plot.line(np.interp(at, time, x), np.interp(at, time, y), BLUE, 1.6)


def _height_names(plot: Plot, geometry: SightGeometry, heights: Floats) -> None:
    """The names of lines and arcs at the upper or right edge of the frame."""
    x_top, y_top = plot.x_limits[1], plot.y_limits[1]
    for line in geometry.lines:
        ground = np.array(line.ground_m) / 1e3
        height = float(np.interp(0.84 * x_top, ground, heights))
        if height < y_top:
            slope = float(np.interp(0.88 * x_top, ground, heights)) - height
            turn = -math.degrees(math.atan2(slope / y_top * plot.box.height, 0.04 * plot.box.width))
            x, y = plot.x(0.84 * x_top), plot.y(height) - 6.0
            text = formats.measured(line.elevation_deg, "deg")
            plot.canvas.text(x, y, text, NORMAL, "middle", "halo bold", turn=turn)
    for arc in geometry.arcs:
        pairs = [(g / 1e3, h) for g, h in zip(arc.ground_m, heights, strict=True) if g is not None]
        inside = [(g, h) for g, h in pairs if 0.11 * x_top < g < 0.97 * x_top and h < 0.93 * y_top]
        if not inside:
            continue
        g, h = max(inside, key=lambda pair: pair[1])
        text = said.section(arc.cross_section_m2)
        plot.canvas.text(plot.x(g), plot.y(h) - 4.0, text, SMALL, "middle", "halo", "#00573f")
