"""The answers of ``fly``: one trajectory with its events, or one for each class asked for."""

from typing import TYPE_CHECKING, ClassVar, Final, Literal, NamedTuple

import numpy as np
from pydantic import Field, PrivateAttr

from shieldmap.model import Floats
from shieldmap.results.record import Record, optional

if TYPE_CHECKING:
    import pandas as pd
    import xarray


class FlightPlace(Record):
    """A place; coordinates that were typed have no name."""

    latitude_deg: float
    longitude_deg: float
    name: str = ""
    others: tuple[str, ...] = Field(default=(), description="labels of places of the same name")

    @property
    def called(self) -> str:
        """The name where there is one, else the degrees."""
        if self.name:
            return self.name
        lat, lon = self.latitude_deg, (self.longitude_deg + 180.0) % 360.0 - 180.0
        ns, ew = "N" if lat >= 0.0 else "S", "E" if lon >= 0.0 else "W"
        return f"{abs(lat):.2f}° {ns}, {abs(lon):.2f}° {ew}"


class FlightAssumption(Record):
    """A value behind a flight, in the unit of the catalogue."""

    name: str = Field(description="its path in the catalogue")
    value: float | None
    low: float | None
    high: float | None
    unit: str
    basis: str = Field(description="measured, published, derived, estimate, or given")
    source: str


class LaunchPlace(Record):
    """How a flight is aimed."""

    azimuth_deg: float = Field(description="clockwise from north")
    pitch_over_deg: float
    cutoff_s: float = Field(description="when the thrust ends")


class Burnout(Record):
    """The end of the thrust, or the given state; the speed is relative to the Earth."""

    time_s: float
    altitude_m: float
    speed_m_s: float | None
    flight_path_angle_deg: float = Field(description="above the local horizontal")


class Impact(Record):
    """Where and how fast the body comes down."""

    latitude_deg: float
    longitude_deg: float
    speed_m_s: float | None
    solver_residual_m: float | None = Field(
        default=None, description="how far an aimed flight falls from its place"
    )


class ReentryState(Record):
    """The passage through 100 km on the way down; null where there is none."""

    altitude_m: float | None
    speed_m_s: float | None
    time_s: float | None


class CoefficientRow(Record):
    """The flight with one ballistic coefficient."""

    ballistic_coefficient_kg_m2: float
    status: Literal["ok", "not-flown"]
    apogee_m: float | None
    time_of_flight_s: float | None
    ground_range_m: float | None
    burnout_speed_m_s: float | None
    reentry_speed_m_s: float | None
    impact_speed_m_s: float | None
    sentence: str = Field(default="", description="why it is not flown")


_NO_COLUMNS: Final = ("position_m", "velocity_m_s", "events")


class FlightSamples(NamedTuple):
    """A flight every second and at its events: n growing times, Earth-fixed frame."""

    time_s: Floats
    """(n,), since launch or since the given state"""
    position_m: Floats
    """(n, 3)"""
    velocity_m_s: Floats
    """(n, 3), relative to the turning Earth"""
    latitude_deg: Floats
    longitude_deg: Floats
    altitude_m: Floats
    """(n,), above the ellipsoid"""
    ground_range_m: Floats
    phase: tuple[str, ...]
    """boost, midcourse or reentry"""
    events: dict[str, int]
    """the row of each event that happened, by its name"""

    def columns(self) -> dict[str, Floats | tuple[str, ...]]:
        """One value for each time, by name."""
        axes = zip(("x", "y", "z"), self.position_m.T, self.velocity_m_s.T, strict=True)
        cartesian = {
            name: values
            for axis, place, speed in axes
            for name, values in ((f"{axis}_m", place), (f"v{axis}_m_s", speed))
        }
        speed_m_s = np.linalg.norm(self.velocity_m_s, axis=1)
        named = {k: v for k, v in self._asdict().items() if k not in _NO_COLUMNS}
        return {**named, "speed_m_s": speed_m_s, **cartesian}


class Flight(Record):
    """One trajectory. Speeds are relative to the Earth, heights above the ellipsoid."""

    missile: str | None
    name: str
    class_: str = Field(
        validation_alias="class",
        serialization_alias="class",
        description="minimum-energy, lofted, depressed, held-apogee or from-burnout",
    )
    label: str = Field(description="the class for people, with what is switched off")
    apogee_held_m: float | None = None
    minimum_energy_apogee_m: float | None = Field(
        default=None, description="what a held apogee is called lofted or depressed by"
    )
    from_: FlightPlace = Field(validation_alias="from", serialization_alias="from")
    to: FlightPlace | None = None
    launch: LaunchPlace | None = None
    status: Literal["ok"]
    burnout: Burnout
    apogee_m: float
    time_of_flight_s: float
    ground_range_m: float
    impact: Impact
    reentry: ReentryState
    assumptions: tuple[FlightAssumption, ...]
    by_ballistic_coefficient: dict[str, CoefficientRow] = Field(
        default={}, description="low, value and high end of the catalogue's range"
    )
    body: str = Field(default="", description="separating, unitary or lifting")
    limits: str

    _samples: FlightSamples | None = PrivateAttr(default=None)

    def __eq__(self, other: object) -> bool:
        # Samples are arrays, which have no one answer to ==; they follow from the rest.
        return isinstance(other, Flight) and self.as_json() == other.as_json()

    def __hash__(self) -> int:
        return hash((self.name, self.label, self.apogee_m, self.time_of_flight_s))

    @property
    def samples(self) -> FlightSamples:
        """The flight every second and at its events.

        Raises
        ------
        ValueError : the record was read from a file, which holds no samples.
        """
        if self._samples is None:
            raise ValueError("this flight was read from a file: fly it again for its samples")
        return self._samples

    def sampled(self, samples: FlightSamples) -> "Flight":
        """The same flight with its samples."""
        flight = self.model_copy()
        flight._samples = samples  # noqa: SLF001 (of the copy)
        return flight

    def to_pandas(self) -> "pd.DataFrame":
        """The samples: a row for each time."""
        table: pd.DataFrame = optional("pandas").DataFrame(self.samples.columns())
        return table

    def to_xarray(self) -> "xarray.Dataset":
        """The samples along ``time_s``."""
        made = optional("xarray").Dataset
        columns = self.samples.columns()
        time_s = columns.pop("time_s")
        data = {name: ("time_s", np.asarray(values)) for name, values in columns.items()}
        dataset: xarray.Dataset = made(
            data, {"time_s": time_s}, {"name": f"{self.name}, {self.label}"}
        )
        return dataset


class RefusedClass(Record):
    """A class that cannot be flown to the place."""

    class_: str = Field(validation_alias="class", serialization_alias="class")
    sentence: str


class FlightList(Record):
    """Several classes: those that fly, and those that cannot with the reason."""

    TABLE: ClassVar[str] = "flights"

    flights: tuple[Flight, ...]
    refused: tuple[RefusedClass, ...]
