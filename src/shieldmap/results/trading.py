"""The answer to what each side gets: people defended against foreign flights seen, over a radar's limits."""

from typing import ClassVar

from pydantic import Field

from shieldmap.results.footprint import Quantiles
from shieldmap.results.page import NumberSet
from shieldmap.results.record import Record


class TradePoint(Record):
    """One setting of the radar, drawn: what it defends and what it sees."""

    numbers: tuple[NumberSet, ...]
    is_given: bool = Field(description="as the studies have it")
    is_efficient: bool = Field(
        description="it defends somebody, and no other defends more in the mean and sees fewer flights"
    )
    people: Quantiles = Field(description="defended against all launch points at once")
    share: Quantiles = Field(description="of the people threatened")
    people_lost: Quantiles = Field(description="against the setting as given, draw by draw")
    mean_people: float
    seen: Quantiles = Field(description="foreign flights that this radar sees")
    mean_seen: float
    only: Quantiles = Field(description="flights that only this radar sees")
    seconds: Quantiles = Field(
        description="time in view that only this radar has, over all flights"
    )
    seen_by_country: dict[str, float] = Field(description="median of the flights seen, by origin")


class OutsideStatement(Record):
    """What would show from outside that a limit is kept, from a public source."""

    number: str
    shows: str = Field(description="yes, partly or no")
    text_en: str
    text_ko: str
    source: str = Field(description="key of the bibliography; empty where there is no source")


class Trade(Record):
    """What each side gets under limits of one radar, setting by setting."""

    TABLE: ClassVar[str] = "points"

    defence: str
    stability: str
    radar: str = Field(description="the radar that both studies have")
    threat: str
    missile: str
    missile_ko: str | None
    launch_points: int
    cross_section_m2: float
    flights: int
    people_threatened: float
    draws: int
    points: tuple[TradePoint, ...]
    outside: tuple[OutsideStatement, ...]
    sentence_en: str
    sentence_ko: str
    limits: str
