"""The sums of a study: people and area defended, assets, curves, and what they rest on."""

import math
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import campaign, catalog, geodata, model, radars, terms
from shieldmap.campaign import Study
from shieldmap.footprint import joint
from shieldmap.footprint.area import (
    ASSET,
    CELL,
    TOWN,
    Footprint,
    Places,
    cases_of_threat,
    from_every_launch_point,
    total,
)
from shieldmap.footprint.explain import drawn_engagement, failed_constraint
from shieldmap.footprint.spread import JointDraws
from shieldmap.model import Constraint, Status
from shieldmap.results import (
    Count,
    CountryPeople,
    Curve,
    DoubtedInput,
    DrawnEngagement,
    DrawnNotThreatened,
    FootprintSummary,
    LaunchPointTotals,
    Quantiles,
    ReasonTotal,
    Sampled,
    ShareEnds,
    SpotEngagement,
    SpotNotThreatened,
    StudyAssumption,
    SummaryDefence,
    SummaryGrid,
    SummaryLauncherSite,
    SummaryLaunchPoint,
    SummaryMissile,
    SummaryRadar,
    SummarySpot,
    ThreatSummary,
    Total,
    TotalEnds,
    code_of,
)
from shieldmap.scenario import DefenceRadar, Scenario
from shieldmap.scenario.parts import CountRange as GivenCount
from shieldmap.terms import End

_CURVE_UNIT: Final = {"reach": "m", "reaction": "s", "chain": "s"}
_DRAWN_FIRST: Final = "hwasong-7-minimum-energy"


class ThreatSums(NamedTuple):
    """People and area of one threat, as fields of :class:`shieldmap.results.ThreatSummary`."""

    search_range_m: float
    track_range_m: float
    threatened: Total
    defended: TotalEnds
    share_of_people: ShareEnds
    by_launch_point: tuple[LaunchPointTotals, ...]
    reasons: tuple[ReasonTotal, ...]


def summarise(
    this: Study, where: Places, prints: Footprint, drawn: JointDraws | None = None
) -> FootprintSummary:
    """Everything that the report and other products print, in SI units.

    Without joint draws shares are those of the study's own samples, whose missile is at its values.
    """
    all_ = None if drawn is None else joint.join_draws(this, where, prints, drawn)
    scenario = this.scenario
    weak = scenario.catalogue.weak_inputs(
        scenario.system_ids,
        own_estimates=True,
        fought=scenario.raid is not None,
        compared=scenario.compared_ids,
    )
    return FootprintSummary(
        name=scenario.name,
        title=scenario.title,
        date=str(scenario.date),
        summary=scenario.summary,
        notes=scenario.notes,
        doctrine=scenario.defence.doctrine,
        chain=scenario.defence.chain,
        defence=_defence_summary(this),
        grid=_grid_summary(scenario, where),
        threats=tuple(
            _threat_summary(this, where, prints, threat.id, all_) for threat in scenario.threats
        ),
        assets=spots(this, where, prints, ASSET, all_),
        towns=spots(this, where, prints, TOWN, all_),
        compared=tuple(_compared(this, given.missile) for given in scenario.compared_missiles),
        launch_points=tuple(
            SummaryLaunchPoint(
                id=point.id,
                name=point.name,
                name_ko=point.name_ko,
                latitude_deg=point.latitude_deg,
                longitude_deg=point.longitude_deg,
                source=point.source,
                note=point.note,
            )
            for point in scenario.launch_points
        ),
        assumptions=tuple(StudyAssumption(**row._asdict()) for row in this.rows),
        weak_inputs=tuple(DoubtedInput(**one._asdict()) for one in weak),
    )


def _grid_summary(scenario: Scenario, where: Places) -> SummaryGrid:
    """The grid, the people counted on it, and the country's own total to compare them with."""
    cells, ground = where.kind == CELL, scenario.ground
    whole = geodata.people_total(ground)
    return SummaryGrid(
        countries=ground.countries,
        name=geodata.ground_name(ground),
        spacing_m=scenario.spacing_m,
        cells=int(cells.sum()),
        area_m2=float(where.area_m2[cells].sum()),
        people=float(where.people[cells].sum()),
        people_source=geodata.people_source(ground),
        country_total=None if whole is None else CountryPeople(**whole._asdict()),
        people_doubt=geodata.people_doubt(ground),
    )


def _count(given: GivenCount) -> Count:
    return Count(value=given.value, low=given.low, high=given.high)


def _defence_summary(this: Study) -> SummaryDefence:
    given = this.scenario.defence
    radar, battery = given.radar, given.battery
    return SummaryDefence(
        system=given.system,
        battery=battery.name,
        latitude_deg=battery.latitude_deg,
        longitude_deg=battery.longitude_deg,
        launchers=_count(given.launchers),
        interceptors=_count(given.interceptors),
        note=battery.note,
        radar=_radar_summary(radar, this.scenario.catalogue.radar(radar.system)),
        launcher_sites=tuple(
            SummaryLauncherSite(
                name=site.name,
                latitude_deg=site.latitude_deg,
                longitude_deg=site.longitude_deg,
                launchers=_count(site.launchers),
                source=site.source,
            )
            for site in given.launcher_sites
        ),
    )


def _radar_summary(given: DefenceRadar, entry: catalog.RadarEntry) -> SummaryRadar:
    own = {name: getattr(given, name) for name in SummaryRadar.model_fields if hasattr(given, name)}
    field = entry.field_of_regard
    is_cone = campaign.has_cone(given, entry)
    tilt = math.degrees(field.tilt.si) if given.tilt_deg is None else given.tilt_deg
    limit = 180.0 if field.scan_max is None else math.degrees(field.scan_max.si)
    scan = limit if given.scan_max_deg is None else given.scan_max_deg
    width = math.degrees(2.0 * campaign.watched_half_width(given, entry))
    told = {
        "view": "cone" if is_cone else "wedge",
        "tilt_deg": tilt,
        "scan_max_deg": scan if is_cone else 180.0,
        "sector_deg": width,
        "boresight_span_deg": campaign.boresight_span_deg(given, entry),
    }
    return SummaryRadar(**{**own, **told})


def _threat_summary(
    this: Study, where: Places, prints: Footprint, threat_id: str, all_: joint.Joint | None
) -> ThreatSummary:
    rows = cases_of_threat(this, threat_id)
    case = this.cases[rows[0]]
    entry = this.scenario.catalogue.missile(case.missile_id)
    given = next(t for t in this.scenario.threats if t.id == threat_id)
    status = prints.status[rows]
    every = [from_every_launch_point(status, flags[rows])[1] for flags in _flags(prints)]
    sums = threat_sums(this, where, prints, threat_id)
    return ThreatSummary(
        id=threat_id,
        missile=case.missile_id,
        name=entry.name,
        name_ko=entry.name_ko,
        class_=terms.class_name(case.trajectory_class),
        apogee_m=case.apogee_m,
        note=given.note,
        refusals=tuple(sorted({this.cases[i].refusal for i in rows} - {""})),
        **sums._replace(by_launch_point=_drawn_points(all_, rows, sums))._asdict(),
        by_doctrine={
            name: _ends(where, *(chosen[:, d] for chosen in every))
            for d, name in enumerate(("single", "salvo-2", "shoot-look-shoot"))
        },
        curves=_curves(this, where, prints, rows),
        sampled=sampled(this, where, prints, rows, sums.threatened.people)
        if all_ is None
        else joint.sampled(all_, rows),
        at_random=None if all_ is None else joint.at_random(all_, rows),
        rivals=() if all_ is None else joint.rivals(all_, rows),
        not_converged=int(
            np.isin(status, [Status.NOT_CONVERGED, Status.STEP_LIMIT, Status.BAD_INPUT]).sum()
        ),
    )


def _drawn_points(
    all_: joint.Joint | None, rows: list[int], sums: ThreatSums
) -> tuple[LaunchPointTotals, ...]:
    """The launch points with their joint draws, where there are any."""
    if all_ is None:
        return sums.by_launch_point
    return tuple(
        point.model_copy(update={"sampled": joint.sampled(all_, [row])})
        for row, point in zip(rows, sums.by_launch_point, strict=True)
    )


def _flags(prints: Footprint) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """What is defended at the bad end, by the values, and at the good end."""
    return prints.is_defended_bad, prints.is_defended, prints.is_defended_good


def _ends(
    where: Places, bad: NDArray[np.bool_], value: NDArray[np.bool_], good: NDArray[np.bool_]
) -> TotalEnds:
    return TotalEnds(bad=total(where, bad), value=total(where, value), good=total(where, good))


def threat_sums(this: Study, where: Places, prints: Footprint, threat_id: str) -> ThreatSums:
    """People and area of one threat, threatened and defended by the headline doctrine.

    Every sum of what is defended stands at the low end, by the values, and at the high end.
    """
    rows = cases_of_threat(this, threat_id)
    case, radar = this.cases[rows[0]], this.scenario.defence.radar
    threatened, _ = from_every_launch_point(prints.status[rows], prints.is_defended[rows])
    bad, value, good = (
        from_every_launch_point(prints.status[rows], flags[rows])[1][:, this.defence.doctrine]
        for flags in _flags(prints)
    )
    everybody, defended = total(where, threatened), _ends(where, bad, value, good)
    known = this.scenario.catalogue.radar(radar.system)
    search_m, track_m = radars.ranges_m(
        known, case.cross_section_m2, campaign.searched_width(radar, known)
    )
    scale = everybody.people or math.nan
    return ThreatSums(
        search_range_m=search_m,
        track_range_m=track_m,
        threatened=everybody,
        defended=defended,
        share_of_people=ShareEnds(**{end: sums.people / scale for end, sums in defended}),
        by_launch_point=tuple(_launch_point(this, where, prints, row) for row in rows),
        reasons=_reasons(where, prints, rows, threatened & ~value),
    )


def _launch_point(this: Study, where: Places, prints: Footprint, row: int) -> LaunchPointTotals:
    flown = prints.status[row] == Status.OK
    times = prints.time_of_flight_s[row][flown]
    return LaunchPointTotals(
        launch_point=this.cases[row].launch_id,
        threatened=total(where, flown),
        defended=_ends(where, *(flags[row, :, this.defence.doctrine] for flags in _flags(prints))),
        sampled=None,
        time_of_flight_s=(float(times.min()), float(times.max())) if times.size else None,
    )


def _reasons(
    where: Places, prints: Footprint, rows: list[int], undefended: NDArray[np.bool_]
) -> tuple[ReasonTotal, ...]:
    """Undefended people and area by headline reason of the launch point that fails first."""
    failing = np.where(prints.reason[rows] >= 0, prints.reason[rows], np.int8(127))
    first = failing.min(axis=0)
    sums = [(c, total(where, undefended & (first == c))) for c in Constraint]
    return tuple(
        ReasonTotal(
            constraint=code_of(c),
            text=terms.reason_of(c).long.en,
            area_m2=found.area_m2,
            people=found.people,
        )
        for c, found in sums
        if found.area_m2 > 0.0 or found.people > 0.0
    )


def _curves(this: Study, where: Places, prints: Footprint, rows: list[int]) -> dict[str, Curve]:
    _, defended = from_every_launch_point(prints.status[rows], prints.on_curve[rows])
    points: dict[str, list[tuple[float, Total]]] = {}
    for column, variant in enumerate(this.variants):
        if variant.curve not in (*End, "sample"):
            point = variant.value, total(where, defended[:, column])
            points.setdefault(variant.curve, []).append(point)
    return {
        name: Curve(
            x=tuple(x for x, _ in found),
            unit=_CURVE_UNIT[name],
            people=tuple(sums.people for _, sums in found),
            area_m2=tuple(sums.area_m2 for _, sums in found),
        )
        for name, found in points.items()
    }


def sampled(
    this: Study, where: Places, prints: Footprint, rows: list[int], people: float
) -> Sampled:
    """People defended over the sampled sets of assumptions: 5 %, median and 95 % of the samples."""
    columns = this.columns("sample")
    _, defended = from_every_launch_point(
        prints.status[rows], prints.on_curve[np.ix_(rows, range(len(where.name)), columns)]
    )
    counts = [total(where, defended[:, i]).people for i in range(len(columns))]
    low, middle, high = (float(q) for q in np.quantile(counts, (0.05, 0.5, 0.95)))
    scale = people or math.nan
    return Sampled(
        samples=len(columns),
        people=Quantiles(p05=low, p50=middle, p95=high),
        share_of_people=Quantiles(p05=low / scale, p50=middle / scale, p95=high / scale),
        triangle_share=None,
    )


def spots(
    this: Study, where: Places, prints: Footprint, kind: int, all_: joint.Joint | None = None
) -> tuple[SummarySpot, ...]:
    """Assets or towns (``kind``) with the worst launch point of every threat.

    With joint draws they say how many of them defend the place; without, those of the study's own
    samples, whose missile is at its values.
    """
    return tuple(
        SummarySpot(
            id=where.asset_id[spot],
            name=where.name[spot],
            name_ko=where.name_ko[spot],
            kind=where.asset_kind[spot],
            latitude_deg=float(where.latitude_deg[spot]),
            longitude_deg=float(where.longitude_deg[spot]),
            people=float(where.people[spot]),
            by_threat=tuple(
                _worst_point(
                    this, prints, cases_of_threat(this, threat.id), int(spot), threat.id, all_
                )
                for threat in this.scenario.threats
            ),
        )
        for spot in np.flatnonzero(where.kind == kind)
    )


def _worst_point(
    this: Study,
    prints: Footprint,
    rows: list[int],
    spot: int,
    threat_id: str,
    all_: joint.Joint | None,
) -> SpotEngagement | SpotNotThreatened:
    """The launch point against which the place is defended worst."""
    flown = [row for row in rows if prints.status[row, spot] == Status.OK]
    if not flown:
        codes = {Status(int(prints.status[row, spot])) for row in rows}
        status = "not-threatened" if codes <= set(model.NOT_THREATENED) else "not-flown"
        return SpotNotThreatened(threat=threat_id, status=status)
    doctrine = this.defence.doctrine

    def badness(row: int) -> tuple[int, int, float]:
        safe = bool(prints.is_defended[row, spot, doctrine])
        reason = int(prints.reason[row, spot])
        slack = float(prints.slack_s[row, spot])
        return (int(safe), reason if not safe else 0, slack if math.isfinite(slack) else 0.0)

    row = min(flown, key=badness)
    reason = int(prints.reason[row, spot])
    bits, margins = int(prints.failed_bits[row, spot]), prints.margins[row, spot]
    found = joint.verdict(all_, spot, rows) if all_ is not None else None
    if found is None:
        found = _own_verdict(this, prints, flown, spot)
    return SpotEngagement(
        threat=threat_id,
        status="threatened",
        launch_point=this.cases[row].launch_id,
        defended=bool(prints.is_defended[row, spot, doctrine]),
        defended_single=bool(prints.is_defended[row, spot, 0]),
        defended_bad=all(bool(prints.is_defended_bad[r, spot, doctrine]) for r in flown),
        share_of_samples=found.share,
        verdict=found.word or None,
        draws=found.draws,
        hangs_on=found.hangs_on or None,
        turns_at=found.turns_at,
        defended_good=all(bool(prints.is_defended_good[r, spot, doctrine]) for r in flown),
        shots=int(prints.shots[row, spot]),
        **terms.reason_told(reason),
        margin=float(margins[reason]) if reason >= 0 else math.nan,
        margin_unit=terms.reason_of(reason).unit if reason >= 0 else None,
        failed=tuple(
            failed_constraint(c, float(margins[c])) for c in Constraint if bits & (1 << c)
        ),
        slack_s=float(prints.slack_s[row, spot]),
        binds=code_of(model.Binds(int(prints.binds[row, spot]))),
        closest_in_band_m=float(prints.closest_in_band_m[row, spot]),
        time_of_flight_s=float(prints.time_of_flight_s[row, spot]),
    )


def _own_verdict(this: Study, prints: Footprint, rows: list[int], spot: int) -> joint.Verdict:
    """The verdict over the study's own samples, against the missile at its values."""
    columns = this.columns("sample")
    if not columns:
        return joint.Verdict("", math.nan, 0, "", math.nan)
    share = float(prints.on_curve[np.ix_(rows, [spot], columns)].all(axis=0).mean())
    return joint.Verdict(joint.word_of(share), share, len(columns), "", math.nan)


def _compared(this: Study, missile_id: str) -> SummaryMissile:
    """A missile that is not flown as an arc: its published apogee beside the floor."""
    entry = this.scenario.catalogue.missile(missile_id)
    floor_m = next(row.value for row in this.rows if row.name == "floor")
    apogee, reach = entry.published.apogee, entry.published.range
    if apogee is None:
        finding = "no apogee is published"
    elif apogee.high_si < floor_m:
        finding = "flies below the floor on every published flight"
    elif apogee.low_si >= floor_m:
        finding = "its published apogees lie above the floor"
    else:
        finding = "its published apogees lie on both sides of the floor"
    return SummaryMissile(
        id=entry.id,
        name=entry.name,
        name_ko=entry.name_ko,
        flight=entry.flight,
        summary=entry.summary,
        floor_m=floor_m,
        range_m=None if reach is None else (reach.low_si, reach.si, reach.high_si),
        apogee_m=None if apogee is None else (apogee.low_si, apogee.si, apogee.high_si),
        source=None if apogee is None else apogee.source,
        finding=finding,
    )


def example_engagements(
    this: Study, where: Places, prints: Footprint
) -> list[DrawnEngagement | DrawnNotThreatened]:
    """One engagement that works and one that does not, as curves for the figures.

    Taken from the Hwasong-7 where the study flies it, else from the first missile: the defended
    asset farthest from the battery, and Seoul where it is undefended, else the first asset that is.
    """
    ids = [threat.id for threat in this.scenario.threats]
    rows = cases_of_threat(this, _DRAWN_FIRST if _DRAWN_FIRST in ids else ids[0])
    row = rows[0]
    spots = np.flatnonzero((where.kind == ASSET) & (prints.status[row] == Status.OK))
    doctrine = this.defence.doctrine
    chosen = []
    for code in (doctrine, 0):
        safe = [s for s in spots if prints.is_defended[row, s, code]]
        if safe:
            chosen.append(max(safe, key=lambda s: float(prints.closest_in_band_m[row, s])))
            break
    unsafe = [s for s in spots if not prints.is_defended[row, s, doctrine]]
    named = [s for s in unsafe if where.asset_id[s] == "seoul"]
    chosen += (named or unsafe)[:1]
    return [
        drawn_engagement(
            this,
            this.cases[row],
            float(where.latitude_deg[spot]),
            float(where.longitude_deg[spot]),
            (where.name[spot], where.name_ko[spot]),
        )
        for spot in dict.fromkeys(chosen)
    ]
