"""Which number decides, in the terminal."""

from shieldmap import deciding, formats, words
from shieldmap.cli.show import new_table, print_table, say, tell
from shieldmap.results.deciding import DecidingNumber, DecidingNumbers, SobolIndex
from shieldmap.words import t

_TOLD = 0.005
"""What makes less of the spread than this is named together in one line."""


def decides(result: DecidingNumbers) -> None:
    """Print the sentence, a row for each number that counts, and what publishing one would settle."""
    tell(words.name_of(result.sentence_en, result.sentence_ko))
    table = new_table("unknown", ">alone", ">with_others", ">own_range", ">at_ends", ">breaks_even")
    for row in result.numbers:
        if row.total.value >= _TOLD:
            table.add_row(deciding.name_of_number(row.number), *_number_cells(row, result))
    print_table(table)
    rest = [row for row in result.numbers if row.total.value < _TOLD]
    if rest:
        names = formats.listed([deciding.name_of_number(row.number) for row in rest])
        say(t("cli_deciding_rest", share=formats.percent(_TOLD, 1), names=names))
    if result.disclosed:
        settled = new_table("unknown", ">people", ">low", ">high", title=t("deciding_disclosed"))
        for one in result.disclosed:
            ends = map(formats.people, (one.people, one.people_low, one.people_high))
            settled.add_row(deciding.name_of_number(one.number), *ends)
        print_table(settled)


def _number_cells(row: DecidingNumber, result: DecidingNumbers) -> tuple[str, ...]:
    unit = row.unit or ""
    ends = deciding.headline_span(result, row.at_low, row.at_high)
    breaks = formats.NONE if row.breaks_at is None else formats.measured(row.breaks_at, unit)
    return (
        _index_cell(row.first_order),
        _index_cell(row.total),
        deciding.range_told(row),
        ends,
        breaks,
    )


def _index_cell(index: SobolIndex) -> str:
    """A share of the spread with its interval; in brackets where it is not resolved."""
    band = formats.span(formats.percent(index.low), formats.percent(index.high))
    told = f"{formats.percent(index.value)} ({band})"
    return told if index.is_resolved else f"[{told}]"
