"""Few deep modules, short functions: the budgets of length."""

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 700
LONGEST_KERNEL = 80
LONGEST_FUNCTION = 60
KERNEL_DECORATORS = {"njit", "jit", "vectorize", "guvectorize", "cfunc", "stencil"}
FOLDERS = ("src", "tests", "examples", "docs", "design", "bench", "scripts")


class Function(NamedTuple):
    lines: int
    is_kernel: bool
    place: str


PAGE = ROOT / "src" / "shieldmap" / "data" / "web"


def page_files() -> list[Path]:
    """What is written here of the page: its vendored libraries are others' work."""
    files = (path for kind in ("*.js", "*.css", "*.html") for path in PAGE.rglob(kind))
    return sorted(path for path in files if "vendor" not in path.parts)


def python_files() -> list[Path]:
    return sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))


def is_kernel(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    for decorator in node.decorator_list:
        target = decorator.func if isinstance(decorator, ast.Call) else decorator
        name = target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")
        if name in KERNEL_DECORATORS:
            return True
    return False


def functions(source: str, name: str) -> list[Function]:
    """Every function with its length from `def` to its last line, docstring included."""
    return [
        Function(node.end_lineno - node.lineno + 1, is_kernel(node), f"{name}:{node.name}")
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    ]


def too_long(found: list[Function]) -> list[Function]:
    return [f for f in found if f.lines > (LONGEST_KERNEL if f.is_kernel else LONGEST_FUNCTION)]


def test_no_file_is_too_long() -> None:
    files = [*python_files(), *page_files()]
    assert files
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in files
    }
    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    source = ROOT / "src"
    found = [
        function
        for path in sorted(source.rglob("*.py"))
        for function in functions(path.read_text(encoding="utf-8"), str(path.relative_to(source)))
    ]
    # Shown with pytest -s, and whenever this test fails.
    for function in sorted(found, reverse=True)[:10]:
        print(
            f"{function.lines:4d}  {'kernel' if function.is_kernel else '      '}  {function.place}"
        )
    assert too_long(found) == []


@pytest.mark.parametrize(
    ("decorator", "body_lines", "is_too_long"),
    [
        ("@njit(cache=True)", 79, False),
        ("@numba.njit", 80, True),
        ("", 59, False),
        ("", 60, True),
        ("@functools.cache", 60, True),
    ],
)
def test_the_budget_is_counted(decorator: str, body_lines: int, is_too_long: bool) -> None:
    source = f"{decorator}\ndef f():\n" + "    pass\n" * body_lines
    assert bool(too_long(functions(source, "planted"))) is is_too_long
