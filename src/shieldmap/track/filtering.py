"""The track filter: from looks at a body to its state, and to how well that state is known.

Question: given ranges and angles with their errors, where is the body, how fast does it move, what
is its ballistic coefficient, how uncertain is all that, and is it one ballistic body at all?

Model: the extended Kalman filter [bar-shalom2001, sec. 10.3] on range and two angles, with
gravity, J2 and drag. It works in the coordinates of the radar's face (range, angles, their rates),
in which a look is a linear function of the state: in Cartesian ones a range known to a decimetre
and a place across known to hundreds of metres make every early update linearise a sphere wrongly.
States and covariances are returned in ECEF. Constant biases of the radar are considered, not estimated: their share of
the uncertainty is carried along and never averaged away [schmidt1966; jazwinski1970, sec. 8.4].
A track starts after burnout, from the first two looks: the second gives the position, both the
velocity, corrected for gravity [bar-shalom2001, sec. 5.5.3]. The drag parameter, which is one over
the ballistic coefficient and in which drag is linear, starts from a prior and is estimated where
drag shows it, in reentry; in space it keeps the prior. While the angles' rates are hardly known,
the square of their errors pulls the range; its mean and variance are added
[second-order filter, bar-shalom2001, sec. 10.3.2].

Consistency is watched: the normalised innovations squared of the last ten looks of a body that
flies as modelled add up to chi-square with 30 degrees of freedom. The track is inconsistent from
the first look on at which the sum passes a limit: 82.05, which is passed by chance with a
probability of one in a million a look, or 306.7 where a bias may make all ten as large as one.
Only the upper bound counts: innovations that are too small show errors stated too large, not a
body tracked by mistake.

Limits: one body and no false alarms: looks come associated with their tracks; Gaussian errors;
the biases stay constant while a track lasts. Angles are singular a quarter turn up from the
boresight, and looks there spoil a track. The second-order terms end there: with a range error near
r s^2, where r is the range and s an angle's error (0.07 m for 0.36 mrad at 560 km), 91 % and not
95 % of the first ten looks lie inside their bounds; from ten times that on the start is consistent.

Frame: ECEF outside, the radar's face inside. Units: SI and radians.

Arguments of the kernels beside those of the modules ``motion`` and ``looking``: ``look`` and
``sigma`` (3,) are range (m) and angles (rad) and their standard deviations, ``first`` and
``first_sigma`` those of the first look, ``apart`` the time between two (s); ``prior`` is a
:class:`Prior`; ``j1`` and ``j2`` (3, 3) are derivatives of the first two points by their looks;
``seen`` are the looks of all tracks, ``state``, ``covariance`` and ``cross`` what is kept of one.
"""

import math
from enum import IntEnum
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap.earth import WGS84, tables
from shieldmap.kernels import njit, prange
from shieldmap.model import VX, VY, VZ, Codes, Earth, Face, Floats, Tables, X, Y, Z
from shieldmap.track.looking import (
    ACROSS,
    ACROSS_RATE,
    RANGE,
    RANGE_RATE,
    UP,
    UP_RATE,
    by_face,
    checked_face,
    from_face,
    into_face,
    sines,
    to_face,
)
from shieldmap.track.motion import (
    ACCELERATION_NOISE_M2_S3,
    DRAG,
    DRAG_NOISE_HZ,
    STATE,
    carry,
    fill_identity,
    new_track_work,
    rates,
    spread,
)

WINDOW: Final = 10
"""Looks whose innovations are added up to judge a track."""

INNOVATION_LIMIT: Final = 82.05
"""Chi-square of 30 degrees of freedom that is passed with a probability of one in a million."""

BIASED_INNOVATION_LIMIT: Final = 306.7
"""The limit with biases: ten times the chi-square of one look that is passed as rarely.

A constant bias shows in all looks alike, so that their innovations may be as good as one.
"""


class TrackStatus(IntEnum):
    """How one row of a batch of tracks ended."""

    OK = 0
    NOT_STARTED = 1
    INCONSISTENT = 2
    BAD_INPUT = 3
    BROKEN = 4
    NEVER_DOWN = 5


TRACK_STATUS_TEXT: Final[dict[int, str]] = {
    TrackStatus.OK: "tracked",
    TrackStatus.NOT_STARTED: "no track: fewer than two looks after burnout",
    TrackStatus.INCONSISTENT: "refused: the looks do not fit one ballistic body",
    TrackStatus.BAD_INPUT: "a look holds a value that is not a number, an error that is not above "
    "zero or a time that does not increase",
    TrackStatus.BROKEN: "the covariance lost its meaning by rounding",
    TrackStatus.NEVER_DOWN: "the arc does not meet the ground or the height asked for",
}


class Prior(NamedTuple):
    """What is taken for true before the first look.

    ``drag_sigma`` is the standard deviation of the drag parameter (one over the ballistic
    coefficient) as a share of its value, ``drag_noise_hz`` what the square of that share gains a
    second. The biases are standard deviations of constant errors of range, angle across and angle
    up; zeros make the plain filter. ``innovation_limit`` is what the sum of ten innovations may
    reach; None chooses it by the biases. ``is_bent`` adds the second-order terms.
    """

    ballistic_coefficient_kg_m2: float = 2500.0
    drag_sigma: float = 0.5
    range_bias_m: float = 0.0
    across_bias_rad: float = 0.0
    up_bias_rad: float = 0.0
    acceleration_noise_m2_s3: float = ACCELERATION_NOISE_M2_S3
    drag_noise_hz: float = DRAG_NOISE_HZ
    innovation_limit: float | None = None
    is_bent: bool = True


class Tracks(NamedTuple):
    """Tracks of a batch, after each look and at the end.

    ``state`` (n, k, 7) is position (m) and velocity (m/s) in ECEF and the drag parameter in m^2/kg,
    which is one over the ballistic coefficient; ``covariance`` (n, k, 7, 7) includes the biases;
    ``cross`` (n, k, 7, 3) is the covariance of the state with the biases. All are NaN before the
    track starts; k is 0 if the history was not asked for. ``last_...`` is the state at the last
    time. ``innovation`` (n, k) is the normalised innovation squared of each look, NaN where there
    was none. ``looks`` (n,) counts the looks used; ``inconsistent_s`` (n,) is when a track was
    refused, NaN if it was not.
    """

    state: Floats
    covariance: Floats
    cross: Floats
    last_state: Floats
    last_covariance: Floats
    last_cross: Floats
    innovation: Floats
    looks: np.ndarray[Any, np.dtype[np.int64]]
    inconsistent_s: Floats
    status: Codes


_OK, _NOT_STARTED = int(TrackStatus.OK), int(TrackStatus.NOT_STARTED)
_INCONSISTENT, _BAD_INPUT = int(TrackStatus.INCONSISTENT), int(TrackStatus.BAD_INPUT)
_BROKEN: Final = int(TrackStatus.BROKEN)


# ---------------------------------------------------------------------------------------------
# The start of a track


@njit(_nrt=False)
def _bias_variance(prior, m):
    """Variance of the range's, the across or the up bias: ``m`` is 0, 1 or 2."""
    if m == 0:
        return prior.range_bias_m * prior.range_bias_m
    if m == 1:
        return prior.across_bias_rad * prior.across_bias_rad
    return prior.up_bias_rad * prior.up_bias_rad


@njit(_nrt=False)
def _at_rest(look, prior, s):
    """A look as the state of a body that stands still."""
    for m in range(3):
        s[m] = look[m]
        s[VX + m] = 0.0
    s[DRAG] = 1.0 / prior.ballistic_coefficient_kg_m2


@njit(_nrt=False)
def _begin(first, first_sigma, look, sigma, apart, face, prior, earth, tables, work):
    """State and covariances after the first two looks, ``apart`` seconds from each other.

    The position is that of the second look; the velocity is the difference of the points over the
    time, plus half of what gravity and drag add in it. ``work.gain`` and ``work.tall`` hold the
    derivatives of the points by the first and the second look.
    """
    s, y, p, c = work.face, work.place, work.p, work.c
    j1, j2 = work.gain, work.tall
    _at_rest(first, prior, s)
    turn = sines(s)
    from_face(s, turn, face, work.base)
    by_face(s, turn, face.axes, work.phi)
    _keep_points(work.phi, j1)
    _at_rest(look, prior, s)
    turn = sines(s)
    from_face(s, turn, face, y)
    by_face(s, turn, face.axes, work.phi)
    _keep_points(work.phi, j2)
    for i in range(3):
        y[VX + i] = (y[i] - work.base[i]) / apart
    place, velocity = (y[X], y[Y], y[Z]), (y[VX], y[VY], y[VZ])
    acceleration, _, _, by_drag = rates(place, velocity, y[DRAG], earth, tables)
    for i in range(3):
        y[VX + i] += 0.5 * apart * acceleration[i]
    _first_covariance(first_sigma, sigma, apart, prior, j1, j2, p, c)
    _first_drag(apart, by_drag, p)
    turn = to_face(y, face, s)
    fill_identity(work.phi)
    into_face(s, turn, face.axes, work.flat)
    spread(p, c, work)
    if prior.is_bent:
        _straighten(first_sigma, sigma, apart, s, p)


@njit(_nrt=False)
def _keep_points(phi, out):
    """Copy the derivatives (3, 3) of a point by its look."""
    for i in range(3):
        for m in range(3):
            out[i, m] = phi[i, m]


@njit(_nrt=False)
def _first_covariance(first_sigma, sigma, apart, prior, j1, j2, p, c):
    """Covariance of a point and of its difference to another that shares its biases."""
    for i in range(7):
        for k in range(7):
            p[i, k] = 0.0
        for m in range(3):
            c[i, m] = 0.0
    for m in range(3):
        b = _bias_variance(prior, m)
        v1, v2 = first_sigma[m] * first_sigma[m], sigma[m] * sigma[m]
        for i in range(3):
            shift_i = (j2[i, m] - j1[i, m]) / apart
            # A bias above zero puts the estimate too far: the truth is nearer.
            c[i, m] = -j2[i, m] * b
            c[VX + i, m] = -shift_i * b
            for k in range(3):
                shift_k = (j2[k, m] - j1[k, m]) / apart
                p[i, k] += j2[i, m] * j2[k, m] * (v2 + b)
                p[i, VX + k] += j2[i, m] * (j2[k, m] / apart * v2 + shift_k * b)
                noise = j2[i, m] * j2[k, m] * v2 + j1[i, m] * j1[k, m] * v1
                p[VX + i, VX + k] += noise / (apart * apart) + shift_i * shift_k * b
    for i in range(3):
        p[VX + i, VX + i] += prior.acceleration_noise_m2_s3 * apart / 3.0
        for k in range(3):
            p[VX + k, i] = p[i, VX + k]
    p[DRAG, DRAG] = (prior.drag_sigma / prior.ballistic_coefficient_kg_m2) ** 2


@njit(_nrt=False)
def _first_drag(apart, by_drag, p):
    """What the unknown coefficient does to the first velocity, where there is air.

    ``by_drag`` (3) is the derivative of the acceleration by the drag parameter.
    """
    variance = p[DRAG, DRAG]
    for i in range(3):
        gain = 0.5 * apart * by_drag[i]
        p[VX + i, DRAG] = gain * variance
        p[DRAG, VX + i] = gain * variance
        for k in range(3):
            p[VX + i, VX + k] += gain * 0.5 * apart * by_drag[k] * variance


@njit(_nrt=False)
def _straighten(first_sigma, sigma, apart, s, p):
    """Take the square of the angles' errors out of the first range rate.

    The rate holds r g^2 / (2 t) of the angle g between the looks; an error d of g adds r d^2 / (2 t),
    whose mean goes from the rate and whose variance to its own.
    """
    r, c = s[RANGE], math.cos(s[UP])
    across = (first_sigma[1] * first_sigma[1] + sigma[1] * sigma[1]) * c * c
    up = first_sigma[2] * first_sigma[2] + sigma[2] * sigma[2]
    per = 0.5 * r / apart
    s[RANGE_RATE] -= per * (across + up)
    p[RANGE_RATE, RANGE_RATE] += 2.0 * per * per * (across * across + up * up)


# ---------------------------------------------------------------------------------------------
# From look to look


@njit(_nrt=False)
def _predict(apart, turn, face, prior, earth, tables, work):
    """Move state and covariances to the next time, in the face's coordinates.

    ``work.place`` is the state in ECEF and ``turn`` the :func:`sines` of its angles.
    The transition is unsee, move, see; its Jacobian the product of the three.
    """
    s, y, p, c = work.face, work.place, work.p, work.c
    by_face(s, turn, face.axes, work.phi)
    carry(y, apart, earth, tables, work)
    turn = to_face(y, face, s)
    _, _, _, level = turn
    into_face(s, turn, face.axes, work.flat)
    bend, bend_variance = 0.0, 0.0
    if prior.is_bent:
        across = p[ACROSS_RATE, ACROSS_RATE] * level * level
        up = p[UP_RATE, UP_RATE]
        bend = s[RANGE] * (across + up)
        bend_variance = 2.0 * s[RANGE] * s[RANGE] * (across * across + up * up)
    spread(p, c, work)
    _add_noise(s[RANGE], level, apart, prior, p)
    if prior.is_bent:
        # An error d of an angle's rate pulls the range by r d^2 [second-order term,
        # bar-shalom2001, eq. 10.3.2-6]; it matters while the rates are hardly known.
        s[RANGE] += 0.5 * bend * apart * apart
        s[RANGE_RATE] += bend * apart
        p[RANGE, RANGE] += 0.25 * bend_variance * apart**4
        p[RANGE, RANGE_RATE] += 0.5 * bend_variance * apart**3
        p[RANGE_RATE, RANGE] = p[RANGE, RANGE_RATE]
        p[RANGE_RATE, RANGE_RATE] += bend_variance * apart * apart


@njit(_nrt=False)
def _add_noise(range_m, level, apart, prior, p):
    """Noise of the acceleration, alike in all directions, in range and angles.

    ``level`` is the cosine of the angle up.
    """
    q = prior.acceleration_noise_m2_s3
    for m in range(3):
        size = 1.0
        size = range_m * level if m == 1 else size
        size = range_m if m == 2 else size
        share = q / (size * size)
        p[m, m] += share * apart * apart * apart / 3.0
        p[m, VX + m] += share * apart * apart / 2.0
        p[VX + m, m] = p[m, VX + m]
        p[VX + m, VX + m] += share * apart
    p[DRAG, DRAG] += prior.drag_noise_hz * apart / prior.ballistic_coefficient_kg_m2**2


@njit(_nrt=False)
def _wrapped(angle):
    """The angle within half a turn of zero."""
    return angle - 2.0 * math.pi * math.floor(angle / (2.0 * math.pi) + 0.5)


@njit(_nrt=False)
def _gain(sigma, prior, work):
    """Fill ``work.tall`` with p H' + c and ``work.gain`` with it times 1 / S.

    Returns the normalised innovation squared of ``work.small[0]``, NaN where S is no covariance.
    H picks range and angles, and S = H p H' + H c + (H c)' + b + r [schmidt1966].
    """
    p, c, tall, gain, miss = work.p, work.c, work.tall, work.gain, work.small[0]
    for i in range(7):
        for m in range(3):
            tall[i, m] = p[i, m] + c[i, m]
    s00 = tall[0, 0] + c[0, 0] + _bias_variance(prior, 0) + sigma[0] * sigma[0]
    s11 = tall[1, 1] + c[1, 1] + _bias_variance(prior, 1) + sigma[1] * sigma[1]
    s22 = tall[2, 2] + c[2, 2] + _bias_variance(prior, 2) + sigma[2] * sigma[2]
    s10, s20, s21 = tall[1, 0] + c[0, 1], tall[2, 0] + c[0, 2], tall[2, 1] + c[1, 2]
    # The Cholesky factor of S, in scalars; products with its inverse need one division each.
    i0 = 1.0 / math.sqrt(s00)
    l10, l20 = s10 * i0, s20 * i0
    i1 = 1.0 / math.sqrt(s11 - l10 * l10)
    l21 = (s21 - l20 * l10) * i1
    i2 = 1.0 / math.sqrt(s22 - l20 * l20 - l21 * l21)
    for i in range(7):
        a = tall[i, 0] * i0
        b = (tall[i, 1] - l10 * a) * i1
        gain[i, 2] = (tall[i, 2] - l20 * a - l21 * b) * i2 * i2
        gain[i, 1] = (b - l21 * gain[i, 2]) * i1
        gain[i, 0] = (a - l10 * gain[i, 1] - l20 * gain[i, 2]) * i0
    a = miss[0] * i0
    b = (miss[1] - l10 * a) * i1
    d = (miss[2] - l20 * a - l21 * b) * i2
    return a * a + b * b + d * d


@njit(_nrt=False)
def _update(look, sigma, prior, work):
    """Take one look into account; returns its normalised innovation squared.

    k = (p H' + c) / S, p <- p - (p H' + c) k' and c <- c - k (H c + b): the biases gain nothing
    from the look [schmidt1966; jazwinski1970, eq. 8.92].
    """
    s, p, c, tall, gain, miss = work.face, work.p, work.c, work.tall, work.gain, work.small[0]
    miss[0] = look[0] - s[RANGE]
    miss[1] = _wrapped(look[1] - s[ACROSS])
    miss[2] = look[2] - s[UP]
    innovation = _gain(sigma, prior, work)
    for i in range(7):
        a, b, d = gain[i, 0], gain[i, 1], gain[i, 2]
        s[i] += a * miss[0] + b * miss[1] + d * miss[2]
        for k in range(i, 7):
            p[i, k] -= a * tall[k, 0] + b * tall[k, 1] + d * tall[k, 2]
            p[k, i] = p[i, k]
    for m in range(3):
        h0, h1, h2 = c[0, m], c[1, m], c[2, m]
        b = _bias_variance(prior, m)
        h0 += b if m == 0 else 0.0
        h1 += b if m == 1 else 0.0
        h2 += b if m == 2 else 0.0
        for i in range(7):
            c[i, m] -= gain[i, 0] * h0 + gain[i, 1] * h1 + gain[i, 2] * h2
    return innovation


@njit(_nrt=False)
def _is_sound(y, p):
    """Whether a state is finite and no variance has gone below zero."""
    sound = True
    for i in range(7):
        if not (math.isfinite(y[i]) and p[i, i] >= 0.0 and math.isfinite(p[i, i])):
            sound = False
    return sound


@njit(_nrt=False)
def _remember(innovation, number, recent):
    """Sum of the last innovations, this one included; what is not there yet counts as zero.

    ``number`` counts the looks before, ``recent`` (10,) is overwritten.
    """
    recent[number % recent.size] = innovation
    total = 0.0
    for i in range(recent.size):
        total += recent[i]
    return total


# ---------------------------------------------------------------------------------------------
# One track, and many


@njit(_nrt=False)
def _can_track(seen, i, times):
    """Whether times (k,) increase and every valid look of row ``i`` has errors above zero."""
    looks, sigmas, valid = seen.looks[i], seen.sigmas[i], seen.is_valid[i]
    good = True
    for k in range(times.size):
        good = good and math.isfinite(times[k]) and (k == 0 or times[k] > times[k - 1])
        if valid[k]:
            for m in range(3):
                good = good and math.isfinite(looks[k, m])
                good = good and math.isfinite(sigmas[k, m]) and sigmas[k, m] > 0.0
    return good


@njit(_nrt=False)
def _store(axes, turn, work, state, covariance, cross):
    """Write the track as it stands, turned from the face's coordinates to ECEF.

    Shapes (7,), (7, 7) and (7, 3); ``turn`` are the :func:`sines` of the angles.
    """
    by_face(work.face, turn, axes, work.phi)
    for i in range(7):
        state[i] = work.place[i]
        for k in range(7):
            covariance[i, k] = work.p[i, k]
        for m in range(3):
            cross[i, m] = work.c[i, m]
    spread(covariance, cross, work)


class _Seen(NamedTuple):
    """The looks of n tracks at k times, see :func:`filter_batch`; ``time_s`` is (1, k) or (n, k)."""

    looks: Floats
    sigmas: Floats
    time_s: Floats
    is_valid: np.ndarray[Any, np.dtype[np.bool_]]
    burnout_s: Floats


@njit(_nrt=False)
def _filter_row(seen, i, face, prior, earth, tables, work, tracks):
    """Filter the looks of track ``i`` and fill its rows of ``tracks`` but the status, which it returns.

    The history is kept where it has room.
    """
    looks, sigmas, burnout = seen.looks[i], seen.sigmas[i], seen.burnout_s[i]
    times = seen.time_s[i % seen.time_s.shape[0]]
    if not (_can_track(seen, i, times) and burnout == burnout):
        return _BAD_INPUT
    status, first, turn = _NOT_STARTED, -1, (0.0, 1.0, 0.0, 1.0)
    for k in range(times.size):
        is_look = seen.is_valid[i, k] and times[k] >= burnout
        if status == _NOT_STARTED:
            if not is_look:
                continue
            tracks.looks[i] += 1
            if first < 0:
                first = k
                continue
            apart = times[k] - times[first]
            before, error = looks[first], sigmas[first]
            _begin(before, error, looks[k], sigmas[k], apart, face, prior, earth, tables, work)
            status = _OK
        else:
            _predict(times[k] - times[k - 1], turn, face, prior, earth, tables, work)
            if is_look:
                innovation = _update(looks[k], sigmas[k], prior, work)
                tracks.innovation[i, k] = innovation
                total = _remember(innovation, tracks.looks[i], work.recent)
                tracks.looks[i] += 1
                if status == _OK and total > prior.innovation_limit:
                    status, tracks.inconsistent_s[i] = _INCONSISTENT, times[k]
        turn = sines(work.face)
        from_face(work.face, turn, face, work.place)
        if not _is_sound(work.place, work.p):
            return _BROKEN
        if tracks.state.shape[1] > 0:
            cross = tracks.cross[i, k]
            _store(face.axes, turn, work, tracks.state[i, k], tracks.covariance[i, k], cross)
    if status != _NOT_STARTED:
        cross = tracks.last_cross[i]
        _store(face.axes, turn, work, tracks.last_state[i], tracks.last_covariance[i], cross)
    return status


@njit(_nrt=False)
def _track_row(seen, i, face, prior, earth, tables, work, tracks):
    """Filter the looks of track ``i`` and fill its rows of ``tracks``."""
    tracks.status[i] = _filter_row(seen, i, face, prior, earth, tables, work, tracks)


@njit(parallel=True)
def _filter_batch(seen, face, prior, earth, tables, tracks):
    """Filter every track of ``seen``; fills ``tracks``."""
    for i in prange(tracks.status.size):
        _track_row(seen, i, face, prior, earth, tables, new_track_work(WINDOW), tracks)


def filter_batch(
    looks: Floats,
    sigmas: Floats,
    time_s: Floats,
    face: Face,
    *,
    is_valid: np.ndarray[Any, np.dtype[np.bool_]] | None = None,
    burnout_s: Floats | float = -math.inf,
    prior: Prior | None = None,
    is_history_kept: bool = True,
    earth: Earth = WGS84,
    air: Tables | None = None,
) -> Tracks:
    """Filter the looks of n tracks at k times.

    Parameters
    ----------
    looks : (n, k, 3) range (m), angle across and angle up (rad) in the radar's face.
    sigmas : (n, k, 3) standard deviations of the looks, above zero, without the biases.
    time_s : (k,) times common to all tracks, or (n, k); they increase.
    face : the radar's position (3,) and its axes (3, 3), see :func:`shieldmap.sensor.face_of`.
    is_valid : (n, k), False where there was no look; the track is only moved there.
    burnout_s : one time or (n,); looks before it are ignored, because thrust is not modelled.
    prior : what is known beforehand; the default has no biases.
    is_history_kept : whether every step is returned, or the last state alone.

    Returns
    -------
    Tracks, one status each; a row with bad input is NaN and changes no other row.

    Raises
    ------
    ValueError : arrays whose shapes do not fit, or a prior without meaning.
    """
    looks, valid, times = _checked_looks(looks, time_s, is_valid)
    sigmas = _same_shape(sigmas, "sigmas", looks.shape)
    prior = checked_prior(prior)
    n, k = valid.shape
    kept = k if is_history_kept else 0
    burnout = np.array(np.broadcast_to(burnout_s, (n,)), dtype=np.float64)
    tracks = Tracks(
        state=np.full((n, kept, STATE), np.nan),
        covariance=np.full((n, kept, STATE, STATE), np.nan),
        cross=np.full((n, kept, STATE, 3), np.nan),
        last_state=np.full((n, STATE), np.nan),
        last_covariance=np.full((n, STATE, STATE), np.nan),
        last_cross=np.full((n, STATE, 3), np.nan),
        innovation=np.full((n, k), np.nan),
        looks=np.zeros(n, dtype=np.int64),
        inconsistent_s=np.full(n, np.nan),
        status=np.empty(n, dtype=np.int8),
    )
    seen = _Seen(looks, sigmas, times, valid, burnout)
    air = air if air is not None else tables()
    _filter_batch(seen, checked_face(face), prior, earth, air, tracks)
    return tracks


def _checked_looks(looks: Any, time_s: Any, is_valid: Any) -> tuple[Any, Any, Any]:
    """Looks (n, k, 3), which of them count (n, k), and times (1 or n, k)."""
    looks = np.ascontiguousarray(looks, dtype=np.float64)
    if looks.ndim != 3 or looks.shape[2] != 3:
        raise ValueError(f"looks must have the shape (n, k, 3), not {looks.shape}")
    times = np.ascontiguousarray(np.atleast_2d(np.asarray(time_s, dtype=np.float64)))
    if times.shape not in {(1, looks.shape[1]), looks.shape[:2]}:
        raise ValueError(f"time_s must hold {looks.shape[1]} times, not {times.shape}")
    if is_valid is None:
        return looks, np.ones(looks.shape[:2], dtype=np.bool_), times
    valid = np.ascontiguousarray(is_valid, dtype=np.bool_)
    if valid.shape != looks.shape[:2]:
        raise ValueError(f"is_valid must have the shape {looks.shape[:2]}, not {valid.shape}")
    return looks, valid, times


def _same_shape(array: Any, name: str, shape: tuple[int, ...]) -> Floats:
    out = np.ascontiguousarray(array, dtype=np.float64)
    if out.shape != shape:
        raise ValueError(f"{name} must have the shape {shape}, not {out.shape}")
    return out


def checked_prior(prior: Prior | None) -> Prior:
    """The prior with plain floats; ValueError where a number has no meaning."""
    given = prior if prior is not None else Prior()
    biases = (given.range_bias_m, given.across_bias_rad, given.up_bias_rad)
    limit = given.innovation_limit
    if limit is None:
        limit = BIASED_INNOVATION_LIMIT if any(biases) else INNOVATION_LIMIT
    # Kernels are compiled for one type a field, so that an integer would compile them again.
    numbers = given._replace(innovation_limit=limit)[:-1]
    floats = [float(value) for value in numbers if value is not None]
    if not 0.0 < floats[0] < math.inf:
        raise ValueError("the prior's ballistic coefficient must be above zero and finite")
    for name, value in zip(Prior._fields[1:-1], floats[1:], strict=True):
        if not value >= 0.0:
            raise ValueError(f"the prior's {name} must be zero or more, not {value:g}")
    coefficient, drag, reach, across, up, white, walk, bound = floats
    return Prior(coefficient, drag, reach, across, up, white, walk, bound, bool(given.is_bent))
