"""Launch times, the cone of the radar's view and the launchers' sector, over the flat Earth by hand."""

import math

import numpy as np
import pytest

from shieldmap import interceptor
from shieldmap.model import Binds, Constraint, Doctrine, Trajectories
from tests.flat import (
    AXES,
    CLIMB_M_S,
    DELAY_S,
    EDGE_RAD,
    EVERY_S,
    GROUND_M_S,
    SECTOR_S,
    across,
    assume,
    dive,
    dive_at_range_s,
    dive_intercept_s,
    flyout,
    judge,
    line,
    near,
    refused,
    with_ends,
)

# ---------------------------------------------------------------------------------------------
# Launch times: an interceptor that may arrive late

# The target stands 100 km up and 60 km to the north, where the fastest flight takes 42 s.
HANG_FLIGHT_S = DELAY_S + 100e3 / CLIMB_M_S + 60e3 / GROUND_M_S


def briefly(first_s: float, last_s: float) -> Trajectories:
    """A target that hangs in the envelope between two times and stands 200 km higher before and after.

    It is met at samples from ``first_s`` to ``last_s``; where it comes and goes, within a second, the
    ceiling of 150 km is passed a quarter of the way from it.
    """
    flights = line((0.0, 60.0, 100.0), (0.0, 0.0, 0.0), 300)
    outside = (flights.time_s < first_s) | (flights.time_s > last_s)
    flights.position_m[0, outside] += 200e3 * AXES[2]
    return flights


def test_the_first_launch_is_that_of_the_latest_arrival() -> None:
    """Met from 120 s on: a launch at 120 - 42 s, or by a share of the flight of 42 s sooner."""
    hanging = briefly(120.0, 130.0)
    for share in (0.0, 0.1, 0.5):
        judged = judge(hanging, assume(late_share=share, reaction_s=5.0))
        # The ceiling is passed on the way down at 119.75 s, where the flight takes 12.5 s longer.
        edge_s = 119.75 - (1.0 + share) * (HANG_FLIGHT_S + 50e3 / CLIMB_M_S)
        near(judged.first_launch_s, edge_s)
        near(judged.earliest_intercept_s, 119.75)
        # The latest launch flies as fast as it can, whatever it may waste.
        near(judged.latest_launch_s, 130.0 - HANG_FLIGHT_S)


def test_no_interceptor_leaves_before_it_is_ready_however_late_it_may_arrive() -> None:
    judged = judge(briefly(120.0, 130.0), assume(late_share=1.0, reaction_s=60.0))
    near(judged.launch_ready_s, 70.0)
    near(judged.first_launch_s, 70.0)


def test_a_salvo_fits_into_a_short_window_where_the_first_may_arrive_late() -> None:
    """The target is met for 4.5 s, from 119.75 to 124.25 s; the battery has stood ready since 15 s.

    By the fastest paths it is left from 65.25 s (to the ceiling, where it comes in) to 82 s (to the
    last sample at 100 km); a spacing of 20 s then asks for 3.25 s more, a twelfth of the later.
    """
    first, last = 119.75 - HANG_FLIGHT_S - 12.5, 124.0 - HANG_FLIGHT_S
    for share, spacing_s, fits in (
        (0.0, last - first - 0.1, True),
        (0.0, 20.0, False),
        (0.05, 20.0, False),  # 2.7 s of 54.5 are not 3.25
        (0.07, 20.0, True),  # 3.8 s are
    ):
        assumptions = assume(late_share=share, reaction_s=5.0, salvo_spacing_s=spacing_s)
        judged = judge(briefly(120.0, 124.0), assumptions, Doctrine.SALVO_2)
        assert judged.is_defended[0, 0].tolist() == [True, fits, False], (share, spacing_s)
        spare = last - (first - share * (HANG_FLIGHT_S + 12.5)) - spacing_s
        near(judged.margins[0, Constraint.SECOND_SHOT_LATE], spare)


def test_lateness_moves_neither_the_earliest_intercept_nor_the_second_shot_after_a_look() -> None:
    for doctrine in (Doctrine.SALVO_2, Doctrine.SHOOT_LOOK_SHOOT):
        one, other = (judge(dive(), assume(late_share=w), doctrine) for w in (0.0, 0.3))
        near(other.earliest_intercept_s, float(one.earliest_intercept_s[0]), 1e-9)
        near(other.latest_launch_s, float(one.latest_launch_s[0]), 1e-9)
    near(other.second_launch_s, dive_intercept_s(40.0) + 10.0)
    near(other.second_intercept_s, dive_intercept_s(dive_intercept_s(40.0) + 10.0))


def test_a_faster_interceptor_flies_all_that_the_value_can() -> None:
    """The latest arrival is that of the values: 3 s faster, it still may take a tenth more than 42 s."""
    hanging, ends = briefly(120.0, 130.0), with_ends((6.0, -3.0))
    ceiling_s = HANG_FLIGHT_S + 50e3 / CLIMB_M_S
    for share, latest_s in (
        (0.0, 1.1 * ceiling_s),
        (1.0, 1.1 * ceiling_s),
        # 3 s slower it may waste less, and 6 s slower nothing: a tenth of 54.5 s is 5.5 s.
        (-0.5, 1.1 * ceiling_s),
        (-1.0, ceiling_s + 6.0),
    ):
        judged = judge(
            hanging, assume(late_share=0.1, speed_share=share, reaction_s=5.0), table=ends
        )
        near(judged.first_launch_s, 119.75 - latest_s)


def test_without_lateness_a_faster_interceptor_can_lose_the_second_of_a_salvo() -> None:
    """What the law of a faster interceptor asks of the lateness, and why it cannot hold without.

    The target comes down from 150 km to 41 km at 2 km/s. One that needs 1/4 s a kilometre up leaves
    from 54.5 + 27.25 s before the last; one that needs 1/8 s leaves within 54.5 + 13.6 s, so that a
    spacing between the two asks it to fly slower than it can.
    """
    down = line((0.0, 10.0, 600.0), (0.0, 0.0, -2000.0), 290)
    value = flyout()
    slow = value
    along = np.arange(value.time_s.shape[1]) * value.altitude_step_m
    fast = value._replace(time_s=value.time_s - 0.5 * along / CLIMB_M_S)
    ends = interceptor.flyouts(slow, slow, fast)
    fits = [
        judge(
            down,
            assume(late_share=w, speed_share=share, salvo_spacing_s=75.0, ceiling_m=150e3),
            Doctrine.SALVO_2,
            table=ends,
        )
        .is_defended[0, 0]
        .tolist()[1]
        for w, share in ((0.0, 0.0), (0.0, 1.0))
    ]
    # The latest arrival at the values is the fast one's as well: with w = 0 already.
    assert fits == [True, True]
    # Where the slow one is slower than the value, nothing lets the value wait.
    ends = interceptor.flyouts(fast, slow, fast)
    fits = [
        judge(
            down,
            assume(late_share=w, speed_share=share, salvo_spacing_s=75.0, ceiling_m=150e3),
            Doctrine.SALVO_2,
            table=ends,
        )
        .is_defended[0, 0]
        .tolist()[1]
        for w, share in ((0.0, -1.0), (0.0, 0.0), (1.2, 0.0))
    ]
    assert fits == [True, False, True]


# ---------------------------------------------------------------------------------------------
# The radar's view: a cone about a tilted face, and limits of elevation


def test_a_target_overhead_is_in_the_cone_of_a_tilted_face_and_not_in_the_wedge() -> None:
    """It passes from 86.6 km north to south, 100 km up: 49 degrees high, to the zenith, and down.

    The wedge of 60 degrees to both sides of north loses it overhead. A face tilted by 45 degrees with
    a cone of 60 degrees sees down to 75 degrees of elevation behind: to 26.8 km south.
    """
    overhead = line((0.0, 86.6, 100.0), (0.0, -1000.0, 0.0), 200)
    wedge = judge(overhead, assume(half_sector_rad=math.radians(60.0), reaction_s=5.0))
    # Overhead the azimuth jumps from north to south within a sample.
    assert 86.0 <= wedge.lost_s[0] <= 87.0
    tilted = {"half_sector_rad": math.pi, "tilt_rad": math.radians(45.0), "reaction_s": 5.0}
    cone = judge(overhead, assume(**tilted, scan_max_rad=math.radians(60.0)))
    near(cone.first_visible_s, 0.0)
    near(cone.lost_s, 86.6 + 100.0 * math.tan(math.radians(15.0)))
    near(cone.latest_intercept_s, 86.6 + 100.0 * math.tan(math.radians(15.0)))
    # A level face of the same cone loses it at 60 degrees of elevation: 57.7 km north.
    level = judge(overhead, assume(**{**tilted, "tilt_rad": 0.0}, scan_max_rad=math.radians(60.0)))
    near(level.lost_s, 86.6 - 100.0 / math.tan(math.radians(60.0)))


@pytest.mark.parametrize(
    ("azimuth_deg", "ratio"),
    # The range falls with the cosine to the power 3/4: 1 on the normal, 0.595 at 60 degrees.
    [(0.0, 1.0), (30.0, 0.8977), (60.0, 0.5946)],
)
def test_the_range_of_detection_falls_off_the_face(azimuth_deg: float, ratio: float) -> None:
    """A level flight at the radar, 100 km up, with a range on the normal of 400 km.

    Its angle off the level face is that of its direction, taken at the range of detection: the flight
    comes down a straight line to the origin, so that azimuth and elevation stay.
    """
    assert ratio == pytest.approx(math.cos(math.radians(azimuth_deg)) ** 0.75, abs=5e-5)
    azimuth = math.radians(azimuth_deg)
    # From 500 km off, at 6 degrees of elevation and 2.5 km/s straight to the radar.
    up, along = math.sin(math.radians(6.0)), math.cos(math.radians(6.0))
    east, north = along * math.sin(azimuth), along * math.cos(azimuth)
    toward = line(
        (500.0 * east, 500.0 * north, 500.0 * up),
        (-2500.0 * east, -2500.0 * north, -2500.0 * up),
        190,
    )
    view = {"half_sector_rad": math.pi, "scan_max_rad": math.radians(70.0)}
    judged = judge(toward, assume(**view, search_range_m=400e3, track_range_m=400e3))
    cosine = along * math.cos(azimuth)
    near(judged.detected_s, (500e3 - 400e3 * cosine**0.75) / 2500.0)
    # The wedge of the same radar knows no loss.
    wedge = judge(
        toward, assume(search_range_m=400e3, track_range_m=400e3, half_sector_rad=math.pi)
    )
    near(wedge.detected_s, 40.0)


def test_above_the_greatest_elevation_it_is_lost() -> None:
    """The dive stays at 39.8 degrees; the overflight is lost where it stands 60 degrees high."""
    assert judge(dive(), assume(elevation_max_rad=math.radians(40.0))).is_defended[0, 0, 0]
    judged = judge(dive(), assume(elevation_max_rad=math.radians(39.0)))
    best = math.radians(39.0) - math.atan2(250.0, 300.0)
    near(refused(judged, Constraint.NEVER_VISIBLE), best, EDGE_RAD)
    overhead = line((0.0, 100.0, 100.0), (0.0, -1000.0, 0.0), 90)
    low = assume(elevation_max_rad=math.radians(60.0), reaction_s=5.0, half_sector_rad=math.pi)
    near(judge(overhead, low).lost_s, 100.0 - 100.0 / math.tan(math.radians(60.0)))


# ---------------------------------------------------------------------------------------------
# The launchers' sector


@pytest.mark.parametrize(
    ("facing_deg", "reach_m"),
    # The dive comes from the north: within 60 degrees of the facing it is met at 200 km.
    [(0.0, 200e3), (59.0, 200e3), (-59.0, 200e3), (61.0, 100e3), (180.0, 100e3)],
)
def test_the_launchers_reach_as_far_as_their_sector_says(facing_deg: float, reach_m: float) -> None:
    quick = {"track_s": 0.0, "reaction_s": 0.0}
    sector = {"rear_m": 100e3, "facing_rad": math.radians(facing_deg)}
    judged = judge(dive(), assume(**quick, **sector))
    near(judged.earliest_intercept_s, dive_at_range_s(reach_m))
    assert judged.binds[0] == Binds.PUBLISHED


def test_a_target_that_crosses_into_the_launchers_sector_is_met_from_there_on() -> None:
    """From west to east 120 km to the north and 60 km up: beyond 100 km all along, within 200 km.

    Facing east, the launchers reach it from an azimuth of 30 degrees on: 69.3 km to the east.
    """
    crossing = line((-100.0, 120.0, 60.0), (2000.0, 0.0, 0.0), 100)
    view = {"half_sector_rad": math.pi, "rear_m": 100e3, "track_s": 0.0, "reaction_s": 0.0}
    judged = judge(crossing, assume(**view, facing_rad=math.radians(90.0)))
    enters_s = 50.0 + 120.0 * math.tan(math.radians(30.0)) / 2.0
    # The reach is a step at the sector's edge: it is passed somewhere in the second around it.
    assert math.floor(enters_s) <= judged.earliest_intercept_s[0] <= math.ceil(enters_s)
    assert not judge(crossing, assume(**view, facing_rad=math.pi)).is_defended.any()


# ---------------------------------------------------------------------------------------------
# Several passes through the view


def test_what_is_shot_on_a_later_pass_through_the_view_counts_as_well() -> None:
    """Across the sector and back again: one shot fits into each pass, and none after a look in one.

    A battery that had seen nothing of the first pass would shoot no more often for it.
    """
    there = across()
    back = line((200.0, 50.0, 100.0), (-2000.0, 0.0, 0.0), 200)
    both = Trajectories(
        time_s=np.arange(401) * EVERY_S,
        position_m=np.concatenate([there.position_m[:, :-1], back.position_m], axis=1),
        velocity_m_s=np.concatenate([there.velocity_m_s[:, :-1], back.velocity_m_s], axis=1),
        sample_count=np.array([401]),
    )
    quick = assume(reaction_s=5.0, assessment_s=60.0)
    once, twice = judge(there, quick), judge(both, quick, Doctrine.SHOOT_LOOK_SHOOT)
    assert once.is_defended[0, 0].tolist() == [True, True, False]
    assert twice.is_defended[0, 0].tolist() == [True, True, True]
    # The first is that of the first pass; the second waits until it is detected and tracked anew.
    near(twice.earliest_intercept_s, float(once.earliest_intercept_s[0]), 1e-9)
    edge_km = 50.0 * math.tan(math.radians(60.0))
    near(twice.second_launch_s, 200.0 + (200.0 - edge_km) / 2.0 + 15.0, SECTOR_S)
