"""When a target is in view of the radar, detected and lost again, under every variant.

A target that leaves the view before it is detected is looked for again; one that leaves after that
is lost, and up to :data:`LOOKS` passes through the view are told apart.
"""

import math
from typing import Final

from shieldmap.engagement.geometry import (
    AZIMUTH,
    ELEVATION,
    RANGE,
    SKYLINE,
    share_of_step,
)
from shieldmap.kernels import njit
from shieldmap.sensor import field_margin, off_face

LOOKS: Final = 4
VISIBLE, DETECTED, LOST = 0, 1, 2
"""Columns of one pass: first visible, detected, lost again."""


@njit(_nrt=False)
def copy_row(source, out):
    """Copy ``source`` (k,) to ``out``."""
    # Slices assigned to slices would need a heap in numba.
    for i in range(source.size):
        out[i] = source[i]


@njit(_nrt=False)
def in_view(g, i, radar, a, v):
    """Field-of-regard margin of a sample under one variant."""
    lowest = max(a.elevation_min_rad[v], g[i, SKYLINE])
    margin = field_margin(
        g[i, AZIMUTH],
        g[i, ELEVATION],
        a.boresight_rad[v],
        a.half_sector_rad[v],
        lowest,
        radar.elevation_max_rad,
    )
    if radar.scan_max_rad < math.pi:
        off = off_face(g[i, AZIMUTH], g[i, ELEVATION], a.boresight_rad[v], radar.tilt_rad)
        margin = min(margin, radar.scan_max_rad - off)
    return margin


@njit(_nrt=False)
def _detection_margin(g, i, t, a, v):
    """Range in hand for a detection: searched for at first, stared at after the cue."""
    search_m, track_m = a.search_range_m[v], a.track_range_m[v]
    reach = track_m if t >= a.warning_s[v] and track_m > search_m else search_m
    return reach - g[i, RANGE]


@njit(_nrt=False)
def _detected_at(g, i, t, dt, entered, a, v):
    """When a target in view since ``entered`` (s) is detected, from the sample before to this one."""
    margin = _detection_margin(g, i, t, a, v)
    at = entered
    if i > 0 and t > entered:
        earlier = _detection_margin(g, i - 1, t, a, v)
        at = max(at, t - dt + dt * share_of_step(earlier, margin))
        uncued = _detection_margin(g, i - 1, t - dt, a, v)
        if uncued < 0.0 and earlier >= 0.0 and a.warning_s[v] <= t:
            at = max(at, a.warning_s[v])
    return at


@njit(_nrt=False)
def _watch(g, dt, first, radar, a, v, out):
    """From sample ``first`` on: when visible, detected and lost again; returns the sample lost.

    ``out`` gets first visible, detected and lost (NaN where it does not happen); a target that
    stays visible until it falls is lost at its last sample.
    """
    out[VISIBLE], out[DETECTED], out[LOST] = math.nan, math.nan, math.nan
    n = g.shape[0]
    visible, entered, before = False, 0.0, 0.0
    for i in range(first, n):
        t = i * dt
        view = in_view(g, i, radar, a, v)
        if view < 0.0:
            if visible:
                if out[DETECTED] == out[DETECTED]:
                    out[LOST] = t - dt + dt * (1.0 - share_of_step(view, before))
                    return i
                visible = False
        else:
            if not visible:
                visible = True
                entered = t
                if i > 0:
                    last = in_view(g, i - 1, radar, a, v)
                    entered = t - dt + dt * share_of_step(last, view) if last < 0.0 else t
                if not out[VISIBLE] <= entered:
                    out[VISIBLE] = entered
            if out[DETECTED] != out[DETECTED] and _detection_margin(g, i, t, a, v) >= 0.0:
                out[DETECTED] = _detected_at(g, i, t, dt, entered, a, v)
        before = view
    if out[DETECTED] == out[DETECTED]:
        out[LOST] = (n - 1) * dt
    return n


@njit(_nrt=False)
def _same_view(a, v, w):
    """Whether two variants, ``v`` and ``w``, give the radar the same view."""
    return (
        a.boresight_rad[v] == a.boresight_rad[w]
        and a.half_sector_rad[v] == a.half_sector_rad[w]
        and a.elevation_min_rad[v] == a.elevation_min_rad[w]
        and a.search_range_m[v] == a.search_range_m[w]
        and a.track_range_m[v] == a.track_range_m[w]
        and a.warning_s[v] == a.warning_s[w]
    )


@njit(_nrt=False)
def fill_looks(g, dt, radar, a, looks):
    """Fill ``looks`` (variant, pass, 3): first visible, detected and lost on each pass."""
    for v in range(a.floor_m.size):
        if v > 0 and _same_view(a, v, v - 1):
            for k in range(LOOKS):
                copy_row(looks[v - 1, k], looks[v, k])
            continue
        looks[v] = math.nan
        first = 0
        for look_number in range(LOOKS):
            if first >= g.shape[0]:
                break
            first = _watch(g, dt, first, radar, a, v, looks[v, look_number])
            if looks[v, look_number, DETECTED] != looks[v, look_number, DETECTED]:
                break
