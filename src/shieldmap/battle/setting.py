"""Setting up a raid: the records that all its trials share."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from shieldmap.battle.state import (
    BATTERY,
    DETECT,
    KIND,
    LAUNCHER,
    MISSILE,
    RADAR,
    READY,
    SPAN,
    Field,
)
from shieldmap.model import (
    Assignment,
    Batteries,
    Floats,
    Ints,
    Launchers,
    Opportunities,
    RadarStates,
    RaidArrays,
)

MAX_BATTERIES: Final = 60
"""Batteries are marked by the bits of one number."""

_SLACK_S: Final = 1e-3
"""Times of the tables are rounded to less than this."""


def _missile_records(raid: RaidArrays) -> NDArray[np.void]:
    n = raid.path.size
    missiles = np.zeros(n, MISSILE)
    for name in set(MISSILE.names or ()) - {"first_track", "group"}:
        missiles[name] = getattr(raid, name)
    missiles["first_track"] = np.concatenate([[0], np.cumsum(raid.objects)[:-1]]) if n else 0
    missiles["group"] = raid.group if raid.group.size else 0
    return missiles


def field(
    opportunities: Opportunities,
    raid: RaidArrays,
    batteries: Batteries,
    launchers: Launchers,
    radars: RadarStates,
    assignment: int = Assignment.MOST_URGENT,
    plan: NDArray[np.bool_] | None = None,
) -> Field:
    """What all trials of a raid share.

    Parameters
    ----------
    opportunities : ``count`` and tables (paths, sites, entries), sites numbered over all batteries;
        ``detected_s`` has one column for each radar here, shape (paths, radars).
    plan : (missiles, batteries), whom a plan lets shoot at what; everybody without one.
    """
    if batteries.layer.size > MAX_BATTERIES:
        raise ValueError(f"{batteries.layer.size} batteries: expected at most {MAX_BATTERIES}")
    n, b = raid.path.size, batteries.layer.size
    spans = np.zeros((n, b), SPAN)
    spans["open_s"], spans["close_s"] = launch_spans(opportunities, raid, launchers, b)
    spans["is_allowed"] = True if plan is None else plan
    track_missile = np.repeat(np.arange(n), raid.objects).astype(np.int64)
    detected_s = _worth_tracking(opportunities, raid, batteries, spans["open_s"])
    states = _radar_records(radars, detected_s, raid)
    static_s, static_code = _static_events(
        detected_s, raid, batteries, spans["open_s"], track_missile, states["is_limited"]
    )
    vehicles = np.zeros(launchers.site.size, LAUNCHER)
    vehicles["site"], vehicles["loaded"] = launchers.site, launchers.loaded
    return Field(
        missiles=_missile_records(raid),
        spans=spans,
        track_missile=track_missile,
        batteries=_battery_records(batteries, launchers),
        kill_quantiles=np.ascontiguousarray(batteries.kill_quantiles),
        launchers=vehicles,
        radars=states,
        counts=np.ascontiguousarray(opportunities.entry_count),
        entries=np.stack(
            [opportunities.launch_s, opportunities.intercept_s, opportunities.altitude_m], axis=-1
        ),
        detected_s=np.ascontiguousarray(opportunities.detected_s),
        static_s=static_s,
        static_code=static_code,
        assignment=int(assignment),
        is_gated=bool(raid.is_gated),
    )


def _battery_records(batteries: Batteries, launchers: Launchers) -> NDArray[np.void]:
    b = batteries.layer.size
    out = np.zeros(b, BATTERY)
    for name in (
        "layer",
        "radar",
        "salvo",
        "looks",
        "simultaneous",
        "assessment_s",
        "spacing_s",
        "reload_s",
        "reloads",
        "may_double",
    ):
        out[name] = getattr(batteries, name)
    out["common_mode"] = batteries.common_mode[batteries.layer]
    out["first"] = np.searchsorted(launchers.battery, np.arange(b), side="left")
    out["end"] = np.searchsorted(launchers.battery, np.arange(b), side="right")
    return out


def _worth_tracking(
    opportunities: Opportunities, raid: RaidArrays, batteries: Batteries, open_s: Floats
) -> Floats:
    """When each radar detects each missile (n, r) at which one of its batteries can shoot.

    A radar keeps no place for the others, which it sees and lets go.
    """
    detected_s = opportunities.detected_s[raid.path].copy()
    for r in range(detected_s.shape[1]):
        able = np.isfinite(open_s[:, batteries.radar == r]).any(axis=1)
        detected_s[~able, r] = np.nan
    return detected_s


def _radar_records(radars: RadarStates, detected_s: Floats, raid: RaidArrays) -> NDArray[np.void]:
    out = np.zeros(radars.failure.size, RADAR)
    for name in ("track_budget", "track_probability", "failure", "lost_s"):
        out[name] = getattr(radars, name)
    seen = np.isfinite(detected_s)
    # Where everything fits, places need not be counted.
    out["is_limited"] = (seen * raid.objects[:, None]).sum(axis=0) > radars.track_budget
    return out


def launch_spans(
    opportunities: Opportunities, raid: RaidArrays, launchers: Launchers, batteries: int
) -> tuple[Floats, Floats]:
    """First and last launch of every battery at every missile, (n, b), NaN where none fits."""
    open_s = np.full((raid.path.size, batteries), np.nan)
    close_s = np.full((raid.path.size, batteries), np.nan)
    for b in range(batteries):
        for site in np.unique(launchers.site[launchers.battery == b]):
            last = opportunities.entry_count[raid.path, site] - 1
            has = last >= 0
            first_s = raid.launch_s + opportunities.launch_s[raid.path, site, 0]
            last_s = raid.launch_s + opportunities.launch_s[raid.path, site, np.maximum(last, 0)]
            open_s[has, b] = np.fmin(open_s[has, b], first_s[has])
            close_s[has, b] = np.fmax(close_s[has, b], last_s[has])
    return open_s, close_s


def looks_that_fit(
    opportunities: Opportunities, raid: RaidArrays, launchers: Launchers, batteries: Batteries
) -> Ints:
    """How many looks of each battery fit at each missile while nobody else shoots, (n, b).

    A look that follows another leaves when the result of that one is known. Where fire control waits
    until the air has sorted the objects, only intercepts below that altitude count.
    """
    waits = (raid.objects > 1) & bool(raid.is_gated)
    highest_m = np.where(waits, raid.sorting_altitude_m, np.inf)
    kinds = np.column_stack([raid.path, highest_m])
    out = np.zeros((raid.path.size, batteries.layer.size), dtype=np.int64)
    for path, below_m in np.unique(kinds, axis=0):
        mine = (raid.path == path) & (highest_m == below_m)
        for b in range(batteries.layer.size):
            loaded = (launchers.battery == b) & (launchers.loaded > 0)
            fits = [
                _looks_from(_entries(opportunities, int(path), site, below_m), batteries, b)
                for site in np.unique(launchers.site[loaded])
            ]
            out[mine, b] = max(fits, default=0)
    return out


def _entries(
    this: Opportunities, path: int, site: int, below_m: float
) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]:
    """Launches and intercepts (s) of one path from one site, those that meet it low enough."""
    count = this.entry_count[path, site]
    tables = (this.launch_s, this.intercept_s, this.altitude_m)
    launch_s, intercept_s, altitude_m = (table[path, site, :count] for table in tables)
    is_low = altitude_m <= below_m
    return launch_s[is_low], intercept_s[is_low]


def _looks_from(
    entries: tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]],
    batteries: Batteries,
    b: int,
) -> int:
    launch_s, intercept_s = entries
    salvo_s = float((batteries.salvo[b] - 1) * batteries.spacing_s[b])
    looks = entry = 0
    while looks < batteries.looks[b] and entry < launch_s.size:
        looks += 1
        # The result is known after the last shot of the salvo, or of as much of it as fits.
        last = min(int(np.searchsorted(launch_s, launch_s[entry] + salvo_s)), launch_s.size - 1)
        known_s = intercept_s[last] + batteries.assessment_s[b]
        entry = int(np.searchsorted(launch_s, known_s - _SLACK_S))
    return looks


def _static_events(
    detected_s: Floats,
    raid: RaidArrays,
    batteries: Batteries,
    open_s: Floats,
    track_missile: Ints,
    is_limited: NDArray[np.bool_],
) -> tuple[Floats, Ints]:
    """Events known before the raid: when tracks can be shot at, or are detected."""
    times, codes = [np.empty(0)], [np.empty(0, np.int64)]
    tracks = np.arange(track_missile.size)
    for b in range(batteries.layer.size):
        if not is_limited[batteries.radar[b]]:
            times.append(open_s[track_missile, b])
            codes.append(READY * KIND + tracks * batteries.layer.size + b)
    for r in np.flatnonzero(is_limited):
        times.append((raid.launch_s + detected_s[:, r])[track_missile])
        codes.append(DETECT * KIND + tracks * is_limited.size + r)
    time_s, code = np.concatenate(times), np.concatenate(codes).astype(np.int64)
    keep = np.isfinite(time_s)
    order = np.lexsort((code[keep], time_s[keep]))
    return time_s[keep][order], code[keep][order]
