"""What ``shieldmap run`` prints of a stability study: flights seen by cross section."""

from typing import Final

from shieldmap import formats
from shieldmap.cli import show
from shieldmap.cli.speaking import said
from shieldmap.results import StabilitySummary
from shieldmap.words import t

_HEADS: Final = ("section", "alone", "without", "all", "only", "time")


def run_summary(summary: StabilitySummary) -> None:
    """Flights in view of the added radar, of the others and of all, one row a cross section."""
    sites = {radar.id: radar.name for radar in summary.radars}
    added = said(sites[summary.added_radar])
    rows = [row for row in summary.totals if not row.country and row.limit == "given"]
    show.tell(said(summary.title))
    pairs, flown = rows[0].pairs, rows[0].flown
    least = formats.measured(summary.view.least_view_s, "s")
    show.tell(t("cli_stability_head", pairs=pairs, flown=flown, least=least))
    table = show.new_table()
    for head in _HEADS:
        text = t(f"cli_stability_{head}", radar=added)
        show.add_column(table, text if "\n" in text else f"\n{text}")
    for row in rows:
        seen = row.seen
        counts = (
            seen[summary.added_radar],
            seen["others"],
            seen["all"],
            row.only_with_added,
            row.seconds["added"],
        )
        table.add_row(formats.short(row.cross_section_m2), *map(formats.number, counts))
    show.print_table(table, show.WIDTH)
