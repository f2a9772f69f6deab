"""``new``: commented files to start a study or a catalogue entry of one's own from."""

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from string import Template
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import catalog, earth, geodata
from shieldmap.answers.places import InputError, degrees, numbers
from shieldmap.answers.reconstruction import ReconstructionRequest, fit
from shieldmap.footprint import Progress
from shieldmap.results import Reading
from shieldmap.scenario import PLACEHOLDER, STUDY_FILE

FOLDERS: Final = {"missile": "missiles", "defence": "defences", "radar": "radars"}
"""The kinds of entries and their folders beside a study."""

LIKE: Final = {"missile": "hwasong-7", "defence": "thaad", "radar": "an-tpy-2"}
"""The entries that new ones start from where none is named."""

_TEMPLATE: Final = Path(__file__).parents[1] / "data" / "skeletons" / "study.toml"
_AWAY_M: Final = 600e3
_WIDE_DEG: Final = 15.0


class NewFile(NamedTuple):
    """A file to write: its path below the folder asked for, and its text."""

    path: Path
    text: str


class Flown(NamedTuple):
    """A published flight that a new missile is fitted to; numbers in km and degrees as typed."""

    range_km: float
    apogee_km: float
    from_: str
    azimuth_deg: float


def entry_file(
    kind: str,
    entry_id: str,
    *,
    name: str | None = None,
    like: str | None = None,
    flown: Flown | None = None,
    progress: Progress | None = None,
) -> NewFile:
    """A file for a missile, a defence or a radar, in which every number of ``like`` is a comment.

    Parameters
    ----------
    kind : missile, defence or radar.
    entry_id, name : its id, and what readers see; the id where no name is given.
    like : the entry to start from.
    flown : the published flight of a missile of which nothing else is known: its payload is fitted to
        it with the stages of ``like``, and stands as an estimate.

    Raises
    ------
    InputError : an id that cannot be one, or a flight that no payload reproduces.
    CatalogError : no entry of the name ``like``, or one of another kind.
    """
    _check_id(entry_id)
    base = _read(kind, LIKE[kind] if like is None else like)
    given = {} if flown is None else _fitted(entry_id, base.id, flown, progress)
    text = catalog.skeleton(base, entry_id, name or entry_id, given)
    return NewFile(Path("catalogue") / FOLDERS[kind] / f"{entry_id}.toml", text)


def _read(kind: str, name: str) -> catalog.Entry:
    if kind == "missile":
        return catalog.missile(name)
    return catalog.defence(name) if kind == "defence" else catalog.radar(name)


def _check_id(given: str) -> None:
    if not re.fullmatch(catalog.OWN_ID, given):
        raise InputError(
            f"NAME is '{given}': expected 1 to 64 lower-case letters, digits and hyphens"
        )


def _fitted(entry_id: str, like: str, flown: Flown, progress: Progress | None) -> Mapping[str, Any]:
    """The payload that reproduces a flight with the stages of another missile, and the flight itself."""
    asked = ReconstructionRequest(
        like, (flown.range_km, flown.apogee_km), flown.from_, azimuth_deg=flown.azimuth_deg
    )
    try:
        found = next(one for one in fit(asked, progress).readings if one.free == "payload")
    except InputError as error:
        raise InputError(f"{error}: take another missile to start from with --like") from None
    if not isinstance(found, Reading):
        raise InputError(f"{found.sentence}: take another missile to start from with --like")
    source = f"{entry_id}-flight"
    payload = {
        **{end: round(getattr(found.payload_kg, end)) for end in ("value", "low", "high")},
        "unit": "kg",
        "basis": "estimate",
        "source": "shieldmap-estimate",
        "note": f"Fitted by reconstruct to the published flight below, with the stages of {like}, from "
        f"{flown.from_} towards {flown.azimuth_deg:g} degrees; the ends are those of its uncertain numbers.",
    }
    published = {
        name: {"value": value, "unit": "km", "basis": "published", "source": source}
        for name, value in (("range", flown.range_km), ("apogee", flown.apogee_km))
    }
    return {
        "payload": {"mass": payload},
        "published": published,
        "sources": [{"key": source, "title": PLACEHOLDER}],
    }


def study_file(
    name: str,
    folder: str,
    *,
    country: str = "KOR",
    at: str | None = None,
    from_: str | None = None,
    like: Mapping[str, str] | None = None,
) -> NewFile:
    """A study that runs as it stands, with a comment at every line that a reader may change.

    Parameters
    ----------
    folder : what the comments call its folder.
    country : ISO 3166 alpha-3 code of the grid.
    at, from_ : ``LAT,LON`` of the battery, and of the launch point; the largest town of the country, and
        600 km north of it, where they are not given.
    like : the ids of the systems by kind, those of :data:`LIKE` where they are not given.

    Raises
    ------
    InputError : a name that cannot be one, no such country, or a place that is none.
    """
    _check_id(name)
    if country not in geodata.countries():
        raise InputError(
            f"--country is '{country}': expected an ISO code of the map pack such as KOR"
        )
    place, here = _battery(country, at)
    systems = {**LIKE, **(like or {})}
    missile = catalog.missile(systems["missile"])
    if not missile.is_flown:
        raise InputError(f"--missile is '{missile.id}', which is not flown: expected one that is")
    text = Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        **_places(here, _launch(here, from_)),
        **systems,
        name=name,
        folder=folder,
        place=place,
        country=country,
        ground=geodata.countries()[country],
        # Some two thousand cells: a first run takes a minute.
        spacing=_spacing_km(geodata.land_area_m2(country) / 2000.0),
        date=datetime.now(tz=UTC).date().isoformat(),
        trajectory=_trajectory(missile),
    )
    return NewFile(Path(STUDY_FILE), text)


def _trajectory(missile: catalog.MissileEntry) -> str:
    """What stands behind ``class =`` in the template: a class that the missile can fly."""
    if missile.apogees_flown_km is not None:
        assert missile.published.apogee is not None
        return f'"depressed"\napogee_km = {missile.published.apogee.si / 1e3:g}  # a published one'
    stops = missile.thrust_termination or missile.energy_management
    return '"minimum-energy"' if stops else '"depressed"'


def _spacing_km(cell_m2: float) -> str:
    return f"{min(100.0, max(1.0, round(math.sqrt(cell_m2) / 1e3))):g}"


def _places(here: tuple[float, float], there: tuple[float, float]) -> dict[str, str | int]:
    """Where the battery and the launch point lie, and where the radar looks, as the template names them."""
    _, azimuth, _ = earth.geodesic_inverse(*np.radians([*here, *there]))
    bearing = round(math.degrees(float(azimuth)) % 360.0)
    height = float(geodata.relief_m(np.array([here[0]]), np.array([here[1]]))[0])
    return {
        "latitude": f"{here[0]:.3f}",
        "longitude": f"{here[1]:.3f}",
        "altitude": f"{max(0.0, height) if math.isfinite(height) else 0.0:.0f}",
        "boresight": bearing,
        "west": round(bearing - _WIDE_DEG) % 360,
        "east": round(bearing + _WIDE_DEG) % 360,
        "from_latitude": f"{there[0]:.3f}",
        "from_longitude": f"{there[1]:.3f}",
        "west_deg": f"{here[1] - 1.0:.1f}",
        "south_deg": f"{here[0] - 1.0:.1f}",
        "east_deg": f"{here[1] + 1.0:.1f}",
        "north_deg": f"{here[0] + 1.0:.1f}",
    }


def _battery(country: str, at: str | None) -> tuple[str, tuple[float, float]]:
    if at is not None:
        return "The battery", _place(at, "--at")
    if not geodata.town_populations(country).size:
        raise InputError(
            f"--at is missing: the map pack has no town of {country} to put a battery at"
        )
    towns = geodata.towns(country)
    return str(towns.name[0]), (float(towns.latitude_deg[0]), float(towns.longitude_deg[0]))


def _launch(here: tuple[float, float], from_: str | None) -> tuple[float, float]:
    if from_ is not None:
        return _place(from_, "--from")
    towards = 0.0 if here[0] < 60.0 else math.pi
    at = np.radians(here)
    latitude, longitude = earth.geodesic_direct(
        at[:1], at[1:], np.array([towards]), np.array([_AWAY_M])
    )
    return math.degrees(latitude[0]), math.degrees(longitude[0])


def _place(text: str, option: str) -> tuple[float, float]:
    latitude, longitude = numbers(text, ("LAT", "LON"), option)
    return degrees(latitude, longitude, option)
