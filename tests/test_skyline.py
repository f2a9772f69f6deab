"""The skyline in front of a radar: read from a file, kept in the scenario, felt by engagements."""

import math
import os
from pathlib import Path

import numpy as np
import pytest

from shieldmap import campaign, radars, scenario
from shieldmap.scenario import ScenarioError

KOREA = Path(__file__).parents[1] / "src/shieldmap/data/scenarios/timing.toml"


def with_line(tmp_path: Path, line: str) -> Path:
    """The timing scenario with one more line in its radar."""
    text = KOREA.read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(
        text.replace("[defence.radar]\n", f"[defence.radar]\n{line}\n"), encoding="utf-8"
    )
    return path


def test_a_file_beside_the_scenario_is_read_and_kept(tmp_path: Path) -> None:
    (tmp_path / "hills.csv").write_text(
        "azimuth_deg,elevation_deg\n0,8\n90,2\n350,6\n", encoding="utf-8"
    )
    made = scenario.load(with_line(tmp_path, 'horizon_file = "hills.csv"'))
    assert [(p.azimuth_deg, p.elevation_deg) for p in made.defence.radar.horizon] == [
        (0.0, 8.0), (90.0, 2.0), (350.0, 6.0),
    ]  # fmt: skip
    # What a run keeps needs no second file.
    again = scenario.parse(scenario.to_toml(made))
    assert again == made
    radar = campaign.study(made).defence.radar
    degrees = np.degrees(radar.horizon_rad)
    assert degrees.size == 720
    # Half way from 350 to 0 degrees, and half way from 0 to 90; a step takes the highest of the
    # quarter degree to either side, where the profile rises by a fifth and by a fifteenth.
    assert degrees[[710, 90]] == pytest.approx([7.05, 5.0 + 0.25 / 15.0], abs=1e-9)


def test_hills_delay_what_the_radar_sees(tmp_path: Path) -> None:
    (tmp_path / "hills.csv").write_text(
        "azimuth_deg,elevation_deg\n0,15\n180,15\n", encoding="utf-8"
    )
    place = np.radians([[35.9], [128.4]])
    first = []
    for line in ("", 'horizon_file = "hills.csv"'):
        this = campaign.study(scenario.load(with_line(tmp_path, line)))
        judged = campaign.judge(this, this.cases[0], *place)
        first.append(judged.engagements.first_visible_s[0])
    # A missile that climbs out of view stands 5 degrees up long before it stands 15 degrees up.
    assert first[1] > first[0] + 20.0


def test_without_a_profile_nothing_is_hidden() -> None:
    radar = campaign.study(scenario.load("timing")).defence.radar
    # Only the Earth itself: from 680 m the sea is 0.8 degrees down, a little less for bent rays.
    assert radar.horizon_rad.size == 1
    assert -0.84 < math.degrees(radar.horizon_rad[0]) < -0.7


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('horizon_file = "none.csv"', "none.csv cannot be read"),
        ('horizon_file = ""', "horizon_file"),
        ("tilt_deg = 100", "tilt_deg"),
        ("horizon = [{ azimuth_deg = 10, elevation_deg = 2 }]", "at least two points"),
        ("horizon = [{ azimuth_deg = 10 }]", "elevation_deg"),
    ],
)
def test_a_bad_skyline_is_one_sentence(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(ScenarioError, match=said):
        scenario.load(with_line(tmp_path, line))


def test_a_skyline_closes_over_north() -> None:
    made = radars.skyline(np.array([10.0, 350.0]), np.array([4.0, 2.0]))
    # The highest of a quarter degree to either side, where the profile rises by a tenth.
    assert np.degrees(made[[0, 20]]) == pytest.approx([3.025, 4.0], abs=1e-9)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("0,8\n90,2\n90,3\n", "lines 3 and 4: azimuth 90 has the elevations 2 and 3"),
        ("0,8\n90,2\n360,7\n", "lines 2 and 4: azimuth 360 has the elevations 8 and 7"),
        ("0,8\n9_0,2\n", "line 3: expected the columns"),
        ("0,8\nnan,2\n", "line 3: expected the columns"),
        ("0,8\n９０,2\n", "line 3: expected the columns"),
    ],
)
def test_a_skyline_that_contradicts_itself_or_is_no_number_is_refused(
    tmp_path: Path, rows: str, words: str
) -> None:
    (tmp_path / "hills.csv").write_text(f"azimuth_deg,elevation_deg\n{rows}", encoding="utf-8")
    with pytest.raises(ScenarioError, match=words):
        scenario.load(with_line(tmp_path, 'horizon_file = "hills.csv"'))


def test_a_skyline_may_say_one_thing_twice(tmp_path: Path) -> None:
    (tmp_path / "hills.csv").write_text("azimuth_deg,elevation_deg\n0,8\n90,2\n360,8\n")
    made = scenario.load(with_line(tmp_path, 'horizon_file = "hills.csv"'))
    assert len(made.defence.radar.horizon) == 3


def test_a_skyline_in_the_scenario_that_contradicts_itself_is_refused() -> None:
    points = [
        {"azimuth_deg": azimuth, "elevation_deg": elevation}
        for azimuth, elevation in ((0, 8), (90, 2), (360, 7))
    ]
    with pytest.raises(ScenarioError, match=r"horizon\[2\] gives 360 degrees 7: .*horizon\[0\]"):
        scenario.changed(scenario.load("timing"), {"defence.radar.horizon": points})


@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "huge", "nul", "missing"])
def test_a_side_file_that_is_no_plain_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "side.csv"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "huge":
        with path.open("wb") as file:
            file.truncate(10**9)
    name = {"device": "/dev/zero", "nul": "a\\u0000b.csv"}.get(kind, "side.csv")
    with pytest.raises(
        ScenarioError, match=r"plain file|cannot be read|longer than 1 MB|leads out"
    ):
        scenario.load(with_line(tmp_path, f'horizon_file = "{name}"'))
