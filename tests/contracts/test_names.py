"""Every number says its unit in its name."""

import ast
import types
from pathlib import Path
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import numpy as np
import pytest

from shieldmap import model

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "shieldmap"
PHYSICS = (
    "model", "earth", "flight", "threat", "fitting", "sensor", "detection", "refraction",
    "track", "interceptor", "engagement", "battle", "fragments",
)  # fmt: skip
SUFFIXES = (
    "_m",
    "_s",
    "_m_s",
    "_m_s2",
    "_kg",
    "_kg_m2",
    "_rad",
    "_m2",
    "_hz",
    "_w",
    "_n",
    "_k",
    "_pa",
    "_rad_s",
    "_kg_s",
    "_kg_m3",
    "_m3_s2",
)
# Degrees and kilometres belong to files, the command line and the page.
REFUSED_IN_PHYSICS = ("_deg", "_km")


def nouns() -> list[type]:
    """The NamedTuples that model.py defines."""
    return [
        value
        for value in vars(model).values()
        if isinstance(value, type)
        and issubclass(value, tuple)
        and hasattr(value, "_fields")
        and value.__module__ == model.__name__
    ]


def is_float(hint: Any) -> bool:
    """True for a float or an array of floats, alone, in an optional or in a tuple or list."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType, tuple, list):
        return any(is_float(part) for part in get_args(hint))
    if origin is np.ndarray or hint is np.ndarray:
        scalars = [s for part in get_args(hint)[1:] for s in get_args(part)]
        # An array that does not say what it holds is taken for floats.
        return not scalars or any(_is_float_scalar(s) for s in scalars)
    return _is_float_scalar(hint)


def _is_float_scalar(hint: Any) -> bool:
    if hint is Any:
        return True
    # bool and int have no unit; np.floating covers float64 and its relatives.
    return isinstance(hint, type) and issubclass(hint, (float, np.floating))


def nameless_fields(noun: type, dimensionless: frozenset[str]) -> list[str]:
    return [
        f"{noun.__name__}.{name}"
        for name, hint in get_type_hints(noun).items()
        if is_float(hint) and not name.endswith(SUFFIXES) and name not in dimensionless
    ]


def refused_parameters(source: str) -> list[str]:
    """Parameters in degrees or kilometres; `_km` inside a longer suffix counts as well."""
    refused = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        arguments = node.args
        for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]:
            if any(f"{bad}_" in f"{argument.arg}_" for bad in REFUSED_IN_PHYSICS):
                refused.append(f"line {argument.lineno}: {argument.arg}")
    return refused


def test_every_float_field_of_the_model_names_its_unit() -> None:
    assert nouns()
    assert [f for noun in nouns() for f in nameless_fields(noun, model.DIMENSIONLESS)] == []


def test_dimensionless_lists_only_names_that_exist_and_need_it() -> None:
    assert isinstance(model.DIMENSIONLESS, frozenset)
    fields = {
        name for noun in nouns() for name, hint in get_type_hints(noun).items() if is_float(hint)
    }
    assert fields >= model.DIMENSIONLESS
    assert not [name for name in model.DIMENSIONLESS if name.endswith(SUFFIXES)]


def test_physics_takes_no_degrees_and_no_kilometres() -> None:
    refused = []
    for module in PHYSICS:
        files = [p for p in [PACKAGE / f"{module}.py"] if p.exists()]
        files += sorted((PACKAGE / module).rglob("*.py"))
        for path in files:
            source = path.read_text(encoding="utf-8")
            refused += [f"{path.name} {r}" for r in refused_parameters(source)]
    assert not refused


class Planted(NamedTuple):
    range_km: float
    speed: np.ndarray[Any, np.dtype[np.float64]]
    altitude: float | None
    corners: tuple[float, ...]
    status: np.ndarray[Any, np.dtype[np.int8]]
    count: int
    is_cued: bool
    name: str
    height_m: float
    ratio: float


def test_a_planted_noun_is_caught() -> None:
    assert nameless_fields(Planted, frozenset({"ratio"})) == [
        "Planted.range_km",
        "Planted.speed",
        "Planted.altitude",
        "Planted.corners",
    ]


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("def f(range_km, *, azimuth_deg): ...", 2),
        ("def f(range_m, azimuth_rad, degree): ...", 0),
        ("def f(speed_km_s): ...", 1),
    ],
)
def test_planted_parameters_are_caught(source: str, count: int) -> None:
    assert len(refused_parameters(source)) == count
