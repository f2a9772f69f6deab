"""One battery: the missiles flown, the defence, and the disputed numbers.

It flies each missile of a study to places and judges every flight
under the values, the low and the high ends of the assumptions, and along the curves of the two
numbers that the debate hangs on: the interceptor's reach and the reaction time.
"""

import math
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

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
from shieldmap.campaign import aims
from shieldmap.campaign.assumptions import AssumptionRow, assumption_rows, has_cone, view_in_use
from shieldmap.campaign.variants import (
    SAMPLES,
    TRACK,
    Numbers,
    Rival,
    Variant,
    numbers_of,
    points,
    turned,
)
from shieldmap.catalog import DefenceEntry, MissileEntry, RadarEntry
from shieldmap.model import (
    Aims,
    Assumptions,
    Engagements,
    Event,
    Flights,
    Floats,
    Flyouts,
    FlyoutTable,
    Ints,
    LaunchSites,
    Missile,
    Radar,
    Tables,
    Trajectories,
    TrajectoryClass,
)
from shieldmap.scenario import Battery, Defence, LauncherSite, LaunchPoint, Scenario, Threat
from shieldmap.terms import End

EVERY_S: Final = 1.0
"""Time grid on which engagements are judged; edges between samples are interpolated."""

REACH_CURVE_M: Final = tuple(float(x) for x in np.arange(100e3, 301e3, 20e3))
REACTION_CURVE_S: Final = tuple(float(x) for x in np.arange(0.0, 181.0, 15.0))
CHAIN_CURVE_S: Final = tuple(float(x) for x in np.arange(60.0, 301.0, 20.0))

_CHUNK: Final = 1000
FINE_DRAWS: Final = 64
"""Joint draws on the fine grid: the first of all, which tell how the coarse grid differs from it."""

_NO_RADAR_RAD: Final = -1.0
_REAR: Final = 0.5
"""To the sides and rear the launchers reach half as far: 100 km of 200 [herald-pyeongtaek-2016]."""

_ENDS: Final = (End.VALUE, End.BAD, End.GOOD)


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
    doctrine: int


class Study(NamedTuple):
    """A scenario turned into arrays; ``rival`` is another reading of its defence."""

    scenario: Scenario
    defence: DefenceArrays
    cases: tuple[Case, ...]
    variants: tuple[Variant, ...]
    rows: tuple[AssumptionRow, ...]
    air: Tables
    rival: Rival = ""

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
    rival: Rival = "",
) -> Study:
    """Turn a scenario into arrays: fly the tables of every case and every fly-out.

    Parameters
    ----------
    cases : those of another study of the same threats, so that they are not tabled again.
    variants : the columns to judge, the values first; with both ends where tracks have to settle.
    rival : another reading of the radar's view or of the interceptor's envelope.
    """
    air = tables_of_air()
    if rival == "wedge":
        scenario = _with_wedge(scenario)
    rows = scenario_rows(scenario, rival)
    defence_entry = scenario.catalogue.defence(scenario.defence.system)
    return Study(
        scenario=scenario,
        defence=_defence_arrays(scenario, defence_entry, rows),
        cases=tuple(_cases(scenario, air)) if cases is None else cases,
        variants=_all_variants(scenario) if variants is None else variants,
        rows=rows,
        air=air,
        rival=rival,
    )


def scenario_rows(scenario: Scenario, rival: Rival = "") -> tuple[AssumptionRow, ...]:
    """The disputed numbers that play a part in a scenario under one reading of its defence."""
    given = scenario.defence
    known = scenario.catalogue
    defence, radar = known.defence(given.system), known.radar(given.radar.system)
    unused = {"sector"} if has_cone(given.radar, radar) else {"tilt", "scan_max"}
    if defence.interceptor.release_time is None:
        unused |= {"release_time", "released_ballistic_coefficient"}
    if rival != "launcher-sector":
        unused.add("facing")
    return assumption_rows(scenario, defence, radar, frozenset(unused))


def _with_wedge(scenario: Scenario) -> Scenario:
    """The scenario with the radar's view as a wedge of azimuth up to the zenith."""
    radar = scenario.defence.radar.model_copy(update={"view": "wedge"})
    defence = scenario.defence.model_copy(update={"radar": radar})
    return scenario.model_copy(update={"defence": defence})


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
        *(Variant("sample", float(i)) for i in range(FINE_DRAWS)),
    )


def _defence_arrays(
    scenario: Scenario, entry: DefenceEntry, rows: tuple[AssumptionRow, ...]
) -> DefenceArrays:
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
            earth.geodetic_to_ecef(latitude, longitude, altitude),
            axes,
            *_flyouts(entry, *_tops_m(rows)),
        ),
        launcher_names=tuple(site.name for site in sites),
        inventory=(inventory[0], inventory[1], inventory[2]),
        doctrine=int(given.doctrine_code),
    )


def _tops_m(rows: tuple[AssumptionRow, ...]) -> tuple[float, float]:
    """Range and altitude that fly-out tables have to reach: all that can be asked of the envelope."""
    by_name = {row.name: row for row in rows}
    reach, ceiling = (
        max(by_name[name].high, terms.ASSUMPTIONS[name].span[1]) for name in ("reach", "ceiling")
    )
    return float(reach), float(ceiling)


_PARTS: Final = ("burnout_speed", "release_time", "coast")
"""The parts of a fly-out that are taken to their ends one by one, in the order of the tables."""


@lru_cache(maxsize=32)
def _flyouts(entry: DefenceEntry, range_top_m: float, altitude_top_m: float) -> Flyouts:
    """The fly-out tables of a system; about 0.5 s, flown once."""
    lowest = entry.interceptor.launch_elevation_min.si

    def table(**ends: End) -> FlyoutTable:
        missile, release = interceptor_at(entry, **ends)
        return interceptor.flyout_table(
            missile,
            lowest,
            release,
            range_top_m=range_top_m,
            altitude_top_m=altitude_top_m,
            air=earth.tables(),
        )

    value = table()
    parts = [
        value
        if part == "release_time" and entry.interceptor.release_time is None
        else table(**{part: end})
        for part in _PARTS
        for end in (End.BAD, End.GOOD)
    ]
    return interceptor.flyouts(value, *parts)


@lru_cache(maxsize=32)
def fan_of(entry: DefenceEntry) -> tuple[Floats, Floats, Floats, Floats]:
    """Launches of a system's interceptor at many elevations, for drawing; flown once."""
    return interceptor.launch_fan(*interceptor_at(entry), air=earth.tables())


def interceptor_at(
    entry: DefenceEntry,
    burnout_speed: End = End.VALUE,
    release_time: End = End.VALUE,
    coast: End = End.VALUE,
) -> tuple[Missile, interceptor.Release | None]:
    """The interceptor and its release, with a part of its fly-out at an end.

    The exhaust velocity is scaled by the burnout speed, which follows it nearly. ``coast`` is the
    drag of both bodies.
    """
    kit, missile = entry.interceptor, entry.interceptor.arrays()
    ratio = kit.burnout_speed.at(burnout_speed) / kit.burnout_speed.si
    missile = missile._replace(
        stage_exhaust_m_s=missile.stage_exhaust_m_s * ratio,
        ballistic_coefficient_kg_m2=kit.coast_ballistic_coefficient.at(coast),
    )
    if kit.release_time is None or kit.released_ballistic_coefficient is None:
        return missile, None
    released = kit.released_ballistic_coefficient.at(coast)
    return missile, interceptor.Release(kit.release_time.at(release_time), released)


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
    entry = scenario.catalogue.radar(given.system)
    view = view_in_use(given, entry)
    if not given.present:
        view = view._replace(sector_rad=2.0 * _NO_RADAR_RAD)
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
        yield case_of(given, point, scenario.catalogue, air)


def case_of(
    given: Threat,
    point: LaunchPoint,
    known: catalog.Catalogue,
    air: Tables,
    body: Mapping[str, Any] | None = None,
) -> Case:
    """One missile in one class from one launch point, with its aim table, 0.2 s the first time.

    ``body`` are numbers of the body that comes down in the catalogue's place, by the fields of a missile.
    """
    entry = known.missile(given.missile)
    missile = entry.arrays(given.payload_kg, given.ballistic_coefficient_kg_m2)
    missile = missile._replace(**(body or {}))
    latitude, longitude = math.radians(point.latitude_deg), math.radians(point.longitude_deg)
    apogee = math.nan if given.apogee_km is None else given.apogee_km * 1e3
    table, refusal = aims.aim_table(
        missile, latitude, longitude, given.trajectory_class, apogee, air
    )
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


def case_with(
    this: Study,
    case: Case,
    payload_kg: float,
    apogee_m: float,
    body: Mapping[str, Any] | None = None,
) -> Case:
    """The case with another payload and another held apogee (m, NaN for none), tabled anew.

    ``body`` are numbers of the body that comes down, by the fields of a missile.
    """
    given = next(threat for threat in this.scenario.threats if threat.id == case.threat_id)
    held = {} if math.isnan(apogee_m) else {"apogee_km": apogee_m / 1e3}
    point = next(p for p in this.scenario.launch_points if p.id == case.launch_id)
    given = given.model_copy(update={"payload_kg": payload_kg, **held})
    return case_of(given, point, this.scenario.catalogue, this.air, body)


def _cross_section(entry: MissileEntry, given: float | None) -> float:
    if given is not None:
        return given
    assert entry.reentry is not None
    return entry.reentry.radar_cross_section.si


def case_row(this: Study, case: Case) -> AssumptionRow:
    """The radar cross section of a case as one of its disputed numbers."""
    value, low, high = cross_sections_of(this, case)
    reentry = this.scenario.catalogue.missile(case.missile_id).reentry
    assert reentry is not None
    told = reentry.radar_cross_section
    path, basis, source = (
        f"{case.missile_id}.reentry.radar_cross_section",
        str(told.basis),
        told.source,
    )
    if low == high == value != told.si:
        path, basis = f"{this.scenario.name}.{case.threat_id}.radar_cross_section_m2", "scenario"
    return AssumptionRow(
        "radar_cross_section", path, value, low, high, "m^2", basis, source, told.note
    )


def rows_of(this: Study, case: Case) -> tuple[AssumptionRow, ...]:
    """The disputed numbers of a study and of the missile of a case."""
    return (*this.rows, case_row(this, case))


def assumptions_of(this: Study, case: Case) -> Assumptions:
    """The assumptions as the kernels take them, one column for each variant of the study."""
    rows = rows_of(this, case)
    return as_assumptions(this, case, numbers_of(this.variants, rows, this.scenario.defence.radar))


def as_assumptions(this: Study, case: Case, numbers: Numbers) -> Assumptions:
    """Columns of disputed numbers (m,) as the kernels take them."""
    given, rows = this.scenario.defence, {row.name: row for row in rows_of(this, case)}
    count = numbers[TRACK].size
    reach, is_sector = numbers["reach"], this.rival == "launcher-sector"
    released = _share(rows, numbers, "released_ballistic_coefficient")
    drag = _share(rows, numbers, "coast_ballistic_coefficient")
    return Assumptions(
        floor_m=numbers["floor"],
        ceiling_m=numbers["ceiling"],
        reach_m=reach,
        rear_m=reach * (_REAR if is_sector else 1.0),
        facing_rad=numbers.get("facing", np.zeros(count)),
        target_speed_max_m_s=numbers["target_speed_max"],
        track_s=_constant_track(rows.get("track"), numbers[TRACK]),
        reaction_s=numbers["reaction"],
        chain_s=numbers["chain"] if given.chain == "published" else np.full(count, np.nan),
        assessment_s=numbers["assessment"],
        salvo_spacing_s=numbers["salvo_spacing"],
        late_share=numbers["late_share"],
        speed_share=_share(rows, numbers, "burnout_speed"),
        release_share=_share(rows, numbers, "release_time"),
        # Each of the two bodies counts for half of what both change together.
        drag_share=0.5 * (drag + released) if "release_time" in rows else drag,
        track_share=numbers[TRACK],
        **_viewed(given, this.scenario.catalogue.radar(given.radar.system), numbers),
    )


def _share(rows: dict[str, AssumptionRow], numbers: Numbers, name: str) -> Floats:
    """How far a number lies from its value towards its low (-1) or high (1) end."""
    row = rows.get(name)
    if row is None or row.high == row.low:
        return np.zeros(numbers[TRACK].size)
    return turned(numbers[name], row.value, row.low, row.high)


def _viewed(given: Defence, entry: RadarEntry, numbers: Numbers) -> dict[str, Floats]:
    """The columns of what the radar sees and how far."""
    count = numbers[TRACK].size
    tilt = numbers.get("tilt", np.full(count, entry.field_of_regard.tilt.si))
    scan_max = numbers.get("scan_max", np.full(count, math.pi))
    elevation_min = numbers["elevation_min"]
    is_cone = has_cone(given.radar, entry)
    half = np.full(count, math.pi) if is_cone else 0.5 * numbers["sector"]
    search_m, track_m, acquisition_s = radars.detection_columns(
        entry,
        numbers["radar_cross_section"],
        radars.watched_width(entry, half, elevation_min, tilt, scan_max),
        numbers["reference_range"],
        numbers["search_share_of_time"],
        numbers["cue_radius"],
    )
    return {
        "search_range_m": search_m,
        "track_range_m": track_m,
        # A cue names a disc of directions, which the radar then has to search.
        "warning_s": numbers["warning"] + acquisition_s,
        "boresight_rad": numbers["boresight"],
        "half_sector_rad": half if given.radar.present else np.full(count, _NO_RADAR_RAD),
        "elevation_min_rad": elevation_min,
        "elevation_max_rad": numbers["elevation_max"],
        "tilt_rad": tilt,
        "scan_max_rad": scan_max,
    }


def _constant_track(row: AssumptionRow | None, share: Floats) -> Floats:
    """A scenario's constant time from detection to commitment; NaN where the track has to settle."""
    if row is None:
        return np.full(share.size, np.nan)
    low, high = row.value - row.low, row.high - row.value
    return row.value - np.where(share > 0.0, low, high) * share


def tracker_of(this: Study, assumptions: Assumptions) -> engagement.Tracker:
    """How tracks settle under the values and at both ends."""
    columns = np.array([this.columns(curve)[0] for curve in _ENDS], dtype=np.int64)
    known, given = this.scenario.catalogue, this.scenario.defence
    defence, radar = known.defence(given.system), known.radar(given.radar.system)
    is_cone = has_cone(given.radar, radar)
    rules = {
        end: _settling(defence, radar, float(assumptions.track_range_m[column]), end, is_cone)
        for end, column in zip(_ENDS, columns, strict=True)
    }
    return engagement.Tracker(columns, rules[End.VALUE], rules[End.BAD], rules[End.GOOD])


def _settling(
    defence: DefenceEntry, radar: RadarEntry, track_range_m: float, end: End, is_cone: bool
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
        has_face=float(is_cone),
    )


def cross_sections_of(this: Study, case: Case) -> tuple[float, float, float]:
    """The target's radar cross section in square metres: value, low and high.

    One that the scenario fixes has no range.
    """
    given = next(t for t in this.scenario.threats if t.id == case.threat_id)
    if given.radar_cross_section_m2 is not None:
        return (case.cross_section_m2,) * 3
    reentry = this.scenario.catalogue.missile(case.missile_id).reentry
    assert reentry is not None
    told = reentry.radar_cross_section
    return case.cross_section_m2, told.low_si, told.high_si


def inventory_of(this: Study) -> Floats:
    """Interceptors at each launcher site under every variant, shape (variants, sites)."""
    value, low, high = (ends.astype(np.float64) for ends in this.defence.inventory)
    out = np.tile(value, (len(this.variants), 1))
    out[this.columns(End.BAD)] = low
    out[this.columns(End.GOOD)] = high
    drawn = this.columns("sample")
    if drawn:
        wanted = np.array([int(this.variants[i].value) for i in drawn])
        axis = terms.ASSUMPTIONS["launchers"].axis or 0
        share = points(max(SAMPLES, int(wanted.max()) + 1))[wanted, axis, None]
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
