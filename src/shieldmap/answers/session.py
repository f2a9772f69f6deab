"""The session at which a reader's questions are answered: everything that is kept between them.

Question: with this missile and this defence, what is defended, now that something was changed?

A :class:`Session` keeps places, aim tables and flights, so that only what changed is computed again. Its
answers are those of a run of the same scenario, as far as the grid and the sampling of the flights
are the same; beyond 6,000 places flights are sampled every 2 s in place of 1 s.
"""

import math
import time
from typing import Final, NamedTuple

import numpy as np

from shieldmap import archive, campaign, footprint, geodata
from shieldmap.answers.flight_cache import Advance, FlightCache, silent
from shieldmap.answers.state import State, scenario_of, threat_of
from shieldmap.campaign import ENDS_ONLY, SAMPLES, Case, Study, Variant
from shieldmap.footprint import ASSET, CELL, TOWN, Columns, Footprint, Places
from shieldmap.kept import Kept, kept
from shieldmap.model import Status
from shieldmap.results import (
    Area,
    AreaSums,
    AreaTotals,
    Cells,
    Count,
    LaunchPointArea,
    PageSpot,
    RadarRanges,
    Sampled,
    ShareEnds,
    UndefendedPart,
)
from shieldmap.scenario import Scenario

FIRST_DRAWS: Final = 32
"""Joint draws of a first answer; the whole :data:`shieldmap.campaign.SAMPLES` follow."""

_CASES_BYTES: Final = 16_000_000
"""A case takes 15 kB."""


class AreaAnswer(NamedTuple):
    """What is defended: sums, and the columns of the map, which hold up to 39,000 numbers each."""

    sums: AreaSums
    columns: Columns

    def record(self) -> Area:
        """Both in one record, which looks at every number."""
        return Area.model_validate({**dict(self.sums), **self.columns._asdict()})


class Session:
    """Answers about states; one for each process, used by one thread."""

    def __init__(self) -> None:
        self.flight_cache = FlightCache()
        self._cases: Kept[str, Case] = Kept(_CASES_BYTES)
        self._last: tuple[tuple[str, str], AreaAnswer] | None = None

    def study(self, state: State, *, draws: int = 0, every_threat: bool = False) -> Study:
        """The study of a state's flight, or of every threat, at the values, both ends and draws."""
        scenario = scenario_of(state)
        asked = scenario
        if not every_threat:
            threat_id = threat_of(state, scenario)
            chosen = tuple(t for t in scenario.threats if t.id == threat_id)
            asked = scenario.model_copy(update={"threats": chosen})
        drawn = (Variant("sample", float(i)) for i in range(min(draws, SAMPLES)))
        variants = (*ENDS_ONLY, *drawn)
        return campaign.study(asked, cases=self._cases_of(asked), variants=variants)

    def _cases_of(self, scenario: Scenario) -> tuple[Case, ...]:
        """The cases of a scenario; their aim tables, 0.1 s each, are kept."""
        air = campaign.tables_of_air()
        out = []
        for threat, point in scenario.pairs:
            name = repr(
                (
                    # Two studies may call two missiles by one name.
                    scenario.catalogue.missile(threat.missile),
                    threat.model_dump(exclude={"launch_points", "note", "source"}),
                    point.id,
                    point.latitude_deg,
                    point.longitude_deg,
                )
            )
            case = self._cases.get(name)
            if case is None:
                case = campaign.case_of(threat, point, scenario.catalogue, air)
                self._cases.put(name, case)
            out.append(case)
        return tuple(out)

    def area(self, state: State, *, draws: int = 0, advance: Advance = silent) -> AreaAnswer:
        """What is defended against the flight that a state looks at: one value for each cell, and sums.

        Parameters
        ----------
        draws : say as well in what share of so many joint draws of the defence's numbers, and of
            the cross section, each cell is defended against the missile at its values.
        advance : called before every step that may take a second on a fine grid, the last ones too.
        """
        if draws < SAMPLES:
            return self._judged_area(state, draws, advance)
        # The last answer over all draws is kept: whoever sees it saves it in several formats.
        scenario = scenario_of(state)
        asked = archive.run_hash(scenario), threat_of(state, scenario)
        if self._last is None or self._last[0] != asked:
            self._last = asked, self._judged_area(state, draws, advance)
        sums, columns = self._last[1]
        return AreaAnswer(sums.model_copy(update={"query": state.to_query()}), columns)

    def _judged_area(self, state: State, draws: int, advance: Advance) -> AreaAnswer:
        began = time.perf_counter()
        advance("making the study ready", 0, 1)
        this = self.study(state, draws=draws)
        where = places_of(this.scenario, advance)
        prints, flown_s = self.judge(this, where, advance)
        whole = prints.status.size
        advance("adding up cells", whole, whole)
        threat_id = this.scenario.threats[0].id
        sums = footprint.threat_sums(this, where, prints, threat_id)
        advance("looking at towns", whole, whole)
        columns = cells_of(this, where, prints)
        told = AreaSums(
            query=state.to_query(),
            scenario=state.scenario,
            threat=threat_id,
            spacing_km=this.scenario.grid.spacing_km,
            cells=int((where.kind == CELL).sum()),
            totals=AreaTotals(
                threatened=sums.threatened,
                defended=sums.defended,
                share_of_people=sums.share_of_people,
                share_of_area=_shares_of_area(sums),
                sampled=_sampled(this, where, prints, sums) if draws else None,
            ),
            reasons=tuple(
                UndefendedPart(constraint=row.constraint, people=row.people, area_m2=row.area_m2)
                for row in sums.reasons
            ),
            spots=spots_of(this, where, prints),
            by_launch_point=tuple(
                LaunchPointArea(**dict(row), refusal=case.refusal)
                for row, case in zip(sums.by_launch_point, this.cases, strict=True)
            ),
            radar=RadarRanges(search_range_m=sums.search_range_m, track_range_m=sums.track_range_m),
            interceptors=Count(**this.scenario.defence.interceptors.model_dump()),
            flown_s=flown_s,
            elapsed_s=time.perf_counter() - began,
        )
        return AreaAnswer(told, columns)

    def judge(
        self, this: Study, where: Places, advance: Advance = silent
    ) -> tuple[Footprint, float]:
        """Every case judged at every place, and the seconds spent on flights not flown before."""
        n = len(where.name)
        out = footprint.blank(len(this.cases), n, len(this.variants))
        done, flown_s = 0, 0.0
        for row, case in enumerate(this.cases):
            if case.table is None:
                out.status[row] = Status.APOGEE_REFUSED
                done += n
                continue
            assumptions = campaign.assumptions_of(this, case)
            tracker = campaign.tracker_of(this, assumptions)
            for part in campaign.chunks(n):
                flown = self.flight_cache.kept(case, where, part)
                what = "flying" if flown is None else "judging"
                advance(
                    f"{what} {case.missile_id} from {case.launch_id}", done, n * len(this.cases)
                )
                if flown is None:
                    began = time.perf_counter()
                    flown = self.flight_cache.fly(this, case, where, part)
                    flown_s += time.perf_counter() - began
                footprint.store(
                    this, out, row, part, campaign.judge_flown(this, flown, assumptions, tracker)
                )
                done += part.stop - part.start
        return out, flown_s


def places_of(scenario: Scenario, advance: Advance = silent) -> Places:
    """The cells, towns and assets of a scenario, made once."""
    ground, spacing_m = scenario.ground, scenario.spacing_m
    # Kept by the country's map: asked for here one after the other, so that each can be stopped.
    advance("laying the grid", 0, 1)
    geodata.land_cells(ground, spacing_m)
    advance("counting people", 0, 1)
    geodata.cell_population(ground, spacing_m)
    spacing_km = scenario.grid.spacing_km if ground.countries else None
    return _places_on_grid(spacing_km, scenario.name)


@kept(64_000_000)
def _places_on_grid(spacing_km: float | None, name: str) -> Places:
    return footprint.places(scenario_of(State(scenario=name, spacing_km=spacing_km)))


def _shares_of_area(sums: footprint.ThreatSums) -> ShareEnds:
    whole = sums.threatened.area_m2
    return ShareEnds(
        **{end: part.area_m2 / whole if whole else math.nan for end, part in sums.defended}
    )


def _sampled(this: Study, where: Places, prints: Footprint, sums: footprint.ThreatSums) -> Sampled:
    rows = list(range(len(this.cases)))
    return footprint.sampled(this, where, prints, rows, sums.threatened.people)


def cells_of(this: Study, where: Places, prints: Footprint) -> Columns:
    """The columns of the map: one value for each cell, the worst launch point deciding."""
    cells = where.kind == CELL
    return footprint.columns(prints, cells, this.defence.doctrine, this.columns("sample"))


def spots_of(this: Study, where: Places, prints: Footprint) -> tuple[PageSpot, ...]:
    """Assets and towns, each with the launch point against which it stands worst."""
    return tuple(
        footprint.told_spot(spot, 0)
        for kind in (ASSET, TOWN)
        for spot in footprint.spots(this, where, prints, kind)
    )


@kept(64_000_000)
def cells(ground: geodata.Ground, spacing_km: float) -> Cells:
    """The cells of a grid, in the order of every answer's columns."""
    grid = geodata.land_cells(ground, spacing_km * 1e3)
    people = geodata.cell_population(ground, spacing_km * 1e3)
    names = ("latitude_deg", "longitude_deg", "height_deg", "width_deg")
    return Cells(
        spacing_km=spacing_km,
        **{name: np.round(getattr(grid, name), 5).tolist() for name in names},
        people=np.rint(people).astype(np.int64).tolist(),
    )
