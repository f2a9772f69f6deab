"""The whole record: every flight since a year, its layers, its sums and its sentence."""

import math
from collections.abc import Callable, Sequence
from typing import Final

from shieldmap import catalog, formats, terms, words
from shieldmap.results.tested import (
    BandTime,
    FlownGroup,
    MetShare,
    RecordedLayer,
    RecordOfTests,
    TestedFlight,
)
from shieldmap.tested import flown, sums, table, turned
from shieldmap.tested.flown import Reproduced
from shieldmap.tested.table import PublishedRow
from shieldmap.words import english, t

SINCE: Final = 2017
"""The year in which the battery at Seongju was set up."""

LEAST_S: Final = 30.0
"""Half a minute on the way down: two shots some seconds apart fit into it. An assumption and an option."""

LAYERS: Final = ("pac-3-cri", "pac-3-mse", "km-sam-2", "l-sam", "thaad", "sm-3-ib", "sm-3-iia")
"""What stands in or about Korea and Japan, or is planned there, from the lowest band to the highest."""

_NUMBERS: Final = ("seconds", "low_s", "high_s", "down_s", "down_low_s", "down_high_s")

Progress = Callable[[str, int, int], None]


def record_of(
    since: int = SINCE, least_s: float = LEAST_S, progress: Progress | None = None
) -> RecordOfTests:
    """Reproduce, turn and add up every North Korean flight test since a year."""
    rows, left_out = table.read(since)
    layers = tuple(_layer(system) for system in LAYERS)
    flights = []
    for number, one in enumerate(rows):
        if progress is not None:
            progress("flights", number, len(rows))
        flights.append(_flight(one, layers))
    years = sorted({flight.year for flight in flights})
    by_year = [
        sums.group(str(year), [f for f in flights if f.year == year], layers, least_s)
        for year in years
    ]
    types = dict.fromkeys(flight.type for flight in flights)
    by_type = [
        sums.group(name, [f for f in flights if f.type == name], layers, least_s) for name in types
    ]
    return RecordOfTests(
        since=since,
        least_s=least_s,
        rows=len(flights),
        missiles=sum(flight.missiles for flight in flights),
        left_out=left_out,
        rule=english("questions_record_rule", near=formats.number(turned.NEAR_M / 1e3)),
        limits=english("questions_limits_record"),
        **_sentences(flights, layers, least_s),
        layers=layers,
        upper=sums.UPPER,
        years=tuple(by_year),
        types=tuple(by_type),
        arsenal=sums.arsenal(by_type, layers, least_s),
        flights=tuple(flights),
    )


def _layer(system: str) -> RecordedLayer:
    entry = catalog.defence(system)
    return RecordedLayer(
        system=entry.id,
        name=entry.name,
        name_ko=entry.name_ko,
        floor_m=entry.envelope.floor.si,
        ceiling_m=entry.envelope.ceiling.si,
    )


def _flight(one: PublishedRow, layers: Sequence[RecordedLayer]) -> TestedFlight:
    told, row = flown.reproduce(one), one.row
    apogee_m = [None] * 3 if one.apogee_km is None else [km * 1e3 for km in one.apogee_km]
    return TestedFlight(
        missile=row["missile"],
        type=one.type,
        date=row["date"],
        year=one.year,
        site=row["site"],
        missiles=one.missiles,
        missiles_source=one.counted_by or None,
        range_m=float(row["range_km"]) * 1e3,
        apogee_m=apogee_m[0],
        apogee_low_m=apogee_m[1],
        apogee_high_m=apogee_m[2],
        catalogue_id=row["catalogue_id"] or None,
        how=told.how,
        note=told.note,
        bands=tuple(_band(one, told, layer) for layer in layers),
        turned=turned.turn(one, told),
        confidence=row["confidence"],
        source=row["source"],
        url=row["url"],
    )


def _band(one: PublishedRow, told: Reproduced, layer: RecordedLayer) -> BandTime:
    """Seconds of one flight in one band, at its apogee and at the ends of it."""
    if one.apogee_km is None:
        return _untold(layer, "no-apogee")
    spans = [
        _seconds(path, km * 1e3, layer) for path, km in zip(told.paths, one.apogee_km, strict=True)
    ]
    if spans[0] is None:
        return _untold(layer, told.note)
    whole, down = (_with_ends([None if s is None else s[part] for s in spans]) for part in (0, 1))
    return BandTime(
        system=layer.system,
        seconds=whole[0],
        low_s=whole[1],
        high_s=whole[2],
        down_s=down[0],
        down_low_s=down[1],
        down_high_s=down[2],
        why_not=None,
    )


def _with_ends(spans: Sequence[float | None]) -> tuple[float, float | None, float | None]:
    """Value, low and high: time in a band may grow or fall with the apogee, so the value may be an end.

    Where an end is not known, only none at all is known to be the least.
    """
    known = [round(span, 1) for span in spans if span is not None]
    low, high = min(known), max(known)
    is_whole = len(known) == len(spans)
    return known[0], low if is_whole or low == 0.0 else None, high if is_whole else None


def _seconds(
    path: flown.AltitudePath | None, apogee_m: float, layer: RecordedLayer
) -> tuple[float, float] | None:
    # Whatever its path, what stays under a floor spends no second above it.
    if apogee_m <= layer.floor_m:
        return 0.0, 0.0
    return None if path is None else flown.band_s(path, layer.floor_m, layer.ceiling_m)


def _untold(layer: RecordedLayer, why: str) -> BandTime:
    nothing = dict.fromkeys(_NUMBERS)
    return BandTime(system=layer.system, **nothing, why_not=why)


# ---------------------------------------------------------------------------------------------
# Words


def _sentences(
    flights: Sequence[TestedFlight], layers: Sequence[RecordedLayer], least_s: float
) -> dict[str, str]:
    """The answer in one sentence, in English and in Korean."""
    years = sorted({flight.year for flight in flights})
    if not years:
        empty = {}
        for language in terms.LANGUAGES:
            with words.using(language):
                empty[f"sentence_{language}"] = t("record_nothing")
        return empty
    middle = years[0] + math.ceil((years[-1] - years[0] + 1) / 2)
    whole = sums.group("all", flights, layers, least_s)
    told = {}
    for language in terms.LANGUAGES:
        with words.using(language):
            parts = {
                "early": _share([f for f in flights if f.year < middle], least_s),
                "late": _share([f for f in flights if f.year >= middle], least_s),
            }
            told[f"sentence_{language}"] = t(
                "record_sentence",
                **parts,
                **_whole(whole),
                seconds=formats.number(least_s),
                first=str(years[0]),
                before=str(middle - 1),
                middle=str(middle),
                last=str(years[-1]),
            )
    return told


def _whole(whole: FlownGroup) -> dict[str, object]:
    thaad = next(share for share in whole.met if share.system == "thaad")
    shot = next((one for one in whole.shots if one.system == "thaad"), None)
    return {
        "rows": whole.rows,
        "missiles": whole.missiles,
        "judged": thaad.missiles_judged,
        "met": thaad.missiles_met,
        "fits": 0 if shot is None else shot.missiles_fit,
        "turned": 0 if shot is None else shot.missiles_judged,
    }


def _share(flights: Sequence[TestedFlight], least_s: float) -> str:
    """The share that THAAD's band holds long enough, with the ends of what is not known."""
    return told_share(sums.met(flights, "thaad", least_s))


def told_share(share: MetShare) -> str:
    """A share in words: of those judged, and between which ends it lies among all."""
    low, high = formats.percent(share.share_low), formats.percent(share.share_high)
    value = formats.NONE if share.share is None else formats.percent(share.share)
    return t("record_share", value=value, low=low, high=high)
