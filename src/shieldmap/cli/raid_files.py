"""The files of ``shieldmap raid``: one raid as it happened, for a globe and as JSON."""

from pathlib import Path
from typing import NamedTuple

from shieldmap import export, plain, questions
from shieldmap.answers import raids
from shieldmap.answers.places import InputError
from shieldmap.answers.raids import RaidFought, RaidRequest
from shieldmap.answers.scene import names_in_words
from shieldmap.cli import writing
from shieldmap.footprint import Progress
from shieldmap.results import Raid


class RaidFiles(NamedTuple):
    """Where to write what, nothing where it was not asked for, and when the raid starts."""

    czml: Path | None
    timeline: Path | None
    epoch: str | None


class RaidWritten(NamedTuple):
    """What became of a raid, and the files that were written."""

    record: Raid
    files: tuple[Path, ...]

    def as_json(self) -> dict[str, object]:
        """The keys that ``--json`` prints."""
        return self.record.as_json() | {"files": [str(path) for path in self.files]}


def fight(scenario: str, request: RaidRequest, files: RaidFiles, advance: Progress) -> RaidWritten:
    """Fight the raid and write the files."""
    raids.check(request)
    check(files)
    fought = raids.fight(scenario, request, advance)
    return RaidWritten(fought.record, write(files, fought, advance))


def check(files: RaidFiles) -> None:
    """Refuse what cannot be written, before anything is computed."""
    if files.epoch is not None:
        export.read_epoch(files.epoch, "--epoch")
        if files.czml is None:
            raise InputError("--epoch has an effect with --czml only")
    if files.czml is not None and files.czml == files.timeline:
        raise InputError(f"--czml and --timeline are both '{files.czml}': expected two files")
    for name, path, endings in (
        ("czml", files.czml, (".czml", ".json")),
        ("timeline", files.timeline, (".json",)),
    ):
        if path is not None:
            writing.check_ending(name, path, endings)
            writing.check_writable(name, path)


def write(files: RaidFiles, fought: RaidFought, advance: Progress) -> tuple[Path, ...]:
    """Write what was asked for."""
    if files.czml is None and files.timeline is None:
        return ()
    advance("writing one raid as it happened", 0, 1)
    told = questions.timeline(fought.prepared)
    contents: dict[Path, bytes] = {}
    if files.timeline is not None:
        contents[files.timeline] = (plain.text(told.as_json()) + "\n").encode()
    if files.czml is not None:
        given = fought.prepared.scenario
        about = writing.about(given.source_keys, export.RAID_LIMITS)
        epoch = export.epoch_of(files.epoch, "--epoch")
        names = names_in_words(given)
        text = export.raid_czml(told, fought.record.batteries, about, epoch, names)
        contents[files.czml] = text.encode()
    writing.write_all(contents)
    return tuple(contents)
