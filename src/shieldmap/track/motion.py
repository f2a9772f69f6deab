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

Arguments of the kernels of this folder: ``y`` (7,) is a state and ``phi`` (6, 8) its transition or
other derivatives of position and velocity, beside an empty column; ``flat`` (48,) is the same row
by row; ``place`` and ``velocity`` (3) are tuples of a state or of a column; ``p`` (7, 7) and ``c``
(7, 3) are its covariance and that with the biases; ``earth`` and ``tables`` (of the air) are those
of the model, ``work`` the scratch of a track; ``h`` and ``duration`` are times (s), ``out`` is
filled.

Speed: what is done to each column alike is one loop over the eight columns of one flat array, with
all that the columns share in tuples. LLVM then sees that nothing overlaps and makes one step of a
wide vector of the loop; of nested loops over arrays that might overlap it makes none.
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

COLUMNS: Final = 8
"""Columns of a transition in memory: those of a state and an empty one, to fill a vector."""

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
    """Scratch of one track: the transition, of which ``flat`` is a view, and products of matrices."""

    phi: Floats
    flat: Floats
    base: Floats
    columns: Floats
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
    phi = np.zeros((6, COLUMNS))
    return TrackWork(
        phi,
        phi.reshape(6 * COLUMNS),
        np.zeros(7),
        np.zeros(9 * COLUMNS),
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
def _dot3(one, other):
    """Scalar product of two tuples of three, ``one`` and the ``other``."""
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


@njit(_nrt=False)
def _drag(place, velocity, r, per_r2, earth, tables):
    """Drag per speed and drag parameter, its share per speed, and its relative growth per metre.

    ``r`` is the radius (m), ``per_r2`` one over its square. The growth along x, y and z is that of
    the density; the height's gradient is the derivative of :func:`height`.
    """
    e2 = earth.eccentricity_squared
    x, y, z = place
    sine2 = z * z * per_r2
    per_below = 1.0 / (1.0 - e2 * (1.0 - sine2))
    surface = earth.semi_major_axis_m * math.sqrt((1.0 - e2) * per_below)
    shorter = 1.0 - 0.5 * e2 * e2 * sine2 * (1.0 - sine2)
    rho, slope = _air(tables, (r - surface) * shorter)
    speed = math.sqrt(_dot3(velocity, velocity))
    thick = 0.5 * earth.air * rho
    # d(height) = shorter dr + by_sine2 d(sine2), with d(sine2) = 2 (z dz - sine2 r dr) / r^2
    by_sine2 = 0.5 * shorter * surface * e2 * per_below
    by_sine2 -= 0.5 * e2 * e2 * (r - surface) * (1.0 - 2.0 * sine2)
    outward = slope * (shorter * r - 2.0 * by_sine2 * sine2) * per_r2
    upward = slope * 2.0 * by_sine2 * per_r2
    per_speed = thick / speed if speed > 0.0 else 0.0
    return thick * speed, per_speed, outward * x, outward * y, (outward + upward) * z


@njit(_nrt=False)
def rates(place, velocity, drag_m2_kg, earth, tables):
    """Acceleration (3) of a state, and its derivatives by position, velocity and drag parameter.

    All are tuples, the first two derivatives of three rows of three. The acceleration is the
    integrator's [vallado2013, eq. 8-19 and 3-26].
    """
    x, y, z = place
    vx, vy, vz = velocity
    r2 = _dot3(place, place)
    r, per_r2 = math.sqrt(r2), 1.0 / r2
    pull = -earth.gm_m3_s2 * per_r2 / r
    j = 1.5 * earth.j2 * earth.semi_major_axis_m * earth.semi_major_axis_m * per_r2
    sine2 = z * z * per_r2
    flat = pull * (1.0 + j * (1.0 - 5.0 * sine2))
    polar = 2.0 * pull * j  # what the pull along z has beside ``flat``
    w = earth.rotation_rad_s
    push, per_speed, lx, ly, lz = _drag(place, velocity, r, per_r2, earth, tables)
    drag = push * drag_m2_kg
    slow_x, slow_y, slow_z = drag * vx, drag * vy, drag * vz
    acceleration = (
        flat * x + w * (w * x + 2.0 * vy) - slow_x,
        flat * y + w * (w * y - 2.0 * vx) - slow_y,
        (flat + polar) * z - slow_z,
    )
    # Gradient of ``flat``: along the radius, and along z through sine2.
    out = -3.0 * flat * per_r2 + pull * j * per_r2 * (20.0 * sine2 - 2.0)
    along_z = -10.0 * pull * j * per_r2 * z
    fx, fy, fz = out * x, out * y, out * z + along_z
    bend = -5.0 * polar * per_r2 * z  # gradient of ``polar``, times z, per metre of position
    by_place = (
        (flat + w * w + x * fx - slow_x * lx, x * fy - slow_x * ly, x * fz - slow_x * lz),
        (y * fx - slow_y * lx, flat + w * w + y * fy - slow_y * ly, y * fz - slow_y * lz),
        (
            z * fx + bend * x - slow_z * lx,
            z * fy + bend * y - slow_z * ly,
            flat + polar + z * fz + bend * z - slow_z * lz,
        ),
    )
    per_speed *= drag_m2_kg
    dxy, dxz, dyz = -per_speed * vx * vy, -per_speed * vx * vz, -per_speed * vy * vz
    by_velocity = (
        (-drag - per_speed * vx * vx, dxy + 2.0 * w, dxz),
        (dxy - 2.0 * w, -drag - per_speed * vy * vy, dyz),
        (dxz, dyz, -drag - per_speed * vz * vz),
    )
    return acceleration, by_place, by_velocity, (-push * vx, -push * vy, -push * vz)


# ---------------------------------------------------------------------------------------------
# The transition


@njit(_nrt=False)
def _along(start, h, rate):
    """Three numbers ``h`` later, each from its ``start`` along its ``rate``."""
    return start[0] + h * rate[0], start[1] + h * rate[1], start[2] + h * rate[2]


@njit(_nrt=False)
def _summed(place, velocity, h, a1, a2, a3, a4):
    """Place and velocity after a step, from the accelerations ``a1`` to ``a4`` at its stages.

    ``a2`` and ``a3`` are those of the middle. The rates of places are velocities, so that those at
    the stages are the first one and shares of the accelerations.
    """
    middle = _along(a2, 1.0, a3)
    mean = _along(_along(a1, 1.0, a4), 2.0, middle)
    later = _along(_along(place, h, velocity), h * h / 6.0, _along(middle, 1.0, a1))
    return later, _along(velocity, h / 6.0, mean)


@njit(_nrt=False)
def _change(rate, place, velocity, drag):
    """Change (3) of the acceleration with changes of position, velocity and ``drag`` parameter.

    ``rate`` is what :func:`rates` returns.
    """
    _, g, d, b = rate
    return (
        _dot3(g[0], place) + _dot3(d[0], velocity) + b[0] * drag,
        _dot3(g[1], place) + _dot3(d[1], velocity) + b[1] * drag,
        _dot3(g[2], place) + _dot3(d[2], velocity) + b[2] * drag,
    )


@njit(_nrt=False)
def _runge_kutta(y, flat, h, earth, tables):
    """One classical Runge-Kutta step of state and transition [hairer1993, table 1.2]."""
    place, v1, drag = (y[X], y[Y], y[Z]), (y[VX], y[VY], y[VZ]), y[DRAG]
    first = rates(place, v1, drag, earth, tables)
    v2 = _along(v1, 0.5 * h, first[0])
    second = rates(_along(place, 0.5 * h, v1), v2, drag, earth, tables)
    v3 = _along(v1, 0.5 * h, second[0])
    third = rates(_along(place, 0.5 * h, v2), v3, drag, earth, tables)
    v4 = _along(v1, h, third[0])
    fourth = rates(_along(place, h, v3), v4, drag, earth, tables)
    later, faster = _summed(place, v1, h, first[0], second[0], third[0], fourth[0])
    y[X], y[Y], y[Z] = later
    y[VX], y[VY], y[VZ] = faster
    _carry_columns(flat, h, first, second, third, fourth)


@njit(_nrt=False)
def _carry_columns(flat, h, first, second, third, fourth):
    """The same step of every column of the transition, with the :func:`rates` of its four stages.

    They are those at the start (``first``), twice in the middle (``second`` and ``third``) and at
    the end (``fourth``).
    """
    for k in range(COLUMNS):
        place = flat[X * COLUMNS + k], flat[Y * COLUMNS + k], flat[Z * COLUMNS + k]
        v1 = flat[VX * COLUMNS + k], flat[VY * COLUMNS + k], flat[VZ * COLUMNS + k]
        drag = 1.0 if k == DRAG else 0.0
        a1 = _change(first, place, v1, drag)
        v2 = _along(v1, 0.5 * h, a1)
        a2 = _change(second, _along(place, 0.5 * h, v1), v2, drag)
        v3 = _along(v1, 0.5 * h, a2)
        a3 = _change(third, _along(place, 0.5 * h, v2), v3, drag)
        v4 = _along(v1, h, a3)
        a4 = _change(fourth, _along(place, h, v3), v4, drag)
        later, faster = _summed(place, v1, h, a1, a2, a3, a4)
        flat[X * COLUMNS + k], flat[Y * COLUMNS + k], flat[Z * COLUMNS + k] = later
        flat[VX * COLUMNS + k], flat[VY * COLUMNS + k], flat[VZ * COLUMNS + k] = faster


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
    """Move a state by a duration of either sign and carry ``work.phi`` along.

    ``work.phi`` holds derivatives of position and velocity by anything that does not change, such
    as the start; the column ``DRAG`` is by the drag parameter, and drag adds to it.
    """
    left = abs(duration)
    while left > 0.0:
        # Equal parts of what is left; a remainder of rounding would cost a whole step.
        parts = math.ceil(left / step_s(y, earth) - 1e-9)
        h = left / max(parts, 1)
        _runge_kutta(y, work.flat, math.copysign(h, duration), earth, tables)
        left = left - h if parts > 1 else 0.0


@njit(_nrt=False)
def fill_identity(phi):
    """Make ``phi`` the transition of no time."""
    for i in range(6):
        for k in range(7):
            phi[i, k] = 1.0 if i == k else 0.0


@njit(_nrt=False)
def keep_jacobian(phi, jacobian):
    """Copy ``phi`` into a ``jacobian`` (7, 7), in which the drag parameter stays as it is."""
    for m in range(7):
        for i in range(6):
            jacobian[i, m] = phi[i, m]
        jacobian[DRAG, m] = 1.0 if m == DRAG else 0.0


@njit(_nrt=False)
def move(y, duration, earth, tables, work):
    """Move a state by a duration of either sign; leaves the transition in ``work.phi``."""
    fill_identity(work.phi)
    carry(y, duration, earth, tables, work)


@njit(_nrt=False)
def spread(p, c, work):
    """Carry covariance ``p`` (7, 7) and cross covariance ``c`` (7, 3) along ``work.phi``.

    p <- phi p phi' and c <- phi c; the drag parameter's own row of phi is that of the identity.
    Only the upper half of the product is kept, so that a covariance stays symmetric.
    """
    phi, columns = work.phi, work.columns
    for m in range(7):
        for i in range(6):
            columns[m * COLUMNS + i] = phi[i, m]
        columns[m * COLUMNS + DRAG] = 1.0 if m == DRAG else 0.0
    _spread_columns(p, c, phi, columns)
    for i in range(6):
        for k in range(i, 7):
            p[i, k] = columns[i * COLUMNS + k]
            p[k, i] = columns[i * COLUMNS + k]
        for k in range(3):
            c[i, k] = columns[(DRAG + k) * COLUMNS + i]


@njit(_nrt=False)
def _spread_columns(p, c, phi, columns):
    """Turn the rows of phi into the columns of phi p phi' and the rows of phi c.

    ``columns`` (72,) holds a row of phi in each column of seven rows, and after it what came of it.
    """
    p0, p1, p2, p3 = _seven(p[X]), _seven(p[Y]), _seven(p[Z]), _seven(p[VX])
    p4, p5, p6 = _seven(p[VY]), _seven(p[VZ]), _seven(p[DRAG])
    f0, f1, f2 = _seven(phi[X]), _seven(phi[Y]), _seven(phi[Z])
    f3, f4, f5 = _seven(phi[VX]), _seven(phi[VY]), _seven(phi[VZ])
    c0, c1, c2 = _seven(c[:, 0]), _seven(c[:, 1]), _seven(c[:, 2])
    for k in range(COLUMNS):
        row = (
            columns[X * COLUMNS + k],
            columns[Y * COLUMNS + k],
            columns[Z * COLUMNS + k],
            columns[VX * COLUMNS + k],
            columns[VY * COLUMNS + k],
            columns[VZ * COLUMNS + k],
            columns[DRAG * COLUMNS + k],
        )
        column = (
            _dot7(p0, row),
            _dot7(p1, row),
            _dot7(p2, row),
            _dot7(p3, row),
            _dot7(p4, row),
            _dot7(p5, row),
            _dot7(p6, row),
        )
        columns[X * COLUMNS + k] = _dot7(f0, column)
        columns[Y * COLUMNS + k] = _dot7(f1, column)
        columns[Z * COLUMNS + k] = _dot7(f2, column)
        columns[VX * COLUMNS + k] = _dot7(f3, column)
        columns[VY * COLUMNS + k] = _dot7(f4, column)
        columns[VZ * COLUMNS + k] = _dot7(f5, column)
        columns[DRAG * COLUMNS + k] = _dot7(c0, row)
        columns[(DRAG + 1) * COLUMNS + k] = _dot7(c1, row)
        columns[(DRAG + 2) * COLUMNS + k] = _dot7(c2, row)


@njit(_nrt=False)
def _seven(row):
    """The seven numbers of a ``row`` that belong to a state, as a tuple."""
    return row[X], row[Y], row[Z], row[VX], row[VY], row[VZ], row[DRAG]


@njit(_nrt=False)
def _dot7(one, other):
    """Scalar product of two tuples of seven, ``one`` and the ``other``."""
    a, b, c, d, e, f, g = one
    p, q, r, s, t, u, v = other
    return a * p + b * q + c * r + d * s + e * t + f * u + g * v


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
    move(moved, duration, earth, tables, work)
    keep_jacobian(work.phi, jacobian)


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
