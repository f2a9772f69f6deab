"""``shieldmap fly``: one trajectory as a user asks for it."""

import math
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from shieldmap import catalog, earth, flight, scenario as scenarios, threat
from shieldmap.cli.places import InputError, degrees, numbers, place
from shieldmap.model import (
    NOT_THREATENED,
    STATUS_TEXT,
    Earth,
    Event,
    Flights,
    Floats,
    Missile,
    Status,
    Trajectories,
    TrajectoryClass,
)

_CLASSES = {
    "minimum-energy": TrajectoryClass.MINIMUM_ENERGY,
    "lofted": TrajectoryClass.LOFTED,
    "depressed": TrajectoryClass.DEPRESSED,
}
_BETA = "reentry.ballistic_coefficient"
_STATE = ("LAT", "LON", "ALT_KM", "SPEED_M_S", "ELEVATION_DEG", "AZIMUTH_DEG")


class Request(NamedTuple):
    """What was asked for on the command line."""

    missile: str
    start: str | None
    end: str | None
    trajectory_class: str | None
    apogee_km: float | None
    payload_kg: float | None
    ballistic_coefficient_kg_m2: float | None
    from_burnout: str | None
    is_vacuum: bool
    is_still: bool
    is_sphere: bool


def fly(request: Request) -> tuple[dict[str, Any], Trajectories]:
    """Fly the request; the result has the keys that ``--json`` prints."""
    _check(request)
    entry = catalog.missile(request.missile)
    missile = entry.arrays(request.payload_kg, request.ballistic_coefficient_kg_m2)
    world = _earth(request)
    if request.from_burnout is not None:
        return _fly_state(request, entry, missile, world)
    if request.start is None or request.end is None:
        raise InputError("fly needs --from and --to, or --from-burnout")
    known = scenarios.load("korea")
    start = place(request.start, "--from", known)
    end = place(request.end, "--to", known)
    klass = _CLASSES[request.trajectory_class or "minimum-energy"]
    apogee_m = math.nan if request.apogee_km is None else request.apogee_km * 1e3
    try:
        table = threat.aim_table(
            missile, math.radians(start[0]), math.radians(start[1]), klass, apogee_m, earth=world
        )
    except ValueError as error:
        raise InputError(f"{entry.id}: {error}") from None
    target = np.radians([[end[0]], [end[1]]])
    aims, flights, track = threat.fly_to(
        missile, table, target[0], target[1], earth=world, every_s=1.0
    )
    _refuse(entry.id, Status(int(aims.status[0])), float(aims.range_limit_m[0]), start, end)
    assert track is not None
    head = {
        "missile": entry.id,
        "name": entry.name,
        **_named_class(request),
        "from": {"latitude_deg": start[0], "longitude_deg": start[1]},
        "to": {"latitude_deg": end[0], "longitude_deg": end[1]},
        "launch": {
            "azimuth_deg": math.degrees(aims.azimuth_rad[0]) % 360.0,
            "pitch_over_deg": math.degrees(aims.pitch_rad[0]),
            "cutoff_s": float(aims.cutoff_s[0]),
        },
    }
    origin = (math.radians(start[0]), math.radians(start[1]))
    result = head | _events(flights, origin, world, float(aims.residual_m[0]))
    return result | {"assumptions": _assumptions(entry, request)}, track


def _check(request: Request) -> None:
    """Refuse options that mean nothing, or nothing together, naming the option as it was typed."""
    for option, value, unit in (
        ("--apogee", request.apogee_km, "km"),
        ("--payload", request.payload_kg, "kg"),
        ("--beta", request.ballistic_coefficient_kg_m2, "kg/m^2"),
    ):
        if value is not None and not (math.isfinite(value) and value > 0.0):
            raise InputError(f"{option} is {value:g}: expected a number of {unit} above zero")
    klass = request.trajectory_class
    if klass is not None and klass not in _CLASSES:
        raise InputError(f"--class is '{klass}': expected {', '.join(_CLASSES)}")
    if request.from_burnout is not None:
        _check_state_alone(request)
    elif klass == "minimum-energy" and request.apogee_km is not None:
        raise InputError(
            f"--apogee is {request.apogee_km:g}: the minimum-energy path has its own apogee; "
            "leave --class out or ask for lofted"
        )


def _check_state_alone(request: Request) -> None:
    """Refuse what a flight without boost would ignore."""
    ignored = {
        "--from": request.start,
        "--to": request.end,
        "--class": request.trajectory_class,
        "--apogee": request.apogee_km,
        "--payload": request.payload_kg,
        "--beta": request.ballistic_coefficient_kg_m2 if request.is_vacuum else None,
    }
    for option, value in ignored.items():
        if value is not None:
            reason = "--vacuum" if option == "--beta" else "--from-burnout"
            raise InputError(f"{option} has no effect with {reason}: leave one of them out")


def _named_class(request: Request) -> dict[str, Any]:
    """The class for programs and, as ``label``, for people."""
    klass = request.trajectory_class
    if request.apogee_km is None:
        return {"class": klass or "minimum-energy", "label": klass or "minimum-energy"}
    held = f"apogee held at {request.apogee_km:g} km"
    return {
        "class": klass or "held-apogee",
        "label": f"{klass}, {held}" if klass else held,
        "apogee_held_m": request.apogee_km * 1e3,
    }


def _earth(request: Request) -> Earth:
    world = earth.WGS84
    if request.is_vacuum:
        world = world._replace(air=0.0)
    if request.is_still:
        world = world._replace(rotation_rad_s=0.0)
    if request.is_sphere:
        world = world._replace(eccentricity_squared=0.0, j2=0.0)
    return world


def _refuse(
    missile: str, status: Status, limit_m: float, start: tuple[float, float],
    end: tuple[float, float],
) -> None:  # fmt: skip
    """Raise one sentence where the place cannot be flown to."""
    if status == Status.OK:
        return
    distance, _, _ = earth.geodesic_inverse(*np.radians([start[0], start[1], end[0], end[1]]))
    where = f"the place lies {float(distance) / 1e3:.0f} km away"
    if status == Status.BEYOND_RANGE:
        raise InputError(
            f"{missile}: {where}, beyond the {limit_m / 1e3:.0f} km that this class flies there"
        )
    if status in NOT_THREATENED:
        raise InputError(f"{missile}: {where}, nearer than this class can fly")
    raise InputError(f"{missile}: {STATUS_TEXT[status]}")


def _fly_state(
    request: Request, entry: catalog.MissileEntry, missile: Missile, world: Earth
) -> tuple[dict[str, Any], Trajectories]:
    """Fly a given state without boost."""
    assert request.from_burnout is not None
    lat, lon, alt_km, speed, elevation, azimuth = numbers(
        request.from_burnout, _STATE, "--from-burnout"
    )
    degrees(lat, lon, "--from-burnout")
    if not 0.0 < alt_km <= 5000.0:
        raise InputError(f"--from-burnout: ALT_KM is {alt_km:g}: expected 0 to 5000")
    if not 0.0 < speed <= 12000.0:
        raise InputError(f"--from-burnout: SPEED_M_S is {speed:g}: expected 0 to 12000")
    if not -90.0 <= elevation <= 90.0:
        raise InputError(f"--from-burnout: ELEVATION_DEG is {elevation:g}: expected -90 to 90")
    origin = (math.radians(lat), math.radians(lon))
    position = np.array(
        earth.place(*origin, alt_km * 1e3, world.semi_major_axis_m, world.eccentricity_squared)
    )
    up, along = math.sin(math.radians(elevation)), math.cos(math.radians(elevation))
    turn = math.radians(azimuth)
    local = speed * np.array([along * math.sin(turn), along * math.cos(turn), up])
    state = np.concatenate([position, local @ earth.east_north_up(*origin)])
    flights, track = flight.fall(
        missile, np.zeros(1), state[None, :], earth=world, every_s=1.0, until_s=12000.0
    )
    assert track is not None
    if flights.status[0] != Status.OK:
        raise InputError(f"--from-burnout: {STATUS_TEXT[int(flights.status[0])]}")
    head = {"missile": entry.id, "name": entry.name, "class": "from-burnout",
            "label": "a given state, without boost",
            "from": {"latitude_deg": lat, "longitude_deg": lon}}  # fmt: skip
    result = head | _events(flights, origin, world)
    return result | {"assumptions": _assumptions(entry, request)}, track


def _events(
    flights: Flights,
    origin: tuple[float, float],
    world: Earth,
    residual_m: float | None = None,
) -> dict[str, Any]:
    """The events of a single flight with the keys of ``--json``.

    ``residual_m`` is how far an aimed flight falls from its place; a state has neither aim nor boost.
    """

    def speed(event: Event) -> float | None:
        value = float(np.linalg.norm(flights.event_velocity_m_s[0, event]))
        return value if math.isfinite(value) else None

    def number(value: float) -> float | None:
        return float(value) if math.isfinite(value) else None

    lat, lon, distance = _fallen(flights.event_position_m[0, Event.IMPACT], origin, world)
    apogee = float(flights.event_altitude_m[0, Event.APOGEE])
    if not math.isfinite(apogee):  # a state that only falls peaks where it starts
        apogee = float(flights.event_altitude_m[0, Event.BURNOUT])
    aimed = {} if residual_m is None else {"solver_residual_m": residual_m}
    start = 0.0 if aimed else float(flights.event_time_s[0, Event.BURNOUT])
    return {
        "status": "ok",
        "burnout": {
            "time_s": float(flights.event_time_s[0, Event.BURNOUT]),
            "altitude_m": float(flights.event_altitude_m[0, Event.BURNOUT]),
            "speed_m_s": speed(Event.BURNOUT),
            "flight_path_angle_deg": _path_angle_deg(flights, world),
        },
        "apogee_m": apogee,
        "time_of_flight_s": float(flights.event_time_s[0, Event.IMPACT]) - start,
        "ground_range_m": distance,
        "impact": {
            "latitude_deg": math.degrees(lat),
            "longitude_deg": math.degrees(lon),
            "speed_m_s": speed(Event.IMPACT),
            **aimed,
        },
        "reentry": {
            "altitude_m": number(flights.event_altitude_m[0, Event.REENTRY]),
            "speed_m_s": speed(Event.REENTRY),
            "time_s": number(flights.event_time_s[0, Event.REENTRY]),
        },
    }


def _fallen(
    impact_m: Floats, origin: tuple[float, float], world: Earth
) -> tuple[float, float, float]:
    """Latitude, longitude and ground range of an impact, on the sphere where one was asked for."""
    if world.eccentricity_squared > 0.0:
        lat, lon, _ = earth.ecef_to_geodetic(impact_m)
        distance, _, _ = earth.geodesic_inverse(*origin, lat, lon)
        return float(lat), float(lon), float(distance)
    x, y, z = (float(part) for part in impact_m)
    start = np.array(earth.place(*origin, 0.0, world.semi_major_axis_m, 0.0))
    angle = math.atan2(
        float(np.linalg.norm(np.cross(start, impact_m))), float(np.dot(start, impact_m))
    )
    return math.atan2(z, math.hypot(x, y)), math.atan2(y, x), world.semi_major_axis_m * angle


def _path_angle_deg(flights: Flights, world: Earth) -> float:
    """Angle of the velocity at burnout above the local horizontal."""
    position = flights.event_position_m[0, Event.BURNOUT]
    velocity = flights.event_velocity_m_s[0, Event.BURNOUT]
    _, *normal = earth.height_and_normal(
        *position, world.semi_major_axis_m, world.eccentricity_squared
    )
    climb = float(np.dot(velocity, normal))
    return math.degrees(math.asin(climb / float(np.linalg.norm(velocity))))


def _assumptions(entry: catalog.MissileEntry, request: Request) -> list[dict[str, Any]]:
    """Every catalogue value behind the flight, and what the user put in its place."""
    rows: list[dict[str, Any]] = []
    given = {
        "payload.mass": request.payload_kg,
        _BETA: request.ballistic_coefficient_kg_m2,
    }
    for path, quantity in catalog.quantities(entry):
        if not _is_used(path, request):
            continue
        value = given.get(path)
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


def _is_used(path: str, request: Request) -> bool:
    """Whether a catalogue value has anything to do with the flight."""
    if path == _BETA:
        return not request.is_vacuum
    is_boost = not path.startswith("published.") and not path.endswith("radar_cross_section")
    return is_boost and request.from_burnout is None


def draw(path: Path, result: dict[str, Any], track: Trajectories) -> None:
    """Write the altitude-range figure of a flight as a vector or a pixel file."""
    if path.suffix.lower() not in (".svg", ".pdf", ".png"):
        raise InputError(f"--plot is '{path}': expected a name that ends in .svg, .pdf or .png")
    if not path.parent.is_dir():
        raise InputError(f"--plot is '{path}': the folder {path.parent} does not exist")
    from shieldmap.report import flights

    ground_m, altitude_m = _profile(result, track)
    figure = flights.flight_profile(ground_m, altitude_m, {**result, "class": result["label"]})
    figure.savefig(path, metadata={"Date": None} if path.suffix != ".png" else None)


def _profile(result: dict[str, Any], track: Trajectories) -> tuple[Floats, Floats]:
    n = int(track.sample_count[0])
    lat, lon, altitude = earth.ecef_to_geodetic(track.position_m[0, :n])
    start = result["from"]
    ground, _, _ = earth.geodesic_inverse(
        math.radians(start["latitude_deg"]), math.radians(start["longitude_deg"]), lat, lon
    )
    return np.append(ground, result["ground_range_m"]), np.append(altitude, 0.0)
