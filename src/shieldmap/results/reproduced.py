"""The answer of ``reproduce``: published analyses, each with its numbers beside ours."""

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from shieldmap.results.record import Record, optional

if TYPE_CHECKING:
    import pandas as pd

RowKind = Literal["test", "fitted", "derived", "bound"]
"""``fitted``: the number was solved for. ``derived``: theirs follows from a formula and was not printed.
``bound``: theirs begins at nothing because other weapons are counted with it, so that it is an upper bound alone."""


class ReproducedSource(Record):
    """Where an analysis was read, and how far it is trusted."""

    title: str
    url: str | None = Field(description="null of a printed work")
    published: str
    read: str = Field(description="the day on which it was read")
    confidence: str = Field(description="high, medium, low or memory")
    note: str


class ReproducedInput(Record):
    """What an analysis says that it started from."""

    what: str
    what_ko: str
    value: str
    value_ko: str = Field(default="", description="empty where the value needs no words")
    unit: str


class ReproducedChoice(Record):
    """What an analysis leaves open, and what is taken here with the reason."""

    what: str
    what_ko: str
    reason: str
    reason_ko: str


class ReproducedRow(Record):
    """One number of theirs beside ours, in the unit of the source."""

    quantity: str
    quantity_ko: str
    unit: str
    theirs_low: float
    theirs_high: float
    ours: float | None = Field(description="null where there is none, as of a place out of range")
    ours_low: float | None
    ours_high: float | None
    difference: float | None = Field(description="ours from the nearer end of theirs, 0 inside")
    tolerance: float
    tolerance_reason: str = Field(description="digit, verdict, chance, round, sound, word or model")
    kind: RowKind
    is_inside: bool = Field(description="whether the difference is within the tolerance")
    is_reached: bool = Field(description="whether the span of ours meets theirs")
    is_expected: bool = Field(description="whether it came out as the study's file says")
    reason: str = Field(description="the likely reason of a mismatch")
    reason_ko: str
    command: str = Field(description="how anybody computes ours again")


class ReproducedStudy(Record):
    """A published analysis: what went in, what it left open, its numbers and ours."""

    TABLE: ClassVar[str] = "rows"

    id: str
    title: str
    title_ko: str
    question: str
    question_ko: str
    sources: tuple[ReproducedSource, ...]
    inputs: tuple[ReproducedInput, ...]
    assumed: tuple[ReproducedChoice, ...]
    rows: tuple[ReproducedRow, ...]
    missing: str = Field(description="what could not be found of it")
    missing_ko: str


class UnreproducedStudy(Record):
    """A published analysis of which too little can be read, with what is missing."""

    id: str
    title: str
    title_ko: str
    url: str | None
    confidence: str
    missing: str
    missing_ko: str


class ReproducedStudies(Record):
    """All analyses asked for, and those of which too little can be read."""

    TABLE: ClassVar[str] = "studies"

    studies: tuple[ReproducedStudy, ...]
    tests: int
    inside: int
    reached: int = Field(description="outside, but the span of ours meets theirs")
    outside: int = Field(description="outside, and the span of ours does not meet theirs")
    surprises: int = Field(description="not as the study's file says")
    not_reproduced: tuple[UnreproducedStudy, ...]

    def to_pandas(self) -> "pd.DataFrame":
        """A row for each number, with its study."""
        tables = [one.to_pandas().assign(study=one.id) for one in self.studies if one.rows]
        joined: pd.DataFrame = optional("pandas").concat(tables, ignore_index=True)
        return joined
