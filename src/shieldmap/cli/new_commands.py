"""The commands of ``shieldmap new``: files to start from."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shieldmap.cli import show, typed
from shieldmap.cli.speaking import App

if TYPE_CHECKING:
    from shieldmap.answers.skeletons import NewFile

app = App(
    help="Write a commented file to start from. A study, a missile, a radar, a defence.\n\n"
    "Example: shieldmap new study my-study",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Name = Annotated[str, typer.Argument(help="Lower-case letters, digits and hyphens.")]
Shown = Annotated[str | None, typer.Option("--name", help="The name that readers see.")]
Like = Annotated[str | None, typer.Option(help="The entry of the catalogue to start from.")]
Folder = Annotated[
    str, typer.Option("-o", "--output", help="The folder of the study; it gets catalogue/.")
]


@app.command("study")
def new_study(
    name: Name,
    country: Annotated[str, typer.Option(help="Where the grid lies, such as ISR.")] = "KOR",
    at: Annotated[str | None, typer.Option(help="LAT,LON of the battery.")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="LAT,LON of a launch point.")] = None,
    missile: Annotated[str | None, typer.Option(help="A missile of the catalogue.")] = None,
    defence: Annotated[str | None, typer.Option(help="A defence of the catalogue.")] = None,
    radar: Annotated[str | None, typer.Option(help="A radar of the catalogue.")] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="The folder to write; NAME by default.")
    ] = None,
) -> None:
    """Write a folder with a study that runs as it stands. It has a comment at every line.

    Example: shieldmap new study my-study --country ISR
    """
    from shieldmap.answers import skeletons

    chosen = {"missile": missile, "defence": defence, "radar": radar}
    like = {kind: entry for kind, entry in chosen.items() if entry is not None}
    folder = Path(name if output is None else output)
    made = skeletons.study_file(name, str(folder), country=country, at=at, from_=from_, like=like)
    _write(folder, made)


@app.command("missile")
def new_missile(
    name: Name,
    shown: Shown = None,
    like: Like = None,
    range_: Annotated[
        float | None, typed.number("--range", low=10, high=15000, help="km flown, as published.")
    ] = None,
    apogee: Annotated[
        float | None, typed.number("--apogee", low=10, high=20000, help="km high, as published.")
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", help="Where that flight began, as LAT,LON.")
    ] = None,
    azimuth: Annotated[
        float, typed.number("--azimuth", low=0, high=360, help="Its direction, degrees from north.")
    ] = 90.0,
    output: Folder = ".",
) -> None:
    """Write a missile. Of a published flight alone its payload is fitted, as an estimate.

    Example: shieldmap new missile my-missile --like hwasong-7 --range 1000 --apogee 350 --from 35,51
    """
    from shieldmap.answers import skeletons
    from shieldmap.answers.places import InputError
    from shieldmap.words import t

    flown = None
    if (range_, apogee, from_) != (None, None, None):
        if range_ is None or apogee is None or from_ is None:
            raise InputError("--range, --apogee and --from belong together: a published flight")
        flown = skeletons.Flown(range_, apogee, from_, azimuth)

    def make() -> "NewFile":
        with show.progress() as advance:
            return skeletons.entry_file(
                "missile", name, name=shown, like=like, flown=flown, progress=advance
            )

    _write(Path(output), make())
    show.say(t("cli_new_missile", name=name))


@app.command("radar")
def new_radar(name: Name, shown: Shown = None, like: Like = None, output: Folder = ".") -> None:
    """Write a radar with every number of another as a comment.

    Example: shieldmap new radar my-radar --like an-tpy-2
    """
    _write_entry("radar", name, shown, like, output)


@app.command("defence")
def new_defence(name: Name, shown: Shown = None, like: Like = None, output: Folder = ".") -> None:
    """Write a defence with every number of another as a comment.

    Example: shieldmap new defence my-battery --like thaad
    """
    _write_entry("defence", name, shown, like, output)


def _write_entry(kind: str, name: str, shown: str | None, like: str | None, output: str) -> None:
    from shieldmap.answers import skeletons
    from shieldmap.words import t

    _write(Path(output), skeletons.entry_file(kind, name, name=shown, like=like))
    show.say(t(f"cli_new_{kind}", name=name))


def _write(folder: Path, made: "NewFile") -> None:
    """Write a file that is not there yet, with the folders that it needs, and say where."""
    from shieldmap.answers.places import InputError
    from shieldmap.cli import writing

    path = folder / made.path
    if path.exists():
        raise InputError(f"{path} is there already: expected a name that is free")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{path.parent} cannot be made: {error.strerror or error}") from None
    writing.write_all({path: made.text.encode()})
    show.say(path)
