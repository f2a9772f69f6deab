"""What a globe draws beside the footprint: flights by phase, what the radar sees, one engagement, a raid."""

import json
from typing import Any, Final

import numpy as np

from shieldmap import campaign, earth, export, footprint, questions, scenario as scenarios
from shieldmap.answers.at_place import judged_at, worst_first
from shieldmap.answers.flight_cache import Advance
from shieldmap.answers.legs import legs
from shieldmap.answers.saved import about_state
from shieldmap.answers.scene import flight_named, flown_tracks, names_in_words
from shieldmap.answers.session import Session
from shieldmap.answers.state import State, scenario_of
from shieldmap.campaign import Study
from shieldmap.model import Floats
from shieldmap.results import (
    CoverageRing,
    DrawnEngagement,
    DrawnFlight,
    DrawnNotThreatened,
    PageCoverage,
    PageLayer,
    PageOutcome,
    PageRaid,
    VolumeSheet,
)
from shieldmap.results.questions import FlownPath
from shieldmap.scenario import ScenarioError

OUTLINES_M: Final = (10e3, 40e3, 100e3, 200e3, 300e3)
"""Altitudes at which the edge of the radar's view is drawn on the ground."""

_TOP_M: Final = 1000e3


def coverage(session: Session, state: State) -> PageCoverage:
    """What the radar sees of the missile looked at: outlines at altitudes and a volume of quads."""
    this = session.study(state)
    case = this.cases[0]
    assumptions = campaign.assumptions_of(this, case)
    track_m = float(assumptions.track_range_m[0])
    is_there = this.scenario.defence.radar.present
    return PageCoverage(
        search_range_m=float(assumptions.search_range_m[0]),
        track_range_m=track_m,
        rcs_m2=case.cross_section_m2,
        outlines=_rings(this, track_m) if is_there else (),
        volume=_sheets(this, track_m) if is_there else (),
    )


def _rings(this: Study, track_m: float) -> tuple[CoverageRing, ...]:
    radar = this.defence.radar
    ground_m = float(earth.ecef_to_geodetic(radar.position_m)[2])
    return tuple(
        CoverageRing(
            altitude_m=altitude_m,
            ring=np.round(
                np.degrees(footprint.outline(radar, altitude_m, track_m).ring_rad), 4
            ).tolist(),
        )
        for altitude_m in OUTLINES_M
        if altitude_m > ground_m
    )


def _sheets(this: Study, track_m: float) -> tuple[VolumeSheet, ...]:
    shape = footprint.volume(this.defence.radar, track_m, top_m=_TOP_M)
    sheets: list[tuple[Any, Floats]] = [
        ("front", shape.front_m),
        ("bottom", shape.bottom_m),
        ("roof", shape.roof_m),
        *(("sides", side) for side in shape.sides_m),
    ]
    return tuple(
        VolumeSheet(
            sheet=name,
            rows=sheet.shape[0],
            columns=sheet.shape[1],
            ecef_m=tuple(np.rint(sheet).astype(np.int64).ravel().tolist()),
        )
        for name, sheet in sheets
        if sheet.size
    )


@campaign.threads(1)
def flights_shown(session: Session, state: State) -> list[DrawnFlight]:
    """One flight from each launch point to the places that tell most, by phase, for drawing."""
    this = session.study(state)
    out = []
    for case, asset_id, track in flown_tracks(this):
        _, _, altitude = earth.ecef_to_geodetic(track.position_m)
        out.append(
            DrawnFlight(
                launch_point=case.launch_id,
                to=asset_id,
                phases=legs(track),
                apogee_m=float(altitude.max()),
                time_of_flight_s=float(track.time_s[-1]),
            )
        )
    return out


@campaign.threads(1)
def engagement(
    session: Session,
    state: State,
    latitude_deg: float,
    longitude_deg: float,
    epoch: str | None = None,
) -> list[Any]:
    """The engagement against a place as CZML with a clock, by the worst launch point."""
    this = session.study(state)
    rows = judged_at(this, latitude_deg, longitude_deg)
    asked = [one for _, one, _ in rows if one is not None]
    if not asked:
        raise ScenarioError(
            f"{latitude_deg:g}, {longitude_deg:g} is not reached by this flight: expected a place in "
            "its range"
        )
    worst = worst_first(this, asked)[0]
    told = footprint.drawn_engagement(this, worst.case, latitude_deg, longitude_deg)
    track = export.from_flight(
        worst.judged.flights,
        worst.judged.trajectories,
        0,
        name=flight_named(this.scenario, worst.case.missile_id, worst.case.launch_id),
    )
    text = export.engagement_czml(
        track,
        told,
        interceptor_paths(told),
        about_state(this.scenario, export.LIMITS),
        export.epoch_of(epoch),
    )
    packets: list[Any] = json.loads(text)
    return packets


def interceptor_paths(told: DrawnEngagement | DrawnNotThreatened) -> list[FlownPath]:
    """The paths of the interceptors of a drawn engagement, thinned for drawing."""
    out = []
    for shot in told.interceptors:
        keep = np.unique(np.linspace(0, len(shot.time_s) - 1, 16).round().astype(int))
        drawn = {key: np.array(getattr(shot, key))[keep].tolist() for key in FlownPath.model_fields}
        out.append(FlownPath(**drawn))
    return out


def raid(
    session: Session, state: State, trials: int | None, advance: Advance, epoch: str | None = None
) -> PageRaid:
    """The raid of the scenario fought with a state's defence, and one trial of it as CZML."""
    del session
    scenario = scenario_of(state.without_flight())
    if scenario.raid is None:
        raise ScenarioError(f"{scenario.name} has no raid: expected a scenario with a table [raid]")
    if trials is not None:
        fixed = {"raid.half_width": 0.0, "raid.trials_max": trials}
        scenario = scenarios.changed(scenario, fixed)
    prepared = campaign.prepare(scenario, progress=advance)
    told = questions.told(questions.fight_raid(prepared, advance))
    advance("writing one raid as it happened", 0, 1)
    one = questions.timeline(prepared)
    limits = about_state(scenario, export.RAID_LIMITS)
    names = names_in_words(scenario)
    czml = export.raid_czml(one, told.batteries, limits, export.epoch_of(epoch), names)
    spent = told.interceptors_spent
    stopped = {row.by: row.missiles for row in told.outcomes if row.by is not None}
    return PageRaid(
        title=told.title,
        note=told.note,
        missiles=told.missiles,
        trials=told.trials,
        leakers=told.leakers,
        none_leaks=told.none_leaks,
        interceptors_spent=spent.all,
        by_outcome=tuple(
            PageOutcome(outcome=row.outcome, by=row.by, text=row.text, mean=row.missiles)
            for row in told.outcomes
        ),
        by_layer=tuple(
            PageLayer(
                id=battery.id,
                name=battery.name,
                system_name=battery.system_name,
                interceptors=battery.interceptors,
                stopped=stopped.get(battery.id, 0.0),
                interceptors_spent=spent.by_battery[battery.id].mean,
            )
            for battery in told.batteries
        ),
        by_asset=told.by_asset,
        events=one.events,
        czml=tuple(json.loads(czml)),
    )
