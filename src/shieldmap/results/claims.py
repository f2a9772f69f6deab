"""Public statements as tests: what was said, by whom, and what a run computes about it.

:class:`PublicClaim` is also what a file of ``data/claims`` holds: one statement with its words, its source and
the test that it is read as. The answers below it are made by :mod:`shieldmap.claims`.
"""

import re
from datetime import date as calendar_date
from typing import ClassVar, Final, Literal, Self

from pydantic import ConfigDict, Field, field_validator, model_validator

from shieldmap.results.quoted import Said
from shieldmap.results.record import Record

ClaimSide = Literal[
    "united-states",
    "south-korea",
    "north-korea",
    "china",
    "russia",
    "united-arab-emirates",
    "expert",
    "press",
]
"""For whom somebody spoke; experts and the press speak for themselves."""

ClaimVerdict = Literal["consistent", "not-consistent", "depends", "not-computable", "not-computed"]
"""``not-computed``: there is a test, and nobody has computed it yet."""

IsMet = Literal["yes", "no", "open"]
BandKind = Literal["draws", "ends", "trials", "none"]

COMPARING: Final = ("more-draws",)
"""Quantities that are differences from the study with ``compared_with``."""

MOST_WORDS: Final = 25
"""Words of a quotation: as many as it takes to know what was said."""


class _Strict(Record):
    """What a reader writes: nothing is turned into something else."""

    model_config = ConfigDict(strict=True)


class ClaimQuotation(_Strict):
    """The words, as the source has them."""

    text: str = Field(min_length=1)
    language: Literal["en", "ko"]
    words_of: Literal["speaker", "source"] = Field(
        description="the speaker's, in quotation marks, or those in which the source reports them"
    )

    @field_validator("text")
    @classmethod
    def _check_length(cls, text: str) -> str:
        count = len(text.split())
        if count > MOST_WORDS:
            raise ValueError(f"the quotation has {count} words: expected at most {MOST_WORDS}")
        return text


class ClaimSource(_Strict):
    """A page on which the statement stands."""

    title: str = Field(min_length=1)
    url: str = Field(pattern=r"^https?://\S+$")
    confidence: Literal["high", "medium", "low"] = Field(
        description="high: the words were read there; medium: in a copy or an excerpt; low: not read"
    )
    read: str = Field(default="", description="the day on which it was read, where it is known")

    @field_validator("read")
    @classmethod
    def _check_read(cls, read: str) -> str:
        if read:
            calendar_date.fromisoformat(read)
        return read


class ClaimCondition(_Strict):
    """One quantity of a run, for what it is asked, and what it has to be for the statement to agree.

    Of several things the statement speaks of ``all`` or of ``any``. Along the ``open`` ones it leaves
    open which is meant: where the answers differ along one, it depends on that. A threat without
    launch points is asked for against all of its own at once; with some, against each alone.
    """

    quantity: str
    threat: tuple[str, ...] = ()
    launch_point: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    missile: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    system: tuple[str, ...] = ()
    cross_section_m2: tuple[float, ...] = ()
    altitude_km: tuple[float, ...] = ()
    missiles: tuple[int, ...] = ()
    over: Literal["all", "any"] = "all"
    open: tuple[str, ...] = ()
    at_least: float | None = None
    at_most: float | None = None
    unit: str = Field(default="", description="of the two; the quantity's own where it is empty")
    is_true: bool | None = Field(default=None, description="of a quantity that is a yes or a no")

    @model_validator(mode="after")
    def _check(self) -> Self:
        asked = [self.at_least, self.at_most, self.is_true]
        if all(one is None for one in asked):
            raise ValueError("expected at_least, at_most or is_true")
        for name in self.open:
            if not getattr(self, name, ()):
                raise ValueError(f"open names '{name}': expected lists of this condition")
        if self.launch_point and not self.threat:
            raise ValueError("launch_point without threat: expected the threats that start there")
        return self


class PublicClaim(_Strict):
    """One public statement with the test that it is read as; without a test, the reason why not."""

    schema_: Literal[1] = Field(validation_alias="schema", serialization_alias="schema")
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    side: ClaimSide
    speaker: Said
    said_on: str = Field(description="year, month and day; a day where it is known")
    statement: Said = Field(description="in plain words")
    quotation: ClaimQuotation | None = None
    unquoted: str = Field(default="", description="why the words could not be quoted")
    sources: tuple[ClaimSource, ...] = Field(min_length=1)
    study: str = ""
    changes: dict[str, object] = Field(
        default_factory=dict, description="values of the study to replace, by dotted path"
    )
    compared_with: dict[str, object] = Field(
        default_factory=dict,
        description="values of the study that a comparative statement sets this one beside",
    )
    adds: dict[str, tuple[dict[str, object], ...]] = Field(
        default_factory=dict, description="rows that join its lists: assets, launch points, threats"
    )
    needs: Literal["all", "any"] = Field(default="all", description="of the conditions")
    conditions: tuple[ClaimCondition, ...] = ()
    reading: Said = Field(
        description="what is tested and where its limits come from, or why nothing can be"
    )

    @field_validator("said_on")
    @classmethod
    def _check_day(cls, said_on: str) -> str:
        if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", said_on):
            raise ValueError(f"said_on is '{said_on}': expected a date such as 2015-11-30")
        if len(said_on) == len("2015-11-30"):
            calendar_date.fromisoformat(said_on)
        return said_on

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.quotation is None) != bool(self.unquoted):
            raise ValueError("expected a quotation, or in 'unquoted' why there is none")
        if bool(self.conditions) != bool(self.study):
            raise ValueError("a study and conditions come together")
        compares = any(condition.quantity in COMPARING for condition in self.conditions)
        if compares != bool(self.compared_with):
            raise ValueError(
                f"compared_with and a condition on {', '.join(COMPARING)} come together"
            )
        return self

    @property
    def is_of_changed_study(self) -> bool:
        """Whether its test is computed in a study with other values, or other launch points apart."""
        parts = any(condition.launch_point for condition in self.conditions)
        return bool(self.changes or self.adds or parts)


class ClaimPoint(Record):
    """A quantity for one of the things that a condition asks about, in SI."""

    name: Said = Field(description="of what tells it from the others; empty of the only one")
    value: float | None
    low: float | None
    high: float | None
    met: IsMet
    hangs_on: str = Field(description="the number that turns it; empty where none has to")
    turns_at: float | None


class ClaimCheck(Record):
    """What a run has of one condition."""

    quantity: str
    about: Said = Field(description="what all its points share")
    unit: str
    band: BandKind = Field(description="5 and 95 % of draws, both ends, or the 95 % of trials")
    at_least: float | None
    at_most: float | None
    is_true: bool | None
    open: tuple[str, ...] = Field(description="what is left open and makes the answers differ")
    met: IsMet
    points: tuple[ClaimPoint, ...]


class ClaimTurn(Record):
    """What an answer depends on, and where it flips."""

    number: str = Field(description="an assumption, several, or what the statement leaves open")
    turns_at: float | None
    unit: str


class ClaimOutcome(Record):
    """The verdict on a statement, and what it rests on."""

    verdict: ClaimVerdict
    depends_on: tuple[ClaimTurn, ...]
    checks: tuple[ClaimCheck, ...]


class RecordedOutcome(Record):
    """An outcome as it stands in the repository: of which run, of which code, and why it changed."""

    id: str
    outcome: ClaimOutcome
    run: str | None = Field(description="study and hash; null of what no run answers")
    code: str | None = Field(description="digest of the kernels' sources")
    version: str
    made: str = Field(description="the day")
    reason: str = Field(description="why the answer is what it is now, when it last changed")


class ClaimAnswered(Record):
    """A statement and the outcome of its test."""

    claim: PublicClaim
    outcome: ClaimOutcome
    run: str | None = Field(description="of which run; null of what no run answers")
    recorded: str | None = Field(default=None, description="the day of an outcome that was kept")


class ClaimsAnswered(Record):
    """Statements by their date, each with the outcome of its test."""

    TABLE: ClassVar[str] = "claims"

    run: str | None = Field(description="computed from this run; null: as they were recorded")
    claims: tuple[ClaimAnswered, ...]
