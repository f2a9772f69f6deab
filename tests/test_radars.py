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


def test_many_rows_at_once_are_those_of_each() -> None:
    """A range goes with the reference range and the fourth root of cross section and dwell."""
    entry = catalog.radar("an-tpy-2")
    ends, sections = (End.BAD, End.VALUE, End.GOOD), (0.004, 0.05, 1.0)
    widths = np.radians([40.0, 120.0, 300.0])
    rows = [(end, s, w) for end in ends for s in sections for w in widths]
    search_m, track_m, found_s = radars.detection_columns(
        entry,
        np.array([section for _, section, _ in rows]),
        np.array([width for _, _, width in rows]),
        np.array([entry.reference.range.at(end) for end, _, _ in rows]),
        np.array([entry.search.share_of_time.at(end) for end, _, _ in rows]),
        np.array([entry.search.cue_radius.at(end, bad="high") for end, _, _ in rows]),
    )
    for n, (end, section_m2, width) in enumerate(rows):
        one = radars.ranges_m(entry, section_m2, float(width), end)
        # Two orders of the same products.
        assert (search_m[n], track_m[n]) == pytest.approx(one, rel=1e-12)
        assert found_s[n] == pytest.approx(radars.acquisition_s(entry, end), rel=1e-12)


def test_the_fence_of_a_cone_is_as_wide_as_the_cone_at_its_middle() -> None:
    """By unit vectors: both ends of the fence lie on the cone, half its height above its foot."""
    entry = catalog.radar("an-tpy-2")
    half = 0.5 * entry.search.elevation_extent.si
    for tilt_deg, scan_deg, lowest_deg in (
        (45.0, 60.0, 5.0),
        (20.0, 45.0, 10.0),
        (60.0, 50.0, 5.0),
    ):
        tilt, scan, lowest = np.radians([tilt_deg, scan_deg, lowest_deg])
        view = radars.RegardInUse(0.0, 2.0 * math.pi, lowest, 0.5 * math.pi, tilt, scan)
        width = radars.width_of(entry, view)
        # A face tilted by 60 degrees with a cone of 50 sees nothing below 10.
        elevation = max(lowest, tilt - scan) + half
        normal = np.array([0.0, math.cos(tilt), math.sin(tilt)])
        for azimuth in (-0.5 * width, 0.5 * width):
            level = math.cos(elevation)
            edge = level * math.sin(azimuth), level * math.cos(azimuth), math.sin(elevation)
            assert math.acos(float(normal @ np.array(edge))) == pytest.approx(scan, abs=1e-9)
    # A wedge is as wide as it is said to be, and no radar searches more than all round.
    wedge = radars.RegardInUse(0.0, SECTOR, 0.1, 0.5 * math.pi)
    assert radars.width_of(entry, wedge) == pytest.approx(SECTOR)
    assert radars.width_of(entry, wedge._replace(sector_rad=7.0)) == pytest.approx(2.0 * math.pi)


def test_a_wider_search_finds_later() -> None:
    """Physics and no flaw of a law: more beams share the same time, and each dwell is shorter."""
    entry = catalog.radar("an-tpy-2")
    widths = np.radians([60.0, 90.0, 120.0, 240.0])
    found = [radars.ranges_m(entry, 0.05, float(width)) for width in widths]
    search_m, track_m = np.array(found).T
    assert np.all(np.diff(search_m) < 0.0)
    assert np.all(track_m == track_m[0])
    # Twice as wide, half the dwell: the fourth root of two.
    assert search_m[0] / search_m[2] == pytest.approx(2.0**0.25, rel=1e-9)


def test_the_catalogue_s_view_is_a_cone_where_a_scan_limit_is_known() -> None:
    view = radars.view_of(catalog.radar("an-tpy-2"), 0.0)
    assert view.scan_max_rad == pytest.approx(math.radians(60.0))
    assert view.sector_rad == pytest.approx(2.0 * math.pi)
