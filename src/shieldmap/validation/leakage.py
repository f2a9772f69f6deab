"""Leakage: the battle with its assumptions switched to those of published closed forms.

Every missile can be shot at by every layer, the layers come one after the other, nothing runs out, and
shots are independent. What is left must be binomial, or Wilkening's.
"""

import math
from typing import Final

import numpy as np

from shieldmap import battle
from shieldmap.model import (
    Batteries,
    Launchers,
    Opportunities,
    RadarStates,
    RaidArrays,
    Trials,
)
from shieldmap.validation import authority
from shieldmap.validation.nouns import ComparisonGroup, Row, compare

MISSILES: Final = 1_000_000
"""Missiles in all trials of one comparison: large raids get fewer trials."""

_SEED: Final = 20170703
_ERRORS: Final = 4.0
_WINDOW_S: Final = 60.0
_LAYER_S: Final = 200.0
_WHY: Final = dict.fromkeys(
    ("leakers", "probability that none leaks", "share stopped"),
    "Half of the last printed digit and four standard errors of the trials, which one "
    "comparison in 16,000 passes by chance.",
)


def plain_field(
    missiles: int, layers: list[tuple[int, float]], track_probability: float = 1.0
) -> battle.Field:
    """A raid without geometry: (shots, kill probability) of each layer, one after the other.

    One radar tracks every missile or never; stocks and channels suffice for everything.
    """
    b = len(layers)
    moments = np.arange(0.0, _WINDOW_S + 1.0)
    launch = 100.0 + _LAYER_S * np.arange(b)[:, None] + moments
    shots = np.array([salvo for salvo, _ in layers], dtype=np.int64)
    everything = max(missiles * int(shots.max(initial=1)), 1)
    return battle.field(
        Opportunities(
            entry_count=np.full((1, b), moments.size),
            launch_s=launch[None],
            intercept_s=launch[None] + 20.0,
            altitude_m=np.full((1, b, moments.size), 60e3),
            detected_s=np.full((1, 1), 50.0),
        ),
        RaidArrays(
            path=np.zeros(missiles, dtype=np.int64),
            launch_s=np.zeros(missiles),
            impact_s=np.full(missiles, 200.0 + _LAYER_S * b),
            weight=np.ones(missiles),
            objects=np.ones(missiles, dtype=np.int64),
            discrimination=np.zeros(missiles),
            sorting_altitude_m=np.zeros(missiles),
            is_gated=False,
        ),
        Batteries(
            layer=np.arange(b),
            radar=np.zeros(b, dtype=np.int64),
            salvo=shots,
            looks=np.ones(b, dtype=np.int64),
            simultaneous=np.full(b, everything),
            assessment_s=np.full(b, 10.0),
            spacing_s=np.zeros(b),
            reload_s=np.zeros(b),
            reloads=np.zeros(b, dtype=np.int64),
            kill_quantiles=np.array([[kill, kill] for _, kill in layers]),
            common_mode=np.zeros(b),
            may_double=np.zeros(b, dtype=np.bool_),
        ),
        Launchers(np.arange(b), np.arange(b), np.full(b, everything)),
        RadarStates(
            np.array([missiles + 1]), np.array([track_probability]), np.zeros(1), np.full(1, np.inf)
        ),
    )


def leakage() -> ComparisonGroup:
    """Published leakers and probabilities beside ours."""
    rows = [_leakage_row(number, row) for number, row in enumerate(authority.rows("leakage.csv"))]
    source, url = authority.head("leakage.csv")
    return ComparisonGroup("leakage", "Leakage of raids", source, url, _WHY, tuple(rows))


def _leakage_row(number: int, row: dict[str, str]) -> Row:
    layers = [
        (int(shots), float(kill))
        for shots, kill in (part.split("x") for part in row["layers"].split("+"))
    ]
    raid = int(row["raid"])
    field = plain_field(raid, layers, float(row["track_probability"]))
    ours, error = _estimate(
        battle.fight(field, MISSILES // max(raid, 4), _SEED + number), row["quantity"], raid
    )
    return compare(
        row["name"],
        row["quantity"],
        "",
        ours,
        float(row["published"]),
        float(row["rounding"]) + _ERRORS * error,
        row["note"],
        row["cite"],
    )


def _estimate(trials: Trials, quantity: str, raid: int) -> tuple[float, float]:
    """Our number and its standard error."""
    values = {
        "leakers": trials.leakers.astype(np.float64),
        "probability that none leaks": (trials.leakers == 0).astype(np.float64),
        "share stopped": 1.0 - trials.leakers / raid,
    }[quantity]
    return float(values.mean()), float(values.std(ddof=1)) / math.sqrt(values.size)
