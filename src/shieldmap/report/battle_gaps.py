"""What flies between the layers, and what a part is worth, on the page.

The numbers are those of ``battle.json``. A cell of the table of gaps tells of the launch point from
which a flight is inside the layers for the shortest time.
"""

from shieldmap import formats, words
from shieldmap.report import phrases
from shieldmap.report.battle_words import Names, ends, interval, kept
from shieldmap.results import LayerGaps, PartsWorth
from shieldmap.results.gaps import FlightBetween
from shieldmap.results.questions import CoveredPeople, PartWorth
from shieldmap.words import t

View = dict[str, object]
"""What the template shows of a part, by its own names."""

_MOST_SITES = 2


def gap(given: LayerGaps, names: Names) -> View:
    """Places by missile: seconds in no envelope, and what would close it where all are."""
    flown = [row for row in given.rows if isinstance(row, FlightBetween)]
    kinds = {row.kind for row in given.rows}
    shown = [row for row in given.rows if row.kind == "asset" or "asset" not in kinds]
    threats = list(dict.fromkeys(row.threat for row in given.rows))
    places = dict.fromkeys((row.place, row.place_ko) for row in shown)
    worst: dict[tuple[str, str], FlightBetween] = {}
    for row in flown:
        key = row.place, row.threat
        if key not in worst or row.inside_s < worst[key].inside_s:
            worst[key] = row
    return {
        "lead": words.name_of(given.sentence_en, given.sentence_ko),
        "threats": [names.head(threat) for threat in threats],
        "rows": [
            {
                "place": words.name_of(*place),
                "cells": [_cell(worst.get((place[0], threat)), given) for threat in threats],
            }
            for place in places
        ],
        "limits": kept(given.limits),
    }


def _cell(row: FlightBetween | None, given: LayerGaps) -> View:
    if row is None:
        return {"seconds": formats.NONE, "is_open": False, "closes": ""}
    outside, whole = (formats.number(time_s) for time_s in (row.outside_s, row.flight_s))
    return {
        "seconds": formats.part_of(outside, whole),
        "is_open": row.inside_s < given.least_s,
        "closes": _closing(row, given) if row.inside_s < given.least_s else "",
    }


def _closing(row: FlightBetween, given: LayerGaps) -> str:
    """The least change of one number, and sites."""
    systems = {
        layer.layer: phrases.place_short(words.name_of(layer.system_name, layer.system_name_ko))
        for layer in given.layers
    }
    told = [
        formats.envelope_change(one.number, one.change_m, systems[one.layer])
        for one in row.closes[:1]
    ]
    # The place itself is the last of the sites and told only where no other would do.
    sites = [one for one in row.sites if one.site != "place"][:_MOST_SITES] or row.sites
    told += [
        t(
            "gap_site",
            system=systems[one.layer],
            site=t("gap_here") if one.site == "place" else kept(one.name),
        )
        for one in sites
    ]
    return "; ".join(told) or t("gap_nothing")


def worth(given: PartsWorth, names: Names) -> View:
    """A row for each part: the raid without it, and the people and assets held."""
    return {
        "lead": words.name_of(given.sentence_en, given.sentence_ko),
        "rows": [_worth_row(row) for row in given.rows],
        "trials": formats.number(given.trials),
        "spacing": formats.km(given.grid_spacing_m),
        "grid": names.grid,
        "limits": kept(given.limits),
    }


def _worth_row(row: PartWorth) -> View:
    more, spent, assets = row.more_leakers, ends(row.interceptors), row.together.assets
    return {
        "change": kept(row.change),
        "raid": ends(row.leakers),
        "more": formats.number(more.mean, 1) if row.part != "nothing" else formats.NONE,
        "more_sampling": interval(more.sampling_interval, 1) if row.part != "nothing" else "",
        "spent": spent["mean"],
        "spent_sampling": spent["sampling"],
        "spent_ends": formats.span(spent["bad"], spent["good"]),
        "alone": _people(row.alone.people),
        "together": _people(row.together.people),
        "assets": formats.part_of(str(assets.value), str(assets.in_range)),
        "asset_ends": formats.span(str(assets.bad), str(assets.good)),
    }


def _people(held: CoveredPeople) -> tuple[str, str]:
    """Millions at the values, and at the bad and good ends."""
    return formats.million(held.value), formats.span(*map(formats.million, (held.bad, held.good)))
