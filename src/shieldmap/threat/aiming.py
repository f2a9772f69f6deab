"""The solver: azimuth, pitch-over and cut-off that put an impact where it was asked for.

A table of the family seeds Newton's iteration on the real flight. The bits of a solution depend on
the table and the place alone, so neither on chunks nor on threads.

Arguments of the kernels: ``table`` is the family's; ``x`` and ``u`` count its rows and columns;
``wi`` and ``wj`` (4,) are weights on four of its rows from ``i`` and of its columns from ``j``;
``missile``, ``earth``, ``air``, ``launch``, ``tolerance``, ``kept`` and ``phase`` are what
:mod:`shieldmap.flight` takes; ``out`` (6,) is the solution of one place, ``goal``
its latitude and longitude. ``azimuth``, ``pitch``, ``bearing`` are in rad, ``cutoff`` in s,
``residual`` and ``distance`` in m.
"""

import math
from typing import Final

import numpy as np

from shieldmap import earth as _earth, flight
from shieldmap.earth import (
    WGS84,
    geodesic_direct_row,
    geodesic_inverse_row,
    height_and_normal,
    place,
    wrap,
)
from shieldmap.flight import (
    APOGEE,
    HEIGHT,
    IMPACT,
    STATE,
    FlightRecord,
    Launch,
    Steering,
    fly_row,
    new_phase,
    new_record,
)
from shieldmap.kernels import njit, prange
from shieldmap.model import (
    Aims,
    Earth,
    Flights,
    Floats,
    Missile,
    Status,
    Tables,
    Trajectories,
    X,
    Y,
    Z,
)
from shieldmap.threat.families import AimTable

HIT_M: Final = 10.0
"""An aim solution counts as found when its impact lies this near to the place."""

# Fields of a solution: angles (rad), cut-off (s), miss and range limit (m), flights flown.
_AZIMUTH, _PITCH, _CUTOFF, _RESIDUAL, _LIMIT, _FLIGHTS = range(6)
_SOLUTION: Final = 6

_GOAL_M: Final = 1.0
_LAST: Final = 3  # of four weights
_ROUNDS: Final = 30
_TRUSTED: Final = 3
_LONGEST_STEP: Final = 2.0
# Flights at full tolerance last as long as those of the table to a part in a thousand.
_SPARE: Final = 1.02


@njit(_nrt=False)
def _weights(x, n, is_ring, w):
    """Four-point Lagrange weights at x on knots 0, 1, 2 ... ``n`` - 1; returns the first knot.

    ``w`` (4,) gets the weights; where ``is_ring`` the last knot is followed by the first.
    """
    i = int(math.floor(x)) - 1
    if not is_ring:
        i = max(0, min(i, n - 4))
    s = x - i
    w[0] = -(s - 1.0) * (s - 2.0) * (s - 3.0) / 6.0
    w[1] = s * (s - 2.0) * (s - 3.0) / 2.0
    w[2] = -s * (s - 1.0) * (s - 3.0) / 2.0
    w[_LAST] = s * (s - 1.0) * (s - 2.0) / 6.0
    return i


@njit(_nrt=False)
def _sample(field, i, j, wi, wj):
    """One field (azimuth, column) of the table at the weights."""
    n = field.shape[0]
    total = 0.0
    for a in range(4):
        row = (i + a) % n
        part = 0.0
        for b in range(4):
            part += wj[b] * field[row, j + b]
        total += wi[a] * part
    return total


@njit(_nrt=False)
def _seed(table, bearing, distance, wi, wj):
    """Azimuth and column of the table whose flight falls at (``bearing``, ``distance`` in m).

    The column lies outside [0, last] where the place is too near or too far.
    """
    n, m = table.range_m.shape
    azimuth, u = bearing, 0.5 * (m - 1)
    for _ in range(4):
        i = _weights((azimuth / (2.0 * math.pi) * n) % n, n, True, wi)
        low, high = 0.0, m - 1.0
        j = _weights(high, m, False, wj)
        if distance > _sample(table.range_m, i, j, wi, wj):
            return azimuth, float(m)
        j = _weights(0.0, m, False, wj)
        if distance < _sample(table.range_m, i, j, wi, wj):
            return azimuth, -1.0
        for _ in range(30):
            u = 0.5 * (low + high)
            j = _weights(u, m, False, wj)
            if _sample(table.range_m, i, j, wi, wj) < distance:
                low = u
            else:
                high = u
        j = _weights(u, m, False, wj)
        azimuth = bearing - _sample(table.drift_rad, i, j, wi, wj)
    return azimuth, u


@njit(_nrt=False)
def _range_slope(table, azimuth, u, wi, wj):
    """Growth of the range (m) along the family per column."""
    n, m = table.range_m.shape
    i = _weights((azimuth / (2.0 * math.pi) * n) % n, n, True, wi)
    low, high = max(u - 0.25, 0.0), min(u + 0.25, m - 1.0)
    j = _weights(high, m, False, wj)
    top = _sample(table.range_m, i, j, wi, wj)
    j = _weights(low, m, False, wj)
    return (top - _sample(table.range_m, i, j, wi, wj)) / (high - low)


@njit(_nrt=False)
def _couplings(table, azimuth, u, wi, wj):
    """Change of the range with azimuth (m/rad) and of the bearing with the column (rad)."""
    n, m = table.range_m.shape
    x = azimuth / (2.0 * math.pi) * n
    j = _weights(u, m, False, wj)
    i = _weights((x + 0.1) % n, n, True, wi)
    right = _sample(table.range_m, i, j, wi, wj)
    i = _weights((x - 0.1) % n, n, True, wi)
    across = (right - _sample(table.range_m, i, j, wi, wj)) * n / (0.4 * math.pi)
    i = _weights(x % n, n, True, wi)
    low, high = max(u - 0.25, 0.0), min(u + 0.25, m - 1.0)
    j = _weights(high, m, False, wj)
    after = _sample(table.drift_rad, i, j, wi, wj)
    j = _weights(low, m, False, wj)
    return across, (after - _sample(table.drift_rad, i, j, wi, wj)) / (high - low)


@njit(_nrt=False)
def _from_launch(table, goal):
    """Distance (m) of a place, ``goal``, from the launch point."""
    return geodesic_inverse_row(table.latitude_rad, table.longitude_rad, goal[0], goal[1])[0]


@njit(_nrt=False)
def _aim_row(missile, table, goal, earth, air, tolerance, phase, w, kept, out):
    """Solve one place, ``goal`` (latitude, longitude); ``kept`` gets the flight of the solution.

    ``w`` (2, 4) is scratch for weights.
    """
    lat, lon = goal
    wi, wj, events = w[0], w[1], kept.events
    launch = Launch(table.position_m, table.east_north_up)
    n, m = table.range_m.shape
    out[:] = math.nan
    if not (lat * 0.0 + lon * 0.0 == 0.0):
        return Status.BAD_INPUT
    tx, ty, tz = place(lat, lon, 0.0, earth.semi_major_axis_m, earth.eccentricity_squared)
    clat, clon = table.centre_latitude_rad, table.centre_longitude_rad
    distance, bearing, _ = geodesic_inverse_row(clat, clon, lat, lon)
    i = _weights((bearing / (2.0 * math.pi) * n) % n, n, True, wi)
    limit = _sample(table.range_m, i, _weights(m - 1.0, m, False, wj), wi, wj)
    out[_LIMIT] = _from_launch(table, geodesic_direct_row(clat, clon, bearing, limit))
    out[_FLIGHTS] = 0.0
    if distance != distance:  # nearly antipodal: a third of the way round is the limit
        return Status.BEYOND_RANGE
    azimuth, u = _seed(table, bearing, distance, wi, wj)
    if u > m - 1.0 or not distance > 0.0:
        return Status.BEYOND_RANGE if distance > 0.0 else Status.BELOW_RANGE
    if u < 0.0:
        return Status.BELOW_RANGE
    slope = _range_slope(table, azimuth, u, wi, wj)
    full = table.cutoff_s[0, m - 1] if not missile.has_cutoff else math.inf
    best, extra = -1, 0.0
    across, along, around = 0.0, 0.0, 1.0
    moved_a, moved_u, was_short, was_turn = 0.0, 0.0, 0.0, 0.0
    for attempt in range(_ROUNDS):
        i = _weights((azimuth / (2.0 * math.pi) * n) % n, n, True, wi)
        j = _weights(u, m, False, wj)
        pitch = _sample(table.pitch_rad, i, j, wi, wj)
        cutoff = min(_sample(table.cutoff_s, i, j, wi, wj) + extra, full)
        steering = Steering(azimuth, pitch, cutoff, 0.0)
        status = fly_row(missile, launch, steering, earth, air, tolerance, phase, kept)
        if status != Status.OK:
            return status
        x, y, z = events[IMPACT, STATE + X], events[IMPACT, STATE + Y], events[IMPACT, STATE + Z]
        residual = math.sqrt((x - tx) ** 2 + (y - ty) ** 2 + (z - tz) ** 2)
        too_low = table.apogee_m - events[APOGEE, HEIGHT]
        if not residual >= out[_RESIDUAL] or attempt == 0:
            _take_flight(azimuth, pitch, cutoff, residual, out)
            best = attempt
        out[_FLIGHTS] = attempt + 1.0
        is_high = table.apogee_m * 0.0 == 0.0
        if residual < _GOAL_M and (not is_high or abs(too_low) < 10.0 * _GOAL_M):
            _take_flight(azimuth, pitch, cutoff, residual, out)
            best = attempt
            break
        flat, flon = _to_latitude_longitude(x, y, z, earth)
        flown, towards, _ = geodesic_inverse_row(clat, clon, flat, flon)
        turn, short = wrap(bearing - towards), distance - flown
        if attempt < _TRUSTED:
            # Newton's step with the table's derivatives of (range, bearing) by (azimuth, column).
            across, along = _couplings(table, azimuth, u, wi, wj)
        else:
            across, slope, around, along = _corrected(
                (across, slope, around, along),
                moved_a,
                moved_u,
                was_short - short,
                wrap(was_turn - turn),
            )
        step = (short * around - across * turn) / (slope * around - across * along)
        step = min(max(step, -_LONGEST_STEP), _LONGEST_STEP)
        moved_a, moved_u = azimuth, u
        azimuth += (turn - along * step) / around
        u += step
        was_short, was_turn = short, turn
        u = min(max(u, -0.5), m - 0.5)
        moved_a, moved_u = azimuth - moved_a, u - moved_u
        if is_high:
            extra += too_low / _sample(table.climb_m_s, i, j, wi, wj)
    return _finish(missile, launch, out, best, earth, air, tolerance, phase, kept)


@njit(_nrt=False)
def _corrected(slopes, moved_a, moved_u, gained_m, gained_rad):
    """Derivatives corrected by what the last step has done [broyden1965].

    For where the table is too coarse: ``slopes`` are those of range and bearing, each by azimuth and by
    column. The
    step moved azimuth and column by ``moved_a`` and ``moved_u``.
    """
    across, slope, around, along = slopes
    size = moved_a * moved_a + moved_u * moved_u
    if size == 0.0:
        return slopes
    miss_m = (gained_m - across * moved_a - slope * moved_u) / size
    miss_rad = (gained_rad - around * moved_a - along * moved_u) / size
    return (
        across + miss_m * moved_a,
        slope + miss_m * moved_u,
        around + miss_rad * moved_a,
        along + miss_rad * moved_u,
    )


@njit(_nrt=False)
def _take_flight(azimuth, pitch, cutoff, residual, out):
    """Take a flight (rad, rad, s) and its miss (m) for the solution."""
    out[_AZIMUTH], out[_PITCH], out[_CUTOFF], out[_RESIDUAL] = azimuth, pitch, cutoff, residual


@njit(_nrt=False)
def _finish(missile, launch, out, best, earth, air, tolerance, phase, kept):
    """Fly the best attempt again where it was not the last."""
    if not out[_RESIDUAL] < HIT_M:
        return Status.NOT_CONVERGED
    if best + 1.0 < out[_FLIGHTS]:
        steering = Steering(out[_AZIMUTH], out[_PITCH], out[_CUTOFF], 0.0)
        fly_row(missile, launch, steering, earth, air, tolerance, phase, kept)
    return Status.OK


@njit(_nrt=False)
def _to_latitude_longitude(x, y, z, earth):
    """Latitude and longitude of a point on the ground, ``x``, ``y`` and ``z`` (m)."""
    _, nx, ny, nz = height_and_normal(x, y, z, earth.semi_major_axis_m, earth.eccentricity_squared)
    return math.atan2(nz, math.hypot(nx, ny)), math.atan2(y, x)


@njit(_nrt=False)
def _aim_or_none(missile, table, goal, earth, air, tolerance, phase, w, kept, out):
    """The same, and no flight is kept where the place is not met; ``w`` (2, 4) is scratch."""
    status = _aim_row(missile, table, goal, earth, air, tolerance, phase, w, kept, out)
    if status != Status.OK:
        kept.events[:] = math.nan
        kept.grid[:] = math.nan
    return status


@njit(parallel=True)
def _aim_batch(missile, table, latitude, longitude, earth, air, tolerance, kept, out, status):
    """Solve places, ``latitude`` and ``longitude`` (n,); ``kept``, ``out`` and ``status`` have a first axis of rows."""
    for i in prange(latitude.size):
        grid = kept.grid[i] if kept.every_s > 0.0 else kept.grid[0, :0]
        status[i] = _aim_or_none(
            missile,
            table,
            (latitude[i], longitude[i]),
            earth,
            air,
            tolerance,
            new_phase(),
            np.empty((2, 4)),
            FlightRecord(kept.events[i], grid, kept.every_s),
            out[i],
        )


def aim(
    missile: Missile,
    table: AimTable,
    latitude_rad: Floats,
    longitude_rad: Floats,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
    tolerance_m: float | None = None,
) -> Aims:
    """Find how to fly to each place (n,); a place out of range has its status and the limit."""
    return fly_to(
        missile, table, latitude_rad, longitude_rad, earth=earth, air=air, tolerance_m=tolerance_m
    )[0]


def fly_to(
    missile: Missile,
    table: AimTable,
    latitude_rad: Floats,
    longitude_rad: Floats,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
    tolerance_m: float | None = None,
    every_s: float = 0.0,
) -> tuple[Aims, Flights, Trajectories | None]:
    """Find how to fly to each place (n,) and keep the flights that do.

    ``every_s`` keeps their states on this time grid too. A place out of range has its status, the
    limit in its direction and no flight: NaN events and no samples.
    """
    n = latitude_rad.size
    out, status = np.empty((n, _SOLUTION)), np.empty(n, dtype=np.int64)
    kept = new_record(n, every_s, _longest_s(table, latitude_rad, longitude_rad, every_s))
    air = air or _earth.tables()
    tolerance = table.tolerance_m if tolerance_m is None else tolerance_m
    _aim_batch(
        missile, table, latitude_rad, longitude_rad, earth, air, tolerance, kept, out, status
    )
    aims = Aims(
        azimuth_rad=out[:, _AZIMUTH].copy(),
        pitch_rad=out[:, _PITCH].copy(),
        cutoff_s=out[:, _CUTOFF].copy(),
        residual_m=out[:, _RESIDUAL].copy(),
        range_limit_m=out[:, _LIMIT].copy(),
        flights_used=np.nan_to_num(out[:, _FLIGHTS]).astype(np.int64),
        status=status.astype(np.int8),
    )
    return aims, *flight.as_flights(kept, status)


def _longest_s(
    table: AimTable, latitude_rad: Floats, longitude_rad: Floats, every_s: float
) -> float:
    """How long the longest flight of the table's columns up to these places lasts, with a spare."""
    if not every_s > 0.0:
        return 0.0
    n = latitude_rad.size
    distance, _, _ = _earth.geodesic_inverse(
        np.full(n, table.centre_latitude_rad),
        np.full(n, table.centre_longitude_rad),
        latitude_rad,
        longitude_rad,
    )
    farthest = np.nanmax(distance, initial=0.0)
    last = min(int(np.sum(table.range_m.min(axis=0) < farthest)), table.range_m.shape[1] - 1)
    return _SPARE * float(table.flight_s[:, : last + 1].max())


def fly_aims(
    missile: Missile,
    table: AimTable,
    aims: Aims,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
    tolerance_m: float | None = None,
    every_s: float = 0.0,
    until_s: float = 0.0,
) -> tuple[Flights, Trajectories | None]:
    """Fly aim solutions again, keeping events and, where asked for, sampled trajectories."""
    return flight.fly(
        missile,
        Launch(table.position_m, table.east_north_up),
        Steering(aims.azimuth_rad, aims.pitch_rad, aims.cutoff_s),
        earth=earth,
        air=air,
        tolerance_m=table.tolerance_m if tolerance_m is None else tolerance_m,
        every_s=every_s,
        until_s=until_s,
    )
