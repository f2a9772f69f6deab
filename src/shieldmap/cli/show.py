"""What the commands print: tables for people, one JSON object for programs, progress."""

import json
import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    # Not at run time: it would bring numba into `shieldmap --help`.
    from shieldmap.footprint import Progress as Advance

_MARK = {True: "yes", False: "no"}


def json_object(content: Any) -> None:
    """Print one JSON object; numbers that are not finite become null."""
    print(json.dumps(_finite(content), ensure_ascii=False, indent=1, allow_nan=False))


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value


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
        TextColumn("{task.description:<44}"),
        BarColumn(bar_width=30),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with bar:
        task = bar.add_task("preparing (the first run compiles for about a minute)", total=None)

        def advance(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total)

        yield advance


def _table(*columns: str, title: str | None = None) -> Table:
    table = Table(title=title, title_justify="left", box=None, header_style="bold", padding=(0, 2))
    for column in columns:
        name, _, right = column.partition(">")
        table.add_column(name, justify="right" if right else "left")
    return table


def _print(table: Table) -> None:
    # A pipe has no width: give it enough for every column.
    width = None if sys.stdout.isatty() else 160
    Console(width=width, highlight=False).print(table)


def run_summary(summary: dict[str, Any]) -> None:
    """People defended by threat as low, value and high, with the sampled range."""
    table = _table("threat", "threatened, M>right", "defended, M: low>right", "value>right",
                   "high>right", "share>right", "5-95 % of samples>right",
                   title=f"{summary['title']}\nDoctrine {summary['doctrine']}; people defended "
                   "against every launch point that reaches them")  # fmt: skip
    for threat in summary["threats"]:
        sums, sampled = threat["defended"], threat["sampled"]["share_of_people"]
        share = threat["share_of_people"]["value"]
        table.add_row(
            threat["id"],
            _millions(threat["threatened"]["people"]),
            *(_millions(sums[end]["people"]) for end in ("low", "value", "high")),
            _percent(share),
            f"{_percent(sampled['p05'])} - {_percent(sampled['p95'])}",
        )
    _print(table)


def footprint(summary: dict[str, Any], *, as_json: bool) -> None:
    """The sums of a footprint."""
    if as_json:
        json_object(summary)
        return
    run_summary(summary)
    table = _table("asset", "against", "worst from", "defended", "shots>right", "why not", "margin")
    for asset in summary["assets"]:
        for row in asset["by_threat"]:
            if row["status"] != "threatened":
                continue
            table.add_row(
                asset["name"], row["threat"], row["launch_point"], _MARK[row["defended"]],
                str(row["shots"]), row["reason_text"] or "",
                margin(row["margin"], row["margin_unit"]) if row["reason"] else "",
            )  # fmt: skip
    _print(table)


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
    print(f"{place} under scenario '{result['scenario']}', doctrine {result['doctrine']}")
    print(f"hardest case: {result['threat']} from {result['launch_point']}")
    if result["status"] != "threatened":
        print(result["sentence"])
        return
    answer = "defended" if result["defended"] else f"not defended: {result['reason']}"
    print(f"{answer}; shots that fit: {result['shots']}; limit that binds: {result['binds']}")
    closest = result["closest_in_band_m"]
    if closest is not None:
        print(f"least slant range from the launcher inside the band: {closest / 1e3:.1f} km")
    for failed in result["failed"]:
        print(f"  fails: {failed['text']}, margin {margin(failed['margin'], failed['unit'])}")
    table = _table("event", "time, s>right", "altitude, km>right", "range from radar, km>right")
    for event in result["timeline"]:
        table.add_row(event["event"], f"{event['time_s']:.1f}", f"{event['altitude_m'] / 1e3:.1f}",
                      f"{event['range_m'] / 1e3:.1f}")  # fmt: skip
    _print(table)
    _print(_cases(result["cases"]))


def _cases(cases: list[dict[str, Any]]) -> Table:
    table = _table("threat", "from", "answer", "shots>right", "reason")
    for case in cases:
        if case["status"] == "threatened":
            answer = "defended" if case["defended"] else "not defended"
        else:
            answer = case["status"].replace("_", " ")
        table.add_row(case["threat"], case["launch_point"], answer, str(case["shots"]),
                      case["reason"] or case["sentence"] * (case["status"] != "threatened"))  # fmt: skip
    return table


def flight(result: dict[str, Any]) -> None:
    """One flight in a few lines."""
    burnout, impact, reentry = result["burnout"], result["impact"], result["reentry"]
    print(f"{result['name']}, {result['class']}")
    at_burnout = (
        f"{burnout['time_s']:.1f} s, {burnout['altitude_m'] / 1e3:.1f} km, "
        f"{burnout['speed_m_s']:.0f} m/s, {burnout['flight_path_angle_deg']:.1f} deg"
    )
    at_impact = (
        f"{impact['latitude_deg']:.4f}, {impact['longitude_deg']:.4f}, "
        f"{impact['speed_m_s']:.0f} m/s ({impact['solver_residual_m']:.1f} m from the place)"
    )
    rows = [
        ("burnout", at_burnout),
        ("apogee", f"{result['apogee_m'] / 1e3:.1f} km"),
        ("time of flight", f"{result['time_of_flight_s']:.1f} s"),
        ("ground range", f"{result['ground_range_m'] / 1e3:.1f} km"),
        ("impact", at_impact),
    ]
    if reentry["speed_m_s"] is not None:
        rows.append(
            ("reentry at 100 km", f"{reentry['time_s']:.1f} s, {reentry['speed_m_s']:.0f} m/s")
        )
    for name, text in rows:
        print(f"  {name:<18} {text}")
    estimates = [r["name"] for r in result["assumptions"] if r["basis"] == "estimate"]
    if estimates:
        print(f"  rests on estimates: {', '.join(estimates)}")


def catalogue_list(entries: list[dict[str, Any]], *, as_json: bool) -> None:
    """Every system with its names."""
    if as_json:
        json_object({"systems": entries})
        return
    table = _table("id", "name", "also called", "summary")
    for entry in entries:
        table.add_row(entry["id"], entry["name"], ", ".join(entry["aliases"]), entry["summary"])
    _print(table)


def catalogue_entry(entry: dict[str, Any], *, as_json: bool) -> None:
    """Every value of a system with its range, basis, source and rivals."""
    if as_json:
        json_object(entry)
        return
    print(f"{entry['name']}: {entry['summary']}")
    table = _table("value of", "value>right", "low>right", "high>right", "unit", "basis", "source")
    for row in entry["values"]:
        ends = (_shown(row["low"]), _shown(row["high"]))
        table.add_row(row["path"], _shown(row["value"]), *ends, row["unit"], row["basis"],
                      row["source"])  # fmt: skip
        for rival in row["rivals"]:
            table.add_row("  rival", _shown(rival["value"]), _shown(rival["low"]),
                          _shown(rival["high"]), rival["unit"], "", rival["source"])  # fmt: skip
    _print(table)


def bench(result: dict[str, Any], *, as_json: bool) -> None:
    """Speed with its accuracy."""
    if as_json:
        json_object(result)
        return
    machine = result["machine"]
    print(f"{machine['processor']}, {machine['threads']} threads, python {machine['python']}")
    table = _table("measured", "median>right", "unit", "accuracy")
    for row in result["rows"]:
        table.add_row(row["name"], f"{row['median']:.3g}" if row["median"] < 100
                      else f"{row['median']:,.0f}", row["unit"], row["accuracy"])  # fmt: skip
    _print(table)


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _millions(people: float) -> str:
    return f"{people / 1e6:.1f}"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100.0 * share:.0f} %"
