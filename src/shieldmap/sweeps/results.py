"""What the parts of a sweep say together: shares defended with their bands, and maps."""

from pathlib import Path

import numpy as np

from shieldmap.footprint.spread import SETS
from shieldmap.model import Floats
from shieldmap.results.footprint import Quantiles
from shieldmap.results.sweep import SweepSummary, SweptThreat
from shieldmap.scenario import Scenario
from shieldmap.sweeps.tasks import parts

_QUANTILES = (0.05, 0.5, 0.95)


def summarise(folder: Path, scenario: Scenario, samples: int) -> SweepSummary:
    """Medians and bands over the first samples, asked of the parts by DuckDB.

    Raises
    ------
    ValueError : a sample stands in two parts, or is missing.
    """
    import duckdb

    with duckdb.connect() as database:
        database.execute(
            f"CREATE VIEW swept AS SELECT * FROM read_parquet('{folder}/*.parquet') WHERE sample < {samples}"
        )
        count, unlike = database.execute(
            "SELECT count(*), count(DISTINCT id) FROM swept"
        ).fetchall()[0]
        if not count == unlike == samples:
            raise ValueError(f"{folder}: {count} rows of {unlike} samples, expected {samples}")
        rows = []
        for threat in scenario.threats:
            shares, people = (
                database.execute(
                    f"SELECT quantile_cont({what}, {list(_QUANTILES)}) FROM swept "
                    f'WHERE "threatened_{threat.id}" > 0'
                ).fetchall()[0][0]
                for what in (
                    f'"defended_{threat.id}" / "threatened_{threat.id}"',
                    f'"defended_{threat.id}"',
                )
            )
            rows.append(SweptThreat(threat=threat.id, share=_ends(shares), people=_ends(people)))
    return SweepSummary(
        folder=str(folder),
        scenario=scenario.name,
        samples=samples,
        missiles=min(SETS, samples),
        parts=len(parts(folder)),
        threats=tuple(rows),
    )


def _ends(values: list[float] | None) -> Quantiles:
    low, middle, high = values or (None, None, None)
    return Quantiles(p05=low, p50=middle, p95=high)


def shares(folder: Path) -> Floats:
    """Share of all samples on the disk in which each place is defended: (threats, places), NaN where never threatened."""
    import h5netcdf

    threatened = safe = None
    for task in parts(folder):
        with h5netcdf.File(folder / f"{task.name}.nc") as file:
            more = [np.asarray(file[name][...], dtype=np.int64) for name in ("threatened", "safe")]
        threatened = more[0] if threatened is None else threatened + more[0]
        safe = more[1] if safe is None else safe + more[1]
    if threatened is None or safe is None:
        return np.empty((0, 0))
    with np.errstate(invalid="ignore"):
        return np.asarray(safe / threatened)
