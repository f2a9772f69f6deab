"""The report's pictures: frames, marks and their legend, side views, and texts that stay inside.

Widths of letters are those of DejaVu Sans, which painting brings along and no common typeface
outdoes.
"""

import math
import re
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from shieldmap import words
from shieldmap.report import battle_figures, coverage_figures, drawing, map_marks, side_view
from shieldmap.report.degree_map import DegreeMap
from shieldmap.report.drawing import Canvas
from shieldmap.results import DrawnEngagement, FootprintSummary, LayersAdded, RadarCoverage
from tests.records import whole

CSS = Path(drawing.__file__).parent.parent / "data" / "report" / "report.css"
EARTH_KM = 6371.0
HALF_POINT = 0.5


def summary(
    battery: tuple[float, float],
    points: dict[str, tuple[float, float]],
    assets: dict[str, tuple[float, float]],
    reach_km: float = 200.0,
    sector_deg: float = 120.0,
) -> FootprintSummary:
    """What a study says of where things stand; places are latitude and longitude in degrees."""

    def at(place: tuple[float, float]) -> dict[str, float]:
        return {"latitude_deg": place[0], "longitude_deg": place[1]}

    radar = {"present": True, "sector_deg": sector_deg, "boresight_deg": 90.0, **at(battery)}
    return whole(
        FootprintSummary,
        defence={"launchers": {"value": 6}, "radar": radar, **at(battery)},
        launch_points=[{"id": name, "name": name, **at(place)} for name, place in points.items()],
        assets=[
            {"id": name, "name": name, "kind": "city", **at(place)}
            for name, place in assets.items()
        ],
        assumptions=[{"name": "reach", "value": 1e3 * reach_km}],
    )


def ground(west: float, south: float, east: float, north: float) -> map_marks.MapGround:
    """Cells all over a box in degrees."""
    x, y = (
        part.ravel() for part in np.meshgrid(np.linspace(west, east), np.linspace(south, north))
    )
    return map_marks.MapGround(-180.0, np.vstack([x - 0.01, y - 0.01, x + 0.01, y + 0.01]))


ISRAEL = (
    ground(34.3, 29.5, 35.7, 33.3),
    summary(
        (31.0, 34.8),
        {"Tehran": (35.7, 51.4), "Isfahan": (32.7, 51.7), "Saada": (16.9, 43.8)},
        {"Haifa": (32.8, 35.0), "Eilat": (29.6, 34.9)},
    ),
)
KOREA = (
    ground(126.0, 33.2, 129.6, 38.6),
    summary(
        (36.8, 127.1),
        {"Hwangju": (38.7, 125.7), "Samjiyon": (41.8, 128.3)},
        {"Seoul": (37.5, 127.0)},
    ),
)
JAPAN = (
    ground(130.0, 31.0, 145.5, 45.5),
    summary(
        (38.0, 133.0),
        {"Hwangju": (38.7, 125.7)},
        {"Tokyo": (35.7, 139.7), "Naha": (26.2, 127.7)},
        reach_km=2000.0,
        sector_deg=360.0,
    ),
)
GUAM = (
    ground(144.62, 13.24, 144.95, 13.65),
    summary((13.5, 144.8), {"Pyongyang International Airport": (39.2, 125.7)}, {}),
)


def drawn(study: tuple[map_marks.MapGround, FootprintSummary]) -> DegreeMap:
    """The map of a study against a missile that every launch point fires."""
    land, told = study
    used = {point.id for point in told.launch_points}
    view = map_marks.frame_of(land, told, used)
    plot = DegreeMap(view, 2.85, view[:4], ())
    map_marks.draw(plot, land, told, used, spacing_km=60.0)
    return plot


def texts_of(canvas: Canvas) -> dict[str, ET.Element]:
    root = ET.fromstring(drawing.standalone(canvas))
    return {"".join(one.itertext()): one for one in root.iter() if one.tag.endswith("text")}


def box_of(text: str, node: ET.Element) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a text as DejaVu Sans writes it."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    size = float(node.attrib["font-size"].removesuffix("px"))
    font = FontProperties(family="DejaVu Sans", weight=node.attrib.get("font-weight", "normal"))
    width = TextPath((0.0, 0.0), text, size=size, prop=font).get_extents().width
    x, y = float(node.attrib["x"]), float(node.attrib["y"])
    start = {"start": 0.0, "middle": 0.5, "end": 1.0}[
        node.attrib.get("text-anchor", "start")
    ] * width
    if "rotate(-90" in node.attrib.get("transform", ""):
        return x - size, y + start - width, x, y + start
    return x - start, y - 0.75 * size, x - start + width, y + 0.2 * size


def check_inside(canvas: Canvas) -> None:
    for text, node in texts_of(canvas).items():
        left, top, right, bottom = box_of(text, node)
        assert left >= -HALF_POINT, text
        assert right <= canvas.width + HALF_POINT, text
        assert top >= -canvas.above - HALF_POINT, text
        assert bottom <= canvas.height + HALF_POINT, text


def check_apart(canvas: Canvas) -> None:
    """No two texts cover each other by more than a rim."""
    boxes = {text: box_of(text, node) for text, node in texts_of(canvas).items()}
    names = list(boxes)
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            a, b = boxes[one], boxes[other]
            across = min(a[2], b[2]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[1], b[1])
            assert across < 1.0 or down < 2.0, (one, other)


# --- maps ------------------------------------------------------------------------


def test_launch_points_far_away_leave_the_ground_its_size() -> None:
    land, told = ISRAEL
    view = map_marks.frame_of(land, told, {"Tehran", "Saada"})
    assert (33.3 - 29.5) / (view.north - view.south) > 0.5
    assert view.east < 40.0


def test_the_ring_of_reach_lies_in_the_frame_of_a_small_country() -> None:
    view = map_marks.near_frame(*ISRAEL)
    half_deg = math.degrees(200.0 / EARTH_KM)
    assert view.west <= 34.8 - half_deg
    assert view.south <= 31.0 - half_deg + 0.01


def test_launch_points_nearby_stay_inside() -> None:
    plot = drawn(KOREA)
    assert {"Hwangju", "Samjiyon"} <= texts_of(plot.canvas).keys()
    assert "launch-point" in plot.canvas.shown
    assert "launch-away" not in plot.canvas.shown
    near = map_marks.frame_of(*KOREA, {"Hwangju"})
    whole_view = map_marks.frame_of(*KOREA, {"Hwangju", "Samjiyon"})
    assert near.north < 39.2 < whole_view.north
    assert (near.west, near.east) == (whole_view.west, whole_view.east)


def test_a_launch_point_outside_is_an_arrow_with_name_and_distance() -> None:
    plot = drawn(ISRAEL)
    found = {
        name: float(distance)
        for text in texts_of(plot.canvas)
        for name, distance in re.findall(r"(\w+) ([\d,]+)\u00a0km", text.replace(",", ""))
    }
    # By the spherical law of cosines; the figure rounds to 10 km.
    for name, (lat, lon) in {"Tehran": (35.7, 51.4), "Saada": (16.9, 43.8)}.items():
        a, b, turn = math.radians(31.0), math.radians(lat), math.radians(lon - 34.8)
        cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn)
        assert found[name] == pytest.approx(EARTH_KM * math.acos(cosine), abs=6.0)
    assert "launch-away" in plot.canvas.shown
    assert "launch-point" not in plot.canvas.shown
    check_inside(plot.canvas)
    check_apart(plot.canvas)


def test_arrows_point_where_the_launch_points_lie() -> None:
    told, plot = ISRAEL[1], drawn(ISRAEL)
    arrows = map_marks._arrows(plot, told.defence, list(told.launch_points))
    box = plot.box
    tehran, isfahan, saada = arrows
    for arrow in (tehran, isfahan):
        assert arrow.x > box.left + 0.95 * box.width
        assert abs(arrow.turn_rad) < 0.25 * math.pi
    assert tehran.y < isfahan.y
    assert saada.y > box.top + 0.95 * box.height
    assert 0.25 * math.pi < saada.turn_rad < 0.75 * math.pi
    for one, other in pairwise(arrows):
        assert math.dist(one[:2], other[:2]) >= 9.0


def test_every_defended_place_lies_in_the_frame() -> None:
    plot = drawn(JAPAN)
    assert bool(plot.holds(127.7, 26.2))
    assert "Naha" in texts_of(plot.canvas)


def test_what_is_nowhere_in_the_frame_is_not_shown_for_a_legend() -> None:
    assert not {"reach", "sector", "launch-away", "edge-value"} & drawn(JAPAN).canvas.shown
    assert {"reach", "sector"} <= drawn(ISRAEL).canvas.shown
    assert "launch-point" not in drawn(GUAM).canvas.shown


def test_a_small_island_fills_its_frame_with_one_coastline() -> None:
    plot = drawn(GUAM)
    (west, east), (south, north) = plot.x_limits, plot.y_limits
    assert 0.41 / (north - south) > 0.5
    assert not bool(plot.holds(144.8, 14.0))
    layers = plot.layers()
    coast, land = np.vstack(layers.coast), np.vstack(layers.land)
    # Both are thinned by half a point at most, so no corner of one lies two points off the other.
    point_deg = (east - west) / plot.box.width
    for corner in coast:
        gaps = [_gap(corner, ring) for ring in layers.land]
        assert min(gaps) < 2.0 * point_deg
    assert len(land) > 30


def _gap(corner: Any, ring: Any) -> float:
    import shapely

    return float(shapely.distance(shapely.Point(corner), shapely.LineString(ring)))


def test_the_scale_bar_stands_where_it_hides_no_cells() -> None:
    land = ground(126.0, 33.0, 130.0, 35.0)
    told = summary((37.5, 127.0), {}, {"Seoul": (38.0, 127.0)})
    view = map_marks.near_frame(land, told)
    plot = DegreeMap(view, 2.85, view[:4], ())
    map_marks.draw(plot, land, told, set(), spacing_km=60.0)
    bar = next(node for text, node in texts_of(plot.canvas).items() if text.endswith(" km"))
    assert float(bar.attrib["y"]) < plot.y(36.0)


# --- the side view ---------------------------------------------------------------


def engaged(across_km: float, shots: list[dict[str, Any]] | None = None) -> DrawnEngagement:
    """A missile that flies level-headed past a launcher, so far aside, and falls 100 km beyond."""
    along = np.linspace(-400.0, 100.0, 251)
    altitude = np.clip(80.0 * (1.0 - ((along + 150.0) / 250.0) ** 2), 0.0, None)
    slant = np.sqrt(along**2 + across_km**2 + altitude**2)
    return whole(
        DrawnEngagement,
        place="Daejeon",
        time_s=np.linspace(0.0, 500.0, 251).tolist(),
        altitude_m=(1e3 * altitude).tolist(),
        slant_from_battery_m=(1e3 * slant).tolist(),
        interceptors=shots or [],
    )


def run_with(floor: float, ceiling: float, reach: float) -> Any:
    rows = {"floor": floor, "ceiling": ceiling, "reach": reach}
    assumptions = [SimpleNamespace(name=name, value=1e3 * km) for name, km in rows.items()]
    return SimpleNamespace(
        footprint=SimpleNamespace(
            assumptions=assumptions, defence=SimpleNamespace(launcher_sites=())
        )
    )


def test_a_missile_that_passes_over_the_launcher_goes_on_beyond_it() -> None:
    view = side_view.side_view(run_with(40.0, 60.0, 150.0), engaged(0.0))
    assert view.missile.ground[0] == pytest.approx(400.0)
    assert view.missile.ground[-1] == pytest.approx(-100.0)
    # Never back: a path that is folded at the launcher would turn.
    assert (np.diff(view.missile.ground) < 0.0).all()
    assert view.left < -100.0


def test_an_interceptor_flies_to_the_side_on_which_it_meets_the_missile() -> None:
    shot = {"intercept_s": 450.0, "ground_m": [0.0, 50e3], "altitude_m": [0.0, 45e3]}
    view = side_view.side_view(run_with(40.0, 60.0, 150.0), engaged(0.0, [shot]))
    assert view.interceptors[0].ground[-1] == pytest.approx(-50.0)
    early = shot | {"intercept_s": 300.0}
    view = side_view.side_view(run_with(40.0, 60.0, 150.0), engaged(0.0, [early]))
    assert view.interceptors[0].ground[-1] == pytest.approx(50.0)


def test_a_missile_that_passes_far_aside_is_told_in_words() -> None:
    aside = engaged(90.0)
    view = side_view.side_view(run_with(40.0, 60.0, 150.0), aside)
    assert view.left == 0.0
    assert (view.missile.ground > 0.0).all()
    assert side_view.passes_m(aside) == pytest.approx(90e3, rel=0.01)
    assert side_view.passes_m(engaged(0.0)) is None


def test_a_reach_far_beyond_the_missile_does_not_make_it_a_stub() -> None:
    view = side_view.side_view(run_with(100.0, 1000.0, 2000.0), engaged(0.0))
    assert view.right < 500.0
    assert view.top < 200.0


def test_a_long_flight_does_not_make_the_envelope_a_stub() -> None:
    view = side_view.side_view(run_with(10.0, 20.0, 30.0), engaged(0.0))
    assert view.right < 4.0 * 30.0 + 20.0


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    "limits", [(40.0, 60.0, 150.0), (40.0, 150.0, 200.0), (90.0, 500.0, 700.0), (100.0, 1e3, 2e3)]
)
@pytest.mark.parametrize("across", [0.0, 150.0, 395.0])
def test_no_names_pile_up_in_a_side_view(
    limits: tuple[float, float, float],
    across: float,
    language: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(side_view, "title_of", lambda *_: "Daejeon: Hwasong-7 from Hwangju")
    monkeypatch.setattr(side_view, "outcome", lambda _: "defended")
    with words.using(language):
        canvas = side_view.side_view_figure(run_with(*limits), engaged(across))
    if language == "en":  # DejaVu Sans has no Korean letters
        check_inside(canvas)
    names = {text: node for text, node in texts_of(canvas).items() if "paint-order" in node.attrib}
    assert len(names) == 6  # the place, the launcher, floor, ceiling, reach and the missile
    if language == "en":
        boxes = [box_of(text, node) for text, node in names.items()]
        for i, a in enumerate(boxes):
            for b in boxes[i + 1 :]:
                across_pt = min(a[2], b[2]) - max(a[0], b[0])
                assert across_pt < 1.0 or min(a[3], b[3]) - max(a[1], b[1]) < 2.0, list(names)


# --- texts -----------------------------------------------------------------------


@pytest.mark.parametrize("width_in", [2.85, 4.1])
def test_titles_that_are_too_long_go_on_in_further_lines(width_in: float) -> None:
    canvas = Canvas(width_in, 2.0)
    first = "Hypothetical Iranian missile, 3,500 km (none is known to exist), minimum energy"
    second = (
        "from Kittaeryong and Tonghae: first constraint that fails, launch point that fails first"
    )
    canvas.titles(first, second)
    check_inside(canvas)
    check_apart(canvas)
    said = " ".join(texts_of(canvas))
    assert said == f"{first} {second}"
    assert canvas.above > 0.0


def test_a_short_title_needs_no_further_room() -> None:
    canvas = Canvas(3.35, 2.0)  # a map of the report with its edges
    canvas.titles(
        "Hwasong-6 (Scud-C), minimum energy",
        "<1\u00a0% of the people in range (median; 5–95\u00a0%: <1–52\u00a0%)",
    )
    assert canvas.above == 0.0
    assert len(texts_of(canvas)) == 2


def test_names_of_rows_stay_on_the_canvas() -> None:
    canvas = Canvas(4.1, 2.0)
    names = [
        ("Andersen Air Force Base", ""),
        ("Hypothetical Iranian missile, 3,500 km", "Khorramabad"),
        ("Hwasong-7", "from Kittaeryong and Tonghae"),
    ]
    drawing.row_plot(canvas, names, 90.0, (0.0, 100.0), "share (%)")
    check_inside(canvas)
    check_apart(canvas)
    said = " ".join(texts_of(canvas))
    assert all(line in said for name in names for line in name)


def test_heads_of_layers_do_not_cover_each_other() -> None:
    systems = ["SM-3 Block IB", "Arrow 3", "THAAD", "Arrow 2", "David's Sling (Stunner)"]
    found = [
        battle_figures.StackedLayer(name, name, (name,), drawing.plain_fill("#0072B2"))
        for name in systems
    ]
    mean = {
        "mean": 5.0,
        "sampling_interval": [4.9, 5.1],
        "parameter_range": [3.0, 9.0],
    }
    adds = whole(LayersAdded, rows=[{"systems": systems[:2], "leakers": mean}])
    canvas = battle_figures.adds_figure(adds, found)
    check_inside(canvas)
    check_apart(canvas)


def test_every_radar_cross_section_has_a_line_of_its_own() -> None:
    ranges = [{"cross_section_m2": 10.0**k} for k in range(-4, 4)]
    lines = [one.line for one in coverage_figures.sections(whole(RadarCoverage, ranges=ranges))]
    assert len({(line.colour, line.dash) for line in lines}) == len(lines)
    six = lines[:6]
    assert len({line.colour for line in six}) == len({line.dash for line in six}) == 6


# --- the page --------------------------------------------------------------------


def test_whatever_scrolls_says_so() -> None:
    css = CSS.read_text(encoding="utf-8")
    assert re.search(r"\.scroll::before \{[^}]*content: var\(--scroll\)", css)
    assert "animation-timeline: scroll(nearest inline)" in css


def test_printed_headings_stay_with_what_they_announce() -> None:
    printed = CSS.read_text(encoding="utf-8").split("@media print")[1]
    kept = re.search(r"h2, h3, [^{]*?p:has\(([^{]*)\) \{([^}]*)\}", printed)
    assert kept
    assert {"+ .legend", "+ .grid", "+ .scroll"} <= set(kept[1].split(", "))
    assert "break-after: avoid" in kept[2]
