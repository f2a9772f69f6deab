"""What a search costs: solid angle, beams, time, tracks, and what a cue saves.

Question: how long may a radar stare into each direction while it searches a sector, how many
targets can it follow beside, and how soon does it find a target that it was told of?

Model: a fence of beams side by side over a sector of azimuth and an extent of elevation. One round
takes no longer than the revisit time, and searching takes a share of the radar's time:
beams x dwell <= revisit x share [skolnik2008, sec. 13.3]. What is left follows tracks, one dwell
each at every update. A cue leaves a disc of directions, searched beam by beam with the long dwell.

Limits: one beam at a time; no overlap of beams; no growth of the beam off the face.

Units: SI and radians.
"""

import math
from typing import NamedTuple, TypeVar

import numpy as np

from shieldmap.model import Floats

_Width = TypeVar("_Width", float, Floats)


class SearchPlan(NamedTuple):
    """A search fence: its extent, the beam, and the time that it may take."""

    sector_rad: float
    elevation_min_rad: float
    elevation_extent_rad: float
    beamwidth_rad: float
    revisit_s: float
    share_of_time: float


class SearchBudget(NamedTuple):
    """What a fence costs: ``frame_s`` is one round with the long dwell, ``dwell_s`` what it may be."""

    solid_angle_sr: float
    beams_n: float
    dwell_s: float
    frame_s: float


def search_budget(search: SearchPlan, long_dwell_s: float) -> SearchBudget:
    """Solid angle, beams, the dwell that the revisit time allows, and the time of a full round.

    Beams fill the solid angle; a fence thinner or narrower than a beam still takes a row of them.
    """
    solid_sr = _fence_sr(search, max(search.sector_rad, search.beamwidth_rad))
    beams = float(beams_over(search, np.array([search.sector_rad]))[0])
    return SearchBudget(
        solid_angle_sr=solid_sr,
        beams_n=beams,
        dwell_s=search.revisit_s * search.share_of_time / beams,
        frame_s=beams * long_dwell_s / search.share_of_time,
    )


def beams_over(search: SearchPlan, sector_rad: Floats) -> Floats:
    """Beams (n,) that fill the fence where its sector has these widths (n,) in place of its own."""
    beam = search.beamwidth_rad
    return np.maximum(_fence_sr(search, np.maximum(sector_rad, beam)) / beam**2, 1.0)


def _fence_sr(search: SearchPlan, wide_rad: _Width) -> _Width:
    """Solid angle of a fence so wide, which is no thinner than a beam."""
    low = search.elevation_min_rad
    high = low + max(search.elevation_extent_rad, search.beamwidth_rad)
    return solid_angle_sr(wide_rad, low, high)


def solid_angle_sr(sector_rad: _Width, low_rad: float, high_rad: float) -> _Width:
    """Solid angle of a sector of azimuth between two elevations."""
    return sector_rad * (math.sin(high_rad) - math.sin(low_rad))


def simultaneous_tracks(update_s: float, dwell_s: float, share_of_time: float) -> float:
    """Tracks that a share of the radar's time can follow, one dwell for each update."""
    return share_of_time * update_s / dwell_s


def cued_acquisition_s(
    cue_radius_rad: float, beamwidth_rad: float, dwell_s: float, share_of_time: float
) -> float:
    """Time to search the disc of directions that a cue leaves, with the long dwell.

    The early warning itself comes before; a cue finer than the beam takes one dwell.
    """
    beams = max(math.pi * (cue_radius_rad / beamwidth_rad) ** 2, 1.0)
    return beams * dwell_s / share_of_time
