"""Sobol indices: which part of a headline's spread each unknown makes, alone and with all others.

The first-order index of a coordinate is the share of the variance that goes when it alone becomes known;
the total one is what would be left if all others became known [saltelli2010]. The coordinates are those of
the draws, even and independent of each other between 0 and 1: where one number limits another, as the
launch areas limit the radar's direction, the coordinate is its place among what is allowed.

Points are a scrambled Sobol sequence; an interval is that of a bootstrap over the draws.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import numpy as np

from shieldmap import campaign
from shieldmap.model import Floats

DRAWS: Final = 1024
"""Draws of each of the two sets that the indices are made from, a power of two."""

RESOLVED: Final = 0.1
"""An index whose 95 % interval is wider is not resolved."""

_RESAMPLES: Final = 400
_CONFIDENCE: Final = 0.95

Rows = Callable[[Floats], Floats]
"""A headline (n,) of points (n, axes) between 0 and 1."""


class Coordinate(NamedTuple):
    """One unknown, or one group of unknowns that move together, and its columns of the points."""

    name: str
    columns: tuple[int, ...]


class Index(NamedTuple):
    """A Sobol index with its 95 % interval."""

    value: float
    low: float
    high: float

    @property
    def is_resolved(self) -> bool:
        """Whether its interval is narrow enough to be told."""
        return self.high - self.low <= RESOLVED


class Indices(NamedTuple):
    """The headline in every draw (2 n,), and the indices of each coordinate; none where it never changes."""

    headline: Floats
    first: tuple[Index, ...]
    total: tuple[Index, ...]


def saltelli(axes: int, coordinates: Sequence[Coordinate], draws: int = DRAWS) -> Floats:
    """The points of all evaluations, (2 + coordinates, draws, axes): A, B, and A with columns of B."""
    from scipy.stats import qmc

    both = qmc.Sobol(2 * axes, scramble=True, rng=np.random.default_rng(campaign.SEED))
    drawn = both.random(draws)
    a, b = drawn[:, :axes], drawn[:, axes:]
    mixed = []
    for coordinate in coordinates:
        one = a.copy()
        columns = list(coordinate.columns)
        one[:, columns] = b[:, columns]
        mixed.append(one)
    return np.stack([a, b, *mixed])


def indices(values: Floats) -> Indices:
    """Indices from the headline (2 + coordinates, draws) at the points of :func:`saltelli`."""
    from scipy import stats

    a, b, mixed = values[0], values[1], values[2:]
    both = np.concatenate([a, b])
    if not np.ptp(values) > 0.0:
        none = tuple(Index(0.0, 0.0, 0.0) for _ in mixed)
        return Indices(both, none, none)
    value = _estimate(a, b, mixed)
    draws = np.arange(a.size)
    # SciPy's own bootstrap of these indices takes no generator, and would give other ends every time.
    spread = stats.bootstrap(
        (draws,),
        lambda chosen: _estimate(a[chosen], b[chosen], mixed[:, chosen]),
        vectorized=False,
        method="percentile",
        confidence_level=_CONFIDENCE,
        n_resamples=_RESAMPLES,
        rng=np.random.default_rng(campaign.SEED),
    ).confidence_interval
    # A share of the variance lies between 0 and 1; an estimate of one may not.
    ends = np.clip(np.stack([value, spread.low, spread.high]), 0.0, 1.0)
    first, total = (
        tuple(Index(*(float(x) for x in column)) for column in ends[:, order].T) for order in (0, 1)
    )
    return Indices(both, first, total)


def _estimate(a: Floats, b: Floats, mixed: Floats) -> Floats:
    """First-order and total indices (2, coordinates) by the estimators of [saltelli2010]."""
    if not np.ptp(np.concatenate([a, b])) > 0.0:
        return np.zeros((2, len(mixed)))
    from scipy import stats

    found = stats.sobol_indices(
        func={"f_A": a[None], "f_B": b[None], "f_AB": mixed[:, None]}, n=a.size
    )
    return np.stack([np.ravel(found.first_order), np.ravel(found.total_order)])
