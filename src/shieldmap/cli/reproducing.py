"""``shieldmap reproduce``: published analyses done again."""

from typing import Annotated

import typer

from shieldmap.cli import completing, show, typed


def reproduce(
    name: Annotated[
        str | None,
        typer.Argument(
            help="One analysis by its id; without it, all of them.",
            autocompletion=completing.analyses,
        ),
    ] = None,
    scenario: Annotated[
        bool, typer.Option("--scenario", help="Print its scenario instead, for shieldmap run.")
    ] = False,
    number: Annotated[
        int | None,
        typed.whole("--number", low=1, help="Of which of its numbers, with --scenario."),
    ] = None,
    json: typed.Json = False,
) -> None:
    """Published analyses done again. Their numbers, ours, the difference, what was assumed.

    Example: shieldmap reproduce choi-2014

    Example: shieldmap reproduce jang-2016 --scenario --number 2 > jang.toml
    """
    from shieldmap import answers
    from shieldmap.answers import InputError, reproduced
    from shieldmap.cli import show_reproduced

    if scenario:
        if name is None:
            raise InputError("--scenario needs the analysis: name one")
        print(reproduced.scenario_text(name, number), end="")
        return
    if number is not None:
        raise InputError(
            "--number says of which number the scenario is: expected --scenario as well"
        )
    with show.progress() as advance:
        found = answers.reproduce(name, progress=advance)
    if json:
        show.json_object(found)
        return
    show_reproduced.show_analyses(found, is_one=name is not None)
