"""``shieldmap see``: what it prints, its JSON, and one sentence for what cannot be used."""

import json
from pathlib import Path

import pytest

from tests.test_cli import call

SEONGJU = ("see", "an-tpy-2", "--at", "seongju")


def test_see_prints_the_keys_of_the_design(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = call(
        capsys, *SEONGJU, "--rcs", "0.01", "--snr", "20", "--dwell", "0.1", "--json"
    )
    assert code == 0
    assert err == ""
    result = json.loads(out)
    # The figure that the radar is calibrated to, to the rounding of a fourth root.
    assert result["detection_range_m"] == pytest.approx(870e3, rel=1e-6)
    assert result["search_range_low_m"] < result["search_range_m"] < result["search_range_high_m"]
    assert result["search_range_m"] < result["detection_range_m"]
    assert result["site"]["terrain"] == "none"
    assert {600e3, 870e3, 1000e3, 1500e3, 2000e3, 3000e3} <= {
        row["figure_m"] for row in result["figures"]
    }
    for row in result["figures"]:
        assert row["detection_range_m"] == pytest.approx(row["figure_m"], rel=1e-6)


def test_rcs_ratio_and_dwell_enter_with_the_fourth_root(capsys: pytest.CaptureFixture[str]) -> None:
    base, *changed = (
        json.loads(call(capsys, *SEONGJU, *words, "--json")[1])
        for words in ((), ("--rcs", "0.16"), ("--snr", "320"), ("--dwell", "1.6"))
    )
    factors = [row["detection_range_m"] / base["detection_range_m"] for row in changed]
    assert factors == pytest.approx([2.0, 0.5, 2.0], rel=1e-6)
    # The search gives each beam what its budget allows, however long a track may be looked at.
    assert changed[2]["search_range_m"] == pytest.approx(base["search_range_m"], rel=1e-6)


def test_see_for_people_names_assumptions_limits_and_the_missing_terrain(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = call(capsys, *SEONGJU)
    assert code == 0
    for words in ("870 km", "Swerling 3", "20 of 28 numbers", "no terrain", "S/N", "0.181 sr"):
        assert words in out


def test_a_known_site_lends_its_view_to_a_position_beside_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    near = json.loads(call(capsys, "see", "thaad-radar", "--at", "36.05,128.22", "--json")[1])
    assert near["site"]["boresight_deg"] == 341
    far = json.loads(call(capsys, "see", "an-tpy-2", "--at", "20,10", "--json")[1])
    assert far["site"]["boresight_deg"] == 0
    assert "not known" in far["site"]["note"]


def test_a_radar_without_claims_has_no_figures(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "see", "green-pine", "--at", "36.5,126.8")
    assert code == 0
    assert "figures of the debate" not in out


def test_a_skyline_file_is_read_and_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "hills.csv"
    path.write_text("azimuth_deg,elevation_deg\n0,2\n90,4\n270,1\n", encoding="utf-8")
    code, out, _ = call(capsys, *SEONGJU, "--horizon", str(path), "--json")
    assert code == 0
    assert json.loads(out)["site"]["terrain"] == "hills.csv"
    assert "terrain from hills.csv" in json.loads(out)["limits"]


NODONG = ("--missile", "nodong", "--from", "hwangju", "--to", "busan")


def test_a_flight_is_told_by_what_sees_it_when(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = call(capsys, *SEONGJU, *NODONG, "--json")
    assert (code, err) == (0, "")
    (track,) = json.loads(out)["tracks"]
    (spell,) = track["in_view"]
    # Seongju's beam begins at 5 degrees: the missile climbs through it while it burns, and is
    # lost overhead, where it leaves the sector to the side.
    assert spell["first"]["elevation_deg"] == pytest.approx(5.0, abs=0.02)
    assert spell["first"]["phase"] == "boost"
    assert spell["last"]["time_s"] > spell["first"]["time_s"] + 100.0
    # The missile's own cross section, unless one is given.
    assert track["cross_section_m2"] == 0.03
    small = json.loads(call(capsys, *SEONGJU, *NODONG, "--rcs", "0.0001", "--json")[1])["tracks"][0]
    assert small["cross_section_m2"] == 0.0001
    # With a hundredth of a square centimetre the search sees 105 km far and the track 275 km.
    (late,) = small["searched"]
    assert late["first"]["range_m"] == pytest.approx(small["search_range_m"], rel=1e-4)
    (sooner,) = small["tracked"]
    assert spell["first"]["time_s"] < sooner["first"]["time_s"] < late["first"]["time_s"]


def test_a_radar_that_faces_away_never_sees_the_flight(capsys: pytest.CaptureFixture[str]) -> None:
    # It comes from the north-west and passes to the west and south: 342 to 102 degrees see nothing.
    code, out, _ = call(capsys, *SEONGJU, "--boresight", "42", *NODONG)
    assert code == 0
    assert "never" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("see", "an-tpy-9", "--at", "36,128"), "an-tpy-9"),
        (("see", "thaad", "--at", "36,128"), "thaad"),
        (("see", "an-tpy-2"), "--at"),
        (("see", "an-tpy-2", "--at", "nowhere"), "nowhere"),
        (("see", "an-tpy-2", "--at", "96,128"), "96"),
        (("see", "an-tpy-2", "--at", "36"), "36"),
        ((*SEONGJU, "--rcs", "0"), "--rcs is 0"),
        ((*SEONGJU, "--rcs", "nan"), "'--rcs': is 'nan'"),
        ((*SEONGJU, "--snr", "-3"), "--snr is -3"),
        ((*SEONGJU, "--dwell", "100"), "--dwell is 100"),
        ((*SEONGJU, "--sector", "400"), "--sector is 400"),
        ((*SEONGJU, "--boresight", "-20"), "--boresight is -20"),
        ((*SEONGJU, "--elevation-min", "95"), "--elevation-min is 95"),
        ((*SEONGJU, "--horizon", "no-such.csv"), "no-such.csv"),
        ((*SEONGJU, "--missile", "nodong"), "--from and --to"),
        ((*SEONGJU, "--to", "busan"), "--to has no effect without --missile"),
        ((*SEONGJU, "--missile", "scud-b", "--from", "hwangju", "--to", "busan"), "beyond"),
    ],
)
def test_bad_input_gets_one_sentence_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    code, out, err = call(capsys, *words)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("azimuth,elevation\n0,1\n", "line 2"),
        ("azimuth_deg,elevation_deg\n0,1\n10,high\n", "line 3"),
        ("azimuth_deg,elevation_deg\n0,1\n400,2\n", "400"),
        ("azimuth_deg,elevation_deg\n0,1\n360,2\n", "lines 2 and 3"),
        ("", "two azimuths"),
    ],
)
def test_a_skyline_that_cannot_be_read_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "hills.csv"
    path.write_text(text, encoding="utf-8")
    code, out, err = call(capsys, *SEONGJU, "--horizon", str(path))
    assert (code, out) == (2, "")
    assert said in err


def test_a_boresight_that_is_asked_for_is_not_called_unknown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    where = ("see", "an-tpy-2", "--at", "35,128")
    assert "taken as north" in call(capsys, *where)[1]
    told = call(capsys, *where, "--boresight", "200")[1]
    assert "taken as north" not in told
    assert "The boresight is the one asked for." in told
    # What is known of a site stays beside it.
    told = call(capsys, "see", "an-tpy-2", "--at", "seongju", "--boresight", "200")[1]
    assert "said to be in terminal mode" in told
    assert "is the one asked for" in told
