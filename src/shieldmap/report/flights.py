"""The figure of a single flight: altitude over ground range, drawn to one scale.

This one figure is a matplotlib drawing, because it is saved as whatever the file's name asks for.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from shieldmap.model import Floats
from shieldmap.report.drawing import BLACK, VERMILION

if TYPE_CHECKING:
    from matplotlib.figure import Figure

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


@contextmanager
def _style() -> Iterator[None]:
    """Matplotlib's defaults with our settings, whatever the user has set."""
    import matplotlib.style

    with matplotlib.style.context(["default", _SETTINGS]):
        yield


def flight_profile(ground_m: Floats, altitude_m: Floats, flight: dict[str, Any]) -> "Figure":
    """Altitude against ground range with burnout, apogee, re-entry and impact marked.

    ``flight`` is what ``shieldmap fly --json`` prints.
    """
    from matplotlib.figure import Figure

    with _style():
        figure = Figure(figsize=(6.8, 3.4))
        axes = figure.add_subplot()
        axes.plot(ground_m / 1e3, altitude_m / 1e3, color=VERMILION)
        highest = int(altitude_m.argmax())
        last = altitude_m.size - 1
        marks = [("apogee", highest), ("impact", last)]
        burnout = flight["burnout"]["altitude_m"]
        rising = altitude_m[: highest + 1]
        marks.append(("burnout", int(abs(rising - burnout).argmin())))
        for name, row in marks:
            x, y = float(ground_m[row]) / 1e3, float(altitude_m[row]) / 1e3
            axes.plot(x, y, "o", color=BLACK, markersize=3.5)
            axes.annotate(
                f"{name}, {y:.0f} km" if name != "impact" else f"impact, {x:.0f} km away",
                (x, y),
                xytext=(-4 if name == "impact" else 6, 6),
                textcoords="offset points",
                ha="right" if name == "impact" else "left",
                fontsize=7.5,
            )
        axes.set_xlabel("ground range, km")
        axes.set_ylabel("altitude, km")
        axes.set_ylim(bottom=0.0, top=1.15 * float(altitude_m.max()) / 1e3)
        axes.set_xlim(left=0.0)
        axes.grid(visible=True)
        seconds = flight["time_of_flight_s"]
        axes.set_title(f"{flight['name']}, {flight['class']}: {seconds:.0f} s of flight")
        figure.tight_layout()
    return figure
