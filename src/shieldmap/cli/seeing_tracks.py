"""``shieldmap see --missile``: when is a flight in view, and when is it near enough?"""

import math
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import catalog, earth, export, radars, sensor
from shieldmap.answers.flights import fly_request
from shieldmap.answers.flown import FlightRequest
from shieldmap.answers.places import InputError
from shieldmap.cli.seeing import Asked
from shieldmap.model import Floats
from shieldmap.stability import views

_RANGES: Final = ("in_view", "searched", "tracked")


class Wanted(NamedTuple):
    """The flight asked for, in the words of ``shieldmap fly``."""

    missile: str | None
    start: str | None
    end: str | None
    trajectory_class: str | None
    apogee_km: float | None


def check(wanted: Wanted) -> None:
    """Refuse a flight that is only half asked for.

    Raises
    ------
    InputError : ``--missile`` without both places, or anything else without ``--missile``.
    """
    if wanted.missile is None:
        for option, value in zip(
            ("--from", "--to", "--class", "--apogee"), wanted[1:], strict=True
        ):
            if value is not None:
                raise InputError(f"{option} has no effect without --missile: name the missile")
    elif wanted.start is None or wanted.end is None:
        raise InputError("--missile needs --from and --to")


def tracks(asked: Asked, wanted: Wanted, is_section_given: bool) -> list[dict[str, Any]]:
    """Every flight asked for: in the field of regard, within the search and the tracking range.

    Without a cross section on the command line the missile's own is taken.
    """
    assert wanted.missile is not None
    request = FlightRequest(
        wanted.missile, wanted.start, wanted.end, wanted.trajectory_class, wanted.apogee_km
    )
    section_m2 = asked.cross_section_m2
    reentry = catalog.missile(wanted.missile).reentry
    if not is_section_given and reentry is not None:
        section_m2 = reentry.radar_cross_section.si
    search_m, track_m = radars.ranges_m(
        asked.entry, section_m2, asked.sector_rad, snr_ratio=asked.snr_ratio, dwell_s=asked.dwell_s
    )
    return [
        {
            "name": one.track.name,
            "cross_section_m2": section_m2,
            "search_range_m": search_m,
            "detection_range_m": track_m,
            **_spells(asked, one.track, (math.inf, search_m, track_m)),
        }
        for one in fly_request(request).flown
    ]


def _spells(asked: Asked, track: export.Track, ranges_m: tuple[float, ...]) -> dict[str, Any]:
    """The unbroken times of one flight inside the view and inside each range, with their ends."""
    azimuth, elevation, slant, margin = sensor.watch(asked.site, track.position_m)
    _, _, altitude = earth.ecef_to_geodetic(track.position_m)
    columns = {
        "altitude_m": altitude,
        "range_m": slant,
        "azimuth_deg": np.degrees(np.unwrap(azimuth)),
        "elevation_deg": np.degrees(elevation),
    }
    out = {}
    for name, range_m in zip(_RANGES, ranges_m, strict=True):
        near = np.minimum(range_m - slant, 1e9)
        held = views.parts(track.time_s, (margin[None], near[None]))
        out[name] = [
            {
                end: _at(track, columns, time_s)
                for end, time_s in zip(("first", "last"), spell, strict=True)
            }
            for spell in views.spells(held, 0)
        ]
    return out


def _at(track: export.Track, columns: dict[str, Floats], time_s: float) -> dict[str, Any]:
    """Where the flight stands at a time between its samples, and in which phase."""
    row: dict[str, Any] = {
        name: float(np.interp(time_s, track.time_s, values)) for name, values in columns.items()
    }
    row["azimuth_deg"] %= 360.0
    return {"time_s": time_s, "phase": _phase(track, time_s), **row}


def _phase(track: export.Track, time_s: float) -> str:
    """Boost, rising, falling or reentry, by the events of the flight."""
    times = {event.name: event.time_s for event in track.events}
    if time_s < times.get("burnout", -math.inf):
        return "boost"
    if time_s < times.get("apogee", -math.inf):
        return "rising"
    return "falling" if time_s < times.get("reentry", math.inf) else "reentry"
