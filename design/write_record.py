"""Write docs/record.md and its figure from the verb: no number of the page is typed by hand."""

from collections.abc import Iterator
from pathlib import Path

import shieldmap as sm
from shieldmap import formats
from shieldmap.report import record_figures
from shieldmap.results import FlownGroup, RecordOfTests, TestedFlight
from shieldmap.tested import ANY_UPPER, told_share
from shieldmap.words import t

DOCS = Path(__file__).parents[1] / "docs"
PAGE, FIGURE = DOCS / "record.md", DOCS / "figures" / "record.svg"
HEAD = """# The record of flight tests

Made by `python design/write_record.py` from `sm.record()`, the same as `shieldmap record`.

Question: of the North Korean missiles that were tested since THAAD came to Seongju, how many came down
through the band of altitude in which an upper layer works, for long enough to shoot, and how has that
share changed?
"""
MEANING = """## How it is counted

- **A flight** is a row of `data/validation/flight_tests.csv`; `flight_counts.csv` says for how many
  missiles it stands. Space launches are left out. An apogee in whole tens is a range of 10 km either way.
- **As flown.** `catalogue`: the missile of the catalogue from the published place, to the published
  range and apogee. `lift`: the same, with lift from its peak on. `arc`: an arc without boost and air,
  where no missile of the catalogue flies the row and it is steep enough to be one. `apogee`: neither; a
  flight that stays under a floor spends no second above it, and of any other nothing is said.
- **Seconds** are those on the way down inside the published band, floor to ceiling, at the apogee (and
  at its lower and upper end). What climbs does so over its launch point.
- **The share** is that of the missiles that can be judged. In brackets stands what it would be among all
  of them if none, or every one, of the others were long enough: the others are mostly low flights that
  steer, so the lower end is the likelier one.
- **Turned.** {rule}.
- **Limits.** {limits}.
"""


def page(record: RecordOfTests) -> Iterator[str]:
    """The whole page, part by part."""
    yield HEAD
    yield f"{record.sentence_en}\n"
    yield f"![{t('figure_record', seconds=formats.number(record.least_s))}](figures/record.svg)\n"
    rule, limits = (text[0].upper() + text[1:] for text in (record.rule, record.limits))
    yield MEANING.format(rule=rule, limits=limits)
    yield "## Bands\n"
    yield "| layer | floor | ceiling |\n|---|---:|---:|"
    for layer in record.layers:
        yield f"| {layer.name} | {formats.km(layer.floor_m)} | {formats.km(layer.ceiling_m)} |"
    yield "\n## By year\n"
    yield from groups(record, record.years)
    yield "\n## By type\n"
    yield from groups(record, record.types)
    yield "\n## Launchers counted in public\n"
    yield "Of a type with tests the share of its missiles counts, of older ones the arc of least energy.\n"
    yield "| date | what | launchers | low | met by an upper layer | of all so far | by | source |"
    yield "|---|---|---:|---:|---:|---:|---|---|"
    for row in record.arsenal:
        numbers = formats.number(row.launchers), formats.number(row.low)
        shares = formats.percent(row.share), formats.percent(row.met / row.total)
        yield line(row.date, row.name, *numbers, *shares, row.by, row.source)
    yield "\n## Every flight\n"
    yield "Seconds on the way down: value (low to high); – is not judged.\n"
    yield "| date | missile | n | range | apogee | how | THAAD | SM-3 IB | L-SAM | turned to | THAAD fits |"
    yield "|---|---|---:|---:|---:|---|---:|---:|---:|---|---|"
    for flight in record.flights:
        yield flight_line(flight)


def groups(record: RecordOfTests, found: tuple[FlownGroup, ...]) -> Iterator[str]:
    """A table of years or types."""
    systems = ("thaad", "sm-3-ib", "sm-3-iia", ANY_UPPER)
    names = {layer.system: layer.name for layer in record.layers} | {ANY_UPPER: "any of these"}
    shares = " | ".join(names[system] for system in systems)
    yield f"| | rows | missiles | {shares} | turned, THAAD fits |\n|---|---:|---:|{'---|' * 5}"
    for one in found:
        told = [told_share(record_figures.of_system(one, system)) for system in systems]
        shot = next((shot for shot in one.shots if shot.system == "thaad"), None)
        fits = "" if shot is None else f"{shot.missiles_fit} of {shot.missiles_judged}"
        yield line(one.name, formats.number(one.rows), formats.number(one.missiles), *told, fits)


def flight_line(flight: TestedFlight) -> str:
    """One flight."""
    bands = {band.system: band for band in flight.bands}
    seconds = []
    for system in ("thaad", "sm-3-ib", "l-sam"):
        band = bands[system]
        value, low, high = (
            formats.NONE if number is None else formats.number(number)
            for number in (band.down_s, band.down_low_s, band.down_high_s)
        )
        seconds.append(value if value == low == high else f"{value} ({low} to {high})")
    shot = next((one for one in flight.turned.shots if one.system == "thaad"), None)
    fits = "" if shot is None else ("yes" if shot.fits else f"no: {shot.reason_text}")
    apogee = formats.NONE if flight.apogee_m is None else formats.km(flight.apogee_m)
    towards = flight.turned.asset_name or formats.NONE
    first = flight.date, flight.missile, str(flight.missiles), formats.km(flight.range_m), apogee
    return line(*first, flight.how, *seconds, towards, fits)


def line(*cells: str) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    made = sm.record()
    PAGE.write_text("\n".join(page(made)) + "\n", encoding="utf-8")
    made.plot().save(FIGURE)
