"""The Korean of notes and names: it is there for every text that the page shows, and says the same numbers."""

import re
from typing import Any

import pytest

from shieldmap.answers import described as describing
from shieldmap.answers.described import described, korean_words, texts_of

SCENARIOS = ("korea", "korea-2015", "korea-2026", "korea-layers", "timing")
# A sentence of the page itself, whose Korean stands among the page's own words.
OF_THE_PAGE = (describing.AREA_LIMITS,)


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
    missing = set(texts_of(told)) - set(told["korean"]) - set(OF_THE_PAGE)
    assert not missing


def test_no_korean_stands_for_a_text_that_is_gone() -> None:
    """English that was changed leaves its Korean behind: it must be brought after it."""
    used = {text for name in SCENARIOS for text in texts_of(described(name))}
    assert set(korean_words()) <= used


def test_the_korean_says_the_same_numbers() -> None:
    for english, korean in korean_words().items():
        for number in numbers(english):
            assert number in korean, (number, english, korean)
        assert re.search("[가-힣]", korean), korean
