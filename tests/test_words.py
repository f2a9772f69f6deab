"""Messages in English and Korean: none is missing, none is broken, none differs in its values."""

import ast
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from shieldmap import geodata, words
from shieldmap.terms import LANGUAGES, Language

PARTS = sorted(
    p.name.removesuffix(".ftl") for p in (files("shieldmap") / "data/words/en").iterdir()
)

PARTICLES = json.loads(
    Path(__file__).with_name("vectors").joinpath("particles.json").read_text("utf-8")
)


def _messages(language: Language, part: str) -> dict[str, set[str]]:
    """Message -> the values that it names, by Fluent's own parser."""
    from fluent.syntax import FluentParser, ast as fluent

    path = files("shieldmap") / "data/words" / language / f"{part}.ftl"
    parsed = FluentParser().parse(path.read_text("utf-8"))
    broken = [one.content for one in parsed.body if isinstance(one, fluent.Junk)]
    assert not broken, broken[0]
    rows = [one for one in parsed.body if isinstance(one, fluent.Message)]
    ids = [row.id.name for row in rows]
    assert len(ids) == len(set(ids)), sorted({i for i in ids if ids.count(i) > 1})
    text = path.read_text("utf-8")
    named = {row.id.name: text[row.span.start : row.span.end] for row in rows if row.span}
    return {name: set(re.findall(r"\$(\w+)", found)) for name, found in named.items()}


@pytest.mark.parametrize("part", PARTS)
def test_both_languages_hold_the_same_messages(part: str) -> None:
    english, korean = (_messages(language, part) for language in LANGUAGES)
    assert english.keys() == korean.keys()
    # Korean may leave out a number that only chose the English plural, and no more.
    more = {name: korean[name] - english[name] for name in english if korean[name] - english[name]}
    assert not more


def test_only_the_texts_of_studies_have_no_english_file() -> None:
    """Their English stands in the scenarios and the catalogue; ``test_live_korean`` holds them to it."""
    korean = {p.name.removesuffix(".ftl") for p in (files("shieldmap") / "data/words/ko").iterdir()}
    assert korean - set(PARTS) == {"studies"}
    assert _messages("ko", "studies")


def test_no_message_stands_in_two_files() -> None:
    found = [name for part in PARTS for name in _messages("en", part)]
    assert sorted(found) == sorted(set(found))


@pytest.mark.parametrize("vector", PARTICLES, ids=lambda v: f"{v['word']}-{v['forms']}")
def test_particles_follow_the_last_sound(vector: dict[str, Any]) -> None:
    """Authority: the rules of the National Institute of Korean Language for particles."""
    assert words.with_particle(vector["word"], vector["forms"]) == vector["is"]


def test_a_message_names_what_it_lacks() -> None:
    with pytest.raises(ValueError, match="span_to"):
        words.t("span_to", low="1")
    with pytest.raises(KeyError):
        words.t("no_such_message")


SOURCE = Path(__file__).parents[1] / "src" / "shieldmap"
WRITTEN = [
    path.read_text(encoding="utf-8")
    for kind in ("*.py", "data/report/*.j2", "data/web/js/*.js", "data/web/index.html")
    for path in SOURCE.rglob(kind)
]


def test_every_message_that_is_asked_for_is_there() -> None:
    asked = {
        name
        for text in WRITTEN
        for name in re.findall(r'\b(?:t|english)\(\s*"([\w-]+)"(?!\s*~)', text)
    }
    assert asked - set(words.message_ids("en")) == set()
    assert len(asked) > 500


def test_every_message_is_asked_for() -> None:
    """By its name, or by a name that is put together and begins so."""
    named = {name for text in WRITTEN for name in re.findall(r"[\"'`]([a-zA-Z][\w-]*)[\"'`]", text)}
    begun = {
        start
        for text in WRITTEN
        for start in re.findall(r"[\"'`]([a-zA-Z][\w-]{2,})(?:\$?\{|[\"'`]\s*[~+])", text)
    }
    ended = {end for text in WRITTEN for end in re.findall(r"\}(_[\w-]+)`", text)}
    # `named("launch", id)` asks for launch_..., and records are found by their English.
    begun |= {f"{start}_" for text in WRITTEN for start in re.findall(r'named\(\s*"(\w+)",', text)}
    begun |= {"said_", "doing_", "questions_", "text-"}
    # Put together of two names: choices and places of the page, values of the catalogue.
    begun |= {"colour_", "battery_", "radar_", "field_", "part_"}
    terms_own = {line.partition(" =")[0] for line in words.source("en").splitlines()}
    unasked = [
        name
        for name in set(words.message_ids("en")) - named - terms_own
        if not name.startswith(tuple(begun)) and not name.endswith(tuple(ended))
    ]
    assert not unasked, sorted(unasked)


def test_countries_and_the_doubts_about_their_people_are_said_in_korean() -> None:
    """Every country of the map pack, and what is said of several at once."""
    pack = geodata.countries()
    with words.using("en"):
        assert {code: words.t(f"country_{code}") for code in pack} == pack
    with words.using("ko"):
        assert [name for name in pack.values() if words.said(name) == name] == []
        assert words.said("Iran, Iraq and Oman") == "이란, 이라크, 오만"
        doubts = [doubt for doubt in map(geodata.people_doubt, pack) if doubt]
        assert [one for one in doubts if words.said(one) == one] == []
        both = words.said("\n".join(doubts[:2])).split("\n")
        assert both == [words.said(one) for one in doubts[:2]]


def test_a_name_inside_a_sentence_has_no_capital_article() -> None:
    assert words.inline("An Aegis destroyer") == "an Aegis destroyer"
    assert words.inline("Andersen Air Force Base") == "Andersen Air Force Base"


def test_every_head_of_a_table_has_its_word() -> None:
    """A column is named where the table is made: a name without a word would end the command."""
    asked: dict[str, str] = {}
    for path in sorted(Path(words.__file__).parent.joinpath("cli").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("new_table"):
                heads = [one.value for one in node.args if isinstance(one, ast.Constant)]
                asked |= {f"cli_head_{str(head).removeprefix('>')}": path.name for head in heads}
    assert len(asked) > 50
    known = _messages("en", "terminal")
    assert {name: where for name, where in asked.items() if name not in known} == {}
