"""An answer as KML: what is defended, what defends it, where the missiles start and how they fly.

Five folders: Defence, Launch points, Flights, Area and Places. Areas are the cells of one class, joined;
their colours are those of the page. Flights are lines at their true height, which is told above the
ellipsoid while globes take it above the sea (25 m apart in Korea).

The legend is a table in the description of the document and of a folder of its own, and the names of
the areas' placemarks, beside which a globe shows their colours. A picture laid over the screen would be
larger and sharper to the eye, but KML holds none in its text: it names an address from which the picture
is fetched, and this file has to open where nothing can be.

Frame: WGS 84 geodetic [ogc-kml-2008]. Units: degrees and metres.
"""

import html
import xml.etree.ElementTree as ET
from typing import Any, Final

import numpy as np
import shapely

from shieldmap.export import classes, kml_parts
from shieldmap.export.area import PLACE_COLOURS, leg_title, place_answer, place_reason, place_title
from shieldmap.export.flat import flat_parts, rings
from shieldmap.export.heading import Heading, as_markup
from shieldmap.export.kml_parts import put
from shieldmap.export.scene import COLOURS, Scene, SiteMark, of_kind
from shieldmap.export.tracks import (
    BOOST,
    MIDCOURSE,
    REENTRY,
    legs_deg,
    lines_deg,
    phase_colour,
    phase_styles,
)
from shieldmap.results import Area, Cells, PageSpot, RunArea
from shieldmap.words import t

_PLACE: Final = "place-"
_KM_A_DEGREE: Final = 111.2
_AROUND: Final = 2.2
"""How far the eye stands off, in widths of the country."""


def area_kml(
    area: Area | RunArea, grid: Cells, heading: Heading, scene: Scene | None = None
) -> str:
    """Write an answer as one KML document."""
    scene = Scene() if scene is None else scene
    drawn = [one for one in classes.in_range(area) if one.cells.any()]
    legend = legend_markup(area, scene)
    root, document = kml_parts.opened(
        t("files_name", title=heading.title), as_markup(heading, legend)
    )
    _look_down(document, grid)
    _styles(document, drawn)
    kml_parts.folder(document, t("files_legend"), legend)
    if scene.sites:
        _defence_folder(kml_parts.folder(document, t("files_defence")), scene)
        starts = kml_parts.folder(document, t("files_launch_points"))
        for site in of_kind(scene, "launch-point"):
            _site_placemark(starts, site)
    if scene.flights:
        _flight_folders(kml_parts.folder(document, t("files_flights")), scene)
    if drawn:
        _area_folder(
            kml_parts.folder(document, t("files_area"), t("files_share_title")), grid, drawn
        )
    if named := [spot for spot in area.spots if spot.kind != "town"]:
        folder = kml_parts.folder(document, t("files_places"))
        for spot in named:
            _spot_placemark(folder, spot)
    return kml_parts.closed(root)


def legend_markup(area: Area | RunArea, scene: Scene) -> str:
    """The legend as a table in HTML: a colour and what it means."""
    rows = [(one.fill, one.text) for one in classes.in_range(area)]
    rows += [(COLOURS["radar"], edge.text) for edge in scene.edges]
    if scene.flights:
        rows += [
            (phase_colour(one), t("files_phase_legend", phase=t(f"files_phase_{one}")))
            for one in (BOOST, MIDCOURSE, REENTRY)
        ]
    cells = "".join(
        f'<tr><td bgcolor="#{colour}" width="28">&#160;</td><td>{html.escape(text)}</td></tr>'
        for colour, text in rows
    )
    heads = "".join(
        f"<th>{html.escape(text)}</th>"
        for text in (t("files_legend_colour"), t("files_legend_meaning"))
    )
    return f"<table><tr>{heads}</tr>{cells}</table>"


def _look_down(document: ET.Element, grid: Cells) -> None:
    """Where the eye stands when the file is opened: above the middle of the cells."""
    if not grid.latitude_deg:
        return
    latitude = np.array(grid.latitude_deg)
    longitude = np.array(grid.longitude_deg)
    if np.ptp(longitude) > 180.0:
        longitude = longitude % 360.0
    middle = 0.5 * (latitude.min() + latitude.max()), 0.5 * (longitude.min() + longitude.max())
    wide_km = _KM_A_DEGREE * max(
        np.ptp(latitude), np.ptp(longitude) * np.cos(np.radians(middle[0]))
    )
    look = ET.SubElement(document, "LookAt")
    put(look, "longitude", kml_parts.fixed((middle[1] + 180.0) % 360.0 - 180.0, 3))
    put(look, "latitude", kml_parts.fixed(middle[0], 3))
    put(look, "range", kml_parts.fixed(1e3 * _AROUND * max(wide_km, 100.0), 0))


def _styles(document: ET.Element, drawn: list[classes.AreaClass]) -> None:
    for one in drawn:
        kml_parts.area_style(document, one.key, one.fill, one.opacity)
    for kind, colour in COLOURS.items():
        kml_parts.icon_style(document, kind, colour, 1.1 if kind in ("battery", "radar") else 0.9)
    for answer, fill in PLACE_COLOURS.items():
        kml_parts.icon_style(document, f"{_PLACE}{answer}", fill.lstrip("#"), 0.7)
    for mode, width in (("search", 3.0), ("cued", 1.5)):
        kml_parts.line_style(document, f"radar-{mode}", COLOURS["radar"], width)
    phase_styles(document)


def _defence_folder(folder: ET.Element, scene: Scene) -> None:
    for site in of_kind(scene, "battery", "radar", "launcher", "layer"):
        _site_placemark(folder, site)
    for edge in scene.edges:
        mark = kml_parts.placemark(folder, edge.text, f"radar-{edge.mode}", t("files_edge_note"))
        kml_parts.put_lines(mark, lines_deg(edge.position_m), is_on_ground=True)


def _site_placemark(folder: ET.Element, site: SiteMark) -> None:
    mark = kml_parts.placemark(folder, site.name, site.kind, html.escape(site.text))
    _put_point(mark, site.latitude_deg, site.longitude_deg)


def _put_point(mark: ET.Element, latitude_deg: float, longitude_deg: float) -> None:
    put(
        ET.SubElement(mark, "Point"),
        "coordinates",
        f"{kml_parts.fixed(longitude_deg, 5)},{kml_parts.fixed(latitude_deg, 5)},0",
    )


def _flight_folders(folder: ET.Element, scene: Scene) -> None:
    for track in scene.flights:
        own = kml_parts.folder(folder, track.name, html.escape(track.description))
        for phase, pieces in legs_deg(track):
            mark = kml_parts.placemark(own, leg_title(track, phase), phase)
            kml_parts.put_lines(mark, pieces)


def _spot_placemark(folder: ET.Element, spot: PageSpot) -> None:
    style = f"{_PLACE}{place_answer(spot)}"
    mark = kml_parts.placemark(folder, place_title(spot), style, html.escape(place_reason(spot)))
    _put_point(mark, spot.latitude_deg, spot.longitude_deg)


# --- areas -------------------------------------------------------------------------------


def _area_folder(folder: ET.Element, grid: Cells, drawn: list[classes.AreaClass]) -> None:
    for one in drawn:
        mark = kml_parts.placemark(folder, one.text, one.key)
        geometry = ET.SubElement(mark, "MultiGeometry")
        for polygon in dissolved(grid, one.cells):
            outline = ET.SubElement(geometry, "Polygon")
            for number, ring in enumerate(rings(polygon)):
                tag = "innerBoundaryIs" if number else "outerBoundaryIs"
                line = ET.SubElement(ET.SubElement(outline, tag), "LinearRing")
                put(line, "coordinates", " ".join(f"{x:.5f},{y:.5f},0" for x, y in ring))


def dissolved(grid: Cells, cells: Any) -> list[Any]:
    """The chosen cells as polygons without inner borders."""
    x, y = np.array(grid.longitude_deg)[cells], np.array(grid.latitude_deg)[cells]
    # A hair wider than the cells, so that the gaps of rounding close.
    w, h = 0.5001 * np.array(grid.width_deg)[cells], 0.5001 * np.array(grid.height_deg)[cells]
    whole = shapely.union_all(shapely.box(x - w, y - h, x + w, y + h))
    return flat_parts(whole)
