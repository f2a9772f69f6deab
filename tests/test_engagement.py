"""Engagements over a flat Earth along straight lines, where every time can be worked out by hand."""

import math

import numpy as np
import pytest

from shieldmap import engagement, interceptor
from shieldmap.model import (
    NO_CONSTRAINT,
    Binds,
    Constraint,
    Doctrine,
    LaunchSites,
    Trajectories,
)
from tests.flat import (
    AXES,
    CLIMB_M_S,
    DELAY_S,
    DIVE_SPEED_M_S,
    DIVE_START_M,
    EDGE_M,
    EDGE_RAD,
    EVERY_S,
    FLAT,
    GROUND_M_S,
    NO_FILTER,
    ORIGIN,
    PARTS,
    SECTOR_S,
    across,
    assume,
    dive,
    dive_at_range_s,
    dive_intercept_s,
    dive_launch_s,
    flyout,
    judge,
    line,
    near,
    radar,
    refused,
    together,
    with_ends,
)

# ---------------------------------------------------------------------------------------------
# The chain from seeing to shooting


def test_the_chain_and_the_window_of_a_dive() -> None:
    judged = judge(dive())
    assert judged.is_defended[0, 0, Doctrine.SINGLE]
    assert judged.reason[0] == NO_CONSTRAINT
    assert judged.failed_bits[0] == 0
    near(judged.first_visible_s, 0.0)
    near(judged.detected_s, 0.0)
    near(judged.firm_track_s, 10.0)
    near(judged.launch_ready_s, 40.0)
    # It stays visible until it falls, at the last sample.
    near(judged.lost_s, 199.0)
    near(judged.first_launch_s, 40.0)
    near(judged.earliest_intercept_s, dive_intercept_s(40.0))
    # 250 - 1.25 t = 41 km.
    near(judged.latest_intercept_s, 167.2)
    near(judged.latest_launch_s, dive_launch_s(167.2))
    near(judged.slack_s, dive_launch_s(167.2) - 40.0)
    assert judged.binds[0] == Binds.KINEMATIC


def test_margins_of_a_dive() -> None:
    margins = judge(dive()).margins[0]
    elevation = math.atan2(250.0, 300.0)
    near(margins[Constraint.NEVER_VISIBLE], elevation - math.radians(5.0), EDGE_RAD)
    # Margins are taken at samples: the last in the envelope is at 167 s, the first that a launch
    # at 40 s or later can meet at 104 s.
    near(margins[Constraint.ARRIVES_BEFORE_INTERCEPTOR], dive_launch_s(167.0) - 40.0)
    near(margins[Constraint.DETECTED_TOO_LATE], dive_launch_s(167.0))
    near(margins[Constraint.LEFT_FIELD_OF_REGARD], 199.0 - 104.0)
    # In reach it is at 1.25 km at the last sample and at 127.5 km at the first, at 98 s.
    near(margins[Constraint.ABOVE_CEILING], 150e3 - 1.25e3, EDGE_M)
    near(margins[Constraint.BELOW_FLOOR], 127.5e3 - 41e3, EDGE_M)
    # The nearest sample in the band is at 167 s.
    slant_m = DIVE_START_M - 167.0 * DIVE_SPEED_M_S
    near(margins[Constraint.OUT_OF_REACH], 200e3 - slant_m, EDGE_M)
    near(margins[Constraint.TARGET_TOO_FAST], 5000.0 - DIVE_SPEED_M_S, EDGE_M)
    assert margins[Constraint.NO_INVENTORY] == 7.0


def test_the_window_opens_where_the_published_reach_begins() -> None:
    judged = judge(dive(), assume(track_s=0.0, reaction_s=0.0))
    near(judged.earliest_intercept_s, dive_at_range_s(200e3))
    near(judged.first_launch_s, dive_launch_s(dive_at_range_s(200e3)))
    assert judged.binds[0] == Binds.PUBLISHED


def test_the_window_opens_under_the_ceiling() -> None:
    judged = judge(dive(), assume(track_s=0.0, reaction_s=0.0, ceiling_m=100e3))
    near(judged.earliest_intercept_s, 120.0)
    assert judged.binds[0] == Binds.PUBLISHED


def test_an_uncued_search_detects_at_its_own_range() -> None:
    judged = judge(dive(), assume(search_range_m=230e3, track_range_m=230e3))
    near(judged.detected_s, dive_at_range_s(230e3))
    near(judged.firm_track_s, dive_at_range_s(230e3) + 10.0)
    near(judged.launch_ready_s, dive_at_range_s(230e3) + 40.0)


@pytest.mark.parametrize(
    ("warning_s", "detected_s"),
    [
        # The cue comes while the target is inside the range of a stare: detected at once.
        (70.0, 70.0),
        (70.5, 70.5),
        # The cue comes before that: detected when the range of a stare is crossed.
        (10.0, dive_at_range_s(300e3)),
        # The cue comes too late to matter: detected by the search.
        (150.0, dive_at_range_s(120e3)),
    ],
)
def test_a_cue_lengthens_the_range_of_detection(warning_s: float, detected_s: float) -> None:
    assumptions = assume(search_range_m=120e3, track_range_m=300e3, warning_s=warning_s)
    near(judge(dive(), assumptions).detected_s, detected_s)


def test_a_published_chain_replaces_the_parts_and_is_never_added() -> None:
    # Straight down 50 km to the north from 600 km at 2 km/s: launch = 1.5 t - 165 s.
    down = line((0.0, 50.0, 600.0), (0.0, 0.0, -2000.0), 299)
    judged = judge(down, assume(chain_s=203.0), Doctrine.SINGLE)
    near(judged.launch_ready_s, 203.0)
    near(judged.first_launch_s, 203.0)
    near(judged.earliest_intercept_s, (203.0 + 165.0) / 1.5)
    # Longer parts change nothing; a chain that ends before detection waits for it.
    same = judge(down, assume(chain_s=203.0, track_s=60.0, reaction_s=90.0, warning_s=100.0))
    near(same.launch_ready_s, 203.0)
    near(same.earliest_intercept_s, (203.0 + 165.0) / 1.5)
    late = judge(dive(), assume(chain_s=20.0, search_range_m=230e3, track_range_m=230e3))
    near(late.launch_ready_s, dive_at_range_s(230e3))
    without = judge(down)
    near(without.launch_ready_s, 40.0)
    near(without.earliest_intercept_s, 225.0)


# ---------------------------------------------------------------------------------------------
# Doctrines


def test_a_salvo_needs_the_second_launch_to_fit() -> None:
    latest_launch = dive_launch_s(167.2)
    for spare, fits in ((0.5, True), (-0.5, False)):
        reaction_s = latest_launch - 5.0 - spare - 10.0
        judged = judge(dive(), assume(reaction_s=reaction_s), Doctrine.SALVO_2)
        assert judged.is_defended[0, 0].tolist() == [True, fits, False]
        near(judged.first_launch_s, latest_launch - 5.0 - spare)
        near(judged.margins[0, Constraint.SECOND_SHOT_LATE], spare)
        near(judged.slack_s, spare)
        # 0.2 s less than the window, because the margin is taken at samples.
        assert judged.margins[0, Constraint.ARRIVES_BEFORE_INTERCEPTOR] > 4.0
        assert judged.reason[0] == (NO_CONSTRAINT if fits else Constraint.SECOND_SHOT_LATE)


def test_the_second_of_a_salvo_leaves_one_spacing_later() -> None:
    judged = judge(dive(), doctrine=Doctrine.SALVO_2)
    near(judged.second_launch_s, 45.0)
    near(judged.second_intercept_s, dive_intercept_s(45.0))
    single = judge(dive(), doctrine=Doctrine.SINGLE)
    assert np.isnan([single.second_launch_s[0], single.second_intercept_s[0]]).all()


def test_shoot_look_shoot_waits_for_the_first_intercept() -> None:
    judged = judge(dive(), doctrine=Doctrine.SHOOT_LOOK_SHOOT)
    first = dive_intercept_s(40.0)
    assert judged.is_defended[0, 0].all()
    near(judged.second_launch_s, first + 10.0)
    second = dive_intercept_s(first + 10.0)
    near(judged.second_intercept_s, second)
    # A third shot would leave at 160 s, after the last launch that still arrives.
    assert second + 10.0 > dive_launch_s(167.2)
    assert judged.shots[0] == 2
    near(judged.slack_s, dive_launch_s(167.2) - (first + 10.0))
    near(judged.margins[0, Constraint.SECOND_SHOT_LATE], judged.slack_s[0])
    # The last useful sample is at 167 s; the interceptor can leave from 40 s on.
    near(judged.margins[0, Constraint.ARRIVES_BEFORE_INTERCEPTOR], dive_launch_s(167.0) - 40.0)


def test_shoot_look_shoot_is_refused_when_the_look_takes_too_long() -> None:
    look_s = dive_launch_s(167.2) - dive_intercept_s(40.0)
    for spare, fits in ((0.5, True), (-0.5, False)):
        assumptions = assume(assessment_s=look_s - spare)
        judged = judge(dive(), assumptions, Doctrine.SHOOT_LOOK_SHOOT)
        assert judged.is_defended[0, 0].tolist() == [True, True, fits]
        assert judged.shots[0] == (2 if fits else 1)
        near(judged.margins[0, Constraint.SECOND_SHOT_LATE], spare)


def test_two_shots_fit_exactly_where_shoot_look_shoot_does() -> None:
    """One criterion, whatever falls between two samples."""
    for assessment_s in np.arange(0.5, 140.0, 0.37):
        judged = judge(dive(), assume(assessment_s=float(assessment_s)))
        fits = bool(judged.is_defended[0, 0, Doctrine.SHOOT_LOOK_SHOOT])
        assert fits == (judged.shots[0] >= 2), assessment_s


def test_a_single_shot_may_wait_for_the_whole_window() -> None:
    """The time before the first launch is no reserve: only the window counts."""
    near(judge(dive()).slack_s, dive_launch_s(167.2) - 40.0)
    waiting = judge(dive(), assume(reach_m=100e3, reaction_s=0.0))
    opens_s = dive_at_range_s(100e3)
    assert dive_launch_s(opens_s) > 10.0  # ready long before the target comes into reach
    near(waiting.slack_s, dive_launch_s(167.2) - dive_launch_s(opens_s))


def test_each_variant_has_its_own_view() -> None:
    """The target comes from the north: a radar turned by 70 degrees sees it only past its edge."""
    turned = assume(boresight_rad=math.radians(70.0))
    steep = assume(elevation_min_rad=math.radians(45.0))
    both = together(assume(), turned, steep, assume())
    single = judge(dive(), both).is_defended[0, :, Doctrine.SINGLE]
    assert single.tolist() == [True, False, False, True]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(("share", "delay_s"), [(-1.0, 9.0), (-0.5, 7.0), (0.5, 4.0), (1.0, 3.0)])
def test_the_fly_out_moves_between_its_ends(part: str, share: float, delay_s: float) -> None:
    """5 s of delay at the value, 9 s at the slow and 3 s at the fast end; linear between them."""
    judged = judge(dive(), assume(**{part: share}), table=with_ends((4.0, -2.0), only=part))
    near(judged.earliest_intercept_s, dive_intercept_s(40.0 + delay_s - DELAY_S))


def test_what_the_parts_of_the_fly_out_save_adds_up() -> None:
    """2 s of the speed's bad end, 3 s less of the release's good end, 1 s of half the drag's bad."""
    ends = with_ends((2.0, -1.0), (4.0, -3.0), (2.0, -5.0))
    changed = assume(speed_share=-1.0, release_share=1.0, drag_share=-0.5)
    judged = judge(dive(), changed, table=ends)
    near(judged.earliest_intercept_s, dive_intercept_s(40.0 + 2.0 - 3.0 + 1.0))


def test_shots_are_limited_by_the_magazine() -> None:
    quick = assume(track_s=0.0, reaction_s=0.0, assessment_s=1.0)
    assert judge(dive(), quick).shots[0] == 3
    for inventory in (0, 1, 2):
        assert judge(dive(), quick, inventory=inventory).shots[0] == inventory


def test_variants_are_judged_each_by_its_own_numbers() -> None:
    judged = judge(dive(), together(assume(), assume(reach_m=30e3)))
    # At 30 km the target is at 19 km, below the floor: the second variant never shoots.
    assert judged.is_defended[0, :, Doctrine.SINGLE].tolist() == [True, False]
    near(judged.earliest_intercept_s, dive_intercept_s(40.0))


def test_the_launcher_that_serves_best_tells_the_details() -> None:
    far = ORIGIN + np.array([0.0, 400e3, 0.0])
    sites = LaunchSites(
        np.array([far, ORIGIN]), np.array([AXES, AXES]), *interceptor.flyouts(flyout())
    )
    judged = engagement.engage(
        dive(),
        np.zeros(1),
        radar(),
        sites,
        np.array([[8.0, 8.0]]),
        NO_FILTER,
        assume(),
        Doctrine.SINGLE,
        FLAT,
    )
    assert judged.launcher[0] == 1
    near(judged.earliest_intercept_s, dive_intercept_s(40.0))
    # An empty launcher does not serve, however well it stands.
    judged = engagement.engage(
        dive(),
        np.zeros(1),
        radar(),
        sites,
        np.array([[8.0, 0.0]]),
        NO_FILTER,
        assume(),
        Doctrine.SINGLE,
        FLAT,
    )
    assert not judged.is_defended.any()


def test_a_refusal_is_told_from_the_launcher_that_comes_nearest() -> None:
    """With no shot from anywhere, the margins are those of the site with the least slant range."""
    over = line((0.0, 0.0, 100.0), (0.0, -1000.0, 0.0), 100)
    far, near_site = (ORIGIN + np.array([0.0, 0.0, north_m]) for north_m in (400e3, -250e3))
    view = assume(half_sector_rad=math.pi, reach_m=120e3)
    for sites in (np.array([far, near_site]), np.array([near_site, far])):
        judged = engagement.engage(
            over,
            np.zeros(1),
            radar(),
            LaunchSites(sites, np.array([AXES, AXES]), *interceptor.flyouts(flyout())),
            np.array([[8.0, 8.0]]),
            NO_FILTER,
            view,
            Doctrine.SINGLE,
            FLAT,
        )
        assert np.array_equal(sites[judged.launcher[0]], near_site)
        # At the end the target is 100 km south and 100 km up: 150 km and 100 km away.
        near(judged.closest_in_band_m, math.hypot(150e3, 100e3), EDGE_M)
        near(refused(judged, Constraint.OUT_OF_REACH), 120e3 - math.hypot(150e3, 100e3), EDGE_M)


# ---------------------------------------------------------------------------------------------
# The reasons


def test_behind_the_sector_is_never_visible() -> None:
    behind = line((0.0, -300.0, 250.0), (0.0, 1500.0, -1250.0), 199)
    judged = judge(behind)
    # 180 degrees off the boresight with a half sector of 60.
    near(refused(judged, Constraint.NEVER_VISIBLE), math.radians(-120.0), EDGE_RAD)
    for field in ("first_visible_s", "detected_s", "firm_track_s", "first_launch_s"):
        assert np.isnan(getattr(judged, field)[0])


def test_below_the_least_elevation_is_never_visible() -> None:
    low = line((0.0, 300.0, 20.0), (0.0, 500.0, 0.0), 100)
    best = math.atan2(20.0, 300.0) - math.radians(5.0)
    near(refused(judge(low), Constraint.NEVER_VISIBLE), best, EDGE_RAD)


def test_leaving_the_sector_is_refused() -> None:
    edge_km = 50.0 * math.tan(math.radians(60.0))
    entered, left = (200.0 - edge_km) / 2.0, (200.0 + edge_km) / 2.0
    judged = judge(across())
    near(judged.first_visible_s, entered, SECTOR_S)
    near(judged.lost_s, left, SECTOR_S)
    near(judged.launch_ready_s, entered + 40.0, SECTOR_S)

    def launch(t: float) -> float:
        return t - DELAY_S - 100e3 / CLIMB_M_S - math.hypot(50e3, 2000.0 * t - 200e3) / GROUND_M_S

    # The first sample that a ready interceptor could meet comes after the target has left.
    first = next(t for t in range(201) if launch(t) >= entered + 40.0)
    assert first > left
    near(refused(judged, Constraint.LEFT_FIELD_OF_REGARD), left - first, SECTOR_S)
    # A quicker battery shoots before it leaves, and no later than that.
    quick = judge(across(), assume(reaction_s=5.0))
    assert quick.is_defended[0, 0, Doctrine.SINGLE]
    near(quick.latest_intercept_s, left, SECTOR_S)
    # So does one whose radar sees all around.
    assert judge(across(), assume(half_sector_rad=math.pi)).is_defended[0, 0, Doctrine.SINGLE]


def test_a_target_picked_up_again_is_detected_anew() -> None:
    """It crosses the sector from west to east, turns and crosses it again."""
    there = across()
    back = line((200.0, 50.0, 100.0), (-2000.0, 0.0, 0.0), 200)
    both = Trajectories(
        time_s=np.arange(401) * EVERY_S,
        position_m=np.concatenate([there.position_m[:, :-1], back.position_m], axis=1),
        velocity_m_s=np.concatenate([there.velocity_m_s[:, :-1], back.velocity_m_s], axis=1),
        sample_count=np.array([401]),
    )
    edge_km = 50.0 * math.tan(math.radians(60.0))
    # 45 s from detection to launch fit into neither crossing of 87 s; 20 s fit into the first.
    slow, quick = judge(both), judge(both, assume(reaction_s=5.0))
    assert not slow.is_defended.any()
    assert quick.lost_s[0] == pytest.approx((200.0 + edge_km) / 2.0, abs=SECTOR_S)
    # A launch that only a cue at 200 s allows belongs to the second crossing.
    cued = judge(both, assume(reaction_s=5.0, warning_s=200.0, search_range_m=1e3))
    assert cued.is_defended[0, 0, Doctrine.SINGLE]
    near(cued.detected_s, 200.0 + (200.0 - edge_km) / 2.0, SECTOR_S)
    near(cued.lost_s, 200.0 + (200.0 + edge_km) / 2.0, SECTOR_S)


def test_detected_too_late() -> None:
    judged = judge(dive(), assume(search_range_m=60e3, track_range_m=60e3))
    expected = dive_launch_s(167.0) - dive_at_range_s(60e3)
    near(refused(judged, Constraint.DETECTED_TOO_LATE), expected)


def test_visible_and_never_near_enough_to_be_detected() -> None:
    high = line((0.0, 300.0, 250.0), (0.0, 0.0, -500.0), 300)
    judged = judge(high, assume(search_range_m=100e3, track_range_m=100e3))
    assert refused(judged, Constraint.DETECTED_TOO_LATE) == -math.inf
    assert np.isnan(judged.detected_s[0])


def test_above_the_ceiling_while_in_reach() -> None:
    over = line((0.0, 150.0, 160.0), (0.0, -1000.0, 0.0), 100)
    judged = judge(over)
    near(refused(judged, Constraint.ABOVE_CEILING), -10e3, EDGE_M)


def test_an_overflight_is_judged_on_its_way_down() -> None:
    """It comes in reach above the ceiling; the pass that crosses the band decides."""
    judged = judge(line((0.0, 100.0, 190.0), (0.0, 0.0, -1000.0), 189))
    assert judged.is_defended[0, 0, Doctrine.SINGLE]
    # 190 - t = 150 km, or launch at 40 s: t - 5 - (190 - t) / 4 - 20 = 40 s.
    near(judged.earliest_intercept_s, (40.0 + 25.0 + 47.5) / 1.25)


def test_below_the_floor_while_in_reach() -> None:
    under = line((0.0, 150.0, 30.0), (0.0, -1000.0, 0.0), 100)
    near(refused(judge(under), Constraint.BELOW_FLOOR), -11e3, EDGE_M)


def test_out_of_reach() -> None:
    beside = line((0.0, 250.0, 300.0), (0.0, 0.0, -1000.0), 270)
    # Nearest in the band at the floor, at the sample at 259 s.
    expected = 200e3 - math.hypot(250e3, 41e3)
    judged = judge(beside)
    near(refused(judged, Constraint.OUT_OF_REACH), expected, EDGE_M)
    near(judged.closest_in_band_m, math.hypot(250e3, 41e3), EDGE_M)


def test_arrives_before_the_interceptor() -> None:
    judged = judge(dive(), assume(reaction_s=150.0))
    expected = dive_launch_s(167.0) - 160.0
    near(refused(judged, Constraint.ARRIVES_BEFORE_INTERCEPTOR), expected)
    # The interceptor would still meet it below the floor, so neither limit alone forbids the shot.
    assert judged.binds[0] == Binds.BOTH
    late = judge(dive(), assume(reaction_s=185.0))
    near(refused(late, Constraint.ARRIVES_BEFORE_INTERCEPTOR), expected - 35.0)
    assert late.binds[0] == Binds.KINEMATIC


def test_beyond_what_the_fly_out_reaches() -> None:
    nowhere = flyout()
    nowhere.time_s[:] = math.nan
    judged = judge(dive(), table=nowhere)
    assert refused(judged, Constraint.ARRIVES_BEFORE_INTERCEPTOR) == -math.inf
    assert judged.binds[0] == Binds.KINEMATIC


def test_too_fast_a_target() -> None:
    judged = judge(dive(), assume(target_speed_max_m_s=1900.0))
    near(refused(judged, Constraint.TARGET_TOO_FAST), 1900.0 - DIVE_SPEED_M_S, EDGE_M)


def test_too_fast_a_target_that_was_slow_far_off() -> None:
    """A missile climbs through the band slowly, far out of reach: that says nothing of its fall."""
    flown = dive()
    velocity = flown.velocity_m_s.copy()
    velocity[0, :20] *= 0.1
    judged = judge(
        flown._replace(velocity_m_s=velocity), assume(target_speed_max_m_s=1900.0, ceiling_m=300e3)
    )
    near(refused(judged, Constraint.TARGET_TOO_FAST), 1900.0 - DIVE_SPEED_M_S, EDGE_M)
    assert judged.binds[0] == Binds.PUBLISHED


@pytest.mark.parametrize(
    ("doctrine", "inventory", "margin"),
    [
        (Doctrine.SINGLE, 0, -1.0),
        (Doctrine.SALVO_2, 0, -2.0),
        (Doctrine.SALVO_2, 1, -1.0),
        (Doctrine.SHOOT_LOOK_SHOOT, 1, -1.0),
    ],
)
def test_no_interceptor_left(doctrine: Doctrine, inventory: int, margin: float) -> None:
    judged = judge(dive(), doctrine=doctrine, inventory=inventory)
    assert judged.reason[0] == Constraint.NO_INVENTORY
    assert judged.margins[0, Constraint.NO_INVENTORY] == margin
    # One interceptor still fires the single shot.
    assert judged.is_defended[0, 0].tolist() == [inventory >= 1, False, False]


def test_the_first_failed_constraint_in_the_fixed_order_is_the_reason() -> None:
    bits = np.array([0, 1 << 8, (1 << 8) | (1 << 3), (1 << 6) | (1 << 2), 511], dtype=np.int16)
    assert engagement.first_reason(bits).tolist() == [NO_CONSTRAINT, 8, 3, 2, 0]


def test_a_defended_row_fails_nothing() -> None:
    margins = np.full((2, len(Constraint)), -1.0)
    margins[1, 4] = math.nan
    bits = engagement.failed_bits(margins, np.array([True, False]))
    assert bits.tolist() == [0, 2047 - (1 << 4)]


def test_a_row_without_samples_is_not_judged() -> None:
    flown = dive()
    judged = judge(flown._replace(sample_count=np.array([0])))
    assert not judged.is_defended.any()
    assert judged.reason[0] == NO_CONSTRAINT
    assert judged.launcher[0] == -1
    assert judged.shots[0] == 0
