"""What J2 does to a free body: the closed-form drift of node and perigee, and moved impacts.

Authority: the secular rates of first order in J2 [kaula1966, eq. 3.74; vallado2013, chapter 9]:
node -3/2 n J2 (a_e/p)^2 cos i, perigee 3/4 n J2 (a_e/p)^2 (4 - 5 sin^2 i), n and p of the mean
elements. Orbits start low, stay up for one revolution and are judged at equal latitude, on the way
north over the equator, where the short-periodic terms are the same before and after.
"""

import math
from typing import NamedTuple

import numpy as np
import pytest

from shieldmap import earth, flight
from shieldmap.earth import WGS84
from shieldmap.model import Event, Floats, Status
from tests.laws.test_conservation import FINE_TOLERANCE_M, VACUUM, body

STILL = VACUUM._replace(rotation_rad_s=0.0)
PERIGEE_M = WGS84.semi_major_axis_m + 300e3
# The critical inclination, where the perigee stands still, is 63.43 degrees.
INCLINATION_RAD = np.radians([10.0, 35.0, 51.6, 63.4349, 75.0, 98.0, 120.0, 150.0])
EVERY_S = 1.0
# The longest revolution below, e = 0.15, takes 6,930 s and starts 5 degrees before the node.
UNTIL_S = 7300.0
START_RAD = math.radians(-5.0)

# The rates are the first term of a series in J2. Mean elements are averages over one revolution,
# so that the short-periodic terms of first order drop out of them; what is left of second order
# [brouwer1959] is J2 (a_e/p)^2 = 1e-3 of the first, times coefficients of up to 3 for the node.
NODE_SHARE = 3e-3
# The angle of the perigee wobbles by 3/2 J2/e once a revolution. Between two crossings of the equator
# the perigee itself has moved, and with it the phase of the wobble: of second order again but over
# e, which is 1.5 J2/e = 1.6e-2 of the drift at e = 0.1. (Measured: 0.9 J2/e, and in proportion to
# 1/e.) The scale is the rate at the equator, because the rate itself is zero at 63.4 degrees.
PERIGEE_SHARE = 1.6e-2


class Drift(NamedTuple):
    """Change over one revolution and what the closed form says, in radians (n,)."""

    node_rad: Floats
    node_expected_rad: Floats
    perigee_rad: Floats
    perigee_expected_rad: Floats
    perigee_scale_rad: Floats


def start(eccentricity: float) -> Floats:
    """States (n, 6) with the perigee 40 degrees past the node, 5 degrees before the equator."""
    perigee = math.radians(40.0)
    anomaly = START_RAD - perigee
    p = PERIGEE_M * (1.0 + eccentricity)
    r = p / (1.0 + eccentricity * math.cos(anomaly))
    scale = math.sqrt(STILL.gm_m3_s2 / p)
    radial, across = scale * eccentricity * math.sin(anomaly), scale * p / r
    rows = []
    for i in INCLINATION_RAD:
        s, c = math.sin(START_RAD), math.cos(START_RAD)
        out = np.array([c, s * math.cos(i), s * math.sin(i)])
        along = np.array([-s, c * math.cos(i), c * math.sin(i)])
        rows.append(np.concatenate([r * out, radial * out + across * along]))
    return np.array(rows)


def elements(state: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Semi-major axis, eccentricity vector (..., 3), inclination and node of states (..., 6)."""
    r, v = state[..., :3], state[..., 3:]
    distance = np.linalg.norm(r, axis=-1)
    momentum = np.cross(r, v)
    gm = STILL.gm_m3_s2
    a = 1.0 / (2.0 / distance - np.sum(v * v, axis=-1) / gm)
    eccentricity = np.cross(v, momentum) / gm - r / distance[..., None]
    inclination = np.arccos(momentum[..., 2] / np.linalg.norm(momentum, axis=-1))
    return a, eccentricity, inclination, np.arctan2(momentum[..., 0], -momentum[..., 1])


def crossing(states: Floats, k: int) -> Floats:
    """The state on the equator between samples k and k + 1: cubic, within 1e-5 m and 1e-7 m/s."""
    before, later = states[k], states[k + 1]
    share = 0.0
    for _ in range(6):
        s = share
        h00, h10 = 1 + s * s * (2 * s - 3), s * (1 - s) ** 2
        place = h00 * before[:3] + h10 * EVERY_S * before[3:]
        place += (1 - h00) * later[:3] + s * s * (s - 1) * EVERY_S * later[3:]
        speed = 6 * s * (1 - s) * (later[:3] - before[:3]) / EVERY_S
        speed += (1 - s) * (1 - 3 * s) * before[3:] + s * (3 * s - 2) * later[3:]
        share -= place[2] / (speed[2] * EVERY_S)
    return np.concatenate([place, speed])


def perigee_angle(state: Floats) -> Floats:
    """Angle from the node to the perigee."""
    _, vector, inclination, node = elements(state)
    across = np.array(
        [
            -np.sin(node) * np.cos(inclination),
            np.cos(node) * np.cos(inclination),
            np.sin(inclination),
        ]
    )
    return np.arctan2(vector @ across, vector[0] * np.cos(node) + vector[1] * np.sin(node))


def one_revolution(eccentricity: float) -> Drift:
    n = INCLINATION_RAD.size
    _, kept = flight.fall(
        body(), np.zeros(n), start(eccentricity), earth=STILL, tolerance_m=FINE_TOLERANCE_M,
        every_s=EVERY_S, until_s=UNTIL_S,
    )  # fmt: skip
    assert kept is not None
    out = np.empty((5, n))
    for row in range(n):
        states = np.hstack([kept.position_m[row], kept.velocity_m_s[row]])
        up = np.flatnonzero((states[:-1, 2] < 0.0) & (states[1:, 2] >= 0.0))
        assert up.size == 2
        first, last = (crossing(states, int(k)) for k in up)
        a, vector, tilt, _ = elements(states[up[0] : up[1]])
        e, inclination = np.linalg.norm(vector, axis=-1).mean(), tilt.mean()
        # The motion from node to node: one turn of the mean anomaly and of the perigee together.
        strength = (
            3.0 * math.pi * STILL.j2 * (STILL.semi_major_axis_m / (a.mean() * (1.0 - e * e))) ** 2
        )
        out[0, row] = elements(last)[3] - elements(first)[3]
        out[1, row] = -strength * math.cos(inclination)
        out[2, row] = perigee_angle(last) - perigee_angle(first)
        out[3, row] = 0.5 * strength * (4.0 - 5.0 * math.sin(inclination) ** 2)
        out[4, row] = 2.0 * strength
    return Drift(*out)


@pytest.mark.parametrize("eccentricity", [0.05, 0.1, 0.15])
def test_node_and_perigee_drift_at_the_closed_form_rates(eccentricity: float) -> None:
    drift = one_revolution(eccentricity)
    node = np.abs(drift.node_rad - drift.node_expected_rad) / drift.perigee_scale_rad
    perigee = np.abs(drift.perigee_rad - drift.perigee_expected_rad) / drift.perigee_scale_rad
    share = PERIGEE_SHARE * 0.1 / eccentricity
    print(f"e = {eccentricity}: node within {node.max():.2e}, perigee within {perigee.max():.2e}")
    assert np.all(node < 0.5 * NODE_SHARE)
    assert np.all(perigee < share)
    # Expected values moved by ten tolerances, as another J2 or another power of p would, do not fit.
    moved = 1.0 + 10.0 * np.array([NODE_SHARE, share])
    far = np.abs(np.cos(INCLINATION_RAD)) > 0.3
    off = np.abs(drift.node_rad - moved[0] * drift.node_expected_rad) / drift.perigee_scale_rad
    assert np.all(off[far] > 0.5 * NODE_SHARE)
    bent = np.abs(4.0 - 5.0 * np.sin(INCLINATION_RAD) ** 2) > 1.0
    off = (
        np.abs(drift.perigee_rad - moved[1] * drift.perigee_expected_rad) / drift.perigee_scale_rad
    )
    assert np.all(off[bent] > share)


def test_without_j2_nothing_drifts() -> None:
    n = INCLINATION_RAD.size
    _, kept = flight.fall(
        body(), np.zeros(n), start(0.1), earth=STILL._replace(j2=0.0),
        tolerance_m=FINE_TOLERANCE_M, every_s=3000.0, until_s=6000.0,
    )  # fmt: skip
    assert kept is not None
    states = np.concatenate([kept.position_m, kept.velocity_m_s], axis=-1)
    _, vector, inclination, node = elements(states)
    # A velocity error of 1e-9 m/s a step in 60 steps at 7,500 m/s: 1e-11, and ten times for luck.
    assert np.all(np.abs(np.ptp(node, axis=1)) < 1e-10)
    assert np.all(np.abs(np.ptp(inclination, axis=1)) < 1e-10)
    assert np.all(np.ptp(vector, axis=1) < 1e-10)


# J2 weighs 0.1 % of gravity; over the 10 to 25 minutes of these arcs 0.01 m/s2 moves a body by
# 0.5 g t^2 = 2 to 11 km, and a flat fall carries a change of height two to three times as far.
MOVED_M = (1e3, 30e3)
# The shift is a series in J2, and its second term is below 3 J2 of the first times the sixfold
# growth of a small error along a flat arc.
LINEAR_SHARE = 0.02


def impacts(j2: float) -> Floats:
    """Impacts of bodies thrown from 100 km at 4 to 6.5 km/s and 40 degrees, around the compass."""
    rows = []
    for latitude in (0.0, 0.6, -1.1):
        for azimuth in np.arange(8) * (math.pi / 4.0):
            speed = 4000.0 + 2500.0 * abs(latitude)
            up = math.radians(40.0)
            local = np.array(
                [math.cos(up) * math.sin(azimuth), math.cos(up) * math.cos(azimuth), math.sin(up)]
            )
            place = earth.geodetic_to_ecef(*np.array([latitude, 0.5]), 100e3)
            rows.append(np.concatenate([place, speed * local @ earth.east_north_up(latitude, 0.5)]))
    flown, _ = flight.fall(
        body(), np.zeros(len(rows)), np.array(rows), earth=STILL._replace(j2=j2),
        tolerance_m=FINE_TOLERANCE_M,
    )  # fmt: skip
    assert np.all(flown.status == Status.OK)
    return flown.event_position_m[:, Event.IMPACT]


def test_j2_alone_moves_a_free_fall_by_kilometres_and_in_proportion() -> None:
    none, half, whole = (impacts(share * STILL.j2) for share in (0.0, 0.5, 1.0))
    moved = np.linalg.norm(whole - none, axis=-1)
    print(f"J2 moves a free fall by {moved.min():.0f} to {moved.max():.0f} m")
    assert np.all((moved > MOVED_M[0]) & (moved < MOVED_M[1]))
    bend = np.linalg.norm((whole - none) - 2.0 * (half - none), axis=-1) / moved
    print(f"half of J2 moves it half as far within {bend.max():.2e}")
    assert np.all(bend < LINEAR_SHARE)
