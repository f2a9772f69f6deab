"""The sums of a study: people and area defended, assets, curves, and what they rest on."""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from shieldmap import catalog, geodata, model, radars, terms
from shieldmap.campaign import Study
from shieldmap.catalog import MissileEntry
from shieldmap.footprint.area import (
    ASSET,
    CELL,
    TOWN,
    Footprint,
    Places,
    from_every_launch_point,
    rows_of,
    total,
)
from shieldmap.footprint.explain import drawn_engagement
from shieldmap.model import Constraint, Status
from shieldmap.results import code_of
from shieldmap.terms import End

_CURVE_UNIT: Final = {"reach": "m", "reaction": "s", "chain": "s"}
_DRAWN_FIRST: Final = "hwasong-7-minimum-energy"


def summarise(this: Study, where: Places, prints: Footprint) -> dict[str, Any]:
    """Everything that the report and other products print, as plain values in SI units."""
    scenario = this.scenario
    return {
        "name": scenario.name,
        "title": scenario.title,
        "date": str(scenario.date),
        "summary": scenario.summary,
        "notes": list(scenario.notes),
        "doctrine": scenario.defence.doctrine,
        "chain": scenario.defence.chain,
        "defence": _defence(this),
        "grid": _grid(scenario.grid.country, scenario.grid.spacing_km * 1e3, where),
        "threats": [_threat(this, where, prints, threat.id) for threat in scenario.threats],
        "assets": spots(this, where, prints, ASSET),
        "towns": spots(this, where, prints, TOWN),
        "compared": [_compared(this, given.missile) for given in scenario.compared_missiles],
        "launch_points": [
            {
                "id": point.id,
                "name": point.name,
                "latitude_deg": point.latitude_deg,
                "longitude_deg": point.longitude_deg,
                "source": point.source,
                "note": point.note,
            }
            for point in scenario.launch_points
        ],
        "assumptions": [row._asdict() for row in this.rows],
        "weak_inputs": [
            weak._asdict()
            for weak in catalog.weak_inputs(
                scenario.system_ids, own_estimates=True, fought=scenario.raid is not None
            )
        ],
    }


def _grid(country: str, spacing_m: float, where: Places) -> dict[str, Any]:
    """The grid, the people counted on it, and the country's own total to compare them with."""
    cells = where.kind == CELL
    whole = geodata.country_total(country)
    return {
        "country": country,
        "country_name": geodata.countries()[country],
        "spacing_m": spacing_m,
        "cells": int(cells.sum()),
        "area_m2": float(where.area_m2[cells].sum()),
        "people": float(where.people[cells].sum()),
        "people_source": geodata.people_source(country),
        "country_total": None if whole is None else whole._asdict(),
        "people_doubt": geodata.people_doubt(country),
    }


def _defence(this: Study) -> dict[str, Any]:
    given = this.scenario.defence
    return {
        "system": given.system,
        "battery": given.battery.name,
        "latitude_deg": given.battery.latitude_deg,
        "longitude_deg": given.battery.longitude_deg,
        "launchers": given.launchers.model_dump(),
        "interceptors": given.interceptors.model_dump(),
        "note": given.battery.note,
        "radar": {
            "system": given.radar.system,
            "present": given.radar.present,
            "latitude_deg": given.radar.latitude_deg,
            "longitude_deg": given.radar.longitude_deg,
            "boresight_deg": given.radar.boresight_deg,
            "boresight_span_deg": list(given.radar.boresight_span_deg),
            "sector_deg": given.radar.sector_deg,
            "elevation_min_deg": given.radar.elevation_min_deg,
            "elevation_max_deg": given.radar.elevation_max_deg,
            "note": given.radar.note,
        },
        "launcher_sites": [
            {
                "name": s.name,
                "latitude_deg": s.latitude_deg,
                "longitude_deg": s.longitude_deg,
                "launchers": s.launchers.model_dump(),
                "source": s.source,
            }
            for s in given.launcher_sites
        ],
    }


def _threat(this: Study, where: Places, prints: Footprint, threat_id: str) -> dict[str, Any]:
    rows = rows_of(this, threat_id)
    case = this.cases[rows[0]]
    entry = catalog.missile(case.missile_id)
    given = next(t for t in this.scenario.threats if t.id == threat_id)
    status = prints.status[rows]
    every = {end: from_every_launch_point(status, flags[rows])[1] for end, flags in _flags(prints)}
    sums = threat_sums(this, where, prints, threat_id)
    people = sums["threatened"]["people"]
    return {
        "id": threat_id,
        "missile": case.missile_id,
        "name": entry.name,
        "name_ko": entry.name_ko,
        "class": terms.class_name(case.trajectory_class),
        "apogee_m": case.apogee_m,
        "note": given.note,
        "refusals": sorted({this.cases[i].refusal for i in rows} - {""}),
        **sums,
        "by_doctrine": {
            name: {end: total(where, chosen[:, d])._asdict() for end, chosen in every.items()}
            for d, name in enumerate(("single", "salvo-2", "shoot-look-shoot"))
        },
        "curves": _curves(this, where, prints, rows),
        "sampled": sampled(this, where, prints, rows, people),
        "not_converged": int(
            np.isin(status, [Status.NOT_CONVERGED, Status.STEP_LIMIT, Status.BAD_INPUT]).sum()
        ),
    }


def _flags(prints: Footprint) -> tuple[tuple[str, NDArray[np.bool_]], ...]:
    """What is defended at the low end, by the values, and at the high end."""
    return (
        ("bad", prints.is_defended_bad),
        ("value", prints.is_defended),
        ("good", prints.is_defended_good),
    )


def threat_sums(this: Study, where: Places, prints: Footprint, threat_id: str) -> dict[str, Any]:
    """People and area of one threat, threatened and defended by the headline doctrine.

    Every sum of what is defended stands at the low end, by the values, and at the high end.
    """
    rows = rows_of(this, threat_id)
    case, radar = this.cases[rows[0]], this.scenario.defence.radar
    doctrine = this.defence.doctrine
    threatened, _ = from_every_launch_point(prints.status[rows], prints.is_defended[rows])
    ends = {
        end: from_every_launch_point(prints.status[rows], flags[rows])[1][:, doctrine]
        for end, flags in _flags(prints)
    }
    everybody = total(where, threatened)
    defended = {end: total(where, chosen)._asdict() for end, chosen in ends.items()}
    search_m, track_m = radars.ranges_m(
        catalog.radar(radar.system), case.cross_section_m2, math.radians(radar.sector_deg)
    )
    return {
        "search_range_m": search_m,
        "track_range_m": track_m,
        "threatened": everybody._asdict(),
        "defended": defended,
        "share_of_people": {
            end: sums["people"] / everybody.people if everybody.people else math.nan
            for end, sums in defended.items()
        },
        "by_launch_point": [_launch_point(this, where, prints, row) for row in rows],
        "reasons": _reasons(where, prints, rows, threatened & ~ends["value"]),
    }


def _launch_point(this: Study, where: Places, prints: Footprint, row: int) -> dict[str, Any]:
    flown = prints.status[row] == Status.OK
    doctrine = this.defence.doctrine
    value = prints.is_defended[row, :, doctrine]
    times = prints.time_of_flight_s[row][flown]
    return {
        "launch_point": this.cases[row].launch_id,
        "threatened": total(where, flown)._asdict(),
        "defended": {
            "bad": total(where, prints.is_defended_bad[row, :, doctrine])._asdict(),
            "value": total(where, value)._asdict(),
            "good": total(where, prints.is_defended_good[row, :, doctrine])._asdict(),
        },
        "time_of_flight_s": [float(times.min()), float(times.max())] if times.size else None,
    }


def _reasons(
    where: Places, prints: Footprint, rows: list[int], undefended: NDArray[np.bool_]
) -> list[dict[str, Any]]:
    """Undefended people and area by headline reason of the launch point that fails first."""
    failing = np.where(prints.reason[rows] >= 0, prints.reason[rows], np.int8(127))
    first = failing.min(axis=0)
    out = []
    for c in Constraint:
        chosen = undefended & (first == c)
        sums = total(where, chosen)
        if sums.area_m2 > 0.0:
            out.append(
                {"constraint": code_of(c), "text": terms.reason_of(c).long.en, **sums._asdict()}
            )
    return out


def _curves(this: Study, where: Places, prints: Footprint, rows: list[int]) -> dict[str, Any]:
    status = prints.status[rows]
    _, defended = from_every_launch_point(status, prints.on_curve[rows])
    curves: dict[str, Any] = {}
    for column, variant in enumerate(this.variants):
        if variant.curve in (*End, "sample"):
            continue
        sums = total(where, defended[:, column])
        curve = curves.setdefault(
            variant.curve,
            {"x": [], "unit": _CURVE_UNIT[variant.curve], "people": [], "area_m2": []},
        )
        curve["x"].append(variant.value)
        curve["people"].append(sums.people)
        curve["area_m2"].append(sums.area_m2)
    return curves


def sampled(
    this: Study, where: Places, prints: Footprint, rows: list[int], people: float
) -> dict[str, Any]:
    """People defended over the sampled sets of assumptions: 5 %, median and 95 % of the samples."""
    columns = this.columns("sample")
    _, defended = from_every_launch_point(
        prints.status[rows], prints.on_curve[np.ix_(rows, range(len(where.name)), columns)]
    )
    counts = [total(where, defended[:, i]).people for i in range(len(columns))]
    low, middle, high = (float(q) for q in np.quantile(counts, (0.05, 0.5, 0.95)))
    scale = people or math.nan
    return {
        "samples": len(columns),
        "people": {"p05": low, "p50": middle, "p95": high},
        "share_of_people": {"p05": low / scale, "p50": middle / scale, "p95": high / scale},
    }


def spots(this: Study, where: Places, prints: Footprint, kind: int) -> list[dict[str, Any]]:
    """Assets or towns (``kind``) with the worst launch point of every threat."""
    out = []
    for spot in np.flatnonzero(where.kind == kind):
        out.append(
            {
                "id": where.asset_id[spot],
                "name": where.name[spot],
                "name_ko": where.name_ko[spot],
                "kind": where.asset_kind[spot],
                "latitude_deg": float(where.latitude_deg[spot]),
                "longitude_deg": float(where.longitude_deg[spot]),
                "people": float(where.people[spot]),
                "by_threat": [
                    _worst(this, prints, rows_of(this, threat.id), int(spot), threat.id)
                    for threat in this.scenario.threats
                ],
            }
        )
    return out


def _worst(
    this: Study, prints: Footprint, rows: list[int], spot: int, threat_id: str
) -> dict[str, Any]:
    """The launch point against which the place is defended worst."""
    flown = [row for row in rows if prints.status[row, spot] == Status.OK]
    if not flown:
        codes = {Status(int(prints.status[row, spot])) for row in rows}
        not_threatened = codes <= set(model.NOT_THREATENED)
        return {
            "threat": threat_id,
            "status": "not-threatened" if not_threatened else "not-flown",
        }
    doctrine = this.defence.doctrine

    def badness(row: int) -> tuple[int, int, float]:
        safe = bool(prints.is_defended[row, spot, doctrine])
        reason = int(prints.reason[row, spot])
        slack = float(prints.slack_s[row, spot])
        return (int(safe), reason if not safe else 0, slack if math.isfinite(slack) else 0.0)

    row = min(flown, key=badness)
    reason = int(prints.reason[row, spot])
    margin = float(prints.margins[row, spot, reason]) if reason >= 0 else math.nan
    return {
        "threat": threat_id,
        "status": "threatened",
        "launch_point": this.cases[row].launch_id,
        "defended": bool(prints.is_defended[row, spot, doctrine]),
        "defended_single": bool(prints.is_defended[row, spot, 0]),
        "defended_bad": all(bool(prints.is_defended_bad[r, spot, doctrine]) for r in flown),
        "share_of_samples": _share_of_samples(this, prints, flown, spot),
        "defended_good": all(bool(prints.is_defended_good[r, spot, doctrine]) for r in flown),
        "shots": int(prints.shots[row, spot]),
        **terms.reason_told(reason),
        "margin": margin,
        "margin_unit": terms.reason_of(reason).unit if reason >= 0 else None,
        "failed": _failed(prints, row, spot),
        "slack_s": float(prints.slack_s[row, spot]),
        "binds": code_of(model.Binds(int(prints.binds[row, spot]))),
        "closest_in_band_m": float(prints.closest_in_band_m[row, spot]),
        "time_of_flight_s": float(prints.time_of_flight_s[row, spot]),
    }


def _failed(prints: Footprint, row: int, spot: int) -> list[dict[str, Any]]:
    """Every failed constraint of one engagement, in the order of precedence, with its margin."""
    bits = int(prints.failed_bits[row, spot])
    return [
        {
            "constraint": code_of(c),
            "text": terms.reason_of(c).long.en,
            "margin": float(prints.margins[row, spot, c]),
            "unit": terms.reason_of(c).unit,
        }
        for c in Constraint
        if bits & (1 << c)
    ]


def _share_of_samples(this: Study, prints: Footprint, rows: list[int], spot: int) -> float:
    """In what share of the sampled assumptions the place is defended from every launch point."""
    columns = this.columns("sample")
    if not columns:
        return math.nan
    return float(prints.on_curve[np.ix_(rows, [spot], columns)].all(axis=0).mean())


def _compared(this: Study, missile_id: str) -> dict[str, Any]:
    """A missile that is not flown as an arc: its published apogee beside the floor."""
    entry: MissileEntry = catalog.missile(missile_id)
    floor = next(row for row in this.rows if row.name == "floor")
    apogee, reach = entry.published.apogee, entry.published.range
    out: dict[str, Any] = {
        "id": entry.id,
        "name": entry.name,
        "name_ko": entry.name_ko,
        "flight": entry.flight,
        "summary": entry.summary,
        "floor_m": floor.value,
        "range_m": None if reach is None else [reach.low_si, reach.si, reach.high_si],
        "apogee_m": None if apogee is None else [apogee.low_si, apogee.si, apogee.high_si],
        "source": None if apogee is None else apogee.source,
    }
    if apogee is None:
        out["finding"] = "no apogee is published"
    elif apogee.high_si < floor.value:
        out["finding"] = "flies below the floor on every published flight"
    elif apogee.low_si >= floor.value:
        out["finding"] = "its published apogees lie above the floor"
    else:
        out["finding"] = "its published apogees lie on both sides of the floor"
    return out


def example_engagements(this: Study, where: Places, prints: Footprint) -> list[dict[str, Any]]:
    """One engagement that works and one that does not, as curves for the figures.

    Taken from the Hwasong-7 where the study flies it, else from the first missile: the defended
    asset farthest from the battery, and Seoul where it is undefended, else the first asset that is.
    """
    ids = [threat.id for threat in this.scenario.threats]
    rows = rows_of(this, _DRAWN_FIRST if _DRAWN_FIRST in ids else ids[0])
    row = rows[0]
    spots = np.flatnonzero((where.kind == ASSET) & (prints.status[row] == Status.OK))
    doctrine = this.defence.doctrine
    out = []
    chosen = []
    for code in (doctrine, 0):
        safe = [s for s in spots if prints.is_defended[row, s, code]]
        if safe:
            chosen.append(max(safe, key=lambda s: float(prints.closest_in_band_m[row, s])))
            break
    unsafe = [s for s in spots if not prints.is_defended[row, s, doctrine]]
    named = [s for s in unsafe if where.asset_id[s] == "seoul"]
    chosen += (named or unsafe)[:1]
    for spot in dict.fromkeys(chosen):
        drawn = drawn_engagement(
            this, this.cases[row], float(where.latitude_deg[spot]), float(where.longitude_deg[spot])
        )
        out.append({"place": where.name[spot], "place_ko": where.name_ko[spot], **drawn})
    return out
