"""What a run keeps: sums for the page, one row for each pass, and the paths that are drawn.

Records leave this module, in SI units but for latitudes and longitudes in degrees; directions of
radars are in degrees too, as in the scenario.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

import numpy as np

from shieldmap import catalog, earth, radars
from shieldmap.model import STATUS_TEXT, Floats, Ints, Status
from shieldmap.results.stability import (
    AnsweredStatement,
    FromAdded,
    HeadlineSums,
    InterceptorAside,
    LaunchAreaFlown,
    MovedLaunches,
    NearestPassage,
    NeededDirections,
    Numbers,
    OtherDirection,
    PairView,
    RadarTurned,
    RangeArc,
    ReachEnvelope,
    SightGeometry,
    SightLine,
    StabilitySummary,
    StudyBattery,
    StudyQuantity,
    SumRanges,
    SumsVaried,
    TurningCurve,
    WatchedCity,
    WatchedPair,
    WatchedTotal,
    WatchedTrack,
    WatchingGroup,
    WatchingRadar,
    WatchingView,
)
from shieldmap.scenario import StabilityScenario, Watcher
from shieldmap.stability import geometry, judging, reaching, seen, turning, views
from shieldmap.stability.flights import FlownFamily
from shieldmap.stability.judging import ADDED, ALL, OTHERS, Progress, StabilityStudy
from shieldmap.stability.seen import GIVEN, LIMITS
from shieldmap.terms import End
from shieldmap.words import english

BOOST, CLIMBING, FALLING = "boost", "climbing", "falling"
"""While motors burn, after burnout up to the apogee, and after it."""

_TRACK_STEP: Final = 2
"""Every other sample is drawn: 10 s apart."""


class Pass(NamedTuple):
    """One flight, radar, elevation limit and cross section; NaN where nothing is in view."""

    launch_area: str
    country: str
    city: str
    missile: str
    radar: str
    elevation_limit: str
    elevation_min_deg: float
    cross_section_m2: float
    range_m: float
    search_range_m: float
    status: str
    seconds: float
    boost_seconds: float
    climbing_seconds: float
    falling_seconds: float
    spells: int
    first_s: float
    last_s: float
    first_altitude_m: float
    last_altitude_m: float
    first_slant_m: float
    first_azimuth_deg: float
    first_phase: str
    uncued_first_s: float
    uncued_first_altitude_m: float
    uncued_seconds: float


def summarise(this: StabilityStudy, progress: Progress) -> StabilitySummary:
    """Everything that the report prints."""
    scenario = this.scenario
    steps = 4
    progress(english("doing_seen"), 0, steps)
    pairs, totals = _pairs(this), _totals(this)
    progress(english("doing_vary"), 1, steps)
    ranges = _sum_ranges(this)
    progress(english("doing_turn"), 2, steps)
    turned = _turning(this)
    progress(english("doing_interceptor"), 3, steps)
    return StabilitySummary(
        kind="stability",
        name=scenario.name,
        title=scenario.title,
        date=scenario.date.isoformat(),
        summary=scenario.summary,
        notes=tuple(scenario.notes),
        added_radar=scenario.added_radar,
        left_out=scenario.left_out,
        view=WatchingView.model_validate(scenario.view.model_dump()),
        launches=MovedLaunches.model_validate(scenario.launches.model_dump()),
        countries=_countries(scenario),
        cities=tuple(WatchedCity.model_validate(city.model_dump()) for city in scenario.cities),
        launch_areas=tuple(_launch_area(this, row) for row in range(len(scenario.launch_areas))),
        groups=_groups(scenario),
        radars=tuple(_radar_ranges(site, scenario) for site in scenario.radars),
        statements=tuple(
            AnsweredStatement.model_validate(one.model_dump()) for one in scenario.statements
        ),
        pairs=pairs,
        totals=totals,
        ranges=ranges,
        turning=turned,
        interceptor=_interceptor(this),
        geometry=_geometry(this),
        assumptions=_assumptions(scenario),
    )


def _known(value: float) -> float | None:
    """A number, or nothing where there is none."""
    return float(value) if math.isfinite(value) else None


def _numbers(values: Iterable[float]) -> Numbers:
    return tuple(map(_known, values))


def _countries(scenario: StabilityScenario) -> tuple[str, ...]:
    """The countries of the launch areas in the order of the file."""
    return tuple(dict.fromkeys(area.country for area in scenario.launch_areas))


def _launch_area(this: StabilityStudy, row: int) -> LaunchAreaFlown:
    area = this.scenario.launch_areas[row]
    flown = this.flown
    moved = flown.moved_m[(flown.area == row) & (flown.apogee_ratio == 1.0)]
    missile = this.scenario.catalogue.missile(area.stand_in)
    made = {
        "missile": missile.id,
        "missile_name": missile.name,
        "points": moved.size // len(this.scenario.cities),
        "moved_m": np.unique(moved)[1:].tolist(),
    }
    return LaunchAreaFlown.model_validate(area.model_dump() | made)


def _groups(scenario: StabilityScenario) -> tuple[WatchingGroup, ...]:
    names = {radar.id: radar.name for radar in scenario.radars}
    own = {group.id: group.name for group in scenario.groups}
    told = {group.id: (group.intro, group.note) for group in scenario.groups}
    short = {group.id: group.short or group.name for group in scenario.groups}
    short |= {
        scenario.added_radar: names[scenario.added_radar],
        OTHERS: english("questions_group_others"),
    }
    short |= {ALL: english("questions_group_all")}
    added = names[scenario.added_radar]
    words = {
        scenario.added_radar: english("questions_group_alone", radar=added),
        OTHERS: english("questions_group_without", radar=added),
        ALL: short[ALL],
        ADDED: english("questions_group_only", radar=added),
    }
    return tuple(
        WatchingGroup(
            id=name,
            name=own.get(name, words.get(name, name)),
            short=short[name],
            intro=told.get(name, ("", ""))[0],
            note=told.get(name, ("", ""))[1],
            radars=tuple(scenario.radars[row].id for row in rows),
        )
        for name, rows in judging.groups(scenario).items()
    )


def _radar_ranges(site: Watcher, scenario: StabilityScenario) -> WatchingRadar:
    """A radar with what its range is at every cross section."""
    entry = scenario.catalogue.radar(site.system)
    sector = math.radians(site.sector_deg)
    sections = scenario.view.cross_sections_m2
    at = {
        name: [radars.ranges_m(entry, x, sector, end) for x in sections]
        for name, end in (("value", End.VALUE), ("low", End.BAD), ("high", End.GOOD))
    }
    made = {
        "boresight_span_deg": [end % 360.0 for end in site.boresight_span_deg],
        "sector_span_deg": judging.sector_span_deg(site),
        "elevation_span_deg": judging.elevation_span_deg(site),
        "system_name": entry.name,
        "frequency_hz": entry.antenna.frequency.si,
        "track_range_m": {end: [track for _, track in rows] for end, rows in at.items()},
        "search_range_m": {end: [search for search, _ in rows] for end, rows in at.items()},
    }
    return WatchingRadar.model_validate(site.model_dump() | made)


# --- pairs and totals ----------------------------------------------------------


def _pairs(this: StabilityStudy) -> tuple[WatchedPair, ...]:
    """One entry a launch area and city: the flight, and the times in view of every group."""
    scenario, flown = this.scenario, this.flown
    every = np.arange(flown.area.size)
    found = {limit: _by_section(this, every, limit) for limit in LIMITS}
    out = []
    for row in this.centres:
        area = scenario.launch_areas[int(flown.area[row])]
        same = this.of_pair(int(row))
        status = int(flown.status[row])
        out.append(
            WatchedPair(
                launch_area=area.id,
                country=area.country,
                city=scenario.cities[int(flown.city[row])].id,
                missile=scenario.catalogue.missile(area.stand_in).id,
                status=_status(status),
                sentence=STATUS_TEXT[status],
                distance_m=float(flown.distance_m[row]),
                range_limit_m=_known(flown.range_limit_m[row]),
                burnout_s=_known(flown.burnout_s[row]),
                burnout_m=_known(flown.burnout_m[row]),
                apogee_s=_known(flown.apogee_s[row]),
                apogee_m=_known(flown.apogee_m[row]),
                time_of_flight_s=_known(flown.impact_s[row]),
                flown_in_all=same.size,
                from_added=_from_added(this, int(row)),
                views={
                    limit: _pair_views(scenario, found[limit], int(row), same) for limit in LIMITS
                },
            )
        )
    return tuple(out)


def _from_added(this: StabilityStudy, row: int) -> FromAdded:
    """How high a flight stands for the added radar after burnout, and how near it comes.

    ``in_sector_rad`` is the highest apparent elevation inside the sector about the given boresight.
    There is none where the flight stays so far under the horizon that nobody looked.
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
    return FromAdded(
        highest_rad=highest if highest > judging.NEVER_RAD else None,
        in_sector_rad=in_sector if in_sector > judging.NEVER_RAD else None,
        nearest_m=_known(_least(slant)),
    )


def _status(status: int) -> str:
    if status == Status.OK:
        return "flown"
    return "not-reached" if status == Status.BEYOND_RANGE else "not-computed"


def _by_section(this: StabilityStudy, keep: Ints, limit: str) -> list[judging.Times]:
    """Times in view of some flights at every cross section under one elevation limit."""
    how = judging.as_given(this.scenario, limit)
    return [
        judging.times(this, keep, judging.in_view(this, keep, how, section))
        for section in this.scenario.view.cross_sections_m2
    ]


def _pair_views(
    scenario: StabilityScenario, found: list[judging.Times], row: int, same: Ints
) -> dict[str, PairView]:
    """By group: seconds at the area's own point and over all points, one number a cross section."""
    least = scenario.view.least_view_s
    out = {}
    for group in found[0].free_s:
        free = [one.free_s[group] for one in found]
        out[group] = PairView(
            seconds=tuple(float(times[row]) for times in free),
            boost_seconds=tuple(float(one.boost_s[group][row]) for one in found),
            is_seen=tuple(bool(times[row] >= least) for times in free),
            low_seconds=tuple(float(times[same].min()) if same.size else None for times in free),
            high_seconds=tuple(float(times[same].max()) if same.size else None for times in free),
            seen_flights=tuple(int((times[same] >= least).sum()) for times in free),
        )
    return out


def _totals(this: StabilityStudy) -> tuple[WatchedTotal, ...]:
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
                sums = judging.sums_in_view(
                    scenario, {name: values[mine] for name, values in times.free_s.items()}
                )
                out.append(
                    WatchedTotal(
                        limit=limit,
                        country=country,
                        cross_section_m2=section,
                        pairs=int(mine.sum()),
                        flown=int((mine & is_flown).sum()),
                        seen=sums.seen_n,
                        only_with_added=sums.only_n,
                        longer_with_added=sums.more_n,
                        seconds=sums.free_s,
                    )
                )
    return tuple(out)


# --- what is not known -----------------------------------------------------------


def _sum_ranges(this: StabilityStudy) -> SumRanges:
    """The headline sums with one assumption at a time at its ends, and with all drawn at once."""
    sections = this.scenario.view.cross_sections_m2
    names: dict[str, list[list[HeadlineSums]]] = {}
    for variant in judging.variants(this):
        row = [_headline(this, variant.keep, variant.how, section) for section in sections]
        names.setdefault(variant.name, []).append(row)
    given = judging.as_given(this.scenario)
    value = [_headline(this, this.centres, given, section) for section in sections]
    drawn = [
        [_headline(this, keep, how, section) for section in sections]
        for keep, how in judging.draws(this)
    ]
    columns = range(len(sections))
    return SumRanges(
        samples=len(drawn),
        seed=judging.SEED,
        value=tuple(value),
        variants=tuple(
            SumsVaried(
                name=name,
                ends=len(rows),
                low=tuple(_extreme([row[i] for row in rows], min) for i in columns),
                high=tuple(_extreme([row[i] for row in rows], max) for i in columns),
            )
            for name, rows in names.items()
        ),
        p05=tuple(_nearest_quantile([row[i] for row in drawn], 0.05) for i in columns),
        p50=tuple(_nearest_quantile([row[i] for row in drawn], 0.5) for i in columns),
        p95=tuple(_nearest_quantile([row[i] for row in drawn], 0.95) for i in columns),
    )


def _headline(this: StabilityStudy, keep: Ints, how: judging.How, section: float) -> HeadlineSums:
    """The sums whose ranges are printed."""
    free = judging.free_seconds(this, keep, judging.in_view(this, keep, how, section))
    sums = judging.sums_in_view(this.scenario, free)
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


def _extreme(rows: list[HeadlineSums], pick: Callable[[Iterable[float]], float]) -> HeadlineSums:
    return {name: pick(row[name] for row in rows) for name in rows[0]}


def _nearest_quantile(rows: list[HeadlineSums], share: float) -> HeadlineSums:
    return {
        name: float(np.quantile([row[name] for row in rows], share, method="nearest"))
        for name in rows[0]
    }


# --- turning, interceptor, geometry ---------------------------------------------


def _turning(this: StabilityStudy) -> RadarTurned:
    scenario = this.scenario
    site = scenario.radars[this.added]
    west, east = (end % 360.0 for end in site.boresight_span_deg)
    return RadarTurned(
        radar=site.id,
        boresight_deg=tuple(np.degrees(turning.boresights_rad(scenario)).tolist()),
        given_deg=site.boresight_deg,
        span_deg=(west, east),
        curves=tuple(
            TurningCurve.model_validate(
                {"limit": limit, "cross_section_m2": section, **turning.curve(this, limit, section)}
            )
            for limit in LIMITS
            for section in scenario.view.cross_sections_m2
        ),
        task=_needed(scenario),
    )


def _needed(scenario: StabilityScenario) -> NeededDirections | None:
    """The directions that the added radar is there for."""
    needed = scenario.task
    if needed is None:
        return None
    first, last = needed.azimuths_deg
    other = needed.other_way
    return NeededDirections(
        name=needed.name,
        adjective=needed.adjective or needed.name,
        azimuths_deg=(first, last),
        sites=needed.sites,
        source=needed.source,
        note=needed.note,
        points=tuple(point.name for point in needed.launch_points),
        share_held=tuple(turning.needed_held(scenario)),
        points_held=tuple(len(held) for held in turning.points_held(scenario)),
        other_way=OtherDirection.model_validate(other.model_dump()) if other else None,
    )


def _interceptor(this: StabilityStudy) -> InterceptorAside:
    """The envelope, and every pair's nearest passage with its range over the launch points."""
    scenario, flown = this.scenario, this.flown
    defence = scenario.catalogue.defence(scenario.battery.system)
    reach = reaching.envelope(defence)
    near = reaching.passages(this, reach)
    rows = []
    for row in this.centres:
        same = this.of_pair(int(row))
        least = {name: _least(values[same]) for name, values in near._asdict().items()}
        rows.append(
            NearestPassage(
                launch_area=scenario.launch_areas[int(flown.area[row])].id,
                city=scenario.cities[int(flown.city[row])].id,
                **{name: _known(values[row]) for name, values in near._asdict().items()},
                least_ground_m=_known(least["ground_m"]),
                least_slant_m=_known(least["slant_m"]),
                least_gap_m=_known(least["gap_m"]),
                least_lowest_m=_known(least["lowest_m"]),
                least_inside_m=_known(least["inside_m"]),
            )
        )
    return InterceptorAside(
        system=defence.id,
        battery=StudyBattery.model_validate(scenario.battery.model_dump()),
        envelope=ReachEnvelope(
            ground_m=tuple(reach.ground_m.tolist()),
            top_m=_numbers(reach.top_m),
            top_high_m=_numbers(reach.top_high_m),
            ceiling_m=reach.ceiling_m,
            reach_m=reach.reach_m,
            target_speed_max_m_s=reach.target_speed_max_m_s,
        ),
        farthest_m=float(reach.ground_m[np.isfinite(reach.top_high_m)].max()),
        top_m=float(np.nanmax(reach.top_m)),
        top_high_m=float(np.nanmax(reach.top_high_m)),
        passages=tuple(rows),
    )


def _least(values: Floats) -> float:
    known = values[np.isfinite(values)]
    return float(known.min()) if known.size else math.nan


def _geometry(this: StabilityStudy) -> SightGeometry:
    """Lowest visible altitudes and the lines that the figure draws, for the added radar."""
    site = this.scenario.radars[this.added]
    lowest = {site.elevation_min_deg, this.scenario.view.horizon_deg}
    entry = this.scenario.catalogue.radar(site.system)
    sector = math.radians(site.sector_deg)
    return SightGeometry(
        radar=site.id,
        range_m=geometry.RANGES_M,
        altitude_m=geometry.ALTITUDES_M,
        lines=tuple(
            SightLine(
                elevation_deg=elevation,
                lowest_m=_numbers(geometry.lowest_m(site, math.radians(elevation))),
                ground_m=tuple(geometry.ground_of_ray_m(site, math.radians(elevation))),
            )
            for elevation in sorted(lowest)
        ),
        arcs=tuple(
            RangeArc(
                cross_section_m2=section,
                ground_m=_numbers(
                    geometry.ground_of_range_m(site, radars.ranges_m(entry, section, sector)[1])
                ),
            )
            for section in this.scenario.view.cross_sections_m2
        ),
    )


def _assumptions(scenario: StabilityScenario) -> tuple[StudyQuantity, ...]:
    """The catalogue values that the answer hangs on, with their ranges, in SI."""
    rows: list[StudyQuantity] = []
    for system in sorted({site.system for site in scenario.radars}):
        entry = scenario.catalogue.radar(system)
        wanted = {
            "reference.range": entry.reference.range,
            "reference.radar_cross_section": entry.reference.radar_cross_section,
            "receiver.snr": entry.receiver.snr,
            "receiver.dwell": entry.receiver.dwell,
            "search.share_of_time": entry.search.share_of_time,
            "search.revisit": entry.search.revisit,
            "search.elevation_extent": entry.search.elevation_extent,
        }
        rows += [_quantity_told(entry, path, q) for path, q in wanted.items()]
    defence = scenario.catalogue.defence(scenario.battery.system)
    kit, envelope = defence.interceptor, defence.envelope
    named = {
        "envelope.ceiling": envelope.ceiling,
        "envelope.reach": envelope.reach,
        "envelope.target_speed_max": envelope.target_speed_max,
        "interceptor.burnout_speed": kit.burnout_speed,
        "interceptor.coast_ballistic_coefficient": kit.coast_ballistic_coefficient,
        "interceptor.release_time": kit.release_time,
        "interceptor.released_ballistic_coefficient": kit.released_ballistic_coefficient,
    }
    return (
        *rows,
        *(_quantity_told(defence, path, q) for path, q in named.items() if q is not None),
    )


def _quantity_told(
    entry: catalog.RadarEntry | catalog.DefenceEntry, path: str, quantity: catalog.Quantity
) -> StudyQuantity:
    named = {"system": entry.id, "system_name": entry.name, "path": path}
    return StudyQuantity.model_validate(named | quantity.model_dump())


# --- rows and tracks -------------------------------------------------------------


def passes(this: StabilityStudy) -> Iterator[Pass]:
    """One row a flight, radar, elevation limit and cross section."""
    scenario = this.scenario
    for limit in LIMITS:
        for section in scenario.view.cross_sections_m2:
            for row, site in enumerate(scenario.radars):
                yield from _passes_of(this, row, site, limit, section)


def _passes_of(
    this: StabilityStudy, radar: int, site: Watcher, limit: str, section: float
) -> Iterator[Pass]:
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
        yield Pass(
            launch_area=area.id,
            country=area.country,
            city=scenario.cities[int(flown.city[i])].id,
            missile=scenario.catalogue.missile(area.stand_in).id,
            radar=site.id,
            elevation_limit=limit,
            elevation_min_deg=math.degrees(cued.elevation_min_rad),
            cross_section_m2=section,
            range_m=cued.range_m,
            search_range_m=uncued.range_m,
            status=_status(int(flown.status[i])),
            seconds=phases[CLIMBING][i] + phases[FALLING][i],
            boost_seconds=phases[BOOST][i],
            climbing_seconds=phases[CLIMBING][i],
            falling_seconds=phases[FALLING][i],
            spells=len(views.spells(view, i)),
            first_s=first[i],
            last_s=last[i],
            first_altitude_m=altitude["first"][i],
            last_altitude_m=altitude["last"][i],
            first_slant_m=first_slant[i],
            first_azimuth_deg=math.degrees(first_azimuth[i]) % 360.0,
            first_phase=_phase_at(flown, i, first[i]),
            uncued_first_s=found[i],
            uncued_first_altitude_m=altitude["found"][i],
            uncued_seconds=views.seconds(after)[i],
        )


def _phase_seconds(flown: FlownFamily, view: views.Parts) -> dict[str, Floats]:
    """Seconds in view during boost, while climbing after it, and while falling."""
    burnout, apogee = np.nan_to_num(flown.burnout_s), np.nan_to_num(flown.apogee_s)
    never = np.full(burnout.shape, np.inf)
    ends = {BOOST: (-never, burnout), CLIMBING: (burnout, apogee), FALLING: (apogee, never)}
    return {name: views.seconds(views.within(view, *pair)) for name, pair in ends.items()}


def _phase_at(flown: FlownFamily, row: int, time_s: float) -> str:
    if not math.isfinite(time_s):
        return ""
    if time_s < flown.burnout_s[row]:
        return BOOST
    return CLIMBING if time_s < flown.apogee_s[row] else FALLING


def _longer(values: Floats, flown: FlownFamily) -> Floats:
    """Values on the times of the sky, brought to the longer grid of the flights."""
    out = np.full(flown.altitude_m.shape, np.nan)
    out[:, : values.shape[1]] = values
    return out


def tracks(this: StabilityStudy) -> tuple[WatchedTrack, ...]:
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
            WatchedTrack(
                launch_area=scenario.launch_areas[int(flown.area[i])].id,
                city=scenario.cities[int(flown.city[i])].id,
                time_s=tuple(flown.time_s[held].tolist()),
                latitude_deg=tuple(np.degrees(latitude).tolist()),
                longitude_deg=tuple(np.degrees(longitude).tolist()),
                altitude_m=tuple(altitude.tolist()),
                from_radar_m=tuple(ground.tolist()),
                from_radar_deg=tuple((np.degrees(azimuth) % 360.0).tolist()),
                burnout_s=flown.burnout_s[i],
                apogee_s=flown.apogee_s[i],
                impact_s=flown.impact_s[i],
                spells={
                    limit: {
                        radar.id: tuple(views.spells(shown[limit][row], int(i)))
                        for row, radar in enumerate(scenario.radars)
                    }
                    for limit in LIMITS
                },
            )
        )
    return tuple(out)


__all__ = ["GIVEN", "Pass", "passes", "summarise", "tracks"]
