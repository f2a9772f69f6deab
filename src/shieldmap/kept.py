"""Results that are kept for the next time, up to a number of bytes: the least recently used go first.

What a long-lived process keeps between questions is bounded by what it holds, and not by how many
things it is: one grid may be a hundred times another.
"""

import ctypes
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Final, Generic, ParamSpec, TypeVar, cast

import numpy as np

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Given = ParamSpec("Given")

_SINGLE: Final = (str, bytes, int, float, bool, complex, type(None), type)


def size_of(value: Any) -> int:
    """Bytes that a value holds: arrays with what they are views of, and whatever else it consists of.

    Each object counts once. What a library keeps outside Python's objects is not seen.
    """
    seen: set[int] = set()
    left, total = [value], 0
    while left:
        one = left.pop()
        while isinstance(one, np.ndarray) and isinstance(one.base, np.ndarray):
            one = one.base
        if id(one) in seen:
            continue
        seen.add(id(one))
        total += sys.getsizeof(one)
        if isinstance(one, dict):
            left += one.keys()
            left += one.values()
        elif isinstance(one, (list, tuple, set, frozenset)):
            left += one
        elif not isinstance(one, (*_SINGLE, np.ndarray)) and hasattr(one, "__dict__"):
            left.append(vars(one))
    return total


class Kept(Generic[Key, Value]):
    """A table of results that forgets the least recently used; any number of threads may use it.

    Parameters
    ----------
    budget_bytes : what all of them may hold; a result that is larger alone is not kept.
    """

    def __init__(self, budget_bytes: int) -> None:
        self.budget_bytes = budget_bytes
        self.bytes = 0
        self._rows: OrderedDict[Key, tuple[Value, int]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._rows)

    def values(self) -> list[Value]:
        """What is kept, the next to be forgotten first."""
        with self._lock:
            return [value for value, _ in self._rows.values()]

    def get(self, key: Key) -> Value | None:
        """What was kept under a key, which is now the last to be forgotten."""
        with self._lock:
            if key not in self._rows:
                return None
            self._rows.move_to_end(key)
            return self._rows[key][0]

    def put(self, key: Key, value: Value) -> None:
        """Keep a result in place of the one before, and forget others until all fit."""
        size = size_of(key) + size_of(value)
        with self._lock:
            if key in self._rows:
                self.bytes -= self._rows.pop(key)[1]
            if size > self.budget_bytes:
                return
            self._rows[key] = (value, size)
            self.bytes += size
            while self.bytes > self.budget_bytes:
                self.bytes -= self._rows.popitem(last=False)[1][1]


def kept(
    budget_bytes: int,
) -> Callable[[Callable[Given, Value]], Callable[Given, Value]]:
    """Keep what a function returned, by its arguments, up to a number of bytes.

    The table is the attribute ``table`` of the function. ``None`` is not kept.
    """

    def keep(function: Callable[Given, Value]) -> Callable[Given, Value]:
        table: Kept[Hashable, Value] = Kept(budget_bytes)

        @wraps(function)
        def look(*args: Given.args, **kwargs: Given.kwargs) -> Value:
            key = (args, tuple(sorted(kwargs.items())))
            found = table.get(key)
            if found is None:
                found = function(*args, **kwargs)
                table.put(key, found)
            return found

        cast(Any, look).table = table
        return look

    return keep


def give_back() -> None:
    """Hand freed memory back to the system, where its C library can: arrays that were freed leave gaps.

    The GNU C library keeps them for itself otherwise, some hundred MB after a long work.
    """
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (AttributeError, OSError, TypeError):
        return
