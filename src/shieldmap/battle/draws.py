"""Counter-based random numbers: the same question always gets the same answer.

A number is a hash of (seed, trial, purpose, two counters) by the finalizer of SplitMix64
[steele2014], applied twice. Nothing is drawn in sequence, so results depend neither on threads nor
on chunks, and two raids that differ in one number share all other draws.
"""

from typing import Final

import numpy as np

from shieldmap.kernels import njit

KILL, RADAR_TRACKS, RADAR_FAILS, LAYER_FAILS, LAYER_KILLS, SORTED, WARHEAD = range(7)
"""Purposes of a draw."""

_GAMMA: Final = np.uint64(0x9E3779B97F4A7C15)
_FIRST: Final = np.uint64(0xBF58476D1CE4E5B9)
_SECOND: Final = np.uint64(0x94D049BB133111EB)
_BY_30, _BY_27, _BY_31, _BY_11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_BY_3, _BY_32 = np.uint64(3), np.uint64(32)
_ULP: Final = 2.0**-53


@njit(_nrt=False, forceinline=True)
def _mix(z):
    """The finalizer, of a 64-bit number ``z``."""
    z = (z ^ (z >> _BY_30)) * _FIRST
    z = (z ^ (z >> _BY_27)) * _SECOND
    return z ^ (z >> _BY_31)


@njit(_nrt=False)
def trial_key(seed, trial):
    """The key of one trial: ``seed`` and ``trial`` are integers."""
    return _mix(_mix(np.uint64(seed) + _GAMMA) + np.uint64(trial + 1) * _GAMMA)


@njit(_nrt=False, forceinline=True)
def uniform(key, purpose, first, second):
    """A number above 0 and below 1 for a purpose (below 8) and two counters.

    ``key`` is a trial's, ``first`` is below 2^29 and ``second`` below 2^32.
    """
    counter = (np.uint64(first) << _BY_32 | np.uint64(second)) << _BY_3 | np.uint64(purpose)
    bits = _mix(_mix(key ^ (counter * _GAMMA)) + _GAMMA) >> _BY_11
    return (float(bits) + 0.5) * _ULP
