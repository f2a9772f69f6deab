"""The line of sight against rays that SciPy marches through the air over the ellipsoid.

The authority is the ray equation d/ds (n dr/ds) = grad n, integrated in Earth-fixed coordinates
with the refractivity 315e-6 exp(-h / 7350 m) over the height that PROJ gives [itu-p453]. Nothing of
it is ours: no spheres, no table of bendings, no rounds of corrections.
"""

import math
from functools import cache
from typing import Any

import numpy as np
import pymap3d
import pytest
from pyproj import Transformer
from scipy.integrate import solve_ivp

from shieldmap import earth, sensor
from shieldmap.footprint import coverage
from shieldmap.model import Radar
from tests.against.conftest import Agree

SITE = (36.05, 128.22, 680.0)
AZIMUTHS_DEG = (340.0, 90.0)
REFRACTIVITY, SCALE_M = 315e-6, 7350.0
TO_GEODETIC = Transformer.from_crs("EPSG:4978", "EPSG:4979", always_xy=True)


def slopes(_: float, y: np.ndarray[Any, Any]) -> list[float]:
    """Ray equation for place r and p = n dr/ds: dr/ds = p / n, dp/ds = grad n."""
    longitude, latitude, height = TO_GEODETIC.transform(*y[:3])
    gradient = -REFRACTIVITY / SCALE_M * math.exp(-height / SCALE_M)
    index = 1.0 + REFRACTIVITY * math.exp(-height / SCALE_M)
    lat, lon = math.radians(latitude), math.radians(longitude)
    up = np.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])
    return [*(y[3:] / index), *(gradient * up)]


@cache
def marched(azimuth_deg: float, elevation_deg: float, slant_m: float) -> tuple[float, float, float]:
    """Latitude and longitude (rad) and height (m) of the ray at a straight-line range."""
    start = np.array(pymap3d.geodetic2ecef(*SITE))
    ahead = np.array(pymap3d.aer2ecef(azimuth_deg, elevation_deg, 1.0, *SITE)) - start
    index = 1.0 + REFRACTIVITY * math.exp(-SITE[2] / SCALE_M)

    def arrived(_: float, y: np.ndarray[Any, Any]) -> float:
        return float(np.linalg.norm(y[:3] - start)) - slant_m

    arrived.terminal = True  # type: ignore[attr-defined]
    end = solve_ivp(slopes, (0.0, 1.1 * slant_m), [*start, *(index * ahead / np.linalg.norm(ahead))],
                    events=arrived, rtol=1e-10, atol=1e-6, method="DOP853", max_step=20e3)  # fmt: skip
    longitude, latitude, height = TO_GEODETIC.transform(*end.y[:3, -1])
    return math.radians(latitude), math.radians(longitude), height


def radar(elevation_deg: float) -> Radar:
    latitude, longitude = np.radians(SITE[:2])
    return sensor.with_air(
        Radar(
            position_m=earth.geodetic_to_ecef(latitude, longitude, SITE[2]),
            axes=earth.east_north_up(float(latitude), float(longitude)),
            boresight_rad=0.0,
            half_sector_rad=math.pi,
            elevation_min_rad=math.radians(elevation_deg),
            elevation_max_rad=0.5 * math.pi,
        )
    )


def test_the_lowest_altitude_of_the_public_debate(agree: Agree) -> None:
    """About 640 km at 3,000 km: four thirds of the radius would make it 515 km."""
    height = float(earth.ecef_to_geodetic(coverage.on_ray(radar(0.0), 0.0, 0.0, 3000e3))[2])
    # Said to ten kilometres.
    agree(height, 640e3, 5e3, "3,000 km at zero elevation")
    four_thirds = 4.0 / 3.0 * 6371e3
    assert math.hypot(four_thirds, 3000e3) - four_thirds == pytest.approx(515e3, abs=1e3)


@pytest.mark.parametrize("azimuth_deg", AZIMUTHS_DEG)
@pytest.mark.parametrize("elevation_deg", [0.0, 2.0, 5.0, 10.0])
@pytest.mark.parametrize("slant_m", [500e3, 1000e3, 2000e3, 3000e3])
def test_the_lowest_visible_altitude_is_the_marched_rays(
    agree: Agree, azimuth_deg: float, elevation_deg: float, slant_m: float
) -> None:
    latitude, longitude, height = marched(azimuth_deg, elevation_deg, slant_m)
    ours = coverage.lowest_visible_altitude_m(radar(elevation_deg), latitude, longitude)
    # Between the knots of the table of bendings: 0.1 mrad at the horizon and 0.01 mrad above one
    # degree (tests/test_refraction.py); and the sphere on which the bending is found has the mean
    # curvature, 0.3 % off the one eastwards: 0.03 mrad of 10. The range turns them into metres.
    tolerance = slant_m * (1.5e-4 if elevation_deg < 1.0 else 1e-5)
    agree(ours, height, tolerance, f"{elevation_deg:g} deg, {slant_m / 1e3:g} km")
