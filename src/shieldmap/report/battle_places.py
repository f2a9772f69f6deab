"""Places and sites on the page: warning, the battery's own cover, launchers elsewhere, where to stand.

Nothing here was drawn in a battle: a place is judged at the values of the assumptions and at both
ends, so that there is a parameter range and no sampling interval, except for the share of draws.
"""

from typing import Any, Final

from shieldmap.report import battle_figures as figures, battle_maps, drawing, words
from shieldmap.report.battle_words import Names, share, site

Values = dict[str, Any]

_ALL: Final = "all"
NO_SAMPLING: Final = "Nothing is drawn here: there is a parameter range and no sampling interval."


def parts(battle: Values, names: Names, country: str) -> dict[str, Values | None]:
    """The sections on places, each None where the run has no answer."""
    stand = battle.get("stand")
    return {
        "warning": _warning(battle["warning"], names) if "warning" in battle else None,
        "itself": _itself(battle["itself"], names) if "itself" in battle else None,
        "launchers": _launchers(battle["launchers"], names) if "launchers" in battle else None,
        "stand": _stand(stand, names, country) if stand and stand["sites"] else None,
        "batteries": _batteries(battle["batteries"], names) if "batteries" in battle else None,
    }


# --- warning -------------------------------------------------------------------------------------


def _warning(warning: Values, names: Names) -> Values:
    place, shortest = warning["place"], warning["shortest"]
    rows = [row for row in warning["rows"] if row["status"] == "threatened"]
    if shortest is None:
        return {
            "lead": f"No missile of the scenario reaches {place}.",
            "chart": "",
            "rows": [],
            "place": place,
            "limits": warning["limits"],
        }
    lead = (
        f"The shortest flight to {place} is that of {names.threat(shortest['threat'])} from "
        f"{names.point(shortest['launch_point'])}, {words.seconds(shortest['time_of_flight_s'])}. It "
        f"leaves {_after(shortest['after_cue_s'])} from the early-warning cue to the impact, and "
        f"{_from_radar(shortest['after_radar_s'])}. {NO_SAMPLING}"
    )
    return {
        "place": place,
        "lead": lead,
        "chart": drawing.svg(
            figures.warning_figure(rows, names),
            "warning",
            f"Seconds of warning at {place}, by missile and launch point.",
        ),
        "rows": [
            {
                "threat": names.head(row["threat"]),
                "point": names.point(row["launch_point"]),
                "flight": words.seconds(row["time_of_flight_s"]),
                "apogee": words.km(row["apogee_m"]),
                "cue": _three(row["after_cue_s"]),
                "radar": _three(row["after_radar_s"]),
            }
            for row in rows
        ],
        "limits": warning["limits"],
    }


def _seen(time_s: float | None) -> str:
    if time_s is None:
        return "not seen"
    return words.seconds(time_s) if time_s > 0.0 else "none, it comes after the impact"


def _after(three: list[float | None]) -> str:
    value, bad, good = (_seen(time) for time in three)
    return f"{value} (parameter range: {bad} at the bad end, {good} at the good end)"


def _from_radar(three: list[float | None]) -> str:
    if all(time is None for time in three):
        return "the battery’s radar does not see it, neither at the values nor at either end"
    return f"{_after(three)} from the first detection by the battery’s radar"


def _three(three: list[float | None]) -> tuple[str, str]:
    """The value, and bad to good end."""
    value, bad, good = (_seen(time) for time in three)
    return value, words.span(bad, good)


# --- the battery's own cover ---------------------------------------------------------------------


def _itself(itself: Values, names: Names) -> Values:
    met = [row for row in itself["rows"] if row["status"] == "threatened"]
    low, high = (sum(row[f"defended_{end}"] for row in met) for end in ("low", "high"))
    drawn = [row["share_of_samples"] for row in met if row["share_of_samples"] is not None]
    verdict = "covers itself" if itself["covers_itself"] else "does not cover itself"
    lead = (
        f"The battery {verdict}: {itself['defended']} of the {itself['threatened']} flights that "
        f"reach it or its radar can be met at the values (parameter range: {low} at the bad ends, "
        f"{high} at the good ends)."
        if met
        else "No missile of the scenario reaches the battery."
    )
    if drawn:
        lead += (
            f" In joint draws of all assumptions from their ranges the least certain flight is met "
            f"in {share(min(drawn))} of them."
        )
    keys = list(dict.fromkeys((row["place"], row["threat"]) for row in itself["rows"]))
    return {
        "lead": lead,
        "rows": [
            _own_row(
                place,
                names.head(threat),
                [r for r in itself["rows"] if (r["place"], r["threat"]) == (place, threat)],
                names,
            )
            for place, threat in keys
        ],
        "limits": itself.get("limits", "geometry and time alone: whether a shot hits is not asked"),
    }


def _own_row(place: str, threat: str, rows: list[Values], names: Names) -> Values:
    met = [row for row in rows if row["status"] == "threatened"]
    drawn = [row["share_of_samples"] for row in met if row["share_of_samples"] is not None]
    whole = len(met)

    def told(key: str) -> str:
        return f"{sum(row[key] for row in met)} of {whole}"

    missing = [row for row in met if not row["defended"]]
    return {
        "place": place,
        "threat": threat,
        "points": ", ".join(names.point(row["launch_point"]) for row in met),
        "is_met": bool(met),
        "state": "yes" if not missing else "no",
        "value": told("defended"),
        "low": told("defended_low"),
        "high": told("defended_high"),
        "draws": share(min(drawn)) if drawn else words.NONE,
        "reason": "; ".join(
            f"{names.point(row['launch_point'])}: {row['reason_text'] or 'a further shot does not fit'}"
            for row in missing
        ),
    }


# --- launchers away from the radar ---------------------------------------------------------------


def _launchers(given: Values, names: Names) -> Values:
    here = {threat: ends for threat, ends in given["here"].items() if threat != _ALL}
    order = list(here)
    base = given["here"].get(_ALL)
    best = given["named"][0] if given["named"] else None
    lead = ""
    if base is not None:
        lead = (
            f"Alone, the battery defends {words.people(base['value'])} people against every missile "
            f"of the scenario (parameter range: {words.people(base['low'])} at the bad ends, "
            f"{words.people(base['high'])} at the good ends). "
        )
    if best is not None and best["people_added"]:
        least, most = (f(best["people_added"].values()) for f in (min, max))
        lead += (
            f"Of the named sites, launchers at {best['name']} add the most: {words.people(least)} to "
            f"{words.people(most)} people, by missile. "
            if most > 0.0
            else "Launchers at the named sites add nobody. "
        )
    lead += "What is added holds at the values; its ends were not computed, and nothing is drawn."
    return {
        "lead": lead,
        "threats": [names.head(threat) for threat in order],
        "here": [
            (words.million(ends["value"]), words.million(ends["low"]), words.million(ends["high"]))
            for ends in here.values()
        ],
        "named": [_added(row, order) for row in given["named"]],
        "best": [_added(row, order) for row in given["best"]],
        "spacing": words.km(given["grid_spacing_m"]),
        "limits": given["limits"],
    }


def _added(row: Values, order: list[str]) -> Values:
    return {
        "name": site(row["name"]),
        "distance": f"{row['distance_m'] / 1e3:,.0f}",
        "cells": [
            f"+{words.million(people)}" if (people := row["people_added"][t]) > 0.0 else "0"
            for t in order
        ],
        "mean": words.million(row["added"]),
    }


# --- where to stand ------------------------------------------------------------------------------


def _stand(stand: Values, names: Names, country: str) -> Values:
    if not stand["by_threat"]:
        # Nothing reaches the place, which may lie anywhere: there is no map of it among the sites.
        lead = f"No missile of the scenario reaches {stand['place']}."
        return {"lead": lead, "rows": [], "place": stand["place"], "limits": stand["limits"]}
    rows = [_standing(stand, row, names) for row in stand["by_threat"]]
    every = rows[-1]
    count = len(stand["threats"])
    if every["count"]:
        where = f"one of {every['count']} of the {every['of']} sites looked at, {every['distance']} away"
        named = f", {every['named']} among the named ones" if every["named"] else ""
        lead = (
            f"To defend {stand['place']} against all {count} missiles, a battery with its radar would "
            f"have to stand at {where}{named}"
        )
    else:
        lead = (
            f"From none of the {every['of']} sites is {stand['place']} defended against all {count}"
        )
    lead += (
        f" (parameter range: {every['low']} sites at the bad ends, {every['high']} at the good ends). "
        f"{NO_SAMPLING}"
    )
    return {
        "place": stand["place"],
        "lead": lead,
        "map": drawing.svg(
            battle_maps.stand_map(stand, country),
            "stand",
            f"Map of the sites from which {stand['place']} is defended, by number of missiles.",
        ),
        "legend": [
            (drawing.swatch(fill, f"st{number}"), fill.text)
            for number, fill in enumerate(battle_maps.stand_fills(count))
        ],
        "rows": rows,
        "count": count,
        "spacing": words.km(stand["spacing_m"]),
        "limits": stand["limits"],
    }


def _standing(stand: Values, row: Values, names: Names) -> Values:
    """Sites from which the place is defended: at the values and at both ends."""
    found = [s["defended"][row["threat"]] for s in stand["sites"] if row["threat"] in s["defended"]]
    distance = row["distance_m"]
    near = words.span(*(words.km(end) for end in distance)) if distance else words.NONE
    return {
        "threat": names.head(row["threat"]),
        "is_all": row["threat"] == _ALL,
        "count": row["sites"],
        "of": row["of"],
        "low": sum(one["low"] for one in found),
        "high": sum(one["high"] for one in found),
        "distance": near,
        "named": words.listed(row["named"]) if row["named"] else "",
    }


# --- how many batteries --------------------------------------------------------------------------


def _batteries(given: Values, names: Names) -> Values:
    rows = [_needed(row, names) for row in given["needed"]]
    every = given["needed"][-1]
    ranked = [*given["named"], *given["best_of_grid"]]
    order = [threat for threat in ranked[0]["people"] if threat != _ALL] if ranked else []
    lead = _needed_lead(every)
    if given["named"] and _ALL in given["named"][0]["people"]:
        first = given["named"][0]
        at = first["people"][_ALL]
        lead += (
            f" First among the candidate sites of 2015–16, by the mean share over the missiles, is "
            f"{first['name']}: alone it defends "
            f"{_share_of(at, 'value')} of the people against all of them (parameter range: "
            f"{_share_of(at, 'low')} at the bad ends, {_share_of(at, 'high')} at the good ends)."
        )
    return {
        "lead": f"{lead} The numbers of batteries hold at the values. {NO_SAMPLING}",
        "shares": [row["share"] for row in every["rows"]],
        "rows": rows,
        "chart": drawing.svg(
            figures.sites_figure(ranked),
            "sites",
            "Share of the people defended against all missiles from each site, with its range.",
        )
        if ranked
        else "",
        "threats": [names.head(threat) for threat in order],
        "named": [_ranked(row, order) for row in given["named"]],
        "best": [_ranked(row, order) for row in given["best_of_grid"]],
        "sites": given["sites"],
        "spacing": words.km(given["site_spacing_m"]),
        "limits": given["limits"],
    }


def _needed_lead(every: Values) -> str:
    """How many batteries against all missiles at once, and what cannot be had."""
    if not every["people_in_range"]:
        return "No missile of the scenario reaches anybody in the country."
    held = [row for row in every["rows"] if row["batteries"] is not None]
    missed = [row["share"] for row in every["rows"] if row["batteries"] is None]
    most = share(every["greatest_share"])
    told = [f"{row['batteries']} for {row['share']}" for row in held]
    text = "Against all missiles at once "
    if told:
        text += f"it takes {words.listed(told)} of the people"
    if told and missed:
        text += "; "
    if missed:
        text += f"{words.listed(missed)} cannot be had from the sites looked at, which together give {most}"
    return text + "."


def _needed(row: Values, names: Names) -> Values:
    return {
        "threat": names.head(row["threat"]),
        "is_all": row["threat"] == _ALL,
        "people": words.million(row["people_in_range"]),
        "greatest": share(row["greatest_share"]),
        "cells": [
            {
                "exact": words.NONE if one["batteries"] is None else str(one["batteries"]),
                "greedy": words.NONE if one["greedy"] is None else str(one["greedy"]),
                "sites": "; ".join(site(name) for name in one["sites"]),
            }
            for one in row["rows"]
        ],
    }


def _share_of(people: Values, end: str) -> str:
    whole = people["in_range"]
    return words.percent(people[end] / whole if whole else None)


def _ranked(row: Values, order: list[str]) -> Values:
    def cell(threat: str) -> tuple[str, str]:
        people = row["people"][threat]
        low, high = (_share_of(people, end) for end in ("low", "high"))
        return _share_of(people, "value"), words.span(low, high)

    return {
        "name": site(row["name"]),
        "mean": words.percent(row["mean_share"]),
        "all": cell(_ALL),
        "cells": [cell(threat) for threat in order],
    }
