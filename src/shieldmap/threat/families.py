"""Families of flights: the tables from which an aim solution starts.

A family has one parameter along which the range grows: minimum energy (the pitch-over that flies
farthest for each cut-off, so the least cut-off time for each range), higher than that by a given
ratio (to the same range and so many times as high), a given apogee (each pitch-over with the
cut-off that peaks there), and full burn (each pitch-over steeper, or flatter, than the one that
flies farthest, as far as the flight does not go round the Earth).
"""

import math
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import earth as _earth, flight
from shieldmap.earth import WGS84, place
from shieldmap.flight import Launch, Steering
from shieldmap.model import (
    Earth,
    Event,
    Flights,
    Floats,
    Ints,
    Missile,
    Status,
    Tables,
    TrajectoryClass,
)

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
_ROUGH_BISECTIONS: Final = 16
_NEAR_PEAK: Final = 0.04
# The search for a family: 10 m are good enough and half as many steps. Its table is flown at the
# solver's tolerance.
_SEED_TOLERANCE_M: Final = 0.3
FARTHEST_M: Final = 16.5e6
# A flight that falls behind its launch point from so far away has passed the antipode; a vertical
# one falls behind as well, because the Earth turns under it, but not so far.
_BEHIND_M: Final = 8e6
_END_ROUNDS: Final = 12
_EDGE_ROUNDS: Final = 20
_DENSE: Final = 4 * _COLUMNS
_FLATTER: Final = 3.0
# A smooth family is flown at so many steerings between those that were sought, in azimuth and
# column: cubics of its ranges are then good to a metre, and most places are met by the first flight.
_FINER: Final = 3
# Cubic interpolation takes four columns.
_FEWEST: Final = 4
_NOT_FLOWN: Final = "the missile does not fly this class of trajectory from here"
# Flat flights at full burn graze the air for minutes. Errors of each burn add up, and the long
# flights of missiles with three stages magnify them.
_FLAT: Final = 0.01
_MANY_STAGES: Final = 0.1


class AimTable(NamedTuple):
    """One family of flights from one launch point: rows are azimuths, columns grow in range.

    ``range_m`` and ``drift_rad`` are polar coordinates of the impact about the centre. The centre
    is the launch point, but for steep families it is where the vertical flight falls: the turning
    Earth carries a long vertical flight hundreds of kilometres to the west.
    ``apogee_m`` is NaN unless the class holds an apogee; ``climb_m_s`` is then the change of
    apogee with cut-off. ``drift_rad`` is the impact's bearing less the launch azimuth,
    ``flight_s`` the time of flight. ``tolerance_m`` is the integrator's tolerance at which flights
    of this family fall within 10 m of finer ones.
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
    tolerance_m: float


def last_burn_s(missile: Missile) -> tuple[float, float]:
    """Ignition and burnout of the last stage, in seconds since launch."""
    first = _ignitions(missile)[-1]
    ends = np.cumsum(missile.stage_burn_s + missile.stage_coast_s) - missile.stage_coast_s
    return float(ends[first] - missile.stage_burn_s[first]), float(ends[-1])


def _ignitions(missile: Missile) -> Ints:
    """The rows (k,) with which a stage ignites; the others go on with a burn that a table tells by parts."""
    parted = (missile.stage_dry_kg[:-1] > 0.0) | (missile.stage_coast_s[:-1] > 0.0)
    return np.concatenate([[0], np.flatnonzero(parted) + 1])


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
    if not (abs(latitude_rad) <= 0.5 * math.pi and math.isfinite(longitude_rad)):
        raise ValueError(
            f"the launch point is no place on Earth: latitude {math.degrees(latitude_rad):g}, "
            f"longitude {math.degrees(longitude_rad):g}"
        )
    builder = _Builder(missile, latitude_rad, longitude_rad, earth, air or _earth.tables())
    if not math.isnan(apogee_m):
        if not 0.0 < apogee_m < math.inf:
            raise ValueError(f"an apogee of {apogee_m / 1e3:g} km: expected a number above zero")
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


def higher_table(
    missile: Missile,
    least: AimTable,
    apogee_ratio: float,
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
) -> AimTable:
    """The family of flights that peak higher than those of least energy to the same place.

    Parameters
    ----------
    least : the minimum-energy family from the launch point.
    apogee_ratio : how many times as high, above 1; kept to about a hundredth.

    Raises
    ------
    ValueError : the missile cannot climb so high, or the ratio is no such number.
    """
    if not 1.0 < apogee_ratio < math.inf:
        raise ValueError(f"an apogee ratio of {apogee_ratio:g}: expected a number above 1")
    here = least.latitude_rad, least.longitude_rad
    builder = _Builder(missile, *here, earth, air or _earth.tables())
    return builder.higher(least, apogee_ratio)


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
    """Flights of one shape: NaN where they failed.

    ``goes_round`` marks those that go a third of the way round the Earth or stay up: beyond that a
    flight passes the antipode and its range falls again.
    """

    range_m: Floats
    bearing_rad: Floats
    apogee_m: Floats
    flight_s: Floats
    goes_round: NDArray[np.bool_]


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
        flown = self._events(np.zeros(1), np.zeros(1), np.array([cutoff_s]), _SEED_TOLERANCE_M)
        if flown.status[0] == Status.OK:
            lat, lon, _ = _earth.ecef_to_geodetic(flown.event_position_m[0, Event.IMPACT])
            self.centre = (float(lat), float(lon))

    def fly(
        self,
        azimuth: Floats,
        pitch: Floats,
        cutoff: Floats,
        tolerance_m: float = _SEED_TOLERANCE_M,
    ) -> _Fallen:
        """Fly launches of one broadcast shape and measure where and how they fall."""
        arrays = np.broadcast_arrays(azimuth, pitch, cutoff)
        shape = arrays[0].shape
        each = [np.ascontiguousarray(a, dtype=np.float64).ravel() for a in arrays]
        flown = self._events(each[0], each[1], each[2], tolerance_m)
        n = flown.status.size
        lat, lon, _ = _earth.ecef_to_geodetic(flown.event_position_m[:, Event.IMPACT])
        distance, bearing, _ = _earth.geodesic_inverse(
            np.full(n, self.centre[0]), np.full(n, self.centre[1]), lat, lon
        )
        bad = flown.status != Status.OK
        ahead = np.cos(bearing - arrays[0].ravel()) > 0.0
        is_far = ~bad & ((distance > FARTHEST_M) | (~ahead & (distance > _BEHIND_M)))

        def masked(values: Floats) -> Floats:
            return np.where(bad, np.nan, values).reshape(shape)

        return _Fallen(
            range_m=masked(distance),
            bearing_rad=masked(bearing),
            apogee_m=masked(flown.event_altitude_m[:, Event.APOGEE]),
            flight_s=masked(flown.event_time_s[:, Event.IMPACT]),
            goes_round=((flown.status == Status.TIME_LIMIT) | is_far).reshape(shape),
        )

    def _events(
        self, azimuth: Floats, pitch: Floats, cutoff: Floats, tolerance_m: float
    ) -> Flights:
        return flight.fly(
            self.missile,
            self.launch,
            Steering(azimuth, pitch, cutoff),
            earth=self.earth,
            air=self.air,
            tolerance_m=tolerance_m,
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
        if _ignitions(self.missile).size == 1:
            first = max(first, _LEAST_BURN * end)
        few = np.arange(_RIDGE_AZIMUTHS, dtype=np.float64) * (2.0 * np.pi / _RIDGE_AZIMUTHS)
        last = self._ends(few, first, end)
        azimuth = _compass()
        is_strong = bool(np.any(last < end))
        if is_strong:
            # The useful cut-off bends sharply where flights to the east begin to go too far: no
            # harmonic, which would take a third of a second from those to the north.
            few, last = azimuth, self._ends(azimuth, first, end)
        # The range grows ever faster with the cut-off: more columns near the end.
        share = 1.0 - np.linspace(1.0, 0.0, _COLUMNS) ** 1.7
        columns = first + (last[:, None] - first) * share
        ridge = self.farthest_pitch(*np.broadcast_arrays(few[:, None], columns))
        if is_strong:
            return self._table(_compass(_FINER), _finer(ridge), _finer(columns))
        ends = np.minimum(_around(last[:, None], azimuth), end)
        columns = first + (ends - first) * share
        return self._table(_compass(_FINER), _finer(_around(ridge, azimuth)), _finer(columns))

    def higher(self, least: AimTable, apogee_ratio: float) -> AimTable:
        """Flights of each cut-off that peak so many times as high as ``least`` to their range."""
        azimuth = _compass()[:, None]
        ridge, cutoff = (a[::_FINER, ::_FINER] for a in (least.pitch_rad, least.cutoff_s))
        below = self.fly(azimuth, ridge, cutoff)
        steep, flat = np.full(ridge.shape, _STEEPEST_RAD), ridge.copy()
        for _ in range(_ROUGH_BISECTIONS):
            middle = 0.5 * (steep + flat)
            flown = self.fly(azimuth, middle, cutoff)
            same_range = [
                np.interp(x, r, h)
                for x, r, h in zip(
                    np.nan_to_num(flown.range_m), below.range_m, below.apogee_m, strict=True
                )
            ]
            # A flight that stays up is NaN, and so too high.
            is_high = ~(flown.apogee_m <= apogee_ratio * np.array(same_range))
            steep, flat = np.where(is_high, middle, steep), np.where(is_high, flat, middle)
        pitch = _finer(0.5 * (steep + flat))
        return self._table(_compass(_FINER), pitch, _finer(cutoff))

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
        best = np.max(np.nan_to_num(fallen.range_m), axis=1)
        return np.where(fallen.goes_round.any(axis=1), np.inf, best)

    def full_burn(self, is_lofted: bool) -> AimTable:
        azimuth = _compass()
        end = np.full(azimuth.shape, last_burn_s(self.missile)[1])
        if is_lofted:
            self.centre_on_vertical(float(end[0]))
        last = self.farthest_pitch(azimuth, end)
        is_strong = self.reach_m(azimuth, end) > FARTHEST_M
        if is_strong.any():
            if not is_lofted:
                raise ValueError(
                    "at full burn the low flights of this missile are nearly orbits in some "
                    "directions and fall anywhere between: give an apogee to hold instead"
                )
            # Where the farthest flight is just that far, both are the same pitch.
            last = np.where(is_strong, self._last_before_the_antipode(azimuth, end), last)
        steep = np.full(azimuth.shape, _STEEPEST_RAD)
        edge = steep if is_lofted else np.minimum(_FLATTEST_RAD, _FLATTER * last)
        share = np.linspace(0.0, 1.0, _DENSE)
        pitch = edge[:, None] + (last - edge)[:, None] * share
        distance = self.fly(azimuth[:, None], pitch, end[:, None]).range_m
        spread = _columns_by_range(share, distance)
        pitch = edge[:, None] + (last - edge)[:, None] * spread
        table = self._table(azimuth, pitch, np.broadcast_to(end[:, None], pitch.shape).copy())
        return table if is_lofted else table._replace(tolerance_m=_FLAT * table.tolerance_m)

    def _last_before_the_antipode(self, azimuth: Floats, cutoff: Floats) -> Floats:
        """The last pitch angle from the steep side that does not go round the Earth."""
        scan = np.geomspace(_STEEPEST_RAD, _FLATTEST_RAD, 4 * _SCAN)
        rounds = self.fly(azimuth[:, None], scan, cutoff[:, None]).goes_round
        index = np.maximum(np.argmax(rounds, axis=1), 1)
        near, far = scan[index - 1], scan[index]
        for _ in range(_EDGE_ROUNDS):
            middle = 0.5 * (near + far)
            beyond = self.fly(azimuth, middle, cutoff).goes_round
            near, far = np.where(beyond, near, middle), np.where(beyond, middle, far)
        return near

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
        stages = _ignitions(self.missile).size
        tolerance_m = flight.TOLERANCE_M * (_MANY_STAGES if stages > 2 else 1.0)
        fallen = self.fly(azimuth[:, None], pitch, cutoff, tolerance_m)
        distance = fallen.range_m
        climb = np.ones(pitch.shape)
        if math.isfinite(apogee_m):
            earlier = self.fly(azimuth[:, None], pitch, cutoff - 0.1, tolerance_m).apogee_m
            climb = (fallen.apogee_m - earlier) / 0.1
        usable = np.all(np.isfinite(distance), axis=0)
        usable[1:] &= np.all(np.diff(distance, axis=1) > 0.0, axis=0)
        keep = _longest_run(usable)
        if keep.stop - keep.start < _FEWEST:
            raise ValueError(_NOT_FLOWN)
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
            tolerance_m=tolerance_m,
        )


def _columns_by_range(share: Floats, distance: Floats) -> Floats:
    """Shares (rows, columns) of the way to the farthest flight, dense where it is near.

    Near its greatest value the range falls with the square of the pitch, so that the root of what
    is missing of it is a smooth measure there, and up to the antipode too.
    """
    starts = []
    for row in distance:
        # Keep the part on which every pitch flies and the range grows.
        good = np.isfinite(row)
        good[1:] &= np.diff(row) > 0.0
        bad = np.flatnonzero(~good[:-1])
        starts.append(int(bad[-1]) + 1 if bad.size else 0)
    first = max(starts)
    if share.size - first < _FEWEST or not np.all(np.isfinite(distance[:, first:])):
        raise ValueError(_NOT_FLOWN)
    wanted = np.linspace(1.0, _NEAR_PEAK, _COLUMNS)
    out = np.empty((len(distance), _COLUMNS))
    for i, row in enumerate(distance[:, first:]):
        missing = np.sqrt(np.maximum(row[-1] - row, 0.0) / (row[-1] - row[0]))
        out[i] = np.interp(wanted, missing[::-1], share[first:][::-1])
    return out


def _longest_run(usable: np.ndarray) -> slice:
    """The longest run of true columns: on it the range grows with the column."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], usable, [False]]).astype(np.int8)))
    starts, stops = edges[::2], edges[1::2]
    if starts.size == 0:
        return slice(0, 0)
    longest = int(np.argmax(stops - starts))
    return slice(int(starts[longest]), int(stops[longest]))


def _compass(finer: int = 1) -> Floats:
    n = finer * _AZIMUTHS
    return np.arange(n, dtype=np.float64) * (2.0 * np.pi / n)


def _finer(values: Floats) -> Floats:
    """Steerings (azimuth, column) and those between them, by cubics through four of each."""
    around = _between(values, np.arange(values.shape[0] * _FINER) / _FINER, is_ring=True)
    columns = np.arange((values.shape[1] - 1) * _FINER + 1) / _FINER
    return _between(around.T, columns, is_ring=False).T


def _between(values: Floats, at: Floats, *, is_ring: bool) -> Floats:
    """Rows of ``values`` (n, m) at places counted in rows: Lagrange's cubics through four."""
    n = values.shape[0]
    first = np.floor(at).astype(int) - 1
    if not is_ring:
        first = np.clip(first, 0, n - _FEWEST)
    s = (at - first)[:, None]
    weights = (
        -(s - 1.0) * (s - 2.0) * (s - 3.0) / 6.0,
        s * (s - 2.0) * (s - 3.0) / 2.0,
        -s * (s - 1.0) * (s - 3.0) / 2.0,
        s * (s - 1.0) * (s - 2.0) / 6.0,
    )
    rows = [w * values[(first + i) % n] for i, w in enumerate(weights)]
    return np.asarray(sum(rows))


def _around(values: Floats, azimuth: Floats) -> Floats:
    """Values on equal azimuths (rows) brought to other azimuths by the first harmonic."""
    n = values.shape[0]
    angles = np.arange(n) * (2.0 * np.pi / n)
    mean = values.mean(axis=0)
    cosine = 2.0 / n * (np.cos(angles)[:, None] * values).sum(axis=0)
    sine = 2.0 / n * (np.sin(angles)[:, None] * values).sum(axis=0)
    return mean + np.cos(azimuth)[:, None] * cosine + np.sin(azimuth)[:, None] * sine
