"""``shieldmap fly``: classes, ballistic coefficients and files, read back by other people's code."""

import csv as tables
import itertools
import json
import os
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from ccsds_ndm.ndm_io import NdmIo
from czml3 import Document
from fastkml import KML

from shieldmap import files, formats
from shieldmap.answers import FlightRequest, InputError, flights
from shieldmap.cli import show_flight, writing
from shieldmap.results import CoefficientRow
from tests.test_cli import call

BUSAN = ("fly", "nodong", "--from", "hwangju", "--to", "busan")
SCUD = ("fly", "scud-b", "--from", "39.10,125.80", "--to", "36.40,126.30")
WASHINGTON = ("fly", "hwasong-15", "--from", "39.25,125.93", "--to", "38.90,-77.04")
ALL = "minimum-energy,lofted,depressed"
ROW = {
    "ballistic_coefficient_kg_m2", "status", "apogee_m", "time_of_flight_s", "ground_range_m",
    "burnout_speed_m_s", "reentry_speed_m_s", "impact_speed_m_s",
}  # fmt: skip


def result_of(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    code, out, err = call(capsys, *words, "--json")
    assert (code, err) == (0, "")
    result: dict[str, Any] = json.loads(out)
    return result


# ---------------------------------------------------------------------------------------------
# Classes


def test_several_classes_fly_to_the_same_place(capsys: pytest.CaptureFixture[str]) -> None:
    result = result_of(capsys, *BUSAN, "--class", ALL)
    assert set(result) == {"flights", "refused"}
    assert result["refused"] == []
    assert [f["class"] for f in result["flights"]] == ALL.split(",")
    for flight in result["flights"]:
        assert flight["to"]["name"] == "Busan"
        assert flight["impact"]["solver_residual_m"] < 10.0
        assert "computed" in flight["limits"]
    energy, lofted, depressed = result["flights"]
    assert depressed["apogee_m"] < energy["apogee_m"] < lofted["apogee_m"]
    # The least burn is what the class is named for; the other two burn everything.
    assert energy["launch"]["cutoff_s"] < lofted["launch"]["cutoff_s"]
    assert lofted["launch"]["cutoff_s"] == depressed["launch"]["cutoff_s"]


def test_a_single_class_is_one_object_and_the_same_as_in_a_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    alone = result_of(capsys, *BUSAN, "--class", "lofted")
    listed = result_of(capsys, *BUSAN, "--class", "minimum-energy,lofted")
    assert listed["flights"][1] == alone


def test_a_class_that_cannot_be_flown_is_listed_while_the_others_fly(
    capsys: pytest.CaptureFixture[str],
) -> None:
    result = result_of(capsys, *WASHINGTON, "--class", "minimum-energy,depressed")
    assert [f["class"] for f in result["flights"]] == ["minimum-energy"]
    (refused,) = result["refused"]
    assert refused["class"] == "depressed"
    assert refused["sentence"]
    code, out, err = call(capsys, *WASHINGTON, "--class", "minimum-energy,depressed")
    assert (code, err) == (0, "")
    assert f"Hwasong-15, depressed: not flown, {refused['sentence']}" in out


def test_a_solid_has_a_high_and_a_low_solution_and_no_minimum_energy(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("fly", "pukguksong-2", "--from", "hwangju", "--to", "busan", "--class")
    result = result_of(capsys, *words, ALL)
    assert [f["class"] for f in result["flights"]] == ["lofted", "depressed"]
    assert "solid" in result["refused"][0]["sentence"]
    high, low = result["flights"]
    assert high["launch"]["cutoff_s"] == low["launch"]["cutoff_s"]
    assert high["apogee_m"] > 3.0 * low["apogee_m"]


REFUSED = [
    ((*SCUD[:4], "--to", "busan", "--class", "lofted,depressed"), "depressed: the place lies"),
    ((*BUSAN, "--class", "lofted,flat"), "lofted,flat"),
    ((*BUSAN, "--class", "lofted,"), "'lofted,'"),
    ((*BUSAN, "--class", "lofted,lofted"), "lofted is named twice"),
    ((*BUSAN, "--class", "lofted,minimum-energy", "--apogee", "400"), "--apogee is 400"),
    ((*BUSAN, "--class", "depressed", "--apogee", "400"), "makes a lofted path"),
    ((*BUSAN, "--class", "lofted", "--apogee", "60"), "makes a depressed path"),
    ((*BUSAN, "--kml", "x.txt"), "--kml is 'x.txt': expected a name that ends in .kml"),
    ((*BUSAN, "--plot", "x.doc"), "expected a name that ends in .svg, .pdf or .png"),
    ((*BUSAN, "--csv", "no/such/folder/x.csv"), "the folder no/such/folder does not exist"),
    ((*BUSAN, "--oem", "/proc/x.oem"), "--oem is '/proc/x.oem'"),
    ((*BUSAN, "--spherical", "--czml", "x.czml"), "--czml has no use with --spherical"),
    ((*BUSAN, "--reconstruct", "900,200", "--kml", "x.kml"), "--kml"),
]


@pytest.mark.parametrize(("words", "named"), REFUSED, ids=[named for _, named in REFUSED])
def test_what_cannot_be_flown_or_written_gets_one_sentence(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], named: str
) -> None:
    code, out, err = call(capsys, *words)
    assert (code, out) == (2, "")
    assert named in err
    assert err.count("\n") == 1


def test_a_held_apogee_is_lofted_or_depressed_as_the_minimum_energy_path_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    energy = result_of(capsys, *BUSAN)
    result = result_of(capsys, *BUSAN, "--class", "lofted,depressed", "--apogee", "300")
    (held,) = result["flights"]
    assert held["class"] == "lofted"
    assert held["minimum_energy_apogee_m"] == energy["apogee_m"]
    # The aim solution holds an apogee to ten times its 1 m.
    assert held["apogee_m"] == pytest.approx(300e3, abs=10.0)
    assert "peaks at 125 km" in result["refused"][0]["sentence"]


def test_what_was_switched_off_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    result = result_of(capsys, *BUSAN, "--vacuum", "--no-rotation", "--spherical")
    assert result["label"] == "minimum-energy, no air, still Earth, spherical Earth"


# ---------------------------------------------------------------------------------------------
# Ballistic coefficient


def test_a_tumbling_body_is_flown_over_its_range(capsys: pytest.CaptureFixture[str]) -> None:
    near = (*SCUD[:4], "--to", "37.6,126.7")
    rows = result_of(capsys, *near)["by_ballistic_coefficient"]
    assert list(rows) == ["low", "value", "high"]
    assert all(set(row) == ROW for row in rows.values())
    # Each is aimed at the same place, and drag decides how fast it arrives there.
    ranges = [row["ground_range_m"] for row in rows.values()]
    assert max(ranges) - min(ranges) < 20.0
    impact = [row["impact_speed_m_s"] for row in rows.values()]
    assert impact[0] < impact[1] < impact[2]
    assert rows["low"]["burnout_speed_m_s"] > rows["high"]["burnout_speed_m_s"]
    _, out, _ = call(capsys, *near)
    assert "  tumbling or nose-first, 300–19,500 kg/m²: apogee " in out


def test_the_value_row_is_the_flight_itself(capsys: pytest.CaptureFixture[str]) -> None:
    result = result_of(capsys, *BUSAN)
    row = result["by_ballistic_coefficient"]["value"]
    assert row["apogee_m"] == result["apogee_m"]
    assert row["reentry_speed_m_s"] == result["reentry"]["speed_m_s"]
    assert row["impact_speed_m_s"] == result["impact"]["speed_m_s"]
    assert row["burnout_speed_m_s"] == result["burnout"]["speed_m_s"]
    given = result_of(capsys, *BUSAN, "--beta", "5000")
    high = result["by_ballistic_coefficient"]["high"]
    assert high["ballistic_coefficient_kg_m2"] == 5000.0
    assert given["time_of_flight_s"] == high["time_of_flight_s"]


def test_an_end_that_does_not_reach_the_place_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    row = result_of(capsys, *SCUD)["by_ballistic_coefficient"]["low"]
    assert set(row) == ROW | {"sentence"}
    assert (row["status"], row["apogee_m"]) == ("not-flown", None)
    _, out, _ = call(capsys, *SCUD)
    assert f"not with 300 kg/m²: {row['sentence']}" in out
    assert "tumbling or nose-first, 2,400–19,500 kg/m²" in out


@pytest.mark.parametrize("words", [("--beta", "900"), ("--vacuum",)])
def test_no_range_where_the_coefficient_is_given_or_plays_no_part(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    result = result_of(capsys, *BUSAN, *words)
    assert "by_ballistic_coefficient" not in result
    assert "body" not in result


def test_a_separating_body_and_a_state_have_their_own_words() -> None:
    rows = {
        end: CoefficientRow(
            ballistic_coefficient_kg_m2=beta,
            status="ok",
            apogee_m=9e4,
            time_of_flight_s=300.0,
            ground_range_m=away,
            burnout_speed_m_s=None,
            reentry_speed_m_s=None,
            impact_speed_m_s=speed,
        )
        for end, beta, speed, away in (("low", 1e3, 200.0, 1e5), ("high", 5e3, 1400.0, 2e5))
    }
    assert show_flight.coefficients("separating", rows).replace(formats.NB, " ") == (
        "ballistic coefficient, 1,000–5,000 kg/m²: apogee 90 km, 300 s, "
        "impact 200–1,400 m/s, 100–200 km away"
    )


# ---------------------------------------------------------------------------------------------
# Files


def test_every_file_opens_in_the_reader_of_others(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    paths = {option: tmp_path / f"flight.{option}" for option in ("kml", "czml", "oem", "csv")}
    words = [word for option, path in paths.items() for word in (f"--{option}", str(path))]
    code, out, _ = call(capsys, *BUSAN, *words)
    assert code == 0
    assert out.splitlines()[-4:] == [str(path) for path in paths.values()]
    assert sorted(tmp_path.iterdir()) == sorted(paths.values())
    text = {option: path.read_text(encoding="utf-8") for option, path in paths.items()}

    document = KML.from_string(text["kml"]).features[0]
    assert [folder.name for folder in document.features] == ["Hwasong-7 (Nodong), minimum-energy"]
    assert "Hwangju to Busan" in document.features[0].description

    packets = {packet.id: packet for packet in Document(packets=json.loads(text["czml"])).packets}
    assert {"track-1", "track-1-boost", "track-1-midcourse", "track-1-reentry"} <= set(packets)

    message = NdmIo().from_string(text["oem"])
    # Segments by phase of thrust share a state with the next one.
    parts = [segment.data.state_vector for segment in message.body.segment]
    assert len(parts) > 1
    assert all(one[-1].epoch == two[0].epoch for one, two in itertools.pairwise(parts))
    vectors = [parts[0][0], *(state for part in parts for state in part[1:])]
    comments = " ".join(message.header.comment)
    assert "Computed, not measured" in comments
    assert "Source: " in comments

    rows = list(tables.DictReader(text["csv"].splitlines()))
    # The table has the states that an OEM leaves out, because they lie close beside another.
    assert 0 <= len(rows) - len(vectors) <= 2 * len(parts)
    # Busan, to the 1 m that the aim solution asks for (1e-5 degrees) and the CSV's rounding.
    assert float(rows[-1]["latitude_deg"]) == pytest.approx(35.10, abs=2e-5)
    assert float(rows[-1]["longitude_deg"]) == pytest.approx(129.03, abs=2e-5)
    # Kilometres with six decimals against metres with three.
    assert 1e3 * float(vectors[-1].x.value) == pytest.approx(float(rows[-1]["x_m"]), abs=1.1e-3)


def test_several_classes_share_a_globe_and_have_a_table_each(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = ("--kml", str(tmp_path / "a.kml"), "--csv", str(tmp_path / "a.csv"),
             "--oem", str(tmp_path / "a.oem"))  # fmt: skip
    result = result_of(capsys, *WASHINGTON, "--class", "minimum-energy,depressed", *words)
    names = ["a.kml", "a-minimum-energy.oem", "a-minimum-energy.csv"]
    assert result["files"] == [str(tmp_path / name) for name in names]
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(names)
    _ = result_of(capsys, *BUSAN, "--class", "lofted,depressed", "--kml", str(tmp_path / "a.kml"))
    folders = KML.from_string((tmp_path / "a.kml").read_text(encoding="utf-8")).features[0].features
    assert [f.name.rpartition(", ")[2] for f in folders] == [
        "lofted at full burn", "depressed at full burn",
    ]  # fmt: skip


def test_a_state_is_written_without_boost(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "state.csv"
    words = ("fly", "nodong", "--from-burnout", "38,126,150,1500,45,180", "--csv", str(path),
             "--kml", str(tmp_path / "state.kml"))  # fmt: skip
    assert call(capsys, *words)[0] == 0
    rows = list(tables.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert float(rows[0]["altitude_m"]) == pytest.approx(150e3, abs=1.0)
    assert {row["phase"] for row in rows} == {"midcourse", "reentry"}
    assert "from the given state" in (tmp_path / "state.kml").read_text(encoding="utf-8")


def test_a_state_needs_no_missile_and_says_what_its_times_count_from(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = ("fly", "--from-burnout", "38,126,150,1500,45,180", "--beta", "900")
    path = tmp_path / "state.kml"
    result = result_of(capsys, *words, "--kml", str(path), "--oem", str(tmp_path / "state.oem"))
    assert result["missile"] is None
    assert [row["value"] for row in result["assumptions"]] == [900.0]
    named = result_of(capsys, "fly", "nodong", *words[1:])
    for key in ("apogee_m", "time_of_flight_s", "ground_range_m", "impact"):
        assert result[key] == named[key]
    text = path.read_text(encoding="utf-8")
    assert "s after the given state." in text
    assert "launch" not in text
    vacuum = result_of(capsys, *words[:3], "--vacuum")
    assert vacuum["assumptions"] == []
    assert vacuum["impact"]["speed_m_s"] > result["impact"]["speed_m_s"]


def test_a_launch_date_and_a_frame_stand_in_the_files_that_hold_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    paths = {kind: tmp_path / f"f.{kind}" for kind in ("kml", "czml", "oem")}
    files = [word for kind, path in paths.items() for word in (f"--{kind}", str(path))]
    dated = (*SCUD, *files, "--epoch", "2016-09-05T12:13:00+09:00", "--frame", "EME2000")
    assert call(capsys, *dated)[0] == 0
    text = {kind: path.read_text(encoding="utf-8") for kind, path in paths.items()}
    assert json.loads(text["czml"])[0]["clock"]["currentTime"] == "2016-09-05T03:13:00.000000Z"
    assert "CREATION_DATE = 2016-09-05T03:13:00.000000" in text["oem"]
    assert "REF_FRAME = EME2000" in text["oem"]
    assert "the flight has no date" not in text["oem"]
    assert "s after launch, 2016-09-05T03:1" in text["kml"]


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_a_figure_is_drawn_and_the_same_each_time(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, ending: str
) -> None:
    made = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.{ending}"
        assert call(capsys, *SCUD, "--plot", str(path))[0] == 0
        made.append(path.read_bytes())
    assert made[0] == made[1]
    assert made[0].startswith({"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG"}[ending])


def test_the_svg_says_what_it_shows(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "three.svg"
    assert call(capsys, *BUSAN, "--class", ALL, "--plot", str(path))[0] == 0
    text = " ".join(ET.parse(path).getroot().itertext())
    for words in ("Hwangju to Busan", "ground range, km", "altitude, km", "speed, km/s", "boost",
                  "time since launch, s", "minimum-energy", "lofted", "depressed", "not measured",
                  "Shieldmap", "100 km, down", "129°E"):  # fmt: skip
        assert words in text


def test_nothing_is_flown_or_left_where_a_file_cannot_be_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unexpected(_request: FlightRequest) -> flights.FlightsFlown:
        raise AssertionError

    monkeypatch.setattr(flights, "fly_request", unexpected)
    (tmp_path / "folder.csv").mkdir()
    for wrong in ("folder.csv", "none/x.csv"):
        code, _, err = call(
            capsys, *BUSAN, "--kml", str(tmp_path / "good.kml"), "--csv", str(tmp_path / wrong)
        )
        assert code == 2
        assert wrong in err
    assert [path.name for path in tmp_path.iterdir()] == ["folder.csv"]


def test_a_file_that_fails_leaves_the_old_ones_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old.kml", tmp_path / "new.csv"
    old.write_text("before", encoding="utf-8")
    whole = files.write

    def full_disk(path: Path, content: bytes) -> None:
        if "new.csv" in path.name:
            whole(path, content[:1])
            raise OSError(28, "No space left on device", str(path))
        whole(path, content)

    monkeypatch.setattr(files, "write", full_disk)
    with pytest.raises(InputError, match="No space left"):
        writing.write_all({old: b"after", new: b"after"})
    assert old.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [old]


@pytest.mark.skipif(os.name != "posix", reason="links and file modes are those of posix")
def test_a_link_keeps_its_place_and_a_file_is_as_readable_as_any(tmp_path: Path) -> None:
    whole, link, plain = tmp_path / "whole.csv", tmp_path / "link.csv", tmp_path / "plain"
    plain.touch()
    whole.touch()
    link.symlink_to(whole)
    writing.write_all({link: b"x"})
    assert link.is_symlink()
    assert whole.read_bytes() == b"x"
    assert whole.stat().st_mode == plain.stat().st_mode
