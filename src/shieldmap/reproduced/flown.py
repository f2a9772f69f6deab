"""What of ours stands beside a number of a flight or of a radar: the verbs ``fly`` and ``see``."""

import math
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from shieldmap import catalog, earth, radars, scenario as scenarios, sensor
from shieldmap.answers import (
    InputError,
    RadarRequest,
    fly,
    places,
    radar as radar_views,
    radar_tracks,
)
from shieldmap.answers.flights import FlightOptions
from shieldmap.model import Floats
from shieldmap.reproduced.asked import (
    DistanceAsked,
    FlightAsked,
    RangeAsked,
    SeenAsked,
    ThresholdAsked,
)
from shieldmap.results import Flight
from shieldmap.tested.flown import AltitudePath, band_s

AIR_TOP_M: Final = 86e3
"""Up to which the standard atmosphere has a speed of sound."""

_APOGEE_KM: Final = 0.25
"""To which an apogee is solved: it moves an altitude by 0.2 km and a time by 0.2 s at most."""


class Ours(NamedTuple):
    """A number of ours in SI, Mach or without a unit, its span where there is one, and its command."""

    value: float | None
    low: float | None
    high: float | None
    command: str


@cache
def flight_to(
    missile: str,
    start: str,
    end: str,
    apogee_km: float | None,
    class_: str | None,
    payload_kg: float | None = None,
) -> Flight | None:
    """The flight, or nothing where the missile does not get there."""
    options: FlightOptions = {}
    if apogee_km is not None:
        options["apogee_km"] = apogee_km
    if class_ is not None:
        options["class_"] = class_
    if payload_kg is not None:
        options["payload_kg"] = payload_kg
    try:
        flown = fly(missile, from_=start, to=end, **options)
    except InputError:
        return None
    assert isinstance(flown, Flight)
    return flown


def of_flight(asked: FlightAsked) -> Ours:
    """A number of one flight; the span of a time is that of the ballistic coefficient."""
    apogee_km = asked.apogee_km if asked.held is None else _held_apogee_km(asked)
    flown = flight_to(
        asked.missile, asked.start, asked.end, apogee_km, asked.class_, asked.payload_kg
    )
    said = f"shieldmap fly {asked.missile} --from {asked.start} --to {asked.end}"
    for option, given in (
        ("apogee", apogee_km),
        ("class", asked.class_),
        ("payload", asked.payload_kg),
    ):
        if given is not None:
            said += (
                f" --{option} {given:.1f}" if isinstance(given, float) else f" --{option} {given}"
            )
    if flown is None:
        return Ours(None, None, None, said)
    low, high = None, None
    if asked.take == "time":
        ends = [row.time_of_flight_s for row in flown.by_ballistic_coefficient.values()]
        times = [one for one in ends if one is not None]
        low, high = min(times, default=None), max(times, default=None)
    return Ours(_taken(flown, asked), low, high, said)


def _taken(flown: Flight, asked: FlightAsked) -> float | None:
    """The number that is asked for, in SI or Mach."""
    low_m, high_m = 1e3 * asked.low_km, 1e3 * asked.high_km
    match asked.take:
        case "time":
            return flown.time_of_flight_s
        case "apogee":
            return flown.apogee_m
        case "burnout_angle":
            return math.radians(flown.burnout.flight_path_angle_deg)
        case "reentry_speed":
            return flown.reentry.speed_m_s
        case "seconds_above":
            return band_s(_altitude_path(flown), low_m, math.inf)[0]
        case "seconds_down":
            return band_s(_altitude_path(flown), low_m, high_m)[1]
        case "altitude_over":
            return altitude_over_m(flown, asked.over)
        case "time_falling":
            return _falling_s(flown, low_m)
    altitude, mach = _mach_of_the_fall(flown)
    if asked.take == "mach_at":
        return float(np.interp(-low_m, -altitude, mach))
    return float(mach.max())


def _altitude_path(flown: Flight) -> AltitudePath:
    return AltitudePath(flown.samples.time_s, flown.samples.altitude_m)


def _falling_s(flown: Flight, height_m: float) -> float:
    """The time at which a flight falls through a height."""
    samples = flown.samples
    down = slice(int(np.argmax(samples.altitude_m)), None)
    return float(np.interp(-height_m, -samples.altitude_m[down], samples.time_s[down]))


def _mach_of_the_fall(flown: Flight) -> tuple[Floats, Floats]:
    """Altitudes and Mach numbers of the way down in the air, by the speed of sound at the altitude."""
    samples = flown.samples
    down = slice(int(np.argmax(samples.altitude_m)), None)
    altitude = samples.altitude_m[down]
    speed = np.linalg.norm(samples.velocity_m_s[down], axis=1)
    inside = altitude < AIR_TOP_M
    sound = np.array([float(earth.atmosphere(float(one)).sound_m_s) for one in altitude[inside]])
    return altitude[inside], speed[inside] / sound


def spot_deg(word: str) -> tuple[float, float]:
    """Latitude and longitude of a place that the embedded study ``korea`` knows, or of ``LAT,LON``."""
    found = places.find(word, "recipe", scenarios.load("korea"))
    return found.latitude_deg, found.longitude_deg


def altitude_over_m(flown: Flight, over: str) -> float:
    """The altitude at which a flight passes nearest to a place."""
    samples, place = flown.samples, np.radians(spot_deg(over))
    latitude, longitude = np.radians(samples.latitude_deg), np.radians(samples.longitude_deg)
    away = earth.geodesic_inverse(latitude, longitude, place[0], place[1])[0]
    return float(samples.altitude_m[int(np.argmin(away))])


def _held_apogee_km(asked: FlightAsked) -> float:
    """The apogee at which the flight has the number that the study gives."""
    held = asked.held
    assert held is not None
    wanted = asked.model_copy(update={"take": held.take, "low_km": held.low_km})

    def miss(apogee_km: float) -> float:
        flown = flight_to(asked.missile, asked.start, asked.end, apogee_km, asked.class_)
        assert flown is not None, f"{asked.missile} does not climb to {apogee_km:g} km"
        found = _taken(flown, wanted)
        assert found is not None
        return found - held.value

    return _straight_root(miss, *held.between_km)


def of_threshold(asked: ThresholdAsked) -> Ours:
    """The apogee at which a flight passes over a place at an altitude."""

    def miss(apogee_km: float) -> float:
        flown = flight_to(asked.missile, asked.start, asked.end, apogee_km, None)
        assert flown is not None, f"{asked.missile} does not climb to {apogee_km:g} km"
        return altitude_over_m(flown, asked.over) - 1e3 * asked.altitude_km

    found = _straight_root(miss, *asked.between_km)
    said = f"shieldmap fly {asked.missile} --from {asked.start} --to {asked.end}"
    return Ours(1e3 * found, None, None, f"{said} --apogee {found:g}")


def _straight_root(miss: Callable[[float], float], low: float, high: float) -> float:
    """Where a number that is nearly straight between two close apogees passes through zero.

    Whole quarters of a kilometre, so that the same flight serves several numbers; between ends 20 km apart
    the altitudes and times here are off a straight line by less than that.
    """
    first, last = miss(low), miss(high)
    if first * last > 0.0:
        raise ValueError(f"an apogee between {low:g} and {high:g} km does not give the number")
    found = low + (high - low) * first / (first - last)
    return round(found / _APOGEE_KM) * _APOGEE_KM


def of_distance(asked: DistanceAsked) -> Ours:
    """The geodesic between two places."""
    start, end = np.radians(spot_deg(asked.start)), np.radians(spot_deg(asked.end))
    ends = np.array([*start, *end])
    away = float(earth.geodesic_inverse(ends[0], ends[1], ends[2], ends[3])[0])
    return Ours(away, None, None, f"geodesic from {asked.start} to {asked.end}")


def of_range(asked: RangeAsked) -> Ours:
    """The range of a radar.

    Several of the same stacked send and receive with their power and area together: the signal grows with
    the cube of their number, and the range with its fourth root.
    """
    given = radars.equation(catalog.radar(asked.radar))
    stack = given._replace(
        peak_power_w=given.peak_power_w * asked.stacked,
        aperture_m2=given.aperture_m2 * asked.stacked,
    )
    one, all_ = (
        float(sensor.detection_range_m(radar, asked.rcs_m2, asked.dwell_s, asked.snr_ratio))
        for radar in (given, stack)
    )
    said = (
        f"shieldmap see {asked.radar} --at seongju --rcs {asked.rcs_m2:g} --snr {asked.snr_ratio:g}"
        f" --dwell {asked.dwell_s:g}"
    )
    return Ours(all_ if asked.take == "range" else all_ / one, None, None, said)


def of_seen(asked: SeenAsked) -> Ours:
    """When a radar has a flight first or last in its view and within its tracking range.

    The value is that of the first launch point and cross section of the lists.
    """
    times = [_seen_s(asked, start, rcs) for start in asked.starts for rcs in asked.rcs_m2]
    known = [one for one in times if one is not None]
    said = (
        f"shieldmap see {asked.radar} --at {asked.at} --boresight {asked.boresight_deg:g}"
        f" --elevation-min 0 --rcs {asked.rcs_m2[0]:g} --missile {asked.missile}"
        f" --from {asked.starts[0]} --to {asked.end}"
    )
    return Ours(times[0], min(known, default=None), max(known, default=None), said)


@cache
def _tracked_spells(
    radar: str, at: str, boresight_deg: float, missile: str, start: str, end: str, rcs_m2: float
) -> tuple[tuple[float, float], ...]:
    asked = radar_views.prepare(
        RadarRequest(
            radar,
            at,
            boresight_deg=boresight_deg,
            elevation_min_deg=0.0,
            rcs_m2=rcs_m2,
            missile=missile,
            from_=start,
            to=end,
        )
    )
    return tuple(
        (spell.first.time_s, spell.last.time_s)
        for track in radar_tracks.seen_flights(asked)
        for spell in track.tracked
    )


def _seen_s(asked: SeenAsked, start: str, rcs_m2: float) -> float | None:
    words = asked.radar, asked.at, asked.boresight_deg, asked.missile, start, asked.end
    spells = _tracked_spells(*words, rcs_m2)
    if not spells:
        return None
    return spells[0][0] if asked.take == "first" else spells[-1][1]
