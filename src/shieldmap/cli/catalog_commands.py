"""The commands of ``shieldmap catalog``."""

from typing import Annotated, Any

import typer

from shieldmap.cli import show, typed

app = typer.Typer(
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

    entries = [
        {
            "id": entry.id,
            "name": entry.name,
            "name_ko": entry.name_ko,
            "aliases": list(entry.aliases),
            "summary": entry.summary,
        }
        for entry in catalog.entries()
    ]
    show.catalogue_list(entries, as_json=json)


@app.command("show")
def catalog_show(
    system: Annotated[str, typer.Argument(help="A catalogue id or alias.")],
    json: typed.Json = False,
) -> None:
    """Show every value of a system with range, basis, source and rivals.

    Example: shieldmap catalog show nodong
    """
    from shieldmap import catalog

    entry = catalog.load(system)
    values = [
        {"path": path, **quantity.model_dump()} for path, quantity in catalog.quantities(entry)
    ]
    records = [record.model_dump() for record in catalog.records(entry)]
    named = {"id": entry.id, "name": entry.name, "summary": entry.summary, "values": values}
    show.catalogue_entry(named | ({"records": records} if records else {}), as_json=json)


@app.command("check")
def catalog_check(json: typed.Json = False) -> None:
    """Check both ways: no number without a source, no source unused.

    Example: shieldmap catalog check
    """
    from shieldmap import catalog

    problems = catalog.check(catalog.mentioned_keys())
    count = sum(1 for entry in catalog.entries() for _ in catalog.quantities(entry))
    result: dict[str, Any] = {
        "problems": problems,
        "values": count,
        "sources": len(catalog.bibliography()),
    }
    if json:
        show.json_object(result)
    else:
        for problem in problems:
            show.say(problem)
        show.say(f"{count} values, {result['sources']} sources, {len(problems)} problems")
    if problems:
        raise typer.Exit(1)
