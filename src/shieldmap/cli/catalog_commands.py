"""The commands of ``shieldmap catalog``."""

from typing import Annotated, Any

import typer

from shieldmap.cli import completing, show, typed
from shieldmap.cli.speaking import App

app = App(
    help="Sourced values: list, show and check.\n\nExample: shieldmap catalog show hwasong-7",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("list")
def catalog_list(json: typed.Json = False) -> None:
    """List every system with its names.

    Example: shieldmap catalog list
    """
    from shieldmap import catalog
    from shieldmap.cli import show_catalogue
    from shieldmap.results import ListedSystem

    entries = [
        ListedSystem(
            id=entry.id,
            name=entry.name,
            name_ko=entry.name_ko,
            aliases=entry.aliases,
            summary=entry.summary,
        )
        for entry in catalog.entries()
    ]
    show_catalogue.systems(entries, as_json=json)


@app.command("show")
def catalog_show(
    system: Annotated[
        str, typer.Argument(help="A catalogue id or alias.", autocompletion=completing.systems)
    ],
    study: Annotated[
        str | None, typer.Option(help="A study whose own entries are looked at as well.")
    ] = None,
    json: typed.Json = False,
) -> None:
    """Show every value of a system with range, basis, source and rivals.

    Example: shieldmap catalog show nodong
    """
    from shieldmap import catalog, scenario as scenarios
    from shieldmap.cli import show_catalogue
    from shieldmap.results import System, SystemValue
    from shieldmap.results.run_files import UsedRecord

    known = catalog.EMBEDDED if study is None else scenarios.load_study(study).catalogue
    entry = known.load(system)
    told = System(
        id=entry.id,
        name=entry.name,
        summary=entry.summary,
        values=tuple(
            SystemValue(path=path, **quantity.model_dump())
            for path, quantity in catalog.quantities(entry)
        ),
        records=tuple(UsedRecord(**record.model_dump()) for record in catalog.records(entry)),
    )
    show_catalogue.entry(told, as_json=json)


@app.command("check")
def catalog_check(
    folder: Annotated[
        str | None, typer.Argument(help="A folder with entries of your own, or a study's folder.")
    ] = None,
    json: typed.Json = False,
) -> None:
    """Check sources both ways. No number without a source, no source unused; of a folder its own entries.

    Example: shieldmap catalog check my-study
    """
    from pathlib import Path

    from shieldmap import catalog, scenario as scenarios
    from shieldmap.words import t

    if folder is None:
        problems = catalog.check(catalog.mentioned_keys())
        count = sum(1 for entry in catalog.entries() for _ in catalog.quantities(entry))
        sources = len(catalog.bibliography())
    else:
        checked = scenarios.check_folder(Path(folder))
        problems, count, sources = list(checked.problems), checked.values, checked.sources
    result: dict[str, Any] = {"problems": problems, "values": count, "sources": sources}
    if json:
        show.json_object(result)
    else:
        for problem in problems:
            show.say(problem)
        show.say(t("cli_check", values=count, sources=sources, problems=len(problems)))
    if problems:
        raise typer.Exit(1)
