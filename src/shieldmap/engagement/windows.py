"""When an intercept fits: the windows in which every limit of the envelope holds.

A guided interceptor may arrive later than on its fastest path: it wastes speed while its motor
burns. An intercept at a time so belongs to every launch between the latest, by the fastest path, and
the earliest, by the slowest. The slowest takes a share longer than the fly-out at its values, and not
than the variant's own, so that a faster interceptor can fly all that a slower one can; one that is
slower than that flies its fastest path alone.

Edges between samples are interpolated, so a window shorter than a sample may be missed. Blocks of
samples that cannot be met at all are passed at once.

Arguments of the kernels: ``one`` is the record of a variant, ``ready`` and ``lost`` (s) the earliest
launch and the end of the view, ``which`` one of the six margins, ``is_whole`` whether all of a window
is asked for, ``out`` (5,) a window, ``blocks`` those of :mod:`shieldmap.engagement.geometry`.
"""

import math
from typing import Final

from shieldmap.engagement.geometry import (
    ALTITUDE,
    CLOSEST,
    FINE,
    FINE_BITS,
    FLIGHT,
    OVER,
    SLANT,
    SLOWEST,
    SOONEST,
    SPEED,
    TO_EAST,
    TO_NORTH,
    UNDER,
    block_at,
    flight_s,
    largest_bits,
    share_of_step,
)
from shieldmap.kernels import njit

# The margins of an intercept that open or close a window; the sixth is the target speed limit.
FLOOR, CEILING, REACH, IN_TIME, SEEN = 0, 1, 2, 3, 4
_MARGINS: Final = 6

EARLIEST, FIRST_LAUNCH, LATEST, LATEST_LAUNCH, OPENED_BY, WINDOW = range(6)
"""Fields of a window: intercepts and their launches (s), the margin that opened it; their number."""

AHEAD_RAD: Final = math.pi / 3.0
"""The launchers' published sector is 120 degrees wide [herald-pyeongtaek-2016]."""
_AHEAD_COSINE: Final = math.cos(AHEAD_RAD)


@njit(_nrt=False, forceinline=True)
def reach_to(g, i, one):
    """How far the envelope reaches in the direction of a sample."""
    if one.rear_m >= one.reach_m:
        return one.reach_m
    cosine = one.facing_east * g[TO_EAST, i] + one.facing_north * g[TO_NORTH, i]
    # Straight above a launcher there is no direction, and it is ahead.
    is_ahead = cosine >= _AHEAD_COSINE or g[TO_EAST, i] == g[TO_NORTH, i] == 0.0
    return one.reach_m if is_ahead else one.rear_m


@njit(_nrt=False)
def _margin(g, i, t, which, one, ready, lost):
    """One of the six margins of an intercept at a sample; negative infinity where unreachable."""
    if which == FLOOR:
        return g[ALTITUDE, i] - one.floor_m
    if which == CEILING:
        return one.ceiling_m - g[ALTITUDE, i]
    if which == REACH:
        return reach_to(g, i, one) - g[SLANT, i]
    if which == IN_TIME:
        late = t - flight_s(g, i, one) - ready
        return late if late == late else -math.inf
    if which == SEEN:
        return lost - t
    return one.target_speed_max_m_s - g[SPEED, i]


@njit(_nrt=False, forceinline=True)
def _may_meet(blocks, b, first_s, last_s, one, ready, lost):
    """Whether any sample of a block between two times could be met, by what they have in common."""
    return (
        blocks[OVER, b] >= one.floor_m
        and blocks[UNDER, b] <= one.ceiling_m
        and blocks[CLOSEST, b] <= one.reach_m
        and blocks[SLOWEST, b] <= one.target_speed_max_m_s
        and first_s <= lost
        and last_s - blocks[SOONEST, b] >= ready
    )


@njit(_nrt=False)
def mark_reached(blocks, samples, dt, a, wanted):
    """Mark in ``wanted`` (m,) the variants whose envelope some block of samples may lie in.

    What no block may meet at any time needs no look at the view nor at the track.
    """
    for v in range(a.size):
        i = 0
        while i < samples and not wanted[v]:
            passed = _passed(samples, blocks, i, dt, a[v], -math.inf, math.inf)
            wanted[v] = passed == 0
            i += passed


@njit(_nrt=False, forceinline=True)
def _passed(samples, blocks, i, dt, one, ready, lost):
    """How many samples from ``i`` on can be passed together, because none can be met."""
    bits = largest_bits(i)
    while bits >= FINE_BITS:
        b = block_at(i, bits, samples)
        if not _may_meet(blocks, b, i * dt, (i + (1 << bits) - 1) * dt, one, ready, lost):
            return 1 << bits
        bits -= 2
    return 0


@njit(_nrt=False, forceinline=True)
def _open_flight_s(g, i, t, one, ready, lost):
    """Fastest time of flight to a sample where every margin is at least zero; NaN elsewhere."""
    altitude = g[ALTITUDE, i]
    if altitude < one.floor_m or altitude > one.ceiling_m or t > lost:
        return math.nan
    if g[SLANT, i] > reach_to(g, i, one) or g[SPEED, i] > one.target_speed_max_m_s:
        return math.nan
    flight = flight_s(g, i, one)
    return flight if t - flight >= ready else math.nan


@njit(_nrt=False, forceinline=True)
def _soonest(flight, value, t, one, ready):
    """The earliest launch that meets the target at ``t``, given the fastest times of flight.

    ``flight`` is that of the variant, ``value`` that of the fly-out at its values.
    """
    return max(t - max(flight, value * (1.0 + one.late_share)), ready)


@njit(_nrt=False)
def _opening(g, i, t, dt, one, ready, lost, out):
    """The edge at which a window opens before sample i: intercept, launch and which margin."""
    enter, by = 0.0, -1.0
    for which in range(_MARGINS):
        share = share_of_step(
            _margin(g, i - 1, t - dt, which, one, ready, lost),
            _margin(g, i, t, which, one, ready, lost),
        )
        if share > enter:
            enter, by = share, float(which)
    before, here = flight_s(g, i - 1, one), flight_s(g, i, one)
    flight, value = before + enter * (here - before), g[FLIGHT, i]
    out[EARLIEST] = t - dt + dt * enter
    if flight == flight:
        value = g[FLIGHT, i - 1] + enter * (value - g[FLIGHT, i - 1])
    else:
        flight = here
    launch = _soonest(flight, value, out[EARLIEST], one, ready)
    out[FIRST_LAUNCH] = min(out[FIRST_LAUNCH], launch)
    out[OPENED_BY] = by


@njit(_nrt=False)
def _closing(g, i, t, dt, one, ready, lost, out):
    """The edge at which a window closes before sample i: latest intercept and launch."""
    leave = 1.0
    for which in range(_MARGINS):
        b = _margin(g, i, t, which, one, ready, lost)
        if b < 0.0:
            a = _margin(g, i - 1, t - dt, which, one, ready, lost)
            leave = min(leave, 1.0 - share_of_step(b, a))
    out[LATEST] = t - dt + dt * leave
    before = flight_s(g, i - 1, one)
    flight = before + leave * (flight_s(g, i, one) - before)
    if flight == flight:
        value = g[FLIGHT, i - 1] + leave * (g[FLIGHT, i] - g[FLIGHT, i - 1])
        out[LATEST_LAUNCH] = max(out[LATEST_LAUNCH], out[LATEST] - flight)
        launch = _soonest(flight, value, out[LATEST], one, ready)
        out[FIRST_LAUNCH] = min(out[FIRST_LAUNCH], launch)


@njit(_nrt=False)
def window_of(g, blocks, dt, one, ready, lost, is_whole, out):
    """First and last feasible intercept; false if there is none.

    ``out`` (5,) gets the window: earliest and latest intercept, first and last launch; where it need
    not be ``is_whole``, as much of it as a second shot of every doctrine needs.
    """
    found, previous = False, False
    n, i = g.shape[1], 0
    first, latest, last = math.inf, math.nan, -math.inf
    out[FIRST_LAUNCH], out[LATEST_LAUNCH] = math.inf, -math.inf
    while i < n:
        if not previous and i & (FINE - 1) == 0:
            passed = _passed(n, blocks, i, dt, one, ready, lost)
            if passed > 0:
                i += passed
                continue
        t = i * dt
        flight = _open_flight_s(g, i, t, one, ready, lost)
        good = flight == flight
        if good:
            if not found and i == 0:
                out[EARLIEST], out[OPENED_BY] = t, -1.0
            elif not previous and i > 0:
                earliest, by = out[EARLIEST], out[OPENED_BY]
                _opening(g, i, t, dt, one, ready, lost, out)
                if found:
                    out[EARLIEST], out[OPENED_BY] = earliest, by
            found = True
            latest, last = t, max(last, t - flight)
            first = min(first, _soonest(flight, g[FLIGHT, i], t, one, ready))
            # More samples only launch sooner or later.
            if (
                not is_whole
                and last >= first + one.salvo_spacing_s
                and last >= out[EARLIEST] + one.assessment_s
            ):
                break
        elif previous:
            _closing(g, i, t, dt, one, ready, lost, out)
            latest = out[LATEST]
        previous = good
        i += 1
    out[LATEST] = latest
    out[FIRST_LAUNCH] = min(out[FIRST_LAUNCH], first)
    out[LATEST_LAUNCH] = max(out[LATEST_LAUNCH], last)
    return found
