"""Reads what was published, which lies in ``data/validation`` as it was published."""

import csv
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from shieldmap.model import Floats
from shieldmap.validation.nouns import ComparisonGroup, Row

FOLDER: Final = Path(__file__).parent.parent / "data" / "validation"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file; lines that start with # are its header of sources."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def csv_columns(name: str) -> dict[str, Floats]:
    """The columns of a CSV file of numbers."""
    table = rows(name)
    return {key: np.array([float(row[key]) for row in table]) for key in table[0]}


def document(name: str) -> Any:
    """A JSON file."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def head(name: str) -> tuple[str, str]:
    """The source and the address of a file, for the head of a group."""
    if name.endswith(".json"):
        content = document(name)
        return content["source"], content["url"]
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    fields = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    return fields["source"], fields["url"]


@cache
def known_failures() -> dict[tuple[str, str, str], str]:
    """Sentences of the failures that are known, by (group, name, quantity)."""
    return {
        (row["group"], row["name"], row["quantity"]): row["sentence"]
        for row in rows("known_failures.csv")
    }


def middle_and_width(text: str) -> tuple[float, float]:
    """Middle and half width of ``1250-1300``; one number has no width."""
    ends = [float(part) for part in text.split("-")]
    return 0.5 * (ends[0] + ends[-1]), 0.5 * (ends[-1] - ends[0])


def group_of(
    name: str, group: str, title: str, why: dict[str, str], row: Callable[[dict[str, str]], Row]
) -> ComparisonGroup:
    """A comparison for every row of a CSV file whose rows have sources of their own."""
    return ComparisonGroup(
        group, title, head(name)[0], "see each row", why, tuple(row(one) for one in rows(name))
    )
