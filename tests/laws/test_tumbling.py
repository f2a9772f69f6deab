"""A body that tumbles loses more speed in the air, so the same range asks for a longer burn."""

import numpy as np

from shieldmap import catalog
from tests.against.test_published_flights import BETA_SCUD_B_KG_M2, FLIGHTS, flown_to

# The low end of what a tumbling Scud may have, an estimate of the catalogue's order.
BETA_TUMBLING_KG_M2 = 2000.0


def test_scud_b_flies_higher_and_longer_when_it_tumbles() -> None:
    entry = catalog.missile("hwasong-5")
    range_m = float(FLIGHTS["scud_b"]["range_km"]) * 1e3
    nose = flown_to(entry.arrays(ballistic_coefficient_kg_m2=BETA_SCUD_B_KG_M2), range_m)
    tumbling = flown_to(entry.arrays(ballistic_coefficient_kg_m2=BETA_TUMBLING_KG_M2), range_m)
    # Drag shortens a tumbling body's fall, so it needs a longer burn: measured 13 km and 49 s.
    assert np.all(tumbling.apogee_m > nose.apogee_m + 5e3)
    assert np.all(tumbling.time_s > nose.time_s + 20.0)
