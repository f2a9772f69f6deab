"""What ``shieldmap fly`` prints for people."""

from collections.abc import Sequence
from typing import Any

from shieldmap.cli.show import say


def flights(results: Sequence[dict[str, Any]], refused: Sequence[dict[str, str]]) -> None:
    """Every flight in a few lines, the classes that cannot be flown, and what all rest on."""
    for result in results:
        _flight(result)
    for row in refused:
        say(f"{results[0]['name']}, {row['class']}: not flown, {row['sentence']}")
    estimates = [r["name"] for r in results[0]["assumptions"] if r["basis"] == "estimate"]
    if estimates:
        say(f"  rests on estimates: {', '.join(estimates)}")
    say(f"  limits: {results[0]['limits']}")


def _flight(result: dict[str, Any]) -> None:
    burnout, impact, reentry = result["burnout"], result["impact"], result["reentry"]
    say(f"{result['name']}, {result['label']}")
    at_burnout = (
        f"{burnout['time_s']:.1f} s, {burnout['altitude_m'] / 1e3:.1f} km, "
        f"{burnout['speed_m_s']:.0f} m/s, {burnout['flight_path_angle_deg']:.1f} deg"
    )
    at_impact = (
        f"{impact['latitude_deg']:.4f}, {impact['longitude_deg']:.4f}, "
        f"{impact['speed_m_s']:.0f} m/s"
    )
    if "solver_residual_m" in impact:
        at_impact += f" ({impact['solver_residual_m']:.1f} m from the place)"
    rows = [
        ("burnout", at_burnout),
        ("apogee", f"{result['apogee_m'] / 1e3:.1f} km"),
        ("time of flight", f"{result['time_of_flight_s']:.1f} s"),
        ("ground range", f"{result['ground_range_m'] / 1e3:.1f} km"),
        ("impact", at_impact),
    ]
    if reentry["speed_m_s"] is not None:
        rows.append(
            ("reentry at 100 km", f"{reentry['time_s']:.1f} s, {reentry['speed_m_s']:.0f} m/s")
        )
    for name, text in rows:
        say(f"  {name:<18} {text}")
    if "by_ballistic_coefficient" in result:
        say(f"  {coefficients(result['body'], result['by_ballistic_coefficient'])}")


def coefficients(body: str, rows: dict[str, dict[str, Any]]) -> str:
    """The range of the ballistic coefficient that flies, and what it does, in one line."""
    word = "tumbling or nose-first" if body == "unitary" else "ballistic coefficient"
    flown = [row for row in rows.values() if row["status"] == "ok"]
    ends = [flown[i]["ballistic_coefficient_kg_m2"] for i in (0, -1)]
    apogee = _span([row["apogee_m"] / 1e3 for row in flown])
    seconds = _span([row["time_of_flight_s"] for row in flown])
    impact = _span([row["impact_speed_m_s"] for row in flown])
    away = [row["ground_range_m"] for row in flown]
    # A state is not aimed: its range moves as well.
    ground = f", {_span([a / 1e3 for a in away])} km away" if max(away) - min(away) > 1e3 else ""
    text = (
        f"{word}, {ends[0]:,.0f} to {ends[1]:,.0f} kg/m2: apogee {apogee} km, {seconds} s, "
        f"impact {impact} m/s{ground}"
    )
    for row in rows.values():
        if row["status"] != "ok":
            text += f"; not with {row['ballistic_coefficient_kg_m2']:,.0f} kg/m2: {row['sentence']}"
    return text


def _span(values: list[float]) -> str:
    low, high = f"{min(values):,.0f}", f"{max(values):,.0f}"
    return low if low == high else f"{low}-{high}"
