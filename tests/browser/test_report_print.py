"""The report in a real Chromium: how many pages it prints, and that no table is cut."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from shieldmap import words
from shieldmap.archive import Run
from shieldmap.report import page as report_page
from shieldmap.terms import LANGUAGES, Language
from tests.test_report import run

__all__ = ["run"]

MOST_PAGES = 20
A4_BETWEEN_MARGINS_PX = round((210 - 2 * 12) / 25.4 * 96)
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")

CUT = """() => [...document.querySelectorAll(".scroll")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.getAttribute("aria-label") || one.closest("section").id)"""
BEYOND = """() => [...document.querySelectorAll("table, svg.drawn")]
  .filter((one) => !one.closest(".scroll") || matchMedia("print").matches)
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 80))"""
OPEN = """() => document.querySelectorAll("details").forEach((one) => { one.open = true; })"""


@pytest.fixture(scope="module", params=LANGUAGES)
def shown(
    request: pytest.FixtureRequest,
    chromium: Any,
    run: Run,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Any]:
    """The report of a small study in one of the languages, open in the browser."""
    language: Language = request.param
    with words.using(language):
        text = report_page.render(run)
    path = tmp_path_factory.mktemp("print") / f"report-{language}.html"
    path.write_text(text, encoding="utf-8")
    tab = chromium.new_page()
    tab.goto(path.as_uri())
    yield tab
    tab.close()


def printed(tab: Any) -> bytes:
    return bytes(tab.pdf(prefer_css_page_size=True, print_background=True))


def test_the_annex_prints_on_few_pages_with_their_numbers(shown: Any, tmp_path: Path) -> None:
    shown.emulate_media(media="print")
    found = printed(shown)
    pages = len(PAGE.findall(found))
    assert 5 < pages <= MOST_PAGES
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext to read the numbers of the pages with")
    path = tmp_path / "report.pdf"
    path.write_bytes(found)
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout
    sheets = text.decode("utf-8").split("\f")[:pages]
    for number, sheet in enumerate(sheets, 1):
        assert re.search(rf"\b{number} / {pages}\b", sheet)
        # Words enough for a page that is not mostly blank, the last one aside.
        assert len(sheet) > 400 or number == pages


def test_no_table_or_figure_is_wider_than_its_sheet(shown: Any) -> None:
    shown.set_viewport_size({"width": A4_BETWEEN_MARGINS_PX, "height": 1000})
    shown.emulate_media(media="print")
    assert shown.evaluate(BEYOND) == []


def test_no_table_is_cut_on_a_small_desktop(shown: Any) -> None:
    shown.emulate_media(media="screen")
    shown.set_viewport_size({"width": 1100, "height": 800})
    shown.evaluate(OPEN)
    assert shown.evaluate(CUT) == []
    assert shown.evaluate(BEYOND) == []


def test_nothing_but_tables_that_scroll_is_wider_than_a_phone(shown: Any) -> None:
    shown.emulate_media(media="screen")
    shown.set_viewport_size({"width": 390, "height": 844})
    shown.evaluate(OPEN)
    assert shown.evaluate("document.documentElement.scrollWidth") <= 390
    assert shown.evaluate(BEYOND) == []


def test_a_link_of_the_contents_opens_what_is_folded(shown: Any) -> None:
    shown.emulate_media(media="screen")
    shown.set_viewport_size({"width": 1100, "height": 800})
    shown.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = false; })")
    shown.click('#contents a[href="#sources-open"]')
    assert shown.evaluate("document.querySelector('#sources details').open")
    assert not shown.evaluate("document.querySelector('#trust details').open")
