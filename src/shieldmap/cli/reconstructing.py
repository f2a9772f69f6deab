"""``shieldmap fly --reconstruct``: what a published flight says about the missile that flew it."""

import math
from collections.abc import Iterator
from itertools import product
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import catalog, earth, footprint, reconstruct, scenario as scenarios, threat
from shieldmap.answers.places import InputError, numbers, place
from shieldmap.cli import show as printing
from shieldmap.model import Event, Missile
from shieldmap.reconstruct import Measures, Observation, Spread

LIMITS: Final = (
    "A path in one plane, burn times and stages from the catalogue; low and high are the ends over "
    "the errors of the published numbers and over the catalogue's ranges of ballistic coefficient, "
    "burn time and, where the cut-off is fitted, payload."
)
_ROUNDING: Final = 0.01
"""Published ranges and apogees are taken as good to this part where no error is given: a guess,
because the press rounds to tens of kilometres and two governments often differ by so much."""


class Request(NamedTuple):
    """What was asked for on the command line."""

    missile: str
    published: str
    start: str | None
    end: str | None
    azimuth_deg: float | None
    error_km: str | None
    payload_kg: float | None
    ballistic_coefficient_kg_m2: float | None


def fit(request: Request, progress: footprint.Progress | None = None) -> dict[str, Any]:
    """Read a published flight in both ways; the result has the keys that ``--json`` prints."""
    for option, value, unit in (
        ("--payload", request.payload_kg, "kg"),
        ("--beta", request.ballistic_coefficient_kg_m2, "kg/m^2"),
    ):
        if value is not None and not (math.isfinite(value) and value > 0.0):
            raise InputError(f"{option} is {value:g}: expected a number of {unit} above zero")
    entry = catalog.missile(request.missile)
    missile = entry.arrays(request.payload_kg, request.ballistic_coefficient_kg_m2)
    start, seen = _observation(request)
    errors_m = _errors(request, seen)
    readings = []
    for free in reconstruct.FREE:

        def advance(done: int, total: int, free: str = free) -> None:
            if progress is not None:
                progress(f"{free} fitted", done, total)

        try:
            found = reconstruct.spread(
                missile,
                list(_ends(entry, missile, request, free)),
                seen,
                free,
                range_error_m=errors_m[0],
                apogee_error_m=errors_m[1],
                progress=advance,
            )
        except ValueError as error:
            readings.append({"free": free, "status": "refused", "sentence": str(error)})
        else:
            readings.append({"free": free, "status": "ok", **_told(found)})
    if all(reading["status"] == "refused" for reading in readings):
        raise InputError(f"{entry.id}: {readings[0]['sentence']}")
    arc = reconstruct.kepler_arc(seen)
    return {
        "missile": entry.id,
        "name": entry.name,
        "from": {"latitude_deg": start[0], "longitude_deg": start[1]},
        "bearing_deg": math.degrees(seen.bearing_rad) % 360.0,
        "published": {
            "range_m": seen.range_m,
            "apogee_m": seen.apogee_m,
            "range_error_m": errors_m[0],
            "apogee_error_m": errors_m[1],
        },
        "kepler_arc_time_of_flight_s": float(arc.event_time_s[0, Event.IMPACT]),
        "readings": readings,
        "standard_range_known_to_m": threat.FARTHEST_M,
        "limits": LIMITS,
    }


def named(missile: str | None) -> str:
    """The missile that was named: a flight is fitted to one."""
    if missile is None:
        raise InputError("--reconstruct needs MISSILE, such as hwasong-15")
    return missile


def refuse(options: dict[str, object], *, without: bool = False) -> None:
    """Refuse options that are ignored with (or ``without``) --reconstruct; not given is None."""
    for option, value in options.items():
        if value is not None and without:
            raise InputError(f"{option} has an effect with --reconstruct only")
        if value is not None:
            raise InputError(f"{option} has no effect with --reconstruct: leave one of them out")


def _observation(request: Request) -> tuple[tuple[float, float], Observation]:
    range_km, apogee_km = numbers(request.published, ("RANGE_KM", "APOGEE_KM"), "--reconstruct")
    for name, value, most in (("RANGE_KM", range_km, 15000.0), ("APOGEE_KM", apogee_km, 20000.0)):
        if not 10.0 <= value <= most:
            raise InputError(f"--reconstruct: {name} is {value:g}: expected 10 to {most:g}")
    if request.start is None:
        raise InputError("--reconstruct needs --from, the launch point")
    if (request.end is None) == (request.azimuth_deg is None):
        raise InputError("--reconstruct needs --to or --azimuth, one of them, for the direction")
    known = scenarios.load("korea")
    start = place(request.start, "--from", known)
    latitude, longitude = math.radians(start[0]), math.radians(start[1])
    if request.azimuth_deg is not None:
        if not 0.0 <= request.azimuth_deg <= 360.0:
            raise InputError(f"--azimuth is {request.azimuth_deg:g}: expected 0 to 360 degrees")
        bearing = math.radians(request.azimuth_deg)
    else:
        assert request.end is not None
        end = np.radians(place(request.end, "--to", known))
        bearing = float(earth.geodesic_inverse(latitude, longitude, end[0], end[1])[1])
    return start, Observation(latitude, longitude, bearing, range_km * 1e3, apogee_km * 1e3)


def _errors(request: Request, seen: Observation) -> tuple[float, float]:
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


def _ends(
    entry: catalog.MissileEntry, missile: Missile, request: Request, free: str
) -> Iterator[Missile]:
    """The missile with its uncertain numbers at their ends."""
    assert entry.reentry is not None
    assert entry.payload is not None
    beta, payload = entry.reentry.ballistic_coefficient, entry.payload.mass
    betas = {beta.low_si, beta.high_si}
    if request.ballistic_coefficient_kg_m2 is not None:
        betas = {missile.ballistic_coefficient_kg_m2}
    payloads = {payload.low_si, payload.high_si}
    if free == "payload" or request.payload_kg is not None:
        payloads = {missile.payload_kg}
    burns = [
        np.array([getattr(stage.burn_time, end) for stage in entry.stages])
        for end in ("low_si", "high_si")
    ]
    for beta_si, payload_si, burn in product(sorted(betas), sorted(payloads), burns):
        yield missile._replace(
            ballistic_coefficient_kg_m2=beta_si, payload_kg=payload_si, stage_burn_s=burn
        )


_DEGREES: Final = {"burnout_angle_rad": "burnout_angle_deg"}


def _told(found: Spread) -> dict[str, Any]:
    """The measures by name, each with its value and ends; radians become degrees."""
    told: dict[str, Any] = {}
    for name in Measures._fields:
        ends = {end: float(getattr(getattr(found, end), name)) for end in ("value", "low", "high")}
        if name in _DEGREES:
            ends = {end: math.degrees(number) for end, number in ends.items()}
        told[_DEGREES.get(name, name)] = ends
    return told | {"corners_left_out": found.left_out}


# name of the measure, what a reader calls it, factor to the unit shown, unit, digits
_SHOWN: Final = (
    ("payload_kg", "payload", 1.0, "kg", 0),
    ("cutoff_s", "thrust ends", 1.0, "s", 0),
    ("time_of_flight_s", "time of flight", 1.0, "s", 0),
    ("burnout_speed_m_s", "speed at burnout", 1.0, "m/s", 0),
    ("burnout_altitude_m", "altitude at burnout", 1e-3, "km", 0),
    ("burnout_angle_deg", "climb angle at burnout", 1.0, "deg", 1),
    ("reentry_speed_m_s", "speed at 100 km", 1.0, "m/s", 0),
    ("standard_range_m", "farthest range, this direction", 1e-3, "km", 0),
    ("standard_range_still_m", "farthest range, Earth at rest", 1e-3, "km", 0),
)


def show(result: dict[str, Any], *, as_json: bool) -> None:
    """Both readings as tables, or one JSON object."""
    if as_json:
        printing.json_object(result)
        return
    seen = result["published"]
    printing.say(
        f"{result['name']}, read from a published flight: "
        f"{seen['range_m'] / 1e3:g} km (+-{seen['range_error_m'] / 1e3:.3g}) far, "
        f"{seen['apogee_m'] / 1e3:g} km (+-{seen['apogee_error_m'] / 1e3:.3g}) high, "
        f"towards {result['bearing_deg']:.0f} deg"
    )
    printing.say(
        f"the arc without boost and air takes {result['kepler_arc_time_of_flight_s']:.0f} s"
    )
    for reading in result["readings"]:
        if reading["status"] == "ok":
            printing.measures(f"{reading['free']} fitted", _rows(reading))
            if reading["corners_left_out"]:
                printing.say(
                    f"  ends without {reading['corners_left_out']} combinations that cannot be flown"
                )
        else:
            printing.say(f"{reading['free']} fitted: {reading['sentence']}")
    printing.say(result["limits"])


def _rows(reading: dict[str, Any]) -> list[tuple[str, str, str, str, str]]:
    rows = []
    for key, name, factor, unit, digits in _SHOWN:
        value, low, high = (
            _number(reading[key][end] * factor, digits) for end in ("value", "low", "high")
        )
        rows.append((name, value, low, high, unit))
    return rows


def _number(value: float, digits: int) -> str:
    return f"{value:,.{digits}f}" if math.isfinite(value) else f">{threat.FARTHEST_M / 1e3:,.0f}"
