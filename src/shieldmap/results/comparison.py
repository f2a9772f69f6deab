"""The answer of ``compare``: what is lost and won between two runs."""

from typing import ClassVar

from pydantic import Field

from shieldmap.results.footprint import Quantiles, SummaryDefence
from shieldmap.results.raid import (
    CountedMean,
    RaidCost,
    RaidOutcome,
    RangedShare,
    SpentInterceptors,
)
from shieldmap.results.record import Record


class ComparedRun(Record):
    """One of the two runs."""

    name: str
    title: str
    date: str
    run_hash: str
    path: str


class BothDefences(Record):
    """What defends before and after."""

    before: SummaryDefence
    after: SummaryDefence


class PeopleEnds(Record):
    """People at the bad ends, by the values and at the good ends of the assumptions."""

    bad: float
    value: float
    good: float


class ThreatChange(Record):
    """People and area defended against one threat before and after."""

    id: str
    name: str
    in_range: float = Field(description="people")
    before: PeopleEnds
    after: PeopleEnds
    change: PeopleEnds
    draws: int = Field(description="joint draws of each run")
    share_before: Quantiles = Field(description="of the people in range, over the draws")
    share_after: Quantiles
    area_before_m2: float
    area_after_m2: float


class AssetChange(Record):
    """A named place whose answer changes against a threat."""

    asset: str
    name: str
    threat: str
    before: bool
    after: bool
    reason: str | None = Field(description="why it is not defended, where it is not")
    reason_text: str | None


class RaidSide(Record):
    """The raid in one of the two runs."""

    leakers: CountedMean
    none_leaks: RangedShare
    interceptors_spent: SpentInterceptors
    outcomes: tuple[RaidOutcome, ...]
    cost: RaidCost
    trials: int


class RaidChange(Record):
    """The same raid before and after."""

    title: str
    missiles: int
    before: RaidSide
    after: RaidSide
    leakers_change: float


class Comparison(Record):
    """What changes from one run to the other."""

    TABLE: ClassVar[str] = "threats"

    before: ComparedRun
    after: ComparedRun
    defence: BothDefences
    threats: tuple[ThreatChange, ...]
    assets: tuple[AssetChange, ...]
    raid: RaidChange | None = Field(description="null where the runs fought no raid in common")
    left_out: tuple[str, ...] = Field(description="threats of one run alone")
    page: str = Field(default="", description="the file of the page, where one was written")
