"""Our frames against published points, pyproj and pymap3d."""

import numpy as np
import pymap3d
import pyproj

from shieldmap import earth
from tests.against.conftest import Agree
from tests.against.groups import agree_rows

PLACES = 500
# Doubles at the radius of the Earth end at 1e-9 m; a few operations follow.
ECEF_M = 1e-7
# The same as an angle.
ANGLE_RAD = 1e-14
# Bowring's step, taken once in the kernels, promises a micrometre up to 10,000 km.
KERNEL_M = 1e-6
# The normal of that step is looser: 1e-8 moves a climb rate of 7 km/s by 0.07 mm/s.
NORMAL = 1e-8
# Rounding of the positions, 1e-9 m, seen from the nearest of the random targets; the azimuth is
# measured across the line of sight, because it has no meaning at the zenith.
LOOK_RAD = 1e-13


def random_places(top_m: float = 2000e3) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(19760101)
    latitude = np.arcsin(rng.uniform(-1.0, 1.0, PLACES))
    longitude = rng.uniform(-np.pi, np.pi, PLACES)
    # Poles and the date line are where frames break.
    latitude[:4] = (np.pi / 2, -np.pi / 2, 0.0, 0.0)
    longitude[:4] = (0.0, 0.0, np.pi, 0.0)
    return latitude, longitude, rng.uniform(-4e3, top_m, PLACES)


def test_published_points(agree: Agree) -> None:
    agree_rows(agree, "frames")


def test_geodetic_to_ecef_and_back_against_pyproj(agree: Agree) -> None:
    latitude, longitude, altitude = random_places()
    transformer = pyproj.Transformer.from_crs("EPSG:4979", "EPSG:4978")
    wanted = np.stack(
        transformer.transform(np.degrees(latitude), np.degrees(longitude), altitude), axis=-1
    )
    position = earth.geodetic_to_ecef(latitude, longitude, altitude)
    agree(position, wanted, ECEF_M, "geodetic to ECEF")
    back = earth.ecef_to_geodetic(wanted)
    agree(back[0], latitude, ANGLE_RAD, "latitude")
    turned = (back[1] - longitude + np.pi) % (2.0 * np.pi) - np.pi
    agree(turned * np.cos(latitude), 0.0, ANGLE_RAD, "longitude")
    agree(back[2], altitude, ECEF_M, "altitude")


def test_the_kernels_height_against_pyproj(agree: Agree) -> None:
    latitude, longitude, altitude = random_places(10000e3)
    transformer = pyproj.Transformer.from_crs("EPSG:4979", "EPSG:4978")
    points = np.stack(
        transformer.transform(np.degrees(latitude), np.degrees(longitude), altitude), axis=-1
    )
    shape = (earth.SEMI_MAJOR_AXIS_M, earth.ECCENTRICITY_SQUARED)
    rows = np.array([earth.height_and_normal(*point, *shape) for point in points])
    agree(rows[:, 0], altitude, KERNEL_M, "height")
    up = np.stack(
        [
            np.cos(latitude) * np.cos(longitude),
            np.cos(latitude) * np.sin(longitude),
            np.sin(latitude),
        ],
        axis=-1,
    )
    agree(rows[:, 1:], up, NORMAL, "normal")


def test_look_angles_against_pymap3d(agree: Agree) -> None:
    latitude, longitude, altitude = random_places()
    site = (np.radians(36.05), np.radians(128.22), 400.0)
    target = earth.geodetic_to_ecef(latitude, longitude, altitude)
    wanted = pymap3d.ecef2aer(*target.T, *site, deg=False)
    azimuth, elevation, slant = earth.ecef_to_look(earth.geodetic_to_ecef(*site), target)
    turned = (azimuth - wanted[0] + np.pi) % (2.0 * np.pi) - np.pi
    agree(turned * np.cos(elevation), 0.0, LOOK_RAD, "azimuth")
    agree(elevation, wanted[1], LOOK_RAD, "elevation")
    agree(slant, wanted[2], 10.0 * ECEF_M, "slant range")
