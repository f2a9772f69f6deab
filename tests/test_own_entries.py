"""A study of one's own: entries, places, grounds and the files that ``shieldmap new`` writes."""

import json
import math
import re
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from shieldmap import archive, campaign, catalog, footprint, geodata, scenario
from shieldmap.answers import flight_cache, flights, page, session as sessions, skeletons
from shieldmap.answers.places import InputError
from shieldmap.footprint import arc_track
from shieldmap.scenario import ScenarioError
from tests.test_cli import call

FAR = """
[[defences]]
from = "thaad"
id = "thaad-far"
name = "THAAD with 300 km"
[defences.envelope.reach]
value = 300
low = 200
high = 300
basis = "estimate"
source = "my-guess"
note = "What if."

[[sources]]
key = "my-guess"
title = "A guess of mine"
"""


def study_text(**changes: str) -> str:
    """The embedded study `timing`, renamed, with texts replaced."""
    text = scenario.source_text("timing").replace('name = "timing"', 'name = "mine"', 1)
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    return text


def refusal(text: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        scenario.parse(text, "mine.toml")
    said = str(caught.value)
    assert "\n" not in said
    return said


# ---------------------------------------------------------------------------------------------
# Entries


def folder_with(tmp_path: Path, **files: str) -> Path:
    folder = tmp_path / "mine"
    (folder / "catalogue" / "missiles").mkdir(parents=True)
    (folder / "study.toml").write_text(
        study_text().replace('system = "thaad"', 'system = "thaad-far"'), encoding="utf-8"
    )
    (folder / "catalogue" / "far.toml").write_text(FAR, encoding="utf-8")
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_folder_is_a_study_with_entries_of_its_own(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    given = scenario.load(folder)
    far, thaad = given.catalogue.defence("thaad-far"), catalog.defence("thaad")
    assert far.envelope.reach.si == 300e3
    # A number is replaced as a whole, so that it keeps no range or rival of another source.
    assert far.envelope.reach.rivals == ()
    assert far.envelope.floor == thaad.envelope.floor
    assert far.interceptor == thaad.interceptor
    assert scenario.load(folder / "study.toml") == given
    assert "thaad-far" in given.system_ids
    assert "my-guess" in given.source_keys
    # The embedded catalogue does not know it.
    with pytest.raises(catalog.CatalogError):
        catalog.load("thaad-far")


def test_a_checked_study_needs_no_other_file(tmp_path: Path) -> None:
    given = scenario.load(folder_with(tmp_path))
    again = scenario.parse(scenario.to_toml(given))
    assert again == given
    assert again.content_hash() == given.content_hash()
    assert scenario.build(given.as_mapping()) == given


def test_own_numbers_change_the_answer_and_the_hash(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    far = scenario.load(folder)
    near = scenario.parse(study_text())
    assert archive.run_hash(far) != archive.run_hash(near)
    reach = {row.name: row for row in campaign.scenario_rows(far)}["reach"]
    assert (reach.value, reach.low, reach.high) == (300e3, 200e3, 300e3)
    assert reach.source == "my-guess"


def test_tables_at_the_top_are_the_same_entries(tmp_path: Path) -> None:
    whole = study_text().replace('system = "thaad"', 'system = "thaad-far"') + FAR
    assert scenario.parse(whole) == scenario.load(folder_with(tmp_path))


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('[[defences]]\nfrom = "thad"\nid = "x"', "'thad' is not in the catalogue: did you mean thaad"),
        ('[[defences]]\nfrom = "hwasong-7"\nid = "x"', "from is 'hwasong-7', a missile: expected one of defences"),
        ('[[defences]]\nid = "x"', "defences[0]: the file has no 'name'"),
        ('[[defences]]\nfrom = "thaad"', "defences[0] has no 'id'"),
        ('[[defences]]\nfrom = "thaad"\nid = "x"\naliases = ["thaad"]', "'thaad' is a name of thaad already"),
        ('[[defences]]\nfrom = "thaad"\nid = "x"\nwheels = 4', "'wheels' is not a field of the catalogue"),
        ('[[defences]]\nfrom = 7\nid = "x"', "from is 7: expected the id of an entry in quotes"),
        ('[defences]\nid = "x"', "defences is a table"),
        ('[[missiles]]\nfrom = "hwasong-7"\nid = "x"\n[missiles.payload.mass]\nvalue = 5', "payload.mass has no 'basis'"),
        ('[[missiles]]\nfrom = "hwasong-7"\nid = "x"\n[missiles.payload.mass]\nvalue = 5\nbasis = "estimate"\nsource = "nobody-1999"\nnote = "n"', 'is "nobody-1999": expected a key of the bibliography'),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_one_sentence(table: str, words: str) -> None:
    assert words in refusal(study_text() + "\n" + table + "\n")


def test_catalog_check_says_what_a_folder_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_with(tmp_path)
    assert call(capsys, "catalog", "check", str(folder))[0] == 0
    (folder / "catalogue" / "missiles" / "bad.toml").write_text(
        'from = "hwasong-7"\nid = "bad"\n[payload.mass]\nvalue = 900\nunit = "kg"\n'
        'basis = "published"\nsource = "nobody-1999"\n',
        encoding="utf-8",
    )
    code, out, _ = call(capsys, "catalog", "check", str(folder))
    assert code == 1
    assert "bad: payload.mass cites 'nobody-1999', which no bibliography has" in out
    assert "bad: payload.mass has no range" in out
    title = f'[[sources]]\nkey = "mine"\ntitle = "{scenario.PLACEHOLDER}"\n'
    (folder / "catalogue" / "missiles" / "bad.toml").write_text(title, encoding="utf-8")
    assert (
        "sources: 'mine' has the title that it was written with"
        in call(capsys, "catalog", "check", str(folder))[1]
    )
    code, _, err = call(capsys, "catalog", "check", str(tmp_path))
    assert code == 2
    assert "has no entries" in err


# ---------------------------------------------------------------------------------------------
# Skeletons


@pytest.mark.parametrize("country", ["ISR", "JPN", "FJI", "ROU"])
def test_a_new_study_can_be_run_as_it_stands(country: str) -> None:
    made = skeletons.study_file("mine", "mine", country=country)
    given = scenario.parse(made.text)
    assert given.grid.country == (country,)
    assert 0 < geodata.land_cells(given.ground, given.spacing_m).latitude_deg.size < 5000
    battery, point = given.defence.battery, given.launch_points[0]
    # Within 30 km of a cell: the outlines are simple, and Jerusalem lies on the edge of Israel's.
    cells = geodata.land_cells(given.ground, 10e3)
    north = np.abs(cells.latitude_deg - battery.latitude_deg)
    east = np.abs(cells.longitude_deg - battery.longitude_deg)
    assert np.hypot(north, east).min() < 0.27
    assert abs(point.latitude_deg - battery.latitude_deg) == pytest.approx(5.4, abs=0.1)


@pytest.mark.parametrize("kind", list(skeletons.FOLDERS))
def test_every_commented_line_of_a_new_entry_can_be_switched_on(kind: str) -> None:
    """With all comments that are TOML taken away, the entry is the one that it starts from."""
    made = skeletons.entry_file(kind, "mine")
    lines = [
        line.removeprefix("# ")
        if re.match(r"# (\[|[a-z_]+ = )", line)
        and "my-report" not in line
        and "[[sources]]" not in line
        else line
        for line in made.text.splitlines()
        if not re.match(r"# (title|year|url) = ", line)
    ]
    table = tomllib.loads("\n".join(lines))
    folder = skeletons.FOLDERS[kind]
    entry = catalog.own_entry(folder, table, "mine", catalog.EMBEDDED)
    like = catalog.load(skeletons.LIKE[kind])
    ours, theirs = (
        {path: (q.value, q.low, q.high, q.unit, q.source) for path, q in catalog.quantities(one)}
        for one in (entry, like)
    )
    assert ours == theirs


def test_a_missile_of_which_a_flight_alone_is_known_is_fitted_to_it() -> None:
    flown = skeletons.Flown(1000.0, 400.0, "35,51", 90.0)
    made = skeletons.entry_file("missile", "mine", flown=flown)
    table = tomllib.loads(made.text)
    mass = table["payload"]["mass"]
    assert mass["basis"] == "estimate"
    assert mass["low"] < mass["value"] < mass["high"]
    assert table["published"]["range"]["value"] == 1000.0
    assert table["sources"][0]["key"] == table["published"]["range"]["source"]
    with pytest.raises(InputError, match="take another missile to start from"):
        skeletons.entry_file("missile", "mine", flown=flown._replace(range_km=9000.0))


@pytest.mark.parametrize("name", ["", "UPPER", "a b", "../x", "x" * 65])
def test_a_name_that_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="expected 1 to 64 lower-case letters"):
        skeletons.study_file(name, "mine")


def test_new_writes_nothing_over_what_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("new", "defence", "far", "-o", str(tmp_path))
    code, out, _ = call(capsys, *asked)
    assert code == 0
    assert 'study.toml beside catalogue/ must name it: system = "far" in [defence].' in out
    path = tmp_path / "catalogue" / "defences" / "far.toml"
    before = path.read_bytes()
    code, _, err = call(capsys, *asked)
    assert code == 2
    assert "is there already" in err
    assert path.read_bytes() == before


# ---------------------------------------------------------------------------------------------
# Grounds


def grid(**table: Any) -> scenario.Scenario:
    raw = scenario.load("timing").as_mapping()
    raw["grid"] = table
    return scenario.build(raw)


def test_a_grid_lies_over_several_countries() -> None:
    given = grid(country=["ISR", "JOR"], spacing_km=20)
    where = footprint.places(given)
    alone = [geodata.land_cells(code, 20e3).latitude_deg.size for code in ("ISR", "JOR")]
    assert (where.kind == footprint.CELL).sum() == sum(alone)
    totals = [geodata.country_total(code) for code in ("ISR", "JOR")]
    assert where.people.sum() == pytest.approx(sum(one.people for one in totals if one), rel=1e-9)


def test_a_grid_lies_over_a_province_with_its_people() -> None:
    """Gangwon-do had 1,521,763 residents in the census of 2020 and 16,830 km2 (Statistics Korea)."""
    given = grid(country="KOR", provinces=["Gangwon"], spacing_km=5)
    where = footprint.places(given)
    # Five people of a neighbourhood across the border of its outline; cells of 25 km2 along it.
    assert where.people.sum() == pytest.approx(1_521_763, rel=1e-3)
    assert where.area_m2.sum() == pytest.approx(16_830e6, rel=0.03)


def test_a_box_may_hold_the_date_line() -> None:
    given = grid(country="FJI", box_deg=[176, -19.5, -178, -16], spacing_km=5)
    longitude = geodata.land_cells(given.ground, 5e3).longitude_deg
    assert longitude.min() < -178.0
    assert longitude.max() > 176.0


def test_people_of_a_file_take_the_place_of_the_packs(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(
        "latitude_deg,longitude_deg,people\n37.57,126.98,1000\n35.18,129.08,500\n10,10,7\n",
        encoding="utf-8",
    )
    text = study_text(**{"spacing_km = 5": 'spacing_km = 20\npeople_file = "people.csv"'})
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    given = scenario.load(path)
    # The point in Africa has no cell near it.
    assert footprint.places(given).people.sum() == 1500.0
    assert geodata.people_source(given.ground) == "the study's own numbers of people"


PLACES = """name,latitude_deg,longitude_deg,people,name_ko
Dededo,13.52,144.84,44908,데데도
Yigo,13.53,144.89,19339,
"""


def places_study(tmp_path: Path, file: str, content: str) -> scenario.Scenario:
    (tmp_path / file).write_text(content, encoding="utf-8")
    text = (
        study_text()
        .split("[grid]")[0]
        .replace("summary =", f'places_file = "{file}"\nplaces_source = "geonames"\nsummary =', 1)
    )
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return scenario.load(path)


def test_places_alone_are_a_study(tmp_path: Path) -> None:
    given = places_study(tmp_path, "places.csv", PLACES)
    assert [(place.id, place.people) for place in given.places] == [
        ("dededo", 44908),
        ("yigo", 19339),
    ]
    where = footprint.places(given)
    assert where.kind.tolist() == [footprint.CELL, footprint.CELL, footprint.TOWN, footprint.TOWN]
    cells = where.kind == footprint.CELL
    assert where.people[cells].sum() == 44908 + 19339
    assert where.area_m2.sum() == 0.0
    assert "grid" not in given.as_mapping()
    assert scenario.parse(scenario.to_toml(given)) == given


def test_geojson_says_the_same_as_csv(tmp_path: Path) -> None:
    features = [
        {"type": "Feature", "properties": {"name": "Dededo", "people": 44908, "name_ko": "데데도"},
         "geometry": {"type": "Point", "coordinates": [144.84, 13.52]}},
        {"type": "Feature", "properties": {"name": "Yigo", "people": 19339},
         "geometry": {"type": "Point", "coordinates": [144.89, 13.53, 0]}},
    ]  # fmt: skip
    text = json.dumps({"type": "FeatureCollection", "features": features})
    one, two = tmp_path / "a", tmp_path / "b"
    one.mkdir()
    two.mkdir()
    assert places_study(one, "places.csv", PLACES) == places_study(two, "places.geojson", text)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("name,latitude_deg,longitude_deg\nA,1,2\n", "expected a column 'people' once"),
        ("name,latitude_deg,longitude_deg,people\n,1,2,3\n", "line 2: expected a name"),
        ("name,latitude_deg,longitude_deg,people\nA,1,x,3\n", 'longitude_deg is "x"'),
        ("name,latitude_deg,longitude_deg,people\nA,91,2,3\n", "places[0].latitude_deg is 91"),
        ('{"type": "FeatureCollection"}', "expected a GeoJSON FeatureCollection of points"),
        ('{"features": [{"geometry": {"type": "Polygon"}}]}', "feature 1 is a Polygon"),
    ],
)
def test_a_wrong_file_of_places_is_one_sentence(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        places_study(tmp_path, "places.csv", content)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"country": ["KOR", "KOR"], "spacing_km": 20}, "grid.country[1]"),
        ({"country": ["KOR", "XXX"], "spacing_km": 20}, 'grid.country[1] is "XXX"'),
        ({"country": [], "spacing_km": 20}, "grid.country is a list of 0"),
        ({"country": "KOR", "provinces": ["Gangwan"], "spacing_km": 20}, "did you mean Gangwon"),
        ({"country": "FRA", "provinces": ["X"], "spacing_km": 20}, "the map pack has none of France"),
        ({"country": "KOR", "box_deg": [1, 2, 3], "spacing_km": 20}, "grid.box_deg"),
        ({"country": "KOR", "box_deg": [126, 38, 128, 37], "spacing_km": 20}, "west, south, east and north"),
        ({"country": "KOR", "box_deg": [0, 0, 1, 1], "spacing_km": 20}, "no cell of that size"),
    ],
)  # fmt: skip
def test_a_wrong_ground_is_one_sentence(table: dict[str, Any], words: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        grid(**table)
    assert words in str(caught.value)


def test_a_study_without_any_ground_is_refused() -> None:
    assert "grid is missing: expected a table [grid], or tables [[places]]" in refusal(
        study_text().split("[grid]")[0]
    )


# ---------------------------------------------------------------------------------------------
# Missiles with lift


def lifted(**changes: Any) -> scenario.Scenario:
    threat = {
        "missile": "kn-23",
        "class": "depressed",
        "apogee_km": 50,
        "launch_points": ["wonsan"],
    }
    raw = scenario.load("timing").as_mapping()
    raw["threats"] = [{**threat, **changes}]
    return scenario.build({k: v for k, v in raw.items() if v is not None})


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"apogee_km": 150}, "a published apogee of kn-23, 20 to 100 km: only those are flown"),
        ({"apogee_range_km": [30, 120]}, "a published apogee of kn-23"),
        ({"class": "lofted"}, "depressed, with an apogee, because kn-23 flies with lift"),
    ],
)
def test_only_published_flights_with_lift_are_flown(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        lifted(**changes)
    assert words in str(caught.value)


def test_a_flight_with_lift_peaks_where_it_is_held_and_falls_where_it_is_aimed() -> None:
    this = campaign.study(lifted(apogee_range_km=[36, 60]), variants=campaign.ENDS_ONLY)
    latitude, longitude = np.radians([[36.0, 35.2], [128.3, 129.1]])
    judged = campaign.judge(this, this.cases[0], latitude, longitude)
    assert judged.aims.status.tolist() == [0, 0]
    # The solver's own goal, ten metres.
    assert np.all(judged.flights.event_altitude_m[:, 1] == pytest.approx(50e3, abs=10.0))
    assert np.all(judged.aims.residual_m < 10.0)


def test_draws_of_a_flight_with_lift_take_a_family_of_bodies() -> None:
    from shieldmap.footprint import spread

    this = campaign.study(lifted(apogee_range_km=[36, 60]))
    drawn = spread.drawn_missiles(this, this.cases[0])
    entry = catalog.missile("kn-23")
    assert entry.lift is not None
    ratios = {one.lift_to_drag for one in drawn}
    assert len(ratios) == spread.LEVELS
    assert min(ratios) > entry.lift.lift_to_drag.low_si
    assert max(ratios) < entry.lift.lift_to_drag.high_si
    assert len({one.apogee_m for one in drawn}) == spread.LEVELS
    arc = campaign.study(scenario.load("timing"))
    assert {one.lift_to_drag for one in spread.drawn_missiles(arc, arc.cases[0])} == {0.0}
    assert math.isfinite(drawn[0].release_speed_m_s)


# ---------------------------------------------------------------------------------------------
# On the page


def test_the_page_opens_a_study_of_ones_own_with_its_sources(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    path = folder / "study.toml"
    text = path.read_text(encoding="utf-8").replace('name = "mine"', 'name = "mine-on-page"')
    path.write_text(text, encoding="utf-8")
    given = scenario.load(folder)
    with pytest.raises(ScenarioError, match="scenario is 'mine-on-page': expected one of"):
        page.base_of(page.State(scenario="mine-on-page"))
    page.open_study(given)
    assert page.base_of(page.State(scenario="mine-on-page")) == given
    told: Any = page.described("mine-on-page")
    reach = next(row for row in told["parameters"] if row["name"] == "reach")
    assert (reach["value"], reach["source"]) == (300.0, "my-guess")
    assert told["sources"]["my-guess"]["title"] == "A guess of mine"
    assert told["defence"]["system_name"] == "THAAD with 300 km"


def test_the_page_opens_no_study_under_the_name_of_another() -> None:
    with pytest.raises(ScenarioError, match="timing is the name of another study"):
        page.open_study(scenario.load("timing"))
    with pytest.raises(ScenarioError, match="israel is the name of another study"):
        page.open_study(scenario.load("timing").model_copy(update={"name": "israel"}))


@pytest.mark.parametrize("name", ["korea", "guam", "japan", "gulf-2026"])
def test_the_page_knows_where_a_study_lies(name: str) -> None:
    bounds: Any = page.described(name)["bounds_deg"]
    given = scenario.load(name)
    where = footprint.places(given)
    inside = where.kind == footprint.CELL
    assert bounds["south"] < where.latitude_deg[inside].min()
    assert where.latitude_deg[inside].max() < bounds["north"]
    assert bounds["west"] < where.longitude_deg[inside].min()
    assert where.longitude_deg[inside].max() < bounds["east"]


def test_two_studies_may_call_two_missiles_by_one_name() -> None:
    """Their flights differ, and a session that answers for both keeps them apart."""
    own = '\n[[missiles]]\nfrom = "hwasong-7"\nid = "x9"\n[missiles.payload.mass]\nvalue = {}\nlow = 400\nhigh = 1200\nbasis = "estimate"\nsource = "shieldmap-estimate"\nnote = "What if."\n'
    light, heavy = (
        scenario.parse(study_text(**{'missile = "hwasong-6"': 'missile = "x9"'}) + own.format(mass))
        for mass in (500, 1000)
    )
    session = page.Session()
    one, two = (session._cases_of(given)[0] for given in (light, heavy))
    assert (one.missile.payload_kg, two.missile.payload_kg) == (500.0, 1000.0)
    again = session._cases_of(light)[0]
    assert again.missile.payload_kg == 500.0
    assert flight_cache._flight_key(one) != flight_cache._flight_key(two)
    slow = one._replace(missile=one.missile._replace(pitch_s=one.missile.pitch_s + 1.0))
    assert flight_cache._flight_key(one) != flight_cache._flight_key(slow)


def test_places_alone_have_no_spacing_on_the_page() -> None:
    guam = scenario.load("guam")
    where = sessions.places_of(guam)
    assert (where.kind == footprint.CELL).sum() == 19
    asked = page.State(scenario="guam", spacing_km=25)
    assert page.scenario_of(asked) == guam


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"study.toml": "catalogue = 5\n"}, "catalogue is 5"),
        ({"study.toml": "catalogue.missiles = 5\n"}, "catalogue.missiles is 5: expected tables"),
        ({"study.toml": "sources = 5\n"}, "sources is 5"),
        ({"catalogue/a.toml": "missiles = 5\n"}, "missiles is not a table of entries"),
        ({"catalogue/missiles/a.toml": "sources = 5\n"}, "sources is 5: expected [[sources]]"),
        ({"catalogue/a.toml": "[[missiles]]\nid = 7\n"}, "id is 7: expected 1 to 64"),
        ({"catalogue/a.toml": '[[missiles]]\nid = "../x"\n'}, "id is '../x': expected 1 to 64"),
        ({"catalogue/a.toml": '[[missiles]]\nid = "x"\nfrom = "zzz"\n'}, "a.toml: from: 'zzz' is not in"),
        ({"catalogue/a.toml": f"[[missiles]]\nid = {'9' * 5000}\n"}, "a number of thousands of digits"),
        ({"catalogue/a.toml": "[[missiles]\n"}, "a.toml: TOML syntax error"),
        ({"study.toml": 'places_file = "../x.csv"\nplaces_source = "geonames"\n'}, "leads out of the folder"),
        ({"study.toml": 'places_file = "/etc/hostname"\n'}, "leads out of the folder"),
        ({"study.toml": "places_file = 7\n"}, "places_file is not a known key"),
    ],
)  # fmt: skip
def test_odd_files_of_a_study_are_one_sentence(
    tmp_path: Path, files: dict[str, str], words: str
) -> None:
    folder = folder_with(tmp_path)
    for name, text in files.items():
        path = folder / name
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(text + before, encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        scenario.load(folder)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_people_outside_the_ground_are_not_counted(tmp_path: Path) -> None:
    people = [
        {"latitude_deg": 37.5, "longitude_deg": 127.05, "people": 1000.0},
        {"latitude_deg": 37.5, "longitude_deg": 127.15, "people": 500.0},  # beyond the box
        {"latitude_deg": 38.4, "longitude_deg": 127.05, "people": 700.0},  # in North Korea
    ]
    given = grid(country="KOR", box_deg=[126, 36, 127.1, 39], spacing_km=5, people=people)
    assert footprint.places(given).people.sum() == 1000.0


def test_a_box_in_longitudes_east_alone_is_the_same_box() -> None:
    east = grid(country="FJI", box_deg=[176, -19.5, 182, -16], spacing_km=5)
    assert east.ground.box_deg == (176.0, -19.5, -178.0, -16.0)


def test_a_file_of_people_that_was_not_read_is_refused() -> None:
    with pytest.raises(ScenarioError, match=r"grid\.people_file"):
        grid(country="KOR", spacing_km=20, people_file="people.csv")


def test_a_new_study_of_a_missile_with_lift_flies_a_published_flight() -> None:
    made = skeletons.study_file("mine", "mine", like={"missile": "kn-23"})
    (threat,) = scenario.parse(made.text).threats
    assert (threat.trajectory, threat.apogee_km) == ("depressed", 50.0)
    with pytest.raises(InputError, match="which is not flown"):
        skeletons.study_file("mine", "mine", like={"missile": "hwasong-11ma"})


def test_a_lifted_missile_flies_from_no_given_state() -> None:
    with pytest.raises(InputError, match="flies with lift, and only as published"):
        flights.fly("kn-23", from_burnout="39,127,40,2500,20,90")


def test_a_track_that_expects_an_arc_is_late_for_a_body_that_lifts() -> None:
    """Half of the lift times the square of the time ahead: 30 s at 5 m/s2 are 2.2 km."""
    this = campaign.study(lifted(apogee_range_km=[36, 60]), variants=campaign.ENDS_ONLY)
    case, entry = this.cases[0], catalog.defence("thaad")
    judged = footprint.judge_place(this, case, 35.2, 129.1)
    found = arc_track.arc_track(this, case.missile, entry, judged)
    assert found is not None
    # Lift of one to a few g below 30 km, against the gate of the fire control.
    assert 2e3 < found.miss_m < 30e3
    assert found.later_s > 60.0 or math.isnan(found.later_s)
    # The same flight, were it known to be an arc: nothing is said.
    arc = case.missile._replace(lift_to_drag=0.0)
    assert arc_track.arc_track(this, arc, entry, judged) is None
    # Hardly any lift is hardly a miss.
    weak = campaign.case_with(
        this, case, case.missile.payload_kg, case.apogee_m, {"lift_to_drag": 0.01}
    )
    nearly = arc_track.arc_track(
        this, weak.missile, entry, footprint.judge_place(this, weak, 36.2, 128.3)
    )
    assert nearly is not None
    assert nearly.miss_m < 0.1 * found.miss_m


def test_the_page_knows_south_korea_by_its_bounds() -> None:
    """The camera over Korea was chosen by eye; the page takes it where the bounds are these."""
    text = (geodata.FOLDER.parent / "web" / "js" / "ground.js").read_text(encoding="utf-8")
    said = re.search(
        r"bounds: \{ west: ([\d.]+), south: ([\d.]+), east: ([\d.]+), north: ([\d.]+)", text
    )
    assert said is not None
    bounds: Any = page.described("korea")["bounds_deg"]
    told = [bounds[edge] for edge in ("west", "south", "east", "north")]
    assert told == pytest.approx([float(edge) for edge in said.groups()], abs=0.05)
