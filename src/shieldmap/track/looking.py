"""What a radar measures of a body, and how that changes with the body's position.

Question: which range and angles does a radar face measure, and what does an error of them mean in
metres?

Model: range, the angle across (about the face's upright axis, from its boresight) and the angle up
(out of the plane of boresight and across). Rows of ``axes`` are the unit vectors across, boresight
and upright, so that the singularity of the angles lies a quarter turn from the boresight, outside
every field of regard [bar-shalom2001, sec. 10.4].

Limits: no refraction; the range is that of one point of the body.

Frame: Earth-fixed (ECEF). Units: SI and radians.
"""

import math

import numpy as np

from shieldmap.kernels import njit, prange
from shieldmap.model import Floats
from shieldmap.track.motion import STATE, checked


@njit(_nrt=False)
def to_face(y, radar_m, axes, s):
    """Range, angles and their rates of a state; the drag parameter is copied."""
    dx, dy, dz = y[0] - radar_m[0], y[1] - radar_m[1], y[2] - radar_m[2]
    e = axes[0, 0] * dx + axes[0, 1] * dy + axes[0, 2] * dz
    n = axes[1, 0] * dx + axes[1, 1] * dy + axes[1, 2] * dz
    u = axes[2, 0] * dx + axes[2, 1] * dy + axes[2, 2] * dz
    ve = axes[0, 0] * y[3] + axes[0, 1] * y[4] + axes[0, 2] * y[5]
    vn = axes[1, 0] * y[3] + axes[1, 1] * y[4] + axes[1, 2] * y[5]
    vu = axes[2, 0] * y[3] + axes[2, 1] * y[4] + axes[2, 2] * y[5]
    level2 = e * e + n * n
    level = math.sqrt(level2)
    slant = math.sqrt(level2 + u * u)
    ahead = (e * ve + n * vn) / level
    s[0], s[1], s[2] = slant, math.atan2(e, n), math.atan2(u, level)
    s[3] = (level * ahead + u * vu) / slant
    s[4] = (n * ve - e * vn) / level2
    s[5] = (level * vu - u * ahead) / (slant * slant)
    s[6] = y[6]


@njit(_nrt=False)
def _mixed(axes, i, e, n, u):
    """Component i in ECEF of a vector given along across, boresight and upright."""
    return axes[0, i] * e + axes[1, i] * n + axes[2, i] * u


@njit(_nrt=False)
def from_face(s, radar_m, axes, y):
    """State of a range, angles and their rates."""
    sa, ca, sb, cb = math.sin(s[1]), math.cos(s[1]), math.sin(s[2]), math.cos(s[2])
    r, fast, turn, rise = s[0], s[3], s[0] * cb * s[4], s[0] * s[5]
    for i in range(3):
        y[i] = radar_m[i] + r * _mixed(axes, i, cb * sa, cb * ca, sb)
        y[i + 3] = _mixed(
            axes,
            i,
            fast * cb * sa + turn * ca - rise * sb * sa,
            fast * cb * ca - turn * sa - rise * sb * ca,
            fast * sb + rise * cb,
        )
    y[6] = s[6]


@njit(_nrt=False)
def by_face(s, axes, phi):
    """Fill ``phi`` (6, 7) with the derivatives of position and velocity by the face's state.

    Along the line of sight, across and up the velocity is (r', r cos b a', r b'); the three
    directions turn with the angles.
    """
    sa, ca, sb, cb = math.sin(s[1]), math.cos(s[1]), math.sin(s[2]), math.cos(s[2])
    r, dr, da, db = s[0], s[3], s[4], s[5]
    for i in range(3):
        u = _mixed(axes, i, cb * sa, cb * ca, sb)
        a = _mixed(axes, i, ca, -sa, 0.0)
        b = _mixed(axes, i, -sb * sa, -sb * ca, cb)
        phi[i, 0], phi[i, 1], phi[i, 2] = u, r * cb * a, r * b
        phi[i, 3], phi[i, 4], phi[i, 5], phi[i, 6] = 0.0, 0.0, 0.0, 0.0
        phi[i + 3, 0] = cb * da * a + db * b
        phi[i + 3, 1] = -r * cb * cb * da * u + (dr * cb - r * db * sb) * a + r * cb * sb * da * b
        phi[i + 3, 2] = -r * db * u - r * da * sb * a + dr * b
        phi[i + 3, 3], phi[i + 3, 4], phi[i + 3, 5] = u, r * cb * a, r * b
        phi[i + 3, 6] = 0.0


@njit(_nrt=False)
def into_face(s, axes, phi):
    """Replace derivatives of position and velocity in ``phi`` (6, 7) by those of the face's state.

    This solves, column by column, the block-triangular matrix that :func:`by_face` fills.
    """
    sa, ca, sb, cb = math.sin(s[1]), math.cos(s[1]), math.sin(s[2]), math.cos(s[2])
    r, dr, da, db = s[0], s[3], s[4], s[5]
    for k in range(7):
        e = axes[0, 0] * phi[0, k] + axes[0, 1] * phi[1, k] + axes[0, 2] * phi[2, k]
        n = axes[1, 0] * phi[0, k] + axes[1, 1] * phi[1, k] + axes[1, 2] * phi[2, k]
        u = axes[2, 0] * phi[0, k] + axes[2, 1] * phi[1, k] + axes[2, 2] * phi[2, k]
        pr = cb * (sa * e + ca * n) + sb * u
        pa = (ca * e - sa * n) / (r * cb)
        pb = (cb * u - sb * (sa * e + ca * n)) / r
        e = axes[0, 0] * phi[3, k] + axes[0, 1] * phi[4, k] + axes[0, 2] * phi[5, k]
        n = axes[1, 0] * phi[3, k] + axes[1, 1] * phi[4, k] + axes[1, 2] * phi[5, k]
        u = axes[2, 0] * phi[3, k] + axes[2, 1] * phi[4, k] + axes[2, 2] * phi[5, k]
        vr = cb * (sa * e + ca * n) + sb * u
        va = ca * e - sa * n
        vb = cb * u - sb * (sa * e + ca * n)
        vr += r * cb * cb * da * pa + r * db * pb
        va -= cb * da * pr + (dr * cb - r * db * sb) * pa - r * da * sb * pb
        vb -= db * pr + r * cb * sb * da * pa + dr * pb
        phi[0, k], phi[1, k], phi[2, k] = pr, pa, pb
        phi[3, k], phi[4, k], phi[5, k] = vr, va / (r * cb), vb / r


@njit(_nrt=False)
def sight(x, y, z, radar_m, axes, out):
    """Slant range and its part in the face's level, and unit vectors along, across and up (3, 3).

    An error of the angle across moves a point by the level part, one of the angle up by the range.
    """
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
    """Largest eigenvalue of a symmetric 3 x 3 matrix, by the cosine formula [smith1961]."""
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
def _see_batch(state, radar_m, axes, out, jacobian):
    for i in prange(state.shape[0]):
        to_face(state[i], radar_m, axes, out[i])
        jacobian[i] = np.eye(7)
        into_face(out[i], axes, jacobian[i, :6])


@njit(parallel=True)
def _unsee_batch(seen, radar_m, axes, out, jacobian):
    for i in prange(seen.shape[0]):
        from_face(seen[i], radar_m, axes, out[i])
        jacobian[i] = np.eye(7)
        by_face(seen[i], axes, jacobian[i, :6])


def see(state: Floats, radar_m: Floats, axes: Floats) -> tuple[Floats, Floats]:
    """States (n, 7) in ECEF as a radar face sees them, and the Jacobians (n, 7, 7).

    Returns range (m), angle across and angle up (rad), their rates (m/s, rad/s) and the drag
    parameter, which is copied. ``radar_m`` (3,) is the radar's position in ECEF and
    ``axes`` (3, 3) its face (:func:`shieldmap.sensor.face_axes`). ValueError for other shapes.
    """
    state = checked(state, "state", (STATE,))
    out, jacobian = np.empty_like(state), np.empty((*state.shape, STATE))
    site, face = checked([radar_m], "radar_m", (3,))[0], checked(axes, "axes", (3,))
    _see_batch(state, site, face, out, jacobian)
    return out, jacobian


def unsee(seen: Floats, radar_m: Floats, axes: Floats) -> tuple[Floats, Floats]:
    """The inverse of :func:`see`: states (n, 7) in ECEF and the Jacobians (n, 7, 7)."""
    seen = checked(seen, "seen", (STATE,))
    out, jacobian = np.empty_like(seen), np.empty((*seen.shape, STATE))
    site, face = checked([radar_m], "radar_m", (3,))[0], checked(axes, "axes", (3,))
    _unsee_batch(seen, site, face, out, jacobian)
    return out, jacobian
