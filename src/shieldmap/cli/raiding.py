"""``shieldmap raid`` and ``shieldmap ask``: a raid fought, and questions answered."""

from pathlib import Path
from typing import Any, NamedTuple

from shieldmap import campaign, export, plain, questions, scenario as scenarios
from shieldmap.answers.places import Found, InputError, find
from shieldmap.cli import show, writing
from shieldmap.scenario import Asset, Scenario

_RULES = ("most-urgent", "value-weighted", "optimal")
_ANSWERS = ("waste", "gate")


class Wanted(NamedTuple):
    """What the command was asked for besides the scenario."""

    trials: int | None
    half_width: float | None
    seed: int | None
    assignment: str | None
    undiscriminated: str | None
    czml: Path | None
    timeline: Path | None
    epoch: str | None


def check(wanted: Wanted) -> None:
    """Refuse what cannot be before anything is computed."""
    for option, value, known in (
        ("--assignment", wanted.assignment, _RULES),
        ("--undiscriminated", wanted.undiscriminated, _ANSWERS),
    ):
        if value is not None and value not in known:
            raise InputError(f"{option} is '{value}': expected {', '.join(known)}")
    if wanted.trials is not None and wanted.half_width is not None:
        raise InputError("--trials and --half-width stand together: expected one of them")
    if wanted.epoch is not None:
        export.read_epoch(wanted.epoch, "--epoch")
        if wanted.czml is None:
            raise InputError("--epoch has an effect with --czml only")
    if wanted.czml is not None and wanted.czml == wanted.timeline:
        raise InputError(f"--czml and --timeline are both '{wanted.czml}': expected two files")
    for name, path, endings in (
        ("czml", wanted.czml, (".czml", ".json")),
        ("timeline", wanted.timeline, (".json",)),
    ):
        if path is not None:
            writing.check_ending(name, path, endings)
            writing.check_writable(name, path)


def fight(name: str, wanted: Wanted) -> dict[str, Any]:
    """Fight the raid of a scenario and write the files asked for."""
    given = _changed(scenarios.load(name), wanted)
    with show.progress() as advance:
        prepared = campaign.prepare(given, progress=advance)
        fought = questions.fight_raid(prepared, advance)
        result = questions.told(fought)
        told = None
        if wanted.czml is not None or wanted.timeline is not None:
            advance("writing one raid as it happened", 0, 1)
            told = questions.timeline(prepared)
    contents: dict[Path, bytes] = {}
    if wanted.timeline is not None:
        contents[wanted.timeline] = (plain.text(told) + "\n").encode()
    if wanted.czml is not None:
        assert told is not None
        about = writing.about(given.source_keys, export.RAID_LIMITS)
        epoch = export.epoch_of(wanted.epoch, "--epoch")
        contents[wanted.czml] = export.raid_czml(told, result["batteries"], about, epoch).encode()
    writing.write_all(contents)
    return {"scenario": given.name, **result, "files": [str(path) for path in contents]}


def _changed(given: Scenario, wanted: Wanted) -> Scenario:
    """The scenario with what the options replace."""
    if given.raid is None:
        raise InputError(
            f"{given.name} has no raid: expected a scenario with a table [raid], such as korea"
        )
    changes: dict[str, Any] = {}
    for key in ("half_width", "seed", "assignment", "undiscriminated"):
        value = getattr(wanted, key)
        if value is not None:
            changes[f"raid.{key}"] = value
    if wanted.trials is not None:
        changes |= {"raid.half_width": 0.0, "raid.trials_max": wanted.trials}
    return scenarios.changed(given, changes) if changes else given


def ask(question: str, name: str, where: str | None) -> dict[str, Any]:
    """Answer one question about a scenario."""
    if question not in questions.QUESTIONS:
        known = ", ".join(questions.QUESTIONS)
        raise InputError(f"'{question}' is not a question: expected one of {known}")
    given = scenarios.load(name)
    asked = questions.QUESTIONS[question]
    if asked.needs_raid and given.raid is None:
        raise InputError(
            f"{given.name} has no raid, which '{question}' asks about: expected a scenario with a "
            "table [raid], such as korea"
        )
    if where is not None and not asked.needs_place:
        raise InputError(f"--place is '{where}': '{question}' asks about no place")
    asset, others = (None, ()) if where is None else _asset(given, where)
    with show.progress() as advance:
        answer = questions.ask(given, question, asset, advance)
    named = {"others": list(others)} if others else {}
    return {"question": question, "text": asked.text, "scenario": given.name, **answer, **named}


def _asset(given: Scenario, where: str) -> tuple[Asset, tuple[str, ...]]:
    """The place asked about: an asset of the scenario, another known place, or coordinates.

    Beside it the labels of the other places that bear its name.
    """
    found: Found = find(where, "--place", given)
    for asset in given.assets:
        if asset.id == found.id:
            return asset, found.others
    return Asset.model_construct(
        id="place",
        name=found.name or where,
        name_ko="",
        kind="site",
        latitude_deg=found.latitude_deg,
        longitude_deg=found.longitude_deg,
        source="shieldmap-estimate",
        confidence="high",
        note="",
    ), found.others
