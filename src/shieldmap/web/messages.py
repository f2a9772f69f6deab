"""What requests hold, and the answers of HTTP alone; all others are records of ``results``.

Names carry their units; degrees and kilometres are used only in what a reader sets.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from shieldmap.answers.page import State
from shieldmap.export import EPOCH_EXPECTED
from shieldmap.results import FirstName
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
    """A state, and how many joint draws are judged beside its values and ends."""

    draws: Annotated[int, Field(strict=True, ge=0, le=512, description="from 0 to 512")] = 32


class PlaceAsked(_Asked):
    """A state and a place."""

    latitude_deg: Latitude
    longitude_deg: Longitude


class QuotedAsked(_Asked):
    """A state and one of the first questions."""

    question: Annotated[FirstName, Field(description="launchers, site, raid, radar or layers")]


class ForeignAsked(_Asked):
    """A state, and the radar cross section of foreign warheads; else the one the study leads with."""

    cross_section_m2: Annotated[
        float | None, Field(ge=1e-4, le=1e3, description="a cross section of the study in m2")
    ] = None


class FileAsked(_Asked):
    """A state, the language of the file's words, and a launch date for CZML, which holds moments."""

    epoch: Epoch | None = None
    lang: Annotated[Literal["en", "ko"], Field(description="en or ko")] = "en"


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


class ProblemMessage(BaseModel):
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


class StudyElsewhere(BaseModel):
    """An embedded study that the page does not open, and the one whose question of the radar shows its flights."""

    name: str
    title: str
    title_ko: str
    shown_in: str | None


class ScenarioName(BaseModel):
    """An embedded scenario in which something is defended."""

    name: str
    title: str
    title_ko: str
    latitude_deg: float
    longitude_deg: float
    date: str
