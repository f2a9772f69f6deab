"""What stands and flies on a map beside its cells: battery, radar, launch points, flights.

The radar's sector is laid out along the ground as far as its ranges reach, from its corner and back.
A range is a slant range, so the true edge lies up to some kilometres nearer; neither hills nor the
horizon are cut out. It is for orientation: what is defended never follows from it.

Frame: Earth-fixed (ECEF, WGS 84). Units: SI inside, degrees where a field says so.
"""

from typing import Final, Literal, NamedTuple

import numpy as np

from shieldmap import earth
from shieldmap.export.tracks import Track
from shieldmap.model import Floats

SiteKind = Literal["battery", "radar", "launcher", "layer", "launch-point"]

_STEP_RAD: Final = np.radians(3.0)
"""Along the arc of a sector."""
_SIDE: Final = 12
"""Pieces of the straight side of a sector, which is no straight line on a map."""

COLOURS: Final[dict[SiteKind, str]] = {
    "battery": "0B4A6B",
    "radar": "009E73",
    "launcher": "0B4A6B",
    "layer": "5A7D93",
    "launch-point": "8C1D18",
}
"""Of each kind, as on the page."""


class SiteMark(NamedTuple):
    """Something that stands somewhere: its kind, its name, and what is told of it."""

    kind: SiteKind
    name: str
    latitude_deg: float
    longitude_deg: float
    text: str


class SectorEdge(NamedTuple):
    """The radar's sector out to one of its ranges: a closed line (n, 3) on the ellipsoid."""

    mode: Literal["search", "cued"]
    text: str
    range_m: float
    position_m: Floats


class Scene(NamedTuple):
    """Everything beside the cells."""

    sites: tuple[SiteMark, ...] = ()
    edges: tuple[SectorEdge, ...] = ()
    flights: tuple[Track, ...] = ()


def of_kind(scene: Scene, *kinds: SiteKind) -> list[SiteMark]:
    """The sites of some kinds."""
    return [site for site in scene.sites if site.kind in kinds]


def sector_edge(
    place_deg: tuple[float, float], middle_deg: float, width_deg: float, range_m: float
) -> Floats:
    """The edge (n, 3) of a sector on the ground, in Earth-fixed metres.

    Parameters
    ----------
    place_deg : latitude and longitude of its corner.
    middle_deg, width_deg : the azimuth of its middle, and its width; from 360 degrees on a circle.
    """
    half = np.radians(min(width_deg, 360.0)) / 2.0
    steps = max(2, int(np.ceil(2.0 * half / _STEP_RAD)) + 1)
    azimuth = np.radians(middle_deg) + np.linspace(-half, half, steps)
    away = np.full(steps, range_m)
    if width_deg < 360.0:
        out = np.linspace(0.0, range_m, _SIDE, endpoint=False)
        azimuth = np.concatenate([np.full(_SIDE, azimuth[0]), azimuth, np.full(_SIDE, azimuth[-1])])
        away = np.concatenate([out, away, out[::-1]])
    latitude, longitude = np.radians(place_deg)
    reached = earth.geodesic_direct(
        np.full(azimuth.size, latitude), np.full(azimuth.size, longitude), azimuth, away
    )
    return earth.geodetic_to_ecef(*reached, np.zeros(azimuth.size))
