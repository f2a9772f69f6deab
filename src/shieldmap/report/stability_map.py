"""Maps of a stability study: launch areas, ground tracks, cities and the radars' sectors.

The projection is azimuthal equidistant about the middle of what is shown, so that neither the pole
nor the date line is in the way. Sectors are drawn on a sphere as far as the radar tracks the
headline cross section in a straight line, for orientation: whether a flight is seen was computed
sample by sample, with its altitude.
"""

import math
from functools import cache
from itertools import cycle, pairwise
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import geodata
from shieldmap.archive import Run
from shieldmap.model import Floats
from shieldmap.report import words
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    SKY,
    SMALL,
    VERMILION,
    Box,
    Canvas,
    Plot,
    plain,
    polyline,
    rectangle,
)
from shieldmap.report.flight_map import Projection, centred
from shieldmap.report.labels import Labels

WIDTH_IN: Final = 4.4
SEA: Final = "#f4f8fb"
_LAND: Final = "#e6e3da"
_LINE: Final = "#9a9a9a"
_TORN_RAD: Final = 2.6
"""Beyond this angle from the middle a ring of land would be torn across the whole map."""

_THINNED: Final = 3
"""Of a ground track every third sample bends enough for a map."""

GROUP_COLOURS: Final = (ORANGE, GREEN, VERMILION)
"""Of the groups that a scenario names, in their order; the added radar is blue."""


class Frame(NamedTuple):
    """A projection and what is shown of it, in km about its middle."""

    projection: Projection
    x_km: tuple[float, float]
    y_km: tuple[float, float]


def colours(summary: dict[str, Any]) -> dict[str, str]:
    """The colour of every radar: that of its group, blue for the added one."""
    found = {summary["added_radar"]: BLUE}
    named = [g for g in summary["groups"] if g["id"] not in (summary["added_radar"], *DERIVED)]
    for group, colour in zip(named, cycle(GROUP_COLOURS), strict=False):
        found |= dict.fromkeys(group["radars"], colour)
    return {radar["id"]: found.get(radar["id"], GREY) for radar in summary["radars"]}


DERIVED: Final = ("others", "all", "added")


def world_map(run: Run) -> Canvas:
    """Every flight from its area to its city, thick where radars see it."""
    summary = run.summary
    places = [*summary["launch_areas"], *summary["cities"], *summary["radars"]]
    frame = _frame_of(run.tracks, places)
    canvas, plot, labels = _drawn(run, frame, "Ground tracks of every flight in range")
    for city in summary["cities"]:
        x, y = _at(frame, city)
        labels.put(canvas, city["name"], plot.x(x), plot.y(y), "halo bold", must=True)
    for area in summary["launch_areas"]:
        x, y = _at(frame, area)
        labels.put(canvas, words.place_short(area["name"]), plot.x(x), plot.y(y), "halo italic")
    _scale(plot, 2000.0)
    return canvas


def near_map(run: Run) -> Canvas:
    """The radars and the launch areas around them, with names."""
    summary = run.summary
    site = _added(summary)
    projection = Projection(
        math.radians(site["latitude_deg"] + 3.0), math.radians(site["longitude_deg"] - 5.0), 0.0
    )
    frame = Frame(projection, (-1800.0, 1450.0), (-1450.0, 1700.0))
    canvas, plot, labels = _drawn(run, frame, "Near the radars")
    everything = [*summary["radars"], *summary["launch_areas"]]
    inside = [place for place in everything if _inside(frame, *_at(frame, place))]
    for place in inside:
        x, y = _at(frame, place)
        labels.block(plot.x(x), plot.y(y), 3.0)
    for place in inside:
        x, y = _at(frame, place)
        is_radar = "system" in place
        style = "halo bold" if place["id"] == site["id"] else "halo" if is_radar else "halo italic"
        name = place["name"] if is_radar else words.place_short(place["name"])
        # The radars of one family stand close together; the legend names them.
        is_one_of_many = "," in place["name"]
        labels.put(
            canvas, name.rpartition(", ")[2], plot.x(x), plot.y(y), style, must=not is_one_of_many
        )
    _scale(plot, 500.0)
    return canvas


def _drawn(run: Run, frame: Frame, title: str) -> tuple[Canvas, Plot, Labels]:
    """Land, sectors, flights and marks in a frame, ready for its names."""
    summary = run.summary
    canvas, plot = _canvas(frame, title)
    with plot.clipped():
        _land(plot, frame)
        _sectors(plot, frame, summary)
        for track in run.tracks:
            _track(plot, frame, track, summary)
    _marks(plot, frame, summary)
    return canvas, plot, Labels(plot.box)


def _added(summary: dict[str, Any]) -> dict[str, Any]:
    sites: list[dict[str, Any]] = summary["radars"]
    return next(site for site in sites if site["id"] == summary["added_radar"])


def _frame_of(tracks: list[dict[str, Any]], places: list[dict[str, Any]]) -> Frame:
    """A frame around every track and place, turned so that the launches lie at the left."""
    ends = [(t["latitude_deg"][0], t["longitude_deg"][0]) for t in tracks]
    goals = [(t["latitude_deg"][-1], t["longitude_deg"][-1]) for t in tracks]
    ends = ends or [(p["latitude_deg"], p["longitude_deg"]) for p in places[:1]]
    goals = goals or [(p["latitude_deg"], p["longitude_deg"]) for p in places[-1:]]
    middles = np.array([_middle(ends), _middle(goals)])
    projection = centred(middles[:, 0], middles[:, 1])
    lat = np.array([p["latitude_deg"] for p in places])
    lon = np.array([p["longitude_deg"] for p in places])
    for track in tracks:
        lat = np.append(lat, track["latitude_deg"])
        lon = np.append(lon, track["longitude_deg"])
    x, y, _ = projection.to_map(lat, lon)
    room = 600.0
    return Frame(
        projection,
        (float(x.min()) - room, float(x.max()) + room),
        (float(y.min()) - room, float(y.max()) + room),
    )


def _middle(places: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of places on a sphere, in degrees."""
    lat, lon = np.radians(np.array(places)).T
    x, y, z = (
        float(part.mean())
        for part in (np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat))
    )
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _canvas(frame: Frame, title: str) -> tuple[Canvas, Plot]:
    width, height = frame.x_km[1] - frame.x_km[0], frame.y_km[1] - frame.y_km[0]
    shown_in = WIDTH_IN - 0.08
    canvas = Canvas(WIDTH_IN, shown_in * height / width + 0.34)
    box = Box(3.0, 21.0, canvas.width - 6.0, canvas.height - 24.0)
    plot = Plot(canvas, box, frame.x_km, frame.y_km)
    canvas.path(rectangle(*box), plain(SEA), _LINE, 0.6)
    canvas.titles(title)
    return canvas, plot


def _at(frame: Frame, place: dict[str, Any]) -> tuple[float, float]:
    x, y, _ = frame.projection.to_map(
        np.array(place["latitude_deg"]), np.array(place["longitude_deg"])
    )
    return float(x), float(y)


def _inside(frame: Frame, x: float, y: float) -> bool:
    return frame.x_km[0] < x < frame.x_km[1] and frame.y_km[0] < y < frame.y_km[1]


@cache
def _rings(detail_deg: float) -> tuple[Floats, ...]:
    """The outlines of every country without the detail that a map of this size cannot show."""
    import shapely

    out = []
    for code in geodata.countries():
        for ring in geodata.country(code):
            if np.ptp(ring, axis=0).max() < 3.0 * detail_deg:
                continue
            simple = shapely.simplify(shapely.Polygon(ring), detail_deg)
            out.append(np.asarray(shapely.get_coordinates(simple.exterior)))
    return tuple(ring for ring in out if len(ring) > 3)


def _land(plot: Plot, frame: Frame) -> None:
    """Countries in a pale colour with thin borders."""
    width_km = frame.x_km[1] - frame.x_km[0]
    outline = []
    for ring in _rings(0.25 if width_km > 6000.0 else 0.06):
        dense = _dense(ring)
        x, y, angle = frame.projection.to_map(dense[:, 1], dense[:, 0])
        if angle.max() > _TORN_RAD or not _touches(frame, x, y):
            continue
        outline.append(polyline(plot.points(x, y), 1, closed=True))
    plot.canvas.path("".join(outline), plain(_LAND), _LINE, 0.35)


def _touches(frame: Frame, x: Floats, y: Floats) -> bool:
    return bool(
        x.max() > frame.x_km[0]
        and x.min() < frame.x_km[1]
        and y.max() > frame.y_km[0]
        and y.min() < frame.y_km[1]
    )


def _dense(ring: Floats) -> Floats:
    """A ring with no edge longer than a few degrees, which a projection would bend."""
    parts = [ring[:1]]
    for a, b in pairwise(ring):
        away_deg = float(np.abs(b - a).max())
        # Rings are cut at the date line: from one side of it to the other is no way at all.
        steps = 1 if away_deg > 180.0 else max(int(away_deg / 3.0), 1)
        parts.append(a + (b - a) * (np.arange(1, steps + 1) / steps)[:, None])
    return np.concatenate(parts)


def _sectors(plot: Plot, frame: Frame, summary: dict[str, Any]) -> None:
    """The sector of every radar as far as it tracks the headline cross section."""
    view = summary["view"]
    column = view["cross_sections_m2"].index(view["headline_cross_section_m2"])
    shown = colours(summary)
    # The added radar comes last, so that nothing covers its edge.
    order = sorted(summary["radars"], key=lambda radar: radar["id"] == summary["added_radar"])
    for radar in order:
        half = 0.5 * radar["sector_deg"]
        bearing = radar["boresight_deg"] + np.linspace(-half, half, 49)
        lat, lon = away(radar, bearing, radar["track_range_m"]["value"][column])
        if half < 180.0:
            lat = np.concatenate([[radar["latitude_deg"]], lat])
            lon = np.concatenate([[radar["longitude_deg"]], lon])
        x, y, _ = frame.projection.to_map(lat, lon)
        outline = polyline(plot.points(x, y), 1, closed=True)
        colour = shown[radar["id"]]
        plot.canvas.path(outline, plain(colour), opacity=0.10)
        is_added = radar["id"] == summary["added_radar"]
        plot.canvas.path(
            outline, None, colour, 1.3 if is_added else 0.7, () if is_added else (3.0, 2.0)
        )


def away(place: dict[str, Any], bearing_deg: Floats, distance_m: float) -> tuple[Floats, Floats]:
    """Places in some directions at a distance over a sphere, degrees."""
    lat, lon = math.radians(place["latitude_deg"]), math.radians(place["longitude_deg"])
    angle, bearing = distance_m / geodata.MEAN_RADIUS_M, np.radians(bearing_deg)
    there = np.arcsin(
        math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * np.cos(bearing)
    )
    turn = np.arctan2(
        np.sin(bearing) * math.sin(angle) * math.cos(lat),
        math.cos(angle) - math.sin(lat) * np.sin(there),
    )
    return np.degrees(there), np.degrees(lon + turn)


def _track(plot: Plot, frame: Frame, track: dict[str, Any], summary: dict[str, Any]) -> None:
    """A ground track: thin, thick where another radar sees it, blue where the added one does."""
    time = np.array(track["time_s"])
    x, y, _ = frame.projection.to_map(
        np.array(track["latitude_deg"]), np.array(track["longitude_deg"])
    )
    room = 0.1 * (frame.x_km[1] - frame.x_km[0])
    wide = Frame(
        frame.projection,
        (frame.x_km[0] - room, frame.x_km[1] + room),
        (frame.y_km[0] - room, frame.y_km[1] + room),
    )
    shown = np.flatnonzero([_inside(wide, a, b) for a, b in zip(x, y, strict=True)])
    for piece in np.split(shown, np.flatnonzero(np.diff(shown) > 1) + 1):
        if piece.size > 1:
            # The last point too, where the step passes over it.
            thin = np.append(piece[:-1:_THINNED], piece[-1])
            plot.canvas.path(polyline(plot.points(x[thin], y[thin]), 1), None, GREY, 0.45)
    spells = track["spells"]["given"]
    others = [
        spell
        for radar, found in spells.items()
        if radar != summary["added_radar"]
        for spell in found
    ]
    for found, colour, width in (
        (others, "#7a5200", 1.1),
        (spells[summary["added_radar"]], BLUE, 2.1),
    ):
        for begin, end in found:
            inner = time[(time > begin) & (time < end)]
            at = np.concatenate([[begin], inner, [end]])
            plot.line(np.interp(at, time, x), np.interp(at, time, y), colour, width)


def _marks(plot: Plot, frame: Frame, summary: dict[str, Any]) -> None:
    """Launch areas, cities and radars."""
    kinds = dict(zip(summary["countries"], ("triangle", "square", "diamond", "down"), strict=False))
    faces = dict(zip(summary["countries"], (VERMILION, SKY, ORANGE, GREEN), strict=False))
    for area in summary["launch_areas"]:
        x, y = _at(frame, area)
        if _inside(frame, x, y):
            country = area["country"]
            plot.mark(
                kinds.get(country, "circle"), x, y, 4.6, faces.get(country, "#ffffff"), width=0.5
            )
    for city in summary["cities"]:
        x, y = _at(frame, city)
        if _inside(frame, x, y):
            plot.mark("circle", x, y, 3.6, BLACK, "#ffffff", 0.5)
    shown = colours(summary)
    for radar in summary["radars"]:
        x, y = _at(frame, radar)
        if _inside(frame, x, y):
            is_added = radar["id"] == summary["added_radar"]
            plot.mark(
                "star" if is_added else "diamond",
                x,
                y,
                9.0 if is_added else 5.0,
                shown[radar["id"]],
                width=0.5,
            )


def _scale(plot: Plot, length_km: float) -> None:
    """A bar of a round length in the lower right corner; distances are true from the middle."""
    box = plot.box
    right, y = box.left + box.width - 8.0, box.top + box.height - 8.0
    length = length_km * box.width / (plot.x_limits[1] - plot.x_limits[0])
    plot.canvas.path(f"M{right - length:.2f} {y:.2f}H{right:.2f}", None, BLACK, 2.0)
    text = f"{length_km:,.0f} km"
    plot.canvas.text(right - 0.5 * length, y - 7.0, text, SMALL, "middle", "halo")
