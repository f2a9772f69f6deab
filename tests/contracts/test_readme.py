"""What README, and the page of commands that goes on from it, tell a newcomer to type can be typed."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def command_lines(text: str) -> list[str]:
    """The commands in fenced `sh` blocks: one a line, continued lines joined, prompts dropped."""
    lines = []
    for block in re.findall(r"^```sh\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            command = line.strip().removeprefix("$ ").strip()
            if command and not command.startswith("#"):
                lines.append(command)
    return lines


README_COMMANDS = command_lines((ROOT / "README.md").read_text(encoding="utf-8"))
OTHER_COMMANDS = command_lines((ROOT / "docs" / "commands.md").read_text(encoding="utf-8"))


def shieldmap_commands() -> list[str]:
    """The `shieldmap …` lines, whatever path or pipe stands around them."""
    found = []
    for line in README_COMMANDS + OTHER_COMMANDS:
        for part in re.split(r"\s*(?:\|\|?|&&|;)\s*", line):
            if re.match(r"(?:\S*/)?shieldmap(?:\s|$)", part):
                found.append(part)
    return found


def words_of(command: str) -> list[str]:
    """The words after `shieldmap`, without comment and redirection."""
    words = shlex.split(command, comments=True)[1:]
    redirection = next((i for i, w in enumerate(words) if w.startswith((">", "2>", "<"))), None)
    return words[:redirection]


def parse(words: list[str]) -> subprocess.CompletedProcess[str]:
    """Parse a command line without running it.

    A last `--help` is acted on before values are checked, and after unknown commands and options
    were refused.
    """
    start = "import sys; from shieldmap.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", start, *words, "--help"],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("script", ["./try", "./check"])
def test_readme_names_the_scripts_and_they_can_be_run(script: str) -> None:
    assert any(line.split()[0] == script for line in README_COMMANDS), f"README lacks {script}"
    assert os.access(ROOT / script, os.X_OK)


def test_every_script_in_readme_exists() -> None:
    scripts = [w for line in README_COMMANDS for w in line.split() if w.startswith("./")]
    # A run directory appears only once a run was made.
    missing = [s for s in scripts if not s.startswith("./runs") and not (ROOT / s).exists()]
    assert not missing


def test_readme_shows_the_two_commands_and_a_command_for_each_of_six_questions() -> None:
    shown = [line for line in README_COMMANDS if line.startswith("shieldmap ")]
    assert "shieldmap serve" in shown
    assert [line.rpartition("# ")[2][-1] for line in shown if "#" in line] == ["?"] * 6


def test_readme_is_one_screen() -> None:
    # 70 lines of at most 120 signs, tables aside, whose cells wrap.
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 70
    assert max(len(line) for line in lines if not line.startswith(("|", "!"))) <= 120


@pytest.mark.parametrize("command", shieldmap_commands())
def test_every_command_that_is_shown_parses(command: str) -> None:
    result = parse(words_of(command))
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("words", [["no-such-command"], ["run", "--no-such-option"]])
def test_a_wrong_command_does_not_parse(words: list[str]) -> None:
    assert parse(words).returncode != 0


def test_ci_runs_the_test_command_of_readme() -> None:
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = [line.strip() for line in text.splitlines()]
    assert "./check" in commands
    assert "./try" in commands
