"""From a scenario to arrays: the ends of the ranges, the curves, and exact places."""

import math
from importlib import import_module

import numpy as np
import pytest

from shieldmap import campaign, catalog, engagement, footprint, radars, scenario
from shieldmap.campaign import Study, ahead
from shieldmap.campaign.studies import FINE_DRAWS
from shieldmap.engagement import judging
from shieldmap.model import Constraint, Event, Status
from shieldmap.terms import End
from tests.conftest import WITHOUT_RAID


@pytest.fixture(scope="module")
def study() -> Study:
    return campaign.study(scenario.load("timing"))


def test_the_low_end_is_the_bad_end_of_every_assumption(study: Study) -> None:
    case = study.cases[0]
    a = campaign.assumptions_of(study, case)
    low, value, high = (study.columns(end)[0] for end in (End.BAD, End.VALUE, End.GOOD))
    more_is_better = ("ceiling_m", "reach_m", "rear_m", "target_speed_max_m_s", "search_range_m",
                      "track_range_m", "scan_max_rad", "late_share", "speed_share",
                      "release_share", "drag_share", "track_share")  # fmt: skip
    less_is_better = ("floor_m", "warning_s", "reaction_s", "assessment_s", "salvo_spacing_s",
                      "elevation_min_rad")  # fmt: skip
    for name in more_is_better:
        numbers = getattr(a, name)
        assert numbers[low] <= numbers[value] <= numbers[high], name
        assert numbers[low] < numbers[high], name
    for name in less_is_better:
        numbers = getattr(a, name)
        assert numbers[low] >= numbers[value] >= numbers[high], name
        assert numbers[low] > numbers[high], name
    # The track has to settle, later at the bad end: every number that it hangs on is worse there.
    assert np.isnan(a.track_s).all()
    tracker = campaign.tracker_of(study, a)
    assert tracker.columns.tolist() == [value, low, high]
    for name in ("firm_gate_m", "commit_gate_m", "snr_range_m"):
        assert getattr(tracker.bad, name) < getattr(tracker.value, name), name
        assert getattr(tracker.value, name) < getattr(tracker.good, name), name
    for name in ("update_s", "firm_looks", "beamwidth_rad", "angle_bias_rad", "range_bias_m"):
        assert getattr(tracker.bad, name) > getattr(tracker.value, name), name
        assert getattr(tracker.value, name) > getattr(tracker.good, name), name
    # A direction has no good or bad end: only the samples turn the radar.
    assert a.boresight_rad[low] == a.boresight_rad[value] == a.boresight_rad[high]


def test_a_constant_time_of_the_scenario_takes_the_place_of_the_track() -> None:
    given = scenario.changed(
        scenario.load("timing"),
        {"defence.assumptions.track_s": {
            "value": 10, "low": 5, "high": 20, "source": "shieldmap-estimate"}},
    )  # fmt: skip
    study = campaign.study(given)
    a = campaign.assumptions_of(study, study.cases[0])
    ends = [a.track_s[study.columns(end)[0]] for end in (End.BAD, End.VALUE, End.GOOD)]
    assert ends == [20.0, 10.0, 5.0]
    drawn = a.track_s[study.columns("sample")]
    assert drawn.min() > 5.0
    assert drawn.max() < 20.0
    assert {"track", "commit_gate"} & {row.name for row in study.rows} == {"track"}


def test_a_sample_uses_each_part_of_each_range_once(study: Study) -> None:
    """The law of a net in base 2 [owen1998], on an assumption made of the draws."""
    row = next(row for row in study.rows if row.name == "reaction")
    drawn = campaign.assumptions_of(study, study.cases[0]).reaction_s[study.columns("sample")]
    share = (drawn - row.low) / (row.high - row.low)
    # The first of a net's points are a net themselves.
    n = drawn.size
    assert n == FINE_DRAWS
    assert np.array_equal(np.sort(np.floor(share * n)), np.arange(n))


def test_the_boresight_is_drawn_across_north() -> None:
    given = scenario.changed(
        scenario.load("timing"), {"defence.radar.boresight_range_deg": [313, 10]}
    )
    study = campaign.study(given)
    drawn = np.degrees(campaign.assumptions_of(study, study.cases[0]).boresight_rad)
    samples = drawn[study.columns("sample")]
    assert drawn[0] == pytest.approx(340.0)
    assert 313.0 < samples.min() < 316.0
    assert 367.0 < samples.max() < 370.0


def test_uncertain_stocks_are_drawn_whole() -> None:
    given = scenario.changed(
        scenario.load("timing"), {"defence.battery.launchers": {"value": 4, "low": 0, "high": 6}}
    )
    study = campaign.study(given)
    stock = campaign.inventory_of(study)
    assert stock[0, 0] == 32
    assert [stock[study.columns(end)[0], 0] for end in (End.BAD, End.GOOD)] == [0, 48]
    samples = stock[study.columns("sample"), 0]
    assert np.all(samples == np.round(samples))
    assert samples.min() < 8
    assert samples.max() > 40


def test_curves_change_one_number_and_samples_stay_in_range(study: Study) -> None:
    a = campaign.assumptions_of(study, study.cases[0])
    rows = {row.name: row for row in study.rows}
    for column, variant in enumerate(study.variants):
        if variant.curve == "reach":
            assert a.reach_m[column] == variant.value
            assert a.reaction_s[column] == a.reaction_s[0]
        if variant.curve == "sample":
            for name, values in (("floor", a.floor_m), ("reach", a.reach_m),
                                 ("reaction", a.reaction_s)):  # fmt: skip
                assert rows[name].low <= values[column] <= rows[name].high
    assert np.isnan(a.chain_s).all()


def test_a_published_chain_replaces_the_parts() -> None:
    given = scenario.changed(scenario.load("timing"), {"defence.chain": "published"})
    study = campaign.study(given)
    a = campaign.assumptions_of(study, study.cases[0])
    # 203 s from missile launch to interceptor launch, as reported in 2016.
    assert a.chain_s[0] == 203.0
    why = footprint.why(study, study.cases[-1], 35.87, 128.59)
    timeline = {event.event: event.time_s for event in why.timeline}
    assert timeline["first launch possible"] == pytest.approx(203.0)
    assert "firm track" not in timeline


def test_the_radar_gives_its_reference_range() -> None:
    entry = catalog.radar("an-tpy-2")
    search_m, track_m = radars.ranges_m(
        entry, entry.reference.radar_cross_section.si, math.radians(120.0)
    )
    # Noise times losses is solved from this range, so it must come back to rounding.
    assert track_m == pytest.approx(entry.reference.range.si, rel=1e-9)
    assert search_m < track_m


def test_without_a_radar_nothing_is_visible() -> None:
    given = scenario.changed(scenario.load("timing"), {"defence.radar.present": False})
    study = campaign.study(given)
    why = footprint.why(study, study.cases[0], 35.87, 128.59)
    assert why.defended is False
    assert why.failed[0].constraint == "never-visible"


def test_with_one_interceptor_two_shots_are_refused() -> None:
    given = scenario.changed(
        scenario.load("timing"),
        {"defence.doctrine": "salvo-2",
         "defence.battery.launchers": 1, "defence.battery.interceptors_per_launcher": 1},
    )  # fmt: skip
    study = campaign.study(given)
    why = footprint.why(study, study.cases[-1], 36.05, 128.22)
    assert why.failed[-1].constraint == "no-inventory"
    assert why.defended_by_doctrine["single"]


def test_why_flies_the_exact_place(study: Study) -> None:
    """Two places 1 km apart lie in one cell of 5 km and are answered apart."""
    case = study.cases[-1]
    near = footprint.why(study, case, 36.30, 127.40)
    far = footprint.why(study, case, 36.31, 127.40)
    assert near.status == far.status == "threatened"
    assert near.closest_in_band_m != far.closest_in_band_m
    assert near.solver_residual_m < 10.0


def test_places_beyond_range_are_not_threatened(study: Study) -> None:
    short = footprint.why(study, study.cases[0], 33.25, 126.5)
    if short.status == "threatened":  # the range reaches Jeju: go farther
        short = footprint.why(study, study.cases[0], 20.0, 126.5)
    assert short.status == "not-threatened"
    assert short.range_limit_m > 0.0
    assert short.defended is False


def test_a_more_distant_launcher_reaches_what_the_battery_cannot() -> None:
    """A launcher near Seoul, on the battery's radar, defends what the battery alone does not."""
    base = scenario.load("korea")
    keep = [t for t in base.as_mapping()["threats"] if t["id"] == "hwasong-7-lofted-250"]
    site = {"name": "forward", "latitude_deg": 37.2, "longitude_deg": 127.3, "altitude_m": 100,
            "launchers": 1, "source": "shieldmap-estimate"}  # fmt: skip
    alone = campaign.study(scenario.changed(base, {"threats": keep, **WITHOUT_RAID}))
    spread = campaign.study(
        scenario.changed(base, {"threats": keep, "defence.launcher_sites": [site], **WITHOUT_RAID})
    )
    before = [footprint.why(alone, case, 37.57, 126.98) for case in alone.cases]
    after = [footprint.why(spread, case, 37.57, 126.98) for case in spread.cases]
    assert sum(w.shots for w in after) > sum(w.shots for w in before)


def test_constraints_are_in_the_order_of_precedence(study: Study) -> None:
    where = footprint.places(scenario.changed(study.scenario, {"grid.spacing_km": 60.0}))
    prints = footprint.defended_area(study, where)
    flown = prints.status == Status.OK
    for row, spot in np.argwhere(flown & (prints.reason >= 0))[:200]:
        bits = int(prints.failed_bits[row, spot])
        first = next(c for c in Constraint if bits & (1 << c))
        assert prints.reason[row, spot] == first


def test_what_is_compiled_ahead_is_what_a_study_asks_for() -> None:
    """Types alone decide: after the call that judges nothing, a study compiles nothing more."""
    given = scenario.load("timing")
    this = campaign.study(given, variants=campaign.ENDS_ONLY)
    case = this.cases[0]
    flown = campaign.fly(this, case, np.radians([36.0]), np.radians([128.0]))
    assumptions = campaign.assumptions_of(this, case)
    judged = (
        flown.trajectories, flown.flights.event_time_s[:, Event.BURNOUT], this.defence.radar,
        this.defence.sites,
    )  # fmt: skip
    tracker = campaign.tracker_of(this, assumptions)
    launches = import_module("shieldmap.engagement.opportunities")
    kernels = (judging._engage_batch, launches._opportunities_batch)
    engagement.verdicts(*judged, campaign.inventory_of(this), tracker, assumptions)
    engagement.opportunities(*judged, tracker, assumptions)
    before = [set(one.signatures) for one in kernels]
    assert all(before)
    ahead.compile_engagements()
    assert [set(one.signatures) for one in kernels] == before
