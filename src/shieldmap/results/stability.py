"""The files of a stability study: what radars see of flights between continents."""

from typing import ClassVar, Literal

from pydantic import ConfigDict, Field

from shieldmap.results.raid import RivalFigure
from shieldmap.results.record import Number, Record

Numbers = tuple[float | None, ...]
Values = tuple[float, ...]

HeadlineSums = dict[str, Number]
"""The sums whose ranges are printed, by name: flights flown, seen by the added radar alone, by the
others and by all, seen with it only or longer, and seconds; ``seen_all_CHN`` and the like count one
country."""


class WatchingView(Record):
    """Cross sections and limits of the study."""

    cross_sections_m2: Values
    headline_cross_section_m2: float
    horizon_deg: float
    least_elevations: str = Field(
        description="what the radars' own least elevations rest on; empty where nothing is said"
    )
    least_view_s: float
    turn_step_deg: float
    source: str
    note: str


class MovedLaunches(Record):
    """How far and in how many directions launches are moved, and how high paths are flown."""

    moved_km: Values
    apogee_ratios: Values = Field(description="times the apogee of the flight of least energy")
    directions: int
    source: str
    note: str


class WatchedPlace(Record):
    """A place of the study, with what it rests on."""

    name: str
    latitude_deg: float
    longitude_deg: float
    source: str
    confidence: str
    note: str


class WatchedCity(WatchedPlace):
    """A city that flights end at."""

    id: str
    country: str


class LaunchAreaFlown(WatchedCity):
    """An area that flights begin in, and what stands in for its missiles."""

    uncertainty_deg: float
    basing: str
    stand_in: str
    missile: str
    missile_name: str
    points: int = Field(description="launch points, the area's own among them")
    moved_m: Values


class RivalElevation(Record):
    """Another least elevation."""

    value: float
    source: str
    note: str


class RangesAtEnds(Record):
    """Ranges, one a cross section, by the value and at the bad and the good end."""

    value: Values
    low: Values
    high: Values


class WatchingRadar(WatchedPlace):
    """A radar of the study with what its range is at every cross section."""

    id: str
    name_local: str
    system: str
    operator: str
    uncertainty_deg: float
    altitude_m: float
    altitude_range_m: Values | None
    boresight_deg: float
    boresight_range_deg: Values | None
    sector_deg: float
    sector_range_deg: Values | None
    elevation_min_deg: float
    elevation_max_deg: float
    elevation_min_source: str | None
    elevation_min_note: str
    elevation_min_rivals: tuple[RivalElevation, ...]
    since: str
    boresight_span_deg: Values
    sector_span_deg: Values
    elevation_span_deg: Values
    system_name: str
    frequency_hz: float
    track_range_m: RangesAtEnds
    search_range_m: RangesAtEnds


class AnsweredStatement(Record):
    """What somebody said, and which numbers bear on it."""

    id: str
    who: str
    said_on: str
    text: str
    answered_by: str
    denies_reach: bool = Field(
        description="whether it says that interceptors cannot get at flights"
    )
    word: str = Field(description="a word of it that no number answers; empty without one")
    source: str
    note: str


class StudyBattery(WatchedPlace):
    """The battery whose interceptor is looked at beside the flights."""

    system: str
    altitude_m: float


class StudyQuantity(Record):
    """A catalogue value that the answer hangs on, in its own unit."""

    system: str
    system_name: str
    path: str
    value: float
    low: float | None
    high: float | None
    unit: str
    basis: str
    source: str
    note: str
    rivals: tuple[RivalFigure, ...]


class WatchingGroup(Record):
    """Radars that are counted together; one with an intro is set beside the added radar."""

    id: str
    name: str
    short: str
    intro: str
    note: str
    radars: tuple[str, ...]


class FromAdded(Record):
    """A flight after burnout from the added radar; null where it stays far under the horizon."""

    highest_rad: float | None
    in_sector_rad: float | None
    nearest_m: float | None


class PairView(Record):
    """Times of a flight in view of a group; one number a cross section."""

    seconds: Values
    boost_seconds: Values
    is_seen: tuple[bool, ...]
    low_seconds: Numbers = Field(
        description="least over all launch points of the area and all paths"
    )
    high_seconds: Numbers = Field(
        description="most over all launch points of the area and all paths"
    )
    seen_flights: tuple[int, ...]


class WatchedPair(Record):
    """The flight from a launch area to a city, and who sees it how long."""

    launch_area: str
    country: str
    city: str
    missile: str
    status: str
    sentence: str
    distance_m: float
    range_limit_m: float | None
    burnout_s: float | None
    burnout_m: float | None
    apogee_s: float | None
    apogee_m: float | None
    time_of_flight_s: float | None
    flown_in_all: int
    from_added: FromAdded
    views: dict[str, dict[str, PairView]] = Field(description="by elevation limit and group")


class WatchedTotal(Record):
    """Flights seen under one elevation limit, of one country and at one cross section."""

    limit: str
    country: str = Field(description="empty for all together")
    cross_section_m2: float
    pairs: int
    flown: int
    seen: dict[str, int]
    only_with_added: int
    longer_with_added: int
    seconds: dict[str, float]


class SumsVaried(Record):
    """The sums over the ends of one assumption, least and most; one row a cross section."""

    name: str
    ends: int
    low: tuple[HeadlineSums, ...]
    high: tuple[HeadlineSums, ...]


class SumRanges(Record):
    """The sums at the values, with one assumption at its ends, and over draws of all."""

    samples: int
    seed: int
    value: tuple[HeadlineSums, ...]
    variants: tuple[SumsVaried, ...]
    p05: tuple[HeadlineSums, ...]
    p50: tuple[HeadlineSums, ...]
    p95: tuple[HeadlineSums, ...]


class TurningCurve(Record):
    """Flights and seconds by country along the radar's direction, such as ``CHN flights``."""

    model_config = ConfigDict(extra="allow")

    __pydantic_extra__: dict[str, tuple[Number, ...]]

    limit: str
    cross_section_m2: float

    def flights(self, country: str) -> tuple[float, ...]:
        """Flights of a country seen at every direction."""
        return self.__pydantic_extra__[f"{country} flights"]


class OtherDirection(Record):
    """A direction that somebody might turn the radar to, and where it looks then."""

    azimuth_deg: float
    where: str


class NeededDirections(Record):
    """The directions that the radar is there for, and how much of them its sector holds."""

    name: str = Field(description="of the country or place where the launch sites lie")
    adjective: str
    azimuths_deg: tuple[float, float]
    sites: int | str
    source: str
    note: str
    points: tuple[str, ...]
    share_held: tuple[float, ...]
    points_held: tuple[int, ...]
    other_way: OtherDirection | None


class RadarTurned(Record):
    """What the added radar would see if it looked elsewhere."""

    radar: str
    boresight_deg: tuple[float, ...]
    given_deg: float
    span_deg: tuple[float, float]
    curves: tuple[TurningCurve, ...]
    task: NeededDirections | None


class ReachEnvelope(Record):
    """The highest altitude of an intercept at each ground distance."""

    ground_m: Values
    top_m: Numbers
    top_high_m: Numbers
    ceiling_m: float
    reach_m: float
    target_speed_max_m_s: float


class NearestPassage(Record):
    """How near a flight comes to the battery after burnout; null where it stays beyond."""

    launch_area: str
    city: str
    ground_m: float | None
    altitude_m: float | None
    speed_m_s: float | None
    time_s: float | None
    slant_m: float | None
    lowest_m: float | None
    gap_m: float | None
    inside_m: float | None
    least_ground_m: float | None
    least_slant_m: float | None
    least_gap_m: float | None
    least_lowest_m: float | None
    least_inside_m: float | None


class InterceptorAside(Record):
    """The interceptor beside the flights."""

    system: str
    battery: StudyBattery
    envelope: ReachEnvelope
    farthest_m: float
    top_m: float
    top_high_m: float
    passages: tuple[NearestPassage, ...]


class SightLine(Record):
    """The lowest visible altitude along a least elevation."""

    elevation_deg: float
    lowest_m: Numbers
    ground_m: Values


class RangeArc(Record):
    """Where a slant range ends at each altitude."""

    cross_section_m2: float
    ground_m: Numbers


class SightGeometry(Record):
    """Lowest visible altitudes, for the added radar."""

    radar: str
    range_m: Values
    altitude_m: Values
    lines: tuple[SightLine, ...]
    arcs: tuple[RangeArc, ...]


class StabilitySummary(Record):
    """What radars see of flights between continents, in sums; with the scenario as given."""

    TABLE: ClassVar[str] = "totals"

    kind: Literal["stability"]
    name: str
    title: str
    date: str
    summary: str
    notes: tuple[str, ...]
    added_radar: str
    left_out: str = Field(
        description="where radars stand that see these flights too and are not in the study"
    )
    view: WatchingView
    launches: MovedLaunches
    countries: tuple[str, ...]
    cities: tuple[WatchedCity, ...]
    launch_areas: tuple[LaunchAreaFlown, ...]
    groups: tuple[WatchingGroup, ...]
    radars: tuple[WatchingRadar, ...]
    statements: tuple[AnsweredStatement, ...]
    pairs: tuple[WatchedPair, ...]
    totals: tuple[WatchedTotal, ...]
    ranges: SumRanges
    turning: RadarTurned
    interceptor: InterceptorAside
    geometry: SightGeometry
    assumptions: tuple[StudyQuantity, ...]


class WatchedTrack(Record):
    """The path of a flight, and the spells in which each radar sees it."""

    launch_area: str
    city: str
    time_s: Values
    latitude_deg: Values
    longitude_deg: Values
    altitude_m: Values
    from_radar_m: Values
    from_radar_deg: Values
    burnout_s: float
    apogee_s: float
    impact_s: float
    spells: dict[str, dict[str, tuple[tuple[float, float], ...]]] = Field(
        description="from and until, by elevation limit and radar"
    )
