"""The map of longitudes and latitudes as they are, with one scale for its middle: for a country.

A window over the date line goes on beyond 180 degrees, and places are drawn in the turn of the Earth
that the window shows.
"""

import math
from collections.abc import Sequence
from functools import cache
from itertools import product
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from shieldmap import geodata
from shieldmap.model import Floats
from shieldmap.report.base_map import (
    BAR_SHARE,
    DETAIL_PT,
    EDGE,
    RADIUS_KM,
    Bounds,
    LayerLine,
    Layers,
    Map,
    degrees,
    round_length,
    simplified,
)
from shieldmap.report.drawing import INCH, SMALL, Box, Canvas, rectangle
from shieldmap.report.labels import Labels

_DETAIL_DEG: Final = 0.012
_ISLET: Final = 10.0 / 3.0
"""The detail that no figure here can show, at most, and how many times as large islets are."""
_CORNER: Final = (0.3, 0.14)
"""Of the width and the height: where a scale bar may hide something."""
_SHORTEST_KM: Final = 1.0
FLATTEST: Final = 0.3
_TALLEST: Final = 2.6
"""The least and the greatest height of a map for a width of one: beyond, more of the Earth is shown."""


class Frame(NamedTuple):
    """What a map shows: its bounds in degrees and the height of its axes for a width of one."""

    west: float
    south: float
    east: float
    north: float
    ratio: float


def cut_deg(longitude_deg: ArrayLike) -> float:
    """A meridian away from all places, from which longitudes grow through a whole turn.

    It is the middle of the widest gap between the places; -180 where they stand all around.
    """
    ordered = np.unique(np.asarray(longitude_deg, dtype=np.float64) % 360.0)
    gaps = np.diff(ordered, append=ordered[0] + 360.0)
    widest = int(np.argmax(gaps))
    if gaps[widest] < 10.0:
        return -180.0
    middle = float(ordered[widest] + 0.5 * gaps[widest])
    # The places lie about the meridian opposite to it, which is to be from -180 to 180.
    return middle - 360.0 * math.floor(middle / 360.0 + 1.0)


def in_turn(cut: float, longitude_deg: ArrayLike) -> Floats:
    """Longitudes in the turn of the Earth that begins at a meridian."""
    longitude = np.asarray(longitude_deg, dtype=np.float64)
    return np.asarray(longitude + 360.0 * np.ceil((cut - longitude) / 360.0), dtype=np.float64)


def framed(west: float, south: float, east: float, north: float) -> Frame:
    """The frame around bounds: cut at the poles, wide enough and high enough to be looked at."""
    south, north = max(south, -90.0), min(north, 90.0)
    middle = math.cos(math.radians(0.5 * (south + north)))
    height, width = north - south, (east - west) * middle
    if height > _TALLEST * width:
        room = 0.5 * (min(height / (_TALLEST * middle), 360.0) - (east - west))
        west, east = west - room, east + room
    elif height < FLATTEST * width:
        room = 0.5 * (FLATTEST * width - height)
        south, north = max(south - room, -90.0), min(north + room, 90.0)
        middle = math.cos(math.radians(0.5 * (south + north)))
    if east - west > 360.0:
        west, east = 0.5 * (west + east) - 180.0, 0.5 * (west + east) + 180.0
    return Frame(west, south, east, north, (north - south) / ((east - west) * middle))


class DegreeMap(Map):
    """A window of longitudes and latitudes in a canvas of its own, with room for two titles."""

    lines = (
        LayerLine("provinces", "#ffffff", 0.5),
        LayerLine("coast", "#7d7d7d", 0.4),
        LayerLine("borders", "#333333", 0.9),
    )

    def __init__(
        self, view: Frame, width_in: float, bounds: Bounds, countries: tuple[str, ...]
    ) -> None:
        """A map of ``view``; land and lines of all ``bounds`` are shared with other maps."""
        self.bounds, self.countries = bounds, countries
        box = Box(30.0, 36.0, INCH * width_in, INCH * width_in * view.ratio)
        canvas = Canvas((box.left + box.width + 6.0) / INCH, (box.top + box.height + 18.0) / INCH)
        super().__init__(canvas, box, (view.west, view.east), (view.south, view.north))

    def layers(self) -> Layers:
        """Land of every country, coasts, borders and the provinces of some of them."""
        scale = (self.x_limits[1] - self.x_limits[0]) / self.box.width
        return _degree_layers(self.bounds, self.countries, min(_DETAIL_DEG, DETAIL_PT * scale))

    def name(self) -> str:
        """None: this is the usual projection."""
        return ""

    def x(self, value: float) -> float:
        """Points from the canvas's left edge, in the turn that the window begins."""
        return super().x(float(in_turn(self.x_limits[0], value)))

    def line(
        self,
        x: ArrayLike,
        y: ArrayLike,
        colour: str,
        width: float = 1.0,
        dash: Sequence[float] = (),
        opacity: float = 1.0,
    ) -> None:
        """A line through places, in every turn of the Earth in which the window meets it."""
        longitude = np.unwrap(np.asarray(x, dtype=np.float64), period=360.0)
        low, high = self.x_limits
        for turn in (-720.0, -360.0, 0.0, 360.0, 720.0):
            if longitude.max() + turn > low and longitude.min() + turn < high:
                super().line(longitude + turn, y, colour, width, dash, opacity)

    def draw_frame(self, step: float = 0.0) -> None:
        """The edge with degrees, every ``step`` of them; without it as many as find room."""
        canvas, box = self.canvas, self.box
        west, east = self.x_limits
        south, north = self.y_limits
        across, up = step or _step_deg(east - west), step or _step_deg(north - south)
        if 2.0 <= across <= 5.0:
            up = across
        ticks = ""
        for x in _multiples(across, west, east):
            at = box.left + (x - west) / (east - west) * box.width
            ticks += f"M{at:.2f} {box.top + box.height:.2f}v2.5"
            canvas.tick(at, box.top + box.height + 8.0, degrees(x, "EW"), SMALL)
        for y in _multiples(up, south, north):
            ticks += f"M{box.left:.2f} {self.y(y):.2f}h-2.5"
            canvas.text(box.left - 4.0, self.y(y), degrees(y, "NS"), SMALL, "end")
        canvas.path(rectangle(*box) + ticks, None, EDGE, 0.6)

    def holds(self, longitude_deg: ArrayLike, latitude_deg: ArrayLike) -> NDArray[np.bool_]:
        """Whether each place lies inside the edge."""
        (west, east), (south, north) = self.x_limits, self.y_limits
        longitude = in_turn(west, longitude_deg)
        latitude = np.asarray(latitude_deg, dtype=np.float64)
        return (longitude <= east) & (latitude >= south) & (latitude <= north)

    def draw_scale(self, labels: Labels, places: Floats) -> None:
        """A bar of up to a quarter of the width, in the corner that hides the fewest places (n, 2).

        Places are given in points of the canvas.
        """
        west, east = self.x_limits
        corners = product((False, True), (False, True))
        is_top, is_left = min(corners, key=lambda corner: self._hidden(corner, places))
        south, north = self.y_limits
        latitude = south + (0.955 if is_top else 0.045) * (north - south)
        degree_km = math.radians(RADIUS_KM) * math.cos(math.radians(latitude))
        # At a pole a parallel is longer on the map than on the ground, without bound.
        if degree_km * (east - west) > _SHORTEST_KM:
            km = round_length(BAR_SHARE * degree_km * (east - west))
            points = km / degree_km * self.box.width / (east - west)
            self.scale_bar(labels, km, points, is_left=is_left, is_top=is_top)

    def _hidden(self, corner: tuple[bool, bool], places: Floats) -> int:
        """How many places lie in a corner: at the top, at the left."""
        is_top, is_left = corner
        left, top, width, height = self.box
        x, y = (places[:, 0] - left) / width, (places[:, 1] - top) / height
        near = (x if is_left else 1.0 - x) < _CORNER[0]
        return int((near & ((y if is_top else 1.0 - y) < _CORNER[1])).sum())


def _step_deg(span_deg: float) -> float:
    """Between the degrees named at an edge: a dozen of names at most, and two where it is short."""
    wide = ((1.5, 0.2), (3.0, 0.5), (12.0, 2.0), (40.0, 5.0), (80.0, 10.0), (140.0, 20.0))
    return next((step for most, step in wide if span_deg < most), 45.0)


def _multiples(step: float, low: float, high: float) -> list[float]:
    """The multiples of a step between two ends."""
    numbers = range(math.ceil(low / step), math.floor(high / step) + 1)
    return [round(step * number, 6) for number in numbers]


@cache
def _degree_layers(bounds: Bounds, countries: tuple[str, ...], detail: float) -> Layers:
    inner = [ring for code in countries for rings in _provinces(code).values() for ring in rings]
    lines = (geodata.coastline(bounds), geodata.borders(bounds), inner)
    return Layers(_land(bounds, detail), *(_thinned(one, detail) for one in lines))


def _land(bounds: Bounds, detail: float) -> list[Floats]:
    """The rings of every country in the bounds; neighbours may overlap by the detail."""
    import shapely

    simple = (shapely.simplify(area, detail) for area in geodata.land(bounds))
    parts = (part for area in simple for part in shapely.get_parts(area))
    return [
        shapely.get_coordinates(part.exterior)
        for part in parts
        if shapely.get_dimensions(part) == 2 and not part.is_empty
    ]


def _provinces(country: str) -> dict[str, list[Floats]]:
    try:
        return geodata.provinces(country)
    except ValueError:
        return {}  # the pack has provinces of the countries around Korea only


def _thinned(lines: list[Floats], detail: float) -> list[Floats]:
    """Lines without the detail, and the islets, that no figure here can show."""
    islet = _ISLET * detail
    long = [line for line in lines if len(line) > 1 and np.ptp(line, axis=0).max() > islet]
    return simplified(long, detail)
