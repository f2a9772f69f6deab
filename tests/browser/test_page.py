"""The page in a real Chromium: what a reader does, and that the answers follow."""

import csv
import io
import json
import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe

import shieldmap as sm
from shieldmap import scenario as scenarios
from shieldmap.answers import page as pages, state as states
from tests.browser.conftest import Watched

pytestmark = pytest.mark.slow

SEONGJU = (36.05, 128.22)
DAEGU = (35.87, 128.6)
# One launch point and a coarse grid: an answer takes a tenth of a second.
QUICK = "launch_points=hwangju&spacing_km=25"


def test_the_page_is_ready_without_a_complaint(desktop: Watched, pictures: Path) -> None:
    """Loaded by the fixture; nothing away from the server was asked for, nothing was missing."""
    page = desktop.page
    assert page.title().startswith("Shieldmap")
    assert page.evaluate("window.shieldmap.globe !== null")
    assert "%" in page.text_content("#share")
    page.screenshot(path=pictures / "desktop.png")


def test_the_headline_is_that_of_python(desktop: Watched) -> None:
    """The median on the page is the one that the library computes for the same address."""
    desktop.until("window.shieldmap.answer?.totals.sampled?.samples === 512", "all draws")
    answer = desktop.page.evaluate("window.shieldmap.answer")
    here = sm.from_url(desktop.page.url).area()
    assert answer["totals"] == here.as_json()["totals"]
    assert here.totals.sampled is not None
    share = here.totals.sampled.share_of_people.p50
    assert share is not None
    # A space that does not break stands between number and unit.
    assert desktop.page.text_content("#share").split() == [f"{100 * share:.0f}", "%"]


def test_text_and_controls_come_before_the_globe_and_weigh_little(
    chromium: Any, server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a reader needs to read and set something, and the weight of the whole page."""
    watched = Watched(chromium, server, 1000, 700)
    try:
        page = watched.open(f"?{QUICK}", ready="text")
        assert page.is_visible("#town")
        assert page.is_visible("#controls")
        page.wait_for_selector("html[data-ready=globe]")
        late = dict(watched.bytes)
        ready_s = page.evaluate("performance.getEntriesByName('controls')[0].startTime") / 1e3
    finally:
        watched.close()
    # Globe and symbols are asked for after the text: how far they are by then is chance.
    first = sum(
        size for url, size in late.items() if "/vendor/" not in url and "/tiles/" not in url
    )
    whole = sum(late.values())
    with capsys.disabled():
        print(
            f"\npage weight: {first / 1e3:.0f} kB until it can be used, {whole / 1e6:.2f} MB with the"
            f" globe; text and controls after {ready_s:.2f} s"
        )
    # Text, style, modules, questions and the scenario's description with the names around it: 0.64 MB.
    assert first < 700_000
    # STACK: Cesium trimmed is 7 MB unpacked, of which a view loads its script and a few tiles.
    assert whole < 9_000_000
    assert watched.problems == []


def test_dragging_the_battery_changes_the_area(desktop: Watched) -> None:
    """The battery is taken with the mouse; address and number follow, and undo brings both back."""
    page = desktop.open(f"?{QUICK}")
    before = page.text_content("#area-number")
    answers = page.evaluate("window.shieldmap.answers")
    start, end = (
        page.evaluate("([a, b]) => window.shieldmap.pixelOf(a, b)", list(place))
        for place in (SEONGJU, (36.8, 127.3))
    )
    page.mouse.move(start["x"], start["y"])
    page.mouse.down()
    for step in range(1, 6):
        page.mouse.move(
            start["x"] + (end["x"] - start["x"]) * step / 5,
            start["y"] + (end["y"] - start["y"]) * step / 5,
        )
        page.wait_for_timeout(150)
    page.mouse.up()
    desktop.until("window.shieldmap.state.battery !== undefined", "the battery to move")
    moved = page.evaluate("window.shieldmap.state.battery")
    assert moved == pytest.approx([36.8, 127.3], abs=0.25)  # some pixels of a map of Korea
    query = sm.from_url(page.url).state.to_query()
    answer = desktop.answered(query)
    assert page.evaluate("window.shieldmap.answers") > answers
    assert page.text_content("#area-number") != before
    assert answer["totals"]["defended"]["value"]["area_m2"] == pytest.approx(
        sm.from_url(page.url).area().totals.defended.value.area_m2
    )
    page.click("#undo")
    desktop.until("window.shieldmap.state.battery === undefined", "undo")
    desktop.until(
        f"document.querySelector('#area-number').textContent === {before!r}", "the old area"
    )
    page.click("#redo")
    desktop.until("window.shieldmap.state.battery !== undefined", "redo")


def test_a_click_on_the_map_tells_why(desktop: Watched, pictures: Path) -> None:
    """The panel has the timeline in words, a figure with units, and what would change it."""
    page = desktop.open(f"?{QUICK}")
    pixel = page.evaluate("([a, b]) => window.shieldmap.pixelOf(a, b)", [35.2, 127.9])
    page.mouse.click(pixel["x"], pixel["y"])
    page.wait_for_selector("#why:not([hidden]) svg")
    text = page.text_content("#why")
    told = page.evaluate("window.shieldmap.why")
    assert told["latitude_deg"] == pytest.approx(35.2, abs=0.1)  # a pixel or two
    assert "detect" in text.lower()
    assert "km" in page.text_content("#why svg")
    page.screenshot(path=pictures / "why.png")
    page.keyboard.press("Escape")
    page.wait_for_selector("#why", state="hidden")


def test_korean_switches_every_word(desktop: Watched, pictures: Path) -> None:
    page = desktop.open(f"?{QUICK}")
    english = page.text_content("#answer-title")
    page.click("#lang")
    desktop.until("document.documentElement.lang === 'ko'", "Korean")
    assert "lang=ko" in page.url
    korean = page.text_content("#answer-title")
    assert korean != english
    assert any("가" <= letter <= "힣" for letter in korean)
    # Notes of sources stay English and say so; labels and buttons do not.
    for label in page.query_selector_all("#controls label, header button:not(#lang)"):
        words = "".join(c for c in (label.text_content() or "") if c.isalpha())
        assert not words or any("가" <= c <= "힣" for c in words) or words.isupper(), (
            label.text_content()
        )
    page.screenshot(path=pictures / "korean.png")
    page.click("#lang")
    desktop.until("document.documentElement.lang === 'en'", "English")


def test_an_address_restores_the_state(desktop: Watched, server: str) -> None:
    """A state in the address is what the page asks for and what Python opens."""
    query = f"{QUICK}&battery=36.5,127.5&reach_km=150&doctrine=single&colour=margin"
    page = desktop.open(f"?{query}")
    state = page.evaluate("window.shieldmap.state")
    assert state["battery"] == [36.5, 127.5]
    assert state["reach_km"] == 150
    assert state["colour"] == "margin"
    there = states.from_url(page.url)
    answer = desktop.answered(there.to_query())
    draws = answer["totals"]["sampled"]["samples"]
    asked = httpx.post(f"{server}/api/area", timeout=120, json={
        "draws": draws, "state": there.model_dump(mode="json", exclude_none=True)}).json()  # fmt: skip
    assert answer["totals"] == asked["totals"]


def test_a_raid_plays(desktop: Watched, pictures: Path) -> None:
    """The raid of the scenario is fought and its clock runs, where motion is welcome."""
    page = desktop.open(f"?{QUICK}")
    page.emulate_media(reduced_motion="no-preference")
    page.select_option("#play-what", "raid")
    page.click("#play")
    desktop.until("!document.querySelector('#time').disabled", "the raid")
    desktop.until("Number(document.querySelector('#time').value) > 60", "a minute of the raid")
    page.click("#play")
    page.emulate_media(reduced_motion="reduce")
    assert page.text_content("#time-text") != "0:00"
    assert "40" in page.text_content("#raid")
    page.screenshot(path=pictures / "raid.png")


def test_a_raid_of_an_earlier_state_is_not_shown(desktop: Watched) -> None:
    """What is changed while a raid is fought makes that raid nobody's."""
    page = desktop.open(f"?{QUICK}&reaction_s=31")
    page.select_option("#play-what", "raid")
    page.click("#play")
    page.evaluate("document.querySelector('#doctrine').value = 'single'")
    page.dispatch_event("#doctrine", "change")
    desktop.until(
        "document.querySelector('#time-event').textContent.includes('changed meanwhile')",
        "the raid",
    )
    assert page.text_content("#raid") == ""
    assert page.is_disabled("#time")


def test_an_engagement_plays_and_the_slider_moves_it(desktop: Watched) -> None:
    page = desktop.open(f"?{QUICK}&place=35.87,128.6")
    page.click("#play")
    desktop.until("!document.querySelector('#time').disabled", "the engagement")
    page.evaluate(
        "() => { const s = document.querySelector('#time'); s.value = 200;"
        " s.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    desktop.until("document.querySelector('#time-text').textContent === '3:20'", "the slider")


def read_geojson(text: str) -> int:
    return sum(f["properties"]["layer"] == "cell" for f in json.loads(text)["features"])


def read_kml(text: str) -> int:
    return len(ET.fromstring(text).findall(".//{http://www.opengis.net/kml/2.2}Placemark"))


def read_csv(text: str) -> int:
    return len(list(csv.DictReader(io.StringIO(text))))


def read_toml(text: str) -> int:
    assert scenarios.parse(text).name == "korea"
    return len(tomllib.loads(text)["threats"])


def read_czml(text: str) -> int:
    return len(json.loads(text))


READERS = {
    "geojson": read_geojson, "kml": read_kml, "csv": read_csv, "toml": read_toml, "czml": read_czml,
}  # fmt: skip


def test_every_file_can_be_read(desktop: Watched, tmp_path: Path) -> None:
    """Saved by their buttons as a reader does, and read by other programs' means."""
    page = desktop.open(f"?{QUICK}")
    page.click("#save")
    cells = page.evaluate("window.shieldmap.answer.cells")
    for kind, read in READERS.items():
        with page.expect_download() as waiting:
            page.click(f"#export-{kind}")
        path = tmp_path / kind
        waiting.value.save_as(path)
        count = read(path.read_text(encoding="utf-8"))
        assert count > 0
        if kind in ("geojson", "csv"):
            assert count == cells
    with page.expect_download() as waiting:
        page.click("#export-png")
    waiting.value.save_as(tmp_path / "map.png")
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    desktop.until("document.querySelector('#citation').value.length > 20", "the citation")
    citation = page.evaluate("document.querySelector('#citation').value")
    assert sm.__version__ in citation
    page.keyboard.press("Escape")


# What a canvas is asked to write, kept in the page; a picture itself cannot be searched for words.
LISTEN = """
() => {
  window.written = [];
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    if (this.canvas.width > 1) window.written.push([String(text), ...rest, this.canvas.width]);
    return fillText.call(this, text, ...rest);
  };
}
"""


def picture_of(desktop: Watched, query: str, path: Path) -> tuple[str, list[Any]]:
    """All that the saved picture of a state says, and its rows as they were written."""
    page = desktop.open(query)
    desktop.until("window.shieldmap.answer?.totals.sampled?.samples === 512", "all draws")
    page.click("#save")
    page.evaluate(LISTEN)
    with page.expect_download() as waiting:
        page.click("#export-png")
    waiting.value.save_as(path)
    rows = page.evaluate("window.written")
    wide = max(row[-1] for row in rows)
    rows = [row for row in rows if row[-1] == wide]
    page.keyboard.press("Escape")
    return " ".join(row[0] for row in rows).replace("\u00a0", " "), rows


def test_the_picture_says_what_was_changed(desktop: Watched, pictures: Path) -> None:
    moved = "battery=36.4,128&reach_km=180"
    text, rows = picture_of(desktop, f"?{QUICK}&{moved}", pictures / "moved.png")
    state = states.from_url(f"?{QUICK}&{moved}")
    told = pages.told(state)
    for part in (
        "One THAAD battery at Seongju, September 2017",
        "Hwasong-7 (Nodong), minimum energy, from Hwangju",
        "Median of 512 joint draws",
        "Changed by you",
        "36.05° N, 128.22° E → 36.40° N, 128.00° E",
        "200 km (150–200 km) → 180 km",
        f"Computed on {told.computed}",
        f"hash {told.run_hash}",
    ):
        assert part in text
    # Beside the map or above or below it: nothing is written over it but its own names.
    ratio = 2
    box = desktop.page.evaluate(
        "(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])(document.querySelector('#stage'))"
    )
    (wide, tall), edge = box, 24
    top = next(y for row, _, y, _ in rows if row.startswith("Share of"))
    for _, x, y, width in rows:
        assert width / ratio > wide + 2 * edge
        assert x >= edge + wide or not top < y < top + tall - 20


def test_the_picture_of_a_study_as_it_is_names_no_change(desktop: Watched, tmp_path: Path) -> None:
    text, _ = picture_of(desktop, "?spacing_km=5", tmp_path / "own.png")
    assert "Computed on" in text
    assert "Changed by you" not in text
    assert "changed by you" not in text


def test_the_picture_in_korean(desktop: Watched, pictures: Path) -> None:
    text, _ = picture_of(desktop, f"?{QUICK}&launchers=3&lang=ko", pictures / "moved-ko.png")
    assert "직접 바꾼 것" in text
    assert "발사대 6 → 3" in text
    assert "해시" in text


def test_a_link_of_this_machine_says_so(desktop: Watched) -> None:
    """The server of the tests listens on the loopback."""
    page = desktop.open(f"?{QUICK}")
    page.click("#save")
    assert "works on this machine only" in page.text_content("#pass-on #link-local")
    page.keyboard.press("Escape")


def test_am_i_defended(desktop: Watched, pictures: Path) -> None:
    """A town typed in Korean with the keyboard alone: one sentence and a table."""
    page = desktop.open(f"?{QUICK}")
    page.fill("#town", "대구")
    page.wait_for_selector("#town-list li")
    page.press("#town", "Enter")
    page.wait_for_selector("#town-answer table")
    text = page.text_content("#town-answer")
    assert re.search(r"Daegu: (not )?defended", text)
    assert "seconds pass from the early warning" in text
    assert "Hwasong-7" in text
    page.screenshot(path=pictures / "town.png")


def test_two_states_side_by_side(desktop: Watched, pictures: Path) -> None:
    page = desktop.open(f"?{QUICK}")
    page.click("#compare")
    page.wait_for_selector("#compare-panel:not([hidden])")
    desktop.until("location.search.includes('compare=')", "the state kept as A in the address")
    page.goto(f"{page.url}&reach_km=120")
    page.wait_for_selector("html[data-ready=globe]")
    page.wait_for_selector("#compare-body canvas")
    desktop.until("document.querySelector('#change thead')?.textContent.includes('B')", "the bar")
    assert "200\u00a0km → 120\u00a0km" in page.text_content("#change-told")
    page.screenshot(path=pictures / "compare.png")


def test_another_study_opens_in_place_and_is_compared(desktop: Watched, pictures: Path) -> None:
    """A is the battery of 2017, B what is left of it in 2026; undo goes back to the first study."""
    page = desktop.open(f"?{QUICK}")
    page.evaluate("window.isTheSamePage = true")
    page.click("#compare")
    page.wait_for_selector("#compare-body canvas")
    page.select_option("#scenario", "korea-2026-03")
    desktop.until("window.shieldmap.answer?.query.includes('scenario=korea-2026-03')", "the study")
    desktop.until("document.querySelector('#compare-body').textContent.includes('2026')", "B")
    text = page.text_content("#compare-body")
    assert "One THAAD battery at Seongju, September 2017" in text
    # Each study's own number, of which none was set: six launchers, and none with interceptors on it.
    told = (page.text_content("#change") or "").replace("\n", " ")
    own = [
        str(round(states.base_of(states.State(scenario=name)).defence.battery.launchers.value))
        for name in ("korea", "korea-2026-03")
    ]
    assert own == ["6", "0"]
    assert "Launchers: {} → {}".format(*own) in told
    painted = [
        page.evaluate(
            "id => { const c = document.getElementById(id), d = c.getContext('2d').getImageData(0, 0,"
            " c.width, c.height).data; return new Set(new Uint32Array(d.buffer)).size; }",
            f"compare-map-{letter}",
        )
        for letter in "ab"
    ]
    assert min(painted) > 20  # sea, land, classes and their patterns
    page.screenshot(path=pictures / "studies.png")
    page.click("#undo")
    desktop.until("!window.shieldmap.answer?.query.includes('korea-2026-03')", "the first study")
    assert page.evaluate("window.isTheSamePage")
    page.click("#compare")


def test_a_former_name_of_a_study_opens_the_newer_one_and_says_so(desktop: Watched) -> None:
    page = desktop.open("?scenario=korea-2026&spacing_km=50")
    assert page.input_value("#scenario") == "korea-2026-04"
    assert "korea-2026-04" in (page.text_content("#unread") or "")
    assert page.is_visible("#unread")
    assert page.evaluate("window.shieldmap.state.scenario") == "korea-2026-04"


def test_a_number_shows_its_source(desktop: Watched) -> None:
    """Focus on a parameter: value, range, basis and source with a link."""
    page = desktop.open(f"?{QUICK}")
    for details in page.query_selector_all("#controls details:not([open]) > summary"):
        details.click()
    button = page.query_selector(
        "#controls [aria-haspopup=dialog], #controls button.info, #controls .info"
    )
    assert button is not None
    button.click()
    page.wait_for_selector("#popover:not([hidden])")
    assert page.query_selector("#popover a[href^=http]") is not None
    page.keyboard.press("Escape")


def violations(watched: Watched) -> list[str]:
    """What axe finds wrong in the page at rest: the rule and the first element that breaks it."""
    # While something is asked its old answer is paler than a text may be.
    watched.until(
        "!document.documentElement.classList.contains('asking') && !document.querySelector('.busy')",
        "the page to rest",
    )
    watched.page.wait_for_timeout(400)  # what fades takes a third of a second
    found = Axe().run(watched.page).response["violations"]
    return [f"{row['id']}: {row['nodes'][0]['html'][:160]}" for row in found]


@pytest.fixture
def theme(request: pytest.FixtureRequest, desktop: Watched) -> Iterator[str]:
    """The system's theme, light or dark; light again afterwards."""
    desktop.page.emulate_media(color_scheme=request.param)
    yield request.param
    desktop.page.emulate_media(color_scheme="light")


@pytest.mark.parametrize(
    ("language", "theme"), [("en", "light"), ("ko", "light"), ("en", "dark")], indirect=["theme"]
)
def test_axe_finds_nothing_to_mend(desktop: Watched, language: str, theme: str) -> None:
    """The page at rest, with every group of assumptions open, a town's answer, the panel that tells
    why and two states side by side [axe-core's rules for WCAG 2 and good practice]."""
    page = desktop.open(f"?{QUICK}&lang={language}&place=35.6,127.6&town=Daegu")
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (theme == "dark")
    page.wait_for_selector("#town-answer table")
    page.wait_for_selector("#why:not([hidden]) svg")
    for details in page.query_selector_all("details:not([open]) > summary"):
        if details.is_visible():
            details.click()
    assert violations(desktop) == []
    page.click("#compare")
    page.wait_for_selector("#compare-body canvas")
    assert violations(desktop) == []
    page.click("#compare")
    desktop.until("!location.search.includes('compare=')", "the end of the comparison")
    page.click("#save")
    desktop.until("document.querySelector('#citation').value.length > 20", "the citation")
    assert violations(desktop) == []
    page.keyboard.press("Escape")


def test_on_a_phone_the_map_and_the_answers_are_there(
    chromium: Any, server: str, pictures: Path
) -> None:
    watched = Watched(chromium, server, 390, 844, has_touch=True, is_mobile=True)
    try:
        page = watched.open(f"?{QUICK}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.screenshot(path=pictures / "phone.png")
        page.screenshot(path=pictures / "phone-whole.png", full_page=True)
        assert watched.problems == []
    finally:
        watched.close()


def test_without_webgl_the_answers_and_a_flat_map_stay(chromium: Any, server: str) -> None:
    watched = Watched(chromium, server, 900, 700)
    try:
        watched.page.add_init_script(
            "HTMLCanvasElement.prototype.getContext = (get => function (kind, ...more) {"
            " return /webgl/.test(kind) ? null : get.call(this, kind, ...more); })"
            "(HTMLCanvasElement.prototype.getContext);"
        )
        page = watched.open(f"?{QUICK}", ready="text")
        watched.until("document.documentElement.dataset.map === 'flat'", "the flat map")
        # The flat map may stand before the server has answered: the two do not wait for each other.
        watched.until("document.querySelector('#share').textContent.includes('%')", "the share")
        assert page.is_visible("#flat")
        assert page.is_visible("#map-note")
    finally:
        watched.close()
