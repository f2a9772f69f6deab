"""What would show from outside that a limit on a radar is kept: the form of the file, its sources."""

import re
import tomllib
from typing import Any

import pytest

from shieldmap import catalog, scenario
from shieldmap.catalog.sources import DATA
from shieldmap.terms import ASSUMPTIONS

TABLES = ["place", "boresight", "elevation_min", "elevation_max", "scan_max", "tilt", "mode"]
TEXT = (DATA / "outside.toml").read_text(encoding="utf-8")
OUTSIDE: dict[str, Any] = tomllib.loads(TEXT)
STATEMENTS = [
    pytest.param(statement, id=f"{name}-{at}")
    for name, table in OUTSIDE.items()
    for at, statement in enumerate(table["statements"])
]
CITED = [one["source"] for table in OUTSIDE.values() for one in table["statements"]]


def test_the_tables_are_those_of_a_promise_on_a_radar() -> None:
    assert list(OUTSIDE) == TABLES
    # Place and mode are no numbers of a study; all others are varied under the name of the terms.
    assert set(TABLES) - {"place", "mode"} <= set(ASSUMPTIONS)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_two_to_five_statements_or_says_that_nothing_was_found(name: str) -> None:
    assert set(OUTSIDE[name]) == {"statements"}
    statements = OUTSIDE[name]["statements"]
    sources = [one["source"] for one in statements]
    if "" in sources:
        assert len(statements) == 1
        assert statements[0]["shows"] == "no"
        assert statements[0]["text"]["en"].startswith("No public source was found")
    else:
        assert 2 <= len(statements) <= 5
        assert len(set(sources)) == len(sources)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_statement_is_whole_in_both_languages(statement: dict[str, Any]) -> None:
    assert set(statement) == {"shows", "text", "source"}
    assert statement["shows"] in {"yes", "partly", "no"}
    assert set(statement["text"]) == {"en", "ko"}
    for text in statement["text"].values():
        assert text == text.strip()
        assert text.endswith(".")
    assert re.search("[가-힣]", statement["text"]["ko"])
    assert not re.search("[가-힣]", statement["text"]["en"])


@pytest.mark.parametrize("statement", STATEMENTS)
def test_both_languages_give_the_same_numbers(statement: dict[str, Any]) -> None:
    english, korean = (_numbers(statement["text"][language]) for language in ("en", "ko"))
    assert english <= korean  # months are words in English alone


def _numbers(text: str) -> set[str]:
    """The numbers of a text without commas of thousands."""
    return set(re.findall(r"\d+(?:\.\d+)?", text.replace(",", "")))


def test_every_source_is_in_a_bibliography() -> None:
    known = scenario.bibliography()
    assert [key for key in CITED if key and key not in known] == []
    assert {known[key].confidence for key in CITED if key} <= {"high", "medium"}


def test_no_key_is_named_without_being_cited() -> None:
    # A key in a comment or a text would count as used for the check of the catalogue.
    words = set(re.findall(r"[a-z0-9][a-z0-9-]*", TEXT))
    assert words & set(scenario.bibliography()) == {key for key in CITED if key}
    problems = catalog.check(catalog.mentioned_keys())
    assert [problem for problem in problems if "nothing uses" in problem] == []
