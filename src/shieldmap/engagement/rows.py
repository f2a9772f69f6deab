"""One flight made ready to be judged: how the radar sees it and when its track settles.

Arguments of the kernels: ``flights``, ``radar``, ``sites``, ``assumptions`` and ``earth`` are those
of the model, ``tracking`` is a :class:`TrackInputs`; ``samples`` and ``variants`` are counts.
"""

from typing import Any, NamedTuple

import numpy as np

from shieldmap.engagement.geometry import GEOMETRY, seen_by_radar
from shieldmap.engagement.settling import ENDS, RULES, Tracker, fill_given, fill_settled, meeting_s
from shieldmap.engagement.views import LOOKS, fill_looks
from shieldmap.engagement.windows import WINDOW
from shieldmap.kernels import njit
from shieldmap.model import (
    Assumptions,
    Earth,
    Floats,
    Ints,
    LaunchSites,
    Radar,
    Tracked,
    Trajectories,
)
from shieldmap.sensor import face_of
from shieldmap.track import SampledFlight, SettlingWork, new_settling_work


class TrackInputs(NamedTuple):
    """How n flights are tracked, without a record inside.

    ``burnout_s`` is (n,); ``tracked_s`` (n, 2) are firm track and commitment where a filter has said
    them, and without rows where tracks settle along the flight; ``columns`` (3,) and ``rules`` (3,)
    are those of the :class:`Tracker`, ``face_axes`` (3, 3) the rows of the radar's face.
    """

    burnout_s: Floats
    tracked_s: Floats
    columns: Ints
    rules: np.ndarray[Any, Any]
    face_axes: Floats


class Batch(NamedTuple):
    """What n flights are judged by."""

    flights: Trajectories
    every_s: float
    radar: Radar
    tracking: TrackInputs
    sites: LaunchSites
    assumptions: Assumptions
    earth: Earth


class FlightRow(NamedTuple):
    """Scratch of one flight under m variants: its geometry, passes, settled tracks and a window.

    Shapes: ``g`` (samples, 10), ``looks`` (m, passes, 3), ``ends`` (4, passes, 3), ``settled``
    (m, passes, 2), ``window`` (5,) and ``seen`` (3,), the pass that a window belongs to.
    """

    g: Floats
    looks: Floats
    ends: Floats
    settled: Floats
    window: Floats
    seen: Floats
    settling: SettlingWork


def tracking_of(
    burnout_s: Floats, radar: Radar, tracker: Tracker, tracked: Tracked | None = None
) -> TrackInputs:
    """Inputs of :func:`shieldmap.engagement.engage` as the kernels take them."""
    rules = np.array([tracker.value, tracker.bad, tracker.good], dtype=RULES)
    return TrackInputs(
        np.ascontiguousarray(burnout_s),
        np.empty((0, 2)) if tracked is None else np.stack(tracked, axis=1),
        tracker.columns,
        rules,
        face_of(radar).axes,
    )


@njit(_nrt=False, forceinline=True)
def batch_of(flights, radar, tracking, sites, assumptions, earth):
    """The records together; made inside a parallel loop, which takes none that hold others."""
    every_s = flights.time_s[1] - flights.time_s[0]
    return Batch(flights, every_s, radar, tracking, sites, assumptions, earth)


@njit()
def new_row(samples, variants):
    """Scratch of one flight, given two counts."""
    return FlightRow(
        np.empty((samples, GEOMETRY)),
        np.empty((variants, LOOKS, 3)),
        np.empty((ENDS + 1, LOOKS, 3)),
        np.empty((variants, LOOKS, 2)),
        np.empty(WINDOW),
        np.empty(3),
        new_settling_work(),
    )


@njit(_nrt=False)
def prepare_row(batch, i, row):
    """Fill ``row`` for flight ``i``: geometry from the radar, passes and settled tracks."""
    position, velocity = batch.flights.position_m[i], batch.flights.velocity_m_s[i]
    seen_by_radar(position, velocity, batch.radar, batch.earth, row.g)
    fill_looks(row.g, batch.every_s, batch.radar, batch.assumptions, row.looks)
    if batch.tracking.tracked_s.shape[0] > 0:
        fill_given(batch.tracking.tracked_s[i], row.looks, row.settled)
        return
    first_m, a = batch.sites.position_m[0], batch.assumptions
    meet_s = meeting_s(position, row.g, batch.every_s, first_m, a)
    sampled = SampledFlight(position, row.g.shape[0], batch.every_s)
    fill_settled(sampled, batch.tracking.burnout_s[i], meet_s, batch, row)
