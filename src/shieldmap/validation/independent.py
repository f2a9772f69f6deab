"""An independent propagator: SciPy's DOP853 with the equations written again.

Nothing of ``flight`` is used: the equations are in inertial coordinates, gravity and its J2 part
are the gradient of the potential, the Earth turns under the flight and the air turns with it.
The air comes in two ways: from the kernels' own smooth tables, which leaves only the equations and
the integration to differ, and from the standard's own layers and the knots of the drag curve,
which shows what the smoothing of the tables costs.
"""

import math
from collections.abc import Callable
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import earth
from shieldmap.model import Earth, Floats, Missile
from shieldmap.validation import authority

RELATIVE: Final = 1e-12
ABSOLUTE: Final = 1e-6
"""Metres and metres per second: a millionth of the agreement that is asked for."""

_TOP_OF_LAYERS_M: Final = 86e3
_TOP_OF_AIR_M: Final = 1000e3
_LONGEST_S: Final = 10000.0


class IndependentAir(NamedTuple):
    """Density, pressure on a nozzle and speed of sound at a height; drag by Mach number."""

    at: Callable[[float], tuple[float, float, float]]
    drag_coefficient: Callable[[float], float]


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


class FlownIndependently(NamedTuple):
    """Earth-fixed states at the ends of the phases and at the times asked for."""

    ends: list[tuple[float, Floats]]
    states: dict[float, Floats]


# --- air -------------------------------------------------------------------------


def no_air() -> IndependentAir:
    """A vacuum."""
    return IndependentAir(lambda _: (0.0, 0.0, 1.0), lambda _: 0.0)


@cache
def smooth_air() -> IndependentAir:
    """The kernels' own tables, so that only the equations differ."""
    tables = earth.tables()
    step = tables.fine_step_m
    top = step * tables.fine_sound_m_s.shape[0]

    def at(height_m: float) -> tuple[float, float, float]:
        _, pressure, sound = earth.near_air(tables, height_m)
        return earth.density(tables, height_m), pressure if height_m < top else 0.0, sound

    return IndependentAir(
        at, lambda mach: earth.cubic(tables.drag_coefficient, tables.mach_step, mach)
    )


@cache
def layered_air() -> IndependentAir:
    """The layers of the standard and a monotone curve through the published knots of the drag."""
    from scipy.interpolate import CubicHermiteSpline, PchipInterpolator

    table = authority.csv_columns("drag_curve.csv")
    knots, values = table["mach"], table["drag_coefficient"]
    slopes = PchipInterpolator(knots, values).derivative()(knots)
    slopes[[0, -1]] = 0.0  # the curve is held beyond its ends, so it is level there
    curve = CubicHermiteSpline(knots, values, slopes)
    last = float(table["mach"][-1])
    sound_at_top = float(earth.atmosphere(_TOP_OF_LAYERS_M).sound_m_s)

    def at(height_m: float) -> tuple[float, float, float]:
        if height_m >= _TOP_OF_AIR_M:
            return 0.0, 0.0, sound_at_top
        air = earth.atmosphere(max(height_m, 0.0))
        if height_m > _TOP_OF_LAYERS_M:
            # Above the layers the air pushes on no nozzle.
            return float(air.density_kg_m3), 0.0, sound_at_top
        return float(air.density_kg_m3), float(air.pressure_pa), float(air.sound_m_s)

    return IndependentAir(at, lambda mach: float(curve(min(mach, last))))


# --- the equations ---------------------------------------------------------------


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
    return np.asarray(point + radial + meridian)


def height_of(r: Floats, system: Earth) -> float:
    """Geodetic height by iteration on the latitude."""
    e2, a = system.eccentricity_squared, system.semi_major_axis_m
    p, z = math.hypot(r[0], r[1]), r[2]
    latitude = math.atan2(z, p * (1.0 - e2))
    for _ in range(6):
        n = a / math.sqrt(1.0 - e2 * math.sin(latitude) ** 2)
        latitude = math.atan2(z + e2 * n * math.sin(latitude), p)
    s = math.sin(latitude)
    return float(p * math.cos(latitude) + z * s - a * math.sqrt(1.0 - e2 * s * s))


def derivative(t: float, y: Floats, phase: Phase, system: Earth, air: IndependentAir) -> Floats:
    """The right-hand side in inertial coordinates."""
    r, v = y[:3], y[3:]
    spin = np.array([0.0, 0.0, system.rotation_rad_s])
    through_air = v - np.cross(spin, r)
    speed = float(np.linalg.norm(through_air))
    density, pressure, sound = air.at(height_of(r, system))
    acceleration = pull(r, system)
    if phase.coefficient_kg_m2:
        drag = 0.5 * density * speed / phase.coefficient_kg_m2
        return np.concatenate([v, acceleration - drag * through_air])
    mass = phase.mass_kg - phase.flow_kg_s * (t - phase.start_s)
    coefficient = air.drag_coefficient(speed / sound)
    drag = 0.5 * density * speed * phase.area_m2 * coefficient / mass
    acceleration = acceleration - drag * through_air
    if phase.flow_kg_s:
        thrust = (phase.flow_kg_s * phase.exhaust_m_s - pressure * phase.exit_m2) / mass
        if phase.steer is None:
            direction = through_air / speed
        else:
            direction = turn(system.rotation_rad_s * t, phase.steer(t))
        acceleration = acceleration + thrust * direction
    return np.concatenate([v, acceleration])


# --- the flight ------------------------------------------------------------------


def phases_of(
    missile: Missile, frame: Floats, azimuth: float, pitch: float, cutoff: float, zenith: float
) -> list[Phase]:
    """The phases of a flight: hold, tilt, gravity turn by stage, coasts, and the free body."""
    along = math.sin(azimuth) * frame[0] + math.cos(azimuth) * frame[1]
    rise_end, tilt_end = missile.rise_s, missile.rise_s + missile.pitch_s

    def tilted(angle: float) -> Floats:
        return np.asarray(math.cos(angle) * frame[2] + math.sin(angle) * along)

    def tilting(t: float) -> Floats:
        return tilted(zenith + (pitch - zenith) * (t - rise_end) / missile.pitch_s)

    steering = (
        (0.0, rise_end, lambda _: tilted(zenith)),
        (rise_end, tilt_end, tilting),
        (tilt_end, math.inf, None),
    )
    phases: list[Phase] = []
    stages = missile.stage_burn_s.size
    ignition = 0.0
    mass = missile.payload_kg + float(np.sum(missile.stage_propellant_kg + missile.stage_dry_kg))
    for i in range(stages):
        burnout = ignition + float(missile.stage_burn_s[i])
        end = min(burnout, cutoff)
        flow = float(missile.stage_propellant_kg[i] / missile.stage_burn_s[i])
        exhaust, exit_m2 = float(missile.stage_exhaust_m_s[i]), float(missile.stage_exit_m2[i])
        area = float(missile.stage_area_m2[i])
        for start, stop, steer in steering:
            a, b = max(start, ignition), min(stop, end)
            if b > a:
                now = mass - flow * (a - ignition)
                phases.append(Phase(a, b, now, flow, exhaust, exit_m2, area, 0.0, steer))
        if cutoff <= burnout or i + 1 == stages:
            break
        mass -= float(missile.stage_propellant_kg[i] + missile.stage_dry_kg[i])
        ignition = burnout + float(missile.stage_coast_s[i])
        if ignition > burnout:
            area = float(missile.stage_area_m2[i + 1])
            phases.append(Phase(burnout, ignition, mass, 0.0, 0.0, 0.0, area, 0.0, None))
    coefficient = missile.ballistic_coefficient_kg_m2
    free = Phase(phases[-1].stop_s, _LONGEST_S, 1.0, 0.0, 0.0, 0.0, 0.0, coefficient, None)
    return [*phases, free]


def propagate(
    phases: list[Phase],
    position: Floats,
    system: Earth,
    air: IndependentAir,
    times: tuple[float, ...] = (),
) -> FlownIndependently:
    """Fly the phases in inertial coordinates, the last until it meets the ground.

    With ``times`` the last phase ends at the last of them.
    """
    spin = np.array([0.0, 0.0, system.rotation_rad_s])
    y = np.concatenate([position, np.cross(spin, position)])

    def fixed(t: float, state: Floats) -> Floats:
        angle = -system.rotation_rad_s * t
        relative = state[3:] - np.cross(spin, state[:3])
        return np.concatenate([turn(angle, state[:3]), turn(angle, relative)])

    ends, states = [], {}
    for phase in phases:
        is_last = phase is phases[-1]
        inside = [t for t in times if phase.start_s < t <= phase.stop_s]
        stop = max([*times, phase.start_s + 1.0]) if times and is_last else phase.stop_s
        solved = _solve(phase, stop, y, system, air, has_ground=is_last, is_dense=bool(inside))
        states.update({t: fixed(t, solved.sol(t)) for t in inside})
        y = solved.y[:, -1]
        ends.append((float(solved.t[-1]), fixed(float(solved.t[-1]), y)))
    return FlownIndependently(ends, states)


def _solve(
    phase: Phase,
    stop: float,
    y: Floats,
    system: Earth,
    air: IndependentAir,
    *,
    has_ground: bool,
    is_dense: bool,
) -> Any:
    from scipy.integrate import solve_ivp

    def ground(_: float, state: Floats) -> float:
        return height_of(state[:3], system)

    ground.terminal = True  # type: ignore[attr-defined]
    ground.direction = -1.0  # type: ignore[attr-defined]
    solved = solve_ivp(
        lambda t, state: derivative(t, state, phase, system, air),
        (phase.start_s, stop),
        y,
        "DOP853",
        rtol=RELATIVE,
        atol=ABSOLUTE,
        dense_output=is_dense,
        events=ground if has_ground else None,
    )
    if not solved.success:
        raise RuntimeError(f"the independent propagator stopped: {solved.message}")
    return solved
