"""The target as the radar and as one launcher see it: one row of numbers for each sample.

Frame: Earth-fixed (ECEF). Units: SI and radians.

Arguments of the kernels of this folder: ``g`` (samples, 10) is this geometry of one flight, whose
``position`` and ``velocity`` are (samples, 3), ``i`` a sample at ``t`` and ``dt`` the time between
two (s); ``a`` are the assumptions and ``v`` a variant of them; ``radar``, ``sites`` and ``earth``
are those of the model, ``batch`` and ``row`` those of :mod:`shieldmap.engagement.rows`.
"""

import math
from typing import Final

from shieldmap.interceptor import time_to
from shieldmap.kernels import njit
from shieldmap.sensor import apparent, look, terrain_elevation

# Columns of the geometry: the target as the radar sees it, then as one launcher does.
ALTITUDE, SPEED, AZIMUTH, ELEVATION, RANGE, SKYLINE = 0, 1, 2, 3, 4, 5
SLANT, FLIGHT, FLIGHT_LOW, FLIGHT_HIGH = 6, 7, 8, 9
GEOMETRY: Final = 10


@njit(_nrt=False)
def seen_by_radar(position, velocity, radar, earth, g):
    """Fill altitude and speed, and azimuth, elevation and range from the radar."""
    a_m, e2 = earth.semi_major_axis_m, earth.eccentricity_squared
    for i in range(g.shape[0]):
        x, y, z = position[i, 0], position[i, 1], position[i, 2]
        r = math.sqrt(x * x + y * y + z * z)
        # Radial height, as in the integrator: within 1 m below 200 km.
        s2 = z * z / (r * r)
        surface = a_m * math.sqrt((1.0 - e2) / (1.0 - e2 * (1.0 - s2)))
        g[i, ALTITUDE] = (r - surface) * (1.0 - 0.5 * e2 * e2 * s2 * (1.0 - s2))
        vx, vy, vz = velocity[i, 0], velocity[i, 1], velocity[i, 2]
        g[i, SPEED] = math.sqrt(vx * vx + vy * vy + vz * vz)
        azimuth, elevation, slant = look(x, y, z, radar.position_m, radar.axes)
        g[i, AZIMUTH], g[i, RANGE] = azimuth, slant
        g[i, ELEVATION] = apparent(elevation, g[i, ALTITUDE], radar.bending_rad)
        g[i, SKYLINE] = terrain_elevation(azimuth, radar.horizon_rad)


@njit(_nrt=False)
def reached_from(position, sites, k, a_m, g):
    """Fill slant range from site ``k`` and times of flight to there: value, low and high end.

    ``a_m`` is the Earth's semi-major axis.
    """
    launcher_m, axes = sites.position_m[k], sites.axes[k]
    range_step_m, altitude_step_m = sites.range_step_m, sites.altitude_step_m
    for i in range(g.shape[0]):
        dx = position[i, 0] - launcher_m[0]
        dy = position[i, 1] - launcher_m[1]
        dz = position[i, 2] - launcher_m[2]
        up = axes[2, 0] * dx + axes[2, 1] * dy + axes[2, 2] * dz
        slant2 = dx * dx + dy * dy + dz * dz
        ground = a_m * math.atan2(math.sqrt(max(slant2 - up * up, 0.0)), a_m + up)
        g[i, SLANT] = math.sqrt(slant2)
        for end in range(3):
            table_s, height = sites.time_s[end], g[i, ALTITUDE]
            time_s = time_to(table_s, range_step_m, altitude_step_m, ground, height)
            g[i, FLIGHT + end] = time_s


@njit(_nrt=False)
def flight_s(g, i, share):
    """Time of flight to a sample, for a share from the low end (-1) over the value to the high end (1).

    NaN where the sample is out of the fly-out's reach.
    """
    if share == 0.0:
        return g[i, FLIGHT]
    end = g[i, FLIGHT_HIGH] if share > 0.0 else g[i, FLIGHT_LOW]
    if abs(share) == 1.0:
        return end
    return g[i, FLIGHT] + abs(share) * (end - g[i, FLIGHT])


@njit(_nrt=False)
def share_of_step(before, after):
    """Part of a sample interval after which a margin that rises through zero is positive.

    ``before`` and ``after`` are the margin at its ends, in any unit.
    """
    if before >= 0.0:
        return 0.0
    if not before > -math.inf or not after > before:
        return 1.0
    return min(before / (before - after), 1.0)
