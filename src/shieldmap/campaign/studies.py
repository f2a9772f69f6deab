"""One battery: the missiles flown, the defence, and the disputed numbers.

It flies each missile of a study to places and judges every flight
under the values, the low and the high ends of the assumptions, and along the curves of the two
numbers that the debate hangs on: the interceptor's reach and the reaction time.
"""

import math
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

import numpy as np

from shieldmap import (
    catalog,
    earth,
    engagement,
    interceptor,
    radars,
    sensor,
    terms,
    threat,
    track,
)
from shieldmap.campaign.assumptions import AssumptionRow, assumption_rows
from shieldmap.catalog import DefenceEntry, MissileEntry, RadarEntry
from shieldmap.model import (
    Aims,
    Assumptions,
    Engagements,
    Event,
    Flights,
    Floats,
    Flyouts,
    Ints,
    LaunchSites,
    Missile,
    Radar,
    Tables,
    Trajectories,
    TrajectoryClass,
)
from shieldmap.scenario import Battery, LauncherSite, LaunchPoint, Scenario, Threat
from shieldmap.terms import End

EVERY_S: Final = 1.0
"""Time grid on which engagements are judged; edges between samples are interpolated."""

REACH_CURVE_M: Final = tuple(float(x) for x in np.arange(100e3, 301e3, 20e3))
REACTION_CURVE_S: Final = tuple(float(x) for x in np.arange(0.0, 181.0, 15.0))
CHAIN_CURVE_S: Final = tuple(float(x) for x in np.arange(60.0, 301.0, 20.0))

SAMPLES: Final = 32
"""Sets of assumptions drawn from their ranges, a Latin hypercube with a fixed seed."""

SEED: Final = 20151130
_CHUNK: Final = 1000
_NO_RADAR_RAD: Final = -1.0

# Axes of the draws: those of the terms, then the radar's ranges, the fly-out, the magazine and the track.
_RADAR_AXIS, _FLYOUT_AXIS, _INVENTORY_AXIS, _TRACK_AXIS = range(12, 16)
_ENDS: Final = (End.VALUE, End.BAD, End.GOOD)


class Variant(NamedTuple):
    """One column of the judged variants: ``curve`` is value, reach, reaction, chain, bad, good or
    sample.
    """

    curve: str
    value: float


class Case(NamedTuple):
    """One missile in one class from one launch point; ``refusal`` says why it cannot be flown."""

    threat_id: str
    launch_id: str
    missile_id: str
    missile: Missile
    trajectory_class: TrajectoryClass
    apogee_m: float
    cross_section_m2: float
    latitude_rad: float
    longitude_rad: float
    table: threat.AimTable | None
    refusal: str


class DefenceArrays(NamedTuple):
    """The defence as arrays; the fly-out tables and inventories (k,) are value, low and high."""

    radar: Radar
    sites: LaunchSites
    launcher_names: tuple[str, ...]
    inventory: tuple[Ints, Ints, Ints]
    interceptor: Missile
    doctrine: int


class Study(NamedTuple):
    """A scenario turned into arrays."""

    scenario: Scenario
    defence: DefenceArrays
    cases: tuple[Case, ...]
    variants: tuple[Variant, ...]
    rows: tuple[AssumptionRow, ...]
    air: Tables

    def columns(self, curve: str) -> list[int]:
        """The columns of the variants that belong to one curve."""
        return [i for i, variant in enumerate(self.variants) if variant.curve == curve]


class FlownCase(NamedTuple):
    """One case flown to some places: the aim solutions, the events and the sampled flights."""

    aims: Aims
    flights: Flights
    trajectories: Trajectories


class Judged(NamedTuple):
    """What became of one case at some places, under every variant of the study."""

    aims: Aims
    flights: Flights
    trajectories: Trajectories
    engagements: Engagements


ENDS_ONLY: Final = (
    Variant(End.VALUE, math.nan),
    Variant(End.BAD, math.nan),
    Variant(End.GOOD, math.nan),
)
"""The values and both ends, without curves and samples."""


def study(
    scenario: Scenario,
    cases: tuple[Case, ...] | None = None,
    variants: tuple[Variant, ...] | None = None,
) -> Study:
    """Turn a scenario into arrays: fly the tables of every case and every fly-out.

    Parameters
    ----------
    cases : those of another study of the same threats, so that they are not tabled again.
    variants : the columns to judge, the values first; with both ends where tracks have to settle.
    """
    air = tables_of_air()
    defence_entry = catalog.defence(scenario.defence.system)
    radar_entry = catalog.radar(scenario.defence.radar.system)
    rows = assumption_rows(scenario, defence_entry, radar_entry)
    return Study(
        scenario=scenario,
        defence=_defence_arrays(scenario, defence_entry),
        cases=tuple(_cases(scenario, air)) if cases is None else cases,
        variants=_all_variants(scenario) if variants is None else variants,
        rows=rows,
        air=air,
    )


@cache
def tables_of_air() -> Tables:
    """The tables of the air and of drag, made once for a process."""
    return earth.tables()


def _all_variants(scenario: Scenario) -> tuple[Variant, ...]:
    """The values, the curves of reach and reaction, both ends and the samples."""
    curve = CHAIN_CURVE_S if scenario.defence.chain == "published" else REACTION_CURVE_S
    name = "chain" if scenario.defence.chain == "published" else "reaction"
    return (
        Variant(End.VALUE, math.nan),
        *(Variant("reach", x) for x in REACH_CURVE_M),
        *(Variant(name, x) for x in curve),
        Variant(End.BAD, math.nan),
        Variant(End.GOOD, math.nan),
        *(Variant("sample", float(i)) for i in range(SAMPLES)),
    )


def _defence_arrays(scenario: Scenario, entry: DefenceEntry) -> DefenceArrays:
    given = scenario.defence
    sites: list[Battery | LauncherSite] = [given.battery, *given.launcher_sites]
    latitude = np.radians([site.latitude_deg for site in sites])
    longitude = np.radians([site.longitude_deg for site in sites])
    altitude = np.array([site.altitude_m for site in sites])
    axes = np.stack([earth.east_north_up(a, b) for a, b in zip(latitude, longitude, strict=True)])
    each = given.battery.interceptors_per_launcher
    inventory = tuple(
        np.array([s.launchers.at(end) * each.at(end) for s in sites], dtype=np.int64)
        for end in _ENDS
    )
    return DefenceArrays(
        radar=_radar_at(scenario),
        sites=LaunchSites(
            earth.geodetic_to_ecef(latitude, longitude, altitude), axes, *_flyouts(entry.id)
        ),
        launcher_names=tuple(site.name for site in sites),
        inventory=(inventory[0], inventory[1], inventory[2]),
        interceptor=interceptor_at(entry),
        doctrine=int(given.doctrine_code),
    )


@cache
def _flyouts(system: str) -> Flyouts:
    """The fly-out tables of a system of the catalogue; about 0.1 s, flown once."""
    entry = catalog.defence(system)
    lowest = entry.interceptor.launch_elevation_min.si
    tables = [
        interceptor.flyout_table(interceptor_at(entry, end), lowest, air=earth.tables())
        for end in _ENDS
    ]
    return interceptor.flyouts(*tables)


@cache
def fan_of(system: str) -> tuple[Floats, Floats, Floats, Floats]:
    """Launches of a system's interceptor at many elevations, for drawing; flown once."""
    missile = interceptor_at(catalog.defence(system))
    return interceptor.launch_fan(missile, air=earth.tables())


def interceptor_at(entry: DefenceEntry, end: End = End.VALUE) -> Missile:
    """The interceptor at one end of its burnout speed and of its drag while coasting.

    The exhaust velocity is scaled by the burnout speed, which follows it nearly.
    """
    missile = entry.interceptor.arrays()
    speed, coast = entry.interceptor.burnout_speed, entry.interceptor.coast_ballistic_coefficient
    ratio, beta = speed.at(end) / speed.si, coast.at(end)
    return missile._replace(
        stage_exhaust_m_s=missile.stage_exhaust_m_s * ratio, ballistic_coefficient_kg_m2=beta
    )


# A radar elsewhere in the country: its height to 50 m and the Earth's radius to 10 km change the
# bending by less than 1 %, a thousandth of a degree.
_HEIGHT_STEP_M: Final = 50.0
_RADIUS_STEP_M: Final = 10e3


@cache
def _bending(heights: int, radii: int) -> Floats:
    return sensor.bending_table(heights * _HEIGHT_STEP_M, radii * _RADIUS_STEP_M)


def _bending_near(latitude_rad: float, altitude_m: float) -> Floats:
    """The bending of rays at a place, tabled once for all places like it."""
    radius_m = sensor.gaussian_radius_m(latitude_rad)
    return _bending(round(max(altitude_m, 0.0) / _HEIGHT_STEP_M), round(radius_m / _RADIUS_STEP_M))


def _radar_at(scenario: Scenario, bending_rad: Floats | None = None) -> Radar:
    given = scenario.defence.radar
    latitude, longitude = math.radians(given.latitude_deg), math.radians(given.longitude_deg)
    view = radars.view_of(catalog.radar(given.system), math.radians(given.boresight_deg))
    view = view._replace(
        sector_rad=math.radians(given.sector_deg) if given.present else 2.0 * _NO_RADAR_RAD,
        elevation_min_rad=math.radians(given.elevation_min_deg),
        elevation_max_rad=math.radians(given.elevation_max_deg),
    )
    if given.tilt_deg is not None:
        view = view._replace(tilt_rad=math.radians(given.tilt_deg))
    if given.scan_max_deg is not None:
        view = view._replace(scan_max_rad=math.radians(given.scan_max_deg))
    hills = np.array([(point.azimuth_deg, point.elevation_deg) for point in given.horizon])
    return radars.site(
        latitude,
        longitude,
        given.altitude_m,
        view,
        horizon_rad=radars.skyline(*hills.T) if given.horizon else None,
        bending_rad=_bending_at(latitude, given.altitude_m) if bending_rad is None else bending_rad,
    )


@lru_cache(maxsize=64)
def _bending_at(latitude_rad: float, altitude_m: float) -> Floats:
    """The bending of rays at exactly this place; 0.03 s."""
    return sensor.bending_table(max(altitude_m, 0.0), sensor.gaussian_radius_m(latitude_rad))


def moved(
    this: Study,
    latitude_deg: float,
    longitude_deg: float,
    altitude_m: float,
    boresight_deg: float | None,
) -> Study:
    """The study with its battery, all launchers together, somewhere else.

    Parameters
    ----------
    boresight_deg : where the radar looks from there; without it the radar stays where it is.
    """
    given = this.scenario.defence
    there = {"latitude_deg": latitude_deg, "longitude_deg": longitude_deg, "altitude_m": altitude_m}
    radar = given.radar
    if boresight_deg is not None:
        # The skyline belongs to the old place.
        turned = {"boresight_deg": boresight_deg, "horizon": (), "horizon_file": None}
        radar = radar.model_copy(update={**there, **turned})
    defence = given.model_copy(
        update={
            "battery": given.battery.model_copy(update=there),
            "radar": radar,
            "launcher_sites": (),
        }
    )
    scenario = this.scenario.model_copy(update={"defence": defence})
    latitude, longitude = math.radians(latitude_deg), math.radians(longitude_deg)
    value, low, high = this.defence.inventory
    return this._replace(
        scenario=scenario,
        defence=this.defence._replace(
            radar=this.defence.radar
            if boresight_deg is None
            else _radar_at(scenario, _bending_near(latitude, altitude_m)),
            sites=this.defence.sites._replace(
                position_m=earth.geodetic_to_ecef(
                    np.array([latitude]), np.array([longitude]), np.array([altitude_m])
                ),
                axes=earth.east_north_up(latitude, longitude)[None],
            ),
            launcher_names=(given.battery.name,),
            inventory=(_all_of(value), _all_of(low), _all_of(high)),
        ),
    )


def _all_of(stocks: Ints) -> Ints:
    """All stocks at one place."""
    return np.array([stocks.sum()], dtype=np.int64)


def _cases(scenario: Scenario, air: Tables) -> Iterator[Case]:
    for given, point in scenario.pairs:
        yield case_of(given, point, air)


def case_of(given: Threat, point: LaunchPoint, air: Tables) -> Case:
    """One missile in one class from one launch point, with its aim table; 0.1 s."""
    entry = catalog.missile(given.missile)
    missile = entry.arrays(given.payload_kg, given.ballistic_coefficient_kg_m2)
    latitude, longitude = math.radians(point.latitude_deg), math.radians(point.longitude_deg)
    apogee = math.nan if given.apogee_km is None else given.apogee_km * 1e3
    table, refusal = None, ""
    try:
        table = threat.aim_table(
            missile, latitude, longitude, given.trajectory_class, apogee, air=air
        )
    except ValueError as error:
        refusal = str(error)
    return Case(
        threat_id=given.id,
        launch_id=point.id,
        missile_id=entry.id,
        missile=missile,
        trajectory_class=given.trajectory_class,
        apogee_m=apogee,
        cross_section_m2=_cross_section(entry, given.radar_cross_section_m2),
        latitude_rad=latitude,
        longitude_rad=longitude,
        table=table,
        refusal=refusal,
    )


def _cross_section(entry: MissileEntry, given: float | None) -> float:
    if given is not None:
        return given
    assert entry.reentry is not None
    return entry.reentry.radar_cross_section.si


def assumptions_of(this: Study, case: Case) -> Assumptions:
    """The assumptions as the kernels take them, one column for each variant of the study."""
    by_name = {row.name: row for row in this.rows}
    count = len(this.variants)
    drawn_terms = terms.drawn()
    columns = {term.name: np.full(count, by_name[term.name].value) for term in drawn_terms}
    columns["flyout_share"], columns["track_share"] = np.zeros(count), np.zeros(count)
    columns["track"] = _constant_track(this, by_name.get("track"))
    for column, variant in enumerate(this.variants):
        if variant.curve in (End.BAD, End.GOOD):
            for term in drawn_terms:
                columns[term.name][column] = by_name[term.name].at(End(variant.curve))
            for name in ("flyout_share", "track_share"):
                columns[name][column] = -1.0 if variant.curve == End.BAD else 1.0
        elif variant.curve in columns:
            columns[variant.curve][column] = variant.value
    draws, drawn = _draws(), this.columns("sample")
    if drawn:
        for term in drawn_terms:
            row = by_name[term.name]
            columns[term.name][drawn] = row.low + draws[:, term.axis] * (row.high - row.low)
        columns["flyout_share"][drawn] = 2.0 * draws[:, _FLYOUT_AXIS] - 1.0
        columns["track_share"][drawn] = 2.0 * draws[:, _TRACK_AXIS] - 1.0
    if this.scenario.defence.chain != "published":
        columns["chain"][:] = np.nan
    search_m, track_m, acquisition_s = _detection_columns(
        this, case, columns["sector"], draws[:, _RADAR_AXIS]
    )
    half = 0.5 * columns["sector"]
    if not this.scenario.defence.radar.present:
        half[:] = _NO_RADAR_RAD
    return Assumptions(
        floor_m=columns["floor"],
        ceiling_m=columns["ceiling"],
        reach_m=columns["reach"],
        target_speed_max_m_s=columns["target_speed_max"],
        search_range_m=search_m,
        track_range_m=track_m,
        # A cue names a disc of directions, which the radar then has to search.
        warning_s=columns["warning"] + acquisition_s,
        track_s=columns["track"],
        reaction_s=columns["reaction"],
        chain_s=columns["chain"],
        assessment_s=columns["assessment"],
        salvo_spacing_s=columns["salvo_spacing"],
        boresight_rad=columns["boresight"],
        half_sector_rad=half,
        elevation_min_rad=columns["elevation_min"],
        flyout_share=columns["flyout_share"],
        track_share=columns["track_share"],
    )


def _constant_track(this: Study, row: AssumptionRow | None) -> Floats:
    """A scenario's constant time from detection to commitment; NaN where the track has to settle."""
    out = np.full(len(this.variants), np.nan)
    if row is not None:
        out[:] = row.value
        out[this.columns(End.BAD)], out[this.columns(End.GOOD)] = row.high, row.low
        drawn = this.columns("sample")
        if drawn:
            out[drawn] = row.low + _draws()[:, _TRACK_AXIS] * (row.high - row.low)
    return out


def tracker_of(this: Study, assumptions: Assumptions) -> engagement.Tracker:
    """How tracks settle under the values and at both ends."""
    columns = np.array([this.columns(curve)[0] for curve in _ENDS], dtype=np.int64)
    defence = catalog.defence(this.scenario.defence.system)
    radar = catalog.radar(this.scenario.defence.radar.system)
    rules = {
        end: _settling(defence, radar, float(assumptions.track_range_m[column]), end)
        for end, column in zip(_ENDS, columns, strict=True)
    }
    return engagement.Tracker(columns, rules[End.VALUE], rules[End.BAD], rules[End.GOOD])


def _settling(
    defence: DefenceEntry, radar: RadarEntry, track_range_m: float, end: End
) -> track.Settling:
    """The rules of a settling track at one end of the assumptions."""
    gates, looks, antenna = defence.fire_control, radar.tracking, radar.antenna
    return track.Settling(
        # The tracking range is where one dwell gives the ratio asked for; range^4 gives the rest.
        snr_range_m=track_range_m * radar.receiver.snr.si**0.25,
        range_resolution_m=antenna.range_resolution.at(end, bad="high"),
        range_floor_m=0.0,
        beamwidth_rad=antenna.beam_width.at(end, bad="high"),
        angle_floor_rad=0.0,
        range_bias_m=looks.range_bias.at(end, bad="high"),
        angle_bias_rad=looks.angle_bias.at(end, bad="high"),
        update_s=looks.update.at(end, bad="high"),
        firm_looks=round(gates.firm_looks.at(end, bad="high")),
        firm_gate_m=gates.firm_gate.at(end),
        commit_gate_m=gates.commit_gate.at(end),
    )


def _draws() -> Floats:
    """Points of a Latin hypercube, shape (samples, axes), between 0 and 1 [mckay1979].

    Each range is cut into as many parts as there are samples and each part is used once.
    """
    last = max(_TRACK_AXIS, *(term.axis or 0 for term in terms.drawn()))
    parts = np.tile(np.arange(SAMPLES), (last + 1, 1))
    order = np.random.default_rng(SEED).permuted(parts, axis=1)
    return np.ascontiguousarray((order.T + 0.5) / SAMPLES)


def _detection_columns(
    this: Study, case: Case, sector_rad: Floats, draws: Floats
) -> tuple[Floats, Floats, Floats]:
    """Search range, track range and cued acquisition time of every variant.

    Between their ends the samples are even in the logarithm.
    """
    entry = catalog.radar(this.scenario.defence.radar.system)
    out = np.empty((3, len(this.variants)))
    for column, variant in enumerate(this.variants):
        sector = float(sector_rad[column])
        if variant.curve == "sample":
            low, high = (
                np.array(_ranges_at(this, case, entry, sector, end)) for end in (End.BAD, End.GOOD)
            )
            out[:, column] = low * (high / low) ** draws[int(variant.value)]
        else:
            end = End(variant.curve) if variant.curve in _ENDS else End.VALUE
            out[:, column] = _ranges_at(this, case, entry, sector, end)
    return out[0], out[1], out[2]


def _ranges_at(
    this: Study, case: Case, entry: RadarEntry, sector_rad: float, end: End
) -> tuple[float, float, float]:
    section_m2 = _cross_section_at(this, case, end)
    return *radars.ranges_m(entry, section_m2, sector_rad, end), radars.acquisition_s(entry, end)


def _cross_section_at(this: Study, case: Case, end: End) -> float:
    """The radar cross section at one end of its range, unless the scenario fixed it."""
    given = next(t for t in this.scenario.threats if t.id == case.threat_id)
    if end is End.VALUE or given.radar_cross_section_m2 is not None:
        return case.cross_section_m2
    reentry = catalog.missile(case.missile_id).reentry
    assert reentry is not None
    return reentry.radar_cross_section.at(end)


def cross_sections_of(this: Study, case: Case) -> tuple[float, float, float]:
    """The target's radar cross section in square metres: value, low and high."""
    value, low, high = (_cross_section_at(this, case, end) for end in _ENDS)
    return value, low, high


def inventory_of(this: Study) -> Floats:
    """Interceptors at each launcher site under every variant, shape (variants, sites)."""
    value, low, high = (ends.astype(np.float64) for ends in this.defence.inventory)
    out = np.tile(value, (len(this.variants), 1))
    out[this.columns(End.BAD)] = low
    out[this.columns(End.GOOD)] = high
    drawn = this.columns("sample")
    if drawn:
        share = _draws()[:, _INVENTORY_AXIS, None]
        out[drawn] = np.floor(low + share * (high - low + 1.0))
    return out


def fly(
    this: Study, case: Case, latitude_rad: Floats, longitude_rad: Floats, every_s: float = EVERY_S
) -> FlownCase:
    """Fly one case to places (n,); what is flown does not depend on the defence."""
    assert case.table is not None, case.refusal
    aims, flights, sampled = threat.fly_to(
        case.missile, case.table, latitude_rad, longitude_rad, air=this.air, every_s=every_s
    )
    assert sampled is not None
    return FlownCase(aims, flights, sampled)


def judge_flown(
    this: Study, flown: FlownCase, assumptions: Assumptions, tracker: engagement.Tracker
) -> Judged:
    """Judge flights of one case under every variant of its assumptions."""
    aims, flights, sampled = flown
    judged = engagement.engage(
        sampled,
        flights.event_time_s[:, Event.BURNOUT],
        this.defence.radar,
        this.defence.sites,
        inventory_of(this),
        tracker,
        assumptions,
        this.defence.doctrine,
    )
    return Judged(aims, flights, sampled, judged)


def judge(this: Study, case: Case, latitude_rad: Floats, longitude_rad: Floats) -> Judged:
    """Fly one case to places (n,) and judge each flight under every variant."""
    assumptions = assumptions_of(this, case)
    flown = fly(this, case, latitude_rad, longitude_rad)
    return judge_flown(this, flown, assumptions, tracker_of(this, assumptions))


def chunks(n: int) -> Iterator[slice]:
    """Slices of at most a fixed number of places, to bound the memory of the trajectories."""
    for start in range(0, n, _CHUNK):
        yield slice(start, min(start + _CHUNK, n))
