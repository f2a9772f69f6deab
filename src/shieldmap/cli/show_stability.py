"""What ``shieldmap run`` prints of a stability study: flights seen by cross section."""

import textwrap
from typing import Any, Final

from rich.console import Console

from shieldmap.cli import show

_NARROW: Final = 80


def run_summary(summary: dict[str, Any]) -> None:
    """Flights in view of the added radar, of the others and of all, one row a cross section."""
    sites = {radar["id"]: radar["name"] for radar in summary["radars"]}
    added = sites[summary["added_radar"]]
    rows = [t for t in summary["totals"] if not t["country"] and t["limit"] == "given"]
    show.say(textwrap.fill(summary["title"], _NARROW))
    show.say(
        textwrap.fill(
            f"Of {rows[0]['pairs']} pairs of launch area and city {rows[0]['flown']} are within "
            f"range. Flights seen after burnout for {summary['view']['least_view_s']:g} s or more "
            "by a radar that knows where to look, least elevations as given:",
            _NARROW,
        )
    )
    table = show.bare_table()
    heads = (
        "cross section\nm2",
        f"{added}\nalone",
        f"all without\n{added}",
        "\nall",
        f"only with\n{added}",
        f"time that only\n{added} has, s",
    )
    for head in heads:
        table.add_column(head, justify="right", no_wrap=True)
    for row in rows:
        seen = row["seen"]
        table.add_row(
            f"{row['cross_section_m2']:g}",
            str(seen[summary["added_radar"]]),
            str(seen["others"]),
            str(seen["all"]),
            str(row["only_with_added"]),
            f"{row['seconds']['added']:,.0f}",
        )
    Console(width=_NARROW, highlight=False, markup=False).print(table)
