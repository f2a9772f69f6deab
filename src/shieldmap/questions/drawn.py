"""A raid over joint draws: how many missiles come through when everything unknown is drawn together.

The same draws, and in each the same trials, are fought with all of the defence, without a part of it or
with some of its systems, so that what differs is what was changed and no chance.

Limits: the missile is one of a few that are drawn; each draw is the mean of a few trials.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np

from shieldmap import campaign
from shieldmap.campaign import Prepared, Progress
from shieldmap.deciding.raids import Choice, MissilesThrough
from shieldmap.model import Floats
from shieldmap.results.footprint import Quantiles

DRAWS: Final = 256
"""Draws of a raid, a power of two."""

MISSILES: Final = 8
"""Of the missiles that are drawn for a study so many, evenly: their flights cost more than the battles."""

_QUANTILES: Final = (0.05, 0.5, 0.95)


class DrawnRaid(NamedTuple):
    """Missiles through over the draws, by choice, and what becomes of all of them in the mean.

    ``outcomes`` are those of the first choice: batteries, then reasons.
    """

    leakers: tuple[Quantiles, ...]
    outcomes: Floats
    draws: int


def fight_drawn(
    prepared: Prepared, choices: Sequence[Choice], progress: Progress | None = None
) -> DrawnRaid:
    """Fight a raid over joint draws, once for each choice of what takes part."""
    through = MissilesThrough(prepared)
    found = through.drawn_with(_raid_points(through.axes), choices, progress)
    quantiles = np.quantile(found.leakers, _QUANTILES, axis=1).T.tolist()
    return DrawnRaid(
        leakers=tuple(Quantiles(p05=low, p50=middle, p95=high) for low, middle, high in quantiles),
        outcomes=found.outcomes.mean(axis=0),
        draws=DRAWS,
    )


def _raid_points(axes: int) -> Floats:
    """Points (draws, axes) of a scrambled Sobol sequence; the last column picks the missile in turn."""
    from scipy.stats import qmc

    u = qmc.Sobol(axes, scramble=True, rng=np.random.default_rng(campaign.SEED)).random(DRAWS)
    u[:, -1] = (np.arange(DRAWS) % MISSILES + 0.5) / MISSILES
    return np.asarray(u)


def systems_apart(prepared: Prepared) -> list[tuple[str, ...]]:
    """The systems of a defence together, then without each, then each alone; each set once."""
    systems = tuple(prepared.layers)
    count = len(systems)
    rest = [] if count == 1 else list(combinations(systems, count - 1))
    alone = [] if count <= 2 else [(one,) for one in systems]
    return [systems, *rest, *alone]


def choice_of(prepared: Prepared, systems: Sequence[str]) -> Choice:
    """The batteries of some systems."""
    return {"only": [b.id for b in prepared.batteries if b.entry.id in systems]}
