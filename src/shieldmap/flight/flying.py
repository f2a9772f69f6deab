"""Flights: a boosted or a free body from its start to impact, one or many at once.

Arguments of the kernels: ``t`` time since launch and ``h`` length of a step (s); ``y`` a state and
``new`` that after a step, of six numbers; ``dense`` the coefficients of the step's dense output;
``phase`` (20,) the numbers of a phase; ``launch``, ``steering`` and ``kept`` are records defined
here, ``body`` what falls, ``missile``, ``earth`` and ``tables`` (of the air) those of the model; ``tolerance`` is the local
error of a step (m) and ``events`` (4, 8) are those of one flight; ``free`` says that nothing burns any
more, ``before`` and ``after`` are rough heights (m) and climb rates (m/s) at the ends of a step,
``height`` and ``climb`` one of them.
"""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap.earth import WGS84, tables
from shieldmap.flight.steps import (
    ALONG,
    CLIMB,
    COAST,
    COEFFICIENT,
    DRAG_AREA,
    EXHAUST,
    EXIT_AREA,
    FLOW,
    HOLD,
    KIND,
    LIFT,
    MASS,
    PHASE,
    RELEASE,
    START,
    TILT,
    TILT_START,
    TURN,
    UP,
    ZENITH,
    ZENITH_RATE,
    at,
    interpolant,
    level,
    rates,
    root,
    rough_level,
    step as one_step,
)
from shieldmap.kernels import njit, prange
from shieldmap.model import (
    VX,
    VY,
    VZ,
    Earth,
    Event,
    Flights,
    Floats,
    Ints,
    Missile,
    Status,
    Tables,
    Trajectories,
    X,
    Y,
    Z,
)

TOLERANCE_M: Final = 0.005
"""Default local error of a step in metres; a velocity's error counts times the time left to fall.

It keeps impacts within a few metres of the same flight at a 1000 times tighter tolerance.
"""

REENTRY_M: Final = 100e3
_STEPS: Final = 20000
_TIME_LIMIT_S: Final = 12000.0
_FIRST_STEP_S: Final = 0.5
_LEAST_STEP_S: Final = 1e-6
# An error of the velocity counts times the time left to fall, between these; a thousand seconds in
# boost, where that is not known yet.
_LEVER_S, _LEAST_LEVER_S = 1000.0, 2.0
_GRAVITY_M_S2: Final = 9.8
# The next step follows powers of this error and of the last one. With the sum of the powers, 0.07,
# steps settle where the error is 0.95 to 1/0.07, half the tolerance; of 120 steps of a flight 15 are
# thrown away, 25 with steps that follow this error alone and are no longer for it.
_OF_NOW, _OF_PAST = 0.15, 0.08
_STEADY, _SAFETY = 0.95, 0.9
_SHRINK, _GROW, _EASY = 0.2, 4.0, 1e-4
# A gravity turn bends at the rate of gravity over speed; a first step of this share is accepted.
_TURN_SHARE: Final = 0.1
_DIVE: Final = 0.7
_DIVE_STEP_S: Final = 6.0
_THICK_AIR_M: Final = 60e3
_GROUND_M: Final = 1e-3
# Rough levels this near to an event are looked at exactly. The height errs by 1 mm below 100 km, the
# climb by the angle of radius and normal, 0.0034, times the speed.
_ROUGH_M: Final = 10.0
_ROUGH_SHARE: Final = 0.004
BURNOUT, APOGEE, REENTRY, IMPACT = (int(event) for event in Event)
TIME, STATE, HEIGHT = 0, 1, 7
"""Columns of an event: time (s), the six components of the state, height (m)."""

_EVENT: Final = 8


class Launch(NamedTuple):
    """Where a missile is launched: a position (m) in ECEF and its east-north-up rows.

    Shapes (3,) and (3, 3) in the kernels and for one site, (n, 3) and (n, 3, 3) in a batch.
    """

    position_m: Floats
    east_north_up: Floats


class Steering(NamedTuple):
    """How a launch is steered, in numbers or arrays (n,).

    ``azimuth_rad`` is the direction, ``pitch_rad`` the zenith angle after the pitch-over,
    ``cutoff_s`` the cut-off since launch, where one beyond the last burn means full burn, and
    ``zenith_rad`` the tilt of the thrust at launch (0 is vertical).
    """

    azimuth_rad: Floats | float
    pitch_rad: Floats | float
    cutoff_s: Floats | float
    zenith_rad: Floats | float = 0.0


class FallingBody(NamedTuple):
    """What comes down: ballistic coefficient (one, or one for each of n), and the lift of a missile."""

    ballistic_coefficient_kg_m2: Floats | float
    lift_to_drag: float
    climb_share: float
    release_speed_m_s: float


class FlightRecord(NamedTuple):
    """What is kept of one flight, or of n with a first axis more.

    ``events`` (4, 8) hold time, state and height; ``grid`` (k, 6) the states at multiples of
    ``every_s``, with no rows where none are asked for (in a batch: where ``every_s`` is 0).
    """

    events: Floats
    grid: Floats
    every_s: float


@njit(_nrt=False)
def _phase(missile, stage, kind, mass, start, launch, steering, phase):
    """Fill the numbers of a phase: what burns, what drags and where the thrust points.

    ``stage`` counts from 0; ``kind`` is one of the four kinds of a phase, ``mass`` in kg and
    ``start`` in s since launch.
    """
    phase[KIND] = kind
    phase[MASS] = mass
    phase[COEFFICIENT] = phase[LIFT] = 0.0
    phase[START] = start
    burning = kind != COAST
    flow = missile.stage_propellant_kg[stage] / missile.stage_burn_s[stage]
    phase[FLOW] = flow if burning else 0.0
    phase[EXHAUST] = missile.stage_exhaust_m_s[stage]
    phase[EXIT_AREA] = missile.stage_exit_m2[stage] if burning else 0.0
    phase[DRAG_AREA] = missile.stage_area_m2[stage]
    tilt = steering.pitch_rad - steering.zenith_rad
    phase[ZENITH] = steering.zenith_rad
    phase[ZENITH_RATE] = tilt / missile.pitch_s if missile.pitch_s > 0.0 else 0.0
    phase[TILT_START] = missile.rise_s
    s, c = math.sin(steering.azimuth_rad), math.cos(steering.azimuth_rad)
    for i in range(3):
        phase[UP + i] = launch.east_north_up[2, i]
        phase[ALONG + i] = s * launch.east_north_up[0, i] + c * launch.east_north_up[1, i]


@njit(_nrt=False)
def _keep(event, t, y, earth, events):
    """Store one event: time, state and height."""
    events[event, TIME] = t
    for i in range(6):
        events[event, STATE + i] = y[i]
    events[event, HEIGHT] = level(y, earth)[0]


@njit(_nrt=False)
def _may_hold_event(free, before, after, y):
    """Whether a step may hold an event, by the rough (height, climb rate) at its ends."""
    if after[0] < _ROUGH_M:
        return True
    margin = _ROUGH_SHARE * (abs(y[VX]) + abs(y[VY]) + abs(y[VZ]))
    peaks = before[1] > -margin and after[1] <= margin
    enters = before[0] > REENTRY_M - _ROUGH_M and after[0] <= REENTRY_M + _ROUGH_M
    return free and (peaks or enters)


@njit(_nrt=False)
def _look_for_events(t, h, free, dense, new, earth, events):
    """Find apogee, re-entry and impact inside one step; true when the body has fallen."""
    before, after = level(dense[0], earth), level(new, earth)
    if before[1] > 0.0 and after[1] <= 0.0 and free:
        s = root(dense, 0.0, True, before[1], after[1], earth)
        peak = at(dense, s)
        # A body that skips peaks again, lower.
        if not level(peak, earth)[0] <= events[APOGEE, HEIGHT]:
            _keep(APOGEE, t + s * h, peak, earth, events)
    if free and before[0] > REENTRY_M and after[0] <= REENTRY_M:
        s = root(dense, REENTRY_M, False, before[0] - REENTRY_M, after[0] - REENTRY_M, earth)
        _keep(REENTRY, t + s * h, at(dense, s), earth, events)
    # A launch site's height may round to a nanometre below the ground.
    if after[0] < 0.0 and before[0] > -_GROUND_M:
        s = 0.0
        if before[0] > 0.0:
            s = root(dense, 0.0, False, before[0], after[0], earth)
        _keep(IMPACT, t + s * h, at(dense, s), earth, events)
        if events[APOGEE, TIME] > events[IMPACT, TIME]:
            events[APOGEE, :] = math.nan  # it only peaks after it has fallen
        return True
    return False


@njit(_nrt=False)
def _lever(height, climb):
    """How long (s) an error of a free body's velocity grows until impact, were there no drag."""
    upward = math.sqrt(climb * climb + 2.0 * _GRAVITY_M_S2 * max(height, 0.0))
    return min(max((upward + climb) / _GRAVITY_M_S2, _LEAST_LEVER_S), _LEVER_S)


@njit(_nrt=False)
def _arc(t, y, stop, first_step, phase, earth, tables, tolerance, kept):
    """Fly a phase from (t, y) until ``stop`` (s): (time and state reached, next step, status).

    ``first_step`` (s) is tried first.
    """
    events, grid = kept.events, kept.grid
    free = phase[COEFFICIENT] > 0.0
    h = min(first_step, stop - t)
    if phase[KIND] == TURN:
        speed = math.sqrt(y[VX] * y[VX] + y[VY] * y[VY] + y[VZ] * y[VZ])
        h = min(h, max(_TURN_SHARE * speed / _GRAVITY_M_S2, _FIRST_STEP_S))
    k = rates(t, y, phase, earth, tables)
    before = rough_level(y, earth)
    strain, most = 0.0, _GROW
    lever = _LEVER_S
    for _ in range(_STEPS):
        if free:
            lever = _lever(before[0], before[1])
            if before[1] < 0.0:
                # A long step into the air would only be thrown away: stop short of it.
                h = min(h, max(_DIVE * (before[0] - _THICK_AIR_M) / -before[1], _DIVE_STEP_S))
        last = t + h >= stop - 1e-9
        if last:
            h = stop - t
        new, stages, error = one_step(t, h, y, k, lever, phase, earth, tables)
        error /= tolerance
        if not error <= 1.0:
            if not error < math.inf:
                if h < _LEAST_STEP_S:
                    return t, y, h, Status.BAD_INPUT
                h *= 0.1
                continue
            h *= max(_SHRINK, _SAFETY * error**-0.2)
            most = 1.0
            if h < _LEAST_STEP_S:
                return t, y, h, Status.STEP_LIMIT
            continue
        after = rough_level(new, earth)
        if grid.shape[0] > 0 or _may_hold_event(free, before, after, y):
            dense = interpolant(h, y, new, stages)
            fallen = _look_for_events(t, h, free, dense, new, earth, events)
            end = events[IMPACT, TIME] if fallen else t + h
            if grid.shape[0] > 0:
                _fill(t, h, end, dense, grid, kept.every_s)
            if fallen:
                return end, y, h, Status.OK if free else Status.CRASHED_IN_BOOST
        t = stop if last else t + h
        y, k, before = new, stages[-1], after
        past, strain = strain, math.log(max(error, _EASY))
        grown = h * min(most, _STEADY * math.exp(_OF_PAST * past - _OF_NOW * strain))
        most = _GROW
        if last:
            return t, y, max(grown, first_step), Status.OK
        h = grown
    return t, y, h, Status.STEP_LIMIT


@njit(_nrt=False)
def _fill(t, h, end, dense, grid, dt):
    """Sample the step on the time grid: rows k with t < k dt <= end (and row 0)."""
    first = int(math.floor(t / dt)) + 1
    last = min(int(math.floor(end / dt)), grid.shape[0] - 1)
    for row in range(first, last + 1):
        state = at(dense, (row * dt - t) / h)
        for i in range(6):
            grid[row, i] = state[i]


@njit(_nrt=False)
def _can_fly(missile):
    """Whether every number of a missile is one that a missile can have."""
    good = missile.payload_kg >= 0.0 and missile.rise_s >= 0.0 and missile.pitch_s >= 0.0
    good = good and missile.ballistic_coefficient_kg_m2 > 0.0
    total, left = missile.payload_kg, missile.payload_kg
    for i in range(missile.stage_burn_s.size):
        good = good and missile.stage_burn_s[i] > 0.0 and missile.stage_coast_s[i] >= 0.0
        good = good and missile.stage_propellant_kg[i] >= 0.0 and missile.stage_dry_kg[i] >= 0.0
        good = good and missile.stage_exhaust_m_s[i] >= 0.0 and missile.stage_exit_m2[i] >= 0.0
        good = good and missile.stage_area_m2[i] >= 0.0
        left += missile.stage_dry_kg[i]
        total += missile.stage_dry_kg[i] + missile.stage_propellant_kg[i]
        total += missile.stage_burn_s[i] + missile.stage_coast_s[i] + missile.stage_exhaust_m_s[i]
        total += missile.stage_exit_m2[i] + missile.stage_area_m2[i]
    good = good and missile.lift_to_drag >= 0.0 and missile.climb_share >= 0.0
    good = good and missile.release_speed_m_s >= 0.0
    # Comparisons refuse what is not a number; the sum refuses infinity.
    total += missile.rise_s + missile.pitch_s
    total += missile.lift_to_drag + missile.climb_share + missile.release_speed_m_s
    return good and left > 0.0 and total * 0.0 == 0.0


@njit(_nrt=False)
def fly_row(missile, launch, steering, earth, tables, tolerance, phase, kept):
    """Fly one missile from the ground to impact; fills ``kept``, returns the status.

    The cut-off is at most the end of the last burn.
    """
    events, grid = kept.events, kept.grid
    azimuth, pitch, cutoff = steering.azimuth_rad, steering.pitch_rad, steering.cutoff_s
    events[:] = math.nan
    position = launch.position_m
    y = (position[X], position[Y], position[Z], 0.0, 0.0, 0.0)
    if grid.shape[0] > 0:
        grid[:] = math.nan
        for i in range(6):
            grid[0, i] = y[i]
    mass = missile.payload_kg
    for i in range(missile.stage_burn_s.size):
        mass += missile.stage_propellant_kg[i] + missile.stage_dry_kg[i]
    if not (azimuth * 0.0 + pitch * 0.0 + cutoff * 0.0 == 0.0 and _can_fly(missile)):
        return Status.BAD_INPUT
    t, step = 0.0, _FIRST_STEP_S
    rise_end, tilt_end = missile.rise_s, missile.rise_s + missile.pitch_s
    ignition = 0.0
    for stage in range(missile.stage_burn_s.size):
        burn_end = min(ignition + missile.stage_burn_s[stage], cutoff)
        flow = missile.stage_propellant_kg[stage] / missile.stage_burn_s[stage]
        while t < burn_end - 1e-9:
            kind, stop = TURN, burn_end
            if t < rise_end - 1e-9:
                kind, stop = HOLD, min(burn_end, rise_end)
            elif t < tilt_end - 1e-9:
                kind, stop = TILT, min(burn_end, tilt_end)
            now = mass - flow * (t - ignition)
            _phase(missile, stage, kind, now, t, launch, steering, phase)
            t, y, step, status = _arc(t, y, stop, step, phase, earth, tables, tolerance, kept)
            if status != Status.OK:
                return status
        if cutoff <= ignition + missile.stage_burn_s[stage] + 1e-9:
            break
        mass -= missile.stage_propellant_kg[stage] + missile.stage_dry_kg[stage]
        ignition = burn_end + missile.stage_coast_s[stage]
        stop = min(ignition, cutoff)
        if stop > t and stage + 1 < missile.stage_burn_s.size:
            _phase(missile, stage + 1, COAST, mass, t, launch, steering, phase)
            t, y, step, status = _arc(t, y, stop, step, phase, earth, tables, tolerance, kept)
            if status != Status.OK:
                return status
        if cutoff <= ignition:
            break
    _keep(BURNOUT, t, y, earth, events)
    body = FallingBody(
        missile.ballistic_coefficient_kg_m2,
        missile.lift_to_drag,
        missile.climb_share,
        missile.release_speed_m_s,
    )
    return _fall_freely(body, t, y, phase, earth, tables, tolerance, kept)


@njit(_nrt=False)
def _fall_freely(body, t, y, phase, earth, tables, tolerance, kept):
    """Fly a free ``body`` from (t, y) to impact; it lifts from its peak on."""
    phase[KIND], phase[COEFFICIENT] = COAST, body.ballistic_coefficient_kg_m2
    phase[LIFT], phase[CLIMB], phase[RELEASE] = 0.0, body.climb_share, body.release_speed_m_s
    events, first = kept.events, _FIRST_STEP_S
    if body.lift_to_drag > 0.0:
        # Up to the peak without lift. What is flown of the way down is flown again.
        if level(y, earth)[1] > 0.0:
            _, _, _, status = _arc(
                t, y, _TIME_LIMIT_S, first, phase, earth, tables, tolerance, kept
            )
            if status != Status.OK or not events[APOGEE, TIME] >= t:
                return status
            t = events[APOGEE, TIME]
            y = _event_state(events, APOGEE)
            events[REENTRY:, :] = math.nan
            for row in range(kept.grid.shape[0]):
                if row * kept.every_s > t:
                    kept.grid[row, :] = math.nan
        phase[LIFT] = body.lift_to_drag
    t, _, _, status = _arc(t, y, _TIME_LIMIT_S, first, phase, earth, tables, tolerance, kept)
    if status == Status.OK and not events[IMPACT, TIME] >= 0.0:
        return Status.TIME_LIMIT
    return status


@njit(_nrt=False)
def _event_state(events, event):
    """The state that an event was kept with."""
    row = events[event]
    return (
        row[STATE + X],
        row[STATE + Y],
        row[STATE + Z],
        row[STATE + VX],
        row[STATE + VY],
        row[STATE + VZ],
    )


@njit()
def new_phase():
    """Room for the numbers of a phase, allocated once a row."""
    return np.zeros(PHASE)


@njit(parallel=True)
def _fly_batch(missile, launches, steering, earth, tables, tolerance, kept, status):
    """Fly every row; launches, steering, ``kept`` and ``status`` (n,) have a first axis of rows."""
    azimuth, pitch, cutoff, zenith = steering
    for i in prange(status.size):
        grid = kept.grid[i] if kept.every_s > 0.0 else kept.grid[0, :0]
        status[i] = fly_row(
            missile,
            Launch(launches.position_m[i], launches.east_north_up[i]),
            Steering(azimuth[i], pitch[i], cutoff[i], zenith[i]),
            earth,
            tables,
            tolerance,
            new_phase(),
            FlightRecord(kept.events[i], grid, kept.every_s),
        )


@njit(_nrt=False)
def _fall_row(body, start, state, earth, tables, tolerance, phase, kept):
    """Fly one free ``body`` from ``state`` (6,); events count from ``start`` (s), the grid from 0."""
    events, grid = kept.events, kept.grid
    events[:] = math.nan
    if grid.shape[0] > 0:
        grid[:] = math.nan
    if not (start * 0.0 + state.sum() * 0.0 == 0.0 and body.ballistic_coefficient_kg_m2 > 0.0):
        return Status.BAD_INPUT
    y = (state[X], state[Y], state[Z], state[VX], state[VY], state[VZ])
    if grid.shape[0] > 0:
        for i in range(6):
            grid[0, i] = y[i]
    _keep(BURNOUT, 0.0, y, earth, events)
    status = _fall_freely(body, 0.0, y, phase, earth, tables, tolerance, kept)
    for event in range(IMPACT + 1):
        events[event, TIME] += start
    return status


@njit(parallel=True)
def _fall_batch(body, start, state, earth, tables, tolerance, kept, status):
    """Fly every row of ``body``, ``start``, ``status`` (n,) and ``state`` (n, 6)."""
    for i in prange(start.size):
        grid = kept.grid[i] if kept.every_s > 0.0 else kept.grid[0, :0]
        row = FlightRecord(kept.events[i], grid, kept.every_s)
        mine = FallingBody(
            body.ballistic_coefficient_kg_m2[i],
            body.lift_to_drag,
            body.climb_share,
            body.release_speed_m_s,
        )
        status[i] = _fall_row(mine, start[i], state[i], earth, tables, tolerance, new_phase(), row)


def new_record(n: int, every_s: float, until_s: float) -> FlightRecord:
    """Room for what is kept of ``n`` flights; the kernels fill all of it."""
    rows = int(math.ceil(until_s / every_s)) + 1 if every_s > 0.0 else 1
    grid = np.empty((n if every_s > 0.0 else 1, rows, 6))
    return FlightRecord(np.empty((n, len(Event), _EVENT)), grid, every_s)


def as_flights(kept: FlightRecord, status: Ints) -> tuple[Flights, Trajectories | None]:
    """What the kernels have kept of n flights under its names; a sample of NaN is no sample."""
    events, grid = kept.events, kept.grid
    flights = Flights(
        event_time_s=np.ascontiguousarray(events[:, :, TIME]),
        event_position_m=np.ascontiguousarray(events[:, :, STATE : STATE + 3]),
        event_velocity_m_s=np.ascontiguousarray(events[:, :, STATE + 3 : HEIGHT]),
        event_altitude_m=np.ascontiguousarray(events[:, :, HEIGHT]),
        status=status.astype(np.int8),
    )
    if not kept.every_s > 0.0:
        return flights, None
    count = np.count_nonzero(np.isfinite(grid[:, :, X]), axis=1)
    return flights, Trajectories(
        time_s=np.arange(grid.shape[1], dtype=np.float64) * kept.every_s,
        position_m=grid[:, :, :VX],
        velocity_m_s=grid[:, :, VX:],
        sample_count=count.astype(np.int64),
    )


def fly(
    missile: Missile,
    launch: Launch,
    steering: Steering,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
    tolerance_m: float = TOLERANCE_M,
    every_s: float = 0.0,
    until_s: float = 0.0,
) -> tuple[Flights, Trajectories | None]:
    """Fly a batch of launches of one missile to the ground.

    Parameters
    ----------
    launch, steering : one for all or one for each of n, in any mixture.
    every_s, until_s : keep the states on this time grid; nothing but the events is kept at 0.

    Returns
    -------
    The events and, where asked for, the sampled trajectories. A row that failed has its status
    and NaN in the events that did not happen; the other rows are untouched.
    """
    shapes = (np.shape(given) for given in steering)
    n = math.prod(np.broadcast_shapes(launch.position_m.shape[:-1], *shapes))
    azimuth, pitch, cutoff, zenith = (_per_row(given, (n,)) for given in steering)
    cutoff = np.minimum(cutoff, _TIME_LIMIT_S)  # an infinite cut-off is a full burn
    kept, status = new_record(n, every_s, until_s), np.empty(n, dtype=np.int64)
    _fly_batch(
        missile,
        Launch(_per_row(launch.position_m, (n, 3)), _per_row(launch.east_north_up, (n, 3, 3))),
        Steering(azimuth, pitch, cutoff, zenith),
        earth,
        air if air is not None else tables(),
        tolerance_m,
        kept,
        status,
    )
    return as_flights(kept, status)


def _per_row(given: Floats | float, shape: tuple[int, ...]) -> Floats:
    """Values for each row of a batch, from one for all or one for each."""
    return np.ascontiguousarray(np.broadcast_to(given, shape), dtype=np.float64)


def fall(
    missile: Missile,
    start_s: Floats,
    state: Floats,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
    tolerance_m: float = TOLERANCE_M,
    every_s: float = 0.0,
    until_s: float = 0.0,
    ballistic_coefficient_kg_m2: Floats | None = None,
) -> tuple[Flights, Trajectories | None]:
    """Fly free bodies from given states (n, 6) in ECEF at given times to the ground.

    Event times count like ``start_s``; the time grid of the samples counts from the state.
    ``ballistic_coefficient_kg_m2`` (n,) takes the place of the missile's.
    """
    n = start_s.size
    beta = ballistic_coefficient_kg_m2
    if beta is None:
        beta = np.full(n, missile.ballistic_coefficient_kg_m2)
    air = air if air is not None else tables()
    kept, status = new_record(n, every_s, until_s), np.empty(n, dtype=np.int64)
    body = FallingBody(beta, missile.lift_to_drag, missile.climb_share, missile.release_speed_m_s)
    _fall_batch(body, start_s, state, earth, air, tolerance_m, kept, status)
    return as_flights(kept, status)
