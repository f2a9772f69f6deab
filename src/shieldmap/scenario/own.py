"""Catalogue entries that a study brings along: in its file, or in files of the folder that it lies in.

A folder holds ``study.toml`` and ``catalogue/``, in which every TOML file holds tables ``[[missiles]]``,
``[[defences]]``, ``[[radars]]`` and ``[[sources]]``; a file in ``catalogue/missiles``, ``catalogue/defences``
or ``catalogue/radars`` is one entry, in the form of the embedded ones.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from shieldmap import catalog
from shieldmap.scenario.nouns import OwnSource, ScenarioError
from shieldmap.scenario.parts import Tables
from shieldmap.scenario.problem import as_in_file
from shieldmap.scenario.skyline import read_text
from shieldmap.scenario.sources import as_bibliography, bibliography

STUDY_FILE: Final = "study.toml"
"""The file of a study that is a folder."""

CATALOGUE: Final = "catalogue"
"""Its folder of entries, and the table that holds them in a checked study."""

_MOST: Final = 64
_FILE: Final = "_file"  # where an entry was read, for its errors


def with_catalogue(raw: Tables, path: Path) -> Tables:
    """The mapping with the entries and sources of the folder ``catalogue`` beside its file."""
    tables, sources = read_folder(path.parent / CATALOGUE)
    for kind, entries in tables.items():
        if entries:
            raw.setdefault(CATALOGUE, {}).setdefault(kind, []).extend(entries)
    if sources:
        raw["sources"] = [*raw.get("sources", []), *sources]
    return raw


def read_folder(folder: Path) -> tuple[dict[str, list[Tables]], list[Tables]]:
    """The entries of a folder by kind, not checked yet, and its sources; nothing where it is not there.

    Raises
    ------
    ScenarioError : a file cannot be read, is no TOML or holds something else.
    """
    tables: dict[str, list[Tables]] = {kind: [] for kind in catalog.KINDS}
    sources: list[Tables] = []
    for path in sorted(folder.glob("*.toml")):
        raw = _read(path)
        for kind, rows in raw.items():
            if kind not in (*tables, "sources") or not isinstance(rows, list):
                wanted = ", ".join(f"[[{name}]]" for name in (*tables, "sources"))
                raise ScenarioError(f"{path}: {kind} is not a table of entries: expected {wanted}")
            to = sources if kind == "sources" else tables[kind]
            to += [_marked(row, path) if kind != "sources" else row for row in rows]
    for kind, found in tables.items():
        for path in sorted((folder / kind).glob("*.toml")):
            raw = _read(path)
            sources += raw.pop("sources", [])
            found.append(_marked(raw, path))
    return tables, sources


def _read(path: Path) -> Tables:
    text = read_text(path, "a file of catalogue entries")
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ScenarioError(f"{path}: TOML syntax error: {error}") from None


def _marked(row: Any, path: Path) -> Any:
    return {**row, _FILE: str(path)} if isinstance(row, Mapping) else row


def with_entries(raw: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    """The mapping with its own entries checked and gathered in one table ``catalogue``.

    In a defence study they may stand at the top as well; in a stability study ``[[radars]]`` are the
    radars that watch.
    """
    given = raw.get(CATALOGUE, {})
    if not isinstance(given, Mapping):
        return raw
    is_defence = raw.get("kind", "defence") == "defence"
    at_top = tuple(kind for kind in catalog.KINDS if is_defence and kind in raw)
    if not given and not at_top:
        return raw
    for kind in given:
        if kind not in catalog.KINDS:
            wanted = " or ".join(f"[[{CATALOGUE}.{name}]]" for name in catalog.KINDS)
            raise ScenarioError(
                f"{where}: {CATALOGUE}.{kind} is not a known key: expected {wanted}"
            )
    own: list[catalog.Entry] = []
    out: dict[str, list[catalog.Entry]] = {}
    for kind in catalog.KINDS:
        rows = [*_rows(raw, kind, f"{where}: ")] if kind in at_top else []
        rows += _rows(given, kind, f"{where}: {CATALOGUE}.")
        if len(rows) > _MOST:
            raise ScenarioError(f"{where}: {len(rows)} {kind} of its own: expected at most {_MOST}")
        out[kind] = [_entry(kind, row, name, own) for name, row in rows]
    rest = {key: value for key, value in raw.items() if key not in (CATALOGUE, *at_top)}
    return {**rest, CATALOGUE: {kind: entries for kind, entries in out.items() if entries}}


def _rows(tables: Mapping[str, Any], kind: str, prefix: str) -> Iterator[tuple[str, Any]]:
    """(what an error calls it, table) of every entry of a kind; one read elsewhere bears its file's name."""
    rows = tables.get(kind, [])
    if not isinstance(rows, list):
        raise ScenarioError(f"{prefix}{kind} is {as_in_file(rows)}: expected tables [[{kind}]]")
    for number, row in enumerate(rows):
        in_file = isinstance(row, Mapping) and _FILE in row
        yield row[_FILE] if in_file else f"{prefix}{kind}[{number}]", row


def _entry(kind: str, row: Any, name: str, own: list[catalog.Entry]) -> catalog.Entry:
    """One entry, checked; it may start from those before it, which it joins."""
    if isinstance(row, catalog.KINDS[kind]):
        entry: catalog.Entry = row
    else:
        table = {k: v for k, v in row.items() if k != _FILE} if isinstance(row, Mapping) else row
        try:
            entry = catalog.own_entry(kind, table, name, catalog.Catalogue(tuple(own)))
        except catalog.CatalogError as error:
            raise ScenarioError(str(error)) from None
    own.append(entry)
    return entry


class CheckedFolder(NamedTuple):
    """How many numbers and sources a folder of entries has, and what is wrong with them."""

    values: int
    sources: int
    problems: tuple[str, ...]


def check_folder(folder: Path) -> CheckedFolder:
    """Check the entries of a folder: its own, or those of the study that it holds.

    Raises
    ------
    ScenarioError : there is nothing to check, or a file cannot be read.
    """
    inner = folder / CATALOGUE
    tables, sources = read_folder(inner if inner.is_dir() else folder)
    if not any(tables.values()):
        wanted = "TOML files with [[missiles]], [[defences]] or [[radars]]"
        raise ScenarioError(f"{folder} has no entries: expected {wanted}")
    study = folder / STUDY_FILE
    if study.is_file():
        sources += _read(study).get("sources", [])
    own: list[catalog.Entry] = []
    problems = []
    for kind in tables:
        for name, row in _rows(tables, kind, ""):
            try:
                _entry(kind, row, name, own)
            except ScenarioError as error:
                problems.append(str(error))
    given = as_bibliography(_sound(sources, problems))
    problems += catalog.entry_problems(own, {**bibliography(), **given})
    values = sum(1 for entry in own for _ in catalog.quantities(entry))
    return CheckedFolder(values, len(given), tuple(problems))


def _sound(sources: list[Any], problems: list[str]) -> Iterator[OwnSource]:
    """The sources that are sound; what is wrong with the others joins the problems."""
    for number, row in enumerate(sources):
        try:
            yield OwnSource.model_validate(row)
        except ValidationError as error:
            for item in error.errors():
                path = ".".join(map(str, item["loc"]))
                problems.append(f"sources[{number}].{path}: {item['msg']}")
