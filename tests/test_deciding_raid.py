"""Which number decides how many missiles of a raid come through."""

import numpy as np
import pytest

from shieldmap import answers, battle, campaign, deciding, scenario
from shieldmap.campaign import Prepared
from shieldmap.campaign.fields import field_read, kill_probability, launchers_at
from shieldmap.campaign.raids import MAIN, WAVES, at_end
from shieldmap.deciding.places import MISSILE, SETTLING
from shieldmap.deciding.raids import TRIALS, UNITS, MissilesThrough, PartWay
from shieldmap.model import Floats
from shieldmap.terms import End
from tests.test_raids import layered, small


@pytest.fixture(scope="module")
def raid() -> Prepared:
    return campaign.prepare(small())


@pytest.fixture(scope="module")
def through(raid: Prepared) -> MissilesThrough:
    return MissilesThrough(raid)


def middle(headline: MissilesThrough, count: int = 1) -> Floats:
    return np.full((count, headline.axes), 0.5)


# --- where a number is read --------------------------------------------------------------


def test_a_count_is_drawn_in_steps_that_are_as_wide_as_each_other() -> None:
    shares = (np.arange(300) + 0.5) / 300
    found = [PartWay(share=float(u)).of(4, 2, 6) for u in shares]
    assert np.bincount(found).tolist() == [0, 0, 60, 60, 60, 60, 60]


def test_a_number_is_drawn_as_the_study_draws_it() -> None:
    """Evenly, or where its ends lie ten times apart evenly in the logarithm."""
    assert PartWay(share=0.25).of(1.0, 1.0, 5.0) == 2.0
    assert PartWay(share=0.5).of(1.0, 1.0, 100.0) == pytest.approx(10.0, rel=1e-12)


def test_a_turn_goes_from_the_value_to_either_end() -> None:
    found = [PartWay(turn=turn).of(8.0, 5.0, 9.0) for turn in (-1.0, -0.5, 0.0, 0.5, 1.0)]
    assert found == [5.0, 6.5, 8.0, 8.5, 9.0]
    assert [PartWay(turn=turn).of(4, 2, 6) for turn in (-1.0, 0.0, 1.0)] == [2, 4, 6]


def test_numbers_read_in_the_middle_move_in_all_batteries() -> None:
    """Half-way between its ends, each battery's own: a kill probability and a stock."""
    this = layered()
    for b in this.batteries:
        known = b.entry.kill_probability.single_shot
        if b.fire.record is None and b.fire.kill_probability is None:
            half = 0.5 * (known.low_si + known.high_si)
            assert kill_probability(b, PartWay(share=0.5)) == pytest.approx(half, rel=1e-12)
        ends = [
            sum(map(sum, launchers_at(b, end, campaign.Stock()))) for end in (End.BAD, End.GOOD)
        ]
        stock = sum(map(sum, launchers_at(b, PartWay(share=0.5), campaign.Stock())))
        assert ends[0] <= stock <= ends[1]


# --- the headline ------------------------------------------------------------------------


@pytest.mark.parametrize("end", [End.VALUE, End.BAD, End.GOOD])
def test_a_field_read_at_an_end_is_that_of_the_end(raid: Prepared, end: End) -> None:
    """Reading number by number is what the raid itself is made by: the same battle, bit for bit."""
    number = ["value", "bad", "good"].index(end)
    read = field_read(raid, at_end(end), raid.opportunities[number], raid.raids[number])
    made = campaign.make_field(raid, end)
    assert battle.fight(read, 64, 1).leakers.tolist() == battle.fight(made, 64, 1).leakers.tolist()


def test_at_its_values_the_headline_is_the_raid_itself(
    raid: Prepared, through: MissilesThrough
) -> None:
    """The track's times of a draw are interpolated, so that a launch or two may differ: 0.2 of 6."""
    given = raid.scenario.raid
    assert given is not None
    own = battle.fight(campaign.make_field(raid), TRIALS, given.seed).leakers.mean()
    found = through.at_values({campaign.TRACK: np.zeros(1)})
    assert found[0] == pytest.approx(own, abs=0.2)


def test_a_draw_is_the_same_whatever_is_drawn_with_it(through: MissilesThrough) -> None:
    u = np.random.default_rng(5).random((12, through.axes))
    together = through.drawn(u)
    assert [float(through.drawn(u[n : n + 1])[0]) for n in (0, 7)] == together[[0, 7]].tolist()
    # Something has to change, or the test says nothing.
    assert np.ptp(together) > 0.0


def test_a_better_shot_never_lets_more_through() -> None:
    """The trials are the same, so the law holds draw by draw and not in the mean alone."""
    doubted = {"value": 0.7, "low": 0.3, "high": 0.95, "source": "wilkening2000"}
    given = small({"defence.fire.record": None, "defence.fire.kill_probability": doubted})
    through = MissilesThrough(campaign.prepare(given))
    probability = np.linspace(0.3, 0.95, 10)
    found = through.at_values({"kill_probability": probability})
    assert (np.diff(found) <= 0.0).all()
    assert found[0] > found[-1]


def test_nothing_comes_through_where_nothing_can_and_all_where_no_place_is_reached() -> None:
    """A radar that is not there lets all six through, whatever is drawn."""
    blind = campaign.prepare(small({"defence.radar.present": False}))
    headline = MissilesThrough(blind)
    assert headline.drawn(middle(headline, 3)).tolist() == [6.0, 6.0, 6.0]
    assert headline.missiles == 6


def test_the_ends_of_a_group_lie_around_the_value(through: MissilesThrough) -> None:
    now = float(through.at_values({campaign.TRACK: np.zeros(1)})[0])
    low, high = through.other_ends(SETTLING)
    assert low <= now <= high
    least, most = through.other_ends(MISSILE)
    assert 0.0 <= least <= most <= through.missiles


def test_what_can_be_set_is_the_defence_s_and_its_words_exist(through: MissilesThrough) -> None:
    settable = through.settable()
    assert {"reach", "kill_probability", "simultaneous"} <= set(settable)
    # Nothing of the missile breaks even, as the project's line asks.
    assert not {"radar_cross_section", "payload", "apogee"} & set(settable)
    for name in (*settable, *UNITS):
        assert deciding.name_of_number(name)
        assert deciding.unit_of_number(name) is not None


def test_every_number_that_is_read_has_a_unit_and_a_word() -> None:
    """Those of a raid with decoys, reloads and failing radars: all that a raid can ask for."""
    wave = {"threat": "hwasong-7-minimum-energy", "launch_points": ["hwangju"],
            "targets": ["daegu"], "count": 2, "objects": 3,
            "discrimination": {"value": 0.5, "low": 0.2, "high": 0.8, "source": "wilkening2000"}}  # fmt: skip
    given = small({
        "raid.waves": [wave],
        "defence.fire.radar_failure": {"value": 0.1, "low": 0.0, "high": 0.2, "source": "wilkening2000"},
        "defence.fire.track_probability": {"value": 0.9, "low": 0.8, "high": 1.0, "source": "wilkening2000"},
        "defence.fire.reloads": {"value": 8, "low": 0, "high": 16},
    })  # fmt: skip
    headline = MissilesThrough(campaign.prepare(given))
    own = {one.name for one in headline.coordinates()} & set(UNITS)
    assert {"discrimination", "radar_failure", "track_probability", "reloads"} <= own
    assert {name for name, battery in headline._spans if battery in (MAIN, WAVES)} >= own


# --- asked -------------------------------------------------------------------------------


def test_the_answer_counts_missiles(raid: Prepared) -> None:
    found = deciding.deciding_raid(raid, draws=16)
    assert found.headline == "leakers"
    assert (found.most, found.level) == (6.0, 3.0)
    assert 0.0 <= found.drawn.p05 <= found.drawn.p50 <= found.drawn.p95 <= 6.0
    assert "6 missiles" in found.sentence_en
    assert "6발" in found.sentence_ko
    assert found.disclosed == ()


@pytest.mark.parametrize(
    ("study", "words", "told"),
    [
        ("korea", {"of": "tanks"}, "expected share or leakers"),
        ("timing", {"of": "leakers"}, "has no raid"),
        ("korea", {"of": "leakers", "place": "seoul"}, "asked about no place"),
        ("china-russia", {"of": "leakers"}, "asked about no of"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(
    study: str, words: dict[str, str], told: str
) -> None:
    with pytest.raises(answers.InputError, match=told):
        answers.ask("decides", study, **words)  # type: ignore[arg-type]
    assert scenario.load("timing").raid is None
