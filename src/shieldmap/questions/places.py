"""Questions about places: warning, the battery's own cover, launchers elsewhere, sites.

All of them judge a battery by its doctrine at the values of the assumptions, and at both ends; none of
them asks whether a shot hits.
"""

import math
from typing import Any, Final

import numpy as np

from shieldmap import campaign, engagement, footprint, geodata, terms, threat
from shieldmap.campaign import Progress, Study
from shieldmap.footprint import siting
from shieldmap.model import Event, Floats, Status
from shieldmap.terms import End

SHARES: Final = (("half", 0.5), ("two thirds", 2.0 / 3.0), ("nine tenths", 0.9))
"""Shares of the people of which it is asked how many batteries they take."""

SPACING_M: Final = 25e3
"""Spacing of the places on which sites are compared."""

SITE_SPACING_M: Final = 60e3
"""Spacing of the sites that are looked at beside the named ones."""

MOST_PLACES: Final = 1000
MOST_SITES: Final = 200
"""About how many of them there are at most: over a large country both grids are wider."""

ENDS: Final = (End.VALUE, End.BAD, End.GOOD)


def _grid(this: Study, spacing_m: float) -> tuple[Floats, Floats, Floats]:
    """Latitudes, longitudes and people of a coarse land grid."""
    country = this.scenario.grid.country
    cells = geodata.land_cells(country, spacing_m)
    return cells.latitude_deg, cells.longitude_deg, geodata.cell_population(country, spacing_m)


def _spacings_m(this: Study) -> tuple[float, float]:
    """Spacing of the places and of the sites that fit the study's country."""
    return (
        siting.coarse_spacing_m(this, SPACING_M, MOST_PLACES),
        siting.coarse_spacing_m(this, SITE_SPACING_M, MOST_SITES),
    )


def warning(this: Study, latitude_deg: float, longitude_deg: float) -> dict[str, Any]:
    """Seconds of warning at a place against every missile that reaches it.

    From the early-warning cue and from the battery's radar to the impact, with the spans between the
    ends of the delay of the cue and of the radar.
    """
    cue = next(row for row in this.rows if row.name == "warning")
    rows: list[dict[str, Any]] = []
    place = np.radians([latitude_deg]), np.radians([longitude_deg])
    for case in this.cases:
        name: dict[str, Any] = {
            "threat": case.threat_id,
            "launch_point": case.launch_id,
            "missile": case.missile_id,
        }
        if case.table is None:
            rows.append({**name, "status": "not-threatened"})
            continue
        aims, flights, flown = threat.fly_to(
            case.missile, case.table, *place, air=this.air, every_s=campaign.EVERY_S
        )
        if aims.status[0] != Status.OK:
            rows.append({**name, "status": "not-threatened"})
            continue
        assert flown is not None
        assumptions = campaign.assumptions_of(this, case)
        defence = this.defence
        tables = engagement.opportunities(
            flown,
            flights.event_time_s[:, Event.BURNOUT],
            defence.radar,
            defence.sites,
            campaign.tracker_of(this, assumptions),
            assumptions,
        )
        impact_s = float(flights.event_time_s[0, Event.IMPACT])
        seen = [float(tables[this.columns(end)[0]].detected_s[0]) for end in ENDS]
        rows.append(
            {
                **name,
                "status": "threatened",
                "time_of_flight_s": impact_s,
                "apogee_m": float(flights.event_altitude_m[0, Event.APOGEE]),
                "after_cue_s": [impact_s - cue.value, impact_s - cue.high, impact_s - cue.low],
                "after_radar_s": [impact_s - t if math.isfinite(t) else None for t in seen],
            }
        )
    flown_rows = [row for row in rows if row["status"] == "threatened"]
    shortest = min(flown_rows, key=lambda row: row["time_of_flight_s"], default=None)
    return {
        "latitude_deg": latitude_deg,
        "longitude_deg": longitude_deg,
        "rows": rows,
        "shortest": shortest,
        "order": "value, bad end, good end",
        "limits": "what reaches the people at a place is later: the message to them is not modelled",
    }


def covers_itself(this: Study) -> dict[str, Any]:
    """Whether the battery defends its own place, and its radar's, against every missile."""
    defence = this.scenario.defence
    spots = [("battery", defence.battery.latitude_deg, defence.battery.longitude_deg)]
    spots += [(s.name, s.latitude_deg, s.longitude_deg) for s in defence.launcher_sites]
    radar = (defence.radar.latitude_deg, defence.radar.longitude_deg)
    if radar not in [(lat, lon) for _, lat, lon in spots]:
        spots.append(("radar", *radar))
    rows: list[dict[str, Any]] = []
    for name, latitude, longitude in spots:
        for case in this.cases:
            row: dict[str, Any] = {
                "place": name,
                "threat": case.threat_id,
                "launch_point": case.launch_id,
            }
            if case.table is None:
                rows.append({**row, "status": "not-threatened"})
                continue
            judged = footprint.judge_place(this, case, latitude, longitude)
            if judged.aims.status[0] != Status.OK:
                rows.append({**row, "status": "not-threatened"})
                continue
            value = judged.engagements
            fits = value.is_defended[0, :, this.defence.doctrine]
            samples = this.columns("sample")
            rows.append(
                {
                    **row,
                    "status": "threatened",
                    "defended": bool(fits[0]),
                    "defended_bad": bool(fits[this.columns(End.BAD)[0]]),
                    "defended_good": bool(fits[this.columns(End.GOOD)[0]]),
                    "share_of_samples": float(fits[samples].mean()) if samples else None,
                    **terms.reason_told(int(value.reason[0])),
                }
            )
    met = [row for row in rows if row["status"] == "threatened"]
    return {
        "rows": rows,
        "defended": sum(row["defended"] for row in met),
        "threatened": len(met),
        "covers_itself": bool(met) and all(row["defended"] for row in met),
    }


def _shares(
    this: Study, judgement: siting.Judgement, sites: list[int], people: Floats
) -> dict[str, Any]:
    """People covered by some sites together against each threat and against all of them."""
    out = {}
    for threat_id, cases in _by_threat(this).items():
        reached = judgement.is_flown[cases].any(axis=0)
        whole = float(people[reached].sum())
        out[threat_id] = {
            "in_range": whole,
            **{
                str(end): float(people[siting.covered(judgement, cases, sites, k)].sum())
                for k, end in enumerate(ENDS)
            },
        }
    return out


def _by_threat(this: Study) -> dict[str, list[int]]:
    """The cases of each threat, and of all together."""
    out: dict[str, list[int]] = {}
    for row, case in enumerate(this.cases):
        out.setdefault(case.threat_id, []).append(row)
    return {**out, "all": list(range(len(this.cases)))}


def launchers_away(this: Study, progress: Progress | None = None) -> dict[str, Any]:
    """What two launchers away from the radar add: the radar stays, launchers stand on the sites."""
    spacing_m, sites_m = _spacings_m(this)
    latitude, longitude, people = _grid(this, spacing_m)
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
    base = _shares(this, judgement, [0], people)
    away = siting.distances_m(sites, here.latitude_deg, here.longitude_deg)
    rows = [
        _beside(site, float(away[k]), base, _shares(this, judgement, [0, k], people))
        for k, site in enumerate(sites)
        if k > 0
    ]
    rows.sort(key=lambda row: -row["added"])
    return {
        "here": base,
        "named": [row for row in rows if not row["site"].startswith("cell-")],
        "best": rows[:5],
        "grid_spacing_m": spacing_m,
        "limits": "people defended against every launch point that reaches them, in the mean over "
        "the threats to rank; the launchers get their data from the one radar",
    }


def _beside(
    site: siting.Site, distance_m: float, base: dict[str, Any], both: dict[str, Any]
) -> dict[str, Any]:
    """One site for launchers: people that it adds, by threat."""
    by_threat = {name: both[name]["value"] - base[name]["value"] for name in base if name != "all"}
    return {
        "site": site.id,
        "name": site.name,
        "latitude_deg": site.latitude_deg,
        "longitude_deg": site.longitude_deg,
        "distance_m": distance_m,
        "people_added": by_threat,
        # To rank: the mean over the threats.
        "added": sum(by_threat.values()) / max(len(by_threat), 1),
    }


def where_to_stand(
    this: Study,
    name: str,
    latitude_deg: float,
    longitude_deg: float,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """From where a battery with its radar would defend one place, by threat."""
    spacing_m, _ = _spacings_m(this)
    sites = [*siting.named_sites(this), *siting.grid_sites(this, spacing_m)]
    judgement = siting.judge_sites(
        this, sites, np.array([latitude_deg]), np.array([longitude_deg]), progress
    )
    rows: list[dict[str, Any]] = []
    away = siting.distances_m(sites, latitude_deg, longitude_deg)
    for k, site in enumerate(sites):
        by_threat = {
            threat_id: {
                end: bool(siting.covered(judgement, cases, [k], e)[0]) for e, end in enumerate(ENDS)
            }
            for threat_id, cases in _by_threat(this).items()
            if judgement.is_flown[cases].any()
        }
        rows.append(
            {
                "site": site.id,
                "name": site.name,
                "latitude_deg": site.latitude_deg,
                "longitude_deg": site.longitude_deg,
                "boresight_deg": site.boresight_deg,
                "distance_m": float(away[k]),
                "defended": by_threat,
                "threats_defended": sum(
                    state[End.VALUE] for name_, state in by_threat.items() if name_ != "all"
                ),
            }
        )
    reached = {name_: judgement.is_flown[cases].any() for name_, cases in _by_threat(this).items()}
    threats = [name_ for name_, is_reached in reached.items() if is_reached and name_ != "all"]
    return {
        "place": name,
        "latitude_deg": latitude_deg,
        "longitude_deg": longitude_deg,
        "threats": threats,
        "spacing_m": spacing_m,
        # Of a place that nothing reaches there is nothing to say: it needs no battery.
        "by_threat": [_standing(rows, name_) for name_ in [*threats, "all"] if reached[name_]],
        "sites": rows,
        "limits": "the radar looks along the middle of the directions to the launch points",
    }


def _standing(rows: list[dict[str, Any]], threat_id: str) -> dict[str, Any]:
    """From how many sites a place is defended against one threat, and how near they are."""
    good = [row for row in rows if row["defended"][threat_id]["value"]]
    return {
        "threat": threat_id,
        "sites": len(good),
        "of": len(rows),
        "distance_m": [min(r["distance_m"] for r in good), max(r["distance_m"] for r in good)]
        if good
        else None,
        "named": [row["name"] for row in good if not row["site"].startswith("cell-")],
    }


def batteries_needed(this: Study, progress: Progress | None = None) -> dict[str, Any]:
    """Candidate sites ranked, and how many batteries a half, two thirds, nine tenths take."""
    spacing_m, sites_m = _spacings_m(this)
    latitude, longitude, people = _grid(this, spacing_m)
    sites = [*siting.named_sites(this), *siting.grid_sites(this, sites_m)]
    judgement = siting.judge_sites(this, sites, latitude, longitude, progress)
    ranked: list[dict[str, Any]] = []
    for k, site in enumerate(sites):
        shares = _shares(this, judgement, [k], people)
        ranked.append(
            {
                "site": site.id,
                "name": site.name,
                "latitude_deg": site.latitude_deg,
                "longitude_deg": site.longitude_deg,
                "boresight_deg": site.boresight_deg,
                "people": shares,
                # To rank: the mean over the threats of the share of those in range.
                "mean_share": float(
                    np.mean(
                        [
                            s["value"] / s["in_range"]
                            for name, s in shares.items()
                            if name != "all" and s["in_range"] > 0.0
                        ]
                        or [0.0]
                    )
                ),
            }
        )
    ranked.sort(key=lambda row: -row["mean_share"])
    return {
        "named": [row for row in ranked if not row["site"].startswith("cell-")],
        "best_of_grid": [row for row in ranked if row["site"].startswith("cell-")][:5],
        "needed": [
            _needed(judgement, sites, cases, people, threat_id)
            for threat_id, cases in _by_threat(this).items()
        ],
        "sites": len(sites),
        "grid_spacing_m": spacing_m,
        "site_spacing_m": sites_m,
        "limits": "full batteries with their own radars; a share is of the people that the threat "
        "reaches; a place counts if against every launch point that reaches it a battery defends it",
    }


def _needed(
    judgement: siting.Judgement,
    sites: list[siting.Site],
    cases: list[int],
    people: Floats,
    threat_id: str,
) -> dict[str, Any]:
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
            {
                "share": name,
                "fraction": share,
                "batteries": None if exact is None else len(exact.sites),
                "greedy": len(quick.sites) if has_quick else None,
                "sites": [] if exact is None else [sites[k].name for k in exact.sites],
            }
        )
    return {
        "threat": threat_id,
        "people_in_range": whole,
        "greatest_share": float(people[everywhere].sum()) / whole if whole else None,
        "rows": rows,
    }
