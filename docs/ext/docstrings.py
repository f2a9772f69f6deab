"""Docstrings of the package as numpydoc: ``name : what it is`` is a description here, not a type.

Types stand in the signatures, so the part behind the colon is free for words. numpydoc would take it for
a type; it is moved to the line below.
"""

import re
from collections.abc import Iterator
from typing import Any

from sphinx.application import Sphinx

_SECTION = re.compile(r"^(Parameters|Raises|Returns|Yields)$")
_ENTRY = re.compile(r"^(?P<names>\w[\w, *.]*?) : (?P<text>.+)$")
_MARKED = re.compile(r"  # doctest: \+SKIP$")


def described(lines: list[str]) -> Iterator[str]:
    """The lines with every description of a section below its name."""
    inside = False
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if following.startswith("---") and line.strip():
            inside = bool(_SECTION.match(line.strip()))
        found = _ENTRY.match(line) if inside else None
        if found:
            yield found["names"]
            yield f"    {found['text']}"
        else:
            yield _MARKED.sub("", line)


def rewrite(
    _app: Sphinx, _what: str, _name: str, _obj: Any, _options: Any, lines: list[str]
) -> None:
    lines[:] = list(described(lines))


def setup(app: Sphinx) -> dict[str, Any]:
    # Before napoleon, which listens at the priority 500.
    app.connect("autodoc-process-docstring", rewrite, priority=400)
    return {"parallel_read_safe": True}
