"""A sweep: the study's own draws, each computed once, whoever is killed in between."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from shieldmap import answers, campaign, formats, scenario, sweeps
from shieldmap.cli import show_sweep
from shieldmap.footprint import CELL
from shieldmap.footprint.spread import SETS, draw_together
from shieldmap.scenario import Scenario
from shieldmap.sweeps import parts, results, running, tasks
from shieldmap.sweeps.tasks import SweepTask

COARSE_KM = 100.0


@pytest.fixture(scope="module")
def given() -> Scenario:
    """A small study: two launch points, cells of 100 km."""
    whole = scenario.load("timing")
    return whole.model_copy(
        update={"grid": whole.grid.model_copy(update={"spacing_km": COARSE_KM})}
    )


@pytest.fixture(scope="module")
def swept(given: Scenario, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sweeps.run(given, 2 * SETS, tmp_path_factory.mktemp("swept"), block=2)


def rows(folder: Path) -> dict[str, np.ndarray]:
    import duckdb

    with duckdb.connect() as database:
        found = database.execute(
            f"SELECT * FROM read_parquet('{folder}/*.parquet') ORDER BY sample"
        )
        return {name: np.asarray(values) for name, values in found.fetchnumpy().items()}


# --- tasks -----------------------------------------------------------------------


def test_the_tasks_of_a_sweep_hold_each_sample_once(tmp_path: Path) -> None:
    for samples in (1, 31, 32, 33, 1000):
        found = np.concatenate([task.samples for task in sweeps.missing(tmp_path, samples, 7)])
        assert np.sort(found).tolist() == list(range(samples))


def test_what_is_on_the_disk_is_not_asked_for_again(tmp_path: Path) -> None:
    first = SweepTask(3, 0, 2)
    (tmp_path / f"{first.name}.parquet").touch()
    left = np.concatenate([task.samples for task in sweeps.missing(tmp_path, 96, 2)])
    assert np.sort(np.concatenate([left, first.samples])).tolist() == list(range(96))


def test_a_sweep_of_another_study_has_another_folder(given: Scenario, tmp_path: Path) -> None:
    other = scenario.changed(given, {"defence.radar.boresight_deg": 300.0})
    assert sweeps.folder_of(given, tmp_path) != sweeps.folder_of(other, tmp_path)
    ids = {sweeps.sample_id(sweeps.folder_of(one, tmp_path), 7) for one in (given, other)}
    assert len(ids) == 2


# --- samples ---------------------------------------------------------------------


def test_the_first_samples_are_the_draws_of_the_study(given: Scenario, swept: Path) -> None:
    """The study's joint draws on the same cells: sample n meets missile n modulo 32 there too."""
    this = campaign.study(given, variants=campaign.ENDS_ONLY)
    spread = draw_together(this)
    cells = spread.where.kind == CELL
    people = spread.where.people[cells]
    found = rows(swept)
    for row, case in enumerate(this.cases):
        mine = people @ spread.is_defended[row][cells][:, : 2 * SETS]
        theirs = found[f"people_{case.threat_id}_from_{case.launch_id}"]
        np.testing.assert_allclose(theirs, mine, rtol=1e-12)


def test_counts_of_places_and_rows_say_the_same(given: Scenario, swept: Path) -> None:
    shares = results.shares(swept)
    told = sweeps.summarise(swept, given, 2 * SETS)
    assert shares.shape[0] == len(given.threats)
    assert told.samples == 2 * SETS
    assert np.nanmax(shares) <= 1.0
    for threat in told.threats:
        assert 0.0 <= (threat.share.p05 or 0.0) <= (threat.share.p95 or 0.0) <= 1.0


def test_the_same_sweep_again_computes_nothing(
    given: Scenario, swept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "compute", lambda *_: pytest.fail("computed again"))
    assert sweeps.run(given, 2 * SETS, swept.parent) == swept


def test_a_longer_sweep_computes_what_is_missing(
    given: Scenario, swept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counted(_scenario: Scenario, task: SweepTask, _folder: Path) -> int:
        asked.extend(task.samples.tolist())
        return task.last - task.first

    monkeypatch.setattr(parts, "compute", counted)
    sweeps.run(given, 2 * SETS + 5, swept.parent)
    assert sorted(asked) == list(range(2 * SETS, 2 * SETS + 5))


def test_one_and_two_threads_sweep_alike(given: Scenario, swept: Path, tmp_path: Path) -> None:
    folder = sweeps.folder_of(given, tmp_path)
    folder.mkdir()
    task = sweeps.missing(folder, 8)[0]
    import numba

    before = numba.get_num_threads()
    try:
        numba.set_num_threads(1)
        alone = parts.judge(given, task, folder)
    finally:
        numba.set_num_threads(before)
    together = parts.judge(given, task, folder)
    for name, values in alone.columns.items():
        np.testing.assert_array_equal(values, together.columns[name], err_msg=name)
    np.testing.assert_array_equal(alone.safe, together.safe)


# --- killed ----------------------------------------------------------------------

SWEEPING = """
import sys
from pathlib import Path
from shieldmap import scenario, sweeps
given = scenario.load(sys.argv[1])
sweeps.run(given, int(sys.argv[2]), Path(sys.argv[3]), block=1)
"""


def test_a_sweep_that_is_killed_goes_on_where_it_was(given: Scenario, tmp_path: Path) -> None:
    """Killed with -9 once some parts are there: nothing half-written counts, and the rest is computed."""
    path = tmp_path / "study.toml"
    path.write_text(scenario.to_toml(given), encoding="utf-8")
    folder = sweeps.folder_of(scenario.load(path), tmp_path)
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", SWEEPING, str(path), str(SETS), str(tmp_path)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    until = time.monotonic() + 300.0
    while len(list(folder.glob("*.parquet"))) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    before = {
        one.name: (folder / f"{one.name}.parquet").stat().st_mtime_ns for one in tasks.parts(folder)
    }
    assert 2 <= len(before) < SETS
    sweeps.run(scenario.load(path), SETS, tmp_path, block=1)
    told = sweeps.summarise(folder, given, SETS)
    assert told.samples == SETS
    # What was there was left alone.
    for name, when in before.items():
        assert (folder / f"{name}.parquet").stat().st_mtime_ns == when


def test_a_worker_that_is_killed_loses_and_doubles_nothing(
    given: Scenario, swept: Path, tmp_path: Path
) -> None:
    """Two workers of Dask, one killed with -9 while it works: every sample once, the numbers the same."""
    pytest.importorskip("distributed")
    from distributed import Client, LocalCluster

    folder = sweeps.folder_of(given, tmp_path).resolve()
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        workers = list(client.run(os.getpid).values())
        killed = False

        def kill_one(_what: str, done: int, _total: int) -> None:
            nonlocal killed
            if done and not killed:
                killed = True
                os.kill(workers[0], signal.SIGKILL)

        sweeps.run(
            given, SETS, tmp_path, dask=cluster.scheduler_address, block=1, progress=kill_one
        )
    assert killed
    told = sweeps.summarise(folder, given, SETS)
    assert told.samples == SETS
    here, there = rows(swept), rows(folder)
    for name, values in there.items():
        if name != "id":
            np.testing.assert_array_equal(values, here[name][:SETS], err_msg=name)


def test_the_table_in_the_terminal_says_what_the_record_says(
    given: Scenario, swept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Median, then the low and the high end, under their heads and in that order."""
    found = results.summarise(swept, given, 2 * SETS)
    show_sweep.sweep(found)
    printed = capsys.readouterr().out.splitlines()
    head = next(line for line in printed if line.startswith("threat"))
    assert [head.index(word) for word in ("median", "low", "high", "people")] == sorted(
        head.index(word) for word in ("median", "low", "high", "people")
    )
    for row in found.threats:
        line = next(line for line in printed if line.startswith(row.threat))
        ends = [formats.percent(x) for x in (row.share.p50, row.share.p05, row.share.p95)]
        assert " ".join(" ".join(ends).split()) in " ".join(line.split())


# --- refusals --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"samples": 0}, "expected 1 to"),
        ({"samples": 10, "workers": 2}, "with --dask local"),
        ({"samples": 10, "dask": "local", "workers": 0}, "1 or more"),
    ],
)
def test_a_wrong_wish_of_a_sweep_is_a_sentence(wish: dict[str, object], words: str) -> None:
    with pytest.raises(answers.InputError, match=words):
        answers.sweep("timing", **wish)  # type: ignore[arg-type]


def test_the_pace_says_what_is_left() -> None:
    assert running._pace(50, 150, 10.0) == "5 samples a second, 0:20 left"
