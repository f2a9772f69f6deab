"""Report: what did the run find, on one page that anybody can open, print and cite?

``write`` turns a run directory into ``report.html``: one file without scripts and without anything
to fetch, every figure drawn into it.  The functions that draw a figure are public, so that other
commands can show the same picture.

Nothing is computed here.  Every number on the page stands in the run's files; the page rounds it,
gives it a unit and says which assumption it hangs on.  Kilometres and degrees are used throughout.

Limits: the words are for a study of one battery; maps are drawn for a country of the map pack.
"""

from shieldmap.report.comparison import comparison, lead
from shieldmap.report.engagements import timeline_figure
from shieldmap.report.figures import (
    compared_figure,
    curve_figure,
    defended_figure,
    reasons_figure,
)
from shieldmap.report.maps import defended_map, probability_map, read_cells, reason_map
from shieldmap.report.page import write
from shieldmap.report.side_view import side_view_figure

__all__ = [
    "compared_figure",
    "comparison",
    "curve_figure",
    "defended_figure",
    "defended_map",
    "lead",
    "probability_map",
    "read_cells",
    "reason_map",
    "reasons_figure",
    "side_view_figure",
    "timeline_figure",
    "write",
]
