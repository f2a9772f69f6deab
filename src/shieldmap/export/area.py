"""A footprint as GeoJSON and CSV: which cells are defended, by how many shots, and why not.

GeoJSON [rfc7946] keeps one polygon for each cell with all its numbers, because that is what an analyst
computes with; colours and titles [simplestyle-spec] make viewers draw it as the page does. They cost a
third of the file. Every feature names its ``layer``: cell, place, battery, radar, launcher, layer,
launch-point or flight. The member ``shieldmap`` says whose answer it is.

CSV has one row for each cell and nothing else: a comment line would be taken for the column names by
Excel, by pandas and by R, which none of them can be told without options. So what the table belongs to
stands in its last columns, the same in every row: study, missile, state, draws, hash and date. What was
changed stands in ``state``, as an address of the page holds it. These are plain letters, because Excel
reads no others without being told how.

Cells are rectangles of latitude and longitude around their centres.

Frame: WGS 84 geodetic. Units: degrees, seconds, square metres; the names say which.
"""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from shieldmap import colours, words
from shieldmap.export import classes
from shieldmap.export.flat import DECIMALS, cell_rings
from shieldmap.export.heading import Heading, as_member
from shieldmap.export.scene import COLOURS, Scene, SiteKind
from shieldmap.export.tracks import Track, legs_deg, lines_deg, phase_colour
from shieldmap.formats import NB
from shieldmap.model import Constraint
from shieldmap.results import Area, Cells, PageSpot, RunArea, code_of
from shieldmap.words import t

_STATUS: Final = ("threatened", "not-threatened", "not-computed")
_SYMBOLS: Final[dict[SiteKind, str]] = {
    "battery": "triangle",
    "radar": "communications-tower",
    "launcher": "triangle-stroked",
    "layer": "triangle-stroked",
    "launch-point": "rocket",
}
"""Signs of the Maki set, which viewers of simplestyle know."""

PLACE_COLOURS: Final = {
    "yes": colours.MAP.shares[-1].fill,
    "no": colours.SAND,
    "out": colours.MAP.not_threatened,
    **{f"share-{number}": one.fill for number, one in enumerate(colours.MAP.shares)},
}
"""Of a place, by :func:`place_answer`: as a cell of the map."""

_COLUMNS: Final = (
    "latitude_deg",
    "longitude_deg",
    "people",
    "status",
    "defended",
    "defended_bad",
    "defended_good",
    "shots",
    "margin_s",
    "reason",
    "probability_percent",
)
_OWNER: Final = ("scenario", "missile", "state", "draws", "hash", "computed")


def _cell_rows(area: Area | RunArea, grid: Cells) -> list[dict[str, Any]]:
    """One row for each cell."""
    chance = area.probability or (None,) * area.cells
    return [
        {
            "latitude_deg": grid.latitude_deg[i],
            "longitude_deg": grid.longitude_deg[i],
            "people": grid.people[i],
            "status": _STATUS[area.status[i]],
            "defended": bool(area.defended[i] & 1),
            "defended_bad": bool(area.defended[i] & 2),
            "defended_good": bool(area.defended[i] & 4),
            "shots": area.shots[i],
            "margin_s": area.margin_s[i],
            "reason": code_of(Constraint(area.reason[i])) if area.reason[i] >= 0 else None,
            "probability_percent": chance[i],
        }
        for i in range(area.cells)
    ]


def area_csv(area: Area | RunArea, grid: Cells, heading: Heading) -> str:
    """Write a footprint as a table with one row for each cell; its last columns say whose it is."""
    held = io.StringIO()
    writer = csv.DictWriter(held, (*_COLUMNS, *_OWNER), lineterminator="\n")
    owner = {
        "scenario": area.scenario,
        # A space that breaks no line is no plain letter.
        "missile": heading.flight.replace(NB, " "),
        "state": area.query,
        "draws": heading.draws or None,
        "hash": heading.run_hash,
        "computed": heading.computed,
    }
    writer.writeheader()
    writer.writerows({**row, **owner} for row in _cell_rows(area, grid))
    return held.getvalue()


def area_geojson(
    area: Area | RunArea, grid: Cells, heading: Heading, scene: Scene | None = None
) -> str:
    """Write a footprint as GeoJSON: cells, towns and assets, and what stands and flies there.

    A cell that lies across 180 degrees is cut there.
    """
    scene = Scene() if scene is None else scene
    whole = {
        "type": "FeatureCollection",
        "shieldmap": {
            **as_member(heading),
            "scenario": area.scenario,
            "state": area.query,
            "totals": area.totals.as_json(),
        },
        "features": [
            *_cell_features(area, grid),
            *_edge_features(scene),
            *_flight_features(scene),
            *_site_features(scene),
            *map(_place_feature, area.spots),
        ],
    }
    return json.dumps(_finite(whole), ensure_ascii=False, allow_nan=False) + "\n"


def _styled(
    layer: str, geometry: Any, told: dict[str, Any], style: dict[str, Any]
) -> dict[str, Any]:
    properties = {"layer": layer, **told, **style}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _cell_features(area: Area | RunArea, grid: Cells) -> Iterator[dict[str, Any]]:
    every = classes.every(area)
    owners = np.argmax([one.cells for one in every], axis=0)
    for i, row in enumerate(_cell_rows(area, grid)):
        half_h, half_w = 0.5 * grid.height_deg[i], 0.5 * grid.width_deg[i]
        y, x = grid.latitude_deg[i], grid.longitude_deg[i]
        pieces = cell_rings(x - half_w, y - half_h, x + half_w, y + half_h)
        owner = every[owners[i]]
        share = row["probability_percent"]
        is_counted = row["status"] == _STATUS[0] and share is not None
        style = {
            "title": t("files_cell_share", percent=share) if is_counted else owner.text,
            "fill": f"#{owner.fill}",
            "fill-opacity": owner.opacity,
            "stroke-width": 0,
        }
        yield _styled("cell", _cell_polygon(pieces), row, style)


def _edge_features(scene: Scene) -> Iterator[dict[str, Any]]:
    for edge in scene.edges:
        told = {"mode": edge.mode, "range_m": edge.range_m, "title": edge.text}
        yield _styled(
            "radar",
            _line_geometry(lines_deg(edge.position_m)),
            {**told, "description": t("files_edge_note")},
            {
                "stroke": f"#{COLOURS['radar']}",
                "stroke-width": 2 if edge.mode == "search" else 1,
                "stroke-opacity": 0.9,
            },
        )


def _flight_features(scene: Scene) -> Iterator[dict[str, Any]]:
    for track in scene.flights:
        for phase, pieces in legs_deg(track):
            title = leg_title(track, phase)
            told = {"phase": phase, "title": title, "description": track.description}
            style = {"stroke": f"#{phase_colour(phase)}", "stroke-width": 2}
            yield _styled("flight", _line_geometry(pieces), told, style)


def leg_title(track: Track, phase: str) -> str:
    """A flight and one of its phases, in the reader's language."""
    return t("files_leg", flight=track.name, phase=t(f"files_phase_{phase}"))


def _line_geometry(pieces: list[Any]) -> dict[str, Any]:
    """Lines of latitude, longitude and height as GeoJSON has them: longitude first."""
    rows = [
        [
            [round(x, DECIMALS) + 0.0, round(y, DECIMALS) + 0.0, round(z) + 0]
            for y, x, z in piece.tolist()
        ]
        for piece in pieces
    ]
    if len(rows) == 1:
        return {"type": "LineString", "coordinates": rows[0]}
    return {"type": "MultiLineString", "coordinates": rows}


def _site_features(scene: Scene) -> Iterator[dict[str, Any]]:
    for site in scene.sites:
        yield _styled(
            site.kind,
            {"type": "Point", "coordinates": [site.longitude_deg, site.latitude_deg]},
            {"name": site.name, "title": site.name, "description": site.text},
            {"marker-color": f"#{COLOURS[site.kind]}", "marker-symbol": _SYMBOLS[site.kind]},
        )


def _place_feature(spot: PageSpot) -> dict[str, Any]:
    told = {key: value for key, value in spot.as_json().items() if not key.endswith("_deg")}
    style = {
        "marker-color": PLACE_COLOURS[place_answer(spot)],
        "marker-symbol": "circle",
        "marker-size": "small" if spot.kind == "town" else "medium",
    }
    return _styled(
        "place",
        {"type": "Point", "coordinates": [spot.longitude_deg, spot.latitude_deg]},
        {**told, "title": place_title(spot), "description": place_reason(spot)},
        style,
    )


def place_answer(spot: PageSpot) -> str:
    """The class of the share of the draws that defend a place, such as ``share-2``, or ``out`` of range.

    Where nothing was drawn, ``yes`` or ``no`` by the values.
    """
    if spot.status != _STATUS[0]:
        return "out"
    percent = _percent(spot)
    if percent is None:
        return "yes" if spot.defended else "no"
    return f"share-{colours.share_class(percent)}"


def _percent(spot: PageSpot) -> int | None:
    """The share of the draws that defend a place; nothing where it is out of range or nothing was drawn."""
    share = spot.share_of_samples
    return None if share is None or spot.status != _STATUS[0] else round(100.0 * share)


def place_title(spot: PageSpot) -> str:
    """A place and in what share of the draws it is defended, in the reader's language."""
    place, percent = words.name_of(spot.name, spot.name_ko), _percent(spot)
    if percent is not None:
        return t("files_place_share", place=place, percent=percent)
    return t(f"files_place_{place_answer(spot)}", place=place)


def place_reason(spot: PageSpot) -> str:
    """Why a place is not defended at the values; nothing where it is."""
    if spot.reason is None or spot.defended:
        return ""
    return t("files_place_reason", reason=t(f"reason_{spot.reason}_long"))


def _cell_polygon(pieces: list[Any]) -> dict[str, Any] | None:
    """One polygon, several where 180 degrees parts them, null where nothing is left."""
    if len(pieces) > 1:
        return {"type": "MultiPolygon", "coordinates": pieces}
    return {"type": "Polygon", "coordinates": pieces[0]} if pieces else None


def _finite(content: Any) -> Any:
    """JSON has no NaN: a number that does not exist becomes null."""
    if isinstance(content, dict):
        return {key: _finite(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_finite(value) for value in content]
    return None if isinstance(content, float) and not np.isfinite(content) else content
