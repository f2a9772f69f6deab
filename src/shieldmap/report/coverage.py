"""What the radar of a study sees: the words and tables of the run's ``coverage.json``.

Nothing is computed here; ``coverage_figures`` draws the pictures.
"""

from shieldmap import formats, words
from shieldmap.archive import Run
from shieldmap.report import coverage_figures as figures, drawing
from shieldmap.report.drawing import number
from shieldmap.results import CoverageCountry, CoverageRange, NoRadar, StudyCoverage
from shieldmap.results.radar import RangeEnds
from shieldmap.words import t


def section(run: Run) -> dict[str, object]:
    """Everything that the section on the radar asks for."""
    values = run.coverage
    if isinstance(values, NoRadar):
        return {"coverage": {"present": False, "terrain": ""}}
    known: set[str] = set()
    maps = [
        drawing.svg(
            figures.detection_map(values, level),
            f"seen{i}",
            t("figure_detected_label", altitude=formats.km(level.altitude_m)),
            known,
        )
        for i, level in enumerate(values.altitudes)
    ]
    return {
        "coverage": {
            "present": True,
            "system": values.radar.system,
            "place": words.inline(words.translated(values.radar.place)),
            "terrain": _terrain(values),
            "has_terrain": values.radar.has_terrain,
            "sight": _sight(values),
            "lowest_map": drawing.svg(
                figures.lowest_map(values),
                "lowest",
                t("figure_lowest_label"),
            ),
            "cut": drawing.svg(
                figures.cut_figure(values),
                "cut",
                t("figure_cut_label"),
            ),
            "maps": maps,
            "sections": [_section_key(one) for one in figures.sections(values)],
            "ranges": [_range_row(row) for row in values.ranges],
            "altitudes": [formats.km(level.altitude_m) for level in values.altitudes],
            "stated": formats.measured(values.stated_m2, "m2"),
            "stated_range": formats.km(_stated(values).track_m.value),
            "countries": [_country_row(values, row) for row in values.countries],
        }
    }


# --- words and tables ------------------------------------------------------------


def _terrain(values: StudyCoverage) -> str:
    radar = values.radar
    if not radar.has_terrain:
        return t("report_no_terrain")
    file = radar.terrain
    return t("report_terrain", file=file) if file else t("report_terrain_profile")


def _sight(values: StudyCoverage) -> str:
    """How far the line of sight goes at each altitude."""
    return formats.listed(
        [
            t(
                "report_sight_at",
                slant=formats.km(level.slant_m),
                altitude=formats.km(level.altitude_m),
            )
            for level in values.altitudes
        ]
    )


def _section_key(one: figures.Section) -> dict[str, str]:
    """A line of the legend, drawn as it is drawn on the maps."""
    canvas = drawing.Canvas(0.36, 0.18)
    y = number(0.5 * canvas.height)
    canvas.path(f"M2 {y}H{number(canvas.width - 2)}", None, one.line.colour, 1.6, one.line.dash)
    text = formats.measured(one.square_m, "m2")
    return {"svg": drawing.svg(canvas, f"rcs{number(one.square_m)}", ""), "text": text}


def _range_row(row: CoverageRange) -> dict[str, str]:
    def span(ends: RangeEnds) -> str:
        return formats.span(formats.km(ends.bad), formats.km(ends.good))

    return {
        "section": formats.short(row.cross_section_m2),
        "track": formats.km(row.track_m.value),
        "track_span": span(row.track_m),
        "search": formats.km(row.search_m.value),
        "search_span": span(row.search_m),
    }


def _stated(values: StudyCoverage) -> CoverageRange:
    """The row of the cross section for which the radar's range is published."""
    return next(row for row in values.ranges if row.cross_section_m2 == values.stated_m2)


def _country_row(values: StudyCoverage, row: CoverageCountry) -> dict[str, object]:
    column = values.ranges.index(_stated(values))
    seen = row.seen_m2
    ends = zip(seen.value, seen.low or seen.value, seen.high or seen.value, strict=True)
    cells = [
        {
            "value": _square_km(value),
            "share": formats.percent(value / row.land_m2),
            "span": formats.span(_square_km(low), _square_km(high)),
            "stated": _square_km(tracked[column]),
        }
        for (value, low, high), tracked in zip(ends, row.tracked_m2, strict=True)
    ]
    return {"name": figures.country_name(row), "iso3": row.iso3, "cells": cells}


def _square_km(area_m2: float) -> str:
    """Thousands of square kilometres, as far as borders of some hundred metres allow."""
    thousand = area_m2 / 1e9
    if thousand < 0.05:
        return "<0.1" if thousand > 0.0 else "0"
    return formats.number(float(f"{thousand:.3g}"), 1 if thousand < 99.95 else 0)
