"""Places as a user types them: ``LAT,LON`` in degrees or a name known to a scenario."""

import math

from shieldmap.scenario import Asset, LaunchPoint, Scenario


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
            value = float(part)
        except ValueError:
            raise InputError(f"{option} is '{text}': {name} is not a number") from None
        if not math.isfinite(value):
            raise InputError(f"{option} is '{text}': {name} must be finite")
        out.append(value)
    return out


def degrees(latitude: float, longitude: float, option: str) -> tuple[float, float]:
    """Check a latitude and a longitude in degrees."""
    if not -90.0 <= latitude <= 90.0:
        raise InputError(f"{option}: latitude is {latitude:g}: expected -90 to 90 degrees")
    if not -180.0 <= longitude <= 360.0:
        raise InputError(f"{option}: longitude is {longitude:g}: expected -180 to 360 degrees")
    return latitude, longitude


def place(text: str, option: str, known: Scenario) -> tuple[float, float]:
    """Latitude and longitude in degrees of ``LAT,LON`` or of a place the scenario names."""
    if "," in text:
        latitude, longitude = numbers(text, ("LAT", "LON"), option)
        return degrees(latitude, longitude, option)
    wanted = text.strip().casefold()
    spots: list[LaunchPoint | Asset] = [*known.launch_points, *known.assets]
    for spot in spots:
        names = {spot.id.casefold(), spot.name.casefold()}
        names.add(getattr(spot, "name_ko", "").casefold())
        if wanted and wanted in names:
            return spot.latitude_deg, spot.longitude_deg
    raise InputError(
        f"{option} is '{text}': expected LAT,LON in degrees or a place that scenario "
        f"'{known.name}' names, such as {known.launch_points[0].id}"
    )
