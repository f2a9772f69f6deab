"""The map of sites: from where would a battery defend a place, and against how many missiles?"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from shieldmap import formats, geodata
from shieldmap.report import phrases
from shieldmap.report.degree_map import DegreeMap, Frame, cut_deg, framed, in_turn
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    SMALL,
    VERMILION,
    YELLOW,
    Canvas,
    Fill,
    Plot,
    rectangle,
)
from shieldmap.report.labels import Labels
from shieldmap.results import WhereToStand
from shieldmap.results.questions import StandingSite
from shieldmap.words import t

_WIDTH_IN: Final = 3.9
_MARGIN_DEG: Final = 0.4
_CELL: Final = 0.94  # of the spacing, so that neighbours stay apart
_PALE: Final = ("#fbfbfb", "#d6e8f5", "#9dcbeb", "#56B4E9", BLUE)


def stand_fills(count: int) -> list[Fill]:
    """The colours by number of missiles, from none to all of them."""
    steps = _steps(count)
    spans = [formats.span(str(low), str(high)) for low, high in steps]
    texts = [
        t("battle_stand_fill_none"),
        *(t("battle_stand_fill", found=found, missiles=count) for found in spans),
        t("battle_stand_fill_all", missiles=count),
    ]
    colours = (_PALE[0], *_PALE[1 : 1 + len(steps)], _PALE[-1])
    return [Fill(text, colour) for text, colour in zip(texts, colours, strict=True)]


def _steps(count: int) -> list[tuple[int, int]]:
    """Up to three even steps between none and all."""
    between = count - 1
    edges = [round(between * k / 3.0) for k in range(4)]
    return [(low + 1, high) for low, high in pairwise(edges) if high > low]


def _fill(found: int, count: int) -> Fill:
    fills = stand_fills(count)
    if found >= count:
        return fills[-1]
    inner = (i for i, (low, high) in enumerate(_steps(count), 1) if low <= found <= high)
    return fills[next(inner, 0)]


def stand_map(stand: WhereToStand, countries: tuple[str, ...]) -> Canvas:
    """The sites coloured by the number of missiles against which the place is defended from them."""
    sites = stand.sites
    cells = [one for one in sites if one.site.startswith("cell-")]
    named = [one for one in sites if not one.site.startswith("cell-")]
    view = _view([*sites, stand])
    plot = DegreeMap(view, _WIDTH_IN, view[:4], countries)
    count = len(stand.threats)
    half_deg = math.degrees(0.5 * _CELL * stand.spacing_m / geodata.MEAN_RADIUS_M)
    with plot.clipped():
        plot.draw_land()
        for one in cells:
            _cell(plot, one, half_deg, count)
        plot.draw_lines()
        for one in cells:
            _site_number(plot, one, count)
        _site_names(plot, stand, named)
    plot.draw_frame(step=1.0 if view.east - view.west < 12.0 else 0.0)
    plot.canvas.titles(
        t("battle_stand_figure", place=phrases.place_short(stand.place)),
        t("battle_stand_number", missiles=count),
    )
    return plot.canvas


def _view(places: Sequence[StandingSite | WhereToStand]) -> Frame:
    """The frame that holds the places given."""
    cut = cut_deg([one.longitude_deg for one in places])
    longitude = in_turn(cut, [one.longitude_deg for one in places])
    latitude = [one.latitude_deg for one in places]
    return framed(
        float(longitude.min()) - _MARGIN_DEG,
        min(latitude) - _MARGIN_DEG,
        float(longitude.max()) + _MARGIN_DEG,
        max(latitude) + _MARGIN_DEG,
    )


def _cell(plot: Plot, one: StandingSite, half_deg: float, count: int) -> None:
    x, y = one.longitude_deg, one.latitude_deg
    across = half_deg / math.cos(math.radians(y))
    # From its middle, so that no edge lands in another turn of the Earth.
    half = across * plot.box.width / (plot.x_limits[1] - plot.x_limits[0])
    left, top = plot.x(x) - half, plot.y(y + half_deg)
    outline = rectangle(left, top, 2.0 * half, plot.y(y - half_deg) - top)
    plot.canvas.path(outline, _fill(one.threats_defended, count), "#8a8a8a", 0.4)


def _site_number(plot: Plot, one: StandingSite, count: int) -> None:
    found = one.threats_defended
    if found:
        colour = "#ffffff" if found >= count else BLACK
        x, y = plot.x(one.longitude_deg), plot.y(one.latitude_deg)
        plot.canvas.text(x, y, str(found), SMALL, "middle", colour=colour)


def _site_names(plot: DegreeMap, stand: WhereToStand, named: list[StandingSite]) -> None:
    """The named sites with their numbers, and the place itself."""
    labels = Labels(plot.inner)
    here = plot.x(stand.longitude_deg), plot.y(stand.latitude_deg)
    places = [(plot.x(one.longitude_deg), plot.y(one.latitude_deg)) for one in stand.sites]
    plot.draw_scale(labels, np.array([here, *places]))
    spots = [(plot.x(one.longitude_deg), plot.y(one.latitude_deg)) for one in named]
    for x, y in spots:
        labels.block(x, y, 4.5)
    labels.block(*here, 5.0)
    for one in named:
        plot.mark("diamond", one.longitude_deg, one.latitude_deg, 7.0, YELLOW, width=0.7)
    plot.mark("star", stand.longitude_deg, stand.latitude_deg, 11.0, VERMILION, width=0.7)
    labels.put(plot.canvas, phrases.place_short(stand.place), *here, "halo bold", must=True)
    for one, (x, y) in zip(named, spots, strict=True):
        text = f"{phrases.place_short(one.name)}: {one.threats_defended}"
        labels.put(plot.canvas, text, x, y, "halo bold", must=True)
