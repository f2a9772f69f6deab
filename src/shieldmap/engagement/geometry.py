"""The target as the radar and as one launcher see it: a row for each quantity, a column for each sample.

Frame: Earth-fixed (ECEF). Units: SI and radians.

Arguments of the kernels of this folder: ``g`` (18, samples) is this geometry of one flight, whose
``position`` and ``velocity`` are (samples, 3), ``i`` a sample at ``t`` and ``dt`` the time between
two (s); ``one`` is the record of a variant of the assumptions and ``a`` (m,) are all of them;
``radar``, ``sites`` and ``earth`` are those of the model, ``batch`` and ``row`` those of :mod:`shieldmap.engagement.rows`.
"""

import math
from typing import Final, NamedTuple

from shieldmap.interceptor import FLYOUTS, times_to
from shieldmap.kernels import njit
from shieldmap.sensor import apparent, local, terrain_elevation

# Rows of the geometry: the target as the radar sees it, then as one launcher does. East, north and
# up are the direction in which the radar sees it, with the bending of the rays.
ALTITUDE, SPEED, ELEVATION, RANGE, SKYLINE, EAST, NORTH, UP = range(8)
# From the launcher: the range, and where the target stands over the ground.
SLANT, TO_EAST, TO_NORTH = 8, 9, 10
# The fastest times of flight: at the values, and with one part of the fly-out at an end.
FLIGHT, SLOW, FAST, RELEASED_EARLY, RELEASED_LATE, BLUNT, SLEEK = range(11, 18)
GEOMETRY: Final = FLIGHT + FLYOUTS

_LEAST_M: Final = 1e-9

_COARSE_BITS, _MIDDLE_BITS, FINE_BITS = 6, 4, 2
COARSE, MIDDLE, FINE = 1 << _COARSE_BITS, 1 << _MIDDLE_BITS, 1 << FINE_BITS
"""Samples in a block of each size: they are passed together where all of them are in view, or none can
be met. Fine blocks leave few samples to look at, coarse ones few blocks."""

# Rows of the blocks: where the directions of a block lie, and between which limits the rest.
MID_EAST, MID_NORTH, MID_UP, HALF_COSINE, HALF_SINE = range(5)
LOWEST, HIGHEST, CLEAREST, HIDDEN, NEAREST = range(5, 10)
UNDER, OVER, SLOWEST = range(10, 13)
# From one launcher: the least range, and the least time of flight of any variant.
CLOSEST, SOONEST = 13, 14
BLOCKS: Final = 15


class Widest(NamedTuple):
    """The envelope that holds those of all variants."""

    floor_m: float
    ceiling_m: float
    reach_m: float


@njit(_nrt=False)
def widest_of(a):
    """The widest envelope of the variants."""
    floor_m, ceiling_m, reach_m = math.inf, -math.inf, -math.inf
    for v in range(a.size):
        floor_m, ceiling_m = min(floor_m, a[v].floor_m), max(ceiling_m, a[v].ceiling_m)
        reach_m = max(reach_m, a[v].reach_m)
    return Widest(floor_m, ceiling_m, reach_m)


@njit(_nrt=False)
def flown_past(position, velocity, earth, g):
    """Fill altitude and speed."""
    a_m, e2 = earth.semi_major_axis_m, earth.eccentricity_squared
    for i in range(g.shape[1]):
        x, y, z = position[i, 0], position[i, 1], position[i, 2]
        r = math.sqrt(x * x + y * y + z * z)
        # Radial height, as in the integrator: within 1 m below 200 km.
        s2 = z * z / (r * r)
        surface = a_m * math.sqrt((1.0 - e2) / (1.0 - e2 * (1.0 - s2)))
        g[ALTITUDE, i] = (r - surface) * (1.0 - 0.5 * e2 * e2 * s2 * (1.0 - s2))
        vx, vy, vz = velocity[i, 0], velocity[i, 1], velocity[i, 2]
        g[SPEED, i] = math.sqrt(vx * vx + vy * vy + vz * vz)


@njit(_nrt=False)
def seen_by_radar(position, radar, g):
    """Fill direction and range from the radar, of samples whose altitude is filled."""
    for i in range(g.shape[1]):
        x, y, z = position[i, 0], position[i, 1], position[i, 2]
        east, north, up = local(x, y, z, radar.position_m, radar.axes)
        flat = math.sqrt(east * east + north * north)
        slant = math.sqrt(flat * flat + up * up)
        elevation = math.atan2(up, flat)
        bent = apparent(elevation, g[ALTITUDE, i], radar.bending_rad)
        g[ELEVATION, i], g[RANGE, i] = bent, slant
        azimuth = math.atan2(east, north) if radar.horizon_rad.size > 1 else 0.0
        g[SKYLINE, i] = terrain_elevation(azimuth, radar.horizon_rad)
        level = math.cos(bent) / max(flat, _LEAST_M)
        g[EAST, i], g[NORTH, i], g[UP, i] = level * east, level * north, math.sin(bent)


@njit(_nrt=False)
def reached_from(position, sites, k, widest, a_m, is_told, g):
    """Fill slant range and direction from site ``k`` and the times of flight to there.

    ``widest`` is a :class:`Widest`, ``a_m`` the Earth's semi-major axis. Outside the widest envelope
    times of flight are NaN, but for the one at the values where margins are told of (``is_told``): they
    ask everywhere, of the first variant, which stands at the values.
    """
    launcher_m, axes = sites.position_m[k], sites.axes[k]
    for i in range(g.shape[1]):
        east, north, up = local(position[i, 0], position[i, 1], position[i, 2], launcher_m, axes)
        flat = math.sqrt(east * east + north * north)
        g[SLANT, i] = math.sqrt(flat * flat + up * up)
        g[TO_EAST, i], g[TO_NORTH, i] = east / max(flat, _LEAST_M), north / max(flat, _LEAST_M)
        # What the ground range is made of, until the times of flight take its place.
        g[FLIGHT, i], g[SLOW, i] = flat, a_m + up
    wide, high, last = sites.range_step_m, sites.altitude_step_m, g.shape[1] - 1
    for i in range(g.shape[1]):
        # Edges of windows lie between two samples, of which one is inside.
        asked = FLIGHT + (1 if is_told else 0)
        if (
            _is_inside(g, i, widest)
            or _is_inside(g, max(i - 1, 0), widest)
            or _is_inside(g, min(i + 1, last), widest)
        ):
            asked = GEOMETRY
        if asked > FLIGHT:
            ground = a_m * math.atan2(g[FLIGHT, i], g[SLOW, i])
            times_to(sites.time_s, wide, high, ground, g[ALTITUDE, i], g[FLIGHT:asked, i])
        for which in range(asked, GEOMETRY):
            g[which, i] = math.nan


@njit(_nrt=False, forceinline=True)
def _is_inside(g, i, widest):
    """Whether a sample lies in the ``widest`` envelope."""
    return g[SLANT, i] <= widest.reach_m and widest.floor_m <= g[ALTITUDE, i] <= widest.ceiling_m


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


@njit(_nrt=False)
def _soonest_s(g, low, high):
    """What no variant's time of flight to the samples from ``low`` to before ``high`` is below.

    Shares run from -1 to 1, so each part of the fly-out saves no more than at its better end.
    """
    soonest = math.inf
    for i in range(low, high):
        value = least = g[FLIGHT, i]
        for slow in range(FLIGHT + 1, GEOMETRY, 2):
            saved = 0.0
            for end in range(slow, slow + 2):
                # Beyond the reach of an end its time is NaN, which compares false: it saves nothing.
                time_s = g[end, i]
                if time_s < value - saved:
                    saved = value - time_s
            least -= saved
        if value == value:
            soonest = min(soonest, least)
    return soonest


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
    """Least and greatest of a row of the geometry or the blocks, from ``low`` to one before ``high``."""
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
def blocks_of_flight(g, blocks):
    """Fill the rows of ``blocks`` (15, blocks) that tell of altitude and speed."""
    samples = g.shape[1]
    for low in range(0, samples, FINE):
        high, out = min(low + FINE, samples), block_at(low, FINE_BITS, samples)
        blocks[UNDER, out], blocks[OVER, out] = _span(g, ALTITUDE, low, high)
        blocks[SLOWEST, out], _ = _span(g, SPEED, low, high)
    for bits in (_MIDDLE_BITS, _COARSE_BITS):
        for low in range(0, samples, 1 << bits):
            out, first, end = _parts_of(low, bits, samples)
            blocks[UNDER, out], _ = _span(blocks, UNDER, first, end)
            _, blocks[OVER, out] = _span(blocks, OVER, first, end)
            blocks[SLOWEST, out], _ = _span(blocks, SLOWEST, first, end)


@njit(_nrt=False)
def blocks_of_view(g, blocks):
    """Fill the rows of ``blocks`` (15, blocks) that tell of the radar's view."""
    samples = g.shape[1]
    for low in range(0, samples, FINE):
        _fill_fine(g, low, min(low + FINE, samples), blocks, block_at(low, FINE_BITS, samples))
    for bits in (_MIDDLE_BITS, _COARSE_BITS):
        for low in range(0, samples, 1 << bits):
            out, first, end = _parts_of(low, bits, samples)
            _join_directions(blocks, first, end, out)
            for which in (LOWEST, HIDDEN, NEAREST):
                blocks[which, out], _ = _span(blocks, which, first, end)
            for which in (HIGHEST, CLEAREST):
                _, blocks[which, out] = _span(blocks, which, first, end)


@njit(_nrt=False, forceinline=True)
def _parts_of(low, bits, samples):
    """Of the block of ``2**bits`` samples from ``low`` on: its column, and where its parts begin and end."""
    high = min(low + (1 << bits), samples)
    first = block_at(low, bits - 2, samples)
    return block_at(low, bits, samples), first, block_at(high - 1, bits - 2, samples) + 1


@njit(_nrt=False)
def _fill_fine(g, low, high, blocks, out):
    """Fill column ``out`` of ``blocks`` for the samples from ``low`` to one before ``high``."""
    e, n, u = 0.0, 0.0, 0.0
    clearest, hidden = -math.inf, math.inf
    for i in range(low, high):
        e, n, u = e + g[EAST, i], n + g[NORTH, i], u + g[UP, i]
        above = g[ELEVATION, i] - g[SKYLINE, i]
        clearest, hidden = max(clearest, above), min(hidden, above)
    size = max(math.sqrt(e * e + n * n + u * u), _LEAST_M)
    e, n, u = e / size, n / size, u / size
    cosine = 1.0
    for i in range(low, high):
        cosine = min(cosine, e * g[EAST, i] + n * g[NORTH, i] + u * g[UP, i])
    _tell_cone(blocks, out, e, n, u, cosine)
    blocks[LOWEST, out], blocks[HIGHEST, out] = _span(g, ELEVATION, low, high)
    blocks[CLEAREST, out], blocks[HIDDEN, out] = clearest, hidden
    blocks[NEAREST, out], _ = _span(g, RANGE, low, high)


@njit(_nrt=False, forceinline=True)
def _tell_cone(blocks, out, e, n, u, cosine):
    """Write the cone about the unit vector ``e``, ``n``, ``u`` into column ``out`` of ``blocks``.

    ``cosine`` is that of its half angle, made a little wider so that rounding leaves nothing outside.
    """
    cosine = max(cosine - 1e-9, -1.0)
    blocks[MID_EAST, out], blocks[MID_NORTH, out], blocks[MID_UP, out] = e, n, u
    blocks[HALF_COSINE, out] = cosine
    blocks[HALF_SINE, out] = math.sqrt(max(1.0 - cosine * cosine, 0.0))


@njit(_nrt=False)
def _join_directions(blocks, first, end, out):
    """Write into column ``out`` of ``blocks`` a cone that holds those from ``first`` to before ``end``."""
    e, n, u = 0.0, 0.0, 0.0
    for b in range(first, end):
        e, n, u = e + blocks[MID_EAST, b], n + blocks[MID_NORTH, b], u + blocks[MID_UP, b]
    size = max(math.sqrt(e * e + n * n + u * u), _LEAST_M)
    e, n, u = e / size, n / size, u / size
    cosine = 1.0
    for b in range(first, end):
        c = e * blocks[MID_EAST, b] + n * blocks[MID_NORTH, b] + u * blocks[MID_UP, b]
        c = min(max(c, -1.0), 1.0)
        sine = math.sqrt(1.0 - c * c)
        # Half a turn holds everything.
        turn = sine * blocks[HALF_COSINE, b] + c * blocks[HALF_SINE, b]
        edge = c * blocks[HALF_COSINE, b] - sine * blocks[HALF_SINE, b]
        cosine = min(cosine, edge if turn >= 0.0 else -1.0)
    _tell_cone(blocks, out, e, n, u, cosine)


@njit(_nrt=False)
def blocks_of_site(g, blocks):
    """Fill the rows of ``blocks`` that tell of one launcher."""
    samples = g.shape[1]
    for low in range(0, samples, FINE):
        least, _ = _span(g, SLANT, low, min(low + FINE, samples))
        out = block_at(low, FINE_BITS, samples)
        blocks[CLOSEST, out] = least
        blocks[SOONEST, out] = _soonest_s(g, low, min(low + FINE, samples))
    for bits in (_MIDDLE_BITS, _COARSE_BITS):
        for low in range(0, samples, 1 << bits):
            out, first, end = _parts_of(low, bits, samples)
            blocks[CLOSEST, out], _ = _span(blocks, CLOSEST, first, end)
            blocks[SOONEST, out], _ = _span(blocks, SOONEST, first, end)
