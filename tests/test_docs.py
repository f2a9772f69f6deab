"""What the documentation shows is what the program says: examples are run, commands parse, nothing is lost."""

import doctest
import fnmatch
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import shieldmap as sm
from shieldmap.cli.app import app

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
RUN = sorted((DOCS / "tutorials").glob("[!i]*.md"))
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

_BLOCK = re.compile(r"^```(pycon|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def run_page(page: Path, place: Path) -> list[str]:
    """Run the examples of a page in their order and return what is not as it is shown."""
    names: dict[str, object] = {}
    wrong: list[str] = []
    text = page.read_text(encoding="utf-8")
    for block in _BLOCK.finditer(text):
        line = text[: block.start()].count("\n") + 2
        if block[1] == "pycon":
            wrong += _run_python(block[2], names, f"{page.name}:{line}")
        else:
            wrong += _run_command(block[2], place)
    return wrong


def _run_python(block: str, names: dict[str, object], where: str) -> list[str]:
    test = doctest.DocTestParser().get_doctest(block, {}, where, where, 0)
    test.globs = names
    told: list[str] = []
    doctest.DocTestRunner(optionflags=FLAGS, verbose=False).run(
        test, out=told.append, clear_globs=False
    )
    return ["".join(told)] if told else []


def _run_command(block: str, place: Path) -> list[str]:
    command, _, shown = block.partition("\n")
    words = [sys.executable, "-m", *shlex.split(command.removeprefix("$ "))]
    done = subprocess.run(words, cwd=place, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    if doctest.OutputChecker().check_output(shown, said, FLAGS):
        return []
    return [f"{command}\nexpected:\n{shown}\ngot:\n{said}"]


@pytest.mark.slow
@pytest.mark.parametrize("page", RUN, ids=lambda page: page.stem)
def test_a_tutorial_says_what_the_program_says(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in (DOCS / "tutorials" / "files").iterdir():
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run_page(page, tmp_path) == []


@pytest.mark.parametrize(
    ("block", "is_right"),
    [
        ("pycon\n>>> 1 + 1\n2\n", True),
        ("pycon\n>>> 1 + 1\n3\n", False),
        ("pycon\n>>> 1 / 0\n", False),
        ("console\n$ shieldmap --version\n...\n", True),
        ("console\n$ shieldmap --version\nanother\n", False),
    ],
)
def test_an_example_that_is_wrong_is_told(block: str, is_right: bool, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# A page\n\n```{block}```\n", encoding="utf-8")
    assert (run_page(page, tmp_path) == []) is is_right


# --- pages -----------------------------------------------------------------------


def pages_of(docs: Path) -> set[str]:
    """The names of all pages, without their ending."""
    left_out = ("ext/", "static/", "schemas/", "gallery/made/")
    names = (
        path.relative_to(docs).as_posix()
        for kind in ("*.md", "*.ipynb")
        for path in docs.rglob(kind)
    )
    return {name.rpartition(".")[0] for name in names if not name.startswith(left_out)}


def _listed(docs: Path, name: str, known: set[str]) -> Iterator[str]:
    """The pages that the lists of a page name."""
    path = docs / f"{name}.md"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    here = f"{name.rpartition('/')[0]}/" if "/" in name else ""
    for block in re.findall(r"^```\{toctree\}\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line and not line.startswith(":"):
                yield from fnmatch.filter(known, here + line)
    if name == "decisions/README":  # its list is added when the site is built
        yield from fnmatch.filter(known, "decisions/0*")


def orphans_of(docs: Path) -> set[str]:
    """Pages to which no list leads from the first one."""
    known, reached, waiting = pages_of(docs), set[str](), ["index"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += _listed(docs, name, known)
    return known - reached


def test_a_list_leads_to_every_page() -> None:
    assert orphans_of(DOCS) == set()


def test_a_page_to_which_no_list_leads_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("```{toctree}\none\n```\n", encoding="utf-8")
    for name in ("one", "two"):
        (tmp_path / f"{name}.md").write_text(f"# {name}\n", encoding="utf-8")
    assert orphans_of(tmp_path) == {"two"}


def documented(text: str) -> set[str]:
    """The names of the package that a page of the reference describes."""
    found = re.findall(r"^\.\. (?:auto|py:)\w+:: shieldmap\.(\w+)$", text, re.MULTILINE)
    return set(found)


def test_every_public_name_is_in_the_reference() -> None:
    text = (DOCS / "reference" / "verbs.md").read_text(encoding="utf-8")
    assert documented(text) == set(sm.__all__)
    without = text.replace(".. autofunction:: shieldmap.fly\n", "")
    assert set(sm.__all__) - documented(without) == {"fly"}


def broken_links(page: Path) -> list[str]:
    """Relative links and pictures of a page to files that are not there, so also on a plain host."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = re.findall(r"\]\(([^)#\s]+)", re.sub(r"`[^`]*`", "", text))
    return [
        target for target in targets if "://" not in target and not (page.parent / target).exists()
    ]


def test_links_of_pages_lead_to_files() -> None:
    found = {
        name: broken_links(DOCS / f"{name}.md")
        for name in pages_of(DOCS)
        if (DOCS / f"{name}.md").is_file()
    }
    assert {name: links for name, links in found.items() if links} == {}


# --- commands --------------------------------------------------------------------


def commands_of(page: Path) -> Iterator[list[str]]:
    """The words after `shieldmap` of every command that a page shows."""
    text = page.read_text(encoding="utf-8")
    for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            for part in re.split(r"\s\|\s", line):
                if part.startswith("shieldmap "):
                    words = shlex.split(part, comments=True)[1:]
                    yield words[: words.index(">")] if ">" in words else words


SHOWN = [
    (page.relative_to(DOCS).as_posix(), words)
    for page in sorted(DOCS.glob("*/*.md"))
    if page.parent.name in ("howto", "models", "tutorials")
    for words in commands_of(page)
]


@pytest.mark.parametrize(("page", "words"), SHOWN)
def test_a_command_that_a_page_shows_parses(page: str, words: list[str]) -> None:
    # A last `--help` is acted on after unknown commands and options were refused.
    result = CliRunner().invoke(app, [*words, "--help"])
    assert result.exit_code == 0, f"{page}: {result.output}"


def test_a_command_that_is_none_does_not_parse() -> None:
    assert SHOWN
    assert CliRunner().invoke(app, ["run", "--no-such-option", "--help"]).exit_code != 0


# --- the gallery -----------------------------------------------------------------


@pytest.mark.parametrize(
    "script", sorted((DOCS / "gallery").glob("*.py")), ids=lambda path: path.stem
)
def test_a_script_of_the_gallery_is_short_and_asserts_something(script: Path) -> None:
    # That it passes is seen where the site is built; here, that there is something to pass.
    text = script.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    assert re.search(r"^ *assert ", text, re.MULTILINE)
    assert re.search(r"^figure\b", text, re.MULTILINE)
