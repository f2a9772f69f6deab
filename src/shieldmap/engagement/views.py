"""When a target is in view of the radar, detected and lost again, under every variant.

A target that leaves the view before it is detected is looked for again; one that leaves after that
is lost, and up to :data:`LOOKS` passes through the view are told apart. Blocks of samples that lie
whole inside or outside the view are passed at once: what comes out is that of looking at each.

Arguments of the kernels: ``b`` is a column of the blocks, ``visible`` and ``is_detected`` what is known of
the target so far, ``entered`` (s) when it came into view, ``first`` a sample, ``tells_visible`` whether to
tell when it was first visible; ``one`` and ``other`` are records of variants; ``one`` is that of a variant, whose ``east``, ``north`` and ``up`` are
the normal of the radar's face; ``blocks`` are those of :mod:`shieldmap.engagement.geometry`. A cone of
pi leaves the view to the wedge of azimuth, and the gain then does not fall off the normal.
"""

import math
from typing import Final

from shieldmap.engagement.geometry import (
    CLEAREST,
    EAST,
    ELEVATION,
    FINE,
    FINE_BITS,
    HALF_COSINE,
    HALF_SINE,
    HIDDEN,
    HIGHEST,
    LOWEST,
    MID_EAST,
    MID_NORTH,
    MID_UP,
    NEAREST,
    NORTH,
    RANGE,
    SKYLINE,
    UP,
    block_at,
    largest_bits,
    share_of_step,
)
from shieldmap.kernels import njit
from shieldmap.sensor import field_margin, range_off_face

LOOKS: Final = 4
VISIBLE, DETECTED, LOST = 0, 1, 2
"""Columns of one pass: first visible, detected, lost again."""

_INSIDE, _MIXED, _OUTSIDE = 1, 0, -1


@njit(_nrt=False)
def copy_row(source, out):
    """Copy ``source`` (k,) to ``out``."""
    # Slices assigned to slices would need a heap in numba.
    for i in range(source.size):
        out[i] = source[i]


@njit(_nrt=False, forceinline=True)
def _face_cosine(g, i, one):
    """Cosine of the angle between the target and the normal of the face."""
    return one.east * g[EAST, i] + one.north * g[NORTH, i] + one.up * g[UP, i]


@njit(_nrt=False)
def in_view(g, i, one):
    """Field-of-regard margin of a sample under one variant (rad)."""
    margin = field_margin(
        math.atan2(g[EAST, i], g[NORTH, i]),
        g[ELEVATION, i],
        one.boresight_rad,
        one.half_sector_rad,
        max(one.elevation_min_rad, g[SKYLINE, i]),
        one.elevation_max_rad,
    )
    if one.scan_max_rad < math.pi:
        off = math.acos(min(max(_face_cosine(g, i, one), -1.0), 1.0))
        margin = min(margin, one.scan_max_rad - off)
    return margin


@njit(_nrt=False, forceinline=True)
def _is_in_view(g, i, one):
    """Whether that margin is at least zero, without a call to a trigonometric function."""
    elevation = g[ELEVATION, i]
    if elevation < one.elevation_min_rad or elevation < g[SKYLINE, i]:
        return False
    if elevation > one.elevation_max_rad:
        return False
    if one.scan_max_rad < math.pi and _face_cosine(g, i, one) < one.scan_cosine:
        return False
    if one.half_sector_rad < math.pi:
        return in_view(g, i, one) >= 0.0
    return True


@njit(_nrt=False, forceinline=True)
def _block_in_view(blocks, b, one):
    """Whether all samples of a block are in view, or none."""
    if blocks[HIGHEST, b] < one.elevation_min_rad or blocks[CLEAREST, b] < 0.0:
        return _OUTSIDE
    if blocks[LOWEST, b] > one.elevation_max_rad:
        return _OUTSIDE
    is_inside = (
        blocks[LOWEST, b] >= one.elevation_min_rad
        and blocks[HIDDEN, b] >= 0.0
        and blocks[HIGHEST, b] <= one.elevation_max_rad
        and one.half_sector_rad >= math.pi
    )
    if one.scan_max_rad < math.pi:
        middle = (
            one.east * blocks[MID_EAST, b]
            + one.north * blocks[MID_NORTH, b]
            + one.up * blocks[MID_UP, b]
        )
        across = one.scan_sine * blocks[HALF_SINE, b]
        along = one.scan_cosine * blocks[HALF_COSINE, b]
        # cos(scan +- half) by the sum of angles; a block wider than what it is held against is mixed.
        if blocks[HALF_COSINE, b] < one.scan_cosine:
            return _MIXED
        turn = one.scan_sine * blocks[HALF_COSINE, b] + one.scan_cosine * blocks[HALF_SINE, b]
        if turn >= 0.0 and middle < along - across:
            return _OUTSIDE
        is_inside = is_inside and middle >= along + across
    return _INSIDE if is_inside else _MIXED


@njit(_nrt=False, forceinline=True)
def _range_at(t, one):
    """Range on the normal: searched for at first, stared at after the cue."""
    is_cued = t >= one.warning_s and one.track_range_m > one.search_range_m
    return one.track_range_m if is_cued else one.search_range_m


@njit(_nrt=False)
def _detection_margin(g, i, t, one):
    """Range in hand for a detection, with the loss of gain off the face."""
    reach = _range_at(t, one)
    if one.scan_max_rad < math.pi:
        reach = range_off_face(reach, _face_cosine(g, i, one))
    return reach - g[RANGE, i]


@njit(_nrt=False, forceinline=True)
def _is_detected(g, i, t, one):
    """Whether that margin is at least zero: range^4 falls with the cube of the cosine."""
    reach, slant = _range_at(t, one), g[RANGE, i]
    if slant > reach:
        return False
    if one.scan_max_rad >= math.pi:
        return True
    cosine = _face_cosine(g, i, one)
    near2, far2 = slant * slant, reach * reach
    return near2 * near2 <= far2 * far2 * cosine * cosine * cosine


@njit(_nrt=False)
def _detected_at(g, i, t, dt, entered, one):
    """When a target in view since ``entered`` (s) is detected, from the sample before to this one."""
    margin = _detection_margin(g, i, t, one)
    at = max(entered, t - dt) if i > 0 else t
    if i > 0 and t > entered:
        earlier = _detection_margin(g, i - 1, t, one)
        at = max(at, t - dt + dt * share_of_step(earlier, margin))
        uncued = _detection_margin(g, i - 1, t - dt, one)
        if uncued < 0.0 and earlier >= 0.0 and one.warning_s <= t:
            at = max(at, one.warning_s)
    return at


@njit(_nrt=False)
def _entered_at(g, i, t, dt, one):
    """When the view was entered, between the sample before and this one."""
    if i == 0:
        return t
    last = in_view(g, i - 1, one)
    return t - dt + dt * share_of_step(last, in_view(g, i, one)) if last < 0.0 else t


@njit(_nrt=False, forceinline=True)
def _can_pass(blocks, b, last_s, visible, is_detected, one):
    """Whether nothing changes in a block that ends at ``last_s``: out of view, or in it without news."""
    state = _block_in_view(blocks, b, one)
    if state == _OUTSIDE:
        return not visible
    if state == _MIXED or not visible:
        return False
    return is_detected or blocks[NEAREST, b] > _range_at(last_s, one)


@njit(_nrt=False, forceinline=True)
def _passed(g, blocks, i, dt, visible, is_detected, one):
    """How many samples from ``i`` on can be passed together."""
    bits = largest_bits(i)
    while bits >= FINE_BITS:
        last_s = (i + (1 << bits) - 1) * dt
        if _can_pass(blocks, block_at(i, bits, g.shape[1]), last_s, visible, is_detected, one):
            return 1 << bits
        bits -= 2
    return 0


@njit(_nrt=False)
def _watch(g, blocks, dt, first, one, tells_visible, out):
    """From sample ``first`` on: when visible, detected and lost again; returns the sample lost.

    ``out`` gets first visible, where that is asked for, detected and lost (NaN where it does not
    happen); a target that stays visible until it falls is lost at its last sample.
    """
    out[VISIBLE], out[DETECTED], out[LOST] = math.nan, math.nan, math.nan
    n = g.shape[1]
    visible, is_detected, entry = False, False, 0
    i = first
    while i < n:
        if i & (FINE - 1) == 0:
            passed = _passed(g, blocks, i, dt, visible, is_detected, one)
            if passed > 0:
                i += passed
                continue
        t = i * dt
        if not _is_in_view(g, i, one):
            if visible and is_detected:
                before, here = in_view(g, i - 1, one), in_view(g, i, one)
                out[LOST] = t - dt + dt * (1.0 - share_of_step(here, before))
                return i
            visible = False
        else:
            if not visible:
                visible, entry = True, i
                if tells_visible and not out[VISIBLE] <= t:
                    out[VISIBLE] = _entered_at(g, i, t, dt, one)
            if not is_detected and _is_detected(g, i, t, one):
                is_detected = True
                # Before the sample at which it came into view it cannot be detected.
                entered = _entered_at(g, i, t, dt, one) if i == entry else -math.inf
                out[DETECTED] = _detected_at(g, i, t, dt, entered, one)
        i += 1
    if is_detected:
        out[LOST] = (n - 1) * dt
    return n


@njit(_nrt=False)
def _same_view(one, other):
    """Whether two variants give the radar the same view."""
    return (
        one.boresight_rad == other.boresight_rad
        and one.half_sector_rad == other.half_sector_rad
        and one.elevation_min_rad == other.elevation_min_rad
        and one.elevation_max_rad == other.elevation_max_rad
        and one.tilt_rad == other.tilt_rad
        and one.scan_max_rad == other.scan_max_rad
        and one.search_range_m == other.search_range_m
        and one.track_range_m == other.track_range_m
        and one.warning_s == other.warning_s
    )


@njit(_nrt=False)
def fill_looks(g, blocks, dt, a, wanted, looks):
    """Fill ``looks`` (variant, pass, 3): first visible, detected and lost on each pass.

    When it was first visible is told of the first variant alone. Variants that are not ``wanted`` (m,)
    are left without a pass.
    """
    last = -1
    for v in range(a.size):
        looks[v] = math.nan
        if not wanted[v]:
            continue
        if last >= 0 and _same_view(a[v], a[last]):
            for k in range(LOOKS):
                copy_row(looks[last, k], looks[v, k])
            continue
        last, first = v, 0
        for look_number in range(LOOKS):
            if first >= g.shape[1]:
                break
            first = _watch(g, blocks, dt, first, a[v], v == 0, looks[v, look_number])
            if looks[v, look_number, DETECTED] != looks[v, look_number, DETECTED]:
                break
