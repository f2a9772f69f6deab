"""One step of the integrator: what acts on a body, and Dormand and Prince's pair.

A state or a derivative is a tuple of six numbers here, and the small functions are compiled into
their callers: with arrays and calls a step takes three times as long.

Arguments of the kernels: ``t`` time since launch and ``h`` length of a step (s); ``y``, ``new`` and
``k`` states and derivatives of six; ``stages`` the derivatives of a step, ``dense`` the five
coefficients of its dense output; ``weights`` and ``slopes`` those of some stages; ``phase`` (20,) the numbers of a phase; ``earth`` and ``tables`` (of
the air) are those of the model.

Frame: Earth-fixed (ECEF). Units: SI and radians.
"""

import math
from typing import Final

from shieldmap.earth import INLINED, air_height, cubic, density, height_and_normal, near_air
from shieldmap.kernels import njit
from shieldmap.model import VX, VY, VZ, X, Y, Z

# Numbers of a phase of flight, see ``flying``; up and along are the vectors of the launch direction.
KIND, MASS, FLOW, EXHAUST, EXIT_AREA, DRAG_AREA, COEFFICIENT, START = range(8)
ZENITH, ZENITH_RATE, TILT_START, LIFT, UP, ALONG, CLIMB = 8, 9, 10, 11, 12, 15, 18
RELEASE, PHASE = 19, 20
# Kinds of a phase.
HOLD, TILT, TURN, COAST = 0.0, 1.0, 2.0, 3.0

# Nodes, weights and dense output of Dormand-Prince 5(4) [hairer1993, table 5.2 and p. 192]. The
# weights of the new state, its error and its dense output leave out the second stage, which has none.
_C2, _C3, _C4, _C5 = 0.2, 0.3, 0.8, 8.0 / 9.0
_A2: Final = (0.2,)
_A3: Final = (3.0 / 40.0, 9.0 / 40.0)
_A4: Final = (44.0 / 45.0, -56.0 / 15.0, 32.0 / 9.0)
_A5: Final = (19372.0 / 6561.0, -25360.0 / 2187.0, 64448.0 / 6561.0, -212.0 / 729.0)
_A6: Final = (9017.0 / 3168.0, -355.0 / 33.0, 46732.0 / 5247.0, 49.0 / 176.0, -5103.0 / 18656.0)
_NEW: Final = (35.0 / 384.0, 500.0 / 1113.0, 125.0 / 192.0, -2187.0 / 6784.0, 11.0 / 84.0)
_E1, _E3, _E4 = 71.0 / 57600.0, -71.0 / 16695.0, 71.0 / 1920.0
_E5, _E6, _E7 = -17253.0 / 339200.0, 22.0 / 525.0, -1.0 / 40.0
_ERROR: Final = (_E1, _E3, _E4, _E5, _E6, _E7)
_D1, _D3 = -12715105075.0 / 11282082432.0, 87487479700.0 / 32700410799.0
_D4, _D5 = -10690763975.0 / 1880347072.0, 701980252875.0 / 199316789632.0
_D6, _D7 = -1453857185.0 / 822651844.0, 69997945.0 / 29380423.0
_DENSE: Final = (_D1, _D3, _D4, _D5, _D6, _D7)


@njit(**INLINED)
def rates(t, y, phase, earth, tables):
    """Right-hand side in the turning frame: gravity with J2, inertia, drag and thrust.

    Gravity is the gradient of [vallado2013, eq. 8-19]; inertia [vallado2013, eq. 3-26].
    """
    x, yy, z, vx, vy, vz = y[X], y[Y], y[Z], y[VX], y[VY], y[VZ]
    r2 = x * x + yy * yy + z * z
    per_r2 = 1.0 / r2
    r = math.sqrt(r2)
    sine2 = z * z * per_r2
    speed = math.sqrt(vx * vx + vy * vy + vz * vz)
    height = air_height(r, sine2, earth)
    drag, along = 0.0, 0.0
    if phase[COEFFICIENT] > 0.0:  # free body with a ballistic coefficient
        drag = 0.5 * earth.air / phase[COEFFICIENT] * speed * density(tables, height)
    else:
        per_mass = 1.0 / (phase[MASS] - phase[FLOW] * (t - phase[START]))
        push = phase[FLOW] * phase[EXHAUST]
        if height < tables.fine_step_m * tables.fine_sound_m_s.shape[0]:
            rho, pressure, sound = near_air(tables, height)
            cd = cubic(tables.drag_coefficient, tables.mach_step, speed / sound)
            drag = 0.5 * earth.air * rho * speed * phase[DRAG_AREA] * per_mass * cd
            push -= earth.air * pressure * phase[EXIT_AREA]
        along = push * per_mass
    pull = -earth.gm_m3_s2 * per_r2 * (r * per_r2)
    j = 1.5 * earth.j2 * earth.semi_major_axis_m * earth.semi_major_axis_m * per_r2
    tilt = 5.0 * sine2
    w = earth.rotation_rad_s
    radial = pull * (1.0 + j * (1.0 - tilt)) + w * w
    ax = radial * x + 2.0 * w * vy - drag * vx
    ay = radial * yy - 2.0 * w * vx - drag * vy
    az = pull * (1.0 + j * (3.0 - tilt)) * z - drag * vz
    kind = phase[KIND]
    if kind == TURN and speed > 0.0:
        along /= speed
        ax += along * vx
        ay += along * vy
        az += along * vz
    elif kind == HOLD or kind == TILT:
        ux, uy, uz = _steering(t, phase)
        ax += along * ux
        ay += along * uy
        az += along * uz
    elif phase[LIFT] > 0.0:
        lx, ly, lz = _lift(y, phase[LIFT] * drag, phase[CLIMB], phase[RELEASE])
        ax += lx
        ay += ly
        az += lz
    return vx, vy, vz, ax, ay, az


@njit(_nrt=False)
def _lift(y, rate, climb_share, release):
    """Acceleration by lift: across the velocity, upwards, ``rate`` (1/s) times the speed.

    ``climb_share`` is the sine of the climb at which the lift has faded to nothing, 0 where it never does;
    it fades as well over the last tenth of the speed above ``release`` (m/s).
    """
    r = math.sqrt(y[X] * y[X] + y[Y] * y[Y] + y[Z] * y[Z])
    speed = math.sqrt(y[VX] * y[VX] + y[VY] * y[VY] + y[VZ] * y[VZ])
    climb = (y[X] * y[VX] + y[Y] * y[VY] + y[Z] * y[VZ]) / (r * speed)
    level2 = 1.0 - climb * climb
    # Straight up or down there is no plane to lift in.
    if not level2 > 1e-9:
        return 0.0, 0.0, 0.0
    size = rate * speed
    if climb > 0.0 and climb_share > 0.0:
        size *= max(0.0, 1.0 - climb / climb_share)
    if release > 0.0:
        size *= min(max((speed / release - 1.0) * 10.0, 0.0), 1.0)
    size /= math.sqrt(level2)
    up, back = size / r, size * climb / speed
    return up * y[X] - back * y[VX], up * y[Y] - back * y[VY], up * y[Z] - back * y[VZ]


@njit(_nrt=False)
def _steering(t, phase):
    """Thrust direction of the held and the tilting phases: up and along, by zenith angle."""
    zenith = phase[ZENITH]
    if phase[KIND] == TILT:
        zenith += phase[ZENITH_RATE] * (t - phase[TILT_START])
    s, c = math.sin(zenith), math.cos(zenith)
    return (
        c * phase[UP] + s * phase[ALONG],
        c * phase[UP + 1] + s * phase[ALONG + 1],
        c * phase[UP + 2] + s * phase[ALONG + 2],
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
def step(t, h, y, k1, lever, phase, earth, tables):
    """One Dormand-Prince step: the new state, the derivatives of all stages but the second, the error.

    ``k1`` must be the derivative at (t, y); the last of the stages is that at the new state. The
    error (m) is the largest of a component, a velocity's times ``lever`` (s).
    """
    k2 = rates(t + _C2 * h, _moved(y, h, _weighted(_A2, (k1,))), phase, earth, tables)
    k3 = rates(t + _C3 * h, _moved(y, h, _weighted(_A3, (k1, k2))), phase, earth, tables)
    k4 = rates(t + _C4 * h, _moved(y, h, _weighted(_A4, (k1, k2, k3))), phase, earth, tables)
    k5 = rates(t + _C5 * h, _moved(y, h, _weighted(_A5, (k1, k2, k3, k4))), phase, earth, tables)
    slope = _weighted(_A6, (k1, k2, k3, k4, k5))
    k6 = rates(t + h, _moved(y, h, slope), phase, earth, tables)
    new = _moved(y, h, _weighted(_NEW, (k1, k3, k4, k5, k6)))
    stages = (k1, k3, k4, k5, k6, rates(t + h, new, phase, earth, tables))
    e = _weighted(_ERROR, stages)
    far = max(abs(e[X]), abs(e[Y]), abs(e[Z]))
    fast = max(abs(e[VX]), abs(e[VY]), abs(e[VZ]))
    # A maximum loses what is not a number, a sum keeps it.
    lost = 0.0 * (e[X] + e[Y] + e[Z] + e[VX] + e[VY] + e[VZ])
    return new, stages, h * max(far, lever * fast) + lost


@njit(_nrt=False)
def interpolant(h, y, new, stages):
    """Coefficients (5 of 6) of the fourth-order dense output of the step [hairer1993, p. 192]."""
    rise = _moved(new, -1.0, y)
    first, last = stages[0], stages[-1]
    zero = _moved(y, -1.0, y)
    bend = _moved(_moved(zero, h, first), -1.0, rise)
    twist = _moved(_moved(rise, -h, last), -1.0, bend)
    return y, rise, bend, twist, _moved(zero, h, _weighted(_DENSE, stages))


@njit(_nrt=False)
def at(dense, s):
    """State at the fraction ``s`` of the step."""
    y, rise, bend, twist, last = dense
    r = 1.0 - s
    return _moved(y, s, _moved(rise, r, _moved(bend, s, _moved(twist, r, last))))


@njit(_nrt=False)
def level(y, earth):
    """Height over the ellipsoid (m) and rate of climb: the velocity along its outward normal."""
    a_m, e2 = earth.semi_major_axis_m, earth.eccentricity_squared
    height, nx, ny, nz = height_and_normal(y[X], y[Y], y[Z], a_m, e2)
    return height, y[VX] * nx + y[VY] * ny + y[VZ] * nz


@njit(_nrt=False)
def rough_level(y, earth):
    """Nearly the height (m) and the rate of climb, to choose steps and to look for events.

    The height is that for the air; the climb is along the radius, not along the normal.
    """
    r2 = y[X] * y[X] + y[Y] * y[Y] + y[Z] * y[Z]
    r = math.sqrt(r2)
    climb = (y[X] * y[VX] + y[Y] * y[VY] + y[Z] * y[VZ]) / r
    return air_height(r, y[Z] * y[Z] / r2, earth), climb


@njit(_nrt=False)
def root(dense, wanted, climbing, f0, f1, earth):
    """Fraction of the step where height - wanted (or the climb rate) is zero: Illinois rule.

    ``climbing`` asks for the climb rate; ``f0`` and ``f1`` are its or the height's values at the ends.
    """
    a, b, fa, fb = 0.0, 1.0, f0, f1
    s = 1.0
    for _ in range(60):
        s = (a * fb - b * fa) / (fb - fa)
        height, climb = level(at(dense, s), earth)
        f = climb if climbing else height - wanted
        if abs(f) < 1e-7 or abs(b - a) < 1e-14:
            break
        if f * fb < 0.0:
            a, fa = b, fb
        else:
            fa *= 0.5
        b, fb = s, f
    return s
