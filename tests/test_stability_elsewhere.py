"""A stability study of another theatre: its report says what its own file says, and nothing of Korea."""

import html
import json
import math
import re
from pathlib import Path
from typing import Any

import pytest

from shieldmap import archive, scenario, words
from shieldmap.report import page as report_page, stability_words
from shieldmap.scenario import StabilityScenario
from shieldmap.stability import judging, seen

KOREAN_CASE = re.compile(
    "Korea|Seongju|Green Pine|Japan|Alaska|China|THAAD|defensive"
    "|북한|한국|성주|그린파인|일본|알래스카|중국|사드|방어적"
)
"""What is true of the study of Seongju alone, in both languages."""


def elsewhere(tmp_path: Path, **changes: Any) -> archive.Run:
    """A run of the study of Europe with one launch area, one city and few moved points."""
    raw = scenario.load_study("russia-europe").as_mapping()
    raw |= {
        "launch_areas": [a for a in raw["launch_areas"] if a["id"] == "kozelsk"],
        "cities": ["washington"],
        "launches": {**raw["launches"], "moved_km": [], "apogee_ratios": [1.25]},
        "view": {**raw["view"], "turn_step_deg": 30},
        **changes,
    }
    path = tmp_path / "elsewhere.toml"
    path.write_text(scenario.to_toml(scenario.build_study(raw)), encoding="utf-8")
    return archive.make_run(str(path), str(tmp_path))


def own_words(run: archive.Run, language: str) -> str:
    """The page without what studies, catalogue and bibliography say themselves."""
    with words.using(language):
        page = report_page.render(run)
    for part in ("assumptions", "trust", "sources"):
        page = re.sub(rf'<section id="{part}".*?</section>', "", page, flags=re.DOTALL)
    return html.unescape(page)


@pytest.fixture(scope="module")
def round_radar(tmp_path_factory: pytest.TempPathFactory) -> archive.Run:
    return elsewhere(tmp_path_factory.mktemp("round"))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_study_of_another_theatre_says_nothing_of_korea(
    round_radar: archive.Run, language: str
) -> None:
    page = own_words(round_radar, language)
    assert not (found := KOREAN_CASE.search(page)), page[found.start() - 200 : found.end() + 200]
    told = json.dumps(round_radar.stability.as_json(), ensure_ascii=False)
    assert "north_korea" not in told


def test_a_radar_that_looks_all_round_has_no_chart_of_turning_it(
    round_radar: archive.Run,
) -> None:
    page = own_words(round_radar, "en")
    (part,) = re.findall(r'<section id="turning">.*?</section>', page, flags=re.DOTALL)
    assert "The radar at Redzikowo looks all round" in part
    assert "<svg" not in part
    # One line of sight: the least elevation is the horizon.
    assert "Solid black: the line of sight" in page
    assert "0° at Redzikowo and Deveselu; 5° at Kürecik" in page
    assert "AN/SPY-1D(V) works at a longer wave" in page
    assert "in Britain and Greenland" in page


def test_the_loss_off_a_face_is_none_where_there_are_several(round_radar: archive.Run) -> None:
    study = round_radar.study
    assert isinstance(study, StabilityScenario)
    for site, is_lossy in zip(study.radars, (False, False, True), strict=True):
        look = seen.looks(study, site, 1.0)
        for change in (judging._with_loss(study), judging._with_cone(study)):
            assert math.isfinite(change(site, look).tilt_rad) is is_lossy


IRAN = {
    "name": "Iran", "adjective": "Iranian", "azimuths_deg": [90, 116], "sites": 3,
    "other_way": {"azimuth_deg": 30, "where": "north at the Caucasus"}, "source": "geonames",
}  # fmt: skip
COVERAGE = {
    "id": "coverage", "who": "Somebody", "said_on": "2012", "text": "It sees too much.",
    "answered_by": "coverage", "source": "geonames",
}  # fmt: skip


def test_a_task_bears_the_name_that_the_study_gives_it(tmp_path: Path) -> None:
    made = elsewhere(
        tmp_path, added_radar="kurecik", task=IRAN, statements=[COVERAGE], left_out="",
        groups=[{"id": "aegis", "name": "the ships on land", "short": "Aegis",
                 "intro": "They look all round.", "note": "So do ships.",
                 "radars": ["deveselu", "redzikowo"]}],
    )  # fmt: skip
    page = own_words(made, "en")
    assert not KOREAN_CASE.search(page)
    for sentence in (
        "from 56° to 150° keeps all 3 Iranian launch sites in the sector",
        "Pointed north at the Caucasus, at 30°, it would see",
        "of the Iranian directions",
        "every direction that keeps all Iranian launch sites in the sector",
        "Iranian launch directions inside the sector",
        "Other radars may see these flights too.",
        "What Aegis sees",
        "They look all round. Flights from all areas:",
        "So do ships.",
        "; Aegis works at a longer wave",
    ):
        assert sentence in page, sentence
    assert re.search("beyond Iran|In the directions that it has to watch", page)
    # Without a task no share of launch directions is drawn, and nothing is said of one.
    turning_now = made.stability.turning.model_copy(update={"task": None})
    bare = made.stability.model_copy(update={"turning": turning_now})
    assert stability_words.turned(bare) == ""
    (answer,) = [one.answer for one in stability_words.statements(bare)]
    assert "task" not in " ".join(answer)


def test_a_paragraph_is_told_once_and_then_pointed_to() -> None:
    def given(who: str, *answer: str) -> stability_words.Answered:
        return stability_words.Answered("", who, "2012", "", [], list(answer))

    rows = [given("A", "one", "two"), given("B", "one", "two"), given("C", "one", "three")]
    first, again, partly = (one.answer for one in stability_words._told_once(rows))
    assert first == ["one", "two"]
    assert again == ["The same bears on it as on the statement of A, 2012, above."]
    assert partly[1:] == ["three"]
    assert partly[0].startswith("The numbers that bear on it stand under the statement of A")
