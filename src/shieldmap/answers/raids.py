"""``raid`` and ``ask``: a raid fought, and questions answered."""

from typing import Any, Literal, NamedTuple

from shieldmap import campaign, deciding, plain, questions, scenario as scenarios, stability
from shieldmap.answers.defence import threat_named
from shieldmap.answers.places import InputError, PlaceFound, Spot, find
from shieldmap.campaign import Prepared
from shieldmap.footprint import Progress
from shieldmap.results import Answer, Raid, answer_to
from shieldmap.scenario import Asset, Scenario, StabilityScenario

_RULES = ("most-urgent", "value-weighted", "optimal")
_ANSWERS = ("waste", "gate")
_LEAST_DRAWS, _MOST_DRAWS = 32, 16384


class RaidRequest(NamedTuple):
    """What replaces the raid of the scenario: the words of ``shieldmap raid``."""

    trials: int | None = None
    half_width: float | None = None
    seed: int | None = None
    assignment: str | None = None
    undiscriminated: str | None = None


class RaidFought(NamedTuple):
    """What became of a raid, and what it was fought with."""

    record: Raid
    prepared: Prepared


def raid(
    scenario: str = "korea",
    trials: int | None = None,
    *,
    half_width: float | None = None,
    seed: int | None = None,
    assignment: str | None = None,
    undiscriminated: str | None = None,
) -> Raid:
    """Fight the raid of a scenario, as ``shieldmap raid``.

    Parameters
    ----------
    scenario : an embedded scenario's name or the path of a scenario file, with a table [raid].
    trials : fight exactly this many; without it until the interval asked for is reached.
    half_width : stop when the 95 % interval of the mean leakers is this far to either side.
    seed : of the trials.
    assignment : most-urgent, value-weighted or optimal.
    undiscriminated : what fire control does with objects not told apart: waste or gate.

    Raises
    ------
    InputError : a word that is not known, or a scenario without a raid.

    Examples
    --------
    >>> raid("korea", trials=100).missiles
    40
    """
    request = RaidRequest(trials, half_width, seed, assignment, undiscriminated)
    return fight(scenario, request).record


def check(request: RaidRequest) -> None:
    """Refuse what cannot be before anything is computed."""
    for option, value, known in (
        ("--assignment", request.assignment, _RULES),
        ("--undiscriminated", request.undiscriminated, _ANSWERS),
    ):
        if value is not None and value not in known:
            raise InputError(f"{option} is '{value}': expected {', '.join(known)}")
    if request.trials is not None and request.half_width is not None:
        raise InputError("--trials and --half-width stand together: expected one of them")


def fight(scenario: str, request: RaidRequest, progress: Progress | None = None) -> RaidFought:
    """Fight the raid of a scenario, with what the request replaces."""
    check(request)
    given = _changed(scenarios.load(scenario), request)
    prepared = campaign.prepare(given, progress=progress)
    told = questions.told(questions.fight_raid(prepared, progress))
    record = Raid.model_validate(plain.values({"scenario": given.name, **told.as_json()}))
    return RaidFought(record, prepared)


def _changed(given: Scenario, request: RaidRequest) -> Scenario:
    """The scenario with what the options replace."""
    if given.raid is None:
        raise InputError(
            f"{given.name} has no raid: expected a scenario with a table [raid], such as korea"
        )
    changes: dict[str, object] = {}
    for key in ("half_width", "seed", "assignment", "undiscriminated"):
        value = getattr(request, key)
        if value is not None:
            changes[f"raid.{key}"] = value
    if request.trials is not None:
        changes |= {"raid.half_width": 0.0, "raid.trials_max": request.trials}
    return scenarios.changed(given, changes) if changes else given


def ask(
    question: str,
    scenario: str = "korea",
    *,
    place: Spot | None = None,
    threat: str | None = None,
    level: float | None = None,
    draws: int | None = None,
    of: str | None = None,
    progress: Progress | None = None,
) -> Answer:
    """Answer one question about a scenario, as ``shieldmap ask``.

    Parameters
    ----------
    question : one of ``shieldmap.questions.QUESTIONS``, such as ``empty`` or ``batteries``.
    scenario : an embedded scenario's name or the path of a scenario file.
    place : the place asked about: a known name, or latitude and longitude in degrees.
    threat : the threat asked about, by its id or its missile; else the one with most launch points.
    level : of the answer, between 0 and 1, at which ``decides`` says where a number breaks even.
    draws : of each of the two sets from which ``decides`` makes its indices, a power of two.
    of : ``share``, of the people defended, or ``leakers`` of the raid: whose deciding number is asked for.

    Raises
    ------
    InputError : no such question, a scenario without a raid or layers, or a place that plays no part.

    Examples
    --------
    >>> ask("itself").question
    'itself'
    """
    if question not in questions.QUESTIONS:
        known = ", ".join(questions.QUESTIONS)
        raise InputError(f"'{question}' is not a question: expected one of {known}")
    given = scenarios.load_study(scenario)
    if isinstance(given, StabilityScenario):
        unasked = {"place": place, "threat": threat, "of": of}
        return _ask_stability(given, question, unasked, (level, draws), progress)
    wished: dict[str, Any] = {
        "place": place,
        "threat": threat,
        "level": level,
        "draws": draws,
        "of": of,
    }
    _check_asked(given, question, wished)
    options = questions.QuestionOptions(
        threat=None if threat is None else threat_named(given, threat).id,
        level=_level(level),
        draws=None if draws is None else _draws(draws),
        of=_asked_of(given, of, wished),
    )
    asset, others = (None, ()) if place is None else _asset(given, place)
    answer = questions.ask(given, question, asset, progress, options)
    named = {"others": others} if others else {}
    head = {"question": question, "text": questions.QUESTIONS[question].long.en}
    told = head | {"scenario": given.name} | answer.as_json() | named
    return answer_to(question).model_validate(plain.values(told))


def _check_asked(given: Scenario, question: str, wished: dict[str, Any]) -> None:
    """Refuse a question that the study cannot be asked, or what the question does not ask about."""
    asked = questions.QUESTIONS[question]
    if asked.needs_raid and given.raid is None:
        raise InputError(
            f"{given.name} has no raid, which '{question}' asks about: expected a scenario with a "
            "table [raid], such as korea"
        )
    if asked.needs_layers and not given.layers:
        raise InputError(
            f"{given.name} has no layers, which '{question}' asks about: expected a scenario with "
            "tables [[layers]], such as korea-layers"
        )
    for name, value in wished.items():
        if value is not None and not asked.can_take(name):
            raise InputError(f"--{name} is '{value}': '{question}' asks about no {name}")


def _asked_of(
    given: Scenario, of: str | None, wished: dict[str, Any]
) -> Literal["share", "leakers"]:
    """Whose deciding number is asked for; the leakers are those of a whole raid."""
    if of in (None, "share"):
        return "share"
    if of != "leakers":
        raise InputError(f"--of is '{of}': expected share or leakers")
    if given.raid is None:
        raise InputError(f"--of is 'leakers': {given.name} has no raid, expected a table [raid]")
    for name in ("place", "threat"):
        if wished[name] is not None:
            raise InputError(f"--{name} is '{wished[name]}': a whole raid is asked about no {name}")
    return "leakers"


def _ask_stability(
    given: StabilityScenario,
    question: str,
    wished: dict[str, Any],
    numbers: tuple[float | None, int | None],
    progress: Progress | None,
) -> Answer:
    """The one question that a stability study can be asked."""
    if question != "decides":
        raise InputError(
            f"{given.name} is a stability study, which '{question}' does not ask about: expected the "
            "study of a defence, such as korea, or the question 'decides'"
        )
    for name, value in wished.items():
        if value is not None:
            raise InputError(f"--{name} is '{value}': a stability study is asked about no {name}")
    level, draws = numbers
    study = stability.stability_study(given, progress or (lambda *_: None))
    answer = deciding.deciding_views(
        study, _level(level), _draws(draws or deciding.VIEW_DRAWS), progress
    )
    head = {"question": question, "text": questions.QUESTIONS[question].long.en}
    told = head | {"scenario": given.name} | answer.as_json()
    return answer_to(question).model_validate(plain.values(told))


def _level(level: float | None) -> float:
    if level is None:
        return deciding.LEVEL
    if not 0.0 < level < 1.0:
        raise InputError(f"--level is {level:g}: expected a number between 0 and 1")
    return level


def _draws(draws: int) -> int:
    return power_of_two(draws, _LEAST_DRAWS, _MOST_DRAWS)


def power_of_two(draws: int, least: int, most: int) -> int:
    """A number of draws of a Sobol sequence, which is balanced at powers of two; others are refused."""
    if not (least <= draws <= most and draws & (draws - 1) == 0):
        raise InputError(f"--draws is {draws}: expected a power of two from {least} to {most}")
    return draws


def _asset(given: Scenario, where: Spot) -> tuple[Asset, tuple[str, ...]]:
    """The place asked about: an asset of the scenario, another known place, or coordinates.

    Beside it the labels of the other places that bear its name.
    """
    found: PlaceFound = find(where, "--place", given)
    for asset in given.assets:
        if asset.id == found.id:
            return asset, found.others
    return Asset.model_construct(
        id="place",
        name=found.name or str(where),
        name_ko="",
        kind="site",
        latitude_deg=found.latitude_deg,
        longitude_deg=found.longitude_deg,
        source="shieldmap-estimate",
        confidence="high",
        note="",
    ), found.others
