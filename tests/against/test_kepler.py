"""Our free fall against closed-form Kepler arcs: a point mass, no rotation and no air."""

import math

import numpy as np
import pytest

from shieldmap import flight
from shieldmap.model import Earth, Event, Floats, Missile, Status
from tests.against import authority
from tests.against.conftest import Agree

TABLE = authority.columns("minimum_energy.csv")
EXAMPLES = {case["page"]: case for case in authority.document("bmw_examples.json")["cases"]}

TABLE_RADIUS_M = 6371e3
TABLE_GM_M3_S2 = 3.986004418e14
# Half a unit of the last digit printed, and a hair for rounding at the half.
PRINTED = {
    "burnout_speed_km_s": 5.1e-4,
    "angle_deg": 5.1e-3,
    "apogee_km": 5.1e-2,
    "coast_time_s": 5.1e-2,
    "q": 5.1e-5,
}
# The goal of the integrator at its default tolerance; an intercontinental arc stays below it.
IMPACT_M = 1.0
# 1 m at 7 km/s and a flat angle of fall.
TIME_S = 1e-3
# The apogee is found where the climb rate is zero, so its height has an error of second order.
APOGEE_M = 0.5
# The book prints eight decimals of a degree; 1 m on the ground is 9e-6 degrees.
EXAMPLE_DEG = 1e-5
# Page 295 divides nautical miles by a unit printed to four digits, 3444 for 3443.9.
ROUNDED_UNIT_DEG = 5e-3
# Derivatives of the range are taken by differences over 1e-4 of the quantity.
SLOPE_SHARE = 1e-3


def point_mass(radius_m: float = TABLE_RADIUS_M) -> Earth:
    return Earth(TABLE_GM_M3_S2, radius_m, 0.0, 0.0, 0.0, 0.0)


def body() -> Missile:
    """A free body; without air its ballistic coefficient has no say."""
    one = np.ones(1)
    return Missile(one, one, one, one, one, one, one, 1.0, 1.0, 1.0, 2500.0, True)


def throw(
    speed_m_s: Floats, elevation_rad: Floats, radius_m: float, ground_m: float
) -> tuple[Floats, Floats, Floats]:
    """Range angle, apogee above the ground and time of flight of bodies thrown at a radius."""
    n = speed_m_s.size
    zero = np.zeros(n)
    # Thrown obliquely to every axis, so that no component is zero by luck.
    east, up = np.array([-0.6, 0.0, 0.8]), np.array([0.8, 0.0, 0.6])
    side = math.cos(0.7) * east + math.sin(0.7) * np.array([0.0, 1.0, 0.0])
    along = np.cos(elevation_rad)[:, None] * side + np.sin(elevation_rad)[:, None] * up
    state = np.hstack([np.tile(radius_m * up, (n, 1)), speed_m_s[:, None] * along])
    flown, _ = flight.fall(body(), zero, state, earth=point_mass(ground_m))
    assert np.all(flown.status == Status.OK)
    impact = flown.event_position_m[:, Event.IMPACT]
    angle = np.arctan2(impact @ side, impact @ up) % (2.0 * np.pi)
    return angle, flown.event_altitude_m[:, Event.APOGEE], flown.event_time_s[:, Event.IMPACT]


def arc(
    speed_m_s: Floats, elevation_rad: Floats, radius_m: float, ground_m: float
) -> tuple[Floats, Floats, Floats]:
    """The same in closed form: range angle, apogee and time by Kepler's equation."""
    gm = TABLE_GM_M3_S2
    a = 1.0 / (2.0 / radius_m - speed_m_s**2 / gm)
    momentum = radius_m * speed_m_s * np.cos(elevation_rad)
    eccentricity = np.sqrt(1.0 - momentum**2 / (gm * a))
    apogee = a * (1.0 + eccentricity) - ground_m

    def swept(radius: float) -> tuple[Floats, Floats]:
        """True anomaly and mean anomaly on the way up through a radius."""
        cosine = (momentum**2 / (gm * radius) - 1.0) / eccentricity
        true = np.arccos(cosine)
        eccentric = 2.0 * np.arctan(
            np.sqrt((1.0 - eccentricity) / (1.0 + eccentricity)) * np.tan(0.5 * true)
        )
        return true, eccentric - eccentricity * np.sin(eccentric)

    up_true, up_mean = swept(radius_m)
    down_true, down_mean = swept(ground_m)
    angle = (2.0 * np.pi - down_true) - up_true
    return angle, apogee, (2.0 * np.pi - down_mean - up_mean) * np.sqrt(a**3 / gm)


def minimum_energy() -> tuple[Floats, Floats, Floats, Floats]:
    """Range angle, Q, speed and elevation of the table's ranges [book, eq. 6.2-17 and -18]."""
    angle = TABLE["range_km"] * 1e3 / TABLE_RADIUS_M
    q = 2.0 * np.sin(0.5 * angle) / (1.0 + np.sin(0.5 * angle))
    return angle, q, np.sqrt(q * TABLE_GM_M3_S2 / TABLE_RADIUS_M), 0.25 * (np.pi - angle)


def test_minimum_energy_table_to_its_digits(agree: Agree) -> None:
    _, q, speed, elevation = minimum_energy()
    _, apogee, time = throw(speed, elevation, TABLE_RADIUS_M, TABLE_RADIUS_M)
    ours = {
        "burnout_speed_km_s": speed / 1e3,
        "angle_deg": np.degrees(elevation),
        "apogee_km": apogee / 1e3,
        "coast_time_s": time,
        "q": q,
    }
    for name, tolerance in PRINTED.items():
        agree(ours[name], TABLE[name], tolerance, name)


def test_minimum_energy_impacts(agree: Agree) -> None:
    wanted, _, speed, elevation = minimum_energy()
    angle, _, _ = throw(speed, elevation, TABLE_RADIUS_M, TABLE_RADIUS_M)
    agree(angle * TABLE_RADIUS_M, wanted * TABLE_RADIUS_M, IMPACT_M, "range")


def test_random_arcs_from_burnout(agree: Agree) -> None:
    rng = np.random.default_rng(1609)
    n = 200
    speed = rng.uniform(800.0, 6800.0, n)
    elevation = rng.uniform(math.radians(5.0), math.radians(88.0), n)
    radius = TABLE_RADIUS_M + 60e3
    angle, apogee, time = throw(speed, elevation, radius, TABLE_RADIUS_M)
    wanted = arc(speed, elevation, radius, TABLE_RADIUS_M)
    # The slip along the ground at a flat fall is the error of the position over its slope.
    agree(angle * TABLE_RADIUS_M, wanted[0] * TABLE_RADIUS_M, IMPACT_M, "range")
    agree(apogee, wanted[1], APOGEE_M, "apogee")
    agree(time, wanted[2], TIME_S, "time")


@pytest.mark.parametrize("page", [290, 291, 294, 295, 305])
def test_examples_of_bate_mueller_and_white(agree: Agree, page: int) -> None:
    case = EXAMPLES[page]
    unit_m, unit_m_s = 6378.145e3, math.sqrt(TABLE_GM_M3_S2 / 6378.145e3)
    if page == 294:
        # Q alone is given: the farthest range and, by it, the elevation [book, eq. 6.2-16].
        radius, speed = unit_m, math.sqrt(case["Q"]) * unit_m_s
        elevation, wanted = 0.25 * (180.0 - case["max_range_deg"]), case["max_range_deg"]
    elif page == 295:
        # The book takes 3444 nautical miles for its unit, 3443.9 more exactly, so the range angle
        # is good to 0.004 degrees only, while the printed Q has nine digits.
        wanted = math.degrees(case["range_nmi"] / 3444.0)
        radius, speed = unit_m, math.sqrt(case["Q"]) * unit_m_s
        elevation = 0.25 * (180.0 - wanted)
    elif page == 290:
        radius, speed = (1.0 + case["h_bo_DU"]) * unit_m, case["v_bo"] * unit_m_s
        elevation, wanted = case["phi_deg"], case["free_flight_deg"]
    elif page == 291:
        # The speed is printed rounded; the printed angles belong to Q = 1.2 exactly.
        radius = (1.0 + case["h_bo_DU"]) * unit_m
        speed = math.sqrt(1.2 / (1.0 + case["h_bo_DU"])) * unit_m_s
        assert abs(speed / unit_m_s - case["v_bo"]) < 5e-4
        elevation, wanted = case["phi_deg"], case["psi_deg"]
    else:
        radius, speed = case["r_bo"] * unit_m, case["v_bo"] * unit_m_s
        elevation, wanted = case["phi_deg"], case["psi_deg"]
    # The free flight of the book ends at the height of burnout.
    angle, apogee, _ = throw(np.array([speed]), np.radians([elevation]), radius, radius)
    tolerance = ROUNDED_UNIT_DEG if page == 295 else EXAMPLE_DEG
    agree(np.degrees(angle), wanted, tolerance, "range angle")
    if page == 290:
        agree((apogee + radius) / unit_m, 1.0 + case["h_apogee_DU"], 1e-7, "apogee")


def test_error_slopes_of_the_book(agree: Agree) -> None:
    case = EXAMPLES[305]
    unit_m, unit_m_s = 6378.145e3, math.sqrt(TABLE_GM_M3_S2 / 6378.145e3)
    step = 1e-4

    def angle(r: float, v: float, phi: float) -> float:
        thrown = throw(np.array([v * unit_m_s]), np.array([phi]), r * unit_m, r * unit_m)
        return float(thrown[0][0])

    at = (case["r_bo"], case["v_bo"], math.radians(case["phi_deg"]))
    for i, name in enumerate(("dpsi_dr", "dpsi_dv", "dpsi_dphi")):
        high, low = list(at), list(at)
        high[i] += step
        low[i] -= step
        slope = (angle(*high) - angle(*low)) / (2.0 * step)
        agree(slope, case[name], SLOPE_SHARE * abs(case[name]), name)
