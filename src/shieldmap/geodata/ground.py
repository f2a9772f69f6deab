"""The ground of a study: the land of countries, the part of it in provinces or in a box, or places alone."""

from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap.geodata import people as _people
from shieldmap.geodata.outlines import countries, land_area_m2, shape
from shieldmap.geodata.people import CountryTotal, country_total, points_of_people
from shieldmap.geodata.provinces import area_of, provinces_at
from shieldmap.model import Floats

Box = tuple[float, float, float, float]

_AUTHALIC_RADIUS_M: Final = 6371007.2
"""The sphere of the ellipsoid's area; within half a per cent for a part of a country."""


class Ground(NamedTuple):
    """What land a study lies on, by ISO 3166 alpha-3 codes.

    ``provinces`` and ``box_deg`` (west, south, east, north, the west behind the east where it holds the
    date line) cut a part out of the countries. ``points`` are latitude, longitude and people: over
    countries they are the people in place of those of the map pack; without a country they are the
    places themselves, and there is no land around them.
    """

    countries: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    box_deg: Box | None = None
    points: tuple[tuple[float, float, float], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it is countries as a whole."""
        return bool(self.countries) and not self.provinces and self.box_deg is None


def ground_of(where: str | Ground) -> Ground:
    """The ground that is meant: itself, or one country by its code."""
    return Ground((where,)) if isinstance(where, str) else where


def ground_name(where: str | Ground) -> str:
    """What the ground is called, such as ``Israel and Jordan`` or ``Tokyo, Japan``."""
    ground = ground_of(where)
    if not ground.countries:
        return "the places of the study"
    known = countries()
    named = _listed([known[code] for code in ground.countries])
    name = f"{_listed(list(ground.provinces))}, {named}" if ground.provinces else named
    return name if ground.box_deg is None else f"{name}, the part in a box"


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _boxes(box_deg: Box) -> Any:
    """The box as a shapely area, in two parts where it holds the date line."""
    import shapely

    west, south, east, north = box_deg
    if west <= east:
        return shapely.box(west, south, east, north)
    return shapely.union(
        shapely.box(west, south, 180.0, north), shapely.box(-180.0, south, east, north)
    )


def land_of(ground: Ground) -> Any:
    """The land of its countries in the box, as one shapely area in degrees; do not change it.

    It goes on beyond the provinces, whose outlines are too simple to cut: `is_on` tells their cells.
    """
    return _land(ground._replace(provinces=(), points=()))


@lru_cache(maxsize=32)
def _land(ground: Ground) -> Any:
    import shapely

    if len(ground.countries) == 1:
        land = shape(ground.countries[0])
    else:
        land = shapely.union_all([shape(code) for code in ground.countries])
    return land if ground.box_deg is None else shapely.intersection(land, _boxes(ground.box_deg))


def ground_area_m2(where: str | Ground) -> float:
    """Area of the land of a ground; that of whole countries comes from tables alone."""
    ground = ground_of(where)
    if ground.is_whole:
        return sum(land_area_m2(code) for code in ground.countries)
    import shapely

    land = land_of(ground)
    if ground.provinces:
        parts = [area_of(code, name) for code in ground.countries for name in ground.provinces]
        land = shapely.intersection(
            land, shapely.union_all([one for one in parts if one is not None])
        )
    # Lambert's cylindrical projection keeps areas.
    flat = shapely.transform(
        land,
        lambda at: np.column_stack((np.radians(at[:, 0]), np.sin(np.radians(at[:, 1])))),
    )
    return float(shapely.area(flat)) * _AUTHALIC_RADIUS_M**2


_COAST_DEG: Final = 0.05
"""How far off the simple outlines of a coast or a border a point of people may lie: 5 km."""


def is_on_land(ground: Ground, latitude_deg: Floats, longitude_deg: Floats) -> NDArray[np.bool_]:
    """Which points lie on the countries of a ground, or a little off; all where there are none."""
    import shapely

    if not ground.countries:
        return np.ones(latitude_deg.size, dtype=np.bool_)
    points = shapely.points(longitude_deg, latitude_deg)
    return np.asarray(shapely.dwithin(land_of(ground), points, _COAST_DEG), dtype=np.bool_)


def is_on(ground: Ground, latitude_deg: Floats, longitude_deg: Floats) -> NDArray[np.bool_]:
    """Which places (n,) in degrees count to the part of its countries that a ground is.

    Outlines are simple: a place near the coast counts to the province that it is nearest to.
    """
    inside = np.ones(latitude_deg.size, dtype=np.bool_)
    if ground.provinces:
        inside[:] = False
        for code in ground.countries:
            found = provinces_at(code, latitude_deg, longitude_deg)
            inside |= np.array([name in ground.provinces for name in found], dtype=np.bool_)
    if ground.box_deg is not None:
        west, south, east, north = ground.box_deg
        across = (longitude_deg >= west) & (longitude_deg <= east)
        if west > east:
            across = (longitude_deg >= west) | (longitude_deg <= east)
        inside &= across & (latitude_deg >= south) & (latitude_deg <= north)
    return inside


# ---------------------------------------------------------------------------------------------
# People


def people_on(ground: Ground) -> tuple[Floats, Floats, Floats, Floats]:
    """Latitude, longitude, people and area (m2, 0 for a town) of the points counted on a ground."""
    if ground.points:
        latitude, longitude, people = np.array(ground.points, dtype=np.float64).T
        inside = is_on(ground, latitude, longitude) & is_on_land(ground, latitude, longitude)
        return latitude[inside], longitude[inside], people[inside], np.zeros(int(inside.sum()))
    found = [points_of_people(code) for code in ground.countries]
    latitude, longitude, people, area_m2 = (
        np.concatenate(column) for column in zip(*found, strict=True)
    )
    if ground.is_whole:
        return latitude, longitude, people, area_m2
    chosen = is_on(ground, latitude, longitude)
    return latitude[chosen], longitude[chosen], people[chosen], area_m2[chosen]


def people_source(where: str | Ground) -> str:
    """Where the people on a ground come from, as the end of a sentence."""
    ground = ground_of(where)
    if ground.points:
        return "the study's own numbers of people"
    told = dict.fromkeys(_people.people_source(code) for code in ground.countries)
    if len(ground.countries) == 1:
        return next(iter(told))
    known = countries()
    return "; ".join(
        f"{_listed([known[code] for code in ground.countries if _people.people_source(code) == source])}: {source}"
        for source in told
    )


_OF_A_PART: Final = (
    "The towns are scaled by one factor for a whole country: in a part of it their sum may be far off, "
    "because large cities stand in the list with their wards."
)


def people_doubts(where: str | Ground) -> tuple[str, ...]:
    """What a reader must know of the people counted, a sentence for each country that needs one."""
    ground = ground_of(where)
    codes = () if ground.points else ground.countries
    told = tuple(filter(None, map(_people.people_doubt, codes)))
    if ground.points or ground.is_whole or ground.countries in ((), ("KOR",)):
        return told
    return (*told, _OF_A_PART)


def people_doubt(where: str | Ground) -> str:
    """The same in one text with a line for each, or "" where the people are sound."""
    return "\n".join(people_doubts(where))


def people_total(where: str | Ground) -> CountryTotal | None:
    """The people of a ground that is one whole country, to compare with; nothing for any other."""
    ground = ground_of(where)
    if not ground.is_whole or len(ground.countries) > 1:
        return None
    return country_total(ground.countries[0])
