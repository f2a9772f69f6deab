"""Results as text that other programs read.

- ``tracks``: flown trajectories as KML, CZML and CSV; ``oem``: as CCSDS OEM, in the axes of ``frames``;
- ``coverage``: what a radar sees as CZML for a globe and as GeoJSON for a map;
- ``raid`` and ``engagement``: a raid as it happened and one engagement as CZML;
- ``area``: a footprint as GeoJSON and CSV, ``area_kml`` and ``area_czml`` as a document for a globe; its
  ``classes`` and their colours, the ``scene`` around it and the ``heading`` that says whose it is;
- ``tested``: the record of flight tests as CSV and as columns;
- ``moments``: launch dates, and one rule for writing times.
"""

from shieldmap.export.area import area_csv, area_geojson
from shieldmap.export.area_czml import area_czml
from shieldmap.export.area_kml import area_kml
from shieldmap.export.coverage import COVERAGE_LIMITS, coverage_czml, coverage_geojson
from shieldmap.export.engagement import engagement_czml
from shieldmap.export.frames import EARTH_FIXED, FRAMES, check_frame
from shieldmap.export.heading import Heading
from shieldmap.export.moments import EPOCH, EPOCH_EXPECTED, ExportError, epoch_of, read_epoch
from shieldmap.export.oem import oem
from shieldmap.export.raid import RAID_LIMITS, raid_czml
from shieldmap.export.scene import Scene, SectorEdge, SiteMark, sector_edge
from shieldmap.export.tested import record_columns, record_csv, record_units
from shieldmap.export.tracks import (
    BOOST,
    EVENT_NAMES,
    LIMITS,
    MIDCOURSE,
    REENTRY,
    About,
    Track,
    TrackEvent,
    csv,
    czml,
    from_flight,
    kml,
    phases,
)

__all__ = [
    "BOOST",
    "COVERAGE_LIMITS",
    "EARTH_FIXED",
    "EPOCH",
    "EPOCH_EXPECTED",
    "EVENT_NAMES",
    "FRAMES",
    "LIMITS",
    "MIDCOURSE",
    "RAID_LIMITS",
    "REENTRY",
    "About",
    "ExportError",
    "Heading",
    "Scene",
    "SectorEdge",
    "SiteMark",
    "Track",
    "TrackEvent",
    "area_csv",
    "area_czml",
    "area_geojson",
    "area_kml",
    "check_frame",
    "coverage_czml",
    "coverage_geojson",
    "csv",
    "czml",
    "engagement_czml",
    "epoch_of",
    "from_flight",
    "kml",
    "oem",
    "phases",
    "raid_czml",
    "read_epoch",
    "record_columns",
    "record_csv",
    "record_units",
    "sector_edge",
]
