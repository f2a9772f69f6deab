"""How the track module behaves: statuses, bad rows, masks, shapes, threads and chunks.

Whether its numbers are right is tested in ``tests/laws/test_track.py`` and against Stone Soup.
"""

import math
from typing import Any

import numba
import numpy as np
import pytest

from shieldmap import earth, sensor, track
from shieldmap.model import Face, Floats
from tests.laws.test_track import (
    AIR,
    BIAS,
    BIASED,
    PLAIN,
    looks_at,
    rules,
    scene,
    truths,
)

ROWS = 12
STEPS = 60


def looks(rows: int = ROWS, steps: int = STEPS) -> tuple[Floats, Floats, Floats]:
    """Looks (n, k, 3), their standard deviations and their times."""
    here = scene()
    seen, sigmas, _ = looks_at(truths()[:rows, :steps], here.face, 99)
    return seen, sigmas, here.time_s[:steps]


def filtered(seen: Floats, sigmas: Floats, time_s: Floats, **options: Any) -> track.Tracks:
    here = scene()
    return track.filter_batch(seen, sigmas, time_s, here.face, air=AIR, **options)


def assert_same(ours: track.Tracks, theirs: track.Tracks, rows: Any = slice(None)) -> None:
    for name in ours._fields:
        a, b = getattr(ours, name)[rows], getattr(theirs, name)[rows]
        assert np.array_equal(a, b, equal_nan=a.dtype.kind == "f"), name


def test_every_status_has_a_sentence() -> None:
    assert set(track.TRACK_STATUS_TEXT) == set(track.TrackStatus)
    assert len(set(track.TRACK_STATUS_TEXT.values())) == len(track.TrackStatus)


def test_tracks_start_at_the_second_look() -> None:
    tracks = filtered(*looks())
    assert np.all(tracks.status == track.TrackStatus.OK)
    assert np.all(np.isnan(tracks.state[:, 0]))
    assert np.all(np.isfinite(tracks.state[:, 1:]))
    assert np.all(np.isfinite(tracks.covariance[:, 1:]))
    assert np.all(np.isnan(tracks.innovation[:, :2]))
    assert np.all(np.isfinite(tracks.innovation[:, 2:]))
    assert np.all(tracks.looks == STEPS)
    assert np.all(np.isnan(tracks.inconsistent_s))
    assert np.array_equal(tracks.last_state, tracks.state[:, -1])
    assert np.array_equal(tracks.last_covariance, tracks.covariance[:, -1])
    assert np.array_equal(tracks.last_cross, tracks.cross[:, -1])


def test_the_history_need_not_be_kept() -> None:
    kept, last = filtered(*looks()), filtered(*looks(), is_history_kept=False)
    assert last.state.shape == (ROWS, 0, 7)
    assert last.covariance.shape == (ROWS, 0, 7, 7)
    for name in ("last_state", "last_covariance", "last_cross", "innovation", "looks", "status"):
        assert np.array_equal(getattr(kept, name), getattr(last, name), equal_nan=True), name


def test_looks_before_burnout_are_ignored() -> None:
    seen, sigmas, time_s = looks()
    wild = seen.copy()
    wild[:, :7] += 1000.0
    late = filtered(wild, sigmas, time_s, burnout_s=7.0)
    assert np.all(late.status == track.TrackStatus.OK)
    assert np.all(np.isnan(late.state[:, :8]))
    assert np.all(late.looks == STEPS - 7)
    cut = filtered(seen[:, 7:].copy(), sigmas[:, 7:].copy(), time_s[7:])
    assert np.array_equal(late.state[:, 7:], cut.state, equal_nan=True)
    # One burnout a track; one that never burns out is never tracked.
    each = np.full(ROWS, 7.0)
    each[3] = math.inf
    some = filtered(wild, sigmas, time_s, burnout_s=each)
    assert some.status[3] == track.TrackStatus.NOT_STARTED
    assert_same(some, late, [i for i in range(ROWS) if i != 3])


def test_missed_looks_are_bridged() -> None:
    seen, sigmas, time_s = looks()
    valid = np.ones(seen.shape[:2], dtype=bool)
    valid[:, 20:30] = False
    holes = np.where(valid[..., None], seen, np.nan)
    tracks = filtered(holes, sigmas, time_s, is_valid=valid)
    assert np.all(tracks.status == track.TrackStatus.OK)
    assert np.all(np.isnan(tracks.innovation[:, 20:30]))
    assert np.all(tracks.looks == STEPS - 10)
    size = np.trace(tracks.covariance[:, :, :3, :3], axis1=2, axis2=3)
    assert np.all(np.diff(size[:, 19:30], axis=1) > 0.0)
    assert np.all(size[:, 30] < size[:, 29])
    # The gap is where a prediction from before it says.
    ahead, covariance, _ = track.predict(
        tracks.state[:, 19], tracks.covariance[:, 19], tracks.cross[:, 19], 10.0, air=AIR
    )
    # The filter adds its second-order terms, some centimetres here, step by step.
    assert np.allclose(ahead[:, :3], tracks.state[:, 29, :3], atol=1.0)
    assert np.allclose(np.trace(covariance[:, :3, :3], axis1=1, axis2=2), size[:, 29], rtol=0.02)


def test_too_few_looks_make_no_track() -> None:
    seen, sigmas, time_s = looks()
    valid = np.zeros(seen.shape[:2], dtype=bool)
    valid[1:, 5] = True
    valid[2:, 9] = True
    tracks = filtered(seen, sigmas, time_s, is_valid=valid)
    assert np.all(tracks.status[:2] == track.TrackStatus.NOT_STARTED)
    assert np.all(np.isnan(tracks.last_state[:2]))
    assert tracks.looks[:3].tolist() == [0, 1, 2]
    assert np.all(tracks.status[2:] == track.TrackStatus.OK)
    assert np.all(np.isfinite(tracks.state[2:, 9:]))


@pytest.mark.parametrize(
    ("which", "place", "value"),
    [
        ("look", (4, 30, 1), np.nan),
        ("look", (4, 30, 0), np.inf),
        ("sigma", (4, 0, 2), 0.0),
        ("sigma", (4, 59, 2), -1.0),
        ("sigma", (4, 10, 0), np.nan),
    ],
)
def test_a_bad_row_is_nan_and_touches_no_other(
    which: str, place: tuple[int, int, int], value: float
) -> None:
    seen, sigmas, time_s = looks()
    good = filtered(seen, sigmas, time_s)
    (seen if which == "look" else sigmas)[place] = value
    tracks = filtered(seen, sigmas, time_s)
    assert tracks.status[4] == track.TrackStatus.BAD_INPUT
    for name in ("state", "covariance", "cross", "last_state", "last_covariance", "innovation"):
        assert np.all(np.isnan(getattr(tracks, name)[4])), name
    assert_same(tracks, good, [i for i in range(ROWS) if i != 4])


def test_bad_times_and_burnouts_are_bad_rows() -> None:
    seen, sigmas, time_s = looks()
    times = np.repeat(time_s[None], ROWS, axis=0)
    good = filtered(seen, sigmas, times)
    assert_same(good, filtered(seen, sigmas, time_s))
    times[2, 30] = times[2, 29]
    times[5, 3] = np.nan
    burnout = np.full(ROWS, -math.inf)
    burnout[7] = np.nan
    tracks = filtered(seen, sigmas, times, burnout_s=burnout)
    bad = [2, 5, 7]
    assert np.all(tracks.status[bad] == track.TrackStatus.BAD_INPUT)
    assert np.all(np.isnan(tracks.last_state[bad]))
    assert_same(tracks, good, [i for i in range(ROWS) if i not in bad])


def test_a_track_without_meaning_is_broken() -> None:
    seen, sigmas, time_s = looks()
    seen[1, 1, 0] = 1e300
    tracks = filtered(seen, sigmas, time_s)
    assert tracks.status[1] == track.TrackStatus.BROKEN
    assert np.all(np.isnan(tracks.last_state[1]))
    assert np.all(tracks.status[2:] == track.TrackStatus.OK)


def test_a_swapped_object_is_a_refused_shot_with_its_reason() -> None:
    seen, sigmas, time_s = looks()
    seen[6, 30:, 1] += 0.02  # another object, some 10 km beside
    tracks = filtered(seen, sigmas, time_s)
    assert tracks.status[6] == track.TrackStatus.INCONSISTENT
    assert "do not fit one ballistic body" in track.TRACK_STATUS_TEXT[int(tracks.status[6])]
    assert 30.0 <= tracks.inconsistent_s[6] <= 35.0
    firm, commit = track.firm_and_commit(tracks, time_s, 200.0, track.Gates(5, 1e4, 1e5), air=AIR)
    others = [i for i in range(ROWS) if i != 6]
    assert np.isnan(firm[6])
    assert np.isnan(commit[6])
    assert np.all(firm[others] == 4.0)  # the fifth look
    assert np.all(commit[others] >= firm[others])


def test_firm_and_commit_wait_for_their_gates() -> None:
    tracks, time_s = filtered(*looks()), looks()[2]
    wide, _ = track.firm_and_commit(tracks, time_s, 200.0, track.Gates(8, 1e4, 1e5), air=AIR)
    assert np.all(wide == 7.0)
    firm, commit = track.firm_and_commit(tracks, time_s, 200.0, track.Gates(5, 1e4, 1e-3), air=AIR)
    assert np.all(np.isfinite(firm))
    assert np.all(np.isnan(commit))
    firm, commit = track.firm_and_commit(tracks, time_s, 200.0, track.Gates(5, 1e-3, 1e9), air=AIR)
    assert np.all(np.isnan(firm))
    assert np.all(np.isnan(commit))
    # A target that is in reach already is judged by where it is.
    firm, commit = track.firm_and_commit(tracks, time_s, 0.0, track.Gates(5, 300.0, 300.0), air=AIR)
    assert np.array_equal(firm, commit)
    with pytest.raises(ValueError, match="history"):
        track.firm_and_commit(
            filtered(*looks(), is_history_kept=False), time_s, 200.0, track.Gates(5, 1.0, 1.0)
        )


@pytest.mark.parametrize("prior", [PLAIN, BIASED], ids=["plain", "biased"])
def test_bits_do_not_depend_on_threads_or_chunks(prior: track.Prior) -> None:
    seen, sigmas, time_s = looks()
    whole = filtered(seen, sigmas, time_s, prior=prior)
    threads = numba.get_num_threads()
    try:
        numba.set_num_threads(1)
        assert_same(filtered(seen, sigmas, time_s, prior=prior), whole)
    finally:
        numba.set_num_threads(threads)
    for i in range(0, ROWS, 5):
        part = filtered(seen[i : i + 5], sigmas[i : i + 5], time_s, prior=prior)
        for name in whole._fields:
            ours, theirs = getattr(part, name), getattr(whole, name)[i : i + 5]
            assert np.array_equal(ours, theirs, equal_nan=ours.dtype.kind == "f"), name
    once = track.impact(whole.last_state, whole.last_covariance, air=AIR)
    part_of = track.impact(whole.last_state[3:5], whole.last_covariance[3:5], air=AIR)
    assert np.array_equal(once.covariance_m2[3:5], part_of.covariance_m2)


def test_no_tracks_and_no_looks_are_no_error() -> None:
    none = filtered(np.empty((0, 5, 3)), np.empty((0, 5, 3)), np.arange(5.0))
    assert none.state.shape == (0, 5, 7)
    blind = filtered(np.empty((3, 0, 3)), np.empty((3, 0, 3)), np.empty(0))
    assert np.all(blind.status == track.TrackStatus.NOT_STARTED)
    assert track.impact(np.empty((0, 7)), np.empty((0, 7, 7))).status.shape == (0,)


def test_malformed_input_is_refused_before_the_batch() -> None:
    here = scene()
    seen, sigmas, time_s = looks()
    with pytest.raises(ValueError, match="looks must have the shape"):
        filtered(seen[..., :2], sigmas, time_s)
    with pytest.raises(ValueError, match="sigmas must have the shape"):
        filtered(seen, sigmas[:, :-1], time_s)
    with pytest.raises(ValueError, match="time_s must hold"):
        filtered(seen, sigmas, time_s[:-1])
    with pytest.raises(ValueError, match="is_valid must have the shape"):
        filtered(seen, sigmas, time_s, is_valid=np.ones(3, dtype=bool))
    with pytest.raises(ValueError, match="axes must have the shape"):
        track.filter_batch(seen, sigmas, time_s, Face(here.face.position_m, np.eye(4)), air=AIR)
    for wrong in (
        {"ballistic_coefficient_kg_m2": 0.0}, {"ballistic_coefficient_kg_m2": math.nan},
        {"drag_sigma": -1.0}, {"range_bias_m": math.nan}, {"innovation_limit": -1.0},
    ):  # fmt: skip
        with pytest.raises(ValueError, match="prior's"):
            filtered(seen, sigmas, time_s, prior=track.Prior(**wrong))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="finite durations"):
        track.transition(np.zeros((1, 7)), math.nan)
    with pytest.raises(ValueError, match="state must have the shape"):
        track.transition(np.zeros((1, 6)), 1.0)
    with pytest.raises(ValueError, match="one row for each track"):
        track.predict(np.zeros((2, 7)), np.zeros((1, 7, 7)), np.zeros((2, 7, 3)), 1.0)
    with pytest.raises(ValueError, match="between 0 and 1"):
        track.impact(np.zeros((1, 7)), np.zeros((1, 7, 7)), probability=1.0)


def test_a_face_is_a_frame() -> None:
    frame = earth.east_north_up(0.6, 2.2)
    axes = sensor.face_axes(frame, math.radians(300.0), math.radians(40.0))
    assert np.allclose(axes @ axes.T, np.eye(3), atol=1e-15)
    assert np.isclose(np.linalg.det(np.stack([axes[0], axes[1], axes[2]])), 1.0)
    assert np.isclose(axes[1] @ frame[2], math.sin(math.radians(40.0)))
    assert np.isclose(math.atan2(axes[1] @ frame[0], axes[1] @ frame[1]), math.radians(-60.0))
    # Without tilt, across and up are azimuth from the boresight and elevation.
    flat = sensor.face_axes(frame, math.radians(300.0), 0.0)
    site = earth.geodetic_to_ecef(np.array(0.6), np.array(2.2), 0.0)
    state = np.zeros((1, 7))
    state[0, :3] = site + 3e5 * flat[1] + 1e5 * flat[0] + 2e5 * frame[2]
    seen, _ = track.see(state, Face(site, flat))
    azimuth, elevation, slant = earth.ecef_to_look(site, state[:, :3])
    expected = [slant[0], azimuth[0] - math.radians(300.0), elevation[0]]
    assert np.allclose(seen[0, :3], expected, atol=1e-9)


def test_seeing_and_unseeing_are_inverse() -> None:
    here, state = scene(), truths()[0, ::20]
    seen, forward = track.see(state, here.face)
    back, backward = track.unsee(seen, here.face)
    assert np.allclose(back, state, rtol=0.0, atol=1e-7)
    assert np.allclose(forward @ backward, np.eye(7), atol=1e-8)
    for k, step in enumerate([1.0] * 3 + [1e-2] * 3 + [1e-6]):
        ahead, behind = state.copy(), state.copy()
        ahead[:, k] += step
        behind[:, k] -= step
        slope = track.see(ahead, here.face)[0]
        slope = (slope - track.see(behind, here.face)[0]) / (2.0 * step)
        scale = np.abs(forward[:, :, k]).max(axis=0) + 1e-30
        assert np.all(np.abs(slope - forward[:, :, k]) <= 1e-6 * scale + 1e-9 * np.abs(slope).max())


def test_predictions_go_there_and_back() -> None:
    tracks = filtered(*looks())
    given = tracks.last_state, tracks.last_covariance, tracks.last_cross
    quiet = track.Prior(acceleration_noise_m2_s3=0.0, drag_noise_hz=0.0)
    there = track.predict(*given, 150.0, prior=quiet, air=AIR)
    back = track.predict(*there, -150.0, prior=quiet, air=AIR)
    assert np.allclose(back[0][:, :3], given[0][:, :3], rtol=0.0, atol=1e-3)
    size = np.sqrt(np.diagonal(given[1], axis1=1, axis2=2))
    product = size[:, :, None] * size[:, None, :]
    assert np.all(np.abs(back[1] - given[1]) < 1e-4 * product)
    # Noise adds in both directions.
    loud = track.predict(*given, 150.0, air=AIR)[1] - there[1]
    assert np.all(np.diagonal(loud, axis1=1, axis2=2)[:, :6] > 0.0)
    both = track.predict(*track.predict(*given, 150.0, air=AIR), -150.0, air=AIR)[1]
    assert np.all(np.diagonal(both - given[1], axis1=1, axis2=2) > 0.0)


def test_arcs_that_do_not_end_have_a_status() -> None:
    tracks = filtered(*looks())
    state, covariance = tracks.last_state[:4].copy(), tracks.last_covariance[:4].copy()
    state[1, 3:6] *= 6.0  # leaves the Earth
    state[2] = np.nan
    covariance[3, 0, 0] = np.nan
    ellipses = track.impact(state, covariance, air=AIR)
    assert ellipses.status.tolist() == [
        track.TrackStatus.OK, track.TrackStatus.NEVER_DOWN, track.TrackStatus.BAD_INPUT,
        track.TrackStatus.BAD_INPUT,
    ]  # fmt: skip
    assert np.all(np.isnan(ellipses.latitude_rad[1:]))
    assert np.all(np.isnan(ellipses.semi_major_m[1:]))
    assert not track.in_ellipse(ellipses, 0.6, 2.2)[1:].any()
    alone = track.impact(state[:1], covariance[:1], air=AIR)
    assert np.array_equal(alone.covariance_m2, ellipses.covariance_m2[:1])
    # An arc that never rises through a height has no launch point by it.
    boost = track.BoostPrediction(3000e3, 50e3, 1e3, 1e3)
    high = track.launch(state[:1], covariance[:1], boost, air=AIR)
    assert high.status[0] == track.TrackStatus.NEVER_DOWN
    with pytest.raises(ValueError, match="two arcs or more"):
        track.boost_of(state[:1], 0.6, 2.2, 3000e3, air=AIR)


def test_an_ellipse_is_the_covariances() -> None:
    tracks = filtered(*looks())
    ellipses = track.impact(tracks.last_state, tracks.last_covariance, probability=0.5, air=AIR)
    size = math.sqrt(-2.0 * math.log(0.5))
    values, vectors = np.linalg.eigh(ellipses.covariance_m2)
    assert np.allclose(ellipses.semi_major_m, size * np.sqrt(values[:, 1]))
    assert np.allclose(ellipses.semi_minor_m, size * np.sqrt(values[:, 0]), rtol=1e-6)
    major = np.stack([np.sin(ellipses.azimuth_rad), np.cos(ellipses.azimuth_rad)], axis=-1)
    assert np.allclose(np.abs(np.einsum("ni,ni->n", major, vectors[:, :, 1])), 1.0)
    lat, lon = earth.geodesic_direct(
        ellipses.latitude_rad, ellipses.longitude_rad, ellipses.azimuth_rad,
        0.99 * ellipses.semi_major_m,
    )  # fmt: skip
    assert np.all(track.in_ellipse(ellipses, lat, lon))
    lat, lon = earth.geodesic_direct(
        ellipses.latitude_rad, ellipses.longitude_rad, ellipses.azimuth_rad + 0.5 * np.pi,
        1.01 * ellipses.semi_minor_m,
    )  # fmt: skip
    assert not np.any(track.in_ellipse(ellipses, lat, lon))


def settled(**changes: Any) -> tuple[float, float]:
    """Firm-track and commit time of the scene's flight with some arguments changed."""
    here = scene()
    given: dict[str, Any] = {
        "start_s": 0.0, "burnout_s": 0.0, "envelope_s": 300.0, "lost_s": 1e9,
        "rules": rules(300.0, 1000.0), "count": len(here.time_s),
    }  # fmt: skip
    given |= changes
    firm, commit = track.settle_batch(
        np.nan_to_num(truths()[:1, :, :3]),
        given["count"],
        1.0,
        given["start_s"],
        given["burnout_s"],
        given["envelope_s"],
        given["lost_s"],
        here.face,
        given["rules"],
    )
    return float(firm[0]), float(commit[0])


def test_settling_has_its_limits() -> None:
    firm, commit = settled()
    assert 4.0 <= firm < commit < 300.0
    # Looks start at detection and after burnout, whichever is later.
    assert settled(start_s=50.0)[0] >= 54.0
    assert settled(burnout_s=50.0) == settled(start_s=50.0)
    for never in ({"start_s": math.nan}, {"start_s": 1e9}, {"lost_s": 0.5}, {"count": 1}):
        assert all(math.isnan(t) for t in settled(**never))
    assert math.isnan(settled(lost_s=3.5)[0])
    lost = settled(lost_s=commit - 0.5)
    assert lost[0] == firm
    assert math.isnan(lost[1])
    out_of_reach = settled(envelope_s=math.nan)
    assert out_of_reach[0] == firm
    assert math.isnan(out_of_reach[1])
    assert all(math.isnan(t) for t in settled(rules=rules(1e-3, 1e9)))
    # In reach already: the gate is on where the target is.
    assert settled(envelope_s=0.0, rules=rules(300.0, 300.0)) == (firm, firm)
    with pytest.raises(ValueError, match="above zero"):
        settled(rules=rules(1.0, 1.0)._replace(update_s=0.0))


def test_better_radars_settle_earlier() -> None:
    base = settled(rules=rules(100.0, 200.0))
    assert settled(rules=rules(100.0, 200.0)._replace(angle_bias_rad=0.0)) <= base
    assert settled(rules=rules(100.0, 200.0)._replace(beamwidth_rad=math.radians(0.25))) <= base
    assert settled(rules=rules(100.0, 200.0)._replace(snr_range_m=1000e3))[0] > base[0]
    assert settled(rules=rules(100.0, 200.0)._replace(firm_looks=90))[0] >= 89.0


def test_a_bias_is_not_averaged_away() -> None:
    here, (_, _, time_s) = scene(), looks()
    seen, sigmas, _ = looks_at(truths()[:ROWS, :STEPS], here.face, 1, BIAS)
    plain = filtered(seen, sigmas, time_s)
    biased = filtered(seen, sigmas, time_s, prior=BIASED)
    floor_m = BIAS[1] * seen[:, -1, 0]
    # Across, where the radar looks from: the bias in metres is a floor.
    across = np.einsum(
        "i,nij,j->n", here.face.axes[0], biased.last_covariance[:, :3, :3], here.face.axes[0]
    )
    assert np.all(np.sqrt(across) > 0.8 * floor_m)
    across = np.einsum(
        "i,nij,j->n", here.face.axes[0], plain.last_covariance[:, :3, :3], here.face.axes[0]
    )
    assert np.all(np.sqrt(across) < 0.5 * floor_m)
    assert np.all(plain.cross[:, 1:] == 0.0)
    assert np.any(biased.cross[:, -1] != 0.0)
