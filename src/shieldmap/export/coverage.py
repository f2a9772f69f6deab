"""What a radar sees as CZML for a globe and as GeoJSON for a map.

Question: how does a radar's view get onto somebody else's globe or map?

CZML [czml-guide] has no sensor volume that free globes draw, so the boundary is made of what they
do draw: flat polygons with a height at each corner for front, floor and sides, and lines for the
rims and for the edge of what is seen at each altitude. Positions are Earth-fixed metres.
GeoJSON follows RFC 7946: longitude and latitude on WGS 84, outer rings against the clock, areas cut
at the date line and closed over a pole.

Nothing is computed here but where shapes are cut; the same view gives the same text.

Limits: globes fill a polygon between its corners by flat pieces, which lie up to some kilometres
inside a curved front. Heights are above the ellipsoid.

Frame: Earth-fixed (ECEF, WGS 84). Units: SI inside, what each format asks for in the text.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np

from shieldmap import earth
from shieldmap.export.flat import flat_parts, rings
from shieldmap.export.moments import ExportError
from shieldmap.export.tracks import About
from shieldmap.model import Floats, Volume
from shieldmap.results import CoverageAltitude, RadarCoverage
from shieldmap.results.radar import TrackedArea

COVERAGE_LIMITS: Final = (
    "Computed, not measured, from public, unclassified numbers: geometry over the WGS 84 "
    "ellipsoid with rays bent by a standard atmosphere, without weather, jamming or loss of gain "
    "off the antenna's face. Heights are above the ellipsoid."
)
"""What every reader of an exported view should know."""

_FRONT: Final = (86, 180, 233, 70)
_FLOOR: Final = (0, 158, 115, 50)
_WALL: Final = (0, 114, 178, 60)
_RIM: Final = (0, 70, 120, 255)
_LEVEL: Final = (230, 159, 0, 255)
_SAME_M: Final = 1.0  # corners nearer to each other than this are one


def coverage_czml(
    volume: Volume, values: RadarCoverage, about: About, *, name: str = "radar"
) -> str:
    """Write the boundary of a view as one CZML document [czml-guide].

    Parameters
    ----------
    volume : from :func:`shieldmap.footprint.volume`.
    values : the same radar's coverage; its altitudes become lines on the globe.
    about : version, sources and limits, for the radar's description.
    name : what the radar is called on the globe.

    Raises
    ------
    ExportError : a volume with a value that is not a number.
    """
    if not all(np.isfinite(sheet).all() for sheet in volume):
        raise ExportError(f"the view of '{name}' holds a value that is not a number")
    site = volume.bottom_m[0, 0]
    packets: list[dict[str, Any]] = [
        {"id": "document", "name": f"Shieldmap: {name}", "version": "1.0"},
        {
            "id": "radar",
            "name": name,
            "description": _description(values, about),
            "position": {"referenceFrame": "FIXED", "cartesian": _metres(site)},
            "point": {"pixelSize": 9, "color": {"rgba": [255, 255, 255, 255]}},
            "label": {
                "text": name,
                "font": "12pt sans-serif",
                "horizontalOrigin": "LEFT",
                "pixelOffset": {"cartesian2": [10, 0]},
            },
        },
    ]
    for kind, shapes in (
        ("front", _polygons(_quads(volume.front_m), _FRONT)),
        ("floor", _polygons(_strips(volume.bottom_m), _FLOOR)),
        ("roof", _polygons(_strips(volume.roof_m), _FLOOR)),
        ("side", _polygons(_walls(volume), _WALL)),
        ("rim", (_line_feature(points, _RIM) for points in _rims(volume))),
        ("altitude", _levels(values)),
    ):
        packets += [
            {"id": f"{kind}-{number}", "name": f"{name}: {kind}", "parent": "radar", **shape}
            for number, shape in enumerate(shapes, start=1)
        ]
    lines = (json.dumps(packet, ensure_ascii=False, allow_nan=False) for packet in packets)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _description(values: RadarCoverage, about: About) -> str:
    """The text of the balloon, which globes read as HTML."""
    import html

    sources = f"Sources: {'; '.join(about.sources)}" if about.sources else ""
    parts = [_terrain_text(values), about.limits, f"Shieldmap {about.version}", sources]
    return "".join(f"<p>{html.escape(part)}</p>" for part in parts if part)


def _terrain_text(values: RadarCoverage) -> str:
    radar = values.radar
    if not radar.has_terrain:
        return "No terrain was used: no hill hides anything."
    return f"Terrain: {radar.terrain or 'a horizon profile'}."


def _quads(sheet: Floats) -> Iterator[Floats]:
    """The quads between neighbours of a sheet (n, m, 3), as corners in order."""
    for i in range(len(sheet) - 1):
        for j in range(len(sheet[i]) - 1):
            yield sheet[[i, i + 1, i + 1, i], [j, j, j + 1, j + 1]]


def _strips(sheet: Floats) -> Iterator[Floats]:
    """The strips between neighbouring rows of a sheet (n, m, 3), once around."""
    for i in range(len(sheet) - 1):
        yield np.concatenate([sheet[i], sheet[i + 1][::-1]])


def _polygons(rings: Iterator[Floats], rgba: Sequence[int]) -> Iterator[dict[str, Any]]:
    for ring in rings:
        apart = np.linalg.norm(ring - np.roll(ring, 1, axis=0), axis=1) > _SAME_M
        if np.count_nonzero(apart) < 3:
            continue  # squeezed to a line, as at the zenith
        yield {
            "polygon": {
                "positions": {"referenceFrame": "FIXED", "cartesian": _metres(ring[apart])},
                "perPositionHeight": True,
                "material": {"solidColor": {"color": {"rgba": list(rgba)}}},
            }
        }


def _walls(volume: Volume) -> Iterator[Floats]:
    """The sides of the sector, each flat and upright, once around: out, along the front, back."""
    for sheet in volume.sides_m:
        yield np.concatenate([sheet[0], sheet[1:, -1], sheet[-1, -2:0:-1]])


def _rims(volume: Volume) -> Iterator[Floats]:
    """The lines in which the sheets meet."""
    yield volume.front_m[:, 0]
    for sheet in volume.sides_m:
        yield sheet[0]
        yield sheet[:, -1]
    if volume.roof_m.size:
        yield volume.front_m[:, -1]


def _levels(values: RadarCoverage) -> Iterator[dict[str, Any]]:
    """The edge of what is seen at each altitude, as a closed line at that altitude."""
    for level in values.altitudes:
        for ring in (level.ring, level.hole):
            if ring:
                places = np.radians(np.array([*ring, ring[0]]))
                height = level.altitude_m
                yield _line_feature(
                    earth.geodetic_to_ecef(places[:, 1], places[:, 0], height), _LEVEL
                )


def _line_feature(points: Floats, rgba: Sequence[int]) -> dict[str, Any]:
    return {
        "polyline": {
            "positions": {"referenceFrame": "FIXED", "cartesian": _metres(points)},
            "arcType": "NONE",
            "width": 2,
            "material": {"solidColor": {"color": {"rgba": list(rgba)}}},
        }
    }


def _metres(points: Floats) -> list[float]:
    """Flat x, y, z rounded to a decimetre: finer than anything here is known."""
    return _rounded(np.ravel(points))


def _rounded(values: Floats) -> list[float]:
    rounded: list[float] = (np.round(values, 1) + 0.0).tolist()
    return rounded


# ---------------------------------------------------------------------------------------------
# GeoJSON


def coverage_geojson(values: RadarCoverage, about: About) -> str:
    """Write the ground below a view at each altitude as GeoJSON (RFC 7946).

    One feature an altitude for the line of sight, and one for each radar cross section whose
    range cuts something off. Properties say altitude, cross section, range and area; the members
    beside the features say where the radar stands, which terrain was used, and how far to trust it.
    """
    ranges = {row.cross_section_m2: row.track_m.value for row in values.ranges}
    features = []
    for level in values.altitudes:
        told: dict[str, object] = {"altitude_m": level.altitude_m, "limit": "line of sight"}
        features.append(_feature(level, {**told, "area_m2": level.area_m2}))
        for edge in level.tracked:
            section = edge.cross_section_m2
            if edge.ring is not None:
                told = {
                    "altitude_m": level.altitude_m,
                    "limit": "range with the long dwell",
                    "cross_section_m2": section,
                    "range_m": ranges[section],
                    "area_m2": edge.area_m2,
                }
                features.append(_feature(edge, told))
    content = {
        "type": "FeatureCollection",
        "features": features,
        "radar": values.radar.as_json(),
        "terrain": _terrain_text(values),
        "limits": about.limits,
        "version": f"Shieldmap {about.version}",
        "sources": list(about.sources),
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False) + "\n"


def _feature(edge: CoverageAltitude | TrackedArea, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": _flat_area(edge)}


def _flat_area(edge: CoverageAltitude | TrackedArea) -> dict[str, Any] | None:
    """An area on a flat world: cut at 180 degrees, closed over a pole; null where nothing is."""
    import shapely

    if not edge.ring:
        return None
    area = _filled(edge.ring)
    if edge.hole:
        area = shapely.difference(area, _filled(edge.hole))
    parts = flat_parts(area)
    return {"type": "MultiPolygon", "coordinates": [rings(p) for p in parts]} if parts else None


def _filled(ring: Sequence[Sequence[float]]) -> Any:
    """What a ring without jumps encloses; one that goes around a pole is closed over it."""
    import shapely

    points = np.asarray(ring, dtype=np.float64)
    step = points[0, 0] - points[-1, 0]
    if abs(step) > 180.0:
        pole = np.copysign(90.0, points[:, 1].mean())
        turn = -np.copysign(360.0, step)
        # Once around: the first corner again, a turn further, then back along the pole.
        last = points[0] + [turn, 0.0]
        points = np.vstack([points, last, [last[0], pole], [points[0, 0], pole]])
    return shapely.make_valid(shapely.Polygon(points))
