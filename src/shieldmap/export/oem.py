"""A flown trajectory as a CCSDS Orbit Ephemeris Message 3.0 in KVN [ccsds-502-2023].

Question: how does a flight computed here get into an orbit tool?

Readers put curves through states, and each takes other ones: the two nearest, four around, or more.
A curve through states on both sides of a change of thrust blurs it, so every phase of thrust and the
free flight are segments of their own, which share the state where they meet. Each segment of a
flight by :func:`shieldmap.export.from_flight` with its boost has four states or more, and none so
near to another that rounding to 1 mm would bend a curve through both.

Limits: between samples 1 s apart a cubic is good to 0.2 m; between samples 10 s apart to 1 cm above
the air, but only to hundreds of metres in the last part of reentry. Epochs have microseconds, in
which a missile moves 7 mm at most, and are UTC without leap seconds inside a flight.

Frame: Earth-fixed (ECEF, WGS 84) in; out what is asked for. Units: km and km/s, as the format asks.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Final

import numpy as np

from shieldmap.export.frames import EARTH_FIXED, FRAMES, to_frame
from shieldmap.export.kml_parts import fixed
from shieldmap.export.moments import EPOCH, utc
from shieldmap.export.tracks import EVENT_NAMES, About, Track, checked
from shieldmap.model import Event, Floats, Ints

_LINE_WIDTH: Final = 254  # characters in a line of KVN [ccsds-502-2023]
_NEAR: Final = 0.25
"""A state nearer to its neighbour than this share of the usual step is left out."""
_FEW: Final = 4
"""States that readers want of a segment: Orekit takes one more than the degree."""


def oem(track: Track, about: About, epoch: datetime = EPOCH, frame: str = EARTH_FIXED) -> str:
    """Write one track as a CCSDS Orbit Ephemeris Message, a segment for each phase of thrust.

    States are km with 6 decimals (1 mm) and km/s with 9. KVN is ASCII, so other letters are written
    as backslash escapes. The creation date is the epoch, so that the same flight gives the same text.

    Parameters
    ----------
    epoch : when the times of the track begin, with its zone.
    frame : ITRF2014, the registered Earth-fixed frame with which WGS 84 agrees within some
        centimetres, or EME2000, which more readers know; see :mod:`shieldmap.export.frames`.

    Raises :class:`ExportError` for a track that cannot be written, an epoch without time zone or
    before 1900 or after 2100 with EME2000, and another frame.
    """
    checked(track)
    start = utc(epoch, 0.0).removesuffix("Z")  # refuses an epoch without zone
    position, velocity = to_frame(frame, epoch, track.time_s, track.position_m, track.velocity_m_s)
    dated = (
        "CREATION_DATE and all epochs are a convention: the flight has no date."
        if epoch == EPOCH
        else "CREATION_DATE is the date that was given for the start of a computed flight."
    )
    lines = [
        "CCSDS_OEM_VERS = 3.0",
        *_comments(about.limits),
        *_comments(dated),
        *_comments(f"Shieldmap {about.version}"),
        *(line for source in about.sources for line in _comments(f"Source: {source}")),
        f"CREATION_DATE = {start}",
        "ORIGINATOR = SHIELDMAP",
    ]
    segments = _segments(track)
    for number_, rows in enumerate(segments, start=1):
        place = (
            f"Segment {number_} of {len(segments)}: between changes of thrust, where it is smooth."
        )
        lines += _meta(track, epoch, frame, rows, place)
        lines += _states(epoch, track.time_s[rows], position[rows], velocity[rows])
    return "\n".join(lines) + "\n"


def _meta(track: Track, epoch: datetime, frame: str, rows: Ints, place: str) -> Iterator[str]:
    first, last = track.time_s[rows[0]], track.time_s[rows[-1]]
    yield from ("", "META_START")
    yield from _comments(FRAMES[frame])
    yield from _comments(track.description)
    yield from _comments(place)
    for event in track.events:
        if first <= event.time_s < last or event.time_s == last == track.time_s[-1]:
            yield from _comments(f"{event.name}: {utc(epoch, event.time_s)}")
    yield from (
        f"OBJECT_NAME = {_ascii(track.name)[:200]}",
        "OBJECT_ID = UNKNOWN",
        "CENTER_NAME = EARTH",
        f"REF_FRAME = {frame}",
        "TIME_SYSTEM = UTC",
        f"START_TIME = {utc(epoch, first).removesuffix('Z')}",
        f"STOP_TIME = {utc(epoch, last).removesuffix('Z')}",
        "INTERPOLATION = HERMITE",
        "INTERPOLATION_DEGREE = 3",
        "META_STOP",
        "",
    )


def _states(
    epoch: datetime, time_s: Floats, position_m: Floats, velocity_m_s: Floats
) -> Iterator[str]:
    rows = zip(
        time_s.tolist(), (position_m / 1e3).tolist(), (velocity_m_s / 1e3).tolist(), strict=True
    )
    for time, position_km, velocity_km_s in rows:
        state = [fixed(x, 6) for x in position_km] + [fixed(v, 9) for v in velocity_km_s]
        yield " ".join([utc(epoch, time).removesuffix("Z"), *state])


def _segments(track: Track) -> list[Ints]:
    """The rows of each segment; neighbours share the row of the change between them."""
    changes = {*track.thrust_changes_s}
    changes |= {e.time_s for e in track.events if e.name == EVENT_NAMES[Event.BURNOUT]}
    inside = np.isin(track.time_s, list(changes))
    inside[[0, -1]] = True
    borders = np.flatnonzero(inside).tolist()
    return [
        _apart_rows(track.time_s, np.arange(first, last + 1, dtype=np.int64))
        for first, last in pairwise(borders)
    ]


def _apart_rows(time_s: Floats, rows: Ints) -> Ints:
    """Rows of one segment without those that lie next to another; its ends always stay.

    Through two states 1 ms apart a curve of degree 7 turns 1 mm of rounding into kilometres.
    """
    times = time_s[rows]
    near_s = _NEAR * min(float(np.median(np.diff(times))), (times[-1] - times[0]) / (_FEW - 1))
    kept = [0]
    for i in range(1, times.size - 1):
        if times[i] - times[kept[-1]] >= near_s and times[-1] - times[i] >= near_s:
            kept.append(i)
    return np.asarray(rows[[*kept, times.size - 1]], dtype=np.int64)


def _comments(text: str) -> list[str]:
    """Comment lines no longer than a KVN line may be, broken between words where there are any."""
    room = _LINE_WIDTH - len("COMMENT ")
    lines: list[str] = []
    rest = " ".join(_ascii(text).split())
    while rest:
        cut = rest.rfind(" ", 0, room + 1) if len(rest) > room else len(rest)
        cut = cut if cut > 0 else room
        lines.append("COMMENT " + rest[:cut])
        rest = rest[cut:].lstrip()
    return lines


def _ascii(text: str) -> str:
    return text.encode("ascii", "backslashreplace").decode("ascii")
