"""Our integrator against SciPy's DOP853 with the equations written again in inertial coordinates.

Nothing of ``flight`` is used here: gravity and its J2 part are the gradient of the potential, the
Earth turns under the flight, the air turns with it, and the atmosphere is the standard's own
layers and not the kernels' spline.
"""

import math
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np
import pytest
from scipy.integrate import solve_ivp
from scipy.interpolate import PchipInterpolator

from shieldmap import catalog, earth, flight, interceptor
from shieldmap.earth import WGS84
from shieldmap.model import Earth, Event, Floats, Missile, Status
from tests.against import authority
from tests.against.conftest import Agree

DRAG = authority.columns("drag_curve.csv")
DRAG_CURVE = PchipInterpolator(DRAG["mach"], DRAG["drag_coefficient"])
TOP_OF_LAYERS_M = 86e3
TOP_OF_AIR_M = 1000e3
FULL_BURN_S = 1e6

SITE = (math.radians(39.0), math.radians(127.0))
AZIMUTH_RAD = math.radians(165.0)
PITCH_RAD, CUTOFF_S = 0.66, 60.0

# In a vacuum both integrate the same equations; ours errs by its tolerance, 5 mm a step.
# Measured: 0.6 mm at impact.
VACUUM_M = 0.05
VACUUM_M_S = 1e-3
VACUUM_S = 1e-4
# In air our spline of the density rounds off the kinks of the layers by up to 0.2 % of the density
# and ours of the drag curve its knots. Measured: 0.1 m at cut-off, where most of the drag is past
# but no arc has made the error grow, and 2 m after the fall through all the air.
CUTOFF_M = 0.5
CUTOFF_M_S = 0.02
AIR_M = 6.0
AIR_S = 5e-3
# The interceptor burns out above Mach 7 below 20 km, where drag is largest. Measured: 2.4 m.
FLYOUT_M = 6.0
FLYOUT_M_S = 0.15
# (elevation in degrees, time in seconds) of ten points of the fly-out.
FLYOUT_POINTS = (
    (30.0, 10.0), (30.0, 60.0), (35.0, 16.0), (35.0, 90.0), (50.0, 5.0), (50.0, 40.0),
    (65.0, 100.0), (65.0, 25.0), (80.0, 70.0), (88.0, 120.0),
)  # fmt: skip


class Phase(NamedTuple):
    """What acts during one phase; ``steer`` gives the thrust's direction or None for a turn."""

    start_s: float
    stop_s: float
    mass_kg: float
    flow_kg_s: float
    exhaust_m_s: float
    exit_m2: float
    area_m2: float
    coefficient_kg_m2: float
    steer: Callable[[float], Floats] | None


def turn(angle: float, vector: Floats) -> Floats:
    """Earth-fixed to inertial: a turn about the axis."""
    c, s = math.cos(angle), math.sin(angle)
    x, y, z = vector
    return np.array([c * x - s * y, s * x + c * y, z])


def pull(r: Floats, system: Earth) -> Floats:
    """Gradient of GM/r (1 - J2/2 (a/r)^2 (3 sin^2 - 1)), from its two scalar parts."""
    distance = float(np.linalg.norm(r))
    unit = r / distance
    a2 = system.semi_major_axis_m**2
    point = -system.gm_m3_s2 / distance**2 * unit
    sine = unit[2]
    strength = 1.5 * system.j2 * system.gm_m3_s2 * a2 / distance**4
    radial = strength * (3.0 * sine**2 - 1.0) * unit
    # The derivative by the sine points along the meridian.
    meridian = -2.0 * strength * sine * (np.array([0.0, 0.0, 1.0]) - sine * unit)
    return point + radial + meridian


def height_of(r: Floats, system: Earth) -> float:
    """Geodetic height by iteration on the latitude."""
    e2, a = system.eccentricity_squared, system.semi_major_axis_m
    p, z = math.hypot(r[0], r[1]), r[2]
    latitude = math.atan2(z, p * (1.0 - e2))
    for _ in range(6):
        n = a / math.sqrt(1.0 - e2 * math.sin(latitude) ** 2)
        latitude = math.atan2(z + e2 * n * math.sin(latitude), p)
    s = math.sin(latitude)
    return p * math.cos(latitude) + z * s - a * math.sqrt(1.0 - e2 * s * s)


def air_at(height_m: float) -> tuple[float, float, float]:
    """Density, pressure and speed of sound; above the layers the air pushes on no nozzle."""
    if height_m >= TOP_OF_AIR_M:
        return 0.0, 0.0, _sound_at_top()
    air = earth.atmosphere(max(height_m, 0.0))
    if height_m > TOP_OF_LAYERS_M:
        return float(air.density_kg_m3), 0.0, _sound_at_top()
    return float(air.density_kg_m3), float(air.pressure_pa), float(air.sound_m_s)


@cache
def _sound_at_top() -> float:
    return float(earth.atmosphere(TOP_OF_LAYERS_M).sound_m_s)


def derivative(t: float, y: Floats, phase: Phase, system: Earth) -> Floats:
    r, v = y[:3], y[3:]
    spin = np.array([0.0, 0.0, system.rotation_rad_s])
    acceleration = pull(r, system)
    through_air = v - np.cross(spin, r)
    speed = float(np.linalg.norm(through_air))
    density, pressure, sound = (0.0, 0.0, 1.0)
    if system.air:
        density, pressure, sound = air_at(height_of(r, system))
    if phase.coefficient_kg_m2:
        drag = 0.5 * density * speed / phase.coefficient_kg_m2
        return np.concatenate([v, acceleration - drag * through_air])
    mass = phase.mass_kg - phase.flow_kg_s * (t - phase.start_s)
    mach = min(speed / sound, DRAG["mach"][-1])
    drag = 0.5 * density * speed * phase.area_m2 * float(DRAG_CURVE(mach)) / mass
    thrust = (phase.flow_kg_s * phase.exhaust_m_s - pressure * phase.exit_m2) / mass
    if phase.steer is None:
        direction = through_air / speed
    else:
        direction = turn(system.rotation_rad_s * t, phase.steer(t))
    return np.concatenate([v, acceleration - drag * through_air + thrust * direction])


def phases_of(
    missile: Missile, frame: Floats, azimuth: float, pitch: float, cutoff: float, zenith: float
) -> list[Phase]:
    """The phases of a single stage: hold, tilt, gravity turn and free body."""
    (propellant,), (burn,) = missile.stage_propellant_kg, missile.stage_burn_s
    flow = propellant / burn
    total = missile.payload_kg + propellant + missile.stage_dry_kg[0]
    along = math.sin(azimuth) * frame[0] + math.cos(azimuth) * frame[1]
    end = min(burn, cutoff)
    tilt_end = missile.rise_s + missile.pitch_s

    def tilted(angle: float) -> Floats:
        return math.cos(angle) * frame[2] + math.sin(angle) * along

    def tilting(t: float) -> Floats:
        return tilted(zenith + (pitch - zenith) * (t - missile.rise_s) / missile.pitch_s)

    cuts = (
        (0.0, missile.rise_s, lambda _: tilted(zenith)),
        (missile.rise_s, tilt_end, tilting),
        (tilt_end, end, None),
    )
    burning = [
        Phase(
            a, b, total - flow * a, flow, missile.stage_exhaust_m_s[0], missile.stage_exit_m2[0],
            missile.stage_area_m2[0], 0.0, steer,
        )
        for a, b, steer in cuts
        if b > a
    ]  # fmt: skip
    coefficient = missile.ballistic_coefficient_kg_m2
    return [*burning, Phase(end, 4000.0, 1.0, 0.0, 0.0, 0.0, 0.0, coefficient, None)]


class Flown(NamedTuple):
    """Earth-fixed states at the ends of the phases and at the times asked for."""

    ends: list[tuple[float, Floats]]
    states: dict[float, Floats]


def propagate(
    phases: list[Phase], position: Floats, system: Earth, times: tuple[float, ...] = ()
) -> Flown:
    """Fly the phases in inertial coordinates, the last until it meets the ground."""
    spin = np.array([0.0, 0.0, system.rotation_rad_s])
    y = np.concatenate([position, np.cross(spin, position)])

    def fixed(t: float, state: Floats) -> Floats:
        angle = -system.rotation_rad_s * t
        relative = state[3:] - np.cross(spin, state[:3])
        return np.concatenate([turn(angle, state[:3]), turn(angle, relative)])

    def ground(t: float, state: Floats) -> float:
        return height_of(state[:3], system)

    ground.terminal = True  # type: ignore[attr-defined]
    ground.direction = -1.0  # type: ignore[attr-defined]
    ends, states = [], {}
    for phase in phases:
        inside = [t for t in times if phase.start_s < t <= phase.stop_s]
        stop = phase.stop_s
        if times and phase is phases[-1]:
            stop = max([*times, phase.start_s + 1.0])
        solved = solve_ivp(
            lambda t, state, phase=phase: derivative(t, state, phase, system),
            (phase.start_s, stop), y, "DOP853", rtol=1e-12, atol=1e-6, dense_output=bool(inside),
            events=ground if phase is phases[-1] else None,
        )  # fmt: skip
        assert solved.success
        states.update({t: fixed(t, solved.sol(t)) for t in inside})
        y = solved.y[:, -1]
        ends.append((float(solved.t[-1]), fixed(solved.t[-1], y)))
    return Flown(ends, states)


@pytest.mark.parametrize(
    ("air", "cutoff_m", "cutoff_m_s", "impact_m", "impact_s"),
    [
        (0.0, VACUUM_M, VACUUM_M_S, VACUUM_M, VACUUM_S),
        (1.0, CUTOFF_M, CUTOFF_M_S, AIR_M, AIR_S),
    ],
)
def test_a_boosted_scud_b(
    agree: Agree,
    air: float,
    cutoff_m: float,
    cutoff_m_s: float,
    impact_m: float,
    impact_s: float,
) -> None:
    system = WGS84._replace(air=air)
    theirs = scud_b(air)
    missile = catalog.missile("hwasong-5").arrays()
    position = earth.geodetic_to_ecef(*np.array(SITE))
    one = np.ones(1)
    ours, _ = flight.fly(
        missile, position[None], earth.east_north_up(*SITE)[None], AZIMUTH_RAD * one,
        PITCH_RAD * one, CUTOFF_S * one, earth=system,
    )  # fmt: skip
    assert ours.status[0] == Status.OK
    time, state = theirs.ends[-2]
    assert time == CUTOFF_S
    agree(ours.event_position_m[0, Event.BURNOUT], state[:3], cutoff_m, "cut-off position")
    agree(ours.event_velocity_m_s[0, Event.BURNOUT], state[3:], cutoff_m_s, "cut-off velocity")
    time, state = theirs.ends[-1]
    agree(ours.event_position_m[0, Event.IMPACT], state[:3], impact_m, "impact position")
    agree(ours.event_time_s[0, Event.IMPACT], time, impact_s, "impact time")


@cache
def scud_b(air: float) -> Flown:
    missile = catalog.missile("hwasong-5").arrays()
    frame = earth.east_north_up(*SITE)
    phases = phases_of(missile, frame, AZIMUTH_RAD, PITCH_RAD, CUTOFF_S, 0.0)
    position = earth.geodetic_to_ecef(*np.array(SITE))
    return propagate(phases, position, WGS84._replace(air=air))


@pytest.mark.parametrize("elevation_deg", sorted({point[0] for point in FLYOUT_POINTS}))
def test_the_interceptors_fly_out(agree: Agree, elevation_deg: float) -> None:
    times = tuple(t for angle, t in FLYOUT_POINTS if angle == elevation_deg)
    theirs = fly_out(elevation_deg, times)
    missile = catalog.defence("thaad").interceptor.arrays()
    grid, ground, altitude, speed = interceptor.fly_out(
        missile, np.array([math.radians(elevation_deg)])
    )
    for t in times:
        sample = int(np.searchsorted(grid, t))
        assert grid[sample] == t
        x, y, z, *velocity = theirs.states[t]
        radius = interceptor.STILL_SPHERE.semi_major_axis_m
        assert abs(y) < FLYOUT_M
        agree(ground[0, sample], radius * math.atan2(z, x), FLYOUT_M, f"ground range at {t} s")
        agree(altitude[0, sample], math.hypot(x, z) - radius, FLYOUT_M, f"altitude at {t} s")
        agree(speed[0, sample], np.linalg.norm(velocity), FLYOUT_M_S, f"speed at {t} s")


@cache
def fly_out(elevation_deg: float, times: tuple[float, ...]) -> Flown:
    missile = catalog.defence("thaad").interceptor.arrays()
    system = interceptor.STILL_SPHERE
    # East, north and up of a site on the equator; the launch is to the north.
    frame = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    tilt = math.radians(90.0 - elevation_deg)
    phases = phases_of(missile, frame, 0.0, tilt, FULL_BURN_S, tilt)
    position = np.array([system.semi_major_axis_m, 0.0, 0.0])
    return propagate(phases, position, system, times)
