"""Layers, raids and candidate sites of a scenario: what is accepted, refused, and kept."""

import re
from typing import Any

import pytest
from pydantic import ValidationError

from shieldmap import campaign, scenario
from shieldmap.scenario import ScenarioError

LAYERS = scenario.load("korea-layers")
L_SAM = LAYERS.as_mapping()["layers"][0]
SITE = {"id": "site-a", "name": "Site A", "latitude_deg": 36.0, "longitude_deg": 128.0,
        "altitude_m": 5, "source": "geonames"}  # fmt: skip
NEW_TABLES = {"layers", "raid", "candidate_sites"}


def fraction(value: float, **ends: float) -> dict[str, Any]:
    return {"value": value, "source": "shieldmap-estimate", **ends}


def refusal(changes: dict[str, Any]) -> str:
    with pytest.raises(ScenarioError) as caught:
        scenario.changed(LAYERS, changes)
    return str(caught.value)


# --- refusals ---

# what is changed, field path, value found, expectation
REFUSED: list[tuple[dict[str, Any], str, str, str]] = [
    # waves
    ({"raid.waves": []}, "raid.waves", "is a list of 0", "1 to 256 tables [[raid.waves]]"),
    (
        {"raid.waves.0.threat": "hwasong-6-minimum-enery"},
        "raid.waves[0].threat", '"hwasong-6-minimum-enery"', "mean hwasong-6-minimum-energy",
    ),
    ({"raid.waves.1.threat": "zzz"}, "raid.waves[1].threat", '"zzz"', "one of hwasong-6-"),
    (
        {"raid.waves.0.launch_points": ["kittaeryong", "tonghae"]},
        "raid.waves[0].launch_points[1]", '"tonghae"', "hwasong-6-minimum-energy is flown from",
    ),
    (
        {"raid.waves.0.launch_points": ["hwangju", "hwangju"]},
        "raid.waves[0].launch_points[1]", '"hwangju"', "each name once",
    ),
    ({"raid.waves.0.targets": ["seol"]}, "raid.waves[0].targets[0]", '"seol"', "mean seoul?"),
    ({"raid.waves.0.targets": ["hwangju"]}, "waves[0].targets[0]", '"hwangju"', "id of an asset"),
    (
        {"raid.waves.0.targets": ["seoul", "busan", "seoul"]},
        "raid.waves[0].targets[2]", '"seoul"', "each name once",
    ),
    ({"raid.waves.0.targets": []}, "raid.waves[0].targets", "a list of 0", "1 to 256 ids of"),
    ({"raid.waves.0.count": 0}, "raid.waves[0].count", "is 0:", "from 1 to 100000"),
    ({"raid.waves.0.count": 100_001}, "raid.waves[0].count", "100001", "from 1 to 100000"),
    ({"raid.waves.0.count": 2.5}, "raid.waves[0].count", "2.5", "a whole number"),
    ({"raid.waves.0.count": True}, "raid.waves[0].count", "true", "a whole number"),
    ({"raid.waves.0.start_s": -1}, "raid.waves[0].start_s", "-1", "from 0 to 86400 s"),
    ({"raid.waves.0.spacing_s": 86_401}, "raid.waves[0].spacing_s", "86401", "0 to 86400 s"),
    ({"raid.waves.0.objects": 0}, "raid.waves[0].objects", "is 0:", "from 1 to 8"),
    ({"raid.waves.0.objects": 9}, "raid.waves[0].objects", "is 9:", "from 1 to 8"),
    ({"raid.waves.0.cuont": 3}, "raid.waves[0].cuont", "known key", "did you mean count?"),
    ({"raid.waves.2.discrimination": 0.5}, "waves[2].discrimination", "0.5", "with value and"),
    (
        {"raid.waves.2.discrimination": fraction(1.2)},
        "raid.waves[2].discrimination.value", "1.2", "from 0 to 1",
    ),
    (
        {"raid.waves.2.discrimination": fraction(0.5, low=0.6)},
        "raid.waves[2].discrimination", "low = 0.6", "low <= value <= high",
    ),
    (
        {"raid.waves.2.discrimination": {"value": 0.5}},
        "raid.waves[2].discrimination.source", "is missing", "keys of the bibliography",
    ),
    (
        {"raid.waves.2.sorting_altitude_km": fraction(-5)},
        "raid.waves[2].sorting_altitude_km.value", "-5", "from 0 to 1000 km",
    ),
    (
        {"raid.waves.2.sorting_altitude_km.high": 2000},
        "raid.waves[2].sorting_altitude_km.high", "2000", "from 0 to 1000 km",
    ),
    # the raid itself
    ({"raid.weights.0.asset": "pusan"}, "raid.weights[0].asset", '"pusan"', "mean busan?"),
    (
        {"raid.weights": 2 * [{"asset": "seoul", "weight": 1}]},
        "raid.weights[1].asset", '"seoul"', "raid.weights[0] does not have",
    ),
    ({"raid.weights.0.weight": -1}, "raid.weights[0].weight", "-1", "from 0 to 1e+06"),
    ({"raid.weights.0.weight": 2e6}, "raid.weights[0].weight", "2000000", "from 0 to 1e+06"),
    ({"raid.assignment": "most-urgnt"}, "raid.assignment", '"most-urgnt"', "mean most-urgent?"),
    ({"raid.undiscriminated": "wait"}, "raid.undiscriminated", '"wait"', "waste or gate"),
    ({"raid.half_width": -0.1}, "raid.half_width", "-0.1", "from 0 to 10000 missiles"),
    ({"raid.half_width": 10_001}, "raid.half_width", "10001", "from 0 to 10000 missiles"),
    ({"raid.half_width": float("nan")}, "raid.half_width", "nan", "from 0 to 10000 missiles"),
    ({"raid.trials_max": 1}, "raid.trials_max", "is 1:", "from 2 to 1000000"),
    ({"raid.trials_max": 1_000_001}, "raid.trials_max", "1000001", "2 to 1000000"),
    ({"raid.trials_max": 1e5}, "raid.trials_max", "100000", "a whole number"),
    ({"raid.seed": -1}, "raid.seed", "-1", "from 0 to 2^31 - 1"),
    ({"raid.seed": 2**31}, "raid.seed", "2147483648", "from 0 to 2^31 - 1"),
    ({"raid.source": "nobody-2020"}, "raid.source", '"nobody-2020"', "a key of the bibliography"),
    ({"raid.waves.0.source": "nobody"}, "raid.waves[0].source", '"nobody"', "a key of"),
    # layers
    ({"layers.0.id": "defence"}, "layers[0].id", '"defence"', "is the battery under study"),
    ({"layers.1.id": "l-sam"}, "layers[1].id", '"l-sam"', "layers[0] does not have already"),
    ({"layers.0.id": "L SAM"}, "layers[0].id", '"L SAM"', "lower-case letters"),
    ({"layers.0.system": "l-san"}, "layers[0].system", '"l-san"', "did you mean l-sam"),
    ({"layers.0.system": "an-tpy-2"}, "layers[0].system", '"an-tpy-2"', "a radar, not a def"),
    ({"layers.0.radar": None}, "layers[0].radar", "is missing", "[layers.radar], or shares"),
    (
        {"layers.0.shares_radar": "defence"},
        "layers[0].radar", "stands beside shares_radar", "[layers.radar], or shares_radar",
    ),
    ({"layers.0.radar.system": "thaad"}, "layers[0].radar.system", '"thaad"', "not a radar"),
    (
        {"layers.0.radar.elevation_min_deg": 85},
        "layers[0].radar.elevation_min_deg", "is 85:", "less than elevation_max_deg, 85",
    ),
    (
        {"layers.0.radar.horizon": [{"azimuth_deg": 0, "elevation_deg": 1}]},
        "layers[0].radar.horizon", "has one point", "at least two points",
    ),
    (
        {"layers.3.shares_radar": "cheongung-soul"},
        "layers[3].shares_radar", '"cheongung-soul"', "did you mean cheongung-seoul?",
    ),
    # What belongs to a radar stands at the layer that has it.
    (
        {"layers.3.fire": {"track_budget": 4}},
        "layers[3].fire.track_budget", "is a table", "whose radar this layer shares",
    ),
    (
        {"layers.3.fire": {"radar_lost_s": 60}},
        "layers[3].fire.radar_lost_s", "is 60:", "at the fire of cheongung-seoul",
    ),
    # Neither itself nor a layer that shares has a radar to give away.
    (
        {"layers.3.shares_radar": "cheongung-incheon"},
        "layers[3].shares_radar", '"cheongung-incheon"', "with a radar of its own",
    ),
    (
        {"layers.0.radar": None, "layers.0.shares_radar": "cheongung-incheon"},
        "layers[0].shares_radar", '"cheongung-incheon"', "with a radar of its own",
    ),
    (
        {"layers.0.assumptions.floor_km": fraction(400)},
        "layers[0].assumptions.floor_km.value", "400", "from 0 to 200 km",
    ),
    (
        {"layers": [{**L_SAM, "id": f"l-{k}"} for k in range(33)]},
        "layers", "a list of 33", "at most 32 tables [[layers]]",
    ),
    # how a battery fights
    (
        {"defence.fire.record": "tests-16-of-17"},
        "defence.fire.record", '"tests-16-of-17"', "did you mean tests-16-of-16",
    ),
    (
        {"layers.0.fire": {"record": "tests-16-of-16"}},
        "layers[0].fire.record", '"tests-16-of-16"', "a record of l-sam",
    ),
    (
        {"defence.fire.kill_probability": fraction(0.9)},
        "defence.fire.record", '"tests-16-of-16"', "either kill_probability or record",
    ),
    ({"defence.fire.salvo": 0}, "defence.fire.salvo", "is 0:", "from 1 to 8"),
    ({"defence.fire.looks": 9}, "defence.fire.looks", "is 9:", "from 1 to 8"),
    ({"defence.fire.simultaneous": 0}, "defence.fire.simultaneous", "is 0:", "at least 1"),
    (
        {"layers.1.fire.simultaneous": {"value": 5, "low": 0}},
        "layers[1].fire.simultaneous", "is 0:", "at least 1",
    ),
    ({"defence.fire.reloads": -1}, "defence.fire.reloads", "-1", "from 0 to 10000"),
    ({"defence.fire.reloads": 10_001}, "defence.fire.reloads", "10001", "from 0 to 10000"),
    ({"defence.fire.track_budget": 1.5}, "defence.fire.track_budget", "1.5", "a whole number"),
    ({"defence.fire.radar_failure": 0.1}, "fire.radar_failure", "0.1", "with value and source"),
    (
        {"defence.fire.radar_failure": fraction(-0.1)},
        "defence.fire.radar_failure.value", "-0.1", "from 0 to 1",
    ),
    (
        {"defence.fire.track_probability": fraction(0.5, low=0.7)},
        "defence.fire.track_probability", "low = 0.7", "low <= value <= high",
    ),
    (
        {"defence.fire.common_mode_failure": fraction(1.01)},
        "defence.fire.common_mode_failure.value", "1.01", "from 0 to 1",
    ),
    ({"defence.fire.radar_lost_s": -5}, "defence.fire.radar_lost_s", "-5", "0 to 86400 s"),
    (
        {"defence.fire.double_engagement": "yes"},
        "defence.fire.double_engagement", '"yes"', "true or false",
    ),
    (
        {"defence.fire.kill_probabilty": fraction(0.9)},
        "defence.fire.kill_probabilty", "known key", "did you mean kill_probability",
    ),
    # candidate sites
    (
        {"candidate_sites": [SITE, SITE]},
        "candidate_sites[1].id", '"site-a"', "candidate_sites[0] does not have already",
    ),
    ({"candidate_sites": [SITE | {"id": "A a"}]}, "candidate_sites[0].id", '"A a"', "lower-case"),
    (
        {"candidate_sites": [SITE | {"latitude_deg": 91}]},
        "candidate_sites[0].latitude_deg", "91", "from -90 to 90 degrees",
    ),
    (
        {"candidate_sites": [SITE | {"source": "nobody"}]},
        "candidate_sites[0].source", '"nobody"', "a key of the bibliography",
    ),
    (
        {"candidate_sites": [{k: v for k, v in SITE.items() if k != "altitude_m"}]},
        "candidate_sites[0].altitude_m", "is missing", "from -500 to 9000 m",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "path", "found", "expected"), REFUSED)
def test_refusal_names_field_value_and_expectation(
    changes: dict[str, Any], path: str, found: str, expected: str
) -> None:
    said = refusal(changes)
    field, _, wanted = said.removeprefix("korea-layers: ").partition(": expected ")
    assert said.startswith("korea-layers: ")
    assert f"{path} " in f"{field} "
    assert found in f"{field}:"
    assert expected in wanted
    # One problem in one sentence; what follows from it is not told again.
    assert "\n" not in said
    assert " more: " not in said


def test_a_number_without_a_unit_leaves_no_blank_at_the_end() -> None:
    said = refusal({"raid.weights.0.weight": -1})
    assert said == said.rstrip()


def test_an_unknown_system_is_told_once_even_where_a_record_of_it_is_named() -> None:
    said = refusal({"layers.0.system": "l-san", "layers.0.fire": {"record": "tests-2023-3-of-4"}})
    assert "layers[0].system" in said
    assert "more" not in said
    said = refusal({"defence.system": "thaadd"})
    assert "defence.system" in said
    assert "more" not in said


def test_the_ends_of_what_a_raid_may_ask_for_are_accepted() -> None:
    for changes in (
        {"raid.half_width": 0, "raid.trials_max": 2, "raid.seed": 0},
        {"raid.half_width": 10_000, "raid.trials_max": 1_000_000, "raid.seed": 2**31 - 1},
        {"raid.waves.0.count": 1000, "raid.waves.0.objects": 8},
        {"raid.waves.2.discrimination": fraction(0), "raid.weights.0.weight": 0},
        {"defence.fire.simultaneous": 1, "defence.fire.reloads": 10_000},
        {"layers.3.shares_radar": "defence"},
    ):
        checked = scenario.changed(LAYERS, changes).as_mapping()
        for path, value in changes.items():
            here: Any = checked
            for part in path.split("."):
                here = here[int(part) if isinstance(here, list) else part]
            plain = here["value"] if isinstance(here, dict) else here
            assert plain == (value["value"] if isinstance(value, dict) else value), path


# --- what only the flights can tell ---


def test_a_wave_that_reaches_none_of_its_places_is_refused_by_the_flights() -> None:
    """Hamilton in New Zealand is out of reach of a Scud; the file alone cannot know that."""
    wave = {"threat": "hwasong-6-minimum-energy", "targets": ["busan"], "count": 2}
    far = scenario.changed(
        LAYERS,
        {"layers": [], "raid.waves": [wave], "assets.2.latitude_deg": -37.8,
         "assets.2.longitude_deg": 175.3},
    )  # fmt: skip
    with pytest.raises(ScenarioError) as caught:
        campaign.prepare(far)
    said = str(caught.value)
    assert said.startswith("korea-layers: raid.waves[0].targets is ['busan']: expected")
    assert "hwasong-6-minimum-energy can fly to from hwangju, kittaeryong" in said
    assert "\n" not in said


def test_a_scenario_without_a_raid_cannot_be_prepared() -> None:
    with pytest.raises(ScenarioError, match=re.escape("timing: raid is missing: expected a table")):
        campaign.prepare(scenario.load("timing"))


# --- what is kept ---


def full() -> scenario.Scenario:
    """Every field of a raid, a layer and a battery's fire written out."""
    fire = {
        "salvo": 3, "looks": 2, "simultaneous": {"value": 5, "low": 4, "high": 6},
        "kill_probability": fraction(0.8, low=0.5, high=0.9),
        "common_mode_failure": fraction(0.05), "reloads": 6, "double_engagement": True,
        "track_budget": 40, "track_probability": fraction(0.95),
        "radar_failure": fraction(0.01), "radar_lost_s": 600.0,
    }  # fmt: skip
    return scenario.changed(
        LAYERS,
        {
            "layers.0.fire": fire, "candidate_sites": [SITE, SITE | {"id": "site-b"}],
            "raid.half_width": 0.2, "raid.waves.0.launch_points": ["hwangju"],
            "raid.weights": [{"asset": "seoul", "weight": 5}, {"asset": "daegu", "weight": 0.5}],
        },
    )  # fmt: skip


def test_layers_raid_and_sites_survive_a_round_trip() -> None:
    whole = full()
    assert whole.as_mapping().keys() >= NEW_TABLES
    assert scenario.parse(scenario.to_toml(whole)) == whole
    assert scenario.build(whole.as_mapping()) == whole
    assert scenario.parse(scenario.to_toml(whole)).content_hash() == whole.content_hash()
    assert whole.content_hash() != LAYERS.content_hash()
    fire = scenario.parse(scenario.to_toml(whole)).layers[0].fire
    assert fire is not None
    assert (fire.salvo, fire.looks, fire.reloads.value, fire.radar_lost_s) == (3, 2, 6, 600.0)


@pytest.mark.parametrize("name", ["korea-2015", "timing"])
def test_scenarios_without_them_keep_their_content(name: str) -> None:
    """Fields that are new and not used leave no trace, so that old hashes stay as they were."""
    given = scenario.load(name).as_mapping()
    old = {key: value for key, value in given.items() if key not in NEW_TABLES}
    loaded = scenario.build(old)
    assert loaded.as_mapping() == old
    assert "fire" not in old["defence"]
    empty = scenario.build({**old, "layers": [], "candidate_sites": []})
    assert empty.as_mapping() == old
    assert empty.content_hash() == loaded.content_hash()


def test_a_layer_and_a_raid_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        LAYERS.layers[0].id = "other"
    assert LAYERS.raid is not None
    with pytest.raises(ValidationError, match="frozen"):
        LAYERS.raid.seed = 3


def test_the_systems_and_sources_of_layers_and_raid_are_counted() -> None:
    assert {"l-sam", "l-sam-mfr", "pac-3-mse", "an-mpq-65", "km-sam-2"} <= set(LAYERS.system_ids)
    assert "hankyoreh-postol-2016" in LAYERS.source_keys
    inputs = {given.name: given.kind for given in full().inputs}
    assert inputs["position of Site A"] == "single"
    assert inputs["position of assumed place in Seoul"] == "estimate"


def test_a_raid_counts_its_missiles_and_says_where_its_trials_stop() -> None:
    raid = LAYERS.raid
    assert raid is not None
    assert raid.missiles == 12 + 8 + 4
    assert raid.half_width_missiles == 0.05
    # 0.2 % of a larger raid: 100 missiles and 24 of the other waves' less the first wave's 12.
    large = scenario.changed(LAYERS, {"raid.waves.0.count": 100}).raid
    assert large is not None
    assert large.half_width_missiles == pytest.approx(0.002 * 112)
    asked = scenario.changed(LAYERS, {"raid.half_width": 0.0}).raid
    assert asked is not None
    assert asked.half_width_missiles == 0.0


def test_a_layer_says_what_it_does_not_give_by_leaving_it_out() -> None:
    layer = LAYERS.layers[3]
    assert layer.radar is None
    assert layer.shares_radar == "cheongung-seoul"
    assert layer.launchers.value == 2
    assert layer.interceptors.value == 16
    assert layer.fire is not None
    assert layer.fire.kill_probability is None
    assert layer.fire.reloads.value == 0
    assert "radar" not in LAYERS.as_mapping()["layers"][3]


def test_more_interceptors_than_can_be_counted_are_refused_by_the_check() -> None:
    said = refusal(
        {"defence.battery.launchers": 500, "defence.battery.interceptors_per_launcher": 500}
    )
    assert "defence.battery and the launcher sites hold 250000 interceptors" in said
    assert "at most 10000 together" in said


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"raid.waves.0.count": 100_000, "raid.waves.0.objects": 8}, "missiles with their objects"),
        (
            {"raid.waves.0.count": 50_000, "raid.trials_max": 1_000_000, "raid.half_width": 0},
            "trials of some",
        ),
    ],
)
def test_a_raid_that_no_machine_fights_is_refused_by_the_check(
    changes: dict[str, Any], words: str
) -> None:
    assert words in refusal(changes)
