"""Maps of a stability study: launch areas, ground tracks, cities and the radars' sectors.

The projection is azimuthal equidistant about the middle of what is shown, so that neither the pole
nor the date line is in the way. Sectors are drawn on a sphere as far as the radar tracks the
headline cross section in a straight line, for orientation: whether a flight is seen was computed
sample by sample, with its altitude.
"""

import math
from collections.abc import Sequence
from itertools import cycle
from typing import Final, Protocol

import numpy as np

from shieldmap.model import Floats
from shieldmap.report import phrases, stability_words as said
from shieldmap.report.base_map import (
    AzimuthalMap,
    MapView,
    Projection,
    away,
    centred,
    view_around,
)
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    SKY,
    VERMILION,
    Canvas,
    plain_fill,
    polyline,
)
from shieldmap.report.labels import Labels
from shieldmap.results import LaunchAreaFlown, StabilitySummary, WatchedTrack, WatchingRadar
from shieldmap.results.stability import WatchedPlace
from shieldmap.words import t


class FlightsWatched(Protocol):
    """What a map shows: a run, or the parts of a brief."""

    @property
    def stability(self) -> StabilitySummary: ...

    @property
    def tracks(self) -> tuple[WatchedTrack, ...]: ...


_WIDTH_IN: Final = 4.4
_ROOM_KM: Final = 600.0  # around what the map of the world holds
_NEAR_KM: Final = 2200.0  # launch areas that the map near the radars shows, from the added radar
_NEAR_ROOM_KM: Final = 400.0
_NEAR_ASPECT: Final = 0.97
_LAND_PT: Final = 12.0
_BESIDE_PT: Final = (0.0, -16.0, 16.0, -32.0, 32.0, -48.0, 48.0)
"""Size of a country's name, and how far above or below the middle of its areas it may stand."""
_THINNED: Final = 3
"""Of a ground track every third sample bends enough for a map."""

GROUP_COLOURS: Final = (ORANGE, GREEN, VERMILION)
"""Of the groups that a scenario names, in their order; the added radar is blue."""


def colours(summary: StabilitySummary) -> dict[str, str]:
    """The colour of every radar: that of its group, blue for the added one."""
    found = {summary.added_radar: BLUE}
    named = [g for g in summary.groups if g.id not in (summary.added_radar, *DERIVED)]
    for group, colour in zip(named, cycle(GROUP_COLOURS), strict=False):
        found |= dict.fromkeys(group.radars, colour)
    return {radar.id: found.get(radar.id, GREY) for radar in summary.radars}


DERIVED: Final = ("others", "all", "added")


_AREA_MARKS: Final = (
    ("triangle", VERMILION),
    ("square", SKY),
    ("diamond", ORANGE),
    ("down", GREEN),
)


def marks(summary: StabilitySummary) -> dict[str, tuple[str, str]]:
    """The mark and colour of the launch areas of each country."""
    return dict(zip(summary.countries, _AREA_MARKS, strict=False))


def world_map(run: FlightsWatched) -> Canvas:
    """Every flight from its area to its city, thick where radars see it."""
    summary = run.stability
    chart, labels = _drawn(run, _world(run), t("stability_map_world"))
    for city in summary.cities:
        _name(chart, labels, city, city.name, "halo bold", must=True)
    for area in summary.launch_areas:
        _name(chart, labels, area, phrases.place_short(area.name), "halo italic")
    return chart.canvas


def _world(run: FlightsWatched) -> MapView:
    summary = run.stability
    return _view(run.tracks, [*summary.launch_areas, *summary.cities, *summary.radars])


def world_lies(run: FlightsWatched) -> str:
    """How the map of the world lies: ``upright``, ``turned``, or turned about the ``pole``."""
    view = _world(run)
    if view.projection.turn_rad == 0.0:
        return "upright"
    x, y, _ = view.projection.to_map(90.0, 0.0)
    return "pole" if view.holds(x, y) else "turned"


def near_map(run: FlightsWatched, width_in: float = _WIDTH_IN) -> Canvas:
    """The radars and the launch areas around them, with names."""
    summary = run.stability
    site = said.added_radar(summary)
    chart, labels = _drawn(run, _near(summary), t("stability_map_near"), width_in)
    everything: list[WatchingRadar | LaunchAreaFlown] = [*summary.radars, *summary.launch_areas]
    inside = [place for place in everything if chart.view.holds(*chart.at(place))]
    for place in inside:
        x, y = chart.at(place)
        labels.block(chart.x(x), chart.y(y), 3.0)
    for place in inside:
        is_radar = isinstance(place, WatchingRadar)
        style = "halo bold" if place.id == site.id else "halo" if is_radar else "halo italic"
        name = place.name if is_radar else phrases.place_short(place.name)
        # The radars of one family stand close together; the legend names them.
        is_one_of_many = "," in place.name
        _name(chart, labels, place, name.rpartition(", ")[2], style, must=not is_one_of_many)
    _name_countries(chart, labels, [area for area in summary.launch_areas if area in inside])
    return chart.canvas


def _name_countries(chart: AzimuthalMap, labels: Labels, areas: Sequence[LaunchAreaFlown]) -> None:
    """The countries of the launch areas shown, each in the middle of its own."""
    for code in dict.fromkeys(area.country for area in areas):
        at = [chart.at(area) for area in areas if area.country == code]
        x, y = (sum(ends) / len(at) for ends in zip(*at, strict=True))
        places = [(chart.x(x), chart.y(y) + down, "middle") for down in _BESIDE_PT]
        labels.put_at(chart.canvas, said.country_in_sentence(code), places, _LAND_PT, GREY)


def _near(summary: StabilitySummary) -> MapView:
    """All radars, and the launch areas that lie nearest to the added one; north up in the middle."""
    site = said.added_radar(summary)
    around = Projection(math.radians(site.latitude_deg), math.radians(site.longitude_deg))

    def at(projection: Projection, places: Sequence[WatchedPlace]) -> tuple[Floats, Floats]:
        x, y, _ = projection.to_map(
            [place.latitude_deg for place in places], [place.longitude_deg for place in places]
        )
        return x, y

    away_km = np.hypot(*at(around, summary.launch_areas))
    near = [a for a, km in zip(summary.launch_areas, away_km, strict=True) if km <= _NEAR_KM]
    shown: list[WatchedPlace] = [*summary.radars, *near]
    x, y = at(around, shown)
    lat, lon = around.to_ground(
        np.array([0.5 * (x.min() + x.max())]), np.array([0.5 * (y.min() + y.max())])
    )
    middle = Projection(math.radians(float(lat[0])), math.radians(float(lon[0])))
    return view_around(middle, *at(middle, shown), _NEAR_ROOM_KM).filled(_NEAR_ASPECT)


def _name(
    chart: AzimuthalMap,
    labels: Labels,
    place: WatchedPlace,
    text: str,
    style: str,
    *,
    must: bool = False,
) -> None:
    x, y = chart.at(place)
    labels.put(chart.canvas, text, chart.x(x), chart.y(y), style, must=must)


def _drawn(
    run: FlightsWatched, view: MapView, title: str, width_in: float = _WIDTH_IN
) -> tuple[AzimuthalMap, Labels]:
    """Land, sectors, flights, marks and a scale in a view, ready for its names."""
    canvas = Canvas(width_in, 1.0)
    chart = AzimuthalMap(canvas, view, 3.0, 21.0, canvas.width - 6.0)
    canvas.height = chart.bottom + 3.0
    canvas.titles(title)
    with chart.clipped():
        chart.draw_land()
        chart.draw_lines()
        _sectors(chart, run.stability)
        for track in run.tracks:
            _track(chart, track, run.stability)
    chart.draw_edge()
    _marks(chart, run.stability)
    labels = Labels(chart.box)
    cities = [chart.at(city) for city in run.stability.cities] or [(0.0, 0.0)]
    chart.draw_scale(labels, *np.array(cities).T)
    return chart, labels


def _view(tracks: Sequence[WatchedTrack], places: Sequence[WatchedPlace]) -> MapView:
    """All of every track and place, turned so that the launches lie at the left."""
    lat = np.array([p.latitude_deg for p in places])
    lon = np.array([p.longitude_deg for p in places])
    ends = [np.array([(t.latitude_deg[k], t.longitude_deg[k]) for t in tracks]) for k in (0, -1)]
    if not tracks:
        ends = [np.array([(lat[k], lon[k])]) for k in (0, -1)]
    middles = np.array([_middle(one) for one in ends])
    projection = centred(middles[:, 0], middles[:, 1])
    for track in tracks:
        lat = np.append(lat, track.latitude_deg)
        lon = np.append(lon, track.longitude_deg)
    x, y, _ = projection.to_map(lat, lon)
    return view_around(projection, x, y, _ROOM_KM)


def _middle(places_deg: Floats) -> tuple[float, float]:
    """The middle of places (n, 2) on a sphere, latitude and longitude in degrees."""
    lat, lon = np.radians(places_deg).T
    x, y, z = (
        float(part.mean())
        for part in (np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat))
    )
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _sectors(chart: AzimuthalMap, summary: StabilitySummary) -> None:
    """The sector of every radar as far as it tracks the headline cross section."""
    view = summary.view
    column = view.cross_sections_m2.index(view.headline_cross_section_m2)
    shown = colours(summary)
    # The added radar comes last, so that nothing covers its edge.
    order = sorted(summary.radars, key=lambda radar: radar.id == summary.added_radar)
    for radar in order:
        half = 0.5 * radar.sector_deg
        bearing = radar.boresight_deg + np.linspace(-half, half, 49)
        here = radar.latitude_deg, radar.longitude_deg
        lon, lat = away(*here, bearing, radar.track_range_m.value[column])
        if half < 180.0:
            lat, lon = np.append(here[0], lat), np.append(here[1], lon)
        x, y, _ = chart.view.projection.to_map(lat, lon)
        outline = polyline(chart.points(x, y), 1, closed=True)
        colour = shown[radar.id]
        chart.canvas.path(outline, plain_fill(colour), opacity=0.10)
        is_added = radar.id == summary.added_radar
        chart.canvas.path(
            outline, None, colour, 1.3 if is_added else 0.7, () if is_added else (3.0, 2.0)
        )


def _track(chart: AzimuthalMap, track: WatchedTrack, summary: StabilitySummary) -> None:
    """A ground track: thin, thick where another radar sees it, blue where the added one does."""
    time = np.array(track.time_s)
    x, y, _ = chart.view.projection.to_map(track.latitude_deg, track.longitude_deg)
    wide = chart.view.grown(0.1 * (chart.view.east_km - chart.view.west_km))
    shown = np.flatnonzero(wide.holds(x, y))
    for piece in np.split(shown, np.flatnonzero(np.diff(shown) > 1) + 1):
        if piece.size > 1:
            # The last point too, where the step passes over it.
            thin = np.append(piece[:-1:_THINNED], piece[-1])
            chart.canvas.path(polyline(chart.points(x[thin], y[thin]), 1), None, GREY, 0.45)
    spells = track.spells["given"]
    others = [
        spell for radar, found in spells.items() if radar != summary.added_radar for spell in found
    ]
    for found, colour, width in (
        (others, "#7a5200", 1.1),
        (spells[summary.added_radar], BLUE, 2.1),
    ):
        for begin, end in found:
            inner = time[(time > begin) & (time < end)]
            at = np.concatenate([[begin], inner, [end]])
            chart.line(np.interp(at, time, x), np.interp(at, time, y), colour, width)


def _marks(chart: AzimuthalMap, summary: StabilitySummary) -> None:
    """Launch areas, cities and radars."""
    kinds = marks(summary)
    drawn: list[tuple[WatchedPlace, str, float, str, str]] = []  # place, mark, size, face, edge
    for area in summary.launch_areas:
        kind, face = kinds.get(area.country, ("circle", "#ffffff"))
        drawn.append((area, kind, 4.6, face, BLACK))
    drawn += [(city, "circle", 3.6, BLACK, "#ffffff") for city in summary.cities]
    shown = colours(summary)
    for radar in summary.radars:
        kind, size = ("star", 9.0) if radar.id == summary.added_radar else ("diamond", 5.0)
        drawn.append((radar, kind, size, shown[radar.id], BLACK))
    for place, kind, size, face, edge in drawn:
        x, y = chart.at(place)
        if chart.view.holds(x, y):
            chart.mark(kind, x, y, size, face, edge, 0.5)
