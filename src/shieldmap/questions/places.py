"""Questions about places: warning, the battery's own cover, launchers elsewhere, sites.

All of them judge a battery by its doctrine at the values of the assumptions, and at both ends; none of
them asks whether a shot hits.
"""

import math
from typing import Final

import numpy as np

from shieldmap import campaign, engagement, footprint, geodata, terms, threat
from shieldmap.campaign import Case, Progress, Study
from shieldmap.footprint import siting
from shieldmap.model import Event, Floats, Status
from shieldmap.results.questions import (
    BatteriesNeeded,
    CoveredPeople,
    IsDefended,
    LauncherPlace,
    LaunchersAway,
    NeededByThreat,
    NeededForShare,
    OwnCover,
    OwnPlace,
    OwnPlaceJudged,
    RankedSite,
    StandingByThreat,
    StandingSite,
    UnwarnedFlight,
    WarnedFlight,
    WarningTimes,
    WhereToStand,
)
from shieldmap.terms import End
from shieldmap.words import english

SHARES: Final = (("half", 0.5), ("two_thirds", 2.0 / 3.0), ("nine_tenths", 0.9))
"""Shares of the people of which it is asked how many batteries they take."""

SPACING_M: Final = 25e3
"""Spacing of the places on which sites are compared."""

SITE_SPACING_M: Final = 60e3
"""Spacing of the sites that are looked at beside the named ones."""

MOST_PLACES: Final = 1000
MOST_SITES: Final = 200
"""About how many of them there are at most: over a large country both grids are wider."""

ENDS: Final = (End.VALUE, End.BAD, End.GOOD)


def coarse_grid(this: Study, spacing_m: float) -> tuple[Floats, Floats, Floats]:
    """Latitudes, longitudes and people of a coarse land grid."""
    ground = this.scenario.ground
    cells = geodata.land_cells(ground, spacing_m)
    return cells.latitude_deg, cells.longitude_deg, geodata.cell_population(ground, spacing_m)


def spacings_m(this: Study) -> tuple[float, float]:
    """Spacing of the places and of the sites that fit the study's country."""
    return (
        siting.coarse_spacing_m(this, SPACING_M, MOST_PLACES),
        siting.coarse_spacing_m(this, SITE_SPACING_M, MOST_SITES),
    )


def warning(this: Study, name: str, latitude_deg: float, longitude_deg: float) -> WarningTimes:
    """Seconds of warning at a place against every missile that reaches it.

    From the early-warning cue and from the battery's radar to the impact, with the spans between the
    ends of the delay of the cue and of the radar.
    """
    rows = [_warned(this, case, latitude_deg, longitude_deg) for case in this.cases]
    flown = (row for row in rows if isinstance(row, WarnedFlight))
    return WarningTimes(
        latitude_deg=latitude_deg,
        longitude_deg=longitude_deg,
        rows=tuple(rows),
        shortest=min(flown, key=lambda row: row.time_of_flight_s, default=None),
        order="value, bad end, good end",
        limits=english("questions_limits_warning"),
        place=name,
    )


def _warned(
    this: Study, case: Case, latitude_deg: float, longitude_deg: float
) -> WarnedFlight | UnwarnedFlight:
    """Warning at a place against one missile, if it reaches it."""
    unwarned = UnwarnedFlight(
        threat=case.threat_id,
        launch_point=case.launch_id,
        missile=case.missile_id,
        status="not-threatened",
    )
    if case.table is None:
        return unwarned
    place = np.radians([latitude_deg]), np.radians([longitude_deg])
    aims, flights, flown = threat.fly_to(
        case.missile, case.table, *place, air=this.air, every_s=campaign.EVERY_S
    )
    if aims.status[0] != Status.OK:
        return unwarned
    assert flown is not None
    assumptions = campaign.assumptions_of(this, case)
    tables = engagement.opportunities(
        flown,
        flights.event_time_s[:, Event.BURNOUT],
        this.defence.radar,
        this.defence.sites,
        campaign.tracker_of(this, assumptions),
        assumptions,
    )
    cue = next(row for row in this.rows if row.name == "warning")
    impact_s = float(flights.event_time_s[0, Event.IMPACT])
    seen = (float(tables[this.columns(end)[0]].detected_s[0]) for end in ENDS)
    return WarnedFlight(
        threat=case.threat_id,
        launch_point=case.launch_id,
        missile=case.missile_id,
        status="threatened",
        time_of_flight_s=impact_s,
        apogee_m=float(flights.event_altitude_m[0, Event.APOGEE]),
        after_cue_s=(impact_s - cue.value, impact_s - cue.high, impact_s - cue.low),
        after_radar_s=tuple(impact_s - t if math.isfinite(t) else None for t in seen),
    )


def covers_itself(this: Study) -> OwnCover:
    """Whether the battery defends its own place, and its radar's, against every missile."""
    defence = this.scenario.defence
    spots = [
        (
            english("questions_place_battery"),
            defence.battery.latitude_deg,
            defence.battery.longitude_deg,
        )
    ]
    spots += [(s.name, s.latitude_deg, s.longitude_deg) for s in defence.launcher_sites]
    radar = (defence.radar.latitude_deg, defence.radar.longitude_deg)
    if radar not in [(lat, lon) for _, lat, lon in spots]:
        spots.append((english("questions_place_radar"), *radar))
    rows = tuple(_own_place(this, case, *spot) for spot in spots for case in this.cases)
    met = [row for row in rows if isinstance(row, OwnPlaceJudged)]
    return OwnCover(
        rows=rows,
        defended=sum(row.defended for row in met),
        threatened=len(met),
        covers_itself=bool(met) and all(row.defended for row in met),
    )


def _own_place(
    this: Study, case: Case, name: str, latitude_deg: float, longitude_deg: float
) -> OwnPlaceJudged | OwnPlace:
    """Whether the battery defends one of its own places against one missile."""
    free = OwnPlace(
        place=name,
        threat=case.threat_id,
        launch_point=case.launch_id,
        status="not-threatened",
    )
    if case.table is None:
        return free
    judged = footprint.judge_place(this, case, latitude_deg, longitude_deg)
    if judged.aims.status[0] != Status.OK:
        return free
    fits = judged.engagements.is_defended[0, :, this.defence.doctrine]
    samples = this.columns("sample")
    return OwnPlaceJudged(
        place=name,
        threat=case.threat_id,
        launch_point=case.launch_id,
        status="threatened",
        defended=bool(fits[0]),
        defended_bad=bool(fits[this.columns(End.BAD)[0]]),
        defended_good=bool(fits[this.columns(End.GOOD)[0]]),
        share_of_samples=float(fits[samples].mean()) if samples else None,
        **terms.reason_told(int(judged.engagements.reason[0])),
    )


def _covered_people(
    this: Study, judgement: siting.Judgement, sites: list[int], people: Floats
) -> dict[str, CoveredPeople]:
    """People covered by some sites together against each threat and against all of them."""
    out = {}
    for threat_id, cases in _by_threat(this).items():
        reached = judgement.is_flown[cases].any(axis=0)
        value, bad, good = (
            float(people[siting.covered(judgement, cases, sites, k)].sum())
            for k in range(len(ENDS))
        )
        out[threat_id] = CoveredPeople(
            in_range=float(people[reached].sum()), value=value, bad=bad, good=good
        )
    return out


def _by_threat(this: Study) -> dict[str, list[int]]:
    """The cases of each threat, and of all together."""
    out: dict[str, list[int]] = {}
    for row, case in enumerate(this.cases):
        out.setdefault(case.threat_id, []).append(row)
    return {**out, "all": list(range(len(this.cases)))}


def launchers_away(this: Study, progress: Progress | None = None) -> LaunchersAway:
    """What two launchers away from the radar add: the radar stays, launchers stand on the sites."""
    spacing_m, sites_m = spacings_m(this)
    latitude, longitude, people = coarse_grid(this, spacing_m)
    defence = this.scenario.defence
    here = siting.Site(
        "here",
        defence.battery.name,
        defence.battery.latitude_deg,
        defence.battery.longitude_deg,
        defence.battery.altitude_m,
        defence.radar.boresight_deg,
    )
    sites = [here, *siting.named_sites(this), *siting.grid_sites(this, sites_m)]
    judgement = siting.judge_sites(this, sites, latitude, longitude, progress, keeps_radar=True)
    base = _covered_people(this, judgement, [0], people)
    away = siting.distances_m(sites, here.latitude_deg, here.longitude_deg)
    rows = [
        _beside(site, float(away[k]), base, _covered_people(this, judgement, [0, k], people))
        for k, site in enumerate(sites)
        if k > 0
    ]
    rows.sort(key=lambda row: -row.added)
    return LaunchersAway(
        here=base,
        named=tuple(row for row in rows if not row.site.startswith("cell-")),
        best=tuple(rows[:5]),
        grid_spacing_m=spacing_m,
        limits=english("questions_limits_launchers"),
    )


def _beside(
    site: siting.Site,
    distance_m: float,
    base: dict[str, CoveredPeople],
    both: dict[str, CoveredPeople],
) -> LauncherPlace:
    """One site for launchers: people that it adds, by threat."""
    by_threat = {name: both[name].value - base[name].value for name in base if name != "all"}
    return LauncherPlace(
        site=site.id,
        name=site.name,
        latitude_deg=site.latitude_deg,
        longitude_deg=site.longitude_deg,
        distance_m=distance_m,
        people_added=by_threat,
        # To rank: the mean over the threats.
        added=sum(by_threat.values()) / max(len(by_threat), 1),
    )


def where_to_stand(
    this: Study,
    name: str,
    latitude_deg: float,
    longitude_deg: float,
    progress: Progress | None = None,
) -> WhereToStand:
    """From where a battery with its radar would defend one place, by threat."""
    spacing_m, _ = spacings_m(this)
    sites = [*siting.named_sites(this), *siting.grid_sites(this, spacing_m)]
    judgement = siting.judge_sites(
        this, sites, np.array([latitude_deg]), np.array([longitude_deg]), progress
    )
    rows = []
    away = siting.distances_m(sites, latitude_deg, longitude_deg)
    reached = {
        threat_id: cases
        for threat_id, cases in _by_threat(this).items()
        if judgement.is_flown[cases].any()
    }
    for k, site in enumerate(sites):
        defended = {}
        for threat_id, cases in reached.items():
            value, bad, good = (
                bool(siting.covered(judgement, cases, [k], e)[0]) for e in range(len(ENDS))
            )
            defended[threat_id] = IsDefended(value=value, bad=bad, good=good)
        rows.append(
            StandingSite(
                site=site.id,
                name=site.name,
                latitude_deg=site.latitude_deg,
                longitude_deg=site.longitude_deg,
                boresight_deg=site.boresight_deg,
                distance_m=float(away[k]),
                defended=defended,
                threats_defended=sum(one.value for t, one in defended.items() if t != "all"),
            )
        )
    return WhereToStand(
        place=name,
        latitude_deg=latitude_deg,
        longitude_deg=longitude_deg,
        threats=tuple(threat_id for threat_id in reached if threat_id != "all"),
        spacing_m=spacing_m,
        # Of a place that nothing reaches there is nothing to say: it needs no battery.
        by_threat=tuple(_standing_row(rows, threat_id) for threat_id in reached),
        sites=tuple(rows),
        limits=english("questions_limits_stand"),
    )


def _standing_row(rows: list[StandingSite], threat_id: str) -> StandingByThreat:
    """From how many sites a place is defended against one threat, and how near they are."""
    good = [row for row in rows if row.defended[threat_id].value]
    away = [row.distance_m for row in good]
    return StandingByThreat(
        threat=threat_id,
        sites=len(good),
        of=len(rows),
        distance_m=(min(away), max(away)) if away else None,
        named=tuple(row.name for row in good if not row.site.startswith("cell-")),
    )


def batteries_needed(this: Study, progress: Progress | None = None) -> BatteriesNeeded:
    """Candidate sites ranked, and how many batteries a half, two thirds, nine tenths take."""
    spacing_m, sites_m = spacings_m(this)
    latitude, longitude, people = coarse_grid(this, spacing_m)
    sites = [*siting.named_sites(this), *siting.grid_sites(this, sites_m)]
    judgement = siting.judge_sites(this, sites, latitude, longitude, progress)
    ranked = [
        _ranked(site, _covered_people(this, judgement, [k], people)) for k, site in enumerate(sites)
    ]
    ranked.sort(key=lambda row: -row.mean_share)
    return BatteriesNeeded(
        named=tuple(row for row in ranked if not row.site.startswith("cell-")),
        best_of_grid=tuple(row for row in ranked if row.site.startswith("cell-"))[:5],
        needed=tuple(
            _needed(judgement, sites, cases, people, threat_id)
            for threat_id, cases in _by_threat(this).items()
        ),
        sites=len(sites),
        grid_spacing_m=spacing_m,
        site_spacing_m=sites_m,
        limits=english("questions_limits_batteries"),
    )


def _ranked(site: siting.Site, people: dict[str, CoveredPeople]) -> RankedSite:
    """A site with the people whom it covers."""
    shares = [
        one.value / one.in_range
        for name, one in people.items()
        if name != "all" and one.in_range > 0.0
    ]
    return RankedSite(
        site=site.id,
        name=site.name,
        latitude_deg=site.latitude_deg,
        longitude_deg=site.longitude_deg,
        boresight_deg=site.boresight_deg,
        people=people,
        # To rank: the mean over the threats of the share of those in range.
        mean_share=float(np.mean(shares or [0.0])),
    )


def _needed(
    judgement: siting.Judgement,
    sites: list[siting.Site],
    cases: list[int],
    people: Floats,
    threat_id: str,
) -> NeededByThreat:
    """How many batteries each share takes against one threat, exactly and by the greedy rule."""
    reached = judgement.is_flown[cases].any(axis=0)
    everywhere = siting.covered(judgement, cases, list(range(len(sites))), 0)
    whole = float(people[reached].sum())
    rows = []
    for name, share in SHARES:
        exact = siting.fewest(judgement, cases, people, share) if whole else None
        quick = siting.greedy(judgement, cases, people, share)
        has_quick = math.isfinite(quick.share) and quick.share >= share - 1e-6
        rows.append(
            NeededForShare(
                share=english(f"questions_share_{name}"),
                fraction=share,
                batteries=None if exact is None else len(exact.sites),
                greedy=len(quick.sites) if has_quick else None,
                sites=() if exact is None else tuple(sites[k].name for k in exact.sites),
            )
        )
    return NeededByThreat(
        threat=threat_id,
        people_in_range=whole,
        greatest_share=float(people[everywhere].sum()) / whole if whole else None,
        rows=tuple(rows),
    )
