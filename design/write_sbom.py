"""Write sbom.cdx.json, the parts of a release as a CycloneDX bill of materials.

Usage: python design/write_sbom.py .venv/bin/python

cyclonedx-py reads the pinned lock and, for licences and who needs whom, the environment that was made
from it; it is no part of that environment, so make one for it:

    python -m venv sbom && sbom/bin/pip install cyclonedx-bom==7.5.0
    sbom/bin/python design/write_sbom.py .venv/bin/python

What is committed inside the package comes after: libraries of the page, with what they bundle, and letters
with their checksums, the data of the map pack, and the names of countries. There is neither a time nor a serial number in it, and no address of a
registry: equal inputs give equal bytes. ``tests/contracts/test_release.py`` compares it with its sources.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT: Final = Path(__file__).parents[1]
DATA: Final = ROOT / "src" / "shieldmap" / "data"
FILE: Final = ROOT / "sbom.cdx.json"
NAME: Final = "shieldmap"
OTHER_PLATFORMS: Final = {"colorama": "BSD-3-Clause"}
"""Licences of packages that the lock pins for other platforms alone, so that no environment here has them."""

NO_PACKAGES: Final = ("basis_universal", "Knockout ES5 plugin")
"""Bundled libraries that were not taken from npm."""

VERSION: Final = re.search(
    r'^__version__ = "(.*)"$', (ROOT / "src/shieldmap/__init__.py").read_text("utf-8"), re.MULTILINE
)[1]


def main(python: str) -> None:
    """Write the file from the lock, the environment of this Python, and the sources of the package."""
    pinned = [_pinned(one) for one in _asked("requirements", "requirements.txt")["components"]]
    installed = _asked("environment", "--pyproject", "pyproject.toml", python)
    refs = _add_licences(pinned, installed["components"])
    own = {"bom-ref": NAME, "type": "application", "name": NAME, "version": VERSION}
    own |= {"purl": f"pkg:pypi/{NAME}@{VERSION}", "licenses": [{"license": {"id": "MIT"}}]}
    bundled = _bundled()
    held = [*_libraries(), *(one for rows in bundled.values() for one in rows), _letters()]
    held += [*_data(), _country_names()]
    needs = _needs(installed["dependencies"], refs)
    within = {ref: [one["bom-ref"] for one in rows] for ref, rows in bundled.items()}
    inner = {ref for refs_ in within.values() for ref in refs_}
    own_parts = [one["bom-ref"] for one in held if one["bom-ref"] not in inner]
    needs |= within | {NAME: sorted([*needs.get(NAME, ()), *own_parts])}
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": own},
        "components": pinned + held,
        "dependencies": [
            {"ref": ref, **({"dependsOn": needs[ref]} if needs.get(ref) else {})}
            for ref in [NAME, *(one["bom-ref"] for one in pinned + held)]
        ],
    }
    text = json.dumps(bom, indent=1, ensure_ascii=False) + "\n"
    if problem := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        sys.exit(f"not CycloneDX: {problem}")
    FILE.write_text(text, encoding="utf-8")


def _asked(how: str, *arguments: str) -> dict[str, Any]:
    """What cyclonedx-py writes, asked with these arguments."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "bom.json"
        command = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", how, *arguments]
        command += ["--output-reproducible", "--sv", "1.6", "--of", "JSON", "-o", str(out)]
        subprocess.run(command, cwd=ROOT, check=True)
        found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def _pinned(found: dict[str, Any]) -> dict[str, Any]:
    """A package of the lock; its hashes, one for every wheel of every platform, stay in the lock."""
    keys = ("type", "name", "version", "purl")
    return {"bom-ref": found["purl"], **{key: found[key] for key in keys}}


def _add_licences(pinned: list[dict[str, Any]], installed: list[dict[str, Any]]) -> dict[str, str]:
    """Put licences beside the packages that are installed here; their references, theirs to ours.

    A name may be pinned twice, for older and newer Pythons; what is here has the licence of both.
    """
    here = {_folded(one["name"]): one for one in installed}
    refs = {}
    for one in pinned:
        found = here.get(_folded(one["name"]))
        if found is None:  # of another platform
            if licence := OTHER_PLATFORMS.get(one["name"]):
                one["licenses"] = [{"license": {"id": licence}}]
            continue
        if found["version"] == one["version"]:
            refs[found["bom-ref"]] = one["bom-ref"]
        named = [_named(entry) for entry in found.get("licenses", ())]
        if told := [entry for entry in named if entry]:
            whole = [entry for entry in told if "expression" in entry]
            one["licenses"] = whole[:1] or told
    missing = {_folded(one["name"]) for one in pinned} & set(here)
    missing -= {_folded(one["name"]) for one in installed if one["bom-ref"] in refs}
    if missing:
        sys.exit(f"not the versions of the lock: {', '.join(sorted(missing))}")
    return refs


def _named(entry: dict[str, Any]) -> dict[str, Any]:
    """A licence by its name alone: some packages give the whole text for one."""
    if "expression" in entry:
        return {"expression": entry["expression"]}
    licence = entry["license"]
    for key in ("id", "name"):
        told = str(licence.get(key, "")).strip()
        if told and "\n" not in told and len(told) < 80 and not told.startswith("declared license"):
            return {"license": {key: told}}
    return {}


def _needs(found: list[dict[str, Any]], refs: dict[str, str]) -> dict[str, list[str]]:
    """Who needs whom among the pinned packages; the tool calls what they are needed for its root."""
    names = {"root-component": NAME, NAME: NAME, **refs}
    return {
        names[one["ref"]]: sorted({refs[ref] for ref in one.get("dependsOn", ()) if ref in refs})
        for one in found
        if one["ref"] in names
    }


def _libraries() -> list[dict[str, Any]]:
    vendor = json.loads((DATA / "web" / "vendor" / "VENDOR.json").read_text(encoding="utf-8"))
    return [_npm(one) for entry in vendor.values() for one in (entry, *entry["holds"])]


def _bundled() -> dict[str, list[dict[str, Any]]]:
    """What a library has built into it, by the library's reference; its own file tells the licences."""
    vendor = json.loads((DATA / "web" / "vendor" / "VENDOR.json").read_text(encoding="utf-8"))
    return {
        _npm(entry)["bom-ref"]: [
            _part(entry["package"], name, version) for name, version in entry["bundles"].items()
        ]
        for entry in vendor.values()
        if entry.get("bundles")
    }


def _part(holder: str, name: str, version: str) -> dict[str, Any]:
    """One of the bundled libraries; those that are no package of npm have no address of one."""
    told = {"license": {"name": f"told by LICENSE.md of {holder}"}}
    one = {"type": "library", "name": name, "version": version, "licenses": [told]}
    if name in NO_PACKAGES:
        return {"bom-ref": f"{holder}/{_folded(name).replace(' ', '-')}@{version}", **one}
    purl = f"pkg:npm/{name.lower().replace('@', '%40')}@{version}"
    return {"bom-ref": purl, **one, "purl": purl}


def _npm(one: dict[str, Any]) -> dict[str, Any]:
    """A package of npm; of the letters no tarball is kept, so that they have no hash of one."""
    purl = f"pkg:npm/{one['package'].replace('@', '%40')}@{one['version']}"
    tarball = one.get("tarball_sha256")
    return {
        "bom-ref": purl,
        "type": "library",
        "name": one["package"],
        "version": one["version"],
        **({"hashes": [{"alg": "SHA-256", "content": tarball}]} if tarball else {}),
        "licenses": [{"license": {"id": one["licence"]}}],
        "purl": purl,
    }


def _letters() -> dict[str, Any]:
    face = json.loads((DATA / "faces" / "SOURCES.json").read_text(encoding="utf-8"))
    return _npm(face)


def _data() -> list[dict[str, Any]]:
    """The files of the map pack, each with the licences of what it was made from."""
    pack = json.loads((DATA / "geo" / "SOURCES.json").read_text(encoding="utf-8"))
    return [
        {
            "bom-ref": f"data/geo/{name}",
            "type": "data",
            "name": name,
            "hashes": [{"alg": "SHA-256", "content": entry["sha256"]}],
            "licenses": [
                {"license": {"name": licence}}
                for licence in dict.fromkeys(one["licence"] for one in entry["sources"])
            ],
            "copyright": " ".join(dict.fromkeys(one["attribution"] for one in entry["sources"])),
        }
        for name, entry in pack.items()
    ]


def _country_names() -> dict[str, Any]:
    """Names of countries in Korean: among the words, and of a licence of their own."""
    name = "words/ko/countries.ftl"
    return {
        "bom-ref": f"data/{name}",
        "type": "data",
        "name": name,
        "licenses": [{"license": {"id": "Unicode-3.0"}}],
        "copyright": "Unicode CLDR, through Babel; a few spellings changed.",
    }


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    main(sys.argv[1])
