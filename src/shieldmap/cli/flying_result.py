"""One flown trajectory as a result: its events, what it rests on, and how far to trust it."""

import math
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import catalog, earth, export
from shieldmap.model import BoostStates, Earth, Event, Flights, Floats, Trajectories

LIMITS: Final = (
    "computed from public numbers, not measured: a point mass without wind, lift, guidance or "
    "terrain; heights are above the ellipsoid"
)
"""What goes along with every flight that is printed or drawn."""

BETA: Final = "reentry.ballistic_coefficient"


class Given(NamedTuple):
    """What the user put in the place of the catalogue or switched off."""

    payload_kg: float | None
    ballistic_coefficient_kg_m2: float | None
    is_vacuum: bool
    is_still: bool
    is_sphere: bool

    def earth(self) -> Earth:
        """The Earth with what was switched off."""
        world = earth.WGS84
        if self.is_vacuum:
            world = world._replace(air=0.0)
        if self.is_still:
            world = world._replace(rotation_rad_s=0.0)
        if self.is_sphere:
            world = world._replace(eccentricity_squared=0.0, j2=0.0)
        return world

    def label(self) -> str:
        """What was switched off, to stand behind the name of a class."""
        return (
            ", no air" * self.is_vacuum
            + ", still Earth" * self.is_still
            + ", spherical Earth" * self.is_sphere
        )


class Flown(NamedTuple):
    """One flight: what ``--json`` prints, and its samples for figures and files."""

    result: dict[str, Any]
    track: export.Track
    world: Earth


def track_of(
    head: dict[str, Any],
    flights: Flights,
    samples: Trajectories,
    boost: BoostStates | None = None,
) -> export.Track:
    """The flight for the exports, named for people; a given state has no boost."""
    return export.from_flight(
        flights,
        samples,
        name=f"{head['name']}, {head['label']}",
        description=journey(head),
        boost=boost,
        since="launch" if boost is not None else "the given state",
    )


def journey(head: dict[str, Any]) -> str:
    """From where to where, with the names that the user typed or degrees."""
    start, end = place_name(head["from"]), head.get("to")
    return f"{start} to {place_name(end)}" if end else f"from a state over {start}"


def place_name(place: dict[str, Any]) -> str:
    """The name of a place where it has one, else its degrees."""
    if "name" in place:
        return str(place["name"])
    lat, lon = place["latitude_deg"], (place["longitude_deg"] + 180.0) % 360.0 - 180.0
    return f"{abs(lat):.2f}° {'N' if lat >= 0.0 else 'S'}, {abs(lon):.2f}° {'E' if lon >= 0.0 else 'W'}"


def events(
    flights: Flights,
    origin: tuple[float, float],
    world: Earth,
    residual_m: float | None = None,
) -> dict[str, Any]:
    """The events of a single flight with the keys of ``--json``.

    ``residual_m`` is how far an aimed flight falls from its place; a state has neither aim nor boost.
    """
    lat, lon, _, distance = over_ground(
        flights.event_position_m[0, Event.IMPACT][None], origin, world
    )
    aimed = {} if residual_m is None else {"solver_residual_m": residual_m}
    return {
        "status": "ok",
        "burnout": {
            "time_s": float(flights.event_time_s[0, Event.BURNOUT]),
            "altitude_m": float(flights.event_altitude_m[0, Event.BURNOUT]),
            "speed_m_s": speed(flights, Event.BURNOUT),
            "flight_path_angle_deg": _path_angle_deg(flights, world),
        },
        "apogee_m": apogee_m(flights),
        "time_of_flight_s": flight_time_s(flights, is_state=residual_m is None),
        "ground_range_m": float(distance[0]),
        "impact": {
            "latitude_deg": math.degrees(lat[0]),
            "longitude_deg": math.degrees(lon[0]),
            "speed_m_s": speed(flights, Event.IMPACT),
            **aimed,
        },
        "reentry": {
            "altitude_m": _number(flights.event_altitude_m[0, Event.REENTRY]),
            "speed_m_s": speed(flights, Event.REENTRY),
            "time_s": _number(flights.event_time_s[0, Event.REENTRY]),
        },
    }


def coefficient_row(
    coefficient_kg_m2: float,
    flights: Flights,
    origin: tuple[float, float],
    world: Earth,
    *,
    is_state: bool = False,
) -> dict[str, Any]:
    """What depends on the ballistic coefficient, with the keys of ``by_ballistic_coefficient``."""
    *_, distance = over_ground(flights.event_position_m[0, Event.IMPACT][None], origin, world)
    return {
        "ballistic_coefficient_kg_m2": coefficient_kg_m2,
        "status": "ok",
        "apogee_m": apogee_m(flights),
        "time_of_flight_s": flight_time_s(flights, is_state=is_state),
        "ground_range_m": float(distance[0]),
        "burnout_speed_m_s": speed(flights, Event.BURNOUT),
        "reentry_speed_m_s": speed(flights, Event.REENTRY),
        "impact_speed_m_s": speed(flights, Event.IMPACT),
    }


def refused_row(coefficient_kg_m2: float, sentence: str) -> dict[str, Any]:
    """The same keys where this ballistic coefficient cannot be flown to the place."""
    keys = (
        "apogee_m",
        "time_of_flight_s",
        "ground_range_m",
        "burnout_speed_m_s",
        "reentry_speed_m_s",
        "impact_speed_m_s",
    )
    head = {"ballistic_coefficient_kg_m2": coefficient_kg_m2, "status": "not flown"}
    return head | dict.fromkeys(keys) | {"sentence": sentence}


def coefficient_ends(entry: catalog.MissileEntry, given: Given) -> dict[str, float]:
    """The catalogue's range of the ballistic coefficient, nothing where it plays no part."""
    if given.is_vacuum or given.ballistic_coefficient_kg_m2 is not None or entry.reentry is None:
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


def speed(flights: Flights, event: Event) -> float | None:
    """Speed at an event, nothing where it did not happen."""
    return _number(float(np.linalg.norm(flights.event_velocity_m_s[0, event])))


def apogee_m(flights: Flights) -> float:
    """The greatest altitude; a state that only falls peaks where it starts."""
    apogee = float(flights.event_altitude_m[0, Event.APOGEE])
    return apogee if math.isfinite(apogee) else float(flights.event_altitude_m[0, Event.BURNOUT])


def flight_time_s(flights: Flights, *, is_state: bool) -> float:
    """Seconds from launch, or from the given state, to impact."""
    start = float(flights.event_time_s[0, Event.BURNOUT]) if is_state else 0.0
    return float(flights.event_time_s[0, Event.IMPACT]) - start


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _path_angle_deg(flights: Flights, world: Earth) -> float:
    """Angle of the velocity at burnout above the local horizontal."""
    position = flights.event_position_m[0, Event.BURNOUT]
    velocity = flights.event_velocity_m_s[0, Event.BURNOUT]
    _, *normal = earth.height_and_normal(
        *position, world.semi_major_axis_m, world.eccentricity_squared
    )
    climb = float(np.dot(velocity, normal))
    return math.degrees(math.asin(climb / float(np.linalg.norm(velocity))))


def assumptions(
    entry: catalog.MissileEntry | None, given: Given, *, has_boost: bool
) -> list[dict[str, Any]]:
    """Every catalogue value behind the flight, and what the user put in its place."""
    rows: list[dict[str, Any]] = []
    replaced = {"payload.mass": given.payload_kg, BETA: given.ballistic_coefficient_kg_m2}
    if entry is None:
        return [] if given.is_vacuum else [_given_coefficient(given)]
    for path, quantity in catalog.quantities(entry):
        if not _is_used(path, given, has_boost):
            continue
        value = replaced.get(path)
        rows.append(
            {
                "name": path,
                "value": quantity.value if value is None else value,
                "low": quantity.low,
                "high": quantity.high,
                "unit": quantity.unit,
                "basis": quantity.basis if value is None else "given",
                "source": quantity.source if value is None else "command line",
            }
        )
    return rows


def _given_coefficient(given: Given) -> dict[str, Any]:
    """The ballistic coefficient of a body that is no missile of the catalogue."""
    return {
        "name": BETA,
        "value": given.ballistic_coefficient_kg_m2,
        "low": None,
        "high": None,
        "unit": "kg/m^2",
        "basis": "given",
        "source": "command line",
    }


def _is_used(path: str, given: Given, has_boost: bool) -> bool:
    """Whether a catalogue value has anything to do with the flight."""
    if path == BETA:
        return not given.is_vacuum
    return (
        has_boost and not path.startswith("published.") and not path.endswith("radar_cross_section")
    )
