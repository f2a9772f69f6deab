"""The commands that answer questions: ``ask``, ``brief``, ``trade`` and ``sweep``. Heavy imports happen inside them."""

from pathlib import Path
from typing import Annotated

import typer

from shieldmap.cli import completing, show, typed

_Question = Annotated[
    str | None,
    typer.Argument(
        help="One of the questions; without one they are listed.",
        autocompletion=completing.questions,
    ),
]


def ask(
    question: _Question = None,
    scenario: typed.ScenarioName = "korea",
    place: Annotated[
        str | None,
        typer.Option("--place", help="The place asked about: LAT,LON or a known name."),
    ] = None,
    threat: Annotated[
        str | None, typer.Option("--threat", help="The threat asked about, by id or missile.")
    ] = None,
    level: Annotated[
        float | None,
        typed.number(
            "--level",
            help="Where a number breaks even: a share between 0 and 1.",
        ),
    ] = None,
    draws: Annotated[
        int | None,
        typed.whole(
            "--draws", low=1, help="Draws in each of two sets, for decides: a power of two."
        ),
    ] = None,
    of: Annotated[
        str | None,
        typer.Option("--of", help="For decides: share of the people, or leakers of the raid."),
    ] = None,
    json: typed.Json = False,
) -> None:
    """Answer one of the questions that people ask about a defence.

    Example: shieldmap ask empty korea

    Example: shieldmap ask warning korea --place seoul

    Example: shieldmap ask decides korea --threat hwasong-7

    Example: shieldmap ask decides korea --of leakers
    """
    from shieldmap import answers
    from shieldmap.cli import show_raid

    if question is None:
        show_raid.questions(as_json=json)
        return
    with show.progress() as advance:
        result = answers.ask(
            question,
            scenario,
            place=place,
            threat=threat,
            level=level,
            draws=draws,
            of=of,
            progress=advance,
        )
    if json:
        show.json_object(result)
        return
    show_raid.answer(result)


def trade(
    defence: Annotated[
        str,
        typer.Argument(
            help="The study of a defence: an embedded name or a file.",
            autocompletion=completing.studies,
        ),
    ] = "korea",
    stability: Annotated[
        str,
        typer.Argument(
            help="A stability study with the same radar: a name or a file.",
            autocompletion=completing.studies,
        ),
    ] = "china-russia",
    over: Annotated[
        str,
        typer.Option(
            "--over", help="Numbers of the radar to vary: NAME or NAME=LOW..HIGH, with commas."
        ),
    ] = "boresight,elevation_min",
    threat: Annotated[
        str | None, typer.Option("--threat", help="The threat asked about, by id or missile.")
    ] = None,
    draws: Annotated[
        int | None,
        typed.whole("--draws", low=1, help="Draws of all that is unknown: a power of two."),
    ] = None,
    plot: Annotated[
        Path | None, typer.Option("--plot", help="Write the figure (svg, pdf or png).")
    ] = None,
    json: typed.Json = False,
) -> None:
    """What each side gets under limits of a radar. People defended against foreign flights seen.

    Example: shieldmap trade korea china-russia --over boresight,elevation_min

    Example: shieldmap trade --over elevation_min=0..20 --plot trade.svg
    """
    from shieldmap import answers
    from shieldmap.cli import show_trade, writing

    if plot is not None:
        writing.check_ending("plot", plot, writing.PICTURES)
        writing.check_writable("plot", plot)
    with show.progress() as advance:
        result = answers.trade(
            defence, stability, over, threat=threat, draws=draws, progress=advance
        )
    if plot is not None:
        result.plot().save(plot)
    if json:
        named = {} if plot is None else {"files": [str(plot)]}
        show.json_object(result.as_json() | named)
        return
    show_trade.trade(result)
    if plot is not None:
        show.say(plot)


def sweep(
    scenario: typed.ScenarioName = "korea",
    samples: Annotated[
        int, typed.whole("--samples", low=1, high=10_000_000, help="Samples in all.")
    ] = 1000,
    output: Annotated[
        str, typer.Option("-o", "--output", help="The folder that the sweep's folder stands in.")
    ] = "runs",
    dask: Annotated[
        str | None,
        typer.Option("--dask", help="local, or a scheduler's address: tcp://host:8786."),
    ] = None,
    workers: Annotated[
        int | None,
        typed.whole("--workers", low=1, help="Workers of --dask local; by itself one a core."),
    ] = None,
    json: typed.Json = False,
) -> None:
    """Judge many joint draws of defence and missile. At every place; killed, it goes on.

    Example: shieldmap sweep korea --samples 10000

    Example: shieldmap sweep korea --samples 100000 --dask tcp://10.0.0.1:8786 -o /shared
    """
    from shieldmap import answers
    from shieldmap.cli import show_sweep

    with show.progress() as advance:
        result = answers.sweep(
            scenario, samples, output=output, dask=dask, workers=workers, progress=advance
        )
    if json:
        show.json_object(result)
        return
    show_sweep.sweep(result)


def brief(
    study: Annotated[
        str,
        typer.Argument(
            help="A study by its name or file, or an address of the page with what was changed.",
            autocompletion=completing.studies,
        ),
    ] = "korea",
    output_dir: Annotated[
        Path, typer.Option("--output-dir", "-o", help="The folder for the files.")
    ] = Path(),
    pdf: Annotated[
        bool, typer.Option("--pdf", help="Also print it to PDF, with Chromium, Chrome or Edge.")
    ] = False,
    json: typed.Json = False,
) -> None:
    """Write two pages that can be cited. Three sentences, a map, a table, the raid, what was changed, limits.

    Example: shieldmap brief korea

    Example: shieldmap brief korea --lang ko --pdf -o briefs

    Example: shieldmap brief "?scenario=korea&launchers=4"

    Example: shieldmap brief china-russia
    """
    from shieldmap.cli import briefing

    with show.progress() as advance:
        record, paths = briefing.write_brief(study, output_dir, with_pdf=pdf, progress=advance)
    if json:
        show.json_object(record)
        return
    for path in paths:
        show.say(path)
