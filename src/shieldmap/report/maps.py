"""Maps: what of the country is defended, and why the rest is not.

Longitude and latitude are drawn as they are, with one scale for the middle of the map; no figure
needs more.  Rings and sectors are drawn on a sphere, for orientation: whether a place is
defended was computed place by place and never follows from a ring.
"""

import io
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import colours, datafiles, formats, geodata, terms, words
from shieldmap.archive import MAPS, Run
from shieldmap.model import Constraint, Floats, Status
from shieldmap.report import degree_map, map_marks, phrases
from shieldmap.report.base_map import area_outline
from shieldmap.report.degree_map import DegreeMap, Frame
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREEN,
    PURPLE,
    SKY,
    VERMILION,
    YELLOW,
    Canvas,
    Fill,
    Plot,
    mark,
)
from shieldmap.report.map_marks import MapGround
from shieldmap.results import (
    Cells,
    FootprintSummary,
    ThreatSummary,
    code_of,
)
from shieldmap.words import t

CELL: Final = 0

NOT_THREATENED, UNDEFENDED, SOME, EVERY = range(4)

_STATUS_PAINT: Final = {
    EVERY: ("every", BLUE, "", BLUE),
    SOME: ("some", SKY, "////", "#123a52"),
    UNDEFENDED: ("undefended", colours.SAND, "", colours.SAND),
    NOT_THREATENED: ("not_threatened", "#fafafa", "\\\\\\", "#a8a8a8"),
}

HOLDS, MOSTLY, SELDOM, FAILS = range(4)

_PROBABILITY_PAINT: Final = {
    kind: (one.word, one.fill, "////" if one.line else "", one.line or one.fill)
    for kind, one in enumerate(reversed(colours.MAP.shares))
}

_REASON_PAINT: Final = {
    "never-visible": ("#bdbdbd", "xxx", "#333333"),
    "left-field-of-regard": (PURPLE, "\\\\\\\\", "#5a2442"),
    "detected-too-late": (YELLOW, "|||", "#6b6510"),
    "track-too-poor": ("#efe6b0", "...", "#5c5410"),
    "above-ceiling": (SKY, "////", "#123a52"),
    "below-floor": ("#8a6a4f", "", ""),
    "out-of-reach": ("#F6D08A", "", ""),
    "arrives-before-interceptor": (VERMILION, "---", "#4d2200"),
    "target-too-fast": (GREEN, "+++", "#00382a"),
    "no-inventory": ("#444444", "", ""),
    "second-shot-late": ("#d3c4ee", "...", "#33205f"),
}
_OTHER_PAINT: Final = ("#ffffff", "xx", BLACK)

_DEFENDED_FILL: Final = Fill("", "#ffffff", "", "#ffffff")
NO_REASON: Final = 127

_EVEN: Final = 0.5
_DOT_PT: Final = 6.0
_DOT_EDGE: Final = "#555555"
"""Of a place of a study without a grid."""
_MAP_WIDTH_IN: Final = 2.85
_REASON_WIDTH_IN: Final = 3.9


def status_fills() -> dict[int, Fill]:
    """How the maps show what is defended, with words for a legend."""
    return {
        kind: Fill(t(f"figure_{name}"), *paint) for kind, (name, *paint) in _STATUS_PAINT.items()
    }


def probability_fills() -> dict[int, Fill]:
    """How the maps show the share of draws that defend a cell, and where no missile falls."""
    shares = {
        kind: Fill(t(f"figure_{name}"), *paint)
        for kind, (name, *paint) in _PROBABILITY_PAINT.items()
    }
    return {**shares, len(shares): status_fills()[NOT_THREATENED]}


def reason_fills() -> dict[Constraint, Fill]:
    """How the map and the bars show a reason, with words for a legend."""
    return {
        code: Fill(
            words.of(terms.reason_of(code).long), *_REASON_PAINT.get(code_of(code), _OTHER_PAINT)
        )
        for code in Constraint
    }


class MapCells(NamedTuple):
    """The cells of a run with what every case does to them; (case, cell) where not said."""

    cases: list[str]  # "threat from launch point"
    cut_deg: float  # where the turn of the Earth begins in which longitudes are counted
    edges_deg: Floats  # (4, cell): west, south, east, north
    status: NDArray[np.int8]
    defended: dict[str, NDArray[np.bool_]]  # bad, value, good; headline doctrine
    reason: NDArray[np.int8]
    probability: Floats  # (threat of the run, cell): share of draws, NaN where not threatened


def read_cells(run: Run) -> MapCells:
    """The cells of a run's maps, with their outlines."""
    import h5netcdf

    summary = run.footprint
    cut, edges = outlines(run)
    doctrine = terms.doctrine_code(summary.doctrine)
    ends = {"bad": "is_defended_bad", "value": "is_defended", "good": "is_defended_good"}
    # Only what is drawn is read: the file holds three times as much.
    with h5netcdf.File(io.BytesIO(run.content(MAPS)), "r") as file:
        cases = datafiles.read_texts(file, "case")
        names = ("kind", "status", "reason", "probability", *ends.values())
        arrays = {name: np.asarray(file.variables[name][...]) for name in names}
    cells = arrays["kind"] == CELL
    return MapCells(
        cases=cases,
        cut_deg=cut,
        edges_deg=edges,
        status=arrays["status"][:, cells],
        defended={
            end: arrays[name][:, cells, doctrine].astype(np.bool_) for end, name in ends.items()
        },
        reason=arrays["reason"][:, cells],
        probability=arrays["probability"][:, cells].astype(np.float64),
    )


def outlines(run: Run) -> tuple[float, Floats]:
    """Where the turn of the Earth begins, and (4, cell) west, south, east, north of the cells in it."""
    return edges_of(
        geodata.land_cells(run.scenario.ground, run.footprint.grid.spacing_m), run.footprint
    )


def edges_of(grid: geodata.GridCells | Cells, summary: FootprintSummary) -> tuple[float, Floats]:
    """The same for the cells of any grid."""
    middle_deg, latitude_deg = np.array(grid.longitude_deg), np.array(grid.latitude_deg)
    half_width, half_height = 0.5 * np.array(grid.width_deg), 0.5 * np.array(grid.height_deg)
    places = [*summary.launch_points, *map_marks.sites(summary)]
    cut = degree_map.cut_deg([*middle_deg, *(place.longitude_deg for place in places)])
    longitude = degree_map.in_turn(cut, middle_deg)
    edges = [
        longitude - half_width,
        latitude_deg - half_height,
        longitude + half_width,
        latitude_deg + half_height,
    ]
    # Rounded, so that neighbours share their edges exactly and melt into one area.
    return cut, np.asarray(np.round(np.vstack(edges), 7), dtype=np.float64)


def _rows(cells: MapCells, threat_id: str) -> list[int]:
    return [i for i, case in enumerate(cells.cases) if case.split(" from ")[0] == threat_id]


def kinds(cells: MapCells, threat_id: str, end: str = "value") -> NDArray[np.int8]:
    """For every cell: not threatened, undefended, defended against some or every launch point."""
    rows = _rows(cells, threat_id)
    flown = cells.status[rows] == Status.OK
    safe = cells.defended[end][rows] & flown
    out = np.full(flown.shape[1], NOT_THREATENED, dtype=np.int8)
    out[flown.any(axis=0)] = UNDEFENDED
    out[safe.any(axis=0)] = SOME
    out[flown.any(axis=0) & (safe | ~flown).all(axis=0)] = EVERY
    return out


def reasons(cells: MapCells, threat_id: str) -> NDArray[np.int8]:
    """For every cell the headline reason over the launch points; 127 where there is none."""
    given = cells.reason[_rows(cells, threat_id)]
    first: NDArray[np.int8] = np.where(given >= 0, given, np.int8(NO_REASON)).min(axis=0)
    state = kinds(cells, threat_id)
    return np.where((state == UNDEFENDED) | (state == SOME), first, np.int8(NO_REASON))


def shares(cells: MapCells, threat: int) -> NDArray[np.int8]:
    """For every cell the class of its share of draws against a threat of the run; the last is none."""
    share = cells.probability[threat]
    # As the words of the verdicts draw the line; the file keeps shares in single precision.
    holds, fails = np.float32(terms.HOLDS_FROM), np.float32(terms.FAILS_TO)
    out = np.full(share.shape, HOLDS, dtype=np.int8)
    out[share < holds] = MOSTLY
    out[share < _EVEN] = SELDOM
    out[share <= fails] = FAILS
    out[np.isnan(share)] = len(_PROBABILITY_PAINT)
    return out


# --- outlines --------------------------------------------------------------------


def _union(cells: MapCells, chosen: NDArray[np.bool_]) -> Any:
    """The chosen cells as one shapely area."""
    import shapely

    west, south, east, north = cells.edges_deg[:, chosen]
    # Neighbours in a row become one box first: that leaves few to unite.
    starts = np.ones(west.size, dtype=np.bool_)
    starts[1:] = (west[1:] != east[:-1]) | (south[1:] != south[:-1])
    ends = np.append(starts[1:], True)[: west.size]
    return shapely.union_all(shapely.box(west[starts], south[starts], east[ends], north[starts]))


def _ground(cells: MapCells) -> MapGround:
    return MapGround(cells.cut_deg, cells.edges_deg)


# --- figures ---------------------------------------------------------------------


def defended_map(run: Run, cells: MapCells, threat: ThreatSummary) -> Canvas:
    """The country coloured by what is defended against one missile."""
    state = kinds(cells, threat.id)
    areas = [(state == kind, fill) for kind, fill in reversed(status_fills().items())]
    found, mark = threat.share_of_people.value, phrases.threat_mark(threat, run.footprint)
    said = {
        "share": formats.percent(found),
        "median": formats.percent(threat.sampled.share_of_people.p50),
    }
    if found is None:
        text = t("figure_nobody")
    elif mark:
        text = t("figure_share_from", mark=mark, **said)
    else:
        text = t("figure_share", **said)
    told = _named(threat), text
    return areas_map(run.footprint, cells, threat, areas, *told, ends=("bad", "good"))


def probability_map(run: Run, cells: MapCells, threat: ThreatSummary) -> Canvas:
    """The country coloured by the share of draws that defend it, and what is defended at the values."""
    summary = run.footprint
    state = shares(cells, [one.id for one in summary.threats].index(threat.id))
    areas = [(state == kind, fill) for kind, fill in reversed(probability_fills().items())]
    drawn = threat.sampled.share_of_people
    mark = phrases.threat_mark(threat, summary)
    text = t(
        "figure_median" if drawn.p50 is not None else "figure_nobody",
        mark=mark or "none",
        median=formats.percent(drawn.p50),
        band=formats.span(formats.percent(drawn.p05), formats.percent(drawn.p95)),
    )
    return areas_map(summary, cells, threat, areas, _named(threat), text, ends=("value",))


def _named(threat: ThreatSummary) -> str:
    """A missile and how it flies."""
    return f"{phrases.name(threat)}, {phrases.threat_class(threat)}"


def areas_map(
    summary: FootprintSummary,
    cells: MapCells,
    threat: ThreatSummary,
    areas: list[tuple[NDArray[np.bool_], Fill]],
    title: str,
    text: str,
    ends: tuple[str, ...] = (),
) -> Canvas:
    """The country with some cells filled, and the edge of what is defended at some of the ends."""
    used = {row.launch_point for row in threat.by_launch_point}
    plot = _map(cells, summary, map_marks.frame_of(_ground(cells), summary, used), _MAP_WIDTH_IN)
    with plot.clipped():
        if summary.grid.countries:
            _fill_areas(plot, cells, areas)
            for end in ends:
                _end_outline(plot, cells, threat.id, end)
        else:
            _fill_places(
                plot, cells, areas, [kinds(cells, threat.id, end) == EVERY for end in ends]
            )
        map_marks.draw(plot, _ground(cells), summary, used, spacing_km=60.0)
    plot.draw_frame()
    plot.canvas.titles(title, text)
    return plot.canvas


def reason_map(run: Run, cells: MapCells, threat: ThreatSummary) -> Canvas:
    """The country coloured by the first constraint that fails against one missile."""
    summary = run.footprint
    plot = _map(cells, summary, map_marks.near_frame(_ground(cells), summary), _REASON_WIDTH_IN)
    first, state = reasons(cells, threat.id), kinds(cells, threat.id)
    areas = [
        (state == NOT_THREATENED, status_fills()[NOT_THREATENED]),
        (state == EVERY, _DEFENDED_FILL),
        *((first == code, fill) for code, fill in reason_fills().items()),
    ]
    with plot.clipped():
        if summary.grid.countries:
            _fill_areas(plot, cells, areas)
        else:
            _fill_places(plot, cells, areas, [])
        map_marks.draw(plot, _ground(cells), summary, set(), spacing_km=25.0)
    plot.draw_frame()
    mark = phrases.threat_mark(threat, summary)
    name = _named(threat)
    text = t("figure_reason_words_from", mark=mark) if mark else t("figure_reason_words")
    plot.canvas.titles(t("figure_reason_title", name=name), text)
    return plot.canvas


def _fill_areas(
    plot: DegreeMap, cells: MapCells, areas: list[tuple[NDArray[np.bool_], Fill]]
) -> None:
    """Land, the cells by kind, and the lines of the map over them."""
    plot.draw_land()
    for chosen, fill in areas:
        if chosen.any():
            plot.canvas.path(area_outline(plot, _union(cells, chosen)), fill)
    plot.draw_lines()


def _fill_places(
    plot: DegreeMap,
    cells: MapCells,
    areas: list[tuple[NDArray[np.bool_], Fill]],
    ringed: list[NDArray[np.bool_]],
) -> None:
    """Land and lines, and a dot at every place by kind: a place is no area.

    A ring about a dot says that it is defended at the values.
    """
    plot.draw_land()
    plot.draw_lines()
    west, south, east, north = cells.edges_deg
    spots = plot.points(0.5 * (west + east), 0.5 * (south + north))
    for chosen, fill in areas:
        for x, y in spots[chosen].tolist():
            plot.canvas.path(mark("circle", x, y, _DOT_PT), fill, _DOT_EDGE, 0.5)
    for x, y in spots[ringed[0]].tolist() if ringed else ():
        plot.canvas.path(mark("circle", x, y, _DOT_PT + 2.4), None, BLACK, 0.9)
        plot.canvas.shown.add("edge-value")


def _map(cells: MapCells, summary: FootprintSummary, view: Frame, width_in: float) -> DegreeMap:
    """A map of a view, whose ground is shared by all maps of the run."""
    whole = map_marks.whole_frame(_ground(cells), summary)
    return DegreeMap(view, width_in, whole[:4], summary.grid.countries)


def _end_outline(plot: Plot, cells: MapCells, threat_id: str, end: str) -> None:
    """Where the defended area ends at the values, or with every assumption at its bad or good end.

    Bays, straits and holes of a cell or two are closed and lone islets left out, so that the line can
    be followed.
    """
    import shapely

    chosen = kinds(cells, threat_id, end) == EVERY
    cell_deg = float(cells.edges_deg[3, 0] - cells.edges_deg[1, 0])
    closed = _union(cells, chosen).buffer(1.5 * cell_deg, join_style="mitre")
    closed = closed.buffer(-1.5 * cell_deg, join_style="mitre")
    least = 6.0 * cell_deg**2
    parts = [
        shapely.Polygon(
            part.exterior, [hole for hole in part.interiors if shapely.Polygon(hole).area > least]
        )
        for part in shapely.get_parts(closed)
        if part.area > least
    ]
    if not parts:
        return
    outline = area_outline(plot, shapely.multipolygons(parts))
    plot.canvas.shown.add(f"edge-{end}")
    plot.canvas.path(outline, None, "#ffffff", 2.0)
    plot.canvas.path(outline, None, BLACK, 0.9, (2.7, 1.5) if end == "good" else ())
