"""``shieldmap reproduce``: published analyses, their numbers beside ours."""

from collections.abc import Sequence

from shieldmap import formats
from shieldmap.cli.show import new_table, print_table, say, tell
from shieldmap.report import reproduced_texts as texts
from shieldmap.report.reproduced_texts import in_language
from shieldmap.results import ReproducedRow, ReproducedStudies, ReproducedStudy
from shieldmap.words import t


def show_analyses(found: ReproducedStudies, *, is_one: bool) -> None:
    """One analysis in full, or a line for each of them and those that could not be done."""
    if is_one:
        for study in found.studies:
            _analysis(study)
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
        title = in_language(study.title, study.title_ko)
        table.add_row(study.id, *map(formats.number, counts), title)
    print_table(table)
    say()
    tell(t("cli_reproduced_missing"))
    for one in found.not_reproduced:
        tell(
            f"{in_language(one.title, one.title_ko)}. {in_language(one.missing, one.missing_ko)}",
            indent="  ",
        )


def _analysis(study: ReproducedStudy) -> None:
    say(in_language(study.title, study.title_ko))
    tell(in_language(study.question, study.question_ko))
    for source in study.sources:
        said = {"title": source.title, "published": source.published, "url": source.url or ""}
        tell(t("cli_reproduced_source", confidence=t(f"confidence_{source.confidence}"), **said))
    given = [
        f"{in_language(one.what, one.what_ko)}: {in_language(one.value, one.value_ko)}{texts.unit_text(one.unit)}"
        for one in study.inputs
    ]
    _bullets(t("cli_reproduced_inputs"), given)
    assumed = [
        f"{in_language(one.what, one.what_ko)}: {in_language(one.reason, one.reason_ko)}"
        for one in study.assumed
    ]
    _bullets(t("cli_reproduced_assumed"), assumed)
    if study.missing:
        _bullets(t("cli_reproduced_not_found"), [in_language(study.missing, study.missing_ko)])
    for row in study.rows:
        _number(row)


def _bullets(head: str, lines: Sequence[str]) -> None:
    say()
    say(head)
    for line in lines:
        tell(f"- {line}", indent="  ")


def _number(row: ReproducedRow) -> None:
    say()
    tell(f"{in_language(row.quantity, row.quantity_ko)}: {texts.verdict_text(row)}")
    numbers = {"theirs": texts.theirs_text(row), "ours": texts.ours_text(row)}
    tell(t("cli_reproduced_row", difference=texts.difference_text(row), **numbers), indent="  ")
    tell(texts.tolerance_text(row), indent="  ")
    if row.reason and not row.is_inside:
        tell(in_language(row.reason, row.reason_ko), indent="  ")
    say(f"  {row.command}")
