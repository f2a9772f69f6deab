"""Which number decides an answer, and what publishing one would settle.

Question: of all that is not known of a defence and of a missile, what makes the answer uncertain; at which
value of one number would the answer tip; and for how many people would it be settled if one were published?

Model: the joint draws of the study, with the coordinates of the draw as independent unknowns; first-order
and total Sobol indices [saltelli2010]; every number alone from end to end, all else at its value; and the
draws sorted by one number at a time. What is unknown of a missile is one group, of which nothing is told
apart and nothing breaks even.

Limits: people on the coarse grid of the draws, without towns of their own; indices say what makes the spread
of these ranges, and another range makes another spread.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from shieldmap import formats, terms, words
from shieldmap.campaign import Case, Prepared, Progress, Study
from shieldmap.deciding.disclosure import settled_by, settled_now
from shieldmap.deciding.indices import DRAWS, Index
from shieldmap.deciding.numbers import Decided, Deciding, decide
from shieldmap.deciding.places import PeopleDefended, Verdicts
from shieldmap.deciding.raids import UNITS, MissilesThrough
from shieldmap.deciding.views import FlightsSeen
from shieldmap.model import Floats
from shieldmap.results.deciding import (
    DecidingNumber,
    DecidingNumbers,
    DisclosedNumber,
    SobolIndex,
)
from shieldmap.results.footprint import Quantiles
from shieldmap.scenario import Asset, Scenario, Threat
from shieldmap.stability import StabilityStudy
from shieldmap.terms import Language
from shieldmap.words import english, t

__all__ = [
    "DRAWS",
    "LEVEL",
    "RAID_DRAWS",
    "VIEW_DRAWS",
    "deciding_numbers",
    "deciding_raid",
    "deciding_views",
    "headline_span",
    "headline_value",
    "name_of_number",
    "range_told",
    "threat_asked",
]

LEVEL: Final = 0.5
"""Half of the people, or a place that turns: where a number breaks even."""

VIEW_DRAWS: Final = 512
"""The same of a stability study, each of whose draws takes some 15 ms."""

RAID_DRAWS: Final = 256
"""The same of a raid, in each of whose draws every launch is tabled anew and 32 trials are fought."""

_TOLD: Final = 3
"""So many numbers are named in the sentence."""

_WORTH_TELLING: Final = 0.05
"""A number that makes less of the spread than this is not named in the sentence."""


def threat_asked(
    scenario: Scenario, cases: Sequence[Case], named: str | None = None
) -> Threat | None:
    """The threat asked about: one by its id, else the first of those that fly from most launch points.

    Nothing where none can be flown from anywhere.
    """
    flown = Counter(case.threat_id for case in cases if case.table is not None)
    able = [threat for threat in scenario.threats if flown[threat.id]]
    for threat in able:
        if threat.id == named:
            return threat
    return max(able, key=lambda one: flown[one.id], default=None)


def deciding_numbers(
    this: Study,
    threat: Threat,
    place: Asset | None = None,
    level: float = LEVEL,
    draws: int = DRAWS,
    progress: Progress | None = None,
) -> DecidingNumbers:
    """Which numbers decide the share of people defended against a threat, or the verdict at a place.

    Parameters
    ----------
    level : of the headline, at which a number breaks even.
    draws : of each of the two sets of draws that the indices are made from, a power of two.
    """
    place_deg = None if place is None else (place.latitude_deg, place.longitude_deg)
    headline = PeopleDefended(this, threat.id, place_deg)
    decided = decide(headline, level, draws, progress)
    # Publishing is asked of the people of the whole study, not of one place.
    told = {} if place is not None else _disclosed(headline, decided)
    entry = this.scenario.catalogue.missile(threat.missile)
    return _decided_answer(
        decided,
        headline="share" if place is None else "place",
        threat=threat.id,
        missile=entry.name,
        missile_ko=entry.name_ko,
        launch_points=len(headline.threat.cases),
        place=None if place is None else place.name,
        place_ko=None if place is None else place.name_ko,
        most=1.0,
        level=level,
        **told,
    )


def deciding_views(
    this: StabilityStudy,
    level: float = LEVEL,
    draws: int = VIEW_DRAWS,
    progress: Progress | None = None,
) -> DecidingNumbers:
    """Which numbers decide how many flights the added radar of a stability study sees.

    Parameters
    ----------
    level : of all flights, at which a number breaks even.
    """
    headline = FlightsSeen(this)
    decided = decide(headline, level * headline.flights, draws, progress)
    site = this.scenario.radars[this.added]
    return _decided_answer(
        decided,
        headline="seen",
        place=site.name,
        place_ko=site.name_local or None,
        most=float(headline.flights),
        level=level * headline.flights,
    )


def deciding_raid(
    prepared: Prepared,
    level: float = LEVEL,
    draws: int = RAID_DRAWS,
    progress: Progress | None = None,
) -> DecidingNumbers:
    """Which numbers decide how many missiles of a raid come through.

    Parameters
    ----------
    level : of all missiles, at which a number breaks even.
    """
    headline = MissilesThrough(prepared)
    decided = decide(headline, level * headline.missiles, draws, progress)
    return _decided_answer(
        decided,
        headline="leakers",
        most=float(headline.missiles),
        level=level * headline.missiles,
        limits=english("questions_limits_decides_raid"),
    )


def _decided_answer(decided: Decided, **told: Any) -> DecidingNumbers:
    """The answer to what decides, with its sentences."""
    low, middle, high = (float(q) for q in np.quantile(decided.headline, (0.05, 0.5, 0.95)))
    nothing = dict.fromkeys(
        (
            "threat",
            "missile",
            "missile_ko",
            "launch_points",
            "place",
            "place_ko",
            "people",
            "settled",
        )
    )
    answer = DecidingNumbers(
        **{
            **nothing,
            "disclosed": (),
            "limits": english("questions_limits_decides"),
            **told,
        },
        draws=decided.headline.size,
        evaluations=decided.evaluations,
        value=decided.value,
        drawn=Quantiles(p05=low, p50=middle, p95=high),
        mean=float(decided.headline.mean()),
        numbers=tuple(_number_told(one) for one in decided.numbers),
        sentence_en="",
        sentence_ko="",
    )
    said = {f"sentence_{one}": _decides_told(one, answer) for one in terms.LANGUAGES}
    return answer.model_copy(update=said)


def _disclosed(headline: PeopleDefended, decided: Decided) -> dict[str, Any]:
    """What each unpublished number would settle, and the people threatened and settled now."""
    draws, people = decided.headline.size, headline.threat.people
    assert headline.verdicts is not None
    verdicts = Verdicts(*(part[:, :draws] for part in headline.verdicts))
    columns = {one.name: one.columns[0] for one in headline.coordinates()}
    names = [name for name in columns if _is_unpublished(name)]
    points: Floats = decided.points[:, [columns[name] for name in names]].T
    found = settled_by(verdicts, people, points) if names else []
    rows = [
        DisclosedNumber(number=name, people=one.people, people_low=one.low, people_high=one.high)
        for name, one in zip(names, found, strict=True)
    ]
    rows.sort(key=lambda row: -row.people)
    settled, whole = settled_now(verdicts, people)
    return {"disclosed": tuple(rows), "people": whole, "settled": settled}


def _is_unpublished(name: str) -> bool:
    return name in terms.ASSUMPTIONS and terms.ASSUMPTIONS[name].is_unpublished


def _number_told(one: Deciding) -> DecidingNumber:
    """A number with its ends in the unit that people use."""
    term, number = terms.ASSUMPTIONS.get(one.name), one.number
    factor = 1.0 if term is None else term.factor
    value, low, high = (
        (None, None, None)
        if number is None
        else (x / factor for x in (number.value, number.low, number.high))
    )
    breaks_at = one.breaks_at
    is_inside = (
        number is not None and breaks_at is not None and number.low <= breaks_at <= number.high
    )
    return DecidingNumber(
        number=one.name,
        unit=None if number is None else unit_of_number(one.name),
        value=value,
        low=low,
        high=high,
        first_order=_index_record(one.first),
        total=_index_record(one.total),
        at_low=None if np.isnan(one.at_low) else one.at_low,
        at_high=None if np.isnan(one.at_high) else one.at_high,
        breaks_at=None if breaks_at is None else breaks_at / factor,
        breaks_in_range=is_inside,
    )


def _index_record(one: Index) -> SobolIndex:
    return SobolIndex(value=one.value, low=one.low, high=one.high, is_resolved=one.is_resolved)


# --- the sentence --------------------------------------------------------------------------------


def name_of_number(name: str) -> str:
    """What a number or a group is called in a sentence, in the reader's language."""
    if name in terms.ASSUMPTIONS:
        return t(f"assumption_{name}")
    return t(f"deciding_raid_{name}" if name in UNITS else f"deciding_group_{name}")


def unit_of_number(name: str) -> str | None:
    """The unit in which a number is told; a group has none."""
    term = terms.ASSUMPTIONS.get(name)
    return UNITS.get(name) if term is None else term.unit


def _decides_told(language: Language, answer: DecidingNumbers) -> str:
    with words.using(language):
        parts = [_headline_told(answer), _deciders_told(answer.numbers), _breaks_told(answer)]
        parts.append(_disclosure_told(answer))
        return " ".join(part for part in parts if part)


def headline_value(answer: DecidingNumbers, value: float | None) -> str:
    """A value of the headline as it is written: flights and missiles as a number, shares as per cent."""
    if value is None:
        return formats.NONE
    is_count = answer.headline in ("seen", "leakers")
    return formats.number(value) if is_count else formats.percent(value)


def headline_span(answer: DecidingNumbers, low: float | None, high: float | None) -> str:
    """Two values of the headline."""
    return formats.span(headline_value(answer, low), headline_value(answer, high))


def range_told(row: DecidingNumber) -> str:
    """The ends of a number's range in its unit; of a group nothing."""
    if row.low is None or row.high is None:
        return formats.NONE
    ends = formats.span(formats.short(row.low), formats.short(row.high))
    return formats.measured_text(ends, row.unit or "")


def _headline_told(answer: DecidingNumbers) -> str:
    if answer.headline == "seen":
        return t(
            "deciding_seen",
            radar=words.name_of(answer.place or "", answer.place_ko),
            median=headline_value(answer, answer.drawn.p50),
            all=headline_value(answer, answer.most),
            band=headline_span(answer, answer.drawn.p05, answer.drawn.p95),
            draws=answer.draws,
        )
    if answer.headline == "leakers":
        return t(
            "deciding_leakers",
            median=headline_value(answer, answer.drawn.p50),
            all=headline_value(answer, answer.most),
            band=headline_span(answer, answer.drawn.p05, answer.drawn.p95),
            draws=answer.draws,
        )
    missile = words.name_of(answer.missile or "", answer.missile_ko)
    if answer.place is not None:
        return t(
            "deciding_place",
            place=words.name_of(answer.place, answer.place_ko),
            share=formats.percent(answer.mean),
            draws=answer.draws,
            missile=missile,
        )
    return t(
        "deciding_share",
        missile=missile,
        median=formats.percent(answer.drawn.p50),
        band=formats.span(formats.percent(answer.drawn.p05), formats.percent(answer.drawn.p95)),
        draws=answer.draws,
        points=answer.launch_points,
    )


def _deciders_told(numbers: Sequence[DecidingNumber]) -> str:
    """What makes most of the spread; of an index that is not resolved that it is not."""
    if not any(one.total.value > 0.0 for one in numbers):
        return t("deciding_nothing")
    named = [one for one in numbers if one.total.value >= _WORTH_TELLING][:_TOLD] or numbers[:1]
    first, *others = named
    told = t(
        "deciding_first",
        number=name_of_number(first.number),
        total=_share_told(first.total),
        alone=_share_told(first.first_order),
    )
    if others:
        listed = formats.listed(
            [
                t(
                    "deciding_next_one",
                    number=name_of_number(one.number),
                    total=_share_told(one.total),
                )
                for one in others
            ]
        )
        told += " " + t("deciding_next", numbers=listed)
    return told


def _share_told(index: SobolIndex) -> str:
    """A share of the spread with its interval, or that it is not resolved."""
    band = formats.span(formats.percent(index.low), formats.percent(index.high))
    if not index.is_resolved:
        return t("deciding_unresolved", band=band)
    return t("deciding_percent", value=formats.percent(index.value), band=band)


def _breaks_told(answer: DecidingNumbers) -> str:
    """Numbers of the defence that alone take the headline across the level inside their range."""
    inside = [one for one in answer.numbers if one.breaks_in_range and one.breaks_at is not None]
    level = headline_value(answer, answer.level)
    if not inside:
        return t("deciding_no_break", level=level, kind=answer.headline)
    listed = formats.listed(
        [
            t(
                "deciding_break_one",
                number=name_of_number(one.number),
                value=formats.measured(one.breaks_at, one.unit or ""),
            )
            for one in inside[:_TOLD]
        ]
    )
    return t("deciding_breaks", numbers=listed, level=level, kind=answer.headline)


def _disclosure_told(answer: DecidingNumbers) -> str:
    if answer.people is None or answer.settled is None or not answer.disclosed:
        return ""
    open_ = answer.people - answer.settled
    first = answer.disclosed[0]
    if not first.people_low > 0.0:
        return t("deciding_none_settles", open=formats.people(open_))
    return t(
        "deciding_settles",
        open=formats.people(open_),
        number=name_of_number(first.number),
        people=formats.people(first.people),
        low=formats.people(first.people_low),
        high=formats.people(first.people_high),
    )
