"""What ``shieldmap fly`` prints for people."""

from collections.abc import Mapping, Sequence

from shieldmap import formats
from shieldmap.cli.show import fact, say
from shieldmap.cli.speaking import said, said_each
from shieldmap.results import CoefficientRow, Flight, FlightList
from shieldmap.words import t

_NAMES = 19
"""Columns of the names of what is told."""


def flights(answer: Flight | FlightList) -> None:
    """Every flight in a few lines, the classes that cannot be flown, and what all rest on."""
    listed = answer.flights if isinstance(answer, FlightList) else (answer,)
    name = said(listed[0].name)
    for flight in listed:
        _flight(flight)
    for row in answer.refused if isinstance(answer, FlightList) else ():
        path, why = said(row.class_), said(row.sentence)
        say(t("cli_fly_refused", name=name, trajectory=path, why=why))
    estimates = [row.name for row in listed[0].assumptions if row.basis == "estimate"]
    if estimates:
        say("  " + t("cli_fly_estimates", values=", ".join(estimates)))
    say("  " + t("cli_fly_limits", limits=said(listed[0].limits)))


def _flight(flight: Flight) -> None:
    burnout, impact, reentry = flight.burnout, flight.impact, flight.reentry
    say(f"{said(flight.name)}, {said_each(flight.label)}")
    angle = formats.number(burnout.flight_path_angle_deg, 1)
    at_burnout = (
        _seconds(burnout.time_s),
        formats.km(burnout.altitude_m, 1),
        _speed(burnout.speed_m_s),
        formats.measured_text(angle, "deg"),
    )
    degrees = (formats.number(x, 4) for x in (impact.latitude_deg, impact.longitude_deg))
    where = ", ".join((*degrees, _speed(impact.speed_m_s)))
    if impact.solver_residual_m is not None:
        off = formats.measured_text(formats.number(impact.solver_residual_m, 1), "m")
        where = t("cli_fly_off", where=where, distance=off)
    rows = {
        "burnout": ", ".join(at_burnout),
        "apogee": formats.km(flight.apogee_m, 1),
        "time": _seconds(flight.time_of_flight_s),
        "ground": formats.km(flight.ground_range_m, 1),
        "impact": where,
    }
    if reentry.speed_m_s is not None:
        rows["reentry"] = f"{_seconds(reentry.time_s)}, {_speed(reentry.speed_m_s)}"
    for name, text in rows.items():
        fact(t(f"cli_fly_{name}"), text, _NAMES)
    if flight.by_ballistic_coefficient:
        say(f"  {coefficients(flight.body, flight.by_ballistic_coefficient)}")


def _seconds(time_s: float | None) -> str:
    return formats.NONE if time_s is None else formats.measured_text(formats.number(time_s, 1), "s")


def _speed(speed_m_s: float | None) -> str:
    return formats.NONE if speed_m_s is None else _whole(speed_m_s, "m/s")


def coefficients(body: str, rows: Mapping[str, CoefficientRow]) -> str:
    """The range of the ballistic coefficient that flies, and what it does, in one line."""
    flown = [row for row in rows.values() if row.status == "ok"]
    away = [row.ground_range_m or 0.0 for row in flown]
    # A state is not aimed: its range moves as well.
    has_moved = max(away) - min(away) > 1e3
    text = t(
        "cli_fly_range_away" if has_moved else "cli_fly_range",
        body=body,
        coefficient=_span([row.ballistic_coefficient_kg_m2 for row in flown], "kg/m^2"),
        apogee=_span([row.apogee_m for row in flown], "m"),
        time=_span([row.time_of_flight_s for row in flown], "s"),
        impact=_span([row.impact_speed_m_s for row in flown], "m/s"),
        ground=_span(away, "m"),
    )
    refused = (
        t(
            "cli_fly_not_with",
            coefficient=_whole(row.ballistic_coefficient_kg_m2, "kg/m^2"),
            why=said(row.sentence),
        )
        for row in rows.values()
        if row.status != "ok"
    )
    return "; ".join((text, *refused))


def _whole(value: float, unit: str) -> str:
    """A whole number with its unit, metres as kilometres."""
    if unit == "m":
        return formats.km(value)
    return formats.measured_text(formats.number(value), unit)


def _span(given: Sequence[float | None], unit: str) -> str:
    found = [value for value in given if value is not None]
    return formats.span(_whole(min(found), unit), _whole(max(found), unit))
