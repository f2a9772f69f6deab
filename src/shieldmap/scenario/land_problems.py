"""Saying which country a study cannot be laid on, before anything is flown.

Question: does the map pack know the country, does a cell fit into it, and can the work be done?
"""

import math
from collections.abc import Iterator
from typing import Final

import numpy as np

from shieldmap import geodata
from shieldmap.scenario.nouns import Scenario, Towns
from shieldmap.scenario.problem import Problem, as_in_file, choice, repeated
from shieldmap.scenario.stability import StabilityScenario

MOST_FLIGHTS: Final = 1_000_000
"""Places times pairs of missile and launch point in one study: over Korea at 5 km they are 60,000."""

MOST_TOWNS: Final = 3_000
"""Towns in one study: each is a row of the report's tables."""

_SURELY: Final = 100.0
"""A country as large as so many cells holds the centre of one, whatever its shape."""


def land_problems(scenario: Scenario) -> Iterator[Problem]:
    """Yield countries that the map pack lacks, and grids or towns that are too few or too many."""
    unknown = list(_ground_problems(scenario))
    yield from unknown
    towns = 0
    if scenario.towns is not None:
        refused = list(_town_problems(scenario.towns))
        yield from refused
        towns = 0 if refused else len(_populations(scenario.towns))
    if not unknown:
        yield from _grid_problems(scenario, towns + len(scenario.assets) + len(scenario.places))


def _ground_problems(scenario: Scenario) -> Iterator[Problem]:
    """Yield countries and provinces that the map pack lacks, and a study without any ground."""
    grid = scenario.grid
    if not grid.country:
        if not any(place.people for place in scenario.places):
            wanted = "a table [grid], or tables [[places]] with people where places alone are meant"
            yield Problem("grid", "is missing", wanted)
        return
    if grid.people_file is not None:
        wanted = (
            "either a file or tables [[grid.people]]"
            if grid.people
            else "tables [[grid.people]], or a scenario that is read from a file"
        )
        yield Problem("grid.people_file", f"is {as_in_file(grid.people_file)}", wanted)
    is_one = len(grid.country) == 1
    unknown = False
    for row, code in enumerate(grid.country):
        problems = list(
            _unknown_country("grid.country" if is_one else f"grid.country[{row}]", code)
        )
        unknown |= bool(problems)
        yield from problems
    if unknown:
        return
    yield from repeated("grid.country", "", list(grid.country))
    if not grid.provinces:
        return
    known = sorted({name for code in grid.country for name in geodata.province_names(code)})
    for row, name in enumerate(grid.provinces):
        if name not in known:
            named = geodata.ground_name(geodata.Ground(grid.country))
            wanted = (
                choice(name, known) if known else f"no provinces: the map pack has none of {named}"
            )
            yield Problem(f"grid.provinces[{row}]", f"is {as_in_file(name)}", wanted)


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


def _populations(given: Towns) -> list[int]:
    """People of the towns that a study counts, the most populous first."""
    people = np.concatenate([geodata.town_populations(code) for code in given.country])
    return sorted(people[people >= given.minimum_population].tolist(), reverse=True)


def _town_problems(given: Towns) -> Iterator[Problem]:
    is_one, is_known = len(given.country) == 1, True
    for row, code in enumerate(given.country):
        path = "towns.country" if is_one else f"towns.country[{row}]"
        if geodata.town_populations(code).size:
            continue
        is_known = False
        if code in geodata.countries():
            wanted = "a country of which the map pack has towns; leave the table [towns] out"
            yield Problem(path, f"is {as_in_file(code)}", wanted)
        else:
            yield from _unknown_country(path, code)
    if not is_known:
        return
    yield from repeated("towns.country", "", list(given.country))
    people = _populations(given)
    if len(people) > MOST_TOWNS:
        least = people[MOST_TOWNS] + 1
        found = f"is {given.minimum_population}, which makes {len(people):,} towns"
        wanted = f"at most {MOST_TOWNS:,} towns: {least} or more"
        yield Problem("towns.minimum_population", found, wanted)


def _grid_problems(scenario: Scenario, others: int) -> Iterator[Problem]:
    """Yield a spacing at which no cell lies on the land, or too many for the study's cases."""
    ground, spacing_km = scenario.ground, scenario.grid.spacing_km
    land_m2 = geodata.ground_area_m2(ground) if ground.countries else 0.0
    cells = land_m2 / scenario.spacing_m**2
    # Counted from the lists: a launch point may still be one that the file does not have.
    cases = sum(len(threat.launch_points) for threat in scenario.threats)
    found = f"is {spacing_km:g}"
    if ground.countries and cells < _SURELY and not geodata.has_cells(ground, scenario.spacing_m):
        fits = geodata.fitting_spacing_m(ground, scenario.spacing_m)
        name = geodata.ground_name(ground)
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
            fits_km = math.ceil(10.1 * math.sqrt(land_m2 / room) / 1e3) / 10.0
            wanted = f"{bound}: {fits_km:g} km or more"
            if fits_km > 100.0:
                wanted = f"{bound}: fewer threats or launch points"
        yield Problem("grid.spacing_km", found, wanted)


_NO_GRID: Final = (
    "a larger country, because this one holds no cell at any spacing; leave [grid] out and "
    "give its places as tables [[places]]"
)
