"""Catalogue entries that a study brings along: in its file, or in files of the folder that it lies in.

A folder holds ``study.toml`` and ``catalogue/``, in which every TOML file holds tables ``[[missiles]]``,
``[[defences]]``, ``[[radars]]`` and ``[[sources]]``; a file in ``catalogue/missiles``, ``catalogue/defences``
or ``catalogue/radars`` is one entry, in the form of the embedded ones.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from shieldmap import catalog
from shieldmap.scenario.nouns import OwnSource, ScenarioError
from shieldmap.scenario.parts import Tables
from shieldmap.scenario.problem import as_in_file
from shieldmap.scenario.skyline import read_text, read_toml
from shieldmap.scenario.sources import as_bibliography, bibliography

STUDY_FILE: Final = "study.toml"
"""The file of a study that is a folder."""

CATALOGUE: Final = "catalogue"
"""Its folder of entries, and the table that holds them in a checked study."""

_MOST: Final = 64
SOURCES: Final = "sources"


class _Read(NamedTuple):
    """A table that was read from another file, and what an error calls it."""

    where: str
    table: Any


def with_catalogue(raw: Tables, path: Path) -> Tables:
    """The mapping with the entries and sources of the folder ``catalogue`` beside its file.

    Tables of the file that are none stay as they are, to be refused.
    """
    tables, sources = read_folder(path.parent / CATALOGUE)
    own = raw.get(CATALOGUE, {})
    if isinstance(own, dict) and all(isinstance(rows, list) for rows in own.values()):
        merged = {kind: [*own.get(kind, []), *rows] for kind, rows in tables.items()}
        raw[CATALOGUE] = {**own, **{kind: rows for kind, rows in merged.items() if rows}}
    if sources and isinstance(raw.get(SOURCES, []), list):
        raw[SOURCES] = [*raw.get(SOURCES, []), *sources]
    return raw


def read_folder(folder: Path) -> tuple[dict[str, list[_Read]], list[Any]]:
    """The entries of a folder by kind, not checked yet, and its sources; nothing where it is not there.

    Raises
    ------
    ScenarioError : a file cannot be read, is no TOML or holds something else.
    """
    tables: dict[str, list[_Read]] = {kind: [] for kind in catalog.KINDS}
    sources: list[Any] = []
    for path in sorted(folder.glob("*.toml")):
        for kind, rows in _read(path).items():
            if kind not in (*tables, SOURCES) or not isinstance(rows, list):
                wanted = ", ".join(f"[[{name}]]" for name in (*tables, SOURCES))
                raise ScenarioError(f"{path}: {kind} is not a table of entries: expected {wanted}")
            if kind == SOURCES:
                sources += rows
            else:
                tables[kind] += [_Read(str(path), row) for row in rows]
    for kind, found in tables.items():
        for path in sorted((folder / kind).glob("*.toml")):
            raw = _read(path)
            cited = raw.pop(SOURCES, [])
            if not isinstance(cited, list):
                raise ScenarioError(f"{path}: sources is {as_in_file(cited)}: expected [[sources]]")
            sources += cited
            found.append(_Read(str(path), raw))
    return tables, sources


def _read(path: Path) -> Tables:
    return read_toml(read_text(path, "a file of catalogue entries"), str(path))


def with_entries(raw: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    """The mapping with its own entries checked and gathered in one table ``catalogue``.

    In a defence study they may stand at the top as well; in a stability study ``[[radars]]`` are the
    radars that watch.
    """
    given = raw.get(CATALOGUE, {})
    if not isinstance(given, Mapping):
        return raw
    rows = dict(_rows(raw, where))
    if not any(rows.values()) and CATALOGUE not in raw:
        return raw
    for kind in given:
        if kind not in catalog.KINDS:
            wanted = " or ".join(f"[[{CATALOGUE}.{name}]]" for name in catalog.KINDS)
            raise ScenarioError(
                f"{where}: {CATALOGUE}.{kind} is not a known key: expected {wanted}"
            )
    own: list[catalog.Entry] = []
    out: dict[str, list[catalog.Entry]] = {}
    for kind, found in rows.items():
        if len(found) > _MOST:
            raise ScenarioError(
                f"{where}: {len(found)} {kind} of its own: expected at most {_MOST}"
            )
        out[kind] = [_entry(kind, row, own) for row in found]
    top = _at_top(raw)
    rest = {key: value for key, value in raw.items() if key not in (CATALOGUE, *top)}
    return {**rest, CATALOGUE: {kind: entries for kind, entries in out.items() if entries}}


def _at_top(raw: Mapping[str, Any]) -> tuple[str, ...]:
    """The kinds of entries that stand at the top of a file."""
    is_defence = raw.get("kind", "defence") == "defence"
    return tuple(kind for kind in catalog.KINDS if is_defence and kind in raw)


def _rows(raw: Mapping[str, Any], where: str) -> Iterator[tuple[str, list[_Read]]]:
    """The entries of a study by kind: those at the top, then those of its table ``catalogue``."""
    at_top = _at_top(raw)
    for kind in catalog.KINDS:
        found = _listed(raw, kind, f"{where}: ") if kind in at_top else []
        given = raw.get(CATALOGUE, {})
        yield kind, [*found, *_listed(given, kind, f"{where}: {CATALOGUE}.")]


def _listed(tables: Mapping[str, Any], kind: str, prefix: str) -> list[_Read]:
    rows = tables.get(kind, [])
    if not isinstance(rows, list | tuple):
        raise ScenarioError(f"{prefix}{kind} is {as_in_file(rows)}: expected tables [[{kind}]]")
    return [
        row if isinstance(row, _Read) else _Read(f"{prefix}{kind}[{number}]", row)
        for number, row in enumerate(rows)
    ]


def _entry(kind: str, row: _Read, own: list[catalog.Entry]) -> catalog.Entry:
    """One entry, checked; it may start from those before it, which it joins."""
    if isinstance(row.table, catalog.KINDS[kind]):
        entry: catalog.Entry = row.table
    else:
        known = catalog.Catalogue(tuple(own))
        try:
            entry = catalog.own_entry(kind, row.table, row.where, known)
        except catalog.CatalogError as error:
            raise ScenarioError(str(error)) from None
    own.append(entry)
    return entry


class CheckedFolder(NamedTuple):
    """How many numbers and sources a folder of entries has, and what is wrong with them."""

    values: int
    sources: int
    problems: tuple[str, ...]


PLACEHOLDER: Final = "Where this flight was published: name the page here"
"""The title of a source that a new missile is written with, until its page is named."""


def check_folder(folder: Path) -> CheckedFolder:
    """Check the entries of a folder: its own, or those of the study that it holds.

    Raises
    ------
    ScenarioError : there is nothing to check, or a file cannot be read.
    """
    study = folder / STUDY_FILE
    if study.is_file():
        raw = with_catalogue(_read(study), study)
    else:
        tables, cited = read_folder(folder)
        raw = {CATALOGUE: tables, SOURCES: cited}
    given = raw.get(CATALOGUE, {})
    rows = dict(_rows(raw, str(study))) if isinstance(given, Mapping) else {}
    if not any(rows.values()) and not study.is_file():
        wanted = "TOML files with [[missiles]], [[defences]] or [[radars]]"
        raise ScenarioError(f"{folder} has no entries: expected {wanted}")
    own: list[catalog.Entry] = []
    problems = []
    for kind, found in rows.items():
        for row in found:
            try:
                _entry(kind, row, own)
            except ScenarioError as error:
                problems.append(str(error))
    known = bibliography()
    cited_here = raw.get(SOURCES, [])
    mine = as_bibliography(_sound(cited_here if isinstance(cited_here, list) else [], problems))
    problems += [
        f"sources: '{key}' is a key of the bibliography already" for key in mine if key in known
    ]
    problems += [
        f"sources: '{key}' has the title that it was written with: expected the page, as in \"{_A_TITLE}\""
        for key, source in mine.items()
        if source.fields.get("title") == PLACEHOLDER
    ]
    problems += catalog.entry_problems(own, {**known, **mine})
    values = sum(1 for entry in own for _ in catalog.quantities(entry))
    return CheckedFolder(values, len(mine), tuple(problems))


_A_TITLE: Final = "IRNA: new missile shown, 7 June 2023"


def _sound(sources: list[Any], problems: list[str]) -> Iterator[OwnSource]:
    """The sources that are sound; what is wrong with the others joins the problems."""
    for number, row in enumerate(sources):
        try:
            yield OwnSource.model_validate(row)
        except ValidationError as error:
            for item in error.errors():
                path = ".".join(map(str, item["loc"]))
                problems.append(f"sources[{number}].{path}: {item['msg']}")
