"""The page of a stability study: figures and tables laid out by ``stability.html.j2``."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from shieldmap import formats, geodata, terms, words
from shieldmap.archive import Run
from shieldmap.report import (
    claims,
    drawing,
    phrases,
    stability_figures as figures,
    stability_map as maps,
    stability_words as said,
    validation,
)
from shieldmap.report.tables import bibliography
from shieldmap.results import PairView, StabilitySummary, WatchedPair
from shieldmap.results.stability import HeadlineSums
from shieldmap.words import t

TEMPLATE: Final = "stability.html.j2"

View = Mapping[str, object]
"""What the template shows of a row, by its own names."""

_MARKS: Final = {"triangle": "▲", "square": "■", "diamond": "◆", "down": "▼"}

LIMITS: Final = (
    "use",
    "decoys",
    "data",
    "section",
    "boost",
    "cue",
    "alone",
    "loss",
    "hills",
    "energy",
    "stand_ins",
    "public",
    "others",
)
"""What the study cannot say, in the order of the page."""


def context(run: Run) -> Mapping[str, object]:
    """Everything that the template asks for."""
    summary, manifest = run.stability, run.manifest
    view, added = summary.view, said.radar_name(summary)
    return {
        "run": {"name": manifest.name, "hash": manifest.run_hash},
        "summary": summary,
        "manifest": manifest,
        "language": words.language(),
        "added": added,
        "paragraphs": said.answer(summary),
        "weak": said.weak(summary),
        "headline": said.section(view.headline_cross_section_m2),
        "most_section": said.section(view.cross_sections_m2[-1]),
        "least_view": formats.seconds(view.least_view_s),
        "totals": _totals(summary),
        "group_names": _group_names(summary),
        "group_heads": [name for _, name in _group_names(summary, is_short=True)],
        "second_group": dict(_group_names(summary, is_short=True))[_matrix_groups(summary)[1]],
        "matrix": _matrix(summary, "given"),
        "matrix_horizon": _matrix(summary, "horizon"),
        "seconds": _seconds(summary),
        "is_ever_in_view": _is_ever_in_view(summary),
        "first_views": _first_views(run),
        "ranges": _ranges(summary),
        "ranges_same": _ranges_same(summary),
        "apart": _apart(summary),
        "passages": _passages(summary),
        "reach": _reach(summary),
        "lowest": _lowest(summary),
        "radars": _radars(summary),
        "areas": _areas(summary),
        "assumptions": _assumptions(summary),
        "statements": said.statements(summary),
        "turned": said.turned(summary),
        "bibliography": bibliography(run),
        "attribution": geodata.attribution(),
        "trust": validation.section(validation.read_validation()),
        **claims.section(run),
        "colours": maps.colours(summary),
        "group_colours": figures.group_colours(summary),
        "elevations": [
            formats.measured(line.elevation_deg, "deg") for line in summary.geometry.lines
        ],
        "reach_m": {
            "reach": formats.km(summary.interceptor.envelope.reach_m),
            "ceiling": formats.km(summary.interceptor.envelope.ceiling_m),
        },
        "farthest": formats.km(summary.interceptor.farthest_m),
        "limits": LIMITS,
        "rows_of_groups": ", ".join(
            name for group, name in _group_names(summary) if group not in ("others", "all")
        ),
        "versions": ", ".join(f"{name} {found}" for name, found in manifest.versions.items()),
        **_theatre(run),
        **_legends(summary),
        **_charts(run),
    }


def _theatre(run: Run) -> View:
    """What hangs on where the study lies, on its radars and on what its file says of them."""
    summary = run.stability
    horizon_deg = summary.view.horizon_deg
    elevation, is_level = formats.measured(horizon_deg, "deg"), horizon_deg == 0.0
    is_round = any(radar.sector_deg >= 360.0 for radar in summary.radars)
    return {
        "least_elevations": said.least_elevations(summary),
        "ranges_note": said.ranges_note(summary),
        "waves": said.longer_waves(summary),
        "round": "yes" if is_round else "no",
        "left_out": words.said(summary.left_out) or "none",
        "world_lies": maps.world_lies(run),
        "horizon": {"elevation": elevation, "level": "yes" if is_level else "no"},
    }


def _legends(summary: StabilitySummary) -> View:
    sections = summary.view.cross_sections_m2
    return {
        "section_legend": [
            (figures.section_colour(number), said.section(section), number % 2 == 0)
            for number, section in enumerate(sections)
        ],
        "area_legend": [
            (_MARKS.get(kind, "●"), face, said.country_in_sentence(code))
            for code, (kind, face) in maps.marks(summary).items()
        ],
        "sections": [said.section(section) for section in sections],
    }


def _charts(run: Run) -> View:
    summary = run.stability
    country = summary.countries[0]
    known: set[str] = set()
    named = {
        "radar": said.radar_name(summary),
        "section": said.section(summary.view.headline_cross_section_m2),
        "country": said.country_in_sentence(country),
    }
    clear = "_clear" if said.is_clear(summary) else ""
    near_km = figures.near_limits_km(summary)
    far_km = max(near_km[0], 2600.0), max(near_km[1], 1250.0)
    high = figures.height_figure(run, *far_km, t("stability_high_figure"))
    reach = figures.height_figure(run, *near_km, t("stability_reach_figure"))

    def drawn(canvas: drawing.Canvas, name: str, known: set[str] | None = None) -> str:
        return drawing.svg(canvas, name, t(f"stability_{name}_alt", **named), known)

    return {
        "world_map": drawn(maps.world_map(run), "world", known),
        "near_map": drawn(maps.near_map(run), "near", known),
        "timeline_chart": drawn(figures.timeline_figure(run), "when"),
        "timeline_rows": len(figures.timeline_tracks(run)),
        "duration_chart": drawn(figures.duration_figure(run, country), "long"),
        **_turning(run, country),
        "height_chart": drawn(high, "high"),
        "near_height_chart": drawing.svg(reach, "reach", t(f"stability_reach_alt{clear}")),
    }


def _turning(run: Run, country: str) -> View:
    """The chart of all directions of the added radar; none where its sector is the whole round."""
    summary = run.stability
    radar, task = said.added_radar(summary), summary.turning.task
    if not said.can_turn(summary):
        return {"turning_chart": ""}
    named = {"radar": said.radar_name(summary), "sites_of": said.sites_of(task)}
    is_ranged = radar.boresight_range_deg is not None
    canvas = figures.turning_figure(run, country)
    alt = t(
        "stability_turn_alt",
        country=said.country_in_sentence(country),
        held="yes" if task else "no",
        **named,
    )
    return {
        "turning_chart": drawing.svg(canvas, "turn", alt),
        "turning_caption": t(
            "stability_turning_caption",
            band="task" if task else "range" if is_ranged else "none",
            estimate="yes" if is_ranged else "no",
            **named,
        ),
    }


# --- tables -----------------------------------------------------------------------


def _group_names(summary: StabilitySummary, *, is_short: bool = False) -> list[tuple[str, str]]:
    """Groups in the order of the tables: the added radar, those named, all without it, all."""
    radar = said.radar_name(summary)
    names = {group.id: said.group_name(summary, group) for group in summary.groups}
    if is_short:
        names |= {
            group.id: words.said(group.short)
            for group in summary.groups
            if group.id not in ("others", "all")
        }
        names |= {summary.added_radar: radar, "others": t("stability_without", radar=radar)}
    order = [name for name in names if name not in ("others", "all")] + ["others", "all"]
    return [(name, names[name][:1].upper() + names[name][1:]) for name in order]


def _totals(summary: StabilitySummary) -> Sequence[View]:
    """Flights seen by country, limit, cross section and group."""
    groups = _group_names(summary)
    return [
        {
            "country": said.country_in_sentence(row.country),
            "limit": row.limit,
            "section": said.section(row.cross_section_m2),
            "flown": row.flown,
            "seen": [row.seen[group] for group, _ in groups],
            "only": row.only_with_added,
            "longer": row.longer_with_added,
            "added": said.minutes(row.seconds["added"]),
        }
        for row in summary.totals
        if row.country
    ]


def _matrix(summary: StabilitySummary, limit: str) -> Sequence[View]:
    """Areas by city and group: the smallest cross section at which the flight is seen."""
    shown = _matrix_groups(summary)
    out = []
    for area in summary.launch_areas:
        cells = []
        for city in summary.cities:
            pair = _pair(summary, area.id, city.id)
            cells += [_matrix_cell(summary, pair, limit, group) for group in shown]
        out.append(
            {
                "name": area.name,
                "country": said.country_in_sentence(area.country),
                "missile": area.missile_name.split(" (")[0],
                "cells": cells,
            }
        )
    return out


def _matrix_groups(summary: StabilitySummary) -> list[str]:
    named = [g.id for g in summary.groups if g.id not in ("others", "all")]
    return [*named[:2], "all"]


def _matrix_cell(
    summary: StabilitySummary, pair: WatchedPair, limit: str, group: str
) -> dict[str, str]:
    if pair.status == "not-reached":
        return {
            "state": "na",
            "text": t("stability_not_reached_short"),
            "title": t("stability_not_reached"),
        }
    if pair.status != "flown":
        return {"state": "na", "text": "?", "title": t("stability_not_computed")}
    sections = summary.view.cross_sections_m2
    view = pair.views[limit][group]
    column = next((i for i, is_seen in enumerate(view.is_seen) if is_seen), None)
    if column is None:
        return {"state": "no", "text": "○", "title": t("stability_not_seen")}
    time = formats.seconds(view.seconds[column])
    return {
        "state": "yes",
        "text": formats.short(sections[column]),
        "title": t("stability_seen_from", section=said.section(sections[column]), time=time),
    }


def _pair(summary: StabilitySummary, area: str, city: str) -> WatchedPair:
    return next(p for p in summary.pairs if p.launch_area == area and p.city == city)


def _seconds(summary: StabilitySummary) -> Sequence[View]:
    """Every pair with its seconds in view by group at the headline cross section."""
    view = summary.view
    column = view.cross_sections_m2.index(view.headline_cross_section_m2)
    groups = [*(group for group, _ in _group_names(summary)), "added"]
    out = []
    for pair in summary.pairs:
        start, end = said.flight(summary, pair.launch_area, pair.city)
        row: dict[str, object] = {
            "start": start,
            "end": end,
            "is_flown": pair.status == "flown",
            "beyond": _beyond(pair),
        }
        if pair.status == "flown":
            found = pair.views["given"]
            own = found[summary.added_radar]
            points = str(own.seen_flights[column])
            row |= {
                "cells": [_span(found[group], column) for group in groups],
                "seen_flights": formats.part_of(points, str(pair.flown_in_all)),
                "apogee": formats.km(pair.apogee_m),
                "boost": formats.seconds(own.boost_seconds[column]),
            }
        out.append(row)
    return out


def _is_ever_in_view(summary: StabilitySummary) -> bool:
    """Whether any radar has any flight in view at the headline cross section, over all points."""
    view = summary.view
    column = view.cross_sections_m2.index(view.headline_cross_section_m2)
    return any(
        one.seconds[column] or one.high_seconds[column] or one.boost_seconds[column]
        for pair in summary.pairs
        if pair.status == "flown"
        for one in pair.views["given"].values()
    )


def _beyond(pair: WatchedPair) -> str:
    """That a city is not reached, and how far the stand-in flies that way where that explains it.

    The limit is taken on the bearing of the city and not on that of the launch, which the turning
    Earth puts further west; for cities just beyond, it can lie above the distance.
    """
    limit, distance = pair.range_limit_m, formats.km(pair.distance_m)
    if limit is None or limit > pair.distance_m:
        return t("stability_just_beyond", distance=distance)
    return t("stability_beyond_range", distance=distance, limit=formats.km(limit))


def _span(view: PairView, column: int) -> str:
    """Seconds at the area's own point, and over all points where they differ."""
    low, high = view.low_seconds[column], view.high_seconds[column]
    text = formats.number(view.seconds[column])
    if low is None or high is None or round(low) == round(high):
        return text
    return f"{text} ({formats.span(formats.number(low), formats.number(high))})"


def _first_views(run: Run) -> Sequence[View]:
    """When, how high and in which phase the added radar first and last sees a flight."""
    summary = run.stability
    headline = summary.view.headline_cross_section_m2
    rows = [row for row in run.passes if row["radar"] == summary.added_radar]
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
                "first": formats.seconds(float(row["first_s"])),
                "first_altitude": formats.km(float(row["first_altitude_m"])),
                "first_phase": t(f"stability_phase_{row['first_phase']}"),
                "azimuth": said.degrees(float(row["first_azimuth_deg"])),
                "slant": formats.km(float(row["first_slant_m"])),
                "last": formats.seconds(float(row["last_s"])),
                "last_altitude": formats.km(float(row["last_altitude_m"])),
                "seconds": formats.seconds(float(row["seconds"])),
                "falling": formats.seconds(float(row["falling_seconds"])),
                "uncued": formats.seconds(float(row["uncued_seconds"])),
            }
        )
    return out


def _ranges(summary: StabilitySummary) -> Sequence[View]:
    """The headline sums at their value, with one assumption at a time at its ends, and drawn."""
    view, ranges = summary.view, summary.ranges
    column = view.cross_sections_m2.index(view.headline_cross_section_m2)
    names = ("seen_alone", "seen_others", "only_with_added", "added_seconds")

    def cells(low: HeadlineSums, high: HeadlineSums) -> list[str]:
        return [said.spread(low[name], high[name], name) for name in names]

    value = ranges.value[column]
    most = formats.number(max(summary.launches.apogee_ratios, default=1.0), 2)
    return [
        {"name": t("stability_as_given"), "is_given": True, "cells": cells(value, value)},
        *(
            {
                "name": t(f"stability_range_{variant.name.replace(' ', '-')}", most=most),
                "is_given": False,
                "cells": cells(variant.low[column], variant.high[column]),
            }
            for variant in ranges.variants
        ),
        {
            "name": t("stability_range_drawn", samples=ranges.samples),
            "is_given": False,
            "cells": cells(ranges.p05[column], ranges.p95[column]),
        },
    ]


def _ranges_same(summary: StabilitySummary) -> str:
    """One sentence in place of the table where no assumption moves any of the sums; else nothing."""
    rows = _ranges(summary)
    given, *varied = rows
    if any(row["cells"] != given["cells"] for row in varied):
        return ""
    alone, others, only, _ = cast("list[str]", given["cells"])
    return t(
        "stability_ranges_same",
        radar=said.radar_name(summary),
        section=said.section(summary.view.headline_cross_section_m2),
        alone=alone,
        others=others,
        only=only,
        names="; ".join(str(row["name"]) for row in varied),
    )


def _apart(summary: StabilitySummary) -> Sequence[View]:
    """The groups that the study sets beside the added radar, each in a section of its own."""
    return [
        {
            "id": f"group-{group.id}",
            "name": words.said(group.short),
            "intro": words.said(group.intro),
            "note": words.said(group.note),
            "rows": _group_rows(summary, group.id),
        }
        for group in summary.groups
        if group.intro
    ]


def _group_rows(summary: StabilitySummary, group: str) -> Sequence[View]:
    """What one named group sees by cross section and limit, beside the added radar."""
    horizon = formats.measured(summary.view.horizon_deg, "deg")
    return [
        {
            "limit": t(f"stability_limit_{row.limit}", elevation=horizon),
            "section": said.section(row.cross_section_m2),
            "seen": row.seen[group],
            "flown": row.flown,
            "minutes": said.minutes(row.seconds[group]),
            "alone": row.seen[summary.added_radar],
            "alone_minutes": said.minutes(row.seconds[summary.added_radar]),
        }
        for row in summary.totals
        if not row.country
    ]


def _passages(summary: StabilitySummary) -> Sequence[View]:
    """The flights that pass nearest to the battery."""
    rows = [p for p in summary.interceptor.passages if p.least_slant_m is not None]
    out = []
    for row in sorted(rows, key=lambda row: row.least_slant_m or 0.0)[:12]:
        start, end = said.flight(summary, row.launch_area, row.city)
        out.append(
            {
                "start": start,
                "end": end,
                "ground": formats.km(row.ground_m),
                "altitude": formats.km(row.altitude_m),
                "speed": formats.quantity(row.speed_m_s, "m/s"),
                "slant": formats.km(row.slant_m),
                "least_slant": formats.km(row.least_slant_m),
                "gap": _gap(row.gap_m),
                "least_gap": _gap(row.least_gap_m),
            }
        )
    return out


def _gap(gap_m: float | None) -> str:
    return t("stability_no_reach") if gap_m is None else formats.margin(gap_m, "m")


def _reach(summary: StabilitySummary) -> list[dict[str, str]]:
    """The highest altitude of the interceptor by distance over the ground."""
    reach = summary.interceptor.envelope
    out = []
    for ground, top, high in zip(reach.ground_m, reach.top_m, reach.top_high_m, strict=True):
        if round(ground / 1e3) % 100 == 0:
            out.append(
                {"ground": formats.km(ground), "top": formats.km(top), "high": formats.km(high)}
            )
    return out


def _lowest(summary: StabilitySummary) -> Sequence[View]:
    geometry = summary.geometry
    return [
        {
            "range": formats.km(at),
            "cells": [formats.km(line.lowest_m[row]) for line in geometry.lines],
        }
        for row, at in enumerate(geometry.range_m)
    ]


def _radars(summary: StabilitySummary) -> Sequence[View]:
    out = []
    for radar in summary.radars:
        rivals = [
            f"{formats.measured(r.value, 'deg')} ({', '.join(phrases.keys(r.source))})"
            for r in radar.elevation_min_rivals
        ]
        span = formats.span(*(said.degrees(end) for end in radar.boresight_span_deg))
        out.append(
            {
                "name": radar.name,
                "name_local": radar.name_local,
                "system": radar.system_name,
                "place": formats.position(radar.latitude_deg, radar.longitude_deg, 1),
                "boresight": f"{formats.measured(radar.boresight_deg, 'deg')} ({span})",
                "sector": formats.measured(radar.sector_deg, "deg"),
                "elevation": formats.measured(radar.elevation_min_deg, "deg"),
                "rivals": "; ".join(rivals),
                "tracked": [formats.km(r) for r in radar.track_range_m.value],
                "searched": [formats.km(r) for r in radar.search_range_m.value],
                "keys": phrases.keys(radar.source),
                "confidence": t(f"stability_confidence_{radar.confidence}"),
                "note": f"{radar.elevation_min_note} {radar.note}".strip(),
            }
        )
    return out


def _areas(summary: StabilitySummary) -> Sequence[View]:
    return [
        {
            "name": area.name,
            "country": said.country_in_sentence(area.country),
            "place": formats.position(area.latitude_deg, area.longitude_deg, 1),
            "uncertainty": formats.measured(area.uncertainty_deg, "deg"),
            "basing": words.said(area.basing),
            "missile": area.missile_name,
            "moved": ", ".join(formats.km(m) for m in area.moved_m) or formats.NONE,
            "points": area.points,
            "keys": phrases.keys(area.source),
            "confidence": t(f"stability_confidence_{area.confidence}"),
            "note": area.note,
        }
        for area in summary.launch_areas
    ]


def _assumptions(summary: StabilitySummary) -> Sequence[View]:
    """Catalogue values with range, basis, source and rivals, in their own units."""
    out = []
    for row in summary.assumptions:
        value, low, high = (
            formats.measured(end, row.unit) for end in (row.value, row.low, row.high)
        )
        out.append(
            {
                "name": f"{row.system_name}: {_value_name(row.path)}",
                "value": value,
                "low": low,
                "high": high,
                "basis": t(f"stability_basis_{row.basis}"),
                "keys": phrases.keys(row.source),
                "rivals": [
                    {
                        "value": formats.measured(r.value, row.unit),
                        "keys": phrases.keys(r.source),
                    }
                    for r in row.rivals
                ],
                "note": row.note,
            }
        )
    return out


def _value_name(path: str) -> str:
    """What a value of the catalogue is: an assumption, or one that is none."""
    where = {f"defence.{path}", f"radar.{path}"}
    named = (words.of(one.long) for one in terms.ASSUMPTIONS.values() if one.where in where)
    return next(named, "") or t(f"stability_value_{path.replace('.', '_')}")
