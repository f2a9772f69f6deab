"""How sure the answer is: defence and threat drawn together, and what a verdict hangs on.

Every draw of the defence is judged against flights of a drawn missile: ballistic coefficient, payload
and, of a path held to an apogee, the apogee. The missile is drawn :data:`SETS` times and each of these is
flown to a coarse grid with every town and asset, from every launch point; draw ``n`` of the defence
meets missile ``n`` modulo that.

Limits: a missile is one for all launch points of a draw; payloads and apogees are drawn in
:data:`LEVELS` steps each; what the drawn missiles change is known on the coarse grid only.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import campaign, catalog, engagement, threat
from shieldmap.campaign import Case, FlownCase, Numbers, Study
from shieldmap.footprint.area import Places, Progress, places
from shieldmap.model import Assumptions, Event, Floats, Opportunities, Status
from shieldmap.terms import ASSUMPTIONS

SETS: Final = 32
"""Missiles drawn for every case."""

LEVELS: Final = 4
"""Steps of payload and apogee, for each of which flights to the whole country are tabled."""

RIVAL_SETS: Final = 8
"""Missiles of the rivals' draws, a quarter of all: they are rows beside, not the answer."""

_LEVEL: Final = (np.arange(LEVELS) + 0.5) / LEVELS
_OF_MISSILE: Final = {
    "missile_ballistic_coefficient": "ballistic_coefficient_kg_m2",
    "payload": "payload_kg",
    "apogee": "apogee_m",
    "lift_to_drag": "lift_to_drag",
    "release_speed": "release_speed_m_s",
}

_BODY: Final = ("ballistic_coefficient_kg_m2", "lift_to_drag", "release_speed_m_s")
"""The numbers of a body with lift, as fields of a missile."""

RIVALS: Final[tuple[campaign.Rival, ...]] = ("wedge", "launcher-sector")

EVERY_S: Final = 2.0
"""Samples of drawn flights; edges between two of them are interpolated."""

_STEPS: Final = 12
"""Values of a number between the ends of its range at which a verdict is tried to turn."""

_COARSER: Final = 5.0
_LEAST_SPACING_KM: Final = 20.0

Flags = NDArray[np.bool_]


class DrawnMissile(NamedTuple):
    """A missile of one draw: its numbers in SI; those of lift are 0 for an arc."""

    ballistic_coefficient_kg_m2: float
    payload_kg: float
    apogee_m: float
    lift_to_drag: float = 0.0
    release_speed_m_s: float = 0.0


class JointDraws(NamedTuple):
    """Joint draws at the coarse grid with all towns and assets, for the headline doctrine.

    ``is_flown`` (case, place, draw) says whether the drawn missile reaches the place; ``is_defended``,
    and ``triangle`` with numbers peaked at their values, are what becomes of it; ``nominal`` is judged
    against the missile at its values, which reaches the places ``reached`` (case, place). ``rivals`` hold the same for another reading of the defence,
    for the first draws. ``hangs_on`` (case, place) numbers the assumption that turns the verdict
    soonest in :attr:`names`, -1 for none, at ``turns_at`` in SI.
    """

    where: Places
    reached: Flags
    is_flown: Flags
    is_defended: Flags
    triangle: Flags
    nominal: Flags
    rivals: dict[campaign.Rival, Flags]
    names: tuple[str, ...]
    hangs_on: NDArray[np.int64]
    turns_at: Floats


def coarse_places(this: Study) -> Places:
    """The places of the draws: a coarser grid, every town and every asset."""
    grid = this.scenario.grid
    spacing = max(_COARSER * grid.spacing_km, _LEAST_SPACING_KM)
    coarse = grid.model_copy(update={"spacing_km": min(spacing, 100.0)})
    return places(this.scenario.model_copy(update={"grid": coarse}))


FlightsOf = Callable[[Case, Places], "DrawnFlights"]
"""The drawn flights of a case to some places, which a session may have kept."""


def draw_together(
    this: Study,
    progress: Progress | None = None,
    *,
    where: Places | None = None,
    flights_of: FlightsOf | None = None,
    is_headline: bool = False,
) -> JointDraws:
    """Draw defence and missile together and judge every case at the coarse grid.

    Parameters
    ----------
    progress : called with (what is done, cases done, cases in all).
    where : the places, in place of those of :func:`coarse_places`.
    flights_of : makes the drawn flights of a case, or has kept them.
    is_headline : the even draws and what turns a verdict alone; triangles and rivals stay empty.
    """
    where = coarse_places(this) if where is None else where
    shape = len(this.cases), len(where.name)
    rivals = () if is_headline else RIVALS
    kept = campaign.SAMPLES // SETS * RIVAL_SETS

    def blank(draws: int) -> Flags:
        return np.zeros((*shape, draws), np.bool_)

    def flights(case: Case) -> DrawnFlights:
        if flights_of is not None:
            return flights_of(case, where)
        return DrawnFlights(this, case, radians_of(where))

    out = JointDraws(
        where=where,
        reached=np.zeros(shape, np.bool_),
        is_flown=blank(campaign.SAMPLES),
        is_defended=blank(campaign.SAMPLES),
        triangle=blank(0 if is_headline else campaign.SAMPLES),
        nominal=blank(campaign.SAMPLES),
        rivals={name: blank(kept) for name in rivals},
        names=_turned_names(this),
        hangs_on=np.full(shape, -1, np.int64),
        turns_at=np.full(shape, np.nan),
    )
    readings = {name: campaign.study(this.scenario, this.cases, rival=name) for name in rivals}
    for row, case in enumerate(this.cases):
        if progress is not None:
            progress(f"drawing {case.threat_id} from {case.launch_id}", row, len(this.cases))
        if case.table is not None:
            missiles = flights(case)
            judge = CaseJudge(this, case, readings)
            _fill_draws(row, missiles, judge, out)
            _fill_turns(row, missiles, judge, out)
    return out


def _fill_draws(row: int, missiles: "DrawnFlights", judge: "CaseJudge", out: JointDraws) -> None:
    """Fill the draws of one case; draw n meets missile n modulo their number."""
    every = np.arange(campaign.SAMPLES)
    value = missiles.at_values()
    out.reached[row] = _reached(value)[:, 0]
    out.nominal[row] = judge.draws(value, every)[0] & _reached(value)
    is_whole = out.triangle.size > 0
    for number, drawn in enumerate(missiles.drawn):
        flown, mine = missiles.flown(drawn), every[number::SETS]
        reached, is_beside = _reached(flown), is_whole and number < RIVAL_SETS
        found = judge.draws(flown, mine, with_triangle=is_whole, with_rivals=is_beside)
        out.is_flown[row][:, mine] = reached
        out.is_defended[row][:, mine] = found[0] & reached
        if is_whole:
            out.triangle[row][:, mine] = found[1] & reached
        if is_beside:
            for name, theirs in zip(RIVALS, found[2:], strict=True):
                out.rivals[name][row][:, number::RIVAL_SETS] = theirs & reached


def radians_of(where: Places) -> tuple[Floats, Floats]:
    """Latitudes and longitudes of places in radians."""
    return np.radians(where.latitude_deg), np.radians(where.longitude_deg)


def _reached(flown: FlownCase) -> Flags:
    return np.asarray(flown.flights.status == Status.OK)[:, None]


def _width(block: Numbers) -> int:
    return next(iter(block.values())).size


class CaseJudge:
    """What one case is judged by: the numbers of every draw, made once.

    ``u`` (n, axes) are the points of the draws, those of the study without them; ``held`` are columns (n,)
    of numbers that are not drawn.
    """

    def __init__(
        self,
        this: Study,
        case: Case,
        readings: dict[campaign.Rival, Study] | None = None,
        u: Floats | None = None,
        held: Numbers | None = None,
    ) -> None:
        self._held = held or {}
        self._this, self._case, self._readings = this, case, readings or {}
        self._u = campaign.points() if u is None else u
        self.rows = campaign.rows_of(this, case)
        self.middle = self._drawn(this, u=np.full((1, self._u.shape[1]), 0.5))
        low, high = (stock.astype(np.float64) for stock in this.defence.inventory[1:])
        axis = ASSUMPTIONS["launchers"].axis or 0
        self._stock = np.floor(low + self._u[:, axis, None] * (high - low + 1.0))
        ends = this._replace(variants=campaign.ENDS_ONLY)
        self._ends = campaign.assumptions_of(ends, case)
        self._end_stock = campaign.inventory_of(ends)
        self._tracker = campaign.tracker_of(ends, self._ends)

    @property
    def numbers(self) -> Numbers:
        """The numbers of every draw, evenly drawn."""
        return self._uniform

    @cached_property
    def _uniform(self) -> Numbers:
        return {**self._drawn(self._this), **self._held}

    @cached_property
    def _triangle(self) -> Numbers:
        return self._drawn(self._this, "triangle")

    @cached_property
    def _rivals(self) -> dict[campaign.Rival, Numbers]:
        return {name: self._drawn(study) for name, study in self._readings.items()}

    def _drawn(
        self, study: Study, shape: campaign.Shape = "uniform", u: Floats | None = None
    ) -> Numbers:
        points = self._u if u is None else u
        rows = campaign.rows_of(study, self._case)
        return campaign.drawn_numbers(points, rows, study.scenario.defence.radar, shape)

    def draws(
        self,
        flown: FlownCase,
        chosen: NDArray[np.int64],
        *,
        with_triangle: bool = False,
        with_rivals: bool = False,
    ) -> list[Flags]:
        """Whether places (n,) are defended in the draws that are chosen: (n, draws) of each reading.

        Even draws first, then those peaked at the values, then the rivals in their order.
        """
        parts = [(self._this, self._uniform)]
        if with_triangle:
            parts.append((self._this, self._triangle))
        if with_rivals:
            parts += [(self._readings[name], self._rivals[name]) for name in RIVALS]
        blocks = [
            self._assumed(study, {name: column[chosen] for name, column in numbers.items()})
            for study, numbers in parts
        ]
        found = self._verdicts(flown, blocks, np.tile(self._stock[chosen], (len(blocks), 1)))
        return np.split(found, len(blocks), axis=1)

    def beside(self, flown: FlownCase, numbers: Numbers) -> Flags:
        """The same for columns of numbers (m,), with the interceptors that there are: (n, m)."""
        stock = np.tile(self._end_stock[0], (_width(numbers), 1))
        return self._verdicts(flown, [self._assumed(self._this, numbers)], stock)

    def launches(self, flown: FlownCase, numbers: Numbers) -> list[Opportunities]:
        """The launches that fit for columns of numbers (m,): one table of flights (n,) for each."""
        block = self._assumed(self._this, numbers)
        columns = [np.concatenate(parts) for parts in zip(self._ends, block, strict=True)]
        found = engagement.opportunities(
            flown.trajectories,
            flown.flights.event_time_s[:, Event.BURNOUT],
            self._this.defence.radar,
            self._this.defence.sites,
            self._tracker,
            Assumptions(*columns),
        )
        return found[len(campaign.ENDS_ONLY) :]

    def _assumed(self, study: Study, numbers: Numbers) -> Assumptions:
        """DrawnMissile numbers as assumptions; what is not drawn is at its value."""
        count = _width(numbers)
        rows = {row.name: np.full(count, row.value) for row in campaign.rows_of(study, self._case)}
        return campaign.as_assumptions(study, self._case, {**rows, **numbers})

    def _verdicts(self, flown: FlownCase, blocks: list[Assumptions], stock: Floats) -> Flags:
        """Verdicts for all columns but the ends, which the tracks settle between."""
        this = self._this
        columns = [np.concatenate(parts) for parts in zip(self._ends, *blocks, strict=True)]
        found = engagement.verdicts(
            flown.trajectories,
            flown.flights.event_time_s[:, Event.BURNOUT],
            this.defence.radar,
            this.defence.sites,
            np.concatenate([self._end_stock, stock]),
            self._tracker,
            Assumptions(*columns),
        )
        return np.asarray(found[:, len(campaign.ENDS_ONLY) :, this.defence.doctrine])


# ---------------------------------------------------------------------------------------------
# The drawn missiles


def drawn_missiles(this: Study, case: Case) -> tuple[DrawnMissile, ...]:
    """The missiles of a case, the levels of payload and apogee paired as in a Latin square.

    A body with lift is aimed anew for each of its numbers, so that all of them stand on levels.
    """
    from scipy.stats import qmc

    drawn = qmc.Sobol(1, scramble=True, rng=np.random.default_rng(campaign.SEED))
    u = drawn.random(SETS)[:, 0]
    ranges = threat_ranges(this, case)
    shuffled = np.random.default_rng(campaign.SEED + 1)
    apogees = shuffled.permutation(LEVELS)
    if case.missile.lift_to_drag > 0.0:
        columns = [
            campaign.between(_LEVEL[shuffled.permutation(LEVELS)], *ranges[name])
            for name in _OF_MISSILE
        ]
        return tuple(DrawnMissile(*(float(c[k % LEVELS]) for c in columns)) for k in range(SETS))
    beta = campaign.between(u, *ranges["missile_ballistic_coefficient"])
    payload = campaign.between(_LEVEL, *ranges["payload"])
    apogee = campaign.between(_LEVEL[apogees], *ranges["apogee"])
    return tuple(
        DrawnMissile(float(beta[k]), float(payload[k % LEVELS]), float(apogee[k % LEVELS]))
        for k in range(SETS)
    )


def threat_ranges(this: Study, case: Case) -> dict[str, tuple[float, float, float]]:
    """Value, low and high of what is drawn of a missile, in SI; one that the scenario fixes has none."""
    given = next(t for t in this.scenario.threats if t.id == case.threat_id)
    entry = this.scenario.catalogue.missile(case.missile_id)
    assert entry.reentry is not None
    assert entry.payload is not None
    beta, payload = entry.reentry.ballistic_coefficient, entry.payload.mass
    held = case.apogee_m
    low, high = given.apogee_range_km or (held / 1e3, held / 1e3)
    ranges = {
        "missile_ballistic_coefficient": _ends(beta, given.ballistic_coefficient_kg_m2),
        "payload": _ends(payload, given.payload_kg),
        "apogee": (held, low * 1e3, high * 1e3),
    }
    if entry.lift is not None:
        ranges["lift_to_drag"] = _ends(entry.lift.lift_to_drag, None)
        ranges["release_speed"] = _ends(entry.lift.release_speed, None)
    return ranges


def _ends(quantity: catalog.Quantity, given: float | None) -> tuple[float, float, float]:
    if given is not None:
        return given, given, given
    return quantity.si, quantity.low_si, quantity.high_si


def aimed_alike(drawn: DrawnMissile) -> DrawnMissile:
    """What of a drawn missile its aim depends on: missiles with one such key are aimed as one."""
    # Not a number is unlike itself, and would be tabled again and again.
    key = drawn._replace(apogee_m=float(np.nan_to_num(drawn.apogee_m)))
    return key if drawn.lift_to_drag > 0.0 else key._replace(ballistic_coefficient_kg_m2=0.0)


def case_drawn(this: Study, case: Case, drawn: DrawnMissile) -> Case:
    """A case aimed with a drawn payload, apogee and body; one that cannot be flown so stays as it is."""
    lifts = drawn.lift_to_drag > 0.0
    body = {name: getattr(drawn, name) for name in _BODY} if lifts else {}
    held = drawn.apogee_m if drawn.apogee_m > 0.0 else np.nan
    own = campaign.case_with(this, case, drawn.payload_kg, held, body)
    # A payload that this class cannot carry at all leaves the missile as it is.
    return case if own.table is None else own


def with_drawn_body(this: Study, own: Case, flown: FlownCase, drawn: DrawnMissile) -> FlownCase:
    """Flights of an aimed case that come down with the drawn body; one with lift has it already."""
    if drawn.lift_to_drag > 0.0:
        return flown
    flights, sampled = threat.with_body(
        own.missile,
        flown.flights,
        flown.trajectories,
        drawn.ballistic_coefficient_kg_m2,
        air=this.air,
    )
    return FlownCase(flown.aims, flights, sampled)


class DrawnFlights:
    """The flights of one case to places ``at``, for the missile at its values and as drawn.

    Payloads and apogees are aimed anew, once each; of other ballistic coefficients only the way down is
    flown again. A body with lift is aimed anew whatever changes.

    Parameters
    ----------
    cases : makes the case of a drawn missile as :func:`case_drawn` does, or has kept it.
    """

    def __init__(
        self,
        this: Study,
        case: Case,
        at: tuple[Floats, Floats],
        every_s: float = EVERY_S,
        *,
        cases: Callable[[Case, DrawnMissile], Case] | None = None,
    ) -> None:
        self.case, self.drawn = case, drawn_missiles(this, case)
        self.ranges = threat_ranges(this, case)
        self._this, self._at, self._every_s = this, at, every_s
        self._aimed: dict[DrawnMissile, tuple[Case, FlownCase]] = {}
        self._value: FlownCase | None = None
        self._cases = cases

    def at_values(self) -> FlownCase:
        """The missile at its values."""
        if self._value is None:
            self._value = self._aim(self.case)
        return self._value

    def flown(self, drawn: DrawnMissile) -> FlownCase:
        """One drawn missile."""
        key = aimed_alike(drawn)
        if key not in self._aimed:
            own = self._case(drawn)
            self._aimed[key] = own, self._aim(own)
        return with_drawn_body(self._this, *self._aimed[key], drawn)

    def _case(self, drawn: DrawnMissile) -> Case:
        if self._cases is not None:
            return self._cases(self.case, drawn)
        return case_drawn(self._this, self.case, drawn)

    def _aim(self, own: Case) -> FlownCase:
        return campaign.fly(self._this, own, *self._at, every_s=self._every_s)

    def centre(self) -> DrawnMissile:
        """The missile in the middle of its draws; levels are even in number, so the one before it."""
        middle = dict.fromkeys(_OF_MISSILE, _LEVEL[LEVELS // 2 - 1])
        if self.case.missile.lift_to_drag == 0.0:
            middle["missile_ballistic_coefficient"] = 0.5
        return DrawnMissile(
            **{
                _OF_MISSILE[name]: float(campaign.between(np.array([middle[name]]), *span)[0])
                for name, span in self.ranges.items()
            }
        )


# ---------------------------------------------------------------------------------------------
# What a verdict hangs on


class _Trials(NamedTuple):
    """Values of one number, at which part of its range from the middle each lies, and the verdicts.

    ``verdicts`` is (places, values).
    """

    parts: Floats
    values: Floats
    verdicts: Flags


def _turned_names(this: Study) -> tuple[str, ...]:
    """The numbers that may turn a verdict: those of the defence, then those of the missile."""
    rows = campaign.rows_of(this, this.cases[0]) if this.cases else this.rows
    own = tuple(row.name for row in rows if ASSUMPTIONS[row.name].axis is not None)
    return (*own, *_OF_MISSILE)


def _fill_turns(row: int, missiles: DrawnFlights, judge: CaseJudge, out: JointDraws) -> None:
    """The number that alone, all others in the middle, turns each verdict soonest in its range."""
    flown = missiles.flown(missiles.centre())
    now = judge.beside(flown, judge.middle)[:, 0]
    best = np.full(now.size, np.inf)
    trials = {**_by_defence(judge, flown), **_by_missile(missiles, judge)}
    for name, tried in trials.items():
        number = out.names.index(name)
        for i in np.argsort(np.abs(tried.parts), kind="stable"):
            turns = (tried.verdicts[:, i] != now) & (abs(tried.parts[i]) < best)
            best[turns] = abs(tried.parts[i])
            out.hangs_on[row, turns] = number
            out.turns_at[row, turns] = tried.values[i]


def _by_defence(judge: CaseJudge, flown: FlownCase) -> dict[str, _Trials]:
    """Every number of the defence tried from end to end, all in one go."""
    u = np.linspace(0.0, 1.0, _STEPS + 1)
    wide = {
        row.name: campaign.between(u, row.value, row.low, row.high)
        for row in judge.rows
        if row.name in judge.middle and row.high > row.low
    }
    numbers = {key: np.repeat(column, u.size * len(wide)) for key, column in judge.middle.items()}
    for number, (name, values) in enumerate(wide.items()):
        numbers[name][number * u.size : (number + 1) * u.size] = values
    found = np.split(judge.beside(flown, numbers), len(wide), axis=1)
    return {
        name: _Trials(u - 0.5, values, verdicts)
        for (name, values), verdicts in zip(wide.items(), found, strict=True)
    }


def _by_missile(missiles: DrawnFlights, judge: CaseJudge) -> dict[str, _Trials]:
    """Every number of the missile tried at its levels, flown anew."""
    centre, out = missiles.centre(), {}
    for name, field in _OF_MISSILE.items():
        span = missiles.ranges.get(name, (0.0, 0.0, 0.0))
        if not span[2] > span[1]:
            continue
        values = campaign.between(_LEVEL, *span)
        verdicts = [
            judge.beside(missiles.flown(centre._replace(**{field: float(x)})), judge.middle)[:, 0]
            for x in values
        ]
        out[name] = _Trials(_LEVEL - 0.5, values, np.stack(verdicts, axis=1))
    return out
