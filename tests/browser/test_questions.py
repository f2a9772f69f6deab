"""The first questions as a reader meets them: one press each, in both languages, on a phone too."""

from typing import Any

import pytest

from tests.browser.conftest import Watched

QUICK = "spacing_km=50&launch_points=hwangju"
QUESTIONS = ("launchers", "site", "raid", "radar", "layers")


def text_of(page: Any, selector: str) -> str:
    return " ".join(page.text_content(selector).split())


@pytest.mark.parametrize("language", ["en", "ko"])
def test_one_press_answers_each_question(desktop: Watched, language: str) -> None:
    page = desktop.open(f"?{QUICK}&lang={language}", unfolds=False)
    chips = page.locator("#chips button")
    assert chips.count() == 1 + len(QUESTIONS)
    said = set()
    for question in QUESTIONS:
        page.click(f"#first-{question}")
        desktop.until(
            "document.querySelector('#quote-sentence') && "
            "!document.querySelector('#quote').classList.contains('old')",
            f"the answer to {question}",
        )
        sentence, number = text_of(page, "#quote-sentence"), text_of(page, "#quote-number")
        assert page.get_attribute("#quote-sentence", "lang") == language
        assert any(digit in number for digit in "0123456789")
        assert number.split()[0].rstrip("%") in sentence.replace("\u00a0", " "), (number, sentence)
        assert page.locator(".quoted-bars tr").count() >= 2
        said.add(sentence)
    assert len(said) == len(QUESTIONS)


def test_a_typed_word_and_enter_answer_for_a_town(desktop: Watched) -> None:
    page = desktop.open(f"?{QUICK}", unfolds=False)
    page.fill("#town", "Daegu")
    page.press("#town", "Enter")
    page.wait_for_selector("#town-sentence")
    assert text_of(page, "#town-sentence").startswith("Daegu: defended ")
    assert page.get_attribute("#first-town", "aria-pressed") == "true"


def test_a_change_keeps_before_and_after_in_view(desktop: Watched) -> None:
    """Four launchers in place of six: 48 interceptors become 32, and 24 missiles with all shots 16."""
    page = desktop.open(f"?{QUICK}&launchers=4", unfolds=False)
    desktop.until(
        "document.querySelectorAll('#change tbody tr').length === 4 && "
        "!document.querySelector('#change').textContent.includes('…')",
        "before and after",
    )
    rows = [" ".join(row.split()) for row in page.locator("#change tbody tr").all_text_contents()]
    assert any("48" in row and "32" in row for row in rows), rows
    assert any("24" in row and "16" in row for row in rows), rows
    page.click("#change-reset")
    desktop.until("document.querySelector('#change').hidden", "the bar to go")


def test_an_unknown_study_gets_a_sentence_and_a_way_on(desktop: Watched) -> None:
    page = desktop.open("?scenario=china-russia&spacing_km=50", unfolds=False)
    desktop.until(
        "document.querySelector('#unread').textContent.includes('shieldmap run china-russia')",
        "what the study is",
    )
    # Its flights are part of the first study's question about the radar.
    assert page.is_visible("#to-radar")
    assert page.is_visible("#studies")
    page.click("#studies")
    page.click("#open-guam")
    desktop.until("window.shieldmap.state.scenario === 'guam'", "the other study")
    # What is not there was asked for once, and the browser says so.
    desktop.problems[:] = [row for row in desktop.problems if "422" not in row]


def test_the_questions_fit_a_phone(chromium: Any, server: str) -> None:
    watched = Watched(chromium, server, 390, 844)
    try:
        page = watched.open(f"?{QUICK}", ready="text", unfolds=False)
        for question in ("town", *QUESTIONS):
            box = page.locator(f"#first-{question}").bounding_box()
            assert box is not None
            assert box["height"] >= 24
            assert 0 <= box["x"] <= 390 - box["width"]
    finally:
        watched.close()


def test_the_radar_question_shows_foreign_flights_and_follows_its_direction(
    desktop: Watched,
) -> None:
    """Flights of the stability study on the globe; looking south the radar sees none of them."""
    page = desktop.open(f"?{QUICK}&question=radar", unfolds=False)
    sentence = "document.querySelector('#foreign-sentence')?.textContent ?? ''"
    desktop.until(f"/sees [1-9]\\d* of \\d+ flights/.test({sentence})", "the flights seen")
    drawn = "window.shieldmap.foreign.filter((one) => one.is_seen).length"
    assert page.evaluate(drawn) > 0
    assert page.locator("#foreign-section").is_visible()
    page.goto(f"{page.url}&boresight_deg=180")
    desktop.until(f"({sentence}).includes('sees 0 of ')", "no flight in view")
    assert page.evaluate(drawn) == 0
