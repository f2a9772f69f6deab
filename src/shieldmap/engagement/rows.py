"""One flight made ready to be judged: how the radar sees it and when its track settles.

Arguments of the kernels: ``flights``, ``radar``, ``sites`` and ``earth`` are those of the model,
``assumptions`` records of :data:`VARIANT`, ``tracking`` is a :class:`TrackInputs`; ``samples`` and ``variants`` are counts.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap.engagement.geometry import (
    BLOCKS,
    GEOMETRY,
    Widest,
    block_count,
    blocks_of_flight,
    blocks_of_site,
    blocks_of_view,
    flown_past,
    reached_from,
    seen_by_radar,
    widest_of,
)
from shieldmap.engagement.settling import (
    ENDS,
    RULES,
    Tracker,
    fill_given,
    fill_settled,
    knot_count,
    meeting_s,
)
from shieldmap.engagement.views import LOOKS, fill_looks
from shieldmap.engagement.windows import WINDOW
from shieldmap.kernels import njit
from shieldmap.model import (
    Assumptions,
    Earth,
    Floats,
    LaunchSites,
    Radar,
    Tracked,
    Trajectories,
)
from shieldmap.sensor import face_axes
from shieldmap.track import SampledFlight, SettlingWork, new_settling_work

Variants = np.ndarray[Any, Any]

VARIANT: Final = np.dtype(
    [(name, np.float64) for name in Assumptions._fields]
    + [
        (name, np.float64)
        for name in (
            "east",
            "north",
            "up",
            "scan_cosine",
            "scan_sine",
            "facing_east",
            "facing_north",
        )
    ]
)
"""One variant of the assumptions as a record, with directions: the radar's face, the launchers.

Kernels are handed a record, which is one pointer: with 26 arrays a call costs more than what it does.
"""


def variants_of(assumptions: Assumptions) -> Variants:
    """The variants of the assumptions as records (m,)."""
    out = np.empty(assumptions.floor_m.size, VARIANT)
    for name, column in assumptions._asdict().items():
        out[name] = column
    level = np.cos(assumptions.tilt_rad)
    out["east"] = level * np.sin(assumptions.boresight_rad)
    out["north"] = level * np.cos(assumptions.boresight_rad)
    out["up"] = np.sin(assumptions.tilt_rad)
    out["scan_cosine"] = np.cos(assumptions.scan_max_rad)
    out["scan_sine"] = np.sin(assumptions.scan_max_rad)
    out["facing_east"] = np.sin(assumptions.facing_rad)
    out["facing_north"] = np.cos(assumptions.facing_rad)
    return out


class TrackInputs(NamedTuple):
    """How n flights are tracked, without a record inside.

    ``burnout_s`` is (n,); ``tracked_s`` (n, 2) are firm track and commitment where a filter has said
    them, and without rows where tracks settle along the flight; ``rules`` (3,) are those of the :class:`Tracker`, ``face_axes`` (3, 3, 3) the rows of the radar's face at each of its
    ends.
    """

    burnout_s: Floats
    tracked_s: Floats
    rules: np.ndarray[Any, Any]
    face_axes: Floats


class Batch(NamedTuple):
    """What n flights are judged by."""

    flights: Trajectories
    every_s: float
    radar: Radar
    tracking: TrackInputs
    sites: LaunchSites
    assumptions: Variants
    widest: Widest
    earth: Earth


class FlightRow(NamedTuple):
    """Scratch of one flight under m variants: its geometry, passes, settled tracks and a window.

    Shapes: ``g`` (18, samples), ``blocks`` (15, blocks), ``wanted`` (m,), ``looks`` (m, passes, 3),
    ``knots`` (3, knots, 2), ``settled`` (m, passes, 2), and ``window`` (5,).
    """

    g: Floats
    blocks: Floats
    wanted: NDArray[np.bool_]
    looks: Floats
    knots: Floats
    settled: Floats
    window: Floats
    settling: SettlingWork


def tracking_of(
    burnout_s: Floats,
    radar: Radar,
    assumptions: Assumptions,
    tracker: Tracker,
    tracked: Tracked | None = None,
) -> TrackInputs:
    """Inputs of :func:`shieldmap.engagement.engage` as the kernels take them."""
    rules = np.array([tracker.value, tracker.bad, tracker.good], dtype=RULES)
    faces = [
        face_axes(radar.axes, assumptions.boresight_rad[v], assumptions.tilt_rad[v])
        for v in tracker.columns
    ]
    return TrackInputs(
        np.ascontiguousarray(burnout_s),
        np.empty((0, 2)) if tracked is None else np.stack(tracked, axis=1),
        rules,
        np.ascontiguousarray(faces),
    )


@njit(_nrt=False, forceinline=True)
def batch_of(flights, radar, tracking, sites, assumptions, earth):
    """The records together; made inside a parallel loop, which takes none that hold others."""
    every_s = flights.time_s[1] - flights.time_s[0]
    widest = widest_of(assumptions)
    return Batch(flights, every_s, radar, tracking, sites, assumptions, widest, earth)


@njit()
def new_row(samples, variants, every_s):
    """Scratch of one flight, given two counts and the time between samples."""
    return FlightRow(
        np.empty((GEOMETRY, samples)),
        np.empty((BLOCKS, block_count(samples))),
        np.ones(variants, np.bool_),
        np.empty((variants, LOOKS, 3)),
        np.empty((ENDS, knot_count(samples, every_s), 2)),
        np.empty((variants, LOOKS, 2)),
        np.empty(WINDOW),
        new_settling_work(),
    )


@njit(_nrt=False)
def fly_row(batch, i, row):
    """Fill altitude and speed of ``row`` for flight ``i``, which all else is told of after."""
    flown_past(batch.flights.position_m[i], batch.flights.velocity_m_s[i], batch.earth, row.g)
    blocks_of_flight(row.g, row.blocks)


@njit(_nrt=False)
def see_row(batch, i, row):
    """Fill the geometry of ``row`` from the radar for flight ``i``."""
    seen_by_radar(batch.flights.position_m[i], batch.radar, row.g)
    blocks_of_view(row.g, row.blocks)


@njit(_nrt=False)
def reach_row(batch, i, k, is_told, row):
    """Fill the geometry of ``row`` from launcher site ``k`` for flight ``i``.

    ``is_told`` says whether margins are told of.
    """
    position, a_m = batch.flights.position_m[i], batch.earth.semi_major_axis_m
    reached_from(position, batch.sites, k, batch.widest, a_m, is_told, row.g)
    blocks_of_site(row.g, row.blocks)


@njit(_nrt=False)
def track_row(batch, i, row):
    """Fill the passes and settled tracks of flight ``i``, which is seen, for the wanted variants."""
    position = batch.flights.position_m[i]
    fill_looks(row.g, row.blocks, batch.every_s, batch.assumptions, row.wanted, row.looks)
    if batch.tracking.tracked_s.shape[0] > 0:
        fill_given(batch.tracking.tracked_s[i], row.looks, row.settled)
        return
    launchers_m = batch.sites.position_m
    meet_s = meeting_s(position, row.g, batch.every_s, launchers_m, batch.assumptions[0])
    sampled = SampledFlight(position, row.g.shape[1], batch.every_s)
    fill_settled(sampled, meet_s, batch.tracking.burnout_s[i], batch, row)
