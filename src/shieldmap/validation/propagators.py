"""Our integrator against the independent propagator, flight by flight."""

import math
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from shieldmap import catalog, earth, flight, interceptor
from shieldmap.earth import WGS84
from shieldmap.model import Earth, Event, Flights, Floats, Missile
from shieldmap.validation import independent
from shieldmap.validation.independent import FlownIndependently, IndependentAir
from shieldmap.validation.nouns import ComparisonGroup, Row, compare

SITE: Final = (math.radians(39.0), math.radians(127.0))
FULL_BURN_S: Final = 1e6
IMPACT_M: Final = 1.0
LAYERS_M: Final = 10.0
BURNOUT_M_S: Final = 0.01
IMPACT_S: Final = 1e-3
FLYOUT_M_S: Final = 0.01

_WHY: Final = {
    "impact": "The target for a propagator: 1 m at impact; ours errs by 5 mm a step.",
    "impact in the layers": "10 m, what an aim promises: the kernels' tables round off the kinks of "
    "the standard's layers by up to 0.2 % of the density; finer tables come to 1 m and cost a "
    "seventh of the speed.",
    "impact time": "1 m at a kilometre a second, the slowest fall of these.",
    "burnout": "1 m, as at impact.",
    "burnout velocity": "1 cm/s grows to less than 1 m in the first 100 s of free flight.",
    "ground range": "1 m, as at impact.",
    "altitude": "1 m, as at impact.",
    "speed": "1 cm/s, as at burnout.",
}


class PropagatorCase(NamedTuple):
    """One launch that both propagators fly."""

    name: str
    missile: str
    azimuth_deg: float
    pitch_rad: float
    cutoff_s: float


CASES: Final = (
    PropagatorCase("Scud-B, cut off at 60 s", "hwasong-5", 165.0, 0.66, 60.0),
    PropagatorCase("Nodong, cut off at 105 s", "hwasong-7", 120.0, 0.30, 105.0),
    PropagatorCase("Hwasong-14, two stages", "hwasong-14", 45.0, 0.10, 235.0),
    PropagatorCase("Hwasong-18, three stages, lofted", "hwasong-18", 75.0, 0.05, FULL_BURN_S),
)
FLYOUT_ELEVATIONS_DEG: Final = (40.0, 60.0, 80.0)
FLYOUT_TIMES_S: Final = (10.0, 40.0, 100.0)


def propagators() -> ComparisonGroup:
    """Every case in a vacuum, in the kernels' air and in the standard's own, and the fly-out."""
    rows = [row for case in CASES for row in _vacuum_and_air(case)]
    rows += [_layered(case) for case in CASES]
    rows += [row for elevation in FLYOUT_ELEVATIONS_DEG for row in _fly_out(elevation)]
    return ComparisonGroup(
        "independent",
        "An independent propagator",
        "SciPy DOP853 at a relative tolerance of 1e-12 on equations written again in inertial "
        "coordinates (validation/independent.py)",
        "https://docs.scipy.org/doc/scipy/",
        _WHY,
        tuple(rows),
    )


def _vacuum_and_air(case: PropagatorCase) -> list[Row]:
    return [
        *_propagator_rows(case, WGS84._replace(air=0.0), independent.no_air(), "in a vacuum"),
        *_propagator_rows(case, WGS84, independent.smooth_air(), "in the same air"),
    ]


def _propagator_rows(
    case: PropagatorCase, system: Earth, air: IndependentAir, label: str
) -> list[Row]:
    ours = ours_of(case, system)
    theirs = theirs_of(case, system, air)
    name = f"{case.name}, {label}"
    _, state = theirs.ends[-2]
    impact_s, impact = theirs.ends[-1]
    position, velocity = ours.event_position_m[0], ours.event_velocity_m_s[0]
    return [
        compare(
            name, "burnout", "m apart", _apart(position[Event.BURNOUT], state[:3]), 0.0, IMPACT_M
        ),
        compare(
            name,
            "burnout velocity",
            "m/s apart",
            _apart(velocity[Event.BURNOUT], state[3:]),
            0.0,
            BURNOUT_M_S,
        ),
        compare(
            name, "impact", "m apart", _apart(position[Event.IMPACT], impact[:3]), 0.0, IMPACT_M
        ),
        compare(
            name, "impact time", "s", float(ours.event_time_s[0, Event.IMPACT]), impact_s, IMPACT_S
        ),
    ]


def _layered(case: PropagatorCase) -> Row:
    """What the smoothing of our tables costs at impact."""
    _, impact = theirs_of(case, WGS84, independent.layered_air()).ends[-1]
    ours = ours_of(case, WGS84).event_position_m[0, Event.IMPACT]
    return compare(
        f"{case.name}, in the layers of the standard",
        "impact in the layers",
        "m apart",
        _apart(ours, impact[:3]),
        0.0,
        LAYERS_M,
    )


def _apart(a: Floats, b: Floats) -> float:
    return float(np.linalg.norm(a - b))


@cache
def ours_of(case: PropagatorCase, system: Earth) -> Flights:
    """Our flight of a case."""
    return flight.fly(
        catalog.missile(case.missile).arrays(),
        flight.Launch(earth.geodetic_to_ecef(*np.array(SITE)), earth.east_north_up(*SITE)),
        flight.Steering(math.radians(case.azimuth_deg), case.pitch_rad, case.cutoff_s),
        earth=system,
    )[0]


def theirs_of(case: PropagatorCase, system: Earth, air: IndependentAir) -> FlownIndependently:
    """The independent flight of a case."""
    missile = catalog.missile(case.missile).arrays()
    phases = independent.phases_of(
        missile,
        earth.east_north_up(*SITE),
        math.radians(case.azimuth_deg),
        case.pitch_rad,
        case.cutoff_s,
        0.0,
    )
    return independent.propagate(phases, earth.geodetic_to_ecef(*np.array(SITE)), system, air)


def _fly_out(elevation_deg: float) -> list[Row]:
    """Three points of the interceptor's fly-out in the same air."""
    missile = catalog.defence("thaad").interceptor.arrays()
    theirs = fly_out_apart(missile, elevation_deg, FLYOUT_TIMES_S, independent.smooth_air())
    grid, ground, altitude, speed = interceptor.fly_out(
        missile, np.array([math.radians(elevation_deg)])
    )
    radius = interceptor.STILL_SPHERE.semi_major_axis_m
    rows = []
    for t in FLYOUT_TIMES_S:
        sample = int(np.searchsorted(grid, t))
        x, _, z, *velocity = theirs.states[t]
        name = f"THAAD interceptor at {elevation_deg:.0f} degrees, {t:.0f} s"
        rows += [
            compare(
                name,
                "ground range",
                "m",
                float(ground[0, sample]),
                radius * math.atan2(z, x),
                IMPACT_M,
            ),
            compare(
                name,
                "altitude",
                "m",
                float(altitude[0, sample]),
                math.hypot(x, z) - radius,
                IMPACT_M,
            ),
            compare(
                name,
                "speed",
                "m/s",
                float(speed[0, sample]),
                float(np.linalg.norm(velocity)),
                FLYOUT_M_S,
            ),
        ]
    return rows


def fly_out_apart(
    missile: Missile, elevation_deg: float, times: tuple[float, ...], air: IndependentAir
) -> FlownIndependently:
    """The independent fly-out, to the north from the equator of a still sphere."""
    frame = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    tilt = math.radians(90.0 - elevation_deg)
    phases = independent.phases_of(missile, frame, 0.0, tilt, FULL_BURN_S, tilt)
    position = np.array([interceptor.STILL_SPHERE.semi_major_axis_m, 0.0, 0.0])
    return independent.propagate(phases, position, interceptor.STILL_SPHERE, air, times)
