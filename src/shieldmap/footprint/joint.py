"""Sums over joint draws: people defended in each draw, shares of draws, and the word for a verdict.

A sum is that of the coarse grid (:mod:`shieldmap.footprint.spread`), moved by what the fine grid has more
or less against the missile at its values, on average over the draws that both have. A place of the
coarse grid, such as a town, has its own draws; a cell of the fine grid takes its own share against the
missile at its values and what the drawn missiles change at the nearest coarse cell.
"""

from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import campaign, geodata
from shieldmap.campaign import Study
from shieldmap.footprint.area import CELL, Footprint, Places, cases_of_threat
from shieldmap.footprint.spread import SETS, JointDraws
from shieldmap.model import Floats, Status
from shieldmap.results import Quantiles, RivalShare, Sampled
from shieldmap.terms import FAILS_TO, HOLDS_FROM

_QUANTILES: Final = (0.05, 0.5, 0.95)

Flags = NDArray[np.bool_]


class Verdict(NamedTuple):
    """What the draws say of a place: the word, the share of draws, their number, what it hangs on.

    ``hangs_on`` is the name of an assumption, "several" where none alone turns the verdict, and empty
    where it holds or fails; ``turns_at`` is in SI.
    """

    word: str
    share: float
    draws: int
    hangs_on: str
    turns_at: float


class Joint(NamedTuple):
    """A study with its fine grid, the draws of it, and where the fine grid lies in the coarse one.

    ``nearest`` (places,) is the coarse cell nearest to each place of the fine grid.
    """

    this: Study
    where: Places
    prints: Footprint
    spread: JointDraws
    nearest: NDArray[np.int64]


def join_draws(this: Study, where: Places, prints: Footprint, spread: JointDraws) -> Joint:
    """Bring the draws and the fine grid together."""
    cells = np.flatnonzero(spread.where.kind == CELL)
    fine, coarse = (
        geodata.directions(at.latitude_deg, at.longitude_deg) for at in (where, spread.where)
    )
    coarse = coarse[cells]
    nearest = np.array([int(cells[np.argmax(coarse @ one)]) for one in fine], dtype=np.int64)
    return Joint(this, where, prints, spread, nearest)


def _against_all(flown: Flags, defended: Flags) -> tuple[Flags, Flags]:
    """Threatened, and defended against every launch point that reaches it, over the first axis."""
    threatened = np.asarray(flown.any(axis=0))
    return threatened, np.asarray((defended | ~flown).all(axis=0) & threatened)


def sampled(all_: Joint, rows: list[int]) -> Sampled:
    """People and area defended against all of some cases, over the joint draws."""
    threatened, defended = _people(all_, rows, all_.spread.is_defended)
    _, ground = _summed(all_, rows, all_.spread.is_defended, "area_m2")
    area_m2 = {"area_m2": _quantiles(ground)}
    if not all_.spread.triangle.size:
        return _told(threatened, defended, np.zeros(0)).model_copy(update=area_m2)
    _, peaked = _people(all_, rows, all_.spread.triangle)
    told = _told(threatened, defended, _share(threatened, peaked))
    return told.model_copy(update=area_m2)


def at_random(all_: Joint, rows: list[int]) -> Sampled:
    """The same against one launch point that is drawn as well, each of them equally often."""
    each = [_people(all_, [row], all_.spread.is_defended) for row in rows]
    has_peaked = all_.spread.triangle.size > 0
    peaked = [_people(all_, [row], all_.spread.triangle) for row in rows] if has_peaked else each
    u = campaign.points()[:, campaign.LAUNCH_AXIS]
    chosen = np.minimum((u * len(rows)).astype(np.int64), len(rows) - 1)
    draws = np.arange(u.size)
    threatened = np.array([part for part, _ in each])[chosen, draws]
    defended = np.array([part for _, part in each])[chosen, draws]
    triangle = np.array([part for _, part in peaked])[chosen, draws]
    return _told(threatened, defended, _share(threatened, triangle) if has_peaked else np.zeros(0))


def rivals(all_: Joint, rows: list[int]) -> tuple[RivalShare, ...]:
    """The shares under other readings of the defence, on the coarse grid alone."""
    spread = all_.spread
    cells = spread.where.kind == CELL
    people = spread.where.people[cells]
    out = []
    for name in spread.rivals:
        flags = spread.rivals[name][rows][:, cells]
        mine = _first_draws(flags.shape[2])
        flown = spread.is_flown[rows][:, cells][:, :, mine]
        threatened, defended = _against_all(flown, flags)
        shares = _share(people @ threatened, people @ defended)
        out.append(
            RivalShare(name=name, draws=int(shares.size), share_of_people=_quantiles(shares))
        )
    return tuple(out)


def _first_draws(count: int) -> NDArray[np.int64]:
    """The draws that the rivals have, in their order: those that meet the first missiles."""
    by_missile = np.arange(campaign.SAMPLES).reshape(-1, SETS)
    return by_missile[:, : count * SETS // campaign.SAMPLES].ravel()


def _people(all_: Joint, rows: list[int], drawn: Flags) -> tuple[Floats, Floats]:
    """People threatened and defended in each draw."""
    return _summed(all_, rows, drawn, "people")


def _summed(
    all_: Joint, rows: list[int], drawn: Flags, what: Literal["people", "area_m2"]
) -> tuple[Floats, Floats]:
    """People or area threatened and defended in each draw.

    Those of the coarse grid, moved by what the fine grid has more or less on average over its draws.
    """
    where, spread = all_.where, all_.spread
    fine, coarse = where.kind == CELL, spread.where.kind == CELL
    samples = np.array(all_.this.columns("sample"))
    flown = (all_.prints.status[rows] == Status.OK)[:, fine, None]
    on = all_.prints.on_curve[np.ix_(np.array(rows), np.flatnonzero(fine), samples)]
    here, there = getattr(where, what)[fine], getattr(spread.where, what)[coarse]
    first = slice(samples.size)
    nominal = spread.nominal[rows][:, coarse, first]
    reached = np.broadcast_to(spread.reached[rows][:, coarse, None], nominal.shape)
    finer = [here @ part for part in _against_all(np.broadcast_to(flown, on.shape), on & flown)]
    coarser = [there @ part for part in _against_all(reached, nominal)]
    more, more_safe = (float(np.mean(a - b)) for a, b in zip(finer, coarser, strict=True))
    now, safe = _against_all(spread.is_flown[rows][:, coarse], drawn[rows][:, coarse])
    whole = np.maximum(there @ now + more, 0.0)
    return whole, np.clip(there @ safe + more_safe, 0.0, whole)


def _share(threatened: Floats, defended: Floats) -> Floats:
    """Shares of the people threatened; draws that threaten nobody are left out."""
    some = threatened > 0.0
    return np.asarray(defended[some] / threatened[some])


def _quantiles(values: Floats) -> Quantiles:
    if not values.size:
        return Quantiles(p05=None, p50=None, p95=None)
    low, middle, high = (float(q) for q in np.quantile(values, _QUANTILES))
    return Quantiles(p05=low, p50=middle, p95=high)


def _told(threatened: Floats, defended: Floats, peaked: Floats) -> Sampled:
    return Sampled(
        samples=int(threatened.size),
        people=_quantiles(defended),
        share_of_people=_quantiles(_share(threatened, defended)),
        triangle_share=float(np.median(peaked)) if peaked.size else None,
    )


# ---------------------------------------------------------------------------------------------
# Places


def verdict(all_: Joint, place: int, rows: list[int]) -> Verdict | None:
    """What the draws say of a town or asset of the fine grid; nothing where no draw threatens it."""
    return verdict_of(all_.spread, _spot_of(all_, place), rows)


def verdict_of(spread: JointDraws, spot: int, rows: list[int]) -> Verdict | None:
    """What the draws say of one of their places; nothing where no draw threatens it."""
    flown, defended = spread.is_flown[rows, spot], spread.is_defended[rows, spot]
    threatened, safe = _against_all(flown, defended)
    count = int(threatened.sum())
    if not count:
        return None
    share = float(safe.sum() / count)
    word = word_of(share)
    if word != "hangs":
        return Verdict(word, share, count, "", float("nan"))
    # The launch point against which fewest draws defend it decides.
    worst = min(rows, key=lambda row: spread.is_defended[row, spot].sum())
    number = int(spread.hangs_on[worst, spot])
    name = spread.names[number] if number >= 0 else "several"
    return Verdict(word, share, count, name, float(spread.turns_at[worst, spot]))


def word_of(share: float) -> str:
    """Holds in at least nine of ten draws, fails in at most one of ten hold, else hangs."""
    return "holds" if share >= HOLDS_FROM else "fails" if share <= FAILS_TO else "hangs"


def _spot_of(all_: Joint, place: int) -> int:
    """A town or asset in the coarse places, which end with the same towns and assets."""
    return place - all_.where.kind.size + all_.spread.where.kind.size


def probabilities(all_: Joint) -> Floats:
    """The same against every launch point of each threat of the scenario: (threats, places)."""
    threats = [threat.id for threat in all_.this.scenario.threats]
    return np.stack([probability(all_, cases_of_threat(all_.this, name)) for name in threats])


def probability(all_: Joint, rows: list[int]) -> Floats:
    """Share of the draws in which each place of the fine grid is defended, NaN where never threatened."""
    spread, samples = all_.spread, all_.this.columns("sample")
    flown = (all_.prints.status[rows] == Status.OK)[:, :, None]
    on = all_.prints.on_curve[rows][:, :, samples]
    threatened, safe = _against_all(np.broadcast_to(flown, on.shape), on & flown)
    value = np.broadcast_to(spread.reached[rows][:, :, None], spread.nominal[rows].shape)
    _, was = _against_all(value, spread.nominal[rows])
    drawn, now = _against_all(spread.is_flown[rows], spread.is_defended[rows])
    with np.errstate(invalid="ignore"):
        own = now.sum(axis=1) / drawn.sum(axis=1)
    change = np.nan_to_num(own - was.mean(axis=1))
    out = np.clip(safe.mean(axis=1) + change[all_.nearest], 0.0, 1.0)
    out[~threatened.any(axis=1)] = np.nan
    spots = np.flatnonzero(all_.where.kind != CELL)
    out[spots] = [own[_spot_of(all_, int(spot))] for spot in spots]
    return np.asarray(out)
