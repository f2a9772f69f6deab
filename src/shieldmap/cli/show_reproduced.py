"""``shieldmap reproduce``: published analyses, their numbers beside ours."""

from collections.abc import Sequence

from shieldmap import answers, formats
from shieldmap.answers import InputError, reproduced
from shieldmap.cli.show import json_object, new_table, print_table, progress, say, tell
from shieldmap.report import reproduced_texts as texts
from shieldmap.report.reproduced_texts import told
from shieldmap.results import ReproducedRow, ReproducedStudies, ReproducedStudy
from shieldmap.words import t


def scenario_of(name: str | None) -> None:
    """Print the scenario of one analysis as it can be run."""
    if name is None:
        raise InputError("--scenario needs the analysis: name one")
    print(reproduced.scenario_text(name), end="")


def done(name: str | None, *, as_json: bool) -> None:
    """Compute one analysis or all of them, and print what came out."""
    with progress() as advance:
        found = answers.reproduce(name, progress=advance)
    if as_json:
        json_object(found)
        return
    show(found, is_one=name is not None)


def show(found: ReproducedStudies, *, is_one: bool) -> None:
    """One analysis in full, or a line for each of them and those that could not be done."""
    if is_one:
        for study in found.studies:
            _study(study)
    else:
        _all(found)
    totals = {name: getattr(found, name) for name in ("tests", "inside", "reached", "outside")}
    say()
    tell(t("cli_reproduced_totals", **totals))
    if found.surprises:
        tell(t("cli_reproduced_surprises", count=found.surprises))


def _all(found: ReproducedStudies) -> None:
    table = new_table("analysis", ">tests", ">inside", ">reached", ">outside", "title")
    for study in found.studies:
        rows = [row for row in study.rows if row.kind == "test"]
        inside = sum(row.is_inside for row in rows)
        reached = sum(row.is_reached and not row.is_inside for row in rows)
        counts = (len(rows), inside, reached, len(rows) - inside - reached)
        title = told(study.title, study.title_ko)
        table.add_row(study.id, *map(formats.number, counts), title)
    print_table(table)
    say()
    tell(t("cli_reproduced_missing"))
    for one in found.not_reproduced:
        tell(f"{told(one.title, one.title_ko)}. {told(one.missing, one.missing_ko)}", indent="  ")


def _study(study: ReproducedStudy) -> None:
    say(told(study.title, study.title_ko))
    tell(told(study.question, study.question_ko))
    for source in study.sources:
        said = {"title": source.title, "published": source.published, "url": source.url or ""}
        tell(t("cli_reproduced_source", confidence=t(f"confidence_{source.confidence}"), **said))
    given = [
        f"{told(one.what, one.what_ko)}: {one.value}{texts.unit_text(one.unit)}"
        for one in study.inputs
    ]
    _listed(t("cli_reproduced_inputs"), given)
    assumed = [
        f"{told(one.what, one.what_ko)}: {told(one.reason, one.reason_ko)}"
        for one in study.assumed
    ]  # fmt: skip
    _listed(t("cli_reproduced_assumed"), assumed)
    if study.missing:
        _listed(t("cli_reproduced_not_found"), [told(study.missing, study.missing_ko)])
    for row in study.rows:
        _row(row)


def _listed(head: str, lines: Sequence[str]) -> None:
    say()
    say(head)
    for line in lines:
        tell(f"- {line}", indent="  ")


def _row(row: ReproducedRow) -> None:
    say()
    tell(f"{told(row.quantity, row.quantity_ko)}: {texts.verdict(row)}")
    numbers = {"theirs": texts.theirs(row), "ours": texts.ours(row)}
    tell(t("cli_reproduced_row", difference=texts.difference(row), **numbers), indent="  ")
    tell(texts.tolerance(row), indent="  ")
    if row.reason and not row.is_inside:
        tell(told(row.reason, row.reason_ko), indent="  ")
    say(f"  {row.command}")
