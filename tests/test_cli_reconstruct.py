"""``shieldmap fly --reconstruct`` as a user types it."""

import json

import pytest

from tests.test_cli import call

TEST = ("fly", "hwasong-12", "--from", "40.066,125.21", "--reconstruct", "787,2111.5")

BAD = [
    (TEST, "--to or --azimuth"),
    ((*TEST, "--azimuth", "75", "--to", "40,134"), "--to or --azimuth"),
    ((*TEST, "--azimuth", "400"), "--azimuth is 400"),
    ((*TEST, "--azimuth", "75", "--payload", "-3"), "--payload is -3"),
    ((*TEST, "--azimuth", "75", "--apogee", "400"), "--apogee has no effect"),
    ((*TEST, "--azimuth", "75", "--vacuum"), "--vacuum has no effect"),
    ((*TEST, "--azimuth", "75", "--error-km", "500,3"), "--error-km: RANGE_KM is 500"),
    ((*TEST[:4], "--azimuth", "75", "--reconstruct", "787"), "--reconstruct is '787'"),
    ((*TEST[:4], "--azimuth", "75", "--reconstruct", "787,nan"), "APOGEE_KM is not a finite number"),
    ((*TEST[:4], "--azimuth", "75", "--reconstruct", "20000,900"), "RANGE_KM is 20000"),
    ((*TEST[:2], "--azimuth", "75", "--reconstruct", "787,2111.5"), "--from"),
    (("fly", "hwasong-5", "--from", "40,125", "--azimuth", "75", "--reconstruct", "300,2000"),
     "no flight of this missile"),
    (("fly", "kn-23", "--from", "40,125", "--azimuth", "75", "--reconstruct", "300,50"), "kn-23"),
    (("fly", "scud-b", "--from", "38.7,125.7", "--to", "37,127", "--azimuth", "7"), "--azimuth"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "named"), BAD)
def test_bad_input_is_one_sentence(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], named: str
) -> None:
    code, out, err = call(capsys, *words)
    assert code == 2
    assert out == ""
    assert named in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_both_readings_are_printed_with_their_ends(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, *TEST, "--azimuth", "75", "--error-km", "1,1", "--json")
    assert code == 0
    result = json.loads(out)
    readings = {reading["free"]: reading for reading in result["readings"]}
    assert set(readings) == {"payload", "cut-off"}
    for reading in readings.values():
        for name, ends in reading.items():
            if isinstance(ends, dict) and None not in ends.values():
                assert ends["low"] <= ends["value"] <= ends["high"], name
    # The boost takes longer than the arc from the ground would.
    flown_s = readings["payload"]["time_of_flight_s"]["low"]
    assert flown_s > result["kepler_arc_time_of_flight_s"] + 30.0
    code, out, _ = call(capsys, *TEST, "--azimuth", "75", "--error-km", "1,1")
    assert code == 0
    assert "payload fitted" in out
    assert "cut-off fitted" in out
    assert "farthest range, Earth at rest" in out
    assert all(len(line) <= 80 for line in out.splitlines()[2:-1])
