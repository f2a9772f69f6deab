"""The map in a real Chromium: it shows the reason, leaves free what is asked about, and plays in time."""

import math
from typing import Any

import httpx
import pytest

from shieldmap import words
from shieldmap.formats import number
from shieldmap.words import t
from tests.browser.conftest import Watched
from tests.browser.test_page import violations

pytestmark = pytest.mark.slow

QUICK = "launch_points=hwangju&spacing_km=25"
SEONGJU = (36.05, 128.22)
SEOUL = (37.57, 126.98)
HWANGJU = (38.67, 125.78)
DEFENDED = (35.87, 128.6)
# Ends of the country: the far south-west, the far south-east, the island.
CORNERS = {"Mokpo": (34.81, 126.39), "Busan": (35.18, 129.07), "Jeju": (33.5, 126.53)}
LEAST_TARGET_PX = 24  # WCAG 2.2, 2.5.8
EARTH_KM = 6371.0


def said(language: str, key: str, **values: Any) -> str:
    """A message of the page as the page says it."""
    with words.using("ko" if language == "ko" else "en"):
        return t(key, **values)


def km(value: float) -> str:
    return f"{number(value)}\N{NO-BREAK SPACE}km"


def pixel(page: Any, place: tuple[float, float]) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(
        "([a, b]) => window.shieldmap.pixelOf(a, b)", list(place)
    )
    return found


def is_free(page: Any, place: tuple[float, float]) -> bool:
    """Whether the map itself, or a handle on it, lies under the pixel of a place."""
    at = pixel(page, place)
    return bool(
        page.evaluate(
            "({x, y}) => Boolean(document.elementFromPoint(x, y)?.closest('#globe, .handle'))", at
        )
    )


def explained(watched: Watched, query: str) -> dict[str, Any]:
    """Open an address with a place and wait for its answer and the camera."""
    page = watched.open(f"?{query}")
    watched.until("window.shieldmap.why !== null", "the reason")
    page.wait_for_timeout(600)
    return dict(page.evaluate("window.shieldmap.why"))


def slide(page: Any, to: str) -> None:
    page.evaluate(
        f"() => {{ const s = document.querySelector('#time'); s.value = {to};"
        " s.dispatchEvent(new Event('input', { bubbles: true })); }"
    )


# --- what it opens on ---------------------------------------------------------------------------


def test_it_opens_on_probability_and_another_colour_is_there_at_once(desktop: Watched) -> None:
    page = desktop.open(f"?{QUICK}")
    assert page.get_attribute("#colour-probability", "aria-pressed") == "true"
    drawn = page.evaluate("window.shieldmap.answers")
    # Map and legend change in the very task of the press, without another answer.
    after = page.evaluate(
        "() => { document.querySelector('#colour-shots').click();"
        " return [window.shieldmap.answers, document.querySelector('#legend-strip').textContent]; }"
    )
    assert after[0] == drawn + 1
    assert said("en", "legend_strip_shots") in after[1]
    assert page.evaluate("window.shieldmap.state.colour") == "shots"
    page.click("#colour-probability")
    assert "50–90" in page.text_content("#legend-strip")
    assert page.evaluate("window.shieldmap.state.colour === undefined")


@pytest.mark.parametrize("size", [(1440, 900), (1000, 700)])
def test_nothing_covers_the_ends_of_the_country(desktop: Watched, size: tuple[int, int]) -> None:
    page = desktop.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    desktop.open(f"?{QUICK}")
    page.wait_for_timeout(500)
    covered = [name for name, place in CORNERS.items() if not is_free(page, place)]
    page.set_viewport_size({"width": 1000, "height": 700})
    assert covered == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_countries_towns_and_rings_are_named_in_the_language_chosen(
    desktop: Watched, language: str
) -> None:
    page = desktop.open(f"?{QUICK}&lang={language}")
    written = page.evaluate("window.shieldmap.said")
    assert said(language, "country_PRK") in written
    assert {"en": "Seoul", "ko": "서울"}[language] in written
    assert said(language, "ring_reach", km=km(200)) in written
    assert km(150) in written  # the other end of the published range
    assert any(text in {km(50), km(100), km(200), km(500)} for text in written[-40:])


def test_the_ring_follows_the_reach_that_is_set(desktop: Watched) -> None:
    page = desktop.open(f"?{QUICK}&reach_km=120")
    written = page.evaluate("window.shieldmap.said")
    assert said("en", "ring_reach", km=km(120)) in written
    assert {km(150), km(200)} <= set(written)
    page.click("#show-reach")
    assert km(150) not in page.evaluate("window.shieldmap.said")
    page.click("#show-reach")


def test_the_radar_shows_its_own_search_and_where_it_is_told_to_look(
    desktop: Watched, server: str
) -> None:
    page = desktop.open(f"?{QUICK}&radar_present=1&view=38,127,2600,0,-80")
    state = {"launch_points": ["hwangju"], "spacing_km": 25}
    answer = httpx.post(f"{server}/api/coverage", timeout=120, json={"state": state}).json()
    assert not [text for text in page.evaluate("window.shieldmap.said") if "cued" in text]
    page.click("#show-radar")
    page.wait_for_timeout(400)
    written = page.evaluate("window.shieldmap.said")
    assert said("en", "ring_search", km=km(answer["search_range_m"] / 1e3)) in written
    assert said("en", "ring_cued", km=km(answer["track_range_m"] / 1e3)) in written
    for height in (100, 200, 300):
        assert said("en", "ring_altitude", km=km(height)) in written
    page.click("#show-radar")


def around(azimuth_deg: float, reach_km: float) -> tuple[float, float]:
    """A place at a direction and distance from Seongju, on a sphere."""
    lat, lon = map(math.radians, SEONGJU)
    arc, turn = reach_km / EARTH_KM, math.radians(azimuth_deg)
    to = math.asin(math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(turn))
    east = math.atan2(
        math.sin(turn) * math.sin(arc) * math.cos(lat),
        math.cos(arc) - math.sin(lat) * math.sin(to),
    )
    return math.degrees(to), math.degrees(lon + east)


def test_a_range_of_directions_over_north_is_drawn_on_both_sides_of_it(desktop: Watched) -> None:
    """On the map as one band from 321 over north to 2 degrees, on the slider at both its ends."""
    page = desktop.open(f"?{QUICK}&boresight_deg=300")
    page.click("#show-reach")  # its ring lies beside the band

    def ink(azimuth_deg: float) -> int:
        at = pixel(page, around(azimuth_deg, 199.0))
        return int(
            page.evaluate(
                "({x, y}) => { const c = document.querySelector('#marks'), r = c.getBoundingClientRect(),"
                " k = c.width / r.width; return c.getContext('2d').getImageData(Math.round((x - r.left) * k),"
                " Math.round((y - r.top) * k), 1, 1).data[3]; }",
                at,
            )
        )

    drawn = {azimuth: ink(azimuth) > 60 for azimuth in (326.0, 345.0, 359.0, 0.7, 15.0)}
    page.click("#show-reach")
    assert drawn == {326.0: True, 345.0: True, 359.0: True, 0.7: True, 15.0: False}
    page.evaluate("document.querySelector('#group-radar').open = true")
    widths = page.evaluate(
        "() => ['::before', '::after'].map((part) => parseFloat(getComputedStyle("
        "document.querySelector('#range-boresight_deg').parentElement, part).width))"
    )
    assert min(widths) > 0.5


def test_zooming_out_keeps_the_country_in_the_middle(desktop: Watched) -> None:
    page = desktop.open(f"?{QUICK}")
    box = page.query_selector("#stage").bounding_box()
    page.mouse.move(box["x"] + box["width"] - 60, box["y"] + 60)
    before = page.evaluate("window.shieldmap.globe.altitude")
    for _ in range(14):
        page.mouse.wheel(0, 200)
        page.wait_for_timeout(60)
    page.wait_for_timeout(400)
    assert page.evaluate("window.shieldmap.globe.altitude") > 3 * before
    at = pixel(page, SEONGJU)
    assert abs(at["x"] - box["x"] - box["width"] / 2) < box["width"] / 8
    assert abs(at["y"] - box["y"] - box["height"] / 2) < box["height"] / 5


# --- the reason ---------------------------------------------------------------------------------


def test_battery_launch_point_and_place_are_in_the_picture(desktop: Watched) -> None:
    explained(desktop, f"{QUICK}&place={SEOUL[0]},{SEOUL[1]}")
    for place in (SEONGJU, SEOUL, HWANGJU):
        assert is_free(desktop.page, place), place


def test_a_view_in_the_address_is_kept(desktop: Watched) -> None:
    explained(desktop, f"{QUICK}&place={SEOUL[0]},{SEOUL[1]}&view=33.50,127.00,700,0,-70")
    assert desktop.page.evaluate("window.shieldmap.globe.view") == "33.50,127.00,700,0,-70"


def test_only_the_flight_in_question_is_drawn_and_its_place_is_named(desktop: Watched) -> None:
    page = desktop.open("?spacing_km=25")
    desktop.until("window.shieldmap.legs.length > 15", "the flights of all launch points")
    told = explained(desktop, f"spacing_km=25&place={SEOUL[0]},{SEOUL[1]}")
    legs = page.evaluate("window.shieldmap.legs")
    assert legs == told["flight"]
    assert legs[-1]["positions"][-2] == pytest.approx(SEOUL[0], abs=0.02)
    written = page.evaluate("window.shieldmap.said")
    assert "Seoul" in written
    # How far off the flight stays, beside the ring that it does not enter.
    slant = min(
        slant
        for slant, height in zip(
            told["curve"]["slant_from_battery_m"], told["curve"]["altitude_m"], strict=True
        )
        if told["floor_m"] <= height <= told["ceiling_m"]
    )
    assert said("en", "ring_nearest", km=km(slant / 1e3)) in written
    page.keyboard.press("Escape")
    desktop.until("window.shieldmap.legs.length > 15", "all flights again")


def test_a_place_without_a_name_is_told_by_the_nearest_town(desktop: Watched) -> None:
    explained(desktop, f"{QUICK}&place=36.8,127.3")
    assert any("Cheonan" in text for text in desktop.page.evaluate("window.shieldmap.said"))


def test_another_site_is_judged_and_taken(desktop: Watched) -> None:
    """The hint says what battery and radar would do at the place; the button moves both there."""
    told = explained(desktop, f"{QUICK}&place={SEOUL[0]},{SEOUL[1]}")
    assert not told["defended"]
    page = desktop.page
    desktop.until(
        "/% of the/.test(document.querySelector('#why .site')?.textContent ?? '')", "the other site"
    )
    hint = page.text_content("#why .site")
    assert "it would be defended" in hint
    page.click("#why .move-here")
    desktop.until("window.shieldmap.why?.defended", "the new verdict")
    state = page.evaluate("window.shieldmap.state")
    assert state["battery"] == state["radar"] == list(SEOUL)
    assert page.query_selector("#why .move-here") is None
    page.click("#undo")
    desktop.until("window.shieldmap.state.battery === undefined", "undo")


def test_the_figure_numbers_its_events_and_names_them_below(desktop: Watched) -> None:
    explained(desktop, f"{QUICK}&place={DEFENDED[0]},{DEFENDED[1]}")
    page = desktop.page
    page.wait_for_selector("#why .plot-names li")
    names = page.eval_on_selector_all(
        "#why .plot-names li b", "rows => rows.map(r => r.textContent)"
    )
    assert names == [str(n + 1) for n in range(len(names))]
    inside = page.text_content("#why svg")
    assert said("en", "event_detection") not in inside
    assert said("en", "event_detection") in page.text_content("#why .plot-names")


# --- in time ------------------------------------------------------------------------------------


def loaded(watched: Watched) -> None:
    watched.page.click("#play")
    watched.until("!document.querySelector('#time').disabled", "the film")


def test_the_film_of_a_defended_place_ends_at_the_hit(desktop: Watched) -> None:
    told = explained(desktop, f"{QUICK}&place={DEFENDED[0]},{DEFENDED[1]}")
    page = desktop.page
    loaded(desktop)
    met_s = min(shot["intercept_s"] for shot in told["interceptors"])
    assert met_s < told["time_of_flight_s"] - 30
    assert int(page.get_attribute("#time", "max")) == math.ceil(met_s)
    slide(page, "s.max")
    assert said("en", "film_end", time=f"{number(met_s)}\N{NO-BREAK SPACE}s") == page.text_content(
        "#time-event"
    )
    page.wait_for_timeout(400)
    written = page.evaluate("window.shieldmap.said")
    assert said("en", "film_rest") in written
    assert said("en", "event_impact") not in written


def test_the_film_of_an_undefended_place_goes_on_to_the_impact(desktop: Watched) -> None:
    told = explained(desktop, f"{QUICK}&place={SEOUL[0]},{SEOUL[1]}")
    page = desktop.page
    loaded(desktop)
    assert int(page.get_attribute("#time", "max")) >= told["time_of_flight_s"] - 1
    slide(page, "s.max")
    page.wait_for_timeout(400)
    written = page.evaluate("window.shieldmap.said")
    assert said("en", "event_impact") in page.text_content("#time-event")
    assert said("en", "film_rest") not in written


def test_with_little_motion_nothing_moves_by_itself(desktop: Watched) -> None:
    page = desktop.open(f"?{QUICK}&place={DEFENDED[0]},{DEFENDED[1]}")
    assert page.is_hidden("#speed")
    loaded(desktop)
    assert said("en", "play_still") == page.text_content("#time-event")
    assert page.is_disabled("#play")
    page.wait_for_timeout(1500)
    assert page.input_value("#time") == "0"
    slide(page, "100")
    assert page.text_content("#time-text") == "1:40"


def test_a_raid_is_counted_sped_up_and_told_by_place(desktop: Watched, server: str) -> None:
    page = desktop.open(f"?{QUICK}")
    page.emulate_media(reduced_motion="no-preference")
    try:
        page.select_option("#play-what", "raid")
        page.select_option("#speed", "80")
        loaded(desktop)
        desktop.until("Number(document.querySelector('#time').value) > 160", "two seconds of it")
        page.click("#play")
    finally:
        page.emulate_media(reduced_motion="reduce")
    state = {"launch_points": ["hwangju"], "spacing_km": 25}
    answer = httpx.post(f"{server}/api/raid", timeout=300, json={"state": state}).json()
    slide(page, "s.max")
    page.wait_for_timeout(400)
    fallen = {row["missile"] for row in answer["events"] if row["event"] == "impact"}
    score = page.text_content("#score")
    assert said("en", "score_through", n=len(fallen)) in score
    assert said("en", "score_stopped", n=answer["missiles"] - len(fallen)) in score
    assert said("en", "score_flying", n=0) in score
    rows = page.query_selector_all("#raid-places tbody tr")
    assert len(rows) == len(answer["by_asset"])
    assert number(answer["by_asset"][0]["leakers"]["mean"], 2) in rows[0].text_content()
    written = page.evaluate("window.shieldmap.said")
    assert {"Suwon Air Base", "Patriot PAC-3 CRI"} <= set(written)
    legend = page.text_content("#legend-strip")
    for kind in ("interceptor", "hit", "miss", "leak"):
        assert said("en", f"legend_{kind}") in legend


# --- by hand ------------------------------------------------------------------------------------


def test_while_dragging_the_point_lies_under_the_cursor_and_is_told(desktop: Watched) -> None:
    page = desktop.open(f"?{QUICK}")
    start, end = pixel(page, SEONGJU), pixel(page, (36.8, 127.3))
    page.mouse.move(start["x"], start["y"] - 22)  # in the middle of the symbol
    page.mouse.down()
    for step in range(1, 6):
        page.mouse.move(
            start["x"] + (end["x"] - start["x"]) * step / 5,
            start["y"] + (end["y"] - start["y"]) * step / 5,
        )
        page.wait_for_timeout(60)
    at = pixel(page, tuple(page.evaluate("window.shieldmap.state.battery")))
    note = page.text_content("#drag-note")
    page.mouse.up()
    assert math.hypot(at["x"] - end["x"], at["y"] - end["y"]) < 2
    assert "36.8" in note
    assert "Cheonan" in note
    assert "km" in note
    assert page.is_hidden("#drag-note")
    page.click("#undo")


@pytest.mark.parametrize("query", [QUICK, f"{QUICK}&place=37.57,126.98&town=Daegu"])
def test_no_target_is_smaller_than_24_pixels(desktop: Watched, query: str) -> None:
    """Links inside a sentence are exempt [WCAG 2.2, 2.5.8]."""
    page = desktop.open(f"?{query}")
    desktop.until("!document.querySelector('.busy')", "the answers")
    for details in page.query_selector_all("details:not([open]) > summary"):
        if details.is_visible():
            details.click()
    small = page.evaluate(
        "least => [...document.querySelectorAll('button, input, select, summary, textarea')]"
        ".filter(n => n.offsetParent && getComputedStyle(n).visibility !== 'hidden')"
        ".map(n => [n.id || n.className || n.textContent, n.getBoundingClientRect()])"
        ".filter(([, r]) => r.width && (r.width < least - 0.01 || r.height < least - 0.01))"
        ".map(([name, r]) => `${name}: ${r.width} x ${r.height}`)",
        LEAST_TARGET_PX,
    )
    assert small == []


def test_dark_is_dark_and_can_be_read(desktop: Watched) -> None:
    page = desktop.page
    page.emulate_media(color_scheme="dark")
    try:
        explained(desktop, f"{QUICK}&place={SEOUL[0]},{SEOUL[1]}")
        shades = page.evaluate(
            "['body', '#why', '#dock'].map((name) => getComputedStyle(document.querySelector(name))"
            ".backgroundColor.match(/[\\d.]+/g).slice(0, 3).map(Number))"
        )
        assert max(max(shade) for shade in shades) < 80
        desktop.until(
            "/% of the/.test(document.querySelector('#why .site')?.textContent ?? '')", "the hint"
        )
        assert violations(desktop) == []
    finally:
        page.emulate_media(color_scheme="light")
