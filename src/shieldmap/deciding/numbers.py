"""One headline under every number: how much of its spread each makes, its ends, and where it breaks even."""

from collections.abc import Mapping
from typing import Final, NamedTuple, Protocol

import numpy as np

from shieldmap.campaign import Numbers, Progress
from shieldmap.deciding.indices import (
    DRAWS,
    Coordinate,
    Index,
    indices,
    saltelli,
)
from shieldmap.model import Floats

_SCREEN: Final = 64
"""Draws of a first look: what makes less than :data:`_LEAST` of the spread there is not followed."""

_LEAST: Final = 0.01
_NEAR: Final = 13
_WIDE: Final = 25
_INSIDE: Final = 9
_ROUNDS: Final = 3


class Settable(NamedTuple):
    """A number of the defence in SI: its value, its range, and between what it can be set."""

    value: float
    low: float
    high: float
    least: float
    most: float


class Headline(Protocol):
    """A number that a study ends in, for any draw of what is unknown and with any number changed."""

    axes: int

    def coordinates(self) -> list[Coordinate]:
        """What is drawn."""

    def settable(self) -> Mapping[str, Settable]:
        """The numbers that can be set one by one."""

    def drawn(self, u: Floats, progress: Progress | None = None) -> Floats:
        """The headline (n,) at points (n, axes) of the draws."""

    def at_values(self, changed: Numbers) -> Floats:
        """The headline (m,) with columns of some numbers changed and all else at its value."""

    def other_ends(self, name: str) -> tuple[float, float]:
        """The least and most of the headline over a coordinate that cannot be set, all else at values."""


class Deciding(NamedTuple):
    """What one unknown does to a headline: its indices, the headline at its ends, and its break-even."""

    name: str
    number: Settable | None
    first: Index
    total: Index
    at_low: float
    at_high: float
    breaks_at: float | None


class Decided(NamedTuple):
    """A headline with everything that decides it, what decides most first.

    ``headline`` (2 x draws,) is the headline drawn, and ``points`` (2 x draws, axes) are its draws.
    """

    value: float
    headline: Floats
    points: Floats
    numbers: tuple[Deciding, ...]
    evaluations: int


def decide(
    headline: Headline, level: float, draws: int = DRAWS, progress: Progress | None = None
) -> Decided:
    """Find what decides a headline.

    Parameters
    ----------
    level : of the headline, at which a number breaks even.
    draws : of each of the two sets of draws, a power of two.
    """
    known = headline.coordinates()
    looked = saltelli(headline.axes, known, min(_SCREEN, draws))
    rough = indices(_headline_at(headline, looked, progress))
    followed = [
        number
        for number, (first, total) in enumerate(zip(rough.first, rough.total, strict=True))
        if max(first.high, total.high) > _LEAST
    ]
    points = saltelli(headline.axes, [known[number] for number in followed], draws)
    found = indices(_headline_at(headline, points, progress))
    first, total = list(rough.first), list(rough.total)
    for place, number in enumerate(followed):
        first[number], total[number] = found.first[place], found.total[place]
    ends = _headline_ends(headline, known)
    breaks = break_evens(headline, level)
    settable = headline.settable()
    numbers = [
        Deciding(
            name=one.name,
            number=settable.get(one.name),
            first=first[row],
            total=total[row],
            at_low=ends[one.name][0],
            at_high=ends[one.name][1],
            breaks_at=breaks.get(one.name),
        )
        for row, one in enumerate(known)
    ]
    numbers.sort(key=lambda one: -one.total.value)
    return Decided(
        value=_headline_now(headline),
        headline=found.headline,
        points=np.concatenate([points[0], points[1]]),
        numbers=tuple(numbers),
        evaluations=looked.shape[0] * looked.shape[1] + points.shape[0] * points.shape[1],
    )


def _headline_at(headline: Headline, points: Floats, progress: Progress | None) -> Floats:
    flat = headline.drawn(points.reshape(-1, points.shape[-1]), progress)
    return flat.reshape(points.shape[:2])


def _headline_now(headline: Headline) -> float:
    name, number = next(iter(headline.settable().items()))
    return float(headline.at_values({name: np.array([number.value])})[0])


def _headline_ends(headline: Headline, known: list[Coordinate]) -> dict[str, tuple[float, float]]:
    """The headline with each number at the low and the high end of its range, all else at its value."""
    settable = headline.settable()
    ends = {name: np.array([one.low, one.high]) for name, one in settable.items()}
    found = _one_by_one(headline, ends)
    out = {name: (float(pair[0]), float(pair[1])) for name, pair in found.items()}
    others = [one.name for one in known if one.name not in out]
    return out | {name: headline.other_ends(name) for name in others}


def _one_by_one(headline: Headline, trials: Mapping[str, Floats]) -> dict[str, Floats]:
    """The headline at trial values of each number, one changed at a time."""
    if not trials:
        return {}
    values = {name: one.value for name, one in headline.settable().items()}
    sizes = [column.size for column in trials.values()]
    stops = np.cumsum(sizes)
    changed = {name: np.full(int(stops[-1]), values[name]) for name in trials}
    spans = {
        name: slice(stop - size, stop)
        for name, stop, size in zip(trials, stops, sizes, strict=True)
    }
    for name, span in spans.items():
        changed[name][span] = trials[name]
    found = headline.at_values(changed)
    return {name: found[span] for name, span in spans.items()}


def break_evens(headline: Headline, level: float) -> dict[str, float]:
    """Where each number, all else at its value, takes the headline across ``level``: the nearest such."""
    trials = {name: _trial_values(one) for name, one in headline.settable().items()}
    brackets = {}
    for name, found in _one_by_one(headline, trials).items():
        bracket = _crossing(trials[name], found, headline.settable()[name].value, level)
        if bracket is not None:
            brackets[name] = bracket
    for _ in range(_ROUNDS):
        inside = {name: np.linspace(near, far, _INSIDE) for name, (near, far) in brackets.items()}
        for name, found in _one_by_one(headline, inside).items():
            brackets[name] = (
                _crossing(inside[name], found, inside[name][0], level) or brackets[name]
            )
    return {name: far for name, (_, far) in brackets.items()}


def _trial_values(number: Settable) -> Floats:
    """Values over all that can be set and, more closely, over the range, the present one among them."""
    least, most = min(number.least, number.low), max(number.most, number.high)
    wide, near = np.linspace(least, most, _WIDE), np.linspace(number.low, number.high, _NEAR)
    return np.union1d(np.union1d(wide, near), [number.value])


def _crossing(
    values: Floats, found: Floats, start: float, level: float
) -> tuple[float, float] | None:
    """The last trial on this side of the level and the first beyond it, nearest to ``start``."""
    here = int(np.argmin(np.abs(values - start)))
    beyond = (found >= level) != (found[here] >= level)
    up, down = np.flatnonzero(beyond[here:]) + here, np.flatnonzero(beyond[:here])
    pairs = [(up[0] - 1, up[0])] if up.size else []
    pairs += [(down[-1] + 1, down[-1])] if down.size else []
    if not pairs:
        return None
    near, far = min(pairs, key=lambda pair: abs(values[pair[1]] - start))
    return float(values[near]), float(values[far])
