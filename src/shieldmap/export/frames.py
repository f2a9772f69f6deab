"""The axes in which an orbit ephemeris is written: turning with the Earth, or fixed among the stars.

Question: where is a state of the turning Earth in the mean equator and equinox of J2000?

Model: the Earth rotation angle and Greenwich sidereal time of [petit-luzum2010, eq. 5.15 and 5.32],
precession of the IAU 2006 by its equatorial angles [capitaine2003], and the ten largest terms
of the nutation of the IAU 2000 [mccarthy-luzum2003].

Limits, in metres at the Earth's radius: UT1 is taken as UTC, from which it differs by 0.9 s at most
(419 m to the east or west at the equator); no motion of the pole (0.6 arc seconds, 18 m); smaller
terms of nutation (1 m). The tests compare with ERFA and with the measured rotation of the Earth.
For dates of 1900 to 2100.

Frame: Earth-fixed (ECEF) in, EME2000 out. Units: SI and radians.
"""

import math
from datetime import UTC, datetime
from typing import Final

import numpy as np

from shieldmap.export.moments import ExportError
from shieldmap.model import Floats

EARTH_FIXED: Final = "ITRF2014"
INERTIAL: Final = "EME2000"

FRAMES: Final = {
    EARTH_FIXED: "Positions are Earth-fixed (WGS 84), velocities relative to the turning Earth.",
    INERTIAL: "Positions and velocities are in the mean equator and equinox of J2000, turned there "
    "from Earth-fixed axes with UT1 taken as UTC (0.9 s at most: 419 m at the equator), without "
    "polar motion (18 m) and with the ten largest terms of nutation (1 m is left out).",
}
"""Names of CCSDS for the frames that can be written, and what a reader should know."""

_YEARS: Final = (1900, 2100)
_J2000: Final = datetime(2000, 1, 1, 12, tzinfo=UTC)
_DAY_S: Final = 86400.0
_CENTURY_DAYS: Final = 36525.0
_ARC_SECOND: Final = math.pi / 648000.0
_TURN: Final = 2.0 * math.pi
_RATE_RAD_S: Final = _TURN * 1.00273781191135448 / _DAY_S
"""Rotation by the Earth rotation angle."""

# Arguments of nutation: l, l', F, D, Omega, in arc seconds and per century [petit-luzum2010, eq. 5.43].
_ARGUMENTS: Final = np.array(
    [
        [485868.249036, 1717915923.2178],
        [1287104.79305, 129596581.0481],
        [335779.526232, 1739527262.8478],
        [1072260.70369, 1602961601.2090],
        [450160.398036, -6962890.5431],
    ]
)
# Multiples of the arguments, then sine of longitude and cosine of obliquity in arc seconds.
_NUTATION: Final = np.array(
    [
        [0, 0, 0, 0, 1, -17.2064161, 9.2052331],
        [0, 0, 2, -2, 2, -1.3170906, 0.5730336],
        [0, 0, 2, 0, 2, -0.2276413, 0.0978459],
        [0, 0, 0, 0, 2, 0.2074554, -0.0897492],
        [0, 1, 0, 0, 0, 0.1475877, 0.0073871],
        [0, 1, 2, -2, 2, -0.0516821, 0.0224386],
        [1, 0, 0, 0, 0, 0.0711159, -0.0006750],
        [0, 0, 2, 0, 1, -0.0387298, 0.0200728],
        [1, 0, 2, 0, 2, -0.0301461, 0.0129025],
        [0, -1, 2, -2, 2, 0.0215829, -0.0095929],
    ]
)


def check_frame(frame: str, epoch: datetime, where: str = "the frame") -> None:
    """Refuse a frame that is not known, or not known at this date."""
    if frame not in FRAMES:
        raise ExportError(f"{where} is '{frame}': expected {' or '.join(FRAMES)}")
    if frame == INERTIAL and not _YEARS[0] <= epoch.year < _YEARS[1]:
        raise ExportError(
            f"{where} is {INERTIAL} at the epoch {epoch.isoformat()}: expected a date from "
            f"{_YEARS[0]} to {_YEARS[1]}, for which the axes of the Earth are known"
        )


def to_frame(
    frame: str, epoch: datetime, time_s: Floats, position_m: Floats, velocity_m_s: Floats
) -> tuple[Floats, Floats]:
    """Earth-fixed states (k, 3) at times (k,) after the epoch in another frame.

    Velocities of an inertial frame hold the motion with the turning Earth.

    Raises
    ------
    ExportError : a frame that is not one of :data:`FRAMES`, or a date outside its validity.
    """
    check_frame(frame, epoch)
    if frame == EARTH_FIXED:
        return position_m, velocity_m_s
    axes = earth_to_j2000((epoch - _J2000).total_seconds() + time_s)
    carried = np.cross([0.0, 0.0, _RATE_RAD_S], position_m)
    return (
        np.einsum("kij,kj->ki", axes, position_m),
        np.einsum("kij,kj->ki", axes, velocity_m_s + carried),
    )


def earth_to_j2000(since_j2000_s: Floats) -> Floats:
    """Rotations (k, 3, 3) from Earth-fixed axes to the mean ones of J2000 at times (k,) of UTC."""
    days = since_j2000_s / _DAY_S
    t = days / _CENTURY_DAYS  # of TT in truth: 70 s of precession are 0.1 milliarc seconds
    arguments = _ARC_SECOND * (_ARGUMENTS[:, :1] + _ARGUMENTS[:, 1:] * t)
    phases = _NUTATION[:, :5] @ arguments
    longitude = _ARC_SECOND * (_NUTATION[:, 5] @ np.sin(phases))
    obliquity = _ARC_SECOND * (_NUTATION[:, 6] @ np.cos(phases))
    mean = _ARC_SECOND * _polynomial(t, 84381.406, -46.836769, -0.0001831)
    drift = _ARC_SECOND * _polynomial(t, 0.014506, 4612.156534, 1.3915817)
    # The last term of the equation of the equinoxes that reaches a decimetre.
    equinoxes = longitude * np.cos(mean) + 0.00264096 * _ARC_SECOND * np.sin(arguments[4])
    angle = _TURN * (0.7790572732640 + days % 1.0 + 0.00273781191135448 * days)
    turned = _about_axis(2, -(angle + drift + equinoxes))
    nutation = _about_axis(0, -mean) @ _about_axis(2, longitude) @ _about_axis(0, mean + obliquity)
    return np.asarray(_precession(t) @ nutation @ turned, dtype=np.float64)


def _precession(t: Floats) -> Floats:
    """Rotations (k, 3, 3) from the mean axes of date to those of J2000."""
    zeta = _ARC_SECOND * _polynomial(t, 2.650545, 2306.083227, 0.2988499, 0.01801828)
    z = _ARC_SECOND * _polynomial(t, -2.650545, 2306.077181, 1.0927348, 0.01826837)
    theta = _ARC_SECOND * _polynomial(t, 0.0, 2004.191903, -0.4294934, -0.04182264)
    return np.asarray(
        _about_axis(2, zeta) @ _about_axis(1, -theta) @ _about_axis(2, z), dtype=np.float64
    )


def _polynomial(t: Floats, *coefficients: float) -> Floats:
    total = np.zeros_like(t)
    for coefficient in reversed(coefficients):
        total = total * t + coefficient
    return total


def _about_axis(axis: int, angle_rad: Floats) -> Floats:
    """Rotations (k, 3, 3) of the axes by an angle about the axis of this number."""
    one, other = (axis + 1) % 3, (axis + 2) % 3
    out = np.zeros((angle_rad.size, 3, 3))
    out[:, axis, axis] = 1.0
    out[:, one, one] = out[:, other, other] = np.cos(angle_rad)
    out[:, one, other] = np.sin(angle_rad)
    out[:, other, one] = -np.sin(angle_rad)
    return out
