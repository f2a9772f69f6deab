"""A state: what an address holds, what is refused in which words, and what it changes in a scenario."""

import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from shieldmap import archive, earth, geodata, scenario as scenarios, terms
from shieldmap.answers import page, state as live_state
from shieldmap.answers.page import State
from shieldmap.scenario import ScenarioError

# What a page's address holds: ten significant digits of each number.
DIGITS = ".10g"
TRAJECTORIES = ("minimum-energy", "lofted", "depressed")
DOCTRINES = ("single", "salvo-2", "shoot-look-shoot")
POINTS = ("hwangju", "kittaeryong", "wonsan", "sukchon", "kusong", "tonghae", "samjiyon")

# One value of every field, unlike the scenario's own.
ONE_OF_EACH: dict[str, Any] = {
    "scenario": "korea-2026-03",
    "threat": "hwasong-9-minimum-energy",
    "missile": "hwasong-6",
    "trajectory": "lofted",
    "apogee_km": 312.5,
    "launch_points": ("kusong", "hwangju"),
    "rcs_m2": 1.5e-6,
    "battery": (36.5, 127.25),
    "radar": (-36.5, -127.25),
    "radar_present": False,
    "boresight_deg": 359.5,
    "sector_deg": 90.0,
    "elevation_min_deg": 0.0,
    "elevation_max_deg": 80.0,
    "tilt_deg": 40.0,
    "scan_max_deg": 55.0,
    "late_share": 0.2,
    "floor_km": 0.0,
    "ceiling_km": 99.5,
    "reach_km": 1234.5,
    "target_speed_max_m_s": 2812.5,
    "chain_s": 61.5,
    "warning_s": 0.0,
    "reaction_s": 12.25,
    "assessment_s": 1e-05,
    "salvo_spacing_s": 3600.0,
    "doctrine": "single",
    "launchers": 0,
    "interceptors_per_launcher": 100,
    "spacing_km": 1.5,
}


def refusal(query: str) -> str:
    """The sentence with which an address is refused, read or turned into a scenario."""
    with pytest.raises(ScenarioError) as caught:
        page.scenario_of(page.from_url(query))
    return str(caught.value)


def short(low: float, high: float) -> st.SearchStrategy[float]:
    """Numbers of at most ten digits between two ends."""
    numbers = st.floats(low, high, allow_subnormal=False).map(lambda x: float(format(x, DIGITS)))
    return numbers.filter(lambda x: low <= x <= high)


def a_state() -> st.SearchStrategy[State]:
    place = st.tuples(short(-90.0, 90.0), short(-180.0, 180.0))
    fields: dict[str, st.SearchStrategy[Any]] = {
        "scenario": st.sampled_from(sorted(page.defence_scenarios())),
        "threat": st.from_regex(r"\A[a-z0-9][a-z0-9-]{0,63}\Z"),
        "missile": st.text(
            st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]),
            min_size=1,
            max_size=64,
        ),
        "trajectory": st.sampled_from(TRAJECTORIES),
        "apogee_km": short(10.0, 10_000.0),
        "launch_points": st.lists(st.sampled_from(POINTS), min_size=1, max_size=16).map(tuple),
        "battery": place,
        "radar": place,
        "radar_present": st.booleans(),
        "doctrine": st.sampled_from(DOCTRINES),
        "launchers": st.integers(0, 100),
        "interceptors_per_launcher": st.integers(0, 100),
        "spacing_km": short(1.5, 100.0),
    } | {str(term.key): short(*term.limits) for term in terms.controls() if term.limits}
    assert set(fields) == set(State.model_fields), "a field of State has no values to try"
    return st.fixed_dictionaries({}, optional=fields).map(lambda raw: State(**raw))


# --- addresses ---


def test_one_of_each_names_every_field() -> None:
    assert set(ONE_OF_EACH) == set(State.model_fields)
    plain = State()
    assert all(getattr(plain, key) != value for key, value in ONE_OF_EACH.items())


@pytest.mark.parametrize("field", ONE_OF_EACH)
def test_every_field_comes_back_from_its_address(field: str) -> None:
    state = State(**{field: ONE_OF_EACH[field]})
    assert page.from_url(state.to_query()) == state
    assert field in state.to_query()
    assert page.from_url(f"http://127.0.0.1:8000/?{state.to_query()}#place") == state


# A deadline would be a timed assertion.
@settings(deadline=None, max_examples=100)
@given(state=a_state())
def test_any_state_comes_back_from_its_address(state: State) -> None:
    assert page.from_url(f"?{state.to_query()}") == state
    assert page.from_mapping(state.model_dump(exclude_none=True)) == state


@settings(deadline=None, max_examples=100)
@given(value=st.floats(1.0, 3000.0))
def test_an_address_read_and_written_again_is_the_same_address(value: float) -> None:
    query = State(reach_km=value).to_query()
    assert page.from_url(query).to_query() == query
    # Ten significant digits: half a unit of the tenth is at most 5e-10 of the number.
    assert page.from_url(query).reach_km == pytest.approx(value, rel=5e-10)


@pytest.mark.parametrize("key", sorted(page.PAGE_KEYS))
def test_what_belongs_to_the_page_changes_no_state(key: str) -> None:
    wanted = State(reach_km=150.0)
    for text in ("ko", "1,2", "%3Cscript%3E", ""):
        assert page.from_url(f"?{key}={text}&reach_km=150") == wanted
        assert page.from_url(f"?reach_km=150&{key}={text}&{key}={text}") == wanted


def test_no_key_of_the_page_is_a_field() -> None:
    assert not page.PAGE_KEYS & set(State.model_fields)


@pytest.mark.parametrize("url", ["", "?", "http://127.0.0.1:8000/", "http://x/?#reach_km=9"])
def test_an_address_without_a_query_is_the_default(url: str) -> None:
    assert page.from_url(url) == State()


TRACKERS = ["fbclid", "gclid", "msclkid", "utm_source", "utm_anything", "_ga", "mc_cid", "igshid"]


@pytest.mark.parametrize("key", TRACKERS)
def test_what_follows_readers_is_left_out(key: str) -> None:
    wanted = State(reach_km=150.0)
    assert page.from_url(f"http://127.0.0.1:8765/?reach_km=150&{key}=IwAR0%2Cabc") == wanted
    assert page.from_url(f"?{key}=&reach_km=150") == wanted


def test_the_page_and_python_leave_out_the_same_keys() -> None:
    script = (Path(live_state.__file__).parents[1] / "data" / "web" / "js" / "store.js").read_text()
    assert f"/{live_state.TRACKER.pattern}/" in script
    assert not any(live_state.TRACKER.search(key) for key in {*State.model_fields, *page.PAGE_KEYS})


@pytest.mark.parametrize(
    "text",
    ["korea-2026-03", "korea", "runs/korea-0123456789ab", "mine.toml", "a b", "file:///x?reach_km=9",
     "reach_km", "?reach_km", "http:", "//host/?reach_km=9", "C:\\x", "seoul?", "\n"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ScenarioError, match=r"is no address: expected one of the page"):
        page.from_url(text)


@pytest.mark.parametrize("given", [None, 5, b"http://127.0.0.1:8765/", "http://127.0.0.1:99999/"])
def test_what_is_no_text_of_an_address_is_refused(given: Any) -> None:
    with pytest.raises(ScenarioError, match=r"is no address"):
        page.from_url(given)


def test_an_address_with_the_former_name_of_a_study_opens_the_newer_one() -> None:
    state = page.from_url("http://127.0.0.1:8765/?scenario=korea-2026&launchers=3")
    assert state.scenario == "korea-2026-04"
    assert live_state.base_of(state).name == "korea-2026-04"


def test_a_key_that_stands_twice_is_refused_as_in_a_body() -> None:
    with pytest.raises(ScenarioError, match="reach_km stands twice in the address"):
        page.from_url("?reach_km=150&reach_km=160")


# --- refusals ---

REFUSED = {
    "reach_km=abc": ("reach_km", '"abc"', "1 to 3000 km"),
    "reach_km=": ("reach_km", '""', "1 to 3000 km"),
    "reach_km=nan": ("reach_km", "nan", "1 to 3000 km"),
    "reach_km=-inf": ("reach_km", "-inf", "1 to 3000 km"),
    "reach_km=1e999": ("reach_km", "1e999", "1 to 3000 km"),
    "reach_km=true": ("reach_km", "true", "1 to 3000 km"),
    "reach_km=1,2": ("reach_km", "1,2", "1 to 3000 km"),
    "reach_km=3000.1": ("reach_km", "3000.1", "1 to 3000 km"),
    "rcs_m2=0": ("rcs_m2", "0", "1000 m2"),
    "spacing_km=1": ("spacing_km", "1", "1.5 to 100 km"),
    "boresight_deg=-1": ("boresight_deg", "-1", "0 to 360"),
    "launchers=6.5": ("launchers", "6.5", "whole number"),
    "launchers=-1": ("launchers", "-1", "whole number"),
    "launchers=101": ("launchers", "101", "whole number"),
    f"launchers={'9' * 5000}": ("launchers", "999", "whole number"),
    "radar_present=1": ("radar_present", "1", "true or false"),
    "battery=36": ("battery", "missing", "degrees"),
    "battery=36,128,1": ("battery", "36, 128, 1", "latitude and a longitude"),
    "battery=a,128": ("battery", '"a"', "-90 to 90"),
    "battery=91,128": ("battery", "91", "-90 to 90"),
    "battery=36,nan": ("battery", "nan", "degrees"),
    "trajectory=flat": ("trajectory", '"flat"', "lofted"),
    "doctrine=triple": ("doctrine", '"triple"', "salvo-2"),
    "launch_points=": ("launch_points", '""', "short name"),
    "launch_points=seoul": ("launch_points", "'seoul'", "hwangju"),
    f"launch_points={','.join(['hwangju'] * 17)}": ("launch_points", "a list of 17", "1 to 16"),
    "threat=own": ("threat", "'own'", "hwasong-5-minimum-energy"),
    "threat=%0A": ("threat", "\\n", "short name"),
    "missile=hwasong-11ma": ("missile", '"hwasong-11ma"', "ballistic"),
    "apogee_km=250": ("apogee_km", "250", "minimum-energy"),
    "missile=pukguksong-2": ("pukguksong-2", '"minimum-energy"', "lofted or depressed"),
    "floor_km=160&ceiling_km=150": ("floor_km", "160", "150"),
    "foo=1": ("foo", "not a known key", "radar_present"),
    "Scenario=korea": ("Scenario", "not a known key", "scenario"),
}  # fmt: skip


@pytest.mark.parametrize("query", REFUSED)
def test_what_cannot_be_is_refused_in_one_sentence(query: str) -> None:
    sentence = refusal(query)
    for word in REFUSED[query]:
        assert word in sentence
    assert "expected" in sentence
    assert "\n" not in sentence
    # A value of thousands of digits is cut: a sentence stays one.
    assert len(sentence) < 500


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd", "../x", "..%2F..%2Fetc%2Fpasswd", "korea.toml", "./korea", "C:%5Cx", "korea/",
        "%00", "korea%0A", "file:%2F%2F%2Fetc%2Fpasswd", "KOREA", "", "china-russia", "nope",
    ],
)  # fmt: skip
def test_no_address_names_a_file_or_a_study_without_defence(name: str) -> None:
    """Only embedded studies in which something is defended can be asked about."""
    sentence = refusal(f"scenario={name}")
    assert sentence.startswith(("state: scenario is", "scenario is"))
    assert "expected" in sentence


def test_a_file_beside_the_program_is_not_opened(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file whose name is as short as a scenario's name is not read either."""
    (tmp_path / "mine").write_text(scenarios.source_text("timing"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert scenarios.load("mine").name == "timing"
    assert refusal("scenario=mine").startswith("scenario is 'mine': expected one of")


@pytest.mark.parametrize("missile", ["nope", "thaad", "%00"])
def test_an_unknown_missile_is_refused_as_a_scenario(missile: str) -> None:
    assert "missile" in refusal(f"missile={missile}")


def test_a_broken_address_is_refused_in_a_sentence() -> None:
    assert "expected" in refusal("http://[::1/?scenario=korea")


# --- what a state changes ---


def path_of(state: State, path: str) -> Any:
    found: Any = page.scenario_of(state)
    for part in path.split("."):
        found = getattr(found, part)
    return found


@pytest.mark.parametrize("name", sorted(page.defence_scenarios()))
def test_an_empty_state_is_the_scenario_itself(name: str) -> None:
    assert page.scenario_of(State(scenario=name)) == scenarios.load(name)


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("radar_present", "defence.radar.present"),
        ("boresight_deg", "defence.radar.boresight_deg"),
        ("sector_deg", "defence.radar.sector_deg"),
        ("elevation_min_deg", "defence.radar.elevation_min_deg"),
        ("doctrine", "defence.doctrine"),
        ("launchers", "defence.battery.launchers.value"),
        ("interceptors_per_launcher", "defence.battery.interceptors_per_launcher.value"),
        ("spacing_km", "grid.spacing_km"),
        *((f"{name}", f"defence.assumptions.{name}.value") for name in
          ("floor_km", "ceiling_km", "reach_km", "warning_s", "reaction_s", "assessment_s",
           "salvo_spacing_s")),
    ],
)  # fmt: skip
def test_a_field_of_the_defence_changes_its_number_and_nothing_else(field: str, path: str) -> None:
    value = ONE_OF_EACH[field]
    state = State(**{field: value})
    assert path_of(state, path) == value
    changed, own = page.scenario_of(state).as_mapping(), scenarios.load("korea").as_mapping()
    part = path.partition(".")[0]
    # The title says that something was changed.
    allowed = {part, "title", "sources"} if "assumptions" in path else {part, "title"}
    assert {key for key in own if changed.get(key) != own[key]} <= allowed
    assert changed[part] != own[part]


@pytest.mark.parametrize(
    "field",
    ["floor_km", "ceiling_km", "reach_km", "warning_s", "launchers", "interceptors_per_launcher"],
)
def test_a_number_set_by_hand_has_no_range(field: str) -> None:
    state = State(**{field: ONE_OF_EACH[field]})
    owner = "assumptions" if field.endswith(("_km", "_s")) else "battery"
    found = path_of(state, f"defence.{owner}.{field}")
    assert found.low == found.value == found.high == ONE_OF_EACH[field]


def test_a_direction_set_by_hand_has_no_range() -> None:
    span = path_of(State(boresight_deg=20.0), "defence.radar.boresight_span_deg")
    assert span == (20.0, 20.0)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(36.05, 128.22), (38.12, 128.46), (34.0, 129.9), (-45.0, -150.0)]
)
def test_what_is_moved_stands_on_the_relief(latitude: float, longitude: float) -> None:
    """Battery and radar stand at the height of the ground, on the sea at 0 m."""
    place = (latitude, longitude)
    moved = page.scenario_of(State(battery=place, radar=place)).defence
    relief = float(geodata.relief_m(latitude, longitude))
    wanted = max(relief, 0.0) if math.isfinite(relief) else 0.0
    for part in (moved.battery, moved.radar):
        assert (part.latitude_deg, part.longitude_deg) == place
        # Heights are rounded to 0.1 m.
        assert part.altitude_m == pytest.approx(wanted, abs=0.05 + 1e-9)


def test_the_relief_is_not_flat_where_batteries_are_moved() -> None:
    # Seorak rises to 1708 m; a relief of 6 arc-minutes keeps at least a third of it.
    assert page.scenario_of(State(battery=(38.12, 128.46))).defence.battery.altitude_m > 500.0


def test_a_moved_radar_loses_the_skyline_of_its_old_place() -> None:
    base = scenarios.changed(
        scenarios.load("korea"),
        {"defence.radar.horizon": [{"azimuth_deg": x, "elevation_deg": 3.0} for x in (0.0, 90.0)]},
    )
    assert base.defence.radar.horizon
    changes = dict(live_state._defence_changes(State(radar=(37.0, 128.0)), base))
    assert scenarios.changed(base, changes).defence.radar.horizon == ()
    kept = dict(live_state._defence_changes(State(battery=(37.0, 128.0)), base))
    assert scenarios.changed(base, kept).defence.radar.horizon == base.defence.radar.horizon


def test_a_flight_set_by_hand_leaves_the_scenarios_own_alone() -> None:
    """A raid is made of the scenario's threats, so one more is added and none is changed."""
    own = scenarios.load("korea").threats
    changed = page.scenario_of(State(missile="hwasong-9", launch_points=("kusong", "kusong")))
    assert changed.threats[: len(own)] == own
    (added,) = changed.threats[len(own) :]
    assert (added.missile, added.launch_points) == ("hwasong-9", ("kusong",))


def test_another_missile_keeps_no_number_of_the_first() -> None:
    lofted = State(threat="hwasong-7-lofted-250")
    assert page.scenario_of(lofted).threats[-1].id != "own"
    other = page.scenario_of(lofted.model_copy(update={"missile": "hwasong-9"})).threats[-1]
    assert (other.missile, other.trajectory, other.apogee_km) == ("hwasong-9", "lofted", None)
    same = page.scenario_of(lofted.model_copy(update={"rcs_m2": 0.1})).threats[-1]
    assert (same.missile, same.apogee_km, same.radar_cross_section_m2) == ("hwasong-7", 250.0, 0.1)


def test_the_defence_of_a_state_is_kept_for_its_raid() -> None:
    state = State(**{k: v for k, v in ONE_OF_EACH.items() if k != "ceiling_km"})
    left = state.without_flight()
    flight = {"threat", "missile", "trajectory", "apogee_km", "launch_points", "rcs_m2"}
    for field in State.model_fields:
        assert getattr(left, field) == (None if field in flight else getattr(state, field))


@pytest.mark.parametrize("field", sorted(set(ONE_OF_EACH) - {"scenario"}))
def test_every_field_gives_a_hash_of_its_own(field: str) -> None:
    """What is computed differently is cited differently; what only is looked at is the same run."""
    value = ONE_OF_EACH[field]
    start = {"trajectory": "lofted"} if field == "apogee_km" else {}
    before, after = State(**start), State(**start, **{field: value})
    changed = archive.run_hash(page.scenario_of(before)) != archive.run_hash(
        page.scenario_of(after)
    )
    # Every threat of a scenario belongs to its run: which of them is looked at does not change it.
    assert changed is (field != "threat")


def test_directions_and_places_are_where_they_were_put() -> None:
    moved = page.scenario_of(State(radar=(36.5, 232.75))).defence.radar
    east, _, _ = earth.geodesic_inverse(
        math.radians(36.5), math.radians(232.75), math.radians(moved.latitude_deg),
        math.radians(moved.longitude_deg),
    )  # fmt: skip
    # 232.75 and -127.25 degrees are the same meridian; a micrometre is the geodesic's rounding.
    assert float(east) < 1e-6


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("battery=36,488", r"battery\[1\] is 488: expected a number from -180 to 360 degrees"),
        ("battery=136,48", r"battery\[0\] is 136: expected a number from -90 to 90 degrees"),
        ("battery=3_6,128", r'battery\[0\] is "3_6": expected a number'),
        ("battery=３６,128", "expected a number from -90 to 90"),
        ("boresight_deg=inf", 'boresight_deg is "inf": expected a number'),
        ("launchers=1_0", 'launchers is "1_0": expected a whole number'),
        ("launchers=6.0", "launchers is 6.0: expected a whole number"),
    ],
)
def test_a_number_of_an_address_is_read_strictly_and_refused_in_its_own_words(
    query: str, words: str
) -> None:
    with pytest.raises(ScenarioError, match=words):
        page.from_url(f"?{query}")
