"""What is kept between questions is bounded in bytes, whatever it is and however many there are."""

import sys
import threading
from collections import OrderedDict
from typing import NamedTuple

import numpy as np
import pytest

from shieldmap.answers import page, session
from shieldmap.geodata import grids
from shieldmap.kept import Kept, kept, size_of


class Pair(NamedTuple):
    one: object
    two: object


def test_an_array_counts_once_and_with_what_it_is_a_view_of() -> None:
    whole = np.zeros(100_000)
    # A header of an array is some hundred bytes.
    assert whole.nbytes <= size_of(whole) < whole.nbytes + 1000
    assert whole.nbytes <= size_of(whole[::2]) < whole.nbytes + 1000
    assert size_of(Pair(whole, whole[10:])) < whole.nbytes + 2000
    assert size_of([whole, np.zeros(100_000)]) > 2 * whole.nbytes


def test_texts_tables_and_objects_count_with_what_they_hold() -> None:
    class Thing:
        def __init__(self) -> None:
            self.text = "x" * 10_000
            self.itself = self

    assert size_of({"a": ["y" * 5000, "z" * 5000]}) > 10_000
    assert 10_000 < size_of(Thing()) < 11_000
    numbers = [float(n) for n in range(1000)]
    assert size_of(numbers) == sys.getsizeof(numbers) + 1000 * sys.getsizeof(1.5)


def test_the_budget_is_never_passed_and_the_least_recently_used_go_first() -> None:
    one = np.zeros(1000)
    table: Kept[str, np.ndarray] = Kept(int(3.5 * size_of(one)))
    for name in "abcd":
        table.put(name, np.zeros(1000))
        assert table.bytes <= table.budget_bytes
        table.get("a")
    assert table.get("a") is not None
    assert table.get("b") is None
    assert len(table) == 3
    table.put("a", np.zeros(10))
    assert table.bytes < 3 * size_of(one)


def test_what_is_larger_than_the_budget_is_returned_and_not_kept() -> None:
    calls = []

    @kept(1000)
    def made(n: int) -> np.ndarray:
        calls.append(n)
        return np.zeros(n)

    assert made(1000).size == made(1000).size == 1000
    assert made(10) is made(10)
    assert calls == [1000, 1000, 10]


def test_a_thousand_different_arguments_leave_the_table_bounded() -> None:
    @kept(200_000)
    def made(n: int, *, times: int = 1) -> np.ndarray:
        return np.zeros(100 + n * times)

    table: Kept[object, np.ndarray] = made.table  # type: ignore[attr-defined]
    for n in range(1000):
        made(n, times=2)
        assert table.bytes <= 200_000
    assert table.bytes == sum(
        size_of(key) + size_of(value) for key, (value, _) in table._rows.items()
    )


def test_threads_share_a_table() -> None:
    table: Kept[int, bytes] = Kept(50_000)

    def work(seed: int) -> None:
        for n in range(2000):
            table.put((n * seed) % 97, b"x" * 1000)
            table.get(n % 97)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 0 < table.bytes <= 50_000
    assert table.bytes == sum(size for _, size in table._rows.values())


def test_what_the_server_keeps_of_many_states_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables of grids and scenarios with small budgets: more states, no more bytes."""
    tables = {
        function: function.table  # type: ignore[attr-defined]
        for function in (grids._land_cells, grids._cell_population, page.cells,
                         page.scenario_of, session._places_on_grid)
    }  # fmt: skip
    for table in tables.values():
        assert table.budget_bytes <= 128_000_000
        monkeypatch.setattr(table, "budget_bytes", 300_000)
        # Earlier tests may have filled it up to its own budget.
        monkeypatch.setattr(table, "_rows", OrderedDict())
        monkeypatch.setattr(table, "bytes", 0)
    for number in range(40):
        state = page.State(spacing_km=20.0 + number, reach_km=100.0 + number)
        page.cells("KOR", state.spacing_km or 0.0)
        session.places_of(page.scenario_of(state))
        for function, table in tables.items():
            assert table.bytes <= 300_000, function.__name__
            assert table.bytes == sum(size for _, size in table._rows.values())
    assert all(0 < len(table) for table in tables.values())
