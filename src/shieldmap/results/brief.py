"""What a brief of two pages is made of."""

from pydantic import Field

from shieldmap.results.footprint import FootprintSummary
from shieldmap.results.page import Area, Cells, StateTold
from shieldmap.results.quoted import Quoted
from shieldmap.results.record import Record
from shieldmap.results.stability import StabilitySummary, WatchedTrack
from shieldmap.results.trading import Trade


class Brief(Record):
    """The parts of a brief, from which its pages are written.

    ``area`` is the answer on the fine grid ``cells`` against the missile looked at, ``summary`` the sums of
    every missile on the coarse one.
    """

    title: str = Field(description="of the study, before it was changed")
    system_name: str
    told: StateTold
    area: Area
    cells: Cells
    summary: FootprintSummary
    raid: Quoted | None = Field(description="what if launchers leave; null without a raid")
    radar: Quoted | None = Field(description="what the radar sees; null without one")


class StabilityBrief(Record):
    """The parts of a stability study's brief: what is seen, the flights, and what each side gets."""

    run_hash: str
    computed: str = Field(description="date")
    stability: StabilitySummary
    tracks: tuple[WatchedTrack, ...]
    trade: Trade | None = Field(description="null where no embedded defence has the radar")
