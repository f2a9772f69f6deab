"""The answer of ``defend`` at one place: the engagements against it, reasons with margins, a timeline."""

from typing import ClassVar

from pydantic import Field

from shieldmap.results.record import Record


class FailedConstraint(Record):
    """A constraint that is not met, and by how much."""

    constraint: str
    text: str
    margin: float | None = Field(description="negative, in the unit; null where it cannot be told")
    unit: str


class Margin(Record):
    """By how much a constraint is met or not."""

    margin: float | None
    unit: str


class EngagementEvent(Record):
    """One event of an engagement; the range is the straight line from the radar."""

    event: str
    time_s: float = Field(description="since the missile's launch")
    altitude_m: float
    range_m: float


class ArcTrackError(Record):
    """How a track that expects an arc is wrong about a body that lifts."""

    later_s: float | None = Field(
        description="after the commitment, until it says where the target will be; none: never"
    )
    miss_m: float = Field(description="by how much it is wrong at most")
    ahead_s: float = Field(description="how far ahead it looks: the flight of the interceptor")


class PlaceCase(Record):
    """A missile from a launch point, and the place asked about."""

    TABLE: ClassVar[str] = "timeline"

    missile: str
    threat: str
    launch_point: str
    latitude_deg: float
    longitude_deg: float
    status: str = Field(description="threatened, or why there is no engagement")
    sentence: str = Field(description="the status in words")


class NotThreatened(PlaceCase):
    """The missile does not reach the place, or cannot be flown there."""

    range_limit_m: float | None = Field(default=None, description="in this direction")
    defended: bool
    shots: int
    reason: None
    reason_text: None
    failed: tuple[FailedConstraint, ...]
    binds: None
    timeline: tuple[EngagementEvent, ...]


class Engagement(PlaceCase):
    """The engagement against the place; low and high set every assumption at its bad and good end."""

    defended: bool
    defended_by_doctrine: dict[str, bool]
    defended_bad: bool
    defended_good: bool
    shots: int = Field(description="how often one could shoot and look")
    reason: str | None = Field(description="the first failed constraint in the order of precedence")
    reason_text: str | None
    failed: tuple[FailedConstraint, ...]
    margins: dict[str, Margin]
    binds: str = Field(description="kinematic, published or none")
    slack_s: float | None
    closest_in_band_m: float | None = Field(description="slant range from the launcher")
    time_of_flight_s: float | None
    apogee_m: float | None
    solver_residual_m: float | None
    arc_track: ArcTrackError | None = Field(default=None, description="of a missile with lift")
    timeline: tuple[EngagementEvent, ...]


class DrawnVerdict(Record):
    """What joint draws of defence and missile say of a place, against every launch point at once."""

    share_of_samples: float | None = Field(description="share of the draws that defend it")
    verdict: str | None = Field(description="holds, fails or hangs")
    draws: int | None = Field(description="draws in which the missile reaches the place")
    hangs_on: str | None = Field(
        description="the assumption that alone turns the verdict soonest, or several"
    )
    turns_at: float | None = Field(description="its number where the verdict turns, in SI")


class ExplainedPlace(DrawnVerdict):
    """What goes along with the hardest case at a place.

    The verdict of the draws is that against the hardest case's missile, from every launch point that
    was asked about at once.
    """

    place: str | None = Field(description="its name, where it has one")
    others: tuple[str, ...] = Field(description="labels of places of the same name")
    scenario: str
    doctrine: str
    cases: tuple[Engagement | NotThreatened, ...]
    drawn: tuple[DrawnVerdict, ...] = Field(description="the same against each case alone")


class ExplainedEngagement(ExplainedPlace, Engagement):
    """The hardest engagement at a place, and every case beside it."""


class ExplainedNotThreatened(ExplainedPlace, NotThreatened):
    """A place that nothing threatens, and every case."""


Explanation = ExplainedEngagement | ExplainedNotThreatened
