"""Lines of sight: how low a target may be at each distance and still stand above an elevation.

Question: what does the curvature of the Earth hide from the radar?

Model: the bent ray over a sphere of the site's mean radius of curvature; see
:mod:`shieldmap.sensor.refraction`. Units: SI and radians.
"""

import math
from typing import Final

import numpy as np

from shieldmap import sensor
from shieldmap.model import Floats
from shieldmap.scenario import Watcher
from shieldmap.sensor import refraction

RANGES_M: Final = tuple(float(x) for x in np.arange(500e3, 4001e3, 500e3))
ALTITUDES_M: Final = tuple(float(x) for x in 1500e3 * np.linspace(0.03, 1.0, 100) ** 2)


def radius_m(site: Watcher) -> float:
    """Mean radius of curvature of the ellipsoid at a site."""
    return sensor.gaussian_radius_m(math.radians(site.latitude_deg))


def lowest_m(site: Watcher, elevation_rad: float) -> list[float]:
    """Lowest visible altitude at each of :data:`RANGES_M` in a straight line."""
    radius = radius_m(site)
    return [
        refraction.lowest_visible_altitude(at, elevation_rad, site.altitude_m, radius)
        for at in RANGES_M
    ]


def ground_of_ray_m(site: Watcher, elevation_rad: float) -> list[float]:
    """Distance over the ground at which a ray gets to each of :data:`ALTITUDES_M`; 0 below the site."""
    radius, elevation = radius_m(site), np.array([elevation_rad])
    return [
        float(refraction.central_angle(elevation, site.altitude_m, top, radius)[0] * radius)
        if top > site.altitude_m
        else 0.0
        for top in ALTITUDES_M
    ]


def ground_of_range_m(site: Watcher, range_m: float) -> Floats:
    """Distance over the ground at which each of :data:`ALTITUDES_M` is a straight range away."""
    radius = radius_m(site)
    here, there = radius + site.altitude_m, radius + np.array(ALTITUDES_M)
    cosine = (here**2 + there**2 - range_m**2) / (2.0 * here * there)
    return np.where(np.abs(cosine) <= 1.0, np.arccos(np.clip(cosine, -1.0, 1.0)), np.nan) * radius
