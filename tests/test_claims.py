"""Public statements as tests: the files, the rule from bands to verdicts, and answers that stay.

The answers of small studies stand in ``tests/golden/claims.json``: coarser grids, fewer missiles and
moved launchers than those of ``data/claims/recorded.json``, so that they are computed in a minute.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from design import record_claims, write_claims

from shieldmap import answers, archive, claims, scenario, words
from shieldmap.answers import claimed
from shieldmap.answers.comparison import RunMaker
from shieldmap.answers.places import InputError
from shieldmap.claims import ClaimError, Evidence, files, judging, telling
from shieldmap.results import FootprintSummary
from shieldmap.results.claims import MOST_WORDS, PublicClaim
from shieldmap.scenario import AnyScenario
from shieldmap.terms import FAILS_TO, HOLDS_FROM
from tests.records import whole

SUMS = whole(FootprintSummary)
HOW = "say why it has changed: python design/record_claims.py --record 'WHY'"


# --- small studies ---

EVERY_THREAT = {
    "hwasong-6-minimum-energy",
    "hwasong-7-minimum-energy",
    "hwasong-7-lofted-250",
}
"""What stands in for every threat of a small study: those of the raid of Korea."""

AREAS = ["tonghua", "luoyang", "xinyang", "jilantai", "tatishchevo", "uzhur"]
CITIES = ["los-angeles", "seattle"]
FOUGHT = "korea"
"""The study whose raid and whose sums several claims ask together."""

COARSE = {
    "grid.spacing_km": 100.0,
    "towns": {"country": "KOR", "minimum_population": 5_000_000},
}


def small_evidence(claim: PublicClaim, known: dict[str, Evidence]) -> Evidence:
    """The records of the small study of a claim, and of that which it is compared with."""
    studies = [small(claim)]
    if claim.compared_with:
        changes = {"changes": claim.compared_with, "compared_with": {}}
        studies.append(small(claim.model_copy(update=changes)))
    key = "+".join(map(archive.run_hash, studies))
    if key not in known:
        known[key] = claimed.study_evidence(studies[0], compared=(*studies, None)[1])
    return known[key]


def small(claim: PublicClaim) -> AnyScenario:
    """The study of a claim made small: what is asked stays in it, the rest is coarse or left out."""
    given = scenario.load_study(claim.study)
    if not isinstance(given, scenario.Scenario):
        raw = given.as_mapping()
        launches = {**raw["launches"], "moved_km": [200], "directions": 2, "apogee_ratios": [1.25]}
        view = {**raw["view"], "turn_step_deg": 90}
        small_ones = {"launches": launches, "view": view, "launch_areas": AREAS, "cities": CITIES}
        return scenario.build_study({**raw, **small_ones})
    if claim.is_of_changed_study or given.name != FOUGHT:
        own = claimed.changed_study(given, claim)
        if own is given:
            return given
        rows = [
            {**row, "launch_points": row["launch_points"][:1]}
            for row in fewer_threats(claim, own.as_mapping()["threats"])
        ]
        return scenario.changed(own, {**COARSE, "threats": rows})
    mine = [one for one in claims.study_claims(given.name) if not one.is_of_changed_study]
    asked = {t for one in mine for c in one.conditions for t in c.threat}
    kept = (asked - {claims.EVERY}) | EVERY_THREAT
    rows = [r for r in given.as_mapping()["threats"] if claimed.threat_id(r) in kept]
    return scenario.changed(given, {**COARSE, "threats": rows})


def fewer_threats(claim: PublicClaim, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where every threat is asked from each of its launch points: some threats, from two each."""
    asked = {name for one in claim.conditions for name in one.threat}
    if claims.EVERY not in asked or not any(one.launch_point for one in claim.conditions):
        return rows
    kept: list[dict[str, Any]] = []
    for name in sorted(EVERY_THREAT):
        parts = [row for row in rows if row["id"].startswith(claims.from_one(name, ""))]
        kept += [parts[0], *parts[1:][-1:]]
    return kept


def small_outcomes() -> dict[str, Any]:
    """The outcome of every claim on its small study, a study computed once."""
    known: dict[str, Evidence] = {}
    out = {}
    for claim in claims.known_claims():
        if not claim.study:
            continue
        outcome = claims.judge(claim, small_evidence(claim, known))
        out[claim.id] = record_claims.short(outcome).as_json()
    return out


@pytest.fixture(scope="module")
def answered() -> dict[str, Any]:
    return small_outcomes()


def golden() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(record_claims.GOLDEN.read_text(encoding="utf-8"))
    return found


NAMES = [claim.id for claim in claims.known_claims() if claim.study]


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_stays_until_somebody_says_why(name: str, answered: dict[str, Any]) -> None:
    assert_stays(name, golden()[name], json.loads(json.dumps(answered[name])))


def assert_stays(name: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    """An outcome is the one before, to the digits that a reader sees."""
    assert before["verdict"] == after["verdict"], f"{name}: {HOW}"
    assert [verdicts(check) for check in before["checks"]] == [
        verdicts(check) for check in after["checks"]
    ], f"{name}: {HOW}"
    for here, there in zip(numbers(before), numbers(after), strict=True):
        # Three digits are kept; other processors and compilers move shares of 512 draws by one or two.
        assert there == pytest.approx(here, rel=0.02, abs=0.01), f"{name}: {HOW}"


def verdicts(check: dict[str, Any]) -> list[str]:
    return [f"{point['name']['en']}: {point['met']}" for point in check["points"]]


def numbers(outcome: dict[str, Any]) -> list[float]:
    points = [point for check in outcome["checks"] for point in check["points"]]
    found = [point[end] for point in points for end in ("low", "value", "high")]
    return [one for one in found if one is not None]


def with_another_verdict(outcome: dict[str, Any]) -> None:
    outcome["verdict"] = "consistent"


def with_a_number_moved(outcome: dict[str, Any]) -> None:
    outcome["checks"][0]["points"][0]["high"] *= 1.1


def with_a_point_turned(outcome: dict[str, Any]) -> None:
    outcome["checks"][0]["points"][0]["met"] = "open"


@pytest.mark.parametrize(
    "move",
    [with_another_verdict, with_a_number_moved, with_a_point_turned],
    ids=lambda f: f.__name__,
)
def test_a_moved_answer_is_noticed(move: Callable[[dict[str, Any]], None]) -> None:
    """The test of the test: what the guard compares is moved, and it is refused."""
    name = "wang-2017-radius"
    moved = golden()[name]
    assert_stays(name, golden()[name], moved)
    move(moved)
    with pytest.raises(AssertionError, match=name):
        assert_stays(name, golden()[name], moved)


# --- the files ---


def test_every_claim_that_can_be_computed_is_recorded_with_a_reason() -> None:
    recorded = claims.recorded_outcomes()
    assert set(recorded) == {claim.id for claim in claims.known_claims()}
    for claim in claims.known_claims():
        row = recorded[claim.id]
        assert row.reason
        assert (row.outcome.verdict == "not-computable") is not claim.study
        assert bool(row.run) is bool(claim.study)
    assert set(golden()) == set(NAMES)


def test_the_recorded_verdicts_follow_from_the_recorded_numbers() -> None:
    """Of every point with limits: its whole band inside, none of it, or open; of a yes or no its share."""
    checked = judged_places = 0
    for row in claims.recorded_outcomes().values():
        for check in row.outcome.checks:
            for point in check.points:
                assert point.low is not None
                assert point.high is not None
                if check.is_true is not None:
                    holds, fails = point.low >= HOLDS_FROM, point.high <= FAILS_TO
                    assert point.met == met_of(holds, fails, is_wanted=check.is_true), row.id
                    judged_places += 1
                    continue
                least = check.at_least if check.at_least is not None else -1e99
                most = check.at_most if check.at_most is not None else 1e99
                inside = least <= point.low and point.high <= most
                outside = point.high < least or point.low > most
                assert point.met == ("yes" if inside else "no" if outside else "open"), row.id
                checked += 1
    assert checked > 50
    assert judged_places > 50


def met_of(holds: bool, fails: bool, *, is_wanted: bool) -> str:
    if not holds and not fails:
        return "open"
    return "yes" if holds == is_wanted else "no"


def test_statements_of_both_sides_are_tested_alike() -> None:
    """What one side denies and the other says is one test: the same quantities, the limits turned."""
    said = {claim.id: claim for claim in claims.known_claims()}
    for denies, says in CONTRARIES:
        one, other = said[denies], said[says]
        assert one.study == other.study
        assert (one.needs, other.needs) == ("all", "any")
        assert len(one.conditions) == len(other.conditions) > 1
        for denied, claimed_ in zip(one.conditions, other.conditions, strict=True):
            assert claims.QUANTITIES[denied.quantity].unit == "count"
            assert denied.at_least is None
            assert claimed_.at_most is None
            assert denied.at_most is not None
            # Of counts: no more than n, and at least one more.
            assert claimed_.at_least == denied.at_most + 1.0
            same = {"at_least": None, "at_most": None}
            assert denied.model_copy(update=same) == claimed_.model_copy(update=same)


CONTRARIES = (
    ("rose-2015-stability", "qiu-2016-balance"),
    ("rose-2015-stability", "xi-2017-strategic-interests"),
)
"""Who denies, and who says so."""


@pytest.mark.parametrize("pair", CONTRARIES)
def test_contrary_claims_have_contrary_answers_that_depend_on_the_same(
    pair: tuple[str, str],
) -> None:
    denied, said = (claims.recorded_outcomes()[name].outcome for name in pair)
    turned = {
        "consistent": "not-consistent",
        "not-consistent": "consistent",
        "depends": "depends",
    }
    assert said.verdict == turned[denied.verdict]
    assert said.depends_on == denied.depends_on
    for one, other in zip(denied.checks, said.checks, strict=True):
        assert [point.hangs_on for point in one.points] == [
            point.hangs_on for point in other.points
        ]


def test_every_government_is_tested_alike_on_the_balance() -> None:
    """The radar is asked for flights that it alone sees, of both countries unless one names its own."""
    said = {claim.id: claim for claim in claims.known_claims()}
    for name in BALANCE:
        reached, seen = said[name].conditions
        assert (reached.quantity, reached.at_least) == ("flights-reached", 1.0)
        own = name == "lavrov-2017-strategic-forces"
        assert seen.quantity == ("flights-of-country-only-added" if own else "flights-only-added")
        assert seen.country == (("RUS",) if own else ())
        assert seen.at_least == 1.0
        assert said[name].needs == "any"


BALANCE = (
    "qiu-2016-balance",
    "xi-2017-strategic-interests",
    "antonov-2016-balance",
    "gatilov-2017-balance",
    "lavrov-2016-real-threat",
    "lavrov-2017-strategic-forces",
)
"""Statements of China and Russia that the balance or their security changes."""


def test_both_languages_stand_in_every_claim() -> None:
    for claim in claims.known_claims():
        for text in (claim.speaker, claim.statement, claim.reading):
            assert not any("가" <= letter <= "힣" for letter in text.en), claim.id
            assert any("가" <= letter <= "힣" for letter in text.ko), claim.id


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_page_is_what_the_files_say(language: Any) -> None:
    """Made again with ``python design/write_claims.py``."""
    page = write_claims.PAGES[language]
    assert page.path.read_text(encoding="utf-8") == write_claims.text(language)
    other = write_claims.PAGES["ko" if language == "en" else "en"]
    assert f"]({other.path.name})" in page.head


def test_the_page_keeps_what_is_for_the_record_alone() -> None:
    """Readers see the day on which an outcome was recorded; why it changed stays in the file."""
    reasons = {row.reason for row in claims.recorded_outcomes().values()}
    pages = write_claims.text("en") + write_claims.text("ko")
    assert reasons
    assert not [reason for reason in reasons if reason in pages]


def test_a_test_that_was_never_computed_is_not_called_not_computable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A new file with conditions has no outcome yet; one without conditions never will."""
    monkeypatch.setattr(judging, "recorded_outcomes", dict)
    rows = [claims.kept_answer(claim) for claim in claims.known_claims()]
    found = {row.claim.id: row.outcome.verdict for row in rows}
    assert found["wang-2017-radius"] == "not-computed"
    assert found["guo-2026-unchanged"] == "not-computable"
    told = {}
    for language in write_claims.PAGES:
        with words.using(language):
            told[language] = telling.claim_told(rows[0]).word, telling.counts(rows)
    assert told["en"][0] == "not computed yet"
    assert told["en"][1].endswith("not computed yet.")
    assert "아직 계산 안 함" in told["ko"][0]
    assert "아직 계산 안 함" in told["ko"][1]


BROKEN = {
    'id = "a"': ('id = "b"', "expected the name of the file"),
    'quantity = "leakers"': ('quantity = "luck"', "quantity is 'luck': expected one of"),
    "at_most = 0.0": ("# nothing", "expected at_least, at_most or is_true"),
    "missiles = [1]": ("# none", "leakers has no 'missiles'"),
    'text = "Short."': (f'text = "{"word " * (MOST_WORDS + 1)}"', "expected at most 25"),
    'said_on = "2015-11-30"': ('said_on = "30 November"', "expected a date such as"),
    'side = "press"': ('side = "them"', "side"),
    'study = "korea"': ("# no study", "a study and conditions come together"),
    'confidence = "high"': ('confidence = "sure"', "confidence"),
    "# end": ('open = ["place"]', "open names 'place': expected lists"),
    "schema = 1": ("schema = 2", "schema"),
}
SOUND = """schema = 1
id = "a"
side = "press"
speaker = { en = "A", ko = "가" }
said_on = "2015-11-30"
statement = { en = "It works.", ko = "된다." }
reading = { en = "Read so.", ko = "이렇게 읽는다." }
study = "korea"

[quotation]
text = "Short."
language = "en"
words_of = "source"

[[sources]]
title = "A page"
url = "https://example.org/a"
confidence = "high"

[[conditions]]
quantity = "leakers"
missiles = [1]
at_most = 0.0
# end
"""


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert files.read_claim(path).conditions[0].missiles == (1,)


@pytest.mark.parametrize("line", BROKEN)
def test_a_mistake_is_one_sentence(line: str, tmp_path: Path) -> None:
    put, told = BROKEN[line]
    assert line in SOUND
    path = tmp_path / "a.toml"
    path.write_text(SOUND.replace(line, put), encoding="utf-8")
    with pytest.raises(ClaimError) as caught:
        files.read_claim(path)
    assert told in str(caught.value)
    assert str(caught.value).startswith("a.toml")
    assert "\n" not in str(caught.value)


# --- the verb and the words ---


def test_without_a_run_everything_is_as_recorded() -> None:
    told = answers.claims()
    assert len(told.claims) == len(claims.known_claims())
    assert told.run is None
    assert all(row.recorded for row in told.claims)
    assert told.as_json()["claims"]


def test_a_study_without_statements_and_a_wrong_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not a statement"):
        answers.claims(claim="nobody-said-this")
    with pytest.raises(InputError, match="not a finished run"):
        answers.claims(str(tmp_path))


class NeverRuns(RunMaker):
    """A maker of runs that must not be asked for one."""

    def run(self, given: AnyScenario, name: str | None = None) -> archive.Run:
        raise AssertionError(f"{given.name} was to be run")


@pytest.mark.parametrize(
    ("study", "claim", "told"),
    [
        ("gulf-2026", None, "no statement asks the study gulf-2026"),
        ("timing", None, "no statement asks the study timing"),
        ("korea", "gabuev-2017-minor", "not asked of the study korea: expected china-russia"),
        ("korea", "guo-2026-unchanged", "no study answers it"),
    ],
)
def test_nothing_is_computed_for_a_study_that_answers_nothing(
    study: str, claim: str | None, told: str
) -> None:
    """The study and the statement are looked at before anything runs, which takes minutes."""
    with pytest.raises(InputError, match=told):
        answers.claims(study, claim=claim, maker=NeverRuns())


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_answer_has_words(language: Any) -> None:
    with words.using(language):
        for row in answers.claims().claims:
            told = telling.claim_told(row)
            assert told.word
            assert told.side
            assert "{" not in " ".join([told.word, *told.computed])
            assert len(told.computed) == len(row.outcome.checks)


def test_what_a_study_lacks_is_said_and_not_guessed() -> None:
    """A cross section that the study has not, a place that is no asset, a study of the other kind."""
    korea = claimed.study_evidence(scenario.load("korea"))
    read = claims.QUANTITIES["flights-reached"].read
    with pytest.raises(LookupError, match="a defence watches no flights"):
        # Nothing is flown for this: the kind of the study is known before.
        read(Evidence("korea", korea._records._replace(summary=lambda: SUMS)), {})
    defended = claims.QUANTITIES["defended"].read
    with pytest.raises(LookupError, match="no place 'atlantis'"):
        defended(
            Evidence("korea", korea._records._replace(summary=lambda: SUMS)),
            {"place": "atlantis", "threat": "nothing"},
        )
