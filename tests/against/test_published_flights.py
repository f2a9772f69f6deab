"""Whole flights of published mass sets against the range, apogee and time published for them."""

import math
from typing import NamedTuple

import numpy as np
import pytest

from shieldmap import catalog, earth, flight, threat
from shieldmap.earth import WGS84
from shieldmap.model import Event, Floats, Missile, Status
from tests.against import authority
from tests.against.conftest import Agree

FLIGHTS = {row["missile"]: row for row in authority.rows("reference_flights.csv")}

LAUNCH = (math.radians(39.0), math.radians(127.0))
# The published full-range figures name no azimuth, so they are compared without rotation, which
# moves the range by 3 % between north and east.
STILL = WGS84._replace(rotation_rad_s=0.0)
# A mass set fixes neither the pitch program nor the drag curve, air and ballistic coefficient of
# the run behind the figures: apogee and time differ by 5 % for reasons that are not ours.
FLIGHT_SHARE = 0.05
# The range of a full burn at its best pitch depends less on those. Measured: 1.2 and 0.4 %.
RANGE_SHARE = 0.02
# 1,500 lb/ft2 and 4,000 lb/ft2, a pound being 0.45359237 kg and a foot 0.3048 m.
BETA_ER_SCUD_KG_M2 = 1500.0 * 0.45359237 / 0.3048**2
BETA_SCUD_B_KG_M2 = 4000.0 * 0.45359237 / 0.3048**2
FULL_BURN_S = 1e6


class Flown(NamedTuple):
    range_m: Floats
    apogee_m: Floats
    time_s: Floats


def flown_to(missile: Missile, range_m: float) -> Flown:
    """Minimum-energy flights to one range all around the compass."""
    table = threat.aim_table(missile, *LAUNCH)
    bearing = np.arange(8) * (math.pi / 4.0)
    aims = threat.aim(
        missile, table, *earth.geodesic_direct(*np.array(LAUNCH), bearing, np.full(8, range_m))
    )
    assert np.all(aims.status == Status.OK)
    return events_of(threat.fly_aims(missile, table, aims)[0])


def farthest(missile: Missile) -> Flown:
    """The full burn that flies farthest over the still Earth, out of a fine fan of pitches."""
    pitch = np.linspace(0.01, 1.2, 240)
    n = pitch.size
    position = np.tile(earth.geodetic_to_ecef(*np.array(LAUNCH)), (n, 1))
    frame = np.tile(earth.east_north_up(*LAUNCH), (n, 1, 1))
    every = events_of(
        flight.fly(
            missile, position, frame, np.full(n, math.pi), pitch, np.full(n, FULL_BURN_S),
            earth=STILL,
        )[0]
    )  # fmt: skip
    best = int(np.nanargmax(every.range_m))
    return Flown(*(field[best : best + 1] for field in every))


def events_of(flights: flight.Flights) -> Flown:
    latitude, longitude, _ = earth.ecef_to_geodetic(flights.event_position_m[:, Event.IMPACT])
    distance, _, _ = earth.geodesic_inverse(*np.array(LAUNCH), latitude, longitude)
    return Flown(
        np.where(flights.status == Status.OK, distance, np.nan),
        flights.event_altitude_m[:, Event.APOGEE],
        flights.event_time_s[:, Event.IMPACT],
    )


def span(row: dict[str, str], what: str, unit: str, factor: float) -> tuple[float, float]:
    """Middle and half width of a figure that is printed as a span."""
    low, high = (float(row[f"{what}_{end}_{unit}"]) * factor for end in ("low", "high"))
    return 0.5 * (low + high), 0.5 * (high - low)


def test_scud_b_nose_first(agree: Agree) -> None:
    row = FLIGHTS["scud_b"]
    missile = catalog.missile("hwasong-5").arrays(ballistic_coefficient_kg_m2=BETA_SCUD_B_KG_M2)
    flown = flown_to(missile, float(row["range_km"]) * 1e3)
    # The tolerance is the span of the public figures itself.
    agree(flown.apogee_m, *span(row, "apogee", "km", 1e3), "apogee")
    agree(flown.time_s, *span(row, "time", "s", 1.0), "time")


def test_the_catalogue_has_the_published_coefficient_as_its_high_end(agree: Agree) -> None:
    quantity = catalog.missile("hwasong-5").reentry
    assert quantity is not None
    # The catalogue rounds to 100 kg/m2.
    agree(quantity.ballistic_coefficient.high_si, BETA_SCUD_B_KG_M2, 50.0, "Scud-B")


@pytest.mark.parametrize(
    ("name", "missile_id", "coefficient_kg_m2"),
    [("nodong_1000", "hwasong-7", None), ("er_scud", "hwasong-9", BETA_ER_SCUD_KG_M2)],
)
def test_full_range(
    agree: Agree, name: str, missile_id: str, coefficient_kg_m2: float | None
) -> None:
    row = FLIGHTS[name]
    entry = catalog.missile(missile_id)
    flown = farthest(entry.arrays(ballistic_coefficient_kg_m2=coefficient_kg_m2))
    range_m = float(row["range_km"]) * 1e3
    agree(flown.range_m, range_m, RANGE_SHARE * range_m, "range")
    apogee_m, _ = span(row, "apogee", "km", 1e3)
    time_s, _ = span(row, "time", "s", 1.0)
    agree(flown.apogee_m, apogee_m, FLIGHT_SHARE * apogee_m, "apogee")
    agree(flown.time_s, time_s, FLIGHT_SHARE * time_s, "time")
