"""Laws of the battle: nothing is lost or counted twice, and no shot breaks a rule of fire.

The batteries here are tables of launches, without geometry. Numbers of trials and seeds are fixed, so
that every test gives the same answer each time.
"""

import tracemalloc
from itertools import pairwise
from typing import Any, NamedTuple

import numba
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from shieldmap import battle
from shieldmap.battle import fighting, state
from shieldmap.model import (
    Assignment,
    Outcome,
    Trials,
)  # fmt: skip
from tests.battles import MS, WIDE, Setup, Unit, radars_of, raid_of, setup

COLUMNS = (
    "battery site missile object warhead ordered_s launch_s intercept_s altitude_m hit assessed_s"
)
Shots = NamedTuple("Shots", [(name, np.ndarray) for name in COLUMNS.split()])
LOG = [battle.LOG_BATTERY, battle.LOG_SITE, battle.LOG_MISSILE, battle.LOG_OBJECT,
       battle.LOG_WARHEAD, battle.LOG_ORDERED, battle.LOG_LAUNCH, battle.LOG_INTERCEPT,
       battle.LOG_ALTITUDE, battle.LOG_HIT, battle.LOG_ASSESSED]  # fmt: skip


def shots_of(field: battle.Field, seed: int = 1, trial: int = 0) -> tuple[Shots, np.ndarray]:
    """The log of one trial, column by column, and how every missile ended."""
    log, ends = battle.fight_logged(field, seed, trial)
    return Shots(*log.T[LOG]), ends


# --- What must hold in every raid


def check_counts(s: Setup, fought: Trials) -> None:
    """Every missile has one outcome, every interceptor is spent or left."""
    n, b, trials = s.raid.path.size, len(s.units), fought.leakers.size
    sums, squares, none = fought.groups.T
    assert sums.sum() == fought.leakers.sum()
    assert np.all((none >= 0) & (none + sums >= trials) & (squares >= sums))
    if none.size == 1:
        assert squares[0] == (fought.leakers**2).sum()
        assert none[0] == np.sum(fought.leakers == 0)
    per_path = np.bincount(s.raid.path, minlength=fought.outcomes.shape[0])
    assert np.all(fought.outcomes >= 0)
    assert fought.outcomes.sum(axis=1).tolist() == (per_path * trials).tolist()
    assert fought.outcomes[:, b:].sum() == fought.leakers.sum()
    assert np.all((fought.leakers >= 0) & (fought.leakers <= n))
    assert np.all((fought.leaked_weight >= 0.0) & (fought.leaked_weight <= s.raid.weight.sum()))
    assert np.all((fought.spent >= 0) & (fought.spent <= s.stock))
    # A battery is empty when its whole stock left, and a stock of nothing is never emptied.
    is_emptied = (fought.spent == s.stock) & (s.stock > 0)
    assert np.array_equal(np.isfinite(fought.emptied_s), is_emptied)
    assert np.all(fought.at_others >= 0)
    assert np.all(fought.at_stopped >= 0)
    assert np.all(fought.at_others + fought.at_stopped <= fought.spent.sum(axis=1))
    assert not np.isnan(fought.leaked_weight).any()


def check_log(s: Setup, field: battle.Field, trial: int) -> Shots:
    """The log of a trial says the same as its counts."""
    shots, ends = shots_of(field, 1, trial)
    one = battle.fight(field, 1, 1, first_trial=trial)
    b = len(s.units)
    assert not np.isnan(np.concatenate(shots)).any()
    fired = np.bincount(shots.battery.astype(int), minlength=b)
    assert fired.tolist() == one.spent[0].tolist()
    assert one.at_others[0] == np.sum(shots.warhead == 0.0)
    assert np.sum(ends[:, 0] < 0) == one.leakers[0]
    assert s.raid.weight[ends[:, 0] < 0].sum() == pytest.approx(one.leaked_weight[0], abs=1e-9)
    late, not_before = 0, 0
    for m in range(s.raid.path.size):
        at_warhead = (shots.missile == m) & (shots.warhead == 1.0)
        hits = at_warhead & (shots.hit == 1.0)
        # A missile is stopped by the first that hits its warhead, or by nobody.
        assert (ends[m, 0] >= 0) == hits.any()
        if hits.any():
            first = shots.intercept_s[hits].min()
            assert ends[m, 1] == first
            late += np.sum(shots.intercept_s[at_warhead] > first)
            not_before += np.sum(shots.intercept_s[at_warhead] >= first) - 1
            assert ends[m, 0] in shots.battery[hits & (shots.intercept_s == first)]
            assert one.outcomes[s.raid.path[m], int(ends[m, 0])] > 0
        else:
            assert one.outcomes[s.raid.path[m], b + int(ends[m, 2])] > 0
    # Of those that come with the first hit, who misses came neither before nor after it. Where two
    # batteries may shoot at once, a shot that was ordered first can come last.
    assert one.at_stopped[0] <= not_before
    assert one.at_stopped[0] >= late or s.batteries.may_double.any()
    return shots


def check_times(s: Setup, field: battle.Field, shots: Shots) -> None:
    """Launches lie in their windows, and no radar that is lost guides an interceptor."""
    span = field.spans[shots.missile.astype(int), shots.battery.astype(int)]
    assert np.all(shots.launch_s >= shots.ordered_s)
    assert np.all(shots.launch_s >= span["open_s"] - MS)
    assert np.all(shots.launch_s <= span["close_s"] + MS)
    assert np.all(shots.intercept_s > shots.launch_s)
    assert np.all(shots.assessed_s >= shots.intercept_s)
    radar = s.batteries.radar[shots.battery.astype(int)]
    assert np.all(shots.intercept_s <= s.radars.lost_s[radar])


def check_channels_and_launchers(s: Setup, shots: Shots) -> None:
    """Never more under way than a battery has channels; no launcher faster than it can be."""
    first_site = np.cumsum([0, *(unit.sites for unit in s.units)])
    for b, unit in enumerate(s.units):
        own = shots.battery == b
        launch_s, intercept_s = shots.launch_s[own], shots.intercept_s[own]
        under_way = (launch_s <= launch_s[:, None]) & (intercept_s > launch_s[:, None])
        assert np.all(under_way.sum(axis=1) <= unit.channels)
        if len(unit.loads) <= unit.sites:
            # Each site is one launcher.
            for site in range(first_site[b], first_site[b + 1]):
                gaps = np.diff(np.sort(shots.launch_s[own & (shots.site == site)]))
                assert np.all(gaps >= unit.spacing_s - MS)


def check_looks(s: Setup, field: battle.Field, shots: Shots) -> None:
    """At one track: no more looks and shots than allowed, none before the last are assessed."""
    track = shots.missile * WIDE + shots.object
    for one in np.unique(track):
        rows = np.flatnonzero(track == one)
        busy_until_s, busy = -np.inf, set()
        looks = np.zeros(len(s.units), dtype=int)
        salvos: dict[tuple[int, float], list[int]] = {}
        for row in rows:
            salvos.setdefault((int(shots.battery[row]), shots.ordered_s[row]), []).append(row)
        for (b, ordered_s), fired in salvos.items():
            unit = s.units[b]
            looks[b] += 1
            assert len(fired) <= unit.salvo
            assert looks[b] <= unit.looks
            if ordered_s < busy_until_s:
                close_s = field.spans[int(shots.missile[fired[0]]), b]["close_s"]
                assert unit.may_double
                assert b not in busy
                assert close_s < busy_until_s
            else:
                busy = set()
            busy.add(b)
            busy_until_s = max(busy_until_s, shots.assessed_s[fired].max())


def check_bounds(field: battle.Field, trial: int) -> None:
    """A trial writes on its own board alone: the boards behind it stay empty.

    Kernels do not check indices, so that a list that grows beyond its room would silently change
    the trial beside it, or crash. The 64 spare boards keep such a fault harmless here.
    """
    boards = state.new_boards(1 + 64, field)
    log, ends = np.empty((0, state.LOG_COLUMNS)), np.empty((field.missiles.size, 3))
    fighting._fight_logged(field, boards, 1, trial, log, ends)
    for name, part in zip(boards._fields, boards, strict=True):
        assert not np.ascontiguousarray(part[1:]).view(np.uint8).any(), name


@st.composite
def units(draw: st.DrawFn, paths: int, radars: int) -> Unit:
    """Any battery: windows that may be missing, scarce launchers, channels and interceptors."""

    def one(*of: Any) -> Any:
        return draw(st.sampled_from(of))

    first_s = [one(60.0, 100.0, 130.5, 200.25, np.nan) for _ in range(paths)]
    return Unit(
        first_s, [first + one(0.0, 7.5, 60.0, 200.0) for first in first_s],
        [one(5.0, 33.3, 90.0, 200.0) for _ in range(paths)],
        loads=tuple(draw(st.lists(st.integers(0, 9), min_size=1, max_size=4))),
        sites=one(1, 2, 3), layer=one(0, 1, 2), radar=draw(st.integers(0, radars - 1)),
        salvo=one(1, 2, 3), looks=one(1, 2, 6), channels=one(1, 2, 4), reloads=one(0, 1, 6),
        assessment_s=one(0.0, 5.0, 40.0), spacing_s=one(0.0, 1.0, 12.5),
        # A reload takes no less than the time between two shots.
        reload_s=one(12.5, 30.0, 1800.0), kill=one(0.0, 0.3, 0.9, 1.0),
        common_mode=one(0.0, 0.2, 1.0), may_double=one(False, True),
    )  # fmt: skip


@st.composite
def setups(draw: st.DrawFn) -> tuple[Setup, battle.Field]:
    """Any raid against any layered defence, with every rule of assignment."""
    paths, radars, n = draw(st.integers(1, 3)), draw(st.integers(1, 2)), draw(st.integers(1, 10))

    def each(of: st.SearchStrategy[Any], count: int) -> np.ndarray:
        return np.array(draw(st.lists(of, min_size=count, max_size=count)))

    raid = raid_of(
        n, path=each(st.integers(0, paths - 1), n), group=each(st.integers(0, 2), n),
        launch_s=each(st.sampled_from([0.0, 0.0, 3.25, 40.0, 300.0]), n),
        weight=each(st.sampled_from([0.0, 1.0, 2.5]), n), objects=each(st.integers(1, 4), n),
        discrimination=each(st.sampled_from([0.0, 0.5, 1.0]), n),
        sorting_altitude_m=each(st.sampled_from([0.0, 150e3, 400e3]), n),
        is_gated=draw(st.booleans()),
    )  # fmt: skip
    states = radars_of(
        radars, track_budget=each(st.sampled_from([1, 3, 10**6]), radars),
        track_probability=each(st.sampled_from([0.0, 0.7, 1.0]), radars),
        failure=each(st.sampled_from([0.0, 0.3]), radars),
        lost_s=each(st.sampled_from([150.0, 250.0, np.inf]), radars),
    )  # fmt: skip
    defence = tuple(draw(st.lists(units(paths, radars), min_size=1, max_size=4)))
    s = setup(defence, raid, states)
    assignment = draw(st.sampled_from(list(Assignment)))
    plan = None
    if assignment == Assignment.OPTIMAL:
        plan = each(st.booleans(), n * len(defence)).reshape(n, -1)
    return s, s.field(assignment, plan)


@settings(max_examples=300, deadline=None, derandomize=True,
          suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])  # fmt: skip
@given(made=setups(), trial=st.integers(0, 1000))
def test_every_raid_keeps_the_laws(made: tuple[Setup, battle.Field], trial: int) -> None:
    s, field = made
    check_bounds(field, trial)
    check_counts(s, battle.fight(field, 20, 1, first_trial=trial))
    shots = check_log(s, field, trial)
    check_times(s, field, shots)
    check_channels_and_launchers(s, shots)
    check_looks(s, field, shots)
    allowed = field.spans["is_allowed"]
    assert np.all(allowed[shots.missile.astype(int), shots.battery.astype(int)])


def test_the_laws_are_broken_by_a_changed_log() -> None:
    """The checks themselves fail where a shot is moved, doubled or given to another battery."""
    s = setup((Unit(looks=2, kill=0.5, channels=2, loads=(9,)),) * 2, raid_of(4))
    field = s.field()
    shots, _ = shots_of(field)
    check_times(s, field, shots)
    check_looks(s, field, shots)
    check_channels_and_launchers(s, shots)
    with pytest.raises(AssertionError):
        check_times(s, field, shots._replace(launch_s=shots.launch_s + 300.0))
    with pytest.raises(AssertionError):
        check_looks(s, field, shots._replace(missile=np.zeros_like(shots.missile)))
    with pytest.raises(AssertionError):
        check_channels_and_launchers(s, shots._replace(launch_s=shots.launch_s * 0.0))


def busy_field() -> battle.Field:
    """A raid in which everything is scarce and every reason occurs."""
    paths = np.arange(30) % 3
    raid = raid_of(
        30, path=paths, launch_s=np.arange(30) * 4.0, weight=1.0 + paths, objects=1 + paths % 2,
        discrimination=0.5, sorting_altitude_m=150e3,
    )  # fmt: skip
    upper = Unit(
        first_s=(100.0, 120.0, np.nan), last_s=(180.0, 170.0, np.nan), loads=(4, 4), channels=3,
        salvo=2, kill=0.5, common_mode=0.1, reloads=3, reload_s=60.0,
    )  # fmt: skip
    lower = Unit(
        first_s=(240.0, 250.0, np.nan), flight_s=20.0, loads=(9, 3), looks=2, layer=1, radar=1,
        kill=np.linspace(0.4, 0.9, 9), channels=2,
    )  # fmt: skip
    states = radars_of(2, track_budget=[12, 100], track_probability=0.9, failure=[0.05, 0.1],
                       lost_s=[np.inf, 380.0])  # fmt: skip
    return setup((upper, lower), raid, states).field()


def same_bits(one: Trials, other: Trials) -> None:
    for name, a, b in zip(Trials._fields, one, other, strict=True):
        assert a.dtype == b.dtype, name
        assert a.tobytes() == b.tobytes(), name


def test_threads_do_not_change_a_battle() -> None:
    if numba.config.NUMBA_NUM_THREADS < 2:
        pytest.skip("this machine gives numba one thread only")
    before = numba.get_num_threads()
    try:
        results = []
        for count in (1, 2):
            numba.set_num_threads(count)
            results.append(battle.fight(busy_field(), 1000, 7))
    finally:
        numba.set_num_threads(before)
    same_bits(*results)
    # The comparison means something only if the raid has many ends.
    assert np.count_nonzero(results[0].outcomes.sum(axis=0)) >= 8
    assert np.unique(results[0].leakers).size > 5


@pytest.mark.parametrize("blocks", [(1, 999), (500, 500), (7, 400, 593)])
def test_blocks_do_not_change_trials(blocks: tuple[int, ...]) -> None:
    field = busy_field()
    whole = battle.fight(field, sum(blocks), 7)
    starts = np.cumsum([0, *blocks])
    parts = [battle.fight(field, int(b - a), 7, first_trial=int(a)) for a, b in pairwise(starts)]
    for name in Trials._fields:
        each = [getattr(part, name) for part in parts]
        # Counts of missiles are summed, everything else has one row for each trial.
        is_sum = name in {"outcomes", "groups"}
        joined = np.sum(each, axis=0) if is_sum else np.concatenate(each)
        assert joined.tobytes() == getattr(whole, name).tobytes(), name


def test_another_seed_or_trial_is_another_battle() -> None:
    # Trials that are all alike would pass for invariant.
    field = busy_field()
    one = battle.fight(field, 500, 7)
    assert not np.array_equal(one.leakers, battle.fight(field, 500, 8).leakers)
    assert not np.array_equal(one.leakers, battle.fight(field, 500, 7, first_trial=500).leakers)


# --- More is not worse, under common random numbers


LADDERS: dict[str, list[Any]] = {
    "loads": [(0,), (2, 2), (5, 5), (20, 20)],
    "reloads": [0, 4, 8, 30],
    "kill": [0.0, 0.2, 0.5, 0.8, 1.0],
    "channels": [1, 2, 4, 12],
    "salvo": [1, 2, 3],
    "looks": [1, 2, 4],
    "spacing_s": [60.0, 20.0, 5.0, 1.0],
    "common_mode": [0.9, 0.5, 0.1, 0.0],
}


def ladder(name: str) -> list[Setup]:
    """The same raid of 12 against a defence that improves in one number."""
    scarce = Unit(loads=(5, 5), kill=0.6, channels=8, looks=2, flight_s=40.0, reload_s=20.0)
    if name in {"salvo", "looks"}:
        # Where stocks bind, shots that are saved for others may serve better.
        scarce = scarce._replace(loads=(WIDE,) * 4, channels=WIDE, looks=1)
    return [setup(scarce._replace(**{name: value}), raid_of(12)) for value in LADDERS[name]]


@pytest.mark.parametrize("name", LADDERS)
def test_more_of_anything_lets_no_more_through(name: str) -> None:
    trials = 4000
    leakers = [battle.fight(s.field(), trials, 3).leakers for s in ladder(name)]
    for worse, better in pairwise(leakers):
        gain = worse - better
        # Four standard errors of the paired difference: one false alarm in 30 000 comparisons.
        assert gain.mean() >= -4.0 * gain.std() / np.sqrt(trials)
    # From one end to the other it helps for certain: half a missile is far beyond any error.
    assert leakers[0].mean() - leakers[-1].mean() > 0.5


def test_ten_thousand_missiles_stay_within_the_memory_that_is_promised() -> None:
    """Boards of trials take 128 MB at most; without the limit 64 of them would take more."""
    upper = Unit(loads=(8,) * 40, channels=100)
    lower = Unit(first_s=310.0, last_s=400.0, loads=(16,) * 8, layer=1, radar=1)
    n, trials = 10_000, 64
    states = radars_of(2, track_budget=[2000, 10**6])
    field = setup((upper, lower), raid_of(n, launch_s=np.arange(n) * 0.05), states).field()
    assert fighting._CHUNKS * sum(p.nbytes for p in state.new_boards(1, field)) > 1.5 * 128e6
    battle.fight(field, 1, 1)  # Compiled before memory is counted.
    tracemalloc.start()
    try:
        fought = battle.fight(field, trials, 1)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    # The results of 64 trials are a few kilobytes; 2 MB leave room for what Python itself keeps.
    assert peak < 128e6 + 2e6
    assert fought.outcomes.sum() == n * trials
    assert np.all(fought.spent.sum(axis=1) <= 40 * 8 + 8 * 16)
    assert np.all(fought.spent.min(axis=0) > 0)


def test_without_interceptors_what_fits_has_none_and_the_rest_is_out_of_reach() -> None:
    empty = Unit(first_s=(100.0, np.nan), loads=(0, 0))
    fought = battle.fight(setup(empty, raid_of(7, path=[0, 0, 0, 0, 1, 1, 1])).field(), 10, 1)
    expected = np.zeros((2, 1 + len(Outcome)), dtype=int)
    expected[0, 1 + Outcome.NO_INTERCEPTOR] = 40
    expected[1, 1 + Outcome.OUT_OF_REACH] = 30
    assert fought.outcomes.tolist() == expected.tolist()
    assert fought.spent.sum() == 0


def test_launchers_of_one_site_keep_their_spacing() -> None:
    unit = Unit(loads=(9, 9, 9), sites=3, spacing_s=7.0, flight_s=30.0)
    shots, _ = shots_of(setup(unit, raid_of(20)).field())
    assert shots.site.size == 20
    for site in range(3):
        gaps = np.diff(shots.launch_s[shots.site == site])
        assert gaps.size >= 5
        assert np.all(gaps >= 7.0 - MS)


@pytest.mark.parametrize("channels", [1, 2, 5])
def test_channels_bound_what_is_under_way_and_are_all_used(channels: int) -> None:
    s = setup(Unit(channels=channels, flight_s=30.0), raid_of(20))
    shots, _ = shots_of(s.field())
    check_channels_and_launchers(s, shots)
    at_s = shots.launch_s[:, None]
    assert ((shots.launch_s <= at_s) & (shots.intercept_s > at_s)).sum(axis=1).max() == channels


def test_an_empty_launcher_waits_for_its_reload() -> None:
    unit = Unit(loads=(2,), reloads=3, reload_s=50.0, flight_s=10.0)
    s = setup(unit, raid_of(9))
    shots, _ = shots_of(s.field())
    gaps = np.diff(shots.launch_s)
    # Two shots, then two of the reserve, then the last one; a table's step late at most.
    assert np.round(gaps).tolist() == [1.0, 50.0, 1.0, 50.0]
    assert np.all(gaps[[1, 3]] >= 50.0 - MS)
    fought = battle.fight(s.field(), 10, 1)
    assert fought.spent.tolist() == [[5]] * 10
    assert np.all(fought.emptied_s == shots.launch_s.max())


def test_a_battery_is_empty_when_its_last_interceptor_leaves() -> None:
    # The second shot of the first salvo leaves after the first shot of the second one.
    unit = Unit(loads=(1, 1, 1), salvo=2, spacing_s=10.0)
    field = setup(unit, raid_of(2)).field()
    shots, _ = shots_of(field)
    assert shots.launch_s.size == 3
    assert battle.fight(field, 1, 1).emptied_s[0, 0] == shots.launch_s.max()


def test_the_second_look_waits_for_the_result_of_the_first() -> None:
    unit = Unit(looks=3, kill=0.0, assessment_s=12.0, flight_s=20.0)
    shots, _ = shots_of(setup(unit, raid_of(5)).field())
    for m in range(5):
        own = shots.missile == m
        assert own.sum() == 3
        assert np.all(shots.launch_s[own][1:] >= shots.intercept_s[own][:-1] + 12.0)


def test_a_track_waits_for_a_battery_once() -> None:
    """A battery without a free channel keeps a list of tracks that wait for it.

    Another battery shoots at them meanwhile, and after each look they wait for both again.
    """
    slow = Unit(first_s=80.0, flight_s=200.0, kill=0.0, channels=1, looks=9)
    quick = Unit(flight_s=10.0, kill=0.0, looks=9, assessment_s=1.0, layer=1)
    field = setup((quick, slow), raid_of(6)).field()
    check_bounds(field, 0)
    # The slow one fires at 80 s and at 280 s, and while it is at a track the other one is not:
    # nine looks at five tracks, and one more at the track that the slow one missed.
    assert battle.fight(field, 3, 1).spent.tolist() == [[46, 2]] * 3


def test_what_is_stopped_is_not_shot_at_again() -> None:
    fought = battle.fight(setup(Unit(looks=3, kill=1.0), raid_of(5)).field(), 10, 1)
    assert fought.spent.tolist() == [[5]] * 10


def test_two_batteries_shoot_at_one_track_in_turn() -> None:
    two = (Unit(kill=0.0, flight_s=30.0), Unit(kill=0.0, flight_s=50.0, layer=1))
    shots, _ = shots_of(setup(two, raid_of(6)).field())
    for m in range(6):
        own = shots.missile == m
        assert shots.battery[own].tolist() == [0.0, 1.0]
        assert shots.launch_s[own][1] >= shots.assessed_s[own][0]


@pytest.mark.parametrize("may_double", [False, True])
def test_only_who_may_shoots_while_another_is_under_way(may_double: bool) -> None:
    # The second battery's window ends before the first one's result is known.
    two = (Unit(flight_s=150.0, kill=0.0), Unit(last_s=200.0, layer=1, may_double=may_double))
    shots, _ = shots_of(setup(two, raid_of(4)).field())
    assert np.sum(shots.battery == 0) == 4
    assert np.sum(shots.battery == 1) == (4 if may_double else 0)


def test_a_lost_radar_guides_nothing_any_more() -> None:
    lost_s = 215.0
    unit = Unit(loads=(99,), spacing_s=10.0)
    s = setup(unit, raid_of(12), radars_of(1, lost_s=lost_s))
    shots, ends = shots_of(s.field())
    # Launches at 100, 110, ... meet their targets 60 s later: six of them before the loss.
    assert shots.launch_s.size == 6
    assert np.all(shots.intercept_s <= lost_s)
    assert np.sum(ends[:, 2] == Outcome.RADAR_LOST) == 6


def test_a_radar_with_one_place_holds_one_track_and_the_next_layer_gets_the_rest() -> None:
    upper = Unit(kill=1.0)
    lower = Unit(first_s=310.0, last_s=400.0, flight_s=20.0, layer=1, radar=1)
    s = setup((upper, lower), raid_of(5), radars_of(2, track_budget=[1, 10**6]))
    shots, ends = shots_of(s.field())
    above = shots.battery == 0
    # The first is met at 160 s and assessed at 170 s; only then the second is detected, 120 s
    # late, and shot at 120 s late as well; a third would come too late.
    assert shots.launch_s[above].tolist() == [100.0, 220.0]
    assert shots.launch_s[above][1] >= shots.assessed_s[above][0]
    assert sorted(shots.missile[~above]) == sorted(set(range(5)) - set(shots.missile[above]))
    assert np.sum(ends[:, 0] == 0) == 2


def test_no_place_of_a_radar_goes_to_a_missile_that_was_stopped() -> None:
    # The upper layer stops the second missile at 120 s and knows it at 125 s. The lower radar's
    # one place is free at 130 s, and the third missile is the only one that still needs it.
    upper = Unit(flight_s=20.0, assessment_s=5.0, kill=1.0)
    lower = Unit(last_s=450.0, flight_s=20.0, kill=1.0, layer=1, radar=1)
    s = setup((upper, lower), raid_of(3), radars_of(2, track_budget=[10**6, 1]))
    plan = np.array([[False, True], [True, False], [False, True]])
    _, ends = shots_of(s.field(Assignment.OPTIMAL, plan))
    assert ends[:, 0].tolist() == [1.0, 0.0, 1.0]


def test_what_a_full_radar_does_not_take_up_is_not_tracked() -> None:
    """A radar that fails to track a target by chance says so, whether or not its places count."""
    for budget in (1, 10**6):
        s = setup(Unit(), raid_of(3, launch_s=[0.0, 1000.0, 2000.0]),
                  radars_of(1, track_probability=0.0, track_budget=budget))  # fmt: skip
        fought = battle.fight(s.field(), 5, 1)
        assert fought.outcomes[0, 1 + Outcome.NOT_TRACKED] == 15, f"budget {budget}"


def test_the_heavier_place_is_defended_first() -> None:
    weight = [1.0, 4.0, 2.0, 3.0]
    s = setup(Unit(loads=(9,), spacing_s=10.0), raid_of(4, weight=weight))
    shots, _ = shots_of(s.field(Assignment.VALUE_WEIGHTED))
    assert shots.missile.tolist() == [1.0, 3.0, 2.0, 0.0]


def test_the_earlier_deadline_goes_first_whatever_the_weight() -> None:
    last_s = (290.0, 200.0, 270.0, 230.0)
    unit = Unit(last_s=last_s, loads=(9,), spacing_s=10.0)
    s = setup(unit, raid_of(4, path=np.arange(4), weight=[9.0, 1.0, 2.0, 3.0]))
    shots, _ = shots_of(s.field(Assignment.MOST_URGENT))
    assert shots.missile.tolist() == [1.0, 3.0, 2.0, 0.0]
    # The other rule gives the heaviest place the first shot of the same raid.
    assert shots_of(s.field(Assignment.VALUE_WEIGHTED))[0].missile[0] == 0.0


def test_a_plan_is_obeyed() -> None:
    plan = np.array([[True, False], [False, True], [True, True], [False, False]])
    s = setup((Unit(kill=0.0), Unit(kill=0.0, layer=1)), raid_of(4))
    shots, _ = shots_of(s.field(Assignment.OPTIMAL, plan))
    fired = {(int(m), int(b)) for m, b in zip(shots.missile, shots.battery, strict=True)}
    assert fired == {(0, 0), (1, 1), (2, 0), (2, 1)}


def test_objects_that_are_told_apart_cost_nothing() -> None:
    alone, crowd = (
        battle.fight(setup(Unit(kill=0.5), raid_of(6, **objects)).field(), 2000, 1)
        for objects in ({}, {"objects": 4, "discrimination": 1.0})
    )
    assert crowd.at_others.sum() == 0
    assert np.array_equal(crowd.spent, alone.spent)


def test_objects_that_are_not_told_apart_are_all_shot_at() -> None:
    fought = battle.fight(setup(Unit(), raid_of(6, objects=4)).field(), 100, 1)
    assert np.all(fought.spent[:, 0] == 24)
    assert np.all(fought.at_others == 18)


def test_who_waits_for_the_air_shoots_below_it_and_at_warheads_alone() -> None:
    s = setup(Unit(), raid_of(6, objects=4, sorting_altitude_m=150e3, is_gated=True))
    shots, _ = shots_of(s.field())
    assert shots.missile.size == 6
    assert np.all(shots.warhead == 1.0)
    assert np.all(shots.altitude_m <= 150e3)
    late = setup(Unit(), raid_of(6, objects=4, sorting_altitude_m=50e3, is_gated=True))
    _, ends = shots_of(late.field())
    assert np.all(ends[:, 2] == Outcome.NOT_SORTED)
