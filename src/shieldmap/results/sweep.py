"""What a sweep says: shares and people defended over all its samples."""

from typing import ClassVar

from pydantic import Field

from shieldmap.results.footprint import Quantiles
from shieldmap.results.record import Record


class SweptThreat(Record):
    """One threat against all its launch points, over the samples."""

    threat: str
    share: Quantiles = Field(description="of the people threatened")
    people: Quantiles = Field(description="defended")


class SweepSummary(Record):
    """The medians and bands of a sweep, and where its parts are."""

    TABLE: ClassVar[str] = "threats"

    folder: str
    scenario: str
    samples: int
    missiles: int = Field(description="drawn missiles that the samples meet in turn")
    parts: int
    threats: tuple[SweptThreat, ...]
