"""What a study says of a place or a number that a reader set by hand: nobody stands behind it but the reader.

A battery that was moved has no longer the name of its old place, and neither it nor a radar the
confidence of what was published. The study's sources stay beside the reader's own, because they stand
behind the numbers that were not set; the note says which were.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from shieldmap import formats, terms, words
from shieldmap.scenario import OwnSource, Scenario

KEY: Final = "set-by-hand"
"""The source of what a reader set."""

_BATTERY: Final = ("launchers", "interceptors_per_launcher")
_RADAR: Final = {str(term.key): term for term in terms.controls() if term.group == "view"}


def sources_of(base: Scenario) -> tuple[OwnSource, ...]:
    """The study's own sources and the reader's."""
    title, author = words.english("said_by_hand_source"), words.english("said_by_hand_author")
    others = [source for source in base.sources if source.key != KEY]
    return (*others, OwnSource(key=KEY, title=title, author=author))


def provenance(given: Mapping[str, Any], base: Scenario) -> list[tuple[str, str]]:
    """Name, source, confidence and note of battery and radar as far as a reader set them, by dotted path.

    Parameters
    ----------
    given : what was set, by the fields of a state.
    """
    return [*_owned("battery", given, base), *_owned("radar", given, base)]


def _owned(what: str, given: Mapping[str, Any], base: Scenario) -> Iterator[tuple[str, str]]:
    names = list(_what_was_set(what, given, base))
    if not names:
        return
    own = getattr(base.defence, what)
    if what == "battery" and what in given:
        where = formats.position(*given[what]).replace(formats.NB, " ")
        yield "defence.battery.name", words.english("said_by_hand_at", where=where)
    yield f"defence.{what}.source", ", ".join(dict.fromkeys([KEY, *own.source.split(", ")]))
    yield f"defence.{what}.confidence", "low"
    yield f"defence.{what}.note", _note_of(names)


def _note_of(names: list[str]) -> str:
    with words.using("en"):
        return words.t("said_by_hand_note", what=formats.listed(names))


def _what_was_set(what: str, given: Mapping[str, Any], base: Scenario) -> Iterator[str]:
    """What was set of a battery or a radar, in English words."""
    own = getattr(base.defence, what)
    if what in given:
        yield words.english("said_by_hand_place")
    if what == "battery":
        yield from (words.english(f"state_{key}").lower() for key in _BATTERY if key in given)
        return
    # The study's own number is not set by hand, whoever typed it.
    for key, term in _RADAR.items():
        # A direction has a range that it loses even where the number stays.
        same = None if term.name == "boresight" else getattr(own, key)
        if given.get(key) not in (None, same):
            yield term.long.en.lower()
