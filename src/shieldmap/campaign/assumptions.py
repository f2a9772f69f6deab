"""The disputed numbers of a study with their ranges and sources, the scenario's before the catalogue's."""

import math
from typing import Final, NamedTuple

from shieldmap.catalog import DefenceEntry, Quantity, RadarEntry
from shieldmap.scenario import Scenario

_SCENARIO_KEYS: Final = {
    "floor": ("floor_km", 1e3),
    "ceiling": ("ceiling_km", 1e3),
    "reach": ("reach_km", 1e3),
    "target_speed_max": ("target_speed_max_m_s", 1.0),
    "warning": ("warning_s", 1.0),
    "reaction": ("reaction_s", 1.0),
    "chain": ("chain_s", 1.0),
    "assessment": ("assessment_s", 1.0),
    "salvo_spacing": ("salvo_spacing_s", 1.0),
}
_ENVELOPE: Final = ("floor", "ceiling", "reach", "target_speed_max")


class AssumptionRow(NamedTuple):
    """One assumption of a study as a reader sees it, in SI units."""

    name: str
    path: str
    value: float
    low: float
    high: float
    unit: str
    basis: str
    source: str
    note: str


def assumption_rows(
    scenario: Scenario, defence: DefenceEntry, radar: RadarEntry
) -> tuple[AssumptionRow, ...]:
    """The disputed numbers of a study with their ranges and sources, the scenario's first."""
    rows = []
    for name, (key, factor) in _SCENARIO_KEYS.items():
        part = "envelope" if name in _ENVELOPE else "delays"
        quantity: Quantity = getattr(getattr(defence, part), name)
        given = getattr(scenario.defence.assumptions, key)
        path = f"{defence.id}.{part}.{name}"
        if given is not None:
            values = (given.value * factor, given.low * factor, given.high * factor)
            rows.append(
                AssumptionRow(
                    name,
                    f"{scenario.name}.{key}",
                    *values,
                    _unit(name),
                    "scenario",
                    given.source,
                    given.note,
                )
            )
        else:
            rows.append(_row(name, path, quantity))
    given = scenario.defence.assumptions.track_s
    if given is not None:
        ends = (given.value, given.low, given.high)
        rows.append(
            AssumptionRow(
                "track",
                f"{scenario.name}.track_s",
                *ends,
                "s",
                "scenario",
                given.source,
                given.note,
            )
        )
    else:
        rows += _track_rows(defence, radar)
    rows += [
        *_view_rows(scenario, radar),
        _row(
            "burnout_speed",
            f"{defence.id}.interceptor.burnout_speed",
            defence.interceptor.burnout_speed,
        ),
        _row(
            "coast_ballistic_coefficient",
            f"{defence.id}.interceptor.coast_ballistic_coefficient",
            defence.interceptor.coast_ballistic_coefficient,
        ),
        _row("reference_range", f"{radar.id}.reference.range", radar.reference.range),
        _row(
            "search_share_of_time", f"{radar.id}.search.share_of_time", radar.search.share_of_time
        ),
        _row("cue_radius", f"{radar.id}.search.cue_radius", radar.search.cue_radius),
        _row("search_revisit", f"{radar.id}.search.revisit", radar.search.revisit),
        _row("snr", f"{radar.id}.receiver.snr", radar.receiver.snr),
        _row("dwell", f"{radar.id}.receiver.dwell", radar.receiver.dwell),
    ]
    return tuple(rows)


def _track_rows(defence: DefenceEntry, radar: RadarEntry) -> list[AssumptionRow]:
    """What decides how soon a track settles."""
    gates, looks = defence.fire_control, radar.tracking
    return [
        _row("firm_looks", f"{defence.id}.fire_control.firm_looks", gates.firm_looks),
        _row("firm_gate", f"{defence.id}.fire_control.firm_gate", gates.firm_gate),
        _row("commit_gate", f"{defence.id}.fire_control.commit_gate", gates.commit_gate),
        _row("track_update", f"{radar.id}.tracking.update", looks.update),
        _row("angle_bias", f"{radar.id}.tracking.angle_bias", looks.angle_bias),
        _row("range_bias", f"{radar.id}.tracking.range_bias", looks.range_bias),
        _row("beam_width", f"{radar.id}.antenna.beam_width", radar.antenna.beam_width),
    ]


def _view_rows(scenario: Scenario, radar: RadarEntry) -> list[AssumptionRow]:
    """Where the radar looks: the scenario's numbers, with the catalogue's ranges where they agree."""
    given = scenario.defence.radar
    west, east = given.boresight_span_deg
    rows = [
        AssumptionRow(
            "boresight",
            f"{scenario.name}.boresight_deg",
            math.radians(given.boresight_deg),
            math.radians(west),
            math.radians(east),
            "rad",
            "scenario",
            given.source,
            given.note,
        )
    ]
    for name in ("sector", "elevation_min"):
        value, known = getattr(given, f"{name}_deg"), getattr(radar.field_of_regard, name)
        if math.isclose(math.radians(value), known.si):
            rows.append(_row(name, f"{radar.id}.field_of_regard.{name}", known))
        else:
            ends = 3 * (math.radians(value),)
            rows.append(
                AssumptionRow(
                    name,
                    f"{scenario.name}.{name}_deg",
                    *ends,
                    "rad",
                    "scenario",
                    given.source,
                    given.note,
                )
            )
    return rows


def _unit(name: str) -> str:
    if name in ("sector", "elevation_min", "cue_radius", "angle_bias", "beam_width"):
        return "rad"
    if name in (
        "floor",
        "ceiling",
        "reach",
        "reference_range",
        "firm_gate",
        "commit_gate",
        "range_bias",
    ):
        return "m"
    if name in ("target_speed_max", "burnout_speed"):
        return "m/s"
    if name == "coast_ballistic_coefficient":
        return "kg/m^2"
    if name == "firm_looks":
        return "count"
    return "1" if name in ("search_share_of_time", "snr") else "s"


def _row(name: str, path: str, q: Quantity) -> AssumptionRow:
    return AssumptionRow(
        name, path, q.si, q.low_si, q.high_si, _unit(name), q.basis, q.source, q.note
    )
