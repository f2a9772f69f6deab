"""Grids of cells over the land of a country, and the people of every cell."""

from collections.abc import Iterator
from math import cos, pi, radians
from typing import Final, NamedTuple

import numpy as np

from shieldmap.geodata.outlines import area_to_latitude_m2, shape
from shieldmap.geodata.people import points_of_people
from shieldmap.kept import kept
from shieldmap.model import Floats

MEAN_RADIUS_M: Final = 6371008.8
"""The mean radius (2a + b) / 3 of WGS 84, that turns spacing into degrees."""

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
    found: list[Floats] = [np.empty((6, 0))]
    # Island by island: the box around a country that the date line cuts is as wide as the Earth.
    for part in shapely.get_parts(shape(iso3)):
        shapely.prepare(part)
        for number, latitude, columns, height, width in _grid_rows(spacing_m, shapely.bounds(part)):
            longitude = (columns + 0.5) * width
            kept = longitude[shapely.contains_xy(part, longitude, latitude)]
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
        raise ValueError(f"'{iso3}' is too small for cells of {spacing_m:g} m.")
    for column in cells:
        column.setflags(write=False)
    return cells


def has_cells(iso3: str, spacing_m: float) -> bool:
    """Whether `land_cells` finds any: a country may be too small for the centre of one."""
    try:
        return land_cells(iso3, spacing_m).latitude_deg.size > 0
    except ValueError:
        return False


_ROUND_KM: Final = (60, 50, 40, 30, 25, 20, 15, 12, 10, 8, 6, 5, 4, 3, 2.5, 2, 1.5, 1)


def fitting_spacing_m(iso3: str, below_m: float) -> float | None:
    """The widest round spacing below a given one at which a country has a cell, from 60 to 1 km."""
    wider = (1e3 * at for at in _ROUND_KM if 1e3 * at < below_m)
    return next((at for at in wider if has_cells(iso3, at)), None)


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
    latitude, longitude, people, area_m2 = points_of_people(iso3)
    origins = _directions(latitude, longitude)
    residents = np.zeros(len(targets))
    if not area_m2.any():
        from scipy.spatial import cKDTree

        np.add.at(residents, cKDTree(targets).query(origins)[1], people)
        residents.setflags(write=False)
        return residents
    reach = np.cos(np.sqrt(area_m2 / pi) / MEAN_RADIUS_M)
    block = max(1, 4_000_000 // len(targets))  # 32 MB of dot products at a time
    for begin in range(0, len(origins), block):
        part = slice(begin, begin + block)
        closeness = origins[part] @ targets.T
        shares = closeness >= reach[part, None]
        shares[np.arange(len(shares)), np.argmax(closeness, axis=1)] = True
        residents += (people[part] / shares.sum(axis=1)) @ shares
    residents.setflags(write=False)
    return residents
