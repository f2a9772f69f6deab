"""How a tracked body moves between two looks, and how what is known of it spreads.

Question: where is a free body some seconds later or earlier, and how do errors of its position,
velocity and drag now carry over to then?

Model: the state is position, velocity and the drag parameter (7), which is one over the ballistic
coefficient: drag is linear in it, so that a wide prior on it does not spoil the filter.
The body obeys the integrator's equations of free flight: gravity with J2, the inertia of the
turning Earth and drag [vallado2013, eq. 8-19 and 3-26]. The classical Runge-Kutta method carries
the state, and the same method on the variational equations carries the analytic Jacobian
[montenbruck-gill2000, sec. 7.2], so that the Jacobian is that of the discrete transition itself.
What the equations leave out is white noise of the acceleration [bar-shalom2001, sec. 6.2.2] and a
random walk of the drag parameter.

Limits: no lift, no wind, no thrust; steps of 5 s above 120 km and 0.5 s below keep a transition
within 0.1 m of the integrator's flight, dives of light bodies included.

Frame: Earth-fixed (ECEF). Units: SI.

Arguments of the kernels of this folder: ``y`` (7,) is a state and ``phi`` (6, 7) its transition or
other derivatives of position and velocity; ``p`` (7, 7) and ``c`` (7, 3) are its covariance and
that with the biases; ``earth`` and ``tables`` (of the air) are those of the model, ``work`` the
scratch of a track; ``h`` and ``duration`` are times (s), ``out`` is filled.
"""

import math
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap.earth import CUBE, TOP_OF_AIR_M, WGS84, tables
from shieldmap.kernels import njit, prange
from shieldmap.model import VX, VY, VZ, Earth, Floats, Tables, X, Y, Z

STATE: Final = 7
"""Length of a state: position (3), velocity (3), drag parameter in m^2/kg."""

DRAG: Final = 6
"""Component of a state beside those of position and velocity: the drag parameter."""

ACCELERATION_NOISE_M2_S3: Final = 1e-6
"""Default density of the acceleration's noise: what gravity beyond J2 adds.

Anomalies of some 10 mgal (1e-4 m/s^2) that a body in space meets for about 50 s at a time:
2 x (1e-4)^2 x 50 s.
"""

DRAG_NOISE_HZ: Final = 2e-6
"""Default variance per second of the drag parameter's share: 1 % over a dive of 50 s.

The drag coefficient of a slender cone changes by about a percent between Mach 10 and Mach 5.
"""

_LONG_STEP_S: Final = 5.0
_SHORT_STEP_S: Final = 0.5
_THIN_AIR_M: Final = 120e3


class TrackWork(NamedTuple):
    """Scratch of one track: Runge-Kutta stages, the transition and the products of matrices."""

    phi: Floats
    base: Floats
    base_phi: Floats
    stage: Floats
    stage_phi: Floats
    rate: Floats
    rate_phi: Floats
    total: Floats
    total_phi: Floats
    square: Floats
    tall: Floats
    gain: Floats
    small: Floats
    recent: Floats
    place: Floats
    face: Floats
    p: Floats
    c: Floats


@njit()
def new_track_work(window):
    """Scratch of one row; ``window`` is the number of recent innovations remembered."""
    return TrackWork(
        np.zeros((6, 7)),
        np.zeros(7),
        np.zeros((6, 7)),
        np.zeros(7),
        np.zeros((6, 7)),
        np.zeros(7),
        np.zeros((6, 7)),
        np.zeros(7),
        np.zeros((6, 7)),
        np.zeros((7, 7)),
        np.zeros((7, 3)),
        np.zeros((7, 3)),
        np.zeros((6, 3)),
        np.zeros(window),
        np.zeros(7),
        np.zeros(7),
        np.zeros((7, 7)),
        np.zeros((7, 3)),
    )


# ---------------------------------------------------------------------------------------------
# The equations of motion and their partial derivatives


@njit(_nrt=False)
def _slope(coefficients, step, x):
    """Value and derivative of a spline on knots ``step`` apart from zero; flat beyond both ends.

    ``coefficients`` (knots - 1, 4) rise in power; ``x`` and ``step`` share a unit.
    """
    n = coefficients.shape[0]
    i = int(x / step)
    flat = 1.0
    if x < 0.0:
        i, x, flat = 0, 0.0, 0.0
    elif i >= n:
        i, x, flat = n - 1, n * step, 0.0
    d = x - i * step
    c1, c2, c3 = coefficients[i, 1], coefficients[i, 2], coefficients[i, CUBE]
    value = coefficients[i, 0] + d * (c1 + d * (c2 + d * c3))
    return value, flat * (c1 + d * (2.0 * c2 + d * 3.0 * c3))


@njit(_nrt=False)
def _air(tables, height_m):
    """Density at a height, and the derivative of its logarithm by the height."""
    top = tables.fine_step_m * tables.fine_log_density.shape[0]
    if height_m < top:
        log_density, slope = _slope(tables.fine_log_density, tables.fine_step_m, height_m)
        return math.exp(log_density), slope
    if height_m < TOP_OF_AIR_M:
        log_density, slope = _slope(tables.coarse_log_density, tables.coarse_step_m, height_m - top)
        return math.exp(log_density), slope
    return 0.0, 0.0


@njit(_nrt=False)
def height(y, earth):
    """Height as the integrator's air has it: radial, shortened by the angle to the normal."""
    r2 = y[X] * y[X] + y[Y] * y[Y] + y[Z] * y[Z]
    e2 = earth.eccentricity_squared
    sine2 = y[Z] * y[Z] / r2
    surface = earth.semi_major_axis_m * math.sqrt((1.0 - e2) / (1.0 - e2 * (1.0 - sine2)))
    return (math.sqrt(r2) - surface) * (1.0 - 0.5 * e2 * e2 * sine2 * (1.0 - sine2))


@njit(_nrt=False)
def _drag(y, per_r, earth, tables):
    """Drag per speed and drag parameter, the speed, and the drag's relative growth per metre.

    ``per_r`` is one over the radius (1/m). The growth along x, y and z is that of the density; the
    height's gradient is the derivative of :func:`height`.
    """
    e2 = earth.eccentricity_squared
    sine2 = y[Z] * y[Z] * per_r * per_r
    below = 1.0 - e2 * (1.0 - sine2)
    surface = earth.semi_major_axis_m * math.sqrt((1.0 - e2) / below)
    shorter = 1.0 - 0.5 * e2 * e2 * sine2 * (1.0 - sine2)
    radial = 1.0 / per_r - surface
    rho, slope = _air(tables, radial * shorter)
    speed = math.sqrt(y[VX] * y[VX] + y[VY] * y[VY] + y[VZ] * y[VZ])
    push = 0.5 * earth.air * rho * speed
    # d(height) = shorter dr + by_sine2 d(sine2), with d(sine2) = 2 (z dz - sine2 r dr) / r^2
    by_sine2 = 0.5 * shorter * surface * e2 / below
    by_sine2 -= 0.5 * e2 * e2 * radial * (1.0 - 2.0 * sine2)
    outward = slope * (shorter * per_r - 2.0 * by_sine2 * sine2 * per_r * per_r)
    upward = slope * 2.0 * by_sine2 * per_r * per_r
    return push, speed, outward * y[X], outward * y[Y], (outward + upward) * y[Z]


@njit(_nrt=False)
def rates(y, phi, earth, tables, dy, dphi):
    """Right-hand side of the state and of its transition: d(phi)/dt = A phi.

    Fills ``dy`` (7,) and ``dphi`` (6, 7). ``phi`` (6, 7) holds the rows of position and velocity; the drag parameter's never changes.
    The acceleration is the integrator's [vallado2013, eq. 8-19 and 3-26].
    """
    x, yy, z, vx, vy, vz = y[X], y[Y], y[Z], y[VX], y[VY], y[VZ]
    per_r = 1.0 / math.sqrt(x * x + yy * yy + z * z)
    per_r2 = per_r * per_r
    pull = -earth.gm_m3_s2 * per_r * per_r2
    j = 1.5 * earth.j2 * earth.semi_major_axis_m * earth.semi_major_axis_m * per_r2
    sine2 = z * z * per_r2
    flat = pull * (1.0 + j * (1.0 - 5.0 * sine2))
    polar = 2.0 * pull * j  # what the pull along z has beside ``flat``
    w = earth.rotation_rad_s
    push, speed, lx, ly, lz = _drag(y, per_r, earth, tables)
    drag = push * y[DRAG]
    dy[X], dy[Y], dy[Z], dy[DRAG] = vx, vy, vz, 0.0
    dy[VX] = flat * x + w * (w * x + 2.0 * vy) - drag * vx
    dy[VY] = flat * yy + w * (w * yy - 2.0 * vx) - drag * vy
    dy[VZ] = (flat + polar) * z - drag * vz
    # Gradient of ``flat``: along the radius, and along z through sine2.
    out = -3.0 * flat * per_r2 + pull * j * per_r2 * (20.0 * sine2 - 2.0)
    along_z = -10.0 * pull * j * per_r2 * z
    fx, fy, fz = out * x, out * yy, out * z + along_z
    bend = -5.0 * polar * per_r2 * z  # gradient of ``polar``, times z, per metre of position
    gxx, gxy, gxz = flat + w * w + x * fx - drag * vx * lx, x * fy - drag * vx * ly, 0.0
    gyx, gyy, gyz = yy * fx - drag * vy * lx, flat + w * w + yy * fy - drag * vy * ly, 0.0
    gxz = x * fz - drag * vx * lz
    gyz = yy * fz - drag * vy * lz
    gzx = z * fx + bend * x - drag * vz * lx
    gzy = z * fy + bend * yy - drag * vz * ly
    gzz = flat + polar + z * fz + bend * z - drag * vz * lz
    per_speed = drag / (speed * speed) if speed > 0.0 else 0.0
    dxx, dyy, dzz = (
        -drag - per_speed * vx * vx,
        -drag - per_speed * vy * vy,
        -drag - per_speed * vz * vz,
    )
    dxy, dxz, dyz = -per_speed * vx * vy, -per_speed * vx * vz, -per_speed * vy * vz
    for i in range(7):
        a, b, c, d, e, f = phi[X, i], phi[Y, i], phi[Z, i], phi[VX, i], phi[VY, i], phi[VZ, i]
        dphi[X, i], dphi[Y, i], dphi[Z, i] = d, e, f
        dphi[VX, i] = gxx * a + gxy * b + gxz * c + dxx * d + (dxy + 2.0 * w) * e + dxz * f
        dphi[VY, i] = gyx * a + gyy * b + gyz * c + (dxy - 2.0 * w) * d + dyy * e + dyz * f
        dphi[VZ, i] = gzx * a + gzy * b + gzz * c + dxz * d + dyz * e + dzz * f
    dphi[VX, DRAG] -= push * vx
    dphi[VY, DRAG] -= push * vy
    dphi[VZ, DRAG] -= push * vz


# ---------------------------------------------------------------------------------------------
# The transition


@njit(_nrt=False)
def _add(start, start_phi, share, rate, rate_phi, out, out_phi):
    """State ``start`` (7,) and transition ``start_phi`` (6, 7) a share (s) along a rate.

    ``rate`` (7,) and ``rate_phi`` (6, 7) are per second; ``out`` and ``out_phi`` are filled.
    """
    for i in range(7):
        out[i] = start[i] + share * rate[i]
    for i in range(6):
        for k in range(7):
            out_phi[i, k] = start_phi[i, k] + share * rate_phi[i, k]


@njit(_nrt=False)
def _runge_kutta(y, phi, h, earth, tables, work):
    """One classical Runge-Kutta step of state and transition [hairer1993, table 1.2]."""
    rate, rate_phi, total, total_phi = work.rate, work.rate_phi, work.total, work.total_phi
    stage, stage_phi = work.stage, work.stage_phi
    _add(y, phi, 0.0, y, phi, work.base, work.base_phi)
    base, base_phi = work.base, work.base_phi
    rates(base, base_phi, earth, tables, rate, rate_phi)
    _add(base, base_phi, h / 6.0, rate, rate_phi, total, total_phi)
    _add(base, base_phi, 0.5 * h, rate, rate_phi, stage, stage_phi)
    rates(stage, stage_phi, earth, tables, rate, rate_phi)
    _add(total, total_phi, h / 3.0, rate, rate_phi, total, total_phi)
    _add(base, base_phi, 0.5 * h, rate, rate_phi, stage, stage_phi)
    rates(stage, stage_phi, earth, tables, rate, rate_phi)
    _add(total, total_phi, h / 3.0, rate, rate_phi, total, total_phi)
    _add(base, base_phi, h, rate, rate_phi, stage, stage_phi)
    rates(stage, stage_phi, earth, tables, rate, rate_phi)
    _add(total, total_phi, h / 6.0, rate, rate_phi, y, phi)


@njit(_nrt=False)
def climb(y):
    """Rate of climb along the radius, for the choice of steps."""
    r = math.sqrt(y[X] * y[X] + y[Y] * y[Y] + y[Z] * y[Z])
    return (y[X] * y[VX] + y[Y] * y[VY] + y[Z] * y[VZ]) / r


@njit(_nrt=False)
def step_s(y, earth):
    """Length of a step forward or back: long where its lower end is above the air."""
    reach = abs(climb(y)) * _LONG_STEP_S
    return _LONG_STEP_S if height(y, earth) - reach > _THIN_AIR_M else _SHORT_STEP_S


@njit(_nrt=False)
def carry(y, duration, earth, tables, work):
    """Move a state by a duration of either sign and carry ``work.phi`` (6, 7) along.

    ``work.phi`` holds derivatives of position and velocity by anything that does not change, such
    as the start; its last column is by the drag parameter, and drag adds to it.
    """
    left = abs(duration)
    while left > 0.0:
        # Equal parts of what is left; a remainder of rounding would cost a whole step.
        parts = math.ceil(left / step_s(y, earth) - 1e-9)
        h = left / max(parts, 1)
        _runge_kutta(y, work.phi, math.copysign(h, duration), earth, tables, work)
        left = left - h if parts > 1 else 0.0


@njit(_nrt=False)
def move(y, duration, earth, tables, work):
    """Move a state by a duration of either sign; leaves the transition in ``work.phi`` (6, 7)."""
    for i in range(6):
        for k in range(7):
            work.phi[i, k] = 1.0 if i == k else 0.0
    carry(y, duration, earth, tables, work)


@njit(_nrt=False)
def spread(p, c, work):
    """Carry covariance ``p`` (7, 7) and cross covariance ``c`` (7, 3) along ``work.phi``.

    p <- phi p phi' and c <- phi c; the drag parameter's own row of phi is that of the identity.
    """
    phi, square, tall = work.phi, work.square, work.tall
    for i in range(6):
        for k in range(7):
            total = phi[i, DRAG] * p[DRAG, k]
            for m in range(6):
                total += phi[i, m] * p[m, k]
            square[i, k] = total
        for k in range(3):
            total = phi[i, DRAG] * c[DRAG, k]
            for m in range(6):
                total += phi[i, m] * c[m, k]
            tall[i, k] = total
    for i in range(6):
        for k in range(i, 6):
            total = square[i, DRAG] * phi[k, DRAG]
            for m in range(6):
                total += square[i, m] * phi[k, m]
            p[i, k] = total
            p[k, i] = total
        p[i, DRAG] = square[i, DRAG]
        p[DRAG, i] = square[i, DRAG]
        for k in range(3):
            c[i, k] = tall[i, k]


@njit(_nrt=False)
def add_noise(p, duration, acceleration_noise, drag_noise):
    """Add the noise of a move to a covariance [bar-shalom2001, eq. 6.2.2-12].

    ``acceleration_noise`` (m^2/s^3) and ``drag_noise`` (m^4/kg^2/s) are densities. For a
    move back in time the noise adds as well; position and velocity then oppose each other.
    """
    t = abs(duration)
    for i in range(3):
        p[i, i] += acceleration_noise * t * t * t / 3.0
        p[i, VX + i] += acceleration_noise * duration * t / 2.0
        p[VX + i, i] = p[i, VX + i]
        p[VX + i, VX + i] += acceleration_noise * t
    p[DRAG, DRAG] += drag_noise * t


@njit(_nrt=False)
def _transition_row(state, duration, earth, tables, moved, jacobian, work):
    """Move ``state`` (7,); fills ``moved`` (7,) and ``jacobian`` (7, 7)."""
    for k in range(7):
        moved[k] = state[k]
        for m in range(7):
            jacobian[k, m] = 1.0 if k == m else 0.0
    move(moved, duration, earth, tables, work)
    for k in range(6):
        for m in range(7):
            jacobian[k, m] = work.phi[k, m]


@njit(parallel=True)
def _transition_batch(state, duration, earth, tables, moved, jacobian):
    """Move every ``state`` (n, 7) into ``moved`` (n, 7); ``jacobian`` is (n, 7, 7)."""
    for i in prange(state.shape[0]):
        _transition_row(
            state[i], duration[i], earth, tables, moved[i], jacobian[i], new_track_work(1)
        )


def transition(
    state: Floats,
    duration_s: Floats | float,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
) -> tuple[Floats, Floats]:
    """States some seconds later (or earlier, for negative durations), and their Jacobians.

    Parameters
    ----------
    state : (n, 7) position (m) and velocity (m/s) in ECEF, drag parameter in m^2/kg.
    duration_s : one duration, or one for each state.

    Returns
    -------
    The states (n, 7) and d(state after) / d(state before), (n, 7, 7); NaN rows stay NaN.

    Raises
    ------
    ValueError : a state that is not (n, 7), or a duration that is not finite.
    """
    state = checked(state, "state", (STATE,))
    duration = np.array(np.broadcast_to(duration_s, state.shape[:1]), dtype=np.float64)
    if not np.all(np.isfinite(duration)):
        raise ValueError("a transition needs finite durations in seconds")
    moved = np.empty_like(state)
    jacobian = np.empty((state.shape[0], STATE, STATE))
    _transition_batch(state, duration, earth, air if air is not None else tables(), moved, jacobian)
    return moved, jacobian


def checked(array: Any, name: str, row: tuple[int, ...]) -> Floats:
    """A contiguous float array whose shape is (n, \\*row); ValueError names what is wrong."""
    out = np.ascontiguousarray(array, dtype=np.float64)
    if out.ndim != 1 + len(row) or out.shape[1:] != row:
        wanted = ", ".join(["n", *(str(size) for size in row)])
        raise ValueError(f"{name} must have the shape ({wanted}), not {out.shape}")
    return out
