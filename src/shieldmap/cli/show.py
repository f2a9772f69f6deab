"""What the commands print: tables for people, one JSON object for programs, progress."""

import math
import os
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from shieldmap import caches, plain, texts

if TYPE_CHECKING:
    # Not at run time: it would bring numba into `shieldmap --help`.
    from shieldmap.footprint import Progress as Advance

_MARK = {True: "yes", False: "no"}


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
    print(texts.in_json(plain.text(content)))


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


_NARROW: Final = 80
_SUMMARY_HEADS: Final = (
    "in range\nmillion",
    "low\nmillion",
    "value\nmillion",
    "high\nmillion",
    "share\nvalue",
    "samples\n5-95 %",
)


def run_summary(summary: dict[str, Any]) -> None:
    """People defended by threat as low, value and high, with the sampled range."""
    say(textwrap.fill(summary["title"], _NARROW))
    say(f"Doctrine {summary['doctrine']}. People in range of the missile, and those defended")
    say("against every launch point that reaches them: low end, value and high end.")
    table = bare_table()
    table.add_column("\nthreat", overflow="fold")
    for head in _SUMMARY_HEADS:
        table.add_column(head, justify="right", no_wrap=True)
    sides: list[str] = []
    for threat in summary["threats"]:
        side = _outside_band(threat)
        sides += [side] * (side not in sides)
        table.add_row(*_summary_row(threat, side))
    Console(width=_NARROW, highlight=False, markup=False).print(table)
    none = [t["id"] for t in summary["threats"] if t["share_of_people"]["value"] is None]
    if none:
        say(textwrap.fill(f"reaches nobody in the country: {', '.join(none)}", _NARROW))
    for side in sides:
        if side:
            say(_FOOTNOTES[side])
    if summary["grid"]["people_doubt"]:
        say(textwrap.fill(f"People: {summary['grid']['people_doubt']}", _NARROW))


_FOOTNOTES: Final = {
    "+": "+ above its samples: published values stand at the favourable end of their range",
    "-": "- below its samples: published values stand at the bad end of their range",
}


def _outside_band(threat: dict[str, Any]) -> str:
    """On which side of the 5 to 95 % of its own samples a value lies: +, - or nothing."""
    value, sampled = threat["share_of_people"]["value"], threat["sampled"]["share_of_people"]
    low, high = sampled["p05"], sampled["p95"]
    if value is None or low is None or high is None:
        return ""
    return "+" if value > high else "-" if value < low else ""


def _summary_row(threat: dict[str, Any], side: str) -> list[str]:
    sums, sampled = threat["defended"], threat["sampled"]["share_of_people"]
    ends = [_millions(sums[end]["people"]) for end in ("bad", "value", "good")]
    share = _percent(threat["share_of_people"]["value"])
    band = f"{_percent(sampled['p05']).removesuffix(' %')}-{_percent(sampled['p95'])}"
    return [
        threat["id"],
        _millions(threat["threatened"]["people"]),
        *ends,
        f"{share}{side or ' '}",
        band if share else "",
    ]


def scenario_list(scenarios: list[dict[str, Any]], *, as_json: bool) -> None:
    """Every embedded scenario with its title."""
    if as_json:
        json_object({"scenarios": scenarios})
        return
    table = new_table("name", "title")
    for scenario in scenarios:
        table.add_row(scenario["name"], scenario["title"])
    print_table(table)


def footprint(summary: dict[str, Any], *, as_json: bool) -> None:
    """The sums of a footprint."""
    if as_json:
        json_object(summary)
        return
    summary = plain.values(summary)
    run_summary(summary)
    if not any(row["status"] == "threatened" for a in summary["assets"] for row in a["by_threat"]):
        say("No named place is within range of any of the missiles.")
        return
    table = new_table(
        "asset", "against", "worst from", "defended", "looks>right", "why not", "margin>right"
    )
    for asset in summary["assets"]:
        for row in asset["by_threat"]:
            if row["status"] != "threatened":
                continue
            table.add_row(
                asset["name"],
                row["threat"],
                row["launch_point"],
                _MARK[row["defended"]],
                str(row["shots"]),
                row["reason_text"] or "",
                margin(row["margin"], row["margin_unit"]) if row["reason"] else "",
            )
    print_table(table)
    say(f"looks: {_LOOKS}")


_LOOKS: Final = "shots one after the other, each after assessing the last"


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


def explanation(result: dict[str, Any], *, as_json: bool) -> None:
    """The hardest engagement at a place in words, then every case in a line."""
    if as_json:
        json_object(result)
        return
    place = f"{result['latitude_deg']:.3f}, {result['longitude_deg']:.3f}"
    if result["others"]:
        place = f"{result['place']} ({place})"
        say(namesakes(result["others"]))
    say(f"{place} under scenario '{result['scenario']}', doctrine {result['doctrine']}")
    say(f"hardest case: {result['threat']} from {result['launch_point']}")
    if result["status"] != "threatened":
        say(result["sentence"])
        return
    answer = "defended" if result["defended"] else f"not defended: {result['reason_text']}"
    say(f"{answer}; limit that binds: {result['binds']}")
    say(f"looks, {_LOOKS}: {result['shots']}")
    closest = result["closest_in_band_m"]
    if closest is not None:
        say(f"least slant range from the launcher inside the band: {closest / 1e3:.1f} km")
    for failed in result["failed"]:
        say(f"  fails: {failed['text']}, margin {margin(failed['margin'], failed['unit'])}")
    table = new_table("event", "time, s>right", "altitude, km>right", "range from radar, km>right")
    for event in result["timeline"]:
        table.add_row(
            event["event"],
            f"{event['time_s']:.1f}",
            f"{event['altitude_m'] / 1e3:z.1f}",
            f"{event['range_m'] / 1e3:.1f}",
        )
    print_table(table)
    print_table(_cases(result["cases"]))


def namesakes(others: list[str]) -> str:
    """That other places bear the name that was asked for."""
    return f"There is another place of this name: {', '.join(others)}."


def _cases(cases: list[dict[str, Any]]) -> Table:
    table = new_table("threat", "from", "answer", "looks>right", "reason")
    for case in cases:
        if case["status"] == "threatened":
            answer = "defended" if case["defended"] else "not defended"
        else:
            answer = case["status"].replace("_", " ")
        table.add_row(
            case["threat"],
            case["launch_point"],
            answer,
            str(case["shots"]),
            case["reason_text"] or case["sentence"] * (case["status"] != "threatened"),
        )
    return table


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


def _millions(people: float) -> str:
    return f"{people / 1e6:.1f}"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100.0 * share:.0f} %"
