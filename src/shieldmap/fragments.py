"""What an intercept leaves behind: its fragments, how high they rise and when they are down.

Question: two bodies collide between 40 and 150 km. How many fragments of which size are there,
how fast do they part, do they rise to where satellites are, and how long do they stay there?

Model: NASA's standard breakup model for collisions [johnson2001], the variant for spacecraft: how
many fragments are longer than a characteristic length (the mean of three extents at right angles),
the area-to-mass ratio by length, the cross section from the length, and the velocity increment by
area-to-mass ratio, in any direction alike. The mass that goes in follows [krisko2011]. Each
fragment then flies as a free body with its own ballistic coefficient by ``flight``.

Choices, where the model leaves them open:

- Every fragment leaves with the velocity of the body it comes from plus its increment; the two
  clouds cross and do not slow each other down. A fragment belongs to a body with the probability
  of that body's share of the broken mass, and to the heavier body if the lighter weighs less.
- An increment above 1.3 times the closing speed is drawn again (its distribution ends there). The
  paper has no such end; the factor is a convention recalled and not found again.
- Between 8 and 11 cm, where the paper bridges two laws for the area-to-mass ratio, the chance of
  the law for large fragments grows linearly with the length. The law for large ones is a mixture:
  a fragment follows one of its two normal distributions, not a weighted sum of both.

Limits: the model rests on satellites, rocket stages and laboratory shots; a reentry vehicle is
denser, so this is an extrapolation. Masses need not add up to the mass broken (from 1 cm to 1 m
they make about 1.1 of it), and the increments bring in energy of their own, 1 to 5 % of what the
bodies close with.
Without a catastrophe the cratered remainder of the heavier body is not among the fragments.
Fragments do not melt or burn up, have no lift and keep one drag coefficient. The light ones
flutter through the lowest air for hours, no danger to any satellite: tell them by their altitude.

Frame: Earth-fixed (ECEF), also for velocities. Units: SI and radians; the published laws are in
metres, kilograms, metres per second and decimal logarithms.
"""

import math
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import flight
from shieldmap.earth import WGS84, height_and_normal, tables
from shieldmap.kernels import njit
from shieldmap.model import Codes, Earth, Event, Flights, Floats, Missile, Status, Tables

CATASTROPHE_J_KG: Final = 40e3
"""Energy per mass of the larger body from which both bodies break up: 40 J/g [johnson2001]."""

DRAG_COEFFICIENT: Final = 2.2
"""Drag coefficient of a fragment on its mean cross section: the usual one in free molecular flow
[vallado2013]. Tumbling bodies in thick air have about half of it and fall sooner."""

ORBIT_S: Final = 5400.0
"""About one revolution in a low orbit."""

LONGEST_S: Final = 12000.0
"""What the integrator flies at most."""

MOST_OF_CLOSING_SPEED: Final = 1.3
"""Largest velocity increment over the closing speed; see the choices above."""

# N(longer than L) = 0.1 M^0.75 L^-1.71 [johnson2001, eq. 4].
_COUNT: Final = 0.1
_COUNT_MASS_POWER: Final = 0.75
_COUNT_LENGTH_POWER: Final = 1.71
# Cross section from length [johnson2001, eq. 8 and 9].
_TINY_M: Final = 0.00167
_TINY_AREA: Final = 0.540424
_AREA: Final = 0.556945
_AREA_POWER: Final = 2.0047077
# Where the law for small fragments ends and the one for large ones begins [johnson2001].
_SMALL_M: Final = 0.08
_LARGE_M: Final = 0.11
# log10 of the increment: normal about 0.9 chi + 2.9 [johnson2001, eq. 12].
_INCREMENT_SLOPE: Final = 0.9
_INCREMENT_MEAN: Final = 2.9
_INCREMENT_SIGMA: Final = 0.4
# First guess of the normal quantile [abramowitz-stegun1964, 26.2.23], good to 4.5e-4.
_GUESS_ABOVE: Final = (2.515517, 0.802853, 0.010328)
_GUESS_BELOW: Final = (1.432788, 0.189269, 0.001308)

_SAMPLE_S: Final = 10.0

# A body without stages, as the integrator takes it; its coefficient is given for each fragment.
_NONE: Final = np.empty(0)
_FREE_BODY: Final = Missile(
    _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, 1.0, 0.0, 0.0, 1.0, False
)
# Fragments that are flown at once: their samples take 60 kB each.
_BATCH: Final = 256


class Body(NamedTuple):
    """One of the two bodies that collide: its mass and its velocity (3,) in ECEF."""

    mass_kg: float
    velocity_m_s: Floats


class Fragments(NamedTuple):
    """A sample of fragments, one a row.

    ``parent`` is 0 for the first body, 1 for the second and -1 for a row whose draws are no
    numbers between 0 and 1; such a row is NaN. ``area_m2`` is the mean cross section.
    """

    parent: Codes
    length_m: Floats
    area_m2: Floats
    mass_kg: Floats
    ballistic_coefficient_kg_m2: Floats
    velocity_m_s: Floats


class Fates(NamedTuple):
    """What became of each fragment, (n,) each, within the time allowed.

    ``highest_altitude_m`` counts from the collision on. ``time_to_fall_s`` is the impact on the
    ground and ``time_to_reentry_s`` the last passage down through 100 km, 0 for a fragment that
    never was above; both are NaN while it is up. ``is_up_after_orbit`` says that it had not
    reached the ground after one revolution, and ``altitude_after_orbit_m`` where it was then, so
    that what flutters in the air can be told from what is in space (NaN once fallen).
    ``status`` is OK for a fragment that fell and TIME_LIMIT for one that was still up, one that
    escapes among them. A row that failed has its status, and NaN where nothing is known:
    STEP_LIMIT is a light flake for whose flutter in the lowest air the steps did not suffice.
    """

    highest_altitude_m: Floats
    time_to_fall_s: Floats
    time_to_reentry_s: Floats
    altitude_after_orbit_m: Floats
    is_up_after_orbit: NDArray[np.bool_]
    status: Codes


def closing_speed_m_s(first: Body, second: Body) -> float:
    """Speed at which the two bodies meet, the same in a turning and in a still frame."""
    return float(np.linalg.norm(np.subtract(first.velocity_m_s, second.velocity_m_s)))


def specific_energy_j_kg(first: Body, second: Body) -> float:
    """Kinetic energy of the lighter body as the heavier one sees it, per mass of the heavier."""
    lighter, heavier = sorted((first.mass_kg, second.mass_kg))
    return 0.5 * lighter * closing_speed_m_s(first, second) ** 2 / heavier


def is_catastrophic(first: Body, second: Body) -> bool:
    """Whether both bodies break up entirely, at 40 J/g or more [johnson2001]."""
    return specific_energy_j_kg(first, second) >= CATASTROPHE_J_KG


def broken_mass_kg(first: Body, second: Body) -> float:
    """Mass that the count of fragments takes: of both bodies, or of the crater.

    Below a catastrophe it is the lighter mass times the square of the closing speed in km/s
    [krisko2011]; [johnson2001] prints that without the square. It jumps up at the catastrophe.
    """
    if is_catastrophic(first, second):
        return first.mass_kg + second.mass_kg
    return min(first.mass_kg, second.mass_kg) * (1e-3 * closing_speed_m_s(first, second)) ** 2


def expected_count(total_mass_kg: float, least_length_m: float) -> float:
    """How many fragments are longer than a length, given :func:`broken_mass_kg`.

    A sample of n between two lengths stands for the difference of their counts, and each of its
    rows for one n-th of that.
    """
    by_mass = _COUNT * math.pow(total_mass_kg, _COUNT_MASS_POWER)
    return by_mass * math.pow(least_length_m, -_COUNT_LENGTH_POWER)


def break_up(
    first: Body,
    second: Body,
    uniform: Floats,
    least_length_m: float,
    greatest_length_m: float,
) -> Fragments:
    """Fragments of a collision between two lengths, as given draws have them.

    Parameters
    ----------
    uniform : draws (n, 6) between 0 and 1, both excluded. By column: the length (longer for more);
        the body it comes from and which law its area-to-mass ratio follows; that ratio; the
        velocity increment; the cosine and the angle of the increment's direction about the z axis.

    Returns
    -------
    n fragments; the same draws give the same ones. All rows are bad where a body has no mass or
    velocity, or the lengths are not in order.
    """
    draws = np.ascontiguousarray(uniform, dtype=np.float64)
    n = draws.shape[0]
    parent = np.full(n, -1, dtype=np.int8)
    kept = np.full((4, n), np.nan)
    velocity = np.full((n, 3), np.nan)
    masses = np.array([first.mass_kg, second.mass_kg], dtype=np.float64)
    starts = np.array([first.velocity_m_s, second.velocity_m_s], dtype=np.float64)
    are_bodies = bool(np.all(masses > 0.0) and np.all(np.isfinite(masses)))
    if are_bodies and np.all(np.isfinite(starts)) and 0.0 < least_length_m < greatest_length_m:
        _sample_row(
            draws,
            masses,
            starts,
            _share_of_first(first, second),
            closing_speed_m_s(first, second),
            least_length_m,
            greatest_length_m,
            parent,
            kept,
            velocity,
        )
    return Fragments(parent, kept[0], kept[1], kept[2], kept[3], velocity)


def _share_of_first(first: Body, second: Body) -> float:
    """Share of the first body in the broken mass.

    Short of a catastrophe the lighter body is shattered and the rest comes out of the heavier.
    """
    if is_catastrophic(first, second):
        return first.mass_kg / (first.mass_kg + second.mass_kg)
    lighter = min(first.mass_kg, second.mass_kg)
    share = lighter / max(broken_mass_kg(first, second), lighter)
    return share if first.mass_kg < second.mass_kg else 1.0 - share


def fly_fragments(
    position_m: Floats,
    fragments: Fragments,
    until_s: float = LONGEST_S,
    *,
    orbit_s: float = ORBIT_S,
    earth: Earth = WGS84,
    air: Tables | None = None,
) -> Fates:
    """Fly every fragment from the place (3,) of the collision until it falls or time is up.

    Parameters
    ----------
    until_s : the time allowed, at most :data:`LONGEST_S`.
    orbit_s : when to ask what is still up; ``until_s`` where that is sooner.
    """
    if not (0.0 < until_s <= LONGEST_S and orbit_s > 0.0):
        raise ValueError(
            f"until_s is {until_s} and orbit_s is {orbit_s}: expected more than 0, and at most "
            f"{LONGEST_S:g} for until_s"
        )
    orbit = min(orbit_s, until_s)
    revolution = math.ceil(orbit / _SAMPLE_S)  # the sample at which the revolution ends
    every = orbit / revolution
    samples = math.floor(until_s / every + 1e-9) + 1
    n = fragments.length_m.size
    unknown = partial(np.full, n, np.nan)
    status = np.full(n, Status.BAD_INPUT, dtype=np.int8)
    is_up = np.zeros(n, dtype=np.bool_)
    fates = Fates(unknown(), unknown(), unknown(), unknown(), is_up, status)
    around = air if air is not None else tables()
    altitude = np.empty(samples)
    for start in range(0, n, _BATCH):
        rows = slice(start, min(start + _BATCH, n))
        velocity = fragments.velocity_m_s[rows]
        state = np.hstack([np.broadcast_to(position_m, velocity.shape), velocity])
        flown, kept = flight.fall(
            _FREE_BODY,
            np.zeros(velocity.shape[0]),
            state,
            earth=earth,
            air=around,
            every_s=every,
            until_s=until_s,
            ballistic_coefficient_kg_m2=fragments.ballistic_coefficient_kg_m2[rows],
        )
        assert kept is not None
        ellipsoid = earth.semi_major_axis_m, earth.eccentricity_squared
        for k in np.flatnonzero(flown.status != Status.BAD_INPUT).tolist():
            _altitudes(kept.position_m[k], *ellipsoid, altitude)
            _judge_fragment(start + k, k, flown, altitude, revolution, until_s, fates)
    return fates


def _judge_fragment(
    row: int,
    k: int,
    flown: Flights,
    altitude: Floats,
    revolution: int,
    until_s: float,
    fates: Fates,
) -> None:
    """Fill one row from flight k; ``altitude`` is sampled to the end of the time allowed."""
    time = flown.event_time_s[k]
    seen = float(np.nanmax(altitude))
    if time[Event.APOGEE] <= until_s:
        seen = max(seen, float(flown.event_altitude_m[k, Event.APOGEE]))
    fates.highest_altitude_m[row] = seen
    fates.altitude_after_orbit_m[row] = altitude[revolution]
    fates.is_up_after_orbit[row] = np.isfinite(altitude[revolution])
    if time[Event.REENTRY] <= until_s:
        fates.time_to_reentry_s[row] = time[Event.REENTRY]
    elif seen <= flight.REENTRY_M:
        fates.time_to_reentry_s[row] = 0.0
    elif np.isnan(time[Event.REENTRY]) and altitude[np.isfinite(altitude)][-1] <= flight.REENTRY_M:
        # It was above within one step only, about its highest point, and no event tells when.
        fates.time_to_reentry_s[row] = time[Event.APOGEE]
    if time[Event.IMPACT] <= until_s:
        fates.time_to_fall_s[row] = time[Event.IMPACT]
        fates.status[row] = Status.OK
    elif np.isfinite(altitude[-1]):
        fates.status[row] = Status.TIME_LIMIT
    else:
        fates.status[row] = flown.status[k]


# ---------------------------------------------------------------------------------------------
# Kernels

# What a draw decides, and what is kept of a fragment.
_BY_LENGTH, _BY_BODY, _BY_RATIO, _BY_SPEED, _BY_UP, _BY_ANGLE = range(6)
LENGTH, CROSS_SECTION, MASS, COEFFICIENT = range(4)


@njit(_nrt=False)
def _altitudes(position, a_m, e2, altitude):
    """Height of each ``position`` (k, 3) into ``altitude`` (k,); ``e2`` is the eccentricity squared."""
    for i in range(altitude.size):
        altitude[i] = height_and_normal(position[i, 0], position[i, 1], position[i, 2], a_m, e2)[0]


@njit(_nrt=False)
def _sample_row(draws, masses, starts, share, closing, least, greatest, parent, kept, velocity):
    """Fill the fragments row by row: ``parent`` (n,), ``kept`` (4, n) in SI and velocity (n, 3).

    ``draws`` (n, 6) lie between 0 and 1; ``masses`` (2,) in kg and ``starts`` (2, 3) in m/s are those
    of the bodies, ``share`` that of the first, ``closing`` their speed (m/s) and ``least`` and
    ``greatest`` the lengths (m).
    """
    for i in range(draws.shape[0]):
        fair = True
        for j in range(6):
            fair = fair and draws[i, j] > 0.0 and draws[i, j] < 1.0
        if not fair:
            continue
        length = length_quantile(draws[i, _BY_LENGTH], least, greatest)
        # What is left of a draw that has decided, stretched to (0, 1), is again a fair draw.
        body, rest = 0, draws[i, _BY_BODY] / share
        if draws[i, _BY_BODY] >= share:
            body, rest = 1, (draws[i, _BY_BODY] - share) / (1.0 - share)
        chi = log_area_to_mass(math.log10(length), rest, draws[i, _BY_RATIO])
        area = cross_section(length)
        mass = area / 10.0**chi
        if mass > masses[body] and masses[1 - body] > masses[body]:
            body = 1 - body
        speed = increment_quantile(draws[i, _BY_SPEED], chi, closing)
        up = 2.0 * draws[i, _BY_UP] - 1.0
        across = math.sqrt(1.0 - up * up)
        angle = 2.0 * math.pi * draws[i, _BY_ANGLE]
        parent[i] = body
        kept[LENGTH, i] = length
        kept[CROSS_SECTION, i] = area
        kept[MASS, i] = mass
        kept[COEFFICIENT, i] = mass / (DRAG_COEFFICIENT * area)
        velocity[i, 0] = starts[body, 0] + speed * across * math.cos(angle)
        velocity[i, 1] = starts[body, 1] + speed * across * math.sin(angle)
        velocity[i, 2] = starts[body, 2] + speed * up


@njit(_nrt=False)
def length_quantile(share, least_m, greatest_m):
    """Length (m) that a share of the fragments between two stays below [johnson2001, eq. 4]."""
    few, many = greatest_m**-_COUNT_LENGTH_POWER, least_m**-_COUNT_LENGTH_POWER
    return (many + share * (few - many)) ** (-1.0 / _COUNT_LENGTH_POWER)


@njit(_nrt=False)
def cross_section(length_m):
    """Mean cross section of a fragment in m2 [johnson2001, eq. 8 and 9]."""
    if length_m < _TINY_M:
        return _TINY_AREA * length_m * length_m
    return _AREA * length_m**_AREA_POWER


@njit(_nrt=False)
def _ramp(x, start, stop, low, slope, high):
    """At ``x``: ``low``, then a line of a slope from ``start`` to ``stop``, then ``high``."""
    if x <= start:
        return low
    if x >= stop:
        return high
    return low + slope * (x - start)


@njit(_nrt=False)
def log_area_to_mass(log_length, which, share):
    """chi = log10 of the area-to-mass ratio in m2/kg of a spacecraft's fragment.

    ``log_length`` is log10 of the length in metres. ``which`` in (0, 1) decides on one of the
    three normal distributions, of which chi is the quantile ``share`` [johnson2001, eq. 6 and 7].
    """
    x = log_length
    large = min(max((10.0**x - _SMALL_M) / (_LARGE_M - _SMALL_M), 0.0), 1.0)
    first = large * _ramp(x, -1.95, 0.55, 0.0, 0.4, 1.0)
    if which < first:
        mean = _ramp(x, -1.1, 0.0, -0.6, -0.318, -0.95)
        sigma = _ramp(x, -1.3, -0.3, 0.1, 0.2, 0.3)
    elif which < large:
        mean = _ramp(x, -0.7, -0.1, -1.2, -1.333, -2.0)
        sigma = _ramp(x, -0.5, -0.3, 0.5, -1.0, 0.3)
    else:
        mean = _ramp(x, -1.75, -1.25, -0.3, -1.4, -1.0)
        sigma = _ramp(x, -3.5, math.inf, 0.2, 0.1333, math.inf)
    return mean + sigma * normal_quantile(share)


@njit(_nrt=False)
def increment_quantile(share, chi, closing_m_s):
    """Velocity increment in m/s that a share of the fragments with one ``chi`` stays below.

    ``chi`` is the logarithm of the area-to-mass ratio. The distribution ends at 1.3 times the closing speed, as if larger increments were drawn again.
    """
    if not closing_m_s > 0.0:
        return 0.0
    mean = _INCREMENT_SLOPE * chi + _INCREMENT_MEAN
    end = (math.log10(MOST_OF_CLOSING_SPEED * closing_m_s) - mean) / _INCREMENT_SIGMA
    z = normal_quantile(share * normal_share(end))
    return 10.0 ** (mean + _INCREMENT_SIGMA * z)


@njit(_nrt=False)
def normal_share(z):
    """Share of a normal distribution below ``z`` standard deviations."""
    return 0.5 * math.erfc(-z / math.sqrt(2.0))


@njit(_nrt=False)
def normal_quantile(share):
    """Standard deviations that a ``share`` of a normal distribution stays below.

    The rational guess of [abramowitz-stegun1964, 26.2.23], then two steps of Halley's rule on the
    error function, each of which cubes the error: exact to rounding. Zero gives -inf, one +inf.
    """
    if not (share > 0.0 and share < 1.0):
        return -math.inf if share == 0.0 else math.inf if share == 1.0 else math.nan
    tail = min(share, 1.0 - share)
    t = math.sqrt(-2.0 * math.log(tail))
    a, b = _GUESS_ABOVE, _GUESS_BELOW
    above = a[0] + t * (a[1] + t * a[2])
    below = 1.0 + t * (b[0] + t * (b[1] + t * b[2]))
    z = above / below - t
    for _ in range(2):
        miss = (normal_share(z) - tail) * math.sqrt(2.0 * math.pi) * math.exp(0.5 * z * z)
        z -= miss / (1.0 + 0.5 * z * miss)
    return z if share <= 0.5 else -z
