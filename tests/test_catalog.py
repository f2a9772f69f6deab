"""Catalogue: every rule is refused with its sentence, every file loads, sources go both ways."""

import json
import math
import re
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from shieldmap import catalog, radars, units
from shieldmap.catalog import files, sources

NEEDED = [
    "hwasong-5",
    "hwasong-6",
    "hwasong-7",
    "hwasong-9",
    "hwasong-10",
    "hwasong-12",
    "hwasong-14",
    "hwasong-15",
    "hwasong-17",
    "hwasong-18",
    "hwasong-19",
    "pukguksong-1",
    "pukguksong-2",
    "df-31a",
    "topol-m",
    "kn-02",
    "kn-23",
    "kn-24",
    "kn-25",
    "hwasong-11ma",
    "hwasong-11da-4-5",
    "hwasong-16b",
    "thaad",
    "an-tpy-2",
]
SOUND = {"value": 2500, "low": 1800, "high": 3500, "unit": "kg/m^2"}
SOUND |= {"basis": "published", "source": "key2016#p12"}
FLOWN = [
    entry
    for entry in catalog.entries()
    if isinstance(entry, catalog.MissileEntry) and entry.is_flown
]
NOT_FLOWN = [
    entry
    for entry in catalog.entries()
    if isinstance(entry, catalog.MissileEntry) and not entry.is_flown
]


# One number -----------------------------------------------------------------------------------


def test_quantity_converts_to_si() -> None:
    speed = catalog.Quantity(
        value=2.7, low=2.6, high=2.8, unit="km/s", basis="published", source="key2016#p12"
    )
    assert (speed.si, speed.low_si, speed.high_si) == (2700.0, 2600.0, 2800.0)
    assert speed.key == "key2016"


def test_quantity_without_a_range_is_its_own_range() -> None:
    bare = catalog.Quantity(value=35, unit="km", basis="published", source="key2016")
    assert bare.low_si == bare.si == bare.high_si == 35_000.0


@pytest.mark.parametrize("field", ["value", "unit", "basis", "source"])
def test_missing_field_is_refused(field: str) -> None:
    with pytest.raises(ValidationError, match=field):
        catalog.Quantity.model_validate({k: v for k, v in SOUND.items() if k != field})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"low": 2600}, "low 2600.0 is above the value 2500.0"),
        ({"high": 2400}, "high 2400.0 is below the value 2500.0"),
        ({"value": math.nan}, "finite number"),
        ({"value": math.inf}, "finite number"),
        ({"low": -math.inf}, "finite number"),
        ({"value": "2500"}, "valid number"),
        ({"value": True}, "valid number"),
        ({"unit": "furlong"}, "unknown unit 'furlong'"),
        ({"basis": "guess"}, "'measured', 'published', 'derived' or 'estimate'"),
        ({"basis": "derived"}, "a derived value needs its formula in 'note'"),
        ({"basis": "estimate"}, "an estimate needs its reason in 'note'"),
        ({"source": "see page 12"}, "is not a bibliography key"),
        ({"colour": "red"}, "Extra inputs are not permitted"),
        ({"rivals": [{"value": 1}]}, "source"),
        ({"rivals": [{"value": 1, "low": 2, "source": "b"}]}, "low 2.0 is above the value 1.0"),
        ({"rivals": [{"value": 1, "unit": "stone", "source": "b"}]}, "unknown unit 'stone'"),
    ],
)
def test_rule_is_refused_with_its_sentence(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(sentence)):
        catalog.Quantity.model_validate(SOUND | change)


def test_rivals_take_the_unit_and_stay_beside_the_value() -> None:
    quantity = catalog.Quantity.model_validate(
        SOUND | {"rivals": [{"value": 4900, "source": "other2012#p3"}]}
    )
    assert quantity.rivals[0].unit == "kg/m^2"
    assert quantity.rivals[0].si == 4900.0
    assert quantity.si == 2500.0
    assert quantity.keys == ("key2016", "other2012")


def test_quantity_is_frozen() -> None:
    quantity = catalog.Quantity.model_validate(SOUND)
    with pytest.raises(ValidationError, match="frozen"):
        quantity.value = 1.0


# The files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("entry_id", NEEDED)
def test_every_needed_entry_loads(entry_id: str) -> None:
    entry = catalog.load(entry_id)
    assert entry.id == entry_id
    assert entry.name_ko
    assert list(catalog.quantities(entry))


def test_catalogue_is_clean_both_ways() -> None:
    assert catalog.check(catalog.mentioned_keys()) == []


def test_names_are_unique() -> None:
    names = [name.casefold() for entry in catalog.entries() for name in (entry.id, *entry.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("asked", "entry_id"),
    [
        ("scud-b", "hwasong-5"),
        ("Scud B", "hwasong-5"),
        ("SCUD_C", "hwasong-6"),
        ("Scud-ER", "hwasong-9"),
        ("er-scud", "hwasong-9"),
        ("Nodong", "hwasong-7"),
        ("rodong", "hwasong-7"),
        ("musudan", "hwasong-10"),
        ("KN-11", "pukguksong-1"),
        ("KN-15", "pukguksong-2"),
        ("KN-17", "hwasong-12"),
        ("KN-20", "hwasong-14"),
        ("KN-22", "hwasong-15"),
        ("KN-28", "hwasong-17"),
        ("Hwasong-11A", "kn-23"),
        ("hwasong-11b", "kn-24"),
        ("SS-27", "topol-m"),
        ("AN/TPY-2".replace("/", ""), "an-tpy-2"),
    ],
)
def test_alias(asked: str, entry_id: str) -> None:
    assert catalog.load(asked).id == entry_id


def test_unknown_entry_names_close_matches_and_the_command() -> None:
    with pytest.raises(catalog.CatalogError) as caught:
        catalog.load("hwasong-51")
    sentence = str(caught.value)
    assert "'hwasong-51' is not in the catalogue" in sentence
    assert "did you mean" in sentence
    assert "hwasong-5" in sentence
    assert "`shieldmap catalog list`" in sentence


def test_wrong_kind_is_refused() -> None:
    assert catalog.defence("thaad").id == "thaad"
    assert catalog.radar("tpy-2").id == "an-tpy-2"
    with pytest.raises(catalog.CatalogError, match="'thaad' is a defence, not a missile"):
        catalog.missile("thaad")
    with pytest.raises(catalog.CatalogError, match="'scud-b' is a missile, not a radar"):
        catalog.radar("scud-b")
    with pytest.raises(catalog.CatalogError, match="'an-tpy-2' is a radar, not a defence"):
        catalog.defence("an-tpy-2")


# Broken files ---------------------------------------------------------------------------------


def broken(tmp_path: Path, change: tuple[str, str]) -> catalog.CatalogError:
    """Read hwasong-5 with one text replaced and return the refusal."""
    text = (sources.DATA / "missiles" / "hwasong-5.toml").read_text(encoding="utf-8")
    assert change[0] in text
    path = tmp_path / "missiles" / "hwasong-5.toml"
    path.parent.mkdir()
    path.write_text(text.replace(change[0], change[1], 1), encoding="utf-8")
    with pytest.raises(catalog.CatalogError) as caught:
        catalog.read_entry(path)
    return caught.value


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (('country = "KP"\n', ""), "missiles/hwasong-5.toml: the file has no 'country'"),
        (('unit = "kg"\n', ""), "stages.0.propellant_mass has no 'unit'"),
        (('country = "KP"', 'country = "KP"\ncolour = "red"'), "'colour' is not a field"),
        (("high = 3771", "high = 3000"), "stages.0.propellant_mass: high 3000.0 is below"),
        (
            ('flight = "ballistic"', 'flight = "glide"'),
            "a glide missile without 'lift' is not flown",
        ),
        (("[reentry.", "[published."), "'published.ballistic_coefficient' is not a field"),
        (('id = "hwasong-5"', "id = "), "missiles/hwasong-5.toml is not TOML"),
        (("[stages.nozzle_exit_area]", "[stages.coast_time]"), "a stage needs"),
    ],
)
def test_broken_file_is_refused_with_its_place(
    tmp_path: Path, change: tuple[str, str], sentence: str
) -> None:
    assert sentence in str(broken(tmp_path, change))


def test_check_reports_instead_of_stopping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (sources.DATA / "missiles" / "hwasong-5.toml").read_text(encoding="utf-8")
    folder = tmp_path / "missiles"
    folder.mkdir()
    (folder / "hwasong-5.toml").write_text(
        source.replace('source = "time-1991"', 'source = "nobody-2000"').replace(
            "low = 58\nhigh = 66\n", "", 1
        ),
        encoding="utf-8",
    )
    (folder / "twin.toml").write_text(source, encoding="utf-8")
    (folder / "worse.toml").write_text("id =", encoding="utf-8")
    monkeypatch.setattr(files, "DATA", tmp_path)
    problems = "\n".join(catalog.check())
    assert "published.length cites 'nobody-2000', which no bibliography has" in problems
    assert "hwasong-5: stages.0.burn_time has no range" in problems
    assert "twin.toml holds the id 'hwasong-5'" in problems
    assert "missiles/worse.toml is not TOML" in problems
    assert "sources.bib: nothing uses 'crs-if12645-2024'" in problems


def test_check_finds_an_alias_used_twice() -> None:
    first = catalog.load("hwasong-5")
    second = catalog.load("hwasong-6").model_copy(update={"aliases": ("SCUD-B",)})
    problems = list(files._name_problems([first, second]))
    assert problems == ["'SCUD-B' names both hwasong-5 and hwasong-6"]


def test_memory_must_be_called_an_estimate() -> None:
    thaad = catalog.defence("thaad")
    memory = next(q for _, q in catalog.quantities(thaad) if q.key == "shieldmap-memory")
    claimed = thaad.model_copy(
        update={
            "cost": thaad.cost.model_copy(
                update={"battery": memory.model_copy(update={"basis": "published"})}
            )
        }
    )
    problems = list(files._unknown_sources([claimed], catalog.bibliography()))
    assert "thaad: cost.battery rests on memory and must be an estimate" in problems


# Arrays ---------------------------------------------------------------------------------------


def test_scud_b_against_a_hand_calculation() -> None:
    """3,645.6 kg in 62 s is 58.8 kg/s; Isp_vac = 226 + 101325 x 0.1352 / (58.8 x 9.80665)."""
    scud = catalog.missile("scud-b").arrays()
    assert scud.stage_propellant_kg[0] / scud.stage_burn_s[0] == pytest.approx(58.8, rel=1e-12)
    # 13,699.14 N of nozzle pressure over 576.63 N per second of impulse is 23.757 s.
    assert scud.stage_exhaust_m_s[0] / 9.80665 == pytest.approx(226 + 23.7572, abs=1e-4)
    assert scud.stage_exit_m2[0] == 0.1352
    # 4,873 kg gross and 987 kg of payload, as printed.
    total_kg = scud.stage_propellant_kg[0] + scud.stage_dry_kg[0] + scud.payload_kg
    assert total_kg == pytest.approx(5860.0, abs=1e-9)
    assert scud.stage_area_m2[0] == pytest.approx(0.60821, abs=1e-5)
    assert scud.stage_coast_s[0] == 0.0
    assert scud.has_cutoff


def test_exit_area_follows_from_both_impulses() -> None:
    """The same nozzle said in the two other ways gives the same thrust."""
    stage = catalog.missile("scud-b").stages[0]
    exhaust_m_s, exit_m2 = stage.nozzle()
    vacuum = catalog.Quantity(
        value=exhaust_m_s / 9.80665, unit="s", basis="published", source="key2016"
    )
    both = stage.model_copy(update={"specific_impulse_vacuum": vacuum, "nozzle_exit_area": None})
    assert both.nozzle() == pytest.approx((exhaust_m_s, exit_m2), rel=1e-12)
    alone = both.model_copy(update={"specific_impulse_sea_level": None})
    assert alone.nozzle() == pytest.approx((exhaust_m_s, 0.0), rel=1e-12)


@pytest.mark.parametrize("entry", FLOWN, ids=lambda entry: entry.id)
def test_every_flown_missile_becomes_finite_positive_arrays(entry: catalog.MissileEntry) -> None:
    arrays = entry.arrays()
    stages = len(entry.stages)
    for name in ("propellant_kg", "dry_kg", "burn_s", "exhaust_m_s", "area_m2"):
        column = getattr(arrays, f"stage_{name}")
        assert column.shape == (stages,)
        assert column.dtype == np.float64
        assert (column > 0).all()
    assert arrays.stage_exit_m2[0] > 0
    assert arrays.payload_kg > 0
    assert arrays.ballistic_coefficient_kg_m2 > 0


@pytest.mark.parametrize("entry", FLOWN, ids=lambda entry: entry.id)
def test_every_flown_missile_lifts_off(entry: catalog.MissileEntry) -> None:
    """Thrust at sea level exceeds the weight: catches a swapped mass or burn time."""
    arrays = entry.arrays()
    mass_kg = arrays.stage_propellant_kg.sum() + arrays.stage_dry_kg.sum() + arrays.payload_kg
    flow_kg_s = arrays.stage_propellant_kg[0] / arrays.stage_burn_s[0]
    thrust_n = flow_kg_s * arrays.stage_exhaust_m_s[0] - 101325.0 * arrays.stage_exit_m2[0]
    # A rocket of a multiple launcher leaves an inclined tube and must be fast at once.
    most = 8.0 if entry.id == "kn-25" else 4.0
    assert 1.2 < thrust_n / (mass_kg * 9.80665) < most


def test_overrides_replace_and_bad_ones_are_named() -> None:
    nodong = catalog.missile("nodong")
    arrays = nodong.arrays(payload_kg=500.0, ballistic_coefficient_kg_m2=3000.0)
    assert (arrays.payload_kg, arrays.ballistic_coefficient_kg_m2) == (500.0, 3000.0)
    with pytest.raises(catalog.CatalogError, match=r"payload_kg of hwasong-7 is -1\.0: it must be"):
        nodong.arrays(payload_kg=-1.0)
    for value in (math.nan, math.inf, 0.0):
        with pytest.raises(catalog.CatalogError, match="ballistic_coefficient_kg_m2 of hwasong-7"):
            nodong.arrays(ballistic_coefficient_kg_m2=value)


@pytest.mark.parametrize("entry", NOT_FLOWN, ids=lambda entry: entry.id)
def test_what_is_no_arc_is_not_flown(entry: catalog.MissileEntry) -> None:
    with pytest.raises(catalog.CatalogError, match=f"{entry.id} is not flown as an arc"):
        entry.arrays()
    assert entry.published.range is not None
    is_silent = "no apogee is published" in entry.in_scope_note
    assert (entry.published.apogee is None) == is_silent


def test_a_missile_that_is_only_compared_brings_no_stage_into_a_study() -> None:
    rocket = catalog.missile("kn-25")
    shown = dict(catalog.inputs(rocket, compared=True))
    assert list(shown) == ["published.range", "published.apogee"]
    assert "stages.0.burn_time" in dict(catalog.inputs(rocket))
    asked = {"compared": ("kn-25",), "own_estimates": True}
    assert [one.path for one in catalog.weak_inputs(["kn-25"], **asked)] == ["published.apogee"]
    assert len(catalog.weak_inputs(["kn-25"], own_estimates=True)) > 5


def test_published_stage_sets_are_as_printed() -> None:
    """A fit may move the class estimates, never these."""
    printed = {
        "hwasong-5": (3645.6, 62.0, 226.0, 987.0),
        "hwasong-9": (7390.7, 127.8, 230.0, 500.0),
        "hwasong-7": (12798.0, 108.7, 226.0, 1000.0),
    }
    for entry_id, (propellant_kg, burn_s, impulse_s, payload_kg) in printed.items():
        entry = catalog.missile(entry_id)
        (stage,) = entry.stages
        assert stage.specific_impulse_sea_level is not None
        assert entry.payload is not None
        assert stage.propellant_mass.si == propellant_kg
        assert stage.burn_time.si == burn_s
        assert stage.specific_impulse_sea_level.si == impulse_s
        assert entry.payload.mass.si == payload_kg


def test_interceptor_is_one_stage_with_its_vehicle_as_payload() -> None:
    interceptor = catalog.defence("thaad").interceptor
    arrays = interceptor.arrays()
    total_kg = arrays.stage_propellant_kg[0] + arrays.stage_dry_kg[0] + arrays.payload_kg
    assert total_kg == pytest.approx(interceptor.launch_mass.si)
    # At rest there is no velocity for the thrust to follow.
    assert arrays.rise_s > 0.0
    # Ideal speed less the published burnout speed is what drag and gravity may take.
    ideal_m_s = arrays.stage_exhaust_m_s[0] * math.log(
        total_kg / (total_kg - arrays.stage_propellant_kg[0])
    )
    assert 100.0 < ideal_m_s - interceptor.burnout_speed.si < 600.0


def test_radar_equation_returns_the_reference_range() -> None:
    """Noise times losses is derived from 870 km at 0.01 m2, so the values must agree."""
    radar = catalog.radar("an-tpy-2")
    antenna, receiver = radar.antenna, radar.receiver
    aperture_m2 = antenna.aperture_area.si * antenna.aperture_efficiency.si
    wavelength_m = 299_792_458.0 / antenna.frequency.si
    energy_j = (
        antenna.modules.si * antenna.module_power.si * antenna.duty_factor.si * receiver.dwell.si
    )
    signal = energy_j * 4 * math.pi * aperture_m2 / wavelength_m**2 * aperture_m2
    signal *= radar.reference.radar_cross_section.si
    noise = 1.380649e-23 * receiver.noise_temperature.si * receiver.noise_times_losses.si
    range_m = (signal / (16 * math.pi**2 * noise * receiver.snr.si)) ** 0.25
    # Three digits are kept of noise times losses: a fourth of 1e-3 of the range.
    assert range_m == pytest.approx(radar.reference.range.si, rel=5e-4)


def test_all_ranges_in_circulation_are_side_by_side() -> None:
    rivals = {rival.value for rival in catalog.radar("an-tpy-2").reference.range.rivals}
    assert {600, 1000, 1500, 2000, 3000} <= rivals


# Sampling, snapshots and doubts ---------------------------------------------------------------


def test_with_values_replaces_in_si_and_leaves_the_catalogue_alone() -> None:
    thaad = catalog.defence("thaad")
    drawn = catalog.with_values(thaad, {"envelope.ceiling": 120_000.0, "envelope.reach": 250e3})
    assert drawn.envelope.ceiling.si == 120_000.0
    assert drawn.envelope.ceiling.high == 150
    assert drawn.envelope.reach.si == drawn.envelope.reach.high_si == 250e3
    assert catalog.defence("thaad").envelope.ceiling.si == 150_000.0
    shorter = catalog.with_values(catalog.missile("scud-b"), {"stages.0.burn_time": 60.0})
    assert shorter.arrays().stage_burn_s[0] == 60.0
    with pytest.raises(catalog.CatalogError, match=r"thaad has no value called 'envelope\.roof'"):
        catalog.with_values(thaad, {"envelope.roof": 1.0})
    with pytest.raises(catalog.CatalogError, match="must be a number"):
        catalog.with_values(thaad, {"envelope.floor": math.nan})


def test_snapshot_is_plain_json_in_a_fixed_order() -> None:
    one = catalog.snapshot(["thaad", "scud-b", "an-tpy-2"])
    two = catalog.snapshot(["an-tpy-2", "hwasong-5", "THAAD"])
    assert json.dumps(one) == json.dumps(two)
    assert list(one["entries"]) == ["an-tpy-2", "hwasong-5", "thaad"]
    reach = one["entries"]["thaad"]["values"]["envelope.reach"]
    assert (reach["value"], reach["unit"], reach["source"]) == (200, "km", "crs-if12645-2024")
    assert [rival["value"] for rival in reach["rivals"]] == [150, 150, 100, 300]
    assert set(one["sources"]) == set(catalog.keys_used(["thaad", "scud-b", "an-tpy-2"]))


def test_weak_inputs_name_memory_and_single_low_sources() -> None:
    weak = {(item.entry_id, item.path): item.reason for item in catalog.weak_inputs(["thaad"])}
    assert "recalled" in weak["thaad", "interceptor.burn_time"]
    assert "single source" in weak["thaad", "envelope.floor"]
    # A rival of another source stands beside it.
    assert ("thaad", "envelope.reach") not in weak
    assert ("thaad", "fire_control.commit_gate") not in weak
    every = catalog.weak_inputs(["thaad"], own_estimates=True)
    assert ("thaad", "fire_control.commit_gate") in {(item.entry_id, item.path) for item in every}


def test_what_no_study_computes_from_is_no_input() -> None:
    for unused in ("kill_probability.single_shot", "launcher.reload_time", "cost.battery"):
        assert unused not in dict(catalog.inputs(catalog.load("thaad")))
    assert list(dict(catalog.inputs(catalog.load("hwasong-11ma")))) == [
        "published.range", "published.apogee",
    ]  # fmt: skip
    # Power, aperture and noise cancel: the published reference range takes their place.
    radar = catalog.radar("an-tpy-2")
    used = dict(catalog.inputs(radar))
    ranges_m = radars.ranges_m(radar, 0.1, 2.0)
    for path, quantity in catalog.quantities(radar):
        if path not in used:
            other = catalog.with_values(radar, {path: 1.1 * quantity.si})
            assert radars.ranges_m(other, 0.1, 2.0) == pytest.approx(ranges_m)


@pytest.mark.parametrize(
    ("name", "entry_id"),
    [("노동", "hwasong-7"), ("화성-7", "hwasong-7"), ("화성 7 (노동)", "hwasong-7"),
     ("사드", "thaad"), (unicodedata.normalize("NFD", "무수단"), "hwasong-10")],
)  # fmt: skip
def test_korean_names_are_known(name: str, entry_id: str) -> None:
    assert catalog.load(name).id == entry_id


def test_weak_inputs_leave_out_what_is_only_compared_with() -> None:
    assert not any(
        item.path.startswith("published.") for item in catalog.weak_inputs(["hwasong-10"])
    )


def test_quantities_walk_every_stage() -> None:
    paths = [path for path, _ in catalog.quantities(catalog.missile("topol-m"))]
    assert "stages.2.burn_time" in paths
    assert "reentry.ballistic_coefficient" in paths
    assert len(paths) == len(set(paths))


def test_every_unit_of_the_catalogue_is_known() -> None:
    for entry in catalog.entries():
        for _, quantity in catalog.quantities(entry):
            assert quantity.unit in units.UNITS


# Bibliography ---------------------------------------------------------------------------------


def test_bibtex_with_braces_in_a_title() -> None:
    found = catalog.parse_bibtex(
        "% comment\n@misc{a-2020,\n  title = {The {THAAD}\n   question},\n  year = {2020},\n}\n"
        "@book{b-2021, title={B}, year={2021}}\n"
    )
    assert found["a-2020"].title == "The {THAAD} question"
    assert found["b-2021"].kind == "book"
    assert found["b-2021"].fields["year"] == "2021"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("@misc{a,\n title = {x},\n}\n@misc{a,\n title = {y},\n}\n", "two entries called 'a'"),
        ("@misc{a,\n title = {x,\n", "a brace is not closed"),
        ('@misc{a,\n title = "x",\n}\n', "is not in braces"),
        ("@misc{a,\n title = {x},\n", "not closed with a brace"),
    ],
)
def test_broken_bibtex_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(catalog.CatalogError, match=sentence):
        catalog.parse_bibtex(text)


def test_bib_entry_lacks_are_named() -> None:
    (entry,) = catalog.parse_bibtex("@misc{a, title = {x}, confidence = {sure}}").values()
    problems = "\n".join(sources.bib_problems(entry))
    assert "confidence is not one of high, medium, low, memory" in problems
    assert "has no 'year'" in problems
    assert "has no 'urldate'" in problems
    assert "neither 'url' nor 'howpublished'" in problems


def test_memory_is_one_entry_and_no_page() -> None:
    memory = catalog.bibliography()["shieldmap-memory"]
    assert memory.confidence == "memory"
    assert "url" not in memory.fields
