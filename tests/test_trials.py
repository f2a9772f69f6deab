"""Intervals that hold what they promise, fighting until one is reached, and the best plan.

Coverage is measured by simulation with fixed seeds; its tolerance is four standard errors of the
measured share, and what an approximation is known to lack is named beside it.
"""

from collections.abc import Callable
from itertools import combinations, product

import numpy as np
import pytest
from scipy import stats

from shieldmap import battle
from shieldmap.campaign.plans import Plan, best_plan
from shieldmap.campaign.trials import (
    Interval,
    bootstrap_share,
    fight_until,
    mean_from_sums,
    mean_of,
    wilson,
)
from shieldmap.model import Assignment, Trials
from tests.battles import Unit, raid_of, setup

# ---------------------------------------------------------------------------------------------
# Wilson's interval

NEWCOMBE = (
    # Newcombe 1998, Statistics in Medicine 17, table I, the score method without a correction.
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
)


@pytest.mark.parametrize(("hits", "shots", "low", "high"), NEWCOMBE)
def test_wilson_against_newcombe_1998(hits: int, shots: int, low: float, high: float) -> None:
    interval = wilson(hits, shots)
    # Published to four digits: half of the last one is open.
    assert interval.value == hits / shots
    assert interval.low == pytest.approx(low, abs=0.5e-4)
    assert interval.high == pytest.approx(high, abs=0.5e-4)


def test_wilson_of_eight_in_ten_and_none_in_ten() -> None:
    # 0.490 to 0.943 is printed in many textbooks; three digits.
    assert wilson(8, 10)[1:] == pytest.approx((0.490, 0.943), abs=0.5e-3)
    # Without a hit the upper end is z^2 / (n + z^2), exact but for rounding.
    z2 = stats.norm.ppf(0.975) ** 2
    assert wilson(0, 10) == pytest.approx((0.0, 0.0, z2 / (10.0 + z2)), abs=1e-12)


@pytest.mark.parametrize("shots", [1, 2, 7, 30, 1000])
def test_wilson_against_scipy_and_its_mirror_image(shots: int) -> None:
    for hits in sorted({0, 1, shots // 3, shots - 1, shots}):
        interval = wilson(hits, shots)
        theirs = stats.binomtest(hits, shots).proportion_ci(0.95, method="wilson")
        # Two ways to one formula: rounding alone.
        assert interval[1:] == pytest.approx((theirs.low, theirs.high), abs=1e-12)
        mirrored = wilson(shots - hits, shots)
        assert (1.0 - mirrored.high, 1.0 - mirrored.low) == pytest.approx(interval[1:], abs=1e-12)
        assert 0.0 <= interval.low <= interval.value + 1e-12
        assert interval.value - 1e-12 <= interval.high <= 1.0


def test_wilson_of_nothing_says_nothing() -> None:
    interval = wilson(0, 0)
    assert np.isnan(interval.value)
    assert interval[1:] == (0.0, 1.0)


# ---------------------------------------------------------------------------------------------
# Coverage


def coverage(intervals: list[Interval], truth: float) -> float:
    return float(np.mean([one.low <= truth <= one.high for one in intervals]))


def share_error(samples: int) -> float:
    """Four standard errors of a share of 95 % among samples."""
    return 4.0 * float(np.sqrt(0.95 * 0.05 / samples))


@pytest.mark.parametrize(
    ("draw", "truth"),
    [
        (lambda rng: rng.binomial(20, 0.2, 400), 4.0),
        (lambda rng: rng.binomial(10, 0.02, 2000), 0.2),
        (lambda rng: np.where(rng.random(400) < 0.3, 8, rng.binomial(8, 0.1, 400)), 2.96),
    ],
    ids=["binomial", "rare", "common mode"],
)
def test_the_interval_of_a_mean_covers_it(
    draw: Callable[[np.random.Generator], np.ndarray], truth: float
) -> None:
    samples = 4000
    rng = np.random.default_rng(95)
    intervals = [mean_of(draw(rng)) for _ in range(samples)]
    # The normal approximation lacks less than half a per cent at these sizes and skews.
    assert abs(coverage(intervals, truth) - 0.95) < share_error(samples) + 0.005
    # An interval that covers by being wide would pass alone: a third less covers too little.
    narrow = [Interval(i.value, *(i.value + 0.66 * (end - i.value) for end in i[1:]))
              for i in intervals]  # fmt: skip
    assert coverage(narrow, truth) < 0.90


def test_the_interval_of_one_trial_is_unbounded() -> None:
    # One trial says nothing, but that a count is not negative.
    assert mean_of(np.array([3])) == (3.0, 0.0, np.inf)


def test_trials_that_all_agree_leave_the_rule_of_three() -> None:
    # With 95 % confidence an event that n trials did not show has a probability below 3 / n;
    # -ln 0.05 is 2.996, and 1 % spans both.
    n = 1000
    interval = mean_of(np.full(n, 2))
    assert interval.value == 2.0
    assert interval.high - interval.value == pytest.approx(3.0 / n, rel=0.01)


def clustered(rng: np.random.Generator, trials: int) -> tuple[np.ndarray, np.ndarray]:
    """Hits and shots whose probability changes from trial to trial: 0.5 in the mean."""
    shots = rng.integers(5, 16, trials)
    return rng.binomial(shots, rng.beta(1.0, 1.0, trials)), shots


def test_the_bootstrap_of_a_share_covers_it() -> None:
    samples, trials = 400, 150
    rng = np.random.default_rng(1979)
    drawn = [clustered(rng, trials) for _ in range(samples)]
    intervals = [bootstrap_share(hits, of, seed=k) for k, (hits, of) in enumerate(drawn)]
    # 400 resamples lack half a per cent, percentiles of 150 trials another one [efron1979].
    assert abs(coverage(intervals, 0.5) - 0.95) < share_error(samples) + 0.015
    # What happens within a trial hangs together: counting shots as independent covers too little.
    naive = [wilson(int(hits.sum()), int(of.sum())) for hits, of in drawn]
    assert coverage(naive, 0.5) < 0.85


def test_the_bootstrap_is_the_same_for_the_same_seed_and_holds_its_value() -> None:
    hits, of = clustered(np.random.default_rng(3), 60)
    one = bootstrap_share(hits, of, seed=5)
    assert one == bootstrap_share(hits, of, seed=5)
    assert one != bootstrap_share(hits, of, seed=6)
    assert one.value == hits.sum() / of.sum()
    assert one.low < one.value < one.high


def test_the_bootstrap_of_nothing_is_not_a_number() -> None:
    assert np.isnan(bootstrap_share(np.zeros(5), np.zeros(5))).all()


# ---------------------------------------------------------------------------------------------
# Fighting until the interval is reached

FIELD = setup(Unit(kill=0.6, loads=(6, 6), reloads=4, reload_s=20.0), raid_of(20)).field()
RARE = setup(Unit(kill=0.99, salvo=2), raid_of(5)).field()
NEVER = setup(Unit(kill=1.0), raid_of(5)).field()


def same_bits(one: Trials, other: Trials) -> None:
    for name, a, b in zip(Trials._fields, one, other, strict=True):
        assert a.tobytes() == b.tobytes(), name


@pytest.mark.parametrize("half_width", [0.1, 0.03, 0.012])
def test_the_half_width_is_reached_without_many_trials_too_many(half_width: float) -> None:
    result = fight_until(FIELD, half_width, 10**6, seed=1, block=500)
    interval = mean_of(result.leakers)
    assert interval.high - interval.value <= half_width
    needed = (1.96 * result.leakers.std() / half_width) ** 2
    # Blocks are 2000 trials; the spread is known to a few per cent only when they are chosen.
    assert result.leakers.size <= 1.2 * needed + 2 * 2000
    same_bits(result, battle.fight(FIELD, result.leakers.size, 1))


@pytest.mark.parametrize("block", [1, 77, 500, 2000, 10_000])
def test_other_blocks_give_the_same_trials(block: int) -> None:
    # So narrow that all trials are used: then their number is the same for all blocks.
    result = fight_until(FIELD, 1e-6, 5000, seed=9, block=block)
    same_bits(result, battle.fight(FIELD, 5000, 9))


def test_the_greatest_number_of_trials_is_kept() -> None:
    result = fight_until(FIELD, 1e-6, 4321, seed=1)
    assert result.leakers.size == 4321
    assert result.outcomes.sum() == 20 * 4321


@pytest.mark.parametrize("field", [RARE, NEVER], ids=["rare", "never"])
def test_a_first_block_in_which_nothing_leaks_is_not_believed(field: battle.Field) -> None:
    half_width = 5e-4
    result = fight_until(field, half_width, 10**6, seed=1, block=100)
    # Three in n: fewer trials could not have shown a leaker as rare as the interval is wide.
    if result.leakers.std() == 0.0:
        assert 3.0 / result.leakers.size <= half_width
    else:
        interval = mean_of(result.leakers)
        assert interval.high - interval.value <= half_width
    assert result.leakers.size > 100


# ---------------------------------------------------------------------------------------------
# The best plan

MIP_GAP = 1e-4
"""HiGHS stops when its plan is proven to be this close to the best one, as a share of it."""
SLACK = 1e-6
"""By how much HiGHS lets a constraint be passed."""


class Numbers:
    """A small problem of assignment, at random."""

    def __init__(self, seed: int) -> None:
        rng = np.random.default_rng(seed)
        n, b = int(rng.integers(1, 6)), int(rng.integers(1, 4))
        if b == 3:
            n = min(n, 4)
        self.reaches = rng.random((n, b)) < 0.8
        self.weight = rng.choice([1.0, 2.0, 3.5], n)
        self.objects = rng.choice([1.0, 2.0], n)
        self.salvo = rng.integers(1, 3, b)
        self.looks = rng.integers(1, 4, b)
        self.kill = rng.choice([0.0, 0.3, 0.5, 0.8, 1.0], b)
        self.stock = rng.integers(0, 7, b)

    def plan(self) -> Plan:
        return best_plan(self.reaches * self.looks, self.weight, self.objects, self.salvo,
                         self.kill, self.stock)  # fmt: skip

    def expected(self, allowed: np.ndarray) -> tuple[float, np.ndarray]:
        """Weight saved and shots of a plan, shot by shot: a look follows where all before failed."""
        shots = np.zeros(self.kill.size)
        saved = 0.0
        for m in range(self.weight.size):
            leaks = 1.0
            for b in np.flatnonzero(allowed[m]):
                still = 1.0
                for _ in range(self.looks[b]):
                    shots[b] += still * self.salvo[b] * self.objects[m]
                    for _ in range(self.salvo[b]):
                        still *= 1.0 - self.kill[b]
                leaks *= still
            saved += self.weight[m] * (1.0 - leaks)
        return saved, shots

    def best(self) -> float:
        """The most weight that any assignment saves within the stock: all of them are tried."""
        choices = [
            [c for k in range(row.sum() + 1) for c in combinations(np.flatnonzero(row), k)]
            for row in self.reaches
        ]
        best = 0.0
        for chosen in product(*choices):
            allowed = np.zeros(self.reaches.shape, dtype=bool)
            for m, batteries in enumerate(chosen):
                allowed[m, list(batteries)] = True
            saved, shots = self.expected(allowed)
            if np.all(shots <= self.stock + SLACK):
                best = max(best, saved)
        return best


@pytest.mark.parametrize("seed", range(30))
def test_the_best_plan_against_all_plans(seed: int) -> None:
    given = Numbers(seed)
    plan = given.plan()
    assert plan.allowed.shape == given.reaches.shape
    assert not np.any(plan.allowed & ~given.reaches)
    saved, shots = given.expected(plan.allowed)
    # What it says of itself is what it does, to rounding.
    assert plan.expected_saved == pytest.approx(saved, abs=1e-9)
    assert plan.expected_shots == pytest.approx(shots, abs=1e-9)
    assert np.all(shots <= given.stock + SLACK)
    best = given.best()
    assert saved <= best + 1e-9
    assert saved >= best * (1.0 - MIP_GAP) - 1e-9


def test_the_small_plans_are_not_all_alike() -> None:
    """The comparison means something only where stocks bind and plans differ."""
    given = [Numbers(seed) for seed in range(30)]
    bound = [g for g in given if g.best() < g.expected(g.reaches)[0] - 1e-9]
    assert len(bound) >= 5
    assert len({round(g.best(), 9) for g in given}) >= 10


def test_scarce_shots_go_to_the_heaviest_places() -> None:
    n = 5000
    weight = np.where(np.arange(n) % 10 == 0, 7.0, 1.0)
    plan = best_plan(np.ones((n, 1), np.int64), weight, np.ones(n), np.array([2]),
                     np.array([0.5]), np.array([1000]))  # fmt: skip
    assert np.array_equal(plan.allowed[:, 0], weight == 7.0)
    assert plan.expected_shots.tolist() == [1000.0]
    # 500 places of weight 7, each saved with 1 - 0.5^2.
    assert plan.expected_saved == pytest.approx(500 * 7.0 * 0.75, rel=1e-12)


def test_a_plan_saves_what_it_expects_when_it_is_fought() -> None:
    """Where neither launchers nor times bind, the battle's mean is the plan's expectation."""
    kill, n, trials = np.array([0.6, 0.7]), 12, 50_000
    weight = np.where(np.arange(n) < 4, 5.0, 1.0)
    plan = best_plan(np.ones((n, 2), np.int64), weight, np.ones(n), np.array([1, 2]), kill,
                     np.array([6, 12]))  # fmt: skip
    upper = Unit(kill=0.6, loads=(6,))
    lower = Unit(first_s=400.0, last_s=450.0, flight_s=20.0, kill=0.7, salvo=2, layer=1,
                 loads=(2,) * 6)  # fmt: skip
    field = setup((upper, lower), raid_of(n, weight=weight)).field(Assignment.OPTIMAL, plan.allowed)
    result = battle.fight(field, trials, 4)
    saved = weight.sum() - result.leaked_weight
    allowed = 4.0 * saved.std() / np.sqrt(trials)
    assert abs(saved.mean() - plan.expected_saved) < allowed
    # The lower layer need not shoot at what the upper one stopped: the plan is an upper bound.
    assert np.all(result.spent.mean(axis=0) <= plan.expected_shots + SLACK)


def test_a_plan_counts_the_looks_that_fit() -> None:
    """Launches at 0 to 60 s, 20 s of flight and 5 s until the result: at 0, 25 and 50 s."""
    unit = Unit(first_s=0.0, last_s=60.0, flight_s=20.0, assessment_s=5.0, looks=8)
    made = setup((unit,), raid_of(1))
    looks = battle.looks_that_fit(made.opportunities, made.raid, made.launchers, made.batteries)
    assert looks.tolist() == [[3]]
    # A salvo of two is known of a second later: at 0, 26 and 52 s; of four, 3 s: at 0, 28 and 56 s.
    for salvo, fit in ((2, 3), (4, 3), (9, 2)):
        more = setup((unit._replace(salvo=salvo),), raid_of(1))
        assert battle.looks_that_fit(
            more.opportunities, more.raid, more.launchers, more.batteries
        ).tolist() == [[fit]]
    # Where the air has to sort first, intercepts above do not count; nor do launchers without any.
    gated = made.raid._replace(
        objects=np.array([2]), is_gated=True, sorting_altitude_m=np.full(1, -1.0)
    )
    empty = made.launchers._replace(loaded=np.zeros_like(made.launchers.loaded))
    for raid, launchers in ((gated, made.launchers), (made.raid, empty)):
        none = battle.looks_that_fit(made.opportunities, raid, launchers, made.batteries)
        assert none.tolist() == [[0]]
    # Eight looks would leave nothing for another battery to stop; three leave an eighth of it.
    first = np.array([[3, 1]])
    plan = best_plan(first, np.ones(1), np.ones(1), np.ones(2, np.int64), np.full(2, 0.5),
                     np.full(2, 9))  # fmt: skip
    assert plan.allowed.tolist() == [[True, True]]
    assert plan.expected_saved == pytest.approx(1.0 - 0.5**4)


@pytest.mark.parametrize(("value", "n"), [(0.0, 2), (4.0, 2), (4.0, 400), (4.0, 10_000), (2.0, 1)])
def test_an_interval_ends_where_no_trial_can_be(value: float, n: int) -> None:
    low, high = mean_of(np.full(n, value), most=4.0)[1:]
    assert 0.0 <= low <= value <= high <= 4.0
    summed = mean_from_sums(value * n, value * value * n, n, most=4.0)
    assert summed[1:] == (low, high)
    if n == 400 and value == 4.0:
        # The rule of three still says how many trials could have been otherwise.
        assert low == pytest.approx(4.0 - 3.0 / 400, abs=1e-12)


def test_an_interval_too_narrow_for_any_trials_is_no_overflow() -> None:
    trials = fight_until(FIELD, half_width=1e-300, trials_max=5000, seed=1, block=100)
    assert trials.leakers.size == 5000


def test_a_plan_of_very_many_batteries_offers_smaller_sets_and_ends() -> None:
    n, b = 6, 30
    plan = best_plan(
        np.ones((n, b), np.int64), np.arange(1.0, n + 1.0), np.ones(n), np.ones(b, np.int64),
        np.full(b, 0.5), np.ones(b, np.int64),
    )  # fmt: skip
    assert plan.allowed.shape == (n, b)
    # No battery has more than its one interceptor to give.
    assert plan.expected_shots.max() <= 1.0 + 1e-9
