"""What others wrote stands in the page as they wrote it, with its licence and checksums."""

import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest

import shieldmap

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


LOOKED_AT = tomllib.loads(
    (VENDOR.parents[4] / "design" / "vendor_looked_at.toml").read_text(encoding="utf-8")
)


def shipped() -> set[str]:
    """Every package and what it holds or bundles, with its version."""
    out = set()
    for entry in PACKAGES.values():
        for part in (entry, *entry["holds"]):
            out.add(f"{part['package']} {part['version']}")
        out |= {f"{name} {version}" for name, version in entry.get("bundles", {}).items()}
    return out


def test_every_bundled_version_was_looked_at_for_this_release() -> None:
    """A published advisory is found by looking: neither an update nor a release goes without it."""
    assert set(LOOKED_AT["packages"]) == shipped()
    assert all(LOOKED_AT["packages"].values())
    assert LOOKED_AT["release"] == shieldmap.__version__


def test_the_versions_told_are_those_in_the_built_file() -> None:
    """Where a library keeps its banner, the file itself says what it holds."""
    code = (VENDOR / "cesium" / "Cesium.js").read_text(encoding="utf-8")
    bundles = PACKAGES["cesium"]["bundles"]
    assert re.findall(r"DOMPurify ([\d.]+) \|", code) == [bundles["dompurify"]]
    assert set(re.findall(r"\* Version: (\d+\.\d+\.\d+)", code)) == {bundles["urijs"]}
    assert re.findall(r"^ \* Version (\S+)$", code, re.MULTILINE) == [PACKAGES["cesium"]["version"]]
