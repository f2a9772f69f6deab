"""The record of flight tests as a table: one row for each flight, numbers in SI.

Columns of a layer are named for its system: seconds in its band at the value and both ends of the
apogee, and, where its batteries were judged, whether every shot fits.
"""

import csv
import io
from collections.abc import Mapping

from shieldmap.results.tested import BandTime, RecordOfTests, TestedFlight

Cell = str | float | int | bool | None

_PLAIN = (
    "date",
    "missile",
    "type",
    "site",
    "missiles",
    "range_m",
    "apogee_m",
    "apogee_low_m",
    "apogee_high_m",
    "how",
    "note",
)
_UNITS = {"m": "m", "s": "s", "deg": "degree"}


def record_columns(record: RecordOfTests) -> dict[str, list[Cell]]:
    """The table by column; what cannot be judged is None."""
    rows = [_row(record, flight) for flight in record.flights]
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}


def _row(record: RecordOfTests, flight: TestedFlight) -> dict[str, Cell]:
    told: dict[str, Cell] = {name: getattr(flight, name) for name in _PLAIN}
    for band in flight.bands:
        told |= _band(band)
    turned = flight.turned
    told |= {
        "turned": turned.status,
        "turned_why_not": turned.why_not,
        "asset": turned.asset,
        "asset_beyond_m": turned.miss_m,
        "falls_latitude_deg": turned.latitude_deg,
        "falls_longitude_deg": turned.longitude_deg,
    }
    fits = {shot.battery + "_" + shot.study: shot for shot in turned.shots}
    for name in _batteries(record):
        told[f"fits_{name}"] = fits[name].fits if name in fits else None
        told[f"reason_{name}"] = fits[name].reason if name in fits else None
    return told | {"confidence": flight.confidence, "source": flight.source, "url": flight.url}


def _band(band: BandTime) -> dict[str, Cell]:
    return {
        f"{band.system}_s": band.seconds,
        f"{band.system}_low_s": band.low_s,
        f"{band.system}_high_s": band.high_s,
        f"{band.system}_down_s": band.down_s,
    }


def _batteries(record: RecordOfTests) -> list[str]:
    named = [
        f"{shot.battery}_{shot.study}" for flight in record.flights for shot in flight.turned.shots
    ]
    return list(dict.fromkeys(named))


def record_units(columns: Mapping[str, object]) -> dict[str, str]:
    """The unit of every column by the ending of its name; 1 for texts and counts."""
    return {name: _UNITS.get(name.rpartition("_")[2], "1") for name in columns}


def record_csv(record: RecordOfTests) -> str:
    """The table as CSV: a line of names, then a line for each flight; an empty cell is not judged."""
    columns = record_columns(record)
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(columns)
    for row in zip(*columns.values(), strict=True):
        writer.writerow("" if cell is None else _text(cell) for cell in row)
    return held.getvalue()


def _text(cell: Cell) -> str:
    return str(cell).lower() if isinstance(cell, bool) else str(cell)
