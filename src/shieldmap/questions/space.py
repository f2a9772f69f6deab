"""Space security: what an intercept leaves behind, and how far below the satellites it happens.

Fragments of three intercepts of the raid, the lowest, the middle and the highest that fit, are drawn
from a published breakup model (:mod:`shieldmap.fragments`) and flown as free bodies.
"""

import math
from typing import Final

import numpy as np

from shieldmap import campaign, earth, fragments, interceptor
from shieldmap.campaign import Prepared, Progress
from shieldmap.campaign.raids import MAIN
from shieldmap.fragments import Body
from shieldmap.model import Floats, Status
from shieldmap.questions.raid import share_of
from shieldmap.questions.timelines import Fan
from shieldmap.results.questions import (
    BrokenUp,
    CeilingEnds,
    HighestPieces,
    LatestPiece,
    LowSatellite,
    PiecesFrom,
    ShareAbove,
    SpaceSecurity,
)
from shieldmap.words import english

SATELLITES: Final = (
    ("slats", 167.4e3, "slats-jaxa-2019"),
    ("goce", 224e3, "esa-goce-2015"),
    ("tiangong", 340e3, "tiangong-orbit"),
    ("iss", 400e3, "iss-orbit-2023"),
    ("starlink", 480e3, "starlink-480-2026"),
)
"""Satellites that fly low, with the altitude and the source."""

SIZES_M: Final = (0.01, 0.05, 0.10)
LEAST_M: Final = 0.01
GREATEST_M: Final = 1.0
_SAMPLES: Final = 500
_SEED: Final = 20151130
_SPACE_M: Final = 100e3


def space_security(prepared: Prepared, progress: Progress | None = None) -> SpaceSecurity:
    """Fragments of three intercepts, and the interceptor's ceiling below the satellites."""
    main = next(b for b in prepared.batteries if b.id == MAIN)
    envelope = main.entry.envelope
    cases = []
    found = _intercepts(prepared)
    fan = campaign.fan_of(main.entry)
    for number, (name, path, entry) in enumerate(found):
        if progress is not None:
            progress(english("doing_fragments"), number, len(found))
        told = english(f"questions_intercept_{name}")
        cases.append(_one(prepared, fan, path, entry, told, seed=_SEED + number))
    ceiling = envelope.ceiling
    return SpaceSecurity(
        ceiling_m=CeilingEnds(
            value=ceiling.si, low=ceiling.low_si, high=ceiling.high_si, source=ceiling.source
        ),
        satellites=tuple(
            LowSatellite(
                name=english(f"questions_satellite_{name}"),
                altitude_m=altitude,
                source=source,
                above_ceiling_m=altitude - ceiling.si,
            )
            for name, altitude, source in SATELLITES
        ),
        intercepts=tuple(cases),
        samples=_SAMPLES,
        least_length_m=LEAST_M,
        sources=("johnson2001", "esa-breakup", "cimmino2021", "krisko2011"),
        limits=english("questions_limits_space"),
    )


def _intercepts(prepared: Prepared) -> list[tuple[str, int, tuple[float, float, float]]]:
    """The lowest, the middle and the highest intercept by the battery: (name, path, entry)."""
    main = next(b for b in prepared.batteries if b.id == MAIN)
    table = prepared.opportunities[0]
    own = slice(main.first_site, main.first_site + 1)
    entries = [
        (
            float(table.altitude_m[path, own][0, k]),
            path,
            (float(table.launch_s[path, own][0, k]), float(table.intercept_s[path, own][0, k])),
        )
        for path in range(len(prepared.paths))
        for k in range(int(table.entry_count[path, own][0]))
    ]
    if not entries:
        return []
    entries.sort()
    middle = 0.5 * (entries[0][0] + entries[-1][0])
    nearest = min(entries, key=lambda entry: abs(entry[0] - middle))
    named = (("lowest", entries[0]), ("middle", nearest), ("highest", entries[-1]))
    return [(name, path, (*times, altitude)) for name, (altitude, path, times) in named]


def _one(
    prepared: Prepared,
    fan: Fan,
    row: int,
    entry: tuple[float, float, float],
    name: str,
    *,
    seed: int,
) -> BrokenUp:
    """Fragments of one intercept, flown."""
    main = next(b for b in prepared.batteries if b.id == MAIN)
    path = prepared.paths[row]
    case, flown = prepared.cases[path.case], prepared.flown[path.case]
    _, hit_s, altitude_m = entry
    n = int(flown.sample_count[path.row])
    at = np.array(
        [np.interp(hit_s, flown.time_s[:n], flown.position_m[path.row, :n, k]) for k in range(3)]
    )
    velocity = np.array(
        [np.interp(hit_s, flown.time_s[:n], flown.velocity_m_s[path.row, :n, k]) for k in range(3)]
    )
    missile = prepared.scenario.catalogue.missile(case.missile_id)
    # A body that does not separate comes down with its empty stages.
    dry_kg = float(case.missile.stage_dry_kg.sum()) if missile.body == "unitary" else 0.0
    target = Body(case.missile.payload_kg + dry_kg, velocity)
    hitter = Body(
        main.entry.interceptor.kill_vehicle_mass.si,
        _interceptor_velocity(main.study.defence.sites.position_m[0], fan, at),
    )
    draws = np.random.Generator(np.random.Philox(seed)).random((_SAMPLES, 6))
    draws = np.clip(draws, 1e-12, 1.0 - 1e-12)
    pieces = fragments.break_up(hitter, target, draws, LEAST_M, GREATEST_M)
    fates = fragments.fly_fragments(at, pieces)
    # Those that were not flown to their end say nothing.
    good = np.isin(fates.status, [Status.OK, Status.TIME_LIMIT])
    highest = fates.highest_altitude_m[good]
    in_space = fates.altitude_after_orbit_m[good] > _SPACE_M
    still_up = share_of(int(in_space.sum()), in_space.size)
    return BrokenUp(
        intercept=name,
        threat=case.threat_id,
        asset=path.asset,
        altitude_m=altitude_m,
        target_mass_kg=target.mass_kg,
        kill_vehicle_mass_kg=hitter.mass_kg,
        target_speed_m_s=float(np.linalg.norm(target.velocity_m_s)),
        closing_speed_m_s=fragments.closing_speed_m_s(hitter, target),
        energy_j_kg=fragments.specific_energy_j_kg(hitter, target),
        is_catastrophic=fragments.is_catastrophic(hitter, target),
        counts=_counts(fragments.broken_mass_kg(hitter, target)),
        flown=int(good.sum()),
        highest_m=_highest(highest),
        share_above=_shares_above(highest),
        below_100_km_s=_latest(fates.time_to_reentry_s[good]),
        in_space_after_orbit=still_up.share,
        in_space_after_orbit_interval=still_up.sampling_interval,
        orbit_s=fragments.ORBIT_S,
    )


def _interceptor_velocity(launcher_m: Floats, fan: Fan, point_m: Floats) -> Floats:
    """Velocity of an interceptor on its fastest way to a point, there."""
    here, there = earth.ecef_to_geodetic(launcher_m), earth.ecef_to_geodetic(point_m)
    ground, _, azimuth = earth.geodesic_inverse(*here[:2], *there[:2])
    along, climb = interceptor.arrival(fan, float(ground), float(there[2]))
    ahead = float(azimuth)
    level = along * np.array([math.sin(ahead), math.cos(ahead)])
    east_north_up = earth.east_north_up(float(there[0]), float(there[1]))
    return np.asarray(np.append(level, climb) @ east_north_up)


def _counts(mass_kg: float) -> tuple[PiecesFrom, ...]:
    """How many pieces of a broken mass are at least so long."""
    return tuple(
        PiecesFrom(length_m=size, fragments=fragments.expected_count(mass_kg, size))
        for size in SIZES_M
    )


def _highest(highest_m: Floats) -> HighestPieces:
    """How high the pieces rise: one half of them, 99 of 100, and all."""
    return HighestPieces(
        median=float(np.median(highest_m)),
        p99=float(np.quantile(highest_m, 0.99)),
        most=float(highest_m.max()),
    )


def _shares_above(highest_m: Floats) -> tuple[ShareAbove, ...]:
    """The share of the pieces that rise above each satellite."""
    return tuple(
        ShareAbove(
            name=english(f"questions_satellite_{name}"),
            altitude_m=altitude,
            **dict(share_of(int((highest_m > altitude).sum()), highest_m.size)),
        )
        for name, altitude, _ in SATELLITES
    )


def _latest(down_s: Floats) -> LatestPiece:
    """When 99 of 100 pieces are down, where that was flown."""
    down = np.where(np.isfinite(down_s), down_s, math.inf)
    latest = float(np.quantile(down, 0.99, method="higher"))
    return LatestPiece(p99=latest if math.isfinite(latest) else None)
