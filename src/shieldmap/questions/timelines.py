"""One raid as it happened: every engagement as events with times, and paths that can be drawn.

One trial is fought again with its shots written down; times count from the start of the raid.
"""

import math
from typing import Final

import numpy as np

from shieldmap import battle, campaign, earth, interceptor, terms
from shieldmap.campaign import Prepared
from shieldmap.campaign.raids import BatteryInRaid
from shieldmap.model import Event, Floats, Trajectories
from shieldmap.results.questions import (
    FlownPath,
    NumberedEvent,
    RaidEvent,
    RaidMissile,
    RaidShot,
    RaidTimeline,
)
from shieldmap.words import english

Fan = tuple[Floats, Floats, Floats, Floats]
"""Launches of one interceptor at many elevations; see ``interceptor.launch_fan``."""

MOST_MISSILES: Final = 500
"""Missiles that are told of; a larger raid is cut, and says how many there were."""

_PATH_STEP_S: Final = 5.0


def timeline(prepared: Prepared, trial: int = 0) -> RaidTimeline:
    """Every missile of one trial with its events in order, its shots, and its end."""
    given = prepared.scenario.raid
    assert given is not None
    field = campaign.make_field(prepared, plan=campaign.plan_of(prepared))
    log, ends = battle.fight_logged(field, given.seed, trial)
    # A fan of launches is flown once for every kind of interceptor that was fired.
    fired = {int(b) for b in log[:, battle.LOG_BATTERY]}
    fans: dict[str, Fan] = {}
    for number in fired:
        b = prepared.batteries[number]
        if b.entry.id not in fans:
            fans[b.entry.id] = campaign.fan_of(b.entry)
    shown = min(ends.shape[0], MOST_MISSILES)
    missiles = tuple(_missile_told(prepared, m, log, ends[m], fans) for m in range(shown))
    events = (
        NumberedEvent(missile=one.id, **dict(event)) for one in missiles for event in one.events
    )
    return RaidTimeline(
        trial=trial,
        seed=given.seed,
        missiles_in_all=ends.shape[0],
        missiles=missiles,
        events=tuple(sorted(events, key=lambda event: (event.time_s, event.missile))),
    )


def _missile_told(
    prepared: Prepared, m: int, log: Floats, end: Floats, fans: dict[str, Fan]
) -> RaidMissile:
    raid = prepared.raids[0]
    path = prepared.paths[int(raid.path[m])]
    case = prepared.cases[path.case]
    launch_s = float(raid.launch_s[m])
    own = log[log[:, battle.LOG_MISSILE] == m]
    stopped = int(end[0]) >= 0
    until_s = float(end[1]) if stopped else float(raid.impact_s[m])
    shots = tuple(_shot_told(prepared, fans, path.case, path.row, launch_s, row) for row in own)
    first = own[0] if own.size else None
    return RaidMissile(
        id=m,
        wave=int(prepared.wave_of[m]),
        threat=case.threat_id,
        launch_point=case.launch_id,
        asset=path.asset_id,
        asset_name=path.asset,
        launch_s=launch_s,
        ends_s=until_s,
        outcome=english("questions_stopped", system=prepared.batteries[int(end[0])].entry.name)
        if stopped
        else terms.outcome_of(int(end[2])).long.en,
        stopped=stopped,
        events=_events(prepared, path.case, path.row, m, own, first, until_s, stopped),
        shots=shots,
        path=_target_path(
            prepared.flown[path.case],
            path.row,
            launch_s,
            until_s,
            None
            if stopped
            else prepared.flights[path.case].event_position_m[path.row, Event.IMPACT],
        ),
    )


def _events(
    prepared: Prepared,
    case: int,
    row: int,
    m: int,
    own: Floats,
    first: Floats | None,
    until_s: float,
    stopped: bool,
) -> tuple[RaidEvent, ...]:
    """What happens to a missile, in order, as far as it lives."""
    launch_s = float(prepared.raids[0].launch_s[m])
    flights = prepared.flights[case]
    # The view is told of the battery that shoots first, or of the one that chooses first.
    b = prepared.batteries[int(first[battle.LOG_BATTERY]) if first is not None else 0]
    seen = b.engagements[case]
    name = b.entry.name
    events = [
        (english("questions_event_launch"), 0.0),
        (english("questions_event_burnout"), flights.event_time_s[row, Event.BURNOUT]),
        (english("questions_event_apogee"), flights.event_time_s[row, Event.APOGEE]),
        (english("questions_event_horizon", by=name), seen.first_visible_s[row]),
        (english("questions_event_detected", by=name), seen.detected_s[row]),
        (english("questions_event_track", by=name), seen.firm_track_s[row]),
        (english("questions_event_committed", by=name), seen.commit_s[row]),
    ]
    if not campaign.defence_of(prepared.scenario, prepared.radar_owners[b.radar]).radar.present:
        events = events[:3]
    timed = [(text, launch_s + float(t)) for text, t in events if math.isfinite(t)]
    for number, shot in enumerate(own, start=1):
        who = prepared.batteries[int(shot[battle.LOG_BATTERY])].entry.name
        what = "shot" if shot[battle.LOG_WARHEAD] else "shot_other"
        hit = "hit" if shot[battle.LOG_HIT] else "miss"
        told = {"number": str(number), "by": who}
        timed += [
            (english(f"questions_event_{what}", **told), float(shot[battle.LOG_LAUNCH])),
            (english(f"questions_event_{hit}", **told), float(shot[battle.LOG_INTERCEPT])),
            (english("questions_event_assessed", **told), float(shot[battle.LOG_ASSESSED])),
        ]
    last_s = max([until_s, *(float(s[battle.LOG_ASSESSED]) for s in own)])
    if not stopped:
        timed.append((english("questions_event_impact"), until_s))
    kept = [(text, at) for text, at in timed if at <= (last_s if "shot" in text else until_s)]
    kept.sort(key=lambda pair: pair[1])
    return tuple(
        RaidEvent(
            event=text,
            time_s=at,
            altitude_m=_altitude_at(prepared.flown[case], row, at - launch_s),
        )
        for text, at in kept
    )


def _shot_told(
    prepared: Prepared, fans: dict[str, Fan], case: int, row: int, launch_s: float, shot: Floats
) -> RaidShot:
    """One shot with the path of its interceptor."""
    b = prepared.batteries[int(shot[battle.LOG_BATTERY])]
    site = int(shot[battle.LOG_SITE]) - b.first_site
    hit_s = float(shot[battle.LOG_INTERCEPT])
    point = _position_at(prepared.flown[case], row, hit_s - launch_s)
    return RaidShot(
        battery=b.id,
        system=b.entry.name,
        site=b.study.defence.launcher_names[site],
        is_warhead=bool(shot[battle.LOG_WARHEAD]),
        ordered_s=float(shot[battle.LOG_ORDERED]),
        launch_s=float(shot[battle.LOG_LAUNCH]),
        intercept_s=hit_s,
        altitude_m=float(shot[battle.LOG_ALTITUDE]),
        hit=bool(shot[battle.LOG_HIT]),
        assessed_s=float(shot[battle.LOG_ASSESSED]),
        path=interceptor_path(
            b, fans[b.entry.id], site, point, float(shot[battle.LOG_LAUNCH]), hit_s
        ),
    )


def interceptor_path(
    b: BatteryInRaid, fan: Fan, site: int, point: Floats, launch_s: float, hit_s: float
) -> FlownPath:
    """Times and positions of an interceptor from its launcher to a point, for drawing."""
    at = b.study.defence.sites.position_m[site]
    lat0, lon0, _ = earth.ecef_to_geodetic(at)
    lat, lon, altitude = earth.ecef_to_geodetic(point)
    ground, azimuth, _ = earth.geodesic_inverse(lat0, lon0, lat, lon)
    time, along, height = interceptor.path_to(fan, float(ground), float(altitude))
    share = time / max(float(time[-1]), 1e-9)
    keep = np.unique(np.linspace(0, share.size - 1, 12).round().astype(int))
    lats, lons = earth.geodesic_direct(lat0, lon0, azimuth, along[keep])
    return FlownPath(
        time_s=tuple((launch_s + share[keep] * (hit_s - launch_s)).tolist()),
        latitude_deg=tuple(np.degrees(lats).tolist()),
        longitude_deg=tuple(np.degrees(lons).tolist()),
        altitude_m=tuple(height[keep].tolist()),
    )


def _target_path(
    flown: Trajectories, row: int, launch_s: float, until_s: float, impact_m: Floats | None
) -> FlownPath:
    """Times and positions of a missile from its launch until it is stopped or falls."""
    times = np.append(np.arange(0.0, until_s - launch_s, _PATH_STEP_S), until_s - launch_s)
    positions = np.array([_position_at(flown, row, float(t)) for t in times])
    if impact_m is not None:
        # The samples end with the last whole second before the impact.
        positions[-1] = impact_m
    latitude, longitude, altitude = earth.ecef_to_geodetic(positions)
    return FlownPath(
        time_s=tuple((launch_s + times).tolist()),
        latitude_deg=tuple(np.degrees(latitude).tolist()),
        longitude_deg=tuple(np.degrees(longitude).tolist()),
        altitude_m=tuple(altitude.tolist()),
    )


def _position_at(flown: Trajectories, row: int, time_s: float) -> Floats:
    """Position of a sampled flight at a time since its launch; held at its ends."""
    n = int(flown.sample_count[row])
    return np.array(
        [np.interp(time_s, flown.time_s[:n], flown.position_m[row, :n, k]) for k in range(3)]
    )


def _altitude_at(flown: Trajectories, row: int, time_s: float) -> float:
    _, _, altitude = earth.ecef_to_geodetic(_position_at(flown, row, time_s))
    return float(altitude)
