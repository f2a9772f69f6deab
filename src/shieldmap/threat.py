"""How a ballistic missile is flown to a place: aim solutions on the rotating Earth.

Question: given a launch point, a place and a class of trajectory, which azimuth, pitch-over and
thrust cut-off put the impact there, or why can this missile not threaten the place?

Model: every class is a family of flights with one parameter along which the range grows:
minimum energy (the pitch-over that flies farthest for each cut-off, so the least cut-off time for
each range), a given apogee (each pitch-over with the cut-off that peaks there), and full burn
(each pitch-over steeper, or flatter, than the one that flies farthest). A table of the family
around the compass, made once for a missile and a launch point, seeds a secant iteration on the
real flight; its bits depend on nothing else, so neither on chunks nor on threads.

Limits: places lie on the ellipsoid; only the last stage is cut off; a solid without thrust
termination burns fully; places nearer than the first column of the table are not flown.

Frame: Earth-fixed (ECEF). Units: SI and radians. The families follow from the definition of their
classes; the flights are those of ``flight``.
"""

import math
from typing import Final, NamedTuple

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

from shieldmap import earth as _earth, flight
from shieldmap.earth import (
    WGS84,
    geodesic_direct_row,
    geodesic_inverse_row,
    height_and_normal,
    place,
    wrap,
)
from shieldmap.flight import Launch, fly_row, new_work
from shieldmap.model import (
    Aims,
    Earth,
    Event,
    Flights,
    Floats,
    Missile,
    Status,
    Tables,
    Trajectories,
    TrajectoryClass,
)

HIT_M: Final = 10.0
"""An aim solution counts as found when its impact lies this near to the place."""

_GOAL_M: Final = 1.0
_ROUNDS: Final = 14
_AZIMUTHS: Final = 12
_RIDGE_AZIMUTHS: Final = 4
_COLUMNS: Final = 18
_LEAST_BURN: Final = 0.35
_STEEPEST_RAD: Final = 0.002
_FLATTEST_RAD: Final = 1.4
_SCAN: Final = 17
_REFINE: Final = 9
_REFINE_ROUNDS: Final = 3
_BISECTIONS: Final = 26
_NEAR_PEAK: Final = 0.04
# A table only seeds the solver, which flies at its own tolerance: 10 m are good enough here and
# twice as fast.
_SEED_TOLERANCE_M: Final = 0.3
FARTHEST_M: Final = 16.5e6
_END_ROUNDS: Final = 12
# Flights at full tolerance last as long as those of the table to a part in a thousand.
_SPARE: Final = 1.02


class AimTable(NamedTuple):
    """One family of flights from one launch point: rows are azimuths, columns grow in range.

    ``range_m`` and ``drift_rad`` are polar coordinates of the impact about the centre. The centre
    is the launch point, but for steep families it is where the vertical flight falls: the turning
    Earth carries a long vertical flight hundreds of kilometres to the west.
    ``apogee_m`` is NaN unless the class holds an apogee; ``climb_m_s`` is then the change of
    apogee with cut-off. ``drift_rad`` is the impact's bearing less the launch azimuth,
    ``flight_s`` the time of flight.
    """

    position_m: Floats
    east_north_up: Floats
    latitude_rad: float
    longitude_rad: float
    centre_latitude_rad: float
    centre_longitude_rad: float
    pitch_rad: Floats
    cutoff_s: Floats
    range_m: Floats
    drift_rad: Floats
    climb_m_s: Floats
    flight_s: Floats
    apogee_m: float


def last_burn_s(missile: Missile) -> tuple[float, float]:
    """Ignition and burnout of the last stage, in seconds since launch."""
    ends = np.cumsum(missile.stage_burn_s + missile.stage_coast_s) - missile.stage_coast_s
    return float(ends[-1] - missile.stage_burn_s[-1]), float(ends[-1])


def aim_table(
    missile: Missile,
    latitude_rad: float,
    longitude_rad: float,
    trajectory_class: TrajectoryClass = TrajectoryClass.MINIMUM_ENERGY,
    apogee_m: float = math.nan,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
) -> AimTable:
    """Make the family of one class from one launch point.

    Raises
    ------
    ValueError : the class cannot be flown by this missile, with the reason in a sentence.
    """
    builder = _Builder(missile, latitude_rad, longitude_rad, earth, air or _earth.tables())
    if math.isfinite(apogee_m):
        if not missile.has_cutoff:
            raise ValueError(
                "a solid without thrust termination burns fully, so its range fixes the apogee"
            )
        return builder.held_apogee(apogee_m)
    if trajectory_class == TrajectoryClass.MINIMUM_ENERGY:
        if not missile.has_cutoff:
            raise ValueError(
                "a solid without thrust termination has no minimum-energy flight short of its "
                "full range: ask for the lofted or the depressed solution at full burn"
            )
        return builder.minimum_energy()
    return builder.full_burn(trajectory_class == TrajectoryClass.LOFTED)


def farthest(
    missile: Missile,
    latitude_rad: float,
    longitude_rad: float,
    azimuth_rad: float,
    cutoff_s: float,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
) -> float:
    """Range in metres of the pitch-over that reaches farthest with a given cut-off.

    Infinite where a flight stays up or goes beyond a third of the way round the Earth.
    """
    builder = _Builder(missile, latitude_rad, longitude_rad, earth, air or _earth.tables())
    azimuth, cutoff = np.array([azimuth_rad]), np.array([cutoff_s])
    pitch = builder.farthest_pitch(azimuth, cutoff)
    fallen = builder.fly(azimuth, pitch, cutoff)
    reach_m = float(builder.reach_m(azimuth, cutoff)[0])
    return math.inf if reach_m > FARTHEST_M else float(fallen.range_m[0])


class _Fallen(NamedTuple):
    """Flights of one shape: NaN where they failed; ``stays_up`` where they ran out of time."""

    range_m: Floats
    bearing_rad: Floats
    apogee_m: Floats
    flight_s: Floats
    stays_up: NDArray[np.bool_]


class _Builder:
    """Flies the fixed pattern of flights that a family is made of."""

    def __init__(
        self, missile: Missile, latitude: float, longitude: float, earth: Earth, air: Tables
    ) -> None:
        self.missile, self.earth, self.air = missile, earth, air
        self.latitude, self.longitude = latitude, longitude
        x, y, z = place(
            latitude, longitude, 0.0, earth.semi_major_axis_m, earth.eccentricity_squared
        )
        self.launch = Launch(np.array([x, y, z]), _earth.east_north_up(latitude, longitude))
        self.centre = (latitude, longitude)

    def centre_on_vertical(self, cutoff_s: float) -> None:
        """Measure ranges and bearings from where the vertical flight falls."""
        flown = self._events(np.zeros(1), np.zeros(1), np.array([cutoff_s]))
        if flown.status[0] == Status.OK:
            lat, lon, _ = _earth.ecef_to_geodetic(flown.event_position_m[0, Event.IMPACT])
            self.centre = (float(lat), float(lon))

    def fly(self, azimuth: Floats, pitch: Floats, cutoff: Floats) -> _Fallen:
        """Fly launches of one broadcast shape and measure where and how they fall."""
        arrays = np.broadcast_arrays(azimuth, pitch, cutoff)
        shape = arrays[0].shape
        flown = self._events(*(np.ascontiguousarray(a, dtype=np.float64).ravel() for a in arrays))
        n = flown.status.size
        lat, lon, _ = _earth.ecef_to_geodetic(flown.event_position_m[:, Event.IMPACT])
        distance, bearing, _ = _earth.geodesic_inverse(
            np.full(n, self.centre[0]), np.full(n, self.centre[1]), lat, lon
        )
        bad = flown.status != Status.OK

        def masked(values: Floats) -> Floats:
            return np.where(bad, np.nan, values).reshape(shape)

        return _Fallen(
            range_m=masked(distance),
            bearing_rad=masked(bearing),
            apogee_m=masked(flown.event_altitude_m[:, Event.APOGEE]),
            flight_s=masked(flown.event_time_s[:, Event.IMPACT]),
            stays_up=(flown.status == Status.TIME_LIMIT).reshape(shape),
        )

    def _events(self, azimuth: Floats, pitch: Floats, cutoff: Floats) -> Flights:
        n = azimuth.size
        return flight.fly(
            self.missile,
            np.tile(self.launch.position_m, (n, 1)),
            np.tile(self.launch.east_north_up, (n, 1, 1)),
            azimuth,
            pitch,
            cutoff,
            earth=self.earth,
            air=self.air,
            tolerance_m=_SEED_TOLERANCE_M,
        )[0]

    def farthest_pitch(self, azimuth: Floats, cutoff: Floats) -> Floats:
        """The pitch angle that flies farthest, for each azimuth and cut-off of one shape."""
        scan = np.geomspace(_STEEPEST_RAD, _FLATTEST_RAD, _SCAN)
        low, high = np.full(azimuth.shape, scan[0]), np.full(azimuth.shape, scan[-1])
        pitch = np.broadcast_to(scan, (*azimuth.shape, _SCAN))
        for _ in range(_REFINE_ROUNDS + 1):
            distance = self.fly(azimuth[..., None], pitch, cutoff[..., None]).range_m
            best = np.argmax(np.nan_to_num(distance, nan=-1.0), axis=-1)[..., None]
            last = pitch.shape[-1] - 1
            low = np.take_along_axis(pitch, np.maximum(best - 1, 0), axis=-1)[..., 0]
            high = np.take_along_axis(pitch, np.minimum(best + 1, last), axis=-1)[..., 0]
            pitch = low[..., None] + (high - low)[..., None] * np.linspace(0.0, 1.0, _REFINE)
        return 0.5 * (low + high)

    def minimum_energy(self) -> AimTable:
        start, end = last_burn_s(self.missile)
        first = max(start + 0.02 * (end - start), self.missile.rise_s + self.missile.pitch_s + 1.0)
        if self.missile.stage_burn_s.size == 1:
            first = max(first, _LEAST_BURN * end)
        few = np.arange(_RIDGE_AZIMUTHS, dtype=np.float64) * (2.0 * np.pi / _RIDGE_AZIMUTHS)
        last = self._ends(few, first, end)
        # The range grows ever faster with the cut-off: more columns near the end.
        share = 1.0 - np.linspace(1.0, 0.0, _COLUMNS) ** 1.7
        columns = first + (last[:, None] - first) * share
        ridge = self.farthest_pitch(*np.broadcast_arrays(few[:, None], columns))
        azimuth = _compass()
        ends = np.minimum(_around(last[:, None], azimuth), end)
        return self._table(azimuth, _around(ridge, azimuth), first + (ends - first) * share)

    def _ends(self, azimuth: Floats, first: float, end: float) -> Floats:
        """The last useful cut-off: full burn, or where a flight goes a third of the way round.

        Beyond that a strong missile passes the antipode or stays up, and its range falls again.
        """
        low, high = np.full(azimuth.shape, first), np.full(azimuth.shape, end)
        low = np.where(self.reach_m(azimuth, high) < FARTHEST_M, high, low)
        if np.all(low == high):
            return high
        for _ in range(_END_ROUNDS):
            middle = 0.5 * (low + high)
            near = self.reach_m(azimuth, middle) < FARTHEST_M
            low, high = np.where(near, middle, low), np.where(near, high, middle)
        return low

    def reach_m(self, azimuth: Floats, cutoff: Floats) -> Floats:
        """The greatest range over the scanned pitch angles; infinite where a flight stays up."""
        scan = np.geomspace(_STEEPEST_RAD, _FLATTEST_RAD, 4 * _SCAN)
        fallen = self.fly(azimuth[:, None], scan, cutoff[:, None])
        return np.where(fallen.stays_up.any(axis=1), np.inf, np.nanmax(fallen.range_m, axis=1))

    def full_burn(self, is_lofted: bool) -> AimTable:
        azimuth = _compass()
        end = np.full(azimuth.shape, last_burn_s(self.missile)[1])
        if is_lofted:
            self.centre_on_vertical(float(end[0]))
        peak = self.farthest_pitch(azimuth, end)[:, None]
        edge = _STEEPEST_RAD if is_lofted else min(_FLATTEST_RAD, 3.0 * float(np.max(peak)))
        share = np.linspace(0.0, 1.0, 4 * _COLUMNS)
        pitch = edge + (peak - edge) * share
        distance = self.fly(azimuth[:, None], pitch, end[:, None]).range_m
        rows = []
        for i in range(azimuth.size):
            # Keep the part on which every pitch flies and the range grows towards the peak.
            good = np.isfinite(distance[i])
            good[1:] &= np.diff(np.nan_to_num(distance[i], nan=np.inf)) > 0.0
            bad = np.flatnonzero(~good[:-1])
            rows.append(share[bad[-1] + 1] if bad.size else 0.0)
        first = max(rows)
        # Near the peak the range is flat in the pitch: columns in the root of the distance to it.
        spread = 1.0 - (1.0 - first) * np.linspace(1.0, _NEAR_PEAK, _COLUMNS)
        pitch = edge + (peak - edge) * spread
        return self._table(azimuth, pitch, np.broadcast_to(end[:, None], pitch.shape).copy())

    def held_apogee(self, apogee_m: float) -> AimTable:
        azimuth = _compass()
        start, end = last_burn_s(self.missile)
        first = max(start + 0.02 * (end - start), self.missile.rise_s + self.missile.pitch_s + 1.0)
        steep = np.full(azimuth.shape, _STEEPEST_RAD)
        if not np.all(self.fly(azimuth, steep, np.full(azimuth.shape, end)).apogee_m > apogee_m):
            raise ValueError(
                f"the missile cannot climb to an apogee of {apogee_m / 1e3:g} km even straight up"
            )
        low, high = steep.copy(), np.full(azimuth.shape, _FLATTEST_RAD)
        for _ in range(_BISECTIONS):
            middle = 0.5 * (low + high)
            above = self.fly(azimuth, middle, np.full(azimuth.shape, end)).apogee_m > apogee_m
            low, high = np.where(above, middle, low), np.where(above, high, middle)
        early_s, late_s = first, end
        for _ in range(_BISECTIONS):
            middle_s = 0.5 * (early_s + late_s)
            above_s = self.fly(azimuth[:1], steep[:1], np.array([middle_s])).apogee_m[0] > apogee_m
            early_s, late_s = (early_s, middle_s) if above_s else (middle_s, late_s)
        self.centre_on_vertical(late_s)
        pitch = steep[:, None] + (low - steep)[:, None] * np.linspace(0.0, 1.0, _COLUMNS) ** 1.5
        early, late = np.full(pitch.shape, first), np.full(pitch.shape, end)
        for _ in range(_BISECTIONS):
            middle = 0.5 * (early + late)
            above = self.fly(azimuth[:, None], pitch, middle).apogee_m > apogee_m
            early, late = np.where(above, early, middle), np.where(above, middle, late)
        return self._table(azimuth, pitch, late, apogee_m)

    def _table(
        self, azimuth: Floats, pitch: Floats, cutoff: Floats, apogee_m: float = math.nan
    ) -> AimTable:
        fallen = self.fly(azimuth[:, None], pitch, cutoff)
        distance = fallen.range_m
        climb = np.ones(pitch.shape)
        if math.isfinite(apogee_m):
            earlier = self.fly(azimuth[:, None], pitch, cutoff - 0.1).apogee_m
            climb = (fallen.apogee_m - earlier) / 0.1
        usable = np.all(np.isfinite(distance), axis=0)
        usable[1:] &= np.all(np.diff(distance, axis=1) > 0.0, axis=0)
        keep = _longest_run(usable)
        if keep.stop - keep.start < 4:
            raise ValueError("the missile does not fly this class of trajectory from here")
        drift = (fallen.bearing_rad - azimuth[:, None] + np.pi) % (2.0 * np.pi) - np.pi
        parts = (pitch, cutoff, distance, drift, climb, fallen.flight_s)
        pitch, cutoff, distance, drift, climb, flight_s = (
            np.ascontiguousarray(part[:, keep]) for part in parts
        )
        return AimTable(
            position_m=self.launch.position_m,
            east_north_up=self.launch.east_north_up,
            latitude_rad=self.latitude,
            longitude_rad=self.longitude,
            centre_latitude_rad=self.centre[0],
            centre_longitude_rad=self.centre[1],
            pitch_rad=pitch,
            cutoff_s=cutoff,
            range_m=distance,
            drift_rad=drift,
            climb_m_s=climb,
            flight_s=flight_s,
            apogee_m=apogee_m,
        )


def _longest_run(usable: np.ndarray) -> slice:
    """The longest run of true columns: on it the range grows with the column."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], usable, [False]]).astype(np.int8)))
    starts, stops = edges[::2], edges[1::2]
    if starts.size == 0:
        return slice(0, 0)
    longest = int(np.argmax(stops - starts))
    return slice(int(starts[longest]), int(stops[longest]))


def _compass() -> Floats:
    return np.arange(_AZIMUTHS, dtype=np.float64) * (2.0 * np.pi / _AZIMUTHS)


def _around(values: Floats, azimuth: Floats) -> Floats:
    """Values on equal azimuths (rows) brought to other azimuths by the first harmonic."""
    n = values.shape[0]
    angles = np.arange(n) * (2.0 * np.pi / n)
    mean = values.mean(axis=0)
    cosine = 2.0 / n * (np.cos(angles)[:, None] * values).sum(axis=0)
    sine = 2.0 / n * (np.sin(angles)[:, None] * values).sum(axis=0)
    return mean + np.cos(azimuth)[:, None] * cosine + np.sin(azimuth)[:, None] * sine


# ---------------------------------------------------------------------------------------------
# The solver


@njit(cache=True, error_model="numpy", _nrt=False)
def _weights(x, n, is_ring, w):
    """Four-point Lagrange weights at x on knots 0, 1, 2 ...; returns the first knot."""
    i = int(math.floor(x)) - 1
    if not is_ring:
        i = max(0, min(i, n - 4))
    s = x - i
    w[0] = -(s - 1.0) * (s - 2.0) * (s - 3.0) / 6.0
    w[1] = s * (s - 2.0) * (s - 3.0) / 2.0
    w[2] = -s * (s - 1.0) * (s - 3.0) / 2.0
    w[3] = s * (s - 1.0) * (s - 2.0) / 6.0
    return i


@njit(cache=True, error_model="numpy", _nrt=False)
def _sample(field, i, j, wi, wj):
    """One field of the table at the weights of (azimuth, column)."""
    n = field.shape[0]
    total = 0.0
    for a in range(4):
        row = (i + a) % n
        part = 0.0
        for b in range(4):
            part += wj[b] * field[row, j + b]
        total += wi[a] * part
    return total


@njit(cache=True, error_model="numpy", _nrt=False)
def _seed(table, bearing, distance, wi, wj):
    """Azimuth and column of the table whose flight falls at (bearing, distance).

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


@njit(cache=True, error_model="numpy", _nrt=False)
def _slope(table, azimuth, u, wi, wj):
    """Growth of the range along the family per column."""
    n, m = table.range_m.shape
    i = _weights((azimuth / (2.0 * math.pi) * n) % n, n, True, wi)
    low, high = max(u - 0.25, 0.0), min(u + 0.25, m - 1.0)
    j = _weights(high, m, False, wj)
    top = _sample(table.range_m, i, j, wi, wj)
    j = _weights(low, m, False, wj)
    return (top - _sample(table.range_m, i, j, wi, wj)) / (high - low)


@njit(cache=True, error_model="numpy", _nrt=False)
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


@njit(cache=True, error_model="numpy", _nrt=False)
def _aim_row(missile, table, lat, lon, earth, air, tolerance, events, grid, dt, work, w, out):
    """Solve one place; ``out`` gets azimuth, pitch, cut-off, residual, range limit, flights.

    ``events`` and, where it has rows, ``grid`` keep the flight of the solution.
    """
    wi, wj = w[0], w[1]
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
    flat, flon = geodesic_direct_row(clat, clon, bearing, limit)
    out[4] = geodesic_inverse_row(table.latitude_rad, table.longitude_rad, flat, flon)[0]
    out[5] = 0.0
    azimuth, u = _seed(table, bearing, distance, wi, wj)
    if u > m - 1.0 or not distance > 0.0:
        return Status.BEYOND_RANGE if distance > 0.0 else Status.BELOW_RANGE
    if u < 0.0:
        return Status.BELOW_RANGE
    slope = _slope(table, azimuth, u, wi, wj)
    extra = 0.0
    full = table.cutoff_s[0, m - 1] if not missile.has_cutoff else math.inf
    kept = -1
    for attempt in range(_ROUNDS):
        # The first flight is seldom the last, so only later ones are worth sampling.
        samples = grid if attempt > 0 else grid[:0]
        i = _weights((azimuth / (2.0 * math.pi) * n) % n, n, True, wi)
        j = _weights(u, m, False, wj)
        pitch = _sample(table.pitch_rad, i, j, wi, wj)
        cutoff = min(_sample(table.cutoff_s, i, j, wi, wj) + extra, full)
        status = fly_row(
            missile, launch, azimuth, pitch, cutoff, 0.0, earth, air, tolerance,
            events, samples, dt, work,
        )  # fmt: skip
        if status != Status.OK:
            return status
        x, y, z = events[3, 1], events[3, 2], events[3, 3]
        residual = math.sqrt((x - tx) ** 2 + (y - ty) ** 2 + (z - tz) ** 2)
        too_low = table.apogee_m - events[1, 7]
        if not residual >= out[3] or attempt == 0:
            out[0], out[1], out[2], out[3] = azimuth, pitch, cutoff, residual
            kept = attempt
        out[5] = attempt + 1.0
        is_high = table.apogee_m * 0.0 == 0.0
        if residual < _GOAL_M and (not is_high or abs(too_low) < 10.0 * _GOAL_M):
            out[0], out[1], out[2], out[3] = azimuth, pitch, cutoff, residual
            kept = attempt
            break
        flat, flon = _to_latitude_longitude(x, y, z, earth)
        flown, towards, _ = geodesic_inverse_row(clat, clon, flat, flon)
        turn = wrap(bearing - towards)
        across, along = _couplings(table, azimuth, u, wi, wj)
        # Newton's step with the table's derivatives of (range, bearing) by (azimuth, column).
        step = (distance - flown - across * turn) / (slope - across * along)
        azimuth += turn - along * step
        u += step
        u = min(max(u, -0.5), m - 0.5)
        if is_high:
            extra += too_low / _sample(table.climb_m_s, i, j, wi, wj)
    if not out[3] < HIT_M:
        return Status.NOT_CONVERGED
    if kept + 1.0 < out[5] or (kept == 0 and grid.shape[0] > 0):
        fly_row(
            missile, launch, out[0], out[1], out[2], 0.0, earth, air, tolerance, events, grid, dt,
            work,
        )  # fmt: skip
    return Status.OK


@njit(cache=True, error_model="numpy", _nrt=False)
def _to_latitude_longitude(x, y, z, earth):
    _, nx, ny, nz = height_and_normal(x, y, z, earth.semi_major_axis_m, earth.eccentricity_squared)
    return math.atan2(nz, math.hypot(nx, ny)), math.atan2(y, x)


@njit(cache=True, parallel=True, error_model="numpy")
def _aim_batch(
    missile, table, latitude, longitude, earth, air, tolerance, dt, events, grids, out, status
):
    for i in prange(latitude.size):
        grid = grids[i] if dt > 0.0 else grids[0, :0]
        status[i] = _aim_row(
            missile, table, latitude[i], longitude[i], earth, air, tolerance, events[i], grid, dt,
            new_work(), np.empty((2, 4)), out[i],
        )  # fmt: skip
        if status[i] != Status.OK:
            events[i] = math.nan
            grid[:] = math.nan


def aim(
    missile: Missile,
    table: AimTable,
    latitude_rad: Floats,
    longitude_rad: Floats,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
    tolerance_m: float = flight.TOLERANCE_M,
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
    tolerance_m: float = flight.TOLERANCE_M,
    every_s: float = 0.0,
) -> tuple[Aims, Flights, Trajectories | None]:
    """Find how to fly to each place (n,) and keep the flights that do.

    ``every_s`` keeps their states on this time grid too. A place out of range has its status, the
    limit in its direction and no flight: NaN events and no samples.
    """
    n = latitude_rad.size
    out = np.empty((n, 6))
    status = np.empty(n, dtype=np.int64)
    events = np.empty((n, len(Event), 8))
    rows = _samples_needed(table, latitude_rad, longitude_rad, every_s)
    grids = np.empty((n if every_s > 0.0 else 1, rows, 6))
    _aim_batch(
        missile, table, latitude_rad, longitude_rad, earth, air or _earth.tables(), tolerance_m,
        every_s, events, grids, out, status,
    )  # fmt: skip
    aims = Aims(
        azimuth_rad=out[:, 0].copy(),
        pitch_rad=out[:, 1].copy(),
        cutoff_s=out[:, 2].copy(),
        residual_m=out[:, 3].copy(),
        range_limit_m=out[:, 4].copy(),
        flights_used=np.nan_to_num(out[:, 5]).astype(np.int64),
        status=status.astype(np.int8),
    )
    kept = flight.as_trajectories(grids, every_s) if every_s > 0.0 else None
    return aims, flight.as_flights(events, status), kept


def _samples_needed(
    table: AimTable, latitude_rad: Floats, longitude_rad: Floats, every_s: float
) -> int:
    """Rows of a time grid that hold the longest flight of the table's columns up to these places."""
    if not every_s > 0.0:
        return 1
    n = latitude_rad.size
    distance, _, _ = _earth.geodesic_inverse(
        np.full(n, table.centre_latitude_rad), np.full(n, table.centre_longitude_rad),
        latitude_rad, longitude_rad,
    )  # fmt: skip
    farthest = np.nanmax(distance, initial=0.0)
    last = min(int(np.sum(table.range_m.min(axis=0) < farthest)), table.range_m.shape[1] - 1)
    longest_s = float(table.flight_s[:, : last + 1].max())
    return int(math.ceil(_SPARE * longest_s / every_s)) + 1


def fly_aims(
    missile: Missile,
    table: AimTable,
    aims: Aims,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
    tolerance_m: float = flight.TOLERANCE_M,
    every_s: float = 0.0,
    until_s: float = 0.0,
) -> tuple[Flights, Trajectories | None]:
    """Fly aim solutions again, keeping events and, where asked for, sampled trajectories."""
    n = aims.azimuth_rad.size
    return flight.fly(
        missile,
        np.tile(table.position_m, (n, 1)),
        np.tile(table.east_north_up, (n, 1, 1)),
        aims.azimuth_rad,
        aims.pitch_rad,
        aims.cutoff_s,
        earth=earth,
        air=air,
        tolerance_m=tolerance_m,
        every_s=every_s,
        until_s=until_s,
    )
