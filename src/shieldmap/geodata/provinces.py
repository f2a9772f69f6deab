"""Provinces: divisions of the first level, as areas, and which of them a place lies in."""

from functools import cache
from typing import Any, Final

import numpy as np

from shieldmap.geodata.outlines import provinces, valid
from shieldmap.geodata.pack import MEAN_RADIUS_M, directions
from shieldmap.geodata.people import neighbourhoods
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


@cache
def _provinces(iso3: str) -> tuple[tuple[str, ...], Any]:
    """Names and areas of the divisions of the first level; none where the pack has none."""
    import shapely

    try:
        rings = provinces(iso3)
    except ValueError:
        return (), np.array([], dtype=object)
    areas = []
    for lines in rings.values():
        area = shapely.Polygon()
        for ring in lines:
            # Holes are rings too: what an odd number of rings encloses.
            filled = valid(shapely.Polygon(ring))
            area = shapely.symmetric_difference(area, filled)
        areas.append(area)
    shapely.prepare(areas)
    return tuple(rings), np.array(areas, dtype=object)


@cache
def _census() -> tuple[Floats, tuple[str, ...]]:
    """Directions (n, 3) and provinces of the neighbourhoods of South Korea."""
    near = neighbourhoods("KOR")
    short = {korean: name for name, korean in PROVINCES_KO.items()}
    belongs = []
    for name in near.name_ko.tolist():
        first = name.split()[0]
        belongs.append(_CENSUS_NAMES.get(first) or short[first[:2]])
    return directions(near.latitude_deg, near.longitude_deg), tuple(belongs)


def provinces_at(iso3: str, latitude_deg: Floats, longitude_deg: Floats) -> list[str]:
    """The province that each place (n,) in degrees lies in; empty where none is near or known."""
    if iso3 == "KOR":
        towards, belongs = _census()
        closeness = directions(latitude_deg, longitude_deg) @ towards.T
        nearest, least = closeness.argmax(axis=1), np.cos(NEAR_M / MEAN_RADIUS_M)
        return [
            belongs[at] if row[at] >= least else ""
            for at, row in zip(nearest.tolist(), closeness, strict=True)
        ]
    import shapely

    names, areas = _provinces(iso3)
    out = [""] * len(latitude_deg)
    if names:
        tree, points = shapely.STRtree(areas), shapely.points(longitude_deg, latitude_deg)
        found = tree.query_nearest(points, max_distance=COAST_DEG, all_matches=False)
        for place, province in zip(*found.tolist(), strict=True):
            out[place] = names[province]
    return out


def area_of(iso3: str, province: str) -> Any:
    """The area of one province in degrees of longitude, latitude; None where the country has none of it."""
    names, areas = _provinces(iso3)
    return areas[names.index(province)] if province in names else None


def province_names(iso3: str) -> tuple[str, ...]:
    """The provinces of a country by the names of the map pack; none where it has no outlines of them."""
    return _provinces(iso3)[0]
