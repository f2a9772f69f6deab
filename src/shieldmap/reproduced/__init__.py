"""Published analyses done again: their numbers, ours, the difference, and what was assumed.

Each analysis is a file in ``data/reproduced``; ``done_again`` sets what the package gives beside each of its
numbers.  A mismatch stays a mismatch: the file says whether a number is expected to agree, and a test
notices when that changes.

Limits: most analyses are known from the press, with few of their inputs.  What they leave open is
assumed and said; that numbers agree does not show that either is right.
"""

from collections.abc import Iterable
from typing import Final

from shieldmap import units
from shieldmap.reproduced import asked as files, defended, flown, fought
from shieldmap.reproduced.asked import (
    Asked,
    BatteriesAsked,
    BatteryAsked,
    DistanceAsked,
    FlightAsked,
    LeakageAsked,
    Output,
    PublishedStudy,
    RangeAsked,
    SeenAsked,
    StudyFileError,
    ThresholdAsked,
    published,
    study_names,
    unread,
)
from shieldmap.reproduced.defended import changed_scenario
from shieldmap.reproduced.flown import Ours, altitude_over_m, flight_to
from shieldmap.reproduced.fought import none_leaks
from shieldmap.results.reproduced import (
    ReproducedChoice,
    ReproducedInput,
    ReproducedRow,
    ReproducedSource,
    ReproducedStudies,
    ReproducedStudy,
    UnreproducedStudy,
)
from shieldmap.scenario import Scenario

__all__ = [
    "Ours",
    "StudyFileError",
    "altitude_over_m",
    "done_again",
    "flight_to",
    "judged",
    "none_leaks",
    "numbers_of_batteries",
    "ours_of",
    "published",
    "scenario_behind",
    "study_names",
    "summed",
    "told",
]

_PERCENT: Final = 0.01
_OTHER_UNITS: Final = {"%": _PERCENT, "Mach": 1.0, "": 1.0}
"""What is no unit of a catalogue: a share, a Mach number, a plain number."""


def ours_of(recipe: Asked) -> Ours:
    """What of ours stands beside a number."""
    match recipe:
        case FlightAsked():
            return flown.of_flight(recipe)
        case ThresholdAsked():
            return flown.of_threshold(recipe)
        case DistanceAsked():
            return flown.of_distance(recipe)
        case RangeAsked():
            return flown.of_range(recipe)
        case SeenAsked():
            return flown.of_seen(recipe)
        case LeakageAsked():
            return fought.of_leakage(recipe)
        case BatteryAsked():
            return defended.of_battery(recipe)
        case BatteriesAsked():
            return defended.of_batteries(recipe)


def judged(given: Output, ours: Ours) -> ReproducedRow:
    """A number of theirs beside ours, in their unit: inside, reached by our span, or neither."""
    value, low, high = (_in_unit(one, given.unit) for one in ours[:3])
    off = None if value is None else _off(given, value)
    is_inside = off is not None and abs(off) <= given.tolerance
    ends = [one for one in (value, low, high) if one is not None]
    is_reached = is_inside or (
        bool(ends)
        and min(ends) <= given.high + given.tolerance
        and max(ends) >= given.low - given.tolerance
    )
    return ReproducedRow(
        **given.model_dump(exclude={"low", "high", "matches", "ours"}),
        theirs_low=given.low,
        theirs_high=given.high,
        ours=value,
        ours_low=low,
        ours_high=high,
        difference=off,
        is_inside=is_inside,
        is_reached=is_reached,
        is_expected=given.matches is is_inside,
        command=ours.command,
    )


def _in_unit(value: float | None, unit: str) -> float | None:
    if value is None:
        return None
    factor = _OTHER_UNITS[unit] if unit in _OTHER_UNITS else units.UNITS[unit].factor
    return value / factor


def _off(given: Output, value: float) -> float:
    """How far a value lies outside the published span; below is negative."""
    return min(value - given.low, 0.0) + max(value - given.high, 0.0)


def done_again(name: str) -> ReproducedStudy:
    """One published analysis with what the package gives beside each of its numbers.

    Raises
    ------
    StudyFileError : its file cannot be read.
    """
    given = published(name)
    return told(given, [judged(one, ours_of(one.ours)) for one in given.outputs])


def told(given: PublishedStudy, rows: Iterable[ReproducedRow]) -> ReproducedStudy:
    """A published analysis and its numbers as a record."""
    return ReproducedStudy(
        **given.model_dump(include={"id", "title", "title_ko", "question", "question_ko"}),
        missing=given.missing,
        missing_ko=given.missing_ko,
        sources=tuple(_cited(one) for one in given.sources),
        inputs=tuple(ReproducedInput(**one.model_dump()) for one in given.inputs),
        assumed=tuple(ReproducedChoice(**one.model_dump()) for one in given.assumed),
        rows=tuple(rows),
    )


def _cited(given: files.CitedSource) -> ReproducedSource:
    return ReproducedSource(**given.model_dump() | {"read": str(given.read)})


def summed(studies: Iterable[ReproducedStudy]) -> ReproducedStudies:
    """The studies with their sums; what was solved for, follows from a formula or is a bound alone is not counted."""
    listed = tuple(studies)
    rows = [row for one in listed for row in one.rows]
    tests = [row for row in rows if row.kind == "test"]
    return ReproducedStudies(
        studies=listed,
        tests=len(tests),
        inside=sum(row.is_inside for row in tests),
        reached=sum(row.is_reached and not row.is_inside for row in tests),
        outside=sum(not row.is_reached for row in tests),
        surprises=sum(not row.is_expected for row in rows),
        not_reproduced=tuple(UnreproducedStudy(**one.model_dump()) for one in unread()),
    )


def numbers_of_batteries(given: PublishedStudy) -> list[int]:
    """Which of the numbers of an analysis are asked of a battery, counted from 1."""
    asked = enumerate(given.outputs, start=1)
    return [number for number, one in asked if isinstance(one.ours, BatteryAsked)]


def scenario_behind(given: PublishedStudy, number: int) -> Scenario:
    """The scenario of one of the numbers that are asked of a battery.

    It bears the name of the analysis and is about the battery alone: raid and layers are left out.
    """
    asked = given.outputs[number - 1].ours
    assert isinstance(asked, BatteryAsked)
    found = changed_scenario(asked)
    return found.model_copy(
        update={
            "name": given.id,
            "title": given.title,
            "summary": given.question,
            "notes": tuple(f"{one.what}: {one.reason}" for one in given.assumed),
            "raid": None,
            "layers": (),
        }
    )
