"""Compiling: numba's decorator with the settings of this project, and kernels kept on disk.

Numba's own cache takes what it finds for what it wrote: an emptied file ends every command, a cut
one is a traceback and a flipped bit a crash. Two processes that compile different signatures of one
function at the same time can also give both the same file. Here a file is named by its key, holds its key and a
checksum, and is believed only where all three agree; anything else is compiled again. A disk that
cannot be written costs the keeping and nothing else. Other packages that use numba in the same
process keep their own folders.

A parallel loop of numba 0.68 takes named tuples of arrays and numbers, but none that hold named
tuples, and it loses what its body writes to an array of a named tuple: what a row writes is written
by a function that the loop calls.

Source: numba's description of its cache, https://numba.readthedocs.io/en/stable/developer/caching.html.
"""

import hashlib
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba
from numba import prange
from numba.core import config
from numba.core.caching import FunctionCache
from numba.core.compiler import CompileResult
from numba.core.serialize import dumps

from shieldmap import caches

__all__ = ["njit", "prange"]

# Threads that have nothing to do sleep. OpenMP's rule is to spin for a while, and where another program wants
# the same processor a loop of microseconds then takes milliseconds. Waking costs 45 microseconds.
# Read by the library when the first parallel loop loads it; who has set it keeps it.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")


def njit(**options: Any) -> Callable[[Callable[..., Any]], Any]:
    """Compile a function: division by zero gives what IEEE 754 says, and the code is kept on disk.

    Parameters
    ----------
    options : further options of ``numba.njit``.
    """

    def compiled(function: Callable[..., Any]) -> Any:
        made = numba.njit(error_model="numpy", **options)(function)
        folder = caches.kernel_folder()
        if folder is not None and not config.DISABLE_JIT:
            made._cache = _Kept(function, folder)  # noqa: SLF001 (numba has no public way)
        return made

    return compiled


class _Kept(FunctionCache):  # type: ignore[misc]
    """What numba asks for a kept kernel and hands a compiled one to."""

    def __init__(self, function: Callable[..., Any], folder: Path) -> None:
        self._py_func = function  # read by numba's _index_key
        self._folder = folder
        self._is_on = True
        module = function.__module__.removeprefix("shieldmap.")
        self._name = f"{module}.{function.__qualname__}".replace("<locals>.", "")

    @property
    def cache_path(self) -> str:
        return str(self._folder)

    def enable(self) -> None:
        self._is_on = True

    def disable(self) -> None:
        self._is_on = False

    def flush(self) -> None:
        for path in self._folder.glob(f"{self._name}-*{caches.KERNEL}"):
            path.unlink(missing_ok=True)

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """The compiled form for these types, or nothing where it is not there or not whole."""
        target_context.refresh()
        if not self._is_on:
            return None
        key = self._index_key(sig, target_context.codegen())
        content = caches.find(self._path(key))
        if content is None:
            return None
        kept_key, reduced = pickle.loads(content)
        if kept_key != key:
            return None
        return CompileResult._rebuild(target_context, *reduced)  # noqa: SLF001

    def save_overload(self, sig: Any, data: Any) -> None:
        """Keep a compiled form; a disk that cannot take it ends the keeping, not the work."""
        if not self._is_on or data.lifted or data.library.has_dynamic_globals:
            return
        key = self._index_key(sig, data.codegen)
        content = dumps((key, data._reduce()))  # noqa: SLF001
        if not caches.keep(self._path(key), content):
            self.disable()

    def _path(self, key: Any) -> Path:
        """A name that no other signature, processor or bytecode has."""
        told = hashlib.sha256(repr(key).encode()).hexdigest()[:24]
        return self._folder / f"{self._name}-{told}{caches.KERNEL}"
