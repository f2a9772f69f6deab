"""A run is a directory: scenario, catalogue snapshot, arrays, sums and a manifest.

``make_run`` computes a study and writes it under a temporary name that is renamed when whole, so
that a killed run leaves nothing that looks finished. The same scenario gives the same bytes in
``summary.json`` and ``maps.nc``; times and versions stand in ``manifest.json`` only.
"""

import hashlib
import json
import os
import platform
import shutil
import time
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from shieldmap import (
    campaign,
    catalog,
    footprint,
    plain,
    questions,
    scenario as scenarios,
    stability,
)
from shieldmap.campaign import Study
from shieldmap.footprint import Footprint, Places
from shieldmap.scenario import AnyScenario, Scenario, StabilityScenario

if TYPE_CHECKING:
    import pandas as pd
    import xarray

SUMMARY: Final = "summary.json"
MAPS: Final = "maps.nc"
ENGAGEMENTS: Final = "engagements.json"
COVERAGE: Final = "coverage.json"
# Of a study with a raid.
BATTLE: Final = "battle.json"
TIMELINE: Final = "timeline.json"
TRIALS: Final = "trials.parquet"
MANIFEST: Final = "manifest.json"
CATALOGUE: Final = "catalogue.json"
BIBLIOGRAPHY: Final = "bibliography.json"
SCENARIO: Final = "scenario.toml"
REPORT: Final = "report.html"
# Of a stability study, in place of the arrays and the engagements.
PASSES: Final = "passes.csv"
TRACKS: Final = "tracks.json"

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
    "schmidt1966",
    "scud-code",
    "skolnik2008",
    "vallado2013",
    "vincenty1975",
)


class ArchiveError(ValueError):
    """A run directory that cannot be written or read, in one sentence."""


class Run:
    """A finished run directory; files are read when they are asked for."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        if not (self.path / MANIFEST).is_file():
            raise ArchiveError(f"{self.path}: not a finished run (no {MANIFEST} in it)")

    def __repr__(self) -> str:
        return f"Run({str(self.path)!r})"

    def _json(self, name: str) -> Any:
        return json.loads((self.path / name).read_text(encoding="utf-8"))

    @property
    def summary(self) -> dict[str, Any]:
        """Sums by threat, assets and towns, curves and assumptions."""
        return dict(self._json(SUMMARY))

    @property
    def engagements(self) -> list[dict[str, Any]]:
        """The drawn engagements: paths and timelines."""
        return list(self._json(ENGAGEMENTS))

    @property
    def coverage(self) -> dict[str, Any]:
        """What the radar sees: outlines, areas of countries, ranges and a vertical cut."""
        return dict(self._json(COVERAGE))

    @property
    def battle(self) -> dict[str, Any]:
        """The answers about the raid, the layers and the sites, by question; empty without a raid."""
        return dict(self._json(BATTLE)) if (self.path / BATTLE).is_file() else {}

    @property
    def timeline(self) -> dict[str, Any]:
        """One raid as it happened: missiles, events, shots and paths; empty without a raid."""
        return dict(self._json(TIMELINE)) if (self.path / TIMELINE).is_file() else {}

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
        import duckdb

        path = self.path / TRIALS
        if not path.is_file():
            raise ArchiveError(f"{self.path}: no {TRIALS} in it: the scenario has no raid")
        with duckdb.connect() as database:
            columns = database.read_parquet(str(path)).fetchnumpy()
        return {name: np.asarray(np.ma.filled(values, np.nan) if np.ma.is_masked(values) else values)
                for name, values in columns.items()}  # fmt: skip

    @property
    def tracks(self) -> list[dict[str, Any]]:
        """The paths of a stability study, and when each radar sees them."""
        return list(self._json(TRACKS))

    @property
    def manifest(self) -> dict[str, Any]:
        """Versions, hashes, wall time and the bibliography's keys."""
        return dict(self._json(MANIFEST))

    @property
    def catalogue(self) -> dict[str, Any]:
        """Every catalogue value used, with its source."""
        return dict(self._json(CATALOGUE))

    @property
    def bibliography(self) -> list[dict[str, Any]]:
        """Every source that the run rests on, by key."""
        return list(self._json(BIBLIOGRAPHY))

    @property
    def scenario(self) -> Scenario:
        """The scenario of the run, a defence study."""
        return scenarios.load(self.path / SCENARIO)

    @property
    def study(self) -> AnyScenario:
        """The scenario of the run, of either kind."""
        return scenarios.load_study(self.path / SCENARIO)

    @property
    def report(self) -> Path:
        """Where the report lies."""
        return self.path / REPORT

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
        return xarray.load_dataset(self.path / MAPS, engine="h5netcdf")

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The arrays of ``maps.nc`` by name, without xarray."""
        import h5netcdf

        if not (self.path / MAPS).is_file():
            raise ArchiveError(
                f"{self.path}: no {MAPS} in it: a stability study has no maps, its passes lie in "
                "passes.csv"
            )

        with h5netcdf.File(self.path / MAPS, "r") as file:
            return {name: np.asarray(variable[...]) for name, variable in file.variables.items()}


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
        text = scenarios.source_text(name_or_path)
    parent = _parent(output_dir)
    target = parent / f"{scenario.name}-{run_hash(scenario)}"
    folder, made = _temporary(parent, target)
    try:
        (folder / SCENARIO).write_text(text, encoding="utf-8")
        _compute(folder, scenario, progress or _silent)
        _write_json(folder / MANIFEST, _manifest(scenario, folder, time.perf_counter() - began))
        if finish is not None:
            (progress or _silent)("writing the report", *_LAST_STEP)
            finish(folder)
        _put_in_place(folder, target)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        _remove_empty(made)
        raise
    return Run(target)


# The steps after the flights, for the progress: (done, in all).
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
    _write_json(
        folder / CATALOGUE, catalog.snapshot(scenario.system_ids, fought=_is_fought(scenario))
    )
    _write_json(folder / BIBLIOGRAPHY, _bibliography(scenario))


def _compute_stability(
    folder: Path, scenario: StabilityScenario, progress: footprint.Progress
) -> None:
    study = stability.study(scenario, progress)
    _write_json(folder / SUMMARY, stability.summarise(study, progress))
    _write_json(folder / TRACKS, stability.tracks(study))
    _write_rows(folder / PASSES, stability.passes(study))


def _write_rows(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Rows as a table of comma-separated values, with the rounding of the other files."""
    import csv

    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for number, row in enumerate(rows):
            if number == 0:
                writer.writerow(row)
            writer.writerow(plain.values(list(row.values())))


def _compute_defence(folder: Path, scenario: Scenario, progress: footprint.Progress) -> None:
    study = campaign.study(scenario)
    where = footprint.places(scenario)
    prints = footprint.defended_area(study, where, progress)
    progress("adding up people and places", 0, _STEPS)
    _write_json(folder / SUMMARY, footprint.summarise(study, where, prints))
    progress("drawing single engagements", 1, _STEPS)
    _write_json(folder / ENGAGEMENTS, footprint.example_engagements(study, where, prints))
    _write_json(folder / COVERAGE, footprint.study_coverage(study))
    progress("writing the arrays", 2, _STEPS)
    _write_maps(folder / MAPS, study, where, prints)
    if scenario.raid is not None:
        answers = questions.answer_all(study, progress)
        _write_json(folder / BATTLE, answers.answers)
        _write_json(folder / TIMELINE, answers.timeline)
        assert answers.fought is not None
        _write_trials(folder / TRIALS, questions.trial_table(answers.fought))


def _write_trials(path: Path, columns: dict[str, NDArray[Any]]) -> None:
    """Columns as Parquet; one thread, so that the same content gives the same bytes."""
    import duckdb

    with duckdb.connect(config={"threads": 1}) as database:
        database.register("trials", {name: np.ascontiguousarray(v) for name, v in columns.items()})
        database.sql("SELECT * FROM trials").write_parquet(str(path), compression="zstd")


def run_hash(scenario: AnyScenario) -> str:
    """Twelve hexadecimal digits of the scenario, the catalogue values it uses and the version."""
    digest = hashlib.sha256(scenario.content_hash().encode())
    snapshot = json.dumps(
        catalog.snapshot(scenario.system_ids, fought=_is_fought(scenario)), sort_keys=True
    )
    digest.update(snapshot.encode())
    digest.update(version("shieldmap").encode())
    return digest.hexdigest()[:12]


def _parent(output_dir: str | None) -> Path:
    if output_dir is None:
        return Path("runs")
    if not output_dir.strip():
        raise ArchiveError(f"the output folder is '{output_dir}': expected the name of a folder")
    return Path(output_dir)


def _missing(parent: Path) -> list[Path]:
    """The folders that have to be made for the parent, the innermost first."""
    return [folder for folder in (parent, *parent.parents) if not folder.exists()]


def _remove_empty(folders: list[Path]) -> None:
    """Remove the folders that a failed run made, as far as nobody has put anything into them."""
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return


def _temporary(parent: Path, target: Path) -> tuple[Path, list[Path]]:
    """A fresh hidden folder beside the target, and the folders that had to be made to hold it."""
    folder = parent / f".{target.name}.part-{os.getpid()}"
    made: list[Path] = []
    try:
        made = _missing(parent)
        parent.mkdir(parents=True, exist_ok=True)
        _clear_after_the_dead(target)
        folder.mkdir()
    except OSError as error:
        _remove_empty(made)
        raise ArchiveError(
            f"output folder {parent}: cannot be written ({error.strerror or error})"
        ) from error
    return folder, made


def _clear_after_the_dead(target: Path) -> None:
    """Remove what killed runs of the same target left behind."""
    for left in sorted(target.parent.glob(f".{target.name}.*-*")):
        kind, _, pid = left.name.removeprefix(f".{target.name}.").partition("-")
        if kind not in ("part", "old") or not pid.isdecimal() or _is_alive(int(pid)):
            continue
        if kind == "old" and not target.exists():
            # Killed between the two renames: the earlier run is whole and comes back.
            left.rename(target)
        else:
            shutil.rmtree(left, ignore_errors=True)


def _is_alive(pid: int) -> bool:
    """Whether another process of this number runs; where nobody can tell, it is taken for alive."""
    if pid == os.getpid():  # an earlier process had our number, as is common in containers
        return False
    if os.name != "posix":  # elsewhere signal 0 would end the process
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _put_in_place(folder: Path, target: Path) -> None:
    """Replace a whole run of the same hash by the new one; two renames, nothing half-written."""
    old = target.with_name(f".{target.name}.old-{os.getpid()}")
    if target.exists():
        target.rename(old)
    folder.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _write_json(path: Path, content: Any) -> None:
    path.write_text(plain.text(content) + "\n", encoding="utf-8")


def _sources(scenario: AnyScenario) -> list[str]:
    """The keys of every source that a run rests on, sorted."""
    used = {*catalog.keys_used(scenario.system_ids), *scenario.source_keys}
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
        {"key": key, "type": known[key].kind, **known[key].fields} for key in _sources(scenario)
    ]


def _manifest(scenario: AnyScenario, folder: Path, wall_s: float) -> dict[str, Any]:
    packages = ("shieldmap", "numpy", "numba", "scipy")
    return {
        "name": scenario.name,
        "scenario_sha256": scenario.content_hash(),
        "run_hash": run_hash(scenario),
        "sampling": {
            "method": "latin hypercube",
            "samples": campaign.SAMPLES,
            "seed": campaign.SEED,
        },
        "versions": {"python": platform.python_version(), **{p: version(p) for p in packages}},
        "wall_time_s": round(wall_s, 2),
        "made": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "sources": _sources(scenario),
        "sha256": {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.iterdir())
        },
    }


def _write_maps(path: Path, study: Study, where: Places, prints: Footprint) -> None:
    """The arrays as NetCDF-4 with CF attributes; the same content gives the same bytes."""
    import h5netcdf

    labels = [f"{case.threat_id} from {case.launch_id}" for case in study.cases]
    variants = [v.curve if v.curve == "value" else f"{v.curve} {v.value:g}" for v in study.variants]
    with h5netcdf.File(path, "w", track_order=False) as file:
        file.dimensions = {
            "case": len(study.cases),
            "place": len(where.name),
            "doctrine": 3,
            "constraint": prints.margins.shape[2],
            "variant": len(variants),
        }
        file.attrs["Conventions"] = "CF-1.11"
        file.attrs["title"] = study.scenario.title
        file.attrs["case_labels"] = "; ".join(labels)
        file.attrs["variant_labels"] = "; ".join(variants)
        file.attrs["place_names"] = "; ".join(n.replace(";", ",") for n in where.name)
        for name, values, units, text in _place_variables(where):
            _variable(file, name, ("place",), values, units, text)
        for name, dims, units, text in _MAP_VARIABLES:
            _variable(file, name, dims, getattr(prints, name), units, text)


def _place_variables(
    where: Places,
) -> list[tuple[str, NDArray[Any], str, str]]:
    return [
        ("latitude_deg", where.latitude_deg, "degrees_north", "latitude on WGS 84"),
        ("longitude_deg", where.longitude_deg, "degrees_east", "longitude on WGS 84"),
        ("kind", where.kind, "1", "0 cell of the grid, 1 town, 2 asset"),
        ("area_m2", where.area_m2, "m2", "land area of the cell"),
        (
            "people",
            where.people,
            "1",
            "people of the cell or town; whose count, is in summary.json",
        ),
    ]


_CP: Final = ("case", "place")
_MAP_VARIABLES: Final = (
    ("status", _CP, "1", "how the flight ended; 0 flown, 1 to 3 not threatened"),
    ("is_defended", (*_CP, "doctrine"), "1", "by single, salvo-2, shoot-look-shoot; the values"),
    ("is_defended_low", (*_CP, "doctrine"), "1", "every assumption at its bad end"),
    ("is_defended_high", (*_CP, "doctrine"), "1", "every assumption at its good end"),
    ("on_curve", (*_CP, "variant"), "1", "headline doctrine along reach and reaction"),
    ("shots", _CP, "1", "shots that shoot-look-shoot could fit"),
    ("reason", _CP, "1", "first failed constraint, -1 where none"),
    ("failed_bits", _CP, "1", "bit c set where constraint c fails"),
    ("margins", (*_CP, "constraint"), "1", "margin of each constraint in its own SI unit"),
    ("binds", _CP, "1", "0 neither, 1 published envelope, 2 fly-out, 3 both"),
    ("slack_s", _CP, "s", "latest useful launch less first possible launch"),
    ("closest_in_band_m", _CP, "m", "least slant range from the launcher inside the band"),
    ("time_of_flight_s", _CP, "s", "launch to impact"),
    ("apogee_m", _CP, "m", "highest altitude above the ellipsoid"),
    ("residual_m", _CP, "m", "distance of the impact from the place asked for"),
)


def _variable(
    file: Any, name: str, dims: tuple[str, ...], values: NDArray[Any], units: str, text: str
) -> None:
    data = values.astype(np.int8) if values.dtype == np.bool_ else values
    variable = file.create_variable(name, dims, data.dtype, data=data, compression="gzip")
    variable.attrs["units"] = units
    variable.attrs["long_name"] = text
