"""What a published flight says about the missile that flew it.

Question: a missile flew so far and so high; which payload or which cut-off reproduces that, how
fast was it at burnout and at reentry, and how far would it go on the path that reaches farthest?

Model: the missile's own boost, steered by a launch azimuth and a pitch-over, with one number of
the missile left free: the payload at full burn, or the cut-off with the payload as it stands. The
three unknowns are solved so that impact and apogee are those that were published. The same
missile is then flown at the pitch-over that reaches farthest, over the turning and over a still
Earth. ``kepler_arc`` gives the arc from surface to surface without boost and air, against which
the time of a boost shows.

Limits: a path in one plane, so a test that turned or coasted on purpose reads wrongly; range and
apogee say nothing about what else stands in the catalogue (burn times, stages), which is taken as
it is; a low apogee with a long range leaves the free number nearly undetermined.

Frame: Earth-fixed (ECEF). Units: SI and radians.
"""

import math
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import numpy as np

from shieldmap import earth as _earth, flight, threat
from shieldmap.earth import WGS84
from shieldmap.model import Earth, Event, Flights, Floats, Missile, Status, Tables

FREE: Final = ("payload", "cut-off")
"""What may be left free: the payload at full burn, or the cut-off with the payload given."""

HIT_M: Final = 10.0
"""A flight is reproduced when its impact and its apogee lie this near to the published ones."""

_ROUNDS: Final = 40
_SHARES: Final = 16
_PITCHES: Final = 96
_STEEPEST_RAD: Final = 0.003
_FLATTEST_RAD: Final = 1.3
_LIGHTEST: Final = 0.02
_HEAVIEST: Final = 8.0
_FIRST_SHARE: Final = 0.03
_STEP_RAD: Final = 1e-4
_STEP_SHARE: Final = 1e-4
_STEP_M_S: Final = 0.1


class Observation(NamedTuple):
    """A published flight: where from, in which direction, how far over the ground and how high."""

    latitude_rad: float
    longitude_rad: float
    bearing_rad: float
    range_m: float
    apogee_m: float


class FittedReading(NamedTuple):
    """One way to read a published flight.

    ``missile`` carries the payload as it was flown and ``cutoff_s`` the cut-off; ``flights`` has
    one row. ``miss_m`` is how far the impact and ``apogee_miss_m`` how far the apogee lies off.
    ``unknowns`` (3,) is where the solver ended, from which a similar flight is found sooner.
    """

    free: str
    missile: Missile
    azimuth_rad: float
    pitch_rad: float
    cutoff_s: float
    flights: Flights
    miss_m: float
    apogee_miss_m: float
    unknowns: Floats


class Measures(NamedTuple):
    """What a reading says; speeds are relative to the Earth.

    The standard ranges are those of the pitch-over that reaches farthest with the same burn, over
    the turning Earth in the direction of the flight and over a still one; infinite where such a
    flight does not come down within a third of the way round.
    """

    payload_kg: float
    cutoff_s: float
    time_of_flight_s: float
    burnout_time_s: float
    burnout_altitude_m: float
    burnout_speed_m_s: float
    burnout_angle_rad: float
    reentry_speed_m_s: float
    standard_range_m: float
    standard_range_still_m: float


class Spread(NamedTuple):
    """A measure with its ends over the errors of the publication and of the missile."""

    value: Measures
    low: Measures
    high: Measures
    left_out: int


_Fly = Callable[[Floats], Flights]


def fit_reading(
    missile: Missile,
    seen: Observation,
    free: str = "payload",
    *,
    earth: Earth = WGS84,
    air: Tables | None = None,
    near: FittedReading | None = None,
) -> FittedReading:
    """Find the payload at full burn, or the cut-off, that reproduces a published flight.

    ``near`` is the reading of a similar flight, to start from.

    Raises
    ------
    ValueError : no such flight exists, with the reason in a sentence.
    """
    air = air or _earth.tables()
    if free not in FREE:
        raise ValueError(f"free is '{free}': expected {' or '.join(FREE)}")
    if free == "cut-off" and not missile.has_cutoff:
        raise ValueError("the missile cannot cut its thrust off, so only its payload can be fitted")
    trial = _Trial(missile, seen, free, earth, air)
    unknowns = trial.solve(near)
    flights = trial.fly(unknowns[None, :])
    east, north, height = _misses(flights, seen, earth)
    flown, cutoff_s = trial.missile_of(float(unknowns[2]))
    return FittedReading(
        free=free,
        missile=flown,
        azimuth_rad=math.atan2(unknowns[0], unknowns[1]) % (2.0 * math.pi),
        pitch_rad=math.hypot(unknowns[0], unknowns[1]),
        cutoff_s=cutoff_s,
        flights=flights,
        miss_m=math.hypot(float(east[0]), float(north[0])),
        apogee_miss_m=float(height[0]),
        unknowns=unknowns,
    )


def measure(
    reading: FittedReading, seen: Observation, *, earth: Earth = WGS84, air: Tables | None = None
) -> Measures:
    """What a reading says about speeds, times and the range of the farthest flight."""
    flown = reading.flights
    speed = np.linalg.norm(flown.event_velocity_m_s[0], axis=-1)
    burnout_m = flown.event_position_m[0, Event.BURNOUT]
    _, *normal = _earth.height_and_normal(
        *burnout_m, earth.semi_major_axis_m, earth.eccentricity_squared
    )
    climb = float(np.dot(flown.event_velocity_m_s[0, Event.BURNOUT], normal))
    still = earth._replace(rotation_rad_s=0.0)
    ranges = [
        threat.farthest(
            reading.missile,
            seen.latitude_rad,
            seen.longitude_rad,
            reading.azimuth_rad,
            reading.cutoff_s,
            earth=world,
            air=air,
        )
        for world in (earth, still)
    ]
    return Measures(
        payload_kg=reading.missile.payload_kg,
        cutoff_s=reading.cutoff_s,
        time_of_flight_s=float(flown.event_time_s[0, Event.IMPACT]),
        burnout_time_s=float(flown.event_time_s[0, Event.BURNOUT]),
        burnout_altitude_m=float(flown.event_altitude_m[0, Event.BURNOUT]),
        burnout_speed_m_s=float(speed[Event.BURNOUT]),
        burnout_angle_rad=math.asin(climb / float(speed[Event.BURNOUT])),
        reentry_speed_m_s=float(speed[Event.REENTRY]),
        standard_range_m=ranges[0],
        standard_range_still_m=ranges[1],
    )


def spread(
    missile: Missile,
    others: Sequence[Missile],
    seen: Observation,
    free: str,
    *,
    range_error_m: float,
    apogee_error_m: float,
    earth: Earth = WGS84,
    air: Tables | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Spread:
    """The measures of a reading with their least and greatest value over all corners of the errors.

    Parameters
    ----------
    others : the same missile with its uncertain numbers at their ends.
    range_error_m, apogee_error_m : how far the published numbers may be off, to either side.
    progress : called with (corners done, corners in all).

    A corner that no flight reproduces is left out and counted in ``left_out``.
    """
    air = air or _earth.tables()
    middle = fit_reading(missile, seen, free, earth=earth, air=air)
    value = measure(middle, seen, earth=earth, air=air)
    sides = (-1.0, 1.0)
    corners = [(other, far, high) for other in others for far in sides for high in sides]
    every = [value]
    for number, (other, far, high) in enumerate(corners):
        moved = seen._replace(
            range_m=seen.range_m + far * range_error_m,
            apogee_m=seen.apogee_m + high * apogee_error_m,
        )
        try:
            reading = fit_reading(other, moved, free, earth=earth, air=air, near=middle)
        except ValueError:
            pass
        else:
            every.append(measure(reading, moved, earth=earth, air=air))
        if progress is not None:
            progress(number + 1, len(corners))
    columns = list(zip(*every, strict=True))
    return Spread(
        value=value,
        low=Measures(*(min(column) for column in columns)),
        high=Measures(*(max(column) for column in columns)),
        left_out=len(corners) + 1 - len(every),
    )


def kepler_arc(seen: Observation, *, earth: Earth = WGS84) -> Flights:
    """The arc from surface to surface with this range and apogee: point mass, no boost, no air.

    It is a conic in inertial space between two points of the turning Earth, one row.
    """
    bare = earth._replace(j2=0.0, air=0.0)
    frame = _earth.east_north_up(seen.latitude_rad, seen.longitude_rad)
    place = np.array(
        _earth.place(
            seen.latitude_rad,
            seen.longitude_rad,
            0.0,
            bare.semi_major_axis_m,
            bare.eccentricity_squared,
        )
    )

    def fly(velocities: Floats) -> Flights:
        state = np.hstack([np.tile(place, (len(velocities), 1)), velocities @ frame])
        return flight.fall(_BODY, np.zeros(len(velocities)), state, earth=bare)[0]

    start = _spherical_start(seen, bare)
    steps = np.full(3, _STEP_M_S)
    limits = np.array([[-math.inf, math.inf]] * 3)
    return fly(_newton(fly, start, steps, limits, seen, bare)[None, :])


_NONE: Final = np.zeros(0)
_BODY: Final = Missile(
    _NONE,
    _NONE,
    _NONE,
    _NONE,
    _NONE,
    _NONE,
    _NONE,
    payload_kg=1.0,
    rise_s=0.0,
    pitch_s=0.0,
    ballistic_coefficient_kg_m2=1e9,
    has_cutoff=False,
)


def _spherical_start(seen: Observation, earth: Earth) -> Floats:
    """Velocity (east, north, up) of the arc over a sphere, less what the turning Earth gives.

    The conic r = p / (1 - e cos a), with the angle a counted from the apogee.
    """
    radius = earth.semi_major_axis_m
    top = radius + seen.apogee_m
    half = 0.5 * seen.range_m / radius
    eccentricity = seen.apogee_m / (top - radius * math.cos(half))
    momentum = math.sqrt(earth.gm_m3_s2 * top * (1.0 - eccentricity))
    along = momentum / radius
    up = earth.gm_m3_s2 / momentum * eccentricity * math.sin(half)
    carried = earth.rotation_rad_s * radius * math.cos(seen.latitude_rad)
    east = along * math.sin(seen.bearing_rad) - carried
    return np.array([east, along * math.cos(seen.bearing_rad), up])


class _Trial:
    """Flights of one missile as a function of (pitch east, pitch north, share).

    The pitch-over is taken as a vector, which stays smooth where the launch is nearly vertical.
    The share is the logarithm of the payload over the given one, or the part of the last stage's
    burn that is used.
    """

    def __init__(
        self, missile: Missile, seen: Observation, free: str, earth: Earth, air: Tables
    ) -> None:
        self.missile, self.seen, self.earth, self.air = missile, seen, earth, air
        self.has_free_payload = free == "payload"
        self.burn = threat.last_burn_s(missile)
        ends = (
            (math.log(_LIGHTEST), math.log(_HEAVIEST))
            if self.has_free_payload
            else (_FIRST_SHARE, 1.0)
        )
        self.steps = np.array([_STEP_RAD, _STEP_RAD, _STEP_SHARE])
        self.limits = np.array([[-_FLATTEST_RAD, _FLATTEST_RAD]] * 2 + [ends])
        self.position = np.array(
            _earth.place(
                seen.latitude_rad,
                seen.longitude_rad,
                0.0,
                earth.semi_major_axis_m,
                earth.eccentricity_squared,
            )
        )
        self.frame = _earth.east_north_up(seen.latitude_rad, seen.longitude_rad)

    def missile_of(self, share: float) -> tuple[Missile, float]:
        """The missile and the cut-off that a share stands for."""
        ignition, burnout = self.burn
        if self.has_free_payload:
            payload = self.missile.payload_kg * math.exp(share)
            return self.missile._replace(payload_kg=payload), burnout
        return self.missile, ignition + share * (burnout - ignition)

    def fly(self, unknowns: Floats) -> Flights:
        """Fly rows of unknowns; rows of one share go in one batch."""
        parts: list[Flights] = []
        edges = np.flatnonzero(np.diff(unknowns[:, 2])) + 1
        for rows in np.split(unknowns, edges):
            missile, cutoff_s = self.missile_of(float(rows[0, 2]))
            parts.append(self._launch(missile, rows, cutoff_s))
        return Flights(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))

    def _launch(self, missile: Missile, rows: Floats, cutoff_s: float) -> Flights:
        azimuth, pitch = np.arctan2(rows[:, 0], rows[:, 1]), np.hypot(rows[:, 0], rows[:, 1])
        return flight.fly(
            missile,
            flight.Launch(self.position, self.frame),
            flight.Steering(azimuth, pitch, cutoff_s),
            earth=self.earth,
            air=self.air,
        )[0]

    def solve(self, near: FittedReading | None) -> Floats:
        """The unknowns that reproduce the flight, from a similar reading or from a coarse net."""
        starts = [self.start] if near is None else [near.unknowns.copy, self.start]
        for number, start in enumerate(starts, 1):
            try:
                return _newton(self.fly, start(), self.steps, self.limits, self.seen, self.earth)
            except ValueError:
                if number == len(starts):
                    raise
        raise AssertionError("there is always a start")

    def start(self) -> Floats:
        """The flight of a coarse net that comes nearest to the published one."""
        share = np.linspace(self.limits[2, 0], self.limits[2, 1], _SHARES)
        pitch = np.geomspace(_STEEPEST_RAD, _FLATTEST_RAD, _PITCHES)
        net = np.array(
            [
                (p * math.sin(self.seen.bearing_rad), p * math.cos(self.seen.bearing_rad), s)
                for s in share
                for p in pitch
            ]
        )
        flown = self.fly(net)
        east, north, height = _misses(flown, self.seen, self.earth)
        # Far and low flights count by the same measure: parts of what was published.
        off = np.hypot(np.hypot(east, north) / self.seen.range_m, height / self.seen.apogee_m)
        off[(flown.status != Status.OK) | np.isnan(off)] = np.inf
        if not np.isfinite(off).any():
            raise ValueError("the missile does not fly from here at all")
        return np.array(net[int(np.argmin(off))])


def _misses(flights: Flights, seen: Observation, earth: Earth) -> tuple[Floats, Floats, Floats]:
    """How far flights fall east and north of the published impact and peak above its apogee."""
    lat, lon, _ = _earth.ecef_to_geodetic(flights.event_position_m[:, Event.IMPACT])
    if earth.eccentricity_squared == 0.0:
        raise ValueError("a published flight is read on the ellipsoid, not on a sphere")
    n = lat.size
    distance, bearing, _ = _earth.geodesic_inverse(
        np.full(n, seen.latitude_rad), np.full(n, seen.longitude_rad), lat, lon
    )
    east = distance * np.sin(bearing) - seen.range_m * math.sin(seen.bearing_rad)
    north = distance * np.cos(bearing) - seen.range_m * math.cos(seen.bearing_rad)
    return east, north, flights.event_altitude_m[:, Event.APOGEE] - seen.apogee_m


def _newton(
    fly: _Fly, start: Floats, steps: Floats, limits: Floats, seen: Observation, earth: Earth
) -> Floats:
    """Three unknowns that bring impact and apogee to where they were published.

    Newton's rule with differences over ``steps``; a step that makes it worse is halved.
    """
    unknowns = np.clip(start, limits[:, 0], limits[:, 1])
    worst = math.inf
    step = np.zeros(3)
    for _ in range(_ROUNDS):
        pattern = unknowns + np.vstack([np.zeros(3), np.diag(-steps)])
        flown = fly(pattern)
        miss = np.stack(_misses(flown, seen, earth), axis=1)
        now = float(np.max(np.abs(miss[0]))) if flown.status[0] == Status.OK else math.inf
        if now < 0.3 * HIT_M:
            return unknowns
        if not now < worst or not np.all(flown.status == Status.OK):
            if np.max(np.abs(step)) < 1e-9:
                break
            step = 0.5 * step
            unknowns = unknowns - step
            continue
        worst = now
        slopes = (miss[0] - miss[1:]) / steps[:, None]
        try:
            step = np.linalg.solve(slopes.T, -miss[0])
        except np.linalg.LinAlgError:
            break
        moved = np.clip(unknowns + step, limits[:, 0], limits[:, 1])
        step = moved - unknowns
        unknowns = moved
    if worst < HIT_M:
        return unknowns
    raise ValueError(
        f"no flight of this missile goes {seen.range_m / 1e3:g} km far and "
        f"{seen.apogee_m / 1e3:g} km high; the nearest one found misses by {worst / 1e3:.0f} km"
    )
