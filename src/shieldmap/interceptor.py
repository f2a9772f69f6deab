"""How soon the interceptor is where: its fly-out and what it can reach.

Question: how long does the interceptor need from launch to a point at some ground range and
altitude, and which points can it reach at all?

Model: the boost of a single stage by the integrator of ``flight``: the direction of launch is
held for a moment, then the thrust follows the velocity; after burnout a free body with one
ballistic coefficient, the kill vehicle on its burnt-out booster, and after the release another with
its own, the kill vehicle alone. Many launch elevations are flown over a still sphere; for every
altitude the earliest time over all of them is tabled against the ground range.

Limits: no guidance, divert or aim errors; flown over a sphere at rest, which moves the point
reached after 100 s by less than 1.9 km and the time by less than 0.5 s against the turning Earth;
launched at sea level. What the fly-out reaches is not the published envelope: a light interceptor
of 2.6 to 2.9 km/s coasts to several hundred kilometres.

Units: SI and radians. Propellant and drag are derived from 900 kg and 2.8 km/s (2.6 to 2.9).
"""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap import flight
from shieldmap.earth import SEMI_MAJOR_AXIS_M, WGS84, tables
from shieldmap.kernels import njit
from shieldmap.model import Earth, Floats, Flyouts, FlyoutTable, Missile, Tables

STILL_SPHERE: Final[Earth] = WGS84._replace(eccentricity_squared=0.0, j2=0.0, rotation_rad_s=0.0)

FLYOUTS: Final = 7
"""Times of flight of one interceptor: the values, and two ends for each part of the fly-out."""

_ELEVATIONS: Final = 76
_LOWEST_RAD: Final = math.radians(15.0)
_EVERY_S: Final = 0.5
_UNTIL_S: Final = 2400.0
_FULL_BURN_S: Final = 1e6
_STEP_M: Final = 4e3
_MOST_STEPS: Final = 300
_RANGE_TOP_M: Final = 480e3
_ALTITUDE_TOP_M: Final = 360e3
# Flights of a fan lie some 0.9 km from each other at 200 km, and samples 1.4 km: what passes a point
# passes it within this, in as many samples.
_FAN_M: Final = 1.5e3
_FAN_SAMPLES: Final = 4
# Columns of a crossing of an altitude.
_GROUND, _TIME, _SPEED = 0, 1, 2


class Release(NamedTuple):
    """When the kill vehicle leaves its booster, seconds after burnout, and how it coasts from then on."""

    delay_s: float
    ballistic_coefficient_kg_m2: float


def fly_out(
    interceptor: Missile,
    elevation_rad: Floats,
    release: Release | None = None,
    *,
    air: Tables | None = None,
) -> tuple[Floats, Floats, Floats, Floats]:
    """Fly launches at several elevations over a still sphere.

    Without a ``release`` the body that burns out is the one that coasts. The release is taken at the
    next of the samples, which are half a second apart.

    Returns
    -------
    time_s (k,), and ground range, altitude and speed (n, k); NaN after the fall.
    """
    air = air if air is not None else tables()
    position = np.array([SEMI_MAJOR_AXIS_M, 0.0, 0.0])
    axes = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    tilt = 0.5 * np.pi - elevation_rad
    _, kept = flight.fly(
        interceptor,
        flight.Launch(position, axes),
        flight.Steering(0.0, tilt, _FULL_BURN_S, tilt),
        earth=STILL_SPHERE,
        air=air,
        every_s=_EVERY_S,
        until_s=_UNTIL_S,
    )
    assert kept is not None
    position_m, velocity_m_s = kept.position_m, kept.velocity_m_s
    if release is not None:
        at = math.ceil((float(interceptor.stage_burn_s.sum()) + release.delay_s) / _EVERY_S)
        coasting = np.flatnonzero(np.isfinite(position_m[:, at, 0]))
        state = np.hstack([position_m[coasting, at], velocity_m_s[coasting, at]])
        _, fallen = flight.fall(
            interceptor,
            np.full(coasting.size, at * _EVERY_S),
            np.ascontiguousarray(state),
            earth=STILL_SPHERE,
            air=air,
            every_s=_EVERY_S,
            until_s=_UNTIL_S - at * _EVERY_S,
            ballistic_coefficient_kg_m2=np.full(coasting.size, release.ballistic_coefficient_kg_m2),
        )
        assert fallen is not None
        count = min(fallen.time_s.size, kept.time_s.size - at)
        position_m[coasting, at : at + count] = fallen.position_m[:, :count]
        velocity_m_s[coasting, at : at + count] = fallen.velocity_m_s[:, :count]
    radius = np.linalg.norm(position_m, axis=-1)
    ground = SEMI_MAJOR_AXIS_M * np.arctan2(position_m[..., 2], position_m[..., 0])
    speed = np.linalg.norm(velocity_m_s, axis=-1)
    return kept.time_s, ground, radius - SEMI_MAJOR_AXIS_M, speed


def flyout_table(
    interceptor: Missile,
    elevation_min_rad: float = _LOWEST_RAD,
    release: Release | None = None,
    *,
    range_top_m: float = _RANGE_TOP_M,
    altitude_top_m: float = _ALTITUDE_TOP_M,
    air: Tables | None = None,
) -> FlyoutTable:
    """Table the earliest time of flight over (ground range, altitude).

    Launch elevations run from the least one to straight up. The table reaches to the tops at least;
    what it leaves out below them the interceptor cannot reach.

    Raises
    ------
    ValueError : the interceptor still flies inside the tops when its fly-out ends.
    """
    # Elevations are dense near the lowest, where the range changes fastest with them.
    share = np.linspace(0.0, 1.0, _ELEVATIONS) ** 1.3
    elevation = elevation_min_rad + (0.5 * np.pi - elevation_min_rad) * share
    time, ground, altitude, speed = fly_out(interceptor, elevation, release, air=air)
    with np.errstate(invalid="ignore"):
        if ((ground[:, -1] < range_top_m) & (altitude[:, -1] < altitude_top_m)).any():
            raise ValueError(f"the fly-out is followed for {_UNTIL_S:.0f} s and is not over then")
    range_step_m = max(_STEP_M, math.ceil(range_top_m / _MOST_STEPS / 1e3) * 1e3)
    altitude_step_m = max(_STEP_M, math.ceil(altitude_top_m / _MOST_STEPS / 1e3) * 1e3)
    ranges = math.ceil(range_top_m / range_step_m) + 1
    altitudes = math.ceil(altitude_top_m / altitude_step_m) + 1
    best = np.full((altitudes, ranges), np.nan)
    fast = np.full((altitudes, ranges), np.nan)
    ways = np.full((2, altitudes, elevation.size, 3), np.nan)
    _cross(time, ground, altitude, speed, altitude_step_m, ways)
    for level in range(altitudes):
        up, down = ways[0, level], ways[1, level]
        both = np.flatnonzero(np.isfinite(up[:, 0]) & np.isfinite(down[:, 0]))
        # The lowest launch that still gets there peaks just above: between its two crossings
        # lie the flights that peak there exactly, unless it is the lowest that is allowed.
        first = both[:1] if both.size and both[0] > 0 else both[:0]
        peak = np.vstack([up[first], down[first]])
        for crossing in (up, down, peak):
            _merge(crossing, best[level], fast[level], range_step_m)
    return FlyoutTable(
        range_step_m, altitude_step_m, np.ascontiguousarray(best.T), np.ascontiguousarray(fast.T)
    )


def flyouts(value: FlyoutTable, *ends: FlyoutTable) -> Flyouts:
    """Stack the tables of the value and of the bad and good end of each part of the fly-out.

    Parts without ends have those of the value.
    """
    stacked = [value, *ends] + [value] * (FLYOUTS - 1 - len(ends))
    times = np.stack([table.time_s for table in stacked], axis=-1)
    return Flyouts(value.range_step_m, value.altitude_step_m, np.ascontiguousarray(times))


@njit(_nrt=False)
def _cross(time, ground, altitude, speed, step, ways):
    """Where each flight first crosses each altitude, going up and coming down.

    ``ways`` (2, altitudes, flights, 3) gets ground range (m), time (s) and speed (m/s) at multiples
    of ``step`` (m); the other arrays are those of :func:`fly_out`.
    """
    for n in range(altitude.shape[0]):
        for i in range(altitude.shape[1] - 1):
            before, after = altitude[n, i], altitude[n, i + 1]
            if not (before == before and after == after):
                continue
            way = 0 if after > before else 1
            low, high = min(before, after), max(before, after)
            level = int(math.ceil(low / step))
            while level * step < high and level < ways.shape[1]:
                crossing = ways[way, level, n]
                if level >= 0 and crossing[_GROUND] != crossing[_GROUND]:
                    share = (level * step - before) / (after - before)
                    crossing[_GROUND] = ground[n, i] + share * (ground[n, i + 1] - ground[n, i])
                    crossing[_TIME] = time[i] + share * (time[i + 1] - time[i])
                    crossing[_SPEED] = speed[n, i] + share * (speed[n, i + 1] - speed[n, i])
                level += 1


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
def times_to(time_s, range_step_m, altitude_step_m, ground_m, altitude_m, out):
    """Times of flight to a point by bilinear interpolation; NaN beyond the fly-out's reach.

    ``time_s`` (ranges, altitudes, k) are the tables, ``out`` (k,) gets a time of each.
    """
    a = ground_m / range_step_m
    b = altitude_m / altitude_step_m
    i, j = int(math.floor(a)), int(math.floor(b))
    is_tabled = i >= 0 and j >= 0 and i + 1 < time_s.shape[0] and j + 1 < time_s.shape[1]
    s, r = a - i, b - j
    for k in range(out.size):
        if is_tabled:
            near = (1.0 - r) * time_s[i, j, k] + r * time_s[i, j + 1, k]
            far = (1.0 - r) * time_s[i + 1, j, k] + r * time_s[i + 1, j + 1, k]
            out[k] = (1.0 - s) * near + s * far
        else:
            out[k] = math.nan


def launch_fan(
    interceptor: Missile, release: Release | None = None, *, air: Tables | None = None
) -> tuple[Floats, Floats, Floats, Floats]:
    """A fine fan of launches, as :func:`fly_out` gives them, for :func:`path_to`."""
    elevation = np.linspace(math.radians(5.0), 0.5 * np.pi, 341)
    return fly_out(interceptor, elevation, release, air=air)


def _passing(
    fan: tuple[Floats, Floats, Floats, Floats], ground_m: float, altitude_m: float
) -> tuple[int, int]:
    """Launch and sample of the earliest flight past a point: a steeper one falls there much later."""
    _, ground, altitude, _ = fan
    miss = np.hypot(ground - ground_m, altitude - altitude_m)
    miss[~np.isfinite(miss)] = np.inf
    rows, columns = np.nonzero(miss <= miss.min() + _FAN_M)
    row, column = int(rows[np.argmin(columns)]), int(columns.min())
    return row, column + int(np.argmin(miss[row, column : column + _FAN_SAMPLES]))


def arrival(
    fan: tuple[Floats, Floats, Floats, Floats], ground_m: float, altitude_m: float
) -> tuple[float, float]:
    """Speed along the ground and rate of climb (m/s) of the earliest flight past a point."""
    time, ground, altitude, _ = fan
    row, column = _passing(fan, ground_m, altitude_m)
    ends = [max(column - 1, 0), min(column + 1, time.size - 1)]
    if not np.isfinite(ground[row, ends[1]]):
        ends[1] = column
    along, climbed = (float(part[row, ends[1]] - part[row, ends[0]]) for part in (ground, altitude))
    passed_s = float(time[ends[1]] - time[ends[0]])
    return along / passed_s, climbed / passed_s


def path_to(
    fan: tuple[Floats, Floats, Floats, Floats], ground_m: float, altitude_m: float
) -> tuple[Floats, Floats, Floats]:
    """Time, ground range and altitude of the flight that passes a point, up to it.

    For drawing an engagement: the earliest of a :func:`launch_fan` that passes the point within the
    fan's own spacing; its end is brought onto the point.
    """
    time, ground, altitude, _ = fan
    row, column = _passing(fan, ground_m, altitude_m)
    keep = slice(0, column + 1)
    along, height = ground[row, keep], altitude[row, keep]
    share = time[keep] / max(float(time[column]), 1e-9)
    return (
        time[keep],
        along + share * (ground_m - along[-1]),
        height + share * (altitude_m - height[-1]),
    )
