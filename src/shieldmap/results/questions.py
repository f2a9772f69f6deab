"""What ``ask`` answers and ``battle.json`` keeps: one record for each question."""

from functools import cache
from typing import Any, ClassVar, Final

from pydantic import Field, create_model

from shieldmap.results.deciding import DecidingNumbers
from shieldmap.results.footprint import Count, Quantiles
from shieldmap.results.gaps import LayerGaps
from shieldmap.results.raid import (
    CountedMean,
    NumberEnds,
    RaidCost,
    RaidOutcome,
    RaidTold,
    SampledMean,
    SampledShare,
)
from shieldmap.results.record import Record

Values = tuple[float, ...]


class EmptyingRow(Record):
    """A raid of one size against the battery alone."""

    missiles: int
    leakers: SampledMean
    spent: float
    empty: SampledShare
    emptied_s: float | None = Field(description="median of the trials in which it ran empty")
    outcomes: tuple[RaidOutcome, ...]


class EmptyingCurve(Record):
    """Raids of growing size under one doctrine."""

    doctrine: str
    rows: tuple[EmptyingRow, ...]
    empties_at: int | None = Field(description="missiles that empty it in half of the trials")


class Emptying(Record):
    """How fast raids of growing size empty the battery."""

    interceptors: int
    trials: int
    curves: tuple[EmptyingCurve, ...]
    in_reach: int
    limits: str


class RaidAgainst(Record):
    """The raid against some batteries or stocks."""

    leakers: CountedMean
    spent: float
    stopped_by: dict[str, float] = Field(description="missiles by battery")


class _Systems(Record):
    """Some of the systems, or of the batteries where two have the same system."""

    systems: tuple[str, ...]


class LayersTogether(RaidAgainst, _Systems):
    """The raid against some of the systems."""


class SystemAdded(Record):
    """What one system, or one battery where two have the same system, adds to all others."""

    system: str
    name: str
    leakers_with_all: float
    leakers_without_it: float
    leakers_alone: float


class LayersAdded(Record):
    """The raid against every combination of the systems."""

    TABLE: ClassVar[str] = "added"

    trials: int
    names: dict[str, str]
    rows: tuple[LayersTogether, ...]
    added: tuple[SystemAdded, ...]


class _Change(Record):
    """What is gone."""

    change: str


class LossOfPart(RaidAgainst, _Change):
    """The raid with a part of the battery gone."""

    drawn: Quantiles = Field(description="missiles through over the joint draws")


class Losses(Record):
    """What is lost when launchers, interceptors or the radar leave."""

    TABLE: ClassVar[str] = "rows"

    trials: int
    draws: int = Field(description="joint draws of everything unknown")
    rows: tuple[LossOfPart, ...]


class CountedThen(Record):
    """What somebody counted, and the day, month or year for which it holds."""

    what: str = Field(description="delivered, bought or fired")
    date: str
    count: NumberEnds
    raids: float | None = Field(description="raids of this kind that it would last")
    months: float | None = Field(description="months of today's production")
    source: str
    note: str


class SystemStock(Record):
    """The interceptors of one system: those that stand ready, and how fast more come."""

    system: str
    name: str
    ready: Count
    spent: float = Field(description="interceptors in one raid, in the mean of the trials")
    raids_until_empty: float | None = Field(description="null where a raid takes none")
    days_until_empty: float | None
    production_per_year: float | None = Field(description="null where none is published")
    planned_per_year: float | None
    months: float | None = Field(description="months of today's production that one raid takes")
    months_as_planned: float | None
    counted: tuple[CountedThen, ...]
    sources: tuple[str, ...]


class RaidLaunchers(Record):
    """The missiles of one kind in the raid, and how many launchers are known for them."""

    missile: str
    name: str
    in_raid: int
    launchers: NumberEnds | None = Field(description="null where none is published")
    source: str | None
    note: str | None


class InterceptorStock(Record):
    """How long the interceptors last against one such raid after the other, and how long new ones take."""

    TABLE: ClassVar[str] = "systems"

    trials: int
    missiles: int
    raids_a_day: float
    systems: tuple[SystemStock, ...]
    launchers: tuple[RaidLaunchers, ...]
    limits: str


class UnwarnedFlight(Record):
    """A missile that does not reach the place."""

    threat: str
    launch_point: str
    missile: str
    status: str


class WarnedFlight(UnwarnedFlight):
    """Warning at a place against one missile."""

    time_of_flight_s: float
    apogee_m: float
    after_cue_s: Values = Field(description="value, bad end, good end")
    after_radar_s: tuple[float | None, ...] = Field(description="value, bad end, good end")


class WarningTimes(Record):
    """Seconds of warning at a place against every missile that reaches it."""

    TABLE: ClassVar[str] = "rows"

    latitude_deg: float
    longitude_deg: float
    rows: tuple[WarnedFlight | UnwarnedFlight, ...]
    shortest: WarnedFlight | None
    order: str
    limits: str
    place: str


class OwnPlace(Record):
    """The battery's own place, or its radar's, and a missile that does not reach it."""

    place: str
    threat: str
    launch_point: str
    status: str


class OwnPlaceJudged(OwnPlace):
    """The battery's own place, or its radar's, against one missile."""

    defended: bool
    defended_bad: bool
    defended_good: bool
    share_of_samples: float | None
    reason: str | None
    reason_text: str | None


class OwnCover(Record):
    """Whether a battery defends its own place against every missile."""

    TABLE: ClassVar[str] = "rows"

    rows: tuple[OwnPlaceJudged | OwnPlace, ...]
    defended: int
    threatened: int
    covers_itself: bool


class CoveredPeople(Record):
    """People in range of a threat, and those covered by the value and at both ends."""

    in_range: float
    value: float
    bad: float
    good: float


class LauncherPlace(Record):
    """Two launchers away from the radar, and whom they add."""

    site: str
    name: str
    latitude_deg: float
    longitude_deg: float
    distance_m: float
    people_added: dict[str, float]
    added: float = Field(description="mean over the threats")


class LaunchersAway(Record):
    """What launchers away from the radar add."""

    TABLE: ClassVar[str] = "best"

    here: dict[str, CoveredPeople]
    named: tuple[LauncherPlace, ...]
    best: tuple[LauncherPlace, ...]
    grid_spacing_m: float
    limits: str


class IsDefended(Record):
    """Whether a place is defended by the value and at both ends."""

    value: bool
    bad: bool
    good: bool


class SiteTried(Record):
    """Where a battery with its radar could stand."""

    site: str
    name: str
    latitude_deg: float
    longitude_deg: float
    boresight_deg: float


class StandingSite(SiteTried):
    """A site, and whether it defends the place asked about."""

    distance_m: float
    defended: dict[str, IsDefended]
    threats_defended: int


class StandingByThreat(Record):
    """From how many sites a place is defended against one threat, and how near they are."""

    threat: str
    sites: int
    of: int
    distance_m: Values | None = Field(description="of the nearest and of the farthest")
    named: tuple[str, ...]


class WhereToStand(Record):
    """From where a battery would defend one place."""

    TABLE: ClassVar[str] = "by_threat"

    place: str
    latitude_deg: float
    longitude_deg: float
    threats: tuple[str, ...]
    spacing_m: float
    by_threat: tuple[StandingByThreat, ...]
    sites: tuple[StandingSite, ...]
    limits: str


class RankedSite(SiteTried):
    """A site with the people whom a battery there would cover."""

    people: dict[str, CoveredPeople]
    mean_share: float


class NeededForShare(Record):
    """How many batteries a share of the people takes."""

    share: str
    fraction: float
    batteries: int | None = Field(description="null where no number suffices")
    greedy: int | None
    sites: tuple[str, ...]


class NeededByThreat(Record):
    """How many batteries one threat takes."""

    threat: str
    people_in_range: float
    greatest_share: float | None
    rows: tuple[NeededForShare, ...]


class AssetsHeld(Record):
    """Assets in range, and those defended by the value and at both ends."""

    in_range: int
    value: int
    bad: int
    good: int


class PlacesHeld(Record):
    """People and assets that are defended against every missile that reaches them."""

    people: CoveredPeople
    assets: AssetsHeld


class PartWorth(RaidAgainst, _Change):
    """The defence without a part of the battery under study: its raid, and the places it holds."""

    part: str
    interceptors: CountedMean = Field(description="spent, of all layers")
    more_leakers: CountedMean = Field(description="more than with everything, trial by trial")
    alone: PlacesHeld = Field(description="by the battery under study")
    together: PlacesHeld = Field(description="by some battery against each missile")


class PartsWorth(Record):
    """What a launcher, eight interceptors and the radar are worth."""

    TABLE: ClassVar[str] = "rows"

    trials: int
    missiles: int
    grid_spacing_m: float
    rows: tuple[PartWorth, ...] = Field(description="with everything first")
    sentence_en: str
    sentence_ko: str
    limits: str


class BatteriesNeeded(Record):
    """Sites ranked, and how many batteries a half, two thirds and nine tenths take."""

    TABLE: ClassVar[str] = "named"

    named: tuple[RankedSite, ...]
    best_of_grid: tuple[RankedSite, ...]
    needed: tuple[NeededByThreat, ...]
    sites: int
    grid_spacing_m: float
    site_spacing_m: float
    limits: str


class CeilingEnds(Record):
    """The interceptor's ceiling with its range and source."""

    value: float
    low: float
    high: float
    source: str


class LowSatellite(Record):
    """A satellite that flies low."""

    name: str
    altitude_m: float
    source: str
    above_ceiling_m: float


class PiecesFrom(Record):
    """How many pieces are at least so long."""

    length_m: float
    fragments: float


class HighestPieces(Record):
    """How high the pieces rise."""

    median: float
    p99: float
    most: float


class LatestPiece(Record):
    """When 99 of 100 pieces are below 100 km; null where that takes longer than was flown."""

    p99: float | None


class _AtAltitude(Record):
    """Something that flies at an altitude."""

    name: str
    altitude_m: float


class ShareAbove(SampledShare, _AtAltitude):
    """The share of the pieces that rise above a satellite."""


class BrokenUp(Record):
    """The pieces of one intercept."""

    intercept: str
    threat: str
    asset: str
    altitude_m: float
    target_mass_kg: float
    kill_vehicle_mass_kg: float
    target_speed_m_s: float
    closing_speed_m_s: float
    energy_j_kg: float
    is_catastrophic: bool
    counts: tuple[PiecesFrom, ...]
    flown: int
    highest_m: HighestPieces
    share_above: tuple[ShareAbove, ...]
    below_100_km_s: LatestPiece
    in_space_after_orbit: float | None
    in_space_after_orbit_interval: tuple[float | None, float | None]
    orbit_s: float


class SpaceSecurity(Record):
    """What intercepts leave behind, and how far below the satellites they happen."""

    TABLE: ClassVar[str] = "intercepts"

    ceiling_m: CeilingEnds
    satellites: tuple[LowSatellite, ...]
    intercepts: tuple[BrokenUp, ...]
    samples: int
    least_length_m: float
    sources: tuple[str, ...]
    limits: str


class FlownPath(Record):
    """A path for drawing: times since the first launch, and places."""

    time_s: Values
    latitude_deg: Values
    longitude_deg: Values
    altitude_m: Values


class RaidEvent(Record):
    """Something that happens to a missile."""

    event: str
    time_s: float
    altitude_m: float


class _OfMissile(Record):
    """The missile that something happens to."""

    missile: int


class NumberedEvent(RaidEvent, _OfMissile):
    """Something that happens, and the missile that it happens to."""


class RaidShot(Record):
    """One interceptor."""

    battery: str
    system: str
    site: str
    is_warhead: bool
    ordered_s: float
    launch_s: float
    intercept_s: float
    altitude_m: float
    hit: bool
    assessed_s: float
    path: FlownPath


class RaidMissile(Record):
    """One missile of a raid, from its launch to its end."""

    id: int
    wave: int
    threat: str
    launch_point: str
    asset: str
    asset_name: str
    launch_s: float
    ends_s: float
    outcome: str
    stopped: bool
    events: tuple[RaidEvent, ...]
    shots: tuple[RaidShot, ...]
    path: FlownPath


class RaidTimeline(Record):
    """One raid as it happened."""

    TABLE: ClassVar[str] = "events"

    trial: int
    seed: int
    missiles_in_all: int
    missiles: tuple[RaidMissile, ...]
    events: tuple[NumberedEvent, ...]


class RaidAnswers(Record):
    """Every question that a study with a raid was asked, by its name."""

    leakage: RaidTold
    empty: Emptying
    adds: LayersAdded
    gap: LayerGaps | None = None
    warning: WarningTimes | None = None
    itself: OwnCover
    launchers: LaunchersAway
    stand: WhereToStand | None = None
    lost: Losses
    worth: PartsWorth | None = None
    batteries: BatteriesNeeded
    space: SpaceSecurity


ANSWERS: Final[dict[str, type[Record]]] = {
    "empty": Emptying,
    "adds": LayersAdded,
    "gap": LayerGaps,
    "warning": WarningTimes,
    "itself": OwnCover,
    "launchers": LaunchersAway,
    "stand": WhereToStand,
    "leakage": RaidTold,
    "lost": Losses,
    "worth": PartsWorth,
    "decides": DecidingNumbers,
    "cost": RaidCost,
    "stock": InterceptorStock,
    "batteries": BatteriesNeeded,
    "timeline": RaidTimeline,
    "space": SpaceSecurity,
}
"""The record that answers each question of the terms."""


class Answer(Record):
    """What was asked; the fields of the question's own record follow."""

    question: str
    text: str
    scenario: str
    others: tuple[str, ...] = Field(default=(), description="labels of places of the same name")


@cache
def answer_to(question: str) -> type[Answer]:
    """The record of an answer: the question with its own record."""
    bases: Any = (ANSWERS[question], Answer)
    made: type[Answer] = create_model(f"{bases[0].__name__}Answer", __base__=bases)
    return made
