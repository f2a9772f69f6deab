"""Choosing a track, choosing a launcher, and the shots that follow.

Fire control sees what it can know: tracks, launchers, channels and the results that were assessed.
Whether a shot hits is drawn when it is fired and known only after the assessment.

Arguments of the kernels: those of :mod:`shieldmap.battle.fighting`, and ``at_s``, the moment of an
event or the first at which a launcher may fire.
"""

import math
from typing import NamedTuple

from shieldmap.battle.draws import KILL, uniform
from shieldmap.battle.queue import push
from shieldmap.battle.state import (
    ASSESS,
    AT_OTHERS,
    AT_STOPPED,
    EVENTS,
    FREE,
    HITS,
    KIND,
    LOG_ALTITUDE,
    LOG_ASSESSED,
    LOG_BATTERY,
    LOG_HIT,
    LOG_INTERCEPT,
    LOG_LAUNCH,
    LOG_MISSILE,
    LOG_OBJECT,
    LOG_ORDERED,
    LOG_SITE,
    LOG_WARHEAD,
    READY,
    SHOTS,
)
from shieldmap.kernels import njit
from shieldmap.model import Assignment, Outcome

_SATURATED, _EMPTY = int(Outcome.SATURATED), int(Outcome.NO_INTERCEPTOR)
_NOT_SORTED, _RADAR_LOST = int(Outcome.NOT_SORTED), int(Outcome.RADAR_LOST)
_VALUE_WEIGHTED = int(Assignment.VALUE_WEIGHTED)
# A launch at most this long after it was ordered is fired now; later ones are ordered later.
_SOON_S = 1.5
_SLACK_S = 1e-3


@njit(_nrt=False)
def add_event(w, at_s, kind, what):
    """Add an event of a kind; ``what`` tells the tracks, batteries and radars that it is about."""
    w.counters[EVENTS] = push(w.event_s, w.event_code, w.counters[EVENTS], at_s, kind * KIND + what)


@njit(_nrt=False, forceinline=True)
def mark_progress(w, i, code):
    """Remember how far the defence came against a track: the least ``code`` is the farthest."""
    w.tracks[i].stage = min(w.tracks[i].stage, code)


@njit(_nrt=False, forceinline=True)
def _first_entry(f, path, site, after_s, least_m, greatest_m):
    """The first entry with a launch not before a moment and an altitude in bounds; -1 if none.

    ``path`` and ``site`` are the indices of a flight and a launcher site.
    """
    n = f.counts[path, site]
    # Launches rise along the entries: halving finds the first, where many launchers ask.
    low, high = 0, n
    while low < high:
        middle = (low + high) // 2
        if f.entries[path, site, middle, 0] < after_s - _SLACK_S:
            low = middle + 1
        else:
            high = middle
    for j in range(low, n):
        altitude = f.entries[path, site, j, 2]
        if least_m <= altitude <= greatest_m:
            return j
    return -1


@njit(_nrt=False, forceinline=True)
def _bounds_m(f, w, i):
    """Altitudes of intercept that are allowed against a track that was not told from others."""
    m = f.track_missile[i]
    if f.missiles[m].objects == 1 or w.tracks[i].is_told:
        return -math.inf, math.inf
    if f.is_gated:
        return -math.inf, f.missiles[m].sorting_altitude_m
    if w.tracks[i].is_warhead:
        return -math.inf, math.inf
    # Below, the air has shown that this object is none.
    return f.missiles[m].sorting_altitude_m, math.inf


@njit(_nrt=False, forceinline=True)
def _best_launcher(f, w, b, i, at_s):
    """The launcher that meets a track first: (launcher, entry, launch); -1 without one."""
    m = f.track_missile[i]
    path, began_s = f.missiles[m].path, f.missiles[m].launch_s
    least_m, greatest_m = _bounds_m(f, w, i)
    lost_s = f.radars[f.batteries[b].radar].lost_s
    best, entry, first = -1, -1, math.inf
    j, asked_site, asked_s = -1, -1, math.nan
    for one in range(f.batteries[b].first, f.batteries[b].end):
        if w.launchers[one].loaded == 0:
            continue
        site = f.launchers[one].site
        free_s = max(at_s, w.launchers[one].free_s)
        if site != asked_site or free_s != asked_s:
            j = _first_entry(f, path, site, free_s - began_s, least_m, greatest_m)
            asked_site, asked_s = site, free_s
        if j < 0:
            continue
        meets = began_s + f.entries[path, site, j, 1]
        if meets > lost_s:
            mark_progress(w, i, _RADAR_LOST)
        # Of two that meet it at once the fuller one shoots.
        elif meets < first or (
            meets == first and w.launchers[one].loaded > w.launchers[best].loaded
        ):
            best, entry, first = one, j, meets
    return best, entry


@njit(_nrt=False, forceinline=True)
def _channel(f, w, b):
    """The channel that is free first."""
    best, first = 0, w.channel_s[b, 0]
    for k in range(1, f.batteries[b].simultaneous):
        if first == -math.inf:
            break
        if w.channel_s[b, k] < first:
            best, first = k, w.channel_s[b, k]
    return best


@njit(_nrt=False, forceinline=True)
def free_at(f, w, b):
    """When a battery can fire again; infinite when nothing is left."""
    first = math.inf
    for one in range(f.batteries[b].first, f.batteries[b].end):
        if w.launchers[one].loaded > 0:
            first = min(first, w.launchers[one].free_s)
    return max(first, w.channel_s[b, _channel(f, w, b)])


@njit(_nrt=False, forceinline=True)
def _take_interceptor(f, w, b, one, launch_s):
    """An interceptor leaves launcher ``one``; an empty one is loaded while the reserve lasts."""
    w.launchers[one].free_s = launch_s + f.batteries[b].spacing_s
    w.launchers[one].loaded -= 1
    w.batteries[b].spent += 1
    w.batteries[b].last_s = max(w.batteries[b].last_s, launch_s)
    if w.launchers[one].loaded == 0 and w.batteries[b].reserve > 0:
        taken = min(f.launchers[one].loaded, w.batteries[b].reserve)
        w.batteries[b].reserve -= taken
        w.launchers[one].loaded = taken
        w.launchers[one].free_s = launch_s + max(f.batteries[b].reload_s, f.batteries[b].spacing_s)
    left = w.batteries[b].reserve
    for other in range(f.batteries[b].first, f.batteries[b].end):
        left += w.launchers[other].loaded
    if left == 0:
        w.batteries[b].emptied_s = w.batteries[b].last_s


@njit(_nrt=False, forceinline=True)
def _resolve(w, key, b, i, hit_s):
    """Draw whether a shot hits, and count it; returns whether it does.

    A shot counts as one at a stopped missile if a hit that was ordered before it comes earlier.
    """
    draw = uniform(key, KILL, i, w.looks[i, b] * 64 + w.tracks[i].shots % 64 + 4096 * b)
    is_hit = draw < w.batteries[b].kill and not w.batteries[b].layer_fails
    w.counters[SHOTS] += 1
    w.tracks[i].shots += 1
    if not w.batteries[b].layer_fails:
        w.tracks[i].sound_shots += 1
    if not w.tracks[i].is_warhead:
        w.counters[AT_OTHERS] += 1
    elif w.tracks[i].stopped_s <= hit_s:
        w.counters[AT_STOPPED] += 1
    if is_hit:
        w.counters[HITS] += 1
        if hit_s < w.tracks[i].stopped_s:
            w.tracks[i].stopped_s, w.tracks[i].stopped_by = hit_s, b
    return is_hit


class Shot(NamedTuple):
    """One interceptor: its launcher and entry, when it was ordered, leaves and meets, whether it hits."""

    launcher: int
    entry: int
    ordered_s: float
    launch_s: float
    hit_s: float
    is_hit: bool


@njit(_nrt=False, forceinline=True)
def _write(f, w, log, b, i, shot):
    """Write ``shot``, a :class:`Shot`, into the log."""
    row = w.counters[SHOTS] - 1
    if row >= log.shape[0]:
        return
    m = f.track_missile[i]
    path, site = f.missiles[m].path, f.launchers[shot.launcher].site
    log[row, LOG_BATTERY], log[row, LOG_SITE] = b, site
    log[row, LOG_MISSILE], log[row, LOG_OBJECT] = m, i - f.missiles[m].first_track
    log[row, LOG_WARHEAD], log[row, LOG_ORDERED] = w.tracks[i].is_warhead, shot.ordered_s
    log[row, LOG_LAUNCH], log[row, LOG_INTERCEPT] = shot.launch_s, shot.hit_s
    log[row, LOG_ALTITUDE] = f.entries[path, site, shot.entry, 2]
    log[row, LOG_HIT] = shot.is_hit
    log[row, LOG_ASSESSED] = shot.hit_s + f.batteries[b].assessment_s


@njit(_nrt=False)
def _fire(f, w, key, b, i, now_s, log):
    """Fire a salvo at a track; returns how many interceptors left."""
    m = f.track_missile[i]
    path, began_s = f.missiles[m].path, f.missiles[m].launch_s
    fired, at_s, last_s = 0, now_s, -math.inf
    while fired < f.batteries[b].salvo:
        channel = _channel(f, w, b)
        at_s = max(at_s, w.channel_s[b, channel])
        one, j = _best_launcher(f, w, b, i, at_s)
        if one < 0:
            break
        site = f.launchers[one].site
        # An entry counts from one moment to the next: the launch waits for it.
        launch_s = max(at_s, began_s + f.entries[path, site, j, 0])
        if fired == 0 and launch_s > now_s + _SOON_S:
            add_event(w, launch_s, READY, i * f.batteries.size + b)
            return 0
        # A shot that has to wait until the others are assessed is no part of the salvo.
        if fired > 0 and launch_s >= last_s + f.batteries[b].assessment_s:
            break
        hit_s = began_s + f.entries[path, site, j, 1]
        _take_interceptor(f, w, b, one, launch_s)
        w.channel_s[b, channel] = hit_s
        is_hit = _resolve(w, key, b, i, hit_s)
        _write(f, w, log, b, i, Shot(one, j, now_s, launch_s, hit_s, is_hit))
        last_s = max(last_s, hit_s)
        fired += 1
        at_s = launch_s + f.batteries[b].spacing_s
    if fired > 0:
        w.looks[i, b] += 1
        known_s = last_s + f.batteries[b].assessment_s
        if known_s > w.tracks[i].busy_until_s:
            w.tracks[i].busy_until_s, w.tracks[i].busy_by = known_s, b
        add_event(w, known_s, ASSESS, i)
    elif f.is_gated and f.missiles[m].objects > 1 and not w.tracks[i].is_told:
        mark_progress(w, i, _NOT_SORTED)
    elif w.tracks[i].stage > _RADAR_LOST:
        mark_progress(w, i, _SATURATED)
    return fired


@njit(_nrt=False, forceinline=True)
def _may_wait_for(f, w, b, i, now_s):
    """Whether a track waits rightly for a battery: 1 yes, 0 not any more."""
    m = f.track_missile[i]
    if w.tracks[i].known_s <= now_s or w.looks[i, b] >= f.batteries[b].looks:
        return False
    if f.spans[m, b].close_s < now_s - _SLACK_S:
        mark_progress(w, i, _SATURATED)
        return False
    if w.tracks[i].busy_until_s > now_s:
        # Another battery's shots are under way: shoot now only where waiting leaves no shot.
        is_last = f.spans[m, b].close_s < w.tracks[i].busy_until_s and w.tracks[i].busy_by != b
        return f.batteries[b].may_double and is_last
    return True


@njit(_nrt=False, forceinline=True)
def _pick(f, w, b, now_s):
    """Take the track to shoot at first out of those that wait; -1 if none does rightly."""
    best, best_at, best_key, best_tie = -1, -1, math.inf, math.inf
    k = 0
    while k < w.batteries[b].waiting:
        i = w.waiting[b, k]
        if not _may_wait_for(f, w, b, i, now_s):
            w.waits[i, b] = False
            w.batteries[b].waiting -= 1
            w.waiting[b, k] = w.waiting[b, w.batteries[b].waiting]
            continue
        m = f.track_missile[i]
        key = tie = f.spans[m, b].close_s
        if f.assignment == _VALUE_WEIGHTED:
            key = -f.missiles[m].weight
        if key < best_key or (
            key == best_key and (tie < best_tie or (tie == best_tie and i < best))
        ):
            best, best_at, best_key, best_tie = i, k, key, tie
        k += 1
    if best >= 0:
        w.waits[best, b] = False
        w.batteries[b].waiting -= 1
        w.waiting[b, best_at] = w.waiting[b, w.batteries[b].waiting]
    return best


@njit(_nrt=False)
def shoot(f, w, key, b, now_s, log):
    """A battery shoots at the tracks that wait for it, as long as it can."""
    while w.batteries[b].waiting > 0:
        free_s = free_at(f, w, b)
        if free_s == math.inf:
            for k in range(w.batteries[b].waiting):
                i = w.waiting[b, k]
                w.waits[i, b] = False
                if w.tracks[i].known_s > now_s and w.tracks[i].busy_until_s <= now_s:
                    mark_progress(w, i, _EMPTY)
            w.batteries[b].waiting = 0
            return
        if free_s > now_s:
            if w.batteries[b].wake_s <= now_s or free_s < w.batteries[b].wake_s:
                w.batteries[b].wake_s = free_s
                add_event(w, free_s, FREE, b)
            return
        i = _pick(f, w, b, now_s)
        if i >= 0:
            _fire(f, w, key, b, i, now_s, log)
