"""What the curved Earth hides, with and without air.

How high must a target be to stand above a radar's horizon? Three answers: a straight line, the bent ray
that this software follows through the standard atmosphere, and the rule of an Earth a third larger, which
holds for targets in the lower air and not for missiles.
The script asserts the two figures that the refraction module gives as its reason: at 3,000 km the rule
says about 515 km, the ray about 640 km.
"""

import math

import matplotlib.pyplot as plt
import numpy as np

from shieldmap.sensor.refraction import lowest_visible_altitude

RADIUS_M = 6371e3


def level_ray(range_m: float, radius_m: float) -> float:
    """Height of a target on a straight level ray over a sphere."""
    return math.hypot(radius_m, range_m) - radius_m


range_m = np.linspace(100e3, 3000e3, 30)
ray = np.array([lowest_visible_altitude(r, 0.0, 0.0, RADIUS_M) for r in range_m])
rule = np.array([level_ray(r, 4.0 / 3.0 * RADIUS_M) for r in range_m])
straight = np.array([level_ray(r, RADIUS_M) for r in range_m])

# Both figures are told to 5 km in words.
assert abs(ray[-1] - 640e3) < 5e3
assert abs(rule[-1] - 515e3) < 5e3
# The air bends rays down, so that a bent one sees lower than a straight one.
assert (ray < straight).all()

figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
axes.plot(range_m / 1e3, straight / 1e3, ":", label="straight, no air")
axes.plot(range_m / 1e3, ray / 1e3, label="bent in the standard atmosphere")
axes.plot(range_m / 1e3, rule / 1e3, "--", label="four thirds of the Earth's radius")
axes.set(xlabel="slant range (km)", ylabel="lowest visible altitude (km)")
axes.legend(frameon=False)
