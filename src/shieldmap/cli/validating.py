"""``shieldmap validate``: our result beside the published one, failures included."""

from pathlib import Path
from typing import Final

from shieldmap import formats
from shieldmap.cli import show, writing
from shieldmap.cli.speaking import said
from shieldmap.report import validation as pages
from shieldmap.results import Validation
from shieldmap.words import t

_WIDTH: Final = 100
_NUMBERS: Final = ("ours", "published", "difference", "tolerance")


def check(path: Path) -> None:
    """Refuse a page that cannot be written, before anything is computed."""
    writing.check_ending("output", path, (".html",))
    writing.check_writable("output", path)


def write_page(path: Path, results: Validation) -> None:
    """Write the comparisons as a page."""
    writing.write_all({path: pages.render(results).encode()})


def show_results(results: Validation) -> None:
    """A line for each group, then every row outside its tolerance in full."""
    table = show.new_table("group", ">tests", ">inside", ">outside", ">fitted", ">worst")
    for group in results.groups:
        totals = group.totals
        counts = (totals.tests, totals.passed, totals.tests - totals.passed, totals.fitted)
        worst = t("cli_validate_tolerances", number=formats.number(totals.worst or 0.0, 2))
        table.add_row(group.id, *map(formats.number, counts), worst)
    show.print_table(table)
    for row in pages.failures(results):
        show.say()
        show.say(t("cli_validate_outside", name=row.name, quantity=row.quantity))
        told = row._asdict()
        show.say("  " + t("cli_validate_row", **{key: told[key] for key in _NUMBERS}))
        show.tell(t("cli_validate_known", reason=said(row.known)), indent="  ", width=_WIDTH)
    totals = results.totals
    show.say()
    show.say(
        t(
            "cli_validate_totals",
            tests=totals.tests,
            inside=totals.passed,
            known=totals.known,
            surprises=totals.surprises,
            fitted=totals.fitted,
            unusable=results.unusable.count,
        )
    )
