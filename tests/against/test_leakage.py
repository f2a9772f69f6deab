"""Battles against closed forms and published tables of leakage.

Every raid here is simple enough for a formula: nothing binds but what the formula counts. A number
from trials has a standard error, which is taken from the closed form; seeds are fixed.
"""

from functools import cache
from typing import Any

import numpy as np
from scipy import stats

from shieldmap import battle
from shieldmap.model import Outcome, Trials
from tests.against.conftest import Agree
from tests.battles import Unit, radars_of, raid_of, setup

TRIALS = 100_000
SEED = 2000
ERRORS = 4.0
"""Tolerances are four standard errors: right code fails one comparison in 16 000, and then always."""

UPPER = Unit(first_s=100.0, last_s=300.0, flight_s=60.0)
"""The upper layer's last launch is assessed before the lower layer's first one: leftovers go down."""
LOWER = Unit(first_s=400.0, last_s=450.0, flight_s=20.0, layer=1, radar=1)


@cache
def fought(n: int, *units: Unit, trials: int = TRIALS, **radars: Any) -> Trials:
    """Trials of a raid, once for the three times that a test is made."""
    states = radars_of(1 + max(unit.radar for unit in units), **radars)
    return battle.fight(setup(units, raid_of(n), states).field(), trials, SEED)


def share_error(share: float, trials: int = TRIALS) -> float:
    """What a share of trials may be off: ``ERRORS`` standard errors."""
    return ERRORS * float(np.sqrt(share * (1.0 - share) / trials))


def mean_error(variance: float, trials: int = TRIALS) -> float:
    """What a mean over trials may be off."""
    return ERRORS * float(np.sqrt(variance / trials))


def mixture(n: int, fails: float, leak: float) -> tuple[float, float]:
    """Mean and variance of the leakers of n, all of them with a probability, else each by chance."""
    mean = fails * n + (1.0 - fails) * n * leak
    square = fails * n**2 + (1.0 - fails) * (n * leak * (1.0 - leak) + (n * leak) ** 2)
    return mean, square - mean**2


def test_leakers_of_one_layer_are_binomial(agree: Agree) -> None:
    """N missiles, n shots at each with kill probability p: N (1-p)^n leak, by a binomial law."""
    for n, shots, kill in ((20, 1, 0.8), (20, 2, 0.5), (5, 3, 0.4), (12, 4, 0.25)):
        leak = (1.0 - kill) ** shots
        result = fought(n, Unit(salvo=shots, kill=kill))
        what = f"{n} missiles, {shots} shots at {kill}"
        agree(result.leakers.mean(), n * leak, mean_error(n * leak * (1.0 - leak)), f"{what}: mean")
        probability = stats.binom.pmf(np.arange(n + 1), n, leak)
        # Where fewer than five trials are expected, the classes are taken together.
        kept = probability * TRIALS >= 5.0
        counts = np.bincount(result.leakers, minlength=n + 1)
        counts = np.append(counts[kept], counts[~kept].sum())
        expected = TRIALS * np.append(probability[kept], probability[~kept].sum())
        agree(
            counts[:-1] / TRIALS,
            expected[:-1] / TRIALS,
            [share_error(share) for share in expected[:-1] / TRIALS],
            f"{what}: distribution",
        )
        # Chi-square with k - 1 degrees of freedom has mean k - 1 and variance 2 (k - 1).
        used = expected > 0.0
        chi_square = np.sum((counts[used] - expected[used]) ** 2 / expected[used])
        freedom = used.sum() - 1.0
        agree(chi_square, freedom, ERRORS * np.sqrt(2.0 * freedom), f"{what}: chi-square")


def test_shots_one_after_the_other_leak_as_a_salvo(agree: Agree) -> None:
    """Looking between shots saves interceptors, not missiles: n looks leak (1-p)^n as well.

    The shots at one missile are those until the first hit, n at most: (1 - (1-p)^n) / p.
    """
    n, looks, kill = 20, 3, 0.6
    leak = (1.0 - kill) ** looks
    result = fought(n, Unit(looks=looks, kill=kill, last_s=500.0))
    agree(result.leakers.mean(), n * leak, mean_error(n * leak * (1.0 - leak)), "leakers")
    number = np.arange(1, looks + 1)
    chance = np.where(
        number < looks, (1.0 - kill) ** (number - 1) * kill, (1.0 - kill) ** (looks - 1)
    )
    shots = float(chance @ number)
    variance = n * float(chance @ number**2 - shots**2)
    agree(shots, (1.0 - leak) / kill, 1e-12, "the two forms of the mean, to rounding")
    agree(result.spent.mean(), n * shots, mean_error(variance), "interceptors")


def test_wilkening_without_common_mode(agree: Agree) -> None:
    """Wilkening 2000: P(0) = K_w^W with K_w = P_track [1 - (1-k)^n]; W (1 - K_w) leak in the mean."""
    for w, track, kill, shots in ((4, 0.95, 0.7, 2), (10, 0.99, 0.8, 2), (20, 0.9, 0.5, 4)):
        k_w = track * (1.0 - (1.0 - kill) ** shots)
        result = fought(w, Unit(salvo=shots, kill=kill), track_probability=track)
        what = f"{w} warheads, P_track {track}, {shots} shots at {kill}"
        agree(np.mean(result.leakers == 0), k_w**w, share_error(k_w**w), f"{what}: P(0)")
        mean, variance = mixture(w, 0.0, 1.0 - k_w)
        agree(result.leakers.mean(), mean, mean_error(variance), f"{what}: mean")
        # All shots at a warhead share its track: what is not tracked is never shot at.
        missed = result.outcomes[0, 1 + Outcome.NOT_TRACKED] / TRIALS
        agree(
            missed, w * (1.0 - track), mean_error(w * track * (1.0 - track)), f"{what}: untracked"
        )


def test_wilkening_with_common_mode(agree: Agree) -> None:
    """With probability q all shots fail: P(0) = (1-q) K_w^W, and at least q for all to leak."""
    w, track, kill, shots, q = 6, 0.95, 0.7, 2, 0.1
    k_w = track * (1.0 - (1.0 - kill) ** shots)
    result = fought(w, Unit(salvo=shots, kill=kill, common_mode=q), track_probability=track)
    none = (1.0 - q) * k_w**w
    agree(np.mean(result.leakers == 0), none, share_error(none), "P(0)")
    every = q + (1.0 - q) * (1.0 - k_w) ** w
    agree(np.mean(result.leakers == w), every, share_error(every), "P(all)")
    mean, variance = mixture(w, q, 1.0 - k_w)
    agree(result.leakers.mean(), mean, mean_error(variance), "mean of the mixture")


def test_a_layer_fails_as_a_whole(agree: Agree) -> None:
    """Perfect shots, and a layer that fails with probability q: everything leaks or nothing does."""
    n, q = 8, 0.07
    result = fought(n, Unit(kill=1.0, common_mode=q))
    agree(np.mean(result.leakers == n), q, share_error(q), "P(all leak)")
    agree(np.mean(result.leakers == 0), 1.0 - q, share_error(q), "P(none leaks)")
    counted = result.outcomes[0, 1 + Outcome.COMMON_MODE] / (n * TRIALS)
    agree(counted, q, share_error(q), "counted for this reason")


def test_layers_fail_together_only_where_they_are_one(agree: Agree) -> None:
    """Two batteries of one layer fail at once, with q; those of two layers with q squared."""
    n, q = 8, 0.2
    upper, lower = (unit._replace(kill=1.0, common_mode=q) for unit in (UPPER, LOWER))
    for layer, every in ((0, q), (1, q * q)):
        result = fought(n, upper, lower._replace(layer=layer))
        agree(
            np.mean(result.leakers == n), every, share_error(every), f"lower one of layer {layer}"
        )


def test_a_radar_fails_for_all_its_layers(agree: Agree) -> None:
    """One radar for two layers: f + (1-f) a b leak, with a and b the layers' own leakage.

    With a radar each, (f + (1-f) a) (f + (1-f) b) leak.
    """
    n, f, upper_kill, lower_kill = 10, 0.1, 0.7, 0.6
    a, b = 1.0 - upper_kill, 1.0 - lower_kill
    upper, lower = UPPER._replace(kill=upper_kill), LOWER._replace(kill=lower_kill)
    shared = fought(n, upper, lower._replace(radar=0), failure=f)
    mean, variance = mixture(n, f, a * b)
    agree(shared.leakers.mean(), mean, mean_error(variance), "one radar: mean")
    every = f + (1.0 - f) * (a * b) ** n
    agree(np.mean(shared.leakers == n), every, share_error(every), "one radar: P(all)")
    lost = shared.outcomes[0, 2 + Outcome.RADAR_LOST] / (n * TRIALS)
    agree(lost, f, share_error(f), "one radar: missiles that came through for this reason")
    own = fought(n, upper, lower, failure=f)
    mean = n * (f + (1.0 - f) * a) * (f + (1.0 - f) * b)
    leaks = np.array([1.0, a, b, a * b])
    chance = np.array([f * f, (1.0 - f) * f, f * (1.0 - f), (1.0 - f) ** 2])
    square = float(chance @ (n * leaks * (1.0 - leaks) + (n * leaks) ** 2))
    agree(own.leakers.mean(), mean, mean_error(square - mean**2), "two radars: mean")


ASAN_TEN = (
    # (layers as salvo and kill probability, leakers of ten as published)
    (((2, 0.6),), 1.6),
    (((2, 0.6), (2, 0.6)), 0.256),
    (((3, 0.9), (2, 0.6)), 0.0016),
)


def layers_of(numbers: tuple[tuple[int, float], ...]) -> tuple[Unit, ...]:
    """THAAD above and PAC-3 below, or PAC-3 alone."""
    places = (LOWER._replace(radar=0),) if len(numbers) == 1 else (UPPER, LOWER)
    return tuple(
        place._replace(salvo=salvo, kill=kill)
        for place, (salvo, kill) in zip(places, numbers, strict=True)
    )


def test_asan_institute_raid_of_ten(agree: Agree) -> None:
    """Asan Institute 2017: PAC-3 twice at 0.6; with THAAD twice at 0.6; with THAAD thrice at 0.9."""
    trials = 4 * TRIALS
    for numbers, published in ASAN_TEN:
        result = fought(10, *layers_of(numbers), trials=trials)
        leak = published / 10.0
        allowed = mean_error(10.0 * leak * (1.0 - leak), trials)
        agree(result.leakers.mean(), published, allowed, f"{numbers}: mean")


ASAN_HUNDRED = (
    # Published are 36.6 % and 95.5 %; the kill probabilities are inferred: 0.99^100 is 0.366, and
    # 1 - 0.01 (1 - k)^2 to the power of 100 is 0.955 for k = 0.785.
    (((2, 0.9),), 0.366),
    (((2, 0.785), (2, 0.9)), 0.955),
)


def test_asan_institute_raid_of_a_hundred(agree: Agree) -> None:
    """Asan Institute 2017: the probability that none of a hundred comes through."""
    for numbers, published in ASAN_HUNDRED:
        trials = 30_000
        result = fought(100, *layers_of(numbers), trials=trials)
        # Published to three digits, so half of the last one is open.
        allowed = share_error(published, trials) + 0.5e-3
        agree(np.mean(result.leakers == 0), published, allowed, f"{numbers}: P(0)")


def test_lexington_two_layers(agree: Agree) -> None:
    """Lexington Institute: two layers that each stop 80 % stop 96 % together."""
    n = 25
    result = fought(n, UPPER._replace(kill=0.8), LOWER._replace(kill=0.8))
    stopped = 1.0 - result.leakers.mean() / n
    agree(stopped, 0.96, share_error(0.96, n * TRIALS), "stopped by both")
    upper = result.outcomes[0, 0] / (n * TRIALS)
    agree(upper, 0.8, share_error(0.8, n * TRIALS), "stopped by the upper layer")
    # Only what is left over is shot at below.
    spent = result.spent[:, 1].mean() / n
    agree(spent, 0.2, share_error(0.2, n * TRIALS), "shots of the lower layer for each missile")


def test_a_record_of_sixteen_hits(agree: Agree) -> None:
    """16 hits of 16 and a uniform prior: Beta(17, 1), which stops 17/18 in the mean (Laplace).

    The probability is drawn once for a raid, so that a raid of n is stopped as a whole with the
    n-th moment of Beta(17, 1), 17 / (17 + n); if each shot drew its own it were (17/18)^n.
    """
    n = 6
    levels = 4001
    quantiles = tuple(stats.beta.ppf(np.linspace(0.0, 1.0, levels), 17, 1))
    result = fought(n, Unit(kill=quantiles))
    # Between quantiles the probability runs straight, which costs most at the steep lower end:
    # less than half a step there, where the density is that of x^(1/17).
    straight = 0.5 / (levels - 1)
    mean, second = 17.0 / 18.0, 17.0 / 19.0
    variance = n * (mean - second) + n**2 * (second - mean**2)
    allowed = mean_error(variance) / n + straight
    agree(1.0 - result.leakers.mean() / n, mean, allowed, "mean kill probability")
    whole = 17.0 / (17.0 + n)
    agree(np.mean(result.leakers == 0), whole, share_error(whole) + straight, "P(0) of six")


def test_batteries_of_one_layer_share_its_probability(agree: Agree) -> None:
    """An even prior: two shots of one layer leak E[(1-p)^2] = 1/3, of two layers E[1-p]^2 = 1/4."""
    even = (0.0, 1.0)
    for layer, leak in ((0, 1.0 / 3.0), (1, 1.0 / 4.0)):
        result = fought(1, UPPER._replace(kill=even), LOWER._replace(kill=even, layer=layer))
        agree(result.leakers.mean(), leak, share_error(leak), f"lower one of layer {layer}")
