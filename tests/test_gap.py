"""What flies between the layers, by hand and as laws; what a part is worth."""

import math
from functools import cache
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from shieldmap import answers, campaign, earth, questions, scenario
from shieldmap.campaign import ENDS_ONLY, MAIN, Prepared, Stock, Study
from shieldmap.questions import gaps, worth
from shieldmap.questions.gaps import PathFlown, PublishedEnvelope
from shieldmap.results import LayerGaps, PartsWorth
from shieldmap.results.gaps import FlightBetween
from shieldmap.scenario import Asset, ScenarioError
from shieldmap.terms import End
from tests.test_raids import layered, small

SPEED_M_S = 1500.0
TOP_M = 200e3
# A straight path is straight between its samples as well: only rounding is left, of metres in ECEF
# coordinates of 6.4e6 m (1e-9 m), over a speed of 1.5 km/s and 134 steps.
ROUNDING_S = 1e-6
# Halving ends when the number is known to 50 m; the flight needs a second at 1.5 km/s to count.
EXACT_M = 50.0


def falling(step_s: float = 1.0) -> PathFlown:
    """Straight down onto the equator at Greenwich at a constant speed."""
    end_s = TOP_M / SPEED_M_S
    time_s = np.append(np.arange(0.0, end_s, step_s), end_s)
    altitude_m = TOP_M - SPEED_M_S * time_s
    zero = np.zeros(time_s.size)
    return PathFlown(time_s, altitude_m, earth.geodetic_to_ecef(zero, zero, altitude_m))


def envelope(name: str = "a", **edges: Any) -> PublishedEnvelope:
    """An envelope whose launcher stands where the falling path comes down."""
    here = earth.geodetic_to_ecef(np.zeros(1), np.zeros(1), np.zeros(1))
    given: dict[str, Any] = {
        "floor_m": 40e3,
        "ceiling_m": 150e3,
        "reach_m": 200e3,
        "launchers_m": here,
    }
    return PublishedEnvelope(layer=name, system=name, **{**given, **edges})


def inside_s(path: PathFlown, *envelopes: PublishedEnvelope, since_s: float = -math.inf) -> float:
    return gaps.seconds_in(path, [gaps.spans_inside(path, one) for one in envelopes], since_s)


# --- by hand ---


@pytest.mark.parametrize("step_s", [1.0, 2.0, 7.3])
def test_a_vertical_path_is_inside_from_ceiling_to_floor(step_s: float) -> None:
    """(ceiling - floor) / speed, whatever the step."""
    path = falling(step_s)
    assert inside_s(path, envelope()) == pytest.approx(110e3 / SPEED_M_S, abs=ROUNDING_S)


def test_reach_cuts_a_vertical_path_like_a_ceiling() -> None:
    """Straight above the launcher the slant range is the altitude."""
    path = falling()
    found = inside_s(path, envelope(reach_m=90e3))
    assert found == pytest.approx(50e3 / SPEED_M_S, abs=ROUNDING_S)
    assert inside_s(path, envelope(reach_m=30e3)) == 0.0


def test_what_two_envelopes_share_counts_once() -> None:
    path = falling()
    low, high = envelope("low", floor_m=10e3, ceiling_m=60e3), envelope("high")
    alone = [inside_s(path, one) for one in (low, high)]
    assert inside_s(path, low, high) == pytest.approx(140e3 / SPEED_M_S, abs=ROUNDING_S)
    assert sum(alone) - inside_s(path, low, high) == pytest.approx(20e3 / SPEED_M_S, abs=ROUNDING_S)
    apart = envelope("low", floor_m=10e3, ceiling_m=30e3)
    assert inside_s(path, apart, high) == pytest.approx(130e3 / SPEED_M_S, abs=ROUNDING_S)


def test_launchers_of_one_layer_count_once() -> None:
    twice = np.repeat(envelope().launchers_m, 2, axis=0)
    path = falling()
    assert inside_s(path, envelope(launchers_m=twice)) == inside_s(path, envelope())


def test_the_descent_begins_at_the_ceiling() -> None:
    path = falling()
    since_s = gaps.descent_from_s(path, 150e3)
    assert since_s == pytest.approx(50e3 / SPEED_M_S, abs=ROUNDING_S)
    later = inside_s(path, envelope(), since_s=since_s + 10.0)
    assert later == pytest.approx(110e3 / SPEED_M_S - 10.0, abs=ROUNDING_S)
    # A flight that never rises so high comes down from its top.
    assert gaps.descent_from_s(path, TOP_M + 1.0) == 0.0


@pytest.mark.parametrize(
    ("number", "edges", "needed_m"),
    [
        # A second in it is 1.5 km of the path.
        ("ceiling", {"floor_m": 40e3, "ceiling_m": 10e3}, 41.5e3),
        ("floor", {"floor_m": 90e3, "ceiling_m": 60e3}, 58.5e3),
        ("reach", {"reach_m": 20e3}, 41.5e3),
    ],
)  # fmt: skip
def test_one_number_closes_the_gap_by_a_second(
    number: str, edges: dict[str, Any], needed_m: float
) -> None:
    found = gaps.number_that_closes(falling(), envelope(**edges), number)
    assert found is not None
    assert found.needed_m == pytest.approx(needed_m, abs=EXACT_M)
    assert found.change_m == pytest.approx(needed_m - edges[f"{number}_m"], abs=EXACT_M)
    # Never less than is needed.
    assert abs(found.change_m) >= abs(needed_m - edges[f"{number}_m"]) - ROUNDING_S * SPEED_M_S


def test_a_number_that_does_not_bind_closes_nothing() -> None:
    path, short = falling(), envelope(reach_m=20e3)
    assert gaps.number_that_closes(path, short, "ceiling") is None
    assert gaps.number_that_closes(path, envelope(), "reach") is None


# --- laws ---


def crossing(rng: np.random.Generator) -> PathFlown:
    """A path through the air over Korea: up, down, and past the launchers somewhere."""
    time_s = np.arange(0.0, 300.0, 2.0)
    share = time_s / time_s[-1]
    latitude = np.radians(39.0 - 4.0 * share + rng.normal(0.0, 0.3))
    longitude = np.radians(126.0 + 2.0 * share * rng.random())
    altitude_m = 4.0 * rng.uniform(50e3, 250e3) * share * (1.0 - share)
    return PathFlown(time_s, altitude_m, earth.geodetic_to_ecef(latitude, longitude, altitude_m))


def over_korea(rng: np.random.Generator, name: str) -> PublishedEnvelope:
    at = earth.geodetic_to_ecef(
        np.radians(rng.uniform(35.0, 38.0, 2)), np.radians(rng.uniform(126.0, 129.0, 2))
    )
    floor_m = rng.uniform(2e3, 60e3)
    ceiling_m = floor_m + rng.uniform(1e3, 120e3)
    return PublishedEnvelope(name, name, floor_m, ceiling_m, rng.uniform(20e3, 250e3), at)


@pytest.mark.parametrize("seed", range(40))
def test_a_wider_envelope_never_makes_the_gap_longer(seed: int) -> None:
    rng = np.random.default_rng(seed)
    path = crossing(rng)
    one, other = over_korea(rng, "a"), over_korea(rng, "b")
    whole_s = float(path.time_s[-1] - path.time_s[0])
    before_s = inside_s(path, one, other)
    for wider in (
        one._replace(floor_m=one.floor_m - rng.uniform(0.0, 30e3)),
        one._replace(ceiling_m=one.ceiling_m + rng.uniform(0.0, 80e3)),
        one._replace(reach_m=one.reach_m + rng.uniform(0.0, 200e3)),
    ):
        after_s = inside_s(path, wider, other)
        assert before_s - ROUNDING_S <= after_s <= whole_s + ROUNDING_S
    # One more layer adds at most its own seconds.
    alone = [inside_s(path, each) for each in (one, other)]
    assert max(alone) - ROUNDING_S <= before_s <= sum(alone) + ROUNDING_S


# --- a study ---


@cache
def study() -> Study:
    prepared = layered()
    return campaign.study(prepared.scenario, cases=prepared.cases, variants=ENDS_ONLY)


@cache
def answer() -> LayerGaps:
    return questions.layer_gaps(study())


def flown(given: LayerGaps) -> list[FlightBetween]:
    return [row for row in given.rows if isinstance(row, FlightBetween)]


def test_seconds_of_a_study_add_up() -> None:
    given = answer()
    rows = flown(given)
    assert {row.kind for row in given.rows} == {"asset", "town"}
    assert len(given.rows) == given.places * len(study().cases)
    assert given.flights == len(rows) > 30
    for row in rows:
        assert row.inside_s + row.outside_s == pytest.approx(row.flight_s, abs=ROUNDING_S)
        each = row.by_layer_s.values()
        assert set(row.by_layer_s) == {layer.layer for layer in given.layers}
        assert max(each) - ROUNDING_S <= row.inside_s <= sum(each) + ROUNDING_S
        assert 0.0 <= row.descent_outside_s <= row.descent_s + ROUNDING_S
        assert row.descent_s <= row.flight_s + ROUNDING_S
        assert row.descent_outside_s <= row.outside_s + ROUNDING_S
    assert given.open_flights == sum(row.inside_s < given.least_s for row in rows)


def test_seconds_are_those_of_counting_samples() -> None:
    """A second way: samples inside, counted. Each crossing is off by a step of a second at most."""
    this, given = study(), answer()
    case = next(c for c in this.cases if c.threat_id == "hwasong-7-minimum-energy")
    row = next(
        row
        for row in flown(given)
        if (row.place, row.threat, row.launch_point) == ("Daegu", case.threat_id, case.launch_id)
    )
    asset = next(asset for asset in this.scenario.assets if asset.id == "daegu")
    place = np.radians([asset.latitude_deg]), np.radians([asset.longitude_deg])
    sampled = campaign.fly(this, case, *place).trajectories
    n = int(sampled.sample_count[0])
    time_s, position_m = sampled.time_s[:n], sampled.position_m[0, :n]
    _, _, altitude_m = earth.ecef_to_geodetic(position_m)
    burnout_s = campaign.fly(this, case, *place).flights.event_time_s[0, 0]
    thaad = this.scenario.defence.battery
    at = earth.geodetic_to_ecef(
        np.radians(thaad.latitude_deg), np.radians(thaad.longitude_deg), thaad.altitude_m
    )
    slant_m = np.linalg.norm(position_m - at, axis=1)
    told = next(layer for layer in given.layers if layer.layer == MAIN)
    is_in = (altitude_m >= told.floor_m) & (altitude_m <= told.ceiling_m)
    is_in &= (slant_m <= told.reach_m) & (time_s >= burnout_s)
    assert row.by_layer_s[MAIN] > 20.0
    assert row.by_layer_s[MAIN] == pytest.approx(float(is_in.sum()), abs=2.0)


def test_an_open_flight_is_closed_by_what_is_named() -> None:
    """THAAD alone with a reach of 100 km: Seoul is open, and the change named closes it."""
    short = {"value": 100.0, "source": "shieldmap-estimate"}
    layers = [
        layer | {"battery": layer["battery"] | {"launchers": 0}}
        for layer in study().scenario.as_mapping()["layers"]  # type: ignore[attr-defined]
    ]
    site = {"id": "pyeongtaek", "name": "Pyeongtaek", "latitude_deg": 36.99, "altitude_m": 10,
            "longitude_deg": 127.11, "source": "airportsdata"}  # fmt: skip
    changes = {"defence.assumptions": {"reach_km": short}, "candidate_sites": [site]}
    given = scenario.changed(study().scenario, {**changes, "layers": layers})
    this = campaign.study(given, cases=study().cases, variants=ENDS_ONLY)
    seoul = next(asset for asset in given.assets if asset.id == "seoul")
    found = questions.layer_gaps(this, seoul)
    assert [layer.layer for layer in found.layers] == [MAIN]
    assert found.open_flights == found.flights > 0
    rows = flown(found)
    # A battery that stands on the site named holds exactly the flights that say so.
    there = {f"defence.battery.{key}": site[key] for key in
             ("latitude_deg", "longitude_deg", "altitude_m")}  # fmt: skip
    stood = campaign.study(scenario.changed(given, there), study().cases, ENDS_ONLY)
    held = [row.inside_s for row in flown(questions.layer_gaps(stood, seoul))]
    said = [
        next((one.inside_s for one in row.sites if one.site == "pyeongtaek"), 0.0) for row in rows
    ]
    assert held == pytest.approx(said, abs=ROUNDING_S)
    assert max(held) > found.least_s
    assert any(one.site == "place" for row in rows for one in row.sites)
    for row in rows:
        first = row.closes[0]
        assert first.published_m == 100e3
        assert [abs(one.change_m) for one in row.closes] == sorted(
            abs(one.change_m) for one in row.closes
        )
    # With the longest of the changes none is open, with less than the shortest all still are.
    needed = [one.needed_m for row in rows for one in row.closes if one.number == "reach"]
    for reach_m, still_open in ((max(needed), 0), (min(needed) - 200.0, found.flights)):
        wide = {"value": reach_m / 1e3, "source": "shieldmap-estimate"}
        changed = scenario.changed(given, {"defence.assumptions": {"reach_km": wide}})
        wider = campaign.study(changed, cases=study().cases, variants=ENDS_ONLY)
        assert questions.layer_gaps(wider, seoul).open_flights == still_open


def test_a_place_that_nothing_reaches_has_no_gap() -> None:
    away = Asset.model_construct(
        id="place", name="Hamilton", name_ko="", kind="site", latitude_deg=-37.8,
        longitude_deg=175.3, source="geonames", confidence="high", note="",
    )  # fmt: skip
    found = questions.layer_gaps(study(), away)
    assert found.flights == found.open_flights == 0
    assert {row.status for row in found.rows} == {"not-threatened"}
    assert "Hamilton" in found.sentence_en
    assert "Hamilton" in found.sentence_ko


def test_a_study_of_places_alone_can_be_asked() -> None:
    place = {"id": "gimcheon", "name": "Gimcheon", "latitude_deg": 36.14, "longitude_deg": 128.11,
             "people": 140_000, "source": "geonames"}  # fmt: skip
    mapping: dict[str, Any] = dict(study().scenario.as_mapping())
    for gone in ("grid", "towns", "raid"):
        mapping.pop(gone)
    alone = scenario.build({**mapping, "places": [place]})
    this = campaign.study(alone, cases=study().cases, variants=ENDS_ONLY)
    found = questions.layer_gaps(this)
    assert [row.place for row in flown(found) if row.kind == "town"][:1] == ["Gimcheon"]


def test_what_cannot_be_asked_is_said_in_a_sentence() -> None:
    with pytest.raises(answers.InputError, match="korea-2015 has no layers, which 'gap'"):
        answers.ask("gap", "korea-2015")
    with pytest.raises(ScenarioError, match="layers is missing"):
        questions.ask(scenario.load("korea-2015"), "gap")
    with pytest.raises(answers.InputError, match="timing has no raid, which 'worth'"):
        answers.ask("worth", "timing")
    with pytest.raises(answers.InputError, match="'worth' asks about no place"):
        answers.ask("worth", "korea-layers", place="seoul")


# --- what a part is worth ---


@cache
def without() -> tuple[Prepared, PartsWorth]:
    prepared = campaign.prepare(small({"grid.spacing_km": 100}))
    this = campaign.study(prepared.scenario, variants=ENDS_ONLY)
    return prepared, worth.parts_worth(this, prepared)


def test_removing_nothing_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    prepared, _ = without()
    this = campaign.study(prepared.scenario, cases=prepared.cases, variants=ENDS_ONLY)
    nothing = (worth.PartTaken("nothing"), worth.PartTaken("launcher", Stock()))
    monkeypatch.setattr(worth, "PARTS", nothing)
    first, again = worth.parts_worth(this, prepared).rows
    assert again.more_leakers.mean == 0.0
    assert again.more_leakers.parameter_range == (0.0, 0.0)
    for field in ("leakers", "interceptors", "alone", "together", "spent", "stopped_by"):
        assert getattr(first, field) == getattr(again, field), field


def test_no_part_is_worth_less_than_nothing_in_places() -> None:
    _, found = without()
    base, *rows = found.rows
    assert [row.part for row in found.rows] == ["nothing", "launcher", "interceptors", "radar"]
    for row in rows:
        for team in ("alone", "together"):
            whole, less = getattr(base, team), getattr(row, team)
            for end in End:
                assert getattr(less.people, end) <= getattr(whole.people, end)
                assert getattr(less.assets, end) <= getattr(whole.assets, end)
            assert less.people.in_range == whole.people.in_range


def test_without_its_radar_a_battery_alone_holds_nothing_and_stops_nothing() -> None:
    _, found = without()
    base, radar = found.rows[0], found.rows[-1]
    assert base.alone.people.value > 0.0
    assert radar.alone.people.good == radar.together.people.good == 0.0
    assert radar.alone.assets.good == 0
    assert radar.leakers.mean == found.missiles
    assert radar.interceptors.mean == 0.0
    gained = radar.leakers.mean - base.leakers.mean
    assert radar.more_leakers.mean == pytest.approx(gained)
    low, high = radar.more_leakers.sampling_interval
    assert low <= gained <= high


def test_a_launcher_and_eight_interceptors_leave_what_they_say() -> None:
    prepared, _ = without()
    defence = prepared.scenario.defence
    for part, launchers in ((worth.PARTS[1], 5), (worth.PARTS[2], 6)):
        (loads,) = campaign.loads_of(defence, End.VALUE, part.stock)
        assert len(loads) == launchers
        assert sum(loads) == defence.interceptors.value - 8


def test_places_held_alone_are_those_of_a_battery_alone_on_its_site() -> None:
    """A second way: the battery compared among sites, on the place where it stands."""
    prepared, found = without()
    given = prepared.scenario
    this = campaign.study(given, variants=ENDS_ONLY)
    from shieldmap.footprint import siting
    from shieldmap.questions.places import coarse_grid

    battery = given.defence.battery
    site = siting.Site("here", "", battery.latitude_deg, battery.longitude_deg,
                       battery.altitude_m, given.defence.radar.boresight_deg)  # fmt: skip
    latitude, longitude, people = coarse_grid(this, found.grid_spacing_m)
    judged = siting.judge_sites(this, [site], latitude, longitude, keeps_radar=True)
    cases = list(range(len(this.cases)))
    for number, end in enumerate(End):
        covered = siting.covered(judged, cases, [0], number)
        held = getattr(found.rows[0].alone.people, end)
        assert held == pytest.approx(float(people[covered].sum()), rel=1e-12)


@pytest.mark.parametrize(
    ("more", "english", "korean"),
    [
        (-6.7, "without the radar 6.7 fewer come through", "6.7발 감소"),
        (6.7, "without the radar 6.7 more come through", "6.7발 증가"),
        (-0.01, "without the radar as many come through", "방어를 뚫는 미사일 변화 없음"),
    ],
)
def test_what_comes_through_is_told_without_a_sign(more: float, english: str, korean: str) -> None:
    _, found = without()
    base, radar = found.rows[0], found.rows[-1]
    changed = radar.more_leakers.model_copy(update={"mean": more})
    row = radar.model_copy(update={"more_leakers": changed})
    for language, told in (("en", english), ("ko", korean)):
        sentence = worth._sentence(language, [base, row], found.missiles)  # type: ignore[arg-type]
        assert told in sentence
        assert "−" not in sentence


@pytest.mark.parametrize("language", ["en", "ko"])
def test_both_are_printed(language: str) -> None:
    from shieldmap import words
    from shieldmap.cli import show_raid
    from shieldmap.results import answer_to

    for name, given in (("gap", answer()), ("worth", without()[1])):
        head = {"question": name, "text": "", "scenario": "korea-layers"}
        whole = answer_to(name).model_validate(head | dict(given))
        with words.using(language):  # type: ignore[arg-type]
            show_raid.answer(whole)


def test_the_command_says_what_is_missing() -> None:
    from shieldmap.cli.app import app

    done = CliRunner().invoke(app, ["ask", "gap", "korea-2015"])
    assert isinstance(done.exception, answers.InputError)
