"""From bands to verdicts: planted numbers, what is left open, launch points apart, and comparisons."""

from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest

from shieldmap import claims, scenario
from shieldmap.answers import claimed
from shieldmap.claims import Evidence, judging, quantities, telling
from shieldmap.claims.quantities import ClaimQuantity, Measure, Turning
from shieldmap.results import FootprintSummary
from shieldmap.results.claims import ClaimCondition, PublicClaim
from shieldmap.terms import HOLDS_FROM
from tests.records import whole

# --- from bands to verdicts ---


def judged(
    monkeypatch: pytest.MonkeyPatch,
    bands: dict[int, tuple[float, float]],
    needs: str = "all",
    **put: Any,
) -> tuple[str, list[str]]:
    """The verdict on planted bands, one for each size of a raid, and what it depends on."""

    def read(_evidence: Evidence, asked: dict[str, Any]) -> Measure:
        low, high = bands[asked["missiles"]]
        return Measure((low + high) / 2.0, low, high, lambda at: Turning("reach", at))

    planted = ClaimQuantity(("missiles",), "count", "draws", read)
    monkeypatch.setitem(claims.QUANTITIES, "leakers", planted)
    condition = {"quantity": "leakers", "missiles": tuple(bands), **put}
    given = claims.known_claims()[0]
    claim = given.model_copy(
        update={"conditions": (ClaimCondition(**condition),), "needs": needs, "study": "korea"}
    )
    outcome = claims.judge(claim, claimed.study_evidence(scenario.load("korea")))
    return outcome.verdict, [turn.number for turn in outcome.depends_on]


@pytest.mark.parametrize(
    ("bands", "put", "verdict", "turns"),
    [
        ({1: (2.0, 3.0)}, {"at_least": 1.0}, "consistent", []),
        ({1: (2.0, 3.0)}, {"at_least": 4.0}, "not-consistent", []),
        ({1: (2.0, 3.0)}, {"at_least": 2.5}, "depends", ["reach"]),
        ({1: (2.0, 3.0)}, {"at_least": 2.0, "at_most": 3.0}, "consistent", []),
        ({1: (2.0, 3.0)}, {"at_most": 2.5}, "depends", ["reach"]),
        ({1: (2.0, 3.0)}, {"at_most": 1.0}, "not-consistent", []),
        ({1: (2.0, 3.0), 2: (5.0, 6.0)}, {"at_least": 4.0}, "not-consistent", []),
        ({1: (2.0, 3.0), 2: (5.0, 6.0)}, {"at_least": 4.0, "over": "any"}, "consistent", []),
        (
            {1: (2.0, 3.0), 2: (5.0, 6.0)},
            {"at_least": 4.0, "open": ("missiles",)},
            "depends",
            ["missiles"],
        ),
        (
            {1: (5.0, 5.5), 2: (5.0, 6.0)},
            {"at_least": 4.0, "open": ("missiles",)},
            "consistent",
            [],
        ),
        ({1: (3.0, 5.5), 2: (5.0, 6.0)}, {"at_least": 4.0}, "depends", ["reach"]),
    ],
)
def test_the_verdict_follows_from_the_band(
    bands: dict[int, tuple[float, float]],
    put: dict[str, Any],
    verdict: str,
    turns: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert judged(monkeypatch, bands, **put) == (verdict, turns)


def test_what_is_denied_and_what_is_said_have_contrary_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for low, high in ((0.0, 0.0), (0.0, 3.0), (1.0, 2.0)):
        denied, _ = judged(monkeypatch, {1: (low, high)}, at_most=0.0)
        said, _ = judged(monkeypatch, {1: (low, high)}, at_least=1.0)
        contrary = {
            "consistent": "not-consistent",
            "not-consistent": "consistent",
            "depends": "depends",
        }
        assert said == contrary[denied]


def counted(**sums: float) -> dict[str, float]:
    return {"only_with_added": 0, "seen_all_CHN": 0, "seen_all_RUS": 0, **sums}


def watched(low: dict[str, float], middle: dict[str, float], high: dict[str, float]) -> Any:
    """What is read of a stability study with one cross section: its draws, and launchers moved alone."""
    moved = SimpleNamespace(name="launch points", low=(low,), high=(high,))
    ranges = SimpleNamespace(
        value=(middle,), p05=(low,), p50=(middle,), p95=(high,), variants=(moved,)
    )
    return SimpleNamespace(view=SimpleNamespace(cross_sections_m2=(1.0,)), ranges=ranges)


def test_what_turns_a_denial_turns_the_contrary(monkeypatch: pytest.MonkeyPatch) -> None:
    """No flight where none is denied, three with launchers moved: an upper limit of 0 turns at the first."""
    study = watched(counted(), counted(), counted(only_with_added=3))

    def read(_evidence: Evidence, _asked: dict[str, Any]) -> Measure:
        turn = lambda at: quantities._varied(study, "only_with_added", 0, at)  # noqa: E731
        return Measure(0.0, 0.0, 3.0, turn)

    planted = ClaimQuantity(("missiles",), "count", "draws", read)
    monkeypatch.setitem(claims.QUANTITIES, "leakers", planted)
    given = claims.known_claims()[0]
    found = []
    for limits in ({"at_most": 0.0}, {"at_least": 1.0}):
        condition = ClaimCondition(quantity="leakers", missiles=(1,), **limits)
        claim = given.model_copy(update={"conditions": (condition,), "needs": "all"})
        outcome = claims.judge(claim, claimed.study_evidence(scenario.load("korea")))
        found.append([turn.number for turn in outcome.depends_on])
    assert found == [["launch-points"], ["launch-points"]]


def test_flights_of_one_country_lie_between_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight to twelve are seen by it alone; of the 5 to 20 Chinese ones, with up to 3 Russian ones seen."""
    study = watched(
        counted(only_with_added=8, seen_all_CHN=9, seen_all_RUS=1),
        counted(only_with_added=10, seen_all_CHN=15, seen_all_RUS=2),
        counted(only_with_added=12, seen_all_CHN=20, seen_all_RUS=3),
    )
    monkeypatch.setattr(Evidence, "stability", study)
    evidence = claimed.study_evidence(scenario.load("korea"))
    read = claims.QUANTITIES["flights-of-country-only-added"].read
    chinese = read(evidence, {"country": "CHN", "cross_section_m2": 1.0})
    russian = read(evidence, {"country": "RUS", "cross_section_m2": 1.0})
    assert chinese is not None
    assert russian is not None
    # At least 8 - 3 of China, at most all 12; of Russia perhaps none, at most the 3 that are seen.
    assert (chinese.low, chinese.value, chinese.high) == (5.0, 10.0, 12.0)
    assert (russian.low, russian.value, russian.high) == (0.0, 2.0, 3.0)
    with pytest.raises(LookupError, match="no flights of 'PRK'"):
        read(evidence, {"country": "PRK", "cross_section_m2": 1.0})


# --- launch points apart, and comparisons ---


def test_a_threat_is_split_into_its_launch_points_where_a_test_asks_for_them() -> None:
    """Five threats from one point each; without launch points one threat from all five at once."""
    claim = next(one for one in claims.known_claims() if one.id == "jang-2016-daegu-pyeongtaek")
    given = scenario.load_study("korea")
    rows = claimed.changed_study(given, claim).as_mapping()["threats"]
    points = ["hwangju", "kittaeryong", "sukchon", "tonghae", "samjiyon"]
    assert [row["launch_points"] for row in rows] == [[point] for point in points]
    assert rows[0]["id"] == "hwasong-7-minimum-energy-from-hwangju"
    whole_ = claim.model_copy(
        update={
            "conditions": tuple(
                one.model_copy(update={"launch_point": (), "open": ()}) for one in claim.conditions
            )
        }
    )
    rows = claimed.changed_study(given, whole_).as_mapping()["threats"]
    assert [row["launch_points"] for row in rows] == [points]


NAMED = {"rok-2016-lofted-nodong"}
"""Statements on a place whose source says from where the missile starts: Hwangju."""


def test_what_a_statement_on_a_place_leaves_open_is_asked_of_every_side() -> None:
    """No side's statement on a place is judged by the worst launch point where it named none."""
    asked = [
        (claim.id, condition)
        for claim in claims.known_claims()
        for condition in claim.conditions
        if condition.quantity == "defended" and claim.id not in NAMED
    ]
    assert len(asked) > 5
    for name, condition in asked:
        assert condition.launch_point == (claims.EVERY,), name
        assert "launch_point" in condition.open, name


def evidence_of_places(**shares: float) -> Any:
    """A study with one place and a threat from each of some launch points, with its share of the draws."""
    name = "hwasong-7-minimum-energy"
    words_ = {True: "holds", False: "fails"}
    return whole(
        FootprintSummary,
        launch_points=[
            {"id": point, "name": point, "name_ko": "가"} for point in (*shares, "moon")
        ],
        threats=[
            {"id": claims.from_one(name, point), "missile": "hwasong-7", "class": "minimum-energy"}
            for point in shares
        ],
        assets=[
            {
                "id": "seoul",
                "by_threat": [
                    {
                        "threat": claims.from_one(name, point),
                        "share_of_samples": share,
                        "verdict": words_[share >= HOLDS_FROM],
                        "defended": share >= HOLDS_FROM,
                    }
                    for point, share in shares.items()
                ],
            }
        ],
    )


def places(other: Any = None, **shares: float) -> Evidence:
    """The records of such a study; ``other`` is the study that it is compared with."""
    records = claimed.study_evidence(scenario.load("korea"))._records
    sums = evidence_of_places(**shares)
    return Evidence("korea", records._replace(summary=lambda: sums), other)


def asked_of_seoul(**put: Any) -> PublicClaim:
    condition = ClaimCondition(
        quantity=put.pop("quantity", "defended"),
        place=("seoul",),
        threat=("hwasong-7-minimum-energy",),
        launch_point=("*",),
        **put,
    )
    given = claims.known_claims()[0]
    return given.model_copy(update={"conditions": (condition,), "needs": "all"})


def test_what_holds_from_one_launch_point_alone_depends_on_the_launch_point() -> None:
    """Left open it is not called wrong; fixed, the answer is that of all of them."""
    near_and_far = places(near=0.0, far=1.0)
    outcome = claims.judge(asked_of_seoul(is_true=True, open=("launch_point",)), near_and_far)
    assert outcome.verdict == "depends"
    assert [turn.number for turn in outcome.depends_on] == ["launch_point"]
    assert [point.name.en for point in outcome.checks[0].points] == ["from near", "from far"]
    assert claims.judge(asked_of_seoul(is_true=True), near_and_far).verdict == "not-consistent"
    # A denial is judged alike: from the far point the place is defended.
    denied = claims.judge(asked_of_seoul(is_true=False, open=("launch_point",)), near_and_far)
    assert denied.verdict == "depends"
    assert claims.judge(asked_of_seoul(is_true=True), places(near=1.0, far=1.0)).verdict == (
        "consistent"
    )


def test_a_launch_point_that_is_not_there_is_said() -> None:
    read, sums = claims.QUANTITIES["defended"].read, places(near=1.0)
    asked = {"place": "seoul", "threat": "hwasong-7-minimum-energy", "launch_point": "atlantis"}
    with pytest.raises(LookupError, match="no launch point 'atlantis'"):
        read(sums, asked)
    # One that is there, and from which this missile does not start, is left out.
    assert read(sums, {**asked, "launch_point": "moon"}) is None


@pytest.mark.parametrize(
    ("here", "there", "verdict"),
    [
        ({"near": 0.08, "far": 1.0}, {"near": 0.0, "far": 0.0}, "consistent"),
        ({"near": 0.08, "far": 0.0}, {"near": 0.0, "far": 0.5}, "not-consistent"),
        ({"near": 0.0, "far": 0.0}, {"near": 0.0, "far": 0.0}, "not-consistent"),
    ],
)
def test_better_is_a_comparison(
    here: dict[str, float], there: dict[str, float], verdict: str
) -> None:
    """Nowhere in fewer draws, and from one launch point in more; how many is not asked."""
    other = places(**there)
    least = asked_of_seoul(quantity="more-draws", at_least=0.0).conditions
    more = asked_of_seoul(quantity="more-draws", over="any", at_least=0.05).conditions
    claim = asked_of_seoul(is_true=True).model_copy(update={"conditions": (*least, *more)})
    assert claims.judge(claim, places(other, **here)).verdict == verdict


def test_a_comparison_without_a_study_to_compare_with_is_refused() -> None:
    claim = asked_of_seoul(quantity="more-draws", at_least=0.0)
    with pytest.raises(LookupError, match="nothing to compare it with"):
        claims.judge(claim, places(near=1.0))
    raw = claim.model_dump(by_alias=True) | {"study": "korea", "compared_with": {}}
    with pytest.raises(ValueError, match="come together"):
        PublicClaim.model_validate(raw)


def test_of_what_is_left_open_only_what_tells_answers_apart_is_named() -> None:
    """Answers differ along the launch point, and along the missile not."""
    condition = ClaimCondition(
        quantity="defended",
        threat=("a", "b"),
        launch_point=("near", "far"),
        open=("threat", "launch_point"),
        is_true=True,
    )
    answers_: dict[Any, Any] = {
        (m, p): "yes" if p == "far" else "no" for m, p in product("ab", ("near", "far"))
    }
    assert judging._telling(condition, answers_) == ("launch_point",)
    # Each missile from a launch point of its own: either may be what tells them apart.
    apart: dict[Any, Any] = {("a", "near"): "no", ("b", "far"): "yes"}
    assert judging._telling(condition, apart) == ("threat", "launch_point")
    assert judging._telling(condition, dict.fromkeys(answers_, "no")) == ()


@pytest.mark.parametrize(
    ("unit", "value", "told"),
    [("count", 0.0985, "0.1"), ("count", 76.9, "77"), ("count", 3.0, "3"), ("1", 2.67, "2.67")],
)
def test_a_mean_count_is_told_to_a_tenth(unit: str, value: float, told: str) -> None:
    """The mean of some hundred raids is not known to four digits."""
    check: Any = SimpleNamespace(quantity="leakers", unit=unit)
    assert telling._number_told(check, value) == told


@pytest.mark.parametrize(
    ("asked", "open_"),
    [(("low", "high"), "apogee"), (("low", "other"), "threat"), (("*",), "threat")],
)
def test_one_missile_on_paths_of_one_class_leaves_its_apogee_open(
    asked: tuple[str, ...], open_: str
) -> None:
    rows = [
        SimpleNamespace(id=name, missile=missile, class_="lofted")
        for name, missile in (("low", "hwasong-7"), ("high", "hwasong-7"), ("other", "hwasong-10"))
    ]
    evidence: Any = SimpleNamespace(defence=SimpleNamespace(threats=rows))
    condition = ClaimCondition(quantity="defended", threat=asked, open=("threat",), is_true=True)
    assert judging._left_open(condition, "threat", evidence) == open_
