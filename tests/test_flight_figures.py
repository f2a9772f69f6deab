"""The figure of a flight: a map without tears, labels inside the page, lines told apart."""

import math
from functools import cache

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from pyproj import Geod

from shieldmap import geodata
from shieldmap.answers import FlightRequest
from shieldmap.answers.flights import fly_request
from shieldmap.cli import flying_files
from shieldmap.report import flight_figures, flight_map

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
def figure_of(name: str) -> tuple[Figure, list[flight_figures.FlightPath]]:
    paths = [flying_files.path_of(one) for one in fly_request(REQUESTS[name]).flown]
    return flight_figures.flight_figure(paths, title="Title", footer="Footer."), paths


# ---------------------------------------------------------------------------------------------
# The map


@pytest.mark.parametrize("name", PLACES)
def test_distances_and_directions_from_the_middle_are_true(name: str) -> None:
    latitude, longitude = PLACES[name]
    projection = flight_map.Projection(math.radians(latitude), math.radians(longitude), 0.0)
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
    projection = flight_map.Projection(math.radians(latitude), math.radians(longitude), turn)
    there = np.array([[37.5, 127.0], [-33.0, 18.0], [89.0, -10.0], [10.0, -179.5]])
    lat, lon = projection.to_ground(*projection.to_map(there[:, 0], there[:, 1])[:2])
    np.testing.assert_allclose(lat, there[:, 0], atol=1e-8)
    np.testing.assert_allclose((lon - there[:, 1] + 180.0) % 360.0 - 180.0, 0.0, atol=1e-6)


def test_a_long_track_is_turned_and_a_short_one_is_not() -> None:
    long = flight_map.centred(np.array([39.0, 75.0, 39.0]), np.array([126.0, -155.0, -77.0]))
    x, y, _ = long.to_map(np.array([39.0, 39.0]), np.array([126.0, -77.0]))
    assert x[0] == pytest.approx(-x[1])
    assert y == pytest.approx(0.0, abs=1e-6)
    assert x[0] < 0.0
    short = flight_map.centred(np.array([39.0, 37.0, 35.0]), np.array([126.0, 127.5, 129.0]))
    assert short.turn_rad == 0.0


def test_no_coast_runs_across_the_whole_map() -> None:
    """Russia's coast in the map pack jumps from one side of the date line to the other."""
    for line in geodata.coastline((-180.0, -90.0, 180.0, 90.0)):
        assert np.abs(np.diff(line[:, 0])).max() < 90.0


# ---------------------------------------------------------------------------------------------
# The figure


def words_on(figure: Figure) -> list[Text]:
    """Every text that is drawn; ticks outside the limits of an axis keep theirs unseen."""
    axes = [axis for one in figure.axes for axis in (one.xaxis, one.yaxis)]
    ticks = [tick for axis in axes for tick in axis.get_major_ticks()]
    unseen = {id(text) for tick in ticks for text in (tick.label1, tick.label2)}
    drawn = [tick.label1 for axis in axes for tick in axis._update_ticks()]
    others = [t for t in figure.findobj(Text) if isinstance(t, Text) and id(t) not in unseen]
    return [t for t in [*drawn, *others] if t.get_visible() and t.get_text().strip()]


@pytest.mark.parametrize("name", REQUESTS)
def test_no_words_leave_the_page_and_no_titles_collide(name: str) -> None:
    figure, _ = figure_of(name)
    with flight_figures.style():
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
    renderer = canvas.get_renderer()
    width, height = figure.get_size_inches() * figure.dpi
    for text in words_on(figure):
        box = text.get_window_extent(renderer)
        assert 0.0 <= box.x0 <= box.x1 <= width, text.get_text()
        assert 0.0 <= box.y0 <= box.y1 <= height, text.get_text()
    heads = [axes._left_title for axes in figure.axes]
    heads += [axes.xaxis.label for axes in figure.axes]
    legends = [legend.get_window_extent(renderer) for legend in figure.legends]
    boxes = [h.get_window_extent(renderer) for h in heads if h.get_text()] + legends
    for i, one in enumerate(boxes):
        assert not any(one.overlaps(other) for other in boxes[i + 1 :])


def test_the_axes_have_units_and_one_scale_where_it_fits() -> None:
    figure, (path,) = figure_of("scud")
    names = {axes.get_ylabel() for axes in figure.axes} | {a.get_xlabel() for a in figure.axes}
    assert names == {
        "ground range, km", "altitude, km", "speed, km/s", "time since launch, s", "",
    }  # fmt: skip
    profile = next(a for a in figure.axes if a.get_xlabel() == "ground range, km")
    assert "to one scale" in profile.get_title(loc="left")
    box = profile.get_position()
    width, height = figure.get_size_inches() * (box.width, box.height)
    across, up = profile.get_xlim()[1], profile.get_ylim()[1]
    assert width / across == pytest.approx(height / up, rel=1e-6)
    assert across > path.ground_m[-1] / 1e3


def test_classes_differ_in_colour_and_in_the_style_of_the_line() -> None:
    figure, paths = figure_of("three classes")
    legend = figure.legends[0].get_lines()
    assert len(legend) == len(paths) == 3
    assert len({line.get_color() for line in legend}) == 3
    assert len({str(line._dash_pattern) for line in legend}) == 3
    assert [t.get_text().split()[0] for t in figure.legends[0].get_texts()] == [
        "minimum-energy:", "lofted", "depressed",
    ]  # fmt: skip


def test_the_marks_stand_where_the_events_are() -> None:
    figure, (path,) = figure_of("over the pole")
    times = next(a for a in figure.axes if a.get_ylabel() == "speed, km/s")
    marks = {
        str(line.get_marker()): line.get_xydata()[0]
        for line in times.lines if line.get_marker() not in ("", "None")
    }  # fmt: skip
    for event, mark in {"burnout": "^", "apogee": "o", "reentry": "v", "impact": "X"}.items():
        row = path.rows[event]
        expected = (path.time_s[row], path.speed_m_s[row] / 1e3)
        assert tuple(marks[mark]) == pytest.approx(expected)
    # The reentry of an event row lies at 100 km, on the way down.
    assert path.altitude_m[path.rows["reentry"]] == pytest.approx(100e3, abs=1.0)
    assert path.rows["reentry"] > path.rows["apogee"]
