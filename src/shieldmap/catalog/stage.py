"""One stage of a missile or an interceptor: what it burns, for how long and how hard."""

from itertools import pairwise
from typing import Any, Final, Literal, NamedTuple, Self

import numpy as np
from pydantic import field_validator, model_validator

from shieldmap.catalog.quantity import Basis, CatalogError, Frozen, Number, Quantity
from shieldmap.model import Floats

STANDARD_GRAVITY_M_S2: Final = 9.80665
SEA_LEVEL_PRESSURE_PA: Final = 101325.0

_STEADY: Final = 0.02
_STEADY_S: Final = 1.0
"""A part of a thrust table burns steadily: for a second at most where the thrust changes, and by at most
this share of the peak. An acceleration that changes by A over n such seconds leaves the position at
burnout within A / 12 metres: 2 m for 20 m/s2.
"""

_MOST_POINTS: Final = 400

_IMPULSE_OFF: Final = 0.05
"""By which share the table's impulse may leave the range of propellant times specific impulse."""


class Burn(NamedTuple):
    """What parts of a stage burn one after the other: seconds and shares of the propellant, (k,) each."""

    burn_s: Floats
    share: Floats


class ThrustTable(Frozen):
    """The thrust of a stage by the seconds since its ignition, straight between the points.

    ``at`` says where it was measured or is told: in vacuum or at sea level. It shapes the burn; how much
    is burned, and with which impulse, stay the stage's own numbers, and both must agree within 5 %.
    The table begins when the stage moves: on the ground with more thrust than weight.
    """

    time_s: tuple[Number, ...]
    thrust_kn: tuple[Number, ...]
    at: Literal["vacuum", "sea level"] = "vacuum"
    basis: Basis
    source: str
    note: str = ""

    @field_validator("time_s", "thrust_kn", mode="before")
    @classmethod
    def _list_to_points(cls, raw: Any) -> Any:
        if not isinstance(raw, list | tuple):
            return raw
        return tuple(float(x) if isinstance(x, int) and not isinstance(x, bool) else x for x in raw)

    @model_validator(mode="after")
    def _check(self) -> Self:
        times, points = self.time_s, len(self.time_s)
        if not 2 <= points <= _MOST_POINTS:
            raise ValueError(f"time_s has {points} points: expected 2 to {_MOST_POINTS}")
        if len(self.thrust_kn) != points:
            raise ValueError(f"time_s has {points} points and thrust_kn {len(self.thrust_kn)}")
        if times[0] != 0.0 or any(b <= a for a, b in pairwise(times)):
            raise ValueError("time_s is expected to begin with 0 and to rise")
        if min(self.thrust_kn) < 0.0 or any(a + b <= 0.0 for a, b in pairwise(self.thrust_kn)):
            raise ValueError("thrust_kn is expected to be above zero until the stage burns out")
        # As a number it has the rules of every number: a known form of source, a reason for a guess.
        _ = self.peak
        return self

    @property
    def peak(self) -> Quantity:
        """The greatest thrust of the table, with its source."""
        return Quantity(
            value=max(self.thrust_kn),
            unit="kN",
            basis=self.basis,
            source=self.source,
            note=self.note,
        )

    def vacuum_n(self, exit_m2: float) -> Floats:
        """Thrust in vacuum at the points (n,), for a nozzle exit area."""
        lost_n = SEA_LEVEL_PRESSURE_PA * exit_m2 if self.at == "sea level" else 0.0
        return np.array(self.thrust_kn) * 1e3 + lost_n

    def burn(self, exit_m2: float, burn_s: float) -> Burn:
        """The burn in steady parts, stretched to ``burn_s``."""
        time, thrust = np.array(self.time_s), self.vacuum_n(exit_m2)
        change, length = np.abs(np.diff(thrust)) / thrust.max(), np.diff(time)
        steps = np.ceil(np.maximum(change / _STEADY, np.where(change > 0.0, length / _STEADY_S, 1)))
        knots = np.repeat(np.arange(steps.size), steps.astype(int))
        inside = np.concatenate([np.arange(count) / count for count in steps])
        at = np.append(time[knots] + inside * np.diff(time)[knots], time[-1])
        flow = np.interp(at, time, thrust)
        parts = np.diff(at)
        share = 0.5 * (flow[1:] + flow[:-1]) * parts
        return Burn(parts * (burn_s / time[-1]), share / share.sum())


class Stage(Frozen):
    """One stage. ``propellant_mass`` is what is burned; the rest of the stage is dry.

    The thrust at an ambient pressure p is the vacuum thrust less p times the exit area, so
    a stage gives the vacuum impulse, or the sea-level impulse and the exit area, or both impulses.
    It burns steadily unless a table [stages.thrust] tells its thrust by time, as lists ``time_s`` (from
    ignition) and ``thrust_kn`` of one length, with ``at`` ("vacuum" or "sea level"), basis and source.
    """

    propellant_mass: Quantity
    dry_mass: Quantity
    burn_time: Quantity
    diameter: Quantity
    specific_impulse_vacuum: Quantity | None = None
    specific_impulse_sea_level: Quantity | None = None
    nozzle_exit_area: Quantity | None = None
    coast_time: Quantity | None = None
    thrust: ThrustTable | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        vacuum, sea = self.specific_impulse_vacuum, self.specific_impulse_sea_level
        if vacuum is None and (sea is None or self.nozzle_exit_area is None):
            raise ValueError(
                "a stage needs 'specific_impulse_vacuum', or 'specific_impulse_sea_level' "
                "with 'nozzle_exit_area'"
            )
        if self.thrust is not None:
            exhaust, exit_m2 = self.nozzle()
            check_thrust(self.thrust, self.propellant_mass, self.burn_time, exhaust, exit_m2)
        return self

    def burn(self, burn_s: float) -> Burn:
        """How it burns for ``burn_s`` seconds: in one part, or as its thrust table says."""
        return burn_of(self.thrust, self.nozzle()[1], burn_s)

    def nozzle(self) -> tuple[float, float]:
        """Exhaust velocity in vacuum (m/s) and nozzle exit area (m2).

        Isp_vac = Isp_sl + p0 Ae / (mdot g0), solved for whichever of the three is not given.
        """
        flow = self.propellant_mass.si / self.burn_time.si * STANDARD_GRAVITY_M_S2
        vacuum = self.specific_impulse_vacuum
        sea = self.specific_impulse_sea_level
        area = self.nozzle_exit_area
        if vacuum is not None:
            if area is not None:
                exit_m2 = area.si
            elif sea is not None:
                exit_m2 = (vacuum.si - sea.si) * flow / SEA_LEVEL_PRESSURE_PA
            else:
                exit_m2 = 0.0
            return vacuum.si * STANDARD_GRAVITY_M_S2, exit_m2
        if sea is None or area is None:
            raise CatalogError("the stage has no specific impulse")
        vacuum_s = sea.si + SEA_LEVEL_PRESSURE_PA * area.si / flow
        return vacuum_s * STANDARD_GRAVITY_M_S2, area.si


def burn_of(table: ThrustTable | None, exit_m2: float, burn_s: float) -> Burn:
    """A steady burn, or that of a thrust table."""
    if table is None:
        return Burn(np.array([burn_s]), np.ones(1))
    return table.burn(exit_m2, burn_s)


def check_thrust(
    table: ThrustTable, propellant: Quantity, burn: Quantity, exhaust_m_s: float, exit_m2: float
) -> None:
    """Refuse a table that does not belong to a stage's burn time and impulse.

    Raises
    ------
    ValueError : a sentence with both numbers.
    """
    end_s = table.time_s[-1]
    if not burn.low_si - 1e-9 <= end_s <= burn.high_si + 1e-9:
        raise ValueError(f"thrust ends after {end_s:g} s, outside of the range of burn_time")
    told = float(np.trapezoid(table.vacuum_n(exit_m2), table.time_s))
    low, high = propellant.low_si * exhaust_m_s, propellant.high_si * exhaust_m_s
    if not (1.0 - _IMPULSE_OFF) * low <= told <= (1.0 + _IMPULSE_OFF) * high:
        raise ValueError(
            f"thrust sums to {told / 1e3:.0f} kN s in vacuum, but propellant_mass with the specific impulse "
            f"says {propellant.si * exhaust_m_s / 1e3:.0f} kN s: expected the same within 5 %"
        )
