"""The Korean of notes and names: it is there for every text that the page shows, and says the same numbers."""

import hashlib
import re
from importlib.resources import files
from typing import Any

import pytest

from shieldmap import scenario as scenarios, words
from shieldmap.answers.described import described, texts_of

SCENARIOS = tuple(scenarios.names("defence"))
ROW = re.compile(r"^# (.+)\n(text-[0-9a-f]{10}) = (.+)$", re.MULTILINE)
SOURCE = (files("shieldmap") / "data/words/ko/studies.ftl").read_text(encoding="utf-8")
ROWS = ROW.findall(SOURCE)
KOREAN = {english: korean for english, _, korean in ROWS}


def numbers(text: str) -> set[str]:
    """Every number written with digits; a million is a hundred times ten thousand in Korean."""
    ranges = re.sub(r"([\d.]+) to ([\d.]+) million", r"\1 million to \2 million", text)
    out = set()
    for number, million in re.findall(r"(\d[\d,]*(?:\.\d+)?)( million)?", ranges):
        plain = float(number.replace(",", ""))
        out.add(f"{round(plain * 100):,}만" if million else number.rstrip(","))
    return out


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_text_of_a_study_has_its_korean(name: str) -> None:
    told: dict[str, Any] = described(name)
    missing = set(texts_of(told)) - set(told["korean"])
    assert not missing
    assert told["title_ko"] == KOREAN[told["title"]]


def told_by_the_report(name: str) -> set[str]:
    """The texts of a stability study that stand in sentences, heads and legends of its report."""
    study = scenarios.load_study(name)
    assert isinstance(study, scenarios.StabilityScenario)
    texts = [study.title, study.left_out, study.view.least_elevations]
    texts += [radar.name for radar in study.radars]
    texts += [statement.word for statement in study.statements]
    for group in study.groups:
        texts += [group.name, group.short, group.intro, group.note]
    if study.task is not None:
        texts += [study.task.name, study.task.adjective]
        texts += [study.task.other_way.where] if study.task.other_way else []
    return set(filter(None, texts))


@pytest.mark.parametrize("name", scenarios.names("stability"))
def test_every_text_that_a_report_takes_from_its_study_has_its_korean(name: str) -> None:
    with words.using("ko"):
        assert not [text for text in told_by_the_report(name) if words.said(text) == text]


def told_at_its_head(name: str) -> set[str]:
    """The question of a study, and the candidate sites that its report compares."""
    study = scenarios.load_study(name)
    return {study.summary} | {site.name for site in getattr(study, "candidate_sites", ())}


@pytest.mark.parametrize("name", scenarios.names())
def test_the_question_of_a_study_and_its_sites_have_their_korean(name: str) -> None:
    with words.using("ko"):
        assert not [text for text in told_at_its_head(name) if words.said(text) == text]


def test_no_korean_stands_for_a_text_that_is_gone() -> None:
    """English that was changed leaves its Korean behind: it must be brought after it."""
    used = {text for name in SCENARIOS for text in texts_of(described(name))}
    used |= {scenarios.load_study(name).title for name in scenarios.names()}
    used |= {text for name in scenarios.names() for text in told_at_its_head(name)}
    used |= {text for name in scenarios.names("stability") for text in told_by_the_report(name)}
    assert set(KOREAN) <= used


def test_each_id_is_made_of_the_english_above_it() -> None:
    assert len(ROWS) == len(set(re.findall(r"^text-\w+", SOURCE, re.MULTILINE))) > 100
    for english, message, _ in ROWS:
        assert message == f"text-{hashlib.sha256(english.encode()).hexdigest()[:10]}"


def test_the_korean_says_the_same_numbers() -> None:
    for english, korean in KOREAN.items():
        for number in numbers(english):
            assert number in korean, (number, english, korean)
        assert re.search("[가-힣]", korean), korean
