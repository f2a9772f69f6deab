"""Places as a user types them: ``LAT,LON`` in degrees or a name known to a scenario.

A name means the launch point or asset of this id or name, or else the town of the scenario's country.
A label or an id means one place, and the answer says which others bear its name; a name that several
places bear is refused, with what to type instead.
"""

import difflib
import re
import unicodedata
from typing import Final, NamedTuple

from shieldmap import geodata, naming, texts
from shieldmap.answers import lookup
from shieldmap.scenario import Asset, LaunchPoint, Scenario

_SUGGESTED: Final = 3


class InputError(ValueError):
    """Something a user typed that cannot be used, in one sentence."""


Spot = str | tuple[float, float]
"""A place as a user gives it: a name, ``LAT,LON`` in degrees, or both numbers."""


def numbers(text: str | tuple[float, ...], names: tuple[str, ...], option: str) -> list[float]:
    """Comma-separated finite numbers, or a tuple of them, one for each name.

    Raises
    ------
    InputError : too few or too many, not a number, not finite.
    """
    parts = text.split(",") if isinstance(text, str) else [str(number) for number in text]
    form = ",".join(names)
    if len(parts) != len(names):
        raise InputError(f"{option} is '{text}': expected {form}")
    out = []
    for name, part in zip(names, parts, strict=True):
        try:
            out.append(texts.number(part))
        except ValueError:
            raise InputError(f"{option} is '{text}': {name} is not a finite number") from None
    return out


def degrees(latitude: float, longitude: float, option: str) -> tuple[float, float]:
    """Check a latitude and a longitude in degrees; longitudes return as -180 to 180."""
    if not -90.0 <= latitude <= 90.0:
        raise InputError(f"{option}: latitude is {latitude:g}: expected -90 to 90 degrees")
    if not -180.0 <= longitude <= 360.0:
        raise InputError(f"{option}: longitude is {longitude:g}: expected -180 to 360 degrees")
    return latitude, longitude - 360.0 if longitude > 180.0 else longitude


class PlaceFound(NamedTuple):
    """A place in degrees; ``name`` is empty for coordinates, ``others`` are labels of namesakes.

    ``id`` is that of a launch point or asset of the scenario, empty for others.
    """

    latitude_deg: float
    longitude_deg: float
    name: str
    others: tuple[str, ...] = ()
    id: str = ""


def find(text: Spot, option: str, known: Scenario) -> PlaceFound:
    """The place that is meant: ``LAT,LON``, a place of the scenario, or a town of its country.

    Raises
    ------
    InputError : no place, or several of one name; the sentence says what to type.
    """
    if not isinstance(text, str):
        return _coordinates(text, option)
    spots = _spots(text, known)
    if len(spots) > 1:
        ids = " or ".join(spot.id for spot in spots)
        raise InputError(
            f"{option} is '{text}': {len(spots)} places of scenario '{known.name}' have that name: "
            f"expected {ids}"
        )
    if spots:
        spot = spots[0]
        name = _label(spot, known)
        others = _others(name, known)
        return PlaceFound(spot.latitude_deg, spot.longitude_deg, name, others, spot.id)
    if "," in text:
        return _coordinates(text, option)
    town = _town(text, option, known)
    if town is not None:
        return town
    near = _near_names(text, known)
    listed = " or ".join(", ".join(near).rsplit(", ", 1))
    ground = f" in {geodata.ground_name(known.ground)}" if known.ground.countries else ""
    hint = f"did you mean {listed}?" if near else f"such as {known.launch_points[0].id}"
    raise InputError(
        f"{option} is '{text}': expected LAT,LON in degrees, a place that scenario "
        f"'{known.name}' names or a town{ground}{'; ' if near else ', '}{hint}"
    )


def _coordinates(text: Spot, option: str) -> PlaceFound:
    latitude, longitude = numbers(text, ("LAT", "LON"), option)
    return PlaceFound(*degrees(latitude, longitude, option), "")


def place(text: Spot, option: str, known: Scenario) -> tuple[float, float]:
    """Latitude and longitude in degrees of a place, as :func:`find` understands it."""
    found = find(text, option, known)
    return found.latitude_deg, found.longitude_deg


def _town(text: str, option: str, known: Scenario) -> PlaceFound | None:
    """The town that bears a name, with or without its ending."""
    found = lookup.towns_named(known, text, whole=True)
    if len(found) > 1:
        raise InputError(f"{option} is '{text}': that can be {lookup.choices(found, text)}")
    if not found:
        return None
    town = found[0]
    return PlaceFound(town.latitude_deg, town.longitude_deg, town.name, _others(town.name, known))


def _label(spot: LaunchPoint | Asset, known: Scenario) -> str:
    """The name of a place, told apart where two assets share it."""
    labels = naming.asset_labels(known)[0]
    ids = [asset.id for asset in known.assets]
    is_asset = isinstance(spot, Asset)
    return labels[ids.index(spot.id)] if is_asset else spot.name


def _others(name: str, known: Scenario) -> tuple[str, ...]:
    """The labels of the other places that bear a name."""
    return tuple(spot.name for spot in lookup.namesakes(known, name))


def _spots(text: str, known: Scenario) -> list[LaunchPoint | Asset]:
    """The places of this id, else of this name or Korean name, else the one that begins so."""
    wanted = _plain(text)
    spots: list[LaunchPoint | Asset] = [*known.launch_points, *known.assets]
    if not wanted:
        return []
    by_id = [spot for spot in spots if _plain(spot.id) == wanted]
    if by_id:
        return by_id[:1]
    named = [spot for spot in spots if wanted in _names_of(spot)]
    if named:
        return named
    begun = [s for s in spots if any(f"{n} ".startswith(f"{wanted} ") for n in _names_of(s))]
    return begun if len(begun) == 1 else []


def _names_of(spot: LaunchPoint | Asset) -> list[str]:
    names = (spot.id, spot.name, getattr(spot, "name_ko", ""))
    return [_plain(name) for name in names if name]


def _plain(name: str) -> str:
    """A name without case, hyphens and the ways of writing a Korean syllable."""
    return " ".join(re.sub(r"[-_·]", " ", unicodedata.normalize("NFC", name)).casefold().split())


def _near_names(text: str, known: Scenario) -> list[str]:
    """Ids of places whose names hold the text or are spelt much like it."""
    wanted = _plain(text)
    spots: list[LaunchPoint | Asset] = [*known.launch_points, *known.assets]
    by_name = {name: spot.id for spot in spots for name in _names_of(spot)}
    close = [name for name in by_name if wanted and wanted in name]
    close += difflib.get_close_matches(wanted, by_name, n=_SUGGESTED)
    return list(dict.fromkeys(by_name[name] for name in close))[:_SUGGESTED]
