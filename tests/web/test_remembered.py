"""Answers that stay on disk: found again only for the very question and the very sources."""

from pathlib import Path

import pytest

from shieldmap.web.remembered import Remembered

AREA = {"state": {"scenario": "korea", "spacing_km": 25.0}, "draws": 32, "client": "one"}


@pytest.fixture
def kept(tmp_path: Path) -> Remembered:
    """An answer kept for the study as it is."""
    remembered = Remembered(tmp_path / "answers")
    remembered.keep("area", AREA, b"an answer")
    return remembered


def test_the_same_question_of_anybody_is_answered(kept: Remembered) -> None:
    assert Remembered(kept.folder).find("area", {**AREA, "client": "another"}) == b"an answer"


@pytest.mark.parametrize(
    "asked",
    [
        {**AREA, "draws": 512},
        {**AREA, "state": {"scenario": "europe", "spacing_km": 25.0}},
        {**AREA, "state": {"scenario": "korea", "spacing_km": 5.0}},
    ],
)
def test_another_question_is_not(kept: Remembered, asked: dict[str, object]) -> None:
    assert kept.find("area", asked) is None


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("area", {**AREA, "state": {"scenario": "korea", "launchers": 4}}),
        ("area", {**AREA, "state": {"scenario": "my-own"}}),
        ("area", {**AREA, "state": {"scenario": "korea", "spacing_km": 7.3}}),
        ("area", {**AREA, "draws": 33}),
        ("brief", AREA),
    ],
)
def test_what_has_no_end_is_not_kept(kept: Remembered, name: str, asked: dict[str, object]) -> None:
    """A changed study, one that may change under its name, and numbers that only a script asks for."""
    assert kept.folder is not None
    before = set(kept.folder.iterdir())
    kept.keep(name, asked, b"another")
    assert set(kept.folder.iterdir()) == before
    assert kept.find(name, asked) is None


def test_other_sources_gave_another_answer(
    kept: Remembered, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = Remembered(kept.folder)
    monkeypatch.setitem(changed.__dict__, "_sources", b"an edited file")
    assert changed.find("area", AREA) is None
    changed.keep("area", AREA, b"a new answer")
    assert changed.find("area", AREA) == b"a new answer"
    assert kept.folder is not None
    assert len(list(kept.folder.iterdir())) == 1  # in the place of the old one
    assert kept.find("area", AREA) is None


def test_one_bit_is_enough_to_compute_again(kept: Remembered) -> None:
    assert kept.folder is not None
    (path,) = kept.folder.iterdir()
    held = bytearray(path.read_bytes())
    held[-1] ^= 1
    path.write_bytes(held)
    assert kept.find("area", AREA) is None


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    nowhere = Remembered(None)
    nowhere.keep("area", AREA, b"an answer")
    assert nowhere.find("area", AREA) is None
    blocked = Remembered(tmp_path / "file")
    (tmp_path / "file").touch()
    blocked.keep("area", AREA, b"an answer")
    assert blocked.find("area", AREA) is None
