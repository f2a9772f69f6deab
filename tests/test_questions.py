"""Every question answered for a layered raid, and the answers checked against what they rest on."""

import math
from functools import partial
from typing import Any

import numpy as np
import pytest

from shieldmap import battle, campaign, earth, footprint, plain, questions, scenario
from shieldmap.campaign import ENDS_ONLY, MAIN, Prepared, Study
from shieldmap.cli import show_raid
from shieldmap.fragments import expected_count
from shieldmap.questions import places, stocks
from shieldmap.results import Answer, Record, SampledMean, answer_to
from shieldmap.results.questions import OwnPlaceJudged, WarnedFlight
from shieldmap.scenario import ScenarioError
from tests.test_raids import layered, position_m, small

TRIALS = 400
SIZES = (1, 2, 6, 12, 24, 60)
STOCK = 48
# Both ways fly the same table to the same place and differ by rounding alone.
ROUNDING = 1e-6


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """Every question asked once, of coarse grids and few trials; the geometry is flown once."""
    prepared, whole = layered(), campaign.study
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(campaign, "prepare", lambda given, **_: prepared._replace(scenario=given))
        # Every pair of the scenario flies in its raid, so its cases are those of the study.
        patch.setattr(
            campaign, "study",
            lambda given, variants, **_: whole(given, prepared.cases, variants),
        )  # fmt: skip
        patch.setattr(places, "SPACING_M", 60e3)
        patch.setattr(places, "SITE_SPACING_M", 120e3)
        few = partial(questions.emptying, sizes=SIZES, trials=TRIALS)
        patch.setattr(questions, "emptying", few)
        site = {"id": "site-gunsan", "name": "Gunsan", "latitude_deg": 35.9, "altitude_m": 9,
                "longitude_deg": 126.62, "source": "airportsdata"}  # fmt: skip
        given = scenario.changed(scenario.load("korea-layers"), {"candidate_sites": [site]})
        return {name: questions.ask(given, name) for name in questions.QUESTIONS}


@pytest.fixture(scope="module")
def study() -> Study:
    return campaign.study(layered().scenario, cases=layered().cases)


def asked(name: str, answer: Record) -> Answer:
    """An answer with its question, as ``shieldmap ask`` shows it."""
    words = questions.QUESTIONS[name].long.en
    head = {"question": name, "text": words, "scenario": "korea-layers"}
    return answer_to(name).model_validate(head | dict(answer))


@pytest.mark.parametrize("name", questions.QUESTIONS)
def test_every_question_has_an_answer_that_can_be_kept_and_shown(
    answers: dict[str, Any], capsys: pytest.CaptureFixture[str], name: str
) -> None:
    answer = answers[name]
    assert "NaN" not in plain.text(answer.as_json())
    words = questions.QUESTIONS[name].long.en
    show_raid.answer(asked(name, answer))
    out, _ = capsys.readouterr()
    assert out.startswith(words[:40])
    assert len(out.splitlines()) > 3
    assert "nan" not in out.split()


# --- places ---


def test_warning_counts_from_the_cue_and_from_the_radar(
    answers: dict[str, Any], study: Study
) -> None:
    cue = next(row for row in study.rows if row.name == "warning")
    rows = [row for row in answers["warning"].rows if row.status == "threatened"]
    assert {(r.threat, r.launch_point) for r in rows} == {
        (case.threat_id, case.launch_id) for case in layered().cases
    }
    seen = 0
    for row in rows:
        flight_s = row.time_of_flight_s
        value, bad, good = row.after_cue_s
        assert (value, bad, good) == pytest.approx(
            (flight_s - cue.value, flight_s - cue.high, flight_s - cue.low)
        )
        assert bad <= value <= good <= flight_s
        if None not in row.after_radar_s:
            value, bad, good = row.after_radar_s
            assert 0.0 < bad <= value <= good < flight_s
            seen += 1
    assert seen > 0
    shortest = min(row.time_of_flight_s for row in rows)
    assert answers["warning"].shortest.time_of_flight_s == shortest
    assert answers["warning"].place == "Seoul"


def test_warning_is_that_of_the_flights_of_the_raid(answers: dict[str, Any]) -> None:
    """Seoul is also a target: the same missile from the same place flies as long."""
    prepared = layered()
    known = {
        (prepared.cases[path.case].threat_id, prepared.cases[path.case].launch_id):
            float(prepared.raids[0].impact_s[m] - prepared.raids[0].launch_s[m])
        for m, row in enumerate(prepared.raids[0].path)
        for path in [prepared.paths[row]] if path.asset_id == "seoul"
    }  # fmt: skip
    rows = {(row.threat, row.launch_point): row for row in answers["warning"].rows}
    assert known
    for pair, flight_s in known.items():
        assert rows[pair].time_of_flight_s == pytest.approx(flight_s, abs=1e-3)


def test_nobody_is_warned_of_what_cannot_come(study: Study) -> None:
    ends = study._replace(variants=ENDS_ONLY)
    away = questions.warning(ends, "Hamilton", -37.8, 175.3)
    assert {row.status for row in away.rows} == {"not-threatened"}
    assert away.shortest is None


def test_a_radar_that_is_not_there_warns_nobody(study: Study) -> None:
    blind = scenario.changed(study.scenario, {"defence.radar.present": False})
    ends = campaign.study(blind, cases=study.cases, variants=ENDS_ONLY)
    rows = questions.warning(ends, "Daegu", 35.87, 128.59).rows
    threatened = [row for row in rows if isinstance(row, WarnedFlight)]
    assert threatened
    assert all(row.after_radar_s == (None, None, None) for row in threatened)


def test_the_battery_covers_itself_as_the_place_it_stands_on(
    answers: dict[str, Any], study: Study
) -> None:
    answer = answers["itself"]
    by_pair = {(case.threat_id, case.launch_id): case for case in study.cases}
    battery = study.scenario.defence.battery
    assert {row.place for row in answer.rows} == {"battery"}
    for row in answer.rows:
        case = by_pair[row.threat, row.launch_point]
        there = footprint.why(study, case, battery.latitude_deg, battery.longitude_deg)
        assert row.status == there.status
        if row.status == "threatened":
            for key in ("defended", "defended_bad", "defended_good", "reason"):
                assert getattr(row, key) == getattr(there, key), key
            assert 0.0 <= row.share_of_samples <= 1.0
    met = [row for row in answer.rows if row.status == "threatened"]
    assert answer.threatened == len(met)
    assert answer.defended == sum(row.defended for row in met)
    assert answer.covers_itself == (0 < len(met) == answer.defended)


def test_a_radar_and_launchers_that_stand_apart_are_asked_about_too(study: Study) -> None:
    site = {"name": "Away", "latitude_deg": 36.3, "longitude_deg": 127.9, "altitude_m": 100,
            "launchers": 1, "source": "shieldmap-estimate"}  # fmt: skip
    apart = scenario.changed(
        study.scenario, {"defence.launcher_sites": [site], "defence.radar.latitude_deg": 36.2}
    )
    ends = campaign.study(apart, cases=study.cases, variants=ENDS_ONLY)
    answer = questions.covers_itself(ends)
    assert {row.place for row in answer.rows} == {"battery", "Away", "radar"}
    # Without samples there is no share of them.
    judged = [row for row in answer.rows if isinstance(row, OwnPlaceJudged)]
    assert {row.share_of_samples for row in judged} == {None}


def test_launchers_beside_the_battery_only_add(answers: dict[str, Any]) -> None:
    answer = answers["launchers"]
    rows = [*answer.best, *answer.named]
    assert [row.site for row in answer.named] == ["site-gunsan"]
    for row in rows:
        assert min(row.people_added.values()) >= 0.0
        assert row.added == pytest.approx(np.mean(list(row.people_added.values())))
    added = [row.added for row in answer.best]
    assert added == sorted(added, reverse=True)
    for sums in answer.here.values():
        assert 0.0 <= sums.bad <= sums.value <= sums.good <= sums.in_range


def test_sites_that_defend_a_place_are_counted(answers: dict[str, Any]) -> None:
    answer = answers["stand"]
    assert answer.place == "Seoul"
    assert answer.sites[0].site == "site-gunsan"
    for told in answer.by_threat:
        good = [row for row in answer.sites if row.defended[told.threat].value]
        assert told.sites == len(good) <= told.of == len(answer.sites)
        if good:
            away = [row.distance_m for row in good]
            assert told.distance_m == (min(away), max(away))
        else:
            assert told.distance_m is None
    for row in answer.sites:
        each = [row.defended[threat].value for threat in answer.threats]
        assert row.threats_defended == sum(each)
        # Against all together only where against each.
        assert row.defended["all"].value == all(each)


def test_more_people_take_no_fewer_batteries(answers: dict[str, Any]) -> None:
    answer = answers["batteries"]
    assert {row.threat for row in answer.needed} == {
        "hwasong-6-minimum-energy", "hwasong-7-minimum-energy", "hwasong-7-lofted-250", "all"
    }  # fmt: skip
    found = 0
    for needed in answer.needed:
        counts = [math.inf if row.batteries is None else row.batteries
                  for row in needed.rows]  # fmt: skip
        assert counts == sorted(counts)
        for row in needed.rows:
            # Where all sites together cover the share, some number of them does, and only there.
            assert (row.batteries is not None) == (needed.greatest_share >= row.fraction - ROUNDING)
            if row.batteries is not None:
                assert len(row.sites) == row.batteries <= row.greedy
                found += 1
    assert found > 0
    ranks = [row.mean_share for row in answer.best_of_grid]
    assert ranks == sorted(ranks, reverse=True)
    assert all(0.0 <= rank <= 1.0 for rank in ranks)


# --- raids ---


def test_more_layers_let_no_more_through(answers: dict[str, Any]) -> None:
    answer = answers["adds"]
    rows = {tuple(row.systems): row.leakers for row in answer.rows}
    systems = layered().layers
    assert len(rows) == 2 ** len(systems)
    assert rows[()].mean == 24.0

    def error(leakers: SampledMean) -> float:
        low, high = leakers.sampling_interval
        return (high - low) / (2 * 1.96)

    for smaller, few in rows.items():
        for system in set(systems) - set(smaller):
            larger = tuple(s for s in systems if s in {*smaller, system})
            # Five standard errors of each; with the same draws they are much nearer.
            slack = 5.0 * (error(few) + error(rows[larger]))
            assert rows[larger].mean <= few.mean + slack, (smaller, system)
    for row in answer.added:
        assert row.leakers_with_all == rows[tuple(systems)].mean
        assert row.leakers_alone == rows[(row.system,)].mean
        assert row.leakers_with_all <= row.leakers_without_it


@pytest.fixture(scope="module")
def salvoes() -> Prepared:
    """Forty missiles a minute apart at Daegu, in reach of 48 interceptors in salvoes of two."""
    wave = {"threat": "hwasong-7-minimum-energy", "launch_points": ["hwangju"],
            "targets": ["daegu"], "count": 40, "spacing_s": 60.0}  # fmt: skip
    given = small({"raid.waves": [wave], "defence.doctrine": "salvo-2", "defence.fire": None})
    return campaign.prepare(given, cases=layered().cases)


def test_what_leaves_is_missed_interceptor_by_interceptor(salvoes: Prepared) -> None:
    """Slow enough that launchers and channels never bind: 24, 16, 12 and no missiles are met."""
    rows = {row.change: row for row in questions.losses(salvoes).rows}
    spent = [row.spent for row in rows.values()]
    assert spent == [48.0, 32.0, 24.0, 0.0]
    main = salvoes.batteries[0]
    kill = campaign.kill_probability(main)
    common = main.entry.kill_probability.common_mode_failure.si
    pair = (1.0 - common) * (1.0 - (1.0 - kill) ** 2)
    for (change, row), met in zip(rows.items(), (24, 16, 12, 0), strict=True):
        low, high = row.leakers.sampling_interval
        # The mean of trials whose layer fails as a whole now and then: five standard errors.
        five = 5.0 * (high - low) / (2 * 1.96)
        assert row.leakers.mean == pytest.approx(40.0 - met * pair, abs=five), change


def test_as_it_is_is_the_raid_as_it_is_fought(salvoes: Prepared) -> None:
    answer = questions.losses(salvoes)
    given = salvoes.scenario.raid
    assert given is not None
    out = battle.fight(campaign.make_field(salvoes), answer.trials, given.seed)
    assert answer.rows[0].leakers.mean == out.leakers.mean()
    assert answer.rows[0].spent == out.spent.sum(axis=1).mean()


def test_without_its_radar_the_battery_adds_nothing(answers: dict[str, Any]) -> None:
    rows = {row.change: row for row in answers["lost"].rows}
    assert rows["the radar leaves"].stopped_by[MAIN] == 0.0
    assert rows["as it is"].stopped_by[MAIN] > 0.0
    assert rows["the radar leaves"].leakers.mean > rows["as it is"].leakers.mean


def test_a_raid_empties_the_battery_and_no_more(answers: dict[str, Any]) -> None:
    answer = answers["empty"]
    assert answer.interceptors == STOCK
    raid = questions.in_reach(layered(), MAIN)
    assert answer.in_reach == raid.path.size
    for curve in answer.curves:
        assert [row.missiles for row in curve.rows] == list(SIZES)
        spent = [row.spent for row in curve.rows]
        leakers = [row.leakers.mean for row in curve.rows]
        assert max(spent) <= STOCK
        # A raid some times as large spends and leaks more, far beyond the error of 400 trials.
        assert spent == sorted(spent)
        assert leakers == sorted(leakers)
        assert leakers[-1] - leakers[-2] <= SIZES[-1] - SIZES[-2]
        for row in curve.rows:
            assert sum(part.missiles for part in row.outcomes) == pytest.approx(row.missiles)
            assert row.spent < STOCK or row.empty.share == 1.0
        emptied = [row.missiles for row in curve.rows if row.empty.share >= 0.5]
        assert curve.empties_at == (emptied[0] if emptied else None)
    by_doctrine = {curve.doctrine: curve.rows for curve in answer.curves}
    assert by_doctrine["single"][0].spent == 1.0
    assert by_doctrine["salvo-2"][0].spent == 2.0
    assert by_doctrine["salvo-2"][-1].empty.share > 0.5


def test_cost_is_price_times_interceptors(answers: dict[str, Any]) -> None:
    answer = answers["cost"]
    spent = answers["leakage"].interceptors_spent.by_battery
    for end in ("low", "value", "high"):
        rows = answer.by_battery
        total = sum(getattr(row.cost_usd, end) for row in rows)
        assert getattr(answer.total_usd, end) == pytest.approx(total)
        for row in rows:
            price = getattr(row.price_usd, end)
            assert getattr(row.cost_usd, end) == pytest.approx(row.spent * price)
            assert row.price_usd.low <= price <= row.price_usd.high
    # Both questions fight the same numbered trials.
    assert {row.battery: row.spent for row in answer.by_battery} == pytest.approx(
        {name: row.mean for name, row in spent.items()}
    )


def nothing_in_reach() -> Prepared:
    wave = {"threat": "hwasong-6-minimum-energy", "launch_points": ["hwangju"],
            "targets": ["seoul"], "count": 3}  # fmt: skip
    return campaign.prepare(small({"raid.waves": [wave]}), cases=layered().cases)


def test_a_battery_that_reaches_nothing_is_emptied_by_nothing() -> None:
    answer = questions.emptying(nothing_in_reach(), SIZES, 50)
    assert answer.in_reach == 0
    assert [curve.rows for curve in answer.curves] == [(), (), ()]
    assert questions.space_security(nothing_in_reach()).intercepts == ()


def test_a_battery_that_reaches_nothing_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    answer = questions.emptying(nothing_in_reach(), SIZES, 50)
    show_raid.answer(asked("empty", answer))
    assert "can shoot at no missile of the raid" in capsys.readouterr().out


# --- the raid as it happened ---


def test_events_are_in_order_and_each_missile_ends_once(answers: dict[str, Any]) -> None:
    told = answers["timeline"]
    assert told.missiles_in_all == len(told.missiles) == 24
    times = [event.time_s for event in told.events]
    assert times == sorted(times)
    assert len(times) == sum(len(missile.events) for missile in told.missiles)
    for missile in told.missiles:
        named = [event.event for event in missile.events]
        assert named[0] == "missile launch"
        assert named.index("burnout") < named.index("apogee")
        assert named.count("impact") == (not missile.stopped)
        killed = [s.intercept_s for s in missile.shots if s.hit and s.is_warhead]
        assert missile.stopped == bool(killed)
        falls = [e.time_s for e in missile.events if e.event == "impact"]
        assert missile.ends_s == min(killed or falls)
        # Nothing but shots and their results comes after the end.
        late = [e.event for e in missile.events if e.time_s > missile.ends_s]
        assert all(event.startswith("shot ") for event in late)


def test_a_missile_is_seen_before_it_is_tracked_and_shot_at(answers: dict[str, Any]) -> None:
    order = ("missile launch", "burnout", "above the horizon", "detected", "firm track",
             "committed", "shot 1: THAAD launches", "shot 1: intercept", "shot 1: assessed")  # fmt: skip
    compared = 0
    for missile in answers["timeline"].missiles:
        if not missile.shots or missile.shots[0].battery != MAIN:
            continue
        times = [
            event.time_s for words in order for event in missile.events
            if event.event.startswith(words)
        ]  # fmt: skip
        assert len(times) == len(order)
        # Burnout may come after the first sight: the radar sees the boost.
        assert times[0] <= times[1]
        assert times[0] <= times[2] <= times[3] <= times[4] <= times[5] <= times[6]
        assert times[1] <= times[4]
        assert times[6] < times[7] < times[8]
        compared += 1
    assert compared > 3


def test_shots_are_those_of_the_battle(answers: dict[str, Any]) -> None:
    prepared = layered()
    given = prepared.scenario.raid
    assert given is not None
    plan = campaign.plan_for(prepared)
    log, ends = battle.fight_logged(campaign.make_field(prepared, plan=plan), given.seed, 0)
    shots = [(m.id, shot) for m in answers["timeline"].missiles for shot in m.shots]
    assert len(shots) == log.shape[0]
    for missile, shot in shots:
        row = log[
            (log[:, battle.LOG_MISSILE] == missile) & (log[:, battle.LOG_LAUNCH] == shot.launch_s)
        ]
        assert row.shape[0] >= 1
        assert shot.intercept_s in row[:, battle.LOG_INTERCEPT]
        assert shot.launch_s >= shot.ordered_s - 1e-3
        assert shot.launch_s < shot.intercept_s < shot.assessed_s
    for missile in answers["timeline"].missiles:
        assert missile.stopped == (ends[missile.id, 0] >= 0)


def test_the_path_of_an_interceptor_ends_at_the_missile(answers: dict[str, Any]) -> None:
    prepared = layered()
    for missile in answers["timeline"].missiles:
        row = int(prepared.raids[0].path[missile.id])
        for shot in missile.shots:
            path = shot.path
            assert path.time_s[0] == pytest.approx(shot.launch_s)
            assert path.time_s[-1] == pytest.approx(shot.intercept_s)
            assert (np.diff(path.time_s) > 0.0).all()
            met = position_m(prepared, row, np.array(shot.intercept_s - missile.launch_s))
            end = earth.geodetic_to_ecef(
                np.radians(path.latitude_deg[-1]), np.radians(path.longitude_deg[-1]),
                path.altitude_m[-1],
            )  # fmt: skip
            # The path is brought onto the point along a geodesic and in height: a metre.
            assert np.linalg.norm(end - met) < 1.0


def test_another_trial_is_another_raid_of_the_same_missiles() -> None:
    one, two = (questions.timeline(layered(), trial) for trial in (0, 3))
    launched = [[(m.threat, m.asset, m.launch_s) for m in t.missiles]
                for t in (one, two)]  # fmt: skip
    assert launched[0] == launched[1]
    assert one.events != two.events
    assert questions.timeline(layered(), 3) == two


# --- space ---


def test_every_satellite_flies_above_the_ceiling(answers: dict[str, Any]) -> None:
    answer = answers["space"]
    ceiling = answer.ceiling_m
    assert ceiling.low <= ceiling.value <= ceiling.high
    for row in answer.satellites:
        assert row.above_ceiling_m == row.altitude_m - ceiling.value
        assert row.above_ceiling_m > 0.0


def test_fragments_grow_fewer_with_their_size_and_with_height(answers: dict[str, Any]) -> None:
    rows = answers["space"].intercepts
    assert [row.intercept for row in rows] == ["lowest", "middle", "highest"]
    altitudes = [row.altitude_m for row in rows]
    assert altitudes == sorted(altitudes)
    assert altitudes[-1] <= answers["space"].ceiling_m.value + 10.0
    for row in rows:
        counts = [part.fragments for part in row.counts]
        assert counts == sorted(counts, reverse=True)
        # The model's power law: from 1 to 10 cm by 10^1.71.
        assert counts[0] / counts[-1] == pytest.approx(
            expected_count(1.0, 0.01) / expected_count(1.0, 0.1)
        )
        assert row.closing_speed_m_s <= row.target_speed_m_s + 4000.0
        assert row.energy_j_kg > 0.0
        assert row.highest_m.median <= row.highest_m.p99 <= row.highest_m.most
        # A fragment begins at the intercept.
        assert row.highest_m.median >= row.altitude_m - 10.0
        shares = [part.share for part in row.share_above]
        assert shares == sorted(shares, reverse=True)
        for part in row.share_above:
            low, high = part.sampling_interval
            assert low <= part.share <= high


# --- what is asked of what is not there ---


def test_questions_of_a_scenario_without_a_raid_or_a_place_are_refused() -> None:
    timing = scenario.load("timing")
    with pytest.raises(ScenarioError, match="timing: raid is missing"):
        questions.ask(timing, "empty")
    with pytest.raises(ScenarioError, match="timing: assets is missing"):
        questions.ask(timing, "warning")
    assert questions.place_of(timing) is None


def test_the_place_asked_about_is_seoul_where_there_is_one() -> None:
    layers = layered().scenario
    place = questions.place_of(layers)
    assert place is not None
    assert place.id == "seoul"
    others = scenario.changed(
        small({"raid": None}),
        {"assets": [a for a in layers.as_mapping()["assets"] if a["id"] != "seoul"]},
    )
    place = questions.place_of(others)
    assert place is not None
    assert place.id == "seongju"


AWAY = {
    "the antipode": (-37.57, -53.02), "a pole": (89.5, 0.0), "far away": (-33.9, 151.2),
}  # fmt: skip


@pytest.mark.parametrize("where", AWAY)
def test_a_place_that_nothing_reaches_has_an_answer(
    study: Study, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    latitude, longitude = AWAY[where]
    site = {"id": "site-gunsan", "name": "Gunsan", "latitude_deg": 35.9, "altitude_m": 9,
            "longitude_deg": 126.62, "source": "airportsdata"}  # fmt: skip
    given = scenario.changed(study.scenario, {"candidate_sites": [site]})
    ends = campaign.study(given, cases=study.cases, variants=ENDS_ONLY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "SPACING_M", 120e3)
        stand = places.where_to_stand(ends, where, latitude, longitude)
        warned = places.warning(ends, where, latitude, longitude)
    assert stand.by_threat == ()
    assert stand.threats == ()
    assert all(math.isfinite(row.distance_m) for row in stand.sites)
    assert warned.shortest is None
    answers: dict[str, Record] = {"stand": stand, "warning": warned}
    for name, answer in answers.items():
        assert "NaN" not in plain.text(answer.as_json())
        show_raid.answer(asked(name, answer))
        assert "nan" not in capsys.readouterr().out.split()


def test_a_raid_of_fewer_missiles_than_places_is_told() -> None:
    wave = {"threat": "hwasong-7-minimum-energy", "launch_points": ["hwangju"],
            "targets": ["busan", "seoul", "daegu"], "count": 1}  # fmt: skip
    prepared = campaign.prepare(small({"raid.waves": [wave]}), cases=layered().cases)
    told = questions.told(questions.fight_raid(prepared))
    assert [row.asset for row in told.by_asset] == ["busan"]
    low, high = told.leakers.sampling_interval
    assert 0.0 <= low <= told.leakers.mean <= high <= 1.0


# --- stocks ---


def test_the_stock_lasts_as_long_as_what_raids_take(answers: dict[str, Any]) -> None:
    told = answers["stock"]
    fought = answers["leakage"]
    spent = fought.interceptors_spent.by_battery
    of_system = {b.id: b.system for b in fought.batteries}
    for row in told.systems:
        takes = sum(spent[b].mean for b, system in of_system.items() if system == row.system)
        assert row.spent == pytest.approx(takes)
        if row.spent > 0.0:
            assert row.raids_until_empty == pytest.approx(row.ready.value / row.spent)
        assert row.days_until_empty == row.raids_until_empty  # one raid a day
    assert sum(kind.in_raid for kind in told.launchers) == told.missiles


def test_the_stock_counts_as_the_maker_and_the_press_do(answers: dict[str, Any]) -> None:
    """Lockheed Martin, January 2026: 96 a year; WSJ and CNN, July 2025: 100 to 150 fired in June."""
    thaad = next(row for row in answers["stock"].systems if row.system == "thaad")
    assert (thaad.production_per_year, thaad.planned_per_year) == (96.0, 400.0)
    assert thaad.months == pytest.approx(12.0 * thaad.spent / 96.0)
    fired = next(one for one in thaad.counted if one.what == "fired")
    assert (fired.count.low, fired.count.value, fired.count.high) == (100.0, 150.0, 150.0)
    # 150 of 96 a year are a year and seven months.
    assert fired.months == pytest.approx(18.75)


def test_a_system_without_published_production_has_no_months() -> None:
    assert stocks.months_of(48.0, None) is None
    assert stocks.months_of(48.0, 96.0) == 6.0  # a full battery is half a year
    assert stocks.raids_of(0.0, 0.0) == 0.0
    assert stocks.raids_of(48.0, 0.0) is None
