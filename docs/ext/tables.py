"""Tables of the reference that are made from the program: records by field, commands by option.

- ``{records} shieldmap.results.flight``: every record of a module with its fields;
- ``{commands}``: every command as its ``--help`` prints it.
"""

import inspect
import types
from collections.abc import Iterator
from importlib import import_module
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import click
import typer
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from shieldmap.results import Record

_WIDTH = 88


def type_text(kind: Any) -> str:
    """How the type of a field is told: short names, without what checks it."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return type_text(parts[0])
    if origin in (Union, types.UnionType):
        return " or ".join("null" if part is type(None) else type_text(part) for part in parts)
    if origin is Literal:
        return " or ".join(repr(part) for part in parts)
    if origin is tuple and parts[-1:] == (Ellipsis,):
        return f"list of {type_text(parts[0])}"
    if origin in (tuple, list, dict):
        name = {tuple: "", list: "list of ", dict: "by "}[origin]
        return name + ", ".join(type_text(part) for part in parts)
    return str(getattr(kind, "__name__", kind))


def record_lines(kind: type[Record]) -> Iterator[str]:
    """A record as Markdown: what it is, and a table of its fields."""
    yield f"````{{py:class}} {kind.__name__}"
    yield ":module: shieldmap.results"
    yield f":canonical: {kind.__module__}.{kind.__name__}"
    yield ""
    yield from inspect.cleandoc(kind.__doc__ or "").splitlines()
    yield ""
    yield "| field | type | |"
    yield "|---|---|---|"
    for name, field in kind.model_fields.items():
        key = field.serialization_alias or field.alias
        told = (field.description or "").replace("|", "\\|")
        in_json = f"`{key}` in JSON" if key and key != name else ""
        words = "; ".join(part for part in (told, in_json) if part)
        yield f"| `{name}` | {type_text(field.annotation)} | {words} |"
    yield "````"
    yield ""


class _Made(SphinxDirective):
    """A part of a page that is made from Markdown."""

    def parsed(self, lines: Iterator[str]) -> list[nodes.Node]:
        content = StringList(list(lines), self.get_source_info()[0])
        box = nodes.container()
        self.state.nested_parse(content, 0, box)
        return list(box.children)


class Records(_Made):
    """Every record that a module defines, in the order of the file."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        module = import_module(self.arguments[0])
        kinds = [
            one
            for one in vars(module).values()
            if inspect.isclass(one)
            and issubclass(one, Record)
            and one.__module__ == module.__name__
        ]
        return self.parsed(line for kind in kinds for line in record_lines(kind))


class Commands(_Made):
    """Every command of the program."""

    def run(self) -> list[nodes.Node]:
        from shieldmap.cli.app import app

        root = typer.main.get_command(app)
        out: list[nodes.Node] = []
        for path, command in sorted(_commands(root, "shieldmap")):
            section = nodes.section(ids=[path.replace(" ", "-")])
            section += nodes.title("", path)
            context = click.Context(command, info_name=path, max_content_width=_WIDTH)
            context.terminal_width = _WIDTH
            with context:
                text = command.get_help(context)
            section += nodes.literal_block(text, text, language="text")
            out.append(section)
        return out


def _commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    for name, one in sorted(getattr(command, "commands", {}).items()):
        if getattr(one, "commands", None):
            yield from _commands(one, f"{path} {name}")
        else:
            yield f"{path} {name}", one


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("records", Records)
    app.add_directive("commands", Commands)
    return {"parallel_read_safe": True}
