"""Reads the raw authority data that lies in tests/authorities as it was published."""

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np

FOLDER = Path(__file__).resolve().parents[1] / "authorities"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file; lines that start with # are its header of sources."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def columns(name: str) -> dict[str, np.ndarray]:
    """The columns of a CSV file of numbers."""
    table = rows(name)
    return {key: np.array([float(row[key]) for row in table]) for key in table[0]}


def document(name: str) -> Any:
    """A JSON file."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))
