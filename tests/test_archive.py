"""A run directory: whole or absent, the same bytes again, readable back."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numba
import numpy as np
import pytest

from shieldmap import archive, campaign, datafiles, footprint, scenario, words
from shieldmap.answers import page as pages
from shieldmap.cli import citing
from shieldmap.model import Constraint, Status
from shieldmap.report import page
from shieldmap.results import NoRadar


def test_the_directory_holds_what_the_design_names(small_run: archive.Run) -> None:
    names = {path.name for path in small_run.path.iterdir()}
    assert {"scenario.toml", "catalogue.json", "manifest.json", "maps.nc", "summary.json"} <= names
    assert small_run.path.name == f"small-{small_run.manifest.run_hash}"
    assert not [path for path in small_run.path.parent.iterdir() if path.name.startswith(".")]


@pytest.mark.slow
def test_one_and_two_threads_write_the_same_bytes(
    small_run: archive.Run, small_scenario: Path, tmp_path: Path
) -> None:
    """Aim tables depend on nothing but missile and launch point, rows on nothing but themselves."""
    before = numba.get_num_threads()
    try:
        numba.set_num_threads(1)
        alone = archive.make_run(str(small_scenario), str(tmp_path))
    finally:
        numba.set_num_threads(before)
    for name in (archive.SUMMARY, archive.MAPS, archive.ENGAGEMENTS, archive.CATALOGUE):
        assert (alone.path / name).read_bytes() == (small_run.path / name).read_bytes(), name


def test_a_whole_run_of_the_same_hash_is_replaced(
    small_scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)
    first = archive.make_run(str(small_scenario), str(tmp_path))
    (first.path / "stray.txt").write_text("from before", encoding="utf-8")
    second = archive.make_run(str(small_scenario), str(tmp_path))
    assert second.path == first.path
    # Files of others stay; see tests/test_folders.py.
    assert (second.path / "stray.txt").read_text(encoding="utf-8") == "from before"
    assert [path.name for path in tmp_path.iterdir()] == [first.path.name]


def test_a_stopped_run_leaves_nothing(
    small_scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)

    def stop(_folder: Path) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.make_run(str(small_scenario), str(tmp_path / "new" / "out"), finish=stop)
    assert list(tmp_path.iterdir()) == []
    # A folder that was there before, or that holds something by now, stays.
    (tmp_path / "out").mkdir()
    with pytest.raises(KeyboardInterrupt):
        archive.make_run(str(small_scenario), str(tmp_path / "out"), finish=stop)
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]
    assert list((tmp_path / "out").iterdir()) == []


def test_a_name_that_is_taken_is_refused_before_anything_is_flown(
    small_scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)
    target = archive.make_run(str(small_scenario), str(tmp_path)).path
    target.rename(tmp_path / "elsewhere")
    target.write_text("somebody's notes", encoding="utf-8")
    monkeypatch.setattr(archive.campaign, "study", lambda _scenario: pytest.fail("flown"))
    with pytest.raises(archive.ArchiveError, match="its name belongs to a run"):
        archive.make_run(str(small_scenario), str(tmp_path))
    assert target.read_text(encoding="utf-8") == "somebody's notes"


def test_a_full_disk_is_told_with_the_file_and_leaves_nothing(
    small_scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)

    def full(path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(archive.files, "write", full)
    with pytest.raises(archive.ArchiveError, match=r"small-\w{12}/scenario.toml: .*No space left"):
        archive.make_run(str(small_scenario), str(tmp_path / "new"))
    assert list(tmp_path.iterdir()) == []


# --- damage ----------------------------------------------------------------------------------

HARM = {
    "cut": lambda content: content[: len(content) // 2],
    "emptied": lambda _content: b"",
    "another": lambda _content: b"{}",
    "flipped": lambda content: content[:-2] + bytes([content[-2] ^ 1]) + content[-1:],
    "deep": lambda _content: b"[" * 200_000,
}


@pytest.mark.parametrize("harm", [*HARM, "removed"])
@pytest.mark.parametrize(
    ("name", "read"),
    [
        (archive.MANIFEST, lambda run: run.manifest),
        (archive.SUMMARY, lambda run: run.summary),
        (archive.MAPS, lambda run: run.arrays()),
        (archive.MAPS, lambda run: run.maps),
        (archive.SCENARIO, lambda run: run.scenario),
        (archive.BIBLIOGRAPHY, lambda run: citing.bibliography_of(run.path)),
        (archive.ENGAGEMENTS, page.render),
    ],
)
def test_a_damaged_file_is_named_where_it_is_read(
    small_run: archive.Run, tmp_path: Path, name: str, read: Callable[[archive.Run], Any], harm: str
) -> None:
    path = shutil.copytree(small_run.path, tmp_path / "run")
    if harm == "removed" and name != archive.MANIFEST:
        (path / name).unlink()
    elif harm != "removed":
        (path / name).write_bytes(HARM[harm]((path / name).read_bytes()))
    else:
        (path / name).unlink()
        (path / name).mkdir()
    with pytest.raises(archive.ArchiveError, match=name.replace(".", r"\.")) as caught:
        read(archive.Run(path))
    assert "\n" not in str(caught.value)


def test_every_file_of_a_run_is_verified(small_run: archive.Run, tmp_path: Path) -> None:
    path = shutil.copytree(small_run.path, tmp_path / "run")
    written = {name.name for name in path.iterdir()}
    assert archive.Run(path).verify() == dict.fromkeys(written, "whole")
    (path / archive.SUMMARY).write_bytes(b"{}")
    (path / archive.MAPS).unlink()
    (path / "notes.txt").write_text("mine", encoding="utf-8")
    found = archive.Run(path).verify()
    assert found[archive.SUMMARY] == "changed"
    assert found[archive.MAPS] == "missing"
    assert found["notes.txt"] == "not of the run"
    assert found[archive.SCENARIO] == "whole"


def test_the_report_is_of_the_run_too(
    small_scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)

    def written(folder: Path) -> None:
        (folder / archive.REPORT).write_text("a page", encoding="utf-8")

    run = archive.make_run(str(small_scenario), str(tmp_path), finish=written)
    assert run.verify()[archive.REPORT] == "whole"
    run.report.write_text("another page", encoding="utf-8")
    assert run.verify()[archive.REPORT] == "changed"


def test_a_report_in_another_language_replaces_none(
    small_scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)

    def written(folder: Path) -> None:
        archive.Run(folder).report.write_text(words.language(), encoding="utf-8")

    english = archive.make_run(str(small_scenario), str(tmp_path), finish=written).report
    with words.using("ko"):
        korean = archive.make_run(str(small_scenario), str(tmp_path), finish=written).report
    assert (english.name, korean.name) == ("report.html", "report.ko.html")
    assert [path.read_text(encoding="utf-8") for path in (english, korean)] == ["en", "ko"]


@pytest.mark.parametrize(
    "line",
    [
        'horizon_file = "hills.csv"',
        "horizon_file = '{there}/hills.csv'",
        '"horizon_file" = "hills.csv"',
    ],
)
def test_a_run_holds_the_skyline_and_needs_no_second_file(
    small_scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    stand_in(monkeypatch)
    text = small_scenario.read_text(encoding="utf-8").replace("horizon = []\n", "")
    (tmp_path / "hills.csv").write_text(
        "azimuth_deg,elevation_deg\n0,1\n90,2.5\n", encoding="utf-8"
    )
    said = line.format(there=tmp_path)
    (tmp_path / "mine.toml").write_text(
        text.replace("[defence.radar]\n", f"# my hills\n[defence.radar]\n{said}\n"),
        encoding="utf-8",
    )
    run = archive.make_run(str(tmp_path / "mine.toml"), str(tmp_path / "out"))
    (tmp_path / "hills.csv").unlink()
    moved = archive.Run(run.path.rename(tmp_path / "moved"))
    horizon = moved.scenario.defence.radar.horizon
    assert [(point.azimuth_deg, point.elevation_deg) for point in horizon] == [(0, 1), (90, 2.5)]
    assert moved.scenario.content_hash() == moved.manifest.scenario_sha256
    # Made again from what it holds, it is the same run.
    again = archive.make_run(str(moved.path / archive.SCENARIO), str(tmp_path / "out"))
    assert again.path.name == run.path.name
    if not line.startswith('"'):
        assert "# my hills" in (moved.path / archive.SCENARIO).read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["", "  "])
def test_a_nameless_output_folder_is_refused(small_scenario: Path, folder: str) -> None:
    with pytest.raises(archive.ArchiveError, match="expected the name of a folder"):
        archive.make_run(str(small_scenario), folder)


def test_the_steps_after_the_flights_are_named(
    small_scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)
    steps: list[tuple[str, int, int]] = []
    archive.make_run(
        str(small_scenario),
        str(tmp_path),
        progress=lambda *step: steps.append(step),
        finish=lambda _folder: None,
    )
    assert steps[0][0] == "adding up people and places"
    assert steps[-1][0] == "writing the report"
    assert all(done < total for _, done, total in steps)


def test_the_manifest_says_how_the_ranges_were_sampled(
    small_scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)
    sampling = archive.make_run(str(small_scenario), str(tmp_path)).manifest.sampling
    assert sampling.as_json() == {
        "method": "scrambled sobol sequence",
        "samples": campaign.SAMPLES,
        "seed": campaign.SEED,
    }


def test_own_sources_stand_in_the_bibliography(
    small_scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)
    own = '\n[[sources]]\nkey = "mine-2024"\ntitle = "A {brace"\n'
    path = tmp_path / "mine.toml"
    path.write_text(small_scenario.read_text(encoding="utf-8") + own, encoding="utf-8")
    run = archive.make_run(str(path), str(tmp_path / "out"))
    assert "mine-2024" in run.manifest.sources
    entry = next(entry for entry in run.bibliography if entry.key == "mine-2024")
    assert entry.field("title") == "A {brace"
    assert r"title = {A {\textbraceleft}brace}" in citing.as_bibtex(
        citing.bibliography_of(run.path)
    )


def test_maps_without_xarray_name_the_package(
    tmp_path: Path, small_scenario: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)
    run = archive.make_run(str(small_scenario), str(tmp_path))
    monkeypatch.setitem(sys.modules, "xarray", None)
    with pytest.raises(archive.ArchiveError, match=r"package xarray.*Run\.arrays\(\)"):
        _ = run.maps


def test_an_unfinished_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(archive.ArchiveError, match="not a finished run"):
        archive.Run(tmp_path)


def test_maps_are_netcdf_that_xarray_reads(small_run: archive.Run) -> None:
    maps = small_run.maps
    arrays = small_run.arrays()
    assert maps.sizes["case"] == arrays["status"].shape[0]
    assert maps.attrs["Conventions"].startswith("CF-")
    assert maps["slack_s"].attrs["units"] == "s"
    np.testing.assert_array_equal(maps["status"].values, arrays["status"])


def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the computing parts, so that only the file handling is tested."""
    nobody = SimpleNamespace(cases=())
    monkeypatch.setattr(archive.campaign, "study", lambda _scenario: nobody)
    monkeypatch.setattr(footprint, "places", lambda _scenario: None)
    monkeypatch.setattr(footprint, "defended_area", lambda *_: None)
    for drawn in ("draw_together", "join_draws", "probabilities"):
        monkeypatch.setattr(footprint, drawn, lambda *_: None)
    nothing = NoRadar.model_validate({"present": False, "radar": {"system": "none"}})
    monkeypatch.setattr(footprint, "summarise", lambda *_: nothing)
    monkeypatch.setattr(footprint, "example_engagements", lambda *_: [])
    monkeypatch.setattr(footprint, "study_coverage", lambda *_: nothing)
    monkeypatch.setattr(archive.datafiles, "write_maps", lambda *_: None)


# --- what the arrays say --------------------------------------------------------------------


def test_every_impact_lies_within_10_m_of_its_place(small_run: archive.Run) -> None:
    arrays = small_run.arrays()
    flown = arrays["status"] == Status.OK
    assert flown.any()
    # The issue asks for 10 m; the solver stops at 1 m.
    assert float(np.max(arrays["residual_m"][flown])) < 10.0


def test_every_undefended_place_has_a_reason_and_a_negative_margin(small_run: archive.Run) -> None:
    arrays = small_run.arrays()
    doctrine = footprint_doctrine(small_run)
    flown = arrays["status"] == Status.OK
    defended = arrays["is_defended"][:, :, doctrine].astype(bool)
    undefended = flown & ~defended
    assert undefended.any()
    assert defended.any()
    assert (arrays["reason"][undefended] >= 0).all()
    assert (arrays["reason"][defended] == -1).all()
    assert not defended[~flown].any()
    for c in Constraint:
        failed = (arrays["failed_bits"] & (1 << c)) != 0
        assert (arrays[datafiles.margin_name(c)][failed] < 0.0).all()


def test_more_reach_and_less_reaction_never_defend_less(small_run: archive.Run) -> None:
    """Widening one limit alone can only add intercepts; places are compared one by one."""
    labels = small_run.arrays()["variant"].tolist()
    on_curve = small_run.arrays()["on_curve"].astype(int)
    for name, sign in (("reach", 1), ("reaction", -1)):
        columns = [i for i, label in enumerate(labels) if label.startswith(f"{name} ")]
        assert len(columns) > 3
        steps = sign * np.diff(on_curve[:, :, columns], axis=2)
        assert (steps >= 0).all(), name


def test_page_brief_and_run_say_one_share(small_run: archive.Run, small_scenario: Path) -> None:
    """Sums of the page, of a brief and of a run: files of a run keep nine digits, else they are the same."""
    given = scenario.load(small_scenario)
    pages.open_study(given)
    state, session = pages.State(scenario=given.name), pages.Session()
    area, brief = session.area(state, draws=pages.ALL_DRAWS).sums, session.summary(state)
    run = {threat.id: threat.sampled for threat in small_run.footprint.threats}
    # Draws that are peaked at the values are those of a run alone.
    assert brief.threats
    for threat in brief.threats:
        mine = run[threat.id]
        assert mine is not None
        assert threat.sampled == mine.model_copy(update={"triangle_share": None})
    told, mine = area.totals.sampled, run[area.threat]
    assert told is not None
    assert mine is not None
    for end in ("p05", "p50", "p95"):
        share = getattr(mine.share_of_people, end)
        assert 0.0 < share < 1.0
        assert getattr(told.share_of_people, end) == pytest.approx(share, rel=1e-8)


def test_the_sums_follow_from_the_arrays(small_run: archive.Run) -> None:
    arrays, summary = small_run.arrays(), small_run.footprint
    labels = arrays["case"].tolist()
    doctrine = footprint_doctrine(small_run)
    for threat in summary.threats:
        rows = [i for i, label in enumerate(labels) if label.startswith(threat.id + " from ")]
        flown = arrays["status"][rows] == Status.OK
        safe = arrays["is_defended"][rows][:, :, doctrine].astype(bool)
        chosen = (arrays["kind"] == 0) & flown.any(axis=0) & (safe | ~flown).all(axis=0)
        # JSON keeps nine digits.
        assert threat.defended.value.people == pytest.approx(
            arrays["people"][chosen].sum(), rel=1e-8
        )
        ends = [sums.people for _, sums in threat.defended]
        assert ends == sorted(ends)


def test_people_on_the_grid_are_the_census(small_run: archive.Run) -> None:
    grid = small_run.footprint.grid
    # The cells keep the total; the census figure is printed to 10,000 people.
    assert grid.country_total is not None
    assert grid.people == pytest.approx(grid.country_total.people, rel=1e-3)


def test_json_has_no_nan(small_run: archive.Run) -> None:
    def refuse(word: str) -> None:
        raise AssertionError(word)

    for name in (archive.SUMMARY, archive.ENGAGEMENTS, archive.MANIFEST, archive.CATALOGUE):
        json.loads((small_run.path / name).read_text(encoding="utf-8"), parse_constant=refuse)


def footprint_doctrine(run: archive.Run) -> int:
    return int(run.scenario.defence.doctrine_code)


@pytest.mark.parametrize("name", [archive.SUMMARY, archive.MAPS])
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_what_is_no_plain_file_is_not_opened(
    small_run: archive.Run, tmp_path: Path, name: str, kind: str
) -> None:
    # A pipe waits for somebody to write, and a device of zeros never ends.
    path = shutil.copytree(small_run.path, tmp_path / "run")
    (path / name).unlink()
    if kind == "pipe":
        os.mkfifo(path / name)
    else:
        (path / name).symlink_to("/dev/zero")
    with pytest.raises(archive.ArchiveError, match="not a plain file"):
        _ = archive.Run(path).summary, archive.Run(path).maps


@pytest.mark.parametrize(
    "change", [b"\n".__add__, b"\xef\xbb\xbf".__add__, lambda text: text + b"  \n"]
)
def test_a_manifest_is_whole_to_the_byte(
    small_run: archive.Run, tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    path = shutil.copytree(small_run.path, tmp_path / "run")
    manifest = path / archive.MANIFEST
    manifest.write_bytes(change(manifest.read_bytes()))
    with pytest.raises(archive.ArchiveError, match=r"manifest\.json: the run is damaged"):
        _ = archive.Run(path).manifest
