"""What a reader takes along: exports that other programs read, citations, descriptions and views."""

import contextlib
import csv
import datetime as dt
import io
import json
import math
import re
from collections import Counter
from typing import Any, NamedTuple

import numpy as np
import pytest
import shapely
from czml3 import Document
from fastkml import KML
from shapely.geometry import shape

from shieldmap import archive, catalog, export, formats, plain, results, scenario as scenarios
from shieldmap.answers import page
from shieldmap.answers.page import Session, State
from shieldmap.results import Cells, RunArea
from shieldmap.scenario import ScenarioError
from tests.records import whole

STATE = State(
    spacing_km=25.0, launch_points=("hwangju", "tonghae"), battery=(36.4, 128.0), reach_km=180.0
)
NOT_REACHED = State(missile="hwasong-5", launch_points=("samjiyon",), spacing_km=50.0)
NAMES = sorted(page.defence_scenarios())
DAEGU = (35.87, 128.59)


class Made(NamedTuple):
    """The files of one state, and what they were made of."""

    state: State
    session: Session
    area: results.Area
    grid: Cells
    text: dict[str, str]


@pytest.fixture(scope="module")
def made() -> Made:
    session = Session()
    area = session.area(STATE, draws=512).record()
    texts = {kind: page.file(session, STATE, kind).content for kind in page.KINDS}
    return Made(STATE, session, area, page.cells("KOR", 25.0), texts)


def boxes(grid: Cells) -> list[shapely.Polygon]:
    """The cells as rectangles of longitude and latitude."""
    y, x, h, w = (np.array(getattr(grid, k)) for k in
                  ("latitude_deg", "longitude_deg", "height_deg", "width_deg"))  # fmt: skip
    return list(shapely.box(x - w / 2, y - h / 2, x + w / 2, y + h / 2))


# --- GeoJSON ---


@pytest.fixture(scope="module")
def collection(made: Made) -> dict[str, Any]:
    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is no JSON")

    read: dict[str, Any] = json.loads(made.text["geojson"], parse_constant=refuse)
    return read


def cells_in(collection: dict[str, Any]) -> list[dict[str, Any]]:
    return [f for f in collection["features"] if f["geometry"]["type"] == "Polygon"]


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
    points = [f for f in collection["features"] if f["geometry"]["type"] == "Point"]
    assert len(points) == len(made.area.spots)
    for feature, spot in zip(points, made.area.spots, strict=True):
        assert feature["geometry"]["coordinates"] == [spot.longitude_deg, spot.latitude_deg]
        assert feature["properties"]["name_ko"] == spot.name_ko
        assert feature["properties"]["defended"] == spot.defended


# --- KML ---


class Area(NamedTuple):
    name: str
    style: str
    polygons: list[Any]


def areas_of(text: str) -> list[Area]:
    """The placemarks that fastkml reads; it wants bytes where a file names its encoding."""
    document = KML.from_string(text.encode()).features[0]
    return [
        Area(str(mark.name), mark.style_url.url, list(mark.geometry.geoms))
        for mark in document.features
    ]


def classes(area: results.Area) -> dict[str, list[int]]:
    """The cells of each class of the KML map."""
    found: dict[str, list[int]] = {"#defended": [], "#high_only": [], "#undefended": []}
    for i, (status, bits) in enumerate(zip(area.status, area.defended, strict=True)):
        if status == 0:
            key = "#defended" if bits & 1 else "#high_only" if bits & 4 else "#undefended"
            found[key].append(i)
    return found


def test_kml_areas_are_those_of_the_cells(made: Made) -> None:
    """Each class as large as its cells, holding their centres and no other's."""
    cells, wanted = boxes(made.grid), classes(made.area)
    found = areas_of(made.text["kml"])
    assert {a.style for a in found} == {key for key, rows in wanted.items() if rows}
    assert len(found) == 3
    for area in found:
        whole = shapely.union_all([shape(p.__geo_interface__) for p in area.polygons])
        expected = sum(cells[i].area for i in wanted[area.style])
        # Cells are drawn 0.02 % wider and higher so that gaps of rounding close: 0.04 % of area.
        assert whole.area == pytest.approx(expected, rel=5e-4)
        for key, rows in wanted.items():
            for i in rows:
                assert whole.contains(cells[i].centroid) is (key == area.style)


def test_kml_styles_are_defined_and_text_is_whole(made: Made) -> None:
    text = made.text["kml"]
    for area in areas_of(text):
        assert f'<Style id="{area.style[1:]}">' in text
    assert "hash" in text
    assert "not that it hits" in text
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>')


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
    about = export.About("9.9.9", ("A & B <C>",), "Limits & more")
    found = {a.style: a.polygons for a in areas_of(export.area_kml(area, grid, about))}
    (outer,) = found["#defended"]
    assert len(list(outer.interiors)) == 1
    hole = shapely.Polygon(next(iter(outer.interiors)).coords)
    # One cell of 0.2 degrees, less the hair by which its neighbours are wider.
    assert hole.area == pytest.approx(0.04, rel=1e-3)
    assert hole.contains(shapely.Point(127.2, 36.2))
    assert [len(list(p.interiors)) for p in found["#undefended"]] == [0]


def test_an_answer_without_samples_or_numbers_is_written_without_them() -> None:
    area, grid = ring_of_cells()
    rows = list(csv.DictReader(io.StringIO(export.area_csv(area, grid))))
    assert {row["probability_percent"] for row in rows} == {""}
    assert [row["reason"] for row in rows] == [*[""] * 4, "out-of-reach", *[""] * 4]
    read = json.loads(export.area_geojson(area, grid, export.About("1", (), "")))
    assert read["shieldmap"]["totals"]["share_of_people"]["value"] is None


# --- CSV ---


def test_csv_has_one_row_for_each_cell_and_the_numbers_of_the_answer(
    made: Made, collection: dict[str, Any]
) -> None:
    rows = list(csv.DictReader(io.StringIO(made.text["csv"])))
    assert len(rows) == made.area.cells
    assert None not in rows[0]
    for row, feature in zip(rows, cells_in(collection), strict=True):
        told = feature["properties"]
        assert list(row) == list(told)
        assert row == {key: "" if value is None else str(value) for key, value in told.items()}


# --- CZML of flights and of one engagement ---


def test_czml_holds_flights_of_the_state_that_end_on_the_ground(made: Made) -> None:
    packets = json.loads(made.text["czml"])
    Document(packets=packets)
    assert packets[0]["id"] == "document"
    flown = [p for p in packets if "path" in p]
    assert {point for p in flown for point in STATE.launch_points or () if point in p["name"]} == {
        "hwangju", "tonghae",
    }  # fmt: skip
    assert len({p["id"] for p in packets}) == len(packets)


@pytest.mark.parametrize("state", [State(scenario="timing"), NOT_REACHED], ids=["timing", "far"])
def test_a_state_without_flights_is_written_or_refused_in_a_sentence(
    state: State, made: Made
) -> None:
    with contextlib.suppress(ScenarioError):
        packets = json.loads(page.file(made.session, state, "czml").content)
        assert packets[0]["id"] == "document"


def at(packet: dict[str, Any], time_s: float) -> np.ndarray:
    """Longitude, latitude and height of a packet at a time, by its own interpolation."""
    rows = np.array(packet["position"]["cartographicDegrees"]).reshape(-1, 4)
    assert (np.diff(rows[:, 0]) > 0.0).all()
    return np.array([np.interp(time_s, rows[:, 0], rows[:, k]) for k in (1, 2, 3)])


@pytest.fixture(scope="module", params=["salvo", "moved", "undefended"])
def engaged(request: pytest.FixtureRequest, made: Made) -> tuple[State, list[dict[str, Any]]]:
    state = {
        "salvo": State(launch_points=("tonghae",)),
        "moved": STATE,
        "undefended": State(launch_points=("tonghae",), launchers=0),
    }[request.param]
    return state, page.engagement(made.session, state, *DAEGU)


def test_an_engagement_is_a_document_with_a_clock(
    engaged: tuple[State, list[dict[str, Any]]], made: Made
) -> None:
    state, packets = engaged
    Document(packets=packets)
    assert Counter(p["id"] for p in packets).most_common(1)[0][1] == 1
    told = page.why(made.session, state, *DAEGU)
    begin, end = packets[0]["clock"]["interval"].split("/")
    lasts = dt.datetime.fromisoformat(end) - dt.datetime.fromisoformat(begin)
    # Times are written to a microsecond.
    assert lasts.total_seconds() == pytest.approx(told.time_of_flight_s, abs=2e-6)
    events = [p for p in packets if p["id"].startswith("event-")]
    assert [p["name"] for p in events] == [row.event for row in told.timeline]
    for packet, row in zip(events, told.timeline, strict=True):
        start = dt.datetime.fromisoformat(packet["availability"].partition("/")[0])
        since = (start - dt.datetime.fromisoformat(begin)).total_seconds()
        assert since == pytest.approx(row.time_s, abs=2e-6)
        # The file knows the events exactly, the timeline lies on chords between samples of 1 s: they
        # sag by an eighth of the acceleration, up to 10 g in the boost.
        height = packet["position"]["cartographicDegrees"][2]
        assert height == pytest.approx(row.altitude_m, abs=12.5)


def test_interceptors_meet_the_target_where_it_is(
    engaged: tuple[State, list[dict[str, Any]]], made: Made
) -> None:
    state, packets = engaged
    by_id = {p["id"]: p for p in packets}
    told = page.why(made.session, state, *DAEGU)
    assert sum(p.startswith("interceptor-") for p in by_id) == len(told.interceptors)
    for number, shot in enumerate(told.interceptors, start=1):
        path = by_id[f"interceptor-{number}"]
        meeting = by_id[f"meeting-{number}"]["position"]["cartographicDegrees"]
        target = at(by_id["target"], shot.intercept_s)
        end = at(path, shot.intercept_s)
        # The target is drawn every 5 s: between samples a chord sags by g/8 * 25 s^2 = 31 m at most,
        # and as much along the ground is 3e-4 degrees.
        assert end[2] == pytest.approx(target[2], abs=31.0)
        assert meeting[2] == pytest.approx(target[2], abs=31.0)
        assert end[:2] == pytest.approx(target[:2], abs=3e-4)
        site = page.scenario_of(state).defence.battery
        start = at(path, shot.launch_s)
        # Places are written to a micro-degree.
        assert start[:2] == pytest.approx([site.longitude_deg, site.latitude_deg], abs=2e-6)


def test_the_engagements_have_interceptors_or_none(made: Made) -> None:
    counted = [
        len(page.why(made.session, state, *DAEGU).interceptors)
        for state in (State(launch_points=("tonghae",)),
                      State(launch_points=("tonghae",), launchers=0))
    ]  # fmt: skip
    assert counted[0] == 2
    packets = page.engagement(made.session, State(launch_points=("tonghae",), launchers=0), *DAEGU)
    drawn = sum(p["id"].startswith("interceptor-") for p in packets)
    assert drawn == counted[1]


def test_interceptors_leave_from_the_height_of_the_battery(made: Made) -> None:
    packets = page.engagement(made.session, State(launch_points=("tonghae",)), *DAEGU)
    (path,) = (p for p in packets if p["id"] == "interceptor-1")
    battery = page.scenario_of(State()).defence.battery
    assert path["position"]["cartographicDegrees"][3] == pytest.approx(
        battery.altitude_m, abs=100.0
    )


def test_no_engagement_is_drawn_where_nothing_arrives(made: Made) -> None:
    with pytest.raises(ScenarioError, match="not reached by this flight: expected"):
        page.engagement(made.session, NOT_REACHED, *DAEGU)


# --- TOML and the citation ---

TAKEN = [
    STATE, State(), State(scenario="timing", doctrine="single"),
    State(scenario="korea-2026-03", radar=(36.5, 127.5), boresight_deg=10.0, launchers=3),
    State(trajectory="lofted", apogee_km=300.0, rcs_m2=0.02, floor_km=50.0, ceiling_km=140.0),
]  # fmt: skip


@pytest.mark.parametrize("state", TAKEN, ids=State.to_query)
def test_toml_read_again_is_the_scenario_of_the_state(state: State, made: Made) -> None:
    read = scenarios.parse(page.file(made.session, state, "toml").content)
    assert read == page.scenario_of(state)
    assert archive.run_hash(read) == archive.run_hash(page.scenario_of(state))


def test_toml_read_again_gives_the_answer_of_the_state(made: Made) -> None:
    """A reader with the file and no page gets the same numbers."""
    from shieldmap import campaign, footprint

    read = scenarios.parse(made.text["toml"])
    own = tuple(t for t in read.threats if t.id == made.area.threat)
    this = campaign.study(read.model_copy(update={"threats": own}))
    where = footprint.places(read)
    prints = footprint.defended_area(this, where)
    sums = footprint.threat_sums(this, where, prints, made.area.threat)
    assert made.area.totals.defended == sums.defended
    assert made.area.totals.threatened == sums.threatened


@pytest.mark.parametrize("state", TAKEN, ids=State.to_query)
def test_the_citation_names_version_hash_and_address(state: State, made: Made) -> None:
    from importlib.metadata import version

    text = page.file(made.session, state, "citation").content
    found = re.search(r"hash ([0-9a-f]{12}), state \?(\S+), computed ", text)
    assert found, text
    read = scenarios.parse(page.file(made.session, state, "toml").content)
    assert found[1] == archive.run_hash(read)
    assert page.from_url(found[2]) == state
    assert f"Shieldmap {version('shieldmap')}," in text
    assert f"'{state.scenario}'" in text
    # Whose licences ask to be named; the page's About box and the map pack have the whole text.
    for owner in (
        "Natural Earth",
        "GeoNames (CC BY 4.0)",
        "Statistics Korea (KOGL type 1)",
        "NOAA",
    ):
        assert owner in text
    assert page.file(made.session, STATE, "geojson").content.count(
        archive.run_hash(page.scenario_of(STATE))
    )


def test_the_address_in_a_citation_has_its_hash(made: Made) -> None:
    state = State(reach_km=200.0 / 3.0)
    text = page.file(made.session, state, "citation").content
    found = re.search(r"hash ([0-9a-f]{12}), state \?(\S+), computed ", text)
    assert found
    assert archive.run_hash(page.scenario_of(page.from_url(found[2]))) == found[1]


@pytest.mark.parametrize("kind", [kind for kind in page.KINDS if kind != "czml"])
def test_a_state_that_threatens_nothing_is_written(kind: str, made: Made) -> None:
    text = page.file(made.session, NOT_REACHED, kind).content
    assert text
    if kind == "kml":
        assert list(KML.from_string(text.encode()).features[0].features) == []
    if kind == "csv":
        rows = list(csv.DictReader(io.StringIO(text)))
        assert {row["status"] for row in rows} == {"not-threatened"}
    if kind == "geojson":
        assert json.loads(text)["shieldmap"]["totals"]["share_of_people"]["value"] is None


@pytest.mark.parametrize("kind", page.KINDS)
def test_files_are_named_after_the_scenario_and_end_in_a_newline(kind: str, made: Made) -> None:
    written = page.file(made.session, STATE, kind)
    ending, media_type, _ = page.KINDS[kind]
    digest = archive.run_hash(page.scenario_of(STATE))[:8]
    assert written.name == f"shieldmap-korea-{digest}.{ending}"
    assert written.media_type == media_type
    assert written.content.endswith("\n")
    # The same state gives the same bytes.
    assert written.content == made.text[kind]


# --- descriptions ---


@pytest.fixture(scope="module", params=NAMES)
def description(request: pytest.FixtureRequest) -> dict[str, Any]:
    return page.described(request.param)


def test_a_description_is_json_without_nan(description: dict[str, Any]) -> None:
    text = json.dumps(description, allow_nan=False)
    assert json.loads(text) == description
    assert plain.values(description) == description


def test_every_slider_is_a_field_and_its_ends_are_accepted(description: dict[str, Any]) -> None:
    sliders = [row for row in description["parameters"] if row["key"] is not None]
    assert len({row["key"] for row in sliders}) == len(sliders) >= 8
    for row in sliders:
        assert row["key"] in State.model_fields
        assert row["minimum"] <= row["value"] <= row["maximum"]
        assert 0 < row["step"] <= row["maximum"] - row["minimum"]
        for end in ("minimum", "maximum", "value"):
            state = page.from_url(f"scenario={description['name']}&{row['key']}={row[end]}")
            assert getattr(state, row["key"]) == row[end]
            page.scenario_of(state)


def test_a_slider_shows_the_number_that_its_field_sets(description: dict[str, Any]) -> None:
    """Unit and factor: the maximum set through the state is told as the value."""
    from shieldmap import campaign

    for row in description["parameters"]:
        if row["key"] is None or row["key"] == "boresight_deg":
            continue
        state = State(scenario=description["name"], **{row["key"]: float(row["maximum"])})
        scenario = page.scenario_of(state)
        found = next(r for r in campaign.scenario_rows(scenario) if r.name == row["name"])
        factor = {"km": 1e3, "deg": math.pi / 180.0, "s": 1.0, "m/s": 1.0, "": 1.0}[row["unit"]]
        # Degrees to radians and back: rounding.
        assert found.value / factor == pytest.approx(row["maximum"], rel=1e-12)


def test_every_parameter_lies_in_its_range(description: dict[str, Any]) -> None:
    for row in description["parameters"]:
        if row["name"] == "boresight":
            width = (row["high"] - row["low"]) % 360.0
            assert (row["value"] - row["low"]) % 360.0 <= width
        else:
            assert row["low"] <= row["value"] <= row["high"], row["name"]
        for rival in row["rivals"]:
            assert rival["unit"]
            assert rival["source"]


def test_rivals_are_told_in_the_unit_of_their_parameter(description: dict[str, Any]) -> None:
    """The published rivals of THAAD's reach of 200 km are kilometres as well; some systems have none."""
    row = next(row for row in description["parameters"] if row["name"] == "reach")
    assert row["unit"] == "km"
    found = catalog.defence(description["defence"]["system"]).envelope.reach
    wanted = [rival.si / 1e3 for rival in found.rivals]
    assert wanted or description["defence"]["system"] != "thaad"
    assert [rival["value"] for rival in row["rivals"]] == pytest.approx(wanted, rel=1e-8)


def cited(content: Any) -> list[str]:
    """Keys in every field named source, walked without the program's own walk."""
    if isinstance(content, dict):
        own = content.get("source")
        keys = (
            [part.split("#")[0].strip() for part in own.split(",")] if isinstance(own, str) else []
        )
        return keys + [key for value in content.values() for key in cited(value)]
    if isinstance(content, list):
        return [key for item in content for key in cited(item)]
    return []


def test_every_source_that_is_cited_is_described_and_no_other(description: dict[str, Any]) -> None:
    sources = description["sources"]
    told = {key: value for key, value in description.items() if key != "sources"}
    assert set(cited(told)) == set(sources)
    assert all(entry.get("title") for entry in sources.values())


def test_a_description_is_that_of_its_scenario(description: dict[str, Any]) -> None:
    own = scenarios.load(description["name"])
    assert description["hash"] == archive.run_hash(own)
    assert [t["id"] for t in description["threats"]] == [t.id for t in own.threats]
    assert description["default_threat"] in {t.id for t in own.threats}
    assert description["has_raid"] is (own.raid is not None)
    points = {point["id"] for point in description["launch_points"]}
    for threat in description["threats"]:
        assert set(threat["launch_points"]) <= points
        # What a page offers first can be asked for.
        page.scenario_of(State(scenario=own.name, threat=threat["id"]))


def test_every_missile_offered_can_be_flown_in_some_class(description: dict[str, Any]) -> None:
    assert description["missiles"]
    for missile in description["missiles"]:
        accepted = []
        for trajectory in ("minimum-energy", "lofted", "depressed"):
            state = State(
                scenario=description["name"], missile=missile["id"], trajectory=trajectory
            )
            try:
                page.scenario_of(state)
            except ScenarioError:
                continue
            accepted.append(trajectory)
        assert accepted, missile["id"]


# --- a view ---


def test_a_view_gives_the_answers_of_the_desk(made: Made) -> None:
    view = page.View.from_url(f"http://127.0.0.1/?{STATE.to_query()}&lang=ko")
    assert view.state == STATE
    assert view.scenario == page.scenario_of(STATE)
    clock = ("flown_s", "elapsed_s")
    assert {
        k: v for k, v in plain.values(view.area(draws=512).as_json()).items() if k not in clock
    } == {k: v for k, v in plain.values(made.area.as_json()).items() if k not in clock}
    assert view.save("csv") == made.text["csv"]
    assert STATE.to_query() in repr(view)


def test_a_view_in_a_notebook_shows_its_headline(made: Made) -> None:
    share = made.area.totals.share_of_people.value
    shown = page.View(STATE)._repr_html_()
    assert f"<b>{formats.percent(share)}</b>" in shown
    assert "<script" not in shown
    # An address in markup: its ampersands are escaped.
    assert STATE.to_query().replace("&", "&amp;") in shown


@pytest.mark.parametrize("url", ["reach_km=x", "missile=kn-23", "scenario=../x"])
def test_a_view_of_a_bad_address_is_refused_at_once(url: str) -> None:
    with pytest.raises(ScenarioError, match="expected"):
        page.View.from_url(url)


def test_a_view_says_which_names_it_does_not_know() -> None:
    view = page.View(State(scenario="timing"))
    with pytest.raises(ValueError, match="'Atlantis' is no town of the map pack: expected"):
        view.defended("Atlantis")
    with pytest.raises(ValueError, match="'pdf' is no export: expected one of geojson, kml"):
        view.save("pdf")
    assert view.defended("대구").name == "Daegu"


def test_a_view_that_threatens_nobody_is_shown() -> None:
    assert "0" in page.View(NOT_REACHED)._repr_html_()
