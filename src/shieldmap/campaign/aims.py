"""Aim tables kept on disk: each takes 0.2 s to make, and the same drawn missiles are asked for every day.

A table hangs on the missile, the launch point, the class of the flight and the kernels alone, and is named
by them. The folder holds :data:`MOST` tables of 90 kB; where there are more, the older half makes room.
"""

import contextlib
import hashlib
import pickle
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from shieldmap import caches, threat
from shieldmap.model import Missile, Tables, TrajectoryClass
from shieldmap.threat import AimTable

MOST: Final = 2_000
"""Tables in the folder, 180 MB."""


def aim_table(
    missile: Missile,
    latitude_rad: float,
    longitude_rad: float,
    trajectory_class: TrajectoryClass,
    apogee_m: float,
    air: Tables,
) -> tuple[AimTable | None, str]:
    """The family of one class from one launch point, or none and the sentence why it cannot be flown.

    ``latitude_rad``, ``longitude_rad`` : the launch point, geodetic; ``apogee_m`` NaN unless it is held.
    """
    given = (*missile, *air, latitude_rad, longitude_rad, int(trajectory_class), apogee_m)
    path = _path(given)
    held = None if path is None else caches.find(path, caches.physics())
    if held is not None:
        values, refusal = pickle.loads(held)
        return (None if values is None else AimTable(*values)), refusal
    table: AimTable | None = None
    refusal = ""
    try:
        table = threat.aim_table(
            missile, latitude_rad, longitude_rad, trajectory_class, apogee_m, air=air
        )
    except ValueError as error:
        refusal = str(error)
    if path is not None:
        values = None if table is None else tuple(table)
        caches.keep(path, pickle.dumps((values, refusal), protocol=5), caches.physics())
    return table, refusal


def _path(given: tuple[object, ...]) -> Path | None:
    """The file of what a table was asked for with; none where nothing can be kept."""
    folder = _folder()
    if folder is None:
        return None
    digest = hashlib.sha256()
    for one in given:
        digest.update(one.tobytes() if isinstance(one, np.ndarray) else repr(one).encode())
        digest.update(b" ")
    return folder / f"{digest.hexdigest()[:32]}.aims"


@cache
def _folder() -> Path | None:
    """The folder, with room in it; a process looks once."""
    folder = caches.beside_kernels("aims")
    if folder is not None and folder.is_dir():
        with contextlib.suppress(OSError):  # another process may make room as well
            by_age = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)
            for path in by_age[: max(0, len(by_age) - MOST // 2)] if len(by_age) > MOST else ():
                path.unlink(missing_ok=True)
    return folder
