"""What ``catalog``, ``scenario``, ``bench`` and ``verify`` answer."""

from typing import ClassVar

from pydantic import Field

from shieldmap.results.record import Record
from shieldmap.results.run_files import UsedRecord, UsedValue


class ListedScenario(Record):
    """An embedded scenario."""

    name: str
    title: str
    summary: str


class ListedSystem(Record):
    """A system of the catalogue with its names."""

    id: str
    name: str
    name_ko: str
    aliases: tuple[str, ...]
    summary: str


class _Somewhere(Record):
    """A value by its path in the entry."""

    path: str


class SystemValue(UsedValue, _Somewhere):
    """A value of a system in its own unit, with its rivals."""


class System(Record):
    """Every value of a system with range, basis, source and rivals."""

    TABLE: ClassVar[str] = "values"

    id: str
    name: str
    summary: str
    values: tuple[SystemValue, ...]
    records: tuple[UsedRecord, ...] = Field(default=(), description="counted hits and shots")


class BenchMachine(Record):
    """What was measured on."""

    processor: str
    threads: int
    python: str
    numba: str


class BenchRow(Record):
    """A speed with its accuracy."""

    name: str
    median: float
    unit: str
    worst_m: float | None
    accuracy: str


class Bench(Record):
    """Speed together with its accuracy."""

    TABLE: ClassVar[str] = "rows"

    machine: BenchMachine
    repeats: int
    rows: tuple[BenchRow, ...]


class FileState(Record):
    """What became of a file of a run."""

    name: str
    state: str = Field(description="whole, changed, missing, or not of the run")


class Verified(Record):
    """Whether a run is whole."""

    TABLE: ClassVar[str] = "files"

    run: str
    is_whole: bool
    files: tuple[FileState, ...]
