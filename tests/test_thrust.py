"""Thrust told by a table: its impulse, its burn between the points, its rules and its source."""

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from shieldmap import campaign, catalog, flight, scenario, threat
from shieldmap.catalog.stage import STANDARD_GRAVITY_M_S2
from shieldmap.earth import WGS84
from shieldmap.model import Event, Missile, Status
from tests.test_own_entries import study_text

STILL = WGS84._replace(j2=0.0, rotation_rad_s=0.0, eccentricity_squared=0.0, air=0.0)
BURN_S = 108.7


def nodong(**thrust: Any) -> catalog.MissileEntry:
    """The Nodong of the catalogue, whose burn a table tells if one is given."""
    raw = catalog.missile("hwasong-7").model_dump()
    if thrust:
        raw["stages"][0]["thrust"] = {
            "basis": "estimate",
            "source": "own-estimate",
            "note": "x",
            **thrust,
        }
    return catalog.MissileEntry.model_validate(raw)


def impulse_kn_s() -> float:
    """Total impulse in vacuum of the Nodong's stage."""
    stage = catalog.missile("hwasong-7").stages[0]
    return stage.propellant_mass.si * stage.nozzle()[0] / 1e3


def ramp() -> dict[str, Any]:
    """Thrust that falls in a straight line to six tenths, with the stage's impulse."""
    first = impulse_kn_s() / BURN_S / 0.8
    return {"time_s": [0, BURN_S], "thrust_kn": [first, 0.6 * first]}


def straight_up(missile: Missile) -> tuple[float, float]:
    """Altitude and speed at burnout of a flight straight up, without air, on a still sphere."""
    position = np.array([STILL.semi_major_axis_m, 0.0, 0.0])
    axes = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    flown, _ = flight.fly(
        missile, flight.Launch(position, axes), flight.Steering(0.0, 0.0, math.inf), earth=STILL
    )
    velocity = flown.event_velocity_m_s[0, Event.BURNOUT]
    return float(flown.event_altitude_m[0, Event.BURNOUT]), float(np.linalg.norm(velocity))


def test_a_table_of_steady_thrust_is_the_steady_burn() -> None:
    steady = impulse_kn_s() / BURN_S
    told = nodong(time_s=[0, 20, BURN_S], thrust_kn=[steady] * 3).arrays()
    assert told.stage_propellant_kg.size == 2
    # The parts meet at 20 s, where the integrator starts anew: its own tolerance is 5 mm a step.
    assert straight_up(told) == pytest.approx(straight_up(nodong().arrays()), abs=0.1)


def test_a_falling_thrust_flies_as_scipy_integrates_it() -> None:
    """The rocket equation with thrust linear in time, by SciPy's DOP853 at 1e-10."""
    entry = nodong(**ramp())
    missile, table = entry.arrays(), ramp()
    exhaust = missile.stage_exhaust_m_s[0]
    start = (
        float(missile.stage_propellant_kg.sum() + missile.stage_dry_kg.sum()) + missile.payload_kg
    )

    def rates(t: float, y: Any) -> list[float]:
        push = float(np.interp(t, table["time_s"], table["thrust_kn"])) * 1e3
        return [y[1], push / y[2] - STILL.gm_m3_s2 / y[0] ** 2, -push / exhaust]

    there = STILL.semi_major_axis_m
    exact = solve_ivp(rates, (0.0, BURN_S), [there, 0.0, start], "DOP853", rtol=1e-10, atol=1e-6)
    altitude, speed = straight_up(missile)
    # A part of t seconds with the mean of a thrust that changes by dA leaves dA t^2 / 12, all of one sign:
    # parts of a second and some 20 m/s2 in all make 1.7 m. The speed differs by gravity's change alone.
    assert altitude == pytest.approx(exact.y[0, -1] - there, abs=3.0)
    assert speed == pytest.approx(exact.y[1, -1], abs=0.02)


def test_the_impulse_is_that_of_the_stage() -> None:
    missile, plain = nodong(**ramp()).arrays(), nodong().arrays()
    assert missile.stage_propellant_kg.sum() == pytest.approx(
        plain.stage_propellant_kg[0], rel=1e-12
    )
    assert missile.stage_burn_s.sum() == pytest.approx(BURN_S, rel=1e-12)
    assert missile.stage_dry_kg[-1] == plain.stage_dry_kg[0]
    assert not missile.stage_dry_kg[:-1].any()


def test_thrust_measured_at_sea_level_gains_what_the_air_took() -> None:
    exit_m2 = catalog.missile("hwasong-7").stages[0].nozzle()[1]
    lost_kn = 101.325 * exit_m2
    table = ramp()
    at_sea = [thrust - lost_kn for thrust in table["thrust_kn"]]
    vacuum = nodong(**table).arrays()
    sea = nodong(time_s=table["time_s"], thrust_kn=at_sea, at="sea level").arrays()
    np.testing.assert_allclose(sea.stage_propellant_kg, vacuum.stage_propellant_kg, rtol=1e-9)


def test_one_stage_of_many_parts_is_aimed_as_one_stage() -> None:
    missile = nodong(**ramp()).arrays()
    assert threat.last_burn_s(missile) == pytest.approx((0.0, BURN_S), abs=1e-9)
    at = (math.radians(40.0), math.radians(127.0))
    table = threat.aim_table(missile, *at)
    there = np.radians([[35.0], [128.0]])
    aims = threat.aim(missile, table, *there)
    assert aims.status[0] == Status.OK
    assert aims.residual_m[0] < 10.0
    assert 0.35 * BURN_S < aims.cutoff_s[0] < BURN_S


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"time_s": [0], "thrust_kn": [250]}, "1 points: expected 2 to"),
        ({"time_s": [0, BURN_S], "thrust_kn": [250]}, "2 points and thrust_kn 1"),
        ({"time_s": [1, BURN_S], "thrust_kn": [250, 250]}, "begin with 0 and to rise"),
        ({"time_s": [0, 5, 5, BURN_S], "thrust_kn": [250] * 4}, "begin with 0 and to rise"),
        ({"time_s": [0, 50, 60, BURN_S], "thrust_kn": [250, 0, 0, 250]}, "above zero"),
        ({"time_s": [0, 60], "thrust_kn": [250, 250]}, "outside of the range of burn_time"),
        ({"time_s": [0, BURN_S], "thrust_kn": [400, 400]}, "says 3"),
        ({"time_s": [0, 50, BURN_S], "thrust_kn": [100, 300, 400]}, "less thrust than weight"),
        ({"time_s": [0, BURN_S], "thrust_kn": [250, 250], "note": ""}, "reason in 'note'"),
        ({"time_s": [0, BURN_S], "thrust_kn": ["a", 250]}, "number"),
    ],
)  # fmt: skip
def test_a_wrong_table_is_one_sentence(table: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        nodong(**table)


def test_an_interceptor_has_a_table_too() -> None:
    """Its fly-out with thrust that falls is another one; its impulse stays."""
    raw = catalog.defence("thaad").model_dump()
    kit = catalog.defence("thaad").interceptor
    total = kit.propellant_mass.si * kit.specific_impulse_vacuum.si * STANDARD_GRAVITY_M_S2 / 1e3
    first, burn = total / kit.burn_time.si / 0.8, kit.burn_time.si
    raw["interceptor"]["thrust"] = {
        "time_s": [0, burn], "thrust_kn": [first, 0.6 * first],
        "basis": "estimate", "source": "own-estimate", "note": "x",
    }  # fmt: skip
    changed = catalog.DefenceEntry.model_validate(raw).interceptor.arrays()
    plain = kit.arrays()
    assert changed.stage_propellant_kg.sum() == pytest.approx(plain.stage_propellant_kg[0])
    assert straight_up(changed)[0] > straight_up(plain)[0] + 100.0


def test_a_study_flies_a_table_and_cites_it(tmp_path: Path) -> None:
    table = ramp()
    own = f"""
[[missiles]]
from = "hwasong-7"
id = "falling"
[[missiles.stages]]
[missiles.stages.thrust]
time_s = {table["time_s"]}
thrust_kn = {table["thrust_kn"]}
basis = "published"
source = "my-curve"
[[sources]]
key = "my-curve"
title = "A curve"
year = 2026
url = "https://example.org/curve"
"""
    text = study_text().replace('missile = "hwasong-7"', 'missile = "falling"')
    assert text != study_text()
    given = scenario.parse(text + own)
    assert "my-curve" in given.source_keys
    assert scenario.parse(scenario.to_toml(given)) == given
    assert given.catalogue.missile("falling").stages[0].thrust is not None
    assert campaign.scenario_rows(given)
