"""What the map draws beside the cells: names around a study, the flight asked about, the radar's edges."""

from itertools import pairwise
from typing import Any

import httpx
import numpy as np
import pytest

from shieldmap import geodata, words
from shieldmap.words import t

COARSE: dict[str, Any] = {"spacing_km": 25, "launch_points": ["hwangju"]}
SEOUL = {"latitude_deg": 37.57, "longitude_deg": 126.98}


@pytest.fixture(scope="module")
def study(client: httpx.Client) -> dict[str, Any]:
    return dict(client.get("/api/scenario/korea").json())


def test_countries_around_are_named_in_both_languages(study: dict[str, Any]) -> None:
    codes = {land["code"] for land in study["countries"]}
    assert {"PRK", "KOR", "CHN", "JPN", "RUS"} <= codes
    for land in study["countries"]:
        for language, name in (("en", land["name"]), ("ko", land["name_ko"])):
            with words.using("ko" if language == "ko" else "en"):
                assert t(f"country_{land['code']}") == name


def test_the_name_of_a_country_stands_on_its_land(study: dict[str, Any]) -> None:
    for land in study["countries"]:
        place = [land["latitude_deg"]], [land["longitude_deg"]]
        assert geodata.is_inside(land["code"], *place)[0], land


def test_a_nearer_view_has_its_own_place_for_a_name(study: dict[str, Any]) -> None:
    """Japan begins with Kyushu, which the first view shows; China with its north-east."""
    japan = [land for land in study["countries"] if land["code"] == "JPN"]
    assert japan[0]["latitude_deg"] < 34.0 < japan[-1]["latitude_deg"]
    east = study["bounds_deg"]["east"]
    assert abs(japan[0]["longitude_deg"] - east) < abs(japan[-1]["longitude_deg"] - east)


def test_cities_lie_beyond_the_ground_whose_towns_an_answer_holds(study: dict[str, Any]) -> None:
    assert "Pyongyang" in {city["name"] for city in study["cities"]}
    for city in study["cities"]:
        place = [city["latitude_deg"]], [city["longitude_deg"]]
        assert not geodata.is_inside("KOR", *place)[0], city
        assert any("가" <= letter <= "힣" for letter in city["name_ko"])


def test_the_flight_asked_about_goes_from_its_launch_point_to_the_place(
    client: httpx.Client, study: dict[str, Any]
) -> None:
    told = client.post("/api/why", json={"state": COARSE, **SEOUL}).json()
    start = next(row for row in study["launch_points"] if row["id"] == told["launch_point"])
    legs = told["flight"]
    # A flight that stays in the air has no reentry of its own.
    assert [leg["phase"] for leg in legs][:2] == ["boost", "midcourse"]
    first, last = legs[0]["positions"][:3], legs[-1]["positions"][-3:]
    # 0.01 degrees: a kilometre, the place to which a flight is aimed.
    assert first[:2] == pytest.approx([start["longitude_deg"], start["latitude_deg"]], abs=0.01)
    assert last[:2] == pytest.approx([SEOUL["longitude_deg"], SEOUL["latitude_deg"]], abs=0.01)
    heights = np.concatenate([leg["positions"][2::3] for leg in legs])
    assert heights.max() == pytest.approx(told["apogee_m"], rel=0.01)
    for before, after in pairwise(legs):
        assert before["positions"][-3:] == after["positions"][:3]


def test_a_place_out_of_range_has_no_flight(client: httpx.Client) -> None:
    state = {**COARSE, "missile": "hwasong-5", "trajectory": "minimum-energy"}
    jeju = {"latitude_deg": 33.3, "longitude_deg": 126.5}
    told = client.post("/api/why", json={"state": state, **jeju}).json()
    assert told["status"] == "not-threatened"
    assert "flight" not in told


def test_the_radar_sees_a_higher_target_farther(client: httpx.Client) -> None:
    """The edge at 100, 200 and 300 km, north of the radar, each beyond the one before; all inside
    what the cued radar reaches."""
    answer = client.post("/api/coverage", json={"state": COARSE}).json()
    tops = {
        row["altitude_m"]: max(latitude for latitude, _ in row["ring"])
        for row in answer["outlines"]
    }
    assert {100e3, 200e3, 300e3} <= set(tops)
    # Below the horizon's bend a higher target is seen farther; then the range cuts all alike.
    assert tops[10e3] < tops[40e3] < tops[100e3]
    reach_deg = answer["track_range_m"] / 111e3
    assert max(tops.values()) < 36.05 + reach_deg
    assert answer["search_range_m"] < answer["track_range_m"]
