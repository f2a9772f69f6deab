"""What of ours stands beside a leakage: the battle without geometry, as for the published closed forms."""

import math
from functools import cache
from typing import Final

import numpy as np

from shieldmap import battle
from shieldmap.reproduced.asked import LeakageAsked
from shieldmap.reproduced.flown import Ours
from shieldmap.validation.leakage import plain_field

MISSILES: Final = 400_000
"""Missiles in all trials of one number."""

_SEED: Final = 20170707
_ERRORS: Final = 4.0
_LEAST_RAID: Final = 4
_KILL: Final = 0.0005
"""To which a kill probability is solved."""


def of_leakage(asked: LeakageAsked) -> Ours:
    """Leakers, the probability that none leaks, how many times better, or a kill probability needed.

    The span is four standard errors of the trials to either side.
    """
    if asked.take == "kill_needed":
        return _kill_needed(asked)
    value, error = _mean_of_trials(asked.raid, asked.layers, asked.track_probability, asked.take)
    if asked.take == "times_better":
        before, other = _mean_of_trials(
            asked.raid, asked.without, asked.track_probability, "leakers"
        )
        error = before / value * math.hypot(error / value, other / before)
        value = before / value
    wide = _ERRORS * error
    return Ours(value, value - wide, value + wide, "shieldmap validate --group leakage")


@cache
def _mean_of_trials(raid: int, layers: str, track: float, take: str) -> tuple[float, float]:
    """A mean over trials and its standard error."""
    field = plain_field(raid, _layers_of(layers), track)
    trials = battle.fight(field, MISSILES // max(raid, _LEAST_RAID), _SEED)
    values = trials.leakers == 0 if take == "none_leaks" else trials.leakers
    numbers = np.asarray(values, dtype=np.float64)
    return float(numbers.mean()), float(numbers.std(ddof=1)) / math.sqrt(numbers.size)


def _layers_of(layers: str) -> list[tuple[int, float]]:
    return [
        (int(shots), float(kill)) for shots, kill in (part.split("x") for part in layers.split("+"))
    ]


def none_leaks(raid: int, layers: str, track_probability: float) -> float:
    """The closed form: every missile is stopped with one probability, each for itself [wilkening2000]."""
    miss = math.prod((1.0 - kill) ** shots for shots, kill in _layers_of(layers))
    return float((track_probability * (1.0 - miss)) ** raid)


def _kill_needed(asked: LeakageAsked) -> Ours:
    """The kill probability ``?`` of the layers at which none leaks with the probability wanted."""
    from scipy.optimize import brentq

    def short(kill: float) -> float:
        layers = asked.layers.replace("?", f"{kill:.9f}")
        return none_leaks(asked.raid, layers, asked.track_probability) - asked.wanted

    found = float(brentq(short, 1e-6, 1.0 - 1e-6, xtol=_KILL))
    return Ours(
        found,
        None,
        None,
        "closed form, to which shieldmap validate --group leakage holds the battle",
    )
