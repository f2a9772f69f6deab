"""Painting: how a drawing becomes a PNG or a PDF.

A drawing is SVG of our own making: paths, texts, groups, uses, clips and hatches (``drawing.py``).
Matplotlib paints these few elements as they stand and decides nothing about a picture; it brings
its own typeface along, so that a picture is the same on every machine.

Limits: what ``drawing.py`` does not write is not understood; a group's opacity is that of each part.
"""

import io
import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple
from xml.etree.ElementTree import Element, fromstring

import numpy as np

from shieldmap.report.drawing import INCH, Canvas, standalone

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.path import Path
    from matplotlib.transforms import Affine2D

_SETTINGS: Final = {"lines.scale_dashes": False}
_DOTS_PER_INCH: Final = 300
# Behind matplotlib's own typeface, for what it has no letters for, where they are installed.
_KOREAN: Final = ("Noto Sans CJK KR", "Noto Sans KR", "NanumGothic", "Malgun Gothic", "AppleGothic")
_HANGUL: Final = "\u1100"
_SPACE: Final = "{http://www.w3.org/2000/svg}"
_WORD: Final = re.compile(r"([MLHVZhvla])|(-?\d*\.?\d+(?:e-?\d+)?)")


def picture(canvas: Canvas, ending: str) -> bytes:
    """The drawing as the content of a file whose name ends in .svg, .pdf or .png.

    Raises ValueError for another ending.  The same drawing gives the same bytes.
    """
    ending = ending.lower()
    if ending == ".svg":
        return f'<?xml version="1.0" encoding="utf-8"?>\n{standalone(canvas)}'.encode()
    if ending not in (".pdf", ".png"):
        raise ValueError(f"a picture is written as .svg, .pdf or .png, not as '{ending}'")
    import matplotlib.style

    held = io.BytesIO()
    with matplotlib.style.context(["default", _SETTINGS]):
        undated = {"CreationDate": None} if ending == ".pdf" else {}
        painted(canvas).savefig(held, format=ending[1:], dpi=_DOTS_PER_INCH, metadata=undated)
    return held.getvalue()


def painted(canvas: Canvas) -> "Figure":
    """The drawing as a figure of matplotlib, under whatever settings hold."""
    from matplotlib.figure import Figure

    figure = Figure(
        figsize=(canvas.width / INCH, (canvas.height + canvas.above) / INCH), facecolor="white"
    )
    _Painter(figure, fromstring(standalone(canvas)), canvas.height).paint()
    return figure


class _State(NamedTuple):
    """What a part of the drawing takes over from the groups around it."""

    given: dict[str, str]
    place: "Affine2D"
    clip: tuple["Path", Any] | None = None


class _Painter:
    """Paints one drawing on one figure."""

    def __init__(self, figure: "Figure", root: Element, height: float) -> None:
        from matplotlib import font_manager, transforms

        self.figure, self.root = figure, root
        self.named = {one.attrib["id"]: one for one in root.iter() if "id" in one.attrib}
        # Points with y downwards to inches with y upwards.
        down = transforms.Affine2D().scale(1.0 / INCH, -1.0 / INCH).translate(0.0, height / INCH)
        self.page = down + figure.dpi_scale_trans
        known = font_manager.fontManager.get_font_names()
        self.korean = [name for name in _KOREAN if name in known]
        self.above = 1.0

    def paint(self) -> None:
        """Paint all of it, one element over the other."""
        from matplotlib.transforms import Affine2D

        self._inside(self.root, _State({}, Affine2D()))

    def _inside(self, element: Element, state: _State) -> None:
        for part in element:
            kind = part.tag.removeprefix(_SPACE)
            own = {
                k: v for k, v in part.attrib.items() if k not in ("id", "clip-path", "transform")
            }
            here = state._replace(given=state.given | own)
            if kind == "g":
                if "clip-path" in part.attrib:
                    box = self._named(part.attrib["clip-path"])[0]
                    here = here._replace(clip=(_path(box.attrib["d"]), state.place + self.page))
                self._inside(part, here)
            elif kind == "use":
                x, y = float(part.attrib["x"]), float(part.attrib["y"])
                moved = state.place.frozen().translate(x, y)
                self._inside_of_use(self.named[part.attrib["href"][1:]], here._replace(place=moved))
            elif kind == "path" and part.attrib["d"]:
                self._path(here)
            elif kind == "text":
                self._text(part, here)

    def _inside_of_use(self, element: Element, state: _State) -> None:
        holder = Element("g")
        holder.append(element)
        self._inside(holder, state)

    def _named(self, text: str) -> Element:
        """What ``url(#name)`` points to."""
        return self.named[text[len("url(#") : -1]]

    def _add(self, artist: "Artist", state: _State) -> None:
        self.above += 1.0
        artist.set_zorder(self.above)
        self.figure.add_artist(artist, clip=False)
        if state.clip is not None:
            artist.set_clip_path(*state.clip)

    def _path(self, state: _State) -> None:
        from matplotlib.patches import PathPatch

        given, fill = state.given, state.given.get("fill", "#000000")
        outline = _path(given["d"])
        if fill.startswith("url("):
            self._hatched(outline, self._named(fill), state)
            fill = "none"
        dash = [float(number) for number in given.get("stroke-dasharray", "").split()]
        patch = PathPatch(
            outline,
            facecolor=fill,
            edgecolor=given.get("stroke", "none"),
            linewidth=float(given.get("stroke-width", 1.0)) if "stroke" in given else 0.0,
            linestyle=(0.0, dash) if dash else "-",
            alpha=float(given.get("opacity", 1.0)),
            joinstyle="round",
            transform=state.place + self.page,
        )
        self._add(patch, state)

    def _hatched(self, outline: "Path", pattern: Element, state: _State) -> None:
        """The ground of a hatch, then its tiles wherever the outline lies, clipped to it."""
        ground, strokes = pattern
        step = float(pattern.attrib["width"])
        self._path(state._replace(given=ground.attrib | {"d": state.given["d"]}))
        low, high = outline.get_extents().get_points()
        columns, rows = (
            range(int(a // step), int(b // step) + 1) for a, b in zip(low, high, strict=True)
        )
        inside = state._replace(clip=(outline, state.place + self.page))
        for column in columns:
            for row in rows:
                tile = state.place.frozen().translate(column * step, row * step)
                self._path(inside._replace(given=strokes.attrib, place=tile))

    def _text(self, part: Element, state: _State) -> None:
        from matplotlib.patheffects import withStroke
        from matplotlib.text import Text

        given, words = state.given, part.text or " "
        turned = re.match(r"rotate\(([-\d.]+)", part.attrib.get("transform", ""))
        text = Text(
            float(given["x"]),
            float(given["y"]),
            words,
            color=given["fill"],
            fontfamily=["DejaVu Sans", *(self.korean if max(words) >= _HANGUL else [])],
            fontsize=float(given["font-size"].removesuffix("px")),
            fontstyle=given.get("font-style", "normal"),
            fontweight=given.get("font-weight", "normal"),
            horizontalalignment=_SIDES[given.get("text-anchor", "start")],
            verticalalignment="baseline",
            rotation=-float(turned[1]) if turned else 0.0,
            rotation_mode="anchor",
            parse_math=False,
            transform=state.place + self.page,
        )
        if "stroke" in given:
            width = float(given["stroke-width"])
            text.set_path_effects([withStroke(linewidth=width, foreground=given["stroke"])])
        self._add(text, state)


_SIDES: Final[dict[str, Literal["left", "center", "right"]]] = {
    "start": "left",
    "middle": "center",
    "end": "right",
}


def _path(outline: str) -> "Path":
    """An outline in SVG's words as matplotlib's path."""
    from matplotlib.path import Path

    vertices: list[tuple[float, float]] = []
    codes: list[int] = []
    x = y = 0.0
    for command, numbers in _words(outline):
        if command == "Z":
            vertices.append(vertices[-1])
            codes.append(int(Path.CLOSEPOLY))
            continue
        for x_new, y_new in _points(command, numbers, x, y):
            x, y = x_new, y_new
            vertices.append((x, y))
            codes.append(int(Path.MOVETO if command == "M" else Path.LINETO))
    return Path(np.array(vertices), codes)


def _words(outline: str) -> Iterator[tuple[str, list[float]]]:
    command, numbers = "", list[float]()
    for letter, number in _WORD.findall(outline):
        if letter:
            if command:
                yield command, numbers
            command, numbers = letter, []
        else:
            numbers.append(float(number))
    yield command, numbers


def _points(command: str, numbers: list[float], x: float, y: float) -> list[tuple[float, float]]:
    """The points to which one command leads from where the one before it ended."""
    if command in ("M", "L"):
        return [(numbers[0], numbers[1])]
    if command == "H":
        return [(numbers[0], y)]
    if command == "V":
        return [(x, numbers[0])]
    if command == "h":
        return [(x + numbers[0], y)]
    if command == "v":
        return [(x, y + numbers[0])]
    if command == "l":
        return [(x + numbers[0], y + numbers[1])]
    # An arc is always half a circle, from one end of a level diameter to the other.
    radius = 0.5 * numbers[5]
    angles = np.linspace(math.pi, 0.0, 17)[1:]
    return [(x + radius * (1.0 + math.cos(a)), y + radius * math.sin(a)) for a in angles.tolist()]
