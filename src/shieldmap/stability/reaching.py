"""Could an interceptor reach a flight? Its highest altitude against the lowest passage.

Question: how high can an interceptor of the battery get at each distance over the ground, and how
low do the flights pass there?

Model: the fly-out at the value and at the fast end of the interceptor's speed, over every launch
elevation; the published envelope is a ceiling and a slant range. The comparison is the most
favourable one for the interceptor: it asks only whether a point of the flight could be reached at
all, never whether in time, with which warning, or against which speed. It begins at burnout: while
the motors burn the missile is still over its launch area.

Limits: flown over a still sphere, no guidance; see :mod:`shieldmap.interceptor`.

Units: SI.
"""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap import campaign, earth, interceptor
from shieldmap.catalog import DefenceEntry
from shieldmap.model import Floats, Missile
from shieldmap.stability.flights import FlownFamily
from shieldmap.stability.judging import StabilityStudy, is_flown
from shieldmap.terms import End

_ELEVATIONS: Final = 151
_STEP_M: Final = 10e3
_FINER: Final = 10
# A mean Earth finds the part of a flight that matters; its error is far below the room left.
EARTH_M: Final = 6371e3
_ROOM_M: Final = 60e3


class FlyoutEnvelope(NamedTuple):
    """The highest altitude (k,) at each ground distance (k,), and the published limits."""

    ground_m: Floats
    top_m: Floats
    top_high_m: Floats
    ceiling_m: float
    reach_m: float
    target_speed_max_m_s: float


class Passages(NamedTuple):
    """How near each flight (n,) comes to the battery after burnout.

    ``ground_m`` is the least distance over the ground, with altitude, speed and time there;
    ``slant_m`` the least straight distance. ``lowest_m`` is the lowest altitude where the fast
    interceptor has any reach, ``gap_m`` the least altitude by which the flight passes above that
    reach; NaN where the flight stays beyond it. ``inside_m`` is the lowest altitude inside the
    published reach and ceiling, NaN where the flight never is.
    """

    ground_m: Floats
    altitude_m: Floats
    speed_m_s: Floats
    time_s: Floats
    slant_m: Floats
    lowest_m: Floats
    gap_m: Floats
    inside_m: Floats


def envelope(entry: DefenceEntry) -> FlyoutEnvelope:
    """What the fly-out of a defence reaches, at the value and at the fast end."""
    lowest = entry.interceptor.launch_elevation_min.si
    value, high = (
        _tops(*campaign.interceptor_at(entry, end, end, end), lowest)
        for end in (End.VALUE, End.GOOD)
    )
    ground = np.arange(0.0, max(value[0].max(), high[0].max()) + _STEP_M, _STEP_M)
    published = entry.envelope
    return FlyoutEnvelope(
        ground_m=ground,
        top_m=_highest(ground, *value),
        top_high_m=_highest(ground, *high),
        ceiling_m=published.ceiling.high_si,
        reach_m=published.reach.high_si,
        target_speed_max_m_s=published.target_speed_max.high_si,
    )


def _tops(
    missile: Missile, release: interceptor.Release | None, lowest_rad: float
) -> tuple[Floats, Floats]:
    """Ground distance and altitude of every sample of the fan of launches."""
    elevation = np.linspace(lowest_rad, 0.5 * np.pi, _ELEVATIONS)
    _, ground, altitude, _ = interceptor.fly_out(missile, elevation, release)
    kept = np.isfinite(altitude) & (altitude >= 0.0)
    return np.abs(ground[kept]), altitude[kept]


def _highest(at_m: Floats, ground_m: Floats, altitude_m: Floats) -> Floats:
    """The highest sample at or beyond each distance: what is reached farther out is reached here."""
    out = np.full(at_m.size, np.nan)
    for row, at in enumerate(at_m):
        beyond = ground_m >= at
        if beyond.any():
            out[row] = altitude_m[beyond].max()
    return out


def passages(this: StabilityStudy, reach: FlyoutEnvelope) -> Passages:
    """The nearest passage of every flight at the battery."""
    flown, site = this.flown, this.scenario.battery
    latitude, longitude = math.radians(site.latitude_deg), math.radians(site.longitude_deg)
    here = earth.geodetic_to_ecef(np.array(latitude), np.array(longitude), site.altitude_m)
    n = flown.area.size
    out = Passages(*(np.full(n, np.nan) for _ in Passages._fields))
    farthest = reach.ground_m[np.isfinite(reach.top_high_m)].max()
    for row in np.flatnonzero(is_flown(flown)):
        position, speed, time = _near_part(flown, int(row), here, farthest)
        there = earth.ecef_to_geodetic(position)
        altitude = there[2]
        count = altitude.size
        ground, _, _ = earth.geodesic_inverse(
            np.full(count, latitude), np.full(count, longitude), there[0], there[1]
        )
        nearest = int(np.argmin(ground))
        out.ground_m[row] = ground[nearest]
        out.altitude_m[row] = altitude[nearest]
        out.speed_m_s[row] = speed[nearest]
        out.time_s[row] = time[nearest]
        slant = np.linalg.norm(position - here, axis=-1)
        out.slant_m[row] = slant.min()
        inside = (slant <= reach.reach_m) & (altitude <= reach.ceiling_m)
        if inside.any():
            out.inside_m[row] = altitude[inside].min()
        near = ground <= farthest
        if near.any():
            top = np.interp(ground[near], reach.ground_m, reach.top_high_m)
            out.lowest_m[row] = altitude[near].min()
            out.gap_m[row] = (altitude[near] - top).min()
    return out


def _near_part(
    flown: FlownFamily, row: int, here_m: Floats, farthest_m: float
) -> tuple[Floats, Floats, Floats]:
    """Positions, speeds and times of the part of a flight near a place, half a second apart.

    Between samples the path is taken as straight, which cuts off at most 30 m of it.
    """
    held = np.isfinite(flown.altitude_m[row]) & (flown.time_s >= flown.burnout_s[row])
    position, time = flown.position_m[row][held], flown.time_s[held]
    along = position @ here_m / np.linalg.norm(position, axis=-1) / np.linalg.norm(here_m)
    away_m = EARTH_M * np.arccos(np.clip(along, -1.0, 1.0))
    wanted = np.flatnonzero(away_m <= max(farthest_m, float(away_m.min())) + _ROOM_M)
    first, last = max(int(wanted[0]) - 1, 0), min(int(wanted[-1]) + 1, time.size - 1)
    fine = np.linspace(time[first], time[last], _FINER * (last - first) + 1)
    path = np.stack([np.interp(fine, time, column) for column in position.T], axis=-1)
    return path, np.interp(fine, time, flown.speed_m_s[row][held]), fine
