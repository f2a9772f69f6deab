"""What the tables of a scenario file are made of: kinds of fields, ranges and places.

A field's description is the text after "expected" in an error, so it says what may stand there.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from shieldmap import texts
from shieldmap.terms import Bad, Where

Tables = dict[str, Any]
"""Tables of a file as they were read, before they are checked."""


def number(low: float, high: float, unit: str) -> Any:
    """A number between two ends, with the words for an error."""
    return Field(
        strict=True,
        ge=low,
        le=high,
        allow_inf_nan=False,
        description=f"a number from {low:g} to {high:g} {unit}".rstrip(),
    )


def _from_greenwich(longitude_deg: float) -> float:
    """A longitude of up to 360 degrees east as one from -180 to 180."""
    return longitude_deg - 360.0 if longitude_deg > 180.0 else longitude_deg


def _one_line(text: str) -> str:
    """A text that can be printed anywhere in one line."""
    return _without(text, "", "a text of one line without control characters")


def _lines(text: str) -> str:
    """A text that can be printed anywhere, in as many lines as it has."""
    return _without(text, "\n\t", "a text without control characters but newlines and tabs")


def _without(text: str, keep: str, wanted: str) -> str:
    found = texts.unshown(text, keep)
    if found is not None:
        raise ValueError(f"{wanted}; it holds {found}")
    return text


_KEY: Final = r"[a-z0-9][a-z0-9-]*(#[^\s,\p{C}]+)?"

Name = Annotated[
    str,
    Field(
        strict=True,
        pattern=r"^[a-z0-9][a-z0-9-]{0,63}$",
        description="a short name of 1 to 64 lower-case letters, digits and hyphens",
    ),
]
System = Annotated[
    str,
    Field(
        strict=True,
        min_length=1,
        max_length=64,
        description="the id or alias of a system in the catalogue",
    ),
    AfterValidator(_one_line),
]
_SOME: Final = Field(strict=True, min_length=1, max_length=4000, description="a text in quotes")
_ANY: Final = Field(strict=True, max_length=4000, description="a text in quotes")
Text = Annotated[str, _SOME, AfterValidator(_one_line)]
Line = Annotated[str, _ANY, AfterValidator(_one_line)]
"""A text in one line that may be empty."""
Prose = Annotated[str, _SOME, AfterValidator(_lines)]
"""A text in several lines."""
Note = Annotated[str, _ANY, AfterValidator(_lines)]
Source = Annotated[
    str,
    Field(
        strict=True,
        max_length=4000,
        pattern=rf"^{_KEY}(, {_KEY})*$",
        description="keys of the bibliography such as geonames, separated by a comma and a space",
    ),
]
Country = Annotated[
    str,
    Field(
        strict=True,
        pattern=r"^[A-Z]{3}$",
        description="a country as three capital letters such as KOR",
    ),
]
Flag = Annotated[bool, Field(strict=True, description="true or false")]
Whole = Annotated[
    int, Field(strict=True, ge=0, le=10_000, description="a whole number from 0 to 10000")
]
Finite = Annotated[float, Field(strict=True, allow_inf_nan=False, description="a finite number")]
Latitude = Annotated[float, number(-90, 90, "degrees")]
Longitude = Annotated[float, number(-180, 360, "degrees"), AfterValidator(_from_greenwich)]
Altitude = Annotated[float, number(-500, 9000, "m")]
Few = Annotated[int, Field(strict=True, ge=1, le=8, description="a whole number from 1 to 8")]
Share = Annotated[float, number(0, 1, "as a share of one")]
Seconds = Annotated[float, number(0, 86_400, "s")]
Confidence = Annotated[
    Literal["high", "medium", "low", "memory"], Field(description="high, medium, low or memory")
]


class Part(BaseModel):
    """A table of a scenario file: nothing unknown may stand in it, and it never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Ranged(Part):
    """A value between its ends; a value without a range is its own range."""

    value: Any
    low: Any
    high: Any

    def at(self, where: Where, bad: Bad = "low") -> Any:
        """The number at a place in its range; ``bad`` is the end that serves the defence badly."""
        return where.of(self.value, self.low, self.high, bad)

    @model_validator(mode="before")
    @classmethod
    def _fill(cls, raw: Any) -> Any:
        if isinstance(raw, Mapping) and "value" in raw:
            return {"low": raw["value"], "high": raw["value"], **raw}
        return raw

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.low <= self.value <= self.high:
            raise ValueError("low <= value <= high")
        return self


class CountRange(Ranged):
    """A number of things; a plain whole number means that nobody doubts it."""

    value: Whole
    low: Whole
    high: Whole

    @model_validator(mode="before")
    @classmethod
    def _take_plain(cls, raw: Any) -> Any:
        # Runs before ``_fill``: pydantic starts with the validator that was defined last.
        is_plain = isinstance(raw, int) and not isinstance(raw, bool)
        return {"value": raw} if is_plain else raw


class GivenNumber(Ranged):
    """One disputed number that the study takes instead of the catalogue's, with its range."""

    value: Finite
    low: Finite
    high: Finite
    source: Source
    note: Note = ""


COUNT: Final = Field(
    description="a whole number, or a table { value = 6, low = 4, high = 6 } of whole numbers"
)


class Fraction(Ranged):
    """A disputed probability, with its range."""

    value: Share
    low: Share
    high: Share
    source: Source
    note: Note = ""


FRACTION: Final = Field(
    default=None,
    description="a table with value and source, and low and high where disputed, from 0 to 1",
)
ASSUMPTION: Final = Field(
    default=None,
    description="a table with value, source and, where the number is disputed, low and high",
)


class Place(Part):
    """Somewhere on the map, with the source of its position."""

    name: Text
    latitude_deg: Latitude
    longitude_deg: Longitude
    source: Source
    confidence: Confidence = "medium"
    note: Note = ""
