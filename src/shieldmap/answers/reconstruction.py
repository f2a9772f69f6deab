"""``reconstruct``: what a published flight says about the missile that flew it."""

import math
from collections.abc import Iterator
from itertools import product
from typing import Final, NamedTuple

import numpy as np

from shieldmap import catalog, earth, fitting, scenario as scenarios, threat
from shieldmap.answers.flights import check_above_zero
from shieldmap.answers.places import InputError, Spot, numbers, place
from shieldmap.fitting import Measures, Observation, Spread
from shieldmap.footprint import Progress
from shieldmap.model import Event, Missile
from shieldmap.results import (
    FlightPlace,
    NumberEnds,
    PublishedFlight,
    Reading,
    Reconstruction,
    RefusedReading,
)
from shieldmap.words import english

_ROUNDING: Final = 0.01
"""Published ranges and apogees are taken as good to this part where no error is given: a guess,
because the press rounds to tens of kilometres and two governments often differ by so much."""


class ReconstructionRequest(NamedTuple):
    """What was asked for: the words of ``shieldmap fly --reconstruct``; numbers in km as typed."""

    missile: str
    published: str | tuple[float, ...]
    from_: Spot | None = None
    to: Spot | None = None
    azimuth_deg: float | None = None
    error_km: str | tuple[float, ...] | None = None
    payload_kg: float | None = None
    beta_kg_m2: float | None = None


def reconstruct(
    missile: str,
    range_km: float,
    apogee_km: float,
    *,
    from_: Spot,
    to: Spot | None = None,
    azimuth_deg: float | None = None,
    error_km: tuple[float, float] | None = None,
    payload_kg: float | None = None,
    beta_kg_m2: float | None = None,
) -> Reconstruction:
    """Fit a missile to a published flight, as ``shieldmap fly --reconstruct``.

    Parameters
    ----------
    missile : a catalogue id or alias.
    range_km, apogee_km : what was published.
    from_ : the launch point.
    to, azimuth_deg : the direction, by a place or clockwise from north: one of them.
    error_km : by how much range and apogee may be off; 1 % of each without it.
    payload_kg, beta_kg_m2 : payload and ballistic coefficient in the catalogue's place.

    Raises
    ------
    InputError : what was asked for cannot be used, or no reading reproduces the flight.

    Examples
    --------
    >>> fit = reconstruct(
    ...     "hwasong-15", 950, 4475, from_=(39.28, 125.87), azimuth_deg=75
    ... )  # doctest: +SKIP
    >>> fit.readings[0].payload_kg.value  # doctest: +SKIP
    """
    published = (range_km, apogee_km)
    request = ReconstructionRequest(
        missile, published, from_, to, azimuth_deg, error_km, payload_kg, beta_kg_m2
    )
    return fit(request)


def fit(request: ReconstructionRequest, progress: Progress | None = None) -> Reconstruction:
    """Read a published flight in both ways."""
    check_above_zero(
        ("--payload", request.payload_kg, "kg"), ("--beta", request.beta_kg_m2, "kg/m^2")
    )
    entry = catalog.missile(request.missile)
    if entry.lift is not None:
        raise InputError(
            f"{entry.id} flies with lift: its published flights are read as a family by "
            "`shieldmap validate --group lifted`; expected a missile that flies arcs"
        )
    missile = entry.arrays(request.payload_kg, request.beta_kg_m2)
    start, seen = _observation(request)
    errors_m = _errors(request, seen)
    readings: list[Reading | RefusedReading] = []
    for free in fitting.FREE:

        def advance(done: int, total: int, free: str = free) -> None:
            if progress is not None:
                progress(f"{free} fitted", done, total)

        try:
            found = fitting.spread(
                missile,
                list(_missile_ends(entry, missile, request, free)),
                seen,
                free,
                range_error_m=errors_m[0],
                apogee_error_m=errors_m[1],
                progress=advance,
            )
        except ValueError as error:
            readings.append(RefusedReading(free=free, status="refused", sentence=str(error)))
        else:
            readings.append(_reading(free, found))
    refused = [reading for reading in readings if isinstance(reading, RefusedReading)]
    if len(refused) == len(readings):
        raise InputError(f"{entry.id}: {refused[0].sentence}")
    arc = fitting.kepler_arc(seen)
    return Reconstruction(
        missile=entry.id,
        name=entry.name,
        from_=FlightPlace(latitude_deg=start[0], longitude_deg=start[1]),
        bearing_deg=math.degrees(seen.bearing_rad) % 360.0,
        published=PublishedFlight(
            range_m=seen.range_m,
            apogee_m=seen.apogee_m,
            range_error_m=errors_m[0],
            apogee_error_m=errors_m[1],
        ),
        kepler_arc_time_of_flight_s=float(arc.event_time_s[0, Event.IMPACT]),
        readings=tuple(readings),
        standard_range_known_to_m=threat.FARTHEST_M,
        limits=english("said_limits_fit"),
    )


def _observation(request: ReconstructionRequest) -> tuple[tuple[float, float], Observation]:
    range_km, apogee_km = numbers(request.published, ("RANGE_KM", "APOGEE_KM"), "--reconstruct")
    for name, value, most in (("RANGE_KM", range_km, 15000.0), ("APOGEE_KM", apogee_km, 20000.0)):
        if not 10.0 <= value <= most:
            raise InputError(f"--reconstruct: {name} is {value:g}: expected 10 to {most:g}")
    if request.from_ is None:
        raise InputError("--reconstruct needs --from, the launch point")
    if (request.to is None) == (request.azimuth_deg is None):
        raise InputError("--reconstruct needs --to or --azimuth, one of them, for the direction")
    known = scenarios.load("korea")
    start = place(request.from_, "--from", known)
    latitude, longitude = math.radians(start[0]), math.radians(start[1])
    if request.azimuth_deg is not None:
        if not 0.0 <= request.azimuth_deg <= 360.0:
            raise InputError(f"--azimuth is {request.azimuth_deg:g}: expected 0 to 360 degrees")
        bearing = math.radians(request.azimuth_deg)
    else:
        assert request.to is not None
        end = np.radians(place(request.to, "--to", known))
        bearing = float(earth.geodesic_inverse(latitude, longitude, end[0], end[1])[1])
    return start, Observation(latitude, longitude, bearing, range_km * 1e3, apogee_km * 1e3)


def _errors(request: ReconstructionRequest, seen: Observation) -> tuple[float, float]:
    """By how much the published range and apogee may be off, in metres."""
    if request.error_km is None:
        return _ROUNDING * seen.range_m, _ROUNDING * seen.apogee_m
    range_km, apogee_km = numbers(request.error_km, ("RANGE_KM", "APOGEE_KM"), "--error-km")
    for name, value, most_m in (
        ("RANGE_KM", range_km, seen.range_m),
        ("APOGEE_KM", apogee_km, seen.apogee_m),
    ):
        if not 0.0 <= value < 0.5e-3 * most_m:
            raise InputError(
                f"--error-km: {name} is {value:g}: expected 0 or more and less than half of what was published"
            )
    return range_km * 1e3, apogee_km * 1e3


def _missile_ends(
    entry: catalog.MissileEntry, missile: Missile, request: ReconstructionRequest, free: str
) -> Iterator[Missile]:
    """The missile with its uncertain numbers at their ends."""
    assert entry.reentry is not None
    assert entry.payload is not None
    beta, payload = entry.reentry.ballistic_coefficient, entry.payload.mass
    betas = {beta.low_si, beta.high_si}
    if request.beta_kg_m2 is not None:
        betas = {missile.ballistic_coefficient_kg_m2}
    payloads = {payload.low_si, payload.high_si}
    if free == "payload" or request.payload_kg is not None:
        payloads = {missile.payload_kg}
    burns = [
        np.concatenate([stage.burn(getattr(stage.burn_time, end)).burn_s for stage in entry.stages])
        for end in ("low_si", "high_si")
    ]
    for beta_si, payload_si, burn in product(sorted(betas), sorted(payloads), burns):
        yield missile._replace(
            ballistic_coefficient_kg_m2=beta_si, payload_kg=payload_si, stage_burn_s=burn
        )


def _reading(free: str, found: Spread) -> Reading:
    """The measures by name, each with its value and ends; radians become degrees."""
    measures = {}
    for name in Measures._fields:
        value, low, high = (
            float(getattr(end, name)) for end in (found.value, found.low, found.high)
        )
        if name.endswith("_rad"):
            value, low, high = (math.degrees(number) for number in (value, low, high))
        ends = NumberEnds(value=value, low=low, high=high)
        measures[name.replace("_rad", "_deg")] = ends
    return Reading(free=free, status="ok", corners_left_out=found.left_out, **measures)
