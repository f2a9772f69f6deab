"""From a catalogue radar to numbers: the figures of the debate, search, cue and sites."""

import math

import numpy as np
import pytest

from shieldmap import catalog, radars
from shieldmap.model import Radar
from shieldmap.terms import End

SECTOR = math.radians(120.0)


@pytest.fixture(scope="module")
def seongju() -> Radar:
    site = next(s for s in radars.sites() if s.id == "seongju")
    view = radars.view_of(catalog.radar("an-tpy-2"), math.radians(site.boresight_deg))
    place = math.radians(site.latitude_deg), math.radians(site.longitude_deg)
    return radars.site(*place, site.altitude_m, view)


def test_every_figure_comes_back_from_the_one_radar(seongju: Radar) -> None:
    entry = catalog.radar("an-tpy-2")
    for claim in radars.claims():
        row = radars.explain(entry, claim, SECTOR, seongju)
        # The ratio is solved and put in again: a few roundings of a fourth root.
        assert row.range_m == pytest.approx(claim.range_m, rel=1e-12)
        assert row.search_range_m < row.range_m


def test_only_the_figures_that_nobody_believes_need_unheard_of_ratios(seongju: Radar) -> None:
    entry = catalog.radar("an-tpy-2")
    rows = [radars.explain(entry, claim, SECTOR, seongju) for claim in radars.claims()]
    outside = {(row.claim.range_m, row.cross_section_m2) for row in rows if not row.is_within_span}
    assert outside == {(1000e3, 0.004), (4700e3, 0.007)}


def test_a_target_far_away_must_be_high(seongju: Radar) -> None:
    altitudes = [radars.lowest_altitude_m(seongju, r, math.radians(5.0)) for r in (1e6, 2e6, 3e6)]
    assert altitudes == sorted(altitudes)
    # A straight ray over a sphere: R (sin e + R / 2 r) is 166 km at 1,000 km and 5 degrees, and
    # the bent ray is 3 km lower (0.17 degrees over 1,000 km).
    straight = math.sqrt(6371e3**2 + 1e12 + 2e6 * 6371e3 * math.sin(math.radians(5.0))) - 6371e3
    assert straight - altitudes[0] == pytest.approx(2.9e3, abs=1e3)


def test_search_and_track_by_the_ends(seongju: Radar) -> None:
    entry = catalog.radar("an-tpy-2")
    low, value, high = (
        radars.ranges_m(entry, 0.01, SECTOR, end) for end in (End.BAD, End.VALUE, End.GOOD)
    )
    assert low[0] < value[0] < high[0]
    assert low[1] == pytest.approx(810e3)
    assert high[1] == pytest.approx(895e3)
    # 120 x (180 / pi) (sin 10 - sin 5) degrees^2 are 2,378.7 beams in 5 s, 2.10 ms and not 100:
    # the fourth root of 47.57 is 2.626.
    assert value[1] / value[0] == pytest.approx(47.574**0.25, rel=1e-4)


def test_a_wider_sector_shortens_the_search_alone() -> None:
    entry = catalog.radar("an-tpy-2")
    narrow, wide = (radars.ranges_m(entry, 0.01, math.radians(a)) for a in (30.0, 120.0))
    assert narrow[0] == pytest.approx(wide[0] * 4.0**0.25, rel=1e-9)
    assert narrow[1] == wide[1]


def test_a_cue_takes_longer_at_its_bad_end() -> None:
    entry = catalog.radar("an-tpy-2")
    low, value, high = (radars.acquisition_s(entry, end) for end in (End.BAD, End.VALUE, End.GOOD))
    # Sixteen pi beams of 100 ms with half of the time.
    assert value == pytest.approx(16.0 * math.pi * 0.2)
    assert high < value < low


@pytest.mark.parametrize("cross_section_m2", radars.CROSS_SECTIONS_M2)
@pytest.mark.parametrize("swerling", [0, 1, 3])
def test_a_target_of_any_size_is_found(cross_section_m2: float, swerling: int) -> None:
    entry = catalog.radar("an-tpy-2")
    found = radars.found(entry, cross_section_m2, SECTOR, 20.0, 0.1, swerling)
    search_m, _ = radars.ranges_m(entry, cross_section_m2, SECTOR)
    # The search range asks for 20 of one look, which comes every 20 km; looks at 0.5 find nothing.
    assert search_m - 40e3 < found.cumulative_range_m < search_m * 40.0**0.25


def test_a_strong_steady_target_is_the_easier_one() -> None:
    entry = catalog.radar("an-tpy-2")
    steady, slow = (radars.found(entry, 0.1, SECTOR, 20.0, 0.1, s) for s in (0, 1))
    assert steady.one_look > slow.one_look
    # Many weak looks on the way find both further out than the one look of the stated ratio; a
    # fluctuating target has its lucky looks there.
    search_m = radars.ranges_m(entry, 0.1, SECTOR)[0]
    assert min(steady.cumulative_range_m, slow.cumulative_range_m) > search_m
    # A target that comes faster gets fewer looks.
    fast = radars.found(entry, 0.1, SECTOR, 20.0, 0.1, 1, closing_m_s=6000.0)
    assert fast.cumulative_range_m < slow.cumulative_range_m


def test_every_radar_of_the_catalogue_has_numbers() -> None:
    for entry in catalog.entries():
        if isinstance(entry, catalog.RadarEntry):
            sector = entry.field_of_regard.sector.si
            search_m, track_m = radars.ranges_m(entry, 1.0, sector)
            assert 10e3 < search_m <= track_m < 20000e3
            assert 0.0 < radars.acquisition_s(entry) < 60.0


def test_sites_and_claims_are_read_whole() -> None:
    assert {"seongju", "shariki", "kyogamisaki"} <= {site.id for site in radars.sites()}
    known = catalog.bibliography()
    assert all(claim.source in known for claim in radars.claims())
    assert radars.claims_of(catalog.radar("green-pine")) == ()


def test_a_position_is_meant_as_the_known_site_beside_it() -> None:
    seongju = next(site for site in radars.sites() if site.id == "seongju")
    assert radars.is_near(seongju, 36.05, 128.22)
    assert not radars.is_near(seongju, 36.5, 128.22)


def test_no_narrow_hill_is_lost() -> None:
    # A peak between two steps of half a degree stands in both.
    made = radars.skyline(np.array([0.0, 10.0, 10.25, 10.5]), np.array([0.0, 0.0, 8.0, 0.0]))
    assert math.degrees(made.max()) == pytest.approx(8.0, abs=1e-9)


def test_a_skyline_of_the_site_is_kept() -> None:
    hills = np.full(8, 0.1)
    entry = catalog.radar("an-tpy-2")
    view = radars.view_of(entry, 0.0)
    made = radars.site(0.6, 2.2, 0.0, view, horizon_rad=hills)
    assert np.array_equal(made.horizon_rad, hills)
    assert radars.site(0.6, 2.2, 0.0, view).horizon_rad.size == 1
