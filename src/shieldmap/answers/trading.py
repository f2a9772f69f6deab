"""``trade``: what a limit on a radar takes from one side and gives to the other."""

import contextlib
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np

from shieldmap import campaign, deciding, earth, scenario as scenarios, stability, trading
from shieldmap.answers.defence import threat_named
from shieldmap.answers.places import InputError
from shieldmap.answers.raids import power_of_two
from shieldmap.footprint import Progress
from shieldmap.results.trading import OutsideStatement, Trade
from shieldmap.scenario import Scenario, StabilityScenario
from shieldmap.terms import ASSUMPTIONS

OVER: Final = ("boresight", "elevation_min")
"""What of a radar's view is varied where nothing else is said: where it looks, and how low."""

_SAME_PLACE_M = 10e3
_MOST_VARIED = 3
_LEAST_DRAWS, _MOST_DRAWS = 16, 4096


def trade(
    defence: str = "korea",
    against: str = "china-russia",
    over: str | Sequence[str] = OVER,
    *,
    threat: str | None = None,
    draws: int | None = None,
    progress: Progress | None = None,
) -> Trade:
    """What each side gets under limits of a radar, as ``shieldmap trade``.

    Parameters
    ----------
    defence : the study of a defence, by name or file.
    against : a stability study with the same radar at the same place.
    over : the numbers of the radar to vary, as a list or with commas between them; ``NAME=LOW..HIGH``
        sets the ends, in degrees.
    threat : the threat asked about, by its id or its missile; else the one with most launch points.
    draws : of everything unknown, a power of two.

    Raises
    ------
    InputError : a number that is not one of the radar's view, or studies without a radar in common.
    """
    given = scenarios.load(defence)
    other = scenarios.load_study(against)
    if not isinstance(other, StabilityScenario):
        raise InputError(
            f"{other.name} is the study of a defence: expected a stability study second"
        )
    asked = [part.strip() for part in (over.split(",") if isinstance(over, str) else over)]
    if not 1 <= len(asked) <= _MOST_VARIED or len(set(asked)) != len(asked):
        raise InputError(
            f"--over names {len(asked)} numbers: expected 1 to {_MOST_VARIED}, each once"
        )
    count = trading.DRAWS if draws is None else power_of_two(draws, _LEAST_DRAWS, _MOST_DRAWS)
    named = None if threat is None else threat_named(given, threat).id
    same = _with_the_radar(given, other)
    return trade_of(given, same, asked, threat=named, draws=count, progress=progress)


def trade_of(
    given: Scenario,
    other: StabilityScenario,
    over: Sequence[str] = OVER,
    *,
    threat: str | None = None,
    draws: int = trading.DRAWS,
    watched: stability.StabilityStudy | None = None,
    progress: Progress | None = None,
) -> Trade:
    """The same of studies that were read before; ``watched`` is the second one, where it was flown already.

    Raises
    ------
    InputError : a number that is not one of the radar's view, or that plays no part.
    """
    wanted = [_number_wished(part) for part in over]
    this = campaign.study(given, variants=campaign.ENDS_ONLY)
    chosen = deciding.threat_asked(given, this.cases, threat)
    if chosen is None:
        raise InputError(f"{given.name}: none of its missiles can be flown from its launch points")
    rows = {row.name: row.value for row in campaign.rows_of(this, this.cases[0])}
    unused = [name for name, _ in wanted if name not in rows]
    if unused:
        raise InputError(f"--over names {unused[0]}, which plays no part in {given.name}")
    varied = [trading.steps(name, rows[name], span, len(wanted)) for name, span in wanted]
    flown = watched or stability.stability_study(other, progress or (lambda *_: None))
    return trading.trade(this, flown, chosen, varied, outside_statements(), draws, progress)


def defence_beside(other: StabilityScenario) -> Scenario | None:
    """The first embedded study whose radar is the one that a stability study asks about."""
    known = map(scenarios.load, scenarios.names("defence"))
    pairs = _with_a_radar_in_common(known, [other])
    return next((one for one, same in pairs if same.added_radar == other.added_radar), None)


def stability_beside(given: Scenario) -> StabilityScenario | None:
    """The first embedded stability study that has the radar of a defence, as its added one."""
    known = map(scenarios.load_study, scenarios.names("stability"))
    others = (one for one in known if isinstance(one, StabilityScenario))
    return next((same for _, same in _with_a_radar_in_common([given], others)), None)


def _with_a_radar_in_common(
    defences: Iterable[Scenario], others: Iterable[StabilityScenario]
) -> Iterator[tuple[Scenario, StabilityScenario]]:
    """Pairs of a defence and a stability study that has its radar, as its added one there."""
    for given in defences:
        for other in others:
            same = None
            with contextlib.suppress(InputError):
                same = _with_the_radar(given, other)
            if same is not None:
                yield given, same


def _number_wished(part: str) -> tuple[str, tuple[float, float] | None]:
    """``elevation_min`` or ``elevation_min=0..20``, whose ends are in degrees."""
    name, _, ends = part.partition("=")
    name = name.strip().replace("-", "_")
    if name not in trading.tradable():
        known = ", ".join(trading.tradable())
        raise InputError(f"--over names '{name}': expected some of {known}")
    if not ends:
        return name, None
    try:
        low, high = (float(end) for end in ends.split(".."))
    except ValueError:
        raise InputError(f"--over says '{part}': expected {name}=LOW..HIGH in degrees") from None
    least, most = ASSUMPTIONS[name].limits or (0.0, 360.0)
    if not least <= low < high <= most:
        raise InputError(
            f"--over says '{part}': expected LOW below HIGH, both from {least:g} to {most:g}"
        )
    return name, (low, high)


def _with_the_radar(given: Scenario, other: StabilityScenario) -> StabilityScenario:
    """The stability study with the radar of the defence as its added one."""
    radar = given.defence.radar
    if not radar.present:
        raise InputError(f"{given.name} has no radar: there is nothing to limit")
    for site in other.radars:
        ends = radar.latitude_deg, radar.longitude_deg, site.latitude_deg, site.longitude_deg
        away = earth.geodesic_inverse(*np.radians(ends))[0]
        if site.system == radar.system and float(away) < _SAME_PLACE_M:
            return other.model_copy(update={"added_radar": site.id})
    known = ", ".join(f"{site.id} ({site.system})" for site in other.radars)
    raise InputError(
        f"{other.name} has no {radar.system} where {given.name} has its radar: expected one of the "
        f"same kind within {_SAME_PLACE_M / 1e3:g} km among {known}"
    )


@cache
def outside_statements() -> dict[str, tuple[OutsideStatement, ...]]:
    """What would show from outside that a limit is kept, by the number that is limited."""
    text = files("shieldmap").joinpath("data", "outside.toml").read_text(encoding="utf-8")
    return {
        name: tuple(
            OutsideStatement(
                number=name,
                shows=row["shows"],
                text_en=row["text"]["en"],
                text_ko=row["text"]["ko"],
                source=row["source"],
            )
            for row in table["statements"]
        )
        for name, table in tomllib.loads(text).items()
    }
