"""The pictures of what one radar sees: two kinds of map and a vertical cut.

The first map shows how low a target can be and still be seen, the smaller ones how far targets of
some radar cross sections are detected at an altitude, and the cut shows the same over distance.  The
report shows them one by one and ``coverage_figure`` all on one sheet.  The maps are azimuthal
equidistant about the radar, so that ranges over the ground are circles.  All are drawn from the
plain values of a coverage and compute nothing but where lines fall.
"""

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import formats, geodata, words
from shieldmap.model import Floats
from shieldmap.report.base_map import (
    EDGE_PT,
    AzimuthalMap,
    MapView,
    Projection,
    area_outline,
    view_around,
)
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    BROWN,
    GREEN,
    GREY,
    INCH,
    ORANGE,
    PURPLE,
    SKY,
    SMALL,
    VERMILION,
    Box,
    Canvas,
    Line,
    Plot,
    plain_fill,
    polyline,
    rectangle,
)
from shieldmap.report.labels import Labels
from shieldmap.results import (
    CoverageAltitude,
    CoverageContour,
    CoverageCountry,
    CoverageRadar,
    CutLine,
    RadarCoverage,
)
from shieldmap.results.radar import TrackedArea
from shieldmap.words import t

BANDS: Final = ("#3f78bd", "#3fa3cb", "#62c3cd", "#7fcdbb", "#c7e9b4", "#e3f4b6", "#f6fbd9")
"""From low to high altitudes; the lightness falls evenly, so a grey print keeps the order."""

SECTION_COLOURS: Final = (VERMILION, ORANGE, GREEN, BLUE, PURPLE, SKY, BROWN)
SECTION_DASHES: Final[tuple[tuple[float, ...], ...]] = (
    (),
    (7, 2),
    (3, 1.7),
    (8, 2, 1.5, 2),
    (1.5, 1.5),
    (8, 2, 1.5, 2, 1.5, 2),
    (12, 3),
    (5, 2, 1, 2),
)
"""Of one more than the colours, so that no pair comes again before all pairs were used."""

_WIDE_IN: Final = 4.9
_SMALL_IN: Final = 2.85
_ASPECT: Final = (0.55, 1.0)  # height over width of a map
_DETAIL_PT: Final = 0.05
_BAND_OPACITY: Final = 0.75
_ROOM: Final = 0.06  # of the extent around what is drawn
_TORN_KM: Final = 15000.0  # rings larger than this run behind the Earth, where a map tears
_NAMED_SHARE: Final = 0.004  # of a map's area, below which a country's name has no room
_TOP_SHARE: Final = 1.3  # of the cut above the highest altitude asked for

# Of the sheet, in points.
_SHEET_IN: Final = 6.69
_LEFT: Final = 40.0
_RIGHT: Final = 10.0
_GAP: Final = 9.0
_CUT: Final = 144.0


class Section(NamedTuple):
    """One radar cross section with the way it is drawn."""

    square_m: float
    track_m: float
    search_m: float
    line: Line


def sections(values: RadarCoverage) -> list[Section]:
    """The cross sections of a coverage with a colour and a dash each, no two alike."""
    colours, dashes = len(SECTION_COLOURS), len(SECTION_DASHES)
    return [
        Section(
            row.cross_section_m2,
            row.track_m.value,
            row.search_m.value,
            Line(SECTION_COLOURS[i % colours], 1.4, SECTION_DASHES[i % dashes]),
        )
        for i, row in enumerate(values.ranges)
    ]


def country_name(row: CoverageCountry) -> str:
    """A country in the reader's language, as far as its Korean name is known here."""
    message = f"country_{row.iso3}"
    known = words.language() == "ko" and message in words.message_ids("ko")
    return t(message) if known else row.name


def view_words(values: RadarCoverage) -> str:
    """Sector, elevations, air and terrain in one line."""
    radar = values.radar
    said = {
        "sector": _degrees(radar.sector_deg),
        "boresight": _degrees(radar.boresight_deg),
        "low": _degrees(radar.elevation_min_deg),
        "high": _degrees(radar.elevation_max_deg),
        "air": t("figure_bent" if radar.has_air else "figure_straight"),
        "terrain": terrain_words(radar),
    }
    kind = "figure_view_all" if radar.sector_deg >= 359.999 else "figure_view"
    steered = radar.scan_max_deg
    if steered >= 180.0:
        return t(kind, **said)
    return t(f"{kind}_scan", **said, scan=_degrees(steered), tilt=_degrees(radar.tilt_deg))


def _degrees(angle_deg: float) -> str:
    return formats.measured_text(formats.signed(f"{angle_deg:.4g}"), "deg")


def terrain_words(radar: CoverageRadar) -> str:
    """Whether hills were taken into account."""
    if not radar.has_terrain:
        return t("figure_no_terrain")
    file = radar.terrain
    return t("figure_terrain", file=file) if file else t("figure_terrain_profile")


# --- one by one ------------------------------------------------------------------


def lowest_map(values: RadarCoverage) -> Canvas:
    """How low a target can be over each place and still be seen."""
    canvas = Canvas(_WIDE_IN + 36.0 / INCH, 1.0)
    canvas.titles(t("figure_lowest"))
    top = 22.0 if _projection(values).is_plain else 33.0
    canvas.height = (
        _lowest(canvas, values, EDGE_PT, top, _map_width(values, canvas.width, 6.0)) + 15.0
    )
    return canvas


def detection_map(values: RadarCoverage, level: CoverageAltitude) -> Canvas:
    """Where targets at one altitude are detected, by radar cross section."""
    canvas = Canvas(_SMALL_IN + 8.0 / INCH, 1.0)
    canvas.titles(*_detection_words(values, level))
    canvas.height = _detection_map(canvas, values, level, 4.0, 34.0, INCH * _SMALL_IN) + 4.0
    return canvas


def cut_figure(values: RadarCoverage) -> Canvas:
    """Altitude over distance along the boresight: rays, arcs of range and the altitudes asked for."""
    canvas = Canvas(_WIDE_IN + 36.0 / INCH, 3.3)
    _cut(canvas, values, Box(38.0, 22.0, canvas.width - 48.0, canvas.height - 53.0))
    canvas.titles(t("figure_cut", azimuth=_degrees(values.cut.azimuth_deg)))
    return canvas


# --- all on one sheet ------------------------------------------------------------


def coverage_figure(values: RadarCoverage, *, title: str, footer: str) -> Canvas:
    """All pictures of a coverage; ``values`` as a run keeps them, ``footer`` how far to trust them."""
    canvas = Canvas(_SHEET_IN, 1.0)
    wide = canvas.width - _LEFT - _RIGHT
    canvas.text(9.0, 17.0, title, 10.0, style="bold")
    y = canvas.paragraph(9.0, 31.0, view_words(values), canvas.width - 18.0, 7.5, BLACK) + 5.0
    canvas.text(_LEFT, y, t("figure_lowest_sheet"), 8.5)
    y += 8.0 if _projection(values).is_plain else 19.0
    y = _lowest(canvas, values, _LEFT, y, _map_width(values, canvas.width - _LEFT, _RIGHT, 0.0))
    y = _detections(canvas, values, y + 46.0, wide)
    y = _legend(canvas, values, y + 14.0, wide)
    text = t("figure_cut_sheet", azimuth=_degrees(values.cut.azimuth_deg))
    canvas.text(_LEFT, y + 8.0, text, 8.5)
    _cut(canvas, values, Box(_LEFT, y + 16.0, wide, _CUT))
    y += 16.0 + _CUT + 42.0
    canvas.height = canvas.paragraph(9.0, y, footer, canvas.width - 18.0) + 2.0
    return canvas


def _detections(canvas: Canvas, values: RadarCoverage, top: float, wide: float) -> float:
    """The maps of detection beside each other; their lower edge."""
    count = len(values.altitudes)
    width = (wide - _GAP * (count - 1)) / max(count, 3)
    bottom = top
    for i, level in enumerate(values.altitudes):
        left = _LEFT + i * (width + _GAP)
        for text, size, up in zip(
            _detection_words(values, level), (8.5, SMALL), (17.0, 7.0), strict=True
        ):
            canvas.text(left, top - up, text, size)
        bottom = _detection_map(canvas, values, level, left, top, width)
    return bottom


def _legend(canvas: Canvas, values: RadarCoverage, y: float, wide: float) -> float:
    """The cross sections with both ranges of each, in three columns."""
    canvas.text(_LEFT, y, t("figure_sections"), 7.5)
    keys = [
        (one.line, f"{formats.measured(one.square_m, 'm2')}: {', '.join(_ranges(one))}")
        for one in sections(values)
    ]
    for i, (line, text) in enumerate([*keys, (Line(BLACK, 1.5), t("figure_edge"))]):
        canvas.sample(_LEFT + i % 3 * wide / 3.0, y + 11.0 * (1 + i // 3), line, text, 7.5)
    return y + 11.0 * (1 + len(keys) // 3) + 12.0


def _ranges(one: Section) -> list[str]:
    return [formats.km(one.track_m), formats.km(one.search_m)]


# --- maps ------------------------------------------------------------------------


def _projection(values: RadarCoverage) -> Projection:
    """North up, with the radar in the middle: rings of range are circles."""
    radar = values.radar
    return Projection(math.radians(radar.latitude_deg), math.radians(radar.longitude_deg))


def _map_width(values: RadarCoverage, width: float, right: float, left: float = EDGE_PT) -> float:
    """The width of a map in so much room; names stand at the right of a polar one as well."""
    return width - left - (right if _projection(values).is_plain else EDGE_PT + 4.0)


def view_of(values: RadarCoverage) -> MapView:
    """All that is seen at the highest altitude asked for, with room, in the shape of a map."""
    projection = _projection(values)
    rings = [projection.ring(level.ring) for level in values.altitudes]
    points = np.concatenate([np.zeros((1, 2)), *rings])
    room = _ROOM * max(float(np.ptp(points, axis=0).max()), 50.0)
    view = view_around(projection, points[:, 0], points[:, 1], room)
    return view.filled(min(max(view.aspect, _ASPECT[0]), _ASPECT[1]))


def _lowest(canvas: Canvas, values: RadarCoverage, left: float, top: float, width: float) -> float:
    """The map of lowest altitudes; its lower edge."""
    chart = AzimuthalMap(canvas, view_of(values), left, top, width)
    asked = {level.altitude_m for level in values.altitudes}
    contours = [contour for contour in values.contours if contour.ring]
    outlines = [_outline(chart, contour) for contour in contours]
    with chart.clipped():
        chart.draw_land()
        chart.draw_graticule()
        for i, band in enumerate(_bands(chart, contours)):
            outline = area_outline(chart, band, 1)
            canvas.path(outline, plain_fill(BANDS[i % len(BANDS)]), opacity=_BAND_OPACITY)
        chart.draw_lines()
        for outline, contour in zip(outlines, contours, strict=True):
            canvas.path(outline, None, BLACK, 1.2 if contour.altitude_m in asked else 0.5)
        labels = _marks(chart)
        _name_contours(chart, contours, values.radar.boresight_deg, labels)
        for row in values.countries:
            place = _name_place_km(chart.view, row.iso3)
            if place is not None:
                labels.put(
                    canvas, country_name(row), chart.x(place[0]), chart.y(place[1]), "halo italic"
                )
    chart.draw_frame()
    return chart.bottom


def _detection_words(values: RadarCoverage, level: CoverageAltitude) -> tuple[str, str]:
    """Of which targets a map of detection tells, and which of them are seen as far as the sight."""
    tracked = zip(sections(values), level.tracked, strict=True)
    beyond = [one.square_m for one, edge in tracked if edge.ring is None]
    title = t("figure_targets", altitude=formats.km(level.altitude_m))
    if not beyond:
        return title, ""
    return title, t("figure_all_in_sight", section=formats.measured(min(beyond), "m2"))


def _detection_map(
    canvas: Canvas,
    values: RadarCoverage,
    level: CoverageAltitude,
    left: float,
    top: float,
    width: float,
) -> float:
    """One map of detection; its lower edge."""
    chart = AzimuthalMap(canvas, view_of(values), left, top, width)
    with chart.clipped():
        chart.draw_land()
        chart.draw_lines()
        canvas.path(_outline(chart, level), None, BLACK, 1.5)
        for one, edge in zip(sections(values), level.tracked, strict=True):
            if edge.ring is not None:
                canvas.path(
                    _outline(chart, edge), None, one.line.colour, one.line.width, one.line.dash
                )
        _marks(chart)
    chart.draw_edge()
    return chart.bottom


_Edge = CoverageAltitude | TrackedArea | CoverageContour


def _rings(chart: AzimuthalMap, edge: _Edge) -> list[Floats]:
    """A ring and its hole, if it has any, in km, without corners that no eye sees."""
    import shapely

    found = [chart.view.projection.ring(ring) for ring in (edge.ring, edge.hole) if ring]
    detail = _DETAIL_PT * (chart.view.east_km - chart.view.west_km) / chart.box.width
    simple = (shapely.simplify(shapely.LinearRing(ring), detail) for ring in found)
    return [np.asarray(shapely.get_coordinates(ring)[:-1]) for ring in simple]


def _outline(chart: AzimuthalMap, edge: _Edge) -> str:
    """A ring and its hole as one outline."""
    rings = (ring.T for ring in _rings(chart, edge))
    return "".join(polyline(chart.points(x, y), 1, closed=True) for x, y in rings)


def _bands(chart: AzimuthalMap, contours: Sequence[CoverageContour]) -> list[Any]:
    """What is seen at each altitude and at none below, as shapely areas in km."""
    import shapely

    bands, below = [], shapely.Polygon()
    for contour in contours:
        ring, *holes = _rings(chart, contour)
        area = geodata.valid(shapely.Polygon(ring, holes))
        bands.append(shapely.difference(area, below))
        below = shapely.union(area, below)
    return bands


def _marks(chart: AzimuthalMap) -> Labels:
    """The radar and a scale bar; the room that they take."""
    labels = Labels(chart.box)
    chart.mark("star", 0.0, 0.0, 10.0, width=0.7)
    labels.block(chart.x(0.0), chart.y(0.0), 5.0)
    chart.draw_scale(labels, np.zeros(1), np.zeros(1))
    return labels


def crossing(points_km: Floats, azimuth_rad: float) -> tuple[float, float]:
    """The corner of a ring that lies nearest to a direction from the radar, the farthest of equals."""
    toward = np.array([math.sin(azimuth_rad), math.cos(azimuth_rad)])
    reach = np.maximum(np.hypot(points_km[:, 0], points_km[:, 1]), 1e-6)
    x, y = points_km[int(np.argmax(points_km @ toward / reach + 1e-9 * reach))]
    return float(x), float(y)


def _name_contours(
    chart: AzimuthalMap, contours: Sequence[CoverageContour], boresight_deg: float, labels: Labels
) -> None:
    """The altitude of each contour, on it, where the boresight crosses it."""
    last = -math.inf
    for contour in contours:
        points = chart.view.projection.ring(contour.ring)
        x, y = crossing(points, math.radians(boresight_deg))
        at_x, at_y = chart.x(x), chart.y(y)
        inside = chart.box.left + 9.0 < at_x < chart.box.left + chart.box.width - 9.0
        inside &= chart.box.top + 6.0 < at_y < chart.bottom - 6.0
        away = math.hypot(at_x - chart.x(0.0), at_y - chart.y(0.0))
        if inside and away - last >= 11.0:
            last = away
            text = formats.number(contour.altitude_m / 1e3)
            labels.taken.append(_on_paper(chart.canvas, at_x, at_y, text))


def _on_paper(canvas: Canvas, x: float, y: float, text: str) -> Box:
    """A short text on a white patch, so that no line runs through it; the patch."""
    half = 0.32 * SMALL * len(text) + 1.5
    box = Box(x - half, y - 4.7, 2.0 * half, 9.4)
    canvas.path(rectangle(*box), plain_fill("#ffffff"), opacity=0.85)
    canvas.text(x, y, text, SMALL + 0.5, "middle")
    return box


def _name_place_km(view: MapView, iso3: str) -> tuple[float, float] | None:
    """A point well inside the greatest part of a country that a map shows; None for a small one."""
    import shapely

    rings = [view.projection.ring(ring) for ring in geodata.country(iso3)]
    # What lies behind the Earth is torn by the projection, and off every map.
    near = [shapely.Polygon(ring) for ring in rings if np.hypot(*ring.T).max() < _TORN_KM]
    box = (view.west_km, view.south_km, view.east_km, view.north_km)
    shown = shapely.clip_by_rect([geodata.valid(area) for area in near], *box)
    largest = max(shapely.get_parts(shown), key=shapely.area, default=None)
    if largest is None or shapely.area(largest) < _NAMED_SHARE * shapely.area(shapely.box(*box)):
        return None
    inside = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, 20.0))[0]
    return float(inside[0]), float(inside[1])


# --- cut -------------------------------------------------------------------------


def _cut_ends_km(values: RadarCoverage) -> tuple[float, float]:
    """How far and how high a cut is drawn: to where the lowest ray passes its top."""
    cut = values.cut
    asked = max((level.altitude_m for level in values.altitudes), default=300e3)
    top = min(_TOP_SHARE * asked, cut.top_m)
    flattest = [cut.lowest, *(ray for ray in cut.rays if ray.elevation_deg == 0.0)]
    far = max(float(np.interp(top, ray.altitude_m, ray.ground_m)) for ray in flattest)
    return 1.02 * far / 1e3, top / 1e3


def _cut(canvas: Canvas, values: RadarCoverage, box: Box) -> None:
    """Rays, arcs of range and the altitudes asked for, over distance."""
    cut, (far, top) = values.cut, _cut_ends_km(values)
    plot = Plot(canvas, box, (0.0, far), (0.0, top))
    lowest = cut.lowest
    x, y = _km(lowest)
    with plot.clipped():
        seen = plot.points(np.append(x, 0.0), np.append(y, y[-1]))
        canvas.path(polyline(seen, closed=True), plain_fill(BANDS[3]), opacity=0.35)
    plot.x_axis(t("figure_cut_distance"))
    plot.y_axis(t("figure_altitude_axis"), ticks=5)
    with plot.clipped():
        for level in values.altitudes:
            height = level.altitude_m / 1e3
            plot.line([0.0, far], [height, height], GREY, 0.7, (1.0, 1.8))
        for ray in cut.rays:
            line = Line(BLACK, 1.0, (4.0, 2.0)) if ray.elevation_deg == 0.0 else Line(GREY, 0.5)
            _curve(plot, ray, line)
        plot.line(x, y, BLACK, 1.6)
        for one, arc in zip(sections(values), cut.arcs, strict=True):
            _curve(plot, arc, one.line)
        for ray in (*cut.rays, lowest):
            # Near the top, where it still runs inside the frame.
            at = float(np.interp(0.9 * top, *_km(ray)[::-1]))
            if at < 0.98 * far:
                text = formats.measured(ray.elevation_deg, "deg")
                _on_paper(canvas, plot.x(at), plot.y(0.9 * top), text)


def _curve(plot: Plot, points: CutLine, line: Line) -> None:
    x, y = _km(points)
    plot.line(x, y, *line[:3])


def _km(line: CutLine) -> tuple[Floats, Floats]:
    """Distance over the ground and altitude, km."""
    return np.array(line.ground_m) / 1e3, np.array(line.altitude_m) / 1e3
