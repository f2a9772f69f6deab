"""A published flight reproduced, and its seconds inside a band of altitude.

Three ways, tried in this order:

* the missile of the catalogue from the published launch point, its apogee held, to the published
  range (with lift where its entry has one); where it cannot climb so high, the payload is what
  reproduces the flight at full burn;
* an arc without boost and air over a round Earth at rest, where nobody's missile flies the row and
  its apogee is more than :data:`ARC_SHARE` of its range;
* the apogee alone: a flight that stays under a floor spends no second above it, and of one that rises
  above nothing can be said.

Limits of the arc: the Earth's turning moves its times by some per cent on flights of 1,000 km and
more, and the climb under thrust is quicker through the air than the arc says.

Frame: Earth-fixed. Units: SI and radians. The arc is the conic through two points of a sphere (Bate,
Mueller and White, Fundamentals of Astrodynamics, 1971, chapter 6).
"""

import contextlib
import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from shieldmap import campaign, catalog, earth, fitting, flight, threat as flying
from shieldmap.campaign import Case
from shieldmap.earth import WGS84
from shieldmap.fitting import Observation
from shieldmap.model import Event, Floats, Status, Trajectories
from shieldmap.results.tested import How
from shieldmap.scenario import LaunchPoint, Threat
from shieldmap.tested.table import PublishedRow

ARC_SHARE: Final = 0.2
"""An arc of least energy peaks at a quarter of its range; the flattest flights of the table that are known
as arcs (KN-25 of 340 km and 70 km, Hwasong-12 of 3,700 km and 770 km) at a fifth. What is flatter steers
in the air or glides."""

_NO_ARC: Final = ("glide", "quasi-ballistic")
_BROKEN: Final = ("failure", "part of a missile", "mixed path")
"""Rows whose range and apogee are no full flight of the missile that they name."""

_RADIUS_M: Final = 6371e3
_APOGEE_M: Final = 1000.0
"""A flown apogee this near to the one asked for counts as it: published ones are good to a kilometre."""

FLIGHT_ID: Final = "flown-test"
POINT_ID: Final = "launch-point"
EMBEDDED: Final = catalog.Catalogue(())


class AltitudePath(NamedTuple):
    """Altitude in m over time in s, sampled from launch to impact."""

    time_s: Floats
    altitude_m: Floats


class Reproduced(NamedTuple):
    """A row as it is told here: how, with which case, and a path for value, low and high of its apogee.

    A path is None where only the apogee tells; ``case`` is the value's where the catalogue flies it.
    """

    how: How
    note: str
    paths: tuple[AltitudePath | None, AltitudePath | None, AltitudePath | None]
    case: Case | None
    threat: Threat | None
    point: LaunchPoint | None


def band_s(path: AltitudePath, floor_m: float, ceiling_m: float) -> tuple[float, float]:
    """Seconds between two altitudes on a path that is straight between its samples.

    Returns all of them and those after the highest sample.
    """
    low = np.minimum(path.altitude_m[:-1], path.altitude_m[1:])
    high = np.maximum(path.altitude_m[:-1], path.altitude_m[1:])
    inside = np.minimum(high, ceiling_m) - np.maximum(low, floor_m)
    height = high - low
    level = (height == 0.0) & (low >= floor_m) & (high <= ceiling_m)
    share = np.where(level, 1.0, np.clip(inside, 0.0, None) / np.where(height > 0.0, height, 1.0))
    seconds = share * np.diff(path.time_s)
    top = int(np.argmax(path.altitude_m))
    return float(seconds.sum()), float(seconds[top:].sum())


def arc(range_m: float, apogee_m: float) -> AltitudePath:
    """The arc of a range and an apogee: a conic from surface to surface of a round Earth at rest.

    In the angle from the apogee the conic is r = p / (1 - e cos a), and its time follows from Kepler's
    equation; samples stand at equal steps of the eccentric anomaly.
    """
    half = 0.5 * range_m / _RADIUS_M
    top = _RADIUS_M + apogee_m
    eccentricity = apogee_m / (top - _RADIUS_M * math.cos(half))
    axis = top / (1.0 + eccentricity)
    # Where it meets the surface: r = a (1 - e cos E), with E = pi at the apogee.
    surface = math.acos((1.0 - _RADIUS_M / axis) / eccentricity)
    anomaly = np.linspace(surface, 2.0 * math.pi - surface, _ARC_SAMPLES)
    mean_motion = math.sqrt(WGS84.gm_m3_s2 / axis**3)
    time_s = (anomaly - eccentricity * np.sin(anomaly)) / mean_motion
    altitude_m = axis * (1.0 - eccentricity * np.cos(anomaly)) - _RADIUS_M
    return AltitudePath(time_s - time_s[0], altitude_m)


_ARC_SAMPLES: Final = 2001


def least_energy_apogee_m(range_m: float) -> float:
    """The apogee of the arc of least energy over a round Earth."""
    half = 0.5 * range_m / _RADIUS_M
    axis = 0.5 * _RADIUS_M * (1.0 + math.sin(half))
    return axis * (1.0 + math.tan(0.25 * math.pi - 0.5 * half)) - _RADIUS_M


def reproduce(one: PublishedRow) -> Reproduced:
    """Reproduce one row at its apogee and at both ends of it."""
    if one.apogee_km is None:
        return _untold("none", "no-apogee")
    entry, reason = one.entry, "no-entry"
    if entry is not None and one.kind in _BROKEN:
        reason = "broken"
    elif entry is not None and entry.is_flown:
        best = _by_entry(one, entry, one.apogee_km[0] * 1e3)
        if best is not None:
            how: How = "catalogue" if entry.lift is None else "lift"
            ends = [
                best.path if km == one.apogee_km[0] else _end(one, entry, km * 1e3)
                for km in one.apogee_km[1:]
            ]
            return Reproduced(how, "", (best.path, ends[0], ends[1]), *best[1:])
        reason = "out-of-reach"
    elif entry is not None:
        reason = "no-stages"
    range_m = float(one.row["range_km"]) * 1e3
    if not _steers(one) and one.apogee_km[0] * 1e3 > ARC_SHARE * range_m:
        arcs = [arc(range_m, max(km, 1.0) * 1e3) for km in one.apogee_km]
        return Reproduced("arc", reason, (arcs[0], arcs[1], arcs[2]), None, None, None)
    return _untold("apogee", reason)


def _end(one: PublishedRow, entry: catalog.MissileEntry, apogee_m: float) -> AltitudePath | None:
    """The path at an end of the apogee, from one solution and not from a table of the whole family.

    An arc where a missile that flies arcs does not reach it; None where one with lift does not.
    """
    if apogee_m <= 0.0:
        return None
    seen = one.test.seen(one.test.bearing()[0])._replace(apogee_m=apogee_m)
    missile, air = entry.arrays(), campaign.tables_of_air()
    try:
        free = "cut-off" if missile.has_cutoff else "payload"
        found = fitting.fit_reading(missile, seen, free, air=air)
    except ValueError:
        return arc(seen.range_m, apogee_m) if entry.lift is None else None
    here = seen.latitude_rad, seen.longitude_rad
    shape = WGS84.semi_major_axis_m, WGS84.eccentricity_squared
    _, sampled = flight.fly(
        found.missile,
        flight.Launch(np.array(earth.place(*here, 0.0, *shape)), earth.east_north_up(*here)),
        flight.Steering(np.array([found.azimuth_rad]), found.pitch_rad, found.cutoff_s),
        air=air,
        every_s=campaign.EVERY_S,
        until_s=float(found.flights.event_time_s[0, Event.IMPACT]),
    )
    assert sampled is not None
    return _sampled(sampled)


def _untold(how: How, note: str) -> Reproduced:
    return Reproduced(how, note, (None, None, None), None, None, None)


def _steers(one: PublishedRow) -> bool:
    """Whether the missile is known to steer in the air or to glide, so that no arc stands for it."""
    if one.entry is not None and one.entry.flight in _NO_ARC:
        return True
    return any(word in one.row["confidence"] for word in ("pull", "glide", "not ballistic"))


class _Flown(NamedTuple):
    path: AltitudePath
    case: Case
    threat: Threat
    point: LaunchPoint


def _by_entry(one: PublishedRow, entry: catalog.MissileEntry, apogee_m: float) -> _Flown | None:
    """The catalogue's missile to the published range and apogee; None where it cannot."""
    seen = one.test.seen(one.test.bearing()[0])._replace(apogee_m=apogee_m)
    latitude, longitude, bearing, range_m = (np.array([value]) for value in seen[:4])
    place = earth.geodesic_direct(latitude, longitude, bearing, range_m)
    point = _point(one)
    for threat in _threats(entry, seen):
        case = _case(threat, point)
        flown = to_place(case, place[0], place[1])
        if flown is not None and abs(float(flown.altitude_m.max()) - apogee_m) < _APOGEE_M:
            return _Flown(flown, case, threat, point)
        if case.table is not None:
            # It climbs so high and flies less far: no payload makes that another missile.
            return None
    return None


@lru_cache(maxsize=256)
def _case(threat: Threat, point: LaunchPoint) -> Case:
    """A case with its table: several rows fly the same apogee from the same place."""
    return campaign.case_of(threat, point, EMBEDDED, campaign.tables_of_air())


def to_place(case: Case, latitude_rad: Floats, longitude_rad: Floats) -> AltitudePath | None:
    """A case flown to a place (1,), as altitude over time; None where it cannot."""
    if case.table is None:
        return None
    place = latitude_rad, longitude_rad
    aims, _, sampled = flying.fly_to(
        case.missile, case.table, *place, air=campaign.tables_of_air(), every_s=campaign.EVERY_S
    )
    if aims.status[0] != Status.OK:
        return None
    assert sampled is not None
    return _sampled(sampled)


def _sampled(flown: Trajectories) -> AltitudePath:
    """The first of some flights as altitude over time."""
    count = int(flown.sample_count[0])
    altitude_m = earth.ecef_to_geodetic(flown.position_m[0, :count])[2]
    return AltitudePath(flown.time_s[:count], np.asarray(altitude_m))


def _point(one: PublishedRow) -> LaunchPoint:
    row = one.row
    return LaunchPoint(
        id=POINT_ID,
        name=row["site"],
        latitude_deg=float(row["lat"]),
        longitude_deg=float(row["lon"]),
        source="cns-nagix",
    )


def _threats(entry: catalog.MissileEntry, seen: Observation) -> Iterator[Threat]:
    """The ways in which a missile may have flown a row, the likelier first."""
    same = {"missile": entry.id, "id": FLIGHT_ID, "launch_points": (POINT_ID,)}
    held = {**same, "apogee_km": seen.apogee_m / 1e3}
    missile = entry.arrays()
    if entry.lift is not None:
        yield Threat.model_validate({**held, "class": "depressed"})
        return
    if missile.has_cutoff:
        yield Threat.model_validate({**held, "class": "lofted"})
    if seen.apogee_m > ARC_SHARE * seen.range_m:
        with contextlib.suppress(ValueError):
            payload_kg = fitting.fit_reading(missile, seen, "payload").missile.payload_kg
            yield Threat.model_validate({**same, "class": "lofted", "payload_kg": payload_kg})
