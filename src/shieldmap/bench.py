"""Speed together with its accuracy, as numbers that a reader can repeat.

The flights of ``hwasong-5``, ``-7`` and ``-15`` are random aims over the whole compass and the
ranges that each class can fly; their accuracy is the worst distance at impact from the same
flight at a 1000 times tighter tolerance. The timing case is the scenario ``timing``.
"""

import platform
import statistics
import time
from typing import Any, Final

import numba
import numpy as np

from shieldmap import campaign, catalog, earth, flight, footprint, scenario, threat
from shieldmap.model import Event, Floats, Missile, Status

AIMS: Final = 1000
_SEED: Final = 20151130
_TIGHTER: Final = 1000.0
_LAUNCH_DEG: Final = (38.686834, 125.702005)  # Hwangju
_MISSILES: Final = ("hwasong-5", "hwasong-7", "hwasong-15")


def measure(repeats: int = 3, progress: footprint.Progress | None = None) -> dict[str, Any]:
    """Measure flights, aims and the timing case; medians over ``repeats`` runs."""
    rows: list[dict[str, Any]] = []
    steps = len(_MISSILES) + 1
    for number, missile_id in enumerate(_MISSILES):
        if progress is not None:
            progress(f"flights of {missile_id}", number, steps)
        rows += _flights(missile_id, repeats)
    if progress is not None:
        progress("the timing case", steps - 1, steps)
    rows.append(_timing_case(repeats))
    return {
        "machine": {
            "processor": platform.processor() or platform.machine(),
            "threads": numba.get_num_threads(),
            "python": platform.python_version(),
            "numba": numba.__version__,
        },
        "repeats": repeats,
        "rows": rows,
    }


def random_aims(missile: Missile, count: int = AIMS) -> tuple[threat.AimTable, Floats, Floats]:
    """Places spread evenly in bearing and range over what minimum-energy flights reach."""
    latitude, longitude = np.radians(_LAUNCH_DEG)
    table = threat.aim_table(missile, float(latitude), float(longitude))
    draw = np.random.default_rng(_SEED)
    near, far = float(table.range_m[:, 0].max()), float(table.range_m[:, -1].min())
    bearing = draw.uniform(0.0, 2.0 * np.pi, count)
    distance = draw.uniform(near, far, count)
    lat, lon = earth.geodesic_direct(
        np.full(count, latitude), np.full(count, longitude), bearing, distance
    )
    return table, lat, lon


def _flights(missile_id: str, repeats: int) -> list[dict[str, Any]]:
    missile = catalog.missile(missile_id).arrays()
    air = earth.tables()
    table, lat, lon = random_aims(missile)
    aims = threat.aim(missile, table, lat, lon, air=air)  # also compiles
    many = aims._replace(**{
        name: np.tile(getattr(aims, name), 10) for name in ("azimuth_rad", "pitch_rad", "cutoff_s")
    })  # fmt: skip
    rates, aim_rates = [], []
    for _ in range(repeats):
        began = time.perf_counter()
        threat.fly_aims(missile, table, many, air=air)
        rates.append(many.azimuth_rad.size / (time.perf_counter() - began))
        began = time.perf_counter()
        threat.aim(missile, table, lat, lon, air=air)
        aim_rates.append(lat.size / (time.perf_counter() - began))
    loose, _ = threat.fly_aims(missile, table, aims, air=air)
    tight, _ = threat.fly_aims(
        missile, table, aims, air=air, tolerance_m=flight.TOLERANCE_M / _TIGHTER
    )
    apart = np.linalg.norm(
        loose.event_position_m[:, Event.IMPACT] - tight.event_position_m[:, Event.IMPACT], axis=1
    )
    solved = aims.status == Status.OK
    return [
        {
            "name": f"{missile_id}: boost-to-impact flights",
            "median": statistics.median(rates),
            "unit": "per second",
            "worst_m": float(np.max(apart)),
            "accuracy": f"worst of {AIMS}: {np.max(apart):.1f} m from a 1000 times tighter flight",
        },
        {
            "name": f"{missile_id}: aim solutions",
            "median": statistics.median(aim_rates),
            "unit": "per second",
            "worst_m": float(np.max(aims.residual_m[solved])),
            "accuracy": f"{int(solved.sum())} of {AIMS} solved, worst "
            f"{np.max(aims.residual_m[solved]):.1f} m from the place, "
            f"{aims.flights_used.mean():.1f} flights each",
        },
    ]


def _timing_case(repeats: int) -> dict[str, Any]:
    given = scenario.load("timing")
    study = campaign.study(given)
    where = footprint.places(given)
    footprint.defended_area(study, where)  # compiles
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        study = campaign.study(given)
        prints = footprint.defended_area(study, where)
        times.append(time.perf_counter() - began)
    cases = len(study.cases) * len(where.name)
    flown = int((prints.status == Status.OK).sum())
    worst = float(np.nanmax(np.where(prints.status == Status.OK, prints.residual_m, np.nan)))
    return {
        "name": f"timing case: {cases:,} cases in {statistics.median(times):.1f} s",
        "median": 1e3 * statistics.median(times) / cases,
        "unit": "ms per case",
        "worst_m": worst,
        "accuracy": f"{flown:,} flown, impacts within {worst:.1f} m; "
        f"{len(study.variants) + 2} sets of assumptions each",
    }
