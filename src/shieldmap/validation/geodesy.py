"""Geodesics and frames against published points."""

from typing import Final, NamedTuple

import numpy as np

from shieldmap import earth
from shieldmap.model import Floats
from shieldmap.validation import authority
from shieldmap.validation.nouns import ComparisonGroup, Row, compare

DISTANCE_M: Final = 2e-4
ANGLE_DEG: Final = 2e-9
PLACE_DEG: Final = 2e-9
PRINTED_M: Final = 1e-5
LOOK_DEG: Final = 1e-6

_GEODESIC_WHY: Final = {
    "distance": "Vincenty's series ends at the third power of the flattening, which is 0.1 mm "
    "over 17,000 km.",
    "azimuth at the start": "0.1 mm seen as an angle over the radius of the Earth.",
    "azimuth at the end": "0.1 mm seen as an angle over the radius of the Earth.",
    "latitude at the end": "A place 0.2 mm away, in degrees of latitude.",
    "longitude at the end": "A place 0.2 mm away, in degrees times the cosine of the latitude.",
}
_FRAME_WHY: Final = {
    "position": "The points are printed to 0.01 mm.",
    "azimuth": "The target is printed to 0.01 mm, which is a millionth of a degree at 1 km.",
    "elevation": "The target is printed to 0.01 mm, which is a millionth of a degree at 1 km.",
    "slant range": "The target is printed to 0.01 mm.",
}


def near(angle_deg: Floats, wanted_deg: Floats) -> Floats:
    """The angle plus whole turns that lies nearest to the wanted one."""
    return wanted_deg + (angle_deg - wanted_deg + 180.0) % 360.0 - 180.0


def geodesics() -> ComparisonGroup:
    """Both geodesic problems on the ellipsoid."""
    table = authority.csv_columns("geodesics.csv")
    lat1, lon1, lat2, lon2, azimuth = (
        np.radians(table[key])
        for key in (
            "latitude1_deg",
            "longitude1_deg",
            "latitude2_deg",
            "longitude2_deg",
            "azimuth1_deg",
        )
    )
    distance, first, last = earth.geodesic_inverse(lat1, lon1, lat2, lon2)
    to_lat, to_lon = earth.geodesic_direct(lat1, lon1, azimuth, table["distance_m"])
    compared = (
        _Compared("distance", "m", distance, table["distance_m"], DISTANCE_M),
        _angle("azimuth at the start", first, table["azimuth1_deg"], ANGLE_DEG),
        _angle("azimuth at the end", last, table["azimuth2_deg"], ANGLE_DEG),
        _angle("latitude at the end", to_lat, table["latitude2_deg"], PLACE_DEG),
        # Scaled, so that the tolerance is a distance at every latitude.
        _angle("longitude at the end", to_lon, table["longitude2_deg"], PLACE_DEG, np.cos(lat2)),
    )
    rows = [
        compare(f"geodesic {i + 1}", c.quantity, c.unit, c.ours[i], c.theirs[i], c.tolerance)
        for i in range(distance.size)
        for c in compared
    ]
    source, url = authority.head("geodesics.csv")
    return ComparisonGroup(
        "geodesics", "Geodesics on the ellipsoid", source, url, _GEODESIC_WHY, tuple(rows)
    )


class _Compared(NamedTuple):
    quantity: str
    unit: str
    ours: Floats
    theirs: Floats
    tolerance: float


def _angle(
    quantity: str,
    ours_rad: Floats,
    wanted_deg: Floats,
    tolerance: float,
    factor: Floats | float = 1.0,
) -> _Compared:
    ours_deg = near(np.degrees(ours_rad), wanted_deg)
    return _Compared(quantity, "deg", factor * ours_deg, factor * wanted_deg, tolerance)


def frames() -> ComparisonGroup:
    """Geodetic to Earth-fixed coordinates, and look angles."""
    plain, looked = authority.document("frames.json")["cases"]
    latitude, longitude, altitude = plain["geodetic"]
    site = earth.geodetic_to_ecef(np.radians(latitude), np.radians(longitude), altitude)
    place = f"{latitude}, {longitude}, {altitude} m"
    rows: list[Row] = [
        compare(f"{place}: {axis}", "position", "m", float(site[i]), plain["ecef_m"][i], PRINTED_M)
        for i, axis in enumerate("xyz")
    ]
    azimuth, elevation, slant = earth.ecef_to_look(site, np.array(looked["ecef_m"]))
    ours = (np.degrees(azimuth), np.degrees(elevation), slant)
    looks = (
        ("azimuth", "deg", LOOK_DEG),
        ("elevation", "deg", LOOK_DEG),
        ("slant range", "m", PRINTED_M),
    )
    rows += [
        compare(
            f"target seen from {place}", quantity, unit, float(ours[i]), looked["aer"][i], tolerance
        )
        for i, (quantity, unit, tolerance) in enumerate(looks)
    ]
    source, url = authority.head("frames.json")
    return ComparisonGroup("frames", "Frames and look angles", source, url, _FRAME_WHY, tuple(rows))
