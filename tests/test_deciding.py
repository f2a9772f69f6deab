"""Which number decides: indices against closed forms, break-even values, and what disclosure settles."""

import math
from collections.abc import Mapping

import numpy as np
import pytest

from shieldmap import answers, campaign, deciding, scenario, terms
from shieldmap.campaign import Numbers, Progress
from shieldmap.deciding import disclosure, indices, numbers
from shieldmap.deciding.indices import Coordinate
from shieldmap.deciding.numbers import Settable
from shieldmap.deciding.places import MISSILE, PeopleDefended, Verdicts
from shieldmap.model import Floats

THREE = [Coordinate(name, (axis,)) for axis, name in enumerate("abc")]


def ishigami(u: Floats) -> Floats:
    x = (u - 0.5) * 2.0 * math.pi
    return (
        np.sin(x[..., 0]) + 7.0 * np.sin(x[..., 1]) ** 2 + 0.1 * x[..., 2] ** 4 * np.sin(x[..., 0])
    )


# --- indices ---------------------------------------------------------------------


def test_ishigami_and_homma_s_function_has_its_known_indices() -> None:
    """Closed form with a = 7, b = 0.1: 0.3139, 0.4424, 0 alone and 0.5576, 0.4424, 0.2437 in all."""
    found = indices.indices(ishigami(indices.saltelli(3, THREE, 1024)))
    # Scrambled Sobol points of 1024 are good to some 0.01 here.
    assert [one.value for one in found.first] == pytest.approx([0.3139, 0.4424, 0.0], abs=0.012)
    assert [one.value for one in found.total] == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.012)
    for one, exact in zip(
        (*found.first, *found.total), (0.3139, 0.4424, 0.0, 0.5576, 0.4424, 0.2437), strict=True
    ):
        assert one.low <= exact <= one.high


def test_an_interval_that_is_wide_is_not_resolved() -> None:
    few = indices.indices(ishigami(indices.saltelli(3, THREE, 64))).total[0]
    many = indices.indices(ishigami(indices.saltelli(3, THREE, 16384))).total[0]
    assert not few.is_resolved
    assert many.is_resolved
    assert many.high - many.low <= indices.RESOLVED


def test_a_group_of_two_takes_both_of_their_shares() -> None:
    """Of a sum of three even numbers, each makes a third: a group of two makes two thirds."""
    known = [Coordinate("pair", (0, 1)), Coordinate("last", (2,))]
    found = indices.indices(indices.saltelli(3, known, 1024).sum(axis=-1))
    assert [one.value for one in found.total] == pytest.approx([2 / 3, 1 / 3], abs=0.01)


def test_the_same_draws_give_the_same_interval() -> None:
    values = ishigami(indices.saltelli(3, THREE, 128))
    one, other = indices.indices(values), indices.indices(values)
    assert (one.first, one.total) == (other.first, other.total)


def test_nothing_decides_what_never_changes() -> None:
    found = indices.indices(np.full((5, 64), 0.25))
    assert {one.value for one in (*found.first, *found.total)} == {0.0}


# --- one number at a time --------------------------------------------------------


class Line:
    """A headline of which the answer is known: 0.2 + 0.5 a - 0.1 b, whatever c is."""

    axes = 3

    def coordinates(self) -> list[Coordinate]:
        return THREE

    def settable(self) -> Mapping[str, Settable]:
        return {"a": Settable(0.5, 0.0, 1.0, -1.0, 3.0), "b": Settable(0.5, 0.0, 1.0, 0.0, 1.0)}

    def drawn(self, u: Floats, progress: Progress | None = None) -> Floats:
        return np.asarray(0.2 + 0.5 * u[:, 0] - 0.1 * u[:, 1])

    def at_values(self, changed: Numbers) -> Floats:
        width = next(iter(changed.values())).size
        a, b = (changed.get(name, np.full(width, 0.5)) for name in "ab")
        return np.asarray(0.2 + 0.5 * a - 0.1 * b)

    def other_ends(self, name: str) -> tuple[float, float]:
        assert name == "c"
        return 0.4, 0.4


def test_a_line_breaks_even_where_it_crosses_the_level() -> None:
    """0.2 + 0.5 a - 0.05 = 0.5 at a = 0.7; no b from 0 to 1 brings it there."""
    found = numbers.break_evens(Line(), 0.5)
    # 25 steps of 4, then three times an eighth: 3e-4.
    assert found == pytest.approx({"a": 0.7}, abs=1e-3)


def test_indices_ends_and_value_of_a_line() -> None:
    """Variances are 0.25 and 0.01 of a twelfth: 25/26 and 1/26 of the spread."""
    decided = numbers.decide(Line(), 0.5, 256)
    by_name = {one.name: one for one in decided.numbers}
    assert [one.name for one in decided.numbers] == ["a", "b", "c"]
    assert by_name["a"].total.value == pytest.approx(25 / 26, abs=0.01)
    assert by_name["b"].first.value == pytest.approx(1 / 26, abs=0.01)
    assert by_name["c"].total.value == 0.0
    assert (by_name["a"].at_low, by_name["a"].at_high) == pytest.approx((0.15, 0.65))
    assert decided.value == pytest.approx(0.4)
    # What the first look finds to make nothing is not followed.
    assert decided.evaluations == 64 * 5 + 256 * 4


# --- disclosure ------------------------------------------------------------------


def test_a_number_that_alone_decides_settles_all_it_decides() -> None:
    """Half of the people hang on the first number alone, the others on a coin: it settles half."""
    rng = np.random.default_rng(1)
    points = rng.random((2, 2048))
    safe = np.stack([points[0] > 0.5, rng.random(2048) > 0.5])
    verdicts = Verdicts(np.ones_like(safe), safe)
    people = np.array([30.0, 70.0])
    mine, blind = disclosure.settled_by(verdicts, people, points)
    assert mine.people == pytest.approx(30.0, abs=1e-9)
    assert blind.people == 0.0
    assert disclosure.settled_now(verdicts, people) == (0.0, 100.0)


def test_a_verdict_that_holds_already_is_settled_by_nobody() -> None:
    safe = np.ones((1, 512), np.bool_)
    verdicts = Verdicts(np.ones_like(safe), safe)
    points = np.random.default_rng(2).random((1, 512))
    assert disclosure.settled_now(verdicts, np.array([5.0])) == (5.0, 5.0)
    assert disclosure.settled_by(verdicts, np.array([5.0]), points)[0].people == 0.0


# --- a study ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def small() -> PeopleDefended:
    given = scenario.load("timing")
    this = campaign.study(given, variants=campaign.ENDS_ONLY)
    threat = deciding.threat_asked(given, this.cases)
    assert threat is not None
    return PeopleDefended(this, threat.id)


def test_the_draws_are_those_of_the_study(small: PeopleDefended) -> None:
    """Points of a study's own draws, with its own missiles, give its own verdicts."""
    from shieldmap.footprint import CELL
    from shieldmap.footprint.spread import SETS, draw_together

    this = small.threat.this
    spread = draw_together(this)
    rows = [k for k, case in enumerate(this.cases) if case in small.threat.cases]
    cells = spread.where.kind == CELL
    missile = (np.arange(campaign.SAMPLES) % SETS + 0.5) / SETS
    u = np.column_stack([campaign.points(), missile])
    verdicts = small.threat.drawn(u)
    flown = spread.is_flown[rows][:, cells]
    mine = (spread.is_defended[rows][:, cells] | ~flown).all(axis=0) & flown.any(axis=0)
    np.testing.assert_array_equal(verdicts.safe, mine)
    np.testing.assert_array_equal(verdicts.threatened, flown.any(axis=0))


def test_all_that_is_unknown_of_a_missile_is_one_group(small: PeopleDefended) -> None:
    names = [one.name for one in small.coordinates()]
    assert MISSILE in names
    of_missile = {name for name, term in terms.ASSUMPTIONS.items() if term.group == "threat"}
    assert not of_missile & set(names)
    # Nothing of a missile, its path or its launch point can be set, and so none breaks even.
    assert not any(
        terms.ASSUMPTIONS[name].where.startswith("missile.") for name in small.settable()
    )
    assert not {MISSILE, "launch_point"} & set(small.settable())


def test_an_answer_says_what_decides_and_what_is_not_resolved() -> None:
    answer = answers.ask("decides", "timing", draws=32)
    told = answer.as_json()
    totals = [row["total"]["value"] for row in told["numbers"]]  # type: ignore[index]
    assert totals == sorted(totals, reverse=True)
    for row in told["numbers"]:  # type: ignore[attr-defined]
        for index in (row["first_order"], row["total"]):
            assert index["is_resolved"] == (index["high"] - index["low"] <= 0.1)
    names = {row["number"] for row in told["disclosed"]}  # type: ignore[attr-defined]
    assert names <= {name for name, term in terms.ASSUMPTIONS.items() if term.is_unpublished}
    assert "draws" in told["sentence_en"]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"draws": 100}, "expected a power of two"),
        ({"draws": 16}, "expected a power of two"),
        ({"level": 1.0}, "between 0 and 1"),
        ({"threat": "hwasong-99"}, "expected one of"),
    ],
)
def test_a_wrong_wish_is_one_sentence(wish: dict[str, object], words: str) -> None:
    with pytest.raises(answers.InputError, match=words):
        answers.ask("decides", "timing", **wish)  # type: ignore[arg-type]


def test_other_questions_take_no_level() -> None:
    with pytest.raises(answers.InputError, match="asks about no level"):
        answers.ask("itself", "timing", level=0.5)
