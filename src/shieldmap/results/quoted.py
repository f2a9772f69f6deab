"""Answers that can be quoted: one sentence, one number with its band, one picture, and why."""

from typing import Literal

from pydantic import Field

from shieldmap.results.record import Record

FirstName = Literal["town", "launchers", "site", "raid", "radar", "layers"]


class Said(Record):
    """A sentence or a name in both languages."""

    en: str
    ko: str

    def told(self, language: Literal["en", "ko"]) -> str:
        """The text in a language."""
        return self.ko if language == "ko" else self.en


class QuotedNumber(Record):
    """The number of an answer with its band."""

    value: float | None
    low: float | None
    high: float | None
    unit: Literal["share", "missiles", "m2"]
    draws: int | None = Field(
        description="joint draws between whose 5 and 95 % the band lies; null where it lies between "
        "all numbers at their bad and at their good end"
    )


class QuotedBar(Record):
    """A bar of the picture; without low and high it has no band."""

    name: Said
    value: float
    low: float | None = None
    high: float | None = None
    is_now: bool = False
    query: str | None = Field(default=None, description="the state that it shows, to be opened")


class Quoted(Record):
    """The answer to one of the first questions under a state.

    The bars are in the unit of the number; ``most`` is where their scale ends.
    """

    question: FirstName
    query: str
    sentence: Said
    number: QuotedNumber
    most: float
    bars: tuple[QuotedBar, ...]
    why: tuple[Said, ...]


class FirstQuestion(Record):
    """A question of a study, in the order in which a page asks them; ``instead`` where another study answers."""

    question: FirstName
    instead: str | None = Field(
        default=None, description="an embedded study of the same ground that can answer it"
    )
