"""The sources that a scenario may cite: the catalogue's, those of scenarios alone, and its own."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from shieldmap import catalog
from shieldmap.scenario.nouns import OwnSource, StudyFile

DATA: Final = Path(__file__).parent.parent / "data"

# What the bibliography says of the confidence in a source that this project has not read.
_NOT_RATED: Final = "not rated, because the scenario itself gives this source"


def bibliography(scenario: StudyFile | None = None) -> dict[str, catalog.BibEntry]:
    """Return the sources by key.

    Parameters
    ----------
    scenario : its own tables ``[[sources]]`` are added.
    """
    return {**_known_keys(), **as_bibliography(() if scenario is None else scenario.sources)}


def as_bibliography(own: Iterable[OwnSource]) -> dict[str, catalog.BibEntry]:
    """Sources that a study or a folder of entries gives itself, by key."""
    return {source.key: _as_source(source) for source in own}


@cache
def _known_keys() -> Mapping[str, catalog.BibEntry]:
    alone = catalog.parse_bibtex((DATA / "scenario_sources.bib").read_text(encoding="utf-8"))
    return {**alone, **catalog.bibliography()}


def _as_source(source: OwnSource) -> catalog.BibEntry:
    """An own source as an entry of the bibliography, whose fields are all texts."""
    given = {
        "title": source.title,
        "author": source.author,
        "year": None if source.year is None else str(source.year),
        "url": source.url,
        "howpublished": None if source.url else "no address given",
        "note": source.note,
        "confidence": _NOT_RATED,
    }
    fields = {name: text for name, text in given.items() if text}
    return catalog.BibEntry(source.key, "misc", fields)
