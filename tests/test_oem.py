"""OEM met by readers that others wrote: beside a change of thrust, and in axes fixed among the stars."""

import datetime as dt
import math
from functools import cache
from itertools import pairwise
from pathlib import Path

import erfa
import numpy as np
import pytest
from astropy.time import Time, TimeDelta
from astropy.utils import iers
from ccsds_ndm.ndm_io import NdmIo
from oem import OrbitEphemerisMessage
from scipy.interpolate import KroghInterpolator

from shieldmap import catalog, export, threat
from shieldmap.export import frames
from shieldmap.model import BoostStates, Floats, TrajectoryClass

ABOUT = export.About("9.9.9")
EPOCH = dt.datetime(2016, 9, 5, 3, 13, tzinfo=dt.UTC)
ROUNDING_M = 0.002
"""States are written to 1 mm, and a cubic between states 1 s apart errs by less in smooth flight."""
CASES = {
    # One stage that cuts off; three stages one after another; two stages that reach far.
    "hwasong-7": (37.0, 127.5),
    "hwasong-18": (40.0, 150.0),
    "hwasong-15": (42.0, 145.0),
}


@cache
def flown(missile_id: str, every_s: float = 1.0) -> tuple[export.Track, BoostStates]:
    missile = catalog.missile(missile_id).arrays(None, None)
    latitude, longitude = math.radians(39.0), math.radians(125.8)
    table = threat.aim_table(missile, latitude, longitude, TrajectoryClass.MINIMUM_ENERGY, math.nan)
    where = np.radians(CASES[missile_id])
    aims, _, _ = threat.fly_to(missile, table, where[:1], where[1:])
    flights, samples = threat.fly_aims(missile, table, aims, every_s=every_s, until_s=3600.0)
    assert samples is not None
    boost = threat.boost_states(missile, table, aims)
    return export.from_flight(flights, samples, name=missile_id, boost=boost), boost


@cache
def finer(missile_id: str) -> export.Track:
    """The same flight every twentieth of a second: what lies between the states that are written."""
    return flown(missile_id, 0.05)[0]


def borders(track: export.Track) -> list[float]:
    burnout = track.events[0].time_s
    return sorted({*track.thrust_changes_s, burnout})


def test_every_change_of_thrust_is_a_border_and_a_state_on_both_sides() -> None:
    for missile_id in CASES:
        track, boost = flown(missile_id)
        segments = NdmIo().from_string(export.oem(track, ABOUT)).body.segment
        missile = catalog.missile(missile_id).arrays(None, None)
        assert len(segments) == len(borders(track)) + 1
        # Rise and tilt end before the first stage does; the last stage ends with burnout.
        assert len(borders(track)) >= 2 + missile.stage_burn_s.size
        assert borders(track)[-1] == track.events[0].time_s
        for before, after in pairwise(segments):
            last, first = before.data.state_vector[-1], after.data.state_vector[0]
            assert last == first
            assert before.metadata.stop_time == after.metadata.start_time == first.epoch
        # Readers that take four states find four in each.
        assert min(len(segment.data.state_vector) for segment in segments) >= 4
        # At a change of thrust the states are those of the flight itself.
        np.testing.assert_allclose(
            boost.position_m[-1], track.events[0].position_m, rtol=0.0, atol=1e-6
        )


def test_no_two_states_of_a_segment_lie_next_to_each_other() -> None:
    """Through states near to each other a curve of high degree turns rounding into metres."""
    for missile_id in CASES:
        track, _ = flown(missile_id)
        for segment in NdmIo().from_string(export.oem(track, ABOUT)).body.segment:
            moments = [dt.datetime.fromisoformat(v.epoch) for v in segment.data.state_vector]
            steps = [(b - a).total_seconds() for a, b in pairwise(moments)]
            assert min(steps) >= 0.25 * min(1.0, sum(steps) / 3.0) - 1e-6


@pytest.mark.parametrize("missile_id", CASES)
def test_the_package_oem_is_exact_on_both_sides_of_every_change(
    missile_id: str, tmp_path: Path
) -> None:
    """It takes the two states whose mean time is nearest, so once it reached over burnout by half a metre."""
    track, _ = flown(missile_id)
    path = tmp_path / "flight.oem"
    path.write_text(export.oem(track, ABOUT), encoding="ascii")
    read = OrbitEphemerisMessage.open(path)
    assert len(read.segments) == len(borders(track)) + 1
    start = Time(read.segments[0].metadata["START_TIME"])
    fine = finer(missile_id)
    changes = np.array(borders(track))
    near = np.abs(fine.time_s[:, None] - changes).min(axis=1) < 2.0
    # A state at the very border belongs to both, and rounds to either side of it by a microsecond.
    near &= np.abs(fine.time_s[:, None] - changes).min(axis=1) > 1e-5
    assert near.sum() > 60 * changes.size
    for i in np.flatnonzero(near)[::3]:
        state = read(start + TimeDelta(float(fine.time_s[i]), format="sec"))
        apart = np.linalg.norm(np.array(state.position) * 1e3 - fine.position_m[i])
        assert apart < ROUNDING_M, fine.time_s[i]


@pytest.mark.parametrize("missile_id", CASES)
def test_four_states_around_a_moment_are_exact_too(missile_id: str) -> None:
    """What Orekit does: a polynomial of degree 7 through positions and velocities of four states."""
    track, _ = flown(missile_id)
    fine = finer(missile_id)
    for segment in NdmIo().from_string(export.oem(track, ABOUT)).body.segment:
        rows = segment.data.state_vector
        time = np.array([
            (dt.datetime.fromisoformat(v.epoch).replace(tzinfo=dt.UTC) - export.EPOCH).total_seconds()
            for v in rows
        ])  # fmt: skip
        states = np.array([[1e3 * float(axis.value) for axis in (v.x, v.y, v.z, v.x_dot, v.y_dot, v.z_dot)] for v in rows])  # fmt: skip
        inside = (fine.time_s > time[0]) & (fine.time_s < min(time[-1], time[0] + 300.0))
        for t, wanted in zip(fine.time_s[inside][::5], fine.position_m[inside][::5], strict=True):
            first = int(np.clip(np.searchsorted(time, t) - 2, 0, time.size - 4))
            four = slice(first, first + 4)
            curve = KroghInterpolator(
                np.repeat(time[four] - t, 2),
                np.stack([states[four, :3], states[four, 3:]], axis=1).reshape(8, 3),
            )
            # Ten times the rounding: the spacing of four states is uneven beside a border.
            assert np.linalg.norm(curve(0.0) - wanted) < 10.0 * ROUNDING_M, t


# ---------------------------------------------------------------------------------------------
# Axes


DATES = [
    dt.datetime(year, 1, 1, 5, 17, 3, tzinfo=dt.UTC) + dt.timedelta(days=day)
    for year in (1901, 1957, 1984, 2000, 2016, 2026, 2060, 2099)
    for day in (0, 40, 101, 187, 263, 340)
]
EARTH_M = 6378137.0
MODEL_M = 1.0
"""What the terms of nutation that are left out move on the Earth; the module says so."""
WHOLE_M = 450.0
"""0.9 s of the turning Earth at the equator, the pole's motion, and the model."""


def axes_by_erfa(
    moment: dt.datetime, ut1_minus_utc_s: float, pole_rad: tuple[float, float]
) -> Floats:
    """Rotation from Earth-fixed axes to the mean ones of J2000 by the IAU's own code."""
    days = (moment - dt.datetime(2000, 1, 1, 12, tzinfo=dt.UTC)).total_seconds() / 86400.0
    tt, ut1 = days + 69.2 / 86400.0, days + ut1_minus_utc_s / 86400.0
    bias, _, _ = erfa.bp06(2451545.0, tt)
    to_earth = erfa.c2t06a(2451545.0, tt, 2451545.0, ut1, *pole_rad)
    return np.asarray((to_earth @ bias.T).T)


def axes(moment: dt.datetime) -> Floats:
    since = (moment - dt.datetime(2000, 1, 1, 12, tzinfo=dt.UTC)).total_seconds()
    return frames.earth_to_j2000(np.array([since]))[0]


def test_axes_agree_with_the_code_of_the_iau_but_for_small_nutation() -> None:
    for moment in DATES:
        found, wanted = axes(moment), axes_by_erfa(moment, 0.0, (0.0, 0.0))
        np.testing.assert_allclose(found @ found.T, np.eye(3), atol=1e-14)
        assert np.linalg.norm(found - wanted, 2) * EARTH_M < MODEL_M


def test_what_is_neglected_is_no_larger_than_the_file_says() -> None:
    """Against the measured rotation of the Earth, for every fortieth day of fifty years."""
    table = iers.IERS_B.open(iers.IERS_B_FILE)
    worst = 0.0
    for day in range(0, 50 * 365, 40):
        moment = dt.datetime(1973, 6, 1, tzinfo=dt.UTC) + dt.timedelta(days=day)
        when = Time(moment)
        ut1 = float(table.ut1_utc(when).to_value("s"))
        pole = tuple(float(p.to_value("rad")) for p in table.pm_xy(when))
        wanted = axes_by_erfa(moment, ut1, (pole[0], pole[1]))
        worst = max(worst, float(np.linalg.norm(axes(moment) - wanted, 2)) * EARTH_M)
    assert 100.0 < worst < WHOLE_M


def test_inertial_states_are_the_flight_and_their_velocities_its_derivative() -> None:
    track, _ = flown("hwasong-7")
    segments = NdmIo().from_string(export.oem(track, ABOUT, EPOCH, "EME2000")).body.segment
    fixed = NdmIo().from_string(export.oem(track, ABOUT, EPOCH)).body.segment
    assert {s.metadata.ref_frame for s in segments} == {"EME2000"}
    assert {s.metadata.ref_frame for s in fixed} == {"ITRF2014"}
    assert "UT1 taken as UTC" in " ".join(segments[0].metadata.comment)
    for stars, earth in zip(segments, fixed, strict=True):
        for row, known in zip(stars.data.state_vector, earth.data.state_vector, strict=True):
            moment = dt.datetime.fromisoformat(row.epoch).replace(tzinfo=dt.UTC)
            there = np.array([float(a.value) for a in (row.x, row.y, row.z)]) * 1e3
            here = np.array([float(a.value) for a in (known.x, known.y, known.z)]) * 1e3
            wanted = axes_by_erfa(moment, 0.0, (0.0, 0.0)) @ here
            assert np.linalg.norm(there - wanted) < MODEL_M
    # On the launcher the missile turns with the Earth: some 360 m/s at 39 degrees of latitude.
    first = segments[0].data.state_vector[0]
    speed = 1e3 * math.hypot(*(float(a.value) for a in (first.x_dot, first.y_dot, first.z_dot)))
    across = math.hypot(*track.position_m[0, :2])
    assert speed == pytest.approx(7.292115e-5 * across, rel=1e-6)


def test_inertial_states_interpolate_as_well(tmp_path: Path) -> None:
    """Velocities that were not those of the moving axes would be seen between the states."""
    track, _ = flown("hwasong-7")
    path = tmp_path / "flight.oem"
    path.write_text(export.oem(track, ABOUT, EPOCH, "EME2000"), encoding="ascii")
    read = OrbitEphemerisMessage.open(path)
    fine = finer("hwasong-7")
    wanted, _ = frames.to_frame("EME2000", EPOCH, fine.time_s, fine.position_m, fine.velocity_m_s)
    start = Time(read.segments[0].metadata["START_TIME"])
    for i in range(7, fine.time_s.size - 1, 41):
        state = read(start + TimeDelta(float(fine.time_s[i]), format="sec"))
        # The reader's powers of the time since a segment began cost some millimetres; in the thick air
        # of the last seconds a cubic through states 1 s apart errs by 0.2 m.
        good_to_m = 5.0 * ROUNDING_M if fine.time_s[i] < fine.events[2].time_s else 0.2
        assert np.linalg.norm(np.array(state.position) * 1e3 - wanted[i]) < good_to_m


def test_frames_and_dates_that_cannot_be_are_refused_in_one_sentence() -> None:
    track, _ = flown("hwasong-7")
    with pytest.raises(export.ExportError, match="'TEME': expected ITRF2014 or EME2000"):
        export.oem(track, ABOUT, EPOCH, "TEME")
    early = dt.datetime(1899, 12, 31, tzinfo=dt.UTC)
    with pytest.raises(export.ExportError, match="expected a date from 1900 to 2100"):
        export.oem(track, ABOUT, early, "EME2000")
    export.oem(track, ABOUT, early)
    late = dt.datetime(9999, 12, 31, 23, 59, tzinfo=dt.UTC)
    with pytest.raises(export.ExportError, match="outside of the years 1 to 9999"):
        export.oem(track, ABOUT, late)


# ---------------------------------------------------------------------------------------------
# Dates


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2016-09-05T03:13:00Z", "2016-09-05T03:13:00+00:00"),
        ("2016-09-05T12:13:00+09:00", "2016-09-05T03:13:00+00:00"),
        (" 2016-09-05 03:13Z ", "2016-09-05T03:13:00+00:00"),
        ("2016-09-05T03:13:00.25Z", "2016-09-05T03:13:00.250000+00:00"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00+00:00"),
    ],
)
def test_dates_that_are_read(text: str, wanted: str) -> None:
    assert export.read_epoch(text).isoformat() == wanted


@pytest.mark.parametrize(
    "text",
    ["2016-09-05T03:13:00", "2016-09-05", "2016-13-05T03:13:00Z", "2016-02-30T03:13:00Z", "0000-01-01T00:00:00Z",
     "0001-01-01T00:00:00+09:00", "9999-12-31T12:00:00Z", "10000-01-01T00:00:00Z", "", "now", "1e9",
     "2016-09-05T03:13:60Z", "2016-09-05T03:13:00+99:00", "2016-09-05T03:13:00Z\n2017", "\x1b[31m", "２016-09-05T03:13:00Z",
     "x" * 5000],
)  # fmt: skip
def test_dates_that_are_none_are_refused_in_one_short_sentence(text: str) -> None:
    with pytest.raises(export.ExportError) as refusal:
        export.read_epoch(text, "--epoch")
    said = str(refusal.value)
    assert said.startswith("--epoch is ")
    assert said.endswith("such as 2016-09-05T03:13:00Z")
    assert said.isprintable()
    assert len(said) < 300
