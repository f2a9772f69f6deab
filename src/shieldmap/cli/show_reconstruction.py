"""What ``shieldmap fly --reconstruct`` refuses and prints."""

import math
from collections.abc import Mapping
from typing import Final

from shieldmap import formats, threat
from shieldmap.answers.places import InputError
from shieldmap.cli import show
from shieldmap.cli.speaking import said
from shieldmap.results import NumberEnds, Reconstruction, RefusedReading
from shieldmap.words import t


def missile_named(missile: str | None) -> str:
    """The missile that was named: a flight is fitted to one."""
    if missile is None:
        raise InputError("--reconstruct needs MISSILE, such as hwasong-15")
    return missile


def refuse(options: Mapping[str, object], *, without: bool = False) -> None:
    """Refuse options that are ignored with (or ``without``) --reconstruct; not given is None."""
    for option, value in options.items():
        if value is not None and without:
            raise InputError(f"--{option} has an effect with --reconstruct only")
        if value is not None:
            raise InputError(f"--{option} has no effect with --reconstruct: leave one of them out")


# name of the measure, factor to the unit shown, unit, digits
_SHOWN: Final = (
    ("payload_kg", 1.0, "kg", 0),
    ("cutoff_s", 1.0, "s", 0),
    ("time_of_flight_s", 1.0, "s", 0),
    ("burnout_speed_m_s", 1.0, "m/s", 0),
    ("burnout_altitude_m", 1e-3, "km", 0),
    ("burnout_angle_deg", 1.0, "deg", 1),
    ("reentry_speed_m_s", 1.0, "m/s", 0),
    ("standard_range_m", 1e-3, "km", 0),
    ("standard_range_still_m", 1e-3, "km", 0),
)


def reconstruction(told: Reconstruction, *, as_json: bool) -> None:
    """Both readings as tables, or one JSON object."""
    if as_json:
        show.json_object(told)
        return
    seen = told.published
    lengths = ("range", "apogee", "range_error", "apogee_error")
    numbers = {name: formats.quantity(getattr(seen, f"{name}_m"), "m") for name in lengths}
    bearing = formats.measured_text(formats.number(told.bearing_deg), "deg")
    show.say(t("cli_fit_head", name=said(told.name), bearing=bearing, **numbers))
    show.say(t("cli_fit_arc", time=formats.seconds(told.kepler_arc_time_of_flight_s)))
    for reading in told.readings:
        fitted = t(f"cli_fit_{reading.free}")
        if isinstance(reading, RefusedReading):
            show.say(t("cli_fit_refused", fitted=fitted, why=said(reading.sentence)))
            continue
        table = show.new_table()
        show.add_column(table, fitted, is_right=False)
        for head in ("value", "low", "high"):
            show.add_column(table, t(f"cli_head_{head}"))
        show.add_column(table, t("cli_head_unit"), is_right=False)
        for key, factor, unit, digits in _SHOWN:
            ends: NumberEnds = getattr(reading, key)
            told_ends = (_number(end, factor, digits) for end in (ends.value, ends.low, ends.high))
            table.add_row(t(f"cli_fit_{key}"), *told_ends, formats.unit_name(unit))
        show.print_table(table)
        if reading.corners_left_out:
            show.say("  " + t("cli_fit_left_out", count=reading.corners_left_out))
    show.say(said(told.limits))


def _number(value: float | None, factor: float, digits: int) -> str:
    if value is None or not math.isfinite(value):
        return f">{formats.number(threat.FARTHEST_M / 1e3)}"
    return formats.number(value * factor, digits)
