"""The classes in which the cells of an answer are drawn, with their words and the page's own colours.

A cell is coloured by the share of the joint draws that defend it, as on the page at its start. An
answer without draws has three classes in place of four: defended at the values, defended only with
every assumption at its good end, and not defended.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import colours
from shieldmap.results import Area, RunArea, ShareClass
from shieldmap.words import t

OUT: Final = "out-of-range"
UNKNOWN: Final = "not-computed"
OPACITY: Final = 0.75
"""Of every class; the ground shines through."""


class AreaClass(NamedTuple):
    """One class of cells: its key in a file, its words, its colour as RRGGBB, and which cells it holds."""

    key: str
    text: str
    fill: str
    opacity: float
    cells: NDArray[np.bool_]


def in_range(area: Area | RunArea) -> list[AreaClass]:
    """The classes of the cells that the missile reaches, those without a cell as well."""
    threatened = np.array(area.status, dtype=np.int8) == 0
    rows = _by_value(area) if area.probability is None else _by_share(area.probability)
    return [
        AreaClass(key, text, fill.lstrip("#"), OPACITY, threatened & cells)
        for key, text, fill, cells in rows
    ]


def every(area: Area | RunArea) -> list[AreaClass]:
    """The classes of all cells; each cell is in one."""
    status, paint = np.array(area.status, dtype=np.int8), colours.MAP
    rest = (
        (OUT, t("files_cell_out"), paint.not_threatened, status == 1),
        (UNKNOWN, t("files_cell_unknown"), paint.not_computed, status > 1),
    )
    return [
        *in_range(area),
        *(
            AreaClass(key, text, fill.lstrip("#"), paint.faint, cells)
            for key, text, fill, cells in rest
        ),
    ]


def _by_share(probability: tuple[int, ...]) -> list[tuple[str, str, str, Any]]:
    shares = np.array([colours.share_class(percent) for percent in probability], dtype=np.int8)
    return [
        (f"share-{one.least}", _share_text(one), one.fill, shares == number)
        for number, one in enumerate(colours.MAP.shares)
    ]


def _share_text(one: ShareClass) -> str:
    if one.word == "fails":
        return t("files_share_fails", most=one.most)
    if one.word == "holds":
        return t("files_share_holds", least=one.least)
    return t("files_share_hangs", least=one.least, most=one.most)


def _by_value(area: Area | RunArea) -> list[tuple[str, str, str, Any]]:
    bits, (sand, pale, *_, most) = np.array(area.defended, dtype=np.int8), colours.MAP.steps
    is_defended, is_good = (bits & 1) > 0, (bits & 4) > 0
    return [
        ("value-no", t("files_value_no"), sand, ~is_defended & ~is_good),
        ("value-good", t("files_value_good"), pale, ~is_defended & is_good),
        ("value-yes", t("files_value_yes"), most, is_defended),
    ]
