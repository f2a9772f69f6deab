"""How probably a radar detects: one look, many looks, and the signal that a probability needs.

Question: at a signal-to-noise ratio and a false-alarm probability, how probable is a detection?

Model: one look is one coherent dwell in Gaussian noise behind an envelope detector. The target is
steady (Swerling 0: Marcum's Q function), or its cross section is drawn anew for each look from a
chi-square law with two degrees of freedom (Swerling 1) or four (Swerling 3) [swerling1960;
skolnik2008, sec. 7.3]. Looks are independent of each other.

Limits: no correlation between looks, no clutter or jamming, one threshold.

Signal-to-noise is a power ratio, averaged over the fluctuation.

Arguments of the kernels: ``ratio`` is one signal-to-noise ratio or (n,), ``level`` the threshold over
the mean noise power.
"""

import math
from typing import Final

import numpy as np

from shieldmap.kernels import njit
from shieldmap.model import Floats

SWERLING: Final = (0, 1, 3)
"""The models of fluctuation that are known here."""

_TERMS: Final = 4000
_SMALL: Final = 1e-17
_BISECTIONS: Final = 80
_LARGEST_RATIO: Final = 1e12


def threshold(false_alarm_probability: float) -> float:
    """Threshold over mean noise power that noise alone passes with this probability."""
    if not 0.0 < false_alarm_probability < 1.0:
        raise ValueError(
            f"the false-alarm probability is {false_alarm_probability:g}: expected above 0, below 1"
        )
    return -math.log(false_alarm_probability)


def detection_probability(
    snr_ratio: Floats | float, false_alarm_probability: float, swerling: int = 1
) -> Floats:
    """Probability that one look detects, of the shape of ``snr_ratio``.

    Swerling 1: P = Pfa^(1 / (1 + S)). Swerling 3: the mean of Marcum's function over the
    chi-square law of four degrees of freedom, which has a closed form for one look.
    """
    level = threshold(false_alarm_probability)
    ratio = np.asarray(snr_ratio, dtype=np.float64)
    if swerling == 0:
        return _marcum(np.ravel(ratio), level).reshape(ratio.shape)
    if swerling == 1:
        return np.exp(-level / (1.0 + ratio))
    if swerling == 3:
        half = 0.5 * ratio
        return np.exp(-level / (1.0 + half)) * (1.0 + half * level / (1.0 + half) ** 2)
    raise ValueError(f"swerling is {swerling}: expected {', '.join(map(str, SWERLING))}")


@njit()
def _marcum(ratio, level):
    """Marcum's Q1 of every ratio."""
    out = np.empty(ratio.size)
    for i in range(ratio.size):
        out[i] = _marcum_q(ratio[i], level)
    return out


@njit(_nrt=False)
def _marcum_q(ratio, level):
    """Marcum's Q1(sqrt(2 S), sqrt(2 T)): a Poisson mixture of gamma tails.

    With k photons drawn from Poisson(S), the tail is the chance that Poisson(T) is at most k.
    """
    if not ratio * 0.0 == 0.0 or ratio < 0.0:
        return math.nan
    # Sums start at the larger mean and run outwards, so that nothing underflows at the start.
    weight = math.exp(-ratio)
    term = math.exp(-level)
    if weight == 0.0 or term == 0.0:
        return _marcum_normal(ratio, level)
    tail, total, left = term, 0.0, 1.0
    for k in range(_TERMS):
        total += weight * tail
        left -= weight
        if left < _SMALL or (k > ratio and weight < _SMALL):
            break
        weight *= ratio / (k + 1.0)
        term *= level / (k + 1.0)
        tail += term
    return min(total, 1.0)


@njit(_nrt=False)
def _marcum_normal(ratio, level):
    """For ratios beyond 700: the envelope is normal about sqrt(2 S + 1)."""
    a, b = math.sqrt(2.0 * ratio), math.sqrt(2.0 * level)
    return 0.5 * math.erfc((b - a - 0.5 / a) / math.sqrt(2.0))


def snr_needed(probability: float, false_alarm_probability: float, swerling: int = 1) -> float:
    """Signal-to-noise ratio at which one look detects with this probability."""
    if not false_alarm_probability < probability < 1.0:
        raise ValueError(
            f"the probability is {probability:g}: expected above the false-alarm probability, below 1"
        )
    low, high = 0.0, _LARGEST_RATIO
    for _ in range(_BISECTIONS):
        middle = 0.5 * (low + high) if low > 0.0 else high * 1e-3
        if detection_probability(middle, false_alarm_probability, swerling) < probability:
            low = middle
        else:
            high = middle
    return high


def cumulative(probability: Floats) -> Floats:
    """Probability of at least one detection up to each look, along the last axis."""
    return np.asarray(1.0 - np.cumprod(1.0 - probability, axis=-1), dtype=np.float64)


def albersheim_ratio(probability: float, false_alarm_probability: float, pulses: int = 1) -> float:
    """Signal-to-noise ratio of a steady target [albersheim1981].

    An approximation within 0.2 dB of one look for probabilities of 0.5 to 0.9 and false alarms of
    1e-7 to 1e-3, here only to check the exact function against.
    """
    a = math.log(0.62 / false_alarm_probability)
    b = math.log(probability / (1.0 - probability))
    decibel = -5.0 * math.log10(pulses) + (6.2 + 4.54 / math.sqrt(pulses + 0.44)) * math.log10(
        a + 0.12 * a * b + 1.7 * b
    )
    return 10.0 ** (0.1 * decibel)
