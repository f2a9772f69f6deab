"""Where things are and what air surrounds them: the Earth, its frames and its atmosphere.

Question: given places in degrees on a map, where are they in metres, how far and in which
direction do they lie from each other, how strong is gravity and how dense the air there?

Model: the WGS 84 ellipsoid with the J2 term of its gravity field [nima-tr8350-2], turning at the
sidereal rate; geodesics by Vincenty's series [vincenty1975]; the US Standard Atmosphere 1976
[coesa1976]: its exact layers below 86 km, a spline through its published densities above.

Limits: places have no terrain, an impact is on the ellipsoid; no wind, season or weather;
no air above 1000 km; azimuths between nearly antipodal points are good to some microradians.

Frame: Earth-fixed (ECEF). Units: SI and radians; azimuths clockwise from north.

Arguments of the kernels: ``x``, ``y`` and ``z`` are a point (m) in ECEF; ``latitude`` and
``longitude``, ``lat1``, ``lon1``, ``lat2`` and ``lon2`` angles of one place or (n,) of many, as
``azimuth`` is; ``a_m`` and ``e2`` the ellipsoid's semi-major axis and squared eccentricity;
``cos2_alpha``, ``b``, ``sin_s``, ``cos_s`` and ``cos_2sm`` Vincenty's terms; ``tables`` those of the
air; ``earth`` is the model's record, ``coefficients`` the rows of a table with knots ``step`` apart;
``out`` (n, results) is filled.
"""

import math
from typing import Final, NamedTuple

import numpy as np

from shieldmap.kernels import njit, prange
from shieldmap.model import Earth, Floats, Tables

SEMI_MAJOR_AXIS_M: Final = 6378137.0
FLATTENING: Final = 1.0 / 298.257223563
ECCENTRICITY_SQUARED: Final = FLATTENING * (2.0 - FLATTENING)
GM_M3_S2: Final = 3.986004418e14
J2: Final = 0.0010826298213129216
ROTATION_RAD_S: Final = 7.292115e-5
STANDARD_GRAVITY_M_S2: Final = 9.80665

WGS84: Final = Earth(
    gm_m3_s2=GM_M3_S2,
    semi_major_axis_m=SEMI_MAJOR_AXIS_M,
    eccentricity_squared=ECCENTRICITY_SQUARED,
    j2=J2,
    rotation_rad_s=ROTATION_RAD_S,
    air=1.0,
)

# US Standard Atmosphere 1976 below 86 km: base geopotential altitude, lapse rate, base temperature.
# [coesa1976, table 4]
_LAYER_BASE_M: Final = (0.0, 11e3, 20e3, 32e3, 47e3, 51e3, 71e3, 84852.0)
_LAYER_LAPSE_K_M: Final = (-6.5e-3, 0.0, 1e-3, 2.8e-3, 0.0, -2.8e-3, -2e-3)
_SEA_LEVEL_K: Final = 288.15
_SEA_LEVEL_PA: Final = 101325.0
_EARTH_RADIUS_US76_M: Final = 6356766.0
_GAS_CONSTANT: Final = 8314.32  # N m / (kmol K), the value of 1976
_MOLAR_MASS_KG_KMOL: Final = 28.9644
_HEAT_RATIO: Final = 1.4
_TOP_OF_LAYERS_M: Final = 86e3
TOP_OF_AIR_M: Final = 1000e3

# Densities of US76 above 86 km [coesa1976, table 1], altitude in km and density in kg/m^3.
_HIGH_AIR: Final = (
    (86, 6.958e-6),
    (90, 3.416e-6),
    (95, 1.393e-6),
    (100, 5.604e-7),
    (105, 2.325e-7),
    (110, 9.708e-8),
    (115, 4.289e-8),
    (120, 2.222e-8),
    (130, 8.152e-9),
    (140, 3.831e-9),
    (150, 2.076e-9),
    (160, 1.233e-9),
    (175, 6.339e-10),
    (200, 2.541e-10),
    (250, 6.073e-11),
    (300, 1.916e-11),
    (350, 7.014e-12),
    (400, 2.803e-12),
    (450, 1.184e-12),
    (500, 5.215e-13),
    (600, 1.137e-13),
    (700, 3.070e-14),
    (800, 1.136e-14),
    (900, 5.759e-15),
    (1000, 3.561e-15),
)

# Drag coefficient of a fin-stabilised body against Mach number: the curve of the V-2 in Sutton's
# textbook, zero angle of attack, as used by public trajectory codes [scud-code].
# Beyond Mach 5.5 the last value holds; the air is thin by then.
_DRAG_CURVE: Final = (
    (0.0, 0.15),
    (0.6, 0.15),
    (0.7, 0.16),
    (0.8, 0.18),
    (0.9, 0.23),
    (1.0, 0.3),
    (1.1, 0.4),
    (1.18, 0.42),
    (1.2, 0.415),
    (1.3, 0.38),
    (1.4, 0.36),
    (1.5, 0.325),
    (1.6, 0.3),
    (1.7, 0.275),
    (1.8, 0.26),
    (1.9, 0.25),
    (2.0, 0.24),
    (3.0, 0.21),
    (4.0, 0.18),
    (5.0, 0.155),
    (5.5, 0.15),
)

_FINE_STEP_M: Final = 400.0
_FINE_TOP_M: Final = 120e3
_PARTS: Final = 4
_COARSE_STEP_M: Final = 5e3
_MACH_STEP: Final = 0.05
_MACH_TOP: Final = 6.0
_VINCENTY_ROUNDS: Final = 200


INLINED: Final = {"_nrt": False, "forceinline": True, "fastmath": {"contract"}}
"""How the small functions of a step are compiled: into their caller, a product and a sum as one.

Calls among them cost a step three times its time, two roundings instead of one a tenth. No other
part of ``fastmath`` is asked for, so what is not a number stays so.
"""


class Air(NamedTuple):
    """The air at some altitudes: arrays of one shape."""

    temperature_k: Floats
    pressure_pa: Floats
    density_kg_m3: Floats
    sound_m_s: Floats


# ---------------------------------------------------------------------------------------------
# Frames


@njit(_nrt=False)
def height_and_normal(x, y, z, a_m, e2):
    """Geodetic height and outward normal of one ECEF point: (height_m, n_x, n_y, n_z).

    Bowring's single step [bowring1976], good to 1 um from the ground to 10,000 km.
    """
    p = math.sqrt(x * x + y * y)
    b_over_a = math.sqrt(1.0 - e2)
    u_s = z
    u_c = p * b_over_a
    norm = math.sqrt(u_s * u_s + u_c * u_c)
    u_s /= norm
    u_c /= norm
    t_s = z + e2 / b_over_a * a_m * u_s * u_s * u_s
    t_c = p - e2 * a_m * u_c * u_c * u_c
    norm = math.sqrt(t_s * t_s + t_c * t_c)
    sin_lat = t_s / norm
    cos_lat = t_c / norm
    height = p * cos_lat + z * sin_lat - a_m * math.sqrt(1.0 - e2 * sin_lat * sin_lat)
    if p > 0.0:
        return height, cos_lat * x / p, cos_lat * y / p, sin_lat
    return height, 0.0, 0.0, sin_lat


@njit(**INLINED)
def air_height(r, sine2, earth):
    """Height for the air: the radial one, shortened by the angle of radius and normal.

    ``r`` is the radius (m) and ``sine2`` the squared sine of the geocentric latitude. The surface's
    radius is its series in the second eccentricity, the next term of which is 1 nm. Within 1 mm
    of the height below 100 km, at a fifth of the cost.
    """
    e2 = earth.eccentricity_squared
    s = e2 / (1.0 - e2) * sine2
    s2 = s * s
    high = 0.24609375 - s * 0.2255859375
    series = s * ((0.5 - s * 0.375) + s2 * ((0.3125 - s * 0.2734375) + s2 * high))
    above = r - earth.semi_major_axis_m + earth.semi_major_axis_m * series
    return above * (1.0 - 0.5 * e2 * e2 * sine2 * (1.0 - sine2))


@njit(_nrt=False)
def place(latitude, longitude, altitude_m, a_m, e2):
    """ECEF position of one geodetic place, as three floats."""
    s = math.sin(latitude)
    c = math.cos(latitude)
    n = a_m / math.sqrt(1.0 - e2 * s * s)
    return (
        (n + altitude_m) * c * math.cos(longitude),
        (n + altitude_m) * c * math.sin(longitude),
        (n * (1.0 - e2) + altitude_m) * s,
    )


def geodetic_to_ecef(
    latitude_rad: Floats, longitude_rad: Floats, altitude_m: Floats | float = 0.0
) -> Floats:
    """ECEF positions (..., 3) in metres of geodetic places in radians on WGS 84."""
    latitude, longitude, altitude = np.broadcast_arrays(latitude_rad, longitude_rad, altitude_m)
    s, c = np.sin(latitude), np.cos(latitude)
    n = SEMI_MAJOR_AXIS_M / np.sqrt(1.0 - ECCENTRICITY_SQUARED * s * s)
    xy = (n + altitude) * c
    z = (n * (1.0 - ECCENTRICITY_SQUARED) + altitude) * s
    return np.stack([xy * np.cos(longitude), xy * np.sin(longitude), z], axis=-1)


def ecef_to_geodetic(position_m: Floats) -> tuple[Floats, Floats, Floats]:
    """Latitude and longitude in radians and altitude in metres of ECEF positions (..., 3)."""
    position = np.asarray(position_m, dtype=np.float64)
    x, y, z = position[..., 0], position[..., 1], position[..., 2]
    p = np.hypot(x, y)
    b_over_a = math.sqrt(1.0 - ECCENTRICITY_SQUARED)
    # Bowring's step, twice: the second takes the error at 36,000 km below a nanometre.
    u = np.arctan2(z, p * b_over_a)
    for _ in range(2):
        latitude = np.arctan2(
            z + ECCENTRICITY_SQUARED / b_over_a * SEMI_MAJOR_AXIS_M * np.sin(u) ** 3,
            p - ECCENTRICITY_SQUARED * SEMI_MAJOR_AXIS_M * np.cos(u) ** 3,
        )
        u = np.arctan2(b_over_a * np.sin(latitude), np.cos(latitude))
    sin_lat = np.sin(latitude)
    radius = SEMI_MAJOR_AXIS_M * np.sqrt(1.0 - ECCENTRICITY_SQUARED * sin_lat**2)
    return latitude, np.arctan2(y, x), p * np.cos(latitude) + z * sin_lat - radius


def east_north_up(latitude_rad: float, longitude_rad: float) -> Floats:
    """Rows are the unit vectors east, north and up of a place, in ECEF (3, 3)."""
    s, c = math.sin(latitude_rad), math.cos(latitude_rad)
    sl, cl = math.sin(longitude_rad), math.cos(longitude_rad)
    return np.array([[-sl, cl, 0.0], [-s * cl, -s * sl, c], [c * cl, c * sl, s]])


def ecef_to_look(site_m: Floats, target_m: Floats) -> tuple[Floats, Floats, Floats]:
    """Azimuth, elevation (radians) and slant range (m) of targets (..., 3) seen from one site."""
    latitude, longitude, _ = ecef_to_geodetic(np.asarray(site_m, dtype=np.float64))
    frame = east_north_up(float(latitude), float(longitude))
    local = (np.asarray(target_m) - np.asarray(site_m)) @ frame.T
    slant = np.linalg.norm(local, axis=-1)
    azimuth = np.arctan2(local[..., 0], local[..., 1]) % (2.0 * np.pi)
    elevation = np.arcsin(np.clip(local[..., 2] / np.maximum(slant, 1e-9), -1.0, 1.0))
    return azimuth, elevation, slant


# ---------------------------------------------------------------------------------------------
# Geodesics


@njit(_nrt=False)
def wrap(angle):
    """An angle brought into [-pi, pi]."""
    return angle - 2.0 * math.pi * math.floor(angle / (2.0 * math.pi) + 0.5)


@njit(_nrt=False)
def _vincenty_terms(cos2_alpha):
    """Series coefficients A and B of Vincenty's equations 3 and 4 [vincenty1975, p. 89]."""
    e2 = ECCENTRICITY_SQUARED
    u2 = cos2_alpha * e2 / (1.0 - e2)
    a = 1.0 + u2 / 16384.0 * (4096.0 + u2 * (-768.0 + u2 * (320.0 - 175.0 * u2)))
    b = u2 / 1024.0 * (256.0 + u2 * (-128.0 + u2 * (74.0 - 47.0 * u2)))
    return a, b


@njit(_nrt=False)
def _vincenty_delta_sigma(b, sin_s, cos_s, cos_2sm):
    """The correction of the arc on the auxiliary sphere [vincenty1975, eq. 6]."""
    inner = cos_s * (2.0 * cos_2sm**2 - 1.0)
    outer = b / 6.0 * cos_2sm * (4.0 * sin_s**2 - 3.0) * (4.0 * cos_2sm**2 - 3.0)
    return b * sin_s * (cos_2sm + b / 4.0 * (inner - outer))


# A path over a pole turns by pi and a rounding; nearly antipodal ones go beyond by far more.
_OVER_THE_POLE_RAD: Final = 1e-12


@njit(_nrt=False)
def geodesic_inverse_row(lat1, lon1, lat2, lon2):
    """Distance (m), azimuth at the start and at the end; NaN for nearly antipodal points."""
    f = FLATTENING
    u1 = math.atan((1.0 - f) * math.tan(lat1))
    u2 = math.atan((1.0 - f) * math.tan(lat2))
    s1, c1, s2, c2 = math.sin(u1), math.cos(u1), math.sin(u2), math.cos(u2)
    difference = wrap(lon2 - lon1)
    lam = difference
    for _ in range(_VINCENTY_ROUNDS):
        sl, cl = math.sin(lam), math.cos(lam)
        sin_s = math.hypot(c2 * sl, c1 * s2 - s1 * c2 * cl)
        cos_s = s1 * s2 + c1 * c2 * cl
        if sin_s == 0.0 and cos_s > 0.0:
            return 0.0, 0.0, 0.0
        if sin_s == 0.0:
            break
        sigma = math.atan2(sin_s, cos_s)
        sin_a = c1 * c2 * sl / sin_s
        cos2_a = 1.0 - sin_a * sin_a
        cos_2sm = cos_s - 2.0 * s1 * s2 / cos2_a if cos2_a > 1e-15 else 0.0
        c = f / 16.0 * cos2_a * (4.0 + f * (4.0 - 3.0 * cos2_a))
        series = cos_2sm + c * cos_s * (2.0 * cos_2sm**2 - 1.0)
        previous = lam
        lam = difference + (1.0 - c) * f * sin_a * (sigma + c * sin_s * series)
        if abs(lam) > math.pi + _OVER_THE_POLE_RAD:
            break
        if abs(lam - previous) < 1e-14:
            a, b = _vincenty_terms(cos2_a)
            arc = sigma - _vincenty_delta_sigma(b, sin_s, cos_s, cos_2sm)
            start = math.atan2(c2 * sl, c1 * s2 - s1 * c2 * cl)
            end = math.atan2(c1 * sl, -s1 * c2 + c1 * s2 * cl)
            return SEMI_MAJOR_AXIS_M * (1.0 - f) * a * arc, start, end
    return math.nan, math.nan, math.nan


@njit(_nrt=False)
def geodesic_direct_row(lat1, lon1, azimuth, distance_m):
    """Latitude and longitude reached along a geodesic [vincenty1975, eq. 1 to 11]."""
    f = FLATTENING
    u1 = math.atan((1.0 - f) * math.tan(lat1))
    s1, c1 = math.sin(u1), math.cos(u1)
    sin_az, cos_az = math.sin(azimuth), math.cos(azimuth)
    sigma1 = math.atan2(math.tan(u1), cos_az)
    sin_a = c1 * sin_az
    cos2_a = 1.0 - sin_a * sin_a
    a, b = _vincenty_terms(cos2_a)
    first = distance_m / (SEMI_MAJOR_AXIS_M * (1.0 - f) * a)
    sigma = first
    for _ in range(_VINCENTY_ROUNDS):
        cos_2sm = math.cos(2.0 * sigma1 + sigma)
        previous = sigma
        sigma = first + _vincenty_delta_sigma(b, math.sin(sigma), math.cos(sigma), cos_2sm)
        if abs(sigma - previous) < 1e-14:
            break
    sin_s, cos_s = math.sin(sigma), math.cos(sigma)
    cos_2sm = math.cos(2.0 * sigma1 + sigma)
    tail = s1 * sin_s - c1 * cos_s * cos_az
    lat2 = math.atan2(s1 * cos_s + c1 * sin_s * cos_az, (1.0 - f) * math.hypot(sin_a, tail))
    lam = math.atan2(sin_s * sin_az, c1 * cos_s - s1 * sin_s * cos_az)
    c = f / 16.0 * cos2_a * (4.0 + f * (4.0 - 3.0 * cos2_a))
    series = cos_2sm + c * cos_s * (2.0 * cos_2sm**2 - 1.0)
    turned = lam - (1.0 - c) * f * sin_a * (sigma + c * sin_s * series)
    return lat2, wrap(lon1 + turned)


@njit(parallel=True)
def _inverse_batch(lat1, lon1, lat2, lon2, out):
    """Solve every row; ``out`` (n, 3) gets distance and both azimuths."""
    for i in prange(lat1.size):
        out[0, i], out[1, i], out[2, i] = geodesic_inverse_row(lat1[i], lon1[i], lat2[i], lon2[i])


@njit(parallel=True)
def _direct_batch(lat1, lon1, azimuth, distance_m, out):
    """Solve every row; ``out`` (n, 2) gets latitude and longitude."""
    for i in prange(lat1.size):
        out[0, i], out[1, i] = geodesic_direct_row(lat1[i], lon1[i], azimuth[i], distance_m[i])


def geodesic_inverse(
    latitude1_rad: Floats | float,
    longitude1_rad: Floats | float,
    latitude2_rad: Floats | float,
    longitude2_rad: Floats | float,
) -> tuple[Floats, Floats, Floats]:
    """Distance (m) and azimuths (rad, at start and end) between places; NaN where a place is.

    At the antipode itself, to which many shortest ways lead, one of them is given.
    """
    arrays = np.broadcast_arrays(latitude1_rad, longitude1_rad, latitude2_rad, longitude2_rad)
    flat = [np.ascontiguousarray(a, dtype=np.float64).ravel() for a in arrays]
    out = np.empty((3, flat[0].size))
    _inverse_batch(*flat, out)
    for row in np.flatnonzero(np.isnan(out[0]) & np.isfinite(sum(flat))):
        out[:, row] = _nearly_antipodal(*(float(a[row]) for a in flat))
    shaped = out.reshape(3, *arrays[0].shape)
    return shaped[0], shaped[1], shaped[2]


_HALF_WAY_M: Final = 1e7
_FANNED: Final = 360
_NARROWINGS: Final = 5


def _nearly_antipodal(
    lat1: float, lon1: float, lat2: float, lon2: float
) -> tuple[float, float, float]:
    """Distance and azimuths between places for which Vincenty's iteration does not converge.

    Every way leads over the circle of 10,000 km around the start, half way, from where the iteration
    converges; the shortest is sought on it. The distance is flat at the shortest way: its error is
    below a millimetre, that of the azimuths some millionths of a radian.
    """
    middle, half_width = 0.0, math.pi
    for _ in range(_NARROWINGS):
        azimuth = middle + np.linspace(-half_width, half_width, _FANNED + 1)
        n = azimuth.size
        lat, lon = geodesic_direct(
            np.full(n, lat1), np.full(n, lon1), azimuth, np.array(_HALF_WAY_M)
        )
        rest = np.empty((3, n))
        _inverse_batch(lat, lon, np.full(n, lat2), np.full(n, lon2), rest)
        best = int(np.argmin(rest[0]))
        middle, half_width = float(azimuth[best]), 4.0 * half_width / _FANNED
    return (
        _HALF_WAY_M + float(rest[0, best]),
        math.remainder(middle, 2.0 * math.pi),
        float(rest[2, best]),
    )


def geodesic_direct(
    latitude_rad: Floats, longitude_rad: Floats, azimuth_rad: Floats, distance_m: Floats
) -> tuple[Floats, Floats]:
    """Latitude and longitude (rad) reached from places along geodesics."""
    arrays = np.broadcast_arrays(latitude_rad, longitude_rad, azimuth_rad, distance_m)
    flat = [np.ascontiguousarray(a, dtype=np.float64).ravel() for a in arrays]
    out = np.empty((2, flat[0].size))
    _direct_batch(*flat, out)
    shaped = out.reshape(2, *arrays[0].shape)
    return shaped[0], shaped[1]


# ---------------------------------------------------------------------------------------------
# Atmosphere


def atmosphere(altitude_m: Floats | float) -> Air:
    """US Standard Atmosphere 1976 at geometric altitudes [coesa1976, eq. 18 to 50].

    Above 86 km the density follows the published table and the other fields are NaN, because the
    model gives no single gas there; above 1000 km the density is NaN too.

    Raises
    ------
    ValueError : an altitude below -5 km or not a number.
    """
    z = np.atleast_1d(np.asarray(altitude_m, dtype=np.float64))
    if not np.all(z >= -5e3):
        raise ValueError(f"altitude_m must be at least -5000, got {float(np.min(z))}")
    temperature, pressure = _layers(np.minimum(z, _TOP_OF_LAYERS_M))
    density = pressure * _MOLAR_MASS_KG_KMOL / (_GAS_CONSTANT * temperature)
    sound = np.sqrt(_HEAT_RATIO * _GAS_CONSTANT / _MOLAR_MASS_KG_KMOL * temperature)
    high = z > _TOP_OF_LAYERS_M
    density[high] = np.exp(_high_log_density(z[high]))
    density[z > TOP_OF_AIR_M] = np.nan
    for field in (temperature, pressure, sound):
        field[high] = np.nan
    shape = np.shape(altitude_m)
    return Air(*(f.reshape(shape) for f in (temperature, pressure, density, sound)))


def _layers(z_m: Floats) -> tuple[Floats, Floats]:
    """Molecular temperature and pressure of the layers below 86 km [coesa1976, eq. 23, 33]."""
    h = _EARTH_RADIUS_US76_M * z_m / (_EARTH_RADIUS_US76_M + z_m)
    stiffness = STANDARD_GRAVITY_M_S2 * _MOLAR_MASS_KG_KMOL / _GAS_CONSTANT
    temperature = np.full(z_m.shape, np.nan)
    pressure = np.full(z_m.shape, np.nan)
    base_k, base_pa = _SEA_LEVEL_K, _SEA_LEVEL_PA
    for i, lapse in enumerate(_LAYER_LAPSE_K_M):
        low, top = _LAYER_BASE_M[i], _LAYER_BASE_M[i + 1]
        inside = (h >= low) if i else np.ones(h.shape, dtype=bool)
        # Heights beyond this layer are held at its top here and overwritten by the next layer.
        dh = np.minimum(h[inside] - low, top - low)
        local_k = base_k + lapse * dh
        temperature[inside] = local_k
        depth = top - low
        if lapse:
            power = stiffness / lapse
            pressure[inside] = base_pa * (base_k / local_k) ** power
            base_pa *= (base_k / (base_k + lapse * depth)) ** power
        else:
            pressure[inside] = base_pa * np.exp(-stiffness * dh / base_k)
            base_pa *= math.exp(-stiffness * depth / base_k)
        base_k += lapse * depth
    return temperature, pressure


def _high_log_density(z_m: Floats) -> Floats:
    """Logarithm of the density above 86 km, by a cubic spline through the published table."""
    knots = np.array([row[0] for row in _HIGH_AIR]) * 1e3
    values = np.log(np.array([row[1] for row in _HIGH_AIR]))
    return _evaluate_spline(knots, _spline(knots, values), np.minimum(z_m, TOP_OF_AIR_M))


def _spline(x: Floats, y: Floats) -> Floats:
    """Natural cubic spline: coefficients (n - 1, 4) in powers of the distance from the knot."""
    n = x.size
    h = np.diff(x)
    slope = np.diff(y) / h
    second = np.zeros(n)
    diagonal, upper, right = np.ones(n), np.zeros(n), np.zeros(n)
    for i in range(1, n - 1):  # Thomas elimination of the tridiagonal system
        lower = h[i - 1]
        diagonal[i] = 2.0 * (h[i - 1] + h[i]) - lower * upper[i - 1] / diagonal[i - 1]
        upper[i] = h[i]
        rise = 6.0 * (slope[i] - slope[i - 1])
        right[i] = rise - lower * right[i - 1] / diagonal[i - 1]
    for i in range(n - 2, 0, -1):
        second[i] = (right[i] - upper[i] * second[i + 1]) / diagonal[i]
    out = np.empty((n - 1, 4))
    out[:, 0] = y[:-1]
    out[:, 1] = slope - h * (2.0 * second[:-1] + second[1:]) / 6.0
    out[:, 2] = second[:-1] / 2.0
    out[:, 3] = np.diff(second) / (6.0 * h)
    return out


def _evaluate_spline(knots: Floats, coefficients: Floats, x: Floats) -> Floats:
    i = np.clip(np.searchsorted(knots, x, side="right") - 1, 0, knots.size - 2)
    d = x - knots[i]
    c = coefficients[i]
    return c[:, 0] + d * (c[:, 1] + d * (c[:, 2] + d * c[:, 3]))


def _monotone(x: Floats, knots: Floats, values: Floats) -> Floats:
    """Monotone piecewise cubic through a drag curve: no overshoot [fritsch-butland1984]."""
    h, slope = np.diff(knots), np.diff(values) / np.diff(knots)
    tangent = np.zeros(knots.size)
    for i in range(1, knots.size - 1):
        if slope[i - 1] * slope[i] > 0.0:
            w1, w2 = 2.0 * h[i] + h[i - 1], h[i] + 2.0 * h[i - 1]
            tangent[i] = (w1 + w2) / (w1 / slope[i - 1] + w2 / slope[i])
    k = np.clip(np.searchsorted(knots, x, side="right") - 1, 0, knots.size - 2)
    s = np.clip((x - knots[k]) / h[k], 0.0, 1.0)
    low = values[k] * (1.0 + 2.0 * s) + h[k] * s * tangent[k]
    high = values[k + 1] * (3.0 - 2.0 * s) + h[k] * (s - 1.0) * tangent[k + 1]
    return (1.0 - s) ** 2 * low + s**2 * high


def tables() -> Tables:
    """The air and the drag curve as smooth tables for the kernels.

    Linear knots cost 45 m at impact; a cubic spline on 400 m knots keeps the density within 0.2 %
    of the layers below 120 km (worst at their kinks) and within 1 % of the table above and the integrator's error estimate honest.
    """
    fine = np.arange(0.0, _FINE_TOP_M + 0.5 * _FINE_STEP_M, _FINE_STEP_M)
    air = atmosphere(fine)
    below = fine <= _TOP_OF_LAYERS_M
    last = int(np.count_nonzero(below)) - 1
    # Above 86 km the pressure only acts on nozzles and the speed of sound only enters a drag
    # coefficient that is constant there: the pressure follows the density, the sound holds.
    ratio = air.pressure_pa[last] / air.density_kg_m3[last]
    pressure = np.where(below, air.pressure_pa, air.density_kg_m3 * ratio)
    sound = np.where(below, air.sound_m_s, air.sound_m_s[last])
    coarse = np.arange(_FINE_TOP_M, TOP_OF_AIR_M + 0.5 * _COARSE_STEP_M, _COARSE_STEP_M)
    mach = np.arange(0.0, _MACH_TOP + 0.5 * _MACH_STEP, _MACH_STEP)
    curve = np.array(_DRAG_CURVE)
    log_density = _spline(fine, np.log(air.density_kg_m3))
    return Tables(
        fine_step_m=_FINE_STEP_M,
        fine_log_density=log_density,
        fine_density_kg_m3=exponential_parts(log_density, _FINE_STEP_M),
        fine_pressure_pa=exponential_parts(_spline(fine, np.log(pressure)), _FINE_STEP_M),
        fine_sound_m_s=_spline(fine, sound),
        coarse_step_m=_COARSE_STEP_M,
        coarse_log_density=_spline(coarse, _high_log_density(coarse)),
        mach_step=_MACH_STEP,
        drag_coefficient=_spline(mach, _monotone(mach, curve[:, 0], curve[:, 1])),
    )


CUBE, FOURTH, FIFTH = 3, 4, 5
"""Columns of coefficients that go with these powers; the others with lower ones."""


def exponential_parts(logarithm: Floats, step: float) -> Floats:
    """Quintics (n x parts, 6) through the exponential of a spline, its slope and its curvature.

    ``logarithm`` (n, 4) has knots ``step`` apart; each piece is parted. Where the spline bends most, at
    the kinks of the layers, 100 m leave 1e-12 of the value. They save kernels an exponential.
    """
    fine = step / _PARTS
    knot = np.arange(len(logarithm) * _PARTS + 1)
    row = np.minimum(knot // _PARTS, len(logarithm) - 1)
    d = (knot - row * _PARTS) * fine
    c0, c1, c2, c3 = logarithm[row].T
    value = np.exp(c0 + d * (c1 + d * (c2 + d * c3)))
    slope = c1 + d * (2.0 * c2 + d * 3.0 * c3)
    first = value * slope * fine
    second = value * (slope**2 + 2.0 * c2 + 6.0 * d * c3) * fine**2
    out = np.empty((knot.size - 1, 6))
    out[:, 0], out[:, 1], out[:, 2] = value[:-1], first[:-1], 0.5 * second[:-1]
    rise = value[1:] - out[:, :3].sum(axis=1)
    climb = first[1:] - out[:, 1] - 2.0 * out[:, 2]
    bend = second[1:] - 2.0 * out[:, 2]
    out[:, CUBE] = 10.0 * rise - 4.0 * climb + 0.5 * bend
    out[:, FOURTH] = -15.0 * rise + 7.0 * climb - bend
    out[:, FIFTH] = 6.0 * rise - 3.0 * climb + 0.5 * bend
    return out / fine ** np.arange(6)


@njit(**INLINED)
def cubic(coefficients, step, x):
    """One value of a spline on knots ``step`` apart from zero; held at both ends.

    ``coefficients`` (knots - 1, 4) rise in power; ``x`` and ``step`` share a unit.
    """
    n = coefficients.shape[0]
    x = min(max(x, 0.0), n * step)
    i = max(min(int(x * (1.0 / step)), n - 1), 0)  # no index from what is not a number
    return _powers(coefficients, i, x - i * step)


@njit(**INLINED)
def _powers(coefficients, i, d):
    """The cubic of row ``i`` at the distance ``d`` from its knot."""
    c = coefficients[i]
    return c[0] + d * c[1] + d * d * (c[2] + d * c[CUBE])


@njit(**INLINED)
def _quintic(coefficients, i, d):
    """The quintic of row ``i`` at the distance ``d`` from its knot."""
    c = coefficients[i]
    d2 = d * d
    return c[0] + d * c[1] + d2 * (c[2] + d * c[CUBE] + d2 * (c[FOURTH] + d * c[FIFTH]))


@njit(**INLINED)
def _knot(height_m, step, n):
    """Row of a table of ``n`` and the distance above its knot (m); held at both ends."""
    z = min(max(height_m, 0.0), n * step)
    i = max(min(int(z * (1.0 / step)), n - 1), 0)
    return i, z - i * step


@njit(**INLINED)
def density(tables, height_m):
    """Air density in kg/m^3 at one height; zero above 1000 km."""
    fine, n = tables.fine_step_m / _PARTS, tables.fine_density_kg_m3.shape[0]
    if height_m < n * fine:
        i, d = _knot(height_m, fine, n)
        return _quintic(tables.fine_density_kg_m3, i, d)
    if height_m < TOP_OF_AIR_M:
        z = height_m - n * fine
        return math.exp(cubic(tables.coarse_log_density, tables.coarse_step_m, z))
    return 0.0


@njit(**INLINED)
def near_air(tables, height_m):
    """Density (kg/m^3), pressure (Pa) and speed of sound (m/s) at one height below 120 km."""
    n = tables.fine_density_kg_m3.shape[0]
    i, d = _knot(height_m, tables.fine_step_m / _PARTS, n)
    return (
        _quintic(tables.fine_density_kg_m3, i, d),
        _quintic(tables.fine_pressure_pa, i, d),
        cubic(tables.fine_sound_m_s, tables.fine_step_m, height_m),
    )
