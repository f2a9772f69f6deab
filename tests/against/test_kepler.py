"""Our free fall against closed-form Kepler arcs: a point mass, no rotation and no air."""

import math

import numpy as np

from shieldmap.model import Floats
from shieldmap.validation import authority, kepler
from shieldmap.validation.kepler import GM_M3_S2, IMPACT_M, RADIUS_M
from tests.against.conftest import Agree
from tests.against.groups import agree_rows

TABLE = authority.csv_columns("minimum_energy.csv")
# Half a unit of the last digit printed, and a hair for rounding at the half.
PRINTED = {"burnout_speed_km_s": 5.1e-4, "angle_deg": 5.1e-3, "q": 5.1e-5}
# 1 m at 7 km/s and a flat angle of fall.
TIME_S = 1e-3
# The apogee is found where the climb rate is zero, so its height has an error of second order.
APOGEE_M = 0.5


def arc(
    speed_m_s: Floats, elevation_rad: Floats, radius_m: float, ground_m: float
) -> tuple[Floats, Floats, Floats]:
    """Range angle, apogee and time in closed form, by Kepler's equation."""
    gm = GM_M3_S2
    a = 1.0 / (2.0 / radius_m - speed_m_s**2 / gm)
    momentum = radius_m * speed_m_s * np.cos(elevation_rad)
    eccentricity = np.sqrt(1.0 - momentum**2 / (gm * a))
    apogee = a * (1.0 + eccentricity) - ground_m

    def swept(radius: float) -> tuple[Floats, Floats]:
        """True anomaly and mean anomaly on the way up through a radius."""
        cosine = (momentum**2 / (gm * radius) - 1.0) / eccentricity
        true = np.arccos(cosine)
        eccentric = 2.0 * np.arctan(
            np.sqrt((1.0 - eccentricity) / (1.0 + eccentricity)) * np.tan(0.5 * true)
        )
        return true, eccentric - eccentricity * np.sin(eccentric)

    up_true, up_mean = swept(radius_m)
    down_true, down_mean = swept(ground_m)
    angle = (2.0 * np.pi - down_true) - up_true
    return angle, apogee, (2.0 * np.pi - down_mean - up_mean) * np.sqrt(a**3 / gm)


def test_minimum_energy_launches_to_their_digits(agree: Agree) -> None:
    _, q, speed, elevation = kepler.minimum_energy_launch(TABLE["range_km"] * 1e3)
    ours = {"burnout_speed_km_s": speed / 1e3, "angle_deg": np.degrees(elevation), "q": q}
    for name, tolerance in PRINTED.items():
        agree(ours[name], TABLE[name], tolerance, name)


def test_minimum_energy_flights(agree: Agree) -> None:
    agree_rows(agree, "minimum-energy")


def test_random_arcs_from_burnout(agree: Agree) -> None:
    rng = np.random.default_rng(1609)
    n = 200
    speed = rng.uniform(800.0, 6800.0, n)
    elevation = rng.uniform(math.radians(5.0), math.radians(88.0), n)
    radius = RADIUS_M + 60e3
    angle, apogee, time = kepler.throw(speed, elevation, radius, RADIUS_M)
    wanted = arc(speed, elevation, radius, RADIUS_M)
    # The slip along the ground at a flat fall is the error of the position over its slope.
    agree(angle * RADIUS_M, wanted[0] * RADIUS_M, IMPACT_M, "range")
    agree(apogee, wanted[1], APOGEE_M, "apogee")
    agree(time, wanted[2], TIME_S, "time")


def test_examples_of_bate_mueller_and_white(agree: Agree) -> None:
    agree_rows(agree, "bate-mueller-white")
