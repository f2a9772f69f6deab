"""Public statements beside this run: a row each with its verdict, and below how it is read."""

from collections.abc import Iterator

from shieldmap import claims as statements
from shieldmap.archive import Run
from shieldmap.claims import Evidence, telling
from shieldmap.results.claims import ClaimAnswered, PublicClaim

View = dict[str, object]


def section(run: Run) -> dict[str, View | None]:
    """What the template shows of it; nothing where no statement asks this study."""
    name = run.manifest.name
    if not statements.study_claims(name):
        return {"claims": None}
    rows = list(_rows_of_study(name, statements.evidence_of(run)))
    told = [telling.claim_told(row) for row in rows]
    view: View = {
        "counts": telling.counts(rows),
        "rows": told,
        "political": [row for row in told if not row.computed],
        "mark": telling.MARK,
        "has_recorded": any(row.mark for row in told),
    }
    return {"claims": view}


def _rows_of_study(name: str, evidence: Evidence) -> Iterator[ClaimAnswered]:
    """Statements about this study, and those that no study answers, by date.

    A test that changes the study is shown as it was recorded, and so is one whose places or missiles
    this run lacks.
    """
    for claim in statements.known_claims():
        if claim.study not in ("", name):
            continue
        yield _of_run(claim, evidence) or statements.kept_answer(claim)


def _of_run(claim: PublicClaim, evidence: Evidence) -> ClaimAnswered | None:
    if claim.is_of_changed_study:
        return None
    try:
        outcome = statements.judge(claim, evidence)
    except LookupError:
        return None
    return ClaimAnswered(claim=claim, outcome=outcome, run=evidence.name if claim.study else None)
