"""What ``shieldmap run`` prints of a stability study: flights seen by cross section."""

from typing import Final

from shieldmap import formats
from shieldmap.cli import show
from shieldmap.cli.speaking import said
from shieldmap.results import StabilitySummary
from shieldmap.results.stability import HeadlineSums, SumRanges
from shieldmap.words import t

_HEADS: Final = ("section", "alone", "without", "all", "only", "drawn", "time")


def run_summary(summary: StabilitySummary) -> None:
    """Flights in view of the added radar, of the others and of all, one row a cross section."""
    sites = {radar.id: radar.name for radar in summary.radars}
    added = said(sites[summary.added_radar])
    rows = [row for row in summary.totals if not row.country and row.limit == "given"]
    show.tell(said(summary.title))
    pairs, flown = rows[0].pairs, rows[0].flown
    least = formats.measured(summary.view.least_view_s, "s")
    draws = summary.ranges.samples
    show.tell(
        t("cli_stability_head", pairs=pairs, flown=flown, least=least, draws=draws, radar=added)
    )
    table = show.new_table()
    for head in _HEADS:
        text = t(f"cli_stability_{head}", radar=added)
        show.add_column(table, text if "\n" in text else f"\n{text}")
    for row, *drawn in zip(rows, *_quantiles(summary.ranges), strict=True):
        seen = row.seen
        counts = (
            seen[summary.added_radar],
            seen["others"],
            seen["all"],
            row.only_with_added,
        )
        low, middle, high = (formats.number(one["only_with_added"]) for one in drawn)
        median = f"{middle} ({formats.span(low, high)})"
        seconds = formats.number(row.seconds["added"])
        cells = *map(formats.number, counts), median, seconds
        table.add_row(formats.short(row.cross_section_m2), *cells)
    show.print_table(table)


def _quantiles(ranges: SumRanges) -> tuple[tuple[HeadlineSums, ...], ...]:
    """The sums at 5, 50 and 95 % of the draws, each a row a cross section."""
    return ranges.p05, ranges.p50, ranges.p95
