"""One flown trajectory as a record: its events, what it rests on, and how far to trust it."""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap import catalog, earth, export
from shieldmap.answers.places import Spot
from shieldmap.model import BoostStates, Earth, Event, Flights as FlightBatch, Floats, Trajectories
from shieldmap.results import (
    Burnout,
    CoefficientRow,
    Flight,
    FlightAssumption,
    FlightSamples,
    Impact,
    ReentryState,
)
from shieldmap.words import english

HELD: Final = "held-apogee"
"""The class of a flight whose apogee is given and nothing else."""

BETA: Final = "reentry.ballistic_coefficient"


def limits(*, lifts: bool = False) -> str:
    """What goes along with every flight that is printed or drawn."""
    return english("said_limits_lift" if lifts else "said_limits_fly")


class FlightRequest(NamedTuple):
    """What was asked for: the words of ``shieldmap fly``."""

    missile: str | None = None
    from_: Spot | None = None
    to: Spot | None = None
    class_: str | None = None
    apogee_km: float | None = None
    payload_kg: float | None = None
    beta_kg_m2: float | None = None
    from_burnout: str | tuple[float, ...] | None = None
    vacuum: bool = False
    no_rotation: bool = False
    spherical: bool = False

    def classes(self) -> list[str]:
        """The classes asked for, in the order in which they were typed."""
        if self.class_ is None:
            return ["minimum-energy" if self.apogee_km is None else HELD]
        return [name.strip() for name in self.class_.split(",")]

    def earth(self) -> Earth:
        """The Earth with what was switched off."""
        world = earth.WGS84
        if self.vacuum:
            world = world._replace(air=0.0)
        if self.no_rotation:
            world = world._replace(rotation_rad_s=0.0)
        if self.spherical:
            world = world._replace(eccentricity_squared=0.0, j2=0.0)
        return world

    def switched_off(self) -> str:
        """What was switched off, to stand behind the name of a class."""
        named = {
            "said_no_air": self.vacuum,
            "said_still_earth": self.no_rotation,
            "said_spherical_earth": self.spherical,
        }
        return "".join(f", {english(off)}" for off, is_off in named.items() if is_off)


class FlightFlown(NamedTuple):
    """One flight: its record, and its track for files."""

    record: Flight
    track: export.Track


def with_samples(
    record: Flight,
    flights: FlightBatch,
    samples: Trajectories,
    world: Earth,
    boost: BoostStates | None = None,
) -> FlightFlown:
    """The record with its samples, and the track that exports take; a given state has no boost."""
    track = export.from_flight(
        flights,
        samples,
        name=f"{record.name}, {record.label}",
        description=journey(record),
        boost=boost,
        since="launch" if boost is not None else "the given state",
    )
    origin = np.radians([record.from_.latitude_deg, record.from_.longitude_deg])
    lat, lon, altitude_m, ground_m = over_ground(
        track.position_m, (float(origin[0]), float(origin[1])), world
    )
    sampled = FlightSamples(
        time_s=track.time_s,
        position_m=track.position_m,
        velocity_m_s=track.velocity_m_s,
        latitude_deg=np.degrees(lat),
        longitude_deg=np.degrees(lon),
        altitude_m=altitude_m,
        ground_range_m=ground_m,
        phase=tuple(export.phases(track)),
        events={
            one.name: int(np.argmin(np.abs(track.time_s - one.time_s))) for one in track.events
        },
    )
    return FlightFlown(record.sampled(sampled), track)


def journey(record: Flight) -> str:
    """From where to where, with the names that the user typed or degrees."""
    start = record.from_.called
    if record.to is None:
        return english("cli_journey_state", start=start)
    return english("cli_journey", start=start, end=record.to.called)


def burnout_of(flights: FlightBatch, world: Earth) -> Burnout:
    """The end of the thrust."""
    return Burnout(
        time_s=float(flights.event_time_s[0, Event.BURNOUT]),
        altitude_m=float(flights.event_altitude_m[0, Event.BURNOUT]),
        speed_m_s=speed_m_s(flights, Event.BURNOUT),
        flight_path_angle_deg=_path_angle_deg(flights, world),
    )


def impact_of(
    flights: FlightBatch, origin: tuple[float, float], world: Earth, residual_m: float | None = None
) -> Impact:
    """The impact; ``residual_m`` is how far an aimed flight falls from its place."""
    lat, lon, *_ = _impact_over_ground(flights, origin, world)
    return Impact(
        latitude_deg=math.degrees(lat[0]),
        longitude_deg=math.degrees(lon[0]),
        speed_m_s=speed_m_s(flights, Event.IMPACT),
        solver_residual_m=residual_m,
    )


def reentry_of(flights: FlightBatch) -> ReentryState:
    """The passage through 100 km on the way down."""
    return ReentryState(
        altitude_m=_finite_or_none(flights.event_altitude_m[0, Event.REENTRY]),
        speed_m_s=speed_m_s(flights, Event.REENTRY),
        time_s=_finite_or_none(flights.event_time_s[0, Event.REENTRY]),
    )


def ground_range_m(flights: FlightBatch, origin: tuple[float, float], world: Earth) -> float:
    """From the origin, latitude and longitude in radians, to the impact."""
    return float(_impact_over_ground(flights, origin, world)[3][0])


def _impact_over_ground(
    flights: FlightBatch, origin: tuple[float, float], world: Earth
) -> tuple[Floats, Floats, Floats, Floats]:
    return over_ground(flights.event_position_m[0, Event.IMPACT][None], origin, world)


def coefficient_row(
    coefficient_kg_m2: float,
    flights: FlightBatch,
    origin: tuple[float, float],
    world: Earth,
    *,
    is_state: bool = False,
) -> CoefficientRow:
    """What depends on the ballistic coefficient."""
    return CoefficientRow(
        ballistic_coefficient_kg_m2=coefficient_kg_m2,
        status="ok",
        apogee_m=apogee_m(flights),
        time_of_flight_s=flight_time_s(flights, is_state=is_state),
        ground_range_m=ground_range_m(flights, origin, world),
        burnout_speed_m_s=speed_m_s(flights, Event.BURNOUT),
        reentry_speed_m_s=speed_m_s(flights, Event.REENTRY),
        impact_speed_m_s=speed_m_s(flights, Event.IMPACT),
    )


def refused_row(coefficient_kg_m2: float, sentence: str) -> CoefficientRow:
    """The row of a ballistic coefficient that cannot be flown to the place."""
    return CoefficientRow(
        ballistic_coefficient_kg_m2=coefficient_kg_m2,
        status="not-flown",
        apogee_m=None,
        time_of_flight_s=None,
        ground_range_m=None,
        burnout_speed_m_s=None,
        reentry_speed_m_s=None,
        impact_speed_m_s=None,
        sentence=sentence,
    )


def coefficient_ends(entry: catalog.MissileEntry, asked: FlightRequest) -> dict[str, float]:
    """The catalogue's range of the ballistic coefficient, nothing where it plays no part."""
    if asked.vacuum or asked.beta_kg_m2 is not None or entry.reentry is None:
        return {}
    quantity = entry.reentry.ballistic_coefficient
    if quantity.low is None or quantity.high is None:
        return {}
    return {"low": quantity.low_si, "value": quantity.si, "high": quantity.high_si}


def over_ground(
    position_m: Floats, origin: tuple[float, float], world: Earth
) -> tuple[Floats, Floats, Floats, Floats]:
    """Latitude, longitude, altitude and ground range (k,), on the sphere where one was asked for."""
    if world.eccentricity_squared > 0.0:
        lat, lon, altitude = earth.ecef_to_geodetic(position_m)
        ground, _, _ = earth.geodesic_inverse(
            np.full(lat.shape, origin[0]), np.full(lat.shape, origin[1]), lat, lon
        )
        return lat, lon, altitude, ground
    radius_m = world.semi_major_axis_m
    start_m = np.array(earth.place(*origin, 0.0, radius_m, 0.0))
    across = np.linalg.norm(np.cross(start_m, position_m), axis=1)
    angle = np.arctan2(across, position_m @ start_m)
    x, y, z = position_m.T
    height = np.linalg.norm(position_m, axis=1) - radius_m
    return np.arctan2(z, np.hypot(x, y)), np.arctan2(y, x), height, radius_m * angle


def speed_m_s(flights: FlightBatch, event: Event) -> float | None:
    """Speed at an event, nothing where it did not happen."""
    return _finite_or_none(float(np.linalg.norm(flights.event_velocity_m_s[0, event])))


def apogee_m(flights: FlightBatch) -> float:
    """The greatest altitude; a state that only falls peaks where it starts."""
    apogee = float(flights.event_altitude_m[0, Event.APOGEE])
    return apogee if math.isfinite(apogee) else float(flights.event_altitude_m[0, Event.BURNOUT])


def flight_time_s(flights: FlightBatch, *, is_state: bool) -> float:
    """Seconds from launch, or from the given state, to impact."""
    start = float(flights.event_time_s[0, Event.BURNOUT]) if is_state else 0.0
    return float(flights.event_time_s[0, Event.IMPACT]) - start


def _finite_or_none(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _path_angle_deg(flights: FlightBatch, world: Earth) -> float:
    """Angle of the velocity at burnout above the local horizontal."""
    position = flights.event_position_m[0, Event.BURNOUT]
    velocity = flights.event_velocity_m_s[0, Event.BURNOUT]
    _, *normal = earth.height_and_normal(
        *position, world.semi_major_axis_m, world.eccentricity_squared
    )
    climb = float(np.dot(velocity, normal))
    return math.degrees(math.asin(climb / float(np.linalg.norm(velocity))))


def assumptions_behind(
    entry: catalog.MissileEntry | None, asked: FlightRequest, *, has_boost: bool
) -> tuple[FlightAssumption, ...]:
    """Every catalogue value behind the flight, and what the user put in its place."""
    if entry is None:
        return () if asked.vacuum else (_given_coefficient(asked.beta_kg_m2),)
    replaced = {"payload.mass": asked.payload_kg, BETA: asked.beta_kg_m2}
    rows = []
    for path, quantity in catalog.quantities(entry):
        if not _is_used(path, asked, has_boost):
            continue
        value = replaced.get(path)
        rows.append(
            FlightAssumption(
                name=path,
                value=quantity.value if value is None else value,
                low=quantity.low,
                high=quantity.high,
                unit=quantity.unit,
                basis=quantity.basis if value is None else "given",
                source=quantity.source if value is None else "command line",
            )
        )
    return tuple(rows)


def _given_coefficient(beta_kg_m2: float | None) -> FlightAssumption:
    """The ballistic coefficient of a body that is no missile of the catalogue."""
    return FlightAssumption(
        name=BETA,
        value=beta_kg_m2,
        low=None,
        high=None,
        unit="kg/m^2",
        basis="given",
        source="command line",
    )


def _is_used(path: str, asked: FlightRequest, has_boost: bool) -> bool:
    """Whether a catalogue value has anything to do with the flight."""
    if path == BETA:
        return not asked.vacuum
    return (
        has_boost and not path.startswith("published.") and not path.endswith("radar_cross_section")
    )
