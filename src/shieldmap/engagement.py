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
target does not manoeuvre; events between samples are found by linear interpolation.

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
    FlyoutTable,
    Ints,
    Radar,
    Trajectories,
)
from shieldmap.sensor import field_margin, look

MAX_SHOTS: Final = 8

# Columns of the per-sample geometry.
_ALTITUDE, _SLANT, _TIME_OF_FLIGHT, _SPEED, _FIELD, _RADAR_RANGE = 0, 1, 2, 3, 4, 5
_GEOMETRY: Final = 6
# Fields of the details row, in the order in which ``engage`` unpacks them.
_VISIBLE, _DETECTED, _FIRM, _READY, _LOST = 0, 1, 2, 3, 4
_FIRST_LAUNCH, _EARLIEST, _LATEST, _LATEST_LAUNCH, _SECOND_LAUNCH, _SECOND = 5, 6, 7, 8, 9, 10
_CLOSEST, _SLACK, _SHOTS, _BINDS = 11, 12, 13, 14
_DETAILS: Final = 15
_NEITHER, _PUBLISHED = float(Binds.NEITHER), float(Binds.PUBLISHED)
_KINEMATIC, _BOTH = float(Binds.KINEMATIC), float(Binds.BOTH)
_CONSTRAINTS: Final = len(Constraint)


@njit(cache=True, error_model="numpy", _nrt=False)
def _geometry(position, velocity, n, radar, battery_m, axes, flyout, a_m, e2, out):
    """Fill altitude, slant range, time of flight, speed, field margin and radar range."""
    for i in range(n):
        x, y, z = position[i, 0], position[i, 1], position[i, 2]
        r = math.sqrt(x * x + y * y + z * z)
        # Radial height, as in the integrator: within 1 m below 200 km.
        s2 = z * z / (r * r)
        surface = a_m * math.sqrt((1.0 - e2) / (1.0 - e2 * (1.0 - s2)))
        out[i, 0] = (r - surface) * (1.0 - 0.5 * e2 * e2 * s2 * (1.0 - s2))
        _, elevation, slant = look(x, y, z, battery_m, axes)
        across = slant * math.cos(elevation)
        ground = a_m * math.atan2(across, a_m + slant * math.sin(elevation))
        out[i, 1] = slant
        out[i, 2] = time_to(
            flyout.time_s, flyout.range_step_m, flyout.altitude_step_m, ground, out[i, 0]
        )
        vx, vy, vz = velocity[i, 0], velocity[i, 1], velocity[i, 2]
        out[i, 3] = math.sqrt(vx * vx + vy * vy + vz * vz)
        azimuth, elevation, out[i, 5] = look(x, y, z, radar.position_m, radar.axes)
        out[i, 4] = field_margin(
            azimuth, elevation, radar.boresight_rad, radar.half_sector_rad,
            radar.elevation_min_rad, radar.elevation_max_rad,
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
def _detection_margin(g, i, t, assumption, search_m, track_m):
    """Range in hand for a detection: searched for at first, stared at after the cue."""
    reach = track_m if t >= assumption and track_m > search_m else search_m
    return reach - g[i, 5]


@njit(cache=True, error_model="numpy", _nrt=False)
def _watch(g, n, dt, first, warning_s, search_m, track_m, out):
    """From sample ``first`` on: when visible, detected and lost again; returns the sample lost.

    ``out`` gets first visible, detected and lost (NaN where it does not happen); a target that
    stays visible until it falls is lost at its last sample.
    """
    out[0], out[1], out[2] = math.nan, math.nan, math.nan
    visible = False
    for i in range(first, n):
        t = i * dt
        if g[i, 4] < 0.0:
            if visible:
                if out[1] == out[1]:
                    out[2] = t - dt + dt * (1.0 - _share(g[i, 4], g[i - 1, 4]))
                    return i
                visible = False
            continue
        if not visible:
            visible = True
            entered = t
            if i > 0 and g[i - 1, 4] < 0.0:
                entered = t - dt + dt * _share(g[i - 1, 4], g[i, 4])
            if not out[0] <= entered:
                out[0] = entered
        if out[1] != out[1]:
            margin = _detection_margin(g, i, t, warning_s, search_m, track_m)
            if margin >= 0.0:
                at = max(out[0], entered)
                if i > 0 and t > entered:
                    earlier = _detection_margin(g, i - 1, t, warning_s, search_m, track_m)
                    at = max(at, t - dt + dt * _share(earlier, margin))
                    uncued = _detection_margin(g, i - 1, t - dt, warning_s, search_m, track_m)
                    if uncued < 0.0 and earlier >= 0.0 and warning_s <= t:
                        at = max(at, warning_s)
                out[1] = at
    if out[1] == out[1]:
        out[2] = (n - 1) * dt
    return n


@njit(cache=True, error_model="numpy", _nrt=False)
def _margin(g, i, t, which, floor, ceiling, reach, fastest, ready, lost):
    """One of the six margins of an intercept at a sample; negative infinity where unreachable."""
    if which == 0:
        return g[i, 0] - floor
    if which == 1:
        return ceiling - g[i, 0]
    if which == 2:
        return reach - g[i, 1]
    if which == 3:
        late = t - g[i, 2] - ready
        return late if late == late else -math.inf
    if which == 4:
        return lost - t
    return fastest - g[i, 3]


@njit(cache=True, error_model="numpy", _nrt=False)
def _window(g, low, high, dt, limits, after, out):
    """First and last feasible intercept with launch not before ``after``; false if none.

    ``limits`` is (floor, ceiling, reach, fastest, ready, lost). ``out`` gets earliest intercept,
    its launch, latest intercept, latest launch over all feasible samples, and the margin (0 to 5)
    that opened the window.
    """
    floor, ceiling, reach, fastest, ready, lost = limits
    ready = max(ready, after)
    found, previous = False, False
    out[3] = -math.inf
    for i in range(low, high):
        t = i * dt
        good = True
        for which in range(6):
            if _margin(g, i, t, which, floor, ceiling, reach, fastest, ready, lost) < 0.0:
                good = False
                break
        if good:
            launch = t - g[i, 2]
            if not found:
                found = True
                enter, by = 0.0, -1.0
                if i > low:
                    for which in range(6):
                        a = _margin(
                            g, i - 1, t - dt, which, floor, ceiling, reach, fastest, ready, lost
                        )
                        b = _margin(g, i, t, which, floor, ceiling, reach, fastest, ready, lost)
                        share = _share(a, b)
                        if share > enter:
                            enter, by = share, float(which)
                    flight = g[i - 1, 2] + enter * (g[i, 2] - g[i - 1, 2])
                    out[0] = t - dt + dt * enter
                    out[1] = out[0] - (flight if flight == flight else g[i, 2])
                else:
                    out[0], out[1] = t, launch
                out[4] = by
            out[2] = t
            out[3] = max(out[3], launch)
        elif previous:
            leave = 1.0
            for which in range(6):
                a = _margin(g, i - 1, t - dt, which, floor, ceiling, reach, fastest, ready, lost)
                b = _margin(g, i, t, which, floor, ceiling, reach, fastest, ready, lost)
                if b < 0.0:
                    leave = min(leave, 1.0 - _share(b, a))
            out[2] = t - dt + dt * leave
            flight = g[i - 1, 2] + leave * (g[i, 2] - g[i - 1, 2])
            if flight == flight:
                out[3] = max(out[3], out[2] - flight)
        previous = good
    return found


@njit(cache=True, error_model="numpy", _nrt=False)
def _chain(g, n, dt, a, v, low, high, window, seen):
    """Detection chain and window of one variant: (feasible, ready, lost).

    A target lost before anything could be launched may be picked up again later.
    """
    first = 0
    ready, lost = math.nan, math.nan
    kept0, kept1, kept2 = math.nan, math.nan, math.nan
    while first < n:
        first = _watch(
            g, n, dt, first, a.warning_s[v], a.search_range_m[v], a.track_range_m[v], seen
        )
        if seen[1] != seen[1]:
            if kept0 != kept0:
                kept0 = seen[0]
            break
        kept0, kept1, kept2 = seen[0], seen[1], seen[2]
        ready = kept1 + a.track_s[v] + a.reaction_s[v]
        if a.chain_s[v] == a.chain_s[v]:
            ready = max(a.chain_s[v], kept1)
        lost = kept2
        limits = (
            a.floor_m[v], a.ceiling_m[v], a.reach_m[v], a.target_speed_max_m_s[v], ready, lost,
        )  # fmt: skip
        if _window(g, low, high, dt, limits, -math.inf, window):
            seen[0], seen[1], seen[2] = kept0, kept1, kept2
            return True, ready, lost
    seen[0], seen[1], seen[2] = kept0, kept1, kept2
    return False, ready, lost


@njit(cache=True, error_model="numpy", _nrt=False)
def _doctrines(g, dt, a, v, low, high, ready, lost, window, inventory, defended, details):
    """Fill which doctrines fit, and (for variant 0) the shots and the second shot's times."""
    earliest, launch, latest_launch = window[0], window[1], window[3]
    limits = (
        a.floor_m[v], a.ceiling_m[v], a.reach_m[v], a.target_speed_max_m_s[v], ready, lost,
    )  # fmt: skip
    defended[0] = inventory >= 1
    defended[1] = inventory >= 2 and latest_launch >= launch + a.salvo_spacing_s[v]
    look_again = earliest + a.assessment_s[v]
    defended[2] = inventory >= 2 and latest_launch >= look_again
    if v > 0:
        return
    shots = min(1, inventory)
    while shots < min(MAX_SHOTS, inventory) and latest_launch >= look_again:
        if not _window(g, low, high, dt, limits, look_again, window):
            break
        shots += 1
        if shots == 2:
            details[9], details[10] = window[1], window[0]
        look_again = window[0] + a.assessment_s[v]
    details[13] = shots


@njit(cache=True, error_model="numpy", _nrt=False)
def _reachable(g, i, a, kinds):
    """Whether a sample lies in the published envelope of variant 0: band, reach, speed by bit."""
    in_band = a.floor_m[0] <= g[i, 0] <= a.ceiling_m[0]
    in_reach = g[i, 1] <= a.reach_m[0]
    is_slow = g[i, 3] <= a.target_speed_max_m_s[0]
    return (in_band or not kinds & 1) and (in_reach or not kinds & 2) and (is_slow or not kinds & 4)


@njit(cache=True, error_model="numpy", _nrt=False)
def _judge(g, n, dt, a, ready, lost, seen, feasible, window, doctrine, inventory, margins, details):
    """Margins of every constraint under variant 0, and which limit binds.

    Each constraint is judged on the samples where the others leave it a say.
    """
    for c in range(margins.size):
        margins[c] = math.nan
    widest, lowest, highest, closest = -math.inf, math.inf, -math.inf, math.inf
    slowest, useful, first_useful = math.inf, -math.inf, math.nan
    published, kinematic, in_envelope = False, False, False
    top, nearest = -math.inf, math.inf
    for i in range(n):
        t = i * dt
        widest = max(widest, g[i, 4])
        top, nearest = max(top, g[i, 0]), min(nearest, g[i, 1])
        if g[i, 1] <= a.reach_m[0]:
            lowest, highest = min(lowest, g[i, 0]), max(highest, g[i, 0])
        if _reachable(g, i, a, 1):
            closest = min(closest, g[i, 1])
        seen_now = ready == ready and ready <= t <= lost
        if _reachable(g, i, a, 3):
            slowest = min(slowest, g[i, 3])
        if _reachable(g, i, a, 7):
            published = published or (seen[1] <= t <= lost)
            in_envelope = True
            launch = t - g[i, 2]
            useful = max(useful, launch)
            if first_useful != first_useful and launch >= ready:
                first_useful = t
        if seen_now and t - g[i, 2] >= ready:
            kinematic = True
    needed = 1 if doctrine == 0 else 2
    margins[8] = inventory - needed
    margins[0] = widest
    if lowest < math.inf:
        margins[3] = a.ceiling_m[0] - lowest
        margins[4] = highest - a.floor_m[0]
    elif top < a.floor_m[0]:
        margins[4] = top - a.floor_m[0]  # never in reach, and never above the floor either
    if closest < math.inf:
        margins[5] = a.reach_m[0] - closest
        details[11] = closest
    elif nearest > a.reach_m[0]:
        margins[5] = a.reach_m[0] - nearest
    if slowest < math.inf:
        margins[7] = a.target_speed_max_m_s[0] - slowest
    if seen[1] != seen[1]:
        if widest >= 0.0:
            margins[2] = -math.inf  # visible, but never near enough to be detected
    elif useful > -math.inf:
        margins[2] = useful - seen[1]
        margins[6] = useful - ready
        details[12] = useful - ready
        if first_useful == first_useful:
            margins[1] = lost - first_useful
    elif in_envelope:
        margins[6] = -math.inf  # the fly-out does not get there at any time
    if feasible:
        second = math.nan
        if doctrine == 1:
            second = window[3] - (window[1] + a.salvo_spacing_s[0])
        elif doctrine == 2:
            second = window[3] - (window[0] + a.assessment_s[0])
        if second == second:
            margins[6] = min(margins[6], second)
        details[12] = window[3] - ready
    details[14] = _binding(feasible, published, kinematic, window[4])


@njit(cache=True, error_model="numpy", _nrt=False)
def _binding(feasible, published, kinematic, opened_by):
    """Which limit binds: what opened the window, or which of the two never opens one."""
    if feasible:
        if opened_by == 3.0:
            return _KINEMATIC
        if opened_by == 0.0 or opened_by == 1.0 or opened_by == 2.0:
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
        if floor <= g[i, 0] <= ceiling and g[i, 1] <= reach:
            low = min(low, i)
            high = i + 1
    # One sample beyond each end, so that the edges are found by interpolation.
    return max(low - 1, 0), min(high + 1, n)


@njit(cache=True, error_model="numpy", _nrt=False)
def _engage_row(g, n, dt, a, doctrine, inventory, work, defended, margins, details):
    """Judge one flight from one launcher under every variant."""
    window, seen = work[0], work[1]
    low, high = _candidates(g, n, a)
    for v in range(a.floor_m.size):
        feasible, ready, lost = _chain(g, n, dt, a, v, low, high, window, seen)
        for d in range(3):
            defended[v, d] = False
        if v == 0:
            details[:] = math.nan
            details[13] = 0.0
            details[0], details[1] = seen[0], seen[1]
            details[2] = seen[1] + a.track_s[0]
            details[3], details[4] = ready, lost
            _judge(
                g, n, dt, a, ready, lost, seen, feasible, window, doctrine, inventory, margins,
                details,
            )  # fmt: skip
            if feasible:
                details[5], details[6] = window[1], window[0]
                details[7], details[8] = window[2], window[3]
        if feasible:
            _doctrines(g, dt, a, v, low, high, ready, lost, window, inventory, defended[v], details)


@njit(cache=True, parallel=True, error_model="numpy")
def _engage_batch(
    position, velocity, count, dt, radar, launchers_m, axes, inventory, flyout, a, doctrine, earth,
    defended, margins, details, launcher,
):  # fmt: skip
    variants = a.floor_m.size
    for row in prange(count.size):
        n = count[row]
        g = np.empty((n, _GEOMETRY))
        work = np.empty((2, 5))
        hit = np.zeros((variants, 3), dtype=np.bool_)
        margin, detail = np.empty(_CONSTRAINTS), np.empty(_DETAILS)
        best = -math.inf
        launcher[row] = -1
        defended[row] = False
        # A row without samples was not flown and is not judged: its details stay NaN.
        for k in range(launchers_m.shape[0] if n > 0 else 0):
            _geometry(
                position[row], velocity[row], n, radar, launchers_m[k], axes[k], flyout,
                earth.semi_major_axis_m, earth.eccentricity_squared, g,
            )  # fmt: skip
            _engage_row(g, n, dt, a, doctrine, inventory[k], work, hit, margin, detail)
            for v in range(variants):
                for d in range(3):
                    defended[row, v, d] = defended[row, v, d] or hit[v, d]
            # The details are those of the launcher that serves best: most shots, then most time.
            score = detail[13] * 1e6 + (detail[12] if detail[12] == detail[12] else -1e5)
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
    inventory: Ints,
    flyout: FlyoutTable,
    assumptions: Assumptions,
    doctrine: int,
    earth: Earth = WGS84,
) -> Engagements:
    """Judge every flight under every variant of the assumptions.

    Parameters
    ----------
    flights : sampled on a uniform time grid from launch, at most 2 s apart.
    launchers_m, launcher_axes, inventory : positions (k, 3), east-north-up rows (k, 3, 3) and
        interceptors at each launcher site; the details tell of the site that serves best.
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
        launcher_axes, inventory.astype(np.float64), flyout, assumptions, doctrine, earth,
        defended, margins, details, launcher,
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
