"""What is done for requests, as bytes of JSON: jobs of a worker process, and what is looked up."""

import json
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any, Final

from shieldmap import archive, plain, scenario, words
from shieldmap.answers import page
from shieldmap.answers.page import Advance, Session, State
from shieldmap.results import Record
from shieldmap.web import messages

Job = Callable[[Session, Advance, Mapping[str, Any]], bytes]


def _json(content: Any) -> bytes:
    # A lone surrogate in a name that somebody sent cannot be written: it becomes a question mark.
    return json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")


def _record(answer: Record) -> bytes:
    return _json(plain.values(answer.as_json()))


def _state(given: Mapping[str, Any]) -> State:
    return page.from_mapping(given["state"])


def _answer_area(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    answer = session.area(_state(given), draws=given["draws"], advance=advance)
    advance("writing the answer", answer.sums.cells, answer.sums.cells)
    # Whole numbers already: walking through 39,000 of each would take longer than they did.
    return _json(plain.values(answer.sums.as_json()) | answer.columns._asdict())


def _why(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    return _record(page.why(session, _state(given), *_answer_place(given)))


def _answer_place(given: Mapping[str, Any]) -> tuple[float, float]:
    return given["latitude_deg"], given["longitude_deg"]


def _defended(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    answer = page.defended(
        session, _state(given), *_answer_place(given), given["name"], given["name_ko"]
    )
    return _record(answer)


def _answer_coverage(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    return _record(page.coverage(session, _state(given)))


def _tracks(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    flights = page.flights_shown(session, _state(given))
    return _json(plain.values([flight.as_json() for flight in flights]))


def _engagement(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    del advance
    return _json(page.engagement(session, _state(given), *_answer_place(given), given["epoch"]))


def _answer_raid(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    return _record(page.raid(session, _state(given), given["trials"], advance, given["epoch"]))


def _quoted(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    return _record(page.quoted(session, _state(given), given["question"], advance))


def _foreign(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    from shieldmap.answers import foreign

    return _record(foreign.foreign_seen(session, _state(given), given["cross_section_m2"], advance))


def _trade(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    from shieldmap.answers import foreign

    answer = foreign.traded(session, _state(given), advance)
    return b"null" if answer is None else _record(answer)


def _export(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    with words.using(given["lang"]):
        made = page.file(session, _state(given), given["kind"], advance, given["epoch"])
    return made.content.encode("utf-8", "replace")


def _brief(session: Session, advance: Advance, given: Mapping[str, Any]) -> bytes:
    from shieldmap.report import brief

    told = page.brief_of(session, _state(given), advance)
    with words.using(given["lang"]):
        return brief.html(told).encode()


def _answer_places(given: Mapping[str, Any]) -> bytes:
    scenario = page.base_of(page.from_mapping({"scenario": given["scenario"]}))
    return _json(page.cells(scenario.ground, given["spacing_km"]).as_json())


def _towns(given: Mapping[str, Any]) -> bytes:
    found = page.find(page.from_mapping({"scenario": given["scenario"]}), given["query"])
    return _json([town.as_json() for town in found])


def _told(given: Mapping[str, Any]) -> bytes:
    return _record(page.told(_state(given)))


def _scenario(given: Mapping[str, Any]) -> bytes:
    return _json(page.described(given["name"]))


def _version(_given: Mapping[str, Any]) -> bytes:
    told = messages.Version(
        version=version("shieldmap"), hash=archive.run_hash(page.base_of(State()))
    )
    return _json(told.model_dump())


def _scenarios(_given: Mapping[str, Any]) -> bytes:
    """The studies to be chosen by name or on a map."""
    named = [
        messages.ScenarioName(
            name=name, title=title, title_ko=page.korean(title), **page.whereabouts(name)._asdict()
        )
        for name, title in page.defence_scenarios().items()
        if name not in page.CASES
    ]
    return _json([one.model_dump() for one in named])


def _elsewhere(_given: Mapping[str, Any]) -> bytes:
    """The studies of what radars see between other countries."""
    from shieldmap.answers import trading

    told = []
    for name, title in scenario.titles("stability").items():
        study = scenario.load_study(name)
        assert isinstance(study, scenario.StabilityScenario)
        beside = trading.defence_beside(study)
        told.append(
            messages.StudyElsewhere(
                name=name,
                title=title,
                title_ko=page.korean(title),
                shown_in=None if beside is None else beside.name,
            )
        )
    return _json([one.model_dump() for one in told])


JOBS: Final[dict[str, Job]] = {
    "area": _answer_area,
    "why": _why,
    "defended": _defended,
    "coverage": _answer_coverage,
    "tracks": _tracks,
    "engagement": _engagement,
    "raid": _answer_raid,
    "quoted": _quoted,
    "foreign": _foreign,
    "trade": _trade,
    "export": _export,
    "brief": _brief,
}
"""Everything that a worker can be asked for."""

LOOK_UPS: Final[dict[str, Callable[[Mapping[str, Any]], bytes]]] = {
    "version": _version,
    "scenarios": _scenarios,
    "elsewhere": _elsewhere,
    "scenario": _scenario,
    "told": _told,
    "places": _answer_places,
    "towns": _towns,
}
"""What is only looked up: no kernel runs, so no worker is needed."""
