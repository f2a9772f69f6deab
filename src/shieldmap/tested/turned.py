"""A flight turned about its launch point, and whether the batteries of two studies have a shot at it.

The rule, the same for every flight: range and apogee are kept; of the study's assets that one is taken
whose distance from the launch point lies nearest to the flight's range, and the flight is turned
towards it. Where even that asset lies more than :data:`NEAR_M` from where the flight falls, it passes
every asset or falls short of all, and nothing is judged.

Limits: the rule seeks neither a launch point nor a place, and says nothing of any intent. The rest of
a judgement is that of ``campaign``: whether every shot of the doctrine fits, not whether it hits.
"""

import math
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from shieldmap import campaign, earth, naming, scenario as scenarios, terms
from shieldmap.campaign import Study
from shieldmap.model import Status
from shieldmap.results.tested import LayerShot, TurnedFlight
from shieldmap.scenario import Scenario
from shieldmap.terms import End
from shieldmap.tested.flown import Reproduced
from shieldmap.tested.table import PublishedRow

NEAR_M: Final = 25e3
"""About the size of a large city, and a tenth of the shortest distance from a launch point to Seoul."""

STUDIES: Final = ("korea", "korea-layers")
"""Whose batteries are judged; THAAD stands in the first alone, and the assets are the first's."""


class _Battery(NamedTuple):
    """One battery of a study as a study of its own."""

    id: str
    study: str
    system: str
    doctrine: str
    this: Study


class _Towards(NamedTuple):
    """An asset, by its row, how far it lies beyond the fall of the flight, and where that is, in rad."""

    row: int
    miss_m: float
    latitude_rad: float
    longitude_rad: float


@cache
def batteries() -> tuple[_Battery, ...]:
    """The batteries of both studies, made ready once; THAAD of the first study alone."""
    found = []
    for name in STUDIES:
        given = scenarios.load(name)
        ids = [layer.id for layer in given.layers]
        for battery in [campaign.MAIN, *ids] if name == STUDIES[0] else ids:
            found.append(_battery(given, battery))
    return tuple(found)


def _battery(given: Scenario, battery: str) -> _Battery:
    defence = campaign.defence_of(given, battery)
    own = given.model_copy(update={"defence": defence})
    this = campaign.study(own, cases=(), variants=campaign.ENDS_ONLY)
    entry = given.catalogue.defence(defence.system)
    name = terms.doctrine_name(this.defence.doctrine)
    return _Battery(battery, given.name, entry.id, name, this)


def turn(one: PublishedRow, told: Reproduced) -> TurnedFlight:
    """Turn one flight by the rule and judge it for every battery."""
    given = scenarios.load(STUDIES[0])
    towards = _towards(given, one)
    if abs(towards.miss_m) > NEAR_M:
        return _unjudged("no-asset", "no-asset", None, towards, given)
    if told.case is None:
        why = told.how if told.how in ("arc", "none") else "apogee"
        return _unjudged("not-flown", why, towards.row, towards, given)
    judged = [_shot(battery, told, towards) for battery in batteries()]
    shots = tuple(shot for shot in judged if shot is not None)
    if len(shots) < len(judged):
        return _unjudged("not-flown", "direction", towards.row, towards, given)
    return _told("judged", None, towards.row, towards, given, shots)


def _unjudged(
    status: str, why: str, row: int | None, towards: _Towards, given: Scenario
) -> TurnedFlight:
    return _told(status, why, row, towards, given, ())


def _told(
    status: str,
    why: str | None,
    row: int | None,
    towards: _Towards,
    given: Scenario,
    shots: tuple[LayerShot, ...],
) -> TurnedFlight:
    named = given.assets[towards.row]
    names, names_ko = naming.asset_labels(given)
    is_near = row is not None
    return TurnedFlight.model_validate(
        {
            "status": status,
            "why_not": why,
            "asset": named.id if is_near else None,
            "asset_name": names[towards.row] if is_near else None,
            "asset_name_ko": names_ko[towards.row] if is_near else None,
            "miss_m": round(towards.miss_m, 1),
            "latitude_deg": round(math.degrees(towards.latitude_rad), 4) if is_near else None,
            "longitude_deg": round(math.degrees(towards.longitude_rad), 4) if is_near else None,
            "shots": shots,
        }
    )


def _towards(given: Scenario, one: PublishedRow) -> _Towards:
    """The asset nearest to the ring of the flight's range about its launch point; the first of equals."""
    count = len(given.assets)
    here = [np.full(count, math.radians(float(one.row[key]))) for key in ("lat", "lon")]
    there = [
        np.radians([getattr(asset, f"{key}_deg") for asset in given.assets])
        for key in ("latitude", "longitude")
    ]
    distance_m, bearing, _ = earth.geodesic_inverse(*here, *there)
    range_m = float(one.row["range_km"]) * 1e3
    row = int(np.argmin(np.abs(distance_m - range_m)))
    latitude, longitude = earth.geodesic_direct(
        here[0][:1], here[1][:1], bearing[row : row + 1], np.array([range_m])
    )
    return _Towards(row, float(distance_m[row]) - range_m, float(latitude[0]), float(longitude[0]))


def _shot(battery: _Battery, told: Reproduced, towards: _Towards) -> LayerShot | None:
    """One battery against the turned flight; None where the missile cannot fly in that direction."""
    assert told.case is not None
    flying = {"threats": (told.threat,), "launch_points": (told.point,)}
    this = battery.this._replace(
        scenario=battery.this.scenario.model_copy(update=flying), cases=(told.case,)
    )
    place = np.array([towards.latitude_rad]), np.array([towards.longitude_rad])
    judged = campaign.judge(this, told.case, *place)
    if judged.aims.status[0] != Status.OK:
        return None
    fits = judged.engagements.is_defended[0, :, this.defence.doctrine]
    value, bad, good = (bool(fits[this.columns(e)[0]]) for e in (End.VALUE, End.BAD, End.GOOD))
    code = int(judged.engagements.reason[0])
    return LayerShot.model_validate(
        {
            "battery": battery.id,
            "study": battery.study,
            "system": battery.system,
            "doctrine": battery.doctrine,
            "fits": value,
            "fits_bad": bad,
            "fits_good": good,
            **terms.reason_told(code),
        }
    )
