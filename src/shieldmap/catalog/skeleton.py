"""A commented file for an entry of the reader's own, made from an entry that is known."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

from shieldmap.catalog.files import KINDS
from shieldmap.catalog.nouns import Entry
from shieldmap.catalog.quantity import Quantity
from shieldmap.catalog.stage import ThrustTable

_HEAD: Final = """\
# {what} of your own, in the form of those of the package. It starts from {like}: what is left out here
# is that of {like}. Take the # away from what you know, and give every number its source:
#   value      in the unit beside it, with low and high where it is disputed
#   basis      measured, published, derived (the note holds the formula) or estimate (the note the reason)
#   source     a key of the bibliography (`shieldmap catalog show {like}` prints some), with a page as in
#              key#p12, or of a table [[sources]] at the end of this file
# `shieldmap catalog check FOLDER` says what is missing.
from = "{like}"
id = {id}
name = {name}
name_ko = ""
summary = ""
"""

_SOURCES: Final = """
# Sources of your own:
# [[sources]]
# key = "my-report"
# title = "Title of the report"
# year = 2026
# url = "https://example.org/report"
"""


def skeleton(like: Entry, entry_id: str, name: str, given: Mapping[str, Any] | None = None) -> str:
    """The text of an entry file with every field of ``like`` as a comment.

    Parameters
    ----------
    given : tables that stand in it as they are, such as a payload that was fitted.
    """
    kind = next(kind for kind, form in KINDS.items() if isinstance(like, form))
    what = {"missiles": "A missile", "defences": "A defence", "radars": "A radar"}[kind]
    head = _HEAD.format(
        what=what, like=like.id, id=json.dumps(entry_id), name=json.dumps(name, ensure_ascii=False)
    )
    tables = dict(given or {})
    sources = tables.pop("sources", [])
    # Plain values come first: what follows a table's head in a file belongs to that table.
    lines = [head, *_plain(like), "", *_live("", tables)]
    lines += _fields("", like, set(_paths("", tables)))
    text = "\n".join(lines)
    if not sources:
        return text + _SOURCES
    return text + "\n" + "\n".join(_source(row) for row in sources)


def _paths(path: str, tables: Mapping[str, Any]) -> Iterator[str]:
    for key, value in tables.items():
        here = f"{path}.{key}".removeprefix(".")
        if isinstance(value, Mapping) and "value" not in value:
            yield from _paths(here, value)
        else:
            yield here


def _live(path: str, tables: Mapping[str, Any]) -> Iterator[str]:
    """Tables of numbers as they stand in a file."""
    for key, value in tables.items():
        here = f"{path}.{key}".removeprefix(".")
        if "value" in value:
            yield from (f"[{here}]", *_pairs(value), "")
        else:
            yield from _live(here, value)


def _pairs(table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        yield f"{key} = {json.dumps(value, ensure_ascii=False)}"


def _source(row: Mapping[str, Any]) -> str:
    return "\n".join(["[[sources]]", *_pairs(row), ""])


def _fields(path: str, part: BaseModel, without: set[str]) -> Iterator[str]:
    """Every number below a part as a comment, tables with what they are."""
    for name in type(part).model_fields:
        value, here = getattr(part, name), f"{path}.{name}".removeprefix(".")
        if here in without:
            continue
        if isinstance(value, Quantity | ThrustTable):
            yield from ("", *_commented(here, value))
        elif isinstance(value, BaseModel):
            yield from ("", *_told(value))
            yield from _fields(here, value, without)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            for row in value:
                yield from ("", *_told(row), f"# [[{here}]]")
                yield from _row(here, row)


_IN_HEAD: Final = ("id", "name", "name_ko", "aliases", "summary")


def _plain(like: Entry) -> Iterator[str]:
    """The values of an entry that are texts and flags, as comments."""
    for name in type(like).model_fields:
        value = getattr(like, name)
        if isinstance(value, str | bool) and name not in _IN_HEAD:
            if name == "country":
                yield f"# The country stays that of {like.id} until you change it here:"
            yield f"# {name} = {json.dumps(value, ensure_ascii=False)}"


def _row(here: str, row: BaseModel) -> Iterator[str]:
    for name in type(row).model_fields:
        value = getattr(row, name)
        if isinstance(value, Quantity | ThrustTable):
            yield from _commented(f"{here}.{name}", value)
        elif value is not None:
            yield f"# {name} = {json.dumps(value, ensure_ascii=False)}"


def _commented(here: str, value: Quantity | ThrustTable) -> Iterator[str]:
    table = value.model_dump(exclude_none=True, exclude={"rivals"})
    yield from (f"# [{here}]", *(f"# {line}" for line in _pairs(table)))


def _told(part: BaseModel) -> Iterator[str]:
    """What a table is, from the words of its class."""
    for line in (type(part).__doc__ or "").strip().splitlines():
        yield f"# {line.strip()}".rstrip().replace("``", "")
