"""The fly-out table against flights that are not in it, and the still sphere against the Earth."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from shieldmap import campaign, catalog, earth, flight, interceptor
from shieldmap.earth import SEMI_MAJOR_AXIS_M, WGS84
from shieldmap.model import Floats, FlyoutTable

AIR = earth.tables()
ENTRY = catalog.defence("thaad").interceptor
THAAD = ENTRY.arrays()
LOWEST_RAD = ENTRY.launch_elevation_min.si
TABLE = interceptor.flyout_table(THAAD, LOWEST_RAD, air=AIR)

# The published envelope, in which the table is asked for: floor, ceiling and slant range.
FLOOR_M, CEILING_M, REACH_M = 40e3, 150e3, 200e3
# The table is linear between points 4 km apart, and times are slightly convex: a point between may
# be met later in the table than in flight. Measured: 0.08 s.
LATE_S = 0.15
# Where the lowest launch that gets to an altitude peaks, the table is a straight line between its
# two crossings, which the flights that peak there exactly reach a little later. Measured: 1.7 s.
EARLY_S = 2.0
# Away from that edge, where flights climb by more than 500 m/s, the table is right to a tenth.
CLIMB_M_S = 500.0
CLIMB_S = 0.15
# Two fans of as many launches have them at different elevations, up to 1.1 degrees apart.
FAN_S = 0.5
# What the module's docstring claims of the still sphere.
SPHERE_M = 1.9e3
SPHERE_S = 0.5
SPHERE_AT_S = 100.0


def time_to(table: FlyoutTable, ground_m: float, altitude_m: float) -> float:
    out = np.empty(1)
    steps = table.range_step_m, table.altitude_step_m
    interceptor.times_to(table.time_s[:, :, None], *steps, ground_m, altitude_m, out)
    return float(out[0])


def in_envelope(ground_m: Floats, altitude_m: Floats) -> NDArray[np.bool_]:
    with np.errstate(invalid="ignore"):
        in_band = (altitude_m >= FLOOR_M) & (altitude_m <= CEILING_M)
        return in_band & (np.hypot(ground_m, altitude_m) <= REACH_M)


def test_the_table_against_flights_between_its_elevations() -> None:
    """No point of any flight is tabled later; on the way up it is tabled at the flight's time."""
    elevation = np.random.default_rng(40).uniform(LOWEST_RAD, 0.5 * math.pi, 60)
    time, ground, altitude, _ = interceptor.fly_out(THAAD, elevation, air=AIR)
    climb = np.gradient(altitude, time, axis=1)
    rows, samples = np.nonzero(in_envelope(ground, altitude))
    rows, samples = rows[::7], samples[::7]
    found = [
        time_to(TABLE, ground[i, k], altitude[i, k]) for i, k in zip(rows, samples, strict=True)
    ]
    error = np.array(found) - time[samples]
    rising = climb[rows, samples] > CLIMB_M_S
    print(f"{error.size} points: {error.min():+.3f} to {error.max():+.3f} s")
    print(f"{rising.sum()} rising: {error[rising].min():+.3f} to {error[rising].max():+.3f} s")
    assert rising.sum() > 100
    assert np.all(error < LATE_S)
    assert np.all(np.abs(error[rising]) < CLIMB_S)


def test_the_table_against_one_of_many_more_elevations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interceptor, "_ELEVATIONS", 800)
    fine = interceptor.flyout_table(THAAD, LOWEST_RAD, air=AIR)
    n, m = TABLE.time_s.shape
    grid = np.meshgrid(np.arange(n) * 4e3, np.arange(m) * 4e3, indexing="ij")
    inside = in_envelope(*grid)
    assert np.all(np.isfinite(fine.time_s[inside]))
    error = TABLE.time_s[inside] - fine.time_s[inside]
    print(f"{error.size} points: {error.min():+.3f} to {error.max():+.3f} s")
    assert np.all(error < LATE_S)
    assert np.all(error > -EARLY_S)


def test_times_grow_with_range_and_altitude() -> None:
    """From the floor to the ceiling, where the flight is no longer held back by drag."""
    band = TABLE.time_s[:, 10:39]
    along, upward = np.diff(band, axis=0), np.diff(band, axis=1)
    assert np.all(along[np.isfinite(along)] > 0.0)
    # Out to 60 km a higher point takes longer; farther out a low flight loses time in the air.
    upward = upward[:16]
    assert np.all(upward[np.isfinite(upward)] > 0.0)


def test_the_reach_at_each_altitude_has_no_holes() -> None:
    for level in range(2, 45):
        reached = np.flatnonzero(np.isfinite(TABLE.time_s[:, level]))
        assert reached.size > 0
        assert np.array_equal(reached, np.arange(reached[0], reached[-1] + 1)), level
    # The vertical flight covers the place above the launcher at every altitude of the envelope.
    assert np.all(np.isfinite(TABLE.time_s[0, 1:45]))


@pytest.mark.parametrize(
    ("ground_m", "altitude_m"),
    # In vacuum a speed of 2.8 km/s at 15 km reaches 328 km above 400 km of ground and 245 km above
    # 560 km, and no more.
    [(560e3, 250e3), (400e3, 350e3), (50e3, 450e3), (-1.0, 50e3), (50e3, -1.0)],
)
def test_what_cannot_be_reached_is_nan(ground_m: float, altitude_m: float) -> None:
    assert math.isnan(time_to(TABLE, ground_m, altitude_m))


def test_nothing_lies_below_the_lowest_launch() -> None:
    """Launched at 45 degrees at least, it is 23.8 km high at 41 km: 20 km there is out of reach.

    Only a steep flight comes down there, minutes later.
    """
    lowest = math.radians(45.0)
    table = interceptor.flyout_table(THAAD, lowest, air=AIR)
    _, ground, altitude, _ = interceptor.fly_out(THAAD, np.array([lowest]), air=AIR)
    assert np.interp(41e3, ground[0, :80], altitude[0, :80]) > 23.5e3
    # With a lower launch the point is reached on the way up.
    assert time_to(TABLE, 41e3, 20e3) < 60.0
    assert not time_to(table, 41e3, 20e3) < 100.0
    # What lies above that launch does not depend on it.
    assert time_to(table, 41e3, 60e3) == pytest.approx(time_to(TABLE, 41e3, 60e3), abs=LATE_S)


def test_no_launch_angle_is_worth_less_for_being_allowed() -> None:
    """A fan that starts lower contains the other: nothing is reached later from the floor up."""
    steep = interceptor.flyout_table(THAAD, math.radians(45.0), air=AIR)
    later = TABLE.time_s[:51, 10:38] - steep.time_s[:51, 10:38]
    assert np.all(later[np.isfinite(later)] < FAN_S), np.nanmax(later)


def test_a_heavier_payload_arrives_later() -> None:
    slow = interceptor.flyout_table(THAAD._replace(payload_kg=80.0), LOWEST_RAD, air=AIR)
    later = (slow.time_s - TABLE.time_s)[:, 10:]
    both = np.isfinite(later)
    assert both.any()
    assert np.all(later[both] > 0.0)


def test_a_release_to_the_same_body_changes_nothing() -> None:
    """The coast is integrated anew from a sample on: apart by the tolerance of both, and no more."""
    elevation = np.radians([30.0, 50.0, 80.0])
    attached = THAAD.ballistic_coefficient_kg_m2
    whole = interceptor.fly_out(THAAD, elevation, air=AIR)
    in_two = interceptor.fly_out(THAAD, elevation, interceptor.Release(15.0, attached), air=AIR)
    upto = int(np.searchsorted(whole[0], 200.0))
    for one, other, tolerance in zip(whole[1:], in_two[1:], (1.0, 1.0, 3e-2), strict=True):
        # Metres, metres and metres per second after 200 s.
        assert np.nanmax(np.abs(one[:, :upto] - other[:, :upto])) < tolerance


def test_nothing_changes_before_the_release() -> None:
    elevation = np.radians([30.0, 80.0])
    whole = interceptor.fly_out(THAAD, elevation, air=AIR)
    let_go = interceptor.fly_out(THAAD, elevation, interceptor.Release(15.0, 2000.0), air=AIR)
    # It burns for 16 s, and the sample at 31 s is the first of the other body.
    at = int(np.searchsorted(whole[0], 31.0))
    for one, other in zip(whole[1:], let_go[1:], strict=True):
        assert np.array_equal(one[:, :at], other[:, :at])
        assert not np.array_equal(one[:, at + 4], other[:, at + 4])


def test_the_kill_vehicle_coasts_faster_the_later_it_is_released() -> None:
    """Its booster's coefficient is 15,400 kg/m2 and its own 3,300, in the air below some 50 km."""
    elevation = np.radians([45.0, 60.0, 75.0])
    speeds = []
    for delay_s in (0.0, 5.0, 15.0, 45.0):
        flown = interceptor.fly_out(THAAD, elevation, interceptor.Release(delay_s, 3300.0), air=AIR)
        speeds.append(flown[3][:, int(np.searchsorted(flown[0], 90.0))])
    assert np.all(np.diff(speeds, axis=0) > 0.0)
    # At 45 degrees it stays in the air for longer than at 75, and there is more to be saved.
    gained = speeds[-1] - speeds[0]
    assert gained[0] > gained[1] > gained[2]


def test_every_part_of_the_catalogue_s_fly_out_is_slower_at_its_bad_end() -> None:
    """At every point of the published envelope: speed, release and drag, bad end, value, good end."""
    entry = catalog.defence("thaad")
    whole = campaign.studies._flyouts(catalog.defence("thaad"), 300e3, 200e3)
    value = whole.time_s[:, :, 0]
    n, m = value.shape
    grid = np.meshgrid(
        np.arange(n) * whole.range_step_m, np.arange(m) * whole.altitude_step_m, indexing="ij"
    )
    inside = in_envelope(*grid)
    assert entry.interceptor.release_time is not None
    for part in range(3):
        bad, good = whole.time_s[:, :, 1 + 2 * part], whole.time_s[:, :, 2 + 2 * part]
        later, sooner = (bad - value)[inside], (value - good)[inside]
        print(f"part {part}: {np.nanmin(later):.3f} to {np.nanmax(later):.2f} s later,", end=" ")
        print(f"{np.nanmin(sooner):.3f} to {np.nanmax(sooner):.2f} s sooner")
        # What the value reaches the good end does, and what the bad end reaches the value.
        assert not np.any(np.isnan(good[inside]) & ~np.isnan(value[inside]))
        assert not np.any(np.isnan(value[inside]) & ~np.isnan(bad[inside]))
        assert np.nanmin(later) >= 0.0
        assert np.nanmin(sooner) >= 0.0
    slowest = value + sum(whole.time_s[:, :, k] - value for k in (1, 3, 5))
    print(f"all bad ends: {np.nanmax((slowest / value)[inside]):.3f} of the value's time at most")


def test_a_fly_out_that_is_not_over_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A launch straight up flies for 9 minutes; tables of 200 s would leave out where it could be."""
    monkeypatch.setattr(interceptor, "_UNTIL_S", 200.0)
    with pytest.raises(ValueError, match="not over"):
        interceptor.flyout_table(THAAD, LOWEST_RAD, altitude_top_m=800e3, air=AIR)


def test_the_table_reaches_as_far_as_it_is_asked_to() -> None:
    table = interceptor.flyout_table(
        THAAD, LOWEST_RAD, range_top_m=1500e3, altitude_top_m=1000e3, air=AIR
    )
    n, m = table.time_s.shape
    assert (n - 1) * table.range_step_m >= 1500e3
    assert (m - 1) * table.altitude_step_m >= 1000e3
    # Steps of 5 km there and 4 km here: what both hold is the same to the bend between them.
    for ground_m, altitude_m in ((60e3, 60e3), (120e3, 100e3), (180e3, 80e3)):
        one, other = time_to(TABLE, ground_m, altitude_m), time_to(table, ground_m, altitude_m)
        assert one == pytest.approx(other, abs=LATE_S)


def test_a_path_to_a_point_ends_there_at_the_tables_time() -> None:
    # A steep launch falls past the last three after ten minutes, and passes nearer.
    for ground_m, altitude_m in (
        (60e3, 60e3), (120e3, 90e3), (20e3, 140e3), (47e3, 45e3), (104e3, 145e3), (149e3, 40e3),
    ):  # fmt: skip
        time, ground, altitude = interceptor.path_to(
            interceptor.launch_fan(THAAD, air=AIR), ground_m, altitude_m
        )
        # Samples are half a second and a fan of elevations 0.25 degrees apart.
        assert math.hypot(ground[-1] - ground_m, altitude[-1] - altitude_m) < 1e3
        assert time[-1] == pytest.approx(time_to(TABLE, ground_m, altitude_m), abs=0.6)
        assert (ground[0], altitude[0]) == (0.0, 0.0)


def test_an_interceptor_arrives_with_the_speed_of_the_table() -> None:
    """It coasts up or level with no more than its speed at burnout, some 2.8 km/s."""
    fan = interceptor.launch_fan(THAAD, air=AIR)
    for ground_m, altitude_m in ((60e3, 60e3), (120e3, 90e3), (190e3, 45e3)):
        along, climb = interceptor.arrival(fan, ground_m, altitude_m)
        row, column = (
            round(ground_m / TABLE.range_step_m),
            round(altitude_m / TABLE.altitude_step_m),
        )
        # Half a second of 2.5 km/s, steps of 4 km, and gravity's 10 m/s in a second: 2 %.
        assert math.hypot(along, climb) == pytest.approx(TABLE.speed_m_s[row, column], rel=0.02)
        assert along > 0.0


def on_the_turning_earth(elevation: Floats, azimuth: float) -> tuple[Floats, Floats]:
    """Positions and velocities (n, 3) east, north and up of the launcher at 100 s."""
    latitude, longitude = math.radians(36.0), math.radians(128.0)
    site = earth.geodetic_to_ecef(*np.array([latitude, longitude]))
    frame = earth.east_north_up(latitude, longitude)
    tilt = 0.5 * math.pi - elevation
    _, kept = flight.fly(
        THAAD,
        flight.Launch(site, frame),
        flight.Steering(azimuth, tilt, 1e6, tilt),
        earth=WGS84,
        air=AIR,
        every_s=SPHERE_AT_S,
        until_s=SPHERE_AT_S,
    )
    assert kept is not None
    return (kept.position_m[:, 1] - site) @ frame.T, kept.velocity_m_s[:, 1] @ frame.T


def test_a_still_sphere_is_good_enough_for_a_hundred_seconds() -> None:
    elevation = np.radians([46.0, 55.0, 65.0, 75.0, 85.0])
    time, ground, altitude, _ = interceptor.fly_out(THAAD, elevation, air=AIR)
    sample = int(np.searchsorted(time, SPHERE_AT_S))
    angle = ground[:, sample] / SEMI_MAJOR_AXIS_M
    radius = SEMI_MAJOR_AXIS_M + altitude[:, sample]
    along, upward = radius * np.sin(angle), radius * np.cos(angle) - SEMI_MAJOR_AXIS_M
    miss_m, early_s = [], []
    for azimuth in np.arange(8) * (math.pi / 4.0):
        position, velocity = on_the_turning_earth(elevation, float(azimuth))
        still = np.stack([along * math.sin(azimuth), along * math.cos(azimuth), upward], axis=-1)
        apart = position - still
        miss_m.append(np.linalg.norm(apart, axis=-1))
        # How much sooner or later it passes there along its own path.
        early_s.append(np.sum(apart * velocity, axis=-1) / np.sum(velocity**2, axis=-1))
    worst_m, worst_s = np.max(miss_m), np.max(np.abs(early_s))
    print(f"after {SPHERE_AT_S:.0f} s: {worst_m:.0f} m, {worst_s:.3f} s")
    assert worst_m < SPHERE_M
    assert worst_s < SPHERE_S
