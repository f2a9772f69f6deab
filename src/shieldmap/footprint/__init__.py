"""What is defended: every place of a study judged for every missile and launch point.

``area`` flies every case to every place, ``explain`` tells of one engagement, ``summary`` adds up.
"""

from shieldmap.footprint.area import (
    ASSET,
    CELL,
    TOWN,
    Footprint,
    Places,
    Progress,
    Total,
    defended_area,
    from_every_launch_point,
    places,
    rows_of,
    total,
)
from shieldmap.footprint.explain import drawn_engagement, judge_place, timeline, why
from shieldmap.footprint.summary import example_engagements, summarise

__all__ = [
    "ASSET",
    "CELL",
    "TOWN",
    "Footprint",
    "Places",
    "Progress",
    "Total",
    "defended_area",
    "drawn_engagement",
    "example_engagements",
    "from_every_launch_point",
    "judge_place",
    "places",
    "rows_of",
    "summarise",
    "timeline",
    "total",
    "why",
]
