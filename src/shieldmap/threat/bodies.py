"""The same flights with another body: only the way down through the air is flown again.

Question: how does a batch of solved flights change when the body that comes down has another
ballistic coefficient?

Model: above 100 km a body does not feel the air, so the flight up to there stays. From the last sample
before it comes down to that height, or from its peak where it never rises so far, it is flown again;
then the whole flight is turned about the Earth's centre until it falls where it was aimed at. That is
the flight from a launch point some kilometres away: a tumbling body falls up to 40 km short.

Limits: the turn leaves out what gravity's flattening and the spin change over so few kilometres.

Frame: Earth-fixed (ECEF). Units: SI.

Arguments of the kernels: ``turn`` (3, 3) and ``turns`` (rows, 3, 3) are rotations, ``source`` (k, 3)
vectors.
"""

import numpy as np

from shieldmap import flight
from shieldmap.kernels import njit, prange
from shieldmap.model import VX, Event, Flights, Floats, Missile, Status, Tables, Trajectories


def with_body(
    missile: Missile,
    flights: Flights,
    sampled: Trajectories,
    ballistic_coefficient_kg_m2: float,
    *,
    air: Tables,
) -> tuple[Flights, Trajectories]:
    """Flights (n,) and their samples with another ballistic coefficient, falling where they fell.

    ``missile`` flew them. Rows that were not flown stay as they are.
    """
    every_s = float(sampled.time_s[1] - sampled.time_s[0])
    times, rows = flights.event_time_s, np.flatnonzero(flights.status == Status.OK)
    down_s = np.where(
        np.isnan(times[:, Event.REENTRY]), times[:, Event.APOGEE], times[:, Event.REENTRY]
    )
    from_s = np.maximum(down_s, times[:, Event.BURNOUT])[rows]
    first = np.minimum(np.floor(from_s / every_s).astype(np.int64), sampled.sample_count[rows] - 1)
    # A body may still burn at the sample before; the next one is free.
    first += first * every_s < times[rows, Event.BURNOUT]
    state = np.hstack([sampled.position_m[rows, first], sampled.velocity_m_s[rows, first]])
    longest_s = float((sampled.sample_count[rows] - first).max(initial=1)) * every_s
    fallen, tails = flight.fall(
        missile,
        first * every_s,
        np.ascontiguousarray(state),
        air=air,
        every_s=every_s,
        until_s=2.0 * longest_s,
        ballistic_coefficient_kg_m2=np.full(rows.size, ballistic_coefficient_kg_m2),
    )
    assert tails is not None
    count = sampled.sample_count.copy()
    count[rows] = first + tails.sample_count
    grid = np.full((times.shape[0], int(count.max(initial=2)), 6), np.nan)
    out = Trajectories(
        np.arange(grid.shape[1], dtype=np.float64) * every_s,
        grid[:, :, :VX],
        grid[:, :, VX:],
        count,
    )
    aimed = flights.event_position_m[rows, Event.IMPACT]
    fell = fallen.event_position_m[:, Event.IMPACT]
    turns = _turns(fell, aimed)
    _join(rows, first, sampled.position_m, tails.position_m, turns, count, out.position_m)
    _join(rows, first, sampled.velocity_m_s, tails.velocity_m_s, turns, count, out.velocity_m_s)
    ended = fallen.status == Status.OK
    status, event_s = flights.status.copy(), times.copy()
    status[rows] = np.where(ended, flights.status[rows], fallen.status)
    event_s[rows, Event.IMPACT] = fallen.event_time_s[:, Event.IMPACT]
    return flights._replace(status=status, event_time_s=event_s), out


def _turns(start: Floats, end: Floats) -> Floats:
    """Rotations (n, 3, 3) that bring directions (n, 3) onto others, by Rodrigues' formula."""
    a = start / np.linalg.norm(start, axis=1, keepdims=True)
    b = end / np.linalg.norm(end, axis=1, keepdims=True)
    axis, cosine = np.cross(a, b), np.sum(a * b, axis=1)
    out = np.zeros((a.shape[0], 3, 3))
    out[:, 0, 1], out[:, 0, 2], out[:, 1, 2] = -axis[:, 2], axis[:, 1], -axis[:, 0]
    out[:, 1, 0], out[:, 2, 0], out[:, 2, 1] = axis[:, 2], -axis[:, 1], axis[:, 0]
    return np.asarray(np.eye(3) + out + out @ out / (1.0 + cosine)[:, None, None])


@njit(_nrt=False)
def _turned(turn, source, out):
    """Fill ``out`` (k, 3) with the vectors of ``source`` turned by ``turn`` (3, 3)."""
    for k in range(out.shape[0]):
        for c in range(3):
            out[k, c] = (
                turn[c, 0] * source[k, 0] + turn[c, 1] * source[k, 1] + turn[c, 2] * source[k, 2]
            )


@njit(parallel=True)
def _join(rows, first, before, after, turns, count, out):
    """Samples of ``rows`` up to ``first`` and the tails after them, turned.

    ``before`` (n, k, 3) has all flights, ``after`` (rows, k, 3) the tails and ``out`` (n, k, 3) gets as
    many samples as ``count`` (n,) says: positions or velocities.
    """
    for n in prange(rows.size):
        i, at = rows[n], first[n]
        _turned(turns[n], before[i, :at], out[i, :at])
        _turned(turns[n], after[n, : count[i] - at], out[i, at : count[i]])
