"""The headline of a stability study: how many flights one of its radars sees, for any draw."""

import math
from typing import Final

import numpy as np

from shieldmap import terms
from shieldmap.campaign import Numbers, Progress
from shieldmap.deciding.indices import Coordinate
from shieldmap.deciding.numbers import Settable
from shieldmap.deciding.places import MISSILE
from shieldmap.model import Floats, Ints
from shieldmap.stability import judging, seen, views
from shieldmap.stability.judging import How, StabilityStudy
from shieldmap.stability.seen import Looks, Sky

_RANGE: Final = "reference_range"
_SAID_EVERY: Final = 200


class FlightsSeen:
    """How many flights the added radar sees for at least as long as the study asks, at one cross section.

    The draws are those of the study: points of launch and paths, which are one group; the direction of
    the radar; least elevation, sector and detection range.
    """

    def __init__(self, this: StabilityStudy, cross_section_m2: float | None = None) -> None:
        self.this, scenario = this, this.scenario
        view = scenario.view
        self.section = cross_section_m2 or view.headline_cross_section_m2
        self._unknown = 2 * len(scenario.launch_areas)
        self.axes = self._unknown + len(scenario.radars) + 3
        self._site = scenario.radars[this.added]

    @property
    def flights(self) -> int:
        """How many flights there are: one from every area to every city."""
        return int(self.this.centres.size)

    def coordinates(self) -> list[Coordinate]:
        """What is drawn of what this radar sees."""
        first = self._unknown
        columns = first + self.this.added, self.axes - 3, self.axes - 2
        wide = [
            Coordinate(name, (column,))
            for (name, one), column in zip(self.settable().items(), columns, strict=True)
            if one.high > one.low
        ]
        unknown = tuple(range(self._unknown))
        return [*wide, Coordinate(_RANGE, (self.axes - 1,)), Coordinate(MISSILE, unknown)]

    def settable(self) -> dict[str, Settable]:
        """The radar's direction, least elevation and sector, in the order of the draws."""
        site = self._site
        spans = {
            "boresight": (site.boresight_deg, *site.boresight_span_deg),
            "elevation_min": (site.elevation_min_deg, *judging.elevation_span_deg(site)),
            "sector": (site.sector_deg, *judging.sector_span_deg(site)),
        }
        out = {}
        for name, span in spans.items():
            value, low, high = (math.radians(one) for one in span)
            least, most = terms.ASSUMPTIONS[name].span
            if name == "boresight":
                least, most = value - math.pi, value + math.pi
            out[name] = Settable(value, low, high, least, most)
        return out

    def drawn(self, u: Floats, progress: Progress | None = None) -> Floats:
        """The flights seen (n,) at points (n, axes)."""
        out = np.empty(len(u))
        for n, share in enumerate(u):
            if progress is not None and n % _SAID_EVERY == 0:
                progress(self._site.name, n, len(u))
            keep = judging.drawn_flights(self.this, share[: self._unknown])
            out[n] = self._count(keep, self._looks(share))
        return out

    def at_values(self, changed: Numbers) -> Floats:
        """The flights seen (m,) with columns of some numbers changed, on the paths of least energy."""
        given = judging.as_given(self.this.scenario)(self._site, self.section)
        width = next(iter(changed.values())).size
        sky = self._sky(self.this.centres)
        return np.array(
            [
                self._count(
                    self.this.centres,
                    _look_with(given, {name: float(column[n]) for name, column in changed.items()}),
                    sky,
                )
                for n in range(width)
            ],
            dtype=np.float64,
        )

    def other_ends(self, name: str) -> tuple[float, float]:
        """The flights seen at both ends of the detection range, or over the points and paths drawn."""
        scenario, centres = self.this.scenario, self.this.centres
        if name == _RANGE:
            middle = np.full(self.axes - self._unknown, 0.5)
            given = judging.as_given(scenario)(self._site, self.section)
            ranges = []
            for share in (0.0, 1.0):
                middle[-1] = share
                ranges.append(
                    judging.drawn_view(scenario, middle)(self._site, self.section).range_m
                )
            counts = [self._count(centres, given._replace(range_m=one)) for one in ranges]
            return float(min(counts)), float(max(counts))
        given = judging.as_given(scenario)(self._site, self.section)
        sets = [centres, *judging.moved_sets(self.this)]
        steps = range(1, self.this.flown.status.size // max(centres.size, 1))
        sets += [judging.higher(self.this, centres, step) for step in steps if self._has(step)]
        counts = [self._count(keep, given) for keep in sets]
        return float(min(counts)), float(max(counts))

    def _has(self, step: int) -> bool:
        return step < np.unique(self.this.flown.apogee_ratio).size

    def _looks(self, share: Floats) -> Looks:
        how: How = judging.drawn_view(self.this.scenario, share[self._unknown :])
        return how(self._site, self.section)

    def _sky(self, keep: Ints) -> Sky:
        row = self.this.added
        return Sky(*(field[row : row + 1, keep] for field in self.this.above))

    def _count(self, keep: Ints, look: Looks, sky: Sky | None = None) -> float:
        """Flights in view after burnout for long enough."""
        burnout = np.nan_to_num(self.this.flown.burnout_s[keep])
        found = seen.in_view(self.this.time_s, sky or self._sky(keep), 0, look)
        free_s = views.seconds(views.within(found, burnout, np.full_like(burnout, np.inf)))
        return float((free_s >= self.this.scenario.view.least_view_s).sum())


def _look_with(look: Looks, changed: dict[str, float]) -> Looks:
    """A view with some of its numbers changed, by their names among the assumptions."""
    # A look has half of the sector's width.
    fields = {
        f"{name}_rad" if hasattr(look, f"{name}_rad") else f"half_{name}_rad": value
        for name, value in changed.items()
    }
    half = {key: 0.5 * value for key, value in fields.items() if key.startswith("half_")}
    return look._replace(**{**fields, **half})
