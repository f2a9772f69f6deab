"""Catalogue: which numbers does a study stand on, and who published them?

One TOML file is one system; one table in it is one value with unit, range, basis and source.
A value that lacks one of them is refused, and a guess is called an ``estimate`` with its reason.
Figures that disagree stay side by side as rivals and are never averaged.
Sources are BibTeX entries in ``data/sources.bib``; their ``confidence`` is ours.

Limits: public, unclassified literature only.
Much of it is press; the stages of most missiles are class estimates fitted to published flights.
Values leave this module in SI and radians.
"""

from shieldmap.catalog.catalogue import (
    EMBEDDED,
    Catalogue,
    WeakInput,
    defence,
    entries,
    inputs,
    keys_used,
    load,
    missile,
    radar,
    snapshot,
    weak_inputs,
)
from shieldmap.catalog.files import (
    KINDS,
    check,
    entry_problems,
    mentioned_keys,
    quantities,
    read_entry,
    records,
    with_values,
)
from shieldmap.catalog.nouns import (
    DatedCount,
    DefenceEntry,
    Entry,
    FieldOfRegard,
    MissileEntry,
    RadarEntry,
    ShotRecord,
)
from shieldmap.catalog.own import OWN_ID, own_entry
from shieldmap.catalog.quantity import CatalogError, Quantity, Rival
from shieldmap.catalog.skeleton import skeleton
from shieldmap.catalog.sources import (
    CONFIDENCES,
    OWN_ESTIMATE,
    BibEntry,
    bibliography,
    parse_bibtex,
)
from shieldmap.catalog.stage import Stage, ThrustTable

__all__ = [
    "CONFIDENCES",
    "EMBEDDED",
    "KINDS",
    "OWN_ESTIMATE",
    "OWN_ID",
    "BibEntry",
    "CatalogError",
    "Catalogue",
    "DatedCount",
    "DefenceEntry",
    "Entry",
    "FieldOfRegard",
    "MissileEntry",
    "Quantity",
    "RadarEntry",
    "Rival",
    "ShotRecord",
    "Stage",
    "ThrustTable",
    "WeakInput",
    "bibliography",
    "check",
    "defence",
    "entries",
    "entry_problems",
    "inputs",
    "keys_used",
    "load",
    "mentioned_keys",
    "missile",
    "own_entry",
    "parse_bibtex",
    "quantities",
    "radar",
    "read_entry",
    "records",
    "skeleton",
    "snapshot",
    "weak_inputs",
    "with_values",
]
