"""What lies under every map: land, coasts, borders, degrees at the edge and a scale.

A map is a :class:`Plot` of a part of the Earth in one of two projections: ``degree_map`` draws
longitude and latitude as they are.  :class:`AzimuthalMap` is azimuthal equidistant about a place, in
km: distances and directions from there are true, and neither the date line nor a pole is in the way.

Land and lines are written once for all maps of a page that share their projection and scale.

Limits: the Earth is taken for a sphere of mean radius.  Away from the middle of an azimuthal map
distances are stretched, by 1 % at 1,600 km and 18 % at 6,400 km across the direction to the middle.
"""

import math
from collections.abc import Callable
from functools import cache
from typing import Any, Final, NamedTuple, Protocol

import numpy as np
from numpy.typing import ArrayLike

from shieldmap import geodata
from shieldmap.model import Floats
from shieldmap.report.drawing import (
    BLACK,
    SMALL,
    Box,
    Canvas,
    Plot,
    number,
    plain_fill,
    polyline,
    rectangle,
)
from shieldmap.report.labels import Labels

SEA: Final = "#f4f8fb"
_LAND: Final = "#eceae4"
EDGE: Final = "#444444"
_GRATICULE: Final = "#c9d3db"
RADIUS_KM: Final = geodata.MEAN_RADIUS_M / 1e3

BAR_SHARE: Final = 0.25
"""Of a map's width that a scale bar takes at most."""
_RIM_PT: Final = 2.0

Bounds = tuple[float, float, float, float]


class Placed(Protocol):
    """Anything that stands somewhere on the Earth."""

    @property
    def latitude_deg(self) -> float:
        """North is positive."""

    @property
    def longitude_deg(self) -> float:
        """East is positive."""


class LayerLine(NamedTuple):
    """How a layer of lines is drawn."""

    layer: str
    colour: str
    width: float
    dash: str = ""


class Layers(NamedTuple):
    """Rings of land and lines, each (k, 2), in the numbers of a map's axes."""

    land: list[Floats]
    coast: list[Floats]
    borders: list[Floats]
    provinces: list[Floats]


class Map(Plot):
    """A part of the Earth on a canvas: a sea until more is drawn."""

    lines: tuple[LayerLine, ...] = ()

    def __init__(self, canvas: Canvas, box: Box, x: tuple[float, float], y: tuple[float, float]):
        super().__init__(canvas, box, x, y)
        canvas.path(rectangle(*box), plain_fill(SEA))

    def layers(self) -> Layers:
        """What lies in the window."""
        raise NotImplementedError

    def name(self) -> str:
        """Stands in ids for the projection, without a dot."""
        raise NotImplementedError

    def draw_land(self) -> None:
        """The land in a pale colour."""
        self._use("land", lambda at: f'<path d="{at(self.layers().land)}" fill="{_LAND}"/>')

    def draw_lines(self) -> None:
        """Coasts, borders and provinces, to be drawn over what covers the land."""

        def body(at: "Outliner") -> str:
            layers = self.layers()._asdict()
            return "".join(
                f'<path d="{at(layers[line.layer])}" stroke="{line.colour}" '
                f'stroke-width="{line.width}"{line.dash} fill="none"/>'
                for line in self.lines
            )

        self._use("lines", body)

    def _use(self, what: str, body: Callable[["Outliner"], str]) -> None:
        """Point to a drawing that all maps of one scale share; its origin is the lower left corner."""
        west, south = self.x_limits[0], self.y_limits[0]
        across = self.box.width / (self.x_limits[1] - west)
        up = self.box.height / (self.y_limits[1] - south)

        def outline(lines: list[Floats]) -> str:
            # A tenth of a point is what a coast needs.
            return "".join(polyline((line - (west, south)) * (across, -up), 1) for line in lines)

        name = f"{what}{self.name()}{west:.3f}{south:+.3f}x{across:.2f}".replace(".", "_")
        key = self.canvas.define(name, lambda: f"<g id=%>{body(outline)}</g>", shared=True)
        x, y = self.box.left, self.box.top + self.box.height
        self.canvas.parts.append(f'<use href="#{key}" x="{number(x)}" y="{number(y)}"/>')

    @property
    def inner(self) -> Box:
        """The map without a rim, for names that are not to touch the edge."""
        left, top, width, height = self.box
        return Box(left + _RIM_PT, top + _RIM_PT, width - 2.0 * _RIM_PT, height - 2.0 * _RIM_PT)

    def scale_bar(
        self,
        labels: Labels,
        km: float,
        points: float,
        *,
        is_left: bool = False,
        is_top: bool = False,
    ) -> None:
        """A bar of a length in a corner, with its room kept free of names."""
        box = self.box
        text = f"{km:,.0f} km"
        wide = max(points, 0.6 * SMALL * len(text))
        left = box.left + (0.04 * box.width if is_left else 0.96 * box.width - wide)
        y = box.top + (0.045 * box.height + 11.0 if is_top else 0.955 * box.height)
        start = left + 0.5 * (wide - points)
        self.canvas.path(f"M{start:.2f} {y:.2f}H{start + points:.2f}", None, BLACK, 2.0)
        self.canvas.text(left + 0.5 * wide, y - 7.0, text, SMALL, "middle", "halo")
        labels.taken.append(Box(left, y - 11.0, wide, 13.0))


def round_length(most: float) -> float:
    """The greatest of 1, 2 and 5 times a power of ten up to a length."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(factor * power for factor in (1.0, 2.0, 5.0) if factor * power <= most)


Outliner = Callable[[list[Floats]], str]


def degrees(value: float, signs: str) -> str:
    """A latitude (``"NS"``) or a longitude (``"EW"``) in words, as short as it can be."""
    if signs == "EW":
        value -= 360.0 * math.ceil((value - 180.0) / 360.0)
    if value in (0.0, 180.0):
        return f"{value:g}°"
    return f"{value:g}°{signs[0]}" if value >= 0.0 else f"{-value:g}°{signs[1]}"


def away(
    latitude_deg: float, longitude_deg: float, azimuth_deg: ArrayLike, distance_m: float
) -> tuple[Floats, Floats]:
    """Longitudes and latitudes of points at a distance, on a sphere: enough to draw a ring."""
    angle = distance_m / geodata.MEAN_RADIUS_M
    start, azimuth = math.radians(latitude_deg), np.radians(azimuth_deg)
    sine = math.sin(start) * math.cos(angle) + math.cos(start) * math.sin(angle) * np.cos(azimuth)
    latitude = np.arcsin(sine)
    turn = np.arctan2(
        np.sin(azimuth) * math.sin(angle) * math.cos(start),
        math.cos(angle) - math.sin(start) * sine,
    )
    return longitude_deg + np.degrees(turn), np.degrees(latitude)


def area_outline(plot: Plot, area: Any, digits: int = 2) -> str:
    """A shapely area in the numbers of the axes as an outline; holes run the other way round."""
    import shapely

    # Without tolerance only the points in the middle of straight edges go.
    parts = shapely.get_parts(shapely.simplify(area, 0.0))
    areas = [part for part in parts if shapely.get_dimensions(part) == 2]
    rings = [ring for part in areas for ring in (part.exterior, *part.interiors)]
    places = (shapely.get_coordinates(ring)[:-1] for ring in rings)
    points = (plot.points(place[:, 0], place[:, 1]) for place in places)
    return "".join(polyline(point, digits, closed=True) for point in points)


def simplified(lines: list[Floats], detail: float) -> list[Floats]:
    import shapely

    simple = shapely.simplify([shapely.LineString(line) for line in lines], detail)
    return [np.asarray(shapely.get_coordinates(line)) for line in simple]


# --- azimuthal equidistant -------------------------------------------------------

TURNED_KM: Final = 3000.0
"""Tracks longer than this are drawn from left to right, shorter ones with north up."""

_STEPS_DEG: Final = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0)
_LINES: Final = 4.0  # lines of the graticule in the height of a map, about
_POINTS: Final = 1441  # of a line of the graticule, a quarter of a degree apart or less
_MARGIN: Final = 0.02  # of the width, in which lines and land go on outside the frame
DETAIL_PT: Final = 0.5
_ISLET_PT: Final = 1.2
_CHORD_DEG: Final = 3.0  # longer edges of the pack would leave the parallel that they follow
_POLAR_RAD: Final = math.radians(70.0)
_FARTHEST_RAD: Final = math.radians(170.0)  # beyond, the projection tears
EDGE_PT: Final = 30.0
"""Points beside a map that the names of its graticule take."""


class Projection(NamedTuple):
    """Azimuthal equidistant: centre in radians, and by how much the map is turned clockwise."""

    latitude_rad: float
    longitude_rad: float
    turn_rad: float = 0.0

    @property
    def is_plain(self) -> bool:
        """Whether parallels meet the left edge and meridians the lower one, as on most maps."""
        return self.turn_rad == 0.0 and abs(self.latitude_rad) < _POLAR_RAD

    def to_map(
        self, latitude_deg: ArrayLike, longitude_deg: ArrayLike
    ) -> tuple[Floats, Floats, Floats]:
        """Right and up in km, and the angle from the middle in radians."""
        lat, lon = np.radians(latitude_deg), np.radians(longitude_deg) - self.longitude_rad
        s, c = math.sin(self.latitude_rad), math.cos(self.latitude_rad)
        east = np.cos(lat) * np.sin(lon)
        north = c * np.sin(lat) - s * np.cos(lat) * np.cos(lon)
        up = s * np.sin(lat) + c * np.cos(lat) * np.cos(lon)
        angle = np.arctan2(np.hypot(east, north), up)
        azimuth = np.arctan2(east, north) + self.turn_rad
        distance = RADIUS_KM * angle
        return distance * np.sin(azimuth), distance * np.cos(azimuth), angle

    def to_ground(self, right_km: Floats, up_km: Floats) -> tuple[Floats, Floats]:
        """Latitude and longitude in degrees of places on the map."""
        angle = np.hypot(right_km, up_km) / RADIUS_KM
        azimuth = np.arctan2(right_km, up_km) - self.turn_rad
        s, c = math.sin(self.latitude_rad), math.cos(self.latitude_rad)
        lat = np.arcsin(np.clip(s * np.cos(angle) + c * np.sin(angle) * np.cos(azimuth), -1.0, 1.0))
        lon = self.longitude_rad + np.arctan2(
            np.sin(azimuth) * np.sin(angle) * c, np.cos(angle) - s * np.sin(lat)
        )
        return np.degrees(lat), (np.degrees(lon) + 180.0) % 360.0 - 180.0

    def ring(self, ring: ArrayLike) -> Floats:
        """Places [longitude, latitude] in degrees as right and up in km, (n, 2)."""
        places = np.asarray(ring, dtype=np.float64).reshape(-1, 2)
        x, y, _ = self.to_map(places[:, 1], places[:, 0])
        return np.column_stack([x, y])


class MapView(NamedTuple):
    """What a map shows: its projection and its edges in km about the middle."""

    projection: Projection
    west_km: float
    east_km: float
    south_km: float
    north_km: float

    @property
    def aspect(self) -> float:
        """The height for a width of one."""
        return (self.north_km - self.south_km) / (self.east_km - self.west_km)

    def filled(self, aspect: float) -> "MapView":
        """The view made wider or taller about its middle until it has an aspect."""
        width, height = self.east_km - self.west_km, self.north_km - self.south_km
        across, up = 0.5 * max(width, height / aspect), 0.5 * max(height, width * aspect)
        x, y = 0.5 * (self.east_km + self.west_km), 0.5 * (self.north_km + self.south_km)
        return MapView(self.projection, x - across, x + across, y - up, y + up)

    def grown(self, room_km: float) -> "MapView":
        """The view with room on every side."""
        edges = (self.west_km, -self.east_km, self.south_km, -self.north_km)
        west, east, south, north = (edge - room_km for edge in edges)
        return MapView(self.projection, west, -east, south, -north)

    def holds(self, x_km: Any, y_km: Any) -> Any:
        """Whether a point, or each of many, lies inside."""
        inside = (x_km > self.west_km) & (x_km < self.east_km)
        return inside & (y_km > self.south_km) & (y_km < self.north_km)


def view_around(projection: Projection, x_km: Floats, y_km: Floats, room_km: float) -> MapView:
    """The view that holds points of a map with room on every side."""
    west, east, south, north = x_km.min(), x_km.max(), y_km.min(), y_km.max()
    return MapView(projection, float(west), float(east), float(south), float(north)).grown(room_km)


def centred(latitude_deg: Floats, longitude_deg: Floats) -> Projection:
    """The projection about the middle of a track, turned where it is long."""
    lat, lon = np.radians(latitude_deg), np.radians(longitude_deg)
    place = np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    middle = place[0] + place[-1]
    if np.linalg.norm(middle) < 0.2:  # nearly antipodal ends have no middle of their own
        middle = place[place.shape[0] // 2]
    middle = middle / np.linalg.norm(middle)
    upright = Projection(math.asin(middle[2]), math.atan2(middle[1], middle[0]))
    x, y, _ = upright.to_map(latitude_deg[[0, -1]], longitude_deg[[0, -1]])
    if math.hypot(x[1] - x[0], y[1] - y[0]) <= TURNED_KM:
        return upright
    direction = math.atan2(x[1] - x[0], y[1] - y[0])
    return upright._replace(turn_rad=0.5 * math.pi - direction)


class AzimuthalMap(Map):
    """A view in a projection about a place; x and y are km to the right and up from there."""

    lines = (
        LayerLine("coast", "#6b6b6b", 0.45),
        LayerLine("borders", "#4a4a4a", 0.6, ' stroke-dasharray="4 2"'),
    )

    def __init__(
        self, canvas: Canvas, view: MapView, left: float, top: float, width: float
    ) -> None:
        """A map of a width in points whose upper left corner lies at ``left`` and ``top``."""
        self.view = view
        box = Box(left, top, width, width * view.aspect)
        super().__init__(canvas, box, view[1:3], view[3:5])

    @property
    def bottom(self) -> float:
        """Points from the canvas's top edge to the lower edge."""
        return self.box.top + self.box.height

    def name(self) -> str:
        """The middle and the turn of the projection."""
        lat, lon, turn = self.view.projection
        return f"{lat:.4f}{lon:+.4f}{turn:+.4f}at"

    def layers(self) -> Layers:
        """Land of every country, coasts and borders, in km, as far as the view shows them."""
        return _azimuthal_layers(
            self.view, (self.view.east_km - self.view.west_km) / self.box.width
        )

    def at(self, place: Placed) -> tuple[float, float]:
        """Where a place with ``latitude_deg`` and ``longitude_deg`` lies, km."""
        x, y, _ = self.view.projection.to_map(place.latitude_deg, place.longitude_deg)
        return float(x), float(y)

    def draw_scale(self, labels: Labels, x_km: Floats, y_km: Floats) -> None:
        """A bar of about a fifth of the width in the lower corner farther from points on the map."""
        width = self.view.east_km - self.view.west_km
        length = round_length(BAR_SHARE * width)
        corners = (self.view.west_km, self.view.east_km)
        left, right = (np.hypot(x_km - at, y_km - self.view.south_km).min() for at in corners)
        points = length * self.box.width / width
        self.scale_bar(labels, length, points, is_left=bool(left >= right))

    def draw_edge(self) -> None:
        """The edge without names."""
        self.canvas.path(rectangle(*self.box), None, EDGE, 0.6)

    def draw_graticule(self) -> None:
        """Parallels and meridians at round degrees."""
        for line in _graticule(self.view):
            for run in line.runs:
                self.line(run[:, 0], run[:, 1], _GRATICULE, 0.5)

    def draw_frame(self) -> None:
        """The edge, and outside of it the names of the lines that meet it, where there is room."""
        self.draw_edge()
        used: dict[str, list[float]] = {"bottom": [], "left": [], "right": [], "top": []}
        for line in _graticule(self.view):
            met = _meetings(self.view, line.runs)
            for edge in _edges(line, is_plain=self.view.projection.is_plain):
                is_level = edge in ("bottom", "top")
                at = (self.x if is_level else self.y)(met.get(edge, math.nan))
                # Names beside each other need more room than names above each other.
                room = 4.4 * len(line.text) + 6.0 if is_level else 9.0
                if edge in met and all(abs(at - other) >= room for other in used[edge]):
                    used[edge].append(at)
                    self._name_line(edge, at, line.text)
                    break

    def _name_line(self, edge: str, at: float, text: str) -> None:
        box = self.box
        if edge in ("bottom", "top"):
            y = self.bottom + 7.5 if edge == "bottom" else box.top - 6.0
            self.canvas.tick(at, y, text, SMALL)
        elif edge == "left":
            self.canvas.text(box.left - 4.0, at, text, SMALL, "end")
        else:
            self.canvas.text(box.left + box.width + 4.0, at, text, SMALL)


class _GraticuleLine(NamedTuple):
    """A parallel or a meridian on a map: its name and its parts near the view, (k, 2) in km."""

    text: str
    is_parallel: bool
    runs: list[Floats]


def _edges(line: _GraticuleLine, *, is_plain: bool) -> tuple[str, ...]:
    """The edges at which a line may be named, the best first."""
    sides, feet = ("left", "right"), ("bottom", "top")
    first, second = (sides, feet) if line.is_parallel else (feet, sides)
    return first[:1] if is_plain else first + second


@cache
def _graticule(view: MapView) -> tuple[_GraticuleLine, ...]:
    """Parallels and meridians as far as they come near the view."""
    height_deg = math.degrees((view.north_km - view.south_km) / RADIUS_KM)
    step = min(_STEPS_DEG, key=lambda s: abs(math.log(s * _LINES / height_deg)))
    latitude, _ = _corners_deg(view)
    # Meridians lie closer together away from the equator.
    middle = math.cos(math.radians(min(float(np.abs(np.median(latitude))), 89.9)))
    wide = min(_STEPS_DEG, key=lambda s: abs(math.log(s * middle / step)))
    last = 90.0 if np.abs(latitude).max() > 80.0 else 90.0 - step
    around, along = np.linspace(-180.0, 180.0, _POINTS), np.linspace(-last, last, _POINTS)
    found = [
        _GraticuleLine(degrees(at, "NS"), True, _near(view, np.full(_POINTS, at), around))
        for at in np.arange(-90.0 + step, 90.0, step).tolist()
    ]
    found += [
        _GraticuleLine(degrees(at, "EW"), False, _near(view, along, np.full(_POINTS, at)))
        for at in np.arange(-180.0, 180.0, wide).tolist()
    ]
    return tuple(line for line in found if line.runs)


def _near(view: MapView, latitude_deg: Floats, longitude_deg: Floats) -> list[Floats]:
    """The parts of a line near the view, each (k, 2) in km; none where it stays away."""
    x, y, angle = view.projection.to_map(latitude_deg, longitude_deg)
    near = view.grown(_MARGIN * (view.east_km - view.west_km)).holds(x, y)
    # And one more at each end, so that the line crosses the frame.
    near[1:] |= near[:-1].copy()
    near[:-1] |= near[1:].copy()
    rows = np.flatnonzero(near & (angle < _FARTHEST_RAD))
    runs = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)
    return [np.column_stack([x[run], y[run]]) for run in runs if run.size > 1]


def _meetings(view: MapView, runs: list[Floats]) -> dict[str, float]:
    """Where a line first meets each edge of the frame that it meets: the coordinate along it."""
    found: dict[str, float] = {}
    for edge, column, at, low, high in (
        ("bottom", 1, view.south_km, view.west_km, view.east_km),
        ("top", 1, view.north_km, view.west_km, view.east_km),
        ("left", 0, view.west_km, view.south_km, view.north_km),
        ("right", 0, view.east_km, view.south_km, view.north_km),
    ):
        for run in runs:
            above, along = run[:, column] - at, run[:, 1 - column]
            i = np.flatnonzero(above[:-1] * above[1:] < 0.0)
            met = along[i] + above[i] / (above[i] - above[i + 1]) * (along[i + 1] - along[i])
            for place in met[(met >= low) & (met <= high)][:1].tolist():
                found.setdefault(edge, place)
    return found


def _corners_deg(view: MapView) -> tuple[Floats, Floats]:
    """Latitudes and longitudes of places all over the view."""
    x, y = np.meshgrid(
        np.linspace(view.west_km, view.east_km, 41), np.linspace(view.south_km, view.north_km, 41)
    )
    return view.projection.to_ground(x.ravel(), y.ravel())


def _bounds_deg(view: MapView) -> Bounds:
    """West, south, east, north in degrees around the view; the whole Earth where it is simpler."""
    lat, lon = _corners_deg(view)
    south, north, west, east = lat.min(), lat.max(), lon.min(), lon.max()
    if east - west > 90.0 or north > 80.0 or south < -80.0:
        return -180.0, -90.0, 180.0, 90.0
    return float(west), float(south), float(east), float(north)


@cache
def _azimuthal_layers(view: MapView, km_per_point: float) -> Layers:
    bounds, detail = _bounds_deg(view), DETAIL_PT * km_per_point
    islet = _ISLET_PT * km_per_point

    def lines(found: list[Floats], least_km: float) -> list[Floats]:
        runs = [run for line in found if len(line) > 1 for run in _near(view, *_dense(line))]
        return simplified([run for run in runs if np.ptp(run, axis=0).max() > least_km], detail)

    coast, borders = geodata.coastline(bounds), geodata.borders(bounds)
    land = simplified(_near_rings(view, islet), detail)
    return Layers(land, lines(coast, islet), lines(borders, 0.0), [])


def _dense(line: Floats) -> tuple[Floats, Floats]:
    """Latitudes and longitudes of a line of the pack, without edges that a projection would bend."""
    import shapely

    # Rings are cut at the date line: from one side of it to the other is no way at all.
    whole = np.column_stack([np.unwrap(line[:, 0], period=360.0), line[:, 1]])
    dense = shapely.get_coordinates(shapely.segmentize(shapely.LineString(whole), _CHORD_DEG))
    return dense[:, 1], dense[:, 0]


def _near_rings(view: MapView, least_km: float) -> list[Floats]:
    """Every ring of land that comes near the view, in km, the smallest left out."""
    wide = view.grown(_MARGIN * (view.east_km - view.west_km))
    east, north = np.abs([wide[1:3], wide[3:5]]).max(axis=1)
    reach = min(1.1 * math.hypot(east, north) / RADIUS_KM, _FARTHEST_RAD)
    found = []
    for ring in (ring for iso3 in geodata.countries() for ring in geodata.country(iso3)):
        x, y, angle = view.projection.to_map(*_dense(ring))
        if angle.min() < reach and max(np.ptp(x), np.ptp(y)) > least_km:
            # What lies beyond the view is pulled to a circle around it, which keeps the ring whole.
            pull = np.minimum(1.0, reach / np.maximum(angle, 1e-9))
            found.append(_clipped(np.column_stack([x * pull, y * pull]), wide))
    return [ring for ring in found if len(ring) > 2]


def _clipped(ring: Floats, view: MapView) -> Floats:
    """The part of a ring inside a view, by Sutherland and Hodgman: along its edges where it leaves."""
    for side, limit in enumerate(view[1:]):
        out = (limit - ring[:, side // 2]) * (1.0, -1.0)[side % 2]  # km beyond the edge
        after = np.roll(out, -1)
        at = np.flatnonzero((out > 0.0) != (after > 0.0))
        share = (out[at] / (out[at] - after[at]))[:, None]
        met = ring[at] + share * (np.roll(ring, -1, axis=0)[at] - ring[at])
        kept = np.insert(out <= 0.0, at + 1, True)
        ring = np.insert(ring, at + 1, met, axis=0)[kept]
    return ring
