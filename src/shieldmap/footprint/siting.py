"""Where a battery would have to stand: candidate sites compared, and how few cover a share.

Question: what share of the people is defended from each site, which sites defend one named place, and
how many batteries are needed for a half, two thirds or nine tenths of the people?

Method: every missile is flown once to every place; a battery with its radar is then put on each site
and judged against all flights. The radar looks along the middle of the directions in which the
launch points lie. A place is covered by several batteries if against every launch point that reaches
it one of them defends it. The least number of batteries is found exactly (scipy's HiGHS) and by the
greedy rule, which takes the site that adds most people.

Limits: the ground is taken at the altitude of the site named, or of the relief; roads, towns and hills
are not asked; batteries do not run empty; the grid is coarse.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import earth, engagement, geodata, threat
from shieldmap.campaign import (
    ENDS_ONLY,
    Case,
    Study,
    assumptions_of,
    chunks,
    inventory_of,
    moved,
    tracker_of,
)
from shieldmap.footprint.area import Progress
from shieldmap.model import Event, Floats, Status
from shieldmap.scenario import LaunchPoint

Flags = NDArray[np.bool_]

_EVERY_S = 2.0
"""Time grid of the flights: coarser than that of a study, the coarsest that engagements take."""


class Site(NamedTuple):
    """A place on which a battery with its radar is put."""

    id: str
    name: str
    latitude_deg: float
    longitude_deg: float
    altitude_m: float
    boresight_deg: float


class Judgement(NamedTuple):
    """What is defended from each site.

    ``is_flown`` (case, place); ``is_defended`` (site, case, place, end) for the value, the low and
    the high end, by the headline doctrine.
    """

    is_flown: Flags
    is_defended: Flags


class Cover(NamedTuple):
    """Sites chosen, in the order chosen, and the share of the people that they cover."""

    sites: tuple[int, ...]
    share: float


def boresights_deg(
    latitude_deg: Floats, longitude_deg: Floats, launch_points: Sequence[LaunchPoint]
) -> Floats:
    """The middle of the directions in which the launch points lie, as seen from each site."""
    points = np.radians([(point.latitude_deg, point.longitude_deg) for point in launch_points])
    _, azimuth, _ = earth.geodesic_inverse(
        np.radians(latitude_deg)[:, None],
        np.radians(longitude_deg)[:, None],
        points[None, :, 0],
        points[None, :, 1],
    )
    ordered = np.sort(np.degrees(azimuth) % 360.0, axis=1)
    # The widest gap between neighbours lies outside; the middle of the rest is the boresight.
    gaps = np.diff(ordered, axis=1, append=ordered[:, :1] + 360.0)
    widest = np.argmax(gaps, axis=1)
    rows = np.arange(ordered.shape[0])
    first = ordered[rows, (widest + 1) % ordered.shape[1]]
    return np.asarray((first + 0.5 * (360.0 - gaps[rows, widest])) % 360.0)


def named_sites(this: Study) -> list[Site]:
    """The candidate sites of the scenario."""
    given = this.scenario.candidate_sites
    places = np.array([(s.latitude_deg, s.longitude_deg) for s in given]).reshape(-1, 2)
    looks = boresights_deg(places[:, 0], places[:, 1], this.scenario.launch_points)
    return [
        Site(s.id, s.name, s.latitude_deg, s.longitude_deg, s.altitude_m, float(look))
        for s, look in zip(given, looks, strict=True)
    ]


def coarse_spacing_m(this: Study, wanted_m: float, most: int) -> float:
    """The spacing of a coarse grid over a study's ground: wider where it is large, finer where it is
    too small for one cell.

    Parameters
    ----------
    most : about how many cells it may have.
    """
    ground = this.scenario.ground
    wide_m = max(wanted_m, 1e3 * math.ceil(1e-3 * math.sqrt(geodata.ground_area_m2(ground) / most)))
    if geodata.has_cells(ground, wide_m):
        return wide_m
    return geodata.fitting_spacing_m(ground, wide_m) or this.scenario.spacing_m


def grid_sites(this: Study, spacing_m: float) -> list[Site]:
    """A site in every cell of a coarse land grid, at the altitude of the relief."""
    cells = geodata.land_cells(this.scenario.ground, spacing_m)
    heights = np.maximum(geodata.relief_m(cells.latitude_deg, cells.longitude_deg), 0.0)
    looks = boresights_deg(cells.latitude_deg, cells.longitude_deg, this.scenario.launch_points)
    return [
        Site(
            f"cell-{k}",
            f"{latitude:.2f}, {longitude:.2f}",
            float(latitude),
            float(longitude),
            float(height) if math.isfinite(height) else 0.0,
            float(look),
        )
        for k, (latitude, longitude, height, look) in enumerate(
            zip(cells.latitude_deg, cells.longitude_deg, heights, looks, strict=True)
        )
    ]


def distances_m(sites: Sequence[Site], latitude_deg: float, longitude_deg: float) -> Floats:
    """How far each site is from a place."""
    places = np.radians([(site.latitude_deg, site.longitude_deg) for site in sites]).reshape(-1, 2)
    distance_m, _, _ = earth.geodesic_inverse(
        places[:, 0],
        places[:, 1],
        np.array(math.radians(latitude_deg)),
        np.array(math.radians(longitude_deg)),
    )
    return distance_m


def judge_sites(
    this: Study,
    sites: Sequence[Site],
    latitude_deg: Floats,
    longitude_deg: Floats,
    progress: Progress | None = None,
    *,
    keeps_radar: bool = False,
) -> Judgement:
    """Put the battery on each site and judge it at each place against every case.

    Parameters
    ----------
    this : a study judged at the values and both ends (``campaign.ENDS_ONLY``).
    keeps_radar : the radar stays where it is and only the launchers move.
    """
    n = latitude_deg.size
    flown = np.zeros((len(this.cases), n), dtype=np.bool_)
    defended = np.zeros((len(sites), len(this.cases), n, len(ENDS_ONLY)), dtype=np.bool_)
    studies = [
        moved(
            this,
            site.latitude_deg,
            site.longitude_deg,
            site.altitude_m,
            None if keeps_radar else site.boresight_deg,
        )
        for site in sites
    ]
    latitude, longitude = np.radians(latitude_deg), np.radians(longitude_deg)
    for number, case in enumerate(this.cases):
        if progress is not None:
            progress("comparing sites", number, len(this.cases))
        if case.table is None:
            continue
        for part in chunks(n):
            places = latitude[part].copy(), longitude[part].copy()
            flown[number, part], defended[:, number, part] = _judge(this, case, studies, *places)
    return Judgement(flown, defended)


def _judge(
    this: Study, case: Case, studies: Sequence[Study], latitude_rad: Floats, longitude_rad: Floats
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which places (n,) a case reaches, and which (sites, n, ends) each of the studies defends."""
    assumptions = assumptions_of(this, case)
    tracker = tracker_of(this, assumptions)
    assert case.table is not None
    aims, flights, sampled = threat.fly_to(
        case.missile, case.table, latitude_rad, longitude_rad, air=this.air, every_s=_EVERY_S
    )
    assert sampled is not None
    good = aims.status == Status.OK
    burnout_s = flights.event_time_s[:, Event.BURNOUT]
    defended = []
    for there in studies:
        battery, boresight = there.defence, there.defence.radar.boresight_rad
        own = assumptions._replace(boresight_rad=np.full(len(ENDS_ONLY), boresight))
        sites, stock = battery.sites, inventory_of(there)
        found = engagement.verdicts(sampled, burnout_s, battery.radar, sites, stock, tracker, own)
        defended.append(found[:, :, battery.doctrine] & good[:, None])
    return good, np.array(defended)


def covered(judgement: Judgement, cases: Sequence[int], sites: Sequence[int], end: int) -> Flags:
    """Places that the sites cover together: (places,).

    A place that no case reaches is not covered, because nothing threatens it.
    """
    rows = list(cases)
    flown = judgement.is_flown[rows]
    by_any = judgement.is_defended[..., end][list(sites)][:, rows].any(axis=0)
    return np.asarray((by_any | ~flown).all(axis=0) & flown.any(axis=0))


def greedy(
    judgement: Judgement, cases: Sequence[int], people: Floats, share: float, end: int = 0
) -> Cover:
    """Sites taken one by one, each the one that adds most people, until a share is covered.

    Where no site completes the cover of a place, the one that defends most people against most
    cases is taken. Ends early where nothing adds anything.
    """
    rows = list(cases)
    flown = judgement.is_flown[rows]
    fits = judgement.is_defended[..., end][:, rows] | ~flown
    threatened = flown.any(axis=0)
    whole = float(people[threatened].sum())
    done = ~flown
    chosen: list[int] = []

    def worth(state: Flags) -> tuple[float, float]:
        full = state.all(axis=0) & threatened
        return float(people[full].sum()), float((state & flown).sum(axis=0) @ people)

    while whole > 0.0 and worth(done)[0] < share * whole - 1e-9:
        gains = [worth(done | fits[k]) for k in range(fits.shape[0])]
        best = max(range(len(gains)), key=lambda k: (*gains[k], -k))
        if gains[best] == worth(done):
            break
        chosen.append(best)
        done = done | fits[best]
    return Cover(tuple(chosen), worth(done)[0] / whole if whole else math.nan)


def fewest(
    judgement: Judgement, cases: Sequence[int], people: Floats, share: float, end: int = 0
) -> Cover | None:
    """The least number of sites that cover a share of the people; nothing where none do.

    One unknown a site and one a place: a place counts if for every case that reaches it a chosen
    site defends it. Places that the same sites defend are counted as one.
    """
    rows = list(cases)
    flown = judgement.is_flown[rows]
    threatened = np.flatnonzero(flown.any(axis=0) & (people > 0.0))
    whole = float(people[threatened].sum())
    if whole == 0.0:
        return None
    fits = judgement.is_defended[..., end][:, rows]
    # Cells that look alike from every site are one unknown: a few hundred become a few dozen.
    keys = np.concatenate([fits.reshape(-1, fits.shape[2]), flown], axis=0)[:, threatened]
    _, group_of = np.unique(keys.T, axis=0, return_inverse=True)
    group_of = group_of.ravel()
    weight = np.bincount(group_of, people[threatened])
    first = [int(np.flatnonzero(group_of == g)[0]) for g in range(weight.size)]
    n = fits.shape[0]
    entries: list[tuple[int, int, float]] = []
    limits: list[float] = []
    for g, at in enumerate(first):
        place = threatened[at]
        for row in np.flatnonzero(flown[:, place]):
            entries.append((len(limits), n + g, 1.0))
            able = np.flatnonzero(fits[:, row, place])
            entries += [(len(limits), int(k), -1.0) for k in able]
            limits.append(0.0)
    entries += [(len(limits), n + g, -float(w) / whole) for g, w in enumerate(weight)]
    limits.append(-share + 1e-9)
    i, j, values = (np.array(part) for part in zip(*entries, strict=True))
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    matrix = coo_array((values, (i, j)), shape=(len(limits), n + weight.size)).tocsr()
    found = milp(
        np.concatenate([np.ones(n), np.zeros(weight.size)]),
        constraints=LinearConstraint(matrix, -np.inf, np.array(limits)),
        integrality=np.concatenate([np.ones(n), np.zeros(weight.size)]),
        bounds=Bounds(0.0, 1.0),
        options={"mip_rel_gap": 0.0},
    )
    if found.x is None:
        return None
    sites = tuple(int(k) for k in np.flatnonzero(found.x[:n] > 0.5))
    full = covered(judgement, cases, sites, end) if sites else np.zeros(people.size, np.bool_)
    return Cover(sites, float(people[full].sum()) / whole)
