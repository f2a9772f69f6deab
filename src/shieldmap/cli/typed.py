"""Arguments that several commands have, and options that take a number: read strictly, in plain
digits, and refused in one sentence."""

import math
from collections.abc import Callable
from typing import Annotated, Any

import typer

from shieldmap import texts
from shieldmap.cli import completing

_study = typer.Argument(
    help="An embedded scenario's name or the path of a scenario file.",
    autocompletion=completing.studies,
)
ScenarioName = Annotated[str, _study]
MaybeScenarioName = Annotated[str | None, _study]
Studies = Annotated[
    list[str] | None,
    typer.Argument(
        help="Studies of your own that the page opens beside the embedded ones.",
        autocompletion=completing.studies,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]


def number(*names: str, low: float = -math.inf, high: float = math.inf, help: str = "") -> Any:  # noqa: A002
    """An option that takes a finite number between two ends."""
    return _option(names, texts.number, "a finite number", (low, high), help)


def whole(*names: str, low: float = -math.inf, high: float = math.inf, help: str = "") -> Any:  # noqa: A002
    """An option that takes a whole number between two ends."""
    return _option(names, texts.whole, "a whole number", (low, high), help)


def _option(
    names: tuple[str, ...],
    read: Callable[[str], float],
    wanted: str,
    ends: tuple[float, float],
    help_: str,
) -> Any:
    low, high = ends
    span = f" from {low:.12g} to {high:.12g}" if math.isfinite(high) else f" of at least {low:.12g}"
    expected = wanted + (span if math.isfinite(low) else "")

    def parse(given: Any) -> float:
        if not isinstance(given, str):
            return float(given) if isinstance(given, float) else int(given)  # the default itself
        try:
            value = read(given)
        except ValueError:
            raise typer.BadParameter(f"is '{given}': expected {expected}") from None
        if not low <= value <= high:
            raise typer.BadParameter(f"is {given.strip()}: expected {expected}")
        return value

    return typer.Option(*names, parser=parse, metavar="NUMBER", help=help_)
