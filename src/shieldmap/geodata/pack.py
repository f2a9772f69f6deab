"""Reading the files of the map pack, and who is to be named for them."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap.model import Floats, Ints

FOLDER: Final = Path(__file__).parents[1] / "data" / "geo"
STEP_DEG: Final = 1e-4
"""The pack stores coordinates as whole numbers of this step (at most 11 m)."""


MEAN_RADIUS_M: Final = 6371008.8
"""The mean radius (2a + b) / 3 of WGS 84, that turns spacing into degrees."""


class Lines(NamedTuple):
    """Lines as stored: what they belong to, and which rings are holes."""

    lines: list[Floats]
    owner: Ints
    hole: NDArray[np.bool_]
    names: list[str]


def arrays(name: str) -> dict[str, NDArray[Any]]:
    with np.load(FOLDER / name, allow_pickle=False) as archive:
        return {key: archive[key] for key in archive.files}


def texts(array: NDArray[Any]) -> list[str]:
    return array.tobytes().decode().split("\n")


def degrees(steps: NDArray[Any]) -> Floats:
    return np.asarray(steps * STEP_DEG, dtype=np.float64)


@cache
def lines(name: str) -> Lines:
    stored = arrays(name)
    points, start = stored["points"].T, stored["start"]
    # Each line begins with its first point and goes on with differences.
    found = [degrees(np.cumsum(points[begin:end], axis=0)) for begin, end in pairwise(start)]
    for line in found:
        line.setflags(write=False)  # shared by every caller through the cache
    hole = stored.get("hole", np.zeros(len(found), dtype=np.uint8)).astype(bool)
    return Lines(found, stored["owner"].astype(np.int64), hole, texts(stored["names"]))


def read_json(name: str) -> dict[str, object]:
    content: dict[str, object] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return content


def tiles_folder() -> Path:
    """Folder of the map tiles `level/x/y.webp` (geodetic TMS, y from the south).

    Levels 0-4 cover the world.  Levels 5 and 6 exist around the embedded studies (East Asia, Israel,
    the Gulf, the Mariana Islands, south-eastern Europe and Poland), 7 and 8 around Korea and Guam.
    """
    return FOLDER / "tiles"


class PackSource(NamedTuple):
    """A file of a package from which a file of the pack was made."""

    registry: str
    package: str
    version: str
    file: str
    sha256: str
    licence: str
    attribution: str


class PackFile(NamedTuple):
    """A file of the pack, or a folder of tiles."""

    sha256: str
    bytes: int
    sources: tuple[PackSource, ...]


def sources() -> dict[str, PackFile]:
    """The files of the pack by name, with what each was made from."""
    told: Any = read_json("SOURCES.json")
    return {
        name: PackFile(**{**entry, "sources": tuple(PackSource(**one) for one in entry["sources"])})
        for name, entry in told.items()
    }


def attribution() -> str:
    """The credits that the licences of the map data ask for, in one line."""
    seen: dict[str, None] = {}
    for entry in sources().values():
        for source in entry.sources:
            seen[source.attribution] = None
    # What another credit says before it goes on is said once.
    once = [one for one in seen if not any(other.startswith(one[:-1] + ";") for other in seen)]
    return " ".join(sorted(once))


def directions(latitude_deg: Floats, longitude_deg: Floats) -> Floats:
    """Unit vectors (n, 3); the greatest dot product is the nearest place."""
    latitude, longitude = np.radians(latitude_deg), np.radians(longitude_deg)
    return np.column_stack(
        (
            np.cos(latitude) * np.cos(longitude),
            np.cos(latitude) * np.sin(longitude),
            np.sin(latitude),
        )
    )
