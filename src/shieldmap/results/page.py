"""The answers of the page: what is defended under a state, why, what the radar sees, the raid."""

from typing import ClassVar, Literal

from pydantic import Field

from shieldmap.results.engagement import DrawnVerdict, Engagement, NotThreatened
from shieldmap.results.footprint import (
    Count,
    LaunchPointTotals,
    Quantiles,
    Sampled,
    ShareEnds,
    Total,
    TotalEnds,
)
from shieldmap.results.questions import NumberedEvent
from shieldmap.results.raid import CountedMean, RaidAsset, RangedShare
from shieldmap.results.record import Record
from shieldmap.results.run_files import InterceptorPath, Values


class Cells(Record):
    """The cells of a grid, from south to north and west to east; one value for each cell."""

    spacing_km: float
    latitude_deg: tuple[float, ...]
    longitude_deg: tuple[float, ...]
    height_deg: tuple[float, ...]
    width_deg: tuple[float, ...]
    people: tuple[int, ...]


class _Totals(Record):
    """People and area, threatened and defended."""

    threatened: Total
    defended: TotalEnds
    share_of_people: ShareEnds


class RunTotals(_Totals):
    """People and area of a run, threatened and defended."""

    sampled: Quantiles


class AreaTotals(_Totals):
    """People and area, threatened and defended."""

    share_of_area: ShareEnds
    sampled: Sampled | None


class UndefendedPart(Record):
    """Undefended people and area by headline reason."""

    constraint: str
    people: float
    area_m2: float


class PageSpot(DrawnVerdict):
    """A town or an asset, with the launch point against which it stands worst."""

    id: str
    kind: str
    name: str
    name_ko: str
    latitude_deg: float
    longitude_deg: float
    people: float
    status: Literal["threatened", "not-threatened", "not-flown"]
    launch_point: str | None
    defended: bool | None
    defended_bad: bool | None
    defended_good: bool | None
    shots: int | None
    reason: str | None
    margin: float | None
    margin_unit: str | None
    time_of_flight_s: float | None


class _CellColumns(Record):
    """Columns with one value for each cell; :class:`Area` says what they hold."""

    status: tuple[int, ...]
    defended: tuple[int, ...]
    shots: tuple[int, ...]
    margin_s: tuple[int | None, ...]
    reason: tuple[int, ...]
    probability: tuple[int, ...] | None


class RunArea(_CellColumns):
    """What a run defends against one threat: columns as those of :class:`Area`, and sums."""

    query: str
    scenario: str
    threat: str
    cells: int
    totals: RunTotals
    spots: tuple[PageSpot, ...]


class RadarRanges(Record):
    """Ranges of the radar for the missile looked at: searching within its budget, and tracking."""

    search_range_m: float
    track_range_m: float


class LaunchPointArea(LaunchPointTotals):
    """One launch point alone; ``refusal`` says why its flights cannot be flown."""

    refusal: str


class AreaSums(Record):
    """What is defended, but for the columns of the map."""

    query: str
    scenario: str
    threat: str
    spacing_km: float
    cells: int
    totals: AreaTotals
    reasons: tuple[UndefendedPart, ...]
    spots: tuple[PageSpot, ...]
    by_launch_point: tuple[LaunchPointArea, ...]
    radar: RadarRanges
    interceptors: Count
    full_pairs: Count = Field(
        description="missiles that could each be given all shots of the doctrine"
    )
    flown_s: float
    elapsed_s: float


class Area(_CellColumns, AreaSums):
    """What is defended: columns with one value for each cell, and sums.

    ``status``: 0 threatened, 1 out of the missile's range, 2 not computed. ``defended``: bit 1 by the
    values, bit 2 with every assumption at its bad end, bit 4 at its good end. ``shots`` is how often
    one could shoot and look, ``margin_s`` by how much the last shot of the doctrine could be later.
    ``reason`` is -1 or a constraint from 0 (never visible) to 10; ``probability`` the per cent of the
    sampled assumptions under which the cell is defended.
    """


class StateField(Record):
    """What a state may hold: how it is written in an address, and whether it is set by hand."""

    key: str
    kind: Literal["number", "whole", "text", "list", "pair", "flag"]
    choices: tuple[str, ...]
    is_by_hand: bool


class StateChange(Record):
    """One field of a state that has no longer the study's own value: its name, before and after, in words."""

    key: str
    name: str
    name_ko: str
    before: str
    before_ko: str
    after: str
    after_ko: str


class StateTold(Record):
    """What is told beside an answer: whose it is, of which day, and what was changed of the study.

    ``flight`` is the missile looked at and how it is flown; ``computed`` a date.
    """

    query: str
    run_hash: str
    computed: str
    flight: str
    flight_ko: str
    changes: tuple[StateChange, ...]


class ShareClass(Record):
    """A class of cells by the share of draws that defend them, in whole per cent, and its colours.

    ``line`` is the colour of the lines over it, where it has any.
    """

    word: Literal["fails", "seldom", "mostly", "holds"]
    least: int
    most: int
    fill: str
    line: str | None


class MapColours(Record):
    """The colours of the cells of a map; ``faint`` is the opacity of those without a verdict.

    ``steps`` are those of what is counted, from nothing over too little to most.
    """

    shares: tuple[ShareClass, ...]
    steps: tuple[str, ...]
    not_threatened: str
    not_computed: str
    faint: float


class VerdictChange(Record):
    """One number alone: the verdict at both ends of its range, and the value at which it turns."""

    parameter: str
    key: str | None
    unit: str
    value: float
    low: float
    high: float
    at_low: bool
    at_high: bool
    flips_at: float | None
    flips_in_range: bool


class NumberSet(Record):
    """One number and the value that it takes."""

    parameter: str
    key: str | None
    unit: str
    value: float


class ChangeTogether(Record):
    """Two numbers that turn the verdict together, and neither alone; whether inside their ranges."""

    in_range: bool
    numbers: tuple[NumberSet, ...]


class AtLaunchPoint(Record):
    """Whether the place is threatened and defended from one launch point."""

    launch_point: str
    status: str
    defended: bool | None


class PlaceCurve(Record):
    """The missile's way over its ground range, and its distance from the battery."""

    time_s: Values
    altitude_m: Values
    downrange_m: Values
    slant_from_battery_m: Values


class FlightLeg(Record):
    """One phase of a flight: longitude, latitude, altitude in metres, and so on."""

    phase: Literal["boost", "midcourse", "reentry"]
    positions: tuple[float, ...]


class PlaceAround(DrawnVerdict):
    """What stands beside the engagement against a place, and what would change it."""

    is_on_ground: bool = Field(description="whether the study counts this place at all")
    floor_m: float
    ceiling_m: float
    reach_m: float
    curve: PlaceCurve | None
    interceptors: tuple[InterceptorPath, ...]
    launch_points: tuple[AtLaunchPoint, ...]
    changes: tuple[VerdictChange, ...]
    together: tuple[ChangeTogether, ...]


class PlaceThreatened(PlaceAround, Engagement):
    """The engagement against one place; margins are in the unit of their constraint."""

    battery_downrange_m: float
    flight: tuple[FlightLeg, ...] = Field(description="the flight asked about, for drawing")


class PlaceNotThreatened(PlaceAround, NotThreatened):
    """A place that no flight of the missile reaches: no curve, nothing that would change it."""


PlaceExplained = PlaceThreatened | PlaceNotThreatened


class Town(Record):
    """A place that can be looked up."""

    name: str
    name_ko: str
    kind: str
    latitude_deg: float
    longitude_deg: float
    people: int


class TownThreat(Record):
    """A missile as it is flown, and from how many launch points."""

    threat: str
    missile: str
    name: str
    name_ko: str
    trajectory: str
    apogee_km: float | None
    launch_points: int
    status: str


class TownNotThreatened(TownThreat):
    """A missile that does not reach the place, or cannot be flown there."""

    defended: bool
    defended_from: int


class TownThreatened(TownThreat, DrawnVerdict):
    """A missile that reaches the place, by the launch point against which it stands worst."""

    reached_from: int
    defended_from: int = Field(description="so many launch points")
    launch_point: str
    launch_point_name: str
    defended: bool
    defended_bad: bool
    defended_good: bool
    decides: str | None = Field(description="the assumption that decides")
    reason: str | None
    shots: int
    time_of_flight_s: float
    after_cue_s: Values | None = Field(description="value, bad end, good end")
    after_radar_s: tuple[float | None, ...] | None = Field(description="value, bad end, good end")
    points: tuple[tuple[str, str, str], ...] = Field(
        description="launch points by id, short name and Korean short name"
    )


class TownDefended(Record):
    """What a place is defended against: a sentence in two languages and a row for every threat."""

    TABLE: ClassVar[str] = "rows"

    name: str
    name_ko: str
    latitude_deg: float
    longitude_deg: float
    rows: tuple[TownThreatened | TownNotThreatened, ...]
    others: tuple[Town, ...]
    sentence_en: str
    sentence_ko: str


class CoverageRing(Record):
    """The edge of the radar's view at one altitude: latitudes and longitudes."""

    altitude_m: float
    ring: tuple[tuple[float, float], ...]


class VolumeSheet(Record):
    """One sheet of the volume: vertices row by row, Earth-fixed, in metres."""

    sheet: Literal["front", "bottom", "sides", "roof"]
    rows: int
    columns: int
    ecef_m: tuple[int, ...]


class PageCoverage(Record):
    """What the radar sees of the missile looked at."""

    search_range_m: float
    track_range_m: float
    rcs_m2: float
    outlines: tuple[CoverageRing, ...]
    volume: tuple[VolumeSheet, ...]


class DrawnFlight(Record):
    """One drawn flight."""

    launch_point: str
    to: str
    phases: tuple[FlightLeg, ...]
    apogee_m: float
    time_of_flight_s: float


class PageOutcome(Record):
    """What becomes of missiles, in the mean of the trials."""

    outcome: str
    by: str | None
    text: str
    mean: float


class PageLayer(Record):
    """What a battery stopped and spent, in the mean of the trials."""

    id: str
    name: str
    system_name: str
    interceptors: Count
    stopped: float
    interceptors_spent: float


class PageRaid(Record):
    """What becomes of the raid: means over the trials, and one trial as CZML."""

    title: str
    note: str
    missiles: int
    trials: int
    leakers: CountedMean
    none_leaks: RangedShare
    interceptors_spent: CountedMean
    by_outcome: tuple[PageOutcome, ...]
    by_layer: tuple[PageLayer, ...]
    by_asset: tuple[RaidAsset, ...]
    events: tuple[NumberedEvent, ...]
    czml: tuple[dict[str, object], ...]
