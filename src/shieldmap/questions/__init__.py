"""The questions that people ask of a missile defence, each answered by one function.

Question: how fast does a raid empty the battery, what does it add to other layers, what flies between
them, what is lost when parts of it leave, and what are they worth, how much warning is there, does it cover itself, where would it have to stand, how
many are needed, what does it cost, how long do the interceptors last, what does it leave in space?

``raid`` fights, ``stocks`` counts interceptors and how fast more are made, ``places`` judges places and sites, ``gaps`` counts seconds between envelopes, ``worth`` takes parts away, ``timelines`` tells of one raid as it happened,
``space`` flies fragments. Every answer is a record in SI units, with its limits in words.
"""

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from shieldmap import campaign, deciding, words
from shieldmap.campaign import ENDS_ONLY, Prepared, Progress, Study
from shieldmap.deciding.raids import Choice
from shieldmap.questions.drawn import DrawnRaid, choice_of, fight_drawn, systems_apart
from shieldmap.questions.gaps import envelopes_of, layer_gaps
from shieldmap.questions.places import (
    batteries_needed,
    covers_itself,
    launchers_away,
    warning,
    where_to_stand,
)
from shieldmap.questions.raid import (
    LOSSES,
    Fought,
    emptying,
    fight_raid,
    in_reach,
    layers_added,
    losses,
    records_of,
    resized,
    taken,
    told,
    trial_table,
)
from shieldmap.questions.space import space_security
from shieldmap.questions.stocks import lasting
from shieldmap.questions.timelines import timeline
from shieldmap.questions.worth import parts_worth
from shieldmap.results import RaidAnswers, RaidTimeline, WarningTimes, WhereToStand
from shieldmap.results.deciding import DecidingNumbers
from shieldmap.results.record import Record
from shieldmap.scenario import Asset, Scenario, ScenarioError
from shieldmap.terms import QUESTIONS, Question

__all__ = [
    "LOSSES",
    "QUESTIONS",
    "Answers",
    "Asked",
    "Choice",
    "DrawnRaid",
    "Fought",
    "QuestionOptions",
    "answer_all",
    "ask",
    "batteries_needed",
    "choice_of",
    "covers_itself",
    "emptying",
    "fight_drawn",
    "fight_raid",
    "in_reach",
    "lasting",
    "launchers_away",
    "layer_gaps",
    "layers_added",
    "losses",
    "parts_worth",
    "place_of",
    "records_of",
    "resized",
    "space_security",
    "systems_apart",
    "taken",
    "timeline",
    "told",
    "trial_table",
    "warning",
    "where_to_stand",
]


class QuestionAsked(NamedTuple):
    """What the answers are made from: the study at its values and ends, and its raid."""

    study: Study
    prepared: Prepared | None
    place: Asset | None
    progress: Progress | None
    options: "QuestionOptions"


class QuestionOptions(NamedTuple):
    """What a question may be asked with besides: a threat by its id, a level, a number of draws.

    ``of`` is the answer whose number is asked about, the share defended or the leakers of the raid; each
    has a number of draws of its own.
    """

    threat: str | None = None
    level: float = deciding.LEVEL
    draws: int | None = None
    of: Literal["share", "leakers"] = "share"


_PLAIN: Final = QuestionOptions()


def _fought(asked: QuestionAsked) -> Prepared:
    assert asked.prepared is not None
    return asked.prepared


def _asset_of(asked: QuestionAsked) -> Asset:
    assert asked.place is not None
    return asked.place


def _decides(asked: QuestionAsked) -> DecidingNumbers:
    scenario, named = asked.study.scenario, asked.options.threat
    level, draws = asked.options.level, asked.options.draws
    if asked.options.of == "leakers":
        prepared = campaign.prepare(scenario, progress=asked.progress)
        return deciding.deciding_raid(prepared, level, draws or deciding.RAID_DRAWS, asked.progress)
    threat = deciding.threat_asked(scenario, asked.study.cases, named)
    if threat is None:
        raise ScenarioError(
            f"{scenario.name}: none of its missiles can be flown from its launch points"
        )
    return deciding.deciding_numbers(
        asked.study, threat, asked.place, level, draws or deciding.DRAWS, asked.progress
    )


_ANSWERS: Final[dict[str, Callable[[QuestionAsked], Record]]] = {
    "decides": _decides,
    "empty": lambda a: emptying(_fought(a)),
    "adds": lambda a: layers_added(_fought(a)),
    "gap": lambda a: layer_gaps(a.study, a.place, a.progress),
    "warning": lambda a: _warning(a.study, _asset_of(a)),
    "itself": lambda a: covers_itself(a.study),
    "launchers": lambda a: launchers_away(a.study, a.progress),
    "stand": lambda a: _stand(a.study, _asset_of(a), a.progress),
    "leakage": lambda a: told(fight_raid(_fought(a), a.progress)),
    "lost": lambda a: losses(_fought(a), a.progress),
    "worth": lambda a: parts_worth(a.study, _fought(a), a.progress),
    "cost": lambda a: told(fight_raid(_fought(a), a.progress)).cost,
    "stock": lambda a: lasting(fight_raid(_fought(a), a.progress)),
    "batteries": lambda a: batteries_needed(a.study, a.progress),
    "timeline": lambda a: timeline(_fought(a)),
    "space": lambda a: space_security(_fought(a), a.progress),
}
"""What answers each question of the terms."""

_OF_WHOLE_STUDY: Final = ("worth",)
"""Questions about a raid that also ask about missiles of the study that do not fly in it."""


def _warning(this: Study, place: Asset) -> WarningTimes:
    return warning(this, place.name, place.latitude_deg, place.longitude_deg)


def _stand(this: Study, place: Asset, progress: Progress | None) -> WhereToStand:
    return where_to_stand(this, place.name, place.latitude_deg, place.longitude_deg, progress)


def place_of(scenario: Scenario) -> Asset | None:
    """The place asked about where none is named: Seoul where it is an asset, else the first."""
    named = [asset for asset in scenario.assets if asset.id == "seoul"]
    return next(iter([*named, *scenario.assets]), None)


def ask(
    scenario: Scenario,
    name: str,
    place: Asset | None = None,
    progress: Progress | None = None,
    options: QuestionOptions = _PLAIN,
) -> Record:
    """Answer one question about a scenario; ``place`` is the one asked about."""
    if name not in QUESTIONS:
        known = ", ".join(QUESTIONS)
        raise ScenarioError(f"'{name}' is not a question: expected one of {known}")
    question = QUESTIONS[name]
    if question.needs_layers and not scenario.layers:
        raise ScenarioError(f"{scenario.name}: layers is missing: expected a table [[layers]]")
    spot = place or (place_of(scenario) if question.needs_place else None)
    if question.needs_place and spot is None:
        raise ScenarioError(f"{scenario.name}: assets is missing: expected a table [[assets]]")
    cases = None
    if name in _OF_WHOLE_STUDY:
        cases = campaign.study(scenario, variants=ENDS_ONLY).cases
    prepared = None
    if question.needs_raid:
        prepared = campaign.prepare(scenario, cases=cases, progress=progress)
        cases = cases or prepared.cases
    variants = None if name == "itself" else ENDS_ONLY
    study = campaign.study(scenario, cases=cases, variants=variants)
    return _ANSWERS[name](QuestionAsked(study, prepared, spot, progress, options))


def _can_be_asked(question: Question, this: Study, place: Asset | None) -> bool:
    """Whether a study with a raid holds what a question needs besides."""
    scenario = this.scenario
    if question.needs_layers:
        return bool(scenario.layers and scenario.assets and envelopes_of(scenario))
    return place is not None or not question.needs_place


class Answers(NamedTuple):
    """The answers by question, one raid as it happened, and its trials."""

    answers: RaidAnswers
    timeline: RaidTimeline
    fought: Fought


def answer_all(this: Study, progress: Progress | None = None) -> Answers:
    """Answer every question that a study of a scenario with a raid can be asked.

    Parameters
    ----------
    this : the whole study, whose flights are used again.
    """
    scenario = this.scenario
    say = progress or (lambda _what, _done, _total: None)
    prepared = campaign.prepare(scenario, cases=this.cases, progress=say)
    fought = fight_raid(prepared, say)
    ends = campaign.study(scenario, cases=this.cases, variants=ENDS_ONLY)
    place = place_of(scenario)
    out: dict[str, Record] = {"leakage": told(fought)}
    for number, (name, question) in enumerate(QUESTIONS.items()):
        say(words.of(question.long), number, len(QUESTIONS))
        # The raid itself is answered already, and its cost with it.
        is_asked = name in RaidAnswers.model_fields and name not in out
        if is_asked and _can_be_asked(question, ends, place):
            study = this if name == "itself" else ends
            spot = place if question.needs_place else None
            out[name] = _ANSWERS[name](QuestionAsked(study, prepared, spot, None, _PLAIN))
    return Answers(RaidAnswers.model_validate(out), timeline(prepared), fought)
