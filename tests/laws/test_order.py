"""The integrator converges as fast as its formulas promise: order 5, dense output order 4."""

import math
from typing import NamedTuple

import numpy as np

from shieldmap import catalog, earth, flight, threat
from shieldmap.earth import WGS84
from shieldmap.flight import steps
from shieldmap.model import Event, Floats, Status

VACUUM = WGS84._replace(air=0.0)
TABLES = earth.tables()
FLIGHT_S = 640.0
COUNTS = (8, 16, 32, 64)
FINE_COUNT = 2048
# What the integrator counts a second's error of velocity for while it does not know the time left.
LEVER_S = 1000.0

# Halving the step divides the error by 2 to the order. The orders measured on this arc, where the
# steps go from an eighth to a sixty-fourth of it, approach 5 from one side within this distance.
ORDER, ORDER_SPAN = 5.0, 0.35
# One step of the dense output errs by the power 4 + 1 of its length.
DENSE_ORDER, DENSE_SPAN = 5.0, 0.35
# The module says "a few metres": boosted flights with air at the default tolerance against the same
# flights at a thousandth of it. Measured: 0.2 m for the short ones, 0.5 m at 4,000 km.
IMPACT_M = 2.0


def start() -> Floats:
    """A free body 150 km above 40 degrees north at 4 km/s, oblique to every axis."""
    latitude, longitude = math.radians(40.0), math.radians(127.0)
    frame = earth.east_north_up(latitude, longitude)
    position = earth.geodetic_to_ecef(*np.array([latitude, longitude]), 150e3)
    return np.concatenate([position, 4000.0 * np.array([0.5, 0.5, math.sqrt(0.5)]) @ frame])


def free_phase() -> Floats:
    """The numbers of a free body with a ballistic coefficient, see ``flight.steps``."""
    phase = np.zeros(18)
    phase[steps.KIND], phase[steps.MASS] = steps.COAST, 1.0
    phase[steps.COEFFICIENT] = 2500.0
    return phase


class Stepped(NamedTuple):
    """The state after equal steps, and of the last step the start, the derivatives and the error."""

    state: Floats
    before: tuple[float, ...]
    stages: tuple[tuple[float, ...], ...]
    error_m: float


def stepped(count: int, duration_s: float) -> Stepped:
    phase, h = free_phase(), duration_s / count
    y = before = tuple(start().tolist())
    k = steps.rates(0.0, y, phase, VACUUM, TABLES)
    stages, error = (k,), 0.0
    for i in range(count):
        before = y
        y, stages, error = steps.step(i * h, h, y, k, LEVER_S, phase, VACUUM, TABLES)
        k = stages[-1]
    return Stepped(np.array(y), before, stages, error)


def orders(errors: list[float]) -> Floats:
    return np.log2(np.array(errors[:-1]) / np.array(errors[1:]))


def test_the_step_is_of_fifth_order() -> None:
    exact = stepped(FINE_COUNT, FLIGHT_S).state
    ends = [stepped(count, FLIGHT_S).state for count in COUNTS]
    for part in (slice(0, 3), slice(3, 6)):
        measured = orders([float(np.linalg.norm((end - exact)[part])) for end in ends])
        print(f"orders {measured}")
        assert np.all(np.abs(measured - ORDER) < ORDER_SPAN)


def test_the_error_estimate_is_of_fifth_order_and_not_below_the_error() -> None:
    estimates = []
    for h in (80.0, 40.0, 20.0):
        once = stepped(1, h)
        miss = once.state - stepped(256, h).state
        # In metres, with the velocity weighed as in the integrator.
        actual = float(max(np.abs(miss[:3]).max(), np.abs(miss[3:]).max() * LEVER_S))
        assert actual < once.error_m
        estimates.append(once.error_m)
    assert np.all(np.abs(orders(estimates) - ORDER) < ORDER_SPAN)


def test_the_dense_output_is_of_fourth_order() -> None:
    errors = []
    for duration in (160.0, 80.0, 40.0, 20.0):
        once = stepped(1, duration)
        dense = steps.interpolant(duration, once.before, tuple(once.state.tolist()), once.stages)
        middle = np.array(steps.at(dense, 0.5))
        exact = stepped(256, 0.5 * duration).state
        errors.append(float(np.linalg.norm((middle - exact)[:3])))
    measured = orders(errors)
    print(f"orders {measured}")
    assert np.all(np.abs(measured - DENSE_ORDER) < DENSE_SPAN)


def test_the_default_tolerance_keeps_impacts_within_metres() -> None:
    latitude, longitude = math.radians(39.0), math.radians(127.0)
    for missile_id, range_m in (("hwasong-5", 280e3), ("hwasong-7", 900e3), ("hwasong-12", 4000e3)):
        missile = catalog.missile(missile_id).arrays()
        table = threat.aim_table(missile, latitude, longitude, air=TABLES)
        bearing = np.arange(6) * (math.pi / 3.0)
        places = earth.geodesic_direct(*np.array([latitude, longitude]), bearing, np.array(range_m))
        aims = threat.aim(missile, table, *places, air=TABLES)
        assert np.all(aims.status == Status.OK)
        ends = [
            threat.fly_aims(missile, table, aims, air=TABLES, tolerance_m=tolerance)[0]
            for tolerance in (flight.TOLERANCE_M, 1e-3 * flight.TOLERANCE_M)
        ]
        impacts = [end.event_position_m[:, Event.IMPACT] for end in ends]
        miss = np.linalg.norm(impacts[0] - impacts[1], axis=-1)
        print(f"{missile_id}: impacts differ by {miss.max():.2f} m at most")
        assert np.all(miss < IMPACT_M)
