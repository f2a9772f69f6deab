"""Countries, provinces, coasts and borders: lines and areas in degrees of longitude, latitude."""

from collections.abc import Iterator
from functools import cache
from math import atanh, pi, radians, sin, sqrt
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from shieldmap.geodata.pack import arrays, lines
from shieldmap.model import Floats

SEMI_MAJOR_M: Final = 6378137.0
FLATTENING: Final = 1.0 / 298.257223563
"""WGS 84 defining constants."""

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


def area_to_latitude_m2(latitude_deg: float) -> float:
    """Area of WGS 84 between the equator and a latitude, per radian of longitude.

    Closed form of the integral of M N cos(latitude), Snyder 1987 (USGS 1395), equation 3-12.
    """
    eccentricity = sqrt(FLATTENING * (2.0 - FLATTENING))
    s = sin(radians(latitude_deg))
    semi_minor_m = SEMI_MAJOR_M * (1.0 - FLATTENING)
    return (
        0.5
        * semi_minor_m**2
        * (s / (1.0 - (eccentricity * s) ** 2) + atanh(eccentricity * s) / eccentricity)
    )


@cache
def _countries_by_code() -> dict[str, tuple[str, tuple[int, ...]]]:
    """ISO alpha-3 code -> (name, indices of its features)."""
    found: dict[str, tuple[str, tuple[int, ...]]] = {}
    for index, line in enumerate(lines("countries.npz").names):
        iso3, name = line.split("\t")
        if iso3:
            first = found.get(iso3, (name, ()))
            found[iso3] = (first[0], (*first[1], index))
    return found


def countries() -> dict[str, str]:
    """ISO 3166 alpha-3 code -> English name (Natural Earth), of every country in the pack."""
    return {iso3: name for iso3, (name, _) in sorted(_countries_by_code().items())}


def features_of(iso3: str) -> tuple[int, ...]:
    try:
        return _countries_by_code()[iso3][1]
    except KeyError:
        message = f"'{iso3}' is no country of the map pack: use an ISO 3166 code such as KOR."
        raise ValueError(message) from None


def country(iso3: str) -> list[Floats]:
    """Rings (n, 2) of longitude, latitude in degrees; holes are rings too, so fill even-odd.

    Source: Natural Earth 4.1.0, 1:10 million around the embedded studies and 1:50 million elsewhere.
    """
    stored = lines("countries.npz")
    chosen = np.flatnonzero(np.isin(stored.owner, features_of(iso3)))
    return [stored.lines[row] for row in chosen]


def provinces(iso3: str) -> dict[str, list[Floats]]:
    """First-level divisions: name -> rings (n, 2) of longitude, latitude in degrees.

    Source: Natural Earth 1:10 million, simplified.  The pack has South and North Korea, Japan,
    China, Taiwan, Mongolia, the Russian regions near Korea, Israel, the Emirates, Saudi Arabia,
    Romania and Poland.
    """
    stored = lines("provinces.npz")
    found: dict[str, list[Floats]] = {}
    for line, owner in zip(stored.lines, stored.owner, strict=True):
        code, name = stored.names[owner].split("\t")
        if code == iso3:
            found.setdefault(name, []).append(line)
    if not found:
        known = sorted({name.split("\t")[0] for name in stored.names})
        raise ValueError(f"No provinces of '{iso3}' in the map pack, which has {', '.join(known)}.")
    return found


def coastline(bounds: Bounds) -> list[Floats]:
    """Coast inside (west, south, east, north) degrees, as lines (n, 2) of longitude, latitude.

    A window over the date line goes on beyond 180 or -180, and is 360 degrees wide at most.

    Source: Natural Earth 1:10 million when the bounds lie inside 118-146 E, 28-46 N, else
    1:50 million.
    """
    return _clipped("coast", bounds)


def borders(bounds: Bounds) -> list[Floats]:
    """Borders between countries inside the bounds; arguments and source as for `coastline`."""
    return _clipped("border", bounds)


@cache
def _detail_boxes() -> Floats:
    """West, south, east, north (n, 4) in degrees of the parts drawn at 1:10 million."""
    return np.asarray(arrays("lines.npz")["detail_boxes"], dtype=np.float64)


def _cut_at_date_line(line: Floats) -> list[Floats]:
    """The pieces of a line that jumps from one side of the date line to the other."""
    jumps = np.flatnonzero(np.abs(np.diff(line[:, 0])) > 180.0) + 1
    return [piece for piece in np.split(line, jumps) if len(piece) > 1]


def _clipped(kind: str, bounds: Bounds) -> list[Floats]:
    import shapely

    west, south, east, north = bounds
    is_around = west < east <= west + 360.0 and -540.0 <= west <= 180.0
    if not (is_around and -90.0 <= south < north <= 90.0):
        raise ValueError(f"Bounds {bounds} are not west < east and south < north in degrees.")
    boxes = _detail_boxes()
    starts, ends = boxes[:, :2] <= (west, south), boxes[:, 2:] >= (east, north)
    is_detailed = bool((starts & ends).all(axis=1).any())
    stored = lines("lines.npz")
    owner = stored.names.index(kind + ("10" if is_detailed else "50"))
    whole = [
        shapely.LineString(piece)
        for line, who in zip(stored.lines, stored.owner, strict=True)
        if who == owner
        for piece in _cut_at_date_line(line)
    ]
    cut = [
        shapely.intersection(turned, shapely.box(*bounds)) for turned in _turned(whole, west, east)
    ]
    parts = shapely.get_parts(np.concatenate(cut))
    # A line that only touches the edge of the box leaves a point there, which is nothing to draw.
    parts = parts[shapely.get_dimensions(parts) == 1]
    return [
        np.asarray(shapely.get_coordinates(line), dtype=np.float64)
        for line in shapely.get_parts(parts)
        if not line.is_empty
    ]


def _turned(shapes: list[Any], west: float, east: float) -> Iterator[NDArray[Any]]:
    """Shapes from -180 to 180 degrees in each turn of the Earth that a window of longitudes meets."""
    import shapely

    for turn in (-360.0, 0.0, 360.0):
        if west < turn + 180.0 and east > turn - 180.0:
            moved = np.array([turn, 0.0])
            yield (
                shapely.transform(np.array(shapes), lambda at, by=moved: at + by)
                if turn
                else (np.array(shapes))
            )


def land(bounds: Bounds) -> list[Any]:
    """The land in the bounds, as shapely areas in degrees: a ring of an outline each, holes too.

    The bounds are west, south, east, north; a window over the date line goes on beyond 180 or -180.
    """
    import shapely

    west, south, east, north = bounds
    edges = _ring_edges()
    near = (edges[:, 1] < north) & (edges[:, 3] > south)
    reach = np.zeros(len(edges), dtype=np.bool_)
    for turn in (-360.0, 0.0, 360.0):
        reach |= (edges[:, 0] + turn < east) & (edges[:, 2] + turn > west)
    stored = lines("countries.npz").lines
    whole = [_filled(stored[row]) for row in np.flatnonzero(near & reach)]
    if not whole:
        return []
    cut = [shapely.clip_by_rect(turned, *bounds) for turned in _turned(whole, west, east)]
    return [area for areas in cut for area in areas if not area.is_empty]


@cache
def _ring_edges() -> Floats:
    """West, south, east, north (n, 4) of every ring, a ring over the date line going on beyond it."""
    found = []
    for line in lines("countries.npz").lines:
        longitude = np.unwrap(line[:, 0], period=360.0)
        around = 180.0 if abs(longitude[-1] - longitude[0]) > 180.0 else 0.0  # about a pole
        low, high = float(line[:, 1].min()), float(line[:, 1].max())
        if around:
            low, high = (low, 90.0) if low + high > 0.0 else (-90.0, high)
        found.append([longitude.min() - around, low, longitude.max() + around, high])
    return np.array(found)


@cache
def shape(iso3: str) -> Any:
    """The land of a country as one shapely area in degrees of longitude, latitude; do not change it."""
    import shapely

    wanted = set(features_of(iso3))
    stored = lines("countries.npz")
    polygons: list[tuple[Floats, list[Floats]]] = []
    for line, owner, is_hole in zip(stored.lines, stored.owner, stored.hole, strict=True):
        if owner in wanted:
            if is_hole:
                polygons[-1][1].append(line)
            else:
                polygons.append((line, []))
    # Even-odd, because Antarctica's outer ring is a sliver along the date line around its coast.
    valid = [
        shapely.symmetric_difference(_filled(outer), shapely.union_all([_filled(h) for h in holes]))
        if holes
        else _filled(outer)
        for outer, holes in polygons
    ]
    land = shapely.union_all(valid)
    shapely.prepare(land)
    return land


def _filled(ring: Floats) -> Any:
    """What a ring encloses, in degrees, cut where it crosses the date line.

    The pack stores such rings whole: Russia, Fiji and Antarctica step from 180 to -180 degrees.
    """
    import shapely

    longitude = np.unwrap(ring[:, 0], period=360.0)
    if np.array_equal(longitude, ring[:, 0]):
        return valid(shapely.Polygon(ring))
    whole = np.column_stack([longitude, ring[:, 1]])
    if abs(longitude[-1] - longitude[0]) > 180.0:
        # Around a pole: the area is closed over the pole itself.
        pole = np.copysign(90.0, ring[:, 1].mean())
        whole = np.vstack([whole, [longitude[-1], pole], [longitude[0], pole]])
    area = valid(shapely.Polygon(whole))
    world = shapely.box(-180.0, -90.0, 180.0, 90.0)
    turns = np.array([[-360.0, 0.0], [0.0, 0.0], [360.0, 0.0]])
    return shapely.union_all(
        [
            shapely.intersection(shapely.transform(area, lambda at, by=by: at + by), world)
            for by in turns
        ]
    )


@cache
def land_area_m2(iso3: str) -> float:
    """Area of a country's land on the ellipsoid, from its outlines alone; within 0.1 per cent.

    Green's theorem: the area under a side is that to its latitudes, times its step in longitude.
    """
    stored = lines("countries.npz")
    wanted = set(features_of(iso3))
    polygons: list[float] = []
    for line, owner, is_hole in zip(stored.lines, stored.owner, stored.hole, strict=True):
        if owner not in wanted:
            continue
        longitude = np.radians(np.unwrap(line[:, 0], period=360.0))
        to_latitude = np.array([area_to_latitude_m2(at) for at in line[:, 1]])
        area = abs(float(np.sum(np.diff(longitude) * 0.5 * (to_latitude[1:] + to_latitude[:-1]))))
        if abs(longitude[-1] - longitude[0]) > pi:  # around a pole
            area = 2.0 * pi * area_to_latitude_m2(90.0) - area
        if is_hole:
            polygons[-1] -= area
        else:
            polygons.append(area)
    # Antarctica's outer ring is a sliver around its coast, which is stored as a hole.
    return sum(abs(area) for area in polygons)


def valid(area: Any) -> Any:
    """A shapely area without crossings of its own edges: nearly always it is one already.

    To ask is ten times as fast as to mend.
    """
    import shapely

    return area if shapely.is_valid(area) else shapely.make_valid(area)


def is_inside(iso3: str, latitude_deg: ArrayLike, longitude_deg: ArrayLike) -> NDArray[np.bool_]:
    """Whether places (degrees) lie on the land of a country, borders as in `country`."""
    import shapely

    inside = shapely.contains_xy(shape(iso3), np.asarray(longitude_deg), np.asarray(latitude_deg))
    return np.asarray(inside, dtype=np.bool_)
