"""What officials and a published calculation said of the battery at Seongju, beside ours at the values.

The study is ``korea``, with two interceptors a target: nobody said for which missile or doctrine the
ministry's share holds, so that every missile that flies with least energy has its row.
"""

from functools import cache
from typing import Final

import numpy as np

from shieldmap import campaign, footprint, scenario
from shieldmap.campaign import Study
from shieldmap.validation import authority
from shieldmap.validation.nouns import ComparisonGroup, Row, compare

FILE: Final = "battery_statements.csv"
SPACING_KM: Final = 10.0
CHAIN_S: Final = 203.0
"""The published time from the missile's launch to the interceptor's."""

_AREA, _FITS = "share of the area", "fits after 203 s"
_WHY: Final = {
    _AREA: "The ends of what was said; cells of 10 km move a share by less than a point.",
    _FITS: "A yes or a no: 1 where an interceptor that leaves then still meets the missile, 0 where not.",
}
_HALF: Final = 0.5


def statements() -> ComparisonGroup:
    """Every statement."""
    return authority.group_of(
        FILE, "statements", "Statements about the battery at Seongju", _WHY, _row
    )


def _row(row: dict[str, str]) -> Row:
    low, high = float(row["low"]), float(row["high"])
    is_area = row["about"] == _AREA
    if is_area:
        ours = 100.0 * area_share(row["threat"])
    else:
        ours = float(fits_after(CHAIN_S, row["threat"], row["launch_point"], row["place"]))
    return compare(
        row["name"],
        row["about"],
        row["unit"] if is_area else "",
        ours,
        0.5 * (low + high),
        0.5 * (high - low) if is_area else _HALF,
        "at the values, doctrine of two shots" if is_area else "one shot, at the values",
        f"{row['source']}, {row['url']}",
    )


@cache
def _study() -> Study:
    given = scenario.changed(scenario.load("korea"), {"grid.spacing_km": SPACING_KM})
    kept = {row["threat"] for row in authority.rows(FILE)}
    chosen = tuple(threat for threat in given.threats if threat.id in kept)
    asked = given.model_copy(update={"threats": chosen})
    return campaign.study(asked, variants=campaign.ENDS_ONLY)


@cache
def _prints() -> tuple[footprint.Places, footprint.Footprint]:
    where = footprint.places(_study().scenario)
    return where, footprint.defended_area(_study(), where)


def area_share(threat_id: str) -> float:
    """The part of the country's area that is defended against a missile at the values."""
    where, prints = _prints()
    sums = footprint.threat_sums(_study(), where, prints, threat_id)
    return float(sums.defended.value.area_m2 / where.area_m2.sum())


def fits_after(chain_s: float, threat_id: str, launch_id: str, asset_id: str) -> bool:
    """Whether an interceptor that leaves so long after the missile still meets it at the values."""
    this = _study()
    case = next(c for c in this.cases if (c.threat_id, c.launch_id) == (threat_id, launch_id))
    asset = next(a for a in this.scenario.assets if a.id == asset_id)
    latitude, longitude = np.radians([[asset.latitude_deg], [asset.longitude_deg]])
    found = campaign.judge(this, case, latitude, longitude).engagements
    return bool(found.latest_launch_s[0] >= chain_s)
