"""``see``: ranges of a radar, the figures of the debate, its coverage, and what is seen when."""

import math
from pathlib import Path
from typing import Final, TypedDict, Unpack

import numpy as np

from shieldmap import catalog, footprint, plain, radars, scenario as scenarios, sensor
from shieldmap.answers import radar_tracks
from shieldmap.answers.places import InputError, Spot, degrees, numbers
from shieldmap.answers.radar_tracks import RadarAsked, RadarRequest
from shieldmap.catalog import RadarEntry
from shieldmap.model import Floats
from shieldmap.radars import KnownSite
from shieldmap.results import (
    CatalogueValue,
    Detection,
    LineOfSight,
    PublicFigure,
    RadarCoverage,
    RadarSite,
    RadarView,
    RangesOfSection,
    SearchSpent,
)
from shieldmap.terms import End
from shieldmap.words import english

_DISTANCES_M: Final = (100e3, 200e3, 300e3, 500e3, 700e3, 1000e3, 1500e3, 2000e3, 3000e3)


class RadarOptions(TypedDict, total=False):
    """What may be asked of a radar besides its site, as on the command line."""

    altitude_m: float | None
    boresight_deg: float | None
    sector_deg: float | None
    elevation_min_deg: float | None
    tilt_deg: float | None
    scan_max_deg: float | None
    horizon: str | Path | None
    rcs_m2: float | None
    snr_ratio: float | None
    dwell_s: float | None
    missile: str | None
    from_: Spot | None
    to: Spot | None
    class_: str | None
    apogee_km: float | None


def see(radar: str, at: Spot, **options: Unpack[RadarOptions]) -> RadarView:
    """What a radar sees, as ``shieldmap see``.

    Parameters
    ----------
    radar : a catalogue id or alias.
    at : a known site, or latitude and longitude in degrees.
    altitude_m : height of the site; 0 where it is not known.
    boresight_deg, sector_deg, elevation_min_deg, tilt_deg, scan_max_deg : how it looks.
    horizon : the file of a skyline; without one there is no terrain.
    rcs_m2, snr_ratio, dwell_s : the target, and what a look asks for.
    missile, from_, to, class_, apogee_km : also tell when this flight is seen, as in ``fly``.

    Raises
    ------
    InputError : what was asked for cannot be used, in one sentence.

    Examples
    --------
    >>> view = see("an-tpy-2", at="seongju", rcs_m2=0.1)
    >>> view.detection_range_m > view.search_range_m
    True
    """
    request = RadarRequest(radar, at, **options)
    radar_tracks.check(request)
    return view(prepare(request))


def prepare(request: RadarRequest) -> RadarAsked:
    """Check every option and fill in what was not given."""
    _check(request)
    entry = catalog.radar(request.radar)
    place = _site_asked(request, entry)
    field = entry.field_of_regard
    horizon = None if request.horizon is None else Path(request.horizon)
    sector = _or(request.sector_deg, math.degrees(field.sector.si))
    view = radars.view_of(entry, math.radians(place.boresight_deg))
    view = view._replace(
        sector_rad=math.radians(sector), elevation_min_rad=math.radians(place.elevation_min_deg)
    )
    if request.tilt_deg is not None:
        view = view._replace(tilt_rad=math.radians(request.tilt_deg))
    if request.scan_max_deg is not None:
        view = view._replace(scan_max_rad=math.radians(request.scan_max_deg))
    site = radars.site(
        math.radians(place.latitude_deg),
        math.radians(place.longitude_deg),
        place.altitude_m,
        view,
        horizon_rad=None if horizon is None else _skyline(horizon),
    )
    return RadarAsked(
        request=request,
        entry=entry,
        place=place,
        site=site,
        sector_rad=math.radians(sector),
        cross_section_m2=_or(request.rcs_m2, entry.reference.radar_cross_section.si),
        snr_ratio=_or(request.snr_ratio, entry.receiver.snr.si),
        dwell_s=_or(request.dwell_s, entry.receiver.dwell.si),
        terrain="none" if horizon is None else horizon.name,
    )


def _or(given: float | None, default: float) -> float:
    return default if given is None else given


def _check(request: RadarRequest) -> None:
    """Every number within what makes sense, one sentence where it does not."""
    limits = {
        "--altitude": (request.altitude_m, -500.0, 9000.0, "metres"),
        "--boresight": (request.boresight_deg, 0.0, 360.0, "degrees clockwise from north"),
        "--sector": (request.sector_deg, 1.0, 360.0, "degrees"),
        "--elevation-min": (request.elevation_min_deg, 0.0, 89.0, "degrees"),
        "--tilt": (request.tilt_deg, 0.0, 90.0, "degrees"),
        "--scan-max": (request.scan_max_deg, 1.0, 180.0, "degrees"),
        "--rcs": (request.rcs_m2, 1e-6, 1e4, "m^2"),
        "--snr": (request.snr_ratio, 0.01, 1e6, "as a power ratio"),
        "--dwell": (request.dwell_s, 1e-6, 10.0, "seconds"),
    }
    for option, (value, low, high, unit) in limits.items():
        if value is not None and not low <= value <= high:
            raise InputError(f"{option} is {value:g}: expected {low:g} to {high:g} {unit}")


def _site_asked(request: RadarRequest, entry: RadarEntry) -> KnownSite:
    """The site asked for: a known one, or a position with the catalogue's view."""
    known = [site for site in radars.sites() if site.system == entry.id]
    named = {name: site for site in known for name in (site.id, site.name.casefold())}
    if not isinstance(request.at, str) or "," in request.at:
        first, second = numbers(request.at, ("LAT", "LON"), "--at")
        latitude, longitude = degrees(first, second, "--at")
        near = [site for site in known if radars.is_near(site, latitude, longitude)]
        base = near[0] if near else radars.open_site(entry)
        base = base._replace(latitude_deg=latitude, longitude_deg=longitude)
    elif request.at.casefold() in named:
        base = named[request.at.casefold()]
    else:
        listed = ", ".join(site.id for site in known)
        hint = f"or a known site of {entry.name}: {listed}" if listed else ""
        raise InputError(f"--at is '{request.at}': expected LAT,LON in degrees {hint}".strip())
    if request.boresight_deg is not None:
        # That nothing is known of an open site's boresight no longer matters.
        told = "said_boresight_asked" if base.id else "said_boresight_asked_alone"
        base = base._replace(note=english(told, note=base.note))
    return base._replace(
        altitude_m=_or(request.altitude_m, base.altitude_m),
        boresight_deg=_or(request.boresight_deg, base.boresight_deg) % 360.0,
        elevation_min_deg=_or(request.elevation_min_deg, base.elevation_min_deg),
    )


def _skyline(path: Path) -> Floats:
    """The skyline of a CSV file as the radar takes it."""
    points = scenarios.read_skyline(path)
    azimuth, elevation = np.array([list(point.values()) for point in points]).T
    return radars.skyline(azimuth, elevation)


def view(asked: RadarAsked) -> RadarView:
    """Ranges, search, detection, line of sight, the figures in circulation, and the coverage."""
    entry = asked.entry
    near, far = zip(*(_ranges_m(asked, end) for end in End), strict=True)
    off_rad = 0.5 * min(asked.sector_rad, math.radians(120.0))
    edge = sensor.scan_loss_ratio(np.array(off_rad))
    told = "said_terrain_none" if asked.terrain == "none" else "said_terrain"
    terrain = english(told, file=asked.terrain)
    return RadarView(
        radar=entry.id,
        name=entry.name,
        detection_range_m=far[0],
        detection_range_low_m=far[1],
        detection_range_high_m=far[2],
        search_range_m=near[0],
        search_range_low_m=near[1],
        search_range_high_m=near[2],
        off_normal_deg=math.degrees(off_rad),
        off_normal_range_ratio=float(edge) ** 0.25,
        cross_section_m2=asked.cross_section_m2,
        snr_ratio=asked.snr_ratio,
        dwell_s=asked.dwell_s,
        site=_radar_site(asked),
        search=_search_told(asked),
        detection=_detection_told(asked),
        by_cross_section=tuple(_by_section(asked, one) for one in radars.CROSS_SECTIONS_M2),
        line_of_sight=tuple(_line_of_sight(asked, range_m) for range_m in _DISTANCES_M),
        figures=tuple(_figure(asked, claim) for claim in radars.claims_of(entry)),
        assumptions=tuple(_assumption(path, q) for path, q in catalog.quantities(entry)),
        limits=english("said_limits_see", terrain=terrain),
        tracks=radar_tracks.seen_flights(asked),
        coverage=_coverage_told(asked),
    )


def _ranges_m(asked: RadarAsked, end: End) -> tuple[float, float]:
    """Search and tracking range at one end of what the catalogue says."""
    return radars.ranges_m(
        asked.entry,
        asked.cross_section_m2,
        asked.sector_rad,
        end,
        snr_ratio=asked.snr_ratio,
        dwell_s=asked.dwell_s,
    )


def _line_of_sight(asked: RadarAsked, range_m: float) -> LineOfSight:
    site = asked.site
    return LineOfSight(
        range_m=range_m,
        lowest_altitude_m=radars.lowest_altitude_m(site, range_m, site.elevation_min_rad),
        level_altitude_m=radars.lowest_altitude_m(site, range_m, 0.0),
    )


def _coverage_told(asked: RadarAsked) -> RadarCoverage:
    """What the radar covers at 100, 200 and 300 km, and which countries lie below."""
    search_m, track_m = radars.ranges_m(
        asked.entry, 1.0, asked.sector_rad, snr_ratio=asked.snr_ratio, dwell_s=asked.dwell_s
    )
    made = footprint.radar_coverage(asked.site, track_m, search_m)
    terrain = "" if asked.terrain == "none" else asked.terrain
    values = footprint.coverage_values(
        made, system=asked.entry.name, place=asked.place_name(), terrain=terrain
    )
    return RadarCoverage.model_validate(plain.values(values.as_json()))


def _radar_site(asked: RadarAsked) -> RadarSite:
    place = asked.place
    return RadarSite(
        name=place.name,
        latitude_deg=place.latitude_deg,
        longitude_deg=place.longitude_deg,
        altitude_m=place.altitude_m,
        boresight_deg=place.boresight_deg,
        sector_deg=math.degrees(asked.sector_rad),
        elevation_min_deg=place.elevation_min_deg,
        elevation_max_deg=math.degrees(asked.site.elevation_max_rad),
        tilt_deg=math.degrees(asked.site.tilt_rad),
        scan_max_deg=math.degrees(asked.site.scan_max_rad),
        terrain=asked.terrain,
        note=place.note,
        source=place.source,
    )


def _search_told(asked: RadarAsked) -> SearchSpent:
    """What the search of the sector costs, and what is left for tracks."""
    entry = asked.entry
    fence = radars.fence(entry, asked.sector_rad)
    budget = sensor.search_budget(fence, asked.dwell_s)
    looks_per_s = fence.share_of_time / min(budget.dwell_s, asked.dwell_s)
    alarm = entry.search.false_alarm_probability.si
    return SearchSpent(
        solid_angle_sr=budget.solid_angle_sr,
        beams=budget.beams_n,
        dwell_s=budget.dwell_s,
        frame_with_long_dwell_s=budget.frame_s,
        revisit_s=fence.revisit_s,
        share_of_time=fence.share_of_time,
        simultaneous_tracks=sensor.simultaneous_tracks(
            entry.tracking.update.si, asked.dwell_s, 1.0 - fence.share_of_time
        ),
        track_update_s=entry.tracking.update.si,
        cued_acquisition_s=radars.acquisition_s(entry, dwell_s=asked.dwell_s),
        cue_radius_deg=math.degrees(entry.search.cue_radius.si),
        false_alarm_probability=alarm,
        false_alarm_every_s=1.0 / (alarm * looks_per_s),
    )


def _detection_told(asked: RadarAsked) -> tuple[Detection, ...]:
    rows = [
        radars.found(
            asked.entry,
            asked.cross_section_m2,
            asked.sector_rad,
            asked.snr_ratio,
            asked.dwell_s,
            swerling,
        )
        for swerling in sensor.SWERLING
    ]
    return tuple(
        Detection(
            swerling=row.swerling,
            probability_of_one_look=row.one_look,
            search_range_90_percent_m=row.cumulative_range_m,
        )
        for row in rows
    )


def _by_section(asked: RadarAsked, section_m2: float) -> RangesOfSection:
    search_m, track_m = radars.ranges_m(
        asked.entry, section_m2, asked.sector_rad, snr_ratio=asked.snr_ratio, dwell_s=asked.dwell_s
    )
    return RangesOfSection(
        cross_section_m2=section_m2,
        detection_range_m=track_m,
        search_range_m=search_m,
        lowest_altitude_m=radars.lowest_altitude_m(
            asked.site, track_m, asked.site.elevation_min_rad
        ),
    )


def _figure(asked: RadarAsked, claim: radars.Claim) -> PublicFigure:
    row = radars.explain(asked.entry, claim, asked.sector_rad, asked.site)
    return PublicFigure(
        figure_m=claim.range_m,
        who=claim.who,
        year=claim.year,
        said=claim.said,
        source=claim.source,
        confidence=claim.confidence,
        cross_section_m2=row.cross_section_m2,
        dwell_s=row.dwell_s,
        snr_ratio=row.snr_ratio,
        is_within_span=row.is_within_span,
        detection_range_m=row.range_m,
        search_range_m=row.search_range_m,
        lowest_altitude_m=row.lowest_altitude_m,
        level_altitude_m=row.level_altitude_m,
        reason_text=claim.reason,
        note=claim.note,
    )


def _assumption(path: str, quantity: catalog.Quantity) -> CatalogueValue:
    return CatalogueValue(path=path, **quantity.model_dump(exclude={"rivals"}))
