"""Write docs/theatres.md: what was published beside what each embedded theatre computes.

Usage: python design/write_theatres.py [--only STUDY] [--cached FILE] [--again] [--kept]

The statements stand in design/facts/theatres.csv, each with a recipe of ours.  Computed values are
kept in docs/theatres.json with the command that makes them; only what is not kept yet is computed,
everything of a study with ``--again``.  With ``--kept`` nothing is computed: the page is made again.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
import theatre_recipes as recipes
from theatre_recipes import Computed

from shieldmap import formats, plain, scenario as scenarios
from shieldmap.scenario import AnyScenario

DESIGN: Final = Path(__file__).parent
FACTS: Final = DESIGN / "facts"
TABLE: Final = FACTS / "theatres.csv"
PAGE: Final = DESIGN.parent / "docs" / "theatres.md"
VALUES: Final = DESIGN.parent / "docs" / "theatres.json"

NEAR: Final = 0.05
"""Published times, ranges and shares are round figures: within this part of one, ours agrees."""
UNIT_KINDS: Final = {
    "min": "s",
    "s": "s",
    "km": "m",
    "km/s": "m/s",
    "fraction": "share",
    "yes": "yes",
}
SCALES: Final = {"min": 60.0, "km": 1e3, "km/s": 1e3}
INTRODUCTION: Final = """\
# What was published beside ours

For every embedded theatre: statements that somebody published, in our words, and what the study computes.
This page is written by `design/write_theatres.py` from `design/facts/theatres.csv`; no number of ours is typed by hand. `docs/theatres.json` keeps each with the command that makes it.

How to read it:

- *Ours* of a share is the median of the joint draws, and in brackets their 5 and 95 %. Of a battle it is the mean, and in brackets what it is with all assumptions at their bad and at their good ends. Of a number of the catalogue the brackets hold its range.
- *Agrees* means that ours lies within the published span or within 5 % of it: published figures are round. *In part* means that one of several does, *on both sides* that the published span lies between them. Where a band reaches the published span although the middle does not, that is said.
- *Input* means that the number went into the study, so that agreement proves nothing.
- *Set beside* means that the two are not the same quantity, or that words cannot be measured; nothing is judged.
- A statement is not thereby true: many are claims of one side. What does not fit is listed under each table with what we know of the reason.
"""


class Fact(NamedTuple):
    """A row of the table; the span is none at an end that is open or not a number."""

    study: str
    statement: str
    low: float | None
    high: float | None
    unit: str
    source_key: str
    ours: str
    note: str

    @property
    def is_measured(self) -> bool:
        """Whether a number was published."""
        return self.low is not None or self.high is not None


Kept = dict[str, dict[str, Computed]]
"""Values by study and recipe."""


# --- reading ---------------------------------------------------------------------


def facts() -> list[Fact]:
    """The rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [_fact(row) for row in csv.DictReader(file)]


def _fact(row: Mapping[str, str]) -> Fact:
    low, high = (
        float(text) if text else None for text in (row["published_low"], row["published_high"])
    )
    words = {
        name: row[name] for name in ("study", "statement", "unit", "source_key", "ours", "note")
    }
    return Fact(low=low, high=high, **words)


def studies(rows: Sequence[Fact]) -> list[str]:
    """The studies in the order of the table."""
    return list(dict.fromkeys(row.study for row in rows))


def kept_values(path: Path = VALUES) -> Kept:
    """What was computed before; nothing where the file is not there yet."""
    if not path.exists():
        return {}
    held: dict[str, dict[str, dict[str, Any]]] = json.loads(path.read_text(encoding="utf-8"))
    return {
        study: {name: Computed(**one) for name, one in values.items()}
        for study, values in held.items()
    }


def keep(kept: Kept, path: Path = VALUES) -> None:
    """Write the values, those of recipes that no row asks for left out."""
    rows = facts()
    wanted = {
        study: [
            recipe.text for row in rows if row.study == study for recipe in recipes.parsed(row.ours)
        ]
        for study in studies(rows)
    }
    told = {
        study: {name: kept[study][name]._asdict() for name in dict.fromkeys(names)
                if name in kept.get(study, {})}
        for study, names in wanted.items()
    }  # fmt: skip
    text = json.dumps(plain.values(told), ensure_ascii=False, indent=1, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8")


@cache
def addresses() -> dict[str, str]:
    """The page behind every key: of the bibliography, or of a fact gathered in design/facts."""
    return {key: url for key, (url, _) in _pages().items()}


@cache
def _pages() -> dict[str, tuple[str, str]]:
    """The address of every page and what it is called: its key, or who published a fact, and when."""
    out = {}
    for path in sorted(FACTS.glob("*.yaml")):
        for part in path.read_text(encoding="utf-8").split("\n- id: ")[1:]:
            url, who, date = (
                found[1].strip("'\" ") if found else ""
                for found in (
                    re.search(rf"^  {name}: (.+)$", part, flags=re.MULTILINE)
                    for name in ("url", "who", "date")
                )
            )
            out[part.split("\n", 1)[0].strip()] = url, ", ".join(filter(None, (who, date)))
    known = scenarios.bibliography()
    out |= {key: (entry.fields.get("url", ""), key) for key, entry in known.items()}
    return out


# --- computing -------------------------------------------------------------------


def compute(kept: Kept, rows: Sequence[Fact], *, again: bool = False) -> None:
    """Compute what is not kept, or everything again, and write after each study."""
    for study in studies(rows):
        mine = kept.setdefault(study, {})
        for row in (row for row in rows if row.study == study):
            for recipe in recipes.parsed(row.ours):
                if again or recipe.text not in mine:
                    print(f"{study}: {recipe.text}", file=sys.stderr)
                    mine[recipe.text] = recipes.compute(study, recipe)
        keep(kept)


# --- judging ---------------------------------------------------------------------


def fit(row: Fact, kept: Kept) -> str:
    """Whether ours agrees with what was published, in a word or two."""
    asked = recipes.parsed(row.ours)
    if row.ours == "input":
        return "input"
    if not asked:
        return ""
    if not row.is_measured:
        return "set beside"
    judged = [one for one in asked if not one.is_aside]
    if not judged:
        return "set beside"
    verdicts = [_verdict(row, kept[row.study][one.text]) for one in judged]
    if all(one.verb in recipes.INPUTS for one in judged):
        return "input" if "agrees" in verdicts else "input; another figure"
    return _together(verdicts)


def _together(verdicts: Sequence[str]) -> str:
    """One word for several values."""
    other = list(dict.fromkeys(one for one in verdicts if one != "agrees"))
    if not other:
        return "agrees"
    if "agrees" in verdicts:
        return f"in part; also {', '.join(other)}"
    is_between = {one.split(";")[0].rpartition(" ")[2] for one in other} == {"less", "more"}
    return "on both sides of it" if is_between else ", ".join(other)


def _verdict(row: Fact, ours: Computed) -> str:
    """One value against the span."""
    if ours.value is None:
        return "does not reach"
    if row.unit == "yes":
        return "agrees" if ours.value == row.low else "does not reach"
    scale = SCALES.get(row.unit, 1.0)
    off = _off(row, ours.value / scale)
    if abs(off) <= NEAR:
        return "agrees"
    ends = [one / scale for one in (ours.low, ours.high) if one is not None]
    reaches = (
        len(ends) == 2 and ends[0] != ends[1] and _off(row, ends[0]) * _off(row, ends[1]) <= 0.0
    )
    by = "more" if off > 0.0 else "less"
    edge = row.high if off > 0.0 else row.low
    part = by if not edge or abs(off) >= 10.0 else f"{100.0 * abs(off):.0f} % {by}"
    return f"{part}; its band reaches it" if reaches else part


def _off(row: Fact, value: float) -> float:
    """How far a value lies outside the span, as a part of its nearer end; below is negative."""
    if row.low is not None and value < row.low:
        return (value - row.low) / abs(row.low)
    if row.high is not None and value > row.high:
        return (value - row.high) / (abs(row.high) or 1.0)
    return 0.0


def fits(verdict: str) -> bool:
    """Whether a verdict needs no word of explanation."""
    return verdict in ("", "agrees", "input", "set beside")


# --- the page --------------------------------------------------------------------


def page(rows: Sequence[Fact], kept: Kept) -> Iterator[str]:
    """The lines of the page."""
    yield INTRODUCTION
    yield from _sums(rows, kept)
    for study in studies(rows):
        yield from _section(
            scenarios.load_study(study), [r for r in rows if r.study == study], kept
        )


def _sums(rows: Sequence[Fact], kept: Kept) -> Iterator[str]:
    yield "| theatre | statements | compared | agree | in part | do not fit | input | set beside or not comparable |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for study in studies(rows):
        told = [fit(row, kept) for row in rows if row.study == study]
        inputs = sum(one.startswith("input") for one in told)
        aside = sum(one in ("", "set beside") for one in told)
        agree, part = told.count("agrees"), sum(one.startswith("in part") for one in told)
        compared = len(told) - inputs - aside
        yield _line([f"[{study}](#{study})", len(told), compared, agree, part,
                     compared - agree - part, inputs, aside])  # fmt: skip
    yield ""


def _section(study: AnyScenario, rows: Sequence[Fact], kept: Kept) -> Iterator[str]:
    yield f'## <a id="{study.name}"></a>{study.title}\n'
    yield f"`{study.name}`, {formats_date(study)}. {study.summary}\n"
    yield f"{study.notes[0]}\n"
    yield "| statement | published | ours | fit | source |"
    yield "|---|--:|---|---|---|"
    for row in rows:
        yield _line([row.statement, published(row), ours(row, kept), fit(row, kept), _source(row)])
    yield ""
    yield from _what_does_not_fit(rows, kept)
    yield from _notes(rows, kept)


def formats_date(study: AnyScenario) -> str:
    """The day of a study, as 1 October 2024."""
    return f"{study.date.day} {study.date:%B %Y}"


def _what_does_not_fit(rows: Sequence[Fact], kept: Kept) -> Iterator[str]:
    told = [(row, fit(row, kept)) for row in rows]
    odd = [(row, verdict) for row, verdict in told if not fits(verdict)]
    if not odd:
        some = any(verdict == "agrees" for _, verdict in told)
        yield f"{'All that can be compared here agrees' if some else 'Nothing here can be compared'}.\n"
        return
    yield "**What does not fit**\n"
    for row, verdict in odd:
        yield f"- {row.statement}: {verdict}. Published {published(row)}; ours {ours(row, kept, '; ')}. {row.note}".rstrip()
    yield ""


def _notes(rows: Sequence[Fact], kept: Kept) -> Iterator[str]:
    rest = [row for row in rows if row.note and fits(fit(row, kept))]
    if not rest:
        return
    yield "<details><summary>Notes to the other statements</summary>\n"
    for row in rest:
        yield f"- {row.statement}: {row.note}"
    yield "\n</details>\n"


def published(row: Fact) -> str:
    """The published span with its unit."""
    if row.unit == "yes":
        return "yes" if row.low else "no"
    if not row.is_measured:
        return "words"
    if row.low is None:
        assert row.high is not None
        return f"at most {_number(row.high, row.unit)}"
    if row.high is None:
        return f"at least {_number(row.low, row.unit)}"
    if row.low == row.high:
        return _number(row.low, row.unit)
    return f"{_figure(row.low, row.unit)} to {_number(row.high, row.unit)}"


def ours(row: Fact, kept: Kept, between: str = "<br>") -> str:
    """What the recipes of a row gave."""
    if row.ours == "input":
        return "input"
    return between.join(_told(row, kept[row.study][one.text]) for one in recipes.parsed(row.ours))


def _told(row: Fact, value: Computed) -> str:
    """A value with its band and its label."""
    label = f"{value.label}: " if value.label else ""
    if value.kind == "yes":
        return f"{label}{'yes' if value.value else 'does not reach'}"
    if value.value is None:
        return f"{label}{'nothing' if value.kind == 'share' else 'does not reach'}"
    unit = _unit_of(row, value.kind)
    return f"{label}{_with_band(value, unit)}"


def _unit_of(row: Fact, kind: str) -> str:
    """The unit of the row where the value is of its kind, else the usual one."""
    if UNIT_KINDS.get(row.unit) == kind:
        return row.unit
    return {"s": "s", "m": "km", "m/s": "km/s", "share": "fraction"}.get(kind, row.unit)


def _with_band(value: Computed, unit: str) -> str:
    scale = SCALES.get(unit, 1.0)
    assert value.value is not None
    text = _number(value.value / scale, unit)
    if value.low is None or value.high is None:
        return text
    low, high = (_figure(end / scale, unit) for end in (value.low, value.high))
    return f"{text} ({low} to {high})" if low != high or value.ends == "draws" else text


def _number(value: float, unit: str) -> str:
    """A number with its unit."""
    named = {"s": " s", "min": " min", "km": " km", "km/s": " km/s", "fraction": " %"}
    return f"{_figure(value, unit)}{named.get(unit, '')}"


def _figure(value: float, unit: str) -> str:
    """A number without its unit, at the digits at which such a quantity is published."""
    if unit == "fraction":
        return f"{100.0 * value:.3g}" if value > 0.99 else f"{100.0 * value:.0f}"
    if unit == "year":
        return f"{value:.0f}"
    digits = 0 if unit in ("s", "persons") or value >= 100.0 or value == round(value) else 1
    return formats.number(value, digits)


def _source(row: Fact) -> str:
    url, name = _pages()[row.source_key]
    return (
        f"[{name or row.source_key}]({url})" if url.startswith("http") else name or row.source_key
    )


def _line(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


def missing(kept: Kept) -> list[str]:
    """Studies with a recipe that nobody has computed."""
    asked = ((row.study, one.text) for row in facts() for one in recipes.parsed(row.ours))
    return list(dict.fromkeys(study for study, name in asked if name not in kept.get(study, {})))


def text() -> str:
    """The whole page from what is kept."""
    return "\n".join(page(facts(), kept_values())).rstrip("\n") + "\n"


def main() -> int:
    """Compute what is not kept, and write the values and the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", metavar="STUDY", choices=studies(facts()))
    parser.add_argument("--cached", metavar="FILE", type=Path, help="values computed elsewhere")
    parser.add_argument("--again", action="store_true", help="compute what is kept, too")
    parser.add_argument("--kept", action="store_true", help="compute nothing")
    asked = parser.parse_args()
    kept = kept_values()
    for study, values in (kept_values(asked.cached) if asked.cached else {}).items():
        kept[study] = {**kept.get(study, {}), **values}
    if not asked.kept:
        rows = [row for row in facts() if asked.only in (None, row.study)]
        compute(kept, rows, again=asked.again)
    keep(kept)
    if lacking := missing(kept_values()):
        parser.error(f"no page yet, not computed: {', '.join(lacking)}")
    PAGE.write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
