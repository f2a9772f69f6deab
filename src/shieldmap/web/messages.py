"""What requests and answers hold: the nouns of the OpenAPI description.

Names carry their units; degrees and kilometres are used only in what a reader sets.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from shieldmap.export import EPOCH_EXPECTED
from shieldmap.live import State
from shieldmap.scenario.parts import Latitude, Longitude

Client = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z0-9-]{1,64}$",
        description="a name of 1 to 64 letters, digits and hyphens; a new request of the same client "
        "takes the place of the one before",
    ),
]


def _plain_number(given: Any) -> Any:
    """A number of a query, as one writes it: no underscores, blanks or words that Python knows."""
    if isinstance(given, str):
        if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", given, re.ASCII):
            raise ValueError("no number")
        return float(given)
    return given


QuerySpacing = Annotated[
    float,
    BeforeValidator(_plain_number),
    Field(ge=1.5, le=100, allow_inf_nan=False, description="a number from 1.5 to 100 km"),
]
Label = Annotated[str, Field(max_length=100, description="a text of at most 100 characters")]


Epoch = Annotated[
    str,
    Field(max_length=60, json_schema_extra={"format": "date-time"}, description=EPOCH_EXPECTED),
]


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")

    state: State = State()
    client: Client = "anybody"


class Asked(_Asked):
    """A state, and who asks."""


class AreaAsked(_Asked):
    """A state, and what the map shows: ``probability`` takes the samples as well."""

    colour: Annotated[
        Literal["shots", "probability", "margin"],
        Field(description="shots, probability or margin"),
    ] = "shots"


class PlaceAsked(_Asked):
    """A state and a place."""

    latitude_deg: Latitude
    longitude_deg: Longitude


class FileAsked(_Asked):
    """A state, and a launch date for the kind that holds moments, which is CZML."""

    epoch: Epoch | None = None


class EngagementAsked(PlaceAsked):
    """A state, a place and a launch date."""

    epoch: Epoch | None = None


class TownAsked(PlaceAsked):
    """A state and a named place."""

    name: Label = ""
    name_ko: Label = ""


class RaidAsked(_Asked):
    """A state, how many trials, without a number until the interval asked for is reached, and a date."""

    trials: (
        Annotated[
            int, Field(strict=True, ge=2, le=200_000, description="a whole number from 2 to 200000")
        ]
        | None
    ) = None
    epoch: Epoch | None = None


class Problem(BaseModel):
    """What is wrong, in one sentence."""

    detail: str


class Progress(BaseModel):
    """How far the work of a client is; ``what`` is null where nothing is under way."""

    what: str | None
    done: int = 0
    total: int = 0


class Version(BaseModel):
    """The version, and a hash of the embedded scenario ``korea`` with its catalogue values."""

    version: str
    hash: str


class ScenarioName(BaseModel):
    """An embedded scenario in which something is defended."""

    name: str
    title: str


class Cells(BaseModel):
    """The cells of a grid, from south to north and west to east; one value for each cell."""

    spacing_km: float
    latitude_deg: list[float]
    longitude_deg: list[float]
    height_deg: list[float]
    width_deg: list[float]
    people: list[int]


class Sum(BaseModel):
    """Area and people."""

    area_m2: float
    people: float


class Ends(BaseModel):
    """Sums at the bad ends, by the values and at the good ends of the assumptions."""

    low: Sum
    value: Sum
    high: Sum


class Shares(BaseModel):
    """Shares at the bad ends, by the values and at the good ends; null where nothing is threatened."""

    low: float | None
    value: float | None
    high: float | None


class Quantiles(BaseModel):
    """Shares of the people over the sampled assumptions."""

    p05: float | None
    p50: float | None
    p95: float | None


class Totals(BaseModel):
    """People and area, threatened and defended."""

    threatened: Sum
    defended: Ends
    share_of_people: Shares
    share_of_area: Shares
    sampled: Quantiles | None


class Reason(BaseModel):
    """Undefended people and area by headline reason."""

    constraint: str
    people: float
    area_m2: float


class Spot(BaseModel):
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
    defended_low: bool | None
    defended_high: bool | None
    shots: int | None
    reason: str | None
    margin: float | None
    margin_unit: str | None
    time_of_flight_s: float | None
    share_of_samples: float | None


class ByLaunchPoint(BaseModel):
    """One launch point alone; ``refusal`` says why its flights cannot be flown."""

    launch_point: str
    threatened: Sum
    defended: Ends
    time_of_flight_s: list[float] | None
    refusal: str


class Ranges(BaseModel):
    """Ranges of the radar for the missile looked at: searching within its budget, and tracking."""

    search_range_m: float
    track_range_m: float


class Counted(BaseModel):
    """A number of things with its ends."""

    value: int
    low: int
    high: int


class Area(BaseModel):
    """What is defended: columns with one value for each cell, and sums.

    ``status``: 0 threatened, 1 out of the missile's range, 2 not computed. ``defended``: bit 1 by the
    values, bit 2 with every assumption at its bad end, bit 4 at its good end. ``shots`` is how often
    one could shoot and look, ``margin_s`` by how much the last shot of the doctrine could be later.
    ``reason`` is -1 or a constraint from 0 (never visible) to 10; ``probability`` the per cent of the
    sampled assumptions under which the cell is defended.
    """

    query: str
    scenario: str
    threat: str
    spacing_km: float
    cells: int
    status: list[int]
    defended: list[int]
    shots: list[int]
    margin_s: list[int | None]
    reason: list[int]
    probability: list[int] | None
    totals: Totals
    reasons: list[Reason]
    spots: list[Spot]
    by_launch_point: list[ByLaunchPoint]
    radar: Ranges
    interceptors: Counted
    flown_s: float
    elapsed_s: float


class Happening(BaseModel):
    """One event of an engagement; the range is the straight line from the radar."""

    event: str
    time_s: float
    altitude_m: float
    range_m: float


class Change(BaseModel):
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


class SetTo(BaseModel):
    """One number and the value that it takes."""

    parameter: str
    key: str | None
    unit: str
    value: float


class Together(BaseModel):
    """Two numbers that turn the verdict together, and neither alone; whether inside their ranges."""

    in_range: bool
    numbers: list[SetTo]


class AtLaunchPoint(BaseModel):
    """Whether the place is threatened and defended from one launch point."""

    launch_point: str
    status: str
    defended: bool | None


class Why(BaseModel):
    """The engagement against one place; margins are in the unit of their constraint."""

    model_config = ConfigDict(extra="allow")

    latitude_deg: float
    longitude_deg: float
    threat: str
    missile: str
    launch_point: str
    status: str
    sentence: str
    defended: bool
    shots: int
    reason: str | None
    share_of_samples: float | None
    timeline: list[Happening]
    changes: list[Change]
    together: list[Together]
    launch_points: list[AtLaunchPoint]
    floor_m: float
    ceiling_m: float
    reach_m: float


class Town(BaseModel):
    """A place that can be looked up."""

    name: str
    name_ko: str
    kind: str
    latitude_deg: float
    longitude_deg: float
    people: int


class Defended(BaseModel):
    """What a place is defended against: a sentence in two languages and a row for every threat."""

    model_config = ConfigDict(extra="allow")

    name: str
    name_ko: str
    latitude_deg: float
    longitude_deg: float
    sentence_en: str
    sentence_ko: str
    rows: list[dict[str, Any]]
    others: list[Town]


class Outline(BaseModel):
    """The edge of the radar's view at one altitude: latitudes and longitudes."""

    altitude_m: float
    ring: list[tuple[float, float]]


class Sheet(BaseModel):
    """One sheet of the volume: vertices row by row, Earth-fixed, in metres."""

    sheet: Literal["front", "bottom", "sides", "roof"]
    rows: int
    columns: int
    ecef_m: list[int]


class Coverage(BaseModel):
    """What the radar sees of the missile looked at."""

    search_range_m: float
    track_range_m: float
    rcs_m2: float
    outlines: list[Outline]
    volume: list[Sheet]


class Leg(BaseModel):
    """One phase of a flight: longitude, latitude, altitude in metres, and so on."""

    phase: Literal["boost", "midcourse", "reentry"]
    positions: list[float]


class Flight(BaseModel):
    """One drawn flight."""

    launch_point: str
    to: str
    phases: list[Leg]
    apogee_m: float
    time_of_flight_s: float


class Raid(BaseModel):
    """What becomes of the raid: means over the trials, and one trial as CZML."""

    model_config = ConfigDict(extra="allow")

    missiles: int
    trials: int
    leakers: dict[str, Any]
    interceptors_spent: dict[str, Any]
    by_outcome: list[dict[str, Any]]
    by_layer: list[dict[str, Any]]
    events: list[dict[str, Any]]
    czml: list[dict[str, Any]]
