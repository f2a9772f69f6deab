"""How soon a track settles: when it is firm, and when an interceptor can be committed to it.

The track filter's errors are followed along each flight from its detection on, under the values and
at the low and the high end; the variants between lie between.
"""

import math
from typing import Final, NamedTuple

from numba import njit

from shieldmap.engagement.geometry import ALTITUDE
from shieldmap.engagement.views import DETECTED, LOOKS, LOST
from shieldmap.model import Ints
from shieldmap.track import Settling, settle

FIRM, COMMIT = 0, 1
"""Columns of a settled track: delays from the detection to firm and to committed."""

VALUE, LOW, HIGH = 0, 1, 2
ENDS: Final = 3
_HALF: Final = 0.5


class Tracker(NamedTuple):
    """How tracks settle under the values and at the low and the high end of the assumptions.

    ``columns`` (3,) are the variants whose detections go with the three.
    """

    columns: Ints
    value: Settling
    low: Settling
    high: Settling


@njit(cache=True, error_model="numpy", _nrt=False)
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


@njit(cache=True, error_model="numpy", _nrt=False)
def fill_settled(position, n, dt, burnout_s, meet_s, radar_m, face, rules, earth, looks, work, out):
    """Fill ``out`` (pass, 2) with delays; NaN without a pass, infinite for never."""
    for k in range(LOOKS):
        detected = looks[k, DETECTED]
        out[k, FIRM], out[k, COMMIT] = math.nan, math.nan
        if detected == detected:
            firm, commit = settle(
                position, n, dt, detected, burnout_s, meet_s, looks[k, LOST], radar_m, face, rules,
                earth, work,
            )  # fmt: skip
            out[k, FIRM] = firm - detected if firm == firm else math.inf
            out[k, COMMIT] = commit - detected if commit == commit else math.inf


@njit(cache=True, error_model="numpy", _nrt=False)
def fill_given(given, looks, out):
    """The same from what a filter said of this target: when firm and when committed."""
    for k in range(LOOKS):
        detected = looks[k, DETECTED]
        for which in range(2):
            out[k, which] = max(given[which] - detected, 0.0)
            if given[which] != given[which] and detected == detected:
                out[k, which] = math.inf


@njit(cache=True, error_model="numpy", _nrt=False)
def delay_s(settled, k, which, share):
    """Delay of a variant between the low end (-1), the value (0) and the high end (1).

    An end that never sees the target, or never settles, counts from half way on.
    """
    value = settled[VALUE, k, which]
    if share == 0.0:
        return value
    end = settled[HIGH, k, which] if share > 0.0 else settled[LOW, k, which]
    if not end < math.inf or not value < math.inf:
        far = end if abs(share) >= _HALF else value
        near = value if abs(share) >= _HALF else end
        return far if far == far else near
    return value + abs(share) * (end - value)
