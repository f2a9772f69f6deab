"""What one trial of a raid remembers while it is fought."""

from typing import Any, Final, NamedTuple

import numpy as np

DETECT, READY, ASSESS, FREE, RELEASE = 0, 1, 2, 3, 4
KIND: Final = 1 << 48
"""Kinds of events: a code is kind * KIND + what it is about."""

# Columns of the log of shots.
LOG_BATTERY, LOG_SITE, LOG_MISSILE, LOG_OBJECT, LOG_WARHEAD = 0, 1, 2, 3, 4
LOG_ORDERED, LOG_LAUNCH, LOG_INTERCEPT, LOG_ALTITUDE, LOG_HIT, LOG_ASSESSED = 5, 6, 7, 8, 9, 10
LOG_COLUMNS = 11
# Counters of a trial: hits, shots at objects that are no warheads, shots at what was stopped
# already, all shots, and how many events the queue holds.
HITS, AT_OTHERS, AT_STOPPED, SHOTS, EVENTS, COUNTERS = 0, 1, 2, 3, 4, 5


# Records, so that kernels pass few arrays: with seventy a call costs more than what it does.
_TRACK: Final = np.dtype(
    [
        ("is_warhead", np.bool_),
        ("is_told", np.bool_),
        ("busy_until_s", np.float64),
        ("busy_by", np.int64),
        ("stopped_s", np.float64),
        ("stopped_by", np.int64),
        ("known_s", np.float64),
        ("stage", np.int64),
        ("shots", np.int64),
        ("sound_shots", np.int64),
    ]
)
_SIGHT: Final = np.dtype([("is_held", np.bool_), ("delay_s", np.float64)])
_BATTERY: Final = np.dtype(
    [
        ("waiting", np.int64),
        ("wake_s", np.float64),
        ("reserve", np.int64),
        ("kill", np.float64),
        ("layer_fails", np.bool_),
        ("spent", np.int64),
        ("emptied_s", np.float64),
        ("last_s", np.float64),
    ]
)
_LAUNCHER: Final = np.dtype([("free_s", np.float64), ("loaded", np.int64)])
_RADAR: Final = np.dtype(
    [("fails", np.bool_), ("held", np.int64), ("head", np.int64), ("tail", np.int64)]
)


class Board(NamedTuple):
    """One trial: records of tracks (t), batteries (b), launchers and radars (r), and its events.

    A track's ``stage`` is how far the defence came against it, a code of ``Outcome``; ``is_told``
    says that the objects of its missile are told apart. ``sights`` (t, r) are the radars' tracks,
    ``looks`` (t, b) the salvoes fired, ``waiting`` (b, t) the tracks that wait for each battery,
    ``channel_s`` (b, channels) when each channel is free, ``queued`` (r, t) what waits for a radar.
    """

    tracks: Any
    looks: Any
    sights: Any
    batteries: Any
    waiting: Any
    waits: Any
    channel_s: Any
    launchers: Any
    radars: Any
    queued: Any
    counters: Any
    event_s: Any
    event_code: Any


class Field(NamedTuple):
    """What all trials of a raid share: records made once by :func:`shieldmap.battle.field`.

    ``spans`` (missiles, b) are the first and the last launch of each battery at each missile and
    whether a plan allows it. ``counts`` (paths, sites) and ``entries`` (paths, sites, entry, 3)
    are the opportunities: launch, intercept, altitude. ``detected_s`` is (paths, radars).
    ``static_s`` and ``static_code`` are the events known beforehand, in order.
    """

    missiles: Any
    spans: Any
    track_missile: Any
    batteries: Any
    kill_quantiles: Any
    launchers: Any
    radars: Any
    counts: Any
    entries: Any
    detected_s: Any
    static_s: Any
    static_code: Any
    assignment: int
    is_gated: bool


MISSILE: Final = np.dtype(
    [
        ("path", np.int64),
        ("launch_s", np.float64),
        ("impact_s", np.float64),
        ("weight", np.float64),
        ("objects", np.int64),
        ("discrimination", np.float64),
        ("sorting_altitude_m", np.float64),
        ("first_track", np.int64),
        ("group", np.int64),
    ]
)
SPAN: Final = np.dtype([("open_s", np.float64), ("close_s", np.float64), ("is_allowed", np.bool_)])
BATTERY: Final = np.dtype(
    [
        ("layer", np.int64),
        ("radar", np.int64),
        ("salvo", np.int64),
        ("looks", np.int64),
        ("simultaneous", np.int64),
        ("assessment_s", np.float64),
        ("spacing_s", np.float64),
        ("reload_s", np.float64),
        ("reloads", np.int64),
        ("common_mode", np.float64),
        ("may_double", np.bool_),
        ("first", np.int64),
        ("end", np.int64),
    ]
)
LAUNCHER: Final = np.dtype([("site", np.int64), ("loaded", np.int64)])
RADAR: Final = np.dtype(
    [
        ("track_budget", np.int64),
        ("track_probability", np.float64),
        ("failure", np.float64),
        ("lost_s", np.float64),
        ("is_limited", np.bool_),
    ]
)


def new_boards(count: int, this: Field) -> Board:
    """Room for trials that are fought side by side, on a first axis; each trial fills it anew."""
    t, b, r = this.track_missile.size, this.batteries.size, this.radars.size
    channels = int(this.batteries["simultaneous"].max(initial=1))
    # Waiting for each battery, assessed, detected and released by each radar; wake-ups.
    events = t * (3 * b + 2 * r + 4) + 8 * b + 16
    return Board(
        tracks=np.zeros((count, t), _TRACK),
        looks=np.zeros((count, t, b), np.int64),
        sights=np.zeros((count, t, r), _SIGHT),
        batteries=np.zeros((count, b), _BATTERY),
        waiting=np.zeros((count, b, t), np.int64),
        waits=np.zeros((count, t, b), np.bool_),
        channel_s=np.zeros((count, b, channels)),
        launchers=np.zeros((count, this.launchers.size), _LAUNCHER),
        radars=np.zeros((count, r), _RADAR),
        queued=np.zeros((count, r, t), np.int64),
        counters=np.zeros((count, COUNTERS), np.int64),
        event_s=np.zeros((count, events)),
        event_code=np.zeros((count, events), np.int64),
    )
