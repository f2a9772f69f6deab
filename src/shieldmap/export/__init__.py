"""Results as text that other programs read.

- ``tracks``: flown trajectories as KML, CZML, CCSDS OEM and CSV;
- ``coverage``: what a radar sees as CZML for a globe and as GeoJSON for a map;
- ``raid``: a raid as it happened as CZML.
"""

from shieldmap.export.coverage import COVERAGE_LIMITS, coverage_czml, coverage_geojson
from shieldmap.export.raid import RAID_LIMITS, raid_czml
from shieldmap.export.tracks import (
    BOOST,
    EPOCH,
    EVENT_NAMES,
    LIMITS,
    MIDCOURSE,
    REENTRY,
    About,
    ExportError,
    Track,
    TrackEvent,
    csv,
    czml,
    from_flight,
    kml,
    oem,
    phases,
)

__all__ = [
    "BOOST",
    "COVERAGE_LIMITS",
    "EPOCH",
    "EVENT_NAMES",
    "LIMITS",
    "MIDCOURSE",
    "RAID_LIMITS",
    "REENTRY",
    "About",
    "ExportError",
    "Track",
    "TrackEvent",
    "coverage_czml",
    "coverage_geojson",
    "csv",
    "czml",
    "from_flight",
    "kml",
    "oem",
    "phases",
    "raid_czml",
]
