"""Which number alone, or which two together, would change the verdict at a place.

Every number is taken alone from one end of a wide range to the other, the others at their values; the
verdict is that of the headline doctrine against every launch point that reaches the place. Pairs are
tried at the ends of the published ranges.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import campaign, engagement, terms
from shieldmap.campaign import Case, FlownCase, Study
from shieldmap.model import Assumptions, Event, Floats
from shieldmap.results import ChangeTogether, NumberSet, VerdictChange
from shieldmap.terms import ASSUMPTIONS, End

ENDS: Final = (End.VALUE, End.BAD, End.GOOD)
_STEPS: Final = 25
"""Values at which a number is tried over its wide range, and again between two of them."""


_COARSE: Final = 12
"""So many trials of each number where two are tried together over their wide ranges."""

_HALVINGS: Final = 12
_WAY: Final = 257
"""So many points on the straight way from the values to a pair."""

PAIRS_TOLD: Final = 3
"""So many pairs of numbers are told: more are no answer."""


class SensitivityAsked(NamedTuple):
    """One case flown to one place and judged."""

    case: Case
    flown: FlownCase
    assumptions: Assumptions
    judged: campaign.Judged


def is_defended(this: Study, asked: SensitivityAsked, end: End = End.VALUE) -> bool:
    """Whether the place is defended against this case, by the values or at one end."""
    column = this.columns(end)[0]
    return bool(asked.judged.engagements.is_defended[0, column, this.defence.doctrine])


class PlaceJudged(NamedTuple):
    """A place, the flights of one missile that reach it, the worst first, and its verdict now."""

    this: Study
    asked: Sequence[SensitivityAsked]
    ranges: dict[str, tuple[float, float, float]]
    now: bool


def hardest_place(this: Study, asked: Sequence[SensitivityAsked]) -> PlaceJudged:
    """A place by what reaches it, that against which it stands worst first."""
    now = all(is_defended(this, one) for one in asked)
    return PlaceJudged(this, asked, _turned_ranges(this, asked[0]), now)


def changes(place: PlaceJudged) -> tuple[VerdictChange, ...]:
    """What each number alone would do: the verdict at both ends, and where it turns.

    Ordered by how near the turn lies to the value, those inside the published range first.
    """
    wide = {name: _trial_values(name, *span) for name, span in place.ranges.items()}
    _keep_apart(place, wide)
    turns = _turns(place, wide, _verdicts(place, wide))
    out = []
    for name, (value, low, high) in place.ranges.items():
        turn = turns.get(name)
        row = VerdictChange(
            **_named(name),
            value=_in_seen_unit(name, value),
            low=_in_seen_unit(name, low),
            high=_in_seen_unit(name, high),
            at_low=_anew(place, {name: low}),
            at_high=_anew(place, {name: high}),
            flips_at=None if turn is None else _in_seen_unit(name, turn),
            flips_in_range=turn is not None and low <= turn <= high,
        )
        out.append((turn is None, not row.flips_in_range, _steps(name, value, turn), row))
    out.sort(key=lambda entry: entry[:3])
    return tuple(row for *_, row in out)


def _keep_apart(place: PlaceJudged, wide: dict[str, Floats]) -> None:
    """No trial of the ceiling at or below the floor, nor the other way about: neither can be set."""
    floor, ceiling = place.ranges["floor"][0], place.ranges["ceiling"][0]
    for name, keep in (
        ("ceiling", wide["ceiling"][2:] > floor),
        ("floor", wide["floor"][2:] < ceiling),
    ):
        wide[name] = np.concatenate([wide[name][:2], wide[name][2:][keep]])


def _turns(
    place: PlaceJudged, wide: dict[str, Floats], verdicts: dict[str, NDArray[np.bool_]]
) -> dict[str, float]:
    """The value nearest to the present one at which each number turns the verdict.

    Many trials share what was followed of the tracks, which is good to a second or so: what they
    find is held against the verdict of a study made anew, and looked for again where they differ.
    """
    close: dict[str, Floats] = {}
    brackets = {}
    for name, trials in wide.items():
        steps = trials[2:]  # the ends of the range stand first
        found = _bracket(steps, verdicts[name][2:], place.ranges[name][0], place.now)
        if found is not None:
            brackets[name] = found
            close[name] = np.linspace(steps[found[0]], steps[found[1]], _STEPS)
    turns: dict[str, float] = {}
    fine = _verdicts(place, close)
    for name, trials in close.items():
        turned = np.flatnonzero(fine[name] != place.now)
        # The first trial on the far side of the turn does what is asked.
        first = int(turned[0]) if turned.size and turned[0] > 0 else trials.size - 1
        if _is_turned(place, name, trials[first]) and not _is_turned(
            place, name, trials[first - 1]
        ):
            turns[name] = float(trials[first])
            continue
        again = _turned_anew(place, name, wide[name][2:], brackets[name])
        if again is not None:
            turns[name] = again
    return turns


def _is_turned(place: PlaceJudged, name: str, value: float) -> bool:
    return _anew(place, {name: float(value)}) != place.now


def _turned_anew(
    place: PlaceJudged, name: str, steps: Floats, found: tuple[int, int]
) -> float | None:
    """Where a number turns the verdict of studies made anew, from two neighbouring trials on."""
    away = 1 if found[1] > found[0] else -1
    before, after = found
    while _is_turned(place, name, steps[before]) and 0 < before < steps.size - 1:
        before, after = before - away, before
    while not _is_turned(place, name, steps[after]):
        if not 0 < after < steps.size - 1:
            return None
        before, after = after, after + away
    near, far = float(steps[before]), float(steps[after])
    for _ in range(_HALVINGS):
        middle = 0.5 * (near + far)
        near, far = (near, middle) if _is_turned(place, name, middle) else (middle, far)
    return far


def _anew(place: PlaceJudged, settings: Mapping[str, float]) -> bool:
    """Whether the place is defended with numbers set, by a study of its own."""
    this = place.this._replace(variants=campaign.ENDS_ONLY)
    for asked in place.asked:
        rows, radar = campaign.rows_of(this, asked.case), this.scenario.defence.radar
        numbers = campaign.numbers_of(this.variants, rows, radar)
        for name, value in settings.items():
            numbers[name][0] = value
        assumptions = campaign.as_assumptions(this, asked.case, numbers)
        judged = campaign.judge_flown(
            this, asked.flown, assumptions, campaign.tracker_of(this, assumptions)
        )
        if not judged.engagements.is_defended[0, 0, this.defence.doctrine]:
            return False
    return True


def _named(name: str) -> dict[str, Any]:
    term = ASSUMPTIONS[name]
    return {"parameter": name, "key": term.key, "unit": term.unit}


def _in_seen_unit(name: str, value: float) -> float:
    """A number in the unit that a reader sees; directions from 0 to 360 degrees."""
    shown = value / ASSUMPTIONS[name].factor
    return shown % 360.0 if name == "boresight" else shown


def _steps(name: str, value: float, turn: float | None) -> float:
    """How far a turn lies from the value, relative to it; of a direction, in right angles."""
    if turn is None:
        return 0.0
    if name == "boresight":
        return abs(turn - value) / (0.5 * math.pi)
    return abs(turn - value) / max(abs(value), 1e-9)


def _turned_ranges(this: Study, asked: SensitivityAsked) -> dict[str, tuple[float, float, float]]:
    """Value, low and high of every number that is turned, where it plays a part."""
    is_chain = this.scenario.defence.chain == "published"
    unused = {"warning", "reaction"} if is_chain else {"chain"}
    if not this.scenario.defence.radar.present:
        # Nothing that belongs to a radar brings one back.
        unused |= {term.name for term in terms.controls() if term.group == "view"}
        unused.add("radar_cross_section")
    turned = {term.name for term in terms.controls()} - unused
    return {
        row.name: (row.value, row.low, row.high)
        for row in campaign.rows_of(this, asked.case)
        if row.name in turned and ASSUMPTIONS[row.name].axis is not None
    }


def _trial_values(name: str, value: float, low: float, high: float) -> Floats:
    """The low end, the high end, and values over the wide range, the present one among them."""
    ends = ASSUMPTIONS[name].span
    least, most = min(ends[0], low), max(ends[1], high)
    if name == "boresight":
        least, most = value - math.pi, value + math.pi
    if name == "radar_cross_section":
        spread: Floats = np.geomspace(least, most, _STEPS)
    else:
        spread = np.linspace(least, most, _STEPS)
    # Denser around the published range, where a turn matters most.
    near = np.linspace(low, high, _STEPS) if high > low else np.array([value])
    inner = np.union1d(np.union1d(spread, near), [value])
    return np.concatenate([[low, high], inner])


def _verdicts(place: PlaceJudged, trials: dict[str, Floats]) -> dict[str, NDArray[np.bool_]]:
    """Whether the place is defended at every trial value of every number, one at a time."""
    blocks = [{name: values} for name, values in trials.items()]
    return dict(zip(trials, _judged_with(place, blocks), strict=True))


def _judged_with(
    place: PlaceJudged, blocks: Sequence[Mapping[str, Floats]]
) -> list[NDArray[np.bool_]]:
    """The same for blocks of trials: in each, some numbers take one value for every trial."""
    fits = [np.ones(next(iter(block.values())).size, dtype=np.bool_) for block in blocks]
    for asked in place.asked:
        # Where one launch point is not defended against, the others need not be asked.
        left = [
            {name: values[open_] for name, values in block.items()}
            for block, open_ in zip(blocks, fits, strict=True)
        ]
        judged = _judged_against(place.this, asked, left)
        for open_, found in zip(fits, judged, strict=True):
            open_[open_] = found
    return fits


def _judged_against(
    this: Study, asked: SensitivityAsked, blocks: Sequence[Mapping[str, Floats]]
) -> list[NDArray[np.bool_]]:
    """Whether the place is defended against one flight at every trial of every block."""
    sizes = [next(iter(block.values())).size for block in blocks]
    if not sum(sizes):
        return [np.empty(0, dtype=np.bool_) for _ in blocks]
    ends = this._replace(variants=campaign.ENDS_ONLY)
    rows, radar = campaign.rows_of(this, asked.case), this.scenario.defence.radar
    numbers = {
        name: np.concatenate([column, np.full(sum(sizes), column[0])])
        for name, column in campaign.numbers_of(ends.variants, rows, radar).items()
    }
    stops = len(ENDS) + np.cumsum(sizes)
    spans = [slice(stop - size, stop) for stop, size in zip(stops, sizes, strict=True)]
    for part, block in zip(spans, blocks, strict=True):
        for name, values in block.items():
            numbers[name][part] = values
    assumptions = campaign.as_assumptions(ends, asked.case, numbers)
    found = engagement.verdicts(
        asked.flown.trajectories,
        asked.flown.flights.event_time_s[:, Event.BURNOUT],
        this.defence.radar,
        this.defence.sites,
        np.tile(campaign.inventory_of(ends)[0], (int(stops[-1]), 1)),
        campaign.tracker_of(ends, assumptions),
        assumptions,
    )[0, :, this.defence.doctrine]
    return [found[part] for part in spans]


def _bracket(
    values: Floats, verdicts: NDArray[np.bool_], value: float, now: bool
) -> tuple[int, int] | None:
    """The last trial that changes nothing and the first that turns the verdict, nearest the value."""
    here = int(np.argmin(np.abs(values - value)))
    turns = np.flatnonzero(verdicts != now)
    up, down = turns[turns > here], turns[turns < here]
    found = [(int(up[0]) - 1, int(up[0]))] if up.size else []
    found += [(int(down[-1]) + 1, int(down[-1]))] if down.size else []
    return min(found, key=lambda pair: abs(values[pair[1]] - value)) if found else None


def together(place: PlaceJudged, alone: Sequence[VerdictChange]) -> tuple[ChangeTogether, ...]:
    """Which two numbers turn the verdict together that neither turns alone.

    Pairs at ends of their published ranges first. Where none does it and no number alone does it
    anywhere, pairs over their wide ranges, told where the straight way from the two values to them
    turns. At most :data:`PAIRS_TOLD`, the nearest first.

    Parameters
    ----------
    alone : the rows of :func:`changes`; a number that turns the verdict inside its range is the
        shorter answer, and no pair is told beside it.
    """
    turned = not place.now
    if any(row.flips_in_range or turned in (row.at_low, row.at_high) for row in alone):
        return ()
    ends = {
        name: np.array([at for at in (low, high) if at != value])
        for name, (value, low, high) in place.ranges.items()
        if (low, high) != (value, value)
    }
    found = _pairs(place, ends)
    if not found and all(row.flips_at is None for row in alone):
        wide = {}
        for name, span in place.ranges.items():
            steps = _trial_values(name, *span)[2:]
            wide[name] = steps[:: max(1, steps.size // _COARSE)]
        found = [_nearer(place, pair) for pair in _pairs(place, wide)]
    return tuple(_pair_told(place, pair) for pair in found)


def _pairs(place: PlaceJudged, trials: Mapping[str, Floats]) -> list[dict[str, float]]:
    """For pairs of numbers the nearest of their trials that turn the verdict, the nearest pair first."""
    blocks = []
    for one, two in combinations(trials, 2):
        a, b = np.meshgrid(trials[one], trials[two], indexing="ij")
        blocks.append({one: a.ravel(), two: b.ravel()})
    found = []
    for block, fits in zip(blocks, _judged_with(place, blocks), strict=True):
        turned = np.flatnonzero(fits != place.now)
        if turned.size:
            far = np.zeros(turned.size)
            for name, values in block.items():
                far += [_steps(name, place.ranges[name][0], at) for at in values[turned]]
            best = int(np.argmin(far))
            pair = {name: float(values[turned[best]]) for name, values in block.items()}
            found.append((float(far[best]), pair))
    found.sort(key=lambda entry: entry[0])
    out: list[dict[str, float]] = []
    for _, pair in found:
        if len(out) < PAIRS_TOLD and _anew(place, pair) != place.now:
            out.append(pair)
    return out


def _nearer(place: PlaceJudged, pair: dict[str, float]) -> dict[str, float]:
    """The first of many points on the straight way from the values to a pair that turns the verdict."""
    share = np.linspace(0.0, 1.0, _WAY)
    way = {}
    for name, end in pair.items():
        value = place.ranges[name][0]
        way[name] = value + share * (end - value)
    turned = np.flatnonzero(_judged_with(place, [way])[0] != place.now)
    first = int(turned[0]) if turned.size else _WAY - 1
    return {name: float(values[first]) for name, values in way.items()}


def _pair_told(place: PlaceJudged, pair: Mapping[str, float]) -> ChangeTogether:
    spans = {name: place.ranges[name][1:] for name in pair}
    return ChangeTogether(
        in_range=all(spans[name][0] <= at <= spans[name][1] for name, at in pair.items()),
        numbers=tuple(
            NumberSet(**_named(name), value=_in_seen_unit(name, at)) for name, at in pair.items()
        ),
    )


def decider_of(place: PlaceJudged) -> str | None:
    """The number that decides: the nearest that turns the verdict inside its range, or what fails."""
    for row in changes(place):
        if row.flips_in_range:
            return row.parameter
    reason = int(place.asked[0].judged.engagements.reason[0])
    return terms.reason_of(reason).turns if reason >= 0 else None
