"""What a place is called, so that no two places of a study bear one label.

Question: Korea has two counties called Goseong, 378 km apart, and two cities called Gwangju. Which
of them is meant, in a table, in a file and on the command line?

A place keeps its bare name while no other has it, or where it is a division of the first level
itself (Gwangju is; the Gwangju in Gyeonggi is not). Every other one is told by its province,
"Goseong (Gangwon)" and "고성군 (강원)"; where that does not tell either, by its coordinates. The
labels of towns do not depend on the study: all towns of the country are looked at.

Limits: in South Korea a place belongs to the province of the nearest census neighbourhood, at most
:data:`NEAR_M` away, because the outlines of the map pack are so simple that they put Gongju, Sejong
and Uljin next door. Elsewhere the outlines have to do: a place at most :data:`COAST_DEG` off them
belongs to the nearest, which can err by some kilometres along a border. Where the pack has no
provinces, coordinates tell places apart.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import geodata
from shieldmap.model import Floats

COAST_DEG: Final = 0.15
"""How far off a simplified coast a place may lie and still belong to the province."""

NEAR_M: Final = 30e3
"""How far the nearest census neighbourhood may lie: neighbourhoods of the mountains are that wide."""

PROVINCES_KO: Final = {
    "Busan": "부산",
    "Daegu": "대구",
    "Daejeon": "대전",
    "Gangwon": "강원",
    "Gwangju": "광주",
    "Gyeonggi": "경기",
    "Incheon": "인천",
    "Jeju": "제주",
    "North Chungcheong": "충북",
    "North Gyeongsang": "경북",
    "North Jeolla": "전북",
    "Sejong": "세종",
    "Seoul": "서울",
    "South Chungcheong": "충남",
    "South Gyeongsang": "경남",
    "South Jeolla": "전남",
    "Ulsan": "울산",
}
"""The short Korean names of the provinces of South Korea, by the names of the map pack."""

_CENSUS_NAMES: Final = {
    "충청북도": "North Chungcheong",
    "충청남도": "South Chungcheong",
    "경상북도": "North Gyeongsang",
    "경상남도": "South Gyeongsang",
    "전라북도": "North Jeolla",
    "전라남도": "South Jeolla",
}
"""The provinces whose names in the census do not begin with their short names."""


class NamedTowns(NamedTuple):
    """Labels of a country's towns in the order of :func:`geodata.towns`; (n,) each.

    ``is_province`` marks a town that is a division of the first level itself.
    """

    label: tuple[str, ...]
    label_ko: tuple[str, ...]
    province: tuple[str, ...]
    is_province: tuple[bool, ...]


def plain(name: str) -> str:
    """A name as it is compared: composed, without case, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def coordinates(latitude_deg: float, longitude_deg: float) -> str:
    """A place by its coordinates in degrees, to 0.001 (100 m), such as ``35.876N 128.601E``."""
    north, east = "N" if latitude_deg >= 0.0 else "S", "E" if longitude_deg >= 0.0 else "W"
    return f"{abs(latitude_deg):.3f}{north} {abs(longitude_deg):.3f}{east}"


def qualified(name: str, *parts: str) -> str:
    """A name with what tells it apart behind it in brackets, as far as there is something."""
    told = ", ".join(part for part in parts if part)
    return f"{name} ({told})" if told else name


def told_apart(candidates: Sequence[Sequence[str]]) -> list[str]:
    """The shortest label of each place that no other place bears.

    ``candidates`` are the labels of each place from the shortest to the longest. Places that share
    one all go on to their next, but for those that have no other; places whose labels are the same
    to the last are numbered.
    """
    level = [0] * len(candidates)
    while True:
        labels = [names[at] for names, at in zip(candidates, level, strict=True)]
        keys = [plain(label) for label in labels]
        count = Counter(keys)
        crowded = [
            i for i, key in enumerate(keys) if count[key] > 1 and level[i] + 1 < len(candidates[i])
        ]
        if not crowded:
            return _numbered(labels)
        for i in crowded:
            level[i] += 1


def _numbered(labels: list[str]) -> list[str]:
    """Labels of which the second and later of the same words bear a number."""
    taken = {plain(label) for label in labels}
    seen: set[str] = set()
    out = []
    for label in labels:
        number, told = 1, label
        while plain(told) in seen or (number > 1 and plain(told) in taken):
            number += 1
            told = f"{label} #{number}"
        seen.add(plain(told))
        out.append(told)
    return out


# --- provinces -------------------------------------------------------------------


@cache
def _provinces(iso3: str) -> tuple[tuple[str, ...], Any]:
    """Names and areas of the divisions of the first level; none where the pack has none."""
    import shapely

    try:
        rings = geodata.provinces(iso3)
    except ValueError:
        return (), np.array([], dtype=object)
    areas = []
    for lines in rings.values():
        area = shapely.Polygon()
        for ring in lines:
            # Holes are rings too: what an odd number of rings encloses.
            filled = geodata.valid(shapely.Polygon(ring))
            area = shapely.symmetric_difference(area, filled)
        areas.append(area)
    shapely.prepare(areas)
    return tuple(rings), np.array(areas, dtype=object)


@cache
def _census() -> tuple[Floats, tuple[str, ...]]:
    """Directions (n, 3) and provinces of the neighbourhoods of South Korea."""
    near = geodata.neighbourhoods("KOR")
    short = {korean: name for name, korean in PROVINCES_KO.items()}
    provinces = []
    for name in near.name_ko.tolist():
        first = name.split()[0]
        provinces.append(_CENSUS_NAMES.get(first) or short[first[:2]])
    return _directions(near.latitude_deg, near.longitude_deg), tuple(provinces)


def _directions(latitude_deg: Floats, longitude_deg: Floats) -> Floats:
    """Unit vectors (n, 3) of places in degrees."""
    latitude, longitude = np.radians(latitude_deg), np.radians(longitude_deg)
    level = np.cos(latitude)
    return np.column_stack((level * np.cos(longitude), level * np.sin(longitude), np.sin(latitude)))


def provinces_at(iso3: str, latitude_deg: Floats, longitude_deg: Floats) -> list[str]:
    """The province that each place (n,) in degrees lies in; empty where none is near or known."""
    if iso3 == "KOR":
        directions, provinces = _census()
        closeness = _directions(latitude_deg, longitude_deg) @ directions.T
        nearest, least = closeness.argmax(axis=1), np.cos(NEAR_M / geodata.MEAN_RADIUS_M)
        return [
            provinces[at] if row[at] >= least else ""
            for at, row in zip(nearest.tolist(), closeness, strict=True)
        ]
    import shapely

    names, areas = _provinces(iso3)
    if not names:
        return [""] * len(latitude_deg)
    out = []
    for latitude, longitude in zip(latitude_deg, longitude_deg, strict=True):
        away = shapely.distance(areas, shapely.Point(longitude, latitude))
        nearest_one = int(np.argmin(away))
        out.append(names[nearest_one] if away[nearest_one] <= COAST_DEG else "")
    return out


# --- labels ----------------------------------------------------------------------


@cache
def town_labels(country: str) -> NamedTowns:
    """The labels of all towns of a country (ISO alpha-3), in the order of :func:`geodata.towns`."""
    known = geodata.towns(country)
    names, names_ko = known.name.tolist(), known.name_ko.tolist()
    shared = _shared(names), _shared(names_ko)
    rows = [i for i, name in enumerate(names) if name in shared[0] or names_ko[i] in shared[1]]
    # Only of those that need it: some countries have many thousand towns.
    provinces = [""] * len(names)
    found = provinces_at(country, known.latitude_deg[rows], known.longitude_deg[rows])
    for row, province in zip(rows, found, strict=True):
        provinces[row] = province
    itself: dict[str, int] = {}
    for row in rows:  # the most populous first
        if plain(names[row]) == plain(provinces[row]):
            itself.setdefault(names[row], row)
    chosen = set(itself.values())
    where = list(map(coordinates, known.latitude_deg, known.longitude_deg))
    labels, labels_ko = (
        told_apart(
            [
                (name,) if i in chosen or not name else _by_place(name, province, where[i])
                for i, (name, province) in enumerate(zip(given, told, strict=True))
            ]
        )
        for given, told in (
            ([name or f" {i}" for i, name in enumerate(names)], provinces),
            (
                [name or f" {i}" for i, name in enumerate(names_ko)],
                [PROVINCES_KO.get(province, province) for province in provinces],
            ),
        )
    )
    return NamedTowns(
        tuple(labels),
        tuple(label if name else "" for label, name in zip(labels_ko, names_ko, strict=True)),
        tuple(provinces),
        tuple(i in chosen for i in range(len(names))),
    )


def _shared(names: list[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if name and count > 1}


def _by_place(name: str, province: str, where: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name, qualified(name, province), qualified(name, where))))
