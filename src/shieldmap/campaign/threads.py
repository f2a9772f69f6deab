"""How many threads the kernels take for a while.

A loop over a handful of rows is done before a second thread is awake: with one the kernels of a single
place take a tenth of the processor time where other programs run beside them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import numba


@contextmanager
def threads(count: int) -> Iterator[None]:
    """Let the kernels take so many threads for as long as the block, or the function, lasts."""
    before = numba.get_num_threads()
    numba.set_num_threads(count)
    try:
        yield
    finally:
        numba.set_num_threads(before)
