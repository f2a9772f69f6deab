"""One place asked about: what the session says of it, and whether the numbers it names really turn it."""

import math
from typing import Any, NamedTuple

import numpy as np
import pytest

from shieldmap import campaign, footprint, terms
from shieldmap.answers import (
    at_place as asking,
    page,
    sensitivity as turning,
    session as sessions,
)
from shieldmap.answers.page import Session, State
from shieldmap.campaign import Case
from shieldmap.footprint import ASSET, CELL, TOWN
from shieldmap.model import Constraint
from shieldmap.results import (
    AtLaunchPoint,
    PlaceExplained,
    SpotEngagement,
    SummarySpot,
    VerdictChange,
)
from shieldmap.terms import ASSUMPTIONS

# Numbers are tried in 24 steps over their wide range and in 24 more between two of these. Just short
# of a turn is a little more than one of the finer steps before it.
FINE = 24 * 24
SHORT = 1.05
# The cross section is tried in steps of one ratio; the finer ones are even between two of them.
CROSS_SECTION_STEP = (10.0 ** (6.0 / 24.0) - 1.0) / 24.0


class Question(NamedTuple):
    """A state and a place whose verdict hangs on several numbers."""

    state: State
    latitude_deg: float
    longitude_deg: float


QUESTIONS = {
    "Daegu from Tonghae": Question(State(), 35.87, 128.59),
    "Daejeon": Question(State(launch_points=("kittaeryong",)), 36.35, 127.38),
    "the south coast": Question(State(launch_points=("tonghae",)), 34.736249, 127.355174),
    "Busan": Question(State(launch_points=("tonghae",), boresight_deg=355.0), 35.1, 129.03),
    "a salvo": Question(State(launch_points=("samjiyon",), reaction_s=150.0), 37.0, 128.0),
    "looks again": Question(State(launch_points=("samjiyon",), doctrine="shoot-look-shoot"), 36.6,
                            128.1),
    "lofted": Question(State(threat="hwasong-7-lofted-250"), 35.5, 128.2),
    "timing": Question(State(scenario="timing", missile="hwasong-6"), 36.3, 127.9),
    "Seoul": Question(State(launch_points=("hwangju",), battery=(36.9, 127.3)), 37.57, 126.98),
    "a late warning": Question(State(launch_points=("samjiyon",)), 37.209380, 128.868597),
    # What turns the verdict against Tonghae, the worst, does not against Kittaeryong.
    "two launch points fail": Question(State(), 37.29931, 129.13558),
    "looks away": Question(State(launch_points=("hwangju",), boresight_deg=60.0), 35.9, 128.0),
}  # fmt: skip


class Answer(NamedTuple):
    question: Question
    told: PlaceExplained
    cases: tuple[Case, ...]


@pytest.fixture(scope="module")
def session() -> Session:
    return Session()


@pytest.fixture(scope="module")
def answers(session: Session) -> dict[str, Answer]:
    found = {}
    for name, question in QUESTIONS.items():
        told = page.why(session, *question)
        found[name] = Answer(question, told, reaching(session, question, told))
    return found


@pytest.fixture(scope="module", params=QUESTIONS)
def answer(request: pytest.FixtureRequest, answers: dict[str, Answer]) -> Answer:
    return answers[request.param]


def reaching(session: Session, question: Question, told: PlaceExplained) -> tuple[Case, ...]:
    """The cases that reach the place asked about."""
    reach = {row.launch_point for row in told.launch_points if row.status == "threatened"}
    cases = session.study(question.state).cases
    return tuple(case for case in cases if case.launch_id in reach)


def judged(answer: Answer, **changes: Any) -> bool:
    """The verdict against every launch point by a study made anew of the changed state."""
    question = answer.question
    scenario = page.scenario_of(question.state.model_copy(update=changes))
    own = scenario.threats[-1].id == "own"
    for given in answer.cases:
        threat_id = "own" if own else given.threat_id
        threat = next(t for t in scenario.threats if t.id == threat_id)
        section = threat.radar_cross_section_m2 or given.cross_section_m2
        # Where a case starts and how it flies stays; it is looked up by the threat's id.
        case = given._replace(threat_id=threat_id, cross_section_m2=section)
        this = campaign.study(
            scenario.model_copy(update={"threats": (threat,)}), cases=(case,),
            variants=campaign.ENDS_ONLY,
        )  # fmt: skip
        found = footprint.judge_place(this, case, question.latitude_deg, question.longitude_deg)
        if not found.engagements.is_defended[0, 0, this.defence.doctrine]:
            return False
    return True


def step_of(row: VerdictChange) -> float:
    """How far just short of a turn lies, in the unit of the row."""
    term = ASSUMPTIONS[row.parameter]
    least, most = (end / term.factor for end in term.span)
    if row.parameter == "radar_cross_section":
        return SHORT * CROSS_SECTION_STEP * 10.0 ** (6.0 / 24.0) * float(row.flips_at)
    if row.parameter == "boresight":
        return SHORT * 360.0 / FINE
    least, most = (
        min(least, row.low),
        max(most, row.high),
    )
    return SHORT * (most - least) / FINE


def turned_by(row: VerdictChange) -> float:
    """From the value to the turn; for a direction the short way round."""
    away = float(row.flips_at - row.value)
    return (away + 180.0) % 360.0 - 180.0 if row.parameter == "boresight" else away


def just_short(row: VerdictChange) -> float:
    """A number a little nearer to the value than the turn, or the value itself."""
    away, step = turned_by(row), step_of(row)
    short = row.flips_at - math.copysign(step, away) if abs(away) > step else row.value
    return short % 360.0 if row.parameter == "boresight" else float(short)


def set_rows(answer: Answer, *, without: tuple[str, ...] = ()) -> list[VerdictChange]:
    """What a reader can set."""
    rows = [row for row in answer.told.changes if row.key is not None]
    return [row for row in rows if row.parameter not in without]


# --- what would change it ---


def test_the_verdict_is_that_of_a_study_made_anew(answer: Answer) -> None:
    assert answer.told.status == "threatened"
    assert answer.told.defended is judged(answer)


def test_a_number_set_where_it_turns_turns_the_verdict(answer: Answer) -> None:
    for row in set_rows(answer):
        if row.flips_at is not None:
            found = judged(answer, **{row.key: row.flips_at})
            assert found is not answer.told.defended, row


def test_just_short_of_a_turn_nothing_turns(answer: Answer) -> None:
    """The turn is not merely some value beyond the one where it happens."""
    for row in set_rows(answer, without=("warning",)):
        if row.flips_at is not None:
            found = judged(answer, **{row.key: just_short(row)})
            assert found is answer.told.defended, row


def test_the_questions_turn_on_every_number_that_can_be_set(answers: dict[str, Answer]) -> None:
    """Both directions, and each number at least once: the tests above are not empty."""
    turns = {
        row.parameter
        for found in answers.values()
        for row in set_rows(found)
        if row.flips_at is not None
    }
    # The published chain counts only in studies that choose it, and none of these does.
    # The sector belongs to a wedge, and lateness decides for salvoes at the edge of a window alone.
    assert turns >= {term.name for term in terms.controls()} - {"chain", "sector", "late_share"}
    assert {found.told.defended for found in answers.values()} == {True, False}
    ends = [getattr(row, end) is not found.told.defended for found in answers.values()
            for row in set_rows(found) for end in ("at_low", "at_high")]  # fmt: skip
    assert True in ends


def test_the_verdicts_at_the_ends_are_those_of_the_ends_set(answer: Answer) -> None:
    for row in set_rows(answer):
        for end in ("low", "high"):
            assert judged(answer, **{row.key: getattr(row, end)}) is getattr(row, f"at_{end}"), (
                end,
                row,
            )


def test_no_turn_means_that_neither_end_turns(answer: Answer) -> None:
    for row in answer.told.changes:
        if row.flips_at is None:
            assert row.at_low is row.at_high is answer.told.defended
            assert not row.flips_in_range


def test_a_turn_is_in_its_range_or_not(answer: Answer) -> None:
    for row in answer.told.changes:
        if row.flips_at is None:
            continue
        if row.parameter == "boresight":
            # Directions count from the low end on, clockwise.
            width = (row.high - row.low) % 360.0
            inside = (row.flips_at - row.low) % 360.0 <= width
        else:
            inside = row.low <= row.flips_at <= row.high
        assert row.flips_in_range is inside, row


def test_every_number_is_told_in_the_unit_that_its_field_takes(answer: Answer) -> None:
    for row in set_rows(answer):
        for name in ("value", "low", "high", "flips_at"):
            if getattr(row, name) is not None:
                assert State(**{row.key: getattr(row, name)}) is not None
        if row.parameter == "boresight":
            assert all(0.0 <= getattr(row, k) < 360.0 for k in ("value", "low", "high"))
        # Kilometres to metres and degrees to radians and back: rounding.
        given = getattr(answer.question.state, row.key)
        assert given is None or row.value == pytest.approx(given, rel=1e-12)


def test_a_direction_wraps_at_north(answers: dict[str, Answer]) -> None:
    """From 355 degrees a turn of the radar over north is told between 0 and 360."""
    found = [row for name in ("Busan", "looks away") for row in answers[name].told.changes
             if row.parameter == "boresight" and row.flips_at is not None]  # fmt: skip
    assert found
    assert all(0.0 <= row.flips_at < 360.0 for row in found)


def test_what_turns_in_its_range_comes_first(answer: Answer) -> None:
    rows = answer.told.changes
    order = [(row.flips_at is None, not row.flips_in_range) for row in rows]
    assert order == sorted(order)
    near = [abs(row.flips_at - row.value) / row.value for row in rows
            if row.flips_at is not None and not row.flips_in_range
            and row.parameter != "boresight"]  # fmt: skip
    assert near == sorted(near)


def test_a_direction_over_north_is_as_near_as_it_is(session: Session) -> None:
    state = State(boresight_deg=350.0, launch_points=("samjiyon",))
    rows = [row for row in page.why(session, state, 34.736249, 127.355174).changes
            if row.flips_at is not None and not row.flips_in_range]  # fmt: skip
    # A direction has no size: its turn counts in right angles.
    near = [abs(turned_by(row)) / (90.0 if row.parameter == "boresight" else row.value)
            for row in rows]  # fmt: skip
    assert "boresight" in {row.parameter for row in rows}
    assert near == sorted(near)


def test_just_short_of_a_turn_of_the_warning_nothing_turns(session: Session) -> None:
    question = Question(State(launch_points=("samjiyon",)), 37.209380, 128.868597)
    told = page.why(session, *question)
    row = next(row for row in told.changes if row.parameter == "warning")
    assert row.flips_at is not None
    answer = Answer(question, told, reaching(session, question, told))
    assert judged(answer, warning_s=row.flips_at - 5.0) is told.defended


def test_no_number_brings_back_a_radar_that_is_away(session: Session) -> None:
    state = State(radar_present=False, launch_points=("hwangju",))
    told = page.why(session, state, 36.05, 128.22)
    assert told.defended is False
    assert told.reason == "never-visible"
    assert [row.parameter for row in told.changes if row.at_low or row.at_high] == []


# --- two numbers together ---


PAIRED = {
    # Defended, and lost where two numbers stand at the bad ends of their published ranges.
    "Busan": Question(State(launch_points=("hwangju",)), 35.1, 129.03),
}


@pytest.fixture(scope="module", params=PAIRED)
def paired(request: pytest.FixtureRequest, session: Session) -> Answer:
    question = PAIRED[request.param]
    told = page.why(session, *question)
    return Answer(question, told, reaching(session, question, told))


def test_two_numbers_together_turn_what_neither_turns_alone(paired: Answer) -> None:
    """Set by hand, as a reader would, both and each."""
    assert paired.told.together
    in_range = {name: (row.low, row.high) for row in paired.told.changes
                for name in [row.parameter] if name != "boresight"}  # fmt: skip
    for pair in paired.told.together:
        settings = {number.key: number.value for number in pair.numbers}
        assert len(settings) == 2
        assert judged(paired, **settings) is not paired.told.defended, pair
        for key, value in settings.items():
            assert judged(paired, **{key: value}) is paired.told.defended, (key, value)
        inside = [in_range[n.parameter][0] <= n.value <= in_range[n.parameter][1]
                  for n in pair.numbers if n.parameter in in_range]  # fmt: skip
        assert pair.in_range is all(inside)


def test_no_pair_is_told_where_one_number_is_enough(answer: Answer) -> None:
    enough = any(getattr(row, end) is not answer.told.defended for row in answer.told.changes
                 for end in ("at_low", "at_high"))  # fmt: skip
    assert not (enough and answer.told.together)


def test_what_two_numbers_do_lies_between_the_ends(answer: Answer) -> None:
    """A pair that turns a verdict implies that all numbers at their good, or bad, ends do."""
    # A tilt or a direction is good for nobody, and keeps its value at the ends.
    both = [
        pair.in_range and all(ASSUMPTIONS[number.parameter].bad for number in pair.numbers)
        for pair in answer.told.together
    ]
    if any(both):
        end = "defended_bad" if answer.told.defended else "defended_good"
        assert getattr(answer.told, end) is not answer.told.defended


# --- the same as the footprint ---


def share_of_samples(this: campaign.Study, asked: list[Any]) -> float:
    """In what share of a study's own samples a place is defended against all of some cases."""
    columns = this.columns("sample")
    fits = [a.judged.engagements.is_defended[0, columns, this.defence.doctrine] for a in asked]
    return float(np.all(fits, axis=0).mean())


class Spots(NamedTuple):
    this: campaign.Study
    rows: list[SummarySpot]


@pytest.fixture(scope="module")
def spots(session: Session) -> Spots:
    """Assets and towns of the default state as the summary of a study tells them."""
    state = State(spacing_km=100.0)
    this = session.study(state, draws=32)
    where = footprint.places(page.scenario_of(state))
    prints = footprint.defended_area(this, where)
    found = [row for kind in (ASSET, TOWN) for row in footprint.spots(this, where, prints, kind)]
    return Spots(this, found)


def test_the_worst_launch_point_is_that_of_the_summary(spots: Spots) -> None:
    """Undefended first, then the first reason, then the least time left; every third place."""
    chosen = set()
    for row in spots.rows[::3]:
        (wanted,) = row.by_threat
        judged_here = asking.judged_at(spots.this, row.latitude_deg, row.longitude_deg)
        asked = [one for _, one, _ in judged_here if one is not None]
        assert bool(asked) is isinstance(wanted, SpotEngagement)
        if not isinstance(wanted, SpotEngagement):
            continue
        worst = asking.worst_first(spots.this, asked)[0]
        chosen.add(worst.case.launch_id)
        assert worst.case.launch_id == wanted.launch_point, row.name
        assert turning.is_defended(spots.this, worst) is wanted.defended
        assert asking.headline_reason(worst) == wanted.reason
        # A share of 32 samples is a dyadic number: no rounding.
        assert share_of_samples(spots.this, asked) == wanted.share_of_samples
    assert len(chosen) > 1


def test_the_ends_of_one_place_are_those_of_the_summary(session: Session, spots: Spots) -> None:
    different = []
    for row in spots.rows:
        (wanted,) = row.by_threat
        if row.name in ("Camp Carroll, Waegwan", "Chilgok", "Jeju", "Daegu"):
            told = page.why(session, State(), row.latitude_deg, row.longitude_deg)
            ends = ("defended", "defended_bad", "defended_good")
            different += [
                (row.name, end) for end in ends if getattr(told, end) != getattr(wanted, end)
            ]
    assert different == []


def test_a_cell_asked_about_is_as_the_map_shows_it(session: Session) -> None:
    """The verdict at the centre of a cell is the bit of its colour."""
    state = State(spacing_km=50.0, launch_points=("hwangju", "tonghae"))
    area, this = session.area(state, draws=32), session.study(state, draws=32)
    where = sessions.places_of(page.scenario_of(state))
    verdicts = set()
    for column, cell in enumerate(np.flatnonzero(where.kind == CELL)):
        rows = asking.judged_at(
            this, float(where.latitude_deg[cell]), float(where.longitude_deg[cell])
        )
        asked = [one for _, one, _ in rows if one is not None]
        assert bool(asked) is (area.columns.status[column] == 0)
        safe = bool(asked) and all(turning.is_defended(this, one) for one in asked)
        assert safe is bool(area.columns.defended[column] & 1)
        if asked:
            share = share_of_samples(this, asked)
            assert share is not None
            # The map has whole per cent.
            assert area.columns.probability[column] == pytest.approx(100 * share, abs=0.5 + 1e-9)
        verdicts.add(safe)
    assert verdicts == {True, False}


@pytest.mark.parametrize("name", ["Daegu from Tonghae", "looks again", "timing"])
def test_the_share_of_samples_is_a_count_over_the_joint_draws(
    name: str, answers: dict[str, Answer]
) -> None:
    """By draws of a study made anew, whose flights nobody kept: a draw counts that stops every launch point."""
    question, told = answers[name].question, answers[name].told
    scenario = page.scenario_of(question.state)
    threat = next(t for t in scenario.threats if t.id == told.threat)
    this = campaign.study(scenario.model_copy(update={"threats": (threat,)}))
    where = footprint.one_place(question.latitude_deg, question.longitude_deg)
    spread = footprint.draw_together(this, where=where)
    flown, safe = spread.is_flown[:, 0], spread.is_defended[:, 0]
    threatened = flown.any(axis=0)
    held = (safe | ~flown).all(axis=0) & threatened
    assert told.draws == threatened.sum()
    assert told.share_of_samples == held.sum() / threatened.sum()
    assert [point.launch_point for point in told.launch_points] == [
        case.launch_id for case in this.cases
    ]


def test_the_samples_tell_some_places_apart(answers: dict[str, Answer]) -> None:
    shares = {answers[name].told.share_of_samples for name in QUESTIONS}
    assert any(0.0 < share < 1.0 for share in shares)


# --- what is told ---


def test_the_told_engagement_is_that_of_the_worst_launch_point(answer: Answer) -> None:
    told = answer.told
    verdicts = [p.defended for p in told.launch_points if p.status == "threatened"]
    assert told.defended is all(verdicts)
    assert (told.reason is None) is told.defended
    assert told.reason is None or told.reason.upper().replace("-", "_") in Constraint.__members__
    assert told.missile in {case.missile_id for case in answer.cases}
    assert told.launch_point in {case.launch_id for case in answer.cases}
    assert told.timeline[0].event == "missile launch"
    assert told.timeline[-1].event == "impact"
    sizes = {len(values) for _, values in told.curve}
    assert len(sizes) == 1
    # The curve ends at the impact, and the told apogee is its highest point but for the sampling of
    # 1 s: less than g/8 of a second's fall.
    assert told.curve.time_s[-1] == pytest.approx(told.time_of_flight_s, abs=1e-9)
    assert max(told.curve.altitude_m) == pytest.approx(told.apogee_m, abs=1.3)


def test_the_envelope_told_is_the_one_that_was_set(session: Session) -> None:
    state = State(floor_km=55.0, ceiling_km=140.0, reach_km=180.0, launch_points=("hwangju",))
    told = page.why(session, state, 35.87, 128.59)
    assert (told.floor_m, told.ceiling_m, told.reach_m) == (55e3, 140e3, 180e3)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(-35.0, -60.0), (90.0, 0.0), (-90.0, 180.0), (35.0, 128.0)]
)
def test_a_place_out_of_range_is_not_threatened(
    latitude: float, longitude: float, session: Session
) -> None:
    state = State(missile="hwasong-5", launch_points=("samjiyon",))
    told = page.why(session, state, latitude, longitude)
    assert told.status == "not-threatened"
    assert told.defended is False
    assert told.changes == ()
    assert told.share_of_samples is None
    assert told.launch_points == (
        AtLaunchPoint(launch_point="samjiyon", status="not-threatened", defended=None),
    )


def test_a_refused_apogee_is_told(session: Session) -> None:
    state = State(trajectory="lofted", apogee_km=9000.0, launch_points=("hwangju",))
    told = page.why(session, state, 36.0, 128.0)
    assert told.status == "not-threatened"
    assert "9000 km" in told.sentence


def test_what_decides_has_words_in_both_languages() -> None:
    """Every number that can be named has its words."""
    named = {*(t.name for t in terms.controls()), *(r.turns for r in terms.REASONS.values())}
    assert named <= set(ASSUMPTIONS)
