"""Catalogues: the embedded entries, and those that a study brings along beside them."""

import difflib
from collections.abc import Container, Iterable, Iterator
from typing import Final, NamedTuple

from pydantic import BaseModel

from shieldmap.catalog.files import (
    embedded_files,
    embedded_ids,
    embedded_index,
    folded,
    kind_word,
    names_of,
    quantities,
    read_entry,
    records,
)
from shieldmap.catalog.nouns import DefenceEntry, Entry, MissileEntry, RadarEntry
from shieldmap.catalog.quantity import CatalogError, Quantity
from shieldmap.catalog.sources import OWN_ESTIMATE, bibliography

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
            is_flown = entry.is_flown and not compared
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


class Catalogue(NamedTuple):
    """Every system that a study may name: its ``own`` entries, then the embedded ones.

    An own entry never takes a name that another has: :func:`own_problems` says so.
    """

    own: tuple[Entry, ...] = ()

    def load(self, id_or_alias: str) -> Entry:
        """Return the entry with this id or alias; upper and lower case are the same."""
        wanted = folded(id_or_alias)
        for entry in self.own:
            if wanted in map(folded, names_of(entry)):
                return entry
        # An id needs one file alone; an alias may stand in any.
        if wanted in embedded_ids():
            return read_entry(embedded_ids()[wanted])
        index = embedded_index()
        if wanted in index:
            return read_entry(index[wanted])
        known = [*(folded(name) for entry in self.own for name in names_of(entry)), *index]
        close = difflib.get_close_matches(wanted, known, n=3)
        hint = f"did you mean {' or '.join(close)}? " if close else ""
        raise CatalogError(
            f"'{id_or_alias}' is not in the catalogue: {hint}"
            "`shieldmap catalog list` prints what is"
        )

    def missile(self, id_or_alias: str) -> MissileEntry:
        """Return a missile."""
        entry = self.load(id_or_alias)
        if not isinstance(entry, MissileEntry):
            raise CatalogError(f"'{id_or_alias}' is {kind_word(entry)}, not a missile")
        return entry

    def defence(self, id_or_alias: str) -> DefenceEntry:
        """Return a defence."""
        entry = self.load(id_or_alias)
        if not isinstance(entry, DefenceEntry):
            raise CatalogError(f"'{id_or_alias}' is {kind_word(entry)}, not a defence")
        return entry

    def radar(self, id_or_alias: str) -> RadarEntry:
        """Return a radar."""
        entry = self.load(id_or_alias)
        if not isinstance(entry, RadarEntry):
            raise CatalogError(f"'{id_or_alias}' is {kind_word(entry)}, not a radar")
        return entry

    def entries(self) -> tuple[Entry, ...]:
        """Return every entry: own ones, then missiles, defences and radars, each sorted by file name."""
        return (*self.own, *(read_entry(path) for path in embedded_files()))

    def keys_used(self, entry_ids: Iterable[str]) -> list[str]:
        """Return the bibliography keys that these entries rest on, rivals included, sorted."""
        found = set()
        for entry_id in entry_ids:
            entry = self.load(entry_id)
            found |= {key for _, quantity in quantities(entry) for key in quantity.keys}
            found |= {record.key for record in records(entry)}
        return sorted(found)

    def snapshot(
        self, entry_ids: Iterable[str], *, fought: bool = False, compared: Container[str] = ()
    ) -> dict[str, object]:
        """Return every value of these entries with unit, range, basis, source and rivals.

        ``inputs`` are the paths of those from which a study computes, with those of a raid where it
        is ``fought``; of missiles that are only ``compared``, what is shown of them.
        Only strings, numbers, lists and dicts, in a fixed order: fit for ``catalogue.json``.
        """
        chosen = sorted(
            {self.load(entry_id).id: self.load(entry_id) for entry_id in entry_ids}.items()
        )
        sources = bibliography()
        keys = self.keys_used(entry_id for entry_id, _ in chosen)
        return {
            "entries": {
                entry_id: {
                    "name": entry.name,
                    "kind": kind_word(entry).partition(" ")[2],
                    "values": {path: q.model_dump(mode="json") for path, q in quantities(entry)},
                    "records": [record.model_dump(mode="json") for record in records(entry)],
                    "inputs": [
                        path
                        for path, _ in inputs(entry, fought=fought, compared=entry_id in compared)
                    ],
                }
                for entry_id, entry in chosen
            },
            "sources": {key: dict(sources[key].fields) for key in keys if key in sources},
        }

    def weak_inputs(
        self,
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
        for entry_id in sorted({self.load(entry_id).id for entry_id in entry_ids}):
            entry = self.load(entry_id)
            for path, quantity in inputs(entry, fought=fought, compared=entry_id in compared):
                kind = _weakness(quantity)
                if kind and (own_estimates or kind != "estimate"):
                    found.append(WeakInput(entry.id, path, quantity.key, kind, _WEAKNESS[kind]))
        return found


EMBEDDED: Final = Catalogue()
"""The entries of the package alone."""

load, missile, defence, radar = EMBEDDED.load, EMBEDDED.missile, EMBEDDED.defence, EMBEDDED.radar
entries, snapshot = EMBEDDED.entries, EMBEDDED.snapshot
keys_used, weak_inputs = EMBEDDED.keys_used, EMBEDDED.weak_inputs
