"""The repository speaks of the project alone: no registries, no paths of one machine."""

import fnmatch
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import shieldmap

ROOT = Path(__file__).resolve().parents[2]
GITIGNORE = [
    line.strip()
    for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]

# The words are put together here, so that this file does not hold what it looks for.
REGISTRY_HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("anaconda", "org"),
        ("crates", "io"),
        ("proxy", "golang", "org"),
        ("unpkg", "com"),
        ("jsdelivr", "net"),
    )
) + ("arti" + "factory",)
# After a letter, a dot or a tilde, such a word is the middle of a relative path or an address.
MACHINE_PATH = re.compile(r"(?<![\w.~/})-])/(?:work|root|tmp|home)/")


def is_ignored(path: Path) -> bool:
    """The part of .gitignore's rules that this repository uses: names, with * and a last /."""
    name = path.relative_to(ROOT).as_posix()
    for pattern in GITIGNORE:
        wanted = pattern.rstrip("/")
        if pattern.endswith("/") and not path.is_dir():
            continue
        if "/" in wanted:
            if fnmatch.fnmatch(name, wanted.lstrip("/")):
                return True
        elif fnmatch.fnmatch(path.name, wanted):
            return True
    return path == ROOT / ".git"


def files_of_the_repository() -> Iterator[Path]:
    for folder, folders, files in os.walk(ROOT):
        here = Path(folder)
        folders[:] = sorted(f for f in folders if not is_ignored(here / f))
        yield from (here / f for f in sorted(files) if not is_ignored(here / f))


def text_of(path: Path) -> str | None:
    """The file's text, or None for a file that holds no text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def findings(text: str) -> list[str]:
    lowered = text.lower()
    return [host for host in REGISTRY_HOSTS if host in lowered] + MACHINE_PATH.findall(text)


# Others' work, kept as they published it: Cesium's bundle knows a web service whose address reads so.
AS_PUBLISHED = {"src/shieldmap/data/web/vendor/cesium/Cesium.js"}


def test_no_file_names_a_registry_or_a_machine_path() -> None:
    read, found = 0, {}
    for path in files_of_the_repository():
        text = text_of(path)
        if text is None:
            continue
        read += 1
        if path.relative_to(ROOT).as_posix() in AS_PUBLISHED:
            continue
        if what := findings(text):
            found[str(path.relative_to(ROOT))] = what
    assert read
    assert found == {}


def test_uv_lock_is_not_in_the_repository() -> None:
    # It stores the address of a registry on every line; the hashed files replace it.
    assert "uv.lock" in GITIGNORE
    assert not [path for path in files_of_the_repository() if path.name == "uv.lock"]
    if (ROOT / ".git").exists():
        tracked = subprocess.run(
            ["git", "ls-files", "--", "*uv.lock"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert tracked.stdout == ""


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-test.txt", "requirements-uv.txt"]
)
def test_requirements_are_hashed_and_name_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|--index|--extra-index|--find-links)", text, flags=re.MULTILINE)
    packages = re.findall(
        r"^[A-Za-z0-9].*?(?=^[A-Za-z0-9]|\Z)", text, flags=re.MULTILINE | re.DOTALL
    )
    assert packages
    for package in packages:
        assert re.match(r"[\w.-]+==", package), package.splitlines()[0]
        assert "--hash=sha256:" in package, package.splitlines()[0]


def test_the_test_requirements_contain_the_others() -> None:
    # One environment serves ./try and ./check, so both must pin the same versions.
    pins = [
        {
            line.rstrip(" \\")
            for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
            if "==" in line
        }
        for name in ("requirements.txt", "requirements-test.txt")
    ]
    assert pins[0] <= pins[1]


def test_the_citation_names_the_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {shieldmap.__version__}\n" in citation


SLASH = "/"


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        (f"see {SLASH}tmp/x", True),
        (f'open("{SLASH}root/x")', True),
        ("https" + "://example.org/work/paper", False),
        ("../work/x and docs/tmp/y", False),
        ("files." + REGISTRY_HOSTS[1], True),
        ("a plain sentence", False),
    ],
)
def test_the_search_finds_what_it_looks_for(text: str, is_found: bool) -> None:
    assert bool(findings(text)) is is_found
