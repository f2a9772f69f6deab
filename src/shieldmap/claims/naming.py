"""What a quantity is asked for, in the words of a reader: threats, places, cross sections, both languages."""

from collections.abc import Callable, Iterable
from typing import Final

from shieldmap import formats, terms, words
from shieldmap.claims.quantities import Asked, Evidence, from_one
from shieldmap.results import ThreatSummary
from shieldmap.results.quoted import Said
from shieldmap.words import t

BETWEEN: Final = ": "
"""Between the names of what a point is of: ``Camp Carroll: Hwasong-6``."""


def names_told(evidence: Evidence, asked: Asked, names: Iterable[str]) -> Said:
    """The values of some names, one behind the other; empty of none."""
    chosen = list(names)

    def in_language() -> str:
        return BETWEEN.join(_NAMES[name](evidence, asked[name]) for name in chosen)

    return both(in_language)


def both(say: Callable[[], str]) -> Said:
    """A text in both languages."""
    with words.using("en"):
        english = say()
    with words.using("ko"):
        return Said(en=english, ko=say())


def _threat_of(evidence: Evidence, value: str | float) -> str:
    """The threat of this id; of one that is asked for by launch points any of its parts."""
    rows = evidence.defence.threats
    parts = from_one(str(value), "")
    row = next(one for one in rows if one.id == value or one.id.startswith(parts))
    return _threat_name(row)


def _launch_point_name(evidence: Evidence, value: str | float) -> str:
    point = next(one for one in evidence.defence.launch_points if one.id == value)
    return t("claims_from", place=words.name_of(point.name, point.name_ko).split(",")[0])


def _threat_name(threat: ThreatSummary) -> str:
    """``Hwasong-7``, or ``Hwasong-7, lofted to 250 km``."""
    name = words.name_of(threat.name, threat.name_ko).split(" (")[0]
    if threat.class_ == "minimum-energy":
        return name
    path = words.of(terms.CLASSES[threat.class_].short)
    if threat.apogee_m is None:
        return t("claims_flown", name=name, path=path)
    return t("claims_flown_to", name=name, path=path, apogee=formats.km(threat.apogee_m))


def _spot_name(evidence: Evidence, value: str | float) -> str:
    spots = [*evidence.defence.assets, *evidence.defence.towns]
    spot = next(one for one in spots if one.id == value)
    return words.name_of(spot.name, spot.name_ko)


def _compared_name(evidence: Evidence, value: str | float) -> str:
    missile = next(one for one in evidence.defence.compared if one.id == value)
    return words.name_of(missile.name, missile.name_ko).split(" (")[0]


def _country_name(_evidence: Evidence, value: str | float) -> str:
    return t(f"country_{value}")


def _system_name(evidence: Evidence, value: str | float) -> str:
    known = evidence.catalogue.entries
    return known[str(value)].name.split(" (")[0] if value in known else str(value)


def _section_name(_evidence: Evidence, value: str | float) -> str:
    return f"{formats.short(float(value))} m²"


def _altitude(_evidence: Evidence, value: str | float) -> str:
    return t("claims_at_altitude", altitude=formats.km(1e3 * float(value)))


def _raid_name(_evidence: Evidence, value: str | float) -> str:
    return t("claims_raid_of", n=int(value))


_NAMES: Final[dict[str, Callable[[Evidence, str | float], str]]] = {
    "threat": _threat_of,
    "launch_point": _launch_point_name,
    "place": _spot_name,
    "missile": _compared_name,
    "country": _country_name,
    "system": _system_name,
    "cross_section_m2": _section_name,
    "altitude_km": _altitude,
    "missiles": _raid_name,
}
