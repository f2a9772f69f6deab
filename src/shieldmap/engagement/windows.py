"""When an intercept fits: the windows in which every limit of the envelope holds.

Edges between samples are interpolated, so a window shorter than a sample may be missed.
"""

import math
from typing import Final

from shieldmap.engagement.geometry import ALTITUDE, SLANT, SPEED, flight_s, share_of_step
from shieldmap.kernels import njit

# The margins of an intercept that open or close a window; the sixth is the target speed limit.
FLOOR, CEILING, REACH, IN_TIME, SEEN = 0, 1, 2, 3, 4
_MARGINS: Final = 6


@njit(_nrt=False)
def _margin(g, i, t, which, limits):
    """One of the six margins of an intercept at a sample; negative infinity where unreachable.

    ``limits`` is (floor, ceiling, reach, fastest, ready, lost, share of the fly-out's range).
    """
    if which == FLOOR:
        return g[i, ALTITUDE] - limits[0]
    if which == CEILING:
        return limits[1] - g[i, ALTITUDE]
    if which == REACH:
        return limits[2] - g[i, SLANT]
    if which == IN_TIME:
        late = t - flight_s(g, i, limits[6]) - limits[4]
        return late if late == late else -math.inf
    if which == SEEN:
        return limits[5] - t
    return limits[3] - g[i, SPEED]


@njit(_nrt=False)
def _is_open(g, i, t, limits):
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
    before, here = flight_s(g, i - 1, limits[6]), flight_s(g, i, limits[6])
    flight = before + enter * (here - before)
    out[0] = t - dt + dt * enter
    out[1] = out[0] - (flight if flight == flight else here)
    out[4] = by


@njit(_nrt=False)
def _closing(g, i, t, dt, limits, out):
    """The edge at which a window closes before sample i: latest intercept and launch."""
    leave = 1.0
    for which in range(_MARGINS):
        b = _margin(g, i, t, which, limits)
        if b < 0.0:
            a = _margin(g, i - 1, t - dt, which, limits)
            leave = min(leave, 1.0 - share_of_step(b, a))
    out[2] = t - dt + dt * leave
    before = flight_s(g, i - 1, limits[6])
    flight = before + leave * (flight_s(g, i, limits[6]) - before)
    if flight == flight:
        out[3] = max(out[3], out[2] - flight)


@njit(_nrt=False)
def window_of(g, low, high, dt, given, after, out):
    """First and last feasible intercept with launch not before ``after``; false if none.

    ``out`` gets earliest intercept, its launch, latest intercept, latest launch over the whole
    window, and the margin (0 to 5) that opened it.
    """
    limits = (given[0], given[1], given[2], given[3], max(given[4], after), given[5], given[6])
    found, previous = False, False
    out[3] = -math.inf
    for i in range(low, high):
        t = i * dt
        good = _is_open(g, i, t, limits)
        if good:
            launch = t - flight_s(g, i, limits[6])
            if not found:
                found = True
                if i > low:
                    _opening(g, i, t, dt, limits, out)
                else:
                    out[0], out[1], out[4] = t, launch, -1.0
            out[2] = t
            out[3] = max(out[3], launch)
        elif previous:
            _closing(g, i, t, dt, limits, out)
        previous = good
    return found
