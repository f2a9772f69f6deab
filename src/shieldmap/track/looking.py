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
states in the face's coordinates.
"""

import math

import numpy as np

from shieldmap.kernels import njit, prange
from shieldmap.model import VX, VY, VZ, Face, Floats, X, Y, Z
from shieldmap.track.motion import DRAG, STATE, checked

RANGE, ACROSS, UP, RANGE_RATE, ACROSS_RATE, UP_RATE = range(6)
"""Components of a state in the face's coordinates, beside the drag parameter: m and rad, per s."""


@njit(_nrt=False)
def to_face(y, face, s):
    """Range, angles and their rates of a state; the drag parameter is copied."""
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


@njit(_nrt=False)
def _mixed(axes, i, e, n, u):
    """Component ``i`` in ECEF of a vector along across (``e``), boresight (``n``), upright (``u``)."""
    return axes[0, i] * e + axes[1, i] * n + axes[2, i] * u


@njit(_nrt=False)
def from_face(s, face, y):
    """State of a range, angles and their rates."""
    radar_m, axes = face.position_m, face.axes
    sa, ca, sb, cb = math.sin(s[ACROSS]), math.cos(s[ACROSS]), math.sin(s[UP]), math.cos(s[UP])
    r, fast, turn, rise = (
        s[RANGE],
        s[RANGE_RATE],
        s[RANGE] * cb * s[ACROSS_RATE],
        s[RANGE] * s[UP_RATE],
    )
    for i in range(3):
        y[i] = radar_m[i] + r * _mixed(axes, i, cb * sa, cb * ca, sb)
        y[VX + i] = _mixed(
            axes,
            i,
            fast * cb * sa + turn * ca - rise * sb * sa,
            fast * cb * ca - turn * sa - rise * sb * ca,
            fast * sb + rise * cb,
        )
    y[DRAG] = s[DRAG]


@njit(_nrt=False)
def by_face(s, axes, phi):
    """Fill ``phi`` (6, 7) with the derivatives of position and velocity by the face's state.

    Along the line of sight, across and up the velocity is (r', r cos b a', r b'); the three
    directions turn with the angles.
    """
    sa, ca, sb, cb = math.sin(s[ACROSS]), math.cos(s[ACROSS]), math.sin(s[UP]), math.cos(s[UP])
    r, dr, da, db = s[RANGE], s[RANGE_RATE], s[ACROSS_RATE], s[UP_RATE]
    for i in range(3):
        u = _mixed(axes, i, cb * sa, cb * ca, sb)
        a = _mixed(axes, i, ca, -sa, 0.0)
        b = _mixed(axes, i, -sb * sa, -sb * ca, cb)
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
def into_face(s, axes, phi):
    """Replace derivatives of position and velocity in ``phi`` (6, 7) by those of the face's state.

    This solves, column by column, the block-triangular matrix that :func:`by_face` fills.
    """
    sa, ca, sb, cb = math.sin(s[ACROSS]), math.cos(s[ACROSS]), math.sin(s[UP]), math.cos(s[UP])
    r, dr, da, db = s[RANGE], s[RANGE_RATE], s[ACROSS_RATE], s[UP_RATE]
    for k in range(7):
        e = axes[0, 0] * phi[X, k] + axes[0, 1] * phi[Y, k] + axes[0, 2] * phi[Z, k]
        n = axes[1, 0] * phi[X, k] + axes[1, 1] * phi[Y, k] + axes[1, 2] * phi[Z, k]
        u = axes[2, 0] * phi[X, k] + axes[2, 1] * phi[Y, k] + axes[2, 2] * phi[Z, k]
        pr = cb * (sa * e + ca * n) + sb * u
        pa = (ca * e - sa * n) / (r * cb)
        pb = (cb * u - sb * (sa * e + ca * n)) / r
        e = axes[0, 0] * phi[VX, k] + axes[0, 1] * phi[VY, k] + axes[0, 2] * phi[VZ, k]
        n = axes[1, 0] * phi[VX, k] + axes[1, 1] * phi[VY, k] + axes[1, 2] * phi[VZ, k]
        u = axes[2, 0] * phi[VX, k] + axes[2, 1] * phi[VY, k] + axes[2, 2] * phi[VZ, k]
        vr = cb * (sa * e + ca * n) + sb * u
        va = ca * e - sa * n
        vb = cb * u - sb * (sa * e + ca * n)
        vr += r * cb * cb * da * pa + r * db * pb
        va -= cb * da * pr + (dr * cb - r * db * sb) * pa - r * da * sb * pb
        vb -= db * pr + r * cb * sb * da * pa + dr * pb
        phi[RANGE, k], phi[ACROSS, k], phi[UP, k] = pr, pa, pb
        phi[RANGE_RATE, k], phi[ACROSS_RATE, k], phi[UP_RATE, k] = vr, va / (r * cb), vb / r


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
    sa, ca, sb, cb = e / level, n / level, u / slant, level / slant
    for i in range(3):
        out[0, i] = _mixed(axes, i, cb * sa, cb * ca, sb)
        out[1, i] = _mixed(axes, i, ca, -sa, 0.0)
        out[2, i] = _mixed(axes, i, -sb * sa, -sb * ca, cb)
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


@njit(parallel=True)
def _see_batch(state, face, out, jacobian):
    """Fill ``out`` (n, 7) and ``jacobian`` (n, 7, 7) from states (n, 7)."""
    for i in prange(state.shape[0]):
        to_face(state[i], face, out[i])
        jacobian[i] = np.eye(7)
        into_face(out[i], face.axes, jacobian[i, :DRAG])


@njit(parallel=True)
def _unsee_batch(seen, face, out, jacobian):
    """Fill ``out`` (n, 7) and ``jacobian`` (n, 7, 7) from states (n, 7) in the face's coordinates."""
    for i in prange(seen.shape[0]):
        from_face(seen[i], face, out[i])
        jacobian[i] = np.eye(7)
        by_face(seen[i], face.axes, jacobian[i, :DRAG])


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
