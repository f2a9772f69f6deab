"""The radar equation, the search budget and the field of regard, by hand."""

import math

import numpy as np
import pytest

from shieldmap import catalog, earth, sensor
from shieldmap.model import Radar
from shieldmap.sensor import RadarEquation

# Products and a fourth root of a dozen factors: a few roundings.
ROUNDING = 1e-12
# The catalogue prints noise x losses with three digits: half a unit of the third, and a quarter of
# it in the range.
PRINTED_SHARE = 0.25 * 0.005 / 8.48
# Sine, cosine and arc tangent of a place on the Earth: a nanoradian.
ANGLE_RAD = 1e-9

TPY2 = RadarEquation(
    peak_power_w=25344 * 16.0,
    duty_factor=0.2,
    frequency_hz=10e9,
    aperture_m2=9.2,
    aperture_efficiency=0.8,
    noise_times_losses=8.48,
)
REFERENCE_M, CROSS_SECTION_M2, DWELL_S, SNR = 870e3, 0.01, 0.1, 20.0

SITE = (math.radians(36.0), math.radians(128.3))


def reference_range(radar: RadarEquation) -> float:
    return sensor.detection_range_m(radar, CROSS_SECTION_M2, DWELL_S, SNR)


def test_solving_noise_and_losses_gives_the_published_range_back() -> None:
    solved = sensor.noise_times_losses(TPY2, REFERENCE_M, CROSS_SECTION_M2, DWELL_S, SNR)
    range_m = reference_range(TPY2._replace(noise_times_losses=solved))
    assert range_m == pytest.approx(REFERENCE_M, rel=ROUNDING)
    # The catalogue's value is this number, printed with three digits.
    assert solved == pytest.approx(8.48, abs=0.005)
    assert reference_range(TPY2) == pytest.approx(REFERENCE_M, rel=PRINTED_SHARE)


def test_the_catalogues_radar_is_the_one_of_this_test() -> None:
    entry = catalog.radar("an-tpy-2")
    antenna = entry.antenna
    assert antenna.modules.si * antenna.module_power.si == TPY2.peak_power_w
    assert antenna.duty_factor.si == TPY2.duty_factor
    assert antenna.frequency.si == TPY2.frequency_hz
    assert (antenna.aperture_area.si, antenna.aperture_efficiency.si) == (9.2, 0.8)
    assert entry.receiver.noise_times_losses.si == TPY2.noise_times_losses
    assert entry.reference.range.si == REFERENCE_M
    assert entry.reference.radar_cross_section.si == CROSS_SECTION_M2
    assert (entry.receiver.dwell.si, entry.receiver.snr.si) == (DWELL_S, SNR)


def test_the_radar_equation_by_hand_in_decibels() -> None:
    """Every factor as decibels, added up; the range's own are a fourth of the sum."""

    def db(ratio: float) -> float:
        return 10.0 * math.log10(ratio)

    gain = 4.0 * math.pi * 0.8 * 9.2 / (299792458.0 / 10e9) ** 2
    assert db(gain) == pytest.approx(50.12, abs=0.01)
    sent = db(25344 * 16.0 * 0.2 * 0.1)
    back = db(0.8 * 9.2) + db(0.01) - 2.0 * db(4.0 * math.pi)
    noise = db(1.380649e-23 * 290.0) + db(8.48) + db(20.0)
    by_hand_m = 10.0 ** ((sent + db(gain) + back - noise) / 40.0)
    assert reference_range(TPY2) == pytest.approx(by_hand_m, rel=ROUNDING)


@pytest.mark.parametrize(
    ("cross_section_m2", "dwell_s", "snr", "factor"),
    [
        (0.16, 0.1, 20.0, 2.0),
        (0.01, 1.6, 20.0, 2.0),
        (0.01, 0.1, 1.25, 2.0),
        (0.01 / 81.0, 0.1, 20.0, 1.0 / 3.0),
        (0.1, 0.01, 20.0, 1.0),
    ],
)
def test_the_range_goes_with_the_fourth_root(
    cross_section_m2: float, dwell_s: float, snr: float, factor: float
) -> None:
    ours = sensor.detection_range_m(TPY2, cross_section_m2, dwell_s, snr)
    assert ours == pytest.approx(factor * reference_range(TPY2), rel=ROUNDING)


def test_the_ranges_in_circulation_come_out_of_one_radar() -> None:
    """600 and 2,000 km against 870 km are cross sections of 0.0023 and 0.28 m2."""
    for range_m, cross_section_m2 in ((600e3, 0.00226), (2000e3, 0.279)):
        ours = sensor.detection_range_m(TPY2, cross_section_m2, DWELL_S, SNR)
        # Three digits of the cross section are one permille of the range.
        assert ours == pytest.approx(range_m, rel=1e-3)


def test_frequency_and_aperture_enter_squared() -> None:
    # The gain and the receiving area both carry the aperture, the gain alone the frequency squared.
    once = reference_range(TPY2)
    assert reference_range(TPY2._replace(aperture_m2=36.8)) == pytest.approx(2 * once, rel=ROUNDING)
    assert reference_range(TPY2._replace(frequency_hz=40e9)) == pytest.approx(
        2 * once, rel=ROUNDING
    )


def test_the_search_budget_by_hand() -> None:
    # 120 x 5 degrees in beams of half a degree are 240 x 10 = 2,400; half of 10 s for all of them.
    dwell_s = sensor.search_dwell_s(
        math.radians(120.0), math.radians(5.0), math.radians(0.5), 10.0, 0.5
    )
    assert dwell_s == pytest.approx(5.0 / 2400.0, rel=ROUNDING)
    # A 48 times shorter dwell sees 2.63 times less far.
    search_m = sensor.detection_range_m(TPY2, CROSS_SECTION_M2, dwell_s, SNR)
    assert search_m == pytest.approx(reference_range(TPY2) / 48.0**0.25, rel=ROUNDING)


def test_a_fence_thinner_than_the_beam_takes_one_row_of_beams() -> None:
    dwell_s = sensor.search_dwell_s(
        math.radians(60.0), math.radians(0.1), math.radians(0.5), 12.0, 0.25
    )
    assert dwell_s == pytest.approx(3.0 / 120.0, rel=ROUNDING)
    one = sensor.search_dwell_s(1e-4, 1e-4, math.radians(0.5), 12.0, 0.25)
    assert one == pytest.approx(3.0, rel=ROUNDING)


@pytest.mark.parametrize(
    ("azimuth_deg", "elevation_deg", "margin_deg"),
    [
        # Boresight 350, sector 120 wide: 290 to 50 across north; elevation 5 to 80.
        (350.0, 45.0, 35.0),
        (30.0, 45.0, 20.0),
        (50.0, 45.0, 0.0),
        (70.0, 45.0, -20.0),
        (290.0, 30.0, 0.0),
        (170.0, 45.0, -120.0),
        (350.0, 6.0, 1.0),
        (350.0, 2.0, -3.0),
        (350.0, 85.0, -5.0),
        (100.0, 85.0, -50.0),
    ],
)
def test_margins_of_the_field_of_regard(
    azimuth_deg: float, elevation_deg: float, margin_deg: float
) -> None:
    ours = sensor.field_margin(*np.radians([azimuth_deg, elevation_deg, 350.0, 60.0, 5.0, 80.0]))
    assert math.degrees(ours) == pytest.approx(margin_deg, abs=1e-9)


def test_watching_places_around_a_radar() -> None:
    """Targets put at known azimuth, elevation and slant range are seen there."""
    position = earth.geodetic_to_ecef(*np.array(SITE), 300.0)
    axes = earth.east_north_up(*SITE)
    half, low, high = np.radians([60.0, 5.0, 90.0])
    radar = Radar(position, axes, math.radians(-10.0), half, low, high)
    azimuth, elevation = np.radians([350.0, 40.0, 200.0]), np.radians([10.0, 60.0, 30.0])
    slant = np.array([50e3, 400e3, 1500e3])
    local = np.stack(
        [
            np.cos(elevation) * np.sin(azimuth),
            np.cos(elevation) * np.cos(azimuth),
            np.sin(elevation),
        ],
        axis=-1,
    )
    target = position + (slant[:, None] * local) @ axes
    seen = sensor.watch(radar, target)
    assert np.allclose(seen[0], azimuth, rtol=0.0, atol=ANGLE_RAD)
    assert np.allclose(seen[1], elevation, rtol=0.0, atol=ANGLE_RAD)
    assert np.allclose(seen[2], slant, rtol=ROUNDING, atol=1e-6)
    # 10 - 5, then 60 - 50, then 60 - 150 degrees.
    assert np.allclose(seen[3], np.radians([5.0, 10.0, -90.0]), rtol=0.0, atol=ANGLE_RAD)
    for i in range(3):
        kernel = sensor.look(*target[i], position, axes)
        assert kernel[0] % (2.0 * math.pi) == pytest.approx(azimuth[i], abs=ANGLE_RAD)
        assert kernel[1] == pytest.approx(elevation[i], abs=ANGLE_RAD)
        margin = sensor.field_margin(kernel[0], kernel[1], radar.boresight_rad, half, low, high)
        assert margin == pytest.approx(seen[3][i], abs=ANGLE_RAD)


def test_a_target_at_the_radar_itself_is_overhead() -> None:
    position, axes = earth.geodetic_to_ecef(*np.array(SITE)), earth.east_north_up(*SITE)
    _, elevation, slant = sensor.look(*position, position, axes)
    assert slant == 0.0
    assert elevation == 0.5 * math.pi
