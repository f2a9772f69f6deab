"""The answer of ``see``: ranges of a radar, its search, its coverage and the flights that it sees."""

from typing import ClassVar, Literal

from pydantic import ConfigDict, Field

from shieldmap.results.record import Record

Ring = tuple[tuple[float, float], ...]
"""Longitudes and latitudes in degrees, not closed, without a jump at the date line."""


class RadarSite(Record):
    """Where the radar stands and how it looks."""

    name: str = Field(description="empty where only coordinates are known")
    latitude_deg: float
    longitude_deg: float
    altitude_m: float
    boresight_deg: float = Field(description="middle of the sector, clockwise from north")
    sector_deg: float
    elevation_min_deg: float
    elevation_max_deg: float
    tilt_deg: float = Field(description="elevation of the antenna's normal")
    scan_max_deg: float = Field(description="farthest angle off the antenna's normal")
    terrain: str = Field(description="the file of the skyline, or none")
    note: str
    source: str


class SearchSpent(Record):
    """What the search of the sector costs, and what is left for tracks."""

    solid_angle_sr: float
    beams: float
    dwell_s: float = Field(description="that the budget allows")
    frame_with_long_dwell_s: float
    revisit_s: float
    share_of_time: float
    simultaneous_tracks: float
    track_update_s: float
    cued_acquisition_s: float
    cue_radius_deg: float
    false_alarm_probability: float = Field(description="of one dwell")
    false_alarm_every_s: float


class Detection(Record):
    """How surely a target of one Swerling case is found."""

    swerling: int
    probability_of_one_look: float
    search_range_90_percent_m: float | None


class RangesOfSection(Record):
    """Ranges for one radar cross section, and the lowest altitude seen at the tracking range."""

    cross_section_m2: float
    detection_range_m: float
    search_range_m: float
    lowest_altitude_m: float | None


class LineOfSight(Record):
    """The lowest altitude that bent rays reach at a slant range."""

    range_m: float
    lowest_altitude_m: float | None = Field(description="above the least elevation")
    level_altitude_m: float | None = Field(description="above a level ray")


class PublicFigure(Record):
    """A public figure for the range, and the signal-to-noise ratio that it leaves."""

    figure_m: float
    who: str
    year: int
    said: str
    source: str
    confidence: str
    cross_section_m2: float
    dwell_s: float
    snr_ratio: float
    is_within_span: bool = Field(description="of the catalogue's ratio and dwell")
    detection_range_m: float
    search_range_m: float
    lowest_altitude_m: float | None
    level_altitude_m: float | None
    reason_text: str = Field(description="why this cross section and dwell stand beside it")
    note: str


class CatalogueValue(Record):
    """A value of the catalogue with its range, in its own unit."""

    path: str
    value: float
    low: float | None
    high: float | None
    unit: str
    basis: str
    source: str
    note: str


class Sighting(Record):
    """A flight at one moment, from the radar."""

    time_s: float = Field(description="since launch")
    phase: Literal["boost", "rising", "falling", "reentry"]
    altitude_m: float
    range_m: float
    azimuth_deg: float
    elevation_deg: float


class Spell(Record):
    """An unbroken time in which a flight is seen."""

    first: Sighting
    last: Sighting


class SeenFlight(Record):
    """When one flight is in view, and near enough to be found and to be tracked."""

    name: str
    cross_section_m2: float
    search_range_m: float
    detection_range_m: float
    in_view: tuple[Spell, ...]
    searched: tuple[Spell, ...]
    tracked: tuple[Spell, ...]


class CoverageRadar(Record):
    """The radar of a coverage."""

    system: str
    place: str
    latitude_deg: float
    longitude_deg: float
    altitude_m: float
    boresight_deg: float
    sector_deg: float
    elevation_min_deg: float
    elevation_max_deg: float
    tilt_deg: float
    scan_max_deg: float
    has_air: bool
    has_terrain: bool
    terrain: str


class RangeEnds(Record):
    """A range by the value and, in a study, at both ends of what is disputed."""

    value: float
    bad: float | None = None
    good: float | None = None


class CoverageRange(Record):
    """Ranges for one radar cross section."""

    cross_section_m2: float
    track_m: RangeEnds
    search_m: RangeEnds


class TrackedArea(Record):
    """An area within the tracking range; no ring where that is the ring of the line of sight."""

    cross_section_m2: float
    area_m2: float
    ring: Ring | None
    hole: Ring | None


class CoverageAltitude(Record):
    """What is in the line of sight at one altitude."""

    altitude_m: float
    slant_m: float
    ground_m: float
    area_m2: float
    ring: Ring
    hole: Ring
    tracked: tuple[TrackedArea, ...]


class CoverageContour(Record):
    """Where the lowest visible altitude is this one."""

    altitude_m: float
    ring: Ring
    hole: Ring


class AreaEnds(Record):
    """Areas in m2, one for each altitude, by the value and at both ends in a study."""

    value: tuple[float, ...]
    low: tuple[float, ...] | None = None
    high: tuple[float, ...] | None = None


class CoverageCountry(Record):
    """The land of a country over which a target is in the line of sight."""

    iso3: str
    name: str
    land_m2: float
    seen_m2: AreaEnds
    tracked_m2: tuple[tuple[float, ...], ...] = Field(
        description="rows by altitude, columns by radar cross section"
    )


class CutLine(Record):
    """A ray or an arc in the vertical plane."""

    elevation_deg: float | None
    range_m: float | None
    ground_m: tuple[float, ...]
    altitude_m: tuple[float, ...]


class CoverageCut(Record):
    """The vertical plane along the boresight."""

    azimuth_deg: float
    top_m: float
    lowest: CutLine
    rays: tuple[CutLine, ...]
    arcs: tuple[CutLine, ...]


class RadarCoverage(Record):
    """What a radar covers at 100, 200 and 300 km, and which countries lie below."""

    TABLE: ClassVar[str] = "countries"

    present: bool
    radar: CoverageRadar
    ranges: tuple[CoverageRange, ...]
    altitudes: tuple[CoverageAltitude, ...]
    contours: tuple[CoverageContour, ...]
    countries: tuple[CoverageCountry, ...]
    cut: CoverageCut


class CoverageVolume(Record):
    """The volume in view as nets of positions (rows, columns, 3) in the Earth-fixed frame, metres."""

    model_config = ConfigDict(extra="allow")


class StudyCoverage(RadarCoverage):
    """The coverage of a study's radar."""

    stated_m2: float = Field(description="cross section that its published range is for")
    volume: CoverageVolume


class LeftRadar(Record):
    """A radar that is not there."""

    system: str


class NoRadar(Record):
    """The coverage of a study whose radar has left."""

    present: Literal[False]
    radar: LeftRadar


class RadarView(Record):
    """What a radar sees. Ranges hold on the antenna's normal, for the target asked about."""

    TABLE: ClassVar[str] = "by_cross_section"

    radar: str
    name: str
    detection_range_m: float = Field(description="tracked or cued")
    detection_range_low_m: float
    detection_range_high_m: float
    search_range_m: float = Field(description="searching the sector within the budget")
    search_range_low_m: float
    search_range_high_m: float
    off_normal_deg: float
    off_normal_range_ratio: float = Field(description="of each range at this angle off the normal")
    cross_section_m2: float
    snr_ratio: float
    dwell_s: float
    site: RadarSite
    search: SearchSpent
    detection: tuple[Detection, ...]
    by_cross_section: tuple[RangesOfSection, ...]
    line_of_sight: tuple[LineOfSight, ...]
    figures: tuple[PublicFigure, ...]
    assumptions: tuple[CatalogueValue, ...]
    limits: str
    tracks: tuple[SeenFlight, ...] = Field(default=(), description="of the missile asked about")
    coverage: RadarCoverage
