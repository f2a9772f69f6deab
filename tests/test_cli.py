"""The command line: what it prints, and one sentence with exit code 2 for bad input."""

import json
import sys
from pathlib import Path

import pytest

from shieldmap import archive
from shieldmap.cli import main


def call(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Run the command line in this process: (exit code, standard output, standard error)."""
    old = sys.argv
    sys.argv = ["shieldmap", *words]
    try:
        with pytest.raises(SystemExit) as stop:
            main()
    finally:
        sys.argv = old
    out, err = capsys.readouterr()
    return int(stop.value.code or 0), out, err


BAD_INPUT = [
    (("fly", "scudd", "--from", "38.7,125.7", "--to", "37,127"), "scudd"),
    (("fly", "scud-b", "--from", "38.7,125.7", "--to", "35.1,129.0"), "beyond"),
    (("fly", "scud-b", "--from", "38.7,125.7", "--to", "38.71,125.7"), "nearer"),
    (("fly", "scud-b", "--from", "38.7,125.7", "--to", "95,127"), "95"),
    (("fly", "scud-b", "--from", "38.7,125.7", "--to", "37,nan"), "LON must be finite"),
    (("fly", "scud-b", "--from", "38.7,125.7", "--to", "37"), "--to is '37'"),
    (("fly", "scud-b", "--from", "38.7,125.7", "--to", "37,127", "--payload", "-5"), "-5"),
    (("fly", "scud-b", "--from", "38.7,125.7", "--to", "37,127", "--beta", "nan"), "nan"),
    (("fly", "scud-b", "--from", "38.7,125.7", "--to", "37,127", "--class", "flat"), "flat"),
    (("fly", "scud-b", "--from", "38.7,125.7", "--to", "37,127", "--apogee", "-3"), "-3"),
    (("fly", "scud-b", "--from", "38.7,125.7", "--to", "37,127", "--apogee", "900"), "900"),
    (("fly", "kn-23", "--from", "38.7,125.7", "--to", "37,127"), "kn-23"),
    (("fly", "pukguksong-2", "--from", "38.7,125.7", "--to", "37,127"), "minimum-energy"),
    (("fly", "scud-b", "--to", "37,127"), "--from"),
    (("fly", "scud-b", "--from", "38.7,125.7", "--to", "37,127", "--plot", "x.doc"), "x.doc"),
    (("fly", "scud-b", "--from-burnout", "38,126,30,1500,45"), "--from-burnout"),
    (("fly", "scud-b", "--frm", "1,2"), "--frm"),
    (("defend", "atlantis"), "atlantis"),
    (("defend", "korea", "--why", "91,127"), "91"),
    (("defend", "korea", "--why", "nowhere"), "nowhere"),
    (("defend", "korea", "--why", "37,127", "--threat", "df-31a"), "df-31a"),
    (("defend", "korea", "--why", "37,127", "--from", "seoul"), "seoul"),
    (("run", "no-such-file.toml"), "no-such-file.toml"),
    (("run", "timing", "-o", "/proc/none"), "/proc/none"),
    (("cite", "no-such-run"), "no-such-run"),
    (("catalog", "show", "nodongg"), "nodongg"),
    (("catalog", "lst"), "lst"),
]


@pytest.mark.parametrize(
    ("words", "named"), BAD_INPUT, ids=[" ".join(w)[:50] for w, _ in BAD_INPUT]
)
def test_bad_input_gets_one_sentence_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], named: str
) -> None:
    code, out, err = call(capsys, *words)
    assert code == 2
    assert out == ""
    assert named in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_scenario_with_a_typo_leaves_nothing_behind(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('schema = 1\nname = "mine"\nbateries = 3\n', encoding="utf-8")
    code, _, err = call(capsys, "run", str(path), "-o", str(tmp_path / "out"))
    assert code == 2
    assert "mine.toml" in err
    assert "bateries" in err
    assert not (tmp_path / "out").exists()


def test_fly_prints_the_keys_of_the_design(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(
        capsys, "fly", "scud-b", "--from", "hwangju", "--to", "37.0,127.0", "--json"
    )
    assert code == 0
    result = json.loads(out)
    assert set(result["burnout"]) == {
        "time_s", "altitude_m", "speed_m_s", "flight_path_angle_deg",
    }  # fmt: skip
    for key in ("apogee_m", "time_of_flight_s", "ground_range_m", "reentry", "status"):
        assert key in result
    # The aim solution stops at 1 m; the issue asks for 10 m.
    assert result["impact"]["solver_residual_m"] < 10.0
    assert {"value", "low", "high", "source"} <= set(result["assumptions"][0])


def test_a_flown_state_falls_where_the_boosted_flight_falls(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The state at burnout, given back to the program, flies on to the same place."""
    _, out, _ = call(
        capsys, "fly", "nodong", "--from", "39.4,125.9", "--to", "35.1,129.0", "--json",
        "--no-rotation", "--spherical", "--vacuum",
    )  # fmt: skip
    boosted = json.loads(out)
    # Vacuum, still and spherical: a level launch of the burnout speed upwards must only keep energy.
    code, out, _ = call(
        capsys, "fly", "nodong", "--from-burnout",
        f"39.4,125.9,{boosted['burnout']['altitude_m'] / 1e3},{boosted['burnout']['speed_m_s']},"
        f"{boosted['burnout']['flight_path_angle_deg']},150",
        "--json", "--no-rotation", "--spherical", "--vacuum",
    )  # fmt: skip
    assert code == 0
    free = json.loads(out)
    # Same height, speed and angle on a sphere: the same apogee, to the integrator's error.
    assert free["apogee_m"] == pytest.approx(boosted["apogee_m"], abs=5.0)


def test_defend_why_prints_the_keys_of_the_design(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(
        capsys, "defend", "korea", "--why", "seoul", "--threat", "hwasong-7-minimum-energy",
        "--json",
    )  # fmt: skip
    assert code == 0
    result = json.loads(out)
    for key in ("status", "defended", "shots", "reason", "failed", "binds", "timeline"):
        assert key in result
    # Seoul lies 202 km from the battery and the published reach is 200 km of slant range, so no
    # intercept above the floor can be in reach: geometry alone decides.
    assert result["defended"] is False
    assert {"constraint", "margin"} <= set(result["failed"][0])
    assert result["closest_in_band_m"] > 200e3
    assert {"event", "time_s", "altitude_m", "range_m"} == set(result["timeline"][0])


def test_catalog_commands(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "catalog", "list", "--json")
    assert code == 0
    ids = {system["id"] for system in json.loads(out)["systems"]}
    assert {"hwasong-5", "hwasong-7", "an-tpy-2", "thaad"} <= ids
    code, out, _ = call(capsys, "catalog", "show", "nodong")
    assert code == 0
    assert "payload.mass" in out
    code, out, _ = call(capsys, "catalog", "check")
    assert code == 0
    assert "0 problems" in out


def test_cite_prints_every_source_of_a_run(
    capsys: pytest.CaptureFixture[str], small_run: archive.Run
) -> None:
    code, out, _ = call(capsys, "cite", str(small_run.path), "--json")
    assert code == 0
    keys = [entry["key"] for entry in json.loads(out)["sources"]]
    assert keys == small_run.manifest["sources"]
    code, out, _ = call(capsys, "cite", str(small_run.path))
    assert out.count("@") >= len(keys)
