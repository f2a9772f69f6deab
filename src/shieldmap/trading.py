"""What each side gets: people that a radar helps to defend against foreign flights that it sees.

Question: if a radar kept to a limit, such as a higher least elevation or another direction, how many
fewer flights between other countries would it see, and how many people would lose cover?

Model: one radar that stands in the study of a defence and in a stability study. At every setting the same
draws are judged on both sides: the defence with all that is unknown of it and of the missile, and the view
of the foreign flights with points of launch, paths and the other radars drawn. The view is the cone about
the tilted face where the catalogue knows a scan limit, on both sides. A setting that defends anybody is
*efficient* where no other one is at least as good on both counts in the mean and better on one.

Limits: seen is not recognised; people on the coarse grid of the draws; the operator's other radars stay as
they are.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

import numpy as np

from shieldmap import campaign, formats, terms, words
from shieldmap.campaign import Numbers, Progress, Study
from shieldmap.deciding.places import OneThreat
from shieldmap.model import Floats
from shieldmap.results.footprint import Quantiles
from shieldmap.results.page import NumberSet
from shieldmap.results.trading import OutsideStatement, Trade, TradePoint
from shieldmap.scenario import Threat
from shieldmap.stability import judging, seen, views
from shieldmap.stability.judging import StabilityStudy
from shieldmap.stability.seen import Looks, Sky
from shieldmap.stability.views import Parts
from shieldmap.terms import ASSUMPTIONS, Language
from shieldmap.words import english, t

DRAWS: Final = 64
"""Draws of everything unknown, the same at every setting; a power of two."""

_QUANTILES: Final = (0.05, 0.5, 0.95)
_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0)
_SETTINGS: Final = {1: 12, 2: 8, 3: 5}
"""So many steps of each number, by how many are varied."""

_PEOPLE: Final = 1.0


class Varied(NamedTuple):
    """A number of the radar, the values that it is set to and the one that it has, in SI."""

    name: str
    values: Floats
    given: float


class _SharedDraws(NamedTuple):
    """What is drawn once for all settings, (draws, ...): points of the defence and of the other side."""

    points: Floats
    shares: Floats
    numbers: Numbers


def tradable() -> tuple[str, ...]:
    """The numbers of a radar's view that can be varied."""
    return tuple(term.name for term in terms.controls() if f"{term.name}_rad" in Looks._fields)


def steps(name: str, given: float, span: tuple[float, float] | None, varied: int) -> Varied:
    """The values to set a number to, in even and round steps of the unit that a reader sees.

    Parameters
    ----------
    given : the value as it is (SI), which is one of them.
    span : least and most in the unit that a reader sees; by itself those of the control on the page,
        and a right angle to both sides for a direction.
    varied : how many numbers are varied together.
    """
    term = ASSUMPTIONS[name]
    turn = 90.0 if name == "boresight" else math.nan
    here = given / term.factor
    low, high = span or (
        (here - turn, here + turn) if math.isfinite(turn) else tuple(term.control or ())[:2]
    )
    wide = (high - low) / _SETTINGS[varied]
    step = next((one for one in _STEPS if one >= wide), wide)
    # A direction turns from the one that it has; the others are set to round values.
    first = low if math.isfinite(turn) and span is None else math.ceil(low / step - 1e-9) * step
    values = np.arange(first, high + 1e-9, step)
    with_given = np.union1d(np.round(values, 9), np.round([here], 9))
    return Varied(name, with_given * term.factor, given)


def trade(
    defence: Study,
    stability: StabilityStudy,
    threat: Threat,
    varied: Sequence[Varied],
    outside: Mapping[str, Sequence[OutsideStatement]],
    draws: int = DRAWS,
    progress: Progress | None = None,
) -> Trade:
    """Judge both sides at every setting of a radar's numbers.

    Parameters
    ----------
    stability : a study whose added radar is the one of the defence.
    varied : the numbers and the values that they are set to; all combinations are judged.
    outside : what would show from outside that a limit is kept, by number.
    """
    one = OneThreat(defence, threat.id)
    settings = np.array(list(product(*(row.values for row in varied))))
    names = [row.name for row in varied]
    drawn = _drawn_alike(one, stability, draws)
    threatened, people = _people_by_setting(one, drawn, names, settings, progress)
    views_ = _Views(stability, drawn, has_cone=_has_cone(defence))
    counts = [views_.at(dict(zip(names, row, strict=True)), progress) for row in settings]
    given = int(np.argmin(np.abs(settings - [row.given for row in varied]).sum(axis=1)))
    rows = _setting_rows(names, settings, given, people, threatened, counts)
    entry = defence.scenario.catalogue.missile(threat.missile)
    answer = Trade(
        defence=defence.scenario.name,
        stability=stability.scenario.name,
        radar=stability.scenario.radars[stability.added].name,
        threat=threat.id,
        missile=entry.name,
        missile_ko=entry.name_ko,
        launch_points=len(one.cases),
        cross_section_m2=stability.scenario.view.headline_cross_section_m2,
        flights=int(judging.is_flown(stability.flown)[stability.centres].sum()),
        people_threatened=float(np.median(threatened)),
        draws=draws,
        points=rows,
        outside=tuple(row for name in names for row in outside.get(name, ())),
        sentence_en="",
        sentence_ko="",
        limits=english("questions_limits_trade"),
    )
    told = {f"sentence_{one_}": _trade_told(one_, answer, varied) for one_ in terms.LANGUAGES}
    return answer.model_copy(update=told)


def _has_cone(defence: Study) -> bool:
    given = defence.scenario.defence.radar
    return campaign.has_cone(given, defence.scenario.catalogue.radar(given.system))


def _drawn_alike(one: OneThreat, stability: StabilityStudy, draws: int) -> _SharedDraws:
    """Points of the defence with its missiles, of the other side, and the defence's numbers there."""
    from scipy.stats import qmc

    u = campaign.points(draws)
    missile = (np.arange(draws) + 0.5) / draws
    scenario = stability.scenario
    axes = 2 * len(scenario.launch_areas) + len(scenario.radars) + 3
    other = qmc.Sobol(axes, scramble=True, rng=np.random.default_rng(campaign.SEED + 2))
    shares = other.random(draws)
    # The radar is one and the same: its range lies at the same place of its span on both sides.
    shares[:, -1] = u[:, ASSUMPTIONS["reference_range"].axis or 0]
    rows = campaign.rows_of(one.this, one.cases[0])
    numbers = campaign.drawn_numbers(u, rows, one.this.scenario.defence.radar)
    return _SharedDraws(np.column_stack([u, missile]), shares, numbers)


def _people_by_setting(
    one: OneThreat,
    drawn: _SharedDraws,
    names: Sequence[str],
    settings: Floats,
    progress: Progress | None,
) -> tuple[Floats, Floats]:
    """People threatened (draws,), and defended at each setting in each draw (settings, draws)."""
    draws, count = len(drawn.points), len(settings)
    held = {name: np.repeat(settings[:, k], draws) for k, name in enumerate(names)}
    found = one.drawn(np.tile(drawn.points, (count, 1)), progress, held)
    people = (one.people @ found.safe).reshape(count, draws)
    return one.people @ found.threatened[:, :draws], people


class _Counts(NamedTuple):
    """What the other side shows at one setting, in every draw: (draws,) each."""

    seen: Floats
    only: Floats
    seconds: Floats
    by_country: dict[str, Floats]


class _Views:
    """The foreign flights of every draw, what the other radars see of them, and this radar's look."""

    def __init__(self, this: StabilityStudy, drawn: _SharedDraws, *, has_cone: bool) -> None:
        self._this, self._numbers, self._has_cone = this, drawn.numbers, has_cone
        scenario = this.scenario
        unknown = 2 * len(scenario.launch_areas)
        site, self._section = scenario.radars[this.added], scenario.view.headline_cross_section_m2
        country = np.array([area.country for area in scenario.launch_areas])
        self._countries = tuple(dict.fromkeys(country.tolist()))
        self._rows: list[tuple[Sky, Floats, list[Parts], Floats, Looks, Floats]] = []
        for share in drawn.shares:
            keep = judging.drawn_flights(this, share[:unknown])
            how = judging.drawn_view(scenario, share[unknown:])
            above = seen.chosen(this.above, keep)
            burnout = np.nan_to_num(this.flown.burnout_s[keep])
            others = [
                _after_burnout(
                    seen.in_view(this.time_s, above, row, how(radar, self._section)), burnout
                )
                for row, radar in enumerate(scenario.radars)
                if row != this.added
            ]
            own = Sky(*(field[this.added : this.added + 1] for field in above))
            seen_s = views.union_seconds(others) if others else np.zeros(keep.size)
            origin = country[this.flown.area[keep]]
            look = how(site, self._section)
            self._rows.append((own, burnout, others, seen_s, look, origin))

    def at(self, setting: Mapping[str, float], progress: Progress | None) -> _Counts:
        """The counts at one setting of the radar."""
        if progress is not None:
            progress(english("doing_look"), 0, 1)
        least = self._this.scenario.view.least_view_s
        counts: list[list[float]] = []
        for n, (sky, burnout, others, others_s, look, origin) in enumerate(self._rows):
            mine = _after_burnout(
                seen.in_view(self._this.time_s, sky, 0, self._look(n, look, setting)), burnout
            )
            is_seen = views.seconds(mine) >= least
            all_s = views.union_seconds([*others, mine])
            only = (all_s >= least) & (others_s < least)
            by_country = [float((is_seen & (origin == name)).sum()) for name in self._countries]
            added_s = float(np.maximum(all_s - others_s, 0.0).sum())
            counts.append([float(is_seen.sum()), float(only.sum()), added_s, *by_country])
        columns = np.array(counts).T
        countries = dict(zip(self._countries, columns[3:], strict=True))
        return _Counts(columns[0], columns[1], columns[2], countries)

    def _look(self, n: int, look: Looks, setting: Mapping[str, float]) -> Looks:
        """How the radar looks in one draw: as the defence has drawn it, with what the setting says."""
        drawn = {
            name: float(self._numbers[name][n]) for name in tradable() if name in self._numbers
        }
        numbers = {**drawn, **setting}
        if self._has_cone:
            look = look._replace(half_sector_rad=math.pi)
        return look._replace(**{f"{name}_rad": value for name, value in numbers.items()})


def _after_burnout(found: Parts, burnout: Floats) -> Parts:
    """The parts in view after burnout."""
    return views.within(found, burnout, np.full_like(burnout, np.inf))


def _setting_rows(
    names: Sequence[str],
    settings: Floats,
    given: int,
    people: Floats,
    threatened: Floats,
    counts: Sequence[_Counts],
) -> tuple[TradePoint, ...]:
    """A row for each setting."""
    defended = people.mean(axis=1)
    sees = np.array([one.seen.mean() for one in counts])
    out = []
    for k, row in enumerate(settings):
        better = (defended >= defended[k]) & (sees <= sees[k])
        is_beaten = bool((better & ((defended > defended[k]) | (sees < sees[k]))).any())
        defends = defended[k] > 0.0
        out.append(
            TradePoint(
                numbers=tuple(
                    NumberSet(
                        parameter=name,
                        key=ASSUMPTIONS[name].key,
                        unit=ASSUMPTIONS[name].unit,
                        value=_in_degrees(name, float(value)),
                    )
                    for name, value in zip(names, row, strict=True)
                ),
                is_given=k == given,
                is_efficient=bool(defends and not is_beaten),
                people=_banded(people[k]),
                share=_banded(people[k] / np.maximum(threatened, _PEOPLE)),
                people_lost=_banded(people[given] - people[k]),
                mean_people=float(defended[k]),
                seen=_banded(counts[k].seen),
                mean_seen=float(sees[k]),
                only=_banded(counts[k].only),
                seconds=_banded(counts[k].seconds),
                seen_by_country={
                    name: float(np.median(one)) for name, one in counts[k].by_country.items()
                },
            )
        )
    return tuple(out)


def _in_degrees(name: str, value: float) -> float:
    shown = round(value / ASSUMPTIONS[name].factor, 9)
    return shown % 360.0 if name == "boresight" else shown


def _banded(values: Floats) -> Quantiles:
    low, middle, high = (float(q) for q in np.quantile(values, _QUANTILES))
    return Quantiles(p05=low, p50=middle, p95=high)


# --- the sentence --------------------------------------------------------------------------------


def _trade_told(language: Language, answer: Trade, varied: Sequence[Varied]) -> str:
    """For each number: the nearest setting of it alone that sees fewer flights, and what it costs."""
    with words.using(language):
        given = next(point for point in answer.points if point.is_given)
        head = t(
            "trade_head",
            radar=words.said(answer.radar),
            seen=formats.number(given.seen.p50 or 0.0),
            band=_ends_told(given.seen),
            all=answer.flights,
            people=formats.people(given.people.p50),
            missile=words.name_of(answer.missile, answer.missile_ko),
        )
        parts = [_step_told(answer, given, row.name) for row in varied]
        return " ".join([head, *parts])


def _step_told(answer: Trade, given: TradePoint, name: str) -> str:
    number = t(f"assumption_{name}")
    here = _set_value(given, name)
    alone = [
        point
        for point in answer.points
        if all(
            _set_value(point, one.parameter) == one.value
            for one in given.numbers
            if one.parameter != name
        )
        and (point.seen.p50 or 0.0) < (given.seen.p50 or 0.0)
    ]
    if not alone:
        return t("trade_no_step", number=number)
    nearest = min(alone, key=lambda point: _apart(name, _set_value(point, name), here))
    unit = ASSUMPTIONS[name].unit
    countries = [
        t(
            "trade_country",
            country=_country_told(country),
            before=formats.number(given.seen_by_country[country]),
            after=formats.number(count),
        )
        for country, count in nearest.seen_by_country.items()
        if count or given.seen_by_country[country]
    ]
    lost = nearest.people_lost
    return t(
        "trade_step",
        number=number,
        before=formats.measured(here, unit),
        after=formats.measured(_set_value(nearest, name), unit),
        countries=formats.listed(countries),
        is_lost="yes" if (lost.p50 or 0.0) > 0.0 else "no",
        people=formats.people(max(lost.p50 or 0.0, 0.0)),
        low=formats.people(max(lost.p05 or 0.0, 0.0)),
        high=formats.people(max(lost.p95 or 0.0, 0.0)),
    )


def _country_told(code: str) -> str:
    """A country as it stands in a sentence: with its article where a message has one."""
    return words.named("stability_country", code, words.named("country", code, code))


def _set_value(point: TradePoint, name: str) -> float:
    return next(one.value for one in point.numbers if one.parameter == name)


def _apart(name: str, one: float, other: float) -> float:
    away = abs(one - other)
    return min(away, 360.0 - away) if name == "boresight" else away


def _ends_told(values: Quantiles) -> str:
    return formats.span(formats.number(values.p05 or 0.0), formats.number(values.p95 or 0.0))
