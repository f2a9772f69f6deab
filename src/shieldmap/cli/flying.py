"""``shieldmap fly``: trajectories to one place as a user asks for them, one for each class."""

import math
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import catalog, earth, scenario as scenarios, threat
from shieldmap.cli import flying_result as results, flying_state
from shieldmap.cli.flying_result import Flown, Given
from shieldmap.cli.places import Found, InputError, find
from shieldmap.model import (
    NOT_THREATENED,
    STATUS_TEXT,
    Aims,
    BoostStates,
    Flights,
    Missile,
    Status,
    Trajectories,
    TrajectoryClass,
)

CLASSES: Final = {
    "minimum-energy": TrajectoryClass.MINIMUM_ENERGY,
    "lofted": TrajectoryClass.LOFTED,
    "depressed": TrajectoryClass.DEPRESSED,
}
_MOST: Final = 1e6
"""More than any number of these options can mean: a thousand tonnes, twice the way to the Moon."""

HELD: Final = "held-apogee"
"""The class of a flight whose apogee is given and nothing else."""


class Request(NamedTuple):
    """What was asked for on the command line."""

    missile: str | None
    start: str | None
    end: str | None
    trajectory_class: str | None
    apogee_km: float | None
    payload_kg: float | None
    ballistic_coefficient_kg_m2: float | None
    from_burnout: str | None
    is_vacuum: bool
    is_still: bool
    is_sphere: bool

    def given(self) -> Given:
        """What replaces the catalogue, and what is switched off."""
        return Given(
            payload_kg=self.payload_kg,
            ballistic_coefficient_kg_m2=self.ballistic_coefficient_kg_m2,
            is_vacuum=self.is_vacuum,
            is_still=self.is_still,
            is_sphere=self.is_sphere,
        )

    def classes(self) -> list[str]:
        """The classes asked for, in the order in which they were typed."""
        if self.trajectory_class is None:
            return ["minimum-energy" if self.apogee_km is None else HELD]
        return [name.strip() for name in self.trajectory_class.split(",")]


class Outcome(NamedTuple):
    """What was flown, and which classes were refused with which sentence."""

    flown: list[Flown]
    refused: list[dict[str, str]]
    is_list: bool  # several classes were asked for

    def as_json(self) -> dict[str, Any]:
        """What ``--json`` prints: one class as it is, several in a list with those refused."""
        if not self.is_list:
            return self.flown[0].result
        return {"flights": [one.result for one in self.flown], "refused": self.refused}


class _NotFlownError(InputError):
    """A class that cannot be flown to the place, in one sentence."""


class _Case(NamedTuple):
    """One missile from one place to another; places are latitude and longitude in degrees."""

    entry: catalog.MissileEntry
    given: Given
    start: tuple[float, float]
    end: tuple[float, float]


def fly(request: Request) -> Outcome:
    """Fly every class that was asked for; a class that cannot be flown is listed beside them.

    Raises
    ------
    InputError : what was typed cannot be used, or no class can be flown.
    """
    check(request)
    entry = None if request.missile is None else catalog.missile(request.missile)
    if entry is not None:
        entry.arrays(request.payload_kg, request.ballistic_coefficient_kg_m2)
    if request.from_burnout is not None:
        return Outcome([flying_state.fly(request.from_burnout, entry, request.given())], [], False)
    assert entry is not None, "checked: only a given state flies without"
    if request.start is None or request.end is None:
        raise InputError("fly needs --from and --to, or --from-burnout")
    known = scenarios.load("korea")
    start, end = find(request.start, "--from", known), find(request.end, "--to", known)
    case = _Case(entry, request.given(), start[:2], end[:2])
    ends = {"from": _named(start), "to": _named(end)}
    classes = request.classes()
    flown: list[Flown] = []
    refused: list[dict[str, str]] = []
    for klass in classes:
        try:
            flown.append(_fly_class(case, klass, request.apogee_km, ends))
        except _NotFlownError as error:
            refused.append({"class": klass, "sentence": str(error)})
    if not flown:
        reasons = [(f"{r['class']}: " if len(classes) > 1 else "") + r["sentence"] for r in refused]
        raise InputError(f"{entry.id}: {'; '.join(reasons)}")
    return Outcome(flown, refused, len(classes) > 1)


def check(request: Request) -> None:
    """Refuse options that mean nothing, or nothing together, naming the option as it was typed."""
    for option, value, unit in (
        ("--apogee", request.apogee_km, "km"),
        ("--payload", request.payload_kg, "kg"),
        ("--beta", request.ballistic_coefficient_kg_m2, "kg/m^2"),
    ):
        if value is not None and not 0.0 < value <= _MOST:
            raise InputError(
                f"{option} is {value:g}: expected a number of {unit} above zero, at most {_MOST:g}"
            )
    is_body = request.ballistic_coefficient_kg_m2 is not None or request.is_vacuum
    if request.missile is None and not (request.from_burnout is not None and is_body):
        raise InputError(
            "fly needs MISSILE, such as nodong; only --from-burnout with --beta or --vacuum goes "
            "without"
        )
    if request.trajectory_class is not None:
        _check_classes(request.trajectory_class, request.classes())
    if request.from_burnout is not None:
        _check_state_alone(request)
    elif request.apogee_km is not None and "minimum-energy" in request.classes():
        raise InputError(
            f"--apogee is {request.apogee_km:g}: the minimum-energy path has its own apogee; "
            "leave that class out or ask for lofted"
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


def _check_state_alone(request: Request) -> None:
    """Refuse what a flight without boost would ignore."""
    ignored = {
        "--from": request.start,
        "--to": request.end,
        "--class": request.trajectory_class,
        "--apogee": request.apogee_km,
        "--payload": request.payload_kg,
        "--beta": request.ballistic_coefficient_kg_m2 if request.is_vacuum else None,
    }
    for option, value in ignored.items():
        if value is not None:
            reason = "--vacuum" if option == "--beta" else "--from-burnout"
            raise InputError(f"{option} has no effect with {reason}: leave one of them out")


def _named(where: Found) -> dict[str, Any]:
    known = {"name": where.name} if where.name else {}
    others = {"others": list(where.others)} if where.others else {}
    return {"latitude_deg": where[0], "longitude_deg": where[1], **known, **others}


# ---------------------------------------------------------------------------------------------
# One class


def _fly_class(case: _Case, klass: str, apogee_km: float | None, ends: dict[str, Any]) -> Flown:
    """Fly one class to the place, and again with both ends of the ballistic coefficient."""
    world, entry, given = case.given.earth(), case.entry, case.given
    apogee_m = math.nan if apogee_km is None else apogee_km * 1e3
    missile = entry.arrays(given.payload_kg, given.ballistic_coefficient_kg_m2)
    reference = _check_apogee(case, missile, klass, apogee_km)
    aims, flights, samples, boost = _aimed(case, missile, klass, apogee_m, every_s=1.0)
    assert samples is not None
    head = {
        "missile": entry.id,
        "name": entry.name,
        **_named_class(klass, apogee_km, given),
        **reference,
        **ends,
        "launch": {
            "azimuth_deg": math.degrees(aims.azimuth_rad[0]) % 360.0,
            "pitch_over_deg": math.degrees(aims.pitch_rad[0]),
            "cutoff_s": float(aims.cutoff_s[0]),
        },
    }
    origin = (math.radians(case.start[0]), math.radians(case.start[1]))
    result = head | results.events(flights, origin, world, float(aims.residual_m[0]))
    result["assumptions"] = results.assumptions(entry, given, has_boost=True)
    rows = {}
    for end, coefficient in results.coefficient_ends(entry, given).items():
        try:
            other = missile._replace(ballistic_coefficient_kg_m2=coefficient)
            flown = flights if end == "value" else _aimed(case, other, klass, apogee_m)[1]
            rows[end] = results.coefficient_row(coefficient, flown, origin, world)
        except _NotFlownError as error:
            rows[end] = results.refused_row(coefficient, str(error))
    if rows:
        result["by_ballistic_coefficient"] = rows
        result["body"] = entry.body
    result["limits"] = results.LIMITS
    return Flown(result, results.track_of(head, flights, samples, boost), world)


def _named_class(klass: str, apogee_km: float | None, given: Given) -> dict[str, Any]:
    """The class for programs and, as ``label``, for people."""
    if apogee_km is None:
        full = "" if klass == "minimum-energy" else " at full burn"
        return {"class": klass, "label": f"{klass}{full}{given.label()}"}
    held = f"apogee held at {apogee_km:g} km{given.label()}"
    return {
        "class": klass,
        "label": held if klass == HELD else f"{klass}, {held}",
        "apogee_held_m": apogee_km * 1e3,
    }


def _check_apogee(
    case: _Case, missile: Missile, klass: str, apogee_km: float | None
) -> dict[str, float]:
    """Refuse a name that says the opposite of the apogee; else the apogee that it is told by.

    Lofted and depressed say where a path peaks beside the minimum-energy path to the same place.
    Where that one cannot be flown, the place is too near for it and nothing is compared.
    """
    if apogee_km is None or klass == HELD:
        return {}
    try:
        _, flights, *_ = _aimed(case, missile, "minimum-energy", math.nan)
    except _NotFlownError:
        return {}
    least_m = results.apogee_m(flights)
    if (apogee_km * 1e3 > least_m) == (klass == "lofted"):
        return {"minimum_energy_apogee_m": least_m}
    true = "depressed" if klass == "lofted" else "lofted"
    raise _NotFlownError(
        f"the minimum-energy path to this place peaks at {least_m / 1e3:.0f} km, so an apogee of "
        f"{apogee_km:g} km makes a {true} path: ask for {true} or leave the class out"
    )


def _aimed(
    case: _Case, missile: Missile, klass: str, apogee_m: float, every_s: float = 0.0
) -> tuple[Aims, Flights, Trajectories | None, BoostStates | None]:
    """Find how to fly to the place and keep that flight; its samples and boost where asked for.

    Raises
    ------
    _NotFlownError : the missile does not fly this class, or not to this place.
    """
    world = case.given.earth()
    lat, lon = np.radians(case.start)
    family = CLASSES.get(klass, TrajectoryClass.MINIMUM_ENERGY)
    try:
        table = threat.aim_table(missile, float(lat), float(lon), family, apogee_m, earth=world)
    except ValueError as error:
        raise _NotFlownError(str(error)) from None
    target = np.radians([[case.end[0]], [case.end[1]]])
    aims, flights, samples = threat.fly_to(
        missile, table, target[0], target[1], earth=world, every_s=every_s
    )
    _refuse(case, Status(int(aims.status[0])), float(aims.range_limit_m[0]))
    boost = threat.boost_states(missile, table, aims, earth=world) if every_s > 0.0 else None
    return aims, flights, samples, boost


def _refuse(case: _Case, status: Status, limit_m: float) -> None:
    """Raise one sentence where the place cannot be flown to."""
    if status == Status.OK:
        return
    distance, _, _ = earth.geodesic_inverse(*np.radians([*case.start, *case.end]))
    where = f"the place lies {float(distance) / 1e3:.0f} km away"
    if status == Status.BEYOND_RANGE and limit_m <= float(distance):
        # Else the class of a strong missile begins so far away that its limit would mislead.
        raise _NotFlownError(
            f"{where}, beyond the {limit_m / 1e3:.0f} km that this class flies there"
        )
    if status == Status.BEYOND_RANGE:
        raise _NotFlownError(f"{where}, outside of what this class flies there")
    if status in NOT_THREATENED:
        raise _NotFlownError(f"{where}, nearer than this class can fly")
    raise _NotFlownError(STATUS_TEXT[status])
