"""What turning the added radar changes: all directions of its boresight, one after the other.

Question: how many flights, and for how long, would the radar see if it looked another way, and how
much of what it is there for would its sector then still hold?
"""

import math

import numpy as np

from shieldmap import earth, sensor
from shieldmap.model import Floats
from shieldmap.scenario import StabilityScenario
from shieldmap.stability import seen, views
from shieldmap.stability.judging import StabilityStudy


def curve(this: StabilityStudy, limit: str, cross_section_m2: float) -> dict[str, list[float]]:
    """Flights seen and seconds in view by country along :func:`boresights_rad`."""
    scenario, keep = this.scenario, this.centres
    site = scenario.radars[this.added]
    above = seen.chosen(this.above, keep)
    burnout = np.nan_to_num(this.flown.burnout_s[keep])
    countries = np.array([area.country for area in scenario.launch_areas])[this.flown.area[keep]]
    given = seen.looks(scenario, site, cross_section_m2, limit)
    out: dict[str, list[float]] = {}
    for boresight in boresights_rad(scenario):
        look = given._replace(boresight_rad=float(boresight))
        view = seen.in_view(this.time_s, above, this.added, look)
        free = views.seconds(views.within(view, burnout, np.full(burnout.shape, np.inf)))
        for country in sorted(set(countries)):
            mine = free[countries == country]
            seen_n = int((mine >= scenario.view.least_view_s).sum())
            out.setdefault(f"{country} flights", []).append(seen_n)
            out.setdefault(f"{country} seconds", []).append(float(mine.sum()))
    return out


def boresights_rad(scenario: StabilityScenario) -> Floats:
    """All directions, from north round to the last before north again."""
    count = round(360.0 / scenario.view.turn_step_deg)
    return np.arange(count, dtype=np.float64) * (2.0 * np.pi / count)


def needed_held(scenario: StabilityScenario) -> list[float]:
    """The share of the directions of the task's launch sites that the sector holds."""
    if scenario.task is None:
        return []
    first, last = scenario.task.azimuths_deg
    span = (last - first) % 360.0
    inside = np.radians(first + np.linspace(0.0, span, 721))
    half = _half_rad(scenario)
    return [
        float((sensor.off_boresight_rad(inside, at) <= half).mean())
        for at in boresights_rad(scenario)
    ]


def points_held(scenario: StabilityScenario) -> list[list[str]]:
    """The named launch points of the task inside the sector at every direction."""
    if scenario.task is None:
        return []
    site = next(radar for radar in scenario.radars if radar.id == scenario.added_radar)
    points = scenario.task.launch_points
    ends = np.radians(
        [[site.latitude_deg, site.longitude_deg, p.latitude_deg, p.longitude_deg] for p in points]
    ).reshape(-1, 4)
    _, azimuth, _ = earth.geodesic_inverse(*np.ascontiguousarray(ends.T))
    half = _half_rad(scenario)
    return [
        [
            point.id
            for point, inside in zip(
                points, sensor.off_boresight_rad(azimuth, at) <= half, strict=True
            )
            if inside
        ]
        for at in boresights_rad(scenario)
    ]


def _half_rad(scenario: StabilityScenario) -> float:
    site = next(radar for radar in scenario.radars if radar.id == scenario.added_radar)
    return math.radians(0.5 * site.sector_deg)
