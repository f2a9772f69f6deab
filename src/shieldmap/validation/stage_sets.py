"""Published stage sets flown as far as they go, against what was published of those flights.

The flights burn fully over an Earth without rotation, since those who publish such a figure name
neither launch point nor direction; rotation moves the range by 3 % between north and east.
"""

import math
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import earth, flight, threat
from shieldmap.earth import STANDARD_GRAVITY_M_S2, WGS84
from shieldmap.model import Event, Flights, Floats, Missile, Status
from shieldmap.validation import authority
from shieldmap.validation.nouns import ComparisonGroup, Row, compare

NAMES: Final = {
    "scud_b": "Scud-B",
    "er_scud": "ER-Scud",
    "nodong_1000": "Nodong, 1,000 kg",
    "nodong_500": "Nodong, 500 kg",
    "td2_two_stage": "Taepodong-2, two stages",
    "v2": "V-2",
    "minuteman_iii": "Minuteman III",
}
LAUNCH: Final = (math.radians(39.0), math.radians(127.0))
STILL: Final = WGS84._replace(rotation_rad_s=0.0)
SHARE: Final = 0.05
CLOSE_SHARE: Final = 0.02
KG_M2_PER_LB_FT2: Final = 0.45359237 / 0.3048**2
RISE_S: Final = 5.0
PITCH_S: Final = 12.0
"""The catalogue's estimates for missiles that rise vertically; results hardly depend on them."""
BETA_KG_M2: Final = 2500.0
"""The catalogue's estimate for a separated warhead, where a set names none."""
SEA_LEVEL_PA: Final = 101325.0
FULL_BURN_S: Final = 1e6
_PITCHES: Final = 120
_FANS: Final = 2

_FREE: Final = (
    "A mass set fixes neither the pitch program nor the drag, air and ballistic coefficient of the "
    "run behind a figure: 5 %, or the span where one is printed."
)
_WHY: Final = {
    "range": "5 %, or the span where one is printed; 2 % of an earlier run, since the farthest "
    "range of a full burn depends least on the pitch program.",
    "apogee": _FREE,
    "time": _FREE,
    "burnout altitude": _FREE,
    "burnout speed": "5 % of a published figure; 2 % of an earlier run, since masses and impulse "
    "fix the speed but for losses of a few per cent of it.",
}


class FlownStages(NamedTuple):
    """What is compared of one flight, in the units of the table."""

    values: dict[str, float]


def missile_of(name: str) -> Missile:
    """A stage set as the kernels take it."""
    given = authority.document("published_stage_sets.json")["sets"][name]
    stages = [_stage(given, i) for i in range(len(given["stages"]))]
    propellant, dry, burn, exhaust, exit_m2 = (np.array(c) for c in zip(*stages, strict=True))
    # A shroud is dropped with the first stage here, some seconds early.
    dry[0] += given.get("shroud_kg", 0.0)
    beta = np.atleast_1d(given.get("beta_lb_ft2", BETA_KG_M2 / KG_M2_PER_LB_FT2))
    one = np.ones(len(stages))
    return Missile(
        stage_propellant_kg=propellant,
        stage_dry_kg=dry,
        stage_burn_s=burn,
        stage_exhaust_m_s=exhaust,
        stage_exit_m2=exit_m2,
        stage_area_m2=one * (math.pi / 4.0 * given["diameter_m"] ** 2),
        stage_coast_s=0.0 * one,
        payload_kg=float(given["payload_kg"]),
        rise_s=RISE_S,
        pitch_s=PITCH_S,
        ballistic_coefficient_kg_m2=float(beta[0]) * KG_M2_PER_LB_FT2,
        has_cutoff=True,
    )


def _stage(given: dict[str, Any], i: int) -> tuple[float, float, float, float, float]:
    """Propellant burned, dry mass, burn time, exhaust velocity in vacuum and exit area."""
    stage = given["stages"][i]
    burned = stage.get("burned_kg", stage["propellant_kg"])
    dry = stage["dry_kg"] if "dry_kg" in stage else stage["gross_kg"] - burned
    flow = burned / stage["burn_s"]
    if i > 0:
        return burned, dry, stage["burn_s"], stage["isp_s"] * STANDARD_GRAVITY_M_S2, 0.0
    exit_m2 = given.get("nozzle_exit_m2") or _scaled_exit_m2(flow)
    impulse = stage.get("isp_sl_s", stage.get("isp_s"))
    exhaust = impulse * STANDARD_GRAVITY_M_S2 + SEA_LEVEL_PA * exit_m2 / flow
    return burned, dry, stage["burn_s"], exhaust, exit_m2


def _scaled_exit_m2(flow_kg_s: float) -> float:
    """The exit area of the Scud-B scaled with the mass flow, where a set names none."""
    scud = authority.document("published_stage_sets.json")["sets"]["scud_b"]
    return float(scud["nozzle_exit_m2"] * flow_kg_s / scud["stages"][0]["mdot_kg_s"])


@cache
def farthest_burn(name: str) -> FlownStages:
    """The full burn that flies farthest over the still Earth: a fan of pitches, then a finer one."""
    pitch = np.linspace(0.01, 1.2, _PITCHES)
    for _ in range(_FANS):
        n = pitch.size
        flights, _ = flight.fly(
            missile_of(name),
            flight.Launch(earth.geodetic_to_ecef(*np.array(LAUNCH)), earth.east_north_up(*LAUNCH)),
            flight.Steering(math.pi, pitch, FULL_BURN_S),
            earth=STILL,
        )
        distance = _stage_ranges(flights)
        best = int(np.nanargmax(distance))
        pitch = np.linspace(pitch[max(best - 1, 0)], pitch[min(best + 1, n - 1)], _PITCHES)
    return _flown(flights, distance, best)


@cache
def to_range(name: str, range_km: float) -> FlownStages:
    """The minimum-energy flight of a stage set to a range, eastwards."""
    missile = missile_of(name)
    table = threat.aim_table(missile, *LAUNCH, earth=STILL)
    there = earth.geodesic_direct(
        np.array([LAUNCH[0]]),
        np.array([LAUNCH[1]]),
        np.array([0.5 * math.pi]),
        np.array([range_km * 1e3]),
    )
    _, flights, _ = threat.fly_to(missile, table, *there, earth=STILL)
    return _flown(flights, _stage_ranges(flights), 0)


def _stage_ranges(flights: Flights) -> Floats:
    lat, lon, _ = earth.ecef_to_geodetic(flights.event_position_m[:, Event.IMPACT])
    from_lat, from_lon = (np.full(lat.size, angle) for angle in LAUNCH)
    distance, _, _ = earth.geodesic_inverse(from_lat, from_lon, lat, lon)
    return np.where(flights.status == Status.OK, distance, np.nan)


def _flown(flights: Flights, distance_m: Floats, i: int) -> FlownStages:
    burnout = flights.event_velocity_m_s[i, Event.BURNOUT]
    return FlownStages(
        {
            "range": float(distance_m[i]) / 1e3,
            "apogee": float(flights.event_altitude_m[i, Event.APOGEE]) / 1e3,
            "time": float(flights.event_time_s[i, Event.IMPACT]),
            "burnout altitude": float(flights.event_altitude_m[i, Event.BURNOUT]) / 1e3,
            "burnout speed": float(np.linalg.norm(burnout)) / 1e3,
        }
    )


def stage_sets() -> ComparisonGroup:
    """Every published stage set with what was published, or run before, of its flight."""
    source, url = authority.head("reference_flights.csv")
    rows = tuple(_stage_row(row) for row in authority.rows("reference_flights.csv"))
    return ComparisonGroup("stage-sets", "Published stage sets", source, url, _WHY, rows)


def _stage_row(given: dict[str, str]) -> Row:
    low, high = float(given["low"]), float(given["high"])
    middle, half = 0.5 * (low + high), 0.5 * (high - low)
    name, quantity = given["set"], given["quantity"]
    if given["flight"] == "farthest":
        flown, label = farthest_burn(name), NAMES[name]
    else:
        flown = to_range(name, float(given["flight"].removesuffix(" km")))
        label = f"{NAMES[name]} to {given['flight']}"
    is_close = given["basis"] == "earlier run" and quantity in ("range", "burnout speed")
    tolerance = max(half, (CLOSE_SHARE if is_close else SHARE) * middle)
    return compare(
        label,
        quantity,
        given["unit"],
        flown.values[quantity],
        middle,
        tolerance,
        f"printed as {low:g} to {high:g}" if half else "",
        given["source"] + (f", {given['url']}" if given["url"] else ""),
    )
