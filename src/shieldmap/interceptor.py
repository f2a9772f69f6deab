"""How soon the interceptor is where: its fly-out and what it can reach.

Question: how long does the interceptor need from launch to a point at some ground range and
altitude, and which points can it reach at all?

Model: the boost of a single stage by the integrator of ``flight``: the direction of launch is
held for a moment, then the thrust follows the velocity; after burnout a free body with one
ballistic coefficient. Many launch elevations are flown over a still sphere; for every altitude the earliest
time over all of them is tabled against the ground range.

Limits: no guidance, divert or aim errors; flown over a sphere at rest, which moves the point
reached after 100 s by less than 1.8 km and the time by less than 0.5 s against the turning Earth;
launched at sea level. What the fly-out reaches is not the published envelope: a light interceptor
of 2.6 to 2.8 km/s coasts to several hundred kilometres.

Units: SI and radians. The mass and impulse are derived from 900 kg and 2.6 to 2.8 km/s.
"""

import math
from typing import Final

import numpy as np

from shieldmap import flight
from shieldmap.earth import SEMI_MAJOR_AXIS_M, WGS84, tables
from shieldmap.kernels import njit
from shieldmap.model import Earth, Floats, Flyouts, FlyoutTable, Missile, Tables

STILL_SPHERE: Final[Earth] = WGS84._replace(eccentricity_squared=0.0, j2=0.0, rotation_rad_s=0.0)

_ELEVATIONS: Final = 76
_LOWEST_RAD: Final = math.radians(15.0)
_EVERY_S: Final = 0.5
_UNTIL_S: Final = 420.0
_FULL_BURN_S: Final = 1e6
_RANGE_STEP_M: Final = 4e3
_ALTITUDE_STEP_M: Final = 4e3
_RANGE_TOP_M: Final = 480e3
_ALTITUDE_TOP_M: Final = 360e3


def fly_out(
    interceptor: Missile, elevation_rad: Floats, *, air: Tables | None = None
) -> tuple[Floats, Floats, Floats, Floats]:
    """Fly launches at several elevations over a still sphere.

    Returns
    -------
    time_s (k,), and ground range, altitude and speed (n, k); NaN after the fall.
    """
    position = np.array([SEMI_MAJOR_AXIS_M, 0.0, 0.0])
    axes = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    tilt = 0.5 * np.pi - elevation_rad
    _, kept = flight.fly(
        interceptor,
        flight.Launch(position, axes),
        flight.Steering(0.0, tilt, _FULL_BURN_S, tilt),
        earth=STILL_SPHERE,
        air=air if air is not None else tables(),
        every_s=_EVERY_S,
        until_s=_UNTIL_S,
    )
    assert kept is not None
    radius = np.linalg.norm(kept.position_m, axis=-1)
    ground = SEMI_MAJOR_AXIS_M * np.arctan2(kept.position_m[..., 2], kept.position_m[..., 0])
    speed = np.linalg.norm(kept.velocity_m_s, axis=-1)
    return kept.time_s, ground, radius - SEMI_MAJOR_AXIS_M, speed


def flyout_table(
    interceptor: Missile, elevation_min_rad: float = _LOWEST_RAD, *, air: Tables | None = None
) -> FlyoutTable:
    """Table the earliest time of flight over (ground range, altitude).

    Launch elevations run from the least one to straight up.
    """
    # Elevations are dense near the lowest, where the range changes fastest with them.
    share = np.linspace(0.0, 1.0, _ELEVATIONS) ** 1.3
    elevation = elevation_min_rad + (0.5 * np.pi - elevation_min_rad) * share
    time, ground, altitude, speed = fly_out(interceptor, elevation, air=air)
    ranges = int(_RANGE_TOP_M / _RANGE_STEP_M) + 1
    altitudes = int(_ALTITUDE_TOP_M / _ALTITUDE_STEP_M) + 1
    best = np.full((altitudes, ranges), np.nan)
    fast = np.full((altitudes, ranges), np.nan)
    for level in range(altitudes):
        height = level * _ALTITUDE_STEP_M
        up = _crossings(time, ground, altitude, speed, height, rising=True)
        down = _crossings(time, ground, altitude, speed, height, rising=False)
        both = np.flatnonzero(np.isfinite(up[:, 0]) & np.isfinite(down[:, 0]))
        # The lowest launch that still gets there peaks just above: between its two crossings
        # lie the flights that peak there exactly, unless it is the lowest that is allowed.
        first = both[:1] if both.size and both[0] > 0 else both[:0]
        peak = np.vstack([up[first], down[first]])
        for crossing in (up, down, peak):
            _merge(crossing, best[level], fast[level], _RANGE_STEP_M)
    return FlyoutTable(
        _RANGE_STEP_M,
        _ALTITUDE_STEP_M,
        np.ascontiguousarray(best.T),
        np.ascontiguousarray(fast.T),
    )


def flyouts(value: FlyoutTable, low: FlyoutTable, high: FlyoutTable) -> Flyouts:
    """Stack the tables of the value and of the two ends, as an engagement takes them."""
    times = np.stack([table.time_s for table in (value, low, high)])
    return Flyouts(value.range_step_m, value.altitude_step_m, times)


def _crossings(
    time: Floats, ground: Floats, altitude: Floats, speed: Floats, level: float, rising: bool
) -> Floats:
    """Where each flight crosses an altitude: rows (ground range, time, speed), NaN if never."""
    before, after = altitude[:, :-1] - level, altitude[:, 1:] - level
    with np.errstate(invalid="ignore"):
        hit = (before <= 0.0) & (after > 0.0) if rising else (before > 0.0) & (after <= 0.0)
    rows = np.flatnonzero(hit.any(axis=1))
    i = np.argmax(hit[rows], axis=1)
    share = before[rows, i] / (before[rows, i] - after[rows, i])
    out = np.full((ground.shape[0], 3), np.nan)
    out[rows, 0] = ground[rows, i] + share * (ground[rows, i + 1] - ground[rows, i])
    out[rows, 1] = time[i] + share * (time[i + 1] - time[i])
    out[rows, 2] = speed[rows, i] + share * (speed[rows, i + 1] - speed[rows, i])
    return out


@njit(_nrt=False)
def _merge(crossing, best, fast, range_step):
    """Keep the earliest time at each ground range between neighbouring launch elevations.

    ``crossing`` (elevations, 3) is range (m), time (s) and speed (m/s); ``best`` and ``fast``
    (ranges,) are times and speeds at multiples of ``range_step`` (m).
    """
    for row in range(crossing.shape[0] - 1):
        a, b = crossing[row, 0], crossing[row + 1, 0]
        if not abs(a - b) > 0.0:  # one of them never gets there, or both pass at the same range
            continue
        start = max(int(math.ceil(min(a, b) / range_step - 1e-9)), 0)
        stop = min(int(math.floor(max(a, b) / range_step)), best.size - 1)
        for i in range(start, stop + 1):
            s = (i * range_step - a) / (b - a)
            time = crossing[row, 1] + s * (crossing[row + 1, 1] - crossing[row, 1])
            if not best[i] <= time:
                best[i] = time
                fast[i] = crossing[row, 2] + s * (crossing[row + 1, 2] - crossing[row, 2])


@njit(_nrt=False)
def time_to(table_s, range_step_m, altitude_step_m, ground_m, altitude_m):
    """Time of flight to a point by bilinear interpolation; NaN beyond the fly-out's reach."""
    a = ground_m / range_step_m
    b = altitude_m / altitude_step_m
    i, j = int(math.floor(a)), int(math.floor(b))
    if i < 0 or j < 0 or i + 1 >= table_s.shape[0] or j + 1 >= table_s.shape[1]:
        return math.nan
    s, r = a - i, b - j
    return (1.0 - s) * ((1.0 - r) * table_s[i, j] + r * table_s[i, j + 1]) + s * (
        (1.0 - r) * table_s[i + 1, j] + r * table_s[i + 1, j + 1]
    )


def launch_fan(
    interceptor: Missile, *, air: Tables | None = None
) -> tuple[Floats, Floats, Floats, Floats]:
    """A fine fan of launches, as :func:`fly_out` gives them, for :func:`path_to`."""
    return fly_out(interceptor, np.linspace(math.radians(5.0), 0.5 * np.pi, 341), air=air)


def path_to(
    fan: tuple[Floats, Floats, Floats, Floats], ground_m: float, altitude_m: float
) -> tuple[Floats, Floats, Floats]:
    """Time, ground range and altitude of the flight that passes a point, up to it.

    For drawing an engagement: the nearest of a :func:`launch_fan`, which passes the point within the
    fan's own spacing; its end is brought onto the point.
    """
    time, ground, altitude, _ = fan
    miss = np.hypot(ground - ground_m, altitude - altitude_m)
    miss[~np.isfinite(miss)] = np.inf
    row, column = np.unravel_index(int(np.argmin(miss)), miss.shape)
    keep = slice(0, int(column) + 1)
    along, height = ground[row, keep], altitude[row, keep]
    share = time[keep] / max(float(time[column]), 1e-9)
    return (
        time[keep],
        along + share * (ground_m - along[-1]),
        height + share * (altitude_m - height[-1]),
    )
