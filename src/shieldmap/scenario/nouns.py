"""The nouns of a scenario file: one class for one table, frozen and checked.

A field's description is the text after "expected" in an error, so it says what may stand there.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date as calendar_date
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, NamedTuple

from pydantic import (
    BeforeValidator,
    Field,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    create_model,
    field_validator,
    model_serializer,
    model_validator,
)

from shieldmap import catalog, geodata, terms, texts
from shieldmap.model import Doctrine, TrajectoryClass
from shieldmap.scenario.parts import (
    ASSUMPTION,
    COUNT,
    Altitude,
    Confidence,
    CountRange,
    Country,
    Flag,
    GivenNumber,
    Latitude,
    Line,
    Longitude,
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
from shieldmap.scenario.raid import Fire, RaidPlan


class ScenarioError(ValueError):
    """A scenario that cannot be used, said in one sentence that can be printed anywhere."""

    def __init__(self, sentence: str) -> None:
        super().__init__(texts.sentence(sentence))


class LauncherSite(Place):
    """Launchers that stand away from the battery."""

    altitude_m: Altitude
    launchers: CountRange = COUNT


class Battery(Place):
    """The launchers at the battery and what they carry."""

    altitude_m: Altitude
    launchers: CountRange = COUNT
    interceptors_per_launcher: CountRange = COUNT

    @property
    def interceptors(self) -> CountRange:
        """Interceptors on the battery's own launchers."""
        a, b = self.launchers, self.interceptors_per_launcher
        return CountRange(value=a.value * b.value, low=a.low * b.low, high=a.high * b.high)


Azimuth = Annotated[float, number(0, 360, "degrees clockwise from north")]


TWO_AZIMUTHS: Final = (
    "two numbers in a list, azimuths in degrees clockwise from the first to the second, "
    "such as [313, 10]"
)
Ends = Annotated[tuple[Azimuth, ...], Field(min_length=2, max_length=2)]


class HorizonPoint(Part):
    """One point of the skyline that stands in front of a radar."""

    azimuth_deg: Azimuth
    elevation_deg: Annotated[float, number(-10, 80, "degrees")]


class DefenceRadar(Part):
    """The radar: where it stands and what it may look at.

    ``watched_deg`` are the azimuths between which, clockwise, the launch areas lie: draws take the
    directions whose view holds them. ``boresight_range_deg`` is a span of directions in its place,
    where those of the view are not wanted.
    ``horizon`` is the skyline, in a scenario file also the name of a CSV file beside it in
    ``horizon_file``; without one there is no terrain. ``view`` is a cone about the antenna's normal
    or a wedge of azimuth, by itself a cone where the catalogue knows a scan limit. ``tilt_deg`` is the
    elevation of the normal and ``scan_max_deg`` the limit of the angle off it, the catalogue's where
    they are not given; ``sector_deg`` belongs to a wedge.
    """

    system: System
    present: Flag = True
    latitude_deg: Latitude
    longitude_deg: Longitude
    altitude_m: Altitude
    boresight_deg: Azimuth
    boresight_range_deg: Ends | None = Field(default=None, description=TWO_AZIMUTHS)
    watched_deg: Ends | None = Field(default=None, description=TWO_AZIMUTHS)
    view: Annotated[Literal["cone", "wedge"], Field(description="cone or wedge")] | None = None
    sector_deg: Annotated[float, number(1, 360, "degrees, the full width")] = 120.0
    elevation_min_deg: Annotated[float, number(0, 90, "degrees")] = 5.0
    elevation_max_deg: Annotated[float, number(-10, 90, "degrees")] = 90.0
    tilt_deg: Annotated[float, number(0, 90, "degrees")] | None = None
    scan_max_deg: Annotated[float, number(1, 180, "degrees off the antenna's normal")] | None = None
    horizon_file: Text | None = None
    horizon: tuple[HorizonPoint, ...] = Field(
        default=(), max_length=3600, description="at most 3600 tables [[defence.radar.horizon]]"
    )
    source: Source
    confidence: Confidence = "medium"
    note: Note = ""

    @field_validator("boresight_range_deg")
    @classmethod
    def _hold_the_boresight(
        cls, ends: tuple[float, ...] | None, info: ValidationInfo
    ) -> tuple[float, ...] | None:
        boresight = info.data.get("boresight_deg")
        if ends is not None and boresight is not None:
            west, east = span_deg(boresight, ends)
            if east - west > 360.0:
                raise ValueError(
                    "two azimuths between which, clockwise from the first to the second, "
                    f"boresight_deg lies, {boresight:g}"
                )
        return ends

    @property
    def watched_span_deg(self) -> tuple[float, float] | None:
        """The azimuths of the launch areas, the second not less than the first; they may pass 360."""
        if self.watched_deg is None or self.boresight_range_deg is not None:
            return None
        west, east = self.watched_deg
        return west, west + (east - west) % 360.0

    @property
    def boresight_span_deg(self) -> tuple[float, float]:
        """The ends of the boresight's range around its value; they may pass 0 or 360."""
        if self.boresight_range_deg is None:
            return self.boresight_deg, self.boresight_deg
        return span_deg(self.boresight_deg, self.boresight_range_deg)


def span_deg(boresight_deg: float, ends_deg: tuple[float, ...]) -> tuple[float, float]:
    """Ends of a range of directions around its value; they may pass 0 or 360."""
    west, east = ends_deg
    return boresight_deg - (boresight_deg - west) % 360.0, (
        boresight_deg + (east - boresight_deg) % 360.0
    )


if TYPE_CHECKING:
    _Numbers = Part
else:
    _Numbers = create_model(
        "_Numbers",
        __base__=Part,
        **{term.key: (GivenNumber | None, ASSUMPTION) for term in terms.in_scenario()},
    )


class GivenAssumptions(_Numbers):
    """Numbers that replace the catalogue's; each is optional. Which there are stands in the terms."""

    def given(self, key: str) -> GivenNumber | None:
        """What replaces the catalogue's number of this key; nothing where it is left alone."""
        found: GivenNumber | None = getattr(self, key, None)
        return found


class _Defended(Part):
    """What every battery has; see :class:`Defence`."""

    system: System
    doctrine: Annotated[
        terms.DoctrineName,
        Field(description=terms.either(terms.DOCTRINES)),
    ]
    chain: Annotated[Literal["parts", "published"], Field(description="parts or published")]
    battery: Battery = Field(description="a table [defence.battery]")
    launcher_sites: tuple[LauncherSite, ...] = Field(
        default=(), max_length=64, description="at most 64 tables [[defence.launcher_sites]]"
    )
    assumptions: GivenAssumptions = Field(
        default=GivenAssumptions(), description="a table [defence.assumptions]"
    )
    fire: Fire | None = Field(default=None, description="a table [defence.fire]")

    @property
    def doctrine_code(self) -> Doctrine:
        """The headline doctrine as the physics knows it."""
        return terms.doctrine_code(self.doctrine)

    @property
    def launchers(self) -> CountRange:
        """All launchers, those away from the battery included."""
        groups = [self.battery.launchers, *(site.launchers for site in self.launcher_sites)]
        return CountRange(
            value=sum(group.value for group in groups),
            low=sum(group.low for group in groups),
            high=sum(group.high for group in groups),
        )

    @property
    def interceptors(self) -> CountRange:
        """Interceptors on all launchers."""
        each, all_launchers = self.battery.interceptors_per_launcher, self.launchers
        return CountRange(
            value=all_launchers.value * each.value,
            low=all_launchers.low * each.low,
            high=all_launchers.high * each.high,
        )


class Defence(_Defended):
    """What defends.

    ``chain`` is ``parts`` (warning, track and reaction are added) or ``published`` (the published
    time from missile launch to interceptor launch replaces all three).
    """

    radar: DefenceRadar = Field(description="a table [defence.radar]")


class Layer(_Defended):
    """One more battery beside the one under study, with a radar of its own or a shared one.

    ``shares_radar`` is the id of another layer, or ``defence`` for the battery under study.
    """

    id: Name
    radar: DefenceRadar | None = Field(default=None, description="a table [layers.radar]")
    shares_radar: Name | None = None


class CandidateSite(Place):
    """A place that was named as a site for the battery."""

    id: Name
    altitude_m: Altitude


class LaunchPoint(Place):
    """A place from which a missile of the study starts."""

    id: Name
    name_ko: Line = ""

    @model_serializer(mode="wrap")
    def _without_nothing(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        # A name that is not given is left out, so that a study keeps its hash.
        return {key: value for key, value in write(self).items() if value or key != "name_ko"}


class Threat(Part):
    """One missile, flown in one class from some launch points to every place of the grid.

    ``lofted`` and ``depressed`` without an apogee are the high and the low path at full burn.
    ``apogee_range_km`` are the ends that draws of a held apogee lie between.
    """

    missile: System
    trajectory: Annotated[
        terms.ClassName,
        Field(alias="class", description=terms.either(terms.CLASSES)),
    ]
    id: Name
    apogee_km: Annotated[float, number(10, 10_000, "km")] | None = None
    apogee_range_km: (
        Annotated[
            tuple[Annotated[float, number(10, 10_000, "km")], ...],
            Field(min_length=2, max_length=2, description="two apogees in km, the lower first"),
        ]
        | None
    ) = None
    launch_points: tuple[Name, ...] = Field(
        min_length=1, max_length=64, description="a list of 1 to 64 ids of launch points"
    )
    payload_kg: Annotated[float, number(1, 20_000, "kg")] | None = None
    ballistic_coefficient_kg_m2: Annotated[float, number(50, 50_000, "kg/m2")] | None = None
    radar_cross_section_m2: Annotated[float, number(1e-6, 1000, "m2")] | None = None
    source: Source | None = None
    note: Note = ""

    @model_validator(mode="before")
    @classmethod
    def _name_it(cls, raw: Any) -> Any:
        if not isinstance(raw, Mapping) or "id" in raw:
            return raw
        parts = (raw.get("missile"), raw.get("class"))
        if all(isinstance(part, str) for part in parts):
            # An alias may hold what an id may not, such as a space.
            made = re.sub(r"[^a-z0-9]+", "-", "-".join(map(str, parts)).lower()).strip("-")
            return {"id": made[:64] or "threat", **raw}
        return raw

    @property
    def trajectory_class(self) -> TrajectoryClass:
        """The class as the physics knows it."""
        return terms.class_code(self.trajectory)


class ComparedMissile(Part):
    """A missile that is never flown here: its published apogee is compared with the floor."""

    missile: System
    source: Source | None = None
    note: Note = ""


class Asset(Place):
    """A defended place that the public debate names."""

    id: Name
    name_ko: Line = ""
    kind: Annotated[
        Literal["city", "base", "plant", "headquarters", "port", "storage", "site"],
        Field(description="city, base, plant, headquarters, port, storage or site"),
    ]


def _as_list(given: Any) -> Any:
    """One country as a list of it."""
    return (given,) if isinstance(given, str) else given


def _as_written(codes: tuple[str, ...]) -> str | list[str]:
    """One country as its code alone, several as a list."""
    return codes[0] if len(codes) == 1 else list(codes)


Countries = Annotated[
    tuple[Country, ...],
    BeforeValidator(_as_list),
    PlainSerializer(_as_written),
    Field(
        min_length=1,
        max_length=32,
        description="a country as three capital letters such as KOR, or a list of them",
    ),
]


class PeopledPlace(Place):
    """A place with people that a study brings along, beside the towns of the map pack."""

    id: Name
    name_ko: Line = ""
    people: Annotated[float, number(0, 1e9, "people")]


class Towns(Part):
    """Which towns are counted besides the assets."""

    country: Countries
    minimum_population: Annotated[
        int,
        Field(
            strict=True,
            ge=0,
            le=100_000_000,
            description="a whole number of people from 0 to 100000000",
        ),
    ]


class PeoplePoint(Part):
    """So many people at one point."""

    latitude_deg: Latitude
    longitude_deg: Longitude
    people: Annotated[float, number(0, 1e9, "people")]


_A_BOX: Final = (
    "four numbers in a list, west, south, east and north in degrees, such as [126, 37, 127.5, 38]; "
    "the west is greater than the east where the box holds the date line"
)


class Grid(Part):
    """The grid of places over countries, or over the part of them in provinces or in a box.

    ``people`` are the people in place of those of the map pack, in a scenario file also the name of a
    CSV file beside it in ``people_file``.
    """

    country: Countries
    provinces: tuple[Text, ...] = Field(
        default=(), max_length=64, description="a list of at most 64 names of provinces"
    )
    box_deg: (
        Annotated[
            tuple[Longitude, Latitude, Longitude, Latitude],
            Field(description=_A_BOX),
        ]
        | None
    ) = None
    spacing_km: Annotated[float, number(1, 100, "km")]
    people_file: Text | None = None
    people: tuple[PeoplePoint, ...] = Field(
        default=(), max_length=20_000, description="at most 20000 tables [[grid.people]]"
    )
    people_source: Source | None = None

    @field_validator("box_deg")
    @classmethod
    def _from_south_to_north(
        cls, box: tuple[float, float, float, float] | None
    ) -> tuple[float, float, float, float] | None:
        # Longitudes of up to 360 degrees are from -180 to 180 by now.
        if box is not None and (box[1] >= box[3] or box[0] == box[2]):
            raise ValueError(_A_BOX)
        return box

    @model_serializer(mode="wrap")
    def _without_nothing(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        # What a grid does not have is left out, so that a study keeps its hash.
        return {key: value for key, value in write(self).items() if value or key == "country"}


NO_GRID: Final = Grid.model_construct(country=(), spacing_km=5.0)
"""Places alone."""


class OwnSource(Part):
    """A source that the bibliography of the package lacks, given by the scenario itself."""

    key: Annotated[
        str,
        Field(
            strict=True,
            pattern=r"^[a-z0-9][a-z0-9-]{0,63}$",
            description="a new key of lower-case letters, digits and hyphens such as mine-2024",
        ),
    ]
    title: Text
    author: Text | None = None
    year: (
        Annotated[
            int,
            Field(strict=True, ge=1000, le=9999, description="a year without quotes such as 2024"),
        ]
        | None
    ) = None
    url: (
        Annotated[
            str,
            Field(
                strict=True,
                # Nothing but a web address: the report makes a link of it.
                pattern=r"^https?://[^\s<>\"{}\p{C}]+$",
                max_length=2000,
                description="an address that begins with https:// or http://",
            ),
        ]
        | None
    ) = None
    note: Note = ""


class Input(NamedTuple):
    """A number that the study itself brings along, and what is weak about it.

    ``kind`` is memory, estimate, low or single as in :class:`shieldmap.catalog.WeakInput`, or
    nothing.
    """

    name: str
    source: str
    kind: str


class OwnEntries(Part):
    """Systems that a study brings along, in the form of the embedded ones."""

    missiles: tuple[catalog.MissileEntry, ...] = Field(
        default=(), max_length=64, description="at most 64 tables [[catalogue.missiles]]"
    )
    defences: tuple[catalog.DefenceEntry, ...] = Field(
        default=(), max_length=64, description="at most 64 tables [[catalogue.defences]]"
    )
    radars: tuple[catalog.RadarEntry, ...] = Field(
        default=(), max_length=64, description="at most 64 tables [[catalogue.radars]]"
    )

    @model_serializer(mode="wrap")
    def _without_nothing(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {kind: entries for kind, entries in write(self).items() if entries}


_LEFT_OUT: Final = ("sources", "layers", "candidate_sites", "places", "catalogue")


class StudyFile(Part):
    """What every kind of study has; equal contents have equal hashes."""

    schema_version: Annotated[int, Field(strict=True, ge=1, le=1, alias="schema", description="1")]
    name: Name
    title: Text
    date: Annotated[
        calendar_date, Field(strict=True, description="a date without quotes such as 2017-09-12")
    ]
    summary: Prose
    notes: tuple[Prose, ...] = Field(
        default=(), max_length=64, description="a list of at most 64 texts"
    )
    sources: tuple[OwnSource, ...] = Field(
        default=(), max_length=256, description="at most 256 tables [[sources]]"
    )

    own: OwnEntries = Field(
        default=OwnEntries(), alias="catalogue", description="a table [catalogue]"
    )

    @property
    def catalogue(self) -> catalog.Catalogue:
        """The systems that the study may name: its own entries and the embedded ones."""
        return catalog.Catalogue((*self.own.missiles, *self.own.defences, *self.own.radars))

    @property
    def source_keys(self) -> tuple[str, ...]:
        """The bibliography keys that the file cites, sorted, without page marks."""
        return tuple(sorted({key for _, _, key in self.citations}))

    @property
    def citations(self) -> tuple[tuple[str, str, str], ...]:
        """Every cited key as (path of the field, the whole field, key without page mark)."""
        return tuple(_cited("", self.as_mapping()))

    def as_mapping(self) -> dict[str, object]:
        """Return the study as plain lists, dicts, texts and numbers; :func:`build` reads it."""
        mapping = self.model_dump(mode="json", by_alias=True, exclude_none=True)
        # What a study does not have is left out, so that it keeps its hash.
        for name in _LEFT_OUT:
            if not mapping.get(name, True):
                del mapping[name]
        return mapping

    def content_hash(self) -> str:
        """Return the sha256 of the whole content, in hex.

        It is taken of the checked values, so that comments, spaces and the order of keys in the
        file do not count, while every word and number that a report prints does.
        """
        canonical = json.dumps(
            self.as_mapping(),
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=False,
            allow_nan=False,
        )
        return hashlib.sha256(canonical.encode()).hexdigest()


class Scenario(StudyFile):
    """One study of what a battery defends, checked."""

    defence: Defence = Field(description="a table [defence]")
    launch_points: tuple[LaunchPoint, ...] = Field(
        min_length=1, max_length=256, description="1 to 256 tables [[launch_points]]"
    )
    threats: tuple[Threat, ...] = Field(
        min_length=1, max_length=64, description="1 to 64 tables [[threats]]"
    )
    compared_missiles: tuple[ComparedMissile, ...] = Field(
        default=(), max_length=64, description="at most 64 tables [[compared_missiles]]"
    )
    assets: tuple[Asset, ...] = Field(
        default=(), max_length=1000, description="at most 1000 tables [[assets]]"
    )
    towns: Towns | None = Field(default=None, description="a table [towns]")
    places: tuple[PeopledPlace, ...] = Field(
        default=(), max_length=1000, description="at most 1000 tables [[places]]"
    )
    grid: Grid = Field(default=NO_GRID, description="a table [grid]")
    layers: tuple[Layer, ...] = Field(
        default=(), max_length=32, description="at most 32 tables [[layers]]"
    )
    raid: RaidPlan | None = Field(default=None, description="a table [raid]")
    candidate_sites: tuple[CandidateSite, ...] = Field(
        default=(), max_length=64, description="at most 64 tables [[candidate_sites]]"
    )

    @model_serializer(mode="wrap")
    def _without_grid(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        told: dict[str, Any] = write(self)
        return told if self.grid.country else {k: v for k, v in told.items() if k != "grid"}

    @property
    def ground(self) -> geodata.Ground:
        """The land that the grid is laid on, or the study's own places where there is none."""
        grid = self.grid
        people = grid.people if grid.country else self.places
        return geodata.Ground(
            grid.country,
            grid.provinces,
            grid.box_deg,
            tuple((one.latitude_deg, one.longitude_deg, one.people) for one in people),
        )

    @property
    def spacing_m(self) -> float:
        """How far apart the cells of the grid are."""
        return self.grid.spacing_km * 1e3

    @property
    def pairs(self) -> tuple[tuple[Threat, LaunchPoint], ...]:
        """Every threat with every launch point it is flown from, in the order of the file."""
        by_id = {point.id: point for point in self.launch_points}
        return tuple(
            (threat, by_id[point]) for threat in self.threats for point in threat.launch_points
        )

    @property
    def system_ids(self) -> tuple[str, ...]:
        """Every catalogue entry that the study uses, sorted, aliases resolved."""
        used = {self.defence.system, self.defence.radar.system}
        for layer in self.layers:
            used |= {layer.system} | ({layer.radar.system} if layer.radar else set())
        used |= {threat.missile for threat in self.threats}
        used |= {compared.missile for compared in self.compared_missiles}
        return tuple(sorted({self.catalogue.load(system).id for system in used}))

    @property
    def compared_ids(self) -> frozenset[str]:
        """The missiles that are shown and not flown, by their ids in the catalogue."""
        flown = {self.catalogue.load(threat.missile).id for threat in self.threats}
        return (
            frozenset(self.catalogue.load(one.missile).id for one in self.compared_missiles) - flown
        )

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The study's own numbers: positions, the radar's direction, and what it assumes."""
        defence = self.defence
        places: list[Place] = [defence.battery, *defence.launcher_sites, *self.launch_points]
        places += [*self.assets, *self.places]
        for layer in self.layers:
            places += [layer.battery, *layer.launcher_sites]
        places += self.candidate_sites
        found = [as_input(f"position of {place.name}", place) for place in places]
        found.append(as_input("direction of the radar", defence.radar))
        for key in (str(term.key) for term in terms.in_scenario()):
            given = getattr(defence.assumptions, key)
            if given is not None:
                found.append(as_input(re.sub(r"_(km|m_s|s)$", "", key).replace("_", " "), given))
        return tuple(found)


def as_input(name: str, given: Place | DefenceRadar | GivenNumber) -> Input:
    """A number that a study brings along, with what is weak about its sources."""
    keys = {key.partition("#")[0] for key in given.source.split(", ")}
    confidence = getattr(given, "confidence", "")
    if "shieldmap-memory" in keys or confidence == "memory":
        kind = "memory"
    elif catalog.OWN_ESTIMATE in keys:
        kind = "estimate"
    elif confidence == "low":
        kind = "low"
    else:
        # Where a town or a base lies stands in every atlas.
        kind = "single" if len(keys) == 1 and not isinstance(given, Asset | PeopledPlace) else ""
    return Input(name, given.source, kind)


def _cited(path: str, part: Any) -> Iterator[tuple[str, str, str]]:
    if isinstance(part, dict):
        for key, value in part.items():
            place = f"{path}.{key}".removeprefix(".")
            if key == "source" or key.endswith("_source"):
                yield from ((place, value, c.partition("#")[0]) for c in value.split(", "))
            else:
                yield from _cited(place, value)
    elif isinstance(part, list):
        for row, item in enumerate(part):
            yield from _cited(f"{path}[{row}]", item)
