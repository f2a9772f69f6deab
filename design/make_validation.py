"""Compute the validation and write what shows it: results.json, docs/validation.md and figures.

Usage: python design/make_validation.py [--kept | --group NAME]

With ``--kept`` nothing is computed: the page and the figures are made from results.json as it is.
With ``--group`` one group is computed anew, which takes seconds for most; the others are kept.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from shieldmap import validation
from shieldmap.report import drawing, validation as figures
from shieldmap.results import UnusableFlights, Validation, ValidationGroup, ValidationRow

DOCS: Final = Path(__file__).parent.parent / "docs"
LONG: Final = 20
"""A table with more rows is folded."""

PLOTS: Final = {
    "times": ("lofted-times", "", "Flight tests: time beyond an arc without boost", "s"),
    "ranges": ("standard-ranges", "", "Flight tests: standard range", "km"),
    "apogees": ("flights", "apogee", "Flight tests: apogee", "km"),
    "stage-set-ranges": ("stage-sets", "range", "Published stage sets: farthest range", "km"),
    "stage-set-times": ("stage-sets", "time", "Published stage sets: time of flight", "s"),
    "stage-set-speeds": ("stage-sets", "burnout speed", "Published stage sets: burnout speed",
                         "km/s"),
    "minimum-energy-times": ("minimum-energy", "time", "Minimum-energy arcs: time of flight", "s"),
}  # fmt: skip
FIGURES: Final = {
    "lofted-times": ("times",),
    "standard-ranges": ("ranges",),
    "flights": ("apogees",),
    "stage-sets": ("stage-set-ranges", "stage-set-times", "stage-set-speeds"),
    "minimum-energy": ("minimum-energy-times",),
}
INTRODUCTION: Final = """\
# Validation

What the software computes beside what was published, failures included.
This page is written by `design/make_validation.py`; `shieldmap validate` computes the same again, and the tests hold the two together.

How to read it:

- Every number has a tolerance, and every tolerance a reason that stands above its table. Differences are also given in tolerances: above 1 is outside.
- A number outside its tolerance keeps its row, in **bold**, with a sentence that says why. A sentence explains and does not excuse: the row counts as outside.
- A number against which the missile was solved is marked *fitted*. That it agrees proves nothing, and it is counted apart.
- What cannot be compared is listed at the end, with the reason.

What it cannot show: that a missile is as the catalogue says. Most stages are class estimates fitted to published flights ([0003](decisions/0003-missile-estimates.md)); a flight that was reproduced says that its numbers are consistent.
"""


def main() -> int:
    """Compute, write, and say what nobody has explained."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kept", action="store_true", help="compute nothing")
    parser.add_argument("--group", choices=list(validation.GROUPS), help="compute this one alone")
    asked = parser.parse_args()
    if not asked.kept:
        computed = validation.as_record(validation.computed_groups(asked.group, _tell))
        if asked.group:
            computed = _among_the_kept(computed)
        text = json.dumps(computed.as_json(), ensure_ascii=False, indent=1, allow_nan=False)
        figures.RESULTS.write_text(text + "\n", encoding="utf-8")
    results = figures.read_validation()
    for name, (group, quantity, title, unit) in PLOTS.items():
        rows = figures.rows_of(results, group, quantity)
        _draw(name, figures.parity_figure(rows, title, unit), title)
    _draw("tolerances", figures.tolerances_figure(results), "Every comparison in tolerances")
    (DOCS / "validation.md").write_text("\n".join(page(results)) + "\n", encoding="utf-8")
    print(results.totals)
    return 1 if results.totals.surprises else 0


def _among_the_kept(one: Validation) -> Validation:
    """The kept comparisons with one group in its place, and the sums of all of them."""
    kept = {group.id: group for group in [*validation.read_results().groups, *one.groups]}
    groups = tuple(kept[name] for name in validation.GROUPS if name in kept)
    sums = {
        name: (max if name == "worst" else sum)(getattr(group.totals, name) for group in groups)
        for name in type(one.totals).model_fields
    }
    totals = one.totals.model_copy(update=sums)
    return one.model_copy(update={"groups": groups, "totals": totals})


def _tell(what: str, done: int, total: int) -> None:
    print(f"{done + 1}/{total} {what}", file=sys.stderr)


def _draw(name: str, canvas: drawing.Canvas, text: str) -> None:
    """A figure as a file of its own: it needs the name space and background that a page implies."""
    svg = drawing.svg(canvas, name, text)
    opening = '<svg xmlns="http://www.w3.org/2000/svg" font-family="DejaVu Sans, Verdana" '
    svg = svg.replace("<svg ", opening, 1)
    svg = re.sub(r' style="max-width:[^"]*"', ' style="background:white"', svg, count=1)
    path = DOCS / "figures" / f"validation-{name}.svg"
    path.write_text(svg + "\n", encoding="utf-8")


def page(results: Validation) -> Iterator[str]:
    """The lines of the page."""
    yield INTRODUCTION
    yield from _sums(results)
    yield from _failures(results)
    for group in results.groups:
        yield from _group(group)
    yield from _unusable(results.unusable)


def _sums(results: Validation) -> Iterator[str]:
    totals = results.totals
    yield "## Sums\n"
    yield (
        f"{totals.tests} comparisons: {totals.passed} inside their tolerance, "
        f"{totals.tests - totals.passed} outside. {totals.fitted} numbers were fitted.\n"
    )
    yield "| compared with | tests | inside | outside | fitted | worst inside (tolerances) |"
    yield "|---|--:|--:|--:|--:|--:|"
    for group in results.groups:
        t = group.totals
        yield (
            f"| [{group.title}](#{group.id}) | {t.tests} | {t.passed} | "
            f"{t.tests - t.passed} | {t.fitted} | {t.worst:.2f} |"
        )
    yield "\n![Every comparison in tolerances](figures/validation-tolerances.svg)\n"


def _failures(results: Validation) -> Iterator[str]:
    yield "## Outside their tolerance\n"
    yield "| what | quantity | ours | published | difference | tolerance | why |"
    yield "|---|---|--:|--:|--:|--:|---|"
    for row in figures.failures(results):
        yield _line(row)
    yield ""


def _group(group: ValidationGroup) -> Iterator[str]:
    yield f'## <a id="{group.id}"></a>{group.title}\n'
    has_address = group.url.startswith("http")
    address = f" <{group.url}>" if has_address else f" Address: {group.url}."
    yield f"Authority: {group.authority}.{address}\n"
    yield "Tolerances:\n"
    yield from (f"- {quantity}: {why}" for quantity, why in group.why.items())
    yield ""
    for name in FIGURES.get(group.id, ()):
        yield f"![{PLOTS[name][2]}](figures/validation-{name}.svg)\n"
    is_long = len(group.rows) > LONG
    if is_long:
        yield f"<details><summary>All {len(group.rows)} rows</summary>\n"
    yield from _table(group.rows)
    if is_long:
        yield "\n</details>"
    yield ""


def _table(rows: Sequence[ValidationRow]) -> Iterator[str]:
    extras = [field for field in ("note", "source") if any(getattr(row, field) for row in rows)]
    heads = ["what", "quantity", "ours", "published", "difference", "tolerance", "in tolerances"]
    yield _line([*heads, *extras])
    yield "|---|---|--:|--:|--:|--:|--:|" + "---|" * len(extras)
    for row in rows:
        name = row.name + (" (*fitted*)" if row.kind == "fitted" else "")
        numbers = [
            figures.with_unit(row.ours, row.unit),
            figures.with_unit(row.published, row.unit),
            *(
                figures.written(getattr(row, field))
                for field in ("difference", "tolerance", "tolerances")
            ),
        ]
        if not row.passed and row.kind == "test":
            name, numbers = f"**{name}**", [f"**{number}**" for number in numbers]
        yield _line([name, row.quantity, *numbers, *(getattr(row, field) for field in extras)])


def _unusable(unusable: UnusableFlights) -> Iterator[str]:
    yield "## Published flights that cannot be compared\n"
    reasons = ", ".join(f"{kind} {count}" for kind, count in unusable.by_reason.items())
    yield f"{unusable.count} rows of `flight_tests.csv`: {reasons}.\n"
    yield "<details><summary>All of them</summary>\n"
    yield "| flight | class | why |"
    yield "|---|---|---|"
    for row in unusable.rows:
        yield _line((row.name, row.kind, row.reason))
    yield "\n</details>"


def _line(cells: Any) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    sys.exit(main())
