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
from shieldmap.model import Assumptions, Floats
from shieldmap.results import ChangeTogether, NumberSet, VerdictChange
from shieldmap.terms import ASSUMPTIONS, End

ENDS: Final = (End.VALUE, End.BAD, End.GOOD)
_STEPS: Final = 25
"""Values at which a number is tried over its wide range, and again between two of them."""


_MOVE_THE_TRACK: Final = ("warning", "radar_cross_section")
_COLUMNS: Final = {"sector": "half_sector_rad"}
_HALVINGS: Final = 12

_COARSE: Final = 12
"""So many trials of each number where two are tried together over their wide ranges."""

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
    verdicts = _verdicts(place, wide)
    turns = _turns(place, wide, verdicts)
    for name in _MOVE_THE_TRACK:
        if name in wide:
            verdicts[name][:2] = [
                _settled_verdict(place, {name: end}) for end in place.ranges[name][1:]
            ]
    out = []
    for name, (value, low, high) in place.ranges.items():
        turn = turns.get(name)
        row = VerdictChange(
            **_named(name),
            value=_in_seen_unit(name, value),
            low=_in_seen_unit(name, low),
            high=_in_seen_unit(name, high),
            at_low=bool(verdicts[name][0]),
            at_high=bool(verdicts[name][1]),
            flips_at=None if turn is None else _in_seen_unit(name, turn),
            flips_in_range=turn is not None and low <= turn <= high,
        )
        out.append((turn is None, not row.flips_in_range, _steps(name, value, turn), row))
    out.sort(key=lambda entry: entry[:3])
    return tuple(row for *_, row in out)


def _turns(
    place: PlaceJudged, wide: dict[str, Floats], verdicts: dict[str, NDArray[np.bool_]]
) -> dict[str, float]:
    """The value nearest to the present one at which each number turns the verdict."""
    close: dict[str, Floats] = {}
    turns: dict[str, float] = {}
    for name, trials in wide.items():
        steps = trials[2:]  # the ends of the range stand first
        found = _bracket(steps, verdicts[name][2:], place.ranges[name][0], place.now)
        if found is None:
            continue
        if name in _MOVE_THE_TRACK:
            settled = _settled_turn(place, name, steps, found)
            if settled is not None:
                turns[name] = settled
        else:
            close[name] = np.linspace(steps[found[0]], steps[found[1]], _STEPS)
    fine = _verdicts(place, close)
    for name, trials in close.items():
        turned = np.flatnonzero(fine[name] != place.now)
        # The first trial on the far side of the turn does what is asked.
        turns[name] = float(trials[turned[0]] if turned.size else trials[-1])
    return turns


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
    by_name = {row.name: row for row in this.rows}
    is_chain = this.scenario.defence.chain == "published"
    unused: tuple[str, ...] = ("warning", "reaction") if is_chain else ("chain",)
    if not this.scenario.defence.radar.present:
        # Nothing that belongs to a radar brings one back.
        return {name: span for name, span in _envelope(by_name).items() if name not in unused}
    out = {name: span for name, span in _envelope(by_name).items() if name not in unused}
    for name in _VIEW:
        out[name] = (by_name[name].value, by_name[name].low, by_name[name].high)
    section = campaign.cross_sections_of(this, asked.case)
    return {**out, "radar_cross_section": section}


_VIEW: Final = ("sector", "elevation_min", "boresight")


def _envelope(by_name: dict[str, Any]) -> dict[str, tuple[float, float, float]]:
    """The numbers that belong to no radar."""
    return {
        name: (by_name[name].value, by_name[name].low, by_name[name].high)
        for name in (term.name for term in terms.controls())
        if name in by_name and name not in _VIEW
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
    base = asked.assumptions
    ends = [this.columns(end)[0] for end in ENDS]
    sizes = [next(iter(block.values())).size for block in blocks]
    if not sum(sizes):
        return [np.empty(0, dtype=np.bool_) for _ in blocks]
    columns = {
        field: np.concatenate([column[ends], np.full(sum(sizes), column[ends[0]])])
        for field, column in base._asdict().items()
    }
    stops = len(ends) + np.cumsum(sizes)
    spans = [slice(stop - size, stop) for stop, size in zip(stops, sizes, strict=True)]
    for part, block in zip(spans, blocks, strict=True):
        for name, values in block.items():
            _set(this, asked, columns, part, name, values)
    varied = Assumptions(**columns)
    tracker = campaign.tracker_of(this, base)._replace(columns=np.arange(len(ends), dtype=np.int64))
    stock = campaign.inventory_of(this)[ends[0]]
    judged = engagement.engage(
        asked.flown.trajectories,
        asked.flown.flights.event_time_s[:, 0],
        this.defence.radar,
        this.defence.sites,
        np.tile(stock, (int(stops[-1]), 1)),
        tracker,
        varied,
        this.defence.doctrine,
    )
    found = judged.is_defended[0, :, this.defence.doctrine]
    return [found[part] for part in spans]


def _set(
    this: Study,
    asked: SensitivityAsked,
    columns: dict[str, Floats],
    part: slice | int,
    name: str,
    values: Floats,
) -> None:
    """Write the values of a number into its column; the cross section moves both ranges of the radar."""
    if name == "radar_cross_section":
        ratio = (values / campaign.cross_sections_of(this, asked.case)[0]) ** 0.25
        for field in ("search_range_m", "track_range_m"):
            columns[field][part] *= ratio
    else:
        columns[_COLUMNS.get(name, ASSUMPTIONS[name].column)][part] = _as_column(
            this, asked.assumptions, name, values
        )


def _as_column(this: Study, base: Assumptions, name: str, values: Floats) -> Floats:
    """A number as the assumptions hold it: half of a sector, a warning with the search after it."""
    if name == "sector":
        return 0.5 * values
    if name == "warning":
        alone = next(row.value for row in this.rows if row.name == "warning")
        return values + (float(base.warning_s[this.columns("value")[0]]) - alone)
    return values


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


def _settled_turn(
    place: PlaceJudged, name: str, steps: Floats, found: tuple[int, int]
) -> float | None:
    """Where a number turns the verdict that also moves the detection, so that the track settles anew.

    Among many trials tracks settle as they do at the present detection, which is good to some
    seconds: the turn found there is looked for again with the track of each trial itself.
    """

    def turned(value: float) -> bool:
        return _settled_verdict(place, {name: value}) != place.now

    away = 1 if found[1] > found[0] else -1
    before, after = found
    while turned(float(steps[before])) and 0 < before < steps.size - 1:
        before, after = before - away, before
    while not turned(float(steps[after])):
        if not 0 < after < steps.size - 1:
            return None
        before, after = after, after + away
    near, far = float(steps[before]), float(steps[after])
    for _ in range(_HALVINGS):
        middle = 0.5 * (near + far)
        near, far = (near, middle) if turned(middle) else (middle, far)
    return far


def _settled_verdict(place: PlaceJudged, settings: Mapping[str, float]) -> bool:
    """Whether the place is defended with numbers set, its tracks settling from their own detection."""
    this = place.this
    column = this.columns("value")[0]
    for asked in place.asked:
        varied = {field: values.copy() for field, values in asked.assumptions._asdict().items()}
        for name, value in settings.items():
            _set(this, asked, varied, column, name, np.array(value))
        assumptions = Assumptions(**varied)
        judged = campaign.judge_flown(
            this, asked.flown, assumptions, campaign.tracker_of(this, assumptions)
        )
        if not judged.engagements.is_defended[0, column, this.defence.doctrine]:
            return False
    return True


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
        if len(out) == PAIRS_TOLD:
            break
        if _settled_verdict(place, pair) != place.now:
            out.append(pair)
    return out


def _nearer(place: PlaceJudged, pair: dict[str, float]) -> dict[str, float]:
    """The point nearest to the values, on the straight way to a pair, from which the verdict is turned."""

    def at(share: float) -> dict[str, float]:
        values = {name: place.ranges[name][0] for name in pair}
        return {name: value + share * (pair[name] - value) for name, value in values.items()}

    near, far = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = 0.5 * (near + far)
        if _settled_verdict(place, at(middle)) != place.now:
            far = middle
        else:
            near = middle
    return at(far)


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
