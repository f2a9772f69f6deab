"""Tracks feed engagements: a shot waits until its track has settled, and a bad track has none."""

import math
from functools import cache
from typing import NamedTuple

import numpy as np
import pytest

from shieldmap import campaign, engagement, scenario, sensor, track
from shieldmap.campaign import Case, Judged, Study
from shieldmap.model import Assumptions, Constraint, Engagements, Event, Floats, Tracked
from shieldmap.terms import End

# A place 20 km south-east of the battery, where a Nodong from Hwangju is defended.
PLACE_RAD = np.radians([[35.9], [128.4]])
# Sigmas of the looks, far better and far worse than any gate of the catalogue.
FINE, POOR = (5.0, 1e-4, 1e-4), (500.0, 5e-2, 5e-2)


class Scene(NamedTuple):
    this: Study
    case: Case
    judged: Judged
    assumptions: Assumptions


@cache
def scene() -> Scene:
    whole = scenario.load("timing")
    this = campaign.study(whole)
    case = next(case for case in this.cases if case.table is not None)
    judged = campaign.judge(this, case, *PLACE_RAD)
    return Scene(this, case, judged, campaign.assumptions_of(this, case))


def engaged(
    tracked: Tracked | None = None, facing: list[int] | None = None, **changes: Floats
) -> Engagements:
    """The engagement with other columns; ``facing`` are those whose face the tracks are seen by."""
    here = scene()
    assumptions = here.assumptions._replace(**changes)
    tracker = campaign.tracker_of(here.this, here.assumptions)
    if facing is not None:
        tracker = tracker._replace(columns=np.array(facing, dtype=np.int64))
    return judged_by(tracker, assumptions, tracked)


def judged_by(
    tracker: engagement.Tracker, assumptions: Assumptions, tracked: Tracked | None = None
) -> Engagements:
    here = scene()
    defence = here.this.defence
    return engagement.engage(
        here.judged.trajectories,
        here.judged.flights.event_time_s[:, Event.BURNOUT],
        defence.radar,
        defence.sites,
        campaign.inventory_of(here.this),
        tracker,
        assumptions,
        defence.doctrine,
        tracked=tracked,
    )


def test_a_launch_waits_for_firm_track_reaction_and_commitment() -> None:
    value = scene().judged.engagements
    burnout = scene().judged.flights.event_time_s[0, Event.BURNOUT]
    assert value.is_defended[0, 0].all()
    # Five looks, a second apart, the first of them after burnout.
    assert value.firm_track_s[0] >= max(value.detected_s[0], burnout) + 4.0
    assert value.commit_s[0] >= value.firm_track_s[0]
    reaction = scene().assumptions.reaction_s[0]
    later = max(value.firm_track_s[0] + reaction, value.commit_s[0])
    assert value.launch_ready_s[0] == pytest.approx(later, abs=1e-9)


def test_a_constant_time_takes_the_place_of_the_track() -> None:
    count = scene().assumptions.track_s.size
    value = engaged(track_s=np.full(count, 25.0))
    assert value.firm_track_s[0] == pytest.approx(value.detected_s[0] + 25.0, abs=1e-9)
    assert math.isnan(value.margins[0, Constraint.TRACK_TOO_POOR])


def test_the_ends_settle_later_and_earlier() -> None:
    here = scene()
    columns = [here.this.columns(curve)[0] for curve in (End.BAD, End.VALUE, End.GOOD)]
    one = {name: getattr(here.assumptions, name).copy() for name in here.assumptions._fields}
    # The same view and search for all three, so that only the track's own numbers differ.
    for name, values in one.items():
        if name not in ("track_share", "track_s"):
            for column in columns:
                values[column] = values[columns[1]]
    tracker = campaign.tracker_of(here.this, here.assumptions)
    ready = []
    for end in (End.BAD, End.VALUE, End.GOOD):
        rules = getattr(tracker, end)
        judged = judged_by(tracker._replace(value=rules), Assumptions(**one))
        ready.append(judged.commit_s[0])
    low, value, high = ready
    assert high < value
    assert not low <= value  # later, or never


@pytest.mark.parametrize(("gate_m", "is_defended"), [(1e-3, False), (1e6, True)])
def test_a_track_that_never_settles_is_a_refused_shot(gate_m: float, is_defended: bool) -> None:
    here = scene()
    tracker = campaign.tracker_of(here.this, here.assumptions)
    rules = tracker.value._replace(commit_gate_m=gate_m)
    value = judged_by(tracker._replace(value=rules), here.assumptions)
    assert value.is_defended[0, 0].all() == is_defended
    assert math.isnan(value.commit_s[0]) == (not is_defended)
    if not is_defended:
        assert value.reason[0] == Constraint.TRACK_TOO_POOR
        assert value.margins[0, Constraint.TRACK_TOO_POOR] == -math.inf
        assert math.isnan(value.launch_ready_s[0])
        assert value.shots[0] == 0


def turned(boresight_deg: float, share: float) -> Floats:
    """The assumptions' columns with every sample looking one way, with one share of settling."""
    here = scene()
    columns = here.this.columns("sample")
    boresight, shares = here.assumptions.boresight_rad.copy(), here.assumptions.track_share.copy()
    boresight[columns], shares[columns] = math.radians(boresight_deg), share
    return np.array([boresight, shares])


@pytest.mark.parametrize("share", [-1.0, -0.2, 0.0, 0.3, 1.0])
def test_a_sample_that_looks_another_way_has_its_own_track(share: float) -> None:
    """The value, low and high ends look east and see it late; the samples look north.

    The errors of all tracks are those of a face that looks north, so that only the time at which the
    looks begin is different.
    """
    here = scene()
    boresight, shares = turned(340.0, share)
    samples = here.this.columns("sample")
    east = np.full_like(boresight, math.radians(100.0))
    east[samples] = boresight[samples]
    apart = engaged(facing=samples[:3], boresight_rad=east, track_share=shares)
    # Not before it comes down over the battery, when nothing fits any more.
    assert not apart.detected_s[0] < 300.0
    together = engaged(facing=samples[:3], boresight_rad=boresight, track_share=shares)
    one, other = apart.is_defended[0, samples], together.is_defended[0, samples]
    assert one.any()
    if share in {-1.0, 0.0, 1.0}:
        # At an end itself the track that it settles by is the end's own.
        assert np.array_equal(one, other)


def test_a_track_begins_after_burnout_whenever_it_was_detected() -> None:
    """Seen in boost by all: the time of firm track does not hang on when in boost."""
    here = scene()
    burnout = here.judged.flights.event_time_s[0, Event.BURNOUT]
    low = engaged(elevation_min_rad=np.full_like(here.assumptions.elevation_min_rad, 1e-3))
    assert low.detected_s[0] < burnout
    assert burnout + 4.0 <= low.firm_track_s[0] <= burnout + 5.0


def looks(sigma: tuple[float, float, float], swapped_from: int | None = None) -> track.Tracks:
    """A filter's track of the flight from its burnout on, one look a second.

    From the given look on, those of another body 10 km beside are taken for this one's.
    """
    here = scene()
    kept, radar = here.judged.trajectories, here.this.defence.radar
    burnout = int(here.judged.flights.event_time_s[0, Event.BURNOUT]) + 1
    n = int(kept.sample_count[0])
    position = kept.position_m[0, burnout:n].copy()
    face = sensor.face_of(radar)
    if swapped_from is not None:
        position[swapped_from:] += 10e3 * face.axes[0]
    state = np.concatenate(
        [position, kept.velocity_m_s[0, burnout:n], np.zeros((n - burnout, 1))], 1
    )
    seen = track.see(state, face)[0][:, :3]
    draw = np.random.default_rng(20151130)
    seen = seen + np.array(sigma) * draw.standard_normal(seen.shape)
    sigmas = np.broadcast_to(np.array(sigma), seen.shape)
    return track.filter_batch(seen[None], sigmas[None].copy(), kept.time_s[burnout:n], face)


def as_filtered(tracks: track.Tracks) -> Engagements:
    """The engagement of a flight whose track is what a filter said of it."""
    here = scene()
    value = here.judged.engagements
    burnout = int(here.judged.flights.event_time_s[0, Event.BURNOUT]) + 1
    times = here.judged.trajectories.time_s[burnout : burnout + tracks.state.shape[1]]
    firm, commit = track.firm_and_commit(
        tracks, times, float(value.earliest_intercept_s[0]), track.Gates(5, 1e3, 2e3)
    )
    return engaged(Tracked(firm, commit))


def test_a_well_tracked_flight_is_defended_as_before() -> None:
    tracks = looks(FINE)
    assert tracks.status[0] == track.TrackStatus.OK
    value = as_filtered(tracks)
    assert value.is_defended[0, 0].all()
    # Five looks from the second after burnout on, and a look or two for the rest of a second.
    burnout = scene().judged.flights.event_time_s[0, Event.BURNOUT]
    assert burnout + 4.0 <= value.firm_track_s[0] <= burnout + 7.0


def test_a_mistracked_object_is_a_refused_shot_with_its_reason() -> None:
    """Fire control reads sensor data only: the flight is the same, its track is another's."""
    tracks = looks(FINE, swapped_from=40)
    assert tracks.status[0] == track.TrackStatus.INCONSISTENT
    value = as_filtered(tracks)
    assert not value.is_defended[0].any()
    assert value.shots[0] == 0
    assert value.reason[0] == Constraint.TRACK_TOO_POOR
    assert value.failed_bits[0] & (1 << Constraint.TRACK_TOO_POOR)
    # The target itself was visible, detected and within reach all the same.
    before = scene().judged.engagements
    assert value.detected_s[0] == before.detected_s[0]
    assert value.margins[0, Constraint.OUT_OF_REACH] == before.margins[0, Constraint.OUT_OF_REACH]


def test_a_poor_track_is_a_refused_shot() -> None:
    tracks = looks(POOR)
    value = as_filtered(tracks)
    assert not value.is_defended[0].any()
    assert value.reason[0] == Constraint.TRACK_TOO_POOR
