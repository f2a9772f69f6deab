"""The files of the claims: statements and their tests, and the outcomes that were recorded."""

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from shieldmap import units
from shieldmap.claims.quantities import QUANTITIES
from shieldmap.results.claims import ClaimCondition, PublicClaim, RecordedOutcome

FOLDER: Final = Path(__file__).parent.parent / "data" / "claims"
RECORDED: Final = FOLDER / "recorded.json"


class ClaimError(ValueError):
    """A claim that cannot be read or is not known, in one sentence."""


@cache
def known_claims() -> tuple[PublicClaim, ...]:
    """Every claim, by date and id.

    Raises
    ------
    ClaimError : a file that is no claim; the sentence names the file, the field and what was expected.
    """
    found = [read_claim(path) for path in FOLDER.glob("*.toml")]
    return tuple(sorted(found, key=lambda claim: (claim.said_on, claim.id)))


def study_claims(study: str) -> tuple[PublicClaim, ...]:
    """The claims that a study of this name answers, in its own numbers or in changed ones."""
    return tuple(claim for claim in known_claims() if claim.study == study)


def read_claim(path: Path) -> PublicClaim:
    """Read and check one file."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        # Through JSON, whose lists are what strict tables take.
        claim = PublicClaim.model_validate_json(json.dumps(raw))
    except (tomllib.TOMLDecodeError, TypeError) as error:
        raise ClaimError(f"{path.name} is not a claim: {error}") from None
    except ValidationError as error:
        item = error.errors()[0]
        where = ".".join(str(part) for part in item["loc"])
        told = item["msg"].removeprefix("Value error, ")
        raise ClaimError(f"{path.name}: {where + ': ' if where else ''}{told}") from None
    for problem in _problems(claim, path):
        raise ClaimError(f"{path.name}: {problem}")
    return claim


def _problems(claim: PublicClaim, path: Path) -> Iterator[str]:
    if claim.id != path.stem:
        yield f"id is '{claim.id}': expected the name of the file"
    for condition in claim.conditions:
        yield from _condition_problems(condition)


def _condition_problems(condition: ClaimCondition) -> Iterator[str]:
    quantity = QUANTITIES.get(condition.quantity)
    if quantity is None:
        known = ", ".join(QUANTITIES)
        yield f"quantity is '{condition.quantity}': expected one of {known}"
        return
    for name in quantity.asks:
        if not getattr(condition, name):
            yield f"{condition.quantity} has no '{name}': expected a list"
    if (condition.is_true is not None) != quantity.is_verdict:
        wanted = "is_true" if quantity.is_verdict else "at_least or at_most"
        yield f"{condition.quantity}: expected {wanted}"
    if condition.unit and units.unit(condition.unit).si != quantity.unit:
        yield f"unit is '{condition.unit}': {condition.quantity} is in {quantity.unit}"


@cache
def recorded_outcomes() -> dict[str, RecordedOutcome]:
    """The outcomes that stand in the repository, by the id of their claim."""
    if not RECORDED.is_file():
        return {}
    rows = TypeAdapter(tuple[RecordedOutcome, ...]).validate_json(RECORDED.read_bytes())
    return {row.id: row for row in rows}
