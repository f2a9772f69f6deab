"""The answer of ``defend`` for a whole country: the sums of a footprint, as in ``summary.json``."""

from typing import ClassVar

from pydantic import Field

from shieldmap.results.engagement import FailedConstraint
from shieldmap.results.record import Record


class Count(Record):
    """A number of things with its ends."""

    value: int
    low: int
    high: int


class SummaryRadar(Record):
    """The radar of a defence."""

    system: str
    present: bool
    latitude_deg: float
    longitude_deg: float
    boresight_deg: float
    boresight_span_deg: tuple[float, ...]
    view: str = Field(description="cone about a tilted face, or wedge of azimuth")
    tilt_deg: float = Field(description="elevation of the face's normal")
    scan_max_deg: float = Field(description="farthest angle off the normal; 180 for a wedge")
    sector_deg: float = Field(description="width in azimuth at the least elevation")
    elevation_min_deg: float
    elevation_max_deg: float
    note: str


class SummaryLauncherSite(Record):
    """Launchers that stand away from the battery."""

    name: str
    latitude_deg: float
    longitude_deg: float
    launchers: Count
    source: str


class SummaryDefence(Record):
    """What defends."""

    system: str
    battery: str
    latitude_deg: float
    longitude_deg: float
    launchers: Count
    interceptors: Count
    note: str
    radar: SummaryRadar
    launcher_sites: tuple[SummaryLauncherSite, ...]


class CountryPeople(Record):
    """People of a whole country."""

    people: int
    year: int
    is_census: bool
    source: str


class SummaryGrid(Record):
    """The grid, and the people counted on it."""

    countries: tuple[str, ...]
    name: str
    spacing_m: float
    cells: int
    area_m2: float
    people: float
    people_source: str
    country_total: CountryPeople | None
    people_doubt: str | None


class Total(Record):
    """Area and people."""

    area_m2: float
    people: float


class TotalEnds(Record):
    """Sums at the bad ends, by the values and at the good ends of the assumptions."""

    bad: Total
    value: Total
    good: Total


class ShareEnds(Record):
    """Shares at the bad ends, by the values and at the good ends; null where nothing is threatened."""

    bad: float | None
    value: float | None
    good: float | None


class Quantiles(Record):
    """5 %, median and 95 % of the joint draws."""

    p05: float | None
    p50: float | None
    p95: float | None


class Sampled(Record):
    """People defended over joint draws of all disputed numbers."""

    samples: int = Field(description="how many draws")
    people: Quantiles
    share_of_people: Quantiles = Field(description="of those whom the drawn missile reaches")
    triangle_share: float | None = Field(
        description="median share with every number peaked at its value"
    )
    area_m2: Quantiles | None = Field(
        default=None, description="defended; null where only people were summed"
    )


class RivalShare(Record):
    """The share of people defended under another published reading of the defence."""

    name: str = Field(description="wedge or launcher-sector")
    draws: int
    share_of_people: Quantiles


class LaunchPointTotals(Record):
    """One launch point alone."""

    launch_point: str
    threatened: Total
    defended: TotalEnds
    sampled: Sampled | None
    time_of_flight_s: tuple[float, float] | None = Field(description="shortest and longest")


class ReasonTotal(Record):
    """Undefended people and area by headline reason."""

    constraint: str
    text: str
    area_m2: float
    people: float


class Curve(Record):
    """What is defended along one disputed number."""

    x: tuple[float, ...]
    unit: str
    people: tuple[float, ...]
    area_m2: tuple[float, ...]


class ThreatSummary(Record):
    """One threat: people and area that it reaches, and what is defended of them."""

    id: str
    missile: str
    name: str
    name_ko: str
    class_: str = Field(validation_alias="class", serialization_alias="class")
    apogee_m: float | None
    note: str
    refusals: tuple[str, ...]
    search_range_m: float
    track_range_m: float
    threatened: Total
    defended: TotalEnds
    share_of_people: ShareEnds
    by_launch_point: tuple[LaunchPointTotals, ...]
    reasons: tuple[ReasonTotal, ...]
    by_doctrine: dict[str, TotalEnds]
    curves: dict[str, Curve]
    sampled: Sampled = Field(description="against every launch point")
    at_random: Sampled | None = Field(description="against one launch point, drawn as well")
    rivals: tuple[RivalShare, ...]
    not_converged: int


class SpotNotThreatened(Record):
    """A threat that does not reach the place, or cannot be flown there."""

    threat: str
    status: str


class SpotEngagement(Record):
    """The launch point against which a place stands worst."""

    threat: str
    status: str
    launch_point: str
    defended: bool
    defended_single: bool
    defended_bad: bool
    share_of_samples: float | None = Field(description="share of the draws that defend it")
    verdict: str | None = Field(description="holds, fails or hangs")
    draws: int = Field(description="draws in which the missile reaches the place")
    hangs_on: str | None = Field(
        description="the assumption that alone turns the verdict soonest, or several"
    )
    turns_at: float | None = Field(description="its number where the verdict turns, in SI")
    defended_good: bool
    shots: int
    reason: str | None
    reason_text: str | None
    margin: float | None
    margin_unit: str | None
    failed: tuple[FailedConstraint, ...]
    slack_s: float | None
    binds: str
    closest_in_band_m: float | None
    time_of_flight_s: float | None


class SummarySpot(Record):
    """A town or an asset."""

    id: str
    name: str
    name_ko: str
    kind: str
    latitude_deg: float
    longitude_deg: float
    people: float
    by_threat: tuple[SpotEngagement | SpotNotThreatened, ...]


class SummaryMissile(Record):
    """A missile that is not flown as an arc: its published apogee beside the floor."""

    id: str
    name: str
    name_ko: str
    flight: str
    summary: str
    floor_m: float
    range_m: tuple[float, ...] | None = Field(description="low, value, high")
    apogee_m: tuple[float, ...] | None = Field(description="low, value, high")
    source: str | None
    finding: str


class SummaryLaunchPoint(Record):
    """Where missiles start."""

    id: str
    name: str
    name_ko: str = ""
    latitude_deg: float
    longitude_deg: float
    source: str
    note: str


class StudyAssumption(Record):
    """A disputed number of a study, in SI units."""

    name: str
    path: str
    value: float
    low: float
    high: float
    unit: str
    basis: str
    source: str
    note: str


class DoubtedInput(Record):
    """An input that a reader should doubt, and why."""

    entry_id: str
    path: str
    source: str
    kind: str = Field(description="memory, estimate, low or single")
    reason: str


class FootprintSummary(Record):
    """What a defence protects, in sums; the worst launch point decides."""

    TABLE: ClassVar[str] = "threats"

    name: str
    title: str
    date: str
    summary: str
    notes: tuple[str, ...]
    doctrine: str
    chain: str
    defence: SummaryDefence
    grid: SummaryGrid
    threats: tuple[ThreatSummary, ...]
    assets: tuple[SummarySpot, ...]
    towns: tuple[SummarySpot, ...]
    compared: tuple[SummaryMissile, ...]
    launch_points: tuple[SummaryLaunchPoint, ...]
    assumptions: tuple[StudyAssumption, ...]
    weak_inputs: tuple[DoubtedInput, ...]
