"""A run is a directory: scenario, catalogue snapshot, arrays, sums and a manifest.

``make_run`` computes a study and writes it beside its place, where it is put when whole (see
:mod:`shieldmap.folders`). A run holds everything that it needs. The same scenario gives the same bytes
in ``summary.json`` and ``maps.nc``; times and versions stand in ``manifest.json`` only. The manifest
holds the sha256 of every file and of itself: a damaged run is refused where it is read.
"""

import csv
import hashlib
import io
import json
import os
import platform
import time
from collections.abc import Callable, Iterable
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from numpy.typing import NDArray
from pydantic import ValidationError

from shieldmap import (
    campaign,
    datafiles,
    deciding,
    files,
    folders,
    footprint,
    plain,
    questions,
    scenario as scenarios,
    stability,
    words,
)
from shieldmap.campaign.ahead import Ahead
from shieldmap.results import (
    DrawnEngagement,
    DrawnNotThreatened,
    FootprintSummary,
    Manifest,
    NoRadar,
    RaidAnswers,
    RaidTimeline,
    StabilitySummary,
    StudyCoverage,
    UsedCatalogue,
    UsedSource,
    WatchedTrack,
    run_files,
)
from shieldmap.results.deciding import DecidingNumbers
from shieldmap.scenario import AnyScenario, Scenario, StabilityScenario

if TYPE_CHECKING:
    import pandas as pd
    import xarray

SUMMARY: Final = "summary.json"
MAPS: Final = "maps.nc"
ENGAGEMENTS: Final = "engagements.json"
COVERAGE: Final = "coverage.json"
DECIDING: Final = "deciding.json"
# Of a study with a raid.
BATTLE: Final = "battle.json"
TIMELINE: Final = "timeline.json"
TRIALS: Final = "trials.parquet"
MANIFEST: Final = "manifest.json"
CATALOGUE: Final = "catalogue.json"
BIBLIOGRAPHY: Final = "bibliography.json"
SCENARIO: Final = "scenario.toml"
REPORT: Final = "report.html"
_REPORTS: Final = "report."
"""Begins the name of the report in every language."""
# Of a stability study, in place of the arrays and the engagements.
PASSES: Final = "passes.csv"
TRACKS: Final = "tracks.json"

OURS: Final = frozenset(
    {
        SUMMARY,
        MAPS,
        ENGAGEMENTS,
        COVERAGE,
        DECIDING,
        BATTLE,
        TIMELINE,
        TRIALS,
        MANIFEST,
        CATALOGUE,
        BIBLIOGRAPHY,
        SCENARIO,
        REPORT,
        PASSES,
        TRACKS,
    }
)
"""Every file that a run may write: making it again replaces these and keeps all others."""

# Sources of the methods of a raid and of the fragments of an intercept.
_FOUGHT_WITH: Final = (
    "cimmino2021",
    "efron1979",
    "esa-breakup",
    "esa-goce-2015",
    "iss-orbit-2023",
    "johnson2001",
    "krisko2011",
    "manne1958",
    "slats-jaxa-2019",
    "starlink-480-2026",
    "steele2014",
    "tiangong-orbit",
    "wilkening2000",
    "wilson1927",
)

# Sources that every run rests on, whatever its scenario: Earth, air, integrator, drag curve, radar, maps.
_ALWAYS_USED: Final = (
    "bar-shalom2001",
    "coesa1976",
    "dormand-prince1980",
    "geonames",
    "hairer1993",
    "itu-p453",
    "mckay1979",
    "natural-earth",
    "nima-tr8350-2",
    "saltelli2010",
    "schmidt1966",
    "scud-code",
    "skolnik2008",
    "vallado2013",
    "vincenty1975",
)


class ArchiveError(ValueError):
    """A run directory that cannot be written or read, in one sentence."""


class Run:
    """A finished run directory; files are read, and compared with the manifest, when asked for.

    Raises
    ------
    ArchiveError : a folder that is no finished run; later, a file that is not what the run wrote.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        if not (self.path / MANIFEST).is_file():
            # One that is not there has no manifest either, and nobody would look for it.
            why = (
                f"not a finished run (no {MANIFEST} in it)"
                if self.path.exists()
                else "no such folder"
            )
            raise ArchiveError(f"{self.path}: {why}")

    def __repr__(self) -> str:
        return f"Run({str(self.path)!r})"

    def content(self, name: str) -> bytes:
        """A file of the run as it was written; one that has changed since is refused."""
        wanted = self._sha256.get(name)
        if wanted is None:
            raise ArchiveError(f"{self.path}: no {name} in it")
        return _whole(self.path / name, wanted)

    def has(self, name: str) -> bool:
        """Whether the run wrote a file of this name."""
        return name in self._sha256

    def verify(self) -> dict[str, str]:
        """What became of every file: ``whole``, ``changed``, ``missing``, or ``not of the run``."""
        found = {MANIFEST: "whole", **{name: self._state(name) for name in self._sha256}}
        others = sorted(path.name for path in self.path.iterdir() if path.name not in found)
        return found | dict.fromkeys(others, "not of the run")

    def refuse_damage(self) -> None:
        """Read every file but the report, which nothing is read from.

        Raises
        ------
        ArchiveError : one that is not what the run wrote.
        """
        for name in self._sha256:
            if not name.startswith(_REPORTS):
                self.content(name)

    def _state(self, name: str) -> str:
        if not (self.path / name).is_file():
            return "missing"
        try:
            self.content(name)
        except ArchiveError:
            return "changed"
        return "whole"

    def _record(self, name: str) -> Any:
        """The record that a JSON file of the run holds."""
        try:
            return run_files.read(name, self.content(name))
        except ValidationError:
            raise ArchiveError(
                f"{self.path / name}: not what this version writes: make the run again"
            ) from None

    @cached_property
    def _sha256(self) -> dict[str, str]:
        """Digest by file."""
        return self.manifest.sha256

    @cached_property
    def summary(self) -> FootprintSummary | StabilitySummary:
        """The sums of the study, of either kind."""
        summary: FootprintSummary | StabilitySummary = self._record(SUMMARY)
        return summary

    @property
    def footprint(self) -> FootprintSummary:
        """Sums by threat, assets and towns, curves and assumptions.

        Raises
        ------
        ArchiveError : the run of a stability study, whose sums are :attr:`stability`.
        """
        if not isinstance(self.summary, FootprintSummary):
            raise ArchiveError(f"{self.path}: a stability study: it defends no places")
        return self._named

    @cached_property
    def _named(self) -> FootprintSummary:
        """The sums with the Korean names that the scenario gives its launch points."""
        assert isinstance(self.summary, FootprintSummary)
        given = {point.id: point.name_ko for point in self.scenario.launch_points if point.name_ko}
        points = tuple(
            point.model_copy(update={"name_ko": given.get(point.id, point.name_ko)})
            for point in self.summary.launch_points
        )
        return self.summary.model_copy(update={"launch_points": points})

    @property
    def stability(self) -> StabilitySummary:
        """What radars see of flights between continents.

        Raises
        ------
        ArchiveError : the run of a defence, whose sums are :attr:`footprint`.
        """
        if not isinstance(self.summary, StabilitySummary):
            raise ArchiveError(f"{self.path}: the study of a defence: it watches no flights")
        return self.summary

    @cached_property
    def engagements(self) -> tuple[DrawnEngagement | DrawnNotThreatened, ...]:
        """The drawn engagements: paths and timelines."""
        return tuple(self._record(ENGAGEMENTS))

    @cached_property
    def coverage(self) -> StudyCoverage | NoRadar:
        """What the radar sees: outlines, areas of countries, ranges and a vertical cut."""
        coverage: StudyCoverage | NoRadar = self._record(COVERAGE)
        return coverage

    @cached_property
    def deciding(self) -> DecidingNumbers | None:
        """Which number decides the answer; nothing where no missile of the study reaches anybody."""
        return self._record(DECIDING) if self.has(DECIDING) else None

    @cached_property
    def battle(self) -> RaidAnswers | None:
        """The answers about the raid, the layers and the sites; nothing without a raid."""
        return self._record(BATTLE) if self.has(BATTLE) else None

    @cached_property
    def timeline(self) -> RaidTimeline | None:
        """One raid as it happened: missiles, events, shots and paths; nothing without a raid."""
        return self._record(TIMELINE) if self.has(TIMELINE) else None

    @property
    def trials(self) -> "pd.DataFrame":
        """The trials of the raid, one row each, as a data frame (needs the optional pandas)."""
        try:
            import pandas as pd
        except ImportError:
            raise ArchiveError(
                "Run.trials needs the optional package pandas, which is not installed: install it, "
                "or take the same columns from Run.trial_columns(), which needs no further package"
            ) from None
        return pd.DataFrame(self.trial_columns())

    def trial_columns(self) -> dict[str, NDArray[Any]]:
        """The trials of the raid as columns by name."""
        if not self.has(TRIALS):
            raise ArchiveError(f"{self.path}: no {TRIALS} in it: the scenario has no raid")
        self.content(TRIALS)
        return datafiles.read_trials(self.path / TRIALS)

    @cached_property
    def tracks(self) -> tuple[WatchedTrack, ...]:
        """The paths of a stability study, and when each radar sees them."""
        return tuple(self._record(TRACKS))

    @property
    def passes(self) -> list[dict[str, str]]:
        """The rows of a stability study: when each radar sees each flight, as texts."""
        return list(csv.DictReader(io.StringIO(self.content(PASSES).decode())))

    @cached_property
    def manifest(self) -> Manifest:
        """Versions, hashes, wall time and the bibliography's keys."""
        return _read_manifest(self.path / MANIFEST)

    @cached_property
    def catalogue(self) -> UsedCatalogue:
        """Every catalogue value used, with its source."""
        catalogue: UsedCatalogue = self._record(CATALOGUE)
        return catalogue

    @cached_property
    def bibliography(self) -> tuple[UsedSource, ...]:
        """Every source that the run rests on, by key."""
        return tuple(self._record(BIBLIOGRAPHY))

    @cached_property
    def scenario(self) -> Scenario:
        """The scenario of the run, a defence study."""
        self.content(SCENARIO)
        return scenarios.load(self.path / SCENARIO)

    @property
    def study(self) -> AnyScenario:
        """The scenario of the run, of either kind."""
        self.content(SCENARIO)
        return scenarios.load_study(self.path / SCENARIO)

    @property
    def report(self) -> Path:
        """Where the report lies, that in the reader's language."""
        return self.path / words.file_name(REPORT)

    @property
    def maps(self) -> "xarray.Dataset":
        """The arrays as an xarray dataset (needs the optional package xarray)."""
        try:
            import xarray
        except ImportError:
            raise ArchiveError(
                "Run.maps needs the optional package xarray, which is not installed: install it, "
                "or take the same arrays from Run.arrays(), which needs no further package"
            ) from None
        return xarray.load_dataset(io.BytesIO(self._maps()), engine="h5netcdf")

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The arrays of ``maps.nc`` by name, without xarray."""
        return datafiles.read_maps(self._maps())

    def _maps(self) -> bytes:
        if not self.has(MAPS):
            raise ArchiveError(
                f"{self.path}: no {MAPS} in it: a stability study has no maps, its passes lie in "
                f"{PASSES}"
            )
        return self.content(MAPS)


def _whole(path: Path, sha256: str) -> bytes:
    """The content of a file that has this digest."""
    content = _content_of(path)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ArchiveError(
            f"{path}: the run is damaged, this file is not what it wrote: make the run again"
        )
    return content


def _content_of(path: Path) -> bytes:
    """The content of a plain file of a run."""
    try:
        return files.read(path, _MOST_BYTES)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ArchiveError(
            f"{path}: the run is damaged, this file cannot be read ({reason})"
        ) from None


_OWN_DIGEST: Final = "manifest_sha256"
_MOST_BYTES: Final = 1_000_000_000
"""No file of a run comes near: the longest, ``maps.nc`` on the finest grid, has some 100 MB."""


def _signed(manifest: dict[str, Any]) -> dict[str, Any]:
    """A manifest with the digest of all its other entries."""
    rest = {key: value for key, value in manifest.items() if key != _OWN_DIGEST}
    return {**rest, _OWN_DIGEST: hashlib.sha256(plain.text(rest).encode()).hexdigest()}


def _read_manifest(path: Path) -> Manifest:
    """A manifest that is what a run wrote."""
    content = _content_of(path)
    try:
        if _as_json(_signed(json.loads(content))) == content:
            manifest: Manifest = run_files.read(MANIFEST, content)
            return manifest
    except (ValueError, AttributeError, RecursionError):
        pass  # said below, whatever it was
    raise ArchiveError(
        f"{path}: the run is damaged or of an earlier version, this file is not what a run "
        "writes: make it again"
    )


def make_run(
    name_or_path: str | Scenario,
    output_dir: str | None = None,
    *,
    progress: footprint.Progress | None = None,
    finish: Callable[[Path], object] | None = None,
) -> Run:
    """Compute a scenario's study and write its run directory; return it when whole.

    ``name_or_path`` is the name or the file of a scenario, or a checked one, which is written out.
    ``progress`` is called with (what is being done, how many of its parts are done, parts in all).
    ``finish`` is called with the temporary folder before it is renamed: the report is made there.
    """
    began = time.perf_counter()
    scenario: AnyScenario
    if isinstance(name_or_path, Scenario):
        scenario, text = name_or_path, scenarios.to_toml(name_or_path)
    else:
        # What the user wrote is what is kept, comments included.
        scenario = scenarios.load_study(name_or_path)
        text = scenarios.whole_text(name_or_path)
    target = output_folder(output_dir) / f"{scenario.name}-{run_hash(scenario)}"
    advance = progress or _silent
    try:
        with folders.unfinished(target, _replaced()) as folder:
            files.write(folder / SCENARIO, text.encode())
            _compute(folder, scenario, advance)
            _write_manifest(folder, scenario, time.perf_counter() - began)
            if finish is not None:
                advance("writing the report", *_LAST_STEP)
                finish(folder)
                _write_manifest(folder, scenario, time.perf_counter() - began)
    except OSError as error:
        raise _unwritten(error, target) from error
    return Run(target)


def _replaced() -> frozenset[str]:
    """What making a run again replaces: its report in another language stays, as it is of the same study."""
    return (OURS - {REPORT}) | {words.file_name(REPORT)}


def _unwritten(error: OSError, target: Path) -> Exception:
    """What the system refused, said of the folder or file that was asked for."""
    if error.filename is None:
        return error  # not of a file: standard error, such as a closed pipe
    path, reason = Path(os.fsdecode(error.filename)), error.strerror or str(error)
    if path == target.parent:
        return ArchiveError(f"output folder {path}: cannot be written ({reason})")
    if path == target or target in path.parents:
        return ArchiveError(f"{path}: {reason}")
    if path.parent.name.startswith(f".{target.name}."):
        path = target / path.name  # the hidden folder is gone
    return ArchiveError(f"{path}: cannot be written ({reason}); nothing was left behind")


# The steps after the flights, for the progress: (done, in all).
_DECIDING_DRAWS: Final = 512
_STEPS: Final = 4
_LAST_STEP: Final = (3, _STEPS)


def _silent(_what: str, _done: int, _total: int) -> None:
    """Nobody watches."""


def _compute(folder: Path, scenario: AnyScenario, progress: footprint.Progress) -> None:
    """Fly and judge the study, and write everything but the manifest."""
    if isinstance(scenario, StabilityScenario):
        _compute_stability(folder, scenario, progress)
    else:
        _compute_defence(folder, scenario, progress)
    _write_json(folder / CATALOGUE, _snapshot(scenario))
    _write_json(folder / BIBLIOGRAPHY, _bibliography(scenario))


def _compute_stability(
    folder: Path, scenario: StabilityScenario, progress: footprint.Progress
) -> None:
    study = stability.stability_study(scenario, progress)
    _write_json(folder / SUMMARY, stability.summarise(study, progress).as_json())
    _write_json(folder / TRACKS, [track.as_json() for track in stability.tracks(study)])
    _write_rows(folder / PASSES, stability.passes(study))


def _write_rows(path: Path, rows: Iterable[stability.Pass]) -> None:
    """Rows as a table of comma-separated values, with the rounding of the other files."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    for number, row in enumerate(rows):
        if number == 0:
            writer.writerow(row._fields)
        writer.writerow(plain.values(row))
    files.write(path, held.getvalue().encode())


def _compute_defence(folder: Path, scenario: Scenario, progress: footprint.Progress) -> None:
    ahead = Ahead()
    try:
        study = campaign.study(scenario)
        where = footprint.places(scenario)
        ahead.wait(study)
        _compute_study(folder, scenario, study, where, progress)
    finally:
        ahead.end()


def _compute_study(
    folder: Path,
    scenario: Scenario,
    study: campaign.Study,
    where: footprint.Places,
    progress: footprint.Progress,
) -> None:
    prints = footprint.defended_area(study, where, progress)
    draws = footprint.draw_together(study, progress)
    progress("adding up people and places", 0, _STEPS)
    _write_json(folder / SUMMARY, footprint.summarise(study, where, prints, draws).as_json())
    progress("drawing single engagements", 1, _STEPS)
    drawn = footprint.example_engagements(study, where, prints)
    _write_json(folder / ENGAGEMENTS, [one.as_json() for one in drawn])
    _write_json(folder / COVERAGE, footprint.study_coverage(study).as_json())
    threat = deciding.threat_asked(scenario, study.cases)
    if threat is not None:
        decided = deciding.deciding_numbers(study, threat, draws=_DECIDING_DRAWS, progress=progress)
        _write_json(folder / DECIDING, decided.as_json())
    progress("writing the arrays", 2, _STEPS)
    shares = footprint.probabilities(footprint.join_draws(study, where, prints, draws))
    datafiles.write_maps(folder / MAPS, study, where, prints, shares, run_hash(scenario))
    if scenario.raid is not None:
        answers = questions.answer_all(study, progress)
        _write_json(folder / BATTLE, answers.answers.as_json())
        _write_json(folder / TIMELINE, answers.timeline.as_json())
        columns = questions.trial_table(answers.fought)
        datafiles.write_trials(folder / TRIALS, columns, _about_trials(scenario))


def _about_trials(scenario: Scenario) -> dict[str, str]:
    """What a reader of the trials has to know of the run, as texts."""
    assert scenario.raid is not None
    return {
        "title": f"{scenario.title}: {scenario.raid.title}",
        "scenario_name": scenario.name,
        "scenario_sha256": scenario.content_hash(),
        "run_hash": run_hash(scenario),
        "seed": str(scenario.raid.seed),
    }


def _snapshot(scenario: AnyScenario) -> dict[str, object]:
    """The catalogue values that a study uses, and which of them it computes from."""
    compared = scenario.compared_ids if isinstance(scenario, Scenario) else frozenset()
    known, fought = scenario.catalogue, _is_fought(scenario)
    return known.snapshot(scenario.system_ids, fought=fought, compared=compared)


def run_hash(scenario: AnyScenario) -> str:
    """Twelve hexadecimal digits of the scenario, the catalogue values it uses and the version."""
    digest = hashlib.sha256(scenario.content_hash().encode())
    digest.update(json.dumps(_snapshot(scenario), sort_keys=True).encode())
    digest.update(version("shieldmap").encode())
    return digest.hexdigest()[:12]


def output_folder(output_dir: str | None) -> Path:
    """The folder that files go into; ``runs`` where none is named, and an empty name is refused."""
    if output_dir is None:
        return Path("runs")
    if not output_dir.strip():
        raise ArchiveError(f"the output folder is '{output_dir}': expected the name of a folder")
    return Path(output_dir)


def _write_json(path: Path, content: Any) -> None:
    files.write(path, _as_json(content))


def _as_json(content: Any) -> bytes:
    return (plain.text(content) + "\n").encode()


def _source_keys(scenario: AnyScenario) -> list[str]:
    """The keys of every source that a run rests on, sorted."""
    used = {*scenario.catalogue.keys_used(scenario.system_ids), *scenario.source_keys}
    # A source that the scenario itself defines is listed even where only a note speaks of it.
    used |= {source.key for source in scenario.sources}
    known = scenarios.bibliography()
    always = (*_ALWAYS_USED, *(_FOUGHT_WITH if _is_fought(scenario) else ()))
    return sorted(used | {key for key in always if key in known})


def _is_fought(scenario: AnyScenario) -> bool:
    """Whether a study has a raid."""
    return isinstance(scenario, Scenario) and scenario.raid is not None


def _bibliography(scenario: AnyScenario) -> list[dict[str, Any]]:
    known = scenarios.bibliography(scenario)
    return [
        {"key": key, "type": known[key].kind, **known[key].fields} for key in _source_keys(scenario)
    ]


def _write_manifest(folder: Path, scenario: AnyScenario, wall_s: float) -> None:
    _write_json(folder / MANIFEST, _signed(plain.values(_manifest(scenario, folder, wall_s))))


def _manifest(scenario: AnyScenario, folder: Path, wall_s: float) -> dict[str, Any]:
    packages = ("shieldmap", "numpy", "numba", "scipy")
    return {
        "name": scenario.name,
        "scenario_sha256": scenario.content_hash(),
        "run_hash": run_hash(scenario),
        "sampling": {
            "method": "scrambled sobol sequence",
            "samples": campaign.SAMPLES,
            "seed": campaign.SEED,
        },
        "versions": {"python": platform.python_version(), **{p: version(p) for p in packages}},
        "wall_time_s": round(wall_s, 2),
        "made": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "sources": _source_keys(scenario),
        "sha256": {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.iterdir())
            if path.name != MANIFEST
        },
    }
