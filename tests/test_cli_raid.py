"""``shieldmap raid``, ``ask`` and ``compare``: what they print, what they refuse, what they write."""

import json
import re
import shutil
from pathlib import Path

import czml3
import pytest

from shieldmap import archive, formats, questions, report
from shieldmap.answers import changes, comparison
from shieldmap.archive import Run
from shieldmap.cli import show_raid, speaking
from shieldmap.results import WhereToStand
from shieldmap.scenario import load
from shieldmap.words import using
from tests.test_cli import call

RAID = ("raid", "korea-layers", "--trials", "200")


@pytest.mark.parametrize("command", ["raid", "ask", "compare"])
def test_help_shows_an_example(capsys: pytest.CaptureFixture[str], command: str) -> None:
    code, out, _ = call(capsys, command, "--help")
    assert code == 0
    assert f"Example: shieldmap {command} " in out


def test_a_raid_prints_the_keys_of_the_design_and_writes_what_it_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    czml, told = tmp_path / "raid.czml", tmp_path / "raid.json"
    code, out, err = call(capsys, *RAID, "--json", "--czml", str(czml), "--timeline", str(told))
    assert (code, err) == (0, "")
    result = json.loads(out)
    assert result["trials"] == 200
    assert {"mean", "sampling_interval", "parameter_range"} == set(result["leakers"])
    assert sum(row["missiles"] for row in result["outcomes"]) == pytest.approx(24.0)
    assert "all" in result["interceptors_spent"]
    assert result["files"] == [str(told), str(czml)]
    document = czml3.Document(packets=json.loads(czml.read_text(encoding="utf-8")))
    ids = [packet.id for packet in document.packets]
    assert len(ids) == len(set(ids))
    timeline = json.loads(told.read_text(encoding="utf-8"))
    shots = [shot for missile in timeline["missiles"] for shot in missile["shots"]]
    assert len([i for i in ids if i and i.endswith(("-hit", "-miss"))]) == len(shots)
    for missile in timeline["missiles"]:
        times = [event["time_s"] for event in missile["events"]]
        assert times == sorted(times)
        assert missile["events"][0]["event"] == "missile launch"
        for shot in missile["shots"]:
            assert shot["launch_s"] < shot["intercept_s"] < shot["assessed_s"]
            # The path is brought onto the intercept, whose altitude is tabled in single precision.
            assert shot["path"]["altitude_m"][-1] == pytest.approx(shot["altitude_m"], abs=60.0)
            assert shot["path"]["time_s"][-1] == pytest.approx(shot["intercept_s"], abs=1e-6)


def test_a_raid_for_people_says_both_intervals(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, *RAID)
    assert code == 0
    for words in ("24 missiles, 200 trials", "trials", "assumptions from bad", "together", "USD"):
        assert words in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("raid", "timing"), "timing has no raid"),
        (("raid", "korea", "--assignment", "best"), "--assignment is 'best'"),
        (("raid", "korea", "--undiscriminated", "guess"), "--undiscriminated is 'guess'"),
        (("raid", "korea", "--trials", "5", "--half-width", "1"), "expected one of them"),
        (("raid", "korea", "--czml", "raid.kml"), "--czml is 'raid.kml'"),
        (("raid", "korea", "--trials", "0"), "--trials"),
        (("ask", "everything"), "'everything' is not a question"),
        (("ask", "empty", "timing"), "timing has no raid"),
        (("ask", "empty", "korea", "--place", "seoul"), "asks about no place"),
        (("ask", "warning", "korea", "--place", "atlantis"), "atlantis"),
        (("compare", "korea"), "needs a second run or --without"),
        (("compare", "korea", "--without", "everything"), "--without is 'everything'"),
        (("compare", "korea", "--without", "launchers=9"), "at most the 6 launchers"),
        (("compare", "korea", "--without", "interceptors=2"), "a share above 0 and up to 1"),
        (("compare", "korea", "israel-2024-10"), "have different grids"),
        (("trade", "--plot", "trade.txt"), "--plot is 'trade.txt'"),
        (("trade", "--plot", "no/trade.svg"), "the folder no does not exist"),
        (("sweep", "timing", "--dask", "foo", "-o", "new"), "--dask is 'foo'"),
        (("sweep", "--samples", "abc"), "expected a whole number from 1 to 10000000"),
        (("ask", "decides", "--draws", "abc"), "expected a whole number"),
        (("brief", "nosuch", "-o", "new/folder"), "nosuch"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...], said: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    code, out, err = call(capsys, *words)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_without_a_question_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(call(capsys, "ask", "--json")[1])["questions"]
    assert [row["question"] for row in listed] == list(questions.QUESTIONS)


def test_warning_counts_from_the_cue(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "ask", "warning", "korea-layers", "--place", "35.1,129.0", "--json")
    assert code == 0
    rows = [row for row in json.loads(out)["rows"] if row["status"] == "threatened"]
    assert rows
    for row in rows:
        value, bad, good = row["after_cue_s"]
        # The catalogue's cue: 60 s after launch, 30 to 120 s.
        assert value == pytest.approx(row["time_of_flight_s"] - 60.0, abs=1e-6)
        assert (bad, good) == pytest.approx((value - 60.0, value + 30.0), abs=1e-6)


def test_a_run_compared_with_itself_has_no_change(
    capsys: pytest.CaptureFixture[str], small_run: Run, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    path = str(small_run.path)
    code, out, _ = call(capsys, "compare", path, path, "--output-file", str(page), "--json")
    assert code == 0
    result = json.loads(out)
    assert result["assets"] == []
    assert all(set(row["change"].values()) == {0.0} for row in result["threats"])
    text = page.read_text(encoding="utf-8")
    assert "there is no map to show" in text
    assert 'role="img"' not in text
    lead = re.search(r'<p class="answer">(.*?)</p>', text)
    assert lead
    assert f"stays as it is against all {len(result['threats'])} missiles" in lead[1]
    assert ", median of" in lead[1]
    assert "http" not in text.split("</head>")[1].replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_what_is_lost_without_the_radar_is_everything(small_run: Run, tmp_path: Path) -> None:
    blind = comparison.reduced(small_run.scenario, ["radar"])
    assert blind.name == "small-without-radar"
    assert blind.title.endswith("without the radar")
    after = archive.make_run(blind, str(tmp_path))
    result = changes.compare(small_run, after).as_json()
    for row in result["threats"]:
        assert row["after"]["value"] == 0.0
        assert row["change"]["value"] == -row["before"]["value"]
        assert row["share_after"]["p95"] == 0.0
    assert {row["after"] for row in result["assets"]} <= {False}
    record = changes.compare(small_run, after)
    most = max(record.threats, key=lambda row: row.share_before.p50 or 0.0)
    lead = report.lead(small_run, record)
    assert "and without the radar, the share of the people in range" in lead
    assert f"0{formats.NB}% (median of {most.draws} joint draws" in lead
    assert f"instead of {formats.percent(most.share_before.p50)} (" in lead
    # Before, after and the change of those missiles against which any cell was defended.
    lost = [row for row in record.threats if row.before.good > 0.0]
    assert lost
    page = report.comparison(small_run, after, record)
    assert page.count('role="img"') == 3 * len(lost)


def test_the_terminal_says_of_a_comparison_what_is_drawn_and_what_is_at_the_values(
    capsys: pytest.CaptureFixture[str], small_run: Run, tmp_path: Path
) -> None:
    path = str(small_run.path)
    _, out, _ = call(capsys, "compare", path, path, "-o", str(tmp_path))
    threat = small_run.footprint.threats[0]
    share = threat.sampled.share_of_people
    low, high = (formats.percent(end).replace(formats.NB, " ") for end in (share.p05, share.p95))
    middle = formats.percent(share.p50).replace(formats.NB, " ")
    row = next(line for line in out.splitlines() if line.startswith(threat.id))
    assert row.count(f"{middle} (") == 2
    assert low.removesuffix(" %") in row
    assert high in row
    told = " ".join(out.split())
    assert "People defended with every number at its value" in told
    assert f"of {threat.sampled.samples} joint draws" in told


def test_a_damaged_run_is_refused_before_the_other_side_is_computed(
    small_run: Run, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged"
    shutil.copytree(small_run.path, damaged)
    (damaged / archive.SUMMARY).write_bytes(b"{}")

    def compute(*_words: object) -> None:
        pytest.fail("something was computed")

    maker = comparison.RunMaker(str(tmp_path), compute)
    for sides in (("timing", str(damaged)), (str(damaged), "timing")):
        with pytest.raises(
            archive.ArchiveError, match=r"damaged/summary\.json: the run is damaged"
        ):
            comparison.compare_runs(*sides, maker=maker)
    # One that lies where the run of a scenario would go is looked at as well.
    named = tmp_path / small_run.path.name
    damaged.rename(named)
    with pytest.raises(archive.ArchiveError, match="the run is damaged"):
        comparison.compare_runs(str(named / archive.SCENARIO), without=["radar"], maker=maker)


def test_titles_of_what_leaves_are_korean() -> None:
    given = load("korea")
    for leaving, said in (
        (["radar"], "레이더 제외"),
        (["launchers=2"], "발사대 2기 제외"),
        (["launchers=1", "interceptors=0.5"], ""),
        (["launchers=2", "interceptors=0.5"], "발사대 2기와 요격미사일 50% 제외"),
    ):
        title = comparison.reduced(given, leaving).title
        with using("ko"):
            assert speaking.said(title).endswith(said)


def test_where_to_stand_is_told_at_the_values_and_at_both_ends(
    capsys: pytest.CaptureFixture[str],
) -> None:
    verdicts = [(True, False, True), (False, False, True), (True, True, True)]
    sites = [
        {
            "site": str(number), "name": f"Site {number}", "latitude_deg": 36.0, "longitude_deg": 127.0,
            "boresight_deg": 0.0, "distance_m": 1e4, "threats_defended": 1,
            "defended": {"all": dict(zip(("value", "bad", "good"), flags, strict=True))},
        }
        for number, flags in enumerate(verdicts)
    ]  # fmt: skip
    row = {"threat": "all", "sites": 2, "of": 3, "distance_m": (1e4, 1e4), "named": ()}
    found = WhereToStand.model_validate({
        "place": "Seoul", "latitude_deg": 37.6,
        "longitude_deg": 127.0, "threats": ("one",), "spacing_m": 1e4, "by_threat": (row,),
        "sites": sites, "limits": "",
    })  # fmt: skip
    show_raid._ANSWERS["stand"](found)
    out = capsys.readouterr().out
    assert "To defend Seoul, every number at its value" in out
    assert re.search(r"^all +2 of 3 +1–3 ", out, re.MULTILINE)


def test_launchers_and_interceptors_leave_in_whole_numbers() -> None:
    given = load("korea")
    fewer = comparison.reduced(given, ["launchers=2", "interceptors=0.5"])
    battery = fewer.defence.battery
    assert battery.launchers.value == given.defence.battery.launchers.value - 2
    assert battery.interceptors_per_launcher.value == 4
    assert fewer.title.endswith("without 2 launchers and 50 % of the interceptors")


def test_two_files_of_one_name_are_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = str(tmp_path / "raid.json")
    code, out, err = call(capsys, *RAID, "--czml", path, "--timeline", path)
    assert (code, out) == (2, "")
    assert "--timeline" in err
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_comparison_is_made(
    capsys: pytest.CaptureFixture[str], small_run: Run, tmp_path: Path
) -> None:
    path = str(small_run.path)
    code, out, _ = call(capsys, "compare", path, path, "-o", str(tmp_path / "new"), "--json")
    assert code == 0
    assert Path(json.loads(out)["page"]).is_file()


def test_a_page_that_cannot_be_written_is_refused_before_anything_runs(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for page, said in (("page.pdf", "--output-file is 'page.pdf'"), ("no/page.html", "no does")):
        code, out, err = call(capsys, "compare", "timing", "timing", "--output-file", page)
        assert (code, out) == (2, "")
        assert said in err
    assert list(tmp_path.iterdir()) == []
