"""What a shell is offered after a tab, asked as the shell asks it."""

import os
import subprocess
import sys

import pytest

from shieldmap import answers, catalog, reproduced, scenario, terms
from shieldmap.cli import completing, exporting

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
        ("shieldmap catalog show tha", ["thaad", "thaad-radar"]),
        ("shieldmap fly nod", ["nodong", "nodong-1"]),
        ("shieldmap reproduce jang", ["jang-2016", "jang-2017"]),
        ("shieldmap claims --id rose-2015-s", ["rose-2015-stability"]),
        ("shieldmap export run --to cs", ["csv"]),
        ("shieldmap export run --to csv,geo", ["csv,geojson"]),
        ("shieldmap record --lang k", ["ko"]),
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
    assert completing.languages("") == list(terms.LANGUAGES)
    assert completing.kinds("") == list(exporting.KINDS)
    assert set(completing.claims("")) == {one.claim.id for one in answers.claims().claims}
    assert set(completing.analyses("")) == set(reproduced.study_names())
    assert set(completing.missiles("")) | set(completing.radars("")) < set(completing.systems(""))
