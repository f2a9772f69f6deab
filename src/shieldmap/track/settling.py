"""When a track is firm and when an interceptor can be committed, without drawing a single look.

Question: for a flight that is seen from some time on, after how many looks is its track firm, and
when is the place where the interceptor would meet it known well enough?

Model: the covariance of the filter, taken along the true flight: two looks start the track, each
later one moves the covariance by gravity's gradient and takes a range and two angles into account;
biases are considered and not averaged away [schmidt1966]. Errors follow from the signal-to-noise
ratio, which falls with the fourth power of the range: the range's is the resolution over
sqrt(2 S/N), an angle's the beam width over 1.6 sqrt(2 S/N), neither below a floor
[skolnik2008, ch. 9]. The covariance at the time of the intercept follows by one sweep backward.

Limits: no draws, so that a mistracked body does not show here (the filter says so); drag and its
uncertainty are left out, which matters for intercepts below 60 km; gravity's gradient is that of a
sphere, and a transition is of second order in its interval, at most 30 s.

Frame: Earth-fixed (ECEF). Units: SI and radians.

Arguments of the kernels: ``sampled`` is a :class:`SampledFlight` flight, ``x``, ``y`` and ``z`` a point of
it (m), ``t`` a time and ``h`` an interval (s); ``face``, ``rules`` and ``earth`` are a radar's,
:class:`Settling` and the model's; ``f`` (6, 6) is a transition; ``p`` (6, 6) and ``c`` (6, 3) in
``work`` are the state's covariance and that with the biases.
"""

import math
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap.earth import WGS84
from shieldmap.kernels import njit, prange
from shieldmap.model import VX, VY, VZ, Earth, Face, Floats, Ints, X, Y, Z
from shieldmap.track.looking import checked_face, largest_variance, sight
from shieldmap.track.motion import ACCELERATION_NOISE_M2_S3

# The gradient of gravity turns a state by (1.2e-3/s h)^3 / 6 beyond second order: 8e-6 in 30 s, a
# hundred-thousandth of what an error grows to.
_PIECE_S: Final = 30.0
# No radar looks farther off its face than this cosine; the errors stay finite there.
_STEEPEST: Final = 0.05


class Settling(NamedTuple):
    """The radar's looks and the gates that a track must pass.

    ``snr_range_m`` is the range at which one look has a signal-to-noise ratio of 1;
    ``firm_looks`` the least number of looks of a firm track. The gates are standard deviations of
    the position along its longest axis. Where ``has_face`` is 1 the gain falls and the beam widens
    off the face's normal; 0 leaves that out, for radars that look all round.
    """

    snr_range_m: float
    range_resolution_m: float
    range_floor_m: float
    beamwidth_rad: float
    angle_floor_rad: float
    range_bias_m: float
    angle_bias_rad: float
    update_s: float
    firm_looks: int
    firm_gate_m: float
    commit_gate_m: float
    has_face: float = 0.0


class SampledFlight(NamedTuple):
    """One flight on a time grid: positions (k, 3), of which the first ``samples`` were flown.

    In a batch both have a first axis of rows.
    """

    position_m: Floats
    samples: int | Ints
    every_s: float


class SettlingWork(NamedTuple):
    """Scratch of one flight; ``onward`` (3, 6) tells the position at the envelope by the state."""

    p: Floats
    c: Floats
    f: Floats
    product: Floats
    tall: Floats
    gain: Floats
    directions: Floats
    errors: Floats
    onward: Floats


@njit()
def new_settling_work():
    """Scratch of one flight."""
    return SettlingWork(
        np.zeros((6, 6)),
        np.zeros((6, 3)),
        np.zeros((6, 6)),
        np.zeros((6, 6)),
        np.zeros((6, 3)),
        np.zeros((6, 3)),
        np.zeros((3, 3)),
        np.zeros((2, 3)),
        np.zeros((3, 6)),
    )


@njit(_nrt=False)
def _position_between(sampled, t):
    """The flight's position at a time, between samples linearly: off by some metres at most."""
    position, dt = sampled.position_m, sampled.every_s
    i = min(max(int(t / dt), 0), sampled.samples - 2)
    s = t / dt - i
    return (
        position[i, 0] + s * (position[i + 1, 0] - position[i, 0]),
        position[i, 1] + s * (position[i + 1, 1] - position[i, 1]),
        position[i, 2] + s * (position[i + 1, 2] - position[i, 2]),
    )


@njit(_nrt=False)
def _transition(x, y, z, h, earth, f):
    """Transition (6, 6) over ``h`` around a point, to second order: 1 + a h + a^2 h^2 / 2."""
    r2 = x * x + y * y + z * z
    pull = earth.gm_m3_s2 / (r2 * math.sqrt(r2))
    w = earth.rotation_rad_s
    out = 3.0 * pull / r2
    half, turn = 0.5 * h * h, 2.0 * w
    gxx, gyy, gzz = out * x * x - pull + w * w, out * y * y - pull + w * w, out * z * z - pull
    gxy, gxz, gyz = out * x * y, out * x * z, out * y * z
    f[X, X], f[X, Y], f[X, Z] = 1.0 + half * gxx, half * gxy, half * gxz
    f[Y, X], f[Y, Y], f[Y, Z] = half * gxy, 1.0 + half * gyy, half * gyz
    f[Z, X], f[Z, Y], f[Z, Z] = half * gxz, half * gyz, 1.0 + half * gzz
    f[X, VX], f[X, VY], f[X, VZ] = h, half * turn, 0.0
    f[Y, VX], f[Y, VY], f[Y, VZ] = -half * turn, h, 0.0
    f[Z, VX], f[Z, VY], f[Z, VZ] = 0.0, 0.0, h
    # The Coriolis term times the gradient (w g h^2 / 2) is 1e-10 h^2 and left out.
    f[VX, X], f[VX, Y], f[VX, Z] = h * gxx, h * gxy, h * gxz
    f[VY, X], f[VY, Y], f[VY, Z] = h * gxy, h * gyy, h * gyz
    f[VZ, X], f[VZ, Y], f[VZ, Z] = h * gxz, h * gyz, h * gzz
    swing = half * turn * turn
    f[VX, VX], f[VX, VY], f[VX, VZ] = 1.0 + half * gxx - swing, h * turn + half * gxy, half * gxz
    f[VY, VX], f[VY, VY], f[VY, VZ] = half * gxy - h * turn, 1.0 + half * gyy - swing, half * gyz
    f[VZ, VX], f[VZ, VY], f[VZ, VZ] = half * gxz, half * gyz, 1.0 + half * gzz


@njit(_nrt=False)
def _errors(x, y, z, face, rules, work):
    """Fill directions and, in metres along them, the variances of a look and the biases' size."""
    slant, level = sight(x, y, z, face, work.directions)
    # sqrt(2 S/N), with S/N = (range of S/N 1 / range)^4
    root = math.sqrt(2.0) * (rules.snr_range_m / slant) ** 2
    wide, high = 1.0, 1.0
    if rules.has_face > 0.0:
        d, axes = work.directions, face.axes
        cosine = d[0, 0] * axes[1, 0] + d[0, 1] * axes[1, 1] + d[0, 2] * axes[1, 2]
        cosine, upright = max(cosine, _STEEPEST), max(level / slant, _STEEPEST)
        # S/N falls with the cube of the cosine; the beam is even in sines, not in angles.
        root *= cosine * math.sqrt(cosine)
        wide, high = 1.0 / cosine, 1.0 / upright
    angle = rules.beamwidth_rad / (1.6 * root)
    across, up = max(angle * wide, rules.angle_floor_rad), max(angle * high, rules.angle_floor_rad)
    along = max(rules.range_resolution_m / root, rules.range_floor_m)
    e = work.errors
    e[0, 0], e[0, 1], e[0, 2] = along * along, (across * level) ** 2, (up * slant) ** 2
    e[1, 0] = rules.range_bias_m
    e[1, 1], e[1, 2] = rules.angle_bias_rad * level, rules.angle_bias_rad * slant


@njit(_nrt=False)
def _start(sampled, t, face, rules, work):
    """Covariances after the looks at ``t`` and one update later.

    The state is the second point and the difference of both. Columns of ``work.tall`` get what a
    bias of one standard deviation does to the first point. Biases are carried in such units.
    """
    h = rules.update_s
    p, c, d, e = work.p, work.c, work.directions, work.errors
    x, y, z = _position_between(sampled, t)
    _errors(x, y, z, face, rules, work)
    for i in range(3):
        for k in range(3):
            total = 0.0
            for m in range(3):
                total += d[m, i] * d[m, k] * e[0, m]
            p[VX + i, VX + k] = total / (h * h)
        for m in range(3):
            work.tall[i, m] = d[m, i] * e[1, m]
    x, y, z = _position_between(sampled, t + h)
    _errors(x, y, z, face, rules, work)
    for i in range(3):
        for m in range(3):
            c[i, m] = -d[m, i] * e[1, m]
            c[VX + i, m] = (work.tall[i, m] - d[m, i] * e[1, m]) / h
    for i in range(3):
        for k in range(3):
            noise = 0.0
            for m in range(3):
                noise += d[m, i] * d[m, k] * e[0, m]
            p[i, k] = noise
            p[i, VX + k] = noise / h
            p[VX + i, VX + k] += noise / (h * h)
    for i in range(6):
        for k in range(6):
            if i < 3 or k >= 3:
                for m in range(3):
                    p[i, k] += c[i, m] * c[k, m]
    for i in range(3):
        for k in range(3):
            p[VX + k, i] = p[i, VX + k]


@njit(_nrt=False)
def _move(h, work):
    """p <- f p f' + q and c <- f c."""
    p, c, f, product, tall = work.p, work.c, work.f, work.product, work.tall
    for i in range(6):
        for k in range(6):
            total = 0.0
            for m in range(6):
                total += f[i, m] * p[m, k]
            product[i, k] = total
        for k in range(3):
            total = 0.0
            for m in range(6):
                total += f[i, m] * c[m, k]
            tall[i, k] = total
    for i in range(6):
        for k in range(i, 6):
            total = 0.0
            for m in range(6):
                total += product[i, m] * f[k, m]
            p[i, k] = total
            p[k, i] = total
        for k in range(3):
            c[i, k] = tall[i, k]
    q = ACCELERATION_NOISE_M2_S3 * h
    for i in range(3):
        p[i, i] += q * h * h / 3.0
        p[i, VX + i] += q * h / 2.0
        p[VX + i, i] += q * h / 2.0
        p[VX + i, VX + i] += q


@njit(_nrt=False)
def _look(work):
    """The covariances after one look: the filter's update, in metres along the three directions."""
    p, c, tall, gain, d, e = work.p, work.c, work.tall, work.gain, work.directions, work.errors
    for i in range(6):
        for m in range(3):
            tall[i, m] = (
                p[i, 0] * d[m, 0] + p[i, 1] * d[m, 1] + p[i, 2] * d[m, 2] + c[i, m] * e[1, m]
            )
    s00, s11, s22 = (
        _innovation_element(work, 0, 0),
        _innovation_element(work, 1, 1),
        _innovation_element(work, 2, 2),
    )
    s10, s20, s21 = (
        _innovation_element(work, 1, 0),
        _innovation_element(work, 2, 0),
        _innovation_element(work, 2, 1),
    )
    i0 = 1.0 / math.sqrt(s00)
    l10, l20 = s10 * i0, s20 * i0
    i1 = 1.0 / math.sqrt(s11 - l10 * l10)
    l21 = (s21 - l20 * l10) * i1
    i2 = 1.0 / math.sqrt(s22 - l20 * l20 - l21 * l21)
    for i in range(6):
        a = tall[i, 0] * i0
        b = (tall[i, 1] - l10 * a) * i1
        gain[i, 2] = (tall[i, 2] - l20 * a - l21 * b) * i2 * i2
        gain[i, 1] = (b - l21 * gain[i, 2]) * i1
        gain[i, 0] = (a - l10 * gain[i, 1] - l20 * gain[i, 2]) * i0
    for i in range(6):
        for k in range(i, 6):
            p[i, k] -= gain[i, 0] * tall[k, 0] + gain[i, 1] * tall[k, 1] + gain[i, 2] * tall[k, 2]
            p[k, i] = p[i, k]
    for m in range(3):
        h0 = d[0, 0] * c[0, m] + d[0, 1] * c[1, m] + d[0, 2] * c[2, m]
        h1 = d[1, 0] * c[0, m] + d[1, 1] * c[1, m] + d[1, 2] * c[2, m]
        h2 = d[2, 0] * c[0, m] + d[2, 1] * c[1, m] + d[2, 2] * c[2, m]
        h0 += e[1, 0] if m == 0 else 0.0
        h1 += e[1, 1] if m == 1 else 0.0
        h2 += e[1, 2] if m == 2 else 0.0
        for i in range(6):
            c[i, m] -= gain[i, 0] * h0 + gain[i, 1] * h1 + gain[i, 2] * h2


@njit(_nrt=False)
def _innovation_element(work, k, m):
    """Element (``k``, ``m``) of the innovation's covariance."""
    d, tall, c, e = work.directions, work.tall, work.c, work.errors
    total = d[k, 0] * tall[0, m] + d[k, 1] * tall[1, m] + d[k, 2] * tall[2, m]
    total += (d[m, 0] * c[0, k] + d[m, 1] * c[1, k] + d[m, 2] * c[2, k]) * e[1, k]
    if k == m:
        total += e[0, k] + e[1, k] * e[1, k]
    return total


@njit(_nrt=False)
def _sweep(sampled, at_s, envelope_s, earth, work):
    """Fill ``work.onward`` for the state at a time: from the envelope back in equal pieces."""
    onward, f, tall = work.onward, work.f, work.tall
    pieces = max(int(math.ceil((envelope_s - at_s) / _PIECE_S)), 1)
    h = (envelope_s - at_s) / pieces
    for piece in range(pieces):
        x, y, z = _position_between(sampled, envelope_s - (piece + 0.5) * h)
        _transition(x, y, z, h, earth, f)
        if piece == 0:
            for i in range(3):
                for k in range(6):
                    onward[i, k] = f[i, k]
        else:
            _multiply(onward, f, tall)


@njit(_nrt=False)
def _multiply(onward, f, tall):
    """onward <- onward f; ``onward`` is (3, 6) and ``tall`` (6, 3) scratch."""
    for i in range(3):
        for k in range(6):
            total = 0.0
            for m in range(6):
                total += onward[i, m] * f[m, k]
            tall[k, i] = total
    for i in range(3):
        for k in range(6):
            onward[i, k] = tall[k, i]


@njit(_nrt=False)
def _is_within(xx, yy, zz, xy, xz, yz, gate_m):
    """Whether the longest axis of a covariance (m^2) is within a gate; few cases need an eigenvalue."""
    limit = gate_m * gate_m
    trace = xx + yy + zz
    if trace <= limit:
        return True
    if trace > 3.0 * limit:
        return False
    return largest_variance(xx, yy, zz, xy, xz, yz) <= limit


@njit(_nrt=False)
def _is_known(work, ahead, gate_m):
    """Whether the position is known at the envelope, ``ahead`` seconds after this look."""
    p, product, ahead_p, o = work.p, work.product, work.tall, work.onward
    for i in range(3):
        for k in range(6):
            total = 0.0
            for m in range(6):
                total += o[i, m] * p[m, k]
            product[i, k] = total
    for i in range(3):
        for k in range(3):
            total = 0.0
            for m in range(6):
                total += product[i, m] * o[k, m]
            ahead_p[i, k] = total
    q = ACCELERATION_NOISE_M2_S3 * ahead * ahead * ahead / 3.0
    return _is_within(
        ahead_p[0, 0] + q,
        ahead_p[1, 1] + q,
        ahead_p[2, 2] + q,
        ahead_p[0, 1],
        ahead_p[0, 2],
        ahead_p[1, 2],
        gate_m,
    )


@njit(_nrt=False)
def _is_settled(p, gate_m):
    """Whether the position is known now."""
    return _is_within(p[0, 0], p[1, 1], p[2, 2], p[0, 1], p[0, 2], p[1, 2], gate_m)


@njit(_nrt=False)
def settle(sampled, start_s, burnout_s, envelope_s, lost_s, face, rules, earth, work):
    """Firm-track and commit time of one flight, NaN where a track never gets there.

    Looks start at the later of ``start_s`` (detection) and ``burnout_s`` and go on every
    ``rules.update_s`` until ``lost_s`` or the flight's end. ``envelope_s`` is when the target is
    first within the interceptor's reach.
    """
    firm, commit = math.nan, math.nan
    begin, h, p = max(start_s, burnout_s), rules.update_s, work.p
    end = min(lost_s, (sampled.samples - 1) * sampled.every_s)
    # A comparison with NaN is false: a flight that is never seen or never in reach ends here.
    if not (sampled.samples > 1 and begin + h <= end):
        return firm, commit
    looks = int((end - begin) / h + 1e-9) + 1
    last = min(int((envelope_s - begin) / h), looks - 1) if envelope_s >= begin else -1
    _start(sampled, begin, face, rules, work)
    for j in range(1, looks):
        t = begin + j * h
        if j > 1:
            x, y, z = _position_between(sampled, t - 0.5 * h)
            if firm == firm and j <= last:
                # One look on: the transition backward undoes one step of the sweep.
                _transition(x, y, z, -h, earth, work.f)
                _multiply(work.onward, work.f, work.tall)
            _transition(x, y, z, h, earth, work.f)
            _move(h, work)
            x, y, z = _position_between(sampled, t)
            _errors(x, y, z, face, rules, work)
            _look(work)
        if firm != firm:
            if j + 1 < rules.firm_looks or not _is_settled(p, rules.firm_gate_m):
                continue
            firm = t
            if not envelope_s == envelope_s:
                break
            if j <= last:
                _sweep(sampled, t, envelope_s, earth, work)
        if j <= last:
            known = _is_known(work, envelope_s - t, rules.commit_gate_m)
        else:
            known = _is_settled(p, rules.commit_gate_m)
        if known:
            commit = t
            break
    return firm, commit


@njit(parallel=True)
def _settle_batch(flights, start, burnout, envelope, lost, face, rules, earth, out):
    """Settle every track; fills ``out`` (n, 2).

    ``start``, ``burnout``, ``envelope`` and ``lost`` (n,) are times (s), ``flights`` has rows too.
    """
    for i in prange(out.shape[0]):
        sampled = SampledFlight(flights.position_m[i], flights.samples[i], flights.every_s)
        out[i, 0], out[i, 1] = settle(
            sampled,
            start[i],
            burnout[i],
            envelope[i],
            lost[i],
            face,
            rules,
            earth,
            new_settling_work(),
        )


def settle_batch(
    position_m: Floats,
    sample_count: Any,
    every_s: float,
    start_s: Floats | float,
    burnout_s: Floats | float,
    envelope_s: Floats | float,
    lost_s: Floats | float,
    face: Face,
    rules: Settling,
    *,
    earth: Earth = WGS84,
) -> tuple[Floats, Floats]:
    """Firm-track and commit times (n,) of flights sampled on a grid (n, k, 3); see :func:`settle`.

    Raises
    ------
    ValueError : shapes that do not fit, or rules whose update interval is not above zero.
    """
    position = np.ascontiguousarray(position_m, dtype=np.float64)
    if position.ndim != 3 or position.shape[2] != 3:
        raise ValueError(f"position_m must have the shape (n, k, 3), not {position.shape}")
    if not (rules.update_s > 0.0 and every_s > 0.0):
        raise ValueError("the update interval and the grid's step must be above zero")
    n = position.shape[0]
    start, burnout, envelope, lost = (
        np.array(np.broadcast_to(given, (n,)), dtype=np.float64)
        for given in (start_s, burnout_s, envelope_s, lost_s)
    )
    count = np.array(np.broadcast_to(sample_count, (n,)), dtype=np.int64)
    flights, out = SampledFlight(position, count, float(every_s)), np.empty((n, 2))
    face = checked_face(face)
    _settle_batch(flights, start, burnout, envelope, lost, face, rules, earth, out)
    return out[:, 0], out[:, 1]
