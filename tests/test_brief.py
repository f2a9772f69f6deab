"""The brief: two pages that can be cited, from a study or from any state of it."""

import base64
import hashlib
import io
import json
import re
from pathlib import Path

import pytest

from shieldmap import scenario, words
from shieldmap.answers import briefs, page
from shieldmap.answers.briefs import brief_of, stability_brief
from shieldmap.report import brief as pages, faces, printing
from shieldmap.report.faces import FACE, faces_for
from shieldmap.results import Brief, StabilityBrief
from shieldmap.scenario import ScenarioError, StabilityScenario
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


@pytest.mark.parametrize(
    ("study", "state"),
    [
        ("korea", page.State()),
        ("?scenario=korea&launchers=4", page.State(launchers=4)),
    ],
)
def test_a_study_is_named_by_name_or_address(
    study: str, state: page.State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(briefs, "brief_of", lambda _session, asked, _say: asked)
    assert briefs.brief(study) == state


def test_an_address_that_cannot_be_is_refused() -> None:
    with pytest.raises(ScenarioError):
        briefs.brief("?scenario=korea&launchers=many")


@pytest.fixture(scope="module")
def watched() -> StabilityBrief:
    """Two launch areas and one city of ``china-russia``, and the trade with ``korea``."""
    raw = scenario.load_study("china-russia").as_mapping()
    changed = {
        "name": "small",
        "launch_areas": ["luoyang", "tatishchevo"],
        "cities": ["los-angeles"],
        "launches": {**raw["launches"], "moved_km": [200], "directions": 4},
        "view": {**raw["view"], "turn_step_deg": 20},
    }
    small = scenario.build_study({**raw, **changed})
    assert isinstance(small, StabilityScenario)
    return stability_brief(small)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_of_a_stability_study_tells_both_sides(
    watched: StabilityBrief, language: str
) -> None:
    """The flights seen, the table of every launch area, the trade with the study whose radar it is, and limits."""
    with words.using(language):  # type: ignore[arg-type]
        text = pages.html(watched)
    assert watched.trade is not None
    assert watched.trade.defence == "korea"
    # What is in range of its missile is counted, there and here.
    flown = next(
        row.flown for row in watched.stability.totals if not row.country and row.limit == "given"
    )
    assert watched.trade.flights == flown
    assert text.count('<tr><th scope="row">') == 2
    assert text.count("<figure>") == 2
    body = plain(text)
    told = watched.trade.sentence_en if language == "en" else watched.trade.sentence_ko
    assert " ".join(told.replace("\u00a0", " ").split()) in body.replace("\u00a0", " ")
    assert watched.run_hash[:12] in body
    assert len(re.findall("<li>", text.partition('<ol class="limits">')[2])) == 5


@pytest.mark.skipif(chromium_path() is None, reason="no Chromium on the path")
def test_it_prints_on_two_pages_too(watched: StabilityBrief) -> None:
    program = printing.browser()
    assert program is not None
    assert len(_PAGE.findall(printing.printed(program, pages.html(watched).encode()))) == 2
