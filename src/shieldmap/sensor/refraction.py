"""How the air bends the radar's rays: where a target in space seems to stand.

Question: a target has a geometric elevation and a height; at which elevation must the radar look,
and how low can a target be at some range and still be seen above a least elevation?

Model: a spherically layered atmosphere whose refractivity falls exponentially with height, the
reference atmosphere of [itu-p453] with N = 315 at sea level and a scale height of 7.35 km. A ray
keeps n r cos(elevation) [skolnik2008, sec. 26.3]; the angle at the centre of the Earth is the
integral of dr / (r tan(elevation)). The sphere has the mean radius of curvature of the ellipsoid at
the radar; targets stand where they stand over the ellipsoid, so only the bending, at most about
1 degree, is taken from a sphere.

Why not four thirds of the Earth's radius: that rule holds for targets in the lower air. At 3,000 km
and zero elevation it puts the lowest visible altitude at about 515 km instead of about 640 km.

Limits: no weather, ducts or ionosphere (below 0.1 mrad at X band); no terrain.

Units: SI and radians.
"""

import math
from typing import Final

import numpy as np

from shieldmap.kernels import njit
from shieldmap.model import Floats

SURFACE_REFRACTIVITY: Final = 315e-6
SCALE_HEIGHT_M: Final = 7350.0
"""Refractive index less one at sea level, and the height in which it falls to 1 / e."""

_GAUSS: Final = np.polynomial.legendre.leggauss(16)


def central_angle(
    elevation_rad: Floats,
    start_m: float,
    top_m: float,
    radius_m: float,
    refractivity: float = SURFACE_REFRACTIVITY,
) -> Floats:
    """Angle at the Earth's centre between a radar and the height that its rays reach.

    ``elevation_rad`` (n,) are the elevations at the radar, which stands ``start_m`` high, from zero
    up. ValueError below zero: such a ray comes down first, and no product looks there.

    The substitution r = r0 + u^2 takes the singularity of a level ray out of the integral, so that
    Gauss's rule on a few pieces is exact to a microradian.
    """
    elevation = np.asarray(elevation_rad, dtype=np.float64)
    if np.any(elevation < 0.0):
        raise ValueError("bent rays are followed from an elevation of zero up")
    bottom = radius_m + start_m
    u, weight = _nodes(math.sqrt(top_m - start_m))
    r = bottom + u**2
    at_start = refractivity * math.exp(-start_m / SCALE_HEIGHT_M)
    thinner = np.expm1(-(u**2) / SCALE_HEIGHT_M)
    index = 1.0 + at_start * (1.0 + thinner)
    first = 1.0 + at_start
    kept = first * bottom * np.cos(elevation)
    # n r less its value at the start, without a difference of large numbers: a level ray's root
    # of it vanishes there.
    rise = index * u**2 + at_start * thinner * bottom
    fall = first * bottom * 2.0 * np.sin(0.5 * elevation) ** 2
    parts = np.empty((elevation.size, u.size))
    _fill_parts(kept, fall, rise, index * r, r, u, weight, parts)
    return np.asarray(parts.sum(axis=-1))


@njit(_nrt=False)
def _fill_parts(kept, fall, rise, index_r, r, u, weight, parts):
    """The parts of the integral, (rays, nodes): millions of them for the table of one radar.

    ``kept`` and ``fall`` (rays,), ``rise`` and ``index_r`` (nodes,) are what n r gains and loses (m);
    ``r``, ``u`` and ``weight`` (nodes,) radius (m), variable and weight of the integral.
    """
    for i in range(kept.size):
        for k in range(r.size):
            over = (rise[k] + fall[i]) * (index_r[k] + kept[i])
            parts[i, k] = kept[i] / (r[k] * math.sqrt(over)) * 2.0 * u[k] * weight[k]


def _nodes(end: float) -> tuple[Floats, Floats]:
    """Gauss points and weights from 0 to ``end`` in pieces that are dense near the start."""
    x, w = _GAUSS
    edges = end * np.linspace(0.0, 1.0, 25) ** 2
    half = 0.5 * np.diff(edges)[:, None]
    middle = 0.5 * (edges[:-1] + edges[1:])[:, None]
    return (middle + half * x).ravel(), (half * w).ravel()


def true_elevation(
    apparent_rad: Floats,
    start_m: float,
    height_m: float,
    radius_m: float,
    refractivity: float = SURFACE_REFRACTIVITY,
) -> Floats:
    """Geometric elevation of the point at a height that a ray of an apparent elevation reaches."""
    angle = central_angle(apparent_rad, start_m, height_m, radius_m, refractivity)
    r0, r = radius_m + start_m, radius_m + height_m
    return np.arctan2(r * np.cos(angle) - r0, r * np.sin(angle))


def lowest_visible_altitude(
    range_m: float,
    elevation_min_rad: float,
    start_m: float,
    radius_m: float,
    refractivity: float = SURFACE_REFRACTIVITY,
) -> float:
    """Height of the target that stands at a straight-line range and at the least elevation."""
    low, high = start_m + 1e-3, start_m + 2.0 * range_m

    def reaches(height_m: float) -> float:
        angle = float(
            central_angle(np.array([elevation_min_rad]), start_m, height_m, radius_m, refractivity)[
                0
            ]
        )
        r0, r = radius_m + start_m, radius_m + height_m
        return math.sqrt(r0 * r0 + r * r - 2.0 * r0 * r * math.cos(angle))

    for _ in range(60):
        middle = 0.5 * (low + high)
        if reaches(middle) < range_m:
            low = middle
        else:
            high = middle
    return 0.5 * (low + high)


def corrections(elevation_rad: Floats, height_m: Floats, start_m: float, radius_m: float) -> Floats:
    """Apparent less geometric elevation of targets, shape (elevations, heights).

    Below the lowest ray of zero apparent elevation the correction of that ray is held, so that a
    target under the horizon keeps a negative apparent elevation.
    """
    apparent = 0.5 * math.pi * np.linspace(0.0, 1.0, 241) ** 3
    out = np.empty((elevation_rad.size, height_m.size))
    for j, height in enumerate(height_m):
        # A target at or below the radar's height gets the little that the air does next to it.
        top = max(float(height), start_m + 10.0)
        true = true_elevation(apparent, start_m, top, radius_m)
        out[:, j] = np.interp(elevation_rad, true, apparent - true)
    return out
