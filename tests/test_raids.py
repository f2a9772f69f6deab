"""A prepared raid: its launches against the engagement, its missiles, stocks, records and plans."""

import math
from collections import Counter
from functools import cache
from typing import Any

import numpy as np
import pytest

from shieldmap import battle, campaign, catalog, earth, engagement, questions, scenario
from shieldmap.campaign import MAIN, Prepared, Stock
from shieldmap.campaign.fields import kill_quantiles, launchers_at
from shieldmap.campaign.raids import BatteryInRaid
from shieldmap.interceptor import times_to
from shieldmap.model import Assignment, Event, Floats, Outcome
from shieldmap.questions.raid import outcomes
from shieldmap.results import Count, NumberEnds
from shieldmap.terms import End
from tests import battles

TRIALS = 300
ENDS = (End.VALUE, End.BAD, End.GOOD)
# The tables keep times in single precision: 16 microseconds at 250 s, 0.1 ms at 1,000 s.
SINGLE_S = 1e-3


@cache
def layered() -> Prepared:
    """The raid of korea-layers, prepared once for all files that ask about it."""
    return campaign.prepare(scenario.load("korea-layers"))


@pytest.fixture(scope="session")
def prepared() -> Prepared:
    return layered()


def small(changes: dict[str, Any] | None = None) -> scenario.Scenario:
    """The battery at Seongju alone against six missiles at two places; flown in half a second."""
    wave = {"threat": "hwasong-7-minimum-energy", "launch_points": ["hwangju"],
            "targets": ["daegu", "seoul"], "count": 6}  # fmt: skip
    alone = {"layers": [], "raid.waves": [wave], "raid.assignment": "most-urgent"}
    return scenario.changed(scenario.load("korea-layers"), alone | (changes or {}))


def fought(prepared: Prepared, trials: int = TRIALS, **choice: Any) -> Any:
    return battle.fight(campaign.make_field(prepared, **choice), trials, 1)


def position_m(prepared: Prepared, row: int, time_s: Floats) -> Floats:
    """Where the missile of a path is, between samples a second apart."""
    path = prepared.paths[row]
    flown = prepared.flown[path.case]
    n = int(flown.sample_count[path.row])
    axes = [
        np.interp(time_s, flown.time_s[:n], flown.position_m[path.row, :n, k]) for k in range(3)
    ]
    return np.stack(axes, axis=-1)


# --- launches against the engagement ---


def test_a_launch_fits_exactly_where_the_engagement_fits_one_shot(prepared: Prepared) -> None:
    """At the values and at both ends, for every battery and path."""
    both = [0, 0]
    for number in range(len(ENDS)):
        count = prepared.opportunities[number].entry_count
        for b in prepared.batteries:
            for row, path in enumerate(prepared.paths):
                fits = b.engagements[path.case].is_defended[path.row, number, 0]
                assert bool(fits) == bool(count[row, b.first_site] > 0), (b.id, path, number)
                both[int(fits)] += 1
    assert min(both) > 20


def test_the_ends_of_the_launches_are_those_of_the_window(prepared: Prepared) -> None:
    table = prepared.opportunities[0]
    for b in prepared.batteries:
        for row, path in enumerate(prepared.paths):
            judged, site = b.engagements[path.case], b.first_site
            n = int(table.entry_count[row, site])
            if n == 0:
                continue
            first, last = (table.launch_s[row, site, k] for k in (0, n - 1))
            assert first == pytest.approx(judged.first_launch_s[path.row], abs=SINGLE_S)
            assert last == pytest.approx(judged.latest_launch_s[path.row], abs=SINGLE_S)
            soon, late = (table.intercept_s[row, site, k] for k in (0, n - 1))
            assert soon == pytest.approx(judged.earliest_intercept_s[path.row], abs=SINGLE_S)
            assert late == pytest.approx(judged.latest_intercept_s[path.row], abs=SINGLE_S)
            # The radar of this battery stands in the column of its owner.
            seen = table.detected_s[row, b.radar]
            assert seen == pytest.approx(judged.detected_s[path.row], abs=SINGLE_S)


def test_entries_are_steps_apart_and_never_before_their_moment(prepared: Prepared) -> None:
    for table in prepared.opportunities:
        for row, site in np.argwhere(table.entry_count > 1):
            n = int(table.entry_count[row, site])
            launch, meets = table.launch_s[row, site, :n], table.intercept_s[row, site, :n]
            moments = launch[0] + engagement.STEP_S * np.arange(n - 1)
            assert (launch[:-1] >= moments - SINGLE_S).all()
            # A later launch never meets the target sooner.
            assert (np.diff(launch) > -SINGLE_S).all()
            assert (np.diff(meets) > -SINGLE_S).all()
            assert np.isnan(table.launch_s[row, site, n:]).all()


def test_an_entry_is_what_an_engagement_finds_that_is_ready_no_sooner(prepared: Prepared) -> None:
    """The chain from launch to launch held until a moment: a second way to the same intercept."""
    b = next(b for b in prepared.batteries if b.id == MAIN)
    table, compared = prepared.opportunities[0], 0
    for number, case in enumerate(prepared.cases):
        assumptions = campaign.assumptions_of(b.study, case)
        tracker, flights = campaign.tracker_of(b.study, assumptions), prepared.flights[number]
        rows = [k for k, path in enumerate(prepared.paths) if path.case == number]
        for later in (5, 20, 50):
            for row in (r for r in rows if table.entry_count[r, b.first_site] > later + 1):
                moment = table.launch_s[row, b.first_site, 0] + later * engagement.STEP_S
                held = assumptions._replace(chain_s=np.full(assumptions.floor_m.size, moment))
                judged = engagement.engage(
                    prepared.flown[number],
                    flights.event_time_s[:, Event.BURNOUT],
                    b.study.defence.radar,
                    b.study.defence.sites,
                    campaign.inventory_of(b.study),
                    tracker,
                    held,
                    0,
                )
                at = prepared.paths[row].row
                # Of a window that opens between two samples both interpolate the same way.
                assert table.launch_s[row, b.first_site, later] == pytest.approx(
                    max(judged.first_launch_s[at], moment), abs=2 * SINGLE_S
                )
                assert table.intercept_s[row, b.first_site, later] == pytest.approx(
                    judged.earliest_intercept_s[at], abs=2 * SINGLE_S
                )
                compared += 1
    assert compared > 8


def test_an_interceptor_takes_its_time_of_flight(prepared: Prepared) -> None:
    """Time and place of every intercept against the table of fly-outs, at the values."""
    table, radius_m = prepared.opportunities[0], earth.WGS84.semi_major_axis_m
    for b in prepared.batteries:
        defence = b.study.defence
        for row in np.flatnonzero(table.entry_count[:, b.first_site]):
            n = int(table.entry_count[row, b.first_site])
            launch, meets, altitude = (
                part[row, b.first_site, :n]
                for part in (table.launch_s, table.intercept_s, table.altitude_m)
            )
            away = position_m(prepared, row, meets) - defence.sites.position_m[0]
            up = away @ defence.sites.axes[0][2]
            aside = np.sqrt((away**2).sum(axis=1) - up**2)
            ground = radius_m * np.arctan2(aside, radius_m + up)
            sites = defence.sites
            flight, steps = np.empty((n, 1)), (sites.range_step_m, sites.altitude_step_m)
            for g, a, out in zip(ground, altitude, flight, strict=True):
                times_to(sites.time_s, *steps, g, a, out)
            late_share = campaign.assumptions_of(b.study, prepared.cases[prepared.paths[row].case])
            slowest = flight[:, 0] * (1.0 + late_share.late_share[0])
            # Interpolated between samples a second apart; fly-out times bend by some 0.1 s/s^2,
            # and have a kink where those of another launch elevation become the faster ones.
            assert np.all(meets - launch > flight[:, 0] - 0.15)
            assert np.all(meets - launch < slowest + 0.1)


def test_an_intercept_lies_on_the_flight_and_in_the_envelope(prepared: Prepared) -> None:
    table = prepared.opportunities[0]
    for b in prepared.batteries:
        rows = {row.name: row for row in b.study.rows}
        for row in np.flatnonzero(table.entry_count[:, b.first_site]):
            n = int(table.entry_count[row, b.first_site])
            altitude = table.altitude_m[row, b.first_site, :n]
            at = position_m(prepared, row, table.intercept_s[row, b.first_site, :n])
            _, _, height = earth.ecef_to_geodetic(at)
            # Heights by latitude of the radius vector (1 m), chords of a falling arc (5 m).
            assert altitude == pytest.approx(height, abs=10.0)
            # The window's edges are interpolated between samples.
            assert altitude.min() > rows["floor"].value - 10.0
            assert altitude.max() < rows["ceiling"].value + 10.0
            slant = np.linalg.norm(at - b.study.defence.sites.position_m[0], axis=1)
            assert slant.max() < rows["reach"].value + 10.0


# --- missiles and waves ---


def test_missiles_are_launched_and_fall_as_their_waves_say(prepared: Prepared) -> None:
    given = prepared.scenario.raid
    assert given is not None
    for raid in prepared.raids:
        for number, wave in enumerate(given.waves):
            own = prepared.wave_of == number
            expected = wave.start_s + wave.spacing_s * np.arange(wave.count)
            assert raid.launch_s[own] == pytest.approx(expected)
            cases = {prepared.cases[prepared.paths[p].case].threat_id for p in raid.path[own]}
            assert cases == {wave.threat}
        flight = raid.impact_s - raid.launch_s
        for m, row in enumerate(raid.path):
            path = prepared.paths[row]
            assert flight[m] == pytest.approx(
                prepared.flights[path.case].event_time_s[path.row, Event.IMPACT]
            )


def test_targets_are_taken_in_turn_with_their_weights(prepared: Prepared) -> None:
    given, raid = prepared.scenario.raid, prepared.raids[0]
    assert given is not None
    aimed = [prepared.paths[row].asset_id for row in raid.path]
    assert aimed[:6] == 2 * ["seoul", "osan-air-base", "camp-humphreys"]
    weights = {weight.asset: weight.weight for weight in given.weights}
    assert raid.weight.tolist() == [weights.get(asset, 1.0) for asset in aimed]
    places = campaign.assets_of(prepared.paths)
    assert [places[g] for g in raid.group] == aimed


@pytest.mark.parametrize(
    ("points", "targets"),
    [
        pytest.param(["hwangju", "tonghae"], ["daegu", "gyeryong", "seoul"]),
        pytest.param(["hwangju", "tonghae"], ["daegu"]),
        (["hwangju", "tonghae"], ["daegu", "gyeryong"]),
        (["hwangju"], ["daegu", "gyeryong", "seoul"]),
    ],
)
def test_every_pair_that_can_be_flown_is_taken_equally_often(
    prepared: Prepared, points: list[str], targets: list[str]
) -> None:
    count = 2 * len(points) * len(targets)
    wave = {"threat": "hwasong-7-minimum-energy", "launch_points": points, "targets": targets,
            "count": count}  # fmt: skip
    found = campaign.prepare(small({"raid.waves": [wave]}), cases=prepared.cases)
    assert found.passed_over == ()
    taken = Counter(
        (found.cases[found.paths[row].case].launch_id, found.paths[row].asset_id)
        for row in found.raids[0].path
    )
    assert taken == dict.fromkeys([(p, t) for p in points for t in targets], 2)


def test_what_cannot_be_flown_is_passed_over_and_named() -> None:
    """Busan at 30 degrees north is out of reach of a Hwasong-6: the others take its turns."""
    wave = {"threat": "hwasong-6-minimum-energy", "targets": ["busan", "seoul", "daegu"],
            "launch_points": ["kittaeryong"], "count": 5}  # fmt: skip
    found = campaign.prepare(small({"raid.waves": [wave], "assets.2.latitude_deg": 30.0}))
    assert found.passed_over == ("hwasong-6-minimum-energy from kittaeryong to busan",)
    aimed = [found.paths[row].asset_id for row in found.raids[0].path]
    assert aimed == ["seoul", "daegu", "seoul", "daegu", "seoul"]
    told = questions.told(questions.fight_raid(found))
    assert told.passed_over == found.passed_over
    assert told.missiles == sum(row.missiles for row in told.by_asset) == 5


def test_cases_of_a_study_give_the_same_raid_as_cases_of_its_own(prepared: Prepared) -> None:
    own = campaign.prepare(small())
    lent = campaign.prepare(small(), cases=prepared.cases)
    assert [path[1:] for path in lent.paths] == [path[1:] for path in own.paths]
    for name in own.opportunities[0]._fields:
        mine, theirs = (getattr(p.opportunities[0], name) for p in (own, lent))
        np.testing.assert_array_equal(mine, theirs, err_msg=name)


@pytest.mark.parametrize("size", [1, 6, 12, 24, 48, 60])
def test_a_resized_raid_keeps_the_mix(prepared: Prepared, size: int) -> None:
    raid = prepared.raids[0]
    other = questions.resized(raid, size)
    assert other.path.size == size
    for name in raid._fields:
        if name != "is_gated":
            assert set(getattr(other, name).tolist()) <= set(getattr(raid, name).tolist()), name
    # Each wave has its share, to one missile: 12, 8 and 4 of 24 follow one another.
    for start, end in ((0, 12), (12, 20), (20, 24)):
        launched = np.isin(other.launch_s, raid.launch_s[start:end])
        assert launched.sum() == pytest.approx(size * (end - start) / 24, abs=1.0)
    if size % 24 == 0:
        counts = np.bincount(other.path, minlength=len(prepared.paths))
        assert (counts == size // 24 * np.bincount(raid.path, minlength=counts.size)).all()


# --- a fight ---


@pytest.mark.parametrize("end", ENDS)
def test_every_missile_has_one_end_and_no_stock_is_overdrawn(prepared: Prepared, end: str) -> None:
    field = campaign.make_field(prepared, end)
    out = battle.fight(field, TRIALS, 1)
    size = prepared.raids[0].path.size
    assert (out.by_outcome.sum(axis=1) == size).all()
    aimed = np.bincount(prepared.raids[0].path, minlength=len(prepared.paths))
    assert (out.outcomes.sum(axis=1) == TRIALS * aimed).all()
    assert (out.outcomes.sum(axis=0) == out.by_outcome.sum(axis=0)).all()
    stopped = out.by_outcome[:, : len(prepared.batteries)].sum(axis=1)
    assert (out.leakers == size - stopped).all()
    for k, b in enumerate(prepared.batteries):
        stock = sum(map(sum, launchers_at(b, end, Stock())))
        assert out.spent[:, k].max() <= stock
        # A battery stops at most one missile with each interceptor.
        assert (out.by_outcome[:, k] <= out.spent[:, k]).all()
        empty = out.spent[:, k] == stock
        assert (np.isfinite(out.emptied_s[:, k]) == empty).all()


@pytest.mark.parametrize("battery", [None, MAIN, "l-sam", "patriot-osan", "cheongung-seoul"])
def test_the_bad_end_lets_no_fewer_through_than_the_values_and_the_good_end_no_more(
    prepared: Prepared, battery: str | None
) -> None:
    only = None if battery is None else [battery]
    low, value, high = (
        fought(prepared, end=end, only=only).leakers.mean()
        for end in (End.BAD, End.VALUE, End.GOOD)
    )
    # Every single input is worse at the bad end and better at the good one.
    assert low >= value >= high
    assert low > high


def test_what_is_told_by_place_and_by_threat_sums_to_the_raid(prepared: Prepared) -> None:
    out = fought(prepared)
    told = questions.told(
        questions.Fought(prepared, out, {end: fought(prepared, end=end) for end in ENDS})
    )
    everything = {row.text: row.missiles for row in told.outcomes}
    assert sum(everything.values()) == pytest.approx(24.0)
    for parts in (told.by_asset, told.by_threat):
        summed = Counter[str]()
        for part in parts:
            assert sum(row.missiles for row in part.outcomes) == pytest.approx(part.missiles)
            summed.update({row.text: row.missiles for row in part.outcomes})
        assert dict(summed) == pytest.approx(everything)
    assert told.by_threat[0].missiles == pytest.approx(12.0)
    bad, good = told.leakers.parameter_range
    assert bad > told.leakers.mean > good
    table = questions.trial_table(questions.Fought(prepared, out, {}))
    assert {column.size for column in table.values()} == {TRIALS}
    ends = [name for name in table if name.startswith("stopped_by_")]
    ends += [reason.name.lower() for reason in Outcome]
    assert (sum(table[name] for name in ends) == 24).all()


def test_each_battery_alone_reaches_what_its_launches_say(prepared: Prepared) -> None:
    table, raid = prepared.opportunities[0], prepared.raids[0]
    for k, b in enumerate(prepared.batteries):
        out = fought(prepared, 50, only=[b.id])
        able = table.entry_count[:, b.first_site] > 0
        assert able.any()
        beyond = out.outcomes[:, 1 + Outcome.OUT_OF_REACH]
        assert (beyond[~able] == out.outcomes.sum(axis=1)[~able]).all()
        assert beyond[able].sum() == 0
        assert questions.in_reach(prepared, b.id).path.size == able[raid.path].sum(), k


def test_a_shared_radar_takes_both_of_its_batteries(prepared: Prepared) -> None:
    pair = ["cheongung-seoul", "cheongung-east"]
    rows = [b.radar for b in prepared.batteries if b.id in pair]
    assert rows[0] == rows[1]
    assert prepared.radar_owners[rows[0]] == "cheongung-seoul"
    blind = fought(prepared, only=pair, without_radar=["cheongung-seoul"])
    able = np.any(
        [prepared.opportunities[0].entry_count[:, b.first_site] > 0
         for b in prepared.batteries if b.id in pair], axis=0,
    )  # fmt: skip
    aimed = able[prepared.raids[0].path].sum()
    assert aimed > 0
    assert blind.spent.sum() == 0
    assert (blind.by_outcome[:, 2 + Outcome.RADAR_LOST] == aimed).all()
    # The others look on.
    others = [b.id for b in prepared.batteries if b.id not in pair]
    seeing = fought(prepared, without_radar=["cheongung-seoul"])
    assert (seeing.leakers == fought(prepared, only=others).leakers).all()


def test_a_radar_that_is_not_there_is_why_missiles_come_through() -> None:
    there = campaign.prepare(small())
    gone = campaign.prepare(small({"defence.radar.present": False}), cases=there.cases)
    assert (gone.opportunities[0].entry_count == there.opportunities[0].entry_count).all()
    out = fought(gone, 50)
    reached = (there.opportunities[0].entry_count[there.raids[0].path, 0] > 0).sum()
    assert 0 < reached < 6
    assert (out.by_outcome[:, 1 + Outcome.RADAR_LOST] == reached).all()
    assert (out.by_outcome[:, 1 + Outcome.OUT_OF_REACH] == 6 - reached).all()
    assert out.spent.sum() == 0
    missiles = questions.timeline(gone).missiles
    assert {m.outcome for m in missiles} == {
        "the radar failed or was lost", "no shot fits: geometry and time"
    }  # fmt: skip
    assert not any("detected" in e.event for m in missiles for e in m.events)


def test_a_radar_that_is_lost_ends_the_shooting() -> None:
    """Shots that would meet their target after the loss are not fired; at 250 s none fits before."""
    lost = scenario.changed(small(), {"defence.fire": {"radar_lost_s": 250.0}})
    found = campaign.prepare(lost, cases=layered().cases)
    out = fought(found, 50)
    first = found.opportunities[0].intercept_s[:, 0, 0]
    reached = np.isfinite(first[found.raids[0].path])
    in_time = first[found.raids[0].path] <= 250.0
    assert (out.by_outcome[:, 1 + Outcome.RADAR_LOST] == (reached & ~in_time).sum()).all()
    log, _ = battle.fight_logged(campaign.make_field(found), 1, 0)
    assert (log[:, battle.LOG_INTERCEPT] <= 250.0).all()


# --- stocks ---


def main_battery(found: Prepared) -> BatteryInRaid:
    return next(b for b in found.batteries if b.id == MAIN)


def test_launchers_and_interceptors_leave_where_most_of_them_stand() -> None:
    site = {"name": "Away", "latitude_deg": 36.3, "longitude_deg": 127.9, "altitude_m": 100,
            "launchers": {"value": 4, "low": 1, "high": 4}, "source": "shieldmap-estimate"}  # fmt: skip
    found = campaign.prepare(small({"defence.launcher_sites": [site]}), cases=layered().cases)
    b = main_battery(found)
    assert b.sites == found.opportunities[0].entry_count.shape[1] == 2
    assert launchers_at(b, End.VALUE, Stock()) == [6 * [8], 4 * [8]]
    assert launchers_at(b, End.BAD, Stock()) == [6 * [8], [8]]
    # Two leave the six; with three, four are left at each and the first site gives the next.
    assert launchers_at(b, End.VALUE, Stock(launchers_fewer=2)) == [4 * [8], 4 * [8]]
    assert launchers_at(b, End.VALUE, Stock(launchers_fewer=3)) == [3 * [8], 4 * [8]]
    assert launchers_at(b, End.VALUE, Stock(interceptor_share=0.5)) == [6 * [4], 4 * [4]]
    # A quarter of 80 are 20: two for each of the ten.
    assert launchers_at(b, End.VALUE, Stock(interceptor_share=0.25)) == [6 * [2], 4 * [2]]
    # 0.3 of 80 are 24: the first four take the remainder.
    shared = launchers_at(b, End.VALUE, Stock(interceptor_share=0.3))
    assert shared == [[3, 3, 3, 3, 2, 2], 4 * [2]]
    assert launchers_at(b, End.VALUE, Stock(launchers_fewer=99)) == [[], []]
    field = campaign.make_field(found, stocks={MAIN: Stock(launchers_fewer=99)})
    assert field.launchers["loaded"].sum() == 0


def test_a_second_site_shoots_where_it_meets_the_missile_first() -> None:
    site = {"name": "Away", "latitude_deg": 36.3, "longitude_deg": 127.9, "altitude_m": 100,
            "launchers": 4, "source": "shieldmap-estimate"}  # fmt: skip
    found = campaign.prepare(small({"defence.launcher_sites": [site]}), cases=layered().cases)
    b, table = main_battery(found), found.opportunities[0]
    for row, path in enumerate(found.paths):
        fits = b.engagements[path.case].is_defended[path.row, 0, 0]
        assert bool(fits) == bool((table.entry_count[row] > 0).any())
    log, _ = battle.fight_logged(campaign.make_field(found), 1, 0)
    first = log[0]
    row = found.raids[0].path[int(first[battle.LOG_MISSILE])]
    sooner = int(np.nanargmin(table.intercept_s[row, :, 0]))
    assert first[battle.LOG_SITE] == sooner


def test_a_battery_without_launchers_shoots_at_nothing_and_costs_nothing() -> None:
    empty = campaign.prepare(small({"defence.battery.launchers": 0}), cases=layered().cases)
    told = questions.told(questions.fight_raid(empty))
    assert told.batteries[0].interceptors == Count(value=0, low=0, high=0)
    assert told.leakers.mean == 6.0
    by_reason = {row.outcome: row.missiles for row in told.outcomes}
    # Three at Daegu are in reach; Seoul is not.
    assert by_reason["no-interceptor"] == 3.0
    assert by_reason["out-of-reach"] == 3.0
    assert told.interceptors_spent.all.mean == 0.0
    assert told.cost.total_usd == NumberEnds(value=0.0, low=0.0, high=0.0)
    assert told.cost.per_missile_stopped_usd.value is None


# --- kill probabilities ---


def test_the_posterior_of_a_record_is_that_of_a_uniform_prior() -> None:
    records = {r.id: r for r in catalog.records(catalog.defence("thaad"))}
    mean, low, high = campaign.posterior(records["tests-16-of-16"])
    # Beta(17, 1) has the distribution p^17.
    assert mean == pytest.approx(17 / 18)
    assert (low, high) == pytest.approx((0.05 ** (1 / 17), 0.95 ** (1 / 17)))
    # 14 of 18: Beta(15, 5), whose mean is 15/20.
    mean, low, high = campaign.posterior(records["tests-14-of-18"])
    assert mean == pytest.approx(0.75)
    assert low < 0.75 < high


def test_a_record_is_drawn_from_its_posterior_and_its_ends_are_numbers(prepared: Prepared) -> None:
    b = main_battery(prepared)
    drawn = kill_quantiles(b, End.VALUE)
    # Straight lines between 1,025 quantiles: of p^(1/17) the first one loses h^(18/17) (17/18 - 1/2)
    # for h = 1/1024, which is 2.9e-4, and the others less.
    assert np.trapezoid(drawn, dx=1.0 / (drawn.size - 1)) == pytest.approx(17 / 18, abs=4e-4)
    shares = np.linspace(0.0, 1.0, drawn.size)
    assert drawn == pytest.approx(shares ** (1 / 17))
    assert set(kill_quantiles(b, End.BAD)) == {campaign.kill_probability(b, End.BAD)}
    assert campaign.kill_probability(b, End.BAD) == pytest.approx(0.05 ** (1 / 17))
    # A number of the catalogue is one value.
    other = next(b for b in prepared.batteries if b.id == "l-sam")
    known = other.entry.kill_probability.single_shot
    assert set(kill_quantiles(other, End.VALUE)) == {known.si}
    assert campaign.kill_probability(other, End.GOOD) == known.high_si


# --- plans ---


def test_a_plan_keeps_scarce_shots_for_the_weight_that_comes_later() -> None:
    """Four interceptors, four cheap places first and four dear ones after: the rule spends early."""
    launch_s = np.repeat([0.0, 100.0], 4)
    raid = battles.raid_of(8, launch_s=launch_s, weight=np.repeat([1.0, 10.0], 4))
    made = battles.setup(battles.Unit(loads=(4,), kill=0.8), raid)
    plan = campaign.best_plan(
        np.ones((8, 1), dtype=np.int64), raid.weight, np.ones(8), made.batteries.salvo,
        np.array([0.8]), made.stock,
    )  # fmt: skip
    assert plan.allowed[:, 0].tolist() == 4 * [False] + 4 * [True]
    assert plan.expected_saved == pytest.approx(0.8 * 40.0)
    urgent = battle.fight(made.field(), 2000, 1)
    planned = battle.fight(made.field(Assignment.OPTIMAL, plan.allowed), 2000, 1)
    # Binomial with n = 4 x 2000 and weight 1 or 10: five standard errors.
    assert 44.0 - urgent.leaked_weight.mean() == pytest.approx(3.2, abs=5 * 0.8 / math.sqrt(2000))
    assert 44.0 - planned.leaked_weight.mean() == pytest.approx(32.0, abs=5 * 8.0 / math.sqrt(2000))


def test_the_plan_of_a_raid_gives_nobody_what_he_cannot_reach(prepared: Prepared) -> None:
    plan = campaign.plan_for(prepared)
    assert plan.shape == (24, len(prepared.batteries))
    for k, b in enumerate(prepared.batteries):
        reached = prepared.opportunities[0].entry_count[prepared.raids[0].path, b.first_site] > 0
        assert not plan[~reached, k].any()
    planned, free = fought(prepared, plan=plan), fought(prepared)
    # What the plan forbids is not shot at: the battle follows it.
    for k in range(len(prepared.batteries)):
        log, _ = battle.fight_logged(campaign.make_field(prepared, plan=plan), 1, 0)
        shot_at = log[log[:, battle.LOG_BATTERY] == k, battle.LOG_MISSILE].astype(int)
        assert plan[shot_at, k].all()
    assert planned.spent.sum() <= free.spent.sum()


# --- anywhere on Earth ---


def aleutian(shift_deg: float) -> scenario.Scenario:
    """A missile from Chukotka at two places on both sides of 180 degrees, turned by an angle."""

    def east(longitude_deg: float) -> float:
        return (longitude_deg + shift_deg + 180.0) % 360.0 - 180.0

    here = {"defence.battery": (55.0, 179.9), "defence.radar": (55.0, -179.8),
            "launch_points.0": (63.0, 179.0), "assets.0": (54.6, 179.5),
            "assets.1": (54.5, -179.6)}  # fmt: skip
    changes: dict[str, Any] = {"defence.radar.boresight_deg": 0,
                               "defence.radar.boresight_range_deg": None}  # fmt: skip
    for path, (latitude, longitude) in here.items():
        changes |= {f"{path}.latitude_deg": latitude, f"{path}.longitude_deg": east(longitude)}
    wave = {"threat": "hwasong-7-minimum-energy", "launch_points": ["hwangju"],
            "targets": ["seongju", "seoul"], "count": 4}  # fmt: skip
    return small(changes | {"raid.waves": [wave]})


def test_a_raid_on_both_sides_of_the_date_line_is_that_of_another_meridian() -> None:
    """The Earth is round and turns evenly: only the numbers of the meridians differ."""
    there, here = campaign.prepare(aleutian(0.0)), campaign.prepare(aleutian(-52.0))
    longitudes = [asset.longitude_deg for asset in there.scenario.assets[:2]]
    assert min(longitudes) < -179.0
    assert max(longitudes) > 179.0
    mine, other = there.opportunities[0], here.opportunities[0]
    assert (mine.entry_count > 20).all()
    # An edge at a sample may fall either way by rounding: one entry at most.
    assert np.abs(mine.entry_count - other.entry_count).max() <= 1
    # The least energy is flat: rounding moves the pitch-over that is found by some 1e-4 rad, and
    # with it the time of a flight of 500 s by up to 0.2 s.
    assert mine.launch_s[:, 0, 0] == pytest.approx(other.launch_s[:, 0, 0], abs=0.2)
    assert mine.intercept_s[:, 0, 0] == pytest.approx(other.intercept_s[:, 0, 0], abs=0.2)
    assert fought(there).leakers.mean() == pytest.approx(fought(here).leakers.mean(), abs=0.1)
    sides = {np.sign(m.path.longitude_deg[-1]) for m in questions.timeline(there).missiles}
    assert sides == {-1.0, 1.0}


def test_outcomes_of_one_row_are_those_of_all(prepared: Prepared) -> None:
    out = fought(prepared)
    whole = outcomes(prepared, out.outcomes, TRIALS)
    assert [row.missiles for row in whole] == pytest.approx(out.by_outcome.mean(axis=0).tolist())
    one = outcomes(prepared, out.outcomes[3], TRIALS)
    assert len(one) == len(whole) == len(prepared.batteries) + len(Outcome)
