"""Am I defended? One sentence about a town in English and Korean, which ``lookup`` finds by its name."""

import re
from collections.abc import Sequence
from typing import Any, Final

from shieldmap import campaign, footprint, formats, questions, terms, words
from shieldmap.answers import lookup
from shieldmap.answers.at_place import drawn_verdict, headline_reason, judged_at, worst_first
from shieldmap.answers.sensitivity import SensitivityAsked, decider_of, hardest_place, is_defended
from shieldmap.answers.session import Session
from shieldmap.answers.state import OWN_THREAT, State, base_of
from shieldmap.campaign import Case, Study
from shieldmap.model import Event
from shieldmap.results import Town, TownDefended, TownNotThreatened, TownThreatened
from shieldmap.results.questions import UnwarnedFlight, WarnedFlight
from shieldmap.scenario import LaunchPoint
from shieldmap.terms import End
from shieldmap.words import t

WORDS: Final = ("holds", "hangs", "fails")
"""The verdicts of joint draws, in the order in which a sentence tells them."""

_NAMED: Final = 2
"""So many flights are named in the sentence; the rows have them all."""

TownRow = TownThreatened | TownNotThreatened


def find(state: State, text: str) -> list[Town]:
    """Towns and assets of a state's scenario that a text fits; see :func:`lookup.best`."""
    return lookup.best(base_of(state), text)


@campaign.threads(1)
def defended(
    session: Session,
    state: State,
    latitude_deg: float,
    longitude_deg: float,
    name: str,
    name_ko: str,
) -> TownDefended:
    """What a place is defended against: a row for every threat, and one sentence in two languages."""
    this = session.study(state, every_threat=True)
    judged = judged_at(this, latitude_deg, longitude_deg)
    spread = session.drawn_at(this, latitude_deg, longitude_deg)
    warnings = {
        (row.threat, row.launch_point): row
        for row in questions.warning(this, name, latitude_deg, longitude_deg).rows
    }
    points = {point.id: point for point in this.scenario.launch_points}
    rows = []
    for threat in this.scenario.threats:
        cases = [entry for entry in judged if entry[0].threat_id == threat.id]
        entry = this.scenario.catalogue.missile(threat.missile)
        flown = {
            "threat": threat.id,
            "missile": entry.id,
            "name": entry.name,
            "name_ko": entry.name_ko,
            "trajectory": threat.trajectory,
            "apogee_km": threat.apogee_km,
            "launch_points": len(cases),
        }
        drawn = drawn_verdict(spread, footprint.cases_of_threat(this, threat.id))
        rows.append(_threat_row(this, cases, warnings, points, flown | dict(drawn)))
    names = (name or f"{latitude_deg:.2f}, {longitude_deg:.2f}", name_ko or name)
    others = lookup.namesakes(this.scenario, name) if name else []
    system = this.scenario.catalogue.defence(this.scenario.defence.system).name
    # A flight of the reader's own is a row beside those of the study.
    own = [row for row in rows if row.threat != OWN_THREAT] or rows
    told = sentences(*names, system, own, others)
    return TownDefended(
        name=names[0],
        name_ko=names[1] or names[0],
        latitude_deg=latitude_deg,
        longitude_deg=longitude_deg,
        rows=tuple(rows),
        others=tuple(others),
        **told,
    )


def _threat_row(
    this: Study,
    cases: list[tuple[Case, SensitivityAsked | None, str]],
    warnings: dict[tuple[str, str], WarnedFlight | UnwarnedFlight],
    points: dict[str, LaunchPoint],
    flown: dict[str, Any],
) -> TownRow:
    """One threat: the worst launch point, how many are met, warning, and what decides."""
    asked = [one for _, one, _ in cases if one is not None]
    if not asked:
        is_computed = all(status == "not-threatened" for _, _, status in cases)
        status = "not-threatened" if is_computed else "not-flown"
        told = {key: flown[key] for key in flown if key in TownNotThreatened.model_fields}
        return TownNotThreatened(**told, status=status, defended=False, defended_from=0)
    asked = worst_first(this, asked)
    worst = asked[0]
    value = worst.judged.engagements
    warned = warnings[worst.case.threat_id, worst.case.launch_id]
    return TownThreatened(
        **flown,
        status="threatened",
        reached_from=len(asked),
        defended_from=sum(is_defended(this, one) for one in asked),
        launch_point=worst.case.launch_id,
        launch_point_name=points[worst.case.launch_id].name,
        defended=all(is_defended(this, one) for one in asked),
        defended_bad=all(is_defended(this, one, End.BAD) for one in asked),
        defended_good=all(is_defended(this, one, End.GOOD) for one in asked),
        decides=_decider(flown["hangs_on"]) or decider_of(hardest_place(this, asked)),
        reason=headline_reason(worst),
        shots=int(value.shots[0]),
        time_of_flight_s=float(worst.judged.flights.event_time_s[0, Event.IMPACT]),
        after_cue_s=warned.after_cue_s if isinstance(warned, WarnedFlight) else None,
        after_radar_s=warned.after_radar_s if isinstance(warned, WarnedFlight) else None,
        points=tuple(_named_shortly(points[one.case.launch_id]) for one in asked),
    )


# ---------------------------------------------------------------------------------------------
# Words


def sentences(
    name: str, name_ko: str, system: str, rows: Sequence[TownRow], others: Sequence[Town] = ()
) -> dict[str, str]:
    """The answer in one sentence, in English and in Korean.

    Parameters
    ----------
    system : the defence that is asked about, alone.
    others : other places of this name, which are told of as well.
    """
    told = {}
    for language in terms.LANGUAGES:
        with words.using(language):
            sentence = _sentence(words.name_of(name, name_ko), system, rows)
            if others:
                labels = [words.name_of(row.name, row.name_ko) for row in others]
                sentence += " " + t("town_others", names=", ".join(labels))
            told[f"sentence_{language}"] = sentence
    return told


def _sentence(name: str, system: str, rows: Sequence[TownRow]) -> str:
    """The answer in the reader's language: yes, no or partly, and against how many flights each."""
    met = [row for row in rows if isinstance(row, TownThreatened)]
    if not met:
        return t("town_none", flights=len(rows), name=name)
    by_word = {word: [row for row in met if row.verdict == word] for word in WORDS}
    given = [word for word, of in by_word.items() if of]
    is_partly = len(given) > 1 and given[0] == "holds"
    answer = t(f"town_is_{'partly' if is_partly else given[0]}")
    # A warning that comes after the impact is none.
    cues = [max(row.after_cue_s[0], 0.0) for row in met if row.after_cue_s]
    return t(
        "town_sentence",
        name=name,
        answer=answer,
        system=system,
        met=len(met),
        verdicts=formats.listed([_verdict_told(word, of) for word, of in by_word.items() if of]),
        draws=max(row.draws or 0 for row in met),
        seconds=formats.span(formats.number(min(cues)), formats.number(max(cues))),
    )


def _verdict_told(word: str, rows: Sequence[TownThreatened]) -> str:
    """Against how many flights a verdict is given, and which few: ``fails against 1 (Hwasong-5)``."""
    named = formats.listed([_flight_named(row) for row in rows])
    few = t("town_count_named", n=len(rows), flights=named)
    which = few if len(rows) <= _NAMED else t("town_count", n=len(rows))
    if word != "hangs":
        return t(f"town_{word}", which=which)
    on = _most_common([_decider(row.hangs_on) for row in rows])
    what = t("verdict_several") if on is None else words.of(terms.ASSUMPTIONS[on].short)
    return t("town_hangs", what=what, which=which)


def _decider(name: str | None) -> str | None:
    """The assumption that a verdict hangs on; nothing where no one alone turns it."""
    return name if name in terms.ASSUMPTIONS else None


def _flight_named(row: TownRow) -> str:
    """A flight by the missile's short name, and how it is lofted or depressed."""
    name = words.name_of(row.name, row.name_ko).partition(" (")[0]
    if row.trajectory == "minimum-energy":
        return name
    path = words.of(terms.CLASSES[row.trajectory].short)
    height = "" if row.apogee_km is None else f" {formats.measured(row.apogee_km, 'km')}"
    return f"{name} {path}{height}"


def _named_shortly(point: LaunchPoint) -> tuple[str, str, str]:
    """A launch point by its id, and its names without what tells where it lies."""
    name, name_ko = (re.split(r" ?\(|, ", one)[0] for one in (point.name, point.name_ko))
    return point.id, name, name_ko


def _most_common(values: list[str | None]) -> str | None:
    known = [value for value in values if value is not None]
    return max(dict.fromkeys(known), key=known.count) if known else None
