"""The brief: two A4 pages that can be cited, as one file without scripts and without anything to fetch.

Three sentences, one map, one table of missiles and places, one picture of the raid, what was changed,
five limits, and how to cite it. The long report of a run is its annex.

Nothing is computed here; every number stands in the parts of the brief.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from shieldmap import formats, geodata, verdicts, words
from shieldmap.report import drawing, maps, phrases
from shieldmap.report.drawing import BLACK, BLUE, VERMILION, Box, Canvas, Plot
from shieldmap.report.faces import FACE, faces_for
from shieldmap.report.templates import environment
from shieldmap.results import (
    Area,
    Brief,
    FootprintSummary,
    Quantiles,
    Quoted,
    Said,
    SpotEngagement,
    StabilityBrief,
    SummarySpot,
    ThreatSummary,
)
from shieldmap.words import t

PLACES: Final = 5
"""Cities of the table, those with most people."""

_BAR_WIDTH_IN, _BAR_ROW_PT = 6.4, 21.0
_LABEL_PT, _VALUE_PT = 148.0, 74.0
_LIMITS: Final = ("defended", "numbers", "left_out", "raid", "people")


def _said(said: Said) -> str:
    return said.told(words.language())


def html(parts: Brief | StabilityBrief) -> str:
    """The brief in the reader's language as the text of one file."""
    from markupsafe import Markup

    from shieldmap.report import brief_stability

    name, content = (
        ("brief.html.j2", _brief_content(parts))
        if isinstance(parts, Brief)
        else ("brief_stability.html.j2", brief_stability.content(parts))
    )
    template = environment().get_template(name)
    bare = template.render(faces="", face=FACE, **content)
    return template.render(faces=Markup(faces_for(bare)), face=FACE, **content)


def file_name(parts: Brief | StabilityBrief) -> str:
    """``brief-korea-12048f3f``: the study and the head of the hash."""
    name, run_hash = (
        (parts.summary.name, parts.told.run_hash)
        if isinstance(parts, Brief)
        else (parts.stability.name, parts.run_hash)
    )
    return f"brief-{name}-{run_hash[:8]}"


def _brief_content(parts: Brief) -> Mapping[str, object]:
    places = _largest_cities(parts.summary)
    rows = [_missile_row(parts, threat, places) for threat in parts.summary.threats]
    known: set[str] = set()
    figure = _share_map(parts)
    return {
        "title": words.translated(parts.title),
        "date": parts.summary.date,
        "is_changed": bool(parts.told.changes),
        "sentences": _three_sentences(parts, places),
        "map": drawing.svg(figure, "map", t("brief_map_label"), known),
        "legend": [
            (drawing.swatch(fill, f"bf{n}"), fill.text)
            for n, fill in enumerate(maps.probability_fills().values())
        ],
        "headline": _first_number(parts),
        "places": [phrases.name(place) for place in places],
        "rows": rows,
        "main": next(row for row in rows if row["is_main"]),
        "raid": "" if parts.raid is None else _bars_drawn(parts.raid, known),
        "raid_why": [] if parts.raid is None else [_said(one) for one in parts.raid.why],
        "changes": [
            t("brief_change", name=one.name, before=one.before, after=one.after)
            if words.language() == "en"
            else t("brief_change", name=one.name_ko, before=one.before_ko, after=one.after_ko)
            for one in parts.told.changes
        ],
        "limits": [t(f"brief_limit_{name}") for name in _LIMITS],
        "citation": cited_shortly(
            words.translated(parts.title),
            parts.told.run_hash,
            parts.told.computed,
            is_changed=bool(parts.told.changes),
        ),
        "hash_told": t("brief_hash", run=parts.told.run_hash, query=parts.told.query),
        "attribution": geodata.attribution(),
    }


# --- sentences -------------------------------------------------------------------------------


def _main(parts: Brief) -> ThreatSummary:
    return next(one for one in parts.summary.threats if one.id == parts.area.threat)


def _main_share(area: Area) -> Quantiles:
    assert area.totals.sampled is not None
    return area.totals.sampled.share_of_people


def _share_banded(share: Quantiles) -> str:
    return formats.span(formats.percent(share.p05), formats.percent(share.p95))


def _three_sentences(parts: Brief, places: list[SummarySpot]) -> list[str]:
    """What is covered, what the raid does when launchers leave, and what holds, hangs and fails."""
    main, sampled = _main(parts), parts.area.totals.sampled
    assert sampled is not None
    share = _main_share(parts.area)
    first = (
        t("brief_nobody", missile=phrases.threat_name(main, parts.summary))
        if share.p50 is None
        else t(
            "brief_share",
            battery=_battery_told(parts),
            share=formats.percent(share.p50),
            band=_share_banded(share),
            people=formats.people(parts.area.totals.threatened.people),
            missile=phrases.threat_name(main, parts.summary),
            points=t("report_points", n=len(main.by_launch_point)),
            draws=sampled.samples,
        )
    )
    second = parts.raid or parts.radar
    told = [first, _said(second.sentence) if second else "", _cities_told(parts, main, places)]
    return [one for one in told if one]


def _battery_told(parts: Brief) -> str:
    """The battery by system and place; one that was moved by hand is named as such."""
    return t(
        "report_battery_at",
        system=phrases.place_short(words.said(parts.system_name)),
        place=words.inline(phrases.place_short(words.translated(parts.summary.defence.battery))),
    )


def _cities_told(parts: Brief, main: ThreatSummary, places: list[SummarySpot]) -> str:
    """Which cities hold, hang and fail against the missile looked at."""
    column = [one.id for one in parts.summary.threats].index(main.id)
    by_word: dict[str, list[str]] = {}
    for place in places:
        found = place.by_threat[column]
        if isinstance(found, SpotEngagement) and found.verdict:
            by_word.setdefault(found.verdict, []).append(phrases.name(place))
    told = [
        t(f"brief_{word}", places=formats.listed(by_word[word]))
        for word in ("holds", "hangs", "fails")
        if word in by_word
    ]
    if not told:
        return ""
    name = phrases.threat_short(main, parts.summary)
    return t("brief_verdicts", missile=name, verdicts="; ".join(told))


def _first_number(parts: Brief) -> dict[str, str]:
    share, stock, pairs = _main_share(parts.area), parts.area.interceptors, parts.area.full_pairs
    return {
        "share": formats.percent(share.p50),
        "band": _share_banded(share),
        "missile": phrases.threat_name(_main(parts), parts.summary),
        "interceptors": formats.number(stock.value),
        "pairs": formats.number(pairs.value),
    }


def cited_shortly(title: str, run_hash: str, computed: str, *, is_changed: bool = False) -> str:
    """At most 25 words: who, when, what, hash; ``computed`` is a date."""
    return t(
        "brief_citation",
        year=computed[:4],
        title=title,
        changed="yes" if is_changed else "no",
        version=_version(),
        run=run_hash[:12],
        day=computed,
    )


def _version() -> str:
    from importlib.metadata import version

    return version("shieldmap")


# --- the table -------------------------------------------------------------------------------


def _largest_cities(summary: FootprintSummary) -> list[SummarySpot]:
    """The cities that the study names, those with most people; other assets where it names none."""
    cities = [spot for spot in summary.assets if spot.kind == "city"] or list(summary.assets)
    chosen = sorted(cities, key=lambda spot: -spot.people)[:PLACES]
    return [spot for spot in cities if spot in chosen]


class _Cell(NamedTuple):
    kind: str
    word: str
    share: str


def _missile_row(
    parts: Brief, threat: ThreatSummary, places: list[SummarySpot]
) -> dict[str, object]:
    column = [one.id for one in parts.summary.threats].index(threat.id)
    is_main = threat.id == parts.area.threat
    # The missile looked at has the number of the fine grid, which stands in the first sentence.
    share = _main_share(parts.area) if is_main else threat.sampled.share_of_people
    return {
        "name": phrases.threat_short(threat, parts.summary),
        "is_main": is_main,
        "points": len(threat.by_launch_point),
        "share": formats.percent(share.p50),
        "band": "" if share.p50 is None else _share_banded(share),
        "cells": [_verdict_cell(place.by_threat[column]) for place in places],
    }


def _verdict_cell(found: object) -> _Cell:
    if not isinstance(found, SpotEngagement):
        return _Cell("na", t("report_state_na"), "")
    word = found.verdict or "fails"
    # Where it turns is left to the annex.
    named = found.model_copy(update={"turns_at": None})
    return _Cell(word, verdicts.said(named), formats.percent(found.share_of_samples))


# --- pictures --------------------------------------------------------------------------------


def _share_map(parts: Brief) -> Canvas:
    """The share of draws that defend each cell, with battery, radar, reach and launch points."""
    summary, main = parts.summary, _main(parts)
    cut, edges = maps.edges_of(parts.cells, summary)
    percent = np.array(parts.area.probability or [], dtype=np.float64)
    share = np.where(np.array(parts.area.status) == 0, percent / 100.0, np.nan)
    cells = maps.MapCells(
        cases=[],
        cut_deg=cut,
        edges_deg=edges,
        status=np.zeros((0, share.size), np.int8),
        defended={},
        reason=np.zeros((0, share.size), np.int8),
        probability=share[None],
    )
    kinds = maps.shares(cells, 0)
    areas = [(kinds == kind, fill) for kind, fill in reversed(maps.probability_fills().items())]
    return maps.areas_map(summary, cells, main, areas, "", "")


def _bars_drawn(raid: Quoted, known: set[str]) -> str:
    return drawing.svg(bars_figure(raid), "raid", _said(raid.sentence), known)


def bars_figure(given: Quoted) -> Canvas:
    """The bars of a quoted answer with their bands, the one as it is first and in blue."""
    height = (_BAR_ROW_PT * len(given.bars) + 34.0) / 72.0
    canvas = Canvas(_BAR_WIDTH_IN, height)
    room = canvas.width - _LABEL_PT - _VALUE_PT
    box = Box(_LABEL_PT, 6.0, room, canvas.height - 34.0)
    plot = Plot(canvas, box, (0.0, given.most), (len(given.bars) - 0.5, -0.5))
    for row, bar in enumerate(given.bars):
        colour = BLUE if bar.is_now else VERMILION
        y = box.top + (row + 0.5) * box.height / len(given.bars)
        right = box.left + room * bar.value / given.most
        canvas.path(
            drawing.rectangle(box.left, y - 5.0, right - box.left, 10.0),
            drawing.plain_fill("#cfe4f2" if bar.is_now else "#f6dfb6"),
        )
        plot.line([bar.value, bar.value], [row - 0.3, row + 0.3], colour, 1.6)
        if bar.low is not None and bar.high is not None:
            plot.line([bar.low, bar.high], [row, row], BLACK, 1.4)
        canvas.text(box.left - 6.0, y + 3.0, _said(bar.name), 8.5, "end")
        band = "" if bar.low is None or bar.high is None else f" ({_band_told(bar.low, bar.high)})"
        canvas.text(box.left + room + 6.0, y + 3.0, formats.number(bar.value) + band, 8.5, "start")
    plot.x_axis(t("brief_axis_leakers", missiles=formats.number(given.most)))
    return canvas


def _band_told(low: float, high: float) -> str:
    return formats.span(formats.number(low), formats.number(high))
