"""How soon a track settles: when it is firm, and when an interceptor can be committed to it.

The track filter's errors are followed along each flight from looks that begin at even times, under
the values and at the bad and the good end of what decides them; the variants lie between, by the
time at which their own looks begin and by their share of the two ends. The first variant, that of
the values, is followed from its own first look. Looks come at even times after burnout: a detection
between two of them waits for the later, so that an earlier one has all the looks of a later one.

Arguments of the kernels: ``sampled`` and ``work`` are those of :func:`shieldmap.track.settle`;
``face`` and ``rules`` are those of one of the three ends; ``j`` is the even time before a look, ``on``
the part of the way to the next, ``share`` that of a variant between the ends, ``which`` a column;
``looks`` (variant, pass, 3) are passes, ``knots`` (3, knots, 2) the settled tracks at the three ends
from each even time on, NaN where they were not asked for yet.
"""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap.engagement.geometry import ALTITUDE
from shieldmap.engagement.views import DETECTED, LOOKS, LOST
from shieldmap.kernels import njit
from shieldmap.model import Face, Ints
from shieldmap.track import Settling, settle

FIRM, COMMIT = 0, 1
"""Columns of a settled track: when it is firm and when it is committed to."""

VALUE, BAD, GOOD = 0, 1, 2
ENDS: Final = 3
KNOT_S: Final = 120.0
"""Looks that begin this far apart are followed; between them the settled time is interpolated.

A track that begins later is firm later and sooner after its first look, because the target is
nearer: over two minutes the delay changes by some seconds and bends by a few tenths of one.
"""

_HALF: Final = 0.5

RULES: Final = np.dtype(
    [(name, np.int64 if name == "firm_looks" else np.float64) for name in Settling._fields]
)
"""The rules of a track as an array, so that one of three can be picked in a kernel."""


class Tracker(NamedTuple):
    """How tracks settle under the values and at the bad and the good end of the assumptions.

    ``columns`` (3,) are the variants whose direction and tilt of the radar go with the three.
    """

    columns: Ints
    value: Settling
    bad: Settling
    good: Settling


@njit(_nrt=False)
def meeting_s(position, g, dt, launchers_m, one):
    """When the target first enters the published envelope of any launcher (k, 3), under the values.

    Where it never does, when it is nearest to one of them inside the band, or at its end.
    """
    n = g.shape[1]
    nearest, at = math.inf, (n - 1) * dt
    for i in range(n):
        if one.floor_m <= g[ALTITUDE, i] <= one.ceiling_m:
            for k in range(launchers_m.shape[0]):
                dx = position[i, 0] - launchers_m[k, 0]
                dy = position[i, 1] - launchers_m[k, 1]
                dz = position[i, 2] - launchers_m[k, 2]
                slant = math.sqrt(dx * dx + dy * dy + dz * dz)
                if slant < nearest:
                    nearest, at = slant, i * dt
            if nearest <= one.reach_m:
                return i * dt
    return at


@njit(_nrt=False)
def knot_count(samples, dt):
    """How many even times a flight of so many samples needs."""
    return int(samples * dt / KNOT_S) + 3


@njit(_nrt=False)
def _settle_from(sampled, begin_s, meet_s, face, rules, earth, work, out):
    """Fill ``out`` (2,) with the firm track and the commitment of looks from ``begin_s`` on.

    Infinite for never. A target that is lost meanwhile is told by its own view, later.
    """
    last_s = (sampled.samples - 1) * sampled.every_s
    firm, commit = settle(sampled, begin_s, begin_s, meet_s, last_s, face, rules, earth, work)
    out[FIRM] = firm if firm == firm else math.inf
    out[COMMIT] = commit if commit == commit else math.inf


@njit(_nrt=False)
def _next_look(begin_s, burnout_s, update_s):
    """The first of the looks, ``update_s`` apart from burnout on, that comes at ``begin_s`` or later."""
    # A time that is a look but for rounding is one.
    return burnout_s + math.ceil((begin_s - burnout_s) / update_s - 1e-9) * update_s


@njit(_nrt=False)
def _knot_of(knots, burnout_s, begin_s):
    """The even time before ``begin_s`` and how far it lies on the way to the next."""
    place = (begin_s - burnout_s) / KNOT_S
    j = min(max(int(place), 0), knots.shape[1] - 2)
    return j, min(max(place - j, 0.0), 1.0)


@njit(_nrt=False)
def _at_end(knots, end, j, share, which):
    """Settled time (s) at one end, between two even times; infinite where it never settles.

    What settles from the earlier of the two only counts for the nearer half.
    """
    early, late = knots[end, j, which], knots[end, j + 1, which]
    if early == math.inf or late == math.inf:
        if share < _HALF and early < math.inf:
            return early + share * KNOT_S
        return late if share >= _HALF else math.inf
    # What was looked at before can be left aside: a track that begins sooner never settles later.
    return min(early, late) + share * (late - min(early, late))


@njit(_nrt=False)
def _settled(knots, j, on, share, which):
    """Settled time (s) of a variant between the bad end (-1), the value (0) and the good end (1)."""
    value = _at_end(knots, VALUE, j, on, which)
    if share == 0.0:
        return value
    end = _at_end(knots, GOOD if share > 0.0 else BAD, j, on, which)
    if end == math.inf or value == math.inf:
        return end if abs(share) >= _HALF else value
    return value + abs(share) * (end - value)


@njit(_nrt=False)
def _mark_knots(a, looks, burnout_s, knots):
    """Ask in ``knots`` for the settled tracks that the variants lie between."""
    knots[:] = math.nan
    for v in range(1, a.size):
        if a[v].track_s == a[v].track_s:
            continue
        for k in range(LOOKS):
            if looks[v, k, DETECTED] != looks[v, k, DETECTED]:
                break
            j, _ = _knot_of(knots, burnout_s, max(looks[v, k, DETECTED], burnout_s))
            end = VALUE if a[v].track_share == 0.0 else GOOD if a[v].track_share > 0.0 else BAD
            for near in range(j, j + 2):
                knots[VALUE, near, FIRM] = knots[end, near, FIRM] = math.inf


@njit(_nrt=False)
def _fill_knots(sampled, meet_s, burnout_s, batch, row):
    """Settle the tracks that were asked for in ``row.knots``."""
    for end in range(ENDS):
        face = Face(batch.radar.position_m, batch.tracking.face_axes[end])
        rules = batch.tracking.rules[end]
        for k in range(row.knots.shape[1]):
            if row.knots[end, k, FIRM] == math.inf:
                begin_s, out = burnout_s + k * KNOT_S, row.knots[end, k]
                earth, work = batch.earth, row.settling
                _settle_from(sampled, begin_s, meet_s, face, rules, earth, work, out)


@njit(_nrt=False)
def _between_knots(a, looks, burnout_s, knots, settled):
    """Fill ``settled`` (variant, pass, 2) for all variants but the first."""
    for v in range(1, a.size):
        for k in range(LOOKS):
            settled[v, k, FIRM] = settled[v, k, COMMIT] = math.nan
            detected, lost = looks[v, k, DETECTED], looks[v, k, LOST]
            if detected != detected:
                break
            if a[v].track_s == a[v].track_s:
                settled[v, k, FIRM] = settled[v, k, COMMIT] = detected + a[v].track_s
                continue
            j, on = _knot_of(knots, burnout_s, max(detected, burnout_s))
            for which in range(2):
                at_s = _settled(knots, j, on, a[v].track_share, which)
                # Looks end where the target is lost.
                settled[v, k, which] = at_s if at_s <= lost else math.inf


@njit(_nrt=False)
def fill_settled(sampled, meet_s, burnout_s, batch, row):
    """Fill ``row.settled`` (variant, pass, 2) with the times of firm tracks and of commitment.

    NaN without a pass, infinite for never. ``meet_s`` is when the target enters the envelope.
    """
    a, looks, settled = batch.assumptions, row.looks, row.settled
    _mark_knots(a, looks, burnout_s, row.knots)
    _fill_knots(sampled, meet_s, burnout_s, batch, row)
    _between_knots(a, looks, burnout_s, row.knots, settled)
    face = Face(batch.radar.position_m, batch.tracking.face_axes[VALUE])
    rules, earth, work = batch.tracking.rules[VALUE], batch.earth, row.settling
    for k in range(LOOKS):
        settled[0, k, FIRM] = settled[0, k, COMMIT] = math.nan
        detected, lost = looks[0, k, DETECTED], looks[0, k, LOST]
        if detected != detected:
            break
        if a[0].track_s == a[0].track_s:
            settled[0, k, FIRM] = settled[0, k, COMMIT] = detected + a[0].track_s
            continue
        begin_s = _next_look(max(detected, burnout_s), burnout_s, rules.update_s)
        out = settled[0, k]
        _settle_from(sampled, begin_s, meet_s, face, rules, earth, work, out)
        for which in range(2):
            out[which] = out[which] if out[which] <= lost else math.inf


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
