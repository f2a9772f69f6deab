"""Every option and argument of every command with values that no one should type."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NoReturn

import pytest
import typer

from shieldmap import archive, bench, campaign, scenario, texts, threat, validation
from shieldmap.answers import radar
from shieldmap.cli import main, serving
from shieldmap.cli.app import app

VALUES: Final = (
    "", " ", "-", "--", "nan", "inf", "-inf", "1e999", "1_000", "١٢٣", "\uff11\uff12", "6.0", "0", "-1",
    "1e-320", "9" * 5000, "x" * 5000, "\x1b[31mred\x1b[0m", "\x9b2J", "\u202egnirts", "a\nb", "\udc80",
    "[/bold]", "37.5,127", "3_5.1,12_9.03", "nan,nan", "91,0", "0,361", "37,127,5", ",", "korea", "seoul",
    "no/such/file.toml", "/dev/null", "/dev/zero", ".", "nodong", "radar", "interceptors=nan",
    "launchers=\u0661", "out.pdf", "out.json",
)  # fmt: skip
"""Hostile values; a few are right for some options, and are taken there."""

_NEEDED: Final[dict[str, tuple[str, ...]]] = {
    "fly": ("nodong", "--from", "hwangju", "--to", "busan"),
    "see": ("an-tpy-2", "--at", "seongju"),
    "catalog show": ("thaad",),
    "cite": ("nowhere",),
    "compare": ("korea",),
}
"""What a command cannot do without: the words before the hostile one."""

EVERY: Final = int(os.environ.get("SHIELDMAP_HOSTILE_EVERY", "6"))
"""Every how manyeth case is tried: 1 outside of the everyday tests."""


class _ReachedError(BaseException):
    """The words were taken, and the work would begin."""


def _begin(*_words: Any, **_options: Any) -> NoReturn:
    raise _ReachedError


@pytest.fixture(autouse=True)
def _nothing_heavy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for owner, name in (
        (archive, "make_run"), (bench, "measure"), (campaign, "prepare"), (campaign, "study"),
        (threat, "aim_table"), (threat, "fly_to"), (radar, "view"), (serving, "_listen"),
        (validation, "computed_groups"),
    ):  # fmt: skip
        monkeypatch.setattr(owner, name, _begin)
    monkeypatch.chdir(tmp_path)


def _commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, (*path, name))
        else:
            yield (*path, name), command


def _cases() -> Iterator[tuple[str, ...]]:
    """One hostile value for one option or argument of a command that is right otherwise."""
    for path, command in _commands(typer.main.get_command(app)):
        needed = _NEEDED.get(" ".join(path), ())
        arguments = [p for p in command.params if p.param_type_name == "argument"]
        for value in VALUES:
            for parameter in command.params:
                if parameter.param_type_name == "option" and not parameter.is_flag:
                    yield (*path, *needed, parameter.opts[-1], value)
            for number, _ in enumerate(arguments):
                filled = [*needed[: len(arguments)], *(["korea"] * len(arguments))][
                    : len(arguments)
                ]
                filled[number] = value
                yield (*path, *filled, *needed[len([w for w in needed if w in filled]) :])


def _called(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    old, sys.argv = sys.argv, ["shieldmap", *words]
    try:
        main()
    except _ReachedError:
        code = 0
    except SystemExit as stop:
        code = int(stop.code or 0)
    finally:
        sys.argv = old
    return code, *capsys.readouterr()


def test_every_option_refuses_in_one_sentence_or_begins(capsys: pytest.CaptureFixture[str]) -> None:
    cases = list(_cases())
    assert len(cases) > 2000  # the tree was walked
    refused = 0
    for words in cases[::EVERY]:
        code, out, err = _called(words, capsys)
        assert code in ((0, 1, 2) if words[0] == "validate" else (0, 2)), (words, code, err)
        assert texts.unshown(out, keep="\n\t") is None, words
        if code == 2:
            refused += 1
            assert err.startswith("shieldmap: "), (words, err)
            assert err.count("\n") == 1, (words, err)
            assert texts.unshown(err, keep="\n") is None, (words, err)
            assert len(err) < 1000, (words, err)
    assert refused > 0.5 * len(cases) / EVERY  # most of them are no good anywhere


@pytest.mark.parametrize("typed", ["3_5.1,12_9.03", "３５.1,129", "nan,129", "35.1,inf"])
def test_a_place_is_typed_in_plain_digits(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = _called(("fly", "nodong", "--from", "hwangju", "--to", typed), capsys)
    assert code == 2
    assert "is not a finite number" in err


def test_a_hostile_file_name_and_cell_act_on_no_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    name = "\x1b]0;owned\x07.toml"
    text = scenario.source_text("timing").replace('title = "', 'title = "[/bold] ', 1)
    Path(name).write_text(text + "unknown\n", encoding="utf-8")
    code, _, err = _called(("defend", name), capsys)
    assert code == 2
    assert "\\x1b]0;owned\\x07.toml" in err
    assert "\x1b" not in err


def _files_written() -> list[tuple[tuple[str, ...], str]]:
    """Every option that names a file to write, behind the words that make its command right."""
    return [
        ((*path, *_NEEDED.get(" ".join(path), ())), parameter.opts[-1])
        for path, command in _commands(typer.main.get_command(app))
        for parameter in command.params
        if parameter.param_type_name == "option" and parameter.type_descriptor.annotation is Path
        if parameter.opts[0]
        not in ("--output-dir", "--horizon")  # a folder, and a file that is read
    ]


@pytest.mark.parametrize(("words", "option"), _files_written())
def test_a_file_that_cannot_be_written_is_refused_before_the_work_begins(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], option: str
) -> None:
    for name in ("no/such/folder/x.svg", "x.unknown"):
        code, _, err = _called((*words, option, name), capsys)
        assert code == 2, (words, option)
        assert err.count("\n") == 1
        assert f"is '{name}'" in err
