"""Figures and the report's section of what a radar sees: whole, named, and honest about terrain."""

import math
import re
from functools import cache
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from lxml import etree
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from shieldmap import campaign, earth, footprint, plain, scenario, sensor
from shieldmap.archive import Run
from shieldmap.model import Radar
from shieldmap.report import coverage as section, coverage_figures, drawing, painting
from shieldmap.results import NoRadar, RadarCoverage, StudyCoverage

SITES = {
    "sector": (36.05, 128.22, 120.0, 5.0, 2751e3),
    "level": (36.05, 128.22, 120.0, 0.0, 2751e3),
    "all round over the date line": (52.0, 179.9, 360.0, 0.0, 500e3),
    "pole": (-89.5, 10.0, 360.0, 3.0, 2751e3),
    "narrow": (0.0, 0.0, 20.0, 10.0, 2751e3),
}


@cache
def values_at(name: str) -> RadarCoverage:
    latitude_deg, longitude_deg, sector_deg, elevation_deg, track_m = SITES[name]
    latitude, longitude = math.radians(latitude_deg), math.radians(longitude_deg)
    radar = sensor.with_air(
        Radar(
            position_m=earth.geodetic_to_ecef(np.array(latitude), np.array(longitude), 100.0),
            axes=earth.east_north_up(latitude, longitude),
            boresight_rad=math.radians(340.0),
            half_sector_rad=math.radians(0.5 * sector_deg),
            elevation_min_rad=math.radians(elevation_deg),
            elevation_max_rad=0.5 * math.pi,
        )
    )
    found = footprint.radar_coverage(radar, track_m, 0.4 * track_m)
    return footprint.coverage_values(found)


@cache
def study_values() -> StudyCoverage:
    values = footprint.study_coverage(campaign.study(scenario.load("korea")))
    return StudyCoverage.model_validate(plain.values(values.as_json()))


def section_of(values: StudyCoverage | NoRadar) -> dict[str, Any]:
    """The section as the page asks for it; it reads nothing of a run but its coverage."""
    run = cast(Run, SimpleNamespace(coverage=values))
    return cast(dict[str, Any], section.section(run)["coverage"])


@pytest.mark.parametrize("name", SITES)
def test_the_figure_keeps_its_words_on_the_page(name: str) -> None:
    sheet = coverage_figures.coverage_figure(values_at(name), title="Title", footer="Footer.")
    figure = painting.painted(sheet)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = canvas.get_width_height()
    texts = [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text()]
    for text in texts:
        box = text.get_window_extent()
        assert box.x0 >= -1.0, text.get_text()
        assert box.x1 <= width + 1.0, text.get_text()
        assert box.y0 >= -1.0, text.get_text()
        assert box.y1 <= height + 1.0, text.get_text()
    words = " ".join(text.get_text() for text in texts).replace("\u00a0", " ")
    for wanted in ("no terrain was used", "Lowest altitude", "km", "m²", "distance over the ground",
                   "Targets at 100 km", "Targets at 300 km"):  # fmt: skip
        assert wanted in words


def test_the_figure_names_the_profile_that_was_used() -> None:
    values = values_at("sector")
    radar = values.radar.model_copy(update={"has_terrain": True, "terrain": "seongju.csv"})
    hilly = values.model_copy(update={"radar": radar})
    assert "terrain from seongju.csv" in coverage_figures.view_words(hilly)
    assert (
        "seongju.csv" in section_of(study_values().model_copy(update={"radar": radar}))["terrain"]
    )
    assert "no terrain was used" in coverage_figures.view_words(values)


def test_cross_sections_are_told_apart_without_colour() -> None:
    drawn = coverage_figures.sections(values_at("sector"))
    assert len({one.line.dash for one in drawn}) == len(drawn) == 5
    assert len({one.line.colour for one in drawn}) == len(drawn)


def test_bands_keep_their_order_in_a_grey_print() -> None:
    light = []
    for colour in coverage_figures.BANDS:
        red, green, blue = bytes.fromhex(colour[1:])
        light.append(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    # Of 255: steps of 8 and more can be seen beside each other.
    assert (np.diff(light) > 8.0).all()


@pytest.mark.parametrize("name", SITES)
def test_svg_figures_are_whole(name: str) -> None:
    values = values_at(name)
    maps = [coverage_figures.detection_map(values, level) for level in values.altitudes]
    for number, canvas in enumerate(
        (coverage_figures.lowest_map(values), coverage_figures.cut_figure(values), *maps)
    ):
        text = drawing.svg(canvas, f"figure{number}", "What is seen.")
        etree.fromstring(text)
        assert "nan" not in text
        assert "inf" not in text
        # A page carries five of them.
        assert len(text) < 150_000


def test_the_map_names_altitudes_countries_and_degrees() -> None:
    text = drawing.svg(coverage_figures.lowest_map(study_values()), "map", "Map.")
    found = set(re.findall(r"<text[^>]*>([^<]*)</text>", text))
    assert {"100", "200", "300", "China", "North Korea", "500 km"} <= found
    assert {"40°N", "125°E"} <= found


def test_the_section_prints_the_numbers_of_the_run() -> None:
    values = study_values()
    told = section_of(values)
    assert told["terrain"].startswith("No terrain was used")
    assert told["altitudes"] == ["100\u00a0km", "200\u00a0km", "300\u00a0km"]
    assert told["stated_range"] == "870\u00a0km"
    china = next(row for row in told["countries"] if row["name"] == "China")
    seen = next(row for row in values.countries if row.iso3 == "CHN").seen_m2
    for cell, value in zip(china["cells"], seen.value, strict=True):
        # Three digits are printed.
        assert float(cell["value"].replace(",", "")) == pytest.approx(value / 1e9, rel=6e-3)
    assert [row["section"] for row in told["ranges"]] == ["0.001", "0.01", "0.1", "1", "10"]


def test_without_a_radar_the_section_says_so_and_draws_nothing() -> None:
    gone = NoRadar.model_validate({"present": False, "radar": {"system": "AN/TPY-2"}})
    assert section_of(gone) == {"present": False, "terrain": ""}
