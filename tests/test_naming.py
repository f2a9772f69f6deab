"""Places of one name are told apart, in every list of labels and in both languages."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from shieldmap import footprint, geodata, naming, scenario
from shieldmap.scenario import Scenario


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcdA"), min_size=1, max_size=3), max_size=9))
def test_labels_are_unlike_whatever_the_candidates(candidates: list[list[str]]) -> None:
    labels = naming.told_apart(candidates)
    assert len({naming.plain(label) for label in labels}) == len(labels)
    for label, names in zip(labels, candidates, strict=True):
        # A candidate as it is, or numbered where even the last is shared.
        assert label in names or label.split(" #")[0] in names


def test_a_name_that_nobody_shares_stays_bare() -> None:
    assert naming.told_apart([("a", "a (x)"), ("b", "b (y)")]) == ["a", "b"]
    assert naming.told_apart([("a", "a (x)"), ("a", "a (y)")]) == ["a (x)", "a (y)"]
    # One that has no other label keeps its name, and the others go on.
    assert naming.told_apart([("a",), ("a", "a (y)")]) == ["a", "a (y)"]


@pytest.mark.parametrize("country", ["KOR", "PRK", "JPN", "TWN", "USA", "RUS"])
def test_no_two_towns_of_a_country_bear_one_label(country: str) -> None:
    towns, labels = geodata.towns(country), naming.town_labels(country)
    assert len(labels.label) == len(towns.name)
    assert len({naming.plain(label) for label in labels.label}) == len(labels.label)
    korean = [label for label in labels.label_ko if label]
    assert len(set(korean)) == len(korean)


def test_the_counties_called_goseong_and_the_cities_called_gwangju() -> None:
    labels = naming.town_labels("KOR")
    of = dict(zip(labels.label, labels.label_ko, strict=True))
    assert of["Goseong (Gangwon)"] == "고성군 (강원)"
    assert of["Goseong (South Gyeongsang)"] == "고성군 (경남)"
    # The metropolitan city is a province itself and keeps its bare name.
    assert of["Gwangju"] == "광주광역시"
    assert of["Gwangju (Gyeonggi)"] == "광주시"


def test_towns_lie_in_the_province_that_the_census_counts_them_in() -> None:
    """The outlines of the map pack put Uljin in Gangwon and Gongju in Sejong; the census does not."""
    towns, near = geodata.towns("KOR"), geodata.neighbourhoods("KOR")
    found = geodata.provinces_at("KOR", towns.latitude_deg, towns.longitude_deg)
    of = dict(zip(towns.name_ko.tolist(), found, strict=True))
    assert (of["울진군"], of["공주시"]) == ("North Gyeongsang", "South Chungcheong")
    provinces = geodata.provinces_at("KOR", near.latitude_deg, near.longitude_deg)
    parts = [name.split() for name in near.name_ko.tolist()]
    own: dict[str, set[str]] = {}
    for part, province in zip(parts, provinces, strict=True):
        for name in part[:2]:
            own.setdefault(name, set()).add(province)
    assert all(province in own[name] for name, province in of.items())
    # Nowhere near: at sea, and in another country.
    assert geodata.provinces_at("KOR", np.array([39.0, 35.0]), np.array([125.75, 140.0])) == [
        "",
        "",
    ]
    assert geodata.provinces_at("JPN", np.array([35.68]), np.array([139.77])) == ["Tokyo"]
    assert geodata.provinces_at("FRA", np.array([48.85]), np.array([2.35])) == [""]


def test_every_place_of_every_study_has_a_label_of_its_own() -> None:
    for name in scenario.names():
        given_ = scenario.load_study(name)
        if not isinstance(given_, Scenario):
            continue
        where = footprint.places(given_)
        assert all(where.label)
        assert max(Counter(map(naming.plain, where.label)).values()) == 1
        cells = where.kind == footprint.CELL
        assert where.label[0] == naming.coordinates(where.latitude_deg[0], where.longitude_deg[0])
        assert all(label[0].isdigit() for label in np.array(where.label)[cells])


def test_an_asset_of_a_towns_name_is_told_by_its_kind() -> None:
    where = footprint.places(scenario.load("korea"))
    kinds = dict(zip(where.label, where.kind.tolist(), strict=True))
    assert kinds["Daegu"] == footprint.TOWN
    assert kinds["Daegu (asset)"] == footprint.ASSET
    assert kinds["Camp Humphreys"] == footprint.ASSET


def test_assets_of_one_name_are_told_by_province_and_then_by_kind() -> None:
    korea = scenario.load("korea")
    assets = korea.as_mapping()["assets"]
    base = {**assets[0], "name": "Depot", "name_ko": "창고", "kind": "base"}
    south = {"latitude_deg": 35.18, "longitude_deg": 128.11}
    twins = [
        {**base, "id": "one"}, {**base, "id": "two", **south},
        {**base, "id": "three", "kind": "storage"}, {**base, "id": "four"},
    ]  # fmt: skip
    changed = scenario.changed(korea, {"assets": [*assets, *twins]})
    names, names_ko = naming.asset_labels(changed)
    assert names[-4:] == [
        "Depot (one)", "Depot (South Gyeongsang)", "Depot (storage, North Gyeongsang)",
        "Depot (four)",
    ]  # fmt: skip
    assert names_ko[-4:-2] == ["창고 (one)", "창고 (경남)"]
    assert len(set(footprint.places(changed).label)) == len(footprint.places(changed).label)


@pytest.mark.parametrize(
    ("place", "label"),
    [((35.8756, 128.6014), "35.876N 128.601E"), ((-33.9, -70.5), "33.900S 70.500W")],
)
def test_cells_are_called_by_their_coordinates(place: tuple[float, float], label: str) -> None:
    assert naming.coordinates(*place) == label
