"""A footprint as GeoJSON, KML and CSV: which cells are defended, by how many shots, and why not.

GeoJSON [rfc7946] has one polygon for each cell, KML [ogc-kml-2008] one area for each class, CSV one
row for each cell. Cells are rectangles of latitude and longitude around their centres.

Frame: WGS 84 geodetic. Units: degrees, seconds, square metres; the names say which.
"""

import csv
import io
import json
import xml.etree.ElementTree as ET
from typing import Any, Final

import numpy as np
import shapely

from shieldmap.export.flat import cell_rings, flat_parts, rings
from shieldmap.export.tracks import About
from shieldmap.model import Constraint
from shieldmap.results import Area, Cells, RunArea, code_of

_STATUS: Final = ("threatened", "not-threatened", "not-computed")
_CLASSES: Final = {
    "defended": ("defended by the values", "cc7a4f0a"),
    "high_only": ("defended only with every assumption at its good end", "99d2ae7a"),
    "undefended": ("threatened, not defended", "99a9cfe3"),
}
"""Classes of a map: a name, and the colour as KML writes it, from opacity to red."""

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


def area_csv(area: Area | RunArea, grid: Cells) -> str:
    """Write a footprint as a table with one row for each cell."""
    held = io.StringIO()
    writer = csv.DictWriter(held, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_cell_rows(area, grid))
    return held.getvalue()


def area_geojson(area: Area | RunArea, grid: Cells, about: About) -> str:
    """Write a footprint as GeoJSON: a polygon for each cell, a point for each town and asset.

    A cell that lies across 180 degrees is cut there.
    """
    features = []
    for i, row in enumerate(_cell_rows(area, grid)):
        half_h, half_w = 0.5 * grid.height_deg[i], 0.5 * grid.width_deg[i]
        y, x = grid.latitude_deg[i], grid.longitude_deg[i]
        pieces = cell_rings(x - half_w, y - half_h, x + half_w, y + half_h)
        features.append({"type": "Feature", "properties": row, "geometry": _cell_polygon(pieces)})
    for spot in area.spots:
        place = [spot.longitude_deg, spot.latitude_deg]
        told = spot.as_json().items()
        known = {key: value for key, value in told if not key.endswith("_deg")}
        features.append(
            {
                "type": "Feature",
                "properties": known,
                "geometry": {"type": "Point", "coordinates": place},
            }
        )
    whole = {
        "type": "FeatureCollection",
        "shieldmap": {
            "version": about.version,
            "state": area.query,
            "limits": about.limits,
            "sources": list(about.sources),
            "totals": area.totals.as_json(),
        },
        "features": features,
    }
    return json.dumps(_finite(whole), ensure_ascii=False, allow_nan=False) + "\n"


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


def area_kml(area: Area | RunArea, grid: Cells, about: About) -> str:
    """Write a footprint as KML: one area for each class of cells, clamped to the ground."""
    root = ET.Element("kml", xmlns="http://www.opengis.net/kml/2.2")
    document = ET.SubElement(root, "Document")
    _put_ring(document, "name", f"Shieldmap: {area.scenario}, {area.threat}")
    _put_ring(document, "description", "\n".join([about.limits, *about.sources]))
    for key, (_, colour) in _CLASSES.items():
        style = ET.SubElement(document, "Style", id=key)
        _put_ring(ET.SubElement(style, "PolyStyle"), "color", colour)
        _put_ring(ET.SubElement(style, "LineStyle"), "width", "0.5")
    bits, status = np.array(area.defended), np.array(area.status)
    chosen = {
        "defended": (status == 0) & (bits & 1 > 0),
        "high_only": (status == 0) & (bits & 1 == 0) & (bits & 4 > 0),
        "undefended": (status == 0) & (bits & 5 == 0),
    }
    for key, cells in chosen.items():
        if cells.any():
            _placemark(document, key, _dissolved(grid, cells))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _dissolved(grid: Cells, cells: Any) -> list[Any]:
    """The chosen cells as polygons without inner borders."""
    x, y = np.array(grid.longitude_deg)[cells], np.array(grid.latitude_deg)[cells]
    # A hair wider than the cells, so that the gaps of rounding close.
    w, h = 0.5001 * np.array(grid.width_deg)[cells], 0.5001 * np.array(grid.height_deg)[cells]
    whole = shapely.union_all(shapely.box(x - w, y - h, x + w, y + h))
    return flat_parts(whole)


def _placemark(document: ET.Element, key: str, polygons: list[Any]) -> None:
    placemark = ET.SubElement(document, "Placemark")
    _put_ring(placemark, "name", _CLASSES[key][0])
    _put_ring(placemark, "styleUrl", f"#{key}")
    geometry = ET.SubElement(placemark, "MultiGeometry")
    for polygon in polygons:
        outline = ET.SubElement(geometry, "Polygon")
        for number, ring in enumerate(rings(polygon)):
            tag = "innerBoundaryIs" if number else "outerBoundaryIs"
            line = ET.SubElement(ET.SubElement(outline, tag), "LinearRing")
            _put_ring(line, "coordinates", " ".join(f"{x:.5f},{y:.5f},0" for x, y in ring))


def _put_ring(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
