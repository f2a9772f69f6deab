"""What a radar covers: hand geometry, symmetries, areas against other people's geodesy."""

import math
from typing import Any

import numpy as np
import pymap3d
import pytest
from pyproj import Geod

from shieldmap import campaign, earth, footprint, geodata, scenario, sensor
from shieldmap.footprint import coverage, coverage_numbers, coverage_shape
from shieldmap.model import Floats, Radar
from shieldmap.results import RadarCoverage, StudyCoverage
from shieldmap.sensor.field import gaussian_radius_m

SEONGJU = (36.05, 128.22, 680.0)
TRACK_M, SEARCH_M = 2751e3, 1048e3
"""Ranges for 1 m2, about those of the AN/TPY-2; most tests only need some number."""

ELLIPSOID = Geod(ellps="WGS84")


def radar_at(
    latitude_deg: float,
    longitude_deg: float,
    altitude_m: float = 0.0,
    *,
    boresight_deg: float = 340.0,
    sector_deg: float = 120.0,
    elevation_deg: tuple[float, float] = (5.0, 90.0),
    has_air: bool = True,
) -> Radar:
    latitude, longitude = math.radians(latitude_deg), math.radians(longitude_deg)
    low, high = np.radians(elevation_deg)
    radar = Radar(
        position_m=earth.geodetic_to_ecef(np.array(latitude), np.array(longitude), altitude_m),
        axes=earth.east_north_up(latitude, longitude),
        boresight_rad=math.radians(boresight_deg),
        half_sector_rad=math.radians(0.5 * sector_deg),
        elevation_min_rad=float(low),
        elevation_max_rad=float(high),
    )
    return sensor.with_air(radar) if has_air else radar


def places_around(
    radar: Radar, azimuth_deg: Floats, distance_m: Floats | float
) -> tuple[Floats, Floats]:
    latitude, longitude, _ = (float(x) for x in earth.ecef_to_geodetic(radar.position_m))
    return earth.geodesic_direct(
        np.array(latitude), np.array(longitude), np.radians(azimuth_deg), np.asarray(distance_m)
    )


def seen_by(areas: tuple[footprint.CountryArea, ...], iso3: str) -> Floats:
    return next((one.seen_m2 for one in areas if one.iso3 == iso3), np.zeros(1))


# ---------------------------------------------------------------------------------------------
# The lowest visible altitude


@pytest.mark.parametrize("elevation_deg", [0.0, 2.0, 5.0, 20.0])
@pytest.mark.parametrize("distance_m", [100e3, 500e3])
def test_without_air_a_place_is_seen_above_a_straight_line(
    elevation_deg: float, distance_m: float
) -> None:
    """On a sphere: (R + h) cos(elevation + angle) = (R + start) cos(elevation)."""
    radar = radar_at(45.0, 10.0, 500.0, elevation_deg=(elevation_deg, 90.0), has_air=False)
    radius = gaussian_radius_m(math.radians(45.0))
    # North-east: there the ellipsoid's radius of curvature is nearly the mean of both.
    radar = radar._replace(boresight_rad=math.radians(45.0))
    ours = coverage.lowest_visible_altitude_m(
        radar, *places_around(radar, np.array(45.0), distance_m)
    )
    e, angle = math.radians(elevation_deg), distance_m / radius
    by_hand = (radius + 500.0) * math.cos(e) / math.cos(e + angle) - radius
    # The radius of curvature differs by up to 0.2 % along the way: of the 20 km by which the
    # Earth falls away in 500 km that is 40 m, and higher where the line is steep.
    assert ours == pytest.approx(by_hand, abs=2e-3 * distance_m**2 / (2.0 * radius) + 5.0)


@pytest.mark.parametrize("latitude_deg", [-89.0, -40.0, 0.0, 36.05, 80.0])
@pytest.mark.parametrize("elevation_deg", [-0.4, 0.0, 5.0, 60.0])
def test_without_air_it_is_the_height_of_the_line_in_another_geodesy(
    latitude_deg: float, elevation_deg: float
) -> None:
    radar = radar_at(latitude_deg, 179.0, 680.0, sector_deg=360.0,
                     elevation_deg=(elevation_deg, 90.0), has_air=False)  # fmt: skip
    for azimuth_deg, slant_m in ((10.0, 200e3), (130.0, 900e3), (275.0, 2500e3)):
        latitude, longitude, height = pymap3d.aer2geodetic(
            azimuth_deg, elevation_deg, slant_m, latitude_deg, 179.0, 680.0
        )
        ours = coverage.lowest_visible_altitude_m(
            radar, math.radians(latitude), math.radians(longitude)
        )
        # pymap3d finds the latitude of a point 2,000 km high to 5 cm, and a line of 60 degrees makes
        # 16 cm of that; below 1,000 km it is 4 mm.
        assert ours == pytest.approx(height, abs=0.2 if height > 1000e3 else 6e-3)


def test_bent_rays_give_about_640_km_at_3000_km_and_not_515() -> None:
    radar = radar_at(45.0, 0.0, elevation_deg=(0.0, 90.0), sector_deg=360.0)
    point = coverage.on_ray(radar, math.radians(45.0), 0.0, 3000e3)
    height = float(earth.ecef_to_geodetic(point)[2])
    # "637 to 640 km", and the ellipsoid moves it by 1 km either way.
    assert height == pytest.approx(638.5e3, abs=2.5e3)
    latitude, longitude, _ = earth.ecef_to_geodetic(point)
    # The place solved from above and the ray solved from the radar: each to a few centimetres.
    assert coverage.lowest_visible_altitude_m(radar, latitude, longitude) == pytest.approx(
        height, abs=0.1
    )


def test_outside_the_sector_nothing_is_said_and_too_far_away_never() -> None:
    radar = radar_at(*SEONGJU, boresight_deg=0.0, sector_deg=90.0)
    latitude, longitude = places_around(radar, np.array([0.0, 44.0, 46.0, 180.0]), 400e3)
    seen = coverage.lowest_visible_altitude_m(radar, latitude, longitude)
    assert np.isfinite(seen).tolist() == [True, True, False, False]
    assert np.isnan(seen[2:]).all()
    # A ray of 5 degrees runs out to an angle of 85 degrees at the Earth's centre and no further.
    near, far = (
        coverage.lowest_visible_altitude_m(radar, *places_around(radar, np.array(0.0), d * 111.2e3))
        for d in (80.0, 95.0)
    )
    assert np.isfinite(near)
    assert far == math.inf


def test_a_radar_on_a_mountain_sees_down_to_the_earths_edge_and_not_through_it() -> None:
    radar = radar_at(0.0, 0.0, 3000.0, sector_deg=360.0, elevation_deg=(-20.0, 90.0), has_air=False)
    # The edge lies at sqrt(2 R h) = 195.6 km; a kilometre of that is 5 m of height beyond it.
    distance = np.array([50e3, 150e3, 195.6e3, 250e3, 391.2e3])
    seen = coverage.lowest_visible_altitude_m(
        radar, *places_around(radar, np.full(5, 45.0), distance)
    )
    by_hand = (distance - 195.6e3) ** 2 / (2.0 * 6371e3)
    # The line that touches the sea, as a parabola: the ellipsoid's radius differs by 0.5 %.
    assert seen == pytest.approx(by_hand, abs=30.0)
    assert not coverage.detection(radar, 0.0, math.radians(3.0), 100.0, 1e6, 1e6).is_visible


def test_a_hill_counts_as_a_least_elevation_in_its_direction_only() -> None:
    flat = radar_at(*SEONGJU, sector_deg=360.0, elevation_deg=(2.0, 90.0))
    profile = np.radians(np.where(np.abs(np.arange(360) - 90) <= 20, 10.0, -1.0))
    hilly = flat._replace(horizon_rad=profile)
    raised = flat._replace(elevation_min_rad=math.radians(10.0))
    latitude, longitude = places_around(flat, np.array([90.0, 80.0, 0.0, 200.0]), 500e3)
    seen = coverage.lowest_visible_altitude_m(hilly, latitude, longitude)
    high, low = (coverage.lowest_visible_altitude_m(r, latitude, longitude) for r in (raised, flat))
    # The same numbers go through the same arithmetic.
    assert seen == pytest.approx(np.array([*high[:2], *low[2:]]), abs=1e-3)
    assert high[0] > low[0] + 50e3
    assert (coverage.has_terrain(flat), coverage.has_terrain(hilly)) == (False, True)
    open_m2, masked_m2 = (coverage.area_m2(coverage.outline(r, 200e3)) for r in (flat, hilly))
    shrunk = coverage.outline(raised, 200e3).ground_m[0] / coverage.outline(flat, 200e3).ground_m[0]
    # 41 of 360 degrees shrink; the profile's edges add up to a degree on either side.
    by_hand = 1.0 - 41.5 / 360.0 * (1.0 - shrunk**2)
    assert masked_m2 / open_m2 == pytest.approx(by_hand, abs=0.003)


# ---------------------------------------------------------------------------------------------
# Outlines


@pytest.mark.parametrize("elevation_deg", [0.0, 5.0])
def test_the_edge_lies_where_the_lowest_visible_altitude_is_that_altitude(
    elevation_deg: float,
) -> None:
    radar = radar_at(*SEONGJU, elevation_deg=(elevation_deg, 90.0))
    for altitude_m in (25e3, 100e3, 600e3):
        edge = coverage.outline(radar, altitude_m)
        point = coverage.at_altitude(
            radar, edge.azimuth_rad[5:-5], math.radians(elevation_deg), altitude_m
        )
        latitude, longitude, height = earth.ecef_to_geodetic(point)
        # Ten rounds leave 2 cm of a level ray and nothing of others.
        assert height == pytest.approx(np.full(height.size, altitude_m), abs=0.05)
        over = coverage.lowest_visible_altitude_m(radar, latitude, longitude)
        assert over == pytest.approx(height, abs=0.05)
        assert edge.elevation_rad == pytest.approx(
            np.full(edge.azimuth_rad.size, math.radians(elevation_deg)), abs=1e-7
        )


def test_a_range_cuts_the_edge_at_that_range() -> None:
    radar = radar_at(*SEONGJU)
    edge = coverage.outline(radar, 200e3, 870e3)
    assert edge.slant_m == pytest.approx(np.full(edge.slant_m.size, 870e3), abs=0.1)
    assert np.all(edge.elevation_rad > radar.elevation_min_rad)
    # On a sphere: 870^2 = r0^2 + r1^2 - 2 r0 r1 cos(angle), and the ground is R times the angle.
    radius = gaussian_radius_m(math.radians(SEONGJU[0]))
    r0, r1 = radius + 680.0, radius + 200e3
    by_hand = radius * math.acos((r0**2 + r1**2 - 870e3**2) / (2.0 * r0 * r1))
    # Radii of curvature differ by 0.4 % from south to north at this latitude.
    assert edge.ground_m == pytest.approx(np.full(edge.ground_m.size, by_hand), rel=3e-3)
    # Nothing at all where the range does not even reach the altitude.
    none = coverage.outline(radar, 300e3, 290e3)
    assert np.isnan(none.slant_m).all()
    assert coverage.area_m2(none) == pytest.approx(0.0, abs=1.0)


@pytest.mark.parametrize(
    ("latitude_deg", "longitude_deg"), [(36.0, 128.0), (-33.0, 179.9), (0.0, 0.0), (72.0, -179.0)]
)
@pytest.mark.parametrize("range_m", [math.inf, 700e3])
def test_areas_are_those_of_another_geodesy(
    latitude_deg: float, longitude_deg: float, range_m: float
) -> None:
    radar = radar_at(latitude_deg, longitude_deg, boresight_deg=20.0)
    edge = coverage.outline(radar, 150e3, range_m)
    latitude, longitude = np.degrees(edge.ring_rad).T
    theirs, _ = ELLIPSOID.polygon_area_perimeter(longitude, latitude)
    # Corners are the same; edges are geodesics there and straight on our plane: 1e-5 of the area.
    assert coverage.area_m2(edge) == pytest.approx(abs(theirs), rel=1e-5)


def test_a_disc_around_the_pole_ends_at_a_parallel() -> None:
    edge = coverage.outline(radar_at(90.0, 0.0, sector_deg=360.0, elevation_deg=(3.0, 90.0)), 200e3)
    latitude = np.degrees(edge.ring_rad[:, 0])
    assert np.ptp(latitude) == pytest.approx(0.0, abs=1e-9)
    # A parallel as a polygon of 720,000 corners: within 1e-10 of the cap's area.
    fine = np.linspace(0.0, 360.0, 720_001)[:-1]
    cap, _ = ELLIPSOID.polygon_area_perimeter(fine, np.full(fine.size, latitude[0]))
    # Ours has 720 corners: the polygon lacks (2 pi / 720)^2 / 6 of the disc.
    lacking = (2.0 * math.pi / 720.0) ** 2 / 6.0
    assert coverage.area_m2(edge) == pytest.approx(abs(cap) * (1.0 - lacking), rel=1e-6)


def test_twice_as_many_corners_change_areas_by_less_than_is_promised() -> None:
    radar = radar_at(*SEONGJU)
    coarse, fine = (
        coverage.outline(radar, 200e3, step_rad=coverage.STEP_RAD * f) for f in (1.0, 0.5)
    )
    coarse_m2, fine_m2 = coverage.area_m2(coarse), coverage.area_m2(fine)
    # The shape of a sector: the step's square over six, three quarters of which a half step gains.
    assert fine_m2 / coarse_m2 - 1.0 == pytest.approx(0.75 * coverage.STEP_RAD**2 / 6.0, rel=0.05)
    for one, other in zip(*(coverage.area_by_country(radar, [e]) for e in (coarse, fine)),
                          strict=True):  # fmt: skip
        assert abs(one.seen_m2[0] - other.seen_m2[0]) < 2e-5 * coarse_m2


@pytest.mark.parametrize("turn_deg", [51.78, 180.0, -128.22])
def test_the_date_line_is_no_line(turn_deg: float) -> None:
    """The ellipsoid is round about its axis, so nothing but names may change with the longitude."""
    here = radar_at(*SEONGJU)
    there = radar_at(SEONGJU[0], SEONGJU[1] + turn_deg, SEONGJU[2])
    one, other = (coverage.outline(radar, 300e3) for radar in (here, there))
    assert other.ground_m == pytest.approx(one.ground_m, abs=1e-3)
    assert coverage.area_m2(other) == pytest.approx(coverage.area_m2(one), rel=1e-9)
    turned = np.angle(np.exp(1j * (other.ring_rad[:, 1] - one.ring_rad[:, 1])))
    wanted = np.full(turned.size, math.radians(turn_deg))
    # Sides start at the zenith, whose angle of zero an arc cosine gives to 1e-8: a decimetre.
    assert np.angle(np.exp(1j * (turned - wanted))) == pytest.approx(0.0 * wanted, abs=1e-7)


def test_a_view_that_stops_short_of_the_zenith_has_a_hole() -> None:
    whole = radar_at(*SEONGJU, sector_deg=360.0, elevation_deg=(5.0, 90.0))
    pierced = whole._replace(elevation_max_rad=math.radians(60.0))
    areas = [coverage.area_m2(coverage.outline(radar, 200e3)) for radar in (whole, pierced)]
    # A flat cone over 200 km: its radius on the ground is about (200 - 0.68) / tan 60 = 115 km,
    # shortened by a hundredth by the curve of the Earth.
    by_hand = math.pi * (199.32e3 / math.tan(math.radians(60.0)) / (1.0 + 200.0 / 6371.0)) ** 2
    assert areas[0] - areas[1] == pytest.approx(by_hand, rel=0.02)


# ---------------------------------------------------------------------------------------------
# Detection


def test_detection_on_a_grid_agrees_with_the_outline_and_the_radar_equation() -> None:
    radar = radar_at(*SEONGJU)
    latitude, longitude = np.meshgrid(
        np.radians(np.linspace(34.0, 50.0, 33)), np.radians(np.linspace(112.0, 140.0, 41))
    )
    found = coverage.detection(radar, latitude, longitude, 200e3, TRACK_M, SEARCH_M)
    lowest = coverage.lowest_visible_altitude_m(radar, latitude, longitude)
    assert found.is_visible.any()
    assert not found.is_visible.all()
    assert np.array_equal(found.is_visible, lowest <= 200e3)
    seen = found.is_visible
    assert TRACK_M * found.tracked_m2[seen] ** 0.25 == pytest.approx(found.slant_m[seen], rel=1e-12)
    # Ranges go with the fourth root: 2.625^4 = 47.5 times the cross section.
    ratio = found.searched_m2[seen] / found.tracked_m2[seen]
    assert ratio == pytest.approx(np.full(ratio.size, (TRACK_M / SEARCH_M) ** 4), rel=1e-12)
    assert np.isnan(found.tracked_m2[~seen]).all()


def areas_of(radar: Radar, *, track_m: float = TRACK_M) -> Floats:
    """Area in sight and within the ranges of three cross sections, at three altitudes."""
    found = coverage.radar_coverage(
        radar, track_m, SEARCH_M, cross_section_m2=(0.001, 0.01, 0.1), contour_m=()
    )
    rows = [(one, *limited) for one, limited in zip(found.sight, found.tracked, strict=True)]
    return np.array([[coverage.area_m2(edge) for edge in row] for row in rows])


def test_more_altitude_cross_section_sector_and_range_show_more() -> None:
    radar = radar_at(*SEONGJU)
    areas = areas_of(radar)
    assert (np.diff(areas[:, 0]) > 0.0).all()
    assert (np.diff(areas[:, 1:], axis=1) >= 0.0).all()
    assert (areas[:, 1:] <= areas[:, :1]).all()
    assert areas[1, 1] < areas[1, 2] < areas[1, 3] == areas[1, 0]
    for smaller in (
        radar._replace(elevation_min_rad=math.radians(6.0)),
        radar._replace(half_sector_rad=math.radians(55.0)),
    ):
        assert (areas_of(smaller)[:, 0] < areas[:, 0]).all()
    assert (areas_of(radar, track_m=0.9 * TRACK_M)[:, 1] < areas[:, 1]).all()


# ---------------------------------------------------------------------------------------------
# Countries


@pytest.mark.parametrize(
    ("iso3", "published_km2"),
    # United Nations, Demographic Yearbook, table 3: surface areas.
    [("KOR", 100_210.0), ("PRK", 120_538.0), ("MNG", 1_564_116.0), ("JPN", 377_930.0)],
)
def test_a_country_that_is_wholly_seen_has_its_published_area(
    iso3: str, published_km2: float
) -> None:
    places = {
        "KOR": (36.5, 127.8),
        "PRK": (40.0, 127.0),
        "MNG": (46.8, 103.0),
        "JPN": (36.0, 138.0),
    }
    radar = radar_at(*places[iso3], sector_deg=360.0, elevation_deg=(0.0, 90.0))
    areas = coverage.area_by_country(radar, [coverage.outline(radar, 300e3)])
    found = next(one for one in areas if one.iso3 == iso3)
    # Straight edges of borders are bent a little differently by the two projections: 1.3e-5.
    assert found.seen_m2[0] == pytest.approx(found.land_m2, rel=2e-5)
    # The map pack leaves out small islands and draws coasts with steps of some 300 m; inland
    # water and tidal flats are counted differently: within 2 %.
    assert found.land_m2 / 1e6 == pytest.approx(published_km2, rel=0.02)


def test_areas_agree_with_cells_counted_one_by_one() -> None:
    radar = radar_at(*SEONGJU)
    areas = coverage.area_by_country(radar, [coverage.outline(radar, 200e3)])
    for iso3 in ("CHN", "PRK", "RUS"):
        cells = geodata.land_cells(iso3, 10e3)
        lowest = coverage.lowest_visible_altitude_m(
            radar, np.radians(cells.latitude_deg), np.radians(cells.longitude_deg)
        )
        counted = float(cells.area_m2[lowest <= 200e3].sum())
        # Cells of 10 km on an edge of some 1,000 km are in or out by chance: the root of a
        # hundred cells of 100 km2, threefold.
        assert seen_by(areas, iso3)[0] == pytest.approx(counted, abs=3e9)


def test_a_radar_that_faces_south_sees_nothing_of_north_korea() -> None:
    north, south = (radar_at(*SEONGJU, boresight_deg=b) for b in (340.0, 180.0))
    seen = [coverage.area_by_country(r, [coverage.outline(r, 300e3)]) for r in (north, south)]
    whole = next(one for one in seen[0] if one.iso3 == "PRK")
    assert whole.seen_m2[0] == pytest.approx(whole.land_m2, rel=1e-5)
    assert [one.iso3 for one in seen[1] if one.iso3 in ("PRK", "RUS", "MNG")] == []
    assert seen_by(seen[1], "JPN")[0] > 0.0


def test_land_across_the_date_line_and_around_the_pole_is_whole() -> None:
    """Russia's outline steps over 180 degrees, and Antarctica's goes around the pole."""
    aleutians = radar_at(60.0, 180.0, sector_deg=360.0, elevation_deg=(0.0, 90.0))
    russia = next(one for one in coverage.area_by_country(
        aleutians, [coverage.outline(aleutians, 300e3)]) if one.iso3 == "RUS")  # fmt: skip
    # United Nations: 17,098,246 km2; the pack lacks small islands and follows who holds the ground.
    assert russia.land_m2 / 1e6 == pytest.approx(17_098_246, rel=0.015)
    assert geodata.is_inside("RUS", [66.0, 66.0, 66.0, 66.5], [178.0, -178.0, 30.5, -100.0]).tolist() == [
        True, True, True, False,
    ]  # fmt: skip
    pole = radar_at(-90.0, 0.0, sector_deg=360.0, elevation_deg=(0.0, 90.0))
    ice = next(one for one in coverage.area_by_country(
        pole, [coverage.outline(pole, 300e3)]) if one.iso3 == "ATA")  # fmt: skip
    # 12.3 million km2 without the ice shelves (British Antarctic Survey, ADD), to a few islands.
    assert ice.land_m2 / 1e12 == pytest.approx(12.3, rel=0.02)
    assert ice.seen_m2[0] > 0.7 * ice.land_m2


def test_a_view_inside_one_country_is_all_its() -> None:
    radar = radar_at(40.0, -100.0, sector_deg=360.0, elevation_deg=(45.0, 90.0))
    edge = coverage.outline(radar, 50e3)
    (only,) = coverage.area_by_country(radar, [edge])
    assert only.iso3 == "USA"
    assert only.seen_m2[0] == pytest.approx(coverage.area_m2(edge), rel=1e-6)


# ---------------------------------------------------------------------------------------------
# Volume, cut and values


@pytest.mark.parametrize(
    ("sector_deg", "elevation_deg"), [(120.0, (5.0, 90.0)), (360.0, (0.0, 70.0))]
)
def test_the_volume_is_closed_and_has_the_size_of_a_cone_of_a_ball(
    sector_deg: float, elevation_deg: tuple[float, float]
) -> None:
    radar = radar_at(*SEONGJU, sector_deg=sector_deg, elevation_deg=elevation_deg)
    body = coverage_shape.volume(radar, 500e3, top_m=600e3, step_rad=math.radians(2.0))
    azimuth, elevation, slant, _ = sensor.watch(radar, body.front_m)
    assert slant == pytest.approx(np.full(slant.shape, 500e3), abs=0.1)
    assert elevation[:, 0] == pytest.approx(
        np.full(len(elevation), radar.elevation_min_rad), abs=1e-6
    )
    assert body.bottom_m[:, -1] == pytest.approx(body.front_m[:, 0], abs=0.1)
    assert body.bottom_m[:, 0] == pytest.approx(
        np.tile(radar.position_m, (len(azimuth), 1)), abs=1e-6
    )
    if sector_deg == 360.0:
        assert body.sides_m.shape[0] == 0
        assert body.front_m[-1] == pytest.approx(body.front_m[0], abs=1e-3)
        assert body.roof_m[:, -1] == pytest.approx(body.front_m[:, -1], abs=0.1)
    else:
        assert body.sides_m[:, :, -1] == pytest.approx(body.front_m[[0, -1]], abs=0.1)
    # The body is a pile of thin pyramids from the radar to the quads of its front.
    corner = body.front_m - radar.position_m
    a, b, c, d = corner[:-1, :-1], corner[1:, :-1], corner[1:, 1:], corner[:-1, 1:]
    triangles = [np.sum(p * np.cross(q, r), axis=-1) for p, q, r in ((a, b, c), (a, c, d))]
    size = abs(float(sum(t.sum() for t in triangles))) / 6.0
    low, high = np.sin(np.radians(elevation_deg))
    by_hand = 500e3**3 / 3.0 * math.radians(sector_deg) * (high - low)
    # Flat pieces of 2 degrees lack a few 1e-4; the air lowers the floor by 0.1 to 0.5 degrees, of
    # which a half degree at the horizon is 0.9 % of what is between it and the zenith.
    assert size == pytest.approx(by_hand, rel=0.012)


def test_without_a_range_the_volume_ends_at_its_top() -> None:
    body = coverage_shape.volume(radar_at(*SEONGJU), math.inf, top_m=300e3)
    height = earth.ecef_to_geodetic(body.front_m)[2]
    assert height == pytest.approx(np.full(height.shape, 300e3), abs=0.1)
    limited = coverage_shape.volume(radar_at(*SEONGJU), 870e3, top_m=300e3)
    slant = np.linalg.norm(limited.front_m - radar_at(*SEONGJU).position_m, axis=-1)
    assert slant.max() == pytest.approx(870e3, abs=0.1)
    assert earth.ecef_to_geodetic(limited.front_m)[2].max() == pytest.approx(300e3, abs=0.1)


def test_the_cut_meets_the_outline() -> None:
    radar = radar_at(*SEONGJU)
    made = coverage_shape.cut(radar, radar.boresight_rad, [870e3])
    edge = coverage.outline(radar, 300e3)
    middle = int(np.argmin(np.abs(edge.azimuth_rad - radar.boresight_rad)))
    at = np.interp(300e3, made.lowest.altitude_m, made.lowest.ground_m)
    # Straight lines between samples 10 km apart in height.
    assert at == pytest.approx(edge.ground_m[middle], rel=2e-3)
    assert [round(math.degrees(r.elevation_rad)) for r in made.rays] == [0, 10, 20, 45]
    assert made.arcs[0].altitude_m[-1] == pytest.approx(870e3 + 680.0, abs=1.0)


def values_of(radar: Radar, **told: str) -> RadarCoverage:
    found = coverage.radar_coverage(radar, TRACK_M, SEARCH_M)
    return coverage_numbers.coverage_values(found, **told)


@pytest.mark.parametrize("site", [SEONGJU, (52.0, 179.9, 0.0)])
def test_values_hold_the_rings_with_the_corners_that_matter(
    site: tuple[float, float, float],
) -> None:
    values = values_of(radar_at(*site), system="AN/TPY-2", place="here")
    assert values.radar.has_terrain is False
    for level in values.altitudes:
        ring = np.array(level.ring)
        assert (np.abs(np.diff(ring[:, 0])) < 90.0).all()
        area, _ = ELLIPSOID.polygon_area_perimeter(ring[:, 0], ring[:, 1])
        # Corners that stand out by less than 200 m are left out of an edge of some 1,000 km.
        assert abs(area) == pytest.approx(level.area_m2, rel=1e-3)
        assert [edge.ring is None for edge in level.tracked][-2:] == [True, True]
    assert [c.altitude_m for c in values.contours] == list(coverage.CONTOURS_M)


def test_the_study_gives_spans_around_its_values() -> None:
    this = campaign.study(scenario.load("korea"))
    values = coverage_numbers.study_coverage(this)
    assert isinstance(values, StudyCoverage)
    names = [row.iso3 for row in values.countries]
    assert set(names) >= {"CHN", "RUS", "PRK", "KOR"}
    for row in values.countries:
        low, value, high = (np.array(getattr(row.seen_m2, end)) for end in ("low", "value", "high"))
        assert (low <= value).all()
        assert (value <= high).all()
        assert (high <= row.land_m2 * (1.0 + 1e-5)).all()
    stated = next(r for r in values.ranges if r.cross_section_m2 == values.stated_m2)
    # The radar equation is calibrated to this range of the catalogue: it comes back.
    assert stated.track_m.value == pytest.approx(870e3, rel=1e-9)
    assert stated.track_m.bad is not None
    assert stated.track_m.good is not None
    assert stated.track_m.bad < 870e3 < stated.track_m.good


def test_a_study_without_its_radar_covers_nothing() -> None:
    whole = scenario.load("korea")
    blind = scenario.changed(whole, {"defence.radar.present": False})
    assert coverage_numbers.study_coverage(campaign.study(blind)).present is False


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda r: coverage.outline(r, 680.0), "above the radar's 680 m"),
        (lambda r: coverage.radar_coverage(r, 0.0, 1e5), "above zero"),
        (lambda r: coverage.radar_coverage(r, 1e6, 1e5, cross_section_m2=(0.0,)), "above zero"),
        (lambda r: coverage_shape.volume(r, -1.0), "a range above zero"),
        (lambda r: coverage_shape.volume(r, 1e6, top_m=100.0), "a top above the radar"),
        (lambda r: coverage_shape.volume(r._replace(half_sector_rad=-1.0), 1e6), "no volume"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(call: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call(radar_at(*SEONGJU))


def test_a_radar_without_a_sector_covers_nothing() -> None:
    blind = radar_at(*SEONGJU)._replace(half_sector_rad=-1.0)
    found = coverage.radar_coverage(blind, TRACK_M, SEARCH_M)
    assert found.countries == ()
    assert [coverage.area_m2(edge) for edge in found.sight] == [0.0, 0.0, 0.0]
