"""What is done for requests, as bytes of JSON: jobs of a worker process, and what is looked up."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from shieldmap import live, plain
from shieldmap.live import Advance, Desk, State

Job = Callable[[Desk, Advance, Mapping[str, Any]], bytes]

_COLUMNS: Final = ("status", "defended", "shots", "margin_s", "reason", "probability")


def _json(content: Any) -> bytes:
    # A lone surrogate in a name that somebody sent cannot be written: it becomes a question mark.
    return json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")


def _state(given: Mapping[str, Any]) -> State:
    return live.from_mapping(given["state"])


def _area(desk: Desk, advance: Advance, given: Mapping[str, Any]) -> bytes:
    answer = desk.area(_state(given), sampled=given["colour"] == "probability", advance=advance)
    advance("writing the answer", answer["cells"], answer["cells"])
    # Whole numbers already: walking through 39,000 of each would take longer than they did.
    columns = {name: answer.pop(name) for name in _COLUMNS}
    return _json(plain.values(answer) | columns)


def _why(desk: Desk, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    return _json(plain.values(live.why(desk, _state(given), *_place(given))))


def _place(given: Mapping[str, Any]) -> tuple[float, float]:
    return given["latitude_deg"], given["longitude_deg"]


def _defended(desk: Desk, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    answer = live.defended(desk, _state(given), *_place(given), given["name"], given["name_ko"])
    return _json(plain.values(answer))


def _coverage(desk: Desk, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    return _json(plain.values(live.coverage(desk, _state(given))))


def _tracks(desk: Desk, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    return _json(plain.values(live.tracks(desk, _state(given))))


def _engagement(desk: Desk, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    return _json(live.engagement(desk, _state(given), *_place(given), given["epoch"]))


def _raid(desk: Desk, advance: Advance, given: Mapping[str, Any]) -> bytes:
    fought = live.raid(desk, _state(given), given["trials"], advance, given["epoch"])
    return _json(plain.values(fought))


def _export(desk: Desk, advance: Advance, given: Mapping[str, Any]) -> bytes:
    made = live.file(desk, _state(given), given["kind"], advance, given["epoch"])
    return made.content.encode("utf-8", "replace")


def _places(given: Mapping[str, Any]) -> bytes:
    scenario = live.base_of(live.from_mapping({"scenario": given["scenario"]}))
    return _json(live.cells(scenario.grid.country, given["spacing_km"]))


def _towns(given: Mapping[str, Any]) -> bytes:
    return _json(live.find(live.from_mapping({"scenario": given["scenario"]}), given["query"]))


def _scenario(given: Mapping[str, Any]) -> bytes:
    return _json(live.described(given["name"]))


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
