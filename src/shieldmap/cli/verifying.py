"""``shieldmap verify``: is a run whole?"""

from collections.abc import Iterable
from pathlib import Path

from shieldmap import archive
from shieldmap.answers.places import InputError
from shieldmap.cli import show
from shieldmap.results import FileState, Verified
from shieldmap.words import t


def verify(run_dir: Path) -> Verified:
    """The state of every file of a run."""
    found = archive.Run(run_dir).verify()
    files = tuple(FileState(name=name, state=state) for name, state in found.items())
    return Verified(run=str(run_dir), is_whole=not _damaged(files), files=files)


def _damaged(files: Iterable[FileState]) -> list[str]:
    return [file.name for file in files if file.state in ("changed", "missing")]


def show_state(told: Verified) -> None:
    """A line for each file."""
    table = show.new_table("file", "state")
    for row in told.files:
        table.add_row(row.name, t(f"cli_state_{row.state.replace(' ', '-')}"))
    show.print_table(table)


def refuse_damage(run_dir: Path, told: Verified) -> None:
    """Say which files are not what the run wrote."""
    damaged = _damaged(told.files)
    if damaged:
        listed = ", ".join(damaged)
        raise InputError(
            f"{run_dir}: damaged: {listed}: expected what the run wrote; make it again"
        )
