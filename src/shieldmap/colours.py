"""The colours of the map's cells: page, files and report take them from here, and nobody writes them again.

A cell is coloured by the share of the joint draws under which it is defended, from sand over pale
sand, where almost no draw defends it, to the darkest blue, where all do. The steps can be told apart
with colour-blindness and in a grey print, because each is darker than the one before from the second on.
"""

from typing import Final

from shieldmap.results.page import MapColours, ShareClass

MAP: Final = MapColours(
    shares=(
        ShareClass(least=0, most=0, fill="#EFC27E"),
        ShareClass(least=1, most=24, fill="#F8E6C2"),
        ShareClass(least=25, most=49, fill="#8FC1DE"),
        ShareClass(least=50, most=74, fill="#4A96C5"),
        ShareClass(least=75, most=99, fill="#1A6CA3"),
        ShareClass(least=100, most=100, fill="#08436A"),
    ),
    not_threatened="#FFFFFF",
    not_computed="#787878",
    faint=0.35,
)
"""What every map of the page and of its files is painted with."""

SAND: Final = MAP.shares[0].fill
"""Threatened and not defended."""


def share_class(percent: float) -> int:
    """The class of a share of draws in whole per cent, by its place in :data:`MAP`."""
    return sum(percent >= one.least for one in MAP.shares[1:])
