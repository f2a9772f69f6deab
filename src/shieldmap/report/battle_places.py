"""Places and sites on the page: warning, the battery's own cover, launchers elsewhere, where to stand.

Nothing here was drawn in a battle: a place is judged at the values of the assumptions and at both
ends, so that there is a parameter range and no sampling interval, except for the share of draws.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from shieldmap import formats
from shieldmap.report import battle_figures as figures, battle_maps, drawing
from shieldmap.report.battle_words import Names, kept, share, site_name
from shieldmap.results import (
    BatteriesNeeded,
    LaunchersAway,
    OwnCover,
    RaidAnswers,
    WarningTimes,
    WhereToStand,
)
from shieldmap.results.questions import (
    CoveredPeople,
    LauncherPlace,
    NeededByThreat,
    OwnPlace,
    OwnPlaceJudged,
    RankedSite,
    StandingByThreat,
    WarnedFlight,
)
from shieldmap.words import t

View = dict[str, object]
"""What the template shows of a part, by its own names."""

_ALL: Final = "all"


def parts(battle: RaidAnswers, names: Names, countries: tuple[str, ...]) -> dict[str, View | None]:
    """The sections on places, each None where the run has no answer."""
    warned, stand = battle.warning, battle.stand
    return {
        "warning": None if warned is None else _warning(warned, names),
        "itself": _itself(battle.itself, names),
        "launchers": _launchers(battle.launchers, names),
        "stand": _stand(stand, names, countries) if stand is not None and stand.sites else None,
        "batteries": _batteries(battle.batteries, names),
    }


# --- warning -------------------------------------------------------------------------------------


def _warning(warning: WarningTimes, names: Names) -> View:
    place, shortest = names.place(warning.place), warning.shortest
    rows = [row for row in warning.rows if isinstance(row, WarnedFlight)]
    limits = kept(warning.limits)
    if shortest is None:
        lead = t("battle_warning_none", place=place)
        return {"lead": lead, "chart": "", "rows": [], "place": place, "limits": limits}
    is_unseen = all(time is None for time in shortest.after_radar_s)
    lead = t(
        "battle_warning_lead_unseen" if is_unseen else "battle_warning_lead",
        place=place,
        missile=names.threat(shortest.threat),
        start=names.point(shortest.launch_point),
        flight=formats.seconds(shortest.time_of_flight_s),
        cue=_after(shortest.after_cue_s),
        radar=_after(shortest.after_radar_s),
    )
    return {
        "place": place,
        "lead": f"{lead} {t('battle_no_sampling')}",
        "chart": drawing.svg(
            figures.warning_figure(rows, names), "warning", t("battle_warning_alt", place=place)
        ),
        "rows": [
            {
                "threat": names.head(row.threat),
                "point": names.point(row.launch_point),
                "flight": formats.seconds(row.time_of_flight_s),
                "apogee": formats.km(row.apogee_m),
                "cue": _three(row.after_cue_s),
                "radar": _three(row.after_radar_s),
            }
            for row in rows
        ],
        "limits": limits,
    }


def _seen(time_s: float | None) -> str:
    if time_s is None:
        return t("battle_not_seen")
    return formats.seconds(time_s) if time_s > 0.0 else t("battle_after_impact")


def _after(three: Sequence[float | None]) -> str:
    value, bad, good = (_seen(time) for time in three)
    return t("battle_warned", value=value, bad=bad, good=good)


def _three(three: Sequence[float | None]) -> tuple[str, str]:
    """The value, and bad to good end."""
    value, bad, good = (_seen(time) for time in three)
    return value, formats.span(bad, good)


# --- the battery's own cover ---------------------------------------------------------------------


def _itself(itself: OwnCover, names: Names) -> View:
    met = [row for row in itself.rows if isinstance(row, OwnPlaceJudged)]
    bad = sum(row.defended_bad for row in met)
    good = sum(row.defended_good for row in met)
    drawn = [row.share_of_samples for row in met if row.share_of_samples is not None]
    verdict = "none" if not met else "yes" if itself.covers_itself else "no"
    lead = t(
        f"battle_itself_{verdict}",
        met=itself.defended,
        all=itself.threatened,
        bad=bad,
        good=good,
        battery=names.battery,
    )
    if drawn:
        lead += " " + t("battle_itself_draws", share=share(min(drawn)))
    keys = list(dict.fromkeys((row.place, row.threat) for row in itself.rows))
    return {
        "lead": lead,
        "rows": [
            _own_row(
                place,
                names.head(threat),
                [r for r in itself.rows if (r.place, r.threat) == (place, threat)],
                names,
            )
            for place, threat in keys
        ],
        "limits": t("battle_itself_limits"),
    }


def _own_row(place: str, threat: str, rows: list[OwnPlaceJudged | OwnPlace], names: Names) -> View:
    met = [row for row in rows if isinstance(row, OwnPlaceJudged)]
    drawn = [row.share_of_samples for row in met if row.share_of_samples is not None]

    def told(fits: Iterable[bool]) -> str:
        return formats.part_of(str(sum(fits)), str(len(met)))

    missing = [row for row in met if not row.defended]
    return {
        "place": names.place(place),
        "threat": threat,
        "points": ", ".join(names.point(row.launch_point) for row in met),
        "is_met": bool(met),
        "state": "yes" if not missing else "no",
        "value": told(row.defended for row in met),
        "bad": told(row.defended_bad for row in met),
        "good": told(row.defended_good for row in met),
        "draws": share(min(drawn)) if drawn else formats.NONE,
        "reason": "; ".join(
            f"{names.point(row.launch_point)}: {_reason(row.reason)}" for row in missing
        ),
    }


def _reason(name: str | None) -> str:
    return t(f"reason_{name}_long") if name else t("battle_no_further_shot")


# --- launchers away from the radar ---------------------------------------------------------------


def _launchers(given: LaunchersAway, names: Names) -> View:
    here = {threat: ends for threat, ends in given.here.items() if threat != _ALL}
    order = list(here)
    base = given.here.get(_ALL)
    best = given.named[0] if given.named else None
    lead = []
    if base is not None:
        people = {"bad": formats.people(base.bad), "good": formats.people(base.good)}
        lead.append(
            t(
                "battle_launchers_alone",
                battery=names.battery,
                people=formats.people(base.value),
                **people,
            )
        )
    if best is not None and best.people_added:
        least, most = (f(best.people_added.values()) for f in (min, max))
        lead.append(
            t(
                "battle_launchers_most",
                name=site_name(best.name),
                least=formats.people(least),
                most=formats.people(most),
            )
            if most > 0.0
            else t("battle_launchers_nobody")
        )
    lead.append(t("battle_launchers_ends"))
    return {
        "lead": " ".join(lead),
        "threats": [names.head(threat) for threat in order],
        "here": [
            tuple(map(formats.million, (ends.value, ends.bad, ends.good))) for ends in here.values()
        ],
        "named": [_added(row, order) for row in given.named],
        "best": [_added(row, order) for row in given.best],
        "spacing": formats.km(given.grid_spacing_m),
        "grid": names.grid,
        "limits": kept(given.limits),
    }


def _added(row: LauncherPlace, order: list[str]) -> View:
    return {
        "name": site_name(row.name),
        "distance": formats.number(row.distance_m / 1e3),
        "cells": [
            f"+{formats.million(people)}" if (people := row.people_added[threat]) > 0.0 else "0"
            for threat in order
        ],
        "mean": formats.million(row.added),
    }


# --- where to stand ------------------------------------------------------------------------------


def _stand(stand: WhereToStand, names: Names, countries: tuple[str, ...]) -> View:
    limits, place = kept(stand.limits), names.place(stand.place)
    if not stand.by_threat:
        # Nothing reaches the place, which may lie anywhere: there is no map of it among the sites.
        lead = t("battle_warning_none", place=place)
        return {"lead": lead, "rows": [], "place": place, "limits": limits}
    rows = [_standing(stand, row, names) for row in stand.by_threat]
    every, count = rows[-1], len(stand.threats)
    lead = t(
        "battle_stand_lead" if every.sites else "battle_stand_nowhere",
        place=place,
        missiles=count,
        sites=every.sites,
        all=every.of,
        distance=every.distance,
        named=every.named or "none",
        bad=every.bad,
        good=every.good,
    )
    return {
        "place": place,
        "lead": f"{lead} {t('battle_no_sampling')}",
        "map": drawing.svg(
            battle_maps.stand_map(stand, countries),
            "stand",
            t("battle_stand_alt", place=place),
        ),
        "legend": [
            (drawing.swatch(fill, f"st{number}"), fill.text)
            for number, fill in enumerate(battle_maps.stand_fills(count))
        ],
        "rows": rows,
        "count": count,
        "spacing": formats.km(stand.spacing_m),
        "grid": names.grid,
        "limits": limits,
    }


class _Standing(NamedTuple):
    """Sites from which the place is defended: at the values and at both ends."""

    threat: str
    is_all: bool
    sites: int
    of: int
    bad: int
    good: int
    distance: str
    named: str


def _standing(stand: WhereToStand, row: StandingByThreat, names: Names) -> _Standing:
    found = [s.defended[row.threat] for s in stand.sites if row.threat in s.defended]
    away = row.distance_m
    return _Standing(
        threat=names.head(row.threat),
        is_all=row.threat == _ALL,
        sites=row.sites,
        of=row.of,
        bad=sum(one.bad for one in found),
        good=sum(one.good for one in found),
        distance=formats.span(*map(formats.km, away)) if away else formats.NONE,
        named=formats.listed(row.named) if row.named else "",
    )


# --- how many batteries --------------------------------------------------------------------------


def _batteries(given: BatteriesNeeded, names: Names) -> View:
    rows = [_needed(row, names) for row in given.needed]
    every = given.needed[-1]
    ranked = [*given.named, *given.best_of_grid]
    order = [threat for threat in ranked[0].people if threat != _ALL] if ranked else []
    lead = [_needed_lead(every)]
    if given.named and _ALL in given.named[0].people:
        first = given.named[0]
        people = first.people[_ALL]
        told = {"bad": _share_of(people, people.bad), "good": _share_of(people, people.good)}
        lead.append(
            t(
                "battle_needed_first",
                name=site_name(first.name),
                share=_share_of(people, people.value),
                **told,
            )
        )
    lead += [t("battle_needed_values"), t("battle_no_sampling")]
    return {
        "lead": " ".join(lead),
        "shares": [kept(row.share) for row in every.rows],
        "rows": rows,
        "chart": drawing.svg(figures.sites_figure(ranked), "sites", t("battle_sites_alt"))
        if ranked
        else "",
        "threats": [names.head(threat) for threat in order],
        "named": [_ranked(row, order) for row in given.named],
        "best": [_ranked(row, order) for row in given.best_of_grid],
        "sites": given.sites,
        "spacing": formats.km(given.site_spacing_m),
        "grid": names.grid,
        "limits": kept(given.limits),
    }


def _needed_lead(every: NeededByThreat) -> str:
    """How many batteries against all missiles at once, and what cannot be had."""
    if not every.people_in_range:
        return t("battle_needed_nobody")
    numbers = [
        t("battle_needed_for", number=row.batteries, share=kept(row.share))
        for row in every.rows
        if row.batteries is not None
    ]
    missed = [kept(row.share) for row in every.rows if row.batteries is None]
    return t(
        f"battle_needed_{'all' if not missed else 'some' if numbers else 'none'}",
        numbers=formats.listed(numbers),
        missed=formats.listed(missed),
        most=share(every.greatest_share),
    )


def _needed(row: NeededByThreat, names: Names) -> View:
    return {
        "threat": names.head(row.threat),
        "is_all": row.threat == _ALL,
        "people": formats.million(row.people_in_range),
        "greatest": share(row.greatest_share),
        "cells": [
            {
                "exact": formats.NONE if one.batteries is None else str(one.batteries),
                "greedy": formats.NONE if one.greedy is None else str(one.greedy),
                "sites": "; ".join(site_name(name) for name in one.sites),
            }
            for one in row.rows
        ],
    }


def _share_of(people: CoveredPeople, covered: float) -> str:
    return formats.percent(covered / people.in_range if people.in_range else None)


def _ranked(row: RankedSite, order: list[str]) -> View:
    def cell(threat: str) -> tuple[str, str]:
        people = row.people[threat]
        low, high = (_share_of(people, end) for end in (people.bad, people.good))
        return _share_of(people, people.value), formats.span(low, high)

    return {
        "name": site_name(row.name),
        "mean": formats.percent(row.mean_share),
        "all": cell(_ALL),
        "cells": [cell(threat) for threat in order],
    }
