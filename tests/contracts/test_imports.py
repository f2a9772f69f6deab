"""Data flows one way, and physics knows numpy and numba only."""

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.import_rules import allowed_modules

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "shieldmap"
PHYSICS = (
    "model", "earth", "flight", "threat", "fitting", "sensor", "track", "interceptor",
    "engagement", "battle", "fragments",
)  # fmt: skip
STANDARD_LIBRARY = {"__future__", "collections.abc", "enum", "functools", "math", "typing"}
THIRD_PARTY = {"numba", "numpy"}
# Loaded by `import shieldmap`, these would cost every command its start.
NEVER_AT_IMPORT = ("fastapi", "matplotlib", "numba", "pandas", "scipy", "xarray")


def contracts() -> dict[str, dict]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {c["id"]: c for c in settings["tool"]["importlinter"]["contracts"]}


def physics_files() -> list[Path]:
    """The files of those physics modules that exist; a module may be a file or a folder."""
    files = []
    for module in PHYSICS:
        files += [p for p in [PACKAGE / f"{module}.py"] if p.exists()]
        files += sorted((PACKAGE / module).rglob("*.py"))
    return files


def imported_names(tree: ast.AST, package: str) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import, relative ones spelled out from `package`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parents, base] if base else parents)
            for alias in node.names:
                # `from shieldmap import earth` names a module; `from math import pi` does not.
                yield node.lineno, f"{base}.{alias.name}" if base == "shieldmap" else base


def refused_imports(source: str, module: str, package: str = "shieldmap") -> list[str]:
    """What a physics module imports although nothing allows it."""
    allowed = allowed_modules(contracts()["table"]["may_import"], module) | {module}
    refused = []
    for line, name in imported_names(ast.parse(source), package):
        top, *rest = name.split(".")
        if name in STANDARD_LIBRARY or top in THIRD_PARTY:
            continue
        if top == "shieldmap" and rest and rest[0] in allowed:
            continue
        refused.append(f"line {line}: {name}")
    return refused


def module_and_package(path: Path) -> tuple[str, str]:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0], ".".join(["shieldmap", *parts[:-1]])


def run_import_linter(folder: Path) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-logo", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_import_contracts_are_kept() -> None:
    result = run_import_linter(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line", "expected"),
    [
        ("sensor", "from shieldmap import flight", "shieldmap.sensor imports shieldmap.flight"),
        ("earth", "import scipy.optimize", "shieldmap.earth is not allowed to import scipy"),
        ("units", "import shieldmap", "shieldmap.units imports the package's root"),
        ("helpers", "", "shieldmap.helpers has no row in the table"),
    ],
)
def test_import_contracts_catch_a_planted_violation(
    tmp_path: Path, module: str, line: str, expected: str
) -> None:
    # A bare package of the same name, started from its own folder, hides the real one.
    package = tmp_path / "shieldmap"
    package.mkdir()
    for name in ("__init__", "model", "units", "earth", "flight", "sensor"):
        (package / f"{name}.py").touch()
    (package / f"{module}.py").write_text(f"{line}\n", encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    rules = tmp_path / "tests" / "contracts"
    rules.mkdir(parents=True)
    for init in (rules.parent, rules):
        (init / "__init__.py").touch()
    shutil.copy(ROOT / "tests" / "contracts" / "import_rules.py", rules)

    result = run_import_linter(tmp_path)

    assert result.returncode == 1, result.stdout + result.stderr
    assert expected in " ".join(result.stdout.split())


def test_physics_sources_of_the_contract_are_the_physics_modules() -> None:
    assert contracts()["physics"]["source_modules"] == [f"shieldmap.{m}" for m in PHYSICS]


def test_physics_imports_only_maths_numpy_and_numba() -> None:
    files = physics_files()
    assert PACKAGE / "model.py" in files
    refused = []
    for path in files:
        module, package = module_and_package(path)
        source = path.read_text(encoding="utf-8")
        refused += [f"{module}: {r}" for r in refused_imports(source, module, package)]
    assert not refused


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "import collections",
        "from pathlib import Path",
        "from scipy import optimize",
        "from shieldmap import __version__",
        "from shieldmap import scenario",
        "from shieldmap.flight import fly",
        "from . import flight",
        "from .flight import fly",
        "def late():\n    import logging",
    ],
)
def test_the_walk_refuses(line: str) -> None:
    assert refused_imports(line, "sensor")


@pytest.mark.parametrize(
    "line",
    [
        "import math",
        "import numpy as np",
        "from collections.abc import Callable",
        "from numpy.typing import NDArray",
        "from numba import njit",
        "from shieldmap import earth, model",
        "from shieldmap.model import Status",
        "from .model import Status",
    ],
)
def test_the_walk_allows(line: str) -> None:
    assert not refused_imports(line, "sensor")


def test_importing_the_package_stays_light() -> None:
    code = f"import sys, shieldmap; print([m for m in {NEVER_AT_IMPORT!r} if m in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
