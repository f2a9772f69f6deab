"""What is done for requests, as bytes of JSON: jobs of a worker process, and what is looked up."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from shieldmap import plain
from shieldmap.answers import page
from shieldmap.answers.page import Advance, Session, State

Job = Callable[[Session, Advance, Mapping[str, Any]], bytes]

_COLUMNS: Final = ("status", "defended", "shots", "margin_s", "reason", "probability")


def _json(content: Any) -> bytes:
    # A lone surrogate in a name that somebody sent cannot be written: it becomes a question mark.
    return json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")


def _state(given: Mapping[str, Any]) -> State:
    return page.from_mapping(given["state"])


def _area(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    answer = session.area(_state(given), sampled=given["colour"] == "probability", advance=advance)
    advance("writing the answer", answer["cells"], answer["cells"])
    # Whole numbers already: walking through 39,000 of each would take longer than they did.
    columns = {name: answer.pop(name) for name in _COLUMNS}
    return _json(plain.values(answer) | columns)


def _why(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    return _json(plain.values(page.why(session, _state(given), *_place(given))))


def _place(given: Mapping[str, Any]) -> tuple[float, float]:
    return given["latitude_deg"], given["longitude_deg"]


def _defended(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    answer = page.defended(session, _state(given), *_place(given), given["name"], given["name_ko"])
    return _json(plain.values(answer))


def _coverage(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    return _json(plain.values(page.coverage(session, _state(given))))


def _tracks(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    return _json(plain.values(page.tracks(session, _state(given))))


def _engagement(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    return _json(page.engagement(session, _state(given), *_place(given), given["epoch"]))


def _raid(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    fought = page.raid(session, _state(given), given["trials"], advance, given["epoch"])
    return _json(plain.values(fought))


def _export(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    made = page.file(session, _state(given), given["kind"], advance, given["epoch"])
    return made.content.encode("utf-8", "replace")


def _places(given: Mapping[str, Any]) -> bytes:
    scenario = page.base_of(page.from_mapping({"scenario": given["scenario"]}))
    return _json(page.cells(scenario.grid.country, given["spacing_km"]))


def _towns(given: Mapping[str, Any]) -> bytes:
    return _json(page.find(page.from_mapping({"scenario": given["scenario"]}), given["query"]))


def _scenario(given: Mapping[str, Any]) -> bytes:
    return _json(page.described(given["name"]))


JOBS: Final[dict[str, Job]] = {
    "area": _area,
    "why": _why,
    "defended": _defended,
    "coverage": _coverage,
    "tracks": _tracks,
    "engagement": _engagement,
    "raid": _raid,
    "export": _export,
}
"""Everything that a worker can be asked for."""

LOOK_UPS: Final[dict[str, Callable[[Mapping[str, Any]], bytes]]] = {
    "scenario": _scenario,
    "places": _places,
    "towns": _towns,
}
"""What is only looked up: no kernel runs, so no worker is needed."""
