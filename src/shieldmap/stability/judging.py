"""The study as arrays, and how long its flights are in view of groups of radars.

Question: for how long is each flight in view of one radar, of some, of all; what does the added
radar give that no other has; and how much of that hangs on what is not known?

Model: a group sees what any of its radars sees, so times are those of the union. What the added
radar adds is the time in view of all radars less that of all others. Time in view counts after
burnout; boost is counted apart, because a boosting missile is a far larger target. A flight is
*seen* when that time is at least ``least_view_s`` in all.
"""

import math
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import campaign, earth
from shieldmap.catalog import FieldOfRegard
from shieldmap.model import Floats, Ints, Status
from shieldmap.scenario import StabilityScenario, Watcher
from shieldmap.stability import flights, seen, views
from shieldmap.stability.flights import FlownFamily
from shieldmap.stability.seen import GIVEN, Looks, Sky
from shieldmap.stability.views import Parts
from shieldmap.terms import End
from shieldmap.words import english

Progress = Callable[[str, int, int], None]

ADDED, OTHERS, ALL = "added", "others", "all"

SAMPLES: Final = campaign.SAMPLES
"""Joint draws of the assumptions from their ranges."""
SEED: Final = campaign.SEED

# Below this elevation nothing is ever in view, whatever the limits are.
NEVER_RAD: Final = math.radians(-12.0)

How = Callable[[Watcher, float], Looks]


class StabilityStudy(NamedTuple):
    """A stability scenario turned into arrays.

    ``time_s`` and ``above`` hold only the times at which a flight stands above some horizon.
    """

    scenario: StabilityScenario
    flown: FlownFamily
    time_s: Floats
    above: Sky

    @property
    def centres(self) -> Ints:
        """The flights of least energy from the areas' own points, by areas and cities."""
        return np.flatnonzero((self.flown.moved_m == 0.0) & (self.flown.apogee_ratio == 1.0))

    def of_pair(self, row: int) -> Ints:
        """Every flight of the launch area and the city of one, over points and paths."""
        flown = self.flown
        is_same = (flown.area == flown.area[row]) & (flown.city == flown.city[row])
        return np.flatnonzero(is_same & is_flown(flown))

    @property
    def added(self) -> int:
        """The row of the added radar."""
        ids = [radar.id for radar in self.scenario.radars]
        return ids.index(self.scenario.added_radar)


class Times(NamedTuple):
    """Time in view after burnout and during boost by group, each (n,)."""

    free_s: dict[str, Floats]
    boost_s: dict[str, Floats]


def stability_study(scenario: StabilityScenario, progress: Progress) -> StabilityStudy:
    """Fly every flight and look at it from every radar."""
    air = earth.tables()
    batches = []
    areas = scenario.launch_areas
    for row, area in enumerate(areas):
        progress(english("doing_fly_from", place=area.name), row, len(areas) + 1)
        batches.append(flights.fly(scenario, row, air))
    flown = flights.joined(batches)
    progress(english("doing_look"), len(areas), len(areas) + 1)
    above = seen.sky(scenario, flown.position_m)
    with np.errstate(invalid="ignore"):
        kept = (above.elevation_rad > NEVER_RAD).any(axis=(0, 1))
    last = int(np.flatnonzero(kept)[-1]) + 2 if kept.any() else 2
    return StabilityStudy(
        scenario, flown, flown.time_s[:last], Sky(*(f[:, :, :last] for f in above))
    )


def groups(scenario: StabilityScenario) -> dict[str, list[int]]:
    """The rows of the radars of every group: the added one alone, those named, the others, all."""
    ids = [radar.id for radar in scenario.radars]
    rows = {scenario.added_radar: [ids.index(scenario.added_radar)]}
    rows |= {group.id: [ids.index(radar) for radar in group.radars] for group in scenario.groups}
    rows[OTHERS] = [row for row, radar in enumerate(ids) if radar != scenario.added_radar]
    rows[ALL] = list(range(len(ids)))
    return rows


def in_view(this: StabilityStudy, keep: Ints, how: How, cross_section_m2: float) -> list[Parts]:
    """When flights are in view of each radar."""
    above = seen.chosen(this.above, keep)
    return [
        seen.in_view(this.time_s, above, row, how(site, cross_section_m2))
        for row, site in enumerate(this.scenario.radars)
    ]


def times(this: StabilityStudy, keep: Ints, several: list[Parts]) -> Times:
    """Time in view by group, and what the added radar adds."""
    # A flight that is not flown has no burnout and is in nobody's view.
    burnout = np.nan_to_num(this.flown.burnout_s[keep])
    boost = [views.within(one, np.full_like(burnout, -np.inf), burnout) for one in several]
    return Times(free_seconds(this, keep, several), _by_group(this.scenario, boost))


def free_seconds(this: StabilityStudy, keep: Ints, several: list[Parts]) -> dict[str, Floats]:
    """Time in view after burnout by group, and what the added radar adds, each (n,)."""
    burnout = np.nan_to_num(this.flown.burnout_s[keep])
    free = [views.within(one, burnout, np.full_like(burnout, np.inf)) for one in several]
    return _by_group(this.scenario, free)


def _by_group(scenario: StabilityScenario, several: list[Parts]) -> dict[str, Floats]:
    flights_n = several[0].begin_s.shape[0]
    sums = {
        name: views.union_seconds([several[row] for row in rows]) if rows else np.zeros(flights_n)
        for name, rows in groups(scenario).items()
    }
    # Rounding of the union must not make a time of less than nothing.
    sums[ADDED] = np.maximum(sums[ALL] - sums[OTHERS], 0.0)
    return sums


def as_given(scenario: StabilityScenario, limit: str = GIVEN, *, is_cued: bool = True) -> How:
    """Every radar as the scenario has it, under one of the two elevation limits."""
    return lambda site, section: seen.looks(scenario, site, section, limit, is_cued=is_cued)


class ViewCount(NamedTuple):
    """Sums over some flights at one cross section.

    ``seen_n`` counts those that a group sees, ``only_n`` those that it sees only with the added
    radar, ``more_n`` those that the added radar sees for at least ``least_view_s`` longer than all
    others; times are in seconds over all flights.
    """

    seen_n: dict[str, int]
    only_n: int
    more_n: int
    free_s: dict[str, float]


def sums_in_view(scenario: StabilityScenario, free_s: dict[str, Floats]) -> ViewCount:
    """Sums of times in view by group."""
    least = scenario.view.least_view_s
    is_seen = {name: found >= least for name, found in free_s.items()}
    return ViewCount(
        seen_n={name: int(flags.sum()) for name, flags in is_seen.items()},
        only_n=int((is_seen[ALL] & ~is_seen[OTHERS]).sum()),
        more_n=int(is_seen[ADDED].sum()),
        free_s={name: float(found.sum()) for name, found in free_s.items()},
    )


class ViewVariant(NamedTuple):
    """One way in which the study could be otherwise: which flights, and how radars look."""

    name: str
    keep: Ints
    how: How


def variants(this: StabilityStudy) -> Iterator[ViewVariant]:
    """One assumption at a time at its ends; the names are those of a range's two ends."""
    scenario, centres = this.scenario, this.centres
    given = as_given(scenario)
    for keep in moved_sets(this):
        yield ViewVariant("launch points", keep, given)
    for step in range(1, len(flights.ratios(scenario))):
        yield ViewVariant("path", higher(this, centres, step), given)
    for end in (0, 1):
        yield ViewVariant("boresights", centres, _changed(given, _turned(end)))
        yield ViewVariant("elevation", centres, _changed(given, _raised(end)))
        yield ViewVariant("detection range", centres, _at_end(scenario, (End.BAD, End.GOOD)[end]))
    yield ViewVariant("sector", centres, _changed(given, _narrowed_ends))
    yield ViewVariant("loss off the face", centres, _changed(given, _with_loss(scenario)))
    yield ViewVariant("cone", centres, _changed(given, _with_cone(scenario)))
    yield ViewVariant("no cue", centres, as_given(scenario, is_cued=False))


def _changed(how: How, change: Callable[[Watcher, Looks], Looks]) -> How:
    return lambda site, section: change(site, how(site, section))


def _turned(end: int) -> Callable[[Watcher, Looks], Looks]:
    return lambda site, look: look._replace(
        boresight_rad=math.radians(site.boresight_span_deg[end])
    )


def _raised(end: int) -> Callable[[Watcher, Looks], Looks]:
    return lambda site, look: look._replace(
        elevation_min_rad=math.radians(elevation_span_deg(site)[end])
    )


def _at_end(scenario: StabilityScenario, end: End) -> How:
    return lambda site, section: seen.looks(scenario, site, section, end=end)


def _narrowed_ends(site: Watcher, look: Looks) -> Looks:
    return look._replace(half_sector_rad=math.radians(0.5 * sector_span_deg(site)[0]))


def _with_loss(scenario: StabilityScenario) -> Callable[[Watcher, Looks], Looks]:
    """The loss of gain off the face; none for a radar that turns or has several faces."""

    def lossy(site: Watcher, look: Looks) -> Looks:
        field = _field_of(scenario, site)
        return look if field.scan_max is None else look._replace(tilt_rad=field.tilt.si)

    return lossy


def _with_cone(scenario: StabilityScenario) -> Callable[[Watcher, Looks], Looks]:
    """The cone about the tilted face; the sector stays where no scan limit is known."""

    def cone(site: Watcher, look: Looks) -> Looks:
        field = _field_of(scenario, site)
        if field.scan_max is None:
            return look
        return look._replace(
            half_sector_rad=math.pi, tilt_rad=field.tilt.si, scan_max_rad=field.scan_max.si
        )

    return cone


def _field_of(scenario: StabilityScenario, site: Watcher) -> FieldOfRegard:
    return scenario.catalogue.radar(site.system).field_of_regard


def elevation_span_deg(site: Watcher) -> tuple[float, float]:
    """The lowest and the highest figure for a radar's least elevation."""
    figures = [site.elevation_min_deg, *(rival.value for rival in site.elevation_min_rivals)]
    return min(figures), max(figures)


def sector_span_deg(site: Watcher) -> tuple[float, float]:
    """The narrowest and the widest figure for a radar's sector."""
    low, high = site.sector_range_deg or (site.sector_deg, site.sector_deg)
    return min(low, site.sector_deg), max(high, site.sector_deg)


def moved_sets(this: StabilityStudy) -> Iterator[Ints]:
    """The flights with every launch point moved the same way; one that cannot be stays."""
    flown, cities = this.flown, len(this.scenario.cities)
    for step in range(max(len(this.scenario.launches.moved_km), 1)):
        for toward in np.unique(flown.toward_rad[np.isfinite(flown.toward_rad)]):
            keep = []
            for area in range(len(this.scenario.launch_areas)):
                rows = np.flatnonzero((flown.area == area) & (flown.apogee_ratio == 1.0))
                away = np.unique(flown.moved_m[rows])[1:]
                wanted = away[min(step, away.size - 1)] if away.size else 0.0
                there = rows[(flown.moved_m[rows] == wanted) & (flown.toward_rad[rows] == toward)]
                keep.append(there if there.size else rows[:cities])
            yield np.concatenate(keep)


def higher(this: StabilityStudy, keep: Ints, step: int) -> Ints:
    """Flights of least energy along a higher path; one that cannot climb so high takes the next lower."""
    out, is_missing = keep.copy(), np.ones(keep.size, dtype=np.bool_)
    for lower in range(step, 0, -1):
        rows = keep + lower * len(this.scenario.cities)
        chosen = is_missing & is_flown(this.flown)[rows]
        out[chosen] = rows[chosen]
        is_missing &= ~chosen
    return out


def draws(this: StabilityStudy) -> Iterator[tuple[Ints, How]]:
    """Joint draws of everything that is not known, a Latin hypercube with a fixed seed [mckay1979].

    Each launch area takes one of its points and one path, each radar a boresight; least elevation,
    sector and detection range move for all radars together.
    """
    scenario = this.scenario
    unknown = 2 * len(scenario.launch_areas)
    for share in _drawn_shares(unknown + len(scenario.radars) + 3):
        yield drawn_flights(this, share[:unknown]), drawn_view(scenario, share[unknown:])


def drawn_flights(this: StabilityStudy, share: Floats) -> Ints:
    """The flights of one draw: a launch point of each area, then a path of each, by shares of 0 to 1."""
    flown, areas = this.flown, len(this.scenario.launch_areas)
    cities, paths = len(this.scenario.cities), len(flights.ratios(this.scenario))
    keep = []
    for area in range(areas):
        own = np.flatnonzero(flown.area == area)
        start = paths * cities * int(share[area] * (own.size // (paths * cities)))
        least = own[start : start + cities]
        keep.append(higher(this, least, int(share[areas + area] * paths)))
    return np.concatenate(keep)


def drawn_view(scenario: StabilityScenario, share: Floats) -> How:
    """How radars look in one draw: a boresight each, then least elevation, sector and detection range."""
    ids = [radar.id for radar in scenario.radars]
    lowest, width, reach = (float(x) for x in share[-3:])

    def how(site: Watcher, section: float) -> Looks:
        ends = [seen.looks(scenario, site, section, end=end) for end in (End.BAD, End.GOOD)]
        west, east = site.boresight_span_deg
        turn = float(share[ids.index(site.id)])
        low, high = elevation_span_deg(site)
        narrow, wide = sector_span_deg(site)
        return ends[0]._replace(
            boresight_rad=math.radians(west + turn * (east - west)),
            elevation_min_rad=math.radians(low + lowest * (high - low)),
            half_sector_rad=math.radians(0.5 * (narrow + width * (wide - narrow))),
            range_m=ends[0].range_m * (ends[1].range_m / ends[0].range_m) ** reach,
        )

    return how


def _drawn_shares(axes: int) -> Floats:
    parts: NDArray[np.int64] = np.tile(np.arange(SAMPLES), (axes, 1))
    order = np.random.default_rng(SEED).permuted(parts, axis=1)
    return np.ascontiguousarray((order.T + 0.5) / SAMPLES)


def is_flown(flown: FlownFamily) -> NDArray[np.bool_]:
    """Which flights were flown, (n,)."""
    return np.asarray(flown.status == Status.OK)
