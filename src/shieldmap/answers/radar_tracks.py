"""``see --missile``: when is a flight in view, and when is it near enough?"""

import math
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np

from shieldmap import catalog, earth, export, radars, sensor
from shieldmap.answers.flights import fly_request
from shieldmap.answers.flown import FlightRequest
from shieldmap.answers.places import InputError, Spot
from shieldmap.catalog import RadarEntry
from shieldmap.model import Floats, Radar
from shieldmap.radars import KnownSite
from shieldmap.results import SeenFlight, Sighting, Spell
from shieldmap.stability import views


class RadarRequest(NamedTuple):
    """What was asked for: the words of ``shieldmap see``."""

    radar: str
    at: Spot
    altitude_m: float | None = None
    boresight_deg: float | None = None
    sector_deg: float | None = None
    elevation_min_deg: float | None = None
    tilt_deg: float | None = None
    scan_max_deg: float | None = None
    horizon: str | Path | None = None
    rcs_m2: float | None = None
    snr_ratio: float | None = None
    dwell_s: float | None = None
    missile: str | None = None
    from_: Spot | None = None
    to: Spot | None = None
    class_: str | None = None
    apogee_km: float | None = None


class RadarAsked(NamedTuple):
    """The request with every default filled in, and the radar as the physics takes it."""

    request: RadarRequest
    entry: RadarEntry
    place: KnownSite
    site: Radar
    sector_rad: float
    cross_section_m2: float
    snr_ratio: float
    dwell_s: float
    terrain: str

    def place_name(self) -> str:
        """The name of the site where it has one, else its degrees."""
        place = self.place
        return place.name or f"{place.latitude_deg:.2f}, {place.longitude_deg:.2f}"


def check(request: RadarRequest) -> None:
    """Refuse a flight that is only half asked for.

    Raises
    ------
    InputError : ``--missile`` without both places, or anything else without ``--missile``.
    """
    if request.missile is None:
        options = ("--from", "--to", "--class", "--apogee")
        given = (request.from_, request.to, request.class_, request.apogee_km)
        for option, value in zip(options, given, strict=True):
            if value is not None:
                raise InputError(f"{option} has no effect without --missile: name the missile")
    elif request.from_ is None or request.to is None:
        raise InputError("--missile needs --from and --to")


def seen_flights(asked: RadarAsked) -> tuple[SeenFlight, ...]:
    """Every flight asked for: in the field of regard, within the search and the tracking range.

    Without a cross section of the target the missile's own is taken.
    """
    request = asked.request
    if request.missile is None:
        return ()
    section_m2 = asked.cross_section_m2
    reentry = catalog.missile(request.missile).reentry
    if request.rcs_m2 is None and reentry is not None:
        section_m2 = reentry.radar_cross_section.si
    search_m, track_m = radars.ranges_m(
        asked.entry, section_m2, asked.sector_rad, snr_ratio=asked.snr_ratio, dwell_s=asked.dwell_s
    )
    flight = FlightRequest(
        request.missile, request.from_, request.to, request.class_, request.apogee_km
    )
    seen = []
    for one in fly_request(flight).flown:
        in_view, searched, tracked = (
            _spells(asked, one.track, range_m) for range_m in (math.inf, search_m, track_m)
        )
        seen.append(
            SeenFlight(
                name=one.track.name,
                cross_section_m2=section_m2,
                search_range_m=search_m,
                detection_range_m=track_m,
                in_view=in_view,
                searched=searched,
                tracked=tracked,
            )
        )
    return tuple(seen)


def _spells(asked: RadarAsked, track: export.Track, range_m: float) -> tuple[Spell, ...]:
    """The unbroken times of one flight inside the view and inside a range, with their ends."""
    azimuth, elevation, slant, margin = sensor.watch(asked.site, track.position_m)
    _, _, altitude = earth.ecef_to_geodetic(track.position_m)
    columns = {
        "altitude_m": altitude,
        "range_m": slant,
        "azimuth_deg": np.degrees(np.unwrap(azimuth)),
        "elevation_deg": np.degrees(elevation),
    }
    near = np.minimum(range_m - slant, 1e9)
    held = views.positive_parts(track.time_s, (margin[None], near[None]))
    return tuple(
        Spell(first=_sighting(track, columns, first_s), last=_sighting(track, columns, last_s))
        for first_s, last_s in views.spells(held, 0)
    )


def _sighting(track: export.Track, columns: dict[str, Floats], time_s: float) -> Sighting:
    """Where the flight stands at a time between its samples, and in which phase."""
    row = {name: float(np.interp(time_s, track.time_s, values)) for name, values in columns.items()}
    row["azimuth_deg"] %= 360.0
    return Sighting(time_s=time_s, phase=_phase(track, time_s), **row)


def _phase(track: export.Track, time_s: float) -> Literal["boost", "rising", "falling", "reentry"]:
    """Boost, rising, falling or reentry, by the events of the flight."""
    times = {event.name: event.time_s for event in track.events}
    if time_s < times.get("burnout", -math.inf):
        return "boost"
    if time_s < times.get("apogee", -math.inf):
        return "rising"
    return "falling" if time_s < times.get("reentry", math.inf) else "reentry"
