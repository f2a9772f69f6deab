"""How sure the answer is: defence and threat drawn together, and what a verdict hangs on.

Every draw of the defence is judged against flights of a drawn missile: ballistic coefficient, payload
and, of a path held to an apogee, the apogee. The missile is drawn :data:`SETS` times and each of these is
flown to a coarse grid with every town and asset, from every launch point; draw ``n`` of the defence
meets missile ``n`` modulo that. Sums over the fine grid are those of its own flights, whose missile is
at its values, moved by what the drawn missiles change on the coarse grid in the same draw.

Limits: a missile is one for all launch points of a draw; payloads and apogees are drawn in
:data:`LEVELS` steps each; what the drawn missiles change is known on the coarse grid only.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc

from shieldmap import campaign, catalog, engagement
from shieldmap.campaign import Case, FlownCase, Numbers, Study
from shieldmap.footprint.area import CELL, Places, Progress, places
from shieldmap.model import Event, Floats, Status
from shieldmap.terms import ASSUMPTIONS

SETS: Final = 32
"""Missiles drawn for every case."""

LEVELS: Final = 4
"""Steps of payload and apogee, for each of which flights to the whole country are tabled."""

RIVAL_SETS: Final = 8
"""Missiles of the rivals' draws, a quarter of all: they are rows beside, not the answer."""

RIVALS: Final[tuple[campaign.Rival, ...]] = ("wedge", "launcher-sector")

_EVERY_S: Final = 2.0
"""Samples of drawn flights; edges between two of them are interpolated."""

_STEPS: Final = 12
"""Values of a number between the ends of its range at which a verdict is tried to turn."""

_COARSER: Final = 5.0
_LEAST_SPACING_KM: Final = 20.0
_ALMOST: Final = 0.9
_HARDLY: Final = 0.1

Flags = NDArray[np.bool_]


class Drawn(NamedTuple):
    """A missile of one draw: its numbers in SI."""

    ballistic_coefficient_kg_m2: float
    payload_kg: float
    apogee_m: float


class Spread(NamedTuple):
    """Joint draws at the coarse grid with all towns and assets, for the headline doctrine.

    ``is_flown`` (case, place, draw) says whether the drawn missile reaches the place; ``is_defended``,
    and ``triangle`` with numbers peaked at their values, are what becomes of it; ``nominal`` is judged
    against the missile at its values. ``rivals`` hold the same for another reading of the defence,
    for the first draws. ``hangs_on`` (case, place) numbers the assumption that turns the verdict
    soonest in :attr:`names`, -1 for none, at ``turns_at`` in SI.
    """

    where: Places
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


def spread(this: Study, progress: Progress | None = None) -> Spread:
    """Draw defence and missile together and judge every case at the coarse grid.

    ``progress`` is called with (what is done, cases done, cases in all).
    """
    where = coarse_places(this)
    latitude, longitude = np.radians(where.latitude_deg), np.radians(where.longitude_deg)
    n, cases = latitude.size, len(this.cases)
    names = _turned_names(this)
    out = Spread(
        where=where,
        is_flown=np.zeros((cases, n, campaign.SAMPLES), np.bool_),
        is_defended=np.zeros((cases, n, campaign.SAMPLES), np.bool_),
        triangle=np.zeros((cases, n, campaign.SAMPLES), np.bool_),
        nominal=np.zeros((cases, n, campaign.SAMPLES), np.bool_),
        rivals={
            name: np.zeros((cases, n, campaign.SAMPLES // SETS * RIVAL_SETS), np.bool_)
            for name in RIVALS
        },
        names=names,
        hangs_on=np.full((cases, n), -1, np.int64),
        turns_at=np.full((cases, n), np.nan),
    )
    rivals = {name: campaign.study(this.scenario, cases=this.cases, rival=name) for name in RIVALS}
    for row, case in enumerate(this.cases):
        if progress is not None:
            progress(f"drawing {case.threat_id} from {case.launch_id}", row, cases)
        if case.table is not None:
            _draw_case(this, rivals, row, case, (latitude, longitude), out)
    return out


def _draw_case(
    this: Study,
    rivals: dict[campaign.Rival, Study],
    row: int,
    case: Case,
    at: tuple[Floats, Floats],
    out: Spread,
) -> None:
    """Fill the rows of one case."""
    value = campaign.fly(this, case, *at, every_s=_EVERY_S)
    judge = _Judge(this, case)
    every = np.arange(campaign.SAMPLES)
    reached = value.aims.status == Status.OK
    out.nominal[row] = judge.draws(value, every) & reached[:, None]
    other = {name: _Judge(study, case) for name, study in rivals.items()}
    for number, (_, flown) in enumerate(_drawn_flights(this, case, at)):
        mine = every[number::SETS]
        reached = (flown.aims.status == Status.OK)[:, None]
        out.is_flown[row][:, mine] = reached
        both = judge.draws(flown, mine, with_triangle=True)
        out.is_defended[row][:, mine] = both[:, : mine.size] & reached
        out.triangle[row][:, mine] = both[:, mine.size :] & reached
        if number < RIVAL_SETS:
            kept = slice(number, None, RIVAL_SETS)
            for name, theirs in other.items():
                out.rivals[name][row][:, kept] = theirs.draws(flown, mine) & reached
    spots = np.flatnonzero(out.where.kind != CELL)
    _fill_turns(this, row, case, judge, spots, at, out)


class _Judge:
    """What one case is judged by: the assumptions of every draw, made once."""

    def __init__(self, this: Study, case: Case) -> None:
        self._this, self._case = this, case
        rows, radar = campaign.rows_of(this, case), this.scenario.defence.radar
        u = campaign.points()
        self._ends = campaign.numbers_of(campaign.ENDS_ONLY, rows, radar)
        self._uniform = campaign.drawn_numbers(u, rows, radar)
        self._triangle = campaign.drawn_numbers(u, rows, radar, "triangle")
        low, high = (stock.astype(float) for stock in this.defence.inventory[1:])
        axis = ASSUMPTIONS["launchers"].axis or 0
        self._drawn_stock = np.floor(low + u[:, axis, None] * (high - low + 1.0))
        with_ends = this._replace(variants=campaign.ENDS_ONLY)
        self._end_stock = campaign.inventory_of(with_ends)
        self.tracker = campaign.tracker_of(
            with_ends, campaign.as_assumptions(this, case, self._columns({}))
        )

    def _columns(self, *blocks: Numbers) -> Numbers:
        """The ends, then blocks of columns; what a block lacks is at its value."""
        return {
            name: np.concatenate(
                [ends, *(block.get(name, np.full(_width(block), ends[0])) for block in blocks)]
            )
            for name, ends in self._ends.items()
        }

    def draws(
        self, flown: FlownCase, chosen: NDArray[np.int64], with_triangle: bool = False
    ) -> Flags:
        """Whether places (n,) are defended in the draws that are chosen: (n, draws)."""
        blocks = [{name: column[chosen] for name, column in self._uniform.items()}]
        if with_triangle:
            blocks.append({name: column[chosen] for name, column in self._triangle.items()})
        stock = [self._end_stock, *[self._drawn_stock[chosen]] * len(blocks)]
        return self.columns(flown, self._columns(*blocks), np.concatenate(stock))

    def beside(self, flown: FlownCase, numbers: Numbers) -> Flags:
        """The same for columns of numbers, with the interceptors that there are."""
        stock = np.tile(self._end_stock[0], (_width(numbers) + len(campaign.ENDS_ONLY), 1))
        return self.columns(flown, self._columns(numbers), stock)

    def columns(self, flown: FlownCase, numbers: Numbers, stock: Floats) -> Flags:
        """Verdicts for all columns but the ends, which the tracks settle between."""
        this = self._this
        found = engagement.verdicts(
            flown.trajectories,
            flown.flights.event_time_s[:, Event.BURNOUT],
            this.defence.radar,
            this.defence.sites,
            stock,
            self.tracker,
            campaign.as_assumptions(this, self._case, numbers),
        )
        return np.asarray(found[:, len(campaign.ENDS_ONLY) :, this.defence.doctrine])

    def medians(self) -> Numbers:
        """Every number in the middle of its draws, in one column."""
        rows, radar = campaign.rows_of(self._this, self._case), self._this.scenario.defence.radar
        return campaign.drawn_numbers(np.full((1, campaign.points().shape[1]), 0.5), rows, radar)


def _width(block: Numbers) -> int:
    return next(iter(block.values())).size if block else 0


# ---------------------------------------------------------------------------------------------
# The drawn missiles


def drawn_missiles(this: Study, case: Case) -> tuple[Drawn, ...]:
    """The missiles of a case, the levels of payload and apogee paired as in a Latin square."""
    drawn = qmc.Sobol(1, scramble=True, rng=np.random.default_rng(campaign.SEED))
    u = drawn.random(SETS)[:, 0]
    ranges = threat_ranges(this, case)
    apogees = np.random.default_rng(campaign.SEED + 1).permutation(LEVELS)
    level = (np.arange(LEVELS) + 0.5) / LEVELS
    beta = campaign.between(u, *ranges["missile_ballistic_coefficient"])
    payload = campaign.between(level, *ranges["payload"])
    apogee = campaign.between(level[apogees], *ranges["apogee"])
    return tuple(
        Drawn(float(beta[k]), float(payload[k % LEVELS]), float(apogee[k % LEVELS]))
        for k in range(SETS)
    )


def threat_ranges(this: Study, case: Case) -> dict[str, tuple[float, float, float]]:
    """Value, low and high of what is drawn of a missile, in SI; one that the scenario fixes has none."""
    given = next(t for t in this.scenario.threats if t.id == case.threat_id)
    entry = catalog.missile(case.missile_id)
    assert entry.reentry is not None
    assert entry.payload is not None
    beta, payload = entry.reentry.ballistic_coefficient, entry.payload.mass
    held = case.apogee_m
    apogee = (held, held, held)
    if given.apogee_range_km is not None:
        apogee = (held, given.apogee_range_km[0] * 1e3, given.apogee_range_km[1] * 1e3)
    fixed_beta, fixed_payload = given.ballistic_coefficient_kg_m2, given.payload_kg
    return {
        "missile_ballistic_coefficient": (beta.si, beta.low_si, beta.high_si)
        if fixed_beta is None
        else (fixed_beta,) * 3,
        "payload": (payload.si, payload.low_si, payload.high_si)
        if fixed_payload is None
        else (fixed_payload,) * 3,
        "apogee": apogee,
    }


def _drawn_flights(
    this: Study, case: Case, at: tuple[Floats, Floats]
) -> Iterator[tuple[Drawn, FlownCase]]:
    """The drawn missiles of a case, flown to the places."""
    tabled: dict[tuple[float, float], Case] = {}
    for missile in drawn_missiles(this, case):
        yield missile, _fly_drawn(this, case, missile, at, tabled)


def _fly_drawn(
    this: Study,
    case: Case,
    drawn: Drawn,
    at: tuple[Floats, Floats],
    tabled: dict[tuple[float, float], Case],
) -> FlownCase:
    """One drawn missile flown to the places; ``tabled`` keeps the tables of payloads and apogees."""
    # Not a number is unlike itself, and would be tabled again and again.
    key = (drawn.payload_kg, float(np.nan_to_num(drawn.apogee_m)))
    if key not in tabled:
        tabled[key] = campaign.case_with(this, case, drawn.payload_kg, drawn.apogee_m)
    own = tabled[key]
    if own.table is None:
        own = case  # a payload that this class cannot carry so far leaves the missile as it is
    missile = own.missile._replace(ballistic_coefficient_kg_m2=drawn.ballistic_coefficient_kg_m2)
    return campaign.fly(this, own._replace(missile=missile), *at, every_s=_EVERY_S)


# ---------------------------------------------------------------------------------------------
# What a verdict hangs on


def _turned_names(this: Study) -> tuple[str, ...]:
    """The numbers that may turn a verdict: those of the defence and of the missile."""
    rows = campaign.rows_of(this, this.cases[0]) if this.cases else this.rows
    own = tuple(
        row.name for row in rows if row.high > row.low and ASSUMPTIONS[row.name].axis is not None
    )
    return (*own, "boresight", "missile_ballistic_coefficient", "payload", "apogee")


def _fill_turns(
    this: Study,
    row: int,
    case: Case,
    judge: _Judge,
    spots: NDArray[np.int64],
    at: tuple[Floats, Floats],
    out: Spread,
) -> None:
    """The number that alone, all others in the middle, turns each verdict soonest in its range."""
    places_at = at[0][spots].copy(), at[1][spots].copy()
    middle = judge.medians()
    ranges = threat_ranges(this, case)
    centre = Drawn(*(float(campaign.between(np.array([0.5]), *r)[0]) for r in ranges.values()))
    tabled: dict[tuple[float, float], Case] = {}
    flown = _fly_drawn(this, case, centre, places_at, tabled)
    now = judge.beside(flown, middle)[:, 0]
    best = np.full(spots.size, np.inf)
    for number, name in enumerate(out.names):
        if name in ranges:
            found = _turned_by_missile(this, case, judge, name, centre, places_at, tabled)
        else:
            found = _turned_by_defence(this, case, judge, name, middle, flown)
        if found is None:
            continue
        parts, values, verdicts = found
        for part, value, verdict in sorted(
            zip(parts, values, verdicts, strict=True), key=lambda one: abs(one[0])
        ):
            turns = (verdict != now) & (abs(part) < best)
            best[turns] = abs(part)
            out.hangs_on[row, spots[turns]] = number
            out.turns_at[row, spots[turns]] = value


_Turned = tuple[list[float], list[float], list[Flags]]


def _turned_by_defence(
    this: Study, case: Case, judge: _Judge, name: str, middle: Numbers, flown: FlownCase
) -> _Turned | None:
    """Verdicts (places,) at steps of one number of the defence, and which part of its range each is."""
    if name not in middle:
        return None
    by_name = {one.name: one for one in campaign.rows_of(this, case)}
    low, high = by_name[name].low, by_name[name].high
    if not high > low:
        return None
    u = np.linspace(0.0, 1.0, _STEPS + 1)
    values = campaign.between(u, by_name[name].value, low, high)
    numbers = {key: np.repeat(column, u.size) for key, column in middle.items()}
    numbers[name] = values
    found = judge.beside(flown, numbers)
    return list(u - 0.5), list(values), [found[:, i] for i in range(u.size)]


def _turned_by_missile(
    this: Study,
    case: Case,
    judge: _Judge,
    name: str,
    centre: Drawn,
    at: tuple[Floats, Floats],
    tabled: dict[tuple[float, float], Case],
) -> _Turned | None:
    """The same for a number of the missile, flown anew at its levels."""
    span = threat_ranges(this, case)[name]
    if not span[2] > span[1]:
        return None
    field = {
        "missile_ballistic_coefficient": "ballistic_coefficient_kg_m2",
        "payload": "payload_kg",
        "apogee": "apogee_m",
    }[name]
    u = (np.arange(LEVELS) + 0.5) / LEVELS
    values = campaign.between(u, *span)
    verdicts = []
    for value in values:
        flown = _fly_drawn(this, case, centre._replace(**{field: float(value)}), at, tabled)
        verdicts.append(judge.beside(flown, judge.medians())[:, 0])
    return list(u - 0.5), list(values), verdicts


def verdict_of(share: float) -> str:
    """The word for a share of draws: holds, fails, or hangs."""
    return "holds" if share >= _ALMOST else "fails" if share <= _HARDLY else "hangs"
