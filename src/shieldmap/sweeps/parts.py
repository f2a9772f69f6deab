"""One task of a sweep: its samples judged at every place, and written as one part."""

import io
import os
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import campaign, datafiles, files, footprint
from shieldmap.campaign import Case, FlownCase, Study
from shieldmap.footprint import CELL, Places
from shieldmap.footprint.spread import (
    EVERY_S,
    CaseJudge,
    DrawnMissile,
    aimed_alike,
    case_drawn,
    drawn_missiles,
    with_drawn_body,
)
from shieldmap.model import Floats, Ints, Status
from shieldmap.scenario import Scenario
from shieldmap.sweeps.tasks import SweepTask, sample_id

_HELD: Final = 16
"""So many studies and aim tables a process keeps."""


class SweepRows(NamedTuple):
    """What one task found: columns (samples,) by name, and counts (threats, places) of draws."""

    columns: dict[str, NDArray[Any]]
    threatened: Ints
    safe: Ints


@lru_cache(maxsize=_HELD)
def _study(scenario: Scenario) -> tuple[Study, Places]:
    this = campaign.study(scenario, variants=campaign.ENDS_ONLY)
    return this, footprint.places(scenario)


@lru_cache(maxsize=512)
def _with_missile(scenario: Scenario, row: int, key: DrawnMissile) -> Case:
    this, _ = _study(scenario)
    return case_drawn(this, this.cases[row], key)


def _flown(scenario: Scenario, row: int, missile: int, at: tuple[Floats, Floats]) -> FlownCase:
    """The flights of one drawn missile from one launch point to places."""
    this, _ = _study(scenario)
    drawn = drawn_missiles(this, this.cases[row])[missile]
    own = _with_missile(scenario, row, aimed_alike(drawn))
    flown = campaign.fly(this, own, *at, every_s=EVERY_S)
    return with_drawn_body(this, own, flown, drawn)


def judge(scenario: Scenario, task: SweepTask, folder: Path) -> SweepRows:
    """Judge every sample of a task at every place against every case."""
    this, where = _study(scenario)
    samples = task.samples
    u = campaign.points(_at_least(int(samples[-1]) + 1))[samples]
    at = np.radians(where.latitude_deg), np.radians(where.longitude_deg)
    ids = [one.id for one in scenario.threats]
    shape = len(ids), at[0].size, samples.size
    threatened, safe = np.zeros(shape, np.bool_), np.ones(shape, np.bool_)
    people = np.where(where.kind == CELL, where.people, 0.0)
    columns: dict[str, NDArray[Any]] = {
        "sample": samples,
        "id": np.array([sample_id(folder, int(n)) for n in samples], dtype=object),
        "missile": np.full(samples.size, task.missile),
    }
    for row, case in enumerate(this.cases):
        if case.table is None:
            continue
        judged = CaseJudge(this, case, u=u)
        number = ids.index(case.threat_id)
        defended = np.zeros(shape[1:], np.bool_)
        for part in campaign.chunks(at[0].size):
            flown = _flown(scenario, row, task.missile, (at[0][part].copy(), at[1][part].copy()))
            reached = (flown.flights.status == Status.OK)[:, None]
            found = judged.draws(flown, np.arange(samples.size))[0] & reached
            threatened[number, part] |= reached
            safe[number, part] &= found | ~reached
            defended[part] = found
        columns[f"people_{case.threat_id}_from_{case.launch_id}"] = people @ defended
        if row == 0:
            columns |= judged.numbers
    safe &= threatened
    for number, name in enumerate(ids):
        columns[f"threatened_{name}"] = people @ threatened[number]
        columns[f"defended_{name}"] = people @ safe[number]
    return SweepRows(columns, threatened.sum(axis=2), safe.sum(axis=2))


def _at_least(count: int) -> int:
    """A power of two, so that the points are made once for many tasks."""
    return 1 << max(count - 1, 1).bit_length()


def compute(scenario: Scenario, task: SweepTask, folder: Path) -> int:
    """Compute a task and write its part; how many samples it holds.

    Both files stand beside their place until they are whole. The rows are renamed last: with them the
    part is there, and a process that is killed before leaves nothing that looks finished.
    """
    found = judge(scenario, task, folder)
    rows, counts = folder / f"{task.name}.parquet", folder / f"{task.name}.nc"
    files.write_whole({counts: _netcdf(scenario, found)})
    beside = folder / f".{task.name}-{os.getpid()}"
    told = {"scenario": scenario.name, "sweep": folder.name}
    units = dict.fromkeys(found.columns, "SI, by the name")
    try:
        datafiles.write_rows(
            beside, found.columns, units, told, "One row for each sample: people in persons."
        )
        beside.replace(rows)
    finally:
        beside.unlink(missing_ok=True)
    return int(task.last - task.first)


def _netcdf(scenario: Scenario, found: SweepRows) -> bytes:
    """Counts of samples that threaten and that defend each place, as NetCDF-4."""
    import h5netcdf

    held = io.BytesIO()
    with h5netcdf.File(held, "w", track_order=False) as file:
        file.dimensions = {"flight": found.safe.shape[0], "place": found.safe.shape[1]}
        file.attrs["scenario_name"] = scenario.name
        for name, counts in (("threatened", found.threatened), ("safe", found.safe)):
            variable = file.create_variable(name, ("flight", "place"), np.int32)
            variable[...] = counts.astype(np.int32)
            variable.attrs["units"] = "1"
    return held.getvalue()
