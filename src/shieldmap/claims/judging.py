"""From quantities to a verdict: every point of a condition, the condition, the statement.

A point is met where its whole band lies inside the limits, not met where all of it lies outside, else
open. Conditions and statements join points as all or any do; what the statement leaves open joins as
itself: points that differ along it make the answer depend on it.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Final

from shieldmap import units
from shieldmap.claims import naming
from shieldmap.claims.files import recorded_outcomes
from shieldmap.claims.quantities import (
    QUANTITIES,
    ClaimQuantity,
    Evidence,
    Measure,
    Turning,
    from_one,
)
from shieldmap.results.claims import (
    ClaimAnswered,
    ClaimCheck,
    ClaimCondition,
    ClaimOutcome,
    ClaimPoint,
    ClaimTurn,
    IsMet,
    PublicClaim,
)
from shieldmap.results.quoted import Said
from shieldmap.terms import ASSUMPTIONS
from shieldmap.verdicts import SEVERAL

_Key = tuple[str | float, ...]
"""A value for each name that a statement leaves open."""

_MOST_TURNS: Final = 2
EVERY: Final = "*"
"""In place of a list: every threat of the study."""


def judge(claim: PublicClaim, evidence: Evidence) -> ClaimOutcome:
    """The outcome of a claim's test on the records of a run.

    Raises
    ------
    LookupError : the run lacks what the test names.
    """
    if not claim.conditions:
        return not_computable()
    checks = tuple(_checked(condition, evidence) for condition in claim.conditions)
    met = _joined([check.met for check in checks], claim.needs)
    verdict = {"yes": "consistent", "no": "not-consistent", "open": "depends"}[met]
    turns = _turns_of([check for check in checks if check.met == "open"]) if met == "open" else ()
    return ClaimOutcome.model_validate({"verdict": verdict, "depends_on": turns, "checks": checks})


def not_computable() -> ClaimOutcome:
    """Of a statement that no number answers."""
    return ClaimOutcome(verdict="not-computable", depends_on=(), checks=())


def kept_answer(claim: PublicClaim) -> ClaimAnswered:
    """A statement with its outcome as it was recorded; a test that never was is not computed yet."""
    kept = recorded_outcomes().get(claim.id)
    if kept is None:
        outcome = _not_computed() if claim.conditions else not_computable()
        return ClaimAnswered(claim=claim, outcome=outcome, run=None)
    return ClaimAnswered(claim=claim, outcome=kept.outcome, run=kept.run, recorded=kept.made)


def _not_computed() -> ClaimOutcome:
    """Of a test that nobody has computed yet."""
    return ClaimOutcome(verdict="not-computed", depends_on=(), checks=())


def _joined(answers: Sequence[IsMet], needs: str) -> IsMet:
    """All or any of answers of which some may be open."""
    decides: IsMet = "no" if needs == "all" else "yes"
    if decides in answers:
        return decides
    if "open" in answers:
        return "open"
    return "yes" if needs == "all" else "no"


def _checked(condition: ClaimCondition, evidence: Evidence) -> ClaimCheck:
    quantity = QUANTITIES[condition.quantity]
    names = _names_asked(condition, quantity)
    lists = [_values(condition, name, evidence) for name in names]
    asked = [dict(zip(names, chosen, strict=True)) for chosen in product(*lists)]
    vary = [name for name, values in zip(names, lists, strict=True) if len(values) > 1]
    shared = [name for name in names if name not in vary]
    points: list[ClaimPoint] = []
    groups: dict[_Key, list[IsMet]] = {}
    for one in asked:
        measure = quantity.read(evidence, one)
        if measure is None:
            continue
        point = _judged_point(condition, quantity, measure, naming.names_told(evidence, one, vary))
        points.append(point)
        groups.setdefault(tuple(one[name] for name in condition.open), []).append(point.met)
    if not points:
        raise LookupError(f"{condition.quantity}: the run has nothing of what is asked")
    answers = {key: _joined(group, condition.over) for key, group in groups.items()}
    met = next(iter(answers.values())) if len(set(answers.values())) == 1 else "open"
    return ClaimCheck(
        quantity=condition.quantity,
        about=naming.names_told(evidence, asked[0], shared),
        unit=quantity.unit,
        band=quantity.band,
        at_least=_si(condition.at_least, condition),
        at_most=_si(condition.at_most, condition),
        is_true=condition.is_true,
        open=tuple(_left_open(condition, name, evidence) for name in _telling(condition, answers)),
        met=met,
        points=tuple(points),
    )


def _names_asked(condition: ClaimCondition, quantity: ClaimQuantity) -> tuple[str, ...]:
    """What the quantity asks for, and its launch points where the condition sets them apart."""
    return (*quantity.asks, *(("launch_point",) if condition.launch_point else ()))


def _values(condition: ClaimCondition, name: str, evidence: Evidence) -> Sequence[str | float]:
    given: Sequence[str | float] = getattr(condition, name)
    if EVERY not in given:
        return given
    if name == "launch_point":
        return [point.id for point in evidence.defence.launch_points]
    # Threats from one launch point alone are parts of one threat.
    names = (threat.id.partition(from_one("", ""))[0] for threat in evidence.defence.threats)
    return list(dict.fromkeys(names))


def _telling(condition: ClaimCondition, answers: Mapping[_Key, IsMet]) -> tuple[str, ...]:
    """What is left open and tells answers apart: two that differ in it alone have other answers.

    Where no two differ in one alone, as of missiles with launch points of their own, all of it.
    """
    if len(set(answers.values())) == 1:
        return ()
    found = []
    for i, name in enumerate(condition.open):
        rest: dict[_Key, set[IsMet]] = {}
        for key, met in answers.items():
            rest.setdefault(key[:i] + key[i + 1 :], set()).add(met)
        if any(len(mets) > 1 for mets in rest.values()):
            found.append(name)
    return tuple(found) or condition.open


def _left_open(condition: ClaimCondition, name: str, evidence: Evidence) -> str:
    """What a statement leaves open; of threats that are one missile on paths of one class its apogee."""
    if name == "threat":
        asked = _values(condition, "threat", evidence)
        rows = [one for one in evidence.defence.threats if one.id in asked]
        if len({(one.missile, one.class_) for one in rows}) == 1:
            return "apogee"
    return name


def _si(limit: float | None, condition: ClaimCondition) -> float | None:
    if limit is None or not condition.unit:
        return limit
    return units.to_si(limit, condition.unit)


def _judged_point(
    condition: ClaimCondition, quantity: ClaimQuantity, measure: Measure, name: Said
) -> ClaimPoint:
    """A measure judged by the limits of its condition."""
    if quantity.is_verdict:
        met = _of_verdict(measure.met or "open", is_wanted=bool(condition.is_true))
        turn = measure.turn(0.0) if met == "open" else None
    else:
        met, turn = _inside(condition, measure)
    return ClaimPoint(
        name=name,
        value=measure.value,
        low=measure.low,
        high=measure.high,
        met=met,
        hangs_on=turn.number if turn else "",
        turns_at=turn.at if turn else None,
    )


def _of_verdict(found: IsMet, *, is_wanted: bool) -> IsMet:
    if found == "open" or is_wanted:
        return found
    return "no" if found == "yes" else "yes"


def _inside(condition: ClaimCondition, measure: Measure) -> tuple[IsMet, Turning | None]:
    """Whether the whole band lies inside the limits, and what would turn that where it does not."""
    if measure.low is None or measure.high is None:
        return "open", measure.turn(0.0)
    low, high = sorted((measure.low, measure.high))
    least, most = (_si(end, condition) for end in (condition.at_least, condition.at_most))
    if (least is None or low >= least) and (most is None or high <= most):
        return "yes", None
    if (least is not None and high < least) or (most is not None and low > most):
        return "no", None
    if least is not None and low < least:
        return "open", measure.turn(least)
    assert most is not None
    # A value at the limit still agrees, as it does at a lower one: the answer turns just above it.
    return "open", measure.turn(math.nextafter(most, math.inf))


def _turns_of(checks: Iterable[ClaimCheck]) -> tuple[ClaimTurn, ...]:
    """What the open conditions depend on: what is left open first, then the numbers that turn most."""
    opened = list(dict.fromkeys(name for check in checks for name in check.open))
    out = [ClaimTurn(number=name, turns_at=None, unit="") for name in opened]
    hanging = [point for check in checks for point in check.points if point.met == "open"]
    counts = Counter(point.hangs_on for point in hanging)
    for number, count in counts.most_common(_MOST_TURNS if not out else 1):
        if out and number == SEVERAL:
            continue
        at = next(point.turns_at for point in hanging if point.hangs_on == number)
        known = ASSUMPTIONS.get(number)
        unit = known.si if known else ""
        # One place of several: a number that turns them at different values has none.
        out.append(ClaimTurn(number=number, turns_at=at if count == 1 else None, unit=unit))
    return tuple(out)
