"""What a free flight must keep: energy, angular momentum, and Jacobi's integral when turning."""

import math

import numpy as np
import pytest

from shieldmap import earth, flight
from shieldmap.earth import WGS84
from shieldmap.model import Earth, Event, Floats, Missile, Status

VACUUM = WGS84._replace(air=0.0)
SPHERE = WGS84._replace(eccentricity_squared=0.0, j2=0.0, rotation_rad_s=0.0, air=0.0)
FINE_TOLERANCE_M = 1e-6

# A step may err by 5 mm and 5 um/s; 60 steps at up to 7 km/s and 10 m/s^2 could add up to 5 J/kg if
# each erred by as much and the same way. Steps err less and both ways: a tenth is asked for, which
# is 1e-8 of the constants' 5e7 J/kg.
ENERGY_J_KG = 0.5
# The same errors on an arm of 8,000 km, 60 x (5 um/s x 8e6 m + 5 mm x 7 km/s), and a tenth of it.
MOMENTUM_M2_S = 500.0
# The drift must shrink with the tolerance, here by 5000.
FINE_ENERGY_J_KG = ENERGY_J_KG * FINE_TOLERANCE_M / flight.TOLERANCE_M
FINE_MOMENTUM_M2_S = MOMENTUM_M2_S * FINE_TOLERANCE_M / flight.TOLERANCE_M


def body() -> Missile:
    """A free body; without air its ballistic coefficient has no say."""
    one = np.ones(1)
    return Missile(one, one, one, one, one, one, one, 1.0, 1.0, 1.0, 2500.0, True)


def thrown(system: Earth, tolerance_m: float) -> tuple[Floats, Floats]:
    """Positions and velocities (n, k, 3) of bodies thrown up from 60 km at random places."""
    rng = np.random.default_rng(1788)
    n = 24
    latitude = np.arcsin(rng.uniform(-1.0, 1.0, n))
    longitude = rng.uniform(-math.pi, math.pi, n)
    azimuth, elevation = rng.uniform(0.0, 2.0 * math.pi, n), rng.uniform(0.3, 1.4, n)
    speed = rng.uniform(1500.0, 7000.0, n)
    state = np.empty((n, 6))
    state[:, :3] = earth.geodetic_to_ecef(latitude, longitude, 60e3)
    for i in range(n):
        direction = np.array(
            [
                math.cos(elevation[i]) * math.sin(azimuth[i]),
                math.cos(elevation[i]) * math.cos(azimuth[i]),
                math.sin(elevation[i]),
            ]
        )
        state[i, 3:] = speed[i] * direction @ earth.east_north_up(latitude[i], longitude[i])
    flown, kept = flight.fall(
        body(), np.zeros(n), state, earth=system, tolerance_m=tolerance_m, every_s=20.0,
        until_s=4000.0,
    )  # fmt: skip
    assert np.all(flown.status == Status.OK)
    assert kept is not None
    # The last state is the impact itself, so that the whole flight is judged.
    return (
        np.concatenate([kept.position_m, flown.event_position_m[:, Event.IMPACT, None]], axis=1),
        np.concatenate(
            [kept.velocity_m_s, flown.event_velocity_m_s[:, Event.IMPACT, None]], axis=1
        ),
    )


def energy(position_m: Floats, velocity_m_s: Floats, system: Earth) -> Floats:
    """Jacobi's integral per kilogram: the energy in the turning frame [danby1992, p. 253].

    Without rotation it is the energy itself. The potential is that of a body with J2.
    """
    r = np.linalg.norm(position_m, axis=-1)
    flatness = 0.5 * system.j2 * (system.semi_major_axis_m / r) ** 2
    potential = (
        -system.gm_m3_s2 / r * (1.0 - flatness * (3.0 * (position_m[..., 2] / r) ** 2 - 1.0))
    )
    arm2 = position_m[..., 0] ** 2 + position_m[..., 1] ** 2
    kinetic = 0.5 * np.sum(velocity_m_s**2, axis=-1)
    return kinetic + potential - 0.5 * system.rotation_rad_s**2 * arm2


def worst_drift(constant: Floats) -> float:
    """Largest distance from the value at the start, along the second axis."""
    return float(np.nanmax(np.abs(constant - constant[:, :1])))


@pytest.mark.parametrize(
    ("tolerance_m", "energy_j_kg", "momentum_m2_s"),
    [
        (flight.TOLERANCE_M, ENERGY_J_KG, MOMENTUM_M2_S),
        (FINE_TOLERANCE_M, FINE_ENERGY_J_KG, FINE_MOMENTUM_M2_S),
    ],
)
def test_a_still_sphere_keeps_energy_and_angular_momentum(
    tolerance_m: float, energy_j_kg: float, momentum_m2_s: float
) -> None:
    position, velocity = thrown(SPHERE, tolerance_m)
    drift = worst_drift(energy(position, velocity, SPHERE))
    momentum = np.cross(position, velocity)
    slip = float(np.nanmax(np.linalg.norm(momentum - momentum[:, :1], axis=-1)))
    print(f"energy drifts by {drift:.3g} J/kg, angular momentum by {slip:.3g} m2/s")
    assert drift < energy_j_kg
    assert slip < momentum_m2_s


def test_a_flattened_still_earth_keeps_energy_and_the_momentum_about_its_axis() -> None:
    still = VACUUM._replace(rotation_rad_s=0.0)
    position, velocity = thrown(still, flight.TOLERANCE_M)
    momentum = np.cross(position, velocity)
    drift = worst_drift(energy(position, velocity, still))
    slip = worst_drift(momentum[..., 2])
    print(f"energy drifts by {drift:.3g} J/kg, axial momentum by {slip:.3g} m2/s")
    assert drift < ENERGY_J_KG
    assert slip < MOMENTUM_M2_S
    # The oblate field turns the plane of the flight: the test would notice a missing J2.
    assert np.nanmax(np.linalg.norm(momentum - momentum[:, :1], axis=-1)) > 1e3 * MOMENTUM_M2_S


@pytest.mark.parametrize(
    ("tolerance_m", "energy_j_kg"),
    [(flight.TOLERANCE_M, ENERGY_J_KG), (FINE_TOLERANCE_M, FINE_ENERGY_J_KG)],
)
def test_the_turning_earth_keeps_jacobis_integral(tolerance_m: float, energy_j_kg: float) -> None:
    position, velocity = thrown(VACUUM, tolerance_m)
    drift = worst_drift(energy(position, velocity, VACUUM))
    print(f"Jacobi's integral drifts by {drift:.3g} J/kg")
    assert drift < energy_j_kg
    # Without the centrifugal part the sum is not kept: the test would notice a missing term.
    still = VACUUM._replace(rotation_rad_s=0.0)
    assert worst_drift(energy(position, velocity, still)) > 1e3 * ENERGY_J_KG


def test_air_takes_energy_away() -> None:
    position, velocity = thrown(WGS84, flight.TOLERANCE_M)
    kept = energy(position, velocity, WGS84)
    assert np.all(kept[:, -1] < kept[:, 0] - 1e3 * ENERGY_J_KG)
