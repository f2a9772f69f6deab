"""Do the published analyses again and write what shows it: docs/reproduced.json, the page and figures.

Usage: python design/write_reproduced.py [--kept | --only NAME]

With ``--kept`` nothing is computed: the words of the files go to the numbers that are kept, and the page
and the figures are made of them.
With ``--only`` one analysis is computed anew, and the others are kept.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from shieldmap import plain, reproduced
from shieldmap.report import reproduced_figures as figures, reproduced_texts as texts
from shieldmap.report.drawing import standalone
from shieldmap.report.reproduced_figures import NamedCurve
from shieldmap.reproduced.asked import LeakageAsked
from shieldmap.reproduced.fought import of_leakage
from shieldmap.results import ReproducedRow, ReproducedStudies, ReproducedStudy

DOCS: Final = Path(__file__).parents[1] / "docs"
PAGE: Final = DOCS / "reproduced.md"
VALUES: Final = DOCS / "reproduced.json"
ROUTES: Final = {
    "hwangju": ("hwasong-7", "hwangju", (130, 150, 200, 250, 300, 350, 400, 450)),
    "panghyon": (
        "hwasong-10", "39.9,125.2", (200, 250, 300, 350, 400, 450, 500, 550, 600),
    ),
}  # fmt: skip
RAIDS: Final = (4, 10, 20)
STOPPED: Final = (0.85, 0.9, 0.95, 0.98)
FIGURES: Final = {
    "rok-busan-2016": ("reproduced-seongju", "Altitude over Seongju against the apogee of flights to Busan"),
    "wilkening-2000": ("reproduced-wilkening", "Probability that no warhead leaks"),
}  # fmt: skip
WORDS: Final = ("quantity", "quantity_ko", "reason", "reason_ko", "tolerance_reason", "kind")
"""What a file says of a number in words, and whether it is counted."""

INTRODUCTION: Final = """\
# Published analyses done again

What others published about this defence, with the inputs they gave, computed here: their number, ours, the difference, what was assumed and the likely reason of a mismatch.
This page is written by `design/write_reproduced.py` from the files in `src/shieldmap/data/reproduced`; no number of ours in the tables is typed by hand; those in the reasons are. `shieldmap reproduce` computes the same again, `shieldmap reproduce NAME --scenario` prints the scenario behind an analysis. The tests compute every number of ours in the tables anew; they fail where one moves by more than two parts in a thousand (half a point of a share), or agrees or disagrees otherwise than its file expects.

How to read it:

- *Inside* means within the tolerance, whose reason stands beside it; a statement of one side (“above 150 km”) has 0 or the apogee for its other end. *Within our span* means that our middle lies outside and our span meets theirs: the number hangs on something that nobody has published. *Outside* means neither.
- A mismatch stays a mismatch. The reason is the likely one, found by changing what was assumed; it is no verdict about who is right.
- Our span in brackets is 5 to 95 % of the joint draws for a share, the range of the ballistic coefficient for a time of flight, the launch points and cross sections named for what a radar sees, and four standard errors for a battle. A verdict at the values has its bad and good end.
- "Yes" in the press is compared with at least 90 % of the draws, "no" with at most 10 %: the words of this laboratory for *holds* and *fails*.
- *Solved for* means that something was fitted to the number, so that agreement proves nothing; *from a formula, not printed* that their number follows from their formula and was not seen; *an upper bound alone* that theirs begins at nothing, because other weapons are counted with it, so that agreement says next to nothing. None of these is counted.
- STUDY.toml in a command is the embedded study with what the number changes of it; `shieldmap reproduce ID --scenario --number N` prints that of number N.
- Most analyses are known from the press alone. Where a number could not be found the page says what is missing, and nothing is put in its place.
"""


def main() -> int:
    """Compute, write, and say what came out otherwise than the files say."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kept", action="store_true", help="compute nothing")
    parser.add_argument("--only", choices=reproduced.study_names(), help="compute this one alone")
    asked = parser.parse_args()
    if asked.kept:
        _write(reproduced.summed(retold(one) for one in kept()[0].studies), _read()["curves"])
    else:
        keep(asked.only)
    found, curves = kept()
    (DOCS / "figures" / "reproduced-seongju.svg").write_text(
        standalone(figures.seongju_figure(curves["seongju"])), encoding="utf-8"
    )
    (DOCS / "figures" / "reproduced-wilkening.svg").write_text(
        standalone(figures.leakage_figure(curves["wilkening"])), encoding="utf-8"
    )
    PAGE.write_text(text(found), encoding="utf-8")
    print(f"{found.tests} numbers, {found.inside} inside, {found.surprises} surprises")
    return 1 if found.surprises else 0


def keep(only: str | None) -> None:
    """Compute all analyses, or one, and write the values."""
    known = {} if only is None else {one.id: one for one in kept()[0].studies}
    for name in reproduced.study_names():
        if only in (None, name) or name not in known:
            print(name, file=sys.stderr)
            known[name] = reproduced.done_again(name)
    found = reproduced.summed(known[name] for name in reproduced.study_names())
    curves = (
        {"seongju": _seongju(), "wilkening": _wilkening()} if only is None else _read()["curves"]
    )
    _write(found, curves)


def retold(study: ReproducedStudy) -> ReproducedStudy:
    """A kept analysis with the words of its file as they stand now; its numbers stay."""
    given = reproduced.published(study.id)
    fresh = [
        row.model_copy(update=one.model_dump(include=set(WORDS)))
        for row, one in zip(study.rows, given.outputs, strict=True)
    ]
    return reproduced.told(given, fresh)


def _write(found: ReproducedStudies, curves: object) -> None:
    told = {"reproduced": plain.values(found.as_json()), "curves": curves}
    written = json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False)
    VALUES.write_text(written + "\n", encoding="utf-8")


def _read() -> dict[str, Any]:
    return dict(json.loads(VALUES.read_text(encoding="utf-8")))


def kept() -> tuple[ReproducedStudies, dict[str, tuple[NamedCurve, ...]]]:
    """The analyses and the curves as they were last computed."""
    held = _read()
    curves = {
        name: tuple(_curve(one) for one in rows) for name, rows in held["curves"].items()
    }  # fmt: skip
    return ReproducedStudies.model_validate(held["reproduced"]), curves


def _curve(row: Mapping[str, Any]) -> NamedCurve:
    numbers = (np.array(row[key], dtype=np.float64) for key in ("x", "y", "marks_x", "marks_y"))
    name = figures.raid_name(row["raid"]) if "raid" in row else figures.route_name(row["name"])
    return NamedCurve(name, *numbers)


def _seongju() -> list[dict[str, Any]]:
    rows = []
    for name, (missile, start, apogees_km) in ROUTES.items():
        heights = []
        for apogee_km in apogees_km:
            flown = reproduced.flight_to(missile, start, "busan", float(apogee_km), None)
            assert flown is not None, f"{missile} does not climb to {apogee_km} km"
            heights.append(round(reproduced.altitude_over_m(flown, "seongju") / 1e3, 1))
        rows.append({"name": name, "x": apogees_km, "y": heights, "marks_x": [], "marks_y": []})
    return rows


def _wilkening() -> list[dict[str, Any]]:
    rows = []
    grid = np.linspace(0.8, 1.0, 81)
    for raid in RAIDS:
        lines = [round(100.0 * reproduced.none_leaks(raid, f"1x{p:.6f}", 1.0), 3) for p in grid]
        fought = []
        for stopped in STOPPED:
            asked = LeakageAsked(
                recipe="leakage", raid=raid, layers=f"1x{stopped}", take="none_leaks"
            )
            value = of_leakage(asked).value
            assert value is not None
            fought.append(round(100.0 * value, 2))
        marks = [100.0 * one for one in STOPPED]
        rows.append(
            {"raid": raid, "x": [round(100.0 * float(p), 3) for p in grid], "y": lines,
             "marks_x": marks, "marks_y": fought}
        )  # fmt: skip
    return rows


# --- the page --------------------------------------------------------------------


def text(found: ReproducedStudies) -> str:
    """The whole page."""
    return "\n".join(page(found)).rstrip("\n") + "\n"


def page(found: ReproducedStudies) -> Iterator[str]:
    """The lines of the page."""
    yield INTRODUCTION
    yield from _sums(found)
    for study in found.studies:
        yield from _section(study)
    yield '## <a id="not-reproduced"></a>Not done again\n'
    yield "Looked for, and too little found to compute them.\n"
    yield "| analysis | what is missing | confidence |"
    yield "|---|---|---|"
    for one in found.not_reproduced:
        name = f"[{one.title}]({one.url})" if one.url else one.title
        yield _line([name, one.missing, one.confidence])


def _sums(found: ReproducedStudies) -> Iterator[str]:
    yield "## Sums\n"
    yield (
        f"{len(found.studies)} analyses, {found.tests} numbers: {found.inside} inside, "
        f"{found.reached} within our span, {found.outside} outside.\n"
    )
    yield "| analysis | numbers | inside | within our span | outside | not counted |"
    yield "|---|--:|--:|--:|--:|--:|"
    for study in found.studies:
        one = reproduced.summed([study])
        yield _line(
            [f"[{study.title}](#{study.id})", one.tests, one.inside, one.reached, one.outside,
             len(study.rows) - one.tests]
        )  # fmt: skip
    yield ""


def _section(study: ReproducedStudy) -> Iterator[str]:
    yield f'## <a id="{study.id}"></a>{study.title}\n'
    yield f"{study.question} `shieldmap reproduce {study.id}`\n"
    for source in study.sources:
        name = f"[{source.title}]({source.url})" if source.url else source.title
        note = f" {source.note}" if source.note else ""
        yield f"- {name}, {source.published}, read {source.read}, confidence {source.confidence}.{note}"
    yield ""
    given = "; ".join(f"{one.what}: {one.value}{texts.unit_text(one.unit)}" for one in study.inputs)
    yield f"**What it starts from.** {given}.\n"
    yield "**What it leaves open, and what is taken here**\n"
    yield from (f"- {_sentence(one.what)} {one.reason}" for one in study.assumed)
    if study.missing:
        yield f"\n**Not found.** {study.missing}"
    yield ""
    yield "| number | theirs | ours | difference | tolerance | |"
    yield "|---|--:|--:|--:|---|---|"
    yield from (_row(row) for row in study.rows)
    yield ""
    off = [row for row in study.rows if row.reason and not row.is_inside]
    if off:
        yield "**Why not, as far as can be told**\n"
        yield from (f"- {row.quantity[0].upper()}{row.quantity[1:]}: {row.reason}" for row in off)
        yield ""
    if study.id in FIGURES:
        name, caption = FIGURES[study.id]
        yield f"![{caption}](figures/{name}.svg)\n"
    yield "<details><summary>The commands behind ours</summary>\n"
    behind: dict[tuple[str, int], list[str]] = {}
    for number, row in enumerate(study.rows, start=1):
        # The same command asks another study wherever a number changes something.
        own = number if "STUDY.toml" in row.command else 0
        behind.setdefault((row.command, own), []).append(str(number))
    for (command, _), numbers in behind.items():
        yield f"- {', '.join(numbers)}: `{command}`"
    yield "\n</details>\n"


def _sentence(given: str) -> str:
    return f"{given[0].upper()}{given[1:]}."


def _row(row: ReproducedRow) -> str:
    mark = "" if row.is_inside else "**"
    return _line(
        [f"{mark}{row.quantity}{mark}", texts.theirs_text(row), texts.ours_text(row), texts.difference_text(row),
         texts.tolerance_text(row).removeprefix("tolerance "), texts.verdict_text(row)]
    )  # fmt: skip


def _line(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    sys.exit(main())
