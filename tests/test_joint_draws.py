"""Joint draws of defence and missile: the drawn flights, the sums over draws, and what a verdict hangs on."""

import math
from functools import cache
from typing import Any

import numpy as np
import pytest

from shieldmap import campaign, earth, footprint, scenario, terms, threat
from shieldmap.campaign import FlownCase, Study
from shieldmap.footprint import area, joint, spread
from shieldmap.model import Event, Floats, Status

EVERY_S = 2.0
SPACING_KM = 60.0


@cache
def study() -> Study:
    """One missile from two launch points, on few cells with few towns."""
    given = scenario.changed(
        scenario.load("korea"),
        {"grid.spacing_km": SPACING_KM, "towns.minimum_population": 1_000_000},
    )
    nodong = next(t for t in given.threats if t.id == "hwasong-7-minimum-energy")
    few = nodong.model_copy(update={"launch_points": ("hwangju", "tonghae")})
    return campaign.study(given.model_copy(update={"threats": (few,)}))


@cache
def spots() -> tuple[Floats, Floats]:
    places = area.places(study().scenario)
    return np.radians(places.latitude_deg), np.radians(places.longitude_deg)


@cache
def flown() -> FlownCase:
    return campaign.fly(study(), study().cases[0], *spots(), every_s=EVERY_S)


@cache
def drawn() -> tuple[footprint.Places, Any, Any]:
    """Places, footprint and draws of the study, joined."""
    where = footprint.places(study().scenario)
    prints = footprint.defended_area(study(), where)
    return where, prints, footprint.draw_together(study())


@cache
def joined() -> joint.Joint:
    return footprint.join_draws(study(), *drawn())


# --- the same flights with another body ---


def with_body(coefficient_kg_m2: float) -> FlownCase:
    case = study().cases[0]
    flights, sampled = threat.with_body(
        case.missile, flown().flights, flown().trajectories, coefficient_kg_m2, air=study().air
    )
    return FlownCase(flown().aims, flights, sampled)


def test_the_same_body_comes_down_as_it_did() -> None:
    same = with_body(study().cases[0].missile.ballistic_coefficient_kg_m2)
    ok = flown().flights.status == Status.OK
    assert ok.sum() > 20
    was, now = (one.flights.event_position_m[ok, Event.IMPACT] for one in (flown(), same))
    # The way down starts from a sample in single steps of its own: centimetres, 10 m are allowed.
    assert np.linalg.norm(now - was, axis=-1).max() < 10.0
    fell, falls = (one.flights.event_time_s[ok, Event.IMPACT] for one in (flown(), same))
    assert falls == pytest.approx(fell, abs=0.01)


def test_a_blunter_body_falls_where_it_was_aimed_and_later() -> None:
    case = study().cases[0]
    blunt = with_body(0.3 * case.missile.ballistic_coefficient_kg_m2)
    ok = flown().flights.status == Status.OK
    was, now = (one.flights.event_position_m[ok, Event.IMPACT] for one in (flown(), blunt))
    # Turned about the Earth's centre until it falls there; the ellipsoid is not a sphere, by metres.
    assert np.linalg.norm(now - was, axis=-1).max() < 200.0
    later = (
        blunt.flights.event_time_s[ok, Event.IMPACT]
        - flown().flights.event_time_s[ok, Event.IMPACT]
    )
    assert np.all(later > 0.5)
    # The flight before the air stays as long and is turned by the same angle everywhere.
    height = [earth.ecef_to_geodetic(one.trajectories.position_m[ok][:, 60])[2]
              for one in (flown(), blunt)]  # fmt: skip
    assert height[1] == pytest.approx(height[0], abs=50.0)


# --- the drawn missiles ---


def test_drawn_missiles_lie_between_the_ends_of_the_catalogue() -> None:
    case = study().cases[0]
    ranges = spread.threat_ranges(study(), case)
    missiles = spread.drawn_missiles(study(), case)
    assert len(missiles) == spread.SETS
    for name, field in (("missile_ballistic_coefficient", 0), ("payload", 1)):
        _, low, high = ranges[name]
        values = np.array([one[field] for one in missiles])
        assert low <= values.min() < values.max() <= high
    assert len({one.payload_kg for one in missiles}) == spread.LEVELS
    # Least energy holds no apogee.
    assert all(math.isnan(one.apogee_m) for one in missiles)


# --- sums over the draws ---


def test_shares_are_those_counted_by_hand() -> None:
    """The coarse grid's own flags, counted here, and moved by what the finer grid has more."""
    draws = joined().spread
    cells = draws.where.kind == area.CELL
    people = draws.where.people[cells]
    flags, reached = draws.is_defended[:, cells], draws.is_flown[:, cells]
    safe = (flags | ~reached).all(axis=0) & reached.any(axis=0)
    by_hand = np.median(people @ safe / (people @ reached.any(axis=0)))
    told = joint.sampled(joined(), [0, 1]).share_of_people
    assert told.p05 is not None
    assert told.p50 is not None
    assert told.p95 is not None
    assert told.p05 <= told.p50 <= told.p95
    # Joined with its own grid as the fine one, nothing is moved: the number counted by hand.
    whole = np.zeros((*draws.nominal.shape[:2], len(study().variants)), np.bool_)
    samples = study().columns("sample")
    whole[:, :, samples] = draws.nominal[:, :, : len(samples)]
    same = drawn()[1]._replace(
        status=np.where(draws.reached, Status.OK, Status.BEYOND_RANGE), on_curve=whole
    )
    alike = joint.sampled(footprint.join_draws(study(), draws.where, same, draws), [0, 1])
    assert alike.share_of_people.p50 == pytest.approx(by_hand, abs=1e-12)
    assert told.p50 != alike.share_of_people.p50


def test_against_one_launch_point_drawn_more_is_defended_than_against_both() -> None:
    both, one = joint.sampled(joined(), [0, 1]), joint.at_random(joined(), [0, 1])
    assert both.share_of_people.p50 is not None
    assert one.share_of_people.p50 is not None
    assert one.share_of_people.p50 >= both.share_of_people.p50


def test_of_one_launch_point_both_readings_are_the_same() -> None:
    """Of people; the area is told against all launch points alone."""
    told = joint.sampled(joined(), [0])
    assert told.area_m2 is not None
    assert joint.at_random(joined(), [0]) == told.model_copy(update={"area_m2": None})


def test_a_place_has_the_share_of_its_own_draws_and_the_word_for_it() -> None:
    where, draws = joined().where, joined().spread
    seen = set()
    for place in np.flatnonzero(where.kind != area.CELL):
        verdict = joint.verdict(joined(), int(place), [0, 1])
        if verdict is None:
            continue
        spot = int(place) - where.kind.size + draws.where.kind.size
        assert draws.where.label[spot] == where.label[place]
        reached = draws.is_flown[:, spot]
        safe = (draws.is_defended[:, spot] | ~reached).all(axis=0) & reached.any(axis=0)
        assert verdict.share == pytest.approx(safe.sum() / reached.any(axis=0).sum())
        assert verdict.word == joint.word_of(verdict.share)
        assert (verdict.hangs_on != "") is (verdict.word == "hangs")
        seen.add(verdict.word)
        assert joint.probability(joined(), [0, 1])[place] == pytest.approx(verdict.share)
    assert seen == {"holds", "hangs", "fails"}


@pytest.mark.parametrize(
    ("share", "word"),
    [
        (1.0, "holds"),
        (0.9, "holds"),
        (0.899, "hangs"),
        (0.101, "hangs"),
        (0.1, "fails"),
        (0.0, "fails"),
    ],
)
def test_words_change_at_nine_and_one_in_ten(share: float, word: str) -> None:
    assert joint.word_of(share) == word
    assert (terms.HOLDS_FROM, terms.FAILS_TO) == (0.9, 0.1)


def test_what_a_verdict_hangs_on_turns_it() -> None:
    """Asked again with that number alone moved to where it turns: the other verdict comes out."""
    draws, this = joined().spread, study()
    where = draws.where
    at = np.radians(where.latitude_deg), np.radians(where.longitude_deg)
    judge = spread.CaseJudge(this, this.cases[0])
    missiles = spread.DrawnFlights(this, this.cases[0], at)
    found = missiles.flown(missiles.centre())
    now = judge.beside(found, judge.middle)[:, 0]
    asked = 0
    for spot in np.flatnonzero(draws.hangs_on[0] >= 0):
        name = draws.names[draws.hangs_on[0, spot]]
        if name not in judge.middle:
            continue
        moved = {**judge.middle, name: np.array([draws.turns_at[0, spot]])}
        assert judge.beside(found, moved)[spot, 0] != now[spot], (spot, name)
        asked += 1
    assert asked > 3
