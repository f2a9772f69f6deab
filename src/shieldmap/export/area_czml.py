"""An answer as CZML: flights that a globe plays over the area that is defended, with what defends it.

What stands still is labelled once: the battery, the radar, each launch point, and the cities among the
named places; the others are labelled from near by. Flights are not: twenty names that move would lie on
each other, and a press on one tells what it is. Areas are the cells of one class, joined, and lie on the
ground in the page's colours.

Frame: Earth-fixed (WGS 84). Units: degrees and metres, as CZML has them [czml-guide].
"""

import html
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from shieldmap.export import classes
from shieldmap.export.area import PLACE_COLOURS, place_answer, place_reason, place_title
from shieldmap.export.area_kml import dissolved, legend_markup
from shieldmap.export.flat import rings
from shieldmap.export.heading import Heading, as_markup, computed_told, share_told
from shieldmap.export.moments import EPOCH
from shieldmap.export.scene import COLOURS, Scene, SectorEdge, SiteMark
from shieldmap.export.tracks import About, Packet, clock, label, packets_of, written
from shieldmap.results import Area, Cells, PageSpot, RunArea
from shieldmap.words import name_of, t

_NEAR_M: Final = 600e3
"""From as far as this the names of lesser places are shown."""
_SITE_PIXELS: Final = {"battery": 14, "radar": 12}
_PIXELS: Final = 9
_DECIMALS: Final = 5


def area_czml(
    area: Area | RunArea, grid: Cells, heading: Heading, scene: Scene, epoch: datetime = EPOCH
) -> str:
    """Write an answer as one CZML document with a clock.

    Raises
    ------
    ExportError : a scene without flights, for there would be nothing to play.
    """
    name = t("files_name", title=heading.title)
    text = as_markup(heading, legend_markup(area, scene))
    # The heading tells limits and sources; a flight tells what it is.
    bare = About(heading.about.version, (), "")
    packets: list[Packet] = [
        clock(name, scene.flights, epoch),
        {"id": "area", "name": t("files_area"), "description": text},
        *_area_packets(area, grid, heading),
        *(_edge_packet(edge) for edge in scene.edges),
        *packets_of(scene.flights, bare, epoch, is_labelled=False),
        *(_site_packet(number, site, text) for number, site in enumerate(scene.sites, start=1)),
        *(_spot_packet(spot) for spot in area.spots if spot.kind != "town"),
    ]
    return written(packets)


def _area_packets(area: Area | RunArea, grid: Cells, heading: Heading) -> Iterator[Packet]:
    told = "".join(
        f"<p>{html.escape(row)}</p>" for row in (share_told(heading), computed_told(heading))
    )
    for one in classes.in_range(area):
        if not one.cells.any():
            continue
        for number, polygon in enumerate(dissolved(grid, one.cells), start=1):
            outer, *holes = [_flat(ring) for ring in rings(polygon)]
            shape: Packet = {
                "positions": {"cartographicDegrees": outer},
                "arcType": "GEODESIC",
                "material": {"solidColor": {"color": _rgba_of(one.fill, one.opacity)}},
            }
            if holes:
                shape["holes"] = {"cartographicDegrees": holes}
            yield {
                "id": f"area-{one.key}-{number}",
                "name": one.text,
                "parent": "area",
                "description": told,
                "polygon": shape,
            }


def _flat(ring: list[list[float]]) -> list[float]:
    """A ring as longitude, latitude, height, and so on; CZML closes it itself."""
    return [value for x, y in ring[:-1] for value in (x, y, 0.0)]


def _rgba_of(rgb: str, opacity: float = 1.0) -> dict[str, list[int]]:
    return {"rgba": [*bytes.fromhex(rgb), round(255 * opacity)]}


def _edge_packet(edge: SectorEdge) -> Packet:
    return {
        "id": f"radar-{edge.mode}",
        "name": edge.text,
        "description": f"<p>{html.escape(t('files_edge_note'))}</p>",
        "polyline": {
            "positions": {
                "referenceFrame": "FIXED",
                "cartesian": (edge.position_m.round(1) + 0.0).ravel().tolist(),
            },
            "clampToGround": True,
            "width": 3 if edge.mode == "search" else 1.5,
            "material": {"solidColor": {"color": _rgba_of(COLOURS["radar"])}},
        },
    }


def _site_packet(number: int, site: SiteMark, text: str) -> Packet:
    """Something that stands on the ground; the battery tells what the whole file is."""
    own = f"<p>{html.escape(site.text)}</p>"
    packet = _standing_packet(
        f"{site.kind}-{number}",
        site.name,
        (site.longitude_deg, site.latitude_deg),
        _rgba_of(COLOURS[site.kind]),
        _SITE_PIXELS.get(site.kind, _PIXELS),
    )
    packet["description"] = own + text if site.kind == "battery" else own
    # The radar stands beside its battery: its name goes below, the other's above.
    below = {"battery": -14, "radar": 14}.get(site.kind, 0)
    packet["label"] = _name_label(site.name, below)
    return packet


def _spot_packet(spot: PageSpot) -> Packet:
    packet = _standing_packet(
        f"place-{spot.id}",
        place_title(spot),
        (spot.longitude_deg, spot.latitude_deg),
        _rgba_of(PLACE_COLOURS[place_answer(spot)].lstrip("#")),
        _PIXELS,
    )
    packet["description"] = f"<p>{html.escape(place_reason(spot))}</p>"
    near = {"distanceDisplayCondition": {"distanceDisplayCondition": [0.0, _NEAR_M]}}
    shown = {} if spot.kind == "city" else near
    packet["label"] = _name_label(name_of(spot.name, spot.name_ko)) | shown
    return packet


def _standing_packet(
    key: str, name: str, place_deg: tuple[float, float], colour: dict[str, list[int]], pixels: int
) -> Packet:
    """A point on the ground that nothing hides; ``place_deg`` is longitude and latitude."""
    longitude, latitude = (round(degree, _DECIMALS) for degree in place_deg)
    return {
        "id": key,
        "name": name,
        "position": {"cartographicDegrees": [longitude, latitude, 0.0]},
        "point": {
            "pixelSize": pixels,
            "color": colour,
            "outlineWidth": 2,
            "outlineColor": _rgba_of("FFFFFF"),
            "heightReference": "CLAMP_TO_GROUND",
        },
    }


def _name_label(name: str, below: int = 0) -> Packet:
    """A name in white with a dark edge, readable on any ground."""
    return {
        **label(name),
        "font": "11pt sans-serif",
        "pixelOffset": {"cartesian2": [11, below]},
        "style": "FILL_AND_OUTLINE",
        "fillColor": _rgba_of("FFFFFF"),
        "outlineColor": _rgba_of("1A1A1A"),
        "outlineWidth": 3,
        "heightReference": "CLAMP_TO_GROUND",
    }
