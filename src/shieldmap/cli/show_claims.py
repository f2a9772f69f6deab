"""Public statements in the terminal: a line each, or one in full."""

from shieldmap.claims import telling
from shieldmap.cli.show import new_table, print_table, say, tell
from shieldmap.results.claims import ClaimsAnswered
from shieldmap.words import t


def statements(result: ClaimsAnswered, *, in_full: bool) -> None:
    """A table of all, or everything about each."""
    rows = [telling.claim_told(row) for row in result.claims]
    if in_full:
        for row in rows:
            _in_full(row)
        return
    tell(telling.counts(result.claims))
    table = new_table("claim_date", "claim", "claim_side", "claim_verdict")
    for row in rows:
        table.add_row(row.said_on, f"{row.statement}\n{row.id}", row.side, row.word)
    print_table(table)
    tell(t("claims_meaning"))


def _in_full(row: telling.ClaimTold) -> None:
    """A statement with its words, its verdict, what was computed, how it is read and its sources."""
    say(f"{row.id}: {row.word}")
    tell(f"{row.speaker}, {row.said_on}")
    tell(row.statement)
    tell(f"“{row.quotation}” ({row.quotation_note})" if row.quotation else row.quotation_note)
    for line in row.computed:
        tell(line, indent="  ")
    tell(row.reading)
    if row.basis:
        tell(t("claims_study_of", study=row.basis))
    if row.recorded:
        tell(row.recorded)
    for title, url, note in row.links:
        tell(f"{title} ({note})", indent="  ")
        say(f"  {url}")
