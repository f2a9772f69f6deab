"""What a radar measures of a body, and how that changes with the body's position.

Question: which range and angles does a radar face measure, and what does an error of them mean in
metres?

Model: range, the angle across (about the face's upright axis, from its boresight) and the angle up
(out of the plane of boresight and across). Rows of ``axes`` are the unit vectors across, boresight
and upright, so that the singularity of the angles lies a quarter turn from the boresight, outside
every field of regard [bar-shalom2001, sec. 10.4].

Limits: no refraction; the range is that of one point of the body.

Frame: Earth-fixed (ECEF). Units: SI and radians.

Arguments of the kernels beside those of :mod:`shieldmap.track.motion`: ``s`` (7,) is a state in the
face's coordinates, ``face`` the radar's and ``axes`` (3, 3) its rows; ``xx``, ``yy``, ``zz``,
``xy``, ``xz`` and ``yz`` are the elements of a symmetric matrix (m^2); ``seen`` (n, 7) are
states in the face's coordinates; ``turn`` (4) are the :func:`sines` of the two angles.
"""

import math

import numpy as np

from shieldmap.kernels import njit, prange
from shieldmap.model import VX, VY, VZ, Face, Floats, X, Y, Z
from shieldmap.track.motion import (
    COLUMNS,
    DRAG,
    STATE,
    checked,
    fill_identity,
    keep_jacobian,
    new_track_work,
)

RANGE, ACROSS, UP, RANGE_RATE, ACROSS_RATE, UP_RATE = range(6)
"""Components of a state in the face's coordinates, beside the drag parameter: m and rad, per s."""


@njit(_nrt=False)
def to_face(y, face, s):
    """Range, angles and their rates of a state; the drag parameter is copied.

    Returns what :func:`sines` would.
    """
    radar_m, axes = face.position_m, face.axes
    dx, dy, dz = y[X] - radar_m[0], y[Y] - radar_m[1], y[Z] - radar_m[2]
    e = axes[0, 0] * dx + axes[0, 1] * dy + axes[0, 2] * dz
    n = axes[1, 0] * dx + axes[1, 1] * dy + axes[1, 2] * dz
    u = axes[2, 0] * dx + axes[2, 1] * dy + axes[2, 2] * dz
    ve = axes[0, 0] * y[VX] + axes[0, 1] * y[VY] + axes[0, 2] * y[VZ]
    vn = axes[1, 0] * y[VX] + axes[1, 1] * y[VY] + axes[1, 2] * y[VZ]
    vu = axes[2, 0] * y[VX] + axes[2, 1] * y[VY] + axes[2, 2] * y[VZ]
    level2 = e * e + n * n
    level = math.sqrt(level2)
    slant = math.sqrt(level2 + u * u)
    ahead = (e * ve + n * vn) / level
    s[RANGE], s[ACROSS], s[UP] = slant, math.atan2(e, n), math.atan2(u, level)
    s[RANGE_RATE] = (level * ahead + u * vu) / slant
    s[ACROSS_RATE] = (n * ve - e * vn) / level2
    s[UP_RATE] = (level * vu - u * ahead) / (slant * slant)
    s[DRAG] = y[DRAG]
    return e / level, n / level, u / slant, level / slant


@njit(_nrt=False)
def sines(s):
    """Sine and cosine of the angle across, and of the angle up."""
    return math.sin(s[ACROSS]), math.cos(s[ACROSS]), math.sin(s[UP]), math.cos(s[UP])


@njit(_nrt=False)
def _mixed(axes, i, e, n, u):
    """Component ``i`` in ECEF of a vector along across (``e``), boresight (``n``), upright (``u``)."""
    return axes[0, i] * e + axes[1, i] * n + axes[2, i] * u


@njit(_nrt=False)
def _directions(turn, axes):
    """Unit vectors (3) along the line of sight, across and up."""
    sa, ca, sb, cb = turn
    return (
        (
            _mixed(axes, 0, cb * sa, cb * ca, sb),
            _mixed(axes, 1, cb * sa, cb * ca, sb),
            _mixed(axes, 2, cb * sa, cb * ca, sb),
        ),
        (
            _mixed(axes, 0, ca, -sa, 0.0),
            _mixed(axes, 1, ca, -sa, 0.0),
            _mixed(axes, 2, ca, -sa, 0.0),
        ),
        (
            _mixed(axes, 0, -sb * sa, -sb * ca, cb),
            _mixed(axes, 1, -sb * sa, -sb * ca, cb),
            _mixed(axes, 2, -sb * sa, -sb * ca, cb),
        ),
    )


@njit(_nrt=False)
def from_face(s, turn, face, y):
    """State of a range, angles and their rates."""
    along, across, up = _directions(turn, face.axes)
    _, _, _, cb = turn
    r, fast = s[RANGE], s[RANGE_RATE]
    sideward, upward = r * cb * s[ACROSS_RATE], r * s[UP_RATE]
    for i in range(3):
        y[i] = face.position_m[i] + r * along[i]
        y[VX + i] = fast * along[i] + sideward * across[i] + upward * up[i]
    y[DRAG] = s[DRAG]


@njit(_nrt=False)
def by_face(s, turn, axes, phi):
    """Fill ``phi`` with the derivatives of position and velocity by the face's state.

    Along the line of sight, across and up the velocity is (r', r cos b a', r b'); the three
    directions turn with the angles.
    """
    along, across, up = _directions(turn, axes)
    _, _, sb, cb = turn
    r, dr, da, db = s[RANGE], s[RANGE_RATE], s[ACROSS_RATE], s[UP_RATE]
    for i in range(3):
        u, a, b = along[i], across[i], up[i]
        phi[i, RANGE], phi[i, ACROSS], phi[i, UP] = u, r * cb * a, r * b
        phi[i, RANGE_RATE], phi[i, ACROSS_RATE], phi[i, UP_RATE], phi[i, DRAG] = 0.0, 0.0, 0.0, 0.0
        phi[VX + i, RANGE] = cb * da * a + db * b
        phi[VX + i, ACROSS] = (
            -r * cb * cb * da * u + (dr * cb - r * db * sb) * a + r * cb * sb * da * b
        )
        phi[VX + i, UP] = -r * db * u - r * da * sb * a + dr * b
        phi[VX + i, RANGE_RATE], phi[VX + i, ACROSS_RATE], phi[VX + i, UP_RATE] = (
            u,
            r * cb * a,
            r * b,
        )
        phi[VX + i, DRAG] = 0.0


@njit(_nrt=False)
def into_face(s, turn, axes, flat):
    """Replace derivatives of position and velocity in ``flat`` (48,) by those of the face's state.

    This solves, column by column, the block-triangular matrix that :func:`by_face` fills.
    """
    along, across, up = _directions(turn, axes)
    _, _, sb, cb = turn
    r, dr, da, db = s[RANGE], s[RANGE_RATE], s[ACROSS_RATE], s[UP_RATE]
    per_up, per_across = 1.0 / r, 1.0 / (r * cb)
    for k in range(COLUMNS):
        x, y, z = flat[X * COLUMNS + k], flat[Y * COLUMNS + k], flat[Z * COLUMNS + k]
        u, v, w = flat[VX * COLUMNS + k], flat[VY * COLUMNS + k], flat[VZ * COLUMNS + k]
        pr = along[0] * x + along[1] * y + along[2] * z
        pa = (across[0] * x + across[1] * y + across[2] * z) * per_across
        pb = (up[0] * x + up[1] * y + up[2] * z) * per_up
        vr = along[0] * u + along[1] * v + along[2] * w
        va = across[0] * u + across[1] * v + across[2] * w
        vb = up[0] * u + up[1] * v + up[2] * w
        vr += r * cb * cb * da * pa + r * db * pb
        va -= cb * da * pr + (dr * cb - r * db * sb) * pa - r * da * sb * pb
        vb -= db * pr + r * cb * sb * da * pa + dr * pb
        flat[X * COLUMNS + k], flat[Y * COLUMNS + k], flat[Z * COLUMNS + k] = pr, pa, pb
        flat[VX * COLUMNS + k], flat[VY * COLUMNS + k] = vr, va * per_across
        flat[VZ * COLUMNS + k] = vb * per_up


@njit(_nrt=False)
def sight(x, y, z, face, out):
    """Slant range and its part in the face's level, and unit vectors along, across and up (3, 3).

    An error of the angle across moves a point (m) by the level part, one of the angle up by the
    range.
    """
    radar_m, axes = face.position_m, face.axes
    dx, dy, dz = x - radar_m[0], y - radar_m[1], z - radar_m[2]
    e = axes[0, 0] * dx + axes[0, 1] * dy + axes[0, 2] * dz
    n = axes[1, 0] * dx + axes[1, 1] * dy + axes[1, 2] * dz
    u = axes[2, 0] * dx + axes[2, 1] * dy + axes[2, 2] * dz
    level = math.sqrt(e * e + n * n)
    slant = math.sqrt(level * level + u * u)
    turn = e / level, n / level, u / slant, level / slant
    along, across, up = _directions(turn, axes)
    for i in range(3):
        out[0, i], out[1, i], out[2, i] = along[i], across[i], up[i]
    return slant, level


@njit(_nrt=False)
def largest_variance(xx, yy, zz, xy, xz, yz):
    """Largest eigenvalue of a symmetric 3 x 3 matrix, by the cosine formula [smith1961].

    The arguments are its six elements (m^2).
    """
    mean = (xx + yy + zz) / 3.0
    a, b, c = xx - mean, yy - mean, zz - mean
    off = xy * xy + xz * xz + yz * yz
    size = math.sqrt((a * a + b * b + c * c + 2.0 * off) / 6.0)
    if not size > 0.0:
        return mean
    half = 0.5 * (a * (b * c - yz * yz) - xy * (xy * c - yz * xz) + xz * (xy * yz - b * xz))
    ratio = min(max(half / (size * size * size), -1.0), 1.0)
    return mean + 2.0 * size * math.cos(math.acos(ratio) / 3.0)


@njit(_nrt=False)
def _see_row(y, face, out, jacobian, work):
    """Fill ``out`` (7,) and ``jacobian`` (7, 7) from a state."""
    turn = to_face(y, face, out)
    fill_identity(work.phi)
    into_face(out, turn, face.axes, work.flat)
    keep_jacobian(work.phi, jacobian)


@njit(_nrt=False)
def _unsee_row(s, face, out, jacobian, work):
    """Fill ``out`` (7,) and ``jacobian`` (7, 7) from a state in the face's coordinates."""
    turn = sines(s)
    from_face(s, turn, face, out)
    by_face(s, turn, face.axes, work.phi)
    keep_jacobian(work.phi, jacobian)


@njit(parallel=True)
def _see_batch(state, face, out, jacobian):
    """Fill ``out`` (n, 7) and ``jacobian`` (n, 7, 7) from states (n, 7)."""
    for i in prange(state.shape[0]):
        _see_row(state[i], face, out[i], jacobian[i], new_track_work(1))


@njit(parallel=True)
def _unsee_batch(seen, face, out, jacobian):
    """Fill ``out`` (n, 7) and ``jacobian`` (n, 7, 7) from states (n, 7) in the face's coordinates."""
    for i in prange(seen.shape[0]):
        _unsee_row(seen[i], face, out[i], jacobian[i], new_track_work(1))


def see(state: Floats, face: Face) -> tuple[Floats, Floats]:
    """States (n, 7) in ECEF as a radar face sees them, and the Jacobians (n, 7, 7).

    Returns range (m), angle across and angle up (rad), their rates (m/s, rad/s) and the drag
    parameter, which is copied. ValueError for other shapes.
    """
    state = checked(state, "state", (STATE,))
    out, jacobian = np.empty_like(state), np.empty((*state.shape, STATE))
    _see_batch(state, checked_face(face), out, jacobian)
    return out, jacobian


def unsee(seen: Floats, face: Face) -> tuple[Floats, Floats]:
    """The inverse of :func:`see`: states (n, 7) in ECEF and the Jacobians (n, 7, 7)."""
    seen = checked(seen, "seen", (STATE,))
    out, jacobian = np.empty_like(seen), np.empty((*seen.shape, STATE))
    _unsee_batch(seen, checked_face(face), out, jacobian)
    return out, jacobian


def checked_face(face: Face) -> Face:
    """A face whose arrays are contiguous; ValueError where their shapes do not fit."""
    axes = checked(face.axes, "axes", (3,))
    return Face(checked([face.position_m], "radar_m", (3,))[0], axes)
