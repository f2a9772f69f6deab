"""The figure of what one radar sees: two kinds of map and a vertical cut.

The first map shows how low a target can be and still be seen, three smaller ones how far targets
of some radar cross sections are detected at 100, 200 and 300 km, and the cut shows the same over
distance.  All are drawn from the plain values of a coverage and compute nothing.

These are matplotlib drawings, because they are saved as whatever the file's name asks for.
"""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from shieldmap import geodata
from shieldmap.model import Floats
from shieldmap.report import flight_map
from shieldmap.report.drawing import BLACK, BLUE, GREEN, GREY, ORANGE, PURPLE, VERMILION
from shieldmap.report.flight_figures import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Values = Mapping[str, Any]

BANDS: Final = ("#3f78bd", "#3fa3cb", "#62c3cd", "#7fcdbb", "#c7e9b4", "#e3f4b6", "#f6fbd9")
"""From low to high altitudes; the lightness falls evenly, so a grey print keeps the order."""

SECTION_COLOURS: Final = (VERMILION, ORANGE, GREEN, BLUE, PURPLE)
SECTION_DASHES: Final[tuple[tuple[float, ...], ...]] = (
    (),
    (5, 1.5),
    (2, 1.2),
    (6, 1.5, 1, 1.5),
    (1, 1),
)

# Inches.
_WIDTH: Final = 6.69
_LEFT: Final = 0.55
_RIGHT: Final = 0.14
_GAP: Final = 0.12
_ABOVE: Final = 0.24
_BELOW: Final = 0.46
_CUT: Final = 2.0
_MAP: Final = (2.4, 4.6)  # least and greatest height
_ROOM: Final = 0.06  # of the extent around what is drawn
TORN_KM: Final = 15000.0
"""Rings larger than this run behind the Earth, where a map tears."""

_NAMED_SHARE: Final = 0.004  # of a map's area, below which a country's name has no room
_TOP_SHARE: Final = 1.3  # of the cut above the highest altitude asked for


class Section(NamedTuple):
    """One radar cross section with the way it is drawn."""

    square_m: float
    track_m: float
    search_m: float
    colour: str
    dash: tuple[float, ...]


def sections(values: Values) -> list[Section]:
    """The cross sections of a coverage with a colour and a dash each."""
    count = len(SECTION_COLOURS)
    return [
        Section(
            row["cross_section_m2"],
            row["track_m"]["value"],
            row["search_m"]["value"],
            SECTION_COLOURS[i % count],
            SECTION_DASHES[i % count],
        )
        for i, row in enumerate(values["ranges"])
    ]


def view_words(values: Values) -> str:
    """Sector, elevations, air and terrain in one line."""
    radar = values["radar"]
    steered = radar.get("scan_max_deg", 180.0)
    limit = (
        f", at most {steered:.4g}° off a normal {radar['tilt_deg']:.4g}° up"
        if steered < 180.0
        else ""
    )
    low, high = radar["elevation_min_deg"], radar["elevation_max_deg"]
    sector = (
        "all round"
        if radar["sector_deg"] >= 359.999
        else (f"sector of {radar['sector_deg']:.4g}° about {radar['boresight_deg']:.4g}°")
    )
    air = "rays bent by the air" if radar["has_air"] else "straight rays, no air"
    return f"{sector}, elevation {low:.4g}° to {high:.4g}°{limit}, {air}; {terrain_words(radar)}"


def terrain_words(radar: Mapping[str, Any]) -> str:
    """Whether hills were taken into account."""
    if not radar["has_terrain"]:
        return "no terrain was used"
    return f"terrain from {radar['terrain'] or 'a horizon profile'}"


def coverage_figure(values: Values, *, title: str, footer: str) -> "Figure":
    """Draw a coverage; ``values`` as a run keeps them, ``footer`` says how far to trust them."""
    from matplotlib.figure import Figure

    view, aspect = _view(values)
    wide = _WIDTH - _LEFT - _RIGHT
    # A polar map has names of meridians on all sides.
    edge = 0.0 if view.projection.is_plain else 0.42
    tall = float(np.clip((wide - edge) * aspect, *_MAP))
    view = _filled(view, tall / (wide - edge))
    count = len(values["altitudes"])
    small = (wide - _GAP * (count - 1)) / max(count, 3)
    small_tall = small * min(max(aspect, 0.8), 1.25)
    footers = _wrapped(footer, 118)
    told = _wrapped(view_words(values), 108)
    bottom = 0.14 + 0.14 * len(footers)
    heads = 0.34 + 0.15 * len(told) + 0.4 * edge
    keys = 0.15 * (2 + len(values["ranges"]) // 3) + 0.26  # and a line below each small map
    total = (
        bottom + _BELOW + _CUT + _ABOVE + keys + small_tall + _ABOVE + 0.3 + tall + _ABOVE + heads
    )
    with style():
        figure = Figure(figsize=(_WIDTH, total))

        def panel(left: float, foot: float, width: float, height: float) -> "Axes":
            return figure.add_axes((left / _WIDTH, foot / total, width / _WIDTH, height / total))

        foot = bottom + _BELOW
        _cut(panel(_LEFT, foot, wide, _CUT), values)
        foot += _CUT + _ABOVE + 0.04
        _keys(figure, values, (foot + keys - 0.24) / total)
        foot += keys
        for i, level in enumerate(values["altitudes"]):
            axes = panel(_LEFT + i * (small + _GAP), foot, small, small_tall)
            _detection_map(axes, values, level, _filled(view, small_tall / small), is_first=i == 0)
        foot += small_tall + _ABOVE + 0.3
        _lowest_map(panel(_LEFT, foot, wide - edge, tall), values, view)
        figure.text(0.12 / _WIDTH, 1.0 - 0.24 / total, title, fontsize=10, fontweight="bold")
        for i, line in enumerate(told):
            figure.text(0.12 / _WIDTH, 1.0 - (0.42 + 0.15 * i) / total, line, fontsize=7.5)
        for i, line in enumerate(reversed(footers)):
            figure.text(0.12 / _WIDTH, (0.1 + 0.14 * i) / total, line, fontsize=7, color=GREY)
    return figure


def _wrapped(text: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, width)


# ---------------------------------------------------------------------------------------------
# Maps


def ring_on_map(projection: flight_map.Projection, ring: ArrayLike) -> Floats:
    """A ring of [longitude, latitude] as right and up in km, (n, 2)."""
    places = np.asarray(ring, dtype=np.float64).reshape(-1, 2)
    x, y, _ = projection.to_map(places[:, 1], places[:, 0])
    return np.column_stack([x, y])


def projection_of(values: Values) -> flight_map.Projection:
    """North up, with the radar in the middle: rings of range are circles."""
    radar = values["radar"]
    return flight_map.Projection(
        math.radians(radar["latitude_deg"]), math.radians(radar["longitude_deg"]), 0.0
    )


def extent_km(values: Values) -> tuple[float, float, float, float]:
    """West, east, south and north of what is seen at the highest altitude asked for, with room."""
    projection = projection_of(values)
    rings = [ring_on_map(projection, level["ring"]) for level in values["altitudes"]]
    points = np.concatenate([np.zeros((1, 2)), *rings])
    low, high = points.min(axis=0), points.max(axis=0)
    room = _ROOM * max(float((high - low).max()), 50.0)
    return (
        float(low[0]) - room,
        float(high[0]) + room,
        float(low[1]) - room,
        float(high[1]) + room,
    )


def _view(values: Values) -> tuple[flight_map.View, float]:
    """The view of every map and its height over its width."""
    west, east, south, north = extent_km(values)
    view = flight_map.View(projection_of(values), west, east, south, north)
    return view, (north - south) / (east - west)


def _filled(view: flight_map.View, aspect: float) -> flight_map.View:
    """The view made wider or taller about its middle until it has an aspect."""
    width, height = view.east_km - view.west_km, view.north_km - view.south_km
    across, up = max(width, height / aspect), max(height, width * aspect)
    x, y = 0.5 * (view.east_km + view.west_km), 0.5 * (view.north_km + view.south_km)
    return view._replace(
        west_km=x - 0.5 * across,
        east_km=x + 0.5 * across,
        south_km=y - 0.5 * up,
        north_km=y + 0.5 * up,
    )


def _draw_edge(axes: "Axes", view: flight_map.View, edge: Mapping[str, Any], **drawn: Any) -> None:
    """The outline of an area as lines."""
    for name in ("ring", "hole"):
        if edge[name]:
            points = ring_on_map(view.projection, edge[name])
            closed = np.vstack([points, points[:1]])
            axes.plot(closed[:, 0], closed[:, 1], **drawn)


def _lowest_map(axes: "Axes", values: Values, view: flight_map.View) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    flight_map.draw_ground(axes, view)
    contours = values["contours"]
    asked = {level["altitude_m"] for level in values["altitudes"]}
    for i, contour in reversed(list(enumerate(contours))):
        rings = [ring_on_map(view.projection, contour[k]) for k in ("ring", "hole") if contour[k]]
        if not rings:
            continue
        # One path with its hole; it is filled even-odd.
        outline = Path.make_compound_path(
            *(Path(np.vstack([r, r[:1]]), closed=True) for r in rings)
        )
        axes.add_patch(
            PathPatch(
                outline, facecolor=BANDS[i % len(BANDS)], edgecolor="none", alpha=0.72, zorder=1.25
            )
        )
        bold = contour["altitude_m"] in asked
        _draw_edge(axes, view, contour, color=BLACK, linewidth=1.2 if bold else 0.5, zorder=2.5)
    _borders_again(axes, view)
    _name_countries(axes, values, view)
    _name_contours(axes, values, view)
    _mark_radar(axes)
    flight_map.draw_scale(axes, view, np.array([0.0]), np.array([0.0]))
    axes.set_title(
        "Lowest altitude at which a target is seen, km; north up, distances from the radar are true",
        pad=4.0 if view.projection.is_plain else 14.0,
    )


def crossing(points_km: Floats, azimuth_rad: float) -> tuple[float, float]:
    """The corner of a ring that lies nearest to a direction from the radar, the farthest of equals."""
    toward = np.array([math.sin(azimuth_rad), math.cos(azimuth_rad)])
    reach = np.maximum(np.hypot(points_km[:, 0], points_km[:, 1]), 1e-6)
    x, y = points_km[int(np.argmax(points_km @ toward / reach + 1e-9 * reach))]
    return float(x), float(y)


def _name_contours(axes: "Axes", values: Values, view: flight_map.View) -> None:
    """The altitude of each contour where the boresight leaves it, as far as there is room."""
    last = -math.inf
    for contour in values["contours"]:
        if not contour["ring"]:
            continue
        points = ring_on_map(view.projection, contour["ring"])
        x, y = crossing(points, math.radians(values["radar"]["boresight_deg"]))
        away = math.hypot(x, y)
        inside = view.west_km < x < view.east_km and view.south_km < y < view.north_km
        if not inside or away - last < 0.04 * (view.north_km - view.south_km):
            continue
        last = away
        axes.annotate(
            f"{contour['altitude_m'] / 1e3:,.0f}",
            (x, y),
            ha="center",
            va="center",
            fontsize=7,
            zorder=4,
            bbox=flight_map.PAPER,
        )


def _borders_again(axes: "Axes", view: flight_map.View) -> None:
    """Borders darker than those of the ground, which the bands have paled."""
    for iso3 in geodata.countries():
        for ring in geodata.country(iso3):
            points = ring_on_map(view.projection, ring)
            inside = (points[:, 0] > view.west_km) & (points[:, 0] < view.east_km)
            inside &= (points[:, 1] > view.south_km) & (points[:, 1] < view.north_km)
            if inside.any():
                near = np.where(
                    (inside | np.roll(inside, 1) | np.roll(inside, -1))[:, None], points, np.nan
                )
                axes.plot(near[:, 0], near[:, 1], color="#3d3d3d", linewidth=0.4, zorder=2.0)


def _name_countries(axes: "Axes", values: Values, view: flight_map.View) -> None:
    """Names in the middle of what the map shows of each country that is seen."""
    from matplotlib.patheffects import withStroke

    box = (view.west_km, view.south_km, view.east_km, view.north_km)
    halo = [withStroke(linewidth=1.8, foreground="white", alpha=0.8)]
    for row in values["countries"]:
        place = name_place_km(view.projection, row["iso3"], box)
        if place is not None:
            axes.annotate(
                row["name"],
                place,
                ha="center",
                va="center",
                fontsize=7,
                zorder=3.8,
                color="#222222",
                fontstyle="italic",
                path_effects=halo,
            )


def name_place_km(
    projection: flight_map.Projection, iso3: str, box: tuple[float, float, float, float]
) -> tuple[float, float] | None:
    """A point well inside the greatest part of a country that a map shows; None for a small one."""
    import shapely

    rings = [ring_on_map(projection, ring) for ring in geodata.country(iso3)]
    # What lies behind the Earth is torn by the projection, and off every map.
    near = [shapely.Polygon(ring) for ring in rings if np.hypot(*ring.T).max() < TORN_KM]
    shown = shapely.clip_by_rect([geodata.valid(area) for area in near], *box)
    largest = max(shapely.get_parts(shown), key=shapely.area, default=None)
    if largest is None or shapely.area(largest) < _NAMED_SHARE * (box[2] - box[0]) * (
        box[3] - box[1]
    ):
        return None
    inside = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, 20.0))[0]
    return float(inside[0]), float(inside[1])


def _mark_radar(axes: "Axes") -> None:
    axes.plot(
        0.0,
        0.0,
        "*",
        color=BLACK,
        markersize=8,
        markeredgecolor="white",
        markeredgewidth=0.5,
        zorder=5,
    )


def _detection_map(
    axes: "Axes", values: Values, level: Mapping[str, Any], view: flight_map.View, *, is_first: bool
) -> None:
    """Where targets at one altitude are detected, by cross section."""
    flight_map.draw_ground(axes, view, has_graticule=False)
    _draw_edge(axes, view, level, color=BLACK, linewidth=1.5, zorder=3)
    beyond = []
    for section, edge in zip(sections(values), level["tracked"], strict=True):
        if edge["ring"] is None:
            beyond.append(section)
            continue
        _draw_edge(
            axes,
            view,
            edge,
            color=section.colour,
            linewidth=1.3,
            zorder=3.5,
            linestyle=(0, section.dash) if section.dash else "-",
        )
    _mark_radar(axes)
    if is_first:
        flight_map.draw_scale(axes, view, np.array([0.0]), np.array([0.0]), share=0.45)
    axes.set_title(f"Targets at {level['altitude_m'] / 1e3:,.0f} km")
    if beyond:
        least = min(section.square_m for section in beyond)
        axes.set_xlabel(f"{least:g} m² and more: all that is in sight", fontsize=7, labelpad=3.0)


def _keys(figure: "Figure", values: Values, top: float) -> None:
    """The legend of the cross sections, with both ranges of each."""
    from matplotlib.lines import Line2D

    handles: list[Any] = [
        Line2D(
            [],
            [],
            color=s.colour,
            linewidth=1.3,
            linestyle=(0, s.dash) if s.dash else "-",
            label=f"{s.square_m:g} m²: {s.track_m / 1e3:,.0f} km, {s.search_m / 1e3:,.0f} km",
        )
        for s in sections(values)
    ]
    handles.append(Line2D([], [], color=BLACK, linewidth=1.5, label="edge of sight"))
    legend = figure.legend(
        handles=handles,
        ncols=3,
        loc="upper left",
        bbox_to_anchor=(_LEFT / _WIDTH, top),
        frameon=False,
        fontsize=7.5,
        borderaxespad=0.0,
        borderpad=0.0,
        handlelength=2.8,
        title="Radar cross section: range with the long dwell (drawn), range while searching",
        title_fontsize=7.5,
        alignment="left",
        labelspacing=0.3,
    )
    legend.set_zorder(10)


# ---------------------------------------------------------------------------------------------
# Cut


def cut_ends_m(values: Values) -> tuple[float, float]:
    """How far and how high a cut is drawn: to where the lowest ray passes its top."""
    cut = values["cut"]
    asked = max((level["altitude_m"] for level in values["altitudes"]), default=300e3)
    top = min(_TOP_SHARE * asked, cut["top_m"])
    flattest = [cut["lowest"], *(ray for ray in cut["rays"] if ray["elevation_deg"] == 0.0)]
    far = max(float(np.interp(top, ray["altitude_m"], ray["ground_m"])) for ray in flattest)
    return 1.02 * far, top


def _cut(axes: "Axes", values: Values) -> None:
    cut = values["cut"]
    far, top = cut_ends_m(values)
    lowest = cut["lowest"]
    x, y = np.array(lowest["ground_m"]) / 1e3, np.array(lowest["altitude_m"]) / 1e3
    axes.fill_between(
        x, y, max(top / 1e3, float(y[-1])), color=BANDS[3], alpha=0.35, linewidth=0, zorder=1
    )
    for ray in cut["rays"]:
        is_level = ray["elevation_deg"] == 0.0
        axes.plot(
            np.array(ray["ground_m"]) / 1e3,
            np.array(ray["altitude_m"]) / 1e3,
            zorder=2,
            color=BLACK if is_level else GREY,
            linewidth=1.0 if is_level else 0.6,
            linestyle=(0, (4, 2)) if is_level else "-",
        )
        _name_ray(axes, ray, (far, top))
    axes.plot(x, y, color=BLACK, linewidth=1.6, zorder=3)
    _name_ray(axes, lowest, (far, top))
    for section, arc in zip(sections(values), cut["arcs"], strict=True):
        axes.plot(
            np.array(arc["ground_m"]) / 1e3,
            np.array(arc["altitude_m"]) / 1e3,
            zorder=3,
            color=section.colour,
            linestyle=(0, section.dash) if section.dash else "-",
            linewidth=1.3,
        )
    for level in values["altitudes"]:
        axes.axhline(level["altitude_m"] / 1e3, color=GREY, linewidth=0.6, linestyle=(0, (1, 2)))
    axes.set_xlim(0.0, far / 1e3)
    axes.set_ylim(0.0, top / 1e3)
    axes.set_xlabel("distance over the ground, km")
    axes.xaxis.set_major_formatter("{x:,.6g}")
    axes.set_ylabel("altitude, km")
    axes.grid(visible=True, zorder=0)
    axes.set_title(
        f"Cut along azimuth {cut['azimuth_deg']:.4g}°; shaded: inside the field of regard, "
        "whatever the range"
    )


def _name_ray(axes: "Axes", ray: Mapping[str, Any], ends: tuple[float, float]) -> None:
    """The elevation of a ray at nine tenths of the height, where it still runs inside the frame."""
    height = 0.9 * ends[1]
    at = float(np.interp(height, ray["altitude_m"], ray["ground_m"]))
    if at < 0.98 * ends[0]:
        axes.annotate(
            f"{ray['elevation_deg']:.3g}°",
            (at / 1e3, height / 1e3),
            ha="center",
            va="center",
            fontsize=7,
            zorder=4,
            bbox={**flight_map.PAPER, "alpha": 1.0},
        )
