"""Aim solutions: they hit, they say why not, and the least cut-off time is really the least."""

import math
from typing import NamedTuple

import numpy as np
import pytest

from shieldmap import catalog, earth, flight, threat
from shieldmap.model import Aims, Event, Flights, Floats, Missile, Status, TrajectoryClass
from shieldmap.threat import HIT_M, AimTable

AIR = earth.tables()
LAUNCH = (math.radians(39.0), math.radians(126.0))
PLACES = 60

# A held apogee may err by a kilometre: what a published apogee is printed to.
APOGEE_M = 1e3
# The limit is read from a table around the compass: half a percent on either side is decided right.
LIMIT_SHARE = 5e-3
# The pitch of least cut-off time is interpolated around the compass and between columns, so that a
# nearby pitch may do better by a hair: 0.02 s of thrust is 0.1 % of the range of a Scud.
CUTOFF_S = 0.02
# One step of pitch inside the flat part of the family and one well outside.
PITCH_STEPS_RAD = tuple(math.radians(step) for step in (-1.0, -0.2, 0.2, 1.0))
# Each aim flies a few real flights; more would mean that the seeds from the table are poor.
FLIGHTS = 8


class Solved(NamedTuple):
    missile: Missile
    table: AimTable
    aims: Aims
    latitude_rad: Floats
    longitude_rad: Floats


def solve(
    missile: Missile,
    launch: tuple[float, float],
    low_m: float,
    high_m: float,
    kind: TrajectoryClass = TrajectoryClass.MINIMUM_ENERGY,
    apogee_m: float = math.nan,
    n: int = PLACES,
) -> Solved:
    """Aim at random places between two distances."""
    rng = np.random.default_rng(1950)
    table = threat.aim_table(missile, *launch, kind, apogee_m, air=AIR)
    latitude, longitude = earth.geodesic_direct(
        *np.array(launch), rng.uniform(-math.pi, math.pi, n), rng.uniform(low_m, high_m, n)
    )
    return Solved(
        missile,
        table,
        threat.aim(missile, table, latitude, longitude, air=AIR),
        latitude,
        longitude,
    )


def assert_hits(solved: Solved) -> Flights:
    """Every aim hits, and so does its flight when it is flown again."""
    aims = solved.aims
    assert np.all(aims.status == Status.OK), np.unique(aims.status, return_counts=True)
    assert np.all(aims.residual_m < HIT_M)
    assert np.all(aims.flights_used <= FLIGHTS), aims.flights_used.max()
    flown, _ = threat.fly_aims(solved.missile, solved.table, aims, air=AIR)
    wanted = earth.geodetic_to_ecef(solved.latitude_rad, solved.longitude_rad)
    miss = np.linalg.norm(flown.event_position_m[:, Event.IMPACT] - wanted, axis=-1)
    assert np.all(flown.status == Status.OK)
    assert np.all(miss < HIT_M)
    print(f"worst miss {miss.max():.2f} m, {aims.flights_used.mean():.1f} flights a place")
    return flown


@pytest.mark.parametrize("apogee_m", [math.nan, 400e3])
def test_the_flights_kept_are_those_of_the_aims(apogee_m: float) -> None:
    """Solving and sampling at once gives the same bits as flying the solutions again."""
    missile = catalog.missile("hwasong-7").arrays()
    klass = TrajectoryClass.MINIMUM_ENERGY if math.isnan(apogee_m) else TrajectoryClass.LOFTED
    table = threat.aim_table(missile, *LAUNCH, klass, apogee_m, air=AIR)
    # From too near to too far, so that rows without a flight stand between the others.
    bearing = np.linspace(0.0, 2.0 * math.pi, 80)
    latitude, longitude = earth.geodesic_direct(
        *(np.full(80, x) for x in LAUNCH), bearing, np.linspace(10e3, 1200e3, 80)
    )
    aims, flights, kept = threat.fly_to(missile, table, latitude, longitude, air=AIR, every_s=2.0)
    assert kept is not None
    solved = aims.status == Status.OK
    assert 20 < solved.sum() < 80
    until_s = 2.0 * (kept.time_s.size - 1)
    again, samples = threat.fly_aims(missile, table, aims, air=AIR, every_s=2.0, until_s=until_s)
    assert samples is not None
    assert np.array_equal(flights.event_time_s[solved], again.event_time_s[solved], equal_nan=True)
    assert np.array_equal(kept.sample_count[solved], samples.sample_count[solved])
    assert np.array_equal(kept.position_m[solved], samples.position_m[solved], equal_nan=True)
    # The grid holds the whole flight, and a place without a flight has no samples.
    last_s = kept.time_s[kept.sample_count[solved] - 1]
    assert np.all(flights.event_time_s[solved, Event.IMPACT] - last_s < 2.0)
    assert not kept.sample_count[~solved].any()
    assert np.all(np.isnan(flights.event_time_s[~solved]))


@pytest.mark.parametrize(
    ("missile_id", "low_m", "high_m"),
    [
        ("hwasong-5", 100e3, 295e3),
        ("hwasong-7", 200e3, 1000e3),
        ("hwasong-14", 2000e3, 7000e3),
        ("hwasong-15", 2000e3, 9000e3),
    ],
)
def test_minimum_energy_hits_random_places(missile_id: str, low_m: float, high_m: float) -> None:
    assert_hits(solve(catalog.missile(missile_id).arrays(), LAUNCH, low_m, high_m))


def test_a_held_apogee_is_hit_and_held() -> None:
    missile = catalog.missile("hwasong-7").arrays()
    solved = solve(missile, LAUNCH, 150e3, 650e3, TrajectoryClass.LOFTED, 400e3)
    flown = assert_hits(solved)
    apogee = flown.event_altitude_m[:, Event.APOGEE]
    assert np.all(np.abs(apogee - 400e3) < APOGEE_M)
    # Lofted flights start steeper and last longer than the minimum-energy ones.
    flat = solve(missile, LAUNCH, 150e3, 650e3)
    high_s, flat_s = (
        flights.event_time_s[:, Event.IMPACT] for flights in (flown, assert_hits(flat))
    )
    assert np.all(high_s > flat_s + 60.0)
    assert np.all(solved.aims.pitch_rad < flat.aims.pitch_rad)


def test_full_burn_of_a_solid_has_a_high_and_a_low_solution() -> None:
    missile = catalog.missile("pukguksong-2").arrays()
    flown = {}
    for kind in (TrajectoryClass.LOFTED, TrajectoryClass.DEPRESSED):
        solved = solve(missile, LAUNCH, 900e3, 1100e3, kind)
        flown[kind] = assert_hits(solved)
        burned = threat.last_burn_s(missile)[1]
        assert np.allclose(solved.aims.cutoff_s, burned, rtol=0.0, atol=1e-9)
    high, low = (
        flown[kind].event_altitude_m[:, Event.APOGEE]
        for kind in (TrajectoryClass.LOFTED, TrajectoryClass.DEPRESSED)
    )
    assert np.all(high > 1.5 * low)


def test_steep_flights_fall_around_the_vertical_one() -> None:
    """A full burn straight up falls west of the launch point; places around there are hit too."""
    missile = catalog.missile("pukguksong-2").arrays()
    assert_hits(solve(missile, LAUNCH, 250e3, 1000e3, TrajectoryClass.LOFTED))


@pytest.mark.parametrize(
    ("kind", "apogee_m", "missile_id"),
    [
        (TrajectoryClass.MINIMUM_ENERGY, math.nan, "hwasong-5"),
        (TrajectoryClass.MINIMUM_ENERGY, math.nan, "hwasong-7"),
        (TrajectoryClass.LOFTED, 400e3, "hwasong-7"),
        (TrajectoryClass.DEPRESSED, math.nan, "pukguksong-2"),
    ],
)
def test_the_limit_parts_threatened_from_not(
    kind: TrajectoryClass, apogee_m: float, missile_id: str
) -> None:
    missile = catalog.missile(missile_id).arrays()
    table = threat.aim_table(missile, *LAUNCH, kind, apogee_m, air=AIR)
    bearing = np.linspace(-3.0, 3.0, 13)
    far = earth.geodesic_direct(*np.array(LAUNCH), bearing, np.array(2500e3))
    limit = threat.aim(missile, table, *far, air=AIR)
    assert np.all(limit.status == Status.BEYOND_RANGE)
    assert np.all(np.isnan(limit.azimuth_rad))
    assert np.all(limit.flights_used == 0)
    for share, status in ((1.0 - LIMIT_SHARE, Status.OK), (1.0 + LIMIT_SHARE, Status.BEYOND_RANGE)):
        places = earth.geodesic_direct(*np.array(LAUNCH), bearing, share * limit.range_limit_m)
        aims = threat.aim(missile, table, *places, air=AIR)
        assert np.all(aims.status == status), (share, aims.status)


def test_too_near_is_said() -> None:
    missile = catalog.missile("hwasong-7").arrays()
    table = threat.aim_table(missile, *LAUNCH, air=AIR)
    near = earth.geodesic_direct(*np.array(LAUNCH), np.linspace(0.0, 6.0, 7), np.array(2e3))
    aims = threat.aim(missile, table, *near, air=AIR)
    assert np.all(aims.status == Status.BELOW_RANGE)
    assert np.all(aims.range_limit_m > 900e3)
    here = threat.aim(missile, table, np.array([LAUNCH[0]]), np.array([LAUNCH[1]]), air=AIR)
    assert here.status[0] == Status.BELOW_RANGE


@pytest.mark.parametrize(
    ("missile_id", "kind", "apogee_m", "sentence"),
    [
        ("pukguksong-2", TrajectoryClass.MINIMUM_ENERGY, math.nan, "no minimum-energy flight"),
        ("pukguksong-2", TrajectoryClass.LOFTED, 600e3, "its range fixes the apogee"),
        ("hwasong-7", TrajectoryClass.LOFTED, 2000e3, "cannot climb to an apogee of 2000 km"),
    ],
)
def test_a_class_that_cannot_be_flown_is_refused_in_a_sentence(
    missile_id: str, kind: TrajectoryClass, apogee_m: float, sentence: str
) -> None:
    missile = catalog.missile(missile_id).arrays()
    with pytest.raises(ValueError, match=sentence):
        threat.aim_table(missile, *LAUNCH, kind, apogee_m, air=AIR)


@pytest.mark.parametrize(
    "launch_deg", [(40.0, 179.9), (-40.0, -179.9), (89.5, 30.0), (-89.9, 0.0), (0.0, 0.0)]
)
def test_across_the_date_line_the_poles_and_the_equator(launch_deg: tuple[float, float]) -> None:
    launch = (math.radians(launch_deg[0]), math.radians(launch_deg[1]))
    assert_hits(solve(catalog.missile("hwasong-7").arrays(), launch, 200e3, 950e3, n=24))


def ranges(solved: Solved, pitch: Floats, cutoff: Floats) -> Floats:
    site = flight.Launch(solved.table.position_m, solved.table.east_north_up)
    steering = flight.Steering(solved.aims.azimuth_rad, pitch, cutoff)
    flown, _ = flight.fly(solved.missile, site, steering, air=AIR)
    latitude, longitude, _ = earth.ecef_to_geodetic(flown.event_position_m[:, Event.IMPACT])
    distance, _, _ = earth.geodesic_inverse(*np.array(LAUNCH), latitude, longitude)
    return np.where(flown.status == Status.OK, distance, 0.0)


@pytest.mark.parametrize(
    ("missile_id", "low_m", "high_m"),
    [("hwasong-5", 120e3, 280e3), ("hwasong-7", 300e3, 950e3), ("hwasong-14", 2000e3, 5000e3)],
)
def test_no_other_pitch_flies_as_far_with_an_earlier_cutoff(
    missile_id: str, low_m: float, high_m: float
) -> None:
    solved = solve(catalog.missile(missile_id).arrays(), LAUNCH, low_m, high_m, n=24)
    assert np.all(solved.aims.status == Status.OK)
    wanted, _, _ = earth.geodesic_inverse(
        *np.array(LAUNCH), solved.latitude_rad, solved.longitude_rad
    )
    for step in PITCH_STEPS_RAD:
        pitch = np.maximum(solved.aims.pitch_rad + step, 1e-3)
        # The range grows with the cut-off: the earliest that reaches the place, by bisection.
        early, late = solved.aims.cutoff_s - 3.0, solved.aims.cutoff_s + 3.0
        for _ in range(18):
            middle = 0.5 * (early + late)
            is_far = ranges(solved, pitch, middle) >= wanted
            early, late = np.where(is_far, early, middle), np.where(is_far, middle, late)
        saved = solved.aims.cutoff_s - late
        print(f"{missile_id}: {math.degrees(step):+.1f} deg saves at most {saved.max():.3f} s")
        assert np.all(saved < CUTOFF_S)


def test_the_last_burn_is_counted_with_coasts() -> None:
    missile = catalog.missile("pukguksong-2").arrays()
    burns = missile.stage_burn_s
    assert threat.last_burn_s(missile) == (burns[0], burns[0] + burns[1])
    coasting = missile._replace(stage_coast_s=np.array([7.0, 3.0]))
    # A coast after the last burn delays nothing.
    assert threat.last_burn_s(coasting) == (burns[0] + 7.0, burns[0] + 7.0 + burns[1])
