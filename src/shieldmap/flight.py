"""The one integrator: how a boosted or free body flies over the rotating Earth.

Question: given a missile, a launch point, an azimuth, a pitch-over and a cut-off, where does the
body go, when does it burn out, peak, re-enter and fall?

Model: three degrees of freedom in the Earth-fixed frame, with J2 gravity, the centrifugal and
Coriolis terms of the turning Earth, drag, and thrust with ambient back pressure on the nozzle.
Boost: the thrust holds the launch direction (vertical for missiles) for ``rise_s``, tilts at a
constant rate to the pitch angle during ``pitch_s``, then follows the velocity (gravity turn).
Drag: a Mach-dependent coefficient on the stage's area while stages remain, afterwards a constant
ballistic coefficient.
Integration: the Dormand-Prince pair 5(4) with its fourth-order dense output
[dormand-prince1980; hairer1993, p. 178 and 192]; steps stop at every change of thrust.

Limits: a point mass with its thrust along the flight path: no angle of attack, lift, wind,
guidance or spin; a body's ballistic coefficient does not change with Mach number.

Frame: Earth-fixed (ECEF). Units: SI and radians.

Arguments of the kernels: ``t`` time since launch and ``h`` length of a step (s); ``y`` (6,) a state;
``k`` (7, 6) the derivatives of the stages, ``new`` (6,) the state after the step and ``dense`` (5, 6)
the coefficients of its dense output; ``phase`` (18,) the numbers of a phase; ``launch``,
``steering``, ``kept`` and ``work`` are records defined here, ``missile``, ``earth`` and ``tables``
(of the air) those of the model; ``tolerance`` is the local error of a step (m),
``events`` (4, 8) those of one flight, and ``out`` (6,) a state or its derivative.
"""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap.earth import INLINED, WGS84, cubic, density, height_and_normal, near_air, tables
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
"""Default local error of a step in metres; the velocity may err by this per 1000 s.

It keeps impacts within a few metres of the same flight at a 1000 times tighter tolerance.
"""

REENTRY_M: Final = 100e3
_STEPS: Final = 20000
_TIME_LIMIT_S: Final = 12000.0
_LEVER_S: Final = 1000.0
_LEAST_LEVER_S: Final = 2.0
_GRAVITY_M_S2: Final = 9.8
_ROUGH_M: Final = 10.0
_ROUGH_M_S: Final = 50.0
_OF_NOW: Final = 0.15
_OF_PAST: Final = 0.08
_EASY: Final = 1e-4
_STEADY: Final = 0.95
_TURN_SHARE: Final = 0.1
_FIRST_STEP_S: Final = 0.5
_LEAST_STEP_S: Final = 1e-6
_SAFETY: Final = 0.9
_SHRINK: Final = 0.2
_GROW: Final = 4.0
_DIVE: Final = 0.7
_DIVE_STEP_S: Final = 6.0
_THICK_AIR_M: Final = 60e3
_GROUND_M: Final = 1e-3
BURNOUT, APOGEE, REENTRY, IMPACT = (int(event) for event in Event)
TIME, STATE, HEIGHT = 0, 1, 7
"""Columns of an event: time (s), the six components of the state, height (m)."""

_EVENT: Final = 8
# Numbers of a phase of flight, see ``_phase``; up and along are the vectors of the launch direction.
_KIND, _MASS, _FLOW, _EXHAUST, _EXIT_AREA, _DRAG_AREA, _COEFFICIENT, _START = range(8)
_ZENITH, _ZENITH_RATE, _TILT_START, _UP, _ALONG, _PHASE = 8, 9, 10, 12, 15, 18
# Kinds of a phase.
_HOLD, _TILT, _TURN, _COAST = 0.0, 1.0, 2.0, 3.0

# Nodes, weights and dense output of Dormand-Prince 5(4) [hairer1993, table 5.2 and p. 192]. The
# weights of the new state, its error and its dense output leave out the second stage, which has none.
_C2, _C3, _C4, _C5 = 0.2, 0.3, 0.8, 8.0 / 9.0
_A2: Final = (0.2,)
_A3: Final = (3.0 / 40.0, 9.0 / 40.0)
_A4: Final = (44.0 / 45.0, -56.0 / 15.0, 32.0 / 9.0)
_A5: Final = (19372.0 / 6561.0, -25360.0 / 2187.0, 64448.0 / 6561.0, -212.0 / 729.0)
_A6: Final = (9017.0 / 3168.0, -355.0 / 33.0, 46732.0 / 5247.0, 49.0 / 176.0, -5103.0 / 18656.0)
_NEW: Final = (35.0 / 384.0, 500.0 / 1113.0, 125.0 / 192.0, -2187.0 / 6784.0, 11.0 / 84.0)
_ERROR: Final = (
    71.0 / 57600.0,
    -71.0 / 16695.0,
    71.0 / 1920.0,
    -17253.0 / 339200.0,
    22.0 / 525.0,
    -1.0 / 40.0,
)
_DENSE: Final = (
    -12715105075.0 / 11282082432.0,
    87487479700.0 / 32700410799.0,
    -10690763975.0 / 1880347072.0,
    701980252875.0 / 199316789632.0,
    -1453857185.0 / 822651844.0,
    69997945.0 / 29380423.0,
)


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


class FlightRecord(NamedTuple):
    """What is kept of one flight, or of n with a first axis more.

    ``events`` (4, 8) hold time, state and height; ``grid`` (k, 6) the states at multiples of
    ``every_s``, with no rows where none are asked for (in a batch: where ``every_s`` is 0).
    """

    events: Floats
    grid: Floats
    every_s: float


@njit(**INLINED)
def _rates(t, y, phase, earth, tables):
    """Right-hand side in the turning frame: gravity with J2, inertia, drag and thrust.

    Gravity is the gradient of [vallado2013, eq. 8-19]; inertia [vallado2013, eq. 3-26].
    """
    x, yy, z, vx, vy, vz = y[X], y[Y], y[Z], y[VX], y[VY], y[VZ]
    r2 = x * x + yy * yy + z * z
    per_r2 = 1.0 / r2
    r = math.sqrt(r2)
    sine2 = z * z * per_r2
    speed = math.sqrt(vx * vx + vy * vy + vz * vz)
    height = _air_height(r, sine2, earth)
    drag, along = 0.0, 0.0
    if phase[_COEFFICIENT] > 0.0:  # free body with a ballistic coefficient
        drag = 0.5 * earth.air / phase[_COEFFICIENT] * speed * density(tables, height)
    else:
        per_mass = 1.0 / (phase[_MASS] - phase[_FLOW] * (t - phase[_START]))
        push = phase[_FLOW] * phase[_EXHAUST]
        if height < tables.fine_step_m * tables.fine_density_kg_m3.shape[0]:
            rho, pressure, sound = near_air(tables, height)
            cd = cubic(tables.drag_coefficient, tables.mach_step, speed / sound)
            drag = 0.5 * earth.air * rho * speed * phase[_DRAG_AREA] * per_mass * cd
            push -= earth.air * pressure * phase[_EXIT_AREA]
        along = push * per_mass
    pull = -earth.gm_m3_s2 * per_r2 * (r * per_r2)
    j = 1.5 * earth.j2 * earth.semi_major_axis_m * earth.semi_major_axis_m * per_r2
    tilt = 5.0 * sine2
    w = earth.rotation_rad_s
    level = pull * (1.0 + j * (1.0 - tilt)) + w * w
    ax = level * x + 2.0 * w * vy - drag * vx
    ay = level * yy - 2.0 * w * vx - drag * vy
    az = pull * (1.0 + j * (3.0 - tilt)) * z - drag * vz
    kind = phase[_KIND]
    if kind == _TURN and speed > 0.0:
        along /= speed
        ax += along * vx
        ay += along * vy
        az += along * vz
    elif kind == _HOLD or kind == _TILT:
        ux, uy, uz = _steering(t, phase)
        ax += along * ux
        ay += along * uy
        az += along * uz
    return vx, vy, vz, ax, ay, az


@njit(**INLINED)
def _air_height(r, sine2, earth):
    """Height for the air: the radial one, shortened by the angle of radius and normal.

    ``r`` is the radius (m), ``sine2`` the squared sine of the geocentric latitude. The surface's
    radius is its series in the second eccentricity, the next term of which is 0.02 mm. Within 1 mm
    of the height below 100 km, at a fifth of the cost.
    """
    e2 = earth.eccentricity_squared
    s = e2 / (1.0 - e2) * sine2
    series = s * ((0.5 - s * 0.375) + s * s * (0.3125 - s * 0.2734375))
    above = r - earth.semi_major_axis_m + earth.semi_major_axis_m * series
    return above * (1.0 - 0.5 * e2 * e2 * sine2 * (1.0 - sine2))


@njit(_nrt=False)
def _steering(t, phase):
    """Thrust direction of the held and the tilting phases: up and along, by zenith angle."""
    zenith = phase[_ZENITH]
    if phase[_KIND] == _TILT:
        zenith += phase[_ZENITH_RATE] * (t - phase[_TILT_START])
    s, c = math.sin(zenith), math.cos(zenith)
    return (
        c * phase[_UP] + s * phase[_ALONG],
        c * phase[_UP + 1] + s * phase[_ALONG + 1],
        c * phase[_UP + 2] + s * phase[_ALONG + 2],
    )


@njit(**INLINED)
def _weighted(weights, slopes):
    """Sum of the derivatives of some stages with their weights."""
    x = y = z = vx = vy = vz = 0.0
    for i in range(len(weights)):
        w, k = weights[i], slopes[i]
        x += w * k[X]
        y += w * k[Y]
        z += w * k[Z]
        vx += w * k[VX]
        vy += w * k[VY]
        vz += w * k[VZ]
    return x, y, z, vx, vy, vz


@njit(**INLINED)
def _moved(y, h, k):
    """The state after ``h`` at the derivative ``k``."""
    return (
        y[X] + h * k[X],
        y[Y] + h * k[Y],
        y[Z] + h * k[Z],
        y[VX] + h * k[VX],
        y[VY] + h * k[VY],
        y[VZ] + h * k[VZ],
    )


@njit(**INLINED)
def _step(t, h, y, k1, lever, phase, earth, tables):
    """One Dormand-Prince step: the new state, the derivatives of all stages but the second, the error.

    ``k1`` must be the derivative at (t, y); the last of the stages is that at the new state. The
    error (m) is the largest of a component, a velocity's times ``lever`` (s).
    """
    k2 = _rates(t + _C2 * h, _moved(y, h, _weighted(_A2, (k1,))), phase, earth, tables)
    k3 = _rates(t + _C3 * h, _moved(y, h, _weighted(_A3, (k1, k2))), phase, earth, tables)
    k4 = _rates(t + _C4 * h, _moved(y, h, _weighted(_A4, (k1, k2, k3))), phase, earth, tables)
    k5 = _rates(t + _C5 * h, _moved(y, h, _weighted(_A5, (k1, k2, k3, k4))), phase, earth, tables)
    slope = _weighted(_A6, (k1, k2, k3, k4, k5))
    k6 = _rates(t + h, _moved(y, h, slope), phase, earth, tables)
    new = _moved(y, h, _weighted(_NEW, (k1, k3, k4, k5, k6)))
    stages = (k1, k3, k4, k5, k6, _rates(t + h, new, phase, earth, tables))
    e = _weighted(_ERROR, stages)
    far = max(abs(e[X]), abs(e[Y]), abs(e[Z]))
    fast = max(abs(e[VX]), abs(e[VY]), abs(e[VZ]))
    # A maximum loses what is not a number, a sum keeps it.
    lost = 0.0 * (e[X] + e[Y] + e[Z] + e[VX] + e[VY] + e[VZ])
    return new, stages, h * max(far, lever * fast) + lost


@njit(_nrt=False)
def _interpolant(h, y, new, stages):
    """Coefficients (5 of 6) of the fourth-order dense output of the step [hairer1993, p. 192]."""
    rise = _moved(new, -1.0, y)
    first, last = stages[0], stages[-1]
    zero = _moved(y, -1.0, y)
    bend = _moved(_moved(zero, h, first), -1.0, rise)
    twist = _moved(_moved(rise, -h, last), -1.0, bend)
    return y, rise, bend, twist, _moved(zero, h, _weighted(_DENSE, stages))


@njit(_nrt=False)
def _at(dense, s):
    """State at the fraction ``s`` of the step."""
    y, rise, bend, twist, last = dense
    r = 1.0 - s
    return _moved(y, s, _moved(rise, r, _moved(bend, s, _moved(twist, r, last))))


@njit(_nrt=False)
def _level(y, earth):
    """Height over the ellipsoid (m) and rate of climb: the velocity along its outward normal."""
    a_m, e2 = earth.semi_major_axis_m, earth.eccentricity_squared
    height, nx, ny, nz = height_and_normal(y[X], y[Y], y[Z], a_m, e2)
    return height, y[VX] * nx + y[VY] * ny + y[VZ] * nz


@njit(_nrt=False)
def _rough_level(y, earth):
    """Nearly the height (m) and the rate of climb, to choose steps and look for events.

    The height is that for the air; the climb errs by less than a thousandth of ``_ROUGH`` of the speed.
    """
    r2 = y[X] * y[X] + y[Y] * y[Y] + y[Z] * y[Z]
    r = math.sqrt(r2)
    climb = (y[X] * y[VX] + y[Y] * y[VY] + y[Z] * y[VZ]) / r
    return _air_height(r, y[Z] * y[Z] / r2, earth), climb


@njit(_nrt=False)
def _root(dense, level, climbing, f0, f1, earth):
    """Fraction of the step where height - level (or the climb rate) is zero: Illinois rule.

    ``climbing`` asks for the climb rate; ``f0`` and ``f1`` are its or the height's values at the ends.
    """
    a, b, fa, fb = 0.0, 1.0, f0, f1
    s = 1.0
    for _ in range(60):
        s = (a * fb - b * fa) / (fb - fa)
        height, climb = _level(_at(dense, s), earth)
        f = climb if climbing else height - level
        if abs(f) < 1e-7 or abs(b - a) < 1e-14:
            break
        if f * fb < 0.0:
            a, fa = b, fb
        else:
            fa *= 0.5
        b, fb = s, f
    return s


@njit(_nrt=False)
def _phase(missile, stage, kind, mass, start, launch, steering, phase):
    """Fill the numbers of a phase: what burns, what drags and where the thrust points.

    ``stage`` counts from 0; ``kind`` is one of the four kinds of a phase, ``mass`` in kg and
    ``start`` in s since launch.
    """
    phase[_KIND] = kind
    phase[_MASS] = mass
    phase[_COEFFICIENT] = 0.0
    phase[_START] = start
    burning = kind != _COAST
    flow = missile.stage_propellant_kg[stage] / missile.stage_burn_s[stage]
    phase[_FLOW] = flow if burning else 0.0
    phase[_EXHAUST] = missile.stage_exhaust_m_s[stage]
    phase[_EXIT_AREA] = missile.stage_exit_m2[stage] if burning else 0.0
    phase[_DRAG_AREA] = missile.stage_area_m2[stage]
    tilt = steering.pitch_rad - steering.zenith_rad
    phase[_ZENITH] = steering.zenith_rad
    phase[_ZENITH_RATE] = tilt / missile.pitch_s if missile.pitch_s > 0.0 else 0.0
    phase[_TILT_START] = missile.rise_s
    s, c = math.sin(steering.azimuth_rad), math.cos(steering.azimuth_rad)
    for i in range(3):
        phase[_UP + i] = launch.east_north_up[2, i]
        phase[_ALONG + i] = s * launch.east_north_up[0, i] + c * launch.east_north_up[1, i]


@njit(_nrt=False)
def _keep(event, t, y, earth, events):
    """Store one event: time, state and height."""
    events[event, TIME] = t
    for i in range(6):
        events[event, STATE + i] = y[i]
    events[event, HEIGHT] = _level(y, earth)[0]


@njit(_nrt=False)
def _may_hold_event(free, before, after):
    """Whether a step may hold an event, by rough (height, climb rate) at its ends."""
    if after[0] < _ROUGH_M:
        return True
    if not free:
        return False
    if before[1] > -_ROUGH_M_S and after[1] <= _ROUGH_M_S:
        return True
    return before[0] > REENTRY_M - _ROUGH_M and after[0] <= REENTRY_M + _ROUGH_M


@njit(_nrt=False)
def _look_for_events(t, h, free, dense, new, earth, events):
    """Find apogee, re-entry and impact inside one step; true when the body has fallen.

    ``free`` says that nothing burns any more.
    """
    before, after = _level(dense[0], earth), _level(new, earth)
    if before[1] > 0.0 and after[1] <= 0.0 and free:
        s = _root(dense, 0.0, True, before[1], after[1], earth)
        peak = _at(dense, s)
        # A body that skips peaks again, lower.
        if not _level(peak, earth)[0] <= events[APOGEE, HEIGHT]:
            _keep(APOGEE, t + s * h, peak, earth, events)
    if free and before[0] > REENTRY_M and after[0] <= REENTRY_M:
        s = _root(dense, REENTRY_M, False, before[0] - REENTRY_M, after[0] - REENTRY_M, earth)
        _keep(REENTRY, t + s * h, _at(dense, s), earth, events)
    # A launch site's height may round to a nanometre below the ground.
    if after[0] < 0.0 and before[0] > -_GROUND_M:
        s = 0.0
        if before[0] > 0.0:
            s = _root(dense, 0.0, False, before[0], after[0], earth)
        _keep(IMPACT, t + s * h, _at(dense, s), earth, events)
        if events[APOGEE, TIME] > events[IMPACT, TIME]:
            events[APOGEE, :] = math.nan  # it only peaks after it has fallen
        return True
    return False


@njit(_nrt=False)
def _lever(height, climb):
    """How long (s) an error of the velocity of a free body grows until impact, without its drag."""
    if climb < 0.0:
        fall = 2.0 * height / (math.sqrt(climb * climb + 2.0 * _GRAVITY_M_S2 * height) - climb)
    else:
        rise = math.sqrt(climb * climb + 2.0 * _GRAVITY_M_S2 * height)
        fall = (rise + climb) / _GRAVITY_M_S2
    return min(max(fall, _LEAST_LEVER_S), _LEVER_S)


@njit(_nrt=False)
def _arc(t, y, stop, first_step, phase, earth, tables, tolerance, kept):
    """Fly a phase from (t, y) until ``stop`` (s): (time and state reached, next step, status).

    ``first_step`` (s) is tried first.
    """
    events, grid = kept.events, kept.grid
    free = phase[_COEFFICIENT] > 0.0
    h = min(first_step, stop - t)
    if phase[_KIND] == _TURN:
        speed = math.sqrt(y[VX] * y[VX] + y[VY] * y[VY] + y[VZ] * y[VZ])
        h = min(h, max(_TURN_SHARE * speed / _GRAVITY_M_S2, _FIRST_STEP_S))
    k = _rates(t, y, phase, earth, tables)
    before = _rough_level(y, earth)
    strain, most = 0.0, _GROW
    lever = _LEVER_S
    for _ in range(_STEPS):
        if free:
            lever = _lever(max(before[0], 0.0), before[1])
            if before[1] < 0.0:
                # A long step into the air would only be thrown away: stop short of it.
                h = min(h, max(_DIVE * (before[0] - _THICK_AIR_M) / -before[1], _DIVE_STEP_S))
        last = t + h >= stop - 1e-9
        if last:
            h = stop - t
        new, stages, error = _step(t, h, y, k, lever, phase, earth, tables)
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
        after = _rough_level(new, earth)
        if grid.shape[0] > 0 or _may_hold_event(free, before, after):
            dense = _interpolant(h, y, new, stages)
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
        state = _at(dense, (row * dt - t) / h)
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
    # Comparisons refuse what is not a number; the sum refuses infinity.
    total += missile.rise_s + missile.pitch_s
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
            kind, stop = _TURN, burn_end
            if t < rise_end - 1e-9:
                kind, stop = _HOLD, min(burn_end, rise_end)
            elif t < tilt_end - 1e-9:
                kind, stop = _TILT, min(burn_end, tilt_end)
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
            _phase(missile, stage + 1, _COAST, mass, t, launch, steering, phase)
            t, y, step, status = _arc(t, y, stop, step, phase, earth, tables, tolerance, kept)
            if status != Status.OK:
                return status
        if cutoff <= ignition:
            break
    _keep(BURNOUT, t, y, earth, events)
    beta = missile.ballistic_coefficient_kg_m2
    return _fall_freely(beta, t, y, phase, earth, tables, tolerance, kept)


@njit(_nrt=False)
def _fall_freely(beta, t, y, phase, earth, tables, tolerance, kept):
    """Fly the free body of a ballistic coefficient ``beta`` (kg/m^2) from (t, y) to impact."""
    phase[_KIND], phase[_COEFFICIENT] = _COAST, beta
    first = _FIRST_STEP_S
    t, _, _, status = _arc(t, y, _TIME_LIMIT_S, first, phase, earth, tables, tolerance, kept)
    if status == Status.OK and not kept.events[IMPACT, TIME] >= 0.0:
        return Status.TIME_LIMIT
    return status


@njit()
def new_phase():
    """Room for the numbers of a phase, allocated once a row."""
    return np.zeros(_PHASE)


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
def _fall_row(beta, start, state, earth, tables, tolerance, phase, kept):
    """Fly one free body from ``state`` (6,); events count from ``start`` (s), the grid from 0.

    ``beta`` is its ballistic coefficient (kg/m^2).
    """
    events, grid = kept.events, kept.grid
    events[:] = math.nan
    if grid.shape[0] > 0:
        grid[:] = math.nan
    if not (start * 0.0 + state.sum() * 0.0 == 0.0 and beta > 0.0):
        return Status.BAD_INPUT
    y = (state[X], state[Y], state[Z], state[VX], state[VY], state[VZ])
    if grid.shape[0] > 0:
        for i in range(6):
            grid[0, i] = y[i]
    _keep(BURNOUT, 0.0, y, earth, events)
    status = _fall_freely(beta, 0.0, y, phase, earth, tables, tolerance, kept)
    for event in range(IMPACT + 1):
        events[event, TIME] += start
    return status


@njit(parallel=True)
def _fall_batch(beta, start, state, earth, tables, tolerance, kept, status):
    """Fly every row of ``beta``, ``start``, ``status`` (n,) and ``state`` (n, 6)."""
    for i in prange(start.size):
        grid = kept.grid[i] if kept.every_s > 0.0 else kept.grid[0, :0]
        row = FlightRecord(kept.events[i], grid, kept.every_s)
        status[i] = _fall_row(
            beta[i], start[i], state[i], earth, tables, tolerance, new_phase(), row
        )


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
    _fall_batch(beta, start_s, state, earth, air, tolerance_m, kept, status)
    return as_flights(kept, status)
