"""Saying what is wrong with a scenario: one sentence with field, value and expectation."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from shieldmap import catalog, terms
from shieldmap.scenario.land_problems import land_problems
from shieldmap.scenario.nouns import (
    GivenAssumptions,
    Scenario,
    ScenarioError,
    StudyFile,
    Threat,
)
from shieldmap.scenario.problem import (
    LISTED,
    Problem,
    as_in_file,
    choice,
    cut_text,
    repeated,
    unknown_system,
)
from shieldmap.scenario.raid_problems import radar_problems, raid_problems
from shieldmap.scenario.sources import bibliography

MOST_PROBLEMS: Final = 100
"""Problems that are looked at before the first is told: a file may hold a hundred thousand."""


def as_error(where: str, problems: Iterable[Problem]) -> ScenarioError:
    """Say the first problem and name the others; a wrong key comes first: it explains a missing one."""
    told = list(islice(problems, MOST_PROBLEMS))
    first = min(told, key=lambda problem: not problem.found.endswith("known key"))
    others = [_spot(problem) for problem in told if problem is not first]
    more = ""
    if others:
        listed = "; ".join(others[:LISTED]) + ("; ..." if len(others) > LISTED else "")
        number = f"{len(others)} more" if len(told) < MOST_PROBLEMS else "many more"
        more = f" (and {number}: {listed})"
    return ScenarioError(f"{where}: {_spot(first)}: expected {first.expected}{more}")


def _spot(problem: Problem) -> str:
    return f"{cut_text(problem.path) or 'the file'} {problem.found}"


def schema_problems(
    error: ValidationError, raw: Any, root: type[BaseModel] = Scenario
) -> Iterator[Problem]:
    """Yield what the schema refuses, by the names of the fields that stand in the file.

    ``root`` is the class of the whole file.
    """
    named: set[str] = set()
    for item in error.errors(include_url=False):
        loc = item["loc"]
        if item["type"] == "missing" and loc[-1:] in (("low",), ("high",)):
            continue  # the ends of a range are optional, and lack only where the value does
        written = loc if item["type"] == "missing" else _written(raw, loc)
        path = _dotted(written)
        # What a reader of the file filled in, such as an end of a range, repeats another problem.
        if path in named or _is_filled_in(raw, loc, written):
            continue
        # So does a list that is too short because one of its items is wrong.
        if item["type"] == "too_short" and any(name.startswith(f"{path}[") for name in named):
            continue
        named.add(path)
        yield _schema_problem(item, loc, path, root)


def _schema_problem(
    item: Any, loc: tuple[int | str, ...], path: str, root: type[BaseModel]
) -> Problem:
    found = f"is {as_in_file(item['input'])}"
    if item["type"] == "extra_forbidden":
        owner = _model_at(loc[:-1], root)
        return Problem(path, "is not a known key", choice(str(loc[-1]), _keys(owner)))
    if item["type"] == "missing":
        return Problem(path, "is missing", _expectation(loc, root))
    if item["type"] == "value_error":
        return Problem(path, found, str(item["ctx"]["error"]))
    if item["type"] == "literal_error":
        close = difflib.get_close_matches(str(item["input"]), _literals(loc, root), n=1)
        hint = f"; did you mean {close[0]}?" if close else ""
        return Problem(path, found, _expectation(loc, root) + hint)
    if item["type"] == "string_too_long":
        letters, most = len(item["input"]), item["ctx"]["max_length"]
        return Problem(path, f"is a text of {letters} letters", f"at most {most} letters")
    return Problem(path, found, _expectation(loc, root))


def _written(raw: Any, loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """Return the part of a place that stands in the file: ``launchers`` of ``launchers.value``."""
    here = raw
    for depth, part in enumerate(loc):
        try:
            # One text may stand where a list of them is meant: it has no rows.
            here = None if isinstance(here, str) else here[part]
        except (LookupError, TypeError):
            return loc[:depth]
        if here is None:
            return loc[:depth]
    return loc


def _is_filled_in(raw: Any, loc: tuple[int | str, ...], written: tuple[int | str, ...]) -> bool:
    here = raw
    for part in written[: len(loc) - 1]:
        here = here[part]
    return len(written) < len(loc) and isinstance(here, Mapping)


def cross_problems(scenario: Scenario) -> Iterator[Problem]:
    """Yield what no field can know alone: references, repeated ids, the catalogue's word."""
    defence = scenario.defence
    yield from radar_problems("defence.radar", defence.radar, scenario.catalogue)
    yield from _assumption_problems("defence", defence.assumptions)
    for row, layer in enumerate(scenario.layers):
        yield from _assumption_problems(f"layers[{row}]", layer.assumptions)
    yield from unknown_system("defence.system", defence.system, "defence", scenario.catalogue)
    points = [point.id for point in scenario.launch_points]
    yield from repeated("launch_points", "id", points)
    yield from repeated("threats", "id", [threat.id for threat in scenario.threats])
    yield from repeated("assets", "id", [asset.id for asset in scenario.assets])
    yield from repeated("places", "id", [place.id for place in scenario.places])
    compared = [missile.missile for missile in scenario.compared_missiles]
    yield from repeated("compared_missiles", "missile", compared)
    for row, missile in enumerate(compared):
        path = f"compared_missiles[{row}].missile"
        yield from unknown_system(path, missile, "missile", scenario.catalogue)
    for row, threat in enumerate(scenario.threats):
        yield from _threat_problems(f"threats[{row}]", threat, points, scenario.catalogue)
    yield from land_problems(scenario)
    yield from raid_problems(scenario)
    yield from source_problems(scenario)


def source_problems(scenario: StudyFile) -> Iterator[Problem]:
    """Yield cited keys that no bibliography has, and own sources that take a key twice."""
    known = bibliography()
    yield from repeated("sources", "key", [source.key for source in scenario.sources])
    for row, source in enumerate(scenario.sources):
        if source.key in known:
            wanted = "a key that the bibliography of Shieldmap does not have already"
            yield Problem(f"sources[{row}].key", f"is {as_in_file(source.key)}", wanted)
    keys = sorted({*known, *(source.key for source in scenario.sources)})
    for path, field, key in scenario.citations:
        if key not in keys:
            close = difflib.get_close_matches(key, keys, n=2)
            hint = f"; did you mean {' or '.join(close)}?" if close else ""
            found = f"is {as_in_file(field)}" + (
                "" if field == key else f" with the key {as_in_file(key)}"
            )
            wanted = (
                "a key of the bibliography, or one that a table [[sources]] of the file defines"
            )
            yield Problem(path, found, wanted + hint)


def _assumption_problems(owner: str, assumptions: GivenAssumptions) -> Iterator[Problem]:
    for term in terms.in_scenario():
        name, unit, assumption = str(term.key), term.unit, assumptions.given(str(term.key))
        if assumption is None or term.limits is None:
            continue
        low, high = term.limits
        for end in ("value", "low", "high"):
            number = getattr(assumption, end)
            is_repeated = end != "value" and number == assumption.value
            if not low <= number <= high and not is_repeated:
                path = f"{owner}.assumptions.{name}.{end}"
                wanted = f"a number from {low:g} to {high:g} {unit}"
                yield Problem(path, f"is {number:g}", wanted)
    floor, ceiling = assumptions.given("floor_km"), assumptions.given("ceiling_km")
    if floor is not None and ceiling is not None and floor.value >= ceiling.value:
        path = f"{owner}.assumptions.floor_km.value"
        yield Problem(path, f"is {floor.value:g}", f"less than the ceiling, {ceiling.value:g} km")


def _threat_problems(
    path: str, threat: Threat, points: list[str], known: catalog.Catalogue
) -> Iterator[Problem]:
    for row, point in enumerate(threat.launch_points):
        place = f"{path}.launch_points[{row}]"
        if point not in points:
            wanted = f"the id of a launch point, {choice(point, points)}"
            yield Problem(place, f"is {as_in_file(point)}", wanted)
        elif point in threat.launch_points[:row]:
            yield Problem(place, f"is {as_in_file(point)}", "each launch point once")
    if threat.apogee_km is not None and threat.trajectory == "minimum-energy":
        wanted = "no apogee, because the minimum-energy path has its own; it is set for lofted"
        yield Problem(f"{path}.apogee_km", f"is {threat.apogee_km:g}", wanted)
    unknown = list(unknown_system(f"{path}.missile", threat.missile, "missile", known))
    yield from unknown or _flight_problems(path, threat, known.missile(threat.missile))


def _flight_problems(path: str, threat: Threat, missile: catalog.MissileEntry) -> Iterator[Problem]:
    """Yield what this missile cannot do by what the catalogue says of it."""
    if not missile.is_flown:
        wanted = (
            f"a ballistic missile; {missile.id} is a {missile.flight} one that is not flown as "
            "an arc, and belongs under compared_missiles"
        )
        yield Problem(f"{path}.missile", f"is {as_in_file(threat.missile)}", wanted)
    elif missile.lift is not None:
        yield from _lifted_problems(path, threat, missile)
    elif not missile.thrust_termination and not missile.energy_management:
        reason = f"because {missile.id} cannot stop its motors early and burns fully"
        if threat.trajectory == "minimum-energy":
            wanted = f"lofted or depressed, {reason}"
            yield Problem(f"{path}.class", f"is {as_in_file(threat.trajectory)}", wanted)
        if threat.apogee_km is not None:
            wanted = f"no apogee, {reason}"
            yield Problem(f"{path}.apogee_km", f"is {threat.apogee_km:g}", wanted)


def _lifted_problems(path: str, threat: Threat, missile: catalog.MissileEntry) -> Iterator[Problem]:
    """Yield flights with lift that nobody has published: only published ones are flown so."""
    assert missile.apogees_flown_km is not None
    low, high = missile.apogees_flown_km
    ends = threat.apogee_range_km or (threat.apogee_km, threat.apogee_km)
    if threat.trajectory != "depressed":
        wanted = f"depressed, with an apogee, because {missile.id} flies with lift"
        yield Problem(f"{path}.class", f"is {as_in_file(threat.trajectory)}", wanted)
    elif any(end is None or not low <= end <= high for end in ends):
        found = "is missing" if threat.apogee_km is None else f"is {threat.apogee_km:g}"
        wanted = f"a published apogee of {missile.id}, {low:g} to {high:g} km: only those are flown"
        yield Problem(f"{path}.apogee_km", found, wanted)


def _dotted(loc: tuple[int | str, ...]) -> str:
    """Write a place as ``threats[2].apogee_km``; rows count from 0."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return "".join(parts).removeprefix(".")


def _keys(owner: type[BaseModel] | None) -> list[str]:
    """Return the keys of a table as the file spells them."""
    if owner is None:
        return []
    return [field.alias or name for name, field in owner.model_fields.items()]


def _model_at(loc: tuple[int | str, ...], root: type[BaseModel]) -> type[BaseModel] | None:
    """Return the class of the table at this place of the file."""
    here: type[BaseModel] | None = root
    for part in loc:
        if isinstance(part, str):
            field = _field(here, part)
            here = _model_in(field.annotation) if field else None
    return here


def _field(owner: type[BaseModel] | None, key: str) -> FieldInfo | None:
    fields = owner.model_fields if owner else {}
    return next((field for name, field in fields.items() if key == (field.alias or name)), None)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(part) for part in get_args(annotation))
    return next((found for found in inner if found), None)


def _expectation(loc: tuple[int | str, ...], root: type[BaseModel]) -> str:
    """Return the words of the schema on what may stand at this place."""
    if len(loc) < 2 and not (loc and isinstance(loc[0], str)):
        return "the tables of a scenario, with texts as keys"
    if isinstance(loc[-1], int):
        owner, key = _model_at(loc[:-2], root), str(loc[-2])
        field = _field(owner, key)
        if field and _model_in(field.annotation):
            return f"a table [[{_dotted(tuple(part for part in loc if isinstance(part, str)))}]]"
        if field is None:
            return "a value of the schema"
        return _described(_element(field.annotation, loc[-1]))
    field = _field(_model_at(loc[:-1], root), loc[-1])
    if field is None:
        return "a value of the schema"
    return field.description or _described(field.annotation)


def _element(annotation: Any, row: int) -> Any:
    """Find what a list holds at a place inside a type such as ``tuple[Name, ...] | None``."""
    if get_origin(annotation) is tuple:
        kinds = [kind for kind in get_args(annotation) if kind is not Ellipsis]
        return kinds[min(row, len(kinds) - 1)]
    found = (_element(part, row) for part in get_args(annotation))
    return next((element for element in found if element is not None), None)


def _described(annotation: Any) -> str:
    """Find the description inside a type such as ``Latitude | None`` or ``tuple[Name, ...]``."""
    for part in get_args(annotation):
        if isinstance(part, FieldInfo) and part.description:
            return part.description
        for inner in getattr(part, "__metadata__", ()):
            if isinstance(inner, FieldInfo) and inner.description:
                return inner.description
    return "a value of the schema"


def _literals(loc: tuple[int | str, ...], root: type[BaseModel]) -> list[str]:
    field = _field(_model_at(loc[:-1], root), str(loc[-1]))
    return [str(choice) for choice in get_args(field.annotation)] if field else []
