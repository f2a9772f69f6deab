"""The states of a flight where its thrust changes, for whoever interpolates between samples.

A curve through samples on both sides of such a moment blurs it. Here its states are exact: the same
flight with its thrust cut off at that moment, which the integrator reaches by the same steps.
"""

from typing import Final

import numpy as np

from shieldmap import flight
from shieldmap.earth import WGS84
from shieldmap.model import Aims, BoostStates, Earth, Event, Floats, Missile, Tables
from shieldmap.threat.families import AimTable

_APART_S: Final = 1e-3
"""Changes nearer to each other than this are one."""

_PARTS: Final = 3
"""Each phase of thrust is told by its ends and by what parts it in three: four states."""


def boost_states(
    missile: Missile,
    table: AimTable,
    aims: Aims,
    row: int = 0,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
    tolerance_m: float | None = None,
) -> BoostStates:
    """States of one aimed flight from its first change of thrust after launch to its burnout.

    The changes are the end of the rise, the end of the tilt, and the ends and the ignitions of the
    stages until the thrust is cut off. Times count from launch; frame: Earth-fixed (ECEF, WGS 84).
    The other arguments are those with which the flight was flown.
    """
    changes = thrust_changes(missile, float(aims.cutoff_s[row]))
    edges = np.concatenate([[0.0], changes])
    inner = edges[:-1, None] + np.diff(edges)[:, None] * np.arange(1, _PARTS) / _PARTS
    time = np.sort(np.concatenate([changes, inner.ravel()]))
    flights, _ = flight.fly(
        missile,
        flight.Launch(table.position_m, table.east_north_up),
        flight.Steering(aims.azimuth_rad[row], aims.pitch_rad[row], time),
        earth=earth,
        air=air,
        tolerance_m=table.tolerance_m if tolerance_m is None else tolerance_m,
    )
    return BoostStates(
        time_s=time,
        position_m=flights.event_position_m[:, Event.BURNOUT],
        velocity_m_s=flights.event_velocity_m_s[:, Event.BURNOUT],
        is_change=np.isin(time, changes),
    )


def thrust_changes(missile: Missile, cutoff_s: float) -> Floats:
    """When the thrust or its steering changes (m,), in seconds since launch, burnout last."""
    times = [missile.rise_s, missile.rise_s + missile.pitch_s]
    end = 0.0
    ignition = 0.0
    for burn_s, coast_s in zip(missile.stage_burn_s, missile.stage_coast_s, strict=True):
        end = ignition + float(burn_s)
        times += [ignition, end]
        ignition = end + float(coast_s)
    burnout = min(cutoff_s, end)
    before = sorted(t for t in times if 0.0 < t < burnout)
    kept: list[float] = []
    for t in before:
        if t - (kept[-1] if kept else 0.0) >= _APART_S and burnout - t >= _APART_S:
            kept.append(t)
    return np.array([*kept, burnout])
