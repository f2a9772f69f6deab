"""Reading places with people from a file beside a study: CSV or GeoJSON, as spreadsheets and maps write them.

A CSV file has the columns ``latitude_deg``, ``longitude_deg`` and ``people``; places have a ``name`` too,
and may have ``id``, ``name_ko``, ``source`` and ``note``. A GeoJSON file is a collection of points whose
properties bear these names.
"""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from shieldmap import texts
from shieldmap.scenario.nouns import ScenarioError
from shieldmap.scenario.parts import Tables
from shieldmap.scenario.problem import as_in_file
from shieldmap.scenario.skyline import read_text

_TEXTS: Final = ("id", "name", "name_ko", "source", "note")
_NUMBERS: Final = ("latitude_deg", "longitude_deg", "people")


def read_places(path: Path, source: str | None) -> list[Tables]:
    """The places of a file, as tables ``[[places]]`` hold them.

    Parameters
    ----------
    source : the key of a bibliography for the rows that name none.

    Raises
    ------
    ScenarioError : the file cannot be read, or a row lacks its name, a number or its source.
    """
    found, taken = [], set[str]()
    for where, row in _rows(path):
        place: Tables = {name: row[name] for name in _TEXTS if row.get(name) not in (None, "")}
        for name, text in place.items():
            if not isinstance(text, str):
                raise ScenarioError(f"{where}: {name} is {as_in_file(text)}: expected a text")
        place |= _numbers_of(where, row)
        if "name" not in place:
            raise ScenarioError(f"{where}: expected a name in the column 'name'")
        if "source" not in place:
            if source is None:
                raise ScenarioError(
                    f"{where}: expected a column 'source' with a key of the bibliography, or "
                    "'places_source' in the study for all rows"
                )
            place["source"] = source
        place.setdefault("id", _free(_short(place["name"]), taken))
        taken.add(place["id"])
        found.append(place)
    return found


def read_people(path: Path) -> list[Tables]:
    """The points of a user's own grid of people, as ``[[grid.people]]`` holds them.

    Raises
    ------
    ScenarioError : the file cannot be read, or a row lacks a number.
    """
    return [_numbers_of(where, row) for where, row in _rows(path)]


def _short(name: str) -> str:
    """A name as an id: its letters without marks, or ``place`` where there are none of the alphabet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:56] or "place"


def _free(wanted: str, taken: set[str]) -> str:
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _numbers_of(where: str, row: Mapping[str, Any]) -> dict[str, float]:
    out = {}
    for name in _NUMBERS:
        given = row.get(name)
        try:
            if isinstance(given, int | float) and not isinstance(given, bool):
                out[name] = float(given)
            else:
                out[name] = texts.number(str(given))
        except (ValueError, OverflowError):
            found = "nothing" if given in (None, "") else as_in_file(given)
            raise ScenarioError(f"{where}: {name} is {found}: expected a finite number") from None
    return out


def _rows(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(what an error calls it, its values by name) of every row of a CSV or GeoJSON file."""
    text = read_text(path, "a CSV or GeoJSON file with places")
    if text.lstrip().startswith("{"):
        yield from _features(path, text)
        return
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""))
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error:
        raise ScenarioError(f"{path} cannot be read: expected a CSV file in UTF-8") from None
    names = [name or "" for name in reader.fieldnames or []]
    for name in _NUMBERS:
        if names.count(name) != 1:
            raise ScenarioError(f"{path}, line 1: expected a column '{name}' once")
    for line, row in rows:
        yield f"{path}, line {line}", {key: value for key, value in row.items() if key and value}


def _features(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    wanted = "expected a GeoJSON FeatureCollection of points"
    try:
        features = json.loads(text)["features"]
        for number, feature in enumerate(features):
            where = f"{path}, feature {number + 1}"
            if feature["geometry"]["type"] != "Point":
                raise ScenarioError(f"{where} is a {feature['geometry']['type']}: {wanted}")
            longitude, latitude = feature["geometry"]["coordinates"][:2]
            row = dict(feature["properties"] or {})
            yield where, {**row, "latitude_deg": latitude, "longitude_deg": longitude}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        if isinstance(error, ScenarioError):
            raise
        raise ScenarioError(f"{path} cannot be read: {wanted}") from None
