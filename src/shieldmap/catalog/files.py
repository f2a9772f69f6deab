"""Reading the catalogue's files, walking their values and checking them as a whole."""

import math
import operator
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from shieldmap import units
from shieldmap.catalog.nouns import (
    DefenceEntry,
    Entry,
    MissileEntry,
    RadarEntry,
    ShotRecord,
)
from shieldmap.catalog.quantity import CatalogError, Quantity
from shieldmap.catalog.sources import (
    DATA,
    BibEntry,
    bib_problems,
    bibliography,
)
from shieldmap.catalog.stage import ThrustTable

EntryT = TypeVar("EntryT", MissileEntry, DefenceEntry, RadarEntry)

KINDS: Final[dict[str, type[MissileEntry] | type[DefenceEntry] | type[RadarEntry]]] = {
    "missiles": MissileEntry,
    "defences": DefenceEntry,
    "radars": RadarEntry,
}
"""The kinds of entries, by their folders and tables."""


@cache
def read_entry(path: Path) -> Entry:
    """Read one catalogue file; its folder says what kind of system it holds."""
    where = f"{path.parent.name}/{path.name}"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        return KINDS[path.parent.name].model_validate(raw)
    except tomllib.TOMLDecodeError as error:
        raise CatalogError(f"{where} is not TOML: {error}") from None
    except ValidationError as error:
        raise CatalogError("; ".join(sentences(where, error))) from None


def sentences(where: str, error: ValidationError) -> Iterator[str]:
    """Say each refusal with the file and the dotted path of the value."""
    for item in error.errors():
        path = ".".join(str(part) for part in item["loc"])
        if item["type"] == "missing":
            owner, _, field = path.rpartition(".")
            yield f"{where}: {owner or 'the file'} has no '{field}'"
        elif item["type"] == "extra_forbidden":
            yield f"{where}: '{path}' is not a field of the catalogue"
        else:
            yield f"{where}: {path}: {item['msg'].removeprefix('Value error, ')}"


def embedded_files() -> list[Path]:
    """The files of the embedded entries, kind by kind."""
    return [path for kind in KINDS for path in sorted((DATA / kind).glob("*.toml"))]


@cache
def embedded_ids() -> dict[str, Path]:
    """Map every id to its file, which is named so; no file is read."""
    return {path.stem: path for path in embedded_files()}


@cache
def embedded_index() -> dict[str, Path]:
    """Map every id and alias to its file; all files are read for it, none is validated."""
    index: dict[str, Path] = {}
    for path in embedded_files():
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        korean = _korean_names(str(raw.get("name_ko", "")))
        for name in (raw.get("id", path.stem), *raw.get("aliases", ()), *korean):
            index.setdefault(folded(str(name)), path)
    return index


def names_of(entry: Entry) -> tuple[str, ...]:
    """Every name by which an entry may be asked for: its id, its aliases and its Korean names."""
    return (entry.id, *entry.aliases, *_korean_names(entry.name_ko))


def _korean_names(name_ko: str) -> list[str]:
    """``화성-7 (노동)`` is known as a whole and by each of its two names."""
    parts = re.fullmatch(r"(.*?) *\((.*)\)", name_ko)
    return [name for name in (name_ko, *(parts.groups() if parts else ())) if name]


def folded(name: str) -> str:
    """A name as it is compared: composed, without case, with hyphens for spaces."""
    # Some systems write a Korean syllable as its letters; NFC makes it one again.
    return re.sub(r"[\s_]+", "-", unicodedata.normalize("NFC", name).strip().casefold())


def kind_word(entry: Entry) -> str:
    """What kind of system an entry is, with its article."""
    if isinstance(entry, MissileEntry):
        return "a missile"
    return "a defence" if isinstance(entry, DefenceEntry) else "a radar"


def quantities(entry: BaseModel) -> Iterator[tuple[str, Quantity]]:
    """Yield every value with its dotted path, such as ``stages.0.burn_time``."""
    for name in type(entry).model_fields:
        yield from _walk(name, getattr(entry, name))


def _walk(path: str, part: Any) -> Iterator[tuple[str, Quantity]]:
    if isinstance(part, Quantity):
        yield path, part
    elif isinstance(part, ThrustTable):
        yield f"{path}.peak", part.peak
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _walk(f"{path}.{name}", getattr(part, name))
    elif isinstance(part, tuple):
        for position, item in enumerate(part):
            yield from _walk(f"{path}.{position}", item)


def records(entry: Entry) -> tuple[ShotRecord, ...]:
    """Return the counts of hits and shots that an entry holds."""
    return entry.kill_probability.records if isinstance(entry, DefenceEntry) else ()


def with_values(entry: EntryT, values: Mapping[str, float]) -> EntryT:
    """Return the entry with some values replaced: how a sweep draws from the ranges.

    Parameters
    ----------
    values : SI values by the dotted paths of :func:`quantities`.
    """
    known = dict(quantities(entry))
    raw = entry.model_dump()
    for path, value_si in values.items():
        if path not in known:
            raise CatalogError(f"{entry.id} has no value called '{path}'")
        if not math.isfinite(value_si):
            raise CatalogError(f"{path} of {entry.id} is {value_si}: it must be a number")
        part: Any = raw
        for step in path.split("."):
            part = part[int(step) if step.isdigit() else step]
        part["value"] = units.from_si(value_si, known[path].unit)
        for end, is_inside in (("low", operator.le), ("high", operator.ge)):
            if part[end] is not None and not is_inside(part[end], part["value"]):
                part[end] = part["value"]
    return type(entry).model_validate(raw)


def entry_problems(sound: list[Entry], sources: Mapping[str, BibEntry]) -> Iterator[str]:
    """Say what entries lack beside their form: ranges, and sources that a bibliography has."""
    yield from _ranges_missing(sound)
    yield from _unknown_sources(sound, sources)


def check(also_used: Iterable[str] = ()) -> list[str]:
    """Return every problem of the catalogue as a sentence; an empty list is a clean catalogue.

    Parameters
    ----------
    also_used : keys cited outside the catalogue, as :func:`mentioned_keys` finds them.
    """
    problems: list[str] = []
    sound: list[Entry] = []
    for path in embedded_files():
        try:
            entry = read_entry(path)
        except CatalogError as error:
            problems.append(str(error))
            continue
        sound.append(entry)
        if entry.id != path.stem:
            problems.append(f"{path.name} holds the id '{entry.id}'")
    sources = bibliography()
    problems += _name_problems(sound)
    problems += entry_problems(sound, sources)
    problems += _unused_sources(sound, sources, set(also_used))
    for source in sources.values():
        problems += bib_problems(source)
    return problems


def _name_problems(sound: list[Entry]) -> Iterator[str]:
    owner: dict[str, str] = {}
    for entry in sound:
        for name in names_of(entry):
            other = owner.setdefault(folded(name), entry.id)
            if other != entry.id:
                yield f"'{name}' names both {other} and {entry.id}"


def _ranges_missing(sound: list[Entry]) -> Iterator[str]:
    """What is computed from needs a range; only counted or measured things may have none."""
    for entry in sound:
        for path, quantity in quantities(entry):
            if path.startswith(("published.", "reference.", "cost.", "supply.", "stock.")):
                continue
            if path.endswith(".thrust.peak"):
                continue  # it shapes the burn; burn time and impulse have the ranges
            if quantity.low is None or quantity.high is None:
                yield f"{entry.id}: {path} has no range"
            elif (
                quantity.low == quantity.high
                and quantity.basis != "measured"
                and quantity.unit != "count"
            ):
                yield f"{entry.id}: {path} has a range without width"


def _unknown_sources(sound: list[Entry], sources: Mapping[str, BibEntry]) -> Iterator[str]:
    for entry in sound:
        for path, quantity in quantities(entry):
            for key in quantity.keys:
                if key not in sources:
                    yield f"{entry.id}: {path} cites '{key}', which no bibliography has"
            source = sources.get(quantity.key)
            if source and source.confidence == "memory" and quantity.basis != "estimate":
                yield f"{entry.id}: {path} rests on memory and must be an estimate"
        for record in records(entry):
            if record.key not in sources:
                yield f"{entry.id}: record {record.id} cites '{record.key}', which no bibliography has"


def _unused_sources(
    sound: list[Entry], sources: Mapping[str, BibEntry], also_used: set[str]
) -> Iterator[str]:
    used = set(also_used)
    for entry in sound:
        used |= {key for _, quantity in quantities(entry) for key in quantity.keys}
        used |= {record.key for record in records(entry)}
    for key in sources:
        if key not in used:
            yield f"sources.bib: nothing uses '{key}'"


def mentioned_keys() -> set[str]:
    """Return the keys that the rest of the package cites: modules, scenarios, the map pack."""
    keys = set(bibliography())
    catalogue = {*embedded_files(), DATA / "sources.bib"}
    found: set[str] = set()
    for path in DATA.parent.rglob("*"):
        if path.suffix in (".py", ".toml", ".json", ".csv") and path not in catalogue:
            words = set(re.findall(r"[a-z0-9][a-z0-9-]*", path.read_text(encoding="utf-8")))
            found |= keys & words
    return found
