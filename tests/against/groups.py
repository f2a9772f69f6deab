"""The comparisons that the validation page shows, computed once for all tests."""

from functools import cache

from shieldmap import validation
from shieldmap.validation import ComparisonGroup
from tests.against.conftest import Agree


@cache
def group_of(name: str) -> ComparisonGroup:
    """One group of comparisons, with the sentences of its known failures."""
    return validation.computed_groups(name)[0]


def agree_rows(agree: Agree, name: str, quantity: str = "") -> None:
    """Let ``agree`` judge every test of a group, but for those that are known to fail.

    That those do fail, and that no others do, is tested in ``tests/test_validation.py``.
    """
    for row in group_of(name).tests:
        if row.quantity.startswith(quantity) and not row.known:
            agree(row.ours, row.published, row.tolerance, f"{row.name}, {row.quantity}")
