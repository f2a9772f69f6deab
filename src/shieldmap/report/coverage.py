"""What the radar of a study sees: the words and tables of the run's ``coverage.json``.

Nothing is computed here; ``coverage_figures`` draws the pictures.
"""

from collections.abc import Mapping
from typing import Any

from shieldmap.archive import Run
from shieldmap.report import coverage_figures as figures, drawing, words
from shieldmap.report.drawing import number

Values = Mapping[str, Any]


def section(run: Run) -> dict[str, Any]:
    """Everything that the section on the radar asks for."""
    values = run.coverage
    if not values["present"]:
        return {"coverage": {"present": False, "terrain": ""}}
    known: set[str] = set()
    maps = [
        drawing.svg(
            figures.detection_map(values, level),
            f"seen{i}",
            f"Map of where targets at {level['altitude_m'] / 1e3:,.0f} km are detected.",
            known,
        )
        for i, level in enumerate(values["altitudes"])
    ]
    return {
        "coverage": {
            "present": True,
            "system": values["radar"]["system"],
            "place": values["radar"]["place"],
            "terrain": _terrain(values),
            "has_terrain": values["radar"]["has_terrain"],
            "words": _words(values),
            "lowest_map": drawing.svg(
                figures.lowest_map(values),
                "lowest",
                "Map of the lowest altitude at which a target is seen.",
            ),
            "cut": drawing.svg(
                figures.cut_figure(values),
                "cut",
                "The radar's view in a vertical cut along its boresight.",
            ),
            "maps": maps,
            "sections": [_section_key(one) for one in figures.sections(values)],
            "ranges": [_range_row(row) for row in values["ranges"]],
            "altitudes": [words.km(level["altitude_m"]) for level in values["altitudes"]],
            "stated": f"{values['stated_m2']:g}{words.NB}m²",
            "stated_range": words.km(_stated(values)["track_m"]["value"]),
            "countries": [_country_row(values, row) for row in values["countries"]],
        }
    }


# --- words and tables ------------------------------------------------------------


def _terrain(values: Values) -> str:
    radar = values["radar"]
    if not radar["has_terrain"]:
        return "No terrain was used: no hill hides anything from the radar."
    return f"Terrain: {radar['terrain'] or 'a horizon profile of the scenario'}."


def _words(values: Values) -> str:
    """How far the line of sight goes at each altitude, in a sentence."""
    parts = [
        f"{words.km(level['slant_m'])} at {words.km(level['altitude_m'])}"
        for level in values["altitudes"]
    ]
    return f"The line of sight ends at a slant range of {', '.join(parts[:-1])} and {parts[-1]}."


def _section_key(one: figures.Section) -> dict[str, str]:
    """A line of the legend, drawn as it is drawn on the maps."""
    canvas = drawing.Canvas(0.36, 0.18)
    y = number(0.5 * canvas.height)
    canvas.path(f"M2 {y}H{number(canvas.width - 2)}", None, one.line.colour, 1.6, one.line.dash)
    text = f"{one.square_m:g}{words.NB}m²"
    return {"svg": drawing.svg(canvas, f"rcs{number(one.square_m)}", ""), "text": text}


def _range_row(row: Mapping[str, Any]) -> dict[str, str]:
    def span(ends: Mapping[str, float]) -> str:
        return words.span(words.km(ends["low"]), words.km(ends["high"]))

    return {
        "section": f"{row['cross_section_m2']:g}",
        "track": words.km(row["track_m"]["value"]),
        "track_span": span(row["track_m"]),
        "search": words.km(row["search_m"]["value"]),
        "search_span": span(row["search_m"]),
    }


def _stated(values: Values) -> Mapping[str, Any]:
    """The row of the cross section for which the radar's range is published."""
    rows: list[Mapping[str, Any]] = values["ranges"]
    return next(row for row in rows if row["cross_section_m2"] == values["stated_m2"])


def _country_row(values: Values, row: Mapping[str, Any]) -> dict[str, Any]:
    column = values["ranges"].index(_stated(values))
    seen = row["seen_m2"]
    cells = []
    for i in range(len(values["altitudes"])):
        value, low, high = (seen[end][i] for end in ("value", "low", "high"))
        cells.append(
            {
                "value": _square_km(value),
                "share": words.percent(value / row["land_m2"]),
                "span": words.span(_square_km(low), _square_km(high)),
                "stated": _square_km(row["tracked_m2"][i][column]),
            }
        )
    return {"name": row["name"], "iso3": row["iso3"], "cells": cells}


def _square_km(area_m2: float) -> str:
    """Thousands of square kilometres, as far as borders of some hundred metres allow."""
    thousand = area_m2 / 1e9
    if thousand == 0.0:
        return "0"
    if thousand < 0.05:
        return "<0.1"
    if thousand < 99.95:
        return f"{thousand:.1f}"
    return f"{float(f'{thousand:.3g}'):,.0f}"
