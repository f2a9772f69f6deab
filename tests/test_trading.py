"""What each side gets: settings, both sides under one draw, efficient points, and refusals."""

import math
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from shieldmap import answers, campaign, deciding, scenario, terms, trading
from shieldmap.answers.trading import outside_statements
from shieldmap.deciding.places import OneThreat
from shieldmap.results.trading import Trade


@pytest.fixture(scope="module")
def traded() -> Trade:
    return answers.trade(
        "korea", "china-russia", "elevation_min=0..20", threat="hwasong-6", draws=16
    )


# --- settings --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "given_deg", "span", "varied", "values"),
    [
        ("elevation_min", 5.0, (0.0, 20.0), 1, [0, 2, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20]),
        ("elevation_min", 5.0, None, 1, [0, 5, 10, 15, 20, 25, 30, 35, 40, 45]),
        (
            "boresight",
            340.0,
            None,
            1,
            [250, 265, 280, 295, 310, 325, 340, 355, 370, 385, 400, 415, 430],
        ),
    ],
)
def test_settings_are_round_and_hold_the_one_that_is_given(
    name: str, given_deg: float, span: tuple[float, float] | None, varied: int, values: list[float]
) -> None:
    made = trading.steps(name, math.radians(given_deg), span, varied)
    assert np.degrees(made.values) == pytest.approx(values)
    assert np.isclose(made.values, made.given).any()


def test_only_numbers_that_both_sides_have_can_be_varied() -> None:
    assert set(trading.tradable()) == {
        "boresight", "elevation_min", "elevation_max", "tilt", "scan_max",
    }  # fmt: skip
    assert all(terms.ASSUMPTIONS[name].group == "view" for name in trading.tradable())


# --- both sides ------------------------------------------------------------------


def test_a_higher_least_elevation_sees_and_defends_less(traded: Trade) -> None:
    """A law of both sides: what is above 20 degrees is above 5 degrees too, draw by draw."""
    rows = sorted(traded.points, key=lambda point: point.numbers[0].value)
    for one, other in pairwise(rows):
        assert other.mean_seen <= one.mean_seen
        assert other.mean_people <= one.mean_people
        assert (other.seconds.p50 or 0.0) <= (one.seconds.p50 or 0.0)
    assert rows[-1].mean_seen < rows[0].mean_seen
    assert rows[-1].mean_people < rows[0].mean_people


def test_the_given_setting_loses_nothing_to_itself(traded: Trade) -> None:
    given = [point for point in traded.points if point.is_given]
    assert len(given) == 1
    assert given[0].numbers[0].value == pytest.approx(5.0)
    assert (given[0].people_lost.p05, given[0].people_lost.p95) == (0.0, 0.0)


def test_no_setting_beats_an_efficient_one(traded: Trade) -> None:
    for point in traded.points:
        beaten = any(
            other.mean_people >= point.mean_people
            and other.mean_seen <= point.mean_seen
            and (other.mean_people, other.mean_seen) != (point.mean_people, point.mean_seen)
            for other in traded.points
        )
        assert point.is_efficient == (point.mean_people > 0.0 and not beaten)


def test_people_are_those_of_the_draws_with_the_number_held() -> None:
    """The same points with one number held by hand, judged without the trade."""
    given = scenario.load("timing")
    this = campaign.study(given, variants=campaign.ENDS_ONLY)
    threat = deciding.threat_asked(given, this.cases)
    assert threat is not None
    one = OneThreat(this, threat.id)
    u = np.column_stack([campaign.points(16), (np.arange(16) + 0.5) / 16])
    held = {"elevation_min": np.full(16, math.radians(20.0))}
    # 20 degrees is the bad end of the range.
    higher = one.drawn(u, held=held)
    plain = one.drawn(u)
    assert (higher.safe <= plain.safe).all()
    rows = campaign.rows_of(this, this.cases[0])
    drawn = campaign.drawn_numbers(campaign.points(16), rows, given.defence.radar)
    # A number held at what each draw has anyway changes nothing.
    same = one.drawn(u, held={"elevation_min": drawn["elevation_min"]})
    np.testing.assert_array_equal(same.safe, plain.safe)


def test_flights_of_all_countries_sum_to_those_seen(traded: Trade) -> None:
    this = scenario.load_study("china-russia")
    assert isinstance(this, scenario.StabilityScenario)
    countries = {area.country for area in this.launch_areas}
    for point in traded.points:
        assert set(point.seen_by_country) == countries
        assert sum(point.seen_by_country.values()) <= traded.flights


# --- words and refusals ----------------------------------------------------------


def test_what_shows_from_outside_is_told_of_the_number_varied(traded: Trade) -> None:
    assert traded.outside
    assert {row.number for row in traded.outside} == {"elevation_min"}
    assert set(outside_statements()) >= set(trading.tradable())


def test_the_sentence_names_both_sides(traded: Trade) -> None:
    assert "flights seen" in traded.sentence_en
    assert "China" in traded.sentence_en
    assert "중국" in traded.sentence_ko
    assert "CHN" not in traded.sentence_en + traded.sentence_ko


def test_a_trade_has_a_picture(traded: Trade) -> None:
    assert "<svg" in traded.plot()._repr_svg_()


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"over": "reach"}, "expected some of"),
        ({"over": "boresight,boresight"}, "each once"),
        ({"over": "elevation_min=20..5"}, "LOW below HIGH"),
        ({"over": "elevation_min=a..b"}, "in degrees"),
        ({"draws": 20}, "power of two"),
        ({"against": "timing"}, "expected a stability study"),
        ({"defence": "guam"}, "where guam has its radar"),
        ({"threat": "hwasong-99"}, "expected one of"),
    ],
)
def test_a_wrong_wish_is_refused_in_a_sentence(wish: dict[str, Any], words: str) -> None:
    with pytest.raises(answers.InputError, match=words):
        answers.trade(**{"defence": "korea", "against": "china-russia", **wish})
