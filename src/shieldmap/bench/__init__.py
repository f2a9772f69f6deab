"""Speed together with its accuracy, as numbers that a reader can repeat.

The flights of ``hwasong-5``, ``-7`` and ``-15`` are random aims over the whole compass and the
ranges that each class can fly; their accuracy is the worst distance at impact from the same
flight at a 1000 times tighter tolerance. The tracks are one flight of ``hwasong-7`` seen from
Seongju with looks drawn anew for each. The timing case is the scenario ``timing``. The raid is twenty
missiles of that of ``korea``, all in reach of its battery, each one object with a channel for every shot. The live answer is the first of ``korea``
from one launch point, asked again with another reach; ``bench/live_http.py`` measures the server.
"""

import statistics
import time
from typing import Final

import numpy as np

from shieldmap import (
    battle,
    campaign,
    catalog,
    earth,
    engagement,
    flight,
    footprint,
    threat,
)
from shieldmap.answers import page
from shieldmap.bench.machine import this_machine
from shieldmap.bench.peers import beside_peers
from shieldmap.bench.setting import (
    LOOKS,
    RAID,
    SEED,
    TRACKS,
    lone_battery,
    random_aims,
    timing_study,
    to_judge,
    track_looks,
)
from shieldmap.model import Event, Status
from shieldmap.results import Bench, BenchRow

__all__ = ["AIMS", "measure", "measure_peers", "random_aims"]

AIMS: Final = 1000
_TIGHTER: Final = 1000.0
_TRIALS: Final = 200_000
_MISSILES: Final = ("hwasong-5", "hwasong-7", "hwasong-15")


def measure(repeats: int = 3, progress: footprint.Progress | None = None) -> Bench:
    """Measure flights, aims and the timing case; medians over ``repeats`` runs."""
    rows: list[BenchRow] = []
    steps = len(_MISSILES) + 4
    for number, missile_id in enumerate(_MISSILES):
        if progress is not None:
            progress(f"flights of {missile_id}", number, steps)
        rows += _flights(missile_id, repeats)
    if progress is not None:
        progress("tracks", steps - 4, steps)
    rows.append(_tracks(repeats))
    if progress is not None:
        progress("the timing case", steps - 3, steps)
    rows += _timing_case(repeats)
    if progress is not None:
        progress("raids", steps - 2, steps)
    rows.append(_raids(repeats))
    if progress is not None:
        progress("live answers", steps - 1, steps)
    rows.append(_live(repeats))
    return Bench(machine=this_machine(), repeats=repeats, rows=tuple(rows), peers=())


def measure_peers(repeats: int = 3, progress: footprint.Progress | None = None) -> Bench:
    """Measure every part beside a peer, both in turn.

    Raises
    ------
    InputError : a peer is not installed.
    """
    peers = beside_peers(repeats, progress or (lambda *_: None))
    return Bench(machine=this_machine(), repeats=repeats, rows=(), peers=tuple(peers))


def _flights(missile_id: str, repeats: int) -> list[BenchRow]:
    missile = catalog.missile(missile_id).arrays()
    air = earth.tables()
    table, lat, lon = random_aims(missile, AIMS)
    aims = threat.aim(missile, table, lat, lon, air=air)  # also compiles
    many = aims._replace(
        **{
            name: np.tile(getattr(aims, name), 10)
            for name in ("azimuth_rad", "pitch_rad", "cutoff_s")
        }
    )
    rates, aim_rates = [], []
    for _ in range(repeats):
        began = time.perf_counter()
        threat.fly_aims(missile, table, many, air=air)
        rates.append(many.azimuth_rad.size / (time.perf_counter() - began))
        began = time.perf_counter()
        threat.aim(missile, table, lat, lon, air=air)
        aim_rates.append(lat.size / (time.perf_counter() - began))
    loose, _ = threat.fly_aims(missile, table, aims, air=air)
    tight, _ = threat.fly_aims(
        missile, table, aims, air=air, tolerance_m=flight.TOLERANCE_M / _TIGHTER
    )
    apart = np.linalg.norm(
        loose.event_position_m[:, Event.IMPACT] - tight.event_position_m[:, Event.IMPACT], axis=1
    )
    solved = aims.status == Status.OK
    return [
        BenchRow(
            name=f"{missile_id}: boost-to-impact flights",
            median=statistics.median(rates),
            unit="per second",
            worst_m=float(np.max(apart)),
            accuracy=f"worst of {AIMS}: {np.max(apart):.1f} m from a 1000 times tighter flight",
        ),
        BenchRow(
            name=f"{missile_id}: aim solutions",
            median=statistics.median(aim_rates),
            unit="per second",
            worst_m=float(np.max(aims.residual_m[solved])),
            accuracy=f"{int(solved.sum())} of {AIMS} solved, worst "
            f"{np.max(aims.residual_m[solved]):.1f} m from the place, "
            f"{aims.flights_used.mean():.1f} flights each",
        ),
    ]


def _tracks(repeats: int) -> BenchRow:
    scene = track_looks()
    rates = []
    for repeat in range(repeats + 1):
        began = time.perf_counter()
        done = scene.follow()
        if repeat > 0:  # the first one also compiles
            rates.append(done / (time.perf_counter() - began))
    tracks = scene.filtered()
    error = (tracks.last_state - scene.state[-1])[:, :3]
    stated = np.trace(tracks.last_covariance[:, :3, :3], axis1=1, axis2=2)
    ratio = float(np.mean((error**2).sum(axis=1)) / np.mean(stated))
    return BenchRow(
        name=f"track filter: {TRACKS:,} tracks of {LOOKS} looks",
        median=statistics.median(rates),
        unit="predictions and updates per second",
        worst_m=float(np.sqrt((error**2).sum(axis=1)).max()),
        accuracy=f"mean square of the last position's error {ratio:.2f} of what is stated",
    )


def _timing_case(repeats: int) -> list[BenchRow]:
    """Flying the timing case to its grid, and judging those flights under every joint draw."""
    study, places = timing_study()
    flying, judging, flown, worst = [], [], 0, 0.0
    for repeat in range(repeats + 1):
        spent, flown = [0.0, 0.0], 0
        for case in study.cases:
            began = time.perf_counter()
            flights = campaign.fly(study, case, *places)
            spent[0] += time.perf_counter() - began
            arguments = to_judge(study, case, flights)
            began = time.perf_counter()
            engagement.verdicts(*arguments)
            spent[1] += time.perf_counter() - began
            solved = flights.aims.status == Status.OK
            flown += int(solved.sum())
            worst = max(worst, float(flights.aims.residual_m[solved].max(initial=0.0)))
        if repeat > 0:  # the first one also compiles
            flying.append(flown / spent[0])
            judging.append(flown * len(study.variants) / spent[1])
    told = f"{flown:,} flights to {places[0].size:,} places"
    return [
        BenchRow(
            name="timing case: flights aimed, flown and sampled",
            median=statistics.median(flying),
            unit="per second",
            worst_m=worst,
            accuracy=f"{told}, impacts within {worst:.1f} m",
        ),
        BenchRow(
            name=f"timing case: verdicts of {len(study.variants)} sets of numbers, flights kept",
            median=statistics.median(judging),
            unit="per second",
            worst_m=None,
            accuracy=f"{told}; the values, both ends and {campaign.SAMPLES} joint draws, no margins",
        ),
    ]


def _raids(repeats: int) -> BenchRow:
    """Trials of twenty missiles in range of the battery of ``korea``, two shots each."""
    field = lone_battery()
    battle.fight(field, 100, SEED)  # compiles
    rates, trials = [], None
    for _ in range(repeats):
        began = time.perf_counter()
        trials = battle.fight(field, _TRIALS, SEED)
        rates.append(_TRIALS / (time.perf_counter() - began))
    assert trials is not None
    misses = 1.0 - float(field.kill_quantiles[0, 0])
    expected = float((trials.outcomes[:, 0] + trials.outcomes[:, 1]).sum()) / _TRIALS * misses**2
    missed = float(trials.outcomes[:, 1].sum()) / _TRIALS
    return BenchRow(
        name=f"raids: {RAID} missiles against one battery, {_TRIALS:,} trials",
        median=statistics.median(rates),
        unit="trials per second",
        worst_m=None,
        accuracy=f"{missed:.4f} missed by both shots, {expected:.4f} by the binomial",
    )


def _live(repeats: int) -> BenchRow:
    """A live answer after a change of the defence: 3,947 cells from one launch point, flights kept."""
    session = page.Session()
    first = page.State(launch_points=("hwangju",))
    whole = session.area(first)
    times = []
    for step in range(repeats):
        began = time.perf_counter()
        session.area(first.model_copy(update={"reach_km": 150.0 + step}))
        times.append(time.perf_counter() - began)
    again = session.area(first)
    differing = sum(
        a != b for a, b in zip(whole.columns.defended, again.columns.defended, strict=True)
    )
    ratio = whole.sums.flown_s / statistics.median(times)
    return BenchRow(
        name=f"live answer: {whole.sums.cells:,} cells, the reach changed",
        median=1e3 * statistics.median(times),
        unit="ms",
        worst_m=None,
        accuracy=f"{differing} cells differ when the first state is asked again; flying alone "
        f"takes {ratio:.1f} times as long",
    )
