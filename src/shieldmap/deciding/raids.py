"""The headline of a raid: how many missiles come through, for any draw of what is unknown.

A number of the defence moves in all batteries together, each in its own range: what is not known of kill
probabilities, or of how soon a track settles, is the same for all who do not know it. The same trials are
fought for every draw, so that answers differ by the numbers and not by chance.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import battle, campaign, terms
from shieldmap.campaign import Numbers, Prepared, Progress
from shieldmap.campaign.fields import field_read
from shieldmap.campaign.raids import (
    MAIN,
    WAVES,
    BatteryInRaid,
    Reading,
    merged,
    raid_arrays,
    targets_of,
)
from shieldmap.deciding.indices import Coordinate
from shieldmap.deciding.numbers import Settable
from shieldmap.deciding.places import MISSILE, SETTLING
from shieldmap.footprint.spread import SETS, CaseJudge, DrawnFlights
from shieldmap.model import Flights, Floats, Ints, Opportunities, RaidArrays, Status
from shieldmap.terms import Bad, End, Where

TRIALS: Final = 32
"""Trials of every draw: the means of the same 32 differ between draws by their numbers alone."""

UNITS: Final[dict[str, str]] = {
    "common_mode_failure": "1",
    "discrimination": "1",
    "kill_probability": "1",
    "radar_failure": "1",
    "reload_time": "s",
    "reloads": "count",
    "simultaneous": "count",
    "sorting_altitude": "km",
    "track_budget": "count",
    "track_probability": "1",
}
"""The numbers of how a raid is fought, which are no assumptions of a footprint, and their units."""

_STOCK: Final = "launchers"
"""Launchers and what each holds, which are read as one."""

_BLOCK: Final = 64
"""Draws whose launches are tabled together, to bound the memory."""


Choice = Mapping[str, Any]
"""What of the defence takes part: words of :func:`shieldmap.campaign.make_field`, such as ``only``."""


class PartWay(NamedTuple):
    """A number a part of the way from its low to its high end, or to an end from its value.

    ``share`` is between 0 and 1 from end to end; ``turn`` between -1 and 1 from the value to an end.
    """

    share: float = math.nan
    turn: float = 0.0

    def of(self, value: Any, low: Any, high: Any, bad: Bad = "low") -> Any:  # noqa: ARG002 (Where)
        """The number; a count in steps that are as wide as each other."""
        is_whole = isinstance(value, int)
        if math.isnan(self.share):
            found = value + abs(self.turn) * ((high if self.turn > 0.0 else low) - value)
            return round(found) if is_whole else found
        if is_whole:
            return low + min(math.floor(self.share * (high - low + 1)), high - low)
        return float(campaign.between(np.array(self.share), value, low, high))


class _Set(NamedTuple):
    """A number set to one value, whatever its range."""

    number: float

    def of(self, value: Any, low: Any, high: Any, bad: Bad = "low") -> Any:  # noqa: ARG002 (Where)
        """The value that is set."""
        return round(self.number) if isinstance(value, int) else self.number


class Span(NamedTuple):
    """Value and ends of a number as it was read; a count is made of whole numbers."""

    value: float
    low: float
    high: float


class _Listening:
    """Reads every number at its value and remembers between which ends it lies."""

    def __init__(self) -> None:
        self.spans: dict[tuple[str, str], Span] = {}

    def __call__(self, number: str, battery: str) -> Where:
        return _Ear(self.spans, (number, battery))


class _Ear(NamedTuple):
    spans: dict[tuple[str, str], Span]
    key: tuple[str, str]

    def of(self, value: Any, low: Any, high: Any, bad: Bad = "low") -> Any:  # noqa: ARG002 (Where)
        """The value."""
        if high > low or self.key not in self.spans:
            self.spans[self.key] = Span(value, low, high)
        return value


class Through(NamedTuple):
    """What comes through in each draw: ``leakers`` (choices, draws), and what becomes of all missiles under
    the first choice, (draws, batteries and reasons): the means of the trials.
    """

    leakers: Floats
    outcomes: Floats


_EVERYTHING: Final[tuple[Choice, ...]] = ({},)


class MissilesThrough:
    """How many missiles of a study's raid come through, in the mean of a fixed set of trials."""

    def __init__(self, prepared: Prepared) -> None:
        assert prepared.scenario.raid is not None
        self._prepared, self._given = prepared, prepared.scenario.raid
        self._plans: dict[str, np.ndarray | None] = {}
        ears = _Listening()
        field_read(prepared, ears, prepared.opportunities[0], self._raid(prepared.flights, ears))
        self._spans = ears.spans
        self._base = campaign.points().shape[1]
        drawn_already = {term.name for term in terms.drawn()}
        self._own = sorted({name for name, _ in self._spans} - drawn_already)
        self.axes = self._base + len(self._own) + 1
        any_study = prepared.batteries[0].study
        self._flights = [
            DrawnFlights(any_study, case, _places_of(prepared, case), every_s=campaign.EVERY_S)
            for case in prepared.cases
        ]
        self._at_values = [flights.at_values() for flights in self._flights]
        self._judges = [
            [CaseJudge(battery.study, case) for case in prepared.cases]
            for battery in prepared.batteries
        ]

    @property
    def missiles(self) -> int:
        """How many missiles there are."""
        return int(self._prepared.raids[0].path.size)

    # --- what is drawn ---------------------------------------------------------------------------

    def coordinates(self) -> list[Coordinate]:
        """What is drawn of all batteries, then of how the raid is fought, then of the missiles."""
        wide = {name for (name, _), span in self._spans.items() if span.high > span.low}
        wide |= {
            row.name
            for battery in self._prepared.batteries
            for case in self._prepared.cases
            for row in campaign.rows_of(battery.study, case)
            if row.high > row.low
        }
        named = [
            Coordinate(term.name, (term.axis,))
            for term in terms.drawn()
            if term.name in wide and term.axis is not None
        ]
        own = [
            Coordinate(name, (self._base + k,)) for k, name in enumerate(self._own) if name in wide
        ]
        return [
            *named,
            *own,
            Coordinate(SETTLING, (self._base - 1,)),
            Coordinate(MISSILE, (self.axes - 1,)),
        ]

    def drawn(self, u: Floats, progress: Progress | None = None) -> Floats:
        """The missiles that come through (n,) at points (n, axes), the last column of which picks them."""
        out: Floats = self.drawn_with(u, _EVERYTHING, progress).leakers[0]
        return out

    def drawn_with(
        self, u: Floats, choices: Sequence[Choice], progress: Progress | None = None
    ) -> Through:
        """The same for several choices of what takes part, each against the same missiles."""
        missile = np.minimum((u[:, -1] * SETS).astype(np.int64), SETS - 1)
        columns = {term.name: u[:, term.axis] for term in terms.drawn() if term.axis is not None}
        columns |= {name: u[:, self._base + k] for k, name in enumerate(self._own)}
        judges = [
            [CaseJudge(battery.study, case, u=u[:, : self._base]) for case in self._prepared.cases]
            for battery in self._prepared.batteries
        ]
        leakers, outcomes = np.empty((len(choices), len(u))), None
        for number in range(SETS):
            if progress is not None:
                progress(self._given.title, number, SETS)
            mine = np.flatnonzero(missile == number)
            for block in np.array_split(mine, math.ceil(mine.size / _BLOCK)) if mine.size else ():
                numbers = [
                    [
                        {name: column[block] for name, column in judge.numbers.items()}
                        for judge in row
                    ]
                    for row in judges
                ]
                readings = [_share_reading(columns, int(n)) for n in block]
                found = self._through(number, numbers, readings, choices)
                if outcomes is None:
                    outcomes = np.empty((len(u), found.outcomes.shape[1]))
                leakers[:, block], outcomes[block] = found
        assert outcomes is not None
        return Through(leakers, outcomes)

    # --- one number at a time --------------------------------------------------------------------

    def settable(self) -> dict[str, Settable]:
        """The numbers of the battery under study, and those of how a raid is fought, that can be set.

        Of what the catalogue has, all that its control can ask for; of the rest the range.
        """
        main = self._battery(MAIN)
        out = {}
        for row in main.study.rows:
            term = terms.ASSUMPTIONS[row.name]
            if term.axis is None or not (row.high > row.low or term.control is not None):
                continue
            if row.name == _STOCK:
                continue
            least, most = term.span if term.control is not None else (row.low, row.high)
            out[row.name] = Settable(row.value, row.low, row.high, least, most)
        for name in (*self._own, _STOCK):
            span = self._spans.get((name, MAIN), self._spans.get((name, WAVES)))
            if span is not None and span.high > span.low:
                out[name] = Settable(span.value, span.low, span.high, span.low, span.high)
        return out

    def at_values(self, changed: Numbers) -> Floats:
        """The missiles that come through (m,) with columns of some numbers changed, all else at values.

        A number of the battery under study is set; those of the others move by the same part of theirs.
        """
        given = self.settable()
        turns = {
            name: campaign.turned(column, *given[name][:3]) if name in given else column
            for name, column in changed.items()
        }
        known = {row.name for row in self._battery(MAIN).study.rows} - {_STOCK}
        return self._turned(turns, {name: changed[name] for name in changed if name in known})

    def other_ends(self, name: str) -> tuple[float, float]:
        """The least and most at both ends of what no battery is set to, or over all drawn missiles."""
        both = np.array([-1.0, 1.0])
        if name == MISSILE:
            none = {campaign.TRACK: np.zeros(1)}
            each = [float(self._turned(none, {}, number)[0]) for number in range(SETS)]
            return min(each), max(each)
        found = self._turned({campaign.TRACK if name == SETTLING else name: both}, {})
        if name == SETTLING:
            return float(found.min()), float(found.max())
        return float(found[0]), float(found[1])

    def _turned(self, turns: Numbers, set_to: Numbers, missile: int | None = None) -> Floats:
        """The missiles through with numbers a part of the way from their values to an end."""
        width = next(iter(turns.values())).size
        out = []
        for block in np.array_split(np.arange(width), math.ceil(width / _BLOCK)):
            numbers = [
                [self._beside(battery, judge, turns, set_to, block) for judge in row]
                for battery, row in zip(self._prepared.batteries, self._judges, strict=True)
            ]
            readings = [_turn_reading(turns, set_to, int(n)) for n in block]
            out.append(self._through(missile, numbers, readings).leakers[0])
        return np.concatenate(out)

    def _beside(
        self,
        battery: BatteryInRaid,
        judge: CaseJudge,
        turns: Numbers,
        set_to: Numbers,
        block: Ints,
    ) -> Numbers:
        """Columns of one battery's numbers against one case."""
        rows = {row.name: row for row in judge.rows}
        out = {name: np.full(block.size, row.value) for name, row in rows.items()}
        out[campaign.TRACK] = np.zeros(block.size)
        for name, column in turns.items():
            if name == campaign.TRACK:
                out[name] = column[block]
            elif name in set_to and battery.id == MAIN and name in rows:
                out[name] = set_to[name][block]
            elif name in rows:
                row = rows[name]
                out[name] = np.array(
                    [PartWay(turn=float(t)).of(row.value, row.low, row.high) for t in column[block]]
                )
        return out

    # --- the battle ------------------------------------------------------------------------------

    def _battery(self, name: str) -> BatteryInRaid:
        return next(b for b in self._prepared.batteries if b.id == name)

    def _raid(self, flights: tuple[Flights, ...], reading: Reading) -> RaidArrays:
        this = self._prepared
        return raid_arrays(
            this.scenario, this.raids[0].path, this.wave_of, this.paths, flights, reading
        )

    def _flown(self, missile: int | None) -> list[campaign.FlownCase]:
        """The flights of one drawn missile of each case; where it does not reach, those at the values."""
        out = []
        for number, (flights, values) in enumerate(
            zip(self._flights, self._at_values, strict=True)
        ):
            rows = [path.row for path in self._prepared.paths if path.case == number]
            drawn = values if missile is None else flights.flown(flights.drawn[missile])
            reaches = (drawn.flights.status[rows] == Status.OK).all()
            out.append(drawn if reaches else values)
        return out

    def _through(
        self,
        missile: int | None,
        numbers: list[list[Numbers]],
        readings: list[Reading],
        choices: Sequence[Choice] = _EVERYTHING,
    ) -> Through:
        """What comes through for columns of numbers (m,) by battery and case."""
        this, flown = self._prepared, self._flown(missile)
        flights = tuple(one.flights for one in flown)
        tables = [
            [judge.launches(one, held) for judge, one, held in zip(row, flown, mine, strict=True)]
            for row, mine in zip(self._judges, numbers, strict=True)
        ]
        radar_count = len(this.radar_owners)
        leakers, outcomes = np.empty((len(choices), len(readings))), []
        for n, reading in enumerate(readings):
            launches: Opportunities = merged(tables, this.batteries, this.paths, radar_count, n)
            raid = self._raid(flights, reading)
            for k, choice in enumerate(choices):
                plan = self._plan(choice)
                field = field_read(this, reading, launches, raid, plan=plan, **choice)
                fought = battle.fight(field, TRIALS, self._given.seed)
                leakers[k, n] = fought.leakers.mean()
                if k == 0:
                    outcomes.append(fought.outcomes.sum(axis=0) / TRIALS)
        return Through(leakers, np.array(outcomes))

    def _plan(self, choice: Choice) -> np.ndarray | None:
        """The plan of a choice, made once at the values."""
        name = repr(choice)
        if name not in self._plans:
            self._plans[name] = campaign.plan_of(self._prepared, **choice)
        return self._plans[name]


def _places_of(prepared: Prepared, case: campaign.Case) -> tuple[Floats, Floats]:
    """Where the flights of a case go, in radians."""
    places = targets_of(prepared.scenario, case)
    return (
        np.radians([place.latitude_deg for place in places]),
        np.radians([place.longitude_deg for place in places]),
    )


def _share_reading(columns: Numbers, draw: int) -> Reading:
    """Every number at its place in one draw, in all batteries."""
    return lambda number, _battery: PartWay(share=float(columns[number][draw]))


def _turn_reading(turns: Numbers, set_to: Numbers, draw: int) -> Reading:
    """Numbers that are changed, in the battery under study by themselves; all others at their value."""

    def read(number: str, battery: str) -> Where:
        if number not in turns:
            return End.VALUE
        if number in set_to and battery == MAIN:
            return _Set(float(set_to[number][draw]))
        return PartWay(turn=float(turns[number][draw]))

    return read
