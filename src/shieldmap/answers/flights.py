"""``fly``: trajectories to one place, one for each class asked for, or a given state that falls."""

import math
from typing import Final, NamedTuple, TypedDict, Unpack

import numpy as np

from shieldmap import catalog, earth, scenario as scenarios, threat
from shieldmap.answers import burnout, flown
from shieldmap.answers.flown import HELD, FlightFlown, FlightRequest
from shieldmap.answers.places import InputError, Spot, find
from shieldmap.model import (
    NOT_THREATENED,
    STATUS_TEXT,
    Aims,
    BoostStates,
    Flights as FlightBatch,
    Missile,
    Status,
    Trajectories,
    TrajectoryClass,
)
from shieldmap.results import (
    CoefficientRow,
    Flight,
    FlightList,
    FlightPlace,
    LaunchPlace,
    RefusedClass,
)
from shieldmap.words import english

CLASSES: Final = {
    "minimum-energy": TrajectoryClass.MINIMUM_ENERGY,
    "lofted": TrajectoryClass.LOFTED,
    "depressed": TrajectoryClass.DEPRESSED,
}


class FlightOptions(TypedDict, total=False):
    """What may be asked of a flight besides its missile and its places, as on the command line."""

    class_: str | None
    apogee_km: float | None
    payload_kg: float | None
    beta_kg_m2: float | None
    from_burnout: str | tuple[float, ...] | None
    vacuum: bool
    no_rotation: bool
    spherical: bool


class FlightsFlown(NamedTuple):
    """What was flown, and which classes were refused with which sentence."""

    flown: list[FlightFlown]
    refused: list[RefusedClass]
    is_list: bool  # several classes were asked for

    def record(self) -> Flight | FlightList:
        """One class as it is, several in a list with those refused."""
        if not self.is_list:
            return self.flown[0].record
        flights = tuple(one.record for one in self.flown)
        return FlightList(flights=flights, refused=tuple(self.refused))


class _NotFlownError(InputError):
    """A class that cannot be flown to the place, in one sentence."""


class _Case(NamedTuple):
    """One missile from one place to another; places are latitude and longitude in degrees."""

    entry: catalog.MissileEntry
    asked: FlightRequest
    start: tuple[float, float]
    end: tuple[float, float]


def fly(
    missile: str | None = None,
    from_: Spot | None = None,
    to: Spot | None = None,
    **options: Unpack[FlightOptions],
) -> Flight | FlightList:
    """Fly one missile to a place, as ``shieldmap fly``.

    Parameters
    ----------
    missile : a catalogue id or alias.
    from_, to : a known name, or latitude and longitude in degrees.
    class_ : minimum-energy, lofted or depressed; several with commas give a :class:`FlightList`.
    apogee_km : the apogee to hold, in km.
    payload_kg, beta_kg_m2 : payload and ballistic coefficient in the catalogue's place.
    from_burnout : a state to fly without boost: latitude, longitude, km, m/s, elevation, azimuth.
    vacuum, no_rotation, spherical : switch the air, the turning or the shape of the Earth off.

    Raises
    ------
    InputError : what was asked for cannot be used, or no class can be flown.

    Examples
    --------
    >>> flight = fly("nodong", from_="hwangju", to="busan")
    >>> round(flight.apogee_m / 1e3)
    125
    """
    return fly_request(FlightRequest(missile, from_, to, **options)).record()


def fly_request(request: FlightRequest) -> FlightsFlown:
    """Fly every class that was asked for; a class that cannot be flown is listed beside them.

    Raises
    ------
    InputError : what was asked for cannot be used, or no class can be flown.
    """
    check(request)
    entry = None if request.missile is None else catalog.missile(request.missile)
    if entry is not None:
        entry.arrays(request.payload_kg, request.beta_kg_m2)
        _check_lifted(entry, request)
    if request.from_burnout is not None:
        return FlightsFlown([burnout.fly(request.from_burnout, entry, request)], [], False)
    assert entry is not None, "checked: only a given state flies without"
    if request.from_ is None or request.to is None:
        raise InputError("fly needs --from and --to, or --from-burnout")
    known = scenarios.load("korea")
    start, end = find(request.from_, "--from", known), find(request.to, "--to", known)
    case = _Case(entry, request, start[:2], end[:2])
    ends = tuple(
        FlightPlace(latitude_deg=spot[0], longitude_deg=spot[1], name=spot.name, others=spot.others)
        for spot in (start, end)
    )
    classes = request.classes()
    done: list[FlightFlown] = []
    refused: list[RefusedClass] = []
    for klass in classes:
        try:
            done.append(_fly_class(case, klass, *ends))
        except _NotFlownError as error:
            refused.append(RefusedClass(class_=klass, sentence=str(error)))
    if not done:
        reasons = [(f"{r.class_}: " if len(classes) > 1 else "") + r.sentence for r in refused]
        raise InputError(f"{entry.id}: {'; '.join(reasons)}")
    return FlightsFlown(done, refused, len(classes) > 1)


def check(request: FlightRequest) -> None:
    """Refuse options that mean nothing, or nothing together, naming the option as it is typed."""
    check_above_zero(
        ("--apogee", request.apogee_km, "km"),
        ("--payload", request.payload_kg, "kg"),
        ("--beta", request.beta_kg_m2, "kg/m^2"),
    )
    is_body = request.beta_kg_m2 is not None or request.vacuum
    if request.missile is None and not (request.from_burnout is not None and is_body):
        raise InputError(
            "fly needs MISSILE, such as nodong; only --from-burnout with --beta or --vacuum goes "
            "without"
        )
    if request.class_ is not None:
        _check_classes(request.class_, request.classes())
    if request.from_burnout is not None:
        _check_state_alone(request)
    elif request.apogee_km is not None and "minimum-energy" in request.classes():
        raise InputError(
            f"--apogee is {request.apogee_km:g}: the minimum-energy path has its own apogee; "
            "leave that class out or ask for lofted"
        )


def _check_lifted(entry: catalog.MissileEntry, request: FlightRequest) -> None:
    """Refuse a flight with lift that nobody has published."""
    if entry.apogees_flown_km is None:
        return
    low, high = entry.apogees_flown_km
    if request.from_burnout is not None:
        raise InputError(
            f"--from-burnout: {entry.id} flies with lift, and only as published: expected --from, --to "
            f"and an --apogee of {low:g} to {high:g} km"
        )
    found = "is missing" if request.apogee_km is None else f"is {request.apogee_km:g}"
    if request.apogee_km is None or not low <= request.apogee_km <= high:
        raise InputError(
            f"--apogee {found}: {entry.id} flies with lift, and only as published: expected "
            f"{low:g} to {high:g} km"
        )


_MOST: Final = 1e6
"""More than any of these options can mean: a thousand tonnes, twice the way to the Moon."""


def check_above_zero(*options: tuple[str, float | None, str]) -> None:
    """Refuse a number that is not above zero, or immense: the option, its value and its unit."""
    for option, value, unit in options:
        if value is not None and not 0.0 < value <= _MOST:
            raise InputError(
                f"{option} is {value:g}: expected a number of {unit} above zero, at most {_MOST:g}"
            )


def _check_classes(typed: str, classes: list[str]) -> None:
    for klass in classes:
        if klass not in CLASSES:
            raise InputError(
                f"--class is '{typed}': expected {', '.join(CLASSES)}, or several with commas "
                "between them"
            )
        if classes.count(klass) > 1:
            raise InputError(f"--class is '{typed}': {klass} is named twice")


def _check_state_alone(request: FlightRequest) -> None:
    """Refuse what a flight without boost would ignore."""
    ignored = {
        "--from": request.from_,
        "--to": request.to,
        "--class": request.class_,
        "--apogee": request.apogee_km,
        "--payload": request.payload_kg,
        "--beta": request.beta_kg_m2 if request.vacuum else None,
    }
    for option, value in ignored.items():
        if value is not None:
            reason = "--vacuum" if option == "--beta" else "--from-burnout"
            raise InputError(f"{option} has no effect with {reason}: leave one of them out")


# ---------------------------------------------------------------------------------------------
# One class


def _fly_class(case: _Case, klass: str, start: FlightPlace, end: FlightPlace) -> FlightFlown:
    """Fly one class to the place, and again with both ends of the ballistic coefficient."""
    world, entry, asked = case.asked.earth(), case.entry, case.asked
    missile = entry.arrays(asked.payload_kg, asked.beta_kg_m2)
    least_m = _minimum_energy_apogee_m(case, missile, klass)
    aims, flights, samples, boost = _aimed(case, missile, klass, every_s=1.0)
    assert samples is not None
    origin = (math.radians(case.start[0]), math.radians(case.start[1]))
    rows = _coefficient_rows(case, klass, flights, origin)
    record = Flight(
        missile=entry.id,
        name=entry.name,
        class_=klass,
        label=_label(klass, asked),
        apogee_held_m=None if asked.apogee_km is None else asked.apogee_km * 1e3,
        minimum_energy_apogee_m=least_m,
        from_=start,
        to=end,
        launch=LaunchPlace(
            azimuth_deg=math.degrees(aims.azimuth_rad[0]) % 360.0,
            pitch_over_deg=math.degrees(aims.pitch_rad[0]),
            cutoff_s=float(aims.cutoff_s[0]),
        ),
        status="ok",
        burnout=flown.burnout_of(flights, world),
        apogee_m=flown.apogee_m(flights),
        time_of_flight_s=flown.flight_time_s(flights, is_state=False),
        ground_range_m=flown.ground_range_m(flights, origin, world),
        impact=flown.impact_of(flights, origin, world, float(aims.residual_m[0])),
        reentry=flown.reentry_of(flights),
        assumptions=flown.assumptions_behind(entry, asked, has_boost=True),
        by_ballistic_coefficient=rows,
        body=("lifting" if entry.lift else entry.body) if rows else "",
        limits=flown.limits(lifts=entry.lift is not None),
    )
    return flown.with_samples(record, flights, samples, world, boost)


def _coefficient_rows(
    case: _Case, klass: str, flights: FlightBatch, origin: tuple[float, float]
) -> dict[str, CoefficientRow]:
    """The flight with the catalogue's ends of the ballistic coefficient; ``flights`` has its value."""
    world, entry, asked = case.asked.earth(), case.entry, case.asked
    missile = entry.arrays(asked.payload_kg, asked.beta_kg_m2)
    rows = {}
    for end, coefficient in flown.coefficient_ends(entry, asked).items():
        other = missile._replace(ballistic_coefficient_kg_m2=coefficient)
        try:
            done = flights if end == "value" else _aimed(case, other, klass)[1]
        except _NotFlownError as error:
            rows[end] = flown.refused_row(coefficient, str(error))
        else:
            rows[end] = flown.coefficient_row(coefficient, done, origin, world)
    return rows


def _label(klass: str, asked: FlightRequest) -> str:
    """The class for people."""
    if asked.apogee_km is None:
        is_free = klass == "minimum-energy"
        path = klass if is_free else english("said_full_burn", trajectory=klass)
        return f"{path}{asked.switched_off()}"
    held = english("said_held", apogee=f"{asked.apogee_km:g}") + asked.switched_off()
    return held if klass == HELD else f"{klass}, {held}"


def _minimum_energy_apogee_m(case: _Case, missile: Missile, klass: str) -> float | None:
    """Refuse a name that says the opposite of the apogee; else the apogee that it is told by.

    Lofted and depressed say where a path peaks beside the minimum-energy path to the same place.
    Where that one cannot be flown, the place is too near for it and nothing is compared.
    """
    apogee_km = case.asked.apogee_km
    if apogee_km is None or klass == HELD:
        return None
    try:
        free = case._replace(asked=case.asked._replace(apogee_km=None))
        _, flights, *_ = _aimed(free, missile, "minimum-energy")
    except _NotFlownError:
        return None
    least_m = flown.apogee_m(flights)
    if (apogee_km * 1e3 > least_m) == (klass == "lofted"):
        return least_m
    true = "depressed" if klass == "lofted" else "lofted"
    raise _NotFlownError(
        english(
            "said_wrong_class", least=f"{least_m / 1e3:.0f}", apogee=f"{apogee_km:g}", true=true
        )
    )


def _aimed(
    case: _Case, missile: Missile, klass: str, every_s: float = 0.0
) -> tuple[Aims, FlightBatch, Trajectories | None, BoostStates | None]:
    """Find how to fly to the place and keep that flight; its samples and boost where asked for.

    Raises
    ------
    _NotFlownError : the missile does not fly this class, or not to this place.
    """
    world = case.asked.earth()
    held_m = math.nan if case.asked.apogee_km is None else case.asked.apogee_km * 1e3
    lat, lon = np.radians(case.start)
    family = CLASSES.get(klass, TrajectoryClass.MINIMUM_ENERGY)
    try:
        table = threat.aim_table(missile, float(lat), float(lon), family, held_m, earth=world)
    except ValueError as error:
        raise _NotFlownError(str(error)) from None
    target = np.radians([[case.end[0]], [case.end[1]]])
    aims, flights, samples = threat.fly_to(
        missile, table, target[0], target[1], earth=world, every_s=every_s
    )
    _refuse_place(case, Status(int(aims.status[0])), float(aims.range_limit_m[0]))
    boost = threat.boost_states(missile, table, aims, earth=world) if every_s > 0.0 else None
    return aims, flights, samples, boost


def _refuse_place(case: _Case, status: Status, limit_m: float) -> None:
    """Raise one sentence where the place cannot be flown to."""
    if status == Status.OK:
        return
    distance, _, _ = earth.geodesic_inverse(*np.radians([*case.start, *case.end]))
    if status not in NOT_THREATENED:
        raise _NotFlownError(STATUS_TEXT[status])
    why = "said_near"
    if status == Status.BEYOND_RANGE:
        # The class of a strong missile may begin so far away that its limit would mislead.
        why = "said_far_beyond" if limit_m <= float(distance) else "said_far_outside"
    lengths = {"distance": float(distance), "range": limit_m}
    raise _NotFlownError(english(why, **{k: f"{v / 1e3:.0f}" for k, v in lengths.items()}))
