"""The files of reproduced studies: what was published, what is assumed, and what of ours stands beside.

One TOML file in ``data/reproduced`` is one analysis.  What of ours stands beside a number is a recipe:
a few words that name a verb of the package and what it is asked.  A file that cannot be read becomes a
:class:`StudyFileError` of one sentence.
"""

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from shieldmap.results.reproduced import RowKind

FOLDER: Final = Path(__file__).parent.parent / "data" / "reproduced"
NOT_REPRODUCED: Final = "not_reproduced.toml"

Confidence = Literal["high", "medium", "low", "memory"]
ToleranceReason = Literal["digit", "verdict", "chance", "round", "sound", "word", "model"]
"""Half of the last digit; the word for a share of draws; the chance of trials; a round figure; a
speed of sound that is not named; a yes or a no; what a class model is good for."""

Pair = Annotated[tuple[float, ...], Field(min_length=2, max_length=2)]
Value = float | int | str | tuple[float, ...]


class StudyFileError(ValueError):
    """A file that cannot be read, in one sentence."""


class _StudyPart(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class HeldApogee(_StudyPart):
    """An apogee that is solved so that a flight has a number of the study."""

    take: Literal["time", "seconds_above"]
    value: float
    low_km: float = 0.0
    between_km: Pair


class FlightAsked(_StudyPart):
    """A number of one flight."""

    recipe: Literal["flight"]
    missile: str
    start: str = Field(alias="from")
    end: str = Field(alias="to")
    class_: str | None = Field(default=None, alias="class")
    apogee_km: float | None = None
    payload_kg: float | None = None
    held: HeldApogee | None = None
    take: Literal[
        "time",
        "apogee",
        "burnout_angle",
        "fall_mach",
        "mach_at",
        "seconds_down",
        "seconds_above",
        "altitude_over",
        "reentry_speed",
        "time_falling",
    ]
    low_km: float = 0.0
    high_km: float = 1e6
    over: str = ""


class ThresholdAsked(_StudyPart):
    """The apogee at which a flight passes over a place at an altitude."""

    recipe: Literal["apogee_over"]
    missile: str
    start: str = Field(alias="from")
    end: str = Field(alias="to")
    over: str
    altitude_km: float
    between_km: Pair


class DistanceAsked(_StudyPart):
    """The length of the geodesic between two places."""

    recipe: Literal["distance"]
    start: str = Field(alias="from")
    end: str = Field(alias="to")


class BatteryAsked(_StudyPart):
    """What a battery defends: shares over the joint draws, or seconds at the values."""

    recipe: Literal["battery"]
    scenario: str = "korea"
    changes: dict[str, Value] = {}
    site: str | None = None
    threats: tuple[str, ...]
    starts: tuple[str, ...] = Field(default=(), alias="from")
    end: str | None = Field(default=None, alias="to")
    take: Literal["share_of_draws", "at_values", "share_of_area", "window"]

    @model_validator(mode="after")
    def _place(self) -> "BatteryAsked":
        if (self.end is None) is not (self.take == "share_of_area"):
            raise ValueError("an area has no place, and what is no area needs one")
        return self


class BatteriesAsked(_StudyPart):
    """The least number of batteries for a share of the people, at the values and at the bad end."""

    recipe: Literal["batteries"]
    scenario: str = "korea"
    threats: tuple[str, ...]
    share: float


class LeakageAsked(_StudyPart):
    """A raid without geometry: ``layers`` as ``2x0.6+2x0.9``, shots times kill probability."""

    recipe: Literal["leakage"]
    raid: int
    layers: str
    track_probability: float = 1.0
    take: Literal["leakers", "none_leaks", "times_better", "kill_needed"]
    without: str = ""
    wanted: float = 0.0


class RangeAsked(_StudyPart):
    """The range of a radar for a cross section, or how much farther several together see."""

    recipe: Literal["radar"]
    radar: str
    rcs_m2: float
    snr_ratio: float
    dwell_s: float
    stacked: int = 1
    take: Literal["range", "times_farther"]


class SeenAsked(_StudyPart):
    """When a radar sees a flight first and last; low and high are those of the lists."""

    recipe: Literal["seen"]
    radar: str
    at: str
    boresight_deg: float
    missile: str
    starts: tuple[str, ...] = Field(alias="from", min_length=1)
    end: str = Field(alias="to")
    rcs_m2: tuple[float, ...] = Field(min_length=1)
    take: Literal["first", "last"]


Asked = Annotated[
    FlightAsked
    | ThresholdAsked
    | DistanceAsked
    | BatteryAsked
    | BatteriesAsked
    | LeakageAsked
    | RangeAsked
    | SeenAsked,
    Field(discriminator="recipe"),
]


class Output(_StudyPart):
    """A number that an analysis gives, and what of ours stands beside it."""

    quantity: str
    quantity_ko: str
    low: float
    high: float
    unit: str
    tolerance: Annotated[float, Field(gt=0.0)]
    tolerance_reason: ToleranceReason
    kind: RowKind = "test"
    matches: bool
    reason: str = ""
    reason_ko: str = ""
    ours: Asked

    @model_validator(mode="after")
    def _explained(self) -> "Output":
        if not self.matches and not (self.reason and self.reason_ko):
            raise ValueError(f"{self.quantity}: a mismatch needs its likely reason, twice")
        if self.high < self.low:
            raise ValueError(f"{self.quantity}: high is below low")
        return self


class CitedSource(_StudyPart):
    """One page or paper of the analysis."""

    title: str
    url: str | None = None
    published: str
    read: dt.date
    confidence: Confidence
    note: str = ""


class GivenInput(_StudyPart):
    """What the analysis says that it started from."""

    what: str
    what_ko: str
    value: str
    value_ko: str = ""
    unit: str = ""


class StudyChoice(_StudyPart):
    """What the analysis leaves open and what is taken here, with the reason."""

    what: str
    what_ko: str
    reason: str
    reason_ko: str


class PublishedStudy(_StudyPart):
    """One published analysis."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    title_ko: str
    question: str
    question_ko: str
    missing: str = ""
    missing_ko: str = ""
    sources: tuple[CitedSource, ...] = Field(min_length=1)
    inputs: tuple[GivenInput, ...] = ()
    assumed: tuple[StudyChoice, ...] = ()
    outputs: tuple[Output, ...] = Field(min_length=1)


class UnreadStudy(_StudyPart):
    """An analysis of which too little can be read."""

    id: str
    title: str
    title_ko: str
    url: str | None = None
    confidence: Confidence
    missing: str
    missing_ko: str


class _UnreadFile(_StudyPart):
    studies: tuple[UnreadStudy, ...]


def study_names() -> list[str]:
    """The ids of the published analyses, in the order of their names."""
    return sorted(path.stem for path in FOLDER.glob("*.toml") if path.name != NOT_REPRODUCED)


@cache
def published(name: str) -> PublishedStudy:
    """One published analysis by its id.

    Raises
    ------
    StudyFileError : the file cannot be read.
    """
    study = read_study((FOLDER / f"{name}.toml").read_text(encoding="utf-8"), f"{name}.toml")
    if study.id != name:
        raise StudyFileError(f"{name}.toml: id is '{study.id}': expected the name of the file")
    return study


def read_study(text: str, name: str) -> PublishedStudy:
    """A published analysis from the text of its file.

    Raises
    ------
    StudyFileError : the text is no such file.
    """
    try:
        return PublishedStudy.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise StudyFileError(f"{name}: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise StudyFileError(f"{name}: {where}: {first['msg']}") from None


@cache
def unread() -> tuple[UnreadStudy, ...]:
    """The analyses of which too little can be read."""
    text = (FOLDER / NOT_REPRODUCED).read_text(encoding="utf-8")
    return _UnreadFile.model_validate(tomllib.loads(text)).studies
