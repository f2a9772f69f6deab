"""Flights that are kept: what is flown does not depend on the defence, so it is flown once.

Flights to a grid are kept whole, sampled, up to :data:`BUDGET_BYTES`; the oldest are forgotten first.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

import numpy as np

from shieldmap import campaign
from shieldmap.campaign import Case, FlownCase, Study
from shieldmap.footprint import DrawnFlights, DrawnMissile, Places
from shieldmap.footprint.spread import aimed_alike, case_drawn, radians_of
from shieldmap.kept import Kept

BUDGET_BYTES: Final = 900_000_000
"""A grid of 5 km takes 60 MB for each launch point, one of 1.6 km 350 MB."""

FINE_PLACES: Final = 6000
"""Up to so many places flights are sampled as in a run; beyond, every 2 s, the coarsest allowed."""

COARSE_S: Final = 2.0

DRAWN_CASES: Final = 16
"""Cases whose drawn flights are kept: each takes some 30 MB over a country, little at one place."""

_AIM_TABLES_BYTES: Final = 16_000_000

Advance = Callable[[str, int, int], None]
"""Called with (what is done, places done, places in all); raises to stop the work."""


def silent(_what: str, _done: int, _total: int) -> None:
    """Nobody watches and nobody stops it."""


class SupersededError(Exception):
    """A newer request has taken the place of this one."""


class FlightCache:
    """The flights kept by one process."""

    def __init__(self, budget_bytes: int = BUDGET_BYTES) -> None:
        self._kept: Kept[tuple[object, ...], FlownCase] = Kept(budget_bytes)
        self._drawn: OrderedDict[tuple[object, ...], DrawnFlights] = OrderedDict()
        self._aimed: Kept[tuple[object, ...], Case] = Kept(_AIM_TABLES_BYTES)

    def kept(self, case: Case, where: Places, part: slice) -> FlownCase | None:
        """Flights of one case to a part of the places that were flown before."""
        return self._kept.get(_name_of(case, where, part))

    def fly(self, this: Study, case: Case, where: Places, part: slice) -> FlownCase:
        """Fly them now and keep them."""
        latitude, longitude = radians_of(where)
        every_s = _every_s(where)
        flown = campaign.fly(this, case, latitude[part].copy(), longitude[part].copy(), every_s)
        self._kept.put(_name_of(case, where, part), flown)
        return flown

    def drawn(self, this: Study, case: Case, where: Places) -> DrawnFlights:
        """The drawn flights of one case to some places; those of a few cases are kept."""
        name = (*_name_of(case, where, slice(None)), case.missile_id, case.threat_id)
        if name not in self._drawn:
            self._drawn[name] = DrawnFlights(
                this,
                case,
                radians_of(where),
                cases=lambda own, drawn: self._case_drawn(this, own, drawn),
            )
        self._drawn.move_to_end(name)
        while len(self._drawn) > DRAWN_CASES:
            self._drawn.popitem(last=False)
        return self._drawn[name]

    def _case_drawn(self, this: Study, case: Case, drawn: DrawnMissile) -> Case:
        """The case of a drawn missile; its aim table, 0.1 s, is kept."""
        name = (*_flight_key(case), case.threat_id, aimed_alike(drawn))
        found = self._aimed.get(name)
        if found is None:
            found = case_drawn(this, case, drawn)
            self._aimed.put(name, found)
        return found


def _every_s(where: Places) -> float:
    return campaign.EVERY_S if len(where.name) <= FINE_PLACES else COARSE_S


def _name_of(case: Case, where: Places, part: slice) -> tuple[object, ...]:
    """What names kept flights: the flight, its sampling, and where it goes, whatever study asks."""
    places = where.latitude_deg[part].tobytes() + where.longitude_deg[part].tobytes()
    return (*_flight_key(case), _every_s(where), hashlib.sha256(places).digest())


def _flight_key(case: Case) -> tuple[object, ...]:
    """What a flight depends on, beside its place: neither cross section nor defence."""
    numbers = (x.tobytes() if isinstance(x, np.ndarray) else x for x in case.missile)
    return (
        *numbers,
        int(case.trajectory_class),
        repr(case.apogee_m),
        case.latitude_rad,
        case.longitude_rad,
    )
