"""Judging one flight from every launcher under every variant: doctrines, shots and margins.

Arguments of the kernels beside those of :mod:`shieldmap.engagement.geometry`: ``blocks`` are those
of the row; ``window`` (5,) is scratch of the row,
``found`` the :class:`Chain` of a variant; ``ready`` and ``lost`` (s) are its earliest launch and
the end of its view; ``is_whole`` says whether all of the window is asked for; ``inventory`` counts
interceptors; ``doctrine`` is 0 to 2; ``margins`` (11,) and ``details`` (16,) are those of the row; ``detected`` (s) is the detection, ``settled`` (2,) firm
track and commitment, ``opened_by`` the margin that opened the window; ``told`` is scratch for one
site and ``variants`` counts those of the assumptions.
"""

import math
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap.earth import WGS84
from shieldmap.engagement.geometry import (
    ALTITUDE,
    SLANT,
    SPEED,
    flight_s,
)
from shieldmap.engagement.rows import (
    TrackInputs,
    batch_of,
    fly_row,
    new_row,
    reach_row,
    see_row,
    track_row,
    tracking_of,
    variants_of,
)
from shieldmap.engagement.settling import COMMIT, FIRM, Tracker
from shieldmap.engagement.views import (
    DETECTED,
    LOOKS,
    LOST,
    VISIBLE,
    copy_row,
    in_view,
)
from shieldmap.engagement.windows import (
    CEILING,
    EARLIEST,
    FIRST_LAUNCH,
    FLOOR,
    IN_TIME,
    LATEST,
    LATEST_LAUNCH,
    OPENED_BY,
    REACH,
    mark_reached,
    reach_to,
    window_of,
)
from shieldmap.kernels import njit, prange
from shieldmap.model import (
    Assumptions,
    Binds,
    Constraint,
    Earth,
    Engagements,
    Floats,
    Ints,
    LaunchSites,
    Radar,
    Tracked,
    Trajectories,
)

MAX_SHOTS: Final = 8

# Fields of the details row, in the order in which ``engage`` unpacks them.
_VISIBLE, _DETECTED, _FIRM, _READY, _LOST, _FIRST_LAUNCH, _EARLIEST, _LATEST = range(8)
_LATEST_LAUNCH, _SECOND_LAUNCH, _SECOND, _CLOSEST, _SLACK, _SHOTS, _BINDS, _COMMIT = range(8, 16)
_DETAILS: Final = 16
_NO_MARGINS: Final = -1
_NEITHER, _PUBLISHED = float(Binds.NEITHER), float(Binds.PUBLISHED)
_KINEMATIC, _BOTH = float(Binds.KINEMATIC), float(Binds.BOTH)
_CONSTRAINTS: Final = len(Constraint)
_NEVER_VISIBLE, _LEFT = int(Constraint.NEVER_VISIBLE), int(Constraint.LEFT_FIELD_OF_REGARD)
_LATE, _TOO_FAST = int(Constraint.DETECTED_TOO_LATE), int(Constraint.TARGET_TOO_FAST)
_ABOVE, _BELOW = int(Constraint.ABOVE_CEILING), int(Constraint.BELOW_FLOOR)
_FAR, _PASSES = int(Constraint.OUT_OF_REACH), int(Constraint.ARRIVES_BEFORE_INTERCEPTOR)
_EMPTY, _SECOND_LATE = int(Constraint.NO_INVENTORY), int(Constraint.SECOND_SHOT_LATE)
_POOR: Final = int(Constraint.TRACK_TOO_POOR)


class Chain(NamedTuple):
    """How a variant gets to its window: whether it has one, and of the pass through the view that
    opens it, or the last where none does, earliest launch, end of view and number."""

    is_open: bool
    ready_s: float
    lost_s: float
    number: int


class _Verdict(NamedTuple):
    """What is said of one flight, or of n with a first axis more.

    ``defended`` (variants, 3) by doctrine, ``margins`` (11,) by constraint, ``details`` (16,).
    """

    defended: NDArray[np.bool_]
    margins: Floats
    details: Floats


@njit(_nrt=False)
def _ready(one, detected, firm, commit):
    """Earliest interceptor launch after a detection (s); infinite where the track never commits.

    ``firm`` and ``commit`` (s) are those of the track.
    """
    if one.chain_s == one.chain_s:
        return max(one.chain_s, detected)
    return max(firm + one.reaction_s, commit)


@njit(_nrt=False)
def chain(g, blocks, dt, one, looks, settled, after, is_whole, window):
    """Detection chain of one variant; fills the window of the launches from ``after`` (s) on.

    A target that is lost may be picked up again, and what is launched then counts as well: the
    window is that of all passes. ``looks`` (passes, 3) and ``settled`` (passes, 2) are those of the
    variant.
    """
    found = Chain(False, math.nan, math.nan, 0)
    for k in range(LOOKS):
        detected = looks[k, DETECTED]
        if detected != detected:
            break
        ready = max(_ready(one, detected, settled[k, FIRM], settled[k, COMMIT]), after)
        if found.is_open:
            _extend_window(g, blocks, dt, one, ready, looks[k, LOST], is_whole, window)
        else:
            is_open = window_of(g, blocks, dt, one, ready, looks[k, LOST], is_whole, window)
            found = Chain(is_open, ready, looks[k, LOST], k)
    return found


@njit(_nrt=False)
def _extend_window(g, blocks, dt, one, ready, lost, is_whole, window):
    """Take the window of a later pass into ``window``, which an earlier one has opened."""
    earliest, opened_by = window[EARLIEST], window[OPENED_BY]
    first, last, latest = window[FIRST_LAUNCH], window[LATEST_LAUNCH], window[LATEST]
    if not window_of(g, blocks, dt, one, ready, lost, is_whole, window):
        window[LATEST] = latest
    window[EARLIEST], window[OPENED_BY] = earliest, opened_by
    window[FIRST_LAUNCH] = min(first, window[FIRST_LAUNCH])
    window[LATEST_LAUNCH] = max(last, window[LATEST_LAUNCH])


@njit(_nrt=False)
def _second_margin(one, doctrine, window):
    """By how much the last shot of a doctrine could be later; negative where it does not fit."""
    if doctrine == 0:
        return window[LATEST_LAUNCH] - window[FIRST_LAUNCH]
    if doctrine == 1:
        return window[LATEST_LAUNCH] - (window[FIRST_LAUNCH] + one.salvo_spacing_s)
    return window[LATEST_LAUNCH] - (window[EARLIEST] + one.assessment_s)


@njit(_nrt=False)
def _doctrines(one, window, inventory, defended):
    """Which doctrines fit into the window with the interceptors there are; fills ``defended`` (3,)."""
    defended[0] = inventory >= 1
    defended[1] = inventory >= 2 and _second_margin(one, 1, window) >= 0.0
    defended[2] = inventory >= 2 and _second_margin(one, 2, window) >= 0.0


@njit(_nrt=False)
def _can_launch(row, dt, one, after):
    """Whether a launch from ``after`` (s) on fits under variant 0; overwrites the row's window."""
    looks, settled = row.looks[0], row.settled[0]
    return chain(row.g, row.blocks, dt, one, looks, settled, after, True, row.window).is_open


@njit(_nrt=False)
def _count_shots(row, dt, one, inventory, details):
    """Shots of shoot-look-shoot under variant 0 and the times of the second; overwrites window.

    The second shot fits exactly when the doctrine does: until the interpolated latest launch.
    """
    window = row.window
    latest, latest_launch = window[LATEST], window[LATEST_LAUNCH]
    look_again = window[EARLIEST] + one.assessment_s
    shots = min(1, inventory)
    while shots < min(MAX_SHOTS, inventory) and latest_launch >= look_again:
        shots += 1
        hit, launch = latest, latest_launch
        if _can_launch(row, dt, one, look_again):
            hit, launch = window[EARLIEST], window[FIRST_LAUNCH]
        if shots == 2:
            details[_SECOND_LAUNCH], details[_SECOND] = launch, hit
        look_again = hit + one.assessment_s
    details[_SHOTS] = shots


@njit(_nrt=False)
def _second_of_salvo(row, dt, one, is_fired, details):
    """The second interceptor leaves one spacing after the first, or not at all.

    ``is_fired`` says whether the doctrine and the magazine have one.
    """
    window, after = row.window, details[_FIRST_LAUNCH] + one.salvo_spacing_s
    latest, latest_launch = details[_LATEST], details[_LATEST_LAUNCH]
    details[_SECOND_LAUNCH], details[_SECOND] = math.nan, math.nan
    if is_fired and latest_launch >= after:
        details[_SECOND_LAUNCH], details[_SECOND] = latest_launch, latest
        if _can_launch(row, dt, one, after):
            details[_SECOND_LAUNCH], details[_SECOND] = window[FIRST_LAUNCH], window[EARLIEST]


@njit(_nrt=False)
def _nan_for_never(time_s):
    """NaN in place of never."""
    return time_s if time_s < math.inf else math.nan


@njit(_nrt=False)
def _reachable(g, i, one, kinds):
    """Whether a sample lies in the published envelope.

    Bits of ``kinds`` ask for the band (1), the reach (2) and the speed (4).
    """
    in_band = one.floor_m <= g[ALTITUDE, i] <= one.ceiling_m
    in_reach = g[SLANT, i] <= reach_to(g, i, one)
    is_slow = g[SPEED, i] <= one.target_speed_max_m_s
    return (in_band or not kinds & 1) and (in_reach or not kinds & 2) and (is_slow or not kinds & 4)


@njit(_nrt=False)
def _judge_envelope(g, one, margins, details):
    """Margins of view, ceiling, floor, reach and speed under variant 0.

    Each is judged on the samples where the others leave it a say, and NaN where there are none.
    """
    widest, lowest, highest = -math.inf, math.inf, -math.inf
    closest, spare, nearest, slowest = math.inf, -math.inf, -math.inf, math.inf
    for i in range(g.shape[1]):
        widest = max(widest, in_view(g, i, one))
        left = reach_to(g, i, one) - g[SLANT, i]
        nearest = max(nearest, left)
        if left >= 0.0:
            lowest, highest = min(lowest, g[ALTITUDE, i]), max(highest, g[ALTITUDE, i])
        if _reachable(g, i, one, 1):
            closest, spare = min(closest, g[SLANT, i]), max(spare, left)
        if _reachable(g, i, one, 3):
            slowest = min(slowest, g[SPEED, i])
    margins[_NEVER_VISIBLE] = widest
    if lowest < math.inf:
        margins[_ABOVE] = one.ceiling_m - lowest
        margins[_BELOW] = highest - one.floor_m
    if closest < math.inf:
        margins[_FAR] = spare
        details[_CLOSEST] = closest
    elif nearest < 0.0:
        margins[_FAR] = nearest
    if slowest < math.inf:
        margins[_TOO_FAST] = one.target_speed_max_m_s - slowest


@njit(_nrt=False)
def _judge_times(g, dt, one, found, detected, opened_by, margins, details):
    """Margins of the field of regard, the detection and the fly-out, and which limit binds.

    ``opened_by`` is the margin that opened the window, or negative infinity where there is none.
    """
    ready, lost = found.ready_s, found.lost_s
    useful, first_useful = -math.inf, math.nan
    far, fast = -math.inf, -math.inf
    is_far, is_fast = False, False
    published, kinematic, in_envelope = False, False, False
    for i in range(g.shape[1]):
        t = i * dt
        launch = t - flight_s(g, i, one)
        if _reachable(g, i, one, 5):
            is_far = True
            far = max(far, launch)
        if _reachable(g, i, one, 3):
            is_fast = True
            fast = max(fast, launch)
        if _reachable(g, i, one, 7):
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
    elif (in_envelope or is_fast or is_far) and ready < math.inf:
        # Never in the published envelope: what the fly-out alone could do inside the band, which
        # is nothing at any time where the launch is minus infinity. A target that is too fast where it
        # is near is judged there: on its way up, far off, it is slow in the band as well.
        margins[_PASSES] = (fast if is_fast else far) - ready
    # Where the track never commits, neither the envelope nor the fly-out decides.
    details[_BINDS] = _NEITHER if ready == math.inf else _binding(published, kinematic, opened_by)


@njit(_nrt=False)
def _binding(published, kinematic, opened_by):
    """Which limit binds: what opened the window, or which of the two never opens one.

    ``published`` and ``kinematic`` say whether the envelope and the fly-out ever leave a launch.
    """
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
def _detail(batch, row, found, inventory, doctrine, margins, details):
    """Margins and times under variant 0, on the last pass looked at; overwrites the row's window."""
    g, dt, one, window = row.g, batch.every_s, batch.assumptions[0], row.window
    seen, settled = row.looks[0, found.number], row.settled[0, found.number]
    margins[:] = math.nan
    details[:] = math.nan
    details[_VISIBLE], details[_DETECTED] = seen[VISIBLE], seen[DETECTED]
    details[_FIRM] = _nan_for_never(settled[FIRM])
    details[_COMMIT] = _nan_for_never(settled[COMMIT])
    details[_READY], details[_LOST] = _nan_for_never(found.ready_s), found.lost_s
    details[_SHOTS] = 0.0
    _judge_envelope(g, one, margins, details)
    if one.track_s != one.track_s and one.chain_s != one.chain_s:
        margins[_POOR] = found.lost_s - settled[COMMIT]
    opened_by = window[OPENED_BY] if found.is_open else -math.inf
    _judge_times(g, dt, one, found, seen[DETECTED], opened_by, margins, details)
    margins[_EMPTY] = inventory - (1 if doctrine == 0 else 2)
    if found.is_open:
        details[_FIRST_LAUNCH], details[_EARLIEST] = window[FIRST_LAUNCH], window[EARLIEST]
        details[_LATEST], details[_LATEST_LAUNCH] = window[LATEST], window[LATEST_LAUNCH]
        details[_SLACK] = _second_margin(one, doctrine, window)
        if doctrine > 0:
            margins[_SECOND_LATE] = details[_SLACK]
        _count_shots(row, dt, one, inventory, details)
        if doctrine < 2:
            is_fired = doctrine == 1 and inventory >= 2
            _second_of_salvo(row, dt, one, is_fired, details)


@njit(_nrt=False)
def _engage_site(batch, row, inventory, doctrine, told):
    """Judge one flight from the site that ``row`` holds; ``inventory`` is (variants,).

    A negative ``doctrine`` asks for no margins.
    """
    a, g, blocks, dt, window = batch.assumptions, row.g, row.blocks, batch.every_s, row.window
    for v in range(a.size):
        is_whole = v == 0
        found = chain(
            g, blocks, dt, a[v], row.looks[v], row.settled[v], -math.inf, is_whole, window
        )
        told.defended[v] = False
        if found.is_open:
            _doctrines(a[v], window, inventory[v], told.defended[v])
        if v == 0 and doctrine >= 0:
            _detail(batch, row, found, inventory[0], doctrine, told.margins, told.details)


@njit(_nrt=False)
def _score(details):
    """How well a site serves: most shots, then most time, then nearest inside the band."""
    slack, closest_km = details[_SLACK], 1e-3 * details[_CLOSEST]
    score = details[_SHOTS] * 1e6 + (slack if slack == slack else -1e5)
    if slack != slack:
        score -= closest_km if closest_km == closest_km else 1e5
    return score


@njit(_nrt=False)
def _engage_row(batch, i, row, inventory, doctrine, told, out, launcher):
    """Judge flight ``i`` from every site; the details are those of the site that serves best.

    ``told`` is scratch, ``out`` and ``launcher`` (n,) have a first axis of flights.
    """
    if row.g.shape[1] == 0:  # it was not flown and is not judged: its details stay NaN
        return
    best, sites, is_told = -math.inf, inventory.shape[1], doctrine >= 0
    fly_row(batch, i, row)
    # The first variant's view and track are told of even where nothing can be met.
    row.wanted[:] = False
    row.wanted[0] = is_told
    for k in range(sites):
        reach_row(batch, i, k, is_told, row)
        mark_reached(row.blocks, row.g.shape[1], batch.every_s, batch.assumptions, row.wanted)
    if not row.wanted.any():
        return  # what nothing can reach need not be looked for
    see_row(batch, i, row)
    track_row(batch, i, row)
    for k in range(sites):
        if sites > 1:
            reach_row(batch, i, k, is_told, row)
        _engage_site(batch, row, inventory[:, k], doctrine, told)
        for v in range(inventory.shape[0]):
            for d in range(3):
                out.defended[i, v, d] = out.defended[i, v, d] or told.defended[v, d]
        score = _score(told.details) if is_told else -math.inf
        if score > best:
            best = score
            launcher[i] = k
            copy_row(told.margins, out.margins[i])
            copy_row(told.details, out.details[i])


@njit()
def _new_verdict(variants):
    """Room for what is said of one flight from one site, given a count."""
    defended = np.zeros((variants, 3), dtype=np.bool_)
    return _Verdict(defended, np.empty(_CONSTRAINTS), np.empty(_DETAILS))


@njit(_nrt=False)
def _stride(count):
    """A step that visits every one of ``count`` once, far from the one before."""
    stride = max(int(0.618 * count), 1)
    while math.gcd(stride, count) > 1:
        stride += 1
    return stride


@njit(parallel=True)
def _engage_batch(flights, radar, tracking, sites, a, earth, inventory, doctrine, out, launcher):
    """Judge every flight; ``inventory`` is (variants, sites), ``out`` and ``launcher`` are filled."""
    variants, stride = inventory.shape[0], _stride(launcher.size)
    for j in prange(launcher.size):
        # Neighbours cost alike, and each thread takes a run of j: spread, every run costs the same.
        i = (j * stride) % launcher.size
        batch = batch_of(flights, radar, tracking, sites, a, earth)
        row = new_row(flights.sample_count[i], variants, batch.every_s)
        _engage_row(batch, i, row, inventory, doctrine, _new_verdict(variants), out, launcher)


def engage(
    flights: Trajectories,
    burnout_s: Floats,
    radar: Radar,
    sites: LaunchSites,
    inventory: Floats,
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
    sites : the k launcher sites, with the interceptor's times of flight at the value and at the
        ends of what decides them; the details tell of the site that serves best.
    inventory : interceptors at each site under every variant, shape (m, k).
    tracker : how a track settles; not looked at where ``assumptions.track_s`` is given.
    doctrine : the headline doctrine that the margins and the reason are given for.
    tracked : what a filter said of each target, in place of how a track settles along the true
        flight: a target that was never firmly tracked or committed to is refused.
    """
    if tracked is not None:
        # What was tracked takes the place of a constant as well.
        held = np.full(assumptions.floor_m.size, np.nan)
        assumptions = assumptions._replace(track_s=held)
    tracking = tracking_of(burnout_s, radar, assumptions, tracker, tracked)
    out, launcher = _judged(
        flights, radar, tracking, sites, assumptions, inventory, doctrine, earth
    )
    return _as_engagements(out, launcher, doctrine)


def verdicts(
    flights: Trajectories,
    burnout_s: Floats,
    radar: Radar,
    sites: LaunchSites,
    inventory: Floats,
    tracker: Tracker,
    assumptions: Assumptions,
    earth: Earth = WGS84,
) -> NDArray[np.bool_]:
    """Whether each flight is defended against, shape (n, m, 3), without margins and times.

    Parameters and the meaning of the axes are those of :func:`engage`.
    """
    tracking = tracking_of(burnout_s, radar, assumptions, tracker)
    out, _ = _judged(flights, radar, tracking, sites, assumptions, inventory, _NO_MARGINS, earth)
    return out.defended


def _judged(
    flights: Trajectories,
    radar: Radar,
    tracking: TrackInputs,
    sites: LaunchSites,
    assumptions: Assumptions,
    inventory: Floats,
    doctrine: int,
    earth: Earth,
) -> tuple[_Verdict, Ints]:
    """The kernel's rows, and which launcher each is told of."""
    n, m = flights.sample_count.size, assumptions.floor_m.size
    out = _Verdict(
        np.zeros((n, m, 3), dtype=np.bool_),
        np.full((n, _CONSTRAINTS), np.nan),
        np.full((n, _DETAILS), np.nan),
    )
    launcher = np.full(n, -1, dtype=np.int64)
    a = variants_of(assumptions)
    _engage_batch(flights, radar, tracking, sites, a, earth, inventory, doctrine, out, launcher)
    return out, launcher


def _as_engagements(out: _Verdict, launcher: Ints, doctrine: int) -> Engagements:
    """The kernel's rows as named fields."""
    defended, margins, details = out
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
