"""What a release carries beside the code: bill of materials, credits, container, all of one version."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import shieldmap
from tests.scripts import load

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src" / "shieldmap" / "data"


@cache
def bill() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "sbom.cdx.json").read_text(encoding="utf-8"))
    return found


def parts(begin: str) -> set[str]:
    return {one["bom-ref"] for one in bill()["components"] if one["bom-ref"].startswith(begin)}


def test_the_bill_has_every_package_of_the_lock_and_no_other() -> None:
    # python design/write_sbom.py makes it anew after the lock has changed.
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pins = re.findall(r"^([\w.-]+)==([\w.]+)", lock, flags=re.MULTILINE)
    assert pins
    assert parts("pkg:pypi/") == {f"pkg:pypi/{name}@{version}" for name, version in pins}


def test_the_bill_has_what_is_committed_inside_the_package() -> None:
    vendor = json.loads((DATA / "web" / "vendor" / "VENDOR.json").read_text(encoding="utf-8"))
    face = json.loads((DATA / "faces" / "SOURCES.json").read_text(encoding="utf-8"))
    held = [face, *(one for entry in vendor.values() for one in (entry, *entry["holds"]))]
    named = {f"pkg:npm/{one['package'].replace('@', '%40')}@{one['version']}" for one in held}
    # What a library has built into it stands below the library, with the licences that its file tells.
    needs = {one["ref"]: one.get("dependsOn", []) for one in bill()["dependencies"]}
    known = {one["bom-ref"]: (one["name"], one.get("version")) for one in bill()["components"]}
    built_in: set[str] = set()
    for entry in vendor.values():
        held_by = needs[f"pkg:npm/{entry['package'].replace('@', '%40')}@{entry['version']}"]
        assert dict(known[ref] for ref in held_by) == entry.get("bundles", {})
        built_in |= {*held_by}
    assert built_in
    assert parts("pkg:npm/") - built_in == named
    pack = json.loads((DATA / "geo" / "SOURCES.json").read_text(encoding="utf-8"))
    assert parts("data/geo/") == {f"data/geo/{name}" for name in pack}
    sums = {one["bom-ref"]: one.get("hashes") for one in bill()["components"]}
    for name, entry in pack.items():
        assert sums[f"data/geo/{name}"] == [{"alg": "SHA-256", "content": entry["sha256"]}]


def test_the_bill_has_the_names_of_countries() -> None:
    """Words of Unicode CLDR, with a licence of their own: in the credits and in the bill."""
    licences = {one["bom-ref"]: one["licenses"] for one in bill()["components"]}
    assert licences["data/words/ko/countries.ftl"] == [{"license": {"id": "Unicode-3.0"}}]
    assert "words/ko/countries.ftl" in (ROOT / "docs" / "credits.md").read_text(encoding="utf-8")


def test_the_bill_is_of_this_version_and_of_no_moment() -> None:
    about = bill()["metadata"]
    assert about["component"]["version"] == shieldmap.__version__
    assert set(about) == {"component"}
    assert "serialNumber" not in bill()


def test_every_part_has_its_licence() -> None:
    assert [one["name"] for one in bill()["components"] if not one.get("licenses")] == []


def test_who_needs_whom_names_known_parts() -> None:
    known = parts("") | {"shieldmap"}
    for one in bill()["dependencies"]:
        assert {one["ref"], *one.get("dependsOn", ())} <= known


def test_the_page_of_credits_is_what_its_script_writes() -> None:
    assert (ROOT / "docs" / "credits.md").read_text("utf-8") == load("write_credits").page()


def test_the_container_runs_as_nobody_and_takes_what_is_there() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("USER ")] == ["USER 65534:65534"]
    taken = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for line in taken:
        assert not line.startswith("!") or (ROOT / line[1:]).exists(), line
    # What the wheel is built from must not be left out of the context.
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name in ("README.md", "LICENSE", "docs/credits.md", "sbom.cdx.json"):
        assert f'"{name}"' in settings
        assert f"!{name}" in taken
