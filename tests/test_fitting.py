"""Reading a flight back: what was flown is found again, and an arc without boost is a conic."""

import math

import numpy as np
import pytest

from shieldmap import catalog, earth, fitting, flight, threat
from shieldmap.fitting import Observation
from shieldmap.model import Event, Missile, Status

AIR = earth.tables()
SITE = np.radians([39.28, 125.87])
# The solver stops at 3 m. A lofted flight changes its range by kilometres and its apogee by tens
# of kilometres for a kilogram or a tenth of a second, so both come back to a part in 10,000.
FOUND = 1e-4


def observe(missile: Missile, azimuth: float, pitch: float, cutoff_s: float) -> Observation:
    """Fly a missile and publish its range, direction and apogee."""
    site = flight.Launch(earth.geodetic_to_ecef(*SITE), earth.east_north_up(*SITE))
    flown, _ = flight.fly(missile, site, flight.Steering(azimuth, pitch, cutoff_s), air=AIR)
    assert flown.status[0] == Status.OK
    lat, lon, _ = earth.ecef_to_geodetic(flown.event_position_m[0, Event.IMPACT])
    distance, bearing, _ = earth.geodesic_inverse(SITE[0], SITE[1], lat, lon)
    apogee_m = float(flown.event_altitude_m[0, Event.APOGEE])
    return Observation(SITE[0], SITE[1], float(bearing), float(distance), apogee_m)


@pytest.mark.parametrize("missile_id", ["hwasong-7", "hwasong-12", "hwasong-15", "hwasong-18"])
@pytest.mark.parametrize(("azimuth_deg", "pitch"), [(75.0, 0.06), (250.0, 0.12)])
@pytest.mark.parametrize("factor", [0.7, 1.3])
def test_the_payload_that_was_flown_is_found(
    missile_id: str, azimuth_deg: float, pitch: float, factor: float
) -> None:
    known = catalog.missile(missile_id).arrays()
    payload_kg = factor * known.payload_kg
    cutoff_s = threat.last_burn_s(known)[1]
    seen = observe(
        known._replace(payload_kg=payload_kg), math.radians(azimuth_deg), pitch, cutoff_s
    )
    found = fitting.fit_reading(known, seen, "payload", air=AIR)
    assert found.missile.payload_kg == pytest.approx(payload_kg, rel=FOUND)
    assert found.pitch_rad == pytest.approx(pitch, rel=FOUND)
    assert math.degrees(found.azimuth_rad) == pytest.approx(azimuth_deg, abs=0.01)
    assert max(found.miss_m, abs(found.apogee_miss_m)) < fitting.HIT_M
    # The test would accept nothing a hundred tolerances away.
    assert found.missile.payload_kg != pytest.approx(payload_kg * (1.0 + 100 * FOUND), rel=FOUND)


@pytest.mark.parametrize(("missile_id", "share"), [("hwasong-7", 0.9), ("hwasong-14", 0.8)])
def test_the_cut_off_that_was_flown_is_found(missile_id: str, share: float) -> None:
    known = catalog.missile(missile_id).arrays()
    ignition, burnout = threat.last_burn_s(known)
    cutoff_s = ignition + share * (burnout - ignition)
    seen = observe(known, math.radians(75.0), 0.07, cutoff_s)
    found = fitting.fit_reading(known, seen, "cut-off", air=AIR)
    assert found.cutoff_s == pytest.approx(cutoff_s, rel=FOUND)
    assert found.missile.payload_kg == known.payload_kg


def test_a_flight_that_cannot_be_flown_is_refused_in_a_sentence() -> None:
    scud, solid = (catalog.missile(name).arrays() for name in ("hwasong-5", "pukguksong-2"))
    far = Observation(SITE[0], SITE[1], 1.3, 900e3, 2000e3)
    with pytest.raises(ValueError, match="no flight of this missile goes 900 km far"):
        fitting.fit_reading(scud, far, "cut-off", air=AIR)
    with pytest.raises(ValueError, match="cannot cut its thrust off"):
        fitting.fit_reading(solid, far, "cut-off", air=AIR)
    with pytest.raises(ValueError, match="expected payload or cut-off"):
        fitting.fit_reading(scud, far, "mass", air=AIR)


# ---------------------------------------------------------------------------------------------
# The arc without boost and air


@pytest.mark.parametrize(
    ("bearing_deg", "range_m", "apogee_m"),
    [(75.0, 950e3, 4475e3), (270.0, 787e3, 2111.5e3), (0.0, 300e3, 80e3), (45.0, 8000e3, 1200e3)],
)
def test_the_arc_is_the_conic_of_its_energy_and_momentum(
    bearing_deg: float, range_m: float, apogee_m: float
) -> None:
    """Time by Kepler's equation [bate-mueller-white], from the elements of the inertial state."""
    seen = Observation(SITE[0], SITE[1], math.radians(bearing_deg), range_m, apogee_m)
    arc = fitting.kepler_arc(seen)
    start = arc.event_position_m[0, Event.BURNOUT]
    turn = np.array([0.0, 0.0, earth.WGS84.rotation_rad_s])
    velocity = arc.event_velocity_m_s[0, Event.BURNOUT] + np.cross(turn, start)
    mu = earth.WGS84.gm_m3_s2
    r = float(np.linalg.norm(start))
    axis_m = 1.0 / (2.0 / r - float(velocity @ velocity) / mu)
    momentum2 = float(np.sum(np.cross(start, velocity) ** 2))
    eccentricity = math.sqrt(1.0 - momentum2 / (mu * axis_m))

    def since_perigee_s(radius: float) -> float:
        anomaly = math.acos((1.0 - radius / axis_m) / eccentricity)
        return math.sqrt(axis_m**3 / mu) * (anomaly - eccentricity * math.sin(anomaly))

    period_s = 2.0 * math.pi * math.sqrt(axis_m**3 / mu)
    fall_m = float(np.linalg.norm(arc.event_position_m[0, Event.IMPACT]))
    expected_s = period_s - since_perigee_s(r) - since_perigee_s(fall_m)
    # The flight is integrated to 5 mm a step: tens of milliseconds at kilometres a second would
    # be tens of metres.
    assert arc.event_time_s[0, Event.IMPACT] == pytest.approx(expected_s, abs=0.005)
    lat, lon, _ = earth.ecef_to_geodetic(arc.event_position_m[0, Event.IMPACT])
    distance, bearing, _ = earth.geodesic_inverse(SITE[0], SITE[1], lat, lon)
    assert distance == pytest.approx(range_m, abs=fitting.HIT_M)
    assert math.degrees(bearing) % 360.0 == pytest.approx(bearing_deg, abs=0.01)
    assert arc.event_altitude_m[0, Event.APOGEE] == pytest.approx(apogee_m, abs=fitting.HIT_M)


# ---------------------------------------------------------------------------------------------
# What a reading says


def test_the_standard_range_is_the_farthest_of_all_pitch_angles() -> None:
    missile = catalog.missile("hwasong-12").arrays()
    seen = observe(missile, math.radians(75.0), 0.08, 130.0)
    said = fitting.measure(fitting.fit_reading(missile, seen, "payload", air=AIR), seen, air=AIR)
    pitch = np.linspace(0.2, 0.9, 2001)
    n = pitch.size
    site = flight.Launch(earth.geodetic_to_ecef(*SITE), earth.east_north_up(*SITE))
    steering = flight.Steering(math.radians(75), pitch, said.cutoff_s)
    flown, _ = flight.fly(missile._replace(payload_kg=said.payload_kg), site, steering, air=AIR)
    lat, lon, _ = earth.ecef_to_geodetic(flown.event_position_m[:, Event.IMPACT])
    distance, _, _ = earth.geodesic_inverse(np.full(n, SITE[0]), np.full(n, SITE[1]), lat, lon)
    # The top is flat: a step of 0.35 mrad beside it costs less than 100 m of 5,000 km; the seeds'
    # tolerance and the azimuth found again are worth some hundred metres.
    assert said.standard_range_m == pytest.approx(float(np.nanmax(distance)), abs=1e3)
    # Flown eastwards, the turning Earth lends speed.
    assert said.standard_range_still_m < said.standard_range_m - 100e3


def test_the_spread_holds_the_value_and_grows_with_the_errors() -> None:
    entry = catalog.missile("hwasong-12")
    missile = entry.arrays()
    seen = Observation(SITE[0], SITE[1], math.radians(75.0), 787e3, 2111.5e3)
    others = [missile._replace(ballistic_coefficient_kg_m2=beta) for beta in (5000.0, 15000.0)]
    small, large = (
        fitting.spread(
            missile, others, seen, "payload", range_error_m=share * seen.range_m,
            apogee_error_m=share * seen.apogee_m, air=AIR,
        )
        for share in (0.001, 0.02)
    )  # fmt: skip
    for low, value, high in zip(small.low, small.value, small.high, strict=True):
        assert low <= value <= high
    wide = large.high.payload_kg - large.low.payload_kg
    narrow = small.high.payload_kg - small.low.payload_kg
    assert wide > 5.0 * narrow > 0.0
    assert small.left_out == large.left_out == 0


def test_a_flight_beyond_what_is_searched_has_no_end() -> None:
    """The Hwasong-18 of July 2023 would go farther than a third of the way round."""
    missile = catalog.missile("hwasong-18").arrays()
    seen = Observation(SITE[0], SITE[1], math.radians(75.0), 1001.2e3, 6648.4e3)
    said = fitting.measure(fitting.fit_reading(missile, seen, air=AIR), seen, air=AIR)
    assert math.isinf(said.standard_range_m)
