"""Saying which country a study cannot be laid on, before anything is flown.

Question: does the map pack know the country, does a cell fit into it, and can the work be done?
"""

import math
from collections.abc import Iterator
from typing import Final

from shieldmap import geodata
from shieldmap.scenario.nouns import Scenario
from shieldmap.scenario.problem import Problem, as_in_file, choice
from shieldmap.scenario.stability import StabilityScenario

MOST_FLIGHTS: Final = 1_000_000
"""Places times pairs of missile and launch point in one study: over Korea at 5 km they are 60,000."""

MOST_TOWNS: Final = 3_000
"""Towns in one study: each is a row of the report's tables."""

_SURELY: Final = 100.0
"""A country as large as so many cells holds the centre of one, whatever its shape."""


def land_problems(scenario: Scenario) -> Iterator[Problem]:
    """Yield countries that the map pack lacks, and grids or towns that are too few or too many."""
    unknown = list(_unknown_country("grid.country", scenario.grid.country))
    yield from unknown
    towns = 0
    if scenario.towns is not None:
        refused = list(_town_problems(scenario))
        yield from refused
        towns = 0 if refused else len(_populations(scenario))
    if not unknown:
        yield from _grid_problems(scenario, towns + len(scenario.assets))


def country_problems(study: StabilityScenario) -> Iterator[Problem]:
    """Yield launch areas and cities of a stability study in countries that the map pack lacks."""
    for row, area in enumerate(study.launch_areas):
        yield from _unknown_country(f"launch_areas[{row}].country", area.country)
    for row, city in enumerate(study.cities):
        yield from _unknown_country(f"cities[{row}].country", city.country)


def _unknown_country(path: str, code: str) -> Iterator[Problem]:
    known = list(geodata.countries())
    if code in known:
        return
    wanted = f"the ISO 3166 code of a country of the map pack, {choice(code, known)}"
    if geodata.town_populations(code).size:
        wanted = "a country with an outline in the map pack, which has only towns of this one"
    yield Problem(path, f"is {as_in_file(code)}", wanted)


def _populations(scenario: Scenario) -> list[int]:
    """People of the towns that a study counts, the most populous first."""
    assert scenario.towns is not None
    people = geodata.town_populations(scenario.towns.country)
    return sorted(people[people >= scenario.towns.minimum_population].tolist(), reverse=True)


def _town_problems(scenario: Scenario) -> Iterator[Problem]:
    given = scenario.towns
    assert given is not None
    if not geodata.town_populations(given.country).size:
        found = f"is {as_in_file(given.country)}"
        if given.country in geodata.countries():
            wanted = "a country of which the map pack has towns; leave the table [towns] out"
            yield Problem("towns.country", found, wanted)
        else:
            yield from _unknown_country("towns.country", given.country)
        return
    people = _populations(scenario)
    if len(people) > MOST_TOWNS:
        least = people[MOST_TOWNS] + 1
        found = f"is {given.minimum_population}, which makes {len(people):,} towns"
        wanted = f"at most {MOST_TOWNS:,} towns: {least} or more"
        yield Problem("towns.minimum_population", found, wanted)


def _grid_problems(scenario: Scenario, others: int) -> Iterator[Problem]:
    """Yield a spacing at which no cell lies on the land, or too many for the study's cases."""
    country, spacing_km = scenario.grid.country, scenario.grid.spacing_km
    cells = geodata.land_area_m2(country) / (spacing_km * 1e3) ** 2
    # Counted from the lists: a launch point may still be one that the file does not have.
    cases = sum(len(threat.launch_points) for threat in scenario.threats)
    found = f"is {spacing_km:g}"
    if cells < _SURELY and not geodata.has_cells(country, spacing_km * 1e3):
        fits = geodata.fitting_spacing_m(country, spacing_km * 1e3)
        name = geodata.countries()[country]
        found += f", and no cell of that size has its centre on the land of {name}"
        wanted = f"{fits / 1e3:g} km or less" if fits else _NO_GRID
        yield Problem("grid.spacing_km", found, wanted)
    elif (cells + others) * cases > MOST_FLIGHTS:
        room = MOST_FLIGHTS / cases - others
        found += f", which makes {cells:,.0f} cells for {cases} pairs of missile and launch point"
        bound = f"at most {MOST_FLIGHTS:,} places times pairs"
        if room < 1.0:
            wanted = f"{bound}: fewer threats, assets or towns"
        else:
            # Rounded up, and a little wider: the area is not exactly that of the cells.
            fits_km = math.ceil(10.1 * math.sqrt(geodata.land_area_m2(country) / room) / 1e3) / 10.0
            wanted = f"{bound}: {fits_km:g} km or more"
            if fits_km > 100.0:
                wanted = f"{bound}: fewer threats or launch points"
        yield Problem("grid.spacing_km", found, wanted)


_NO_GRID: Final = (
    "a larger country, because this one holds no cell at any spacing; lay the grid over a "
    "neighbour and give its places as assets"
)
