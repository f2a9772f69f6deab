"""What a radar sees: radar equation, search budget and field of regard.

Question: at what range does a radar detect an object of some radar cross section when it searches
and when it stares, and is the object inside the sector it can look at?

Model: the radar equation with coherent integration of the energy sent during one dwell
[skolnik2008, eq. 1.8; lewis-postol-2012]; a search budget (beams in the sector times dwell within
the revisit time times the share of time); a field of regard in azimuth and elevation.

Limits: no clutter, weather, jamming, scan loss or propagation loss; no refraction (at 5 degrees
elevation the bent ray shows a target in space about 0.15 degrees higher); no terrain; a point
target of one constant radar cross section. The product of noise figure and losses is solved from
one published range and so cannot be checked independently.

Signal-to-noise is a power ratio (20 means 13 dB). Frame: Earth-fixed. Units: SI and radians.
"""

import math
from typing import Final, NamedTuple

import numpy as np
from numba import njit

from shieldmap.earth import ecef_to_look, wrap
from shieldmap.model import Floats, Radar

BOLTZMANN_J_K: Final = 1.380649e-23
STANDARD_NOISE_K: Final = 290.0
LIGHT_M_S: Final = 299792458.0


class RadarEquation(NamedTuple):
    """The numbers of the radar equation; ``noise_times_losses`` is a power ratio."""

    peak_power_w: float
    duty_factor: float
    frequency_hz: float
    aperture_m2: float
    aperture_efficiency: float
    noise_times_losses: float


def detection_range_m(
    radar: RadarEquation, cross_section_m2: float, dwell_s: float, snr_ratio: float
) -> float:
    """Range at which one dwell gives the signal-to-noise ratio asked for.

    Raises
    ------
    ValueError : a ratio that is not above zero, or a negative cross section or dwell.
    """
    if not (snr_ratio > 0.0 and cross_section_m2 >= 0.0 and dwell_s >= 0.0):
        raise ValueError(
            "a detection range needs a signal-to-noise ratio above zero and a cross section and a "
            f"dwell of zero or more: got {snr_ratio:g}, {cross_section_m2:g} m2, {dwell_s:g} s"
        )
    constant = _constant(radar) / radar.noise_times_losses
    return float((constant * cross_section_m2 * dwell_s / snr_ratio) ** 0.25)


def noise_times_losses(
    radar: RadarEquation, range_m: float, cross_section_m2: float, dwell_s: float, snr_ratio: float
) -> float:
    """Noise figure times losses that make a published range come out of the radar equation."""
    return _constant(radar) * cross_section_m2 * dwell_s / (snr_ratio * range_m**4)


def _constant(radar: RadarEquation) -> float:
    """Everything in the fourth power of the range but target, dwell, noise and losses."""
    wavelength_m = LIGHT_M_S / radar.frequency_hz
    effective_m2 = radar.aperture_m2 * radar.aperture_efficiency
    gain = 4.0 * math.pi * effective_m2 / wavelength_m**2
    sent_w = radar.peak_power_w * radar.duty_factor
    noise_j = BOLTZMANN_J_K * STANDARD_NOISE_K
    return sent_w * gain * effective_m2 / ((4.0 * math.pi) ** 2 * noise_j)


def search_dwell_s(
    sector_rad: float,
    elevation_extent_rad: float,
    beamwidth_rad: float,
    revisit_s: float,
    share_of_time: float,
) -> float:
    """Dwell per beam that the search budget allows: beams x dwell <= revisit x share of time."""
    beams = max(sector_rad / beamwidth_rad, 1.0) * max(elevation_extent_rad / beamwidth_rad, 1.0)
    return revisit_s * share_of_time / beams


@njit(cache=True, error_model="numpy", _nrt=False)
def look(x, y, z, position_m, axes):
    """Azimuth, elevation and slant range of one ECEF point from a site."""
    dx, dy, dz = x - position_m[0], y - position_m[1], z - position_m[2]
    e = axes[0, 0] * dx + axes[0, 1] * dy + axes[0, 2] * dz
    n = axes[1, 0] * dx + axes[1, 1] * dy + axes[1, 2] * dz
    u = axes[2, 0] * dx + axes[2, 1] * dy + axes[2, 2] * dz
    slant = math.sqrt(dx * dx + dy * dy + dz * dz)
    # At the zenith the quotient may round to a little more than one.
    up = min(max(u / slant, -1.0), 1.0) if slant > 0.0 else 1.0
    return math.atan2(e, n), math.asin(up), slant


@njit(cache=True, error_model="numpy", _nrt=False)
def field_margin(azimuth, elevation, boresight, half_sector, elevation_min, elevation_max):
    """Angle by which a direction lies inside the field of regard; negative outside."""
    across = half_sector - abs(wrap(azimuth - boresight))
    return min(across, elevation - elevation_min, elevation_max - elevation)


def watch(radar: Radar, position_m: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Azimuth, elevation, slant range and field-of-regard margin of positions (..., 3)."""
    azimuth, elevation, slant = ecef_to_look(radar.position_m, position_m)
    off = np.abs((azimuth - radar.boresight_rad + np.pi) % (2.0 * np.pi) - np.pi)
    margin = np.minimum(radar.half_sector_rad - off, elevation - radar.elevation_min_rad)
    margin = np.minimum(margin, radar.elevation_max_rad - elevation)
    return azimuth, elevation, slant, margin
