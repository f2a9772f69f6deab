"""Joint draws of the disputed numbers: even between their ends, and coherent with each other.

The limits of a view are worked out here from unit vectors, another way than by the angles of a cone
that the draws use.
"""

import math
from functools import cache

import numpy as np
import pytest
from scipy import stats

from shieldmap import campaign, scenario, terms
from shieldmap.campaign import Study, variants
from shieldmap.campaign.variants import SAMPLES, TRACK, Numbers, Variant, between, points
from shieldmap.model import Floats

DRAWN = tuple(Variant("sample", float(i)) for i in range(SAMPLES))
# Angles are drawn and compared in radians; a few roundings of sines and cosines.
ROUNDING_RAD = 1e-9


@cache
def study(rival: variants.Rival = "", **changes: str) -> Study:
    """The study of Korea without its missiles: what is drawn of the defence."""
    given = scenario.changed(scenario.load("korea"), dict(changes))
    return campaign.study(given, (), (*campaign.ENDS_ONLY, *DRAWN), rival)


@cache
def numbers(rival: variants.Rival = "") -> Numbers:
    this = study(rival)
    rows, radar = this.rows, this.scenario.defence.radar
    return variants.numbers_of(DRAWN, rows, radar)


# ---------------------------------------------------------------------------------------------
# The points


def test_every_axis_has_one_point_in_each_part() -> None:
    """The law of a net in base 2: of 2^m points one lies in each of 2^m equal parts [owen1998]."""
    for count in (32, 128, SAMPLES):
        parts = np.sort(np.floor(points(count) * count), axis=0)
        assert np.array_equal(parts, np.tile(np.arange(count)[:, None], (1, parts.shape[1])))


def test_the_first_points_are_a_draw_of_their_own() -> None:
    for count in (32, 100, 256):
        assert np.array_equal(points(count), points(SAMPLES)[:count])
    assert np.array_equal(points(2 * SAMPLES)[:SAMPLES], points(SAMPLES))


def test_pairs_of_axes_do_not_hang_together() -> None:
    """No rank correlation above four of the standard errors 1 / sqrt(n) of independent draws."""
    correlated = np.corrcoef(points(SAMPLES).T) - np.eye(points(SAMPLES).shape[1])
    assert np.abs(correlated).max() < 4.0 / math.sqrt(SAMPLES)


def test_every_drawn_number_has_an_axis_of_its_own() -> None:
    axes = [term.axis for term in terms.drawn()]
    assert len(set(axes)) == len(axes)
    # The last two are those of the launch point and of the track, whose numbers move together.
    assert max(axis for axis in axes if axis is not None) == points(SAMPLES).shape[1] - 3


# ---------------------------------------------------------------------------------------------
# Between two ends


def evenness(shares: Floats) -> float:
    """Greatest gap between the shares' distribution and an even one: at most 1 / n for a net."""
    return float(stats.kstest(shares, "uniform").statistic)


def test_draws_are_even_between_their_ends() -> None:
    drawn, seen = numbers(), 0
    for row in study().rows:
        term = terms.ASSUMPTIONS[row.name]
        if term.axis is None or row.high == row.low or row.name in ("tilt", "boresight"):
            continue
        if row.low > 0.0 and row.high >= 10.0 * row.low:
            continue
        shares = (drawn[row.name] - row.low) / (row.high - row.low)
        # One in each of 512 parts: the distribution is nowhere off by more than one of them.
        assert evenness(shares) <= 1.0 / SAMPLES + 1e-9, row.name
        seen += 1
    assert seen > 10
    assert evenness(0.5 * (drawn[TRACK] + 1.0)) <= 1.0 / SAMPLES + 1e-9


def test_ends_ten_times_apart_are_drawn_evenly_in_the_logarithm() -> None:
    u = points(SAMPLES)[:, 3]
    for low, high in ((0.001, 0.01), (0.02, 2.0), (3.0, 3e4)):
        drawn = between(u, math.sqrt(low * high), low, high)
        assert evenness(np.log(drawn / low) / math.log(high / low)) <= 1.0 / SAMPLES + 1e-9
        assert np.median(drawn) == pytest.approx(
            math.sqrt(low * high), rel=math.log(high / low) / SAMPLES
        )
    # Nearer than that they are even themselves.
    assert evenness((between(u, 5.0, 1.0, 9.9) - 1.0) / 8.9) <= 1.0 / SAMPLES + 1e-9
    # An end of zero has no logarithm.
    assert evenness(between(u, 5.0, 0.0, 100.0) / 100.0) <= 1.0 / SAMPLES + 1e-9


def test_a_number_without_a_range_is_held() -> None:
    assert np.array_equal(between(points(SAMPLES)[:, 0], 3.0, 3.0, 3.0), np.full(SAMPLES, 3.0))


TRIANGLES = ((0.1, 0.0, 0.3), (0.0, 0.0, 1.0), (5.0, 1.0, 5.0), (200.0, 150.0, 300.0))


@pytest.mark.parametrize(("value", "low", "high"), TRIANGLES)
def test_the_median_of_a_triangle(value: float, low: float, high: float) -> None:
    """Half of the area lies below low + sqrt(wide (value - low) / 2), or above its mirror image."""
    wide = high - low
    if value >= 0.5 * (low + high):
        expected = low + math.sqrt(0.5 * wide * (value - low))
    else:
        expected = high - math.sqrt(0.5 * wide * (high - value))
    middle = between(np.array([0.5]), value, low, high, "triangle")[0]
    assert middle == pytest.approx(expected, abs=1e-12 * high)
    # The net's own median lies between the two points in its middle, 1 / 512 apart in probability.
    drawn = np.sort(between(points(SAMPLES)[:, 5], value, low, high, "triangle"))
    assert drawn[SAMPLES // 2 - 1] <= expected <= drawn[SAMPLES // 2]


@pytest.mark.parametrize(("value", "low", "high"), TRIANGLES)
def test_a_triangle_against_scipy(value: float, low: float, high: float) -> None:
    u = np.linspace(0.001, 0.999, 997)
    theirs = stats.triang.ppf(u, (value - low) / (high - low), loc=low, scale=high - low)
    # Two ways to one root: rounding alone.
    assert between(u, value, low, high, "triangle") == pytest.approx(theirs, abs=1e-12 * high)


# ---------------------------------------------------------------------------------------------
# What is drawn together


def toward(azimuth_rad: Floats | float, elevation_rad: Floats | float) -> Floats:
    """Unit vectors east, north and up."""
    level = np.cos(elevation_rad)
    return np.stack(
        np.broadcast_arrays(
            level * np.sin(azimuth_rad), level * np.cos(azimuth_rad), np.sin(elevation_rad)
        ),
        axis=-1,
    )


def watched_rad() -> tuple[float, float]:
    span = study().scenario.defence.radar.watched_span_deg
    assert span is not None
    return math.radians(span[0]), math.radians(span[1])


def holds(boresight: float, tilt: float, scan: float, lowest: float) -> bool:
    """Whether every azimuth of the launch areas, at the least elevation, lies within the cone."""
    azimuths = np.linspace(*watched_rad(), 61)
    off = np.arccos(np.clip(toward(azimuths, lowest) @ toward(boresight, tilt), -1.0, 1.0))
    return bool(np.all(off <= scan + ROUNDING_RAD))


def steepest(scan: float, lowest: float, low: float, high: float) -> float:
    """The largest tilt of a range at which the middle direction holds the launch areas, or NaN."""
    tilts = np.linspace(low, high, 2001)
    middle = 0.5 * sum(watched_rad())
    edge = toward(watched_rad()[0], lowest)
    off = np.arccos(np.clip(toward(middle, tilts) @ edge, -1.0, 1.0))
    held = np.flatnonzero(off <= scan)
    return float(tilts[held[-1]]) if held.size else math.nan


def test_every_drawn_direction_holds_the_launch_areas_where_one_can() -> None:
    drawn, counted = numbers(), [0, 0]
    tilts = next(row for row in study().rows if row.name == "tilt")
    middle = 0.5 * sum(watched_rad())
    for n in range(SAMPLES):
        scan, lowest = float(drawn["scan_max"][n]), float(drawn["elevation_min"][n])
        boresight, tilt = float(drawn["boresight"][n]), float(drawn["tilt"][n])
        assert tilts.low <= tilt <= tilts.high
        limit = steepest(scan, lowest, tilts.low, tilts.high)
        can = limit == limit
        counted[int(can)] += 1
        if can:
            assert holds(boresight, tilt, scan, lowest), n
            # The grid of tilts is 2,000 steps fine.
            assert tilt <= limit + (tilts.high - tilts.low) / 2000.0
        else:
            # Nothing holds them: it looks at their middle, tilted as little as it can be.
            assert boresight == pytest.approx(middle, abs=ROUNDING_RAD)
    print(f"{counted[1]} draws can hold the launch areas, {counted[0]} cannot")
    assert counted[1] > 0.8 * SAMPLES


def test_the_drawn_directions_fill_what_holds_the_launch_areas() -> None:
    """A little beyond the ends of the directions that are drawn, the view loses an edge."""
    drawn, near_west, near_east = numbers(), 0, 0
    for n in range(SAMPLES):
        tilt, scan, lowest = (float(drawn[x][n]) for x in ("tilt", "scan_max", "elevation_min"))
        boresight = float(drawn["boresight"][n])
        near_west += not holds(boresight - math.radians(3.0), tilt, scan, lowest)
        near_east += not holds(boresight + math.radians(3.0), tilt, scan, lowest)
    assert near_west > 20
    assert near_east > 20


def test_the_wedge_holds_the_launch_areas_too() -> None:
    drawn = numbers("wedge")
    assert "scan_max" not in drawn
    west, east = watched_rad()
    half = 0.5 * drawn["sector"]
    wide = half >= 0.5 * (east - west)
    assert wide.any()
    assert np.all(drawn["boresight"][wide] - half[wide] <= west + ROUNDING_RAD)
    assert np.all(drawn["boresight"][wide] + half[wide] >= east - ROUNDING_RAD)


def test_the_launchers_face_the_launch_areas_within_their_sector() -> None:
    """Drawn for itself, apart from the radar's direction, within 60 degrees of all launch areas."""
    drawn, (west, east) = numbers("launcher-sector"), watched_rad()
    facing = drawn["facing"]
    assert np.all(facing - math.pi / 3.0 <= west + ROUNDING_RAD)
    assert np.all(facing + math.pi / 3.0 >= east - ROUNDING_RAD)
    first, last = east - math.pi / 3.0, west + math.pi / 3.0
    assert evenness((facing - first) / (last - first)) <= 1.0 / SAMPLES + 1e-9
    assert "facing" not in numbers()


def test_the_first_draws_do_not_change_when_there_are_more() -> None:
    this = study()
    few = variants.numbers_of(DRAWN[:32], this.rows, this.scenario.defence.radar)
    for name, column in few.items():
        assert np.array_equal(column, numbers()[name][:32]), name
