"""The files of ``shieldmap fly``: a figure, KML, CZML, CCSDS OEM and CSV.

Everything is checked before anything is flown and made before anything is written; a file gets
its name only when all of them are whole.
"""

import io
import os
import stat
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from shieldmap import catalog, export
from shieldmap.cli import flying_result as results
from shieldmap.cli.flying import Outcome, Request
from shieldmap.cli.flying_result import Flown
from shieldmap.cli.places import InputError

if TYPE_CHECKING:
    from shieldmap.report.flight_figures import FlightPath

_ENDINGS: Final = {
    "plot": (".svg", ".pdf", ".png"),
    "kml": (".kml",),
    "czml": (".czml",),
    "oem": (".oem", ".kvn", ".txt"),
    "csv": (".csv",),
}
_ONE_FLIGHT: Final = ("oem", "csv")
"""Formats that hold one flight: several classes make a file each."""
# Without a date: the same flight gives the same bytes.
_METADATA: Final[dict[str, dict[str, None]]] = {
    ".svg": {"Date": None},
    ".pdf": {"CreationDate": None},
    ".png": {},
}
_DOTS_PER_INCH: Final = 300


class Files(NamedTuple):
    """Where to write what, nothing where it was not asked for."""

    plot: Path | None = None
    kml: Path | None = None
    czml: Path | None = None
    oem: Path | None = None
    csv: Path | None = None

    def asked(self) -> dict[str, Path]:
        """The files asked for by their option."""
        return {option: path for option, path in self._asdict().items() if path is not None}


def check(files: Files, request: Request) -> None:
    """Refuse names that cannot be written, before anything is flown."""
    for option, path in files.asked().items():
        if path.suffix.lower() not in _ENDINGS[option]:
            *first, last = _ENDINGS[option]
            endings = f"{', '.join(first)} or {last}" if first else last
            raise InputError(f"--{option} is '{path}': expected a name that ends in {endings}")
        if option != "plot" and request.is_sphere:
            raise InputError(
                f"--{option} has no use with --spherical: its readers put the flight on the "
                "WGS 84 ellipsoid; leave one of them out"
            )
        for name in _names(option, path, request.classes()):
            _check_writable(option, name)


def _names(option: str, path: Path, classes: Sequence[str]) -> list[Path]:
    """The file of each class, or the one file for all."""
    if option not in _ONE_FLIGHT or len(classes) == 1:
        return [path]
    return [_of_class(path, klass) for klass in classes]


def _of_class(path: Path, klass: str) -> Path:
    return path.with_name(f"{path.stem}-{klass}{path.suffix}")


def _check_writable(option: str, path: Path) -> None:
    """Try the folder with a file that is removed at once: only this is certain."""
    if not path.parent.is_dir():
        raise InputError(f"--{option} is '{path}': the folder {path.parent} does not exist")
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"--{option} is '{path}': that is no plain file")
        if path.exists() and not os.access(path, os.W_OK):
            raise InputError(f"--{option} is '{path}': that file must not be changed")
        trial = _unfinished(path)
        trial.touch()
        trial.unlink()
    except OSError as error:
        raise InputError(f"--{option} is '{path}': {error.strerror or error}") from None


def _unfinished(path: Path) -> Path:
    """The name of a file while it is written; a link is followed to what it names."""
    whole = path.resolve()
    return whole.with_name(f".{whole.name}.{os.getpid()}")


def write(files: Files, outcome: Outcome) -> list[Path]:
    """Write what was asked for about the flights that flew; the paths in the order of options."""
    contents: dict[Path, bytes] = {}
    for option, path in files.asked().items():
        contents |= _content(option, path, outcome)
    _write_all(contents)
    return list(contents)


def _write_all(contents: Mapping[Path, bytes]) -> None:
    """Write every file beside its place, then rename them all; on the way out nothing stays."""
    try:
        for path, content in contents.items():
            _unfinished(path).write_bytes(content)
        for path in contents:
            _unfinished(path).replace(path.resolve())
    except OSError as error:
        raise InputError(f"'{error.filename}' was not written: {error.strerror}") from None
    finally:
        for path in contents:
            _unfinished(path).unlink(missing_ok=True)


def _content(option: str, path: Path, outcome: Outcome) -> dict[Path, bytes]:
    flown, about = outcome.flown, _about(outcome.flown[0].result)
    if option == "plot":
        return {path: _figure(path, flown)}
    if option in ("kml", "czml"):
        write_tracks = export.kml if option == "kml" else export.czml
        return {path: write_tracks([one.track for one in flown], about).encode()}
    contents = {}
    for one in flown:
        name = _of_class(path, one.result["class"]) if outcome.is_list else path
        text = export.csv(one.track) if option == "csv" else export.oem(one.track, about)
        contents[name] = text.encode()
    return contents


def _about(result: dict[str, Any]) -> export.About:
    """The version, the sources of the values behind the flight, and the limits."""
    limits = export.LIMITS
    if result["class"] == "from-burnout":
        limits = limits.replace("from launch", "from the given state")
    known = catalog.bibliography()
    keys = [str(row["source"]).partition("#")[0] for row in result["assumptions"]]
    sources = [f"{key}: {known[key].title}" for key in dict.fromkeys(keys) if key in known]
    return export.About(version("shieldmap"), tuple(sources), limits)


# ---------------------------------------------------------------------------------------------
# The figure


def _figure(path: Path, flown: Sequence[Flown]) -> bytes:
    from shieldmap.report import flight_figures

    result = flown[0].result
    footer = f"Shieldmap {version('shieldmap')}: {result['limits']}. Map: Natural Earth."
    figure = flight_figures.flight_figure(
        [path_of(one) for one in flown],
        title=f"{result['name']}, {results.journey(result)}",
        footer=footer,
    )
    held = io.BytesIO()
    ending = path.suffix.lower()
    with flight_figures.style():
        figure.savefig(held, format=ending[1:], dpi=_DOTS_PER_INCH, metadata=_METADATA[ending])
    return held.getvalue()


def path_of(one: Flown) -> "FlightPath":
    """A flight as the figure draws it."""
    from shieldmap.report.flight_figures import FlightPath

    track, result = one.track, one.result
    start = result["from"]
    origin = (float(np.radians(start["latitude_deg"])), float(np.radians(start["longitude_deg"])))
    lat, lon, altitude, ground = results.over_ground(track.position_m, origin, one.world)
    return FlightPath(
        label=result["label"],
        trajectory_class=result["class"],
        start_name=results.place_name(start) if "to" in result else "given state",
        end_name=results.place_name(result["to"]) if "to" in result else "impact",
        time_s=track.time_s,
        ground_m=ground,
        altitude_m=altitude,
        speed_m_s=np.linalg.norm(track.velocity_m_s, axis=1),
        latitude_deg=np.degrees(lat),
        longitude_deg=np.degrees(lon),
        phase=export.phases(track),
        rows={
            event.name: int(np.argmin(np.abs(track.time_s - event.time_s)))
            for event in track.events
        },
    )
