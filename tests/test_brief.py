"""The brief: two pages that can be cited, from a study or from any state of it."""

import base64
import hashlib
import io
import json
import re
from pathlib import Path

import pytest

from shieldmap import words
from shieldmap.answers import InputError, page
from shieldmap.answers.briefs import brief_of, state_named
from shieldmap.report import brief as pages, faces, printing
from shieldmap.report.faces import FACE, faces_for
from shieldmap.results import Brief
from shieldmap.scenario import ScenarioError
from shieldmap.terms import LANGUAGES
from tests.browser.conftest import chromium_path

TIMING = page.State(scenario="timing")
MOVED = TIMING.model_copy(update={"battery": (36.5, 127.9), "radar": (36.5, 127.9), "launchers": 4})
_PAGE = re.compile(rb"/Type\s*/Page[^s]")


@pytest.fixture(scope="module")
def session() -> page.Session:
    return page.Session()


@pytest.fixture(scope="module")
def told(session: page.Session) -> Brief:
    return brief_of(session, TIMING)


@pytest.fixture(scope="module")
def moved(session: page.Session) -> Brief:
    return brief_of(session, MOVED)


def text_of(brief: Brief, language: str) -> str:
    with words.using(language):  # type: ignore[arg-type]
        return pages.html(brief)


def plain(text: str) -> str:
    bare = re.sub(r"<style>.*?</style>|<svg.*?</svg>", " ", text, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", bare).replace("&#39;", "'").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_holds_what_a_reader_cites(told: Brief, language: str) -> None:
    text = text_of(told, language)
    assert f'<html lang="{language}">' in text
    lead = re.search(r'<ul class="lead">(.*?)</ul>', text, re.DOTALL)
    assert lead is not None
    assert 1 <= lead[1].count("<li>") <= 3
    limits = re.search(r'<ol class="limits">(.*?)</ol>', text, re.DOTALL)
    assert limits is not None
    assert limits[1].count("<li>") == 5
    assert told.told.run_hash in plain(text)
    assert told.told.computed in plain(text)
    share = told.area.totals.sampled
    assert share is not None
    assert f"{100 * (share.share_of_people.p50 or 0.0):.0f}" in plain(text)


def test_the_limits_say_what_is_left_out(told: Brief) -> None:
    assert "Drones, cruise missiles, rockets" in plain(text_of(told, "en"))
    assert "무인기, 순항미사일, 방사포" in plain(text_of(told, "ko"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citation_has_at_most_25_words(told: Brief, moved: Brief, language: str) -> None:
    for brief in (told, moved):
        found = re.search(
            r'<div class="cite"><b>.*?</b>(.*?)</div>', text_of(brief, language), re.DOTALL
        )
        assert found is not None
        assert len(found[1].split()) <= 25


def test_a_brief_is_one_file_without_scripts_or_addresses(told: Brief) -> None:
    text = text_of(told, "ko")
    assert "<script" not in text
    assert "<link" not in text
    # A figure names its own parts by "#".
    assert not re.search(r"(?:src|href)=[\"'](?!data:|#)", text)
    assert not re.search(r"url\((?!data:)", text.replace("url(#", "data:"))


def test_what_was_changed_is_named(told: Brief, moved: Brief) -> None:
    """A battery that was moved is not called by its old place."""
    text = plain(text_of(moved, "en"))
    assert "Changed from the study:" in text
    assert "Launchers" in text
    assert "36.50" in text
    lead = text_of(moved, "en").partition('<ul class="lead">')[2].partition("</ul>")[0]
    assert "Set by hand" in lead
    assert "Changed from the study:" not in plain(text_of(told, "en"))
    assert told.told.run_hash != moved.told.run_hash


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_face_inside_holds_every_letter(told: Brief, language: str) -> None:
    """Read with fontTools, as a browser would: a letter that is missing falls back to another face."""
    from fontTools.ttLib import TTFont

    text = text_of(told, language)
    found = re.findall(r"font-family: \"([^\"]+)\".*?base64,([A-Za-z0-9+/=]+)", text)
    assert [name for name, _ in found] == [FACE, FACE]
    wanted = {ord(letter) for letter in plain(text) if letter.isalnum()}
    for _, data in found:
        font = TTFont(io.BytesIO(base64.b64decode(data)))
        assert wanted <= font.getBestCmap().keys()


def test_the_faces_are_those_of_their_package() -> None:
    folder = Path(faces.__file__).parent.parent / "data" / "faces"
    known = json.loads((folder / "SOURCES.json").read_text())
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.name != "SOURCES.json"
    }
    assert found == known["files"]
    assert known["licence"] == "OFL-1.1"


def test_a_face_grows_with_its_letters() -> None:
    assert len(faces_for("대구")) < len(faces_for("대구는 방어됩니다 abcdefgh"))


@pytest.mark.skipif(chromium_path() is None, reason="no Chromium on the path")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_prints_on_two_pages(moved: Brief, language: str) -> None:
    """Printed as ``--pdf`` does; a page of a PDF has an object of the type Page [ISO 32000-1, 7.7.3.3]."""
    program = printing.browser()
    assert program is not None
    made = printing.printed(program, text_of(moved, language).encode())
    assert made.startswith(b"%PDF")
    assert len(_PAGE.findall(made)) == 2


def test_no_browser_is_found_where_none_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(printing, "_ELSEWHERE", ())
    assert printing.browser() is None


def test_a_study_is_named_by_name_or_address() -> None:
    assert state_named("korea") == page.State()
    assert state_named("?scenario=korea&launchers=4") == page.State(launchers=4)
    with pytest.raises(InputError, match="stability study"):
        state_named("china-russia")
    with pytest.raises(ScenarioError):
        state_named("?scenario=korea&launchers=many")
