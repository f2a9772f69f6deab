"""What radars see of the flights, under which assumptions.

Question: which flight is in view of which radar, from when to when and in which phase?

Model: a flight is in view while it stands inside the sector about the boresight, above the least
elevation (apparent: the ray is bent by the air) and nearer than the range at which the radar
equation gives the signal-to-noise ratio that is asked for; where it is asked for, a cone about the
antenna's tilted face stands in place of the sector. The *cued* range takes the long dwell
of a radar that knows where to look or follows a track; the *uncued* range takes the dwell that the
search of the whole sector leaves.

Limits: one constant cross section for a whole flight; the loss off the antenna's face only where
it is asked for; no hills; no limit on the number of tracks; nothing on discrimination.

Frame: Earth-fixed (ECEF). Units: SI and radians.
"""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap import radars, sensor
from shieldmap.model import Floats, Ints, Radar
from shieldmap.scenario import StabilityScenario, Watcher
from shieldmap.stability.flights import FlownFamily
from shieldmap.stability.views import Parts, positive_parts
from shieldmap.terms import End

GIVEN, HORIZON = "given", "horizon"
LIMITS: Final = (GIVEN, HORIZON)
"""The two elevation limits: each radar's own as given, published or estimated, and the horizon."""


class Sky(NamedTuple):
    """Where flights stand for each radar, (radars, n, k); NaN where there is no flight."""

    azimuth_rad: Floats
    elevation_rad: Floats
    slant_m: Floats


class Looks(NamedTuple):
    """How one radar looks: its view and the range that goes with a cross section.

    ``tilt_rad`` is NaN where the loss off the antenna's face is left out, ``scan_max_rad`` the angle
    off the face where the view is a cone about it.
    """

    boresight_rad: float
    half_sector_rad: float
    elevation_min_rad: float
    elevation_max_rad: float
    range_m: float
    tilt_rad: float = math.nan
    scan_max_rad: float = math.inf


def radar_of(site: Watcher) -> Radar:
    """A site as the sensor takes it, with the bending of its rays."""
    latitude, longitude = math.radians(site.latitude_deg), math.radians(site.longitude_deg)
    view = radars.RegardInUse(
        math.radians(site.boresight_deg),
        math.radians(site.sector_deg),
        math.radians(site.elevation_min_deg),
        math.radians(site.elevation_max_deg),
    )
    return radars.site(latitude, longitude, site.altitude_m, view)


def sky(scenario: StabilityScenario, position_m: Floats) -> Sky:
    """Azimuth, apparent elevation and slant range of positions (n, k, 3) from every radar."""
    shape = (len(scenario.radars), *position_m.shape[:2])
    out = Sky(*(np.full(shape, np.nan) for _ in range(3)))
    # NaN would be taken for a direction by the table of bent rays.
    known = np.isfinite(position_m[..., 0])
    for row, site in enumerate(scenario.radars):
        found = sensor.watch(radar_of(site), position_m[known])
        for field, values in zip(out, found[:3], strict=True):
            field[row][known] = values
    return out


def looks(
    scenario: StabilityScenario,
    site: Watcher,
    cross_section_m2: float,
    limit: str = GIVEN,
    *,
    is_cued: bool = True,
    end: End = End.VALUE,
) -> Looks:
    """How a radar looks at a cross section: its direction, limits and range."""
    entry = scenario.catalogue.radar(site.system)
    sector = math.radians(site.sector_deg)
    search_m, track_m = radars.ranges_m(entry, cross_section_m2, sector, end)
    lowest = site.elevation_min_deg if limit == GIVEN else scenario.view.horizon_deg
    return Looks(
        boresight_rad=math.radians(site.boresight_deg),
        half_sector_rad=0.5 * sector,
        elevation_min_rad=math.radians(lowest),
        elevation_max_rad=math.radians(site.elevation_max_deg),
        range_m=track_m if is_cued else search_m,
    )


def in_view(time_s: Floats, above: Sky, row: int, how: Looks) -> Parts:
    """The part of every time step in which flights are in view of one radar of the sky."""
    azimuth, elevation = above.azimuth_rad[row], above.elevation_rad[row]
    off = sensor.off_boresight_rad(azimuth, how.boresight_rad)
    range_m: Floats | float = how.range_m
    inside: tuple[Floats, ...] = ()
    if math.isfinite(how.tilt_rad):
        cosine = math.cos(how.tilt_rad) * np.cos(elevation) * np.cos(off)
        face = np.arccos(np.clip(cosine + math.sin(how.tilt_rad) * np.sin(elevation), -1.0, 1.0))
        range_m = how.range_m * sensor.scan_loss_ratio(face) ** 0.25
        if math.isfinite(how.scan_max_rad):
            inside = (how.scan_max_rad - face,)
    limits = how.half_sector_rad, how.elevation_min_rad, how.elevation_max_rad
    margins = sensor.field_margins(off, elevation, *limits)
    return positive_parts(time_s, (*margins, *inside, range_m - above.slant_m[row]))


def chosen(above: Sky, keep: Ints) -> Sky:
    """The sky of some of the flights."""
    return Sky(*(field[:, keep] for field in above))


def at_times(flown: FlownFamily, values: Floats, time_s: Floats) -> Floats:
    """Values (n, k) of each flight at one time (n,) of its own; NaN where that time is."""
    out = np.full(time_s.shape, np.nan)
    for row in np.flatnonzero(np.isfinite(time_s)):
        out[row] = np.interp(time_s[row], flown.time_s, values[row])
    return out
