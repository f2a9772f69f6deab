"""Mutated scenario files: every one is refused in a sentence, or runs and gives sense.

``SHIELDMAP_MUTANTS=10000`` checks that many files instead of the everyday few hundred.
"""

import json
import math
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from shieldmap import archive, report, scenario, texts
from shieldmap.questions import places, raid
from shieldmap.scenario import AnyScenario, ScenarioError
from tests import mutating

MUTANTS: Final = int(os.environ.get("SHIELDMAP_MUTANTS", "300"))
RUNS: Final = max(4, MUTANTS // 100)
"""Mutants that pass the check and are run whole, on a coarse grid."""

_SOURCES: Final = {name: scenario.source_text(name).encode() for name in scenario.names()}


def mutant(seed: int) -> bytes:
    """A mutated scenario file: mostly other values, sometimes torn bytes."""
    if seed % 5 == 0:
        return mutating.torn(_SOURCES[sorted(_SOURCES)[seed % len(_SOURCES)]], seed)
    return mutating.as_toml(mutating.mutated(seed)).encode()


def test_every_mutant_is_refused_in_one_sentence_or_is_a_whole_study(tmp_path: Path) -> None:
    path = tmp_path / "mutant.toml"
    taken = 0
    for seed in range(MUTANTS):
        path.write_bytes(mutant(seed))
        try:
            study = scenario.load_study(path)
        except ScenarioError as error:
            said = str(error)
            assert said.startswith("mutant.toml"), (seed, said)
            assert texts.unshown(said) is None, (seed, said)
            assert len(said) < 1000, (seed, said)
            continue
        taken += 1
        assert scenario.build_study(study.as_mapping()) == study, seed
        assert study.content_hash(), seed
    # Both roads are walked: neither everything is refused nor everything taken.
    assert 0.1 * MUTANTS < taken < 0.9 * MUTANTS


def small(raw: dict[str, Any]) -> AnyScenario:
    """The study of a mutant on a coarse grid, with few threats, places and trials."""
    if raw.get("kind") == "stability":
        raw = {**raw, "launch_areas": raw["launch_areas"][:2], "cities": raw["cities"][:2]}
        return scenario.build_study(raw, "mutant")
    scenario.build_study(raw, "mutant")  # what the check refuses is not made smaller first
    raw = {**raw, "grid": {**raw["grid"], "spacing_km": 100.0}}
    raw.pop("towns", None)
    given = raw.get("raid")
    flown = given["waves"][0]["threat"] if given else raw["threats"][0]["id"]
    raw["threats"] = [
        {**t, "launch_points": t["launch_points"][:2]} for t in raw["threats"] if t["id"] == flown
    ]
    if given:
        wave = {**given["waves"][0], "targets": given["waves"][0]["targets"][:2]}
        wave.pop("launch_points", None)
        raw["raid"] = {
            **given, "waves": [wave], "trials_max": min(given.get("trials_max", 100), 100),
            "half_width": 0.0,
        }  # fmt: skip
    return scenario.build_study(raw, "mutant")


def _values(found: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(found, dict):
        for key, value in found.items():
            yield from _values(value, f"{path}.{key}")
    elif isinstance(found, list):
        yield path, found
        for row, value in enumerate(found):
            yield from _values(value, f"{path}[{row}]")
    else:
        yield path, found


def nonsense(run: archive.Run) -> list[str]:
    """What no reader may meet: numbers that are none, shares outside of 0 to 1, odd intervals."""
    out = []
    for file in sorted(run.path.glob("*.json")):
        text = file.read_text(encoding="utf-8")
        if any(word in text for word in ("NaN", "Infinity")):
            out.append(f"{file.name} holds NaN or Infinity")
        for path, value in _values(json.loads(text)):
            where = f"{file.name}{path} is {value}"
            last = path.rpartition(".")[2]
            if isinstance(value, float) and not math.isfinite(value):
                out.append(where)
            elif last in ("share", "mean_share", "greatest_share", "share_of_samples"):
                if isinstance(value, (int, float)) and not 0.0 <= value <= 1.0:
                    out.append(where)
            elif last == "sampling_interval" and isinstance(value, list):
                # A difference between two counts may be less than nothing.
                is_change = ".more_" in path and value == sorted(value)
                out += [where] if not (is_change or _is_sound(value)) else []
    return out


def _is_sound(interval: list[Any]) -> bool:
    """Both ends there or neither, in order, and not below nothing."""
    low, high = interval
    if low is None or high is None:
        return low is high
    return 0.0 <= low <= high


def coarsen(patch: pytest.MonkeyPatch) -> None:
    """Questions about sites on a coarse grid, with few trials: the same code in a second."""
    patch.setattr(places, "SPACING_M", 100e3)
    patch.setattr(places, "SITE_SPACING_M", 200e3)
    patch.setattr(raid, "_QUICK_TRIALS", 100)
    patch.setattr(raid, "_END_TRIALS", 100)


@pytest.mark.slow
def test_mutants_that_pass_the_check_run_and_give_sense(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coarsen(monkeypatch)
    run_whole, seed = 0, 0
    while run_whole < RUNS:
        seed += 1
        try:
            study = small(mutating.mutated(seed, gentle=True))
        except ScenarioError:
            continue
        path = tmp_path / f"mutant-{seed}.toml"
        path.write_text(scenario.to_toml(study), encoding="utf-8")
        try:
            run = archive.make_run(str(path), str(tmp_path / "runs"), finish=report.write)
        except ScenarioError as error:
            # Only the flights can tell that a wave reaches none of its places.
            if "can fly to" not in str(error):
                raise
            continue
        assert nonsense(run) == [], seed
        run_whole += 1
