"""Aim tables that stay on disk are those that would be made."""

import math
from pathlib import Path

import numpy as np
import pytest

from shieldmap import caches, campaign, scenario, threat
from shieldmap.campaign import aims
from shieldmap.model import TrajectoryClass

AIR = campaign.tables_of_air()
MISSILE = scenario.load("korea").catalogue.missile("hwasong-7").arrays()
PLACE = (math.radians(39.0), math.radians(126.0))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for what is kept."""
    monkeypatch.setattr(caches, "beside_kernels", lambda name: tmp_path / name)
    monkeypatch.setattr(aims, "_folder", aims._folder.__wrapped__)
    return tmp_path / "aims"


def _asked(held_m: float = math.nan) -> tuple[threat.AimTable | None, str]:
    kind = TrajectoryClass.MINIMUM_ENERGY if math.isnan(held_m) else TrajectoryClass.LOFTED
    return aims.aim_table(MISSILE, *PLACE, kind, held_m, AIR)


def test_a_kept_table_is_the_one_that_was_made(folder: Path) -> None:
    """Bit for bit: what is kept is what was computed."""
    made, _ = _asked()
    assert len(list(folder.iterdir())) == 1
    kept, refusal = _asked()
    assert made is not None
    assert kept is not None
    assert refusal == ""
    for name, one, other in zip(made._fields, made, kept, strict=True):
        np.testing.assert_array_equal(one, other, err_msg=name)


def test_a_refusal_is_kept_with_its_sentence(folder: Path) -> None:
    table, refusal = _asked(9e9)
    assert table is None
    assert "apogee" in refusal
    assert _asked(9e9) == (None, refusal)
    assert len(list(folder.iterdir())) == 1


def test_another_missile_has_another_table(folder: Path) -> None:
    made, _ = _asked()
    lighter = MISSILE._replace(payload_kg=0.9 * MISSILE.payload_kg)
    other, _ = aims.aim_table(lighter, *PLACE, TrajectoryClass.MINIMUM_ENERGY, math.nan, AIR)
    assert made is not None
    assert other is not None
    assert other.range_m.max() > made.range_m.max()
    assert len(list(folder.iterdir())) == 2


def test_the_folder_has_an_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aims, "MOST", 4)
    folder.mkdir()
    for i in range(6):
        (folder / f"{i}.aims").touch()
    _asked()
    assert len(list(folder.iterdir())) == 3
