"""A finished run written for other programs: what is in it is what the run holds."""

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import oem
import pytest
import shapely.geometry
from fastkml import KML

import shieldmap
from shieldmap import archive, cli, earth, footprint, products
from shieldmap.cli import exporting, writing
from shieldmap.model import Status
from shieldmap.results import DrawnEngagement, RaidAnswers, RaidTimeline, SpotEngagement
from tests.records import whole
from tests.runs import signed

THREAT = "hwasong-7-minimum-energy"
BATTERIES = [{"id": "main", "name": "Seongju", "system_name": "THAAD", "latitude_deg": 36.05,
              "longitude_deg": 128.22}]  # fmt: skip
PATH = {"time_s": [0.0, 100.0, 200.0], "longitude_deg": [125.0, 126.0, 127.0],
        "latitude_deg": [39.0, 38.0, 37.0], "altitude_m": [0.0, 90e3, 60e3]}  # fmt: skip
SHOT = {"system": "THAAD", "hit": True, "altitude_m": 60e3, "assessed_s": 205.0, "path": PATH}
MISSILE = {"id": 0, "threat": THREAT, "launch_point": "hwangju", "asset_name": "Daegu",
           "ends_s": 200.0, "outcome": "stopped", "stopped": True, "shots": [SHOT], "path": PATH}  # fmt: skip
TIMELINE = whole(
    RaidTimeline, missiles=[MISSILE, {**MISSILE, "id": 1, "stopped": False, "shots": []}]
)


@pytest.fixture(scope="module")
def raided(small_run: archive.Run, tmp_path_factory: pytest.TempPathFactory) -> archive.Run:
    """The small run with a raid put beside it, as a study with one has it."""
    folder = tmp_path_factory.mktemp("raided") / "raided"
    shutil.copytree(small_run.path, folder)
    answers = whole(RaidAnswers, leakage={"batteries": BATTERIES})
    for name, record in ((archive.BATTLE, answers), (archive.TIMELINE, TIMELINE)):
        (folder / name).write_text(json.dumps(record.as_json()), encoding="utf-8")
    (folder / archive.TRIALS).write_bytes(b"the trials as they are")
    return signed(folder)


def text(run: archive.Run, kind: str, name: str) -> str:
    return products.files(run, kind)[f"{run.path.name}-{name}"].decode()


def test_the_footprint_is_that_of_the_summary(small_run: archive.Run) -> None:
    summary = small_run.footprint
    threat = next(row for row in summary.threats if row.id == THREAT)
    rows = list(csv.DictReader(io.StringIO(text(small_run, "csv", f"footprint-{THREAT}.csv"))))
    assert len(rows) == summary.grid.cells
    people = {
        "defended": threat.defended.value, "defended_bad": threat.defended.bad,
        "defended_good": threat.defended.good,
    }  # fmt: skip
    for column, total in people.items():
        counted = sum(float(row["people"]) for row in rows if row[column] == "True")
        # The table rounds people to one in each cell.
        assert counted == pytest.approx(total.people, abs=len(rows))
    reached = sum(float(row["people"]) for row in rows if row["status"] == "threatened")
    assert reached == pytest.approx(threat.threatened.people, abs=len(rows))


def test_the_footprint_is_that_of_the_maps(small_run: archive.Run) -> None:
    """Cell by cell against the arrays, by a second way of taking the worst launch point."""
    arrays = small_run.arrays()
    rows = [i for i, threat in enumerate(arrays["threat"]) if threat == THREAT]
    cells = np.flatnonzero(arrays["kind"] == footprint.CELL)
    doctrine = arrays["doctrine"].tolist().index(small_run.footprint.doctrine)
    told = list(csv.DictReader(io.StringIO(text(small_run, "csv", f"footprint-{THREAT}.csv"))))
    for place, row in zip(cells, told, strict=True):
        flown = [i for i in rows if arrays["status"][i, place] == Status.OK]
        safe = bool(flown) and all(arrays["is_defended"][i, place, doctrine] for i in flown)
        assert row["defended"] == str(safe)
        assert float(row["latitude_deg"]) == pytest.approx(arrays["latitude_deg"][place], abs=1e-5)


def test_geojson_is_valid_and_names_run_and_places(small_run: archive.Run) -> None:
    content = json.loads(text(small_run, "geojson", f"footprint-{THREAT}.geojson"))
    shapes = [shapely.geometry.shape(row["geometry"]) for row in content["features"]]
    assert all(shape.is_valid for shape in shapes)
    assert small_run.path.name in content["shieldmap"]["state"]
    assert small_run.manifest.run_hash in content["shieldmap"]["sources"][0]
    told = [row["properties"] for row in content["features"]]
    assert {"battery", "radar", "launch-point", "flight"} <= {row["layer"] for row in told}
    spots = [row for row in told if row["layer"] == "place"]
    daegu = next(row for row in spots if row["id"] == "daegu")
    own = next(row for row in small_run.footprint.assets if row.id == "daegu")
    worst = next(row for row in own.by_threat if row.threat == THREAT)
    assert isinstance(worst, SpotEngagement)
    assert daegu["defended"] == worst.defended
    coverage = json.loads(text(small_run, "geojson", "coverage.geojson"))
    assert coverage["features"]


def test_kml_is_read_by_fastkml(small_run: archive.Run, tmp_path: Path) -> None:
    for name in (f"footprint-{THREAT}.kml", "flights.kml"):
        path = tmp_path / name
        path.write_text(text(small_run, "kml", name), encoding="utf-8")
        assert KML.parse(path, validate=False).features


def test_a_table_and_a_map_of_a_run_say_whose_they_are(small_run: archive.Run) -> None:
    manifest, summary = small_run.manifest, small_run.footprint
    threat = next(row for row in summary.threats if row.id == THREAT)
    rows = list(csv.DictReader(io.StringIO(text(small_run, "csv", f"footprint-{THREAT}.csv"))))
    assert {(row["hash"], row["computed"], row["draws"]) for row in rows} == {
        (manifest.run_hash, manifest.made[:10], str(threat.sampled.samples))
    }
    assert {row["missile"] for row in rows} == {"Hwasong-7 (Nodong), minimum energy"}
    document = KML.from_string(text(small_run, "kml", f"footprint-{THREAT}.kml")).features[0]
    folders = {str(folder.name): folder for folder in document.features}
    assert {"Legend", "Defence", "Launch points", "Area", "Places"} <= set(folders)
    assert manifest.run_hash in str(document.description)
    starts = [str(mark.name) for mark in folders["Launch points"].features]
    assert len(starts) == len(threat.by_launch_point)


def positions(packet: dict[str, Any]) -> np.ndarray:
    return np.array(packet["position"]["cartographicDegrees"]).reshape(-1, 4)


def test_an_engagement_ends_where_the_run_says(small_run: archive.Run) -> None:
    for number, told in enumerate(small_run.engagements, start=1):
        packets = {row["id"]: row
                   for row in json.loads(text(small_run, "czml", f"engagement-{number}.czml"))}  # fmt: skip
        last = positions(packets["target"])[-1]
        assert isinstance(told, DrawnEngagement)
        assert last[0] == pytest.approx(told.time_of_flight_s, abs=2e-3)
        away, _, _ = earth.geodesic_inverse(
            *np.radians([[last[2]], [last[1]], [told.latitude_deg], [told.longitude_deg]])
        )
        # The solver stops within 10 m of the place.
        assert float(away[0]) < 10.0
        for shot, _ in enumerate(told.interceptors, start=1):
            end = positions(packets[f"interceptor-{shot}"])[-1]
            sent = told.interceptors[shot - 1]
            assert end[3] == pytest.approx(sent.intercept_altitude_m, abs=0.1)
            target = positions(packets["target"])
            met = [np.interp(sent.intercept_s, target[:, 0], target[:, k]) for k in (1, 2)]
            # Between samples a few seconds apart the target's path is taken for straight.
            assert end[1:3] == pytest.approx(met, abs=0.01)


def test_the_coverage_on_the_globe_starts_at_the_radar(small_run: archive.Run) -> None:
    packets = json.loads(text(small_run, "czml", "coverage.czml"))
    radar = next(row for row in packets if row["id"] == "radar")
    place = earth.ecef_to_geodetic(np.array(radar["position"]["cartesian"]))
    given = small_run.scenario.defence.radar
    # Vertices are kept to a decimetre: a millionth of a degree.
    assert np.degrees(place[0]) == pytest.approx(given.latitude_deg, abs=2e-6)
    assert np.degrees(place[1]) == pytest.approx(given.longitude_deg, abs=2e-6)


def test_flights_are_states_for_orbit_tools(small_run: archive.Run, tmp_path: Path) -> None:
    names = sorted(products.files(small_run, "oem"))
    assert len(names) == len(small_run.engagements)
    path = tmp_path / "flight.oem"
    path.write_text(text(small_run, "oem", "flight-1.oem"), encoding="utf-8")
    states = [state for segment in oem.OrbitEphemerisMessage.open(path) for state in segment.states]
    kept = small_run.engagements[0].flight
    # The run keeps nine digits: a centimetre in thousands of kilometres.
    np.testing.assert_allclose(states[-1].position, np.array(kept.position_m[-1]) / 1e3, atol=2e-5)
    np.testing.assert_allclose(states[0].velocity, np.array(kept.velocity_m_s[0]) / 1e3, atol=1e-6)
    # A state close beside another is left out, so that no curve swings between them.
    at_s = np.array([(state.epoch - states[0].epoch).to_value("s") for state in states])
    apart_s = np.abs(np.array(kept.time_s)[:, None] - at_s[None, :]).min(axis=1)
    assert float(apart_s.max()) < 0.5


def test_a_raid_is_the_one_that_happened(raided: archive.Run) -> None:
    packets = json.loads(text(raided, "czml", "raid.czml"))
    missiles = [row["id"] for row in packets if row["id"].startswith("missile-")]
    assert {key.split("-")[1] for key in missiles} == {
        str(missile.id + 1) for missile in TIMELINE.missiles
    }
    assert products.files(raided, "parquet")["raided-trials.parquet"] == b"the trials as they are"


def test_copies_are_the_files_of_the_run(small_run: archive.Run) -> None:
    for kind, name in (("netcdf", archive.MAPS), ("toml", archive.SCENARIO)):
        (content,) = products.files(small_run, kind).values()
        assert content == (small_run.path / name).read_bytes()


@pytest.mark.parametrize("kind", sorted(set(exporting.KINDS) - {"parquet"}))
def test_the_same_run_gives_the_same_bytes(small_run: archive.Run, kind: str) -> None:
    assert exporting.contents(small_run, kind) == exporting.contents(small_run, kind)


# --- writing --------------------------------------------------------------------------------


def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple:
    monkeypatch.setattr("sys.argv", ["shieldmap", *words])
    with pytest.raises(SystemExit) as left:
        cli.main()
    out, err = capsys.readouterr()
    return left.value.code, out, err


def test_the_command_writes_and_lists_its_files(
    small_run: archive.Run, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    folder = tmp_path / "new" / "maps"
    words = ("export", str(small_run.path), "--to", "csv, BibTeX,csv", "-o", str(folder), "--json")
    code, out, _ = call(capsys, monkeypatch, *words)
    assert code == 0
    listed = [Path(name) for name in json.loads(out)["files"]]
    assert sorted(listed) == sorted(folder.iterdir())
    assert {path.suffix for path in listed} == {".csv", ".bib"}
    saved = shieldmap.save(small_run, "bibtex", str(tmp_path / "saved"))
    assert saved[0].read_bytes() == listed[-1].read_bytes()


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        ("pdf", "--to is 'pdf': expected one or more of geojson, kml"),
        ("csv,,kml", "expected one or more of"),
        ("geojson,parquet", "nothing to write as parquet: expected a study with a raid"),
    ],
)
def test_what_a_study_has_not_is_refused_and_nothing_is_written(
    small_run: archive.Run, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch, kinds: str, sentence: str,
) -> None:  # fmt: skip
    folder = tmp_path / "out"
    words = ("export", str(small_run.path), "--to", kinds, "-o", str(folder))
    code, out, err = call(capsys, monkeypatch, *words)
    assert (code, out) == (2, "")
    assert sentence in err
    assert len(err.splitlines()) == 1
    assert not folder.exists()


def test_a_folder_that_is_a_file_is_refused(small_run: archive.Run, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.touch()
    with pytest.raises(ValueError, match=r"-o is '.*taken'"):
        exporting.save(small_run, ["csv"], taken)
    assert taken.read_bytes() == b""


def test_a_failed_write_leaves_no_folder(
    small_run: archive.Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_contents: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "write_all", full)
    with pytest.raises(OSError, match="No space left"):
        exporting.save(small_run, ["csv"], tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []
