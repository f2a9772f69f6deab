"""The page of a comparison: maps before and after, what is lost and won, and the raid."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import formats, geodata, terms, words
from shieldmap.archive import Run
from shieldmap.report import drawing, maps, phrases
from shieldmap.report.drawing import BLUE, GREEN, VERMILION, Fill
from shieldmap.report.templates import filled
from shieldmap.results import (
    AssetChange,
    Comparison,
    CountedMean,
    NumberEnds,
    RaidChange,
    RaidOutcome,
    ThreatSummary,
)
from shieldmap.words import t

_CHANGE_PAINT: Final = (
    ("both", BLUE, "", BLUE),
    ("lost", VERMILION, "////", "#4d2200"),
    ("won", GREEN, "\\\\\\\\", "#00382a"),
)
TEMPLATE: Final = "compare.html.j2"
_ENDS: Final = ("value", "bad", "good")


def _change_fills() -> list[Fill]:
    return [Fill(t(f"figure_{name}"), *paint) for name, *paint in _CHANGE_PAINT]


def comparison(before: Run, after: Run, compared: Comparison) -> str:
    """The page as text."""
    runs, cells = (before, after), (maps.read_cells(before), maps.read_cells(after))
    known: set[str] = set()
    rows = []
    for number, row in enumerate(compared.threats):
        name = phrases.threat_name(_threat(before, row.id), before.footprint)
        states = [maps.kinds(c, row.id) == maps.EVERY for c in cells]
        figures = [
            (
                maps.defended_map(run, c, _threat(run, row.id)),
                t(f"figure_name_{when}", name=name),
            )
            for run, c, when in zip(runs, cells, ("before", "after"), strict=True)
        ]
        figures.append(
            (_change_map(before, cells[0], row.id, states), t("figure_name_change", name=name))
        )
        rows.append(
            {
                "name": name,
                **{
                    f"{when}_{end}": formats.million(getattr(getattr(row, when), end))
                    for when in ("before", "after")
                    for end in _ENDS
                },
                "in_range": formats.million(row.in_range),
                "change": formats.change(row.change.value),
                "maps": [
                    drawing.svg(figure, f"c{number}-{k}", text, known)
                    for k, (figure, text) in enumerate(figures)
                ],
            }
        )
    fills = [*maps.status_fills().values(), *_change_fills()]
    return filled(
        TEMPLATE,
        {
            "result": compared,
            "rows": rows,
            "defences": [_defence(run) for run in runs],
            "legend": [(drawing.swatch(fill, f"k{k}"), fill.text) for k, fill in enumerate(fills)],
            "raid": None if compared.raid is None else _raid(compared.raid),
            "assets": _places(before, compared.assets),
            "attribution": geodata.attribution(),
        },
    )


def _threat(run: Run, threat_id: str) -> ThreatSummary:
    return next(threat for threat in run.footprint.threats if threat.id == threat_id)


class ComparedPlace(NamedTuple):
    """A named place: the missiles against which its answer changes, and why it is not defended."""

    name: str
    lost: list[str]
    won: list[str]
    reasons: list[str]


def _places(run: Run, changes: Sequence[AssetChange]) -> list[ComparedPlace]:
    """Named places with the missiles against which their answer changes, and why not defended."""
    rows: dict[str, ComparedPlace] = {}
    for change in changes:
        row = rows.setdefault(change.name, ComparedPlace(phrases.name(change), [], [], []))
        threat = phrases.threat_short(_threat(run, change.threat), run.footprint)
        (row.lost if change.before else row.won).append(threat)
        reason = phrases.reason(change.reason) if change.reason else ""
        if reason and reason not in row.reasons:
            row.reasons.append(reason)
    return list(rows.values())


def _change_map(
    run: Run, cells: maps.MapCells, threat_id: str, states: Sequence[NDArray[np.bool_]]
) -> drawing.Canvas:
    """What is kept, lost and won against one missile."""
    was, now = states
    areas = list(zip((was & now, was & ~now, ~was & now), _change_fills(), strict=True))
    lost, won = int((was & ~now).sum()), int((~was & now).sum())
    text = t("figure_cells", lost=lost, won=won) if lost or won else t("figure_no_cells")
    return maps.areas_map(
        run.footprint, cells, _threat(run, threat_id), areas, t("figure_changes"), text
    )


def _defence(run: Run) -> dict[str, object]:
    """What stands there, in words."""
    defence = run.footprint.defence
    return {
        "title": run.footprint.title,
        "date": run.footprint.date,
        "hash": run.manifest.run_hash,
        "launchers": phrases.counted(defence.launchers, "launchers"),
        "interceptors": phrases.counted(defence.interceptors, "interceptors"),
        "radar": t("report_in_place" if defence.radar.present else "report_not_in_place"),
    }


def _raid(raid: RaidChange) -> dict[str, object]:
    """The raid before and after: leakers, spent interceptors, cost and outcomes, row by row."""
    both = [raid.before, raid.after]
    rows = [
        (t("report_leakers"), [_number(b.leakers) for b in both]),
        (t("report_none_leaks"), [formats.percent(b.none_leaks.share) for b in both]),
        (t("report_spent"), [_number(b.interceptors_spent.all) for b in both]),
        (t("report_cost"), [_cost(b.cost.total_usd) for b in both]),
    ]
    outcomes = [
        (_became(one), [formats.number(b.missiles, 2) for b in (one, two)])
        for one, two in zip(both[0].outcomes, both[1].outcomes, strict=False)
        if one.text == two.text and (one.missiles > 0.0 or two.missiles > 0.0)
    ]
    return {
        "title": raid.title,
        "missiles": raid.missiles,
        "rows": rows,
        "outcomes": outcomes,
    }


def _cost(ends: NumberEnds) -> str:
    low, high = (formats.number((end or 0.0) / 1e6) for end in (ends.low, ends.high))
    return t("span_to", low=low, high=high)


def _became(outcome: RaidOutcome) -> str:
    """What became of missiles, in the reader's language."""
    if outcome.by:
        return t("report_stopped_by", by=outcome.text.removeprefix("stopped by "))
    return words.of(terms.OUTCOMES[outcome.outcome].long)


def _number(given: CountedMean) -> str:
    """A mean with its two intervals."""
    low, high = (formats.number(end, 2) for end in given.sampling_interval)
    bad, good = (formats.number(end, 1) for end in given.parameter_range)
    mean = formats.number(given.mean, 1)
    return t("report_mean", mean=mean, low=low, high=high, bad=bad, good=good)
