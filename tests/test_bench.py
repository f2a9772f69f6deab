"""Speed beside peers: who is beside whom, that both do the same, and that what is printed can be read."""

import importlib.util
import runpy
from pathlib import Path

import numpy as np
import pytest

from shieldmap import answers, bench, earth, flight
from shieldmap.bench import machine, peers
from shieldmap.cli import show_catalogue
from shieldmap.model import Event
from shieldmap.results import Bench, PeerRow


@pytest.fixture(scope="module")
def aimed() -> peers.Aimed:
    return peers._aimed("hwasong-7", 4)


def test_scipy_flies_the_same_missile(aimed: peers.Aimed) -> None:
    """DOP853 at 1e-12 on the compiled right-hand side; the flights end 0.013 m apart at most."""
    exact = aimed.fly(flight.TOLERANCE_M / 1e4).event_position_m[:, Event.IMPACT]
    for row in range(4):
        found = peers._scipy_impact(aimed, peers._phases_of(aimed, row), 1e-12)
        assert np.linalg.norm(found - exact[row]) < 0.1


def test_the_tolerance_of_scipy_is_the_loosest_that_is_as_good(aimed: peers.Aimed) -> None:
    """A bar of a kilometre is met by the first of the ladder, one of 20 m by a finer one."""
    exact = aimed.fly(flight.TOLERANCE_M / 1e4).event_position_m[:, Event.IMPACT]
    phases = [peers._phases_of(aimed, row) for row in range(2)]
    loose, _ = peers._as_good(aimed, phases, 1e3, exact)
    fine, worst = peers._as_good(aimed, phases, 20.0, exact)
    assert loose == peers._LADDER[0]
    assert fine < loose
    assert worst <= 20.0


def test_stone_soup_stays_on_the_flight() -> None:
    pytest.importorskip("stonesoup")
    assert peers._follow(peers.track_looks()) == peers._STONE_SOUP_STEPS


def test_both_are_measured_in_turn() -> None:
    order: list[str] = []

    def doing(name: str) -> int:
        order.append(name)
        return 1

    turn = peers._in_turn(2, lambda: doing("ours"), lambda: doing("theirs"))
    assert order == ["ours", "theirs"] * 3
    assert turn.ours > 0.0


def test_a_peer_that_is_missing_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(answers.InputError, match=r"pytrajlib, stonesoup.*shieldmap\[bench\]"):
        bench.measure_peers(1)


def test_what_compiled_code_prints_is_not_seen(capfd: pytest.CaptureFixture[str]) -> None:
    import os

    with peers._silent():
        os.write(1, b"from below")
    os.write(1, b"seen")
    assert capfd.readouterr().out == "seen"


def test_the_machine_is_named() -> None:
    this = machine.this_machine()
    assert this.cores >= this.threads >= 1
    assert this.processor
    inside = (Path(machine.__file__).parents[3] / ".git").exists()
    assert (this.commit is not None) == inside


def test_the_table_shows_the_ratio_first(capsys: pytest.CaptureFixture[str]) -> None:
    row = PeerRow(
        name="full flights", peer="SciPy", ratio=200.0, ours=2000.0, theirs=10.0,
        unit="flights per second", our_threads=2, their_threads=1, accuracy="as good",
    )  # fmt: skip
    told = Bench(machine=machine.this_machine(), repeats=1, rows=(), peers=(row,))
    show_catalogue.bench(told, as_json=False)
    out = " ".join(capsys.readouterr().out.split())
    assert "full flights 200 2,000 (2 threads) 10 (1 thread)" in out
    assert earth.WGS84.air == 1.0


def test_the_page_of_performance_is_what_was_measured() -> None:
    """Made again with ``python design/write_performance.py``."""
    root = Path(__file__).parents[1]
    made = runpy.run_path(str(root / "design" / "write_performance.py"))["text"]()
    assert made == (root / "docs" / "performance.md").read_text(encoding="utf-8")
