"""Run folders made by hand: a manifest that fits whatever lies in them."""

import hashlib
import json
from pathlib import Path
from typing import Any

from shieldmap import archive, plain


def signed(folder: Path, **entries: Any) -> archive.Run:
    """A run of the files in a folder, whose manifest keeps its other entries."""
    path = folder / archive.MANIFEST
    old = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    sums = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.iterdir())
        if file != path
    }
    made = archive._signed({**old, **entries, "sha256": sums})
    path.write_text(plain.text(made) + "\n", encoding="utf-8")
    return archive.Run(folder)
