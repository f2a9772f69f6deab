"""What the radar of a study sees: maps, a vertical cut and tables from the run's ``coverage.json``.

Nothing is computed here but where lines fall on the page.  The maps are azimuthal equidistant about
the radar, so that ranges over the ground are circles; they have the colours of the figure that
``shieldmap see`` draws.
"""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import geodata
from shieldmap.archive import Run
from shieldmap.model import Floats
from shieldmap.report import coverage_figures as shared, drawing, ground, words
from shieldmap.report.drawing import (
    BLACK,
    GREY,
    INCH,
    SMALL,
    Box,
    Canvas,
    Plot,
    number,
    plain,
    polyline,
    rectangle,
)
from shieldmap.report.flight_map import Projection
from shieldmap.report.labels import Labels

Values = Mapping[str, Any]

_WIDE_IN: Final = 4.9
_SMALL_IN: Final = 2.85
_ASPECT: Final = (0.55, 1.0)  # height over width of a map
_LAND: Final = "#eceae4"
_DETAIL_PT: Final = 0.35
_ISLET_PT2: Final = 1.2
_GRID_DEG: Final = (2.0, 5.0, 10.0, 15.0)
_LINES: Final = 5.0  # parallels on a map, about
_BAND_OPACITY: Final = 0.75


class View(NamedTuple):
    """What a map shows, in km about the radar."""

    projection: Projection
    west: float
    east: float
    south: float
    north: float


class Drawn(NamedTuple):
    """A figure as it stands on the page."""

    svg: str
    caption: str


def section(run: Run) -> dict[str, Any]:
    """Everything that the section on the radar asks for."""
    values = run.coverage
    if not values["present"]:
        return {"coverage": {"present": False, "terrain": ""}}
    known: set[str] = set()
    maps = [
        drawing.svg(
            detection_map(values, level),
            f"seen{i}",
            f"Map of where targets at {level['altitude_m'] / 1e3:,.0f} km are detected.",
            known,
        )
        for i, level in enumerate(values["altitudes"])
    ]
    return {
        "coverage": {
            "present": True,
            "system": values["radar"]["system"],
            "place": values["radar"]["place"],
            "terrain": _terrain(values),
            "has_terrain": values["radar"]["has_terrain"],
            "words": _words(values),
            "lowest_map": drawing.svg(
                lowest_map(values),
                "lowest",
                "Map of the lowest altitude at which a target is seen.",
            ),
            "cut": drawing.svg(
                cut_figure(values), "cut", "The radar's view in a vertical cut along its boresight."
            ),
            "maps": maps,
            "sections": [_section_key(one) for one in shared.sections(values)],
            "ranges": [_range_row(row) for row in values["ranges"]],
            "altitudes": [words.km(level["altitude_m"]) for level in values["altitudes"]],
            "stated": f"{values['stated_m2']:g}{words.NB}m²",
            "stated_range": words.km(_stated(values)["track_m"]["value"]),
            "countries": [_country_row(values, row) for row in values["countries"]],
        }
    }


# --- words and tables ------------------------------------------------------------


def _terrain(values: Values) -> str:
    radar = values["radar"]
    if not radar["has_terrain"]:
        return "No terrain was used: no hill hides anything from the radar."
    return f"Terrain: {radar['terrain'] or 'a horizon profile of the scenario'}."


def _words(values: Values) -> str:
    """How far the line of sight goes at each altitude, in a sentence."""
    parts = [
        f"{words.km(level['slant_m'])} at {words.km(level['altitude_m'])}"
        for level in values["altitudes"]
    ]
    return f"The line of sight ends at a slant range of {', '.join(parts[:-1])} and {parts[-1]}."


def _section_key(one: shared.Section) -> dict[str, str]:
    """A line of the legend, drawn as it is drawn on the maps."""
    canvas = Canvas(0.36, 0.18)
    y = number(0.5 * canvas.height)
    canvas.path(f"M2 {y}H{number(canvas.width - 2)}", None, one.colour, 1.6, one.dash)
    text = f"{one.square_m:g}{words.NB}m²"
    return {"svg": drawing.svg(canvas, f"rcs{number(one.square_m)}", ""), "text": text}


def _range_row(row: Mapping[str, Any]) -> dict[str, str]:
    def span(ends: Mapping[str, float]) -> str:
        return words.span(words.km(ends["low"]), words.km(ends["high"]))

    return {
        "section": f"{row['cross_section_m2']:g}",
        "track": words.km(row["track_m"]["value"]),
        "track_span": span(row["track_m"]),
        "search": words.km(row["search_m"]["value"]),
        "search_span": span(row["search_m"]),
    }


def _stated(values: Values) -> Mapping[str, Any]:
    """The row of the cross section for which the radar's range is published."""
    rows: list[Mapping[str, Any]] = values["ranges"]
    return next(row for row in rows if row["cross_section_m2"] == values["stated_m2"])


def _country_row(values: Values, row: Mapping[str, Any]) -> dict[str, Any]:
    column = values["ranges"].index(_stated(values))
    seen = row["seen_m2"]
    cells = []
    for i in range(len(values["altitudes"])):
        value, low, high = (seen[end][i] for end in ("value", "low", "high"))
        cells.append(
            {
                "value": _square_km(value),
                "share": words.percent(value / row["land_m2"]),
                "span": words.span(_square_km(low), _square_km(high)),
                "stated": _square_km(row["tracked_m2"][i][column]),
            }
        )
    return {"name": row["name"], "iso3": row["iso3"], "cells": cells}


def _square_km(area_m2: float) -> str:
    """Thousands of square kilometres, as far as borders of some hundred metres allow."""
    thousand = area_m2 / 1e9
    if thousand == 0.0:
        return "0"
    if thousand < 0.05:
        return "<0.1"
    if thousand < 99.95:
        return f"{thousand:.1f}"
    return f"{float(f'{thousand:.3g}'):,.0f}"


# --- maps ------------------------------------------------------------------------


def lowest_map(values: Values) -> Canvas:
    """How low a target can be over each place and still be seen."""
    plot, view = _empty_map(values, _WIDE_IN)
    asked = {level["altitude_m"] for level in values["altitudes"]}
    contours = [contour for contour in values["contours"] if contour["ring"]]
    colours = [plain(shared.BANDS[i % len(shared.BANDS)]) for i in range(len(contours))]
    outlines = [_outline(plot, view, contour) for contour in contours]
    with plot.clipped():
        _use_ground(plot, view, f'fill="{_LAND}"')
        _graticule(plot, view)
        # From the outside in, each over the one before.
        plot.canvas.parts.append(f'<g opacity="{_BAND_OPACITY}" fill-rule="evenodd">')
        for outline, colour in reversed(list(zip(outlines, colours, strict=True))):
            plot.canvas.path(outline, colour)
        plot.canvas.parts.append("</g>")
        _use_ground(plot, view, 'fill="none" stroke="#4a4a4a" stroke-width="0.45"')
        for outline, contour in zip(outlines, contours, strict=True):
            bold = contour["altitude_m"] in asked
            plot.canvas.path(outline, None, BLACK, 1.2 if bold else 0.5)
        labels = _marks(plot, view)
        _name_contours(plot, view, contours, values["radar"]["boresight_deg"], labels)
        _name_countries(plot, view, values, labels)
    _frame(plot, view)
    plot.canvas.titles("Lowest altitude at which a target is seen, km")
    return plot.canvas


def detection_map(values: Values, level: Mapping[str, Any]) -> Canvas:
    """Where targets at one altitude are detected, by radar cross section."""
    plot, view = _empty_map(values, _SMALL_IN)
    beyond = []
    with plot.clipped():
        _use_ground(plot, view, f'fill="{_LAND}"')
        _use_ground(plot, view, 'fill="none" stroke="#8a8a8a" stroke-width="0.4"')
        plot.canvas.path(_outline(plot, view, level), None, BLACK, 1.5)
        for one, edge in zip(shared.sections(values), level["tracked"], strict=True):
            if edge["ring"] is None:
                beyond.append(one.square_m)
            else:
                plot.canvas.path(_outline(plot, view, edge), None, one.colour, 1.4, one.dash)
        _marks(plot, view)
    _edge(plot)
    text = f"from {min(beyond):g} m² on: all that is in sight" if beyond else ""
    plot.canvas.titles(f"Targets at {words.km(level['altitude_m'])}", text)
    return plot.canvas


def _empty_map(values: Values, width_in: float) -> tuple[Plot, View]:
    """A sea with room for titles and degrees, and what it shows."""
    west, east, south, north = shared.extent_km(values)
    aspect = min(max((north - south) / (east - west), _ASPECT[0]), _ASPECT[1])
    across = max(east - west, (north - south) / aspect)
    up = across * aspect
    x, y = 0.5 * (west + east), 0.5 * (south + north)
    view = View(
        shared.projection_of(values), x - 0.5 * across, x + 0.5 * across, y - 0.5 * up, y + 0.5 * up
    )
    is_wide = width_in == _WIDE_IN
    left, right, bottom, top = (30.0, 6.0, 15.0, 22.0) if is_wide else (4.0, 4.0, 4.0, 34.0)
    box = Box(left, top, INCH * width_in, INCH * width_in * aspect)
    canvas = Canvas((left + box.width + right) / INCH, (top + box.height + bottom) / INCH)
    canvas.path(rectangle(*box), plain(ground.SEA))
    return Plot(canvas, box, (view.west, view.east), (view.south, view.north)), view


def _outline(plot: Plot, view: View, edge: Mapping[str, Any]) -> str:
    """A ring and its hole as one outline."""
    rings = [
        shared.ring_on_map(view.projection, edge[name]) for name in ("ring", "hole") if edge[name]
    ]
    return "".join(polyline(plot.points(ring[:, 0], ring[:, 1]), 1, closed=True) for ring in rings)


def _use_ground(plot: Plot, view: View, style: str) -> None:
    """Countries, drawn once for all maps of one view and size; the style says how."""
    key = f"world{plot.box.width:.0f}x{plot.box.height:.0f}"
    key += f"at{view.west:.0f}{view.south:+.0f}".replace("-", "m").replace("+", "p")
    scale = plot.box.width / (view.east - view.west)

    def body() -> str:
        rings = _countries(view, _DETAIL_PT / scale, _ISLET_PT2 / scale**2)
        shifted = [(ring - (view.west, view.south)) * (scale, -scale) for ring in rings]
        return f'<path id=% d="{"".join(polyline(ring, 1, closed=True) for ring in shifted)}"/>'

    plot.canvas.define(key, body, shared=True)
    x, y = number(plot.box.left), number(plot.box.top + plot.box.height)
    plot.canvas.parts.append(f'<use href="#{key}" x="{x}" y="{y}" {style}/>')


def _countries(view: View, detail_km: float, islet_km2: float) -> list[Floats]:
    """The rings of every country in a view, in km, without what cannot be seen at its scale."""
    import shapely

    simple = (shapely.simplify(area, detail_km) for area in _near_land(view))
    parts = (part for area in simple for part in shapely.get_parts(area))
    return [
        shapely.get_coordinates(part.exterior)[:-1]
        for part in parts
        if shapely.get_dimensions(part) == 2 and shapely.area(part) > islet_km2
    ]


@cache
def _near_land(view: View) -> tuple[Any, ...]:
    """What maps of a view show of every ring of land, as shapely areas in km."""
    import shapely

    # Beyond the frame, so that no border runs along it.
    room = 0.02 * (view.east - view.west)
    box = (view.west - room, view.south - room, view.east + room, view.north + room)
    found = []
    for iso3 in geodata.countries():
        for ring in geodata.country(iso3):
            points = shared.ring_on_map(view.projection, ring)
            low, high = points.min(axis=0), points.max(axis=0)
            torn = bool((high - low > shared.TORN_KM).any())
            if torn or (low > box[2:]).any() or (high < box[:2]).any():
                continue
            found.append(shapely.clip_by_rect(geodata.valid(shapely.Polygon(points)), *box))
    return tuple(found)


def _marks(plot: Plot, view: View) -> Labels:
    """The radar and a scale bar; the room that they take."""
    labels = Labels(plot.box)
    plot.mark("star", 0.0, 0.0, 10.0, width=0.7)
    labels.block(plot.x(0.0), plot.y(0.0), 5.0)
    wanted = 0.25 * (view.east - view.west)
    power = 10.0 ** math.floor(math.log10(wanted))
    length = max(m * power for m in (1.0, 2.0, 5.0) if m * power <= wanted)
    points = plot.x(length) - plot.x(0.0)
    box = plot.box
    # The corner away from the radar.
    is_left = plot.x(0.0) > box.left + 0.5 * box.width
    x = box.left + 8.0 if is_left else box.left + box.width - 8.0 - points
    y = box.top + box.height - 7.0
    plot.canvas.path(f"M{number(x)} {number(y)}h{number(points)}", None, BLACK, 2.0)
    plot.canvas.text(x + 0.5 * points, y - 7.0, f"{length:,.0f} km", SMALL, "middle", "halo")
    labels.taken.append(Box(x, y - 11.0, points, 13.0))
    return labels


def _name_contours(
    plot: Plot, view: View, contours: list[Any], boresight_deg: float, labels: Labels
) -> None:
    """The altitude of each contour, on it, where the boresight crosses it."""
    azimuth = math.radians(boresight_deg)
    last = -math.inf
    for contour in contours:
        points = shared.ring_on_map(view.projection, contour["ring"])
        x, y = shared.crossing(points, azimuth)
        at_x, at_y = plot.x(x), plot.y(y)
        inside = plot.box.left + 9.0 < at_x < plot.box.left + plot.box.width - 9.0
        inside &= plot.box.top + 6.0 < at_y < plot.box.top + plot.box.height - 6.0
        away = math.hypot(at_x - plot.x(0.0), at_y - plot.y(0.0))
        if not inside or away - last < 11.0:
            continue
        last = away
        text = f"{contour['altitude_m'] / 1e3:,.0f}"
        half = 0.32 * SMALL * len(text) + 1.5
        plot.canvas.path(
            rectangle(at_x - half, at_y - 4.6, 2.0 * half, 9.2), plain("#ffffff"), opacity=0.85
        )
        plot.canvas.text(at_x, at_y, text, SMALL + 0.5, "middle")
        labels.taken.append(Box(at_x - half, at_y - 4.6, 2.0 * half, 9.2))


def _name_countries(plot: Plot, view: View, values: Values, labels: Labels) -> None:
    box = (view.west, view.south, view.east, view.north)
    for row in values["countries"]:
        place = shared.name_place_km(view.projection, row["iso3"], box)
        if place is not None:
            labels.put(plot.canvas, row["name"], plot.x(place[0]), plot.y(place[1]), "halo italic")


def _graticule(plot: Plot, view: View) -> None:
    for line in _graticule_lines(view):
        plot.line(line.x, line.y, "#c9d3db", 0.5)


class _Line(NamedTuple):
    """A parallel or a meridian on a map, with its name."""

    text: str
    is_parallel: bool
    x: Floats
    y: Floats


@cache
def _graticule_lines(view: View) -> tuple[_Line, ...]:
    """Parallels and meridians at round degrees, as far as they come near the view."""
    height_deg = math.degrees((view.north - view.south) * 1e3 / geodata.MEAN_RADIUS_M)
    step = min(_GRID_DEG, key=lambda s: abs(math.log(s * _LINES / height_deg)))
    # A chord of 2.5 degrees stands a fifth of a point off its arc on the smallest map.
    fine = np.linspace(-180.0, 180.0, 145)
    found: list[_Line] = []
    for at in np.arange(-90.0 + step, 90.0, step):
        text = f"{abs(at):g}°{'N' if at > 0.0 else 'S'}" if at else "0°"
        found += _near(view, text, True, np.full(fine.shape, at), fine)
    for at in np.arange(-180.0, 180.0, step):
        text = f"{abs(at):g}°{'E' if at > 0.0 else 'W'}" if at else "0°"
        along = np.linspace(-85.0, 85.0, 69)
        found += _near(view, text, False, along, np.full(along.shape, at))
    return tuple(found)


def _near(
    view: View, text: str, is_parallel: bool, latitude: Floats, longitude: Floats
) -> Iterator[_Line]:
    """The part of a line inside the view and a little beyond, if there is any."""
    x, y, _ = view.projection.to_map(latitude, longitude)
    room = 0.05 * (view.east - view.west)
    inside = (x > view.west - room) & (x < view.east + room)
    inside &= (y > view.south - room) & (y < view.north + room)
    found = np.flatnonzero(inside)
    if found.size > 1:
        # And one more at each end, so that the line crosses the frame.
        kept = slice(max(int(found[0]) - 1, 0), int(found[-1]) + 2)
        yield _Line(text, is_parallel, x[kept], y[kept])


def _edge(plot: Plot) -> None:
    plot.canvas.path(rectangle(*plot.box), None, "#444444", 0.6)


def _frame(plot: Plot, view: View) -> None:
    """The edge, with the degrees of the lines that meet it at the left and below."""
    _edge(plot)
    last = -math.inf
    for line in _graticule_lines(view):
        across, edge = (line.x, view.west) if line.is_parallel else (line.y, view.south)
        along = line.y if line.is_parallel else line.x
        sides = across - edge
        crosses = np.flatnonzero(sides[:-1] * sides[1:] <= 0.0)
        if crosses.size == 0:
            continue
        i = int(crosses[0])
        at = float(np.interp(0.0, *_rising(sides[i : i + 2], along[i : i + 2])))
        if line.is_parallel and view.south < at < view.north:
            plot.canvas.text(plot.box.left - 4.0, plot.y(at), line.text, SMALL, "end")
        elif not line.is_parallel and view.west < at < view.east and plot.x(at) - last > 28.0:
            last = plot.x(at)
            plot.canvas.tick(last, plot.box.top + plot.box.height + 7.5, line.text, SMALL)


def _rising(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    order = np.argsort(x)
    return x[order], y[order]


# --- cut -------------------------------------------------------------------------


def cut_figure(values: Values) -> Canvas:
    """Altitude over distance along the boresight: rays, arcs of range and the altitudes asked for."""
    cut = values["cut"]
    far, top = shared.cut_ends_m(values)
    canvas = Canvas(_WIDE_IN + 36.0 / INCH, 3.3)
    box = Box(38.0, 22.0, canvas.width - 48.0, canvas.height - 22.0 - 31.0)
    plot = Plot(canvas, box, (0.0, far / 1e3), (0.0, top / 1e3))
    lowest = cut["lowest"]
    x, y = np.array(lowest["ground_m"]) / 1e3, np.array(lowest["altitude_m"]) / 1e3
    with plot.clipped():
        seen = plot.points(np.append(x, 0.0), np.append(y, y[-1]))
        canvas.path(polyline(seen, closed=True), plain(shared.BANDS[3]), opacity=0.35)
    plot.x_axis("distance over the ground, km")
    plot.y_axis("altitude, km", ticks=5)
    with plot.clipped():
        for level in values["altitudes"]:
            height = level["altitude_m"] / 1e3
            plot.line([0.0, far / 1e3], [height, height], GREY, 0.7, (1.0, 1.8))
        for ray in cut["rays"]:
            is_level = ray["elevation_deg"] == 0.0
            _ray(plot, ray, 1.0 if is_level else 0.5, (4.0, 2.0) if is_level else ())
        _ray(plot, lowest, 1.6, ())
        for one, arc in zip(shared.sections(values), cut["arcs"], strict=True):
            plot.line(
                np.array(arc["ground_m"]) / 1e3,
                np.array(arc["altitude_m"]) / 1e3,
                one.colour,
                1.4,
                one.dash,
            )
        for ray in (*cut["rays"], lowest):
            _name_ray(plot, ray, (far, top))
    canvas.titles(f"Cut along azimuth {cut['azimuth_deg']:.4g}°")
    return canvas


def _ray(plot: Plot, ray: Mapping[str, Any], width: float, dash: tuple[float, ...]) -> None:
    plot.line(
        np.array(ray["ground_m"]) / 1e3,
        np.array(ray["altitude_m"]) / 1e3,
        GREY if width < 1.0 else BLACK,
        width,
        dash,
    )


def _name_ray(plot: Plot, ray: Mapping[str, Any], ends_m: tuple[float, float]) -> None:
    """The elevation of a ray near the top, where it still runs inside the frame."""
    height = 0.9 * ends_m[1]
    at = float(np.interp(height, ray["altitude_m"], ray["ground_m"]))
    if at < 0.98 * ends_m[0]:
        x, y = plot.x(at / 1e3), plot.y(height / 1e3)
        plot.canvas.path(rectangle(x - 8.0, y - 4.8, 16.0, 9.6), plain("#ffffff"))
        plot.canvas.text(x, y, f"{ray['elevation_deg']:.3g}°", SMALL, "middle")
