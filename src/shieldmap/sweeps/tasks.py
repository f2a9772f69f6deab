"""Which samples of a sweep are missing, and how they are put into tasks."""

import hashlib
import re
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from shieldmap import archive
from shieldmap.footprint.spread import SETS
from shieldmap.model import Ints
from shieldmap.scenario import Scenario

BLOCK: Final = 320
"""Most samples of one task. For the 3,900 places of ``korea`` flights and tracks of its missile take some
8 s of two cores, each sample 20 ms more: a task of 320 some 15 s."""

_PART: Final = re.compile(r"missile-(\d{2})-rounds-(\d{7})-(\d{7})\.parquet")


class SweepTask(NamedTuple):
    """Samples that meet one missile: those of the rounds ``first`` to ``last``, the last not included.

    In each round every missile is met once; sample ``n`` is of round ``n // 32``.
    """

    missile: int
    first: int
    last: int

    @property
    def samples(self) -> Ints:
        """The numbers of its samples."""
        return np.arange(self.first, self.last) * SETS + self.missile

    @property
    def name(self) -> str:
        """The name of its part, without an ending."""
        return f"missile-{self.missile:02d}-rounds-{self.first:07d}-{self.last:07d}"


def folder_of(scenario: Scenario, output: Path) -> Path:
    """The folder of a study's sweep, whatever its length."""
    return output / f"sweep-{scenario.name}-{archive.run_hash(scenario)}"


def sample_id(folder: Path, sample: int) -> str:
    """The address of one sample: sixteen hexadecimal digits of its sweep and its number."""
    return hashlib.sha256(f"{folder.name}/{sample}".encode()).hexdigest()[:16]


def parts(folder: Path) -> list[SweepTask]:
    """The tasks whose parts are whole on the disk."""
    found = (_PART.fullmatch(path.name) for path in sorted(folder.glob("*.parquet")))
    return [SweepTask(*(int(text) for text in one.groups())) for one in found if one]


def missing(folder: Path, samples: int, block: int = BLOCK) -> list[SweepTask]:
    """The tasks that are left until there are so many samples, missile by missile in turn."""
    done: dict[int, set[int]] = {}
    for part in parts(folder):
        done.setdefault(part.missile, set()).update(range(part.first, part.last))
    tasks = []
    for missile in range(SETS):
        rounds = range((samples - missile + SETS - 1) // SETS if samples > missile else 0)
        wanted = [one for one in rounds if one not in done.get(missile, set())]
        tasks += [SweepTask(missile, *run) for run in _runs(wanted, block)]
    # All missiles first: a sweep that is stopped early has met each of them.
    return sorted(tasks, key=lambda task: (task.first, task.missile))


def _runs(rounds: list[int], block: int) -> list[tuple[int, int]]:
    """Unbroken runs of rounds, cut into blocks."""
    out: list[tuple[int, int]] = []
    for one in rounds:
        if out and out[-1][1] == one and one - out[-1][0] < block:
            out[-1] = (out[-1][0], one + 1)
        else:
            out.append((one, one + 1))
    return out
