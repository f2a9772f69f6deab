"""What the commands print: tables for people, one JSON object for programs, progress."""

import os
import sys
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from shieldmap import caches, texts
from shieldmap.cli.speaking import said

if TYPE_CHECKING:
    # Not at run time: it would bring numba into `shieldmap --help`.
    from shieldmap.footprint import Progress as Advance

WIDTH: Final = 80
"""Columns of what is printed for people, where it is not a table."""


def _shown(text: object, keep: str) -> str:
    """A text that acts on nothing, with plain spaces, so that it can be searched."""
    return texts.visible(str(text), keep=keep).replace("\N{NO-BREAK SPACE}", " ")


def say(text: object = "", *, end: str = "\n", flush: bool = False) -> None:
    """Print a text in which nothing acts on the terminal: what a user or a file brought is shown."""
    print(_shown(text, "\n\t"), end=end, flush=flush)


def tell(text: str, *, indent: str = "", width: int = WIDTH) -> None:
    """Print a sentence in lines as wide as a terminal; Hangul takes two columns a letter."""
    wide = "".join(letter + _FILL * (cell_len(letter) - 1) for letter in text)
    lines = textwrap.fill(
        wide, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
    say(lines.replace(_FILL, ""))


_FILL: Final = "\N{WORD JOINER}"


def fact(name: str, text: str, width: int) -> None:
    """Print a name and what it is, the names in a column of some width."""
    say(f"  {set_cell_size(name, width)}{text}")


class _Table(Table):
    """A table whose cells are shown as they are: no markup, nothing that acts on the terminal."""

    def add_row(self, *cells: Any, **options: Any) -> None:
        """Add a row of texts."""
        super().add_row(*(Text(_shown(cell, "\n")) for cell in cells), **options)


def json_object(content: Any) -> None:
    """Print one JSON object, with the same rounding as the files of a run."""
    from shieldmap import plain

    values = content.as_json() if hasattr(content, "as_json") else content
    print(texts.in_json(plain.text(values)))


@contextmanager
def progress() -> "Iterator[Advance]":
    """A progress bar on standard error; its callback takes (what, done, in all)."""
    from rich.progress import (
        BarColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    from shieldmap.words import t

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=30),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with bar:
        first = t("cli_preparing_cold" if caches.is_cold() else "cli_preparing")
        task = bar.add_task(set_cell_size(first, _TOLD), total=None)

        def advance(what: str, done: int, total: int) -> None:
            if not bar.disable:
                told = set_cell_size(texts.visible(said(what, "doing_")), _TOLD)
                bar.update(task, description=told, completed=done, total=total)

        yield advance


_TOLD: Final = 44
"""Columns of what is being done."""


def new_table(*heads: str, title: str | None = None) -> Table:
    """An empty table of columns ``cli_head_...``.

    One whose name begins with ``>`` stands to the right and unbroken.
    """
    from shieldmap.words import t

    made = _Table(
        title=None if title is None else Text(_shown(title, "")),
        title_justify="left",
        box=None,
        header_style="bold",
        padding=(0, 1),
        pad_edge=False,
    )
    for head in heads:
        name = head.removeprefix(">")
        add_column(made, t(f"cli_head_{name}"), is_right=name != head)
    return made


def add_column(table: Table, head: str, *, is_right: bool = True) -> None:
    """Add a column; numbers stay whole, texts wrap and fold where one word is too long."""
    table.add_column(
        Text(_shown(head, "\n")),
        justify="right" if is_right else "left",
        no_wrap=is_right,
        overflow="fold",
    )


_NO_LIMIT: Final = 10_000


def print_table(filled: Table, width: int | None = None) -> None:
    """Print a table as wide as the terminal, or whole into a pipe, or in some width."""
    # A pipe has no width unless COLUMNS gives one, which is read for a terminal as well.
    has_width = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal()
    wide = width or (None if has_width else _NO_LIMIT)
    console = Console(width=wide, highlight=False, markup=False)
    with console.capture() as drawn:
        console.print(filled)
    # Rows of texts end in the blanks that fill the widest of them.
    print("".join(f"{line.rstrip()}\n" for line in drawn.get().splitlines()), end="")


def namesakes(others: Sequence[str]) -> str:
    """That other places bear the name that was asked for."""
    from shieldmap.words import t

    return t("cli_namesakes", places=", ".join(others))


def doctrine(name: str) -> str:
    """A doctrine by the word of scenario files; in Korean what it is as well."""
    from shieldmap.words import name_of, t

    return name_of(name, f"{t(f'doctrine_{name}')}({name})")
