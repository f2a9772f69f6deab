"""How every figure looks: a small canvas that writes SVG straight into the page.

Figures are drawn in points with y downwards.  Nothing is measured and no settings are read, so the
same run gives the same bytes; ids begin with the name that the page gives a figure.
Colours are Okabe and Ito's, which people with colour-blindness can tell apart; every area has a
hatch as well, so that a grey print can be read.

Limits: linear scales only, and the width of a text is estimated where labels must not collide.
"""

import html
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from shieldmap import formats
from shieldmap.model import Floats

BLACK: Final = "#1a1a1a"
GREY: Final = "#6b6b6b"
PALE: Final = "#d9d9d9"
BLUE: Final = "#0072B2"
SKY: Final = "#56B4E9"
GREEN: Final = "#009E73"
ORANGE: Final = "#E69F00"
VERMILION: Final = "#D55E00"
PURPLE: Final = "#CC79A7"
YELLOW: Final = "#F0E442"
BROWN: Final = "#5b3a1e"
_FRAME: Final = "#444444"
_GRID: Final = "#dddddd"

INCH: Final = 72.0
SMALL: Final = 7.0
"""Points; nothing on the page is set smaller."""
SECOND: Final = 7.8
NORMAL: Final = 8.2
"""In charts, which a phone shows smaller than maps."""
_LETTER: Final = 0.55
"""Width of a letter for a size of one, about, where the reader's typeface cannot be asked."""
_WIDE: Final = 1.7
_LINE: Final = 7.8  # between lines of the smallest size
_TITLE: Final = 8.5
_SECOND_TITLE: Final = 8.0
_TITLE_STEP: Final = 13.5
_BOLD: Final = 1.12
"""How much wider bold letters are."""
_HANGUL: Final = "\u1100"
_SAMPLE: Final = 16.0
_NAME: Final = "@"
"""Stands for the figure's name in ids until the figure is written."""


class Fill(NamedTuple):
    """How one kind of area is painted."""

    text: str
    colour: str
    hatch: str = ""
    hatch_colour: str = ""


class Line(NamedTuple):
    """How one kind of line is drawn, or what marks a kind of point; nothing without a width."""

    colour: str
    width: float = 1.4
    dash: tuple[float, ...] = ()
    mark: str = ""


def plain_fill(colour: str) -> Fill:
    """A fill without hatch and without a text for the legend."""
    return Fill("", colour)


class Canvas:
    """A drawing of a given size, to be written as one ``<svg>`` element."""

    def __init__(self, width_in: float, height_in: float) -> None:
        self.width = INCH * width_in
        self.height = INCH * height_in
        """Points; may be set once all is drawn, where it follows from that."""
        self.above = 0.0
        """Points above the origin, for titles of more lines than there is room for below it."""
        self.parts: list[str] = []
        self.definitions: dict[str, Callable[[], str]] = {}
        self.shown: set[str] = set()
        """Names of the marks that were drawn, for a legend that explains these and no others."""

    def _repr_svg_(self) -> str:
        """What a notebook shows."""
        return standalone(self)

    def save(self, path: Path) -> None:
        """Write the drawing as SVG, PDF or PNG, by the ending of the name."""
        # Only here, because a page needs no painter.
        from shieldmap.report import painting

        path.write_bytes(painting.picture(self, path.suffix))

    def path(
        self,
        outline: str,
        fill: Fill | None = None,
        line: str = "",
        width: float = 1.0,
        dash: Sequence[float] = (),
        opacity: float = 1.0,
    ) -> None:
        """An outline in SVG's own words, filled, drawn along, or both."""
        if not outline:
            return
        given = f' fill="{self._paint(fill) if fill else "none"}"'
        if line:
            given += f' stroke="{line}" stroke-width="{number(width)}"'
        if dash:
            given += f' stroke-dasharray="{" ".join(number(d) for d in dash)}"'
        if opacity < 1.0:
            given += f' opacity="{number(opacity)}"'
        self.parts.append(f'<path d="{outline}"{given}/>')

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = NORMAL,
        anchor: str = "start",
        style: str = "",
        colour: str = BLACK,
        turn: float = 0.0,
    ) -> None:
        """Text centred on ``y``; ``style`` holds any of bold, italic and halo (a pale rim)."""
        # Half the height of a capital letter, for nearly every typeface.
        where = f'x="{number(x)}" y="{number(y + 0.35 * size)}"'
        if turn:
            where += f' transform="rotate({number(turn)} {number(x)} {number(y)})"'
        given = f' font-size="{number(size)}px" fill="{colour}"'
        given += f' text-anchor="{anchor}"' if anchor != "start" else ""
        given += ' font-weight="bold"' if "bold" in style else ""
        given += ' font-style="italic"' if "italic" in style else ""
        if "halo" in style:
            given += ' paint-order="stroke" stroke="#ffffff" stroke-width="2.2"'
        self.parts.append(f"<text {where}{given}>{html.escape(text)}</text>")

    def tick(self, x: float, y: float, text: str, size: float) -> None:
        """A number below an axis: centred, and pushed inwards where it would leave the canvas."""
        half = 0.31 * size * letters(text)
        self.text(min(max(x, half), self.width - half - 1.0), y, text, size, "middle")

    def sample(self, x: float, y: float, line: Line, text: str, size: float = SECOND) -> float:
        """A line of a legend: how something is drawn and what it is; where the next may begin."""
        if line.mark:
            self.path(mark(line.mark, x + 3.0, y, 5.5), plain_fill(line.colour))
        elif line.width:
            end = f"M{number(x)} {number(y)}h{number(_SAMPLE)}"
            self.path(end, None, line.colour, line.width, line.dash)
        x += 10.0 if line.mark else _SAMPLE + 5.0 if line.width else 0.0
        if text:
            self.text(x, y, text, size)
        return x + _LETTER * size * letters(text) + 11.0

    def titles(self, first: str, second: str = "") -> None:
        """What the figure shows, in bold, and a line below; both in lines that fit the canvas.

        The last line stands where a single one would; further ones grow the canvas upwards.
        """
        left = 0.02 * self.width
        room = self.width - left - 2.0
        upper = broken(first, room / (_BOLD * _TITLE))
        lower = broken(second, room / _SECOND_TITLE) if second else []
        rows = [(line, _TITLE, "bold") for line in upper]
        rows += [(line, _SECOND_TITLE, "") for line in lower]
        last = 24.5 if second else 11.0
        self.above = max(self.above, _TITLE_STEP * (len(rows) - (2 if second else 1)))
        for row, (line, size, style) in enumerate(rows):
            self.text(left, last - _TITLE_STEP * (len(rows) - 1 - row), line, size, style=style)

    def paragraph(
        self, x: float, y: float, text: str, room: float, size: float = SMALL, colour: str = GREY
    ) -> float:
        """Text in lines no longer than ``room`` points; ``y`` of a next line."""
        for line in _lines(text, room / (_LETTER * size)):
            self.text(x, y, line, size, colour=colour)
            y += 1.35 * size
        return y

    def define(self, name: str, body: Callable[[], str], *, shared: bool = False) -> str:
        """Keep a definition once; the id to point to.  A shared one is one for the whole page.

        ``body`` makes the element, with ``id=%`` where the id goes, if it is to be written.
        """
        key = name if shared else f"{_NAME}-{name}"
        self.definitions.setdefault(key, body)
        return key

    @contextmanager
    def clipped(self, left: float, top: float, width: float, height: float) -> Iterator[None]:
        """Nothing drawn inside is seen outside this box."""
        box = f'<path d="{rectangle(left, top, width, height)}"/>'
        key = self.define(f"c{len(self.definitions)}", lambda: f"<clipPath id=%>{box}</clipPath>")
        self.parts.append(f'<g clip-path="url(#{key})">')
        yield
        self.parts.append("</g>")

    def _paint(self, fill: Fill) -> str:
        if not fill.hatch:
            return fill.colour
        name = f"h{_HATCHES.index(fill.hatch[0])}{len(fill.hatch)}-{fill.colour.lstrip('#')}"
        return f"url(#{self.define(name, lambda: _pattern(fill))})"


_HATCHES: Final = "/\\|-+x."
_REPEATS: Final = 8


def _pattern(fill: Fill) -> str:
    """A tile of a hatch, eight strokes wide, so that few seams between tiles can show."""
    step = 1.2 + 7.6 / len(fill.hatch)
    size = number(_REPEATS * step)
    sign = fill.hatch[0]
    drawn = [_strokes(part, step) for part in {"+": "|-", "x": "/\\"}.get(sign, sign)]
    width = 1.1 if sign == "." else 0.5
    return (
        f'<pattern id=% width="{size}" height="{size}" patternUnits="userSpaceOnUse">'
        f'<path d="M0 0H{size}V{size}H0Z" fill="{fill.colour}"/>'
        f'<path d="{"".join(drawn)}" fill="none" stroke="{fill.hatch_colour}" '
        f'stroke-width="{width}"/></pattern>'
    )


def _strokes(sign: str, step: float) -> str:
    size = number(_REPEATS * step)
    whole = [number(step * (row + 0.5)) for row in range(_REPEATS)]
    twice = [number(step * (row + 0.5)) for row in range(2 * _REPEATS)]
    back = [number(step * (row + 0.5 - _REPEATS)) for row in range(2 * _REPEATS)]
    if sign == "|":
        return "".join(f"M{x} 0V{size}" for x in whole)
    if sign == "-":
        return "".join(f"M0 {y}H{size}" for y in whole)
    if sign == ".":
        return "".join(f"M{x} {y}h1.1" for x in whole for y in whole)
    if sign == "/":
        return "".join(f"M0 {at}L{at} 0" for at in twice)
    return "".join(f"M0 {at}l{size} {size}" for at in back)


# --- outlines --------------------------------------------------------------------


def _lines(text: str, room: float) -> list[str]:
    """A text in lines of at most so many letters, broken between words."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if letters(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


_WIDTHS: Final = {
    letter: hundredths / 100.0
    for group, hundredths in (
        ("ijlI'·’,. \u00a0", 32),
        ("f/:;|-", 36),
        ("rt!()[]", 41),
        ("sz“”*_–°?", 53),
        ("cL", 56),
        ("kFPvxy", 60),
        ("aeoTY", 62),
        ("AKVX", 69),
        ("w#+<=>~→×≤", 84),
        ("%mMW@—…", 100),
    )
    for letter in group
}
_USUAL: Final = 0.64
_CAPITAL: Final = 0.76


def width_of(text: str) -> float:
    """The room of a text for a size of one, by its letters in DejaVu Sans, as wide as any common one."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if letter >= _HANGUL and not "\u2000" <= letter <= "\u2fff":
        return 1.0
    return _WIDTHS.get(letter, _CAPITAL if letter.isupper() else _USUAL)


def fitted(text: str, room: float, sizes: tuple[float, ...], most: int) -> tuple[list[str], float]:
    """A text in up to ``most`` lines in the greatest of some sizes, and that size; cut if it must be."""
    for size in sizes:
        lines = broken(text, room / size)
        if len(lines) <= most and max(map(width_of, lines)) <= room / size:
            return lines, size
    size = sizes[-1]
    kept = [_cut(line, room / size) for line in broken(text, room / size)]
    return (
        [*kept[: most - 1], _cut(f"{kept[most - 1]}…", room / size)] if kept[most:] else kept
    ), size


def _cut(line: str, room: float) -> str:
    """A line without the letters that find no room."""
    while width_of(line) > room and len(line) > 2:
        line = f"{line.removesuffix('…')[:-1]}…"
    return line


def broken(text: str, room: float) -> list[str]:
    """A text in lines that take a room for a size of one, broken between words."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".lstrip()
        if width_of(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def letters(text: str) -> float:
    """How many letters of the Latin script take as much room: one of Korean is wider."""
    return sum(_WIDE if letter >= _HANGUL else 1.0 for letter in text)


def number(value: float) -> str:
    """A hundredth of a point is finer than any screen or printer."""
    # Adding nought makes nought of minus nought.
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def polyline(points: Floats, digits: int = 2, *, closed: bool = False) -> str:
    """Points (n, 2) as an outline, with the short words for level and upright lines."""
    rows = np.round(points, digits).tolist()
    if not rows:
        return ""
    last_x, last_y = rows[0]
    words = [f"M{last_x:g} {last_y:g}"]
    for x, y in rows[1:]:
        if x == last_x and y == last_y:
            continue
        words.append(f"V{y:g}" if x == last_x else f"H{x:g}" if y == last_y else f"L{x:g} {y:g}")
        last_x, last_y = x, y
    return "".join(words) + ("Z" if closed else "")


def rectangle(left: float, top: float, width: float, height: float) -> str:
    """A box as an outline."""
    return f"M{number(left)} {number(top)}h{number(width)}v{number(height)}h{number(-width)}Z"


def mark(kind: str, x: float, y: float, size: float) -> str:
    """A mark as an outline: circle, square, triangle, down, diamond, star or cross."""
    half = 0.5 * size
    if kind == "circle":
        arc = f"a{number(half)} {number(half)} 0 1 0 "
        return f"M{number(x - half)} {number(y)}{arc}{number(size)} 0{arc}{number(-size)} 0Z"
    shape = np.array(_SHAPES[kind]) * half + (x, y)
    return polyline(shape, closed=True)


_STAR: Final = [
    (
        math.sin(0.2 * math.pi * k) * (0.42, 1.0)[k % 2 == 0],
        -math.cos(0.2 * math.pi * k) * (0.42, 1.0)[k % 2 == 0],
    )
    for k in range(10)
]
_SHAPES: Final[dict[str, list[tuple[float, float]]]] = {
    "square": [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
    "triangle": [(0, -1.05), (1, 0.85), (-1, 0.85)],
    "down": [(0, 1.05), (1, -0.85), (-1, -0.85)],
    "diamond": [(0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)],
    "star": _STAR,
    "cross": [
        (-1, -0.5),
        (-0.5, -1),
        (0, -0.5),
        (0.5, -1),
        (1, -0.5),
        (0.5, 0),
        (1, 0.5),
        (0.5, 1),
        (0, 0.5),
        (-0.5, 1),
        (-1, 0.5),
        (-0.5, 0),
    ],
}


# --- a frame with scales ---------------------------------------------------------


class Box(NamedTuple):
    """A rectangle in points."""

    left: float
    top: float
    width: float
    height: float


class Plot:
    """A part of a canvas in which positions are given in numbers of the data."""

    def __init__(self, canvas: Canvas, box: Box, x: tuple[float, float], y: tuple[float, float]):
        self.canvas, self.box = canvas, box
        self.x_limits, self.y_limits = _opened(x), _opened(y)

    def x(self, value: float) -> float:
        """Points from the canvas's left edge."""
        low, high = self.x_limits
        return self.box.left + (value - low) / (high - low) * self.box.width

    def y(self, value: float) -> float:
        """Points from the canvas's top edge."""
        low, high = self.y_limits
        return self.box.top + (high - value) / (high - low) * self.box.height

    def points(self, x: ArrayLike, y: ArrayLike) -> Floats:
        """Places (n, 2) on the canvas."""
        low, high = self.x_limits
        bottom, top = self.y_limits
        across = (np.asarray(x, dtype=np.float64) - low) / (high - low)
        down = (top - np.asarray(y, dtype=np.float64)) / (top - bottom)
        return np.column_stack(
            [self.box.left + across * self.box.width, self.box.top + down * self.box.height]
        )

    def line(
        self,
        x: ArrayLike,
        y: ArrayLike,
        colour: str,
        width: float = 1.0,
        dash: Sequence[float] = (),
        opacity: float = 1.0,
    ) -> None:
        """A line through points."""
        self.canvas.path(polyline(self.points(x, y)), None, colour, width, dash, opacity)

    def mark(
        self,
        kind: str,
        x: float,
        y: float,
        size: float,
        face: str = "#ffffff",
        edge: str = BLACK,
        width: float = 0.8,
    ) -> None:
        """A mark at a point."""
        outline = mark(kind, self.x(x), self.y(y), size)
        self.canvas.path(outline, plain_fill(face), edge, width)

    def bar(
        self, x: tuple[float, float], y: tuple[float, float], fill: Fill, opacity: float = 1.0
    ) -> None:
        """A filled box between two x and two y."""
        left, right = sorted(self.x(value) for value in x)
        top, bottom = sorted(self.y(value) for value in y)
        outline = rectangle(left, top, right - left, bottom - top)
        self.canvas.path(outline, fill, opacity=opacity)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        shift: tuple[float, float] = (0.0, 0.0),
        size: float = NORMAL,
        anchor: str = "start",
        style: str = "",
        colour: str = BLACK,
    ) -> None:
        """Text at a point, shifted by points to the right and down."""
        where = self.x(x) + shift[0], self.y(y) + shift[1]
        self.canvas.text(*where, text, size, anchor, style, colour)

    def clipped(self) -> AbstractContextManager[None]:
        """Nothing drawn inside leaves the frame."""
        return self.canvas.clipped(*self.box)

    def x_axis(
        self, label: str, *, has_numbers: bool = True, ticks: int = 6, signed: bool = True
    ) -> None:
        """The lower edge with ticks, numbers, without sign where asked, a grid and what is measured."""
        top, bottom = self.box.top, self.box.top + self.box.height
        places = nice_steps(*self.x_limits, ticks)
        grid = "".join(f"M{number(self.x(at))} {number(top)}V{number(bottom)}" for at in places)
        marks = "".join(f"M{number(self.x(at))} {number(bottom)}v2.5" for at in places)
        self.canvas.path(grid, None, _GRID, 0.5)
        edge = f"M{number(self.box.left)} {number(bottom)}h{number(self.box.width)}"
        self.canvas.path(edge + marks, None, _FRAME, 0.6)
        for at in places if has_numbers else ():
            text = written(at if signed else abs(at))
            self.canvas.tick(self.x(at), bottom + 9.0, text, NORMAL)
        if label:
            middle = self.box.left + 0.5 * self.box.width
            self.canvas.text(middle, bottom + 22.0, label, 8.5, "middle")

    def y_axis(
        self,
        label: str,
        *,
        has_numbers: bool = True,
        has_zero: bool = True,
        ticks: int = 6,
        room: float = 30.0,
    ) -> None:
        """The left edge with ticks, numbers, a grid and what is measured ``room`` points away."""
        left, right = self.box.left, self.box.left + self.box.width
        places = nice_steps(*self.y_limits, ticks)
        grid = "".join(f"M{number(left)} {number(self.y(at))}H{number(right)}" for at in places)
        marks = "".join(f"M{number(left)} {number(self.y(at))}h-2.5" for at in places)
        self.canvas.path(grid, None, _GRID, 0.5)
        edge = f"M{number(left)} {number(self.box.top)}v{number(self.box.height)}"
        self.canvas.path(edge + marks, None, _FRAME, 0.6)
        for at in [at for at in places if at or has_zero] if has_numbers else ():
            self.canvas.text(left - 4.5, self.y(at), written(at), NORMAL, "end")
        if label:
            middle = self.box.top + 0.5 * self.box.height
            self.canvas.text(left - room, middle, label, 8.5, "middle", turn=-90.0)


def _opened(limits: tuple[float, float]) -> tuple[float, float]:
    """Limits between which something can be drawn: what all stands at one number gets room."""
    low, high = limits
    return limits if low != high else (low, low + 1.0)


def nice_steps(low: float, high: float, count: int) -> list[float]:
    """About so many round numbers between two ends: steps of 1, 2, 5 times a power of ten."""
    low, high = min(low, high), max(low, high)
    rough = (high - low) / count
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1.0, 2.0, 5.0, 10.0) if power * factor >= rough)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [round(row * step, 9) for row in range(first, last + 1)]


def written(value: float) -> str:
    """A number at a tick."""
    return formats.number(value) if value == round(value) else formats.signed(f"{value:g}")


def row_plot(
    canvas: Canvas,
    names: list[tuple[str, str]],
    left: float,
    x: tuple[float, float],
    label: str,
    *,
    top: float = 22.0,
) -> Plot:
    """A plot with one row a name, the first on top; the second line of a name is a softer one."""
    box = Box(left, top, canvas.width - left - 10.0, canvas.height - top - 31.0)
    plot = Plot(canvas, box, x, (len(names) - 0.45, -0.6))
    # Rows count downwards, and so do their limits; texts know no direction.
    plot.x_axis(label)
    pitch = abs(plot.y(1.0) - plot.y(0.0))
    for row, (first, second) in enumerate(names):
        row_name(canvas, left - 5.0, plot.y(row), first, second, pitch)
    return plot


def row_name(
    canvas: Canvas, right: float, y: float, first: str, second: str = "", pitch: float = 20.0
) -> None:
    """The name of a row left of the axis, in as many lines as it needs and its row has room for."""
    if not first:
        return
    room, most = right - 2.0, max(int(pitch / _LINE), 2 if second else 1)
    upper, size = fitted(first, room, (NORMAL, SECOND, SMALL), most - (1 if second else 0))
    lines = [(line, size, BLACK) for line in upper]
    if second:
        lower, small = fitted(second, room, (SECOND, SMALL), most - len(upper))
        lines += [(line, small, GREY) for line in lower]
    step = min(9.6, pitch / len(lines)) if len(lines) > 1 else 0.0
    for row, (line, points, colour) in enumerate(lines):
        at = y + step * (row - 0.5 * (len(lines) - 1))
        canvas.text(right, at, line, points, "end", colour=colour)


# --- writing ---------------------------------------------------------------------


def svg(canvas: Canvas, name: str, text: str, known: set[str] | None = None) -> str:
    """The drawing as an ``<svg>`` element for a page.

    ``name`` begins every id, so that figures on one page do not disturb each other; ``text`` says
    what is seen to those who cannot see it, and an empty one marks an ornament.  ``known`` holds
    the shared definitions that an earlier figure of the page has already brought along.
    """
    body = _body(canvas, name, set() if known is None else known)
    label = f'role="img" aria-label="{html.escape(text)}"' if text else 'aria-hidden="true"'
    # Points to CSS pixels: the figure is never shown much larger than it was drawn.
    limit = f'style="max-width:{canvas.width * 4 / 3 * 1.15:.0f}px"'
    return f'<svg class="drawn" {_view_box(canvas)} {limit} {label}>{body}</svg>'


def standalone(canvas: Canvas) -> str:
    """The drawing as a file of its own: white paper, its size in points, and a typeface."""
    whole = canvas.height + canvas.above
    paper = rectangle(0.0, -canvas.above, canvas.width, whole)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(canvas.width)}pt" '
        f'height="{number(whole)}pt" {_view_box(canvas)} '
        'font-family="DejaVu Sans, Noto Sans, Arial, Noto Sans KR, Apple SD Gothic Neo, '
        'Malgun Gothic, NanumGothic, sans-serif">'
        f'<path d="{paper}" fill="#ffffff"/>{_body(canvas, "figure", set())}</svg>\n'
    )


def _view_box(canvas: Canvas) -> str:
    top, height = number(-canvas.above), number(canvas.height + canvas.above)
    return f'viewBox="0 {top} {number(canvas.width)} {height}"'


def _body(canvas: Canvas, name: str, known: set[str]) -> str:
    """Definitions that are not known yet, and the drawing itself."""
    wanted = {key: make for key, make in canvas.definitions.items() if key not in known}
    known.update(key for key in wanted if not key.startswith(_NAME))
    defined = "".join(make().replace("id=%", f'id="{key}"') for key, make in wanted.items())
    body = (f"<defs>{defined}</defs>" if defined else "") + "".join(canvas.parts)
    # Only ids begin so; texts hold no quote or hash before the sign.
    return body.replace(f'"{_NAME}-', f'"{name}-').replace(f"#{_NAME}-", f"#{name}-")


def swatch(fill: Fill, name: str) -> str:
    """A small patch for a legend in the page's own text."""
    canvas = Canvas(0.36, 0.18)
    canvas.path(rectangle(0.0, 0.0, canvas.width, canvas.height), fill)
    return svg(canvas, name, "")
