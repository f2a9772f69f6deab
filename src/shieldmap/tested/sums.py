"""Sums of the record: by year, by type, and over the launchers that were counted in public."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from shieldmap.results.tested import (
    ArsenalCount,
    BandTime,
    FlownGroup,
    MetShare,
    RecordedLayer,
    ShotCount,
    TestedFlight,
)
from shieldmap.tested import flown, table

UPPER: Final = ("thaad", "sm-3-ib", "sm-3-iia")
ANY_UPPER: Final = "upper"
"""Stands for whichever of the upper layers has a flight longest in its band."""


class _Ends(NamedTuple):
    """Whether a flight spends the seconds asked for: value, low and high; None where nobody can tell."""

    value: bool | None
    low: bool | None
    high: bool | None


def _ends(flight: TestedFlight, system: str, least_s: float) -> _Ends:
    bands = [band for band in flight.bands if band.system in _systems(system)]

    def any_met(of: Callable[[BandTime], float | None]) -> bool | None:
        seconds = [of(band) for band in bands]
        if any(one is not None and one >= least_s for one in seconds):
            return True
        return None if any(one is None for one in seconds) else False

    return _Ends(
        any_met(lambda band: band.down_s),
        any_met(lambda band: band.down_low_s),
        any_met(lambda band: band.down_high_s),
    )


def _systems(system: str) -> tuple[str, ...]:
    return UPPER if system == ANY_UPPER else (system,)


def met(flights: Sequence[TestedFlight], system: str, least_s: float) -> MetShare:
    """How many of some flights come down through a layer's band for the seconds asked for."""
    ends = [(flight, _ends(flight, system, least_s)) for flight in flights]
    judged = [(flight, end) for flight, end in ends if end.value is not None]
    safe = [flight for flight, end in judged if end.value]
    missiles = _missiles(flights)
    judged_missiles = _missiles([flight for flight, _ in judged])
    certain = _missiles([flight for flight, end in ends if end.value is not None and end.low])
    possible = _missiles([f for f, end in ends if end.value is None or end.high in (True, None)])
    return MetShare(
        system=system,
        rows=len(flights),
        rows_judged=len(judged),
        rows_met=len(safe),
        missiles=missiles,
        missiles_judged=judged_missiles,
        missiles_met=_missiles(safe),
        share=_missiles(safe) / judged_missiles if judged_missiles else None,
        share_low=certain / missiles if missiles else 0.0,
        share_high=possible / missiles if missiles else 0.0,
    )


def _missiles(flights: Sequence[TestedFlight]) -> int:
    return sum(flight.missiles for flight in flights)


def shots(flights: Sequence[TestedFlight], system: str) -> ShotCount:
    """Against how many turned flights a shot of any battery of a system fits."""
    judged = [flight for flight in flights if flight.turned.status == "judged"]
    fits = [
        flight
        for flight in judged
        if any(shot.fits for shot in flight.turned.shots if shot.system == system)
    ]
    return ShotCount(
        system=system,
        rows_judged=len(judged),
        rows_fit=len(fits),
        missiles_judged=_missiles(judged),
        missiles_fit=_missiles(fits),
    )


def group(
    name: str, flights: Sequence[TestedFlight], layers: Sequence[RecordedLayer], least_s: float
) -> FlownGroup:
    """The flights of one year or type."""
    systems = [layer.system for layer in layers]
    fired = {shot.system for flight in flights for shot in flight.turned.shots}
    return FlownGroup(
        name=name,
        rows=len(flights),
        missiles=_missiles(flights),
        types=tuple(dict.fromkeys(flight.type for flight in flights)),
        met=tuple(met(flights, system, least_s) for system in [*systems, ANY_UPPER]),
        shots=tuple(shots(flights, system) for system in systems if system in fired),
    )


def arsenal(
    types: Sequence[FlownGroup], layers: Sequence[RecordedLayer], least_s: float
) -> tuple[ArsenalCount, ...]:
    """The launchers counted in public, and how many of them carry what an upper layer can meet.

    Of a type with tests the share of its missiles counts; of older ones the arc of least energy to the
    published range.
    """
    shares = {one.name: _of(one, ANY_UPPER).share for one in types}
    rows, total, met_, unknown = [], 0.0, 0.0, 0.0
    for counted in table.launchers():
        share = shares.get(counted.type) if counted.type else None
        if counted.range_m is not None and share is None:
            share = _least_energy_share(counted.range_m, layers, least_s)
        value, low, high = counted.launchers
        total += value
        met_ += value * (share or 0.0)
        unknown += value if share is None else 0.0
        rows.append(
            ArsenalCount(
                date=counted.date,
                name=counted.name,
                launchers=value,
                low=low,
                high=high,
                by=counted.by,
                share=share,
                total=total,
                met=met_,
                not_judged=unknown,
                source=counted.source,
                note=counted.note,
            )
        )
    return tuple(rows)


def _least_energy_share(range_m: float, layers: Sequence[RecordedLayer], least_s: float) -> float:
    path = flown.arc(range_m, flown.least_energy_apogee_m(range_m))
    seconds = [
        flown.band_s(path, layer.floor_m, layer.ceiling_m)[1]
        for layer in layers
        if layer.system in UPPER
    ]
    return 1.0 if max(seconds) >= least_s else 0.0


def _of(one: FlownGroup, system: str) -> MetShare:
    return next(share for share in one.met if share.system == system)
