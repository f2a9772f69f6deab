"""``shieldmap fly --from-burnout``: a given state falls without boost."""

import math

import numpy as np

from shieldmap import catalog, earth, flight
from shieldmap.answers import flown
from shieldmap.answers.flown import FlightFlown, FlightRequest
from shieldmap.answers.places import InputError, degrees, numbers
from shieldmap.model import STATUS_TEXT, Earth, Flights, Floats, Missile, Status, Trajectories
from shieldmap.results import Flight, FlightPlace
from shieldmap.words import english

_STATE = ("LAT", "LON", "ALT_KM", "SPEED_M_S", "ELEVATION_DEG", "AZIMUTH_DEG")
_LONGEST_S = 12000.0


def fly(
    state_given: str | tuple[float, ...], entry: catalog.MissileEntry | None, asked: FlightRequest
) -> FlightFlown:
    """Fly the state that was given, and again with both ends of the ballistic coefficient.

    Without a missile the ballistic coefficient is given, or there is no air.
    """
    world = asked.earth()
    origin, state = _read_state(state_given, world)
    missile = (
        _free_body(asked.beta_kg_m2) if entry is None else entry.arrays(None, asked.beta_kg_m2)
    )
    flights, samples = _fall(missile, state, world)
    rows = {}
    ends = {} if entry is None else flown.coefficient_ends(entry, asked)
    for end, coefficient in ends.items():
        other = missile._replace(ballistic_coefficient_kg_m2=coefficient)
        fallen, _ = _fall(other, state, world, every_s=0.0)
        rows[end] = flown.coefficient_row(coefficient, fallen, origin, world, is_state=True)
    record = Flight(
        missile=None if entry is None else entry.id,
        name=english("said_body") if entry is None else entry.name,
        class_="from-burnout",
        label=f"{english('said_given_state')}, {english('said_without_boost')}{asked.switched_off()}",
        from_=FlightPlace(
            latitude_deg=math.degrees(origin[0]), longitude_deg=math.degrees(origin[1])
        ),
        status="ok",
        burnout=flown.burnout_of(flights, world),
        apogee_m=flown.apogee_m(flights),
        time_of_flight_s=flown.flight_time_s(flights, is_state=True),
        ground_range_m=flown.ground_range_m(flights, origin, world),
        impact=flown.impact_of(flights, origin, world),
        reentry=flown.reentry_of(flights),
        assumptions=flown.assumptions_behind(entry, asked, has_boost=False),
        by_ballistic_coefficient=rows,
        body=entry.body if entry is not None and rows else "",
        limits=flown.limits(),
    )
    assert samples is not None
    return flown.with_samples(record, flights, samples, world)


def _free_body(coefficient_kg_m2: float | None) -> Missile:
    """A free body; without air its ballistic coefficient plays no part."""
    none = np.empty(0)
    return Missile(
        stage_propellant_kg=none,
        stage_dry_kg=none,
        stage_burn_s=none,
        stage_exhaust_m_s=none,
        stage_exit_m2=none,
        stage_area_m2=none,
        stage_coast_s=none,
        payload_kg=1.0,
        rise_s=0.0,
        pitch_s=0.0,
        ballistic_coefficient_kg_m2=coefficient_kg_m2 or 1.0,
        has_cutoff=False,
    )


def _fall(
    missile: Missile, state: Floats, world: Earth, every_s: float = 1.0
) -> tuple[Flights, Trajectories | None]:
    flights, samples = flight.fall(
        missile, np.zeros(1), state[None, :], earth=world, every_s=every_s, until_s=_LONGEST_S
    )
    if flights.status[0] != Status.OK:
        raise InputError(f"--from-burnout: {STATUS_TEXT[int(flights.status[0])]}")
    return flights, samples


def _read_state(text: str | tuple[float, ...], world: Earth) -> tuple[tuple[float, float], Floats]:
    """Where the state lies over the ground, in radians, and the state (6,) itself."""
    lat, lon, alt_km, speed, elevation, azimuth = numbers(text, _STATE, "--from-burnout")
    degrees(lat, lon, "--from-burnout")
    for name, value, most in (("ALT_KM", alt_km, 5000.0), ("SPEED_M_S", speed, 12000.0)):
        if not 0.0 < value <= most:
            raise InputError(
                f"--from-burnout: {name} is {value:g}: expected above 0 and up to {most:g}"
            )
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
