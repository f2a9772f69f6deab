"""The answer of ``validate``: our numbers beside the published ones, failures included."""

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from shieldmap.results.record import Record, optional

if TYPE_CHECKING:
    import pandas as pd


class ValidationTotals(Record):
    """How many comparisons lie inside their tolerance."""

    tests: int
    passed: int
    known: int = Field(description="outside and explained")
    surprises: int = Field(description="outside and not explained, or explained and inside")
    fitted: int
    worst: float | None = Field(description="largest difference inside, in tolerances")


class ValidationRow(Record):
    """One comparison, in the unit that the authority uses."""

    name: str
    quantity: str
    unit: str
    ours: float | None
    published: float | None
    tolerance: float | None
    passed: bool
    note: str
    source: str
    kind: str = Field(description="test, or fitted where the number was solved for")
    known: str = Field(description="why a test fails, where that is known")
    difference: float | None
    tolerances: float | None = Field(description="the difference in tolerances")


class ValidationGroup(Record):
    """The comparisons with one authority."""

    TABLE: ClassVar[str] = "rows"

    id: str
    title: str
    authority: str
    url: str
    why: dict[str, str] = Field(description="the reason of the tolerance by quantity")
    totals: ValidationTotals
    rows: tuple[ValidationRow, ...]


class UnusableFlight(Record):
    """A published flight that cannot be compared."""

    name: str
    kind: str
    reason: str


class UnusableFlights(Record):
    """The published flights that cannot be compared."""

    count: int
    by_reason: dict[str, int]
    rows: tuple[UnusableFlight, ...]


class Validation(Record):
    """All comparisons, by group."""

    groups: tuple[ValidationGroup, ...]
    totals: ValidationTotals
    unusable: UnusableFlights

    def to_pandas(self) -> "pd.DataFrame":
        """A row for each comparison, with its group."""
        tables = [group.to_pandas().assign(group=group.id) for group in self.groups]
        joined: pd.DataFrame = optional("pandas").concat(tables, ignore_index=True)
        return joined
