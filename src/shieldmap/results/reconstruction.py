"""The answer of ``reconstruct``: what a published flight says about the missile that flew it."""

from typing import ClassVar, Literal

from pydantic import Field

from shieldmap.results.flight import FlightPlace
from shieldmap.results.raid import NumberEnds
from shieldmap.results.record import Record


class PublishedFlight(Record):
    """What was published, and by how much it may be off."""

    range_m: float
    apogee_m: float
    range_error_m: float
    apogee_error_m: float


class Reading(Record):
    """The flight read with one number free; null where a range lies beyond what is looked at."""

    free: str = Field(description="payload or cut-off")
    status: Literal["ok"]
    payload_kg: NumberEnds
    cutoff_s: NumberEnds
    time_of_flight_s: NumberEnds
    burnout_time_s: NumberEnds
    burnout_altitude_m: NumberEnds
    burnout_speed_m_s: NumberEnds
    burnout_angle_deg: NumberEnds
    reentry_speed_m_s: NumberEnds
    standard_range_m: NumberEnds
    standard_range_still_m: NumberEnds
    corners_left_out: int = Field(description="combinations of ends that cannot be flown")


class RefusedReading(Record):
    """A number that cannot reproduce the flight."""

    free: str
    status: Literal["refused"]
    sentence: str


class Reconstruction(Record):
    """Which payload, or which cut-off, reproduces a published flight."""

    TABLE: ClassVar[str] = "readings"

    missile: str
    name: str
    from_: FlightPlace = Field(validation_alias="from", serialization_alias="from")
    bearing_deg: float
    published: PublishedFlight
    kepler_arc_time_of_flight_s: float
    readings: tuple[Reading | RefusedReading, ...]
    standard_range_known_to_m: float
    limits: str
