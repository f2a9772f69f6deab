"""The page of a comparison: a sentence, the raid, what is lost and won, and maps that differ."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import formats, geodata, terms, words
from shieldmap.archive import Run
from shieldmap.report import answer, battle_words, drawing, maps, phrases
from shieldmap.report.drawing import BLUE, GREEN, VERMILION, Fill
from shieldmap.report.templates import filled
from shieldmap.results import (
    AssetChange,
    BothDefences,
    Comparison,
    CountedMean,
    NumberEnds,
    Quantiles,
    RaidChange,
    RaidOutcome,
    ThreatChange,
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


def lead(before: Run, compared: Comparison) -> str:
    """What changes, in a sentence: what stands there, the share of the people, and the raid."""
    parts = [_share_told(before, compared.threats)]
    if compared.raid is not None:
        parts.append(_raid_told(compared.raid))
    return t("compare_lead", stands=_stands_told(compared.defence), told="; ".join(parts))


def _stands_told(defence: BothDefences) -> str:
    """Launchers, interceptors and radar, where they are not the same."""
    one, two = defence.before, defence.after
    is_same = (one.launchers, one.interceptors) == (two.launchers, two.interceptors)
    return t(
        "compare_stands_same" if is_same else "compare_stands",
        **{
            f"{noun}_{when}": phrases.counted(getattr(side, noun), noun)
            for when, side in (("before", one), ("after", two))
            for noun in ("launchers", "interceptors")
        },
        radar="same"
        if one.radar.present == two.radar.present
        else "here"
        if two.radar.present
        else "gone",
    )


def _share_told(before: Run, threats: Sequence[ThreatChange]) -> str:
    """The share of the people by the draws: against which missile it changes most."""
    changed = [row for row in threats if row.share_before != row.share_after]
    main = answer.main_threat(before).id
    first = next((row for row in threats if row.id == main), threats[0])
    shown = max(changed, key=_moved) if changed else first
    return t(
        "compare_share" if changed else "compare_share_same",
        changed=len(changed),
        missiles=len(threats),
        name=phrases.threat_name(_threat(before, shown.id), before.footprint),
        draws=shown.draws,
        before=formats.percent(shown.share_before.p50),
        band_before=_band(shown.share_before),
        after=formats.percent(shown.share_after.p50),
        band_after=_band(shown.share_after),
    )


def _moved(row: ThreatChange) -> float:
    return abs((row.share_after.p50 or 0.0) - (row.share_before.p50 or 0.0))


def _band(drawn: Quantiles) -> str:
    return formats.span(formats.percent(drawn.p05), formats.percent(drawn.p95))


def _raid_told(raid: RaidChange) -> str:
    """Missiles that come through before and after, with both intervals."""
    return t(
        "compare_raid",
        missiles=raid.missiles,
        trials_before=raid.before.trials,
        trials_after=raid.after.trials,
        before=battle_words.brief(raid.before.leakers),
        after=battle_words.brief(raid.after.leakers),
    )


def comparison(before: Run, after: Run, compared: Comparison) -> str:
    """The page as text; it draws the maps of those missiles whose maps differ."""
    runs, cells = (before, after), (maps.read_cells(before), maps.read_cells(after))
    differing = [row.id for row in compared.threats if _differs(*cells, row.id)]
    known: set[str] = set()
    fills = [*maps.status_fills().values(), *_change_fills()]
    return filled(
        TEMPLATE,
        {
            "lead": lead(before, compared),
            "result": compared,
            "rows": [_people_row(before, row) for row in compared.threats],
            "drawn": [
                _maps(number, runs, cells, id_, known) for number, id_ in enumerate(differing)
            ],
            "alike": len(compared.threats) - len(differing),
            "defences": [_defence(run) for run in runs],
            "legend": [(drawing.swatch(fill, f"k{k}"), fill.text) for k, fill in enumerate(fills)],
            "raid": None if compared.raid is None else _raid(compared.raid),
            "assets": _places(before, compared.assets),
            "attribution": geodata.attribution(),
        },
    )


def _differs(one: maps.MapCells, two: maps.MapCells, threat_id: str) -> bool:
    """Whether the maps of a missile differ in any cell, at the values or at an end."""
    return any(
        bool((maps.kinds(one, threat_id, end) != maps.kinds(two, threat_id, end)).any())
        for end in _ENDS
    )


def _people_row(before: Run, row: ThreatChange) -> dict[str, object]:
    """One missile in the table of people: the draws, and the value with its ends."""
    return {
        "name": phrases.threat_name(_threat(before, row.id), before.footprint),
        **{
            f"{when}_{end}": formats.million(getattr(getattr(row, when), end))
            for when in ("before", "after")
            for end in _ENDS
        },
        "shares": [
            (formats.percent(one.p50), _band(one)) for one in (row.share_before, row.share_after)
        ],
        "in_range": formats.million(row.in_range),
        "change": formats.change(row.change.value),
    }


def _maps(
    number: int,
    runs: tuple[Run, Run],
    cells: tuple[maps.MapCells, maps.MapCells],
    threat_id: str,
    known: set[str],
) -> dict[str, object]:
    """Before, after and the change against one missile."""
    name = phrases.threat_name(_threat(runs[0], threat_id), runs[0].footprint)
    states = [maps.kinds(one, threat_id) == maps.EVERY for one in cells]
    figures = [
        (maps.defended_map(run, one, _threat(run, threat_id)), t(f"figure_name_{when}", name=name))
        for run, one, when in zip(runs, cells, ("before", "after"), strict=True)
    ]
    change = _change_map(runs[0], cells[0], threat_id, states)
    figures.append((change, t("figure_name_change", name=name)))
    return {
        "name": name,
        "maps": [
            drawing.svg(figure, f"c{number}-{k}", text, known)
            for k, (figure, text) in enumerate(figures)
        ],
    }


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
