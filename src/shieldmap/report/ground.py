"""What lies under every map: land, coasts, borders and provinces, drawn once for the whole page.

A map is a window of longitudes and latitudes, drawn as they are. A window over the date line goes on
beyond 180 degrees, and places are drawn in the turn of the Earth that the window shows.
"""

import math
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from shieldmap import geodata
from shieldmap.model import Floats
from shieldmap.report.drawing import Plot, number, polyline

SEA: Final = "#f4f8fb"
_LAND: Final = "#eceae4"
# Degrees: the detail, and the islets, that no figure here can show.
_DETAIL_DEG: Final = 0.012
_ISLET_DEG: Final = 0.04

Bounds = tuple[float, float, float, float]


class _Ground(NamedTuple):
    land: list[Floats]
    coast: list[Floats]
    borders: list[Floats]
    provinces: list[Floats]


class Frame(NamedTuple):
    """What a map shows: its bounds in degrees and the height of its axes for a width of one."""

    west: float
    south: float
    east: float
    north: float
    ratio: float


FLATTEST: Final = 0.3
_TALLEST: Final = 2.6
"""The least and the greatest height of a map for a width of one: beyond, more of the Earth is shown."""


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


class Chart(Plot):
    """A part of a canvas whose x is a longitude, shown in the turn that the window begins."""

    def x(self, value: float) -> float:
        """Points from the canvas's left edge."""
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


def draw_land(plot: Plot, bounds: Bounds, country: str) -> None:
    """The land in a pale colour."""
    _use(plot, "land", lambda at: f'<path d="{at(_ground(bounds, country).land)}" fill="{_LAND}"/>')


def draw_lines(plot: Plot, bounds: Bounds, country: str) -> None:
    """Provinces, coasts and borders, to be drawn over what covers the land."""

    def body(at: "Outliner") -> str:
        ground = _ground(bounds, country)
        styles = (
            (ground.provinces, "#ffffff", 0.5),
            (ground.coast, "#7d7d7d", 0.4),
            (ground.borders, "#333333", 0.9),
        )
        return "".join(
            f'<path d="{at(lines)}" stroke="{colour}" stroke-width="{width}" fill="none"/>'
            for lines, colour, width in styles
        )

    _use(plot, "lines", body)


Outliner = Callable[[list[Floats]], str]


def _use(plot: Plot, what: str, body: Callable[[Outliner], str]) -> None:
    """Point to a drawing that all maps of one scale share; its origin is the lower left corner."""
    west, south = plot.x_limits[0], plot.y_limits[0]
    across = plot.box.width / (plot.x_limits[1] - west)
    up = plot.box.height / (plot.y_limits[1] - south)

    def outline(lines: list[Floats]) -> str:
        # A tenth of a point is what a coast needs.
        return "".join(polyline((line - (west, south)) * (across, -up), 1) for line in lines)

    name = f"{what}{west:.3f}{south:+.3f}x{across:.2f}".replace(".", "_")
    key = plot.canvas.define(name, lambda: f"<g id=%>{body(outline)}</g>", shared=True)
    x, y = plot.box.left, plot.box.top + plot.box.height
    plot.canvas.parts.append(f'<use href="#{key}" x="{number(x)}" y="{number(y)}"/>')


@cache
def _ground(bounds: Bounds, country: str) -> _Ground:
    inner = [ring for rings in _provinces(country).values() for ring in rings]
    return _Ground(
        _land(bounds),
        _thinned(geodata.coastline(bounds)),
        _thinned(geodata.borders(bounds)),
        _thinned(inner),
    )


def _land(bounds: Bounds) -> list[Floats]:
    """The rings of every country in the bounds; neighbours may overlap by the detail."""
    import shapely

    simple = (shapely.simplify(area, _DETAIL_DEG) for area in geodata.land(bounds))
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


def _thinned(lines: list[Floats]) -> list[Floats]:
    """Lines without the detail, and the islets, that no figure here can show."""
    import shapely

    long = [line for line in lines if len(line) > 1 and np.ptp(line, axis=0).max() > _ISLET_DEG]
    simple = shapely.simplify([shapely.LineString(line) for line in long], _DETAIL_DEG)
    return [np.asarray(shapely.get_coordinates(line)) for line in simple]
