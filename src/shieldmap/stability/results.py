"""What a run keeps: sums for the page, one row for each pass, and the paths that are drawn.

Only numbers, texts, lists and dicts leave this module, in SI units but for latitudes and longitudes
in degrees; directions of radars are in degrees too, as in the scenario.
"""

import math
from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from shieldmap import catalog, earth, radars
from shieldmap.model import STATUS_TEXT, Floats, Ints, Status
from shieldmap.scenario import StabilityScenario, Watcher
from shieldmap.stability import geometry, judging, reaching, seen, turning, views
from shieldmap.stability.judging import ADDED, ALL, OTHERS, Progress, Study
from shieldmap.stability.seen import GIVEN, LIMITS
from shieldmap.terms import End

BOOST, CLIMBING, FALLING = "boost", "climbing", "falling"
PHASES: Final = (BOOST, CLIMBING, FALLING)
"""While motors burn, after burnout up to the apogee, and after it."""

_TRACK_STEP: Final = 2
"""Every other sample is drawn: 10 s apart."""

PASS_COLUMNS: Final = (
    "launch_area",
    "country",
    "city",
    "missile",
    "radar",
    "elevation_limit",
    "elevation_min_deg",
    "cross_section_m2",
    "range_m",
    "search_range_m",
    "status",
    "seconds",
    "boost_seconds",
    "climbing_seconds",
    "falling_seconds",
    "spells",
    "first_s",
    "last_s",
    "first_altitude_m",
    "last_altitude_m",
    "first_slant_m",
    "first_azimuth_deg",
    "first_phase",
    "uncued_first_s",
    "uncued_first_altitude_m",
    "uncued_seconds",
)


def summarise(this: Study, progress: Progress) -> dict[str, Any]:
    """Everything that the report prints."""
    scenario = this.scenario
    steps = 4
    progress("counting what is seen", 0, steps)
    pairs = _pairs(this)
    out: dict[str, Any] = {
        "kind": "stability",
        "name": scenario.name,
        "title": scenario.title,
        "date": scenario.date.isoformat(),
        "summary": scenario.summary,
        "notes": list(scenario.notes),
        "added_radar": scenario.added_radar,
        "view": scenario.view.model_dump(mode="json"),
        "launches": scenario.launches.model_dump(mode="json"),
        "countries": _countries(scenario),
        "cities": [city.model_dump(mode="json") for city in scenario.cities],
        "launch_areas": [_area(this, row) for row in range(len(scenario.launch_areas))],
        "groups": _groups(scenario),
        "radars": [_radar(site, scenario) for site in scenario.radars],
        "statements": [statement.model_dump(mode="json") for statement in scenario.statements],
        "pairs": pairs,
        "totals": _totals(this),
    }
    progress("varying what is not known", 1, steps)
    out["ranges"] = _ranges(this)
    progress("turning the radar", 2, steps)
    out["turning"] = _turning(this)
    progress("comparing with the interceptor", 3, steps)
    out["interceptor"] = _interceptor(this)
    out["geometry"] = _geometry(this)
    out["assumptions"] = _assumptions(scenario)
    return out


def _countries(scenario: StabilityScenario) -> list[str]:
    """The countries of the launch areas in the order of the file."""
    return list(dict.fromkeys(area.country for area in scenario.launch_areas))


def _area(this: Study, row: int) -> dict[str, Any]:
    area = this.scenario.launch_areas[row]
    moved = this.flown.moved_m[this.flown.area == row]
    away = np.unique(moved)[1:].tolist()
    return {
        **area.model_dump(mode="json"),
        "missile": catalog.missile(area.stand_in).id,
        "missile_name": catalog.missile(area.stand_in).name,
        "points": int(moved.size // len(this.scenario.cities)),
        "moved_m": away,
    }


def _groups(scenario: StabilityScenario) -> list[dict[str, Any]]:
    names = {radar.id: radar.name for radar in scenario.radars}
    own = {group.id: group.name for group in scenario.groups}
    short = {group.id: group.short or group.name for group in scenario.groups}
    short |= {scenario.added_radar: names[scenario.added_radar], OTHERS: "others", ALL: "all"}
    added = names[scenario.added_radar]
    words = {
        scenario.added_radar: f"{added} alone",
        OTHERS: f"all without {added}",
        ALL: "all",
        ADDED: f"only {added}",
    }
    return [
        {
            "id": name,
            "name": own.get(name, words.get(name, name)),
            "short": short[name],
            "radars": [scenario.radars[row].id for row in rows],
        }
        for name, rows in judging.groups(scenario).items()
    ]


def _radar(site: Watcher, scenario: StabilityScenario) -> dict[str, Any]:
    """A radar with what its range is at every cross section."""
    entry = catalog.radar(site.system)
    sector = math.radians(site.sector_deg)
    sections = scenario.view.cross_sections_m2
    at = {
        name: [radars.ranges_m(entry, x, sector, end) for x in sections]
        for name, end in (("value", End.VALUE), ("low", End.BAD), ("high", End.GOOD))
    }
    return {
        **site.model_dump(mode="json"),
        "boresight_span_deg": [end % 360.0 for end in site.boresight_span_deg],
        "sector_span_deg": list(judging.sector_span_deg(site)),
        "elevation_span_deg": list(judging.elevation_span_deg(site)),
        "system_name": entry.name,
        "track_range_m": {end: [track for _, track in rows] for end, rows in at.items()},
        "search_range_m": {end: [search for search, _ in rows] for end, rows in at.items()},
    }


# --- pairs and totals ----------------------------------------------------------


def _pairs(this: Study) -> list[dict[str, Any]]:
    """One entry a launch area and city: the flight, and the times in view of every group."""
    scenario, flown = this.scenario, this.flown
    every = np.arange(flown.area.size)
    found = {limit: _by_section(this, every, limit) for limit in LIMITS}
    out = []
    for row in this.centres:
        area = scenario.launch_areas[int(flown.area[row])]
        same = np.flatnonzero(
            (flown.area == flown.area[row])
            & (flown.city == flown.city[row])
            & judging.is_flown(flown)
        )
        status = int(flown.status[row])
        out.append(
            {
                "launch_area": area.id,
                "country": area.country,
                "city": scenario.cities[int(flown.city[row])].id,
                "missile": catalog.missile(area.stand_in).id,
                "status": _status(status),
                "sentence": STATUS_TEXT[status],
                "distance_m": flown.distance_m[row],
                "range_limit_m": flown.range_limit_m[row],
                "burnout_s": flown.burnout_s[row],
                "burnout_m": flown.burnout_m[row],
                "apogee_s": flown.apogee_s[row],
                "apogee_m": flown.apogee_m[row],
                "time_of_flight_s": flown.impact_s[row],
                "moved_flown": int(same.size),
                "from_added": _from_added(this, int(row)),
                "views": {
                    limit: _pair_views(scenario, found[limit], int(row), same) for limit in LIMITS
                },
            }
        )
    return out


def _from_added(this: Study, row: int) -> dict[str, float]:
    """How high a flight stands for the added radar after burnout, and how near it comes.

    ``in_sector_rad`` is the highest apparent elevation inside the sector about the given boresight.
    NaN where the flight stays so far under the horizon that nobody looked.
    """
    site = this.scenario.radars[this.added]
    sky = (field[this.added, row] for field in this.above)
    azimuth, elevation, slant = (
        np.where(this.time_s >= this.flown.burnout_s[row], field, np.nan) for field in sky
    )
    turn = azimuth - math.radians(site.boresight_deg)
    off = np.abs((turn + np.pi) % (2.0 * np.pi) - np.pi)
    inside = np.where(off <= math.radians(0.5 * site.sector_deg), elevation, np.nan)
    highest, in_sector = -_least(-elevation), -_least(-inside)
    return {
        "highest_rad": highest if highest > judging.NEVER_RAD else math.nan,
        "in_sector_rad": in_sector if in_sector > judging.NEVER_RAD else math.nan,
        "nearest_m": _least(slant),
    }


def _status(status: int) -> str:
    if status == Status.OK:
        return "flown"
    return "not-reached" if status == Status.BEYOND_RANGE else "not-computed"


def _by_section(this: Study, keep: Ints, limit: str) -> list[judging.Times]:
    """Times in view of some flights at every cross section under one elevation limit."""
    how = judging.as_given(this.scenario, limit)
    return [
        judging.times(this, keep, judging.in_view(this, keep, how, section))
        for section in this.scenario.view.cross_sections_m2
    ]


def _pair_views(
    scenario: StabilityScenario, found: list[judging.Times], row: int, same: Ints
) -> dict[str, Any]:
    """By group: seconds at the area's own point and over all points, one number a cross section."""
    least = scenario.view.least_view_s
    out = {}
    for group in found[0].free_s:
        free = [one.free_s[group] for one in found]
        out[group] = {
            "seconds": [times[row] for times in free],
            "boost_seconds": [one.boost_s[group][row] for one in found],
            "is_seen": [bool(times[row] >= least) for times in free],
            "low_seconds": [times[same].min() if same.size else math.nan for times in free],
            "high_seconds": [times[same].max() if same.size else math.nan for times in free],
            "seen_points": [int((times[same] >= least).sum()) for times in free],
        }
    return out


def _totals(this: Study) -> list[dict[str, Any]]:
    """Sums over the areas' own points by limit, country and cross section."""
    scenario, centres = this.scenario, this.centres
    countries = np.array([scenario.launch_areas[row].country for row in this.flown.area[centres]])
    is_flown = judging.is_flown(this.flown)[centres]
    out = []
    for limit in LIMITS:
        found = _by_section(this, centres, limit)
        for country in (*_countries(scenario), ""):
            mine = (countries == country) if country else np.ones(centres.size, dtype=np.bool_)
            for section, times in zip(scenario.view.cross_sections_m2, found, strict=True):
                sums = judging.counted(
                    scenario, {name: values[mine] for name, values in times.free_s.items()}
                )
                out.append(
                    {
                        "limit": limit,
                        "country": country,
                        "cross_section_m2": section,
                        "pairs": int(mine.sum()),
                        "flown": int((mine & is_flown).sum()),
                        **_count(sums),
                    }
                )
    return out


def _count(sums: judging.Count) -> dict[str, Any]:
    return {
        "seen": sums.seen_n,
        "only_with_added": sums.only_n,
        "longer_with_added": sums.more_n,
        "seconds": sums.free_s,
    }


# --- what is not known -----------------------------------------------------------


def _ranges(this: Study) -> dict[str, Any]:
    """The headline sums with one assumption at a time at its ends, and with all drawn at once."""
    sections = this.scenario.view.cross_sections_m2
    names: dict[str, list[list[dict[str, float]]]] = {}
    for variant in judging.variants(this):
        row = [_headline(this, variant.keep, variant.how, section) for section in sections]
        names.setdefault(variant.name, []).append(row)
    given = judging.as_given(this.scenario)
    value = [_headline(this, this.centres, given, section) for section in sections]
    drawn = [
        [_headline(this, keep, how, section) for section in sections]
        for keep, how in judging.draws(this)
    ]
    return {
        "samples": len(drawn),
        "seed": judging.SEED,
        "value": value,
        "variants": [
            {
                "name": name,
                "ends": len(rows),
                "low": [_extreme([row[i] for row in rows], min) for i in range(len(sections))],
                "high": [_extreme([row[i] for row in rows], max) for i in range(len(sections))],
            }
            for name, rows in names.items()
        ],
        "p05": [_quantile([row[i] for row in drawn], 0.05) for i in range(len(sections))],
        "p95": [_quantile([row[i] for row in drawn], 0.95) for i in range(len(sections))],
    }


def _headline(this: Study, keep: Ints, how: judging.How, section: float) -> dict[str, float]:
    """The sums whose ranges are printed."""
    free = judging.times(this, keep, judging.in_view(this, keep, how, section)).free_s
    sums = judging.counted(this.scenario, free)
    country = np.array([area.country for area in this.scenario.launch_areas])
    mine = country[this.flown.area[keep]]
    least = this.scenario.view.least_view_s
    by_country = {
        f"seen_all_{code}": int((free[ALL][mine == code] >= least).sum())
        for code in _countries(this.scenario)
    }
    return {
        **by_country,
        "flown": int(judging.is_flown(this.flown)[keep].sum()),
        "seen_alone": sums.seen_n[this.scenario.added_radar],
        "seen_others": sums.seen_n[OTHERS],
        "seen_all": sums.seen_n[ALL],
        "only_with_added": sums.only_n,
        "longer_with_added": sums.more_n,
        "alone_seconds": sums.free_s[this.scenario.added_radar],
        "added_seconds": sums.free_s[ADDED],
    }


def _extreme(rows: list[dict[str, float]], pick: Any) -> dict[str, float]:
    return {name: pick(row[name] for row in rows) for name in rows[0]}


def _quantile(rows: list[dict[str, float]], share: float) -> dict[str, float]:
    return {
        name: float(np.quantile([row[name] for row in rows], share, method="nearest"))
        for name in rows[0]
    }


# --- turning, interceptor, geometry ---------------------------------------------


def _turning(this: Study) -> dict[str, Any]:
    scenario = this.scenario
    site = scenario.radars[this.added]
    needed = scenario.north_korea
    return {
        "radar": site.id,
        "boresight_deg": np.degrees(turning.boresights_rad(scenario)),
        "given_deg": site.boresight_deg,
        "span_deg": [end % 360.0 for end in site.boresight_span_deg],
        "curves": [
            {
                "limit": limit,
                "cross_section_m2": section,
                **turning.curve(this, limit, section),
            }
            for limit in LIMITS
            for section in scenario.view.cross_sections_m2
        ],
        "north_korea": None
        if needed is None
        else {
            "azimuths_deg": list(needed.azimuths_deg),
            "sites": needed.sites,
            "source": needed.source,
            "note": needed.note,
            "points": [point.name for point in needed.launch_points],
            "share_held": turning.needed_held(scenario),
            "points_held": [len(held) for held in turning.points_held(scenario)],
        },
    }


def _interceptor(this: Study) -> dict[str, Any]:
    """The envelope, and every pair's nearest passage with its range over the launch points."""
    scenario, flown = this.scenario, this.flown
    reach = reaching.envelope(scenario.battery.system)
    near = reaching.passages(this, reach)
    rows = []
    for row in this.centres:
        same = np.flatnonzero(
            (flown.area == flown.area[row])
            & (flown.city == flown.city[row])
            & judging.is_flown(flown)
        )
        rows.append(
            {
                "launch_area": scenario.launch_areas[int(flown.area[row])].id,
                "city": scenario.cities[int(flown.city[row])].id,
                **{name: values[row] for name, values in near._asdict().items()},
                "least_ground_m": _least(near.ground_m[same]),
                "least_slant_m": _least(near.slant_m[same]),
                "least_gap_m": _least(near.gap_m[same]),
                "least_lowest_m": _least(near.lowest_m[same]),
                "least_inside_m": _least(near.inside_m[same]),
            }
        )
    return {
        "system": catalog.defence(scenario.battery.system).id,
        "battery": scenario.battery.model_dump(mode="json"),
        "envelope": reach._asdict(),
        "farthest_m": float(reach.ground_m[np.isfinite(reach.top_high_m)].max()),
        "top_m": float(np.nanmax(reach.top_m)),
        "top_high_m": float(np.nanmax(reach.top_high_m)),
        "passages": rows,
    }


def _least(values: Floats) -> float:
    known = values[np.isfinite(values)]
    return float(known.min()) if known.size else math.nan


def _geometry(this: Study) -> dict[str, Any]:
    """Lowest visible altitudes and the lines that the figure draws, for the added radar."""
    site = this.scenario.radars[this.added]
    lowest = {site.elevation_min_deg, this.scenario.view.horizon_deg}
    entry = catalog.radar(site.system)
    sector = math.radians(site.sector_deg)
    return {
        "radar": site.id,
        "range_m": list(geometry.RANGES_M),
        "altitude_m": list(geometry.ALTITUDES_M),
        "lines": [
            {
                "elevation_deg": elevation,
                "lowest_m": geometry.lowest_m(site, math.radians(elevation)),
                "ground_m": geometry.ground_of_ray_m(site, math.radians(elevation)),
            }
            for elevation in sorted(lowest)
        ],
        "arcs": [
            {
                "cross_section_m2": section,
                "ground_m": geometry.ground_of_range_m(
                    site, radars.ranges_m(entry, section, sector)[1]
                ),
            }
            for section in this.scenario.view.cross_sections_m2
        ],
    }


def _assumptions(scenario: StabilityScenario) -> list[dict[str, Any]]:
    """The catalogue values that the answer hangs on, with their ranges, in SI."""
    rows = []
    for system in sorted({site.system for site in scenario.radars}):
        entry = catalog.radar(system)
        wanted = {
            "reference.range": entry.reference.range,
            "reference.radar_cross_section": entry.reference.radar_cross_section,
            "receiver.snr": entry.receiver.snr,
            "receiver.dwell": entry.receiver.dwell,
            "search.share_of_time": entry.search.share_of_time,
            "search.revisit": entry.search.revisit,
            "search.elevation_extent": entry.search.elevation_extent,
        }
        rows += [_quantity(entry, path, q) for path, q in wanted.items()]
    defence = catalog.defence(scenario.battery.system)
    kit, envelope = defence.interceptor, defence.envelope
    named = {
        "envelope.ceiling": envelope.ceiling,
        "envelope.reach": envelope.reach,
        "envelope.target_speed_max": envelope.target_speed_max,
        "interceptor.burnout_speed": kit.burnout_speed,
        "interceptor.coast_ballistic_coefficient": kit.coast_ballistic_coefficient,
    }
    return rows + [_quantity(defence, path, q) for path, q in named.items()]


def _quantity(
    entry: catalog.RadarEntry | catalog.DefenceEntry, path: str, quantity: catalog.Quantity
) -> dict[str, Any]:
    return {
        "system": entry.id,
        "system_name": entry.name,
        "path": path,
        **quantity.model_dump(mode="json"),
    }


# --- rows and tracks -------------------------------------------------------------


def passes(this: Study) -> Iterator[dict[str, Any]]:
    """One row a flight, radar, elevation limit and cross section, by :data:`PASS_COLUMNS`."""
    scenario = this.scenario
    for limit in LIMITS:
        for section in scenario.view.cross_sections_m2:
            for row, site in enumerate(scenario.radars):
                yield from _passes_of(this, row, site, limit, section)


def _passes_of(
    this: Study, radar: int, site: Watcher, limit: str, section: float
) -> Iterator[dict[str, Any]]:
    scenario, keep = this.scenario, this.centres
    flown, above = this.flown.rows(keep), seen.chosen(this.above, keep)
    cued = seen.looks(scenario, site, section, limit)
    uncued = seen.looks(scenario, site, section, limit, is_cued=False)
    view = seen.in_view(this.time_s, above, radar, cued)
    search = seen.in_view(this.time_s, above, radar, uncued)
    # As for the cued view, the seconds count after burnout.
    after = views.within(search, np.nan_to_num(flown.burnout_s), np.full(keep.size, np.inf))
    phases = _phase_seconds(flown, view)
    first, last, found = views.first_s(view), views.last_s(view), views.first_s(search)
    altitude = {
        name: seen.at_times(flown, flown.altitude_m, at)
        for name, at in (("first", first), ("last", last), ("found", found))
    }
    # Unwrapped, so that a direction between 359 and 1 degree is not taken for south.
    azimuth = np.unwrap(np.nan_to_num(above.azimuth_rad[radar]), axis=-1)
    first_azimuth = seen.at_times(flown, _longer(azimuth, flown), first)
    first_slant = seen.at_times(flown, _longer(above.slant_m[radar], flown), first)
    for i in range(keep.size):
        area = scenario.launch_areas[int(flown.area[i])]
        values = (
            area.id,
            area.country,
            scenario.cities[int(flown.city[i])].id,
            catalog.missile(area.stand_in).id,
            site.id,
            limit,
            math.degrees(cued.elevation_min_rad),
            section,
            cued.range_m,
            uncued.range_m,
            _status(int(flown.status[i])),
            sum(phases[name][i] for name in (CLIMBING, FALLING)),
            *(phases[name][i] for name in PHASES),
            len(views.spells(view, i)),
            first[i],
            last[i],
            altitude["first"][i],
            altitude["last"][i],
            first_slant[i],
            math.degrees(first_azimuth[i]) % 360.0,
            _phase_at(flown, i, first[i]),
            found[i],
            altitude["found"][i],
            views.seconds(after)[i],
        )
        yield dict(zip(PASS_COLUMNS, values, strict=True))


def _phase_seconds(flown: Any, view: views.Parts) -> dict[str, Floats]:
    """Seconds in view during boost, while climbing after it, and while falling."""
    burnout, apogee = np.nan_to_num(flown.burnout_s), np.nan_to_num(flown.apogee_s)
    never = np.full(burnout.shape, np.inf)
    ends = {BOOST: (-never, burnout), CLIMBING: (burnout, apogee), FALLING: (apogee, never)}
    return {name: views.seconds(views.within(view, *pair)) for name, pair in ends.items()}


def _phase_at(flown: Any, row: int, time_s: float) -> str:
    if not math.isfinite(time_s):
        return ""
    if time_s < flown.burnout_s[row]:
        return BOOST
    return CLIMBING if time_s < flown.apogee_s[row] else FALLING


def _longer(values: Floats, flown: Any) -> Floats:
    """Values on the times of the sky, brought to the longer grid of the flights."""
    out = np.full(flown.altitude_m.shape, np.nan)
    out[:, : values.shape[1]] = values
    return out


def tracks(this: Study) -> list[dict[str, Any]]:
    """The path of every flight from the areas' own points, and when each radar sees it."""
    scenario, keep = this.scenario, this.centres
    flown = this.flown.rows(keep)
    headline = scenario.view.headline_cross_section_m2
    site = scenario.radars[this.added]
    here = math.radians(site.latitude_deg), math.radians(site.longitude_deg)
    shown = {
        limit: judging.in_view(this, keep, judging.as_given(scenario, limit), headline)
        for limit in LIMITS
    }
    out = []
    for i in np.flatnonzero(judging.is_flown(flown)):
        held = np.flatnonzero(np.isfinite(flown.altitude_m[i]))[::_TRACK_STEP]
        latitude, longitude, altitude = earth.ecef_to_geodetic(flown.position_m[i][held])
        count = held.size
        ground, azimuth, _ = earth.geodesic_inverse(
            np.full(count, here[0]), np.full(count, here[1]), latitude, longitude
        )
        out.append(
            {
                "launch_area": scenario.launch_areas[int(flown.area[i])].id,
                "city": scenario.cities[int(flown.city[i])].id,
                "time_s": flown.time_s[held],
                "latitude_deg": np.degrees(latitude),
                "longitude_deg": np.degrees(longitude),
                "altitude_m": altitude,
                "from_radar_m": ground,
                "from_radar_deg": np.degrees(azimuth) % 360.0,
                "burnout_s": flown.burnout_s[i],
                "apogee_s": flown.apogee_s[i],
                "impact_s": flown.impact_s[i],
                "spells": {
                    limit: {
                        radar.id: views.spells(shown[limit][row], int(i))
                        for row, radar in enumerate(scenario.radars)
                    }
                    for limit in LIMITS
                },
            }
        )
    return out


__all__ = ["GIVEN", "PASS_COLUMNS", "PHASES", "passes", "summarise", "tracks"]
