"""The record of flight tests: seconds in a band, the turned flight, the sums and the files."""

import csv
import io
import math
from pathlib import Path

import numpy as np
import pytest

from shieldmap import campaign, earth, export, fitting, scenario, words
from shieldmap.answers import InputError, record
from shieldmap.datafiles import read_trials
from shieldmap.model import Event
from shieldmap.report import plots
from shieldmap.results import RecordOfTests, TestedFlight
from shieldmap.tested import ANY_UPPER, flown, sums, table, turned

GM_M3_S2 = 3.986004418e14
RADIUS_M = 6371e3


@pytest.fixture(scope="module")
def late() -> RecordOfTests:
    """The last year alone: eight rows, made within seconds."""
    return record(2026)


# --- the arc -----------------------------------------------------------------------


def hand_seconds_above(range_m: float, apogee_m: float, floor_m: float) -> float:
    """By hand: energy and angular momentum of the arc, and dt = dr / v_r summed from floor to top.

    Angular momentum from the conic through the apogee (r = p / (1 - e cos a), a = 0 there), the radial
    speed from the energy; with r = top - d u^2 the root at the apogee is lifted.
    """
    half = range_m / (2.0 * RADIUS_M)
    top = RADIUS_M + apogee_m
    # top (1 - e) = R (1 - e cos half), both being the parameter p.
    e = (top - RADIUS_M) / (top - RADIUS_M * math.cos(half))
    h2 = GM_M3_S2 * top * (1.0 - e)
    energy = 0.5 * h2 / top**2 - GM_M3_S2 / top
    depth = apogee_m - floor_m
    u = (np.arange(20000) + 0.5) / 20000
    r = top - depth * u**2
    radial = np.sqrt(2.0 * (energy + GM_M3_S2 / r) - h2 / r**2)
    return float(2.0 * np.mean(2.0 * depth * u / radial))


@pytest.mark.parametrize(
    ("range_km", "apogee_km"), [(450, 120), (350, 80), (500, 550), (1000, 3000)]
)
def test_seconds_above_40_km_are_those_of_a_hand_calculation(
    range_km: float, apogee_km: float
) -> None:
    """Authority: energy and angular momentum, integrated by hand."""
    path = flown.arc(range_km * 1e3, apogee_km * 1e3)
    whole, down = flown.band_s(path, 40e3, 1e9)
    expected = hand_seconds_above(range_km * 1e3, apogee_km * 1e3, 40e3)
    # 2,000 straight pieces of the path cut a crossing by some hundredths of a second.
    assert whole == pytest.approx(expected, abs=0.05)
    assert down == pytest.approx(0.5 * expected, abs=0.05)


def test_the_flat_limit_is_free_fall() -> None:
    """A short arc is a parabola: 2 sqrt(2 d / g) above the floor, with g at its mean height in time."""
    path = flown.arc(100e3, 80e3)
    g = GM_M3_S2 / (RADIUS_M + 40e3 + 40e3 * 2 / 3) ** 2
    # Half a percent: 390 m/s sideways take v^2 / r, a quarter of a percent, from g.
    expected = 2.0 * math.sqrt(2.0 * 40e3 / g)
    assert flown.band_s(path, 40e3, 1e9)[0] == pytest.approx(expected, rel=0.005)


def test_the_turning_earth_changes_little() -> None:
    """Authority: the arc of ``fitting`` over the turning ellipsoid, for the longest arc of the table."""
    seen = fitting.Observation(math.radians(39.2), math.radians(125.7), 1.3, 450e3, 910e3)
    over = fitting.kepler_arc(seen)
    path = flown.arc(450e3, 910e3)
    # 1.5 %: what it turns under the flight is 0.1 of the range in the direction of the flight.
    assert path.time_s[-1] == pytest.approx(float(over.event_time_s[0, Event.IMPACT]), rel=0.015)


def test_least_energy_peaks_at_a_quarter_of_a_short_range() -> None:
    """Authority: the flat Earth, range / 4; 2 % for the curvature at 300 km."""
    assert flown.least_energy_apogee_m(300e3) == pytest.approx(75e3, rel=0.02)


def test_a_band_is_counted_between_samples_and_on_a_level() -> None:
    path = flown.AltitudePath(np.array([0.0, 10.0, 20.0, 30.0]), np.array([0.0, 100.0, 100.0, 0.0]))
    assert flown.band_s(path, 50.0, 100.0) == (20.0, 15.0)
    assert flown.band_s(path, 0.0, 50.0) == (10.0, 5.0)
    assert flown.band_s(path, 200.0, 300.0) == (0.0, 0.0)


# --- the table ---------------------------------------------------------------------


def test_only_north_korea_and_no_space_launch() -> None:
    rows, left_out = table.read(2017)
    names = {one.row["missile"] for one in rows}
    assert not {
        name for name in names if name.startswith(("Minuteman", "Chollima", "Khorramshahr"))
    }
    assert left_out == 2
    assert all(37.6 < float(one.row["lat"]) < 43.1 for one in rows)


def test_a_row_may_stand_for_several_missiles() -> None:
    """Twelve KN-25 on 14 March 2026 stand in one row of the table."""
    rows, _ = table.read(2026)
    (twelve,) = [one for one in rows if one.row["date"] == "2026-03-14"]
    assert twelve.missiles == 12
    assert twelve.counted_by


def test_a_round_apogee_is_a_range_and_another_one_is_not() -> None:
    rows, _ = table.read(2017)
    by_date = {(one.type, one.row["date"], one.row["range_km"]): one.apogee_km for one in rows}
    assert by_date["kn-25", "2026-03-14", "340"] == (80.0, 70.0, 90.0)
    assert by_date["kn-23", "2019-08-06", "450"] == (37.0, 37.0, 37.0)
    # Two published apogees, 100 km and 80 km: both with their neighbours.
    assert by_date["kn-25", "2022-10-06", "350"] == (100.0, 70.0, 110.0)


# --- flights -----------------------------------------------------------------------


def flight(late: RecordOfTests, missile: str, date: str) -> TestedFlight:
    return next(one for one in late.flights if (one.missile, one.date) == (missile, date))


def test_an_arc_of_the_catalogue_is_near_the_arc_without_air(late: RecordOfTests) -> None:
    """Above 40 km there is hardly air, and the boost ends below: 5 % for what there is."""
    one = flight(late, "KN-25", "2026-03-14")
    band = next(band for band in one.bands if band.system == "thaad")
    assert one.how == "catalogue"
    assert band.seconds == pytest.approx(hand_seconds_above(340e3, 80e3, 40e3), rel=0.05)
    assert band.low_s is not None
    assert band.high_s is not None
    assert band.low_s < band.seconds < band.high_s


def test_what_glides_is_not_judged_above_a_floor_that_it_rises_over(late: RecordOfTests) -> None:
    one = flight(late, "Hwasong-11E", "2026-01-04")
    told = {band.system: band for band in one.bands}
    assert told["thaad"].seconds is None
    assert told["thaad"].why_not == "no-entry"
    # 60 km at most: under the floor of SM-3 in any case.
    assert told["sm-3-ib"].seconds == told["sm-3-ib"].high_s == 0.0


def test_the_turned_flight_keeps_its_range_and_meets_the_asset_of_the_rule(
    late: RecordOfTests,
) -> None:
    one = flight(late, "KN-25", "2026-03-14")
    rows, _ = table.read(2026)
    row = next(row for row in rows if row.row["date"] == "2026-03-14").row
    assert one.turned.status == "judged"
    assert one.turned.latitude_deg is not None
    assert one.turned.longitude_deg is not None
    here = np.radians([float(row["lat"])]), np.radians([float(row["lon"])])
    falls = np.radians([one.turned.latitude_deg]), np.radians([one.turned.longitude_deg])
    # Four decimals of a degree are 11 m.
    assert earth.geodesic_inverse(*here, *falls)[0][0] == pytest.approx(one.range_m, abs=20.0)
    off = []
    for asset in scenario.load("korea").assets:
        there = np.radians([asset.latitude_deg]), np.radians([asset.longitude_deg])
        off.append(abs(float(earth.geodesic_inverse(*here, *there)[0][0]) - one.range_m))
    assert one.turned.miss_m is not None
    assert min(off) == pytest.approx(abs(one.turned.miss_m), abs=0.1)


def test_every_battery_of_both_studies_is_judged(late: RecordOfTests) -> None:
    one = flight(late, "KN-25", "2026-03-14")
    layers = [(name, layer.id) for name in turned.STUDIES for layer in scenario.load(name).layers]
    expected = {(turned.STUDIES[0], campaign.MAIN), *layers}
    assert {(shot.study, shot.battery) for shot in one.turned.shots} == expected
    assert all(shot.fits or shot.reason for shot in one.turned.shots)


# --- sums --------------------------------------------------------------------------


def test_sums_count_rows_and_missiles_apart(late: RecordOfTests) -> None:
    (year,) = late.years
    share = next(one for one in year.met if one.system == "thaad")
    judged = [one for one in late.flights if _down(one) is not None]
    met = [one for one in judged if (_down(one) or 0.0) >= late.least_s]
    assert (year.rows, year.missiles) == (len(late.flights), sum(f.missiles for f in late.flights))
    assert (share.rows_judged, share.missiles_judged) == (
        len(judged),
        sum(one.missiles for one in judged),
    )
    assert (share.rows_met, share.missiles_met) == (len(met), sum(one.missiles for one in met))
    assert share.share_low <= share.missiles_met / share.missiles <= share.share_high


def _down(one: TestedFlight) -> float | None:
    return next(band.down_s for band in one.bands if band.system == "thaad")


def test_longer_asked_for_is_never_met_by_more(late: RecordOfTests) -> None:
    shares = [sums.met(late.flights, ANY_UPPER, least_s).missiles_met for least_s in (1, 60, 500)]
    assert shares == sorted(shares, reverse=True)


def test_launchers_add_up_to_the_counts(late: RecordOfTests) -> None:
    """Authority: Korea Herald and Xinhua for 250 and 50, the catalogue's stock for 2013."""
    counted = {row.name: row.launchers for row in late.arsenal}
    assert counted["Close-range launchers (Hwasong-11D by experts)"] == 250
    assert counted["KN-25 (600 mm)"] == 50
    assert late.arsenal[-1].total == sum(counted.values()) == 500
    assert all(row.met + row.not_judged <= row.total for row in late.arsenal)


# --- faces -------------------------------------------------------------------------


def test_the_same_question_gives_the_same_answer(late: RecordOfTests) -> None:
    assert record(2026).as_json() == late.as_json()


def test_a_record_is_kept_whole(late: RecordOfTests) -> None:
    assert RecordOfTests.model_validate_json(late.model_dump_json()) == late


def test_csv_has_a_line_for_each_flight(late: RecordOfTests) -> None:
    rows = list(csv.DictReader(io.StringIO(export.record_csv(late))))
    assert len(rows) == late.rows
    twelve = next(row for row in rows if row["date"] == "2026-03-14")
    assert twelve["missiles"] == "12"
    assert twelve["fits_defence_korea"] in {"true", "false"}
    glider = next(row for row in rows if row["missile"] == "Hwasong-11E")
    assert glider["thaad_s"] == ""


def test_parquet_holds_the_same_columns(late: RecordOfTests, tmp_path: Path) -> None:
    from shieldmap.cli import show_record

    path = tmp_path / "record.parquet"
    show_record.write(show_record.RecordFiles(parquet=path), late)
    first = path.read_bytes()
    held = read_trials(path)
    assert list(held) == list(export.record_columns(late))
    assert int(np.sum(held["missiles"])) == late.missiles
    show_record.write(show_record.RecordFiles(parquet=path), late)
    assert path.read_bytes() == first


def test_the_figure_shows_every_year(late: RecordOfTests) -> None:
    drawn = plots.of(late)._repr_svg_()
    assert "2026" in drawn
    with words.using("ko"):
        assert "THAAD 고도대" in plots.of(late)._repr_svg_()


@pytest.mark.parametrize("wrong", [{"since": 1990}, {"since": 2026, "seconds": -1.0}])
def test_what_cannot_be_asked_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(InputError, match="expected"):
        record(**wrong)  # type: ignore[arg-type]
