"""Scenario files: what is accepted, what is refused, and in which words."""

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from shieldmap import catalog, scenario
from shieldmap.model import Doctrine, TrajectoryClass
from shieldmap.scenario import ScenarioError

DATA = Path(scenario.__file__).parent.parent / "data"
KOREA = scenario.source_text("korea")
MOST_PAIRS = 20


def replaced(old: str, new: str) -> str:
    assert old in KOREA, f"the test wants to replace {old!r}"
    return KOREA.replace(old, new, 1)


def refusal(text: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        scenario.parse(text, "mine.toml")
    return str(caught.value)


# --- the embedded scenarios ---


def test_the_embedded_scenarios_are_known() -> None:
    defences = [
        "europe",
        "europe-remote",
        "guam",
        "gulf-2022",
        "gulf-2026",
        "israel-2024-10",
        "israel-2025-06",
        "japan",
        "japan-remote",
        "korea",
        "korea-2015",
        "korea-2026-03",
        "korea-2026-04",
        "korea-2028",
        "korea-layers",
        "timing",
    ]
    assert scenario.names("defence") == defences
    assert scenario.names("stability") == ["china-russia", "russia-europe"]
    assert scenario.names() == sorted([*defences, "china-russia", "russia-europe"])


@pytest.mark.parametrize("name", scenario.names("defence"))
def test_embedded_scenario_loads_and_survives_a_round_trip(name: str) -> None:
    loaded = scenario.load(name)
    assert loaded.name == name
    assert scenario.parse(scenario.to_toml(loaded)) == loaded
    assert scenario.build(loaded.as_mapping()) == loaded
    assert scenario.parse(scenario.source_text(name)) == loaded


@pytest.mark.parametrize("name", scenario.names("defence"))
def test_embedded_scenario_flies_few_pairs_and_uses_every_launch_point(name: str) -> None:
    loaded = scenario.load(name)
    assert len(loaded.pairs) <= MOST_PAIRS
    assert {point.id for _, point in loaded.pairs} == {p.id for p in loaded.launch_points}


@pytest.mark.parametrize("name", scenario.names())
def test_every_source_has_a_bibliography_entry(name: str) -> None:
    assert set(scenario.load_study(name).source_keys) <= set(scenario.bibliography())


def test_scenario_sources_are_whole_cited_and_not_doubled() -> None:
    text = (DATA / "scenario_sources.bib").read_text(encoding="utf-8")
    own = catalog.parse_bibtex(text)
    cited = {key for name in scenario.names() for key in scenario.load_study(name).source_keys}
    assert set(own) <= cited
    assert not set(own) & set(catalog.bibliography())
    for entry in own.values():
        assert entry.confidence in catalog.CONFIDENCES
        assert {"title", "year", "url", "urldate", "confidence"} <= set(entry.fields)


@pytest.mark.parametrize("name", scenario.names("defence"))
def test_positions_from_memory_say_so(name: str) -> None:
    loaded = scenario.load(name)
    for place in (*loaded.assets, *loaded.launch_points, loaded.defence.battery):
        from_memory = "shieldmap-memory" in place.source
        assert from_memory == ("from memory" in place.note)
        assert from_memory or place.confidence != "memory"


def test_korea_is_the_battery_of_september_2017() -> None:
    korea = scenario.load("korea")
    assert korea.date == dt.date(2017, 9, 12)
    assert korea.defence.interceptors.value == 48
    assert korea.defence.doctrine_code is Doctrine.SALVO_2
    assert len({threat.missile for threat in korea.threats}) >= 5
    assert len({point.id for _, point in korea.pairs}) >= 4
    assert all(re.search("[가-힣]", asset.name_ko) for asset in korea.assets)
    assert {missile.missile for missile in korea.compared_missiles} == {
        "kn-23",
        "kn-24",
        "kn-25",
        "hwasong-16b",
    }


def test_korea_holds_the_lofted_cases_of_the_debate() -> None:
    lofted = [
        threat
        for threat in scenario.load("korea").threats
        if threat.trajectory_class is TrajectoryClass.LOFTED
    ]
    assert {(threat.missile, threat.apogee_km) for threat in lofted} == {
        ("hwasong-7", 250.0),
        ("hwasong-7", 400.0),
        ("pukguksong-2", None),
        ("hwasong-10", None),
    }


def test_2015_flies_only_what_had_flown_by_then() -> None:
    flown = {threat.missile for threat in scenario.load("korea-2015").threats}
    assert flown == {"hwasong-5", "hwasong-6", "hwasong-7"}
    assert "assumption" in scenario.load("korea-2015").defence.battery.note


@pytest.mark.parametrize("name", ["korea-2026-03", "korea-2026-04"])
def test_2026_differs_from_korea_in_what_defends_alone(name: str) -> None:
    before, after = scenario.load("korea"), scenario.load(name)
    # What has flown since 2019 is added, and a wave of twelve KN-25; everything else is the same.
    added = {"kn-23", "kn-24", "kn-25"}
    kept = [(threat, point) for threat, point in after.pairs if threat.missile not in added]
    assert kept == list(before.pairs)
    assert after.raid is not None
    assert before.raid is not None
    assert after.raid.waves[1:] == before.raid.waves
    assert (after.raid.waves[0].threat, after.raid.waves[0].count) == ("kn-25-lofted", 12)
    assert (after.assets, after.towns, after.grid) == (before.assets, before.towns, before.grid)
    assert any("Not known after 21 April 2026" in note for note in after.notes)


@pytest.mark.parametrize("name", ["korea-2026-03", "korea-2026-04"])
def test_2026_holds_what_the_reports_leave_open(name: str) -> None:
    """Segye (11 March) and Herald (13 March 2026): empty launchers; Kukmin and SBS: Patriot flown out."""
    given = scenario.load(name)
    counts = given.defence.launchers, given.defence.interceptors
    assert [(of.low, of.value, of.high) for of in counts] == [(0, 0, 6), (0, 0, 48)]
    patriot = [layer for layer in given.layers if layer.id.startswith("patriot")]
    assert {layer.system for layer in patriot} == {"pac-3-mse"}
    assert {layer.battery.interceptors_per_launcher.value for layer in patriot} == {12}
    assert all(layer.battery.launchers.low == 0 for layer in patriot)
    ship = next(layer for layer in given.layers if layer.id == "aegis-east")
    assert "assumption" in ship.battery.name
    assert ship.battery.launchers.low == 0


def test_a_former_name_opens_the_newer_study() -> None:
    assert scenario.load("korea-2026") == scenario.load("korea-2026-04")
    assert scenario.current("korea-2026") == "korea-2026-04"
    assert scenario.current("korea") == "korea"
    assert set(scenario.files.RENAMED.values()) <= set(scenario.names())
    assert not set(scenario.files.RENAMED) & set(scenario.names())


def test_timing_is_three_missiles_from_two_places() -> None:
    timing = scenario.load("timing")
    assert len(timing.pairs) == 6
    assert timing.towns is None
    assert timing.assets == ()
    assert timing.grid.spacing_km == 5


# --- identity ---


def test_hash_follows_the_content_and_not_the_spelling() -> None:
    korea = scenario.load("korea")
    same = replaced("spacing_km = 5\n", "spacing_km  =  5.0 # a comment\n\n")
    assert scenario.parse(same).content_hash() == korea.content_hash()
    assert re.fullmatch("[0-9a-f]{64}", korea.content_hash())
    for old, new in (
        ("spacing_km = 5\n", "spacing_km = 6\n"),
        ("altitude_m = 680", "altitude_m = 681"),
        ('confidence = "memory"', 'confidence = "low"'),
    ):
        assert scenario.parse(replaced(old, new)).content_hash() != korea.content_hash()


def test_no_two_embedded_scenarios_share_a_hash() -> None:
    hashes = {scenario.load_study(name).content_hash()[:8] for name in scenario.names()}
    assert len(hashes) == len(scenario.names())


def test_a_scenario_is_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        scenario.load("korea").name = "other"


def test_changed_gives_a_checked_copy() -> None:
    korea = scenario.load("korea")
    moved = scenario.changed(korea, {"defence.battery.latitude_deg": 36.5})
    assert moved.defence.battery.latitude_deg == 36.5
    assert korea.defence.battery.latitude_deg == 36.05
    assert moved.content_hash() != korea.content_hash()


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("defence.battery.latitude", 36.5, "did you mean latitude_deg"),
        ("defence.battery.latitude_deg", 95, "from -90 to 90"),
        ("threats.99.apogee_km", 300, "threats.99.apogee_km cannot be changed"),
        ("date.year", 2018, "date.year cannot be changed"),
    ],
)
def test_changed_refuses(path: str, value: Any, words: str) -> None:
    with pytest.raises(ScenarioError, match=re.escape(words)):
        scenario.changed(scenario.load("korea"), {path: value})


def test_toml_keeps_awkward_texts() -> None:
    awkward = 'quote " backslash \\ new\nline tab\t 한국어'
    odd = scenario.changed(scenario.load("timing"), {"summary": awkward, "notes": [awkward]})
    assert scenario.parse(scenario.to_toml(odd)) == odd


# --- small print of the schema ---


def test_a_plain_count_has_no_doubt_and_a_table_has() -> None:
    battery = scenario.load("korea").defence.battery
    assert (battery.launchers.low, battery.launchers.high) == (6, 6)
    part = "launchers = { value = 4, low = 2 }"
    launchers = scenario.parse(replaced("launchers = 6", part)).defence.launchers
    assert (launchers.low, launchers.value, launchers.high) == (2, 4, 4)


def test_launchers_away_from_the_battery_count() -> None:
    site = """[[defence.launcher_sites]]
name = "Away"
latitude_deg = 36.3
longitude_deg = 127.2
altitude_m = 100
launchers = { value = 2, low = 0, high = 2 }
source = "shieldmap-estimate"

[[launch_points]]"""
    defence = scenario.parse(replaced("[[launch_points]]", site)).defence
    assert (defence.launchers.low, defence.launchers.value) == (6, 8)
    assert defence.interceptors.value == 64


def test_the_default_id_of_a_threat_is_missile_and_class() -> None:
    assert scenario.load("korea").threats[0].id == "hwasong-5-minimum-energy"


def test_the_inputs_of_a_study_say_what_is_weak_about_them() -> None:
    for name in ("korea", "korea-2015", "korea-2026-03", "korea-2026-04"):
        kinds = {given.name: given.kind for given in scenario.load(name).inputs}
        assert kinds["direction of the radar"] == "estimate"
        assert kinds["position of Seoul"] == ""
    kinds = {given.name: given.kind for given in scenario.load("korea").inputs}
    assert kinds["position of Seongju (Lotte Skyhill, Chojeon-myeon)"] == "memory"
    assert kinds["position of Hwangju"] == "single"
    speed = {"value": 4000, "source": "uscc-2016"}
    path = "defence.assumptions.target_speed_max_m_s"
    changed = scenario.changed(scenario.load("korea"), {path: speed})
    assert ("target speed max", "uscc-2016", "single") in changed.inputs


def test_a_missile_may_have_its_korean_name() -> None:
    assert scenario.parse(replaced('missile = "hwasong-7"', 'missile = "노동"')).threats[3].id
    korean = scenario.load("korea").as_mapping()
    korean["threats"][0]["missile"] = "화성-5"
    assert "hwasong-5" in scenario.build(korean).system_ids


def test_an_assumption_replaces_the_catalogue() -> None:
    table = '[defence.assumptions.floor_km]\nvalue = 45\nsource = "uscc-2016#p448"\n\n'
    changed = scenario.parse(replaced("[[launch_points]]", table + "[[launch_points]]"))
    floor = changed.defence.assumptions.floor_km
    assert floor is not None
    assert (floor.low, floor.value, floor.high) == (45, 45, 45)
    assert "uscc-2016" in changed.source_keys


# --- refusals ---

FLOOR = "[defence.assumptions]\nfloor_km = {}\n\n[[launch_points]]"
REFUSED = [
    # what is replaced, by what, field path, value found, expectation
    ("[defence.battery]", "[defence.bateries]", "defence.bateries", "known key", "mean battery?"),
    ("summary =", "sumary =", "sumary", "known key", "did you mean summary?"),
    (
        "spacing_km = 5",
        "width = 5",
        "grid.width",
        "known key",
        "one of country, provinces, box_deg, spacing_km",
    ),
    ('missile = "hwasong-5"\n', "", "threats[0].missile", "missing", "catalogue"),
    ('[grid]\ncountry = "KOR"\nspacing_km = 5', "", "grid", "missing", "a table [grid]"),
    ("schema = 1", "schema = 2", "schema", "2", "1"),
    ("latitude_deg = 36.05", "latitude_deg = 95", "defence.battery.latitude_deg", "95", "90"),
    (
        "longitude_deg = 128.22",
        "longitude_deg = 361",
        "battery.longitude_deg",
        "361",
        "-180 to 360",
    ),
    ("latitude_deg = 36.05", "latitude_deg = nan", "battery.latitude_deg", "nan", "number from"),
    ("altitude_m = 680", "altitude_m = inf", "battery.altitude_m", "inf", "-500 to 9000 m"),
    ("schema = 1", "schema = true", "schema", "true", "1"),
    ("altitude_m = 680", 'altitude_m = "high"', "battery.altitude_m", '"high"', "number from"),
    ("spacing_km = 5", "spacing_km = 0.1", "grid.spacing_km", "0.1", "from 1 to 100 km"),
    ("spacing_km = 5", "spacing_km = true", "grid.spacing_km", "true", "from 1 to 100 km"),
    ("spacing_km = 5", f"spacing_km = 1{'0' * 400}", "grid.spacing_km", "1000", "1 to 100 km"),
    ("sector_deg = 120", "sector_deg = 400", "radar.sector_deg", "400", "1 to 360 degrees"),
    ("elevation_min_deg = 5", "elevation_min_deg = 90", "radar.elevation_min_deg", "90", "less"),
    (
        "watched_deg = [310, 13]",
        "boresight_range_deg = [20, 100]",
        "radar.boresight_range_deg",
        "is [20, 100]",
        "lies, 340",
    ),
    ("[310, 13]", "[310]", "radar.watched_deg", "is [310]", "two numbers in a list"),
    ("[310, 13]", "[310, 999]", "watched_deg[1]", "is 999:", "from 0 to 360 degrees"),
    ("[310, 13]", "10", "radar.watched_deg", "is 10", "two numbers in a list"),
    ("present = true", 'present = "yes"', "radar.present", '"yes"', "true or false"),
    ("launchers = 6", "launchers = 6.5", "battery.launchers", "6.5", "a whole number"),
    ("launchers = 6", "launchers = { value = 3, low = 5 }", "launchers", "low = 5", "low <= value"),
    ("launchers = 6", "launchers = -1", "battery.launchers is", "-1", "from 0 to 10000"),
    ("date = 2017-09-12", 'date = "in 2017"', "date", '"in 2017"', "such as 2017-09-12"),
    ('name = "korea"', 'name = "../up"', "name", '"../up"', "lower-case letters"),
    ('class = "lofted"', 'class = "loftd"', "threats[4].class", '"loftd"', "mean lofted?"),
    (
        'class = "lofted"',
        'class = "high"',
        "threats[4].class",
        '"high"',
        "minimum-energy, lofted or",
    ),
    ('"salvo-2"', '"salvo-3"', "defence.doctrine", '"salvo-3"', "single, salvo-2 or shoot-look"),
    ("launchers = 6", "launchers = { low = 5 }", "launchers.value", "missing", "a whole number"),
    ('doctrine = "salvo-2"', "doctrine = 3", "defence.doctrine", "3", "shoot-look-shoot"),
    ("apogee_km = 250", "apogee_km = 5", "threats[4].apogee_km", "5", "from 10 to 10000 km"),
    ('["wonsan"]', "[]", "threats[7].launch_points", "a list of 0", "1 to 64 ids"),
    ('["wonsan"]', '"wonsan"', "threats[7].launch_points", '"wonsan"', "a list of"),
    ('["wonsan"]', '["wonson"]', "threats[7].launch_points[0]", '"wonson"', "mean wonsan"),
    ('["wonsan"]', '["wonsan", "wonsan"]', "launch_points[1]", '"wonsan"', "once"),
    ('id = "seongsan-ri"', 'id = "seongju"', "assets[1].id", '"seongju"', "assets[0]"),
    ('-lofted-400"', '-lofted-250"', "threats[5].id", "lofted-250", "threats[4]"),
    ('missile = "kn-24"', 'missile = "kn-23"', "compared_missiles[1].missile", "kn-23", "[0]"),
    ('missile = "hwasong-5"', 'missile = "hwasng-5"', "threats[0].missile", "sng-5", "hwasong-5"),
    (
        'missile = "hwasong-5"',
        'missile = "hwasong-16b"',
        "threats[0].missile",
        "hwasong-16b",
        "ballistic",
    ),
    ('missile = "hwasong-5"', 'missile = "thaad"', "threats[0].missile", "thaad", "a missile"),
    ('system = "an-tpy-2"', 'system = "thaad"', "defence.radar.system", "thaad", "a radar"),
    ('missile = "hwasong-5"', 'missile = "pukguksong-2"', "threats[0].class", "minimum", "lofted"),
    (
        "launch_points = [",
        "apogee_km = 300\nlaunch_points = [",
        "threats[0].apogee_km",
        "300",
        "no",
    ),
    ('"lofted"\nlaunch', '"lofted"\napogee_km = 500\nlaunch', "threats[6].apogee_km", "500", "no"),
    ('source = "geonames"', 'source = "Some page"', "assets[2].source", "Some page", "keys of"),
    (
        'source = "geonames"',
        'source = "geoname"',
        "assets[2].source",
        '"geoname"',
        "mean geonames?",
    ),
    ('source = "geonames"', 'source = "geonames, zz#p3"', "assets[2].source", 'key "zz"', "a key"),
    ("notes = [", "notes = [7, ", "notes[0]", "7", "a text in quotes"),
    ('country = "KOR"', 'country = "Korea"', "towns.country", '"Korea"', "three capital letters"),
    ("[grid]", "[[grid]]", "grid", "a list of 1", "a table [grid]"),
    ("[[launch_points]]", FLOOR.format("45"), "assumptions.floor_km", "45", "with value, source"),
    ("[[launch_points]]", FLOOR.format("{ value = 45 }"), "floor_km.source", "missing", "keys of"),
    (
        "[[launch_points]]",
        FLOOR.format('{ value = 400, source = "geonames" }'),
        "defence.assumptions.floor_km.value",
        "is 400:",
        "from 0 to 200 km",
    ),
]


@pytest.mark.parametrize(("old", "new", "path", "found", "expected"), REFUSED)
def test_refusal_names_file_field_value_and_expectation(
    old: str, new: str, path: str, found: str, expected: str
) -> None:
    said = refusal(replaced(old, new))
    assert said.startswith("mine.toml: ")
    assert "\n" not in said
    place, _, wanted = said.partition("expected ")
    assert path in place
    assert found in place
    assert expected in wanted


def test_several_problems_are_counted_and_named() -> None:
    text = replaced("latitude_deg = 36.05", "latitude_deg = 95").replace("spacing_km = 5", "")
    assert refusal(text).endswith("degrees (and 1 more: grid.spacing_km is missing)")
    assert refusal("").endswith("; ...)")


def test_a_problem_is_told_once_and_by_what_the_file_says() -> None:
    # The ends that a count or an assumption fills in repeat its value.
    assert "more" not in refusal(replaced("launchers = 6", "launchers = -3"))
    assert "more" not in refusal(replaced("launchers = 6", "launchers = { value = -3 }"))
    table = FLOOR.format('{ value = 400, source = "geonames" }')
    assert "more" not in refusal(replaced("[[launch_points]]", table))
    # The id made of an alias with a space is nothing that the file says.
    spaced = scenario.parse(replaced('missile = "hwasong-5"', 'missile = "Scud B"'))
    assert spaced.threats[0].id == "scud-b-minimum-energy"


# --- own sources ---

OWN = """
[[sources]]
key = "mine-2024"
title = "What I measured"
author = "your name"
year = 2024
url = "https://example.org/mine"
note = "Unpublished."
"""


def test_a_scenario_cites_its_own_sources() -> None:
    text = replaced('source = "geonames"', 'source = "geonames, mine-2024#p3"') + OWN
    mine = scenario.parse(text)
    assert "mine-2024" in mine.source_keys
    entry = scenario.bibliography(mine)["mine-2024"]
    assert (entry.kind, entry.title, entry.fields["year"]) == ("misc", "What I measured", "2024")
    assert "mine-2024" not in scenario.bibliography()
    assert scenario.parse(scenario.to_toml(mine)) == mine
    assert mine.content_hash() != scenario.load("korea").content_hash()


def test_the_example_of_the_page_of_commands_is_a_scenario() -> None:
    page = (DATA.parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    example = re.findall(r"^```toml\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    assert len(example) == 1
    mine = scenario.parse(KOREA + example[0])
    assert mine.defence.assumptions.reach_km is not None
    assert mine.defence.launchers.value == 8
    assert mine.pairs[-1][1].id == "sinpo"


def test_no_own_sources_leave_no_trace() -> None:
    assert "sources" not in scenario.load("korea").as_mapping()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("mine-2024", "geonames", 'sources[0].key is "geonames": expected a key that the'),
        ("mine-2024", "Mine", 'sources[0].key is "Mine": expected a new key of lower-case'),
        ("2024\nurl", '"2024"\nurl', 'sources[0].year is "2024": expected a year without'),
        ("https:", "javascript:", "sources[0].url is"),
        ('title = "What I measured"', "", "sources[0].title is missing"),
        ("note", "pages", "sources[0].pages is not a known key"),
        (OWN, OWN + OWN, "expected a name that sources[0] does not have already"),
    ],
)
def test_own_sources_are_checked(old: str, new: str, words: str) -> None:
    assert words in refusal(KOREA + OWN.replace(old, new, 1))


# --- files ---


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("schema = = 1", "TOML syntax error at line 1"),
        ('schema = 1\nname = "a', "TOML syntax error at"),
        ("schema = 1\nschema = 1\n", "TOML syntax error at"),
        ("x = " + "[" * 5000, "nested too deeply"),
        ("x = 1" + "0" * 5000, "thousands of digits"),
    ],
)
def test_toml_errors_are_one_sentence(text: str, words: str) -> None:
    said = refusal(text)
    assert said.startswith("mine.toml: ")
    assert words in said
    assert "\n" not in said


@pytest.mark.parametrize("raw", [[], 3, None, {1: 2}, {"threats": [5]}, {"defence": []}])
def test_build_refuses_what_is_no_scenario(raw: Any) -> None:
    with pytest.raises(ScenarioError, match=r"^posted: "):
        scenario.build(raw, "posted")


def test_files_are_read_from_a_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xef\xbb\xbf" + KOREA.encode())  # some editors begin with a mark
    assert scenario.load(path) == scenario.load("korea")
    assert scenario.source_text(str(path)) == KOREA


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b'schema = 1\nname = "\xe9"\n')
    long = tmp_path / "long.toml"
    long.write_text("#" * 1_100_000, encoding="utf-8")
    for given, words in (
        (latin, "latin.toml: line 2 holds the byte 0xe9: expected a text in UTF-8"),
        (long, "long.toml is longer than 1 MB"),
        (tmp_path, "is a folder without study.toml: expected a scenario file"),
        (tmp_path / "none.toml", "does not exist: expected a scenario file"),
        ("/dev/null", "is not a plain file"),
        ("koera", "did you mean korea?"),
        ("", "expected one of china-russia, europe"),
        ("a\0b", "expected one of china-russia, europe"),
        ("x" * 5000, "cannot be read: File name too long"),
    ):
        with pytest.raises(ScenarioError) as caught:
            scenario.load(given)
        assert words in str(caught.value)
        assert "\n" not in str(caught.value)


# --- stability studies ---

STABILITY = scenario.source_text("china-russia")


def stability_refusal(**changes: Any) -> str:
    raw = {**tomllib.loads(STABILITY), **changes}
    with pytest.raises(ScenarioError) as caught:
        scenario.build_study(raw, "mine.toml")
    return str(caught.value)


def test_a_stability_study_survives_a_round_trip() -> None:
    study = scenario.load_study("china-russia")
    assert isinstance(study, scenario.StabilityScenario)
    assert scenario.build_study(study.as_mapping()) == study
    written = tomllib.loads(scenario.to_toml(study))
    assert scenario.build_study(written).content_hash() == study.content_hash()


def test_a_defence_study_may_say_its_kind_and_keeps_its_hash() -> None:
    said = scenario.parse(f'kind = "defence"\n{KOREA}')
    assert said.content_hash() == scenario.load("korea").content_hash()


def test_a_stability_study_takes_its_sites_from_the_file_of_sites() -> None:
    raw = tomllib.loads(STABILITY)
    for name in ("radars", "launch_areas", "cities"):
        raw.pop(name, None)
    raw["groups"] = []
    whole = scenario.build_study(raw)
    assert isinstance(whole, scenario.StabilityScenario)
    sites = tomllib.loads((DATA / "stability" / "sites.toml").read_text(encoding="utf-8"))
    assert [area.id for area in whole.launch_areas] == [a["id"] for a in sites["launch_areas"]]
    assert [radar.id for radar in whole.radars] == [r["id"] for r in sites["radars"]]
    assert [city.id for city in whole.cities] == [c["id"] for c in sites["cities"]]


def test_a_site_can_be_changed_in_a_field_or_written_out() -> None:
    raw = tomllib.loads(STABILITY)
    raw["radars"] = [{"id": "seongju", "boresight_deg": 350}, "shariki"]
    raw["groups"] = []
    raw["cities"] = [
        {"id": "anchorage", "name": "Anchorage", "country": "USA", "latitude_deg": 61.2,
         "longitude_deg": -149.9, "source": "geonames"},
    ]  # fmt: skip
    study = scenario.build_study(raw)
    assert isinstance(study, scenario.StabilityScenario)
    assert [radar.boresight_deg for radar in study.radars] == [350.0, 267.0]
    assert study.radars[0].name == "Seongju"
    assert study.cities[0].name == "Anchorage"
    assert study.content_hash() != scenario.load_study("china-russia").content_hash()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"radars": ["seongjo"]}, 'radars[0] is "seongjo": expected one of the known names; did'),
        ({"launch_areas": ["tonghua", "tonghua"]}, "launch_areas[1].id"),
        ({"added_radar": "guam"}, 'added_radar is "guam": expected the id of a radar'),
        ({"kind": "attack"}, 'kind is "attack": expected defence or stability'),
        ({"cities": [{"id": "nowhere"}]}, "cities[0].name is missing"),
        ({"groups": [{"id": "a", "name": "A", "radars": ["x"]}]}, "groups[0].radars[0]"),
        ({"defence": {}}, "defence is not a known key"),
        ({"launch_areas": [{"id": "tonghua", "stand_in": "kn-23"}]}, "launch_areas[0].stand_in"),
        (
            {"launch_areas": [{"id": "tonghua", "stand_in": "pukguksong-2"}]},
            "cannot and burns fully",
        ),
        ({"radars": [{"id": "seongju", "elevation_min_deg": 95}]}, "radars[0].elevation_min_deg"),
        (
            {"view": {"source": "geonames", "cross_sections_m2": [1, 0.1]}},
            "expected growing numbers",
        ),
        (
            {"view": {"source": "geonames", "cross_sections_m2": [1, 10]}},
            "view.headline_cross_section_m2 is 0.1: expected one of cross_sections_m2, 1, 10",
        ),
        ({"view": {"source": "unknown-key"}}, "expected a key of the bibliography"),
    ],
)
def test_a_bad_stability_study_is_one_sentence(changes: dict[str, Any], words: str) -> None:
    said = stability_refusal(**changes)
    assert words in said
    assert said.startswith("mine.toml: ")
    assert "\n" not in said


def test_a_stability_study_is_no_defence_study() -> None:
    with pytest.raises(ScenarioError, match="no defended places: expected a defence study"):
        scenario.load("china-russia")
    with pytest.raises(ScenarioError, match="kind cannot be changed"):
        scenario.changed(scenario.load_study("china-russia"), {"kind": "defence"})
