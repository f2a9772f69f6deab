"""Where a radar can look: direction of a target, field of regard, bent rays and terrain.

Question: in which direction does a target stand for the radar, and is it inside the sector, above
the least elevation and above the hills?

Model: geometry over the ellipsoid. The elevation that limits and hills are compared with is the
apparent one, of the bent ray: the geometric elevation plus a correction that is looked up in a
table over elevation and height (:mod:`shieldmap.sensor.refraction`). The field of regard is a
sector of azimuth about the boresight, with limits of elevation and, where one is given, of the
angle off the normal of the tilted face. Terrain, where a profile is given,
is the elevation of the skyline at even steps of azimuth from north; without one there are no hills.

Limits: one boresight; a tilted array loses gain off its face (:func:`scan_loss_ratio`), which no
range knows by itself; the skyline does not depend on the target's range.

Frame: Earth-fixed (ECEF). Units: SI and radians.

Arguments of the kernels: ``x``, ``y`` and ``z`` are a point (m); ``azimuth`` and ``elevation`` a
direction (rad) or (n,) of them, ``boresight``, ``half_sector``, ``elevation_min``,
``elevation_max``, ``tilt`` and ``scan_max`` the limits of a view (rad).
"""

import math
from typing import Final

import numpy as np

from shieldmap.earth import WGS84, ecef_to_geodetic, ecef_to_look, wrap
from shieldmap.kernels import njit
from shieldmap.model import Face, Floats, Radar
from shieldmap.sensor.refraction import SCALE_HEIGHT_M, SURFACE_REFRACTIVITY, corrections

NO_TERRAIN: Final = np.array([-0.5 * math.pi])
"""A skyline that hides nothing."""

_HALF_PI: Final = 0.5 * math.pi
_LOWEST_RAD: Final = -0.025
_TOP_M: Final = 4000e3
_ELEVATIONS: Final = 121
_HEIGHTS: Final = 49


@njit(_nrt=False)
def local(x, y, z, position_m, axes):
    """East, north and up (m) of one ECEF point (m) from a site, whose ``axes`` (3, 3) are rows."""
    dx, dy, dz = x - position_m[0], y - position_m[1], z - position_m[2]
    east = axes[0, 0] * dx + axes[0, 1] * dy + axes[0, 2] * dz
    north = axes[1, 0] * dx + axes[1, 1] * dy + axes[1, 2] * dz
    up = axes[2, 0] * dx + axes[2, 1] * dy + axes[2, 2] * dz
    return east, north, up


@njit(_nrt=False)
def look(x, y, z, position_m, axes):
    """Azimuth, geometric elevation and slant range of one ECEF point (m) from a site.

    ``axes`` (3, 3) hold east, north and up as rows.
    """
    e, n, u = local(x, y, z, position_m, axes)
    slant = math.sqrt(e * e + n * n + u * u)
    # At the zenith the quotient may round to a little more than one.
    up = min(max(u / slant, -1.0), 1.0) if slant > 0.0 else 1.0
    return math.atan2(e, n), math.asin(up), slant


@njit(_nrt=False)
def field_margin(azimuth, elevation, boresight, half_sector, elevation_min, elevation_max):
    """Angle by which a direction lies inside the field of regard; negative outside.

    A sector all round has no edge, behind as little as elsewhere.
    """
    margin = min(elevation - elevation_min, elevation_max - elevation)
    if half_sector < math.pi:
        margin = min(margin, half_sector - abs(wrap(azimuth - boresight)))
    return margin


@njit(_nrt=False)
def off_face(azimuth, elevation, boresight, tilt):
    """Angle between a direction and the normal of a face that is tilted up by ``tilt``."""
    cosine = math.cos(tilt) * math.cos(elevation) * math.cos(azimuth - boresight)
    return math.acos(min(max(cosine + math.sin(tilt) * math.sin(elevation), -1.0), 1.0))


@njit(_nrt=False)
def apparent(elevation, height_m, bending_rad):
    """Elevation at which the radar sees a target of a geometric elevation and a height."""
    rows, columns = bending_rad.shape
    share = min(max((elevation - _LOWEST_RAD) / (_HALF_PI - _LOWEST_RAD), 0.0), 1.0)
    x = math.sqrt(math.sqrt(share)) * (rows - 1)
    y = math.sqrt(math.sqrt(min(max(height_m / _TOP_M, 0.0), 1.0))) * (columns - 1)
    i, j = min(int(x), rows - 2), min(int(y), columns - 2)
    x -= i
    y -= j
    low = bending_rad[i, j] + y * (bending_rad[i, j + 1] - bending_rad[i, j])
    high = bending_rad[i + 1, j] + y * (bending_rad[i + 1, j + 1] - bending_rad[i + 1, j])
    return elevation + low + x * (high - low)


@njit(_nrt=False)
def terrain_elevation(azimuth, horizon_rad):
    """Elevation of the terrain in a direction, between the points of the profile."""
    n = horizon_rad.size
    if n == 1:
        return horizon_rad[0]
    x = (azimuth / (2.0 * math.pi)) % 1.0 * n
    i = int(x)
    return horizon_rad[i % n] + (x - i) * (horizon_rad[(i + 1) % n] - horizon_rad[i % n])


def bending_table(altitude_m: float, radius_m: float) -> Floats:
    """What the air adds to the geometric elevation, for a radar of some height, in radians.

    Shape (elevations, heights), on the knots that :func:`apparent` reads: dense near the horizon
    and near the ground, where it changes fast. For targets above 10 km it lies within 0.1 mrad of
    the ray's integral at the horizon and within 0.01 mrad above 1 degree.
    """
    share = np.linspace(0.0, 1.0, _ELEVATIONS) ** 4
    elevation = _LOWEST_RAD + share * (_HALF_PI - _LOWEST_RAD)
    height = _TOP_M * np.linspace(0.0, 1.0, _HEIGHTS) ** 4
    return corrections(elevation, height, altitude_m, radius_m)


def with_air(radar: Radar, bending_rad: Floats | None = None) -> Radar:
    """The same radar with the bending of its rays and the Earth's edge, by height and latitude.

    ``bending_rad`` is the table of :func:`bending_table` for a radar near it, where it is known.
    """
    if bending_rad is None:
        latitude, _, height = ecef_to_geodetic(radar.position_m)
        bending_rad = bending_table(max(float(height), 0.0), gaussian_radius_m(float(latitude)))
    bent = radar._replace(bending_rad=bending_rad)
    # A least elevation below the horizon does not look through the Earth.
    return bent._replace(horizon_rad=np.maximum(radar.horizon_rad, earths_edge_rad(bent)))


def earths_edge_rad(radar: Radar) -> float:
    """Apparent elevation of the ray that touches the ellipsoid: n r cos(elevation) is kept."""
    latitude, _, altitude = ecef_to_geodetic(radar.position_m)
    height = max(float(altitude), 0.0)
    refractivity = SURFACE_REFRACTIVITY if radar.bending_rad.any() else 0.0
    here = 1.0 + refractivity * math.exp(-height / SCALE_HEIGHT_M)
    radius = gaussian_radius_m(float(latitude))
    cosine = (1.0 + refractivity) * radius / (here * (radius + height))
    return -math.acos(min(cosine, 1.0))


def gaussian_radius_m(latitude_rad: float) -> float:
    """Geometric mean of the two radii of curvature of the ellipsoid [vallado2013, sec. 3.2]."""
    e2 = WGS84.eccentricity_squared
    slope = 1.0 - e2 * math.sin(latitude_rad) ** 2
    return WGS84.semi_major_axis_m * math.sqrt(1.0 - e2) / slope


def face_axes(east_north_up: Floats, boresight_rad: float, tilt_rad: float) -> Floats:
    """Unit vectors of the antenna face as rows: to its right, along its normal and up its face."""
    s, c = math.sin(boresight_rad), math.cos(boresight_rad)
    right = np.array([c, -s, 0.0])
    normal = np.array([s * math.cos(tilt_rad), c * math.cos(tilt_rad), math.sin(tilt_rad)])
    return np.stack([right, normal, np.cross(right, normal)]) @ east_north_up


def face_of(radar: Radar) -> Face:
    """The antenna face of a radar, as the track filter takes it."""
    axes = face_axes(radar.axes, radar.boresight_rad, radar.tilt_rad)
    return Face(radar.position_m, axes)


def off_face_rad(radar: Radar, azimuth_rad: Floats, elevation_rad: Floats) -> Floats:
    """Angle between directions and the normal of the tilted face."""
    tilt = radar.tilt_rad
    cosine = np.cos(tilt) * np.cos(elevation_rad) * np.cos(azimuth_rad - radar.boresight_rad)
    return np.arccos(np.clip(cosine + np.sin(tilt) * np.sin(elevation_rad), -1.0, 1.0))


def scan_loss_ratio(off_face_rad: Floats) -> Floats:
    """Two-way gain of a planar array off its normal over that on it: cos^3 [skolnik2008, 13.2].

    The projected aperture falls with the cosine, and the gain of the elements with about its root,
    both on the way out and back.
    """
    return np.asarray(np.clip(np.cos(off_face_rad), 0.0, 1.0) ** 3)


@njit(_nrt=False)
def range_off_face(range_m, cosine):
    """Range at an angle off the face's normal, given its cosine, for a range on the normal.

    The fourth root of :func:`scan_loss_ratio`: 0.59 of the range at 60 degrees.
    """
    return range_m * math.sqrt(max(cosine, 0.0)) * math.sqrt(math.sqrt(max(cosine, 0.0)))


@njit(_nrt=False)
def half_width(elevation, tilt, scan_max):
    """Half of the azimuths that the cone about a tilted face sees at an elevation; 0 where none.

    From cos(scan) = cos(tilt) cos(elevation) cos(azimuth) + sin(tilt) sin(elevation).
    """
    level = math.cos(tilt) * math.cos(elevation)
    left = math.cos(scan_max) - math.sin(tilt) * math.sin(elevation)
    if level <= 1e-12:
        return math.pi if left <= 0.0 else 0.0
    return math.acos(min(max(left / level, -1.0), 1.0))


@njit(_nrt=False)
def steepest_tilt(half_width, elevation, scan_max):
    """Largest tilt of a face at which its cone still is ``half_width`` wide at an elevation.

    NaN where no tilt is; the inverse of the function above.
    """
    along, up = math.cos(elevation) * math.cos(half_width), math.sin(elevation)
    size = math.hypot(along, up)
    if size <= 0.0 or abs(math.cos(scan_max)) > size:
        return math.nan
    return math.atan2(up, along) + math.acos(math.cos(scan_max) / size)


def off_boresight_rad(azimuth_rad: Floats, boresight_rad: float) -> Floats:
    """Angle between azimuths and a boresight, from 0 to pi."""
    return np.abs((azimuth_rad - boresight_rad + np.pi) % (2.0 * np.pi) - np.pi)


def field_margins(
    off_rad: Floats,
    elevation_rad: Floats,
    half_sector_rad: float,
    elevation_min_rad: Floats | float,
    elevation_max_rad: float,
) -> tuple[Floats, Floats, Floats]:
    """Angles by which directions lie inside the sector, above and below the limits of elevation.

    Of a sector all round, which has no edge, the first is half a turn.
    """
    above, below = elevation_rad - elevation_min_rad, elevation_max_rad - elevation_rad
    across = (
        half_sector_rad - off_rad if half_sector_rad < math.pi else np.full_like(off_rad, np.pi)
    )
    return across, above, below


def watch(radar: Radar, position_m: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Azimuth, apparent elevation, slant range and field-of-regard margin of positions (..., 3)."""
    azimuth, geometric, slant = ecef_to_look(radar.position_m, position_m)
    _, _, height = ecef_to_geodetic(position_m)
    seen, hills = np.empty(azimuth.size), np.empty(azimuth.size)
    _see(np.ravel(azimuth), np.ravel(geometric), np.ravel(height), radar, seen, hills)
    elevation = seen.reshape(azimuth.shape)
    off = off_boresight_rad(azimuth, radar.boresight_rad)
    lowest = np.maximum(radar.elevation_min_rad, hills.reshape(azimuth.shape))
    limits = radar.half_sector_rad, lowest, radar.elevation_max_rad
    across, above, below = field_margins(off, elevation, *limits)
    margin = np.minimum(np.minimum(across, above), below)
    if radar.scan_max_rad < math.pi:
        margin = np.minimum(margin, radar.scan_max_rad - off_face_rad(radar, azimuth, elevation))
    return azimuth, elevation, slant, margin


@njit(_nrt=False)
def _see(azimuth, elevation, height_m, radar, seen, hills):
    """Apparent elevations of targets into ``seen`` (n,), the skyline of ``radar`` into ``hills`` (n,)."""
    for i in range(seen.size):
        seen[i] = apparent(elevation[i], height_m[i], radar.bending_rad)
        hills[i] = terrain_elevation(azimuth[i], radar.horizon_rad)
