"""The verbs in Python: the words and the numbers of the command line, as records."""

import json
import sys
from typing import Any

import pytest

import shieldmap as sm
from shieldmap.answers import InputError, places
from shieldmap.footprint.joint import word_of
from shieldmap.results import ExplainedEngagement, ExplainedNotThreatened, Flight, FlightList
from shieldmap.scenario import load
from tests.test_cli import call


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    code, out, err = call(capsys, *words, "--json")
    assert (code, err) == (0, "")
    result: dict[str, Any] = json.loads(out)
    return result


def test_fly_gives_the_numbers_of_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    flight = sm.fly("nodong", from_="hwangju", to="busan")
    assert isinstance(flight, Flight)
    told = printed(capsys, "fly", "nodong", "--from", "hwangju", "--to", "busan")
    assert flight.apogee_m == pytest.approx(told["apogee_m"], rel=1e-8)
    assert list(flight.as_json()) == list(told)
    assert flight.to_pandas()["altitude_m"].max() == pytest.approx(flight.apogee_m, abs=1.0)
    assert flight.samples.phase[0] == "boost"


def test_places_are_names_or_two_numbers() -> None:
    named = sm.fly("scud-b", from_=(39.10, 125.80), to="37.6,126.7", vacuum=True)
    typed = sm.fly("scud-b", from_="39.10,125.80", to=(37.6, 126.7), vacuum=True)
    assert named == typed
    with pytest.raises(InputError, match="latitude is 91"):
        places.find((91.0, 0.0), "--to", load("korea"))


def test_several_classes_are_flights_and_a_state_falls() -> None:
    flights = sm.fly("nodong", "hwangju", "busan", class_="minimum-energy,lofted")
    assert isinstance(flights, FlightList)
    assert [one.class_ for one in flights.flights] == ["minimum-energy", "lofted"]
    assert len(flights.to_pandas()) == 2
    state = sm.fly(from_burnout=(38.0, 126.0, 150.0, 1500.0, 45.0, 180.0), beta_kg_m2=900.0)
    assert isinstance(state, Flight)
    assert state.to is None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"missile": "nodong"}, "fly needs --from and --to"),
        ({"missile": "nodong", "apogee_km": -1.0}, "--apogee is -1: expected a number of km above"),
        ({"missile": "nodong", "from_": "hwangju", "to": "nowhere"}, "--to is 'nowhere'"),
        ({}, "fly needs MISSILE"),
    ],
)
def test_what_cannot_be_gets_the_sentence_of_the_command_line(
    words: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        sm.fly(**words)


def test_see_gives_ranges_coverage_and_the_flight_asked_for() -> None:
    view = sm.see(
        "an-tpy-2", at="seongju", rcs_m2=0.1, missile="nodong", from_="hwangju", to="busan"
    )
    assert view.detection_range_m > view.search_range_m
    (seen,) = view.tracks
    assert seen.in_view[0].first.time_s < seen.in_view[0].last.time_s
    assert view.coverage.present
    assert list(view.to_pandas()["cross_section_m2"]) == [
        row.cross_section_m2 for row in view.by_cross_section
    ]
    with pytest.raises(InputError, match="--sector is 400"):
        sm.see("an-tpy-2", at="seongju", sector_deg=400.0)


def test_why_gives_the_hardest_case_with_its_code_and_its_sentence() -> None:
    told = sm.why("seoul", threat="hwasong-7", from_="hwangju")
    assert isinstance(told, ExplainedEngagement)
    assert (told.reason is None) is told.defended
    assert (told.reason_text is None) is told.defended
    assert told.reason is None or told.reason == told.failed[0].constraint
    assert told.as_json()["place"] == told.place
    assert next(iter(told.to_pandas()["event"])) == "missile launch"
    far = sm.why((33.4, 126.5), threat="hwasong-5")
    assert isinstance(far, ExplainedNotThreatened)
    assert far.reason is None
    with pytest.raises(InputError, match="--threat is 'nobody'"):
        sm.why("seoul", threat="nobody")


def test_why_tells_the_draws_of_the_hardest_missile_and_of_each_flight() -> None:
    told = sm.why("daegu", threat="hwasong-9")
    assert told.draws == 512
    alone = [one.share_of_samples for one in told.drawn]
    assert len(alone) == len(told.cases) == 2
    # Against all at once never more than against the worse of them, nor less than both may leave together.
    assert told.share_of_samples is not None
    shares = [share or 0.0 for share in alone]
    assert max(sum(shares) - 1.0, 0.0) <= told.share_of_samples <= min(shares)
    assert told.verdict == word_of(told.share_of_samples)


def test_the_door_has_every_verb_and_says_what_it_has_not() -> None:
    for name in sm.__all__:
        assert getattr(sm, name).__doc__ if name != "__version__" else sm.__version__
    with pytest.raises(AttributeError, match="no attribute 'shoot'"):
        _ = sm.shoot
    assert dir(sm) == sorted(sm.__all__)


def test_a_table_without_its_package_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = sm.why((33.4, 126.5), threat="hwasong-5")
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match="optional package pandas, which is not installed") as one:
        told.to_pandas()
    assert "\n" not in str(one.value)
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "xarray", None)
    with pytest.raises(ImportError, match="optional package xarray"):
        told.to_xarray()
