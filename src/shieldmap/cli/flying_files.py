"""The files of ``shieldmap fly``: a figure, KML, CZML, CCSDS OEM and CSV.

Everything is checked before anything is flown and made before anything is written; a file gets
its name only when all of them are whole.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from shieldmap import export
from shieldmap.answers.flights import FlightsFlown
from shieldmap.answers.flown import FlightRequest
from shieldmap.answers.places import InputError
from shieldmap.cli import writing
from shieldmap.cli.speaking import said
from shieldmap.results import Flight

if TYPE_CHECKING:
    pass

_ENDINGS: Final = {
    "plot": writing.PICTURES,
    "kml": (".kml",),
    "czml": (".czml",),
    "oem": (".oem", ".kvn", ".txt"),
    "csv": (".csv",),
}
_DATED: Final = ("kml", "czml", "oem")
"""Formats that hold moments of the calendar."""
_ONE_FLIGHT: Final = ("oem", "csv")
"""Formats that hold one flight: several classes make a file each."""


class FlightFiles(NamedTuple):
    """Where to write what, nothing where it was not asked for, and how what was typed for it."""

    plot: Path | None = None
    kml: Path | None = None
    czml: Path | None = None
    oem: Path | None = None
    csv: Path | None = None
    epoch: str | None = None
    frame: str | None = None

    def asked(self) -> dict[str, Path]:
        """The files asked for by their option."""
        paths = zip(_ENDINGS, self[: len(_ENDINGS)], strict=True)
        return {option: path for option, path in paths if isinstance(path, Path)}


def check(files: FlightFiles, request: FlightRequest) -> None:
    """Refuse names that cannot be written, before anything is flown."""
    _check_date_and_frame(files, request)
    for option, path in files.asked().items():
        writing.check_ending(option, path, _ENDINGS[option])
        if option != "plot" and request.spherical:
            raise InputError(
                f"--{option} has no use with --spherical: its readers put the flight on the "
                "WGS 84 ellipsoid; leave one of them out"
            )
        for name in _file_names(option, path, request.classes()):
            writing.check_writable(option, name)


def _check_date_and_frame(files: FlightFiles, request: FlightRequest) -> None:
    """Refuse a date or a frame that cannot be, or that no file would hold."""
    epoch = export.epoch_of(files.epoch, "--epoch")
    if files.epoch is not None and not any(option in _DATED for option in files.asked()):
        raise InputError("--epoch has an effect with --kml, --czml or --oem only")
    if files.frame is None:
        return
    export.check_frame(files.frame, epoch, "--frame")
    if files.oem is None:
        raise InputError("--frame has an effect with --oem only")
    if request.no_rotation and files.frame != export.EARTH_FIXED:
        raise InputError(
            f"--frame {files.frame} has no use with --no-rotation: its axes turn against an Earth "
            "that turns; leave one of them out"
        )


def _file_names(option: str, path: Path, classes: Sequence[str]) -> list[Path]:
    """The file of each class, or the one file for all."""
    if option not in _ONE_FLIGHT or len(classes) == 1:
        return [path]
    return [_of_class(path, klass) for klass in classes]


def _of_class(path: Path, klass: str) -> Path:
    return path.with_name(f"{path.stem}-{klass}{path.suffix}")


def write(files: FlightFiles, done: FlightsFlown) -> list[Path]:
    """Write what was asked for about the flights that flew; the paths in the order of options."""
    contents: dict[Path, bytes] = {}
    for option, path in files.asked().items():
        contents |= _flight_content(option, path, files, done)
    writing.write_all(contents)
    return list(contents)


def _flight_content(
    option: str, path: Path, files: FlightFiles, done: FlightsFlown
) -> dict[Path, bytes]:
    flown, about = done.flown, _about_flight(done.flown[0].record)
    tracks = [one.track for one in flown]
    epoch = export.epoch_of(files.epoch, "--epoch")
    if option == "plot":
        return {path: _figure(path, [one.record for one in flown])}
    if option == "kml":
        dated = None if files.epoch is None else epoch
        return {path: export.kml(tracks, about, dated).encode()}
    if option == "czml":
        return {path: export.czml(tracks, about, epoch).encode()}
    contents = {}
    for one, track in zip(flown, tracks, strict=True):
        name = _of_class(path, one.record.class_) if done.is_list else path
        frame = files.frame or export.EARTH_FIXED
        text = export.csv(track) if option == "csv" else export.oem(track, about, epoch, frame)
        contents[name] = text.encode()
    return contents


def _about_flight(flight: Flight) -> export.About:
    """The version, the sources of the values behind the flight, and the limits."""
    limits = export.LIMITS
    if flight.class_ == "from-burnout":
        limits = limits.replace("from launch", "from the given state")
    return writing.about((row.source for row in flight.assumptions), limits)


def _figure(path: Path, flown: Sequence[Flight]) -> bytes:
    from shieldmap.report import painting, plots

    return painting.picture(plots.flights(flown, said), path.suffix)
