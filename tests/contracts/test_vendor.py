"""What others wrote stands in the page as they wrote it, with its licence and checksums."""

import hashlib
import json
from pathlib import Path

import pytest

VENDOR = Path(__file__).resolve().parents[2] / "src" / "shieldmap" / "data" / "web" / "vendor"
PACKAGES = json.loads((VENDOR / "VENDOR.json").read_text(encoding="utf-8"))


def test_every_file_is_listed_with_its_checksum() -> None:
    listed = {
        f"{folder}/{name}": digest
        for folder, entry in PACKAGES.items()
        for name, digest in entry["files"].items()
    }
    found = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "VENDOR.json"
    }
    assert found == listed


@pytest.mark.parametrize("folder", sorted(PACKAGES))
def test_every_package_names_its_licence_and_carries_its_text(folder: str) -> None:
    entry = PACKAGES[folder]
    assert entry["licence"]
    assert any("LICENSE" in name for name in entry["files"])
    assert entry["version"]
