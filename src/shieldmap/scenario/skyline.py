"""Reading the skyline of a radar: a CSV file with ``azimuth_deg,elevation_deg``."""

import csv
from pathlib import Path
from typing import Final

from shieldmap.scenario.nouns import ScenarioError

_COLUMNS: Final = ("azimuth_deg", "elevation_deg")


def read_skyline(path: Path) -> list[dict[str, float]]:
    """The points of a horizon profile in the order of the file, as a scenario holds them.

    Raises
    ------
    ScenarioError : the file cannot be read, lacks a column, or a value is no number or out of range.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else "expected a CSV file in UTF-8"
        raise ScenarioError(f"{path} cannot be read: {reason}") from None
    points = [_point(path, line, row) for line, row in enumerate(rows, start=2)]
    if len({point["azimuth_deg"] % 360.0 for point in points}) < 2:
        raise ScenarioError(f"{path}: expected at least two azimuths with an elevation each")
    return points


def _point(path: Path, line: int, row: dict[str, str]) -> dict[str, float]:
    try:
        azimuth, elevation = (float(row[column]) for column in _COLUMNS)
    except (KeyError, TypeError, ValueError):
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
