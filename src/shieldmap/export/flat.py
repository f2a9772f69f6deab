"""Areas of a round Earth on a flat map, as GeoJSON [rfc7946] and KML take them.

Cut at 180 degrees, within the poles, on the very decimals that are written, and only then made
valid: an area that is valid before its corners are rounded may cross itself afterwards.

Frame: WGS 84 geodetic. Units: degrees, longitude before latitude.
"""

from typing import Any, Final

import numpy as np
import shapely
from shapely.geometry.polygon import orient

DECIMALS: Final = 5
"""Decimals of a degree that are written: about 1 m."""

_STEPS: Final = 10.0**DECIMALS
_POLYGON: Final = 3


def flat_parts(area: Any) -> list[Any]:
    """Polygons of an area whose longitudes may pass 180 degrees by a turn: outer rings against the clock.

    None where nothing is left of it.
    """
    world = shapely.box(-180.0, -90.0, 180.0, 90.0)
    turns = np.array([[-360.0, 0.0], [0.0, 0.0], [360.0, 0.0]])
    # Joined, because a ring that was unrolled elsewhere than at 180 degrees has a seam there.
    whole = shapely.union_all(
        [
            shapely.intersection(shapely.transform(area, lambda at, by=turn: at + by), world)
            for turn in turns
        ]
    )
    # In whole steps of the last decimal, where rounding is exact.
    steps = shapely.transform(shapely.multipolygons(_polygons(whole)), lambda at: at * _STEPS)
    snapped = shapely.set_precision(steps, 1.0)
    written = shapely.transform(snapped, lambda at: np.round(at / _STEPS, DECIMALS) + 0.0)
    return [orient(part) for part in _polygons(written)]


def _polygons(area: Any) -> list[Any]:
    """The parts of an area that have two dimensions."""
    parts = shapely.get_parts(shapely.get_parts(area))
    return [
        part for part in parts if shapely.get_type_id(part) == _POLYGON and shapely.area(part) > 0.0
    ]


def rings(part: Any) -> list[list[list[float]]]:
    """The corners of a polygon, ring by ring, the outer first."""
    return [shapely.get_coordinates(ring).tolist() for ring in (part.exterior, *part.interiors)]


def cell_rings(
    west: float, south: float, east: float, north: float
) -> list[list[list[list[float]]]]:
    """A rectangle of degrees as one or, where it lies across 180 degrees, two polygons of one ring."""
    low, high = round(max(south, -90.0), DECIMALS), round(min(north, 90.0), DECIMALS)
    if east - west > 360.0 - 1.0 / _STEPS:
        west, east = -180.0, 180.0
    turn = 360.0 * np.floor((west + 180.0) / 360.0)
    left, right = west - turn, east - turn
    pieces = [(left, min(right, 180.0)), (-180.0, right - 360.0)]
    out = []
    for begin, end in pieces:
        first, last = round(float(begin), DECIMALS) + 0.0, round(float(end), DECIMALS) + 0.0
        if first < last and low < high:
            corners = [[first, low], [last, low], [last, high], [first, high], [first, low]]
            out.append([corners])
    return out
