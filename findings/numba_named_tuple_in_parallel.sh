#!/bin/sh
# What a good guess says: numba compiles a loop over prange as it compiles one over range, so that the same
# function fills the same array, and a field of a named tuple is the array that was put in.
# What happens: with parallel=True what the loop's body assigns to an element of a named tuple's field is
# lost, in silence: the array keeps its old numbers, also where it is added to in place. Naming the array
# before the loop, taking the field by its number, or assigning in a function that the loop calls works.
# Who is hurt: simulations that hand their state to parallel kernels as named tuples, the usual way to pass many
# arrays: a kernel that is tested with range and then made parallel gives zeros or stale numbers.
# Known upstream since 2020 (numba issue 5872) and still so in the versions below.
set -eu

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
python3 -m venv "$there/env"
"$there/env/bin/pip" install --quiet --disable-pip-version-check numba==0.68.1 numpy==2.4.6
cat >"$there/loops.py" <<'PYTHON'
import sys
from typing import NamedTuple

import numba
import numpy as np


class State(NamedTuple):
    height: np.ndarray


def by_field(state):
    for i in numba.prange(state.height.size):
        state.height[i] = i + 1.0


def in_place(state):
    for i in numba.prange(state.height.size):
        state.height[i] += i + 1.0


def by_number(state):
    for i in numba.prange(state.height.size):
        state[0][i] = i + 1.0


def named_before(state):
    height = state.height
    for i in numba.prange(height.size):
        height[i] = i + 1.0


@numba.njit
def put(state, i):
    state.height[i] = i + 1.0


def called(state):
    for i in numba.prange(state.height.size):
        put(state, i)


EXPECTED = {by_field: False, in_place: False, by_number: True, named_before: True, called: True}

print(f"Python {sys.version.split()[0]}, numba {numba.__version__}, numpy {np.__version__}")
print(f"{'':14} one thread           parallel")
for function, is_filled in EXPECTED.items():
    found = {}
    for parallel in (False, True):
        state = State(np.zeros(4))
        numba.njit(parallel=parallel)(function)(state)
        found[parallel] = state.height
    print(f"{function.__name__:14} {found[False]!s:20} {found[True]}")
    filled = np.arange(1.0, 5.0)
    assert np.array_equal(found[False], filled)
    assert np.array_equal(found[True], filled if is_filled else np.zeros(4)), function.__name__
PYTHON
"$there/env/bin/python" -W ignore "$there/loops.py"
