"""The radar equation, the search equation and detection against published worked examples."""

import math

from shieldmap import catalog, radars
from tests.against.conftest import Agree
from tests.against.groups import agree_rows


def test_the_radar_equation_of_the_worked_examples(agree: Agree) -> None:
    agree_rows(agree, "radar-equation")


def test_the_signal_that_a_detection_needs(agree: Agree) -> None:
    agree_rows(agree, "detection")


def test_the_reference_range_comes_back(agree: Agree) -> None:
    # Solved from this range, so only that it is solved at all; a metre is rounding.
    entry = catalog.radar("an-tpy-2")
    agree(radars.ranges_m(entry, 0.01, math.radians(120.0))[1], 870e3, 1.0, "870 km")
