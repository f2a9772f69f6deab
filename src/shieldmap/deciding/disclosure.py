"""What publishing one number would settle: people whose verdict would no longer hang on what is drawn.

A verdict is settled where the place is defended in at least nine of ten draws, or in at most one of ten.
With a number known, only the draws count in which it has that value: here those of one in
:data:`BINS` even parts of its range. A part with few draws settles some places by chance alone; as many as
numbers settle that have nothing to do with the answer are taken off.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import campaign
from shieldmap.deciding.places import Verdicts
from shieldmap.model import Floats
from shieldmap.terms import FAILS_TO, HOLDS_FROM

BINS: Final = 8
_BY_CHANCE: Final = 16
_RESAMPLES: Final = 100
_QUANTILES: Final = (0.5, 0.05, 0.95)


class Settled(NamedTuple):
    """People whose verdict one number would settle: the median and the 5 to 95 % of a bootstrap."""

    people: float
    low: float
    high: float


class _Draws(NamedTuple):
    """Verdicts as numbers, so that a sum over draws is a product: (places, draws) each."""

    threatened: NDArray[np.float32]
    safe: NDArray[np.float32]
    people: Floats

    def settled(self, members: Floats) -> Floats:
        """People (k,) whose verdict is settled among some draws: ``members`` (draws, k) are weights.

        Weights are whole numbers.
        """
        counts = members.astype(np.float32)  # sums of whole numbers are exact up to 2^24
        threatened = (self.threatened @ counts).astype(np.float64)
        safe = (self.safe @ counts).astype(np.float64)
        with np.errstate(invalid="ignore"):
            share = safe / threatened
            return np.asarray(self.people @ ((share >= HOLDS_FROM) | (share <= FAILS_TO)))


def settled_now(verdicts: Verdicts, people: Floats) -> tuple[float, float]:
    """People whose verdict is settled as things are, and all people who are ever threatened."""
    drawn = _draws_of(verdicts, people)
    whole = drawn.settled(np.ones((verdicts.safe.shape[1], 1)))
    return float(whole[0]), float(people @ verdicts.threatened.any(axis=1))


def settled_by(verdicts: Verdicts, people: Floats, points: Floats) -> list[Settled]:
    """People settled by each of some coordinates (coordinates, draws), beyond those that are anyway."""
    rng = np.random.default_rng(campaign.SEED)
    drawn, draws = _draws_of(verdicts, people), points.shape[1]
    blind = [(rng.permutation(draws) + 0.5) / draws for _ in range(_BY_CHANCE)]
    bins = (np.concatenate([points, blind]) * BINS).astype(np.int64).clip(0, BINS - 1)
    parts = np.concatenate([one[:, None] == np.arange(BINS) for one in bins], axis=1)
    members = np.concatenate([parts, np.ones((draws, 1))], axis=1)
    gains = np.empty((_RESAMPLES, len(points)))
    for row in range(_RESAMPLES):
        counts = np.bincount(rng.integers(0, draws, draws), minlength=draws)
        settled = drawn.settled(members * counts[:, None])
        gain = settled[:-1].reshape(-1, BINS).mean(axis=1) - settled[-1]
        gains[row] = gain[: len(points)] - gain[len(points) :].mean()
    ends = np.maximum(np.quantile(gains, _QUANTILES, axis=0), 0.0)
    return [Settled(*(float(x) for x in column)) for column in ends.T]


def _draws_of(verdicts: Verdicts, people: Floats) -> _Draws:
    return _Draws(verdicts.threatened.astype(np.float32), verdicts.safe.astype(np.float32), people)
