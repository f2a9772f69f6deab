"""``shieldmap fly --from-burnout``: a given state falls without boost."""

import math

import numpy as np

from shieldmap import catalog, earth, flight
from shieldmap.cli import flying_result as results
from shieldmap.cli.places import InputError, degrees, numbers
from shieldmap.model import STATUS_TEXT, Earth, Flights, Floats, Missile, Status, Trajectories

_STATE = ("LAT", "LON", "ALT_KM", "SPEED_M_S", "ELEVATION_DEG", "AZIMUTH_DEG")
_LONGEST_S = 12000.0


def fly(text: str, entry: catalog.MissileEntry, given: results.Given) -> results.Flown:
    """Fly the state that was typed, and again with both ends of the ballistic coefficient."""
    world = given.earth()
    origin, state = _read(text, world)
    missile = entry.arrays(None, given.ballistic_coefficient_kg_m2)
    flights, samples = _fall(missile, state, world)
    head = {
        "missile": entry.id,
        "name": entry.name,
        "class": "from-burnout",
        "label": f"a given state, without boost{given.label()}",
        "from": {
            "latitude_deg": math.degrees(origin[0]),
            "longitude_deg": math.degrees(origin[1]),
        },
    }
    result = head | results.events(flights, origin, world)
    result["assumptions"] = results.assumptions(entry, given, has_boost=False)
    rows = {}
    for end, coefficient in results.coefficient_ends(entry, given).items():
        fallen, _ = _fall(
            missile._replace(ballistic_coefficient_kg_m2=coefficient), state, world, every_s=0.0
        )
        rows[end] = results.coefficient_row(coefficient, fallen, origin, world, is_state=True)
    if rows:
        result["by_ballistic_coefficient"] = rows
        result["body"] = entry.body
    assert samples is not None
    result["limits"] = results.LIMITS
    return results.Flown(result, results.track_of(head, flights, samples), world)


def _fall(
    missile: Missile, state: Floats, world: Earth, every_s: float = 1.0
) -> tuple[Flights, Trajectories | None]:
    flights, samples = flight.fall(
        missile, np.zeros(1), state[None, :], earth=world, every_s=every_s, until_s=_LONGEST_S
    )
    if flights.status[0] != Status.OK:
        raise InputError(f"--from-burnout: {STATUS_TEXT[int(flights.status[0])]}")
    return flights, samples


def _read(text: str, world: Earth) -> tuple[tuple[float, float], Floats]:
    """Where the state lies over the ground, in radians, and the state (6,) itself."""
    lat, lon, alt_km, speed, elevation, azimuth = numbers(text, _STATE, "--from-burnout")
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
    return origin, np.concatenate([position, local @ earth.east_north_up(*origin)])
