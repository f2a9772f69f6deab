"""The report in Korean: nothing but names, sources and the study's own texts stays English."""

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest

from shieldmap import claims, geodata, words
from shieldmap.archive import Run
from shieldmap.report import page, templates, validation
from tests.test_report import Page, figure, run, section, words_of

__all__ = ["run"]

HANGUL = re.compile("[가-힣]")
SENTENCE = re.compile(r"(?:[A-Za-z][A-Za-z'’-]*[,;:]? ){4}[A-Za-z]+")
ENGLISH = {"note", "title", "summary", "source", "known", "people_source", "refusals"}
"""What a study, a source or a comparison says in its own words."""


def own_texts(node: Any, key: str = "") -> Iterator[str]:
    """The texts of a run's files that stand on the page in their own language."""
    if isinstance(node, dict):
        for name, part in node.items():
            yield from own_texts(part, name if name != "notes" else "note")
    elif isinstance(node, list | tuple):
        for part in node:
            yield from own_texts(part, key)
    elif isinstance(node, str) and key in ENGLISH:
        yield re.sub(r"\s+", " ", node)


@pytest.fixture(scope="module")
def text(run: Run) -> str:
    with words.using("ko"):
        return page.render(run)


def test_no_english_sentence_is_left(run: Run, text: str) -> None:
    drawn = re.findall(r"<text[^>]*>([^<]*)</text>", text)
    sources = text[text.index('<dl class="bib columns">') : text.index("</dl>")]
    plain = re.sub(r"<(style|svg).*?</\1>", "", text.replace(sources, ""), flags=re.DOTALL)
    said = words_of(plain)
    records = [run.footprint, run.catalogue, validation.read_validation()]
    files = [*(record.as_json() for record in records), {"note": geodata.attribution()}]
    # Statements are quoted in the language of their source.
    files += [claim.as_json() for claim in claims.known_claims()]
    quoted = [claim.quotation.text for claim in claims.known_claims() if claim.quotation]
    files += [{"note": text} for text in quoted]
    for own in sorted({own for file in files for own in own_texts(file)}, key=len, reverse=True):
        said = said.replace(own, "")
    assert [found.group() for part in (said, *drawn) for found in SENTENCE.finditer(part)] == []
    labels = re.findall(r'(?:aria-label|title)="([^"]*)"', text)
    assert [label for label in labels if not HANGUL.search(label)] == []


def test_the_page_is_whole_and_in_korean(run: Run, text: str) -> None:
    assert Page(text).problems == []
    assert '<html lang="ko">' in text
    assert "사정권 인구의" in section(text, "answer")
    assert "화성-7 (노동)" in text
    assert "{" not in words_of(re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL))
    with words.using("ko"):
        assert page.render(run) == text


def test_figures_name_their_axes_in_korean(text: str) -> None:
    titles = 0
    for body in re.findall(r'<svg class="drawn"[^>]*role="img".*?</svg>', text, re.DOTALL):
        axes = re.findall(r'<text[^>]*font-size="8.5px"[^>]*middle"[^>]*>([^<]*)<', body)
        assert [axis for axis in axes if not HANGUL.search(axis)] == []
        titles += len(axes)
    assert titles > 15
    assert "요격미사일 발사 가능" in figure(text, "교전 단계의 순서")


def test_values_that_stand_in_a_message_are_escaped() -> None:
    told = templates.marked_up("report_position_of", place="<b>&")
    assert html.unescape(told) == "position of <b>&"
    assert "<b>" not in told


def test_the_comparisons_are_told_in_korean() -> None:
    with words.using("ko"):
        text = validation.render(validation.read_validation())
    assert "검증: 계산값과 공개된 값" in text
    assert "허용 오차 밖:" in text
