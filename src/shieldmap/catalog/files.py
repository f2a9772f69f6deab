"""Reading the catalogue's files, walking their values and checking them as a whole."""

import difflib
import math
import operator
import re
import tomllib
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from shieldmap import units
from shieldmap.catalog.nouns import (
    CatalogError,
    DefenceEntry,
    Entry,
    MissileEntry,
    Quantity,
    RadarEntry,
    ShotRecord,
)
from shieldmap.catalog.sources import (
    DATA,
    OWN_ESTIMATE,
    BibEntry,
    bib_problems,
    bibliography,
)

EntryT = TypeVar("EntryT", MissileEntry, DefenceEntry, RadarEntry)

_KINDS: Final[dict[str, type[MissileEntry] | type[DefenceEntry] | type[RadarEntry]]] = {
    "missiles": MissileEntry,
    "defences": DefenceEntry,
    "radars": RadarEntry,
}


def load(id_or_alias: str) -> Entry:
    """Return the entry with this id or alias; upper and lower case are the same."""
    index = _index()
    path = index.get(_fold(id_or_alias))
    if path is None:
        close = difflib.get_close_matches(_fold(id_or_alias), index, n=3)
        hint = f"did you mean {' or '.join(close)}? " if close else ""
        raise CatalogError(
            f"'{id_or_alias}' is not in the catalogue: {hint}"
            "`shieldmap catalog list` prints what is"
        )
    return read_entry(path)


def missile(id_or_alias: str) -> MissileEntry:
    """Return a missile."""
    entry = load(id_or_alias)
    if not isinstance(entry, MissileEntry):
        raise CatalogError(f"'{id_or_alias}' is {_kind(entry)}, not a missile")
    return entry


def defence(id_or_alias: str) -> DefenceEntry:
    """Return a defence."""
    entry = load(id_or_alias)
    if not isinstance(entry, DefenceEntry):
        raise CatalogError(f"'{id_or_alias}' is {_kind(entry)}, not a defence")
    return entry


def radar(id_or_alias: str) -> RadarEntry:
    """Return a radar."""
    entry = load(id_or_alias)
    if not isinstance(entry, RadarEntry):
        raise CatalogError(f"'{id_or_alias}' is {_kind(entry)}, not a radar")
    return entry


def entries() -> tuple[Entry, ...]:
    """Return every entry: missiles, then defences, then radars, each sorted by file name."""
    return tuple(read_entry(path) for path in _files())


@cache
def read_entry(path: Path) -> Entry:
    """Read one catalogue file; its folder says what kind of system it holds."""
    where = f"{path.parent.name}/{path.name}"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        return _KINDS[path.parent.name].model_validate(raw)
    except tomllib.TOMLDecodeError as error:
        raise CatalogError(f"{where} is not TOML: {error}") from None
    except ValidationError as error:
        raise CatalogError("; ".join(_sentences(where, error))) from None


def _sentences(where: str, error: ValidationError) -> Iterator[str]:
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


def _files() -> list[Path]:
    return [path for kind in _KINDS for path in sorted((DATA / kind).glob("*.toml"))]


@cache
def _index() -> dict[str, Path]:
    """Map every id and alias to its file without validating the files."""
    index: dict[str, Path] = {}
    for path in _files():
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        korean = _korean_names(str(raw.get("name_ko", "")))
        for name in (raw.get("id", path.stem), *raw.get("aliases", ()), *korean):
            index.setdefault(_fold(str(name)), path)
    return index


def _korean_names(name_ko: str) -> list[str]:
    """``화성-7 (노동)`` is known as a whole and by each of its two names."""
    parts = re.fullmatch(r"(.*?) *\((.*)\)", name_ko)
    return [name for name in (name_ko, *(parts.groups() if parts else ())) if name]


def _fold(name: str) -> str:
    # Some systems write a Korean syllable as its letters; NFC makes it one again.
    return re.sub(r"[\s_]+", "-", unicodedata.normalize("NFC", name).strip().casefold())


def _kind(entry: Entry) -> str:
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
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _walk(f"{path}.{name}", getattr(part, name))
    elif isinstance(part, tuple):
        for position, item in enumerate(part):
            yield from _walk(f"{path}.{position}", item)


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


def keys_used(entry_ids: Iterable[str]) -> list[str]:
    """Return the bibliography keys that these entries rest on, rivals included, sorted."""
    found = set()
    for entry_id in entry_ids:
        entry = load(entry_id)
        found |= {key for _, quantity in quantities(entry) for key in quantity.keys}
        found |= {record.key for record in records(entry)}
    return sorted(found)


def records(entry: Entry) -> tuple[ShotRecord, ...]:
    """Return the counts of hits and shots that an entry holds."""
    return entry.kill_probability.records if isinstance(entry, DefenceEntry) else ()


def snapshot(
    entry_ids: Iterable[str], *, fought: bool = False, compared: Container[str] = ()
) -> dict[str, object]:
    """Return every value of these entries with unit, range, basis, source and rivals.

    ``inputs`` are the paths of those from which a study computes, with those of a raid where it
    is ``fought``; of missiles that are only ``compared``, what is shown of them.
    Only strings, numbers, lists and dicts, in a fixed order: fit for ``catalogue.json``.
    """
    chosen = sorted({load(entry_id).id: load(entry_id) for entry_id in entry_ids}.items())
    sources = bibliography()
    keys = keys_used(entry_id for entry_id, _ in chosen)
    return {
        "entries": {
            entry_id: {
                "name": entry.name,
                "kind": _kind(entry).partition(" ")[2],
                "values": {path: q.model_dump(mode="json") for path, q in quantities(entry)},
                "records": [record.model_dump(mode="json") for record in records(entry)],
                "inputs": [
                    path for path, _ in inputs(entry, fought=fought, compared=entry_id in compared)
                ],
            }
            for entry_id, entry in chosen
        },
        "sources": {key: dict(sources[key].fields) for key in keys if key in sources},
    }


# What no study computes from: kept for the reader and for other programs.  A radar's power,
# aperture and noise are replaced by its published reference range; the scenario says how many
# launchers and interceptors there are and how high the radar looks.
_NO_INPUTS: Final[dict[type[BaseModel], tuple[str, ...]]] = {
    DefenceEntry: (
        "interceptor.length",
        "interceptor.launch_elevation_max",
        "envelope.target_range_max",
        "launcher.",
        "battery.",
        "cost.",
        "kill_probability.",
        "supply.",
    ),
    RadarEntry: (
        "antenna.frequency",
        "antenna.aperture_",
        "antenna.module",
        "antenna.duty_factor",
        "receiver.noise_",
        "field_of_regard.elevation_max",
        "search.false_alarm_probability",
    ),
}
# What a raid uses besides.
_FOUGHT_WITH: Final = (
    "cost.interceptor",
    "kill_probability.",
    "launcher.reload_time",
    "fire_control.simultaneous",
    "tracking.track_budget",
)
_COMPARED: Final = ("published.range", "published.apogee")
_NOT_FLOWN_FROM: Final = ("published.", "stock.")


def inputs(
    entry: Entry, *, fought: bool = False, compared: bool = False
) -> Iterator[tuple[str, Quantity]]:
    """Yield the values from which a study computes, with their dotted paths.

    Published performance of a missile that is flown is compared with and is no input; of one that
    is not flown, or only ``compared`` in this study, it is all that a study shows.
    """
    for path, quantity in quantities(entry):
        if isinstance(entry, MissileEntry):
            is_flown = entry.flight == "ballistic" and not compared
            if not path.startswith(_NOT_FLOWN_FROM) if is_flown else path in _COMPARED:
                yield path, quantity
        elif path.startswith(_FOUGHT_WITH):
            if fought:
                yield path, quantity
        elif not path.startswith(_NO_INPUTS[type(entry)]):
            yield path, quantity


class WeakInput(NamedTuple):
    """One input that a reader should doubt, and why.

    ``kind`` is memory, estimate, low (sources of low confidence only) or single (one source and
    no other figure beside it).
    """

    entry_id: str
    path: str
    source: str
    kind: str
    reason: str


def weak_inputs(
    entry_ids: Iterable[str],
    *,
    own_estimates: bool = False,
    fought: bool = False,
    compared: Container[str] = (),
) -> list[WeakInput]:
    """List the inputs that rest on memory, on low-confidence sources or on a single source.

    Parameters
    ----------
    own_estimates : list this project's own estimates too.
    fought : those that only a raid uses too.
    compared : missiles that are not flown in the study.
    """
    found = []
    for entry_id in sorted({load(entry_id).id for entry_id in entry_ids}):
        entry = load(entry_id)
        for path, quantity in inputs(entry, fought=fought, compared=entry_id in compared):
            kind = _weakness(quantity)
            if kind and (own_estimates or kind != "estimate"):
                found.append(WeakInput(entry.id, path, quantity.key, kind, _WEAKNESS[kind]))
    return found


_WEAKNESS: Final = {
    "memory": "recalled from the literature and not read again",
    "estimate": "estimate of this project",
    "low": "rests on low-confidence sources only",
    "single": "rests on a single source, with no other figure beside it",
}


def _weakness(quantity: Quantity) -> str:
    if quantity.key == OWN_ESTIMATE:
        return "estimate"
    sources = bibliography()
    trust = [sources[key].confidence for key in quantity.keys if key in sources]
    if trust and trust[0] == "memory":
        return "memory"
    if trust and trust[0] == "low" and not {"high", "medium"} & set(trust):
        return "low"
    return "single" if len(set(quantity.keys)) == 1 else ""


def check(also_used: Iterable[str] = ()) -> list[str]:
    """Return every problem of the catalogue as a sentence; an empty list is a clean catalogue.

    Parameters
    ----------
    also_used : keys cited outside the catalogue, as :func:`mentioned_keys` finds them.
    """
    problems: list[str] = []
    sound: list[Entry] = []
    for path in _files():
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
    problems += _ranges_missing(sound)
    problems += _source_problems(sound, sources, set(also_used))
    for source in sources.values():
        problems += bib_problems(source)
    return problems


def _name_problems(sound: list[Entry]) -> Iterator[str]:
    owner: dict[str, str] = {}
    for entry in sound:
        for name in (entry.id, *entry.aliases, *_korean_names(entry.name_ko)):
            other = owner.setdefault(_fold(name), entry.id)
            if other != entry.id:
                yield f"'{name}' names both {other} and {entry.id}"


def _ranges_missing(sound: list[Entry]) -> Iterator[str]:
    """What is computed from needs a range; only counted or measured things may have none."""
    for entry in sound:
        for path, quantity in quantities(entry):
            if path.startswith(("published.", "reference.", "cost.", "supply.", "stock.")):
                continue
            if quantity.low is None or quantity.high is None:
                yield f"{entry.id}: {path} has no range"
            elif (
                quantity.low == quantity.high
                and quantity.basis != "measured"
                and quantity.unit != "count"
            ):
                yield f"{entry.id}: {path} has a range without width"


def _source_problems(
    sound: list[Entry], sources: Mapping[str, BibEntry], also_used: set[str]
) -> Iterator[str]:
    used = set(also_used)
    for entry in sound:
        for path, quantity in quantities(entry):
            used.update(quantity.keys)
            for key in quantity.keys:
                if key not in sources:
                    yield f"{entry.id}: {path} cites '{key}', which sources.bib lacks"
            source = sources.get(quantity.key)
            if source and source.confidence == "memory" and quantity.basis != "estimate":
                yield f"{entry.id}: {path} rests on memory and must be an estimate"
        for record in records(entry):
            used.add(record.key)
            if record.key not in sources:
                yield f"{entry.id}: record {record.id} cites '{record.key}', which sources.bib lacks"
    for key in sources:
        if key not in used:
            yield f"sources.bib: nothing uses '{key}'"


def mentioned_keys() -> set[str]:
    """Return the keys that the rest of the package cites: modules, scenarios, the map pack."""
    keys = set(bibliography())
    catalogue = {*_files(), DATA / "sources.bib"}
    found: set[str] = set()
    for path in DATA.parent.rglob("*"):
        if path.suffix in (".py", ".toml", ".json", ".csv") and path not in catalogue:
            words = set(re.findall(r"[a-z0-9][a-z0-9-]*", path.read_text(encoding="utf-8")))
            found |= keys & words
    return found
