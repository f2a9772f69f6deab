"""Compute every claim and record its outcome, with the reason where one has changed.

Usage: python design/record_claims.py [--record WHY] [--only ID ...] [-o RUNS]

Without ``--record`` nothing is written: the outcomes that would change are printed, and the exit code is
1 where there are some. With it ``data/claims/recorded.json`` (of whole runs, minutes) and
``tests/golden/claims.json`` (of the small studies of ``tests/test_claims.py``) are written, and every
outcome that has changed keeps WHY. Runs lie in RUNS and are made where they do not.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from shieldmap import archive, caches, claims, plain, scenario
from shieldmap.answers import claimed
from shieldmap.answers.comparison import RunMaker
from shieldmap.claims import Evidence, files
from shieldmap.results.claims import ClaimOutcome, PublicClaim, RecordedOutcome

ROOT: Final = Path(__file__).parents[1]
GOLDEN: Final = ROOT / "tests" / "golden" / "claims.json"

WHOLE_RUNS: Final = ("korea", "china-russia")
"""Studies whose claims need their draws, their raid and what decides: they are run."""


def main() -> int:
    """Compute, compare with what is recorded, and write it where a reason is given."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--record", metavar="WHY", help="write, with this reason of what changed")
    parser.add_argument("--only", nargs="*", metavar="ID", help="these claims alone")
    parser.add_argument("-o", "--output", default="runs", help="where runs lie")
    asked = parser.parse_args()
    chosen = [one for one in claims.known_claims() if not asked.only or one.id in asked.only]
    kept = claims.recorded_outcomes()
    found = {row.id: row for row in computed(chosen, asked.output, asked.record or "")}
    changed = []
    for name, row in found.items():
        before = kept.get(name)
        if before is not None and same(before.outcome, row.outcome):
            found[name] = before
            continue
        changed.append(name)
        print(f"{name}: {before.outcome.verdict if before else 'new'} -> {row.outcome.verdict}")
    if asked.record is None:
        return 1 if changed else 0
    everything = {**kept, **found}
    order = [one.id for one in claims.known_claims() if one.id in everything]
    print(f"{len(changed)} of {len(found)} changed", file=sys.stderr)
    write(files.RECORDED, [everything[name].as_json() for name in order])
    from tests.test_claims import small_outcomes

    write(GOLDEN, small_outcomes())
    return 0


def computed(chosen: Iterable[PublicClaim], runs: str, reason: str) -> Iterator[RecordedOutcome]:
    """The outcome of each claim; a study is run or computed once."""
    known: dict[str, Evidence] = {}
    for claim in chosen:
        outcome, run = claims.not_computable(), None
        if claim.study:
            evidence = evidence_for(claim, runs, known)
            outcome, run = claims.judge(claim, evidence), run_of(claim)
            print(f"{claim.id}: {outcome.verdict}", file=sys.stderr)
        yield RecordedOutcome(
            id=claim.id,
            outcome=short(outcome),
            run=run,
            code=caches.physics().decode() if claim.study else None,
            version=version("shieldmap"),
            made=time.strftime("%Y-%m-%d", time.gmtime()),
            reason=reason,
        )


def evidence_for(claim: PublicClaim, runs: str, known: dict[str, Evidence]) -> Evidence:
    """The records that a claim is judged by."""
    study = scenario.load_study(claim.study)
    if claim.is_of_changed_study or claim.study not in WHOLE_RUNS:
        return claimed.claim_evidence(study, claim, known)
    if claim.study not in known:
        known[claim.study] = claims.evidence_of(RunMaker(runs).run(study, claim.study))
    return known[claim.study]


def run_of(claim: PublicClaim) -> str:
    """The study that answers a claim and its hash, as a run of it is named."""
    study = scenario.load_study(claim.study)
    if claim.is_of_changed_study or claim.study not in WHOLE_RUNS:
        study = claimed.changed_study(study, claim)
    return f"{claim.study}-{archive.run_hash(study)}"


def short(outcome: ClaimOutcome) -> ClaimOutcome:
    """An outcome with three digits of every number: what a reader sees, and a diff can show."""
    return ClaimOutcome.model_validate(rounded(outcome.model_dump(by_alias=True)))


def rounded(value: Any) -> Any:
    """Every number of nested values with three digits."""
    if isinstance(value, float):
        return float(f"{value:.3g}")
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(one) for one in value]
    return value


def same(before: ClaimOutcome, after: ClaimOutcome) -> bool:
    """Whether two outcomes are the same to a reader."""
    return short(before) == short(after)


def write(path: Path, content: Any) -> None:
    """Write JSON that a diff can show."""
    text = json.dumps(plain.values(content), ensure_ascii=False, indent=1, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
