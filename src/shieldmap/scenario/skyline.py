"""Reading the files of a study: its text, and the skyline of a radar.

A skyline is a CSV file with the columns ``azimuth_deg`` and ``elevation_deg``.
"""

import csv
import io
import re
import tomllib
from pathlib import Path
from typing import Final

from shieldmap import files, texts
from shieldmap.scenario.nouns import ScenarioError
from shieldmap.scenario.parts import Tables

_COLUMNS: Final = ("azimuth_deg", "elevation_deg")
_LONGEST_BYTES: Final = 1_000_000
_MOST_POINTS: Final = 3600


def read_text(path: Path, what: str) -> str:
    """The text of a plain file of at most 1 MB in UTF-8.

    Parameters
    ----------
    what : what the file should be, such as "a scenario file".

    Raises
    ------
    ScenarioError : the file cannot be read, is a pipe, a device or a folder, too long or no text.
    """
    try:
        raw = files.read(path, _LONGEST_BYTES)
    except (OSError, ValueError) as error:
        # Python itself refuses a name with a NUL.
        reason = error.strerror if isinstance(error, OSError) else error
        raise ScenarioError(f"{path} cannot be read: {reason or error}") from None
    if len(raw) > _LONGEST_BYTES:
        raise ScenarioError(f"{path.name} is longer than 1 MB: expected {what}")
    other = _other_letters(raw)
    if other is not None:
        raise ScenarioError(f"{path.name} is in {other}: expected a text in UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ScenarioError(
            f"{path.name}: line {line} holds the byte 0x{raw[error.start]:02x}: "
            "expected a text in UTF-8"
        ) from None


def read_toml(text: str, where: str) -> Tables:
    """The tables of a TOML text.

    Raises
    ------
    ScenarioError : it is none; the sentence begins with ``where``.
    """
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ScenarioError(f"{where}: the TOML is nested too deeply") from None
    except tomllib.TOMLDecodeError as error:
        said = re.fullmatch(r"(.*) \(at (.*)\)", str(error), re.DOTALL)
        reason, place = said.groups() if said else (str(error), "an unknown place")
        raise ScenarioError(f"{where}: TOML syntax error at {place}: {reason}") from None
    except ValueError:
        raise ScenarioError(
            f"{where}: TOML holds a number of thousands of digits: expected a finite number"
        ) from None


def beside(path: Path, name: str) -> Path:
    """The file of this name beside a study: a study that somebody sends reads nothing else.

    Raises
    ------
    ScenarioError : the name leads out of the folder of the study.
    """
    folder = path.parent.resolve()
    try:
        is_inside = (folder / name).resolve().is_relative_to(folder)
    except (OSError, ValueError):
        is_inside = True  # reading it says what is wrong with the name
    if not is_inside:
        raise ScenarioError(
            f"{path.name}: '{name}' leads out of the folder of the study: expected a file beside it"
        )
    return path.parent / name


def _other_letters(raw: bytes) -> str | None:
    """The name of the letters that some consoles write in place of UTF-8, by mark or by empty bytes."""
    start = raw[:4]
    if start in (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"):
        return "UTF-32"
    is_marked = start[:2] in (b"\xff\xfe", b"\xfe\xff")
    return "UTF-16" if is_marked or raw[:2].count(0) == 1 else None


def read_skyline(path: Path) -> list[dict[str, float]]:
    """The points of a horizon profile in the order of the file, as a scenario holds them.

    Raises
    ------
    ScenarioError : the file cannot be read, lacks a column, or a value is no number, out of range or
        contradicts another line.
    """
    text = read_text(path, "a CSV file with a skyline")
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""))
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error:
        raise ScenarioError(f"{path} cannot be read: expected a CSV file in UTF-8") from None
    names = reader.fieldnames or []
    if any(names.count(column) > 1 for column in _COLUMNS):
        raise ScenarioError(f"{path}, line 1: expected each of azimuth_deg and elevation_deg once")
    points = [_point(path, line, row) for line, row in rows]
    if len(points) > _MOST_POINTS:
        raise ScenarioError(f"{path} has {len(points)} points: expected at most {_MOST_POINTS}")
    if (found := contradiction(points)) is not None:
        first, second = (rows[row][0] for row in found)
        azimuth = f"{points[found[1]]['azimuth_deg']:g}"
        heights = [f"{points[row]['elevation_deg']:g}" for row in found]
        raise ScenarioError(
            f"{path}, lines {first} and {second}: azimuth {azimuth} has the elevations "
            f"{heights[0]} and {heights[1]}: expected one for each direction; 0 and 360 are the same"
        )
    if len({point["azimuth_deg"] % 360.0 for point in points}) < 2:
        raise ScenarioError(f"{path}: expected at least two azimuths with an elevation each")
    return points


def contradiction(points: list[dict[str, float]]) -> tuple[int, int] | None:
    """The first two points that give one direction two elevations; nothing where all agree."""
    first: dict[float, int] = {}
    for row, point in enumerate(points):
        before = first.setdefault(point["azimuth_deg"] % 360.0, row)
        if points[before]["elevation_deg"] != point["elevation_deg"]:
            return before, row
    return None


def _point(path: Path, line: int, row: dict[str, str]) -> dict[str, float]:
    try:
        azimuth, elevation = (texts.number(row[column]) for column in _COLUMNS)
    except (KeyError, TypeError, AttributeError, ValueError):
        raise ScenarioError(
            f"{path}, line {line}: expected the columns azimuth_deg and elevation_deg with a "
            "number in each"
        ) from None
    if not (0.0 <= azimuth <= 360.0 and -10.0 <= elevation <= 80.0):
        raise ScenarioError(
            f"{path}, line {line}: {azimuth:g}, {elevation:g}: expected an azimuth of 0 to 360 and "
            "an elevation of -10 to 80 degrees"
        )
    return {"azimuth_deg": azimuth, "elevation_deg": elevation}
