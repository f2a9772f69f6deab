"""The figure of a flight: a map without tears, labels inside the page, lines told apart."""

import math
from functools import cache
from typing import Any

import numpy as np
import pytest
from lxml import etree
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from pyproj import Geod

from shieldmap import formats, geodata
from shieldmap.answers import FlightRequest
from shieldmap.answers.flights import fly_request
from shieldmap.report import base_map, flight_figures, painting, plots
from shieldmap.report.drawing import Canvas, Fill, mark, number, standalone

PLACES = {
    "pole": (89.9, 126.0),
    "date line": (52.0, 180.0),
    "korea": (37.0, 127.5),
    "south": (-60.0, -70.0),
    "equator": (0.0, 0.0),
}
SPHERE = Geod(a=geodata.MEAN_RADIUS_M, b=geodata.MEAN_RADIUS_M)


REQUESTS = {
    "scud": FlightRequest("scud-b", "39.10,125.80", "36.40,126.30"),
    "three classes": FlightRequest(
        "nodong", "hwangju", "busan", class_="minimum-energy,lofted,depressed"
    ),
    "over the pole": FlightRequest("hwasong-15", "39.25,125.93", "38.90,-77.04"),
    "over the date line": FlightRequest("hwasong-12", "41.0,129.0", "51.9,-176.6"),
    "straight up": FlightRequest("nodong", None, None, from_burnout="38,179.99,30,1500,90,180"),
    "at the pole": FlightRequest("nodong", None, None, from_burnout="89.9,126,90,500,-90,180"),
    "long name": FlightRequest(
        "nodong", "hwangju", "busan", class_="lofted", apogee_km=300.0,
        vacuum=True, no_rotation=True, spherical=True,
    ),
}  # fmt: skip


@cache
def figure_of(name: str) -> tuple[Canvas, list[flight_figures.FlightPath]]:
    paths = [plots.path_of(one.record) for one in fly_request(REQUESTS[name]).flown]
    return flight_figures.flight_figure(paths, title="Title", footer="Footer."), paths


# ---------------------------------------------------------------------------------------------
# The map


@pytest.mark.parametrize("name", PLACES)
def test_distances_and_directions_from_the_middle_are_true(name: str) -> None:
    latitude, longitude = PLACES[name]
    projection = base_map.Projection(math.radians(latitude), math.radians(longitude))
    there = np.array([[37.5, 127.0], [-33.0, 18.0], [89.0, -10.0], [10.0, -179.5]])
    x, y, angle = projection.to_map(there[:, 0], there[:, 1])
    n = len(there)
    azimuth, _, distance = SPHERE.inv(
        np.full(n, longitude), np.full(n, latitude), there[:, 1], there[:, 0]
    )
    # The same sphere in closed form: metres at most, from rounding.
    np.testing.assert_allclose(np.hypot(x, y) * 1e3, distance, atol=1.0)
    np.testing.assert_allclose(angle * geodata.MEAN_RADIUS_M, distance, atol=1.0)
    turned = np.degrees(np.arctan2(x, y)) - np.array(azimuth)
    np.testing.assert_allclose((turned + 180.0) % 360.0 - 180.0, 0.0, atol=1e-4)


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("turn", [0.0, 1.0])
def test_places_come_back_from_the_map(name: str, turn: float) -> None:
    latitude, longitude = PLACES[name]
    projection = base_map.Projection(math.radians(latitude), math.radians(longitude), turn)
    there = np.array([[37.5, 127.0], [-33.0, 18.0], [89.0, -10.0], [10.0, -179.5]])
    lat, lon = projection.to_ground(*projection.to_map(there[:, 0], there[:, 1])[:2])
    np.testing.assert_allclose(lat, there[:, 0], atol=1e-8)
    np.testing.assert_allclose((lon - there[:, 1] + 180.0) % 360.0 - 180.0, 0.0, atol=1e-6)


def test_a_long_track_is_turned_and_a_short_one_is_not() -> None:
    long = base_map.centred(np.array([39.0, 75.0, 39.0]), np.array([126.0, -155.0, -77.0]))
    x, y, _ = long.to_map(np.array([39.0, 39.0]), np.array([126.0, -77.0]))
    assert x[0] == pytest.approx(-x[1])
    assert y == pytest.approx(0.0, abs=1e-6)
    assert x[0] < 0.0
    short = base_map.centred(np.array([39.0, 37.0, 35.0]), np.array([126.0, 127.5, 129.0]))
    assert short.turn_rad == 0.0


def test_no_coast_runs_across_the_whole_map() -> None:
    """Russia's coast in the map pack jumps from one side of the date line to the other."""
    for line in geodata.coastline((-180.0, -90.0, 180.0, 90.0)):
        assert np.abs(np.diff(line[:, 0])).max() < 90.0


# ---------------------------------------------------------------------------------------------
# The figure


def words_on(canvas: Canvas) -> list[str]:
    """Every text of a drawing."""
    return [
        str(one.text).replace(formats.NB, " ")
        for one in etree.fromstring(standalone(canvas)).iter("{*}text")
        if one.text
    ]


def vertices(outline: str) -> Any:
    """The corners of an outline, (k, 2) in points."""
    return np.asarray(painting._path(outline).vertices)


def lines_on(canvas: Canvas) -> list[dict[str, str]]:
    """The attributes of every line that is drawn and not filled, without land and lines of the map."""
    root = etree.fromstring(standalone(canvas))
    paths = root.xpath("//*[local-name()='path'][@stroke][not(ancestor::*[local-name()='defs'])]")
    return [dict(one.attrib) for one in paths]


@pytest.mark.parametrize("name", REQUESTS)
def test_no_words_leave_the_page_and_none_collide(name: str) -> None:
    canvas, _ = figure_of(name)
    figure = painting.painted(canvas)
    agg = FigureCanvasAgg(figure)
    agg.draw()
    renderer = agg.get_renderer()
    width, height = figure.get_size_inches() * figure.dpi
    texts = [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text()]
    boxes = []
    for text in texts:
        box = text.get_window_extent(renderer)
        assert 0.0 <= box.x0 <= box.x1 <= width, text.get_text()
        assert 0.0 <= box.y0 <= box.y1 <= height, text.get_text()
        boxes.append((text.get_text(), box))
    for i, (words, one) in enumerate(boxes):
        hit = [other for other, box in boxes[i + 1 :] if one.overlaps(box)]
        assert not hit, (words, hit)


def test_the_axes_have_units_and_one_scale_where_it_fits() -> None:
    canvas, (path,) = figure_of("scud")
    words = words_on(canvas)
    names = ("ground range, km", "altitude, km", "speed, km/s", "time since launch, s")
    assert [words.count(name) for name in names] == [1, 2, 1, 2]
    assert any("to one scale" in text for text in words)
    across, up = path.ground_m.max() / 1e3, path.altitude_m.max() / 1e3
    # After the sample in the legend come the lines of the first panel.
    boost, coast = (
        [line["d"] for line in lines_on(canvas) if line["stroke-width"] == width][1]
        for width in ("2.8", "1.2")
    )
    points = np.concatenate([vertices(d) for d in (boost, coast)])
    shown = np.ptp(points, axis=0)
    assert shown[0] / across == pytest.approx(shown[1] / up, rel=1e-3)


def test_heights_that_are_stretched_say_so() -> None:
    canvas, _ = figure_of("over the pole")
    assert any("heights stretched 2.0" in text for text in words_on(canvas))


def test_classes_differ_in_colour_and_in_the_style_of_the_line() -> None:
    canvas, paths = figure_of("three classes")
    samples = [line for line in lines_on(canvas) if line["d"].endswith("h16")][:3]
    assert len({line["stroke"] for line in samples}) == len(paths) == 3
    assert len({line.get("stroke-dasharray") for line in samples}) == 3
    told = [text.split()[0] for text in words_on(canvas) if " impact " in text]
    assert told == ["minimum-energy:", "lofted", "depressed"]


def test_the_marks_stand_where_the_events_are() -> None:
    canvas, (path,) = figure_of("over the pole")
    words = words_on(canvas)
    assert f"apogee 1,066 s, {path.altitude_m.max() / 1e3:,.0f} km" in words
    drawn = {line["d"] for line in lines_on(canvas)}
    # The first panel begins at the left margin; its scale follows from two ticks of its axis.
    end_km = 1.04 * path.ground_m.max() / 1e3
    left, wide = flight_figures._LEFT, flight_figures._WIDE
    for event, kind in flight_figures._MARKS.items():
        x = left + path.ground_m[path.rows[event]] / 1e3 / end_km * wide
        y0 = float(number(x))
        starts = [d for d in drawn if _centre(d, kind) == pytest.approx(y0, abs=0.02)]
        assert starts, event
    # The reentry of an event row lies at 100 km, on the way down.
    assert path.altitude_m[path.rows["reentry"]] == pytest.approx(100e3, abs=1.0)
    assert path.rows["reentry"] > path.rows["apogee"]


def _centre(outline: str, kind: str) -> float:
    """Where a mark of a kind stands from the left; nan for another outline."""
    corners = vertices(outline)
    pattern = vertices(mark(kind, 0.0, 0.0, 5.5))
    if corners.shape != pattern.shape or np.ptp(corners, axis=0).max() > 8.0:
        return math.nan
    moved = corners - pattern
    return float(moved[0, 0]) if np.ptp(moved, axis=0).max() < 0.03 else math.nan


# ---------------------------------------------------------------------------------------------
# Files


@pytest.mark.parametrize(
    ("ending", "begin"), [(".png", b"\x89PNG"), (".pdf", b"%PDF-"), (".svg", b"<?xml")]
)
def test_a_drawing_is_written_in_each_format_and_always_alike(ending: str, begin: bytes) -> None:
    canvas = Canvas(2.0, 1.0)
    canvas.path("M10 10H60V40H10Z", Fill("", "#ffffff", "//", "#000000"))
    canvas.text(10.0, 50.0, "30° to 40 m², $5", turn=-20.0, style="bold halo")
    content = painting.picture(canvas, ending)
    assert content.startswith(begin)
    assert content == painting.picture(canvas, ending)


def test_another_ending_is_refused() -> None:
    with pytest.raises(ValueError, match=r"not as '\.gif'"):
        painting.picture(Canvas(1.0, 1.0), ".gif")
