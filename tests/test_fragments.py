"""Fragments of an intercept: the published laws of breakup, and flights against closed forms.

Expected values of the breakup laws are worked out by hand from the laws of [johnson2001] as open
implementations print them, not by the module.
"""

import math
from statistics import NormalDist

import numpy as np
import pytest

from shieldmap import earth, flight, fragments
from shieldmap.earth import GM_M3_S2, SEMI_MAJOR_AXIS_M, WGS84
from shieldmap.fragments import Body, Fates, Fragments
from shieldmap.model import Event, Flights, Floats, Missile, Status

AIR = earth.tables()
VACUUM_SPHERE = WGS84._replace(eccentricity_squared=0.0, j2=0.0, rotation_rad_s=0.0, air=0.0)
NORMAL = NormalDist()
ONE_SIGMA = NORMAL.cdf(1.0)

# Closed forms in double precision: a few roundings of numbers of order one.
ROUNDING = 1e-12
# The table below is worked out by hand to six decimals.
TABLE = 1e-6
# Thirty steps of at most 5 mm up to the apogee of a throw of 3 km/s.
APOGEE_M = 0.2
# The same 5 mm at the 2 km/s of the fall are microseconds a step.
FALL_S = 1e-3

REENTRY_BODY = Body(500.0, np.array([-2500.0, 0.0, 0.0]))
KILL_VEHICLE = Body(50.0, np.array([2500.0, 0.0, 0.0]))


def lattice(n: int, column: int) -> Floats:
    """Draws that are all 0.5 but for one column, which runs evenly through (0, 1)."""
    draws = np.full((n, 6), 0.5)
    draws[:, column] = (np.arange(n) + 0.5) / n
    return draws


def drawn(n: int, least_m: float = 0.01, seed: int = 1788) -> Fragments:
    """Random fragments of a head-on intercept up to 1 m."""
    draws = np.random.default_rng(seed).uniform(1e-12, 1.0, (n, 6))
    return fragments.break_up(REENTRY_BODY, KILL_VEHICLE, draws, least_m, 1.0)


def made(velocity_m_s: Floats, ballistic_coefficient_kg_m2: float = 100.0) -> Fragments:
    """Fragments with given velocities (n, 3)."""
    n = len(velocity_m_s)
    one = np.ones(n)
    coefficient = np.full(n, ballistic_coefficient_kg_m2)
    return Fragments(np.zeros(n, dtype=np.int8), one, one, one, coefficient, velocity_m_s)


def spread_out(n: int, least_m: float = 0.01) -> Fragments:
    """Fragments of draws that fill all four columns evenly, for sums that converge fast.

    The fractions of k times four powers of a number near 0.86 [the root of x^5 = x + 1, inverted].
    """
    root = 1.1673039782614187
    draws = np.full((n, 6), 0.5)
    draws[:, :4] = (0.5 + np.arange(1, n + 1)[:, None] * root ** -np.arange(1.0, 5.0)) % 1.0
    return fragments.break_up(REENTRY_BODY, KILL_VEHICLE, draws, least_m, 1.0)


def increments(found: Fragments) -> Floats:
    """Velocity increments (n, 3) over the parents of a head-on intercept."""
    parents = np.array([REENTRY_BODY.velocity_m_s, KILL_VEHICLE.velocity_m_s])
    return found.velocity_m_s - parents[found.parent]


# Johnson et al. 2001: how many, how long, how large


def test_the_count_is_the_published_power_law() -> None:
    # 0.1 x 1000^0.75 x 0.1^-1.71 is ten to the power -1 + 2.25 + 1.71.
    assert fragments.expected_count(1000.0, 0.1) == pytest.approx(10.0**2.96, rel=ROUNDING)
    ratio = fragments.expected_count(1000.0, 0.01) / fragments.expected_count(1000.0, 0.1)
    assert ratio == pytest.approx(10.0**1.71, rel=ROUNDING)
    assert fragments.expected_count(0.0, 0.1) == 0.0


def test_lengths_follow_the_power_law() -> None:
    n = 4000
    found = fragments.break_up(REENTRY_BODY, KILL_VEHICLE, lattice(n, 0), 0.005, 1.0)
    for length in (0.006, 0.01, 0.03, 0.1, 0.4):
        longer = (length**-1.71 - 1.0) / (0.005**-1.71 - 1.0)
        # Draws 1/n apart tell a share to half of that.
        assert np.mean(found.length_m > length) == pytest.approx(longer, abs=0.51 / n)
    assert np.all(np.diff(found.length_m) > 0.0)
    assert found.length_m[0] > 0.005
    assert found.length_m[-1] < 1.0


def test_the_cross_section_is_the_published_one() -> None:
    assert fragments.cross_section(0.001) == pytest.approx(0.540424e-6, rel=ROUNDING)
    assert fragments.cross_section(1.0) == pytest.approx(0.556945, rel=ROUNDING)
    # 0.556945 x 10^-4.0094154, the power by hand to six digits.
    assert fragments.cross_section(0.01) == pytest.approx(5.45000e-5, rel=2e-6)
    assert fragments.cross_section(0.0016) == pytest.approx(0.540424 * 0.0016**2, rel=ROUNDING)
    # Both published laws meet at 1.67 mm to the digits printed: a slip in one of them would show.
    below, above = (fragments.cross_section(0.00167 + side) for side in (-1e-12, 1e-12))
    assert below == pytest.approx(above, rel=1e-5)


# Johnson et al. 2001: area to mass. Length, law by the draw that picks it, mean and sigma of chi.
LAWS = [
    (10.0**-4.0, 0.5, -0.3, 0.2),
    (10.0**-3.0, 0.5, -0.3, 0.26665),
    (10.0**-2.0, 0.5, -0.3, 0.39995),
    (10.0**-1.5, 0.5, -0.65, 0.46660),
    (0.0799, 0.5, -1.0, 0.2 + 0.1333 * (math.log10(0.0799) + 3.5)),
    (0.5, 0.6, -0.854072, 0.299794),
    (0.5, 0.7, -1.731827, 0.301030),
    (0.2, 0.1, -0.727528, 0.220206),
    (0.2, 0.9, -1.2 - 1.333 * 0.001030, 0.5),
    (1.0, 0.7, -0.95, 0.3),
    (1.0, 0.8, -2.0, 0.3),
    (4.0, 0.999, -0.95, 0.3),
]


@pytest.mark.parametrize(("length_m", "which", "mean", "sigma"), LAWS)
def test_area_to_mass_follows_the_spacecraft_law(
    length_m: float, which: float, mean: float, sigma: float
) -> None:
    x = math.log10(length_m)
    assert fragments.log_area_to_mass(x, which, 0.5) == pytest.approx(mean, abs=TABLE)
    spread = fragments.log_area_to_mass(x, which, ONE_SIGMA) - mean
    assert spread == pytest.approx(sigma, abs=2.0 * TABLE)


@pytest.mark.parametrize(("length_m", "alpha"), [(0.11, 0.396557), (0.5, 0.659588), (1.0, 0.78)])
def test_the_share_of_the_first_normal_is_the_published_one(length_m: float, alpha: float) -> None:
    x = math.log10(length_m)
    first, second = (
        fragments.log_area_to_mass(x, alpha + side, 0.5) for side in (-2 * TABLE, 2 * TABLE)
    )
    assert first > second + 0.4


@pytest.mark.parametrize("joint", [-1.75, -1.25, -1.1, -0.7, -0.5, -0.3, -0.1, 0.0])
def test_the_pieces_of_the_laws_meet(joint: float) -> None:
    # The printed slopes have three or four digits: over half a decade they miss by 0.0003.
    for which in (1e-9, 1.0 - 1e-9):
        for share in (0.5, ONE_SIGMA):
            before, after = (
                fragments.log_area_to_mass(joint + side, which, share) for side in (-1e-9, 1e-9)
            )
            assert before == pytest.approx(after, abs=4e-4)


def test_between_8_and_11_cm_the_laws_are_mixed_by_length() -> None:
    def is_small(length_m: float, which: float) -> bool:
        # The law for small ones has its mean at -1 there, the others at -0.6 and -1.2.
        chi = fragments.log_area_to_mass(math.log10(length_m), which, 0.5)
        return abs(chi + 1.0) < 0.05

    assert is_small(0.08, 1e-9)
    assert not is_small(0.11, 1.0 - 1e-9)
    # Half way the draw decides at one half, to the rounding of the length.
    assert not is_small(0.095, 0.5 - 1e-9)
    assert is_small(0.095, 0.5 + 1e-9)


def test_mass_is_area_over_area_to_mass() -> None:
    found = fragments.break_up(REENTRY_BODY, KILL_VEHICLE, np.full((1, 6), 0.5), 0.01, 0.010001)
    # At 1 cm and the median chi of -0.3; the length may be a ten-thousandth more.
    assert found.mass_kg[0] == pytest.approx(5.45000e-5 * 10.0**0.3, rel=2e-4)
    assert found.area_m2[0] == fragments.cross_section(found.length_m[0])
    # 1 / (2.2 x 10^-0.3) by hand.
    assert found.ballistic_coefficient_kg_m2[0] == pytest.approx(0.906938, rel=TABLE)


def test_the_masses_make_up_the_mass_broken_as_the_model_is_known_to() -> None:
    count = fragments.expected_count(550.0, 0.01) - fragments.expected_count(550.0, 1.0)
    total = float(np.mean(spread_out(200_000).mass_kg)) * count
    # The printed laws integrated over length give 619.9 kg, the mean mass of a normal chi being
    # A 10^-mean exp((ln 10 sigma)^2 / 2); twenty times as many draws still move by 1 %.
    assert total == pytest.approx(619.9, rel=0.015)
    # Nothing in the model makes it the 550 kg that broke, and yet it is, to an eighth.
    assert total == pytest.approx(550.0, rel=0.15)


# Johnson et al. 2001: velocity increments


@pytest.mark.parametrize("chi", [-2.0, -1.0, -0.3, 0.5])
def test_increments_have_the_published_median_and_spread(chi: float) -> None:
    fast = 1e12  # so that the distribution ends far away
    median = fragments.increment_quantile(0.5, chi, fast)
    assert math.log10(median) == pytest.approx(0.9 * chi + 2.9, abs=ROUNDING)
    larger = fragments.increment_quantile(ONE_SIGMA, chi, fast)
    assert math.log10(larger / median) == pytest.approx(0.4, abs=ROUNDING)


def test_increments_are_as_if_those_beyond_the_end_were_drawn_again() -> None:
    closing, chi = 1000.0, -0.3
    law = NormalDist(0.9 * chi + 2.9, 0.4)
    end = math.log10(1.3 * closing)
    for share in (1e-6, 0.1, 0.5, 0.9, 1.0 - 1e-9):
        speed = fragments.increment_quantile(share, chi, closing)
        assert speed <= 1300.0 * (1.0 + ROUNDING)
        assert law.cdf(math.log10(speed)) / law.cdf(end) == pytest.approx(share, rel=1e-9)
    assert fragments.increment_quantile(1.0, chi, closing) == pytest.approx(1300.0, rel=ROUNDING)
    assert fragments.increment_quantile(0.5, chi, 0.0) == 0.0


def test_the_normal_quantile_agrees_with_the_standard_library() -> None:
    for share in (1e-300, 1e-12, 0.02, 0.3, 0.5, 0.7, 0.999, 1.0 - 1e-12):
        expected = NORMAL.inv_cdf(share)
        # Near one the share itself is rounded: 1e-16 over a density of 7e-12 is 2e-5.
        slack = 2e-5 if share > 0.9999 else ROUNDING * (1.0 + abs(expected))
        assert fragments.normal_quantile(share) == pytest.approx(expected, abs=slack)
    assert fragments.normal_quantile(0.0) == -math.inf
    assert fragments.normal_quantile(1.0) == math.inf
    assert math.isnan(fragments.normal_quantile(math.nan))


def test_increments_point_everywhere_alike() -> None:
    n = 40
    draws = np.full((n * n, 6), 0.5)
    grid = (np.arange(n) + 0.5) / n
    draws[:, 4], draws[:, 5] = np.repeat(grid, n), np.tile(grid, n)
    push = increments(fragments.break_up(REENTRY_BODY, KILL_VEHICLE, draws, 0.01, 1.0))
    speed = np.linalg.norm(push, axis=1)
    assert np.ptp(speed) < 1e-9 * speed[0]
    way = push / speed[0]
    # Sums of 1600 roundings of a velocity of 2500 m/s that is added and taken away again.
    assert np.abs(way.mean(axis=0)).max() < 1e-10
    # The midpoint rule misses the mean of the squared cosine by 1/(3 n^2), here 0.0002.
    assert np.mean(way**2, axis=0) == pytest.approx(np.full(3, 1.0 / 3.0), abs=3e-4)


# Johnson et al. 2001: what breaks, and whose fragments they are


def test_forty_joules_a_gram_are_a_catastrophe() -> None:
    target = Body(1000.0, np.zeros(3))
    # Half of 0.8 kg x (10 km/s)^2 on 1000 kg is 40 J/g exactly.
    at, below = (Body(0.8, np.array([0.0, speed, 0.0])) for speed in (10e3, 10e3 - 1e-3))
    assert fragments.specific_energy_j_kg(target, at) == pytest.approx(40e3, rel=ROUNDING)
    assert fragments.specific_energy_j_kg(at, target) == fragments.specific_energy_j_kg(target, at)
    assert fragments.is_catastrophic(target, at)
    assert not fragments.is_catastrophic(target, below)
    assert fragments.broken_mass_kg(target, at) == 1000.8
    # 0.8 kg x (10 km/s)^2, less the ten-millionth of the speed twice.
    assert fragments.broken_mass_kg(target, below) == pytest.approx(80.0, rel=3e-7)


def test_a_catastrophe_shares_its_fragments_by_mass() -> None:
    n = 1100
    found = fragments.break_up(REENTRY_BODY, KILL_VEHICLE, lattice(n, 1), 0.01, 0.02)
    assert np.count_nonzero(found.parent == 0) == 1000
    swapped = fragments.break_up(KILL_VEHICLE, REENTRY_BODY, lattice(n, 1), 0.01, 0.02)
    assert np.count_nonzero(swapped.parent == 1) == 1000


def test_a_crater_is_made_of_the_lighter_body_and_the_rest_of_the_mass_broken() -> None:
    n = 900
    target, pebble = Body(1000.0, np.zeros(3)), Body(0.1, np.array([3000.0, 0.0, 0.0]))
    # 0.1 kg x (3 km/s)^2 is 0.9 kg: one part of nine is the pebble.
    found = fragments.break_up(target, pebble, lattice(n, 1), 0.001, 0.002)
    assert np.count_nonzero(found.parent == 1) == 100
    slow = pebble._replace(velocity_m_s=np.array([500.0, 0.0, 0.0]))
    assert np.all(fragments.break_up(slow, target, lattice(n, 1), 0.001, 0.002).parent == 0)


def test_no_fragment_of_the_lighter_body_outweighs_it() -> None:
    light = Body(0.05, KILL_VEHICLE.velocity_m_s)
    draws = np.random.default_rng(7).uniform(0.001, 0.999, (5000, 6))
    # It is one part in 25 of the 1.25 kg that break; so half of these draws are its own.
    draws[:, 1] = 1.0 - 0.08 * draws[:, 1]
    found = fragments.break_up(REENTRY_BODY, light, draws, 0.1, 1.0)
    assert np.all(found.mass_kg[found.parent == 1] <= 0.05)
    assert np.count_nonzero(found.mass_kg > 0.05) > 2500
    assert np.count_nonzero(found.parent == 1) > 500


# Conservation


def test_each_cloud_keeps_the_momentum_of_its_parent() -> None:
    found = drawn(200_000)
    push = increments(found)
    for parent in (0, 1):
        own = found.parent == parent
        mass = found.mass_kg[own]
        drift = np.abs((mass[:, None] * push[own]).sum(axis=0))
        # Independent pushes add up like a random walk; five standard deviations of it.
        walk = np.sqrt(np.sum((mass[:, None] * push[own]) ** 2, axis=0))
        assert np.all(drift < 5.0 * walk)
        # And that is small: the bodies part at 2500 m/s from where both would meet.
        assert np.all(drift / mass.sum() < 50.0)


def test_increments_bring_in_little_of_the_closing_energy() -> None:
    found = spread_out(200_000)
    count = fragments.expected_count(550.0, 0.01) - fragments.expected_count(550.0, 1.0)
    own = 0.5 * float(np.mean(found.mass_kg * np.sum(increments(found) ** 2, axis=1))) * count
    closing = 0.5 * (500.0 * 50.0 / 550.0) * 5000.0**2
    # Twenty times as many draws give 0.0190, and half as many still 0.0192.
    assert own / closing == pytest.approx(0.0190, rel=0.03)


def test_the_same_draws_give_the_same_fragments_whatever_stands_beside_them() -> None:
    whole, again, part = drawn(500), drawn(500), drawn(100)
    for one, other, first in zip(whole, again, part, strict=True):
        assert np.array_equal(one, other)
        assert np.array_equal(one[:100], first)


# Flights


def thrown_up(speed_m_s: float, until_s: float = fragments.LONGEST_S) -> Fates:
    """A throw straight up from 100 km over a still sphere without air."""
    place = np.array([SEMI_MAJOR_AXIS_M + 100e3, 0.0, 0.0])
    up = made(np.array([[speed_m_s, 0.0, 0.0]]))
    return fragments.fly_fragments(place, up, until_s, earth=VACUUM_SPHERE, air=AIR)


def test_a_throw_straight_up_reaches_the_height_of_the_two_body_problem() -> None:
    fates = thrown_up(3000.0)
    start = SEMI_MAJOR_AXIS_M + 100e3
    top = 1.0 / (1.0 / start - 3000.0**2 / (2.0 * GM_M3_S2))
    assert fates.highest_altitude_m[0] == pytest.approx(top - SEMI_MAJOR_AXIS_M, abs=APOGEE_M)

    # On a radial ellipse r = a (1 + cos E) and the time from the top is sqrt(a^3/GM) (E + sin E).
    def from_top(radius: float) -> float:
        angle = math.acos(2.0 * radius / top - 1.0)
        return math.sqrt((0.5 * top) ** 3 / GM_M3_S2) * (angle + math.sin(angle))

    down = from_top(start) + from_top(SEMI_MAJOR_AXIS_M)
    assert fates.time_to_fall_s[0] == pytest.approx(down, abs=FALL_S)
    assert fates.time_to_reentry_s[0] == pytest.approx(2.0 * from_top(start), abs=FALL_S)
    assert fates.status[0] == Status.OK
    assert not fates.is_up_after_orbit[0]
    assert math.isnan(fates.altitude_after_orbit_m[0])


def test_what_escapes_or_circles_counts_as_up() -> None:
    radius = SEMI_MAJOR_AXIS_M + 400e3
    circle = math.sqrt(GM_M3_S2 / radius)
    fates = fragments.fly_fragments(
        np.array([radius, 0.0, 0.0]), made(np.array([[12e3, 0.0, 0.0], [0.0, circle, 0.0]])),
        earth=VACUUM_SPHERE, air=AIR,
    )  # fmt: skip
    assert np.all(fates.status == Status.TIME_LIMIT)
    assert np.all(fates.is_up_after_orbit)
    assert np.all(np.isnan(fates.time_to_fall_s))
    assert np.all(np.isnan(fates.time_to_reentry_s))
    # At 12 km/s it has at least the speed left over at infinity, 4.9 km/s.
    excess = math.sqrt(12e3**2 - 2.0 * GM_M3_S2 / radius)
    assert fates.highest_altitude_m[0] > excess * fragments.LONGEST_S
    assert fates.highest_altitude_m[0] > fates.altitude_after_orbit_m[0] > excess * 5400.0
    # Two revolutions of some hundred steps of 5 mm, which shift the far side by four times as much.
    assert fates.highest_altitude_m[1] == pytest.approx(400e3, abs=5.0)
    assert fates.altitude_after_orbit_m[1] == pytest.approx(400e3, abs=5.0)


def test_the_time_allowed_ends_the_flight() -> None:
    fates = thrown_up(3000.0, until_s=100.0)
    assert fates.status[0] == Status.TIME_LIMIT
    assert fates.is_up_after_orbit[0]
    assert math.isnan(fates.time_to_fall_s[0])
    # Up at 3000 m/s for 100 s under 9.5 m/s^2 at 100 km, which wanes to 8.8: 300 km less 46.
    assert fates.highest_altitude_m[0] == pytest.approx(354e3, abs=1e3)
    assert fates.highest_altitude_m[0] == fates.altitude_after_orbit_m[0]


@pytest.mark.parametrize("until_s", [0.0, -1.0, 12001.0, math.nan])
def test_an_impossible_time_is_refused(until_s: float) -> None:
    with pytest.raises(ValueError, match="until_s"):
        thrown_up(3000.0, until_s=until_s)


def test_fragments_without_an_increment_follow_their_parent() -> None:
    place = earth.geodetic_to_ecef(*np.array([0.65, 2.2]), 100e3)
    velocity = np.array([1200.0, -900.0, 700.0])
    draws = np.random.default_rng(3).uniform(0.01, 0.99, (4, 6))
    found = fragments.break_up(Body(500.0, velocity), Body(50.0, velocity), draws, 0.2, 1.0)
    assert np.array_equal(found.velocity_m_s, np.tile(velocity, (4, 1)))
    fates = fragments.fly_fragments(place, found, air=AIR)
    for row in range(4):
        parent = flight_of(place, velocity, float(found.ballistic_coefficient_kg_m2[row]))
        # The same integrator from the same state: the same numbers.
        assert fates.time_to_fall_s[row] == parent.event_time_s[0, Event.IMPACT]
        top = np.nanmax(parent.event_altitude_m[0, [Event.BURNOUT, Event.APOGEE]])
        assert fates.highest_altitude_m[row] == top


def flight_of(place_m: Floats, velocity_m_s: Floats, coefficient_kg_m2: float) -> Flights:
    """The body flown whole."""
    one = np.ones(1)
    whole = Missile(one, one, one, one, one, one, one, 1.0, 1.0, 1.0, coefficient_kg_m2, True)
    state = np.concatenate([place_m, velocity_m_s])[None]
    return flight.fall(whole, np.zeros(1), state, air=AIR)[0]


def test_a_flake_that_flutters_is_up_but_not_in_space() -> None:
    place = earth.geodetic_to_ecef(*np.array([0.65, 2.2]), 90e3)
    flake = made(-2000.0 * (place / np.linalg.norm(place))[None], 0.2)
    later = fragments.fly_fragments(place, flake, air=AIR)
    sooner = fragments.fly_fragments(place, flake, orbit_s=5300.0, air=AIR)
    assert later.is_up_after_orbit[0]
    assert later.time_to_reentry_s[0] == 0.0
    low, high = later.altitude_after_orbit_m[0], sooner.altitude_after_orbit_m[0]
    # Weight is drag: the square of the speed of sinking is 2 g b / density, here near 3.5 m/s.
    density = float(earth.atmosphere(0.5 * (low + high)).density_kg_m3)
    sinking = math.sqrt(2.0 * 9.78 * 0.2 / density)
    # Gravity is known to 0.3 % here, and in 350 m the density changes by 4 % about its middle.
    assert (high - low) / 100.0 == pytest.approx(sinking, rel=0.005)


def test_a_fragment_that_just_peeps_into_space_is_down_at_once() -> None:
    place = np.array([SEMI_MAJOR_AXIS_M + 100e3 - 0.01, 0.0, 0.0])
    fates = fragments.fly_fragments(place, made(np.array([[1.0, 0.0, 0.0]])), air=AIR)
    # Up at 1 m/s under 9.5 m/s^2: 5 cm, and back within 0.2 s, shorter than the first step.
    assert fates.highest_altitude_m[0] == pytest.approx(100e3 - 0.01 + 0.053, abs=0.001)
    assert 0.0 < fates.time_to_reentry_s[0] < 0.21


def test_nothing_of_a_head_on_intercept_is_in_space_after_a_revolution() -> None:
    # What does not circle falls, and what circles comes back to the air of the collision.
    place = earth.geodetic_to_ecef(*np.array([0.65, 2.2]), 100e3)
    found = drawn(60, least_m=0.05)
    fates = fragments.fly_fragments(place, found, air=AIR)
    assert np.all(fates.status != Status.BAD_INPUT)
    assert not np.any(fates.altitude_after_orbit_m > flight.REENTRY_M)
    assert np.all(fates.highest_altitude_m > 100e3 - 1.0)


# Bad rows


def test_bad_draws_leave_their_neighbours_alone() -> None:
    draws = np.random.default_rng(5).uniform(0.01, 0.99, (6, 6))
    good = fragments.break_up(REENTRY_BODY, KILL_VEHICLE, draws, 0.01, 1.0)
    for column, value in ((0, math.nan), (1, 0.0), (2, 1.0), (3, -0.5), (5, math.inf)):
        spoiled = draws.copy()
        spoiled[2, column] = value
        found = fragments.break_up(REENTRY_BODY, KILL_VEHICLE, spoiled, 0.01, 1.0)
        assert found.parent[2] == -1
        assert np.all(np.isnan(found.velocity_m_s[2]))
        for one, other in zip(good, found, strict=True):
            assert np.array_equal(np.delete(one, 2, axis=0), np.delete(other, 2, axis=0))


@pytest.mark.parametrize(
    ("mass_kg", "least_m", "greatest_m"),
    [(0.0, 0.01, 1.0), (math.nan, 0.01, 1.0), (50.0, 1.0, 1.0), (50.0, 0.0, 1.0)],
)
def test_impossible_bodies_and_lengths_give_no_fragment(
    mass_kg: float, least_m: float, greatest_m: float
) -> None:
    body = Body(mass_kg, KILL_VEHICLE.velocity_m_s)
    found = fragments.break_up(REENTRY_BODY, body, np.full((3, 6), 0.5), least_m, greatest_m)
    assert np.all(found.parent == -1)
    assert np.all(np.isnan(found.mass_kg))


def test_a_bad_fragment_leaves_its_neighbours_alone() -> None:
    place = earth.geodetic_to_ecef(*np.array([0.65, 2.2]), 100e3)
    found = drawn(4, least_m=0.3)
    good = fragments.fly_fragments(place, found, air=AIR)
    for name, value in (
        ("velocity_m_s", np.nan), ("ballistic_coefficient_kg_m2", np.nan),
        ("ballistic_coefficient_kg_m2", -1.0), ("velocity_m_s", np.inf),
    ):  # fmt: skip
        spoiled = getattr(found, name).copy()
        spoiled[1] = value
        fates = fragments.fly_fragments(place, found._replace(**{name: spoiled}), air=AIR)
        assert fates.status[1] == Status.BAD_INPUT
        assert not fates.is_up_after_orbit[1]
        assert math.isnan(fates.highest_altitude_m[1])
        for one, other in zip(good, fates, strict=True):
            assert np.array_equal(np.delete(one, 1), np.delete(other, 1), equal_nan=True)
