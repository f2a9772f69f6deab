"""How fast warheads fall: Mach numbers that were said of published flights, beside ours at 40 km.

The flights are those of ``flights``, held at their published range and apogee.  The speed hardly
changes between 60 and 30 km (by 3 %), so that the height matters little, which most sources leave out.
"""

from typing import Final

import numpy as np

from shieldmap import earth, flight
from shieldmap.model import Event
from shieldmap.validation import authority, flights
from shieldmap.validation.nouns import ComparisonGroup, Row, compare

FILE: Final = "falling_speeds.csv"
HEIGHT_M: Final = 40e3
SOUND_SHARE: Final = 0.07
"""From 317 m/s at 40 km to 295 m/s at the tropopause and 340 m/s at the ground."""

EVERY_S: Final = 0.1
UNTIL_S: Final = 1500.0
_SPEED: Final = "falling speed"
_WHY: Final = {
    _SPEED: "Half of the printed span, and 7 % because no source says whose speed of sound it takes: "
    "from 317 m/s at 40 km to 295 at the tropopause and 340 at the ground.",
}


def falling_speeds() -> ComparisonGroup:
    """Every published Mach number."""
    return authority.group_of(FILE, "falling-speeds", "Flight tests: speed of the fall", _WHY, _row)


def _row(row: dict[str, str]) -> Row:
    low, high = float(row["low"]), float(row["high"])
    middle = 0.5 * (low + high)
    span = f"Mach {low:g}" if low == high else f"Mach {low:g} to {high:g}"
    test = next(test for test in flights.usable() if test.name == row["flight"])
    return compare(
        f"{row['flight']}, {span}",
        _SPEED,
        "Mach",
        falling_speed_m_s(test, HEIGHT_M) / float(earth.atmosphere(HEIGHT_M).sound_m_s),
        middle,
        0.5 * (high - low) + SOUND_SHARE * middle,
        "at 40 km, with the speed of sound there",
        f"{row['source']}, {row['url']}",
    )


def falling_speed_m_s(test: flights.PublishedTest, height_m: float) -> float:
    """Our speed on the way down through a height, to a tenth of a second of the fall."""
    reading = flights.flown(test, test.bearing()[0]).reading
    peak = reading.flights
    start = np.concatenate(
        [peak.event_position_m[0, Event.APOGEE], peak.event_velocity_m_s[0, Event.APOGEE]]
    )
    _, fallen = flight.fall(
        reading.missile, np.zeros(1), start[None], every_s=EVERY_S, until_s=UNTIL_S
    )
    assert fallen is not None
    samples = int(fallen.sample_count[0])
    heights = earth.ecef_to_geodetic(fallen.position_m[0, :samples])[2]
    below = int(np.argmax(heights < height_m))
    return float(np.linalg.norm(fallen.velocity_m_s[0, below]))
