"""What of ours stands beside a statement about a battery: joint draws, windows and numbers of batteries.

A share is that of the joint draws of :mod:`shieldmap.footprint.spread`, in which everything that is
disputed moves at once; its span holds 5 to 95 % of them.
"""

from collections.abc import Sequence
from functools import cache
from statistics import median
from typing import Any, Final

import numpy as np

from shieldmap import campaign, footprint, scenario as scenarios
from shieldmap.answers.flight_cache import FlightCache
from shieldmap.campaign import Case, Study
from shieldmap.footprint import siting
from shieldmap.footprint.area import CELL
from shieldmap.questions.places import coarse_grid, spacings_m
from shieldmap.reproduced.asked import BatteriesAsked, BatteryAsked
from shieldmap.reproduced.flown import Ours
from shieldmap.results import Engagement
from shieldmap.scenario import LaunchPoint, Scenario

SPACING_KM: Final = 30.0
"""Cells on which a share of the area is counted: with 20 km it moves by two points at most."""

_QUANTILES: Final = (0.05, 0.5, 0.95)
_WHOLE_TURN_DEG: Final = 360.0
_VALUE, _BAD = 0, 1


def changed_scenario(asked: BatteryAsked) -> Scenario:
    """The embedded study with what the analysis changes: it can be written to a file and run."""
    given = scenarios.load(asked.scenario)
    changes: dict[str, Any] = {key: _as_file_value(value) for key, value in asked.changes.items()}
    if asked.site is not None:
        changes |= _at_site(given, asked.site)
    if changes:
        given = scenarios.changed(given, changes)
    kept = tuple(
        one.model_copy(update={"launch_points": _starts(one.launch_points, asked.starts)})
        for one in given.threats
        if one.id in asked.threats and _starts(one.launch_points, asked.starts)
    )
    return given.model_copy(update={"threats": kept})


def _as_file_value(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _starts(flown: Sequence[str], asked: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for one in flown if not asked or one in asked)


def _at_site(given: Scenario, name: str) -> dict[str, Any]:
    """The battery and its radar at a candidate site; the radar watches all launch points from there."""
    site = next(one for one in given.candidate_sites if one.id == name)
    there = {
        "latitude_deg": site.latitude_deg,
        "longitude_deg": site.longitude_deg,
        "altitude_m": site.altitude_m,
    }
    looks = _azimuths_deg(site.latitude_deg, site.longitude_deg, given.launch_points)
    middle = float(
        siting.boresights_deg(
            np.array([site.latitude_deg]), np.array([site.longitude_deg]), given.launch_points
        )[0]
    )
    off = (looks - middle + 180.0) % _WHOLE_TURN_DEG - 180.0
    ends = [round(float(middle + end) % _WHOLE_TURN_DEG, 1) for end in (off.min(), off.max())]
    moved = {f"defence.battery.{key}": value for key, value in there.items()}
    moved |= {f"defence.radar.{key}": value for key, value in there.items()}
    return moved | {
        "defence.radar.boresight_deg": round(middle, 1),
        "defence.radar.watched_deg": ends,
    }


def _azimuths_deg(
    latitude_deg: float, longitude_deg: float, points: Sequence[LaunchPoint]
) -> np.ndarray:
    """The directions of launch points, each of them alone in the view."""
    here = np.array([latitude_deg]), np.array([longitude_deg])
    return np.array([float(siting.boresights_deg(*here, [one])[0]) for one in points])


@cache
def _shared_flights() -> FlightCache:
    """What is flown does not depend on the defence: several numbers share it."""
    return FlightCache()


_tabled: dict[tuple[str, str, str], Case] = {}


def _as_arrays(given: Scenario) -> Study:
    """The scenario as arrays; a missile from a launch point is tabled once."""
    cases = []
    for threat, point in given.pairs:
        name = given.name, threat.id, point.id
        if name not in _tabled:
            _tabled[name] = campaign.case_of(
                threat, point, given.catalogue, campaign.tables_of_air()
            )
        cases.append(_tabled[name])
    return campaign.study(given, tuple(cases), campaign.ENDS_ONLY)


@cache
def _joint_draws(asked_json: str) -> tuple[Study, footprint.Places, footprint.JointDraws]:
    """The joint draws of what is asked, on a coarse grid or at its place."""
    asked = BatteryAsked.model_validate_json(asked_json)
    given = changed_scenario(asked)
    if asked.end is None:
        grid = given.grid.model_copy(update={"spacing_km": SPACING_KM})
        given = given.model_copy(update={"grid": grid, "towns": None, "assets": ()})
        where = footprint.places(given)
    else:
        asset = next(one for one in given.assets if one.id == asked.end)
        where = footprint.one_place(asset.latitude_deg, asset.longitude_deg)
    this = _as_arrays(given)
    drawn = footprint.draw_together(
        this,
        where=where,
        flights_of=lambda case, there: _shared_flights().drawn(this, case, there),
        is_headline=True,
    )
    return this, where, drawn


def of_battery(asked: BatteryAsked) -> Ours:
    """A share over the joint draws, or the seconds of a window at the values."""
    if asked.take in ("window", "at_values"):
        return _at_the_values(asked)
    _, where, drawn = _joint_draws(asked.model_dump_json(by_alias=True))
    threatened = np.asarray(drawn.is_flown.any(axis=0))
    defended = np.asarray((drawn.is_defended | ~drawn.is_flown).all(axis=0) & threatened)
    if asked.end is not None:
        reached = threatened[0]
        share = float(defended[0][reached].mean()) if reached.any() else None
        return Ours(share, None, None, _command(asked))
    cells = where.kind == CELL
    areas = where.area_m2[cells]
    shares = areas @ defended[cells] / areas.sum()
    low, middle, high = (float(one) for one in np.quantile(shares, _QUANTILES))
    return Ours(middle, low, high, _command(asked))


def _at_the_values(asked: BatteryAsked) -> Ours:
    """A verdict with its bad and good end, or the seconds of a window over the launch points.

    A verdict is 1 where the place is defended against all launch points.  A window runs from the earliest
    to the latest intercept, and is 0 where no shot fits; the value is that of the middle launch point,
    the span that of all.
    """
    given = changed_scenario(asked)
    asset = next(one for one in given.assets if one.id == asked.end)
    this = _as_arrays(given)
    told = [
        footprint.why(this, case, asset.latitude_deg, asset.longitude_deg) for case in this.cases
    ]
    found = [one for one in told if isinstance(one, Engagement)]
    if not found:
        return Ours(None, None, None, _command(asked))
    if asked.take == "window":
        windows = [_seconds_open(one) for one in found]
        return Ours(median(windows), min(windows), max(windows), _command(asked))
    verdicts = (
        all(one.defended for one in found),
        all(one.defended_bad for one in found),
        all(one.defended_good for one in found),
    )
    value, bad, good = (float(one) for one in verdicts)
    return Ours(value, bad, good, _command(asked))


def _seconds_open(found: Engagement) -> float:
    times = {one.event: one.time_s for one in found.timeline}
    first, last = times.get("earliest intercept"), times.get("latest intercept")
    return max(last - first, 0.0) if first is not None and last is not None else 0.0


def _command(asked: BatteryAsked) -> str:
    place = "" if asked.end is None else f" --why {asked.end}"
    threat = f" --threat {asked.threats[0]}" if len(asked.threats) == 1 else ""
    start = f" --from {asked.starts[0]}" if len(asked.starts) == 1 else ""
    is_changed = asked.site is not None or bool(asked.changes)
    study = "STUDY.toml" if is_changed else asked.scenario
    return f"shieldmap defend {study}{place}{threat}{start}"


def of_batteries(asked: BatteriesAsked) -> Ours:
    """The least number of batteries that defend a share of the people: at the values, at the bad end.

    A battery may stand on a candidate site or in any cell of a coarse grid.  Where no number of them
    suffices at the bad end there is no high end.
    """
    given = scenarios.load(asked.scenario)
    kept = tuple(one for one in given.threats if one.id in asked.threats)
    this = _as_arrays(given.model_copy(update={"threats": kept}))
    spacing_m, sites_m = spacings_m(this)
    latitude, longitude, people = coarse_grid(this, spacing_m)
    sites = [*siting.named_sites(this), *siting.grid_sites(this, sites_m)]
    judged = siting.judge_sites(this, sites, latitude, longitude)
    every = list(range(len(this.cases)))
    found = [siting.fewest(judged, every, people, asked.share, end) for end in (_VALUE, _BAD)]
    value, bad = (None if one is None else float(len(one.sites)) for one in found)
    return Ours(value, value, bad, f"shieldmap ask batteries {asked.scenario}")
