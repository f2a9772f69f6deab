"""A body that tumbles loses more speed in the air, so the same range asks for a longer burn."""

import numpy as np

from shieldmap import catalog, earth, threat
from shieldmap.model import Event, Floats, Missile, Status
from tests.against.test_published_flights import BETA_SCUD_B_KG_M2

# The low end of what a tumbling Scud may have, an estimate of the catalogue's order.
BETA_TUMBLING_KG_M2 = 2000.0


RANGE_M = 300e3
LAUNCH = np.radians([39.0, 126.0])


def flown_to(missile: Missile, range_m: float) -> tuple[Floats, Floats]:
    """Apogee and time of flight at one range in eight directions."""
    bearing = np.arange(8) * (np.pi / 4.0)
    places = earth.geodesic_direct(*LAUNCH, bearing, np.full(8, range_m))
    aims, flights, _ = threat.fly_to(missile, threat.aim_table(missile, *LAUNCH), *places)
    assert np.all(aims.status == Status.OK)
    return flights.event_altitude_m[:, Event.APOGEE], flights.event_time_s[:, Event.IMPACT]


def test_scud_b_flies_higher_and_longer_when_it_tumbles() -> None:
    entry = catalog.missile("hwasong-5")
    nose, tumbling = (
        flown_to(entry.arrays(ballistic_coefficient_kg_m2=beta), RANGE_M)
        for beta in (BETA_SCUD_B_KG_M2, BETA_TUMBLING_KG_M2)
    )
    # Drag shortens a tumbling body's fall, so it needs a longer burn: measured 13 km and 49 s.
    assert np.all(tumbling[0] > nose[0] + 5e3)
    assert np.all(tumbling[1] > nose[1] + 20.0)
