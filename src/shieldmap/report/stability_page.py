"""The page of a stability study: figures and tables laid out by ``stability.html.j2``."""

from typing import Any, Final

from shieldmap import geodata
from shieldmap.archive import Run
from shieldmap.report import (
    drawing,
    stability_figures as figures,
    stability_map as maps,
    stability_words as said,
    validation,
    words,
)
from shieldmap.report.tables import bibliography

TEMPLATE: Final = "stability.html.j2"

_RANGE_NAMES: Final = {
    "launch points": "Launch points moved, all the same way",
    "boresights": "Boresights of all radars at either end",
    "elevation": "Least elevation of all radars at either end",
    "detection range": "Reference ranges at either end",
    "sector": "Sectors at their narrow end",
    "loss off the face": "With the loss off the antenna’s face",
    "no cue": "Without a cue: search of the whole sector",
}
_LIMIT_NAMES: Final = {"given": "as given", "horizon": "at 0°"}


def context(run: Run) -> dict[str, Any]:
    """Everything that the template asks for."""
    summary, manifest = run.summary, run.manifest
    return {
        "run": {"name": manifest["name"], "hash": manifest["run_hash"]},
        "summary": summary,
        "manifest": manifest,
        "added": said.radar_name(summary),
        "paragraphs": said.answer(summary),
        "weak": said.weak(summary),
        "headline": said.section(summary["view"]["headline_cross_section_m2"]),
        "totals": _totals(summary),
        "group_names": _group_names(summary),
        "group_heads": [
            head if group != "others" else f"Without {said.radar_name(summary)}"
            for group, head in _group_names(summary, "short")
        ],
        "second_group": dict(_group_names(summary, "short"))[_matrix_groups(summary)[1]],
        "matrix": _matrix(summary, "given"),
        "matrix_horizon": _matrix(summary, "horizon"),
        "seconds": _seconds(summary),
        "first_views": _first_views(run),
        "ranges": _ranges(summary),
        "green_pine": _group_rows(summary, "green-pine"),
        "passages": _passages(summary),
        "reach": _reach(summary),
        "lowest": _lowest(summary),
        "radars": _radars(summary),
        "areas": _areas(summary),
        "assumptions": _assumptions(summary),
        "statements": said.statements(summary),
        "turned": said.turned(summary) if summary["turning"]["north_korea"] else "",
        "bibliography": bibliography(run),
        "attribution": geodata.attribution(),
        "trust": validation.section(validation.read()),
        "colours": maps.colours(summary),
        "group_colours": figures.group_colours(summary),
        "section_legend": [
            (figures.section_colour(number), said.section(section), number % 2 == 0)
            for number, section in enumerate(summary["view"]["cross_sections_m2"])
        ],
        "countries": [(code, said.country(code)) for code in summary["countries"]],
        **_charts(run),
    }


def _charts(run: Run) -> dict[str, Any]:
    summary = run.summary
    added, first = said.radar_name(summary), summary["countries"][0]
    at = said.section(summary["view"]["headline_cross_section_m2"])
    known: set[str] = set()
    place = said.country(first)
    return {
        "world_map": drawing.svg(
            maps.world_map(run),
            "world",
            f"Map of the ground tracks of every flight, thick where a radar sees it at {at}, and "
            "of the sectors of the radars.",
            known,
        ),
        "near_map": drawing.svg(
            maps.near_map(run),
            "near",
            f"Map of the launch areas and tracks near {added}, with the radars and their sectors.",
            known,
        ),
        "timeline_chart": drawing.svg(
            figures.timeline_figure(run),
            "when",
            f"Bars over the time since launch: when each group of radars sees each flight at {at}.",
        ),
        "timeline_rows": len(figures.timeline_tracks(run)),
        "duration_chart": drawing.svg(
            figures.duration_figure(run, first),
            "long",
            f"Flights from {place} seen, and minutes in view, against the radar cross section.",
        ),
        "turning_chart": drawing.svg(
            figures.turning_figure(run, first),
            "turn",
            f"Flights from {place} that {added} alone would see against its boresight, and the "
            "share of North Korean launch directions that its sector would hold.",
        ),
        "height_chart": drawing.svg(
            figures.height_figure(run, 2600.0, 1250.0, "Altitude and distance from the radar"),
            "high",
            f"Altitude of every flight over its distance from {added}, with the lines of "
            "sight, detection ranges and the interceptor’s reach.",
        ),
        "near_height_chart": drawing.svg(
            figures.height_figure(
                run, 1200.0, 700.0, "Flights and the interceptor’s reach, near the battery"
            ),
            "reach",
            "The part of the figure near the battery: no flight enters the reach of the "
            "interceptor."
            if _is_clear(summary)
            else "The part of the figure near the battery.",
        ),
    }


def _is_clear(summary: dict[str, Any]) -> bool:
    gaps = [p["least_gap_m"] for p in summary["interceptor"]["passages"]]
    return all(gap is None or gap > 0.0 for gap in gaps)


# --- tables -----------------------------------------------------------------------


def _group_names(summary: dict[str, Any], key: str = "name") -> list[tuple[str, str]]:
    """Groups in the order of the tables: the added radar, those named, all without it, all."""
    names = {group["id"]: group[key] for group in summary["groups"]}
    order = [name for name in names if name not in ("others", "all")] + ["others", "all"]
    return [(name, names[name][:1].upper() + names[name][1:]) for name in order]


def _totals(summary: dict[str, Any]) -> list[dict[str, Any]]:
    """Flights seen by country, limit, cross section and group."""
    groups = _group_names(summary)
    return [
        {
            "country": said.country(row["country"]) if row["country"] else "all",
            "limit": _LIMIT_NAMES[row["limit"]],
            "section": said.section(row["cross_section_m2"]),
            "flown": row["flown"],
            "seen": [row["seen"][group] for group, _ in groups],
            "only": row["only_with_added"],
            "longer": row["longer_with_added"],
            "added": said.minutes(row["seconds"]["added"]),
        }
        for row in summary["totals"]
        if row["country"]
    ]


def _matrix(summary: dict[str, Any], limit: str) -> list[dict[str, Any]]:
    """Areas by city and group: the smallest cross section at which the flight is seen."""
    shown = _matrix_groups(summary)
    out = []
    for area in summary["launch_areas"]:
        cells = []
        for city in summary["cities"]:
            pair = _pair(summary, area["id"], city["id"])
            cells += [_matrix_cell(summary, pair, limit, group) for group in shown]
        out.append(
            {
                "name": area["name"],
                "country": said.country(area["country"]),
                "missile": area["missile_name"].split(" (")[0],
                "cells": cells,
            }
        )
    return out


def _matrix_groups(summary: dict[str, Any]) -> list[str]:
    named = [g["id"] for g in summary["groups"] if g["id"] not in ("others", "all")]
    return [*named[:2], "all"]


def _matrix_cell(
    summary: dict[str, Any], pair: dict[str, Any], limit: str, group: str
) -> dict[str, Any]:
    if pair["status"] != "flown":
        text = "not reached" if pair["status"] == "not-reached" else "not computed"
        return {"state": "na", "text": "n/r" if text == "not reached" else "?", "title": text}
    sections = summary["view"]["cross_sections_m2"]
    view = pair["views"][limit][group]
    column = next((i for i, is_seen in enumerate(view["is_seen"]) if is_seen), None)
    if column is None:
        return {"state": "no", "text": "○", "title": "not seen at any of the cross sections"}
    seconds = view["seconds"][column]
    return {
        "state": "yes",
        "text": f"{sections[column]:g}",
        "title": f"seen from {sections[column]:g} m² on, there for {seconds:.0f} s",
    }


def _pair(summary: dict[str, Any], area: str, city: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        p for p in summary["pairs"] if p["launch_area"] == area and p["city"] == city
    )
    return found


def _seconds(summary: dict[str, Any]) -> list[dict[str, Any]]:
    """Every pair with its seconds in view by group at the headline cross section."""
    view = summary["view"]
    column = view["cross_sections_m2"].index(view["headline_cross_section_m2"])
    groups = [*(group for group, _ in _group_names(summary)), "added"]
    out = []
    for pair in summary["pairs"]:
        start, end = said.flight(summary, pair["launch_area"], pair["city"])
        row = {
            "start": start,
            "end": end,
            "is_flown": pair["status"] == "flown",
            "sentence": pair["sentence"],
            "limit": _flown_to(pair),
            "distance": words.km(pair["distance_m"]),
        }
        if pair["status"] == "flown":
            found = pair["views"]["given"]
            row["cells"] = [_span(found[group], column) for group in groups]
            row["seen_points"] = (
                f"{found[summary['added_radar']]['seen_points'][column]} of {pair['moved_flown']}"
            )
            row["apogee"] = words.km(pair["apogee_m"])
            row["boost"] = words.seconds(found[summary["added_radar"]]["boost_seconds"][column])
        out.append(row)
    return out


def _flown_to(pair: dict[str, Any]) -> str:
    """How far the stand-in flies that way, where that explains why a city is not reached.

    The limit is taken on the bearing of the city and not on that of the launch, which the turning
    Earth puts further west; for cities just beyond, it can lie above the distance.
    """
    limit = pair["range_limit_m"]
    if limit is None or limit > pair["distance_m"]:
        return ", just beyond the stand-in, which has to start further west than the city lies"
    return f", the stand-in flies {words.km(limit)} that way"


def _span(view: dict[str, Any], column: int) -> str:
    """Seconds at the area's own point, and over all points where they differ."""
    value, low, high = (view[k][column] for k in ("seconds", "low_seconds", "high_seconds"))
    text = f"{value:.0f}"
    if low is not None and round(low) != round(high):
        text += f" ({low:.0f}–{high:.0f})"
    return text


_PHASE_NAMES: Final = {"boost": "boost", "climbing": "climbing", "falling": "falling"}


def _first_views(run: Run) -> list[dict[str, Any]]:
    """When, how high and in which phase the added radar first and last sees a flight."""
    summary = run.summary
    headline = summary["view"]["headline_cross_section_m2"]
    rows = [row for row in run.passes if row["radar"] == summary["added_radar"]]
    out = []
    for row in rows:
        if float(row["cross_section_m2"]) != headline or not row["first_s"]:
            continue
        start, end = said.flight(summary, row["launch_area"], row["city"])
        out.append(
            {
                "limit": row["elevation_limit"],
                "start": start,
                "end": end,
                "first": words.seconds(float(row["first_s"])),
                "first_altitude": words.km(float(row["first_altitude_m"])),
                "first_phase": _PHASE_NAMES[row["first_phase"]],
                "azimuth": f"{float(row['first_azimuth_deg']):.0f}°",
                "slant": words.km(float(row["first_slant_m"])),
                "last": words.seconds(float(row["last_s"])),
                "last_altitude": words.km(float(row["last_altitude_m"])),
                "seconds": words.seconds(float(row["seconds"])),
                "falling": words.seconds(float(row["falling_seconds"])),
                "uncued": words.seconds(float(row["uncued_seconds"])),
            }
        )
    return out


def _ranges(summary: dict[str, Any]) -> list[dict[str, Any]]:
    """The headline sums at their value, with one assumption at a time at its ends, and drawn."""
    view, ranges = summary["view"], summary["ranges"]
    column = view["cross_sections_m2"].index(view["headline_cross_section_m2"])
    names = ("seen_alone", "seen_others", "only_with_added", "added_seconds")
    value = ranges["value"][column]
    out = [{"name": "As given", "cells": [_number(value, value, name) for name in names]}]
    for variant in ranges["variants"]:
        low, high = variant["low"][column], variant["high"][column]
        cells = [_number(low, high, name) for name in names]
        out.append({"name": _RANGE_NAMES.get(variant["name"], variant["name"]), "cells": cells})
    low, high = ranges["p05"][column], ranges["p95"][column]
    name = f"The first five drawn at once, {ranges['samples']} times: 5–95 %"
    out.append({"name": name, "cells": [_number(low, high, one) for one in names]})
    return out


def _number(low: dict[str, float], high: dict[str, float], name: str) -> str:
    a, b = low[name], high[name]
    if name.endswith("seconds"):
        return said.spread(a, b)
    return f"{a:.0f}" if a == b else f"{a:.0f}–{b:.0f}"


def _group_rows(summary: dict[str, Any], group: str) -> list[dict[str, Any]]:
    """What one named group sees by cross section and limit, beside the added radar."""
    if group not in {g["id"] for g in summary["groups"]}:
        return []
    return [
        {
            "limit": _LIMIT_NAMES[row["limit"]],
            "section": said.section(row["cross_section_m2"]),
            "seen": row["seen"][group],
            "flown": row["flown"],
            "minutes": said.minutes(row["seconds"][group]),
            "alone": row["seen"][summary["added_radar"]],
            "alone_minutes": said.minutes(row["seconds"][summary["added_radar"]]),
        }
        for row in summary["totals"]
        if not row["country"]
    ]


def _passages(summary: dict[str, Any]) -> list[dict[str, Any]]:
    """The flights that pass nearest to the battery."""
    rows = [p for p in summary["interceptor"]["passages"] if p["least_slant_m"] is not None]
    out = []
    for row in sorted(rows, key=lambda row: float(row["least_slant_m"]))[:12]:
        start, end = said.flight(summary, row["launch_area"], row["city"])
        out.append(
            {
                "start": start,
                "end": end,
                "ground": words.km(row["ground_m"]),
                "altitude": words.km(row["altitude_m"]),
                "speed": words.quantity(row["speed_m_s"], "m/s"),
                "slant": words.km(row["slant_m"]),
                "least_slant": words.km(row["least_slant_m"]),
                "gap": _gap(row["gap_m"]),
                "least_gap": _gap(row["least_gap_m"]),
            }
        )
    return out


def _gap(gap_m: float | None) -> str:
    return "no reach there" if gap_m is None else words.margin(gap_m, "m")


def _reach(summary: dict[str, Any]) -> list[dict[str, str]]:
    """The highest altitude of the interceptor by distance over the ground."""
    reach = summary["interceptor"]["envelope"]
    out = []
    for ground, top, high in zip(
        reach["ground_m"], reach["top_m"], reach["top_high_m"], strict=True
    ):
        if round(ground / 1e3) % 100 == 0:
            out.append({"ground": words.km(ground), "top": words.km(top), "high": words.km(high)})
    return out


def _lowest(summary: dict[str, Any]) -> list[dict[str, Any]]:
    geometry = summary["geometry"]
    return [
        {
            "range": words.km(at),
            "cells": [words.km(line["lowest_m"][row]) for line in geometry["lines"]],
        }
        for row, at in enumerate(geometry["range_m"])
    ]


def _radars(summary: dict[str, Any]) -> list[dict[str, Any]]:
    out = []
    for radar in summary["radars"]:
        rivals = [
            f"{r['value']:g}° ({', '.join(words.keys(r['source']))})"
            for r in radar["elevation_min_rivals"]
        ]
        west, east = radar["boresight_span_deg"]
        out.append(
            {
                "name": radar["name"],
                "name_local": radar["name_local"],
                "system": radar["system_name"],
                "place": f"{radar['latitude_deg']:.1f}° N, {radar['longitude_deg']:.1f}° E",
                "boresight": f"{radar['boresight_deg']:g}° ({west:.0f}°–{east:.0f}°)",
                "sector": f"{radar['sector_deg']:g}°",
                "elevation": f"{radar['elevation_min_deg']:g}°",
                "rivals": "; ".join(rivals),
                "tracked": [words.km(r) for r in radar["track_range_m"]["value"]],
                "searched": [words.km(r) for r in radar["search_range_m"]["value"]],
                "keys": words.keys(radar["source"]),
                "confidence": radar["confidence"],
                "note": f"{radar['elevation_min_note']} {radar['note']}".strip(),
            }
        )
    return out


def _areas(summary: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "name": area["name"],
            "country": said.country(area["country"]),
            "place": f"{area['latitude_deg']:.1f}° N, {area['longitude_deg']:.1f}° E",
            "uncertainty": f"{area['uncertainty_deg']:g}°",
            "basing": area["basing"],
            "missile": area["missile_name"],
            "moved": ", ".join(words.km(m) for m in area["moved_m"]) or words.NONE,
            "points": area["points"],
            "keys": words.keys(area["source"]),
            "confidence": area["confidence"],
            "note": area["note"],
        }
        for area in summary["launch_areas"]
    ]


def _assumptions(summary: dict[str, Any]) -> list[dict[str, Any]]:
    """Catalogue values with range, basis, source and rivals, in their own units."""
    out = []
    for row in summary["assumptions"]:
        unit = "" if row["unit"] == "1" else words.NB + row["unit"].replace("^2", "²")

        def shown(value: float | None, unit: str = unit) -> str:
            return words.NONE if value is None else f"{value:,g}{unit}"

        out.append(
            {
                "name": f"{row['system_name']}: {row['path'].replace('.', ', ').replace('_', ' ')}",
                "value": shown(row["value"]),
                "low": shown(row["low"]),
                "high": shown(row["high"]),
                "basis": row["basis"],
                "keys": words.keys(row["source"]),
                "rivals": [
                    {"value": shown(r["value"]), "keys": words.keys(r["source"])}
                    for r in row["rivals"]
                ],
                "note": row["note"],
            }
        )
    return out
