"""An arc against Kepler's closed form.

Without air, rotation and flattening a missile's free flight is an ellipse about the centre of the Earth,
and its apogee has a closed form. The integrator has to find it: here within a metre, at three speeds.
Its own tolerance is 5 mm a step, so that a metre leaves room for a few hundred steps and none for a
mistake.
"""

import math

import matplotlib.pyplot as plt

import shieldmap as sm
from shieldmap.earth import GM_M3_S2, SEMI_MAJOR_AXIS_M

START_M, ELEVATION_DEG, WITHIN_M = 100e3, 45.0, 1.0


def apogee_m(speed_m_s: float) -> float:
    """Height of the far end of the ellipse, from its energy and angular momentum."""
    radius = SEMI_MAJOR_AXIS_M + START_M
    energy = 0.5 * speed_m_s**2 - GM_M3_S2 / radius
    momentum = radius * speed_m_s * math.cos(math.radians(ELEVATION_DEG))
    half_axis = -GM_M3_S2 / (2.0 * energy)
    eccentricity = math.sqrt(1.0 - momentum**2 / (GM_M3_S2 * half_axis))
    return half_axis * (1.0 + eccentricity) - SEMI_MAJOR_AXIS_M


figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
for speed in (2000.0, 3000.0, 4000.0):
    state = (38.0, 126.0, START_M / 1e3, speed, ELEVATION_DEG, 150.0)
    flown = sm.fly(from_burnout=state, vacuum=True, no_rotation=True, spherical=True)
    assert abs(flown.apogee_m - apogee_m(speed)) < WITHIN_M
    path = flown.samples
    axes.plot(path.ground_range_m / 1e3, path.altitude_m / 1e3, label=f"{speed:,.0f} m/s")
    axes.axhline(apogee_m(speed) / 1e3, color="0.7", lw=0.8, ls=":")
axes.set(xlabel="ground range (km)", ylabel="altitude (km)", ylim=(0, None))
axes.legend(title="speed at 100 km, 45° up", frameon=False)
