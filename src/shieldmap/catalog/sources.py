"""The bibliography: ``data/sources.bib``, and which files of the package cite it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from shieldmap.catalog.quantity import CatalogError

DATA: Final = Path(__file__).parent.parent / "data"

CONFIDENCES: Final = ("high", "medium", "low", "memory")
"""How far a source is trusted; ``memory`` was recalled and not read again."""

OWN_ESTIMATE: Final = "shieldmap-estimate"
"""The key for estimates of this project, whose reason stands in the note."""


class BibEntry(NamedTuple):
    """One entry of the bibliography."""

    key: str
    kind: str
    fields: Mapping[str, str]

    @property
    def title(self) -> str:
        """The title, or nothing."""
        return self.fields.get("title", "")

    @property
    def confidence(self) -> str:
        """How far this project trusts it: one of :data:`CONFIDENCES`."""
        return self.fields.get("confidence", "")


def bibliography() -> dict[str, BibEntry]:
    """Return ``data/sources.bib`` by key."""
    return dict(_bibliography(DATA / "sources.bib"))


@cache
def _bibliography(path: Path) -> dict[str, BibEntry]:
    return parse_bibtex(path.read_text(encoding="utf-8"))


_HEAD: Final = re.compile(r"^@(\w+)\s*\{\s*([^\s,{}]+)\s*,", re.MULTILINE)
_FIELD: Final = re.compile(r"[\s,]*(\w+)\s*=\s*")
_BRACE: Final = re.compile(r"[{}]")
_END: Final = re.compile(r"[\s,]*\}")


def parse_bibtex(text: str) -> dict[str, BibEntry]:
    """Read the BibTeX that this project writes: every field is ``name = {text}``."""
    found: dict[str, BibEntry] = {}
    for head in _HEAD.finditer(text):
        kind, key = head.group(1).lower(), head.group(2)
        if key in found:
            raise CatalogError(f"sources.bib has two entries called '{key}'")
        found[key] = BibEntry(key, kind, _fields(text, head.end(), key))
    return found


def _fields(text: str, at: int, key: str) -> dict[str, str]:
    """Read the fields of one entry, counting braces so that titles may hold some."""
    fields: dict[str, str] = {}
    while match := _FIELD.match(text, at):
        start = match.end()
        if text[start : start + 1] != "{":
            raise CatalogError(f"sources.bib, {key}: field '{match.group(1)}' is not in braces")
        depth, at = 1, start + 1
        while depth:
            brace = _BRACE.search(text, at)
            if brace is None:
                raise CatalogError(f"sources.bib, {key}: a brace is not closed")
            depth += 1 if brace.group() == "{" else -1
            at = brace.end()
        fields[match.group(1).lower()] = " ".join(text[start + 1 : at - 1].split())
    if not _END.match(text, at):
        raise CatalogError(f"sources.bib, {key}: the entry is not closed with a brace")
    return fields


def bib_problems(source: BibEntry) -> Iterator[str]:
    """Yield what one bibliography entry lacks."""
    fields = source.fields
    if source.confidence not in CONFIDENCES:
        yield f"sources.bib, {source.key}: confidence is not one of {', '.join(CONFIDENCES)}"
    for name in ("title", "year", "urldate"):
        if not fields.get(name):
            yield f"sources.bib, {source.key} has no '{name}'"
    if not (fields.get("url") or fields.get("howpublished")):
        yield f"sources.bib, {source.key} has neither 'url' nor 'howpublished'"
