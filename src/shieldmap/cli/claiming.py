"""``shieldmap claims``: public statements as tests, in the terminal."""

from typing import Annotated

import typer

from shieldmap.cli import completing, show, typed


def claims(
    run: Annotated[
        str | None,
        typer.Argument(help="A run directory or a study; without one, as they were recorded."),
    ] = None,
    claim: Annotated[
        str | None,
        typer.Option(
            "--id",
            help="Only this statement, in full, with its sources.",
            autocompletion=completing.claims,
        ),
    ] = None,
    output_dir: Annotated[
        str, typer.Option("-o", "--output", help="Parent folder of the run of a study.")
    ] = "runs",
    json: typed.Json = False,
) -> None:
    """Public statements, and whether a run agrees. Of officials, experts, the press: consistent, not, or on what it depends.

    Example: shieldmap claims

    Example: shieldmap claims --id rose-2015-stability

    Example: shieldmap claims china-russia --lang ko
    """
    from shieldmap import answers, report
    from shieldmap.answers.comparison import RunMaker
    from shieldmap.cli import show_claims

    with show.progress() as advance:
        maker = RunMaker(output_dir, advance, report.write)
        result = answers.claims(run, claim=claim, maker=maker)
    if json:
        show.json_object(result)
        return
    show_claims.statements(result, in_full=claim is not None)
