"""What must look the same from another side: mirrors of the still Earth, turns about its axis."""

import math

import numpy as np

from shieldmap import catalog, earth, flight
from shieldmap.earth import WGS84
from shieldmap.model import Earth, Event, Floats, Missile, Status

STILL = WGS84._replace(rotation_rad_s=0.0)
MIRROR_EAST_WEST = np.array([1.0, -1.0, 1.0])
MIRROR_NORTH_SOUTH = np.array([1.0, 1.0, -1.0])
LATITUDE_RAD = math.radians(39.0)
FULL_BURN_S = 1e6

# The integrator judges a step by the worst of x, y and z, so that a turned flight makes other steps
# and lands within its tolerance, 0.3 m away. At a tolerance 5000 times finer 1 mm is left.
FINE_TOLERANCE_M = 1e-6
MIRROR_M = 1e-3
# 1 mm at the speed of impact.
MIRROR_S = 1e-6
# Eastward or westward, the turning Earth moves a flight of nine minutes by tens of kilometres; a
# flight to the north or south is a mirror of itself but for a few.
ROTATION_M = (1e3, 200e3)
# Without J2 gravity points up to 0.0016 rad away from the plumb line. That tilts the slow start of
# a boost, and the gravity turn makes the tilt grow: up to a few percent of the range.
J2_M = (1e3, 50e3)
J2_LONG_M = (1e3, 500e3)


def impacts(
    missile: Missile,
    latitude_rad: float,
    longitude_rad: float,
    azimuth_rad: Floats,
    pitch_rad: float,
    system: Earth,
) -> tuple[Floats, Floats]:
    """Impact points (n, 3) and times (n,) of full burns."""
    site = earth.geodetic_to_ecef(*np.array([latitude_rad, longitude_rad]))
    flown, _ = flight.fly(
        missile,
        flight.Launch(site, earth.east_north_up(latitude_rad, longitude_rad)),
        flight.Steering(azimuth_rad, pitch_rad, FULL_BURN_S),
        earth=system,
        tolerance_m=FINE_TOLERANCE_M,
    )
    assert np.all(flown.status == Status.OK)
    return flown.event_position_m[:, Event.IMPACT], flown.event_time_s[:, Event.IMPACT]


NODONG = catalog.missile("hwasong-7").arrays()
AZIMUTH_RAD = np.linspace(0.1, 3.0, 12)
PITCH_RAD = 0.21


def distance(a: Floats, b: Floats) -> Floats:
    return np.linalg.norm(a - b, axis=-1)


def test_east_and_west_are_mirrors_without_rotation() -> None:
    east, east_s = impacts(NODONG, LATITUDE_RAD, 0.0, AZIMUTH_RAD, PITCH_RAD, STILL)
    west, west_s = impacts(NODONG, LATITUDE_RAD, 0.0, -AZIMUTH_RAD, PITCH_RAD, STILL)
    assert np.all(distance(east * MIRROR_EAST_WEST, west) < MIRROR_M)
    assert np.all(np.abs(east_s - west_s) < MIRROR_S)


def test_north_and_south_are_mirrors_with_rotation() -> None:
    north, north_s = impacts(NODONG, LATITUDE_RAD, 0.0, AZIMUTH_RAD, PITCH_RAD, WGS84)
    south, south_s = impacts(NODONG, -LATITUDE_RAD, 0.0, math.pi - AZIMUTH_RAD, PITCH_RAD, WGS84)
    assert np.all(distance(north * MIRROR_NORTH_SOUTH, south) < MIRROR_M)
    assert np.all(np.abs(north_s - south_s) < MIRROR_S)


def test_a_turn_about_the_axis_changes_nothing() -> None:
    angle = math.radians(171.0)
    here, here_s = impacts(NODONG, LATITUDE_RAD, 0.0, AZIMUTH_RAD, PITCH_RAD, WGS84)
    there, there_s = impacts(NODONG, LATITUDE_RAD, angle, AZIMUTH_RAD, PITCH_RAD, WGS84)
    c, s = math.cos(angle), math.sin(angle)
    turned = here @ np.array([[c, s, 0.0], [-s, c, 0.0], [0.0, 0.0, 1.0]])
    assert np.all(distance(turned, there) < MIRROR_M)
    assert np.all(np.abs(here_s - there_s) < MIRROR_S)


def test_the_rotation_breaks_the_mirror_of_east_and_west() -> None:
    east, _ = impacts(NODONG, LATITUDE_RAD, 0.0, AZIMUTH_RAD, PITCH_RAD, WGS84)
    west, _ = impacts(NODONG, LATITUDE_RAD, 0.0, -AZIMUTH_RAD, PITCH_RAD, WGS84)
    moved = distance(east * MIRROR_EAST_WEST, west)
    print(f"the rotation parts the mirrored impacts by {moved.min():.0f} to {moved.max():.0f} m")
    assert np.all((moved > ROTATION_M[0]) & (moved < ROTATION_M[1]))


def test_j2_moves_an_impact_by_kilometres() -> None:
    round_field = WGS84._replace(j2=0.0)
    hwasong_12 = catalog.missile("hwasong-12").arrays()
    for missile, pitch, (least, most) in (
        (NODONG, PITCH_RAD, J2_M),
        (hwasong_12, 0.1, J2_LONG_M),
    ):
        with_j2, _ = impacts(missile, LATITUDE_RAD, 0.0, AZIMUTH_RAD, pitch, WGS84)
        without, _ = impacts(missile, LATITUDE_RAD, 0.0, AZIMUTH_RAD, pitch, round_field)
        moved = distance(with_j2, without)
        print(f"J2 moves the impact by {moved.min():.0f} to {moved.max():.0f} m")
        assert np.all((moved > least) & (moved < most))
