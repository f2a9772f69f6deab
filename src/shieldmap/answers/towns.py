"""Am I defended? One sentence about a town in English and Korean, which ``lookup`` finds by its name."""

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from shieldmap import campaign, formats, questions, terms, words
from shieldmap.answers import lookup
from shieldmap.answers.at_place import headline_reason, judged_at, share_of_samples, worst_first
from shieldmap.answers.sensitivity import SensitivityAsked, decider_of, hardest_place, is_defended
from shieldmap.answers.session import Session
from shieldmap.answers.state import State, base_of
from shieldmap.campaign import Case, Study
from shieldmap.model import Event
from shieldmap.results import Town, TownDefended, TownNotThreatened, TownThreatened
from shieldmap.results.questions import UnwarnedFlight, WarnedFlight
from shieldmap.scenario import LaunchPoint
from shieldmap.terms import End
from shieldmap.words import t

TownRow = TownThreatened | TownNotThreatened


def find(state: State, text: str) -> list[Town]:
    """Towns and assets of a state's scenario that a text fits; see :func:`lookup.best`."""
    return lookup.best(base_of(state), text)


def defended(
    session: Session,
    state: State,
    latitude_deg: float,
    longitude_deg: float,
    name: str,
    name_ko: str,
) -> TownDefended:
    """What a place is defended against: a row for every threat, and one sentence in two languages."""
    this = session.study(state, draws=campaign.SAMPLES, every_threat=True)
    judged = judged_at(this, latitude_deg, longitude_deg)
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
        rows.append(_threat_row(this, cases, warnings, points, flown))
    names = (name or f"{latitude_deg:.2f}, {longitude_deg:.2f}", name_ko or name)
    others = lookup.namesakes(this.scenario, name) if name else []
    told = sentences(*names, rows, others, is_changed=state.is_set_by_hand)
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
        return TownNotThreatened(**flown, status=status, defended=False, defended_from=0)
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
        share_of_samples=share_of_samples(this, asked),
        decides=decider_of(hardest_place(this, asked)),
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
    name: str,
    name_ko: str,
    rows: Sequence[TownRow],
    others: Sequence[Town] = (),
    *,
    is_changed: bool = False,
) -> dict[str, str]:
    """The answer in one sentence, in English and in Korean.

    Parameters
    ----------
    others : other places of this name, which are told of as well.
    is_changed : numbers were set by hand, so that the values are not the published ones.
    """
    told = {}
    for language in terms.LANGUAGES:
        with words.using(language):
            sentence = _sentence(words.name_of(name, name_ko), rows, is_changed=is_changed)
            if others:
                labels = [words.name_of(row.name, row.name_ko) for row in others]
                sentence += " " + t("town_others", names=", ".join(labels))
            told[f"sentence_{language}"] = sentence
    return told


def _sentence(name: str, rows: Sequence[TownRow], *, is_changed: bool) -> str:
    """The answer in the reader's language."""
    met = [row for row in rows if isinstance(row, TownThreatened)]
    if not met:
        return t("town_none", flights=len(rows), name=name)
    safe = [row for row in met if row.defended]
    decides = _most_common([row.decides for row in met])
    # A warning that comes after the impact is none.
    cues = [max(row.after_cue_s[0], 0.0) for row in met if row.after_cue_s]
    return t(
        "town_sentence",
        by="set" if is_changed else "published",
        name=name,
        safe=len(safe),
        met=len(met),
        flights=", ".join(_flight_named(row) for row in safe),
        points=_points(met),
        shares=_shares(met),
        decides="none" if decides is None else words.of(terms.ASSUMPTIONS[decides].short),
        seconds=formats.span(formats.number(min(cues)), formats.number(max(cues))),
    )


def _flight_named(row: TownRow) -> str:
    """A flight by the missile's short name, and how it is lofted or depressed."""
    name = words.name_of(row.name, row.name_ko).partition(" (")[0]
    if row.trajectory == "minimum-energy":
        return name
    path = words.of(terms.CLASSES[row.trajectory].short)
    height = "" if row.apogee_km is None else f" {formats.measured(row.apogee_km, 'km')}"
    return f"{name} {path}{height}"


def _points(rows: Sequence[TownThreatened]) -> str:
    """The launch points looked at, each once."""
    found = dict.fromkeys(point for row in rows for point in row.points)
    return ", ".join(words.name_of(name, name_ko) for _, name, name_ko in found)


def _named_shortly(point: LaunchPoint) -> tuple[str, str, str]:
    """A launch point by its id, and its names without what tells where it lies."""
    name, name_ko = (re.split(r" ?\(|, ", one)[0] for one in (point.name, point.name_ko))
    return point.id, name, name_ko


def _shares(rows: Sequence[TownThreatened]) -> str:
    """The least and the greatest share of the samples, with the flights that they belong to."""
    known = [(row.share_of_samples, row) for row in rows if row.share_of_samples is not None]
    low_share, least = min(known, key=itemgetter(0))
    high_share, most = max(known, key=itemgetter(0))
    low, high = formats.percent(low_share), formats.percent(high_share)
    if low == high:
        return low
    return t(
        "town_shares", low=low, least=_flight_named(least), high=high, most=_flight_named(most)
    )


def _most_common(values: list[str | None]) -> str | None:
    known = [value for value in values if value is not None]
    return max(dict.fromkeys(known), key=known.count) if known else None
