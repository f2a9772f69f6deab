"""No input makes a number that is not one without a status, or a status without a sentence.

Authority: the contract of ``model``: a row has a status with a sentence, an event that did not
happen is NaN, and rows do not know each other. Hypothesis draws missiles, launches, states and
places, sane and absurd; the same ones each time, and nothing is kept on disk. The failures marked
below are known; each mark goes when its defect does.
"""

import math
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from shieldmap import catalog, earth, flight, interceptor, sensor, threat
from shieldmap.earth import WGS84
from shieldmap.model import (
    STATUS_TEXT,
    Event,
    Flights,
    Floats,
    Missile,
    Radar,
    Status,
    Trajectories,
    TrajectoryClass,
)
from shieldmap.threat import HIT_M

AIR = earth.tables()
ROWS = 6
EVERY_S, UNTIL_S = 40.0, 4000.0
# An impact is a root of the height to 0.1 um or, of a body that starts on the ground, its start.
GROUND_M = 1e-3
# A slow compiler on the first example is no fault of the example.
COMMON = {
    "derandomize": True,
    "deadline": None,
    "database": None,
    "suppress_health_check": [HealthCheck.too_slow],
}
MANY = settings(max_examples=40, **COMMON)  # type: ignore[arg-type]
FEW = settings(max_examples=5, **COMMON)  # type: ignore[arg-type]

ABSURD = (math.nan, math.inf, -math.inf, 0.0, -1.0, -1e6, 1e12)
NOT_NUMBERS = (math.nan, math.inf, -math.inf)
HALF_PI = 0.5 * math.pi
LATITUDES = st.one_of(
    st.sampled_from([HALF_PI, -HALF_PI, 0.0, math.radians(89.9)]), st.floats(-HALF_PI, HALF_PI)
)
LONGITUDES = st.one_of(st.sampled_from([math.pi, -math.pi, 0.0]), st.floats(-math.pi, math.pi))


@st.composite
def missiles(draw: st.DrawFn) -> Missile:
    """A missile of one to three stages with any finite masses, sane or poor."""
    stages = draw(st.integers(1, 3))

    def each(low: float, high: float) -> Floats:
        return np.array([draw(st.floats(low, high)) for _ in range(stages)])

    return Missile(
        stage_propellant_kg=each(50.0, 4e4),
        stage_dry_kg=each(0.0, 5e3),
        stage_burn_s=each(3.0, 150.0),
        stage_exhaust_m_s=each(1500.0, 3500.0),
        stage_exit_m2=each(0.0, 0.8),
        stage_area_m2=each(0.05, 4.0),
        stage_coast_s=each(0.0, 60.0),
        payload_kg=draw(st.floats(20.0, 2e3)),
        rise_s=draw(st.floats(0.0, 15.0)),
        pitch_s=draw(st.floats(0.0, 40.0)),
        ballistic_coefficient_kg_m2=draw(st.floats(200.0, 2e4)),
        has_cutoff=draw(st.booleans()),
    )


def column(values: st.SearchStrategy[float]) -> st.SearchStrategy[Floats]:
    return st.lists(values, min_size=ROWS, max_size=ROWS).map(
        lambda x: np.array(x, dtype=np.float64)
    )


LAUNCHES = st.tuples(
    column(LATITUDES),
    column(LONGITUDES),
    column(st.floats(-7.0, 7.0)),
    column(st.floats(0.0, 1.6)),
    # A cut-off before the body has left the ground stands among the known defects.
    column(st.one_of(st.just(0.0), st.floats(1.0, 600.0))),
)


def fly(missile: Missile, launches: tuple[Floats, ...]) -> tuple[Flights, Trajectories]:
    latitude, longitude, azimuth, pitch, cutoff = launches
    frame = np.array([earth.east_north_up(a, b) for a, b in zip(latitude, longitude, strict=True)])
    sites = flight.Launch(earth.geodetic_to_ecef(latitude, longitude), frame)
    steering = flight.Steering(azimuth, pitch, cutoff)
    flown, kept = flight.fly(missile, sites, steering, air=AIR, every_s=EVERY_S, until_s=UNTIL_S)
    assert kept is not None
    return flown, kept


def fall(state: Floats, start: Floats) -> tuple[Flights, Trajectories]:
    flown, kept = flight.fall(
        catalog_body(), start, state, air=AIR, every_s=EVERY_S, until_s=UNTIL_S
    )
    assert kept is not None
    return flown, kept


def catalog_body() -> Missile:
    one = np.ones(1)
    return Missile(one, one, one, one, one, one, one, 1.0, 1.0, 1.0, 2500.0, True)


def assert_told(flown: Flights, kept: Trajectories | None = None) -> None:
    """The whole contract of a batch of flights."""
    events = np.concatenate(
        [
            flown.event_time_s[..., None],
            flown.event_position_m,
            flown.event_velocity_m_s,
            flown.event_altitude_m[..., None],
        ],
        axis=-1,
    )
    assert not np.any(np.isinf(events)), "an event is infinite"
    # A row of bad input keeps what it was given, and that may be half a place.
    whole = flown.status != Status.BAD_INPUT
    happened = np.isfinite(events[whole])
    assert np.array_equal(happened.any(axis=-1), happened.all(axis=-1)), "half an event"
    for row, code in enumerate(flown.status):
        assert int(code) in STATUS_TEXT, "a status without a sentence"
        assert len(STATUS_TEXT[int(code)].split()) > 0
        if code != Status.OK:
            continue
        time = flown.event_time_s[row]
        assert np.all(np.isfinite(time[[Event.BURNOUT, Event.IMPACT]])), "flown, but not to the end"
        assert np.all(np.diff(time[np.isfinite(time)]) >= 0.0), f"events out of order: {time}"
        assert abs(flown.event_altitude_m[row, Event.IMPACT]) < GROUND_M, "fell beside the ground"
    if kept is not None:
        sampled = np.isfinite(np.concatenate([kept.position_m, kept.velocity_m_s], axis=-1))[whole]
        first = np.arange(kept.time_s.size) < kept.sample_count[whole, None]
        assert np.array_equal(sampled, np.broadcast_to(first[..., None], sampled.shape)), "gaps"


def assert_alone(parts: Any, others: Any, rows: np.ndarray) -> None:
    """These rows have the same bits in both batches."""
    for name, a, b in zip(parts._fields, parts, others, strict=True):
        if name != "time_s":
            assert a[rows].tobytes() == b[rows].tobytes(), f"{name} of a neighbour changed"


@MANY
@given(missiles(), LAUNCHES)
def test_every_launch_is_flown_or_told(missile: Missile, launches: tuple[Floats, ...]) -> None:
    assert_told(*fly(missile, launches))


@MANY
@given(missiles(), LAUNCHES, st.integers(0, ROWS - 1), st.integers(0, 4), st.sampled_from(ABSURD))
def test_an_absurd_launch_is_told_and_leaves_its_neighbours_alone(
    missile: Missile, launches: tuple[Floats, ...], row: int, field: int, value: float
) -> None:
    good = fly(missile, launches)
    absurd = tuple(x.copy() for x in launches)
    absurd[field][row] = value
    # The frame of a place is made by math.sin, which refuses infinity; a bad place is NaN there.
    if field < 2 and math.isinf(value):
        absurd[field][row] = math.nan
    bad = fly(missile, absurd)
    assert_told(*bad)
    others = np.arange(ROWS) != row
    for one, other in zip(good, bad, strict=True):
        assert_alone(one, other, others)
    full_burn = field == 4 and value == math.inf
    if not math.isfinite(value) and not full_burn:
        assert bad[0].status[row] == Status.BAD_INPUT


STATES = st.tuples(
    column(LATITUDES),
    column(LONGITUDES),
    column(st.floats(1.0, 3e6)),
    column(st.floats(-7.0, 7.0)),
    column(st.floats(-HALF_PI, HALF_PI)),
    column(st.floats(0.0, 1.2e4)),
)


def as_state(numbers: tuple[Floats, ...]) -> Floats:
    """ECEF states (n, 6) of place, height, azimuth, climb angle and speed."""
    latitude, longitude, height, azimuth, climb, speed = numbers
    local = np.stack(
        [np.cos(climb) * np.sin(azimuth), np.cos(climb) * np.cos(azimuth), np.sin(climb)], axis=-1
    )
    frame = np.array([earth.east_north_up(a, b) for a, b in zip(latitude, longitude, strict=True)])
    velocity = speed[:, None] * np.einsum("ij,ijk->ik", local, frame)
    return np.hstack([earth.geodetic_to_ecef(latitude, longitude, height), velocity])


@MANY
@given(STATES, column(st.floats(-100.0, 3000.0)))
def test_every_free_body_falls_or_is_told(numbers: tuple[Floats, ...], start: Floats) -> None:
    assert_told(*fall(as_state(numbers), start))


@MANY
@given(
    STATES, st.integers(0, ROWS - 1), st.integers(0, 5),
    st.sampled_from((*NOT_NUMBERS, 0.0, 1e30, -1e20)),
)  # fmt: skip
def test_an_absurd_state_is_told_and_leaves_its_neighbours_alone(
    numbers: tuple[Floats, ...], row: int, field: int, value: float
) -> None:
    state, start = as_state(numbers), np.zeros(ROWS)
    good = fall(state, start)
    absurd = state.copy()
    absurd[row, field] = value
    bad = fall(absurd, start)
    assert_told(*bad)
    others = np.arange(ROWS) != row
    for one, other in zip(good, bad, strict=True):
        assert_alone(one, other, others)
    if not math.isfinite(value):
        assert bad[0].status[row] == Status.BAD_INPUT


def assert_refused_or_hit(
    missile: Missile, launch: tuple[float, float], kind: TrajectoryClass, apogee_m: float,
    bearing: Floats, range_m: Floats,
) -> None:  # fmt: skip
    with warnings.catch_warnings():
        # A known defect with a test of its own below.
        warnings.simplefilter("ignore", RuntimeWarning)
        try:
            table = threat.aim_table(missile, *launch, kind, apogee_m, air=AIR)
        except ValueError as refusal:
            sentence = str(refusal)
            assert len(sentence.split()) > 4, f"not a sentence: {sentence}"
            assert "\n" not in sentence
            return
    latitude, longitude = earth.geodesic_direct(*np.array(launch), bearing, range_m)
    latitude[1], longitude[2] = math.nan, math.inf
    aims, flights, _ = threat.fly_to(missile, table, latitude, longitude, air=AIR)
    assert_told(flights)
    assert np.all(aims.status[1:3] == Status.BAD_INPUT)
    hit = aims.status == Status.OK
    assert np.all(aims.residual_m[hit] < HIT_M)
    assert np.all(np.isfinite(np.array(aims[:5])[:, hit]))
    assert np.all(np.isnan(flights.event_time_s[~hit]))
    # A place alone is aimed at as it is beside bad ones.
    alone = threat.fly_to(missile, table, latitude[:1].copy(), longitude[:1].copy(), air=AIR)[0]
    assert_alone(alone, aims, np.arange(1))


@FEW
@given(
    missiles(), LATITUDES, LONGITUDES, st.sampled_from(TrajectoryClass),
    column(st.floats(-7.0, 7.0)), column(st.floats(1e3, 1.8e7)),
)  # fmt: skip
def test_every_missile_is_aimed_or_refused_in_a_sentence(
    missile: Missile, latitude: float, longitude: float, kind: TrajectoryClass,
    bearing: Floats, range_m: Floats,
) -> None:  # fmt: skip
    assert_refused_or_hit(missile, (latitude, longitude), kind, math.nan, bearing, range_m)


@FEW
@given(
    missiles(), LATITUDES, LONGITUDES, st.floats(5e4, 3e6), column(st.floats(-7.0, 7.0)),
    column(st.floats(1e3, 8e6)),
)  # fmt: skip
def test_every_held_apogee_is_aimed_or_refused_in_a_sentence(
    missile: Missile, latitude: float, longitude: float, apogee_m: float, bearing: Floats,
    range_m: Floats,
) -> None:  # fmt: skip
    assert_refused_or_hit(
        missile, (latitude, longitude), TrajectoryClass.LOFTED, apogee_m, bearing, range_m
    )


@FEW
@given(missiles(), st.floats(0.05, 1.5))
def test_every_interceptor_has_a_table_of_times_or_nothing(
    missile: Missile, elevation: float
) -> None:
    table = interceptor.flyout_table(missile, elevation, air=AIR)
    reached = np.isfinite(table.time_s)
    assert np.array_equal(reached, np.isfinite(table.speed_m_s))
    assert not np.any(np.isinf(table.time_s) | np.isinf(table.speed_m_s))
    assert np.all(table.time_s[reached] >= 0.0)
    assert np.all(table.speed_m_s[reached] >= 0.0)
    # No point is reached sooner than the fastest possible burn would carry the interceptor there.
    ranges = table.range_step_m * np.arange(table.time_s.shape[0])
    burned = missile.stage_propellant_kg
    after = missile.payload_kg + np.cumsum((burned + missile.stage_dry_kg)[::-1])[::-1]
    gain = float(np.sum(missile.stage_exhaust_m_s * np.log(after / (after - burned))))
    least = np.broadcast_to(ranges[:, None] / (gain + 1.0), table.time_s.shape)
    assert np.all(table.time_s[reached] >= least[reached] * 0.9)


@MANY
@given(STATES, st.tuples(LATITUDES, LONGITUDES), st.floats(-4.0, 4.0), st.sampled_from(NOT_NUMBERS))
def test_every_target_has_a_direction(
    numbers: tuple[Floats, ...], site: tuple[float, float], boresight: float, value: float
) -> None:
    target = as_state(numbers)[:, :3]
    place = earth.geodetic_to_ecef(*np.array(site))
    radar = Radar(place, earth.east_north_up(*site), boresight, 1.0, 0.09, 1.5)
    seen = np.array(sensor.watch(radar, target))
    assert np.all(np.isfinite(seen))
    assert np.all((seen[0] >= 0.0) & (seen[0] <= 2.0 * math.pi))
    assert np.all(np.abs(seen[1]) <= HALF_PI)
    assert np.all(seen[2] >= 0.0)
    assert np.all(seen[3] <= 0.5 * (1.5 - 0.09))
    bad = target.copy()
    bad[0, 1] = value
    with np.errstate(invalid="ignore"):
        beside = np.array(sensor.watch(radar, bad))
    assert beside[:, 1:].tobytes() == seen[:, 1:].tobytes()
    assert np.isnan(beside[3, 0]) or beside[3, 0] <= 0.5 * (1.5 - 0.09)


@MANY
@given(*(st.floats(1e-3, 1e6) for _ in range(5)))
def test_the_radar_equation_goes_back_and_forth(
    power: float, section: float, dwell: float, snr: float, range_m: float
) -> None:
    """Losses solved from a range give the range back: rounding only, of a fourth root."""
    radar = sensor.RadarEquation(power, 0.1, 1e10, 9.0, 0.8, 1.0)
    losses = sensor.noise_times_losses(radar, range_m, section, dwell, snr)
    again = sensor.detection_range_m(radar._replace(noise_times_losses=losses), section, dwell, snr)
    assert again == pytest.approx(range_m, rel=1e-12)


# ---------------------------------------------------------------------------------------------
# The contract itself is tested: each way to break it is noticed


def told_example() -> tuple[Flights, Trajectories]:
    launches = (
        np.zeros(ROWS),
        np.zeros(ROWS),
        np.arange(6.0),
        np.full(ROWS, 0.2),
        np.full(ROWS, 90.0),
    )
    return fly(catalog.missile("hwasong-7").arrays(), launches)


@pytest.mark.parametrize(
    ("field", "index", "value", "message"),
    [
        ("status", (2,), 99, "without a sentence"),
        ("event_time_s", (1, Event.IMPACT), math.nan, "half an event"),
        ("event_position_m", (1, Event.APOGEE, 2), math.nan, "half an event"),
        ("event_velocity_m_s", (0, Event.IMPACT, 0), math.inf, "infinite"),
        ("event_time_s", (3, Event.APOGEE), 1e5, "out of order"),
        ("event_altitude_m", (5, Event.IMPACT), 1.0, "beside the ground"),
    ],
)
def test_a_broken_contract_is_noticed(
    field: str, index: tuple[int, ...], value: float, message: str
) -> None:
    flown, kept = told_example()
    assert_told(flown, kept)
    getattr(flown, field)[index] = value
    with pytest.raises(AssertionError, match=message):
        assert_told(flown, kept)


def test_missing_events_and_samples_are_noticed() -> None:
    flown, kept = told_example()
    for name in Flights._fields[:4]:
        getattr(flown, name)[4, Event.IMPACT] = math.nan
    with pytest.raises(AssertionError, match="not to the end"):
        assert_told(flown)
    flown, kept = told_example()
    kept.position_m[2, 3, 0] = math.nan
    with pytest.raises(AssertionError, match="gaps"):
        assert_told(flown, kept)


# ---------------------------------------------------------------------------------------------
# Hard cases


@pytest.mark.parametrize(
    "field",
    [
        name for name in Missile._fields if name != "has_cutoff"
    ],
)  # fmt: skip
def test_a_missile_with_nan_in_any_field_is_bad_input(field: str) -> None:
    missile = catalog.missile("pukguksong-2").arrays()
    value = getattr(missile, field)
    bad = np.where(np.arange(np.size(value)) == 0, math.nan, value) if np.ndim(value) else math.nan
    one = np.ones(1)
    launches = (0.7 * one, 2.2 * one, one, 0.2 * one, 1e3 * one)
    flown, _ = fly(missile._replace(**{field: bad}), launches)
    assert flown.status[0] == Status.BAD_INPUT


@pytest.mark.parametrize("value", [0.0, -1.0])
def test_a_body_without_ballistic_coefficient_is_bad_input(value: float) -> None:
    state = as_state(tuple(np.array([x]) for x in (0.7, 2.2, 2e5, 1.0, 0.5, 2e3)))
    body = catalog_body()._replace(ballistic_coefficient_kg_m2=value)
    assert flight.fall(body, np.zeros(1), state, air=AIR)[0].status[0] == Status.BAD_INPUT


def test_a_body_that_lies_on_the_ground_has_come_down() -> None:
    state = np.array([[WGS84.semi_major_axis_m, 0.0, 0.0, -10.0, 0.0, 0.0]])
    assert flight.fall(catalog_body(), np.zeros(1), state, air=AIR)[0].status[0] == Status.OK


def test_a_bad_state_has_no_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(np, "empty", np.ones)  # so that what is found is known
    _, kept = flight.fall(
        catalog_body(), np.zeros(1), np.full((1, 6), math.nan), air=AIR, every_s=EVERY_S,
        until_s=UNTIL_S,
    )  # fmt: skip
    assert kept is not None
    assert kept.sample_count[0] == 0


def test_a_cutoff_before_the_lift_off_has_no_apogee_after_its_impact() -> None:
    one = np.ones(1)
    missile = catalog.missile("hwasong-7").arrays()
    flown, _ = fly(missile, (HALF_PI * one, one, one, 0.2 * one, 1e-5 * one))
    assert_told(flown)


def test_a_target_at_the_zenith_has_an_elevation() -> None:
    site = (0.20943350142146744, 2.861138427414378)
    axes, place = earth.east_north_up(*site), earth.geodetic_to_ecef(*np.array(site))
    target = place + 39234.622990525946 * axes[2]
    assert sensor.look(*target, place, axes)[1] == pytest.approx(HALF_PI, abs=1e-7)


@pytest.mark.parametrize("kind", TrajectoryClass)
def test_a_missile_too_heavy_to_rise_is_refused_without_a_warning(kind: TrajectoryClass) -> None:
    heavy = catalog.missile("hwasong-7").arrays()._replace(payload_kg=6e4)
    with pytest.raises(ValueError, match="does not fly"):
        threat.aim_table(heavy, 0.7, 2.2, kind, air=AIR)


@pytest.mark.parametrize("apogee_m", [-5.0, math.inf])
def test_an_absurd_apogee_is_refused(apogee_m: float) -> None:
    missile = catalog.missile("hwasong-7").arrays()
    with pytest.raises(ValueError, match="apogee"):
        threat.aim_table(missile, 0.7, 2.2, TrajectoryClass.LOFTED, apogee_m, air=AIR)


@pytest.mark.parametrize("snr", [-3.0])
def test_the_radar_equation_refuses_a_negative_ratio(snr: float) -> None:
    radar = sensor.RadarEquation(1e5, 0.1, 1e10, 9.0, 0.8, 1.0)
    with pytest.raises(ValueError, match="signal-to-noise ratio above zero"):
        sensor.detection_range_m(radar, 1.0, 0.01, snr)
