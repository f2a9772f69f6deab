"""One thing that is wrong with a scenario, and the words to say it."""

import difflib
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from shieldmap import catalog, texts

LISTED: Final = 4
"""How many problems are named after the first, which alone is said in full."""


_LONGEST: Final = 80
_LONGEST_LIST: Final = 300


class Problem(NamedTuple):
    """One thing that is wrong: where, what stands there, and what was expected."""

    path: str
    found: str
    expected: str


def unknown_system(
    path: str, system: str, kind: str, known: catalog.Catalogue
) -> Iterator[Problem]:
    """Yield a system that the catalogue does not have as what it is named for."""
    read = {"missile": known.missile, "defence": known.defence, "radar": known.radar}[kind]
    try:
        read(system)
    except catalog.CatalogError as error:
        reason = str(error).removeprefix(f"'{system}' is not in the catalogue: ")
        yield Problem(path, f"is {as_in_file(system)}", f"a {kind} of the catalogue; {reason}")


def repeated(table: str, key: str, given: list[str]) -> Iterator[Problem]:
    """Yield names that stand twice in a list of tables, or of texts where there is no ``key``."""
    first: dict[str, int] = {}
    for row, name in enumerate(given):
        if name in first:
            wanted = f"a name that {table}[{first[name]}] does not have already"
            path = ".".join(filter(None, (f"{table}[{row}]", key)))
            yield Problem(path, f"is {as_in_file(name)}", wanted)
        first.setdefault(name, row)


def as_in_file(value: Any) -> str:
    """Show a value as the file has it, cut when it is long; of tables within tables only that."""
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, str):
        text = json.dumps(value[:_LONGEST], ensure_ascii=False)
    elif isinstance(value, Mapping):
        inner = ", ".join(
            f"{str(key)[:_LONGEST]} = {'a table' if isinstance(item, Mapping) else as_in_file(item)}"
            for key, item in list(value.items())[:4]
        )
        text = f"a table {{ {inner} }}"
    elif isinstance(value, list | tuple):
        is_short = 0 < len(value) <= LISTED and not any(
            isinstance(item, list | tuple | Mapping) for item in value
        )
        text = f"[{', '.join(map(as_in_file, value))}]" if is_short else f"a list of {len(value)}"
    elif isinstance(value, BaseModel):
        text = "a table"
    else:
        try:
            text = str(value)
        except ValueError:  # more digits than Python prints
            text = "a number of thousands of digits"
    return cut_text(texts.visible(text))


def cut_text(text: str) -> str:
    """The text, cut when it is long."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."


def choice(given: str, known: list[str]) -> str:
    """Name the close matches, or what is known where nothing is close."""
    close = difflib.get_close_matches(given, known, n=2)
    if close:
        return f"one of the known names; did you mean {' or '.join(close)}?"
    listed = ", ".join(known[:12])
    if len(known) > 12 or len(listed) > _LONGEST_LIST:
        listed = (
            ", ".join(known[: max(1, min(12, _LONGEST_LIST // (len(listed) // 12 + 1)))]) + ", ..."
        )
    return f"one of {listed}"
