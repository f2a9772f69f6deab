"""The first questions of a page, each answered so that it can be quoted.

Question: what if launchers leave, where should the battery stand, what does a raid do, what does the
radar see of other countries, do more layers help?

One sentence in English and Korean, one number with its band, bars to draw, and why. The town has an
answer of its own (:mod:`shieldmap.answers.towns`).

Bands lie between 5 and 95 % of joint draws; that of the radar's view between the ends of what is not
published of its direction and limits.

Limits: sites are compared by a first look's draws, against the missile at its values.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import campaign, footprint, formats, geodata, terms, words
from shieldmap.answers.flight_cache import Advance, silent
from shieldmap.answers.session import FIRST_DRAWS, Session, full_pairs
from shieldmap.answers.state import CASES, State, base_of, defence_scenarios, scenario_of
from shieldmap.campaign import ENDS_ONLY, MAIN, Prepared, Study
from shieldmap.results import (
    CountedMean,
    CoverageCountry,
    FirstName,
    FirstQuestion,
    NoRadar,
    Quantiles,
    Quoted,
    QuotedBar,
    QuotedNumber,
    Said,
)
from shieldmap.results.raid import RaidAsset
from shieldmap.scenario import Scenario, ScenarioError
from shieldmap.words import t

SITES_KM: Final = 25.0
"""Spacing of the places on which sites are compared: that of a first look on the page."""

_SEEN_ALTITUDE_M: Final = 200e3
_FEWER: Final = 2
_COUNTRIES: Final = 2
_LITTLE: Final = 0.005
_PLACES: Final = 3
_NEAR_M: Final = 15e3
"""A candidate site nearer than this to where the battery stands is where it stands."""


def first_questions(base: Scenario) -> tuple[FirstQuestion, ...]:
    """The questions that a study can be asked, or that another study of the same ground answers."""
    has_raid, radar = base.raid is not None, base.defence.radar
    asked: dict[FirstName, bool] = {
        "town": True,
        "launchers": has_raid,
        "site": bool(base.candidate_sites),
        "raid": has_raid,
        "radar": radar.present,
        "layers": has_raid and bool(base.layers),
    }
    out = []
    for name, is_asked in asked.items():
        instead = None if is_asked else _other_study(base, name)
        if is_asked or instead is not None:
            out.append(FirstQuestion(question=name, instead=instead))
    return tuple(out)


def _other_study(base: Scenario, question: str) -> str | None:
    """Another study of the same ground that can be asked, the one of the nearest date."""
    found = []
    for name in defence_scenarios():
        if name in CASES:
            continue
        other = base_of(State(scenario=name))
        if name == base.name or other.ground != base.ground:
            continue
        can = {
            "layers": other.raid is not None and bool(other.layers),
            "site": bool(other.candidate_sites),
            "raid": other.raid is not None,
            "launchers": other.raid is not None,
            "radar": other.defence.radar.present,
        }
        if can[question]:
            found.append((abs((other.date - base.date).days), name))
    return min(found)[1] if found else None


def quoted(session: Session, state: State, question: str, advance: Advance = silent) -> Quoted:
    """The answer to one of :data:`QUESTIONS` under a state.

    Raises
    ------
    ScenarioError : a question that the study cannot be asked.
    """
    if question not in QUESTIONS:
        known = ", ".join(QUESTIONS)
        raise ScenarioError(f"question is '{question}': expected one of {known}")
    asked = _Put(session, state, scenario_of(state.without_flight()), advance)
    return QUESTIONS[question](asked)


class _Put(NamedTuple):
    """A question asked: by whom, of which state, with the scenario that it means."""

    session: Session
    state: State
    scenario: Scenario
    advance: Advance

    def raid(self) -> Prepared:
        """The raid with its geometry done; raises ScenarioError where the study has none."""
        return self.session.prepared(self.scenario, self.advance)


def in_both(say: Callable[[], str]) -> Said:
    told = {}
    for language in terms.LANGUAGES:
        with words.using(language):
            told[language] = say()
    return Said(**told)


# --- raids -----------------------------------------------------------------------------------


def _raid_number(found: Quantiles, draws: int) -> QuotedNumber:
    return QuotedNumber(
        value=found.p50, low=found.p05, high=found.p95, unit="missiles", draws=draws
    )


def _leaker_bar(name: Said, found: Quantiles, **more: Any) -> QuotedBar:
    return QuotedBar(name=name, value=found.p50 or 0.0, low=found.p05, high=found.p95, **more)


def _tenths(value: float) -> str:
    return formats.number(value, 1)


def _in_whole(value: float | None) -> str:
    return formats.number(value or 0.0)


def _band_of(found: Quantiles) -> str:
    return formats.span(_in_whole(found.p05), _in_whole(found.p95))


def _how_drawn(draws: int, told: CountedMean) -> Said:
    """What the band is, and what comes through with every number at its value and at both ends."""
    low, high = sorted(told.parameter_range)
    return in_both(
        lambda: t(
            "quoted_raid_draws",
            draws=draws,
            value=_tenths(told.mean),
            good=_tenths(low),
            bad=_tenths(high),
        )
    )


def _raid_quoted(asked: _Put) -> Quoted:
    prepared, drawn = asked.raid(), asked.session.raid_drawn(asked.scenario, asked.advance)
    told = drawn.values
    spent, stock = told.interceptors_spent.all.mean, _interceptors_of(prepared)
    now = drawn.lost["nothing"]
    systems = {b.id: (b.system_name, b.name) for b in told.batteries}

    def outcome(by: str | None, code: str) -> Callable[[], str]:
        if by is None:
            return lambda: t(f"outcome_{code}_long")
        system, place = systems[by]
        return lambda: t("outcome_stopped", by=f"{words.said(system)}, {words.said(place)}")

    rows = zip(told.outcomes, drawn.outcomes.tolist(), strict=True)
    return Quoted(
        question="raid",
        query=asked.state.to_query(),
        sentence=in_both(
            lambda: t(
                "quoted_raid",
                title=words.said(told.title),
                missiles=told.missiles,
                leakers=_in_whole(now.p50),
                band=_band_of(now),
                draws=drawn.draws,
            )
        ),
        number=_raid_number(now, drawn.draws),
        most=float(told.missiles),
        bars=tuple(
            QuotedBar(
                name=in_both(outcome(row.by, row.outcome)), value=mean, is_now=row.by is not None
            )
            for row, mean in rows
            if mean > _LITTLE
        ),
        why=(
            in_both(lambda: t("quoted_raid_spent", spent=_in_whole(spent), stock=stock)),
            *_places_hit(asked.scenario, told.by_asset),
            _how_drawn(drawn.draws, told.leakers),
            in_both(lambda: t("quoted_raid_bars")),
        ),
    )


def _places_hit(scenario: Scenario, rows: Iterable[RaidAsset]) -> tuple[Said, ...]:
    """The places at which most of the leakers come down, as the scenario aims its missiles."""
    hit = [row for row in rows if row.leakers.mean > _LITTLE]
    hit.sort(key=lambda row: -row.leakers.mean)
    named = {asset.id: asset for asset in scenario.assets}
    if not hit:
        return ()

    def told() -> str:
        parts = [
            t(
                "quoted_raid_place",
                place=words.name_of(named[row.asset].name, named[row.asset].name_ko),
                leakers=_tenths(row.leakers.mean),
                missiles=row.missiles,
            )
            for row in hit[:_PLACES]
        ]
        return t("quoted_raid_places", places=formats.listed(parts))

    return (in_both(told),)


def _interceptors_of(prepared: Prepared, battery: str | None = None) -> int:
    """Interceptors at the values, of all batteries or of one."""
    field = campaign.make_field(prepared, only=None if battery is None else [battery])
    return int(field.launchers["loaded"].sum() + field.batteries["reloads"].sum())


def _launchers_quoted(asked: _Put) -> Quoted:
    prepared, drawn = asked.raid(), asked.session.raid_drawn(asked.scenario, asked.advance)
    now, fewer = drawn.lost["nothing"], drawn.lost["launchers"]
    missiles = int(prepared.raids[0].path.size)
    battery, stock = asked.scenario.defence.battery, _interceptors_of(prepared, MAIN)
    launchers, loaded = round(battery.launchers.value), battery.interceptors_per_launcher.value
    left = max(launchers - _FEWER, 0)
    after = max(stock - round((launchers - left) * loaded), 0)
    changed: dict[str, dict[str, Any]] = {
        "nothing": {},
        "launchers": {"launchers": left},
        "interceptors": {"launchers": launchers // 2},
        "radar": {"radar_present": False},
    }
    return Quoted(
        question="launchers",
        query=asked.state.to_query(),
        sentence=in_both(
            lambda: t(
                "quoted_launchers",
                fewer=launchers - left,
                launchers=launchers,
                missiles=missiles,
                before=_in_whole(now.p50),
                after=_in_whole(fewer.p50),
                band=_band_of(fewer),
            )
        ),
        number=_raid_number(fewer, drawn.draws),
        most=float(missiles),
        bars=tuple(
            _leaker_bar(
                in_both(partial(t, f"questions_lost_{what}")),
                found,
                is_now=what == "nothing",
                query=asked.state.model_copy(update=changed[what]).to_query(),
            )
            for what, found in drawn.lost.items()
        ),
        why=(
            in_both(
                lambda: t(
                    "quoted_launchers_stock",
                    before=stock,
                    after=after,
                    pairs=full_pairs(asked.scenario, stock),
                    pairs_after=full_pairs(asked.scenario, after),
                )
            ),
            in_both(lambda: t("quoted_launchers_map")),
            _how_drawn(drawn.draws, drawn.values.leakers),
        ),
    )


def _layers_quoted(asked: _Put) -> Quoted:
    prepared, drawn = asked.raid(), asked.session.raid_drawn(asked.scenario, asked.advance)
    names = {b.entry.id: b.entry.name for b in prepared.batteries}
    systems, *others = drawn.by_system
    together = drawn.by_system[systems]
    missiles = int(prepared.raids[0].path.size)
    without = [chosen for chosen in others if len(chosen) == len(systems) - 1]
    if not without:
        raise ScenarioError(f"{asked.scenario.name} has one layer: expected a study with more")
    without.sort(key=lambda chosen: -(drawn.by_system[chosen].p50 or 0.0))

    def gone(chosen: tuple[str, ...]) -> str:
        return next(names[one] for one in systems if one not in chosen)

    def label(chosen: tuple[str, ...]) -> Callable[[], str]:
        if len(chosen) == len(systems):
            return lambda: t("quoted_layers_all")
        if chosen in without:
            return lambda: t("quoted_layers_without", system=words.said(gone(chosen)))
        return lambda: t("quoted_layers_alone", system=words.said(names[chosen[0]]))

    alone = [chosen for chosen in others if chosen not in without]
    best = without[0]
    return Quoted(
        question="layers",
        query=asked.state.to_query(),
        sentence=in_both(
            lambda: t(
                "quoted_layers",
                systems=formats.listed([words.said(names[one]) for one in systems]),
                missiles=missiles,
                leakers=_in_whole(together.p50),
                band=_band_of(together),
                best=words.said(gone(best)),
                without=_in_whole(drawn.by_system[best].p50),
            )
        ),
        number=_raid_number(together, drawn.draws),
        most=float(missiles),
        bars=tuple(
            _leaker_bar(in_both(label(chosen)), drawn.by_system[chosen], is_now=chosen == systems)
            for chosen in (systems, *without, *alone)
        ),
        why=(
            in_both(lambda: t("quoted_layers_map")),
            _how_drawn(drawn.draws, drawn.values.leakers),
        ),
    )


# --- sites -----------------------------------------------------------------------------------


def _site_quoted(asked: _Put) -> Quoted:
    this = asked.session.study(asked.state)
    sites = _other_sites(this)
    if not sites:
        raise ScenarioError(f"{asked.scenario.name} names no other site: expected candidate_sites")
    bars, people = _sites_compared(asked, this, sites)
    now, ranked = bars[0], sorted(bars, key=lambda bar: bar.value, reverse=True)
    # What differs by less than a percent is alike.
    is_here = formats.percent(ranked[0].value) == formats.percent(now.value)
    first = now if is_here else ranked[0]
    level = formats.percent(first.value)
    alike = [bar for bar in ranked if bar is not first and formats.percent(bar.value) == level]
    entry = this.scenario.catalogue.missile(this.scenario.threats[0].missile)

    def sentence() -> str:
        said = t(
            "quoted_site_here" if is_here else "quoted_site",
            site=first.name.told(words.language()),
            sites=len(bars),
            share=formats.percent(first.value),
            band=formats.span(formats.percent(first.low), formats.percent(first.high)),
            here=now.name.told(words.language()),
            now=formats.percent(now.value),
            people=formats.people(people),
            missile=words.name_of(entry.name, entry.name_ko),
        )
        if not alike:
            return said
        names = formats.listed([bar.name.told(words.language()) for bar in alike])
        return f"{said} {t('quoted_site_alike', sites=names)}"

    return Quoted(
        question="site",
        query=asked.state.to_query(),
        sentence=in_both(sentence),
        number=QuotedNumber(
            value=first.value, low=first.low, high=first.high, unit="share", draws=FIRST_DRAWS
        ),
        most=1.0,
        bars=tuple(ranked),
        why=(
            in_both(lambda: t("quoted_site_how", draws=FIRST_DRAWS, km=formats.number(SITES_KM))),
            in_both(lambda: t("quoted_site_ground")),
        ),
    )


def _sites_compared(
    asked: _Put, this: Study, sites: list[footprint.siting.Site]
) -> tuple[list[QuotedBar], float]:
    """The share covered from where the battery stands and from each site, and the people in range."""
    coarse = asked.state.model_copy(update={"spacing_km": SITES_KM})
    states = [coarse.model_copy(update={"boresight_deg": _middle_deg(this)})]
    for site in sites:
        place = (site.latitude_deg, site.longitude_deg)
        moved = {"battery": place, "radar": place, "boresight_deg": round(site.boresight_deg, 1)}
        states.append(coarse.model_copy(update=moved))
    names = [asked.scenario.defence.battery.name, *(site.name for site in sites)]
    bars, people = [], 0.0
    for step, (site_state, name) in enumerate(zip(states, names, strict=True)):
        asked.advance("comparing sites", step, len(states))
        totals = asked.session.area(site_state, draws=FIRST_DRAWS).sums.totals
        people = totals.threatened.people
        assert totals.sampled is not None
        share = totals.sampled.share_of_people
        opened = asked.state if step == 0 else site_state
        shown = opened.model_copy(update={"spacing_km": asked.state.spacing_km})
        bars.append(
            QuotedBar(
                name=in_both(partial(words.said, name)),
                value=share.p50 or 0.0,
                low=share.p05,
                high=share.p95,
                is_now=step == 0,
                query=shown.to_query(),
            )
        )
    return bars, people


def _other_sites(this: Study) -> list[footprint.siting.Site]:
    """The named sites that are not where the battery stands."""
    battery = this.scenario.defence.battery
    sites = footprint.siting.named_sites(this)
    away = footprint.siting.distances_m(sites, battery.latitude_deg, battery.longitude_deg)
    return [site for site, far in zip(sites, away.tolist(), strict=True) if far > _NEAR_M]


def _middle_deg(this: Study) -> float:
    """The middle of the directions to the launch points, from where the radar stands."""
    radar = this.scenario.defence.radar
    at = np.array([radar.latitude_deg]), np.array([radar.longitude_deg])
    found = footprint.siting.boresights_deg(*at, this.scenario.launch_points)
    return round(float(found[0]), 1)


# --- the radar -------------------------------------------------------------------------------


def _radar_quoted(asked: _Put) -> Quoted:
    this = asked.session.study(asked.state)
    told = footprint.study_coverage(this)
    if isinstance(told, NoRadar):
        raise ScenarioError(f"{asked.scenario.name} has no radar: there is nothing to see with")
    level = [row.altitude_m for row in told.altitudes].index(_SEEN_ALTITUDE_M)
    abroad = _countries_abroad(asked.scenario, told.countries, level)
    heights = [row.altitude_m for row in told.altitudes]
    at_level = [_seen_bar(row, level) for row in abroad]
    bars = tuple(
        _seen_bar(row, k, formats.km(height))
        for row in abroad[:_COUNTRIES]
        for k, height in enumerate(heights)
    )
    first = at_level[0] if at_level else _seen_bar(None, level)
    return Quoted(
        question="radar",
        query=asked.state.to_query(),
        sentence=in_both(lambda: _seen_told(this, at_level, [row.land_m2 for row in abroad])),
        number=QuotedNumber(
            value=first.value, low=first.low, high=first.high, unit="m2", draws=None
        ),
        most=max((bar.high or bar.value for bar in bars), default=1.0) or 1.0,
        bars=bars,
        why=(
            in_both(lambda: t("quoted_radar_height")),
            in_both(lambda: t("quoted_radar_limits")),
        ),
    )


def _seen_bar(row: CoverageCountry | None, level: int, height: str = "") -> QuotedBar:
    """The area of a country below the view at one altitude, which its name tells where it is given."""
    if row is None:
        return QuotedBar(name=Said(en="", ko=""), value=0.0, low=0.0, high=0.0)

    def name() -> str:
        country = words.named("country", row.iso3, row.name)
        return t("quoted_radar_bar", country=country, altitude=height) if height else country

    return QuotedBar(
        name=in_both(name),
        value=row.seen_m2.value[level],
        low=(row.seen_m2.low or row.seen_m2.value)[level],
        high=(row.seen_m2.high or row.seen_m2.value)[level],
    )


def _seen_told(this: Study, bars: Sequence[QuotedBar], lands: Sequence[float]) -> str:
    """What lies below the view of two countries, and how far the radar finds and follows a target."""
    case = this.cases[0]
    assumed = campaign.assumptions_of(this, case)
    ranges: dict[str, str] = {}
    for name, columns in (("search", assumed.search_range_m), ("track", assumed.track_range_m)):
        value, bad, good = (formats.km(float(columns[k])) for k in range(len(ENDS_ONLY)))
        ranges |= {name: value, f"{name}_band": formats.span(bad, good)}
    seen = [
        t(
            "quoted_radar_country",
            country=bar.name.told(words.language()),
            area=formats.area(bar.value),
            share=formats.percent(bar.value / land),
            band=formats.span(
                formats.percent((bar.low or 0.0) / land), formats.percent((bar.high or 0.0) / land)
            ),
        )
        for bar, land in list(zip(bars, lands, strict=False))[:2]
    ]
    return t(
        "quoted_radar" if seen else "quoted_radar_none",
        altitude=formats.km(_SEEN_ALTITUDE_M),
        seen=formats.listed(seen) if seen else "",
        section=formats.measured(case.cross_section_m2, "m2"),
        **ranges,
    )


def _countries_abroad(
    scenario: Scenario, rows: Iterable[CoverageCountry], level: int
) -> list[CoverageCountry]:
    """Countries below the view that are neither defended nor launch in the study, the most seen first."""
    at = [(point.latitude_deg, point.longitude_deg) for point in scenario.launch_points]
    latitude, longitude = ([pair[k] for pair in at] for k in range(2))
    found = []
    for row in rows:
        is_own = row.iso3 in scenario.ground.countries
        if not is_own and not geodata.is_inside(row.iso3, latitude, longitude).any():
            found.append(row)
    found.sort(key=lambda row: -row.seen_m2.value[level])
    return [row for row in found if (row.seen_m2.high or row.seen_m2.value)[level] > 0.0]


QUESTIONS: Final[dict[str, Callable[[_Put], Quoted]]] = {
    "launchers": _launchers_quoted,
    "site": _site_quoted,
    "raid": _raid_quoted,
    "radar": _radar_quoted,
    "layers": _layers_quoted,
}
"""The first questions beside that of the town, and what answers each."""
