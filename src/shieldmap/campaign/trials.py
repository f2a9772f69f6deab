"""Fighting a raid until it is known well enough, and intervals for everything counted.

Trials are numbered, so that the result does not depend on how they are cut into blocks. They stop
when the 95 % interval of the mean number of leakers is as narrow as asked for.
"""

import math
from statistics import NormalDist
from typing import Final, NamedTuple

import numpy as np

from shieldmap import battle
from shieldmap.model import Floats, Ints, Trials

BLOCK: Final = 2000
"""Trials that are fought before the interval is looked at again."""

_NORMAL_95: Final = NormalDist().inv_cdf(0.975)
_RESAMPLES: Final = 400
# An interval so much narrower than one trial's takes more trials than can be fought anyway.
_FAR: Final = 1e6


class Interval(NamedTuple):
    """A number with the ends of its 95 % interval."""

    value: float
    low: float
    high: float


def wilson(hits: float, n: int) -> Interval:
    """A proportion with Wilson's score interval [wilson1927]; never leaves 0 to 1."""
    if n == 0:
        return Interval(math.nan, 0.0, 1.0)
    z2 = _NORMAL_95**2
    share = hits / n
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _NORMAL_95 / (1 + z2 / n) * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    # Rounding must not leave the share itself outside.
    return Interval(share, min(max(middle - half, 0.0), share), max(min(middle + half, 1.0), share))


def mean_of(values: Floats | Ints, most: float = math.inf) -> Interval:
    """The mean over trials of a count with its 95 % interval, from the spread of the trials.

    Where all trials agree, the spread says nothing: then the end is that of the rule of three, a
    trial in n that differs by one. The interval ends at 0 and at ``most``, beyond which no trial
    can be.
    """
    spread = float(values.std(ddof=1)) if values.size > 1 else 0.0
    return _mean(float(values.mean()), spread, values.size, most)


def mean_from_sums(total: float, squares: float, n: int, most: float = math.inf) -> Interval:
    """The same from the sum and the sum of squares over n trials."""
    mean = total / n
    spread = math.sqrt(max(squares - n * mean * mean, 0.0) / (n - 1)) if n > 1 else 0.0
    return _mean(mean, spread, n, most)


def _mean(mean: float, spread: float, n: int, most: float) -> Interval:
    half = math.inf if n < 2 else _NORMAL_95 * spread / math.sqrt(n)
    if half == 0.0:
        half = 3.0 / n
    # Rounding must not leave the mean itself outside.
    return Interval(mean, min(max(mean - half, 0.0), mean), max(min(mean + half, most), mean))


def bootstrap_share(hits: Floats | Ints, of: Floats | Ints, seed: int = 1) -> Interval:
    """A ratio of two sums over trials with a percentile bootstrap interval [efron1979].

    Trials are drawn again as wholes, because what happens within one hangs together.
    """
    total = float(of.sum())
    if total == 0.0 or hits.size < 2:
        return Interval(math.nan, math.nan, math.nan)
    rng = np.random.default_rng(seed)
    n = hits.size
    # Sums of resamples by multinomial counts would need n x resamples numbers at once.
    drawn = np.empty(_RESAMPLES)
    for k in range(_RESAMPLES):
        rows = rng.integers(0, n, n)
        drawn[k] = hits[rows].sum() / max(of[rows].sum(), 1e-300)
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Interval(float(hits.sum()) / total, float(low), float(high))


def fight_until(
    field: battle.Field, half_width: float, trials_max: int, seed: int, block: int = BLOCK
) -> Trials:
    """Fight until the half-width of the mean leakers' interval is reached, or all trials are used.

    At least one block is fought; ``trials_max`` is never passed.
    """
    parts: list[Trials] = []
    done = 0
    while done < trials_max:
        size = min(block, trials_max - done)
        parts.append(battle.fight(field, size, seed, first_trial=done))
        done += size
        leakers = np.concatenate([part.leakers for part in parts])
        interval = mean_of(leakers)
        if interval.high - interval.value <= half_width:
            break
        if done > 1 and leakers.std() > 0.0:
            block = _next_block(leakers, half_width, done, block)
    return joined_trials(parts)


def _next_block(leakers: Ints, half_width: float, done: int, block: int) -> int:
    """How many more trials are needed by the spread so far, in whole blocks."""
    if half_width <= 0.0:
        return 8 * done
    ratio = _NORMAL_95 * float(leakers.std(ddof=1)) / half_width
    if not ratio < _FAR:
        return 8 * done
    needed = ratio**2
    blocks = math.ceil(max(needed - done, 1.0) / BLOCK)
    return max(min(blocks * BLOCK, 8 * done), block if done < block else BLOCK)


def joined_trials(parts: list[Trials]) -> Trials:
    """Trials that were fought one block after the other."""
    summed = ("outcomes", "groups")
    return Trials(
        **{
            name: np.sum([getattr(p, name) for p in parts], axis=0)
            if name in summed
            else np.concatenate([getattr(p, name) for p in parts])
            for name in Trials._fields
        }
    )
