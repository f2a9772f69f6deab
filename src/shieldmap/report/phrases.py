"""Names as a reader of the report meets them: of threats, of places, of counts."""

import re
from typing import Final, Protocol

from shieldmap import formats, terms, words
from shieldmap.archive import Run
from shieldmap.results import (
    Count,
    FailedConstraint,
    FootprintSummary,
    ThreatSummary,
)
from shieldmap.words import t


class Named(Protocol):
    """A thing of a run that has a name; some have a Korean one as ``name_ko``."""

    @property
    def name(self) -> str:
        """The name in English."""


def name(thing: Named) -> str:
    """The name of a thing of the run in the reader's language."""
    return words.translated(words.name_of(thing.name, getattr(thing, "name_ko", None)))


def named(thing: Named) -> dict[str, str]:
    """The name, and for readers of English the Korean one beside it."""
    beside = "" if words.language() == "ko" else getattr(thing, "name_ko", "")
    return {"name": name(thing), "name_ko": beside}


def doctrine(code: str) -> str:
    """A doctrine by its code, as scenario files spell it, or by its Korean name."""
    return words.name_of(code, terms.DOCTRINES[code].short.ko)


def class_text(threat: ThreatSummary) -> str:
    """The trajectory class without its apogee."""
    known = terms.CLASSES.get(threat.class_)
    return words.of(known.short) if known else threat.class_


def threat_class(threat: ThreatSummary) -> str:
    """How the missile is flown: minimum energy, lofted to 250 km, lofted at full burn."""
    flown = class_text(threat)
    if threat.apogee_m is not None:
        return t("report_class_to", path=flown, apogee=formats.km(threat.apogee_m))
    if threat.class_ == "minimum-energy":
        return flown
    return t("report_class_full", path=flown)


def threat_mark(threat: ThreatSummary, summary: FootprintSummary) -> str:
    """What tells a threat from others of the same missile and class: where it starts, or its id.

    Nothing where no other threat of the run has the same name.
    """
    own = threat.missile, threat_class(threat)
    twins = [one for one in summary.threats if (one.missile, threat_class(one)) == own]
    if len(twins) == 1:
        return ""
    starts = [[row.launch_point for row in twin.by_launch_point] for twin in twins]
    every = [start for points in starts for start in points]
    if len(set(every)) < len(every):
        return shortened(threat.id)
    points = starts[[twin.id for twin in twins].index(threat.id)]
    if len(points) > _NAMED_STARTS:
        return t("report_from_count", n=len(points))
    names = {point.id: place_short(name(point)) for point in summary.launch_points}
    return t("report_from", places=formats.listed([names.get(point, point) for point in points]))


_NAMED_STARTS: Final = 2
_LONGEST_MARK: Final = 30


def shortened(text: str) -> str:
    """A long id for a figure: its end, where ids differ."""
    return text if len(text) <= _LONGEST_MARK else "…" + text[1 - _LONGEST_MARK :]


def place_short(name: str) -> str:
    """``Tonghae (Musudan-ri)`` -> ``Tonghae``: a name with room for little."""
    return re.split(r" ?\(|,", name, maxsplit=1)[0]


def battery(run: Run) -> str:
    """``THAAD (Seongju)``: the battery under study by its system and place."""
    defence = run.footprint.defence
    entry = run.catalogue.entries.get(defence.system)
    place = words.inline(place_short(words.translated(defence.battery)))
    system = place_short(entry.name) if entry else defence.system
    return t("report_battery_at", system=system, place=place)


def threat_flown(threat: ThreatSummary, summary: FootprintSummary) -> str:
    """How the missile is flown, and what tells it from a twin in the same run."""
    mark = threat_mark(threat, summary)
    return threat_class(threat) + (f", {mark}" if mark else "")


def threat_name(threat: ThreatSummary, summary: FootprintSummary) -> str:
    """The missile and how it is flown, in full; no two threats of a run have the same name."""
    return f"{name(threat)}, {threat_flown(threat, summary)}"


def threat_short(threat: ThreatSummary, summary: FootprintSummary) -> str:
    """The missile and how it is flown, for an axis: the other names of the missile are left out."""
    parts = [name(threat).split(" (")[0]]
    if threat.class_ != "minimum-energy":
        apogee = "" if threat.apogee_m is None else f" {formats.km(threat.apogee_m)}"
        parts.append(class_text(threat) + apogee)
    mark = threat_mark(threat, summary)
    return ", ".join([*parts, mark] if mark else parts)


def counted(count: Count, noun: str) -> str:
    """``1 launcher``, ``6 launchers``, ``2 launchers (0 to 6)``; ``launchers`` or ``interceptors``."""
    value, low, high = count.value, count.low, count.high
    if low == value == high:
        return t(f"report_{noun}", n=value)
    return t(f"report_{noun}_between", n=value, low=low, high=high)


def reason(code: str) -> str:
    """Why a place is not defended, by the code of the reason."""
    return words.of(terms.REASONS[code].long)


def failed(part: FailedConstraint) -> str:
    """A failed constraint with its margin."""
    text = reason(part.constraint)
    if part.margin is None:
        return text
    return f"{text} ({formats.margin(part.margin, part.unit)})"


def keys(source: str | None) -> list[str]:
    """The bibliography keys in a source field, without page numbers."""
    return [part.split("#")[0].strip() for part in (source or "").split(",") if part.strip()]
