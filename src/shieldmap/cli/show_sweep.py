"""What a sweep says, in the terminal."""

from shieldmap import formats
from shieldmap.cli.show import new_table, print_table, say, tell
from shieldmap.results.sweep import SweepSummary
from shieldmap.words import t


def sweep(result: SweepSummary) -> None:
    """A row for each threat, and where the parts are."""
    tell(t("cli_sweep_head", samples=result.samples, missiles=result.missiles))
    table = new_table("threat", ">median", ">low", ">high", ">people")
    for row in result.threats:
        ends = (formats.percent(x) for x in (row.share.p50, row.share.p05, row.share.p95))
        table.add_row(row.threat, *ends, formats.people(row.people.p50))
    print_table(table)
    say(result.folder)
