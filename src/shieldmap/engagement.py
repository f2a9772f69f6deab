"""Whether a battery can engage a flight, when, how often, and why not.

Question: for a trajectory, a radar and a battery: when is the target first visible, detected and
firmly tracked, when can the interceptor leave, where and when is the earliest and the latest
intercept, how many shots does a doctrine fit, and which constraint fails by how much?

Model: fire control reads sensor data only: an interceptor leaves after detection, firm track and
reaction, and the target must stay in the radar's field of regard until the intercept. An intercept
lies between floor and ceiling, within the published slant range from the launcher, not beyond the
target speed limit, and at a time that leaves the interceptor its time of flight. The published
envelope and the fly-out are kept apart, and the engagement says which of them binds. Both passes
count: a target that overflies above the ceiling is judged on its way down as well.

Limits: no track filter yet (delays come from the catalogue); a shot that fits is not a hit; the
target does not manoeuvre; events between samples are found by linear interpolation, so a window
shorter than a sample may be missed; an interceptor always flies its fastest path, and at most four
passes through the radar's view are looked at.

Frame: Earth-fixed (ECEF). Units: SI and radians; times count from the missile's launch.
"""

import math
from typing import Final

import numpy as np
from numba import njit, prange

from shieldmap.earth import WGS84
from shieldmap.interceptor import time_to
from shieldmap.model import (
    Assumptions,
    Binds,
    Constraint,
    Earth,
    Engagements,
    Floats,
    Flyouts,
    Radar,
    Trajectories,
)
from shieldmap.sensor import apparent, field_margin, look, skyline

MAX_SHOTS: Final = 8
_LOOKS: Final = 4

# Columns of the geometry: the target as the radar sees it, then as one launcher does.
_ALTITUDE, _SPEED, _AZIMUTH, _ELEVATION, _RANGE = 0, 1, 2, 3, 4
_SLANT, _FLIGHT, _FLIGHT_LOW, _FLIGHT_HIGH = 5, 6, 7, 8
_SKYLINE, _GEOMETRY = 9, 10
# The margins of an intercept that open or close a window.
_FLOOR, _CEILING, _REACH, _IN_TIME, _SEEN, _SLOW_ENOUGH = 0, 1, 2, 3, 4, 5
_MARGINS: Final = 6
# Fields of the details row, in the order in which ``engage`` unpacks them.
_VISIBLE, _DETECTED, _FIRM, _READY, _LOST = 0, 1, 2, 3, 4
_FIRST_LAUNCH, _EARLIEST, _LATEST, _LATEST_LAUNCH, _SECOND_LAUNCH, _SECOND = 5, 6, 7, 8, 9, 10
_CLOSEST, _SLACK, _SHOTS, _BINDS = 11, 12, 13, 14
_DETAILS: Final = 15
_NEITHER, _PUBLISHED = float(Binds.NEITHER), float(Binds.PUBLISHED)
_KINEMATIC, _BOTH = float(Binds.KINEMATIC), float(Binds.BOTH)
_CONSTRAINTS: Final = len(Constraint)
_NEVER_VISIBLE, _LEFT = int(Constraint.NEVER_VISIBLE), int(Constraint.LEFT_FIELD_OF_REGARD)
_LATE, _TOO_FAST = int(Constraint.DETECTED_TOO_LATE), int(Constraint.TARGET_TOO_FAST)
_ABOVE, _BELOW = int(Constraint.ABOVE_CEILING), int(Constraint.BELOW_FLOOR)
_FAR, _PASSES = int(Constraint.OUT_OF_REACH), int(Constraint.ARRIVES_BEFORE_INTERCEPTOR)
_EMPTY, _SECOND_LATE = int(Constraint.NO_INVENTORY), int(Constraint.SECOND_SHOT_LATE)


# ---------------------------------------------------------------------------------------------
# What the radar sees


@njit(cache=True, error_model="numpy", _nrt=False)
def _seen_by_radar(position, velocity, n, radar, a_m, e2, g):
    """Fill altitude and speed, and azimuth, elevation and range from the radar."""
    for i in range(n):
        x, y, z = position[i, 0], position[i, 1], position[i, 2]
        r = math.sqrt(x * x + y * y + z * z)
        # Radial height, as in the integrator: within 1 m below 200 km.
        s2 = z * z / (r * r)
        surface = a_m * math.sqrt((1.0 - e2) / (1.0 - e2 * (1.0 - s2)))
        g[i, _ALTITUDE] = (r - surface) * (1.0 - 0.5 * e2 * e2 * s2 * (1.0 - s2))
        vx, vy, vz = velocity[i, 0], velocity[i, 1], velocity[i, 2]
        g[i, _SPEED] = math.sqrt(vx * vx + vy * vy + vz * vz)
        azimuth, elevation, slant = look(x, y, z, radar.position_m, radar.axes)
        g[i, _AZIMUTH], g[i, _RANGE] = azimuth, slant
        g[i, _ELEVATION] = apparent(elevation, g[i, _ALTITUDE], radar.bending_rad)
        g[i, _SKYLINE] = skyline(azimuth, radar.horizon_rad)


@njit(cache=True, error_model="numpy", _nrt=False)
def _in_view(g, i, radar, a, v):
    """Field-of-regard margin of a sample under one variant."""
    lowest = max(a.elevation_min_rad[v], g[i, _SKYLINE])
    return field_margin(
        g[i, _AZIMUTH], g[i, _ELEVATION], a.boresight_rad[v], a.half_sector_rad[v], lowest,
        radar.elevation_max_rad,
    )  # fmt: skip


@njit(cache=True, error_model="numpy", _nrt=False)
def _share(before, after):
    """Part of a sample interval after which a margin that rises through zero is positive."""
    if before >= 0.0:
        return 0.0
    if not before > -math.inf or not after > before:
        return 1.0
    return min(before / (before - after), 1.0)


@njit(cache=True, error_model="numpy", _nrt=False)
def _detection_margin(g, i, t, a, v):
    """Range in hand for a detection: searched for at first, stared at after the cue."""
    search_m, track_m = a.search_range_m[v], a.track_range_m[v]
    reach = track_m if t >= a.warning_s[v] and track_m > search_m else search_m
    return reach - g[i, _RANGE]


@njit(cache=True, error_model="numpy", _nrt=False)
def _detected_at(g, i, t, dt, entered, a, v):
    """When a target that is in view is detected between the sample before and this one."""
    margin = _detection_margin(g, i, t, a, v)
    at = entered
    if i > 0 and t > entered:
        earlier = _detection_margin(g, i - 1, t, a, v)
        at = max(at, t - dt + dt * _share(earlier, margin))
        uncued = _detection_margin(g, i - 1, t - dt, a, v)
        if uncued < 0.0 and earlier >= 0.0 and a.warning_s[v] <= t:
            at = max(at, a.warning_s[v])
    return at


@njit(cache=True, error_model="numpy", _nrt=False)
def _watch(g, n, dt, first, radar, a, v, out):
    """From sample ``first`` on: when visible, detected and lost again; returns the sample lost.

    ``out`` gets first visible, detected and lost (NaN where it does not happen); a target that
    stays visible until it falls is lost at its last sample.
    """
    out[_VISIBLE], out[_DETECTED], out[2] = math.nan, math.nan, math.nan
    visible, entered, before = False, 0.0, 0.0
    for i in range(first, n):
        t = i * dt
        view = _in_view(g, i, radar, a, v)
        if view < 0.0:
            if visible:
                if out[_DETECTED] == out[_DETECTED]:
                    out[2] = t - dt + dt * (1.0 - _share(view, before))
                    return i
                visible = False
        else:
            if not visible:
                visible = True
                entered = t
                if i > 0:
                    last = _in_view(g, i - 1, radar, a, v)
                    entered = t - dt + dt * _share(last, view) if last < 0.0 else t
                if not out[_VISIBLE] <= entered:
                    out[_VISIBLE] = entered
            if out[_DETECTED] != out[_DETECTED] and _detection_margin(g, i, t, a, v) >= 0.0:
                out[_DETECTED] = _detected_at(g, i, t, dt, entered, a, v)
        before = view
    if out[_DETECTED] == out[_DETECTED]:
        out[2] = (n - 1) * dt
    return n


@njit(cache=True, error_model="numpy", _nrt=False)
def _same_view(a, v, w):
    """Whether two variants give the radar the same view."""
    return (
        a.boresight_rad[v] == a.boresight_rad[w]
        and a.half_sector_rad[v] == a.half_sector_rad[w]
        and a.elevation_min_rad[v] == a.elevation_min_rad[w]
        and a.search_range_m[v] == a.search_range_m[w]
        and a.track_range_m[v] == a.track_range_m[w]
        and a.warning_s[v] == a.warning_s[w]
    )


@njit(cache=True, error_model="numpy", _nrt=False)
def _copy(source, out):
    # Slices assigned to slices would need a heap in numba.
    for i in range(source.size):
        out[i] = source[i]


@njit(cache=True, error_model="numpy", _nrt=False)
def _looks(g, n, dt, radar, a, looks):
    """Fill ``looks`` (variant, pass, 3): first visible, detected and lost on each pass."""
    for v in range(a.floor_m.size):
        if v > 0 and _same_view(a, v, v - 1):
            for k in range(_LOOKS):
                _copy(looks[v - 1, k], looks[v, k])
            continue
        looks[v] = math.nan
        first = 0
        for look_number in range(_LOOKS):
            if first >= n:
                break
            first = _watch(g, n, dt, first, radar, a, v, looks[v, look_number])
            if looks[v, look_number, _DETECTED] != looks[v, look_number, _DETECTED]:
                break


# ---------------------------------------------------------------------------------------------
# What a launcher reaches


@njit(cache=True, error_model="numpy", _nrt=False)
def _reached_from(position, n, launcher_m, axes, flyouts, a_m, g):
    """Fill slant range and the interceptor's times of flight: value, low and high end."""
    for i in range(n):
        dx = position[i, 0] - launcher_m[0]
        dy = position[i, 1] - launcher_m[1]
        dz = position[i, 2] - launcher_m[2]
        up = axes[2, 0] * dx + axes[2, 1] * dy + axes[2, 2] * dz
        slant2 = dx * dx + dy * dy + dz * dz
        ground = a_m * math.atan2(math.sqrt(max(slant2 - up * up, 0.0)), a_m + up)
        g[i, _SLANT] = math.sqrt(slant2)
        for end in range(3):
            g[i, _FLIGHT + end] = time_to(
                flyouts.time_s[end], flyouts.range_step_m, flyouts.altitude_step_m, ground,
                g[i, _ALTITUDE],
            )  # fmt: skip


@njit(cache=True, error_model="numpy", _nrt=False)
def _flight(g, i, share):
    """Time of flight to a sample between the low end (-1), the value (0) and the high end (1)."""
    if share == 0.0:
        return g[i, _FLIGHT]
    end = g[i, _FLIGHT_HIGH] if share > 0.0 else g[i, _FLIGHT_LOW]
    if abs(share) == 1.0:
        return end
    return g[i, _FLIGHT] + abs(share) * (end - g[i, _FLIGHT])


@njit(cache=True, error_model="numpy", _nrt=False)
def _margin(g, i, t, which, limits):
    """One of the six margins of an intercept at a sample; negative infinity where unreachable.

    ``limits`` is (floor, ceiling, reach, fastest, ready, lost, share of the fly-out's range).
    """
    if which == _FLOOR:
        return g[i, _ALTITUDE] - limits[0]
    if which == _CEILING:
        return limits[1] - g[i, _ALTITUDE]
    if which == _REACH:
        return limits[2] - g[i, _SLANT]
    if which == _IN_TIME:
        late = t - _flight(g, i, limits[6]) - limits[4]
        return late if late == late else -math.inf
    if which == _SEEN:
        return limits[5] - t
    return limits[3] - g[i, _SPEED]


@njit(cache=True, error_model="numpy", _nrt=False)
def _is_open(g, i, t, limits):
    good = True
    for which in range(_MARGINS):
        if _margin(g, i, t, which, limits) < 0.0:
            good = False
            break
    return good


@njit(cache=True, error_model="numpy", _nrt=False)
def _opening(g, i, t, dt, limits, out):
    """The edge at which a window opens before sample i: intercept, launch and which margin."""
    enter, by = 0.0, -1.0
    for which in range(_MARGINS):
        share = _share(_margin(g, i - 1, t - dt, which, limits), _margin(g, i, t, which, limits))
        if share > enter:
            enter, by = share, float(which)
    before, here = _flight(g, i - 1, limits[6]), _flight(g, i, limits[6])
    flight = before + enter * (here - before)
    out[0] = t - dt + dt * enter
    out[1] = out[0] - (flight if flight == flight else here)
    out[4] = by


@njit(cache=True, error_model="numpy", _nrt=False)
def _closing(g, i, t, dt, limits, out):
    """The edge at which a window closes before sample i: latest intercept and launch."""
    leave = 1.0
    for which in range(_MARGINS):
        b = _margin(g, i, t, which, limits)
        if b < 0.0:
            a = _margin(g, i - 1, t - dt, which, limits)
            leave = min(leave, 1.0 - _share(b, a))
    out[2] = t - dt + dt * leave
    before = _flight(g, i - 1, limits[6])
    flight = before + leave * (_flight(g, i, limits[6]) - before)
    if flight == flight:
        out[3] = max(out[3], out[2] - flight)


@njit(cache=True, error_model="numpy", _nrt=False)
def _window(g, low, high, dt, given, after, out):
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
            launch = t - _flight(g, i, limits[6])
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


# ---------------------------------------------------------------------------------------------
# The engagement


@njit(cache=True, error_model="numpy", _nrt=False)
def _limits(a, v, ready, lost):
    return (
        a.floor_m[v], a.ceiling_m[v], a.reach_m[v], a.target_speed_max_m_s[v], ready, lost,
        a.flyout_share[v],
    )  # fmt: skip


@njit(cache=True, error_model="numpy", _nrt=False)
def _chain(g, dt, a, v, low, high, looks, window, seen):
    """Detection chain and window of one variant: (feasible, ready, lost).

    A target lost before anything could be launched may be picked up again later.
    """
    ready, lost = math.nan, math.nan
    _copy(looks[0], seen)
    for k in range(_LOOKS):
        detected = looks[k, _DETECTED]
        if detected != detected:
            break
        _copy(looks[k], seen)
        ready = detected + a.track_s[v] + a.reaction_s[v]
        if a.chain_s[v] == a.chain_s[v]:
            ready = max(a.chain_s[v], detected)
        lost = looks[k, 2]
        if _window(g, low, high, dt, _limits(a, v, ready, lost), -math.inf, window):
            return True, ready, lost
    return False, ready, lost


@njit(cache=True, error_model="numpy", _nrt=False)
def _second_margin(a, v, doctrine, window):
    """By how much the last shot of a doctrine could be later; negative where it does not fit."""
    if doctrine == 0:
        return window[3] - window[1]
    if doctrine == 1:
        return window[3] - (window[1] + a.salvo_spacing_s[v])
    return window[3] - (window[0] + a.assessment_s[v])


@njit(cache=True, error_model="numpy", _nrt=False)
def _doctrines(a, v, window, inventory, defended):
    """Which doctrines fit into the window with the interceptors there are."""
    defended[0] = inventory >= 1
    defended[1] = inventory >= 2 and _second_margin(a, v, 1, window) >= 0.0
    defended[2] = inventory >= 2 and _second_margin(a, v, 2, window) >= 0.0


@njit(cache=True, error_model="numpy", _nrt=False)
def _count_shots(g, dt, a, low, high, ready, lost, window, inventory, details):
    """Shots of shoot-look-shoot under variant 0 and the times of the second; overwrites window.

    The second shot fits exactly when the doctrine does: until the interpolated latest launch.
    """
    limits = _limits(a, 0, ready, lost)
    latest, latest_launch = window[2], window[3]
    look_again = window[0] + a.assessment_s[0]
    shots = min(1, inventory)
    while shots < min(MAX_SHOTS, inventory) and latest_launch >= look_again:
        shots += 1
        hit, launch = latest, latest_launch
        if _window(g, low, high, dt, limits, look_again, window):
            hit, launch = window[0], window[1]
        if shots == 2:
            details[_SECOND_LAUNCH], details[_SECOND] = launch, hit
        look_again = hit + a.assessment_s[0]
    details[_SHOTS] = shots


@njit(cache=True, error_model="numpy", _nrt=False)
def _second_of_salvo(g, dt, a, span, ready, lost, window, doctrine, inventory, details):
    """The second interceptor leaves one spacing after the first, or not at all."""
    after = details[_FIRST_LAUNCH] + a.salvo_spacing_s[0]
    latest, latest_launch = details[_LATEST], details[_LATEST_LAUNCH]
    details[_SECOND_LAUNCH], details[_SECOND] = math.nan, math.nan
    if doctrine == 1 and inventory >= 2 and latest_launch >= after:
        details[_SECOND_LAUNCH], details[_SECOND] = latest_launch, latest
        if _window(g, span[0], span[1], dt, _limits(a, 0, ready, lost), after, window):
            details[_SECOND_LAUNCH], details[_SECOND] = window[1], window[0]


@njit(cache=True, error_model="numpy", _nrt=False)
def _reachable(g, i, a, kinds):
    """Whether a sample lies in the published envelope of variant 0: band, reach, speed by bit."""
    in_band = a.floor_m[0] <= g[i, _ALTITUDE] <= a.ceiling_m[0]
    in_reach = g[i, _SLANT] <= a.reach_m[0]
    is_slow = g[i, _SPEED] <= a.target_speed_max_m_s[0]
    return (in_band or not kinds & 1) and (in_reach or not kinds & 2) and (is_slow or not kinds & 4)


@njit(cache=True, error_model="numpy", _nrt=False)
def _judge_envelope(g, n, radar, a, margins, details):
    """Margins of view, ceiling, floor, reach and speed under variant 0.

    Each is judged on the samples where the others leave it a say, and NaN where there are none.
    """
    widest, lowest, highest = -math.inf, math.inf, -math.inf
    closest, nearest, slowest = math.inf, math.inf, math.inf
    for i in range(n):
        widest = max(widest, _in_view(g, i, radar, a, 0))
        nearest = min(nearest, g[i, _SLANT])
        if g[i, _SLANT] <= a.reach_m[0]:
            lowest, highest = min(lowest, g[i, _ALTITUDE]), max(highest, g[i, _ALTITUDE])
        if _reachable(g, i, a, 1):
            closest = min(closest, g[i, _SLANT])
        if _reachable(g, i, a, 3):
            slowest = min(slowest, g[i, _SPEED])
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


@njit(cache=True, error_model="numpy", _nrt=False)
def _judge_times(g, n, dt, a, ready, lost, detected, opened_by, margins, details):
    """Margins of the field of regard, the detection and the fly-out, and which limit binds.

    ``opened_by`` is the margin that opened the window, or negative infinity where there is none.
    """
    useful, first_useful, in_band = -math.inf, math.nan, -math.inf
    is_in_band = False
    published, kinematic, in_envelope = False, False, False
    for i in range(n):
        t = i * dt
        launch = t - _flight(g, i, a.flyout_share[0])
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
        margins[_PASSES] = useful - ready
        details[_SLACK] = useful - ready
        if first_useful == first_useful:
            margins[_LEFT] = lost - first_useful
    elif in_envelope or is_in_band:
        # Never in the published envelope: what the fly-out alone could do inside the band, which
        # is nothing at any time where the launch is minus infinity.
        margins[_PASSES] = in_band - ready
    details[_BINDS] = _binding(published, kinematic, opened_by)


@njit(cache=True, error_model="numpy", _nrt=False)
def _binding(published, kinematic, opened_by):
    """Which limit binds: what opened the window, or which of the two never opens one."""
    if opened_by > -math.inf:
        if opened_by == _IN_TIME:
            return _KINEMATIC
        if opened_by == _FLOOR or opened_by == _CEILING or opened_by == _REACH:
            return _PUBLISHED
        return _NEITHER
    if published and not kinematic:
        return _KINEMATIC
    if kinematic and not published:
        return _PUBLISHED
    return _BOTH


@njit(cache=True, error_model="numpy", _nrt=False)
def _candidates(g, n, a):
    """Range of samples that any variant could intercept: (first, one past the last)."""
    floor, ceiling, reach = math.inf, -math.inf, -math.inf
    for v in range(a.floor_m.size):
        floor = min(floor, a.floor_m[v])
        ceiling = max(ceiling, a.ceiling_m[v])
        reach = max(reach, a.reach_m[v])
    low, high = n, 0
    for i in range(n):
        if floor <= g[i, _ALTITUDE] <= ceiling and g[i, _SLANT] <= reach:
            low = min(low, i)
            high = i + 1
    # One sample beyond each end, so that the edges are found by interpolation.
    return max(low - 1, 0), min(high + 1, n)


@njit(cache=True, error_model="numpy", _nrt=False)
def _detail(
    g, n, dt, radar, a, doctrine, feasible, ready, lost, span, seen, window, inventory, margins,
    details,
):  # fmt: skip
    """Margins and times under variant 0; overwrites the window."""
    margins[:] = math.nan
    details[:] = math.nan
    details[_VISIBLE], details[_DETECTED] = seen[_VISIBLE], seen[_DETECTED]
    details[_FIRM] = seen[_DETECTED] + a.track_s[0]
    details[_READY], details[_LOST], details[_SHOTS] = ready, lost, 0.0
    _judge_envelope(g, n, radar, a, margins, details)
    opened_by = window[4] if feasible else -math.inf
    _judge_times(g, n, dt, a, ready, lost, seen[_DETECTED], opened_by, margins, details)
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


@njit(cache=True, error_model="numpy", _nrt=False)
def _engage_launcher(
    g, n, dt, radar, a, doctrine, inventory, looks, work, defended, margins, details
):
    """Judge one flight from one launcher under every variant."""
    window, seen = work[0], work[1]
    span = _candidates(g, n, a)
    for v in range(a.floor_m.size):
        feasible, ready, lost = _chain(g, dt, a, v, span[0], span[1], looks[v], window, seen)
        defended[v] = False
        if feasible:
            _doctrines(a, v, window, inventory[v], defended[v])
        if v == 0:
            _detail(
                g, n, dt, radar, a, doctrine, feasible, ready, lost, span, seen, window,
                inventory[0], margins, details,
            )  # fmt: skip


@njit(cache=True, parallel=True, error_model="numpy")
def _engage_batch(
    position, velocity, count, dt, radar, launchers_m, axes, inventory, flyouts, a, doctrine,
    earth, defended, margins, details, launcher,
):  # fmt: skip
    variants = a.floor_m.size
    for row in prange(count.size):
        n = count[row]
        g = np.empty((n, _GEOMETRY))
        work = np.empty((2, 5))
        looks = np.empty((variants, _LOOKS, 3))
        hit = np.zeros((variants, 3), dtype=np.bool_)
        margin, detail = np.empty(_CONSTRAINTS), np.empty(_DETAILS)
        best = -math.inf
        launcher[row] = -1
        defended[row] = False
        # A row without samples was not flown and is not judged: its details stay NaN.
        if n > 0:
            _seen_by_radar(
                position[row], velocity[row], n, radar, earth.semi_major_axis_m,
                earth.eccentricity_squared, g,
            )  # fmt: skip
            _looks(g, n, dt, radar, a, looks)
        for k in range(launchers_m.shape[0] if n > 0 else 0):
            _reached_from(
                position[row], n, launchers_m[k], axes[k], flyouts, earth.semi_major_axis_m, g
            )
            _engage_launcher(
                g, n, dt, radar, a, doctrine, inventory[:, k], looks, work, hit, margin, detail
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
    radar: Radar,
    launchers_m: Floats,
    launcher_axes: Floats,
    inventory: Floats,
    flyouts: Flyouts,
    assumptions: Assumptions,
    doctrine: int,
    earth: Earth = WGS84,
) -> Engagements:
    """Judge every flight under every variant of the assumptions.

    Parameters
    ----------
    flights : sampled on a uniform time grid from launch, at most 2 s apart.
    launchers_m, launcher_axes : positions (k, 3) and east-north-up rows (k, 3, 3) of the launcher
        sites; the details tell of the site that serves best.
    inventory : interceptors at each site under every variant, shape (m, k).
    flyouts : the interceptor's times of flight at the value, the low and the high end.
    doctrine : the headline doctrine that the margins and the reason are given for.
    """
    n, m = flights.sample_count.size, assumptions.floor_m.size
    defended = np.zeros((n, m, 3), dtype=np.bool_)
    margins = np.full((n, _CONSTRAINTS), np.nan)
    details = np.full((n, _DETAILS), np.nan)
    launcher = np.zeros(n, dtype=np.int64)
    dt = float(flights.time_s[1] - flights.time_s[0])
    _engage_batch(
        flights.position_m, flights.velocity_m_s, flights.sample_count, dt, radar, launchers_m,
        launcher_axes, inventory, flyouts, assumptions, doctrine, earth, defended, margins,
        details, launcher,
    )  # fmt: skip
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
