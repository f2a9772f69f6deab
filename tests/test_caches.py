"""Compiled kernels are kept where this user may write, believed only when whole, and needed by nobody."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from shieldmap import caches

ROOT = Path(__file__).resolve().parents[1]
# One small kernel with two signatures, so that there are two files.
USE = """
from shieldmap import caches, earth
print(round(earth.wrap(7.0), 9) if earth.wrap(7) == earth.wrap(7.0) else "not the same")
hits = [sum(d.stats.cache_hits.values()) for d in vars(earth).values() if hasattr(d, "stats")]
print(sum(hits), caches.kernel_folder())
"""


def used(environment: Mapping[str, str], *, drops: tuple[str, ...] = ()) -> tuple[float, int, str]:
    """Run a kernel in a process of its own: its answer, kernels read from disk, their folder."""
    variables = {"SHIELDMAP_CACHE_DIR", "NUMBA_CACHE_DIR", "XDG_CACHE_HOME", *drops}
    kept = {key: value for key, value in os.environ.items() if key not in variables}
    done = subprocess.run(
        [sys.executable, "-c", USE], env={**kept, **environment}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    answer, told = done.stdout.splitlines()
    hits, folder = told.split(" ", 1)
    return float(answer), int(hits), folder


WRAPPED = 0.716814693  # 7 less two pi


def test_a_kernel_is_compiled_once(tmp_path: Path) -> None:
    chosen = {"SHIELDMAP_CACHE_DIR": str(tmp_path)}
    first, second = used(chosen), used(chosen)
    assert first[0] == second[0] == WRAPPED
    assert first[1] == 0
    assert second[1] > 0
    assert Path(first[2]).parent == tmp_path
    # Nothing but whole kernels lies there.
    assert {path.suffix for path in Path(first[2]).iterdir()} == {caches.KERNEL}


@pytest.mark.parametrize("harm", ["emptied", "cut", "flipped", "removed", "exchanged"])
def test_a_damaged_kernel_is_compiled_again(tmp_path: Path, harm: str) -> None:
    chosen = {"SHIELDMAP_CACHE_DIR": str(tmp_path)}
    _, _, folder = used(chosen)
    kernels = sorted(Path(folder).iterdir())
    contents = [path.read_bytes() for path in kernels]
    for path, content, other in zip(kernels, contents, contents[1:] + contents[:1], strict=True):
        middle = len(content) // 2
        harmed = {
            "emptied": b"", "cut": content[:middle], "exchanged": other,
            "flipped": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        }  # fmt: skip
        if harm == "removed":
            path.unlink()
        else:
            path.write_bytes(harmed[harm])
    answer, hits, _ = used(chosen)
    assert answer == WRAPPED
    assert hits == 0
    # It was put right on the way.
    assert used(chosen)[1] > 0


def test_the_folder_of_other_packages_is_left_to_them(tmp_path: Path) -> None:
    _, _, folder = used({"NUMBA_CACHE_DIR": str(tmp_path)})
    assert Path(folder).parent == tmp_path / "shieldmap"
    code = (
        "import os, shieldmap.earth, numba; "
        "print(os.environ.get('NUMBA_CACHE_DIR'), numba.config.CACHE_DIR)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == [str(tmp_path), str(tmp_path)]


def test_the_chosen_folder_goes_first(tmp_path: Path) -> None:
    _, _, folder = used(
        {"SHIELDMAP_CACHE_DIR": str(tmp_path / "a"), "NUMBA_CACHE_DIR": str(tmp_path / "b"),
         "XDG_CACHE_HOME": str(tmp_path / "c"), "HOME": str(tmp_path / "d")}
    )  # fmt: skip
    assert Path(folder).parent == tmp_path / "a"
    _, _, folder = used({"XDG_CACHE_HOME": str(tmp_path / "c"), "HOME": str(tmp_path / "d")})
    assert Path(folder).parent == tmp_path / "c" / "shieldmap"
    _, _, folder = used({"HOME": str(tmp_path / "d")})
    assert Path(folder).parent == tmp_path / "d" / ".cache" / "shieldmap"


def test_without_a_home_a_private_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("no folder can be made in a file")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    answer, _, folder = used({"HOME": str(tmp_path / "home"), "TMPDIR": str(temporary)})
    assert answer == WRAPPED
    private = Path(folder).parent
    assert private.parent == temporary
    assert private.stat().st_mode & 0o077 == 0
    # What somebody else may write to is not run: the kernels are compiled anew.
    private.chmod(0o777)
    assert used({"HOME": str(tmp_path / "home"), "TMPDIR": str(temporary)})[1:] == (0, "None")


def test_a_disk_that_takes_nothing_costs_the_keeping_only(tmp_path: Path) -> None:
    """A limit on the size of files stands for a full disk: writing fails, reading does not."""
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n{USE}"
    done = subprocess.run(
        [sys.executable, "-c", limited], env={**os.environ, "SHIELDMAP_CACHE_DIR": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == str(WRAPPED)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_compiling_is_announced_only_with_a_cold_cache(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(caches, "kernel_folder", lambda: None)
    assert caches.is_cold()
    monkeypatch.setattr(caches, "kernel_folder", lambda: tmp_path)
    assert caches.is_cold()
    (tmp_path / f"engagement.judging._engage_batch-0123{caches.KERNEL}").touch()
    assert not caches.is_cold()


def test_the_fingerprint_counts_every_file_with_a_kernel() -> None:
    """An edit in any of them must lead to another folder."""
    package = ROOT / "src" / "shieldmap"
    with_kernels = {
        path.relative_to(package).parts[0].removesuffix(".py")
        for path in package.rglob("*.py")
        if "import njit" in path.read_text(encoding="utf-8")
    }
    assert with_kernels
    assert with_kernels <= set(caches._PHYSICS)
