"""``claims``: public statements beside the numbers of a run, or as they were recorded.

A statement whose test changes the study, such as a battery at another site, is computed in the run's
own study with those changes, without its raid and for the threats that the test names alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from shieldmap import (
    archive,
    campaign,
    claims as statements,
    footprint,
    plain,
    questions,
    scenario as scenarios,
    stability,
)
from shieldmap.answers.comparison import RunMaker
from shieldmap.answers.places import InputError
from shieldmap.archive import Run
from shieldmap.claims import Evidence, Records
from shieldmap.footprint import Progress
from shieldmap.results import (
    FootprintSummary,
    NoRadar,
    StabilitySummary,
    StudyCoverage,
    UsedCatalogue,
)
from shieldmap.results.claims import ClaimAnswered, ClaimsAnswered, PublicClaim
from shieldmap.scenario import AnyScenario, Scenario


def claims(
    run: str | None = None,
    *,
    claim: str | None = None,
    maker: RunMaker = RunMaker(),  # noqa: B008
) -> ClaimsAnswered:
    """Public statements with the outcome of their tests, as ``shieldmap claims``.

    Parameters
    ----------
    run : a run directory, or a study, which is run first unless its run lies there already; without
        one every statement is answered as it was recorded.
    claim : only this one, by its id.

    Raises
    ------
    InputError : no such statement, or none that this study answers, before anything is computed.

    Examples
    --------
    >>> claims(claim="harris-2017-it-will-die").claims[0].outcome.verdict
    'not-consistent'
    """
    chosen = _chosen(claim)
    if run is None:
        return ClaimsAnswered(run=None, claims=tuple(statements.kept_answer(one) for one in chosen))
    # Before anything is computed: a run takes minutes.
    name = _study_name(run)
    mine = [one for one in chosen if one.study == name]
    if not mine:
        raise InputError(_unasked(run, name, claim))
    finished = _finished(run, maker)
    return ClaimsAnswered(run=finished.path.name, claims=tuple(_answers_of(finished, mine, maker)))


def _chosen(claim: str | None) -> tuple[PublicClaim, ...]:
    every = statements.known_claims()
    if claim is None:
        return every
    found = tuple(one for one in every if one.id == claim)
    if not found:
        raise InputError(f"'{claim}' is not a statement: shieldmap claims lists them")
    return found


def _unasked(run: str, name: str, claim: str | None) -> str:
    """Why a study answers none of what is asked."""
    asked = {one.id: one.study for one in statements.known_claims() if one.study}
    if claim is None:
        known = ", ".join(sorted(set(asked.values())))
        return f"{run}: no statement asks the study {name}: expected one of {known}"
    wanted = asked.get(claim)
    if wanted is None:
        return f"{claim}: no study answers it: shieldmap claims --id {claim} tells why"
    return f"{claim}: not asked of the study {name}: expected {wanted}"


def _study_name(run: str) -> str:
    """The name of the study of a run directory, or of a study that is yet to be run."""
    if (Path(run) / archive.MANIFEST).is_file():
        return Run(Path(run)).study.name
    if Path(run).is_dir() and not (Path(run) / "study.toml").is_file():
        raise InputError(f"{run}: not a finished run (no {archive.MANIFEST} in it)")
    return scenarios.load_study(run).name


def _finished(run: str, maker: RunMaker) -> Run:
    """The run in this folder, or the run of this study."""
    if (Path(run) / archive.MANIFEST).is_file():
        return Run(Path(run))
    return maker.run(scenarios.load_study(run), run)


def _answers_of(run: Run, mine: Iterable[PublicClaim], maker: RunMaker) -> Iterable[ClaimAnswered]:
    """Each with its outcome; one that asks for what the run lacks as it was recorded."""
    own = statements.evidence_of(run)
    known: dict[str, Evidence] = {}
    for claim in mine:
        evidence = own
        if claim.is_of_changed_study:
            evidence = claim_evidence(run.study, claim, known, maker.progress)
        try:
            outcome = statements.judge(claim, evidence)
        except LookupError:
            yield statements.kept_answer(claim)
            continue
        yield ClaimAnswered(claim=claim, outcome=outcome, run=run.path.name)


# ---------------------------------------------------------------------------------------------
# Studies that lie in no run

_ALTITUDES_M: Final = (*footprint.ALTITUDES_M, 600e3, 1000e3)
"""Those of a run, and the apogees of paths of least energy over some 2,700 and 5,200 km."""


def changed_study(given: AnyScenario, claim: PublicClaim) -> AnyScenario:
    """The study of a claim's test: with its changes, for the threats and places that it names.

    A test that names some asks for no raid, so that there is none in it.
    """
    asked = {
        name: {one for condition in claim.conditions for one in getattr(condition, name)}
        for name in ("threat", "place", "missile")
    }
    if not isinstance(given, Scenario) or not (any(asked.values()) or claim.changes):
        return given
    raw = given.as_mapping()
    changes: dict[str, Any] = {"raid": None, "layers": [], "candidate_sites": [], **claim.changes}
    for name, rows in claim.adds.items():
        changes[name] = [*_listed_rows(raw, name), *rows]
    threats, assets = (
        changes.get(name) or _listed_rows(raw, name) for name in ("threats", "assets")
    )
    if statements.EVERY not in asked["threat"]:
        named = [row for row in threats if threat_id(row) in asked["threat"]]
        threats = changes["threats"] = named or threats[:1]
    is_apart = any(condition.launch_point for condition in claim.conditions)
    if is_apart:
        changes["threats"] = [part for row in threats for part in _parts(row, claim)]
    # Every missile from everywhere is what costs: with all its places the study is one for all who ask that.
    if asked["place"] and not (is_apart and statements.EVERY in asked["threat"]):
        changes["assets"] = [row for row in assets if row["id"] in asked["place"]]
    return scenarios.changed(given, changes)


def claim_evidence(
    given: AnyScenario,
    claim: PublicClaim,
    known: dict[str, Evidence],
    progress: Progress | None = None,
) -> Evidence:
    """The records of a claim's changed study; ``known`` keeps those of studies that several claims ask."""
    asked, other = changed_study(given, claim), compared_study(given, claim)
    key = "+".join(archive.run_hash(one) for one in (asked, other) if one is not None)
    if key not in known:
        known[key] = study_evidence(asked, progress, compared=other)
    return known[key]


def compared_study(given: AnyScenario, claim: PublicClaim) -> AnyScenario | None:
    """The study that a comparative statement is set beside: the same, with other changes."""
    if not claim.compared_with:
        return None
    other = claim.model_copy(update={"changes": claim.compared_with, "compared_with": {}})
    return changed_study(given, other)


def _parts(row: Mapping[str, Any], claim: PublicClaim) -> Iterator[Mapping[str, Any]]:
    """A threat as the conditions ask for it: as it is, and from each launch point alone."""
    name = threat_id(row)
    mine = [one for one in claim.conditions if {name, statements.EVERY} & {*one.threat}]
    if any(not one.launch_point for one in mine):
        yield row
    asked = {point for one in mine for point in one.launch_point}
    for point in row["launch_points"]:
        if {point, statements.EVERY} & asked:
            yield {**row, "id": statements.from_one(name, point), "launch_points": [point]}


def _listed_rows(raw: Mapping[str, Any], name: str) -> list[Any]:
    """A list of a study."""
    found = raw[name]
    assert isinstance(found, list)
    return found


def threat_id(row: Mapping[str, Any]) -> str:
    """The id of a threat as a file has it: given, or its missile and class."""
    return str(row.get("id") or f"{row['missile']}-{row['class']}")


def study_evidence(
    given: AnyScenario,
    progress: Progress | None = None,
    *,
    compared: AnyScenario | None = None,
) -> Evidence:
    """The records of a study, each computed when a claim asks for it; so those of one compared with it."""
    told = progress or (lambda _what, _done, _total: None)

    def asked(question: str) -> Any:
        if not isinstance(given, Scenario) or given.raid is None:
            return None
        return questions.ask(given, question, progress=progress)

    records = Records(
        summary=lambda: _sums_of(given, told),
        catalogue=lambda: UsedCatalogue.model_validate(
            given.catalogue.snapshot(given.system_ids, fought=True, compared=frozenset())
        ),
        coverage=lambda: _coverage(given),
        deciding=lambda: None,
        emptying=lambda: asked("empty"),
        layers=lambda: asked("adds"),
    )
    other = None if compared is None else study_evidence(compared, progress)
    return Evidence(given.name, records, other)


def _sums_of(given: AnyScenario, progress: Progress) -> FootprintSummary | StabilitySummary:
    if not isinstance(given, Scenario):
        return _as_in_files(
            stability.summarise(stability.stability_study(given, progress), progress)
        )
    study = campaign.study(given)
    where = footprint.places(given)
    prints = footprint.defended_area(study, where, progress)
    drawn = footprint.draw_together(study, progress)
    return _as_in_files(footprint.summarise(study, where, prints, drawn))


def _coverage(given: AnyScenario) -> StudyCoverage | NoRadar:
    assert isinstance(given, Scenario)
    return footprint.study_coverage(campaign.study(given), altitude_m=_ALTITUDES_M)


_SummaryT = TypeVar("_SummaryT", FootprintSummary, StabilitySummary)


def _as_in_files(summary: _SummaryT) -> _SummaryT:
    """As the files of a run hold it."""
    return type(summary).model_validate(plain.values(summary.as_json()))
