"""The view of a radar as a body and as a vertical cut: vertices for globes, lines for figures.

The model is that of :mod:`shieldmap.footprint.coverage`: rays bent by the air, which start at the
radar and end at a range or at an altitude.

Frame: Earth-fixed (ECEF). Units: SI and radians.
"""

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from shieldmap import earth
from shieldmap.footprint.coverage import (
    ALTITUDES_M,
    HALF_PI,
    at_altitude,
    azimuths,
    ground_distance_m,
    has_open_roof,
    height_m,
    is_round,
    lowest_elevation_rad,
    on_ray,
    slant_range_m,
)
from shieldmap.model import Floats, Radar, Volume

STEP_RAD: Final = math.radians(5.0)
RAYS_RAD: Final = tuple(math.radians(angle) for angle in (0.0, 10.0, 20.0, 45.0))

_OUT: Final = np.linspace(0.0, 1.0, 13)
_LINE_POINTS: Final = 61


class Ray(NamedTuple):
    """One line of a cut: distance over the ground and altitude (n,).

    ``elevation_rad`` is NaN for an arc of one range, ``range_m`` for a ray of one elevation.
    """

    elevation_rad: float
    range_m: float
    ground_m: Floats
    altitude_m: Floats


class Cut(NamedTuple):
    """The view in one vertical plane: the lowest ray, others for orientation, arcs of ranges."""

    azimuth_rad: float
    top_m: float
    lowest: Ray
    rays: tuple[Ray, ...]
    arcs: tuple[Ray, ...]


def volume(
    radar: Radar, range_m: float, *, top_m: float = ALTITUDES_M[-1], step_rad: float = STEP_RAD
) -> Volume:
    """The boundary of what is seen: out to a range, below an altitude, above the least elevation.

    ``range_m`` may be infinite: the view then ends at ``top_m``, which must be above the radar.
    Vertices stand about ``step_rad`` of azimuth and elevation apart, and a twelfth of the way out.

    Raises
    ------
    ValueError : a range that is not above zero, a top that is not above the radar, no sector.
    """
    if not (range_m > 0.0 and top_m > height_m(radar)):
        raise ValueError(
            "a volume needs a range above zero and a top above the radar: got "
            f"{range_m:g} m and {top_m:g} m"
        )
    if not radar.half_sector_rad > 0.0:
        raise ValueError("a radar without a sector has no volume")
    azimuth = azimuths(radar, step_rad)
    if is_round(radar):
        azimuth = np.append(azimuth, azimuth[0] + 2.0 * math.pi)
    ceiling = min(radar.elevation_max_rad, HALF_PI)
    lowest = np.minimum(lowest_elevation_rad(radar, azimuth), ceiling)
    count = max(math.ceil((ceiling - float(lowest.min())) / step_rad), 2)
    # Denser near the least elevation, where the way out changes fastest.
    share = np.linspace(0.0, 1.0, count + 1) ** 1.5
    elevation = lowest[:, None] + share * (ceiling - lowest)[:, None]
    front = _ray_ends(radar, azimuth[:, None], elevation, range_m, top_m)
    slant = slant_range_m(radar, front)
    ends = [] if is_round(radar) else [0, -1]
    sides = [
        on_ray(radar, azimuth[end], elevation[end][:, None], slant[end][:, None] * _OUT)
        for end in ends
    ]
    return Volume(
        front_m=front,
        bottom_m=on_ray(radar, azimuth[:, None], elevation[:, :1], slant[:, :1] * _OUT),
        sides_m=np.array(sides).reshape(len(ends), count + 1, _OUT.size, 3),
        roof_m=on_ray(radar, azimuth[:, None], elevation[:, -1:], slant[:, -1:] * _OUT)
        if has_open_roof(radar)
        else np.empty((0, _OUT.size, 3)),
    )


def _ray_ends(
    radar: Radar, azimuth: Floats, elevation: Floats, range_m: float, top_m: float
) -> Floats:
    """Where rays end: at the altitude of the top or at the range, whichever comes first."""
    top = at_altitude(radar, azimuth, elevation, top_m)
    slant = slant_range_m(radar, top)
    if not math.isfinite(range_m):
        return top
    at_range = on_ray(radar, azimuth, elevation, np.minimum(slant, range_m))
    return np.where((slant <= range_m)[..., None], top, at_range)


def cut(radar: Radar, azimuth_rad: float, range_m: Sequence[float], *, top_m: float = 600e3) -> Cut:
    """The view along one azimuth: altitude over distance, with arcs of straight-line ranges.

    Rays that are no higher than the lowest one are left out, but for that of zero elevation.
    """
    lowest = float(lowest_elevation_rad(radar, np.array(azimuth_rad)))
    ceiling = min(radar.elevation_max_rad, HALF_PI)
    others = [e for e in RAYS_RAD if e > lowest or (e == 0.0 and lowest > 0.0)]
    start = height_m(radar)
    # Dense near the ground, where a level ray runs far for little height.
    height = start + (top_m - start) * np.linspace(0.0, 1.0, _LINE_POINTS)[1:] ** 2

    def ray(elevation_rad: float) -> Ray:
        points = at_altitude(radar, azimuth_rad, elevation_rad, height)
        ground = np.append(0.0, ground_distance_m(radar, points))
        return Ray(elevation_rad, math.nan, ground, np.append(start, height))

    def arc(slant_m: float) -> Ray:
        elevation = np.linspace(lowest, max(ceiling, lowest), _LINE_POINTS)
        points = on_ray(radar, azimuth_rad, elevation, slant_m)
        altitude = earth.ecef_to_geodetic(points)[2]
        return Ray(math.nan, slant_m, ground_distance_m(radar, points), altitude)

    return Cut(
        azimuth_rad,
        top_m,
        ray(lowest),
        tuple(ray(e) for e in others),
        tuple(arc(slant) for slant in range_m),
    )
