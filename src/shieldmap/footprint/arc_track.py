"""A track filter that expects an arc, against a body that lifts.

Question: how much later does such a track say where the target will be when the interceptor arrives?

From every sampled state of the flight, an arc with the body's ballistic coefficient is flown as far ahead as the
interceptor takes; where the target really is then, the miss is the error of a track that knows the state and not
the lift. The track has settled when the miss stays within the commit gate until the last shot.

Limits: the state is known without error; an interceptor that is corrected on its way can take up much of the
miss; the look ahead is that of the first shot, or :data:`AHEAD_S` where none fits.

Frame: Earth-fixed (ECEF). Units: SI.
"""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap import flight
from shieldmap.campaign import Judged, Study
from shieldmap.catalog import DefenceEntry
from shieldmap.model import Event, Missile

AHEAD_S: Final = 30.0
"""How far ahead the target is predicted where no shot fits: a fly-out over some 60 km."""

_EVERY: Final = 2


class ArcTrack(NamedTuple):
    """What a track that expects an arc makes of a flight.

    ``later_s`` counts from the commitment of a track that makes no such error, NaN where it never settles;
    ``miss_m`` is the largest miss from that commitment on.
    """

    later_s: float
    miss_m: float
    ahead_s: float


def arc_track(
    this: Study, missile: Missile, entry: DefenceEntry, judged: Judged
) -> ArcTrack | None:
    """The error of a track that expects an arc, of the single flight kept; nothing for an arc or no track."""
    value, kept = judged.engagements, judged.trajectories
    commit_s = float(value.commit_s[0])
    if missile.lift_to_drag == 0.0 or not math.isfinite(commit_s):
        return None
    fly_out_s = float(value.earliest_intercept_s[0] - value.first_launch_s[0])
    ahead_s = fly_out_s if math.isfinite(fly_out_s) and fly_out_s > 0.0 else AHEAD_S
    count = int(kept.sample_count[0])
    rows = np.arange(0, count, _EVERY)
    rows = rows[
        kept.time_s[rows] >= max(commit_s, float(judged.flights.event_time_s[0, Event.BURNOUT]))
    ]
    if rows.size == 0:
        return None
    states = np.hstack([kept.position_m[0, rows], kept.velocity_m_s[0, rows]])
    _, ahead = flight.fall(
        missile._replace(lift_to_drag=0.0),
        kept.time_s[rows],
        np.ascontiguousarray(states),
        air=this.air,
        every_s=ahead_s,
        until_s=ahead_s,
    )
    assert ahead is not None
    times = kept.time_s[:count]
    then = kept.time_s[rows] + ahead_s
    there = np.column_stack(
        [np.interp(then, times, kept.position_m[0, :count, k]) for k in range(3)]
    )
    miss_m = np.linalg.norm(ahead.position_m[:, 1] - there, axis=1)
    # An arc that has hit the ground by then, or a flight that has, predicts nothing any more.
    is_known = np.isfinite(miss_m) & (then <= times[-1])
    if not is_known.any():
        return None
    rows, miss_m = rows[is_known], miss_m[is_known]
    gate_m = entry.fire_control.commit_gate.si
    outside = np.flatnonzero(miss_m > gate_m)
    if outside.size == 0:
        later_s = 0.0
    elif outside[-1] + 1 < rows.size:
        later_s = float(kept.time_s[rows[outside[-1] + 1]]) - commit_s
    else:
        later_s = math.nan
    return ArcTrack(later_s, float(miss_m.max()), ahead_s)
