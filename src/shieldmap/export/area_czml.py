"""An answer as CZML: flights that a globe plays over the area that is defended, with what defends it.

What stands still is labelled once: the battery, the radar, each launch point, and the named places. Names
that would lie on one of those before them when the whole country is seen are shown from near by alone.
Flights are not labelled: twenty names that move would lie on each other, and a press on one tells what
it is. Areas are the cells of one class, joined, and lie on the
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
from shieldmap.export.scene import COLOURS, Scene, SectorEdge, SiteKind, SiteMark, of_kind
from shieldmap.export.tracks import About, Packet, clock, label, plain_packets, written
from shieldmap.results import Area, Cells, PageSpot, RunArea
from shieldmap.words import name_of, t

_NEAR_M: Final = 400e3
"""From as far as this the names of lesser places are shown."""
_ON_GROUND: Final = {"heightReference": "CLAMP_TO_GROUND"}
_LETTER_DEG: Final = 0.13
_LINE_DEG: Final = 0.3
"""How wide a letter and how high a line is, about, when the whole of Korea is seen."""
_FIRST: Final[tuple[SiteKind, ...]] = ("battery", "radar", "launch-point")
"""What is named before any place."""
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
        *plain_packets(scene.flights, bare, epoch),
        *_standing_packets(area, scene, text),
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


def _standing_packets(area: Area | RunArea, scene: Scene, text: str) -> Iterator[Packet]:
    """Everything that stands still, the most important first, each name where there is room for it."""
    taken: list[tuple[float, float, float, float]] = []
    named = [spot for spot in area.spots if spot.kind != "town"]
    ranked = sorted(named, key=lambda one: (one.kind != "city", -one.people))
    first, last = of_kind(scene, *_FIRST), of_kind(scene, "launcher", "layer")
    standing: list[SiteMark | PageSpot] = [*first, *ranked, *last]
    for number, one in enumerate(standing, start=1):
        name = name_of(one.name, one.name_ko) if isinstance(one, PageSpot) else one.name
        is_near = not _has_room(taken, name, one.longitude_deg, one.latitude_deg)
        if isinstance(one, PageSpot):
            yield _spot_packet(one, name, is_near=is_near)
        else:
            yield _site_packet(number, one, text, is_near=is_near)


def _has_room(
    taken: list[tuple[float, float, float, float]], name: str, longitude: float, latitude: float
) -> bool:
    """Whether a name to the right of its point lies on none of those taken; then it is one of them."""
    half = 0.5 * _LINE_DEG
    box = longitude, latitude - half, longitude + _LETTER_DEG * len(name), latitude + half
    if any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
        for other in taken
    ):
        return False
    taken.append(box)
    return True


def _site_packet(number: int, site: SiteMark, text: str, *, is_near: bool) -> Packet:
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
    packet["label"] = _name_label(site.name, below, is_near=is_near and not below)
    return packet


def _spot_packet(spot: PageSpot, name: str, *, is_near: bool) -> Packet:
    packet = _standing_packet(
        f"place-{spot.id}",
        place_title(spot),
        (spot.longitude_deg, spot.latitude_deg),
        _rgba_of(PLACE_COLOURS[place_answer(spot)].lstrip("#")),
        _PIXELS,
    )
    packet["description"] = f"<p>{html.escape(place_reason(spot))}</p>"
    packet["label"] = _name_label(name, is_near=is_near)
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
            "heightReference": _ON_GROUND,
        },
    }


def _name_label(name: str, below: int = 0, *, is_near: bool = False) -> Packet:
    """A name in white with a dark edge, readable on any ground; perhaps shown from near by alone."""
    near = {"distanceDisplayCondition": {"distanceDisplayCondition": [0.0, _NEAR_M]}}
    return {
        **label(name),
        "font": "11pt sans-serif",
        "pixelOffset": {"cartesian2": [11, below]},
        "style": "FILL_AND_OUTLINE",
        "fillColor": _rgba_of("FFFFFF"),
        "outlineColor": _rgba_of("1A1A1A"),
        "outlineWidth": 3,
        "heightReference": _ON_GROUND,
        **(near if is_near else {}),
    }
