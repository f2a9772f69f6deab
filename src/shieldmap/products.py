"""What a finished run can be written as: footprints, coverage, raid, engagements and tracks.

Question: how does a run get onto somebody else's map, globe or table, without computing it again?

Every product is made of the files in the run's folder alone; only outlines of cells come from the
map pack. The same run gives the same text. Footprints are one file for each threat, because a cell
stands against each in another way.
"""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import numpy as np

from shieldmap import datafiles, earth, export, footprint, geodata, scenario as scenarios, words
from shieldmap.answers import page
from shieldmap.answers.changed import flight_in_words, launch_names
from shieldmap.answers.saved import AREA_LIMITS, about_state
from shieldmap.answers.scene import flight_named, names_in_words, scene_of
from shieldmap.answers.shown import interceptor_paths
from shieldmap.archive import MAPS, PASSES, SCENARIO, TRIALS, Run
from shieldmap.export import About, Track, TrackEvent
from shieldmap.footprint import Footprint
from shieldmap.model import Floats, Volume
from shieldmap.results import Cells, RadarRanges, RunArea, RunTotals, StudyCoverage, WatchedTrack
from shieldmap.scenario import Scenario

Files = dict[str, bytes]
"""Contents by the name of the file."""


class ProductError(ValueError):
    """A product that a run cannot be written as, in one sentence."""


class Kind(NamedTuple):
    """One format: what is written, and how."""

    text: str
    write: Callable[[Run], Files]


def files(run: Run, kind: str) -> Files:
    """A finished run in one of :data:`KINDS`: contents by the name of the file.

    Raises
    ------
    ProductError : an unknown format, or one that the study has nothing for.
    """
    if kind not in KINDS:
        raise ProductError(f"'{kind}' is no format: expected one of {', '.join(KINDS)}")
    made = KINDS[kind].write(run)
    if not made:
        raise ProductError(
            f"{run.path}: the study has nothing to write as {kind}: expected {KINDS[kind].text}"
        )
    return {f"{run.path.name}-{name}": content for name, content in made.items()}


def _about_run(run: Run, limits: str) -> About:
    """The version that computed the run, its sources and its limits."""
    manifest, study = run.manifest, run.study
    told = (
        about_state(study, limits)
        if isinstance(study, Scenario)
        else About(
            "", tuple(f"{row.key}: {row.field('title')}" for row in run.bibliography), limits
        )
    )
    cited = (
        f"Shieldmap {manifest.versions['shieldmap']}, scenario '{manifest.name}', "
        f"run {manifest.run_hash}, computed {manifest.made[:10]}. Map data: "
        f"{geodata.attribution()}"
    )
    return told._replace(version=manifest.versions["shieldmap"], sources=(cited, *told.sources))


def _is_defence(run: Run) -> bool:
    return isinstance(run.study, Scenario)


# ---------------------------------------------------------------------------------------------
# Footprints


def _areas(run: Run) -> Iterator[tuple[RunArea, Cells]]:
    """The footprints of a run, one for each threat, with the grid; nothing without maps."""
    if not run.has(MAPS):
        return
    prints, beside = datafiles.read_footprint(run.content(MAPS))
    summary = run.footprint
    grid = page.cells(run.scenario.ground, summary.grid.spacing_m / 1e3)
    cells = beside["kind"] == footprint.CELL
    if int(cells.sum()) != len(grid.latitude_deg):
        raise ProductError(
            f"{run.path / MAPS}: {int(cells.sum())} cells where the map pack has "
            f"{len(grid.latitude_deg)}: the run was made with another map; run the study again"
        )
    doctrine = beside["doctrine"].tolist().index(summary.doctrine)
    for number, threat in enumerate(summary.threats):
        rows = np.flatnonzero(beside["threat"] == threat.id)
        chosen = Footprint._make(field[rows] for field in prints)
        told = footprint.columns(chosen, cells, doctrine, ())
        spots = (footprint.told_spot(spot, number) for spot in (*summary.assets, *summary.towns))
        drawn = np.nan_to_num(beside["probability"][number, cells])
        told = told._replace(probability=np.rint(100.0 * drawn).astype(int).tolist())
        area = RunArea(
            query=f"run {run.path.name}",
            scenario=summary.name,
            threat=threat.id,
            cells=int(cells.sum()),
            **told._asdict(),
            totals=RunTotals(
                threatened=threat.threatened,
                defended=threat.defended,
                share_of_people=threat.share_of_people,
                sampled=threat.sampled.share_of_people,
            ),
            spots=tuple(spots),
        )
        yield area, grid


class _Around(NamedTuple):
    """What stands beside one footprint of a run."""

    heading: export.Heading
    scene: export.Scene


def _around(run: Run, area: RunArea) -> _Around:
    """The heading of a footprint, and the defence, launch points and drawn flights of its threat."""
    study, summary = run.scenario, run.footprint
    told = next(threat for threat in summary.threats if threat.id == area.threat)
    threat = next(threat for threat in study.threats if threat.id == area.threat)
    ranges = RadarRanges(search_range_m=told.search_range_m, track_range_m=told.track_range_m)
    drawn = zip(_flights(run), run.engagements, strict=True)
    flights = [track for track, one in drawn if one.threat == area.threat]
    heading = export.Heading(
        about=_about_run(run, words.translated(AREA_LIMITS)),
        title=words.translated(summary.title),
        flight=flight_in_words(threat, study),
        places=launch_names(threat, study),
        computed=run.manifest.made[:10],
        run_hash=run.manifest.run_hash,
        draws=told.sampled.samples,
        sampled=told.sampled.share_of_people,
        share=told.share_of_people,
    )
    return _Around(heading, scene_of(study, threat, ranges, flights))


def _geojson(run: Run) -> Files:
    out = {
        f"footprint-{area.threat}.geojson": export.area_geojson(
            area, grid, *_around(run, area)
        ).encode()
        for area, grid in _areas(run)
    }
    if (coverage := _coverage_text(run)) is not None:
        view = _about_run(run, export.COVERAGE_LIMITS)
        out["coverage.geojson"] = export.coverage_geojson(coverage, view).encode()
    return out


def _kml(run: Run) -> Files:
    if not _is_defence(run):
        return {"tracks.kml": export.kml(_tracks(run), _about_run(run, export.LIMITS)).encode()}
    out = {
        f"footprint-{area.threat}.kml": export.area_kml(area, grid, *_around(run, area)).encode()
        for area, grid in _areas(run)
    }
    if flights := _flights(run):
        out["flights.kml"] = export.kml(flights, _about_run(run, export.LIMITS)).encode()
    return out


def _csv(run: Run) -> Files:
    if not _is_defence(run):
        return _copy(run, PASSES)
    out = {
        f"footprint-{area.threat}.csv": _table(run, area, grid).encode()
        for area, grid in _areas(run)
    }
    for number, track in enumerate(_flights(run), start=1):
        out[f"flight-{number}.csv"] = export.csv(track).encode()
    return out


def _table(run: Run, area: RunArea, grid: Cells) -> str:
    # Plain letters alone, which every reader of tables takes.
    with words.using("en"):
        return export.area_csv(area, grid, _around(run, area).heading)


# ---------------------------------------------------------------------------------------------
# Globes


def _czml(run: Run) -> Files:
    """The coverage, the drawn engagements and a raid; of a stability study the tracks."""
    if not _is_defence(run):
        return {"tracks.czml": export.czml(_tracks(run), _about_run(run, export.LIMITS)).encode()}
    out: Files = {}
    if (coverage := _coverage_text(run)) is not None:
        name = f"{coverage.radar.system} at {coverage.radar.place}"
        view = _about_run(run, export.COVERAGE_LIMITS)
        shape = Volume(
            **{
                sheet: np.asarray(rows, dtype=np.float64)
                for sheet, rows in (coverage.volume.model_extra or {}).items()
            }
        )
        out["coverage.czml"] = export.coverage_czml(shape, coverage, view, name=name).encode()
    flown = _about_run(run, export.LIMITS)
    for number, (track, told) in enumerate(zip(_flights(run), run.engagements, strict=True), 1):
        text = export.engagement_czml(track, told, interceptor_paths(told), flown)
        out[f"engagement-{number}.czml"] = text.encode()
    if run.timeline is not None and run.battle is not None:
        batteries = run.battle.leakage.batteries
        fought = _about_run(run, export.RAID_LIMITS)
        names = names_in_words(run.scenario)
        out["raid.czml"] = export.raid_czml(run.timeline, batteries, fought, names=names).encode()
    return out


def _oem(run: Run) -> Files:
    """The missiles of the drawn engagements as states for orbit tools."""
    if not _is_defence(run):
        return {}
    told = _about_run(run, export.LIMITS)
    return {
        f"flight-{number}.oem": export.oem(track, told).encode()
        for number, track in enumerate(_flights(run), start=1)
    }


def _coverage_text(run: Run) -> StudyCoverage | None:
    """What the radar sees; nothing where the study has no radar."""
    if not _is_defence(run):
        return None
    return run.coverage if isinstance(run.coverage, StudyCoverage) else None


def _flights(run: Run) -> list[Track]:
    """The missiles of the drawn engagements, with their events."""
    tracks = []
    for told in run.engagements:
        kept = told.flight
        name = flight_named(run.scenario, told.missile, told.launch_point, told.place)
        times, position_m, velocity_m_s = (
            np.array(values, dtype=np.float64)
            for values in (kept.time_s, kept.position_m, kept.velocity_m_s)
        )
        events = tuple(
            TrackEvent(event, at_s, position_m[int(np.argmin(np.abs(times - at_s)))])
            for event, at_s in kept.events.items()
        )
        tracks.append(Track(name, "", times, position_m, velocity_m_s, events))
    return tracks


_EVENTS: Final = ("burnout", "apogee", "impact")


def _tracks(run: Run) -> list[Track]:
    """The flights of a stability study, with their events."""
    scenario = run.study
    assert isinstance(scenario, scenarios.StabilityScenario)
    areas = {area.id: area.name for area in scenario.launch_areas}
    cities = {city.id: city.name for city in scenario.cities}
    tracks = []
    for row in run.tracks:
        name = f"{areas[row.launch_area]} to {cities[row.city]}"
        position_m = earth.geodetic_to_ecef(
            np.radians(np.array(row.latitude_deg, dtype=np.float64)),
            np.radians(np.array(row.longitude_deg, dtype=np.float64)),
            np.array(row.altitude_m),
        )
        times: Floats = np.array(row.time_s, dtype=np.float64)
        # The run keeps no velocities: slopes stand in, which no writer of tracks puts out.
        slopes = np.gradient(position_m, times, axis=0)
        track = Track(name, "", times, position_m, slopes)
        tracks.append(track._replace(events=tuple(_events(row, track))))
    return tracks


def _events(row: WatchedTrack, track: Track) -> Iterator[TrackEvent]:
    """What happened within the kept samples, where the path was then."""
    for name in _EVENTS:
        at_s = getattr(row, f"{name}_s")
        if track.time_s[0] <= at_s <= track.time_s[-1]:
            position = [
                np.interp(at_s, track.time_s, track.position_m[:, axis]) for axis in range(3)
            ]
            yield TrackEvent(name, float(at_s), np.array(position))


# ---------------------------------------------------------------------------------------------
# Copies


def _copy(run: Run, name: str) -> Files:
    """A file of the run as it is, where the study has it."""
    return {name: run.content(name)} if run.has(name) else {}


KINDS: Final[dict[str, Kind]] = {
    "geojson": Kind("a defence study, for footprints and coverage", _geojson),
    "kml": Kind("footprints, flights or tracks", _kml),
    "csv": Kind("footprints, flights or passes", _csv),
    "czml": Kind("coverage, engagements, a raid or tracks", _czml),
    "oem": Kind("a defence study that draws a flight", _oem),
    "netcdf": Kind("a defence study, whose arrays are maps.nc", lambda run: _copy(run, MAPS)),
    "parquet": Kind(
        "a study with a raid, whose trials are a table", lambda run: _copy(run, TRIALS)
    ),
    "toml": Kind("the scenario", lambda run: _copy(run, SCENARIO)),
}
"""Formats by the name that a user types."""
