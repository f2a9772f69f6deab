"""One place asked about: the engagement against it, and which single number would change the answer.

Every number is taken alone from one end of a wide range to the other, the others at their values; the
verdict is that of the headline doctrine.
"""

import math
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import campaign, engagement, footprint
from shieldmap.campaign import Case, Flown, Study
from shieldmap.live.desk import Desk
from shieldmap.live.state import State
from shieldmap.model import NOT_THREATENED, Assumptions, Constraint, Floats, Status

ENDS: Final = ("value", "low", "high")
_STEPS: Final = 25
"""Values at which a number is tried over its wide range, and again between two of them."""


class Knob(NamedTuple):
    """A number that is turned alone: which column it fills, how far, and what a reader calls it."""

    key: str | None
    unit: str
    factor: float
    least: float
    most: float
    column: str


KNOBS: Final[dict[str, Knob]] = {
    "floor": Knob("floor_km", "km", 1e3, 0.0, 150e3, "floor_m"),
    "ceiling": Knob("ceiling_km", "km", 1e3, 40e3, 1000e3, "ceiling_m"),
    "reach": Knob("reach_km", "km", 1e3, 20e3, 800e3, "reach_m"),
    "target_speed_max": Knob(None, "m/s", 1.0, 500.0, 8000.0, "target_speed_max_m_s"),
    "warning": Knob("warning_s", "s", 1.0, 0.0, 900.0, "warning_s"),
    "reaction": Knob("reaction_s", "s", 1.0, 0.0, 600.0, "reaction_s"),
    "chain": Knob(None, "s", 1.0, 0.0, 900.0, "chain_s"),
    "assessment": Knob("assessment_s", "s", 1.0, 0.0, 120.0, "assessment_s"),
    "salvo_spacing": Knob("salvo_spacing_s", "s", 1.0, 0.0, 60.0, "salvo_spacing_s"),
    "sector": Knob("sector_deg", "deg", math.pi / 180.0, math.radians(30.0), 2.0 * math.pi,
                   "half_sector_rad"),
    "elevation_min": Knob("elevation_min_deg", "deg", math.pi / 180.0, 0.0, math.radians(45.0),
                          "elevation_min_rad"),
    "boresight": Knob("boresight_deg", "deg", math.pi / 180.0, -math.pi, math.pi,
                      "boresight_rad"),
    "radar_cross_section": Knob("rcs_m2", "m^2", 1.0, 1e-4, 100.0, "search_range_m"),
}  # fmt: skip
"""What is turned alone; the cross section moves both ranges of the radar by its fourth root."""

_MOVE_THE_TRACK: Final = ("warning", "radar_cross_section")
_HALVINGS: Final = 12

_DECIDES: Final = {
    Constraint.NEVER_VISIBLE: "boresight",
    Constraint.LEFT_FIELD_OF_REGARD: "sector",
    Constraint.DETECTED_TOO_LATE: "radar_cross_section",
    Constraint.TRACK_TOO_POOR: "radar_cross_section",
    Constraint.ABOVE_CEILING: "ceiling",
    Constraint.BELOW_FLOOR: "floor",
    Constraint.OUT_OF_REACH: "reach",
    Constraint.ARRIVES_BEFORE_INTERCEPTOR: "reaction",
    Constraint.TARGET_TOO_FAST: "target_speed_max",
    Constraint.NO_INVENTORY: "launchers",
    Constraint.SECOND_SHOT_LATE: "reaction",
}


class Asked(NamedTuple):
    """One case flown to one place and judged."""

    case: Case
    flown: Flown
    judged: campaign.Judged


def judged_at(
    this: Study, latitude_deg: float, longitude_deg: float
) -> list[tuple[Case, Asked | None, str]]:
    """Every case at one place: judged where it is threatened, and its status in a word."""
    place = np.radians([latitude_deg]), np.radians([longitude_deg])
    out: list[tuple[Case, Asked | None, str]] = []
    for case in this.cases:
        if case.table is None:
            out.append((case, None, "not_threatened"))
            continue
        flown = campaign.fly(this, case, *place)
        code = Status(int(flown.aims.status[0]))
        if code != Status.OK:
            out.append((case, None, "not_threatened" if code in NOT_THREATENED else "not_flown"))
            continue
        assumptions = campaign.assumptions_of(this, case)
        judged = campaign.judge_flown(
            this, flown, assumptions, campaign.tracker_of(this, assumptions)
        )
        out.append((case, Asked(case, flown, judged), "threatened"))
    return out


def is_defended(this: Study, asked: Asked, end: str = "value") -> bool:
    """Whether the place is defended against this case, by the values or at one end."""
    column = this.columns(end)[0]
    return bool(asked.judged.engagements.is_defended[0, column, this.defence.doctrine])


def worst_of(this: Study, asked: list[Asked]) -> Asked:
    """The case against which the place stands worst: undefended first, then the least time left."""

    def badness(one: Asked) -> tuple[bool, int, float]:
        value = one.judged.engagements
        safe = is_defended(this, one)
        slack = float(value.slack_s[0])
        return (safe, 0 if safe else int(value.reason[0]), slack if math.isfinite(slack) else 0.0)

    return min(asked, key=badness)


def share_of_samples(this: Study, asked: list[Asked]) -> float | None:
    """In what share of the sampled assumptions the place is defended against all of them."""
    columns = this.columns("sample")
    if not (columns and asked):
        return None
    fits = [a.judged.engagements.is_defended[0, columns, this.defence.doctrine] for a in asked]
    return float(np.all(fits, axis=0).mean())


def why(desk: Desk, state: State, latitude_deg: float, longitude_deg: float) -> dict[str, Any]:
    """The engagement against a place by the launch point against which it stands worst."""
    this = desk.study(state, sampled=True)
    rows = judged_at(this, latitude_deg, longitude_deg)
    asked = [one for _, one, _ in rows if one is not None]
    points = [
        {
            "launch_point": case.launch_id,
            "status": status,
            "defended": None if one is None else is_defended(this, one),
        }
        for case, one, status in rows
    ]
    envelope = {
        f"{name}_m": next(row.value for row in this.rows if row.name == name)
        for name in ("floor", "ceiling", "reach")
    }
    if not asked:
        return {
            **footprint.why(this, this.cases[0], latitude_deg, longitude_deg),
            **envelope, "launch_points": points, "changes": [], "curve": None, "interceptors": [],
            "share_of_samples": None,
        }  # fmt: skip
    worst = worst_of(this, asked)
    drawn = footprint.drawn_engagement(this, worst.case, latitude_deg, longitude_deg)
    curve = {
        key: drawn.pop(key)
        for key in ("time_s", "altitude_m", "downrange_m", "slant_from_battery_m")
    }
    return {
        **drawn,
        "reason": reason_of(worst),
        "defended_low": all(is_defended(this, one, "low") for one in asked),
        "defended_high": all(is_defended(this, one, "high") for one in asked),
        **envelope,
        "curve": curve,
        "share_of_samples": share_of_samples(this, asked),
        "launch_points": points,
        "changes": changes(this, worst),
    }


def reason_of(asked: Asked) -> str | None:
    """The name of the headline reason."""
    reason = int(asked.judged.engagements.reason[0])
    return Constraint(reason).name.lower() if reason >= 0 else None


def changes(this: Study, asked: Asked) -> list[dict[str, Any]]:
    """What each number alone would do: the verdict at both ends, and where it turns.

    Ordered by how near the turn lies to the value, those inside the published range first.
    """
    base = campaign.assumptions_of(this, asked.case)
    now = is_defended(this, asked)
    ranges = _ranges(this, asked)
    wide = {name: _trial_values(name, *span) for name, span in ranges.items()}
    verdicts = _verdicts(this, asked, base, wide)
    turns = _turns(
        this, asked, base, wide, verdicts, {n: span[0] for n, span in ranges.items()}, now
    )
    for name in _MOVE_THE_TRACK:
        if name in ranges:
            verdicts[name][:2] = [
                _settled_verdict(this, asked, base, name, end) for end in ranges[name][1:]
            ]
    out = []
    for name, (value, low, high) in ranges.items():
        turn = turns.get(name)
        row = {
            "parameter": name,
            "key": KNOBS[name].key,
            "unit": KNOBS[name].unit,
            "value": _shown(name, value),
            "low": _shown(name, low),
            "high": _shown(name, high),
            "at_low": bool(verdicts[name][0]),
            "at_high": bool(verdicts[name][1]),
            "flips_at": None if turn is None else _shown(name, turn),
            "flips_in_range": turn is not None and low <= turn <= high,
        }
        out.append((turn is None, not row["flips_in_range"], _steps(name, value, turn), row))
    out.sort(key=lambda entry: entry[:3])
    return [row for *_, row in out]


def _turns(
    this: Study,
    asked: Asked,
    base: Assumptions,
    wide: dict[str, Floats],
    verdicts: dict[str, NDArray[np.bool_]],
    values: dict[str, float],
    now: bool,
) -> dict[str, float]:
    """The value nearest to the present one at which each number turns the verdict."""
    close: dict[str, Floats] = {}
    turns: dict[str, float] = {}
    for name, trials in wide.items():
        steps = trials[2:]  # the ends of the range stand first
        found = _bracket(steps, verdicts[name][2:], values[name], now)
        if found is None:
            continue
        if name in _MOVE_THE_TRACK:
            settled = _settled_turn(this, asked, base, name, steps, found, now)
            if settled is not None:
                turns[name] = settled
        else:
            close[name] = np.linspace(steps[found[0]], steps[found[1]], _STEPS)
    fine = _verdicts(this, asked, base, close)
    for name, trials in close.items():
        turned = np.flatnonzero(fine[name] != now)
        # The first trial on the far side of the turn does what is asked.
        turns[name] = float(trials[turned[0]] if turned.size else trials[-1])
    return turns


def _shown(name: str, value: float) -> float:
    """A number in the unit that a reader sees; directions from 0 to 360 degrees."""
    shown = value / KNOBS[name].factor
    return shown % 360.0 if name == "boresight" else shown


def _steps(name: str, value: float, turn: float | None) -> float:
    """How far a turn lies from the value, relative to it; of a direction, in right angles."""
    if turn is None:
        return 0.0
    if name == "boresight":
        return abs(turn - value) / (0.5 * math.pi)
    return abs(turn - value) / max(abs(value), 1e-9)


def _ranges(this: Study, asked: Asked) -> dict[str, tuple[float, float, float]]:
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
        for name in KNOBS
        if name in by_name and name not in _VIEW
    }


def _trial_values(name: str, value: float, low: float, high: float) -> Floats:
    """The low end, the high end, and values over the wide range, the present one among them."""
    knob = KNOBS[name]
    least, most = min(knob.least, low), max(knob.most, high)
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


def _verdicts(
    this: Study, asked: Asked, base: Assumptions, trials: dict[str, Floats]
) -> dict[str, NDArray[np.bool_]]:
    """Whether the place is defended at every trial value of every number, one at a time."""
    if not trials:
        return {}
    ends = [this.columns(end)[0] for end in ENDS]
    count = sum(values.size for values in trials.values())
    columns = {
        field: np.concatenate([column[ends], np.full(count, column[ends[0]])])
        for field, column in base._asdict().items()
    }
    at = len(ends)
    spans = {}
    for name, values in trials.items():
        part = slice(at, at + values.size)
        spans[name], at = part, part.stop
        if name == "radar_cross_section":
            ratio = (values / campaign.cross_sections_of(this, asked.case)[0]) ** 0.25
            for field in ("search_range_m", "track_range_m"):
                columns[field][part] *= ratio
        else:
            columns[KNOBS[name].column][part] = _as_column(this, base, name, values)
    varied = Assumptions(**columns)
    tracker = campaign.tracker_of(this, base)._replace(columns=np.arange(len(ends), dtype=np.int64))
    stock = campaign.inventory_of(this)[ends[0]]
    judged = engagement.engage(
        asked.flown.trajectories, asked.flown.flights.event_time_s[:, 0], this.defence.radar,
        this.defence.launchers_m, this.defence.launcher_axes,
        np.tile(stock, (at, 1)), this.defence.flyouts, tracker, varied, this.defence.doctrine,
    )  # fmt: skip
    fits = judged.is_defended[0, :, this.defence.doctrine]
    return {name: fits[part] for name, part in spans.items()}


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
    this: Study,
    asked: Asked,
    base: Assumptions,
    name: str,
    steps: Floats,
    found: tuple[int, int],
    now: bool,
) -> float | None:
    """Where a number turns the verdict that also moves the detection, so that the track settles anew.

    Among many trials tracks settle as they do at the present detection, which is good to some
    seconds: the turn found there is looked for again with the track of each trial itself.
    """

    def turned(value: float) -> bool:
        return _settled_verdict(this, asked, base, name, value) != now

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


def _settled_verdict(this: Study, asked: Asked, base: Assumptions, name: str, value: float) -> bool:
    """Whether the place is defended with one number set, its track settling from its own detection."""
    column = this.columns("value")[0]
    varied = {field: values.copy() for field, values in base._asdict().items()}
    if name == "radar_cross_section":
        ratio = (value / campaign.cross_sections_of(this, asked.case)[0]) ** 0.25
        for field in ("search_range_m", "track_range_m"):
            varied[field][column] *= ratio
    else:
        varied[KNOBS[name].column][column] = _as_column(this, base, name, np.array(value))
    assumptions = Assumptions(**varied)
    judged = campaign.judge_flown(
        this, asked.flown, assumptions, campaign.tracker_of(this, assumptions)
    )
    return bool(judged.engagements.is_defended[0, column, this.defence.doctrine])


def decider_of(this: Study, asked: Asked) -> str | None:
    """The number that decides: the nearest that turns the verdict inside its range, or what fails."""
    for row in changes(this, asked):
        if row["flips_in_range"]:
            return str(row["parameter"])
    reason = int(asked.judged.engagements.reason[0])
    return _DECIDES.get(Constraint(reason)) if reason >= 0 else None
