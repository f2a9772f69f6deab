"""What is defended as GeoJSON, KML, CSV and CZML: read by others' readers, it is the answer again."""

import csv
import datetime as dt
import io
import json
import math
import re
from collections import Counter
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pytest
import shapely
from czml3 import Document
from fastkml import KML, validate
from lxml import etree
from pyproj import Geod
from shapely.geometry import shape

from shieldmap import archive, colours, export, results, words
from shieldmap.answers import page
from shieldmap.results import Cells, RunArea
from tests.area_files import STATE, Made, boxes, made_files
from tests.records import whole


@pytest.fixture(scope="module")
def made() -> Made:
    return made_files()


# --- GeoJSON ---


@pytest.fixture(scope="module")
def collection(made: Made) -> dict[str, Any]:
    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is no JSON")

    read: dict[str, Any] = json.loads(made.text["geojson"], parse_constant=refuse)
    return read


def layer(collection: dict[str, Any], *names: str) -> list[dict[str, Any]]:
    return [f for f in collection["features"] if f["properties"]["layer"] in names]


def cells_in(collection: dict[str, Any]) -> list[dict[str, Any]]:
    return layer(collection, "cell")


def test_geojson_rings_are_closed_and_turn_right_handed(collection: dict[str, Any]) -> None:
    """Outer rings turn anticlockwise [rfc7946, 3.1.6], and no ring crosses itself."""
    for feature in cells_in(collection):
        (ring,) = feature["geometry"]["coordinates"]
        assert ring[0] == ring[-1]
        assert len(ring) == 5
        polygon = shape(feature["geometry"])
        assert polygon.is_valid
        assert polygon.exterior.is_ccw
        properties = feature["properties"]
        assert polygon.contains(
            shapely.Point(properties["longitude_deg"], properties["latitude_deg"])
        )


def test_geojson_cells_cover_each_other_nowhere(collection: dict[str, Any], made: Made) -> None:
    polygons = [shape(f["geometry"]) for f in cells_in(collection)]
    total = sum(p.area for p in polygons)
    # Corners are told to 1e-5 degrees, cells are 0.2 degrees wide: 155 cells with four edges each.
    assert shapely.union_all(polygons).area == pytest.approx(total, rel=1e-3)
    assert total == pytest.approx(sum(b.area for b in boxes(made.grid)), rel=2e-4)


def test_geojson_properties_are_those_of_the_answer(collection: dict[str, Any], made: Made) -> None:
    features, area = cells_in(collection), made.area
    assert len(features) == area.cells
    kinds = ("threatened", "not-threatened", "not-computed")
    for i, feature in enumerate(features):
        told = feature["properties"]
        bits = sum(
            told[k] << b for b, k in enumerate(("defended", "defended_bad", "defended_good"))
        )
        assert bits == area.defended[i]
        assert told["status"] == kinds[area.status[i]]
        assert (told["shots"], told["margin_s"]) == (area.shots[i], area.margin_s[i])
        assert told["probability_percent"] == area.probability[i]
        assert (told["reason"] is None) is (area.reason[i] < 0)
        assert told["people"] == made.grid.people[i]


def test_geojson_sums_up_to_the_totals(collection: dict[str, Any], made: Made) -> None:
    """People of the cells by their own properties; each cell is rounded to whole people."""
    told = collection["shieldmap"]
    assert told["state"] == made.state.to_query()
    assert told["totals"] == plain_totals(made.area)
    for end, key in (("value", "defended"), ("bad", "defended_bad"), ("good", "defended_good")):
        people = sum(
            f["properties"]["people"] for f in cells_in(collection) if f["properties"][key]
        )
        wanted = told["totals"]["defended"][end]["people"]
        assert people == pytest.approx(wanted, abs=0.5 * made.area.cells)
    threatened = told["totals"]["threatened"]["people"]
    assert 0 < told["totals"]["defended"]["value"]["people"] < threatened


def plain_totals(area: results.Area) -> Any:
    return json.loads(json.dumps(area.totals.as_json()))


def test_geojson_points_are_towns_and_assets(collection: dict[str, Any], made: Made) -> None:
    points = layer(collection, "place")
    assert len(points) == len(made.area.spots)
    for feature, spot in zip(points, made.area.spots, strict=True):
        assert feature["geometry"]["coordinates"] == [spot.longitude_deg, spot.latitude_deg]
        assert feature["properties"]["name_ko"] == spot.name_ko
        assert feature["properties"]["defended"] == spot.defended


def test_every_geojson_feature_has_a_layer_a_title_and_a_style(collection: dict[str, Any]) -> None:
    """Fields by the simplestyle specification 1.1.0: colours of three bytes, shares of one."""
    counted = Counter(f["properties"]["layer"] for f in collection["features"])
    assert set(counted) == {
        "cell", "place", "battery", "radar", "layer", "launch-point", "flight",
    }  # fmt: skip
    assert (counted["battery"], counted["launch-point"]) == (1, 2)
    assert counted["radar"] == 3
    for feature in collection["features"]:
        told = feature["properties"]
        assert told["title"]
        colour = re.compile("#[0-9A-Fa-f]{6}")
        kind = feature["geometry"]["type"]
        if told["layer"] == "cell":
            assert colour.fullmatch(told["fill"])
            assert 0.0 < told["fill-opacity"] <= 1.0
        elif kind == "Point":
            assert colour.fullmatch(told["marker-color"])
            assert told["marker-symbol"]
        else:
            assert kind in ("LineString", "MultiLineString")
            assert colour.fullmatch(told["stroke"])
            assert told["stroke-width"] > 0.0


def test_geojson_cells_have_the_colour_of_their_share(
    collection: dict[str, Any], made: Made
) -> None:
    """The classes of the verdict, hanging ones in two: up to 10, under 50, under 90, from 90 per cent."""
    fills = [one.fill for one in colours.MAP.shares]
    assert len(set(fills)) == 4
    assert {f["properties"]["status"] for f in cells_in(collection)} == {"threatened"}
    seen = set()
    for feature in cells_in(collection):
        told = feature["properties"]
        number = int(np.searchsorted([11, 50, 90], told["probability_percent"], "right"))
        assert told["fill"] == fills[number]
        seen.add(number)
    assert len(seen) > 3


def test_geojson_says_whose_answer_it_is(collection: dict[str, Any], made: Made) -> None:
    told, sampled = collection["shieldmap"], made.area.totals.sampled
    assert sampled is not None
    assert told["missile"] == "Hwasong-7 (Nodong), minimum energy"
    assert told["launch_points"] == "Hwangju and Tonghae"
    assert told["hash"] == archive.run_hash(page.scenario_of(STATE))
    assert dt.date.fromisoformat(told["computed"]) <= dt.datetime.now(tz=dt.UTC).date()
    assert told["draws"] == 512
    assert told["share_of_people"] == sampled.share_of_people.as_json()
    assert told["changes"] == [one.as_json() for one in page.changes_of(STATE)]
    assert [one["key"] for one in told["changes"]] == [
        "launch_points", "battery", "reach_km", "spacing_km",
    ]  # fmt: skip


def test_the_radars_sector_reaches_as_far_as_its_ranges(
    collection: dict[str, Any], made: Made
) -> None:
    """Its corners by another geodesy; coordinates have five decimals of a degree, 1 m."""
    radar, ranges = page.scenario_of(STATE).defence.radar, made.area.radar
    wanted = {"search": ranges.search_range_m, "cued": ranges.track_range_m}
    edges = [f for f in layer(collection, "radar") if f["geometry"]["type"] != "Point"]
    assert {f["properties"]["mode"] for f in edges} == set(wanted)
    for edge in edges:
        rows = np.array(edge["geometry"]["coordinates"])[:, :2]
        here = np.full(len(rows), radar.longitude_deg), np.full(len(rows), radar.latitude_deg)
        azimuth, _, away = Geod(ellps="WGS84").inv(*here, *rows.T)
        assert away.max() == pytest.approx(wanted[edge["properties"]["mode"]], abs=2.0)
        arc = away > away.max() - 2.0
        turned = (np.array(azimuth)[arc] - radar.boresight_deg + 180.0) % 360.0 - 180.0
        # Each side of the direction as wide as the other, to a thousandth of a degree.
        assert turned.max() == pytest.approx(-turned.min(), abs=1e-3)


def test_drawn_flights_are_named_in_words_and_fly_as_high_as_they_say(
    collection: dict[str, Any], made: Made
) -> None:
    legs = layer(collection, "flight")
    assert {f["properties"]["phase"] for f in legs} == {"boost", "midcourse", "reentry"}
    names = {f["properties"]["title"].rpartition(",")[0] for f in legs}
    assert "Hwasong-7 from Hwangju to Seongju battery" in names
    assert not any("hwangju" in name or "hwasong-7" in name for name in names)
    for name in names:
        own = [f for f in legs if f["properties"]["title"].startswith(f"{name},")]
        rows = [row for f in own for row in f["geometry"]["coordinates"]]
        told = re.search(r"Highest point ([\d,]+).km", own[0]["properties"]["description"])
        assert told is not None
        # The text has whole kilometres; the line is drawn every 6 s, over which it sags by 50 m.
        highest_km = max(row[2] for row in rows) / 1e3
        assert highest_km == pytest.approx(float(told[1].replace(",", "")), abs=0.6)


# --- KML ---


class Area(NamedTuple):
    name: str
    style: str
    polygons: list[Any]


def folders_of(text: str) -> dict[str, Any]:
    """The folders of a document by their names, as fastkml reads them."""
    document = KML.from_string(text).features[0]
    return {str(folder.name): folder for folder in document.features}


def areas_of(text: str) -> list[Area]:
    """The placemarks of the folder of areas."""
    folder = folders_of(text).get("Area")
    return [
        Area(str(mark.name), mark.style_url.url, list(mark.geometry.geoms))
        for mark in (folder.features if folder else ())
    ]


def classes(area: results.Area) -> dict[str, list[int]]:
    """The cells of each class of the KML map, by the least share of the draws."""
    found: dict[str, list[int]] = {f"#share-{n}": [] for n in (0, 11, 50, 90)}
    assert area.probability is not None
    for i, (status, percent) in enumerate(zip(area.status, area.probability, strict=True)):
        if status == 0:
            found[f"#share-{max(n for n in (0, 11, 50, 90) if percent >= n)}"].append(i)
    return found


def test_kml_areas_are_those_of_the_cells(made: Made) -> None:
    """Each class as large as its cells, holding their centres and no other's."""
    cells, wanted = boxes(made.grid), classes(made.area)
    found = areas_of(made.text["kml"])
    assert {a.style for a in found} == {key for key, rows in wanted.items() if rows}
    assert len(found) > 3
    for area in found:
        whole = shapely.union_all([shape(p.__geo_interface__) for p in area.polygons])
        expected = sum(cells[i].area for i in wanted[area.style])
        # Cells are drawn 0.02 % wider and higher so that gaps of rounding close: 0.04 % of area.
        assert whole.area == pytest.approx(expected, rel=5e-4)
        for key, rows in wanted.items():
            for i in rows:
                assert whole.contains(cells[i].centroid) is (key == area.style)


def test_kml_has_a_folder_for_each_kind_of_thing(made: Made) -> None:
    folders = folders_of(made.text["kml"])
    assert list(folders) == [
        "Legend", "Defence", "Launch points", "Flights", "Area", "Places",
    ]  # fmt: skip
    defence = [str(one.name) for one in folders["Defence"].features]
    assert defence[:2] == ["THAAD (Set by hand)", "AN/TPY-2"]
    assert sum("sector" in name for name in defence) == 2
    assert [str(one.name) for one in folders["Launch points"].features] == ["Hwangju", "Tonghae"]
    flights = folders["Flights"].features
    assert len(flights) == 8
    for flight in flights:
        for leg in flight.features:
            for line in leg.geometry.geoms:
                assert max(corner[2] for corner in line.coords) > 1e3
    assert "<altitudeMode>absolute</altitudeMode>" in made.text["kml"]
    # A place is told of as a cell: by the share of the draws, not by the values alone.
    places = [str(one.name) for one in folders["Places"].features]
    assert any(re.fullmatch(r"Busan: defended in \d+ % of the draws", name) for name in places)


def test_kml_keeps_to_the_published_schema_and_fetches_nothing(made: Made) -> None:
    assert validate(element=etree.fromstring(made.text["kml"].encode()))
    assert "<Icon>" not in made.text["kml"]
    assert "<href>" not in made.text["kml"]


def test_kml_styles_are_defined_and_its_head_is_whole(made: Made) -> None:
    text = made.text["kml"]
    for style in re.findall(r"<styleUrl>#([\w-]+)</styleUrl>", text):
        assert f'<Style id="{style}">' in text
    document = KML.from_string(text).features[0]
    head = str(document.description)
    assert "One THAAD battery at Seongju, September 2017, changed by the reader" in head
    assert "<li>Battery: 36.05" in head
    assert "not that it hits" in head
    assert archive.run_hash(page.scenario_of(STATE)) in head
    assert "512 joint draws" in head
    # The legend: every colour of the areas with its words.
    legend = str(folders_of(text)["Legend"].description)
    assert legend in head
    for one in colours.MAP.shares:
        assert f'bgcolor="{one.fill}"' in legend
    for area in areas_of(text):
        assert area.name in legend


def test_kml_areas_have_the_colours_of_the_page(made: Made) -> None:
    """KML writes blue, green, red behind the opacity."""
    for one in colours.MAP.shares:
        red, green, blue = one.fill[1:3], one.fill[3:5], one.fill[5:7]
        style = re.search(
            rf'<Style id="share-{one.least}">\s*<PolyStyle>\s*<color>(\w+)<', made.text["kml"]
        )
        if style is not None:
            assert style[1][2:] == f"{blue}{green}{red}".lower()
    assert len(re.findall('<Style id="share-', made.text["kml"])) == len(areas_of(made.text["kml"]))


def test_files_speak_the_language_of_the_reader(made: Made) -> None:
    with words.using("ko"):
        text = page.file(made.session, STATE, "kml").content
        globe = page.file(made.session, STATE, "czml").content
        table = page.file(made.session, STATE, "csv").content
    folders = [str(one.name) for one in KML.from_string(text).features[0].features]
    assert folders[1:] == ["방어 체계", "발사 지점", "비행 궤적", "방어 지역", "주요 지점"]
    assert "시나리오에서 바꾼 것" in text
    assert "포대: 36.05" in text
    assert "화성-7, 황주에서 성주 사드 기지로" in globe
    # A table has names of columns, which are no words of a language.
    assert table == made.text["csv"]


def test_kml_outer_rings_turn_anticlockwise(made: Made) -> None:
    for area in areas_of(made.text["kml"]):
        for polygon in area.polygons:
            assert shapely.LinearRing(polygon.exterior.coords).is_ccw


def ring_of_cells() -> tuple[RunArea, Cells]:
    """Eight defended cells around one that is not, as an answer and its grid."""
    places = [(y, x) for y in (36.0, 36.2, 36.4) for x in (127.0, 127.2, 127.4)]
    n = len(places)
    grid = whole(
        Cells,
        latitude_deg=[y for y, _ in places],
        longitude_deg=[x for _, x in places],
        height_deg=[0.2] * n,
        width_deg=[0.2] * n,
        people=list(range(n)),
    )
    area = whole(
        RunArea,
        scenario="a",
        threat="b",
        query="scenario=a",
        cells=n,
        status=[0] * n,
        defended=[7] * 4 + [0] + [7] * (n - 5),
        shots=[2] * n,
        margin_s=[3] * n,
        reason=[-1] * 4 + [6] + [-1] * (n - 5),
        totals={"share_of_people": {"value": math.nan}},
    )
    return area, grid


def test_a_hole_in_what_is_defended_is_a_hole_in_kml() -> None:
    area, grid = ring_of_cells()
    heading = export.Heading(export.About("9.9.9", ("A & B <C>",), "Limits & more"))
    text = export.area_kml(area, grid, heading)
    assert "A &amp;amp; B &amp;lt;C&amp;gt;" in text
    found = {a.style: a.polygons for a in areas_of(text)}
    (outer,) = found["#value-yes"]
    assert len(list(outer.interiors)) == 1
    hole = shapely.Polygon(next(iter(outer.interiors)).coords)
    # One cell of 0.2 degrees, less the hair by which its neighbours are wider.
    assert hole.area == pytest.approx(0.04, rel=1e-3)
    assert hole.contains(shapely.Point(127.2, 36.2))
    assert [len(list(p.interiors)) for p in found["#value-no"]] == [0]


def test_an_answer_without_samples_or_numbers_is_written_without_them() -> None:
    area, grid = ring_of_cells()
    heading = export.Heading(export.About("1", (), ""))
    rows = list(csv.DictReader(io.StringIO(export.area_csv(area, grid, heading))))
    assert {row["probability_percent"] for row in rows} == {""}
    assert [row["reason"] for row in rows] == [*[""] * 4, "out-of-reach", *[""] * 4]
    read = json.loads(export.area_geojson(area, grid, heading))
    assert read["shieldmap"]["totals"]["share_of_people"]["value"] is None


# --- CSV ---


def test_csv_has_one_row_for_each_cell_and_the_numbers_of_the_answer(
    made: Made, collection: dict[str, Any]
) -> None:
    rows = list(csv.DictReader(io.StringIO(made.text["csv"])))
    assert len(rows) == made.area.cells
    assert None not in rows[0]
    own = {"layer", "title", "fill", "fill-opacity", "stroke-width"}
    for row, feature in zip(rows, cells_in(collection), strict=True):
        told = {key: value for key, value in feature["properties"].items() if key not in own}
        assert list(row)[: len(told)] == list(told)
        assert {key: row[key] for key in told} == {
            key: "" if value is None else str(value) for key, value in told.items()
        }


def test_csv_is_read_without_options_and_says_in_each_row_whose_it_is(made: Made) -> None:
    """Plain letters, one line of names, no comments: what Excel, R and pandas take as it is."""
    assert made.text["csv"].isascii()
    table = pd.read_csv(io.StringIO(made.text["csv"]))
    assert len(table) == made.area.cells
    assert table["probability_percent"].dtype.kind == "i"
    assert table["defended"].dtype == bool
    owner = {name: set(table[name]) for name in list(table)[-6:]}
    assert owner == {
        "scenario": {"korea"},
        "missile": {"Hwasong-7 (Nodong), minimum energy"},
        "state": {STATE.to_query()},
        "draws": {512},
        "hash": {archive.run_hash(page.scenario_of(STATE))},
        "computed": {str(dt.datetime.now(tz=dt.UTC).date())},
    }
    assert page.from_url(table["state"][0]) == STATE


# --- CZML ---


def as_czml3(packet: dict[str, Any]) -> dict[str, Any]:
    """A packet as czml3 takes it, which knows a span of distances by its own name alone."""
    label = packet.get("label", {})
    if "distanceDisplayCondition" not in label:
        return packet
    span = label["distanceDisplayCondition"]["distanceDisplayCondition"]
    known = {"distanceDisplayCondition": {"values": span}}
    return {**packet, "label": {**label, "distanceDisplayCondition": known}}


def test_czml_holds_flights_of_the_state_named_in_words(made: Made) -> None:
    packets = json.loads(made.text["czml"])
    Document(packets=[as_czml3(packet) for packet in packets])
    assert packets[0]["id"] == "document"
    flown = [p for p in packets if "interpolationDegree" in p.get("position", {})]
    assert len(flown) == 8
    assert {p["name"].split(" to ")[0] for p in flown} == {
        "Hwasong-7 from Hwangju", "Hwasong-7 from Tonghae",
    }  # fmt: skip
    assert len({p["id"] for p in packets}) == len(packets)
    assert not any(re.search(r"\bhwa[a-z]+|\bthaad\b|an-tpy-2", p["name"]) for p in packets)


def test_czml_areas_are_those_of_the_cells(made: Made) -> None:
    cells, wanted = boxes(made.grid), classes(made.area)
    found: dict[str, float] = dict.fromkeys(wanted, 0.0)
    for packet in json.loads(made.text["czml"]):
        if "polygon" in packet:
            rings = [packet["polygon"]["positions"]["cartographicDegrees"]]
            rings += packet["polygon"].get("holes", {}).get("cartographicDegrees", [])
            outer, *holes = (np.array(ring).reshape(-1, 3)[:, :2] for ring in rings)
            key = "#" + packet["id"].removeprefix("area-").rpartition("-")[0]
            found[key] += shapely.Polygon(outer, holes).area
            red, *_ = packet["polygon"]["material"]["solidColor"]["color"]["rgba"]
            least = int(key.rpartition("-")[2])
            fill = next(one.fill for one in colours.MAP.shares if one.least == least)
            assert red == int(fill[1:3], 16)
    for key, rows in wanted.items():
        # As in KML: drawn a hair wider than they are.
        assert found[key] == pytest.approx(sum(cells[i].area for i in rows), rel=5e-4)


def test_czml_has_battery_radar_and_names_that_do_not_lie_on_each_other(made: Made) -> None:
    packets = {p["id"]: p for p in json.loads(made.text["czml"])}
    site = packets["battery-1"]["position"]["cartographicDegrees"]
    assert site[:2] == [128.0, 36.4]
    assert {"radar-2", "radar-search", "radar-cued"} <= set(packets)
    assert packets["radar-search"]["polyline"]["clampToGround"] is True
    labelled = [p for p in packets.values() if "label" in p]
    # Nothing that moves has a name over it.
    assert all("cartographicDegrees" in p["position"] for p in labelled)
    far = [p for p in labelled if "distanceDisplayCondition" not in p["label"]]
    assert {"Hwangju", "Tonghae", "Seoul", "Busan"} <= {p["label"]["text"] for p in far}
    assert len(far) < len(labelled)
    places = [
        (p["position"]["cartographicDegrees"], len(p["label"]["text"]))
        for p in far
        if not p["id"].startswith(("battery", "radar"))
    ]
    for i, ((x, y, _), _) in enumerate(places):
        for (left, other, _), length in places[:i]:
            # A tenth of a degree a letter and a quarter of a degree a line.
            assert abs(y - other) > 0.25 or not left <= x <= left + 0.1 * length
