"""Grids of cells over the land of a country, and the people of every cell."""

from collections.abc import Iterator
from math import cos, pi, radians
from typing import Final, NamedTuple

import numpy as np

from shieldmap.geodata.ground import Ground, ground_name, ground_of, is_on, land_of, people_on
from shieldmap.geodata.outlines import area_to_latitude_m2
from shieldmap.geodata.pack import MEAN_RADIUS_M, directions
from shieldmap.kept import kept
from shieldmap.model import Floats

SMALLEST_SPACING_M: Final = 500.0
"""Below this a grid is finer than the borders that cut it."""


class GridCells(NamedTuple):
    """Cells of a land grid, from south to north and west to east; (n,) each."""

    latitude_deg: Floats
    longitude_deg: Floats
    area_m2: Floats
    height_deg: Floats
    width_deg: Floats


def _grid_rows(
    spacing_m: float, bounds: tuple[float, float, float, float]
) -> Iterator[tuple[int, float, Floats, float, float]]:
    """(row, latitude, columns, height, width) of the rows of cells that touch the bounds, degrees.

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
        columns = columns[np.abs((columns + 0.5) * width) <= 180.0]
        yield row, latitude, columns, height, width


def land_cells(where: str | Ground, spacing_m: float) -> GridCells:
    """Cells of nearly equal area whose centre lies on the land of a ground; degrees and m2.

    Rows have constant spacing in latitude, and the spacing in longitude grows with
    1 / cos(latitude); the anchor is fixed (latitude 0, longitude 0), so a result never depends on
    the caller.  `area_m2` is the true area of the cell on the WGS 84 ellipsoid.  Islands too
    small to hold a centre have no cell.  For South Korea 5,000 m give about 3,900 cells.
    Places alone are cells without area, at any spacing.
    """
    return _land_cells(ground_of(where), spacing_m)


@kept(128_000_000)
def _land_cells(ground: Ground, spacing_m: float) -> GridCells:
    if not spacing_m >= SMALLEST_SPACING_M:
        raise ValueError(f"Grid spacing {spacing_m} m is below {SMALLEST_SPACING_M:g} m.")
    cells = _cut_cells(ground, spacing_m) if ground.countries else _point_cells(ground)
    for column in cells:
        column.setflags(write=False)
    return cells


def _cut_cells(ground: Ground, spacing_m: float) -> GridCells:
    import shapely

    found: list[Floats] = [np.empty((6, 0))]
    # Island by island: the box around a country that the date line cuts is as wide as the Earth.
    for part in shapely.get_parts(land_of(ground)):
        shapely.prepare(part)
        for number, latitude, columns, height, width in _grid_rows(spacing_m, shapely.bounds(part)):
            longitude = (columns + 0.5) * width
            kept = longitude[shapely.contains_xy(part, longitude, latitude)]
            if ground.provinces:
                kept = kept[is_on(ground, np.full(kept.size, latitude), kept)]
            if kept.size == 0:
                continue
            band_m2 = area_to_latitude_m2(latitude + 0.5 * height) - area_to_latitude_m2(
                latitude - 0.5 * height
            )
            row = np.empty((6, kept.size))
            row[0], row[1], row[2] = latitude, kept, band_m2 * radians(width)
            row[3], row[4], row[5] = height, width, number
            found.append(row)
    every = np.hstack(found)
    cells = GridCells(*every[:5, np.lexsort((every[1], every[5]))])
    if cells.latitude_deg.size == 0:
        raise ValueError(f"'{ground_name(ground)}' is too small for cells of {spacing_m:g} m.")
    return cells


PLACE_SIDE_M: Final = 2500.0
"""How wide a place without a grid around it is drawn."""


def _point_cells(ground: Ground) -> GridCells:
    given = np.array(ground.points, dtype=np.float64).reshape(-1, 3)
    height = np.full(len(given), PLACE_SIDE_M / (MEAN_RADIUS_M * pi / 180.0))
    return GridCells(
        given[:, 0].copy(),
        given[:, 1].copy(),
        np.zeros(len(given)),
        height,
        height / np.cos(np.radians(given[:, 0])),
    )


def has_cells(where: str | Ground, spacing_m: float) -> bool:
    """Whether `land_cells` finds any: a country may be too small for the centre of one."""
    try:
        return land_cells(where, spacing_m).latitude_deg.size > 0
    except ValueError:
        return False


_ROUND_KM: Final = (60, 50, 40, 30, 25, 20, 15, 12, 10, 8, 6, 5, 4, 3, 2.5, 2, 1.5, 1)


def fitting_spacing_m(where: str | Ground, below_m: float) -> float | None:
    """The widest round spacing below a given one at which a ground has a cell, from 60 to 1 km."""
    wider = (1e3 * at for at in _ROUND_KM if 1e3 * at < below_m)
    return next((at for at in wider if has_cells(where, at)), None)


def cell_population(where: str | Ground, spacing_m: float) -> Floats:
    """Residents of every cell of `land_cells`; for whole countries the sum is that of the points.

    South Korea: the people of a neighbourhood are shared evenly by the cells whose centre lies
    in a disc of the neighbourhood's area around its point, or counted in the nearest cell where
    there is none.  Elsewhere a town counts as a whole in the nearest cell, so that a city of one
    point makes one crowded cell: good for totals, not for detail below its own size.
    A study's own points count where a cell is near them, and are left out where none is.
    """
    return _cell_population(ground_of(where), spacing_m)


@kept(32_000_000)
def _cell_population(ground: Ground, spacing_m: float) -> Floats:
    cells = _land_cells(ground, spacing_m)
    latitude, longitude, people, area_m2 = people_on(ground)
    if not ground.countries:
        residents = people.copy()
    else:
        targets = directions(cells.latitude_deg, cells.longitude_deg)
        origins = directions(latitude, longitude)
        spread = area_m2 > 0.0
        residents = _in_discs(targets, origins[spread], people[spread], area_m2[spread])
        far_m = _NEAR_SHARE * spacing_m if ground.points else np.inf
        residents += _in_nearest(targets, origins[~spread], people[~spread], far_m)
    residents.setflags(write=False)
    return residents


_NEAR_SHARE: Final = 1.5
"""How far off, in spacings, a point of people may lie from the centre of the cell that counts it."""


def _in_nearest(targets: Floats, origins: Floats, people: Floats, far_m: float) -> Floats:
    """People of points counted in the cell whose centre is nearest, unless that is too far."""
    residents = np.zeros(len(targets))
    if len(origins):
        from scipy.spatial import cKDTree

        chord, nearest = cKDTree(targets).query(origins)
        is_near = chord * MEAN_RADIUS_M <= far_m
        np.add.at(residents, nearest[is_near], people[is_near])
    return residents


def _in_discs(targets: Floats, origins: Floats, people: Floats, area_m2: Floats) -> Floats:
    """People shared by the cells whose centres lie in a disc of the area around each point."""
    residents = np.zeros(len(targets))
    reach = np.cos(np.sqrt(area_m2 / pi) / MEAN_RADIUS_M)
    block = max(1, 4_000_000 // len(targets))  # 32 MB of dot products at a time
    for begin in range(0, len(origins), block):
        part = slice(begin, begin + block)
        closeness = origins[part] @ targets.T
        shares = closeness >= reach[part, None]
        shares[np.arange(len(shares)), np.argmax(closeness, axis=1)] = True
        residents += (people[part] / shares.sum(axis=1)) @ shares
    return residents
