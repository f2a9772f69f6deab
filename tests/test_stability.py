"""The stability study: views and their unions, what is seen and why, and the run directory."""

import csv
import html
import json
import math
import re
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fastkml import KML

from shieldmap import archive, catalog, earth, products, report, scenario, stability, words
from shieldmap.cli import main
from shieldmap.model import Floats
from shieldmap.report import page as report_page, stability_words
from shieldmap.results import StabilitySummary
from shieldmap.scenario import StabilityScenario
from shieldmap.stability import (
    flights,
    geometry,
    judging,
    reaching,
    results,
    seen,
    turning,
    views,
)
from shieldmap.stability.views import Parts
from tests.runs import schema_problems

TIME_S = np.array([0.0, 10.0, 20.0, 30.0])
EXACT_S = 1e-9  # sums of a few floats


def quiet(_what: str, _done: int, _total: int) -> None:
    """Nobody watches."""


def changed(**changes: Any) -> StabilityScenario:
    """The embedded study with some top-level fields replaced."""
    raw = scenario.load_study("china-russia").as_mapping()
    study = scenario.build_study({**raw, **changes})
    assert isinstance(study, StabilityScenario)
    return study


@pytest.fixture(scope="module")
def small() -> StabilityScenario:
    """Two areas, one of them out of range of one city, three radars, few moved points."""
    raw = scenario.load_study("china-russia").as_mapping()
    return changed(
        name="small",
        radars=["seongju", "kyogamisaki", "green-pine-busan"],
        launch_areas=["luoyang", "tatishchevo"],
        cities=["los-angeles"],
        groups=[{"id": "japan", "name": "Japan", "radars": ["kyogamisaki"]}],
        launches={**raw["launches"], "moved_km": [200], "directions": 4},
        view={**raw["view"], "turn_step_deg": 20},
    )


@pytest.fixture(scope="module")
def study(small: StabilityScenario) -> stability.StabilityStudy:
    return stability.stability_study(small, quiet)


@pytest.fixture(scope="module")
def summary(study: stability.StabilityStudy) -> StabilitySummary:
    return stability.summarise(study, quiet)


# --- parts of time steps ---


def test_a_part_begins_where_a_straight_margin_crosses_nought() -> None:
    found = views.positive_parts(TIME_S, (np.array([[-1.0, 1.0, 1.0, -3.0]]),))
    # Half of the first step, all of the second, a quarter of the third.
    assert found.begin_s[0].tolist() == [5.0, 10.0, 20.0]
    assert found.end_s[0].tolist() == [10.0, 20.0, 22.5]
    assert views.seconds(found).tolist() == [17.5]
    assert views.first_s(found).tolist() == [5.0]
    assert views.last_s(found).tolist() == [22.5]
    assert views.spells(found, 0) == [(5.0, 22.5)]


def test_every_margin_has_to_be_positive() -> None:
    first, second = np.array([[-1.0, 1.0, 1.0, 1.0]]), np.array([[1.0, 1.0, -1.0, 1.0]])
    found = views.positive_parts(TIME_S, (first, second))
    assert views.spells(found, 0) == [(5.0, 15.0), (25.0, 30.0)]


def test_nothing_is_in_view_at_a_step_without_an_end() -> None:
    found = views.positive_parts(TIME_S, (np.array([[1.0, math.nan, 1.0, 1.0], [math.nan] * 4]),))
    assert views.seconds(found).tolist() == [10.0, 0.0]
    assert np.isnan(views.first_s(found)[1])
    assert np.isnan(views.last_s(found)[1])
    assert views.spells(found, 1) == []


def test_parts_within_two_times() -> None:
    found = views.positive_parts(TIME_S, (np.ones((1, 4)),))
    inner = views.within(found, np.array([12.0]), np.array([25.0]))
    assert views.seconds(inner).tolist() == [13.0]


def test_a_union_counts_what_overlaps_once() -> None:
    begin = np.array([[0.0, 10.0, 20.0]])
    one = Parts(begin, np.array([[4.0, 10.0, 29.0]]))
    two = Parts(np.array([[2.0, 13.0, 21.0]]), np.array([[6.0, 15.0, 22.0]]))
    # [0, 6] and [13, 15] and [20, 29]: 6 + 2 + 9.
    assert views.union_seconds([one, two]).tolist() == [17.0]
    assert views.union_seconds([two, one]).tolist() == [17.0]
    assert views.union_seconds([one]).tolist() == [13.0]
    assert views.union_seconds([one, one]).tolist() == [13.0]


def test_a_union_lies_between_the_longest_and_the_sum() -> None:
    rng = np.random.default_rng(1)
    several = [
        views.positive_parts(np.arange(60.0), (rng.normal(size=(20, 60)),)) for _ in range(4)
    ]
    alone = np.stack([views.seconds(one) for one in several])
    union = views.union_seconds(several)
    assert np.all(union >= alone.max(axis=0) - EXACT_S)
    assert np.all(union <= alone.sum(axis=0) + EXACT_S)


# --- one radar and a flight made by hand ---

SPEED_M_S, ALTITUDE_M = 7000.0, 300e3


def overhead(site: scenario.Watcher) -> tuple[Floats, Floats]:
    """A flight due south at one height and speed that passes over a radar after 300 s."""
    time = np.arange(0.0, 601.0, 5.0)
    latitude, longitude = math.radians(site.latitude_deg), math.radians(site.longitude_deg)
    n = time.size
    distance = SPEED_M_S * (300.0 - time)
    there = earth.geodesic_direct(
        np.full(n, latitude), np.full(n, longitude), np.where(distance >= 0.0, 0.0, np.pi),
        np.abs(distance),
    )  # fmt: skip
    position = earth.geodetic_to_ecef(there[0], there[1], np.full(n, ALTITUDE_M))
    return time, position[None]


def looking(study: StabilityScenario, boresight_deg: float, range_m: float = 1e8) -> Parts:
    """What the first radar sees of the flight overhead when it looks one way."""
    time, position = overhead(study.radars[0])
    look = seen.looks(study, study.radars[0], 1.0)._replace(
        boresight_rad=math.radians(boresight_deg), range_m=range_m
    )
    return seen.in_view(time, seen.sky(study, position), 0, look)


def test_a_flight_straight_over_the_radar_is_seen_from_the_least_elevation_on(
    small: StabilityScenario,
) -> None:
    found = looking(small, 0.0)
    # On a sphere a target 300 km high stands 5 degrees high at this distance over the ground.
    radius, lowest = geometry.radius_m(small.radars[0]), math.radians(5.0)
    ratio = (radius + small.radars[0].altitude_m) / (radius + ALTITUDE_M)
    ground = radius * (math.acos(ratio * math.cos(lowest)) - lowest)
    # The air bends the ray by about 0.15 degrees there, which is worth 20 km, or 3 s.
    assert views.first_s(found)[0] == pytest.approx(300.0 - ground / SPEED_M_S, abs=3.5)
    # Behind the radar the target leaves the sector; a step of 5 s holds the passage overhead.
    assert views.last_s(found)[0] == pytest.approx(300.0, abs=5.0)


def test_a_radar_that_faces_away_sees_it_only_afterwards(small: StabilityScenario) -> None:
    assert views.first_s(looking(small, 180.0))[0] == pytest.approx(300.0, abs=5.0)
    assert views.seconds(looking(small, 90.0))[0] < 5.0  # no more than the step overhead


def test_a_short_range_keeps_the_edges_of_the_view_away(small: StabilityScenario) -> None:
    found = looking(small, 0.0, range_m=1000e3)
    # Straight up the flight is 300 km away; 1,000 km are 934 km over the ground of a sphere.
    radius = geometry.radius_m(small.radars[0])
    here, there = radius + small.radars[0].altitude_m, radius + ALTITUDE_M
    angle = math.acos((here**2 + there**2 - 1000e3**2) / (2.0 * here * there))
    # The sphere and the ellipsoid differ by less than 0.2 % in distances of this kind.
    assert views.first_s(found)[0] == pytest.approx(300.0 - radius * angle / SPEED_M_S, abs=0.5)
    assert views.seconds(looking(small, 0.0, range_m=200e3))[0] == 0.0


def test_the_loss_off_the_face_shortens_the_view(small: StabilityScenario) -> None:
    time, position = overhead(small.radars[0])
    above = seen.sky(small, position)
    look = seen.looks(small, small.radars[0], 0.01)
    tilted = look._replace(tilt_rad=math.radians(45.0))
    whole = views.seconds(seen.in_view(time, above, 0, look))
    assert views.seconds(seen.in_view(time, above, 0, tilted)) < whole


# --- the small study ---


def times_of(study: stability.StabilityStudy, section: float, limit: str) -> judging.Times:
    how = judging.as_given(study.scenario, limit)
    keep = np.arange(study.flown.area.size)
    return judging.times(study, keep, judging.in_view(study, keep, how, section))


def test_time_in_view_grows_with_cross_section_and_with_a_lower_limit(
    study: stability.StabilityStudy,
) -> None:
    sections = study.scenario.view.cross_sections_m2
    for group in ("seongju", "japan", "others", "all"):
        by_section = [times_of(study, s, stability.GIVEN).free_s[group] for s in sections]
        for smaller, larger in pairwise(by_section):
            assert np.all(larger >= smaller)
        for section, published in zip(sections, by_section, strict=True):
            horizon = times_of(study, section, stability.HORIZON).free_s[group]
            assert np.all(horizon >= published - EXACT_S)


@pytest.mark.parametrize("limit", stability.LIMITS)
def test_the_added_time_and_that_of_the_others_make_the_whole(
    study: stability.StabilityStudy, limit: str
) -> None:
    found = times_of(study, 1.0, limit).free_s
    assert found["added"] + found["others"] == pytest.approx(found["all"], abs=1e-6)
    assert found["all"].max() > 0.0
    assert np.all(found["added"] <= found["seongju"] + 1e-6)  # rounding of sums of 300 steps


def test_a_city_out_of_range_is_not_reached_and_never_unseen(summary: StabilitySummary) -> None:
    far = next(p for p in summary.pairs if p.launch_area == "tatishchevo")
    assert far.status == "not-reached"
    assert far.range_limit_m < far.distance_m
    assert far.burnout_s is None
    rows = [t for t in summary.totals if t.country == "RUS"]
    assert {row.flown for row in rows} == {0}
    assert {row.pairs for row in rows} == {1}


def test_moved_points_stay_in_the_country_and_their_flights_arrive(
    small: StabilityScenario, study: stability.StabilityStudy
) -> None:
    flown = study.flown
    mine = flown.area == 0
    assert set(flown.moved_m[mine]) == {0.0, 200e3}
    assert np.all(flown.status[mine] == 0)
    # Silos are moved by the uncertainty of their position alone.
    silo = small.launch_areas[1]
    assert flown.moved_m[~mine].max() == flights.METRES_A_DEGREE * silo.uncertainty_deg
    # Near the sea some directions are left out.
    coast = changed(launch_areas=["tonghua"])
    count = len(flights.points(coast, 0))
    assert 1 < count < 1 + 2 * coast.launches.directions


def test_higher_paths_peak_as_many_times_as_high_and_arrive(
    study: stability.StabilityStudy,
) -> None:
    flown, step = study.flown, len(study.scenario.cities)
    for i, ratio in enumerate((1.25, 1.5), start=1):
        # Luoyang's alone: to Tatishchevo's city its missile just comes along the lowest path.
        least = np.flatnonzero((flown.apogee_ratio == 1.0) & (flown.area == 0))
        rows = least + i * step
        assert np.all(flown.apogee_ratio[rows] == ratio)
        assert np.array_equal(flown.city[rows], flown.city[least])
        assert np.all(flown.status[rows] == 0)
        # The families of moved points are those of their area's own, whose apogees differ by
        # some 50 km of about 1,000 km.
        found = flown.apogee_m[rows] / flown.apogee_m[least]
        assert found == pytest.approx(np.full(rows.size, ratio), rel=0.06)
        own = study.flown.moved_m[least] == 0.0
        assert found[own] == pytest.approx(np.full(own.sum(), ratio), rel=0.01)
        # What climbs higher burns no less and is longer under way.
        assert np.all(flown.burnout_s[rows] >= flown.burnout_s[least])
        assert np.all(flown.impact_s[rows] > flown.impact_s[least])


def test_a_path_too_high_for_the_missile_gives_way_to_the_next_lower(
    study: stability.StabilityStudy,
) -> None:
    flown = study.flown
    highest = flown.apogee_ratio == 1.5
    beyond = np.where(highest, 1, 0).astype(flown.status.dtype)
    weak = study._replace(flown=flown._replace(status=np.maximum(flown.status, beyond)))
    assert np.array_equal(
        judging.higher(weak, weak.centres, 2), judging.higher(study, study.centres, 1)
    )


def test_the_cone_sees_where_the_angle_off_the_face_is_within_its_limit(
    small: StabilityScenario,
) -> None:
    site = small.radars[0]
    entry = catalog.radar(site.system).field_of_regard
    assert entry.scan_max is not None
    wedge = seen.looks(small, site, 0.1)._replace(range_m=1e9)
    cone = wedge._replace(
        half_sector_rad=math.pi, tilt_rad=entry.tilt.si, scan_max_rad=entry.scan_max.si
    )
    # Nought elevation, straight off the boresight by d: the face is turned by acos(cos tilt cos d).
    edge = math.acos(math.cos(entry.scan_max.si) / math.cos(entry.tilt.si))
    for off, is_seen in ((edge - 0.01, True), (edge + 0.01, False)):
        flat = np.full((1, 2), wedge.boresight_rad + off)
        sky = seen.Sky(flat[None], np.zeros((1, 1, 2)), np.full((1, 1, 2), 1e6))
        found = seen.in_view(np.array([0.0, 10.0]), sky, 0, cone._replace(elevation_min_rad=-0.1))
        assert bool(views.seconds(found)[0] > 0.0) is is_seen


def test_moved_flights_are_as_long_as_those_of_a_family_of_their_own(
    small: StabilityScenario, study: stability.StabilityStudy
) -> None:
    moved = (study.flown.area == 0) & (study.flown.moved_m > 0.0)
    row = int(np.flatnonzero(moved & (study.flown.apogee_ratio == 1.0))[0])
    point = flights.points(small, 0)[1]
    area = small.launch_areas[0].model_copy(
        update={
            "latitude_deg": math.degrees(point.latitude_rad),
            "longitude_deg": math.degrees(point.longitude_rad),
        }
    )
    own = flights.fly(small.model_copy(update={"launch_areas": (area,)}), 0, earth.tables())
    assert own.distance_m[0] == pytest.approx(study.flown.distance_m[row], abs=1.0)
    # The least energy is flat in the pitch-over: a burnout within 10 ms costs the same energy,
    # while apogees of neighbouring families differ by up to some 50 km.
    assert own.burnout_s[0] == pytest.approx(study.flown.burnout_s[row], abs=0.01)
    assert own.apogee_m[0] == pytest.approx(study.flown.apogee_m[row], abs=60e3)


def test_edges_between_samples_are_interpolated(
    small: StabilityScenario, study: stability.StabilityStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flights, "EVERY_S", 1.0)
    raw = small.as_mapping()
    one = {**raw, "launch_areas": ["luoyang"], "launches": {**raw["launches"], "moved_km": []}}
    built = scenario.build_study(one)
    assert isinstance(built, StabilityScenario)
    fine = stability.stability_study(built, quiet)
    coarse_s, fine_s = (times_of(it, 0.1, stability.GIVEN).free_s["seongju"][0]
                        for it in (study, fine))  # fmt: skip
    # In 5 s the margins bend by less than 0.02 degrees, which they cross in a few tenths of a second.
    assert coarse_s == pytest.approx(fine_s, abs=0.5)
    assert coarse_s > 100.0


def test_seconds_by_phase_make_the_whole_and_altitudes_lie_on_the_path(
    study: stability.StabilityStudy,
) -> None:
    rows = [row for row in stability.passes(study) if row.seconds > 0.0]
    assert rows
    for row in rows:
        assert row.seconds == pytest.approx(row.climbing_seconds + row.falling_seconds)
        whole = row.seconds + row.boost_seconds
        assert whole <= row.last_s - row.first_s + EXACT_S or row.spells > 1
        assert row.first_phase in (results.BOOST, results.CLIMBING, results.FALLING)
        assert 0.0 < row.first_slant_m <= row.range_m * (1.0 + 1e-6)
        assert row.uncued_seconds <= row.seconds + EXACT_S
    count = len(study.scenario.radars) * 2 * len(study.scenario.view.cross_sections_m2)
    assert len(list(stability.passes(study))) == count * len(study.scenario.launch_areas)


def test_the_ranges_hold_the_value(summary: StabilitySummary) -> None:
    ranges = summary.ranges
    names = [variant.name for variant in ranges.variants]
    assert names == ["launch points", "path", "boresights", "elevation", "detection range",
                     "sector", "loss off the face", "cone", "no cue"]  # fmt: skip
    by_name = dict(zip(names, ranges.variants, strict=True))
    for column, value in enumerate(ranges.value):
        low, high = (
            sums[column]
            for sums in (by_name["detection range"].low, by_name["detection range"].high)
        )
        assert low["alone_seconds"] <= value["alone_seconds"] <= high["alone_seconds"]
        assert by_name["no cue"].high[column]["seen_alone"] <= value["seen_alone"]
        seen_all = [drawn[column]["seen_all"] for drawn in (ranges.p05, ranges.p50, ranges.p95)]
        assert seen_all == sorted(seen_all)
    assert ranges.samples == stability.SAMPLES


def test_turned_as_given_the_curve_meets_the_study(summary: StabilitySummary) -> None:
    turn = summary.turning
    at = int(np.argmin(np.abs(np.array(turn.boresight_deg) - turn.given_deg)))
    assert turn.boresight_deg[at] == pytest.approx(340.0)
    for curve in turn.curves:
        row = next(
            t for t in summary.totals
            if t.country == "CHN" and t.limit == curve.limit
            and t.cross_section_m2 == curve.cross_section_m2
        )  # fmt: skip
        # The curve's 340 degrees and the study's 341 see the same single flight.
        assert curve.flights("CHN")[at] == row.seen["seongju"]
        assert min(curve.flights("CHN")) == 0


def test_what_the_task_needs_is_held_inside_the_span_and_not_behind(
    small: StabilityScenario,
) -> None:
    held = turning.needed_held(small)
    bearings = np.degrees(turning.boresights_rad(small))
    assert held[int(np.flatnonzero(np.isclose(bearings, 340.0))[0])] == 1.0
    assert held[int(np.flatnonzero(np.isclose(bearings, 160.0))[0])] == 0.0
    points = turning.points_held(small)
    assert small.task is not None
    assert max(map(len, points)) == len(small.task.launch_points)
    without = changed(task=None)
    assert turning.needed_held(without) == []
    assert turning.points_held(without) == []


# --- interceptor and lines of sight ---


def test_the_interceptor_reaches_less_the_farther_it_goes(summary: StabilitySummary) -> None:
    reach = summary.interceptor.envelope
    top = np.array([top_m for top_m in reach.top_m if top_m is not None])
    high = np.array(reach.top_high_m[: top.size])
    assert np.all(np.diff(top) <= 0.0)
    assert np.all(high >= top)
    # Ballistic height of a burnout at 2.7 km/s and about 13 km, without air: v^2 / 2 g0 and a tenth
    # more for the weaker gravity up there, less what the thin air still takes.
    assert top[0] == pytest.approx(13e3 + 1.05 * 2700.0**2 / 2 / 9.81, rel=0.1)
    assert (reach.ceiling_m, reach.reach_m) == (150e3, 200e3)


def test_the_gap_is_the_altitude_less_what_is_reached_there(
    study: stability.StabilityStudy,
) -> None:
    reach = reaching.envelope(catalog.defence("thaad"))
    row = int(study.centres[0])
    near = reaching.passages(study, reach)
    assert near.slant_m[row] >= near.ground_m[row] * 0.99  # straight and over the ground: nearly
    # The same flight moved straight over the battery's own place in the array of positions.
    site = study.scenario.battery
    n = study.flown.time_s.size
    here = [math.radians(site.latitude_deg), math.radians(site.longitude_deg)]
    position = earth.geodetic_to_ecef(np.full(n, here[0]), np.full(n, here[1]), np.full(n, 600e3))
    moved = study.flown.rows(np.array([row]))
    moved = moved._replace(
        position_m=position[None], altitude_m=np.full((1, n), 600e3), burnout_s=np.zeros(1)
    )
    over = reaching.passages(study._replace(flown=moved), reach)
    assert over.ground_m[0] == pytest.approx(0.0, abs=1.0)
    assert over.gap_m[0] == pytest.approx(600e3 - reach.top_high_m[0], abs=1.0)


def test_lines_of_sight_lie_below_those_of_straight_rays(small: StabilityScenario) -> None:
    site = small.radars[0]
    radius = geometry.radius_m(site)
    level = geometry.lowest_m(site, 0.0)
    for range_m, low in zip(geometry.RANGES_M, level, strict=True):
        # A level ray without air climbs to the hypotenuse less the radius.
        straight = math.hypot(radius + site.altitude_m, range_m) - radius
        # Bending is worth up to 1 degree at 4,000 km: never more than a tenth of the height there.
        assert 0.75 * straight < low < straight
    assert all(a < b for a, b in zip(level, geometry.lowest_m(site, math.radians(5)), strict=True))
    ground = geometry.ground_of_ray_m(site, 0.0)
    assert np.all(np.diff(ground) > 0.0)


# --- the run directory, the page and the command line ---


@pytest.fixture(scope="module")
def tiny(small: StabilityScenario, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with still less in it, to be run twice."""
    raw = small.as_mapping()
    one = scenario.build_study(
        {**raw, "name": "tiny", "launch_areas": ["luoyang"],
         "launches": {**raw["launches"], "directions": 1}}
    )  # fmt: skip
    path = tmp_path_factory.mktemp("tiny") / "tiny.toml"
    path.write_text(scenario.to_toml(one), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def run(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> archive.Run:
    return archive.make_run(str(tiny), str(tmp_path_factory.mktemp("runs")), finish=report.write)


def test_a_run_obeys_the_schemas(run: archive.Run) -> None:
    assert schema_problems(run) == {}


def test_a_run_holds_its_files_and_the_same_bytes_again(
    run: archive.Run, tiny: Path, tmp_path: Path
) -> None:
    names = {path.name for path in run.path.iterdir()}
    assert names == {
        "scenario.toml", "catalogue.json", "bibliography.json", "manifest.json", "summary.json",
        "passes.csv", "tracks.json", "report.html",
    }  # fmt: skip
    again = archive.make_run(str(tiny), str(tmp_path))
    for name in ("summary.json", "passes.csv", "tracks.json", "catalogue.json"):
        assert (again.path / name).read_bytes() == (run.path / name).read_bytes(), name
    assert again.path.name == run.path.name
    assert isinstance(run.study, StabilityScenario)
    with (run.path / "passes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == stability.Pass._fields
    assert {row["status"] for row in rows} == {"flown"}


def test_a_run_is_written_for_other_programs(run: archive.Run) -> None:
    (passes,) = products.files(run, "csv").values()
    assert passes == (run.path / "passes.csv").read_bytes()
    tracks = run.tracks
    (content,) = products.files(run, "czml").values()
    packets = {row["id"]: row for row in json.loads(content)}
    first = np.array(packets["track-1"]["position"]["cartesian"]).reshape(-1, 4)
    assert len([key for key in packets if key.count("-") == 1 and key.startswith("track-")]) == len(
        tracks
    )
    latitude, longitude, altitude = earth.ecef_to_geodetic(first[:, 1:])
    # The run keeps nine digits, the file millimetres.
    assert np.degrees(latitude) == pytest.approx(tracks[0].latitude_deg, abs=1e-6)
    assert np.degrees(longitude) == pytest.approx(tracks[0].longitude_deg, abs=1e-6)
    assert altitude == pytest.approx(tracks[0].altitude_m, abs=0.1)
    (drawn,) = products.files(run, "kml").values()
    assert KML.from_string(drawn.decode()).features
    for kind in ("geojson", "oem", "netcdf", "parquet"):
        with pytest.raises(products.ProductError, match=f"nothing to write as {kind}: expected"):
            products.files(run, kind)


def test_the_page_holds_its_sections_and_no_loose_ends(run: archive.Run) -> None:
    page = run.report.read_text(encoding="utf-8")
    order = ["answer", "contents", "statements", "seen", "when", "section", "turning"]
    annex = ["ranges", "assumptions", "trust", "limits", "sources", "again"]
    found = re.findall(r'<(?:section|nav) id="([\w-]+)"', page)
    assert found[: len(order)] == order
    assert found[-len(annex) :] == annex
    links = page.split('<nav id="contents"')[1].split("</nav>")[0]
    assert re.findall(r'href="#([\w-]+?)(?:-open)?"', links) == found[2:]
    # One picture of where the flights pass stands with the answer.
    assert page.index('id="answer"') < page.index('id="maps"') < page.index('id="contents"')
    assert "a political judgement" in page
    assert "<script" not in page
    for word in ("nan", "None", "null", "inf "):
        assert f">{word}<" not in page
    for statement in run.stability.statements:
        assert statement.who in page
    assert page.count('role="img"') >= 7
    assert 'aria-label=""' not in page


def test_the_page_speaks_korean(run: archive.Run) -> None:
    """No English sentence is left but those of the study, of the catalogue and of the sources."""
    with words.using("ko"):
        page = report_page.render(run)
    assert '<html lang="ko">' in page
    for part in ("style", 'section id="trust"', 'section id="sources"'):
        page = re.sub(rf"<{part}.*?</{part.split()[0]}>", "", page, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "|", page)))
    told = json.dumps([run.summary.as_json(), run.catalogue.as_json()], ensure_ascii=False)
    for found in re.findall(r"[A-Za-z][\w’'-]+(?: [A-Za-z][\w’'-]+){4,}", text):
        assert found in told, found


def test_the_page_says_that_no_city_was_reached(small: StabilityScenario, tmp_path: Path) -> None:
    """A study in which nothing flies still ends with a page."""
    raw = small.as_mapping()
    none = scenario.build_study({**raw, "name": "none", "launch_areas": ["tatishchevo"]})
    path = tmp_path / "none.toml"
    path.write_text(scenario.to_toml(none), encoding="utf-8")
    made = archive.make_run(str(path), str(tmp_path), finish=report.write)
    page = made.report.read_text(encoding="utf-8")
    assert "No flight is within range of its missile" in page
    assert "not reached" in page


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Run the command line in this process: (exit code, standard output, standard error)."""

    def run_words(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["shieldmap", *words])
        with pytest.raises(SystemExit) as stop:
            main()
        return int(stop.value.code or 0), *capsys.readouterr()

    return run_words


def test_the_commands_know_the_kind(
    call: Callable[..., tuple[int, str, str]], tiny: Path, tmp_path: Path
) -> None:
    code, out, _ = call("scenario", "china-russia")
    assert code == 0
    assert 'kind = "stability"' in out
    code, out, err = call("defend", "china-russia")
    assert (code, out) == (2, "")
    assert "no defended places" in err
    assert err.count("\n") == 1
    code, out, _ = call("run", str(tiny), "-o", str(tmp_path))
    assert code == 0
    assert "only with" in out
    assert "median (5–95 %) over" in " ".join(out.split())
    written = Path(out.splitlines()[-1])
    assert written.name == "report.html"
    code, out, _ = call("cite", str(written.parent), "--json")
    assert code == 0
    assert "korea-herald-rose-2015" in {entry["key"] for entry in json.loads(out)["sources"]}


SPARE = {
    "no groups": {"groups": None, "statements": None, "task": None},
    "one cross section": {"view": {"cross_sections_m2": [0.1], "headline_cross_section_m2": 0.1}},
    "nine decades": {"view": {"cross_sections_m2": [1e-6, 0.1, 1000.0]}},
}


@pytest.mark.parametrize("name", SPARE)
def test_a_study_without_the_optional_parts_has_a_page(
    small: StabilityScenario, tmp_path: Path, name: str
) -> None:
    raw = small.as_mapping()
    raw["launches"] = {**raw["launches"], "directions": 1}
    for key, value in SPARE[name].items():
        if value is None:
            del raw[key]
        else:
            raw[key] = {**raw[key], **value}
    path = tmp_path / "spare.toml"
    path.write_text(scenario.to_toml(scenario.build_study(raw)), encoding="utf-8")
    made = archive.make_run(str(path), str(tmp_path), finish=report.write)
    page = made.report.read_text(encoding="utf-8")
    assert "radar cross section" in page
    assert ">nan<" not in page


def test_only_a_statement_that_denies_reach_is_agreed_with(summary: StabilitySummary) -> None:
    first = summary.statements[0]
    told = {
        denies: stability_words.statements(
            summary.model_copy(
                update={"statements": (first.model_copy(update={"denies_reach": denies}),)}
            )
        )[0].answer[-1]
        for denies in (True, False)
    }
    assert ("agree" in told[True], "agree" in told[False]) == (True, False)


def test_ratios_of_paths_that_do_not_grow_are_refused(small: StabilityScenario) -> None:
    raw = small.as_mapping()
    for ratios in ([1.5, 1.25], [1.25, 1.25], []):
        with pytest.raises(scenario.ScenarioError, match="apogee_ratios"):
            changed(launches={**raw["launches"], "apogee_ratios": ratios})


def test_a_range_that_does_not_hold_its_value_is_refused(small: StabilityScenario) -> None:
    raw = small.as_mapping()
    raw["radars"][0]["sector_range_deg"] = [120.0, 90.0]
    with pytest.raises(scenario.ScenarioError, match=r"radars\[0\].sector_range_deg is \[120"):
        scenario.build_study(raw)


@pytest.mark.parametrize("taken", ["others", "all", "added", "seongju"])
def test_a_group_may_not_bear_a_name_that_is_counted_anyway(
    small: StabilityScenario, taken: str
) -> None:
    raw = small.as_mapping()
    raw["groups"][0]["id"] = taken
    with pytest.raises(scenario.ScenarioError, match=r"groups\[0\].id is .*another name"):
        scenario.build_study(raw)
