"""How every figure looks, and how it becomes SVG inside the page.

The same run gives the same bytes: the style starts from matplotlib's defaults whatever the user's
settings say, no date is written, and ids are numbered in the order in which they appear.
Colours are Okabe and Ito's, which people with colour-blindness can tell apart; every area has a
hatch as well, so that a grey print can be read.
"""

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

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

_SETTINGS: Final[dict[str, Any]] = {
    "axes.axisbelow": True,
    "axes.edgecolor": "#444444",
    "axes.labelcolor": BLACK,
    "axes.labelsize": 8,
    "axes.linewidth": 0.6,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 8.5,
    "figure.facecolor": "white",
    "font.family": ["DejaVu Sans"],
    "font.size": 8,
    "grid.color": "#dddddd",
    "grid.linewidth": 0.5,
    "hatch.linewidth": 0.5,
    "legend.fontsize": 7.5,
    "legend.frameon": False,
    "lines.linewidth": 1.4,
    # Text stays text: it can be searched, copied and read aloud.
    "svg.fonttype": "none",
    "svg.hashsalt": "shieldmap",
    "text.color": BLACK,
    "xtick.color": "#444444",
    "xtick.labelcolor": BLACK,
    "xtick.labelsize": 7.5,
    "xtick.major.width": 0.6,
    "ytick.color": "#444444",
    "ytick.labelcolor": BLACK,
    "ytick.labelsize": 7.5,
    "ytick.major.width": 0.6,
}


HALO: Final = "halo"
"""The gid of text that gets a pale rim: matplotlib's own rims turn text into shapes."""

_RIM: Final = 'style="paint-order: stroke; stroke: #ffffff; stroke-width: 1.8px"'


class Fill(NamedTuple):
    """How one kind of area is painted."""

    text: str
    colour: str
    hatch: str
    hatch_colour: str


@contextmanager
def style() -> Iterator[None]:
    """Matplotlib's defaults with our settings, whatever the user has set."""
    import matplotlib.style

    with matplotlib.style.context(["default", _SETTINGS]):
        yield


def new_figure(width_in: float, height_in: float) -> "Figure":
    """An empty figure; no window and no global state."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width_in, height_in))


def patch_settings(fill: Fill) -> dict[str, Any]:
    """The arguments of a matplotlib patch painted like this."""
    # The edge colour paints the hatch; the edge itself has no width.
    return {
        "facecolor": fill.colour,
        "hatch": fill.hatch or None,
        "edgecolor": fill.hatch_colour,
        "linewidth": 0.0,
    }


def tidy_rows(axes: "Axes", names: list[str]) -> None:
    """One row a name, the first on top."""
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.45, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.grid(visible=True, axis="x")


def swatch(fill: Fill, name: str) -> str:
    """A small patch for a legend in the page's own text."""
    from matplotlib.patches import Rectangle

    with style():
        figure = new_figure(0.36, 0.18)
        figure.add_artist(
            Rectangle((0, 0), 1, 1, transform=figure.transFigure, **patch_settings(fill))
        )
        return svg(figure, name, "")


_OPENING: Final = re.compile(r"<svg [^>]*viewBox=\"([^\"]*)\"[^>]*>")
_DROPPED: Final = re.compile(
    r"<metadata>.*?</metadata>|<defs>\s*<style.*?</style>\s*</defs>|<!--.*?-->", re.DOTALL
)
_LONG_DECIMALS: Final = re.compile(r"(\d\.\d\d)\d+")
_COORDINATES: Final = re.compile(r' (?:d|x|y)="[^"]*"')
_ID: Final = re.compile(r' id="([^"]*)"')


def svg(figure: "Figure", name: str, text: str) -> str:
    """The figure as an ``<svg>`` element for a page.

    ``name`` begins every id, so that figures on one page do not disturb each other; ``text`` says
    what is seen to those who cannot see it, and an empty one marks an ornament.
    """
    written = StringIO()
    with style():
        figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    source = written.getvalue()
    opening = _OPENING.search(source)
    assert opening is not None, "matplotlib wrote no <svg> element"
    body = _DROPPED.sub("", source[opening.end() :])
    # A hundredth of a point is finer than any screen or printer.
    body = _COORDINATES.sub(lambda found: _LONG_DECIMALS.sub(r"\1", found.group()), body)
    body = body.replace("'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif")
    body = body.replace(f'id="{HALO}"', _RIM)
    body = _renamed(body.replace("xlink:href", "href"), name)
    body = re.sub(r">\s+<", "><", body).strip()
    width = float(opening.group(1).split()[2])
    label = f'role="img" aria-label="{html.escape(text)}"' if text else 'aria-hidden="true"'
    # Points to CSS pixels: the figure is never shown much larger than it was drawn.
    limit = f'style="max-width:{width * 4 / 3 * 1.15:.0f}px"'
    return f'<svg class="drawn" viewBox="{opening.group(1)}" {limit} {label}>{body}'


def _renamed(body: str, name: str) -> str:
    """Ids that something points to, numbered; all others dropped."""
    used = set(re.findall(r'(?:url\(#|href="#)([^")]*)', body))
    numbers = {
        old: f"{name}-{number}"
        for number, old in enumerate(o for o in dict.fromkeys(_ID.findall(body)) if o in used)
    }
    body = _ID.sub(lambda m: f' id="{numbers[m[1]]}"' if m[1] in numbers else "", body)
    return re.sub(r'(url\(#|href="#)([^")]*)', lambda m: m[1] + numbers.get(m[2], m[2]), body)
