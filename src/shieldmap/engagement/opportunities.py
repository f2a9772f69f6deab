"""Every launch that fits: for each moment, the earliest intercept that can still be had.

A raid asks again and again "if no interceptor can leave before this moment, when and where is the
target met?". The answer is tabled once for each flight and launcher site, so that a battle needs no
geometry: an entry is the launch, the intercept and its altitude, for moments one step apart from the
first launch that fits to the last.
"""

import math
from typing import Final

import numpy as np

from shieldmap.earth import WGS84
from shieldmap.engagement.geometry import ALTITUDE, GEOMETRY, reached_from, seen_by_radar
from shieldmap.engagement.judging import candidates, chain, limits_of
from shieldmap.engagement.settling import ENDS, Tracker, fill_settled, meeting_s
from shieldmap.engagement.views import DETECTED, LOOKS, fill_looks
from shieldmap.engagement.windows import window_of
from shieldmap.kernels import njit, prange
from shieldmap.model import (
    Assumptions,
    Earth,
    Floats,
    Flyouts,
    Opportunities,
    Radar,
    Trajectories,
)
from shieldmap.sensor import face_axes
from shieldmap.track import new_settling_work

STEP_S: Final = 1.0
"""Moments of a table are this far apart; a launch between two of them waits for the later."""

_LAUNCH, _INTERCEPT, _ALTITUDE = 0, 1, 2


@njit(_nrt=False)
def _altitude_at(g, n, dt, time_s):
    """Altitude of the target between two samples."""
    i = min(int(time_s / dt), n - 2)
    share = time_s / dt - i
    return g[i, ALTITUDE] + share * (g[i + 1, ALTITUDE] - g[i, ALTITUDE])


@njit(_nrt=False)
def _fill_entries(g, n, dt, span, limits, window, step_s, entries):
    """Fill the table of one flight, site and variant; returns how many entries there are.

    ``window`` holds the whole window and is overwritten.
    """
    first, latest, last = window[1], window[2], window[3]
    rows = 0
    moment = first
    while moment < last and rows < entries.shape[0] - 1:
        if not window_of(g, span[0], span[1], dt, limits, moment, window):
            break
        entries[rows, _LAUNCH], entries[rows, _INTERCEPT] = max(window[1], moment), window[0]
        entries[rows, _ALTITUDE] = _altitude_at(g, n, dt, window[0])
        rows += 1
        moment += step_s
    # The last launch that fits meets the target at the latest intercept.
    entries[rows, _LAUNCH], entries[rows, _INTERCEPT] = last, latest
    entries[rows, _ALTITUDE] = _altitude_at(g, n, dt, latest)
    return rows + 1


@njit(parallel=True)
def _opportunities_batch(
    position,
    velocity,
    count,
    dt,
    burnout_s,
    radar,
    face,
    launchers_m,
    axes,
    flyouts,
    columns,
    rules,
    rules_low,
    rules_high,
    a,
    earth,
    step_s,
    entries,
    rows,
    detected_s,
):
    variants = a.floor_m.size
    for row in prange(count.size):
        n = count[row]
        if n < 2:
            continue
        g = np.empty((n, GEOMETRY))
        work = np.empty((2, 5))
        looks = np.empty((variants, LOOKS, 3))
        ends, settled = np.empty((ENDS + 1, LOOKS, 3)), np.empty((variants, LOOKS, 2))
        seen_by_radar(
            position[row],
            velocity[row],
            n,
            radar,
            earth.semi_major_axis_m,
            earth.eccentricity_squared,
            g,
        )
        fill_looks(g, n, dt, radar, a, looks)
        fill_settled(
            position[row],
            n,
            dt,
            burnout_s[row],
            meeting_s(position[row], g, n, dt, launchers_m[0], a),
            radar.position_m,
            face,
            columns,
            rules,
            rules_low,
            rules_high,
            a,
            earth,
            looks,
            new_settling_work(),
            ends,
            settled,
        )
        for v in range(variants):
            detected_s[row, v] = looks[v, 0, DETECTED]
        for k in range(launchers_m.shape[0]):
            reached_from(
                position[row], n, launchers_m[k], axes[k], flyouts, earth.semi_major_axis_m, g
            )
            span = candidates(g, n, a)
            for v in range(variants):
                feasible, ready, lost, _ = chain(
                    g, dt, a, v, span[0], span[1], looks[v], settled[v], work[0], work[1]
                )
                if feasible:
                    limits = limits_of(a, v, ready, lost)
                    rows[row, k, v] = _fill_entries(
                        g, n, dt, span, limits, work[0], step_s, entries[row, k, v]
                    )


def opportunities(
    flights: Trajectories,
    burnout_s: Floats,
    radar: Radar,
    launchers_m: Floats,
    launcher_axes: Floats,
    flyouts: Flyouts,
    tracker: Tracker,
    assumptions: Assumptions,
    earth: Earth = WGS84,
) -> list[Opportunities]:
    """Table the launches that fit, one :class:`Opportunities` for each variant.

    Parameters are those of :func:`shieldmap.engagement.engage`. Only the first pass through the
    radar's view that has a window is tabled, as there.
    """
    n, sites, variants = flights.sample_count.size, launchers_m.shape[0], assumptions.floor_m.size
    dt = float(flights.time_s[1] - flights.time_s[0])
    longest = int(math.ceil(flights.time_s[-1] / STEP_S)) + 2
    entries = np.full((n, sites, variants, longest, 3), np.nan, dtype=np.float32)
    rows = np.zeros((n, sites, variants), dtype=np.int64)
    detected_s = np.full((n, variants), np.nan)
    _opportunities_batch(
        flights.position_m,
        flights.velocity_m_s,
        flights.sample_count,
        dt,
        np.ascontiguousarray(burnout_s),
        radar,
        face_axes(radar.axes, radar.boresight_rad, radar.tilt_rad),
        launchers_m,
        launcher_axes,
        flyouts,
        tracker.columns,
        tracker.value,
        tracker.low,
        tracker.high,
        assumptions,
        earth,
        STEP_S,
        entries,
        rows,
        detected_s,
    )
    used = max(int(rows.max(initial=0)), 1)
    return [
        Opportunities(
            entry_count=np.ascontiguousarray(rows[:, :, v]),
            launch_s=entries[:, :, v, :used, _LAUNCH].astype(np.float64),
            intercept_s=entries[:, :, v, :used, _INTERCEPT].astype(np.float64),
            altitude_m=entries[:, :, v, :used, _ALTITUDE].astype(np.float64),
            detected_s=np.ascontiguousarray(detected_s[:, v]),
        )
        for v in range(variants)
    ]
