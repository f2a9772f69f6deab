"""Areas on flat maps are valid as they are written: at the poles, at the date line, in every direction."""

import json
import math
from typing import Any

import numpy as np
import pytest
import shapely
import shapely.geometry
from fastkml import KML
from pyproj import Geod

from shieldmap import earth, export, footprint, sensor
from shieldmap.export.flat import cell_rings, flat_parts
from shieldmap.model import Radar
from shieldmap.results import Cells, RunArea
from tests.records import whole

ABOUT = export.About("9.9.9")
SEEDS = 6


def features_of(text: str) -> list[Any]:
    """Shapes as a reader has them, after the decimals that were written."""
    return [
        shapely.geometry.shape(f["geometry"])
        for f in json.loads(text)["features"]
        if f["geometry"] is not None
    ]


def check_flat(area: Any) -> None:
    """What RFC 7946 asks of an area: valid, on the map, outer rings against the clock."""
    assert area.is_valid, shapely.is_valid_reason(area)
    assert area.area > 0.0
    west, south, east, north = area.bounds
    assert -180.0 <= west
    assert east <= 180.0
    assert -90.0 <= south
    assert north <= 90.0
    for part in getattr(area, "geoms", [area]):
        assert part.exterior.is_ccw
        assert not any(hole.is_ccw for hole in part.interiors)


def places() -> list[tuple[float, float, float, float]]:
    """Latitude, longitude, boresight and sector in degrees: drawn, and where maps break."""
    draw = np.random.default_rng(7)
    drawn = [
        (math.degrees(math.asin(draw.uniform(-1, 1))), draw.uniform(-180, 180),
         draw.uniform(0, 360), draw.choice([30.0, 90.0, 120.0, 240.0, 360.0]))
        for _ in range(SEEDS)
    ]  # fmt: skip
    hard = [
        (-90.0, 180.0, 90.0, 120.0), (-89.99, -179.999, 0.0, 120.0), (-71.0, 12.3, 180.0, 360.0),
        (0.0, 180.0, 90.0, 120.0), (68.4, -179.999, 0.0, 120.0), (85.0, 12.3, 10.0, 240.0),
        (89.5, 180.0, 300.0, 120.0), (90.0, 12.3, 0.0, 360.0),
    ]  # fmt: skip
    return drawn + hard


@pytest.mark.parametrize(("latitude_deg", "longitude_deg", "boresight_deg", "sector_deg"), places())
def test_what_a_radar_sees_is_valid_geojson_anywhere(
    latitude_deg: float, longitude_deg: float, boresight_deg: float, sector_deg: float
) -> None:
    latitude, longitude = math.radians(latitude_deg), math.radians(longitude_deg)
    radar = sensor.with_air(
        Radar(
            position_m=earth.geodetic_to_ecef(np.array(latitude), np.array(longitude), 100.0),
            axes=earth.east_north_up(latitude, longitude),
            boresight_rad=math.radians(boresight_deg),
            half_sector_rad=math.radians(0.5 * sector_deg),
            elevation_min_rad=math.radians(1.0),
            elevation_max_rad=math.radians(60.0),
        )
    )
    found = footprint.radar_coverage(radar, 3000e3, 900e3)
    values = footprint.coverage_values(found, system="radar")
    shapes = features_of(export.coverage_geojson(values, ABOUT))
    assert len(shapes) >= 3
    for area in shapes:
        check_flat(area)


def test_an_area_that_crosses_itself_once_it_is_rounded_is_mended() -> None:
    """A spike thinner than the last decimal: valid as it is, and not where its corners are written."""
    spike = [(0.0, 0.0), (4.0, 0.0), (4.0, 3.0), (0.4, 1.000004), (0.000004, 1.0000041), (0.4, 1.0000043),
             (3.9, 3.0), (0.0, 3.0)]  # fmt: skip
    area = shapely.Polygon(spike)
    assert area.is_valid
    assert not shapely.Polygon(np.round(spike, 5)).is_valid
    parts = flat_parts(area)
    whole = shapely.MultiPolygon(parts)
    check_flat(whole)
    # What rounding moves is at most half a step along the border.
    assert whole.symmetric_difference(area).area < area.length * 1e-5


def test_seeded_stars_stay_valid_and_keep_their_areas() -> None:
    """Jagged outlines around any place, over 180 degrees, in whole numbers of the last decimal or not."""
    draw = np.random.default_rng(11)
    for _ in range(300):
        k = int(draw.integers(5, 60))
        turn = np.sort(draw.uniform(0, 2 * math.pi, k))
        size = draw.uniform(1e-5, 3e-4, k) if draw.uniform() < 0.5 else draw.uniform(0.1, 20.0, k)
        x, y = draw.choice([-180.0, 179.99999, 180.0, 12.0]), draw.uniform(-60.0, 60.0)
        star = shapely.make_valid(
            shapely.Polygon(np.column_stack([x + size * np.cos(turn), y + size * np.sin(turn)]))
        )
        parts = flat_parts(star)
        if parts:
            whole = shapely.MultiPolygon(parts)
            check_flat(whole)
            moved = abs(whole.area - star.area)
            assert moved <= star.length * 1e-5 + 1e-9


GRIDS = {
    "over 180 from the west": (179.99, 10.0),
    "over 180 from the east": (-179.995, 10.0),
    "beyond 180": (180.5, -16.0),
    "at the north pole": (30.0, 89.995),
    "at the south pole": (-120.0, -90.0),
    "elsewhere": (127.0, 36.5),
}


def grid_of(longitude_deg: float, latitude_deg: float, width_deg: float) -> Cells:
    rows = [(latitude_deg + 0.02 * i, longitude_deg + width_deg * j) for i in range(-2, 3) for j in range(-2, 3)]  # fmt: skip
    return whole(
        Cells,
        latitude_deg=[min(90.0, max(-90.0, row[0])) for row in rows],
        longitude_deg=[row[1] for row in rows],
        height_deg=[0.02] * len(rows),
        width_deg=[width_deg] * len(rows),
        people=[1] * len(rows),
    )


def area_of(cells: int) -> RunArea:
    return whole(
        RunArea,
        scenario="x",
        threat="y",
        cells=cells,
        status=[0] * cells,
        defended=[1 if i % 3 else 0 for i in range(cells)],
        shots=[1] * cells,
        margin_s=[1] * cells,
        reason=[-1] * cells,
    )


@pytest.mark.parametrize("width_deg", [0.0171234567, 0.7, 360.0, 400.0])
@pytest.mark.parametrize("where", GRIDS)
def test_cells_are_cut_at_the_date_line_and_at_the_poles(where: str, width_deg: float) -> None:
    grid = grid_of(*GRIDS[where], width_deg)
    cells = len(grid.people)
    text = export.area_geojson(area_of(cells), grid, export.Heading(ABOUT))
    for area in features_of(text):
        check_flat(area)
    heading = export.Heading(ABOUT)
    kml = KML.from_string(export.area_kml(area_of(cells), grid, heading)).features[0]
    (areas,) = (folder for folder in kml.features if folder.name == "Area")
    for placemark in areas.features:
        check_flat(shapely.geometry.shape(placemark.geometry))


def test_a_cell_across_180_is_two_polygons_of_the_same_area() -> None:
    pieces = cell_rings(179.75, -17.0, 180.25, -16.5)
    assert [ring[0][0] for (ring,) in pieces] == [179.75, -180.0]
    size = sum(abs(Geod(ellps="WGS84").polygon_area_perimeter(*zip(*ring, strict=True))[0]) for (ring,) in pieces)  # fmt: skip
    (whole,) = cell_rings(10.0, -17.0, 10.5, -16.5)
    wanted = abs(Geod(ellps="WGS84").polygon_area_perimeter(*zip(*whole[0], strict=True))[0])
    assert size == pytest.approx(
        wanted, rel=1e-4
    )  # parallels are no geodesics: shorter edges bulge less
