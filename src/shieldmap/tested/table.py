"""Reads what was published of North Korean flights: the table, the missiles of a row, the launchers.

``flight_tests.csv`` has one row for each published flight; ``flight_counts.csv`` says for how many
missiles a row stands and which other apogee was published; ``launcher_counts.csv`` counts launchers.

A launch point inside a box about North Korea makes a flight North Korean: the table's other rows lie
an ocean or half a continent away.
"""

from typing import Final, NamedTuple

from shieldmap import catalog
from shieldmap.validation import authority
from shieldmap.validation.flights import FILE, PublishedTest

COUNTS: Final = "flight_counts.csv"
LAUNCHERS: Final = "launcher_counts.csv"

_LATITUDES_DEG: Final = (37.6, 43.1)
_LONGITUDES_DEG: Final = (124.0, 131.0)
ROUND_KM: Final = 10.0
"""An apogee that is a multiple of this is rounded, and may be off by as much to either side."""

Rows = list[dict[str, str]]


class TableError(ValueError):
    """A table of what was published does not hang together."""


class PublishedRow(NamedTuple):
    """One row: what was published, for how many missiles, and the ends of its apogee in km."""

    test: PublishedTest
    missiles: int
    counted_by: str
    apogee_km: tuple[float, float, float] | None

    @property
    def row(self) -> dict[str, str]:
        """The columns as they stand in the table."""
        return self.test.row

    @property
    def year(self) -> int:
        """The year of the flight."""
        return int(self.row["date"][:4])

    @property
    def kind(self) -> str:
        """The class of the row, such as ``not ballistic``."""
        return self.test.kind_of_flight

    @property
    def type(self) -> str:
        """The missile's id in the catalogue, or its name without what stands in brackets."""
        return self.row["catalogue_id"] or self.row["missile"].partition(" (")[0]

    @property
    def entry(self) -> catalog.MissileEntry | None:
        """The missile of the catalogue that flies such rows."""
        return catalog.missile(self.row["catalogue_id"]) if self.row["catalogue_id"] else None


class LauncherCount(NamedTuple):
    """LauncherCount counted on a day, of a type of the tests or of missiles of a range in m."""

    date: str
    name: str
    launchers: tuple[float, float, float]
    by: str
    type: str
    range_m: float | None
    source: str
    note: str


def is_north_korean(row: dict[str, str]) -> bool:
    """Whether a flight started in North Korea."""
    if not (row["lat"] and row["lon"]):
        return False
    (south, north), (west, east) = _LATITUDES_DEG, _LONGITUDES_DEG
    return south < float(row["lat"]) < north and west < float(row["lon"]) < east


def read(since: int) -> tuple[list[PublishedRow], int]:
    """The flights of a year and later, in the order of the table, and how many rows were left out.

    Space launches are left out; the rows of other countries belong to another record and are not counted.

    Raises
    ------
    TableError : a count belongs to no row.
    """
    counts = {_key(row): row for row in authority.rows(COUNTS)}
    given = [row for row in authority.rows(FILE) if is_north_korean(row)]
    strangers = counts.keys() - {_key(row) for row in given}
    if strangers:
        raise TableError(f"{COUNTS} counts flights that {FILE} lacks: {sorted(strangers)}")
    late = [row for row in given if int(row["date"][:4]) >= since]
    kept = [row for row in late if not row["reason"].startswith("space launcher")]
    return [_published(row, counts.get(_key(row))) for row in kept], len(late) - len(kept)


def _key(row: dict[str, str]) -> tuple[str, str, float]:
    return row["missile"], row["date"], float(row["range_km"])


def _published(row: dict[str, str], counted: dict[str, str] | None) -> PublishedRow:
    missiles, by, others = 1, "", []
    if counted is not None:
        missiles, by = int(counted["missiles"]), f"{counted['source']}, {counted['url']}"
        others = [float(counted["other_apogee_km"])] if counted["other_apogee_km"] else []
    test = PublishedTest(row)
    if not row["apogee_km"]:
        return PublishedRow(test, missiles, by, None)
    value = float(row["apogee_km"])
    ends = [end for one in (value, *others) for end in _rounded(one)]
    return PublishedRow(test, missiles, by, (value, min(ends), max(ends)))


def _rounded(apogee_km: float) -> tuple[float, float]:
    """The ends of an apogee: a round number stands for all that is rounded to it, and for its neighbours."""
    half = ROUND_KM if apogee_km % ROUND_KM == 0.0 else 0.0
    return apogee_km - half, apogee_km + half


def launchers() -> list[LauncherCount]:
    """The public counts of launchers, by date."""
    found = []
    for row in authority.rows(LAUNCHERS):
        if row["launchers"]:
            count = float(row["launchers"]), float(row["low"]), float(row["high"])
        else:
            stock = catalog.missile(row["catalogue_id"]).stock
            if stock is None:
                raise TableError(f"{row['catalogue_id']} has no stock that {LAUNCHERS} asks for")
            held = stock.launchers
            count = held.si, held.low_si, held.high_si
        range_m = float(row["range_km"]) * 1e3 if row["range_km"] else None
        named = row["date"], row["name"], count, row["by"], row["type"], range_m
        found.append(LauncherCount(*named, row["source"], row["note"]))
    return sorted(found, key=lambda one: one.date)
