"""When is something in view? Parts of time steps, their unions and their lengths.

Question: margins of a view (angles inside a sector, metres inside a range) are known at the ends of
time steps; during which part of each step are all of them positive, and how long is that in all?

Model: every margin runs straight from one sample to the next, so each step holds at most one part
in which all are positive. Parts of several radars are united step by step, exactly.

Limits: what enters and leaves within one step is missed; NaN at either end of a step means that
nothing is in view there.

Shapes: rows are flights, columns are steps of time. Units: seconds.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap.model import Floats


class Parts(NamedTuple):
    """The part of every step that counts, (..., steps): empty where ``end_s <= begin_s``."""

    begin_s: Floats
    end_s: Floats


def positive_parts(time_s: Floats, margins: tuple[Floats, ...]) -> Parts:
    """The part of each step in which every margin (n, k) is positive."""
    shape = (*margins[0].shape[:-1], time_s.size - 1)
    low, high = np.zeros(shape), np.ones(shape)
    for margin in margins:
        before, after = margin[..., :-1], margin[..., 1:]
        # NaN compares false, so that a step without an end is never in view.
        in_before, in_after = before > 0.0, after > 0.0
        known = np.isfinite(before) & np.isfinite(after)
        crosses = known & (in_before != in_after)
        share = np.zeros(shape)
        np.divide(before, before - after, out=share, where=crosses)
        low = np.where(crosses & in_after, np.maximum(low, share), low)
        high = np.where(crosses & in_before, np.minimum(high, share), high)
        high = np.where(known & (in_before | in_after), high, 0.0)
    step = np.diff(time_s)
    begin = time_s[:-1] + low * step
    return Parts(begin, np.maximum(time_s[:-1] + high * step, begin))


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
    rows, columns = np.nonzero((end > begin).any(axis=0))
    # Most steps are in nobody's view; only the others are worth sorting.
    begin, end = begin[:, rows, columns], end[:, rows, columns]
    begin = np.where(end > begin, begin, np.inf)
    order = np.argsort(begin, axis=0, kind="stable")
    begin, end = np.take_along_axis(begin, order, 0), np.take_along_axis(end, order, 0)
    reached = np.full(rows.size, -np.inf)
    length = np.zeros(rows.size)
    for one_begin, one_end in zip(begin, end, strict=True):
        length += np.maximum(one_end - np.maximum(one_begin, reached), 0.0)
        reached = np.where(np.isfinite(one_begin), np.maximum(reached, one_end), reached)
    total = np.bincount(rows, weights=length, minlength=several[0].begin_s.shape[0])
    return np.asarray(total, dtype=np.float64)


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
