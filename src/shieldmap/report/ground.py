"""What lies under every map: land, coasts, borders and provinces, drawn once for the whole page."""

from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from shieldmap import geodata
from shieldmap.model import Floats
from shieldmap.report.drawing import Plot, number, polyline

SEA: Final = "#f4f8fb"
_LAND: Final = "#eceae4"
# Degrees: the detail, and the islets, that no figure here can show.
_DETAIL_DEG: Final = 0.012
_ISLET_DEG: Final = 0.04

Bounds = tuple[float, float, float, float]


class _Ground(NamedTuple):
    land: list[Floats]
    coast: list[Floats]
    borders: list[Floats]
    provinces: list[Floats]


def draw_land(plot: Plot, bounds: Bounds, country: str) -> None:
    """The land in a pale colour."""
    _use(plot, "land", lambda at: f'<path d="{at(_ground(bounds, country).land)}" fill="{_LAND}"/>')


def draw_lines(plot: Plot, bounds: Bounds, country: str) -> None:
    """Provinces, coasts and borders, to be drawn over what covers the land."""

    def body(at: "Outliner") -> str:
        ground = _ground(bounds, country)
        styles = (
            (ground.provinces, "#ffffff", 0.5),
            (ground.coast, "#7d7d7d", 0.4),
            (ground.borders, "#333333", 0.9),
        )
        return "".join(
            f'<path d="{at(lines)}" stroke="{colour}" stroke-width="{width}" fill="none"/>'
            for lines, colour, width in styles
        )

    _use(plot, "lines", body)


Outliner = Callable[[list[Floats]], str]


def _use(plot: Plot, what: str, body: Callable[[Outliner], str]) -> None:
    """Point to a drawing that all maps of one scale share; its origin is the lower left corner."""
    west, south = plot.x_limits[0], plot.y_limits[0]
    across = plot.box.width / (plot.x_limits[1] - west)
    up = plot.box.height / (plot.y_limits[1] - south)

    def outline(lines: list[Floats]) -> str:
        # A tenth of a point is what a coast needs.
        return "".join(polyline((line - (west, south)) * (across, -up), 1) for line in lines)

    name = f"{what}{west:.3f}{south:+.3f}x{across:.2f}".replace(".", "_")
    key = plot.canvas.define(name, lambda: f"<g id=%>{body(outline)}</g>", shared=True)
    x, y = plot.box.left, plot.box.top + plot.box.height
    plot.canvas.parts.append(f'<use href="#{key}" x="{number(x)}" y="{number(y)}"/>')


@cache
def _ground(bounds: Bounds, country: str) -> _Ground:
    inner = [ring for rings in _provinces(country).values() for ring in rings]
    return _Ground(
        _land(bounds),
        _thinned(geodata.coastline(bounds)),
        _thinned(geodata.borders(bounds)),
        _thinned(inner),
    )


def _land(bounds: Bounds) -> list[Floats]:
    """The rings of every country in the bounds; neighbours may overlap by the detail."""
    import shapely

    west, south, east, north = bounds
    rings = [ring for code in geodata.countries() for ring in geodata.country(code)]
    near = [
        shapely.Polygon(ring)
        for ring in rings
        if ring[:, 0].max() > west and ring[:, 0].min() < east
        and ring[:, 1].max() > south and ring[:, 1].min() < north
    ]  # fmt: skip
    cut = shapely.clip_by_rect(shapely.simplify(near, _DETAIL_DEG), *bounds)
    return [
        shapely.get_coordinates(part.exterior)
        for part in shapely.get_parts(cut)
        if not part.is_empty
    ]


def _provinces(country: str) -> dict[str, list[Floats]]:
    try:
        return geodata.provinces(country)
    except ValueError:
        return {}  # the pack has provinces of the countries around Korea only


def _thinned(lines: list[Floats]) -> list[Floats]:
    """Lines without the detail, and the islets, that no figure here can show."""
    import shapely

    long = [line for line in lines if len(line) > 1 and np.ptp(line, axis=0).max() > _ISLET_DEG]
    simple = shapely.simplify([shapely.LineString(line) for line in long], _DETAIL_DEG)
    return [np.asarray(shapely.get_coordinates(line)) for line in simple]
