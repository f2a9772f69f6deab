"""The command line starts on machines that lack what ours have: letters, width, home, a terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from shieldmap import scenario

COMMAND = [sys.executable, "-m", "shieldmap"]


def call(
    *words: str, drops: tuple[str, ...] = (), **variables: str
) -> "subprocess.CompletedProcess[bytes]":
    kept = {key: value for key, value in os.environ.items() if key not in drops}
    return subprocess.run(
        [*COMMAND, *words], env={**kept, **variables}, capture_output=True, check=False
    )


@pytest.mark.parametrize(
    ("letters", "is_unbuffered"), [("cp949", ""), ("cp1252", "1"), ("latin-1", ""), ("ascii", "1")]
)
def test_a_scenario_that_is_written_to_a_file_can_be_read_back(
    tmp_path: Path, letters: str, is_unbuffered: str
) -> None:
    """README's own recipe, on a console with other letters than UTF-8."""
    made = call("scenario", "korea", PYTHONIOENCODING=letters, PYTHONUNBUFFERED=is_unbuffered)
    assert (made.returncode, made.stderr) == (0, b"")
    (tmp_path / "mine.toml").write_bytes(made.stdout)
    assert scenario.load(tmp_path / "mine.toml") == scenario.load("korea")


@pytest.mark.parametrize("letters", ["cp949", "ascii"])
@pytest.mark.parametrize(
    "words", [("catalog", "list", "--json"), ("catalog", "show", "thaad"), ("ask",), ("--help",)]
)
def test_no_letter_ends_a_command(words: tuple[str, ...], letters: str) -> None:
    made = call(*words, PYTHONIOENCODING=letters)
    assert (made.returncode, made.stderr) == (0, b"")
    made.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="consoles there have all letters")
def test_a_console_shows_what_it_can(tmp_path: Path) -> None:
    """A letter that a terminal lacks is shown by its number, and nothing fails."""
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "scenario", "korea"], stdout=theirs, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    ) as running:  # fmt: skip
        os.close(theirs)
        said = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            said += part
        os.close(ours)
        assert running.stderr is not None
        assert running.stderr.read() == b""
    assert running.returncode == 0
    assert b"\\u" in said
    assert max(said) < 128


@pytest.mark.parametrize("text", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_scenario_in_utf_16_is_told_what_it_is_in(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(scenario.source_text("timing").encode(text))
    with pytest.raises(scenario.ScenarioError, match=r"is in UTF-(16|32): expected .* UTF-8"):
        scenario.load(path)


@pytest.mark.parametrize("columns", ["0", "00", "", "-1", "no"])
def test_tables_are_printed_whatever_the_width_is_said_to_be(columns: str) -> None:
    lines = call("catalog", "list", COLUMNS=columns).stdout.splitlines()
    assert lines == call("catalog", "list", drops=("COLUMNS",)).stdout.splitlines()
    assert len(lines) > 30


def test_it_is_a_module_too() -> None:
    assert call("--version").stdout.startswith(b"shieldmap ")
    assert call("no-such-command").returncode == 2
    assert b"__main__" not in call("--help").stdout


@pytest.mark.parametrize("backend", ["module://matplotlib_inline.backend_inline", "TkAgg", "none"])
def test_a_figure_is_drawn_whatever_shows_figures_elsewhere(tmp_path: Path, backend: str) -> None:
    made = call(
        "see", "an-tpy-2", "--at", "seongju", "--plot", str(tmp_path / "a.png"), MPLBACKEND=backend
    )
    assert (made.returncode, made.stderr) == (0, b"")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


NOBODY = """
import os, pwd
def unknown(_number):
    raise KeyError
pwd.getpwuid = unknown
from shieldmap.cli import main
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="other systems always know a home")
def test_somebody_without_home_and_passwd_entry_can_work(tmp_path: Path) -> None:
    """A container's user: no HOME, nobody in passwd, nothing to write but the temporary folder."""
    drops = {"HOME", "XDG_CACHE_HOME", "SHIELDMAP_CACHE_DIR", "NUMBA_CACHE_DIR", "MPLCONFIGDIR"}
    environment = {key: value for key, value in os.environ.items() if key not in drops}
    for words in (["--version"], ["see", "an-tpy-2", "--at", "seongju", "--plot", "a.png"]):
        made = subprocess.run(
            [sys.executable, "-c", NOBODY, *words], env={**environment, "TMPDIR": str(tmp_path)},
            capture_output=True, check=False, cwd=tmp_path,
        )  # fmt: skip
        assert made.returncode == 0, made.stderr.decode()
        assert b"Traceback" not in made.stderr
    assert (tmp_path / "a.png").exists()
    assert (tmp_path / f"shieldmap-{os.getuid()}").is_dir()
