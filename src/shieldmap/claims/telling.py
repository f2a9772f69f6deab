"""The words for a claim and its outcome, for the terminal, the report and the page of all claims."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from shieldmap import formats, words
from shieldmap.claims import naming
from shieldmap.results.claims import (
    ClaimAnswered,
    ClaimCheck,
    ClaimOutcome,
    ClaimPoint,
    ClaimSource,
    ClaimTurn,
    IsMet,
    PublicClaim,
)
from shieldmap.results.quoted import Said
from shieldmap.terms import ASSUMPTIONS
from shieldmap.verdicts import SEVERAL
from shieldmap.words import t

MARK: Final = "†"
"""Behind what was not computed from the run at hand."""

_NAMED: Final = 4
"""Points of a condition that are named one by one."""


class ClaimTold(NamedTuple):
    """A claim in the reader's language."""

    id: str
    said_on: str
    speaker: str
    side: str
    statement: str
    quotation: str
    quotation_language: str
    quotation_note: str
    verdict: str
    word: str
    computed: list[str]
    reading: str
    basis: str
    recorded: str
    mark: str
    links: list[tuple[str, str, str]]


def claim_told(row: ClaimAnswered) -> ClaimTold:
    """Everything about a claim that a reader is shown."""
    claim, outcome = row.claim, row.outcome
    quoted = claim.quotation
    return ClaimTold(
        id=claim.id,
        said_on=claim.said_on,
        speaker=here(claim.speaker),
        side=t(f"claims_side_{claim.side}"),
        statement=here(claim.statement),
        quotation=quoted.text if quoted else "",
        quotation_language=quoted.language if quoted else "en",
        quotation_note=_quotation_note(claim),
        verdict=outcome.verdict,
        word=verdict_word(outcome),
        computed=[computed(check) for check in outcome.checks],
        reading=here(claim.reading),
        basis=_basis(claim),
        recorded=t("claims_recorded", date=row.recorded) if row.recorded else "",
        mark=MARK if row.recorded and claim.conditions else "",
        links=[(source.title, source.url, _read_note(source)) for source in claim.sources],
    )


def counts(rows: Sequence[ClaimAnswered]) -> str:
    """How many statements have which verdict, in a sentence."""
    found = Counter(row.outcome.verdict for row in rows)
    return t(
        "claims_counts",
        all=len(rows),
        consistent=found["consistent"],
        no=found["not-consistent"],
        depends=found["depends"],
        none=found["not-computable"],
        waiting=found["not-computed"],
    )


def _basis(claim: PublicClaim) -> str:
    """The study that answers, and whether its test changes it."""
    return (
        t("claims_changed_study", study=claim.study) if claim.is_of_changed_study else claim.study
    )


def here(said: Said) -> str:
    """A text of a claim in the reader's language."""
    return said.told(words.language())


def _read_note(source: ClaimSource) -> str:
    """How far a page was read, and on which day where that is known."""
    note = t(f"claims_confidence_{source.confidence}")
    return t("claims_read_on", note=note, date=source.read) if source.read else note


def _quotation_note(claim: PublicClaim) -> str:
    if claim.quotation is None:
        return t("claims_not_quoted")
    return t(f"claims_words_{claim.quotation.words_of}")


def verdict_word(outcome: ClaimOutcome) -> str:
    """``consistent``, ``depends on the interceptor's reach (turns at 176 km)``."""
    if outcome.verdict != "depends":
        return t(f"claims_verdict_{outcome.verdict}")
    return t("claims_depends", what=formats.listed([_turn(one) for one in outcome.depends_on]))


def _turn(turn: ClaimTurn) -> str:
    name = number_name(turn.number)
    if turn.turns_at is None:
        return name
    known = ASSUMPTIONS.get(turn.number)
    unit = known.unit if known else turn.unit
    at = turn.turns_at / known.factor if known else turn.turns_at
    at = at % 360.0 if unit == "deg" else at
    return t("claims_turns_at", what=name, at=formats.measured(float(f"{at:.3g}"), unit))


def number_name(number: str) -> str:
    """What an answer depends on, inside a sentence."""
    if number == SEVERAL:
        return t("verdict_several")
    known = ASSUMPTIONS.get(number)
    return words.of(known.short) if known else t(f"claims_number_{number}")


def computed(check: ClaimCheck) -> str:
    """What the run has of one condition, in a line: the number with its band, or how many agree."""
    what = _what(check)
    limits = _limits(check)
    if len(check.points) == 1:
        return t("claims_one", what=what, found=_found(check, check.points[0]), limits=limits)
    found = "; ".join(_points_by_answer(check))
    return t("claims_many", what=what, found=found, limits=limits)


def _what(check: ClaimCheck) -> str:
    name = t(f"claims_quantity_{check.quantity}")
    about = here(check.about)
    return t("claims_what", name=name, about=about) if about else name


def _points_by_answer(check: ClaimCheck) -> Iterable[str]:
    """How many points agree, do not and hang, each with its names and the span of its numbers."""
    for met in ("yes", "open", "no"):
        points = [point for point in check.points if point.met == met]
        if points:
            yield t(
                f"claims_{_word_of(check, met)}",
                n=len(points),
                of=len(check.points),
                names=_names_of_points(points),
                span=_span_of_points(check, points),
            )


def _word_of(check: ClaimCheck, met: str) -> str:
    """Points of a verdict are told as they are, those of a number by whether they agree."""
    if check.is_true is None:
        return {"yes": "points_yes", "no": "points_no", "open": "points_open"}[met]
    if met == "open":
        return "places_open"
    return "places_yes" if (met == "yes") == check.is_true else "places_no"


def _names_of_points(points: Sequence[ClaimPoint]) -> str:
    """The names of the points; of many of several kinds those of the first kind, such as the places."""
    names = [here(point.name) for point in points]
    if len(names) > _NAMED:
        names = list(dict.fromkeys(name.partition(naming.BETWEEN)[0] for name in names))
    more = len(names) - _NAMED
    told_ = "; ".join(names[:_NAMED])
    return told_ + (" " + t("claims_more", n=more) if more > 0 else "")


def _span_of_points(check: ClaimCheck, points: Sequence[ClaimPoint]) -> str:
    """The numbers of some points: those of one with its band, of several the least to the most."""
    if check.is_true is not None:
        return ""
    if len(points) == 1:
        return _found(check, points[0])
    values = [point.value for point in points if point.value is not None]
    ends = (_number_told(check, min(values)), _number_told(check, max(values)))
    return formats.span(*ends) if ends[0] != ends[1] else ends[0]


def _found(check: ClaimCheck, point: ClaimPoint) -> str:
    if check.is_true is not None:
        words_: dict[IsMet, str] = {"open": "verdict_open"}
        name = words_.get(point.met, "")
        if not name:
            name = "verdict_yes" if (point.met == "yes") == check.is_true else "verdict_no"
        return t(f"claims_{name}", share=formats.percent(point.value))
    value = _number_told(check, point.value)
    if check.band == "none" or point.low is None or point.low == point.high:
        return value
    band = formats.span(_number_told(check, point.low), _number_told(check, point.high))
    return t(f"claims_band_{check.band}", value=value, band=band)


def _limits(check: ClaimCheck) -> str:
    """What the statement asks for: ``asked: 50–67 %``."""
    if check.is_true is not None:
        return t("claims_asked_defended" if check.is_true else "claims_asked_undefended")
    least, most = (
        None if end is None else _number_told(check, end) for end in (check.at_least, check.at_most)
    )
    if least is not None and most is not None:
        return t("claims_asked_between", band=formats.span(least, most))
    if least is not None:
        return t("claims_asked_least", limit=least)
    return t("claims_asked_most", limit=most or formats.NONE)


_WHOLE: Final = 9.95
"""Counts from here on are told without decimals."""

_SHARES: Final = (
    "people-defended",
    "area-defended",
    "more-draws",
    "land-in-view",
    "land-tracked",
)


def _number_told(check: ClaimCheck, value: float | None) -> str:
    if value is None:
        return formats.NONE
    if check.quantity in _SHARES:
        return formats.percent(value)
    if check.unit == "m":
        return formats.km(value)
    if check.unit == "count":  # a mean of trials is no better known than to a tenth
        return formats.number(value, 1 if 0.0 < abs(value) < _WHOLE and value % 1.0 else 0)
    return formats.short(float(f"{value:.3g}"))
