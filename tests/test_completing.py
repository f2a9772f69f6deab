"""What a shell is offered after a tab, asked as the shell asks it."""

import os
import subprocess
import sys

import pytest

from shieldmap import catalog, scenario, terms
from shieldmap.cli import completing

START = "from shieldmap.cli import main; main()"


def offered(typed: str) -> list[str]:
    """What bash is offered for the last word, which may be empty."""
    asked = {
        "_SHIELDMAP_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split(" ")) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-c", START],
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("shieldmap ra", ["raid"]),
        ("shieldmap run korea-2026-0", ["korea-2026-03", "korea-2026-04"]),
        ("shieldmap ask batt", ["batteries"]),
        ("shieldmap catalog show tha", ["thaad"]),
        ("shieldmap fly --apo", ["--apogee"]),
        # Nothing begins so: the shell then offers files.
        ("shieldmap run ./mine", []),
    ],
)
def test_a_tab_offers_what_the_command_takes(typed: str, expected: list[str]) -> None:
    assert offered(typed) == expected


def test_every_name_that_can_be_given_is_offered() -> None:
    assert completing.studies("") == scenario.names()
    assert completing.systems("") == sorted(entry.id for entry in catalog.entries())
    assert completing.questions("") == sorted(terms.QUESTIONS)
    assert set(completing.missiles("")) | set(completing.radars("")) < set(completing.systems(""))
