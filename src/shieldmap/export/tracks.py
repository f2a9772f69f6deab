"""A flown trajectory as text that other programs read: KML, CZML and CSV; ``oem`` writes the OEM.

Question: how does a flight computed here get into a globe or a spreadsheet?

KML is version 2.2 [ogc-kml-2008], which 2.3 contains and every reader knows: lines coloured by phase.
CZML [czml-guide] is the moving picture: positions sampled in the Earth-fixed frame with a clock.
CSV has one line per sample and nothing else, so that every reader of tables takes it.

Nothing is computed here but geodetic coordinates, and no clock is read: the same track gives the
same text. A flight has no date, so its launch is put at :data:`EPOCH` unless an epoch is given.

Limits: KML readers take heights above the sea, while ours are above the ellipsoid; they differ by
the height of the geoid (up to 100 m, about 25 m in Korea). Epochs have microseconds, in which a
missile moves 7 mm at most. Epochs are UTC without leap seconds inside a flight.

Frame: Earth-fixed (ECEF, WGS 84). Units: SI inside, what each format asks for in the text.
"""

import html
import json
import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

import numpy as np

from shieldmap import earth
from shieldmap.export import kml_parts
from shieldmap.export.kml_parts import fixed, put
from shieldmap.export.moments import EPOCH, ExportError, seconds, utc
from shieldmap.model import BoostStates, Event, Flights, Floats, Status, Trajectories

LIMITS: Final = (
    "Computed, not measured: a point mass over the WGS 84 ellipsoid from public, unclassified "
    "numbers, without wind, guidance, lift or terrain. Times count from launch. Heights are above "
    "the ellipsoid, not above the sea."
)
"""What every reader of an exported flight should know; it goes along in KML, CZML and OEM."""

BOOST: Final = "boost"
MIDCOURSE: Final = "midcourse"
REENTRY: Final = "reentry"
EVENT_NAMES: Final = {
    Event.BURNOUT: "burnout",
    Event.APOGEE: "apogee",
    Event.REENTRY: "reentry",
    Event.IMPACT: "impact",
}

# Colours of Okabe and Ito that stay apart from each other and from land and sea in a picture of
# the Earth; the widths differ as well, for grey prints.
_COLOURS: Final = {BOOST: "D55E00", MIDCOURSE: "56B4E9", REENTRY: "F0E442"}
_WIDTHS: Final = {BOOST: 5, MIDCOURSE: 3, REENTRY: 4}
_EVENT_COLOUR: Final = "FFFFFF"
_MILLIMETRE: Final = (8, 3)
"""Decimals of a degree and of a metre, of which each is a millimetre."""
_LEAST_STEP_S: Final = 1e-6  # epochs are written in microseconds
_SAME_S: Final = 1e-3  # a sample this near to an event gives way to it
# Controls, lone surrogates and noncharacters, which XML refuses.
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPEEDUP: Final = 10.0  # of the CZML clock
_LABELLED: Final = 3
"""Of more tracks than these the labels of a globe would lie on each other."""
_DRAWN_S: Final = 6.0
"""Between the points of a flight that is only drawn: a chord then sags by 45 m at most in free flight."""
_COLUMNS: Final = (
    "time_s",
    "latitude_deg",
    "longitude_deg",
    "altitude_m",
    "x_m",
    "y_m",
    "z_m",
    "vx_m_s",
    "vy_m_s",
    "vz_m_s",
    "speed_m_s",
    "flight_path_angle_deg",
    "phase",
)


Packet = dict[str, object]
"""One entry of a CZML document."""


class TrackEvent(NamedTuple):
    """Something that happened in a flight: ``position_m`` is (3,) in the Earth-fixed frame."""

    name: str
    time_s: float
    position_m: Floats


class Track(NamedTuple):
    """One flight to be written, with k samples at growing times since launch.

    ``time_s`` (k,), ``position_m`` and ``velocity_m_s`` (k, 3) in the Earth-fixed frame (ECEF,
    WGS 84), velocities relative to the turning Earth. The phases follow from the events: boost
    until the event named ``burnout``, reentry from the one named ``reentry`` (100 km on the way
    down), midcourse between; without such an event the phase does not occur.
    ``thrust_changes_s`` are the times of samples where the thrust changes, so that whoever
    interpolates can stop there; burnout is one without being named. ``since`` is what the times
    count from, in words.
    """

    name: str
    description: str
    time_s: Floats
    position_m: Floats
    velocity_m_s: Floats
    events: tuple[TrackEvent, ...] = ()
    thrust_changes_s: tuple[float, ...] = ()
    since: str = "launch"


class About(NamedTuple):
    """What goes along with the numbers: who computed them, from what, and how far to trust them."""

    version: str
    sources: tuple[str, ...] = ()
    limits: str = LIMITS


class _Samples(NamedTuple):
    """Times (k,), and positions and velocities (k, 3)."""

    time_s: Floats
    position_m: Floats
    velocity_m_s: Floats


class _Leg(NamedTuple):
    """The part of a track that lies in one phase, boundaries included."""

    phase: str
    position_m: Floats


def from_flight(
    flights: Flights,
    trajectories: Trajectories,
    row: int = 0,
    *,
    name: str,
    description: str = "",
    boost: BoostStates | None = None,
    since: str = "launch",
) -> Track:
    """Turn one row of a batch into a track whose samples include its events.

    Parameters
    ----------
    flights, trajectories : the events (n, 4) and the samples (n, k) of the same batch.
    row : which flight of the batch.
    name, description : plain text for people.
    boost : from :func:`shieldmap.threat.boost_states`; its states become samples, and its changes
        of thrust the places where an OEM begins another segment.
    since : what the times count from, in words.

    Raises :class:`ExportError` where the row did not fly.
    """
    if flights.status[row] != Status.OK:
        raise ExportError(f"track '{name}' was not flown, so there is nothing to write")
    happened, kept = np.isfinite(flights.event_time_s[row]), int(trajectories.sample_count[row])
    event_s, event_m = flights.event_time_s[row], flights.event_position_m[row]
    of_events = event_s, event_m, flights.event_velocity_m_s[row]
    groups = [_Samples(*(one[happened] for one in of_events))]
    groups += [] if boost is None else [_Samples(*boost[:3])]
    sampled = trajectories.position_m[row], trajectories.velocity_m_s[row]
    groups.append(_Samples(trajectories.time_s[:kept], *(one[:kept] for one in sampled)))
    time, position, velocity = _merged(groups)
    events = tuple(
        TrackEvent(EVENT_NAMES[event], float(event_s[event]), event_m[event])
        for event in Event
        if happened[event]
    )
    changes = [] if boost is None else boost.time_s[boost.is_change].tolist()
    return Track(
        name=name,
        description=description,
        time_s=time,
        position_m=position,
        velocity_m_s=velocity,
        events=events,
        since=since,
        thrust_changes_s=tuple(t for t in changes if t in time),
    )


def _merged(groups: Sequence[_Samples]) -> _Samples:
    """Samples in order of time; one of a later group gives way to an earlier one's very near to it."""
    kept = groups[0]
    for group in groups[1:]:
        apart = np.abs(group.time_s[:, None] - kept.time_s[None, :]) >= _SAME_S
        free = apart.all(axis=1)
        kept = _Samples(
            *(np.concatenate([old, new[free]]) for old, new in zip(kept, group, strict=True))
        )
    order = np.argsort(kept.time_s, kind="stable")
    return _Samples(*(np.asarray(values[order], dtype=np.float64) for values in kept))


def phases(track: Track) -> list[str]:
    """The phase of each sample (k,): ``boost``, ``midcourse`` or ``reentry``.

    A sample at the very time of an event still belongs to the phase that ends there.
    """
    burnout, reentry = _boundaries(track)
    return [
        BOOST if t <= burnout else MIDCOURSE if t <= reentry else REENTRY
        for t in track.time_s.tolist()
    ]


# ---------------------------------------------------------------------------------------------
# KML


def kml(tracks: Sequence[Track], about: About, epoch: datetime | None = None) -> str:
    """Write tracks as one KML document: lines by phase and points for events [ogc-kml-2008].

    Longitudes and latitudes have 8 decimals of a degree (1 mm), heights 3 of a metre. A line that
    crosses the date line is cut there, because flat maps would draw it around the world. With an
    epoch the descriptions tell the moments of events; no element of time is written, because globes
    would then hide what is not of that moment.
    Raises :class:`ExportError` for a track that is empty, too short or not finite.
    """
    _check_all(tracks)
    name = "Shieldmap: " + ", ".join(track.name for track in tracks)
    root, document = kml_parts.opened(name, balloon_text("", about))
    phase_styles(document)
    icon = ET.SubElement(ET.SubElement(document, "Style", id="event"), "IconStyle")
    put(icon, "color", kml_parts.abgr(_EVENT_COLOUR))
    for track in tracks:
        _kml_track(document, track, about, epoch)
    return kml_parts.closed(root)


def phase_styles(document: ET.Element) -> None:
    """A style of lines for each phase."""
    for phase, colour in _COLOURS.items():
        kml_parts.line_style(document, phase, colour, _WIDTHS[phase])


def _kml_track(document: ET.Element, track: Track, about: About, epoch: datetime | None) -> None:
    folder = kml_parts.folder(document, track.name, balloon_text(track.description, about))
    for leg in _legs(track):
        placemark = kml_parts.placemark(folder, f"{track.name}: {leg.phase} phase", leg.phase)
        geometry = ET.SubElement(placemark, "MultiGeometry")
        for piece in _cut_at_date_line(leg.position_m):
            line = ET.SubElement(geometry, "LineString")
            put(line, "altitudeMode", "absolute")
            put(line, "coordinates", " ".join(kml_parts.coordinate_texts(piece, _MILLIMETRE)))
    for event in track.events:
        when = f"{fixed(event.time_s, 1)} s after {track.since}{_dated(epoch, event.time_s)}."
        placemark = kml_parts.placemark(folder, f"{track.name}: {event.name}", "event", when)
        point = ET.SubElement(placemark, "Point")
        put(point, "altitudeMode", "absolute")
        place_deg = _geodetic_deg(event.position_m[None, :])
        put(point, "coordinates", kml_parts.coordinate_texts(place_deg, _MILLIMETRE)[0])


def _dated(epoch: datetime | None, time_s: float) -> str:
    """The moment of an event, where the launch has a date."""
    return "" if epoch is None else f", {utc(epoch, time_s)}"


def legs_deg(track: Track) -> list[tuple[str, list[Floats]]]:
    """The track by phase, thinned for drawing: lines (k, 3) of latitude, longitude in degrees and metres.

    Each lies on one side of 180 degrees. Points are some seconds apart; events are points as well.
    """
    return [(leg.phase, lines_deg(leg.position_m)) for leg in _legs(thinned(track))]


def lines_deg(position_m: Floats) -> list[Floats]:
    """A line (k, 3) of Earth-fixed metres as such lines of latitude, longitude and height."""
    return list(_cut_at_date_line(position_m))


def phase_colour(phase: str) -> str:
    """The colour of a phase, as RRGGBB."""
    return _COLOURS[phase]


def thinned(track: Track) -> Track:
    """A track with samples some seconds apart, and those at its ends and events."""
    kept = [float(track.time_s[0])]
    events = np.array([event.time_s for event in track.events])
    for time_s in track.time_s[1:-1].tolist():
        is_event = events.size and np.abs(events - time_s).min() < _SAME_S
        if is_event or time_s - kept[-1] >= _DRAWN_S:
            kept.append(time_s)
    rows = np.isin(track.time_s, [*kept, float(track.time_s[-1])])
    return track._replace(
        time_s=track.time_s[rows],
        position_m=track.position_m[rows],
        velocity_m_s=track.velocity_m_s[rows],
        thrust_changes_s=(),
    )


def _cut_at_date_line(position_m: Floats) -> Iterator[Floats]:
    """Pieces (k, 3) of latitude, longitude in degrees and metres, each on one side of 180 degrees.

    The cut is where the straight line between two samples meets the plane of the date line.
    """
    place_deg = _geodetic_deg(position_m)
    start = 0
    head = np.empty((0, 3))
    for i in np.flatnonzero(np.abs(np.diff(place_deg[:, 1])) > 180.0).tolist():
        y = position_m[i : i + 2, 1]
        cut_m = position_m[i] + y[0] / (y[0] - y[1]) * (position_m[i + 1] - position_m[i])
        cut = _geodetic_deg(cut_m[None, :])
        side = math.copysign(180.0, place_deg[i, 1])
        cut[0, 1] = side
        yield np.concatenate([head, place_deg[start : i + 1], cut])
        head = cut * [1.0, -1.0, 1.0]
        start = i + 1
    yield np.concatenate([head, place_deg[start:]])


# ---------------------------------------------------------------------------------------------
# CZML

HELD: Final = {"backwardExtrapolationType": "HOLD", "forwardExtrapolationType": "HOLD"}
"""What a globe does at the ends of samples.

The same moment as an interval's end and as seconds after an epoch differ by some 1e-12 s in the
reader's arithmetic, and beyond its last sample a thing has no place; the availability still ends it.
"""


def czml(tracks: Sequence[Track], about: About, epoch: datetime = EPOCH) -> str:
    """Write tracks as one CZML document for a globe with a clock [czml-guide].

    Positions are cartesian metres (3 decimals) in the frame ``FIXED``, as flat [t, x, y, z, ...]
    with times in seconds since the epoch, to be interpolated by Lagrange polynomials of degree 5
    (less for tracks of fewer samples). Each track has a moving point with its path, a still line
    for each phase, and its events, which appear when they happen and stay until the end; of more than
    a few tracks nothing is labelled, and a press tells what each is.
    All tracks are launched at the epoch.
    Raises :class:`ExportError` for a track that cannot be written or an epoch without time zone.
    """
    name = "Shieldmap: " + ", ".join(track.name for track in tracks)
    is_labelled = len(tracks) <= _LABELLED
    packets = [
        clock(name, tracks, epoch),
        *packets_of(tracks, about, epoch, is_labelled=is_labelled),
    ]
    return written(packets)


def clock(name: str, tracks: Sequence[Track], epoch: datetime) -> Packet:
    """The first packet of a document: its name, and a clock that runs over all tracks."""
    _check_all(tracks)
    first = min(float(track.time_s[0]) for track in tracks)
    last = max(float(track.time_s[-1]) for track in tracks)
    return {
        "id": "document",
        "name": name,
        "version": "1.0",
        "clock": {
            "interval": f"{utc(epoch, first)}/{utc(epoch, last)}",
            "currentTime": utc(epoch, first),
            "multiplier": _SPEEDUP,
            "range": "LOOP_STOP",
            "step": "SYSTEM_CLOCK_MULTIPLIER",
        },
    }


def packets_of(
    tracks: Sequence[Track], about: About, epoch: datetime, *, is_labelled: bool
) -> Iterator[Packet]:
    """Every track: its moving point, its lines by phase, its events."""
    last = max(float(track.time_s[-1]) for track in tracks)
    for n, track in enumerate(tracks, start=1):
        key = f"track-{n}"
        for packet in (
            _czml_body(key, track, about, epoch),
            *_czml_lines(key, track),
            *_czml_events(key, track, epoch, last),
        ):
            if not is_labelled:
                packet.pop("label", None)
            yield packet


def plain_packets(tracks: Sequence[Track], about: About, epoch: datetime) -> Iterator[Packet]:
    """Many tracks: moving points without names and ways behind them, and a line for each phase."""
    for n, track in enumerate(tracks, start=1):
        body = _czml_body(f"track-{n}", track, about, epoch)
        yield {key: value for key, value in body.items() if key not in ("label", "path")}
        yield from _czml_lines(f"track-{n}", track)


def written(packets: Iterable[Packet]) -> str:
    """Packets as one document, a line each: small, and two files can be compared."""
    lines = (json.dumps(packet, ensure_ascii=False, allow_nan=False) for packet in packets)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _czml_body(key: str, track: Track, about: About, epoch: datetime) -> Packet:
    """The moving point with its path."""
    times = [seconds(t) for t in track.time_s.tolist()]
    rows = np.column_stack([times, _millimetres(track.position_m)])
    return {
        "id": key,
        "name": track.name,
        "description": balloon_text(track.description, about),
        "availability": f"{utc(epoch, track.time_s[0])}/{utc(epoch, track.time_s[-1])}",
        "position": {
            "epoch": utc(epoch, 0.0),
            "referenceFrame": "FIXED",
            "interpolationAlgorithm": "LAGRANGE",
            "interpolationDegree": min(5, len(track.time_s) - 1),
            **HELD,
            "cartesian": rows.ravel().tolist(),
        },
        "point": {"pixelSize": 9, "color": _rgba(_EVENT_COLOUR)},
        "label": label(track.name),
        "path": {
            "width": 1,
            "resolution": 5,
            "material": {"solidColor": {"color": _rgba(_EVENT_COLOUR)}},
        },
    }


def _czml_lines(key: str, track: Track) -> list[Packet]:
    """A still line for each phase; straight from sample to sample, never along the ground."""
    return [
        {
            "id": f"{key}-{leg.phase}",
            "name": f"{track.name}: {leg.phase} phase",
            "parent": key,
            "polyline": {
                "positions": {
                    "referenceFrame": "FIXED",
                    "cartesian": _millimetres(leg.position_m).ravel().tolist(),
                },
                "arcType": "NONE",
                "width": _WIDTHS[leg.phase],
                "material": {"solidColor": {"color": _rgba(_COLOURS[leg.phase])}},
            },
        }
        for leg in _legs(track)
    ]


def _czml_events(key: str, track: Track, epoch: datetime, last_s: float) -> list[Packet]:
    end = utc(epoch, last_s)
    return [
        {
            "id": f"{key}-event-{n}",
            "name": f"{track.name}: {event.name}",
            "parent": key,
            "availability": f"{utc(epoch, event.time_s)}/{end}",
            "position": {
                "referenceFrame": "FIXED",
                "cartesian": _millimetres(event.position_m).tolist(),
            },
            "point": {"pixelSize": 7, "color": _rgba(_EVENT_COLOUR)},
            "label": label(f"{event.name}, {fixed(event.time_s, 0)} s"),
        }
        for n, event in enumerate(track.events, start=1)
    ]


def label(text: str) -> dict[str, object]:
    return {
        "text": text,
        "font": "12pt sans-serif",
        "horizontalOrigin": "LEFT",
        "pixelOffset": {"cartesian2": [10, 0]},
    }


def _millimetres(position_m: Floats) -> Floats:
    """Rounded to 1 mm, without negative zeros."""
    return np.asarray(np.round(position_m, 3) + 0.0, dtype=np.float64)


def _rgba(rgb: str) -> dict[str, list[int]]:
    return {"rgba": [*bytes.fromhex(rgb), 255]}


# ---------------------------------------------------------------------------------------------
# CSV


def csv(track: Track) -> str:
    """Write one track as comma-separated values: a line of column names, then one per sample.

    There are no comment lines: a plain reader would take the first of them for the column names.
    Whoever passes the file on says in its name or beside it which flight it is.
    Angles have 8 decimals of a degree (1 mm), lengths 3, speeds 6. The flight path angle is that
    of the Earth-relative velocity above the local horizontal, empty where the body rests.
    Raises :class:`ExportError` for a track that is empty, too short or not finite.
    """
    checked(track)
    place_deg = _geodetic_deg(track.position_m)
    speed = np.linalg.norm(track.velocity_m_s, axis=1)
    climb = np.sum(track.velocity_m_s * _normals(place_deg), axis=1)
    lines = [",".join(_COLUMNS)]
    for i, phase in enumerate(phases(track)):
        angle = ""
        if speed[i] > 0.0:
            angle = fixed(math.degrees(math.asin(max(-1.0, min(1.0, climb[i] / speed[i])))), 6)
        latitude, longitude, altitude = place_deg[i].tolist()
        fields = [
            fixed(float(track.time_s[i]), 6),
            fixed(latitude, 8),
            fixed(longitude, 8),
            fixed(altitude, 3),
            *(fixed(x, 3) for x in track.position_m[i].tolist()),
            *(fixed(v, 6) for v in track.velocity_m_s[i].tolist()),
            fixed(float(speed[i]), 6),
            angle,
            phase,
        ]
        lines.append(",".join(fields))
    return "\n".join(lines) + "\n"


def _normals(place_deg: Floats) -> Floats:
    """Outward unit normals (k, 3) of the ellipsoid."""
    latitude, longitude = np.radians(place_deg[:, 0]), np.radians(place_deg[:, 1])
    c = np.cos(latitude)
    return np.column_stack([c * np.cos(longitude), c * np.sin(longitude), np.sin(latitude)])


# ---------------------------------------------------------------------------------------------
# What the formats share


def _check_all(tracks: Sequence[Track]) -> None:
    if not tracks:
        raise ExportError("there is no track to write")
    for track in tracks:
        checked(track)


def checked(track: Track) -> None:
    """Refuse a track that would give a file nobody can read."""
    where = f"track '{track.name}'"
    if not track.name.strip():
        raise ExportError("a track has no name")
    names = track.name + "".join(event.name for event in track.events)
    if _UNWRITABLE.search(names + track.description) or re.search(r"[\n\t]", names):
        raise ExportError(f"track {track.name!a} holds a control character in its texts")
    k = len(track.time_s)
    if k < 2:
        raise ExportError(f"{where} has {k} of the at least 2 samples that a line needs")
    if track.position_m.shape != (k, 3) or track.velocity_m_s.shape != (k, 3):
        raise ExportError(f"{where} has {k} times but not as many positions and velocities")
    arrays = [track.time_s, track.position_m, track.velocity_m_s]
    arrays += [np.append(event.position_m, event.time_s) for event in track.events]
    if not all(np.isfinite(array).all() for array in arrays):
        raise ExportError(f"{where} holds a value that is not a number")
    if not (np.diff(track.time_s) >= _LEAST_STEP_S).all():
        raise ExportError(f"{where} has times that do not grow by a microsecond or more")
    if not np.isin(track.thrust_changes_s, track.time_s).all():
        raise ExportError(f"{where} has a change of thrust that is no sample")
    for event in track.events:
        if not track.time_s[0] <= event.time_s <= track.time_s[-1]:
            raise ExportError(f"{where} has the event '{event.name}' outside its samples")


def _boundaries(track: Track) -> tuple[float, float]:
    """When boost ends and when reentry begins; infinities where there is no such phase."""
    times = {event.name: event.time_s for event in track.events}
    burnout = times.get(EVENT_NAMES[Event.BURNOUT], -math.inf)
    reentry = times.get(EVENT_NAMES[Event.REENTRY], math.inf)
    # A flight that is followed from its burnout on has no boost.
    return (burnout if burnout > track.time_s[0] else -math.inf), reentry


def _legs(track: Track) -> list[_Leg]:
    """The track cut by phase; neighbours share the place of the event that parts them."""
    time, position = track.time_s, track.position_m
    boundaries = {EVENT_NAMES[Event.BURNOUT], EVENT_NAMES[Event.REENTRY]}
    for event in track.events:
        if event.name in boundaries and time[0] < event.time_s < time[-1]:
            i = int(np.searchsorted(time, event.time_s))
            if time[i] != event.time_s:
                time = np.insert(time, i, event.time_s)
                position = np.insert(position, i, event.position_m, axis=0)
    burnout, reentry = _boundaries(track)
    legs = []
    for phase, start, end in (
        (BOOST, -math.inf, burnout),
        (MIDCOURSE, burnout, reentry),
        (REENTRY, reentry, math.inf),
    ):
        inside = (time >= start) & (time <= end)
        if np.count_nonzero(inside) >= 2:
            legs.append(_Leg(phase, position[inside]))
    return legs


def _geodetic_deg(position_m: Floats) -> Floats:
    """Latitude and longitude in degrees and height in metres (k, 3); longitudes in (-180, 180]."""
    latitude, longitude, altitude = earth.ecef_to_geodetic(position_m)
    longitude_deg = np.degrees(longitude)
    longitude_deg = np.where(longitude_deg == -180.0, 180.0, longitude_deg)
    return np.column_stack([np.degrees(latitude), longitude_deg, altitude])


def balloon_text(description: str, about: About) -> str:
    """The text that globes show in a balloon; they read it as HTML, so it is escaped as such."""
    sources = "; ".join(about.sources)
    paragraphs = [
        description,
        about.limits,
        f"Shieldmap {about.version}",
        f"Sources: {sources}" if sources else "",
    ]
    return "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs if text)
