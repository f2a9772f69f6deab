"""The answer to what decides: shares of the spread, ends, break-even values, and what publishing settles."""

from typing import ClassVar, Literal

from pydantic import Field

from shieldmap.results.footprint import Quantiles
from shieldmap.results.record import Record

HeadlineName = Literal["share", "place", "seen", "leakers"]


class SobolIndex(Record):
    """A share of the spread with its 95 % interval."""

    value: float
    low: float
    high: float
    is_resolved: bool = Field(description="whether the interval is at most 0.1 wide")


class DecidingNumber(Record):
    """One unknown, or a group of them: what it does to the headline."""

    number: str = Field(description="an assumption, or settling or missile, which are groups")
    unit: str | None
    value: float | None = Field(description="in the unit; of a group nothing")
    low: float | None
    high: float | None
    first_order: SobolIndex = Field(description="of the spread, by it alone")
    total: SobolIndex = Field(description="of the spread, by it alone and with others")
    at_low: float | None = Field(
        description="the headline with it at its low end, all else at its value"
    )
    at_high: float | None
    breaks_at: float | None = Field(
        description="where it takes the headline across the level, all else at its value"
    )
    breaks_in_range: bool


class DisclosedNumber(Record):
    """People whose verdict would no longer hang on what is unknown if one number were published."""

    number: str
    people: float = Field(description="median of resamples, with what chance settles taken off")
    people_low: float = Field(description="5 % of the resamples")
    people_high: float


class DecidingNumbers(Record):
    """Which number decides a headline, what decides most first."""

    TABLE: ClassVar[str] = "numbers"

    headline: HeadlineName
    threat: str | None
    missile: str | None
    missile_ko: str | None
    launch_points: int | None
    place: str | None = Field(description="asked about; of flights seen, the radar")
    place_ko: str | None
    most: float = Field(description="the most that the headline can be")
    level: float = Field(description="of the headline, at which a number breaks even")
    draws: int
    evaluations: int
    value: float = Field(description="the headline with all numbers at their values")
    drawn: Quantiles
    mean: float = Field(description="of the draws; of a place the share that defends it")
    numbers: tuple[DecidingNumber, ...]
    people: float | None = Field(description="people threatened in any draw")
    settled: float | None = Field(
        description="of these, with a verdict that holds or fails already"
    )
    disclosed: tuple[DisclosedNumber, ...] = Field(description="what settles most first")
    sentence_en: str
    sentence_ko: str
    limits: str
