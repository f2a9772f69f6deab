"""Results as text that other programs read.

- ``tracks``: flown trajectories as KML, CZML, CCSDS OEM and CSV;
- ``coverage``: what a radar sees as CZML for a globe and as GeoJSON for a map;
- ``raid`` and ``engagement``: a raid as it happened and one engagement as CZML;
- ``area``: a footprint as GeoJSON, KML and CSV.
"""

from shieldmap.export.area import area_csv, area_geojson, area_kml
from shieldmap.export.coverage import COVERAGE_LIMITS, coverage_czml, coverage_geojson
from shieldmap.export.engagement import engagement_czml
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
    "area_csv",
    "area_geojson",
    "area_kml",
    "coverage_czml",
    "coverage_geojson",
    "csv",
    "czml",
    "engagement_czml",
    "from_flight",
    "kml",
    "oem",
    "phases",
    "raid_czml",
]
