"""``--lang ko``: what the commands print for people is Korean; names, ids, units and sources stay."""

import json
import re

import pytest

from shieldmap import catalog, model, words
from shieldmap.cli import show, speaking
from shieldmap.results import code_of
from tests.test_cli import call

COMMANDS = [
    "catalog check",
    "scenario",
    "ask",
    "fly nodong --from hwangju --to busan --class lofted,depressed --vacuum",
    "fly nodong --from-burnout 38,126,30,1500,45,180",
    "defend korea --why seoul --threat hwasong-7 --from hwangju",
    "defend korea --why 33.4,126.5 --threat hwasong-5",
    "see an-tpy-2 --at seongju --missile nodong --from hwangju --to busan",
    "validate --group geodesics",
]
ENGLISH = re.compile(r"\b[A-Za-z]{2,}(?:,? [A-Za-z']{2,}){2,}")
"""Three words in a row."""
SAID_BY = re.compile(r"^ *[\d,]+  \S.*\b(?:19|20)\d\d ", re.MULTILINE)
"""Who said a figure, and when: names of people, papers and offices."""


@pytest.mark.parametrize("command", COMMANDS)
def test_no_english_sentence_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)  # a narrow table breaks names
    code, out, err = call(capsys, *command.split(), "--lang", "ko")
    assert (code, err) == (0, "")
    assert re.search("[가-힣]", out)
    found = ENGLISH.findall(SAID_BY.sub("", out).replace("shieldmap catalog show", ""))
    assert not found


def test_tables_of_the_catalogue_have_korean_heads(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    # Summaries and notes are those of the catalogue.
    listed = call(capsys, "catalog", "list", "--lang", "ko")[1]
    shown = call(capsys, "catalog", "show", "thaad", "--lang", "ko")[1]
    assert listed.startswith("식별자")
    assert "사드 (종말고고도지역방어)" in listed
    assert shown.startswith("사드")
    assert "추정" in shown


def test_the_variable_says_the_language_and_the_option_goes_before_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHIELDMAP_LANG", "ko")
    assert "출처" in call(capsys, "catalog", "check")[1]
    assert "sources" in call(capsys, "catalog", "check", "--lang", "en")[1]
    assert words.language() == "en"


def test_another_language_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = call(capsys, "catalog", "check", "--lang", "de")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "'--lang': is 'de': expected en or ko" in err
    monkeypatch.setenv("SHIELDMAP_LANG", "fr")
    assert call(capsys, "catalog", "check")[0] == 2


def test_json_is_the_same_in_every_language(capsys: pytest.CaptureFixture[str]) -> None:
    command = ("fly", "nodong", "--from", "hwangju", "--to", "busan", "--no-rotation", "--json")
    english, korean = (call(capsys, *command, "--lang", lang)[1] for lang in ("en", "ko"))
    assert english == korean
    assert json.loads(english)["label"] == "minimum-energy, still Earth"


def test_the_status_of_a_flight_is_said_as_the_model_says_it() -> None:
    for status, text in model.STATUS_TEXT.items():
        if status != model.Status.OK:
            assert words.english(f"said_status_{code_of(model.Status(status))}") == text


def test_sentences_of_records_are_found_again() -> None:
    with words.using("ko"):
        assert speaking.said("stopped by THAAD, Suwon Air Base").startswith("요격: 사드")
        assert speaking.said("shot 12: intercept, hit") == "12번째 요격: 명중"
        beyond = "the place lies 512 km away, beyond the 300 km that this class flies there"
        assert "512 km" in speaking.said(beyond)
        assert speaking.said("somebody else's words") == "somebody else's words"
        assert speaking.said_each("lofted at full burn, no air") == "고각, 전량 연소, 공기 없음"
    assert speaking.said(beyond) == beyond


def test_every_system_has_its_korean_name() -> None:
    with words.using("ko"):
        for entry in catalog.entries():
            assert re.search("[가-힣A-Z]", speaking.said(entry.name))


def test_lines_of_hangul_are_as_wide_as_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.cells import cell_len

    show.tell("미사일의 사정권 안에 사는 인구 " * 20)
    lines = capsys.readouterr().out.splitlines()
    assert all(70 < cell_len(line) <= show.WIDTH for line in lines[:-1])
