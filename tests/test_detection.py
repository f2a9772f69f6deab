"""Detection probabilities against SciPy's distributions, and Albersheim's approximation."""

import numpy as np
import pytest
from scipy import integrate
from scipy.stats import ncx2

from shieldmap.sensor import detection

RATIOS = (0.5, 5.0, 20.0, 50.0, 300.0)
FALSE_ALARMS = (1e-4, 1e-6, 1e-10)


def steady(ratio: float, level: float) -> float:
    """The envelope squared over half the noise is non-central chi-square of two degrees."""
    return float(ncx2.sf(2.0 * level, 2, 2.0 * ratio))


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("alarm", FALSE_ALARMS)
@pytest.mark.parametrize("swerling", detection.SWERLING)
def test_one_look_against_the_distribution(ratio: float, alarm: float, swerling: int) -> None:
    level = detection.threshold(alarm)
    if swerling == 0:
        expected = steady(ratio, level)
    else:
        # The cross section's law: chi-square of two or four degrees of freedom about the mean.
        def law(x: float) -> float:
            if swerling == 1:
                return float(np.exp(-x / ratio) / ratio)
            return float(4.0 * x / ratio**2 * np.exp(-2.0 * x / ratio))

        expected = integrate.quad(
            lambda x: steady(x, level) * law(x), 0.0, 60.0 * ratio, limit=500
        )[0]
    found = float(detection.detection_probability(ratio, alarm, swerling))
    # SciPy's own accuracy; quadrature to 1e-8.
    assert found == pytest.approx(expected, rel=1e-7, abs=1e-12)
    assert found != pytest.approx(expected * 1.001 + 1e-9, rel=1e-7, abs=1e-12)


@pytest.mark.parametrize("probability", [0.5, 0.7, 0.9])
@pytest.mark.parametrize("alarm", [1e-3, 1e-5, 1e-7])
def test_albersheim_agrees_with_the_steady_target(probability: float, alarm: float) -> None:
    exact = detection.snr_needed(probability, alarm, 0)
    said = detection.albersheim_ratio(probability, alarm)
    # Albersheim's formula is known for 0.2 dB; below 0.5 it drifts away from one look (0.75 dB
    # at 0.1 and 1e-7).
    assert abs(10.0 * np.log10(said / exact)) < 0.2


@pytest.mark.parametrize("swerling", detection.SWERLING)
def test_needed_ratio_gives_the_probability_back(swerling: int) -> None:
    for probability in (0.2, 0.5, 0.9, 0.99):
        ratio = detection.snr_needed(probability, 1e-6, swerling)
        # Sixty halvings and more: rounding only.
        back = detection.detection_probability(ratio, 1e-6, swerling)
        assert float(back) == pytest.approx(probability, rel=1e-9)


def test_looks_add_up_as_independent_chances() -> None:
    looks = detection.cumulative(np.array([[0.5, 0.5, 0.5], [0.0, 1.0, 0.2]]))
    assert looks.tolist() == [[0.5, 0.75, 0.875], [0.0, 1.0, 1.0]]


def test_noise_alone_gives_the_false_alarm_probability() -> None:
    for swerling in detection.SWERLING:
        found = float(detection.detection_probability(0.0, 1e-6, swerling))
        assert found == pytest.approx(1e-6, rel=1e-9)


def test_bad_input_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="false-alarm probability is 0"):
        detection.detection_probability(20.0, 0.0)
    with pytest.raises(ValueError, match="swerling is 2"):
        detection.detection_probability(20.0, 1e-6, 2)
    with pytest.raises(ValueError, match="the probability is 1"):
        detection.snr_needed(1.0, 1e-6)
