"""The radar equation, the search budget and the field of regard, by hand."""

import math

import numpy as np
import pytest

from shieldmap import catalog, earth, sensor
from shieldmap.model import Radar
from shieldmap.sensor import RadarEquation, SearchPlan

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


def fence(sector_deg: float, low_deg: float, extent_deg: float) -> SearchPlan:
    return SearchPlan(
        sector_rad=math.radians(sector_deg),
        elevation_min_rad=math.radians(low_deg),
        elevation_extent_rad=math.radians(extent_deg),
        beamwidth_rad=math.radians(0.5),
        revisit_s=10.0,
        share_of_time=0.5,
    )


def test_the_search_budget_by_hand() -> None:
    # Degrees^2 of a fence from the horizon to 5 degrees: 120 x (180 / pi) sin 5 = 599.24, a little
    # less than 120 x 5, in beams of a quarter of a degree^2; half of 10 s for all of them.
    budget = sensor.search_budget(fence(120.0, 0.0, 5.0), DWELL_S)
    beams = 120.0 * math.degrees(math.sin(math.radians(5.0))) / 0.25
    assert budget.beams_n == pytest.approx(beams, rel=ROUNDING)
    assert budget.solid_angle_sr == pytest.approx(599.24 * math.radians(1.0) ** 2, rel=1e-5)
    assert budget.dwell_s == pytest.approx(5.0 / beams, rel=ROUNDING)
    # A full round with the long dwell: as many times the revisit as the dwell is longer.
    assert budget.frame_s == pytest.approx(10.0 * DWELL_S / budget.dwell_s, rel=ROUNDING)
    # A 48 times shorter dwell sees 2.63 times less far.
    search_m = sensor.detection_range_m(TPY2, CROSS_SECTION_M2, budget.dwell_s, SNR)
    shorter = DWELL_S / budget.dwell_s
    assert search_m == pytest.approx(reference_range(TPY2) / shorter**0.25, rel=ROUNDING)


def test_a_fence_high_up_has_fewer_directions() -> None:
    low, high = (sensor.search_budget(fence(120.0, e, 5.0), DWELL_S) for e in (0.0, 57.5))
    # The parallel at 60 degrees is half as long.
    assert high.beams_n == pytest.approx(0.5 * low.beams_n, rel=2e-3)


def test_a_fence_thinner_than_the_beam_takes_one_row_of_beams() -> None:
    budget = sensor.search_budget(fence(60.0, 0.0, 0.1), DWELL_S)
    # One row of 60 / 0.5 beams; the sine of half a degree is the angle to 1.3e-5.
    assert budget.beams_n == pytest.approx(120.0, rel=2e-5)
    assert sensor.search_budget(fence(0.01, 0.0, 0.01), DWELL_S).beams_n == 1.0


def test_a_cue_is_searched_beam_by_beam() -> None:
    beam = math.radians(0.5)
    # A disc of four beams' radius holds 16 pi beams, with half of the time.
    assert sensor.cued_acquisition_s(4.0 * beam, beam, 0.1, 0.5) == pytest.approx(
        16.0 * math.pi * 0.2, rel=ROUNDING
    )
    assert sensor.cued_acquisition_s(0.1 * beam, beam, 0.1, 0.5) == pytest.approx(0.2)


def test_tracks_beside_the_search() -> None:
    # Half of every second in dwells of a tenth of a second.
    assert sensor.simultaneous_tracks(1.0, 0.1, 0.5) == pytest.approx(5.0)


def test_errors_of_a_measurement() -> None:
    # The root of 2 x 50 is 10: a tenth of the cell, a sixteenth of the beam.
    range_m, angle_rad = sensor.measurement_errors(50.0, 15.0, 0.016)
    assert range_m == pytest.approx(1.5)
    assert angle_rad == pytest.approx(0.001)


def test_the_ratio_is_the_inverse_of_the_range() -> None:
    range_m = sensor.detection_range_m(TPY2, 0.1, 0.05, 30.0)
    assert sensor.snr_ratio(TPY2, 0.1, 0.05, range_m) == pytest.approx(30.0, rel=1e-12)


def test_transmitter_and_receiver_may_change_places() -> None:
    """Reciprocity: with the same antenna both ways, gain x aperture is aperture x gain.

    Written with the gain twice, as textbooks do, the equation must give the same range.
    """
    wavelength_m = sensor.LIGHT_M_S / TPY2.frequency_hz
    effective_m2 = TPY2.aperture_m2 * TPY2.aperture_efficiency
    gain = 4.0 * math.pi * effective_m2 / wavelength_m**2
    sent_j = TPY2.peak_power_w * TPY2.duty_factor * DWELL_S
    noise_j = 1.380649e-23 * 290.0 * TPY2.noise_times_losses
    by_gain = sent_j * gain**2 * wavelength_m**2 * CROSS_SECTION_M2
    by_gain /= (4.0 * math.pi) ** 3 * noise_j * SNR
    assert by_gain**0.25 == pytest.approx(reference_range(TPY2), rel=1e-9)


def test_axes_of_a_tilted_face() -> None:
    flat = np.eye(3)
    face = sensor.face_axes(flat, math.radians(90.0), math.radians(30.0))
    # Looking east and 30 degrees up: right is south, the normal between east and up.
    expected = [[0.0, -1.0, 0.0], [math.sqrt(0.75), 0.0, 0.5], [-0.5, 0.0, math.sqrt(0.75)]]
    assert face == pytest.approx(np.array(expected), abs=1e-15)


def test_the_gain_off_the_face() -> None:
    radar = Radar(
        np.array([6378137.0, 0.0, 0.0]), np.eye(3), 0.0, 1.0, 0.0, 1.5, tilt_rad=math.radians(30.0)
    )
    off = sensor.off_face_rad(radar, np.radians([0.0, 0.0, 180.0]), np.radians([30.0, 90.0, 0.0]))
    assert np.degrees(off) == pytest.approx([0.0, 60.0, 150.0], abs=1e-6)
    # cos^3 of 60 degrees is an eighth; nothing is sent backwards.
    assert sensor.scan_loss_ratio(off) == pytest.approx([1.0, 0.125, 0.0], abs=1e-12)


def test_a_tilted_face_sees_no_further_off_its_normal_than_it_can_steer() -> None:
    place, axes = np.array([6378137.0, 0.0, 0.0]), earth.east_north_up(0.0, 0.0)
    free = Radar(place, axes, 0.0, math.pi, 0.0, 0.5 * math.pi, tilt_rad=math.radians(30.0))
    steered = free._replace(scan_max_rad=math.radians(60.0))
    # North at 30 degrees up is the normal itself; the zenith is 60 degrees off it, south 150.
    targets = [place + 100e3 * (math.cos(e) * n * axes[1] + math.sin(e) * axes[2])
               for n, e in ((1.0, math.radians(30.0)), (1.0, 0.5 * math.pi), (-1.0, 0.1))]  # fmt: skip
    margins = np.degrees([float(sensor.watch(steered, target)[3]) for target in targets])
    assert margins[0] == pytest.approx(30.0, abs=1e-4)
    assert margins[1] == pytest.approx(0.0, abs=1e-4)
    assert margins[2] == pytest.approx(60.0 - 150.0 + math.degrees(0.1), abs=1e-3)
    kernel = sensor.off_face(math.pi, 0.1, 0.0, free.tilt_rad)
    assert math.degrees(kernel) == pytest.approx(150.0 - math.degrees(0.1), abs=1e-9)
    assert sensor.watch(free, targets[2])[3] >= 0.0


def test_a_skyline_hides_what_stands_below_it() -> None:
    hills = np.radians([0.0, 0.0, 10.0, 0.0])
    for azimuth_deg, height_deg in ((0.0, 0.0), (135.0, 5.0), (180.0, 10.0), (-157.5, 7.5)):
        ours = sensor.terrain_elevation(math.radians(azimuth_deg), hills)
        assert math.degrees(ours) == pytest.approx(height_deg, abs=1e-9)
    place, axes = np.array([6378137.0, 0.0, 0.0]), earth.east_north_up(0.0, 0.0)
    open_sky = Radar(place, axes, math.pi, math.pi, 0.0, 1.5)
    south = place + 200e3 * (math.cos(0.1) * -axes[1] + math.sin(0.1) * axes[2])
    # Seen 5.7 degrees up in the south: 5.7 above an open horizon and 4.3 below the hill.
    margins = [float(sensor.watch(radar, south)[3]) for radar in
               (open_sky, open_sky._replace(horizon_rad=hills))]  # fmt: skip
    assert margins == pytest.approx([0.1, 0.1 - math.radians(10.0)], abs=1e-9)


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


@pytest.mark.parametrize(
    ("off_deg", "ratio"),
    # Fourth root of the cube of the cosine: 0.595 at 60 degrees, 0.771 at 45, nothing across.
    [(0.0, 1.0), (45.0, 0.77111), (60.0, 0.59460), (90.0, 0.0)],
)
def test_the_range_falls_off_the_face(off_deg: float, ratio: float) -> None:
    cosine = math.cos(math.radians(off_deg))
    # 1e5 of the loss at a range of 1,000 km; across, cos(pi / 2) is 6e-17 and not zero.
    assert sensor.range_off_face(1e6, cosine) == pytest.approx(1e6 * ratio, abs=10.0)
    assert sensor.range_off_face(1e6, -0.2) == 0.0
    gain = float(sensor.scan_loss_ratio(np.array(math.radians(off_deg))))
    assert sensor.range_off_face(1.0, cosine) ** 4 == pytest.approx(gain, rel=1e-12)


CONES = [
    (tilt, scan, low) for tilt in (0, 20, 45, 60) for scan in (30, 45, 60) for low in (0, 5, 20)
]


@pytest.mark.parametrize(("tilt_deg", "scan_deg", "elevation_deg"), CONES)
def test_the_width_of_a_cone_against_unit_vectors(
    tilt_deg: float, scan_deg: float, elevation_deg: float
) -> None:
    """At half the width the direction lies on the cone; where there is none, all lie outside."""
    tilt, scan, elevation = np.radians([tilt_deg, scan_deg, elevation_deg])
    normal = np.array([0.0, math.cos(tilt), math.sin(tilt)])
    azimuth = np.linspace(0.0, math.pi, 7201)
    level = math.cos(elevation)
    up = np.full(azimuth.size, math.sin(elevation))
    toward = np.stack([level * np.sin(azimuth), level * np.cos(azimuth), up], axis=-1)
    inside = np.flatnonzero(np.arccos(np.clip(toward @ normal, -1.0, 1.0)) <= scan)
    expected = float(azimuth[inside[-1]]) if inside.size else 0.0
    # The grid of azimuths is pi / 7,200 fine.
    assert sensor.half_width(elevation, tilt, scan) == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize("half_deg", [10.0, 31.5, 60.0])
@pytest.mark.parametrize("scan_deg", [30.0, 45.0, 60.0])
@pytest.mark.parametrize("elevation_deg", [0.0, 5.0, 20.0])
def test_the_steepest_tilt_gives_back_the_width(
    half_deg: float, scan_deg: float, elevation_deg: float
) -> None:
    half, scan, elevation = np.radians([half_deg, scan_deg, elevation_deg])
    tilt = sensor.steepest_tilt(half, elevation, scan)
    tilts = np.radians(np.arange(-89.0, 90.0, 0.5))
    widths = np.array([sensor.half_width(elevation, t, scan) for t in tilts])
    if tilt != tilt:
        assert widths.max() < half
        return
    # The inverse, to the rounding of an arc cosine near its end.
    assert sensor.half_width(elevation, tilt, scan) == pytest.approx(half, abs=1e-6)
    assert np.all(widths[tilts > tilt + 1e-6] < half)


def test_a_cone_limits_what_a_radar_watches() -> None:
    """Looking north with the face tilted by 45 degrees: 75 degrees up behind is its edge."""
    position, axes = earth.geodetic_to_ecef(*np.array(SITE)), earth.east_north_up(*SITE)
    view = {"tilt_rad": math.radians(45.0), "scan_max_rad": math.radians(60.0)}
    radar = Radar(position, axes, 0.0, math.pi, 0.0, 0.5 * math.pi, **view)
    azimuth, elevation = np.radians([0.0, 180.0, 180.0, 90.0]), np.radians([10.0, 80.0, 70.0, 0.01])
    level = np.cos(elevation)
    local = np.stack([level * np.sin(azimuth), level * np.cos(azimuth), np.sin(elevation)], axis=-1)
    margin = sensor.watch(radar, position + 300e3 * local @ axes)[3]
    # 60 - 35 but only 10 above the least elevation; 60 - 55; 60 - 65; 60 - 90 to the side.
    assert np.degrees(margin) == pytest.approx([10.0, 5.0, -5.0, -30.0], abs=0.01)
