"""``defend``: the footprint of a scenario, or the reason at one exact place."""

from shieldmap import campaign, catalog, footprint, plain, scenario as scenarios
from shieldmap.answers.places import InputError, Spot, find
from shieldmap.footprint import JointDraws, Progress
from shieldmap.model import Constraint
from shieldmap.results import (
    DrawnVerdict,
    Engagement,
    ExplainedEngagement,
    ExplainedNotThreatened,
    Explanation,
    FootprintSummary,
    NotThreatened,
    code_of,
)
from shieldmap.scenario import Scenario, Threat


def defend(
    scenario: str = "korea",
    *,
    threat: str | None = None,
    from_: str | None = None,
    progress: Progress | None = None,
) -> FootprintSummary:
    """The sums of what a scenario defends, as ``shieldmap defend``.

    Parameters
    ----------
    scenario : an embedded scenario's name or the path of a scenario file.
    threat : only this threat or missile of the scenario.
    from_ : only this launch point of the scenario.
    progress : called with what is done, how much of it, and of how much.

    Examples
    --------
    >>> korea = defend("korea", threat="hwasong-7")  # doctest: +SKIP
    >>> korea.threats[0].share_of_people.value  # doctest: +SKIP
    """
    given = _narrowed(scenarios.load(scenario), threat, from_)
    study = campaign.study(given)
    where = footprint.places(given)
    prints = footprint.defended_area(study, where, progress)
    drawn = footprint.draw_together(study, progress)
    told = footprint.summarise(study, where, prints, drawn)
    return FootprintSummary.model_validate(plain.values(told.as_json()))


def why(
    place: Spot, scenario: str = "korea", *, threat: str | None = None, from_: str | None = None
) -> Explanation:
    """The hardest case at one exact place, and every case beside it, as ``shieldmap defend --why``.

    The hardest case is the undefended one whose reason comes first in the order of precedence,
    or, where all are defended, the one with the least time to spare, every number at its value.
    ``verdict`` and ``share_of_samples`` are what the joint draws of every disputed number say.

    Parameters
    ----------
    place : a known name, or latitude and longitude in degrees.
    scenario, threat, from_ : as for :func:`defend`.

    Examples
    --------
    >>> why("seoul", threat="hwasong-7", from_="hwangju").reason
    'out-of-reach'
    """
    whole = scenarios.load(scenario)
    found = find(place, "--why", whole)
    latitude, longitude = found.latitude_deg, found.longitude_deg
    study = campaign.study(_narrowed(whole, threat, from_))
    cases = tuple(footprint.why(study, case, latitude, longitude) for case in study.cases)
    hardest = min(cases, key=_hardness)
    # Of these flights alone, and without the draws that only a whole study needs: it stays quick.
    there = footprint.one_place(latitude, longitude)
    spread = footprint.draw_together(study, where=there, is_headline=True)
    same = footprint.cases_of_threat(study, hardest.threat)
    told = hardest.as_json() | {
        **dict(drawn_verdict(spread, same)),
        "drawn": tuple(drawn_verdict(spread, [row]) for row in range(len(cases))),
        "place": found.name or None,
        "others": found.others,
        "scenario": whole.name,
        "doctrine": whole.defence.doctrine,
        "cases": cases,
    }
    if isinstance(hardest, Engagement):
        return ExplainedEngagement.model_validate(told)
    return ExplainedNotThreatened.model_validate(told)


def drawn_verdict(spread: JointDraws, rows: list[int]) -> DrawnVerdict:
    """What the joint draws say of their one place against some cases, as a record has it."""
    found = footprint.joint.verdict_of(spread, 0, rows)
    if found is None:
        return DrawnVerdict(**dict.fromkeys(DrawnVerdict.model_fields))
    return DrawnVerdict(
        share_of_samples=found.share,
        verdict=found.word,
        draws=found.draws,
        hangs_on=found.hangs_on or None,
        turns_at=found.turns_at,
    )


def _hardness(case: Engagement | NotThreatened) -> tuple[int, int, float]:
    if not isinstance(case, Engagement):
        return (2, 0, 0.0)
    if case.defended:
        return (1, 0, case.slack_s if case.slack_s is not None else 0.0)
    names = [code_of(c) for c in Constraint]
    return (0, names.index(case.failed[0].constraint) if case.failed else 99, 0.0)


def threats_named(given: Scenario, name: str) -> list[Threat]:
    """The threats of a scenario by an id, or by a missile that they fly.

    Raises
    ------
    InputError : there is none.
    """
    known = given.catalogue
    try:
        missile = known.load(name).id
    except catalog.CatalogError:
        missile = ""
    threats = [t for t in given.threats if t.id == name or missile == known.load(t.missile).id]
    if not threats:
        raise InputError(_not_flown(given, name, missile))
    return threats


def threat_named(given: Scenario, name: str) -> Threat:
    """The first of :func:`threats_named`."""
    return threats_named(given, name)[0]


def _not_flown(given: Scenario, asked: str, missile: str) -> str:
    """That a study does not fly a missile, and which embedded study does."""
    ids = ", ".join(threat.id for threat in given.threats)
    if not missile:
        return f"--threat is '{asked}': expected one of {ids}"
    named = "compares its apogee and" if missile in given.compared_ids else "knows it and"
    flying = [
        name
        for name in scenarios.names("defence")
        if any(
            given.catalogue.load(threat.missile).id == missile
            for threat in scenarios.load(name).threats
        )
    ]
    where = f"flown in {', '.join(flying)}" if flying else "flown in no embedded study"
    return f"--threat is '{asked}': {given.name} {named} does not fly it ({where}): expected one of {ids}"


def _narrowed(given: Scenario, threat: str | None, start: str | None) -> Scenario:
    """The scenario with only the threats and launch points asked for."""
    threats = list(given.threats) if threat is None else threats_named(given, threat)
    if start is not None:
        if start not in {point.id for point in given.launch_points}:
            ids = ", ".join(point.id for point in given.launch_points)
            raise InputError(f"--from is '{start}': expected one of {ids}")
        threats = [
            t.model_copy(update={"launch_points": (start,)})
            for t in threats
            if start in t.launch_points
        ]
        if not threats:
            raise InputError(f"--from is '{start}': no threat asked for starts there")
    return given.model_copy(update={"threats": tuple(threats)})
