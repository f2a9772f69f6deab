"""From a catalogue radar to numbers: ranges, the figures of the public debate, search and tracks.

The figures in circulation for one radar differ by a factor of eight, because each belongs to some
radar cross section, dwell, signal-to-noise ratio and least elevation that is seldom said with it.
This module calibrates the radar equation to one published range and says for every other figure
what it takes: the assumptions that the source names or that are chosen beside it, and the
signal-to-noise ratio that is then left.
"""

import csv
import math
import tomllib
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

import numpy as np

from shieldmap import earth, sensor
from shieldmap.catalog import RadarEntry
from shieldmap.model import Floats, Radar
from shieldmap.sensor import detection, refraction
from shieldmap.terms import End

CROSS_SECTIONS_M2: Final = (0.001, 0.01, 0.1, 1.0, 10.0)
"""Span of radar cross sections that the debate covers: small cones to whole upper stages."""

PROBABILITY: Final = 0.9
"""Cumulative probability at which an approaching target counts as found."""

_CLOSING_M_S: Final = 2000.0
_FAR_RATIO: Final = 0.5
_PHASES: Final = 10
_NEAR_M: Final = 30e3
_SKYLINE_POINTS: Final = 720
_FINER: Final = 20
_CLAIMED: Final = "an-tpy-2"


class KnownSite(NamedTuple):
    """Where a radar stands and looks, in degrees and metres, with the source of it."""

    id: str
    name: str
    system: str
    latitude_deg: float
    longitude_deg: float
    altitude_m: float
    boresight_deg: float
    elevation_min_deg: float
    source: str
    note: str


class Claim(NamedTuple):
    """One public figure for a radar's range, with the target and dwell that are chosen beside it.

    ``reason`` says why these two were chosen; hardly any source names them.
    """

    range_m: float
    who: str
    year: int
    said: str
    source: str
    confidence: str
    note: str
    chosen_cross_section_m2: float
    chosen_dwell_s: float
    reason: str


class Explained(NamedTuple):
    """What a figure takes: with cross section and dwell as given, ``snr_ratio`` is solved.

    ``range_m`` is computed back from the three, ``search_range_m`` is the range that the search
    budget allows for the same cross section at the radar's own ratio, and the altitudes are the lowest at which
    a target at that range stands above the least elevation and on a level ray.
    """

    claim: Claim
    cross_section_m2: float
    dwell_s: float
    snr_ratio: float
    is_within_span: bool
    range_m: float
    search_range_m: float
    lowest_altitude_m: float
    level_altitude_m: float


class SurelyFound(NamedTuple):
    """How an approaching target is found: chance of one look and range of a 90 % chance in all."""

    swerling: int
    one_look: float
    cumulative_range_m: float


def equation(entry: RadarEntry, range_m: float | None = None) -> sensor.RadarEquation:
    """The radar equation of a catalogue radar, calibrated to its published reference range.

    Noise figure times losses is solved from that range, so it holds whatever the model leaves out.
    """
    antenna, receiver = entry.antenna, entry.receiver
    bare = sensor.RadarEquation(
        peak_power_w=antenna.modules.si * antenna.module_power.si,
        duty_factor=antenna.duty_factor.si,
        frequency_hz=antenna.frequency.si,
        aperture_m2=antenna.aperture_area.si,
        aperture_efficiency=antenna.aperture_efficiency.si,
        noise_times_losses=1.0,
    )
    solved = sensor.noise_times_losses(
        bare,
        entry.reference.range.si if range_m is None else range_m,
        entry.reference.radar_cross_section.si,
        receiver.dwell.si,
        receiver.snr.si,
    )
    return bare._replace(noise_times_losses=solved)


def ranges_m(
    entry: RadarEntry,
    cross_section_m2: float,
    sector_rad: float,
    end: End = End.VALUE,
    *,
    snr_ratio: float | None = None,
    dwell_s: float | None = None,
) -> tuple[float, float]:
    """Search range within the budget and range with the long dwell, for one cross section.

    Both hold on the normal of the face. ``end`` takes the bad or the good end of the reference range
    and of the share of time; all other numbers of the radar are held.
    """
    calibrated = equation(entry, entry.reference.range.at(end))
    snr = entry.receiver.snr.si if snr_ratio is None else snr_ratio
    dwell = entry.receiver.dwell.si if dwell_s is None else dwell_s
    # A longer revisit buys dwell; its cost in time is not modelled here, so it is held.
    budget_s = sensor.search_budget(fence(entry, sector_rad, end), dwell).dwell_s
    track_m = sensor.detection_range_m(calibrated, cross_section_m2, dwell, snr)
    search_m = sensor.detection_range_m(calibrated, cross_section_m2, min(budget_s, dwell), snr)
    return search_m, track_m


def detection_columns(
    entry: RadarEntry,
    cross_section_m2: Floats,
    sector_rad: Floats,
    reference_m: Floats,
    share_of_time: Floats,
    cue_radius_rad: Floats,
) -> tuple[Floats, Floats, Floats]:
    """Search range, tracking range (m) and time to find a cued target (s), for many numbers (n,).

    The same as :func:`ranges_m` and :func:`acquisition_s`, row by row: a range goes with the
    reference range and with the fourth root of cross section and dwell.
    """
    dwell_s = entry.receiver.dwell.si
    beams = sensor.beams_over(fence(entry, 2.0 * math.pi), sector_rad)
    section = cross_section_m2 / entry.reference.radar_cross_section.si
    track_m = reference_m * section**0.25
    budget_s = entry.search.revisit.si * share_of_time / beams
    search_m = track_m * np.minimum(budget_s / dwell_s, 1.0) ** 0.25
    found_s = np.array(
        [
            sensor.cued_acquisition_s(radius, entry.antenna.beam_width.si, dwell_s, share)
            for radius, share in zip(cue_radius_rad, share_of_time, strict=True)
        ]
    )
    return search_m, track_m, found_s


def watched_width(
    entry: RadarEntry,
    half_sector_rad: Floats,
    elevation_min_rad: Floats,
    tilt_rad: Floats,
    scan_max_rad: Floats,
) -> Floats:
    """Width in azimuth (n,) of the fence that a radar searches: of its cone, or of its sector.

    Of a cone it is that at the middle of the fence, whose foot is the least elevation that it sees.
    """
    out = np.minimum(2.0 * half_sector_rad, 2.0 * np.pi)
    for n in np.flatnonzero(scan_max_rad < math.pi):
        foot = max(elevation_min_rad[n], tilt_rad[n] - scan_max_rad[n])
        middle = foot + 0.5 * entry.search.elevation_extent.si
        out[n] = min(out[n], 2.0 * sensor.half_width(middle, tilt_rad[n], scan_max_rad[n]))
    return np.asarray(out)


def width_of(entry: RadarEntry, view: "RegardInUse") -> float:
    """The same for one view."""
    half, low = np.array([0.5 * view.sector_rad]), np.array([view.elevation_min_rad])
    tilt, scan = np.array([view.tilt_rad]), np.array([view.scan_max_rad])
    return float(watched_width(entry, half, low, tilt, scan)[0])


def fence(entry: RadarEntry, sector_rad: float, end: End = End.VALUE) -> sensor.SearchPlan:
    """The search fence of a radar: its sector, one extent of elevation above the least one."""
    return sensor.SearchPlan(
        sector_rad=sector_rad,
        elevation_min_rad=entry.field_of_regard.elevation_min.si,
        elevation_extent_rad=entry.search.elevation_extent.si,
        beamwidth_rad=entry.antenna.beam_width.si,
        revisit_s=entry.search.revisit.si,
        share_of_time=entry.search.share_of_time.at(end),
    )


def acquisition_s(
    entry: RadarEntry, end: End = End.VALUE, *, dwell_s: float | None = None
) -> float:
    """Time to find a target that the radar was told of."""
    return sensor.cued_acquisition_s(
        entry.search.cue_radius.at(end, bad="high"),
        entry.antenna.beam_width.si,
        entry.receiver.dwell.si if dwell_s is None else dwell_s,
        entry.search.share_of_time.at(end),
    )


@cache
def sites() -> tuple[KnownSite, ...]:
    """The sites of radars that the public debate names, with the views of the stability study."""
    path = resources.files("shieldmap") / "data" / "stability" / "sites.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["radars"]
    return tuple(KnownSite(**{name: row[name] for name in KnownSite._fields}) for row in rows)


def is_near(known: KnownSite, latitude_deg: float, longitude_deg: float) -> bool:
    """Whether a position is meant as a known site, whose published position is coarse."""
    ends = np.radians([known.latitude_deg, known.longitude_deg, latitude_deg, longitude_deg])
    return float(earth.geodesic_inverse(*ends)[0]) < _NEAR_M


def skyline(azimuth_deg: Floats, elevation_deg: Floats) -> Floats:
    """A horizon profile in degrees as elevations (radians) at even steps of azimuth from north.

    Between its points the skyline is a straight line, and it closes over north. Each step takes
    the highest of the profile around it.
    """
    order = np.argsort(azimuth_deg % 360.0, kind="stable")
    fine = np.arange(_SKYLINE_POINTS * _FINER) * 360.0 / (_SKYLINE_POINTS * _FINER)
    at = np.interp(fine, (azimuth_deg % 360.0)[order], elevation_deg[order], period=360.0)
    # The highest within half a step to either side, so that no narrow hill is lost.
    around = np.arange(-_FINER // 2, _FINER // 2 + 1)
    wanted = np.arange(_SKYLINE_POINTS)[:, None] * _FINER + around
    return np.asarray(np.radians(at[wanted % at.size].max(axis=1)))


def open_site(entry: RadarEntry) -> KnownSite:
    """A site of which nothing is known: at sea level, looking north, with the catalogue's view."""
    lowest = math.degrees(entry.field_of_regard.elevation_min.si)
    note = "The boresight is not known here and is taken as north."
    return KnownSite("", "", entry.id, 0.0, 0.0, 0.0, 0.0, lowest, "", note)


def claims_of(entry: RadarEntry) -> tuple[Claim, ...]:
    """The public figures for one radar; they were collected for AN/TPY-2 alone."""
    return claims() if entry.id == _CLAIMED else ()


@cache
def claims() -> tuple[Claim, ...]:
    """The public figures for the range of AN/TPY-2, in the order of their size."""
    path = resources.files("shieldmap") / "data" / "stability" / "radar_ranges.csv"
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        Claim(
            range_m=float(row["claim_km"]) * 1e3,
            who=row["who"],
            year=int(row["year"]),
            said=row["said"],
            source=row["source"],
            confidence=row["confidence"],
            note=row["note"],
            chosen_cross_section_m2=float(row["chosen_cross_section_m2"]),
            chosen_dwell_s=float(row["chosen_dwell_s"]),
            reason=row["reason"],
        )
        for row in rows
    )


def explain(entry: RadarEntry, claim: Claim, sector_rad: float, site: Radar) -> Explained:
    """What a public figure takes from the one calibrated radar.

    The sector sets the search budget; the site's height and least elevation the lowest altitudes.
    """
    calibrated = equation(entry)
    cross_section, dwell = claim.chosen_cross_section_m2, claim.chosen_dwell_s
    snr = float(sensor.snr_ratio(calibrated, cross_section, dwell, claim.range_m))
    search_m, _ = ranges_m(entry, cross_section, sector_rad)
    public = entry.receiver
    return Explained(
        claim=claim,
        cross_section_m2=cross_section,
        dwell_s=dwell,
        snr_ratio=snr,
        is_within_span=(
            public.snr.low_si <= snr <= public.snr.high_si
            and public.dwell.low_si <= dwell <= public.dwell.high_si
        ),
        range_m=sensor.detection_range_m(calibrated, cross_section, dwell, snr),
        search_range_m=search_m,
        lowest_altitude_m=lowest_altitude_m(site, claim.range_m, site.elevation_min_rad),
        level_altitude_m=lowest_altitude_m(site, claim.range_m, 0.0),
    )


def lowest_altitude_m(site: Radar, range_m: float, elevation_rad: float) -> float:
    """Lowest altitude that a bent ray of this elevation reaches at a slant range."""
    latitude, _, height = earth.ecef_to_geodetic(site.position_m)
    return refraction.lowest_visible_altitude(
        range_m, elevation_rad, max(float(height), 0.0), sensor.gaussian_radius_m(float(latitude))
    )


def found(
    entry: RadarEntry,
    cross_section_m2: float,
    sector_rad: float,
    snr_ratio: float,
    dwell_s: float,
    swerling: int,
    closing_m_s: float = _CLOSING_M_S,
) -> SurelyFound:
    """Chance of one look at the stated ratio, and where searching finds an approaching target.

    The target comes straight at the radar inside the fence and gets one look at each revisit.
    """
    alarm = entry.search.false_alarm_probability.si
    search = fence(entry, sector_rad)
    look_s = min(sensor.search_budget(search, dwell_s).dwell_s, dwell_s)
    calibrated = equation(entry)
    step_m = closing_m_s * search.revisit_s
    # At half of the noise one look has one chance in ten thousand.
    far_m = sensor.detection_range_m(calibrated, cross_section_m2, look_s, _FAR_RATIO)
    start_m = far_m - step_m * (np.arange(_PHASES)[:, None] / _PHASES)
    at_m = start_m - step_m * np.arange(max(math.ceil(far_m / step_m) - 1, 1))
    with np.errstate(divide="ignore"):
        ratio = sensor.snr_ratio(calibrated, cross_section_m2, look_s, np.maximum(at_m, 1.0))
    sum_to = detection.cumulative(detection.detection_probability(ratio, alarm, swerling))
    # Each phase of the looks on the way finds it somewhere; the mean does not hang on the first.
    found_m = at_m[np.arange(_PHASES), np.argmax(sum_to >= PROBABILITY, axis=1)]
    is_found = (sum_to[:, -1] >= PROBABILITY).all()
    return SurelyFound(
        swerling=swerling,
        one_look=float(detection.detection_probability(snr_ratio, alarm, swerling)),
        cumulative_range_m=float(found_m.mean()) if is_found else math.nan,
    )


class RegardInUse(NamedTuple):
    """The field of regard of a radar: its direction, its width and the limits of its elevation.

    ``tilt_rad`` is the elevation of the antenna's normal, ``scan_max_rad`` how far off it the beam
    can be steered.
    """

    boresight_rad: float
    sector_rad: float
    elevation_min_rad: float
    elevation_max_rad: float
    tilt_rad: float = 0.0
    scan_max_rad: float = math.pi


def view_of(entry: RadarEntry, boresight_rad: float) -> RegardInUse:
    """The catalogue's field of regard of a radar that looks in a direction."""
    field = entry.field_of_regard
    lowest, highest = field.elevation_min.si, field.elevation_max.si
    if field.scan_max is None:
        return RegardInUse(boresight_rad, field.sector.si, lowest, highest, field.tilt.si)
    whole = 2.0 * math.pi
    return RegardInUse(boresight_rad, whole, lowest, highest, field.tilt.si, field.scan_max.si)


def site(
    latitude_rad: float,
    longitude_rad: float,
    altitude_m: float,
    view: RegardInUse,
    *,
    horizon_rad: Floats | None = None,
    bending_rad: Floats | None = None,
) -> Radar:
    """A radar at a place, with bent rays; without a skyline there is no terrain.

    ``bending_rad`` is the table of :func:`shieldmap.sensor.bending_table`, where it is known.
    """
    place = np.array(latitude_rad), np.array(longitude_rad)
    bare = Radar(
        position_m=earth.geodetic_to_ecef(*place, altitude_m),
        axes=earth.east_north_up(latitude_rad, longitude_rad),
        boresight_rad=view.boresight_rad,
        half_sector_rad=0.5 * view.sector_rad,
        elevation_min_rad=view.elevation_min_rad,
        elevation_max_rad=view.elevation_max_rad,
        horizon_rad=sensor.NO_TERRAIN if horizon_rad is None else horizon_rad,
        tilt_rad=view.tilt_rad,
        scan_max_rad=view.scan_max_rad,
    )
    return sensor.with_air(bare, bending_rad)
