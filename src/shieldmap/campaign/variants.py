"""The disputed numbers of a study under every variant: at their values, at an end, along a curve, drawn.

A draw takes every number at once from between its ends: evenly, or where the ends lie ten times or more
apart, evenly in the logarithm. It is coherent: the radar's face is not tilted so far that its view
cannot hold the launch areas any more, and its direction is one that holds them in that view.

The points are a scrambled Sobol sequence [owen1998], so that the first of them are a draw of their own:
an answer can begin with 32 and go on to 512.
"""

import math
from functools import cache
from typing import Final, Literal, NamedTuple

import numpy as np

from shieldmap import engagement, sensor, terms
from shieldmap.campaign.assumptions import AssumptionRow
from shieldmap.model import Floats
from shieldmap.scenario import DefenceRadar
from shieldmap.terms import End

SAMPLES: Final = 512
"""Joint draws of a study, a power of two so that the sequence is balanced."""

SEED: Final = 20151130

LAUNCH_AXIS: Final = -2
"""The axis of the draws that picks a launch point."""

TRACK: Final = "track_share"
"""The column of what decides how soon a track settles: those numbers move together."""

Shape = Literal["uniform", "triangle"]
"""How draws lie between the ends: evenly, or peaked at the value."""

Rival = Literal["", "wedge", "launcher-sector"]
"""Another published reading of the defence: the radar's view as a wedge of azimuth up to the zenith,
or the interceptor's reach in full only within 60 degrees of the launchers' direction."""

Numbers = dict[str, Floats]
"""A column (variants,) for every drawn number by its name in the terms, in SI, and for the track."""

_WIDE: Final = 10.0


class Variant(NamedTuple):
    """One column of the judged variants: ``curve`` is value, reach, reaction, chain, bad, good or
    sample; of a sample ``value`` is its number among the draws.
    """

    curve: str
    value: float


@cache
def points(count: int = SAMPLES) -> Floats:
    """Points of the draws (count, axes) between 0 and 1; the last axis is that of the track, the one before
    it that of the launch point."""
    from scipy.stats import qmc

    axes = max(term.axis or 0 for term in terms.drawn()) + 3
    drawn = qmc.Sobol(axes, scramble=True, rng=np.random.default_rng(SEED))
    return np.asarray(drawn.random_base2(math.ceil(math.log2(max(count, 2))))[:count])


def between(u: Floats, value: float, low: float, high: float, shape: Shape = "uniform") -> Floats:
    """Numbers at the points ``u`` (n,) between two ends, drawn evenly or peaked at the value."""
    if not high > low:
        return np.full(u.shape, value)
    if low > 0.0 and high >= _WIDE * low:
        return np.exp(between(u, math.log(max(value, low)), math.log(low), math.log(high), shape))
    if shape == "uniform":
        return low + u * (high - low)
    # The inverse of the triangle's distribution function, rising to the value and falling behind it.
    peak = (min(max(value, low), high) - low) / (high - low)
    up = low + (high - low) * np.sqrt(u * peak)
    down = high - (high - low) * np.sqrt((1.0 - u) * (1.0 - peak))
    return np.where(u < peak, up, down)


def turned(numbers: Floats, value: float, low: float, high: float) -> Floats:
    """How far numbers (n,) lie from their value towards the low (-1) or the high (1) end."""
    whole = np.where(numbers >= value, high - value, value - low)
    share = np.zeros(numbers.size)
    np.divide(numbers - value, whole, out=share, where=whole > 0.0)
    return share.clip(-1.0, 1.0)


def numbers_of(
    variants: tuple[Variant, ...],
    rows: tuple[AssumptionRow, ...],
    radar: DefenceRadar,
    shape: Shape = "uniform",
) -> Numbers:
    """The columns of every variant.

    Parameters
    ----------
    rows : the numbers with their ends, those of the missile among them.
    radar : whose direction is drawn so that it holds the launch areas.
    """
    by_name = {row.name: row for row in rows}
    count = len(variants)
    out = {row.name: np.full(count, row.value) for row in rows}
    out[TRACK] = np.zeros(count)
    for column, variant in enumerate(variants):
        if variant.curve in (End.BAD, End.GOOD):
            for term in terms.drawn():
                if term.name in by_name:
                    out[term.name][column] = by_name[term.name].at(End(variant.curve))
            out[TRACK][column] = -1.0 if variant.curve == End.BAD else 1.0
        elif variant.curve in out:
            out[variant.curve][column] = variant.value
    columns = [i for i, variant in enumerate(variants) if variant.curve == "sample"]
    if columns:
        wanted = np.array([int(variants[i].value) for i in columns])
        drawn = drawn_numbers(
            points(max(SAMPLES, int(wanted.max()) + 1))[wanted], rows, radar, shape
        )
        for name, values in drawn.items():
            out[name][columns] = values
    return out


def drawn_numbers(
    u: Floats, rows: tuple[AssumptionRow, ...], radar: DefenceRadar, shape: Shape = "uniform"
) -> Numbers:
    """The numbers of draws at the points ``u`` (n, axes), coherent with each other."""
    by_name = {row.name: row for row in rows}
    out = {
        term.name: between(
            u[:, term.axis or 0],
            by_name[term.name].value,
            by_name[term.name].low,
            by_name[term.name].high,
            shape,
        )
        for term in terms.drawn()
        if term.name in by_name
    }
    share = between(u[:, -1], 0.0, -1.0, 1.0, shape)
    out[TRACK] = share
    _look_together(u, out, by_name, radar)
    return out


def _look_together(
    u: Floats, drawn: Numbers, by_name: dict[str, AssumptionRow], radar: DefenceRadar
) -> None:
    """Tilt and direction of each draw, so that its view holds the launch areas where one can."""
    held = radar.watched_span_deg
    if held is None:
        return
    west, east = math.radians(held[0]), math.radians(held[1])
    across = 0.5 * (east - west)
    axis = terms.ASSUMPTIONS["boresight"].axis or 0
    for n in range(u.shape[0]):
        lowest = float(drawn["elevation_min"][n])
        if "scan_max" in drawn:
            scan = float(drawn["scan_max"][n])
            steepest = sensor.steepest_tilt(across, lowest, scan)
            row = by_name["tilt"]
            if steepest == steepest and row.low < row.high and row.high > steepest:
                tilts = row.value, row.low, max(steepest, row.low)
                at = terms.ASSUMPTIONS["tilt"].axis or 0
                drawn["tilt"][n] = between(u[n : n + 1, at], *tilts)[0]
            half = sensor.half_width(lowest, float(drawn["tilt"][n]), scan)
        else:
            half = 0.5 * float(drawn["sector"][n])
        drawn["boresight"][n] = _direction(u[n, axis], west, east, half)
    if "facing" in drawn:
        axis = terms.ASSUMPTIONS["facing"].axis or 0
        for n in range(u.shape[0]):
            drawn["facing"][n] = _direction(u[n, axis], west, east, engagement.AHEAD_RAD)


def _direction(u: float, west: float, east: float, half: float) -> float:
    """A direction from which a view of some half width holds a sector, or the sector's middle."""
    first, last = east - half, west + half
    if last < first:
        return 0.5 * (west + east)
    return float(first + u * (last - first))
