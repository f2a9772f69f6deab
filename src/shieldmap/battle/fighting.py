"""One raid fought many times: events in the order of time, trial by trial.

Arguments of the kernels of this folder: ``f`` is the :class:`Field`, ``w`` the :class:`Board` of a
trial and ``key`` that of its draws; ``m``, ``i``, ``b`` and ``r`` are indices of a missile, a track,
a battery and a radar; ``now_s`` is the moment; ``log`` (shots, 11) is filled while it has rows.
"""

import math
from typing import Final

import numpy as np

from shieldmap.battle.draws import (
    LAYER_FAILS,
    LAYER_KILLS,
    RADAR_FAILS,
    RADAR_TRACKS,
    SORTED,
    WARHEAD,
    trial_key,
    uniform,
)
from shieldmap.battle.queue import pop
from shieldmap.battle.shooting import add_event, mark_progress, shoot
from shieldmap.battle.state import (
    ASSESS,
    AT_OTHERS,
    AT_STOPPED,
    DETECT,
    EVENTS,
    FREE,
    KIND,
    LOG_COLUMNS,
    READY,
    RELEASE,
    SHOTS,
    Board,
    Field,
    new_boards,
)
from shieldmap.kernels import njit, prange
from shieldmap.model import Floats, Outcome, Trials

_CHUNKS: Final = 64
_LEAST_CHUNKS: Final = 4
_MEMORY_BYTES: Final = 128_000_000
_NOT_TRACKED, _RADAR_LOST = int(Outcome.NOT_TRACKED), int(Outcome.RADAR_LOST)
_MISSED, _COMMON_MODE = int(Outcome.MISSED), int(Outcome.COMMON_MODE)
_OUT_OF_REACH: Final = int(Outcome.OUT_OF_REACH)
_REASONS: Final = len(Outcome)


@njit(_nrt=False)
def _quantile(table, share):
    """Value of a table (k,) at a share from 0 to 1 of its length."""
    at = share * (table.size - 1)
    i = min(int(at), table.size - 2)
    return table[i] + (at - i) * (table[i + 1] - table[i])


@njit(_nrt=False)
def _draw_once(f, w, key):
    """What is drawn once for a trial: what fails as a whole, and each layer's probability."""
    for r in range(w.radars.size):
        w.radars[r].fails = uniform(key, RADAR_FAILS, r, 0) < f.radars[r].failure
        w.radars[r].held = w.radars[r].head = w.radars[r].tail = 0
    for b in range(w.batteries.size):
        layer = f.batteries[b].layer
        w.batteries[b].layer_fails = (
            uniform(key, LAYER_FAILS, layer, 0) < f.batteries[b].common_mode
        )
        draw = uniform(key, LAYER_KILLS, layer, 0)
        w.batteries[b].kill = _quantile(f.kill_quantiles[b], draw)
        w.batteries[b].waiting = w.batteries[b].spent = 0
        w.batteries[b].wake_s, w.batteries[b].emptied_s = -math.inf, math.nan
        w.batteries[b].last_s = -math.inf
        w.batteries[b].reserve = f.batteries[b].reloads
        for k in range(f.batteries[b].simultaneous):
            w.channel_s[b, k] = -math.inf
    for one in range(w.launchers.size):
        w.launchers[one].loaded, w.launchers[one].free_s = f.launchers[one].loaded, -math.inf
    for k in range(w.counters.size):
        w.counters[k] = 0


@njit(_nrt=False)
def _draw_tracks(f, w, key):
    """Which object is the warhead, whether it is told from the others, and who is tracked."""
    for m in range(f.missiles.size):
        objects = f.missiles[m].objects
        told = uniform(key, SORTED, m, 0) < f.missiles[m].discrimination
        chosen = min(int(uniform(key, WARHEAD, m, 0) * objects), objects - 1)
        for k in range(objects):
            i = f.missiles[m].first_track + k
            w.tracks[i].is_warhead = k == chosen
            w.tracks[i].is_told = objects == 1 or told
            w.tracks[i].busy_until_s, w.tracks[i].busy_by = -math.inf, -1
            w.tracks[i].stopped_s, w.tracks[i].stopped_by, w.tracks[i].known_s = (
                math.inf,
                -1,
                math.inf,
            )
            w.tracks[i].stage, w.tracks[i].shots, w.tracks[i].sound_shots = _OUT_OF_REACH, 0, 0
            for b in range(w.batteries.size):
                w.looks[i, b] = 0
                w.waits[i, b] = False
            for r in range(w.radars.size):
                draw = uniform(key, RADAR_TRACKS, m, k * 64 + r)
                w.sights[i, r].is_held = (
                    draw < f.radars[r].track_probability and not f.radars[r].is_limited
                )
                w.sights[i, r].delay_s = 0.0


@njit(_nrt=False, forceinline=True)
def _ready_track(f, w, i, b):
    """A track can be shot at by a battery from now on; returns the battery's bit if it waits."""
    r = f.batteries[b].radar
    if w.radars[r].fails:
        mark_progress(w, i, _RADAR_LOST)
        return 0
    if not w.sights[i, r].is_held:
        mark_progress(w, i, _NOT_TRACKED)
        return 0
    # Fire control does not shoot at what it knows to be no warhead, and waits for the air where
    # it is told to.
    if not w.tracks[i].is_warhead and (w.tracks[i].is_told or f.is_gated):
        return 0
    if not w.waits[i, b]:
        w.waits[i, b] = True
        w.waiting[b, w.batteries[b].waiting] = i
        w.batteries[b].waiting += 1
    return 1 << b


@njit(_nrt=False)
def _take_track(f, w, i, r, now_s, key):
    """A radar with a limit begins a track; its batteries can shoot as much later as it is late."""
    if w.tracks[i].known_s <= now_s:
        return
    m = f.track_missile[i]
    if uniform(key, RADAR_TRACKS, m, (i - f.missiles[m].first_track) * 64 + r) >= (
        f.radars[r].track_probability
    ):
        mark_progress(w, i, _NOT_TRACKED)
        return
    w.sights[i, r].is_held = True
    w.radars[r].held += 1
    detected_s = f.missiles[m].launch_s + f.detected_s[f.missiles[m].path, r]
    w.sights[i, r].delay_s = now_s - detected_s
    add_event(w, f.missiles[m].impact_s, RELEASE, i * w.radars.size + r)
    for b in range(w.batteries.size):
        if f.batteries[b].radar == r and f.spans[m, b].open_s == f.spans[m, b].open_s:
            add_event(
                w, f.spans[m, b].open_s + w.sights[i, r].delay_s, READY, i * w.batteries.size + b
            )


@njit(_nrt=False)
def _detect(f, w, i, r, now_s, key):
    """A radar with a limit sees a track: it begins it, or the track waits for a place."""
    if not w.tracks[i].is_warhead and w.tracks[i].is_told:
        return
    if w.radars[r].held < f.radars[r].track_budget:
        _take_track(f, w, i, r, now_s, key)
    else:
        mark_progress(w, i, _NOT_TRACKED)
        w.queued[r, w.radars[r].tail] = i
        w.radars[r].tail += 1


@njit(_nrt=False)
def _release(f, w, i, r, now_s, key):
    """A radar's track ends, once; the next that waits for a place takes it."""
    if not w.sights[i, r].is_held:
        return
    w.sights[i, r].is_held = False
    w.radars[r].held -= 1
    while w.radars[r].head < w.radars[r].tail and w.radars[r].held < f.radars[r].track_budget:
        j = w.queued[r, w.radars[r].head]
        w.radars[r].head += 1
        if f.missiles[f.track_missile[j]].impact_s > now_s:
            _take_track(f, w, j, r, now_s, key)


@njit(_nrt=False)
def _assess(f, w, i, now_s, key):
    """The result of the last shots is known: the track ends, or waits again for all batteries."""
    if w.tracks[i].known_s <= now_s or w.tracks[i].busy_until_s > now_s:
        return 0
    if w.tracks[i].stopped_s <= now_s:
        w.tracks[i].known_s = now_s
        for r in range(w.radars.size):
            if f.radars[r].is_limited:
                _release(f, w, i, r, now_s, key)
        return 0
    m = f.track_missile[i]
    waits = 0
    for b in range(w.batteries.size):
        opens_s = f.spans[m, b].open_s + w.sights[i, f.batteries[b].radar].delay_s
        if f.spans[m, b].is_allowed and opens_s <= now_s <= f.spans[m, b].close_s:
            if w.looks[i, b] < f.batteries[b].looks:
                waits |= _ready_track(f, w, i, b)
    return waits


@njit(_nrt=False)
def _handle(f, w, code, now_s, key):
    """One event by its ``code``; returns the bits of the batteries that may want to shoot."""
    kind, what = code // KIND, code % KIND
    batteries, radars = w.batteries.size, w.radars.size
    if kind == READY:
        i, b = what // batteries, what % batteries
        return _ready_track(f, w, i, b) if f.spans[f.track_missile[i], b].is_allowed else 0
    if kind == ASSESS:
        return _assess(f, w, what, now_s, key)
    if kind == FREE:
        return 1 << what
    if kind == DETECT:
        _detect(f, w, what // radars, what % radars, now_s, key)
    elif kind == RELEASE:
        _release(f, w, what // radars, what % radars, now_s, key)
    return 0


@njit(_nrt=False)
def _fight(f, w, key, log):
    """One trial. Events of one moment are taken together before anybody shoots."""
    _draw_once(f, w, key)
    _draw_tracks(f, w, key)
    at, known = 0, f.static_s.size
    while at < known or w.counters[EVENTS] > 0:
        now_s = f.static_s[at] if at < known else math.inf
        if w.counters[EVENTS] > 0:
            now_s = min(now_s, w.event_s[0])
        waits = 0
        while at < known and f.static_s[at] <= now_s:
            waits |= _handle(f, w, f.static_code[at], now_s, key)
            at += 1
        while w.counters[EVENTS] > 0 and w.event_s[0] <= now_s:
            code = w.event_code[0]
            w.counters[EVENTS] = pop(w.event_s, w.event_code, w.counters[EVENTS])
            waits |= _handle(f, w, code, now_s, key)
        b = 0
        while waits > 0:
            if waits & 1:
                shoot(f, w, key, b, now_s, log)
            waits >>= 1
            b += 1


@njit(_nrt=False, forceinline=True)
def _warhead(f, w, m):
    """The track of a missile's warhead."""
    i = f.missiles[m].first_track
    while not w.tracks[i].is_warhead:
        i += 1
    return i


@njit(_nrt=False, forceinline=True)
def _reason(w, i):
    """Why a track that nobody stopped came through."""
    if w.tracks[i].shots > 0:
        return _MISSED if w.tracks[i].sound_shots > 0 else _COMMON_MODE
    return w.tracks[i].stage


@njit(_nrt=False)
def _count(f, w, trial, counts, groups, leaked_here, out):
    """Add a trial to the counts of its chunk and fill its own row of ``out``.

    ``counts`` is (paths, batteries + reasons), ``groups`` (groups, 3); ``leaked_here`` (groups,) is
    scratch.
    """
    batteries = w.batteries.size
    leakers, leaked = 0, 0.0
    for g in range(leaked_here.size):
        leaked_here[g] = 0
    for m in range(f.missiles.size):
        i = _warhead(f, w, m)
        column = w.tracks[i].stopped_by
        if column < 0:
            column = batteries + _reason(w, i)
        counts[f.missiles[m].path, column] += 1
        out.by_outcome[trial, column] += 1
        if column < batteries:
            continue
        leakers += 1
        leaked += f.missiles[m].weight
        leaked_here[f.missiles[m].group] += 1
    for g in range(leaked_here.size):
        groups[g, 0] += leaked_here[g]
        groups[g, 1] += leaked_here[g] * leaked_here[g]
        groups[g, 2] += leaked_here[g] == 0
    out.leakers[trial], out.leaked_weight[trial] = leakers, leaked
    out.at_others[trial], out.at_stopped[trial] = w.counters[AT_OTHERS], w.counters[AT_STOPPED]
    for b in range(batteries):
        out.spent[trial, b], out.emptied_s[trial, b] = (
            w.batteries[b].spent,
            w.batteries[b].emptied_s,
        )


@njit(parallel=True)
def _fight_trials(f, boards, seed, first_trial, counts, groups, out):
    """Fight all trials of ``out`` in chunks, numbered from ``first_trial``.

    ``boards``, counts and groups have an axis of chunks; ``seed`` is an integer.
    """
    trials, chunks = out.leakers.size, counts.shape[0]
    for chunk in prange(chunks):
        w = _board(boards, chunk)
        log = np.empty((0, LOG_COLUMNS))
        leaked_here = np.zeros(groups.shape[1], np.int64)
        for trial in range(chunk * trials // chunks, (chunk + 1) * trials // chunks):
            _fight(f, w, trial_key(seed, first_trial + trial), log)
            _count(f, w, trial, counts[chunk], groups[chunk], leaked_here, out)


@njit(_nrt=False, forceinline=True)
def _board(b, k):
    """Board ``k`` of ``b``."""
    return Board(
        b.tracks[k],
        b.looks[k],
        b.sights[k],
        b.batteries[k],
        b.waiting[k],
        b.waits[k],
        b.channel_s[k],
        b.launchers[k],
        b.radars[k],
        b.queued[k],
        b.counters[k],
        b.event_s[k],
        b.event_code[k],
    )


@njit(_nrt=False)
def _fight_logged(f, boards, seed, trial, log, ends):
    """Fight one trial on the first of ``boards``; fills ``ends`` (missiles, 3), returns the shots.

    ``seed`` and ``trial`` are integers.
    """
    w = _board(boards, 0)
    _fight(f, w, trial_key(seed, trial), log)
    for m in range(f.missiles.size):
        i = _warhead(f, w, m)
        ends[m, 0], ends[m, 1] = w.tracks[i].stopped_by, w.tracks[i].stopped_s
        ends[m, 2] = _reason(w, i)
    return w.counters[SHOTS]


def fight(this: Field, trials: int, seed: int, first_trial: int = 0) -> Trials:
    """Fight a raid many times; the trials are numbered from ``first_trial`` on.

    The boards of trials that are fought side by side take at most about 128 MB.
    """
    paths, b = this.counts.shape[0], this.batteries.size
    room = sum(part.nbytes for part in new_boards(1, this)) + 8 * paths * (b + _REASONS)
    chunks = min(max(_MEMORY_BYTES // room, _LEAST_CHUNKS), _CHUNKS, max(trials, 1))
    counts = np.zeros((chunks, paths, b + _REASONS), dtype=np.int64)
    groups = np.zeros((chunks, int(this.missiles["group"].max(initial=0)) + 1, 3), dtype=np.int64)
    out = Trials(
        outcomes=np.zeros((1, 1), dtype=np.int64),
        leakers=np.zeros(trials, dtype=np.int64),
        leaked_weight=np.zeros(trials),
        spent=np.zeros((trials, b), dtype=np.int64),
        at_others=np.zeros(trials, dtype=np.int64),
        at_stopped=np.zeros(trials, dtype=np.int64),
        emptied_s=np.full((trials, b), np.nan),
        by_outcome=np.zeros((trials, b + _REASONS), dtype=np.int64),
        groups=np.zeros((1, 3), dtype=np.int64),
    )
    _fight_trials(this, new_boards(chunks, this), seed, first_trial, counts, groups, out)
    return out._replace(outcomes=counts.sum(axis=0), groups=groups.sum(axis=0))


def fight_logged(this: Field, seed: int, trial: int = 0) -> tuple[Floats, Floats]:
    """Fight one trial and keep its shots, in the order in which they were ordered.

    Returns
    -------
    log (shots, columns ``LOG_*``), and ends (missiles, 3): the battery that stopped it or -1, when,
    and the reason where nobody did.
    """
    most = int(this.launchers["loaded"].sum() + this.batteries["reloads"].sum())
    log = np.full((max(most, 1), LOG_COLUMNS), np.nan)
    ends = np.full((this.missiles.size, 3), np.nan)
    shots = _fight_logged(this, new_boards(1, this), seed, trial, log, ends)
    return log[:shots], ends
