"""What ``shieldmap fly --reconstruct`` refuses and prints."""

import math
from typing import Final

from shieldmap import threat
from shieldmap.answers.places import InputError
from shieldmap.cli import show
from shieldmap.results import NumberEnds, Reading, Reconstruction, RefusedReading


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


def reconstruction(told: Reconstruction, *, as_json: bool) -> None:
    """Both readings as tables, or one JSON object."""
    if as_json:
        show.json_object(told)
        return
    seen = told.published
    show.say(
        f"{told.name}, read from a published flight: "
        f"{seen.range_m / 1e3:g} km (+-{seen.range_error_m / 1e3:.3g}) far, "
        f"{seen.apogee_m / 1e3:g} km (+-{seen.apogee_error_m / 1e3:.3g}) high, "
        f"towards {told.bearing_deg:.0f} deg"
    )
    show.say(f"the arc without boost and air takes {told.kepler_arc_time_of_flight_s:.0f} s")
    for reading in told.readings:
        if isinstance(reading, RefusedReading):
            show.say(f"{reading.free} fitted: {reading.sentence}")
            continue
        show.measures(f"{reading.free} fitted", [_row(reading, *shown) for shown in _SHOWN])
        if reading.corners_left_out:
            show.say(f"  ends without {reading.corners_left_out} combinations that cannot be flown")
    show.say(told.limits)


def _row(
    reading: Reading, key: str, name: str, factor: float, unit: str, digits: int
) -> tuple[str, str, str, str, str]:
    ends: NumberEnds = getattr(reading, key)
    value, low, high = (_number(end, factor, digits) for end in (ends.value, ends.low, ends.high))
    return name, value, low, high, unit


def _number(value: float | None, factor: float, digits: int) -> str:
    if value is None or not math.isfinite(value):
        return f">{threat.FARTHEST_M / 1e3:,.0f}"
    return f"{value * factor:,.{digits}f}"
