"""The questions that people ask of a missile defence, each answered by one function.

Question: how fast does a raid empty the battery, what does it add to other layers, what is lost when
parts of it leave, how much warning is there, does it cover itself, where would it have to stand, how
many are needed, what does it cost, what does it leave in space?

``raid`` fights, ``places`` judges places and sites, ``timelines`` tells of one raid as it happened,
``space`` flies fragments. Every answer is plain values in SI units, with its limits in words.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from shieldmap import campaign
from shieldmap.campaign import ENDS_ONLY, Prepared, Progress, Study
from shieldmap.questions.places import (
    batteries_needed,
    covers_itself,
    launchers_away,
    warning,
    where_to_stand,
)
from shieldmap.questions.raid import (
    Fought,
    emptying,
    fight_raid,
    in_reach,
    layers_added,
    losses,
    records_of,
    resized,
    told,
    trial_table,
)
from shieldmap.questions.space import space_security
from shieldmap.questions.timelines import timeline
from shieldmap.scenario import Asset, Scenario, ScenarioError
from shieldmap.terms import QUESTIONS

__all__ = [
    "QUESTIONS",
    "Answers",
    "Asked",
    "Fought",
    "answer_all",
    "ask",
    "batteries_needed",
    "covers_itself",
    "emptying",
    "fight_raid",
    "in_reach",
    "launchers_away",
    "layers_added",
    "losses",
    "place_of",
    "records_of",
    "resized",
    "space_security",
    "timeline",
    "told",
    "trial_table",
    "warning",
    "where_to_stand",
]


class Asked(NamedTuple):
    """What the answers are made from: the study at its values and ends, and its raid."""

    study: Study
    prepared: Prepared | None
    place: Asset | None
    progress: Progress | None


def _fought(asked: Asked) -> Prepared:
    assert asked.prepared is not None
    return asked.prepared


def _place(asked: Asked) -> Asset:
    assert asked.place is not None
    return asked.place


_ANSWERS: Final[dict[str, Callable[[Asked], dict[str, Any]]]] = {
    "empty": lambda a: emptying(_fought(a)),
    "adds": lambda a: layers_added(_fought(a)),
    "warning": lambda a: _warning(a.study, _place(a)),
    "itself": lambda a: covers_itself(a.study),
    "launchers": lambda a: launchers_away(a.study, a.progress),
    "stand": lambda a: _stand(a.study, _place(a), a.progress),
    "leakage": lambda a: told(fight_raid(_fought(a), a.progress)),
    "lost": lambda a: losses(_fought(a)),
    "cost": lambda a: told(fight_raid(_fought(a), a.progress))["cost"],
    "batteries": lambda a: batteries_needed(a.study, a.progress),
    "timeline": lambda a: timeline(_fought(a)),
    "space": lambda a: space_security(_fought(a), a.progress),
}
"""What answers each question of the terms."""


def _warning(this: Study, place: Asset) -> dict[str, Any]:
    return warning(this, place.latitude_deg, place.longitude_deg) | {"place": place.name}


def _stand(this: Study, place: Asset, progress: Progress | None) -> dict[str, Any]:
    return where_to_stand(this, place.name, place.latitude_deg, place.longitude_deg, progress)


def place_of(scenario: Scenario) -> Asset | None:
    """The place asked about where none is named: Seoul where it is an asset, else the first."""
    named = [asset for asset in scenario.assets if asset.id == "seoul"]
    return next(iter([*named, *scenario.assets]), None)


def ask(
    scenario: Scenario, name: str, place: Asset | None = None, progress: Progress | None = None
) -> dict[str, Any]:
    """Answer one question about a scenario; ``place`` is the one asked about."""
    if name not in QUESTIONS:
        known = ", ".join(QUESTIONS)
        raise ScenarioError(f"'{name}' is not a question: expected one of {known}")
    question = QUESTIONS[name]
    prepared = campaign.prepare(scenario, progress=progress) if question.needs_raid else None
    spot = place or place_of(scenario)
    if question.needs_place and spot is None:
        raise ScenarioError(f"{scenario.name}: assets is missing: expected a table [[assets]]")
    study = campaign.study(
        scenario,
        cases=prepared.cases if prepared is not None else None,
        variants=None if name == "itself" else ENDS_ONLY,
    )
    return _ANSWERS[name](Asked(study, prepared, spot, progress))


class Answers(NamedTuple):
    """The answers by question, one raid as it happened, and its trials; none without a raid."""

    answers: dict[str, Any]
    timeline: dict[str, Any] | None
    fought: Fought | None


def answer_all(this: Study, progress: Progress | None = None) -> Answers:
    """Answer every question that a study of a scenario can be asked.

    Parameters
    ----------
    this : the whole study, whose flights are used again.
    """
    scenario = this.scenario
    say = progress or (lambda _what, _done, _total: None)
    prepared, fought = None, None
    if scenario.raid is not None:
        prepared = campaign.prepare(scenario, cases=this.cases, progress=say)
        fought = fight_raid(prepared, say)
    ends = campaign.study(scenario, cases=this.cases, variants=ENDS_ONLY)
    place = place_of(scenario)
    out: dict[str, Any] = {} if fought is None else {"leakage": told(fought)}
    for number, (name, question) in enumerate(QUESTIONS.items()):
        say(question.long.en, number, len(QUESTIONS))
        is_possible = (prepared is not None or not question.needs_raid) and (
            place is not None or not question.needs_place
        )
        # The raid itself is answered already, and its cost with it.
        if is_possible and name not in ("leakage", "cost", "timeline"):
            study = this if name == "itself" else ends
            out[name] = _ANSWERS[name](Asked(study, prepared, place, None))
    return Answers(out, None if prepared is None else timeline(prepared), fought)
