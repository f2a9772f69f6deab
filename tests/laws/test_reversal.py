"""A free body in vacuum flies its path back: velocity and the Earth's turning reversed.

Authority: Newton's equations hold no odd power of the time. In the turning frame the Coriolis term
is odd in the velocity and odd in the rotation, so both change sign together.
"""

import math

import numpy as np
import pytest

from shieldmap import earth, flight
from shieldmap.earth import WGS84
from shieldmap.model import Earth, Floats
from tests.laws.test_conservation import FINE_TOLERANCE_M, VACUUM, body

BODIES = 24
AWAY_S = 1500.0
START_M = 150e3

# Some 40 steps each way may err by 5 mm and 5 um/s each, and a velocity error grows to 5 um/s x
# 3000 s = 15 mm. All one way they would add up to 80 x 20 mm = 1.6 m and, by the gradient of
# gravity of 1e-6 1/s2 over 3000 s, to 5 mm/s. Steps err less and both ways: a tenth is asked for.
BACK_M = 0.16
BACK_M_S = 5e-4
# At a tolerance 5000 times finer the way back must be better in proportion.
FINER = FINE_TOLERANCE_M / flight.TOLERANCE_M


def thrown(height_m: float) -> Floats:
    """States (n, 6) of bodies thrown up from a height so fast that none is down after 1500 s."""
    rng = np.random.default_rng(1687)
    latitude = np.arcsin(rng.uniform(-1.0, 1.0, BODIES))
    longitude = rng.uniform(-math.pi, math.pi, BODIES)
    azimuth, elevation = rng.uniform(0.0, 2.0 * math.pi, BODIES), rng.uniform(0.9, 1.4, BODIES)
    speed = rng.uniform(6200.0, 7000.0, BODIES)
    local = np.stack(
        [
            np.cos(elevation) * np.sin(azimuth),
            np.cos(elevation) * np.cos(azimuth),
            np.sin(elevation),
        ],
        axis=-1,
    )
    frames = [
        earth.east_north_up(float(a), float(b)) for a, b in zip(latitude, longitude, strict=True)
    ]
    velocity = speed[:, None] * np.einsum("ij,ijk->ik", local, np.array(frames))
    return np.hstack([earth.geodetic_to_ecef(latitude, longitude, height_m), velocity])


def after(state: Floats, system: Earth, tolerance_m: float) -> Floats:
    """States after 1500 s."""
    _, kept = flight.fall(
        body(), np.zeros(BODIES), state, earth=system, tolerance_m=tolerance_m, every_s=AWAY_S,
        until_s=AWAY_S,
    )  # fmt: skip
    assert kept is not None
    assert np.all(kept.sample_count == 2)
    return np.hstack([kept.position_m[:, 1], kept.velocity_m_s[:, 1]])


def there_and_back(
    out: Earth, back: Earth, tolerance_m: float, height_m: float = START_M
) -> tuple[float, float]:
    """Worst distance from the start in place and in velocity."""
    turn = np.array([1.0, 1.0, 1.0, -1.0, -1.0, -1.0])
    start = thrown(height_m)
    miss = after(after(start, out, tolerance_m) * turn, back, tolerance_m) * turn - start
    return (
        float(np.linalg.norm(miss[:, :3], axis=-1).max()),
        float(np.linalg.norm(miss[:, 3:], axis=-1).max()),
    )


def reversed_turning(system: Earth) -> Earth:
    return system._replace(rotation_rad_s=-system.rotation_rad_s)


@pytest.mark.parametrize("share", [1.0, FINER])
@pytest.mark.parametrize("rotation_rad_s", [0.0, WGS84.rotation_rad_s])
def test_a_free_flight_in_vacuum_runs_backwards(share: float, rotation_rad_s: float) -> None:
    system = VACUUM._replace(rotation_rad_s=rotation_rad_s)
    place, speed = there_and_back(system, reversed_turning(system), share * flight.TOLERANCE_M)
    print(f"back within {place:.3g} m and {speed:.3g} m/s")
    assert place < share * BACK_M
    assert speed < share * BACK_M_S


def test_a_turning_that_is_a_little_off_does_not_lead_back() -> None:
    """The test would notice a Coriolis or centrifugal term that is wrong by a thousandth."""
    off = VACUUM._replace(rotation_rad_s=-0.999 * VACUUM.rotation_rad_s)
    place, speed = there_and_back(VACUUM, off, flight.TOLERANCE_M)
    print(f"with a thousandth less turning {place:.3g} m and {speed:.3g} m/s")
    assert place > 100.0 * BACK_M
    assert speed > 100.0 * BACK_M_S


def test_air_does_not_give_back_what_it_took() -> None:
    """Leaving the air at 60 km costs about a metre per second, and coming back costs it again."""
    _, speed = there_and_back(WGS84, reversed_turning(WGS84), flight.TOLERANCE_M, 60e3)
    print(f"with air {speed:.3g} m/s")
    assert speed > 100.0 * BACK_M_S
