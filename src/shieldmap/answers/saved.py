"""What a reader takes along: files of an answer, the scenario, and a citation."""

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Final, NamedTuple

from shieldmap import archive, campaign, export, scenario as scenarios
from shieldmap.answers.flight_cache import Advance, silent
from shieldmap.answers.session import Session, cells
from shieldmap.answers.state import State, scenario_of
from shieldmap.results import Area, Cells
from shieldmap.scenario import Scenario, ScenarioError

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
    """A text to cite an answer by: version, scenario, hash and address."""
    scenario = scenario_of(state)
    today = datetime.now(tz=UTC).date()
    return (
        f"Shieldmap contributors ({today.year}): Shieldmap {version('shieldmap')}, '{scenario.title}', "
        f"scenario '{scenario.name}', hash {archive.run_hash(scenario)}, state ?{state.to_query()}, computed {today}. "
        "Map data: Natural Earth; GeoNames (CC BY 4.0); Statistics Korea (KOGL type 1); NOAA ETOPO1; "
        f"shadedrelief.com. {AREA_LIMITS}\n"
    )


def _area_file(
    session: Session, state: State, advance: Advance
) -> tuple[Area, Cells, export.About]:
    scenario = scenario_of(state)
    area = session.area(state, draws=campaign.SAMPLES, advance=advance).record()
    advance("writing the file", area.cells, area.cells)
    grid = cells(scenario.ground, scenario.grid.spacing_km)
    told = about_state(scenario, AREA_LIMITS)
    return area, grid, told._replace(sources=(citation(state).strip(), *told.sources))


def _geojson(session: Session, state: State, advance: Advance, epoch: datetime) -> str:
    del epoch
    return export.area_geojson(*_area_file(session, state, advance))


def _kml(session: Session, state: State, advance: Advance, epoch: datetime) -> str:
    del epoch
    return export.area_kml(*_area_file(session, state, advance))


def _csv(session: Session, state: State, advance: Advance, epoch: datetime) -> str:
    del epoch
    area, grid, _ = _area_file(session, state, advance)
    return export.area_csv(area, grid)


def _czml(session: Session, state: State, advance: Advance, epoch: datetime) -> str:
    del advance
    from shieldmap.answers.shown import flown_tracks

    this = session.study(state)
    tracks = [track for _, _, track in flown_tracks(this)]
    if not tracks:
        raise ScenarioError(
            f"{state.scenario}: no flight of this state reaches an asset, so there is no CZML to write: "
            "expected an asset within range"
        )
    return export.czml(tracks, about_state(this.scenario, export.LIMITS), epoch)


def _toml(session: Session, state: State, advance: Advance, epoch: datetime) -> str:
    del session, advance, epoch
    return scenarios.to_toml(scenario_of(state))


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
    """An answer as a file of one of :data:`KINDS`.

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
