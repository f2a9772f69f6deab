"""``shieldmap validate``: our result beside the published one, failures included."""

import textwrap
from pathlib import Path
from typing import Final

from shieldmap.cli import show, writing
from shieldmap.report import validation as pages
from shieldmap.results import Validation

_WIDTH: Final = 100


def check(path: Path) -> None:
    """Refuse a page that cannot be written, before anything is computed."""
    writing.check_ending("output", path, (".html",))
    writing.check_writable("output", path)


def write(path: Path, results: Validation) -> None:
    """Write the comparisons as a page."""
    writing.write_all({path: pages.render(results.as_json()).encode()})


def show_results(results: Validation) -> None:
    """A line for each group, then every row outside its tolerance in full."""
    show.say("group                 tests  inside  outside  fitted  worst inside")
    for group in results.groups:
        totals = group.totals
        outside = totals.tests - totals.passed
        show.say(
            f"{group.id:<20}{totals.tests:>7}{totals.passed:>8}{outside:>9}"
            f"{totals.fitted:>8}{totals.worst:>9.2f} tolerances"
        )
    for row in pages.failures(results.as_json()):
        show.say(f"\noutside: {row['name']}, {row['quantity']}")
        show.say(
            f"  ours {row['ours']}, published {row['published']}, difference {row['difference']}, "
            f"tolerance {row['tolerance']}"
        )
        show.say(textwrap.fill(row["known"], _WIDTH, initial_indent="  ", subsequent_indent="  "))
    totals = results.totals
    show.say(
        f"\n{totals.tests} comparisons: {totals.passed} inside, {totals.known} outside and "
        f"explained, {totals.surprises} without an explanation; {totals.fitted} fitted. "
        f"{results.unusable.count} published flights cannot be compared."
    )
