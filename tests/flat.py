"""A flat Earth on which engagements can be worked out by hand.

The radar and the battery stand at the origin and look north; x is east, y north and z up.
The interceptor's time of flight is 5 s + altitude / 4 km/s + ground range / 5 km/s, which the
table's bilinear interpolation gives exactly. The radar's view is the wedge of azimuth and no
interceptor arrives late, unless the assumptions are changed.
"""

import math

import numpy as np
import pytest

from shieldmap import engagement, interceptor
from shieldmap.model import (
    Assumptions,
    Constraint,
    Doctrine,
    Earth,
    Engagements,
    Floats,
    Flyouts,
    FlyoutTable,
    LaunchSites,
    Radar,
    Trajectories,
)
from shieldmap.terms import reason_of, reason_told
from shieldmap.track import Settling

# So large a sphere that 400 km along it fall by 0.1 m, and small enough for 0.1 mm of rounding.
FLAT = Earth(0.0, 1e12, 0.0, 0.0, 0.0, 0.0)
AXES = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
ORIGIN = np.array([1e12, 0.0, 0.0])
DELAY_S, CLIMB_M_S, GROUND_M_S = 5.0, 4000.0, 5000.0
STEP_M = 4e3
EVERY_S = 1.0
PARTS = ("speed_share", "release_share", "drag_share")


def flyout() -> FlyoutTable:
    along = np.arange(0.0, 801e3, STEP_M)
    time = DELAY_S + along[None, :] / CLIMB_M_S + along[:, None] / GROUND_M_S
    return FlyoutTable(STEP_M, STEP_M, time, np.full(time.shape, CLIMB_M_S))


def line(
    start_km: tuple[float, float, float], speed_m_s: tuple[float, float, float], seconds: int
) -> Trajectories:
    """One straight flight at constant speed, sampled every second."""
    time = np.arange(seconds + 1) * EVERY_S
    local = np.array(start_km) * 1e3 + time[:, None] * np.array(speed_m_s)
    return Trajectories(
        time_s=time,
        position_m=(ORIGIN + local @ AXES)[None],
        velocity_m_s=np.tile(np.array(speed_m_s) @ AXES, (1, time.size, 1)),
        sample_count=np.array([time.size]),
    )


def dive() -> Trajectories:
    """From 300 km north and 250 km up straight at the battery: the elevation stays 39.8 degrees.

    At t the target is at 300 - 1.5 t km north, 250 - 1.25 t km up and at 1.3017 (300 - 1.5 t) km,
    and an interceptor that meets it there leaves at 1.6125 t - 127.5 s.
    """
    return line((0.0, 300.0, 250.0), (0.0, -1500.0, -1250.0), 199)


DIVE_SPEED_M_S = math.hypot(1500.0, 1250.0)
DIVE_START_M = math.hypot(300e3, 250e3)


def dive_launch_s(intercept_s: float) -> float:
    return 1.6125 * intercept_s - 127.5


def dive_intercept_s(launch_s: float) -> float:
    return (launch_s + 127.5) / 1.6125


def dive_at_range_s(slant_m: float) -> float:
    return (DIVE_START_M - slant_m) / DIVE_SPEED_M_S


def assume(**changes: float) -> Assumptions:
    """One variant of the assumptions; the sides and rear reach as far as the front unless told."""
    values = {
        "floor_m": 41e3,
        "ceiling_m": 150e3,
        "reach_m": 200e3,
        "rear_m": 200e3,
        "facing_rad": 0.0,
        "target_speed_max_m_s": 5000.0,
        "search_range_m": 1000e3,
        "track_range_m": 1000e3,
        "warning_s": 0.0,
        "track_s": 10.0,
        "reaction_s": 30.0,
        "chain_s": math.nan,
        "assessment_s": 10.0,
        "salvo_spacing_s": 5.0,
        "late_share": 0.0,
        "boresight_rad": 0.0,
        "half_sector_rad": math.radians(60.0),
        "elevation_min_rad": math.radians(5.0),
        "elevation_max_rad": 0.5 * math.pi,
        "tilt_rad": 0.0,
        "scan_max_rad": math.pi,
        "speed_share": 0.0,
        "release_share": 0.0,
        "drag_share": 0.0,
        "track_share": 0.0,
    }
    assert set(changes) <= set(values)
    rear = {"rear_m": changes.get("rear_m", changes.get("reach_m", values["reach_m"]))}
    return Assumptions(*(np.array([x]) for x in {**values, **changes, **rear}.values()))


def together(*given: Assumptions) -> Assumptions:
    """Several variants as one."""
    return Assumptions(*(np.concatenate(x) for x in zip(*given, strict=True)))


NO_FILTER = engagement.Tracker(
    np.zeros(3, dtype=np.int64), *3 * [Settling(*7 * (0.0,), 1.0, 1, 0.0, 0.0)]
)
"""A constant time from detection to commitment stands in the assumptions."""


def radar() -> Radar:
    """At the origin; its view is that of the assumptions."""
    return Radar(ORIGIN, AXES, 0.0, math.pi, 0.0, 0.5 * math.pi)


def at_origin(table: FlyoutTable | Flyouts | None = None) -> LaunchSites:
    """One launcher at the origin with one fly-out or with its ends."""
    flown = flyout() if table is None else table
    whole = interceptor.flyouts(flown) if isinstance(flown, FlyoutTable) else flown
    return LaunchSites(ORIGIN[None], AXES[None], *whole)


def judge(
    flights: Trajectories,
    assumptions: Assumptions | None = None,
    doctrine: Doctrine = Doctrine.SINGLE,
    inventory: int = 8,
    table: FlyoutTable | Flyouts | None = None,
) -> Engagements:
    given = assumptions or assume()
    return engagement.engage(
        flights,
        np.zeros(flights.sample_count.size),
        radar(),
        at_origin(table),
        np.full((given.floor_m.size, 1), float(inventory)),
        NO_FILTER,
        given,
        doctrine,
        FLAT,
    )


def with_ends(*changes: tuple[float, float], only: str = "") -> Flyouts:
    """The fly-out with other delays (s) at the bad and the good end of its parts, or of one."""
    middle = flyout()
    pairs = changes if not only else [changes[0] if part == only else (0.0, 0.0) for part in PARTS]
    return interceptor.flyouts(
        middle, *(middle._replace(time_s=middle.time_s + late) for pair in pairs for late in pair)
    )


def across() -> Trajectories:
    """From west to east 50 km to the north and 100 km up: inside the sector while |x| < 86.6 km."""
    return line((-200.0, 50.0, 100.0), (2000.0, 0.0, 0.0), 200)


# Edges between samples a second apart are found by linear interpolation; a range or an angle that
# bends by 1 m/s^2 at 1 km/s then errs by 1e-3 s at most.
EDGE_S = 2e-3
# The flat Earth falls by 0.1 m over the distances here.
EDGE_M = 0.2
# Across the sector's edge the azimuth turns by 0.01 rad/s and bends by 3.5e-4 rad/s^2: an eighth of
# their ratio.
SECTOR_S = 5e-3
EDGE_RAD = 1e-6


def near(actual: Floats | float, expected: float, tolerance: float = EDGE_S) -> None:
    assert np.ravel(actual)[0] == pytest.approx(expected, abs=tolerance, rel=0.0)


def refused(judged: Engagements, reason: Constraint) -> float:
    """The margin of a refusal that has this headline reason; every field agrees with it."""
    assert not judged.is_defended[0, 0].any()
    assert judged.reason[0] == reason, reason_told(int(judged.reason[0]))
    assert judged.failed_bits[0] & (1 << reason)
    for c in Constraint:
        assert bool(judged.failed_bits[0] & (1 << c)) == (judged.margins[0, c] < 0.0)
    assert reason_of(reason).unit
    return float(judged.margins[0, reason])
