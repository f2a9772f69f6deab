"""The comparisons as plain values: for ``--json``, and kept for the report and the docs.

A number is kept to a hundredth of its tolerance, so that another machine writes the same.
"""

import math
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from shieldmap.validation import authority
from shieldmap.validation.flights import unusable
from shieldmap.validation.nouns import Group, Row

FILE: Final = "results.json"
FINENESS: Final = 2
"""Decimals that are kept of a number, counted from the first digit of its tolerance."""


def as_mapping(groups: Iterable[Group]) -> dict[str, Any]:
    """Everything that the tables and plots show."""
    listed = list(groups)
    return {
        "groups": [_group(group) for group in listed],
        "totals": _totals([row for group in listed for row in group.rows]),
        "unusable": {
            "count": len(unusable()),
            "by_reason": dict(Counter(row.kind for row in unusable()).most_common()),
            "rows": [row._asdict() for row in unusable()],
        },
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "id": group.id,
        "title": group.title,
        "authority": group.authority,
        "url": group.url,
        "why": group.why,
        "totals": _totals(list(group.rows)),
        "rows": [_row(row) for row in group.rows],
    }


def _totals(rows: list[Row]) -> dict[str, Any]:
    tests = [row for row in rows if row.kind == "test"]
    return {
        "tests": len(tests),
        "passed": sum(row.passed for row in tests),
        "known": sum(not row.passed and bool(row.known) for row in tests),
        "surprises": sum(row.passed is bool(row.known) for row in tests),
        "fitted": len(rows) - len(tests),
        "worst": _rounded(
            max((row.tolerances for row in tests if row.passed), default=0.0), FINENESS
        ),
    }


def _row(row: Row) -> dict[str, Any]:
    places = FINENESS - math.floor(math.log10(row.tolerance))
    return row._asdict() | {
        "ours": _rounded(row.ours, places),
        "published": _rounded(row.published, places),
        "tolerance": _rounded(row.tolerance, places),
        # Of the numbers before they are rounded.
        "difference": _rounded(row.difference, places),
        "tolerances": _rounded(row.tolerances, FINENESS),
    }


def _rounded(value: float, places: int) -> float | None:
    """A number to so many decimals, whole at least; what is no finite number is nothing."""
    return round(value, max(places, 0)) + 0.0 if math.isfinite(value) else None


def read_results() -> dict[str, Any]:
    """The comparisons as they were last computed; quick, nothing is flown."""
    return dict(authority.document(FILE))
