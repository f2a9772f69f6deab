"""Whole flights against what was published of them: mass sets and tests."""

import pytest

from shieldmap import catalog
from shieldmap.validation import stage_sets
from tests.against.conftest import Agree
from tests.against.groups import agree_rows

# 4,000 lb/ft2, a pound being 0.45359237 kg and a foot 0.3048 m.
BETA_SCUD_B_KG_M2 = 4000.0 * 0.45359237 / 0.3048**2


def test_published_stage_sets(agree: Agree) -> None:
    agree_rows(agree, "stage-sets")


def test_times_of_flight_beyond_an_arc_without_boost(agree: Agree) -> None:
    agree_rows(agree, "lofted-times")


def test_standard_ranges(agree: Agree) -> None:
    agree_rows(agree, "standard-ranges")


def test_ranges_and_apogees_of_tests(agree: Agree) -> None:
    agree_rows(agree, "flights")


def test_speeds_of_the_fall(agree: Agree) -> None:
    agree_rows(agree, "falling-speeds")


def test_the_catalogue_has_the_published_coefficient_as_its_high_end(agree: Agree) -> None:
    quantity = catalog.missile("hwasong-5").reentry
    assert quantity is not None
    # The catalogue rounds to 100 kg/m2.
    agree(quantity.ballistic_coefficient.high_si, BETA_SCUD_B_KG_M2, 50.0, "Scud-B")


@pytest.mark.parametrize(
    ("name", "missile_id"),
    [("scud_b", "hwasong-5"), ("nodong_1000", "hwasong-7"), ("er_scud", "hwasong-9")],
)
def test_the_catalogue_flies_the_published_sets(agree: Agree, name: str, missile_id: str) -> None:
    ours, published = catalog.missile(missile_id).arrays(), stage_sets.missile_of(name)
    for field in ("stage_propellant_kg", "stage_dry_kg", "stage_burn_s", "stage_exhaust_m_s",
                  "stage_exit_m2", "stage_area_m2"):  # fmt: skip
        # The catalogue keeps five digits of a mass and three of an area.
        theirs = getattr(published, field)
        agree(getattr(ours, field), theirs, 3e-3 * theirs, field)
    agree(ours.payload_kg, published.payload_kg, 0.5, "payload")
