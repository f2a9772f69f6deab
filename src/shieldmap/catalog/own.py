"""Entries of the reader's own: in the form of the embedded ones, or another entry with some fields changed.

``from = "thaad"`` starts with a copy of that entry. Tables that are given are laid over its tables, and a
number that is given replaces its number as a whole: a value of one source never keeps the range of another.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from shieldmap.catalog.catalogue import Catalogue
from shieldmap.catalog.files import KINDS, folded, kind_word, names_of, sentences
from shieldmap.catalog.nouns import Entry
from shieldmap.catalog.quantity import CatalogError

OWN_ID: Final = r"[a-z0-9][a-z0-9-]{0,63}"
"""What the id of an entry of one's own looks like."""

START: Final = "from"
"""The key that names the entry to start with."""

_WHOLE: Final = {"value", "thrust_kn"}
"""Keys of a number and of a thrust table, which have one source and are replaced as a whole."""

_EMPTY: Final = {"name_ko": "", "summary": "", "in_scope_note": ""}
_OF_MISSILES: Final = "in_scope_note"


def own_entry(kind: str, raw: Any, where: str, known: Catalogue) -> Entry:
    """Read one own entry.

    Parameters
    ----------
    kind : missiles, defences or radars.
    raw : the table, with the keys of an embedded file.
    where : what an error calls the table, such as ``study.toml: missiles[0]``.
    known : the entries that it may start from.

    Raises
    ------
    CatalogError : it breaks a rule of the catalogue, starts from nothing known or takes a name.
    """
    if not isinstance(raw, Mapping):
        raise CatalogError(f"{where} is not a table")
    if "id" not in raw:
        raise CatalogError(f"{where} has no 'id'")
    if not (isinstance(raw["id"], str) and re.fullmatch(OWN_ID, raw["id"])):
        raise CatalogError(
            f"{where}: id is {raw['id']!r}: expected 1 to 64 lower-case letters, digits and hyphens"
        )
    whole = {**_EMPTY, **_laid_over(_start(kind, raw, where, known), raw)}
    if kind != "missiles":
        whole.pop(_OF_MISSILES, None)
    try:
        entry = KINDS[kind].model_validate(whole)
    except ValidationError as error:
        raise CatalogError("; ".join(sentences(where, error))) from None
    for name in names_of(entry):
        _refuse_taken(name, where, known)
    return entry


def _start(kind: str, raw: Mapping[str, Any], where: str, known: Catalogue) -> dict[str, Any]:
    """The entry to start with as plain tables, without the names that only it may bear."""
    if START not in raw:
        return {}
    name = raw[START]
    if not isinstance(name, str):
        raise CatalogError(f"{where}: from is {name!r}: expected the id of an entry in quotes")
    try:
        base = known.load(name)
    except CatalogError as error:
        raise CatalogError(f"{where}: from: {error}") from None
    if not isinstance(base, KINDS[kind]):
        raise CatalogError(f"{where}: from is '{name}', {kind_word(base)}: expected one of {kind}")
    told = base.model_dump(mode="json", exclude_none=True)
    for key in ("id", "aliases", "name_ko"):
        del told[key]
    told["name"] = f"{base.name} (changed)"
    return told


def _laid_over(below: Any, above: Mapping[str, Any]) -> dict[str, Any]:
    """Tables laid over tables; lists of tables of one length row by row, and numbers as a whole."""
    out = dict(below)
    for key, value in above.items():
        if key == START:
            continue
        under = out.get(key)
        if isinstance(value, Mapping) and isinstance(under, Mapping):
            is_whole = not _WHOLE.isdisjoint({*under, *value})
            out[key] = _number(under, value) if is_whole else _laid_over(under, value)
        elif (rows := _beside(under, value)) is not None:
            out[key] = [_laid_over(*pair) for pair in rows]
        else:
            out[key] = value
    return out


def _number(under: Mapping[str, Any], value: Mapping[str, Any]) -> dict[str, Any]:
    """The number that is given, in the unit of the one that it replaces where it names none."""
    return {**({"unit": under["unit"]} if "unit" in under else {}), **value}


def _beside(under: Any, value: Any) -> list[tuple[Any, Any]] | None:
    """The rows of two lists of tables side by side; nothing where they are not, or of unlike lengths."""
    if not (isinstance(under, list) and isinstance(value, list) and len(under) == len(value)):
        return None
    rows = list(zip(under, value, strict=True))
    return rows if rows and all(isinstance(one, Mapping) for row in rows for one in row) else None


def _refuse_taken(name: str, where: str, known: Catalogue) -> None:
    try:
        other = known.load(name)
    except CatalogError:
        return
    raise CatalogError(
        f"{where}: '{name}' is a name of {other.id} already: expected a name of its own"
        + ("" if folded(name) != other.id else f', with from = "{other.id}" to start with it')
    )
