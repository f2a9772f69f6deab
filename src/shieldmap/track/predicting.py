"""Where a tracked body will fall, where it came from, and how large the ellipses are.

Question: where and when does a tracked body meet the ground, from where was it launched, and how
uncertain are the two? From which look on is a track firm, and when is the predicted place of an
intercept known well enough to send an interceptor?

Model: state and covariance are moved along the arc with the filter's own transition. At the ground
the uncertainty of the position is laid along the velocity into the local level; the ellipse of a
stated probability follows from the two-dimensional normal distribution [bar-shalom2001, sec. 1.4].
A launch point cannot be reached that way, because thrust is not modelled: the arc is prolonged
backward to a reference height on its way up, and the ground distance from the launch point to
there, with its spread, is a prior that :func:`boost_of` takes from simulated boosts. The ellipse
holds both shares.

Limits: the ellipses are as good as the filter's model; a launch point is as good as the prior on
the missile, and a missile that is not of its kind lies outside. The arc below the reference height
is not used. Covariances are carried linearly.

Frame: Earth-fixed (ECEF); ellipses in the local level, azimuths clockwise from north.
Units: SI and radians.

Arguments of the kernels beside those of the module ``motion``: ``noise`` are the densities of the
acceleration's noise (m^2/s^3) and of the drag parameter's, ``target`` a height (m);
``tracks`` are filtered ones and ``gates`` a :class:`Gates`.
"""

import math
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap.earth import (
    WGS84,
    ecef_to_geodetic,
    geodesic_direct,
    geodesic_inverse,
    height_and_normal,
    tables,
)
from shieldmap.kernels import njit, prange
from shieldmap.model import VX, VY, VZ, Codes, Earth, Floats, Tables, X, Y, Z
from shieldmap.track.filtering import Prior, Tracks, TrackStatus, checked_prior
from shieldmap.track.looking import largest_variance
from shieldmap.track.motion import (
    STATE,
    add_noise,
    checked,
    climb,
    height,
    move,
    new_track_work,
    spread,
    step_s as step_of,
)

_TIME_LIMIT_S: Final = 12000.0
_CLOSE_M: Final = 1e-3
_ROUNDS: Final = 6


class Ellipses(NamedTuple):
    """Places on the ground with their uncertainty.

    ``latitude_rad``, ``longitude_rad`` (n,) is the centre; ``duration_s`` the time from the state
    to there (negative into the past) and ``duration_sigma_s`` its standard deviation;
    ``covariance_m2`` (n, 2, 2) is in east and north. ``semi_major_m``, ``semi_minor_m`` and the
    major axis' ``azimuth_rad`` describe the ellipse of the probability asked for.
    """

    latitude_rad: Floats
    longitude_rad: Floats
    duration_s: Floats
    duration_sigma_s: Floats
    covariance_m2: Floats
    semi_major_m: Floats
    semi_minor_m: Floats
    azimuth_rad: Floats
    status: Codes


class BoostPrediction(NamedTuple):
    """What is known of a kind of missile's boost, seen from its arc.

    ``ground_m`` is the distance on the ground from the launch point to where the arc, prolonged,
    passes ``reference_m`` on its way up; ``ground_sigma_m`` its spread, ``across_sigma_m`` that
    across the arc's azimuth there.
    """

    reference_m: float
    ground_m: float
    ground_sigma_m: float
    across_sigma_m: float


class Gates(NamedTuple):
    """What a track must fulfil.

    Firm: at least ``firm_looks`` looks, and a position known within ``firm_gate_m`` along the
    longest axis (one standard deviation). Commit: the position predicted for the intercept known
    within ``commit_gate_m``.
    """

    firm_looks: int
    firm_gate_m: float
    commit_gate_m: float


# What is laid down of an arc's end (n, 5): covariance (m^2) in east and north, variance of the time
# (s^2) and azimuth of the velocity (rad).
_EAST, _BOTH, _NORTH, _TIME, _AZIMUTH, _FIELDS = range(6)
_OK: Final = int(TrackStatus.OK)


# ---------------------------------------------------------------------------------------------
# A later time


@njit(_nrt=False)
def _advance(y, p, c, duration, noise, earth, tables, work):
    """Move a state with its covariances."""
    move(y, duration, earth, tables, work)
    spread(p, c, work)
    add_noise(p, duration, noise[0], noise[1])


@njit(parallel=True)
def _predict_batch(y, p, c, duration, noise, earth, tables):
    """Move every row; the first four have a first axis of rows."""
    for i in prange(y.shape[0]):
        _advance(y[i], p[i], c[i], duration[i], noise, earth, tables, new_track_work(1))


def predict(
    state: Floats,
    covariance: Floats,
    cross: Floats,
    duration_s: Floats | float,
    *,
    prior: Prior | None = None,
    earth: Earth = WGS84,
    air: Tables | None = None,
) -> tuple[Floats, Floats, Floats]:
    """States (n, 7), covariances (n, 7, 7) and cross covariances (n, 7, 3) some seconds later.

    ``prior`` gives the noise of the model; a negative duration goes back in time.
    """
    y, p, c = _copies(state, covariance, cross)
    duration = np.array(np.broadcast_to(duration_s, y.shape[:1]), dtype=np.float64)
    _predict_batch(y, p, c, duration, _noise(prior), earth, air if air is not None else tables())
    return y, p, c


def _copies(state: Any, covariance: Any, cross: Any) -> tuple[Floats, Floats, Floats]:
    y = checked(state, "state", (STATE,)).copy()
    p = checked(covariance, "covariance", (STATE, STATE)).copy()
    c = checked(cross, "cross", (STATE, 3)).copy()
    if not y.shape[0] == p.shape[0] == c.shape[0]:
        raise ValueError("state, covariance and cross must have one row for each track")
    return y, p, c


def _noise(prior: Prior | None) -> tuple[float, float]:
    """Densities of the noise of acceleration and of the drag parameter."""
    given = checked_prior(prior)
    return (
        given.acceleration_noise_m2_s3,
        given.drag_noise_hz / given.ballistic_coefficient_kg_m2**2,
    )


# ---------------------------------------------------------------------------------------------
# The ends of the arc


@njit(_nrt=False)
def _level(y, earth):
    """Height (m) and outward normal of a state."""
    return height_and_normal(y[X], y[Y], y[Z], earth.semi_major_axis_m, earth.eccentricity_squared)


@njit(_nrt=False)
def _to_height(y, p, c, target, noise, earth, tables, work):
    """End near a height: a few steps of Newton's rule on the climb; returns the time moved."""
    moved = 0.0
    for _ in range(_ROUNDS):
        above, nx, ny, nz = _level(y, earth)
        if abs(above - target) < _CLOSE_M:
            break
        step = (target - above) / (nx * y[VX] + ny * y[VY] + nz * y[VZ])
        _advance(y, p, c, step, noise, earth, tables, work)
        moved += step
    return moved


@njit(_nrt=False)
def _fall_state(y, p, c, noise, earth, tables, work):
    """Move a state to the ground; returns the duration, NaN if it does not come down."""
    t = 0.0
    while t < _TIME_LIMIT_S:
        if _level(y, earth)[0] <= 0.0:
            return t + _to_height(y, p, c, 0.0, noise, earth, tables, work)
        step = step_of(y, earth)
        _advance(y, p, c, step, noise, earth, tables, work)
        t += step
        if not math.isfinite(y[X]):
            break
    return math.nan


@njit(_nrt=False)
def _rise(y, p, c, target, noise, earth, tables, work):
    """Move a state to a height on its way up, back or forth; returns the duration or NaN."""
    t = 0.0
    while abs(t) < _TIME_LIMIT_S:
        rising = climb(y) > 0.0
        before = height(y, earth) - target
        if t > 0.0 and not rising:
            break  # the arc peaks below the height
        step = step_of(y, earth)
        if not rising or before > 0.0:
            step = -step
        _advance(y, p, c, step, noise, earth, tables, work)
        t += step
        after = height(y, earth) - target
        if not math.isfinite(after):
            break
        if climb(y) > 0.0 and (after <= 0.0 if step < 0.0 else after >= 0.0):
            return t + _to_height(y, p, c, target, noise, earth, tables, work)
    return math.nan


@njit(_nrt=False)
def _lay_down(y, p, earth, out):
    """Covariance in east and north, and variance of the time, where the arc meets a level.

    A point that is too high by d meets the level d / climb later; ``out`` (5,) is filled.
    """
    _, nx, ny, nz = _level(y, earth)
    level = math.sqrt(nx * nx + ny * ny)
    ex, ey = -ny / level, nx / level
    mx, my, mz = -nz * ey, nz * ex, nx * ey - ny * ex  # north is up x east
    vn = nx * y[VX] + ny * y[VY] + nz * y[VZ]
    east, north = ex * y[VX] + ey * y[VY], mx * y[VX] + my * y[VY] + mz * y[VZ]
    out[_EAST], out[_BOTH], out[_NORTH], out[_TIME] = 0.0, 0.0, 0.0, 0.0
    for i in range(3):
        for k in range(3):
            ni, nk = _pick(nx, ny, nz, i), _pick(nx, ny, nz, k)
            ei, ek = _pick(ex, ey, 0.0, i) - east / vn * ni, _pick(ex, ey, 0.0, k) - east / vn * nk
            mi, mk = _pick(mx, my, mz, i) - north / vn * ni, _pick(mx, my, mz, k) - north / vn * nk
            out[_EAST] += ei * ek * p[i, k]
            out[_BOTH] += ei * mk * p[i, k]
            out[_NORTH] += mi * mk * p[i, k]
            out[_TIME] += ni * nk * p[i, k] / (vn * vn)
    out[_AZIMUTH] = math.atan2(east, north)


@njit(_nrt=False)
def _pick(x, y, z, i):
    """One of three numbers, by the index ``i`` of its axis."""
    if i == 0:
        return x
    return y if i == 1 else z


@njit(_nrt=False)
def _end_row(y, p, c, target, noise, earth, tables, work, out):
    """Follow one arc down to the ground, or to a height on its way up where ``target`` >= 0."""
    finite = True
    for i in range(7):
        finite = finite and math.isfinite(y[i]) and math.isfinite(p[i, i])
    if not finite:
        return math.nan
    if target >= 0.0:
        duration = _rise(y, p, c, target, noise, earth, tables, work)
    else:
        duration = _fall_state(y, p, c, noise, earth, tables, work)
    if duration == duration:
        _lay_down(y, p, earth, out)
    return duration


@njit(parallel=True)
def _end_batch(y, p, c, target, noise, earth, tables, duration, out):
    """Follow every arc; all arrays have a first axis of rows."""
    for i in prange(y.shape[0]):
        duration[i] = _end_row(
            y[i], p[i], c[i], target, noise, earth, tables, new_track_work(1), out[i]
        )


def _end_states(
    state: Any,
    covariance: Any,
    target: float,
    prior: Prior | None,
    earth: Earth,
    air: Tables | None,
) -> tuple[Floats, Floats, Floats, Codes]:
    """Positions (n, 3), durations (n,), laid-down uncertainties (n, 5) and statuses of arcs."""
    y, p, c = _copies(state, covariance, np.zeros((len(state), STATE, 3)))
    is_bad = ~(np.isfinite(y).all(axis=1) & np.isfinite(p).all(axis=(1, 2)))
    duration, out = np.full(y.shape[0], np.nan), np.full((y.shape[0], _FIELDS), np.nan)
    _end_batch(
        y, p, c, target, _noise(prior), earth, air if air is not None else tables(), duration, out
    )
    status = np.where(np.isfinite(duration), TrackStatus.OK, TrackStatus.NEVER_DOWN)
    status = np.where(is_bad, TrackStatus.BAD_INPUT, status).astype(np.int8)
    y[status != TrackStatus.OK] = np.nan
    return y[:, :3], duration, out, status


def impact(
    state: Floats,
    covariance: Floats,
    *,
    probability: float = 0.95,
    prior: Prior | None = None,
    earth: Earth = WGS84,
    air: Tables | None = None,
) -> Ellipses:
    """Predicted impact points of states (n, 7) with covariances (n, 7, 7), and their ellipses.

    ``probability`` is that of the ellipse, between 0 and 1; ValueError outside.
    """
    position, duration, out, status = _end_states(state, covariance, -1.0, prior, earth, air)
    latitude, longitude, _ = ecef_to_geodetic(position)
    levelled = np.stack(
        [out[:, _EAST], out[:, _BOTH], out[:, _BOTH], out[:, _NORTH]], axis=-1
    ).reshape(-1, 2, 2)
    return _as_ellipses(
        latitude, longitude, duration, np.sqrt(out[:, _TIME]), levelled, probability, status
    )


def launch(
    state: Floats,
    covariance: Floats,
    boost: BoostPrediction,
    *,
    probability: float = 0.95,
    prior: Prior | None = None,
    earth: Earth = WGS84,
    air: Tables | None = None,
) -> Ellipses:
    """Estimated launch points of states (n, 7), with ellipses that hold the prior on the boost.

    The durations are those to the reference height of ``boost``, not to the launch.
    """
    position, duration, out, status = _end_states(
        state, covariance, boost.reference_m, prior, earth, air
    )
    latitude, longitude, _ = ecef_to_geodetic(position)
    azimuth = out[:, _AZIMUTH]
    lat, lon = geodesic_direct(
        latitude, longitude, azimuth + np.pi, np.full(latitude.shape, boost.ground_m)
    )
    along = np.stack([np.sin(azimuth), np.cos(azimuth)], axis=-1)
    across = np.stack([np.cos(azimuth), -np.sin(azimuth)], axis=-1)
    levelled = np.stack(
        [out[:, _EAST], out[:, _BOTH], out[:, _BOTH], out[:, _NORTH]], axis=-1
    ).reshape(-1, 2, 2)
    levelled = levelled + boost.ground_sigma_m**2 * along[:, :, None] * along[:, None, :]
    levelled = levelled + boost.across_sigma_m**2 * across[:, :, None] * across[:, None, :]
    return _as_ellipses(lat, lon, duration, np.sqrt(out[:, _TIME]), levelled, probability, status)


def boost_of(
    burnout: Floats,
    latitude_rad: Floats,
    longitude_rad: Floats,
    reference_m: float,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
) -> BoostPrediction:
    """The prior on a boost, from states at burnout (n, 7) of simulated flights from given places.

    Flights whose arc does not pass the reference height are left out; ValueError if fewer than two
    remain.
    """
    covariance = np.zeros((len(burnout), STATE, STATE))
    position, _, out, status = _end_states(burnout, covariance, reference_m, None, earth, air)
    good = status == TrackStatus.OK
    if np.count_nonzero(good) < 2:
        raise ValueError("a prior on a boost needs two arcs or more that pass the reference height")
    latitude, longitude, _ = ecef_to_geodetic(position[good])
    lat, lon = np.broadcast_arrays(latitude_rad, longitude_rad, np.empty(len(good)))[:2]
    distance, azimuth, _ = geodesic_inverse(latitude, longitude, lat[good], lon[good])
    turn = azimuth - out[good, _AZIMUTH] - np.pi
    along, across = distance * np.cos(turn), distance * np.sin(turn)
    return BoostPrediction(
        float(reference_m),
        float(along.mean()),
        float(along.std(ddof=1)),
        float(np.sqrt(np.mean(across**2))),
    )


def _as_ellipses(
    latitude: Floats,
    longitude: Floats,
    duration: Floats,
    duration_sigma: Floats,
    covariance: Floats,
    probability: float,
    status: Codes,
) -> Ellipses:
    """Semi-axes and azimuth of the ellipse that holds a share of a normal distribution."""
    if not 0.0 < probability < 1.0:
        raise ValueError(f"a probability lies between 0 and 1, not {probability:g}")
    size = math.sqrt(-2.0 * math.log(1.0 - probability))
    east, both, north = covariance[:, 0, 0], covariance[:, 0, 1], covariance[:, 1, 1]
    mean, half = 0.5 * (east + north), np.hypot(0.5 * (east - north), both)
    return Ellipses(
        latitude,
        longitude,
        duration,
        duration_sigma,
        covariance,
        size * np.sqrt(mean + half),
        size * np.sqrt(np.maximum(mean - half, 0.0)),
        0.5 * np.arctan2(2.0 * both, north - east) % np.pi,
        status,
    )


def in_ellipse(
    ellipses: Ellipses, latitude_rad: Floats, longitude_rad: Floats
) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Whether places lie in their ellipses; False where there is none."""
    lat, lon, _ = np.broadcast_arrays(latitude_rad, longitude_rad, ellipses.latitude_rad)
    distance, azimuth, _ = geodesic_inverse(
        ellipses.latitude_rad, ellipses.longitude_rad, np.array(lat), np.array(lon)
    )
    turn = azimuth - ellipses.azimuth_rad
    along, across = distance * np.cos(turn), distance * np.sin(turn)
    with np.errstate(invalid="ignore", divide="ignore"):
        far = (along / ellipses.semi_major_m) ** 2 + (across / ellipses.semi_minor_m) ** 2
    return np.asarray(far <= 1.0)


# ---------------------------------------------------------------------------------------------
# Firm tracks


@njit(_nrt=False)
def longest_m(p):
    """Standard deviation of the position along its longest axis."""
    return math.sqrt(largest_variance(p[0, 0], p[1, 1], p[2, 2], p[0, 1], p[0, 2], p[1, 2]))


@njit(_nrt=False)
def _ready_row(tracks, i, times, envelope, gates, noise, earth, tables, work, out):
    """Find when track ``i`` is firm and when an interceptor can be committed; fills ``out`` (2,).

    ``times`` (k,) are those of its looks, ``envelope`` (s) is when it is in reach.
    """
    looks = 1
    for k in range(times.size):
        if not math.isfinite(tracks.state[i, k, 0]):
            continue
        if looks < 2 or tracks.innovation[i, k] == tracks.innovation[i, k]:
            looks += 1
        covariance = tracks.covariance[i, k]
        if out[0] != out[0]:
            if looks < gates.firm_looks or longest_m(covariance) > gates.firm_gate_m:
                continue
            out[0] = times[k]
        for j in range(7):
            work.place[j] = tracks.state[i, k, j]
            for m in range(7):
                work.p[j, m] = covariance[j, m]
        if envelope > times[k]:
            _advance(work.place, work.p, work.c, envelope - times[k], noise, earth, tables, work)
        if longest_m(work.p) <= gates.commit_gate_m:
            out[1] = times[k]
            break


@njit(parallel=True)
def _ready_batch(tracks, times, envelope, gates, noise, earth, tables, out):
    """Judge every track that is one body; ``times`` (1 or n, k), ``envelope`` (n,), ``out`` (n, 2)."""
    for i in prange(out.shape[0]):
        if tracks.status[i] == _OK:
            own = times[i % times.shape[0]]
            _ready_row(
                tracks, i, own, envelope[i], gates, noise, earth, tables, new_track_work(1), out[i]
            )


def firm_and_commit(
    tracks: Tracks,
    time_s: Floats,
    envelope_s: Floats | float,
    gates: Gates,
    *,
    prior: Prior | None = None,
    earth: Earth = WGS84,
    air: Tables | None = None,
) -> tuple[Floats, Floats]:
    """When each track is firm and when an interceptor can be committed (n,), NaN for never.

    ``envelope_s`` is when the target is first within reach of the interceptor. A track that is
    not one ballistic body (:attr:`TrackStatus.INCONSISTENT`) or that has no meaning is never firm.
    ValueError for tracks whose history was not kept.
    """
    n, k = tracks.state.shape[:2]
    times = np.ascontiguousarray(np.atleast_2d(np.asarray(time_s, dtype=np.float64)))
    if times.shape not in {(1, k), (n, k)}:
        raise ValueError(f"firm_and_commit needs the history of {times.shape[1]} looks, not {k}")
    envelope = np.array(np.broadcast_to(envelope_s, (n,)), dtype=np.float64)
    out = np.full((n, 2), np.nan)
    air = air if air is not None else tables()
    _ready_batch(tracks, times, envelope, gates, _noise(prior), earth, air, out)
    return out[:, 0], out[:, 1]
