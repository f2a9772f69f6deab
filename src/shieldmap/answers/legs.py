"""A flight as lines that a globe draws, one for each of its phases."""

import math
from typing import Any, Final

import numpy as np

from shieldmap import earth, export
from shieldmap.export import Track
from shieldmap.results import FlightLeg

_DRAWN_S: Final = 6.0
"""Spacing of the points of a drawn flight; events are points as well."""


def legs(track: Track) -> tuple[FlightLeg, ...]:
    """The phases of a flight as lines of longitude, latitude (degrees) and altitude (m), thinned."""
    latitude, longitude, altitude = earth.ecef_to_geodetic(track.position_m)
    degrees = np.column_stack(
        [np.degrees(longitude), np.degrees(latitude), np.maximum(altitude, 0.0)]
    )
    phases, time_s = export.phases(track), track.time_s
    found: list[tuple[Any, list[float]]] = []
    last = -math.inf
    for index, phase in enumerate(phases):
        is_new = not found or found[-1][0] != phase
        is_last = index + 1 == len(phases) or phases[index + 1] != phase
        if not (is_new or is_last or time_s[index] - last >= _DRAWN_S):
            continue
        last = time_s[index]
        if is_new:
            # A phase begins where the one before it ended.
            begin = found[-1][1][-3:] if found else []
            found.append((phase, list(begin)))
        found[-1][1].extend(
            (
                round(float(degrees[index, 0]), 5),
                round(float(degrees[index, 1]), 5),
                round(float(degrees[index, 2]), 1),
            )
        )
    return tuple(FlightLeg(phase=phase, positions=tuple(line)) for phase, line in found)
