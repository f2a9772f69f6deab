"""Bent rays against a ray integrated step by step, and the published lowest altitudes."""

import math

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from shieldmap.sensor import apparent, bending_table, refraction

RADIUS_M = 6371e3


def marched(elevation: float, start_m: float, top_m: float) -> float:
    """Central angle of a ray marched along its length by the eikonal equation in polar form."""

    def index(height: float) -> tuple[float, float]:
        n = refraction.SURFACE_REFRACTIVITY * math.exp(-height / refraction.SCALE_HEIGHT_M)
        return 1.0 + n, -n / refraction.SCALE_HEIGHT_M

    def slopes(_: float, y: np.ndarray) -> list[float]:
        height, _angle, climb = y
        n, gradient = index(height)
        r = RADIUS_M + height
        # d(elevation)/ds = cos (1/r + n'/n): the turn of the horizon and the bending of the ray.
        return [
            math.sin(climb), math.cos(climb) / r, math.cos(climb) * (1.0 / r + gradient / n)
        ]  # fmt: skip

    def arrived(_: float, y: np.ndarray) -> float:
        return float(y[0] - top_m)

    arrived.terminal = True  # type: ignore[attr-defined]
    end = solve_ivp(slopes, (0.0, 2e7), [start_m, 0.0, elevation], events=arrived, rtol=1e-11,
                    atol=1e-9, method="DOP853", max_step=5e4)  # fmt: skip
    return float(end.y[1, -1])


@pytest.mark.parametrize("elevation_deg", [0.0, 0.5, 2.0, 5.0, 30.0, 89.0])
@pytest.mark.parametrize(("start_m", "top_m"), [(0.0, 100e3), (680.0, 640e3), (0.0, 3000e3)])
def test_the_integral_is_the_ray_marched(
    elevation_deg: float, start_m: float, top_m: float
) -> None:
    elevation = math.radians(elevation_deg)
    ours = refraction.central_angle(np.array([elevation]), start_m, top_m, RADIUS_M)[0]
    # A microradian is 3 m at 3,000 km.
    assert ours == pytest.approx(marched(elevation, start_m, top_m), abs=1e-6)


def test_without_air_a_ray_is_a_straight_line() -> None:
    for elevation_deg in (0.0, 3.0, 45.0):
        elevation = np.radians([elevation_deg])
        true = refraction.true_elevation(elevation, 0.0, 500e3, RADIUS_M, refractivity=0.0)
        assert math.degrees(true[0]) == pytest.approx(elevation_deg, abs=1e-5)


def test_the_lowest_visible_altitude_at_3000_km() -> None:
    """About 640 km, as the debate has it; 671 without air and 515 by four thirds of the radius."""
    bent, straight = (
        refraction.lowest_visible_altitude(3000e3, 0.0, 0.0, RADIUS_M, n)
        for n in (refraction.SURFACE_REFRACTIVITY, 0.0)
    )
    # "About 640" stands for 635 to 645.
    assert bent == pytest.approx(640e3, abs=5e3)
    assert straight == pytest.approx(math.hypot(RADIUS_M, 3000e3) - RADIUS_M, abs=1.0)


def test_bending_falls_with_elevation() -> None:
    apparent = np.radians([0.0, 1.0, 5.0, 20.0, 90.0])
    bending = apparent - refraction.true_elevation(apparent, 0.0, 1000e3, RADIUS_M)
    assert np.all(np.diff(bending) < 0.0)
    assert bending[-1] == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("start_m", [0.0, 680.0])
@pytest.mark.parametrize("height_m", [12e3, 40e3, 150e3, 640e3, 3500e3])
def test_the_table_gives_the_ray_back(start_m: float, height_m: float) -> None:
    table = bending_table(start_m, RADIUS_M)
    seen = np.radians([0.0, 0.3, 1.0, 2.0, 5.0, 20.0, 70.0, 90.0])
    true = refraction.true_elevation(seen, start_m, height_m, RADIUS_M)
    ours = np.array([apparent(e, height_m, table) for e in true])
    # Between knots of the table: 0.1 mrad at the horizon, 0.01 mrad from 1 degree on.
    # The bending itself is 7 to 13 mrad at the horizon and 2 to 3 mrad at 5 degrees.
    tolerance = np.where(seen < math.radians(1.0), 1e-4, 1e-5)
    assert (np.abs(ours - seen) < tolerance).all()


def test_a_target_under_the_horizon_stays_under_it() -> None:
    table = bending_table(0.0, RADIUS_M)
    lowest = refraction.true_elevation(np.array([0.0]), 0.0, 300e3, RADIUS_M)[0]
    assert apparent(lowest - 1e-3, 300e3, table) < 0.0
