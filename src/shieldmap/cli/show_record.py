"""``shieldmap record``: the record of flight tests by year, by type and beside the arsenal."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from shieldmap import datafiles, export, files, formats
from shieldmap.cli import writing
from shieldmap.cli.show import new_table, print_table, say, tell
from shieldmap.cli.speaking import said
from shieldmap.report import painting, plots, record_figures
from shieldmap.results import BandTime, FlownGroup, MetShare, RecordOfTests
from shieldmap.tested import ANY_UPPER, told_share
from shieldmap.words import language, t

_ENDINGS: Final = {"csv": (".csv",), "parquet": (".parquet",), "plot": writing.PICTURES}
_SYSTEM: Final = record_figures.SYSTEM


class RecordFiles(NamedTuple):
    """Where to write what, nothing where it was not asked for."""

    csv: Path | None = None
    parquet: Path | None = None
    plot: Path | None = None

    def asked(self) -> dict[str, Path]:
        """The files asked for by their option."""
        return {name: path for name, path in self._asdict().items() if path is not None}


def check(asked: RecordFiles) -> None:
    """Refuse names that cannot be written, before anything is computed."""
    for option, path in asked.asked().items():
        writing.check_ending(option, path, _ENDINGS[option])
        writing.check_writable(option, path)


def write(asked: RecordFiles, record: RecordOfTests) -> list[Path]:
    """Write what was asked for; the paths in the order of the options."""
    contents = {}
    if asked.csv is not None:
        contents[asked.csv] = export.record_csv(record).encode()
    if asked.plot is not None:
        contents[asked.plot] = painting.picture(plots.of(record), asked.plot.suffix)
    writing.write_all(contents)
    if asked.parquet is not None:
        _write_parquet(asked.parquet, record)
    return list(asked.asked().values())


def _write_parquet(path: Path, record: RecordOfTests) -> None:
    columns = export.record_columns(record)
    told = {"title": "North Korean flight tests", "rule": record.rule, "limits": record.limits}
    arrays = {name: np.array(values, dtype=object) for name, values in columns.items()}
    beside = files.beside(path)
    comment = "One row for each published flight; what cannot be judged is null."
    datafiles.write_rows(beside, arrays, export.record_units(columns), told, comment)
    beside.replace(path)


def show(record: RecordOfTests, written: Iterable[Path] = ()) -> None:
    """The table by year, what is not judged, types, launchers, the rule and the sentence."""
    head = {"since": str(record.since), "left": record.left_out}
    tell(t("cli_record_head", rows=record.rows, missiles=record.missiles, **head))
    layer = next(one for one in record.layers if one.system == _SYSTEM)
    band = {"floor": formats.km(layer.floor_m), "ceiling": formats.km(layer.ceiling_m)}
    tell(t("cli_record_band", seconds=formats.number(record.least_s), **band))
    _groups(record.years, "year")
    tell(t("cli_record_types"))
    _groups(record.types, "type")
    _unjudged(record)
    tell(t("cli_record_arsenal"))
    _arsenal(record)
    tell(said(record.rule))
    tell(said(record.limits))
    say()
    tell(record.sentence_ko if language() == "ko" else record.sentence_en)
    for path in written:
        say(path)


def _groups(groups: Iterable[FlownGroup], first: str) -> None:
    heads = ">rows", ">missiles", ">judged", ">met", ">met_share", ">upper", ">turned", ">fits"
    table = new_table(first, *heads)
    for one in groups:
        share = record_figures.of_system(one, _SYSTEM)
        upper = record_figures.of_system(one, ANY_UPPER)
        shot = next((shot for shot in one.shots if shot.system == _SYSTEM), None)
        turned, fits = ("", "") if shot is None else (shot.missiles_judged, shot.missiles_fit)
        counts = one.rows, one.missiles, share.missiles_judged, share.missiles_met
        numbers = map(formats.number, counts)
        table.add_row(one.name, *numbers, told_share(share), _value(upper), str(turned), str(fits))
    print_table(table)


def _value(share: MetShare) -> str:
    return formats.NONE if share.share is None else formats.percent(share.share)


def _unjudged(record: RecordOfTests) -> None:
    """How many missiles THAAD's band cannot be judged for, by the reason."""
    found: dict[str, list[int]] = {}
    for flight in record.flights:
        why = _of(flight.bands).why_not
        if why is not None:
            found.setdefault(why, []).append(flight.missiles)
    for why, missiles in found.items():
        told = t(f"record_why_{why}")
        tell(t("cli_record_unjudged", rows=len(missiles), missiles=sum(missiles), why=told))


def _of(bands: Iterable[BandTime]) -> BandTime:
    return next(band for band in bands if band.system == _SYSTEM)


def _arsenal(record: RecordOfTests) -> None:
    table = new_table("date", "missile", ">launchers", ">met_by", ">running", "by")
    for row in record.arsenal:
        ends = "" if row.low == row.high else f" ({formats.number(row.low)})"
        share = formats.NONE if row.share is None else formats.percent(row.share)
        running = formats.percent(row.met / row.total)
        counted = formats.number(row.launchers) + ends
        table.add_row(row.date, row.name, counted, share, running, row.by)
    print_table(table)
