"""The battle's random numbers: the published generator, even, and without a pattern in counters.

Seeds are fixed. Where chance decides, a right generator fails one of these tests in about a
thousand, and then always: it did not.
"""

import numpy as np
import pytest
from scipy import stats

from shieldmap import battle
from shieldmap.battle import draws

COUNT = 40_000
WORD = 2**64
GAMMA, FIRST, SECOND = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
PURPOSES = (draws.KILL, draws.RADAR_TRACKS, draws.RADAR_FAILS, draws.LAYER_FAILS,
            draws.LAYER_KILLS, draws.SORTED, draws.WARHEAD)  # fmt: skip

SPLITMIX_1234567 = (
    6457827717110365317,
    3203168211198807973,
    9817491932198370423,
    4593380528125082431,
    16408922859458223821,
)
"""The first numbers of SplitMix64 from the seed 1234567, as Rosetta Code lists them."""


def finalizer(z: int) -> int:
    """SplitMix64's finalizer [steele2014] in whole numbers of Python."""
    z = ((z ^ (z >> 30)) * FIRST) % WORD
    z = ((z ^ (z >> 27)) * SECOND) % WORD
    return z ^ (z >> 31)


def key_by_hand(seed: int, trial: int) -> int:
    start = finalizer((seed + GAMMA) % WORD)
    return finalizer((start + (trial + 1) * GAMMA) % WORD)


def uniform_by_hand(key: int, purpose: int, first: int, second: int) -> float:
    """The draw in whole numbers: 53 bits of two rounds of the finalizer over all counters."""
    counter = (first << 35) + (second << 3) + purpose
    once = finalizer(key ^ (counter * GAMMA % WORD))
    return ((finalizer((once + GAMMA) % WORD) >> 11) + 0.5) / 2.0**53


def key(seed: int, trial: int) -> np.uint64:
    return np.uint64(battle.trial_key(seed, trial))


def along(name: str) -> np.ndarray:
    """Draws in which one counter runs and all others stand."""
    if name == "trials":
        return np.array([battle.uniform(key(1, t), draws.KILL, 3, 5) for t in range(COUNT)])
    if name == "seeds":
        return np.array([battle.uniform(key(s, 0), draws.KILL, 3, 5) for s in range(COUNT)])
    one = key(1, 0)
    if name == "tracks":
        return np.array([battle.uniform(one, draws.KILL, i, 5) for i in range(COUNT)])
    if name == "shots":
        return np.array([battle.uniform(one, draws.KILL, 3, i) for i in range(COUNT)])
    assert name == "purposes"
    per = range(COUNT // len(PURPOSES))
    return np.array([battle.uniform(one, purpose, i, 0) for i in per for purpose in PURPOSES])


ALONG = ("trials", "seeds", "tracks", "shots", "purposes")
DRAWN = {name: along(name) for name in ALONG}


def test_the_finalizer_by_hand_is_the_published_one() -> None:
    drawn = [finalizer((1234567 + k * GAMMA) % WORD) for k in range(1, 6)]
    assert tuple(drawn) == SPLITMIX_1234567


def test_the_kernel_s_finalizer_is_the_published_one() -> None:
    drawn = [int(draws._mix(np.uint64((1234567 + k * GAMMA) % WORD))) for k in range(1, 6)]
    assert tuple(drawn) == SPLITMIX_1234567


@pytest.mark.parametrize(("seed", "trial"), [(0, 0), (1, 0), (1, 1), (2015, 10**9), (2**62, 7)])
def test_keys_and_draws_are_those_by_hand(seed: int, trial: int) -> None:
    ours = key(seed, trial)
    assert int(ours) == key_by_hand(seed, trial)
    for purpose in PURPOSES:
        for first, second in ((0, 0), (0, 1), (1, 0), (9999, 4096 * 59), (2**29 - 1, 2**32 - 1)):
            drawn = battle.uniform(ours, purpose, first, second)
            # Both are the same 53 bits, so they are equal to the last one.
            assert drawn == uniform_by_hand(int(ours), purpose, first, second)


@pytest.mark.parametrize("name", ALONG)
def test_draws_are_even(name: str) -> None:
    drawn = DRAWN[name]
    assert np.all((drawn > 0.0) & (drawn < 1.0))
    # Kolmogorov-Smirnov: an even sample of any size passes 999 times of 1000.
    assert stats.kstest(drawn, "uniform").pvalue > 1e-3


def test_the_test_of_evenness_sees_a_slight_bend() -> None:
    assert stats.kstest(DRAWN["shots"] ** 1.05, "uniform").pvalue < 1e-3


@pytest.mark.parametrize("name", ALONG)
@pytest.mark.parametrize("lag", [1, 2, 7, 64])
def test_neighbours_do_not_hang_together(name: str, lag: int) -> None:
    one, other = DRAWN[name][:-lag], DRAWN[name][lag:]
    # A correlation of n independent pairs has standard error 1 / sqrt(n); four of them.
    assert abs(np.corrcoef(one, other)[0, 1]) < 4.0 / np.sqrt(one.size)
    # Pairs fill the square evenly: chi-square over 16 x 16 cells.
    cells = np.histogram2d(one, other, bins=16, range=[[0.0, 1.0], [0.0, 1.0]])[0]
    assert stats.chisquare(cells.ravel()).pvalue > 1e-4


def test_one_trial_does_not_tell_the_next() -> None:
    """The same questions in neighbouring trials: no correlation over tracks and purposes."""
    asked = [(purpose, i) for purpose in PURPOSES for i in range(2000)]
    one, other = (
        np.array([battle.uniform(key(1, trial), purpose, i, 0) for purpose, i in asked])
        for trial in (41, 42)
    )
    assert abs(np.corrcoef(one, other)[0, 1]) < 4.0 / np.sqrt(one.size)
    assert stats.kstest((one + other) % 1.0, "uniform").pvalue > 1e-3


def test_every_question_has_its_own_answer() -> None:
    """Purposes and counters do not run into each other: no two draws of a trial are equal.

    Among 28 000 numbers of 53 bits two are equal by chance once in 2e7 trials.
    """
    one = key(1, 0)
    drawn = [
        battle.uniform(one, purpose, first, second)
        for purpose in PURPOSES
        for first in range(40)
        for second in (*range(50), *range(4096, 4096 + 50))
    ]
    assert np.unique(drawn).size == len(drawn)
