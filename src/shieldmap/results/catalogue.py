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
    cores: int
    threads: int
    python: str
    numba: str
    version: str
    commit: str | None = Field(description="with a plus where the sources were changed since")


class BenchRow(Record):
    """A speed with its accuracy."""

    name: str
    median: float
    unit: str
    worst_m: float | None
    accuracy: str


class PeerRow(Record):
    """A speed beside that of somebody else who does the same, both measured in turn in one run."""

    name: str
    peer: str
    ratio: float = Field(description="ours over theirs")
    ours: float = Field(description="median of the rates")
    theirs: float
    unit: str
    our_threads: int
    their_threads: int
    accuracy: str


class Bench(Record):
    """Speed together with its accuracy; beside peers where they were asked for."""

    TABLE: ClassVar[str] = "rows"

    machine: BenchMachine
    repeats: int
    rows: tuple[BenchRow, ...]
    peers: tuple[PeerRow, ...]


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
