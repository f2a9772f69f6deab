"""Our geodesics against Karney's GeographicLib."""

import numpy as np
from geographiclib.geodesic import Geodesic

from shieldmap import earth
from shieldmap.validation.geodesy import ANGLE_DEG, DISTANCE_M, PLACE_DEG
from tests.against.conftest import Agree
from tests.against.groups import agree_rows

PAIRS = 400
# Near the antipode the series does not converge and another way is taken, with its own test.
FARTHEST_DEG = 175.0


def difference_deg(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Angle a - b brought into [-180, 180]."""
    return (a - b + 180.0) % 360.0 - 180.0


def random_pairs() -> np.ndarray:
    """Pairs of places all over the Earth, not nearly antipodal: rows lat1, lon1, lat2, lon2."""
    rng = np.random.default_rng(20160708)
    latitude = np.degrees(np.arcsin(rng.uniform(-1.0, 1.0, (2, 2 * PAIRS))))
    longitude = rng.uniform(-180.0, 180.0, (2, 2 * PAIRS))
    pairs = np.stack([latitude[0], longitude[0], latitude[1], longitude[1]])
    arc = np.array([Geodesic.WGS84.Inverse(*pair)["a12"] for pair in pairs.T])
    return pairs[:, arc < FARTHEST_DEG][:, :PAIRS]


def compare_inverse(agree: Agree, places: np.ndarray, wanted: np.ndarray) -> None:
    distance, first, last = earth.geodesic_inverse(*np.radians(places))
    agree(distance, wanted[0], DISTANCE_M, "distance")
    # Near the poles an azimuth turns with the place, so its error is measured across the path.
    agree(difference_deg(np.degrees(first), wanted[1]), 0.0, ANGLE_DEG, "azimuth at the start")
    agree(difference_deg(np.degrees(last), wanted[2]), 0.0, ANGLE_DEG, "azimuth at the end")


def compare_direct(agree: Agree, start: np.ndarray, wanted: np.ndarray) -> None:
    angles = np.radians(start[:3])
    latitude, longitude = earth.geodesic_direct(*angles, start[3])
    agree(np.degrees(latitude), wanted[0], PLACE_DEG, "latitude")
    east = difference_deg(np.degrees(longitude), wanted[1]) * np.cos(latitude)
    agree(east, 0.0, PLACE_DEG, "longitude times the cosine of the latitude")


def test_published_geodesics(agree: Agree) -> None:
    agree_rows(agree, "geodesics")


def test_random_inverse(agree: Agree) -> None:
    pairs = random_pairs()
    lines = [Geodesic.WGS84.Inverse(*pair) for pair in pairs.T]
    wanted = np.array([[line[key] for line in lines] for key in ("s12", "azi1", "azi2")])
    compare_inverse(agree, pairs, wanted)


def test_random_direct(agree: Agree) -> None:
    pairs = random_pairs()
    lines = [Geodesic.WGS84.Inverse(*pair) for pair in pairs.T]
    start = np.array([[line[key] for line in lines] for key in ("lat1", "lon1", "azi1", "s12")])
    compare_direct(agree, start, pairs[2:])


def test_the_antipode_has_a_distance_and_a_way_that_leads_there(agree: Agree) -> None:
    rng = np.random.default_rng(20160709)
    near = [
        (a, o, -a + da, o + 180.0 + do)
        for a, o, da, do in zip(
            rng.uniform(-89.0, 89.0, 60), rng.uniform(-180.0, 180.0, 60),
            rng.uniform(-1.0, 1.0, 60), rng.uniform(-1.0, 1.0, 60), strict=True,
        )
    ]  # fmt: skip
    exact = [
        (0, 0, 0, 180),
        (0, 0, 0, -180),
        (90, 0, -90, 0),
        (-90, 5, 90, 33),
        (37, 127, -37, -53),
    ]
    found, wanted, missed = [], [], []
    for pair in [*near, *exact]:
        distance, azimuth, _ = earth.geodesic_inverse(*np.radians(pair))
        found.append(float(distance))
        wanted.append(Geodesic.WGS84.Inverse(*pair)["s12"])
        end = np.degrees(earth.geodesic_direct(*np.radians(pair[:2]), azimuth, distance))
        missed.append(Geodesic.WGS84.Inverse(float(end[0]), float(end[1]), *pair[2:])["s12"])
    # The shortest way is found in steps of a few hundred nanoradians: far less than a metre.
    agree(np.array(found), np.array(wanted), 1e-3, "distance")
    agree(np.array(missed), 0.0, 1.0, "end of the way")
