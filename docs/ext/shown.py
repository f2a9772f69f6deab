"""What the program says of itself, shown where a page speaks of it, so that it is written once.

- ``{limits} shieldmap.flight``: the paragraphs that begin with "Limits:" in docstrings of modules;
- ``{said} said_limits_fly``: sentences that the program prints, by the names of their messages;
- ``{cited} coesa1976 vincenty1975``: entries of the bibliography;
- ``{constant}`shieldmap.earth.J2```: a number of the code.
"""

import re
from importlib import import_module
from typing import Any

from docutils import nodes
from docutils.parsers.rst import roles
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from shieldmap import words
from shieldmap.scenario.sources import bibliography

_CITES = re.compile(r" ?\[[a-z][\w-]*\d{4}[^\]]*\]")
_ROLE = re.compile(r":\w+:`(?:~?[\w.]+\.)?(\w+)`")


def limits_of(module: str) -> str:
    """The paragraph on limits of a module, as one line of text.

    Raises
    ------
    ExtensionError : the module says nothing of its limits.
    """
    told = import_module(module).__doc__ or ""
    found = re.search(r"^Limits: (.+?)(?:\n\n|\Z)", told, re.MULTILINE | re.DOTALL)
    if not found:
        raise ExtensionError(f"{module} says nothing of its limits")
    text = " ".join(found[1].split())
    text = _ROLE.sub(r"``\1``", text)
    return text[0].upper() + text[1:]


def _plain(text: str) -> list[nodes.Node]:
    """Text with ``code`` in it as nodes."""
    return [
        nodes.literal(part, part) if odd % 2 else nodes.Text(part)
        for odd, part in enumerate(text.split("``"))
        if part
    ]


class _List(SphinxDirective):
    """A list made from names, one item each."""

    required_arguments = 1
    final_argument_whitespace = True

    def items(self) -> list[list[nodes.Node]]:
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        made = nodes.bullet_list()
        for content in self.items():
            made += nodes.list_item("", nodes.paragraph("", "", *content))
        return [made]

    @property
    def names(self) -> list[str]:
        return self.arguments[0].split()


class Limits(_List):
    """What modules say of their limits."""

    def items(self) -> list[list[nodes.Node]]:
        return [
            [*_plain(limits_of(name)), nodes.Text(" ("), nodes.literal(name, name), nodes.Text(")")]
            for name in self.names
        ]


class Said(_List):
    """Sentences that the program prints."""

    def items(self) -> list[list[nodes.Node]]:
        return [_plain(_sentence(words.t(name))) for name in self.names]


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:].rstrip(".") + "."


class Cited(_List):
    """Entries of the bibliography."""

    def items(self) -> list[list[nodes.Node]]:
        return [self._entry(key) for key in self.names]

    def _entry(self, key: str) -> list[nodes.Node]:
        fields = bibliography()[key].fields
        out: list[nodes.Node] = [nodes.literal(key, key), nodes.Text(" ")]
        head = [fields.get("author", ""), fields.get("year", "")]
        out.append(nodes.Text(", ".join(part for part in head if part) + ": "))
        head = [part.strip("{}") for part in head]
        title, url = fields.get("title", ""), fields.get("url", "")
        out.append(nodes.reference("", title, refuri=url) if url else nodes.emphasis(title, title))
        if fields.get("confidence", "") == "memory":
            out.append(nodes.Text(" (from memory, not read again)"))
        elif fields.get("howpublished", "").startswith("as stated by"):
            out.append(nodes.Text(f" (not read itself; {fields['howpublished']})"))
        return out


def constant(
    name: str, rawtext: str, text: str, _line: int, _inliner: Any, **_kwargs: Any
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """A number of the code, as ``module.NAME`` and, where wanted, how it is written: ``J2:.7f``."""
    where, _, how = text.partition(":")
    module, _, attribute = where.rpartition(".")
    value = getattr(import_module(module), attribute)
    shown = format(value, how) if how else f"{value:,.10g}"
    return [nodes.literal(rawtext, shown, classes=[name])], []


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("limits", Limits)
    app.add_directive("said", Said)
    app.add_directive("cited", Cited)
    roles.register_local_role("constant", constant)
    return {"parallel_read_safe": True}
