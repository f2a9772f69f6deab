"""Free fall against closed forms: a point mass, no rotation and no air."""

import math
from typing import Any, Final

import numpy as np

from shieldmap import flight
from shieldmap.model import Earth, Event, Floats, Missile, Status
from shieldmap.validation import authority
from shieldmap.validation.nouns import ComparisonGroup, Row, compare

RADIUS_M: Final = 6371e3
GM_M3_S2: Final = 3.986004418e14
UNIT_M: Final = 6378.145e3
"""The book's Earth radius, its unit of distance."""
UNIT_M_S: Final = math.sqrt(GM_M3_S2 / UNIT_M)

IMPACT_M: Final = 1.0
APOGEE_KM: Final = 5.1e-2
TIME_S: Final = 5.1e-2
EXAMPLE_DEG: Final = 1e-5
ROUNDED_UNIT_DEG: Final = 5e-3
APOGEE_UNIT: Final = 1e-7
SLOPE_SHARE: Final = 1e-3
_ROUNDED_UNIT_NMI: Final = 3444.0
_STEP: Final = 1e-4
_SLOPE: Final = "slope of the range angle"

_TABLE_WHY: Final = {
    "impact": "The integrator's own goal: an intercontinental arc falls within 1 m at the default "
    "tolerance.",
    "apogee": "Half a unit of the last digit printed, 0.1 km.",
    "time": "Half a unit of the last digit printed, 0.1 s.",
}
_BOOK_WHY: Final = {
    "range angle": "The book prints eight decimals of a degree and 1 m on the ground is a "
    "hundred-thousandth; page 295 divides by a unit rounded to four digits.",
    "apogee": "A ten-millionth of the Earth's radius is 0.6 m, the error of the integrator.",
    _SLOPE: "Taken by differences over a ten-thousandth of each quantity, good to a thousandth.",
}


def throw(
    speed_m_s: Floats, elevation_rad: Floats, radius_m: float, ground_m: float
) -> tuple[Floats, Floats, Floats]:
    """Range angle, apogee above the ground and time of flight of bodies thrown at a radius."""
    n = speed_m_s.size
    # Thrown obliquely to every axis, so that no component is zero by luck.
    east, up = np.array([-0.6, 0.0, 0.8]), np.array([0.8, 0.0, 0.6])
    side = math.cos(0.7) * east + math.sin(0.7) * np.array([0.0, 1.0, 0.0])
    along = np.cos(elevation_rad)[:, None] * side + np.sin(elevation_rad)[:, None] * up
    state = np.hstack([np.tile(radius_m * up, (n, 1)), speed_m_s[:, None] * along])
    world = Earth(GM_M3_S2, ground_m, 0.0, 0.0, 0.0, 0.0)
    flown, _ = flight.fall(airless_body(), np.zeros(n), state, earth=world)
    fallen = flown.status == Status.OK
    impact = flown.event_position_m[:, Event.IMPACT]
    angle = np.arctan2(impact @ side, impact @ up) % (2.0 * np.pi)
    apogee, time = flown.event_altitude_m[:, Event.APOGEE], flown.event_time_s[:, Event.IMPACT]
    return np.where(fallen, angle, np.nan), apogee, time


def airless_body() -> Missile:
    """A free body; without air its ballistic coefficient has no say."""
    one = np.ones(1)
    return Missile(one, one, one, one, one, one, one, 1.0, 1.0, 1.0, 2500.0, has_cutoff=True)


def minimum_energy_launch(range_m: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Range angle, Q, speed and elevation of least energy [the book, eq. 6.2-17 and -18]."""
    angle = range_m / RADIUS_M
    q = 2.0 * np.sin(0.5 * angle) / (1.0 + np.sin(0.5 * angle))
    return angle, q, np.sqrt(q * GM_M3_S2 / RADIUS_M), 0.25 * (np.pi - angle)


def minimum_energy() -> ComparisonGroup:
    """The table of minimum-energy arcs."""
    table = authority.csv_columns("minimum_energy.csv")
    wanted, _, speed, elevation = minimum_energy_launch(table["range_km"] * 1e3)
    angle, apogee, time = throw(speed, elevation, RADIUS_M, RADIUS_M)
    rows: list[Row] = []
    for i, range_km in enumerate(table["range_km"]):
        name = f"{range_km:g} km"
        rows += [
            compare(
                name,
                "impact",
                "m",
                float(angle[i] * RADIUS_M),
                float(wanted[i] * RADIUS_M),
                IMPACT_M,
            ),
            compare(
                name,
                "apogee",
                "km",
                float(apogee[i]) / 1e3,
                float(table["apogee_km"][i]),
                APOGEE_KM,
            ),
            compare(name, "time", "s", float(time[i]), float(table["coast_time_s"][i]), TIME_S),
        ]
    source, url = authority.head("minimum_energy.csv")
    return ComparisonGroup(
        "minimum-energy", "Minimum-energy arcs", source, url, _TABLE_WHY, tuple(rows)
    )


def bate_mueller_white() -> ComparisonGroup:
    """The worked examples of the book's chapter on ballistic missiles."""
    cases = {case["page"]: case for case in authority.document("bmw_examples.json")["cases"]}
    rows = [row for case in cases.values() for row in _example(case)]
    rows += _slopes(cases[305])
    source, url = authority.head("bmw_examples.json")
    return ComparisonGroup(
        "bate-mueller-white",
        "Examples of Bate, Mueller and White",
        source,
        url,
        _BOOK_WHY,
        tuple(rows),
    )


def _example(case: dict[str, Any]) -> list[Row]:
    radius, speed, elevation_deg, wanted = _thrown(case)
    # The free flight of the book ends at the height of burnout.
    angle, apogee, _ = throw(
        np.array([speed * UNIT_M_S]), np.radians([elevation_deg]), radius * UNIT_M, radius * UNIT_M
    )
    name = f"page {case['page']}"
    is_rounded = case["page"] == 295
    rows = [
        compare(
            name,
            "range angle",
            "deg",
            float(np.degrees(angle[0])),
            wanted,
            ROUNDED_UNIT_DEG if is_rounded else EXAMPLE_DEG,
            "3,444 nautical miles to the unit, 3,443.9 more exactly" if is_rounded else "",
        )
    ]
    if "h_apogee_DU" in case:
        ours = float(apogee[0]) / UNIT_M + radius
        rows.append(
            compare(name, "apogee", "Earth radii", ours, 1.0 + case["h_apogee_DU"], APOGEE_UNIT)
        )
    return rows


def _thrown(case: dict[str, Any]) -> tuple[float, float, float, float]:
    """Radius and speed in the book's units, elevation and range angle wanted in degrees."""
    page = case["page"]
    if page == 294:
        # Q alone is given: the farthest range and, by it, the elevation [the book, eq. 6.2-16].
        wanted = case["max_range_deg"]
        return 1.0, math.sqrt(case["Q"]), 0.25 * (180.0 - wanted), wanted
    if page == 295:
        wanted = math.degrees(case["range_nmi"] / _ROUNDED_UNIT_NMI)
        return 1.0, math.sqrt(case["Q"]), 0.25 * (180.0 - wanted), wanted
    if page == 290:
        return 1.0 + case["h_bo_DU"], case["v_bo"], case["phi_deg"], case["free_flight_deg"]
    if page == 291:
        # The speed is printed rounded; the printed angles belong to Q = 1.2 exactly.
        radius = 1.0 + case["h_bo_DU"]
        return radius, math.sqrt(1.2 / radius), case["phi_deg"], case["psi_deg"]
    return case["r_bo"], case["v_bo"], case["phi_deg"], case["psi_deg"]


def _slopes(case: dict[str, Any]) -> list[Row]:
    """How the range angle changes with height, speed and angle at burnout."""

    def angle(r: float, v: float, phi: float) -> float:
        thrown = throw(np.array([v * UNIT_M_S]), np.array([phi]), r * UNIT_M, r * UNIT_M)
        return float(thrown[0][0])

    at = (case["r_bo"], case["v_bo"], math.radians(case["phi_deg"]))
    rows = []
    for i, (key, by) in enumerate(
        (("dpsi_dr", "radius"), ("dpsi_dv", "speed"), ("dpsi_dphi", "flight-path angle"))
    ):
        high, low = list(at), list(at)
        high[i] += _STEP
        low[i] -= _STEP
        slope = (angle(*high) - angle(*low)) / (2.0 * _STEP)
        rows.append(
            compare(
                f"page 305, by {by}",
                _SLOPE,
                "canonical",
                slope,
                case[key],
                SLOPE_SHARE * abs(case[key]),
            )
        )
    return rows
