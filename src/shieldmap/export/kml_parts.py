"""What every KML document is made of [ogc-kml-2008]: elements with texts, colours, coordinates."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from typing import Final

from shieldmap.model import Floats

KML: Final = "http://www.opengis.net/kml/2.2"


def opened(name: str, description: str) -> tuple[ET.Element, ET.Element]:
    """A new document: its root, and the element that all others go into."""
    root = ET.Element("kml", xmlns=KML)
    document = ET.SubElement(root, "Document")
    put(document, "name", name)
    put(document, "open", "1")
    put(document, "description", description)
    return root, document


def closed(root: ET.Element) -> str:
    """A document as text; without a word on the encoding XML is UTF-8, and a reader may take it as it is."""
    ET.indent(root)
    return '<?xml version="1.0"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def put(parent: ET.Element | None, tag: str, text: str) -> ET.Element:
    """An element with text, put into its parent where there is one."""
    element = ET.Element(tag) if parent is None else ET.SubElement(parent, tag)
    element.text = text
    return element


def folder(parent: ET.Element, name: str, description: str = "") -> ET.Element:
    """A folder with its name."""
    made = ET.SubElement(parent, "Folder")
    put(made, "name", name)
    if description:
        put(made, "description", description)
    return made


def placemark(parent: ET.Element, name: str, style: str, description: str = "") -> ET.Element:
    """A placemark that still lacks its geometry."""
    made = ET.SubElement(parent, "Placemark")
    put(made, "name", name)
    if description:
        put(made, "description", description)
    put(made, "styleUrl", f"#{style}")
    return made


def line_style(document: ET.Element, key: str, rgb: str, width: float) -> None:
    """A named style of lines."""
    style = ET.SubElement(ET.SubElement(document, "Style", id=key), "LineStyle")
    put(style, "color", abgr(rgb))
    put(style, "width", f"{width:g}")


def icon_style(document: ET.Element, key: str, rgb: str, scale: float = 1.0) -> None:
    """A named style of points: the reader's own pin in a colour, because a picture would be fetched."""
    style = ET.SubElement(document, "Style", id=key)
    icon = ET.SubElement(style, "IconStyle")
    put(icon, "color", abgr(rgb))
    put(icon, "scale", f"{scale:g}")
    put(ET.SubElement(style, "LabelStyle"), "scale", f"{0.8 * scale:g}")


def area_style(document: ET.Element, key: str, rgb: str, opacity: float) -> None:
    """A named style of areas without an outline."""
    style = ET.SubElement(ET.SubElement(document, "Style", id=key), "PolyStyle")
    put(style, "color", abgr(rgb, opacity))
    put(style, "outline", "0")


def abgr(rgb: str, opacity: float = 1.0) -> str:
    """KML writes colours from opacity to red."""
    return f"{round(255 * opacity):02x}{rgb[4:6]}{rgb[2:4]}{rgb[0:2]}".lower()


def put_lines(parent: ET.Element, pieces: Iterable[Floats], *, is_on_ground: bool = False) -> None:
    """Lines (k, 3) of latitude, longitude in degrees and metres, as one geometry."""
    geometry = ET.SubElement(parent, "MultiGeometry")
    for piece in pieces:
        line = ET.SubElement(geometry, "LineString")
        if is_on_ground:
            put(line, "tessellate", "1")
        put(line, "altitudeMode", "clampToGround" if is_on_ground else "absolute")
        put(line, "coordinates", " ".join(coordinate_texts(piece)))


def coordinate_texts(place_deg: Floats, decimals: tuple[int, int] = (6, 0)) -> list[str]:
    """Longitude, latitude and height of rows of latitude, longitude and metres.

    ``decimals`` are those of a degree and of a metre.
    """
    of_degree, of_metre = decimals
    return [
        f"{fixed(longitude, of_degree)},{fixed(latitude, of_degree)},{fixed(altitude, of_metre)}"
        for latitude, longitude, altitude in place_deg.tolist()
    ]


def fixed(value: float, decimals: int) -> str:
    """Fixed decimals without a negative zero, so that rounding noise does not show."""
    return f"{round(value, decimals) + 0.0:.{decimals}f}"
