"""The session at which a reader's questions are answered: everything that is kept between them.

Question: with this missile and this defence, what is defended, now that something was changed?

A :class:`Session` keeps places, aim tables and flights, so that only what changed is computed again. Its
answers are those of a run of the same scenario, as far as the grid and the sampling of the flights
are the same; beyond 6,000 places flights are sampled every 2 s in place of 1 s.
"""

import math
import time
from collections import OrderedDict
from typing import Final, NamedTuple

import numpy as np

from shieldmap import archive, campaign, footprint, geodata, plain, questions, stability, terms
from shieldmap.answers.flight_cache import Advance, FlightCache, silent
from shieldmap.answers.state import State, scenario_of, threat_of
from shieldmap.campaign import ENDS_ONLY, SAMPLES, Case, Prepared, Study, Variant
from shieldmap.footprint import ASSET, CELL, TOWN, Columns, Footprint, Joint, JointDraws, Places
from shieldmap.kept import Kept, kept
from shieldmap.model import Floats, Status
from shieldmap.results import (
    Area,
    AreaSums,
    AreaTotals,
    Cells,
    Count,
    FootprintSummary,
    LaunchPointArea,
    PageSpot,
    Quantiles,
    RadarRanges,
    RaidTold,
    Sampled,
    ShareEnds,
    UndefendedPart,
)
from shieldmap.scenario import Scenario, StabilityScenario
from shieldmap.stability import StabilityStudy

FIRST_DRAWS: Final = 32
"""Joint draws of a first answer and of the fine grid; :data:`shieldmap.campaign.SAMPLES` follow."""

_RAIDS: Final = 8
"""Raids that are kept with their geometry: some 10 MB each."""

_CASES_BYTES: Final = 16_000_000
"""A case takes 15 kB."""


class AreaAnswer(NamedTuple):
    """What is defended: sums, and the columns of the map, which hold up to 39,000 numbers each."""

    sums: AreaSums
    columns: Columns

    def record(self) -> Area:
        """Both in one record, which looks at every number."""
        return Area.model_validate({**dict(self.sums), **self.columns._asdict()})


class RaidDrawn(NamedTuple):
    """A raid over joint draws: missiles through by what leaves (:data:`shieldmap.questions.LOSSES`) and by
    the systems that take part, what becomes of all missiles in the mean, batteries then reasons, and the
    raid with every number at its value and at both ends.
    """

    lost: dict[str, Quantiles]
    by_system: dict[tuple[str, ...], Quantiles]
    outcomes: Floats
    draws: int
    values: RaidTold


class Session:
    """Answers about states; one for each process, used by one thread."""

    def __init__(self) -> None:
        self.flight_cache = FlightCache()
        self._cases: Kept[str, Case] = Kept(_CASES_BYTES)
        self._drawn_raids: Kept[str, RaidDrawn] = Kept(_CASES_BYTES)
        self._raids: OrderedDict[str, Prepared] = OrderedDict()
        self._watched: tuple[str, StabilityStudy] | None = None
        self._first: tuple[tuple[str, int], Footprint] | None = None
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

    def prepared(self, scenario: Scenario, advance: Advance = silent) -> Prepared:
        """The raid of a scenario with its geometry done; the last few are kept.

        Raises
        ------
        ScenarioError : the scenario has no raid.
        """
        name = archive.run_hash(scenario)
        if name not in self._raids:
            cases = self._cases_of(scenario)
            # Few missiles, many batteries: a second thread would be late for each of them.
            with campaign.threads(1):
                self._raids[name] = campaign.prepare(scenario, cases=cases, progress=advance)
        self._raids.move_to_end(name)
        while len(self._raids) > _RAIDS:
            self._raids.popitem(last=False)
        return self._raids[name]

    def raid_drawn(self, scenario: Scenario, advance: Advance = silent) -> RaidDrawn:
        """The raid of a scenario over joint draws: as it is, without parts, and by system; kept."""
        name = archive.run_hash(scenario)
        kept = self._drawn_raids.get(name)
        if kept is None:
            prepared = self.prepared(scenario, advance)
            systems = questions.systems_apart(prepared)
            choices: list[questions.Choice] = [*questions.LOSSES.values()]
            choices += [questions.choice_of(prepared, chosen) for chosen in systems]
            with campaign.threads(1):
                found = questions.fight_drawn(prepared, choices, advance)
            lost = dict(zip(questions.LOSSES, found.leakers, strict=False))
            rest = found.leakers[len(lost) :]
            by_system = dict(zip(systems, rest, strict=True))
            values = questions.told(questions.fight_raid(prepared, advance))
            kept = RaidDrawn(lost, by_system, found.outcomes, found.draws, values)
            self._drawn_raids.put(name, kept)
        return kept

    def watched(self, other: StabilityScenario, advance: Advance = silent) -> StabilityStudy:
        """A stability study with its flights flown; the last one is kept, whatever its radars look at."""
        name = other.content_hash()
        if self._watched is None or self._watched[0] != name:
            self._watched = name, stability.stability_study(other, advance)
        return self._watched[1]

    def area(self, state: State, *, draws: int = 0, advance: Advance = silent) -> AreaAnswer:
        """What is defended against the flight that a state looks at: one value for each cell, and sums.

        Parameters
        ----------
        draws : say as well in what share of so many joint draws each cell and town is defended. All
            :data:`shieldmap.campaign.SAMPLES` draw the missile too, as a run does; fewer, for a first
            look, leave it at its values. The cells of the fine grid take as many as those of a run
            and what the drawn missiles change at the nearest coarse cell.
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
        is_joint = draws >= SAMPLES
        this = self.study(state, draws=campaign.FINE_DRAWS if is_joint else draws)
        where = places_of(this.scenario, advance)
        prints, flown_s = self._judged_lately(state, this, where, advance)
        whole = prints.status.size
        all_ = self.joint(this, where, prints, advance) if is_joint else None
        advance("adding up cells", whole, whole)
        threat_id = this.scenario.threats[0].id
        sums = footprint.threat_sums(this, where, prints, threat_id)
        advance("looking at towns", whole, whole)
        columns = cells_of(this, where, prints, all_)
        stock = this.scenario.defence.interceptors.model_dump()
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
                sampled=_sampled(this, where, prints, sums, all_) if draws else None,
            ),
            reasons=tuple(
                UndefendedPart(constraint=row.constraint, people=row.people, area_m2=row.area_m2)
                for row in sums.reasons
            ),
            spots=spots_of(this, where, prints, all_),
            by_launch_point=tuple(
                LaunchPointArea(**dict(row), refusal=case.refusal)
                for row, case in zip(sums.by_launch_point, this.cases, strict=True)
            ),
            radar=RadarRanges(search_range_m=sums.search_range_m, track_range_m=sums.track_range_m),
            interceptors=Count(**stock),
            full_pairs=Count(
                **{end: full_pairs(this.scenario, count) for end, count in stock.items()}
            ),
            flown_s=flown_s,
            elapsed_s=time.perf_counter() - began,
        )
        return AreaAnswer(told, columns)

    def _judged_lately(
        self, state: State, this: Study, where: Places, advance: Advance
    ) -> tuple[Footprint, float]:
        """The footprint of a state; the last one is kept, because all draws follow the first."""
        if not this.columns("sample"):
            return self.judge(this, where, advance)
        name = state.to_query(), len(this.variants)
        if self._first is not None and self._first[0] == name:
            return self._first[1], 0.0
        prints, flown_s = self.judge(this, where, advance)
        self._first = name, prints
        return prints, flown_s

    def joint(
        self, this: Study, where: Places, prints: Footprint, advance: Advance = silent
    ) -> Joint:
        """The joint draws of defence and missile, beside a footprint that has those of the defence."""
        spread = footprint.draw_together(
            this,
            advance,
            flights_of=lambda case, there: self.flight_cache.drawn(this, case, there),
            is_headline=True,
        )
        return footprint.join_draws(this, where, prints, spread)

    def summary(self, state: State, advance: Advance = silent) -> FootprintSummary:
        """The sums of a run for every missile of a state's study, without towns.

        Its cells and draws are those of a run, so that both say the same.
        """
        this = self.study(state, draws=campaign.FINE_DRAWS, every_threat=True)
        where = footprint.without_towns(places_of(this.scenario, advance))
        prints = footprint.defended_area(this, where, advance)
        spread = footprint.draw_together(
            this,
            advance,
            where=footprint.without_towns(footprint.coarse_places(this)),
            flights_of=lambda case, there: self.flight_cache.drawn(this, case, there),
            is_headline=True,
        )
        told = footprint.summarise(this, where, prints, spread)
        # As a run keeps it: what is no number is none.
        return FootprintSummary.model_validate(plain.values(told.as_json()))

    def drawn_at(
        self, this: Study, latitude_deg: float, longitude_deg: float, advance: Advance = silent
    ) -> JointDraws:
        """The joint draws of defence and missile at one place, for every case of a study."""
        return footprint.draw_together(
            this,
            advance,
            where=footprint.one_place(latitude_deg, longitude_deg),
            flights_of=lambda case, there: self.flight_cache.drawn(this, case, there),
            is_headline=True,
        )

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


def full_pairs(scenario: Scenario, interceptors: int) -> int:
    """How many missiles could each be given all shots of the doctrine by so many interceptors."""
    given = terms.DOCTRINES[scenario.defence.doctrine]
    return interceptors // max(given.salvo * given.looks, 1)


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


def _sampled(
    this: Study,
    where: Places,
    prints: Footprint,
    sums: footprint.ThreatSums,
    all_: Joint | None,
) -> Sampled:
    rows = list(range(len(this.cases)))
    if all_ is not None:
        return footprint.joint.sampled(all_, rows)
    return footprint.sampled(this, where, prints, rows, sums.threatened.people)


def cells_of(this: Study, where: Places, prints: Footprint, all_: Joint | None = None) -> Columns:
    """The columns of the map: one value for each cell, the worst launch point deciding."""
    cells = where.kind == CELL
    told = footprint.columns(prints, cells, this.defence.doctrine, this.columns("sample"))
    if all_ is None:
        return told
    shares = footprint.probability(all_, list(range(len(this.cases))))[cells]
    percent = np.rint(100.0 * np.nan_to_num(shares)).astype(np.int64)
    return told._replace(probability=percent.tolist())


def spots_of(
    this: Study, where: Places, prints: Footprint, all_: Joint | None = None
) -> tuple[PageSpot, ...]:
    """Assets and towns, each with the launch point against which it stands worst."""
    return tuple(
        footprint.told_spot(spot, 0)
        for kind in (ASSET, TOWN)
        for spot in footprint.spots(this, where, prints, kind, all_)
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
