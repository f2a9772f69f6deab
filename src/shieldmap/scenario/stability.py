"""The nouns of a stability study: radars, launch areas, cities and what is asked about them.

Radars, launch areas and cities are taken by id from ``data/stability/sites.toml``, as they stand
there or with some fields replaced, or are written out in the file.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from shieldmap.scenario.nouns import (
    TWO_AZIMUTHS,
    Azimuth,
    Ends,
    Input,
    LaunchPoint,
    StudyFile,
    as_input,
    span_deg,
)
from shieldmap.scenario.parts import (
    Altitude,
    Country,
    Flag,
    Line,
    Name,
    Note,
    Part,
    Place,
    Prose,
    Source,
    System,
    Text,
    number,
)
from shieldmap.scenario.sources import DATA

SITES: Final = DATA / "stability" / "sites.toml"
LISTS: Final = ("radars", "launch_areas", "cities")
"""The lists of a study that may name their members by id."""

_Uncertainty = Annotated[float, number(0, 10, "degrees")]
_Elevation = Annotated[float, number(0, 90, "degrees")]
_Sector = Annotated[float, number(1, 360, "degrees, the full width")]
_CrossSection = Annotated[float, number(1e-6, 1000, "m2")]
_Moved = Annotated[float, number(1, 1000, "km")]
_ApogeeRatio = Annotated[float, number(1.01, 5, "apogees of the flight of least energy")]


class ElevationRival(Part):
    """Another figure for a radar's least elevation."""

    value: _Elevation
    source: Source
    note: Note = ""


class Watcher(Place):
    """A radar of the study.

    The ranges of boresight and sector are what the study varies; ``elevation_min_rivals`` are the
    other figures for the least elevation.
    """

    id: Name
    name_local: Line = ""
    system: System
    operator: Line = ""
    uncertainty_deg: _Uncertainty = 0.0
    altitude_m: Altitude
    altitude_range_m: tuple[Altitude, ...] | None = Field(
        default=None, min_length=2, max_length=2, description="two heights in a list, in m"
    )
    boresight_deg: Azimuth
    boresight_range_deg: Ends | None = Field(default=None, description=TWO_AZIMUTHS)
    sector_deg: _Sector = 120.0
    sector_range_deg: tuple[_Sector, ...] | None = Field(
        default=None, min_length=2, max_length=2, description="two widths in a list, in degrees"
    )
    elevation_min_deg: _Elevation = 5.0
    elevation_max_deg: _Elevation = 90.0
    elevation_min_source: Source | None = None
    elevation_min_note: Note = ""
    elevation_min_rivals: tuple[ElevationRival, ...] = Field(
        default=(), max_length=16, description="a list of at most 16 tables with value and source"
    )
    since: Line = ""

    @property
    def boresight_span_deg(self) -> tuple[float, float]:
        """The ends of the boresight's range around its value; they may pass 0 or 360."""
        if self.boresight_range_deg is None:
            return self.boresight_deg, self.boresight_deg
        return span_deg(self.boresight_deg, self.boresight_range_deg)


class LaunchArea(Place):
    """Where missiles of a kind are known to stand, and the missile that is flown for them."""

    id: Name
    country: Country
    uncertainty_deg: _Uncertainty
    basing: Text
    stand_in: System

    @property
    def is_mobile(self) -> bool:
        """Whether launchers leave the place, so that the point stands for a region."""
        return "mobile" in self.basing


class City(Place):
    """Where a flight ends, because the public debate draws it so."""

    id: Name
    country: Country


class RadarGroup(Part):
    """Radars that are asked about together; ``short`` heads a column.

    A group with an ``intro`` has a section of its own beside the added radar; ``note`` ends it.
    """

    id: Name
    name: Text
    short: Line = ""
    intro: Line = ""
    note: Line = ""
    radars: tuple[Name, ...] = Field(
        min_length=1, max_length=32, description="a list of 1 to 32 ids of radars"
    )


class ViewAsked(Part):
    """What counts as seen, and what is varied.

    ``horizon_deg`` is the second elevation limit, that of a radar with nothing in front of it.
    ``least_elevations`` says in words what the radars' own rest on; without it they are listed.
    """

    cross_sections_m2: tuple[_CrossSection, ...] = Field(
        default=(0.001, 0.01, 0.1, 1.0, 10.0),
        min_length=1,
        max_length=12,
        description="a list of 1 to 12 radar cross sections in m2, growing",
    )
    headline_cross_section_m2: _CrossSection = 0.1
    horizon_deg: _Elevation = 0.0
    least_elevations: Line = ""
    least_view_s: Annotated[float, number(0, 600, "s")] = 10.0
    turn_step_deg: Annotated[float, number(1, 90, "degrees")] = 5.0
    source: Source
    note: Note = ""


class Launches(Part):
    """What else could be flown, to say how much hangs on it.

    Launch points are moved about their area by ``moved_km``; paths peak ``apogee_ratios`` times as
    high as those of least energy.
    """

    moved_km: tuple[_Moved, ...] = Field(
        default=(100.0, 300.0), max_length=4, description="a list of at most 4 distances in km"
    )
    directions: Annotated[
        int, Field(strict=True, ge=1, le=16, description="a whole number from 1 to 16")
    ] = 8
    apogee_ratios: tuple[_ApogeeRatio, ...] = Field(
        default=(1.25, 1.5),
        min_length=1,
        max_length=4,
        description="a list of 1 to 4 ratios, growing",
    )
    source: Source
    note: Note = ""


class ShootingBattery(Place):
    """The battery whose interceptors are compared with the flights."""

    system: System
    altitude_m: Altitude


class OtherWay(Part):
    """A direction that somebody might turn the radar to; ``where`` follows "pointed"."""

    azimuth_deg: Azimuth
    where: Text


class RadarTask(Part):
    """What the added radar is there for: the launch sites that its sector has to hold.

    ``name`` is that of the country or place where they lie, ``adjective`` what they are called after
    it, such as North Korean.
    """

    name: Text
    adjective: Line = ""
    azimuths_deg: Ends = Field(description=TWO_AZIMUTHS)
    sites: Annotated[
        int, Field(strict=True, ge=1, le=10_000, description="a whole number of launch sites")
    ]
    launch_points: tuple[LaunchPoint, ...] = Field(
        default=(), max_length=64, description="at most 64 tables [[task.launch_points]]"
    )
    other_way: OtherWay | None = Field(default=None, description="a table [task.other_way]")
    source: Source
    note: Note = ""


class Statement(Part):
    """A public statement, and which of the study's results bears on it.

    ``denies_reach`` marks one that says that interceptors cannot get at the flights; ``word`` is a
    word of it that no number answers.
    """

    id: Name
    who: Text
    said_on: Text
    text: Prose
    answered_by: Annotated[
        Literal["interceptor", "added", "coverage"],
        Field(description="interceptor, added or coverage"),
    ]
    denies_reach: Flag = False
    word: Line = ""
    source: Source
    note: Note = ""


class StabilityScenario(StudyFile):
    """One study of what radars see of flights between other countries, checked.

    ``left_out`` says where radars stand that see these flights too and are not in the study, such as
    "in Alaska, on ships"; ``task`` is for a radar that watches somebody else's launch sites.
    """

    kind: Annotated[Literal["stability"], Field(description="stability")]
    added_radar: Name
    left_out: Line = ""
    view: ViewAsked = Field(description="a table [view]")
    launches: Launches = Field(description="a table [launches]")
    battery: ShootingBattery = Field(description="a table [battery]")
    task: RadarTask | None = Field(default=None, description="a table [task]")
    groups: tuple[RadarGroup, ...] = Field(
        default=(), max_length=8, description="at most 8 tables [[groups]]"
    )
    statements: tuple[Statement, ...] = Field(
        default=(), max_length=32, description="at most 32 tables [[statements]]"
    )
    radars: tuple[Watcher, ...] = Field(
        min_length=1, max_length=32, description="a list of 1 to 32 ids or tables [[radars]]"
    )
    launch_areas: tuple[LaunchArea, ...] = Field(
        min_length=1, max_length=64, description="a list of 1 to 64 ids or tables [[launch_areas]]"
    )
    cities: tuple[City, ...] = Field(
        min_length=1, max_length=16, description="a list of 1 to 16 ids or tables [[cities]]"
    )

    @property
    def system_ids(self) -> tuple[str, ...]:
        """Every catalogue entry that the study uses, sorted, aliases resolved."""
        used = {self.battery.system, *(radar.system for radar in self.radars)}
        used |= {area.stand_in for area in self.launch_areas}
        return tuple(sorted({self.catalogue.load(system).id for system in used}))

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The study's own numbers: positions and directions."""
        places = [self.battery, *self.radars, *self.launch_areas, *self.cities]
        return tuple(as_input(f"position of {place.name}", place) for place in places)


@cache
def _known() -> dict[str, dict[str, dict[str, Any]]]:
    raw = tomllib.loads(SITES.read_text(encoding="utf-8"))
    models: dict[str, type[Part]] = {"radars": Watcher, "launch_areas": LaunchArea, "cities": City}
    # The file may say more of a place than a study takes.
    return {
        name: {
            site["id"]: {key: site[key] for key in site if key in models[name].model_fields}
            for site in raw[name]
        }
        for name in LISTS
    }


def known_ids(name: str) -> list[str]:
    """The ids of ``data/stability/sites.toml`` in one of :data:`LISTS`."""
    return list(_known()[name])


def resolved(raw: Mapping[str, Any]) -> dict[str, object]:
    """The mapping with every site that is named by id filled in; a missing list is every site.

    What is no known id stays as it is, for the schema to refuse.
    """
    out = dict(raw)
    for name in LISTS:
        sites = _known()[name]
        given = out.get(name, list(sites))
        if isinstance(given, list):
            out[name] = [_known_site(item, sites) for item in given]
    return out


def _known_site(item: Any, sites: Mapping[str, dict[str, Any]]) -> Any:
    if isinstance(item, str):
        return dict(sites[item]) if item in sites else item
    if isinstance(item, Mapping) and isinstance(item.get("id"), str):
        return {**sites.get(item["id"], {}), **item}
    return item
