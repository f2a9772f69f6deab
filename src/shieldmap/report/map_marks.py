"""What a report's map shows beside the ground: its frame, the battery, launch points and names.

The frame holds the defended ground and places and the battery.  Launch points that lie near are
inside; others are an arrow at the edge with the name and the distance from the battery, so that the
ground never becomes a speck.
"""

import math
import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Protocol

import numpy as np

from shieldmap import formats, geodata
from shieldmap.model import Floats
from shieldmap.report import degree_map, phrases
from shieldmap.report.base_map import Bounds, away
from shieldmap.report.degree_map import DegreeMap, Frame
from shieldmap.report.drawing import (
    BLACK,
    GREEN,
    GREY,
    VERMILION,
    Line,
    plain_fill,
    polyline,
)
from shieldmap.report.labels import Labels
from shieldmap.results import (
    FootprintSummary,
    StudyAssumption,
    SummaryDefence,
    SummaryLauncherSite,
    SummaryLaunchPoint,
    SummaryRadar,
    SummarySpot,
)
from shieldmap.words import t

_MARGIN_DEG: Final = 0.35
_MARGIN_SHARES: Final = (0.03, 0.25)
"""Around what is shown, and of the ground's greater span at least and at most."""
_RING_ROOM: Final = 1.6
_POINT_ROOM: Final = 2.0
"""How many times as large as the ground a map may be for the ring of reach, and for launch points."""
_DEGREE_KM: Final = math.radians(geodata.MEAN_RADIUS_M / 1e3)
_ARROW: Final = np.array([(3.2, 0.0), (-3.2, 2.7), (-3.2, -2.7)])
_ARROWS_APART_PT: Final = 9.5
_ROUNDED_M: Final = 1e4  # distances of launch points, which stand for a region

SECTOR: Final = Line(GREEN, 1.0, (6.0, 1.5, 1.0, 1.5))
RING: Final = Line(GREY, 1.0, (1.0, 1.8))


class PlacedMark(Protocol):
    """A thing of a run that stands somewhere."""

    @property
    def latitude_deg(self) -> float:
        """North of the equator."""

    @property
    def longitude_deg(self) -> float:
        """East of Greenwich."""


class MapGround(NamedTuple):
    """Where the cells of a run lie, in the turn of the Earth that begins at a meridian."""

    cut_deg: float
    edges_deg: Floats  # (4, cell): west, south, east, north


# --- the frame -------------------------------------------------------------------


def sites(summary: FootprintSummary) -> list[PlacedMark]:
    """The battery, its radar and the launcher sites away from them."""
    defence = summary.defence
    return [defence, defence.radar, *defence.launcher_sites]


def near_frame(ground: MapGround, summary: FootprintSummary) -> Frame:
    """The frame around the ground, the defended places and the battery."""
    return degree_map.framed(*_near(ground, summary))


def whole_frame(ground: MapGround, summary: FootprintSummary) -> Frame:
    """The frame that also holds the launch points that any map shows."""
    near = _near(ground, summary)
    return degree_map.framed(*_around(ground, near, _near_points(ground, summary)))


def frame_of(ground: MapGround, summary: FootprintSummary, used: set[str]) -> Frame:
    """One scale and one width for every missile, and as high as its own launch points need."""
    points = _near_points(ground, summary)
    own = _around(ground, _near(ground, summary), [p for p in points if p.id in used])
    whole = whole_frame(ground, summary)
    ratio = whole.ratio * (own[3] - whole.south) / (whole.north - whole.south)
    if ratio < degree_map.FLATTEST or own[3] > whole.north:
        return whole
    return whole._replace(north=own[3], ratio=ratio)


def _near(ground: MapGround, summary: FootprintSummary) -> Bounds:
    """West, south, east, north around the ground, the defended places, the battery and its reach.

    The reach only where the ground is smaller than it, and is no speck in it.
    """
    west, south = ground.edges_deg[:2].min(axis=1).tolist()
    east, north = ground.edges_deg[2:].max(axis=1).tolist()
    held = (west, south, east, north)
    for place in (*sites(summary), *summary.assets):
        held = _with(held, ground.cut_deg, place.longitude_deg, place.latitude_deg)
    margin = _margin_deg(held)
    held = (held[0] - margin, held[1] - margin, held[2] + margin, held[3] + margin)
    ringed, reach_m = held, _reach_m(summary.assumptions) or 0.0
    for site in armed(summary.defence):
        ringed = _with(ringed, ground.cut_deg, *_circle(site, reach_m))
    is_small = min(_spans_km(held)) < 2e-3 * reach_m
    return ringed if is_small and _fits(held, ringed, _RING_ROOM) else held


def _near_points(ground: MapGround, summary: FootprintSummary) -> list[SummaryLaunchPoint]:
    """The launch points that fit into a frame in which the ground is no speck, from the nearest on."""
    near = held = _near(ground, summary)
    kept: list[SummaryLaunchPoint] = []
    for point in sorted(summary.launch_points, key=lambda p: _distance_m(summary.defence, p)):
        grown = _around(ground, held, [point])
        if _fits(near, grown, _POINT_ROOM):
            kept.append(point)
            held = grown
    return kept


def _around(ground: MapGround, held: Bounds, places: Sequence[PlacedMark]) -> Bounds:
    """Bounds grown until they hold places with a margin."""
    margin = _margin_deg(held)
    for place in places:
        held = _with(held, ground.cut_deg, place.longitude_deg, place.latitude_deg, margin)
    return held


def _margin_deg(held: Bounds) -> float:
    least, most = (share * max(_spans_km(held)) / _DEGREE_KM for share in _MARGIN_SHARES)
    return max(least, min(most, _MARGIN_DEG))


def _with(
    held: Bounds,
    cut: float,
    longitude_deg: float | Floats,
    latitude_deg: float | Floats,
    margin: float = 0.0,
) -> Bounds:
    """Bounds that hold points as well."""
    longitude = degree_map.in_turn(cut, longitude_deg)
    return (
        min(held[0], float(np.min(longitude)) - margin),
        min(held[1], float(np.min(latitude_deg)) - margin),
        max(held[2], float(np.max(longitude)) + margin),
        max(held[3], float(np.max(latitude_deg)) + margin),
    )


def _spans_km(held: Bounds) -> tuple[float, float]:
    """The width, in the middle, and the height of bounds."""
    west, south, east, north = held
    middle = math.cos(math.radians(0.5 * (south + north)))
    return (east - west) * middle * _DEGREE_KM, (north - south) * _DEGREE_KM


def _fits(near: Bounds, grown: Bounds, room: float) -> bool:
    return max(_spans_km(grown)) <= room * max(_spans_km(near))


# --- the marks -------------------------------------------------------------------


def draw(
    plot: DegreeMap, ground: MapGround, summary: FootprintSummary, used: set[str], spacing_km: float
) -> None:
    """Battery, launcher sites, radar, reach rings, launch points, cities and the scale bar."""
    defence = summary.defence
    points = [point for point in summary.launch_points if point.id in used]
    inside = [point for point in points if _is_inside(plot, point)]
    _sector(plot, defence.radar)
    for site in armed(defence):
        _ring(plot, site, summary.assumptions)
    labels = Labels(plot.inner)
    arrows = _arrows(plot, defence, [point for point in points if point not in inside])
    towns = [one for one in summary.assets if one.kind == "city" and _is_inside(plot, one)]
    for arrow in arrows:
        labels.block(arrow.x, arrow.y, 4.0)
    _scale(plot, labels, ground, [*sites(summary), *inside, *towns], arrows)
    _stands(plot, labels, defence)
    for point in inside:
        plot.canvas.shown.add("launch-point")
        plot.mark("triangle", point.longitude_deg, point.latitude_deg, 5.5, VERMILION, width=0.5)
        labels.block(plot.x(point.longitude_deg), plot.y(point.latitude_deg), 3.0)
    for arrow in arrows:
        _draw_arrow(plot, labels, arrow)
    for point in inside:
        name = phrases.place_short(phrases.name(point))
        x, y = plot.x(point.longitude_deg), plot.y(point.latitude_deg)
        labels.put(plot.canvas, name, x, y, "halo italic", must=True)
    for name, x, y in _cities(towns, spacing_km):
        # A city whose name finds no room is left out: a nameless dot says nothing.
        if labels.put(plot.canvas, name, plot.x(x), plot.y(y)):
            plot.mark("circle", x, y, 2.8, BLACK, "#ffffff", 0.4)
            labels.block(plot.x(x), plot.y(y), 1.6)


def _scale(
    plot: DegreeMap,
    labels: Labels,
    ground: MapGround,
    places: Sequence[PlacedMark],
    arrows: Sequence["_Arrow"],
) -> None:
    """The scale bar, away from the cells and from marks."""
    west, south, east, north = ground.edges_deg
    x = [plot.x(place.longitude_deg) for place in places] + [arrow.x for arrow in arrows]
    y = [plot.y(place.latitude_deg) for place in places] + [arrow.y for arrow in arrows]
    cells = plot.points(0.5 * (west + east), 0.5 * (south + north))
    plot.draw_scale(labels, np.vstack([cells, np.column_stack([x, y])]))


def _stands(plot: DegreeMap, labels: Labels, defence: SummaryDefence) -> None:
    """The radar where it stands alone, the launcher sites with their names, and the battery."""
    radar, away_from_it = defence.radar, defence.launcher_sites
    if has_own_place(radar, defence):
        plot.mark("diamond", radar.longitude_deg, radar.latitude_deg, 6.5, GREEN, width=0.6)
        labels.block(plot.x(radar.longitude_deg), plot.y(radar.latitude_deg), 3.5)
    for site in away_from_it:
        plot.mark("square", site.longitude_deg, site.latitude_deg, 5.5, width=0.7)
        labels.block(plot.x(site.longitude_deg), plot.y(site.latitude_deg), 3.0)
    here = defence.longitude_deg, defence.latitude_deg
    plot.mark("star", *here, 10.0, width=0.7)
    labels.block(plot.x(here[0]), plot.y(here[1]), 5.0)
    for site in away_from_it:
        x, y = plot.x(site.longitude_deg), plot.y(site.latitude_deg)
        name = phrases.place_short(phrases.name(site))
        labels.put(plot.canvas, name, x, y, "halo bold", must=True)


def armed(defence: SummaryDefence) -> list[SummaryDefence | SummaryLauncherSite]:
    """Where launchers stand: the battery, unless all its launchers stand elsewhere, and the sites."""
    found = [site for site in defence.launcher_sites if site.launchers.value > 0]
    elsewhere = sum(site.launchers.value for site in found)
    return [*([defence] if defence.launchers.value > elsewhere else []), *found]


_SAME_PLACE_DEG: Final = 0.02


def has_own_place(radar: SummaryRadar, defence: SummaryDefence) -> bool:
    """Whether the radar stands so far from the battery that a map shows it."""
    latitude = abs(radar.latitude_deg - defence.latitude_deg)
    longitude = abs(radar.longitude_deg - defence.longitude_deg)
    return radar.present and max(latitude, longitude) > _SAME_PLACE_DEG


def _cities(assets: Iterable[SummarySpot], spacing_km: float) -> list[tuple[str, float, float]]:
    """Cities of the asset list in its order, those left out that would crowd another."""
    chosen: list[tuple[str, float, float]] = []
    for asset in assets:
        x, y = asset.longitude_deg, asset.latitude_deg
        apart = (
            math.hypot((x - a) * math.cos(math.radians(y)), y - b) * 111.2 for _, a, b in chosen
        )
        if min(apart, default=math.inf) > spacing_km:
            chosen.append((re.split(" and |·", phrases.name(asset))[0], x, y))
    return chosen


def _sector(plot: DegreeMap, radar: SummaryRadar) -> None:
    """The radar's sector in azimuth: two rays that end outside the map."""
    if not radar.present or radar.sector_deg >= 360.0:
        return
    (west, east), (south, north) = plot.x_limits, plot.y_limits
    longest_m = 1e3 * math.hypot(*_spans_km((west, south, east, north)))
    for side in (-0.5, 0.5):
        azimuth = radar.boresight_deg + side * radar.sector_deg
        ends = [
            away(radar.latitude_deg, radar.longitude_deg, azimuth, far)
            for far in np.linspace(0.0, longest_m, 25).tolist()
        ]
        longitude, latitude = np.array(ends).T
        plot.line(longitude, latitude, SECTOR.colour, SECTOR.width, SECTOR.dash)
    plot.canvas.shown.add("sector")


def _ring(plot: DegreeMap, site: PlacedMark, assumptions: Iterable[StudyAssumption]) -> None:
    """The reach as a ring on the ground, which it is not: drawn because every debate draws it."""
    reach_m = _reach_m(assumptions)
    if reach_m is None:
        return
    x, y = _circle(site, reach_m)
    if plot.holds(x, y).any():
        plot.line(x, y, RING.colour, RING.width, RING.dash)
        plot.canvas.shown.add("reach")


def _reach_m(assumptions: Iterable[StudyAssumption]) -> float | None:
    return next((row.value for row in assumptions if row.name == "reach"), None)


def _circle(site: PlacedMark, reach_m: float) -> tuple[Floats, Floats]:
    """Longitudes and latitudes of a ring about a place."""
    return away(site.latitude_deg, site.longitude_deg, np.linspace(0.0, 360.0, 121), reach_m)


# --- launch points outside -------------------------------------------------------


def _is_inside(plot: DegreeMap, place: PlacedMark) -> bool:
    return bool(plot.holds(place.longitude_deg, place.latitude_deg))


class _Arrow(NamedTuple):
    """Where an arrow to a launch point outside stands, in points, where it points and its name."""

    x: float
    y: float
    turn_rad: float
    text: str


def _arrows(
    plot: DegreeMap, start: PlacedMark, points: Sequence[SummaryLaunchPoint]
) -> list[_Arrow]:
    """An arrow at the edge towards each launch point outside, with its name and its distance."""
    arrows: list[_Arrow] = []
    for point in points:
        x, y, turn = _leaving(plot, start, point)
        x, y = _apart(plot, x, y, [arrow[:2] for arrow in arrows])
        far = formats.km(_ROUNDED_M * round(_distance_m(start, point) / _ROUNDED_M))
        name = phrases.place_short(phrases.name(point))
        arrows.append(_Arrow(x, y, turn, t("figure_away", name=name, distance=far)))
    return arrows


def _draw_arrow(plot: DegreeMap, labels: Labels, arrow: _Arrow) -> None:
    c, s = math.cos(arrow.turn_rad), math.sin(arrow.turn_rad)
    corners = _ARROW @ np.array([(c, s), (-s, c)]) + arrow[:2]
    plot.canvas.path(polyline(corners, closed=True), plain_fill(VERMILION), BLACK, 0.5)
    plot.canvas.shown.add("launch-away")
    labels.put(plot.canvas, arrow.text, arrow.x, arrow.y, "halo italic", must=True)


def _leaving(plot: DegreeMap, start: PlacedMark, end: PlacedMark) -> tuple[float, float, float]:
    """Where the way from one place to another leaves the map, in points, and its direction there."""
    lat = np.radians([start.latitude_deg, end.latitude_deg])
    lon = np.radians([start.longitude_deg, end.longitude_deg])
    ends = np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    share = np.linspace(0.0, 1.0, 400)[1:, None]
    # Along the chord, and up from it to the ground: the great circle.
    way = (1.0 - share) * ends[0] + share * ends[1]
    latitude = np.degrees(np.arctan2(way[:, 2], np.hypot(way[:, 0], way[:, 1])))
    longitude = np.degrees(np.arctan2(way[:, 1], way[:, 0]))
    middle = 0.5 * sum(plot.x_limits)
    longitude = middle + (longitude - middle + 180.0) % 360.0 - 180.0
    out = ~plot.holds(longitude, latitude)
    first = max(int(np.argmax(out)), 1)
    x, y = plot.points(longitude, latitude)[first - 1 : first + 1].T
    box, half = plot.box, 4.5
    at_x = min(max(x[1], box.left + half), box.left + box.width - half)
    at_y = min(max(y[1], box.top + half), box.top + box.height - half)
    return float(at_x), float(at_y), math.atan2(y[1] - y[0], x[1] - x[0])


def _apart(
    plot: DegreeMap, x: float, y: float, taken: Sequence[tuple[float, float]]
) -> tuple[float, float]:
    """The place along the edge nearest to a point of it at which arrows do not cover each other."""
    box = plot.box
    is_side = min(x - box.left, box.left + box.width - x) < 5.0
    for step in range(40):
        shift = (step + 1) // 2 * (3.0, -3.0)[step % 2]
        spot = (x, y + shift) if is_side else (x + shift, y)
        inside = box.left < spot[0] < box.left + box.width
        inside &= box.top < spot[1] < box.top + box.height
        if inside and all(math.dist(spot, other) >= _ARROWS_APART_PT for other in taken):
            return spot
    return x, y


def _distance_m(one: PlacedMark, other: PlacedMark) -> float:
    """Over a sphere, as rings are drawn."""
    a, b = math.radians(one.latitude_deg), math.radians(other.latitude_deg)
    turn = math.radians(other.longitude_deg - one.longitude_deg)
    square = math.sin(0.5 * (b - a)) ** 2 + math.cos(a) * math.cos(b) * math.sin(0.5 * turn) ** 2
    return 2.0 * geodata.MEAN_RADIUS_M * math.asin(math.sqrt(min(square, 1.0)))
