"""Check cases of NASA for flight simulations, flown as a point mass.

The authority is not one number but the simulations that took part: published is their median, and
the tolerance is how far the farthest of them lies from it.  Cases 1, 4, 5, 6, 9 and 10 are flown, as
the studies fly, with :func:`shieldmap.flight.fall` at its default tolerance.

Limits: what asks for attitude (2 and 3), wind (7 and 8), lift and controls (11 to 16) or a guided
rocket (17) is not flown.

Units: published in feet, slugs and degrees, compared in metres.
"""

import math
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import earth, flight
from shieldmap.earth import WGS84
from shieldmap.model import Earth, Floats
from shieldmap.validation import authority
from shieldmap.validation.kepler import airless_body
from shieldmap.validation.nouns import ComparisonGroup, Row, compare

FOOT_M: Final = 0.3048
SLUG_KG: Final = 0.45359237 * 9.80665 / FOOT_M
"""The mass that a pound-force, 0.45359237 kg of standard weight, speeds up by 1 ft/s^2."""

EVERY_S: Final = 10.0
UNTIL_S: Final = 30.0
LEAST_M: Final = flight.TOLERANCE_M
LEAST_M_S: Final = LEAST_M / EVERY_S
"""What the integrator may err a step, and the speed that moves a body so far between two rows."""

_SYMMETRIC: Final = 1e-6
"""Smaller is no way and no speed: rounding in a direction in which nothing pulls."""

_POSITION_WHY: Final = (
    "How far the farthest of the participating simulations lies from their median, and at least the "
    "5 mm that our integrator may err in a step."
)
_SPEED_WHY: Final = (
    "How far the farthest of the participating simulations lies from their median, and at least "
    "0.5 mm/s, which moves a body by 5 mm between two rows."
)


class _Quantity(NamedTuple):
    """A quantity of the rows: its column as published, what a unit of it is in SI, and the unit."""

    column: str
    factor: float
    unit: str
    least: float


# A degree at the equator; the flights stay within 7 km of it.
_DEGREE_M: Final = math.radians(earth.SEMI_MAJOR_AXIS_M)
QUANTITIES: Final = {
    "altitude": _Quantity("altitude_ft", FOOT_M, "m", LEAST_M),
    "way to the north": _Quantity("latitude_deg", _DEGREE_M, "m", LEAST_M),
    "way to the east": _Quantity("longitude_deg", _DEGREE_M, "m", LEAST_M),
    "speed to the north": _Quantity("velocity_north_ft_s", FOOT_M, "m/s", LEAST_M_S),
    "speed to the east": _Quantity("velocity_east_ft_s", FOOT_M, "m/s", LEAST_M_S),
    "speed downward": _Quantity("velocity_down_ft_s", FOOT_M, "m/s", LEAST_M_S),
}


def check_cases() -> ComparisonGroup:
    """Every case at 10, 20 and 30 s, in the quantities in which it moves."""
    rows = [row for case in _facts()["cases"] for row in _case_rows(case)]
    source, _ = authority.head("nesc_trajectories.csv")
    return ComparisonGroup(
        "nesc",
        "Check cases of NASA for flight simulations",
        f"{source}; median and spread of up to six simulations. Cases 2, 3, 7, 8 and 11 to 17 ask "
        "for attitude, wind, lift or guidance, which our model lacks",
        str(_facts()["url"]),
        {
            name: _POSITION_WHY if quantity.unit == "m" else _SPEED_WHY
            for name, quantity in QUANTITIES.items()
        },
        tuple(rows),
    )


@cache
def _facts() -> Any:
    return authority.document("nesc_check_cases.json")


@cache
def _trajectories() -> list[dict[str, str]]:
    return authority.rows("nesc_trajectories.csv")


def _case_rows(case: dict[str, Any]) -> list[Row]:
    ours = fly_case(case["case"])
    rows = []
    for number, values in enumerate(ours, start=1):
        at_s = number * EVERY_S
        for name, quantity in QUANTITIES.items():
            theirs = published(case["case"], at_s, quantity.column) * quantity.factor
            middle = float(np.median(theirs))
            if abs(middle) < _SYMMETRIC:
                continue
            spread = float(np.max(np.abs(theirs - middle)))
            rows.append(
                compare(
                    f"case {case['case']}, {case['name']}, {at_s:.0f} s",
                    name,
                    quantity.unit,
                    values[name],
                    middle,
                    max(spread, quantity.least),
                    _note(case["case"], theirs, quantity),
                )
            )
    return rows


def _note(case: int, theirs: Floats, quantity: _Quantity) -> str:
    """How many simulations there are, their ends, and which of them is left out and why."""
    ends = f"{np.min(theirs):,.4f} to {np.max(theirs):,.4f} {quantity.unit}"
    left_out = "".join(
        f"; simulation {out['simulation']} is left out: {out['reason']}"
        for out in _left_out(case, quantity.column)
    )
    return f"{theirs.size} simulations, {ends}{left_out}"


def published(case: int, at_s: float, column: str) -> Floats:
    """One column of the participating simulations, as published, without those left out."""
    left_out = {out["simulation"] for out in _left_out(case, column)}
    return np.array(
        [
            float(row[column])
            for row in _trajectories()
            if int(row["case"]) == case
            and float(row["time_s"]) == at_s
            and int(row["simulation"]) not in left_out
        ]
    )


def _left_out(case: int, column: str) -> list[dict[str, Any]]:
    """The simulations that are left out of a column of a case, with their reasons."""
    return [
        out for out in _facts()["left_out"] if out["case"] == case and out["column"] in ("", column)
    ]


def _world_of(case: dict[str, Any]) -> Earth:
    """The Earth that a case asks for: WGS 84 with J2, or a sphere; turning or still; with air."""
    world = WGS84
    if case["earth"] == "sphere":
        sphere = _facts()["sphere"]
        world = WGS84._replace(
            gm_m3_s2=sphere["gm_ft3_s2"] * FOOT_M**3,
            semi_major_axis_m=sphere["radius_ft"] * FOOT_M,
            eccentricity_squared=0.0,
            j2=0.0,
        )
    return world._replace(
        rotation_rad_s=WGS84.rotation_rad_s if case["rotating"] else 0.0,
        air=1.0 if case["drag"] else 0.0,
    )


def ballistic_coefficient_kg_m2() -> float:
    """Mass over drag coefficient and area of the sphere that all cases drop: some 8,000 kg/m^2."""
    body = _facts()["body"]
    area_m2 = body["reference_area_ft2"] * FOOT_M**2
    return float(body["mass_slug"] * SLUG_KG / (body["drag_coefficient"] * area_m2))


def fly_case(number: int) -> list[dict[str, float]]:
    """Our flight of a case: its quantities (m, m/s) at 10, 20 and 30 s.

    The cases start where the Earth-fixed axes point up, east and north.
    """
    case = next(case for case in _facts()["cases"] if case["case"] == number)
    world = _world_of(case)
    up, east, north = (FOOT_M * case[key] for key in ("up_ft_s", "east_ft_s", "north_ft_s"))
    height_m = FOOT_M * case["altitude_ft"]
    start = np.array([[world.semi_major_axis_m + height_m, 0.0, 0.0, up, east, north]])
    _, flown = flight.fall(
        airless_body(),
        np.zeros(1),
        start,
        earth=world,
        every_s=EVERY_S,
        until_s=UNTIL_S,
        ballistic_coefficient_kg_m2=np.array([ballistic_coefficient_kg_m2()]),
    )
    assert flown is not None
    position, velocity = flown.position_m[0], flown.velocity_m_s[0]
    return [_local(position[i], velocity[i], world) for i in range(1, position.shape[0])]


def _local(position_m: Floats, velocity_m_s: Floats, world: Earth) -> dict[str, float]:
    """Height, ways and speeds of an Earth-fixed state (3,), (3,) on the ellipsoid of ``world``."""
    a_m, e2 = world.semi_major_axis_m, world.eccentricity_squared
    altitude_m, *normal = earth.height_and_normal(*position_m, a_m, e2)
    latitude, longitude = math.asin(normal[2]), math.atan2(position_m[1], position_m[0])
    east_north_up = earth.east_north_up(latitude, longitude)
    east, north, up = (float(part) for part in east_north_up @ velocity_m_s)
    return {
        "altitude": altitude_m,
        "way to the north": math.degrees(latitude) * _DEGREE_M,
        "way to the east": math.degrees(longitude) * _DEGREE_M,
        "speed to the north": north,
        "speed to the east": east,
        "speed downward": -up,
    }
