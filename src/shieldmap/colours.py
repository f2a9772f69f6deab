"""The colours and classes of the maps' cells: page, files, report and brief take them from here alone.

A cell is coloured by the share of the joint draws under which it is defended. The classes are those of the
verdict (:data:`shieldmap.terms.HOLDS_FROM`, :data:`shieldmap.terms.FAILS_TO`): where it fails sand, where it
hangs pale and lined below one half and light blue above, where it holds blue. From the second on each is
darker than the one before, so that they can be told apart with colour-blindness and in a grey print.
"""

from typing import Final

from shieldmap.results.page import MapColours, ShareClass
from shieldmap.terms import FAILS_TO, HOLDS_FROM

_FAILS, _EVEN, _HOLDS = round(100 * FAILS_TO), 50, round(100 * HOLDS_FROM)

MAP: Final = MapColours(
    shares=(
        ShareClass(word="fails", least=0, most=_FAILS, fill="#EFC27E", line=None),
        ShareClass(word="seldom", least=_FAILS + 1, most=_EVEN - 1, fill="#d4e8f5", line="#4d7f9e"),
        ShareClass(word="mostly", least=_EVEN, most=_HOLDS - 1, fill="#56B4E9", line=None),
        ShareClass(word="holds", least=_HOLDS, most=100, fill="#0072B2", line=None),
    ),
    steps=("#EFC27E", "#F8E6C2", "#8FC1DE", "#4A96C5", "#1A6CA3", "#08436A"),
    not_threatened="#FFFFFF",
    not_computed="#787878",
    faint=0.35,
)
"""What every map of the page, of its files and of a report is painted with."""

SAND: Final = MAP.shares[0].fill
"""Threatened and not defended."""


def share_class(percent: float) -> int:
    """The class of a share of draws in whole per cent, by its place in :data:`MAP`."""
    return sum(percent >= one.least for one in MAP.shares[1:])
