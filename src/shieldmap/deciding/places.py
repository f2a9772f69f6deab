"""The headline of places, drawn at any points: who is defended against every launch point of one threat."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import campaign, terms
from shieldmap.campaign import Case, Numbers, Progress, Study
from shieldmap.deciding.indices import Coordinate
from shieldmap.deciding.numbers import Settable
from shieldmap.footprint import CELL, coarse_places
from shieldmap.footprint.spread import SETS, CaseJudge, DrawnFlights
from shieldmap.model import Floats, Status

SETTLING: Final = "settling"
"""What decides how soon a track settles: those numbers move together."""

MISSILE: Final = "missile"
"""All that is unknown of the missile: it is one group, and nothing of it is told apart."""

_LEAST_PEOPLE: Final = 1.0

Flags = NDArray[np.bool_]


class Verdicts(NamedTuple):
    """Places threatened, and defended against all that threatens them: (places, draws) each."""

    threatened: Flags
    safe: Flags

    def share(self, people: Floats) -> Floats:
        """The share of the people threatened that is defended, (draws,); 1 where nobody is threatened."""
        whole, safe = people @ self.threatened, people @ self.safe
        return np.where(whole > 0.0, safe / np.maximum(whole, _LEAST_PEOPLE), 1.0)


class OneThreat:
    """One threat of a study from all its launch points, to the coarse grid and to one place more.

    Flights are kept: every call judges the same ones.
    """

    def __init__(
        self, this: Study, threat_id: str, place_deg: tuple[float, float] | None = None
    ) -> None:
        self.this = this
        self.cases = [c for c in this.cases if c.threat_id == threat_id and c.table is not None]
        where = coarse_places(this)
        is_cell = where.kind == CELL
        # Of places alone there is no grid: their own people are counted.
        cells = np.flatnonzero(is_cell if is_cell.any() else where.people > 0.0)
        self.people = np.append(where.people[cells], [] if place_deg is None else [0.0])
        latitude, longitude = where.latitude_deg[cells], where.longitude_deg[cells]
        if place_deg is not None:
            latitude, longitude = (
                np.append(part, one)
                for part, one in zip((latitude, longitude), place_deg, strict=True)
            )
        at = np.radians(latitude), np.radians(longitude)
        self._flights = [DrawnFlights(this, case, at) for case in self.cases]
        self._judges = [CaseJudge(this, case) for case in self.cases]
        self.axes = campaign.points().shape[1] + 1

    def coordinates(self) -> list[Coordinate]:
        """What is drawn of this threat and its defence, in the order of the terms."""
        wide = {
            row.name
            for case in self.cases
            for row in campaign.rows_of(self.this, case)
            if row.high > row.low
        }
        low, high = self.this.defence.inventory[1:]
        if (high > low).any():
            wide.add("launchers")
        named = [
            Coordinate(term.name, (term.axis,))
            for term in terms.drawn()
            if term.name in wide and term.axis is not None
        ]
        return [
            *named,
            Coordinate(SETTLING, (self.axes - 2,)),
            Coordinate(MISSILE, (self.axes - 1,)),
        ]

    def drawn(
        self, u: Floats, progress: Progress | None = None, held: Numbers | None = None
    ) -> Verdicts:
        """The verdicts at points (n, axes), the last column of which picks the missile.

        ``held`` are columns (n,) of numbers of the defence that are not drawn.
        """
        missile = np.minimum((u[:, -1] * SETS).astype(np.int64), SETS - 1)
        judges = [CaseJudge(self.this, case, u=u[:, :-1], held=held) for case in self.cases]
        shape = self.people.size, len(u)
        threatened, safe = np.zeros(shape, np.bool_), np.ones(shape, np.bool_)
        for row, (case, flights, judge) in enumerate(
            zip(self.cases, self._flights, judges, strict=True)
        ):
            if progress is not None:
                progress(f"{case.threat_id} from {case.launch_id}", row, len(self.cases))
            for number, drawn in enumerate(flights.drawn):
                mine = np.flatnonzero(missile == number)
                if mine.size:
                    flown = flights.flown(drawn)
                    reached = (flown.flights.status == Status.OK)[:, None]
                    threatened[:, mine] |= reached
                    safe[:, mine] &= judge.draws(flown, mine)[0] | ~reached
        return Verdicts(threatened, safe & threatened)

    def at_values(self, changed: Numbers, missile: int | None = None) -> Verdicts:
        """The verdicts with some numbers of the defence changed and all others at their values.

        ``changed`` has columns (m,) for the numbers by their names. The missile is at its values, or one
        of those that are drawn.
        """
        width = next(iter(changed.values())).size
        shape = self.people.size, width
        threatened, safe = np.zeros(shape, np.bool_), np.ones(shape, np.bool_)
        for case, flights, judge in zip(self.cases, self._flights, self._judges, strict=True):
            drawn = None if missile is None else flights.drawn[missile]
            flown = flights.at_values() if drawn is None else flights.flown(drawn)
            reached = (flown.flights.status == Status.OK)[:, None]
            threatened |= reached
            safe &= judge.beside(flown, self._beside(case, changed, width)) | ~reached
        return Verdicts(threatened, safe & threatened)

    def _beside(self, case: Case, changed: Numbers, width: int) -> Numbers:
        rows = campaign.rows_of(self.this, case)
        values = {row.name: np.full(width, row.value) for row in rows}
        return {**values, campaign.TRACK: np.zeros(width), **changed}


class PeopleDefended:
    """The share of the people threatened, or one place, as a headline that can be drawn.

    Of a place the headline is 1 where it is defended and 0 where not.
    """

    def __init__(
        self, this: Study, threat_id: str, place_deg: tuple[float, float] | None = None
    ) -> None:
        self.threat = OneThreat(this, threat_id, place_deg)
        self.axes, self._is_place = self.threat.axes, place_deg is not None
        self.verdicts: Verdicts | None = None

    def coordinates(self) -> list[Coordinate]:
        """What is drawn."""
        return self.threat.coordinates()

    def settable(self) -> dict[str, Settable]:
        """The numbers of the defence that play a part; nothing of the missile is set."""
        this, out = self.threat.this, {}
        for row in campaign.rows_of(this, self.threat.cases[0]):
            term = terms.ASSUMPTIONS[row.name]
            if term.axis is None or term.where.startswith("missile."):
                continue
            if not row.high > row.low and term.control is None:
                continue
            least, most = term.span if term.control is not None else (row.low, row.high)
            out[row.name] = Settable(row.value, row.low, row.high, least, most)
        return out

    def drawn(self, u: Floats, progress: Progress | None = None) -> Floats:
        """The headline (n,) at points (n, axes)."""
        self.verdicts = self.threat.drawn(u, progress)
        return self._told(self.verdicts)

    def at_values(self, changed: Numbers) -> Floats:
        """The headline (m,) with columns of some numbers changed."""
        return self._told(self.threat.at_values(changed))

    def other_ends(self, name: str) -> tuple[float, float]:
        """The headline at both ends of the track, of a drawn number, or over all drawn missiles."""
        if name == SETTLING:
            found = self.at_values({campaign.TRACK: np.array([-1.0, 1.0])})
            return float(found.min()), float(found.max())
        if name == MISSILE:
            value = {campaign.TRACK: np.zeros(1)}
            each = [float(self._told(self.threat.at_values(value, k))[0]) for k in range(SETS)]
            return min(each), max(each)
        for row in campaign.rows_of(self.threat.this, self.threat.cases[0]):
            if row.name == name:
                found = self.at_values({name: np.array([row.low, row.high])})
                return float(found[0]), float(found[1])
        return np.nan, np.nan

    def _told(self, verdicts: Verdicts) -> Floats:
        if not self._is_place:
            return verdicts.share(self.threat.people)
        held = verdicts.safe[-1] | ~verdicts.threatened[-1]
        return np.asarray(held, dtype=np.float64)
