"""What a radar sees: radar equation, search, detection, field of regard and bent rays.

Question: at what range does a radar detect an object of some radar cross section when it searches
and when it stares, how probably, and is the object inside the sector it can look at?

- ``equation``: the radar equation, calibrated to one published range, and measurement errors;
- ``search``: what a search costs in beams and time, and how a cue helps;
- ``detection``: probabilities of detection for steady and fluctuating targets;
- ``field``: direction, sector, skyline and apparent elevation;
- ``refraction``: how the air bends the rays.

Signal-to-noise is a power ratio (20 means 13 dB). Frame: Earth-fixed. Units: SI and radians.
"""

from shieldmap.sensor.detection import (
    SWERLING,
)
from shieldmap.sensor.equation import (
    LIGHT_M_S,
    STANDARD_NOISE_K,
    RadarEquation,
    detection_range_m,
    measurement_errors,
    noise_times_losses,
    snr_ratio,
)
from shieldmap.sensor.field import (
    NO_TERRAIN,
    apparent,
    bending_table,
    earths_edge_rad,
    face_axes,
    face_of,
    field_margin,
    field_margins,
    gaussian_radius_m,
    half_width,
    local,
    look,
    off_boresight_rad,
    off_face,
    off_face_rad,
    range_off_face,
    scan_loss_ratio,
    steepest_tilt,
    terrain_elevation,
    watch,
    with_air,
)
from shieldmap.sensor.search import (
    SearchBudget,
    SearchPlan,
    beams_over,
    cued_acquisition_s,
    search_budget,
    simultaneous_tracks,
    solid_angle_sr,
)

__all__ = [
    "LIGHT_M_S",
    "NO_TERRAIN",
    "STANDARD_NOISE_K",
    "SWERLING",
    "RadarEquation",
    "SearchBudget",
    "SearchPlan",
    "apparent",
    "beams_over",
    "bending_table",
    "cued_acquisition_s",
    "detection_range_m",
    "earths_edge_rad",
    "face_axes",
    "face_of",
    "field_margin",
    "field_margins",
    "gaussian_radius_m",
    "half_width",
    "local",
    "look",
    "measurement_errors",
    "noise_times_losses",
    "off_boresight_rad",
    "off_face",
    "off_face_rad",
    "range_off_face",
    "scan_loss_ratio",
    "search_budget",
    "simultaneous_tracks",
    "snr_ratio",
    "solid_angle_sr",
    "steepest_tilt",
    "terrain_elevation",
    "watch",
    "with_air",
]
