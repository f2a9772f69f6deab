"""What a reader takes along: files of an answer, the scenario, and a citation."""

from collections.abc import Callable
from datetime import datetime
from importlib.metadata import version
from typing import Final, NamedTuple

from shieldmap import archive, campaign, export, scenario as scenarios, words
from shieldmap.answers import changed
from shieldmap.answers.flight_cache import Advance, silent
from shieldmap.answers.scene import flown_tracks, scene_of
from shieldmap.answers.session import Session, cells
from shieldmap.answers.state import State, base_of, scenario_of
from shieldmap.results import Area, Cells
from shieldmap.scenario import Scenario, ScenarioError, Threat
from shieldmap.words import t

AREA_LIMITS: Final = (
    "Computed from public, unclassified numbers. Defended means that every shot of the doctrine fits, "
    "not that it hits. A cell is defended if it is against every launch point that reaches it; low and "
    "high set every assumption at its bad and at its good end at once. Missiles that fly below the "
    "interceptor's floor or glide are not flown. Other layers of a scenario are left out."
)


class File(NamedTuple):
    """One file for a reader."""

    name: str
    media_type: str
    content: str


def about_state(scenario: Scenario, limits: str) -> export.About:
    """The version, the titles of the sources that the scenario cites, each once, and the limits."""
    known = scenarios.bibliography(scenario)
    keys = dict.fromkeys(source.partition("#")[0] for source in scenario.source_keys)
    titles = tuple(f"{key}: {known[key].title}" for key in keys if key in known)
    return export.About(version("shieldmap"), titles, limits)


def citation(state: State) -> str:
    """A text to cite an answer by: version, scenario, hash, address, what was changed, and the limits."""
    return f"{_cited(state)} {AREA_LIMITS}\n"


def _cited(state: State) -> str:
    scenario, told = scenario_of(state), changed.told(state)
    changes = "; ".join(f"{one.name}: {one.before} → {one.after}" for one in told.changes)
    changes = f" Changed from the study: {changes}." if changes else ""
    return (
        f"Shieldmap contributors ({told.computed[:4]}): Shieldmap {version('shieldmap')}, '{scenario.title}', "
        f"scenario '{scenario.name}', hash {told.run_hash}, state ?{told.query}, computed {told.computed}.{changes} "
        "Map data: Natural Earth; GeoNames (CC BY 4.0); Statistics Korea (KOGL type 1); NOAA ETOPO1; "
        "shadedrelief.com."
    )


class _SavedAnswer(NamedTuple):
    """What the files of an answer are made of."""

    area: Area
    grid: Cells
    heading: export.Heading
    threat: Threat


def _answered(session: Session, state: State, advance: Advance) -> _SavedAnswer:
    scenario = scenario_of(state)
    area = session.area(state, draws=campaign.SAMPLES, advance=advance).record()
    advance("writing the file", area.cells, area.cells)
    threat = next(one for one in scenario.threats if one.id == area.threat)
    grid = cells(scenario.ground, scenario.grid.spacing_km)
    return _SavedAnswer(area, grid, heading_of(state, area, threat), threat)


def heading_of(state: State, area: Area, threat: Threat) -> export.Heading:
    """What a file of an answer says of itself, in the reader's language."""
    scenario, told, sampled = scenario_of(state), changed.told(state), area.totals.sampled
    about = about_state(scenario, words.translated(AREA_LIMITS))
    return export.Heading(
        about=about._replace(sources=(_cited(state), *about.sources)),
        title=titled(state, is_changed=bool(told.changes)),
        flight=words.name_of(told.flight, told.flight_ko),
        places=changed.launch_names(threat, scenario),
        computed=told.computed,
        run_hash=told.run_hash,
        draws=0 if sampled is None else sampled.samples,
        sampled=None if sampled is None else sampled.share_of_people,
        share=area.totals.share_of_people,
        changes=told.changes,
    )


def titled(state: State, *, is_changed: bool) -> str:
    """The title of the study, and that it was changed where it was."""
    title = words.translated(base_of(state).title)
    return t("files_title_changed", title=title) if is_changed else title


def _scene(session: Session, state: State, answer: _SavedAnswer) -> export.Scene:
    flights = [track for _, _, track in flown_tracks(session.study(state))]
    return scene_of(scenario_of(state), answer.threat, answer.area.radar, flights)


def _geojson(session: Session, state: State, advance: Advance, epoch: datetime) -> str:
    del epoch
    answer = _answered(session, state, advance)
    return export.area_geojson(*answer[:3], _scene(session, state, answer))


def _kml(session: Session, state: State, advance: Advance, epoch: datetime) -> str:
    del epoch
    answer = _answered(session, state, advance)
    return export.area_kml(*answer[:3], _scene(session, state, answer))


def _csv(session: Session, state: State, advance: Advance, epoch: datetime) -> str:
    del epoch
    # Plain letters alone, which every reader of tables takes.
    with words.using("en"):
        return export.area_csv(*_answered(session, state, advance)[:3])


def _czml(session: Session, state: State, advance: Advance, epoch: datetime) -> str:
    if not flown_tracks(session.study(state)):
        raise ScenarioError(
            f"{state.scenario}: no flight of this state reaches an asset, so there is no CZML to write: "
            "expected an asset within range"
        )
    answer = _answered(session, state, advance)
    return export.area_czml(*answer[:3], _scene(session, state, answer), epoch)


def _toml(session: Session, state: State, advance: Advance, epoch: datetime) -> str:
    """The scenario, and above it as comments what was changed and how it is cited."""
    del session, advance, epoch
    told = changed.told(state)
    head = [f"{one.name}: {one.before} -> {one.after}" for one in told.changes]
    lines = [*head, citation(state).strip()]
    return "".join(f"# {line}\n" for line in lines) + "\n" + scenarios.to_toml(scenario_of(state))


def _citation(session: Session, state: State, advance: Advance, epoch: datetime) -> str:
    del session, advance, epoch
    return citation(state)


KINDS: Final[dict[str, tuple[str, str, Callable[[Session, State, Advance, datetime], str]]]] = {
    "geojson": ("geojson", "application/geo+json", _geojson),
    "kml": ("kml", "application/vnd.google-earth.kml+xml", _kml),
    "csv": ("csv", "text/csv", _csv),
    "czml": ("czml", "application/json", _czml),
    "toml": ("toml", "application/toml", _toml),
    "citation": ("txt", "text/plain", _citation),
}
"""Kinds of files: ending, media type, and what writes it."""


def file_name(state: State, kind: str) -> str:
    """The name of a file: its scenario and the head of the hash that its citation tells whole."""
    digest = archive.run_hash(scenario_of(state))
    return f"shieldmap-{state.scenario}-{digest[:8]}.{KINDS[kind][0]}"


def file(
    session: Session, state: State, kind: str, advance: Advance = silent, epoch: str | None = None
) -> File:
    """An answer as a file of one of :data:`KINDS`, in the reader's language where it holds words.

    ``epoch`` is a launch date for CZML, in ISO 8601 with its zone; other kinds hold no moments.

    Raises
    ------
    ExportError : an epoch that is none, or that this kind does not hold.
    """
    _, media_type, write = KINDS[kind]
    launch = export.epoch_of(epoch)
    if epoch is not None and kind != "czml":
        raise export.ExportError(f"epoch has no effect on {kind}: expected it with czml only")
    return File(file_name(state, kind), media_type, write(session, state, advance, launch))
