"""Charts: how many people, against what assumption, and for what reason not."""

from typing import TYPE_CHECKING, Any, Final

from shieldmap.archive import Run
from shieldmap.model import Constraint
from shieldmap.report import words
from shieldmap.report.drawing import (
    BLACK,
    BLUE,
    GREY,
    ORANGE,
    PALE,
    SKY,
    VERMILION,
    new_figure,
    patch_settings,
    style,
    tidy_rows,
)
from shieldmap.report.maps import REASON_FILLS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDTH_IN: Final = 4.4
_LEFT_IN: Final = 1.42

_DOCTRINE_MARKS: Final = {
    "single": ("o", "white", BLACK),
    "salvo-2": ("s", BLUE, BLUE),
    "shoot-look-shoot": ("^", ORANGE, "#7a5200"),
}

CURVES: Final = {
    "reach": ("interceptor's reach, slant range (km)", 1e-3),
    "reaction": ("reaction time: firm track to launch (s)", 1.0),
    "chain": ("missile launch to interceptor launch (s)", 1.0),
}


def _row_axes(figure: "Figure", rows: int, names: list[str], label: str) -> "Axes":
    """Axes with one row a name, and room for the names."""
    width, height = figure.get_figwidth(), figure.get_figheight()
    bottom, top = 0.45, 0.3
    axes = figure.add_axes(
        (_LEFT_IN / width, bottom / height, (width - _LEFT_IN - 0.12) / width,
         (height - bottom - top) / height)
    )  # fmt: skip
    assert len(names) == rows
    tidy_rows(axes, names)
    axes.set_xlabel(label)
    return axes


def defended_figure(run: Run, what: str) -> "Figure":
    """Low, value and high by threat and doctrine; ``what`` is ``people`` or ``area_m2``."""
    summary = run.summary
    threats = summary["threats"]
    scale = 1e-6 if what == "people" else 1e-9
    label = "million people" if what == "people" else "area (thousand km²)"
    with style():
        figure = new_figure(_WIDTH_IN, 0.95 + 0.5 * len(threats))
        names = [words.threat_short(threat) for threat in threats]
        axes = _row_axes(figure, len(threats), names, label)
        for row, threat in enumerate(threats):
            _defended_row(axes, row, threat, what, scale, summary["doctrine"])
        axes.set_xlim(left=0.0)
        noun = "People" if what == "people" else "Area"
        figure.text(0.02, 1.0 - 0.15 / figure.get_figheight(),
                    f"{noun} defended: value, and from all-low to all-high",
                    fontsize=8.5, fontweight="bold", va="center")  # fmt: skip
    return figure


def _defended_row(
    axes: "Axes", row: int, threat: dict[str, Any], what: str, scale: float, headline: str
) -> None:
    if what == "people" and threat["sampled"]["samples"]:
        sampled = threat["sampled"]["people"]
        y = row + 0.24 * (list(_DOCTRINE_MARKS).index(headline) - 1)
        axes.plot([sampled["p05"] * scale, sampled["p95"] * scale], [y, y], color=SKY,
                  linewidth=6.0, alpha=0.55, solid_capstyle="butt", zorder=1)  # fmt: skip
    for number, (doctrine, (mark, face, edge)) in enumerate(_DOCTRINE_MARKS.items()):
        y = row + 0.24 * (number - 1)
        ends = {end: sums[what] * scale for end, sums in threat["by_doctrine"][doctrine].items()}
        axes.plot([ends["low"], ends["high"]], [y, y], color=edge, linewidth=1.0, zorder=2,
                  marker="|", markersize=5)  # fmt: skip
        axes.plot(ends["value"], y, marker=mark, markersize=4.5, color=face, markeredgecolor=edge,
                  markeredgewidth=0.8, zorder=3, clip_on=False)  # fmt: skip
    most = threat["threatened"][what] * scale
    axes.plot([most, most], [row - 0.36, row + 0.36], color=GREY, linewidth=1.6, zorder=1)


def curve_figure(run: Run, curve: str) -> "Figure":
    """People defended along one disputed number, a panel for each threat."""
    summary = run.summary
    threats = summary["threats"]
    label, scale = CURVES[curve]
    given = next((row for row in summary["assumptions"] if row["name"] == curve), None)
    columns = 2
    rows = (len(threats) + 1) // columns
    with style():
        figure = new_figure(_WIDTH_IN, 0.95 + 1.22 * rows)
        panels = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False)
        height = figure.get_figheight()
        figure.subplots_adjust(left=0.105, right=0.985, bottom=0.44 / height, hspace=0.34,
                               top=1.0 - 0.52 / height, wspace=0.1)  # fmt: skip
        for panel, threat in zip(panels.flat, threats, strict=False):
            _curve_panel(panel, threat["curves"][curve], threat, given, scale)
        for panel in list(panels.flat)[len(threats) :]:
            panel.set_visible(False)
            panels[rows - 2, 1].tick_params(labelbottom=True)
        panels[0, 0].set_ylim(bottom=0.0)
        figure.text(0.55, 0.13 / height, label, ha="center", va="center", fontsize=8)
        figure.text(0.02, 0.5, "million people defended", rotation=90, va="center", fontsize=8)
        noun = label.split(":")[0].split(",")[0].split(" (")[0]
        figure.text(0.02, 1.0 - 0.15 / height, f"People defended, by {noun}",
                    fontsize=8.5, fontweight="bold", va="center")  # fmt: skip
    return figure


def _curve_panel(
    axes: "Axes", curve: dict[str, Any], threat: dict[str, Any], given: dict[str, Any] | None,
    scale: float,
) -> None:  # fmt: skip
    if given is not None:
        axes.axvspan(given["low"] * scale, given["high"] * scale, color=PALE, linewidth=0,
                     alpha=0.7, zorder=0.5)  # fmt: skip
        axes.axvline(given["value"] * scale, color=VERMILION, linewidth=1.0, dashes=(3, 2))
    axes.plot([x * scale for x in curve["x"]], [p / 1e6 for p in curve["people"]], color=BLUE,
              marker="o", markersize=2.4)  # fmt: skip
    axes.set_title(words.threat_short(threat), fontsize=7.5, pad=3)
    axes.grid(visible=True)


def reasons_figure(run: Run) -> "Figure":
    """People threatened and not defended, by the first constraint that fails."""
    threats = run.summary["threats"]
    with style():
        figure = new_figure(_WIDTH_IN, 0.95 + 0.34 * len(threats))
        names = [words.threat_short(threat) for threat in threats]
        axes = _row_axes(figure, len(threats), names, "million people")
        for row, threat in enumerate(threats):
            left = 0.0
            for part in threat["reasons"]:
                fill = REASON_FILLS[Constraint[part["constraint"].upper()]]
                width = part["people"] / 1e6
                axes.barh(row, width, left=left, height=0.66, **patch_settings(fill))
                left += width
            axes.annotate(f"{left:.1f}", (left, row), (3, 0), textcoords="offset points",
                          va="center", fontsize=7.5)  # fmt: skip
        axes.margins(x=0.1)
        axes.set_xlim(left=0.0)
        figure.text(0.02, 1.0 - 0.15 / figure.get_figheight(),
                    "People threatened and not defended, by reason",
                    fontsize=8.5, fontweight="bold", va="center")  # fmt: skip
    return figure


def compared_figure(run: Run) -> "Figure":
    """Published apogees of missiles that are not flown, beside the band of the interceptor."""
    summary = run.summary
    missiles = [missile for missile in summary["compared"] if missile["apogee_m"]]
    rows = {row["name"]: row for row in summary["assumptions"]}
    floor_km, ceiling_km = (rows[name]["value"] / 1e3 for name in ("floor", "ceiling"))
    with style():
        figure = new_figure(_WIDTH_IN, 0.95 + 0.36 * len(missiles))
        names = [missile["name"].split(" (")[0] for missile in missiles]
        axes = _row_axes(figure, len(missiles), names, "published apogee (km)")
        axes.axvspan(floor_km, ceiling_km, color=PALE, alpha=0.6, linewidth=0, zorder=0.5)
        axes.axvline(floor_km, color=BLACK, linewidth=1.0, dashes=(4, 2))
        axes.annotate(f"floor {floor_km:.0f} km", (floor_km, -0.48), (3, 0),
                      textcoords="offset points", va="center", fontsize=7.5)  # fmt: skip
        for row, missile in enumerate(missiles):
            low, value, high = (apogee / 1e3 for apogee in missile["apogee_m"])
            axes.plot([low, high], [row, row], color=VERMILION, linewidth=5.0, alpha=0.6,
                      solid_capstyle="butt")  # fmt: skip
            axes.plot(value, row, marker="D", markersize=4, color="white", markeredgecolor=BLACK)
            axes.annotate(f"{low:.0f}–{high:.0f} km", (high, row), (5, 0),
                          textcoords="offset points", va="center", fontsize=7.5)  # fmt: skip
        axes.set_xlim(0.0, 1.08 * ceiling_km)
        figure.text(0.02, 1.0 - 0.15 / figure.get_figheight(),
                    "Published apogees beside the interceptor's band",
                    fontsize=8.5, fontweight="bold", va="center")  # fmt: skip
    return figure
