"""What a reader takes along: exports that other programs read, citations, descriptions and views."""

import contextlib
import csv
import datetime as dt
import io
import json
import math
import re
from collections import Counter
from typing import Any

import numpy as np
import pytest
from czml3 import Document

from shieldmap import (
    archive,
    catalog,
    formats,
    plain,
    scenario as scenarios,
)
from shieldmap.answers import page
from shieldmap.answers.page import State
from shieldmap.scenario import ScenarioError
from tests.area_files import STATE, Made, made_files

NOT_REACHED = State(missile="hwasong-5", launch_points=("samjiyon",), spacing_km=50.0)
NAMES = sorted(page.defence_scenarios())
DAEGU = (35.87, 128.59)


@pytest.fixture(scope="module")
def made() -> Made:
    return made_files()


# --- CZML of flights and of one engagement ---


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
    text = page.file(made.session, state, "toml").content
    read = scenarios.parse(text)
    assert read == page.scenario_of(state)
    head = [line for line in text.splitlines() if line.startswith("# ")]
    assert len(head) == len(page.changes_of(state)) + 1
    assert archive.run_hash(read) in head[-1]
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
        assert "<name>Area</name>" not in text
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
