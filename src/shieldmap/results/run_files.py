"""The files of a run: the record of each, from which its JSON Schema follows.

Those of this version lie in ``docs/schemas``; ``python design/write_schemas.py`` makes them again.
"""

from functools import cache
from typing import Any, Final

from pydantic import ConfigDict, Field, TypeAdapter

from shieldmap.results.deciding import DecidingNumbers
from shieldmap.results.engagement import Engagement, NotThreatened
from shieldmap.results.footprint import FootprintSummary
from shieldmap.results.questions import RaidAnswers, RaidTimeline
from shieldmap.results.radar import NoRadar, StudyCoverage
from shieldmap.results.record import Record
from shieldmap.results.stability import StabilitySummary, WatchedTrack

Values = tuple[float, ...]
Triple = tuple[float, float, float]


class Sampling(Record):
    """How the assumptions were drawn."""

    method: str
    samples: int
    seed: int


class Manifest(Record):
    """What a run is: versions, digests, sources."""

    name: str
    scenario_sha256: str
    run_hash: str
    sampling: Sampling
    versions: dict[str, str]
    wall_time_s: float
    made: str = Field(description="date and time in UTC")
    sources: tuple[str, ...]
    sha256: dict[str, str] = Field(description="by file")
    manifest_sha256: str = Field(description="of all other entries, as the file spells them")


class UsedNumber(Record):
    """A number of the catalogue with its range, in its own unit."""

    value: float
    low: float | None
    high: float | None
    unit: str


class UsedRival(UsedNumber):
    """Another published figure."""

    source: str
    note: str


class UsedValue(UsedNumber):
    """A catalogue value as it was used."""

    basis: str
    source: str
    note: str
    rivals: tuple[UsedRival, ...]


class UsedRecord(Record):
    """Counted hits and shots."""

    id: str
    kind: str
    hits: int
    shots: int
    source: str
    note: str


class UsedEntry(Record):
    """A system of the catalogue as it was used."""

    name: str
    kind: str
    values: dict[str, UsedValue]
    records: tuple[UsedRecord, ...]
    inputs: tuple[str, ...]


class UsedCatalogue(Record):
    """Every catalogue value that a run used, with its source."""

    model_config = ConfigDict(extra="allow")

    entries: dict[str, UsedEntry]


class UsedSource(Record):
    """A source by its key; the other fields are those of BibTeX, in the order of the file."""

    model_config = ConfigDict(extra="allow")

    key: str
    type: str

    def field(self, name: str) -> str:
        """A field of BibTeX; nothing where the source has none of this name."""
        return str((self.model_extra or {}).get(name, ""))


class FlightSampled(Record):
    """A flight in the Earth-fixed frame; its events are samples too."""

    time_s: Values
    position_m: tuple[Triple, ...]
    velocity_m_s: tuple[Triple, ...]
    events: dict[str, float]


class InterceptorPath(Record):
    """The path of one interceptor."""

    latitude_deg: Values
    longitude_deg: Values
    launch_s: float
    intercept_s: float
    time_s: Values
    ground_m: Values
    altitude_m: Values
    intercept_altitude_m: float
    slant_m: float


class EngagementDrawn(Record):
    """What a figure of an engagement needs beside its record."""

    place: str
    place_ko: str
    time_s: Values
    downrange_m: Values
    altitude_m: Values
    slant_from_battery_m: Values
    battery_downrange_m: float
    flight: FlightSampled
    interceptors: tuple[InterceptorPath, ...]


class DrawnEngagement(Engagement, EngagementDrawn):
    """One engagement as curves."""


class DrawnNotThreatened(NotThreatened, EngagementDrawn):
    """A flight that is not met."""


FILES: Final[dict[str, Any]] = {
    "summary.json": FootprintSummary | StabilitySummary,
    "engagements.json": tuple[DrawnEngagement | DrawnNotThreatened, ...],
    "coverage.json": StudyCoverage | NoRadar,
    "deciding.json": DecidingNumbers,
    "battle.json": RaidAnswers,
    "timeline.json": RaidTimeline,
    "tracks.json": tuple[WatchedTrack, ...],
    "catalogue.json": UsedCatalogue,
    "bibliography.json": tuple[UsedSource, ...],
    "manifest.json": Manifest,
}
"""The record of every JSON file of a run."""


def read(name: str, content: bytes) -> Any:
    """What a JSON file of a run holds.

    Raises
    ------
    pydantic.ValidationError : content of another version, or of no run.
    """
    return _adapter(name).validate_json(content)


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(FILES[name])


def schema(name: str) -> dict[str, object]:
    """The JSON Schema (2020-12) of a file of a run."""
    told = _adapter(name).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name} | told
