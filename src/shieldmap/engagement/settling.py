"""How soon a track settles: when it is firm, and when an interceptor can be committed to it.

The track filter's errors are followed along each flight from its detection on, under the values and
at the low and the high end; the variants between lie between.
"""

import math
from typing import Final, NamedTuple

from shieldmap.engagement.geometry import ALTITUDE
from shieldmap.engagement.views import DETECTED, LOOKS, LOST
from shieldmap.kernels import njit
from shieldmap.model import Ints
from shieldmap.track import Settling, settle

FIRM, COMMIT, BEGIN = 0, 1, 2
"""Columns of a settled track: when it is firm, when committed to, and when its looks begin."""

VALUE, LOW, HIGH = 0, 1, 2
ENDS: Final = 3
_HALF: Final = 0.5
# Passes that begin within this are taken for the same one.
_ALIKE_S: Final = 60.0


class Tracker(NamedTuple):
    """How tracks settle under the values and at the low and the high end of the assumptions.

    ``columns`` (3,) are the variants whose detections go with the three.
    """

    columns: Ints
    value: Settling
    low: Settling
    high: Settling


@njit(_nrt=False)
def meeting_s(position, g, n, dt, launcher_m, a):
    """When the target first enters the published envelope of a launcher, under the values.

    Where it never does, when it is nearest to the launcher inside the band, or at its end.
    """
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
def _settle_pass(position, n, dt, burnout_s, meet_s, radar_m, face, rules, earth, look, work, out):
    """Fill ``out`` with delays from the first look at a pass, and that look's time.

    NaN without a pass, infinite for never. Looks begin at the later of detection and burnout.
    """
    detected = look[DETECTED]
    out[FIRM], out[COMMIT], out[BEGIN] = math.nan, math.nan, math.nan
    if detected == detected:
        firm, commit = settle(
            position,
            n,
            dt,
            detected,
            burnout_s,
            meet_s,
            look[LOST],
            radar_m,
            face,
            rules,
            earth,
            work,
        )
        out[BEGIN] = max(detected, burnout_s)
        out[FIRM] = firm - out[BEGIN] if firm == firm else math.inf
        out[COMMIT] = commit - out[BEGIN] if commit == commit else math.inf


@njit(_nrt=False)
def fill_settled(
    position,
    n,
    dt,
    burnout_s,
    meet_s,
    radar_m,
    face,
    columns,
    rules,
    rules_low,
    rules_high,
    a,
    earth,
    looks,
    work,
    ends,
    out,
):
    """Fill ``out`` (variant, pass, 2) with the times of firm tracks and of commitment.

    NaN without a pass, infinite for never. ``ends`` (3, pass, 3) is scratch.
    """
    has_to_settle = False
    for v in range(a.track_s.size):
        has_to_settle = has_to_settle or a.track_s[v] != a.track_s[v]
    for k in range(LOOKS if has_to_settle else 0):
        _settle_pass(
            position,
            n,
            dt,
            burnout_s,
            meet_s,
            radar_m,
            face,
            rules,
            earth,
            looks[columns[VALUE], k],
            work,
            ends[VALUE, k],
        )
        _settle_pass(
            position,
            n,
            dt,
            burnout_s,
            meet_s,
            radar_m,
            face,
            rules_low,
            earth,
            looks[columns[LOW], k],
            work,
            ends[LOW, k],
        )
        _settle_pass(
            position,
            n,
            dt,
            burnout_s,
            meet_s,
            radar_m,
            face,
            rules_high,
            earth,
            looks[columns[HIGH], k],
            work,
            ends[HIGH, k],
        )
    own = ends[ENDS, 0]
    for v in range(a.floor_m.size):
        for k in range(LOOKS):
            detected, share = looks[v, k, DETECTED], a.track_share[v]
            begin = max(detected, burnout_s)
            if a.track_s[v] == a.track_s[v]:
                out[v, k, FIRM] = out[v, k, COMMIT] = detected + a.track_s[v]
                continue
            firm = delay_s(ends, k, FIRM, share, begin)
            commit = delay_s(ends, k, COMMIT, share, begin)
            if detected == detected and (firm != firm or commit != commit):
                # Neither the value nor this end sees this pass: another direction of the radar.
                nearest = rules if abs(share) < _HALF else rules_low if share < 0.0 else rules_high
                _settle_pass(
                    position,
                    n,
                    dt,
                    burnout_s,
                    meet_s,
                    radar_m,
                    face,
                    nearest,
                    earth,
                    looks[v, k],
                    work,
                    own,
                )
                firm, commit = own[FIRM], own[COMMIT]
            out[v, k, FIRM], out[v, k, COMMIT] = begin + firm, begin + commit


@njit(_nrt=False)
def fill_given(given, looks, out):
    """The same from what a filter said of this target: when firm and when committed."""
    for v in range(looks.shape[0]):
        for k in range(LOOKS):
            detected = looks[v, k, DETECTED]
            for which in range(2):
                out[v, k, which] = max(given[which], detected)
                if given[which] != given[which] and detected == detected:
                    out[v, k, which] = math.inf


@njit(_nrt=False)
def _end(ends, end, k, which, begin):
    """Delay at an end, or NaN where its pass is another one than that which begins here."""
    return ends[end, k, which] if abs(ends[end, k, BEGIN] - begin) <= _ALIKE_S else math.nan


@njit(_nrt=False)
def delay_s(ends, k, which, share, begin):
    """Delay of a variant between the low end (-1), the value (0) and the high end (1).

    An end that never settles counts from half way on; NaN where neither has this pass.
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
