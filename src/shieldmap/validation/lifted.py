"""Flights with lift beside the highest speeds that were published of them.

Range and apogee are held, so that they prove nothing; the speed that they take is compared. Lift to drag,
the speed at which the lift ends and the ballistic coefficient are not published: each flight is read as a
family, from the member that needs the least speed to the one that needs the most.
"""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap import catalog, earth, threat
from shieldmap.model import Missile, Status, TrajectoryClass
from shieldmap.validation import authority
from shieldmap.validation.nouns import ComparisonGroup, Row, compare

FILE: Final = "lifted_flights.csv"

# Most flights of the kind left the west or the east coast towards the sea east of it; another place or
# direction moves the speed by less than a part in a hundred.
_LATITUDE_RAD, _LONGITUDE_RAD = math.radians(39.2), math.radians(126.5)
_BEARING_RAD: Final = math.radians(75.0)
_QUANTITY: Final = "highest speed"
_ROUNDED: Final = 0.5
_WHY: Final = {
    _QUANTITY: "The family: how far the member that needs most or least speed lies from the value of the "
    "catalogue, and half a Mach for a figure that is rounded and whose height is not said."
}


class Fit(NamedTuple):
    """One reading of a published flight: what was assumed, and what it takes; NaN where it cannot be flown."""

    lift_to_drag: float
    release_speed_m_s: float
    ballistic_coefficient_kg_m2: float
    mach: float
    time_of_flight_s: float


def lifted_flights() -> ComparisonGroup:
    """Every published flight with a speed."""
    return authority.group_of(FILE, "lifted", "Flights with lift", _WHY, _row)


def _row(row: dict[str, str]) -> Row:
    here, family = family_of(
        row["missile"], 1e3 * float(row["range_km"]), 1e3 * float(row["apogee_km"])
    )
    away = [abs(one.mach - here.mach) for one in family]
    left_out = sum(not math.isfinite(one.mach) for one in family)
    spans = [one.mach for one in (here, *family) if math.isfinite(one.mach)]
    told = (
        f"{min(spans):.1f} to {max(spans):.1f} over the family" if spans else "no member flies so"
    )
    return compare(
        f"{row['missile']}, {row['date']}, {row['range_km']} km, {row['apogee_km']} km high",
        _QUANTITY,
        "Mach",
        here.mach,
        float(row["mach"]),
        max((one for one in away if math.isfinite(one)), default=0.0) + _ROUNDED,
        f"{told}; {left_out} of {len(family)} members cannot fly so far" if left_out else told,
        f"{row['source']}, {row['url']}",
    )


def family_of(missile_id: str, range_m: float, apogee_m: float) -> tuple[Fit, tuple[Fit, ...]]:
    """The reading at the values of the catalogue, and those with its numbers of lift at their ends."""
    entry = catalog.missile(missile_id)
    assert entry.lift is not None
    assert entry.reentry is not None
    ratio, release = entry.lift.lift_to_drag, entry.lift.release_speed
    beta = entry.reentry.ballistic_coefficient
    value = (ratio.si, release.si, beta.si)
    ends = (
        (ratio.low_si, release.high_si, beta.si),
        (ratio.high_si, release.low_si, beta.si),
        (ratio.si, release.si, beta.low_si),
        (ratio.si, release.si, beta.high_si),
    )
    missile = entry.arrays()
    here, *family = (_fitted(missile, one, range_m, apogee_m) for one in (value, *ends))
    return here, tuple(family)


def _fitted(
    missile: Missile, body: tuple[float, float, float], range_m: float, apogee_m: float
) -> Fit:
    """Fly to the range at the apogee with one body."""
    ratio, release, beta = body
    missile = missile._replace(
        lift_to_drag=ratio, release_speed_m_s=release, ballistic_coefficient_kg_m2=beta
    )
    nowhere = Fit(*body, math.nan, math.nan)
    try:
        table = threat.aim_table(
            missile, _LATITUDE_RAD, _LONGITUDE_RAD, TrajectoryClass.DEPRESSED, apogee_m
        )
    except ValueError:
        return nowhere
    one = np.ones(1)
    latitude, longitude = earth.geodesic_direct(
        _LATITUDE_RAD * one, _LONGITUDE_RAD * one, _BEARING_RAD * one, range_m * one
    )
    aims, _, sampled = threat.fly_to(missile, table, latitude, longitude, every_s=0.5)
    if aims.status[0] != Status.OK:
        return nowhere
    assert sampled is not None
    count = int(sampled.sample_count[0])
    speed = np.linalg.norm(sampled.velocity_m_s[0, :count], axis=1)
    fastest = int(np.argmax(speed))
    _, _, height = earth.ecef_to_geodetic(sampled.position_m[0, fastest : fastest + 1])
    sound = float(earth.atmosphere(np.maximum(height, 0.0)).sound_m_s[0])
    return Fit(*body, float(speed[fastest]) / sound, 0.5 * (count - 1))
