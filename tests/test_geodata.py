"""The map pack is what SOURCES.json says, and its numbers are those of the published sources."""

import hashlib
import json
import math
import re
from pathlib import Path

import numpy as np
import pytest

from shieldmap import geodata

PACK_LIMIT_BYTES = 9_000_000

# Land of South Korea at the end of 2020 by the cadastre: 100,401 km2 (Ministry of Land,
# Infrastructure and Transport, quoted with its statistics of foreign-owned land, April 2021).
LAND_KM2 = 100_401.0
# Natural Earth's 1:10 million coast leaves out small islands and land won from the sea since the
# 1990s (Saemangeum alone has 400 km2): it comes out 1.9 % low.  Counting cells of 5 km by their
# centres adds some tenths of a percent to either side.
LAND_TOLERANCE = 0.02

# The 2020 census counted 51.83 million (Statistics Korea, rounded to 0.01 million in print), and
# withholds a few counts of fewer than five foreigners by neighbourhood.
CENSUS = 51.83e6
CENSUS_TOLERANCE = 0.005e6


def digest(path: Path) -> tuple[str, int]:
    """As `design/build_geodata.py` does it: of a folder, the digest of its lines `sha256  path`."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size
    files = sorted((p.relative_to(path).as_posix(), p) for p in path.rglob("*") if p.is_file())
    lines = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {name}\n" for name, p in files]
    size = sum(p.stat().st_size for _, p in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest(), size


def test_pack_is_what_its_record_says() -> None:
    for name, entry in geodata.sources().items():
        assert digest(geodata.FOLDER / name) == (entry.sha256, entry.bytes), name
        assert entry.sources, name
        assert all(all(source) for source in entry.sources), name


def test_every_file_of_the_pack_is_recorded_and_the_pack_is_small() -> None:
    present = {path.name for path in geodata.FOLDER.iterdir()}
    assert present == set(geodata.sources()) | {"SOURCES.json", "LICENSES.md"}
    total = sum(path.stat().st_size for path in geodata.FOLDER.rglob("*") if path.is_file())
    assert total < PACK_LIMIT_BYTES


def test_credits_name_every_provider() -> None:
    credits_line = geodata.attribution()
    for provider in ("Natural Earth", "GeoNames", "Statistics Korea", "ETOPO1", "shadedrelief"):
        assert provider in credits_line


@pytest.mark.parametrize("spacing_m", [5_000.0, 2_000.0])
def test_grid_of_south_korea_has_the_published_area(spacing_m: float) -> None:
    cells = geodata.land_cells("KOR", spacing_m)
    assert cells.area_m2.sum() / 1e6 == pytest.approx(LAND_KM2, rel=LAND_TOLERANCE)


def test_a_cell_has_the_area_asked_for() -> None:
    cells = geodata.land_cells("KOR", 5_000.0)
    assert 3_800 < cells.area_m2.size < 4_100
    # Degrees come from the mean radius; at 33-39 N the ellipsoid differs by at most 0.3 %.
    assert cells.area_m2 == pytest.approx(25e6, rel=3e-3)


def test_cell_area_is_that_of_the_geodesic_polygon() -> None:
    geographiclib = pytest.importorskip("geographiclib.geodesic")
    cells = geodata.land_cells("KOR", 5_000.0)
    north, south = (cells.latitude_deg[0] + s * 0.5 * cells.height_deg[0] for s in (1, -1))
    west, east = (cells.longitude_deg[0] + s * 0.5 * cells.width_deg[0] for s in (-1, 1))
    polygon = geographiclib.Geodesic.WGS84.Polygon()
    # Parallels are no geodesics: a hundred short steps follow them.
    for latitude, steps in (
        (south, np.linspace(west, east, 101)),
        (north, np.linspace(east, west, 101)),
    ):
        for longitude in steps:
            polygon.AddPoint(float(latitude), float(longitude))
    _, _, area_m2 = polygon.Compute()
    # The steps leave out 1e-9 of the cell; 1e-7 is far below any use.
    assert cells.area_m2[0] == pytest.approx(area_m2, rel=1e-7)


def test_grid_holds_jeju_and_the_large_islands() -> None:
    cells = geodata.land_cells("KOR", 5_000.0)
    for latitude, longitude in ((33.38, 126.55), (34.87, 128.62), (37.72, 126.45), (34.45, 126.26)):
        near = np.hypot(cells.latitude_deg - latitude, cells.longitude_deg - longitude) < 0.05
        assert near.any(), (latitude, longitude)


def test_grid_does_not_depend_on_the_country_asked_for() -> None:
    """Rows of South and North Korea are rows of one grid: centres differ by whole steps."""
    south, north = geodata.land_cells("KOR", 5_000.0), geodata.land_cells("PRK", 5_000.0)
    assert south.height_deg[0] == north.height_deg[0]
    rows = (np.concatenate([south.latitude_deg, north.latitude_deg]) / south.height_deg[0]) - 0.5
    assert np.abs(rows - np.rint(rows)).max() < 1e-9  # rounding of a division near 800


def test_seoul_and_busan_lie_in_south_korea_and_pyongyang_does_not() -> None:
    latitude, longitude = [37.5665, 35.1796, 39.0339], [126.978, 129.0756, 125.7543]
    assert geodata.is_inside("KOR", latitude, longitude).tolist() == [True, True, False]
    assert geodata.is_inside("PRK", latitude, longitude).tolist() == [False, False, True]


def test_towns_of_south_korea_sum_to_the_census() -> None:
    towns = geodata.towns("KOR")
    assert len(towns.name) == 162  # 77 cities, 77 counties, 7 metropolitan cities, Sejong
    assert (towns.name[0], towns.name_ko[0]) == ("Seoul", "서울특별시")
    assert towns.population[0] > 9_000_000
    assert towns.population.sum() == geodata.country_total("KOR").people
    assert geodata.country_total("KOR").people == pytest.approx(CENSUS, abs=CENSUS_TOLERANCE)
    assert towns.population.min() > 5_000  # Ulleung, the smallest county, has 8,444


def test_neighbourhoods_sum_to_the_census_and_lie_in_the_country() -> None:
    found = geodata.neighbourhoods("KOR")
    assert found.population.sum() == geodata.country_total("KOR").people
    assert found.area_m2.sum() / 1e6 == pytest.approx(LAND_KM2, rel=0.005)  # own coast, own date
    outside = ~geodata.is_inside("KOR", found.latitude_deg, found.longitude_deg)
    # Small islands and quays beyond the generalised coast: 0.9 % of the people.
    assert found.population[outside].sum() < 0.015 * found.population.sum()


def test_cells_hold_everybody() -> None:
    residents = geodata.cell_population("KOR", 5_000.0)
    assert residents.shape == geodata.land_cells("KOR", 5_000.0).area_m2.shape
    # 3,488 divisions and sums in double precision.
    assert residents.sum() == pytest.approx(geodata.country_total("KOR").people, rel=1e-12)
    cells = geodata.land_cells("KOR", 5_000.0)
    crowded = np.argmax(residents)
    # The most crowded 25 km2 of the country lie in Seoul.
    assert abs(cells.latitude_deg[crowded] - 37.55) < 0.2
    assert abs(cells.longitude_deg[crowded] - 127.0) < 0.3


def test_notes_state_what_was_wrong_in_the_gazetteer() -> None:
    notes = json.loads((geodata.FOLDER / "towns_notes.json").read_text(encoding="utf-8"))["KOR"]
    assert notes["geonames_sum"] < notes["kept_sum"] == geodata.country_total("KOR").people
    assert any("Paju" in line for line in notes["geonames_missing_or_off_by_more_than_a_quarter"])


def test_towns_elsewhere() -> None:
    pyongyang = geodata.towns("PRK", minimum_population=1_000_000)
    assert pyongyang.name_ko.tolist() == ["평양"]
    assert (geodata.towns("JPN", 100_000).population >= 100_000).all()
    assert len(geodata.towns("USA").name) > 10_000


def test_relief_masks_the_sea_and_shows_the_mountains() -> None:
    assert np.isnan(geodata.relief_m([36.0, 36.0, 34.0], [130.8, 123.5, -150.0])).all()
    latitude, longitude = np.meshgrid(np.arange(33.25, 33.5, 0.01), np.arange(126.4, 126.7, 0.01))
    # Hallasan is 1,947 m high; 6 arc-minutes leave about half of it.
    assert 900.0 < np.nanmax(geodata.relief_m(latitude, longitude)) < 1_947.0
    assert geodata.relief_m(31.5, 35.5) < -300.0  # the Dead Sea is land below the sea
    assert geodata.relief_m(40.0, 180.0 - 360.0) == pytest.approx(
        geodata.relief_m(40.0, 180.0), nan_ok=True
    )


def test_provinces() -> None:
    assert len(geodata.provinces("KOR")) == 17
    # Natural Earth has nine provinces, Pyongyang and Rason; Nampo is part of South Pyongan there.
    assert len(geodata.provinces("PRK")) == 11
    assert len(geodata.provinces("JPN")) == 47


def test_coast_and_borders_stay_in_their_bounds() -> None:
    west, south, east, north = bounds = (124.0, 33.0, 132.0, 43.0)
    for lines in (geodata.coastline(bounds), geodata.borders(bounds)):
        points = np.vstack(lines)
        assert points.shape[0] > 100
        assert ((points >= (west, south)) & (points <= (east, north))).all()
    # Outside the detailed box the coarse world is used.
    assert len(np.vstack(geodata.coastline((-180.0, -90.0, 180.0, 90.0)))) > 10_000


# West, south, east, north: the finer levels exist where a tile touches one of these boxes.
FINER = (
    (118.0, 28.0, 146.0, 46.0),
    (33.5, 28.5, 37.5, 34.5),
    (45.5, 21.5, 57.5, 31.0),
    (143.5, 12.5, 146.5, 16.0),
    (13.5, 41.0, 30.5, 55.5),
)
FINEST = ((122.0, 32.0, 134.0, 44.0), (144.3, 13.1, 145.3, 13.8))
BOXES = {5: FINER, 6: FINER, 7: FINEST, 8: FINEST}


@pytest.mark.parametrize("level", range(9))
def test_tiles_are_complete(level: int) -> None:
    wanted = set()
    for west, south, east, north in BOXES.get(level, ((-180.0, -90.0, 179.9, 89.9),)):
        side = 180.0 / 2**level  # degrees a tile; geodetic TMS counts from 180 W and the south pole
        columns = range(int((west + 180.0) // side), math.ceil((east + 180.0) / side))
        rows = range(int((south + 90.0) // side), math.ceil((north + 90.0) / side))
        wanted |= {f"{x}/{y}.webp" for x in columns for y in rows}
    folder = geodata.tiles_folder() / str(level)
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == wanted


def test_the_page_asks_for_the_finer_tiles_that_there_are() -> None:
    text = (geodata.FOLDER.parent / "web" / "js" / "ground.js").read_text(encoding="utf-8")
    listed = re.findall(r"\{ box: \[([^\]]+)\], low: (\d), high: (\d) \}", text)
    told = {(tuple(map(float, box.split(","))), int(low), int(high)) for box, low, high in listed}
    assert told == {*((box, 5, 6) for box in FINER), *((box, 7, 8) for box in FINEST)}


def test_the_tile_description_lists_the_levels_of_the_whole_world_only() -> None:
    text = (geodata.tiles_folder() / "tilemapresource.xml").read_text(encoding="utf-8")
    # A reader of TMS takes every level in the list for complete and would ask for missing tiles.
    assert [f'order="{level}"' in text for level in range(9)] == [True] * 5 + [False] * 4


@pytest.mark.parametrize(
    "ask",
    [
        geodata.country,
        geodata.provinces,
        geodata.towns,
        geodata.country_total,
        geodata.neighbourhoods,
        lambda code: geodata.land_cells(code, 5_000.0),
    ],
)
def test_an_unknown_country_gets_one_clear_sentence(ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=r"'XXX'.*\.$"):
        ask("XXX")


def test_bad_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="below 500 m"):
        geodata.land_cells("KOR", 100.0)
    with pytest.raises(ValueError, match="Latitude"):
        geodata.relief_m(float("nan"), 127.0)
    with pytest.raises(ValueError, match="west < east"):
        geodata.coastline((130.0, 33.0, 124.0, 39.0))


def test_shared_arrays_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        geodata.land_cells("KOR", 5_000.0).area_m2[0] = 0.0
