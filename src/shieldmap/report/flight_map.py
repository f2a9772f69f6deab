"""A ground track on a map without a date line and without poles.

The projection is azimuthal equidistant about the middle of the track: distances and directions
from there are true, and a track passes through the middle of the map wherever it lies on Earth.
A long track is turned so that the launch lies at the left, which needs no tall page.

Limits: the projection takes the Earth for a sphere of mean radius; distances away from the middle
are stretched, by 1 % at 1,600 km and 18 % at 6,400 km across the direction to the middle.
"""

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import geodata
from shieldmap.model import Floats

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TURNED_KM: Final = 3000.0
"""Tracks longer than this are drawn from left to right, shorter ones with north up."""

# Behind a name, so that lines do not run through it.
PAPER: Final[dict[str, Any]] = {
    "boxstyle": "square,pad=0.1",
    "facecolor": "white",
    "edgecolor": "none",
    "alpha": 0.8,
}
_SEA: Final = "#eef3f7"
_LAND: Final = "#f6f1e4"
_COAST: Final = "#8a8a8a"
_GRATICULE: Final = "#c9d3db"
_TEXT: Final = "#444444"
_RADIUS_KM: Final = geodata.MEAN_RADIUS_M / 1e3
_LEAST_HEIGHT_KM: Final = 120.0
_ROOM: Final = 1.3  # of the map beside the extent of the track
_STEPS_DEG: Final = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0)
_LINES: Final = 4.0  # lines of the graticule in the height of a map, about
_POINTS: Final = 1441  # of a line of the graticule, a quarter of a degree apart or less
_MARGIN: Final = 0.1  # of the width, in which a line goes on outside the frame
_POLAR_RAD: Final = math.radians(70.0)
_FARTHEST_RAD: Final = math.radians(170.0)  # beyond, the projection tears


class Projection(NamedTuple):
    """Azimuthal equidistant: centre in radians, and by how much the map is turned clockwise."""

    latitude_rad: float
    longitude_rad: float
    turn_rad: float

    @property
    def is_plain(self) -> bool:
        """Whether parallels meet the left edge and meridians the lower one, as on most maps."""
        return self.turn_rad == 0.0 and abs(self.latitude_rad) < _POLAR_RAD

    def to_map(self, latitude_deg: Floats, longitude_deg: Floats) -> tuple[Floats, Floats, Floats]:
        """Right and up in km, and the angle from the middle in radians."""
        lat, lon = np.radians(latitude_deg), np.radians(longitude_deg) - self.longitude_rad
        s, c = math.sin(self.latitude_rad), math.cos(self.latitude_rad)
        east = np.cos(lat) * np.sin(lon)
        north = c * np.sin(lat) - s * np.cos(lat) * np.cos(lon)
        up = s * np.sin(lat) + c * np.cos(lat) * np.cos(lon)
        angle = np.arctan2(np.hypot(east, north), up)
        azimuth = np.arctan2(east, north) + self.turn_rad
        distance = _RADIUS_KM * angle
        return distance * np.sin(azimuth), distance * np.cos(azimuth), angle

    def to_ground(self, right_km: Floats, up_km: Floats) -> tuple[Floats, Floats]:
        """Latitude and longitude in degrees of places on the map."""
        angle = np.hypot(right_km, up_km) / _RADIUS_KM
        azimuth = np.arctan2(right_km, up_km) - self.turn_rad
        s, c = math.sin(self.latitude_rad), math.cos(self.latitude_rad)
        lat = np.arcsin(np.clip(s * np.cos(angle) + c * np.sin(angle) * np.cos(azimuth), -1.0, 1.0))
        lon = self.longitude_rad + np.arctan2(
            np.sin(azimuth) * np.sin(angle) * c, np.cos(angle) - s * np.sin(lat)
        )
        return np.degrees(lat), (np.degrees(lon) + 180.0) % 360.0 - 180.0


class View(NamedTuple):
    """What a map shows: its projection and its edges in km about the middle."""

    projection: Projection
    west_km: float
    east_km: float
    south_km: float
    north_km: float


def centred(latitude_deg: Floats, longitude_deg: Floats) -> Projection:
    """The projection about the middle of a track, turned where it is long."""
    lat, lon = np.radians(latitude_deg), np.radians(longitude_deg)
    place = np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    middle = place[0] + place[-1]
    if np.linalg.norm(middle) < 0.2:  # nearly antipodal ends have no middle of their own
        middle = place[place.shape[0] // 2]
    middle = middle / np.linalg.norm(middle)
    upright = Projection(math.asin(middle[2]), math.atan2(middle[1], middle[0]), 0.0)
    x, y, _ = upright.to_map(latitude_deg[[0, -1]], longitude_deg[[0, -1]])
    if math.hypot(x[1] - x[0], y[1] - y[0]) <= TURNED_KM:
        return upright
    direction = math.atan2(x[1] - x[0], y[1] - y[0])
    return upright._replace(turn_rad=0.5 * math.pi - direction)


def fitted(projection: Projection, x: Floats, y: Floats, shape: tuple[float, float]) -> View:
    """The view around points of a map for an area of (width, height) in any one unit.

    ``shape`` holds the width and the greatest height; the view keeps their ratio.
    """
    width, height = shape
    span = max(
        _ROOM * (x.max() - x.min()) * height / width,
        _ROOM * (y.max() - y.min()),
        _LEAST_HEIGHT_KM,
    )
    middle = 0.5 * (x.max() + x.min()), 0.5 * (y.max() + y.min())
    half_x, half_y = 0.5 * span * width / height, 0.5 * span
    return View(
        projection, middle[0] - half_x, middle[0] + half_x, middle[1] - half_y, middle[1] + half_y
    )


def height_share(x: Floats, y: Floats) -> float:
    """How high a map should be for its width: the shape of the track with room around it."""
    across = max(float(x.max() - x.min()), 1.0)
    return float(y.max() - y.min()) / across


def draw_ground(axes: "Axes", view: View, *, has_graticule: bool = True) -> None:
    """Land, coast, borders and a labelled graticule; sets the limits and removes the ticks."""
    axes.set_facecolor(_SEA)
    axes.set_xlim(view.west_km, view.east_km)
    axes.set_ylim(view.south_km, view.north_km)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_aspect("equal")
    for spine in axes.spines.values():
        spine.set_visible(True)
    _draw_land(axes, view)
    bounds = _bounds(view)
    for lines, style in (
        (geodata.coastline(bounds), {"linewidth": 0.5}),
        (geodata.borders(bounds), {"linewidth": 0.5, "linestyle": (0, (4, 2))}),
    ):
        for line in lines:
            x, y = _broken(view, line[:, 1], line[:, 0])
            if x.size > 1:
                axes.plot(x, y, color=_COAST, zorder=1.5, **style)
    if has_graticule:
        _draw_graticule(axes, view)


def _corner_rad(view: View) -> float:
    """Angle from the middle of the projection to the farthest corner, with some room."""
    x = max(abs(view.west_km), abs(view.east_km))
    y = max(abs(view.south_km), abs(view.north_km))
    return min(1.15 * math.hypot(x, y) / _RADIUS_KM, _FARTHEST_RAD)


def _draw_land(axes: "Axes", view: View) -> None:
    from matplotlib.collections import PolyCollection

    reach = _corner_rad(view)
    rings = []
    for iso3 in geodata.countries():
        for ring in geodata.country(iso3):
            x, y, angle = view.projection.to_map(ring[:, 1], ring[:, 0])
            if angle.min() >= reach:
                continue
            # What lies beyond the view is pulled to a circle around it, which keeps the ring whole.
            pull = np.minimum(1.0, reach / np.maximum(angle, 1e-9))
            rings.append(_thinned(view, np.column_stack([x * pull, y * pull])))
    # A thin line of the same colour closes the seams between neighbours.
    axes.add_collection(
        PolyCollection(rings, facecolors=_LAND, edgecolors=_LAND, linewidths=0.4, zorder=1.0),
        autolim=False,
    )


def _thinned(view: View, ring_km: Floats) -> Floats:
    """A ring with fewer points outside the view, never moved so far that it shows."""
    cells = np.floor(ring_km / (0.5 * _MARGIN * (view.east_km - view.west_km)))
    outside = ~_is_near(view, ring_km[:, 0], ring_km[:, 1])
    drop = (cells[1:] == cells[:-1]).all(axis=1) & outside[1:] & outside[:-1]
    return np.asarray(ring_km[np.append(True, ~drop)], dtype=np.float64)


def _is_near(view: View, x: Floats, y: Floats) -> NDArray[np.bool_]:
    room = _MARGIN * (view.east_km - view.west_km)
    inside = (x > view.west_km - room) & (x < view.east_km + room)
    return np.asarray(inside & (y > view.south_km - room) & (y < view.north_km + room))


def _broken(view: View, latitude_deg: Floats, longitude_deg: Floats) -> tuple[Floats, Floats]:
    """The part of a line near the view, with gaps where it leaves it; empty where it stays away."""
    x, y, angle = view.projection.to_map(latitude_deg, longitude_deg)
    near = _is_near(view, x, y) & (angle < _FARTHEST_RAD)
    found = np.flatnonzero(near)
    if found.size == 0:
        return x[:0], y[:0]
    kept = slice(int(found[0]), int(found[-1]) + 1)
    return np.where(near, x, np.nan)[kept], np.where(near, y, np.nan)[kept]


def _bounds(view: View) -> tuple[float, float, float, float]:
    """West, south, east, north in degrees around the view; the whole Earth where it is simpler."""
    x, y = np.meshgrid(
        np.linspace(view.west_km, view.east_km, 41), np.linspace(view.south_km, view.north_km, 41)
    )
    lat, lon = view.projection.to_ground(x.ravel(), y.ravel())
    south, north, west, east = lat.min(), lat.max(), lon.min(), lon.max()
    if east - west > 90.0 or north > 80.0 or south < -80.0:
        return -180.0, -90.0, 180.0, 90.0
    return float(west), float(south), float(east), float(north)


# ---------------------------------------------------------------------------------------------
# Graticule


def _draw_graticule(axes: "Axes", view: View) -> None:
    height_deg = math.degrees((view.north_km - view.south_km) / _RADIUS_KM)
    step = min(_STEPS_DEG, key=lambda s: abs(math.log(s * _LINES / height_deg)))
    x, y = np.meshgrid(
        np.linspace(view.west_km, view.east_km, 41), np.linspace(view.south_km, view.north_km, 41)
    )
    lat, _ = view.projection.to_ground(x.ravel(), y.ravel())
    steepest = float(np.abs(lat).max())
    # Meridians lie closer together away from the equator.
    middle = math.cos(math.radians(min(float(np.abs(np.median(lat))), 89.9)))
    wide = min(_STEPS_DEG, key=lambda s: abs(math.log(s * middle / step)))
    used: dict[str, list[float]] = {"bottom": [], "left": [], "right": [], "top": []}
    is_plain = view.projection.is_plain
    sides = ("left",) if is_plain else ("left", "right", "bottom", "top")
    feet = ("bottom",) if is_plain else ("bottom", "top", "left", "right")
    fine = np.linspace(-180.0, 180.0, _POINTS)
    for parallel in np.arange(-90.0 + step, 90.0, step):
        text = f"{abs(parallel):g}° {'N' if parallel > 0.0 else 'S'}" if parallel else "equator"
        line = (np.full(fine.shape, parallel), fine)
        _graticule_line(axes, view, line, text, sides, used)
    last = 90.0 if steepest > 80.0 else 90.0 - step
    along = np.linspace(-last, last, _POINTS)
    for meridian in np.arange(-180.0, 180.0, wide):
        text = f"{abs(meridian):g}° {'E' if meridian > 0.0 else 'W'}"
        text = {0.0: "0°", -180.0: "180°"}.get(float(meridian), text)
        line = (along, np.full(along.shape, meridian))
        _graticule_line(axes, view, line, text, feet, used)


def _graticule_line(
    axes: "Axes",
    view: View,
    line: tuple[Floats, Floats],
    text: str,
    edges: Sequence[str],
    used: dict[str, list[float]],
) -> None:
    """Draw one line and name it where it meets the frame, if there is room for the name."""
    x, y = _broken(view, *line)
    if x.size < 2:
        return
    axes.plot(x, y, color=_GRATICULE, linewidth=0.5, zorder=1.2)
    width = view.east_km - view.west_km
    # Names beside each other need more room than names above each other; shares of the width.
    room = {"bottom": 0.09, "top": 0.09, "left": 0.035, "right": 0.035}
    met = dict(_meetings(view, x, y))
    for edge in edges:
        if edge not in met:
            continue
        at = met[edge]
        share = (at - view.west_km) / width if edge in ("bottom", "top") else at / width
        if any(abs(share - other) < room[edge] for other in used[edge]):
            continue
        used[edge].append(share)
        place, style = _beside(view, edge, at)
        axes.annotate(
            text,
            place,
            textcoords="offset points",
            fontsize=7,
            color=_TEXT,
            annotation_clip=False,
            **style,
        )
        return


def _meetings(view: View, x: Floats, y: Floats) -> Iterator[tuple[str, float]]:
    """Where a line meets each edge of the frame: the coordinate along the edge."""
    for edge, across, along, at, low, high in (
        ("bottom", y, x, view.south_km, view.west_km, view.east_km),
        ("top", y, x, view.north_km, view.west_km, view.east_km),
        ("left", x, y, view.west_km, view.south_km, view.north_km),
        ("right", x, y, view.east_km, view.south_km, view.north_km),
    ):
        above = across - at
        with np.errstate(invalid="ignore"):
            crosses = np.flatnonzero(above[:-1] * above[1:] <= 0.0)
        for i in crosses:
            rise = above[i] - above[i + 1]
            share = above[i] / rise if rise else 0.0
            met = float(along[i] + share * (along[i + 1] - along[i]))
            if low <= met <= high:
                yield edge, met
                break


def _beside(view: View, edge: str, at: float) -> tuple[tuple[float, float], dict[str, Any]]:
    """Where the name of a line stands outside the frame."""
    if edge == "bottom":
        return (at, view.south_km), {"xytext": (0, -3), "ha": "center", "va": "top"}
    if edge == "top":
        return (at, view.north_km), {"xytext": (0, 3), "ha": "center", "va": "bottom"}
    if edge == "left":
        return (view.west_km, at), {"xytext": (-3, 0), "ha": "right", "va": "center"}
    return (view.east_km, at), {"xytext": (3, 0), "ha": "left", "va": "center"}


# ---------------------------------------------------------------------------------------------
# Scale


def draw_scale(axes: "Axes", view: View, x: Floats, y: Floats, share: float = 0.2) -> None:
    """A bar of a round length, up to a share of the width, in the corner farther from the track."""
    width, height = view.east_km - view.west_km, view.north_km - view.south_km
    length = _round_below(share * width)
    low = view.south_km + 0.06 * height
    starts = (view.west_km + 0.03 * width, view.east_km - 0.03 * width - length)
    start = max(starts, key=lambda s: float(np.nanmin(np.hypot(x - s - 0.5 * length, y - low))))
    axes.plot(
        [start, start + length],
        [low, low],
        color="black",
        linewidth=2.0,
        solid_capstyle="butt",
        zorder=5,
    )
    axes.annotate(
        f"{length:,.0f} km",
        (start + 0.5 * length, low),
        xytext=(0, 2.5),
        textcoords="offset points",
        ha="center",
        va="bottom",
        fontsize=7,
        zorder=5,
        bbox=PAPER,
    )


def _round_below(value: float) -> float:
    """The greatest 1, 2 or 5 times a power of ten that is not above the value."""
    power = 10.0 ** math.floor(math.log10(value))
    return max(m * power for m in (1.0, 2.0, 5.0) if m * power <= value)
