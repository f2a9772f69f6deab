"""Sites of batteries: boresights, covers, and the least number against every subset."""

from itertools import combinations

import numpy as np
import pytest

from shieldmap.footprint import siting
from shieldmap.footprint.siting import Judgement
from shieldmap.scenario import LaunchPoint

PEOPLE = np.array([5.0, 3.0, 2.0, 1.0])


def judgement(flown: list[list[int]], defended: list[list[list[int]]]) -> Judgement:
    """Small answers written out: flown (case, place), defended (site, case, place)."""
    fits = np.array(defended, dtype=np.bool_)
    return Judgement(np.array(flown, dtype=np.bool_), np.repeat(fits[..., None], 3, axis=3))


def point(latitude_deg: float, longitude_deg: float) -> LaunchPoint:
    return LaunchPoint(id="a", name="a", latitude_deg=latitude_deg, longitude_deg=longitude_deg,
                       source="geonames")  # fmt: skip


def least_by_hand(found: Judgement, people: np.ndarray, share: float) -> int | None:
    """The least number of sites by trying every subset, the small ones first."""
    cases = list(range(found.is_flown.shape[0]))
    whole = people[found.is_flown.any(axis=0)].sum()
    sites = range(found.is_defended.shape[0])
    for size in range(len(sites) + 1):
        for chosen in combinations(sites, size):
            covered = siting.covered(found, cases, chosen, 0) if chosen else np.zeros(
                people.size, np.bool_)  # fmt: skip
            if people[covered].sum() >= share * whole - 1e-9:
                return size
    return None


def test_a_place_needs_a_battery_against_every_case_that_reaches_it() -> None:
    found = judgement([[1, 1, 0], [1, 0, 0]], [[[1, 1, 1], [0, 0, 0]], [[0, 0, 0], [1, 1, 1]]])
    assert siting.covered(found, [0, 1], [0], 0).tolist() == [False, True, False]
    # Two batteries share the cases of the first place; nothing threatens the third.
    assert siting.covered(found, [0, 1], [0, 1], 0).tolist() == [True, True, False]
    assert siting.covered(found, [1], [0], 0).tolist() == [False, False, False]


def test_greedy_and_exact_agree_where_each_place_has_one_site() -> None:
    found = judgement([[1, 1, 1, 1]], [[[1, 0, 0, 0]], [[0, 1, 0, 0]], [[0, 0, 1, 1]]])
    for share, sites in ((0.4, 1), (0.7, 2), (1.0, 3)):
        exact = siting.fewest(found, [0], PEOPLE, share)
        assert exact is not None
        assert len(exact.sites) == len(siting.greedy(found, [0], PEOPLE, share).sites) == sites
    # The first site taken is the one that adds most people.
    assert siting.greedy(found, [0], PEOPLE, 0.1).sites == (0,)


def test_the_greedy_rule_can_take_one_site_too_many() -> None:
    # The third site covers most at once and none of what is left is covered by one site.
    found = judgement([[1, 1, 1, 1]], [[[1, 1, 0, 0]], [[0, 0, 1, 1]], [[0, 1, 1, 0]]])
    people = np.array([2.0, 3.0, 3.0, 2.0])
    exact = siting.fewest(found, [0], people, 1.0)
    assert exact is not None
    assert exact.sites == (0, 1)
    assert len(siting.greedy(found, [0], people, 1.0).sites) == 3


def test_what_cannot_be_covered_is_said() -> None:
    found = judgement([[1, 1, 1, 1]], [[[1, 0, 0, 0]], [[0, 1, 0, 0]]])
    assert siting.fewest(found, [0], PEOPLE, 0.9) is None
    assert siting.greedy(found, [0], PEOPLE, 0.9).share == pytest.approx(8.0 / 11.0)


@pytest.mark.parametrize("seed", range(12))
def test_the_least_number_is_that_of_every_subset_tried(seed: int) -> None:
    rng = np.random.default_rng(seed)
    flown = rng.random((2, 9)) < 0.8
    fits = rng.random((6, 2, 9)) < 0.55
    found = Judgement(flown, np.repeat((fits & flown)[..., None], 3, axis=3))
    people = rng.integers(1, 9, 9).astype(np.float64)
    for share in (0.3, 0.5, 2.0 / 3.0, 0.9):
        by_hand = least_by_hand(found, people, share)
        exact = siting.fewest(found, [0, 1], people, share)
        assert (None if exact is None else len(exact.sites)) == by_hand
        if by_hand is not None:
            quick = siting.greedy(found, [0, 1], people, share)
            assert quick.share < share - 1e-9 or len(quick.sites) >= by_hand


@pytest.mark.parametrize(
    ("place", "points", "azimuth_deg"),
    [
        # Along meridians and the equator a direction is plain; 350 and 10 degrees have 0 between.
        ((0.0, 0.0), [(10.0, 0.0)], 0.0),
        ((0.0, 0.0), [(0.0, 10.0)], 90.0),
        ((0.0, 0.0), [(0.0, 10.0), (0.0, -10.0), (10.0, 0.0)], 0.0),
        ((0.0, 179.0), [(0.0, -179.0)], 90.0),
        ((0.0, -179.0), [(0.0, 179.0)], 270.0),
    ],
)
def test_the_radar_looks_along_the_middle_of_the_launch_points(
    place: tuple[float, float], points: list[tuple[float, float]], azimuth_deg: float
) -> None:
    found = siting.boresights_deg(
        np.array([place[0]]), np.array([place[1]]), [point(*p) for p in points]
    )
    turn = (float(found[0]) - azimuth_deg + 180.0) % 360.0 - 180.0
    # Geodesics along these lines are exact to rounding.
    assert turn == pytest.approx(0.0, abs=1e-6)
