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
"""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap.earth import WGS84, cubic, density, height_and_normal, tables
from shieldmap.kernels import njit, prange
from shieldmap.model import (
    Earth,
    Event,
    Flights,
    Floats,
    Ints,
    Missile,
    Status,
    Tables,
    Trajectories,
)

TOLERANCE_M: Final = 0.005
"""Default local error of a step in metres; the velocity may err by this per 1000 s.

It keeps impacts within a few metres of the same flight at a 1000 times tighter tolerance.
"""

REENTRY_M: Final = 100e3
_STEPS: Final = 20000
_TIME_LIMIT_S: Final = 12000.0
_VELOCITY_PER_POSITION_HZ: Final = 0.001
_FIRST_STEP_S: Final = 0.5
_LEAST_STEP_S: Final = 1e-6
_SAFETY: Final = 0.9
_SHRINK: Final = 0.2
_GROW: Final = 4.0
_DIVE: Final = 0.7
_DIVE_STEP_S: Final = 6.0
_THICK_AIR_M: Final = 60e3
_GROUND_M: Final = 1e-3
# Numbers of a phase of flight, see ``_phase``.
_HOLD: Final = 0.0
_TILT: Final = 1.0
_TURN: Final = 2.0
_COAST: Final = 3.0

# Nodes, weights and dense output of Dormand-Prince 5(4) [hairer1993, table 5.2 and p. 192].
_C: Final = (0.0, 0.2, 0.3, 0.8, 8.0 / 9.0, 1.0, 1.0)
_A21: Final = 0.2
_A31, _A32 = 3.0 / 40.0, 9.0 / 40.0
_A41, _A42, _A43 = 44.0 / 45.0, -56.0 / 15.0, 32.0 / 9.0
_A51, _A52, _A53, _A54 = 19372.0 / 6561.0, -25360.0 / 2187.0, 64448.0 / 6561.0, -212.0 / 729.0
_A61, _A62, _A63 = 9017.0 / 3168.0, -355.0 / 33.0, 46732.0 / 5247.0
_A64, _A65 = 49.0 / 176.0, -5103.0 / 18656.0
_B1, _B3, _B4 = 35.0 / 384.0, 500.0 / 1113.0, 125.0 / 192.0
_B5, _B6 = -2187.0 / 6784.0, 11.0 / 84.0
_E1, _E3, _E4 = 71.0 / 57600.0, -71.0 / 16695.0, 71.0 / 1920.0
_E5, _E6, _E7 = -17253.0 / 339200.0, 22.0 / 525.0, -1.0 / 40.0
_D1, _D3 = -12715105075.0 / 11282082432.0, 87487479700.0 / 32700410799.0
_D4, _D5 = -10690763975.0 / 1880347072.0, 701980252875.0 / 199316789632.0
_D6, _D7 = -1453857185.0 / 822651844.0, 69997945.0 / 29380423.0


class Work(NamedTuple):
    """Scratch of one flight: stage derivatives, dense output, states and the phase's numbers."""

    k: Floats
    dense: Floats
    new: Floats
    scratch: Floats
    state: Floats
    phase: Floats


class Launch(NamedTuple):
    """One launch site: its ECEF position and its unit vectors, as the kernels take it."""

    position_m: Floats
    east_north_up: Floats


@njit(_nrt=False)
def _acceleration(t, y, phase, earth, tables, out):
    """Right-hand side in the turning frame: gravity with J2, inertia, drag and thrust.

    Gravity is the gradient of [vallado2013, eq. 8-19]; inertia [vallado2013, eq. 3-26].
    """
    x, yy, z, vx, vy, vz = y[0], y[1], y[2], y[3], y[4], y[5]
    r = math.sqrt(x * x + yy * yy + z * z)
    per_r = 1.0 / r
    pull = -earth.gm_m3_s2 * per_r * per_r * per_r
    a_over_r = earth.semi_major_axis_m * per_r
    j = 1.5 * earth.j2 * a_over_r * a_over_r
    sine2 = z * z * per_r * per_r
    tilt = 5.0 * sine2
    w = earth.rotation_rad_s
    ax = pull * x * (1.0 + j * (1.0 - tilt)) + w * (w * x + 2.0 * vy)
    ay = pull * yy * (1.0 + j * (1.0 - tilt)) + w * (w * yy - 2.0 * vx)
    az = pull * z * (1.0 + j * (3.0 - tilt))
    # Height for the air only: the radial height, shortened by the angle between the radius and
    # the normal (0.19 degrees at most); within 1 mm below 100 km and a third of the true cost.
    e2 = earth.eccentricity_squared
    cosine2 = 1.0 - sine2
    surface = earth.semi_major_axis_m * math.sqrt((1.0 - e2) / (1.0 - e2 * cosine2))
    height = (r - surface) * (1.0 - 0.5 * e2 * e2 * sine2 * cosine2)
    speed = math.sqrt(vx * vx + vy * vy + vz * vz)
    rho = earth.air * density(tables, height)
    kind = phase[0]
    if kind == _COAST and phase[6] > 0.0:  # free body with a ballistic coefficient
        drag = 0.5 * rho * speed / phase[6]
        along = 0.0
        mass = 1.0
    else:
        mass = phase[1] - phase[2] * (t - phase[7])
        mach = speed / cubic(tables.fine_sound_m_s, tables.fine_step_m, height)
        cd = cubic(tables.drag_coefficient, tables.mach_step, mach)
        drag = 0.5 * rho * speed * cd * phase[5] / mass
        along = phase[2] * phase[3]
        if rho > 0.0 and height < tables.fine_step_m * tables.fine_log_pressure.shape[0]:
            pressure = math.exp(cubic(tables.fine_log_pressure, tables.fine_step_m, height))
            along -= earth.air * pressure * phase[4]
        along /= mass
    ax -= drag * vx
    ay -= drag * vy
    az -= drag * vz
    if kind == _TURN and speed > 0.0:
        ax += along * vx / speed
        ay += along * vy / speed
        az += along * vz / speed
    elif kind == _HOLD or kind == _TILT:
        ux, uy, uz = _steering(t, phase)
        ax += along * ux
        ay += along * uy
        az += along * uz
    out[0], out[1], out[2], out[3], out[4], out[5] = vx, vy, vz, ax, ay, az


@njit(_nrt=False)
def _steering(t, phase):
    """Thrust direction of the held and the tilting phases: up and along, by zenith angle."""
    zenith = phase[8]
    if phase[0] == _TILT:
        zenith += phase[9] * (t - phase[10])
    s, c = math.sin(zenith), math.cos(zenith)
    return (
        c * phase[12] + s * phase[15],
        c * phase[13] + s * phase[16],
        c * phase[14] + s * phase[17],
    )


@njit(_nrt=False)
def _step(t, h, y, k, phase, earth, tables, work, new):
    """One Dormand-Prince step: fills ``new`` and ``k``, returns the error in tolerance units.

    ``k[0]`` must hold the derivative at (t, y); ``k[6]`` becomes the derivative at the new state.
    """
    for i in range(6):
        work[i] = y[i] + h * _A21 * k[0, i]
    _acceleration(t + _C[1] * h, work, phase, earth, tables, k[1])
    for i in range(6):
        work[i] = y[i] + h * (_A31 * k[0, i] + _A32 * k[1, i])
    _acceleration(t + _C[2] * h, work, phase, earth, tables, k[2])
    for i in range(6):
        work[i] = y[i] + h * (_A41 * k[0, i] + _A42 * k[1, i] + _A43 * k[2, i])
    _acceleration(t + _C[3] * h, work, phase, earth, tables, k[3])
    for i in range(6):
        work[i] = y[i] + h * (_A51 * k[0, i] + _A52 * k[1, i] + _A53 * k[2, i] + _A54 * k[3, i])
    _acceleration(t + _C[4] * h, work, phase, earth, tables, k[4])
    for i in range(6):
        work[i] = y[i] + h * (
            _A61 * k[0, i] + _A62 * k[1, i] + _A63 * k[2, i] + _A64 * k[3, i] + _A65 * k[4, i]
        )
    _acceleration(t + h, work, phase, earth, tables, k[5])
    for i in range(6):
        new[i] = y[i] + h * (
            _B1 * k[0, i] + _B3 * k[2, i] + _B4 * k[3, i] + _B5 * k[4, i] + _B6 * k[5, i]
        )
    _acceleration(t + h, new, phase, earth, tables, k[6])
    worst = 0.0
    for i in range(6):
        e = h * (
            _E1 * k[0, i]
            + _E3 * k[2, i]
            + _E4 * k[3, i]
            + _E5 * k[4, i]
            + _E6 * k[5, i]
            + _E7 * k[6, i]
        )
        if i >= 3:
            e /= _VELOCITY_PER_POSITION_HZ
        e = abs(e)
        if not e <= worst:  # so that a number that is not one is kept
            worst = e
    return worst


@njit(_nrt=False)
def _interpolant(h, y, new, k, dense):
    """Coefficients of the fourth-order dense output of the step [hairer1993, p. 192]."""
    for i in range(6):
        difference = new[i] - y[i]
        bend = h * k[0, i] - difference
        dense[0, i] = y[i]
        dense[1, i] = difference
        dense[2, i] = bend
        dense[3, i] = difference - h * k[6, i] - bend
        dense[4, i] = h * (
            _D1 * k[0, i]
            + _D3 * k[2, i]
            + _D4 * k[3, i]
            + _D5 * k[4, i]
            + _D6 * k[5, i]
            + _D7 * k[6, i]
        )


@njit(_nrt=False)
def _at(dense, s, out):
    """State at the fraction ``s`` of the step."""
    r = 1.0 - s
    for i in range(6):
        inner = dense[3, i] + r * dense[4, i]
        out[i] = dense[0, i] + s * (dense[1, i] + r * (dense[2, i] + s * inner))


@njit(_nrt=False)
def _height(y, earth):
    return height_and_normal(y[0], y[1], y[2], earth.semi_major_axis_m, earth.eccentricity_squared)[
        0
    ]


@njit(_nrt=False)
def _climb(y, earth):
    """Rate of climb: the velocity along the outward normal of the ellipsoid."""
    _, nx, ny, nz = height_and_normal(
        y[0], y[1], y[2], earth.semi_major_axis_m, earth.eccentricity_squared
    )
    return y[3] * nx + y[4] * ny + y[5] * nz


@njit(_nrt=False)
def _root(dense, level, climbing, f0, f1, earth, out):
    """Fraction of the step where height - level (or the climb rate) is zero: Illinois rule."""
    a, b, fa, fb = 0.0, 1.0, f0, f1
    s = 1.0
    for _ in range(60):
        s = (a * fb - b * fa) / (fb - fa)
        _at(dense, s, out)
        f = _climb(out, earth) if climbing else _height(out, earth) - level
        if abs(f) < 1e-7 or abs(b - a) < 1e-14:
            break
        if f * fb < 0.0:
            a, fa = b, fb
        else:
            fa *= 0.5
        b, fb = s, f
    return s


@njit(_nrt=False)
def _phase(missile, stage, kind, mass, start, azimuth, pitch, zenith, launch, phase):
    """Fill the numbers of a phase: what burns, what drags and where the thrust points.

    0 kind, 1 mass, 2 mass flow, 3 exhaust velocity, 4 exit area, 5 drag area, 6 ballistic
    coefficient, 7 start, 8 zenith angle, 9 its rate, 10 start of the tilt, 12-14 up, 15-17 along.
    """
    phase[0] = kind
    phase[1] = mass
    phase[6] = 0.0
    phase[7] = start
    if stage < missile.stage_burn_s.size:
        burning = kind != _COAST
        flow = missile.stage_propellant_kg[stage] / missile.stage_burn_s[stage]
        phase[2] = flow if burning else 0.0
        phase[3] = missile.stage_exhaust_m_s[stage]
        phase[4] = missile.stage_exit_m2[stage] if burning else 0.0
        phase[5] = missile.stage_area_m2[stage]
    else:
        phase[2] = 0.0
        phase[6] = missile.ballistic_coefficient_kg_m2
    phase[8] = zenith
    phase[9] = (pitch - zenith) / missile.pitch_s if missile.pitch_s > 0.0 else 0.0
    phase[10] = missile.rise_s
    s, c = math.sin(azimuth), math.cos(azimuth)
    for i in range(3):
        phase[12 + i] = launch.east_north_up[2, i]
        phase[15 + i] = s * launch.east_north_up[0, i] + c * launch.east_north_up[1, i]


@njit(_nrt=False)
def _keep(event, t, y, earth, events):
    """Store one event: time, state and height."""
    events[event, 0] = t
    for i in range(6):
        events[event, 1 + i] = y[i]
    events[event, 7] = _height(y, earth)


@njit(_nrt=False)
def _look_for_events(t, h, free, before, after, dense, earth, events, work):
    """Find apogee, re-entry and impact inside one step; true when the body has fallen.

    ``before`` and ``after`` are (height, climb rate) at the ends of the step.
    """
    if before[1] > 0.0 and after[1] <= 0.0 and free:
        s = _root(dense, 0.0, True, before[1], after[1], earth, work)
        # A body that skips peaks again, lower.
        if not _height(work, earth) <= events[1, 7]:
            _keep(1, t + s * h, work, earth, events)
    if free and before[0] > REENTRY_M and after[0] <= REENTRY_M:
        s = _root(dense, REENTRY_M, False, before[0] - REENTRY_M, after[0] - REENTRY_M, earth, work)
        _keep(2, t + s * h, work, earth, events)
    # A launch site's height may round to a nanometre below the ground.
    if after[0] < 0.0 and before[0] > -_GROUND_M:
        s = 0.0
        if before[0] > 0.0:
            s = _root(dense, 0.0, False, before[0], after[0], earth, work)
        else:
            _at(dense, s, work)
        _keep(3, t + s * h, work, earth, events)
        if events[1, 0] > events[3, 0]:
            events[1, :] = math.nan  # it only peaks after it has fallen
        return True
    return False


@njit(_nrt=False)
def _arc(t, stop, y, phase, earth, tables, tolerance, work, events, grid, step_s):
    """Fly one phase from t until ``stop``: (time reached, next step, status).

    ``step_s`` is (time grid, first step); ``grid`` is filled on the time grid when it has rows.
    """
    k, dense, new, scratch = work.k, work.dense, work.new, work.scratch
    free = phase[0] == _COAST and phase[6] > 0.0
    h = min(step_s[1], stop - t)
    _acceleration(t, y, phase, earth, tables, k[0])
    before = (_height(y, earth), _climb(y, earth))
    for _ in range(_STEPS):
        if free and before[1] < 0.0:
            # A long step into the air would only be thrown away: stop short of it.
            h = min(h, max(_DIVE * (before[0] - _THICK_AIR_M) / -before[1], _DIVE_STEP_S))
        last = t + h >= stop - 1e-9
        if last:
            h = stop - t
        error = _step(t, h, y, k, phase, earth, tables, scratch, new) / tolerance
        if not error <= 1.0:
            if not error < math.inf:
                if h < _LEAST_STEP_S:
                    return t, h, Status.BAD_INPUT
                h *= 0.1
                continue
            h *= max(_SHRINK, _SAFETY * error**-0.2)
            if h < _LEAST_STEP_S:
                return t, h, Status.STEP_LIMIT
            continue
        after = (_height(new, earth), _climb(new, earth))
        _interpolant(h, y, new, k, dense)
        fallen = _look_for_events(t, h, free, before, after, dense, earth, events, scratch)
        end = events[3, 0] if fallen else t + h
        if grid.shape[0] > 0:
            _fill(t, h, end, dense, grid, step_s[0])
        if fallen:
            return end, h, Status.OK if free else Status.CRASHED_IN_BOOST
        t = stop if last else t + h
        for i in range(6):
            y[i] = new[i]
            k[0, i] = k[6, i]
        before = after
        grown = h * min(_GROW, _SAFETY * max(error, 1e-8) ** -0.2)
        if last:
            return t, max(grown, step_s[1]), Status.OK
        h = grown
    return t, h, Status.STEP_LIMIT


@njit(_nrt=False)
def _fill(t, h, end, dense, grid, dt):
    """Sample the step on the time grid: rows k with t < k dt <= end (and row 0)."""
    first = int(math.floor(t / dt)) + 1
    last = min(int(math.floor(end / dt)), grid.shape[0] - 1)
    for row in range(first, last + 1):
        _at(dense, (row * dt - t) / h, grid[row])


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
def fly_row(
    missile,
    launch,
    azimuth,
    pitch,
    cutoff,
    zenith,
    earth,
    tables,
    tolerance,
    events,
    grid,
    dt,
    work,
):
    """Fly one missile from the ground to impact; fills ``events`` (4, 8), returns the status.

    ``cutoff`` is the time of thrust cut-off since launch, at most the end of the last burn.
    """
    y, phase = work.state, work.phase
    events[:] = math.nan
    for i in range(3):
        y[i] = launch.position_m[i]
        y[3 + i] = 0.0
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
            _phase(missile, stage, kind, now, t, azimuth, pitch, zenith, launch, phase)
            t, step, status = _arc(
                t, stop, y, phase, earth, tables, tolerance, work, events, grid, (dt, step)
            )
            if status != Status.OK:
                return status
        if cutoff <= ignition + missile.stage_burn_s[stage] + 1e-9:
            break
        mass -= missile.stage_propellant_kg[stage] + missile.stage_dry_kg[stage]
        ignition = burn_end + missile.stage_coast_s[stage]
        stop = min(ignition, cutoff)
        if stop > t and stage + 1 < missile.stage_burn_s.size:
            _phase(missile, stage + 1, _COAST, mass, t, azimuth, pitch, zenith, launch, phase)
            t, step, status = _arc(
                t, stop, y, phase, earth, tables, tolerance, work, events, grid, (dt, step)
            )
            if status != Status.OK:
                return status
        if cutoff <= ignition:
            break
    _keep(0, t, y, earth, events)
    return _fall(missile, launch, t, y, phase, earth, tables, tolerance, work, events, grid, dt)


@njit(_nrt=False)
def _fall(missile, launch, t, y, phase, earth, tables, tolerance, work, events, grid, dt):
    """Fly the free body from burnout to impact."""
    _phase(missile, missile.stage_burn_s.size, _COAST, 1.0, t, 0.0, 0.0, 0.0, launch, phase)
    t, _, status = _arc(
        t,
        _TIME_LIMIT_S,
        y,
        phase,
        earth,
        tables,
        tolerance,
        work,
        events,
        grid,
        (dt, _FIRST_STEP_S),
    )
    if status == Status.OK and not events[3, 0] >= 0.0:
        return Status.TIME_LIMIT
    return status


@njit()
def new_work():
    """Scratch of one flight, allocated once a row."""
    return Work(
        np.zeros((7, 6)), np.zeros((5, 6)), np.zeros(6), np.zeros(6), np.zeros(6), np.zeros(18)
    )


@njit(parallel=True)
def _fly_batch(
    missile,
    position,
    frame,
    azimuth,
    pitch,
    cutoff,
    zenith,
    earth,
    tables,
    tolerance,
    dt,
    events,
    grids,
    status,
):
    for i in prange(azimuth.size):
        grid = grids[i] if dt > 0.0 else grids[0, :0]
        status[i] = fly_row(
            missile,
            Launch(position[i], frame[i]),
            azimuth[i],
            pitch[i],
            cutoff[i],
            zenith[i],
            earth,
            tables,
            tolerance,
            events[i],
            grid,
            dt,
            new_work(),
        )


@njit(_nrt=False)
def _with_coefficient(m, beta):
    """The same body with another ballistic coefficient."""
    return Missile(
        m.stage_propellant_kg,
        m.stage_dry_kg,
        m.stage_burn_s,
        m.stage_exhaust_m_s,
        m.stage_exit_m2,
        m.stage_area_m2,
        m.stage_coast_s,
        m.payload_kg,
        m.rise_s,
        m.pitch_s,
        beta,
        m.has_cutoff,
    )


@njit(_nrt=False)
def _fall_row(body, beta, start, state, earth, tables, tolerance, events, grid, dt, work):
    """Fly one free body from a state; times of events count from ``start``, the grid from 0.

    The state is copied here and not in the parallel loop: numba 0.68 loses writes to the arrays of
    a named tuple made inside ``prange``.
    """
    y, missile = work.state, _with_coefficient(body, beta)
    events[:] = math.nan
    if grid.shape[0] > 0:
        grid[:] = math.nan
    if not (start * 0.0 + state.sum() * 0.0 == 0.0 and missile.ballistic_coefficient_kg_m2 > 0.0):
        return Status.BAD_INPUT
    for i in range(6):
        y[i] = state[i]
    if grid.shape[0] > 0:
        for i in range(6):
            grid[0, i] = y[i]
    _keep(0, 0.0, y, earth, events)
    launch = Launch(state[:3], work.k[:3, :3])  # a free body asks nothing of it
    status = _fall(
        missile, launch, 0.0, y, work.phase, earth, tables, tolerance, work, events, grid, dt
    )
    for event in range(4):
        events[event, 0] += start
    return status


@njit(parallel=True)
def _fall_batch(missile, beta, start, state, earth, tables, tolerance, dt, events, grids, status):
    for i in prange(start.size):
        grid = grids[i] if dt > 0.0 else grids[0, :0]
        status[i] = _fall_row(
            missile,
            beta[i],
            start[i],
            state[i],
            earth,
            tables,
            tolerance,
            events[i],
            grid,
            dt,
            new_work(),
        )


def as_flights(events: Floats, status: Ints) -> Flights:
    """Events as the kernels fill them, (n, 4, 8), under their names."""
    return Flights(
        event_time_s=np.ascontiguousarray(events[:, :, 0]),
        event_position_m=np.ascontiguousarray(events[:, :, 1:4]),
        event_velocity_m_s=np.ascontiguousarray(events[:, :, 4:7]),
        event_altitude_m=np.ascontiguousarray(events[:, :, 7]),
        status=status.astype(np.int8),
    )


def as_trajectories(grids: Floats, dt: float) -> Trajectories:
    """Samples as the kernels fill them, (n, k, 6) on a grid of ``dt`` seconds; NaN is no sample."""
    count = np.count_nonzero(np.isfinite(grids[:, :, 0]), axis=1)
    return Trajectories(
        time_s=np.arange(grids.shape[1], dtype=np.float64) * dt,
        position_m=grids[:, :, :3],
        velocity_m_s=grids[:, :, 3:],
        sample_count=count.astype(np.int64),
    )


def fly(
    missile: Missile,
    position_m: Floats,
    frame: Floats,
    azimuth_rad: Floats,
    pitch_rad: Floats,
    cutoff_s: Floats,
    *,
    zenith_rad: Floats | float = 0.0,
    earth: Earth = WGS84,
    air: Tables | None = None,
    tolerance_m: float = TOLERANCE_M,
    every_s: float = 0.0,
    until_s: float = 0.0,
) -> tuple[Flights, Trajectories | None]:
    """Fly a batch of launches of one missile to the ground.

    Parameters
    ----------
    position_m, frame : launch places (n, 3) in ECEF and their east-north-up rows (n, 3, 3).
    azimuth_rad, pitch_rad, cutoff_s : direction, zenith angle after the pitch-over and cut-off
        since launch, shape (n,); a cut-off beyond the last burn means full burn.
    zenith_rad : tilt of the thrust at launch (0 is vertical).
    every_s, until_s : keep the states on this time grid; nothing but the events is kept at 0.

    Returns
    -------
    The events and, where asked for, the sampled trajectories. A row that failed has its status
    and NaN in the events that did not happen; the other rows are untouched.
    """
    n = azimuth_rad.size
    rows = int(math.ceil(until_s / every_s)) + 1 if every_s > 0.0 else 1
    events = np.empty((n, len(Event), 8))
    grids = np.empty((n if every_s > 0.0 else 1, rows, 6))
    status = np.empty(n, dtype=np.int64)
    cutoff = np.minimum(cutoff_s, _TIME_LIMIT_S)  # an infinite cut-off is a full burn
    zenith = np.broadcast_to(np.asarray(zenith_rad, dtype=np.float64), (n,)).copy()
    _fly_batch(
        missile,
        position_m,
        frame,
        azimuth_rad,
        pitch_rad,
        cutoff,
        zenith,
        earth,
        air if air is not None else tables(),
        tolerance_m,
        every_s,
        events,
        grids,
        status,
    )
    kept = as_trajectories(grids, every_s) if every_s > 0.0 else None
    return as_flights(events, status), kept


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
    rows = int(math.ceil(until_s / every_s)) + 1 if every_s > 0.0 else 1
    events = np.empty((n, len(Event), 8))
    grids = np.empty((n if every_s > 0.0 else 1, rows, 6))
    status = np.empty(n, dtype=np.int64)
    _fall_batch(
        missile,
        beta,
        start_s,
        state,
        earth,
        air if air is not None else tables(),
        tolerance_m,
        every_s,
        events,
        grids,
        status,
    )
    kept = as_trajectories(grids, every_s) if every_s > 0.0 else None
    return as_flights(events, status), kept
