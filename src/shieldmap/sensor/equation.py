"""The radar equation, calibrated to one published range, and the errors of a measurement.

Question: at what range does one dwell give a signal-to-noise ratio, and how exact is it then?

Model: the radar equation with coherent integration of the energy sent during one dwell
[skolnik2008, eq. 1.8; lewis-postol-2012]. The product of noise figure and losses is solved from
one published range. Errors of range and angle fall with the root of twice the signal-to-noise
ratio [skolnik2008, ch. 9].

Limits: no clutter, weather, jamming or propagation loss; loss off the face only where
:func:`shieldmap.sensor.scan_loss_ratio` is asked for; a point target of one constant radar cross
section. Noise times losses cannot be checked independently.

Signal-to-noise is a power ratio (20 means 13 dB). Units: SI.
"""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap.model import Floats

BOLTZMANN_J_K: Final = 1.380649e-23
STANDARD_NOISE_K: Final = 290.0
LIGHT_M_S: Final = 299792458.0

_MONOPULSE: Final = 1.6
"""Slope of an angle measurement: beam width over slope and root of 2 S/N [skolnik2008, sec. 9.3]."""


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


def snr_ratio(
    radar: RadarEquation, cross_section_m2: Floats | float, dwell_s: float, range_m: Floats | float
) -> Floats:
    """Signal-to-noise ratio that one dwell gives at a range; the inverse of the range's formula."""
    constant = _constant(radar) / radar.noise_times_losses
    return np.asarray(constant * np.asarray(cross_section_m2) * dwell_s / np.asarray(range_m) ** 4)


def measurement_errors(
    snr_ratio: Floats | float, range_resolution_m: float, beamwidth_rad: float
) -> tuple[Floats, Floats]:
    """Standard errors of range (m) and of each angle (rad) of one dwell; biases stand beside."""
    root = np.sqrt(2.0 * np.asarray(snr_ratio, dtype=np.float64))
    return range_resolution_m / root, beamwidth_rad / (_MONOPULSE * root)
