"""The target as the radar and as one launcher see it: a row for each quantity, a column for each sample.

Frame: Earth-fixed (ECEF). Units: SI and radians.

Arguments of the kernels of this folder: ``g`` (18, samples) is this geometry of one flight, whose
``position`` and ``velocity`` are (samples, 3), ``i`` a sample at ``t`` and ``dt`` the time between
two (s); ``one`` is the record of a variant of the assumptions and ``a`` (m,) are all of them;
``radar``, ``sites`` and ``earth`` are those of the model, ``batch`` and ``row`` those of :mod:`shieldmap.engagement.rows`.
"""

import math
from typing import Final

from shieldmap.interceptor import FLYOUTS, times_to
from shieldmap.kernels import njit
from shieldmap.sensor import apparent, look, terrain_elevation

# Rows of the geometry: the target as the radar sees it, then as one launcher does. East, north and
# up are the direction in which the radar sees it, with the bending of the rays.
ALTITUDE, SPEED, AZIMUTH, ELEVATION, RANGE, SKYLINE, EAST, NORTH, UP = range(9)
SLANT, BEARING = 9, 10
# The fastest times of flight: at the values, and with one part of the fly-out at an end.
FLIGHT, SLOW, FAST, RELEASED_EARLY, RELEASED_LATE, BLUNT, SLEEK = range(11, 18)
GEOMETRY: Final = FLIGHT + FLYOUTS

_COARSE_BITS, _MIDDLE_BITS, FINE_BITS = 6, 4, 2
COARSE, MIDDLE, FINE = 1 << _COARSE_BITS, 1 << _MIDDLE_BITS, 1 << FINE_BITS
"""Samples in a block of each size: they are passed together where all of them are in view, or none can
be met. Fine blocks leave few samples to look at, coarse ones few blocks."""

# Rows of the blocks: where the directions of a block lie, and between which limits the rest.
MID_EAST, MID_NORTH, MID_UP, HALF_COSINE, HALF_SINE = range(5)
LOWEST, HIGHEST, CLEAREST, HIDDEN, NEAREST = range(5, 10)
UNDER, OVER, CLOSEST, SLOWEST = range(10, 14)
BLOCKS: Final = 14


@njit(_nrt=False)
def seen_by_radar(position, velocity, radar, earth, g):
    """Fill altitude and speed, and direction and range from the radar."""
    a_m, e2 = earth.semi_major_axis_m, earth.eccentricity_squared
    for i in range(g.shape[1]):
        x, y, z = position[i, 0], position[i, 1], position[i, 2]
        r = math.sqrt(x * x + y * y + z * z)
        # Radial height, as in the integrator: within 1 m below 200 km.
        s2 = z * z / (r * r)
        surface = a_m * math.sqrt((1.0 - e2) / (1.0 - e2 * (1.0 - s2)))
        height = (r - surface) * (1.0 - 0.5 * e2 * e2 * s2 * (1.0 - s2))
        vx, vy, vz = velocity[i, 0], velocity[i, 1], velocity[i, 2]
        azimuth, elevation, slant = look(x, y, z, radar.position_m, radar.axes)
        bent = apparent(elevation, height, radar.bending_rad)
        g[ALTITUDE, i], g[SPEED, i] = height, math.sqrt(vx * vx + vy * vy + vz * vz)
        g[AZIMUTH, i], g[ELEVATION, i], g[RANGE, i] = azimuth, bent, slant
        g[SKYLINE, i] = terrain_elevation(azimuth, radar.horizon_rad)
        level = math.cos(bent)
        g[EAST, i], g[NORTH, i] = level * math.sin(azimuth), level * math.cos(azimuth)
        g[UP, i] = math.sin(bent)


@njit(_nrt=False)
def reached_from(position, sites, k, a_m, g):
    """Fill slant range and bearing from site ``k`` and the times of flight to there.

    ``a_m`` is the Earth's semi-major axis.
    """
    launcher_m, axes = sites.position_m[k], sites.axes[k]
    for i in range(g.shape[1]):
        dx = position[i, 0] - launcher_m[0]
        dy = position[i, 1] - launcher_m[1]
        dz = position[i, 2] - launcher_m[2]
        east = axes[0, 0] * dx + axes[0, 1] * dy + axes[0, 2] * dz
        north = axes[1, 0] * dx + axes[1, 1] * dy + axes[1, 2] * dz
        up = axes[2, 0] * dx + axes[2, 1] * dy + axes[2, 2] * dz
        ground = a_m * math.atan2(math.sqrt(east * east + north * north), a_m + up)
        g[SLANT, i] = math.sqrt(dx * dx + dy * dy + dz * dz)
        g[BEARING, i] = math.atan2(east, north)
        height, times = g[ALTITUDE, i], g[FLIGHT:, i]
        times_to(sites.time_s, sites.range_step_m, sites.altitude_step_m, ground, height, times)


@njit(_nrt=False, forceinline=True)
def flight_s(g, i, one):
    """Fastest time of flight to a sample; NaN where it is out of the fly-out's reach.

    The three shares add up: what a faster motor, a later release and a sleeker body save.
    """
    value = g[FLIGHT, i]
    time_s = value
    if one.speed_share != 0.0:
        end = g[FAST if one.speed_share > 0.0 else SLOW, i]
        time_s += abs(one.speed_share) * (end - value)
    if one.release_share != 0.0:
        end = g[RELEASED_LATE if one.release_share > 0.0 else RELEASED_EARLY, i]
        time_s += abs(one.release_share) * (end - value)
    if one.drag_share != 0.0:
        end = g[SLEEK if one.drag_share > 0.0 else BLUNT, i]
        time_s += abs(one.drag_share) * (end - value)
    return time_s


@njit(_nrt=False, forceinline=True)
def share_of_step(before, after):
    """Part of a sample interval after which a margin that rises through zero is positive.

    ``before`` and ``after`` are the margin at its ends, in any unit.
    """
    if before >= 0.0:
        return 0.0
    if not before > -math.inf or not after > before:
        return 1.0
    return min(before / (before - after), 1.0)


@njit(_nrt=False)
def _span(g, which, low, high):
    """Least and greatest of a row of the geometry, from sample ``low`` to one before ``high``."""
    least, most = g[which, low], g[which, low]
    for i in range(low + 1, high):
        least, most = min(least, g[which, i]), max(most, g[which, i])
    return least, most


@njit(_nrt=False, forceinline=True)
def block_at(i, bits, samples):
    """The column of the block of ``2**bits`` samples that begins at sample ``i``."""
    column = i >> bits
    if bits < _COARSE_BITS:
        column += (samples + COARSE - 1) >> _COARSE_BITS
    if bits < _MIDDLE_BITS:
        column += (samples + MIDDLE - 1) >> _MIDDLE_BITS
    return column


@njit(_nrt=False, forceinline=True)
def largest_bits(i):
    """Bits of the largest block that may begin at sample ``i``, a multiple of the finest."""
    if i & (COARSE - 1) == 0:
        return _COARSE_BITS
    return _MIDDLE_BITS if i & (MIDDLE - 1) == 0 else FINE_BITS


@njit(_nrt=False)
def block_count(samples):
    """How many blocks of all sizes so many samples have."""
    return block_at(samples + FINE - 1, FINE_BITS, samples)


@njit(_nrt=False)
def blocks_of_view(g, blocks):
    """Fill the rows of ``blocks`` (14, blocks) that tell of the radar's view."""
    for bits in (_COARSE_BITS, _MIDDLE_BITS, FINE_BITS):
        size = 1 << bits
        for low in range(0, g.shape[1], size):
            _fill_block(
                g, low, min(low + size, g.shape[1]), blocks[:, block_at(low, bits, g.shape[1])]
            )


@njit(_nrt=False)
def _fill_block(g, low, high, out):
    """Fill ``out`` (14,) for the samples from ``low`` to one before ``high``."""
    e, n, u = 0.0, 0.0, 0.0
    clearest, hidden = -math.inf, math.inf
    for i in range(low, high):
        e, n, u = e + g[EAST, i], n + g[NORTH, i], u + g[UP, i]
        above = g[ELEVATION, i] - g[SKYLINE, i]
        clearest, hidden = max(clearest, above), min(hidden, above)
    size = max(math.sqrt(e * e + n * n + u * u), 1e-9)
    e, n, u = e / size, n / size, u / size
    cosine = 1.0
    for i in range(low, high):
        cosine = min(cosine, e * g[EAST, i] + n * g[NORTH, i] + u * g[UP, i])
    # A little wider than it is, so that rounding leaves no sample outside.
    cosine = max(cosine - 1e-9, -1.0)
    out[MID_EAST], out[MID_NORTH], out[MID_UP] = e, n, u
    out[HALF_COSINE], out[HALF_SINE] = cosine, math.sqrt(max(1.0 - cosine * cosine, 0.0))
    out[LOWEST], out[HIGHEST] = _span(g, ELEVATION, low, high)
    out[CLEAREST], out[HIDDEN] = clearest, hidden
    out[NEAREST], _ = _span(g, RANGE, low, high)
    out[UNDER], out[OVER] = _span(g, ALTITUDE, low, high)
    out[SLOWEST], _ = _span(g, SPEED, low, high)


@njit(_nrt=False)
def blocks_of_site(g, blocks):
    """Fill the row of ``blocks`` that tells of one launcher."""
    samples = g.shape[1]
    for bits in (_COARSE_BITS, _MIDDLE_BITS, FINE_BITS):
        size = 1 << bits
        for low in range(0, samples, size):
            least, _ = _span(g, SLANT, low, min(low + size, samples))
            blocks[CLOSEST, block_at(low, bits, samples)] = least
