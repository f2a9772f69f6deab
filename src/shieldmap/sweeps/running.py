"""Tasks of a sweep one by one with all cores, or spread over the workers of a Dask cluster."""

import contextlib
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from shieldmap import scenario as scenarios
from shieldmap.campaign import Progress
from shieldmap.scenario import Scenario
from shieldmap.sweeps import parts
from shieldmap.sweeps.tasks import BLOCK, SweepTask, folder_of, missing

LOCAL: Final = "local"
"""Workers on this machine, one for each core, each with one thread."""

_DEATHS: Final = 10
"""So many workers may die under one task before it is given up: pre-empted machines die often."""


class SweepError(ValueError):
    """A sweep that cannot be run as asked, said in one sentence."""


def run(
    scenario: Scenario,
    samples: int,
    output: Path,
    *,
    dask: str | None = None,
    workers: int | None = None,
    block: int = BLOCK,
    progress: Progress | None = None,
) -> Path:
    """Compute what a sweep lacks; its folder.

    Parameters
    ----------
    output : the folder that the sweep's own folder stands in; every worker must see it.
    dask : the address of a scheduler, or ``local``; without it this process computes.
    workers : of a local cluster.

    Raises
    ------
    SweepError : Dask is asked for and not installed, or a task killed its workers again and again.
    """
    folder = folder_of(scenario, output).resolve()
    tasks = missing(folder, samples, block)
    left = sum(task.last - task.first for task in tasks)
    done, start = samples - left, time.monotonic()
    say = progress or (lambda *_: None)
    say("samples", done, samples)
    computed = (
        _here(scenario, tasks, folder)
        if dask is None
        else _on_dask(scenario, tasks, folder, dask, workers)
    )
    for count in computed:
        done += count
        say(_pace(done - (samples - left), left, time.monotonic() - start), done, samples)
    return folder


def _pace(done: int, left: int, passed_s: float) -> str:
    """How fast it goes and how long it takes yet: ``17 samples a second, 6:50 left``."""
    rate = done / max(passed_s, 1e-9)
    minutes, seconds = divmod(round((left - done) / rate), 60)
    return f"{rate:.3g} samples a second, {minutes}:{seconds:02d} left"


def _here(scenario: Scenario, tasks: list[SweepTask], folder: Path) -> Iterator[int]:
    """Every task in this process, on all its threads."""
    folder.mkdir(parents=True, exist_ok=True)
    for task in tasks:
        yield parts.compute(scenario, task, folder)


def _on_dask(
    scenario: Scenario, tasks: list[SweepTask], folder: Path, address: str, workers: int | None
) -> Iterator[int]:
    """Tasks on workers; one whose worker dies is computed anew by another."""
    try:
        import dask
        from distributed import Client, KilledWorker, LocalCluster, as_completed
    except ImportError:
        raise SweepError(
            "--dask needs the optional package distributed, which is not installed: "
            "install shieldmap[dask], or leave --dask out"
        ) from None
    text = scenarios.to_toml(scenario)
    with contextlib.ExitStack() as held:
        held.enter_context(dask.config.set({"distributed.scheduler.allowed-failures": _DEATHS}))
        cluster: Any = address
        if address == LOCAL:
            cluster = held.enter_context(
                LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
            )
        try:
            client: Client = held.enter_context(Client(cluster))
        except (ValueError, OSError) as error:
            raise SweepError(
                f"--dask is '{address}': {error}: expected {LOCAL} or the address of a scheduler that "
                "runs, such as tcp://10.0.0.1:8786"
            ) from None
        folder.mkdir(parents=True, exist_ok=True)  # only now that somebody will compute
        futures = [
            client.submit(
                work, text, task, str(folder), pure=False, key=f"{folder.name}-{task.name}"
            )
            for task in tasks
        ]
        try:
            for future in as_completed(futures):
                yield int(future.result())
        except KilledWorker as error:
            raise SweepError(
                f"a task of the sweep ended its workers again and again: {error}"
            ) from None


def work(text: str, task: tuple[int, int, int], folder: str) -> int:
    """One task on a worker: with one thread, so that as many workers as cores share them."""
    import numba

    numba.set_num_threads(1)
    there, own = Path(folder), SweepTask(*task)
    # A task that a dead worker had finished is there already.
    if (there / f"{own.name}.parquet").exists():
        return own.last - own.first
    return parts.compute(_parsed(text), own, there)


@cache
def _parsed(text: str) -> Scenario:
    return scenarios.parse(text)
