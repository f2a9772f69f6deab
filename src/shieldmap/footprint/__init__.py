"""What is defended: every place of a study judged for every missile and launch point.

``area`` flies every case to every place, ``explain`` tells of one engagement, ``summary`` adds up;
``siting`` compares sites;
``coverage`` and its ``_shape`` and ``_numbers`` tell what the radar sees, over which country.
"""

from shieldmap.footprint import siting
from shieldmap.footprint.area import (
    ASSET,
    CELL,
    TOWN,
    Footprint,
    Places,
    Progress,
    Total,
    asset_labels,
    blank,
    defended_area,
    from_every_launch_point,
    places,
    rows_of,
    store,
    total,
)
from shieldmap.footprint.columns import SPOT_KEYS, columns, told_spot
from shieldmap.footprint.coverage import (
    ALTITUDES_M,
    CountryArea,
    Coverage,
    Detection,
    Outline,
    area_by_country,
    detection,
    lowest_visible_altitude_m,
    outline,
    radar_coverage,
)
from shieldmap.footprint.coverage_numbers import coverage_values, study_coverage
from shieldmap.footprint.coverage_shape import Cut, Ray, cut, volume
from shieldmap.footprint.explain import drawn_engagement, judge_place, timeline, why
from shieldmap.footprint.summary import (
    example_engagements,
    sampled,
    spots,
    summarise,
    threat_sums,
)

__all__ = [
    "ALTITUDES_M",
    "ASSET",
    "CELL",
    "SPOT_KEYS",
    "TOWN",
    "CountryArea",
    "Coverage",
    "Cut",
    "Detection",
    "Footprint",
    "Outline",
    "Places",
    "Progress",
    "Ray",
    "Total",
    "area_by_country",
    "asset_labels",
    "blank",
    "columns",
    "coverage_values",
    "cut",
    "defended_area",
    "detection",
    "drawn_engagement",
    "example_engagements",
    "from_every_launch_point",
    "judge_place",
    "lowest_visible_altitude_m",
    "outline",
    "places",
    "radar_coverage",
    "rows_of",
    "sampled",
    "siting",
    "spots",
    "store",
    "study_coverage",
    "summarise",
    "threat_sums",
    "timeline",
    "told_spot",
    "total",
    "volume",
    "why",
]
