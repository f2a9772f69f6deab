"""A raid of a scenario: its parts add up, its changes change what they should, and it goes anywhere."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from shieldmap import archive, battle, campaign, questions, scenario
from shieldmap.campaign import MAIN, Prepared, Stock
from shieldmap.model import Outcome
from shieldmap.questions import places
from shieldmap.scenario import ScenarioError
from shieldmap.terms import End
from tests.runs import schema_problems

TRIALS = 400


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    return campaign.prepare(scenario.load("korea-layers"))


def changed(changes: dict[str, Any], name: str = "korea-layers") -> Prepared:
    return campaign.prepare(scenario.changed(scenario.load(name), changes))


def leakers(prepared: Prepared, end: End = End.VALUE, **choice: Any) -> float:
    field = campaign.make_field(prepared, end, **choice)
    return float(battle.fight(field, TRIALS, 1).leakers.mean())


def test_launches_are_those_of_the_engagement(prepared: Prepared) -> None:
    """The table of launches and the judged engagement are two ways to the same window."""
    compared = 0
    for b in prepared.batteries:
        for row, path in enumerate(prepared.paths):
            judged = b.engagements[path.case]
            count = int(prepared.opportunities[0].entry_count[row, b.first_site])
            assert (count > 0) == bool(judged.is_defended[path.row, 0, 0]), (b.id, path.asset)
            if count == 0:
                continue
            table = prepared.opportunities[0]
            first = table.launch_s[row, b.first_site, 0]
            last = table.launch_s[row, b.first_site, count - 1]
            # Times of a table are kept in single precision: 0.1 ms at 1,000 s.
            assert first == pytest.approx(judged.first_launch_s[path.row], abs=1e-3)
            assert last == pytest.approx(judged.latest_launch_s[path.row], abs=1e-3)
            assert table.intercept_s[row, b.first_site, 0] == pytest.approx(
                judged.earliest_intercept_s[path.row], abs=1e-3
            )
            steps = np.diff(table.launch_s[row, b.first_site, :count])
            assert (steps > -1e-3).all()
            compared += 1
    assert compared > 5


def test_the_parts_of_an_answer_add_up_to_the_raid(prepared: Prepared) -> None:
    given = scenario.changed(prepared.scenario, {"raid.half_width": 0.0, "raid.trials_max": TRIALS})
    result = questions.told(questions.fight_raid(prepared._replace(scenario=given)))
    assert result.trials == TRIALS
    assert sum(row.missiles for row in result.outcomes) == pytest.approx(24.0)
    came = sum(row.missiles for row in result.outcomes if row.outcome != "stopped")
    assert came == pytest.approx(result.leakers.mean)
    for asset in result.by_asset:
        assert sum(row.missiles for row in asset.outcomes) == pytest.approx(asset.missiles)
    assert sum(asset.missiles for asset in result.by_asset) == 24
    assert sum(asset.leakers.mean for asset in result.by_asset) == pytest.approx(came)
    assert sum(row.missiles for row in result.by_threat) == pytest.approx(24.0)
    spent = result.interceptors_spent
    assert sum(row.mean for row in spent.by_battery.values()) == pytest.approx(spent.all.mean)
    for b in result.batteries:
        assert spent.by_battery[b.id].mean <= b.interceptors.value
    total = sum(row.cost_usd.value for row in result.cost.by_battery)
    assert total == pytest.approx(result.cost.total_usd.value)
    assert sum(result.distribution) == TRIALS


def test_the_good_end_lets_fewer_through_than_the_bad_one(prepared: Prepared) -> None:
    assert leakers(prepared, End.BAD) > leakers(prepared, End.VALUE) > leakers(prepared, End.GOOD)


def test_missiles_that_a_radar_would_have_served_are_told_apart(prepared: Prepared) -> None:
    field = campaign.make_field(prepared, only=[MAIN], without_radar=[MAIN])
    reasons = battle.fight(field, 50, 1).outcomes.sum(axis=0)[1:] / 50
    reached = campaign.make_field(prepared, only=[MAIN])
    able = np.isfinite(reached.spans["open_s"][:, 0]).sum()
    assert reasons[Outcome.RADAR_LOST] == able
    assert reasons[Outcome.OUT_OF_REACH] == 24 - able


def test_a_shared_radar_takes_both_batteries_with_it(prepared: Prepared) -> None:
    pair = ["cheongung-seoul", "cheongung-east"]
    assert leakers(prepared, only=pair) < 24.0
    assert leakers(prepared, only=pair, without_radar=["cheongung-seoul"]) == 24.0


def test_stocks_leave_launchers_and_interceptors(prepared: Prepared) -> None:
    def loads(stock: Stock) -> list[int]:
        field = campaign.make_field(prepared, only=[MAIN], stocks={MAIN: stock})
        return [int(n) for n in field.launchers["loaded"]]

    assert loads(Stock()) == [8] * 6
    assert loads(Stock(launchers_fewer=2)) == [8] * 4
    assert loads(Stock(interceptor_share=0.5)) == [4] * 6
    # Five of 48 are spread, the first launchers take the remainder; none is a launcher of zero.
    assert sum(loads(Stock(interceptor_share=5 / 48))) == 5
    assert loads(Stock(launchers_fewer=9)) == [0]


def test_a_record_takes_the_place_of_the_number(prepared: Prepared) -> None:
    main = next(b for b in prepared.batteries if b.id == MAIN)
    # Beta(17, 1): mean 17/18, and its quantile at p is p^(1/17).
    assert campaign.kill_probability(main) == pytest.approx(17 / 18)
    assert campaign.kill_probability(main, End.BAD) == pytest.approx(0.05 ** (1 / 17))
    assert campaign.kill_probability(main, End.GOOD) == pytest.approx(0.95 ** (1 / 17))


def holding(interceptors: int) -> Prepared:
    """One launcher with a few interceptors of one layer, and a place that weighs fifty others."""
    few = {"defence.battery.launchers": 0, "layers": [], "raid.assignment": "optimal"}
    given = scenario.load("korea-layers").as_mapping()["layers"][0]
    given["battery"]["launchers"], given["battery"]["interceptors_per_launcher"] = 1, interceptors
    return changed(few | {"layers": [given], "raid.weights": [{"asset": "seoul", "weight": 50.0}]})


def test_a_plan_saves_more_weight_than_the_rule_when_stocks_bind() -> None:
    tight = holding(4)
    plan = campaign.plan_for(tight)
    planned = battle.fight(campaign.make_field(tight, plan=plan), TRIALS, 1)
    rule = tight._replace(scenario=scenario.changed(
        tight.scenario, {"raid.assignment": "most-urgent"}))  # fmt: skip
    urgent = battle.fight(campaign.make_field(rule), TRIALS, 1)
    assert planned.leaked_weight.mean() <= urgent.leaked_weight.mean()
    assert plan.shape == (24, 2)
    assert plan[:, 1].sum() <= 3  # four interceptors in salvoes of two, in expectation
    assert not plan[:, [b.id == MAIN for b in tight.batteries]].any()


def test_under_a_plan_comparisons_follow_a_plan_as_the_raid_does() -> None:
    """Losses and layers are fought by the plan of what is there, not by the rule without one."""
    tight = holding(3)  # with four, plan and rule lose equally many
    given = tight.scenario.raid
    assert given is not None
    planned = campaign.make_field(tight, plan=campaign.plan_for(tight))
    free = campaign.make_field(tight)
    for rows, row in ((questions.losses(tight), 0), (questions.layers_added(tight), -1)):
        by_plan, without = (
            battle.fight(field, rows.trials, given.seed).leakers.mean() for field in (planned, free)
        )
        assert rows.rows[row].leakers.mean == by_plan
        assert by_plan != without
    blind = campaign.plan_for(tight, without_radar=[tight.batteries[-1].id])
    assert not blind.any()


def test_two_batteries_with_one_system_are_told_apart() -> None:
    """What a second site adds is no question to a row that holds both."""
    prepared = changed({}, "europe")
    found = questions.layers_added(prepared)
    ids = tuple(b.id for b in prepared.batteries)
    assert len({b.entry.id for b in prepared.batteries}) == 1
    assert [row.systems for row in found.rows] == [(), ids[:1], ids[1:], ids]
    assert [one.system for one in found.added] == list(ids)
    assert len(set(found.names.values())) == 2


def test_a_wave_that_reaches_none_of_its_places_is_refused() -> None:
    wave = {"threat": "hwasong-6-minimum-energy", "targets": ["busan"], "count": 2,
            "launch_points": ["hwangju"]}  # fmt: skip
    given = scenario.changed(scenario.load("korea-layers"), {
        "raid.waves": [wave], "assets.2.latitude_deg": 30.0})  # fmt: skip
    with pytest.raises(ScenarioError, match=r"raid\.waves\[0\]\.targets is \['busan'\]"):
        campaign.prepare(given)


def test_pairs_that_cannot_be_flown_are_passed_over_and_named() -> None:
    wave = {"threat": "hwasong-6-minimum-energy", "targets": ["busan", "seoul"], "count": 3}
    found = changed({"raid.waves": [wave], "assets.2.latitude_deg": 30.0})
    assert {found.paths[int(row)].asset_id for row in found.raids[0].path} == {"seoul"}
    assert any("to busan" in pair for pair in found.passed_over)


def test_a_ripple_is_launched_in_steps(prepared: Prepared) -> None:
    launch_s = prepared.raids[0].launch_s[prepared.wave_of == 1]
    assert np.allclose(launch_s, 30.0 + 10.0 * np.arange(8))


@pytest.mark.parametrize("end_deg", [179.0, 179.6])
def test_a_raid_across_the_date_line_is_fought(end_deg: float) -> None:
    """The raid of the mainland moved east as a whole, so that it flies over 180 degrees."""
    base = scenario.load("korea-layers").as_mapping()
    shift = end_deg - 127.0

    def moved(part: Any) -> Any:
        if isinstance(part, dict):
            out = {key: moved(value) for key, value in part.items()}
            if "longitude_deg" in part:
                out["longitude_deg"] = (part["longitude_deg"] + shift + 180.0) % 360.0 - 180.0
            return out
        return [moved(item) for item in part] if isinstance(part, list) else part

    here = campaign.prepare(scenario.build(base))
    there = campaign.prepare(scenario.build(moved(base)))
    spread = [a.longitude_deg for a in there.scenario.assets]
    assert min(spread) < 0.0 < max(spread)
    # The Earth is the same all the way round. An aim is solved to 10 m at the impact, and the least
    # energy is flat in the steepness, so that windows of tens of seconds differ by up to 2 s.
    assert there.opportunities[0].entry_count == pytest.approx(
        here.opportunities[0].entry_count, abs=3
    )
    assert leakers(there) == pytest.approx(leakers(here), abs=0.3)
    ends = [m.path.longitude_deg[-1] for m in questions.timeline(there).missiles]
    assert np.isfinite(ends).all()


def test_a_run_with_a_raid_keeps_answers_timeline_and_trials(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Coarse siting: what is kept is asked here, not how fine it is.
    monkeypatch.setattr(places, "SPACING_M", 100e3)
    monkeypatch.setattr(places, "SITE_SPACING_M", 200e3)
    small = scenario.changed(
        scenario.load("korea-layers"),
        {"grid.spacing_km": 100.0, "raid.half_width": 0.0, "raid.trials_max": 200},
    )
    first = archive.make_run(small, str(tmp_path / "one"))
    assert first.battle is not None
    assert first.timeline is not None
    assert set(first.battle.as_json()) == {
        "leakage", "empty", "adds", "warning", "itself", "launchers", "stand", "lost", "gap", "worth", "batteries",
        "space",
    }  # fmt: skip
    columns = first.trial_columns()
    assert columns["trial"].size == 200
    assert schema_problems(first) == {}
    assert columns["leakers"].mean() == pytest.approx(first.battle.leakage.leakers.mean)
    events = first.timeline.events
    assert [e.time_s for e in events] == sorted(e.time_s for e in events)
    assert len(first.timeline.missiles) == 24
    second = archive.make_run(small, str(tmp_path / "two"))
    for name in (archive.BATTLE, archive.TIMELINE, archive.TRIALS):
        assert (first.path / name).read_bytes() == (second.path / name).read_bytes(), name
    assert json.loads((first.path / archive.MANIFEST).read_text())["sha256"][archive.TRIALS]
