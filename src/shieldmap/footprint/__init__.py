"""What is defended: every place of a study judged for every missile and launch point.

``area`` flies every case to every place, ``explain`` tells of one engagement, ``summary`` adds up;
``siting`` compares sites;
``coverage`` and its ``_shape`` and ``_numbers`` tell what the radar sees, over which country.
"""

from shieldmap.footprint import joint, siting
from shieldmap.footprint.area import (
    ASSET,
    CELL,
    TOWN,
    CountedTown,
    Footprint,
    Places,
    Progress,
    blank,
    cases_of_threat,
    defended_area,
    from_every_launch_point,
    one_place,
    places,
    store,
    total,
    towns_of,
    without_towns,
)
from shieldmap.footprint.columns import SPOT_KEYS, Columns, columns, told_spot
from shieldmap.footprint.coverage import (
    ALTITUDES_M,
    CountryArea,
    Coverage,
    DetectionArea,
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
from shieldmap.footprint.joint import Joint, join_draws, probabilities, probability, word_of
from shieldmap.footprint.spread import (
    DrawnFlights,
    DrawnMissile,
    JointDraws,
    coarse_places,
    draw_together,
)
from shieldmap.footprint.summary import (
    ThreatSums,
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
    "Columns",
    "CountedTown",
    "CountryArea",
    "Coverage",
    "Cut",
    "DetectionArea",
    "DrawnFlights",
    "DrawnMissile",
    "Footprint",
    "Joint",
    "JointDraws",
    "Outline",
    "Places",
    "Progress",
    "Ray",
    "ThreatSums",
    "area_by_country",
    "blank",
    "cases_of_threat",
    "coarse_places",
    "columns",
    "coverage_values",
    "cut",
    "defended_area",
    "detection",
    "draw_together",
    "drawn_engagement",
    "example_engagements",
    "from_every_launch_point",
    "join_draws",
    "joint",
    "judge_place",
    "lowest_visible_altitude_m",
    "one_place",
    "outline",
    "places",
    "probabilities",
    "probability",
    "radar_coverage",
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
    "towns_of",
    "volume",
    "why",
    "without_towns",
    "word_of",
]
