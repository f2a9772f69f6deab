"""The integrator as its callers meet it: staging, cut-off, events, grids and how flights fail."""

import math

import numpy as np
import pytest

from shieldmap import catalog, earth, flight
from shieldmap.earth import WGS84
from shieldmap.model import Event, Flights, Floats, Missile, Status, Trajectories

LAUNCH = (math.radians(39.0), math.radians(126.0))
AIR = earth.tables()
# No gravity, rotation or air: what is left is the rocket equation.
EMPTY = WGS84._replace(gm_m3_s2=0.0, rotation_rad_s=0.0, air=0.0)
FULL_BURN_S = 1e6

# The integrator's tolerance is 5 mm a step; a boost takes tens of steps.
BOOST_M = 0.1
BOOST_M_S = 1e-3
# Events are roots of the dense output, found to 0.1 um; the output itself is good to the tolerance.
EVENT_M = 1e-5
EVENT_M_S = 1e-6
# The fourth-order dense output inside a step of up to a minute, against a flight with tiny steps.
DENSE_M = 1.0

TWO_STAGES = Missile(
    stage_propellant_kg=np.array([4000.0, 900.0]),
    stage_dry_kg=np.array([500.0, 150.0]),
    stage_burn_s=np.array([60.0, 45.0]),
    stage_exhaust_m_s=np.array([2500.0, 2800.0]),
    stage_exit_m2=np.array([0.1, 0.05]),
    stage_area_m2=np.array([0.8, 0.8]),
    stage_coast_s=np.array([20.0, 0.0]),
    payload_kg=400.0,
    rise_s=1000.0,
    pitch_s=0.0,
    ballistic_coefficient_kg_m2=2500.0,
    has_cutoff=True,
)
MASSES_KG = (5950.0, 1950.0, 1450.0, 550.0)


def fly(
    missile: Missile, pitch_rad: float = 0.0, cutoff_s: float = FULL_BURN_S, **options: object
) -> tuple[Flights, Trajectories | None]:
    """One launch to the south."""
    return flight.fly(
        missile,
        flight.Launch(earth.geodetic_to_ecef(*np.array(LAUNCH)), earth.east_north_up(*LAUNCH)),
        flight.Steering(math.pi, pitch_rad, cutoff_s),
        air=AIR,
        **options,  # type: ignore[arg-type]
    )


def up(flights: Flights, event: Event) -> tuple[float, float]:
    """Distance above the launch point and speed upward at an event."""
    axis = earth.east_north_up(*LAUNCH)[2]
    start = earth.geodetic_to_ecef(*np.array(LAUNCH))
    return (
        float((flights.event_position_m[0, event] - start) @ axis),
        float(flights.event_velocity_m_s[0, event] @ axis),
    )


def burned(exhaust: float, full: float, empty: float, burn_s: float) -> tuple[float, float]:
    """Speed gained and distance flown from rest by the rocket equation."""
    ratio = full / empty
    speed = exhaust * math.log(ratio)
    return speed, exhaust * burn_s * (1.0 - math.log(ratio) / (ratio - 1.0))


def test_two_stages_with_a_coast_between_them() -> None:
    first_speed, first_way = burned(2500.0, MASSES_KG[0], MASSES_KG[1], 60.0)
    second_speed, second_way = burned(2800.0, MASSES_KG[2], MASSES_KG[3], 45.0)
    flown, _ = fly(TWO_STAGES, earth=EMPTY)
    assert flown.event_time_s[0, Event.BURNOUT] == pytest.approx(125.0, abs=1e-9)
    way, speed = up(flown, Event.BURNOUT)
    assert speed == pytest.approx(first_speed + second_speed, abs=BOOST_M_S)
    wanted = first_way + first_speed * (20.0 + 45.0) + second_way
    assert way == pytest.approx(wanted, abs=BOOST_M)


@pytest.mark.parametrize("cutoff_s", [90.0, 110.0, 124.5])
def test_a_cutoff_ends_the_last_burn_early(cutoff_s: float) -> None:
    first_speed, _ = burned(2500.0, MASSES_KG[0], MASSES_KG[1], 60.0)
    left_kg = MASSES_KG[2] - 20.0 * (cutoff_s - 80.0)
    second_speed, _ = burned(2800.0, MASSES_KG[2], left_kg, cutoff_s - 80.0)
    flown, _ = fly(TWO_STAGES, cutoff_s=cutoff_s, earth=EMPTY)
    assert flown.event_time_s[0, Event.BURNOUT] == pytest.approx(cutoff_s, abs=1e-9)
    assert up(flown, Event.BURNOUT)[1] == pytest.approx(first_speed + second_speed, abs=BOOST_M_S)


def test_a_cutoff_after_the_last_burn_is_a_full_burn() -> None:
    missile = catalog.missile("hwasong-7").arrays()
    end = float(missile.stage_burn_s[0])
    whole, _ = fly(missile, 0.2)
    same, _ = fly(missile, 0.2, end + 50.0)
    less, _ = fly(missile, 0.2, end - 1.0)
    assert whole.event_time_s[0, Event.BURNOUT] == end
    assert np.array_equal(whole.event_position_m, same.event_position_m)
    assert less.event_altitude_m[0, Event.APOGEE] < whole.event_altitude_m[0, Event.APOGEE] - 1e3


def test_back_pressure_takes_thrust_away_at_sea_level() -> None:
    missile = catalog.missile("hwasong-5").arrays()
    flown, kept = fly(missile, every_s=0.05, until_s=1.0)
    assert flown.status[0] == Status.OK
    assert kept is not None
    # 226 s of sea-level impulse at 58.8 kg/s on 5,860 kg, less the weight, felt in the first steps.
    flow = 3645.6 / 62.0
    thrust_n = 226.0 * 9.80665 * flow
    sine2 = math.sin(LAUNCH[0]) ** 2
    weight_m_s2 = 9.780325 * (1.0 + 0.00193185 * sine2) / math.sqrt(1.0 - 0.00669438 * sine2)
    axis = earth.east_north_up(*LAUNCH)[2]
    speed = kept.velocity_m_s[0, :5] @ axis
    acceleration = (speed[4] - speed[0]) / 0.2
    # Mass lost in 0.1 s and the drag at 2 m/s are below a permille; the weight is Somigliana's.
    assert acceleration == pytest.approx(
        thrust_n / (5860.0 - 0.1 * flow) - weight_m_s2, abs=2e-3, rel=0.0
    )


def test_events_come_in_order_and_where_they_should() -> None:
    flown, _ = fly(catalog.missile("hwasong-7").arrays(), 0.2)
    assert flown.status[0] == Status.OK
    time, altitude = flown.event_time_s[0], flown.event_altitude_m[0]
    assert np.all(np.diff(time) > 0.0)
    assert abs(altitude[Event.REENTRY] - flight.REENTRY_M) < EVENT_M
    assert abs(altitude[Event.IMPACT]) < EVENT_M
    latitude, longitude, _ = earth.ecef_to_geodetic(flown.event_position_m[0, Event.APOGEE])
    axis = earth.east_north_up(float(latitude), float(longitude))[2]
    assert abs(flown.event_velocity_m_s[0, Event.APOGEE] @ axis) < EVENT_M_S
    _, _, heights = earth.ecef_to_geodetic(flown.event_position_m[0])
    assert np.all(np.abs(heights - altitude) < EVENT_M)


def test_an_event_that_does_not_happen_is_nan() -> None:
    flown, _ = fly(catalog.missile("hwasong-5").arrays(), 0.9)
    assert flown.status[0] == Status.OK
    assert flown.event_altitude_m[0, Event.APOGEE] < flight.REENTRY_M
    assert np.isnan(flown.event_time_s[0, Event.REENTRY])


def test_samples_do_not_change_the_flight_and_lie_on_it() -> None:
    missile = catalog.missile("hwasong-7").arrays()
    alone, nothing = fly(missile, 0.2)
    flown, kept = fly(missile, 0.2, every_s=7.0, until_s=700.0)
    fine, finest = fly(missile, 0.2, every_s=7.0, until_s=700.0, tolerance_m=1e-6)
    assert nothing is None
    assert kept is not None
    assert finest is not None
    assert np.array_equal(alone.event_position_m, flown.event_position_m)
    n = int(kept.sample_count[0])
    impact_s = flown.event_time_s[0, Event.IMPACT]
    assert (n - 1) * 7.0 <= impact_s < n * 7.0
    assert np.all(np.isnan(kept.position_m[0, n:]))
    assert np.all(np.isfinite(kept.position_m[0, :n]))
    assert np.array_equal(kept.position_m[0, 0], earth.geodetic_to_ecef(*np.array(LAUNCH)))
    miss = np.linalg.norm(kept.position_m[0, :n] - finest.position_m[0, :n], axis=-1)
    print(f"samples differ by {miss.max():.3f} m at most")
    assert np.all(miss < DENSE_M)
    assert fine.status[0] == Status.OK


def falling(
    speed_m_s: Floats, height_m: float = 200e3, start_s: float = 0.0, **options: object
) -> tuple[Flights, Trajectories | None]:
    """Bodies thrown straight up (or down) with a speed relative to the turning Earth."""
    axis = earth.east_north_up(*LAUNCH)[2]
    position = earth.geodetic_to_ecef(*np.array(LAUNCH), height_m)
    state = np.hstack([np.tile(position, (speed_m_s.size, 1)), speed_m_s[:, None] * axis])
    return flight.fall(
        catalog.missile("hwasong-7").arrays(),
        np.full(speed_m_s.size, start_s),
        state,
        air=AIR,
        **options,  # type: ignore[arg-type]
    )


def test_a_fall_continues_a_flight() -> None:
    missile = catalog.missile("hwasong-7").arrays()
    flown, kept = fly(missile, 0.2, every_s=10.0, until_s=700.0)
    assert kept is not None
    state = np.hstack([kept.position_m[0, 20], kept.velocity_m_s[0, 20]])
    fell, rest = flight.fall(
        missile, np.array([200.0]), state[None], air=AIR, every_s=10.0, until_s=500.0
    )
    assert rest is not None
    # Event times count on, the grid counts from the state.
    for event in (Event.APOGEE, Event.REENTRY, Event.IMPACT):
        assert fell.event_time_s[0, event] == pytest.approx(
            flown.event_time_s[0, event], abs=1e-3, rel=0.0
        )
    assert fell.event_time_s[0, Event.BURNOUT] == 200.0
    assert np.array_equal(rest.position_m[0, 0], state[:3])
    assert rest.sample_count[0] == kept.sample_count[0] - 20
    n = int(rest.sample_count[0])
    miss = np.linalg.norm(rest.position_m[0, :n] - kept.position_m[0, 20 : 20 + n], axis=-1)
    assert np.all(miss < DENSE_M)


def test_the_grid_of_a_fall_does_not_depend_on_when_it_starts() -> None:
    speed = np.array([-500.0, 0.0, 1500.0])
    early, first = falling(speed, every_s=5.0, until_s=900.0)
    late, second = falling(speed, start_s=333.0, every_s=5.0, until_s=900.0)
    assert first is not None
    assert second is not None
    assert np.array_equal(first.position_m, second.position_m, equal_nan=True)
    shift = late.event_time_s[:, Event.IMPACT] - early.event_time_s[:, Event.IMPACT]
    assert np.allclose(shift, 333.0, rtol=0.0, atol=1e-9)


def test_a_body_that_escapes_runs_into_the_time_limit_and_leaves_the_others() -> None:
    flown, _ = falling(np.array([0.0, 12e3, 1000.0]))
    assert flown.status.tolist() == [Status.OK, Status.TIME_LIMIT, Status.OK]
    assert np.isnan(flown.event_time_s[1, Event.IMPACT])
    assert np.all(np.isfinite(flown.event_time_s[[0, 2], Event.IMPACT]))


def test_too_weak_an_engine_does_not_lift_off() -> None:
    heavy = TWO_STAGES._replace(payload_kg=20e3)
    flown, _ = fly(heavy)
    assert flown.status[0] == Status.CRASHED_IN_BOOST
    assert flown.event_time_s[0, Event.IMPACT] < 1e-3
    assert np.isnan(flown.event_time_s[0, Event.BURNOUT])


def test_a_boost_tilted_to_the_ground_crashes() -> None:
    missile = catalog.missile("hwasong-7").arrays()
    flown, _ = fly(missile, 1.5)
    assert flown.status[0] == Status.CRASHED_IN_BOOST
    impact_s = flown.event_time_s[0, Event.IMPACT]
    assert missile.rise_s < impact_s < missile.stage_burn_s[0]
    assert abs(flown.event_altitude_m[0, Event.IMPACT]) < EVENT_M


def test_a_state_that_is_not_a_number_is_bad_input() -> None:
    flown, _ = falling(np.array([0.0, math.nan, math.inf]))
    assert flown.status.tolist() == [Status.OK, Status.BAD_INPUT, Status.BAD_INPUT]
    assert np.all(np.isnan(flown.event_time_s[1:]))
