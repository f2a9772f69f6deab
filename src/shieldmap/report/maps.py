"""Maps: what of the country is defended, and why the rest is not.

Longitude and latitude are drawn as they are, with one scale for the middle of the map; no figure
needs more.  Rings and sectors are drawn on a sphere, for orientation: whether a place is
defended was computed place by place and never follows from a ring.
"""

import math
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import geodata
from shieldmap.archive import MAPS, Run
from shieldmap.model import CONSTRAINT_TEXT, Constraint, Floats, Status
from shieldmap.report import words
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    HALO,
    PURPLE,
    SKY,
    VERMILION,
    YELLOW,
    Fill,
    new_figure,
    patch_settings,
    style,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.path import Path as Outline

CELL: Final = 0

NOT_THREATENED, UNDEFENDED, SOME, EVERY = range(4)

STATUS_FILLS: Final = {
    EVERY: Fill("defended against every launch point that reaches it", BLUE, "", BLUE),
    SOME: Fill("defended against some launch points only", SKY, "////", "#123a52"),
    UNDEFENDED: Fill("threatened and not defended", "#EFC27E", "", "#EFC27E"),
    NOT_THREATENED: Fill("not threatened by this missile", "#fafafa", "\\\\\\", "#a8a8a8"),
}

_C = Constraint
REASON_FILLS: Final = {
    _C.NEVER_VISIBLE: Fill(CONSTRAINT_TEXT[0], "#bdbdbd", "xxx", "#333333"),
    _C.LEFT_FIELD_OF_REGARD: Fill(CONSTRAINT_TEXT[1], PURPLE, "\\\\\\\\", "#5a2442"),
    _C.DETECTED_TOO_LATE: Fill(CONSTRAINT_TEXT[2], YELLOW, "|||", "#6b6510"),
    _C.ABOVE_CEILING: Fill(CONSTRAINT_TEXT[3], SKY, "////", "#123a52"),
    _C.BELOW_FLOOR: Fill(CONSTRAINT_TEXT[4], "#3d7ea6", "", "#3d7ea6"),
    _C.OUT_OF_REACH: Fill(CONSTRAINT_TEXT[5], "#F6D08A", "", "#F6D08A"),
    _C.ARRIVES_BEFORE_INTERCEPTOR: Fill(CONSTRAINT_TEXT[6], VERMILION, "---", "#4d2200"),
    _C.TARGET_TOO_FAST: Fill(CONSTRAINT_TEXT[7], GREEN, "+++", "#00382a"),
    _C.NO_INVENTORY: Fill(CONSTRAINT_TEXT[8], "#444444", "", "#444444"),
}
DEFENDED_FILL: Final = Fill("defended", "#ffffff", "", "#ffffff")
NO_REASON: Final = 127

_LAND: Final = "#eceae4"
_SEA: Final = "#f4f8fb"
_MARGIN_DEG: Final = 0.35
_MAP_WIDTH_IN: Final = 2.85


class Cells(NamedTuple):
    """The cells of a run with what every case does to them; (case, cell) where not said."""

    cases: list[str]  # "threat from launch point"
    edges_deg: Floats  # (4, cell): west, south, east, north
    status: NDArray[np.int8]
    defended: dict[str, NDArray[np.bool_]]  # low, value, high; headline doctrine
    reason: NDArray[np.int8]


class Frame(NamedTuple):
    """What a map shows: its bounds in degrees and the height of its axes for a width of one."""

    west: float
    south: float
    east: float
    north: float
    ratio: float


def read_cells(run: Run) -> Cells:
    """The cells of a run's maps, with their outlines."""
    import h5netcdf

    summary = run.summary
    grid = geodata.land_cells(summary["grid"]["country"], summary["grid"]["spacing_m"])
    half_width, half_height = 0.5 * grid.width_deg, 0.5 * grid.height_deg
    edges = [
        grid.longitude_deg - half_width,
        grid.latitude_deg - half_height,
        grid.longitude_deg + half_width,
        grid.latitude_deg + half_height,
    ]
    arrays = run.arrays()
    cells = arrays["kind"] == CELL
    doctrine = words.DOCTRINES.index(summary["doctrine"])
    ends = {"low": "is_defended_low", "value": "is_defended", "high": "is_defended_high"}
    with h5netcdf.File(run.path / MAPS, "r") as file:
        cases = str(file.attrs["case_labels"]).split("; ")
    return Cells(
        cases=cases,
        # Rounded, so that neighbours share their edges exactly and melt into one area.
        edges_deg=np.asarray(np.round(np.vstack(edges), 7), dtype=np.float64),
        status=arrays["status"][:, cells],
        defended={
            end: arrays[name][:, cells, doctrine].astype(np.bool_) for end, name in ends.items()
        },
        reason=arrays["reason"][:, cells],
    )


def _rows(cells: Cells, threat_id: str) -> list[int]:
    return [i for i, case in enumerate(cells.cases) if case.split(" from ")[0] == threat_id]


def kinds(cells: Cells, threat_id: str, end: str = "value") -> NDArray[np.int8]:
    """For every cell: not threatened, undefended, defended against some or every launch point."""
    rows = _rows(cells, threat_id)
    flown = cells.status[rows] == Status.OK
    safe = cells.defended[end][rows] & flown
    out = np.full(flown.shape[1], NOT_THREATENED, dtype=np.int8)
    out[flown.any(axis=0)] = UNDEFENDED
    out[safe.any(axis=0)] = SOME
    out[flown.any(axis=0) & (safe | ~flown).all(axis=0)] = EVERY
    return out


def reasons(cells: Cells, threat_id: str) -> NDArray[np.int8]:
    """For every cell the headline reason over the launch points; 127 where there is none."""
    given = cells.reason[_rows(cells, threat_id)]
    first: NDArray[np.int8] = np.where(given >= 0, given, np.int8(NO_REASON)).min(axis=0)
    state = kinds(cells, threat_id)
    return np.where((state == UNDEFENDED) | (state == SOME), first, np.int8(NO_REASON))


# --- outlines --------------------------------------------------------------------


def _outline(geometry: Any) -> "Outline | None":
    """A shapely area as one matplotlib path, holes included; None where there is nothing."""
    import shapely
    from matplotlib.path import Path as Outline

    points, codes = [], []
    for part in shapely.get_parts(geometry):
        if shapely.get_dimensions(part) != 2:
            continue
        for ring in (part.exterior, *part.interiors):
            line = shapely.get_coordinates(ring)
            points.append(line)
            code = np.full(len(line), Outline.LINETO, dtype=np.uint8)
            code[0], code[-1] = Outline.MOVETO, Outline.CLOSEPOLY
            codes.append(code)
    return Outline(np.vstack(points), np.concatenate(codes)) if points else None


def _area(cells: Cells, chosen: NDArray[np.bool_]) -> "Outline | None":
    return _outline(_union(cells, chosen))


def _union(cells: Cells, chosen: NDArray[np.bool_]) -> Any:
    """The chosen cells as one shapely area."""
    import shapely

    west, south, east, north = cells.edges_deg[:, chosen]
    # Neighbours in a row become one box first: that leaves few to unite.
    starts = np.ones(west.size, dtype=np.bool_)
    starts[1:] = (west[1:] != east[:-1]) | (south[1:] != south[:-1])
    ends = np.append(starts[1:], True)[: west.size]
    return shapely.union_all(shapely.box(west[starts], south[starts], east[ends], north[starts]))


def frame(cells: Cells, places: list[dict[str, Any]]) -> Frame:
    """Bounds that hold the country and the places given."""
    longitude = [place["longitude_deg"] for place in places]
    latitude = [place["latitude_deg"] for place in places]
    west, south = cells.edges_deg[:2].min(axis=1)
    east, north = cells.edges_deg[2:].max(axis=1)
    west, east = min(west, *longitude) - _MARGIN_DEG, max(east, *longitude) + _MARGIN_DEG
    south, north = min(south, *latitude) - _MARGIN_DEG, max(north, *latitude) + _MARGIN_DEG
    middle = math.cos(math.radians(0.5 * (south + north)))
    return Frame(west, south, east, north, (north - south) / ((east - west) * middle))


def _frame_of(cells: Cells, summary: dict[str, Any], used: set[str]) -> Frame:
    """One scale and one width for every missile, and as high as its own launch points need."""
    points = summary["launch_points"]
    whole = frame(cells, [*points, summary["defence"]])
    own = frame(cells, [*(p for p in points if p["id"] in used), summary["defence"]])
    ratio = whole.ratio * (own.north - whole.south) / (whole.north - whole.south)
    return whole._replace(north=own.north, ratio=ratio)


class _Ground(NamedTuple):
    """What lies under every map: land, coasts, borders, provinces."""

    land: "Outline | None"
    coast: list[Floats]
    borders: list[Floats]
    provinces: list[Floats]


@cache
def _ground(west: float, south: float, east: float, north: float, country: str) -> _Ground:
    import shapely

    bounds = (west, south, east, north)
    box = shapely.box(*bounds)
    rings = [ring for code in geodata.countries() for ring in geodata.country(code)]
    near = [
        ring
        for ring in rings
        if ring[:, 0].max() > west and ring[:, 0].min() < east
        and ring[:, 1].max() > south and ring[:, 1].min() < north
    ]  # fmt: skip
    land = shapely.union_all(
        [shapely.make_valid(shapely.Polygon(ring)).intersection(box) for ring in near]
    )
    inner = [ring for rings in _provinces(country).values() for ring in rings]
    return _Ground(
        _outline(shapely.simplify(land, 0.012)),
        _thinned(geodata.coastline(bounds)),
        _thinned(geodata.borders(bounds)),
        _thinned(inner),
    )


def _provinces(country: str) -> dict[str, list[Floats]]:
    try:
        return geodata.provinces(country)
    except ValueError:
        return {}  # the pack has provinces of the countries around Korea only


def _thinned(lines: list[Floats]) -> list[Floats]:
    """Lines without the detail, and the islets, that no figure here can show."""
    import shapely

    return [
        np.asarray(shapely.get_coordinates(shapely.simplify(shapely.LineString(line), 0.012)))
        for line in lines
        if len(line) > 1 and float(np.ptp(line, axis=0).max()) > 0.04
    ]


def _away(
    latitude_deg: float, longitude_deg: float, azimuth_deg: NDArray[Any], distance_m: float
) -> tuple[Floats, Floats]:
    """Longitudes and latitudes of points at a distance, on a sphere: enough to draw a ring."""
    angle = distance_m / geodata.MEAN_RADIUS_M
    start, azimuth = math.radians(latitude_deg), np.radians(azimuth_deg)
    sine = math.sin(start) * math.cos(angle) + math.cos(start) * math.sin(angle) * np.cos(azimuth)
    latitude = np.arcsin(sine)
    turn = np.arctan2(
        np.sin(azimuth) * math.sin(angle) * math.cos(start),
        math.cos(angle) - math.sin(start) * sine,
    )
    return longitude_deg + np.degrees(turn), np.degrees(latitude)


# --- figures ---------------------------------------------------------------------


def defended_map(run: Run, cells: Cells, threat: dict[str, Any]) -> "Figure":
    """The country coloured by what is defended against one missile."""
    with style():
        summary = run.summary
        used = {row["launch_point"] for row in threat["by_launch_point"]}
        axes, figure = _empty_map(
            _frame_of(cells, summary, used), summary["grid"]["country"], _MAP_WIDTH_IN
        )
        state = kinds(cells, threat["id"])
        for kind in (NOT_THREATENED, UNDEFENDED, SOME, EVERY):
            _fill(axes, _area(cells, state == kind), STATUS_FILLS[kind])
        _end_outline(axes, cells, threat["id"], "low")
        _end_outline(axes, cells, threat["id"], "high")
        _marks(axes, summary, used, spacing_km=75.0)
        share = words.percent(threat["share_of_people"]["value"])
        second = f"{share} of the people it can reach are defended"
        _titles(figure, words.threat_name(threat), second)
    return figure


def reason_map(run: Run, cells: Cells, threat: dict[str, Any]) -> "Figure":
    """The country coloured by the first constraint that fails against one missile."""
    with style():
        summary = run.summary
        view = frame(cells, [summary["defence"]])
        axes, figure = _empty_map(view, summary["grid"]["country"], 3.9)
        first = reasons(cells, threat["id"])
        state = kinds(cells, threat["id"])
        _fill(axes, _area(cells, state == NOT_THREATENED), STATUS_FILLS[NOT_THREATENED])
        _fill(axes, _area(cells, state == EVERY), DEFENDED_FILL)
        for code, fill in REASON_FILLS.items():
            _fill(axes, _area(cells, first == code), fill)
        _marks(axes, summary, set(), spacing_km=30.0)
        _titles(figure, f"Why not defended: {words.threat_name(threat)}",
                "first constraint that fails, launch point that fails first")  # fmt: skip
    return figure


def reason_fills(cells: Cells, threat_id: str) -> list[Fill]:
    """The fills that the reason map of a missile needs, for its legend."""
    found = set(reasons(cells, threat_id).tolist())
    return [fill for code, fill in REASON_FILLS.items() if int(code) in found]


def _titles(figure: "Figure", first: str, second: str) -> None:
    inch = 1.0 / figure.get_figheight()
    figure.text(0.03, 1.0 - 0.17 * inch, first, fontsize=8.5, fontweight="bold", va="center")
    figure.text(0.03, 1.0 - 0.36 * inch, second, fontsize=8, va="center")


def _empty_map(view: Frame, country: str, width_in: float) -> tuple["Axes", "Figure"]:
    """Land, coast, borders, ticks and scale bar."""
    from matplotlib.collections import LineCollection

    left, right, bottom, top = 0.45, 0.08, 0.28, 0.5
    height_in = width_in * view.ratio
    width, height = left + width_in + right, bottom + height_in + top
    figure = new_figure(width, height)
    axes = figure.add_axes(
        (left / width, bottom / height, width_in / width, height_in / height), facecolor=_SEA
    )
    axes.set_xlim(view.west, view.east)
    axes.set_ylim(view.south, view.north)
    ground = _ground(view.west, view.south, view.east, view.north, country)
    _fill(axes, ground.land, Fill("", _LAND, "", _LAND), zorder=0.5)
    for lines, colour, line_width, order in (
        (ground.provinces, "#ffffff", 0.5, 2.2),
        (ground.coast, "#7d7d7d", 0.4, 2.3),
        (ground.borders, "#333333", 0.9, 2.4),
    ):
        drawn = LineCollection(lines, colors=colour, linewidths=line_width, zorder=order)
        axes.add_collection(drawn, autolim=False)
    for spine in axes.spines.values():
        spine.set_visible(True)
    step = 2 if view.east - view.west < 12.0 else 5
    east = range(math.ceil(view.west / step) * step, math.floor(view.east) + 1, step)
    north = range(math.ceil(view.south / step) * step, math.floor(view.north) + 1, step)
    axes.set_xticks(list(east), [f"{x}°E" if x >= 0 else f"{-x}°W" for x in east])
    axes.set_yticks(list(north), [f"{y}°N" if y >= 0 else f"{-y}°S" for y in north])
    axes.tick_params(length=2.5, pad=2, labelsize=7)
    _scale_bar(axes, view)
    return axes, figure


def _scale_bar(axes: "Axes", view: Frame) -> None:
    """100 km at the latitude where the bar stands."""
    latitude = view.south + 0.045 * (view.north - view.south)
    metre_deg = 180.0 / math.pi / geodata.MEAN_RADIUS_M / math.cos(math.radians(latitude))
    length = 100e3 * metre_deg
    right = view.east - 0.04 * (view.east - view.west)
    axes.plot([right - length, right], [latitude, latitude], color=BLACK, linewidth=2.0,
              solid_capstyle="butt", zorder=6)  # fmt: skip
    axes.annotate("100 km", (right - 0.5 * length, latitude), (0, 3), textcoords="offset points",
                  ha="center", fontsize=7, zorder=6)  # fmt: skip


def _fill(axes: "Axes", area: "Outline | None", fill: Fill, zorder: float = 1.0) -> None:
    from matplotlib.patches import PathPatch

    if area is not None:
        axes.add_artist(PathPatch(area, zorder=zorder, **patch_settings(fill)))


def _end_outline(axes: "Axes", cells: Cells, threat_id: str, end: str) -> None:
    """Where the defended area ends when every assumption is at its low or high end.

    Bays and straits of a cell or two are closed and lone islets left out, so that the line can be
    followed.
    """
    import shapely
    from matplotlib.patches import PathPatch

    chosen = kinds(cells, threat_id, end) == EVERY
    cell_deg = float(cells.edges_deg[3, 0] - cells.edges_deg[1, 0])
    closed = _union(cells, chosen).buffer(1.5 * cell_deg, join_style="mitre")
    closed = closed.buffer(-1.5 * cell_deg, join_style="mitre")
    parts = [part for part in shapely.get_parts(closed) if part.area > 6.0 * cell_deg**2]
    area = _outline(shapely.union_all(parts)) if parts else None
    if area is None:
        return
    line = "-" if end == "low" else (0, (3.0, 1.6))
    under = {"facecolor": "none", "edgecolor": "white", "linewidth": 2.0, "zorder": 3.0}
    axes.add_artist(PathPatch(area, **under))
    axes.add_artist(
        PathPatch(
            area, facecolor="none", edgecolor=BLACK, linewidth=0.9, linestyle=line, zorder=3.1
        )
    )


def _marks(
    axes: "Axes", summary: dict[str, Any], launch_points: set[str], spacing_km: float
) -> None:
    """Battery, radar sector, reach ring, launch points and cities."""
    defence = summary["defence"]
    _sector(axes, defence["radar"])
    _ring(axes, defence, summary["assumptions"])
    here = (defence["longitude_deg"], defence["latitude_deg"])
    for site in defence["launcher_sites"]:
        axes.plot(site["longitude_deg"], site["latitude_deg"], marker="s", markersize=4,
                  color="white", markeredgecolor=BLACK, zorder=5.5)  # fmt: skip
    axes.plot(*here, marker="*", markersize=9, color="white", markeredgecolor=BLACK,
              markeredgewidth=0.7, zorder=6)  # fmt: skip
    for point in summary["launch_points"]:
        if point["id"] not in launch_points:
            continue
        x, y = point["longitude_deg"], point["latitude_deg"]
        axes.plot(x, y, marker="^", markersize=5, color=VERMILION, markeredgecolor=BLACK,
                  markeredgewidth=0.5, zorder=5)  # fmt: skip
        _label(axes, point["name"].split(" (")[0].split(",")[0], x, y, italic=True)
    for name, x, y in _cities(summary["assets"], spacing_km):
        axes.plot(x, y, marker="o", markersize=2.6, color=BLACK, markeredgecolor="white",
                  markeredgewidth=0.4, zorder=5)  # fmt: skip
        _label(axes, name, x, y)


def _cities(assets: list[dict[str, Any]], spacing_km: float) -> list[tuple[str, float, float]]:
    """Cities of the asset list in its order, those left out that would cover another's name."""
    chosen: list[tuple[str, float, float]] = []
    for asset in assets:
        x, y = asset["longitude_deg"], asset["latitude_deg"]
        apart = (
            math.hypot((x - a) * math.cos(math.radians(y)), y - b) * 111.2 for _, a, b in chosen
        )
        if asset["kind"] == "city" and min(apart, default=math.inf) > spacing_km:
            chosen.append((asset["name"].split(" and ")[0], x, y))
    return chosen


def _label(axes: "Axes", text: str, x: float, y: float, *, italic: bool = False) -> None:
    """A name beside its mark, on the side away from the nearer edge, with a pale halo."""
    west, east = axes.get_xlim()
    to_left = x > west + 0.62 * (east - west)
    axes.annotate(
        text,
        (x, y),
        (-4 if to_left else 4, 1),
        textcoords="offset points",
        ha="right" if to_left else "left",
        va="center",
        fontsize=7,
        fontstyle="italic" if italic else "normal",
        gid=HALO,
        zorder=7,
    )


def _sector(axes: "Axes", radar: dict[str, Any]) -> None:
    """The radar's sector in azimuth: two rays as long as the map is high."""
    if not radar["present"]:
        return
    half = 0.5 * radar["sector_deg"]
    south, north = axes.get_ylim()
    length_m = (north - south) * 111.2e3
    if radar["sector_deg"] >= 360.0:
        return
    for side in (-half, half):
        x, y = _away(radar["latitude_deg"], radar["longitude_deg"],
                     np.array([radar["boresight_deg"] + side]), length_m)  # fmt: skip
        axes.plot([radar["longitude_deg"], x[0]], [radar["latitude_deg"], y[0]], color=GREEN,
                  linewidth=1.0, zorder=4, dashes=(6, 1.5, 1, 1.5))  # fmt: skip


def _ring(axes: "Axes", defence: dict[str, Any], assumptions: list[dict[str, Any]]) -> None:
    """The reach as a ring on the ground, which it is not: drawn because every debate draws it."""
    reach = next((row["value"] for row in assumptions if row["name"] == "reach"), None)
    if reach is None:
        return
    x, y = _away(defence["latitude_deg"], defence["longitude_deg"],
                 np.linspace(0.0, 360.0, 121), reach)  # fmt: skip
    axes.plot(x, y, color=GREY, linewidth=1.0, linestyle=(0, (1, 1.8)), zorder=3.5)
