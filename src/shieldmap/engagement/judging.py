"""Judging one flight from every launcher under every variant: doctrines, shots and margins."""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shieldmap.earth import WGS84
from shieldmap.engagement.geometry import (
    ALTITUDE,
    GEOMETRY,
    SLANT,
    SPEED,
    flight_s,
    reached_from,
    seen_by_radar,
)
from shieldmap.engagement.settling import (
    COMMIT,
    ENDS,
    FIRM,
    Tracker,
    fill_given,
    fill_settled,
    meeting_s,
)
from shieldmap.engagement.views import (
    DETECTED,
    LOOKS,
    LOST,
    VISIBLE,
    copy_row,
    fill_looks,
    in_view,
)
from shieldmap.engagement.windows import CEILING, FLOOR, IN_TIME, REACH, window_of
from shieldmap.kernels import njit, prange
from shieldmap.model import (
    Assumptions,
    Binds,
    Constraint,
    Earth,
    Engagements,
    Floats,
    Flyouts,
    Ints,
    Radar,
    Tracked,
    Trajectories,
)
from shieldmap.sensor import face_axes
from shieldmap.track import new_settling_work

MAX_SHOTS: Final = 8

# Fields of the details row, in the order in which ``engage`` unpacks them.
_VISIBLE, _DETECTED, _FIRM, _READY, _LOST = 0, 1, 2, 3, 4
_FIRST_LAUNCH, _EARLIEST, _LATEST, _LATEST_LAUNCH, _SECOND_LAUNCH, _SECOND = 5, 6, 7, 8, 9, 10
_CLOSEST, _SLACK, _SHOTS, _BINDS, _COMMIT = 11, 12, 13, 14, 15
_DETAILS: Final = 16
_NEITHER, _PUBLISHED = float(Binds.NEITHER), float(Binds.PUBLISHED)
_KINEMATIC, _BOTH = float(Binds.KINEMATIC), float(Binds.BOTH)
_CONSTRAINTS: Final = len(Constraint)
_NEVER_VISIBLE, _LEFT = int(Constraint.NEVER_VISIBLE), int(Constraint.LEFT_FIELD_OF_REGARD)
_LATE, _TOO_FAST = int(Constraint.DETECTED_TOO_LATE), int(Constraint.TARGET_TOO_FAST)
_ABOVE, _BELOW = int(Constraint.ABOVE_CEILING), int(Constraint.BELOW_FLOOR)
_FAR, _PASSES = int(Constraint.OUT_OF_REACH), int(Constraint.ARRIVES_BEFORE_INTERCEPTOR)
_EMPTY, _SECOND_LATE = int(Constraint.NO_INVENTORY), int(Constraint.SECOND_SHOT_LATE)
_POOR: Final = int(Constraint.TRACK_TOO_POOR)


@njit(_nrt=False)
def limits_of(a, v, ready, lost):
    return (
        a.floor_m[v],
        a.ceiling_m[v],
        a.reach_m[v],
        a.target_speed_max_m_s[v],
        ready,
        lost,
        a.flyout_share[v],
    )


@njit(_nrt=False)
def _ready(a, v, detected, settled):
    """Earliest interceptor launch after a detection; infinite where the track never commits."""
    if a.chain_s[v] == a.chain_s[v]:
        return max(a.chain_s[v], detected)
    return max(settled[FIRM] + a.reaction_s[v], settled[COMMIT])


@njit(_nrt=False)
def chain(g, dt, a, v, low, high, looks, settled, window, seen):
    """Detection chain and window of one variant: (feasible, ready, lost, pass).

    A target lost before anything could be launched may be picked up again later.
    """
    ready, lost, told = math.nan, math.nan, 0
    copy_row(looks[0], seen)
    for k in range(LOOKS):
        detected = looks[k, DETECTED]
        if detected != detected:
            break
        copy_row(looks[k], seen)
        told = k
        ready, lost = _ready(a, v, detected, settled[k]), looks[k, LOST]
        if window_of(g, low, high, dt, limits_of(a, v, ready, lost), -math.inf, window):
            return True, ready, lost, k
    return False, ready, lost, told


@njit(_nrt=False)
def _second_margin(a, v, doctrine, window):
    """By how much the last shot of a doctrine could be later; negative where it does not fit."""
    if doctrine == 0:
        return window[3] - window[1]
    if doctrine == 1:
        return window[3] - (window[1] + a.salvo_spacing_s[v])
    return window[3] - (window[0] + a.assessment_s[v])


@njit(_nrt=False)
def _doctrines(a, v, window, inventory, defended):
    """Which doctrines fit into the window with the interceptors there are."""
    defended[0] = inventory >= 1
    defended[1] = inventory >= 2 and _second_margin(a, v, 1, window) >= 0.0
    defended[2] = inventory >= 2 and _second_margin(a, v, 2, window) >= 0.0


@njit(_nrt=False)
def _count_shots(g, dt, a, low, high, ready, lost, window, inventory, details):
    """Shots of shoot-look-shoot under variant 0 and the times of the second; overwrites window.

    The second shot fits exactly when the doctrine does: until the interpolated latest launch.
    """
    limits = limits_of(a, 0, ready, lost)
    latest, latest_launch = window[2], window[3]
    look_again = window[0] + a.assessment_s[0]
    shots = min(1, inventory)
    while shots < min(MAX_SHOTS, inventory) and latest_launch >= look_again:
        shots += 1
        hit, launch = latest, latest_launch
        if window_of(g, low, high, dt, limits, look_again, window):
            hit, launch = window[0], window[1]
        if shots == 2:
            details[_SECOND_LAUNCH], details[_SECOND] = launch, hit
        look_again = hit + a.assessment_s[0]
    details[_SHOTS] = shots


@njit(_nrt=False)
def _second_of_salvo(g, dt, a, span, ready, lost, window, doctrine, inventory, details):
    """The second interceptor leaves one spacing after the first, or not at all."""
    after = details[_FIRST_LAUNCH] + a.salvo_spacing_s[0]
    latest, latest_launch = details[_LATEST], details[_LATEST_LAUNCH]
    details[_SECOND_LAUNCH], details[_SECOND] = math.nan, math.nan
    if doctrine == 1 and inventory >= 2 and latest_launch >= after:
        details[_SECOND_LAUNCH], details[_SECOND] = latest_launch, latest
        if window_of(g, span[0], span[1], dt, limits_of(a, 0, ready, lost), after, window):
            details[_SECOND_LAUNCH], details[_SECOND] = window[1], window[0]


@njit(_nrt=False)
def _finite(time_s):
    return time_s if time_s < math.inf else math.nan


@njit(_nrt=False)
def _reachable(g, i, a, kinds):
    """Whether a sample lies in the published envelope of variant 0: band, reach, speed by bit."""
    in_band = a.floor_m[0] <= g[i, ALTITUDE] <= a.ceiling_m[0]
    in_reach = g[i, SLANT] <= a.reach_m[0]
    is_slow = g[i, SPEED] <= a.target_speed_max_m_s[0]
    return (in_band or not kinds & 1) and (in_reach or not kinds & 2) and (is_slow or not kinds & 4)


@njit(_nrt=False)
def _judge_envelope(g, n, radar, a, margins, details):
    """Margins of view, ceiling, floor, reach and speed under variant 0.

    Each is judged on the samples where the others leave it a say, and NaN where there are none.
    """
    widest, lowest, highest = -math.inf, math.inf, -math.inf
    closest, nearest, slowest = math.inf, math.inf, math.inf
    for i in range(n):
        widest = max(widest, in_view(g, i, radar, a, 0))
        nearest = min(nearest, g[i, SLANT])
        if g[i, SLANT] <= a.reach_m[0]:
            lowest, highest = min(lowest, g[i, ALTITUDE]), max(highest, g[i, ALTITUDE])
        if _reachable(g, i, a, 1):
            closest = min(closest, g[i, SLANT])
        if _reachable(g, i, a, 3):
            slowest = min(slowest, g[i, SPEED])
    margins[_NEVER_VISIBLE] = widest
    if lowest < math.inf:
        margins[_ABOVE] = a.ceiling_m[0] - lowest
        margins[_BELOW] = highest - a.floor_m[0]
    if closest < math.inf:
        margins[_FAR] = a.reach_m[0] - closest
        details[_CLOSEST] = closest
    elif nearest > a.reach_m[0]:
        margins[_FAR] = a.reach_m[0] - nearest
    if slowest < math.inf:
        margins[_TOO_FAST] = a.target_speed_max_m_s[0] - slowest


@njit(_nrt=False)
def _judge_times(g, n, dt, a, ready, lost, detected, opened_by, margins, details):
    """Margins of the field of regard, the detection and the fly-out, and which limit binds.

    ``opened_by`` is the margin that opened the window, or negative infinity where there is none.
    """
    useful, first_useful, in_band = -math.inf, math.nan, -math.inf
    is_in_band = False
    published, kinematic, in_envelope = False, False, False
    for i in range(n):
        t = i * dt
        launch = t - flight_s(g, i, a.flyout_share[0])
        if _reachable(g, i, a, 5):
            is_in_band = True
            in_band = max(in_band, launch)
        if _reachable(g, i, a, 7):
            published = published or (detected <= t <= lost)
            in_envelope = True
            useful = max(useful, launch)
            if first_useful != first_useful and launch >= ready:
                first_useful = t
        if ready <= t <= lost and launch >= ready:
            kinematic = True
    if detected != detected:
        if margins[_NEVER_VISIBLE] >= 0.0:
            margins[_LATE] = -math.inf  # visible, but never near enough to be detected
    elif useful > -math.inf:
        margins[_LATE] = useful - detected
        # A track that never commits has its own margin; there is no launch to be late.
        if ready < math.inf:
            margins[_PASSES] = useful - ready
            details[_SLACK] = useful - ready
        if first_useful == first_useful:
            margins[_LEFT] = lost - first_useful
    elif (in_envelope or is_in_band) and ready < math.inf:
        # Never in the published envelope: what the fly-out alone could do inside the band, which
        # is nothing at any time where the launch is minus infinity.
        margins[_PASSES] = in_band - ready
    # Where the track never commits, neither the envelope nor the fly-out decides.
    details[_BINDS] = _NEITHER if ready == math.inf else _binding(published, kinematic, opened_by)


@njit(_nrt=False)
def _binding(published, kinematic, opened_by):
    """Which limit binds: what opened the window, or which of the two never opens one."""
    if opened_by > -math.inf:
        if opened_by == IN_TIME:
            return _KINEMATIC
        if opened_by == FLOOR or opened_by == CEILING or opened_by == REACH:
            return _PUBLISHED
        return _NEITHER
    if published and not kinematic:
        return _KINEMATIC
    if kinematic and not published:
        return _PUBLISHED
    return _BOTH


@njit(_nrt=False)
def candidates(g, n, a):
    """Range of samples that any variant could intercept: (first, one past the last)."""
    floor, ceiling, reach = math.inf, -math.inf, -math.inf
    for v in range(a.floor_m.size):
        floor = min(floor, a.floor_m[v])
        ceiling = max(ceiling, a.ceiling_m[v])
        reach = max(reach, a.reach_m[v])
    low, high = n, 0
    for i in range(n):
        if floor <= g[i, ALTITUDE] <= ceiling and g[i, SLANT] <= reach:
            low = min(low, i)
            high = i + 1
    # One sample beyond each end, so that the edges are found by interpolation.
    return max(low - 1, 0), min(high + 1, n)


@njit(_nrt=False)
def _detail(
    g,
    n,
    dt,
    radar,
    a,
    doctrine,
    feasible,
    ready,
    lost,
    span,
    seen,
    settled,
    window,
    inventory,
    margins,
    details,
):
    """Margins and times under variant 0, on the pass that ``seen`` tells; overwrites the window."""
    margins[:] = math.nan
    details[:] = math.nan
    details[_VISIBLE], details[_DETECTED] = seen[VISIBLE], seen[DETECTED]
    details[_FIRM], details[_COMMIT] = _finite(settled[FIRM]), _finite(settled[COMMIT])
    details[_READY], details[_LOST], details[_SHOTS] = _finite(ready), lost, 0.0
    _judge_envelope(g, n, radar, a, margins, details)
    if a.track_s[0] != a.track_s[0] and a.chain_s[0] != a.chain_s[0]:
        margins[_POOR] = lost - settled[COMMIT]
    opened_by = window[4] if feasible else -math.inf
    _judge_times(g, n, dt, a, ready, lost, seen[DETECTED], opened_by, margins, details)
    margins[_EMPTY] = inventory - (1 if doctrine == 0 else 2)
    if feasible:
        details[_FIRST_LAUNCH], details[_EARLIEST] = window[1], window[0]
        details[_LATEST], details[_LATEST_LAUNCH] = window[2], window[3]
        details[_SLACK] = _second_margin(a, 0, doctrine, window)
        if doctrine > 0:
            margins[_SECOND_LATE] = details[_SLACK]
        _count_shots(g, dt, a, span[0], span[1], ready, lost, window, inventory, details)
        if doctrine < 2:
            _second_of_salvo(g, dt, a, span, ready, lost, window, doctrine, inventory, details)


@njit(_nrt=False)
def _engage_launcher(
    g, n, dt, radar, a, doctrine, inventory, looks, settled, work, defended, margins, details
):
    """Judge one flight from one launcher under every variant."""
    window, seen = work[0], work[1]
    span = candidates(g, n, a)
    for v in range(a.floor_m.size):
        feasible, ready, lost, k = chain(
            g, dt, a, v, span[0], span[1], looks[v], settled[v], window, seen
        )
        defended[v] = False
        if feasible:
            _doctrines(a, v, window, inventory[v], defended[v])
        if v == 0:
            _detail(
                g,
                n,
                dt,
                radar,
                a,
                doctrine,
                feasible,
                ready,
                lost,
                span,
                seen,
                settled[v, k],
                window,
                inventory[0],
                margins,
                details,
            )


@njit(parallel=True)
def _engage_batch(
    position,
    velocity,
    count,
    dt,
    burnout_s,
    given,
    radar,
    face,
    launchers_m,
    axes,
    inventory,
    flyouts,
    columns,
    rules,
    rules_low,
    rules_high,
    a,
    doctrine,
    earth,
    defended,
    margins,
    details,
    launcher,
):
    variants = a.floor_m.size
    for row in prange(count.size):
        n = count[row]
        g = np.empty((n, GEOMETRY))
        work = np.empty((2, 5))
        looks = np.empty((variants, LOOKS, 3))
        ends, settled = np.empty((ENDS + 1, LOOKS, 3)), np.empty((variants, LOOKS, 2))
        hit = np.zeros((variants, 3), dtype=np.bool_)
        margin, detail = np.empty(_CONSTRAINTS), np.empty(_DETAILS)
        best = -math.inf
        launcher[row] = -1
        defended[row] = False
        # A row without samples was not flown and is not judged: its details stay NaN.
        if n > 0:
            seen_by_radar(
                position[row],
                velocity[row],
                n,
                radar,
                earth.semi_major_axis_m,
                earth.eccentricity_squared,
                g,
            )
            fill_looks(g, n, dt, radar, a, looks)
            if given.shape[0] > 0:
                fill_given(given[row], looks, settled)
            else:
                fill_settled(
                    position[row],
                    n,
                    dt,
                    burnout_s[row],
                    meeting_s(position[row], g, n, dt, launchers_m[0], a),
                    radar.position_m,
                    face,
                    columns,
                    rules,
                    rules_low,
                    rules_high,
                    a,
                    earth,
                    looks,
                    new_settling_work(),
                    ends,
                    settled,
                )
        for k in range(launchers_m.shape[0] if n > 0 else 0):
            reached_from(
                position[row], n, launchers_m[k], axes[k], flyouts, earth.semi_major_axis_m, g
            )
            _engage_launcher(
                g,
                n,
                dt,
                radar,
                a,
                doctrine,
                inventory[:, k],
                looks,
                settled,
                work,
                hit,
                margin,
                detail,
            )
            for v in range(variants):
                for d in range(3):
                    defended[row, v, d] = defended[row, v, d] or hit[v, d]
            # The details are those of the launcher that serves best: most shots, then most time,
            # then the one that the target comes nearest to inside the band.
            slack, closest_km = detail[_SLACK], 1e-3 * detail[_CLOSEST]
            score = detail[_SHOTS] * 1e6 + (slack if slack == slack else -1e5)
            if slack != slack:
                score -= closest_km if closest_km == closest_km else 1e5
            if score > best:
                best = score
                launcher[row] = k
                margins[row] = margin
                details[row] = detail


def engage(
    flights: Trajectories,
    burnout_s: Floats,
    radar: Radar,
    launchers_m: Floats,
    launcher_axes: Floats,
    inventory: Floats,
    flyouts: Flyouts,
    tracker: Tracker,
    assumptions: Assumptions,
    doctrine: int,
    earth: Earth = WGS84,
    tracked: Tracked | None = None,
) -> Engagements:
    """Judge every flight under every variant of the assumptions.

    Parameters
    ----------
    flights : sampled on a uniform time grid from launch, at most 2 s apart.
    burnout_s : (n,) when each missile burns out: a track begins after it.
    launchers_m, launcher_axes : positions (k, 3) and east-north-up rows (k, 3, 3) of the launcher
        sites; the details tell of the site that serves best.
    inventory : interceptors at each site under every variant, shape (m, k).
    flyouts : the interceptor's times of flight at the value, the low and the high end.
    tracker : how a track settles; not looked at where ``assumptions.track_s`` is given.
    doctrine : the headline doctrine that the margins and the reason are given for.
    tracked : what a filter said of each target, in place of how a track settles along the true
        flight: a target that was never firmly tracked or committed to is refused.
    """
    n, m = flights.sample_count.size, assumptions.floor_m.size
    defended = np.zeros((n, m, 3), dtype=np.bool_)
    margins = np.full((n, _CONSTRAINTS), np.nan)
    details = np.full((n, _DETAILS), np.nan)
    launcher = np.zeros(n, dtype=np.int64)
    dt = float(flights.time_s[1] - flights.time_s[0])
    given = np.empty((0, 2)) if tracked is None else np.stack(tracked, axis=1)
    if tracked is not None:
        # What was tracked takes the place of a constant as well.
        assumptions = assumptions._replace(track_s=np.full(m, np.nan))
    _engage_batch(
        flights.position_m,
        flights.velocity_m_s,
        flights.sample_count,
        dt,
        np.ascontiguousarray(burnout_s),
        given,
        radar,
        face_axes(radar.axes, radar.boresight_rad, radar.tilt_rad),
        launchers_m,
        launcher_axes,
        inventory,
        flyouts,
        tracker.columns,
        tracker.value,
        tracker.low,
        tracker.high,
        assumptions,
        doctrine,
        earth,
        defended,
        margins,
        details,
        launcher,
    )
    return _told(defended, margins, details, launcher, doctrine)


def _told(
    defended: NDArray[np.bool_], margins: Floats, details: Floats, launcher: Ints, doctrine: int
) -> Engagements:
    """The kernel's rows as named fields."""
    is_open = defended[:, 0, doctrine]
    failed = failed_bits(margins, is_open)
    return Engagements(
        is_defended=defended,
        shots=np.nan_to_num(details[:, _SHOTS]).astype(np.int8),
        reason=first_reason(failed),
        margins=margins,
        failed_bits=failed,
        binds=np.nan_to_num(details[:, _BINDS]).astype(np.int8),
        launcher=launcher.astype(np.int8),
        first_visible_s=details[:, _VISIBLE],
        detected_s=details[:, _DETECTED],
        firm_track_s=details[:, _FIRM],
        commit_s=details[:, _COMMIT],
        launch_ready_s=details[:, _READY],
        lost_s=details[:, _LOST],
        first_launch_s=details[:, _FIRST_LAUNCH],
        earliest_intercept_s=details[:, _EARLIEST],
        latest_intercept_s=details[:, _LATEST],
        latest_launch_s=details[:, _LATEST_LAUNCH],
        second_launch_s=details[:, _SECOND_LAUNCH],
        second_intercept_s=details[:, _SECOND],
        closest_in_band_m=details[:, _CLOSEST],
        slack_s=details[:, _SLACK],
    )


def failed_bits(margins: Floats, is_defended: np.ndarray) -> np.ndarray:
    """Bit c is set where constraint c fails; a row that is defended fails none."""
    bits = np.zeros(margins.shape[0], dtype=np.int16)
    for c in Constraint:
        with np.errstate(invalid="ignore"):
            bits |= np.where(margins[:, c] < 0.0, np.int16(1 << c), np.int16(0))
    bits[is_defended] = 0
    return bits


def first_reason(bits: np.ndarray) -> np.ndarray:
    """The headline reason: the first failed constraint in the order of precedence, or -1."""
    out = np.full(bits.shape, -1, dtype=np.int8)
    for c in reversed(Constraint):
        out[(bits & (1 << c)) != 0] = c
    return out
