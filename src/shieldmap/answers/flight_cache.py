"""Flights that are kept: what is flown does not depend on the defence, so it is flown once.

Flights to a grid are kept whole, sampled, up to :data:`BUDGET_BYTES`; the oldest are forgotten first.
"""

import hashlib
from collections.abc import Callable
from typing import Final

import numpy as np

from shieldmap import campaign
from shieldmap.campaign import Case, FlownCase, Study
from shieldmap.footprint import Places
from shieldmap.kept import Kept

BUDGET_BYTES: Final = 900_000_000
"""A grid of 5 km takes 60 MB for each launch point, one of 1.6 km 350 MB."""

FINE_PLACES: Final = 6000
"""Up to so many places flights are sampled as in a run; beyond, every 2 s, the coarsest allowed."""

COARSE_S: Final = 2.0

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

    def kept(self, case: Case, where: Places, part: slice) -> FlownCase | None:
        """Flights of one case to a part of the places that were flown before."""
        return self._kept.get(_name_of(case, where, part))

    def fly(self, this: Study, case: Case, where: Places, part: slice) -> FlownCase:
        """Fly them now and keep them."""
        latitude, longitude = np.radians(where.latitude_deg), np.radians(where.longitude_deg)
        every_s = _every_s(where)
        flown = campaign.fly(this, case, latitude[part].copy(), longitude[part].copy(), every_s)
        self._kept.put(_name_of(case, where, part), flown)
        return flown


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
