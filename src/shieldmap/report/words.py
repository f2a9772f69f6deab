"""Numbers and names as a reader meets them: rounded, with units, in the same words everywhere."""

import re
from typing import Any, Final

from shieldmap import units

NONE: Final = "–"
MINUS: Final = "−"
NB: Final = "\u00a0"
"""The space between a number and its unit, at which no line may break."""

CLASS_TEXT: Final = {
    "minimum-energy": "minimum energy",
    "lofted": "lofted",
    "depressed": "depressed",
}

DOCTRINES: Final = ("single", "salvo-2", "shoot-look-shoot")

DOCTRINE_TEXT: Final = {
    "single": "one interceptor at each missile",
    "salvo-2": "two interceptors at each missile, one shortly after the other",
    "shoot-look-shoot": "one interceptor, a look at the result, then time for a second",
}

CHAIN_TEXT: Final = {
    "parts": "The time before a launch is made of its parts: early warning, search, track, reaction.",
    "published": "The time before a launch is the published one and replaces its parts.",
}

REASON_SHORT: Final = {
    "never-visible": "not seen",
    "left-field-of-regard": "leaves radar view",
    "detected-too-late": "seen late",
    "track-too-poor": "track too poor",
    "above-ceiling": "above ceiling",
    "below-floor": "below floor",
    "out-of-reach": "out of reach",
    "arrives-before-interceptor": "passes too early",
    "target-too-fast": "too fast",
    "no-inventory": "none left",
    "second-shot-late": "no time for 2nd shot",
}

BINDS_TEXT: Final = {
    "published": "the interceptor as modelled could fly there, and only the published envelope "
    "excludes it",
    "kinematic": "the published envelope allows an intercept, and the interceptor as modelled does "
    "not get there in time",
    "both": "neither the published envelope nor the interceptor's modelled flight allows an intercept",
}

ASSUMPTION_TEXT: Final = {
    "floor": "Lowest altitude of an intercept (floor)",
    "ceiling": "Highest altitude of an intercept (ceiling)",
    "reach": "Reach: slant range from launcher to intercept",
    "target_speed_max": "Fastest target",
    "warning": "Launch of the missile to early-warning cue",
    "track": "Detection to firm track",
    "firm_looks": "Looks before a track may be firm",
    "firm_gate": "Firm track: position known within (one sigma)",
    "commit_gate": "Commitment: point of intercept known within (one sigma)",
    "track_update": "Time between two looks at a track",
    "angle_bias": "Radar's constant error of angle (one sigma)",
    "range_bias": "Radar's constant error of range (one sigma)",
    "beam_width": "Radar's beam width",
    "cue_radius": "Directions that a cue leaves: radius",
    "reaction": "Reaction: firm track to interceptor launch",
    "chain": "Whole chain to interceptor launch, as published",
    "assessment": "Look at the result of the first shot",
    "salvo_spacing": "Between two shots at one target",
    "burnout_speed": "Interceptor's speed at burnout",
    "coast_ballistic_coefficient": "Interceptor's ballistic coefficient in coast",
    "reference_range": "Radar's reference range",
    "search_share_of_time": "Share of radar time for search",
    "search_revisit": "One round of the search fence (held)",
    "snr": "Signal-to-noise ratio needed (power ratio, held)",
    "dwell": "Dwell on a tracked target (held)",
    "boresight": "Radar's boresight, azimuth (varied in the draws only)",
    "sector": "Radar's sector in azimuth",
    "elevation_min": "Radar's least elevation",
}


def signed(text: str) -> str:
    """A true minus sign in place of the hyphen."""
    return text.replace("-", MINUS)


def people(count: float) -> str:
    """Heads as they can be known: 16.8 million, 420,000, 3,400."""
    if count >= 999_500:
        return f"{count / 1e6:.1f}{NB}million"
    if count >= 9_950:
        return f"{round(count, -4 if count >= 99_500 else -3):,.0f}"
    return f"{round(count, -2):,.0f}"


def million(count: float) -> str:
    """Millions with one decimal, and no bare zero for a number that is not zero."""
    if 0.0 < count < 50_000.0:
        return "<0.1"
    return f"{count / 1e6:.1f}"


def percent(share: float | None) -> str:
    """A share in whole percent; "<1 %" for little, "–" where nothing is threatened."""
    if share is None:
        return NONE
    if 0.0 < share < 0.005:
        return f"<1{NB}%"
    return f"{100.0 * share:.0f}{NB}%"


def span(low: str, high: str) -> str:
    """``low–high``, and the unit once."""
    if low == high:
        return low
    unit = re.search(rf"{NB}(%|km|s|million)$", low)
    if unit and high.endswith(unit.group()):
        low = low.removesuffix(unit.group())
    return f"{low}–{high}"


def area(area_m2: float) -> str:
    """Area in square kilometres, three digits."""
    km2 = area_m2 / 1e6
    return f"{float(f'{km2:.3g}'):,.0f}{NB}km²"


def km(length_m: float | None, digits: int = 0) -> str:
    """A length in kilometres."""
    return NONE if length_m is None else signed(f"{length_m / 1e3:,.{digits}f}{NB}km")


def seconds(time_s: float | None) -> str:
    """A time in whole seconds."""
    return NONE if time_s is None else signed(f"{time_s:,.0f}{NB}s")


_SHOWN: Final = {
    "m": ("km", f"{NB}km"),
    "m/s": ("km/s", f"{NB}km/s"),
    "rad": ("deg", "°"),
    "kg/m^2": ("kg/m^2", f"{NB}kg/m²"),
    "1": ("1", ""),
    "count": ("count", ""),
}
"""SI unit -> the unit that people use, and how it is written after a number."""


def _shown(value: float, unit: str) -> tuple[float, str]:
    name, written = _SHOWN.get(unit, (unit, f"{NB}{unit}"))
    return units.from_si(value, name), written


def quantity(value: float | None, unit: str) -> str:
    """An SI value in the unit that people use, three digits where it is below a thousand."""
    if value is None:
        return NONE
    number, name = _shown(value, unit)
    text = f"{number:,.0f}" if abs(number) >= 1000.0 else f"{number:.3g}"
    return signed(text) + name


def margin(value: float | None, unit: str | None) -> str:
    """A margin with its sign: two digits below ten, else whole numbers."""
    if value is None or unit is None:
        return NONE
    number, name = _shown(value, unit)
    text = f"{number:+,.0f}" if abs(number) >= 9.95 or unit == "count" else f"{number:+.1f}"
    return signed(text) + name


def threat_class(threat: dict[str, Any]) -> str:
    """How the missile is flown: minimum energy, lofted to 250 km, lofted at full burn."""
    name = CLASS_TEXT.get(threat["class"], threat["class"])
    if threat["apogee_m"] is not None:
        return f"{name} to {threat['apogee_m'] / 1e3:.0f} km"
    return name if threat["class"] == "minimum-energy" else f"{name}, full burn"


def threat_mark(threat: dict[str, Any], summary: dict[str, Any]) -> str:
    """What tells a threat from others of the same missile and class: where it starts, or its id.

    Nothing where no other threat of the run has the same name.
    """
    own = threat["missile"], threat_class(threat)
    twins = [t for t in summary["threats"] if (t["missile"], threat_class(t)) == own]
    if len(twins) == 1:
        return ""
    starts = [[row["launch_point"] for row in twin["by_launch_point"]] for twin in twins]
    every = [start for points in starts for start in points]
    if len(set(every)) < len(every):
        return shortened(threat["id"])
    points = starts[[twin["id"] for twin in twins].index(threat["id"])]
    if len(points) > _NAMED_STARTS:
        return f"from {len(points)} launch points"
    names = {point["id"]: place_short(point["name"]) for point in summary["launch_points"]}
    return "from " + listed([names.get(point, point) for point in points])


_NAMED_STARTS: Final = 2
_LONGEST_MARK: Final = 30


def shortened(text: str) -> str:
    """A long id for a figure: its end, where ids differ."""
    return text if len(text) <= _LONGEST_MARK else "…" + text[1 - _LONGEST_MARK :]


def place_short(name: str) -> str:
    """``Tonghae (Musudan-ri)`` -> ``Tonghae``: a name with room for little."""
    return name.split(" (", maxsplit=1)[0].split(",", maxsplit=1)[0]


def threat_flown(threat: dict[str, Any], summary: dict[str, Any]) -> str:
    """How the missile is flown, and what tells it from a twin in the same run."""
    mark = threat_mark(threat, summary)
    return threat_class(threat) + (f", {mark}" if mark else "")


def threat_name(threat: dict[str, Any], summary: dict[str, Any]) -> str:
    """The missile and how it is flown, in full; no two threats of a run have the same name."""
    return f"{threat['name']}, {threat_flown(threat, summary)}"


def threat_short(threat: dict[str, Any], summary: dict[str, Any]) -> str:
    """The missile and how it is flown, for an axis: the other names of the missile are left out."""
    parts = [threat["name"].split(" (")[0]]
    if threat["class"] != "minimum-energy":
        apogee = "" if threat["apogee_m"] is None else f" {threat['apogee_m'] / 1e3:.0f} km"
        parts.append(CLASS_TEXT[threat["class"]] + apogee)
    mark = threat_mark(threat, summary)
    return ", ".join([*parts, mark] if mark else parts)


def counted(count: dict[str, Any], noun: str) -> str:
    """``1 launcher``, ``6 launchers``, ``2 launchers (0 to 6)``."""
    value, low, high = count["value"], count["low"], count["high"]
    span_text = "" if low == value == high else f" ({low} to {high})"
    return f"{value} {noun}{'' if value == 1 else 's'}{span_text}"


def failed(part: dict[str, Any]) -> str:
    """A failed constraint with its margin."""
    if part["margin"] is None:
        return str(part["text"])
    return f"{part['text']} ({margin(part['margin'], part['unit'])})"


def keys(source: str | None) -> list[str]:
    """The bibliography keys in a source field, without page numbers."""
    return [part.split("#")[0].strip() for part in (source or "").split(",") if part.strip()]


def listed(parts: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; ``none`` of nothing."""
    if not parts:
        return "none"
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
