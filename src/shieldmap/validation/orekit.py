"""Our free flights against Orekit, another library of flight dynamics, flown by hand.

Orekit needs Java and is no part of the environment: ``design/against_orekit.py`` flies the arcs with
it and keeps them as facts with its version, and ours are flown here every time.

Limits: arcs from a burnout to the ground, with J2 and a turning ellipsoid, without air and in air of
one scale height, which is exact in the tables of both; boost and the standard's air are compared with
an independent propagator (``propagators``).
"""

import math
from typing import Any, Final

import numpy as np

from shieldmap import earth, flight
from shieldmap.earth import WGS84
from shieldmap.model import Event, Flights, Floats, Tables
from shieldmap.validation import authority
from shieldmap.validation.kepler import airless_body
from shieldmap.validation.nouns import ComparisonGroup, Row, compare

FILE: Final = "orekit_arcs.json"
IMPACT_M: Final = 1.0
APOGEE_M: Final = 0.1
IMPACT_S: Final = 1e-3

_WHY: Final = {
    "impact": "The target for a propagator: 1 m at impact; ours errs by 5 mm a step.",
    "apogee": "A tenth of what impact may differ: only the rise has added up its errors.",
    "impact time": "1 m at a kilometre a second, a slow fall.",
}


def arcs() -> ComparisonGroup:
    """Impact, apogee and time of every arc."""
    rows = [row for has_air in (False, True) for row in _rows(has_air)]
    source, url = authority.head(FILE)
    return ComparisonGroup("orekit", "Arcs flown with Orekit", source, url, _WHY, tuple(rows))


def _rows(has_air: bool) -> list[Row]:
    ours = fly_arcs(has_air)
    rows = []
    for number, arc in enumerate(_flown(has_air)):
        position_m = ours.event_position_m[number, Event.IMPACT]
        apart_m = float(np.linalg.norm(position_m - np.array(arc["impact_ecef_m"])))
        apogee_m = float(ours.event_altitude_m[number, Event.APOGEE])
        impact_s = float(ours.event_time_s[number, Event.IMPACT])
        name = (
            f"{arc['speed_km_s']:g} km/s at {arc['elevation_deg']:g} degrees, "
            f"latitude {arc['latitude_deg']:g}, azimuth {arc['azimuth_deg']:g}, "
            f"{'in air' if has_air else 'in a vacuum'}"
        )
        rows += [
            compare(name, "impact", "m apart", apart_m, 0.0, IMPACT_M),
            compare(name, "apogee", "m", apogee_m, arc["apogee_m"], APOGEE_M),
            compare(name, "impact time", "s", impact_s, arc["impact_s"], IMPACT_S),
        ]
    return rows


def _flown(has_air: bool) -> list[dict[str, Any]]:
    return [arc for arc in authority.document(FILE)["arcs"] if arc["air"] is has_air]


def fly_arcs(has_air: bool) -> Flights:
    """Our flights of the arcs, in a vacuum or in air of one scale height."""
    facts, flown = authority.document(FILE), _flown(has_air)
    air = facts["air"]
    ours, _ = flight.fall(
        airless_body(),
        np.zeros(len(flown)),
        np.array([_start(arc) for arc in flown]),
        earth=WGS84._replace(air=1.0 if has_air else 0.0),
        air=exponential_air(air["surface_density_kg_m3"], air["scale_height_m"]),
        ballistic_coefficient_kg_m2=np.full(len(flown), facts["ballistic_coefficient_kg_m2"]),
    )
    return ours


def _start(arc: dict[str, Any]) -> Floats:
    """Earth-fixed state (6,) of a burnout given by place, speed, elevation and azimuth."""
    latitude, longitude, azimuth, elevation = (
        math.radians(arc[key])
        for key in ("latitude_deg", "longitude_deg", "azimuth_deg", "elevation_deg")
    )
    position_m = earth.geodetic_to_ecef(
        np.array(latitude), np.array(longitude), 1e3 * arc["altitude_km"]
    )
    direction = np.array(
        [
            math.cos(elevation) * math.sin(azimuth),
            math.cos(elevation) * math.cos(azimuth),
            math.sin(elevation),
        ]
    )
    velocity_m_s = 1e3 * arc["speed_km_s"] * direction @ earth.east_north_up(latitude, longitude)
    return np.concatenate([position_m, velocity_m_s])


def exponential_air(surface_kg_m3: float, scale_m: float) -> Tables:
    """The kernels' tables with air of one scale height: its logarithm is a line in every knot."""
    air = earth.tables()
    slope = -1.0 / scale_m

    def line(coefficients: Floats, step_m: float, base_m: float) -> Floats:
        logarithm = np.zeros_like(coefficients)
        height_m = base_m + step_m * np.arange(coefficients.shape[0])
        logarithm[:, 0] = math.log(surface_kg_m3) + slope * height_m
        logarithm[:, 1] = slope
        return logarithm

    coarse_m = air.fine_step_m * air.fine_log_density.shape[0]
    fine = line(air.fine_log_density, air.fine_step_m, 0.0)
    return air._replace(
        fine_log_density=fine,
        fine_density_kg_m3=earth.exponential_parts(fine, air.fine_step_m),
        coarse_log_density=line(air.coarse_log_density, air.coarse_step_m, coarse_m),
    )
