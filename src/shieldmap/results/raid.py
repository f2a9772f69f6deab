"""The answer of ``raid``: what comes through, why, what it takes and what it costs."""

from typing import ClassVar

from pydantic import Field

from shieldmap.results.footprint import Count
from shieldmap.results.record import Number, Record

Interval = tuple[Number, Number]


class NumberEnds(Record):
    """A number by the value and at both ends of its range; null where it is not known."""

    value: float | None
    low: float | None
    high: float | None


class EndsOfNumber(Record):
    """A number by the value and at the ends that serve the defence badly and well."""

    value: float
    bad: float
    good: float


class SampledMean(Record):
    """A mean over the trials with its 95 % interval."""

    mean: float
    sampling_interval: Interval


class CountedMean(SampledMean):
    """A mean over the trials with its 95 % interval and the range of the assumptions."""

    parameter_range: Interval = Field(description="all assumptions at the bad, at the good end")


class SampledShare(Record):
    """A share of the trials with its 95 % interval."""

    share: float | None
    sampling_interval: tuple[float | None, float | None]


class RangedShare(SampledShare):
    """A share of the trials with its interval and the range of the assumptions."""

    parameter_range: Interval


class ToldApart(NumberEnds):
    """The probability that objects are told apart."""

    source: str
    note: str


class RaidWave(Record):
    """Missiles that start together."""

    threat: str
    missile: str
    count: int
    start_s: float
    spacing_s: float
    launch_points: tuple[str, ...]
    targets: tuple[str, ...]
    objects: int = Field(description="that come with each missile, its warhead among them")
    discrimination: ToldApart | None
    sorting_altitude_m: float | None
    note: str


class HitRecord(Record):
    """Counted hits and shots, with what they allow of a kill probability."""

    id: str
    kind: str = Field(description="test or combat")
    hits: int
    shots: int
    source: str
    note: str
    mean: float
    p05: float
    p95: float


class RaidBattery(Record):
    """What a battery is and can do."""

    id: str
    name: str
    system: str
    system_name: str
    latitude_deg: float
    longitude_deg: float
    interceptors: Count
    salvo: int
    looks: int
    kill_probability: EndsOfNumber
    record: str | None
    records: tuple[HitRecord, ...]
    common_mode_failure: float
    simultaneous: int
    double_engagement: bool
    radar: str
    track_budget: int
    paths_in_reach: int
    paths: int


class SpentInterceptors(Record):
    """Interceptors that were spent, and on what."""

    all: CountedMean
    by_battery: dict[str, CountedMean]
    at_objects_that_were_no_warheads: CountedMean
    at_missiles_already_stopped: CountedMean
    wasted: SampledShare


class RaidOutcome(Record):
    """What becomes of missiles, in the mean of the trials."""

    outcome: str
    by: str | None = Field(description="the battery that stopped them")
    text: str
    missiles: float
    sampling_interval: Interval | None = None


class RaidAsset(Record):
    """A place that is aimed at."""

    asset: str
    name: str
    missiles: int
    leakers: SampledMean
    none_leaks: SampledShare
    outcomes: tuple[RaidOutcome, ...]


class RaidThreat(Record):
    """The missiles of one threat."""

    threat: str
    missiles: float
    leakers: float
    outcomes: tuple[RaidOutcome, ...]


class RivalFigure(Record):
    """Another published figure for the same quantity."""

    value: float
    low: float | None
    high: float | None
    unit: str
    source: str
    note: str


class BatteryCost(Record):
    """What the interceptors cost that a battery spent."""

    battery: str
    name: str
    system: str
    spent: float
    price_usd: NumberEnds
    cost_usd: NumberEnds
    source: str
    note: str
    rivals: tuple[RivalFigure, ...]


class RaidCost(Record):
    """What the interceptors cost at public prices, and nothing else."""

    TABLE: ClassVar[str] = "by_battery"

    by_battery: tuple[BatteryCost, ...]
    total_usd: NumberEnds
    per_missile_stopped_usd: NumberEnds
    limits: str


class RaidTold(Record):
    """What becomes of a raid, in the mean of its trials."""

    TABLE: ClassVar[str] = "outcomes"

    title: str
    missiles: int
    assignment: str
    undiscriminated: str
    note: str
    waves: tuple[RaidWave, ...]
    batteries: tuple[RaidBattery, ...]
    trials: int
    trials_max: int
    half_width_asked: float
    seed: int
    leakers: CountedMean
    none_leaks: RangedShare
    leaked_weight: CountedMean
    distribution: tuple[int, ...] = Field(description="trials with 0, 1, 2 … leakers")
    interceptors_spent: SpentInterceptors
    outcomes: tuple[RaidOutcome, ...]
    by_asset: tuple[RaidAsset, ...]
    by_threat: tuple[RaidThreat, ...]
    cost: RaidCost
    passed_over: tuple[str, ...]
    interval: str
    parameter_range: str


class Raid(RaidTold):
    """The raid of a scenario."""

    scenario: str
