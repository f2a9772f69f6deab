"""When is something in view? Parts of time steps, their unions and their lengths.

Question: margins of a view (angles inside a sector, metres inside a range) are known at the ends of
time steps; during which part of each step are all of them positive, and how long is that in all?

Model: every margin runs straight from one sample to the next, so each step holds at most one part
in which all are positive. Parts of several radars are united step by step, exactly.

Limits: what enters and leaves within one step is missed; NaN at either end of a step means that
nothing is in view there.

Shapes: rows are flights, columns are steps of time. Units: seconds.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap.kernels import njit
from shieldmap.model import Floats


class Parts(NamedTuple):
    """The part of every step that counts, (n, steps): empty where ``end_s <= begin_s``."""

    begin_s: Floats
    end_s: Floats


def positive_parts(time_s: Floats, margins: tuple[Floats, ...]) -> Parts:
    """The part of each step in which every margin (n, k) is positive."""
    shape = (margins[0].shape[0], time_s.size - 1)
    low, high = np.zeros(shape), np.ones(shape)
    for margin in margins:
        _narrow(margin, low, high)
    step = np.diff(time_s)
    begin = time_s[:-1] + low * step
    return Parts(begin, np.maximum(time_s[:-1] + high * step, begin))


@njit(_nrt=False)
def _narrow(margin, low, high):
    """Cut the shares ``low`` to ``high`` (n, k - 1) of each step to where ``margin`` (n, k) is positive."""
    for i in range(low.shape[0]):
        for j in range(low.shape[1]):
            before, after = margin[i, j], margin[i, j + 1]
            if not math.isfinite(before) or not math.isfinite(after):
                high[i, j] = 0.0
            elif before > 0.0:
                if not after > 0.0:
                    high[i, j] = min(high[i, j], before / (before - after))
            elif after > 0.0:
                low[i, j] = max(low[i, j], before / (before - after))
            else:
                high[i, j] = 0.0


def within(some: Parts, start_s: Floats, stop_s: Floats) -> Parts:
    """The parts between two times of each flight (n,); infinities leave an end open."""
    begin = np.maximum(some.begin_s, start_s[:, None])
    return Parts(begin, np.maximum(np.minimum(some.end_s, stop_s[:, None]), begin))


def seconds(some: Parts) -> Floats:
    """How long each flight is in view, (n,)."""
    return np.asarray((some.end_s - some.begin_s).sum(axis=-1))


def union_seconds(several: list[Parts]) -> Floats:
    """How long each flight is in at least one of several views, (n,)."""
    begin = np.stack([one.begin_s for one in several])
    end = np.stack([one.end_s for one in several])
    out = np.zeros(begin.shape[1])
    _unite(begin, end, out)
    return out


@njit(_nrt=False)
def _unite(begin, end, out):
    """Add to ``out`` (n,) the length of the unions of ``begin`` to ``end`` (views, n, steps)."""
    count, rows, steps = begin.shape
    for i in range(rows):
        for j in range(steps):
            reached, seen_s = -math.inf, 0.0
            while True:
                # The earliest view that lasts longer than those counted so far.
                first = -1
                for k in range(count):
                    if end[k, i, j] > max(begin[k, i, j], reached) and (
                        first < 0 or begin[k, i, j] < begin[first, i, j]
                    ):
                        first = k
                if first < 0:
                    break
                seen_s += end[first, i, j] - max(begin[first, i, j], reached)
                reached = end[first, i, j]
            out[i] += seen_s


def first_s(some: Parts) -> Floats:
    """When each flight first comes into view, (n,); NaN where it never does."""
    begin = np.where(some.end_s > some.begin_s, some.begin_s, np.inf).min(axis=-1)
    return np.where(np.isfinite(begin), begin, np.nan)


def last_s(some: Parts) -> Floats:
    """When each flight is last in view, (n,); NaN where it never is."""
    end = np.where(some.end_s > some.begin_s, some.end_s, -np.inf).max(axis=-1)
    return np.where(np.isfinite(end), end, np.nan)


def spells(some: Parts, row: int) -> list[tuple[float, float]]:
    """The unbroken times in view of one flight, in order."""
    out: list[tuple[float, float]] = []
    held: NDArray[np.bool_] = some.end_s[row] > some.begin_s[row]
    for begin, end in zip(some.begin_s[row][held], some.end_s[row][held], strict=True):
        if out and begin <= out[-1][1]:
            out[-1] = (out[-1][0], float(end))
        else:
            out.append((float(begin), float(end)))
    return out
