"""The record of published flight tests, set beside the layers of a defence.

Question: how long was each North Korean flight test inside the band of altitude of each layer, would
a shot have fitted had it been turned towards the nearest place of a study, and how has the share that
an upper layer can meet changed, in tests and in the launchers that were counted in public?

``table`` reads what was published, ``flown`` reproduces a flight and counts seconds in a band,
``turned`` judges the turned flight, ``sums`` adds up years, types and launchers, ``recording`` does all.

Limits: public range and apogee say nothing of the path between; a flight that steers is told by its
own missile of the catalogue or not at all. Where a flight falls follows from a fixed rule, so no
launch point or place is sought. Only what was published is counted, and nobody knows what was not.

Units: SI and radians. Sources: each row of ``data/validation/flight_tests.csv`` names its own.
"""

from shieldmap.tested.recording import LEAST_S, SINCE, record_of, told_share
from shieldmap.tested.sums import ANY_UPPER, UPPER
from shieldmap.tested.table import TableError

__all__ = ["ANY_UPPER", "LEAST_S", "SINCE", "UPPER", "TableError", "record_of", "told_share"]
