"""Laws of an engagement: what is better for the defence never defends less, under any doctrine.

Authority: the windows of an engagement are sets of pairs of a launch and an intercept. What widens a
set keeps all its pairs, and each doctrine asks only that there are some in it, one apart from another
by a time or more. Where such a law would not hold, it is shown here by hand with its reason.

Random lines over the flat Earth of :mod:`tests.flat` and flights of missiles of the catalogue. Truths
are compared, so that nothing has a tolerance; seeds are fixed.
"""

import math
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np
import pytest

from shieldmap import campaign, engagement, interceptor, scenario
from shieldmap.campaign import Study
from shieldmap.engagement import geometry, judging, views, windows
from shieldmap.engagement.rows import variants_of
from shieldmap.model import (
    Assumptions,
    Doctrine,
    Event,
    Floats,
    Flyouts,
    LaunchSites,
    Trajectories,
)
from tests.flat import AXES, FLAT, NO_FILTER, ORIGIN, flyout, radar

FLIGHTS, SETS, SEED = 240, 48, 20171129
# Ends of the speed's part of the fly-out: what the slowest takes longer, and the fastest less.
SLOW, FAST = 0.08, 0.15
BAD_REACH_M = 150e3

Change = Callable[[Assumptions, np.random.Generator], Assumptions]


def random_lines(rng: np.random.Generator, n: int) -> Trajectories:
    """Straight flights that pass near the battery: half of them dive to the ground, half fly over."""
    seconds = 360
    time = np.arange(seconds + 1.0)
    speed = rng.uniform(700.0, 4000.0, n)
    start = np.stack([rng.uniform(-300e3, 300e3, n), rng.uniform(50e3, 450e3, n),
                      rng.uniform(60e3, 320e3, n)], axis=1)  # fmt: skip
    to = np.stack([rng.uniform(-150e3, 150e3, n), rng.uniform(-200e3, 100e3, n),
                   np.where(rng.random(n) < 0.5, 0.0, rng.uniform(30e3, 180e3, n))], axis=1)  # fmt: skip
    way = to - start
    velocity = speed[:, None] * way / np.linalg.norm(way, axis=1)[:, None]
    local = start[:, None] + time[:, None] * velocity[:, None]
    up = local[:, :, 2] > 0.0
    count = np.where(up.all(axis=1), time.size, np.argmin(up, axis=1))
    return Trajectories(
        time_s=time,
        position_m=ORIGIN + local @ AXES,
        velocity_m_s=np.repeat((velocity @ AXES)[:, None], time.size, axis=1),
        sample_count=count.astype(np.int64),
    )


def random_assumptions(rng: np.random.Generator, m: int) -> Assumptions:
    """Defences that see and reach some of the lines; half have a wedge for a view, half a cone."""
    track = rng.uniform(150e3, 700e3, m)
    reach = rng.uniform(60e3, 250e3, m)
    cone = rng.random(m) < 0.5
    published = np.where(rng.random(m) < 0.2, rng.uniform(20.0, 150.0, m), np.nan)
    return Assumptions(
        floor_m=rng.uniform(10e3, 60e3, m),
        ceiling_m=rng.uniform(80e3, 180e3, m),
        reach_m=reach,
        rear_m=np.where(rng.random(m) < 0.5, reach, rng.uniform(0.3, 1.0, m) * reach),
        facing_rad=rng.uniform(-math.pi, math.pi, m),
        target_speed_max_m_s=rng.uniform(1500.0, 5000.0, m),
        search_range_m=track * rng.uniform(0.4, 1.1, m),
        track_range_m=track,
        warning_s=rng.uniform(0.0, 120.0, m),
        track_s=rng.uniform(0.0, 25.0, m),
        reaction_s=rng.uniform(0.0, 40.0, m),
        chain_s=published,
        assessment_s=rng.uniform(0.0, 20.0, m),
        salvo_spacing_s=rng.uniform(0.0, 40.0, m),
        late_share=rng.uniform(0.0, 0.3, m),
        boresight_rad=rng.uniform(-0.6, 0.6, m),
        half_sector_rad=np.where(cone, math.pi, rng.uniform(0.4, math.pi, m)),
        elevation_min_rad=np.radians(rng.uniform(0.0, 25.0, m)),
        elevation_max_rad=np.radians(rng.uniform(35.0, 90.0, m)),
        tilt_rad=np.radians(rng.uniform(0.0, 60.0, m)),
        scan_max_rad=np.where(cone, np.radians(rng.uniform(20.0, 75.0, m)), math.pi),
        speed_share=rng.uniform(-1.0, 1.0, m),
        release_share=rng.uniform(-1.0, 1.0, m),
        drag_share=rng.uniform(-1.0, 1.0, m),
        track_share=np.zeros(m),
    )  # fmt: skip


@cache
def fly_outs() -> Flyouts:
    """The fly-out with the ends of the speed, and of release and drag half as far apart.

    The bad ends of release and drag reach less far, as real ones do.
    """
    value = flyout()
    shorter = value.time_s.copy()
    shorter[int(BAD_REACH_M / value.range_step_m) :] = np.nan
    ends = [
        value._replace(
            time_s=(shorter if change == SLOW and part < 1.0 else value.time_s)
            * (1.0 + part * change)
        )
        for part in (1.0, 0.3, 0.3)
        for change in (SLOW, -FAST)
    ]
    return interceptor.flyouts(value, *ends)


@cache
def two_sites() -> LaunchSites:
    """At the radar and 60 km to the north-east of it."""
    away = ORIGIN + np.array([50e3, 40e3, 0.0]) @ AXES
    return LaunchSites(np.array([ORIGIN, away]), np.array([AXES, AXES]), *fly_outs())


class Cases(NamedTuple):
    flights: Trajectories
    assumptions: Assumptions
    stock: Floats


@cache
def cases() -> Cases:
    rng = np.random.default_rng(SEED)
    stock = rng.integers(0, 4, (SETS, 2)).astype(np.float64)
    return Cases(random_lines(rng, FLIGHTS), random_assumptions(rng, SETS), stock)


def verdicts(assumptions: Assumptions, stock: Floats) -> np.ndarray:
    """Of all random lines under every variant, (flights, variants, doctrines)."""
    flights = cases().flights
    return engagement.verdicts(
        flights, np.zeros(FLIGHTS), radar(), two_sites(), stock, NO_FILTER, assumptions, FLAT
    )


def more(name: str, most: float, until: float = math.inf) -> Change:
    """A number greater by up to a size, and no greater than a limit."""

    def change(a: Assumptions, rng: np.random.Generator) -> Assumptions:
        before = getattr(a, name)
        later = np.minimum(before + rng.uniform(0.0, most, before.size), np.maximum(until, before))
        return a._replace(**{name: later})

    return change


def less(name: str, most: float, until: float = 0.0) -> Change:
    """A number less by up to a size, and no less than a limit."""

    def change(a: Assumptions, rng: np.random.Generator) -> Assumptions:
        before = getattr(a, name)
        return a._replace(**{name: np.maximum(before - rng.uniform(0.0, most, before.size), until)})

    return change


def both_ranges(a: Assumptions, rng: np.random.Generator) -> Assumptions:
    grown = rng.uniform(1.0, 1.5, a.track_range_m.size)
    return a._replace(
        search_range_m=grown * a.search_range_m, track_range_m=grown * a.track_range_m
    )


def wider_cone(a: Assumptions, rng: np.random.Generator) -> Assumptions:
    """A cone that stays one, so that the loss off the face stays as it is."""
    wider = a.scan_max_rad + np.radians(rng.uniform(0.0, 30.0, a.scan_max_rad.size))
    return a._replace(scan_max_rad=np.where(a.scan_max_rad < math.pi, wider, math.pi))


def longer_reach(a: Assumptions, rng: np.random.Generator) -> Assumptions:
    return a._replace(reach_m=a.reach_m + rng.uniform(0.0, 80e3, a.reach_m.size))


HALF_PI = 0.5 * math.pi
BETTER: dict[str, Change] = {
    "searches farther": more("search_range_m", 200e3),
    "stares farther": more("track_range_m", 300e3),
    "searches and stares farther": both_ranges,
    "is warned earlier": less("warning_s", 60.0),
    "has a wider cone": wider_cone,
    "has a wider wedge": more("half_sector_rad", 0.8, until=math.pi),
    "looks lower": less("elevation_min_rad", 0.2),
    "looks higher": more("elevation_max_rad", 0.5, until=HALF_PI),
    "reaches farther": longer_reach,
    "reaches farther to the rear": more("rear_m", 80e3),
    "has a lower floor": less("floor_m", 20e3),
    "has a higher ceiling": more("ceiling_m", 60e3),
    "may meet faster targets": more("target_speed_max_m_s", 1000.0),
    "may arrive later": more("late_share", 0.2),
    "tracks sooner": less("track_s", 15.0),
    "reacts sooner": less("reaction_s", 20.0),
    "assesses sooner": less("assessment_s", 10.0),
    "fires faster": less("salvo_spacing_s", 20.0),
    "has a shorter chain": less("chain_s", 40.0),
}


def told(lost: np.ndarray, before: Assumptions, after: Assumptions) -> str:
    """The first counterexamples: flight, variant, doctrine, and the numbers that were changed."""
    lines = []
    for i, v, d in np.argwhere(lost)[:5]:
        changed = {
            name: (float(getattr(before, name)[v]), float(getattr(after, name)[v]))
            for name in before._fields
            if getattr(before, name)[v] != getattr(after, name)[v]
            and getattr(before, name)[v] == getattr(before, name)[v]
        }
        lines.append(f"flight {i}, variant {v}, {Doctrine(d).name}: {changed}")
    return f"{int(lost.sum())} of {lost.size} lost\n" + "\n".join(lines)


@pytest.mark.parametrize("name", BETTER)
def test_a_better_defence_never_defends_less(name: str) -> None:
    base, stock = cases().assumptions, cases().stock
    better = BETTER[name](base, np.random.default_rng(SEED + 1))
    one, other = verdicts(base, stock), verdicts(better, stock)
    lost = one & ~other
    assert not lost.any(), told(lost, base, better)
    # It defends some and not all, and the change matters to some.
    assert 0.02 < one[:, :, 0].mean() < 0.9
    assert (other & ~one).any(), "the change changes nothing"
    # The other way round the law fails, as it must.
    assert (other & ~one).sum() > 0


def test_one_more_interceptor_never_defends_less() -> None:
    base, stock = cases().assumptions, cases().stock
    for site in range(2):
        more_stock = stock.copy()
        more_stock[:, site] += 1.0
        one, other = verdicts(base, stock), verdicts(base, more_stock)
        assert not (one & ~other).any()
        assert (other & ~one).any()


def faster(a: Assumptions, rng: np.random.Generator, part: str) -> Assumptions:
    return more(part, 1.0, until=1.0)(a, rng)


PARTS = ("speed_share", "release_share", "drag_share")


@pytest.mark.parametrize("part", PARTS)
def test_a_faster_interceptor_never_defends_less(part: str) -> None:
    """Of one shot and of two with a look between at any lateness; of a salvo from a lateness on
    within which the slower of the two lies."""
    base, stock = cases().assumptions, cases().stock
    better = faster(base, np.random.default_rng(SEED + 2), part)
    one, other = verdicts(base, stock), verdicts(better, stock)
    lost = one & ~other
    for doctrine in (Doctrine.SINGLE, Doctrine.SHOOT_LOOK_SHOOT):
        assert not lost[:, :, doctrine].any(), told(lost[:, :, [doctrine]], base, better)
        assert (other & ~one)[:, :, doctrine].any()
    # The slowest of all three parts takes 1.6 x 8 % longer than the value.
    within = base._replace(late_share=np.maximum(base.late_share, 1.6 * SLOW + 1e-9))
    better = within._replace(**{part: getattr(better, part)})
    one, other = verdicts(within, stock), verdicts(better, stock)
    lost = one & ~other
    assert not lost.any(), told(lost, within, better)
    assert (other & ~one)[:, :, Doctrine.SALVO_2].any()


def test_a_salvo_of_a_faster_interceptor_needs_the_lateness() -> None:
    """Why the law of a salvo asks for lateness: without, the faster has fewer moments to leave at.

    A faster interceptor that cannot wait leaves later for the far end of the envelope, and hardly
    later for the near end: the launches lie closer together, and a spacing between two may not fit.
    """
    base, stock = cases().assumptions, cases().stock
    hasty = base._replace(late_share=np.zeros(SETS), speed_share=np.full(SETS, -1.0))
    better = hasty._replace(speed_share=np.zeros(SETS))
    lost = verdicts(hasty, stock) & ~verdicts(better, stock)
    assert not lost[:, :, [Doctrine.SINGLE, Doctrine.SHOOT_LOOK_SHOOT]].any()
    assert lost[:, :, Doctrine.SALVO_2].any()


# ---------------------------------------------------------------------------------------------
# Flights of missiles of the catalogue, whose tracks have to settle


class Flown(NamedTuple):
    """One case to some places, under the values, both ends and some draws of the study."""

    this: Study
    flown: campaign.FlownCase
    assumptions: Assumptions
    tracker: engagement.Tracker
    stock: Floats


DRAWS = 24


@cache
def flown() -> tuple[Flown, ...]:
    """The cases of `timing` to eight places each, south of the launch points."""
    variants = (*campaign.ENDS_ONLY, *(campaign.Variant("sample", float(i)) for i in range(DRAWS)))
    this = campaign.study(scenario.load("timing"), variants=variants)
    rng = np.random.default_rng(SEED)
    out = []
    for case in this.cases:
        if case.table is None:
            continue
        places = np.radians([rng.uniform(34.8, 37.4, 8), rng.uniform(126.6, 129.3, 8)])
        assumptions = campaign.assumptions_of(this, case)
        tracker = campaign.tracker_of(this, assumptions)
        there = campaign.fly(this, case, *places)
        out.append(Flown(this, there, assumptions, tracker, campaign.inventory_of(this)))
    return tuple(out)


def judged(of: Flown, assumptions: Assumptions, stock: Floats | None = None) -> np.ndarray:
    return engagement.verdicts(
        of.flown.trajectories,
        of.flown.flights.event_time_s[:, Event.BURNOUT],
        of.this.defence.radar,
        of.this.defence.sites,
        of.stock if stock is None else stock,
        of.tracker,
        assumptions,
    )


TRACKED = [name for name in BETTER if name not in ("tracks sooner", "has a shorter chain")]


@pytest.mark.parametrize("name", TRACKED)
def test_a_better_defence_never_defends_less_against_real_flights(name: str) -> None:
    counted = np.zeros(2, dtype=int)
    for of in flown():
        better = BETTER[name](of.assumptions, np.random.default_rng(SEED + 3))
        one, other = judged(of, of.assumptions), judged(of, better)
        lost = one & ~other
        assert not lost.any(), told(lost, of.assumptions, better)
        counted += (int(one.sum()), int((other & ~one).sum()))
    print(f"{counted[0]} defended, {counted[1]} more if it {name}")
    assert counted[0] > 100


@pytest.mark.parametrize("part", PARTS)
def test_a_faster_interceptor_never_defends_less_against_real_flights(part: str) -> None:
    """Of salvos as well, and without any lateness: their windows are minutes wide, a spacing seconds."""
    for late_share in (None, 0.0):
        for of in flown():
            base = of.assumptions
            if late_share is not None:
                base = base._replace(late_share=np.full(base.floor_m.size, late_share))
            better = faster(base, np.random.default_rng(SEED + 4), part)
            lost = judged(of, base) & ~judged(of, better)
            assert not lost.any(), told(lost, base, better)


def test_an_earlier_detection_never_commits_later() -> None:
    """Detected by a cue, a quarter of a second after the other, of 1 s from look to look.

    Counted from burnout on the looks of the later are among those of the earlier; only looks that
    begin within a minute of the end are left out, where nothing could be launched any more.
    """
    moved, compared = 0, 0
    for of in flown():
        burnout_s = of.flown.flights.event_time_s[:, Event.BURNOUT]
        one = Assumptions(*(column[:1] for column in of.assumptions))
        view = one._replace(search_range_m=np.array([1.0]), track_range_m=np.array([5e6]))
        tracker = of.tracker._replace(columns=np.zeros(3, dtype=np.int64))
        last = np.full(burnout_s.size, -math.inf)
        for cue_s in np.arange(float(burnout_s.min()), float(burnout_s.max()) + 60.0, 0.25):
            there = engagement.engage(
                of.flown.trajectories, burnout_s, of.this.defence.radar, of.this.defence.sites,
                of.stock[:1], tracker, view._replace(warning_s=np.array([cue_s])), Doctrine.SINGLE,
            )  # fmt: skip
            commit = np.where(np.isnan(there.commit_s), math.inf, there.commit_s)
            assert np.all(commit >= last - 1e-9), (cue_s, commit - last)
            moved += int(np.sum(commit > last + 1e-9))
            compared += commit.size
            last = commit
    print(f"{compared} detections, of which {moved} commit later than the one before")
    assert moved > 100


# ---------------------------------------------------------------------------------------------
# The same answer by other ways


def test_verdicts_are_those_of_the_engagement() -> None:
    base, stock = cases().assumptions, cases().stock
    for doctrine in Doctrine:
        whole = engagement.engage(
            cases().flights, np.zeros(FLIGHTS), radar(), two_sites(), stock, NO_FILTER, base,
            doctrine, FLAT,
        )  # fmt: skip
        assert np.array_equal(verdicts(base, stock), whole.is_defended)
    for of in flown():
        whole = campaign.judge_flown(of.this, of.flown, of.assumptions, of.tracker).engagements
        assert np.array_equal(judged(of, of.assumptions), whole.is_defended)


def test_verdicts_of_many_variants_are_those_of_each_alone() -> None:
    """One alone is the first, of which all is looked at: nothing is left aside and no window cut."""
    base, stock = cases().assumptions, cases().stock
    together = verdicts(base, stock)
    defended = 0
    for v in range(SETS):
        alone = Assumptions(*(column[v : v + 1] for column in base))
        whole = engagement.engage(
            cases().flights, np.zeros(FLIGHTS), radar(), two_sites(), stock[v : v + 1], NO_FILTER,
            alone, Doctrine.SINGLE, FLAT,
        )  # fmt: skip
        assert np.array_equal(together[:, v], whole.is_defended[:, 0]), v
        defended += int(whole.is_defended.sum())
    assert defended > 100
    # The bad ends of the fly-out reach less far than some of what is met.
    assert np.any(cases().assumptions.reach_m > BAD_REACH_M)


def prepared(i: int) -> Floats:
    """The geometry (18, samples) of random line ``i`` from the radar and the first launcher."""
    flights, sites = cases().flights, two_sites()
    n = int(flights.sample_count[i])
    g = np.full((geometry.GEOMETRY, n), np.nan)
    geometry.flown_past(flights.position_m[i], flights.velocity_m_s[i], FLAT, g)
    geometry.seen_by_radar(flights.position_m[i], radar(), g)
    anywhere = geometry.Widest(-np.inf, np.inf, np.inf)
    geometry.reached_from(
        flights.position_m[i], sites, 0, anywhere, FLAT.semi_major_axis_m, True, g
    )
    return g


def blocks_of(g: Floats) -> Floats:
    blocks = np.full((geometry.BLOCKS, geometry.block_count(g.shape[1])), np.nan)
    geometry.blocks_of_flight(g, blocks)
    geometry.blocks_of_view(g, blocks)
    geometry.blocks_of_site(g, blocks)
    return blocks


def blocks_that_tell_nothing(g: Floats) -> Floats:
    """Blocks of any direction, range, altitude and speed: no sample can be passed."""
    blocks = np.full((geometry.BLOCKS, geometry.block_count(g.shape[1])), -np.inf)
    blocks[geometry.HALF_COSINE], blocks[geometry.HALF_SINE] = -1.0, 0.0
    blocks[[geometry.MID_EAST, geometry.MID_NORTH, geometry.MID_UP]] = 0.0
    for upper in (geometry.HIGHEST, geometry.CLEAREST, geometry.OVER):
        blocks[upper] = np.inf
    return blocks


def test_passing_blocks_of_samples_gives_what_looking_at_each_does() -> None:
    """Bit for bit: passes through the view and windows, of every line under every set."""
    a, found, passes = variants_of(cases().assumptions), 0, 0
    rng = np.random.default_rng(SEED + 5)
    for i in range(FLIGHTS):
        g = prepared(i)
        looks = np.empty((2, SETS, views.LOOKS, 3))
        out = np.zeros((2, windows.WINDOW))
        for way, blocks in enumerate((blocks_of(g), blocks_that_tell_nothing(g))):
            views.fill_looks(g, blocks, 1.0, a, np.ones(a.size, np.bool_), looks[way])
        assert looks[0].tobytes() == looks[1].tobytes(), i
        passes += int(np.isfinite(looks[0, :, :, views.DETECTED]).sum())
        for v in range(SETS):
            ready, lost = rng.uniform(0.0, 200.0), rng.uniform(100.0, 400.0)
            is_open = [
                windows.window_of(g, blocks, 1.0, a[v], ready, lost, True, out[way])
                for way, blocks in enumerate((blocks_of(g), blocks_that_tell_nothing(g)))
            ]
            assert is_open[0] == is_open[1], (i, v)
            part = np.zeros(windows.WINDOW)
            cut = windows.window_of(g, blocks_of(g), 1.0, a[v], ready, lost, False, part)
            assert cut == is_open[0]
            if is_open[0]:
                said = np.zeros((2, 3), np.bool_)
                judging._doctrines(a[v], out[0], 9.0, said[0])
                judging._doctrines(a[v], part, 9.0, said[1])
                assert np.array_equal(said[0], said[1]), (i, v)
                found += 1
                assert out[0].tobytes() == out[1].tobytes(), (i, v)
    assert found > 1000
    assert passes > 1000


# ---------------------------------------------------------------------------------------------
# The old rule


class Old(NamedTuple):
    earliest: float
    first_launch: float
    latest: float
    latest_launch: float


def old_margins(g: Floats, i: int, one: Assumptions, ready: float, lost: float) -> list[float]:
    """The six margins of the rule that an interceptor always flies its fastest path."""
    flight = g[geometry.FLIGHT, i]
    late = i - flight - ready
    return [
        g[geometry.ALTITUDE, i] - float(one.floor_m[0]),
        float(one.ceiling_m[0]) - g[geometry.ALTITUDE, i],
        float(one.reach_m[0]) - g[geometry.SLANT, i],
        late if late == late else -math.inf,
        lost - i,
        float(one.target_speed_max_m_s[0]) - g[geometry.SPEED, i],
    ]


def crossing(before: float, after: float) -> float:
    """Where between two samples a margin rises through zero."""
    if before >= 0.0:
        return 0.0
    return 1.0 if before == -math.inf or after <= before else before / (before - after)


def old_window(g: Floats, one: Assumptions, ready: float, lost: float) -> Old | None:
    """The window of that rule: launches at the time of the intercept less the fastest flight."""
    margins = [old_margins(g, i, one, ready, lost) for i in range(g.shape[1])]
    good = [min(m) >= 0.0 for m in margins]
    if not any(good):
        return None
    flight = g[geometry.FLIGHT]
    i = good.index(True)
    earliest, first = float(i), i - flight[i]
    if i > 0:
        enter = max(crossing(a, b) for a, b in zip(margins[i - 1], margins[i], strict=True))
        between = flight[i - 1] + enter * (flight[i] - flight[i - 1])
        earliest = i - 1 + enter
        first = earliest - (between if between == between else flight[i])
    latest, last = -math.inf, -math.inf
    for i in range(len(good)):
        if good[i]:
            latest, last = float(i), max(last, i - flight[i])
        elif i > 0 and good[i - 1]:
            pairs = zip(margins[i], margins[i - 1], strict=True)
            leave = min(1.0 - crossing(b, a) for b, a in pairs if b < 0.0)
            latest = i - 1 + leave
            between = flight[i - 1] + leave * (flight[i] - flight[i - 1])
            if between == between:
                last = max(last, latest - between)
    return Old(earliest, first, latest, last)


def test_without_lateness_the_numbers_are_those_of_the_old_rule() -> None:
    """All times of the window, at the values of the fly-out, to the rounding of a quotient."""
    base = cases().assumptions._replace(late_share=np.zeros(SETS))
    base = base._replace(rear_m=base.reach_m, **dict.fromkeys(PARTS, np.zeros(SETS)))
    a, rng = variants_of(base), np.random.default_rng(SEED + 6)
    out, opened = np.zeros(windows.WINDOW), 0
    for i in range(FLIGHTS):
        g = prepared(i)
        blocks = blocks_of(g)
        for v in rng.choice(SETS, 6, replace=False):
            one = Assumptions(*(column[v : v + 1] for column in base))
            ready, lost = rng.uniform(0.0, 120.0), rng.uniform(100.0, 400.0)
            expected = old_window(g, one, ready, lost)
            is_open = windows.window_of(g, blocks, 1.0, a[v], ready, lost, True, out)
            assert is_open == (expected is not None)
            if expected is None:
                continue
            opened += 1
            # Seconds below a thousand are exact to 1e-13; a quotient of margins loses some digits.
            assert out[windows.EARLIEST] == pytest.approx(expected.earliest, abs=1e-9)
            assert out[windows.LATEST] == pytest.approx(expected.latest, abs=1e-9)
            assert out[windows.LATEST_LAUNCH] == pytest.approx(expected.latest_launch, abs=1e-9)
            assert out[windows.FIRST_LAUNCH] == pytest.approx(expected.first_launch, abs=1e-9)
    assert opened > 300
