"""The radar equation, the search equation and the signal that a detection needs."""

import math
from typing import Final

from shieldmap import sensor
from shieldmap.sensor import detection
from shieldmap.validation import authority
from shieldmap.validation.nouns import ComparisonGroup, Row, compare

_STEADY_DB: Final = 1e-6
_WHY: Final = {
    "range": "Half of the last digit that is printed.",
    "signal-to-noise": "Half of the last digit that is printed.",
}
_DETECTION_WHY: Final = {
    "signal-to-noise needed": "Two exact sums of the same distribution, each solved to rounding; "
    "a millionth of a decibel is a thousand times coarser.",
}


def _radar(
    frequency_hz: float, power_w: float, gain_db: float, noise: float
) -> sensor.RadarEquation:
    """A radar whose effective aperture has the gain asked for and that sends all the time."""
    wavelength_m = sensor.LIGHT_M_S / frequency_hz
    effective_m2 = 10.0 ** (0.1 * gain_db) * wavelength_m**2 / (4.0 * math.pi)
    return sensor.RadarEquation(power_w, 1.0, frequency_hz, effective_m2, 1.0, noise)


def _noise(temperature_k: float, loss_db: float) -> float:
    return float(temperature_k / sensor.STANDARD_NOISE_K * 10.0 ** (0.1 * loss_db))


def equation_rows() -> ComparisonGroup:
    """Ranges and ratios of the radar equation, and one of the search equation."""
    rows = [_pulse(row) for row in authority.rows("radar_equation.csv")]
    rows += [_search_row(case) for case in authority.document("radar_search.json")["cases"]]
    source, url = authority.head("radar_equation.csv")
    return ComparisonGroup(
        "radar-equation", "Radar and search equation", source, url, _WHY, tuple(rows)
    )


def _pulse(row: dict[str, str]) -> Row:
    given = {
        key: float(text) for key, text in row.items() if text and key not in ("name", "quantity")
    }
    radar = _radar(
        given["frequency_hz"],
        given["peak_power_w"],
        given["gain_db"],
        _noise(given["temperature_k"], given["loss_db"]),
    )
    section, pulse = given["cross_section_m2"], given["pulse_s"]
    if row["quantity"] == "range":
        ours = sensor.detection_range_m(radar, section, pulse, 10.0 ** (0.1 * given["snr_db"]))
        unit = "m"
    else:
        ours = 10.0 * math.log10(sensor.snr_ratio(radar, section, pulse, given["range_m"]))
        unit = "dB"
    return compare(row["name"], row["quantity"], unit, ours, given["published"], given["rounding"])


def _search_row(case: dict[str, float | list[float] | str]) -> Row:
    """Our fence of beams against the search equation, which knows no wavelength.

    A beam fills the solid angle wavelength^2 / aperture, so any frequency gives the same ratio.
    """
    frequency_hz, aperture_m2 = 10e9, 10.0
    number = {key: value for key, value in case.items() if isinstance(value, int | float)}
    elevation = case["elevation_deg"]
    assert isinstance(elevation, list)
    low, high = (math.radians(angle) for angle in elevation)
    radar = sensor.RadarEquation(
        number["power_aperture_w_m2"] / aperture_m2,
        1.0,
        frequency_hz,
        aperture_m2,
        1.0,
        _noise(number["temperature_k"], number["loss_db"]),
    )
    fence = sensor.SearchPlan(
        sector_rad=math.radians(number["sector_deg"]),
        elevation_min_rad=low,
        elevation_extent_rad=high - low,
        beamwidth_rad=sensor.LIGHT_M_S / frequency_hz / math.sqrt(aperture_m2),
        revisit_s=number["search_s"],
        share_of_time=1.0,
    )
    dwell_s = sensor.search_budget(fence, 1.0).dwell_s
    ratio = sensor.snr_ratio(radar, number["cross_section_m2"], dwell_s, number["range_m"])
    return compare(
        str(case["name"]),
        "signal-to-noise",
        "dB",
        10.0 * math.log10(ratio),
        number["snr_db"],
        number["rounding"],
        source=str(authority.document("radar_search.json")["source"]),
    )


def detections() -> ComparisonGroup:
    """The signal-to-noise ratio that a probability of detection needs."""
    rows = [
        compare(
            case["name"],
            "signal-to-noise needed",
            "dB",
            10.0
            * math.log10(
                detection.snr_needed(case["probability"], case["false_alarm_probability"], 0)
            ),
            case["snr_db"],
            _STEADY_DB,
        )
        for case in authority.document("detection.json")["cases"]
    ]
    source, url = authority.head("detection.json")
    return ComparisonGroup(
        "detection", "Detection of a steady target", source, url, _DETECTION_WHY, tuple(rows)
    )
