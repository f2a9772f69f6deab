"""When an intercept fits: the windows in which every limit of the envelope holds.

Edges between samples are interpolated, so a window shorter than a sample may be missed.

Arguments of the kernels: ``limits`` is a :class:`Limits`, ``which`` one of the six margins, ``out``
(5,) a window.
"""

import math
from typing import Final, NamedTuple

from shieldmap.engagement.geometry import ALTITUDE, SLANT, SPEED, flight_s, share_of_step
from shieldmap.kernels import njit

# The margins of an intercept that open or close a window; the sixth is the target speed limit.
FLOOR, CEILING, REACH, IN_TIME, SEEN = 0, 1, 2, 3, 4
_MARGINS: Final = 6

EARLIEST, FIRST_LAUNCH, LATEST, LATEST_LAUNCH, OPENED_BY, WINDOW = range(6)
"""Fields of a window: intercepts and their launches (s), the margin that opened it; their number."""


class Limits(NamedTuple):
    """What an intercept is held against; the speed is the target's, the share the fly-out's."""

    floor_m: float
    ceiling_m: float
    reach_m: float
    speed_max_m_s: float
    ready_s: float
    lost_s: float
    flyout_share: float


@njit(_nrt=False)
def _margin(g, i, t, which, limits):
    """One of the six margins of an intercept at a sample; negative infinity where unreachable."""
    if which == FLOOR:
        return g[i, ALTITUDE] - limits.floor_m
    if which == CEILING:
        return limits.ceiling_m - g[i, ALTITUDE]
    if which == REACH:
        return limits.reach_m - g[i, SLANT]
    if which == IN_TIME:
        late = t - flight_s(g, i, limits.flyout_share) - limits.ready_s
        return late if late == late else -math.inf
    if which == SEEN:
        return limits.lost_s - t
    return limits.speed_max_m_s - g[i, SPEED]


@njit(_nrt=False)
def _is_open(g, i, t, limits):
    """Whether every margin of a sample is at least zero."""
    good = True
    for which in range(_MARGINS):
        if _margin(g, i, t, which, limits) < 0.0:
            good = False
            break
    return good


@njit(_nrt=False)
def _opening(g, i, t, dt, limits, out):
    """The edge at which a window opens before sample i: intercept, launch and which margin."""
    enter, by = 0.0, -1.0
    for which in range(_MARGINS):
        share = share_of_step(
            _margin(g, i - 1, t - dt, which, limits), _margin(g, i, t, which, limits)
        )
        if share > enter:
            enter, by = share, float(which)
    before, here = flight_s(g, i - 1, limits.flyout_share), flight_s(g, i, limits.flyout_share)
    flight = before + enter * (here - before)
    out[EARLIEST] = t - dt + dt * enter
    out[FIRST_LAUNCH] = out[EARLIEST] - (flight if flight == flight else here)
    out[OPENED_BY] = by


@njit(_nrt=False)
def _closing(g, i, t, dt, limits, out):
    """The edge at which a window closes before sample i: latest intercept and launch."""
    leave = 1.0
    for which in range(_MARGINS):
        b = _margin(g, i, t, which, limits)
        if b < 0.0:
            a = _margin(g, i - 1, t - dt, which, limits)
            leave = min(leave, 1.0 - share_of_step(b, a))
    out[LATEST] = t - dt + dt * leave
    before = flight_s(g, i - 1, limits.flyout_share)
    flight = before + leave * (flight_s(g, i, limits.flyout_share) - before)
    if flight == flight:
        out[LATEST_LAUNCH] = max(out[LATEST_LAUNCH], out[LATEST] - flight)


@njit(_nrt=False)
def window_of(g, span, dt, given, after, out):
    """First and last feasible intercept with launch not before ``after`` (s); false if none.

    ``span`` is the first sample to look at and one past the last, ``given`` the :class:`Limits`;
    ``out`` (5,) gets the whole window.
    """
    low, high = span
    limits = Limits(
        given.floor_m,
        given.ceiling_m,
        given.reach_m,
        given.speed_max_m_s,
        max(given.ready_s, after),
        given.lost_s,
        given.flyout_share,
    )
    found, previous = False, False
    out[LATEST_LAUNCH] = -math.inf
    for i in range(low, high):
        t = i * dt
        good = _is_open(g, i, t, limits)
        if good:
            launch = t - flight_s(g, i, limits.flyout_share)
            if not found:
                found = True
                if i > low:
                    _opening(g, i, t, dt, limits, out)
                else:
                    out[EARLIEST], out[FIRST_LAUNCH], out[OPENED_BY] = t, launch, -1.0
            out[LATEST] = t
            out[LATEST_LAUNCH] = max(out[LATEST_LAUNCH], launch)
        elif previous:
            _closing(g, i, t, dt, limits, out)
        previous = good
    return found
