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
from shieldmap.engagement.geometry import ALTITUDE
from shieldmap.engagement.judging import chain
from shieldmap.engagement.rows import (
    batch_of,
    fly_row,
    new_row,
    reach_row,
    see_row,
    track_row,
    tracking_of,
    variants_of,
)
from shieldmap.engagement.settling import Tracker
from shieldmap.engagement.views import DETECTED
from shieldmap.engagement.windows import (
    EARLIEST,
    FIRST_LAUNCH,
    LATEST,
    LATEST_LAUNCH,
)
from shieldmap.kernels import njit, prange
from shieldmap.model import (
    Assumptions,
    Earth,
    Floats,
    LaunchSites,
    Opportunities,
    Radar,
    Trajectories,
)

STEP_S: Final = 1.0
"""Moments of a table are this far apart; a launch between two of them waits for the later."""

_LAUNCH, _INTERCEPT, _ALTITUDE = 0, 1, 2


@njit(_nrt=False)
def _altitude_at(g, dt, time_s):
    """Altitude of the target between two samples."""
    i = min(int(time_s / dt), g.shape[1] - 2)
    share = time_s / dt - i
    return g[ALTITUDE, i] + share * (g[ALTITUDE, i + 1] - g[ALTITUDE, i])


@njit(_nrt=False)
def _fill_entries(g, blocks, dt, one, looks, settled, window, entries):
    """Fill the table (entries, 3) of one flight, site and variant; returns how many there are.

    ``window`` (5,) holds the whole one and is overwritten, ``looks`` and ``settled`` are those of the
    variant.
    """
    first, latest, last = window[FIRST_LAUNCH], window[LATEST], window[LATEST_LAUNCH]
    rows = 0
    moment = first
    while moment < last and rows < entries.shape[0] - 1:
        if not chain(g, blocks, dt, one, looks, settled, moment, True, window).is_open:
            break
        entries[rows, _LAUNCH] = max(window[FIRST_LAUNCH], moment)
        entries[rows, _INTERCEPT] = window[EARLIEST]
        entries[rows, _ALTITUDE] = _altitude_at(g, dt, window[EARLIEST])
        rows += 1
        moment += STEP_S
    # The last launch that fits meets the target at the latest intercept.
    entries[rows, _LAUNCH], entries[rows, _INTERCEPT] = last, latest
    entries[rows, _ALTITUDE] = _altitude_at(g, dt, latest)
    return rows + 1


@njit(_nrt=False)
def _table_row(batch, i, row, entries, rows, detected_s):
    """Table flight ``i``: ``entries`` (sites, m, entries, 3), ``rows`` (sites, m), detections (m,)."""
    if row.g.shape[1] < 2:
        return
    fly_row(batch, i, row)
    see_row(batch, i, row)
    track_row(batch, i, row)
    a, dt, g, blocks = batch.assumptions, batch.every_s, row.g, row.blocks
    for v in range(detected_s.size):
        detected_s[v] = row.looks[v, 0, DETECTED]
    for k in range(rows.shape[0]):
        reach_row(batch, i, k, False, row)
        for v in range(detected_s.size):
            looks, settled, window = row.looks[v], row.settled[v], row.window
            if chain(g, blocks, dt, a[v], looks, settled, -math.inf, True, window).is_open:
                rows[k, v] = _fill_entries(
                    g, blocks, dt, a[v], looks, settled, window, entries[k, v]
                )


@njit(parallel=True)
def _opportunities_batch(flights, radar, tracking, sites, a, earth, entries, rows, detected_s):
    """Table every flight; ``entries``, ``rows`` and ``detected_s`` have a first axis of flights."""
    for i in prange(rows.shape[0]):
        batch = batch_of(flights, radar, tracking, sites, a, earth)
        row = new_row(flights.sample_count[i], detected_s.shape[1], batch.every_s)
        _table_row(batch, i, row, entries[i], rows[i], detected_s[i])


def opportunities(
    flights: Trajectories,
    burnout_s: Floats,
    radar: Radar,
    sites: LaunchSites,
    tracker: Tracker,
    assumptions: Assumptions,
    earth: Earth = WGS84,
) -> list[Opportunities]:
    """Table the launches that fit, one :class:`Opportunities` for each variant.

    Parameters are those of :func:`shieldmap.engagement.engage`.
    """
    n, variants = flights.sample_count.size, assumptions.floor_m.size
    shape = (n, sites.position_m.shape[0], variants)
    longest = int(math.ceil(flights.time_s[-1] / STEP_S)) + 2
    entries = np.full((*shape, longest, 3), np.nan, dtype=np.float32)
    rows = np.zeros(shape, dtype=np.int64)
    detected_s = np.full((n, variants), np.nan)
    tracking = tracking_of(burnout_s, radar, assumptions, tracker)
    _opportunities_batch(
        flights, radar, tracking, sites, variants_of(assumptions), earth, entries, rows, detected_s
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
