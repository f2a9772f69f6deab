"""Any country of the map pack: a grid over it runs, or is refused at the check with what is known."""

import math
import random
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from shieldmap import archive, campaign, footprint, geodata, plain, report, scenario
from shieldmap.answers.described import described
from shieldmap.report import degree_map, drawing, maps
from shieldmap.results import FootprintSummary
from shieldmap.scenario import ScenarioError
from shieldmap.scenario.land_problems import MOST_FLIGHTS, MOST_TOWNS
from tests.conftest import WITHOUT_RAID

CODES = sorted(geodata.countries())
# Over the date line, around a pole, in several turns of the Earth, smaller than a cell, without towns.
ODD = ("FJI", "RUS", "KIR", "ATA", "VAT", "HMD")


def study(country: str, spacing_km: float = 100.0, **changes: Any) -> scenario.Scenario:
    """One missile, one launch point and one battery on or near a country."""
    whole = scenario.load("korea")
    threat = next(t for t in whole.as_mapping()["threats"] if t["id"].startswith("hwasong-7-min"))
    here = geodata.shape(country).representative_point()
    place = {"latitude_deg": round(here.y, 3), "longitude_deg": round(here.x, 3)}
    point = whole.as_mapping()["launch_points"][0] | {
        "id": "start",
        "latitude_deg": max(min(here.y + 4.0, 89.0), -89.0),
        "longitude_deg": (here.x + 183.0) % 360.0 - 180.0,
    }
    fields: dict[str, Any] = {
        "name": "abroad",
        "threats": [{**threat, "launch_points": ["start"]}],
        "launch_points": [point],
        "assets": [],
        "towns": None,
        "grid": {"country": country, "spacing_km": spacing_km},
        "defence.launcher_sites": [],
        **{f"defence.battery.{key}": value for key, value in place.items()},
        **{f"defence.radar.{key}": value for key, value in place.items()},
        **WITHOUT_RAID,
    }
    return scenario.changed(whole, {**fields, **changes})


REFUSED = re.compile(r"grid\.spacing_km is .*: expected .*?([\d.]+) km or (less|more)$")


def refusal(make: Callable[[], Any]) -> str:
    """What the check says against a study; nothing where it accepts it."""
    try:
        make()
    except ScenarioError as error:
        return str(error)
    return ""


def fitting(country: str) -> scenario.Scenario:
    """The study at 100 km, or at the spacing that its refusal names."""
    said = REFUSED.search(refusal(lambda: study(country)))
    return study(country, float(said[1]) if said else 100.0)


# ---------------------------------------------------------------------------------------------
# The check


@pytest.mark.parametrize("spacing_km", [1.0, 100.0])
def test_every_country_has_cells_or_is_refused_with_a_spacing_that_has(spacing_km: float) -> None:
    base = study("KOR")
    for code in CODES:
        changes = {"grid.country": code, "grid.spacing_km": spacing_km}
        error = refusal(lambda changes=changes: scenario.changed(base, changes))
        if error:
            said = REFUSED.search(error)
            assert said, error
            assert (float(said[1]) < spacing_km) == (said[2] == "less")
            scenario.changed(base, {**changes, "grid.spacing_km": float(said[1])})
            continue
        # Small enough to be counted here; the check has counted where it could not be sure.
        if geodata.land_area_m2(code) < 1e3 * (spacing_km * 1e3) ** 2:
            assert geodata.has_cells(code, spacing_km * 1e3), code


def test_the_check_bounds_the_flights_by_area_as_the_cells_do() -> None:
    for code in ("KOR", "FJI", "ATA", "GRL"):
        cells = geodata.land_cells(code, 20e3).latitude_deg.size
        # 46 cells of Fiji's islands cannot follow their area closer than a few in ten.
        allowed = max(0.02, 2.0 / math.sqrt(cells))
        assert geodata.land_area_m2(code) / 20e3**2 == pytest.approx(cells, rel=allowed), code


def test_a_grid_too_fine_for_its_cases_is_refused_with_the_spacing_that_fits() -> None:
    with pytest.raises(
        ScenarioError, match=f"at most {MOST_FLIGHTS:,} places times pairs"
    ) as error:
        scenario.changed(scenario.load("korea"), {"grid.country": "RUS"})
    fits_km = float(str(error.value).split(": ")[-1].split(" km")[0])
    fitted = scenario.changed(
        scenario.load("korea"), {"grid.country": "RUS", "grid.spacing_km": fits_km}
    )
    cells = geodata.land_cells("RUS", fits_km * 1e3).latitude_deg.size
    assert 0.9 * MOST_FLIGHTS < cells * len(fitted.pairs) <= MOST_FLIGHTS


def test_the_check_of_korea_opens_no_outline() -> None:
    """Areas and counts come from tables: a check that built the land would cost every command."""
    scenario.load("korea")
    geodata.shape.cache_clear()
    scenario.load("korea")
    assert geodata.shape.cache_info().currsize == 0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"grid.country": "QQQ"}, 'grid.country is "QQQ": expected the ISO 3166 code'),
        # Kosovo has towns under a code of GeoNames and no outline of its own.
        ({"grid.country": "XKX"}, "which has only towns of this one"),
        ({"towns": {"country": "ATA", "minimum_population": 0}}, "leave the table [towns] out"),
        ({"towns": {"country": "QQQ", "minimum_population": 0}}, 'towns.country is "QQQ"'),
        ({"towns": {"country": "IND", "minimum_population": 0}}, f"at most {MOST_TOWNS:,} towns"),
    ],
)
def test_an_unknown_country_is_refused_before_anything_is_flown(
    changes: dict[str, Any], said: str
) -> None:
    with pytest.raises(ScenarioError) as error:
        scenario.changed(study("KOR"), changes)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_the_least_population_that_a_refusal_names_is_accepted() -> None:
    towns = {"country": "IND", "minimum_population": 0}
    with pytest.raises(ScenarioError) as error:
        scenario.changed(study("KOR"), {"towns": towns})
    least = int(str(error.value).split(": ")[-1].split(" ")[0])
    scenario.changed(study("KOR"), {"towns": towns | {"minimum_population": least}})


@pytest.mark.parametrize("table", ["launch_areas", "cities"])
def test_a_stability_study_in_an_unknown_country_is_refused(table: str) -> None:
    raw = scenario.load_study("china-russia").as_mapping()
    raw[table] = [dict(raw[table][0]) | {"country": "XKX"}, *raw[table][1:]]
    with pytest.raises(ScenarioError, match=rf'{table}\[0\]\.country is "XKX"'):
        scenario.build_study(raw)


# ---------------------------------------------------------------------------------------------
# People


def test_every_country_but_antarctica_has_a_total_with_source_and_year() -> None:
    without = [code for code in CODES if geodata.country_total(code) is None]
    assert without == ["ATA"]
    for code in set(CODES) - {"ATA"}:
        total = geodata.country_total(code)
        assert total is not None
        assert total.people >= 0
        assert 2008 <= total.year <= 2020
        assert total.source
        assert total.is_census == (code in ("KOR", "PRK", "JPN"))


def test_totals_are_those_of_the_published_tables() -> None:
    # World Bank, SP.POP.TOTL of 2019: the table of Natural Earth 5 repeats it for most countries.
    for code, people in {"FRA": 67_059_887, "ISR": 9_053_300, "USA": 328_239_523}.items():
        total = geodata.country_total(code)
        assert total is not None
        assert (total.people, total.year) == (people, 2019)
    korea = geodata.country_total("KOR")
    assert korea is not None
    assert korea.people == 51_829_120


def test_a_doubt_is_said_where_the_towns_differ_by_more_than_a_twentieth() -> None:
    for code in CODES:
        counted, total = geodata.towns_counted(code), geodata.country_total(code)
        doubt = geodata.people_doubt(code)
        if code == "KOR":
            assert doubt == ""
            continue
        if total is None:
            assert "no total of the country" in doubt
            continue
        is_far = abs(counted - total.people) > geodata.DOUBTFUL * total.people
        assert bool(doubt) == is_far, code
        if is_far:
            for needed in (f"{counted:,}", f"{total.people:,}", str(total.year), total.source):
                assert needed in doubt
            assert ("census of" in doubt) == total.is_census
            assert ("scaled by" in doubt) == bool(counted)


def test_the_people_of_a_country_sum_to_its_total() -> None:
    """Towns are scaled: their own sum is 16 % above Japan's census and 45 % below North Korea's."""
    for code in CODES:
        total = geodata.country_total(code)
        if total is None or not geodata.towns_counted(code):
            continue
        # Sums of some ten thousand floats.
        assert geodata.people_counted(code) == pytest.approx(total.people, rel=1e-9), code


def test_only_south_korea_is_counted_by_neighbourhood() -> None:
    assert "neighbourhood" in geodata.people_source("KOR")
    assert geodata.people_doubt("KOR") == ""
    for code in ("JPN", "PRK", "TWN"):
        assert "scaled to the country's total" in geodata.people_source(code)
    # Figures of 0.1.0, which said nothing of them: 146.8 million for 126.1, 13.1 for 24.1.
    assert "146,802,205" in geodata.people_doubt("JPN")
    assert "45 % fewer than the census of 2008" in geodata.people_doubt("PRK")


def test_overseas_towns_count_where_their_land_does() -> None:
    """Natural Earth draws French Guiana as France; GeoNames gives its towns a code of their own."""
    cayenne = geodata.towns("GUF")
    assert geodata.is_inside("FRA", cayenne.latitude_deg[:1], cayenne.longitude_deg[:1])[0]
    assert geodata.towns_counted("FRA") > geodata.towns("FRA").population.sum()


def test_the_page_says_where_the_people_come_from() -> None:
    told = described("korea")
    assert told["grid"]["people_source"] == geodata.people_source("KOR")


# ---------------------------------------------------------------------------------------------
# Cells, sums and maps


def drawn(given: scenario.Scenario) -> tuple[FootprintSummary, list[drawing.Canvas]]:
    """The summary and the maps of a study in which chance says what is defended."""
    this = campaign.study(given)
    where = footprint.places(given)
    prints = footprint.blank(len(this.cases), len(where.name), len(this.variants))
    rng = np.random.default_rng(13)
    prints.status[:] = rng.integers(0, 2, prints.status.shape)
    prints.is_defended[:] = rng.random(prints.is_defended.shape) < 0.5
    prints.is_defended_good[:] = True
    prints.reason[:] = rng.integers(-1, 5, prints.reason.shape)
    prints.time_of_flight_s[:] = 600.0
    told = footprint.summarise(this, where, prints)
    summary = FootprintSummary.model_validate(plain.values(told.as_json()))
    run: Any = SimpleNamespace(footprint=summary, scenario=given)
    cut, edges = maps.outlines(run)
    ends = {
        "bad": prints.is_defended_bad, "value": prints.is_defended, "good": prints.is_defended_good
    }  # fmt: skip
    cells = maps.MapCells(
        [f"{case.threat_id} from {case.launch_id}" for case in this.cases],
        cut,
        edges,
        prints.status,
        {end: flags[:, :, 1] for end, flags in ends.items()},
        prints.reason,
        rng.random((len(summary.threats), prints.status.shape[1])),
    )
    threat = summary.threats[0]
    draw = (maps.defended_map, maps.probability_map, maps.reason_map)
    return summary, [one(run, cells, threat) for one in draw]


@pytest.mark.parametrize("country", [*ODD, *random.Random(13).sample(CODES, 3)])
def test_a_country_is_summed_and_drawn(country: str) -> None:
    summary, canvases = drawn(fitting(country))
    grid = summary.grid
    assert grid.cells > 0
    assert grid.people == pytest.approx(geodata.people_counted(country), rel=1e-12)
    assert grid.people_doubt == geodata.people_doubt(country)
    for canvas in canvases:
        text = drawing.svg(canvas, "m", "map", set())
        assert "nan" not in text
        assert "inf" not in text.replace("information", "")
        # Between a strip and a page in height, for any place on Earth.
        assert 0.25 < canvas.height / canvas.width < 3.0


@pytest.mark.parametrize(
    ("country", "spacing_m"), [("FJI", 5e3), ("KIR", 5e3), ("USA", 20e3), ("RUS", 50e3)]
)
def test_a_country_over_the_date_line_is_drawn_in_one_piece(country: str, spacing_m: float) -> None:
    grid = geodata.land_cells(country, spacing_m)
    cut = degree_map.cut_deg(grid.longitude_deg)
    turned = degree_map.in_turn(cut, grid.longitude_deg)
    assert grid.longitude_deg.max() - grid.longitude_deg.min() > 300.0
    assert np.ptp(turned) < 180.0
    np.testing.assert_allclose((turned - grid.longitude_deg) % 360.0, 0.0, atol=1e-9)


def test_korea_is_drawn_at_its_own_longitudes() -> None:
    longitude = geodata.land_cells("KOR", 20e3).longitude_deg
    assert np.array_equal(degree_map.in_turn(degree_map.cut_deg(longitude), longitude), longitude)


@pytest.mark.parametrize(
    "bounds",
    [(-0.7, 89.3, 0.7, 90.35), (10.0, -90.35, 10.7, -89.65), (170.0, -20.0, 185.0, -15.0),
     (0.0, 10.0, 100.0, 10.7), (-71.0, -55.0, -70.0, -20.0), (-180.35, -90.0, 180.35, -60.0)],
)  # fmt: skip
def test_a_frame_stays_on_the_earth_and_can_be_looked_at(
    bounds: tuple[float, float, float, float],
) -> None:
    view = degree_map.framed(*bounds)
    assert -90.0 <= view.south < view.north <= 90.0
    assert view.east - view.west <= 360.0
    # Both limits hold but for the rounding of the widened side at another middle latitude.
    assert 0.9 * degree_map.FLATTEST <= view.ratio <= 2.7
    assert view.west <= max(bounds[0], view.west)
    assert view.south <= max(bounds[1], -90.0)
    geodata.coastline(view[:4])


def test_land_and_coast_beyond_the_date_line_are_those_of_the_other_side() -> None:
    here = geodata.land((177.0, -20.0, 183.0, -15.0))
    east = geodata.land((177.0, -20.0, 180.0, -15.0))
    west = geodata.land((-180.0, -20.0, -177.0, -15.0))
    area = sum(part.area for part in here)
    assert area > 0.0
    assert all(part.bounds[0] >= 177.0 for part in here)
    assert area == pytest.approx(sum(part.area for part in (*east, *west)), rel=1e-9)
    longest = sum(np.ptp(line[:, 1]) for line in geodata.coastline((177.0, -20.0, 183.0, -15.0)))
    parts = [*geodata.coastline((177.0, -20.0, 180.0, -15.0)),
             *geodata.coastline((-180.0, -20.0, -177.0, -15.0))]  # fmt: skip
    assert longest == pytest.approx(sum(np.ptp(line[:, 1]) for line in parts), rel=1e-6)


@pytest.mark.parametrize(
    ("country", "latitude_deg", "longitude_deg"),
    [("GRL", 90.0, 0.0), ("ATA", -89.9, 12.0), ("FJI", -17.0, 180.0), ("FJI", -17.0, -179.9)],
)
def test_sites_beside_a_pole_or_the_date_line_are_drawn(
    country: str, latitude_deg: float, longitude_deg: float
) -> None:
    here = {"latitude_deg": latitude_deg, "longitude_deg": longitude_deg}
    moved = {f"defence.{owner}.{key}": value
             for owner in ("battery", "radar") for key, value in here.items()}  # fmt: skip
    _, canvases = drawn(study(country, **moved))
    for canvas in canvases:
        assert "nan" not in drawing.svg(canvas, "m", "map", set())


def test_questions_lay_a_grid_over_a_small_and_a_large_country() -> None:
    for country in ("VAT", "KOR", "RUS"):
        this = campaign.study(fitting(country))
        spacing_m = footprint.siting.coarse_spacing_m(this, 25e3, 1000)
        cells = geodata.land_cells(country, spacing_m).latitude_deg.size
        assert 1 <= cells <= 1100, country  # the area gives the number to a few in a hundred
        assert (spacing_m == 25e3) == (country == "KOR")


# ---------------------------------------------------------------------------------------------
# A whole run


def test_a_run_abroad_says_what_its_people_are(tmp_path: Any) -> None:
    """Fiji, over the date line: flown, summed, drawn and written, with the doubt in the report."""
    given = study("FJI", 50.0)
    path = tmp_path / "fiji.toml"
    path.write_text(scenario.to_toml(given), encoding="utf-8")
    run = archive.make_run(str(path), str(tmp_path / "runs"), finish=report.write)
    text = re.sub(r"\s+", " ", run.report.read_text(encoding="utf-8"))
    doubt = run.footprint.grid.people_doubt
    assert doubt
    assert doubt in text
    assert "by neighbourhood" not in text
    assert "GeoNames towns of 1,000 people and more" in text
    assert "an estimated total of 889,953 (2019; Natural Earth" in text
