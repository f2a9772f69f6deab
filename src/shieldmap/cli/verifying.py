"""``shieldmap verify``: is a run whole?"""

from pathlib import Path
from typing import Any

from shieldmap import archive
from shieldmap.answers.places import InputError
from shieldmap.cli import show


def verify(run_dir: Path) -> dict[str, Any]:
    """The state of every file of a run."""
    found = archive.Run(run_dir).verify()
    return {
        "run": str(run_dir),
        "is_whole": not _damaged(found),
        "files": [{"name": name, "state": state} for name, state in found.items()],
    }


def _damaged(found: dict[str, str]) -> list[str]:
    return [name for name, state in found.items() if state in ("changed", "missing")]


def show_state(told: dict[str, Any]) -> None:
    """A line for each file."""
    table = show.new_table("file", "state")
    for row in told["files"]:
        table.add_row(row["name"], row["state"])
    show.print_table(table)


def refuse_damage(run_dir: Path, told: dict[str, Any]) -> None:
    """Say which files are not what the run wrote."""
    damaged = _damaged({row["name"]: row["state"] for row in told["files"]})
    if damaged:
        listed = ", ".join(damaged)
        raise InputError(
            f"{run_dir}: damaged: {listed}: expected what the run wrote; make it again"
        )
