"""What a radar covers: at which altitude, at what range, over whose land.

Question: how low can a target over a place fly and still be seen; which cross section is detected
there; how much of each country lies under the view at 100, 200 or 300 km?

Model: a place is covered at an altitude when a target straight above it stands in the field of
regard of :func:`shieldmap.sensor.watch`: inside the sector, above the least elevation, the skyline
and the Earth's own edge, with rays bent by the air, and, where a range is given, within it. Ranges
are numbers from outside, so any radar of the catalogue can stand anywhere. The edge at one altitude
is solved along each azimuth and laid on the ground as a ring; the least visible altitude over a
place is solved over the place. Both come from one model and are checked against each other.

Areas are areas of the ellipsoid's surface below the view: rings and countries are drawn in Lambert's
equal-area projection of the authalic latitude (Snyder 1987, USGS 1395, equations 3-11, 3-12, 24-2)
and cut with each other. A ring has a corner each half degree of azimuth, which makes the area of a
disc too small by 1.3e-5; the map pack's borders are coarser (300 m, elsewhere some kilometres).

Limits: no loss of gain off the antenna's face; a limit of steering cuts the low edge, not the
zenith; no weather, one skyline for all ranges. What lies
below the straight line to the Earth's edge is never seen, whatever least elevation is given.

Frame: Earth-fixed (ECEF); rings are latitude and longitude in radians. Units: SI and radians.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import earth, geodata, sensor
from shieldmap.model import Floats, Radar
from shieldmap.radars import CROSS_SECTIONS_M2

ALTITUDES_M: Final = (100e3, 200e3, 300e3)
CONTOURS_M: Final = (25e3, 50e3, 100e3, 200e3, 300e3, 400e3, 600e3)
STEP_RAD: Final = math.radians(0.5)
"""Step of azimuth of every edge; the share of area lost between corners is its square over six."""

_ROUNDS: Final = 10  # each takes two thirds off what is left of a millirad: millimetres remain
HALF_PI: Final = 0.5 * math.pi
_OVERHEAD_RAD: Final = 1e-9  # nearer to the zenith than this no cone is left out
_FAR_M: Final = 1e8  # stands for "never" while the loop runs
_SIDE_POINTS: Final = 24
_DENSE_DEG: Final = 0.25  # edges of borders longer than this get points between
_MILLIMETRE_M: Final = 1e-3


class Outline(NamedTuple):
    """The edge of what is seen at one altitude, on the ground below.

    ``azimuth_rad``, ``slant_m``, ``ground_m`` and ``elevation_rad`` (k,) belong to the far edge:
    straight-line range, distance over the ground and apparent elevation there; NaN where nothing
    is seen. ``ring_rad`` (n, 2) is the closed edge as latitude and longitude without a repeated
    corner, ``hole_rad`` (m, 2) what lies around the zenith of a radar that looks all round but not
    straight up; empty where there is none. ``range_m`` is the limit of range, infinite without.
    """

    altitude_m: float
    range_m: float
    azimuth_rad: Floats
    slant_m: Floats
    ground_m: Floats
    elevation_rad: Floats
    ring_rad: Floats
    hole_rad: Floats


class DetectionArea(NamedTuple):
    """What is detected at places and altitudes; arrays of one shape.

    ``slant_m`` is the straight-line range. ``tracked_m2`` and ``searched_m2`` are the smallest
    cross sections detected there with the long dwell and within the search budget: NaN unseen.
    """

    is_visible: NDArray[np.bool_]
    slant_m: Floats
    tracked_m2: Floats
    searched_m2: Floats


class CountryArea(NamedTuple):
    """How much of a country lies below the view: ``seen_m2`` has one value for each outline."""

    iso3: str
    name: str
    land_m2: float
    seen_m2: Floats


class Coverage(NamedTuple):
    """What one radar covers: the altitudes (a,) with the ranges of each cross section (c,).

    ``sight`` has an outline for each altitude without a limit of range, ``tracked`` (a, c) those
    within the range of each cross section, ``contours`` the altitudes of the map. ``countries``
    hold areas (a, 1 + c): line of sight first, then within the range of each cross section.
    """

    radar: Radar
    altitude_m: Floats
    cross_section_m2: Floats
    track_range_m: Floats
    search_range_m: Floats
    sight: tuple[Outline, ...]
    tracked: tuple[tuple[Outline, ...], ...]
    contours: tuple[Outline, ...]
    countries: tuple[CountryArea, ...]


def radar_coverage(
    radar: Radar,
    track_range_m: float,
    search_range_m: float,
    *,
    altitude_m: Sequence[float] = ALTITUDES_M,
    cross_section_m2: Sequence[float] = CROSS_SECTIONS_M2,
    contour_m: Sequence[float] = CONTOURS_M,
) -> Coverage:
    """Everything that the products show of one radar.

    Parameters
    ----------
    radar : with its air, from :func:`shieldmap.sensor.with_air`.
    track_range_m, search_range_m : ranges for a cross section of 1 m2 with the long dwell and
        within the search budget; others follow by the fourth root [skolnik2008, eq. 1.8].
    altitude_m, cross_section_m2 : altitudes (a,) above the radar's, and cross sections (c,).
    contour_m : altitudes of the map of lowest visible altitude; those above the radar are taken.

    Raises
    ------
    ValueError : an altitude that is not above the radar, a range or cross section not above zero.
    """
    root = np.asarray(cross_section_m2, dtype=np.float64) ** 0.25
    if not (track_range_m > 0.0 and search_range_m > 0.0 and np.all(root > 0.0)):
        raise ValueError(
            "a coverage needs ranges and cross sections above zero: got "
            f"{track_range_m:g} m, {search_range_m:g} m and {list(cross_section_m2)} m2"
        )
    sight = tuple(outline(radar, altitude) for altitude in altitude_m)
    tracked = tuple(
        tuple(_within(radar, one, float(track_range_m * share)) for share in root) for one in sight
    )
    rows = [edge for one, limited in zip(sight, tracked, strict=True) for edge in (one, *limited)]
    shape = (len(sight), 1 + root.size)
    countries = [
        country._replace(seen_m2=country.seen_m2.reshape(shape))
        for country in area_by_country(radar, rows)
    ]
    above = [altitude for altitude in contour_m if altitude > height_m(radar)]
    return Coverage(
        radar=radar,
        altitude_m=np.asarray(altitude_m, dtype=np.float64),
        cross_section_m2=np.asarray(cross_section_m2, dtype=np.float64),
        track_range_m=track_range_m * root,
        search_range_m=search_range_m * root,
        sight=sight,
        tracked=tracked,
        contours=tuple(outline(radar, altitude) for altitude in above),
        countries=tuple(countries),
    )


def _within(radar: Radar, sight: Outline, range_m: float) -> Outline:
    """An outline within a range; one that reaches beyond all that is in sight changes nothing."""
    farthest = float(np.nan_to_num(sight.slant_m).max(initial=0.0))
    if range_m >= farthest:
        return sight._replace(range_m=range_m)
    return outline(radar, sight.altitude_m, range_m)


# ---------------------------------------------------------------------------------------------
# Over places


def lowest_visible_altitude_m(
    radar: Radar, latitude_rad: Floats | float, longitude_rad: Floats | float
) -> Floats:
    """Least altitude at which a target over places is seen, of the places' shape.

    NaN outside the sector, infinite where a target is never high enough. The greatest elevation is
    not asked for: straight above the radar a target may stand too high to be seen.
    """
    latitude, longitude = np.broadcast_arrays(latitude_rad, longitude_rad)
    ground = earth.geodetic_to_ecef(latitude, longitude)
    up = _up(latitude, longitude)
    # What stands over a place has one azimuth, within some microradians, whatever its height.
    azimuth = earth.ecef_to_look(radar.position_m, ground + ALTITUDES_M[0] * up)[0]
    lowest = lowest_elevation_rad(radar, azimuth)
    bending = np.zeros(latitude.shape)
    height = np.zeros(latitude.shape)
    for _ in range(_ROUNDS):
        height = _height_at_elevation(radar, ground, up, lowest - bending)
        target = ground + np.minimum(height, _FAR_M)[..., None] * up
        bending = sensor.watch(radar, target)[1] - _geometric_rad(radar, target)
    height = np.where(height < _FAR_M, np.maximum(height, 0.0), np.inf)
    return np.where(_is_in_sector(radar, azimuth), height, np.nan)


def _height_at_elevation(radar: Radar, ground: Floats, up: Floats, elevation: Floats) -> Floats:
    """Height over places at which a straight line from the radar has an elevation: a quadratic.

    Infinite where the line leaves the Earth faster than the place's vertical turns towards it.
    """
    offset = ground - radar.position_m
    sine = np.sin(elevation)
    over, along = up @ radar.axes[2], np.sum(offset * up, axis=-1)
    rise = offset @ radar.axes[2]
    a = over**2 - sine**2
    b = rise * over - sine**2 * along
    c = rise**2 - sine**2 * np.sum(offset**2, axis=-1)
    root = np.sqrt(np.maximum(b * b - a * c, 0.0))
    never = (over <= 0.0) | (a <= 0.0)
    height = (np.sign(sine) * root - b) / np.where(never, 1.0, a)
    return np.where(never, np.inf, height)


def lowest_elevation_rad(radar: Radar, azimuth_rad: Floats) -> Floats:
    """Apparent elevation below which nothing is seen: the limit, the hills or the Earth's edge."""
    profile = radar.horizon_rad
    steps = np.arange(profile.size) * (2.0 * math.pi / profile.size)
    hills = np.interp(azimuth_rad, steps, profile, period=2.0 * math.pi)
    lowest = np.maximum(hills, max(radar.elevation_min_rad, sensor.earths_edge_rad(radar)))
    if radar.scan_max_rad < math.pi:
        lowest = np.maximum(lowest, _face_edge_rad(radar, azimuth_rad))
    return lowest


def _face_edge_rad(radar: Radar, azimuth_rad: Floats) -> Floats:
    """Lowest elevation within the steering of the tilted face; the zenith where there is none.

    A cos(e) + B sin(e) >= cos(scan), with A along the azimuth and B along the zenith.
    """
    along = np.cos(radar.tilt_rad) * np.cos(azimuth_rad - radar.boresight_rad)
    up = np.full_like(along, np.sin(radar.tilt_rad))
    share = np.cos(radar.scan_max_rad) / np.maximum(np.hypot(along, up), 1e-12)
    edge = np.arctan2(up, along) - np.arccos(np.clip(share, -1.0, 1.0))
    return np.asarray(np.where(share <= 1.0, np.minimum(edge, HALF_PI), HALF_PI))


def has_terrain(radar: Radar) -> bool:
    """Whether a skyline was given; without one no hill hides anything."""
    return radar.horizon_rad.size > 1


def detection(
    radar: Radar,
    latitude_rad: Floats | float,
    longitude_rad: Floats | float,
    altitude_m: Floats | float,
    track_range_m: float,
    search_range_m: float,
) -> DetectionArea:
    """What is detected over places at altitudes; arguments are broadcast against each other.

    The ranges are those for a cross section of 1 m2, as in :func:`radar_coverage`.
    """
    position = earth.geodetic_to_ecef(*np.broadcast_arrays(latitude_rad, longitude_rad, altitude_m))
    azimuth, elevation, slant, margin = sensor.watch(radar, position)
    is_visible = (margin >= 0.0) & (elevation >= lowest_elevation_rad(radar, azimuth))
    return DetectionArea(
        is_visible=np.asarray(is_visible, dtype=np.bool_),
        slant_m=slant,
        tracked_m2=np.where(is_visible, (slant / track_range_m) ** 4, np.nan),
        searched_m2=np.where(is_visible, (slant / search_range_m) ** 4, np.nan),
    )


# ---------------------------------------------------------------------------------------------
# Along rays


def at_altitude(
    radar: Radar,
    azimuth_rad: Floats | float,
    elevation_rad: Floats | float,
    altitude_m: Floats | float,
) -> Floats:
    """Where bent rays of an apparent elevation reach altitudes above the radar: ECEF (..., 3)."""
    azimuth, wanted, height = np.broadcast_arrays(azimuth_rad, elevation_rad, altitude_m)
    bottom, radius = _radii(radar)
    geometric = np.array(wanted, dtype=np.float64)
    sine = np.sin(geometric)
    rise = (radius + height) ** 2 - bottom**2
    slant = np.sqrt((bottom * sine) ** 2 + rise) - bottom * sine
    for _ in range(_ROUNDS):
        direction = _direction(radar, azimuth, geometric)
        point = radar.position_m + slant[..., None] * direction
        latitude, longitude, reached = earth.ecef_to_geodetic(point)
        slope = np.sum(_up(latitude, longitude) * direction, axis=-1)
        geometric = geometric + wanted - sensor.watch(radar, point)[1]
        slant = slant + (height - reached) / slope
    return np.asarray(radar.position_m + slant[..., None] * _direction(radar, azimuth, geometric))


def at_range(
    radar: Radar, azimuth_rad: Floats | float, slant_m: Floats | float, altitude_m: float
) -> Floats:
    """Where a straight-line range meets an altitude above the radar: ECEF (..., 3), NaN if never."""
    azimuth, slant = np.broadcast_arrays(azimuth_rad, slant_m)
    bottom, radius = _radii(radar)
    top = radius + altitude_m
    sine = (top**2 - bottom**2 - slant**2) / (2.0 * bottom * slant)
    elevation = np.arcsin(np.clip(sine, -1.0, 1.0))
    for _ in range(_ROUNDS):
        point = radar.position_m + slant[..., None] * _direction(radar, azimuth, elevation)
        latitude, longitude, height = earth.ecef_to_geodetic(point)
        turned = _direction(radar, azimuth, elevation + HALF_PI)
        slope = slant * np.sum(_up(latitude, longitude) * turned, axis=-1)
        # Straight above the radar the height hardly changes with the elevation.
        step = (altitude_m - height) / np.maximum(slope, 0.01 * slant)
        elevation = np.minimum(elevation + step, HALF_PI)
    point = radar.position_m + slant[..., None] * _direction(radar, azimuth, elevation)
    return np.where((np.abs(sine) <= 1.0)[..., None], point, np.nan)


def on_ray(
    radar: Radar,
    azimuth_rad: Floats | float,
    elevation_rad: Floats | float,
    slant_m: Floats | float,
) -> Floats:
    """Points at straight-line ranges where the radar sees an apparent elevation: ECEF (..., 3)."""
    around, wanted, far = np.broadcast_arrays(azimuth_rad, elevation_rad, slant_m)
    geometric = np.array(wanted, dtype=np.float64)
    for _ in range(_ROUNDS):
        point = radar.position_m + far[..., None] * _direction(radar, around, geometric)
        step = wanted - sensor.watch(radar, point)[1]
        # At the radar itself there is no direction to mend.
        geometric = geometric + np.where(far > _MILLIMETRE_M, step, 0.0)
    return np.asarray(radar.position_m + far[..., None] * _direction(radar, around, geometric))


def slant_range_m(radar: Radar, points_m: Floats) -> Floats:
    """Straight-line ranges of points (..., 3)."""
    return np.asarray(np.linalg.norm(points_m - radar.position_m, axis=-1))


def ground_distance_m(radar: Radar, points_m: Floats) -> Floats:
    """Distances over the ground from the radar to the places below points (..., 3)."""
    latitude, longitude, _ = earth.ecef_to_geodetic(points_m)
    here = earth.ecef_to_geodetic(radar.position_m)
    return earth.geodesic_inverse(float(here[0]), float(here[1]), latitude, longitude)[0]


def outline(
    radar: Radar, altitude_m: float, range_m: float = math.inf, step_rad: float = STEP_RAD
) -> Outline:
    """The edge of what is seen at one altitude, within a range where one is given.

    Raises
    ------
    ValueError : an altitude that is not above the radar.
    """
    if not altitude_m > height_m(radar):
        raise ValueError(
            f"altitude_m is {altitude_m:g}: expected above the radar's {height_m(radar):.0f} m"
        )
    azimuth = azimuths(radar, step_rad)
    ceiling = min(radar.elevation_max_rad, HALF_PI)
    lowest = lowest_elevation_rad(radar, azimuth)
    far = at_altitude(radar, azimuth, np.minimum(lowest, ceiling), altitude_m)
    if math.isfinite(range_m):
        short = slant_range_m(radar, far) > range_m
        far[short] = at_range(radar, azimuth[short], range_m, altitude_m)
    near = _near_edge(radar, azimuth, altitude_m)
    none = (lowest >= ceiling) | np.isnan(far[:, 0]) | (slant_range_m(radar, near) > range_m)
    far[none] = near[none]
    ring, hole = _closed_rings(radar, azimuth, far, near, altitude_m)
    _, elevation, slant, _ = sensor.watch(radar, far)
    ground = ground_distance_m(radar, far)

    def told(values: Floats) -> Floats:
        return np.where(none, np.nan, values)

    return Outline(
        altitude_m, range_m, azimuth, told(slant), told(ground), told(elevation), ring, hole
    )


def _near_edge(radar: Radar, azimuth: Floats, altitude_m: float) -> Floats:
    """Points (k, 3) at the greatest elevation: one and the same where that is the zenith."""
    if has_open_roof(radar):
        return at_altitude(radar, azimuth, radar.elevation_max_rad, altitude_m)
    above = radar.position_m + (altitude_m - height_m(radar)) * radar.axes[2]
    return np.tile(above, (azimuth.size, 1))


def azimuths(radar: Radar, step_rad: float = STEP_RAD) -> Floats:
    """Azimuths over the sector with both ends; a full circle without its repeated end."""
    half = min(max(radar.half_sector_rad, 0.0), math.pi)
    count = max(math.ceil(2.0 * half / step_rad - 1e-9), 2)
    offset = np.linspace(-half, half, count + 1)
    return np.asarray(radar.boresight_rad + (offset[:-1] if is_round(radar) else offset))


def _closed_rings(
    radar: Radar, azimuth: Floats, far: Floats, near: Floats, altitude_m: float
) -> tuple[Floats, Floats]:
    """The closed edge and the hole around the zenith as latitude and longitude (n, 2)."""
    nothing = np.empty((0, 2))
    if radar.half_sector_rad < 0.0:
        return nothing, nothing
    if is_round(radar):
        return _edge_places(far), _edge_places(near) if has_open_roof(radar) else nothing
    ends = [0, -1]
    out, back = _sides(radar, azimuth[ends], near[ends], far[ends], altitude_m)
    inner = near[::-1] if has_open_roof(radar) else near[:1]
    return _edge_places(np.concatenate([out, far, back[::-1], inner])), nothing


def _sides(radar: Radar, azimuth: Floats, near: Floats, far: Floats, altitude_m: float) -> Floats:
    """Points (2, n, 3) at two azimuths and an altitude between near and far edge, without both."""
    bottom, radius = _radii(radar)
    start, end = (_central_angle_rad(radar, points) for points in (near, far))
    angle = start[:, None] + (end - start)[:, None] * np.linspace(0.0, 1.0, _SIDE_POINTS)[1:-1]
    top = radius + altitude_m
    elevation = np.arctan2(top * np.cos(angle) - bottom, top * np.sin(angle))
    straight = radar._replace(bending_rad=np.zeros((2, 2)))
    return at_altitude(straight, azimuth[:, None], elevation, altitude_m)


# ---------------------------------------------------------------------------------------------
# Countries


def area_by_country(radar: Radar, outlines: Sequence[Outline]) -> tuple[CountryArea, ...]:
    """Area of every country below each outline, the most seen first; those never seen are left out.

    Borders are the map pack's, which settle no claim. Computed twice as finely, an area changes by
    less than 2e-5 of the area below the outline.
    """
    import shapely

    drawn = [one for one in outlines if one.ring_rad.size]
    if not drawn:
        return ()
    site = earth.ecef_to_geodetic(radar.position_m)
    here = float(site[0]), float(site[1])
    reach = max(_central_angles_rad(here, one.ring_rad).max() for one in drawn)
    areas = {id(one.ring_rad): _shapely_area(one, here) for one in outlines}
    for area in areas.values():
        shapely.prepare(area)
    found = []
    # Rounded up, so that outlines of one radar share what has been cut out for them.
    for iso3, name, land_m2, parts in _lands(*here, math.ceil(20.0 * reach) / 20.0):
        # Outlines with one ring between them are cut once.
        cut = {key: _common_m2(area, parts) for key, area in areas.items()}
        seen = np.array([cut[id(one.ring_rad)] for one in outlines])
        if seen.max() > 0.0:
            found.append(CountryArea(iso3, name, land_m2, seen))
    return tuple(sorted(found, key=lambda one: -float(one.seen_m2.max())))


def _common_m2(area: Any, parts: Any) -> float:
    """Area that a prepared area shares with the parts of a country.

    Most parts lie wholly inside or outside, which is found ten times sooner than a common area.
    """
    import shapely

    inside = shapely.contains_properly(area, parts)
    cut = shapely.intersects(area, parts) & ~inside
    shared = shapely.intersection(parts[cut], area)
    return float(shapely.area(parts[inside]).sum() + shapely.area(shared).sum())


def area_m2(one: Outline) -> float:
    """Area of the ellipsoid's surface below an outline, land and sea."""
    import shapely

    if not one.ring_rad.size:
        return 0.0
    middle = float(one.ring_rad[0, 0]), float(one.ring_rad[0, 1])
    return float(shapely.area(_shapely_area(one, middle)))


def _shapely_area(one: Outline, here: tuple[float, float]) -> Any:
    """An outline as a shapely area in metres around a place."""
    import shapely

    if not one.ring_rad.size:
        return shapely.Polygon()
    ring, hole = (equal_area_m(here, places) for places in (one.ring_rad, one.hole_rad))
    area = geodata.valid(shapely.Polygon(ring))
    if not hole.size:
        return area
    return shapely.difference(area, geodata.valid(shapely.Polygon(hole)))


@lru_cache(maxsize=4)
def _lands(
    latitude_rad: float, longitude_rad: float, reach_rad: float
) -> tuple[tuple[str, str, float, Any], ...]:
    """Countries within a reach of a place: code, name, whole area, and the parts within, in metres."""
    import shapely

    here = (latitude_rad, longitude_rad)
    degrees = math.degrees(latitude_rad), math.degrees(longitude_rad)
    circle = np.linspace(0.0, 2.0 * math.pi, 721)[:-1]
    # A chord between the corners lies inside the circle; the share is more than made up for.
    radius = 2.0 * _AUTHALIC_M * math.sin(0.5 * min(1.01 * reach_rad, math.pi))
    disc = shapely.Polygon(radius * np.column_stack([np.sin(circle), np.cos(circle)]))
    found = []
    for iso3, name in geodata.countries().items():
        rings = np.radians(np.concatenate(geodata.country(iso3))[:, ::-1])
        is_near = _central_angles_rad(here, rings).min() <= reach_rad
        # A reach that lies wholly inside a country meets none of its borders.
        is_around = bool(np.all((rings.min(axis=0) <= here) & (rings.max(axis=0) >= here)))
        if not is_near and not (is_around and geodata.is_inside(iso3, *degrees)):
            continue
        shape = shapely.segmentize(geodata.shape(iso3), _DENSE_DEG)
        whole = float(shapely.area(shapely.transform(shape, _cylinder_m)))
        land = geodata.valid(
            shapely.transform(shape, lambda at: equal_area_m(here, np.radians(at[:, ::-1])))
        )
        found.append((iso3, name, whole, shapely.get_parts(shapely.intersection(land, disc))))
    return tuple(found)


_E: Final = math.sqrt(earth.ECCENTRICITY_SQUARED)


def _authalic(sine: Floats | float) -> Floats:
    """Snyder's q of the sine of a geodetic latitude: twice the area to it over that of the axis."""
    s = np.asarray(sine, dtype=np.float64)
    return np.asarray((1.0 - _E**2) * (s / (1.0 - (_E * s) ** 2) + np.arctanh(_E * s) / _E))


_Q_POLE: Final = float(_authalic(1.0))
_AUTHALIC_M: Final = earth.SEMI_MAJOR_AXIS_M * math.sqrt(0.5 * _Q_POLE)
"""Radius of the sphere that has the ellipsoid's area."""


def equal_area_m(here: tuple[float, float], places_rad: Floats) -> Floats:
    """Places (n, 2) of latitude, longitude on the equal-area plane around one of them."""
    sine0 = float(_authalic(math.sin(here[0]))) / _Q_POLE
    cosine0 = math.sqrt(max(1.0 - sine0 * sine0, 0.0))
    sine = np.clip(_authalic(np.sin(places_rad[:, 0])) / _Q_POLE, -1.0, 1.0)
    cosine = np.sqrt(1.0 - sine * sine)
    turn = places_rad[:, 1] - here[1]
    north = cosine0 * sine - sine0 * cosine * np.cos(turn)
    up = sine0 * sine + cosine0 * cosine * np.cos(turn)
    # The place opposite to the middle is a whole circle; a hair beside it stays finite.
    scale = _AUTHALIC_M * np.sqrt(2.0 / np.maximum(1.0 + up, 1e-12))
    return np.column_stack([scale * cosine * np.sin(turn), scale * north])


def _cylinder_m(places_deg: Floats) -> Floats:
    """Longitude, latitude in degrees on Lambert's equal-area cylinder, in metres."""
    sine = np.clip(_authalic(np.sin(np.radians(places_deg[:, 1]))) / _Q_POLE, -1.0, 1.0)
    return _AUTHALIC_M * np.column_stack([np.radians(places_deg[:, 0]), sine])


# ---------------------------------------------------------------------------------------------
# Geometry


def _up(latitude: Floats, longitude: Floats) -> Floats:
    """Outward normals (..., 3) of the ellipsoid."""
    c = np.cos(latitude)
    return np.stack([c * np.cos(longitude), c * np.sin(longitude), np.sin(latitude)], axis=-1)


def _direction(radar: Radar, azimuth: Floats, elevation: Floats) -> Floats:
    """Unit vectors (..., 3) in ECEF of directions at the radar."""
    c = np.cos(elevation)
    local = np.stack([c * np.sin(azimuth), c * np.cos(azimuth), np.sin(elevation)], axis=-1)
    return np.asarray(local @ radar.axes)


def _geometric_rad(radar: Radar, target: Floats) -> Floats:
    """Elevation of the straight line to targets (..., 3)."""
    offset = target - radar.position_m
    slant = np.maximum(np.linalg.norm(offset, axis=-1), _MILLIMETRE_M)
    return np.asarray(np.arcsin(np.clip(offset @ radar.axes[2] / slant, -1.0, 1.0)))


def height_m(radar: Radar) -> float:
    """Height of the radar above the ellipsoid."""
    return float(earth.ecef_to_geodetic(radar.position_m)[2])


def _radii(radar: Radar) -> tuple[float, float]:
    """Distances of the radar and of the ground from the centre of the sphere that fits there."""
    latitude, _, altitude = earth.ecef_to_geodetic(radar.position_m)
    radius = sensor.gaussian_radius_m(float(latitude))
    return radius + float(altitude), radius


def _central_angle_rad(radar: Radar, points: Floats) -> Floats:
    """Angles between the verticals of the radar and of points (..., 3)."""
    latitude, longitude, _ = earth.ecef_to_geodetic(points)
    return np.asarray(np.arccos(np.clip(_up(latitude, longitude) @ radar.axes[2], -1.0, 1.0)))


def _central_angles_rad(here: tuple[float, float], places_rad: Floats) -> Floats:
    """Angles between the verticals of one place and of others (n, 2)."""
    up = _up(np.array(here[0]), np.array(here[1]))
    return np.asarray(np.arccos(np.clip(_up(places_rad[:, 0], places_rad[:, 1]) @ up, -1.0, 1.0)))


def is_round(radar: Radar) -> bool:
    """Whether the radar looks all round."""
    return radar.half_sector_rad >= math.pi - 1e-9


def has_open_roof(radar: Radar) -> bool:
    """Whether the radar cannot look straight up."""
    return radar.elevation_max_rad < HALF_PI - _OVERHEAD_RAD


def _is_in_sector(radar: Radar, azimuth: Floats) -> NDArray[np.bool_]:
    off = np.abs((azimuth - radar.boresight_rad + np.pi) % (2.0 * np.pi) - np.pi)
    return np.asarray(off <= radar.half_sector_rad, dtype=np.bool_)


def _edge_places(points: Floats) -> Floats:
    latitude, longitude, _ = earth.ecef_to_geodetic(points)
    return np.column_stack([latitude, longitude])
