"""What the commands print: tables for people, one JSON object for programs, progress."""

import math
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from shieldmap import caches, plain, texts

if TYPE_CHECKING:
    # Not at run time: it would bring numba into `shieldmap --help`.
    from shieldmap.footprint import Progress as Advance


def say(text: object, *, end: str = "\n", flush: bool = False) -> None:
    """Print a text in which nothing acts on the terminal: what a user or a file brought is shown."""
    print(texts.visible(str(text), keep="\n\t"), end=end, flush=flush)


class _Table(Table):
    """A table whose cells are shown as they are: no markup, nothing that acts on the terminal."""

    def add_row(self, *cells: Any, **options: Any) -> None:
        """Add a row of texts."""
        super().add_row(*(Text(texts.visible(cell, keep="\n")) for cell in cells), **options)


def json_object(content: Any) -> None:
    """Print one JSON object, with the same rounding as the files of a run."""
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

    bar = Progress(
        TextColumn("{task.description:<44}", markup=False),
        BarColumn(bar_width=30),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with bar:
        compiles = " (compiles for about a minute)" if caches.is_cold() else ""
        task = bar.add_task(f"preparing{compiles}", total=None)

        def advance(what: str, done: int, total: int) -> None:
            bar.update(task, description=texts.visible(what), completed=done, total=total)

        yield advance


def bare_table() -> Table:
    """An empty table without a box and without columns."""
    return _Table(box=None, header_style="bold", padding=(0, 1), pad_edge=False)


def new_table(*columns: str, title: str | None = None) -> Table:
    """An empty table; a column whose name ends in ``>right`` stands to the right and unbroken."""
    made = _Table(
        title=None if title is None else Text(texts.visible(title)),
        title_justify="left",
        box=None,
        header_style="bold",
        padding=(0, 1),
        pad_edge=False,
    )
    for column in columns:
        name, _, right = column.partition(">")
        # Numbers stay whole; texts wrap, and fold where one word is too long: nothing is cut.
        made.add_column(
            name, justify="right" if right else "left", no_wrap=bool(right), overflow="fold"
        )
    return made


_NO_LIMIT: Final = 10_000


def print_table(filled: Table) -> None:
    """Print a table as wide as the terminal, or whole into a pipe."""
    # A pipe has no width unless COLUMNS gives one, which is read for a terminal as well.
    has_width = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal()
    Console(width=None if has_width else _NO_LIMIT, highlight=False, markup=False).print(filled)


def scenario_list(scenarios: list[dict[str, Any]], *, as_json: bool) -> None:
    """Every embedded scenario with its title."""
    if as_json:
        json_object({"scenarios": scenarios})
        return
    table = new_table("name", "title")
    for scenario in scenarios:
        table.add_row(scenario["name"], scenario["title"])
    print_table(table)


def margin(value: float | None, unit: str | None) -> str:
    """A margin in the unit that a reader expects: km, s, degrees or m/s."""
    if value is None or not math.isfinite(value):
        return "not at all"
    if unit == "m":
        return f"{value / 1e3:+.1f} km"
    if unit == "rad":
        return f"{math.degrees(value):+.1f} deg"
    if unit == "s":
        return f"{value:+.0f} s"
    return f"{value:+.0f} {unit or ''}".strip()


def namesakes(others: Sequence[str]) -> str:
    """That other places bear the name that was asked for."""
    return f"There is another place of this name: {', '.join(others)}."


def measures(title: str, rows: list[tuple[str, str, str, str, str]]) -> None:
    """Names with value, low, high and unit."""
    table = new_table(title, "value>right", "low>right", "high>right", "unit")
    for row in rows:
        table.add_row(*row)
    print_table(table)


def catalogue_list(entries: list[dict[str, Any]], *, as_json: bool) -> None:
    """Every system with its names."""
    if as_json:
        json_object({"systems": entries})
        return
    table = new_table("id", "name", "also called", "summary")
    for entry in entries:
        table.add_row(entry["id"], entry["name"], ", ".join(entry["aliases"]), entry["summary"])
    print_table(table)


def catalogue_entry(entry: dict[str, Any], *, as_json: bool) -> None:
    """Every value of a system with its range, basis, source and rivals."""
    if as_json:
        json_object(entry)
        return
    say(f"{entry['name']}: {entry['summary']}")
    table = new_table(
        "value of", "value>right", "low>right", "high>right", "unit", "basis", "source"
    )
    for row in entry["values"]:
        ends = (_shown(row["low"]), _shown(row["high"]))
        table.add_row(
            row["path"], _shown(row["value"]), *ends, row["unit"], row["basis"], row["source"]
        )
        for rival in row["rivals"]:
            table.add_row(
                "  rival",
                _shown(rival["value"]),
                _shown(rival["low"]),
                _shown(rival["high"]),
                rival["unit"],
                "",
                rival["source"],
            )
    print_table(table)
    if "records" in entry:
        counts = new_table(
            "record",
            "hits>right",
            "shots>right",
            "of",
            "source",
            "note",
            title="counts that fire.record of a scenario can name",
        )
        for row in entry["records"]:
            counts.add_row(
                row["id"],
                str(row["hits"]),
                str(row["shots"]),
                row["kind"],
                row["source"],
                row["note"],
            )
        print_table(counts)


def bench(result: dict[str, Any], *, as_json: bool) -> None:
    """Speed with its accuracy."""
    if as_json:
        json_object(result)
        return
    machine = result["machine"]
    say(f"{machine['processor']}, {machine['threads']} threads, python {machine['python']}")
    table = new_table("measured", "median>right", "unit", "accuracy")
    for row in result["rows"]:
        table.add_row(
            row["name"],
            f"{row['median']:.3g}" if row["median"] < 100 else f"{row['median']:,.0f}",
            row["unit"],
            row["accuracy"],
        )
    print_table(table)


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
