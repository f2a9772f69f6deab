"""What ``raid``, ``ask`` and ``compare`` print for people."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from rich.table import Table

from shieldmap import formats, words
from shieldmap.cli import show, show_deciding
from shieldmap.cli.show import new_table, print_table, say, tell
from shieldmap.cli.show_defence import reason
from shieldmap.cli.speaking import said
from shieldmap.results import (
    Answer,
    BatteriesNeeded,
    Comparison,
    CountedMean,
    Emptying,
    InterceptorStock,
    LaunchersAway,
    LayerGaps,
    LayersAdded,
    Losses,
    NumberEnds,
    OwnCover,
    PartsWorth,
    RaidBattery,
    RaidCost,
    RaidOutcome,
    RaidTimeline,
    RaidTold,
    SampledMean,
    SpaceSecurity,
    WarningTimes,
    WhereToStand,
)
from shieldmap.results.footprint import Count, Quantiles
from shieldmap.results.gaps import FlightBetween, SiteThatCloses
from shieldmap.results.questions import CoveredPeople, OwnPlaceJudged, RaidAgainst, WarnedFlight
from shieldmap.words import t

_SHOWN: Final = 2
"""How many changes of numbers are told of a flight."""


def counted(number: SampledMean) -> str:
    """A mean with its sampling interval and its parameter range, which are two things."""
    low, high = (formats.number(end, 2) for end in number.sampling_interval)
    mean = _mean(number)
    if not isinstance(number, CountedMean):
        return t("cli_counted", mean=mean, low=low, high=high)
    bad, good = (formats.number(end, 1) for end in number.parameter_range)
    return t("cli_counted_ends", mean=mean, low=low, high=high, bad=bad, good=good)


def _mean(number: SampledMean) -> str:
    return formats.number(number.mean, 1)


def _bad_good(number: CountedMean) -> str:
    """From the bad to the good end of the assumptions."""
    return formats.span(*(formats.number(end, 1) for end in number.parameter_range))


def raid(result: RaidTold, files: Iterable[Path] = ()) -> None:
    """A raid: leakers, outcomes, places, stocks and cost."""
    title, trials = said(result.title), result.trials
    tell(t("cli_raid_head", title=title, missiles=result.missiles, trials=trials))
    if result.assignment == "optimal":
        tell(t("cli_raid_plan"))
    tell(t("cli_raid_leakers", leakers=counted(result.leakers)))
    share = result.none_leaks
    interval = formats.span(*map(formats.percent, share.sampling_interval))
    tell(t("cli_raid_none", share=formats.percent(share.share), interval=interval))
    print_table(_outcomes(result))
    table = new_table("aimed_at", ">missiles", ">leakers", ">no_leaker")
    for row in result.by_asset:
        none = formats.percent(row.none_leaks.share)
        leakers = formats.number(row.leakers.mean, 2)
        table.add_row(said(row.name), str(row.missiles), leakers, none)
    print_table(table)
    _spent(result)
    for pair in result.passed_over:
        tell(t("cli_raid_passed_over", pair=said(pair, "passed_over")))
    for path in files:
        say(path)


def _spent(result: RaidTold) -> None:
    spent, costs = result.interceptors_spent, result.cost.by_battery
    table = new_table("battery", ">interceptors", ">spent", ">bad_good", ">million_usd")
    for battery, price in zip(result.batteries, costs, strict=True):
        row = spent.by_battery[battery.id]
        interceptors = str(battery.interceptors.value)
        cost = _usd(price.cost_usd)
        table.add_row(_battery(battery), interceptors, _mean(row), _bad_good(row), cost)
    print_table(table)
    tell(t("cli_raid_no_bounds"))
    others = _mean(spent.at_objects_that_were_no_warheads)
    stopped = _mean(spent.at_missiles_already_stopped)
    tell(t("cli_raid_wasted", spent=_mean(spent.all), others=others, stopped=stopped))
    tell(t("cli_raid_cost", **_total(result.cost), limits=said(result.cost.limits)))


def _battery(battery: RaidBattery) -> str:
    return f"{said(battery.system_name)}, {said(battery.name)}"


def _usd(usd: NumberEnds, digits: int = 0) -> str:
    """From low to high, in millions."""
    return formats.span(_millions(usd.low, digits), _millions(usd.high, digits))


def _millions(usd: float | None, digits: int = 0) -> str:
    return formats.NONE if usd is None else formats.number(usd / 1e6, digits)


def _total(cost: RaidCost) -> dict[str, str]:
    return {"value": _millions(cost.total_usd.value), "span": _usd(cost.total_usd)}


def _outcomes(result: RaidTold) -> Table:
    table = new_table("becomes", ">missiles", ">of_missiles")
    batteries = {battery.id: battery for battery in result.batteries}
    rows, missiles = result.outcomes, result.missiles
    for row in rows:
        if row.missiles > 0.0:
            share = formats.percent(row.missiles / missiles)
            table.add_row(_outcome(row, batteries), formats.number(row.missiles, 2), share)
    whole = formats.number(sum(row.missiles for row in rows), 2)
    table.add_row(t("cli_together"), whole, formats.percent(1.0))
    return table


def _outcome(row: RaidOutcome, batteries: dict[str, RaidBattery]) -> str:
    """What became of missiles, by its name, or by which battery they were stopped."""
    if row.by is None:
        return t(f"outcome_{row.outcome}_long")
    by = batteries[row.by]
    return t("questions_stopped_at", system=said(by.system_name), place=said(by.name))


def questions(*, as_json: bool) -> None:
    """Every question with its name."""
    from shieldmap.questions import QUESTIONS

    if as_json:
        listed = [
            {
                "question": name,
                "text": q.long.en,
                "needs_raid": q.needs_raid,
                "needs_place": q.needs_place,
                "needs_layers": q.needs_layers,
                "takes_place": q.takes_place,
            }
            for name, q in QUESTIONS.items()
        ]
        show.json_object({"questions": listed})
        return
    table = new_table("question", "asks")
    for name in QUESTIONS:
        table.add_row(name, t(f"question_{name}_long"))
    print_table(table)


def answer(result: Answer) -> None:
    """One answer in words and a table."""
    question = t(f"question_{result.question}_long")
    tell(t("cli_ask_head", question=question, scenario=result.scenario))
    if result.others:
        tell(show.namesakes(result.others))
    _ANSWERS[result.question](result)
    if limits := getattr(result, "limits", ""):
        tell(t("cli_limits", limits=said(limits)))


def _empty(result: Emptying) -> None:
    curves = result.curves
    if not any(curve.rows for curve in curves):
        tell(t("cli_empty_none"))
        return
    tell(t("cli_every_value"))
    table = new_table(">missiles")
    for curve in curves:
        doctrine, at = show.doctrine(curve.doctrine), curve.empties_at
        tell(
            t(
                "cli_empty_at" if at else "cli_empty_never",
                doctrine=doctrine,
                missiles=at or curve.rows[-1].missiles,
                interceptors=result.interceptors,
            )
        )
        show.add_column(table, t("cli_head_spent_leakers", doctrine=doctrine))
    for rows in zip(*(curve.rows for curve in curves), strict=True):
        cells = (f"{formats.number(row.spent, 1)}, {_mean(row.leakers)}" for row in rows)
        table.add_row(str(rows[0].missiles), *cells)
    print_table(table)


def _adds(result: LayersAdded) -> None:
    table = new_table("systems", ">leakers", ">bad_good", ">spent")
    for row in result.rows:
        names = " + ".join(_unit(result.names[system]) for system in row.systems)
        table.add_row(names or t("none"), *_fought(row))
    print_table(table)
    tell(t("cli_raid_no_bounds"))
    for one in result.added:
        change = formats.number(one.leakers_without_it - one.leakers_with_all, 1)
        tell(t("cli_adds", system=_unit(one.name), missiles=change))


def _unit(name: str) -> str:
    """A system, or ``system: place`` of a battery, each said for itself."""
    return ": ".join(said(part) for part in name.split(": "))


def _fought(row: RaidAgainst) -> tuple[str, str, str]:
    """Leakers, at the bad and at the good ends, and spent interceptors."""
    leakers = row.leakers
    return _mean(leakers), _bad_good(leakers), formats.number(row.spent, 1)


def _gap(result: LayerGaps) -> None:
    tell(words.name_of(result.sentence_en, result.sentence_ko))
    bands = new_table("system", "place", ">floor", ">ceiling", ">reach")
    for layer in result.layers:
        edges = (layer.floor_m, layer.ceiling_m, layer.reach_m)
        kilometres = (formats.number(edge / 1e3) for edge in edges)
        bands.add_row(said(layer.system_name), said(layer.name), *kilometres)
    print_table(bands)
    table = new_table("place", "threat", "from", ">inside_s", ">outside_s", ">descent_s", "closes")
    for row in result.rows:
        place = words.name_of(row.place, row.place_ko)
        if isinstance(row, FlightBetween):
            seconds = (row.inside_s, row.outside_s, row.descent_outside_s)
            cells = [*map(formats.number, seconds), _closing(row, result)]
        else:
            cells = [t(f"cli_case_{row.status}"), "", "", ""]
        table.add_row(place, row.threat, said(row.launch_point), *cells)
    print_table(table)


def _closing(row: FlightBetween, result: LayerGaps) -> str:
    """What would close the gap of a flight that no envelope holds."""
    if row.inside_s >= result.least_s:
        return ""
    names = {layer.layer: said(layer.system_name) for layer in result.layers}
    told = [
        formats.envelope_change(one.number, one.change_m, names[one.layer])
        for one in row.closes[:_SHOWN]
    ]
    told += [t("gap_site", system=names[one.layer], site=_site_of(one)) for one in row.sites]
    return "; ".join(told) or t("gap_nothing")


def _site_of(one: SiteThatCloses) -> str:
    return t("gap_here") if one.site == "place" else said(one.name)


def _worth(result: PartsWorth) -> None:
    tell(words.name_of(result.sentence_en, result.sentence_ko))
    raids = new_table("change", ">leakers", ">bad_good", ">more", ">spent", ">bad_good")
    held = new_table("change", ">people_alone", ">bad_good", ">people_all", ">bad_good", ">assets")
    for row in result.rows:
        change, spent = said(row.change), row.interceptors
        more = counted(row.more_leakers)
        raids.add_row(change, *_fought(row)[:2], more, _mean(spent), _bad_good(spent))
        assets = row.together.assets
        held.add_row(
            change,
            *_people(row.alone.people),
            *_people(row.together.people),
            formats.part_of(str(assets.value), str(assets.in_range)),
        )
    print_table(raids)
    print_table(held)


def _people(held: CoveredPeople) -> tuple[str, str]:
    """Millions at the values, and at the bad and good ends."""
    return formats.million(held.value), formats.span(*map(formats.million, (held.bad, held.good)))


def _warning(result: WarningTimes) -> None:
    say(t("cli_at_place", place=said(result.place)))
    table = new_table("threat", "from", ">flight_s", ">after_cue", ">after_radar")
    for row in result.rows:
        if isinstance(row, WarnedFlight):
            seconds = (_three(row.after_cue_s), _three(row.after_radar_s))
            cells = [formats.number(row.time_of_flight_s), *seconds]
        else:
            cells = [t(f"cli_case_{row.status}"), "", ""]
        table.add_row(row.threat, said(row.launch_point), *cells)
    print_table(table)


def _three(values: tuple[float | None, ...]) -> str:
    value, bad, good = (t("cli_never") if v is None else formats.number(v) for v in values)
    return value if bad == good == value else f"{value} ({formats.span(bad, good)})"


def _itself(result: OwnCover) -> None:
    verdict = "cli_itself" if result.covers_itself else "cli_itself_not"
    tell(t(verdict, defended=result.defended, threatened=result.threatened))
    tell(t("cli_every_value"))
    table = new_table("place", "threat", "from", "at_values", ">of_samples", "why_not")
    for row in result.rows:
        if isinstance(row, OwnPlaceJudged):
            share = formats.percent(row.share_of_samples)
            cells = [t("yes" if row.defended else "no"), share, reason(row.reason)]
        else:
            cells = [t(f"cli_case_{row.status}"), "", ""]
        table.add_row(said(row.place), row.threat, said(row.launch_point), *cells)
    print_table(table)


def _launchers(result: LaunchersAway) -> None:
    table = new_table("launchers_at", ">from_battery", ">people_added")
    best = {row.site for row in result.best}
    for row in [*result.best, *(r for r in result.named if r.site not in best)]:
        distance = formats.number(row.distance_m / 1e3)
        table.add_row(said(row.name), distance, formats.million(row.added))
    print_table(table)
    say(t("cli_launchers_note"))


def _stand(result: WhereToStand) -> None:
    place = said(result.place)
    if not result.by_threat:
        tell(t("cli_stand_free", place=place))
        return
    tell(t("cli_stand", place=place))
    table = new_table("against", ">sites", ">bad_good", ">distance", "named_sites")
    for row in result.by_threat:
        found = [site.defended[row.threat] for site in result.sites if row.threat in site.defended]
        counts = (sum(getattr(one, end) for one in found) for end in ("bad", "good"))
        ends = row.distance_m or ()
        distance = formats.span(*(formats.number(end / 1e3) for end in ends)) if ends else ""
        sites = formats.part_of(str(row.sites), str(row.of))
        between = formats.span(*map(formats.number, counts))
        table.add_row(said(row.threat), sites, between, distance, _names(row.named))
    print_table(table)


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(said, names))


def _lost(result: Losses) -> None:
    table = new_table("change", ">leakers", ">bad_good", ">spent")
    for row in result.rows:
        table.add_row(said(row.change), *_fought(row))
    print_table(table)


def _cost(result: RaidCost) -> None:
    table = new_table("system", ">spent", ">price", ">cost")
    for row in result.by_battery:
        name = f"{said(row.system)}, {said(row.name)}"
        spent = formats.number(row.spent, 1)
        table.add_row(name, spent, _usd(row.price_usd, 1), _usd(row.cost_usd))
    print_table(table)
    tell(t("cli_cost_total", **_total(result)))


def _stocks(result: InterceptorStock) -> None:
    table = new_table("system", ">ready", ">spent", ">days", ">made", ">months", ">months_planned")
    for row in result.systems:
        made = (row.production_per_year, row.planned_per_year)
        table.add_row(
            said(row.name),
            _count(row.ready),
            formats.number(row.spent, 1),
            _known(row.days_until_empty, 1),
            " -> ".join(_known(one) for one in made),
            _known(row.months, 1),
            _known(row.months_as_planned, 1),
        )
    print_table(table)
    then = new_table("system", "counted", "date", ">number", ">raids", ">months")
    for row in result.systems:
        for one in row.counted:
            ends = (one.count.low, one.count.value, one.count.high)
            low, value, high = (_known(end) for end in ends)
            is_sure = low == value == high
            number = value if is_sure else t("cli_count_between", n=value, low=low, high=high)
            what = t(f"cli_counted_{one.what}")
            then.add_row(
                said(row.name), what, one.date, number, _known(one.raids, 1), _known(one.months, 1)
            )
    print_table(then)
    for kind in result.launchers:
        if kind.launchers is not None:
            span = formats.span(_known(kind.launchers.low), _known(kind.launchers.high))
            tell(t("cli_launchers_known", name=said(kind.name), n=kind.in_raid, span=span))


def _known(number: float | None, digits: int = 0) -> str:
    return t("cli_not_published") if number is None else formats.number(number, digits)


def _batteries(result: BatteriesNeeded) -> None:
    tell(t("cli_every_value"))
    table = new_table("batteries_for")
    for one in result.needed[0].rows:
        show.add_column(table, said(one.share))
    show.add_column(table, t("cli_head_most"))
    for row in result.needed:
        counts = (one.batteries for one in row.rows)
        cells = (t("cli_not_reached") if n is None else str(n) for n in counts)
        table.add_row(said(row.threat), *cells, formats.percent(row.greatest_share))
    print_table(table)
    ranks = new_table("site", ">mean_share", ">all_threats")
    for site in result.named:
        people = formats.million(site.people["all"].value)
        ranks.add_row(said(site.name), formats.percent(site.mean_share), people)
    print_table(ranks)


def _timeline(result: RaidTimeline) -> None:
    table = new_table(">time", ">missile", "event", ">altitude")
    for event in result.events:
        time_s, altitude_km = event.time_s, event.altitude_m / 1e3
        time, altitude = (formats.number(number, 1) for number in (time_s, altitude_km))
        table.add_row(time, str(event.missile + 1), said(event.event), altitude)
    print_table(table)


def _space(result: SpaceSecurity) -> None:
    table = new_table("intercept", ">altitude", ">pieces", ">highest", ">in_space")
    for row in result.intercepts:
        table.add_row(
            said(row.intercept),
            formats.number(row.altitude_m / 1e3),
            formats.number(row.counts[0].fragments),
            formats.number(row.highest_m.p99 / 1e3),
            formats.percent(row.in_space_after_orbit),
        )
    print_table(table)
    highest = result.intercepts[-1:]
    rising = {row.name: row.share for one in highest for row in one.share_above}
    for satellite in result.satellites:
        above = formats.margin(satellite.above_ceiling_m, "m")
        altitude = formats.km(satellite.altitude_m)
        share = formats.percent(rising.get(satellite.name))
        name = said(satellite.name)
        say(t("cli_space", name=name, altitude=altitude, above=above, share=share))


def comparison(compared: Comparison, lead: str) -> None:
    """Before and after: the sentence, then people and places."""
    titles = said(compared.before.title), said(compared.after.title)
    tell(t("cli_compare_head", before=titles[0], after=titles[1]))
    tell(lead)
    table = new_table()
    # Under heads of two lines.
    show.add_column(table, f"\n{t('cli_head_against')}", is_right=False)
    for head in ("share_before", "share_after", "people_at_values", "people_change"):
        show.add_column(table, t(f"cli_head_{head}"))
    for threat in compared.threats:
        shares = map(_median_with_band, (threat.share_before, threat.share_after))
        before, after = (formats.million(end.value) for end in (threat.before, threat.after))
        people = t("cli_people_moved", before=before, after=after)
        table.add_row(threat.id, *shares, people, formats.change(threat.change.value))
    print_table(table)
    tell(t("cli_compare_draws", draws=max((row.draws for row in compared.threats), default=0)))
    places = new_table("place", "against", "before_value", "after_value", "why")
    for row in compared.assets:
        states = (row.before, row.after)
        cells = (t("cli_compare_defended" if is_safe else "cli_compare_not") for is_safe in states)
        places.add_row(said(row.name), row.threat, *cells, reason(row.reason))
    if compared.assets:
        print_table(places)
    say(compared.page)


def _median_with_band(share: Quantiles) -> str:
    """A median over the draws with its band: ``24 % (12–39 %)``."""
    low, high = formats.percent(share.p05), formats.percent(share.p95)
    return f"{formats.percent(share.p50)} ({formats.span(low, high)})"


def _count(of: Count) -> str:
    """A number of things, with its ends where it is doubted."""
    if of.low == of.high:
        return formats.number(of.value)
    return t("cli_count_between", n=of.value, low=of.low, high=of.high)


_ANSWERS: Final[dict[str, Callable[[Any], None]]] = {
    "empty": _empty,
    "adds": _adds,
    "gap": _gap,
    "warning": _warning,
    "itself": _itself,
    "launchers": _launchers,
    "stand": _stand,
    "leakage": raid,
    "lost": _lost,
    "worth": _worth,
    "decides": show_deciding.decides,
    "cost": _cost,
    "stock": _stocks,
    "batteries": _batteries,
    "timeline": _timeline,
    "space": _space,
}
