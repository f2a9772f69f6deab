"""The first questions: one sentence, one number with its band, bars, and why."""

import re

import numpy as np
import pytest

from shieldmap import campaign, footprint, questions, scenario as scenarios
from shieldmap.answers import page
from shieldmap.answers.quoted import QUESTIONS, first_questions, quoted
from shieldmap.answers.session import full_pairs
from shieldmap.results import Quoted
from shieldmap.scenario import ScenarioError

SMALL = page.State(spacing_km=50.0, launch_points=("hwangju",))


@pytest.fixture(scope="module")
def session() -> page.Session:
    return page.Session()


@pytest.fixture(scope="module")
def told(session: page.Session) -> dict[str, Quoted]:
    return {name: quoted(session, SMALL, name) for name in QUESTIONS}


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_the_number_stands_in_both_sentences_with_its_band(
    name: str, told: dict[str, Quoted]
) -> None:
    one = told[name]
    assert one.question == name
    assert one.number.value is not None
    assert one.number.low is not None
    assert one.number.high is not None
    assert one.number.low <= one.number.value <= one.number.high
    written = {
        "missiles": f"{one.number.value:.0f}",
        "share": f"{100 * one.number.value:.0f}",
        "m2": f"{float(f'{one.number.value / 1e6:.3g}'):,.0f}",
    }[one.number.unit]
    for sentence in (one.sentence.en, one.sentence.ko):
        assert written in re.findall(r"[\d,]+", sentence), (written, sentence)
    assert re.search("[가-힣]", one.sentence.ko)
    assert not re.search("[가-힣]", one.sentence.en)


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_bars_lie_on_their_scale_and_one_is_as_it_is_now(
    name: str, told: dict[str, Quoted]
) -> None:
    one = told[name]
    for bar in one.bars:
        assert 0.0 <= bar.value <= one.most
        assert bar.low is None or bar.low <= bar.value <= (bar.high or 0.0)
    if name in ("launchers", "site", "layers"):
        assert sum(bar.is_now for bar in one.bars) == 1


def test_the_bars_of_a_raid_sum_to_its_missiles(told: dict[str, Quoted]) -> None:
    """Means of the draws; what is less than 0.005 of a missile is left out of at most 20 bars."""
    one = told["raid"]
    assert sum(bar.value for bar in one.bars) == pytest.approx(one.most, abs=0.1)


def test_a_part_that_leaves_lets_no_fewer_through(told: dict[str, Quoted]) -> None:
    """A law of the raid: the same draws and trials, and fewer interceptors or no radar."""
    now, *changed = told["launchers"].bars
    assert now.is_now
    for bar in changed:
        assert bar.value >= now.value
    fewer, half, _ = changed
    assert half.value >= fewer.value


def test_a_layer_less_lets_no_fewer_through(told: dict[str, Quoted]) -> None:
    now, *others = told["layers"].bars
    assert all(bar.value >= now.value for bar in others)


def test_the_raid_of_the_page_is_that_of_the_command(session: page.Session) -> None:
    """``ask lost`` and the page fight the same draws, to the last digit."""
    korea = scenarios.load("korea")
    lost = questions.losses(campaign.prepare(korea))
    mine = session.raid_drawn(korea)
    assert mine.draws == lost.draws
    for row, found in zip(lost.rows, mine.lost.values(), strict=True):
        assert row.drawn == found


def test_the_state_of_a_bar_is_what_it_says(session: page.Session, told: dict[str, Quoted]) -> None:
    """Opening 'two launchers leave' shows a study with two launchers fewer."""
    bar = told["launchers"].bars[1]
    made = page.scenario_of(page.from_url(f"?{bar.query}"))
    before = page.scenario_of(SMALL).defence.battery.launchers.value
    assert made.defence.battery.launchers.value == before - 2


def test_full_pairs_count_whole_missiles() -> None:
    korea = scenarios.load("korea")  # shoot-look-shoot: two shots a missile
    assert [full_pairs(korea, n) for n in (0, 1, 2, 47, 48)] == [0, 0, 1, 23, 24]


def test_a_study_without_layers_names_one_that_has_them() -> None:
    rows = {row.question: row.instead for row in first_questions(scenarios.load("korea-2015"))}
    assert rows["town"] is None
    assert {name for name, instead in rows.items() if instead} <= {
        "layers",
        "site",
        "raid",
        "launchers",
    }
    for instead in filter(None, rows.values()):
        assert scenarios.load(instead).ground == scenarios.load("korea-2015").ground


def test_what_cannot_be_asked_is_refused_in_a_sentence(session: page.Session) -> None:
    with pytest.raises(ScenarioError, match="expected one of launchers, site, raid, radar, layers"):
        quoted(session, SMALL, "weather")
    with pytest.raises(ScenarioError, match="has no radar"):
        quoted(session, SMALL.model_copy(update={"radar_present": False}), "radar")


# --- one honest number ------------------------------------------------------------------------


def test_the_headline_over_all_draws_is_that_of_a_run(session: page.Session) -> None:
    """The page's joint draws against those of ``draw_together`` as a run makes it.

    A run's fine grid takes more draws: the two differ by the sampling of that correction alone,
    at most two points of a hundred.
    """
    area = session.area(SMALL, draws=campaign.SAMPLES)
    this = campaign.study(page.scenario_of(SMALL))
    narrowed = this._replace(cases=tuple(c for c in this.cases if c.threat_id == area.sums.threat))
    where = footprint.places(page.scenario_of(SMALL))
    prints = footprint.defended_area(narrowed, where)
    spread = footprint.draw_together(narrowed)
    all_ = footprint.join_draws(narrowed, where, prints, spread)
    wanted = footprint.joint.sampled(all_, list(range(len(narrowed.cases)))).share_of_people
    found = area.sums.totals.sampled
    assert found is not None
    assert found.samples == campaign.SAMPLES
    for mine, its in zip(found.share_of_people, wanted, strict=True):
        assert mine[1] == pytest.approx(its[1], abs=0.02)


def test_the_verdict_of_a_town_is_that_of_its_own_draws(session: page.Session) -> None:
    """Daegu as the town's answer and as the panel tell it."""
    town = page.defended(session, SMALL, 35.87, 128.59, "Daegu", "대구")
    why = page.why(session, SMALL, 35.87, 128.59)
    own = next(row for row in town.rows if row.threat == why.threat)
    assert own.status == "threatened"
    assert (own.verdict, own.draws, own.share_of_samples) == (
        why.verdict,
        why.draws,
        why.share_of_samples,
    )
    assert own.draws == campaign.SAMPLES


def test_a_place_outside_the_ground_is_told_as_such(session: page.Session) -> None:
    assert page.why(session, SMALL, 35.87, 128.59).is_on_ground
    assert not page.why(session, SMALL, 43.0, 126.0).is_on_ground  # Jilin


def test_few_threads_are_given_back() -> None:
    import numba

    before = numba.get_num_threads()
    with campaign.threads(1):
        assert numba.get_num_threads() == 1
    assert numba.get_num_threads() == before


def test_drawn_raids_are_quantiles_of_their_draws() -> None:
    """Against NumPy's own quantiles of the leakers of every draw."""
    prepared = campaign.prepare(scenarios.load("korea"))
    from shieldmap.deciding.raids import MissilesThrough
    from shieldmap.questions import drawn

    through = MissilesThrough(prepared)
    found = through.drawn(drawn._raid_points(through.axes))
    told = questions.fight_drawn(prepared, [{}]).leakers[0]
    assert (told.p05, told.p50, told.p95) == pytest.approx(
        tuple(np.quantile(found, (0.05, 0.5, 0.95)))
    )
