"""The height of the ground."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from shieldmap.geodata.pack import arrays
from shieldmap.model import Floats

RELIEF_STEP_DEG: Final = 0.1
RELIEF_SEA: Final = -32768


@cache
def _relief() -> NDArray[np.int16]:
    """Heights (1801, 3600) in metres, from 90 S and 180 W in steps of 0.1 degree."""
    stored = arrays("relief.npz")
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
