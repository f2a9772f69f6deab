"""Saying what is wrong with a stability study, beyond what its schema knows."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from shieldmap import catalog
from shieldmap.scenario.land_problems import country_problems
from shieldmap.scenario.problem import Problem, as_in_file, choice, repeated, unknown_system
from shieldmap.scenario.problems import source_problems
from shieldmap.scenario.stability import (
    LISTS,
    LaunchArea,
    StabilityScenario,
    ViewAsked,
    Watcher,
    known_ids,
)

_DERIVED = ("others", "all", "added")
"""Names under which radars are counted together anyway."""


def site_problems(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield ids of radars, launch areas and cities that ``sites.toml`` does not have."""
    for name in LISTS:
        given = raw.get(name, [])
        for row, item in enumerate(given if isinstance(given, list) else []):
            if isinstance(item, str) and item not in known_ids(name):
                wanted = choice(item, known_ids(name))
                yield Problem(f"{name}[{row}]", f"is {as_in_file(item)}", wanted)


def stability_problems(study: StabilityScenario) -> Iterator[Problem]:
    """Yield what no field can know alone: references, repeated ids, the catalogue's word."""
    radars = [radar.id for radar in study.radars]
    yield from repeated("radars", "id", radars)
    yield from repeated("launch_areas", "id", [area.id for area in study.launch_areas])
    yield from repeated("cities", "id", [city.id for city in study.cities])
    yield from repeated("groups", "id", [group.id for group in study.groups])
    yield from repeated("statements", "id", [statement.id for statement in study.statements])
    yield from _unknown_radar("added_radar", study.added_radar, radars)
    for row, group in enumerate(study.groups):
        if group.id in (*_DERIVED, study.added_radar):
            wanted = f"another name than {', '.join(_DERIVED)} and {study.added_radar}"
            yield Problem(f"groups[{row}].id", f"is {as_in_file(group.id)}", wanted)
        yield from repeated(f"groups[{row}].radars", "id", list(group.radars))
        for column, radar in enumerate(group.radars):
            yield from _unknown_radar(f"groups[{row}].radars[{column}]", radar, radars)
    yield from _not_growing("launches.apogee_ratios", study.launches.apogee_ratios)
    yield from unknown_system("battery.system", study.battery.system, "defence", study.catalogue)
    for row, site in enumerate(study.radars):
        path = f"radars[{row}].system"
        yield from unknown_system(path, site.system, "radar", study.catalogue)
        yield from _range_problems(f"radars[{row}]", site)
        if site.elevation_min_deg >= site.elevation_max_deg:
            wanted = f"less than elevation_max_deg, {site.elevation_max_deg:g}"
            found = f"is {site.elevation_min_deg:g}"
            yield Problem(f"radars[{row}].elevation_min_deg", found, wanted)
    for row, area in enumerate(study.launch_areas):
        yield from _area_problems(f"launch_areas[{row}].stand_in", area, study.catalogue)
    yield from country_problems(study)
    yield from _view_problems(study.view)
    yield from source_problems(study)


def _unknown_radar(path: str, radar: str, radars: list[str]) -> Iterator[Problem]:
    if radar not in radars:
        yield Problem(
            path, f"is {as_in_file(radar)}", f"the id of a radar, {choice(radar, radars)}"
        )


def _area_problems(path: str, area: LaunchArea, known: catalog.Catalogue) -> Iterator[Problem]:
    """Yield stand-ins that are unknown or cannot be flown along the minimum-energy path."""
    unknown = list(unknown_system(path, area.stand_in, "missile", known))
    yield from unknown
    if unknown:
        return
    missile = known.missile(area.stand_in)
    found = f"is {as_in_file(area.stand_in)}"
    if missile.flight != "ballistic" or not missile.is_flown:
        wanted = f"a ballistic missile; {missile.id} is a {missile.flight} one that is not flown"
        yield Problem(path, found, wanted)
    elif not missile.thrust_termination and not missile.energy_management:
        wanted = f"a missile that can stop its thrust; {missile.id} cannot and burns fully"
        yield Problem(path, found, wanted)


def _range_problems(path: str, site: Watcher) -> Iterator[Problem]:
    """Yield ranges that do not hold the value that they are about."""
    for name, value, ends in (
        ("altitude_range_m", site.altitude_m, site.altitude_range_m),
        ("sector_range_deg", site.sector_deg, site.sector_range_deg),
    ):
        if ends is not None and not ends[0] <= value <= ends[1]:
            wanted = f"the lower end first, and {value:g} between both"
            yield Problem(f"{path}.{name}", f"is {as_in_file(list(ends))}", wanted)


def _not_growing(path: str, numbers: tuple[float, ...]) -> Iterator[Problem]:
    if any(after <= before for before, after in pairwise(numbers)):
        yield Problem(path, f"is {as_in_file(list(numbers))}", "growing numbers")


def _view_problems(view: ViewAsked) -> Iterator[Problem]:
    sections = view.cross_sections_m2
    yield from _not_growing("view.cross_sections_m2", sections)
    if view.headline_cross_section_m2 not in sections:
        found = f"is {view.headline_cross_section_m2:g}"
        wanted = f"one of cross_sections_m2, {', '.join(f'{s:g}' for s in sections)}"
        yield Problem("view.headline_cross_section_m2", found, wanted)
