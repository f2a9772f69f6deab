"""The same bits on one or two threads, in one batch or many, and beside a row that is bad."""

import math
from collections.abc import Iterator
from typing import Any

import numba
import numpy as np
import pytest

from shieldmap import catalog, earth, engagement, flight, interceptor, threat
from shieldmap.model import (
    Aims,
    Assumptions,
    Doctrine,
    Engagements,
    Flights,
    LaunchSites,
    Missile,
    Radar,
    Status,
    Trajectories,
)
from shieldmap.track import Settling

LAUNCH = (math.radians(39.2), math.radians(126.6))
BATTERY = (math.radians(36.0), math.radians(128.2))
ROWS = 24
EVERY_S, UNTIL_S = 2.0, 700.0
AIR = earth.tables()
NODONG = catalog.missile("hwasong-7").arrays()
TABLE = threat.aim_table(NODONG, *LAUNCH, air=AIR)


@pytest.fixture
def threads() -> Iterator[int]:
    """The number of threads to compare with one; what was set before is set again."""
    before = numba.get_num_threads()
    if numba.config.NUMBA_NUM_THREADS < 2:
        pytest.skip("this machine gives numba one thread only")
    yield 2
    numba.set_num_threads(before)


def same_bits(one: Any, other: Any) -> None:
    """Every array of two named tuples of arrays has the same bytes, NaN included."""
    assert type(one) is type(other)
    for name, a, b in zip(one._fields, one, other, strict=True):
        assert np.asarray(a).dtype == np.asarray(b).dtype, name
        assert np.asarray(a).tobytes() == np.asarray(b).tobytes(), name


def rows_of(parts: Any, keep: slice | np.ndarray) -> Any:
    """Some rows of a named tuple of arrays; the shared time grid stays whole."""
    return type(parts)(
        *(
            np.ascontiguousarray(part if name == "time_s" else part[keep])
            for name, part in zip(parts._fields, parts, strict=True)
        )
    )


def places() -> tuple[np.ndarray, np.ndarray]:
    """Places inside and outside the missile's range, over the battery and away from it."""
    rng = np.random.default_rng(2015)
    bearing = math.pi + rng.uniform(-0.6, 0.6, ROWS)
    return earth.geodesic_direct(
        *np.array(LAUNCH), bearing, np.linspace(2e3, 1200e3, ROWS) + rng.uniform(0, 20e3, ROWS)
    )


def aimed(keep: slice = slice(None)) -> Aims:
    latitude, longitude = places()
    return threat.aim(NODONG, TABLE, latitude[keep].copy(), longitude[keep].copy(), air=AIR)


def launches(
    missile: Missile, keep: slice = slice(None), bad: int | None = None
) -> tuple[Flights, Trajectories]:
    rng = np.random.default_rng(7)
    azimuth = rng.uniform(0.0, 2.0 * math.pi, ROWS)
    pitch, cutoff = rng.uniform(0.05, 0.4, ROWS), rng.uniform(60.0, 120.0, ROWS)
    if bad is not None:
        (azimuth, pitch, cutoff)[bad % 3][bad] = math.nan
    position = np.tile(earth.geodetic_to_ecef(*np.array(LAUNCH)), (ROWS, 1))
    frame = np.tile(earth.east_north_up(*LAUNCH), (ROWS, 1, 1))
    sites = flight.Launch(position[keep], frame[keep])
    steering = flight.Steering(azimuth[keep], pitch[keep], cutoff[keep])
    flown, kept = flight.fly(missile, sites, steering, air=AIR, every_s=EVERY_S, until_s=UNTIL_S)
    assert kept is not None
    return flown, kept


def fallen(keep: slice = slice(None), bad: int | None = None) -> tuple[Flights, Trajectories]:
    """The free bodies of the same launches, from two minutes after launch on."""
    _, kept = launches(NODONG)
    state = np.hstack([kept.position_m[:, 60], kept.velocity_m_s[:, 60]])
    if bad is not None:
        state[bad, bad % 6] = math.nan
    flown, samples = flight.fall(
        NODONG, np.full(ROWS, 120.0)[keep], state[keep].copy(), air=AIR, every_s=EVERY_S,
        until_s=UNTIL_S,
    )  # fmt: skip
    assert samples is not None
    return flown, samples


def defence() -> tuple[Radar, LaunchSites, np.ndarray, Assumptions]:
    site = earth.geodetic_to_ecef(*np.array(BATTERY))
    axes = earth.east_north_up(*BATTERY)
    radar = Radar(site, axes, -0.1, math.radians(60.0), math.radians(5.0), 0.5 * math.pi)
    values = {
        "floor_m": 40e3, "ceiling_m": 150e3, "reach_m": 200e3, "rear_m": 200e3, "facing_rad": 0.0,
        "target_speed_max_m_s": 5e3, "search_range_m": 500e3, "track_range_m": 900e3,
        "warning_s": 60.0, "track_s": 10.0, "reaction_s": 30.0, "chain_s": 203.0,
        "assessment_s": 10.0, "salvo_spacing_s": 5.0, "late_share": 0.1, "boresight_rad": -0.1,
        "half_sector_rad": math.pi, "elevation_min_rad": math.radians(5.0),
        "elevation_max_rad": 0.5 * math.pi, "tilt_rad": 0.5, "scan_max_rad": math.radians(60.0),
        "speed_share": 0.0, "release_share": 0.0, "drag_share": 0.0, "track_share": 0.0,
    }  # fmt: skip
    assumptions = Assumptions(**{name: np.full(2, x) for name, x in values.items()})
    # The track has to settle under the first variant, the second has a published chain.
    assumptions.track_s[0] = assumptions.chain_s[0] = math.nan
    table = interceptor.flyout_table(catalog.defence("thaad").interceptor.arrays(), air=AIR)
    stock = np.full((2, 1), 48.0)
    return (
        radar,
        LaunchSites(site[None], axes[None], *interceptor.flyouts(table)),
        stock,
        assumptions,
    )


DEFENCE = defence()
SETTLING = Settling(1800e3, 0.15, 0.0, 0.0087, 0.0, 10.0, 2e-4, 1.0, 5, 1e3, 2e3)
TRACKER = engagement.Tracker(np.array([0, 0, 1]), SETTLING, SETTLING, SETTLING)


def engaged(samples: Trajectories) -> Engagements:
    radar, sites, inventory, assumptions = DEFENCE
    burnout_s = np.full(samples.sample_count.size, 100.0)
    doctrine = Doctrine.SHOOT_LOOK_SHOOT
    return engagement.engage(
        samples, burnout_s, radar, sites, inventory, TRACKER, assumptions, doctrine
    )


def test_threads_do_not_change_flights_aims_or_engagements(threads: int) -> None:
    results = []
    for count in (1, threads):
        numba.set_num_threads(count)
        flown, kept = launches(NODONG)
        table = threat.aim_table(NODONG, *LAUNCH, air=AIR)
        aims = threat.aim(NODONG, table, *places(), air=AIR)
        results.append((flown, kept, *fallen(), table, aims, engaged(kept)))
    for one, other in zip(*results, strict=True):
        same_bits(one, other)
    # The comparison means something only if rows were flown, reached and engaged.
    _, kept, _, _, _, aims, _ = results[0]
    assert set(aims.status) == {Status.OK, Status.BEYOND_RANGE, Status.BELOW_RANGE}
    assert np.any(kept.sample_count > 100)


def test_some_of_the_flights_are_engaged() -> None:
    """Without this the invariance of engagements could be that of refusals alone."""
    _, kept = threat.fly_aims(NODONG, TABLE, aimed(), air=AIR, every_s=EVERY_S, until_s=UNTIL_S)
    assert kept is not None
    judged = engaged(kept)
    assert np.any(judged.is_defended)
    assert not np.all(judged.is_defended)
    for keep in (slice(0, 7), slice(7, 8), slice(8, ROWS)):
        same_bits(engaged(rows_of(kept, keep)), rows_of(judged, keep))


@pytest.mark.parametrize("chunk", [1, 7])
def test_chunks_do_not_change_rows(chunk: int) -> None:
    flown, kept = launches(NODONG)
    falls, samples = fallen()
    aims, judged = aimed(), engaged(kept)
    for first in range(0, ROWS, chunk):
        keep = slice(first, first + chunk)
        part, part_kept = launches(NODONG, keep)
        same_bits(part, rows_of(flown, keep))
        same_bits(part_kept, rows_of(kept, keep))
        part, part_kept = fallen(keep)
        same_bits(part, rows_of(falls, keep))
        same_bits(part_kept, rows_of(samples, keep))
        same_bits(aimed(keep), rows_of(aims, keep))
        same_bits(engaged(rows_of(kept, keep)), rows_of(judged, keep))


@pytest.mark.parametrize("bad", [0, 4, 11, ROWS - 1])
def test_a_bad_row_leaves_its_neighbours_alone(bad: int) -> None:
    others = np.arange(ROWS) != bad
    for run in (lambda bad=None: launches(NODONG, bad=bad), lambda bad=None: fallen(bad=bad)):
        good_flown, good_kept = run()
        flown, kept = run(bad)
        assert flown.status[bad] == Status.BAD_INPUT
        same_bits(rows_of(flown, others), rows_of(good_flown, others))
        same_bits(rows_of(kept, others), rows_of(good_kept, others))
        assert np.all(np.isnan(flown.event_time_s[bad, 1:]))
        same_bits(rows_of(engaged(kept), others), rows_of(engaged(good_kept), others))


def test_a_bad_place_leaves_its_neighbours_alone() -> None:
    latitude, longitude = places()
    latitude[3], longitude[9] = math.nan, math.inf
    aims = threat.aim(NODONG, TABLE, latitude, longitude, air=AIR)
    bad = np.isin(np.arange(ROWS), (3, 9))
    assert np.all(aims.status[bad] == Status.BAD_INPUT)
    assert np.all(np.isnan(aims.azimuth_rad[bad]))
    same_bits(rows_of(aims, ~bad), rows_of(aimed(), ~bad))


def test_a_bad_row_is_not_judged() -> None:
    _, kept = launches(NODONG, bad=4)
    judged = engaged(kept)
    assert kept.sample_count[4] <= 1
    assert not judged.is_defended[4].any()
    assert judged.shots[4] == 0
    assert np.isnan(judged.earliest_intercept_s[4])


def test_a_missile_that_is_not_a_number_fails_in_every_row() -> None:
    flown, _ = launches(NODONG._replace(payload_kg=math.nan))
    assert np.all(flown.status == Status.BAD_INPUT)


def test_a_launch_point_that_is_not_a_number_fails_alone() -> None:
    position = np.tile(earth.geodetic_to_ecef(*np.array(LAUNCH)), (3, 1))
    frame = np.tile(earth.east_north_up(*LAUNCH), (3, 1, 1))
    steering = flight.Steering(1.0, 0.2, 80.0)
    good, _ = flight.fly(NODONG, flight.Launch(position, frame), steering, air=AIR)
    position[1, 2] = math.nan
    flown, _ = flight.fly(NODONG, flight.Launch(position, frame), steering, air=AIR)
    assert flown.status.tolist() == [Status.OK, Status.BAD_INPUT, Status.OK]
    same_bits(rows_of(flown, np.array([0, 2])), rows_of(good, np.array([0, 2])))
