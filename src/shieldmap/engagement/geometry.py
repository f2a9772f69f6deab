"""The target as the radar and as one launcher see it: one row of numbers for each sample.

Frame: Earth-fixed (ECEF). Units: SI and radians.
"""

import math
from typing import Final

from shieldmap.interceptor import time_to
from shieldmap.kernels import njit
from shieldmap.sensor import apparent, look, skyline

# Columns of the geometry: the target as the radar sees it, then as one launcher does.
ALTITUDE, SPEED, AZIMUTH, ELEVATION, RANGE, SKYLINE = 0, 1, 2, 3, 4, 5
SLANT, FLIGHT, FLIGHT_LOW, FLIGHT_HIGH = 6, 7, 8, 9
GEOMETRY: Final = 10


@njit(_nrt=False)
def seen_by_radar(position, velocity, n, radar, a_m, e2, g):
    """Fill altitude and speed, and azimuth, elevation and range from the radar."""
    for i in range(n):
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
        g[i, SKYLINE] = skyline(azimuth, radar.horizon_rad)


@njit(_nrt=False)
def reached_from(position, n, launcher_m, axes, flyouts, a_m, g):
    """Fill slant range and the interceptor's times of flight: value, low and high end."""
    for i in range(n):
        dx = position[i, 0] - launcher_m[0]
        dy = position[i, 1] - launcher_m[1]
        dz = position[i, 2] - launcher_m[2]
        up = axes[2, 0] * dx + axes[2, 1] * dy + axes[2, 2] * dz
        slant2 = dx * dx + dy * dy + dz * dz
        ground = a_m * math.atan2(math.sqrt(max(slant2 - up * up, 0.0)), a_m + up)
        g[i, SLANT] = math.sqrt(slant2)
        for end in range(3):
            g[i, FLIGHT + end] = time_to(
                flyouts.time_s[end],
                flyouts.range_step_m,
                flyouts.altitude_step_m,
                ground,
                g[i, ALTITUDE],
            )


@njit(_nrt=False)
def flight_s(g, i, share):
    """Time of flight to a sample between the low end (-1), the value (0) and the high end (1)."""
    if share == 0.0:
        return g[i, FLIGHT]
    end = g[i, FLIGHT_HIGH] if share > 0.0 else g[i, FLIGHT_LOW]
    if abs(share) == 1.0:
        return end
    return g[i, FLIGHT] + abs(share) * (end - g[i, FLIGHT])


@njit(_nrt=False)
def share_of_step(before, after):
    """Part of a sample interval after which a margin that rises through zero is positive."""
    if before >= 0.0:
        return 0.0
    if not before > -math.inf or not after > before:
        return 1.0
    return min(before / (before - after), 1.0)
