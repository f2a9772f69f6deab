"""The flights of a stability study: from every launch area, and from points about it, to every city.

Question: along which paths would missiles of these areas fly to these cities?

Model: minimum-energy flights of the missile that stands in, each aimed to within 10 m. Least energy
is no rule that anybody has to keep, so each is flown again along higher paths to the same city. A
mobile launcher may stand anywhere in its region, so each area is flown again from points moved
about it; those outside the country are left out. The family of flights of the area's own point
seeds the moved ones: their impacts are exact, and their pitch-over is the best one of a launch a few
hundred kilometres away, which costs them less than a thousandth of the cut-off time.

Frame: Earth-fixed (ECEF). Units: SI and radians.
"""

import itertools
import math
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import earth, geodata, threat
from shieldmap.model import Codes, Event, Floats, Ints, Tables
from shieldmap.scenario import LaunchArea, StabilityScenario

EVERY_S: Final = 5.0
"""Time grid on which views are judged; edges between samples are interpolated."""

METRES_A_DEGREE: Final = 111.2e3


class Point(NamedTuple):
    """A place from which an area's missile is flown; ``moved_m`` is 0 at the area's own point."""

    area: int
    latitude_rad: float
    longitude_rad: float
    moved_m: float
    toward_rad: float


class FlownFamily(NamedTuple):
    """Every flight of the study, one row (n,) for a launch point, a path and a city.

    ``area`` and ``city`` are the rows of the scenario's lists; ``apogee_ratio`` is 1 for least energy,
    or how many times as high the path is meant to peak. Rows go by area, point, path and city, so
    that the same flight along the next higher path lies ``len(cities)`` rows further. Positions, speeds and altitudes
    (n, k) are on one time grid (k,) and NaN after the impact and for a city out of range, whose
    ``range_limit_m`` says how far the missile goes that way.
    """

    area: Ints
    city: Ints
    moved_m: Floats
    toward_rad: Floats
    apogee_ratio: Floats
    status: Codes
    range_limit_m: Floats
    distance_m: Floats
    burnout_s: Floats
    burnout_m: Floats
    apogee_s: Floats
    apogee_m: Floats
    impact_s: Floats
    time_s: Floats
    position_m: Floats
    speed_m_s: Floats
    altitude_m: Floats

    def rows(self, keep: Ints) -> "FlownFamily":
        """Some of the flights."""
        fields = {name: field[keep] for name, field in self._asdict().items() if name != "time_s"}
        return FlownFamily(**fields, time_s=self.time_s)


def points(scenario: StabilityScenario, row: int) -> list[Point]:
    """The launch area's own point and those moved about it that lie in its country."""
    area = scenario.launch_areas[row]
    latitude, longitude = math.radians(area.latitude_deg), math.radians(area.longitude_deg)
    out = [Point(row, latitude, longitude, 0.0, math.nan)]
    count = scenario.launches.directions
    toward = np.arange(count, dtype=np.float64) * (2.0 * np.pi / count)
    for moved_m in _distances(scenario, area):
        there = earth.geodesic_direct(
            np.full(count, latitude), np.full(count, longitude), toward, np.full(count, moved_m)
        )
        is_home = geodata.is_inside(area.country, np.degrees(there[0]), np.degrees(there[1]))
        for i in np.flatnonzero(is_home):
            out.append(
                Point(row, float(there[0][i]), float(there[1][i]), moved_m, float(toward[i]))
            )
    return out


def _distances(scenario: StabilityScenario, area: LaunchArea) -> list[float]:
    """How far an area's launch point is moved: mobile ones far, silos as they are uncertain."""
    if area.is_mobile:
        return [1e3 * moved_family for moved_family in scenario.launches.moved_km]
    uncertain_m = METRES_A_DEGREE * area.uncertainty_deg
    return [uncertain_m] if uncertain_m > 0.0 else []


def ratios(scenario: StabilityScenario) -> tuple[float, ...]:
    """How high paths are flown, in apogees of the minimum-energy flight; the first is 1."""
    return 1.0, *scenario.launches.apogee_ratios


def fly(scenario: StabilityScenario, row: int, air: Tables) -> FlownFamily:
    """Every flight of one launch area."""
    area = scenario.launch_areas[row]
    missile = scenario.catalogue.missile(area.stand_in).arrays()
    there = np.radians([[city.latitude_deg, city.longitude_deg] for city in scenario.cities])
    latitude, longitude = np.ascontiguousarray(there.T)
    around = points(scenario, row)
    least = threat.aim_table(missile, around[0].latitude_rad, around[0].longitude_rad, air=air)
    families = [least] + [
        threat.higher_table(missile, least, ratio, air=air) for ratio in ratios(scenario)[1:]
    ]
    parts = []
    for point, (ratio, family) in itertools.product(
        around, zip(ratios(scenario), families, strict=True)
    ):
        aims, flights, kept = threat.fly_to(
            missile, moved_family(family, point), latitude, longitude, air=air, every_s=EVERY_S
        )
        assert kept is not None
        n = latitude.size
        distance, _, _ = earth.geodesic_inverse(
            np.full(n, point.latitude_rad), np.full(n, point.longitude_rad), latitude, longitude
        )
        parts.append(
            FlownFamily(
                area=np.full(n, row, dtype=np.int64),
                city=np.arange(n, dtype=np.int64),
                moved_m=np.full(n, point.moved_m),
                toward_rad=np.full(n, point.toward_rad),
                apogee_ratio=np.full(n, ratio),
                status=aims.status,
                range_limit_m=aims.range_limit_m,
                distance_m=distance,
                burnout_s=flights.event_time_s[:, Event.BURNOUT],
                burnout_m=flights.event_altitude_m[:, Event.BURNOUT],
                apogee_s=flights.event_time_s[:, Event.APOGEE],
                apogee_m=flights.event_altitude_m[:, Event.APOGEE],
                impact_s=flights.event_time_s[:, Event.IMPACT],
                time_s=kept.time_s,
                position_m=kept.position_m,
                speed_m_s=np.linalg.norm(kept.velocity_m_s, axis=-1),
                altitude_m=altitude(kept.position_m),
            )
        )
    return joined(parts)


def moved_family(table: threat.AimTable, point: Point) -> threat.AimTable:
    """The family of flights laid about another launch point."""
    return table._replace(
        position_m=earth.geodetic_to_ecef(
            np.array(point.latitude_rad), np.array(point.longitude_rad), 0.0
        ),
        east_north_up=earth.east_north_up(point.latitude_rad, point.longitude_rad),
        latitude_rad=point.latitude_rad,
        longitude_rad=point.longitude_rad,
        centre_latitude_rad=point.latitude_rad,
        centre_longitude_rad=point.longitude_rad,
    )


def altitude(position_m: Floats) -> Floats:
    """Altitude (...) above the ellipsoid of positions (..., 3); NaN where there is none."""
    out = np.full(position_m.shape[:-1], np.nan)
    known = np.isfinite(position_m[..., 0])
    out[known] = earth.ecef_to_geodetic(position_m[known])[2]
    return out


def joined(several: list[FlownFamily]) -> FlownFamily:
    """Flights of several batches on the longest of their time grids."""
    longest = max(several, key=lambda one: one.time_s.size).time_s
    fields: dict[str, Any] = {"time_s": longest}
    for name in FlownFamily._fields:
        arrays = [getattr(one, name) for one in several]
        if name != "time_s":
            is_long = arrays[0].ndim > 1
            fields[name] = np.concatenate(
                [_padded(a, longest.size) if is_long else a for a in arrays]
            )
    return FlownFamily(**fields)


def _padded(values: Floats, count: int) -> Floats:
    out = np.full((values.shape[0], count, *values.shape[2:]), np.nan)
    out[:, : values.shape[1]] = values
    return out
