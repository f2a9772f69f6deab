"""The figure of one flight, or of several classes beside each other, in four panels.

Altitude over ground range, altitude and speed against time, and the ground track on a map.
Several flights differ in colour and in the style of the line; a single one is coloured by phase.
Boost is drawn thick, reentry below 100 km less so, and events have their own marks.

These are matplotlib drawings, because they are saved as whatever the file's name asks for.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from shieldmap.model import Floats
from shieldmap.report import flight_map
from shieldmap.report.drawing import BLACK, BLUE, GREEN, GREY, PURPLE, VERMILION

if TYPE_CHECKING:
    from matplotlib.axes import Axes
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
    "axes.titlepad": 4.0,
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

# Inches: the width is that of a printed column of 17 cm.
_WIDTH: Final = 6.69
_LEFT: Final = 0.64
_RIGHT: Final = 0.14
_GAP: Final = 0.62  # between the two panels of time
_LINE: Final = 0.142  # of text
_BELOW: Final = 0.46  # numbers and name of an axis
_ABOVE: Final = 0.24  # name of a panel
_TIMES: Final = 1.65
_PROFILE: Final = (1.1, 2.5)  # least and greatest height
_MAP: Final = (2.2, 3.1)
_HEAD_ROOM: Final = 1.16  # of the altitude axis above the apogee

_COLOURS: Final = {"minimum-energy": BLUE, "lofted": VERMILION, "depressed": GREEN}
_STYLES: Final[dict[str, Any]] = {"lofted": (0, (5, 1.5)), "depressed": (0, (1.5, 1.2))}
_PHASE_COLOURS: Final = {"boost": VERMILION, "midcourse": BLUE, "reentry": PURPLE}
_PHASE_WIDTHS: Final = {"boost": 2.8, "midcourse": 1.2, "reentry": 2.2}
_MARKS: Final = {"burnout": "^", "apogee": "o", "reentry": "v", "impact": "X"}
_REENTRY_KM: Final = 100.0


class FlightPath(NamedTuple):
    """One flight to be drawn: samples (k,) since launch, and the rows of its events by name."""

    label: str
    trajectory_class: str
    start_name: str
    end_name: str
    time_s: Floats
    ground_m: Floats
    altitude_m: Floats
    speed_m_s: Floats
    latitude_deg: Floats
    longitude_deg: Floats
    phase: Sequence[str]
    rows: Mapping[str, int]


@contextmanager
def style() -> Iterator[None]:
    """Matplotlib's defaults with our settings, whatever the user has set."""
    import matplotlib.style

    with matplotlib.style.context(["default", _SETTINGS]):
        yield


def flight_figure(paths: Sequence[FlightPath], *, title: str, footer: str) -> "Figure":
    """Draw flights between the same two places; ``footer`` says how far to trust them."""
    from matplotlib.figure import Figure

    ground_km = max(float(p.ground_m.max()) for p in paths) / 1e3
    top_km = _HEAD_ROOM * max(float(p.altitude_m.max()) for p in paths) / 1e3
    profile, is_one_scale = _profile_height(ground_km, top_km)
    projection, x, y = _on_map(paths)
    # A turned or a polar map has names of lines on all sides.
    edge = 0.0 if projection.is_plain else 0.42
    map_width = _WIDTH - _LEFT - _RIGHT - edge
    map_height = float(np.clip(map_width * 1.3 * flight_map.height_share(x, y), *_MAP))
    footer_lines = _wrapped(footer)
    told = ["\n".join(_wrapped(_told(p), 104)) for p in paths]
    heads = _LINE * (_lines(told) + 1) + 0.14
    bottom = 0.12 + 0.14 * len(footer_lines)
    heights = {"map": map_height, "times": _TIMES, "profile": profile}
    below = {"map": 0.24, "times": _BELOW, "profile": _BELOW}
    total = bottom + sum(heights.values()) + sum(below.values()) + 3 * _ABOVE + heads + 0.34
    total += 0.2 if edge else 0.06
    with style():
        figure = Figure(figsize=(_WIDTH, total))

        def panel(left: float, foot: float, width: float, height: float) -> "Axes":
            return figure.add_axes((left / _WIDTH, foot / total, width / _WIDTH, height / total))

        wide = _WIDTH - _LEFT - _RIGHT
        foot = bottom + below["map"]
        _map(
            panel(_LEFT, foot, map_width, map_height),
            paths,
            projection,
            (x, y),
            (map_width, map_height),
        )
        foot += map_height + _ABOVE + (0.2 if edge else 0.06) + below["times"]
        half = 0.5 * (wide - _GAP)
        _altitude_time(panel(_LEFT, foot, half, _TIMES), paths, top_km)
        _speed_time(panel(_LEFT + half + _GAP, foot, half, _TIMES), paths)
        foot += _TIMES + _ABOVE + below["profile"]
        _profile(panel(_LEFT, foot, wide, profile), paths, (ground_km, top_km), is_one_scale)
        _heading(figure, paths, told, title)
        for i, line in enumerate(reversed(footer_lines)):
            figure.text(0.12 / _WIDTH, (0.1 + 0.14 * i) / total, line, fontsize=7, color=GREY)
    return figure


def _wrapped(text: str, width: int = 118) -> list[str]:
    """Lines that fit beside each other, in characters of the smallest letters."""
    import textwrap

    return textwrap.wrap(text, width)


def _lines(texts: Sequence[str]) -> int:
    return sum(text.count("\n") + 1 for text in texts)


def _heading(
    figure: "Figure", paths: Sequence[FlightPath], told: Sequence[str], title: str
) -> None:
    """The title, and one legend: a line for each flight, then phases and events."""
    from matplotlib.lines import Line2D

    total = float(figure.get_figheight())
    figure.text(0.12 / _WIDTH, 1.0 - 0.24 / total, title, fontsize=10, fontweight="bold")
    single = len(paths) == 1
    flights: list[Any] = [
        Line2D(
            [],
            [],
            color=GREY if single else _colour(p),
            linewidth=1.6,
            linestyle="" if single else _line_style(p),
            label=text,
        )
        for p, text in zip(paths, told, strict=True)
    ]
    used = {phase for p in paths for phase in p.phase}
    names = {"boost": "boost", "midcourse": "midcourse", "reentry": "reentry below 100 km"}
    keys: list[Any] = [
        Line2D(
            [],
            [],
            color=_PHASE_COLOURS[phase] if single else GREY,
            linewidth=_PHASE_WIDTHS[phase],
            label=name,
        )
        for phase, name in names.items()
        if phase in used
    ]
    happened = {event for p in paths for event in p.rows}
    words = {"reentry": "100 km, down"} | ({} if "boost" in used else {"burnout": "given state"})
    keys += [
        Line2D(
            [],
            [],
            color=BLACK,
            marker=mark,
            linestyle="",
            markersize=4.5,
            label=words.get(event, event),
        )
        for event, mark in _MARKS.items()
        if event in happened
    ]
    shared: dict[str, Any] = {
        "loc": "upper left",
        "borderaxespad": 0.0,
        "borderpad": 0.0,
        "frameon": False,
        "fontsize": 7.5,
        "labelspacing": 0.35,
        "columnspacing": 1.1,
    }
    figure.legend(
        handles=flights,
        bbox_to_anchor=(0.12 / _WIDTH, 1.0 - 0.34 / total),
        handlelength=0.0 if single else 2.6,
        handletextpad=0.0 if single else 0.5,
        **shared,
    )
    figure.legend(
        handles=keys,
        ncols=len(keys),
        handlelength=1.6,
        handletextpad=0.5,
        bbox_to_anchor=(0.12 / _WIDTH, 1.0 - (0.4 + _LINE * _lines(told)) / total),
        **shared,
    )


def _told(path: FlightPath) -> str:
    """A flight in words and numbers."""
    parts = [f"apogee {path.altitude_m.max() / 1e3:,.0f} km", f"{path.time_s[-1]:,.0f} s"]
    if "burnout" in path.rows and "boost" in path.phase:
        parts.insert(0, f"burnout {path.speed_m_s[path.rows['burnout']] / 1e3:.2f} km/s")
    if "reentry" in path.rows:
        parts.append(f"reentry {path.speed_m_s[path.rows['reentry']] / 1e3:.2f} km/s")
    parts.append(f"impact {path.speed_m_s[-1] / 1e3:.2f} km/s")
    return f"{path.label}: {', '.join(parts)}"


def _colour(path: FlightPath) -> str:
    return _COLOURS.get(path.trajectory_class, BLUE)


def _line_style(path: FlightPath) -> Any:
    return _STYLES.get(path.trajectory_class, "-")


def _draw(
    axes: "Axes", paths: Sequence[FlightPath], x: Sequence[Floats], y: Sequence[Floats]
) -> None:
    """Every flight as lines by phase with the marks of its events."""
    single = len(paths) == 1
    for path, across, up in zip(paths, x, y, strict=True):
        phase = np.array(path.phase)
        for name, width in _PHASE_WIDTHS.items():
            inside = np.flatnonzero(phase == name)
            if inside.size == 0:
                continue
            # The first sample of a phase is the last of the one before.
            rows = slice(max(int(inside[0]) - 1, 0), int(inside[-1]) + 1)
            axes.plot(
                across[rows],
                up[rows],
                linewidth=width,
                zorder=3,
                color=_PHASE_COLOURS[name] if single else _colour(path),
                linestyle="-" if single or name == "boost" else _line_style(path),
                solid_capstyle="butt",
                dash_capstyle="butt",
            )
        for event, mark in _MARKS.items():
            if event in path.rows:
                row = path.rows[event]
                axes.plot(
                    across[row],
                    up[row],
                    mark,
                    color=BLACK if single else _colour(path),
                    markersize=5.0,
                    markeredgecolor="white",
                    markeredgewidth=0.5,
                    zorder=4,
                    clip_on=False,
                )


# ---------------------------------------------------------------------------------------------
# Panels


def _profile_height(ground_km: float, top_km: float) -> tuple[float, bool]:
    """Height of the first panel in inches, and whether both axes have one scale."""
    low, high = _PROFILE
    true = (_WIDTH - _LEFT - _RIGHT) * top_km / _ground_end(ground_km, top_km)
    return float(np.clip(true, low, high)), low <= true <= high


def _ground_end(ground_km: float, top_km: float) -> float:
    """Where the axis of the range ends; a flight straight up needs one as well."""
    return 1.04 * max(ground_km, 0.25 * top_km)


def _profile(
    axes: "Axes", paths: Sequence[FlightPath], ends_km: tuple[float, float], is_one_scale: bool
) -> None:
    ground_km, top_km = ends_km
    _draw(axes, paths, [p.ground_m / 1e3 for p in paths], [p.altitude_m / 1e3 for p in paths])
    end = _ground_end(ground_km, top_km)
    axes.set_xlim(0.0, end)
    axes.set_ylim(0.0, top_km)
    axes.set_xlabel("ground range, km")
    axes.xaxis.set_major_formatter("{x:,.6g}")
    axes.set_ylabel("altitude, km")
    axes.yaxis.set_major_formatter("{x:,.6g}")
    axes.grid(visible=True)
    width, height = axes.get_figure().get_size_inches() * axes.get_position().size  # type: ignore[union-attr]
    stretch = (height / top_km) / (width / end)
    scale = "to one scale"
    if not is_one_scale:
        word = "stretched" if stretch > 1.0 else "shortened"
        scale = f"heights {word} {max(stretch, 1.0 / stretch):.3g} times"
    axes.set_title(f"Altitude over ground range, {scale}")
    _reentry_line(axes, paths)
    if len(paths) == 1:
        _name_events(axes, paths[0])


def _altitude_time(axes: "Axes", paths: Sequence[FlightPath], top_km: float) -> None:
    _draw(axes, paths, [p.time_s for p in paths], [p.altitude_m / 1e3 for p in paths])
    axes.set_ylim(0.0, top_km)
    axes.set_ylabel("altitude, km")
    axes.yaxis.set_major_formatter("{x:,.6g}")
    axes.set_title("Altitude")
    _time_axis(axes, paths)
    _reentry_line(axes, paths)


def _speed_time(axes: "Axes", paths: Sequence[FlightPath]) -> None:
    _draw(axes, paths, [p.time_s for p in paths], [p.speed_m_s / 1e3 for p in paths])
    axes.set_ylim(0.0, 1.08 * max(float(p.speed_m_s.max()) for p in paths) / 1e3)
    axes.set_ylabel("speed, km/s")
    axes.set_title("Speed relative to the Earth")
    _time_axis(axes, paths)


def _time_axis(axes: "Axes", paths: Sequence[FlightPath]) -> None:
    axes.set_xlim(0.0, 1.04 * max(float(p.time_s[-1]) for p in paths))
    since = "launch" if any("boost" in p.phase for p in paths) else "the given state"
    axes.set_xlabel(f"time since {since}, s")
    axes.xaxis.set_major_formatter("{x:,.6g}")
    axes.grid(visible=True)


def _reentry_line(axes: "Axes", paths: Sequence[FlightPath]) -> None:
    """A line at 100 km, where anything flies so high."""
    if max(float(p.altitude_m.max()) for p in paths) > 1e3 * _REENTRY_KM:
        axes.axhline(_REENTRY_KM, color=GREY, linewidth=0.7, linestyle=(0, (1, 2)), zorder=2)


def _name_events(axes: "Axes", path: FlightPath) -> None:
    """The events of a single flight in words beside their marks."""
    offsets = {
        "burnout": ((6, -8), "left"),
        "apogee": ((0, 5), "center"),
        "reentry": ((-7, -9), "right"),
    }
    for event, (offset, side) in offsets.items():
        if event not in path.rows or (event == "burnout" and "boost" not in path.phase):
            continue
        row = path.rows[event]
        place = (path.ground_m[row] / 1e3, path.altitude_m[row] / 1e3)
        share = np.array(place) / (axes.get_xlim()[1], axes.get_ylim()[1])
        if event == "reentry" and (share[0] < 0.2 or share[1] < 0.12):
            continue  # no room between the mark and the axes
        if event == "apogee" and share[0] < 0.12:
            offset, side = (7, 0), "left"  # away from the axis
        height = f", {place[1]:,.0f} km" if event != "reentry" else ""
        axes.annotate(
            f"{event} {path.time_s[row]:,.0f} s{height}",
            place,
            xytext=offset,
            textcoords="offset points",
            ha=side,
            fontsize=7,
            bbox=flight_map.PAPER,
        )


def _on_map(paths: Sequence[FlightPath]) -> tuple[flight_map.Projection, Floats, Floats]:
    """The projection and the points of all tracks on it, in km."""
    projection = flight_map.centred(paths[0].latitude_deg, paths[0].longitude_deg)
    points = [projection.to_map(p.latitude_deg, p.longitude_deg)[:2] for p in paths]
    return (
        projection,
        np.concatenate([x for x, _ in points]),
        np.concatenate([y for _, y in points]),
    )


def _map(
    axes: "Axes",
    paths: Sequence[FlightPath],
    projection: flight_map.Projection,
    points: tuple[Floats, Floats],
    shape: tuple[float, float],
) -> None:
    view = flight_map.fitted(projection, *points, shape)
    flight_map.draw_ground(axes, view)
    on_map = [projection.to_map(p.latitude_deg, p.longitude_deg) for p in paths]
    _draw(axes, paths, [x for x, _, _ in on_map], [y for _, y, _ in on_map])
    flight_map.draw_scale(axes, view, *points)
    x, y, _ = on_map[0]
    axes.plot(
        x[0],
        y[0],
        "s",
        color=BLACK,
        markersize=4.5,
        markeredgecolor="white",
        markeredgewidth=0.5,
        zorder=4,
    )
    for row, name in ((0, paths[0].start_name), (-1, paths[0].end_name)):
        _name_place(axes, (x, y), row, name)
    turned = ", launch at the left" if projection.turn_rad else ", north up"
    axes.set_title(
        f"Ground track{turned}; distances from the middle are true",
        pad=4.0 if projection.is_plain else 14.0,
    )


def _name_place(axes: "Axes", points: tuple[Floats, Floats], row: int, name: str) -> None:
    """A name at an end of the track: beyond a steep one, on the open side of a long level one."""
    x, y = points
    across, up = float(x[-1] - x[0]), float(y[-1] - y[0])
    west, east = axes.get_xlim()
    if abs(across) > max(abs(up), 0.25 * (east - west)):
        bend = float(y[y.size // 2]) - 0.5 * float(y[0] + y[-1])
        is_above = bend < 0.0
        is_left = x[row] < x[-1 if row == 0 else 0]
        side = "left" if is_left else "right"
        offset = (-4.0 if is_left else 4.0, 8.0 if is_above else -8.0)
    else:
        is_above = (up <= 0.0) == (row == 0)
        side, offset = "center", (0.0, 8.0 if is_above else -8.0)
    axes.annotate(
        name,
        (x[row], y[row]),
        xytext=offset,
        textcoords="offset points",
        fontsize=7.5,
        zorder=5,
        ha=side,
        va="bottom" if is_above else "top",
        bbox=flight_map.PAPER,
    )
