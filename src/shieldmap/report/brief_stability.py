"""The brief of a stability study: what one radar sees of flights between others, and what each side gets.

The same two pages as :mod:`shieldmap.report.brief`: three sentences, one map, one table, one curve, five
limits. Nothing is computed here.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from shieldmap import formats, geodata, words
from shieldmap.report import (
    drawing,
    phrases,
    stability_map as maps,
    stability_words as said,
)
from shieldmap.report.drawing import BLUE, GREY
from shieldmap.report.trade_figures import trade_figure
from shieldmap.results import PairView, StabilityBrief, StabilitySummary, WatchedPair
from shieldmap.words import t

_MAP_IN: Final = 3.3
"""Width of the map: as it is printed, so that its letters keep their size."""
_LIMITS: Final = ("use", "decoys", "section", "public", "energy")


def content(parts: StabilityBrief) -> Mapping[str, object]:
    """Everything that the template asks for."""
    from shieldmap.report.brief import cited_shortly

    summary, known = parts.stability, set[str]()
    title = words.said(summary.title)
    radar = said.radar_name(summary)
    section = said.section(summary.view.headline_cross_section_m2)
    return {
        "title": title,
        "date": summary.date,
        "is_changed": False,
        "sentences": [said.short(summary), _seen_told(summary), *_trade_said(parts)],
        "map": drawing.svg(maps.near_map(parts, _MAP_IN), "map", t("stability_map_near"), known),
        "headline": _first_count(summary),
        "legend": [
            (BLUE, 4, t("stability_key_sees", radar=radar, section=section)),
            ("#7a5200", 3, t("stability_key_others")),
            (GREY, 1, t("stability_key_nobody")),
        ],
        "starts": [
            (mark, colour, t("brief_starts", country=said.country_in_sentence(code)))
            for code, (mark, colour) in maps.marks(summary).items()
        ],
        "trade": ""
        if parts.trade is None
        else drawing.svg(trade_figure(parts.trade, small=True), "trade", t("trade_label"), known),
        "trade_note": ""
        if parts.trade is None
        else t("brief_trade_note", draws=parts.trade.draws, defence=parts.trade.defence),
        "section": section,
        "radar": radar,
        "cities": [city.name for city in summary.cities],
        "rows": _area_rows(summary),
        "limits": [
            t(f"stability_limit_{name}", radar=radar, waves=said.longer_waves(summary))
            for name in _LIMITS
        ],
        "citation": cited_shortly(title, parts.run_hash, parts.computed),
        "hash_told": t("brief_hash_only", run=parts.run_hash),
        "attribution": geodata.attribution(),
    }


class _Drawn(NamedTuple):
    """A sum at the headline cross section: as given, and in the draws."""

    given: int
    median: str
    band: str


def _drawn_sum(summary: StabilitySummary, name: str, given: int) -> _Drawn:
    at = summary.view.headline_cross_section_m2
    return _Drawn(given, said.drawn_median(summary, name, at), said.drawn_band(summary, name, at))


def _counts(summary: StabilitySummary) -> tuple[_Drawn, _Drawn, int]:
    """Flights that the added radar sees, those that it alone sees, and all that are flown."""
    whole = said.total_of(summary, "", summary.view.headline_cross_section_m2)
    seen = _drawn_sum(summary, "seen_alone", whole.seen[summary.added_radar])
    only = _drawn_sum(summary, "only_with_added", whole.only_with_added)
    return seen, only, whole.flown


def _seen_told(summary: StabilitySummary) -> str:
    """How many flights are seen, of whose, and how many by nobody else."""
    at = summary.view.headline_cross_section_m2
    seen, only, flown = _counts(summary)
    by_country = [
        t(
            "stability_of_from",
            seen=said.some(row.seen[summary.added_radar]),
            flown=row.flown,
            country=said.country_in_sentence(row.country),
        )
        for row in (said.total_of(summary, code, at) for code in summary.countries)
    ]
    return t(
        "brief_watch_seen",
        section=said.section(at),
        radar=said.radar_name(summary),
        median=seen.median,
        band=seen.band,
        flown=flown,
        parts=formats.listed(by_country),
        only=only.median,
        only_band=only.band,
        draws=summary.ranges.samples,
    )


def _trade_said(parts: StabilityBrief) -> list[str]:
    if parts.trade is None:
        return []
    told = parts.trade.sentence_en if words.language() == "en" else parts.trade.sentence_ko
    # The count differs from the one before, and the sentence says why.
    return [t("brief_trade_said", defence=parts.trade.defence, told=told)]


def _first_count(summary: StabilitySummary) -> dict[str, str]:
    seen, only, flown = _counts(summary)
    section = said.section(summary.view.headline_cross_section_m2)
    return {
        "seen": t("brief_watch_number", seen=seen.median, flown=flown),
        "told": t("brief_watch_told", band=seen.band, section=section, given=seen.given),
        "alone": t("brief_watch_alone", only=only.median, band=only.band, given=only.given),
    }


def _area_rows(summary: StabilitySummary) -> list[Mapping[str, object]]:
    """Every launch area: how long the added radar sees its flight to each city."""
    by_ends = {(pair.launch_area, pair.city): pair for pair in summary.pairs}
    return [
        {
            "name": phrases.place_short(area.name),
            "country": geodata.countries().get(area.country, area.country),
            "missile": words.said(area.missile_name),
            "cells": [_cell(summary, by_ends[area.id, city.id]) for city in summary.cities],
        }
        for area in summary.launch_areas
    ]


def _cell(summary: StabilitySummary, pair: WatchedPair) -> dict[str, str]:
    """The time in view, its least and most, and whether others see the flight too."""
    if not pair.views:
        return {"kind": "na", "text": "–"}
    column = summary.view.cross_sections_m2.index(summary.view.headline_cross_section_m2)
    views: Mapping[str, PairView] = pair.views["given"]
    own, others = views[summary.added_radar], views["others"]
    low, high = own.low_seconds[column], own.high_seconds[column]
    text = said.minutes(own.seconds[column])
    if low is not None and high is not None and high > low:
        text = said.minutes(own.seconds[column], high)
        text = f"{text} ({said.spread(low, high, 'seconds')})"
    kind = "na" if not own.is_seen[column] else "hangs" if others.is_seen[column] else "holds"
    return {"kind": kind, "text": text}
