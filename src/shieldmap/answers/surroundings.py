"""What lies around a study: the countries and their cities, with names in both languages and where they go.

Limits: outlines and towns are those of the map pack (:mod:`shieldmap.geodata`); a name stands in the
middle of the largest part of its country that the map shows.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import geodata, terms, words
from shieldmap.scenario import Scenario
from shieldmap.words import t

MARGINS_DEG: Final = (1.5, 4.0, 8.0)
"""How far beyond ground and launch points names are told: as the map shows them first, and zoomed out."""

_LEAST_DEG2: Final = 0.25
"""Smaller parts of countries, 50 km across, hold no name on such a map."""
_SIMPLE_DEG: Final = 0.1
"""Outlines are simple enough at 10 km to look for their middle."""
_CITIES: Final = 8
_LEAST_PEOPLE: Final = 250_000

Edges = tuple[float, float, float, float]
"""West, south, east, north in degrees; the east beyond 180 over the date line."""


class Land(NamedTuple):
    """A country with its names, and where its name goes (degrees)."""

    code: str
    name: str
    name_ko: str
    latitude_deg: float
    longitude_deg: float


class ForeignCity(NamedTuple):
    """A city with its names, its place (degrees) and its people."""

    name: str
    name_ko: str
    kind: str
    people: int
    latitude_deg: float
    longitude_deg: float


def countries_around(scenario: Scenario, bounds_deg: Mapping[str, float]) -> list[Land]:
    """The countries around a ground of these edges (degrees: west, south, east, north).

    A country stands once for each view of which it fills another part, the nearest view first.
    """
    views = [_edges(scenario, bounds_deg, margin) for margin in MARGINS_DEG]
    found: list[Land] = []
    for code in geodata.countries():
        land = _land(code, views[-1])
        middles = [] if land is None else [_middle(land, edges) for edges in views]
        names = [_name(code, language) for language in terms.LANGUAGES] if middles else []
        found.extend(
            Land(code, names[0], names[1], *place)
            for place in dict.fromkeys(middles)
            if place is not None
        )
    return found


def cities_around(scenario: Scenario, lands: list[Land]) -> list[ForeignCity]:
    """The largest towns of the countries around but for those of the ground, whose towns an answer holds."""
    own = scenario.grid.country if scenario.towns is None else scenario.towns.country
    codes = dict.fromkeys(land.code for land in lands)
    return [city for code in codes if code not in own for city in _cities(code)]


def _cities(code: str) -> Iterator[ForeignCity]:
    towns = geodata.towns(code)
    for row in np.argsort(-towns.population)[:_CITIES]:
        # A city without a name in one language would stand under a foreign one.
        if towns.population[row] >= _LEAST_PEOPLE and towns.name_ko[row]:
            yield ForeignCity(
                str(towns.name[row]),
                str(towns.name_ko[row]),
                "city",
                int(towns.population[row]),
                *_place(towns.latitude_deg[row], towns.longitude_deg[row]),
            )


def _place(latitude: float, longitude: float) -> tuple[float, float]:
    return round(float(latitude), 3), round(float(longitude), 3)


def _name(code: str, language: terms.Language) -> str:
    with words.using(language):
        return t(f"country_{code}")


def _edges(scenario: Scenario, bounds_deg: Mapping[str, float], margin_deg: float) -> Edges:
    """Ground and launch points with a margin; no wider than half the Earth."""
    west, south, east, north = (bounds_deg[end] for end in ("west", "south", "east", "north"))
    middle = 0.5 * (west + east)
    for point in scenario.launch_points:
        longitude = middle + (point.longitude_deg - middle + 180.0) % 360.0 - 180.0
        west, east = min(west, longitude), max(east, longitude)
        south, north = min(south, point.latitude_deg), max(north, point.latitude_deg)
    wide = min(east - west + 2.0 * margin_deg, 180.0)
    middle = 0.5 * (west + east)
    return (
        middle - 0.5 * wide,
        max(south - margin_deg, -85.0),
        middle + 0.5 * wide,
        min(north + margin_deg, 85.0),
    )


def _land(code: str, edges: Edges) -> Any:
    """A country's simple outline as a shapely area; nothing where it lies outside."""
    import shapely

    west, south, east, north = edges
    rings = np.vstack(geodata.country(code))
    across = [
        turn
        for turn in (-360.0, 0.0, 360.0)
        if rings[:, 0].max() + turn > west and rings[:, 0].min() + turn < east
    ]
    if not across or rings[:, 1].max() < south or rings[:, 1].min() > north:
        return None
    return shapely.simplify(geodata.shape(code), _SIMPLE_DEG)


def _middle(land: Any, edges: Edges) -> tuple[float, float] | None:
    """Latitude and longitude of the middle of the largest part inside; nothing for a small one."""
    import shapely

    west, south, east, north = edges
    parts = [
        part
        for turn in (-360.0, 0.0, 360.0)
        for part in shapely.get_parts(
            shapely.intersection(land, shapely.box(west - turn, south, east - turn, north))
        )
        if shapely.area(part) >= _LEAST_DEG2
    ]
    if not parts:
        return None
    largest = max(parts, key=shapely.area)
    at = shapely.maximum_inscribed_circle(largest, tolerance=_SIMPLE_DEG).coords[0]
    return _place(at[1], at[0])
