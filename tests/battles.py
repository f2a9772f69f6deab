"""Raids without geometry: batteries as tables of launches, for the tests of the battle."""

from typing import Any, NamedTuple

import numpy as np

from shieldmap import battle
from shieldmap.model import (
    Assignment,
    Batteries,
    Launchers,
    Opportunities,
    RadarStates,
    RaidArrays,
)  # fmt: skip

DETECTED_S, IMPACT_S = 50.0, 500.0
MS = 1e-3
"""Launches are tabled at steps of a second; fire control takes what fits to a millisecond."""
WIDE = 1000


class Unit(NamedTuple):
    """A battery as the tests describe it; the defaults are so wide that nothing binds.

    Its window and its interceptors' time of flight are one number or one for each path; not a
    number means that no launch fits. ``loads`` are its launchers, which go round its sites.
    """

    first_s: Any = 100.0
    last_s: Any = 300.0
    flight_s: Any = 60.0
    loads: tuple[int, ...] = (WIDE,) * 8
    sites: int = 1
    layer: int = 0
    radar: int = 0
    salvo: int = 1
    looks: int = 1
    channels: int = WIDE
    assessment_s: float = 10.0
    spacing_s: float = 1.0
    reload_s: float = 1800.0
    reloads: int = 0
    kill: Any = 0.8
    common_mode: float = 0.0
    may_double: bool = False


class Setup(NamedTuple):
    """All that makes a field."""

    units: tuple[Unit, ...]
    opportunities: Opportunities
    raid: RaidArrays
    batteries: Batteries
    launchers: Launchers
    radars: RadarStates

    def field(self, assignment: int = Assignment.MOST_URGENT, plan: Any = None) -> battle.Field:
        return battle.field(*self[1:], assignment, plan)

    @property
    def stock(self) -> np.ndarray:
        return np.array([sum(unit.loads) + unit.reloads for unit in self.units])


def raid_of(n: int, *, is_gated: bool = False, **changes: Any) -> RaidArrays:
    """A raid of missiles that are launched at once, each alone and of weight one."""
    numbers = {"path": 0, "launch_s": 0.0, "weight": 1.0, "objects": 1, "discrimination": 0.0,
               "sorting_altitude_m": 0.0, "group": 0} | changes  # fmt: skip
    each = {name: np.array(np.broadcast_to(value, n)) for name, value in numbers.items()}
    for name in ("launch_s", "weight", "discrimination", "sorting_altitude_m"):
        each[name] = each[name].astype(np.float64)
    return RaidArrays(**each, impact_s=each["launch_s"] + IMPACT_S, is_gated=is_gated)


def radars_of(count: int = 1, **changes: Any) -> RadarStates:
    """Radars that see everything and never fail."""
    numbers = {"track_budget": 10**6, "track_probability": 1.0, "failure": 0.0,
               "lost_s": np.inf} | changes  # fmt: skip
    return RadarStates(**{k: np.array(np.broadcast_to(v, count)) for k, v in numbers.items()})


def _launches(first_s: float, last_s: float) -> np.ndarray:
    """Launches one second apart, the last one at the end of the window."""
    if np.isnan(first_s + last_s):
        return np.empty(0)
    return np.append(np.arange(first_s, last_s), last_s)


def opportunities_of(units: tuple[Unit, ...], paths: int, radars: int) -> Opportunities:
    """The tables; a target sinks by 0.5 km each second from 300 km, so late is low."""
    windows = {}
    column = 0
    for unit in units:
        first_s, last_s, flight_s = (np.broadcast_to(part, paths) for part in unit[:3])
        for k in range(unit.sites):
            for p in range(paths):
                windows[p, column + k] = (_launches(first_s[p], last_s[p]), flight_s[p] + k)
        column += unit.sites
    longest = max([1, *(launches.size for launches, _ in windows.values())])
    count = np.zeros((paths, column), dtype=np.int64)
    launch_s, intercept_s = np.full((2, paths, column, longest), np.nan)
    for at, (launches, flight) in windows.items():
        count[at] = launches.size
        launch_s[at][: launches.size] = launches
        intercept_s[at][: launches.size] = launches + flight
    detected_s = np.full((paths, radars), DETECTED_S)
    return Opportunities(count, launch_s, intercept_s, 300e3 - 500.0 * intercept_s, detected_s)


def setup(
    units: Unit | tuple[Unit, ...], raid: RaidArrays, radars: RadarStates | None = None
) -> Setup:
    """A raid against batteries, in the order in which they choose."""
    units = (units,) if isinstance(units, Unit) else units
    radars = radars_of(1 + max(unit.radar for unit in units)) if radars is None else radars

    def column(name: str, kind: Any = np.int64) -> np.ndarray:
        return np.array([getattr(unit, name) for unit in units], dtype=kind)

    common_mode = np.zeros(1 + max(unit.layer for unit in units))
    owner, site, loaded = [], [], []
    first_site = 0
    for b, unit in enumerate(units):
        common_mode[unit.layer] = unit.common_mode
        for k, load in enumerate(unit.loads):
            owner.append(b)
            site.append(first_site + k % unit.sites)
            loaded.append(load)
        first_site += unit.sites
    paths = max(1 + raid.path.max(), *(np.size(part) for unit in units for part in unit[:3]))
    quantiles = max(2, *(np.size(unit.kill) for unit in units))
    return Setup(
        units=units,
        opportunities=opportunities_of(units, paths, radars.failure.size),
        raid=raid,
        batteries=Batteries(
            column("layer"), column("radar"), column("salvo"), column("looks"), column("channels"),
            column("assessment_s", float), column("spacing_s", float), column("reload_s", float),
            column("reloads"),
            np.array([np.broadcast_to(unit.kill, quantiles) for unit in units], float),
            common_mode, column("may_double", bool),
        ),
        launchers=Launchers(np.array(owner), np.array(site), np.array(loaded)),
        radars=radars,
    )  # fmt: skip
