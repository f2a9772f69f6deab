"""``sweep``: many samples of a study, each computed once."""

from pathlib import Path

from shieldmap import scenario as scenarios, sweeps
from shieldmap.answers.places import InputError
from shieldmap.footprint import Progress
from shieldmap.results.sweep import SweepSummary

_MOST = 10_000_000


def sweep(
    scenario: str = "korea",
    samples: int = 1000,
    *,
    output: str | Path = "runs",
    dask: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> SweepSummary:
    """Judge many joint draws of defence and missile at every place, as ``shieldmap sweep``.

    Parameters
    ----------
    scenario : an embedded scenario's name or the path of a scenario file.
    samples : in all; those that are on the disk already are not computed again.
    output : the folder that the sweep's folder stands in.
    dask : ``local`` for workers on this machine, or the address of a scheduler.
    workers : of a local cluster; by itself one for each core.

    Raises
    ------
    InputError : a number that is none, or Dask that is not there.
    """
    given = scenarios.load(scenario)
    if not 1 <= samples <= _MOST:
        raise InputError(f"--samples is {samples}: expected 1 to {_MOST:,}")
    if workers is not None and (dask != sweeps.LOCAL or workers < 1):
        raise InputError(f"--workers is {workers}: expected 1 or more, with --dask local")
    try:
        folder = sweeps.run(
            given, samples, Path(output), dask=dask, workers=workers, progress=progress
        )
        return sweeps.summarise(folder, given, samples)
    except sweeps.SweepError as error:
        raise InputError(str(error)) from None
