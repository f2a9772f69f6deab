"""What a part of the battery under study is worth: a launcher, eight interceptors, the radar.

Question: without this part, how many more missiles of the raid come through, and which people and
assets are no longer defended?

Method: the raid is fought as for what is lost when parts leave, with the same random numbers for every
row, so that trials can be compared one by one. Places are judged by the doctrine at the values and at both
ends: by the battery alone, and by all batteries together, of which one has to defend a place against
each missile that reaches it. A layer that shares the radar loses it too.

Limits: a coarse grid of places; there nothing runs empty, so that an interceptor counts for places only
where the stock becomes smaller than one engagement takes.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from shieldmap import campaign, engagement, formats, threat, words
from shieldmap.campaign import ENDS_ONLY, MAIN, Case, Prepared, Progress, Stock, Study
from shieldmap.footprint import siting
from shieldmap.model import Event, Floats, Ints, Status, Trials
from shieldmap.questions.places import ENDS, coarse_grid, spacings_m
from shieldmap.questions.raid import counted_mean, fight_without, raid_against, trials_for
from shieldmap.results.questions import (
    AssetsHeld,
    CoveredPeople,
    PartsWorth,
    PartWorth,
    PlacesHeld,
)
from shieldmap.results.raid import CountedMean
from shieldmap.terms import Language
from shieldmap.words import english, t

_EVERY_S: Final = 2.0
"""Time grid of the flights: the coarsest that engagements take, as where sites are compared."""


_WHOLE: Final = Stock()


class PartTaken(NamedTuple):
    """Something of the battery under study that is taken away."""

    name: str
    stock: Stock = _WHOLE
    is_radar: bool = False


PARTS: Final = (
    PartTaken("nothing"),
    PartTaken("launcher", Stock(launchers_fewer=1)),
    PartTaken("interceptors", Stock(interceptors_fewer=8)),
    PartTaken("radar", is_radar=True),
)
"""Nothing first: what all others are compared with."""


def parts_worth(this: Study, prepared: Prepared, progress: Progress | None = None) -> PartsWorth:
    """What the defence loses without each part: in the raid, and in the places that it holds.

    Parameters
    ----------
    this : the study with all its cases, at the values and both ends.
    prepared : its raid.
    """
    trials = trials_for(prepared)
    spacing_m = spacings_m(this)[0]
    held = _held(this, spacing_m, progress)
    rows: list[PartWorth] = []
    whole: tuple[Trials, ...] = ()
    for part, (alone, together) in zip(PARTS, held, strict=True):
        gone = (MAIN,) if part.is_radar else ()
        fought = fight_without(prepared, trials, stocks={MAIN: part.stock}, without_radar=gone)
        whole = whole or fought
        value, bad, good = fought
        rows.append(
            PartWorth(
                part=part.name,
                change=english(f"questions_worth_{part.name}"),
                **dict(raid_against(prepared, fought)),
                interceptors=counted_mean(
                    *(one.spent.sum(axis=1) for one in (value, bad, good)),
                    most=float(_stock_of(prepared)),
                ),
                more_leakers=_more(fought, whole, prepared.raids[0].path.size),
                alone=alone,
                together=together,
            )
        )
    return PartsWorth(
        trials=trials,
        missiles=prepared.raids[0].path.size,
        grid_spacing_m=spacing_m,
        rows=tuple(rows),
        sentence_en=_sentence("en", rows, prepared.raids[0].path.size),
        sentence_ko=_sentence("ko", rows, prepared.raids[0].path.size),
        limits=english("questions_limits_worth"),
    )


def _stock_of(prepared: Prepared) -> int:
    """Interceptors of all batteries at the values, in launchers and in reserve."""
    field = campaign.make_field(prepared)
    return int(field.launchers["loaded"].sum() + field.batteries["reloads"].sum())


def _more(fought: tuple[Trials, ...], whole: tuple[Trials, ...], missiles: int) -> CountedMean:
    """Leakers more than with everything; the interval is that of the differences of single trials."""
    value, bad, good = (
        one.leakers - other.leakers for one, other in zip(fought, whole, strict=True)
    )
    # Counted from the least that a difference can be, where an interval of counts begins.
    mean = campaign.mean_of(value + missiles, 2 * missiles)
    return CountedMean(
        mean=float(value.mean()),
        sampling_interval=(mean.low - missiles, mean.high - missiles),
        parameter_range=(float(bad.mean()), float(good.mean())),
    )


# --- places --------------------------------------------------------------------------------------


class _Team(NamedTuple):
    """The batteries that defend without a part, by their rows among all that are judged."""

    main: int
    all: list[int]


def _held(
    this: Study, spacing_m: float, progress: Progress | None
) -> list[tuple[PlacesHeld, PlacesHeld]]:
    """The places held without each part: by the battery under study alone, and by all together."""
    latitude, longitude, people = coarse_grid(this, spacing_m)
    assets = this.scenario.assets
    latitude = np.append(latitude, [asset.latitude_deg for asset in assets])
    longitude = np.append(longitude, [asset.longitude_deg for asset in assets])
    is_asset = np.arange(latitude.size) >= people.size
    people = np.append(people, np.zeros(len(assets)))
    batteries, teams = _teams(this)
    judgement = _judged(this, batteries, np.radians(latitude), np.radians(longitude), progress)
    return [
        (
            _places_held(judgement, [team.main], people, is_asset),
            _places_held(judgement, team.all, people, is_asset),
        )
        for team in teams
    ]


def _teams(this: Study) -> tuple[list[Study], list[_Team]]:
    """Every battery as it is judged, and who defends without each part."""
    layers = this.scenario.layers
    batteries = [_battery(this, layer.id) for layer in layers]
    blind = {
        layer.id: len(layers) + k
        for k, layer in enumerate(one for one in layers if one.shares_radar == MAIN)
    }
    batteries += [_battery(this, name, has_radar=False) for name in blind]
    teams = []
    for part in PARTS:
        batteries.append(_battery(this, MAIN, part.stock, has_radar=not part.is_radar))
        others = [blind.get(layer.id, k) if part.is_radar else k for k, layer in enumerate(layers)]
        main = len(batteries) - 1
        teams.append(_Team(main, [main, *others]))
    return batteries, teams


def _battery(this: Study, name: str, stock: Stock = _WHOLE, *, has_radar: bool = True) -> Study:
    """One battery of the study with what is left of its stock, with or without its radar."""
    given = campaign.defence_of(this.scenario, name)
    if not has_radar:
        radar = given.radar.model_copy(update={"present": False})
        given = given.model_copy(update={"radar": radar})
    scenario = this.scenario.model_copy(update={"defence": given})
    made = campaign.study(scenario, cases=this.cases, variants=ENDS_ONLY)
    value, bad, good = (_by_site(campaign.loads_of(given, end, stock)) for end in ENDS)
    return made._replace(defence=made.defence._replace(inventory=(value, bad, good)))


def _by_site(loads: list[list[int]]) -> Ints:
    """Interceptors at each launcher site."""
    return np.array([sum(site) for site in loads], dtype=np.int64)


def _judged(
    this: Study,
    batteries: Sequence[Study],
    latitude_rad: Floats,
    longitude_rad: Floats,
    progress: Progress | None,
) -> siting.Judgement:
    """What each battery defends; every missile is flown once for all of them."""
    n = latitude_rad.size
    flown = np.zeros((len(this.cases), n), dtype=np.bool_)
    defended = np.zeros((len(batteries), len(this.cases), n, len(ENDS_ONLY)), dtype=np.bool_)
    for number, case in enumerate(this.cases):
        if progress is not None:
            progress(f"{case.threat_id} from {case.launch_id}", number, len(this.cases))
        if case.table is None:
            continue
        for part in campaign.chunks(n):
            places = latitude_rad[part].copy(), longitude_rad[part].copy()
            flown[number, part], defended[:, number, part] = _judge(case, batteries, *places)
    return siting.Judgement(flown, defended)


def _judge(
    case: Case, batteries: Sequence[Study], latitude_rad: Floats, longitude_rad: Floats
) -> tuple[siting.Flags, siting.Flags]:
    """Which places (n,) a case reaches, and which (batteries, n, ends) each battery defends."""
    assert case.table is not None
    aims, flights, sampled = threat.fly_to(
        case.missile,
        case.table,
        latitude_rad,
        longitude_rad,
        air=batteries[0].air,
        every_s=_EVERY_S,
    )
    assert sampled is not None
    good = aims.status == Status.OK
    burnout_s = flights.event_time_s[:, Event.BURNOUT]
    defended = []
    for battery in batteries:
        own, arrays = campaign.assumptions_of(battery, case), battery.defence
        tracker, stock = campaign.tracker_of(battery, own), campaign.inventory_of(battery)
        found = engagement.verdicts(
            sampled, burnout_s, arrays.radar, arrays.sites, stock, tracker, own
        )
        defended.append(found[:, :, arrays.doctrine] & good[:, None])
    return good, np.array(defended)


def _places_held(
    judgement: siting.Judgement, batteries: list[int], people: Floats, is_asset: siting.Flags
) -> PlacesHeld:
    """People and assets that some batteries defend together against every case."""
    cases = list(range(len(judgement.is_flown)))
    reached = judgement.is_flown.any(axis=0)
    covered = [siting.covered(judgement, cases, batteries, end) for end in range(len(ENDS))]
    value, bad, good = (float(people[one].sum()) for one in covered)
    assets = [int((one & is_asset).sum()) for one in covered]
    return PlacesHeld(
        people=CoveredPeople(
            in_range=float(people[reached].sum()), value=value, bad=bad, good=good
        ),
        assets=AssetsHeld(
            in_range=int((reached & is_asset).sum()),
            value=assets[0],
            bad=assets[1],
            good=assets[2],
        ),
    )


# --- the sentence --------------------------------------------------------------------------------


def _sentence(language: Language, rows: Sequence[PartWorth], missiles: int) -> str:
    """What comes through with everything, and what each part changes."""
    with words.using(language):
        base = rows[0]
        parts = "; ".join(_part_told(row, base) for row in rows[1:])
        leakers = formats.number(base.leakers.mean, 1)
        return t("worth_sentence", missiles=missiles, leakers=leakers, parts=parts)


def _part_told(row: PartWorth, base: PartWorth) -> str:
    change, through = words.said(row.change), _through(row.more_leakers.mean)
    people = base.together.people.value - row.together.people.value
    assets = base.together.assets.value - row.together.assets.value
    if row.leakers.mean == base.leakers.mean and people == assets == 0:
        return t("worth_same", change=change)
    if people == assets == 0:
        return t("worth_raid_alone", change=change, through=through)
    people_told = formats.people(people)
    return t("worth_part", change=change, through=through, people=people_told, assets=assets)


def _through(more: float) -> str:
    """How many more or fewer come through: a layer may be better off where its radar is gone."""
    count = formats.number(abs(more), 1)
    if count == formats.number(0.0, 1):
        return t("worth_as_many")
    return t("worth_more" if more > 0.0 else "worth_fewer", count=count)
