"""Laws of flight with lift: when it begins, how it fades, when it ends."""

import math

import numpy as np
import pytest

from shieldmap import flight
from shieldmap.model import Event
from tests.against.test_glide import RADIUS_M, STILL, body, flown


def test_a_body_with_damping_climbs_less_after_its_pull_up() -> None:
    start = (60e3, 3000.0, math.radians(-15.0))
    climbs = {}
    for share in (0.0, 0.05):
        _, height, _, _ = flown(body(2.0, 8000.0, share), *start)
        low = int(np.argmin(height[:200]))
        climbs[share] = float(height[low : low + 300].max() - height[low])
    assert climbs[0.05] < 0.5 * climbs[0.0]


def test_below_the_release_speed_there_is_no_lift() -> None:
    """The last part of the flight is that of the arc from the same state."""
    _, height, speed, along = flown(body(2.0, 8000.0, 0.05, 1000.0), 40e3, 2500.0, -0.1)
    slow = int(np.argmax(speed < 1000.0))
    time, arc_height, _, arc_along = flown(
        body(0.0, 8000.0), float(height[slow]), float(speed[slow]),
        math.asin((height[slow + 1] - height[slow - 1]) / 2.0 / speed[slow]),
    )  # fmt: skip
    n = min(time.size, height.size - slow) - 1
    # The slope at the start is a difference over two seconds: 1e-3 of 1 km/s over some 100 s.
    assert height[slow + n] == pytest.approx(arc_height[n], abs=300.0)
    assert along[slow + n] - along[slow] == pytest.approx(arc_along[n], abs=300.0)


def test_lift_begins_at_the_peak() -> None:
    """On the way up a body with lift flies as one without, and peaks as high."""
    heights = []
    for lift_to_drag in (0.0, 2.0):
        state = np.array([[RADIUS_M + 20e3, 0.0, 0.0, 1000.0, 1800.0, 0.0]])
        events, _ = flight.fall(body(lift_to_drag, 6000.0, 0.05), np.zeros(1), state, earth=STILL)
        heights.append(float(events.event_altitude_m[0, Event.APOGEE]))
    assert heights[0] == pytest.approx(heights[1], abs=0.1)
