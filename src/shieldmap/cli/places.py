"""Places as a user types them: ``LAT,LON`` in degrees or a name known to a scenario."""

import difflib
import re
import unicodedata
from typing import Final

from shieldmap import texts
from shieldmap.scenario import Asset, LaunchPoint, Scenario

_SUGGESTED: Final = 3


class InputError(ValueError):
    """Something a user typed that cannot be used, in one sentence."""


def numbers(text: str, names: tuple[str, ...], option: str) -> list[float]:
    """Comma-separated finite numbers, one for each name.

    Raises
    ------
    InputError : too few or too many, not a number, not finite.
    """
    parts = text.split(",")
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


def place(text: str, option: str, known: Scenario) -> tuple[float, float]:
    """Latitude and longitude in degrees of ``LAT,LON`` or of a place the scenario names."""
    if "," in text:
        latitude, longitude = numbers(text, ("LAT", "LON"), option)
        return degrees(latitude, longitude, option)
    spot = _spot(text, known)
    if spot is not None:
        return spot.latitude_deg, spot.longitude_deg
    near = _near(text, known)
    listed = " or ".join(", ".join(near).rsplit(", ", 1))
    hint = f"did you mean {listed}?" if near else f"such as {known.launch_points[0].id}"
    raise InputError(
        f"{option} is '{text}': expected LAT,LON in degrees or a place that scenario "
        f"'{known.name}' names{'; ' if near else ', '}{hint}"
    )


def place_name(text: str, known: Scenario) -> str | None:
    """The name of a place that the scenario names, nothing for ``LAT,LON``."""
    spot = _spot(text, known)
    return None if spot is None else spot.name


def _spot(text: str, known: Scenario) -> LaunchPoint | Asset | None:
    """The place of this id, name or Korean name, else the only one that begins with the words."""
    wanted = _plain(text)
    spots: list[LaunchPoint | Asset] = [*known.launch_points, *known.assets]
    for spot in spots:
        if wanted and wanted in _names(spot):
            return spot
    begun = [
        s for s in spots if wanted and any(f"{n} ".startswith(f"{wanted} ") for n in _names(s))
    ]
    return begun[0] if len(begun) == 1 else None


def _names(spot: LaunchPoint | Asset) -> list[str]:
    names = (spot.id, spot.name, getattr(spot, "name_ko", ""))
    return [_plain(name) for name in names if name]


def _plain(name: str) -> str:
    """A name without case, hyphens and the ways of writing a Korean syllable."""
    return " ".join(re.sub(r"[-_·]", " ", unicodedata.normalize("NFC", name)).casefold().split())


def _near(text: str, known: Scenario) -> list[str]:
    """Ids of places whose names hold the text or are spelt much like it."""
    wanted = _plain(text)
    spots: list[LaunchPoint | Asset] = [*known.launch_points, *known.assets]
    by_name = {name: spot.id for spot in spots for name in _names(spot)}
    close = [name for name in by_name if wanted and wanted in name]
    close += difflib.get_close_matches(wanted, by_name, n=_SUGGESTED)
    return list(dict.fromkeys(by_name[name] for name in close))[:_SUGGESTED]
