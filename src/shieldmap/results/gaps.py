"""The answer to what flies between the layers: seconds inside and outside of published envelopes."""

from typing import ClassVar

from pydantic import Field

from shieldmap.results.record import Record


class LayerEnvelope(Record):
    """A layer with launchers, and the published envelope of its interceptor."""

    layer: str
    system: str
    system_name: str
    system_name_ko: str
    name: str = Field(description="where it stands")
    floor_m: float
    ceiling_m: float
    reach_m: float = Field(description="slant range from a launcher")
    sources: tuple[str, ...]


class NumberThatCloses(Record):
    """One published number of one layer, and where it would have to stand, the others unchanged."""

    layer: str
    number: str = Field(description="floor, ceiling or reach")
    published_m: float
    needed_m: float
    change_m: float = Field(description="needed less published")


class SiteThatCloses(Record):
    """A site from which the unchanged envelope of a layer would hold a part of the flight."""

    site: str = Field(description="a candidate site, or 'place' for the place itself")
    name: str
    layer: str = Field(description="the layer that would have most seconds from there")
    inside_s: float


class UnreachedPlace(Record):
    """A missile that does not reach a place."""

    place: str
    place_ko: str
    kind: str = Field(description="asset, town or place")
    threat: str
    launch_point: str
    missile: str
    status: str


class FlightBetween(UnreachedPlace):
    """The seconds that one flight spends inside and outside of the envelopes."""

    flight_s: float = Field(description="from burnout to impact")
    inside_s: float = Field(description="inside at least one")
    outside_s: float = Field(description="inside none")
    by_layer_s: dict[str, float] = Field(description="inside each layer, by its id")
    descent_s: float = Field(description="from the highest ceiling, or the top below it, to impact")
    descent_outside_s: float
    closes: tuple[NumberThatCloses, ...] = Field(
        description="of a flight inside none: the least change of each number of each system"
    )
    sites: tuple[SiteThatCloses, ...]


class LayerGaps(Record):
    """What flies between the layers to each place, and which one number or site would change that."""

    TABLE: ClassVar[str] = "rows"

    places: int
    layers: tuple[LayerEnvelope, ...]
    least_s: float = Field(description="seconds inside an envelope that count")
    flights: int
    open_flights: int = Field(description="flights with fewer seconds in every envelope")
    rows: tuple[FlightBetween | UnreachedPlace, ...]
    sentence_en: str
    sentence_ko: str
    limits: str
