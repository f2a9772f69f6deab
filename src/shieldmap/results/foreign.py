"""What the radar of a state sees of flights between other countries, for the page."""

from pydantic import Field

from shieldmap.results.quoted import Said
from shieldmap.results.record import Record


class CountryFlights(Record):
    """The flights of one country, and how many of them the radar sees."""

    country: str
    name: str
    name_ko: str
    flown: int
    seen: int


class ForeignFlight(Record):
    """One flight for drawing: longitude and latitude in degrees, altitude in metres, and so on."""

    launch_area: str
    city: str
    is_seen: bool
    way: tuple[float, ...]
    in_view: tuple[tuple[float, ...], ...] = Field(description="its parts in view after burnout")


class ForeignSeen(Record):
    """Flights of a stability study that the radar sees after their burnout, its view as the state has it."""

    study: str = Field(description="the stability study; empty where none has this radar")
    cross_section_m2: float
    cross_sections_m2: tuple[float, ...]
    flown: int
    seen: int
    countries: tuple[CountryFlights, ...]
    flights: tuple[ForeignFlight, ...]
    sentence: Said
