"""The coverage of a radar as plain values: what a run keeps and what products print and draw.

Everything that the figures, the tables and the file of a run show of a radar's view is here, in
SI units with degrees for places and directions, so that no product computes anything.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shieldmap import campaign, radars
from shieldmap.campaign import Study
from shieldmap.earth import ecef_to_geodetic
from shieldmap.footprint.coverage import (
    CountryArea,
    Coverage,
    Outline,
    area_by_country,
    area_m2,
    equal_area_m,
    has_terrain,
    outline,
    radar_coverage,
)
from shieldmap.footprint.coverage_shape import Ray, cut, volume
from shieldmap.model import Floats, Radar
from shieldmap.radars import CROSS_SECTIONS_M2
from shieldmap.results import (
    CoverageAltitude,
    CoverageContour,
    CoverageCountry,
    CoverageCut,
    CoverageRadar,
    CoverageRange,
    CutLine,
    NoRadar,
    RadarCoverage,
    StudyCoverage,
)
from shieldmap.results.radar import (
    AreaEnds,
    CoverageVolume,
    LeftRadar,
    RangeEnds,
    Ring,
    TrackedArea,
)
from shieldmap.terms import End

_DETAIL_DEG: Final = 0.002
_DETAIL_M: Final = 200.0
"""Rings keep no more corners than these ask for; 200 m show on no figure."""

_PLACE_DIGITS: Final = 4
_SPAN_STEP_RAD: Final = math.radians(1.0)


def coverage_values(
    coverage: Coverage, *, system: str = "", place: str = "", terrain: str = ""
) -> RadarCoverage:
    """What products show of a coverage.

    ``system`` and ``place`` name the radar and its site, ``terrain`` the profile of its skyline.
    Rings are [longitude, latitude] in degrees, not closed, without jumps at the date line
    (longitudes go beyond 180); ``ring`` is null where it is that of the line of sight.
    """
    radar = coverage.radar
    sights = zip(coverage.altitude_m, coverage.sight, coverage.tracked, strict=True)
    ranges = zip(
        coverage.cross_section_m2, coverage.track_range_m, coverage.search_range_m, strict=True
    )
    return RadarCoverage(
        present=True,
        radar=_radar_told(radar, system, place, terrain),
        ranges=tuple(
            CoverageRange(
                cross_section_m2=float(section),
                track_m=RangeEnds(value=float(far)),
                search_m=RangeEnds(value=float(near)),
            )
            for section, far, near in ranges
        ),
        altitudes=tuple(
            CoverageAltitude(
                altitude_m=float(altitude),
                slant_m=_largest(sight.slant_m),
                ground_m=_largest(sight.ground_m),
                area_m2=area_m2(sight),
                ring=_degrees(sight.ring_rad),
                hole=_degrees(sight.hole_rad),
                tracked=tuple(
                    _limited(one, sight, float(section))
                    for one, section in zip(tracked, coverage.cross_section_m2, strict=True)
                ),
            )
            for altitude, sight, tracked in sights
        ),
        contours=tuple(
            CoverageContour(
                altitude_m=one.altitude_m,
                ring=_degrees(one.ring_rad),
                hole=_degrees(one.hole_rad),
            )
            for one in coverage.contours
        ),
        countries=tuple(_country(one) for one in coverage.countries),
        cut=_cut(radar, radar.boresight_rad, [float(r) for r in coverage.track_range_m]),
    )


def study_coverage(this: Study) -> StudyCoverage | NoRadar:
    """The coverage of a study's radar, with the ranges of what is disputed.

    Ranges of areas run over the three ends of the radar's direction and both ends of its scan limit,
    or of its sector, and of its least elevation; those of detection over the ends of its published range.
    """
    given = this.scenario.defence.radar
    entry = this.scenario.catalogue.radar(given.system)
    if not given.present:
        return NoRadar(present=False, radar=LeftRadar(system=entry.name))
    sector = campaign.searched_width(given, entry)
    search_m, track_m = radars.ranges_m(entry, 1.0, sector)
    stated = entry.reference.radar_cross_section.si
    sections = sorted({*CROSS_SECTIONS_M2, stated})
    coverage = radar_coverage(this.defence.radar, track_m, search_m, cross_section_m2=sections)
    values = coverage_values(coverage, system=entry.name, place=this.scenario.defence.battery.name)

    def ended(row: CoverageRange) -> CoverageRange:
        ends = (
            radars.ranges_m(entry, row.cross_section_m2, sector, end) for end in (End.BAD, End.GOOD)
        )
        search, track = zip(*ends, strict=True)
        return CoverageRange(
            cross_section_m2=row.cross_section_m2,
            track_m=RangeEnds(value=row.track_m.value, bad=track[0], good=track[1]),
            search_m=RangeEnds(value=row.search_m.value, bad=search[0], good=search[1]),
        )

    # For a globe: metres in the Earth-fixed frame, to a decimetre.
    shape = volume(this.defence.radar, track_m)
    sheets = {name: np.round(sheet, 1).tolist() for name, sheet in shape._asdict().items()}
    return StudyCoverage(
        **dict(values)
        | {
            "ranges": tuple(ended(row) for row in values.ranges),
            "countries": tuple(_with_spans(values.countries, this, coverage)),
        },
        stated_m2=stated,
        volume=CoverageVolume(**sheets),
    )


def _with_spans(
    rows: Sequence[CoverageCountry], this: Study, coverage: Coverage
) -> Iterator[CoverageCountry]:
    """Least and greatest area over what is disputed of the radar's view; adds countries seen then.

    Areas grow with the width of the view and shrink with the least elevation: their ends are enough.
    """
    by_name = {row.name: row for row in this.rows}
    boresight, lowest = by_name["boresight"], by_name["elevation_min"]
    width = by_name["scan_max" if "scan_max" in by_name else "sector"]
    directions = (boresight.low, boresight.value, boresight.high)
    views = ((width.low, lowest.high), (width.high, lowest.low))
    edges = [
        outline(_turned(coverage.radar, direction, *view), float(altitude), step_rad=_SPAN_STEP_RAD)
        for view, direction, altitude in product(views, directions, coverage.altitude_m)
    ]
    shape = (len(views), len(directions), coverage.altitude_m.size)
    found = {one.iso3: one for one in area_by_country(coverage.radar, edges)}
    nothing = np.zeros((coverage.altitude_m.size, 1 + coverage.cross_section_m2.size))
    known = {row.iso3 for row in rows}
    added = (
        _country(one._replace(seen_m2=nothing)) for one in found.values() if one.iso3 not in known
    )
    for row in (*rows, *added):
        one = found.get(row.iso3)
        seen = np.zeros(shape) if one is None else one.seen_m2.reshape(shape)
        value = np.array(row.seen_m2.value)
        ends = AreaEnds(
            value=row.seen_m2.value,
            low=np.minimum(seen[0].min(axis=0), value).tolist(),
            high=np.maximum(seen[1].max(axis=0), value).tolist(),
        )
        yield row.model_copy(update={"seen_m2": ends})


def _turned(radar: Radar, boresight: float, width: float, elevation_min: float) -> Radar:
    """The radar in another direction; ``width`` is the scan limit of a cone or a wedge's sector."""
    turned = radar._replace(boresight_rad=boresight, elevation_min_rad=elevation_min)
    if radar.scan_max_rad < math.pi:
        return turned._replace(scan_max_rad=width)
    return turned._replace(half_sector_rad=0.5 * width)


def _radar_told(radar: Radar, system: str, place: str, terrain: str) -> CoverageRadar:
    latitude, longitude, altitude = (float(x) for x in ecef_to_geodetic(radar.position_m))
    return CoverageRadar(
        system=system,
        place=place,
        latitude_deg=math.degrees(latitude),
        longitude_deg=math.degrees(longitude),
        altitude_m=altitude,
        boresight_deg=math.degrees(radar.boresight_rad) % 360.0,
        sector_deg=math.degrees(2.0 * min(max(radar.half_sector_rad, 0.0), math.pi)),
        elevation_min_deg=math.degrees(radar.elevation_min_rad),
        elevation_max_deg=math.degrees(radar.elevation_max_rad),
        tilt_deg=math.degrees(radar.tilt_rad),
        scan_max_deg=math.degrees(radar.scan_max_rad),
        has_air=bool(radar.bending_rad.any()),
        has_terrain=has_terrain(radar),
        terrain=terrain,
    )


def _limited(one: Outline, sight: Outline, section: float) -> TrackedArea:
    """An outline within a range; its ring only where the range cuts something off."""
    is_cut = one.ring_rad is not sight.ring_rad
    return TrackedArea(
        cross_section_m2=section,
        area_m2=area_m2(one),
        ring=_degrees(one.ring_rad) if is_cut else None,
        hole=_degrees(one.hole_rad) if is_cut else None,
    )


def _degrees(places_rad: Floats) -> Ring:
    """A ring as [longitude, latitude], without jumps, with no more corners than products need.

    Corners stay that stand out on the ground or in a plain of degrees, where GeoJSON's edges are
    straight: near a pole the two differ.
    """
    if not places_rad.size:
        return ()
    longitude = np.degrees(np.unwrap(places_rad[:, 1]))
    ring = np.column_stack([longitude, np.degrees(places_rad[:, 0])])
    here = float(places_rad[0, 0]), float(places_rad[0, 1])
    kept = _corners(ring, _DETAIL_DEG) | _corners(equal_area_m(here, places_rad), _DETAIL_M)
    return tuple((x, y) for x, y in np.round(ring[kept], _PLACE_DIGITS).tolist())


def _corners(ring: Floats, detail: float) -> NDArray[np.bool_]:
    """The corners (n,) that a ring needs so that no edge moves by more than a detail."""
    import shapely

    # The number of each corner travels along as its height, which is not looked at.
    numbered = np.column_stack([ring, np.arange(len(ring))])
    line = shapely.simplify(shapely.LineString(np.vstack([numbered, numbered[:1]])), detail)
    kept = np.zeros(len(ring), dtype=np.bool_)
    kept[shapely.get_coordinates(line, include_z=True)[:, 2].astype(np.int64)] = True
    return kept


def _country(one: CountryArea) -> CoverageCountry:
    return CoverageCountry(
        iso3=one.iso3,
        name=one.name,
        land_m2=one.land_m2,
        seen_m2=AreaEnds(value=one.seen_m2[:, 0].tolist()),
        tracked_m2=one.seen_m2[:, 1:].tolist(),
    )


def _cut(radar: Radar, azimuth_rad: float, ranges_m: list[float]) -> CoverageCut:
    made = cut(radar, azimuth_rad, ranges_m)
    return CoverageCut(
        azimuth_deg=math.degrees(azimuth_rad) % 360.0,
        top_m=made.top_m,
        lowest=_ray_told(made.lowest),
        rays=tuple(_ray_told(one) for one in made.rays),
        arcs=tuple(_ray_told(one) for one in made.arcs),
    )


def _ray_told(one: Ray) -> CutLine:
    return CutLine(
        elevation_deg=math.degrees(one.elevation_rad),
        range_m=one.range_m,
        ground_m=np.round(one.ground_m).tolist(),
        altitude_m=np.round(one.altitude_m).tolist(),
    )


def _largest(values: Floats) -> float:
    seen = values[np.isfinite(values)]
    return float(seen.max()) if seen.size else 0.0
