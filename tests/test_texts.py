"""Texts at the borders: what may act on a terminal is shown, numbers are read strictly."""

import io
import json

import pytest
from rich.console import Console

from shieldmap import plain, texts
from shieldmap.cli import show


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"), ("\x00", "\\x00"), ("\x9b2J", "\\x9b2J"), ("\x7f", "\\x7f"),
        ("\u202egnp", "\\u202egnp"), ("\u2066x", "\\u2066x"), ("\udc80", "\\udc80"),
        ("\u2028", "\\u2028"), ("대구 é 🚀", "대구 é 🚀"),
    ],
)  # fmt: skip
def test_what_acts_on_a_terminal_is_shown(raw: str, shown: str) -> None:
    assert texts.visible(raw) == shown
    # JSON says the same text with escapes of its own.
    written = texts.in_json(plain.text({"text": raw}))
    assert texts.unshown(written, keep="\n") is None
    assert json.loads(written)["text"] == raw


def test_a_sentence_is_one_line_of_bounded_length() -> None:
    assert texts.sentence("one\ntwo\t three\x07") == "one two three\\x07"
    assert len(texts.sentence("x" * 10_000)) == texts.LONGEST_SENTENCE


@pytest.mark.parametrize("text", ["1", " 1.5 ", "-.5", "+2.", "1e3", "1E-300"])
def test_a_number_is_read(text: str) -> None:
    assert texts.number(text) == float(text)


@pytest.mark.parametrize(
    "text", ["", "nan", "inf", "-Infinity", "1_000", "１２", "١", "0x10", "1e999", "1 2", "9" * 500]
)
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        texts.number(text)
    with pytest.raises(ValueError, match="is not a whole number"):
        texts.whole(text)


def test_a_cell_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    table = show.new_table("name", title="[/x] \x1b")
    table.add_row("[/bold] \x1b[31m [red]x")
    Console(file=out, width=80, markup=False).print(table)
    assert "[/bold] \\x1b[31m [red]x" in out.getvalue()
    assert "\x1b" not in out.getvalue()
