"""Live answers: those of a run of the same scenario, whatever was asked before."""

from typing import Any, NamedTuple

import numpy as np
import pytest

from shieldmap import campaign, footprint, geodata, scenario as scenarios
from shieldmap.answers import flight_cache as flying, page, session as sessions
from shieldmap.answers.flight_cache import FlightCache
from shieldmap.answers.page import Session, State, SupersededError
from shieldmap.answers.session import AreaAnswer
from shieldmap.footprint import ASSET, CELL, TOWN, Footprint, Places
from shieldmap.kept import size_of
from shieldmap.model import Status
from shieldmap.results import Area
from shieldmap.scenario import Scenario

# One launch point and 155 cells of 25 km, without and with towns and assets.
BASE: dict[str, Any] = {"scenario": "timing", "spacing_km": 25.0, "missile": "hwasong-7",
                        "launch_points": ("hwangju",), "doctrine": "salvo-2"}  # fmt: skip
QUICK = State(**BASE)
WITH_TOWNS = State(spacing_km=25.0, launch_points=("hwangju",))
FIRST = "hwasong-7 hwangju"

# The timing case has two launch points, 40 cells of 50 km and neither towns nor assets.
SMALL = ("hwasong-7 hwangju", "hwasong-9 wonsan", "hwasong-6 hwangju", "hwasong-9 hwangju")


def small(flight: str) -> State:
    """The timing case with one missile from one launch point."""
    missile, point = flight.split()
    return State(scenario="timing", spacing_km=50.0, missile=missile, launch_points=(point,))


# One after the other in one session, each against a fresh session; the page changes one thing at a time.
DEFENCE: list[dict[str, Any]] = [
    {"battery": (36.5, 127.5)}, {"radar": (36.4, 127.9)}, {"boresight_deg": 10.0},
    {"boresight_deg": 320.0}, {"sector_deg": 90.0}, {"elevation_min_deg": 12.0},
    {"radar_present": False}, {"floor_km": 60.0}, {"ceiling_km": 100.0}, {"reach_km": 120.0},
    {"reach_km": 300.0}, {"target_speed_max_m_s": 1500.0}, {"chain_s": 200.0}, {"warning_s": 150.0}, {"reaction_s": 100.0}, {"assessment_s": 60.0},
    {"salvo_spacing_s": 55.0}, {"doctrine": "single"}, {"doctrine": "shoot-look-shoot"},
    {"late_share": 0.2}, {"tilt_deg": 40.0}, {"scan_max_deg": 55.0}, {"elevation_max_deg": 80.0},
    {"launchers": 0}, {"interceptors_per_launcher": 1, "launchers": 1},
]  # fmt: skip
CROSS_SECTION: list[dict[str, Any]] = [{"rcs_m2": 0.002}, {"rcs_m2": 0.5}]
FLIGHT: list[dict[str, Any]] = [
    {"missile": "hwasong-9"}, {"trajectory": "lofted"}, {"trajectory": "lofted", "apogee_km": 300.0},
    {"trajectory": "lofted", "apogee_km": 301.0}, {"launch_points": ("wonsan",)},
    {"threat": "hwasong-6-minimum-energy", "missile": None},
]  # fmt: skip
ELSEWHERE: list[dict[str, Any]] = [
    {"spacing_km": 50.0}, {"scenario": "korea"}, {"scenario": "korea-2026-03", "missile": None},
]  # fmt: skip
CHANGES = [*DEFENCE, *CROSS_SECTION, *FLIGHT, *ELSEWHERE]


def changed(change: dict[str, Any]) -> State:
    return State(**{**BASE, **change})


def told(area: AreaAnswer, *without: str) -> str:
    """An answer without its clock, to the last bit; the text of NaN equals itself."""
    return repr(area.record().model_dump(exclude={"flown_s", "elapsed_s", *without}))


def threat_of(scenario: Scenario, threat_id: str) -> Scenario:
    """The scenario with one threat only, as a run would have it."""
    chosen = tuple(t for t in scenario.threats if t.id == threat_id)
    return scenario.model_copy(update={"threats": chosen})


@pytest.fixture(scope="module")
def shared() -> Session:
    return Session()


@pytest.fixture
def flights(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that is flown, in order: missile and launch point."""
    found: list[str] = []
    fly = campaign.fly

    def counted(this: Any, case: campaign.Case, *rest: Any) -> campaign.FlownCase:
        found.append(f"{case.missile_id} {case.launch_id}")
        return fly(this, case, *rest)

    monkeypatch.setattr(campaign, "fly", counted)
    return found


# --- the same as a run ---

EVERYTHING = State(
    spacing_km=25.0, battery=(36.5, 127.5), radar=(36.4, 127.9), boresight_deg=5.0, reach_km=250.0,
    launchers=1, interceptors_per_launcher=2, missile="hwasong-9", launch_points=("kusong", "hwangju"),
    rcs_m2=0.02, doctrine="shoot-look-shoot",
)  # fmt: skip


class Run:
    """A whole study of one state, flown and judged without the session."""

    def __init__(self, state: State) -> None:
        scenario = page.scenario_of(state)
        ids = [threat.id for threat in scenario.threats]
        threat_id = "own" if "own" in ids else (state.threat or "hwasong-7-minimum-energy")
        self.this = campaign.study(threat_of(scenario, threat_id))
        self.where: Places = footprint.places(scenario)
        self.prints: Footprint = footprint.defended_area(self.this, self.where)
        self.summary = footprint.summarise(self.this, self.where, self.prints)


RUNS = {
    "plain": WITH_TOWNS,
    "five launch points": State(spacing_km=50.0),
    "everything": EVERYTHING,
    "out of range": State(spacing_km=50.0, missile="hwasong-5", launch_points=("samjiyon",)),
}


@pytest.fixture(scope="module", params=RUNS)
def pair(request: pytest.FixtureRequest, shared: Session) -> tuple[Area, Run]:
    """A live answer of a session that was asked other things before, and the run of the same state."""
    shared.area(State(spacing_km=50.0, reach_km=111.0))
    state = RUNS[request.param]
    run = Run(state)
    return shared.area(state, draws=len(run.this.columns("sample"))).record(), run


def test_the_sums_are_those_of_a_run(pair: tuple[Area, Run]) -> None:
    area, run = pair
    (threat,) = run.summary.threats
    totals = area.totals
    assert totals.threatened == threat.threatened
    assert totals.defended == threat.defended
    assert repr(totals.share_of_people) == repr(threat.share_of_people)
    assert repr(totals.sampled) == repr(threat.sampled)
    assert [dict(row) for row in area.reasons] == [
        {key: getattr(row, key) for key in ("constraint", "people", "area_m2")}
        for row in threat.reasons
    ]
    own = [row.model_dump(exclude={"refusal"}) for row in area.by_launch_point]
    assert own == [row.model_dump() for row in threat.by_launch_point]
    assert dict(area.radar) == {
        key: getattr(threat, key) for key in ("search_range_m", "track_range_m")
    }
    assert area.interceptors == run.summary.defence.interceptors


def test_the_cells_are_those_of_a_run(pair: tuple[Area, Run]) -> None:
    """Every cell by hand: the worst launch point that reaches it decides."""
    area, run = pair
    doctrine, sampled = run.this.defence.doctrine, run.this.columns("sample")
    ends = (run.prints.is_defended, run.prints.is_defended_bad, run.prints.is_defended_good)
    for column, cell in enumerate(np.flatnonzero(run.where.kind == CELL)):
        rows = np.flatnonzero(run.prints.status[:, cell] == Status.OK)
        assert (area.status[column] == 0) is bool(rows.size)
        bits = [bool(rows.size) and bool(flags[rows, cell, doctrine].all()) for flags in ends]
        assert area.defended[column] == sum(bit << i for i, bit in enumerate(bits))
        reasons = [r for r in run.prints.reason[rows, cell] if r >= 0]
        assert area.reason[column] == (min(reasons) if reasons else -1)
        assert area.shots[column] == (min(run.prints.shots[rows, cell]) if rows.size else 0)
        share = run.prints.on_curve[np.ix_(rows, [cell], sampled)].all(axis=0).mean()
        assert area.probability[column] == (round(100 * float(share)) if rows.size else 0)
    assert area.cells == column + 1


def test_towns_and_assets_are_those_of_a_run(pair: tuple[Area, Run]) -> None:
    """The worst launch point, its reason and its margin are those of the summary."""
    area, run = pair
    spots = [*run.summary.assets, *run.summary.towns]
    assert len(area.spots) == len(spots) > 20
    for own, wanted in zip(area.spots, spots, strict=True):
        (worst,) = wanted.by_threat
        for key in ("name", "name_ko", "kind", "latitude_deg", "longitude_deg", "people"):
            assert getattr(own, key) == getattr(wanted, key)
        for key in footprint.SPOT_KEYS:
            assert repr(getattr(own, key)) == repr(getattr(worst, key, None)), (own.name, key)


def test_the_runs_say_different_things(shared: Session) -> None:
    """What is compared above is neither all defended nor all undefended."""
    shares = [shared.area(RUNS[name]).sums.totals.share_of_people.value for name in RUNS]
    assert 0.0 < shares[0] < 1.0
    assert 0.0 < shares[1] < 1.0
    assert len(set(shares[:3])) == 3
    assert np.isnan(shares[3])


# --- nothing old in an answer ---


def test_every_field_is_changed_once() -> None:
    assert {key for change in CHANGES for key in change} == set(State.model_fields)


@pytest.fixture(scope="module")
def used() -> Session:
    """A session that has been asked everything already."""
    session = Session()
    for change in CHANGES:
        session.area(changed(change))
    return session


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_an_answer_after_a_change_is_that_of_a_fresh_desk(
    change: dict[str, Any], used: Session
) -> None:
    state = changed(change)
    assert told(used.area(state, draws=32)) == told(Session().area(state, draws=32))


def test_an_answer_asked_again_after_everything_is_that_of_a_fresh_desk(used: Session) -> None:
    assert told(used.area(QUICK, draws=32)) == told(Session().area(QUICK, draws=32))


def test_the_changes_are_seen_in_the_answers(used: Session) -> None:
    """A comparison of answers that never differ would prove nothing."""

    def shown(state: State) -> str:
        return told(used.area(state, draws=32), "query", "interceptors")

    plain = shown(QUICK)
    # The published chain counts only in a study that chooses it.
    unseen = [change for change in CHANGES if shown(changed(change)) == plain]
    assert unseen == [{"chain_s": 200.0}]


@pytest.mark.parametrize("change", [*DEFENCE, *CROSS_SECTION], ids=str)
def test_a_changed_defence_flies_nothing_again(
    change: dict[str, Any], shared: Session, flights: list[str]
) -> None:
    """Neither the defence nor the cross section of a missile moves its path."""
    shared.area(QUICK)
    del flights[:]
    answer = shared.area(changed(change))
    assert flights == []
    assert answer.sums.flown_s == 0.0


@pytest.mark.parametrize("change", FLIGHT, ids=str)
def test_a_changed_missile_is_flown(
    change: dict[str, Any], used: Session, flights: list[str]
) -> None:
    session = Session()
    # Aim tables belong to a missile and its launch point: they are taken over, flights are not.
    session._cases = used._cases
    session.area(QUICK)
    assert flights == [FIRST]
    session.area(changed(change))
    assert len(flights) == 2
    session.area(changed(change))
    session.area(QUICK)
    assert len(flights) == 2


def test_launch_points_are_flown_once_each(flights: list[str]) -> None:
    session = Session()
    for points in (("wonsan",), ("hwangju", "wonsan"), ("hwangju",), ("wonsan", "wonsan")):
        session.area(State(scenario="timing", spacing_km=50.0, launch_points=points))
    assert flights == ["hwasong-7 wonsan", "hwasong-7 hwangju"]


def test_the_order_of_launch_points_changes_no_cell(shared: Session) -> None:
    one, other = (
        shared.area(changed({"launch_points": points}))
        for points in (("wonsan", "hwangju"), ("hwangju", "wonsan", "wonsan"))
    )
    for key in ("status", "defended", "shots", "margin_s", "reason"):
        assert getattr(one.columns, key) == getattr(other.columns, key)
    assert one.sums.totals.defended == other.sums.totals.defended


# --- the flight_cache ---


def kept_bytes(flight_cache: FlightCache) -> int:
    return sum(size_of(flown) for flown in flight_cache._kept.values())


class Whole(NamedTuple):
    """A session that keeps every small flight, and its answers."""

    session: Session
    answers: dict[str, str]
    sizes: list[int]

    def with_budget(self, budget_bytes: int) -> Session:
        """A session without flights that knows the aim tables of this one."""
        session = Session()
        session._cases, session.flight_cache = self.session._cases, FlightCache(budget_bytes)
        return session


@pytest.fixture(scope="module")
def whole() -> Whole:
    session = Session()
    answers = {flight: told(session.area(small(flight))) for flight in SMALL}
    return Whole(
        session, answers, [size_of(flown) for flown in session.flight_cache._kept.values()]
    )


def test_forgotten_flights_are_flown_again_with_equal_results(
    whole: Whole, flights: list[str]
) -> None:
    session = whole.with_budget(int(1.5 * min(whole.sizes)))
    for _ in range(2):
        for flight, answer in whole.answers.items():
            assert told(session.area(small(flight))) == answer
            assert 0 < session.flight_cache._kept.bytes <= session.flight_cache._kept.budget_bytes
            assert len(session.flight_cache._kept) == 1
    assert flights == [*SMALL, *SMALL]


def test_the_budget_is_kept_and_the_oldest_go_first(whole: Whole, flights: list[str]) -> None:
    a, b, c, d = SMALL
    # Any three of the four fit with their names, all four do not.
    session = whole.with_budget(sum(whole.sizes) - 1)
    for flight in (a, b, c, a, d, a, b):
        session.area(small(flight))
        assert (
            kept_bytes(session.flight_cache)
            <= session.flight_cache._kept.bytes
            <= session.flight_cache._kept.budget_bytes
        )
    # The first was used again and stayed; the second was the oldest when the fourth came.
    assert flights == [a, b, c, d, b]


def test_one_flight_above_the_budget_is_still_answered(whole: Whole) -> None:
    session = whole.with_budget(1)
    assert told(session.area(small(SMALL[0]))) == whole.answers[SMALL[0]]
    assert len(session.flight_cache._kept) == 0


@pytest.mark.parametrize(("fine_places", "every_s"), [(10_000, 1.0), (10, 2.0)])
def test_many_places_are_sampled_coarsely(
    fine_places: int, every_s: float, whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flying, "FINE_PLACES", fine_places)
    session = whole.with_budget(flying.BUDGET_BYTES)
    session.area(small(SMALL[0]))
    (flown,) = session.flight_cache._kept.values()
    assert np.diff(flown.trajectories.time_s[:2]).tolist() == [every_s]


# --- stopping ---


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("shieldmap.campaign.studies._CHUNK", 15)
    return 15


BOTH = State(scenario="timing", spacing_km=50.0, missile="hwasong-7",
             launch_points=("hwangju", "wonsan"))  # fmt: skip


@pytest.fixture(scope="module")
def both() -> dict[str, str]:
    """Answers of a fresh session in whole chunks, by the reach asked for."""
    asked = [BOTH, BOTH.model_copy(update={"reach_km": 150.0})]
    return {state.to_query(): told(Session().area(state)) for state in asked}


def test_small_chunks_give_the_same_answer(both: dict[str, str], small_chunks: int) -> None:
    session = Session()
    assert told(session.area(BOTH)) == both[BOTH.to_query()]
    assert len(session.flight_cache._kept) == 6


def test_flights_to_other_places_are_never_taken_for_these(small_chunks: int) -> None:
    """Grids and lists of assets of which a part is equally long keep flights of their own."""
    alike = [{"spacing_km": 50.0}, {"spacing_km": 25.0}, {"spacing_km": 100.0},
             {"spacing_km": 100.0, "scenario": "korea"},
             {"spacing_km": 100.0, "scenario": "korea-2015"},
             {"spacing_km": 100.0, "scenario": "korea-2026-03"}]  # fmt: skip
    session = Session()
    for change in alike:
        fresh = Session()
        fresh._cases = session._cases
        assert told(session.area(changed(change))) == told(fresh.area(changed(change))), change


def test_two_studies_of_the_same_places_share_their_flights(flights: list[str]) -> None:
    """The battery of 2017 and what is left of it in 2026: nothing is flown for the second."""
    session = Session()
    session.area(changed({"scenario": "korea", "spacing_km": 100.0}))
    flown = list(flights)
    assert flown
    told_of = session.area(changed({"scenario": "korea-2026-03", "spacing_km": 100.0}))
    assert flights == flown
    assert told_of.sums.flown_s == 0.0


BEFORE = 3
"""Steps before the first flight: the study, the grid, the people."""


def test_progress_counts_every_place_once(small_chunks: int) -> None:
    session = Session()
    n = len(sessions.places_of(page.scenario_of(BOTH)).name)
    for verb in ("flying", "judging"):
        seen: list[tuple[str, int, int]] = []
        session.area(BOTH, advance=lambda *step, seen=seen: seen.append(step))
        before, flown, after = seen[:BEFORE], seen[BEFORE:-2], seen[-2:]
        assert {total for _, _, total in flown} == {2 * n}
        starts = list(range(0, n, small_chunks))
        assert [done for _, done, _ in flown] == [*starts, *(n + start for start in starts)]
        assert {what for what, _, _ in flown} == {
            f"{verb} hwasong-7 from {point}" for point in ("hwangju", "wonsan")
        }
        # What is made before and what is made of it have steps of their own.
        assert {done for _, done, _ in before} == {0}
        assert {(done, total) for _, done, total in after} == {(2 * n, 2 * n)}


@pytest.mark.parametrize("calls", [1, 2, 3, 4, 5, 6, 8, 10, 11])
def test_a_superseded_answer_stops_between_chunks_and_leaves_no_trace(
    calls: int, both: dict[str, str], small_chunks: int, flights: list[str]
) -> None:
    session, seen = Session(), []

    def advance(what: str, done: int, total: int) -> None:
        seen.append((what, done, total))
        if len(seen) == calls:
            raise SupersededError

    with pytest.raises(SupersededError):
        session.area(BOTH, advance=advance)
    assert len(seen) == calls
    assert len(flights) == min(max(0, calls - BEFORE - 1), 6)
    assert kept_bytes(session.flight_cache) <= session.flight_cache._kept.bytes
    for query, answer in both.items():
        assert told(session.area(page.from_url(query))) == answer


# --- the columns of the map ---


@pytest.fixture(scope="module", params=["single", "salvo-2", "shoot-look-shoot"])
def mapped(request: pytest.FixtureRequest, shared: Session) -> Area:
    return shared.area(State(spacing_km=25.0, doctrine=request.param), draws=32).record()


def test_the_sums_are_those_of_the_cells(mapped: Area) -> None:
    """Area and people of the cells by the bits of the map."""
    areas = geodata.land_cells("KOR", 25e3).area_m2
    people = geodata.cell_population("KOR", 25e3)
    bits, status = np.array(mapped.defended), np.array(mapped.status)
    for bit, end in enumerate(("value", "bad", "good")):
        chosen = (bits >> bit & 1) == 1
        assert not chosen[status != 0].any()
        sums = getattr(mapped.totals.defended, end)
        # Sums of the same numbers in the same order.
        assert dict(sums) == {"area_m2": areas[chosen].sum(), "people": people[chosen].sum()}
    threatened = mapped.totals.threatened
    assert threatened.area_m2 == areas[status == 0].sum()
    reasons = sum(row.area_m2 for row in mapped.reasons)
    left = threatened.area_m2 - mapped.totals.defended.value.area_m2
    # The same cells added in another order: rounding of 1e11 m2.
    assert reasons == pytest.approx(left, rel=1e-12)


def test_a_cell_has_a_reason_exactly_where_it_is_not_defended(mapped: Area) -> None:
    for status, bits, reason, shots, margin in zip(
        *(getattr(mapped, key) for key in ("status", "defended", "reason", "shots", "margin_s")),
        strict=True,
    ):
        assert (reason >= 0) is (status == 0 and not bits & 1)
        if status:
            assert (bits, shots, margin) == (0, 0, None)
        if bits & 1:
            assert shots >= 1
            assert margin is not None
            assert margin >= 0


def test_columns_and_cells_have_one_length_and_order(shared: Session) -> None:
    area, grid = shared.area(WITH_TOWNS, draws=32).record(), page.cells("KOR", 25.0)
    where = footprint.places(page.scenario_of(WITH_TOWNS))
    cells = where.kind == CELL
    columns = ("status", "defended", "shots", "margin_s", "reason", "probability")
    assert {len(getattr(area, key)) for key in columns} == {area.cells}
    assert {len(values) for name, values in grid if name != "spacing_km"} == {area.cells}
    # Cells are told to five decimals, a metre.
    np.testing.assert_allclose(grid.latitude_deg, where.latitude_deg[cells], atol=5.1e-6)
    np.testing.assert_allclose(grid.longitude_deg, where.longitude_deg[cells], atol=5.1e-6)
    assert sum(spot.kind == "town" for spot in area.spots) == (where.kind == TOWN).sum()
    assert len(area.spots) == int(((where.kind == TOWN) | (where.kind == ASSET)).sum())


def test_north_is_0_and_360_degrees(shared: Session) -> None:
    one, other = (shared.area(changed({"boresight_deg": b}), draws=32) for b in (0.0, 360.0))
    assert told(one).partition("'cells'")[2] == told(other).partition("'cells'")[2]


def test_nobody_is_defended_without_radar_or_interceptors(shared: Session) -> None:
    for change, reason in (({"radar_present": False}, "never-visible"),
                           ({"launchers": 0}, "no-inventory"),
                           ({"interceptors_per_launcher": 0}, "no-inventory")):  # fmt: skip
        area = shared.area(changed(change), draws=32).record()
        assert set(area.defended) == {0}
        assert set(area.probability) == {0}
        assert reason in {row.constraint for row in area.reasons}


def test_a_flight_that_cannot_be_flown_threatens_nothing(shared: Session) -> None:
    """An apogee that the missile cannot climb to is told for each launch point."""
    area = shared.area(changed({"trajectory": "lofted", "apogee_km": 9000.0}), draws=32).record()
    assert set(area.status) == {1}
    assert dict(area.totals.threatened) == {"area_m2": 0.0, "people": 0.0}
    assert all("9000 km" in row.refusal for row in area.by_launch_point)


@pytest.mark.parametrize(
    ("field", "own", "other"), [("scan_max_deg", 60.0, 55.0), ("elevation_min_deg", 5.0, 7.0)]
)
def test_a_view_has_its_range_only_where_it_is_the_catalogues(
    field: str, own: float, other: float, shared: Session
) -> None:
    def ends(value: float) -> tuple[float, float]:
        this = shared.study(changed({field: value}))
        row = next(row for row in this.rows if row.name == field.removesuffix("_deg"))
        return row.low, row.high

    low, high = ends(own)
    assert low < high
    low, high = ends(other)
    assert low == high


def test_scenarios_with_the_same_grid_keep_their_own_places(shared: Session) -> None:
    """The timing case has neither towns nor assets; its flights are those to its own places."""
    with_towns = shared.area(State(spacing_km=50.0, launch_points=("hwangju",)))
    without = shared.area(State(scenario="timing", spacing_km=50.0, missile="hwasong-7",
                                launch_points=("hwangju",)))  # fmt: skip
    assert with_towns.sums.spots
    assert without.sums.spots == ()
    assert scenarios.load("timing").towns is None
    assert with_towns.columns.status == without.columns.status
