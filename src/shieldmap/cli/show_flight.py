"""What ``shieldmap fly`` prints for people."""

from collections.abc import Mapping, Sequence

from shieldmap.cli.show import say
from shieldmap.results import CoefficientRow, Flight, Flights


def flights(answer: Flight | Flights) -> None:
    """Every flight in a few lines, the classes that cannot be flown, and what all rest on."""
    listed = answer.flights if isinstance(answer, Flights) else (answer,)
    for flight in listed:
        _flight(flight)
    for row in answer.refused if isinstance(answer, Flights) else ():
        say(f"{listed[0].name}, {row.class_}: not flown, {row.sentence}")
    estimates = [row.name for row in listed[0].assumptions if row.basis == "estimate"]
    if estimates:
        say(f"  rests on estimates: {', '.join(estimates)}")
    say(f"  limits: {listed[0].limits}")


def _flight(flight: Flight) -> None:
    burnout, impact, reentry = flight.burnout, flight.impact, flight.reentry
    say(f"{flight.name}, {flight.label}")
    at_burnout = (
        f"{burnout.time_s:.1f} s, {burnout.altitude_m / 1e3:.1f} km, "
        f"{burnout.speed_m_s:.0f} m/s, {burnout.flight_path_angle_deg:.1f} deg"
    )
    at_impact = f"{impact.latitude_deg:.4f}, {impact.longitude_deg:.4f}, {impact.speed_m_s:.0f} m/s"
    if impact.solver_residual_m is not None:
        at_impact += f" ({impact.solver_residual_m:.1f} m from the place)"
    rows = [
        ("burnout", at_burnout),
        ("apogee", f"{flight.apogee_m / 1e3:.1f} km"),
        ("time of flight", f"{flight.time_of_flight_s:.1f} s"),
        ("ground range", f"{flight.ground_range_m / 1e3:.1f} km"),
        ("impact", at_impact),
    ]
    if reentry.speed_m_s is not None:
        rows.append(("reentry at 100 km", f"{reentry.time_s:.1f} s, {reentry.speed_m_s:.0f} m/s"))
    for name, text in rows:
        say(f"  {name:<18} {text}")
    if flight.by_ballistic_coefficient:
        say(f"  {coefficients(flight.body, flight.by_ballistic_coefficient)}")


def coefficients(body: str, rows: Mapping[str, CoefficientRow]) -> str:
    """The range of the ballistic coefficient that flies, and what it does, in one line."""
    word = "tumbling or nose-first" if body == "unitary" else "ballistic coefficient"
    flown = [row for row in rows.values() if row.status == "ok"]
    ends = [flown[i].ballistic_coefficient_kg_m2 for i in (0, -1)]
    apogee = _span([row.apogee_m for row in flown], 1e3)
    seconds = _span([row.time_of_flight_s for row in flown])
    impact = _span([row.impact_speed_m_s for row in flown])
    away = [row.ground_range_m or 0.0 for row in flown]
    # A state is not aimed: its range moves as well.
    ground = f", {_span(away, 1e3)} km away" if max(away) - min(away) > 1e3 else ""
    text = (
        f"{word}, {ends[0]:,.0f} to {ends[1]:,.0f} kg/m2: apogee {apogee} km, {seconds} s, "
        f"impact {impact} m/s{ground}"
    )
    for row in rows.values():
        if row.status != "ok":
            text += f"; not with {row.ballistic_coefficient_kg_m2:,.0f} kg/m2: {row.sentence}"
    return text


def _span(given: Sequence[float | None], per: float = 1.0) -> str:
    values = [value / per for value in given if value is not None]
    low, high = f"{min(values):,.0f}", f"{max(values):,.0f}"
    return low if low == high else f"{low}-{high}"
