"""Reading scenario files, changing scenarios and writing them."""

import contextlib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date as calendar_date
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from shieldmap.scenario.nouns import Scenario, ScenarioError, StudyFile
from shieldmap.scenario.own import STUDY_FILE, with_catalogue, with_entries
from shieldmap.scenario.parts import Tables
from shieldmap.scenario.points import read_people, read_places
from shieldmap.scenario.problem import Problem, as_in_file, choice
from shieldmap.scenario.problems import (
    MOST_PROBLEMS,
    as_error,
    cross_problems,
    schema_problems,
)
from shieldmap.scenario.skyline import beside, read_skyline, read_text, read_toml
from shieldmap.scenario.sources import DATA
from shieldmap.scenario.stability import StabilityScenario, resolved
from shieldmap.scenario.stability_problems import site_problems, stability_problems

AnyScenario = Scenario | StabilityScenario
"""A study of either kind."""

KINDS: Final = ("defence", "stability")
"""What ``kind`` may say in a scenario file; a file without it is a defence study."""

RENAMED: Final[Mapping[str, str]] = {
    "korea-2026": "korea-2026-04",
    "israel": "israel-2025-06",
    "gulf": "gulf-2026",
}
"""Names that studies bore before or that stand for the latest of a theatre, and what each opens now."""

_StudyT = TypeVar("_StudyT", Scenario, StabilityScenario)
_PartT = TypeVar("_PartT", bound=BaseModel)


def names(kind: str | None = None) -> list[str]:
    """Return the names of the embedded scenarios, sorted.

    Parameters
    ----------
    kind : only those of one of :data:`KINDS`.
    """
    return sorted(path.stem for path in _embedded_files()) if kind is None else list(titles(kind))


def titles(kind: str) -> dict[str, str]:
    """Names and titles of the embedded scenarios of a kind, sorted; the rest of a file is not checked."""
    paths = sorted(_embedded_files(), key=lambda path: path.stem)
    read = {path.stem: read_toml(_text(path), path.name) for path in paths}
    return {name: str(raw["title"]) for name, raw in read.items() if kind_of(raw) == kind}


def _embedded_files() -> Iterator[Path]:
    return (DATA / "scenarios").glob("*.toml")


def current(name: str) -> str:
    """The name that a study bears now; a text that is no former name stays as it is."""
    return RENAMED.get(name, name)


def load(name_or_path: str | Path) -> Scenario:
    """Return the embedded defence study of this name, or the one in this file."""
    path = _find(name_or_path)
    return build(with_files(read_toml(_text(path), path.name), path), path.name)


def load_study(name_or_path: str | Path) -> AnyScenario:
    """Return the embedded study of this name, or the one in this file, of either kind."""
    path = _find(name_or_path)
    return build_study(with_files(read_toml(_text(path), path.name), path), path.name)


def with_files(raw: Tables, path: Path) -> Tables:
    """The mapping with what lies in files beside its own: skylines, places, people, own entries.

    Their content takes the place of their names: a checked scenario needs no second file.
    """
    raw = _with_skyline(raw, path)
    name = raw.get("places_file")
    if isinstance(name, str) and name and isinstance(raw.get("places", []), list):
        del raw["places_file"]
        found = read_places(beside(path, name), raw.pop("places_source", None))
        raw["places"] = [*raw.get("places", []), *found]
    grid = raw.get("grid")
    people = grid.get("people_file") if isinstance(grid, dict) else None
    if isinstance(grid, dict) and isinstance(people, str) and people and not grid.get("people"):
        del grid["people_file"]
        grid["people"] = read_people(beside(path, people))
    return with_catalogue(raw, path) if path.name == STUDY_FILE else raw


def _with_skyline(raw: Tables, path: Path) -> Tables:
    """The mapping with the points of the skylines that its radars name."""
    layers = raw.get("layers", [])
    for owner in [raw.get("defence"), *(layers if isinstance(layers, list) else [])]:
        radar = owner.get("radar") if isinstance(owner, dict) else None
        name = radar.get("horizon_file") if isinstance(radar, dict) else None
        if isinstance(radar, dict) and isinstance(name, str) and name and not radar.get("horizon"):
            del radar["horizon_file"]
            radar["horizon"] = read_skyline(beside(path, name))
    return raw


def source_text(name_or_path: str | Path) -> str:
    """Return the text of a scenario file, comments included."""
    return _text(_find(name_or_path))


def whole_text(name_or_path: str | Path) -> str:
    """Return the text of a scenario file that needs no other file, comments included.

    Names of skyline files become their points. Where that cannot be done in place, because the name
    is written in a way that only a TOML reader understands, the checked scenario is written anew,
    without comments.
    """
    path = _find(name_or_path)
    text = _text(path)
    checked = build_study(with_files(read_toml(text, path.name), path), path.name)

    def points(match: re.Match[str]) -> str:
        name = tomllib.loads(f"name = {match['name']}")["name"]
        rows = (_toml_table_inline(point) for point in read_skyline(beside(path, name)))
        return f"horizon{match['equals']}[{', '.join(rows)}]"

    with contextlib.suppress(ScenarioError):
        filled = _NAMED_SKYLINE.sub(points, text)
        if build_study(read_toml(filled, path.name), path.name) == checked:
            return filled
    return to_toml(checked)


_NAMED_SKYLINE: Final = re.compile(
    r"""\bhorizon_file(?P<equals>\s*=\s*)(?P<name>"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
)


def _toml_table_inline(table: Mapping[str, Any]) -> str:
    return f"{{ {', '.join(f'{key} = {_toml_value(value)}' for key, value in table.items())} }}"


def parse(text: str, where: str = "scenario") -> Scenario:
    """Return the defence study that a TOML text describes.

    Parameters
    ----------
    where : what an error calls the text, such as the name of its file.
    """
    return build(read_toml(text, where), where)


def kind_of(raw: Any) -> Any:
    """What a mapping says that it is: one of :data:`KINDS`, or something wrong."""
    return raw.get("kind", "defence") if isinstance(raw, Mapping) else "defence"


def build(raw: Any, where: str = "scenario") -> Scenario:
    """Return the defence study that a mapping describes, with the keys of the TOML file.

    Parameters
    ----------
    where : what an error calls the mapping.
    """
    study = build_study(raw, where)
    if not isinstance(study, Scenario):
        raise ScenarioError(
            f"{where} is a stability study, which has no defended places: "
            "expected a defence study such as korea"
        )
    return study


def build_study(raw: Any, where: str = "scenario") -> AnyScenario:
    """Return the study of either kind that a mapping describes."""
    kind = kind_of(raw)
    if isinstance(raw, Mapping):
        raw = with_entries(raw, where)
    if kind == "stability":
        return _build_stability(raw, where)
    if kind != "defence":
        raise as_error(where, [Problem("kind", f"is {as_in_file(kind)}", " or ".join(KINDS))])
    if isinstance(raw, Mapping):
        raw = {key: value for key, value in raw.items() if key != "kind"}
    scenario = validated(Scenario, raw, where)
    problems = list(islice(cross_problems(scenario), MOST_PROBLEMS))
    if problems:
        raise as_error(where, problems)
    return scenario


def _build_stability(raw: Mapping[str, Any], where: str) -> StabilityScenario:
    unknown = list(islice(site_problems(raw), MOST_PROBLEMS))
    if unknown:
        raise as_error(where, unknown)
    study = validated(StabilityScenario, resolved(raw), where)
    problems = list(islice(stability_problems(study), MOST_PROBLEMS))
    if problems:
        raise as_error(where, problems)
    return study


def validated(kind: type[_PartT], raw: Any, where: str) -> _PartT:
    """Check a mapping against one class of tables; a :class:`ScenarioError` says what is wrong."""
    try:
        # Dates are texts in JSON, which has no dates; TOML gives dates.
        return kind.model_validate(_with_date(raw))
    except ValidationError as error:
        raise as_error(where, schema_problems(error, raw, kind)) from None
    except RecursionError:
        raise ScenarioError(f"{where}: the tables are nested too deeply") from None


def _with_date(raw: Any) -> Any:
    given = raw.get("date") if isinstance(raw, Mapping) else None
    if isinstance(given, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", given):
        try:
            return {**raw, "date": calendar_date.fromisoformat(given)}
        except ValueError:
            return raw
    return raw


def changed(scenario: _StudyT, changes: Mapping[str, Any]) -> _StudyT:
    """Return the scenario with some values replaced, checked again.

    Parameters
    ----------
    changes : new values by dotted path, such as
        ``{"defence.battery.latitude_deg": 36.2, "threats.0.apogee_km": 300}``.
    """
    raw = scenario.as_mapping()
    for path, value in changes.items():
        *parents, last = path.split(".")
        owner: Any = raw
        try:
            for part in parents:
                owner = owner[int(part)] if isinstance(owner, list) else owner.setdefault(part, {})
            owner[int(last) if isinstance(owner, list) else last] = value
        except (ValueError, IndexError, TypeError, AttributeError):
            raise ScenarioError(
                f"{scenario.name}: {path} cannot be changed: expected the dotted path of a field"
            ) from None
    if kind_of(raw) != kind_of(scenario.as_mapping()):
        raise ScenarioError(f"{scenario.name}: kind cannot be changed")
    study = build_study(raw, scenario.name)
    assert isinstance(study, type(scenario))
    return study


def _find(name_or_path: str | Path) -> Path:
    """Return the file meant; an embedded name wins over a file of the same name."""
    given = current(str(name_or_path))
    embedded = names()
    if given in embedded:
        return DATA / "scenarios" / f"{given}.toml"
    path = Path(given)
    try:
        is_directory, is_file, is_there = path.is_dir(), path.is_file(), path.exists()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ScenarioError(f"{as_in_file(given)} cannot be read: {reason}") from None
    if is_file:
        return path
    if is_directory and given and (path / STUDY_FILE).is_file():
        return path / STUDY_FILE
    if is_there and given:
        kind = f"a folder without {STUDY_FILE}" if is_directory else "not a plain file"
        raise ScenarioError(f"{given} is {kind}: expected a scenario file such as a.toml")
    if path.suffix == ".toml" or "/" in given or "\\" in given:
        raise ScenarioError(f"{given} does not exist: expected a scenario file")
    raise ScenarioError(
        f"{as_in_file(given)} is neither a file nor an embedded scenario: "
        f"expected {choice(given, embedded)}"
    )


def _text(path: Path) -> str:
    return read_text(path, "a scenario file")


def to_toml(scenario: StudyFile) -> str:
    """Write a scenario as TOML that :func:`parse` reads back as the same scenario."""
    raw = {**scenario.as_mapping(), "date": scenario.date}
    return "\n".join(_toml_table("", raw)).lstrip("\n") + "\n"


def _toml_table(path: str, table: Mapping[str, Any]) -> Iterator[str]:
    """Write the plain values of a table first, because TOML reads what follows as a sub-table."""
    nested = {key: value for key, value in table.items() if _is_nested(value)}
    for key, value in table.items():
        if key not in nested:
            yield f"{key} = {_toml_value(value)}"
    for key, value in nested.items():
        name = f"{path}.{key}".removeprefix(".")
        for item in value if isinstance(value, list) else [value]:
            yield ""
            yield f"[[{name}]]" if isinstance(value, list) else f"[{name}]"
            yield from _toml_table(name, item)


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and bool(value) and isinstance(value[0], dict)
    )


def _toml_value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        # JSON escapes as TOML does; the delete character, which it leaves, stands in no text.
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(_toml_value(item) for item in value)}]"
    return value.isoformat() if isinstance(value, calendar_date) else repr(value)
