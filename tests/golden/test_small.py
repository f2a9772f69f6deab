"""End to end: the sums of the small study, re-made with ``REGENERATE=1 pytest tests/golden``.

Not a validation: it tells that a number moved, and by how much; the change log says why.
Numbers are rounded to what the model can mean, so that another processor gives the same.
"""

import json
import os
from pathlib import Path
from typing import Any

from shieldmap import archive
from shieldmap.results import SpotEngagement

_FILE = Path(__file__).with_name("small.json")


def rounded(run: archive.Run) -> dict[str, Any]:
    """People to 10,000, seconds to 1, kilometres to 0.1."""
    summary = run.footprint
    seoul = next(asset for asset in summary.assets if asset.id == "seoul")
    return {
        "defended_people": {
            threat.id: {end: round(sums.people, -4) for end, sums in threat.defended}
            for threat in summary.threats
        },
        "seoul": {
            row.threat: {
                "status": row.status,
                "reason": getattr(row, "reason", None),
                "closest_in_band_km": round(row.closest_in_band_m / 1e3, 1)
                if isinstance(row, SpotEngagement) and row.closest_in_band_m is not None
                else None,
            }
            for row in seoul.by_threat
        },
        "engagements": [
            {event.event: round(event.time_s) for event in drawn.timeline}
            for drawn in run.engagements
        ],
    }


def test_the_small_study_gives_the_numbers_on_file(small_run: archive.Run) -> None:
    now = rounded(small_run)
    if os.environ.get("REGENERATE"):
        _FILE.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    assert now == json.loads(_FILE.read_text(encoding="utf-8"))
