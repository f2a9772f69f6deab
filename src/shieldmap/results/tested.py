"""The record of flight tests: what a layer's band of altitude saw of them, and what a shot could meet."""

from typing import ClassVar, Literal

from shieldmap.results.record import Record

How = Literal["catalogue", "lift", "arc", "apogee", "none"]
"""How a flight is reproduced: by its missile of the catalogue, that missile with lift, an arc without
boost and air, by its apogee alone, or not at all."""


class BandTime(Record):
    """Seconds of one flight inside the band of altitude of one layer.

    ``low_s`` and ``high_s`` are the ends over the rounding of the apogee; an end that nobody can tell is
    null. ``down_s`` with its ends is the part after the peak: what climbs does so over its launch point,
    out of reach, so only this part counts as time in which a layer can meet the flight. Without
    ``seconds`` the flight cannot be judged here, and ``why_not`` says why.
    """

    system: str
    seconds: float | None
    low_s: float | None
    high_s: float | None
    down_s: float | None
    down_low_s: float | None
    down_high_s: float | None
    why_not: str | None


class LayerShot(Record):
    """Whether every shot of a battery's doctrine fits against the turned flight.

    ``fits`` is at the values, ``fits_bad`` and ``fits_good`` with all assumptions at their ends;
    ``reason`` is the first failed constraint.
    """

    battery: str
    study: str
    system: str
    doctrine: str
    fits: bool
    fits_bad: bool
    fits_good: bool
    reason: str | None
    reason_text: str | None


class TurnedFlight(Record):
    """The same flight turned about its launch point towards an asset, its range kept.

    ``miss_m`` is how far the asset lies from the point where the turned flight falls, nearer (negative) or
    farther. Without shots ``why_not`` says why.
    """

    status: Literal["judged", "no-asset", "not-flown"]
    why_not: str | None
    asset: str | None
    asset_name: str | None
    asset_name_ko: str | None
    miss_m: float | None
    latitude_deg: float | None
    longitude_deg: float | None
    shots: tuple[LayerShot, ...]


class TestedFlight(Record):
    """One row of the table of published flights, which may stand for several missiles."""

    __test__: ClassVar[bool] = False

    missile: str
    type: str
    date: str
    year: int
    site: str
    missiles: int
    missiles_source: str | None
    range_m: float
    apogee_m: float | None
    apogee_low_m: float | None
    apogee_high_m: float | None
    catalogue_id: str | None
    how: How
    note: str
    bands: tuple[BandTime, ...]
    turned: TurnedFlight
    confidence: str
    source: str
    url: str


class MetShare(Record):
    """How many flights come down through one layer's band for the seconds asked for.

    ``met`` are those that do among the ``judged``; ``share_low`` and ``share_high`` take the ends of each
    flight's seconds, and what cannot be judged for none and for all.
    """

    system: str
    rows: int
    rows_judged: int
    rows_met: int
    missiles: int
    missiles_judged: int
    missiles_met: int
    share: float | None
    share_low: float
    share_high: float


class ShotCount(Record):
    """Against how many turned flights every shot of any battery of a system fits."""

    system: str
    rows_judged: int
    rows_fit: int
    missiles_judged: int
    missiles_fit: int


class FlownGroup(Record):
    """The flights of one year or of one type, by layer."""

    name: str
    rows: int
    missiles: int
    types: tuple[str, ...]
    met: tuple[MetShare, ...]
    shots: tuple[ShotCount, ...]


class ArsenalCount(Record):
    """Launchers that were counted in public, and the share of such missiles that an upper layer can meet.

    ``total`` and ``met`` run on from the counts before; ``share`` is that of the flights of these missiles.
    """

    date: str
    name: str
    launchers: float
    low: float
    high: float
    by: str
    share: float | None
    total: float
    met: float
    not_judged: float
    source: str
    note: str


class RecordedLayer(Record):
    """One layer and its published band of altitude."""

    system: str
    name: str
    name_ko: str
    floor_m: float
    ceiling_m: float


class RecordOfTests(Record):
    """Every North Korean flight test of the table since a year, set beside the layers of defence."""

    TABLE: ClassVar[str] = "flights"

    since: int
    least_s: float
    rows: int
    missiles: int
    left_out: int
    rule: str
    limits: str
    sentence_en: str
    sentence_ko: str
    layers: tuple[RecordedLayer, ...]
    upper: tuple[str, ...]
    years: tuple[FlownGroup, ...]
    types: tuple[FlownGroup, ...]
    arsenal: tuple[ArsenalCount, ...]
    flights: tuple[TestedFlight, ...]
