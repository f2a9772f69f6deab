"""What was changed of a study is told field by field, and a study says of itself what was set by hand."""

import re

import pytest

from shieldmap import formats, scenario as scenarios, words
from shieldmap.answers import by_hand, page
from shieldmap.answers.page import State
from shieldmap.results import StateChange
from tests.test_live_state import ONE_OF_EACH

KOREAN = re.compile("[가-힣]")
# Which of a study's flights is looked at is no change; three fields make one flight.
TOLD_AS = {"trajectory": "missile", "apogee_km": "missile"}
UNTOLD = {"scenario", "threat"}


def changed(**fields: object) -> dict[str, StateChange]:
    return {one.key: one for one in page.changes_of(State(**fields))}  # type: ignore[arg-type]


@pytest.mark.parametrize("name", sorted(page.defence_scenarios()))
def test_a_study_as_it_is_has_no_changes(name: str) -> None:
    assert page.changes_of(State(scenario=name)) == ()


@pytest.mark.parametrize("field", sorted(set(ONE_OF_EACH) - UNTOLD))
def test_every_field_that_differs_is_told_in_both_languages(field: str) -> None:
    start = {"trajectory": "lofted"} if field == "apogee_km" else {}
    found = changed(**start, **{field: ONE_OF_EACH[field]})
    key = TOLD_AS.get(field, field)
    assert set(found) == {key}
    told = found[key]
    assert told.before != told.after
    assert told.before_ko != told.after_ko
    assert KOREAN.search(told.name_ko)
    assert not KOREAN.search(told.name + told.before + told.after)


def test_a_flight_of_the_study_is_no_change() -> None:
    assert changed(threat="hwasong-7-lofted-250") == {}


def test_numbers_have_units_and_the_studys_own_its_range() -> None:
    """THAAD's reach: 200 km, published from 150 to 200."""
    told = changed(reach_km=180.0)["reach_km"]
    assert (told.before, told.after) == ("200\u00a0km (150–200\u00a0km)", "180\u00a0km")
    place = changed(battery=(36.4, 128.0))["battery"]
    assert place.after == formats.position(36.4, 128.0)


def test_the_studys_own_number_typed_again_loses_its_range_or_is_no_change() -> None:
    """A number that is disputed is fixed by typing it; one that is not stays as it was."""
    assert set(changed(reach_km=200.0)) == {"reach_km"}
    assert changed(launchers=6) == {}
    assert changed(battery=(36.05, 128.22)) == {}


def test_a_small_move_is_told_with_as_many_decimals_as_tell_it() -> None:
    told = changed(radar=(36.0512, 128.22))["radar"]
    assert told.before.startswith("36.0500°")
    assert told.after.startswith("36.0512°")


def test_what_is_told_beside_an_answer_names_its_flight_and_hash() -> None:
    from shieldmap import archive

    state = State(missile="hwasong-9", launchers=3)
    told = page.told(state)
    assert told.run_hash == archive.run_hash(page.scenario_of(state))
    assert told.query == state.to_query()
    assert told.flight.startswith("Hwasong-9")
    assert told.flight_ko.startswith("화성-9")
    assert {one.key for one in told.changes} == {"missile", "launchers"}


# --- what a scenario file says of it ---

MOVED = State(battery=(36.4, 128.0), radar=(36.5, 127.5), launchers=3)


def test_a_moved_battery_says_that_it_was_set_by_hand() -> None:
    own, made = scenarios.load("korea").defence, page.scenario_of(MOVED)
    battery = made.defence.battery
    assert "Seongju" not in battery.name
    assert battery.name == "Set by hand (36.40° N, 128.00° E)"
    assert battery.source.split(", ")[0] == by_hand.KEY
    assert (own.battery.confidence, battery.confidence) == ("medium", "low")
    assert "position and launchers" in battery.note
    assert own.battery.note not in battery.note
    radar = made.defence.radar
    assert (radar.source.split(", ")[0], radar.confidence) == (by_hand.KEY, "low")
    assert "position" in radar.note
    with words.using("ko"):
        assert words.said(battery.name) == "직접 정한 위치 (36.40° N, 128.00° E)"


def test_the_source_of_what_was_set_stands_in_the_study_once() -> None:
    for state in (MOVED, State(reach_km=180.0), State(reach_km=180.0, battery=(36.4, 128.0))):
        made = page.scenario_of(state)
        assert [source.key for source in made.sources].count(by_hand.KEY) == 1
        assert scenarios.parse(scenarios.to_toml(made)) == made


def test_what_was_not_set_keeps_its_sources() -> None:
    own = scenarios.load("korea").defence
    for state in (State(), State(reach_km=180.0), State(elevation_min_deg=5.0)):
        made = page.scenario_of(state).defence
        for what in ("battery", "radar"):
            for field in ("source", "confidence", "note"):
                assert getattr(getattr(made, what), field) == getattr(getattr(own, what), field)
    turned = page.scenario_of(State(boresight_deg=340.0)).defence
    # The direction has a range, which it loses although the number is the study's.
    assert "boresight" in turned.radar.note
    assert turned.battery == own.battery


def test_a_study_that_was_saved_by_hand_can_be_changed_again() -> None:
    """Its file is opened under a name of its own, and the source is not given twice."""
    saved = scenarios.changed(page.scenario_of(MOVED), {"name": "moved-once"})
    page.open_study(saved)
    again = page.scenario_of(State(scenario="moved-once", battery=(36.6, 127.9), reach_km=170.0))
    assert [source.key for source in again.sources].count(by_hand.KEY) == 1
    assert again.defence.battery.source.split(", ").count(by_hand.KEY) == 1
