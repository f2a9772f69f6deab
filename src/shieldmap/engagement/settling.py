"""How soon a track settles: when it is firm, and when an interceptor can be committed to it.

The track filter's errors are followed along each flight from its detection on, under the values and
at the low and the high end; the variants between lie between.

Arguments of the kernels: ``sampled``, ``face``, ``rules`` and ``work`` are those of
:func:`shieldmap.track.settle`; ``looks`` (variant, pass, 3) and ``ends`` (3, pass, 3) are passes and
their delays (s), ``k`` a pass that may ``begin`` (s), ``share`` that of a variant, from -1 to 1.
"""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap.engagement.geometry import ALTITUDE
from shieldmap.engagement.views import DETECTED, LOOKS, LOST
from shieldmap.kernels import njit
from shieldmap.model import Face, Ints
from shieldmap.track import Settling, settle

FIRM, COMMIT, BEGIN = 0, 1, 2
"""Columns of a settled track: when it is firm, when committed to, and when its looks begin."""

VALUE, LOW, HIGH = 0, 1, 2
ENDS: Final = 3
_HALF: Final = 0.5
# Passes that begin within this are taken for the same one.
_ALIKE_S: Final = 60.0


RULES: Final = np.dtype(
    [(name, np.int64 if name == "firm_looks" else np.float64) for name in Settling._fields]
)
"""The rules of a track as an array, so that one of three can be picked in a kernel."""


class Tracker(NamedTuple):
    """How tracks settle under the values and at the bad and the good end of the assumptions.

    ``columns`` (3,) are the variants whose detections go with the three.
    """

    columns: Ints
    value: Settling
    bad: Settling
    good: Settling


@njit(_nrt=False)
def meeting_s(position, g, dt, launcher_m, a):
    """When the target first enters the published envelope of a launcher, under the values.

    Where it never does, when it is nearest to the launcher (3,) inside the band, or at its end.
    """
    n = g.shape[0]
    nearest, at = math.inf, (n - 1) * dt
    for i in range(n):
        if a.floor_m[0] <= g[i, ALTITUDE] <= a.ceiling_m[0]:
            dx = position[i, 0] - launcher_m[0]
            dy = position[i, 1] - launcher_m[1]
            dz = position[i, 2] - launcher_m[2]
            slant = math.sqrt(dx * dx + dy * dy + dz * dz)
            if slant < nearest:
                nearest, at = slant, i * dt
            if slant <= a.reach_m[0]:
                return i * dt
    return at


@njit(_nrt=False)
def _settle_pass(sampled, burnout_s, meet_s, face, rules, earth, look, work, out):
    """Fill ``out`` (3,) with delays from the first look at a pass (3,), and that look's time.

    NaN without a pass, infinite for never. Looks begin at the later of detection and burnout. The
    other arguments are those of :func:`shieldmap.track.settle`, ``meet_s`` its envelope.
    """
    detected = look[DETECTED]
    out[FIRM], out[COMMIT], out[BEGIN] = math.nan, math.nan, math.nan
    if detected == detected:
        firm, commit = settle(
            sampled, detected, burnout_s, meet_s, look[LOST], face, rules, earth, work
        )
        out[BEGIN] = max(detected, burnout_s)
        out[FIRM] = firm - out[BEGIN] if firm == firm else math.inf
        out[COMMIT] = commit - out[BEGIN] if commit == commit else math.inf


@njit(_nrt=False)
def fill_settled(sampled, burnout_s, meet_s, batch, row):
    """Fill ``row.settled`` (variant, pass, 2) with the times of firm tracks and of commitment.

    NaN without a pass, infinite for never. ``sampled`` is the flight as it settles, ``meet_s`` when
    it enters the envelope.
    """
    a, looks, ends = batch.assumptions, row.looks, row.ends
    columns, rules = batch.tracking.columns, batch.tracking.rules
    face = Face(batch.radar.position_m, batch.tracking.face_axes)
    earth, work = batch.earth, row.settling
    has_to_settle = False
    for v in range(a.track_s.size):
        has_to_settle = has_to_settle or a.track_s[v] != a.track_s[v]
    for k in range(LOOKS if has_to_settle else 0):
        for end in range(ENDS):
            look, own = looks[columns[end], k], ends[end, k]
            _settle_pass(sampled, burnout_s, meet_s, face, rules[end], earth, look, work, own)
    own = ends[ENDS, 0]
    for v in range(a.floor_m.size):
        for k in range(LOOKS):
            detected, share = looks[v, k, DETECTED], a.track_share[v]
            begin = max(detected, burnout_s)
            if a.track_s[v] == a.track_s[v]:
                row.settled[v, k, FIRM] = row.settled[v, k, COMMIT] = detected + a.track_s[v]
                continue
            firm = delay_s(ends, k, FIRM, share, begin)
            commit = delay_s(ends, k, COMMIT, share, begin)
            if detected == detected and (firm != firm or commit != commit):
                # Neither the value nor this end sees this pass: another direction of the radar.
                near = VALUE if abs(share) < _HALF else LOW if share < 0.0 else HIGH
                look = looks[v, k]
                _settle_pass(sampled, burnout_s, meet_s, face, rules[near], earth, look, work, own)
                firm, commit = own[FIRM], own[COMMIT]
            row.settled[v, k, FIRM], row.settled[v, k, COMMIT] = begin + firm, begin + commit


@njit(_nrt=False)
def fill_given(given, looks, out):
    """Fill ``out`` likewise with what a filter said: ``given`` (2,), when firm and when committed."""
    for v in range(looks.shape[0]):
        for k in range(LOOKS):
            detected = looks[v, k, DETECTED]
            for which in range(2):
                out[v, k, which] = max(given[which], detected)
                if given[which] != given[which] and detected == detected:
                    out[v, k, which] = math.inf


@njit(_nrt=False)
def _end(ends, end, k, which, begin):
    """Delay at an end, or NaN where its pass is another one than that which begins (s) here."""
    return ends[end, k, which] if abs(ends[end, k, BEGIN] - begin) <= _ALIKE_S else math.nan


@njit(_nrt=False)
def delay_s(ends, k, which, share, begin):
    """Delay of a variant between the low end (-1), the value (0) and the high end (1).

    ``ends`` (3, pass, 3) are the delays at the three, ``which`` one of the columns. An end that never settles counts from half way on; NaN where neither has this pass.
    """
    value = _end(ends, VALUE, k, which, begin)
    if share == 0.0:
        return value
    end = _end(ends, HIGH if share > 0.0 else LOW, k, which, begin)
    if not end < math.inf or not value < math.inf:
        far = end if abs(share) >= _HALF else value
        near = value if abs(share) >= _HALF else end
        return far if far == far else near
    return value + abs(share) * (end - value)
