"""Run folders made by hand: a manifest that fits whatever lies in them."""

import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema_rs

from shieldmap import archive, plain
from shieldmap.results import Manifest, run_files
from tests.records import whole


def signed(folder: Path, **entries: Any) -> archive.Run:
    """A run of the files in a folder, whose manifest keeps its other entries."""
    path = folder / archive.MANIFEST
    old = json.loads(path.read_bytes()) if path.exists() else whole(Manifest).as_json()
    sums = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.iterdir())
        if file != path
    }
    made = archive._signed({**old, **entries, "sha256": sums})
    path.write_text(plain.text(made) + "\n", encoding="utf-8")
    return archive.Run(folder)


def schema_problems(run: archive.Run) -> dict[str, str]:
    """What a file of a run has against its JSON Schema, the first problem of each."""
    found = {}
    for name in run_files.FILES:
        if name == archive.MANIFEST or run.has(name):
            validator = jsonschema_rs.validator_for(run_files.schema(name))
            for problem in validator.iter_errors(json.loads((run.path / name).read_bytes())):
                found.setdefault(name, str(problem)[:300])
    return found
