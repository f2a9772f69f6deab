"""The comparisons as a record: for ``--json``, and kept for the report and the docs.

A number is kept to a hundredth of its tolerance, so that another machine writes the same.
"""

import math
from collections import Counter
from collections.abc import Iterable
from typing import Final

from shieldmap.results import (
    UnusableFlight,
    UnusableFlights,
    Validation,
    ValidationGroup,
    ValidationRow,
    ValidationTotals,
)
from shieldmap.validation import authority
from shieldmap.validation.flights import unusable
from shieldmap.validation.nouns import ComparisonGroup, Row

FILE: Final = "results.json"
FINENESS: Final = 2
"""Decimals that are kept of a number, counted from the first digit of its tolerance."""


def as_record(groups: Iterable[ComparisonGroup]) -> Validation:
    """Everything that the tables and plots show."""
    listed = list(groups)
    return Validation(
        groups=tuple(_group(group) for group in listed),
        totals=_totals([row for group in listed for row in group.rows]),
        unusable=UnusableFlights(
            count=len(unusable()),
            by_reason=dict(Counter(row.kind for row in unusable()).most_common()),
            rows=tuple(UnusableFlight(**row._asdict()) for row in unusable()),
        ),
    )


def _group(group: ComparisonGroup) -> ValidationGroup:
    return ValidationGroup(
        id=group.id,
        title=group.title,
        authority=group.authority,
        url=group.url,
        why=group.why,
        totals=_totals(list(group.rows)),
        rows=tuple(_written_row(row) for row in group.rows),
    )


def _totals(rows: list[Row]) -> ValidationTotals:
    tests = [row for row in rows if row.kind == "test"]
    return ValidationTotals(
        tests=len(tests),
        passed=sum(row.passed for row in tests),
        known=sum(not row.passed and bool(row.known) for row in tests),
        surprises=sum(row.passed is bool(row.known) for row in tests),
        fitted=len(rows) - len(tests),
        worst=_to_decimals(
            max((row.tolerances for row in tests if row.passed), default=0.0), FINENESS
        ),
    )


def _written_row(row: Row) -> ValidationRow:
    places = FINENESS - math.floor(math.log10(row.tolerance))
    told = row._asdict() | {
        "ours": _to_decimals(row.ours, places),
        "published": _to_decimals(row.published, places),
        "tolerance": _to_decimals(row.tolerance, places),
        # Of the numbers before they are rounded.
        "difference": _to_decimals(row.difference, places),
        "tolerances": _to_decimals(row.tolerances, FINENESS),
    }
    return ValidationRow(**told)


def _to_decimals(value: float, places: int) -> float | None:
    """A number to so many decimals, whole at least; what is no finite number is nothing."""
    return round(value, max(places, 0)) + 0.0 if math.isfinite(value) else None


def read_results() -> Validation:
    """The comparisons as they were last computed; quick, nothing is flown."""
    return Validation.model_validate(authority.document(FILE))
