"""Many samples of a study, each computed once: killed at any moment, the same command goes on.

Question: what do thousands of joint draws of defence and missile say of every place of the fine grid?

Model: sample ``n`` takes point ``n`` of the study's scrambled Sobol sequence, and meets missile ``n``
modulo 32 of those that are drawn for every case, as the study's own draws do. Samples that meet one missile
are computed together, a task at a time, because its flights are flown once for all of them. A task is one
part on the disk: a Parquet file with a row for each sample, and a NetCDF file with counts for each place.
Both are written whole under another name and renamed, the rows last: a part is there or it is not.

The folder is named by a hash of the study, the catalogue values that it uses and the version, and a sample's
row by the hash of that and its number. A sample is computed where no part holds it: the same command twice
computes nothing, and a longer sweep computes what is missing.

- ``tasks``: which samples are missing, and how they are put into tasks;
- ``parts``: one task computed, and written;
- ``running``: tasks one by one, or on workers of Dask;
- ``results``: what the parts together say.

Limits: those of the study's draws (:mod:`shieldmap.footprint.spread`); missiles come in 32 draws.
"""

from shieldmap.sweeps.results import summarise
from shieldmap.sweeps.running import LOCAL, SweepError, run
from shieldmap.sweeps.tasks import BLOCK, SweepTask, folder_of, missing, sample_id

__all__ = [
    "BLOCK",
    "LOCAL",
    "SweepError",
    "SweepTask",
    "folder_of",
    "missing",
    "run",
    "sample_id",
    "summarise",
]
