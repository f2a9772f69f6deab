"""Against breadth: kernels that can be read, and nothing said twice that need not be."""

import ast
import re
from collections.abc import Iterator
from typing import Any

import pytest

from shieldmap import terms
from tests.contracts.test_sizes import ROOT, is_kernel

SOURCE = ROOT / "src" / "shieldmap"
MOST_PARAMETERS = 10
LAST_BARE = 2
# Names that tell their unit; what else a kernel takes stands in its docstring or its module's.
UNITS = ("_m", "_s", "_rad", "_deg", "_m2", "_kg", "_hz", "_ratio")
# The options of a command are its parameters.
COMMANDS = {"cli/app.py"}

Module = tuple[str, ast.Module]


def modules() -> Iterator[Module]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield str(path.relative_to(SOURCE)), ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    return [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]


def numbers(index: ast.AST) -> Iterator[int]:
    """Whole numbers of an index; what stands in a further subscript or a call is another's."""
    if isinstance(index, ast.Constant) and isinstance(index.value, int):
        yield index.value
    if not isinstance(index, ast.Subscript | ast.Call):
        for part in ast.iter_child_nodes(index):
            yield from numbers(part)


def bare_subscripts(tree: ast.Module) -> list[str]:
    """Subscripts of a kernel that are, or count from, a number above 2."""
    return [
        f"{kernel.name}: {ast.unparse(node)}"
        for kernel in filter(is_kernel, functions(tree))
        for node in ast.walk(kernel)
        if isinstance(node, ast.Subscript) and max(numbers(node.slice), default=0) > LAST_BARE
    ]


def lost_writes(tree: ast.Module) -> list[str]:
    """Writes to an array of a record in the body of a parallel loop, which numba 0.68 loses."""
    return [
        f"{kernel.name}: {ast.unparse(target)}"
        for kernel in filter(is_kernel, functions(tree))
        for loop in ast.walk(kernel)
        if isinstance(loop, ast.For) and ast.unparse(loop.iter).startswith("prange(")
        for node in ast.walk(loop)
        if isinstance(node, ast.Assign | ast.AugAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Attribute)
    ]


def untold(tree: ast.Module, folder: str) -> list[str]:
    """Parameters of kernels without annotation, unit in the name or word in a docstring."""
    found = []
    for kernel in filter(is_kernel, functions(tree)):
        told = ast.get_docstring(kernel) or ""
        for one in parameters(kernel):
            is_named = f"``{one.arg}``" in told + folder or re.search(rf"\b{one.arg}s?\b", told)
            if one.annotation is None and not one.arg.endswith(UNITS) and not is_named:
                found.append(f"{kernel.name}: {one.arg}")
    return found


def test_no_kernel_has_a_bare_subscript() -> None:
    assert {name: found for name, tree in modules() if (found := bare_subscripts(tree))} == {}


def test_no_parallel_loop_writes_to_a_record() -> None:
    assert {name: found for name, tree in modules() if (found := lost_writes(tree))} == {}


def test_every_parameter_of_a_kernel_is_told() -> None:
    """Where a folder's kernels share arguments, one of its modules tells them for all."""
    all_modules = list(modules())
    docstrings = {name: ast.get_docstring(tree) or "" for name, tree in all_modules}

    def folder(name: str) -> str:
        near = name.rpartition("/")[0]
        if not near:
            return docstrings[name]
        return "".join(text for other, text in docstrings.items() if other.startswith(near + "/"))

    found = {name: untold(tree, folder(name)) for name, tree in all_modules}
    assert {name: names for name, names in found.items() if names} == {}


def test_no_function_has_too_many_parameters() -> None:
    found = [
        f"{name}:{node.name} takes {len(parameters(node))}"
        for name, tree in modules()
        if name not in COMMANDS
        for node in functions(tree)
        if len(parameters(node)) > MOST_PARAMETERS
    ]
    assert found == []


@pytest.mark.parametrize(
    ("subscript", "is_bare"),
    [
        ("a[3]", True),
        ("a[i, 3]", True),
        ("a[:6]", True),
        ("a[3 + i]", True),
        ("a[b[2] + 2]", False),
    ],
)
def test_bare_subscripts_are_found(subscript: str, is_bare: bool) -> None:
    tree = ast.parse(f"@njit(_nrt=False)\ndef f(a, i):\n    return {subscript}\n")
    assert bool(bare_subscripts(tree)) is is_bare


def test_lost_writes_are_found() -> None:
    body = "    for i in prange(n):\n        out.status[i] = 1\n        other[i] = 1\n"
    found = lost_writes(ast.parse(f"@njit(parallel=True)\ndef f(out, other, n):\n{body}"))
    assert found == ["f: out.status[i]"]


def test_untold_parameters_are_found() -> None:
    source = '@njit()\ndef f(time_s, y, k):\n    """From ``y``, a state."""\n'
    assert untold(ast.parse(source), "") == ["f: k"]


# --- what is said once ---


def classes() -> Iterator[tuple[str, str]]:
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                yield node.name, name


def test_every_class_name_stands_once() -> None:
    found: dict[str, list[str]] = {}
    for name, module in classes():
        found.setdefault(name, []).append(module)
    assert {name: where for name, where in found.items() if len(where) > 1} == {}


MOST_SHARED = 0.25


def test_few_functions_share_their_name_with_one_in_another_module() -> None:
    """Counted are the functions of modules; methods belong to their class."""
    found: dict[str, set[str]] = {}
    for name, tree in modules():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found.setdefault(node.name, set()).add(name)
    every = sum(map(len, found.values()))
    shared = sum(len(where) for where in found.values() if len(where) > 1)
    assert shared <= MOST_SHARED * every, f"{shared} of {every}"


MOST_TABLES = 4
LEAST_ROWS = 3
"""Fewer keys together are no table: they are the fields of a record or a choice between two."""

KINDS: dict[str, dict[str, Any]] = {
    "assumption": dict(terms.ASSUMPTIONS),
    "reason": dict(terms.REASONS),
    "outcome": dict(terms.OUTCOMES),
    "doctrine": dict(terms.DOCTRINES),
    "class": dict(terms.CLASSES),
    "question": dict(terms.QUESTIONS),
}


def spelled() -> dict[str, tuple[str, str]]:
    """Every spelling of a term in code: its name, that with underscores, its key in files."""
    out = {}
    for kind, rows in KINDS.items():
        for name, row in rows.items():
            for spelling in (name, name.replace("-", "_"), getattr(row, "key", None)):
                if spelling:
                    out[spelling] = kind, name
    return out


def tables(tree: ast.Module, known: dict[str, tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """The terms that stand in each literal dictionary, list, tuple or set: a row begins with one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            rows: list[ast.expr | None] = [*node.keys]
        elif isinstance(node, ast.List | ast.Tuple | ast.Set):
            rows = [*node.elts]
        else:
            continue
        heads = [r.elts[0] if isinstance(r, ast.Tuple) and r.elts else r for r in rows]
        found = [
            known[head.value]
            for head in heads
            if isinstance(head, ast.Constant) and head.value in known
        ]
        for kind in KINDS:
            own = [one for one in found if one[0] == kind]
            if len(own) >= LEAST_ROWS:
                yield own


def test_a_term_stands_in_few_tables() -> None:
    known, found = spelled(), dict[tuple[str, str], set[str]]()
    for name, tree in modules():
        for number, table in enumerate(tables(tree, known)):
            for term in table:
                found.setdefault(term, set()).add(f"{name} ({number})")
    assert {term: where for term, where in found.items() if len(where) > MOST_TABLES} == {}


def test_a_table_of_terms_is_found() -> None:
    source = 'A = (("reach", 1), ("floor", 2), ("ceiling", 3))\nB = ["reach", "floor"]\n'
    assert len(list(tables(ast.parse(source), spelled()))) == 1


def test_no_public_signature_holds_any_dictionary() -> None:
    """A dictionary of anything tells a reader nothing: answers are records."""
    found = []
    for name, tree in modules():
        for node in functions(tree):
            told = [one.annotation for one in parameters(node) if one.annotation]
            told += [node.returns] if node.returns else []
            loose = any("dict[str, Any]" in ast.unparse(one) for one in told)
            if loose and not node.name.startswith("_"):
                found.append(f"{name}:{node.name}")
    assert found == []


MOST_SKIPS = 60


def test_the_formatter_is_seldom_skipped() -> None:
    texts = [path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")]
    assert sum(text.count("# fmt: skip") + text.count("# fmt: off") for text in texts) <= MOST_SKIPS
