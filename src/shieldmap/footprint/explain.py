"""One place, explained: the engagement as results, failed constraints, a timeline and curves."""

import math
from typing import Any, Final

import numpy as np

from shieldmap import campaign, earth, interceptor, model, terms
from shieldmap.campaign import Case, Judged, Study
from shieldmap.footprint.arc_track import arc_track
from shieldmap.model import STATUS_TEXT, Constraint, Event, Floats, Status
from shieldmap.results import (
    ArcTrackError,
    DrawnEngagement,
    DrawnNotThreatened,
    Engagement,
    EngagementEvent,
    FailedConstraint,
    Margin,
    NotThreatened,
    code_of,
)
from shieldmap.results.run_files import FlightSampled, InterceptorPath, Triple
from shieldmap.terms import End
from shieldmap.words import english

_THREATENED: Final = "threatened"
_SAME_S: Final = 1e-3  # a sample this near to an event gives way to it


def judge_place(this: Study, case: Case, latitude_deg: float, longitude_deg: float) -> Judged:
    """Fly one case to exactly one place."""
    return campaign.judge(
        this,
        case,
        np.array([math.radians(latitude_deg)]),
        np.array([math.radians(longitude_deg)]),
    )


def why(
    this: Study, case: Case, latitude_deg: float, longitude_deg: float
) -> Engagement | NotThreatened:
    """The engagement of one case at one exact place: result, failed constraints and timeline.

    Margins are in the unit of their constraint.
    """
    judged = None
    if case.table is not None:
        judged = judge_place(this, case, latitude_deg, longitude_deg)
    told = _told_place(this, case, judged, latitude_deg, longitude_deg)
    return Engagement(**told) if told["status"] == _THREATENED else NotThreatened(**told)


def _told_place(
    this: Study, case: Case, judged: Judged | None, latitude_deg: float, longitude_deg: float
) -> dict[str, Any]:
    """The fields of the engagement of one judged place, or of why there is none."""
    head = {
        "missile": case.missile_id,
        "threat": case.threat_id,
        "launch_point": case.launch_id,
        "latitude_deg": latitude_deg,
        "longitude_deg": longitude_deg,
    }
    none = {
        "defended": False,
        "shots": 0,
        "reason": None,
        "reason_text": None,
        "failed": (),
        "binds": None,
        "timeline": (),
    }
    if judged is None:
        return head | {"status": "not-threatened", "sentence": case.refusal} | none
    code = Status(int(judged.aims.status[0]))
    if code == Status.OK:
        return head | _explained(this, judged) | {"arc_track": _arc_track_told(this, case, judged)}
    name = "not-threatened" if code in model.NOT_THREATENED else code_of(code)
    limit = float(judged.aims.range_limit_m[0])
    is_beyond = code == Status.BEYOND_RANGE
    range_km = f"{limit / 1e3:.0f}"
    sentence = english("said_status_beyond", range=range_km) if is_beyond else STATUS_TEXT[code]
    return head | {"status": name, "sentence": sentence, "range_limit_m": limit} | none


def _explained(this: Study, judged: Judged) -> dict[str, Any]:
    value = judged.engagements
    bad, good = (value.is_defended[0, this.columns(end)[0]] for end in (End.BAD, End.GOOD))
    bits, doctrine = int(value.failed_bits[0]), this.defence.doctrine
    told = [failed_constraint(c, _number(value.margins[0, c])) for c in Constraint]
    return {
        "status": _THREATENED,
        "sentence": STATUS_TEXT[Status.OK],
        "defended": bool(value.is_defended[0, 0, doctrine]),
        "defended_by_doctrine": {
            name: bool(value.is_defended[0, 0, d]) for d, name in enumerate(terms.DOCTRINES)
        },
        "defended_bad": bool(bad[doctrine]),
        "defended_good": bool(good[doctrine]),
        "shots": int(value.shots[0]),
        **terms.reason_told(int(value.reason[0])),
        "failed": tuple(one for c, one in zip(Constraint, told, strict=True) if bits & (1 << c)),
        "margins": {one.constraint: Margin(margin=one.margin, unit=one.unit) for one in told},
        "binds": code_of(model.Binds(int(value.binds[0]))),
        "slack_s": _number(value.slack_s[0]),
        "closest_in_band_m": _number(value.closest_in_band_m[0]),
        "time_of_flight_s": _number(judged.flights.event_time_s[0, Event.IMPACT]),
        "apogee_m": _number(judged.flights.event_altitude_m[0, Event.APOGEE]),
        "solver_residual_m": _number(judged.aims.residual_m[0]),
        "timeline": timeline(this, judged),
    }


def _arc_track_told(this: Study, case: Case, judged: Judged) -> ArcTrackError | None:
    """What a track that expects an arc makes of a flight with lift."""
    entry = this.scenario.catalogue.defence(this.scenario.defence.system)
    found = arc_track(this, case.missile, entry, judged)
    if found is None:
        return None
    return ArcTrackError(later_s=_number(found.later_s), miss_m=found.miss_m, ahead_s=found.ahead_s)


def failed_constraint(constraint: Constraint, margin: float | None) -> FailedConstraint:
    """A constraint with its margin, as every answer tells it."""
    told = terms.reason_of(constraint)
    return FailedConstraint(
        constraint=code_of(constraint), text=told.long.en, margin=margin, unit=told.unit
    )


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def timeline(this: Study, judged: Judged) -> tuple[EngagementEvent, ...]:
    """Events of one engagement in order: time, target altitude, range from the radar."""
    value, flights = judged.engagements, judged.flights
    warning_s = next(row.value for row in this.rows if row.name == "warning")
    chain_s = next(row.value for row in this.rows if row.name == "chain")
    is_chain = this.scenario.defence.chain == "published"
    events = [
        ("missile launch", 0.0),
        ("burnout", flights.event_time_s[0, Event.BURNOUT]),
        ("apogee", flights.event_time_s[0, Event.APOGEE]),
        ("early-warning cue", math.nan if is_chain else warning_s),
        ("inside the radar's view", value.first_visible_s[0]),
        ("detection", value.detected_s[0]),
        ("firm track", math.nan if is_chain else value.firm_track_s[0]),
        ("committed to an intercept point", math.nan if is_chain else value.commit_s[0]),
        ("published chain ends", chain_s if is_chain else math.nan),
        ("first launch possible", value.launch_ready_s[0]),
        ("interceptor launch", value.first_launch_s[0]),
        ("earliest intercept", value.earliest_intercept_s[0]),
        ("second interceptor launch", value.second_launch_s[0]),
        ("second intercept", value.second_intercept_s[0]),
        ("latest launch", value.latest_launch_s[0]),
        ("latest intercept", value.latest_intercept_s[0]),
        ("impact", flights.event_time_s[0, Event.IMPACT]),
    ]
    kept = sorted(
        ((name, float(t)) for name, t in events if math.isfinite(t)), key=lambda pair: pair[1]
    )
    return tuple(_event(this, judged, name, at) for name, at in kept)


def _event(this: Study, judged: Judged, name: str, time_s: float) -> EngagementEvent:
    position = _position_at(judged, time_s)
    _, _, altitude = earth.ecef_to_geodetic(position)
    _, _, slant = earth.ecef_to_look(this.defence.radar.position_m, position)
    return EngagementEvent(
        event=name, time_s=time_s, altitude_m=float(altitude), range_m=float(slant)
    )


def _position_at(judged: Judged, time_s: float) -> Floats:
    """Position of the single kept trajectory at a time, held at the impact after its last sample."""
    kept = judged.trajectories
    last = int(kept.sample_count[0]) - 1
    times = np.append(kept.time_s[: last + 1], judged.flights.event_time_s[0, Event.IMPACT])
    track = np.vstack(
        [kept.position_m[0, : last + 1], judged.flights.event_position_m[0, Event.IMPACT]]
    )
    return np.array([np.interp(time_s, times, track[:, axis]) for axis in range(3)])


def drawn_engagement(
    this: Study,
    case: Case,
    latitude_deg: float,
    longitude_deg: float,
    names: tuple[str, str] = ("", ""),
) -> DrawnEngagement | DrawnNotThreatened:
    """One engagement as curves for a figure: the target's and the interceptors' paths.

    The target's ground range counts from its launch point, the interceptors' from their launcher.
    ``flight`` is the whole flight for a globe or an orbit tool, see :func:`_whole_flight`; interceptors
    hold latitudes and longitudes in degrees. ``names`` are those of the place, in both languages.
    """
    judged = judge_place(this, case, latitude_deg, longitude_deg)
    kept, value = judged.trajectories, judged.engagements
    n = int(kept.sample_count[0])
    track = np.vstack([kept.position_m[0, :n], judged.flights.event_position_m[0, Event.IMPACT]])
    time = np.append(kept.time_s[:n], judged.flights.event_time_s[0, Event.IMPACT])
    latitude, longitude, altitude = earth.ecef_to_geodetic(track)
    downrange, _, _ = earth.geodesic_inverse(latitude[0], longitude[0], latitude, longitude)
    launcher = max(int(value.launcher[0]), 0)
    paths = []
    for launch_s, hit_s in (
        (value.first_launch_s[0], value.earliest_intercept_s[0]),
        (value.second_launch_s[0], value.second_intercept_s[0]),
    ):
        if math.isfinite(hit_s):
            paths.append(_interceptor_path(this, judged, launcher, float(launch_s), float(hit_s)))
    site = this.defence.sites.position_m[launcher]
    lat0, lon0, _ = earth.ecef_to_geodetic(site)
    along, _, _ = earth.geodesic_inverse(latitude[0], longitude[0], lat0, lon0)
    _, _, slant = earth.ecef_to_look(site, track)
    told = _told_place(this, case, judged, latitude_deg, longitude_deg)
    record = DrawnEngagement if told["status"] == _THREATENED else DrawnNotThreatened
    return record(
        place=names[0],
        place_ko=names[1],
        time_s=tuple(time.tolist()),
        downrange_m=downrange.tolist(),
        altitude_m=altitude.tolist(),
        slant_from_battery_m=slant.tolist(),
        battery_downrange_m=float(along),
        flight=_whole_flight(judged),
        interceptors=tuple(paths),
        **told,
    )


def _whole_flight(judged: Judged) -> FlightSampled:
    """The only flight: positions and velocities (n, 3) in the Earth-fixed frame at growing times.

    The events are samples too; a sample within :data:`_SAME_S` of an event gives way to it.
    """
    kept, flights = judged.trajectories, judged.flights
    n = int(kept.sample_count[0])
    happened = np.isfinite(flights.event_time_s[0])
    event_s = flights.event_time_s[0, happened]
    apart = (np.abs(kept.time_s[:n, None] - event_s) >= _SAME_S).all(axis=1)
    time_s = np.append(kept.time_s[:n][apart], event_s)
    order = np.argsort(time_s, kind="stable")

    def merged(samples: Floats, at_events: Floats) -> tuple[Triple, ...]:
        both = np.concatenate([samples[0, :n][apart], at_events[0, happened]])
        return tuple(map(tuple, both[order].tolist()))

    return FlightSampled(
        time_s=time_s[order].tolist(),
        position_m=merged(kept.position_m, flights.event_position_m),
        velocity_m_s=merged(kept.velocity_m_s, flights.event_velocity_m_s),
        events={
            event.name.lower(): float(flights.event_time_s[0, event])
            for event in Event
            if happened[event]
        },
    )


def _interceptor_path(
    this: Study, judged: Judged, launcher: int, launch_s: float, hit_s: float
) -> InterceptorPath:
    """The path of one interceptor: altitude over the ground range from its launcher."""
    site = this.defence.sites.position_m[launcher]
    point = _position_at(judged, hit_s)
    site_lat, site_lon, ground_m = earth.ecef_to_geodetic(site)
    lat, lon, altitude = earth.ecef_to_geodetic(point)
    ground, azimuth, _ = earth.geodesic_inverse(site_lat, site_lon, lat, lon)
    fan = campaign.fan_of(this.scenario.catalogue.defence(this.scenario.defence.system))
    time, path, height = interceptor.path_to(fan, float(ground), float(altitude))
    share = time / max(float(time[-1]), 1e-9)
    drawn_lat, drawn_lon = earth.geodesic_direct(site_lat, site_lon, azimuth, path)
    return InterceptorPath(
        latitude_deg=np.degrees(drawn_lat).tolist(),
        longitude_deg=np.degrees(drawn_lon).tolist(),
        launch_s=launch_s,
        intercept_s=hit_s,
        time_s=(launch_s + share * (hit_s - launch_s)).tolist(),
        ground_m=path.tolist(),
        # The table of launches starts at sea level.
        altitude_m=np.maximum(height, float(ground_m)).tolist(),
        intercept_altitude_m=float(altitude),
        slant_m=float(np.linalg.norm(point - site)),
    )
